"""An export that somebody indented or quoted throughout (``> 1. J Tides. 2021``), as mail programs do.

A source goes in; where a mark stands before its lines, another comes out, without the mark and with the same lines.
"""

from __future__ import annotations

import io
import re
from typing import IO, cast

from citeconv.source import CHUNK, Source
from citeconv.values.patterns import lazy

_MARKED = lazy(r"^(?P<mark>[ \t]*>[> \t]*|[ \t]+)\d{1,7}[.:)][ \u00a0]", re.M)
"""A mark before the number of a record."""
_MOST_WITHOUT = 10
"""Of how many lines one may lack the mark."""


def unquoted(source: Source) -> Source:
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
    return Source(cast("IO[str]", _Unmarked(source, mark)), name=source.name, limits=source.limits)


class _Unmarked(io.TextIOBase):
    """The text of a source without a mark."""

    def __init__(self, source: Source, mark: str) -> None:
        self._chunks = source.chunks()
        self._mark = re.compile(rf"^{re.escape(mark)}|^{re.escape(mark.rstrip())}$", re.M)
        self._rest = ""  # of a line that goes on in the next chunk

    def read(self, _size: int | None = -1, /) -> str:
        """Return the next piece of whole lines; empty at the end."""
        for chunk, last in self._chunks:
            text = self._rest + chunk
            end = len(text) if last or len(text) > CHUNK * 4 else text.rfind("\n") + 1
            self._rest = text[end:]
            if end:
                return self._mark.sub("", text[:end])
        return ""
