"""Workbooks of Excel until 2003 as text: the sheets of an .xls file go in, each comes out as lines of CSV.

The Web of Science still exports them. xlrd reads the file, which is in memory as a whole, as it is small: a sheet has
65,536 rows at most. The same container holds Word's old documents; xlrd tells them.
"""

from __future__ import annotations

import io
from typing import Any

from citeconv import CiteconvError, Source
from citeconv_csv.cells import join
from citeconv_csv.workbook import text_of

_DATE, _BOOLEAN, _ERROR = 3, 4, 5
"""xlrd's kinds of cells that are neither text nor number."""


def old_sheets(source: Source) -> list[Source]:
    """Return the sheets that hold anything, as text.

    Args:
        source: A workbook.

    Raises:
        CiteconvError: xlrd is not installed, or cannot read it.
    """
    try:
        import xlrd
    except ImportError:
        message = f"{source.name}: to read old Excel files, pip install 'citeconv-csv[xls]'; or save it as .xlsx or CSV"
        raise CiteconvError(message) from None
    try:
        book = xlrd.open_workbook(file_contents=source.data(), logfile=io.StringIO(), ragged_rows=True)
        tables = [(sheet.name, _lines(sheet, book.datemode)) for sheet in book.sheets() if sheet.nrows]
    except Exception as error:  # xlrd raises whatever the damage led to
        raise CiteconvError(f"{source.name}: is no workbook, or a damaged one: {error}") from None
    return [
        Source(io.StringIO(text), name=f"{source.name} ({name})", limits=source.limits) for name, text in tables if text
    ]


def _lines(sheet: Any, datemode: int) -> str:
    """Return the rows of a sheet as lines."""
    found = []
    for number in range(sheet.nrows):
        pairs = zip(sheet.row_types(number), sheet.row_values(number), strict=True)
        found.append(join([_text(kind, value, datemode) for kind, value in pairs], ",").rstrip(",") + "\n")
    return "".join(found)


def _text(kind: int, value: Any, datemode: int) -> str:
    """Return a cell as people write it."""
    if kind == _DATE:
        from xlrd.xldate import xldate_as_datetime

        return text_of(xldate_as_datetime(value, datemode))
    if kind == _BOOLEAN:
        return str(bool(value))
    return "" if kind == _ERROR else text_of(value)
