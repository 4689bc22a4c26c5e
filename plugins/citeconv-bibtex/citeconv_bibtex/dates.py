"""Dates: citeconv's ``Date`` goes in; year, month and day for BibTeX, or EDTF for BibLaTeX, comes out.

BibTeX prints what stands in ``month`` and ``year`` one behind the other, so that a range within a year stands in
``month``. A ``year`` must be one number to biber: ``note`` tells the range that goes beyond it.
BibLaTeX takes level 1 of EDTF as far as biber 2.18 does: seasons 21 to 24, ranges, an open end, "circa", years before
Christ.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Date
from citeconv.values.dates import SEASON_NAMES, edtf_point
from citeconv_bibtex.mapping import MONTHS


def bibtex_date(date: Date) -> list[tuple[str, str]]:
    """Return field names and values, these with their braces or as macros, of a date or a range within a year."""
    end = date.end
    if end is None and date.year and 1 <= date.month <= 12:
        fields = [("year", f"{{{date.year}}}"), ("month", MONTHS[date.month])]
        return [*fields, ("day", f"{{{date.day}}}")] if date.day else fields
    months = [_month_and_day(date)]
    if end is not None:
        if _month(end) != _month(date):
            months.append(_month_and_day(end))
        elif end.day and end.day != date.day:
            months[0] += f' # "--{end.day}"'
    fields = [("year", f"{{{date.year}}}")] if date.year else []
    months = [month for month in months if month]
    if months == [_season(date)]:
        fields.append(("month", f"{{{SEASON_NAMES[date.season]}}}"))
    elif months:
        fields.append(("month", ' # "--" # '.join(months)))
    return fields


def _month_and_day(date: Date) -> str:
    """Return a month with its day behind, for styles print ``month`` and biber takes one number for ``day``."""
    month = _month(date)
    return f'{month} # "~{date.day}"' if month and date.day else month


def _month(date: Date) -> str:
    """Return a month as macro, or a season as string; empty if there is none."""
    if 1 <= date.month <= 12:
        return MONTHS[date.month]
    return _season(date)


def _season(date: Date) -> str:
    return f'"{SEASON_NAMES[date.season]}"' if 1 <= date.season <= 4 else ""


def edtf(date: Date) -> str:
    """Return a date as EDTF; empty where a year is missing, or has more than four digits."""
    start = _point(date)
    if not start or date.end is None:
        return start
    end = _point(date.end)
    return f"{start}/{end}" if end or not date.end.year else ""


def _point(date: Date) -> str:
    if date.year < -1:  # in EDTF, which has a year 0, 44 BC is -43
        text = edtf_point(replace(date, year=-date.year - 1))
        text = text and f"-{text}"
    else:
        text = edtf_point(date)
    return f"{text}~" if text and date.circa else text


def faults(date: Date) -> list[str]:
    """Return what in a date is no date, and so cannot be written."""
    if date.end is None and 1 <= date.month <= 12 and not date.season and 0 <= date.day <= 31:
        return []
    found = []
    for part in (date, date.end or date):
        if not 0 <= part.month <= 12:
            found.append(f"month {part.month}")
        if not 0 <= part.season <= 4:
            found.append(f"season {part.season}")
        if not 0 <= part.day <= 31 or (part.day and not part.month):
            found.append(f"day {part.day}")
        if part.month and part.season:
            found.append("a season beside a month")
    if date.end is not None and not date.end.year and (date.end.month or date.end.season or date.end.day):
        found.append("an end without a year")
    return list(dict.fromkeys(found))
