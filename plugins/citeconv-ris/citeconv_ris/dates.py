"""Dates as RIS has them, ``YYYY/MM/DD/other``, every part but the year optional, and as its dialects have them.

A tag's value goes in, a ``Date`` comes out, and back. What the three numbers cannot say, a season or the end of a
range, stands in ``other`` in NLM's words without the first year: ``1998///Spring``, ``1998/12/30/Dec 30-1999 Jan 2``.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from citeconv import Date
from citeconv.values.dates import SEASON_NAMES, SEASONS, contains, in_words, parse_date
from citeconv.values.forms import is_absent
from citeconv.values.memo import Memo, remembered
from citeconv.values.patterns import lazy

_RIS = lazy(r"(?P<year>\d{4})(?:/(?P<month>\d{0,2})(?:/(?P<day>\d{0,2})(?:[/ ](?P<other>.*))?)?)?")
_HOUR = r"\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?"
_YEAR_BEHIND = lazy(r"(\d\d?)/(\d\d?)/(\d{4})")
_DATED = "DA Y1 Y2 PY YR PD"
DATED = frozenset(_DATED.split())
"""Tags of dates in which the order of day and month may be told by another."""
_LINE_OF_DATE = lazy(rf"^(?:{_DATED.replace(' ', '|')}) {{1,3}}- {{0,3}}(\d\d?)/(\d\d?)/\d{{4}}[ \t]*$", re.M)
_CLOCK = lazy(rf"T?{_HOUR}", re.I)
_BETWEEN_WORDS = lazy(r"(?:(?<=[A-Za-z])|(?<=[A-Za-z] \d)|(?<=[A-Za-z] \d\d))/(?=[A-Za-z])")
_PLACEHOLDERS = (((0, 1), (0, 1)), ((0,), (0, 1)), ((0,), (0,)))
"""Months and days that stand for none where the words tell the year alone, the month, too, and the day, too."""
_JUNK = lazy(r"(?:(?<!\s)\s+)?\bundefined\b\s*|(?<=\d)/{1,3}ed\Z")
"""What Zotero writes where it has no day, and has from Cambridge's pages (``2020///ed``)."""


def read_date(text: str) -> Date | None:
    """Return the date in the value of a date tag; None if it holds none, only its wording if there is no year in it.

    Args:
        text: RIS's form, an ISO date, or words (``AUG 7 1999``, ``2015/october``).
    """
    return _DATES[text]


def _read(text: str) -> Date | None:
    text = _JUNK.sub("", text.strip())
    if not text.strip("/ "):
        return None
    match = _RIS.fullmatch(text)
    if match is None:
        return _in_words(text) if text.strip("0-/ ") else Date()  # MySQL's 0000-00-00
    year, month, day = int(match["year"]), int(match["month"] or 0), int(match["day"] or 0)
    if not month and day < 13:  # some programs write the month in the place of the day
        month, day = day, 0
    if month > 12 or day > 31 or (day and not month):
        return Date(year=year, literal=text)
    date = Date(year=year, month=month, day=day)
    other = (match["other"] or "").strip()
    if not other or _CLOCK.fullmatch(other) or (is_absent(other) and other != "-"):  # which leaves the end open
        return date
    return _with_other(date, other)


def _in_words(text: str) -> Date:
    """Return the date in words, with its wording alone where there is no year in it."""
    date = parse_date(_slashes(text))
    if date.literal:  # 2014/2015
        date = parse_date(text)
    return replace(date, literal=text) if date.literal or not date.year else date


def _with_other(date: Date, other: str) -> Date:
    """Return a date with what stands behind its third slash: a season, a range, the date once more, any other words."""
    year, month, day = date.year, date.month, date.day
    if other.lower() in SEASONS and not month:
        return Date(year=year, season=SEASONS[other.lower()])
    if other.endswith(str(year)):  # EBSCO: 2019///Mar2019, 1998///Fal 1998
        told = parse_date(f"{year} {_slashes(other[:-4].rstrip(' ,'))}")
        months, days = _PLACEHOLDERS[bool(told.month) + bool(told.day)]
        if not told.literal and month in (told.month, *months) and day in (told.day, *days):
            return told
    if not month and not other.strip("0, "):  # ProQuest: 2012///0,
        return date
    words = _slashes(other.rstrip(" ,")).replace(f" {year}", "")
    ranged = parse_date(f"{year} {words.replace(' - ', '-')}")
    start = (ranged.year, ranged.month, ranged.day)
    if ranged.end is not None and (start == (year, month, day) or (ranged.year == year and not month)):
        return ranged  # 1998/12/30/Dec 30-1999 Jan 2, 2023///Jan/Feb
    if not month and ranged.month and ranged.year == year and not ranged.literal:
        return ranged  # 2002///Apr 12 (EndNote)
    return replace(date, literal=other)


def has_day_first(text: str) -> bool | None:
    """Return whether the dates of a file have the day before the month; None if none tells it, or they differ.

    Args:
        text: The file, as far as it is known; what is over 12 in its dates is a day.
    """
    pairs = [(int(first), int(second)) for first, second in _LINE_OF_DATE.findall(text)]
    told = {first > second for first, second in pairs if min(first, second) <= 12 < max(first, second)}
    return told.pop() if len(told) == 1 else None


def in_order(text: str, day_first: bool) -> str:
    """Return the date of which only the order tells the month, ``5/6/2022``, in RIS's form; any other as it is."""
    numbers = _YEAR_BEHIND.fullmatch(text)
    if numbers is None:
        return text
    first, second, year = numbers.groups()
    day, month = (first, second) if day_first else (second, first)
    return f"{year}/{month:0>2}/{day:0>2}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 12 else text


_DATES: Memo[str, Date | None] = Memo(_read, 4096)


_ACCESS_IN_RIS = lazy(r"(\d{4})/(\d\d)/(\d\d)/(\d\d:\d\d(?::\d\d)?)\Z")
_ACCESS_IN_ISO = lazy(r"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d(?::\d\d)?)\Z")
"""The day and the hour of an access, each as it is written."""


def tells_hour(text: str) -> bool:
    """Return whether the value of a date tag has a time of day, which the date that is read from it may not have."""
    return ":" in text


def read_accessed(text: str) -> Date | None:
    """Return the day of the last access; where the value has the time of day, too, its wording stands beside it.

    The wording is ISO's where the value is Zotero's, ``2021/01/15/10:30:00``: tables and other formats have it so.
    """
    date = read_date(text)
    if date is None or not date.year or not tells_hour(text) or date.literal:
        return date
    return replace(date, literal=_ACCESS_IN_RIS.sub(r"\1-\2-\3 \4", text, count=1))


def write_accessed(date: Date) -> str:
    """Return the day and the hour of the last access in RIS's form, where reading gives both back; else nothing."""
    if not (date.year and tells_hour(date.literal)):
        return ""
    text = _ACCESS_IN_ISO.sub(r"\1/\2/\3/\4", date.literal, count=1)
    return text if read_accessed(text) == date else ""


def _slashes(text: str) -> str:
    """Return a text in words with its slashes as what they mean: a range of words (``Jan/Feb``), or a blank."""
    return _BETWEEN_WORDS.sub("-", text).replace("/", " ")


def write_date(date: Date) -> tuple[str, bool]:
    """Return a date in RIS's form, empty where it has no year, and whether reading gives the same date back."""
    year, month, day = date.year, date.month, date.day
    if 999 < year < 10_000 and date.end is None and not (date.season or date.literal or date.circa):
        if not month:
            return str(year), not day
        if 0 < month < 13 and 0 <= day < 32:
            return f"{year}/{month:02}/{day:02}/" if day else f"{year}/{month:02}//", True
    return _odd_date(date)


@remembered(4096)
def _odd_date(date: Date) -> tuple[str, bool]:
    """Return what ``write_date`` does, for a season, a range, a wording and what is no date."""
    if not 0 < date.year < 10_000:
        return "", False
    year = f"{date.year:04}"
    month = date.month if 0 < date.month < 13 else 0
    day = date.day if month and 0 < date.day < 32 else 0
    other = _other(date)
    if not month and not other:
        text = year
    else:
        text = f"{year}/{month:02}/" if month else f"{year}//"
        text += f"{day:02}/{other}" if day else f"/{other}"
    return text, read_date(text) == date


def _other(date: Date) -> str:
    """Return what stands behind the third slash."""
    if date.literal:
        return " ".join(date.literal.replace("/", "-").split())
    if date.end is None:
        return SEASON_NAMES[date.season] if 0 < date.season < 5 else ""
    end = replace(date.end, year=0) if date.end.year == date.year else date.end
    return f"{in_words(replace(date, year=0))}-{in_words(end)}"


def implied(date: Date, issued: Date) -> bool:
    """Return whether a date says nothing that another does not say."""
    return date == issued or contains(date, issued)
