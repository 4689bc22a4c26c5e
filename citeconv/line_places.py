"""Where the lines of a file begin: line numbers go in, in ascending order, and offsets in bytes come out.

Text is read without counting its bytes, which would cost time for each record, and few offsets are needed: so these are
found by reading the file a second time, from front to back.
"""

from __future__ import annotations

PIECE = 1 << 18
"""Bytes read at a time."""


class LinePlaces:
    """The lines of one file.

    Args:
        path: The file.

    Raises:
        OSError: It cannot be opened.
    """

    def __init__(self, path: str) -> None:
        self._stream = open(path, "rb")  # noqa: SIM115 - closed with its source
        self._line = 1  # the line found last
        self._block, self._start = b"", 0  # the bytes read last, and where they stand in the file
        self._pos = self._ahead = 0  # where in them that line begins, and how many lines end behind that

    def of(self, line: int) -> int:
        """Return the byte at which a line begins; the end of the file if it has no such line."""
        while self._line < line:
            if self._line + self._ahead < line:
                self._line += self._ahead
                self._start += len(self._block)
                self._block, self._pos = self._stream.read(PIECE), 0
                self._ahead = self._block.count(b"\n")
                if not self._block:
                    break
            else:
                self._pos = self._block.index(b"\n", self._pos) + 1
                self._line += 1
                self._ahead -= 1
        return self._start + self._pos

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
