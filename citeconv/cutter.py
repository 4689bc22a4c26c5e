"""What the cutters of XML and JSON share: a window on the text, and the place and line where the open piece begins.

Chunks of a source go in; records, and leftovers between them, come out. A record that becomes too long is handed on at
once, and what follows of it as a ``Rest``.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from citeconv.format import Record, Rest
from citeconv.source import Source


class Cutter:
    """The state of cutting between two chunks.

    Args:
        source: What the text is from.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.window = ""
        self.start = 0  # where the open record begins, or the text after the last one
        self.pos = 0  # where to look for the next token
        self.line = 1  # the line of ``start``
        self.overlong = False  # whether the beginning of the open record was already handed on

    def pieces(self) -> Iterator[Record]:
        """Yield all that the source holds."""
        for chunk, last in self.source.chunks(raw=True):
            yield from self.feed(chunk, last)
            self.source.counted(self.line - 1, self.window[self.start :])

    @abstractmethod
    def feed(self, chunk: str, last: bool) -> Iterator[Record]:
        """Yield what is complete with a chunk."""

    def take_record(self, end: int) -> Record:
        """Return the open record up to a place, or the rest of one."""
        kind = Rest if self.overlong else Record
        self.overlong = False
        return self.take(end, kind)

    def take(self, end: int, kind: type[Record]) -> Record:
        """Return the text up to a place as a record of some kind."""
        text = self.window[self.start : end]
        record = self.source.record(self.line, text, kind)
        self.go_to(end, text)
        return record

    def go_to(self, end: int, text: str) -> None:
        """Continue at a place, up to which the given text stands."""
        self.line += text.count("\n")
        self.start = end
