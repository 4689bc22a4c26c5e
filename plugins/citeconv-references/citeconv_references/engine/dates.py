"""Dates: the cs:date element, in a form of the locale or with parts of its own.

An item's date comes as CSL-JSON has it: ``date-parts``, a range with two of them, ``season``, ``circa``, ``literal``
or ``raw``. What comes out goes into the stream as year, month and day, each with its affixes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from citeconv.values.dates import MONTH_NAMES, SEASONS
from citeconv.values.patterns import lazy
from citeconv_references.engine.locales import Locale
from citeconv_references.engine.numerals import ordinal
from citeconv_references.engine.stream import AFTER_SUFFIX, PUNCTUATION, TEXT, Affix, Mark, Prefix, Stream, opening
from citeconv_references.engine.textcase import CaseFunction, case_of, put
from citeconv_references.engine.xml import Element

RAW = lazy(r"(-?\d{1,4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?\Z")
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES) if name}
ANCIENT = 500
"""Years from which on nobody needs to be told that they are after Christ."""
SEASONS_BEHIND = 12
"""The number of the month behind which a ``Day`` has the seasons."""
CSL_SEASONS_BEHIND = 20
"""The same in EDTF, which CSL-JSON has taken up."""
WORDS = lazy(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\Z")


class Day(NamedTuple):
    """A date as coarse as its source; 0 is unknown. Months 13 to 16 are the seasons."""

    year: int
    month: int = 0
    day: int = 0


OPEN = Day(0)
"""The end of a range that goes on."""


class When(NamedTuple):
    """A date variable: a day, the end of a range, or words."""

    start: Day | None = None
    end: Day | None = None
    literal: str = ""
    circa: bool = False


def read(value: Any) -> When | None:
    """Return a date of CSL-JSON, ``None`` if there is nothing in it."""
    if not isinstance(value, Mapping):
        return When(literal=str(value)) if value else None
    circa = bool(value.get("circa")) and str(value.get("circa")).lower() not in ("false", "0")
    days = [day for day in map(_day, value.get("date-parts") or ()) if day is not None]
    season = SEASONS.get(str(value.get("season")).lower()) or _number(value.get("season"))
    if days:
        start = days[0]
        end = days[1] if len(days) > 1 and days[1] != start else None
        if end is None and _is_open(value.get("date-parts")):
            end = OPEN
        if season and not start.month:  # that of the whole range
            season = SEASONS_BEHIND + season if season <= 4 else season
            start = start._replace(month=season)
            end = end._replace(month=season) if end is not None else None
        return When(start, end, circa=circa)
    if value.get("literal"):
        return When(literal=str(value["literal"]), circa=circa)
    if value.get("raw"):
        return _raw(str(value["raw"]), circa)
    return None


def _is_open(parts: Any) -> bool:
    """Tell if a range goes on: its end is the year 0."""
    return isinstance(parts, list) and parts[1:2] in ([[0]], [["0"]])


def _day(parts: Any) -> Day | None:
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        return None
    year, month, day = [*map(_number, parts[:3]), 0, 0, 0][:3]
    if not year:
        return None
    if month > CSL_SEASONS_BEHIND:
        month += SEASONS_BEHIND - CSL_SEASONS_BEHIND
    return Day(year, month, day) if 1 <= month <= SEASONS_BEHIND + 4 else Day(year)


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def _raw(text: str, circa: bool) -> When:
    """Read a date in words or digits, a range with ``/``; what is neither stays as it is."""
    days = []
    for part in text.strip().split("/") if text.count("/") == 1 else [text.strip()]:
        match, words = RAW.match(part.strip()), WORDS.match(part.strip())
        if match:
            days.append(Day(int(match[1]), int(match[2] or 0), int(match[3] or 0)))
        elif words and words[2][:3].lower() in MONTHS:
            days.append(Day(int(words[4]), MONTHS[words[2][:3].lower()], int(words[1] or words[3] or 0)))
        else:
            return When(literal=text, circa=circa)
    return When(days[0], days[1] if len(days) > 1 else None, circa=circa)


class Part:
    """A cs:date-part, ready to print."""

    def __init__(self, name: str, attributes: Mapping[str, str], locale: Locale) -> None:
        self.name = name
        self.locale = locale
        self.form = attributes.get("form", "long" if name != "day" else "numeric")
        self.prefix = Prefix(attributes.get("prefix", ""))
        self.suffix = Affix(attributes.get("suffix", ""))
        self.strip_periods = attributes.get("strip-periods") == "true"
        self.range_delimiter = attributes.get("range-delimiter") or "–"
        self.case: CaseFunction | None = case_of(attributes.get("text-case", ""), locale.language)
        self.open: Mark | None = opening(attributes)
        self.text: Callable[[Day], str] = {"year": self._year, "month": self._month}.get(name, self._day)

    def _year(self, day: Day) -> str:
        year = day.year
        if self.form == "short":
            return f"{abs(year) % 100:02d}"
        if year < 0:
            return f"{-year}{self.locale.text('bc')}"
        if not year:
            return ""
        return f"{year}{self.locale.text('ad')}" if year < ANCIENT else str(year)

    def _month(self, day: Day) -> str:
        month = day.month
        if not month:
            return ""
        if month > SEASONS_BEHIND:
            text = self.locale.text(f"season-{month - SEASONS_BEHIND:02d}")
        elif self.form == "numeric":
            return str(month)
        elif self.form == "numeric-leading-zeros":
            return f"{month:02d}"
        else:
            text = self.locale.text(f"month-{month:02d}", self.form)
        return text.replace(".", "") if self.strip_periods else text

    def _day(self, day: Day) -> str:
        if not day.day:
            return ""
        if self.form == "numeric-leading-zeros":
            return f"{day.day:02d}"
        if self.form == "ordinal" and (day.day == 1 or self.locale.option("limit-day-ordinals-to-day-1") != "true"):
            return ordinal(day.day, self.locale, self.locale.gender(f"month-{day.month:02d}"))
        return str(day.day)

    def render(self, text: str, out: Stream, suffix: bool = True, prefix: bool = True) -> None:
        """Append a text with the affixes of the part; ``suffix`` and ``prefix`` say whether it has them here."""
        if prefix and self.prefix:
            out.append(self.prefix)
        put(text, self.open, self.case, out)
        if suffix and self.suffix:
            out.append(self.suffix)
            if self.suffix[-1] in PUNCTUATION:
                out.append(AFTER_SUFFIX[TEXT, False])


class DateFormat:
    """A cs:date element: parts in order, and a delimiter between them."""

    def __init__(self, element: Element, locale: Locale) -> None:
        form = element.get("form")
        own = {part.get("name"): part.attributes for part in element.children if part.tag == "date-part"}
        self.delimiter = element.get("delimiter")
        names: list[str]
        if form:
            pattern = locale.date(form)
            wanted = {"year": ("year",), "year-month": ("year", "month")}.get(
                element.get("date-parts"), ("year", "month", "day")
            )
            parts = [part.attributes for part in pattern.children if part.get("name") in wanted] if pattern else []
            merged = [attributes | _overrides(own.get(attributes["name"], {})) for attributes in parts]
            self.delimiter = pattern.get("delimiter") if pattern else ""
            names = [attributes["name"] for attributes in merged]
            self.parts = [Part(name, attributes, locale) for name, attributes in zip(names, merged, strict=True)]
        else:
            self.parts = [Part(name, attributes, locale) for name, attributes in own.items()]

    @property
    def has_year(self) -> bool:
        """Tell if the year is shown: only there does citeproc-js print dates in words."""
        return any(part.name == "year" for part in self.parts)

    def render(self, when: When, out: Stream, year_suffix: str = "") -> None:
        """Append a date; words stand where the year would."""
        if when.literal:
            for part in self.parts:
                if part.name == "year":
                    part.render(when.literal, out)
        elif when.end is not None and when.start is not None:
            self._range(when.start, when.end, out, year_suffix)
        elif when.start is not None:
            self._run(self.parts, when.start, out, year_suffix)

    def _run(self, parts: Sequence[Part], day: Day, out: Stream, year_suffix: str = "", edge: str = "") -> None:
        """Append parts of a day; ``edge`` names the side on which a range goes on, where no affix is set."""
        texts = [(part, text) for part in parts if (text := part.text(day))]
        last = len(texts) - 1
        for place, (part, text) in enumerate(texts):
            if place and self.delimiter:
                out.append(self.delimiter)
            suffixed = edge != "start" or place != last
            prefixed = edge != "end" or place != 0
            if year_suffix and part.name == "year":
                if not part.prefix and not part.suffix:
                    part.render(text + year_suffix, out)
                else:  # a habit of citeproc-js: the letter is a part of its own, affixes and all
                    part.render(text, out, suffixed, prefixed)
                    part.render(year_suffix, out, suffixed, prefixed)
            else:
                part.render(text, out, suffixed, prefixed)

    def _range(self, start: Day, end: Day, out: Stream, year_suffix: str) -> None:
        """Append a range: what is common once, what differs twice, parted as the largest part that differs is."""
        shown = {part.name for part in self.parts}
        differing = "day"
        for name in ("day", "month", "year"):
            if name in shown and getattr(start, name) != getattr(end, name):
                differing = name
        order = ("year", "month", "day")
        if all(getattr(start, name) == getattr(end, name) for name in shown):
            self._run(self.parts, start, out, year_suffix)
            return
        twice = set(order[order.index(differing) :])
        if not start.day and not end.day:
            twice.discard("day")
        seasons = start.month > SEASONS_BEHIND or end.month > SEASONS_BEHIND
        if start.month == end.month and (seasons or not start.month):  # the season is that of all the years
            twice.discard("month")
        places = [place for place, part in enumerate(self.parts) if part.name in twice]
        first, last = places[0], places[-1]
        delimiter = next(part.range_delimiter for part in self.parts if part.name == differing)
        before = len(out)
        self._run(self.parts[:first], start, out)
        if len(out) > before and self.delimiter:
            out.append(self.delimiter)
        self._run(self.parts[first : last + 1], start, out, edge="start")
        out.append(delimiter)
        self._run(self.parts[first : last + 1], end, out, year_suffix, edge="end")
        rest = len(out)
        self._run(self.parts[last + 1 :], end, out, year_suffix)
        if len(out) > rest and self.delimiter:
            out.insert(rest, self.delimiter)


def _overrides(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return what a date-part of a style may change in the locale's.

    Affixes it may not (CSL 1.0.2, "Localized Dates").
    """
    return {name: value for name, value in attributes.items() if name not in ("prefix", "suffix", "name")}
