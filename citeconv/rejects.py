"""The file of rejected records, which can be read again: each as it was found, with what it cannot be read without.

Records go in as they are rejected, with their bytes and the text that must stand before them in a file of their own;
bytes go to a sink. Only what differs from the record before is written before one.
"""

from __future__ import annotations

import msgspec

from citeconv.sink import Sink


class Original(msgspec.Struct, gc=False):
    """A record as it was found, with what must stand before it in a file of its own, and how lines end there."""

    preamble: str
    data: bytes
    line_end: str


class Rejects:
    """The file of rejected records: each verbatim, behind what it needs to be read alone, before two blank lines."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._preamble = ""
        self._line_ends = b""  # at the end of the last record: they count if more of it follows
        self._end = b""  # what goes behind it
        self._open = False

    def add(self, original: Original) -> None:
        """Take a record."""
        self._close()
        if original.preamble != self._preamble:
            self._preamble = original.preamble
            text = original.preamble.replace("\n", original.line_end)
            self._sink.write(text.encode("utf-8", "surrogatepass"))
        self._end = 3 * original.line_end.encode()
        self.go_on(original.data)

    def go_on(self, data: bytes) -> None:
        """Take more of the last record."""
        text = data.rstrip(b"\r\n")
        if text:
            self._sink.write(self._line_ends + text)
            self._line_ends = b""
        self._line_ends += data[len(text) :]
        self._open = True

    def finish(self) -> None:
        """Take note that no more comes: all is on the disk, or the disk is full."""
        self._close()
        self._sink.finish()

    def place(self) -> None:
        """Put the file in its place, if there is anything in it."""
        self._sink.place()

    def _close(self) -> None:
        if self._open:
            self._sink.write(self._end)
        self._open, self._line_ends = False, b""
