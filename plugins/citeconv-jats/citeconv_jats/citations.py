"""Writing ``element-citation``: a citation goes in, the element comes out, its children in one fixed order.

What belongs together is in the tables of ``mapping``; here stands what depends on more than one field: dates, pages,
titles by type, identifiers that are not what their field says, and the comments for what JATS has no element for.
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import Any

from lxml.etree import SubElement

from citeconv import Citation, Date, Name
from citeconv.values.nlm import STATUSES
from citeconv.values.pages import is_article_number
from citeconv.values.patterns import lazy
from citeconv_jats import parts
from citeconv_jats.dates import iso, iso_range, words
from citeconv_jats.elements import Elements, Lose, Shape, bare
from citeconv_jats.mapping import (
    COMMENTS,
    CONTRIBUTORS,
    LANG,
    TEXT_AFTER_DATE,
    TEXT_BEFORE_DATE,
    Kind,
    TextRow,
    contributors_of,
)
from citeconv_jats.names import add_name
from citeconv_jats.parts import Builder
from citeconv_jats.reading_comments import NOTE, is_note

_YEAR = ("year", "iso-8601-date", "")
"""A year whose date is set each time."""
_NOTE = ("comment", "content-type", NOTE)
_FIRST_PAGE = lazy(r"[^\s,;‐-―-]+")
_BEFORE = attrgetter(*(field for field, _, _ in TEXT_BEFORE_DATE))
_AFTER = attrgetter(*(field for field, _, _ in TEXT_AFTER_DATE))
EXTRA_ELEMENTS = frozenset(
    "article-title chapter-title comment conf-acronym conf-sponsor data-title edition elocation-id email gov"
    " institution isbn issn issue issue-id issue-part object-id part-title publisher-loc publisher-name"
    " season series source supplement trans-source trans-title uri volume volume-id volume-series".split()
)
"""Children of a citation that hold text, for which the reader found no field, and which go back as they came."""

_BEHIND = {
    **{name: name for name in ("article-title", "chapter-title", "data-title", "source")},
    "issue-id": "issue", "volume-id": "volume",
}  # fmt: skip
"""Elements that have a field unless another stands before them, and which one."""

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
            self._dated(element, ("conf-date",), citation.event_date)
        self._texts(element, TEXT_AFTER_DATE, _AFTER(citation))
        if citation.page:
            add_pages(element, citation.page, self._elements, self._lose)
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
                    self._elements.marked(element, tag, text)
                elif tag in ("edition", "version"):
                    parts.designate(self._elements.once(element, tag, bare(text, field, self._lose)), text)
                else:
                    self._elements.text(element, tag, bare(text, field, self._lose))

    def _people(self, element: Any, citation: Citation) -> None:
        groups, cut = contributors_of(citation), citation.et_al
        if not cut:
            for field, people in zip(compress(CONTRIBUTORS, groups), filter(None, groups), strict=True):
                self._group(element, field, people)
            return
        wordings = [text for tag, text in citation.extra if tag == ETAL]
        for field, people in zip(CONTRIBUTORS, groups, strict=True):
            if field in cut:
                wording = bare(wordings.pop(0), "extra", self._lose) if wordings else None
                self._elements.once(self._group(element, field, people), "etal", wording)
            elif people:
                self._group(element, field, people)
        for field in cut:
            if field not in CONTRIBUTORS:
                self._lose("et_al", f"no names in {field}")

    def _group(self, element: Any, field: str, people: tuple[Name, ...]) -> Any:
        group = self._elements.group(element, parts.person_group(field))
        self._tell_others(field, people)
        for name in people:
            add_name(group, name, field, self._elements, self._lose)
            if name.role:
                self._elements.marked(group, "role", name.role)
        return group

    def _titles(self, element: Any, citation: Citation, kind: Kind) -> None:
        add = self._elements.marked
        title, original = parts.titles_of(citation, self._lose)
        if original:
            first = self._elements.marked_once(element, kind.title, original)
            if kind.title != "source":  # the one that has no xml:lang in both tag sets
                first.set(LANG, parts.original_language(citation.language))
            self._elements.marked_once(element, "trans-title", title).set(LANG, "en")
        elif title:
            add(element, kind.title, title)
        source, sort = self._source(citation, kind)
        if source and sort:
            self._elements.marked_once(element, "source", source).set("content-type", sort)
        elif source:
            add(element, "source", source)

    def _issued(self, element: Any, date: Date) -> None:
        """Append year, month, day or season; the wording of a range or of what is no date in ``string-date``."""
        start, add = iso(date), self._elements.text
        if start:
            add(element, _YEAR, str(date.year)).set("iso-8601-date", start)
        if date.month:
            add(element, "month", f"{date.month:02}")
        if date.day:
            add(element, "day", f"{date.day:02}")
        if 1 <= date.season <= 4 and not date.month:
            add(element, "season", words(Date(season=date.season)))
        if date.end is not None or date.literal or not start:
            whole = iso_range(date) if date.end is not None else ""
            self._elements.once(element, ("string-date", *iso_date(whole)), words(date))

    def _number(self, element: Any, citation: Citation) -> None:
        if name := self._number_element(citation):
            self._elements.text(element, name, bare(citation.number, "number", self._lose))

    def _ids(self, element: Any, citation: Citation) -> None:
        add = self._elements.text
        if citation.number_of_pages:
            add(element, ("size", "units", "pages"), citation.number_of_pages)
        for issn in citation.issn:
            add(element, issn_shape(issn.kind), issn.value)
        for isbn in citation.isbn:
            add(element, "isbn", isbn)
        parts.add_ids(element, "pub-id", citation, citation.identifiers, self._elements)

    def _rest(self, element: Any, citation: Citation) -> None:
        if citation.available_date is not None:
            self._dated(element, ("date-in-citation", "content-type", "epub"), citation.available_date)
        if citation.accessed is not None:
            self._dated(element, ("date-in-citation", "content-type", "access-date"), citation.accessed)
        if citation.url:
            parts.add_link(element, citation, self._elements, self._lose)
        self._comments(element, citation)
        for note in citation.note:
            comment = self._elements.marked(element, "comment", note)
            if not is_note(comment):
                element.remove(comment)
                self._elements.marked(element, _NOTE, note)
        if citation.annote:
            self._elements.marked(SubElement(element, "annotation"), "p", citation.annote)
        self._extra(element, citation)

    def _comments(self, element: Any, citation: Citation) -> None:
        said = STATUSES.get(citation.publication_status)
        for field in COMMENTS:
            text = getattr(citation, field)
            if text and text != said:
                self._elements.marked_once(element, "comment", text).set("content-type", field)
        if printed := self._status_words(citation):
            self._elements.text(element, ("comment", "content-type", "publication-status"), printed)

    def _extra(self, element: Any, citation: Citation) -> None:
        cut = len(citation.et_al)
        for tag, text in citation.extra:
            origin, _, name = tag.partition(":")
            if tag == ETAL and cut:
                cut -= 1  # it stands with the people
            elif name in _BEHIND and element.find(_BEHIND[name]) is None:
                self._lose("extra", f"{tag} would be read as what is not told")
            elif origin == "jats" and name in EXTRA_ELEMENTS:
                shape = (name, LANG, "und") if name == "trans-title" else name  # else it would be taken for the title
                self._elements.text(element, shape, bare(text, "extra", self._lose))
            else:
                self._lose("extra", f"{tag} has no element")

    def _dated(self, element: Any, shape: tuple[str, ...], date: Date) -> None:
        """Append an element that holds a date in words, with its ISO form."""
        self._elements.once(element, (*shape, *iso_date(iso_range(date))), words(date))


def iso_date(whole: str) -> tuple[str, ...]:
    """Return the attribute that holds a date in ISO 8601, none if there is none."""
    return ("iso-8601-date", whole) if whole else ()


def issn_shape(kind: str) -> Shape:
    """Return the shape of an ISSN of a kind."""
    return "issn-l" if kind == "linking" else ("issn", "publication-format", kind) if kind else "issn"


def add_pages(parent: Any, pages: str, elements: Elements, lose: Lose) -> None:
    """Append ``fpage`` and ``lpage``, and ``page-range`` where these do not say all, or would be taken for a number.

    Args:
        parent: A citation, or the front of an article, in which a range needs a first page.
        pages: As in a citation of ours.
        elements: Makes the elements.
        lose: Called with what is not carried in full.
    """
    pages = bare(pages, "page", lose)
    simple = parts.SIMPLE_PAGES.fullmatch(pages)
    if simple:
        elements.text(parent, "fpage", simple[1])
        if simple[2]:
            elements.text(parent, "lpage", simple[2])
        if parts.backward(simple) or simple[1] == simple[2] or is_article_number(pages):
            elements.text(parent, "page-range", pages)
        return
    first_page = _FIRST_PAGE.search(pages)
    elements.text(parent, "fpage", first_page[0] if first_page else pages)
    if first_page:
        elements.text(parent, "page-range", pages)
