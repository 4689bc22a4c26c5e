"""Text in which nothing says at once where records begin, as under banners of a script, and which is long.

A source cuts such text where it gets too long, wherever that is. Its pieces go in; they come out without a record that
is cut in two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citeconv.format import Leftover, Record
from citeconv.source import LEFTOVER_LIMIT


def continued(pieces: Iterator[Record], recut: Callable[[Record], list[Record]]) -> Iterator[Record]:
    """Yield pieces; of a text that was cut because it is long, the last record with what follows of it.

    Args:
        pieces: As a source cuts them: such text is all in the first ones.
        recut: Returns what is in one of these, the last record apart.
    """
    held = next(pieces, None)
    if held is None:
        return
    for piece in pieces:
        if type(piece) is not Leftover:
            yield held
            yield piece
            yield from pieces
            return
        *parts, held = recut(held)
        yield from parts
        if len(held.data) < LEFTOVER_LIMIT:
            held = joined([held, piece])
        else:
            yield held
            held = piece
    yield held


def joined(pieces: list[Record]) -> Record:
    """Return pieces that stand behind each other as one of the kind of the first."""
    raw = "".join([piece.raw or piece.data for piece in pieces]) if any(piece.raw for piece in pieces) else ""
    fault = next((piece.fault for piece in pieces if piece.fault), "")
    return type(pieces[0])(pieces[0].line, "".join([piece.data for piece in pieces]), None, raw, fault)
