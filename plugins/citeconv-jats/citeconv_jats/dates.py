"""Dates in ISO 8601, as JATS has them in ``@iso-8601-date``, and in NLM's words, as it prints them.

A ``Date`` goes in, a string comes out; where JATS has no element for a date, the string is read again. Seasons and open
ranges are those of ISO 8601-2 (``2016-22``, ``2024-01/..``), which ``citeconv.values.dates.parse_edtf`` reads.
"""

from __future__ import annotations

from citeconv import Date
from citeconv.values.dates import edtf_point, parse_date, parse_edtf, range_in_words


def iso(date: Date) -> str:
    """Return a date without its end as coarse as it is; empty if ISO has no form for its year."""
    return edtf_point(date) if date.year >= 1000 else ""


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
    return date.literal or range_in_words(date)


def meta_date(text: str) -> Date:
    """Return the date that a reader takes text for."""
    return parse_edtf(text) or Date(year=parse_date(text).year, literal=text)
