"""What both forms of a citation have in common, and a front with them: what it is of, where it stands, its identifiers.

A citation goes in. Elements that are the same in ``element-citation`` and ``mixed-citation`` are appended, and what
both must decide is decided once: the type, the title of the journal, the language of an original title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter
from typing import Any

from lxml.etree import SubElement
from msgspec.structs import replace

from citeconv import Citation, Identifier, Name
from citeconv.values import dois, forms
from citeconv.values.bare import without_stop
from citeconv.values.links import number_on_page
from citeconv.values.markup import plain, unwrapped
from citeconv.values.names import GIVEN_OF_OTHERS, stands_for_others
from citeconv.values.nlm import STATUS_WORDS
from citeconv.values.patterns import lazy
from citeconv_jats.dates import iso
from citeconv_jats.elements import NMTOKEN, Elements, Lose, Shape
from citeconv_jats.mapping import CONTAINED, GROUPS, HREF, ID_TYPES, IDS, KINDS, LANG, NUMBERS, XLINK, Kind
from citeconv_jats.reading_parts import KIND_OF_THESIS, doi_of
from citeconv_jats.running_text import STATES

VALID_IDS = {
    "doi": lazy(dois.DOI),
    "pmid": lazy(forms.PMID),
    "pmcid": lazy(forms.PMCID),
}
"""What the identifier of a field looks like; any other value is written as of a kind of its own."""

_ID_RULES = tuple((kind, VALID_IDS.get(field)) for field, kind in IDS.items())

DOI_SIGN = "10."
"""What every DOI begins with, to be looked for before anything else is."""
SIMPLE_PAGES = lazy(r"([^\s,;‐-―-]+)(?:-([^\s,;‐-―-]+))?")
_NOT_DIGIT = lazy(r"\D+")
_DESIGNATOR = lazy(r"\d+")
_IDS = attrgetter(*IDS)
_given_of = attrgetter("given")
_CONTAINERS = ("container_title", "container_title_short")
_TITLES = ("title", "original_title")


class Builder:
    """Builds citations of one form.

    Args:
        abbreviate: Take the abbreviation of a journal, where both titles are known.
        elements: Gives the elements.
        lose: Called with what has no place.
    """

    def __init__(self, abbreviate: bool, elements: Elements, lose: Lose) -> None:
        self._abbreviate = abbreviate
        self._elements = elements
        self._lose = lose

    def _begin(self, parent: Any, tag: str, citation: Citation) -> tuple[Any, Kind]:
        """Append an element for a citation, with its type, its medium and the first of its languages, which is all."""
        kind = kind_of(citation)
        element = self._elements.once(parent, (tag, "publication-type", kind.name))
        if kind.name == "preprint" and not citation.genre:
            self._lose("genre", "is read as Preprint")
        elif citation.type == "thesis" and not citation.genre and KIND_OF_THESIS.search(citation.title):
            self._lose("title", "what stands behind it in brackets is read as the genre")
            self._lose("genre", "stands behind the title")
        if citation.medium:
            self._elements.set(element, "publication-format", citation.medium)
        if citation.language:
            first, *others = citation.language
            if NMTOKEN.fullmatch(first):
                element.set(LANG, first)
            else:
                self._elements.heed(first)
                self._lose("language", f"{first} is no language tag")
            if others:
                self._lose("language", "a citation is in one language")
        return element, kind

    def _tell_others(self, field: str, people: tuple[Name, ...]) -> None:
        """Report names behind others that are read as more than those who are named; a ``collab`` is not."""
        if GIVEN_OF_OTHERS.isdisjoint(map(_given_of, people)):
            return
        for name in people[1:]:
            if not name.literal and stands_for_others(name):
                for lost in (field, "et_al"):
                    self._lose(lost, f"{name.family} reads as more than those who are named")

    def _heed_wrapping(self, kind: Kind, citation: Citation) -> None:
        """Report markup around a whole ``source``, which is taken for the manner of printing it."""
        for field in (*_CONTAINERS, *_TITLES) if kind.title == "source" else _CONTAINERS:
            text = getattr(citation, field)
            if text[-1:] == ">" and unwrapped(text) != text:
                self._lose(field, "markup around the whole is not read")

    def _source(self, citation: Citation, kind: Kind) -> tuple[str, str]:
        """Return the title of what holds the work, and its ``@content-type``; report the one that has no place."""
        self._heed_wrapping(kind, citation)
        full, short = citation.container_title, citation.container_title_short
        if not full and not short and (full := _server(citation)):
            self._lose("container_title", "the server of a preprint is read as one")
        if not kind.container:
            for field, text in (("container_title", full), ("container_title_short", short)):
                if text:
                    self._lose(field, "a book stands in no other")
            return "", ""
        if full and short:
            spare = "container_title" if self._abbreviate else "container_title_short"
            self._lose(spare, "a citation has one title of the journal")
        if short and (self._abbreviate or not full):
            if citation.type == "periodical":
                self._lose("type", "is read as article-magazine beside the abbreviation of another title")
            return short, "abbrev"
        untitled = not (citation.title or citation.original_title or citation.type in CONTAINED)
        doubtful = untitled or citation.type == "periodical"  # else an article in one
        return full, "container" if doubtful else ""

    def _status_words(self, citation: Citation) -> str:
        """Return NLM's words for the publication status; report a status that has none, or is read from them."""
        printed, state = STATUS_WORDS.get(citation.publication_status, ""), citation.status.lower()
        if state in STATES and state != citation.status:
            self._lose("status", f"is read as {state}")
        if printed and not citation.status:
            self._lose("status", "is read from the comment")
        if citation.publication_status and not printed:
            self._lose("publication_status", f"no words for {citation.publication_status}")
        return printed

    def _number_element(self, citation: Citation) -> str:
        """Return the name of the element for the number; nothing, and report it, where that of an article has none."""
        name = NUMBERS.get(citation.type, "elocation-id")
        if name != "elocation-id" or not citation.page:
            return name
        self._lose("number", "JATS4R allows pages or an article number")
        return ""


def kind_of(citation: Citation) -> Kind:
    """Return how a citation is written: by its type, as far as it has what JATS4R demands of that type."""
    kind = KINDS.get(citation.type) or Kind(citation.type)
    container = citation.container_title or citation.container_title_short or _server(citation)
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


def with_repository(citation: Citation) -> Citation:
    """Return data with their repository in the place of what holds them: JATS4R wants it as the ``source``."""
    if citation.type != "dataset" or citation.container_title or citation.container_title_short:
        return citation
    return replace(citation, container_title=citation.publisher, publisher="")


def _server(citation: Citation) -> str:
    """Return the server of a preprint, which stands in no journal: JATS4R wants it as the ``source``."""
    return citation.publisher if citation.type == "article" else ""


@lru_cache(maxsize=64)
def person_group(field: str) -> Shape:
    """Return the shape of the ``person-group`` for a field."""
    if field in GROUPS:
        return ("person-group", "person-group-type", GROUPS[field])
    return ("person-group", "person-group-type", "custom", "custom-type", field.replace("_", "-"))


@lru_cache(maxsize=64)
def id_shape(tag: str, kind: str, typed: bool) -> Shape:
    """Return the shape of an identifier of a kind that JATS knows, or else of one of its own."""
    if typed:
        return (tag, "pub-id-type", kind)
    return (tag, "pub-id-type", "custom", "custom-type", kind)


def titles_of(citation: Citation, lose: Lose) -> tuple[str, str]:
    """Return the title and, of a translated one, the original; that alone stands as the title, which is reported."""
    title, original = citation.title, citation.original_title
    for field, text in (("title", title), ("original_title", original)):
        if without_stop(text) != text:
            lose(field, "the full stop at its end is not read")
    if original and not title:
        lose("original_title", "stands as the title, for there is no other")
        lose("title", "the original one stands in its place")
        return original, ""
    return title, original


def original_language(languages: tuple[str, ...]) -> str:
    """Return the language of an original title: that of the article, undetermined if it is said to be English."""
    foreign = [tag for tag in languages if not tag.startswith("en") and NMTOKEN.fullmatch(tag)]
    return foreign[0] if foreign else "und"


def designate(element: Any, text: str) -> None:
    """Give an edition or version the bare number, or all it is, as its ``designator``."""
    number = _DESIGNATOR.match(text)
    element.set("designator", number[0] if number and element.tag == "edition" else element.text)


def backward(pages: re.Match[str]) -> bool:
    """Return whether the last of two simple pages has the lower number, which JATS4R takes for an error."""
    first, last = _NOT_DIGIT.sub("", pages[1]), _NOT_DIGIT.sub("", pages[2] or "")
    return bool(first and last) and int(first[:99]) > int(last[:99])


def add_ids(
    parent: Any, tag: str, citation: Citation, others: Iterable[Identifier], elements: Elements, again: bool = True
) -> None:
    """Append the identifiers of a citation as ``pub-id`` or ``article-id``, and others that have no field.

    Args:
        parent: A citation, or the front of an article.
        tag: Of each.
        citation: The citation.
        others: Those of its identifiers that are to be written.
        elements: Gives the elements.
        again: Whether the elements will not be changed, so that they can be taken up again.
    """
    add = elements.text if again else elements.once
    for (kind, rule), value in zip(_ID_RULES, _IDS(citation), strict=True):
        if value:
            add(parent, id_shape(tag, kind, rule is None or rule.fullmatch(value) is not None), value)
    for identifier in others:
        elements.once(parent, id_shape(tag, identifier.kind, identifier.kind in ID_TYPES), identifier.value)


def add_link(parent: Any, citation: Citation, elements: Elements, lose: Lose) -> None:
    """Append an ``ext-link`` to the web address of a citation; JATS4R wants to know more of it than the address."""
    url = citation.url
    if not citation.doi and doi_of(url):
        lose("url", "leads to a DOI, which it is read as")
        lose("doi", "stands in the address")
    page, _ = number_on_page(url)
    if page and not getattr(citation, page):
        lose(page, "stands in the address")
    attributes = {"ext-link-type": "uri", HREF: url}
    link = SubElement(parent, "ext-link", attributes, nsmap={"xlink": XLINK})
    link.text = url
    elements.heed(url)
    if citation.title:
        elements.set(link, f"{{{XLINK}}}title", plain(citation.title))
