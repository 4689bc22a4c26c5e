"""Dates: citeconv's ``Date`` goes in; year, month and day for BibTeX, or EDTF for BibLaTeX, comes out.

BibTeX prints what stands in ``month`` and ``year`` one behind the other, so that a range is written once in each.
BibLaTeX takes level 1 of EDTF as far as biber 2.18 does: seasons 21 to 24, ranges, an open end, "circa".
"""

from __future__ import annotations

from citeconv import Date
from citeconv_bibtex.mapping import MONTHS, SEASONS


def bibtex_date(date: Date) -> list[tuple[str, str]]:
    """Return field names and values, these with their braces or as macros."""
    end = date.end
    if end is None and date.year and 1 <= date.month <= 12:
        fields = [("year", f"{{{date.year}}}"), ("month", MONTHS[date.month])]
        return [*fields, ("day", f"{{{date.day}}}")] if date.day else fields
    years = [_number(date.year)]
    months = [_month_and_day(date)]
    if end is not None:
        if end.year != date.year:
            years.append(_number(end.year))
        if _month(end) == _month(date) and end.year == date.year:
            if end.day and end.day != date.day:
                months[0] += f' # "--{end.day}"'
        else:
            months.append(_month_and_day(end))
    fields = []
    if date.year:
        fields.append(("year", f"{{{'--'.join(years)}}}"))
    months = [month for month in months if month]
    if months == [_season(date)]:
        fields.append(("month", f"{{{SEASONS[date.season]}}}"))
    elif months:
        fields.append(("month", ' # "--" # '.join(months)))
    return fields


def _month_and_day(date: Date) -> str:
    """Return a month with its day behind, for styles print ``month`` and biber takes one number for ``day``."""
    month = _month(date)
    return f'{month} # "~{date.day}"' if month and date.day else month


def _number(value: int) -> str:
    return str(value) if value else ""


def _month(date: Date) -> str:
    """Return a month as macro, or a season as string; empty if there is none."""
    if 1 <= date.month <= 12:
        return MONTHS[date.month]
    return _season(date)


def _season(date: Date) -> str:
    return f'"{SEASONS[date.season]}"' if 1 <= date.season <= 4 else ""


def edtf(date: Date) -> str:
    """Return a date as EDTF; empty without a year that has four digits."""
    start = _point(date)
    if not start or date.end is None:
        return start
    return f"{start}/{_point(date.end)}"


def _point(date: Date) -> str:
    if not 0 < date.year < 10_000:
        return ""
    text = f"{date.year:04d}"
    if 1 <= date.month <= 12:
        text = f"{text}-{date.month:02d}"
        if 1 <= date.day <= 31:
            text = f"{text}-{date.day:02d}"
    elif 1 <= date.season <= 4:
        text = f"{text}-{date.season + 20}"
    return f"{text}~" if date.circa else text


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
