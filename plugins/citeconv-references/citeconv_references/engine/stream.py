"""The stream that a record is rendered into: strings and marks in one flat list.

Compiled styles append to the list, and take back what turns out to be empty (``del out[start:]``); so nothing is
copied while a record renders. A string is a piece that came from one place, a field or an affix: punctuation
collapses only between pieces. Marks open and close formats, quotes and blocks, as brackets do; the passes turn the
stream into a tree of runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from citeconv_references.engine.runs import (
    BOLD,
    ITALIC,
    LIGHT,
    OBLIQUE,
    SMALL_CAPS,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
)

OPENING, CLOSING, QUOTE, UNQUOTE, NOCASE, CASE, BLOCK, BLOCK_END, SEAM = range(9)


class Mark:
    """A bracket of the stream.

    ``on`` and ``off`` are the styles that a format sets and clears; ``flip`` says that it is the field's own markup,
    which clears what is set already (italics within italics).
    """

    __slots__ = ("display", "flip", "kind", "off", "on")

    def __init__(self, kind: int, on: int = 0, off: int = 0, flip: bool = False, display: str = "") -> None:
        self.kind = kind
        self.on = on
        self.off = off
        self.flip = flip
        self.display = display


class Delimiter(str):
    """A piece between two elements: of the punctuation after it.

    Only the same again collapses (a habit of citeproc-js).
    """

    __slots__ = ()


class Inner(str):
    """A later piece of a field with markup: its beginning never collapses with what is before it."""

    __slots__ = ()


Stream: TypeAlias = list["str | Mark"]

CLOSE = Mark(CLOSING)
CLOSE_LEAF = Mark(CLOSING)
"""Closes the format of a cs:text: there citeproc-js does not collapse punctuation with what follows it."""
WEAK = Mark(SEAM)
APART = Mark(SEAM, on=1)
"""After ``CLOSE_LEAF``: the element's own suffix or a delimiter follows, where the same punctuation does collapse.

``APART`` stands after such a suffix: what follows does not collapse with it.
"""
OPEN_QUOTE, CLOSE_QUOTE = Mark(QUOTE, flip=True), Mark(UNQUOTE)
OPEN_INNER_QUOTE, OPEN_STYLE_QUOTE = Mark(QUOTE, on=1, flip=True), Mark(QUOTE)
"""Quotes within quotes; and those that the style sets, which are outer ones wherever they stand."""
OPEN_NOCASE, CLOSE_NOCASE = Mark(NOCASE), Mark(CASE)
CLOSE_BLOCK = Mark(BLOCK_END)
BLOCKS = {name: Mark(BLOCK, display=name) for name in ("block", "left-margin", "right-inline", "indent")}

SUPERSCRIPTS = SUPERSCRIPT | SUBSCRIPT

FORMATS: dict[str, dict[str, tuple[int, int]]] = {
    "font-style": {"italic": (ITALIC, OBLIQUE), "oblique": (OBLIQUE, ITALIC), "normal": (0, ITALIC | OBLIQUE)},
    "font-variant": {"small-caps": (SMALL_CAPS, 0), "normal": (0, SMALL_CAPS)},
    "font-weight": {"bold": (BOLD, LIGHT), "light": (LIGHT, BOLD), "normal": (0, BOLD | LIGHT)},
    "text-decoration": {"underline": (UNDERLINE, 0), "none": (0, UNDERLINE)},
    "vertical-align": {
        "sup": (SUPERSCRIPT, SUBSCRIPT),
        "sub": (SUBSCRIPT, SUPERSCRIPT),
        "baseline": (0, SUPERSCRIPT | SUBSCRIPT),
    },
}


def opening(attributes: Mapping[str, str]) -> Mark | None:
    """Return the mark that opens the formats of an element, ``None`` if it has none."""
    on = off = 0
    for name, values in FORMATS.items():
        if name in attributes:
            more_on, more_off = values.get(attributes[name], (0, 0))
            on |= more_on
            off |= more_off
    return Mark(OPENING, on, off) if on or off else None


def text_between(stream: Stream, start: int) -> str:
    """Return the bare text of the stream from a place on."""
    return "".join([piece for piece in stream[start:] if isinstance(piece, str)])
