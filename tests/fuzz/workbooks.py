"""Workbooks of Excel from tables of ours, to be spoilt: text of CSV goes in, an .xlsx file comes out.

The archive is written here, not by a library, so that no date of today stands in it and a seed gives the same damage on
every day. Texts stand in the list that cells share, and in cells themselves, in turn; numbers are numbers.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OF_PACKAGES = "http://schemas.openxmlformats.org/package/2006"
_OF_DOCUMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_OF_PACKAGES}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_OF_PACKAGES}/relationships">'
        f'<Relationship Id="r1" Type="{_OF_DOCUMENTS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_OF_PACKAGES}/relationships">'
        f'<Relationship Id="r1" Type="{_OF_DOCUMENTS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OF_DOCUMENTS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OF_DOCUMENTS}"><sheets>'
        '<sheet name="refs" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def workbook(table: str) -> bytes:
    """Return a workbook with one sheet of the rows of a CSV file."""
    shared: list[str] = []
    rows = [
        f"<row>{''.join(_cell(text, shared) for text in cells)}</row>"
        for cells in csv.reader(io.StringIO(table, newline=""))
    ]
    parts = {
        **_PARTS,
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{"".join(f"<si><t>{text}</t></si>" for text in shared)}</sst>',
    }
    return packed({name: text.encode() for name, text in parts.items()})


def _cell(text: str, shared: list[str]) -> str:
    if _NUMBER.fullmatch(text):
        return f"<c><v>{text}</v></c>"
    text = escape(_NOT_XML.sub("", text))
    if len(text) % 2:
        return f'<c t="inlineStr"><is><t>{text}</t></is></c>'
    shared.append(text)
    return f'<c t="s"><v>{len(shared) - 1}</v></c>'


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by name, or nothing if it is none or a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # zipfile raises whatever the damage led to
        return {}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return an archive of these parts, all of one day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
