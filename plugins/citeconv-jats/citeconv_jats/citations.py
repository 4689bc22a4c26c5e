"""Writing ``element-citation``: a citation goes in, the element comes out, its children in one fixed order.

What belongs together is in the tables of ``mapping``; here stands what depends on more than one field: dates, pages,
titles by type, identifiers that are not what their field says, and the comments for what JATS has no element for.
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import Any

from lxml.etree import SubElement

from citeconv import NAME_FIELDS, Citation, Date, Name
from citeconv.values.patterns import lazy
from citeconv_jats.dates import iso, iso_range, words
from citeconv_jats.elements import Lose, add, bare
from citeconv_jats.mapping import (
    COMMENTS,
    LANG,
    NUMBERS,
    TEXT_AFTER_DATE,
    TEXT_BEFORE_DATE,
    Kind,
    TextRow,
)
from citeconv_jats.names import add_name
from citeconv_jats.parts import (
    SIMPLE_PAGES,
    Builder,
    add_ids,
    add_link,
    backward,
    designate,
    group_type,
    original_language,
    titles_of,
)

_FIRST_PAGE = lazy(r"[^\s,;‐-―-]+")
_EPUB_AHEAD = "Epub ahead of print"
_BEFORE = attrgetter(*(field for field, _, _ in TEXT_BEFORE_DATE))
_AFTER = attrgetter(*(field for field, _, _ in TEXT_AFTER_DATE))
_PEOPLE = attrgetter(*NAME_FIELDS)
EXTRA_ELEMENTS = frozenset(
    "article-title chapter-title comment conf-acronym conf-sponsor data-title edition elocation-id email gov"
    " institution isbn issn issue issue-id issue-part issue-title object-id part-title publisher-loc publisher-name"
    " season series source supplement trans-source trans-title uri volume volume-id volume-series".split()
)
"""Children of a citation that hold text, for which the reader found no field, and which go back as they came."""

ETAL = "jats:etal"
"""The words for "and others", where they are not NLM's."""


class Citations(Builder):
    """Builds ``element-citation``."""

    def add(self, parent: Any, citation: Citation) -> Any:
        """Append an ``element-citation`` and return it."""
        element, kind = self._begin(parent, "element-citation", citation)
        self._people(element, citation)
        self._titles(element, citation, kind)
        self._texts(element, TEXT_BEFORE_DATE, _BEFORE(citation))
        if citation.issued is not None:
            self._issued(element, citation.issued)
        if citation.event_date is not None:
            add_dated(element, "conf-date", citation.event_date, {})
        self._texts(element, TEXT_AFTER_DATE, _AFTER(citation))
        if citation.page:
            add_pages(element, citation.page, self._lose)
        if citation.number:
            self._number(element, citation)
        self._ids(element, citation)
        self._rest(element, citation)
        if not len(element):
            SubElement(element, "comment")  # JATS wants one element at least
        return element

    # -- one concern each

    def _texts(self, element: Any, rows: tuple[TextRow, ...], texts: tuple[str, ...]) -> None:
        if any(texts):
            for (field, tag, marked), text in zip(compress(rows, texts), filter(None, texts), strict=True):
                if marked:
                    add(element, tag, text)
                else:
                    SubElement(element, tag).text = text if "<" not in text else bare(text, field, self._lose)
                    if tag in ("edition", "version"):
                        designate(element[-1], text)

    def _people(self, element: Any, citation: Citation) -> None:
        groups, cut = _PEOPLE(citation), citation.et_al
        if not cut:
            for field, people in zip(compress(NAME_FIELDS, groups), filter(None, groups), strict=True):
                self._group(element, field, people)
            return
        wordings = [text for tag, text in citation.extra if tag == ETAL]
        for field, people in zip(NAME_FIELDS, groups, strict=True):
            if field in cut:
                etal = SubElement(self._group(element, field, people), "etal")
                if wordings:
                    etal.text = bare(wordings.pop(0), "extra", self._lose)
            elif people:
                self._group(element, field, people)
        for field in cut:
            if field not in NAME_FIELDS:
                self._lose("et_al", f"{field} holds no names")

    def _group(self, element: Any, field: str, people: tuple[Name, ...]) -> Any:
        group = SubElement(element, "person-group", group_type(field))
        for name in people:
            add_name(group, name, field, self._lose)
            if name.role:
                add(group, "role", name.role)
        return group

    def _titles(self, element: Any, citation: Citation, kind: Kind) -> None:
        title, original = titles_of(citation, self._lose)
        if original:
            add(element, kind.title, original)
            if kind.title != "source":  # the one that has no xml:lang in both tag sets
                element[-1].set(LANG, original_language(citation.language))
            add(element, "trans-title", title)
            element[-1].set(LANG, "en")
        elif title:
            add(element, kind.title, title)
        source, sort = self._source(citation, kind)
        if source:
            add(element, "source", source)
            if sort:
                element[-1].set("content-type", sort)

    def _issued(self, element: Any, date: Date) -> None:
        """Append year, month, day or season; the wording of a range or of what is no date in ``string-date``."""
        start = iso(date)
        if start:
            SubElement(element, "year", {"iso-8601-date": start}).text = str(date.year)
        if date.month:
            SubElement(element, "month").text = f"{date.month:02}"
        if date.day:
            SubElement(element, "day").text = f"{date.day:02}"
        if 1 <= date.season <= 4 and not date.month:
            SubElement(element, "season").text = words(Date(season=date.season))
        if date.end is not None or date.literal or not start:
            whole = iso_range(date) if date.end is not None else ""
            SubElement(element, "string-date", {"iso-8601-date": whole} if whole else {}).text = words(date)

    def _number(self, element: Any, citation: Citation) -> None:
        tag = NUMBERS.get(citation.type, "elocation-id")
        if tag == "elocation-id" and citation.page:
            self._lose("number", "JATS4R allows pages or an article number")
        else:
            SubElement(element, tag).text = bare(citation.number, "number", self._lose)

    def _ids(self, element: Any, citation: Citation) -> None:
        if citation.number_of_pages:
            SubElement(element, "size", {"units": "pages"}).text = citation.number_of_pages
        for issn in citation.issn:
            if issn.kind == "linking":
                SubElement(element, "issn-l").text = issn.value
            else:
                child = SubElement(element, "issn")
                child.text = issn.value
                if issn.kind:
                    child.set("publication-format", issn.kind)
        for isbn in citation.isbn:
            SubElement(element, "isbn").text = isbn
        add_ids(element, "pub-id", citation)

    def _rest(self, element: Any, citation: Citation) -> None:
        if citation.available_date is not None:
            add_dated(element, "date-in-citation", citation.available_date, {"content-type": "epub"})
        if citation.accessed is not None:
            add_dated(element, "date-in-citation", citation.accessed, {"content-type": "access-date"})
        if citation.url:
            add_link(element, citation, self._lose)
        for field in COMMENTS:
            if text := getattr(citation, field):
                add(element, "comment", text)
                element[-1].set("content-type", field)
        if citation.publication_status == "aheadofprint":
            SubElement(element, "comment", {"content-type": "publication-status"}).text = _EPUB_AHEAD
        elif citation.publication_status:
            self._lose("publication_status", f"no words for {citation.publication_status}")
        for note in citation.note:
            add(element, "comment", note)
            self._heed_doi(citation, note)
        if citation.annote:
            add(SubElement(element, "annotation"), "p", citation.annote)
        cut = len(citation.et_al)
        for tag, text in citation.extra:
            origin, _, name = tag.partition(":")
            if tag == ETAL and cut:
                cut -= 1  # it stands with the people
            elif origin == "jats" and name in EXTRA_ELEMENTS:
                SubElement(element, name).text = bare(text, "extra", self._lose)
            else:
                self._lose("extra", f"{tag} has no element")


def add_dated(parent: Any, tag: str, date: Date, attributes: dict[str, str]) -> None:
    """Append an element that holds a date in words, with its ISO form."""
    whole = iso_range(date)
    known = {**attributes, "iso-8601-date": whole} if whole else attributes
    SubElement(parent, tag, known).text = words(date)


def add_pages(parent: Any, pages: str, lose: Lose) -> None:
    """Append ``fpage`` and ``lpage``, and ``page-range`` where these do not say all."""
    pages = bare(pages, "page", lose)
    simple = SIMPLE_PAGES.fullmatch(pages)
    if simple:
        SubElement(parent, "fpage").text = simple[1]
        if simple[2]:
            SubElement(parent, "lpage").text = simple[2]
            if backward(simple) or simple[1] == simple[2]:
                SubElement(parent, "page-range").text = pages
        return
    if first_page := _FIRST_PAGE.search(pages):
        SubElement(parent, "fpage").text = first_page[0]
    SubElement(parent, "page-range").text = pages
