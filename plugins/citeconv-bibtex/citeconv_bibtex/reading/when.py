"""Dates of ``.bib`` files: ``year``, ``month`` and ``day``, or biblatex's ``date`` in EDTF, to citeconv's ``Date``.

``month`` is a macro, a name in some language, a number, a season, or all that an exporter had (``OCT 15``, ``JUL-AUG``,
``jan # "--" # feb``); ``year`` may be a range, or words. What cannot be read keeps its wording in ``literal``.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Date
from citeconv.values.dates import MONTH_NAMES, parse_date, parse_edtf, parse_numbers
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy
from citeconv.values.tex import text, verbatim

_NOTHING = ' ,;?"月월'
"""Signs that stand for a month which is not known, or around one, or say that it is one."""
_JOINTS = lazy(r"[ #\"\u201c\u201d]+")
"""What stands between the parts of ``sep # " 7-9"`` where a program has put all of it into braces."""
_YEAR = lazy(r"\d{4}")
_UNSPECIFIED = lazy(r"(?=....[~?%]?\Z)(\d{2,3})([Xu]{1,2})([~?%]?)")
_NO_MONTH_OR_DAY = lazy(r"(?:-(?:XX|uu)){1,2}(?=[~?%]?(?:/|\Z))")
"""What EDTF has for a month or a day that is not told: ``1999-XX``, ``1999-01-XX``."""
_DASHES = lazy(r"[\u2010-\u2015]")
_YEAR_AND_RIGHTS = lazy(r"\[(\d{4})\] ?\u00a9 ?\1")
"""What MathSciNet has for the year of a book whose copyright is of the same year."""
_YEAR_LAST = lazy(r"(.{3,40}?)[ ,]+(\d{4})")
_RANGE_SIGN = lazy(r"(?:(?<!\s)\s+)?(?:-{1,3}|[\u2013\u2014/]|\b(?:to|and|und|bis|et|y)\b)\s*")
_YEARS = lazy(r"(\d{3,4})\s*(?:-{1,3}|[\u2013\u2014/])\s*(\d{4}|\d\d)?")
_NUMBER = lazy(r"\d\d?")
_MONTHS = lazy(r"(?:0?[1-9]|1[0-2])(?:-(?:0?[1-9]|1[0-2]))?")
"""One in numbers, or two."""
_WORD = lazy(r"[^\W\d_]{3}")
"""What the name of a month has at least."""
_ANY_YEAR = "2000"
"""Which stands for that of an entry, be it one in which nothing was printed."""
_EDTF_SEASONS = frozenset(("21", "22", "23", "24"))


@remembered(4096)
def published(year: str, month: str, day: str) -> Date | None:
    """Return the date in ``year``, ``month`` and ``day``; None if they are empty."""
    stopped, day = text(year).rstrip(" \u00a0"), text(day)
    year = stopped.rstrip(" .\u00a0")
    if year[:1] == "[" and (rights := _YEAR_AND_RIGHTS.fullmatch(year)) is not None:
        year = rights[1]
    month = text(month).replace("\u00a0", " ").strip(_NOTHING)
    if "#" in month:
        month = _JOINTS.sub(" ", month).strip(_NOTHING)
    month, day = (part if part.strip("0") else "" for part in (month, day))  # SciELO's 00
    if len(year) == 4 and year in month:  # the Web of Science's "2024 MAR 4"
        if (whole := parse_edtf(month) or parse_numbers(month)) and whole.year == int(year) and not day:  # 2024-03
            return whole
        month = month.removeprefix(f"{year} ").removesuffix(f" {year}").strip(_NOTHING)
    if not year and _YEAR.fullmatch(month):
        year, month = month, ""
    if (years := _years(year)) is not None:
        return _with_years(years, year, month, day)
    if "." in year:  # n.d., whose last full stop is its own
        year = stopped
    if not month and not day:
        return edtf(year) if year else None
    return Date(literal=_words(year, month, day)) if year or month else None


def _words(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _with_years(years: tuple[int, ...], year: str, month: str, day: str) -> Date:
    """Return the date, or the range, of a year or two and of what ``month`` and ``day`` say."""
    told = _in_any_year(month, day)
    if told is None:
        return Date(year=years[0], literal=_words(year, month, day))
    end = replace(told.end, year=years[-1]) if told.end else None
    if len(years) > 1:
        end = (end or Date(year=years[1])) if years[1] else Date()  # 1998--
    return replace(told, year=years[0], end=end)


@remembered(4096)
def _in_any_year(month: str, day: str) -> Date | None:
    """Return what ``month``, which may have days, and ``day`` say, as a date of ``_ANY_YEAR``; None if it is none."""
    month, day = (_RANGE_SIGN.sub("-", part).strip("-") for part in (month, day))
    if month in _EDTF_SEASONS and not day:
        return parse_edtf(f"{_ANY_YEAR}-{month}")
    if _MONTHS.fullmatch(month):
        month = _NUMBER.sub(lambda number: MONTH_NAMES[int(number[0])], month)
    if (day and not month) or (month and not _WORD.search(month)) or _YEAR.search(month):
        return None
    for words in ((month, day, _ANY_YEAR), (_ANY_YEAR, month, day)):
        date = parse_date(_words(*words))
        if date.year == int(_ANY_YEAR) and not date.literal and bool(day) <= bool(date.day):  # jan--mar has no day
            return date
    return None


def _years(value: str) -> tuple[int, ...] | None:
    """Return the year, or both of a range, the second 0 if it is open; None if there is none."""
    if _YEAR.fullmatch(value):
        return (int(value),)
    match = _YEARS.fullmatch(value)
    if match is None or len(match[1]) < 4:
        return None
    if match[2] is None:
        return int(match[1]), 0
    last = int(match[2] if len(match[2]) == 4 else match[1][:2] + match[2])
    return (int(match[1]), last) if last >= int(match[1]) or len(match[2]) == 4 else None


@remembered(4096)
def edtf(value: str) -> Date:
    """Return the date in EDTF, or in any words."""
    words = verbatim(value)  # `~` is no blank in EDTF
    if "-XX" in words or "-uu" in words:
        words = _NO_MONTH_OR_DAY.sub("", words)
    if date := parse_edtf(words):
        return _before_christ(date) if "-" in (words[0], words.partition("/")[2][:1]) else date
    return _unspecified(words) or _in_words(text(value))


def _before_christ(date: Date) -> Date:
    """Return a date in years as people, and CSL, count them: in EDTF the year before 1 is 0, and -43 is 44 BC."""
    end = _before_christ(date.end) if date.end is not None else None
    return replace(date, year=date.year - 1 if date.year < 0 else date.year, end=end)


def _unspecified(value: str) -> Date | None:
    """Return the years of a decade or century, ``199X`` or ``18XX``, as biber reads them; None if it is none."""
    match = _UNSPECIFIED.fullmatch(value)
    if match is None:
        return None
    years, digits, circa = match.groups()
    end = Date(year=int(years + "9" * len(digits)))
    return Date(year=int(years + "0" * len(digits)), circa=bool(circa), end=end)


def _in_words(value: str) -> Date:
    """Return a date in words; a range of years, PubMed's form or Citavi's, 2018/5/17, is understood."""
    years = _years(value)
    whole = None if years else parse_numbers(value) or parse_edtf(_DASHES.sub("-", value))
    if whole is not None and (whole.month or whole.season):
        return whole
    if years is not None and len(years) > 1:
        return Date(year=years[0], end=Date(year=years[1]))
    if (match := _YEAR_LAST.fullmatch(value)) and (whole := published(match[2], match[1], "")) and not whole.literal:
        return whole  # 12-14 May, 2019
    return parse_date(value) if value[:1].isdigit() or _YEAR.search(value) else Date(literal=value)
