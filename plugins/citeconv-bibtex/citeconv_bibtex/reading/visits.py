"""Days of access that people write into a note, for lack of a field: a note goes in, a date comes out.

Wikipedia proposes ``[Online; accessed 16-Dec-2023]``, theses have ``Zugriff am 12.01.18``. In English, nothing tells
whether ``3/4/2020`` is in March or in April; in the other languages here, and with full stops, the day comes first.
"""

from __future__ import annotations

import re

from citeconv import Date
from citeconv.values.dates import parse_day
from citeconv.values.local_dates import LOCAL_MONTHS
from citeconv.values.patterns import lazy

_ENGLISH = r"(?:last |date |page )?(?:accessed|access|visited|checked|retrieved|viewed)(?: online)?(?: on)?"
_OTHERS = (
    r"(?:zuletzt |letzter )?(?:aufgerufen|abgerufen|zugegriffen|besucht|aufruf|abruf|zugriff|besuch)(?: am)?"
    r"|acess?ad[oa](?: em| a)?|acesso(?: em| a)?|consultad[oa](?: el| em| en)?|accedido(?: el)?|visitado(?: el| em)?"
    r"|último acceso|consultée? le|visitée? le|consultato(?: il)?|visitato(?: il)?|ultimo accesso|accesso(?: il)?"
    r"|(?:data )?dostępu?|erişim(?: tarihi)?|geraadpleegd op|hämtad|besökt|lest|дата обращения|дата звернення"
)
_VISIT = lazy(
    rf"[\[(]?(?:(?:online|on-line|web ?page|web ?site|internet|url) ?[;,:.]? )?(?:(?P<english>{_ENGLISH})|{_OTHERS})"
    r" ?[:,]? (?P<date>\w.{4,24}?)\.?[\])]?",
    re.I,
)
"""``[Online; accessed 4-May-2020]``, ``zuletzt besucht am 4.5.2020``."""
_NUMBERS = lazy(r"(\d{1,2})([./-])(\d{1,2})\2 ?(20\d\d|\d\d)")
_YEAR_FIRST = lazy(r"(20\d\d)[-/.](\d\d?)[-/.](\d\d?)")
_DAY_FIRST = lazy(r"(\d{1,2})(?:st|nd|rd|th|\.|º)?[ -](?:de |of )?([^\W\d_]{3,12})\.?,?[ -](?:de )?(20\d\d)")


def looked_up(note: str) -> Date | None:
    """Return when an address was looked up, if a note says that and nothing else."""
    visit = _VISIT.fullmatch(note)
    if visit is None:
        return None
    if day_in_english := parse_day(visit["date"]):
        return day_in_english
    year, month, day = _parts(visit["date"], visit["english"] is not None)
    year += 2000 if 0 < year < 100 else 0
    return Date(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _parts(date: str, english: bool) -> tuple[int, int, int]:
    """Return year, month and day, 0 for what is not told."""
    if match := _YEAR_FIRST.fullmatch(date):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(date):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if second > 12:
            return year, first, second
        return year, 0 if english and match[2] != "." and first <= 12 else second, first
    if match := _DAY_FIRST.fullmatch(date):
        return int(match[3]), LOCAL_MONTHS.get(match[2].lower(), 0), int(match[1])
    return 0, 0, 0
