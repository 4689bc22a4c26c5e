"""Tables on their side, as Embase exports them beside the usual ones: a line a field, its name first.

    "TITLE","Tides of the shelf"
    "AUTHOR NAMES","Lind P.A.","Wei R."

An empty line ends a record. The lines of one go in; a table of its fields and their cells come out, so that they are
read as the row of that table would be. Several cells are the items of a list.
"""

from __future__ import annotations

import csv
import functools
import io

from citeconv import RecordError
from citeconv_csv.headings import column_name, names_field
from citeconv_csv.table import Table

_WITH_COMMAS = frozenset(("AUTHOR NAMES", "AUTHOR ADDRESSES", "EDITOR NAMES"))
"""Fields whose items Embase parts by commas where it has them in one cell."""


class Sideways:
    """What the lines of a record are read by.

    Args:
        delimiter: What parts the cells.
    """

    __slots__ = ("_delimiter",)

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter

    def row(self, text: str) -> tuple[Table, list[str]]:
        """Return the table that the fields of a record are, and its only row.

        Args:
            text: Its lines.

        Raises:
            RecordError: A line is no list of cells.
        """
        names, cells = [], []
        try:
            for name, first, *others in csv.reader(io.StringIO(text), delimiter=self._delimiter, strict=True):
                links = [cell for cell in others if "://" in cell]
                names += [column_name(name), *["URL" for _ in links]]
                items = [first, *[cell for cell in others if cell not in links]]
                cells += [(", " if name in _WITH_COMMAS else "; ").join(items), *links]
        except (csv.Error, ValueError) as error:
            raise RecordError(f"a line that is no field with its value: {error}") from None
        return _table(tuple(names), self._delimiter), cells


@functools.lru_cache(maxsize=256)
def _table(names: tuple[str, ...], delimiter: str) -> Table:
    return Table(names, delimiter, "embase")


def on_its_side(lines: list[str], delimiter: str) -> bool:
    """Return whether each of some lines begins with the name of a field, in capitals.

    Args:
        lines: The first ones of a file.
        delimiter: What parts the cells.
    """
    return len(lines) > 1 and all(names_field(line, delimiter) for line in lines)
