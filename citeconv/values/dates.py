"""Dates as PubMed prints them (``2021 Dec``, ``2016 Oct-Dec``, ``1998 Dec 30-1999 Jan 2``, ``2016 Summer``), and EDTF.

The grammar of ``parse_date`` is NLM's, with the misspellings that occur; text goes in, a ``Date`` comes out. What
cannot be read keeps its wording in ``literal`` beside the year. ``parse_edtf`` reads ``2021-12``, as BibLaTeX, CSL and
the web have it. ``range_in_words`` and ``edtf_point`` are the way back.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from citeconv.citation import Date
from citeconv.values.forms import YEAR
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene",
            "feb february",
            "mar march",
            "apr april abr",
            "may mai",
            "jun june",
            "jul july",
            "aug august ago",
            "sep sept september",
            "oct october okt",
            "nov november",
            "dec december dic dez",
        ),
        1,
    )
    for name in names.split()
}
SEASONS = {
    "spring": 1, "spr": 1, "summer": 2, "sum": 2, "fall": 3, "fal": 3, "autumn": 3, "aut": 3, "winter": 4, "win": 4,
}  # fmt: skip
"""By names in small letters, also as the Web of Science cuts them short."""
MONTH_NAMES = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As NLM prints them, by number."""
SEASON_NAMES = ("", "Spring", "Summer", "Autumn", "Winter")
"""By number."""
AMERICAN_SEASONS = ("", "Spring", "Summer", "Fall", "Winter")
"""The same as MEDLINE and EndNote have them."""
_EDTF_SEASONS = 20
_SHORTEST_MONTH = 28
_FEBRUARY = 2
_MONTHS_OF_30_DAYS = frozenset((4, 6, 9, 11))


def _point_pattern(end: int) -> str:
    """Return the source of a pattern for one end of a range."""
    return rf"(?:(?P<y{end}>{YEAR})\b)?[ ,]{{0,9}}(?:(?P<m{end}>[A-Za-z]{{3,9}})\.?)?[ ]{{0,9}}(?P<d{end}>\d{{1,2}})?"


_RANGE = lazy(_point_pattern(1) + r"(?: ?[-/&\u2013] ?" + _point_pattern(2) + r")?\.?")
_LONGEST_DATE = 100
"""More characters than any date has."""
_YEAR_LAST = lazy(rf"(?P<part>[A-Za-z]{{3,9}}(?:\.? ?[-/&\u2013] ?[A-Za-z]{{3,9}})?\.?),? (?P<year>{YEAR})")
_YEAR = lazy(rf"(?<!\d){YEAR}(?!\d)")
_JOINED = (
    (lazy(rf"({YEAR})[-/]([A-Za-z]{{3,9}})(?:[-/](\d\d?))?"), (1, 2, 3)),
    (lazy(rf"(?:(\d\d?)[-/])?([A-Za-z]{{3,9}})[-/ ]({YEAR})"), (3, 2, 1)),
)
"""One day or month whose parts are joined (``2016-Apr-05``, ``05-Apr-2016``, ``2016/april``), and their order."""
_EDTF = lazy(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d?)(?:-(?:00(?=\d\d))?(?P<day>\d\d?)"
    r"(?:(?:T\d\d:?\d\d| \d\d?:\d\d)(?::?\d\d(?:[.,]\d{1,9})?)?(?: ?(?:UTC|GMT|Z|[+-]\d\d(?::?\d\d)?))?)?)?)?"
    r"(?:T?Z)?(?P<circa>[?~%])?"
)
"""A point in time of EDTF, ``2020-05``, ``2020~``, or of ISO 8601, whose hour is passed over: ``2020-05-04T12:00Z``.

Zotero and Better BibTeX may have put noughts before the day, ``2020-05-0004``.
"""
_TO = "(?: ?[-\u2013] ?|(?i: to | through ))"
_ORDINAL = r"(?:\.|st|nd|rd|th)?"
_DAYS = lazy(
    rf"(?P<d1>\d\d?){_ORDINAL}(?: (?P<m1>[A-Za-z]{{3,9}})\.?,?(?: (?P<y1>\d{{4}}))?)?{_TO}"
    rf"(?P<d2>\d\d?){_ORDINAL} (?P<m2>[A-Za-z]{{3,9}})\.?,? (?P<y2>\d{{4}})"
)
"""``8-10 Jan. 2026``, ``30 July 2019 through 2 August 2019``."""
_DOTTED = lazy(
    r"(?:(?P<d1>\d\d?)\.(?: ?(?P<m1>\d\d?)\.)?(?: ?(?P<y1>\d{4}))? ?[-\u2013] ?)?"
    r"(?P<d2>\d\d?)\. ?(?P<m2>\d\d?)\. ?(?P<y2>\d{4})"
)
_DIGITS_TO_DIGITS = lazy(r"(?P<first>\d{4}-\d\d-\d\d) to (?P<last>\d{4}-\d\d-\d\d)")
_MONTH_FIRST = lazy(
    rf"(?P<m1>[A-Za-z]{{3,9}})\.? (?P<d1>\d\d?)(?:,? (?P<y1>\d{{4}}))?{_TO}"
    r"(?:(?P<m2>[A-Za-z]{3,9})\.? )?(?P<d2>\d\d?),? (?P<y2>\d{4})"
)
"""``JUL 30-AUG 02, 2019``."""
_DIGITS = lazy(rf"({YEAR})(0[1-9]|1[0-2])([0-2]\d|3[01])")
_NUMBERS = lazy(rf"(?P<first>\d\d?)(?P<sign>[-/ ])(?P<second>\d\d?)(?P=sign)(?P<year>{YEAR})")
_YEAR_FIRST = lazy(
    r"(?P<year>\d{4})(?:[-/.](?P<month>\d\d?)(?:[-/.](?P<day>\d\d?))?-?)?[/.]{0,2}(?:[T ]\d\d:[\d:.]{2,9}Z?)?"
)
"""A hyphen behind the year alone leaves its end open, and is none of these."""
_DASHES = ("\u2013", "-")


@remembered(4096)
def parse_date(text: str) -> Date:
    """Return the date in a text, as coarse as it is.

    Args:
        text: NLM's form: year, then month or season, then day; ranges of each. One day or month may be joined, too.
    """
    text = " ".join(text.split())
    if text[:4].isdecimal() and text[:5] == text[5:10]:  # 2022 2022 DEC 31
        text = text[5:]
    if text.endswith(_DASHES) and not text[:-1].rstrip().endswith(_DASHES):  # 2024 Jan–
        first = parse_date(text[:-1])
        if first.year and not (first.literal or first.end):
            return replace(first, end=Date())
    if len(text) < _LONGEST_DATE and (date := _joined(text) or _point_or_range(text) or _of_others(text)):
        return date
    year = _YEAR.search(text)
    return Date(year=int(year[0]) if year else 0, literal=text)


def _joined(text: str) -> Date | None:
    """Return the day or month in a text of the forms of ``_JOINED``; None if it is anything else."""
    if "-" not in text and "/" not in text:
        return None
    for form, order in _JOINED:
        if match := form.fullmatch(text):
            year, word, day = (match[group] for group in order)
            return _point(year, word, day)
    return None


def _point_or_range(text: str) -> Date | None:
    """Return the date or the range in NLM's form; None if the text is anything else."""
    match = _RANGE.fullmatch(_YEAR_LAST.sub(r"\g<year> \g<part>", text) if text[:1].isalpha() else text)
    start = _point(match["y1"], match["m1"], match["d1"]) if match and match["y1"] else None
    if match is None or start is None:
        return None
    if match.lastgroup and not match.lastgroup.endswith("2"):
        return start
    until = _end(match, start)
    return replace(start, end=until) if until and until != start else until


def _of_others(text: str) -> Date | None:
    """Return the date in a form of other languages and databases; None if the text is anything else."""
    from citeconv.values.local_dates import parse_local, parse_loose

    iso = parse_edtf(text)
    if iso and iso.year > 0 and not iso.season:  # 2021-22 may be two years, and -1999 no year before Christ
        return iso
    return parse_local(text) or parse_loose(text) or _of_sole_order(text) or parse_digits(text) or parse_days(text)


def _point(year: str, word: str | None, day: str | None) -> Date | None:
    """Return one end of a range; None if the word is neither month nor season."""
    if not word:
        return None if day else Date(year=int(year))
    lower = word.lower()
    if lower in MONTHS:
        number = int(day or 0)
        return Date(year=int(year), month=MONTHS[lower], day=number) if number <= 31 else None
    if lower in SEASONS and not day:
        return Date(year=int(year), season=SEASONS[lower])
    return None


def _end(match: re.Match[str], start: Date) -> Date | None:
    """Return the end of a range, which may leave out what it shares with the start."""
    year, word, day = match["y2"] or str(start.year), match["m2"], match["d2"]
    if not word and day and not match["y2"]:  # 2002 Aug 12-26
        if not start.day or int(day) > 31:
            return None
        return Date(year=start.year, month=start.month, day=int(day))
    return _point(year, word, day)


def parse_days(text: str) -> Date | None:
    """Return the days of a meeting; None if the text is anything else.

    Args:
        text: ``8-10 Jan. 2026``, ``8.-10. May 2026``, ``30 July 2019 through 2 August 2019``,
            ``JUL 30-AUG 02, 2019``: the year stands last; or ``2019-07-30 to 2019-08-02``.
    """
    match = _DAYS.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if match is None:
        return _range_in_digits(text)
    year, first, last = match["y2"], match["m1"] or match["m2"], match["m2"] or match["m1"]
    turned = MONTHS.get(first.lower(), 0) > MONTHS.get(last.lower(), 0)  # 30 Dec-2 Jan 2021
    begun = match["y1"] or str(int(year) - turned)
    date = parse_date(f"{begun} {first} {match['d1']}-{year} {last} {match['d2']}")
    return None if date.literal else date


def _range_in_digits(text: str) -> Date | None:
    match = _DIGITS_TO_DIGITS.fullmatch(text)
    first, last = (_edtf_point(match["first"]), _edtf_point(match["last"])) if match else (None, None)
    return replace(first, end=last) if first and last else None


def parse_dotted(text: str) -> Date | None:
    """Return the day, or the days, in numbers with full stops, where the day stands first; None if it is no such text.

    Args:
        text: ``15.9.2014``, ``15.-17.09.2014``, ``28. 9. - 2. 10. 2014``.
    """
    match = _DOTTED.fullmatch(text)
    if match is None:
        return None
    end = calendar_date(match["y2"], match["m2"], match["d2"])
    if not match["d1"] or end is None:
        return end
    start = calendar_date(match["y1"] or match["y2"], match["m1"] or match["m2"], match["d1"])
    return start and replace(start, end=end)


def _of_sole_order(text: str) -> Date | None:
    """Return the day in numbers with signs between, the year last, if day and month can be told apart; else None.

    Args:
        text: ``20/02/2019``, ``02/20/2019``, ``20-2-2019``, ``20 2 2019``, ``2/2/2019``; ``3/2/2019`` may be two days.
    """
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    first, second, year = match["first"], match["second"], match["year"]
    if int(first) > 12 or first.lstrip("0") == second.lstrip("0"):
        return calendar_date(year, second, first)
    return calendar_date(year, first, second) if int(second) > 12 else None


def parse_numbers(text: str) -> Date | None:
    """Return the date in numbers; None if the text is anything else.

    Args:
        text: ``2015/3``, ``2015.03.12``, the year first, from a format in which ``2015/10`` is a month, not two years.
    """
    match = _YEAR_FIRST.fullmatch(text)
    return calendar_date(match["year"], match["month"] or 0, match["day"] or 0) if match else None


def calendar_date(year: str | int, month: str | int, day: str | int) -> Date | None:
    """Return the date of a year, a month and a day, each 0 where it is not told; None if there is none."""
    year, month, day = int(year), int(month), int(day)
    return Date(year=year, month=month, day=day) if month <= 12 and day <= 31 and (month or not day) else None


def contains(coarse: Date, date: Date) -> bool:
    """Return whether a date says no more than another one does: ``2015`` beside ``2015 Apr 2``."""
    if coarse.end or coarse.season or coarse.literal or coarse.year != date.year:
        return False
    return coarse.month in (0, date.month) and coarse.day in (0, date.day)


def parse_edtf(text: str) -> Date | None:
    """Return the date in an EDTF or ISO 8601 string, level 0 and the parts of level 1 that a ``Date`` can hold.

    Args:
        text: ``2021``, ``2021-12``, ``2021-12-05T06:00:00Z``, a season (``2021-21`` is spring), a range (``2020/2021``,
            open as ``2020/`` or ``2020/..``, in the draft that BibLaTeX 3.5 had ``2020/open`` or ``2020/unknown``),
            each with ``?``, ``~`` or ``%`` for "circa"; the ``2020/ed`` of Cambridge's pages. None if it is anything
            else.
    """
    first, slash, last = text.strip().partition("/")
    start = _edtf_point(first)
    if start is None or not slash or last == "ed":
        return start
    end = Date() if last in ("", "..", "open", "unknown") else _edtf_point(last)
    if end is None:
        return None
    return replace(start, circa=start.circa or end.circa, end=end)


def parse_digits(text: str) -> Date | None:
    """Return the day in ``20210128``, or the month in ``20210100``; None if it is anything else."""
    match = _DIGITS.fullmatch(text)
    return Date(year=int(match[1]), month=int(match[2]), day=int(match[3])) if match else None


def _edtf_point(text: str) -> Date | None:
    match = _EDTF.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
    circa = bool(match["circa"])
    if 21 <= month <= 24 and not day:
        return Date(year=year, season=month - _EDTF_SEASONS, circa=circa)
    date = calendar_date(year, month, day)
    return replace(date, circa=circa) if date and circa else date


def in_words(date: Date, seasons: tuple[str, ...] = SEASON_NAMES) -> str:
    """Return a date without its end as NLM prints it, ``2021 Dec 15`` or ``2016 Summer``, but for what is no date.

    Args:
        date: The date.
        seasons: Their names, ``AMERICAN_SEASONS`` in MEDLINE.
    """
    month = MONTH_NAMES[date.month] if 1 <= date.month <= 12 else ""
    season = seasons[date.season] if 1 <= date.season <= 4 else ""
    return " ".join([str(part) for part in (date.year, month or season, month and date.day) if part])


def range_in_words(date: Date, dash: str = "-", seasons: tuple[str, ...] = SEASON_NAMES) -> str:
    """Return a date with its end as NLM prints it: ``2002 Aug 12-26``, ``2021 Jan-Feb``, ``1998 Dec-1999 Jan``.

    Args:
        date: One without an end is printed alone, one with an open end with the dash behind it.
        dash: What stands between.
        seasons: As for ``in_words``.
    """
    start, end = in_words(date, seasons), date.end
    if end is None:
        return start
    if end.year == date.year and (end.month or end.season):
        days = date.day and end.day and (end.month, end.season) == (date.month, date.season)
        return f"{start}{dash}{end.day if days else in_words(replace(end, year=0), seasons)}"
    return f"{start}{dash}{in_words(end, seasons)}"


def is_coarser(date: Date, other: Date) -> bool:
    """Return whether a date says less than another, and nothing else."""
    return date != other and date in (replace(other, day=0), replace(other, month=0, day=0))


def in_calendar(date: Date) -> Date:
    """Return a date without days that its month has not: PubMed prints ``2015 Nov 31`` where a publisher sent it."""
    end = in_calendar(date.end) if date.end is not None else None
    has_day = date.day <= _SHORTEST_MONTH or date.day <= _days_of(date.year, date.month)
    return date if has_day and end == date.end else replace(date, day=date.day if has_day else 0, end=end)


def _days_of(year: int, month: int) -> int:
    """Return how many days a month has; as many as any if it is none."""
    if month == _FEBRUARY and year:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in _MONTHS_OF_30_DAYS else 31


def edtf_point(date: Date) -> str:
    """Return a date without its end in EDTF, ``2021-12-15`` or ``2016-22``; empty without a year of four digits."""
    if not 0 < date.year < 10_000:
        return ""
    if 1 <= date.month <= 12:
        month = f"{date.year:04}-{date.month:02}"
        return f"{month}-{date.day:02}" if 1 <= date.day <= 31 else month
    return f"{date.year:04}-{_EDTF_SEASONS + date.season}" if 1 <= date.season <= 4 else f"{date.year:04}"
