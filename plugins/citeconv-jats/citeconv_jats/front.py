"""Writing ``article``: a citation goes in, an article whose ``front`` holds all of it goes out.

The order of elements is that of the document type: journal, identifiers, titles, people, dates, place, history, rights,
relations, abstracts, keywords, money, and ``custom-meta`` named after the field for what JATS has no element for. The
works that it cites stand in ``back``. The longer parts have modules of their own: ``people``, ``abstracts``, ``terms``.
"""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter
from typing import Any

from lxml.etree import Comment, Element, SubElement

from citeconv import Citation, Date, Identifier, Related
from citeconv.values.dates import parse_date, parse_edtf
from citeconv.values.key_table import KeyTable
from citeconv.values.patterns import lazy
from citeconv_jats.abstracts import add_abstracts
from citeconv_jats.citations import add_pages, iso_date, issn_shape
from citeconv_jats.dates import iso, iso_range, words
from citeconv_jats.elements import NMTOKEN, Elements, Lose, Shape, bare, serialise
from citeconv_jats.mapping import (
    ARTICLE_TYPES,
    CONTRIBUTORS,
    HISTORY,
    HREF,
    ID_TYPES,
    JOURNAL_ID,
    LANG,
    META_DATES,
    META_LISTS,
    META_TEXTS,
    NOT_AVAILABLE,
    RELATION_IDS,
    RELATIONS,
    XLINK,
)
from citeconv_jats.options import NAME
from citeconv_jats.parts import add_ids, original_language, titles_of
from citeconv_jats.people import People
from citeconv_jats.reading_parts import doi_in
from citeconv_jats.terms import add_terms

_NUMBERED = lazy(r"(?:aff|ref)\d+")
_TIME = lazy(r"\d\d:\d\d(?::\d\d)?")
_YEAR = lazy(r"\b(?:1[89]|20)\d\d\b")
_FUNDER = lazy(r"(?P<name>[^()]+) \((?P<id>(?:https?://(?:dx\.)?doi\.org/)?10\.13039/\d+)\)")
"""A funder with its number in Crossref's registry."""
_AFTER_HOLDER = lazy(
    r"[.;,]?(?<!\s)\s+"
    r"(?:All rights|Published|This (?:is|article)|Distributed|For permission|Licen[sc]ed?|under)\b.*",
    re.S,
)
_TEXTS = attrgetter(*META_TEXTS)
_TEXT_NAMES = tuple(field.replace("_", "-") for field in META_TEXTS)
_CONTRIBUTORS = attrgetter(*CONTRIBUTORS)


_TYPES = {
    "preprint": "article",
    "other": "document",
    "proceedings": "paper-conference",
    "proceedings-paper": "paper-conference",
    "conference-paper": "paper-conference",
    "dissertation": "thesis",
}
"""Types by ``@article-type``; any other is an article's."""
_PREPRINT_SERVERS = frozenset(("arxiv", "biorxiv", "chemrxiv", "medrxiv", "preprints", "psyarxiv", "research square"))
"""What a preprint has in the place of its journal, whatever ``@article-type`` says, as bioRxiv's own files have it."""


def article_type(citation: Citation) -> str:
    """Return ``@article-type``: by NLM's publication types, the more telling first."""
    if citation.type == "article-journal" or citation.type == "article":
        for kind, name in ARTICLE_TYPES.items():
            if kind in citation.publication_types:
                return name
        return "preprint" if citation.type == "article" else "research-article"
    return "other"


def type_of(name: str, container: str, placed: bool) -> str:
    """Return the type of citation that ``@article-type`` stands for, where nothing else tells it.

    Args:
        name: ``other`` is what pandoc writes for want of a type.
        container: What is told as the journal, which may be a server for preprints.
        placed: Whether a volume or an issue of it is told.
    """
    kind = "article-journal" if container and placed and name == "other" else _TYPES.get(name, "article-journal")
    return "article" if kind == "article-journal" and container.lower() in _PREPRINT_SERVERS else kind


_DOI_SIGN = "10."


class Fronts:
    """Builds articles.

    Args:
        lose: Told of what has no place.

    Attributes:
        elements: What it builds them of.
    """

    def __init__(self, lose: Lose) -> None:
        self._lose = lose
        self.elements = Elements()
        self._people = People(self.elements, lose)
        self._keys = KeyTable()
        self._cited = 0  # references of the articles before

    def build(self, citation: Citation) -> Any:
        """Return one ``article``.

        Raises:
            ValueError: The citation holds a character that XML cannot.
        """
        self.elements.begin()
        self._people.begin()
        kind = article_type(citation)
        article = Element("article", {"dtd-version": "1.3", "article-type": kind}, nsmap={"xlink": XLINK})
        meta: list[tuple[str, str]] = []
        if citation.key:
            taken = self._keys.owner(citation.key) or _NUMBERED.fullmatch(citation.key)
            if not taken and NAME.fullmatch(citation.key):
                article.set("id", citation.key)
            else:
                meta.append(("key", citation.key))
        placed = bool(citation.volume or citation.issue)
        if type_of(kind, citation.container_title, placed) != citation.type:
            meta.append(("type", citation.type))
        for place, tag in enumerate(citation.language):
            if not place and NMTOKEN.fullmatch(tag):
                article.set(LANG, tag)
            else:
                meta.append(("language", tag))
        front = SubElement(article, "front")
        self._journal(front, citation, meta)
        self._article(SubElement(front, "article-meta"), citation, meta)
        if citation.note:
            notes = SubElement(front, "notes")
            for note in citation.note:
                self.elements.marked(notes, "p", note)
        if citation.related:
            self._add_cited(article, citation.related)
        return article

    def finish(self, article: Any, citation: Citation) -> bytes:
        """Return one ``article`` in UTF-8; its ids are then taken, for all articles stand in one document."""
        written = serialise(article)
        self._people.finish()
        if citation.key:
            self._keys.claim(citation.key)
        if citation.related:
            self._cited += len(_cited(citation.related))
        return written

    # -- the journal

    def _journal(self, front: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        lose, add = self._lose, self.elements.text
        short, full = citation.container_title_short, citation.container_title
        codes = self._codes(citation)
        if not (short or full or citation.nlm_unique_id or citation.issn or citation.publisher or codes):
            if citation.publisher_place:
                meta.append(("publisher-place", citation.publisher_place))
            return
        element = SubElement(front, "journal-meta")
        if short:
            nlm = citation.pmid or citation.nlm_unique_id
            shape = ("journal-id", "journal-id-type", "nlm-ta" if nlm else "iso-abbrev")
            add(element, shape, bare(short, "container_title_short", lose))
        if citation.nlm_unique_id:
            add(element, ("journal-id", "journal-id-type", "nlm-journal-id"), citation.nlm_unique_id)
        for kind, value in codes:
            self.elements.once(element, ("journal-id", "journal-id-type", kind), value)
        if not len(element) and (citation.issn or full):  # Publishing demands an id of some kind
            kind, value = ("issn", citation.issn[0].value) if citation.issn else ("journal-title", full)
            add(element, ("journal-id", "journal-id-type", kind), bare(value, "container_title", lose))
        if full or short:
            group = self.elements.group(element, "journal-title-group")
            if full:
                add(group, "journal-title", bare(full, "container_title", lose))
            if short:
                add(group, "abbrev-journal-title", bare(short, "container_title_short", lose))
        last = len(citation.issn) - 1
        if (full or short) and (last < 0 or (last == 0 and citation.issn[0].kind == "linking")):
            missing = SubElement(element, "issn", {"content-type": NOT_AVAILABLE})
            missing.text = ""  # an empty text keeps the serialiser from indenting within it
            missing.append(Comment("not in the source; Publishing demands the element"))
        for place, issn in enumerate(citation.issn):
            if issn.kind == "linking" and place != last:
                self.elements.once(element, ("issn", "publication-format", issn.kind), issn.value)
            else:
                add(element, issn_shape(issn.kind), issn.value)
        if citation.publisher:
            publisher = self.elements.group(element, "publisher")
            add(publisher, "publisher-name", bare(citation.publisher, "publisher", lose))
            if citation.publisher_place:
                add(publisher, "publisher-loc", bare(citation.publisher_place, "publisher_place", lose))
        elif citation.publisher_place:
            meta.append(("publisher-place", citation.publisher_place))

    def _codes(self, citation: Citation) -> list[tuple[str, str]]:
        """Return the journal's own identifiers, each with its kind."""
        codes = [each for each in citation.identifiers if _is_code(each)]
        if codes and tuple(codes) != citation.identifiers[: len(codes)]:
            self._lose("identifiers", "those of the journal stand first")
        return [(each.kind.removeprefix(JOURNAL_ID), each.value) for each in codes]

    # -- the article

    def _article(self, parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        lose, elements, add = self._lose, self.elements, self.elements.text
        others = [each for each in citation.identifiers if not _is_code(each)]
        add_ids(parent, "article-id", citation, others, elements)
        if citation.version:
            add(parent, "article-version", bare(citation.version, "version", lose))
        if citation.publication_types or citation.categories:
            _categories(parent, citation, elements)
        _titles(parent, citation, meta, elements, lose)
        groups = _CONTRIBUTORS(citation)
        for field, people in zip(compress(CONTRIBUTORS, groups), filter(None, groups), strict=True):
            self._people.add_group(parent, field, people)
        if citation.conflict_of_interest:
            notes = SubElement(SubElement(parent, "author-notes"), "fn", {"fn-type": "coi-statement"})
            elements.marked(notes, "p", citation.conflict_of_interest)
        self._dates(parent, citation, meta)
        if citation.volume:
            add(parent, "volume", bare(citation.volume, "volume", lose))
        if citation.issue:
            add(parent, "issue", bare(citation.issue, "issue", lose))
        if citation.part:
            add(parent, "issue-part", bare(citation.part, "part", lose))
        for isbn in citation.isbn:
            add(parent, "isbn", isbn)
        if citation.supplement:
            elements.marked(parent, "supplement", citation.supplement)
        self._pages(parent, citation, meta)
        if citation.history:
            self._history(parent, citation)
        _permissions(parent, citation, elements)
        if citation.url:
            elements.once(parent, ("self-uri", HREF, citation.url), citation.url)
        if citation.related or citation.databanks:
            self._relations(parent, citation)
        add_abstracts(parent, citation, elements, lose)
        add_terms(parent, citation, elements, lose)
        _grants(parent, citation, elements)
        self._event(parent, citation, meta)
        if citation.number_of_references or citation.number_of_pages:
            _counts(parent, citation, meta)
        self._meta(parent, citation, meta)

    def _dates(self, parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        issued, available = citation.issued, citation.available_date
        if issued is not None:
            if citation.print_date is not None or citation.publication_model.startswith("Electronic"):
                form = "electronic"
            elif citation.publication_model.startswith("Print") or (available and not citation.collection_date):
                form = "print"
            else:
                form = ""
            self._pub_date(parent, "issued", issued, "pub", form, meta)
        if available is not None and issued is not None and iso(issued):
            self._pub_date(parent, "available_date", available, "pub", "electronic", meta)
        elif available is not None:
            self._meta_date(meta, "available_date", available)
        for field, kind, form in (("print_date", "issue", "print"), ("collection_date", "collection", "electronic")):
            if (date := getattr(citation, field)) is None:
                continue
            if issued is None:  # a reader would take it for the date to cite
                self._meta_date(meta, field, date)
            else:
                self._pub_date(parent, field, date, kind, form, meta)

    def _pub_date(self, parent: Any, field: str, date: Date, kind: str, form: str, meta: list[tuple[str, str]]) -> None:
        whole = iso_range(date)
        if not whole or date.literal:
            self._meta_date(meta, field, date, beside=bool(whole))
        if whole:
            medium = ("publication-format", form) if form else ()
            self._date(parent, ("pub-date", "date-type", kind, *medium), date, whole)

    def _date(self, parent: Any, shape: tuple[str, ...], date: Date, whole: str) -> None:
        """Append a date in the order of JATS: day, month or season, year."""
        if date.day and date.month:
            self.elements.day(parent, shape, whole, (f"{date.day:02}", f"{date.month:02}", str(date.year)))
            return
        element = self.elements.group(parent, (*shape, "iso-8601-date", ""))
        element.set("iso-8601-date", whole)
        element.text = ""  # a date stands on one line
        if date.month:
            self.elements.text(element, "month", f"{date.month:02}")
        elif date.season:
            self.elements.text(element, "season", words(Date(season=date.season)))
        self.elements.text(element, "year", str(date.year))

    def _meta_date(self, meta: list[tuple[str, str]], field: str, date: Date, beside: bool = False) -> None:
        """Keep a date as text: its ISO form, its wording if that says more; its numbers may stand beside it."""
        if date.literal and not beside and date != meta_date(date.literal):
            self._lose(field, "its wording or its numbers, not both")
        meta.append((field.replace("_", "-"), date.literal or iso_range(date) or words(date)))

    def _pages(self, parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        if citation.page:
            add_pages(parent, citation.page, self.elements, self._lose)
            if citation.number:
                meta.append(("number", citation.number))
        elif citation.number:
            self.elements.text(parent, "elocation-id", bare(citation.number, "number", self._lose))

    def _history(self, parent: Any, citation: Citation) -> None:
        history = None
        for event in citation.history:
            whole = iso_range(event.date)
            if not whole or event.date.literal:
                self._lose("history", f"{event.kind}: no form for {words(event.date)}")
            if not whole:
                continue
            if event.time:
                if event.date.day and event.date.end is None and _TIME.fullmatch(event.time):
                    whole = f"{whole}T{event.time}"
                else:
                    self._lose("history", f"{event.kind}: no form for the time {event.time}")
            kind = HISTORY.get(event.kind, event.kind)
            history = SubElement(parent, "history") if history is None else history
            self.elements.heed(kind, event.time)
            self._date(history, ("date", "date-type", kind), event.date, whole)

    def _relations(self, parent: Any, citation: Citation) -> None:
        after_cited = False
        for related in citation.related:
            if related.kind == "cites":
                after_cited = True
                if not related.doi and _DOI_SIGN in related.citation and doi_in(related.citation):
                    self._lose("related", "a DOI in the text of a cited work is read as its own, too")
                continue
            if after_cited:
                self._lose("related", "cited works stand behind the other relations")
                after_cited = False
            kind = RELATIONS.get(related.kind, related.kind)
            element = self.elements.once(parent, ("related-article", "related-article-type", kind))
            linked = next((field for field in RELATION_IDS if getattr(related, field)), "")
            if linked:
                element.set("ext-link-type", RELATION_IDS[linked])
                self.elements.set(element, HREF, getattr(related, linked))
            _related(element, related, linked, self.elements)
        before = ""
        for bank in citation.databanks:
            if bank.name == before:
                self._lose("databanks", "accession numbers of one name stand together")
            before = bank.name
            for number in bank.accession_numbers or ("",):
                shape = ("related-object", "source-type", "database", "source-id", bank.name)
                element = self.elements.once(parent, shape)
                if number:
                    self.elements.set(element, "document-id", number)
                    element.set("document-id-type", "accession")

    def _add_cited(self, article: Any, relations: tuple[Related, ...]) -> None:
        cited = _cited(relations)
        if not cited:
            return
        references = SubElement(SubElement(article, "back"), "ref-list")
        for number, related in enumerate(cited, self._cited + 1):
            ref = SubElement(references, "ref", {"id": f"ref{number}"})
            _related(SubElement(ref, "mixed-citation", {"publication-type": "other"}), related, "", self.elements)

    def _event(self, parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        title, place, date = citation.event_title, citation.event_place, citation.event_date
        if title and date is not None:  # the least that Publishing demands
            conference = SubElement(parent, "conference")
            self.elements.once(conference, ("conf-date", *iso_date(iso_range(date))), words(date))
            self.elements.text(conference, "conf-name", bare(title, "event_title", self._lose))
            if place:
                self.elements.text(conference, "conf-loc", bare(place, "event_place", self._lose))
            return
        if title:
            meta.append(("event-title", title))
        if place:
            meta.append(("event-place", place))
        if date is not None:
            self._meta_date(meta, "event_date", date)

    def _meta(self, parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        texts = _TEXTS(citation)
        meta += zip(compress(_TEXT_NAMES, texts), filter(None, texts), strict=True)
        for field in META_LISTS:
            meta += [(field.replace("_", "-"), text) for text in getattr(citation, field)]
        for field in META_DATES:
            if (date := getattr(citation, field)) is not None:
                self._meta_date(meta, field, date)
        for tag, text in citation.extra:
            if ":" not in tag:
                self._lose("extra", f"{tag} names no format")
            meta.append((tag.removeprefix("jats:meta/"), text))
        if meta:
            group = self.elements.group(parent, "custom-meta-group")
            for name, text in meta:
                element = self.elements.group(group, "custom-meta")
                element.text = ""  # it stands on one line
                self.elements.text(element, "meta-name", name)
                self.elements.marked(element, "meta-value", text)


def meta_date(text: str) -> Date:
    """Return the date that a reader takes text for."""
    return parse_edtf(text) or Date(year=parse_date(text).year, literal=text)


def _is_code(identifier: Identifier) -> bool:
    return identifier.kind.startswith(JOURNAL_ID)


def _cited(relations: tuple[Related, ...]) -> list[Related]:
    """Return what an article cites."""
    return [related for related in relations if related.kind == "cites"]


def _categories(parent: Any, citation: Citation, elements: Elements) -> None:
    element = elements.group(parent, "article-categories")
    for kind, subjects in (
        ("pubmed-publication-type", citation.publication_types),
        ("heading", citation.categories),
    ):
        if subjects:
            group = elements.group(element, ("subj-group", "subj-group-type", kind))
            for subject in subjects:
                elements.marked(group, "subject", subject)


def _titles(parent: Any, citation: Citation, meta: list[tuple[str, str]], elements: Elements, lose: Lose) -> None:
    title, original = titles_of(citation, lose)
    short = citation.title_short
    if not title:
        if short:
            meta.append(("title-short", short))
        return
    group = elements.once(parent, "title-group") if original else elements.group(parent, "title-group")
    if original:
        elements.marked_once(group, "article-title", original).set(LANG, original_language(citation.language))
        elements.marked(SubElement(group, "trans-title-group", {LANG: "en"}), "trans-title", title)
    else:
        elements.marked(group, "article-title", title)
    if short:
        elements.marked(group, ("alt-title", "alt-title-type", "running-head"), short)


def _permissions(parent: Any, citation: Citation, elements: Elements) -> None:
    """Append the statement; its year and holder, which JATS4R wants, where they can be told."""
    if not citation.copyright and not citation.license:
        return
    element = SubElement(parent, "permissions")
    statement = citation.copyright
    if statement:
        elements.marked(element, "copyright-statement", statement)
        year = _YEAR.search(statement)
        holder = _AFTER_HOLDER.sub("", statement[year.end() :]).strip(" .,;:") if year else ""
        if year and holder and len(holder) < 200 and "<" not in holder:
            elements.text(element, "copyright-year", year[0])
            elements.text(element, "copyright-holder", holder.removeprefix("by "))
    if citation.license:
        license_element = SubElement(element, "license")
        address = citation.license.rpartition(" ")[2]
        if address.startswith(("https://", "http://")):
            license_element.set(HREF, address)
        elements.marked(license_element, "license-p", citation.license)


def _related(element: Any, related: Related, linked: str, elements: Elements) -> None:
    """Fill in the citation as printed, and the ids that the link does not tell."""
    elements.fill(element, related.citation)
    for field, kind in (("pmid", "pmid"), ("doi", "doi"), ("pmcid", "pmcid")):
        if field != linked and (value := getattr(related, field)):
            _spaced(element, ("pub-id", "pub-id-type", kind), value, elements)
    for identifier in related.identifiers:
        kind = identifier.kind
        known = ("pub-id-type", kind) if kind in ID_TYPES else ("pub-id-type", "custom", "custom-type", kind)
        _spaced(element, ("pub-id", *known), identifier.value, elements)
    if related.note:
        _spaced(element, "comment", "", elements)
        elements.fill(element[-1], related.note)


def _spaced(element: Any, shape: Shape, text: str, elements: Elements) -> None:
    """Append a child of running text, with a blank before it."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + " "
    elif element.text:
        element.text += " "
    elements.once(element, shape, text)


def _grants(parent: Any, citation: Citation, elements: Elements) -> None:
    if not citation.grants:
        return
    group = SubElement(parent, "funding-group")
    for grant in citation.grants:
        award = SubElement(group, "award-group")
        if grant.agency or grant.acronym or grant.country:
            country = ("country", grant.country) if grant.country else ()
            funder = elements.once(award, ("funding-source", *country))
            wrap = SubElement(funder, "institution-wrap")
            if grant.agency:
                known = "10.13039/" in grant.agency and _FUNDER.fullmatch(grant.agency)
                elements.text(wrap, "institution", known["name"] if known else grant.agency)
                if known:
                    elements.text(wrap, ("institution-id", "institution-id-type", "FundRef"), known["id"])
            if grant.acronym:
                elements.text(wrap, ("institution-id", "institution-id-type", "nlm-acronym"), grant.acronym)
        if grant.number:
            elements.marked(award, "award-id", grant.number)


def _counts(parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
    counts = None
    for field, tag in (("number_of_references", "ref-count"), ("number_of_pages", "page-count")):
        text = getattr(citation, field)
        if text.isdecimal() and text.isascii():
            counts = SubElement(parent, "counts") if counts is None else counts
            SubElement(counts, tag, {"count": text})
        elif text:
            meta.append((field.replace("_", "-"), text))
