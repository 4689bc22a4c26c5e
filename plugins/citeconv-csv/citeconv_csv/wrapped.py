"""Tables each row of which a spreadsheet put into one cell, because it expects semicolons where the table has commas.

Saved again, a row with a quote or a semicolon stands in quotes as a whole, with its own quotes doubled, and semicolons
behind it fill it up to the longest: ``"1,""Moss, lichen"",2020";;;``. A line of such a file goes in, the line that it
was comes out. A row of several lines stands in a cell for each of them, for no quote begins its first cell.
"""

from __future__ import annotations

import csv

from citeconv_csv.cells import cut
from citeconv_csv.table import names_columns

_OUTER, _INNER = ";", ","


def is_wrapped(header: str) -> bool:
    """Return whether the rows of a table stand in a cell each.

    Args:
        header: The first line.
    """
    filled = header.endswith(_OUTER * 2) or (header.startswith('"') and len(cut(header, _INNER)) == 1)
    return filled and _INNER in header and names_columns(cut(unwrapped(header), _INNER))


def unwrapped(line: str) -> str:
    """Return a line as it was; what a cell has of semicolons parted it."""
    try:
        cells = next(csv.reader((line,), delimiter=_OUTER), [])
    except csv.Error:  # a cell longer than that module takes
        cells = cut(line, _OUTER)
    return _OUTER.join(cells).rstrip(_OUTER)
