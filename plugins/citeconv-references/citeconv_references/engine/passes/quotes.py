"""Quotation marks: the outer ones of the locale, inside them the inner ones, and so on in turn."""

from __future__ import annotations

from citeconv_references.engine.stream import QUOTE, UNQUOTE, Mark, Stream


def resolve(stream: Stream, outer: tuple[str, str], inner: tuple[str, str]) -> None:
    """Put text in place of the quote marks of the stream."""
    depth = 0
    for place, piece in enumerate(stream):
        if not isinstance(piece, Mark):
            continue
        if piece.kind == QUOTE:
            stream[place] = (inner if depth % 2 else outer)[0]
            depth += 1
        elif piece.kind == UNQUOTE:
            depth -= 1
            stream[place] = (inner if depth % 2 else outer)[1]
