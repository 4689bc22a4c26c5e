"""Rows that an unclosed quote swallowed: are the lines within a quoted cell rows of the table, or more of the cell?

A quote that nothing closes makes one cell of all that follows, up to the next quote that seems to close it. The lines
below it go in, one by one; whether they are rows comes out. The lines of an abstract are not: they hardly have as many
cells as the header, with a year where years stand, and quotes in them neither open nor close cells.
"""

from __future__ import annotations

import functools
import re

from citeconv.values.dois import BEFORE_DOI, DOI
from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy
from citeconv_csv.table import Table

_STRONG = {
    "year": lazy(YEAR),
    "doi": lazy(rf"{BEFORE_DOI}{DOI}", re.I),
    "pmid": lazy(r"\d{5,8}"),
    "pmcid": lazy(r"PMC\d{4,8}"),
    "issn": lazy(r"\d{4}-?\d{3}[\dXx]"),
    "url": lazy(r"https?://\S+"),
}
"""By the kinds of columns, cells that no running text has between two delimiters."""
_ENOUGH = 2
"""Such cells by which the lines are known for rows."""
_LINES = 4
"""Lines of as many cells as the header by which they are, one behind the other, where no column tells."""


@functools.lru_cache(maxsize=8)
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a whole row is, whose last cell may be open, and what goes on in a quoted cell."""
    sign = re.escape(delimiter)
    quoted = '[^"]*(?:""[^"]*)*'
    cells = rf'(?:{sign}(?:"{quoted}(?:"|\Z)|[^"{sign}]*))*'
    return re.compile(rf'(?:"{quoted}(?:"|\Z)|[^"{sign}]*){cells}'), re.compile(rf'{quoted}(?:\Z|" *{cells})')


def is_well_formed(text: str, delimiter: str) -> bool:
    """Return whether quotes in a row stand at both ends of cells only; the last may be open."""
    return _patterns(delimiter)[0].fullmatch(text) is not None


class Swallowed:
    """The lines below a quote, looked at in their order.

    Args:
        table: What the rows are read by.
        dense: Whether rows must stand one behind the other, which they do where no column tells.

    Attributes:
        first: The line among them, from 0, that is the first row; -1 as long as none looks like one.
    """

    __slots__ = ("_delimiter", "_dense", "_found", "_kinds", "_seen", "_table", "_width", "first")

    def __init__(self, table: Table, dense: bool = False) -> None:
        self._table = table
        self._delimiter = table.delimiter
        self._width = len(table.names)
        kinds = [(place, column.kind) for place, column in enumerate(table.columns)]
        self._kinds = [(place, _STRONG[kind]) for place, kind in kinds if kind in _STRONG]
        self._dense = dense or not self._kinds
        self._seen = 0
        self._found: float = 0
        self.first = -1

    def sees(self, line: str) -> bool:
        """Return whether the lines seen so far, and this one, are rows."""
        place, self._seen = self._seen, self._seen + 1
        signs = line.count(self._delimiter)
        if '"' in line:
            weight: float = self._opening(line) if signs else 0
        elif signs >= self._width - 1:
            weight = self._weight(line)
        else:
            weight = 0
        if weight:
            self.first = place if self.first < 0 else self.first
            self._found += weight
        elif self._dense and line.strip():
            self.first, self._found = -1, 0
        return self._found >= _ENOUGH

    def _opening(self, line: str) -> float:
        """Return how much it says that quotes stand where cells begin, and would not stand so within a quoted cell."""
        fresh, more = _patterns(self._delimiter)
        if more.fullmatch(line) or not fresh.fullmatch(line):
            return 0
        return _ENOUGH if line.count('"') % 2 or self._table.fits(self._table.cells(line)) else 1

    def _weight(self, line: str) -> float:
        """Return how much a line without quotes, of as many cells as the header, says that it is a row."""
        cells = line.split(self._delimiter)
        if not self._table.fits(cells):
            return 0
        if self._kinds:
            return sum(pattern.fullmatch(cells[at]) is not None for at, pattern in self._kinds)
        return _ENOUGH / _LINES if self._width > 2 and f"{self._delimiter} " not in line else 0
