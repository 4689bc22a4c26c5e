"""CSV text to rows: which delimiter, which line is the header, and where one row ends.

An input goes in, a ``Record`` for each row comes out, with its table as context and the header as preamble, so that a
rejected row can be read again. Rows are found line by line: a line with an odd number of quotes begins a row of several
lines, unless the quote is a stray one, which the number of cells tells, or the lines are rows of their own, as
``damage`` tells: then the row ends before them, and is a damaged one. The rest of a row that is longer than the limit
is found in the same way, but handed on line by line. Where rows of another table begin, as in files that somebody
joined, its header is recognised in its place.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections import deque
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from citeconv import Leftover, Record, Rest, Source
from citeconv_csv.cells import DELIMITERS, cut
from citeconv_csv.damage import Swallowed, is_well_formed
from citeconv_csv.headings import column_name
from citeconv_csv.sideways import Sideways, on_its_side
from citeconv_csv.table import Table, is_known, names_columns
from citeconv_csv.wrapped import is_wrapped, unwrapped

ROW_LINES = 20_000
"""Lines that a row may have; a cell of more is rejected, or what opens it is a stray quote."""
HEADER_ROWS = 30
"""Rows among which the header is looked for."""
_MOST = 0.8
"""Share of the lines that have as many cells as the header, by which they are known for rows of its table."""

_ODD = {0: " ", 13: " "}
"""What Python's module refuses, NUL and CR, as blanks."""

_NO_TABLE = "no table: no line names columns that are known (Title, Authors, Year, DOI, ...), and lines differ in width"

_Line = tuple[int, str, bool, str]
"""Number, text, whether it is more of the row before, which was longer than a record may be, and its fault."""
_EndedBy = Literal["quote", "rows", "file", "limit"]
"""What ends a row of several lines: a closing quote, rows that its cell would swallow, the file, or its length."""
_EMPTY = ' "\t\0\x1a'
"""What a row may consist of, beside what parts its cells, without saying anything."""


def split(source: Source, known: bool = False) -> Iterator[Record]:
    """Yield each row below a header; what stands above the first as ``Leftover``.

    Args:
        source: The text of one table, or of several.
        known: Whether a table of columns that nobody knows is none, but all of it is ``Leftover``.
    """
    return _Splitter(source, known).records()


_END: _Line = (0, "", False, "")


def holds_rows_in_cells(source: Source) -> bool:
    """Return whether a spreadsheet has put each row of a table into one cell."""
    return is_wrapped(source.head.partition("\n")[0].rstrip("\r"))


def _more(row: _Line) -> _Line:
    """Return a line as more of the row before."""
    line, text, more, _ = row
    return line, text if more else f"\n{text}", True, ""


def _row_end(head: str) -> str:
    """Return the sign that ends rows: where the first line has a carriage return, Excel for Macs wrote the file."""
    line = head.partition("\n")[0]
    first, sign, _ = line.partition("\r")
    return sign if sign and first.count('"') % 2 == 0 else "\n"


def _begins_table(header: str, sign: str, rows: list[str]) -> bool:
    """Return whether a row is a header: it names known columns, or nearly all others are rows of as many cells."""
    cells = cut(header, sign)
    if 3 * sum(map(is_known, cells)) >= len(cells):
        return True
    fitting = sum(len(cut(row, sign)) == len(cells) for row in rows)
    return fitting >= _MOST * len(rows)


class _Splitter:
    """Finds headers and rows in one input."""

    def __init__(self, source: Source, known: bool) -> None:
        self._source = source
        self._beginning = source.longer_head()
        self._known = known
        self._limit = source.limits.record
        self._lines = self._numbered()
        if holds_rows_in_cells(source):
            self._beginning = "\n".join(map(unwrapped, self._beginning.splitlines()))
            self._lines = self._unwrapped(self._lines)
        self._back: deque[_Line] = deque()
        self._table: Table | None = None
        self._preamble = ""
        self._empty = _EMPTY
        self._above = 0  # rows above the first header

    def records(self) -> Iterator[Record]:
        """Yield rows and leftovers."""
        if sign := self._sideways():
            yield from self._fields(Sideways(sign))
            return
        yield from self._find_header()
        gap = False
        for line, text, more, fault in self._rows():
            if more:
                yield self._source.record(line, text, Rest)
            elif len(text) <= self._limit and (text.isspace() or not text.strip(self._empty)):
                gap = True
                continue
            elif self._above and (above := self._above_header(line, text, fault)):
                yield from (self._source.record(line, text, Leftover) for line, text in above)
            elif not self._is_header(text, gap):
                if self._joins_header(text):  # of the next file, where the last had no line end
                    text = text.removesuffix(self._preamble[:-1]).rstrip("\ufeff")
                yield self._record(line, text, fault)
            gap = False

    def _above_header(self, line: int, text: str, fault: str) -> list[tuple[int, str]]:
        """Return the rows from one on that stand above the header of another file; none if it is of the table.

        Such files were joined: the header is the same, and as many rows stand above it as above the first one.
        """
        if fault or len(text) > self._limit or self._odd(text) or self._fits(text):
            return []
        above, taken = [(line, text)], []
        for row in self._rows():
            taken.append(row)
            if row[1] == self._preamble[:-1]:
                if len(above) == self._above:
                    return above
                break
            if row[1].strip():
                above.append(row[:2])
            if len(above) > self._above:
                break
        self._back.extendleft(reversed(taken))
        return []

    def _joins_header(self, text: str) -> bool:
        """Whether a row ends with the header, which of one column may be any word."""
        return text.endswith(self._preamble[:-1]) and self._table is not None and len(self._table.names) > 1

    def _record(self, line: int, text: str, fault: str) -> Record:
        record = self._source.record(line, text, fault=fault)
        return Record(line, record.data, self._table, record.raw, record.fault, self._preamble)

    # -- tables on their side

    def _sideways(self) -> str:
        """Return what parts the cells if the first lines are fields of one record; else nothing."""
        lines = [line for _, line in zip(range(3), self._lines, strict=False)]
        self._back.extend(lines)
        return "," if on_its_side([text for _, text, *_ in lines], ",") else ""

    def _fields(self, table: Sideways) -> Iterator[Record]:
        """Yield the lines up to each empty one."""
        held: list[str] = []
        first, size, kind = 0, 0, Record  # size is that of the record, of which held may be the end only
        for line, text, more, _ in itertools.chain(self._rows(), [_END]):
            filled = text and not text.isspace()
            if filled or more:
                first = first if held else line
                held.append(text if more or not size else f"\n{text}")
                size += len(held[-1])
            if held and (size > self._limit or not filled):
                record = self._source.record(first, "".join(held), kind)
                yield record if kind is Rest else replace(record, context=table)
                held, kind = [], Rest
            if not filled and not more:
                size, kind = 0, Record

    # -- headers

    def _find_header(self) -> Iterator[Record]:
        """Take the first row that names columns; if none does, the first with several cells or one known name."""
        seen: list[_Line] = []
        for row in self._rows():
            _, text, *_ = row
            if text.strip():
                if self._is_header(text, gap=True):
                    self._above = len(seen)
                    yield from (self._source.record(line, text, Leftover) for line, text, *_ in seen)
                    return
                seen.append(row)
            if len(seen) == HEADER_ROWS:
                break
        for place, (_, text, *_) in enumerate([] if self._known else seen):
            sign = max(DELIMITERS, key=text.count)
            if sign in text or is_known(text.strip('"')) or place == len(seen) - 1:
                if not _begins_table(text, sign, [row for _, row, *_ in (*seen[:place], *seen[place + 1 :])]):
                    yield from self._no_table(seen)
                    return
                yield from (self._source.record(line, above, Leftover) for line, above, *_ in seen[:place])
                self._begin(text, sign)
                self._back.extendleft(reversed(seen[place + 1 :]))
                return
        yield from (self._source.record(line, text, Leftover) for line, text, *_ in (*seen, *self._rows()))

    def _no_table(self, seen: list[_Line]) -> Iterator[Record]:
        """Yield all of an input that is no table as one record that cannot be read."""
        behind = 0
        for line, text, *_ in itertools.chain(seen, self._rows()):
            if behind and text:
                yield self._source.record(line, "\n" * (line - behind + 1) + text, Rest)
            elif not behind:
                yield self._source.record(line, text, fault=_NO_TABLE)
            behind = line + text.count("\n") + 1 if text else behind

    def _is_header(self, text: str, gap: bool) -> bool:
        """Whether a row names columns; then it is the header of the rows below.

        Args:
            text: The row.
            gap: Whether anything may begin here, so that it is worth a closer look.
        """
        if text == self._preamble[:-1]:
            return True
        if not gap and (self._table is None or not is_known(text.partition(self._table.delimiter)[0])):
            return False
        if sign := self._names_columns(text):
            self._begin(text, sign)
        return sign != ""

    def _names_columns(self, text: str) -> str:
        """Return what parts the cells of a row that names columns; nothing if it names none."""
        if len(text) >= self._limit:
            return ""
        data = self._source.record(0, text).data
        return next((sign for sign in DELIMITERS if sign in data and names_columns(cut(data, sign))), "")

    def _begin(self, text: str, delimiter: str) -> None:
        text = self._source.record(0, text).data
        below = self._beginning.partition(text)[2]
        self._table = Table(tuple([column_name(cell) for cell in cut(text, delimiter)]), delimiter, below=below)
        self._preamble = text + "\n"
        self._empty = _EMPTY + delimiter + ("-:" if delimiter == "|" else "")  # Markdown has a line below the header

    # -- rows

    def _rows(self) -> Iterator[_Line]:
        while (row := self._next()) is not None:
            (line, text, more, fault), table = row, self._table
            opened = '"' in text and not more and self._odd(text)
            if opened and table is None:
                text, opened = self._whole_head(line, text), False
            elif opened and table is not None:
                text, fault, opened = self._whole(table, line, text)
            yield line, text, more, fault
            if table is not None and (opened or len(text) > self._limit):
                yield from self._rest(table, opened)

    def _rest(self, table: Table, opened: bool) -> Iterator[_Line]:
        """Yield what else belongs to a row that is longer than is taken: more of its line, and the lines of its cell.

        A cell that nothing closes ends where lines are rows of the table, one behind the other.

        Args:
            table: The table.
            opened: Whether the row is handed on up to somewhere within a quoted cell.
        """
        swallowed = Swallowed(table, dense=True)
        held: list[_Line] = []  # lines that look like rows, but are too few
        while (row := self._next()) is not None:
            _, text, more, _ = row
            if not more and not opened:
                self._back.appendleft(row)
                return
            held.append(row)
            whole = not more and len(text) <= self._limit
            if whole and swallowed.sees(text):
                begin = next((at for at, (_, row, *_) in enumerate(held) if self._fits(row) or self._odd(row)), 0)
                yield from map(_more, held[:begin])
                self._back.extendleft(reversed(held[begin:]))
                return
            opened = opened != self._odd(text)
            if not (whole and opened and swallowed.first >= 0):
                yield from map(_more, held)
                held = []
        yield from map(_more, held)

    def _odd(self, text: str) -> bool:
        """Whether quotes in a text open a cell that it does not close, or close one that it does not open."""
        return text.count('"') % 2 == 1 if self._table is None else self._table.is_open(text)

    def _whole(self, table: Table, line: int, text: str) -> tuple[str, str, bool]:
        """Return a row that goes on in the lines below, or one with a stray quote as it is.

        Returns:
            Its text, its fault if it has any, and whether it is too long and the end of its cell yet to come.
        """
        if len(text) > self._limit:
            return text, "", True
        swallowed = Swallowed(table)
        block, end = self._down_to_quote(text, swallowed)
        if end == "rows":
            return *self._cut(line, block, swallowed.first + 1), False
        whole = "\n".join(block)
        closed = end == "quote"
        if closed and self._fits(whole):
            return whole, "", False
        if end == "limit" and self._is_cell(table, block):
            lines = f"a quote that is not closed in {len(block):,} lines"
            return whole, "a quote in it may not be closed" if len(whole) > self._limit else lines, True
        if not closed and len(block) > 1 and self._fits(block[1]):  # the quote is a stray one
            return *self._cut(line, block, 1), False
        if end == "file" and len(block) > 1:  # the file was cut short
            return whole, self._fault(whole, most=True), False
        if end != "limit" and self._opened(text) and not (self._fits(text) or self._ends(table, text)):
            return whole, self._fault(whole, most=True) if not closed else "", False
        return *self._cut(line, block, 1), False

    def _down_to_quote(self, text: str, swallowed: Swallowed) -> tuple[list[str], _EndedBy]:
        """Return a line in which a quote opens a cell with those below that may be of its row, and what ends them.

        Args:
            text: The line.
            swallowed: What tells whether the lines below are rows of their own.
        """
        block, size = [text], len(text)
        while len(block) < ROW_LINES and size <= self._limit:
            if (following := self._next()) is None:
                return block, "file"
            _, below, *_ = following
            block.append(below)
            size += len(below) + 1
            if len(below) <= self._limit and swallowed.sees(below):
                return block, "rows"
            if self._odd(below):
                return block, "quote"
        return block, "limit"

    def _is_cell(self, table: Table, block: list[str]) -> bool:
        """Whether many lines are within a quoted cell, and no rows behind a stray quote."""
        rows = sum(map(self._fits, block[1:])) if len(table.names) > 1 else 0
        return self._opened(block[0]) and rows < _MOST * len(block)

    def _whole_head(self, line: int, text: str) -> str:
        """Return a row above the table, or its header, that goes on in the lines below if that is well-formed."""
        block, left = [text], self._limit - len(text)
        closed, header = False, self._names_columns(text)
        while not closed and len(block) < ROW_LINES and left > 0:
            following = self._next()
            if following is None:
                break
            _, below, *_ = following
            block.append(below)
            left -= len(below) + 1
            closed = below.count('"') % 2 == 1
            if not closed and self._names_columns(below):
                break
        whole = "\n".join(block)
        if closed and (not header or is_well_formed(whole, header)):
            return whole
        return self._cut(line, block, 1)[0]

    def _cut(self, line: int, block: list[str], length: int) -> tuple[str, str]:
        """Return the first lines as a row, and its fault if its cells cannot be told; take the others again."""
        self._back.extendleft(
            reversed([(line + place, below, False, "") for place, below in enumerate(block[length:], length)])
        )
        text = "\n".join(block[:length])
        return text, self._fault(text)

    def _fault(self, text: str, most: bool = False) -> str:
        """Return why a row with an odd number of quotes cannot be read; nothing if it can.

        Args:
            text: The row.
            most: Whether it may have fewer cells than the header.
        """
        if self._table is None:
            return ""
        cells, width = self._table.cells(text), len(self._table.names)
        ends = re.search(rf'"(?:{re.escape(self._table.delimiter)}|\Z)', text)
        if self._table.fits(cells) or (len(cells) < width and (most or not (ends or self._opened(text)))):
            return ""
        return f"a quote that is not closed: {len(cells)} cells, where the header names {width} columns"

    def _opened(self, text: str) -> bool:
        """Whether a quote stands where a cell begins."""
        sign = re.escape(self._table.delimiter) if self._table is not None else ","
        return re.search(rf'(?:\A|{sign}) *"', text) is not None

    def _ends(self, table: Table, text: str) -> bool:
        """Whether a row of as many cells as the header, or more, ends with its line, as spreadsheets read quotes."""
        reader = csv.reader((text.translate(_ODD), '"'), delimiter=table.delimiter)
        try:
            return len(next(reader, ())) >= len(table.names) and reader.line_num == 1
        except csv.Error:  # a cell longer than that module takes
            return False

    def _fits(self, text: str) -> bool:
        """Whether a row has as many cells as the header."""
        return self._table is not None and self._table.fits(self._table.cells(text))

    # -- lines

    def _next(self) -> _Line | None:
        return self._back.popleft() if self._back else next(self._lines, None)

    def _unwrapped(self, lines: Iterator[_Line]) -> Iterator[_Line]:
        for line, text, more, fault in lines:
            yield line, text if more or len(text) > self._limit else unwrapped(text.rstrip("\r")), more, fault

    def _numbered(self) -> Iterator[_Line]:
        number, held, size, more = 1, [""], 0, False
        sign = _row_end(self._source.head)
        for chunk, _ in self._source.chunks(raw=True):
            first, *others = chunk.split(sign)
            held.append(first)
            size += len(first)
            if others:
                yield number, "".join(held), more, ""
                *whole, rest = others
                for text in whole:
                    number += 1
                    yield number, text, False, ""
                number, held, size, more = number + 1, [rest], len(rest), False
            elif size > self._limit:
                yield number, "".join(held), more, ""
                held, size, more = [], 0, True
        if any(held):
            yield number, "".join(held), more, ""
