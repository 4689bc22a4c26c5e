"""Writing ``article``: a citation goes in, an article whose ``front`` holds all of it goes out.

The order of elements is that of the document type: journal, identifiers, titles, people, dates, place, history, rights,
relations, abstracts, keywords, money, and ``custom-meta`` named after the field for what JATS has no element for. The
works that it cites stand in ``back``. The longer parts have modules of their own: ``journal``, ``people``,
``relations``, ``abstracts``, ``terms``.
"""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter

from citeconv import Citation, Date, Grant
from citeconv.values.key_table import KeyTable
from citeconv.values.patterns import lazy
from citeconv_jats.abstracts import add_abstracts
from citeconv_jats.article_types import article_type, type_of
from citeconv_jats.citations import add_pages, iso_date
from citeconv_jats.dates import iso, iso_range, meta_date, words
from citeconv_jats.elements import NMTOKEN, Elements, Lose, bare
from citeconv_jats.journal import Journals, is_code
from citeconv_jats.mapping import (
    CONTAINED,
    CONTRIBUTORS,
    HISTORY,
    META_DATES,
    META_LISTS,
    META_TEXTS,
    XLINK,
    contributors_of,
)
from citeconv_jats.options import NAME
from citeconv_jats.parts import add_ids, original_language, titles_of
from citeconv_jats.people import People
from citeconv_jats.relations import Relations
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
"""What stands behind the holder of a copyright: ``. All rights reserved.``"""
_TEXTS = attrgetter(*META_TEXTS)
_TEXT_NAMES = tuple(field.replace("_", "-") for field in META_TEXTS)


class Fronts:
    """Builds articles.

    Args:
        lose: Called with what has no place.

    Attributes:
        elements: What it builds them of.
    """

    def __init__(self, lose: Lose) -> None:
        self._lose = lose
        self.elements = Elements()
        self._people = People(self.elements, lose)
        self._journals = Journals(self.elements, lose)
        self._relations = Relations(self.elements, lose)
        self._keys = KeyTable()
        self._attributes = ""  # those of the article that was built last

    def build(self, citation: Citation) -> None:
        """Write what stands in one ``article``."""
        elements = self.elements
        elements.begin()
        self._people.begin()
        kind = article_type(citation)
        attributes = f' xmlns:xlink="{XLINK}" dtd-version="1.3" article-type="{kind}"'
        meta: list[tuple[str, str]] = []
        if citation.key:
            taken = self._keys.owner(citation.key) or _NUMBERED.fullmatch(citation.key)
            if not taken and NAME.fullmatch(citation.key):
                attributes += f' id="{citation.key}"'
            else:
                meta.append(("key", citation.key))
        placed = bool(citation.volume or citation.issue)
        if type_of(kind, citation.container_title, placed) != citation.type:
            meta.append(("type", citation.type))
        for place, tag in enumerate(citation.language):
            if not place and NMTOKEN.fullmatch(tag):
                attributes += f' xml:lang="{tag}"'
            else:
                meta.append(("language", tag))
        self._attributes = attributes
        elements.open("front")
        self._journals.add(citation, meta)
        elements.open("article-meta")
        self._article(citation, meta)
        elements.close()
        if citation.note:
            elements.open("notes")
            for note in citation.note:
                elements.marked("p", note)
            elements.close()
        elements.close()
        if citation.related:
            self._relations.add_cited(citation.related)

    def finish(self, citation: Citation) -> bytes:
        """Return the ``article`` that was built last; its ids are then taken, for all stand in one document."""
        self._people.finish()
        if citation.key:
            self._keys.claim(citation.key)
        self._relations.finish(citation.related)
        return f"<article{self._attributes}>{self.elements.written()}\n</article>\n".encode()

    # -- the article

    def _article(self, citation: Citation, meta: list[tuple[str, str]]) -> None:
        lose, elements = self._lose, self.elements
        others = [each for each in citation.identifiers if not is_code(each)]
        add_ids("article-id", citation, others, elements)
        if citation.version:
            elements.text("article-version", bare(citation.version, "version", lose))
        if citation.publication_types or citation.categories:
            _categories(citation, elements)
        _titles(citation, meta, elements, lose)
        groups = contributors_of(citation)
        for field, people in zip(compress(CONTRIBUTORS, groups), filter(None, groups), strict=True):
            self._people.add_group(field, people)
        if citation.conflict_of_interest:
            elements.open("author-notes")
            elements.open("fn", ' fn-type="coi-statement"')
            elements.marked("p", citation.conflict_of_interest)
            elements.close()
            elements.close()
        self._dates(citation, meta)
        self._place(citation, meta)
        self._pages(citation, meta)
        if citation.history:
            self._history(citation)
        _permissions(citation, elements)
        if citation.url:
            elements.text("self-uri", citation.url, elements.attribute("xlink:href", citation.url))
        if citation.related or citation.databanks:
            self._relations.add(citation)
        add_abstracts(citation, elements, lose)
        add_terms(citation, elements, lose)
        _grants(citation, elements)
        self._event(citation, meta)
        if citation.number_of_references or citation.number_of_pages:
            _counts(citation, meta, elements)
        self._meta(citation, meta)

    def _dates(self, citation: Citation, meta: list[tuple[str, str]]) -> None:
        issued, available = citation.issued, citation.available_date
        if issued is not None:
            if citation.print_date is not None or citation.publication_model.startswith("Electronic"):
                form = "electronic"
            elif citation.publication_model.startswith("Print") or (available and not citation.collection_date):
                form = "print"
            else:
                form = ""
            self._pub_date("issued", issued, "pub", form, meta)
        if available is not None and issued is not None and iso(issued):
            self._pub_date("available_date", available, "pub", "electronic", meta)
        elif available is not None:
            self._meta_date(meta, "available_date", available)
        for field, kind, form in (("print_date", "issue", "print"), ("collection_date", "collection", "electronic")):
            if (date := getattr(citation, field)) is None:
                continue
            if issued is None:  # a reader would take it for the date to cite
                self._meta_date(meta, field, date)
            else:
                self._pub_date(field, date, kind, form, meta)

    def _pub_date(self, field: str, date: Date, kind: str, form: str, meta: list[tuple[str, str]]) -> None:
        whole = iso_range(date)
        if not whole or date.literal:
            self._meta_date(meta, field, date, beside=bool(whole))
        if whole:
            medium = f' publication-format="{form}"' if form else ""
            self._date("pub-date", f' date-type="{kind}"{medium}', date, whole)

    def _date(self, tag: str, attributes: str, date: Date, whole: str) -> None:
        """Write a date in the order of JATS: day, month or season, year."""
        self.elements.open_line(tag, f'{attributes} iso-8601-date="{whole}"')
        if date.day and date.month:
            self.elements.text("day", f"{date.day:02}")
        if date.month:
            self.elements.text("month", f"{date.month:02}")
        elif date.season:
            self.elements.text("season", words(Date(season=date.season)))
        self.elements.text("year", str(date.year))
        self.elements.close()

    def _meta_date(self, meta: list[tuple[str, str]], field: str, date: Date, beside: bool = False) -> None:
        """Keep a date as text: its ISO form, its wording if that says more; its numbers may stand beside it."""
        if date.literal and not beside and date != meta_date(date.literal):
            self._lose(field, "its wording or its numbers, not both")
        meta.append((field.replace("_", "-"), date.literal or iso_range(date) or words(date)))

    def _place(self, citation: Citation, meta: list[tuple[str, str]]) -> None:
        """Write the volume and issue, their title and parts, and the numbers of a book."""
        lose, elements = self._lose, self.elements
        if citation.volume:
            elements.text("volume", bare(citation.volume, "volume", lose))
        if citation.issue:
            elements.text("issue", bare(citation.issue, "issue", lose))
        if citation.volume_title and citation.type in CONTAINED:
            elements.marked("issue-title", citation.volume_title)
        elif citation.volume_title:
            meta.append(("volume-title", citation.volume_title))
        if citation.part:
            elements.text("issue-part", bare(citation.part, "part", lose))
        for isbn in citation.isbn:
            elements.text("isbn", isbn)
        if citation.supplement:
            elements.marked("supplement", citation.supplement)

    def _pages(self, citation: Citation, meta: list[tuple[str, str]]) -> None:
        if citation.page:
            add_pages(citation.page, self.elements, self._lose)
            if citation.number:
                meta.append(("number", citation.number))
        elif citation.number:
            self.elements.text("elocation-id", bare(citation.number, "number", self._lose))

    def _history(self, citation: Citation) -> None:
        elements, opened = self.elements, False
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
            if not opened:
                elements.open("history")
                opened = True
            elements.heed(event.time)
            self._date("date", elements.attribute("date-type", kind), event.date, whole)
        if opened:
            elements.close()

    def _event(self, citation: Citation, meta: list[tuple[str, str]]) -> None:
        title, place, date = citation.event_title, citation.event_place, citation.event_date
        if title and date is not None:  # the least that Publishing demands
            self.elements.open("conference")
            self.elements.text("conf-date", words(date), iso_date(iso_range(date)))
            self.elements.text("conf-name", bare(title, "event_title", self._lose))
            if place:
                self.elements.text("conf-loc", bare(place, "event_place", self._lose))
            self.elements.close()
            return
        if title:
            meta.append(("event-title", title))
        if place:
            meta.append(("event-place", place))
        if date is not None:
            self._meta_date(meta, "event_date", date)

    def _meta(self, citation: Citation, meta: list[tuple[str, str]]) -> None:
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
            self.elements.open("custom-meta-group")
            for name, text in meta:
                self.elements.open_line("custom-meta")
                self.elements.text("meta-name", name)
                self.elements.marked("meta-value", text)
                self.elements.close()
            self.elements.close()


def _categories(citation: Citation, elements: Elements) -> None:
    elements.open("article-categories")
    for kind, subjects in (
        ("pubmed-publication-type", citation.publication_types),
        ("heading", citation.categories),
    ):
        if subjects:
            elements.open("subj-group", f' subj-group-type="{kind}"')
            for subject in subjects:
                elements.marked("subject", subject)
            elements.close()
    elements.close()


def _titles(citation: Citation, meta: list[tuple[str, str]], elements: Elements, lose: Lose) -> None:
    title, original = titles_of(citation, lose)
    short = citation.title_short
    if not title:
        if short:
            meta.append(("title-short", short))
        return
    elements.open("title-group")
    if original:
        elements.marked("article-title", original, f' xml:lang="{original_language(citation.language)}"')
        elements.open("trans-title-group", ' xml:lang="en"')
        elements.marked("trans-title", title)
        elements.close()
    else:
        elements.marked("article-title", title)
    if short:
        elements.marked("alt-title", short, ' alt-title-type="running-head"')
    elements.close()


def _permissions(citation: Citation, elements: Elements) -> None:
    """Write the statement; its year and holder, which JATS4R wants, where they can be told."""
    if not citation.copyright and not citation.license:
        return
    elements.open("permissions")
    statement = citation.copyright
    if statement:
        elements.marked("copyright-statement", statement)
        year = _YEAR.search(statement)
        holder = _AFTER_HOLDER.sub("", statement[year.end() :]).strip(" .,;:") if year else ""
        if year and holder and len(holder) < 200 and "<" not in holder:
            elements.text("copyright-year", year[0])
            elements.text("copyright-holder", holder.removeprefix("by "))
    if citation.license:
        address = citation.license.rpartition(" ")[2]
        leads = address.startswith(("https://", "http://"))
        elements.open("license", elements.attribute("xlink:href", address) if leads else "")
        elements.marked("license-p", citation.license)
        elements.close()
    elements.close()


def _grants(citation: Citation, elements: Elements) -> None:
    if not citation.grants:
        return
    elements.open("funding-group")
    for grant in citation.grants:
        elements.open("award-group")
        if grant.agency or grant.acronym or grant.country:
            _funder(grant, elements)
        if grant.number:
            elements.marked("award-id", grant.number)
        elements.close()
    elements.close()


def _funder(grant: Grant, elements: Elements) -> None:
    """Write who paid; the number that a name may have in brackets is one of Crossref's registry."""
    elements.open("funding-source", elements.attribute("country", grant.country) if grant.country else "")
    elements.open("institution-wrap")
    if grant.agency:
        known = "10.13039/" in grant.agency and _FUNDER.fullmatch(grant.agency)
        elements.text("institution", known["name"] if known else grant.agency)
        if known:
            elements.text("institution-id", known["id"], ' institution-id-type="FundRef"')
    if grant.acronym:
        elements.text("institution-id", grant.acronym, ' institution-id-type="nlm-acronym"')
    elements.close()
    elements.close()


def _counts(citation: Citation, meta: list[tuple[str, str]], elements: Elements) -> None:
    opened = False
    for field, tag in (("number_of_references", "ref-count"), ("number_of_pages", "page-count")):
        text = getattr(citation, field)
        if text.isdecimal() and text.isascii():
            if not opened:
                elements.open("counts")
                opened = True
            elements.empty(tag, f' count="{text}"')
        elif text:
            meta.append((field.replace("_", "-"), text))
    if opened:
        elements.close()
