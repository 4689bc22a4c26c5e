"""Dates as EndNote keeps them: a year, and beside it whatever the source called the date (``Mar 3``, ``2015-03-12``).

Text goes in, a ``Date`` comes out, and back. EndNote checks nothing, so that every order of day, month and year occurs;
what cannot be read keeps its wording. Only month and day are written beside the year, as PubMed's own filter does.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Date
from citeconv.values.dates import (
    AMERICAN_SEASONS,
    MONTH_NAMES,
    contains,
    is_coarser,
    parse_date,
    parse_numbers,
)
from citeconv.values.forms import YEAR
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy

_SLASHES = lazy(r"(?P<m>\d{0,2})/(?P<d>\d{0,2})/(?P<rest>[^\d/][^/]{0,40})?")
"""RIS's date behind the year: ``1//``, ``12/15/``, ``//Summer``."""
_YEAR = lazy(rf"\b{YEAR}\b")


@remembered()
def read_date(text: str) -> Date:
    """Return the date in a text of its own: the access date, the date of an Epub."""
    return parse_numbers(text) or parse_date(text.strip(" ,;/"))


def read_accessed(text: str) -> Date:
    """Return the day of the last access; where the text has the time of day, too, its wording stands beside it."""
    date = read_date(text)
    return replace(date, literal=text) if ":" in text and date.year and not date.literal else date


@remembered()
def read_issued(year: str, date: str) -> tuple[Date, bool]:
    """Return the date of publication, and whether it holds all that the two fields say.

    Args:
        year: EndNote's Year.
        date: EndNote's Date, which may repeat the year; empty if there is none.
    """
    if not year.isdecimal() or len(year) != 4:
        return _joined(read_date(year), date) if year else (read_date(date), True)
    said, date = date, _without_slashes(date).strip()
    if not date.strip("/"):
        return Date(year=int(year)), True
    whole = parse_date(f"{year} {date}")
    if whole.literal:
        whole = read_date(date if _YEAR.search(date) else f"{date} {year}")
    if whole.literal or not whole.year:
        other = _YEAR.search(date)
        return Date(year=int(year), literal=said), other is None or other[0] == year
    if whole.year != int(year):
        return Date(year=int(year)), False
    return whole, True


def _joined(date: Date, more: str) -> tuple[Date, bool]:
    """Return a date with what the second field adds, a day or the whole date once more, and whether that is all."""
    if not more or date.literal or not date.year:
        return date, not more
    day = int(more) if more.isdecimal() and len(more) <= 2 else 0
    if date.month and not date.day and date.end is None and 0 < day <= 31:
        return replace(date, day=day), True
    again, whole = read_issued(str(date.year), more)
    if not whole or again.literal:
        return date, False
    return (again if is_coarser(date, again) else date), is_coarser(date, again) or contains(again, date)


def _without_slashes(date: str) -> str:
    """Return RIS's date behind the year as text; as it is if it tells a day of no month, or is no such date."""
    if (slashes := _SLASHES.fullmatch(date)) is None:
        return date
    month, day = int(slashes["m"] or 0), int(slashes["d"] or 0)
    possible = month <= 12 and (month or not day)
    return " ".join(filter(None, (MONTH_NAMES[month], str(day or ""), slashes["rest"]))) if possible else date


@remembered()
def write_issued(date: Date) -> tuple[str, str]:
    """Return what stands in Year and in Date."""
    if date.literal:
        return (str(date.year), date.literal) if date.year else (date.literal, "")
    start = _point(date)
    if date.end is None:
        return _year(date), start
    if not start and not _point(date.end):
        return f"{_year(date)}-{_year(date.end)}", ""
    return _year(date), f"{start}-{_end(date, date.end)}"


def _end(date: Date, end: Date) -> str:
    if end.year and end.year != date.year:
        return f"{_year(end)} {_point(end)}".strip()
    if end.day and (end.month, end.season) == (date.month, date.season):
        return str(end.day)
    return _point(end)


def write_date(date: Date) -> str:
    """Return a date in a field of its own: ``2015/03/12``, or PubMed's words where numbers do not suffice."""
    if not (date.season or date.end or date.literal) and date.year:
        return "/".join([f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part)])
    year, words = write_issued(date)
    return words if date.literal and words else f"{year} {words}".strip()


def _point(date: Date) -> str:
    """Return month and day, or the season."""
    if 1 <= date.month <= 12:
        return f"{MONTH_NAMES[date.month]} {date.day}" if date.day else MONTH_NAMES[date.month]
    return AMERICAN_SEASONS[date.season] if 1 <= date.season <= 4 else ""


def _year(date: Date) -> str:
    return str(date.year) if date.year else ""
