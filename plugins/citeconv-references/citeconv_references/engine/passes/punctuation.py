"""Punctuation where pieces meet: what doubles collapses, and in some locales it goes into the quotes before it.

All of this follows what citeproc-js prints; CSL leaves the collapsing to the processor.
"""

from __future__ import annotations

from citeconv_references.engine.stream import (
    CLOSE_LEAF,
    CLOSING,
    OPENING,
    QUOTE,
    SEAM,
    UNQUOTE,
    Delimiter,
    Inner,
    Mark,
    Stream,
)

MARKS = frozenset(".,;:!?")
FIRST, SECOND = "first", "second"
PAIRS = dict.fromkeys(("..", ",,", ";;", "::", "!!", "??", ";.", ":.", "!.", "?.", ";:", "!:", "?:"), FIRST)
PAIRS |= dict.fromkeys((";!", ":!", ";?", ":?"), SECOND)
"""Which of two marks stays where a piece ends with one and the next begins with another.

Other pairs stay as they are.
"""
MOVING = frozenset(".,!?")
"""Marks that go into quotes before them, in locales with ``punctuation-in-quote``."""
STRONG, EQUAL, NONE = range(3)


def collapse(stream: Stream, into_quotes: bool) -> Stream:
    """Return the stream with punctuation collapsed at the seams between pieces."""
    out: Stream = []
    last = -1  # where the last text stands in out
    seam = STRONG
    quoted = False
    for piece in stream:
        if isinstance(piece, Mark):
            kind = piece.kind
            if kind == UNQUOTE:
                quoted = True
                if not into_quotes and last >= 0:
                    moved = _out_of_quotes(out, last)
                    out.append(piece)
                    if moved:
                        out.append(moved)
                        last, quoted = len(out) - 1, False
                    continue
            elif piece is CLOSE_LEAF:
                seam = NONE
            elif kind == SEAM:
                seam = NONE if piece.on else EQUAL
                continue
            elif kind == CLOSING:
                seam = STRONG
            elif kind in (QUOTE, OPENING):
                pass
            else:
                seam, quoted = STRONG, False
                last = -1
            out.append(piece)
            continue
        if not piece:
            continue
        text = piece
        if last >= 0 and not isinstance(piece, Inner):
            text = _joined(out, last, piece, seam, quoted and into_quotes)
        if text:
            out.append(text)
            last = len(out) - 1
            quoted = False
            seam = EQUAL if isinstance(piece, Delimiter) else STRONG
        elif isinstance(piece, Delimiter):
            seam = EQUAL
    return out


def _out_of_quotes(out: Stream, last: int) -> str:
    """Take a comma or semicolon at the end of quoted text out of the quotes."""
    text = out[last]
    if isinstance(text, str) and len(text) > 1 and text[-1] in ",;":
        out[last] = text[:-1]
        return text[-1]
    return ""


def _joined(out: Stream, last: int, piece: str, seam: int, into_quotes: bool) -> str:
    """Return what is left of a piece once its first mark has met the text before it."""
    before = out[last]
    first, end = piece[0], before[-1]  # type: ignore[index]  # it is a text
    if first == " " and end == " ":
        return piece.lstrip(" ")
    if first not in MARKS:
        return piece
    if end in MARKS:
        kept = PAIRS.get(end + first)
        if into_quotes and first not in MOVING and first != end and kept is not SECOND and seam != STRONG:
            return piece
        if kept is FIRST and (seam == STRONG or into_quotes or (end == first and seam == EQUAL)):
            return piece[1:]
        if kept is SECOND and (seam == STRONG or (into_quotes and first in MOVING)):
            out[last] = f"{before[:-1]}{first}"  # type: ignore[index]
            return piece[1:]
        if kept is not None:
            return piece
    if into_quotes and (first in MOVING or seam == STRONG):
        out[last] = f"{before}{first}"
        return piece[1:]
    return piece
