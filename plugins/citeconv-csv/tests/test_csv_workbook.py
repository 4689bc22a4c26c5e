"""Excel's workbooks are read as the tables that they hold."""

from __future__ import annotations

import builtins
import contextlib
import datetime
import gzip
import io
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from citeconv import Citation, CiteconvError, Date, Diagnostic, Limits, Report, convert, load
from citeconv_csv import workbook as workbook_module

openpyxl = pytest.importorskip("openpyxl", reason="0 workbooks tested: needs openpyxl")

HEAD = ["Title", "Authors", "Publication Year", "Date", "DOI", "Shelf"]


def workbook(**sheets: list[list[Any]]) -> bytes:
    """Return a workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook of two rows, one of them damaged, and a sheet of something else."""
    data = workbook(
        about=[["Search of", datetime.date(2021, 1, 1)], ["by", "nobody"]],
        refs=[
            HEAD,
            ["Tides,\nand more", "Lind, Per; Wei, R", 2021.0, datetime.datetime(2021, 5, 7), "10.5555/x", 7.5],
            ["broken"],
            ["Second", None, 2022, None, None, True],
        ],
    )
    (tmp_path / "refs.xlsx").write_bytes(data)
    return tmp_path / "refs.xlsx"


def test_rows(path: Path) -> None:
    """Numbers and dates are read as people write them; a sheet of something else is told of."""
    report = Report()

    first, second = load(path, report=report)

    assert "xlsx" == report.inputs[0].format
    assert (3, 1) == (report.inputs[0].read, report.inputs[0].rejected)
    assert ("Tides, and more", Date(year=2021, month=5, day=7), "10.5555/x") == (first.title, first.issued, first.doi)
    assert ["Lind", "Wei"] == [name.family for name in first.author]
    assert "Shelf: 7.5" == first.annote
    assert (Date(year=2022), "Shelf: True") == (second.issued, second.annote)
    assert 2 == sum(tally.count for (code, _), tally in report.tallies.items() if code == "leftover")


def test_messages_name_the_sheet() -> None:
    """Where several hold anything; each counts its rows from 1."""
    pages = [["Title", "Year", "Pages"], ["Second", 2022, datetime.datetime(2022, 12, 9)], ["broken"]]
    heard: list[Diagnostic] = []

    for book in (workbook(empty=[], one=pages), workbook(one=pages, two=pages)):
        convert(io.BytesIO(book), io.BytesIO(), to="jsonl", report=Report(heard.append))

    dates = "page 2022-12-09: a spreadsheet may have made a date of 12-9 or 9-12"
    broken = "one cell, where the header names 3 columns"
    assert [(each.line, each.message) for each in heard] == [
        (2, dates), (3, broken),
        (2, f"{dates} (one)"), (3, f"{broken} (one)"), (2, f"{dates} (two)"), (3, f"{broken} (two)"),
    ]  # fmt: skip


def test_rejects_are_csv(path: Path, tmp_path: Path) -> None:
    """A rejected row stands below its header as CSV, to be mended and read."""
    convert(path, tmp_path / "out.json", rejects=tmp_path / "bad.csv")

    mended = (tmp_path / "bad.csv").read_bytes().replace(b"broken", b"Mended,,2005")
    (again,) = load(io.BytesIO(mended))

    assert ("Mended", Date(year=2005)) == (again.title, again.issued)


def test_formulas_without_values_are_told() -> None:
    """What no program has computed is empty, and a note says in how many cells; places in it are no bytes of a file."""
    report = Report()
    table = [HEAD, ['="Tides"', "Lind, Per", "=2000+21", None, "10.5555/x", 7], ["Second", "Wei, R", 2022]]

    first, _ = load(io.BytesIO(workbook(refs=table, notes=[["a remark", "=1+1"]])), report=report)

    assert ("", None, "10.5555/x") == (first.title, first.issued, first.doi)
    told = [tally.first.message for tally in report.tallies.values()]
    assert told == [
        "text that belongs to no record (8 characters): a remark",
        "formulas without values are read as empty (3); open and save it in Excel",
    ]


def test_only_sheet_of_unknown_columns() -> None:
    """A workbook without known columns is refused, in one sheet or several, and so is one that names a field twice."""
    for book in (
        workbook(one=[["Werk", "Standort"], ["Gezeiten", 2001]]),
        workbook(one=[["Werk", "Standort"], ["Gezeiten", 2001]], two=[["x", "y"], [1, 2]]),
        workbook(one=[["Abstract", "", "Resumo", "n"], ["Salt", "1", "Sal", "2"], ["Sea", "3", "Mar", "4"]]),
    ):
        with pytest.raises(CiteconvError, match=r"no table of references: .*; saved as CSV, it is read all the same"):
            load(io.BytesIO(book))


def test_gzip(path: Path) -> None:
    """A packed workbook is unpacked."""
    assert 2 == len(load(io.BytesIO(gzip.compress(path.read_bytes())), report=Report()))


def test_damaged(path: Path) -> None:
    """What Excel did not write is one error."""
    for cut in (30, 2_000, 4_000):
        with pytest.raises(CiteconvError):
            load(io.BytesIO(path.read_bytes()[:cut]), "xlsx")


def read_or_refused(data: bytes) -> bool:
    """Return whether a workbook is read, or refused with a line, without an exception that no format should raise."""
    report = Report()
    with contextlib.suppress(CiteconvError):
        load(io.BytesIO(data), "xlsx", report=report)
    return not any(code == "plugin-bug" for code, _ in report.tallies)


def test_damage_is_never_a_fault_of_ours(path: Path) -> None:
    """Any byte of a workbook may be another."""
    data, dice = path.read_bytes(), random.Random(7)
    for _ in range(100):
        spoilt = bytearray(data)
        for _ in range(dice.randint(1, 8)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        assert read_or_refused(bytes(spoilt))


def test_bomb() -> None:
    """A workbook that unpacks to too much is refused before it does."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 2_000_000)

    with pytest.raises(CiteconvError, match="unpacks to more than 1,000,000 bytes"):
        load(io.BytesIO(stream.getvalue()), limits=Limits(unpacked=1_000_000))


def test_other_archives() -> None:
    """A zip archive that is no workbook is called one; text is no workbook either."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    with pytest.raises(CiteconvError, match="is a zip archive"):
        load(io.BytesIO(stream.getvalue()))
    with pytest.raises(CiteconvError, match="is a zip archive"):
        load(io.BytesIO(stream.getvalue()), "csv")
    with pytest.raises(CiteconvError, match="is text, which xlsx is not"):
        load(io.BytesIO(b"Title,Year\nT,2001\n"), "xlsx")


@pytest.mark.parametrize(("package", "extra"), [("openpyxl", "xlsx"), ("xlrd", "xls")])
def test_without_its_package(package: str, extra: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install."""
    data = path.read_bytes() if extra == "xlsx" else old_workbook(["title", "year"], ["Tides", 2001])
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(CiteconvError, match=rf"pip install 'citeconv-csv\[{extra}\]'"):
        load(io.BytesIO(data))


def test_too_many_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of more files than any workbook has is refused before one is read."""
    monkeypatch.setattr(workbook_module, "_PARTS", 3)
    with pytest.raises(CiteconvError, match=r"holds \d+ files, more than a workbook has"):
        load(path)


def test_empty_fill() -> None:
    """A workbook whose cells have a fill of nothing, which openpyxl refuses, is read all the same."""
    data = workbook(one=[["title", "year"], ["Tides", 2001]])
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out := io.BytesIO(), "w") as target:
        for part in source.namelist():
            body = source.read(part)
            target.writestr(part, body.replace(b"<fill><patternFill/></fill>", b"<fill/>"))
    assert b"<fill/>" in zipfile.ZipFile(out).read("xl/styles.xml")

    (found,) = load(io.BytesIO(out.getvalue()))

    assert "Tides" == found.title


def old_workbook(*rows: list[Any]) -> bytes:
    """Return a workbook as Excel 2003 wrote it."""
    xlwt = pytest.importorskip("xlwt", reason="0 old workbooks tested: needs xlwt")
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    sheet = book.add_sheet("savedrecs")
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            sheet.write(number, place, value, *([day] if isinstance(value, datetime.date) else []))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_old_workbook() -> None:
    """Workbooks of Excel until 2003, as the Web of Science exports them, are read like new ones."""
    pytest.importorskip("xlrd", reason="0 old workbooks tested: needs xlrd")
    data = old_workbook(
        ["Article Title", "Authors", "Publication Year", "Date", "DOI", "DOI Link", "Hot"],
        ["Tides", "Lind, P; Wei, R", 2021, datetime.date(2021, 5, 7), "10.5555/x", 0, True],
    )
    report = Report()
    (found,) = load(io.BytesIO(data), report=report)

    assert "xlsx" == report.inputs[0].format
    assert ("Tides", "10.5555/x", Date(year=2021, month=5, day=7)) == (found.title, found.doi, found.issued)
    assert (["Lind", "Wei"], "Hot: True", ()) == ([name.family for name in found.author], found.annote, found.extra)


def test_damaged_old_workbook() -> None:
    """What is cut short, or is Word's, is one error."""
    pytest.importorskip("xlrd", reason="0 old workbooks tested: needs xlrd")
    data = old_workbook(["title", "year"], ["Tides", 2001])
    for cut in (10, 600, 3_000):
        with pytest.raises(CiteconvError, match="is no workbook, or a damaged one"):
            load(io.BytesIO(data[:cut]), "xlsx")


def test_any_byte_of_an_old_workbook() -> None:
    """Any byte of it, behind what says that it is one, may be another, too."""
    pytest.importorskip("xlrd", reason="0 old workbooks tested: needs xlrd")
    data, dice = old_workbook(["title", "year"], ["Tides", 2001]), random.Random(7)
    for _ in range(200):
        spoilt = bytearray(data)
        for _ in range(4):
            spoilt[dice.randrange(8, len(spoilt))] = dice.randrange(256)
        assert read_or_refused(bytes(spoilt))


def test_wrong_dimension() -> None:
    """What a sheet says of its own size is not believed: R writes one cell, others a million columns."""
    for size in ("A1", "A1:XFD1048576"):
        data = workbook(one=[["title", "year"], ["Tides", 2001]])
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out := io.BytesIO(), "w") as target:
            for part in source.namelist():
                body = source.read(part)
                if part.endswith("sheet1.xml"):
                    assert b'<dimension ref="A1:B2"' in body
                    body = body.replace(b'<dimension ref="A1:B2"', f'<dimension ref="{size}"'.encode())
                target.writestr(part, body)
        (citation,) = load(io.BytesIO(out.getvalue()))

        assert Citation(title="Tides", issued=Date(year=2001)) == citation


def spoilt(name: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook of one sheet with something else in one of its parts."""
    data = workbook(one=[["title", "year"], ["Tides", 2001]])
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out := io.BytesIO(), "w", 8) as target:
        for part in source.namelist():
            body = source.read(part)
            target.writestr(part, body.replace(old, new, 1) if part.endswith(name) else body)
    return out.getvalue()


ROW = b"</sheetData>"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("sheet1.xml", ROW, b'<row r="99999999999"><c r="A9"><v>1</v></c></row></sheetData>', "more rows or columns"),
        (
            "sheet1.xml",
            ROW,
            b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (row, row) for row in range(3, 99)) + ROW,
            "more rows or columns",
        ),
        ("sheet1.xml", ROW, b"<row>" + b"<c/>" * 2_000 + b"</row></sheetData>", "more than 1,000 tags"),
        ("sheet1.xml", ROW, b"<row>" + b"<!-- </row> -->" * 9 + b"</row></sheetData>", "between its rows"),
        ("sheet1.xml", ROW, b"<row>" + b"<![CDATA[</row>]]>" * 9 + b"</row></sheetData>", "between its rows"),
        ("sheet1.xml", ROW, b"<row>" + b"<?a </row>?>" * 9 + b"</row></sheetData>", "between its rows"),
        ("sheet1.xml", b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', "declares entities"),
        ("styles.xml", b"</cellXfs>", b"<xf/>" * 2_000 + b"</cellXfs>", "more than 1,000 tags"),
        ("styles.xml", b"<", b"\xff\xfe" + b"<\0x\0/\0>\0" * 200, "not in UTF-8"),
        ("styles.xml", b"<", "\ufeff<!DOCTYPE x [<!ENTITY".encode("utf-16-le"), "not in UTF-8"),
    ],
)
def test_attacks(name: str, old: bytes, new: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would cost more than its size is refused with one line, which says where."""
    for limit, value in {"_TAGS": 1_000, "_OTHER_TAGS": 1_000, "_ROWS": 10_000, "_PIECE": 1_000}.items():
        monkeypatch.setattr(f"citeconv_csv.workbook.{limit}", value)

    with pytest.raises(CiteconvError, match=told):
        load(io.BytesIO(spoilt(name, old, new)))


def test_parts_in_utf_16() -> None:
    """What SharePoint adds to a workbook of its own may be in UTF-16; nothing is read from it."""
    data = io.BytesIO(workbook(one=[["title", "year"], ["Tides", 2001]]))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("customXml/item1.xml", '<?xml version="1.0" encoding="utf-16"?><x/>'.encode("utf-16"))

    assert ["Tides"] == [citation.title for citation in load(io.BytesIO(data.getvalue()))]


def test_tags_of_the_web_of_science_in_a_workbook() -> None:
    """Cells with commas keep them, though the Web of Science's own tables quote none; bibliometrix writes these."""
    (citation,) = load(
        io.BytesIO(workbook(one=[["AU", "TI", "SO", "PY"], ["LIND P;WEI R", "TIDES, AND MORE", "T", 2001]]))
    )

    assert ("TIDES, AND MORE", ["LIND", "WEI"]) == (citation.title, [name.family for name in citation.author])


def test_studies_in_a_workbook() -> None:
    """Authors and year in one column make a table of references, and so do four columns that are known among many."""
    (study,) = load(io.BytesIO(workbook(one=[["#", "author (year)", "reference"], [1, "Lind & Wei (2020)", "Lind P"]])))
    head = ["study", "label", "Pub year", "outlet", "title", "type", "impact", "cits", "n", "shelf"]
    (row,) = load(io.BytesIO(workbook(one=[head, ["a", "b", 2021, "Tides", "Salt", "article", 1, 2, 3, 4]])))

    assert (["Lind", "Wei"], Date(year=2020)) == ([name.family for name in study.author], study.issued)
    assert ("Salt", "Tides", Date(year=2021)) == (row.title, row.container_title, row.issued)


def test_signs_that_xml_lacks(tmp_path: Path) -> None:
    """Excel writes them by their numbers: a letter is itself again, a sign that nobody sees is none."""
    file = tmp_path / "refs.xlsx"
    file.write_bytes(workbook(refs=[HEAD, ["Sa_x000E_lt_x000D_ of the s_x0065_a _x00", "Lind, Per"]]))

    (citation,) = load(file, report=Report())
    assert citation.title == "Salt of the sea _x00"
