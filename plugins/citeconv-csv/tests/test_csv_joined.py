"""Tables that somebody joined, with the lines above their headers."""

from __future__ import annotations

import pytest

from citeconv import Report, loads
from citeconv.report import Diagnostic


@pytest.mark.parametrize("gap", ["", "\n"])
def test_lines_above_the_header_of_each_file(gap: str) -> None:
    """As lines stand above the first header, as in Embase's exports, so above that of the next file."""
    above = '"SEARCH QUERY","{}:ti"\n------------\n\n"Title","DOI","Abstract"\n'
    files = [f'{above.format(word)}"{word}","10.5555/{word}","A, b"\n' for word in ("Salt", "Tide", "Moss")]
    told: list[Diagnostic] = []

    found = loads(gap.join(files), "csv", report=Report(told.append))

    assert ["Salt", "Tide", "Moss"] == [each.title for each in found]
    assert [("leftover", line) for line in (1, 2)] == [(each.code, each.line) for each in told[:2]]
    assert ["leftover"] * 6 == [each.code for each in told]


@pytest.mark.parametrize(
    ("above", "last"),
    [("Search: salt\n", "Tide,10.5555/b,B\n"), ("Search: salt\nby Lind\n", "Tide,10.5555/b\n")],
)
def test_rows_before_a_header_that_has_no_lines_above(above: str, last: str) -> None:
    """Those that fill the table, or are fewer than the lines above the first header, are records."""
    head = "Title,DOI,Abstract\n"
    text = f"{above}\n{head}Salt,10.5555/a,A\n{last}{head}Moss,10.5555/c,C\n"

    assert ["Salt", "Tide", "Moss"] == [each.title for each in loads(text, "csv", report=Report())]


@pytest.mark.parametrize(
    "behind", ["Moss,10.5555/c,C\n", "Sand\nMoss,10.5555/c,C\n", "", '"Moss\nin the sea",10.5555/c,C\n']
)
def test_rows_that_look_like_lines_above_a_header(behind: str) -> None:
    """Without a header behind them they are rows that are cut short."""
    head = "Title,DOI,Abstract\nSalt,10.5555/a,A\n"
    text = f"{head}Tide,10.5555/b\n{behind}"
    expected = loads(text, "csv", report=Report())

    assert "Tide" == expected[1].title
    assert expected == loads(f"Search: salt\n\n{text}", "csv", report=Report())
