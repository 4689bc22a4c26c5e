"""Values that PubMed's XML spells its own way: texts, dates, headings, other articles.

An element as lxml makes it goes in, a part of a citation comes out. Dates repeat from record to record and are
remembered. Nothing here knows of the record as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from citeconv import AbstractSection, Date
from citeconv.values.dates import MONTHS, SEASONS, parse_date
from citeconv.values.markup import from_element, unescape
from citeconv.values.memo import remembered
from citeconv.values.orcids import ADDRESS
from citeconv.values.patterns import lazy

_ORCID = lazy(rf"(?:{ADDRESS})?(\d{{4}})-?(\d{{4}})-?(\d{{4}})-?(\d{{3}}[\dXx])/?")
_WEB_ADDRESS = lazy(r"https?://[^/]{1,60}/(?:institut[a-z]{1,6}/)?(.+)")
_DATE = ("Year", "Month", "Day", "Season", "MedlineDate", "Hour", "Minute", "Second")
_NO_LABEL = "UNLABELLED"
_BETWEEN = "\0"
"""What stands in no XML."""


def text_of(element: Any) -> str:
    """Return the text of an element, its markup as citeconv's tags, on one line.

    Some of NLM's texts are escaped twice (``&amp;lt;``); they are read as they were meant.
    """
    text: str | None = element.text
    if text is None:
        if not len(element):
            return ""
        text = from_element(element)
    elif len(element):
        text = from_element(element)
    elif text.isalnum():
        return text
    elif "\n" in text or "  " in text or "\t" in text:
        text = from_element(element)
    return (unescape(text) if "&" in text else text).strip(" ")


def parts_of(element: Any) -> dict[str, str]:
    """Return the texts of the children of an element, by their names, with the blanks around them."""
    return _by_name([(child.tag, child.text) for child in element[:]])


def _by_name(texts: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Return texts by their names, those of the same name together, of which there should be one."""
    found: dict[str, str] = {}
    for name, text in texts:
        found[name] = f"{found[name]}; {text or ''}" if name in found else text or ""
    return found


def date_of(element: Any) -> tuple[Date | None, str]:
    """Return a date and its time of the day (``06:00``), both as coarse as they are given; None if there is no year."""
    given = [part for child in element[:] for part in (child.tag, child.text or "")]
    return _date(_BETWEEN.join(given or ("MedlineDate", element.text or "")))


@remembered(20_000)
def _date(given: str) -> tuple[Date | None, str]:
    """Return a date and its time, given the names and the texts of its parts by turns, in one text for the memory."""
    each = given.split(_BETWEEN)
    parts = _by_name(zip(each[::2], each[1::2], strict=True))
    year, month, day, season, wording, *clock = [parts.get(name, "").strip() for name in _DATE]
    time = ":".join([part.zfill(2) for part in clock if part])
    number = int(month[:9]) if month.isdecimal() else MONTHS.get(month.rstrip(".").lower(), 0)
    plain = len(year) == 4 and year.isdecimal() and not wording
    if plain and 0 <= number <= 12 and bool(number) == bool(month) and (not day or (number and day.isdecimal())):
        if not season and int(day[:9] or 0) <= 31:
            return Date(year=int(year), month=number, day=int(day or 0)), time
        if season.lower() in SEASONS and not month:
            return Date(year=int(year), season=SEASONS[season.lower()]), time
    text = " ".join(filter(None, (year if year not in wording else "", wording, season, month, day)))
    return parse_date(text) if text else None, time


def section_of(element: Any) -> AbstractSection | None:
    """Return a part of an abstract; None if it is empty. ``UNLABELLED`` is no label."""
    text, label = text_of(element), element.get("Label", "").strip().removesuffix(":")
    if label == _NO_LABEL:
        label = ""
    if not text and not label:
        return None
    return AbstractSection(label=label, category=element.get("NlmCategory", ""), paragraphs=(text,) if text else ())


def orcid_of(text: str) -> str:
    """Return the bare ORCID (``0000-0002-…``) in any of the forms that occur; empty if it is none."""
    found = _ORCID.fullmatch(text)
    return "-".join(found.groups()).upper() if found else ""


def bare_identifier(text: str) -> str:
    """Return the identifier of an institution without the web address that it may have before it."""
    found = _WEB_ADDRESS.fullmatch(text)
    return found[1] if found else text
