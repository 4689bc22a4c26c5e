"""The file of rejected records, each as it was found, so that it can be mended and read again.

Rejected records go in with their bytes and their preamble (a CSV header, say); bytes go to a sink. The preamble is
written only where it differs from that of the record before.
"""

from __future__ import annotations

import msgspec

from citeconv.sink import Sink


class Original(msgspec.Struct, gc=False):
    """A record as it was found, the text that must precede it in a file of its own, and the line end used there."""

    preamble: str
    data: bytes
    line_end: str


class Rejects:
    """The file of rejected records: each after its preamble, verbatim, with two blank lines behind it."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._preamble = ""
        self._line_ends = b""  # at the end of the last record; written only if more of it follows
        self._end = b""  # the blank lines behind it
        self._open = False

    def add(self, original: Original) -> None:
        """Add a record."""
        self._close()
        if original.preamble != self._preamble:
            self._preamble = original.preamble
            text = original.preamble.replace("\n", original.line_end)
            self._sink.write(text.encode("utf-8", "surrogatepass"))
        self._end = 3 * original.line_end.encode()
        self.go_on(original.data)

    def go_on(self, data: bytes) -> None:
        """Add more of the last record."""
        text = data.rstrip(b"\r\n")
        if text:
            self._sink.write(self._line_ends + text)
            self._line_ends = b""
        self._line_ends += data[len(text) :]
        self._open = True

    def finish(self) -> None:
        """Write all to the disk, as no more records come."""
        self._close()
        self._sink.finish()

    def place(self) -> None:
        """Put the file in its place, if there is anything in it."""
        self._sink.place()

    def _close(self) -> None:
        if self._open:
            self._sink.write(self._end)
        self._open, self._line_ends = False, b""
