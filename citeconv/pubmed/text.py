"""Wrapped and escaped text back to plain text.

PubMed wraps at 80 columns, in its older exports at 81. The newer ones keep the blank of a soft break at the end of the
line, so that a line end without one is real; in older ones, and in files that an editor has cleaned, a line end is
certainly real only where the next word would still have fitted. Some records carry entities that were escaped twice,
tags of web pages, or characters that were encoded twice.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from citeconv.values import markup
from citeconv.values.patterns import lazy

SINGLE_LINE_END = lazy(r"[^\n]\n[^\n]")
"""A line end that parts no paragraphs: a text that has none was made paragraphs of, line by line."""
PARAGRAPH = lazy(r"(?<!\n)\n\n+(?P<start>(?=\S))")
"""Before a paragraph."""
_TAG = lazy(
    r"</?(?:(?P<block>br|BR|p|P|div|DIV|[uo]l|li|LI)|span|SPAN|em|EM|strong|STRONG|u|U|a|A|font|FONT)"
    r"(?: {1,4}[a-zA-Z:-]{1,20} ?=[^<>\n]{0,80}|(?: {1,4}[a-zA-Z]{1,20})? {0,4}/?)>"
)
"""One of a web page; ``<A(CP)(B-->`` within a formula is none."""
_TWICE_ENCODED = lazy(r"[ÂÃÎâ](?:(?<=[ÂÃ])[\x80-\xbf]|(?<=[Îâ])[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2})")
_FIRST_OF_TWO = "ÂÃâÎÅÄÏÐ"
_CP1252_UNDEFINED = lazy("[\x81\x8d\x8f\x90\x9d]")
_SENTENCE_ENDS = frozenset(".?!\"'”’")
_BEFORE_LINE = _SENTENCE_ENDS | frozenset(":;")
"""What a line may end with that another one in small letters follows."""
WIDTH = 79
"""Columns in which a word fits in every generation."""


def clean(blocks: list[str], marked: bool, escaped: bool = True) -> list[str]:
    """Return the blocks of a record ready for reading, those that are not empty.

    Args:
        blocks: As printed.
        marked: Whether a blank at a line's end says that the line goes on; then it is joined to the next.
        escaped: Whether entities or tags may be in them.

    Returns:
        Blocks with entities decoded, in which no line ends in a blank.
    """
    gap = " " if marked else "\n"
    cleaned = []
    for block in blocks:
        if escaped and ("&" in block or "<" in block):
            block = unescape(block) if marked or "\n" not in block else _unescaped_lines(block)
        if "\n" in block:
            block = gap.join(block.split(" \n"))  # twice as fast as `replace`
        if block := block.strip("\n "):
            cleaned.append(block)
    return cleaned


def _unescaped_lines(block: str) -> str:
    """Return a block with entities decoded, its lines as long as they were when they were wrapped."""
    return "\n".join([_unescaped_line(line) if "&" in line or "<" in line else line for line in block.split("\n")])


def _unescaped_line(line: str) -> str:
    text = unescape(line)
    before, blank, last = text.rpartition(" ")
    return f"{before.ljust(len(line) - len(last) - 1)} {last}" if blank else text


def unwrap(text: str) -> str:
    """Return a block of clean text as one line, without surplus blanks."""
    if "\n" in text:
        text = text.replace("\n", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def whole_lines(block: str, begins: re.Pattern[str], width: int = 0) -> list[str]:
    """Return the lines of a block whose soft breaks are not marked, joined where a line may have been wrapped.

    Args:
        block: Clean text.
        begins: Matches a line end and what may begin a real line behind a full one that ends a sentence.
        width: Columns to which the text was wrapped, where its own longest line does not tell.

    Short lines that break off within a sentence were wrapped by others, or by the publisher; where most are such,
    only what ``begins`` matches begins a line.
    """
    lines = block.split("\n")
    width = width or min(WIDTH, max(map(len, lines)))
    flat = block.replace("\n", " ") + " "  # in which each word ends in a blank
    cuts: list[int] = []
    broken_off = 0
    end = -1
    for line in lines[:-1]:
        size = len(line)
        end += size + 1
        # a blank within the room left shows that the next word would have fitted
        fits = size < width - 1 and flat.find(" ", end + 2, end + 1 + width - size) >= 0
        last = line[-1:]
        if fits and block[end + 1].islower() and last not in _BEFORE_LINE:
            broken_off += 1
        elif fits or (last in _SENTENCE_ENDS and begins.match(block, end)):
            cuts.append(end)
    if broken_off > 1 and broken_off * 2 >= len(cuts):
        cuts = [cut for cut in cuts if begins.match(block, cut)]
    return [flat[start + 1 : end] for start, end in itertools.pairwise([-1, *cuts, len(block)])]


def unescape(text: str) -> str:
    """Return text with leaked entities decoded, escaped once or twice, and without tags that no citation has.

    Those of blocks become blanks.
    """
    text = markup.unescape(text)
    return _TAG.sub(lambda tag: " " if tag["block"] else "", text) if "<" in text else text


def repair(text: str) -> tuple[str, list[str]]:
    """Return text in which UTF-8 that was read as Windows-1252 and encoded again is put right, and what was.

    Only sequences that give one printable character are touched, and only those that no language writes: ``Â©``,
    ``â€”``.
    """
    found: list[str] = []

    def put_right(match: re.Match[str]) -> str:
        try:
            sign = match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            return match[0]
        if len(sign) != 1 or not (sign.isprintable() or sign == "\u00a0"):
            return match[0]
        found.append(f"{match[0]} read as {sign}")
        return sign

    return _TWICE_ENCODED.sub(put_right, text), found


def may_be_encoded_twice(text: str) -> bool:
    """Whether a text has any of the signs with which those for ``repair`` begin, or those of most other letters."""
    return not text.isascii() and any(map(text.__contains__, _FIRST_OF_TWO))


def encoded_once(text: str, note: Callable[[str], object] | None) -> str:
    """Return text that is UTF-8 read as Windows-1252 and encoded again throughout as it was, any other as it is.

    Args:
        text: The text; if each of its signs beyond ASCII belongs to a sequence of UTF-8, it is no other.
        note: Called if it was encoded twice; None if nobody wants to know.
    """
    if not may_be_encoded_twice(text):
        return text
    try:
        text = _CP1252_UNDEFINED.sub(_as_byte, text).encode("cp1252", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return text
    if note:
        note("encoded twice throughout, and decoded once more")
    return text


def _as_byte(sign: re.Match[str]) -> str:
    """Return one of the five signs that Windows-1252 leaves undefined as ``surrogateescape`` has bytes."""
    return chr(0xDC00 + ord(sign[0]))
