"""Identifiers of EndNote's own: where a record stands in somebody's library, and its addresses beside the first.

The library's name and path, the program that wrote the file, the numbers of the record: up to a dozen elements and
attributes in each, none of which is about the work. They are identifiers whose kind is their path, as
``endnote:rec-number``; links have the kinds that they have in RIS. Kinds and paths go in, and come out again in the
order of EndNote's document type.
"""

from __future__ import annotations

from collections.abc import Iterable

from citeconv import Identifier
from citeconv.values.databases import KINDS_ELSEWHERE
from citeconv.values.patterns import lazy
from citeconv_endnote.fields import ORDER

PREFIX = "endnote:"
"""What tags in ``extra`` and kinds of such identifiers begin with, whichever of the two formats was read."""

LINKS: dict[str, str] = {
    "electronic-resource-num": "electronic-resource-number", "urls/related-urls/url": "url",
    "urls/pdf-urls/url": "pdf-url", "urls/text-urls/url": "fulltext-url", "urls/image-urls/url": "image-url",
}  # fmt: skip
"""Fields of which a record may have several, and what kind of identifier those after the first address or DOI are."""
LINK_PLACES: dict[str, str] = {kind: path for path, kind in LINKS.items()}

SAME_AS_TEXT = frozenset(("database/@name", "database/@path", "source-app/@name", "ref-type/@name"))
"""Attributes that often repeat the text of their element; then they are passed over."""

Extra = list[tuple[str, str]]

_OF_LIBRARY = lazy(
    rf"{PREFIX}(?P<path>(?:database|source-app|rec-number|foreign-keys/key)(?:/@[A-Za-z_][\w.-]{{0,60}})?)"
)
_PLACES = {PREFIX + name: place for place, name in enumerate(ORDER)}
_LINK_ORDER = dict.fromkeys(KINDS_ELSEWHERE, 1) | {kind: place for place, kind in enumerate(LINKS.values(), 2)}


def library_path(tag: str) -> str:
    """Return the path of an element or attribute that tells where a record stands in a library; empty for others."""
    match = _OF_LIBRARY.fullmatch(tag)
    return match["path"] if match else ""


def extra_place(item: tuple[str, str]) -> int:
    """Return where a value of ``extra`` stands: in the order of EndNote's document type, what it lacks at the end."""
    return _PLACES.get(item[0].partition("/")[0], len(_PLACES))


def identifier_place(identifier: Identifier) -> int:
    """Return where an identifier stands: accession numbers, those elsewhere, links, and what is of the library."""
    if identifier.kind.startswith(PREFIX):
        return len(_LINK_ORDER) + 1 + extra_place((identifier.kind, ""))
    return _LINK_ORDER.get(identifier.kind, 0)


def parted(extra: Iterable[tuple[str, str]]) -> tuple[list[Identifier], Extra]:
    """Return the identifiers among what is left of a record, and the rest, each in the order of the document type."""
    identifiers, rest = [], []
    for tag, value in sorted(extra, key=extra_place):
        if library_path(tag):
            identifiers.append(Identifier(kind=tag, value=value))
        else:
            rest.append((tag, value))
    return identifiers, rest
