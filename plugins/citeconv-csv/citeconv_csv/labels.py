"""Numbers with a word that says what they are, as people and databases of many countries write them in a cell.

The text of a cell goes in, the number comes out: ``Vol. 12``, ``№ 3``, ``第12卷``, ``S. 33-41``, ``33-41页``.
"""

from __future__ import annotations

import re

from citeconv.values.patterns import lazy

_BEFORE_NUMBER = lazy(
    r"(?:vol(?:ume|umen)?|bd|band|jg|jahrgang|tome?|том|cilt|rocznik|roč|ročník|no|nr|núm|num|number|número|numéro|issue|iss"
    r"|heft|вып|выпуск|номер|sayı|číslo|zeszyt)\b\.? ?(?=\d)|(?:[tcnhsčztт]\.|[n№][º°]?(?![a-zа-я])|n\.[º°]) ?(?=\d)",
    re.I,
)
_EAST_ASIAN = lazy(r"[第제]? ?(\d{1,4}) ?[卷巻期号號輯辑册冊集권호집]")
_NUMBER = lazy(r"\d[\w ()/.-]{0,30}")
_BEFORE_PAGES = lazy(r"\A(?:(?:pp|p|pages?|págs?|стр|str|sid|hal|hlm|σσ|ss)\.? ?|[sсσ]\. ?|第)(?=\d{1,5}(?!\w))", re.I)
_BEHIND_PAGES = lazy(
    r"(?<=\d) ?(?:(?:с|s|p|pp|стр|str|σ)\.|[页頁쪽면]|ページ)?(?: ?\(\d{1,4} ?(?:p|pp|pages?|쪽|页|頁)\.?\))?\Z", re.I
)


def bare_number(cell: str) -> str:
    """Return the number of a volume or an issue without the word before or behind it; any other text as it is."""
    text = cell.strip()
    if text.isdecimal():
        return text
    if match := _EAST_ASIAN.fullmatch(text):
        return match[1]
    match = _BEFORE_NUMBER.match(text)
    return text[match.end() :] if match and _NUMBER.fullmatch(text, match.end()) else cell


def bare_pages(text: str) -> str:
    """Return pages without a word for them before or behind."""
    if not text.isascii() or not text.replace("-", "").isdecimal():
        text = _BEHIND_PAGES.sub("", _BEFORE_PAGES.sub("", text, count=1), count=1)
    return text
