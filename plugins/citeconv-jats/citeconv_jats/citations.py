"""Writing ``element-citation``: a citation goes in, the element goes out, its children in one fixed order.

What belongs together is in the tables of ``mapping``; here stands what depends on more than one field: dates, pages,
titles by type, identifiers that are not what their field says, and the comments for what JATS has no element for.
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter

from citeconv import Citation, Date, Issn, Name
from citeconv.values.nlm import STATUSES
from citeconv.values.pages import is_article_number
from citeconv.values.patterns import lazy
from citeconv_jats import parts
from citeconv_jats.dates import iso, iso_range, words
from citeconv_jats.elements import Elements, Lose, bare
from citeconv_jats.mapping import (
    COMMENTS,
    CONTRIBUTORS,
    TEXT_AFTER_DATE,
    TEXT_BEFORE_DATE,
    Kind,
    TextRow,
    contributors_of,
)
from citeconv_jats.names import add_name
from citeconv_jats.parts import Builder, kind_of
from citeconv_jats.reading_comments import NOTE, is_note

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

    def add(self, citation: Citation) -> None:
        """Write an ``element-citation``."""
        kind = kind_of(citation)
        self._elements.open("element-citation", self._attributes(citation, kind))
        self._people(citation)
        self._titles(citation, kind)
        self._texts(TEXT_BEFORE_DATE, _BEFORE(citation))
        if citation.issued is not None:
            self._issued(citation.issued)
        if citation.event_date is not None:
            self._dated("conf-date", "", citation.event_date)
        self._texts(TEXT_AFTER_DATE, _AFTER(citation))
        if citation.page:
            add_pages(citation.page, self._elements, self._lose)
        if citation.number:
            self._number(citation)
        self._ids(citation)
        self._rest(citation)
        if self._elements.is_empty():
            self._elements.empty("comment")  # JATS wants one element at least
        self._elements.close()

    # -- one concern each

    def _texts(self, rows: tuple[TextRow, ...], texts: tuple[str, ...]) -> None:
        if any(texts):
            for (field, tag, marked), text in zip(compress(rows, texts), filter(None, texts), strict=True):
                if marked:
                    self._elements.marked(tag, text)
                    continue
                written, attributes = bare(text, field, self._lose), ""
                if tag in ("edition", "version"):
                    attributes = parts.designator(tag, text, written, self._elements)
                self._elements.text(tag, written, attributes)

    def _people(self, citation: Citation) -> None:
        groups, cut = contributors_of(citation), citation.et_al
        if not cut:
            for field, people in zip(compress(CONTRIBUTORS, groups), filter(None, groups), strict=True):
                self._group(field, people)
            return
        wordings = [text for tag, text in citation.extra if tag == ETAL]
        for field, people in zip(CONTRIBUTORS, groups, strict=True):
            if field in cut:
                self._group(field, people, bare(wordings.pop(0), "extra", self._lose) if wordings else None, cut=True)
            elif people:
                self._group(field, people)
        for field in cut:
            if field not in CONTRIBUTORS:
                self._lose("et_al", f"{field} holds no names")

    def _group(self, field: str, people: tuple[Name, ...], wording: str | None = None, cut: bool = False) -> None:
        """Write the people of a field; if their list is cut short, with the words for the others, if there are some."""
        elements = self._elements
        elements.open("person-group", parts.PERSON_GROUPS[field])
        self._tell_others(field, people)
        for name in people:
            add_name(name, field, elements, self._lose)
            if name.role:
                elements.marked("role", name.role)
        if cut and wording is None:
            elements.empty("etal")
        elif wording is not None:
            elements.text("etal", wording)
        elements.close()

    def _titles(self, citation: Citation, kind: Kind) -> None:
        add = self._elements.marked
        title, original = parts.titles_of(citation, self._lose)
        if original:  # the source is the one that has no xml:lang in both tag sets
            language = "" if kind.title == "source" else parts.original_language(citation.language)
            add(kind.title, original, f' xml:lang="{language}"' if language else "")
            add("trans-title", title, ' xml:lang="en"')
        elif title:
            add(kind.title, title)
        source, sort = self._source(citation, kind)
        if source:
            add("source", source, f' content-type="{sort}"' if sort else "")

    def _issued(self, date: Date) -> None:
        """Write year, month, day or season; the wording of a range or of what is no date in ``string-date``."""
        start, elements = iso(date), self._elements
        if start:
            elements.text("year", str(date.year), f' iso-8601-date="{start}"')
        if date.month:
            elements.text("month", f"{date.month:02}")
        if date.day:
            elements.text("day", f"{date.day:02}")
        if 1 <= date.season <= 4 and not date.month:
            elements.text("season", words(Date(season=date.season)))
        if date.end is not None or date.literal or not start:
            elements.text("string-date", words(date), iso_date(iso_range(date) if date.end is not None else ""))

    def _number(self, citation: Citation) -> None:
        if name := self._number_element(citation):
            self._elements.text(name, bare(citation.number, "number", self._lose))

    def _ids(self, citation: Citation) -> None:
        elements = self._elements
        if citation.number_of_pages:
            elements.text("size", citation.number_of_pages, ' units="pages"')
        for issn in citation.issn:
            add_issn(issn, elements)
        for isbn in citation.isbn:
            elements.text("isbn", isbn)
        parts.add_ids("pub-id", citation, citation.identifiers, elements)

    def _rest(self, citation: Citation) -> None:
        elements = self._elements
        if citation.available_date is not None:
            self._dated("date-in-citation", ' content-type="epub"', citation.available_date)
        if citation.accessed is not None:
            self._dated("date-in-citation", ' content-type="access-date"', citation.accessed)
        if citation.url:
            parts.add_link(citation, elements, self._lose)
        self._comments(citation)
        for note in citation.note:
            elements.marked("comment", note, note_kind(note))
        if citation.annote:
            elements.open("annotation")
            elements.marked("p", citation.annote)
            elements.close()
        self._extra(citation)

    def _comments(self, citation: Citation) -> None:
        said = STATUSES.get(citation.publication_status)
        for field in COMMENTS:
            text = getattr(citation, field)
            if text and text != said:
                self._elements.marked("comment", text, f' content-type="{field}"')
        if printed := self._status_words(citation):
            self._elements.text("comment", printed, ' content-type="publication-status"')

    def _extra(self, citation: Citation) -> None:
        cut = len(citation.et_al)
        for tag, text in citation.extra:
            origin, _, name = tag.partition(":")
            if tag == ETAL and cut:
                cut -= 1  # it stands with the people
            elif name in _BEHIND and not self._elements.holds(_BEHIND[name]):
                self._lose("extra", f"{tag} would be read as what is not told")
            elif origin == "jats" and name in EXTRA_ELEMENTS:
                language = ' xml:lang="und"' if name == "trans-title" else ""  # else it would be taken for the title
                self._elements.text(name, bare(text, "extra", self._lose), language)
            else:
                self._lose("extra", f"{tag} has no element")

    def _dated(self, tag: str, attributes: str, date: Date) -> None:
        """Write an element that holds a date in words, with its ISO form."""
        self._elements.text(tag, words(date), f"{attributes}{iso_date(iso_range(date))}")


def iso_date(whole: str) -> str:
    """Return the attribute that holds a date in ISO 8601, none if there is none."""
    return f' iso-8601-date="{whole}"' if whole else ""


def note_kind(note: str) -> str:
    """Return the attribute of a comment that says that it is a note, where that is not seen."""
    return "" if is_note(note) else f' content-type="{NOTE}"'


def add_issn(issn: Issn, elements: Elements) -> None:
    """Write an ISSN, by its kind."""
    if issn.kind == "linking":
        elements.text("issn-l", issn.value)
    else:
        elements.text("issn", issn.value, elements.attribute("publication-format", issn.kind) if issn.kind else "")


def add_pages(pages: str, elements: Elements, lose: Lose) -> None:
    """Write ``fpage`` and ``lpage``, and ``page-range`` where these do not say all, or would be taken for a number.

    Args:
        pages: As in a citation of ours.
        elements: Writes the elements.
        lose: Called with what is not carried in full.
    """
    pages = bare(pages, "page", lose)
    simple = parts.SIMPLE_PAGES.fullmatch(pages)
    if simple:
        elements.text("fpage", simple[1])
        if simple[2]:
            elements.text("lpage", simple[2])
        if parts.backward(simple) or simple[1] == simple[2] or is_article_number(pages):
            elements.text("page-range", pages)
        return
    first_page = _FIRST_PAGE.search(pages)
    elements.text("fpage", first_page[0] if first_page else pages)
    if first_page:
        elements.text("page-range", pages)
