"""One row of a table, for tests of what becomes of its cells."""

from __future__ import annotations

import csv
import io

from citeconv import Citation, Report, loads


def row(**cells: str) -> Citation:
    """Return the citation in a row with these columns, underlines in their names written as blanks, and a title."""
    table = {"title": "T"} | {name.replace("_", " "): cell for name, cell in cells.items()}
    return row_of(table)


def row_of(table: dict[str, str]) -> Citation:
    """Return the citation in a row."""
    text = io.StringIO()
    csv.writer(text).writerows([table.keys(), table.values()])
    (citation,) = loads(text.getvalue(), "csv", report=Report())
    return citation
