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
    """A piece between two elements: of the punctuation after it, only the same collapses (a habit of citeproc-js)."""

    __slots__ = ()


class Affix(str):
    """What a style puts before or behind an element: no text that it changes."""

    __slots__ = ()


class Prefix(Affix):
    """What stands before an element: it meets nothing behind it (a habit of citeproc-js)."""

    __slots__ = ()


class Count(str):
    """The number of a reference: what comes behind it begins the reference all the same."""

    __slots__ = ()


class Figure(str):
    """A number field that begins with a number, or a code such as a DOI: its periods stay."""

    __slots__ = ()


class Inner(str):
    """A later piece of a field with markup: its beginning never collapses with what is before it."""

    __slots__ = ()


Stream: TypeAlias = list["str | Mark"]


class Seam(Mark):
    """What punctuation does at the end of an element, when more of it follows.

    ``how`` holds for what the next element begins with; before a delimiter or at the end of what is around the
    element it becomes another one. ``shuts`` says that the quotes before it take nothing more.
    """

    __slots__ = ("at_delimiter", "at_end", "how", "shuts")

    def __init__(self, how: int, at_delimiter: Seam | None = None, at_end: Seam | None = None, shuts: bool = False):
        super().__init__(SEAM)
        self.how = how
        self.at_delimiter: Seam = at_delimiter or self
        self.at_end: Seam = at_end or self
        self.shuts = shuts


CLOSE, CLOSE_FORMAT, CLOSE_FORMAT_IN_QUOTES = Mark(CLOSING), Mark(CLOSING), Mark(CLOSING)
"""Close markup of a field, or formats of names; the format of an element; and that of one with quotes round it."""
STRONG, EQUAL, NONE, DOWN, ENDED, AFFIXES = range(6)
"""How punctuation meets: any pair collapses; only the same mark; none; the latter mark goes into the text before the
first, which is the suffix of that text; or it meets the end of a group, where quotes take marks that they do not take
elsewhere; or only the same mark that is a suffix."""
ANY_PAIR, SAME_MARK, GROUP_END, APART = Seam(STRONG), Seam(EQUAL), Seam(ENDED), Seam(AFFIXES)
PUNCTUATION = frozenset(".,;:!?")
INTO_TEXT, NUMBER_END = Seam(DOWN, at_end=Seam(DOWN)), Seam(EQUAL, at_end=SAME_MARK)
SHUT = Seam(STRONG, at_end=Seam(STRONG, shuts=True), shuts=True)
SUFFIX_ENDS = frozenset((INTO_TEXT, NUMBER_END, SHUT))
"""Where a group ends with the suffix of an element of its own; a group around it ends with other seams."""
TEXT, NUMBER, OTHER = range(3)
"""Kinds of elements that differ in this: cs:text, terms and parts of dates; numbers; elements that hold others."""
AFTER_SUFFIX = {
    (TEXT, False): Seam(STRONG, SAME_MARK, INTO_TEXT),
    (TEXT, True): Seam(NONE, SAME_MARK, INTO_TEXT),
    (NUMBER, False): Seam(STRONG, SAME_MARK, NUMBER_END),
    (NUMBER, True): Seam(NONE, SAME_MARK, NUMBER_END),
    (OTHER, False): Seam(STRONG, SAME_MARK, SHUT, shuts=True),
    (OTHER, True): Seam(NONE, SAME_MARK, SHUT, shuts=True),
}
"""The seam after an element's own suffix, by its kind and whether it has a format of its own."""
AFTER_FORMAT = {
    TEXT: Seam(NONE, SAME_MARK, GROUP_END),
    NUMBER: Seam(NONE, SAME_MARK, GROUP_END),
    OTHER: Seam(NONE, ANY_PAIR, GROUP_END),
}
"""The seam after an element with a format and no suffix."""
AFTER_QUOTES, AFTER_NO_QUOTES = Seam(STRONG, None, GROUP_END), Seam(EQUAL, SAME_MARK, ANY_PAIR)
"""The seam after quotes of the style, and after a text that is to have none."""
AFTER_TWO_QUOTES = {False: GROUP_END, True: Seam(NONE, GROUP_END, GROUP_END)}
"""The seam after quotes of the style round a text that ends with quotes itself, by whether it has a format."""
AFTER_PIECES = {False: ANY_PAIR, True: Seam(NONE, ANY_PAIR, ANY_PAIR)}
"""The seam after a text with markup or apostrophes, by whether it has both quotes of the style and a format."""
OPEN_QUOTE, CLOSE_QUOTE = Mark(QUOTE, flip=True), Mark(UNQUOTE)
OPEN_INNER_QUOTE = Mark(QUOTE, on=1, flip=True)
"""Opens quotes within quotes."""
SINGLE_QUOTE, SINGLE_INNER_QUOTE = Mark(QUOTE, flip=True), Mark(QUOTE, on=1, flip=True)
"""Open those that a straight single quotation mark opens."""
OPEN_STYLE_QUOTE, CLOSE_STYLE_QUOTE = Mark(QUOTE), Mark(UNQUOTE)
"""Those that the style sets, which are outer ones wherever they stand."""
OPEN_QUOTE_APART = Mark(QUOTE, on=2)
"""Opens quotes of the style that are outer ones, and leave those of the text so (under ``quotes="false"``)."""
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
        "baseline": (0, SUPERSCRIPTS),
    },
}
"""The styles that an attribute with a value sets, and those that it clears."""


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
