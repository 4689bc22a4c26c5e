"""Line ends: text with any of four goes in, text with ``\\n`` comes out; and the way back for what is cut from it.

Three are those of systems; ``\\r\\r\\n`` is what becomes of ``\\r\\n`` in a program that writes each ``\\n`` as two
characters. How each line ended is remembered only from the first line on that differs from those before, in one byte a
line, packed in blocks: a file whose line ends are mixed throughout costs a small part of its size.
"""

from __future__ import annotations

import zlib

from citeconv.values.patterns import lazy

BLOCK = 1 << 16
"""Lines that are packed together."""

_ANY_LINE_END = lazy(r"\r\r\n|\r\n?|\n")
_ENDS = ("\n", "\r\n", "\r", "\r\r\n")
_CODE = {end: code for code, end in enumerate(_ENDS)}


class LineEnds:
    """The line ends of one text, which comes in pieces, none of which ends within a line end.

    Attributes:
        usual: How the first lines end; empty if no line has ended with ``\\r`` yet.
    """

    def __init__(self) -> None:
        self.usual = ""
        self._first = 0  # the line from which on ends are kept; 0 while all are as usual
        self._packed: list[bytes] = []
        self._open = bytearray()
        self._unpacked = (-1, b"")  # the block that was asked for last

    def concern(self, piece: str) -> bool:
        """Tell whether a piece has line ends to mend or to remember."""
        return "\r" in piece or (self.usual not in ("", "\n") and "\n" in piece)

    def without_returns(self, piece: bytes, begins: bool) -> bytes | None:
        """Return a piece of UTF-8 with ``\\n`` for CRLF, in a fifth of the time of ``mend``, if all its lines end so.

        Args:
            piece: The next piece of the text, which ends with a line end.
            begins: Whether it is the first.
        """
        if self._first or self.usual != ("" if begins else "\r\n"):
            return None
        bare = piece.replace(b"\r", b"")
        if bare.replace(b"\n", b"\r\n") != piece:
            return None
        self.usual = "\r\n"
        return bare

    def mend(self, piece: str, before: int) -> str:
        """Return a piece with ``\\n`` for CRLF, or for the CR of old Macs, and remember the line ends that are unusual.

        A text with more lone CRs than other line ends is of an old Mac; the others may stand within its values.

        Args:
            piece: The next piece of the text.
            before: How many lines came before it.
        """
        mended = piece.replace("\r\n", "\n")
        breaks, pairs = piece.count("\n"), len(piece) - len(mended)
        doubled = mended.count("\r\n") if "\r" in mended else 0
        if not self.usual:
            alone = piece.count("\r") - pairs - doubled > breaks
            ends = "\r" if alone else "\r\r\n" if doubled * 2 > breaks else "\r\n" if pairs * 2 > breaks else "\n"
            self.usual = "\n" if before else ends
        if self.usual == "\r":
            if breaks or self._first:
                self._keep(_ANY_LINE_END.findall(piece), before)
            return _ANY_LINE_END.sub("\n", piece) if breaks else piece.replace("\r", "\n")
        odd = {"\n": pairs, "\r\n": breaks - pairs + doubled, "\r\r\n": breaks - doubled}[self.usual]
        if odd or self._first:
            self._keep(_ends(piece), before)
        return mended.replace("\r\n", "\n") if doubled else mended

    def as_found(self, text: str, line: int) -> str:
        """Return a text that was cut from the pieces with the line ends that it had.

        Args:
            text: Whole lines, perhaps but the last.
            line: The number of the first.
        """
        usual = self.usual or "\n"
        *lines, rest = text.split("\n")
        if not self._first or line + len(lines) <= self._first:
            return text if usual == "\n" else usual.join([*lines, rest])
        return "".join([f"{each}{self._of(number)}" for number, each in enumerate(lines, line)]) + rest

    def _keep(self, ends: list[str], before: int) -> None:
        if not self._first:
            self._first = before + 1
        usual = _CODE[self.usual]
        while (missing := before + 1 - self._first - len(self._packed) * BLOCK - len(self._open)) > 0:
            self._add(bytes((usual,)) * min(missing, BLOCK))
        self._add(bytes([_CODE[end] for end in ends]))

    def _add(self, codes: bytes) -> None:
        self._open += codes
        while len(self._open) >= BLOCK:
            self._packed.append(zlib.compress(self._open[:BLOCK], 1))
            del self._open[:BLOCK]

    def _of(self, line: int) -> str:
        block, place = divmod(line - self._first, BLOCK)
        if block >= len(self._packed):
            place += (block - len(self._packed)) * BLOCK
            return _ENDS[self._open[place]] if place < len(self._open) else self.usual
        if block < 0:
            return self.usual
        if self._unpacked[0] != block:
            self._unpacked = block, zlib.decompress(self._packed[block])
        return _ENDS[self._unpacked[1][place]]


def _ends(piece: str) -> list[str]:
    """Return how each line ends, in which a carriage return alone ends none; in a tenth of the time of a pattern."""
    lines = piece.split("\n")[:-1]
    return [("\r\r\n" if line[-2:] == "\r\r" else "\r\n") if line[-1:] == "\r" else "\n" for line in lines]
