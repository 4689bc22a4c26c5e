"""Inputs as text: a ``Source`` hides files, gzip, encodings, byte-order marks, line ends and line numbers.

Bytes come in; clean text in pieces goes out, in memory that does not grow with the input. Two things are odd. Bytes
that are not UTF-8 are carried as lone surrogates until a record is cut, and read there as Windows-1252: a file
may be mixed, and the record's ``raw`` still gives back the very bytes. And a virtual empty line precedes the text, so
that a pattern for the start of a record may begin with ``\\n``, which ``re`` finds ten times faster than ``^``.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any, AnyStr, BinaryIO

from citeconv.errors import SourceError
from citeconv.format import Leftover, Record

HEAD = 4096
"""Characters that detection looks at."""
CHUNK = 1 << 18
"""Bytes read at a time."""
MARGIN = 1 << 13
"""Characters that the start of a record may look ahead or behind."""
RECORD_LIMIT = 1 << 28
"""Characters in the longest record that is taken; a longer one is rejected."""
LEFTOVER_LIMIT = 1 << 20
"""Characters after which a leftover is handed on in parts."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or a Word or Excel file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"SQLite format 3\0", "a database"),
)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")

# Windows-1252 leaves five bytes undefined; like browsers, take them as C1 controls.
_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
_CP1252[0] = ""
_SURROGATE = re.compile("[\ud800-\udfff]")


class Source:
    """One input, read once from front to back.

    Args:
        file: Path, ``-`` for standard input, or an open file (binary, or text already decoded).
        encoding: Name of a codec to force; empty to find out: byte-order mark, XML declaration, UTF-16 without a mark,
            else UTF-8 with stray bytes as Windows-1252.
        name: What messages call it; the path by default.

    Raises:
        SourceError: It does not exist, cannot be read, or is not text.
    """

    def __init__(self, file: str | os.PathLike[str] | IO[bytes] | IO[str], encoding: str = "", name: str = "") -> None:
        self.notes: list[tuple[int, str]] = []
        self.encoding = ""
        self.path = ""
        self._stray_line = 0
        self._stray_count = 0
        self._crlf = False
        self._odd_lines: set[int] = set()
        self._lines_out = 0
        stream = self._open(file)
        self._stream = stream
        self.name = name or self.path or _name_of(file)
        is_text = isinstance(stream, io.TextIOBase)
        self._pieces: Iterator[str] = self._read_text(stream) if is_text else self._read_bytes(stream, encoding)
        self._ahead = self._next_piece()
        self.head = self._clean(self._ahead)[:HEAD]

    # -- what formats use

    def records(self, start: re.Pattern[str]) -> Iterator[Record]:
        """Cut before each match of ``start``; text before the first match is a ``Leftover``.

        Args:
            start: Matches where a record begins, or, if it has a group ``start``, that group's beginning. It may look
                8 KiB around. The text has ``\\n`` line ends and is preceded by an empty line, so begin the pattern
                with ``\\n`` where you mean a line start.
        """
        group = start.groupindex.get("start", 0)
        window, pos = "\n\n", 0  # text not yet handed on; where to search on
        cut, line = 2, 1  # start of the open record in `window`, and its line
        held: list[str] = []  # earlier parts of the open record
        held_size = 0
        first = True
        overlong = False
        for chunk, last in self._raw_chunks():
            window += chunk
            stop = len(window) if last else len(window) - MARGIN
            if stop <= pos:
                continue
            for match in start.finditer(window, pos):
                if match.start() >= stop:
                    break
                pos = match.end()
                begin = match.start(group)
                if begin > cut or held:
                    held.append(window[cut:begin])
                    text = "".join(held)
                    yield self._record(line, text, first or overlong)
                    line += text.count("\n")
                    held, held_size = [], 0
                first = overlong = False
                cut = begin
            pos = max(pos, stop)
            keep = max(pos - MARGIN, 0)
            if cut < keep:
                held.append(window[cut:keep])
                held_size += keep - cut
                cut = keep
                if held_size > (LEFTOVER_LIMIT if first or overlong else RECORD_LIMIT):
                    text = "".join(held)
                    fault = "" if first or overlong else f"longer than {RECORD_LIMIT >> 20} million characters"
                    yield self._record(line, text, first or overlong, fault)
                    line += text.count("\n")
                    held, held_size, overlong = [], 0, not first
            window, cut, pos = window[keep:], cut - keep, pos - keep
        held.append(window[cut:])
        text = "".join(held)
        if text:
            yield self._record(line, text, first or overlong)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield line number and text of each line, without its line end."""
        number, rest = 0, ""
        for chunk, last in self.chunks():
            lines = (rest + chunk).split("\n")
            rest = "" if last and not lines[-1] else lines.pop() if not last else ""
            if last and lines and not lines[-1]:
                lines.pop()
            for text in lines:
                number += 1
                yield number, text

    def chunks(self) -> Iterator[tuple[str, bool]]:
        """Yield each piece of clean text and whether it is the last."""
        for chunk, last in self._raw_chunks():
            yield self._clean(chunk), last

    def read(self) -> str:
        """Return all the text. For small formats only: memory grows with the input."""
        return "".join(chunk for chunk, _ in self.chunks())

    # -- what the core uses

    def original(self, record: Record) -> bytes:
        """Return the bytes from which a record of this source was cut."""
        text = record.raw or record.data
        if self._crlf or self._odd_lines:
            parts = text.split("\n")
            for index in range(len(parts) - 1):
                if ((record.line + index) in self._odd_lines) != self._crlf:
                    parts[index] += "\r"
            text = "\n".join(parts)
        return text.encode("utf-8", "surrogateescape" if record.raw else "surrogatepass")

    @property
    def reopenable(self) -> bool:
        """Whether the same bytes can be had again from the path: a regular file, not a pipe or a device."""
        return bool(self.path) and stat.S_ISREG(os.stat(self.path).st_mode)

    def close(self) -> None:
        """Close the file, if it was opened here."""
        if self.path:
            self._stream.close()

    # -- inside

    def _open(self, file: str | os.PathLike[str] | IO[bytes] | IO[str]) -> IO[Any]:
        if not isinstance(file, (str, os.PathLike)):
            return file
        if file == "-":
            return sys.stdin.buffer
        self.path = os.fspath(file)
        try:
            return open(self.path, "rb", buffering=0)
        except FileNotFoundError:
            raise SourceError(f"{self.path}: no such file") from None
        except IsADirectoryError:
            raise SourceError(f"{self.path}: is a directory; name the files in it") from None
        except PermissionError:
            raise SourceError(f"{self.path}: no permission to read it") from None
        except (OSError, ValueError) as error:
            raise SourceError(f"{self.path!r}: cannot be opened: {error}") from None

    def _read_text(self, stream: IO[str]) -> Iterator[str]:
        while text := self._guard(stream.read, CHUNK):
            yield _SURROGATE.sub("\ufffd", text)

    def _read_bytes(self, stream: IO[bytes], forced: str) -> Iterator[str]:
        start = self._fill(stream, b"")
        if start[:2] == b"\x1f\x8b":
            import gzip

            stream = gzip.GzipFile(fileobj=_Rejoined(start, stream))  # type: ignore[assignment]
            start = self._fill(stream, b"")
        self._refuse_binary(start)
        self.encoding, skip = self._find_encoding(start, forced)
        start = start[skip:]
        if self.encoding == "utf-8" and not forced:
            yield from self._read_utf8(stream, start)
        else:
            yield from self._read_codec(stream, start, strict=bool(forced))

    def _fill(self, stream: IO[bytes], block: bytes) -> bytes:
        """Read until there is enough for detection: a pipe gives little at a time."""
        while len(block) < HEAD * 4 and (more := self._guard(stream.read, CHUNK)):
            block += more
        return block

    def _guard(self, read: Callable[[int], AnyStr], size: int) -> AnyStr:
        try:
            return read(size)
        except IsADirectoryError:
            raise SourceError(f"{self.name or self.path}: is a directory; name the files in it") from None
        except (OSError, EOFError, ValueError) as error:
            raise SourceError(f"{getattr(self, 'name', '') or self.path}: cannot be read: {error}") from None

    def _refuse_binary(self, start: bytes) -> None:
        name = getattr(self, "name", "") or self.path or "input"
        for magic, what in _NOT_TEXT:
            if start.startswith(magic):
                raise SourceError(f"{name}: is {what}, not a text export")

    def _find_encoding(self, start: bytes, forced: str) -> tuple[str, int]:
        name = self.path or "input"
        for bom, encoding in _BOMS:
            if start.startswith(bom):
                return forced or encoding, len(bom)
        if forced:
            try:
                return codecs.lookup(forced).name, 0
            except LookupError:
                raise SourceError(f"--encoding {forced}: there is no such encoding") from None
        sample = start[:HEAD]
        if b"\0" in sample:
            even, odd = sample[::2].count(0), sample[1::2].count(0)
            if max(even, odd) > len(sample) // 5 and min(even, odd) * 8 < max(even, odd):
                return ("utf-16-le" if odd > even else "utf-16-be"), 0
            raise SourceError(f"{name}: is binary, not text (byte 0 at offset {sample.index(0)})")
        if declared := _XML_ENCODING.match(sample):
            try:
                return codecs.lookup(declared[1].decode()).name, 0
            except LookupError:
                self.notes.append((1, f"unknown encoding {declared[1].decode()} in the XML declaration; read as UTF-8"))
        return "utf-8", 0

    def _read_utf8(self, stream: IO[bytes], block: bytes) -> Iterator[str]:
        """Decode in pieces that end at a line end, so that each can be decoded alone."""
        rest = b""
        while block:
            end = block.rfind(b"\n") + 1
            if end:
                piece, rest = rest + block[:end], block[end:]
            else:
                rest += block
                piece = b""
                if len(rest) >= CHUNK * 4:  # an endless line: cut before an unfinished character, or a CR
                    end = len(rest) - 4
                    while rest[end] & 0xC0 == 0x80 or rest[end - 1] == 13:
                        end -= 1
                    piece, rest = rest[:end], rest[end:]
            if piece:
                yield self._decode(piece)
            block = self._guard(stream.read, CHUNK)
        if rest:
            yield self._decode(rest)

    def _decode(self, piece: bytes) -> str:
        try:
            return piece.decode()
        except UnicodeDecodeError as error:
            text = piece.decode("utf-8", "surrogateescape")
            self._stray_count += sum(1 for _ in _SURROGATE.finditer(text))
            if not self._stray_line:
                self._stray_line = self._lines_out + piece.count(b"\n", 0, error.start) + 1
            return text

    def _read_codec(self, stream: IO[bytes], block: bytes, strict: bool) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.encoding)("strict" if strict else "replace")
        done = 0
        while block:
            try:
                yield _SURROGATE.sub("\ufffd", decoder.decode(block))
            except UnicodeDecodeError as error:
                place = f"byte {error.object[error.start]:#04x} near offset {done + error.start}"
                raise SourceError(f"{self.name}: is not {self.encoding}: {place}") from None
            done += len(block)
            block = self._guard(stream.read, CHUNK)
        yield decoder.decode(b"", final=True)

    def _next_piece(self) -> str:
        """Return the next piece of text with ``\\n`` line ends; empty at the end."""
        piece = next(self._pieces, "")
        while piece.endswith("\r"):  # half a line end
            more = next(self._pieces, "")
            piece += more
            if not more:
                break
        if "\r" in piece:
            piece = self._fix_line_ends(piece)
        self._lines_out += piece.count("\n")
        return piece

    def _fix_line_ends(self, piece: str) -> str:
        """Turn CRLF, or the CR of old Macs, into LF; remember which lines differ from the rest, for ``original``."""
        pairs = piece.count("\r\n")
        if "\n" not in piece and not self._lines_out:
            return piece.replace("\r", "\n")
        if not self._lines_out:
            self._crlf = pairs * 2 > piece.count("\n")
        if pairs != (piece.count("\n") if self._crlf else 0):
            for index, text in enumerate(piece.split("\n")[:-1]):
                if text.endswith("\r") != self._crlf:
                    self._odd_lines.add(self._lines_out + index + 1)
        return piece.replace("\r\n", "\n")

    def _raw_chunks(self) -> Iterator[tuple[str, bool]]:
        """Yield each piece of text, stray bytes as lone surrogates, and whether it is the last."""
        piece = self._ahead
        while piece:
            following = self._next_piece()
            yield piece, not following
            piece = following
        if self._stray_count:
            message = f"not UTF-8: {self._stray_count} bytes read as Windows-1252 (--encoding to say better)"
            self.notes.append((self._stray_line, message))

    def _clean(self, text: str) -> str:
        if (self._stray_count and not text.isascii()) or "\0" in text:
            return text.translate(_CP1252)
        return text

    def _record(self, line: int, text: str, leftover: bool, fault: str = "") -> Record:
        data = self._clean(text)
        raw = "" if data is text or data == text else text
        return (Leftover if leftover else Record)(line, data, None, raw, fault)


class _Rejoined(io.RawIOBase):
    """A stream with the bytes already read from it put back in front."""

    def __init__(self, start: bytes, stream: BinaryIO | IO[bytes]) -> None:
        self._start, self._stream = start, stream

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._start:
            part, self._start = (self._start[:size], self._start[size:]) if size >= 0 else (self._start, b"")
            return part
        return self._stream.read(size)


def _name_of(file: object) -> str:
    if file == "-":
        return "<stdin>"
    name = getattr(file, "name", "")
    return name if isinstance(name, str) and name else "<input>"
