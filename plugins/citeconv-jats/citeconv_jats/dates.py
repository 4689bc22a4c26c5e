"""Dates in ISO 8601, as JATS has them in ``@iso-8601-date``, and in NLM's words, as it prints them.

A ``Date`` goes in, a string comes out. Seasons and open ranges are those of ISO 8601-2 (``2016-22``, ``2024-01/..``),
which ``citeconv.values.dates.parse_edtf`` reads.
"""

from __future__ import annotations

from citeconv import Date

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = ("", "Spring", "Summer", "Autumn", "Winter")
_FIRST_SEASON = 20


def iso(date: Date) -> str:
    """Return a date without its end as coarse as it is; empty if ISO has no form for its year."""
    if not 1000 <= date.year <= 9999:
        return ""
    if 1 <= date.month <= 12:
        return f"{date.year}-{date.month:02}-{date.day:02}" if 1 <= date.day <= 31 else f"{date.year}-{date.month:02}"
    return f"{date.year}-{_FIRST_SEASON + date.season}" if 1 <= date.season <= 4 else str(date.year)


def iso_range(date: Date) -> str:
    """Return a date with its end; empty if ISO has no form for one of them."""
    start = iso(date)
    if date.end is None or not start:
        return start
    if date.end == Date():
        return f"{start}/.."
    end = iso(date.end)
    return f"{start}/{end}" if end else ""


def words(date: Date) -> str:
    """Return a date as NLM prints it: ``2021 Dec 15``, ``1998 Dec-1999 Jan``, ``2016 Summer``; its own words first."""
    if date.literal:
        return date.literal
    start = _words(date)
    if date.end is None:
        return start
    return f"{start}-{_words(date.end)}"


def _words(date: Date) -> str:
    parts = [str(date.year)] if date.year else []
    if 1 <= date.month <= 12:
        parts.append(MONTHS[date.month])
        if date.day:
            parts.append(str(date.day))
    elif 1 <= date.season <= 4:
        parts.append(SEASONS[date.season])
    return " ".join(parts)
