"""When a record was entered or changed, as reference managers say it: texts go in, events come out."""

from __future__ import annotations

from citeconv import Date, Event
from citeconv.values.dates import MONTHS
from citeconv.values.patterns import lazy

_DAY = lazy(r"(\d{4})[-./](\d\d)[-./](\d\d)(?:[T ](\d\d:\d\d)\S{0,20}(?: \S{1,8})?)?")
_WORDS = lazy(
    r"[A-Z][a-z]{2},? (?:(\d{1,2}) ([A-Z][a-z]{2})|([A-Z][a-z]{2}) (\d{1,2})) (?:(\d{4}) )?(\d\d:\d\d):\d\d"
    r"(?: [A-Z]{3,4})?(?: (\d{4}))?(?: \S{1,6})?"
)
"""``Thu, 13 Dec 2012 14:15:16 +0100``, ``Thu Feb 5 17:23:38 MST 2004``."""


def entered(value: str, kind: str) -> Event | None:
    """Return when a record was entered or changed; None if that is no date.

    Args:
        value: A date with or without a time, in the forms of JabRef, BibDesk, DBLP and others.
        kind: Of the event.
    """
    if match := _DAY.fullmatch(value):
        year, month, day, time = match.groups()
        number = int(month)
    elif match := _WORDS.fullmatch(value):
        day, name, other_name, other_day, year, time, last = match.groups()
        year, day = year or last, day or other_day
        number = MONTHS.get((name or other_name).lower(), 0)
    else:
        return None
    if not year or not 1 <= number <= 12 or not 1 <= int(day) <= 31:
        return None
    literal = "" if value == f"{year}-{number:02}-{day}" else value
    return Event(kind=kind, date=Date(year=int(year), month=number, day=int(day), literal=literal), time=time or "")
