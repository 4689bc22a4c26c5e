"""Quotation marks: the outer ones of the locale, inside them the inner ones, and so on in turn.

A mark says which it would be alone; within quotes of the same level it becomes the other. Those of the style never do
(a habit of citeproc-js).
"""

from __future__ import annotations

from citeconv_references.engine.stream import QUOTE, UNQUOTE, Mark, Stream


def resolve(stream: Stream, outer: tuple[str, str], inner: tuple[str, str]) -> None:
    """Put text in place of the quote marks of the stream."""
    marks = (outer, inner, outer)
    levels: list[int] = []
    for place, piece in enumerate(stream):
        if not isinstance(piece, Mark):
            continue
        if piece.kind == QUOTE:
            level = piece.on
            if piece.flip and levels and levels[-1] == level:
                level = 1 - level
            levels.append(level)
            stream[place] = marks[level][0]
        elif piece.kind == UNQUOTE:
            stream[place] = marks[levels.pop()][1]
