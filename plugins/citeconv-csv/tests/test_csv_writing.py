"""What is written: the documented columns, nothing lost, nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import example, given, settings

from citeconv import AbstractSection, Citation, Date, Issn, Keyword, Name, Report, Subject, dumps, loads
from citeconv.testing import SETTINGS, citations

LIND = Name(family="Lind", given="Per")


def written(citation: Citation, **options: bool) -> dict[str, str]:
    """Return the filled cells of a citation by column, as any reader of CSV sees them."""
    (row,) = csv.DictReader(io.StringIO(dumps([citation], "csv", report=Report(), **options)))
    return {name: cell for name, cell in row.items() if cell}


def test_an_article() -> None:
    """The columns hold what people look for."""
    citation = Citation(
        key="lind2021",
        type="article-journal",
        title="Tides, and <i>more</i>",
        author=(LIND, Name(family="Wei", given="R", suffix="Jr"), Name(literal="Shelf Study Group")),
        container_title="Journal of Tides",
        issued=Date(year=2021, month=12, day=5),
        page="559-561",
        abstract=(
            AbstractSection(label="AIM", paragraphs=("One.", "Two.")),
            AbstractSection(label="END", paragraphs=("3",)),
        ),
        keyword=(Keyword(text="a"), Keyword(text="b")),
        subjects=(Subject(term="Dogs", major=True),),
        issn=(Issn(value="1234-5679", kind="print"),),
        language=("en", "de"),
        note=("one", "two"),
    )

    assert {
        "key": "lind2021",
        "type": "article-journal",
        "title": "Tides, and <i>more</i>",
        "authors": "Lind, Per; Wei, R, Jr; Shelf Study Group",
        "year": "2021",
        "date": "2021-12-05",
        "journal": "Journal of Tides",
        "pages": "559-561",
        "abstract": "AIM: One.\nTwo.\n\nEND: 3",
        "keywords": "a; b",
        "mesh_terms": "*Dogs",
        "issn": "1234-5679 (print)",
        "language": "en; de",
        "notes": "one\ntwo",
    } == written(citation)


@pytest.mark.parametrize(
    ("date", "cells"),
    [
        (Date(year=2021), {"year": "2021"}),
        (Date(year=2021, season=4), {"year": "2021", "date": "2021-24"}),
        (Date(year=2021, month=12, end=Date(year=2022)), {"year": "2021", "date": "2021-12/2022"}),
        (Date(year=2021, end=Date()), {"year": "2021", "date": "2021/.."}),
        (Date(year=2021, circa=True), {"year": "2021", "date": "2021~"}),
        (Date(literal="n.d."), {"date": "n.d."}),
    ],
)
def test_dates(date: Date, cells: dict[str, str]) -> None:
    """A date that says no more than its year has no cell of its own."""
    citation = Citation(title="T", issued=date)

    assert {"type": "document", "title": "T", **cells} == written(citation)
    assert [citation] == loads(dumps([citation], "csv"), "csv")


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-omics", "@home", "'=x", "''-x", "'quoted'", "\t=x"])
def test_formulas(text: str) -> None:
    """No cell begins with a sign that a spreadsheet runs, and each comes back as it was."""
    citation = Citation(title=text, note=(text,), author=(Name(literal=text),))
    cells = written(citation)

    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells.values())
    assert [citation] == loads(dumps([citation], "csv"), "csv")


@pytest.mark.parametrize("year", [476, 1374, 2024, 2160])
def test_a_year_alone(year: int) -> None:
    """It comes back as a year, however long ago, and not as the wording of a date."""
    (again,) = loads(dumps([Citation(title="T", issued=Date(year=year))], "csv"), "csv")
    assert Date(year=year) == again.issued


def test_others_apostrophes_stay() -> None:
    """An apostrophe in a table of another program is text."""
    (citation,) = loads("Article Title,Year\n'-omics' for all,2021\n", "csv")

    assert "'-omics' for all" == citation.title


def test_plain() -> None:
    """Without the last column what it would hold is reported."""
    report = Report()
    citation = Citation(title="T", pii="S1", author=(Name(family="Lind", given="Per", orcid="0000-0002-1825-0097"),))

    text = dumps([citation], "csv", report=report, csv_plain=True)

    assert "other_fields" not in text
    assert {"pii", "author"} == set(report.lost())
    assert [Citation(title="T", author=(LIND,))] == loads(text, "csv")


def test_cells_that_others_cannot_hold() -> None:
    """They are written whole, and named, for one of them may keep a program from reading the file."""
    for length, faults in ((32_767, 0), (32_768, 1), (131_072, 1), (131_073, 2)):
        report = Report()
        dumps([Citation(title="T" * length)], "csv", report=report)
        told = "".join([tally.first.message for tally in report.tallies.values()])
        cut, refused = "; spreadsheets cut it after 32,767", ", and Python's csv module refuses the file"
        assert (faults > 0, faults > 1) == (f"title has {length:,} characters{cut}" in told, refused in told)


def test_changed_cells_count() -> None:
    """Who corrects a cell in a spreadsheet is heard; what the last column said is kept, and told of."""
    citation = Citation(title="T", author=(Name(family="Lind", given="Per", orcid="0000-0002-1825-0097"),), pii="S1")
    report = Report()

    (again,) = loads(dumps([citation], "csv").replace('"Lind, Per"', '"Lind, Pia"'), "csv", report=report)

    assert ((Name(family="Lind", given="Pia"),), "S1") == (again.author, again.pii)
    assert "csv:other_fields.author" == again.extra[0][0]
    assert 1 == report.count("note")


def test_emptied_cells_and_columns_that_are_gone() -> None:
    """A cell that was emptied counts; a column that was taken out says nothing against the last one."""
    name = Name(family="Lind", given="Per", orcid="0000-0002-1825-0097")
    citation = Citation(title="T", author=(name,), editor=(name,))
    table = list(csv.DictReader(io.StringIO(dumps([citation], "csv"))))
    table[0]["authors"] = ""
    del table[0]["editors"]
    text = io.StringIO()
    csv.writer(text).writerows([table[0].keys(), table[0].values()])

    (again,) = loads(text.getvalue(), "csv", report=Report())

    assert ((), (name,)) == (again.author, again.editor)


@pytest.mark.parametrize("cell", ["{", '{"pii":', '{"pii":5}', "[]", "free text", '{"nobody":1}'])
def test_last_column_is_damaged(cell: str) -> None:
    """What a spreadsheet cut off is kept as text."""
    report = Report()
    table = io.StringIO()
    csv.writer(table).writerows([["title", "doi", "other_fields"], ["T", "10.5555/x", cell]])

    (citation,) = loads(table.getvalue(), "csv", report=report)

    assert (("csv:other_fields", cell),) == citation.extra
    assert 1 == report.count("note")


def test_monsters() -> None:
    """Three thousand authors and an abstract of a megabyte come back."""
    citation = Citation(
        author=tuple(Name(family=f"Author{number}", given="A", email="x@example.org") for number in range(3_000)),
        abstract=(AbstractSection(paragraphs=('word < & <i>x</i>, "y" ' * 60_000 + "end",)),),
    )

    assert [citation] == loads(dumps([citation], "csv"), "csv")


@example(citation=Citation(author=(Name(family="Lind", given="Per\nOlof"),)))
@given(citation=citations(wild=True))
@settings(SETTINGS, max_examples=150)
def test_nothing_is_lost(citation: Citation) -> None:
    """Whatever a citation holds, line ends and control characters too, comes back as it was."""
    for name in ("csv", "tsv"):
        assert [citation] == loads(dumps([citation], name), name)


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_byte_order_mark(form: str) -> None:
    """It comes first if it is asked for, and is read as none."""
    citation = Citation(title="Ästuar", author=(LIND,))
    plain = dumps([citation], form, report=Report())

    assert f"\ufeff{plain}" == dumps([citation], form, report=Report(), csv_bom=True)
    assert [citation] == loads(f"\ufeff{plain}".encode(), report=Report())


@pytest.mark.parametrize("value", ["9783161484100", "1234-5679 J9 - TIDES", "3785955"])
def test_odd_numbers_of_a_journal(value: str) -> None:
    """In the documented columns they are nothing but what the column says."""
    citation = Citation(title="Tides", author=(LIND,), issn=(Issn(value=value),))

    assert [citation] == loads(dumps([citation], "csv", report=Report()), "csv", report=Report())


@pytest.mark.parametrize("fields", [{"title": ";"}, {"doi": "0"}, {"doi": "pii: S1. doi: 10.5555/tides.1"}])
def test_odd_values_of_ours(fields: dict[str, Any]) -> None:
    """What other programs' tables mean by such a cell is not looked for in our own."""
    citation = Citation(**{"title": "Tides", "author": (LIND,), **fields})

    assert [citation] == loads(dumps([citation], "csv", report=Report()), "csv", report=Report())


def test_a_year_that_edtf_has_not() -> None:
    """A date before our era stands with what has no column, and in none."""
    citation = Citation(title="T", available_date=Date(year=-44, circa=True))
    text = dumps([citation], "csv")
    assert loads(text, "csv") == [citation]
    assert "epub_date" not in written(citation)
