"""An export that somebody indented or quoted throughout (``> 1. J Tides. 2021``), or whose empty lines hold blanks.

A source goes in; where a mark stands before its lines, as mail programs put it there, or blanks stand in the empty
ones, as editors and web pages do, another comes out, without these and with the same lines.
"""

from __future__ import annotations

import io
import re
from typing import IO, cast

from citeconv.source import CHUNK, Source
from citeconv.values.patterns import lazy

_MARKED = lazy(r"^(?P<mark>[ \t]*>[> \t]*|[ \t]+)\d{1,7}[.:)][ \t\u00a0]", re.M)
"""A mark before the number of a record."""
_MOST_WITHOUT = 10
"""Of how many lines one may lack the mark."""
_BLANKS_ALONE = lazy(r"\n[ \t]+\n")
_BLANKS_IN_LINE = lazy(r"^[ \t]+$", re.M)
_BLANKS_BEHIND = lazy(r"(?<![ \t])[ \t]+$", re.M)


def bare(source: Source) -> Source:
    """Return the source without what others put around its lines; the source itself if that is nothing."""
    return _with_empty_lines(_unquoted(source))


def _with_empty_lines(source: Source) -> Source:
    """Return the source without the blanks in its empty lines, and behind the others if they mean nothing there."""
    if _BLANKS_ALONE.search(source.head) is None:
        return source
    lines = [line for line in source.head.split("\n")[:-1] if line.strip()]
    without = sum(line == line.rstrip() for line in lines)
    left_out = _BLANKS_BEHIND if without * _MOST_WITHOUT < len(lines) else _BLANKS_IN_LINE
    return _changed(source, left_out)


def _changed(source: Source, left_out: re.Pattern[str]) -> Source:
    text = cast("IO[str]", _Changed(source, left_out))
    return Source(text, name=source.name, limits=source.limits)


def _unquoted(source: Source) -> Source:
    """Return the source without the mark before each of its lines; the source itself if there is none."""
    if source.head.lstrip("\n")[:1].isdigit():  # as almost all are: the first number stands for itself
        return source
    found = _MARKED.search(source.head)
    if found is None:
        return source
    mark = found["mark"]
    lines = [line for line in source.head[found.start() :].split("\n")[:-1] if line.strip("> \t")]
    if sum(not line.startswith(mark) for line in lines) * _MOST_WITHOUT > len(lines):
        return source
    source.notes.append((1, f"{mark!r} before each line is left out"))
    return _changed(source, re.compile(rf"^{re.escape(mark)}|^{re.escape(mark.rstrip())}$", re.M))


class _Changed(io.TextIOBase):
    """The text of a source without what a pattern finds in its lines."""

    def __init__(self, source: Source, left_out: re.Pattern[str]) -> None:
        self._chunks = source.chunks()
        self._left_out = left_out
        self._rest = ""  # of a line that goes on in the next chunk

    def read(self, _size: int | None = -1, /) -> str:
        """Return the next piece of whole lines; empty at the end."""
        for chunk, last in self._chunks:
            text = self._rest + chunk
            end = len(text) if last or len(text) > CHUNK * 4 else text.rfind("\n") + 1
            self._rest = text[end:]
            if end:
                return self._left_out.sub("", text[:end])
        return ""
