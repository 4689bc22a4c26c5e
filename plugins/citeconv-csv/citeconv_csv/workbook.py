"""Excel workbooks as text: the sheets of an .xlsx file go in, each comes out as a stream of CSV.

A row is a line, so that everything which holds for CSV holds here: headers, rejects, stray rows. openpyxl reads the
file, row by row; the numbers and dates that Excel makes of what looks like one are written as people write them.
openpyxl keeps in memory what a row holds, and all texts of the workbook, and it believes the numbers of rows and
columns; so what is in the archive is looked through before, and rows are counted after.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any, cast

from citeconv import CiteconvError, Source
from citeconv.values.patterns import lazy
from citeconv_csv.cells import join

_PARTS = 10_000
"""Files in the archive beyond which it is none that Excel made."""
_TAGS = 8_000_000
"""Tags within a row, or in the list of all texts, which two million of these need."""
_OTHER_TAGS = 500_000
"""Tags in any other part, such as that of the formats of cells, of which Excel has 65,490 at most."""
_SHARE = 16
"""Of what a workbook may unpack to, the part that one file without rows may: it is read as a whole."""
_ROWS = 1_048_576
"""Rows that a sheet may have."""
_CELLS_A_BYTE = 2
"""Empty cells to each byte of a sheet beyond which it names columns far out in each row to cost time."""
_PIECE = 1 << 20
_ESCAPED = lazy(r"_x(?!D[89A-F])([0-9A-F]{4})_", re.I)
"""How a workbook writes signs that XML has none for, ``_x000D_`` (ECMA-376, part 1, 22.9.2.19)."""
_NOT_COMPUTED = lazy(rb"(?:</f>|<f(?: [^<>]{0,99})?/>)(?:<v ?/>|<v></v>)?</c>")
"""The end of a cell with a formula of which no program has computed the value."""
_ROW_END = lazy(rb"</(?:\w{1,40}:)?row\b")
_ROOT = lazy(rb"[^<]{0,64}(?:<\?[^>]{0,200}>\s{0,64})?<(?:\w{1,40}:)?(?:sst|worksheet)\b")
_EMPTY_FILL = lazy(rb"<((?:\w{1,40}:)?)fill\s*(?:/>|></\1fill>)")
"""What some programs write for "no colour", and openpyxl refuses."""
_DECLARED = lazy(rb"<!(?:DOCTYPE|ENTITY)")
_HIDING = lazy(rb"<!--|<!\[CDATA\[|<\?(?!xml\b)")
"""What may hold what looks like the end of a row."""


def sheets(source: Source) -> list[Source]:
    """Return the sheets that hold anything, as text.

    Args:
        source: A workbook.

    Raises:
        CiteconvError: openpyxl is not installed, or cannot read it, or it asks for more than is allowed.
    """
    try:
        import openpyxl
    except ImportError:
        message = f"{source.name}: to read Excel files, pip install 'citeconv-csv[xlsx]'; or save it as CSV"
        raise CiteconvError(message) from None
    data = source.data()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if empty := _check(archive, source):
                message = f"formulas without values are read as empty ({empty:,}); open and save it in Excel"
                source.notes.append((0, message))
        book = _book(openpyxl, data)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a sheet says of its size is often wrong, and may be meant to do harm
        tables = [sheet for sheet in book.worksheets if next(sheet.iter_rows(max_row=1), None) is not None]
    except CiteconvError:
        raise
    except Exception as error:  # openpyxl raises whatever the damage led to
        raise CiteconvError(f"{source.name}: is a damaged workbook: {error}") from None
    budget = _CELLS_A_BYTE * (_ROWS + sum(part.file_size for part in archive.infolist()))
    return [
        Source(
            cast("IO[str]", _Lines(sheet, source.name, budget)),
            name=f"{source.name} ({sheet.title})",
            limits=source.limits,
        )
        for sheet in tables
    ]


def _book(openpyxl: Any, data: bytes) -> Any:
    """Open a workbook; where its formats of cells are not as openpyxl wants them, once more with those mended."""
    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except TypeError:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(mended := io.BytesIO(), "w") as target:
            for name in source.namelist():
                body = source.read(name)
                if name.endswith("styles.xml"):
                    body = _EMPTY_FILL.sub(rb"<\1fill><\1patternFill/></\1fill>", body)
                target.writestr(name, body)
        return openpyxl.load_workbook(mended, read_only=True, data_only=True, keep_links=False)


def _check(archive: zipfile.ZipFile, source: Source) -> int:
    """Refuse an archive that would cost more than its size; return how many formulas in it have no value."""
    parts = archive.infolist()
    if len(parts) > _PARTS:
        raise CiteconvError(f"{source.name}: holds {len(parts):,} files, more than a workbook has")
    if sum(part.file_size for part in parts) > source.limits.unpacked:
        raise CiteconvError(f"{source.name}: unpacks to more than {source.limits.unpacked:,} bytes")
    empty = 0
    for part in parts:
        with archive.open(part) as stream:
            piece = stream.read(_PIECE)
            if piece.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
                empty += _check_part(stream, piece, f"{source.name}: {part.filename}", source.limits.unpacked // _SHARE)
            elif piece.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
                _check_wide_part(stream, piece, f"{source.name}: {part.filename}")
    return empty


def _check_part(stream: Any, piece: bytes, name: str, most: int) -> int:
    """Refuse XML with entities, or with more between two ends of rows than memory should hold.

    Returns:
        How many cells have a formula without a value.
    """
    behind, tags, size, rows, empty = b"", 0, 0, False, 0
    most_tags = _TAGS if _ROOT.match(piece) else _OTHER_TAGS
    while piece:
        text = behind + piece
        if _DECLARED.search(text):
            raise CiteconvError(f"{name} declares entities, which no spreadsheet does")
        last = 0
        for last_row in _ROW_END.finditer(text):
            last, rows = last_row.end(), True
        if last:
            tags = size = 0
        tags += text.count(b"<", max(last, len(behind)))
        size += len(text) - max(last, len(behind))
        if rows and _HIDING.search(text):
            raise CiteconvError(f"{name} has comments or the like between its rows, which no spreadsheet has")
        if tags > most_tags or size > most:
            message = f"{name} is too large: more than {most_tags:,} tags or {most:,} bytes in one row or list of texts"
            raise CiteconvError(message)
        if b"<f" in text:
            empty += sum(cell.end() > len(behind) for cell in _NOT_COMPUTED.finditer(text))
        behind = text[-64:]
        piece = stream.read(_PIECE)
    return empty


def _check_wide_part(stream: Any, piece: bytes, name: str) -> None:
    """Refuse XML in UTF-16 beyond what Word, SharePoint and their kin add of their own; Excel writes UTF-8."""
    piece += stream.read(_PIECE)
    if len(piece) > _PIECE or _DECLARED.search(piece.replace(b"\0", b"")):
        raise CiteconvError(f"{name} is large or declares entities, and not in UTF-8 as Excel writes it")


class _Lines(io.TextIOBase):
    """A sheet as a text file."""

    def __init__(self, sheet: Any, name: str, budget: int) -> None:
        self._rows = self._values(sheet, name, budget)

    def _values(self, sheet: Any, name: str, budget: int) -> Iterator[tuple[Any, ...]]:
        try:
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                budget -= len(row)
                if number > _ROWS or budget < 0:
                    raise CiteconvError(f"{name} ({sheet.title}): has more rows or columns than its size allows for")
                yield row
        except CiteconvError:
            raise
        except Exception as error:  # as above: the sheet is unpacked while it is read
            raise CiteconvError(f"{name}: is a damaged workbook: {error}") from None

    def read(self, size: int | None = -1) -> str:
        """Return rows as lines until there are so many characters; nothing at the end."""
        lines: list[str] = []
        left = size if size is not None and size >= 0 else -1
        for row in self._rows:
            lines.append(join([text_of(value) for value in row], ",").rstrip(",") + "\n")
            if left >= 0 and (left := left - len(lines[-1])) <= 0:
                break
        return "".join(lines)


def text_of(value: Any) -> str:
    """Return a cell as people write it: whole numbers without a point, days without a time."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    text = str(value)
    if "_x" in text:
        text = _ESCAPED.sub(_sign, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _sign(escaped: re.Match[str]) -> str:
    """Return the sign that is escaped; none for one that stands for nothing printed."""
    code = int(escaped[1], 16)
    return chr(code) if code >= ord(" ") or code in (ord("\t"), ord("\n")) else ""
