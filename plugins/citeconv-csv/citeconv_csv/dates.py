"""The date of a row whose year, month and day may have columns of their own.

What the columns say goes in, ``issued`` comes out; what contradicts it goes to ``extra``. A full date counts more than
its year, and a cell for the month may hold the day, too (Covidence), or the year again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citeconv import Date
from citeconv.values.dates import parse_date
from citeconv.values.patterns import lazy
from citeconv_csv.columns import Column
from citeconv_csv.kinds import read_date

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_YEAR = lazy(r"\d{4}")
_NO_MONTH = lazy(r"(?:/0{0,2}){0,2}")
_MONTH_AND_DAY = lazy(
    r"(?P<month>[^\W\d_]{3,9}|0\d|1[012])[ -](?P<day>0[1-9]|[12]\d|3[01])"
    r"|(?P<second>[0-3]?\d)-(?P<first>[^\W\d_]{3,9})"
)
"""``May 04``, ``05-04``, ``4-May``."""
_YEAR_AND_MONTH = lazy(r"\d{4}[-/](?:0?[1-9]|1[0-2])(?:[-/](?:0?[1-9]|[12]\d|3[01]))?")


def _year(row: Reading, column: Column, cell: str) -> None:
    """Join year, month and day where they have columns of their own; a full date counts more than its year."""
    month, day = (row.held.get(part, (column, ""))[1].strip().removesuffix(".0") for part in ("month", "day"))
    issued: Date | None = row.fields.get("issued")
    text = cell.strip().removesuffix(".0")
    words = issued.literal if issued is not None and not issued.year else ""  # Web of Science: "MAR 15", "03"
    if words and (joined := _completed(words, text)):
        row.fields["issued"] = joined
        _leave_parts(row, "month", "day")
        return
    if issued is not None and issued.year:
        if row.held["year"][0] is not column:  # a second such column
            if text != str(issued.year):
                row.leave(column, cell)
        elif made := _made_of_day(issued, text):
            row.remarks.append(f"{column.name} {text}: a spreadsheet has made {issued.year} of the day of a month")
            row.fields["issued"] = made
        elif text != str(issued.year):
            _leave_parts(row, "year", "month", "day")
        elif (month or day) and not says(issued, joined := _joined(text, month, day)):
            if joined and says(joined, issued):
                row.fields["issued"] = joined
            else:
                _leave_parts(row, "month", "day")
        return
    row.put(column, _joined(text.rstrip("/"), month, day), cell, "issued")


def _made_of_day(date: Date, year: str) -> Date | None:
    """Return the day that a spreadsheet has made the first of a month of, ``Aug 30`` of 2017; None if it has not.

    Args:
        date: 1930-08-01, of which the year is the day.
        year: What another column says.
    """
    day = date.year % 100
    plain = date.day == 1 and date.end is None and 0 < day < 32 and _YEAR.fullmatch(year)
    return Date(year=int(year), month=date.month, day=day) if plain and abs(date.year - int(year)) > 1 else None


def _completed(words: str, year: str) -> Date | None:
    """Return the date of a year and the words beside it, a month or not (``live``); None if that is no year."""
    rest = " ".join(filter(None, _month_and_day(year, words))) if _YEAR.fullmatch(year) else words
    date = read_date(f"{year}-{rest.zfill(2)}" if rest.isdecimal() else f"{year} {rest}")
    if date and date.literal:
        return Date(year=int(year), literal=words) if _YEAR.fullmatch(year) else None
    return date


def _joined(year: str, month: str, day: str) -> Date | None:
    """Return the date of a year, a month and a day, of which the last ones may be empty."""
    if month and not day and _YEAR.fullmatch(year):
        month, day = _month_and_day(year, month)
    if not (month or day) and _YEAR_AND_MONTH.fullmatch(year):
        return read_date(year)
    if month.isdecimal() and _YEAR.fullmatch(year):
        return read_date("-".join(filter(None, (year, month.zfill(2), day.zfill(2) if day else ""))))
    return parse_date(" ".join(filter(None, (year, month, day))))


def _month_and_day(year: str, cell: str) -> tuple[str, str]:
    """Return the month and the day in a cell for the month, where Covidence and Excel have both, or the year again.

    Whether ``Dec-18`` beside 2018 is a day, nobody knows.
    """
    if _NO_MONTH.fullmatch(cell.removeprefix(year)):
        return "", ""
    found = _MONTH_AND_DAY.fullmatch(cell)
    if found is None:
        return cell, ""
    month, day = found["month"] or found["first"], found["day"] or found["second"]
    return (cell, "") if day == year[2:] else (month, day)


def says(date: Date, coarser: Date | None) -> bool:
    """Whether a date says all that another of the same year says."""
    if coarser is None or coarser.literal or coarser.end:
        return date == coarser
    return coarser.season in (0, date.season) and (
        (coarser.month, coarser.day) in ((0, 0), (date.month, 0), (date.month, date.day))
    )


def _leave_parts(row: Reading, *parts: str) -> None:
    """Leave what columns of their own say of a date, which is another one than that of the row."""
    for part in parts:
        if part in row.held:
            row.leave(*row.held[part])


def _part_of_date(row: Reading, column: Column, cell: str) -> None:
    if "year" not in row.held or row.held[column.kind][1] != cell:  # a second such column
        row.leave(column, cell)


DATES: dict[str, Callable[[Reading, Column, str], None]] = {"month": _part_of_date, "day": _part_of_date, "year": _year}
"""The function for each kind of column of dates that needs the others."""
