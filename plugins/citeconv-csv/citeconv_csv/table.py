"""What a header says: the columns of a table, and by whom such tables are written.

The cells of a header go in. A ``Table`` comes out that knows for each column how its cells are read; programs that mean
something of their own by a common word (``Number``, ``Source``, ``Authors``) are told by their other columns.
"""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Callable

from citeconv import RecordError
from citeconv.values.patterns import lazy
from citeconv_csv import columns, makers
from citeconv_csv.cells import ESCAPED, cut, cut_strictly, doubled
from citeconv_csv.columns import Column
from citeconv_csv.headings import column_name, parted, plain
from citeconv_csv.kinds import order_of
from citeconv_csv.names import habit_of

_TELLS: dict[str, Callable[[list[str]], str]] = {"people": habit_of, "date": order_of}
"""What tells the habit of the cells of a column, by its kind."""
_OF_BIBTEX = frozenset(("booktitle", "entrytype", "bibtexkey", "bibtex key"))
_TWIN = lazy(r"(?P<own>.*[^\d ]) ?\d{1,2}")
_UMLAUT = lazy(r'\{\\"[A-Za-z]\}|\\"\{[A-Za-z]\}')
"""TeX's, whose quote is no sign of the table."""
_FEW = 4
"""Known names in a header beyond which any number of others may stand beside them."""
MOST_COLUMNS = 16_384
"""Columns that a spreadsheet may have; what stands in further ones is read as if it stood beyond the header."""


class Table:
    """A header understood; made once for all its rows, and not changed.

    Args:
        names: The columns as written.
        delimiter: What parts the cells.
        by: The program that wrote it, if the columns do not tell it.
        below: Some of the text below the header, which tells what the names of columns do not.

    Attributes:
        columns: How the cells of each column are read.
        quoted: Whether quotes quote cells: in all tables but those that the Web of Science parts by tabs, unless a
            spreadsheet has saved one of them anew.
        own: Whether citeconv wrote it.
        kind: The type of each row that tells none, if all are of one.
        source: The database of each row that tells none, if all are from one.
        known: Whether any column says something of a citation.
        of_bibtex: Whether its columns have BibTeX's own names, so that its cells may hold TeX.
        has_zeros: Whether a 0 stands for a number that is not known.
        escaped: Whether a backslash stands before each quote within a cell, where others double it.
    """

    __slots__ = (
        "columns", "delimiter", "escaped", "has_zeros", "kind", "known", "names", "of_bibtex", "own", "quoted",
        "source",
    )  # fmt: skip

    def __init__(self, names: tuple[str, ...], delimiter: str, by: str = "", below: str = "") -> None:
        self.names = names
        self.delimiter = delimiter
        by = by or maker(names)
        self.columns = read_by(names, by)
        self.quoted = by != "wos" or delimiter != "\t" or _are_quoted(below)
        self.own = by.startswith("citeconv")
        self.kind = makers.TYPES.get(by, "")
        self.source = makers.SOURCES.get(by, "")
        self.has_zeros = by in makers.WITH_ZEROS
        self.of_bibtex = not _OF_BIBTEX.isdisjoint(map(plain, names))
        self.escaped = self.quoted and _are_escaped(below, delimiter, len(names))
        if not _TELLS.keys().isdisjoint([column.kind for column in self.columns]):
            self.columns = _told_by_rows(self.columns, delimiter, below)
        self.known = any(column.kind != "remark" for column in self.columns)

    def cells(self, text: str) -> list[str]:
        """Return the cells of a row; quotes behind backslashes are doubled ones where only so it keeps to the rules."""
        if not self.quoted or ESCAPED not in text:
            return cut(text, self.delimiter, self.quoted)
        return self._kept(text) or cut(doubled(text) if self.escaped else text, self.delimiter)

    def _kept(self, text: str) -> list[str] | None:
        """Return the cells of a row that keeps the rules, and has as many as the header; of another nothing."""
        readings = [text] if _UMLAUT.search(text) else [text, doubled(text)]
        for reading in reversed(readings) if self.escaped else readings:
            if (found := cut_strictly(reading, self.delimiter)) and self.fits(found):
                return found
        return None

    def is_open(self, text: str) -> bool:
        """Return whether quotes in a text open a cell that it does not close, or close one that it does not open."""
        if not self.quoted or (doubled(text) if self.escaped else text).count('"') % 2 == 0:
            return False
        return ESCAPED not in text or self._kept(text) is None

    def fits(self, cells: list[str]) -> bool:
        """Return whether a row has as many cells as the header, but for empty ones at its end."""
        return len(cells) == len(self.names) or (len(cells) > len(self.names) and not any(cells[len(self.names) :]))

    def row(self, text: str) -> tuple[Table, list[str]]:
        """Return this table, and the cells of a row.

        Raises:
            RecordError: It has one cell of several.
        """
        cells = self.cells(text)
        if len(cells) == 1 and len(self.names) > 2:
            raise RecordError(f"one cell, where the header names {len(self.names)} columns")
        return self, cells


def is_known(cell: str) -> bool:
    """Whether a cell is the name of a column that is read."""
    return len(cell) < columns.LONGEST and plain(column_name(cell)) in columns.KNOWN


def names_columns(cells: list[str]) -> bool:
    """Whether a row is a header: several fields are named, one of them telling, and they are not few among the rest.

    They may be few where two of them tell, a title and an author, say: the rest are a reviewer's own. Names that only a
    header gives a sense, a number or two letters, count where others do.
    """
    filled = [plain(column_name(cell)) for cell in cells if cell.strip()]
    known = [name for name in filled if name in columns.KNOWN]
    telling = {columns.KNOWN[name].field for name in known if name in columns.TELLING}
    named = {columns.KNOWN[name].field for name in known if columns.KNOWN[name] not in columns.DEPENDENT}
    if any([columns.KNOWN[name].kind == "author and year" for name in known]):
        named.add("issued")
    if columns.are_telling_tags(filled):
        return True
    few = len(known) < _FEW and len(known) * 2 < len(filled) and len(telling) < 2
    return maker(tuple(cells)) != "" or (len(named) > 1 and not few and len(telling) > 0)


@functools.lru_cache(maxsize=64)
def maker(names: tuple[str, ...]) -> str:
    """Return the program that writes tables with these columns, of those with habits of their own; else nothing."""
    there = {plain(column_name(name)) for name in names}
    return next((maker for maker, telling in makers.MAKERS.items() if telling <= there), "")


def read_by(names: tuple[str, ...], by: str) -> tuple[Column, ...]:
    """Return how each column is read in a table of a program."""
    own = makers.OF_MAKER.get(by, {})
    there = {plain(name) for name in names}
    tagged, listed = columns.of_tags(there), set()
    found = []
    keys = _twins_joined([plain(name) for name in names[:MOST_COLUMNS]])
    for number, (name, key) in enumerate(zip(names, keys, strict=False), 1):
        column = own.get(key) or (columns.TAGGED.get(key) if tagged else None) or columns.KNOWN.get(key)
        column = column or columns.KNOWN.get(parted(name)) or columns.REMARK
        if key in columns.ONLY_TAGS and key not in own and not tagged:
            column = columns.REMARK
        first = number == 1 and column is columns.NUMBER  # that of the row
        if key == columns.SIZE and number > 1 and not column.beside & there:
            column = columns.REMARK
        if column.otherwise and (first or column.unless & there or (column.beside and not column.beside & there)):
            column = columns.column_of(column.otherwise)
        if (column.field, column.kind) == ("author", "people"):
            column = column._replace(kind="next author") if key in listed else column
            listed.add(key)
        found.append(column._replace(name=name or f"column {number}"))
    return tuple(found)


def _twins_joined(keys: list[str]) -> list[str]:
    """Return the names of columns, those with a number behind by which a program tells them from another as that one.

    pandas writes ``Title.1``, Microsoft's forms ``Title2``.
    """
    there = set(keys)
    found = []
    for key in keys:
        twin = _TWIN.fullmatch(key) if key[-1:].isdecimal() and key not in columns.KNOWN else None
        own = twin["own"] if twin else key
        found.append(own if own in there and own in columns.KNOWN else key)
    return found


def _are_quoted(below: str) -> bool:
    """Return whether most cells with commas are in quotes, as spreadsheets save them even where tabs part the cells."""
    cells = [cell for line in below.splitlines() for cell in line.split("\t") if ", " in cell]
    return 2 * sum([cell.startswith('"') and cell.endswith('"') for cell in cells]) > len(cells)


def _are_escaped(below: str, delimiter: str, width: int) -> bool:
    """Return whether more rows have as many cells as the header where a backslash escapes quotes than where not."""
    if ESCAPED not in below:
        return False
    whole = below[: below.rfind("\n")]  # as below

    def fitting(text: str) -> int:
        return sum([len(row) == width for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)])

    return fitting(doubled(whole)) > fitting(whole)


@functools.lru_cache(maxsize=8)  # headers that take turns need not be looked at each time
def _told_by_rows(known: tuple[Column, ...], delimiter: str, below: str) -> tuple[Column, ...]:
    """Return columns, those with people or dates with the habit that their cells show."""
    whole = below[: max(below.rfind("\n"), below.rfind("\r"))]  # the last row may be cut
    rows = list(csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter, skipinitialspace=True))
    told = list(known)
    for place, column in enumerate(known):
        if tells := _TELLS.get(column.kind):
            habit = tells([row[place] for row in rows if len(row) > place])
            told[place] = column._replace(detail=habit or column.detail)
    return tuple(told)
