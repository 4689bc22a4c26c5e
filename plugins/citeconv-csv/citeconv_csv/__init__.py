"""CSV: tables of references, as PubMed, Scopus, Zotero and spreadsheets have them, a row a record.

``csv`` reads commas, semicolons and bars, whatever the columns are called, and writes a documented set of columns;
``tsv`` is the same with tabs, as Web of Science exports it; ``xlsx`` reads Excel's workbooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import msgspec

from citeconv import Citation, Format, Option, Record, RecordError, Source, hookimpl, paths
from citeconv_csv import columns, rows
from citeconv_csv.cells import join
from citeconv_csv.reading import Reading
from citeconv_csv.writing import NAMES, PLAIN_NAMES, express, protected

__all__ = ["Csv", "Tsv", "Xlsx"]

TAB = "\t"
_encode = msgspec.json.Encoder().encode


def _signature(signs: str) -> str:
    """Return a pattern for a header among the first lines: two common columns, one telling, parted by a sign."""
    telling, common = (
        rf'(?<![^\n{signs}])[ \t]*\ufeff?"?(?i:{names})"?[ \t]*(?=[{signs}]|$)'
        for names in (_any_of(columns.TELLING), _any_of(columns.COMMON))
    )
    return rf"\A(?:[^\n]*\n){{0,12}}?(?=[^\n]*{telling})[^\n]*{common}[^\n]*{common}"


def _any_of(names: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, names))).replace("\\ ", "[ _.]")


class _Table(Format[str]):
    """What has rows and a header; it reads."""

    def parse(self, record: Record) -> Citation:
        """Read one row."""
        table = record.context
        cells = table.cells(record.data)
        if len(cells) == 1 and len(table.names) > 2:
            raise RecordError(f"one cell, where the header names {len(table.names)} columns")
        reading = Reading(table)
        citation = reading.citation(cells)
        for remark in reading.remarks:
            self.note(remark)
        return citation


class Csv(_Table):
    """CSV, a row a record, as PubMed, Scopus, Zotero and spreadsheets have it."""

    name = "csv"
    suffixes: ClassVar[tuple[str, ...]] = (".csv",)
    signature = _signature(",;|")
    carries = frozenset(paths())
    separator: ClassVar[str] = "\n"
    options = (
        Option(
            name="plain", help=f"leave out the column {columns.REST}, for what has no column of its own", default=False
        ),
    )
    delimiter: ClassVar[str] = ","

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._names = PLAIN_NAMES if self.settings["plain"] else NAMES

    # -- reading

    def split(self, source: Source) -> Iterator[Record]:
        """Cut into rows; the header is the context of each."""
        return rows.split(source)

    # -- writing

    def begin(self) -> str:
        """Name the columns."""
        return join(self._names, self.delimiter) + "\n"

    def write(self, citation: Citation) -> str:
        """Write one row."""
        cells, rest = express(citation)
        if rest:
            if self.settings["plain"]:
                for field in rest:
                    self.lose(field, f"no column holds all of it, and {columns.REST} is left out")
            else:
                cells[columns.REST] = _encode({"citeconv": 1, **rest}).decode()
        return join([protected(cells.get(name, "")) for name in self._names], self.delimiter)

    def end(self) -> str:
        """End the last line."""
        return "\n"


class Tsv(Csv):
    """Tab-separated values, a row a record, as Web of Science has it."""

    name = "tsv"
    suffixes: ClassVar[tuple[str, ...]] = (".tsv", ".tab")
    signature = rf'{_signature(TAB)}|\A"?PT\tAU\t'
    delimiter: ClassVar[str] = TAB


class Xlsx(_Table):
    """Excel workbooks, a row a record, in any sheet."""

    name = "xlsx"
    suffixes = (".xlsx", ".xlsm")
    reads_bytes = True
    signature = r"\APK\x03\x04[\s\S]*xl/"

    def split(self, source: Source) -> Iterator[Record]:
        """Cut the sheets into rows; one without known columns is left over, unless it is the only one."""
        from citeconv_csv.workbook import sheets

        tables = sheets(source)
        for sheet in tables:
            yield from rows.split(sheet, known=len(tables) > 1)


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``csv``, ``tsv`` and ``xlsx``."""
    return [Csv, Tsv, Xlsx]
