"""The formats at work: tables are cut into rows, rows are read and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import msgspec

import citeconv_csv as declared
from citeconv import Citation, CiteconvError, Format, Leftover, Record, RecordError, Source, paths
from citeconv_csv import columns, rows
from citeconv_csv.cells import join
from citeconv_csv.reading import Reading
from citeconv_csv.table import Table
from citeconv_csv.writing import NAMES, PLAIN_NAMES, express, protected

TAB = "\t"
_OLD = "\xd0\xcf\x11\xe0"
"""What workbooks of Excel until 2003 begin with."""
_LONGEST = (
    (32_767, "spreadsheets cut it after 32,767"),
    (131_072, "Python's csv module refuses the file for more than 131,072"),
)
"""Characters of a cell from which on others do not read it as it is."""
_ENOUGH = 2
"""Rows that show that a table has a cell for each column."""
_encode = msgspec.json.Encoder().encode


class _Table(Format[str]):
    """What has rows and a header; it reads."""

    _table: Table | None = None  # that of the last row
    _whole = 0  # rows of it with a cell for each column; -1 if any has fewer

    def parse(self, record: Record) -> Citation:
        """Read one row."""
        table, cells = record.context.row(record.data)
        reading = Reading(table)
        citation = reading.citation(cells)
        if table.is_open(record.data) and any('"' in (cell.strip(" ")[:1], cell.strip(" ")[-1:]) for cell in cells):
            self.note("a quote that nothing closes is read as text")
        for remark in reading.remarks:
            self.note(remark)
        self._tell_end(table, len(cells))
        if not table.known:
            self.note("no column has a name that is known: all of it is in the annotation")
        return citation

    def _tell_end(self, table: Table, size: int) -> None:
        """Tell of the first row with fewer cells than the header, if all before have as many: the file may end there.

        Args:
            table: That of the row.
            size: How many cells it has.
        """
        if table is not self._table:
            self._table, self._whole = table, 0
        if self._whole >= 0 and size >= len(table.columns):
            self._whole += 1
        elif self._whole >= 0:
            if self._whole >= _ENOUGH:
                columns_named = f"the header names {len(table.columns)} columns"
                self.note(f"{size} cells, where {columns_named} and all rows before have them: it may be cut short")
            self._whole = -1


class Csv(declared.Csv, _Table):
    """CSV, a row a record, as PubMed, Scopus, Zotero and spreadsheets have it."""

    carries = frozenset(paths())
    separator = "\n"
    delimiter: ClassVar[str] = ","

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._names = PLAIN_NAMES if self.settings["plain"] else NAMES

    # -- reading

    def split(self, source: Source) -> Iterator[Record]:
        """Cut into rows; the header is the context of each."""
        if rows.holds_rows_in_cells(source):
            self.note("each row stands in one cell, as spreadsheets that expect semicolons save it; read as it was")
        return rows.split(source)

    # -- writing

    def begin(self) -> str:
        """Name the columns."""
        return ("\ufeff" if self.settings["bom"] else "") + join(self._names, self.delimiter) + "\n"

    def write(self, citation: Citation) -> str:
        """Write one row."""
        cells, rest = express(citation)
        if rest:
            if self.settings["plain"]:
                for field in rest:
                    self.lose(field, f"no column holds all of it, and {columns.REST} is left out")
            else:
                cells[columns.REST] = _encode({"citeconv": 1, **rest}).decode()
        for name, cell in cells.items():
            if len(cell) > _LONGEST[0][0]:
                faults = [fault for most, fault in _LONGEST if len(cell) > most]
                self.note(f"{name} has {len(cell):,} characters; {', and '.join(faults)}")
        return join([protected(cells.get(name, "")) for name in self._names], self.delimiter)

    def end(self) -> str:
        """End the last line."""
        return "\n"


class Tsv(declared.Tsv, Csv):
    """Tab-separated values, a row a record, as Web of Science has it."""

    delimiter: ClassVar[str] = TAB


class Xlsx(declared.Xlsx, _Table):
    """Excel workbooks, new or old, a row a record, in any sheet."""

    _sheet = ""  # what tells the sheet at hand from the others

    def split(self, source: Source) -> Iterator[Record]:
        """Cut the sheets into rows; one without known columns is left over.

        Raises:
            CiteconvError: No sheet has known columns, or the workbook cannot be opened.
        """
        if source.head.startswith(_OLD):
            from citeconv_csv.old_workbook import old_sheets as sheets
        else:
            from citeconv_csv.workbook import sheets

        tables, found = sheets(source), False
        for sheet in tables:
            self._sheet = f" {sheet.name.removeprefix(source.name).strip()}" if len(tables) > 1 else ""
            for record in rows.split(sheet, known=True):
                found = found or not isinstance(record, Leftover)
                if record.fault:
                    record = msgspec.structs.replace(record, fault=f"{record.fault}{self._sheet}")
                yield record
        if tables and not found:
            raise CiteconvError(
                f"{source.name}: {declared.Csv.lacks}; saved as CSV, it is read all the same if it is said to be csv"
            )

    def parse(self, record: Record) -> Citation:
        """Read one row.

        Raises:
            RecordError: It is damaged; the message says in which of several sheets.
        """
        try:
            return super().parse(record)
        except RecordError as error:
            raise RecordError(f"{error}{self._sheet}", error.line) from None

    def note(self, message: str, line: int = 0) -> None:
        """Report a guess, and in which of several sheets: each counts its rows from 1."""
        super().note(f"{message}{self._sheet}", line)
