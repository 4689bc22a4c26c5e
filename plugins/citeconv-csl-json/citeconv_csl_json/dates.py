"""Dates as CSL-JSON has them: a ``Date`` goes in, an object with ``date-parts`` comes out, and the other way round.

Out come integers, a range as two parts, a season as 1 to 4; ``literal`` only where there is no year, since pandoc
prints no date at all where it finds both. In comes whatever programs write: parts as strings, months 13 to 24 for
seasons, ``raw`` and EDTF strings, Crossref's ``[[null]]``; a ``year``, ``month`` and ``day`` with names and the two
dates of a range as two objects, as in pandoc's YAML.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from citeconv import Date
from citeconv.values.dates import SEASONS, parse_date, parse_digits, parse_edtf
from citeconv.values.patterns import lazy
from citeconv_csl_json.leftovers import Leftovers, leave

_NUMBER = lazy(r"\s*(-?\d{1,6})(?:\.0*)?\s*")
_MONTHS_FOR_SEASONS = {13: 1, 14: 2, 15: 3, 16: 4, 21: 1, 22: 2, 23: 3, 24: 4}
"""What stands in the place of a month for a season, as CSL's processors and EDTF have it."""
_PARTS = ("date-parts", "date_parts")
_NAMED = ("year", "month", "day")
_FALSE = (None, False, 0, "", "0", "false")


def write_date(date: Date) -> tuple[dict[str, Any], bool]:
    """Return a date as CSL's object, empty if it says nothing that CSL can, and whether it reads as it was."""
    if not date.year:
        literal = " ".join(date.literal.split())
        if not literal:
            return {}, False
        return {"literal": literal}, date.literal == literal and _read_string(literal) == date
    parts = [_parts(date)]
    if date.end and date.end.year and (last := _parts(date.end)) > parts[0]:
        parts.append(last)
    written: dict[str, Any] = {"date-parts": parts}
    if date.season and not date.month:
        written["season"] = date.season
    if date.circa:
        written["circa"] = True
    simple = date.end is None and not date.literal and not date.season and date.month < 13 and date.day < 32
    return written, (simple and (date.month > 0 or not date.day)) or read_date(written, "", []) == date


def _parts(date: Date) -> list[int]:
    if not 1 <= date.month <= 12:
        return [date.year]
    return [date.year, date.month, date.day] if 1 <= date.day <= 31 else [date.year, date.month]


def read_date(raw: Any, path: str, leftovers: Leftovers) -> Date | None:
    """Return the date of an object, a list of parts, a string or a year; what cannot be read keeps its wording."""
    if type(raw) is not dict:
        return _read_loose(raw, path, leftovers)
    date: Date | None = None
    literal, season, circa = "", 0, False
    parts = next((name for name in _PARTS if name in raw), "")
    if not parts and not raw.keys().isdisjoint(_NAMED):
        parts, named = _PARTS[0], [[raw.get(name) for name in _NAMED]]
        raw = {parts: named} | {part: value for part, value in raw.items() if part not in _NAMED}
    for part, value in raw.items():
        if part == parts:
            date = _read_parts(value, path, leftovers)
        elif part == "season":
            words = _words(value, f"{path}.season", leftovers)
            season = _season(words)
            if words and not season:
                leave(value, f"{path}.season", leftovers)
        elif part == "circa":
            circa = value not in _FALSE
        elif part == "literal":
            literal = " ".join(_words(value, f"{path}.literal", leftovers).split())
        elif part not in ("raw", "edtf", "date-time", "timestamp"):
            leave(value, f"{path}.{part}", leftovers)
    date = _first(raw, date, literal, path, leftovers)
    if season and date is not None and date.year and not date.month:
        date = replace(date, season=season)
    elif season:
        leave(raw["season"], f"{path}.season", leftovers)
    if date is None:
        return None
    return replace(date, circa=True) if circa else date


def _first(raw: dict[str, Any], date: Date | None, literal: str, path: str, leftovers: Leftovers) -> Date | None:
    """Return the date by the surest of its forms: the parts, then strings, then the wording."""
    for part in ("raw", "edtf", "date-time", "timestamp"):
        words = _words(raw.get(part), f"{path}.{part}", leftovers)
        if words and date is None and part != "timestamp":
            date = _read_string(words)
        elif words:
            leave(raw[part], f"{path}.{part}", leftovers)
    if not literal:
        return date
    from_words = _read_string(literal)
    if date is None or from_words == date:
        return from_words
    return replace(date, literal=literal)


def _read_loose(raw: Any, path: str, leftovers: Leftovers) -> Date | None:
    """Return the date in a string, a number or a bare list of parts."""
    if type(raw) is str:
        return _read_string(raw) if raw.strip() else None
    if type(raw) is int:
        return Date(year=raw) if raw else None
    if type(raw) is list and raw and type(raw[0]) is dict:
        return _read_range(raw, path, leftovers)
    if type(raw) is list:
        return _read_parts(raw, path, leftovers)
    leave(raw, path, leftovers)
    return None


def _read_range(raw: list[Any], path: str, leftovers: Leftovers) -> Date | None:
    """Return the date of a list of dates, of which the second, empty for none, ends a range."""
    dates = [read_date(each, f"{path}[{number}]", leftovers) for number, each in enumerate(raw)]
    first, *more = dates
    if first is None or len(more) > 1 or any([each is not None and each.end is not None for each in dates]):
        leave(raw, path, leftovers)
        return None
    return replace(first, end=more[0] or Date()) if more and more[0] != first else first


def _words(raw: Any, path: str, leftovers: Leftovers) -> str:
    """Return what stands where a string belongs, which may be a number; anything that holds more is left."""
    if isinstance(raw, (list, dict)):
        leave(raw, path, leftovers)
        return ""
    return "" if raw is None or raw is False else str(raw)


def _read_string(text: str) -> Date:
    return parse_edtf(text) or parse_date(text)


def _read_parts(raw: Any, path: str, leftovers: Leftovers) -> Date | None:
    """Return the date of one or two lists of parts, of which Crossref writes ``[null]`` for none."""
    if type(raw) is not list or not raw:
        leave(raw, path, leftovers)
        return None
    points = raw if type(raw[0]) is list else [raw]
    for number, more in enumerate(points[2:], 2):
        leave(more, f"{path}.date-parts[{number}]", leftovers)
    first = _point(points[0], f"{path}.date-parts[0]", leftovers)
    if first is None or len(points) == 1:
        return first
    if first.end:
        leave(points[1], f"{path}.date-parts[1]", leftovers)
        return first
    last = _point(points[1], f"{path}.date-parts[1]", leftovers)
    return replace(first, end=last or Date()) if last != first else first


def _point(raw: Any, path: str, leftovers: Leftovers) -> Date | None:
    """Return a date of year, month and day, which may be strings or words; zeros and nothing are the same."""
    parts = raw if type(raw) is list else [raw]
    if any([isinstance(each, (list, dict)) for each in parts]):
        leave(raw, path, leftovers)
        return None
    if len(parts) == 1 and (whole := parse_digits(str(parts[0]))):  # a day in the place of the year
        return whole
    numbers = []
    for each in parts:
        number = _number(each)
        if number is None and type(each) is str:
            return _worded(parts, raw, path, leftovers)
        if number is None:
            leave(raw, path, leftovers)
            return None
        numbers.append(number)
    year, month, day, *more = *numbers, 0, 0, 0
    if not year or any(more):
        leave([number for number in numbers if number], path, leftovers)
    if not year:
        return None
    if month in _MONTHS_FOR_SEASONS and not day:
        return Date(year=year, season=_MONTHS_FOR_SEASONS[month])
    if not 0 <= month <= 12 or not 0 <= day <= 31 or (day and not month):
        leave(raw, path, leftovers)
        return Date(year=year)
    return Date(year=year, month=month, day=day)


def _number(raw: Any) -> int | None:
    """Return the number that a part is, 0 if it is nothing; None if it is something else."""
    if type(raw) is int:
        return raw
    if raw in (None, ""):
        return 0
    match = _NUMBER.fullmatch(str(raw))
    return int(match[1]) if match else None


def _worded(parts: list[Any], raw: Any, path: str, leftovers: Leftovers) -> Date | None:
    """Return the date of parts of which some are words, such as the month, or at least the year; None without any."""
    date = _read_string(" ".join([str(each) for each in parts if each not in (None, "")]))
    if date.year and not date.literal:
        return date
    leave(raw, path, leftovers)
    year = _number(parts[0])
    return Date(year=year) if year else None


def _season(words: str) -> int:
    """Return CSL's number of a season, which may be a word, or EDTF's number."""
    text = words.strip().lower()
    number = int(text) if text.isdecimal() and len(text) < 3 else SEASONS.get(text, 0)
    return number - 20 if 21 <= number <= 24 else number if 1 <= number <= 4 else 0
