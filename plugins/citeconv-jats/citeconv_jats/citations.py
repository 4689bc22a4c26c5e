"""Writing ``element-citation``: a citation goes in, the element comes out, its children in one fixed order.

What belongs together is in the tables of ``mapping``; here stands what depends on more than one field: dates, pages,
titles by type, identifiers that are not what their field says, and the comments for what JATS has no element for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import compress
from operator import attrgetter
from typing import Any

from lxml.etree import SubElement

from citeconv import NAME_FIELDS, Citation, Date, Identifier, Name
from citeconv.values.patterns import lazy
from citeconv_jats.dates import iso, iso_range, words
from citeconv_jats.elements import NMTOKEN, Lose, add, bare
from citeconv_jats.mapping import (
    COMMENTS,
    CONTAINED,
    GROUPS,
    HREF,
    ID_TYPES,
    IDS,
    KINDS,
    LANG,
    NUMBERS,
    TEXT_AFTER_DATE,
    TEXT_BEFORE_DATE,
    XLINK,
    Kind,
    TextRow,
)
from citeconv_jats.names import add_name
from citeconv_jats.reading_parts import doi_in, doi_of

VALID_IDS = {
    "doi": re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+"),
    "pmid": re.compile(r"[1-9]\d{0,8}"),
    "pmcid": re.compile(r"PMC[1-9]\d*(?:\.\d+)?"),
}
"""What the identifier of a field looks like; any other value is written as of a kind of its own."""

_ID_RULES = tuple((kind, VALID_IDS.get(field)) for field, kind in IDS.items())

SIMPLE_PAGES = lazy(r"([^\s,;‐-―-]+)(?:-([^\s,;‐-―-]+))?")
_FIRST_PAGE = lazy(r"[^\s,;‐-―-]+")
_NOT_DIGIT = lazy(r"\D+")
_DESIGNATOR = lazy(r"\d+")
_EPUB_AHEAD = "Epub ahead of print"
_BEFORE = attrgetter(*(field for field, _, _ in TEXT_BEFORE_DATE))
_AFTER = attrgetter(*(field for field, _, _ in TEXT_AFTER_DATE))
_IDS = attrgetter(*IDS)
_PEOPLE = attrgetter(*NAME_FIELDS)
EXTRA_ELEMENTS = frozenset(
    "article-title chapter-title comment conf-acronym conf-sponsor data-title edition elocation-id email gov"
    " institution isbn issn issue issue-id issue-part issue-title object-id part-title publisher-loc publisher-name"
    " season series source supplement trans-source trans-title uri volume volume-id volume-series".split()
)
"""Children of a citation that hold text, for which the reader found no field, and which go back as they came."""

ETAL = "jats:etal"
"""The words for "and others", where they are not NLM's."""


def kind_of(citation: Citation) -> Kind:
    """Return how a citation is written: by its type, as far as it has what JATS4R demands of that type."""
    kind = KINDS.get(citation.type) or Kind(citation.type)
    container = citation.container_title or citation.container_title_short
    name = kind.name
    if citation.type == "chapter" and not (citation.title or citation.original_title):
        return Kind(citation.type, kind.title)
    if name == "journal":
        return kind if container else Kind(citation.type)
    if name == "preprint":
        people = citation.author or citation.editor
        date = citation.issued is not None and iso(citation.issued)
        complete = people and citation.title and container and date and (citation.doi or citation.url)
        return kind if complete else Kind("eprint")
    if name == "data":
        return kind if container or citation.title else Kind(citation.type)
    if not kind.container and container and name != "book":
        return Kind(name)
    return kind


class Citations:
    """Builds citations.

    Args:
        abbreviate: Take the abbreviation of a journal, where both titles are known.
        lose: Told of what has no place.
    """

    def __init__(self, abbreviate: bool, lose: Lose) -> None:
        self._abbreviate = abbreviate
        self._lose = lose

    def add(self, parent: Any, citation: Citation) -> Any:
        """Append an ``element-citation`` and return it."""
        kind = kind_of(citation)
        element = SubElement(parent, "element-citation", {"publication-type": kind.name})
        if citation.medium:
            element.set("publication-format", citation.medium)
        if citation.language:
            add_language(element, citation.language, self._lose)
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
        title, original = citation.title, citation.original_title
        if original and not title:
            lose_original(self._lose)
            title, original = original, ""
        if original:
            add(element, kind.title, original)
            if kind.title != "source":  # the one that has no xml:lang in both tag sets
                element[-1].set(LANG, original_language(citation.language))
            add(element, "trans-title", title)
            element[-1].set(LANG, "en")
        elif title:
            add(element, kind.title, title)
        full, short = citation.container_title, citation.container_title_short
        if not kind.container:
            for field, text in (("container_title", full), ("container_title_short", short)):
                if text:
                    self._lose(field, "a book stands in no other")
            return
        if full and short:
            spare = "container_title" if self._abbreviate else "container_title_short"
            self._lose(spare, "a citation has one title of the journal")
        if short and (self._abbreviate or not full):
            add(element, "source", short)
            element[-1].set("content-type", "abbrev")
        elif full:
            add(element, "source", full)
            if not title and citation.type not in CONTAINED:
                element[-1].set("content-type", "container")

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
            if not citation.doi and doi_in(note):
                self._lose("doi", "stands in a note")
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


def add_language(element: Any, languages: tuple[str, ...], lose: Lose) -> None:
    """Give a citation the first of its languages, which is all that it can have."""
    if NMTOKEN.fullmatch(languages[0]):
        element.set(LANG, languages[0])
    else:
        lose("language", f"{languages[0]} is no language tag")
    if len(languages) > 1:
        lose("language", "a citation is in one language")


@lru_cache(maxsize=64)
def group_type(field: str) -> dict[str, str]:
    """Return the attributes of the ``person-group`` for a field."""
    if field in GROUPS:
        return {"person-group-type": GROUPS[field]}
    return {"person-group-type": "custom", "custom-type": field.replace("_", "-")}


def lose_original(lose: Lose) -> None:
    """Report that an original title stands where the title does, for want of one."""
    lose("original_title", "stands as the title, for there is no other")
    lose("title", "the original one stands in its place")


def original_language(languages: tuple[str, ...]) -> str:
    """Return the language of an original title: that of the article, undetermined if it is said to be English."""
    foreign = [tag for tag in languages if not tag.startswith("en") and NMTOKEN.fullmatch(tag)]
    return foreign[0] if foreign else "und"


def designate(element: Any, text: str) -> None:
    """Give an edition or version the bare number, or all it is, as its ``designator``."""
    number = _DESIGNATOR.match(text)
    element.set("designator", number[0] if number and element.tag == "edition" else element.text)


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


def backward(pages: re.Match[str]) -> bool:
    """Return whether the last of two simple pages has the lower number, which JATS4R takes for an error."""
    first, last = _NOT_DIGIT.sub("", pages[1]), _NOT_DIGIT.sub("", pages[2] or "")
    return bool(first and last) and int(first[:99]) > int(last[:99])


def add_ids(parent: Any, tag: str, citation: Citation, others: Iterable[Identifier] | None = None) -> None:
    """Append the identifiers of a citation as ``pub-id`` or ``article-id``, all or some of those without a field."""
    for (kind, rule), value in zip(_ID_RULES, _IDS(citation), strict=True):
        if value:
            typed = rule is None or rule.fullmatch(value)
            known = {"pub-id-type": kind} if typed else {"pub-id-type": "custom", "custom-type": kind}
            SubElement(parent, tag, known).text = value
    for identifier in citation.identifiers if others is None else others:
        if identifier.kind in ID_TYPES:
            known = {"pub-id-type": identifier.kind}
        else:
            known = {"pub-id-type": "custom", "custom-type": identifier.kind}
        SubElement(parent, tag, known).text = identifier.value


def add_link(parent: Any, citation: Citation, lose: Lose) -> None:
    """Append an ``ext-link`` to the web address of a citation."""
    url = citation.url
    if not citation.doi and doi_of(url):
        lose("url", "leads to a DOI, which it is read as")
        lose("doi", "stands in the address")
    attributes = {"ext-link-type": "uri", HREF: url}
    SubElement(parent, "ext-link", attributes, nsmap={"xlink": XLINK}).text = url
