"""Excel workbooks as text: the sheets of an .xlsx file go in, each comes out as a stream of CSV.

A row is a line, so that everything which holds for CSV holds here: headers, rejects, stray rows. openpyxl reads the
file, row by row; the numbers and dates that Excel makes of what looks like one are written as people write them.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from citeconv import CiteconvError, Source
from citeconv_csv.cells import join

_PARTS = 10_000
"""Files in the archive beyond which it is none that Excel made."""


def sheets(source: Source) -> list[Source]:
    """Return the sheets that hold anything, as text.

    Args:
        source: A workbook.

    Raises:
        CiteconvError: openpyxl is not installed, or cannot read it, or it unpacks to more than is allowed.
    """
    try:
        import openpyxl
    except ImportError:
        message = f"{source.name}: to read Excel files, pip install 'citeconv-csv[xlsx]'; or save it as CSV"
        raise CiteconvError(message) from None
    data = source.data()
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
        if len(parts) > _PARTS or sum(part.file_size for part in parts) > source.limits.unpacked:
            raise CiteconvError(f"{source.name}: unpacks to more than {source.limits.unpacked:,} bytes")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a sheet says of its size is often wrong, and may be meant to do harm
        tables = [sheet for sheet in book.worksheets if next(sheet.iter_rows(max_row=1), None) is not None]
    except CiteconvError:
        raise
    except Exception as error:  # openpyxl raises whatever the damage led to
        raise CiteconvError(f"{source.name}: is a damaged workbook: {error}") from None
    return [
        Source(_Lines(sheet, source.name), name=f"{source.name} ({sheet.title})", limits=source.limits)
        for sheet in tables
    ]


class _Lines(io.TextIOBase):
    """A sheet as a text file."""

    def __init__(self, sheet: Any, name: str) -> None:
        self._rows = self._values(sheet, name)

    def _values(self, sheet: Any, name: str) -> Iterator[tuple[Any, ...]]:
        try:
            yield from sheet.iter_rows(values_only=True)
        except Exception as error:  # as above: the sheet is unpacked while it is read
            raise CiteconvError(f"{name}: is a damaged workbook: {error}") from None

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> str:
        """Return rows as lines until there are so many characters; nothing at the end."""
        lines: list[str] = []
        left = size if size is not None and size >= 0 else -1
        for row in self._rows:
            lines.append(join([_text(value) for value in row], ",").rstrip(",") + "\n")
            if left >= 0 and (left := left - len(lines[-1])) <= 0:
                break
        return "".join(lines)


def _text(value: Any) -> str:
    """Return a cell as people write it: whole numbers without a point, days without a time."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
