"""What cutting XML and JSON has in common: the text not yet handed on, where in it a piece begins, and at which line.

Chunks of a source go in, records and what stands between them come out. A record that is longer than is taken is handed
on as soon as that is seen, and more of it as the rest of it.
"""

from __future__ import annotations

from citeconv.format import Record, Rest
from citeconv.source import Source


class Cutter:
    """The state between two chunks.

    Args:
        source: What the text is from.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.window = ""
        self.start = 0  # of the open record, or of the text after the last one
        self.pos = 0  # where to look for the next token
        self.line = 1  # on which the window's unread part begins
        self.overlong = False  # whether the beginning of the open record was handed on already

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
        """Go on behind a text, in which the place is the end."""
        self.line += text.count("\n")
        self.start = end
