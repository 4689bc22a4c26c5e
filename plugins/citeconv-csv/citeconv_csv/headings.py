"""How columns are called: names as written made comparable, and headers told from other lines.

The cells of a line go in. It is apart from what reads tables because every start asks whether a file is one.
"""

from __future__ import annotations

from citeconv.values.patterns import lazy
from citeconv_csv import columns

_SIGNS = lazy(r"[\s_.]+")
_WORD_BEGIN = lazy(r"(?<=[a-z])(?=[A-Z])")
HEAD_LINES = 13
"""Lines among which a header must be, for a file to be known by it."""


def column_name(cell: str) -> str:
    """Return a column's name as written, without blanks and marks around it."""
    return cell.strip("\ufeff \t\"'")


def plain(name: str) -> str:
    """Return a column's name in lower case and with single blanks, as the tables of columns have it."""
    text = _SIGNS.sub(" ", name).strip()
    key = text.lower()
    if key not in columns.NAMES and len(text) < columns.LONGEST and not text.islower():  # "PublicationYear"
        words = _WORD_BEGIN.sub(" ", text).lower()
        return words if words in columns.KNOWN else key
    return key


def in_head(head: str, signs: str) -> bool:
    """Return whether a line near the top of a file is a header: two common columns, one telling, parted by a sign.

    Args:
        head: The first 4 KiB of a file.
        signs: Characters of which one parts the cells.
    """
    for line in head.split("\n")[:HEAD_LINES]:
        for sign in signs[1:]:
            line = line.replace(sign, signs[0])
        names = [plain(column_name(cell)) for cell in line.split(signs[0]) if len(cell) < columns.LONGEST]
        common = [name for name in names if name in columns.COMMON]
        if len(common) > 1 and not columns.TELLING.isdisjoint(common):
            return True
    return False
