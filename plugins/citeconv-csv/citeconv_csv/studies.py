"""Studies as reviewers name them: ``Lind et al. (2020)``, ``Lind & Wei, 2020a``, ``Lind_2020``.

The cell of a column for authors and year, or of authors with a year behind them, goes in; the authors and the year come
out. Family names stand alone there, as they do where a column has the first author only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from citeconv import Date, Name
from citeconv.values.abstracts import clean
from citeconv.values.names import GROUP_WORD, PARTICLES, is_cut_short
from citeconv.values.patterns import lazy
from citeconv_csv.columns import Column
from citeconv_csv.databases import remark
from citeconv_csv.names import ALONE, people

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_YEAR_BEHIND = lazy(
    r"(?:,? ?[(\[](?P<enclosed>(?:1[6-9]|20)\d\d)[a-z]?[)\]]|[ ,_]{0,2}(?<!\d)(?P<bare>(?:1[6-9]|20)\d\d)[a-z]?)\.?\Z"
)
"""The year behind names: `` (2020a)``, ``, 2020``, ``_2020``."""
_LONGEST_YEAR = 12
_BETWEEN = lazy(r",|&|\band\b|_")
_ACRONYM = 5
"""Capitals of which one word is hardly a family name: ``WHO``."""


def parted(cell: str, surely: bool) -> tuple[str, str]:
    """Return the authors and the year in a cell; a year is empty where there is none.

    Args:
        cell: ``Lind et al. (2020)``.
        surely: Whether both are to be expected; else a year without parentheses stands behind family names only, for
            behind a name in full it may be that of a birth.
    """
    text = clean(cell)
    found = (
        _YEAR_BEHIND.search(text, max(0, len(text) - _LONGEST_YEAR))
        if text[-7:].strip("abc).] ")[-4:].isdecimal()
        else None
    )
    names = text[: found.start()].rstrip(" ,_") if found else ""
    if not found or not names or any(map(str.isdecimal, names)):
        return text, ""
    if found["enclosed"] or surely or is_cut_short(names) or _are_families(names):
        return names.replace("_", " "), found["enclosed"] or found["bare"]
    return text, ""


def _are_families(text: str) -> bool:
    """Whether a text has nothing but family names, of one word beside ``van der`` and the like."""
    pieces = [[word for word in piece.split() if word.lower() not in PARTICLES] for piece in _BETWEEN.split(text)]
    return len(pieces) < 4 and all([len(words) == 1 for words in pieces])


def families(names: Iterable[Name], text: str) -> tuple[Name, ...]:
    """Return names, those of one word as family names: of persons, as a cell for the first author or "et al." says.

    Args:
        names: What was read in a cell.
        text: The cell.
    """
    surely = is_cut_short(text)
    return tuple([Name(family=name.literal) if _is_family(name.literal, surely) else name for name in names])


def _is_family(literal: str, surely: bool) -> bool:
    words = [word for word in literal.split() if word.lower() not in PARTICLES]
    acronym = literal.isupper() and len(literal) <= _ACRONYM and not surely
    return len(words) == 1 and not acronym and GROUP_WORD.search(literal) is None


def _author_and_year(row: Reading, column: Column, cell: str) -> None:
    """Take authors and year of a row that has them nowhere else; another label of a study is a remark."""
    text, year = parted(cell, surely=True)
    if not year:
        remark(row, column, cell)
        return
    authors, issued = row.fields.get("author", ()), row.fields.get("issued")
    if not authors:
        row.fields["author"] = families(people(text, ALONE), text)
        row.cut_short(column._replace(field="author"), text)
    if issued is None:
        row.fields["issued"] = Date(year=int(year))
    elif authors:
        remark(row, column, cell)


def _year_behind_names(row: Reading, column: Column, cell: str) -> None:
    """Take the year behind the authors of a row that has none in a column of its own."""
    if row.fields.setdefault("issued", Date(year=int(cell))).year != int(cell):
        row.leave(column, cell)


def _title_or_study(row: Reading, column: Column, cell: str) -> None:
    """Take a title; the label or the number of a study is a remark."""
    text = clean(cell)
    if " " in text and not parted(text, surely=False)[1]:
        row.put(column, text, cell)
    else:
        remark(row, column, cell)


STUDIES: dict[str, Callable[[Reading, Column, str], None]] = {
    "year behind names": _year_behind_names,
    "author and year": _author_and_year,
    "title or study": _title_or_study,
}
"""The functions for what has both, or may have; read when dates and people are."""
