"""Dates as people and databases write them in other languages than English: ``5 марта 2021 г.``, ``2021年3月``.

Text goes in, a ``Date`` comes out, or nothing where a word is no month of any of these languages, or is one month in
one of them and another in the next (``listopad``). Years of Japanese eras are counted on.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from citeconv.citation import Date
from citeconv.values.dates import MONTHS, calendar_date, parse_date, parse_dotted
from citeconv.values.forms import YEAR, is_year
from citeconv.values.patterns import lazy

_NAMES = """
januar jänner janvier janv enero gennaio gen janeiro januari leden ledna styczeń stycznia január ianuarie ocak tammikuu
  tammikuuta gener январь января янв січень січня януари јануар ιανουάριος ιανουαρίου tháng1 sausis siječanj siječnja
  sausio janvāris jaanuar janúar xaneiro
februar feber février fevrier févr fév febrero febbraio fevereiro fev februari únor února luty lutego február februarie
  şubat subat helmikuu helmikuuta febrer февраль февраля фев лютий лютого февруари фебруар φεβρουάριος φεβρουαρίου
  veljača veljače vasaris vasario februāris veebruar febrúar febreiro pebruari
märz maerz mrz mär mars marzo março maart mrt březen března marzec marca március marec martie mart maaliskuu maaliskuuta
  març marts maret mac март марта мар березень березня μάρτιος μαρτίου ožujak ožujka kovas kovo märts
avril avr abril aprile duben dubna kwiecień kwietnia április apríl aprilie nisan huhtikuu huhtikuuta апрель апреля апр
  квітень квітня април απρίλιος απριλίου travanj travnja balandis balandžio aprīlis aprill
mayo maggio mag maio mei květen května maj maja május mayıs mayis toukokuu toukokuuta maig май мая травень травня мај
  μάιος μαΐου svibanj svibnja gegužė gegužės maijs maí
juni juin junio giugno giu junho červen června czerwiec czerwca június jún iunie haziran kesäkuu kesäkuuta juny июнь
  июня июн червень червня юни јун ιούνιος ιουνίου lipanj lipnja junij birželis birželio jūnijs juuni júní xuño
juli juillet juil julio luglio lug julho červenec července lipiec lipca július júl iulie temmuz heinäkuu heinäkuuta
  juliol июль июля июл липень липня юли јул ιούλιος ιουλίου srpanj srpnja julij liepa liepos jūlijs juuli júlí xullo
  julai
août aout agosto augustus srpen srpna sierpień sierpnia augusztus august ağustos agustos elokuu elokuuta augusti agost
  ogos avgust август августа авг серпень серпня αύγουστος αυγούστου kolovoz kolovoza rugpjūtis rugpjūčio augusts ágúst
septembre septiembre settembre set setembro září wrzesień września szeptember septembrie eylül eylul syyskuu syyskuuta
  setembre сентябрь сентября сен сент вересень вересня септември септембар σεπτέμβριος σεπτεμβρίου rujan rujna septembar
  septembra rugsėjis rugsėjo septembris
oktober octobre octubre ottobre ott outubro out říjen října październik października október octombrie ekim lokakuu
  lokakuuta октябрь октября окт жовтень жовтня октомври октобар οκτώβριος οκτωβρίου oktobar oktobra spalis spalio
  oktobris oktoober
novembre noviembre novembro listopadu noviembrie noiembrie kasım kasim marraskuu marraskuuta nopember ноябрь ноября ноя
  нояб ноември новембар νοέμβριος νοεμβρίου studeni studenoga studenog novembar novembra lapkritis lapkričio novembris
  nóvember
dezember décembre decembre déc diciembre dicembre dezembro prosinec prosince grudzień grudnia decembrie aralık aralik
  joulukuu joulukuuta desember desembre disember декабрь декабря дек грудень грудня декември децембар δεκέμβριος
  δεκεμβρίου prosinac prosinca decembar decembra gruodis gruodžio decembris detsember decembro
"""
"""A month a line, or what follows it two blanks further in."""
_LINES = _NAMES.strip().replace("\n  ", " ").split("\n")
LOCAL_MONTHS = MONTHS | {name: number for number, names in enumerate(_LINES, 1) for name in names.split()}
"""Names of months in small letters, in English and these languages."""
LOCAL_SEASONS = {
    name: number
    for number, names in enumerate(
        (
            "frühjahr frühling printemps primavera lente wiosna jaro весна весны våren kevät ilkbahar 春",
            "sommer été verano estate verão zomer lato léto лето sommaren kesä yaz 夏",
            "herbst automne otoño autunno outono herfst jesień podzim осень hösten syksy sonbahar 秋",
            "winter hiver invierno inverno zima зима vintern talvi kış 冬",
        ),
        1,
    )
    for name in names.split()
}
_BETWEEN = frozenset("de del do da di d den le il er of г год года р року г. y и та e et und i ve dan".split())
"""Words between the parts of a date and behind it, which say nothing more."""
_TOKENS = lazy(r"[^\W\d_]+|\d+")
_DASH = lazy("[-\u2013]")
_DAYS = lazy(r"(?<!\d)\d\d?\.? ?[-\u2013] ?\d\d?(?!\d)")
_SIGNS = lazy(r"[\w\s.,/\u2013º°'-]{6,60}")
_EAST_ASIAN = lazy(
    r"(?P<era>明治|大正|昭和|平成|令和)? ?(?P<year>\d{1,4}|元) ?[年년]"
    r"(?: ?(?P<month>\d\d?) ?[月월](?: ?(?P<day>\d\d?) ?[日일])?)?"
)
"""``2020年5月4日``, ``令和2年5月``."""
_ERA = lazy(r"(?P<era>明治|大正|昭和|平成|令和) ?(?P<year>\d{1,2})(?:[.](?P<month>\d\d?)(?:[.](?P<day>\d\d?))?)?")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first one of each."""
_YEAR_FIRST = lazy(rf"(?P<year>{YEAR})\. ?(?P<month>\d\d?)(?:\. ?(?P<day>\d\d?))?\.?")
_YEAR_DIGITS = 4
_REPEATED = lazy(rf"(?P<year>{YEAR}),? (?P<rest>[A-Za-z][^\n]{{2,40}}?),? (?P=year)")
_DAY_OF_WEEK = "(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?"
_WEEKDAY = lazy(rf"{_DAY_OF_WEEK}[.,]{{0,2}} | {_DAY_OF_WEEK}\Z", re.I)
_ORDINAL = lazy(r"(?<=\d)(?:st|nd|rd|th)\b", re.I)
_ABOUT = lazy(rf"(?:ca?\.|ca|circa|approx\.?|about) ?(?P<about>{YEAR})|(?P<perhaps>{YEAR}) ?\?", re.I)
_ROMAN = lazy(rf"(?P<day>\d\d?)(?P<sign>[-./ ]) ?(?P<month>[IVX]{{1,4}}|[ivx]{{1,4}})(?P=sign) ?(?P<year>{YEAR})")
_ROMAN_MONTHS = {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_DIGITS = lazy(
    rf"(?P<y1>{YEAR})([ /-])(?P<m1>\d\d?)\2(?P<d1>\d\d?)|(?P<m2>\d\d?(?=[-/.])|0\d|1[0-2])[-/. ](?P<y2>{YEAR})"
)
_IEEE = lazy(
    r"\A(?:(?P<day>\d\d?) (?P<month>[A-Z][a-z]{2,8})\.?(?P=day),? "
    r"|1 [A-Z][a-z]{4,5}quarter,\s?(?P<of_quarter>[A-Za-z]{3,9})\.? "
    r"|1 (?P<months>[A-Z][a-z]{2,8}\.? ?- ?[A-Z][a-z]{2,8})\.? )(?P<year>\d{4})\Z"
)
_MONTHS = lazy(rf"(?P<year>{YEAR}) (?P<first>0[1-9]|1[0-2])(?:[-/\u2013](?P<last>0[1-9]|1[0-2]))?")


def parse_loose(text: str) -> Date | None:
    """Return the date in a text with more around it than it needs, or with numbers alone; None if it has none.

    Args:
        text: ``2014 Sep 2014`` (ProQuest), ``Friday, September 12, 2014``, ``September 12 2014 Fri``, ``January 1st,
            2014``, ``ca. 2014``, ``2014-9-2``, ``2014/09/02``, ``09/2014``, ``9-2014``, ``09 2014``, ``2014 09``,
            ``2014 09-10``, ``18-V-2020``, and IEEE's ``15 Aug.15, 2024``, ``1 Secondquarter,june 2021`` and ``1
            Sept.-Oct. 2023``, where 1 is no day.
    """
    if match := _ABOUT.fullmatch(text):
        return Date(year=int(match["about"] or match["perhaps"]), circa=True)
    if match := _DIGITS.fullmatch(text):
        return calendar_date(match["y1"] or match["y2"], match["m1"] or match["m2"], match["d1"] or 0)
    if match := _ROMAN.fullmatch(text):
        return calendar_date(match["year"], _ROMAN_MONTHS.get(match["month"].lower(), 0), match["day"])
    if match := _MONTHS.fullmatch(text):
        first, last = int(match["first"]), int(match["last"] or 0)
        end = Date(year=int(match["year"]), month=last) if last else None
        return Date(year=int(match["year"]), month=first, end=end) if not last or first < last else None
    bare = _IEEE.sub(_without_day, _ORDINAL.sub("", _WEEKDAY.sub("", text, count=1)), count=1)
    if match := _REPEATED.fullmatch(bare):
        bare = f"{match['year']} {match['rest']}"
    if bare == text:
        return None
    date = parse_date(bare)
    return None if date.literal or not date.year else date


def _without_day(match: re.Match[str]) -> str:
    """Return IEEE's date without what it has before the month, or between that and the day once more."""
    months = match["months"] or match["of_quarter"] or f"{match['month']} {match['day']}"
    return f"{match['year']} {months.replace('.', '')}"


def parse_local(text: str) -> Date | None:
    """Return the date in a text; None if it is none that can be read without a guess.

    Args:
        text: ``15. März 2021``, ``1er mars 2021``, ``4.-6. März 2021``, ``28 mars - 2 avril 2021``,
            ``enero-marzo de 2021``, ``2021年3月5日``, ``平成13年``, ``2001.5``.
    """
    if text[:1].isdecimal() and (date := parse_dotted(text)):
        return date
    if match := _YEAR_FIRST.fullmatch(text) or _EAST_ASIAN.fullmatch(text) or _ERA.fullmatch(text):
        parts = match.groupdict()
        number = 1 if parts["year"] == "元" else int(parts["year"])
        year = _ERAS.get(parts.get("era") or "", 0) + number
        return calendar_date(year, parts["month"] or 0, parts["day"] or 0) if is_year(str(year)) else None
    return _in_words(text) if _SIGNS.fullmatch(text) else None


def _in_words(text: str) -> Date | None:
    """Return the date in words and numbers, of which each is known."""
    every = _TOKENS.findall(text.lower())
    words = [word for word in every if word not in _BETWEEN]
    years = [word for word in words if word.isdecimal() and len(word) == _YEAR_DIGITS]
    days = [int(word) for word in words if word.isdecimal() and len(word) < _YEAR_DIGITS]
    named = [word for word in words if not word.isdecimal()]
    known = len(years) + len(days) + len(named) == len(words)  # no number is longer
    if not known or len(years) != 1 or not is_year(years[0]) or len(every) == 1:
        return None
    year = int(years[0])
    if len(days) == len(named) == 2:
        return _from_day_to_day(text, years[0])
    if len(days) == 2 and len(named) == 1 and 0 < days[0] < days[1] and _DAYS.search(text):
        first, last = (calendar_date(year, LOCAL_MONTHS.get(named[0], 0), day) for day in days)
        return replace(first, end=last) if first and last else None
    if len(days) > 1 or (days and _DASH.search(text)):
        return None
    if not named:
        return calendar_date(year, 0, sum(days))  # a day of 0 is none: "0, 2017" (ProQuest)
    if len(named) == 1 and named[0] in LOCAL_SEASONS and not days:
        return Date(year=year, season=LOCAL_SEASONS[named[0]])
    months = [LOCAL_MONTHS.get(word, 0) for word in named]
    if len(months) == 1 or days:
        return calendar_date(year, months[0], sum(days)) if len(months) == 1 and months[0] else None
    return _range(year, *months) if len(months) == 2 and 0 < months[0] < months[1] else None


def _from_day_to_day(text: str, year: str) -> Date | None:
    """Return the days from one in a month to one in another; None if the text is anything else."""
    pieces = _DASH.split(text.replace(year, ""))
    if len(pieces) != 2:
        return None
    first, last = (_in_words(f"{piece} {year}") for piece in pieces)
    if not (first and last and first.day and last.day):
        return None
    return replace(first, end=last) if (first.month, first.day) < (last.month, last.day) else None


def _range(year: int, first: int, last: int) -> Date:
    return Date(year=year, month=first, end=Date(year=year, month=last))
