"""Writing ``article``: a citation goes in, an article whose ``front`` holds all of it comes out.

The order of elements is that of the document type: journal, identifiers, titles, people, dates, place, history, rights,
relations, abstracts, keywords, money, and ``custom-meta`` named after the field for what JATS has no element for. The
works that it cites stand in ``back``. The longer parts have modules of their own: ``journal``, ``people``,
``relations``, ``abstracts``, ``terms``.
"""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter
from typing import Any

from lxml.etree import Element, SubElement

from citeconv import Citation, Date, Grant
from citeconv.values.key_table import KeyTable
from citeconv.values.patterns import lazy
from citeconv_jats.abstracts import add_abstracts
from citeconv_jats.article_types import OTHER, article_type, type_of
from citeconv_jats.citations import add_pages, iso_date
from citeconv_jats.dates import iso, iso_range, meta_date, words
from citeconv_jats.elements import NMTOKEN, Elements, Lose, bare, serialise
from citeconv_jats.journal import Journals, is_code
from citeconv_jats.mapping import (
    CONTAINED,
    CONTRIBUTORS,
    HISTORY,
    HREF,
    LANG,
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
        read_as = type_of(kind, citation.container_title, placed)
        if read_as != citation.type:
            meta.append(("type", citation.type))
        elif read_as == "article" and not citation.genre:
            self._lose("genre", "is read as Preprint")
        for place, tag in enumerate(citation.language):
            if not place and NMTOKEN.fullmatch(tag):
                article.set(LANG, tag)
            else:
                meta.append(("language", tag))
        front = SubElement(article, "front")
        self._journals.add(front, citation, meta)
        self._article(SubElement(front, "article-meta"), citation, meta)
        if citation.note:
            notes = SubElement(front, "notes")
            for note in citation.note:
                self.elements.marked(notes, "p", note)
        if citation.related:
            self._relations.add_cited(article, citation.related)
        return article

    def finish(self, article: Any, citation: Citation) -> bytes:
        """Return one ``article`` in UTF-8; its ids are then taken, for all articles stand in one document."""
        written = serialise(article)
        self._people.finish()
        if citation.key:
            self._keys.claim(citation.key)
        self._relations.finish(citation.related)
        return written

    # -- the article

    def _article(self, parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        lose, elements = self._lose, self.elements
        others = [each for each in citation.identifiers if not is_code(each)]
        add_ids(parent, "article-id", citation, others, elements)
        if citation.version:
            elements.text(parent, "article-version", bare(citation.version, "version", lose))
        if citation.publication_types or citation.categories:
            _categories(parent, citation, elements)
        _titles(parent, citation, meta, elements, lose)
        groups = contributors_of(citation)
        for field, people in zip(compress(CONTRIBUTORS, groups), filter(None, groups), strict=True):
            self._people.add_group(parent, field, people)
        if citation.conflict_of_interest:
            notes = SubElement(SubElement(parent, "author-notes"), "fn", {"fn-type": "coi-statement"})
            elements.marked(notes, "p", citation.conflict_of_interest)
        self._dates(parent, citation, meta)
        self._place(parent, citation, meta)
        self._pages(parent, citation, meta)
        if citation.history:
            self._history(parent, citation)
        _permissions(parent, citation, elements)
        if citation.url:
            elements.once(parent, ("self-uri", HREF, citation.url), citation.url)
        if citation.related or citation.databanks:
            self._relations.add(parent, citation)
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

    def _place(self, parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        """Append the volume and issue, their title and parts, and the numbers of a book."""
        lose, elements = self._lose, self.elements
        if citation.volume:
            elements.text(parent, "volume", bare(citation.volume, "volume", lose))
        if citation.issue:
            elements.text(parent, "issue", bare(citation.issue, "issue", lose))
        if citation.volume_title and citation.type in CONTAINED:
            elements.marked(parent, "issue-title", citation.volume_title)
        elif citation.volume_title:
            meta.append(("volume-title", citation.volume_title))
        if citation.part:
            elements.text(parent, "issue-part", bare(citation.part, "part", lose))
        for isbn in citation.isbn:
            elements.text(parent, "isbn", isbn)
        if citation.supplement:
            elements.marked(parent, "supplement", citation.supplement)

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
        own = article_type(citation)
        for tag, text in citation.extra:
            if (tag, text) == (OTHER, own):
                own = ""
                continue
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


def _grants(parent: Any, citation: Citation, elements: Elements) -> None:
    if not citation.grants:
        return
    group = SubElement(parent, "funding-group")
    for grant in citation.grants:
        award = SubElement(group, "award-group")
        if grant.agency or grant.acronym or grant.country:
            _funder(award, grant, elements)
        if grant.number:
            elements.marked(award, "award-id", grant.number)


def _funder(award: Any, grant: Grant, elements: Elements) -> None:
    """Append who paid; the number that a name may have in brackets is one of Crossref's registry."""
    country = ("country", grant.country) if grant.country else ()
    wrap = SubElement(elements.once(award, ("funding-source", *country)), "institution-wrap")
    if grant.agency:
        known = "10.13039/" in grant.agency and _FUNDER.fullmatch(grant.agency)
        elements.text(wrap, "institution", known["name"] if known else grant.agency)
        if known:
            elements.text(wrap, ("institution-id", "institution-id-type", "FundRef"), known["id"])
    if grant.acronym:
        elements.text(wrap, ("institution-id", "institution-id-type", "nlm-acronym"), grant.acronym)


def _counts(parent: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
    counts = None
    for field, tag in (("number_of_references", "ref-count"), ("number_of_pages", "page-count")):
        text = getattr(citation, field)
        if text.isdecimal() and text.isascii():
            counts = SubElement(parent, "counts") if counts is None else counts
            SubElement(counts, tag, {"count": text})
        elif text:
            meta.append((field.replace("_", "-"), text))
