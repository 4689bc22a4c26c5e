"""Inputs as records: a ``Source`` hides where text comes from and in what pieces, and cuts it.

A file goes in; records, lines or pieces of clean text come out, in memory that does not grow with the input. A virtual
empty line precedes the text, so that a pattern for the start of a record may begin with ``\\n``, which ``re`` finds
ten times faster than ``^``.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator

import msgspec

from citeconv import naming
from citeconv.decoding import HEAD, Decoded
from citeconv.format import Leftover, Record, Rest
from citeconv.line_places import LinePlaces
from citeconv.opening import File, name_of_stream, opened

LONGER_HEAD = 1 << 16
"""Characters that it looks at where those say nothing."""
_NO_LINE_ENDS = "\u2028\u2029\x85\x0b\x0c"
"""Signs that some programs end lines with, and that no format of citations does."""
MARGIN = 1 << 13
"""Characters that the start of a record may look ahead or behind."""
LEFTOVER_LIMIT = 1 << 20
"""Characters after which a leftover is handed on in parts."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What an input may ask for; raise it for an input that is trusted.

    Args:
        record: Characters in the longest record that is taken; a longer one is rejected.
        unpacked: Bytes that a gzip file may unpack to; one that holds more ends the run.
    """

    record: int = 1 << 23
    unpacked: int = 1 << 32


USUAL_LIMITS = Limits()


class Source:
    """One input, read once from front to back.

    Args:
        file: Path, ``-`` for standard input, or an open file (binary, or text already decoded).
        encoding: Name of a codec to force; empty to find out: byte-order mark, XML declaration, UTF-16 without a mark,
            else UTF-8, or what a comment or its letters say if it is none, or UTF-8 with stray bytes as Windows-1252.
        name: What messages call it; the path by default.
        limits: Bounds for hostile inputs.
        binary: Take what is known to be no text, for a format that reads bytes; else it is refused. A function, given
            the first bytes in Latin-1 without NULs, says of all else whether it is taken as bytes.

    Attributes:
        binary: What it is if it is no text (``a zip archive``); then it has ``data`` only, and ``head`` is in Latin-1.

    Raises:
        SourceError: It does not exist, cannot be read, or is not text.
    """

    def __init__(
        self,
        file: File,
        encoding: str = "",
        name: str = "",
        limits: Limits = USUAL_LIMITS,
        binary: bool | Callable[[str], bool] = False,
    ) -> None:
        self.limits = limits
        self._overlong = f"longer than {limits.record:,} characters ({naming.called('longest')} to take it)"
        self._line_places: LinePlaces | None = None
        self._stream, self.path = opened(file)
        self.name = name or self.path or name_of_stream(file)
        self._text = text = Decoded(self._stream, self.name, encoding, limits.unpacked, binary)
        try:
            self._ahead = text.next_piece()
            self._read_ahead(HEAD)
        except BaseException:
            self.close()
            raise
        self.encoding, self.binary, self.notes = text.encoding, text.binary, text.notes
        self.head = text.magic or text.clean(self._ahead)[:HEAD]
        if "\n" not in self.head and not self.binary:
            sign = max(_NO_LINE_ENDS, key=self.head.count)
            if self.head.count(sign) > 1:
                self.notes.append((1, f"its lines seem to end with U+{ord(sign):04X}: replace it if no line is read"))

    def longer_head(self) -> str:
        """Return more of what it begins with than ``head`` has, where that tells nothing: a page of comments, say."""
        self._read_ahead(LONGER_HEAD)
        return self._text.clean(self._ahead[:LONGER_HEAD])

    # -- what formats use

    def records(self, start: re.Pattern[str], within: re.Pattern[str] | None = None) -> Iterator[Record]:
        """Cut before each match of ``start``; text before the first match is a ``Leftover``.

        Args:
            start: Matches where a record begins, behind line ends, or, if it has a group ``start``, where that group
                begins. It may look 8 KiB around. The text has ``\\n`` line ends and is preceded by an empty line, so
                begin the pattern with ``\\n`` where you mean a line start.
            within: Matches where a record must begin though ``start`` does not say so; looked for in those only that
                are longer than is taken, for they may be several.
        """
        pieces = self._cut(self._raw_chunks(), start, Leftover)
        return pieces if within is None else self._cut_again(pieces, within)

    def _cut_again(self, pieces: Iterator[Record], start: re.Pattern[str]) -> Iterator[Record]:
        """Cut records that are longer than is taken, each with the rest of it, before each match of ``start``."""
        piece: Record | None = None

        def chunks() -> Iterator[tuple[str, bool]]:
            nonlocal piece
            last = False
            while piece is not None and not last:
                text, piece = piece.raw or piece.data, next(pieces, None)
                last = not isinstance(piece, Rest)
                yield text, last

        for piece in pieces:
            while piece is not None and piece.fault:  # the next one, when its chunks are gone
                yield from self._cut(chunks(), start, Record, piece.line)
            if piece is not None:
                yield piece

    def _cut(
        self, chunks: Iterator[tuple[str, bool]], start: re.Pattern[str], kind: type[Record], line: int = 1
    ) -> Iterator[Record]:
        group = start.groupindex.get("start", 0)
        window, pos = "\n\n", 0  # text not yet handed on; where to search on
        cut, counts = 2, kind is Leftover  # start of the open record in `window`, and whether this is the first cut
        held: list[str] = []  # earlier parts of the open record
        held_size = 0
        for chunk, last in chunks:
            window += chunk
            stop = len(window) if last else len(window) - MARGIN
            if stop <= pos:
                continue
            for match in start.finditer(window, pos):
                if match.start() >= stop:
                    break
                pos = match.end()
                place = match.start(group) if group else match.end() - len(match[0].lstrip("\n"))
                begin = max(place, cut)  # the virtual line is in no record
                if begin > cut or held:
                    held.append(window[cut:begin])
                    text = "".join(held)
                    yield self.record(line, text, kind)
                    line += text.count("\n")
                    held, held_size = [], 0
                kind = Record
                cut = begin
            pos = max(pos, stop)
            keep = max(pos - MARGIN, 0)
            if cut < keep:
                held.append(window[cut:keep])
                held_size += keep - cut
                cut = keep
                if held_size > (self.limits.record if kind is Record else LEFTOVER_LIMIT):
                    text = "".join(held)
                    yield self.record(line, text, kind)
                    line += text.count("\n")
                    held, held_size, kind = [], 0, Rest if kind is Record else kind
            window, cut, pos = window[keep:], cut - keep, pos - keep
            if counts:
                self._text.counted(line - 1, *held, window[cut:], self._ahead)
        held.append(window[cut:])
        text = "".join(held)
        if text:
            yield self.record(line, text, kind)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield line number and text of each line, without its line end."""
        number, held = 0, []
        for chunk, _ in self.chunks():
            first, *others = chunk.split("\n")
            held.append(first)
            for text in others:
                number += 1
                yield number, "".join(held)
                held = [text]
        if text := "".join(held):
            yield number + 1, text

    def chunks(self, raw: bool = False) -> Iterator[tuple[str, bool]]:
        """Yield each piece of text and whether it is the last.

        Args:
            raw: Leave bytes that are not UTF-8 as lone surrogates, and the text to ``record``.
        """
        for chunk, last in self._raw_chunks():
            yield chunk if raw else self._text.clean(chunk), last

    def record(self, line: int, text: str, kind: type[Record] = Record, fault: str = "") -> Record:
        """Return a record of text that was cut from raw ``chunks``, so that it gives back the very bytes.

        Longer text than is taken makes it a record with a fault; what follows of such a one should be a ``Rest``.
        """
        if len(text) > self.limits.record and kind is Record:
            fault = f"{self._overlong}; {fault}" if fault else self._overlong
        data = self._text.clean(text)
        raw = "" if data is text or data == text else text
        return kind(line, data, None, raw, fault)

    def read(self) -> str:
        """Return all the text. For small formats only: memory grows with the input."""
        return "".join(chunk for chunk, _ in self.chunks())

    def data(self) -> bytes:
        """Return all the bytes of an input that is no text; unpacked, if it is gzip. Memory grows with the input."""
        return b"".join(self._text.data)

    # -- what the core uses

    def fault_of(self, record: Record) -> str:
        """Return why a record is rejected unread, if it is: its fault, or that it is longer than is taken."""
        return record.fault or (self._overlong if len(record.data) > self.limits.record else "")

    def original(self, record: Record) -> bytes:
        """Return the bytes from which a record of this source was cut; in UTF-8 if it was read with another codec."""
        text = self._text.line_ends.as_found(record.raw or record.data, record.line)
        return text.encode("utf-8", "surrogateescape" if record.raw else "surrogatepass")

    @property
    def line_end(self) -> str:
        """How lines must end beside those of this source: ``\\r`` is none where another stands, ``\\n`` always is."""
        return "\r" if self._text.line_ends.usual == "\r" else "\n"

    @property
    def reopenable(self) -> bool:
        """Whether the same bytes can be had again from the path: a regular file, not a pipe or a device."""
        if not self.path or self.path.startswith("/dev/"):
            return False
        try:
            return stat.S_ISREG(os.stat(self.path).st_mode)
        except OSError:  # somebody took it away
            return False

    def offset(self, line: int) -> int | None:
        """Return at which byte of the file a line begins, asked in ascending order; None where that is not known."""
        wide = self.encoding.startswith(("utf-16", "utf-32"))
        if wide or self._text.packed or self.binary or self._text.line_ends.usual == "\r" or not self.reopenable:
            return None
        try:
            if self._line_places is None:
                self._line_places = LinePlaces(self.path)
            return self._line_places.of(line)
        except OSError:  # or changed what may be done with it
            return None

    def close(self) -> None:
        """Close the file, if it was opened here."""
        if self.path:
            self._stream.close()
        if self._line_places is not None:
            self._line_places.close()

    # -- inside

    def _read_ahead(self, size: int) -> None:
        """Have so much text at hand, however little comes at a time."""
        while len(self._ahead) < size and (more := self._text.next_piece()):
            self._ahead += more

    def _raw_chunks(self) -> Iterator[tuple[str, bool]]:
        """Yield each piece of text, stray bytes as lone surrogates, and whether it is the last."""
        while piece := self._ahead:
            self._ahead = self._text.next_piece()
            yield piece, not self._ahead
        self._text.note_faults()
