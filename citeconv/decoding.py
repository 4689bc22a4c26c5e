"""From bytes to text, piece by piece: gzip, encodings, byte-order marks, line ends and NULs.

The stream of an input goes in; pieces of text with ``\\n`` line ends come out, in memory that does not grow with the
input, with notes of what had to be mended. Bytes that are not UTF-8 stay lone surrogates until a record is cut, and are
read as Windows-1252 then: so a file may mix both, and each record can still give back its bytes.
"""

from __future__ import annotations

import codecs
import io
import itertools
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, AnyStr, BinaryIO

from citeconv import naming
from citeconv.encodings import find_encoding, no_text, refusal
from citeconv.errors import SourceError
from citeconv.line_ends import LineEnds
from citeconv.values.patterns import lazy
from citeconv.values.texts import SURROGATE

HEAD = 4096
"""Characters that detection looks at first."""
CHUNK = 1 << 18
"""Bytes read at a time."""
_MOST_UNCOUNTED = 4
"""Pieces that are kept before their lines are counted: mostly the reader of the pieces knows their number before."""
_HALVES = ("\r\r", "\r")
"""Ends of a piece that may be the first part of a line end."""

# Windows-1252 leaves five bytes undefined; like browsers, take them as C1 controls.
_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
_CP1252[0] = ""
_MARK_BEGINS = codecs.BOM_UTF8[:1]
"""The first byte of a byte-order mark, which most texts lack: one byte is found many times faster than three."""
_MARK = lazy(r"(\A|\n)\ufeff+")


class Decoded:
    """The text of one stream, in pieces.

    Args:
        stream: An open stream of bytes, or of text already decoded; read from its present position.
        name: What messages call it.
        encoding: Name of a codec to force; empty to find out.
        unpacked: Bytes that a gzip file may unpack to.
        binary: As ``Source`` has it.

    Attributes:
        encoding: The codec in use, known when the first piece was read.
        binary: What the stream holds if it is not text; then ``magic`` is its beginning, in Latin-1, and ``data`` its
            bytes.
        packed: Whether it was unpacked.
        line_ends: How its lines end.
        notes: Lines and messages about what had to be guessed; ``note_faults`` adds those about what was mended.
    """

    def __init__(
        self, stream: IO[Any], name: str, encoding: str, unpacked: int, binary: bool | Callable[[str], bool]
    ) -> None:
        self.encoding = self.binary = self.magic = ""
        self.data: Iterator[bytes] = iter(())
        self.packed = False
        self.line_ends = LineEnds()
        self.notes: list[tuple[int, str]] = []
        self._name = name
        self._most_unpacked = unpacked
        self._takes_binary = binary
        self._stray = self._nul = False
        self._faults: dict[str, tuple[int, int]] = {}
        self._counted, self._uncounted = 0, list[str]()  # lines handed on, and later text not yet counted
        self._plain = False
        self._half = ""
        self._line_begins = True  # whether the next piece begins a line
        self._pieces = self._read_stream(stream, encoding)

    def next_piece(self) -> str:
        """Return the next piece of text with ``\\n`` line ends; empty at the end."""
        piece = next(self._pieces, "")
        if not (self._plain and piece) or self._half:
            piece = self._mended(piece)
        self._line_begins = piece.endswith("\n")
        self._uncounted.append(piece)
        if len(self._uncounted) > _MOST_UNCOUNTED:
            self._count_lines()
        return piece

    def counted(self, lines: int, *uncounted: str) -> None:
        """Learn the number of lines from the reader of the pieces, who counts them anyway.

        Args:
            lines: How many lines there are before ``uncounted``.
            uncounted: The text since then.
        """
        self._counted, self._uncounted = lines, [*uncounted]

    def clean(self, text: str) -> str:
        """Return a text cut from the pieces, without NULs and with stray bytes read as Windows-1252."""
        if (self._stray and not text.isascii()) or (self._nul and "\0" in text):
            return text.translate(_CP1252)
        return text

    def note_faults(self) -> None:
        """Add notes about what was mended, once all is read."""
        for message, (line, count) in self._faults.items():
            self.notes.append((line, message.format(count=count, s="" if count == 1 else "s")))

    # -- inside

    def _read_stream(self, stream: IO[Any], forced: str) -> Iterator[str]:
        """Read bytes or text: the first block tells which, as not every text stream is a ``TextIOBase``."""
        blocks = self._blocks(getattr(stream, "read1", stream.read))
        first = next(blocks, b"")
        blocks = itertools.chain((first,), blocks)
        if isinstance(first, str):
            for text in blocks:
                yield SURROGATE.sub("\ufffd", text)
        else:
            yield from self._read_bytes(stream, blocks, forced)

    def _read_bytes(self, stream: IO[bytes], blocks: Iterator[bytes], forced: str) -> Iterator[str]:
        start = _fill(blocks)
        if start[:2] == b"\x1f\x8b":
            import gzip

            self.packed = True
            blocks = self._bounded(self._blocks(gzip.GzipFile(fileobj=_Rejoined(start, stream)).read))
            start = _fill(blocks)
        magic = start[:HEAD].decode("latin-1").replace("\0", "")
        if what := no_text(start) or (callable(self._takes_binary) and self._takes_binary(magic) and "no text"):
            if not self._takes_binary:
                raise SourceError(refusal(self._name, what))
            self.binary, self.magic, self.data = what, magic, itertools.chain((start,), blocks)
            yield magic
            return
        self.encoding, mark, doubt = find_encoding(start, forced, self._name)
        if doubt:
            self.notes.append((1, doubt))
        start = start[mark:]
        if self.encoding == "utf-8" and not forced:
            yield from self._read_utf8(blocks, start)
        else:
            yield from self._read_codec(blocks, start, strict=bool(forced))

    def _blocks(self, read: Callable[[int], AnyStr]) -> Iterator[AnyStr]:
        """Yield blocks up to the first end of file: reading on would ask a terminal for more."""
        while block := self._guard(read, CHUNK):
            yield block

    def _bounded(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield unpacked blocks up to the limit: a gzip bomb unpacks to a thousand times its size."""
        left = self._most_unpacked
        for block in blocks:
            left -= len(block)
            if left < 0:
                limit = f"{self._most_unpacked:,} bytes"
                raise SourceError(
                    f"{self._name}: unpacks to more than {limit} ({naming.called('unpacked')} to take it)"
                )
            yield block

    def _guard(self, read: Callable[[int], AnyStr], size: int) -> AnyStr:
        try:
            return read(size)
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise SourceError(f"{self._name}: cannot be read: {_reason(error)}") from None

    def _read_utf8(self, blocks: Iterator[bytes], block: bytes) -> Iterator[str]:
        """Decode in pieces that end at a line end, so that each can be decoded alone."""
        rest = b""
        while block:
            end = block.rfind(b"\n") + 1
            if end:
                piece, rest = rest + block[:end], block[end:]
            else:
                rest += block
                piece = b""
                if len(rest) >= CHUNK * 4:  # an endless line: cut between two characters
                    end = len(rest) - 4
                    for _ in range(3):
                        end -= rest[end] & 0xC0 == 0x80
                    piece, rest = rest[:end], rest[end:]
            if piece:
                yield self._decode(self._eased(piece))
            block = next(blocks, b"")
        if rest:
            self._plain = False
            yield self._decode(rest)

    def _eased(self, piece: bytes) -> bytes:
        """Return a piece without usual line ends, and know whether it needs mending; text takes ten times as long."""
        self._plain = False
        if b"\0" in piece or (_MARK_BEGINS in piece and codecs.BOM_UTF8 in piece) or self._half:
            return piece
        if b"\r" not in piece:
            self._plain = not self.line_ends.usual
            return piece
        bare = self.line_ends.without_returns(piece, not (self._counted or self._uncounted))
        self._plain = bare is not None
        return piece if bare is None else bare

    def _decode(self, piece: bytes) -> str:
        try:
            return piece.decode()
        except UnicodeDecodeError:
            text = piece.decode("utf-8", "surrogateescape")
            self._stray = True
            places = [stray.start() for stray in SURROGATE.finditer(text)]
            better = naming.said("encoding")
            message = f"not UTF-8: {{count}} byte{{s}} read as Windows-1252 ({better} to say better)"
            self._fault(message, len(places), text, places[0])
            return text

    def _read_codec(self, blocks: Iterator[bytes], block: bytes, strict: bool) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.encoding)("strict" if strict else "replace")
        done = 0
        while True:
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeError as error:
                raise SourceError(f"{self._name}: is not {self.encoding}: {_place(error, done)}") from None
            if not strict and "\ufffd" in text:
                message = f"not {self.encoding}: {{count}} character{{s}} unreadable"
                self._fault(message, text.count("\ufffd"), text, text.index("\ufffd"))
            if text:
                yield SURROGATE.sub("\ufffd", text)
            if not block:
                return
            done += len(block)
            block = next(blocks, b"")

    def _fault(self, message: str, count: int, text: str, index: int) -> None:
        """Remember a fault in the present piece; each kind is reported once, at the end."""
        line, before = self._faults.get(message, (0, 0))
        self._faults[message] = (line or self._count_lines() + text.count("\n", 0, index) + 1, before + count)

    def _mended(self, piece: str) -> str:
        """Return a piece without anything odd, and with ``\\n`` line ends; half a line end waits for the next piece."""
        piece, self._half = self._half + piece, ""
        while piece in _HALVES and (more := next(self._pieces, "")):
            piece += more
        if half := next((half for half in _HALVES if piece.endswith(half) and piece != half), ""):
            piece, self._half = piece[: -len(half)], half
        if self.line_ends.concern(piece):
            piece = self.line_ends.mend(piece, self._count_lines())
        if "\ufeff" in piece:
            piece = self._without_marks(piece)
        if "\0" in piece:
            self._nul = True
            self._fault("{count} NUL byte{s} left out", piece.count("\0"), piece, piece.index("\0"))
        return piece

    def _without_marks(self, piece: str) -> str:
        """Leave out byte-order marks at the beginnings of lines, where files with such marks were joined."""
        if not (self._counted or self._uncounted):  # the input begins with it
            piece = piece.lstrip("\ufeff")
        kept, piece = ("", piece) if self._line_begins else (piece[:1], piece[1:])
        if found := list(_MARK.finditer(piece)):
            message = "{count} byte-order mark{s} before lines left out: files seem to have been joined"
            self._fault(message, len(found), piece, found[0].end())
        return kept + _MARK.sub(r"\1", piece)

    def _count_lines(self) -> int:
        """Return the number of lines before the present piece."""
        self._counted += sum([text.count("\n") for text in self._uncounted])
        self._uncounted.clear()
        return self._counted


class _Rejoined(io.RawIOBase):
    """A stream with the bytes already read from it put back in front."""

    def __init__(self, start: bytes, stream: BinaryIO | IO[bytes]) -> None:
        self._start, self._stream = start, stream

    def read(self, size: int = -1) -> bytes:
        if self._start:
            part, self._start = (self._start[:size], self._start[size:]) if size >= 0 else (self._start, b"")
            return part
        return self._stream.read(size)


def _fill(blocks: Iterator[bytes]) -> bytes:
    """Return blocks enough for detection, as a pipe may give little at a time."""
    start = b""
    while len(start) < HEAD * 4 and (more := next(blocks, b"")):
        start += more
    return start


def _place(error: UnicodeError, done: int) -> str:
    """Return where the fault is, or that the mark is missing, of which Python tells a place since 3.13."""
    if not isinstance(error, UnicodeDecodeError):
        return str(error)
    if "BOM" in error.reason:
        return error.reason
    return f"byte {error.object[error.start]:#04x} near offset {done + error.start}"


def _reason(error: Exception) -> str:
    """Return what went wrong in words, without the system's error number."""
    if str(error).startswith("Not a gzipped file"):
        return "behind its gzip data stands something else; unpack it with gzip -d, which leaves that out"
    return (isinstance(error, OSError) and error.strerror) or str(error)
