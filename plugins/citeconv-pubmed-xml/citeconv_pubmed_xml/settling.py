"""What depends on several elements: the title of a translation, the date to cite, whose identifiers they are.

A draft that has all elements goes in; its fields are complete afterwards. Of an article's two dates NLM cites the one
that ``PubModel`` says, and calls ``PubDate`` the other one, too.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Date, Identifier, Issn
from citeconv.values.dates import contains
from citeconv.values.nlm import AHEAD_OF_PRINT, NOT_AVAILABLE, citation_type, status_of, title_as_cited
from citeconv.values.pages import numbers_article
from citeconv_pubmed_xml import mapping, people
from citeconv_pubmed_xml.draft import Draft


def settle(draft: Draft) -> None:
    """Complete the fields of a draft."""
    fields, facts = draft.fields, draft.facts
    if "indexing_status" in fields or "source_owner" in fields:
        fields["source"] = "PubMed"
    if facts.record_dates:
        draft.lists["history"] = [*facts.record_dates, *draft.lists.get("history", ())]
    _titles(draft)
    _dates(draft)
    _identifiers(draft)
    people.settle(draft)
    if facts.linking:
        draft.add("issn", Issn(value=facts.linking, kind="linking"))
    status = status_of(
        fields.get("publication_status", ""), draft.lists.get("publication_types", ()), draft.lists.get("related", ())
    )
    if status:
        fields["status"] = status


def _titles(draft: Draft) -> None:
    fields, facts, lists = draft.fields, draft.facts, draft.lists
    book, article = facts.book.removesuffix("."), facts.title
    is_chapter = bool(book and article)
    fields["type"] = kind = citation_type(lists.get("publication_types", ()), bool(book), is_chapter)
    languages = lists.get("language", ())
    original = title_as_cited(fields.pop("original_title", ""))
    title = title_as_cited(article, bool(languages) and "en" not in languages)
    if article.rstrip(".") == NOT_AVAILABLE or not (article or book):
        title = original
    if is_chapter:
        fields["container_title"] = book
        if "number" in fields and ("page" in fields or not facts.paged):  # that of the book, no place in it
            draft.add("identifiers", Identifier(kind="book-report-number", value=fields.pop("number")))
    _authors_of_book(draft, is_chapter)
    if original:
        fields["original_title"] = original
    if title or book:
        fields["title"] = title or book
    _abbreviation(draft)
    if kind == "article":
        fields["genre"] = "Preprint"
        if server := fields.get("container_title_short") or fields.get("container_title"):
            fields["publisher"] = server


def _authors_of_book(draft: Draft, is_chapter: bool) -> None:
    """Put the authors of a book before those of a part of it, or beside them if the part is a chapter."""
    authors, lists = draft.facts.book_authors, draft.lists
    if authors and is_chapter and "author" in lists:
        lists["container_author"] = authors
    elif authors:
        lists["author"] = [*authors, *lists.get("author", ())]


def _abbreviation(draft: Draft) -> None:
    """Take ISO's abbreviation of the journal where NLM's own is not given."""
    short, iso = draft.fields.get("container_title_short", ""), draft.facts.iso
    if not short and iso:
        draft.fields["container_title_short"] = iso
    elif iso != short:
        draft.say("Journal/ISOAbbreviation", iso)


def _dates(draft: Draft) -> None:
    """Find the date to cite: the electronic one of articles that are cited so, else that of the issue."""
    fields, facts = draft.fields, draft.facts
    printed, electronic, beginning = facts.printed, facts.electronic, facts.beginning
    model = fields.get("publication_model", "")
    ahead = fields.get("publication_status") == AHEAD_OF_PRINT
    unplaced = ahead and "volume" not in fields
    cited = printed
    if electronic and (printed is None or unplaced or model in mapping.CITED_ELECTRONIC):
        cited = electronic
    if beginning:
        cited = _from_to(draft, beginning, printed)
    if cited is None:
        return
    fields["issued"] = cited
    same = electronic == printed and not ahead  # of which PubMed tells all the same: "2021 Mar 26;… Epub 2021 Mar 26."
    if printed and not beginning and (printed != cited or same):
        if model == "Electronic-eCollection":
            fields["collection_date"] = printed
        elif printed != cited and (model != "Electronic" or not contains(printed, cited)):
            fields["print_date"] = printed
    if electronic and (electronic != cited or (same and model == "Print-Electronic")):
        fields["available_date"] = electronic


def _from_to(draft: Draft, start: Date, printed: Date | None) -> Date:
    """Return the years of a book that is still being written; keep the date of publication if it is another."""
    end = draft.facts.ending or Date()
    if printed and printed != start:
        parts = filter(None, (printed.year, printed.month, printed.day))
        draft.say("Book/PubDate", "-".join([f"{part:02}" for part in parts]))
    return start if start == end else replace(start, end=end)


def _identifiers(draft: Draft) -> None:
    """Take from elsewhere what the list of identifiers does not have."""
    fields, facts = draft.fields, draft.facts
    pmid = facts.pmid_of_data
    if pmid and fields.setdefault("pmid", pmid) != pmid:
        draft.say("ArticleId[pubmed]", pmid)
    paged = fields.get("page") or fields.get("number") or not fields.get("volume")
    for kind, text in facts.locations:
        if kind == "pii" and not paged and (fields.setdefault(kind, text) != text or numbers_article(text)):
            paged = fields["number"] = text  # "2560" beside the publisher's own "molecules27082560"
        elif kind not in ("doi", "pii") or fields.setdefault(kind, text) != text:
            draft.say(f"ELocationID[{kind}]", text)
    for one in facts.other_ids:
        draft.add("identifiers", one)
