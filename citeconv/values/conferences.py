"""Tells titles of conferences, proceedings and series apart by their words, where a format does not."""

from __future__ import annotations

import re

from citeconv.citation import Date
from citeconv.values.dates import parse_days
from citeconv.values.patterns import lazy

_CONFERENCE = lazy(r"\b(?:conferences?|symposi(?:um|a)|workshops?|congress|colloquium|meeting|convention)\b", re.I)
_SERIES = lazy(
    r"\b(?:lecture notes|notes in|\w{0,20}series|\w{0,20}briefs?"
    r"|(?:advances|communications|studies|topics|progress|trends) in"
    r"|schriften\w{0,20}|\w{0,20}reihe|monographs?|beitr\u00e4ge|contemporary|library|collection"
    r"|(?:conference|workshop) proceedings|proceedings? (?:series|volumes))\b",
    re.I,
)
"""Words that titles of series have."""
_WORD = lazy(r"[A-Za-z]?[a-z]*")
_TOLD = lazy(r"(?P<what>conference (?:name|of|location|date)):? +(?P<value>\S.*)", re.I)
"""How Scopus tells of a conference; with *of*, where it did so without a colon, stands the name."""
_NO_NAME = lazy(r"(?:publisher copyright|copyright|cited by|export date|funding|\u00a9).*", re.I)
_DAYS = lazy(r"(\d\d)-(\d\d)-(\d{4}) [Tt]hrough (\d\d)-(\d\d)-(\d{4})")


def is_proceedings(title: str) -> bool:
    """Return whether a title says that it is one of proceedings, and not the name of a conference."""
    return "proceedings" in title.lower()


def may_be_proceedings(text: str) -> bool:
    """Return whether a text may be the title of proceedings; ``internal``, as users mark papers, is none."""
    return _WORD.fullmatch(text) is None


def names_conference(text: str) -> bool:
    """Return whether a text is the name of a conference, by a word that is in the name of nothing else."""
    return _CONFERENCE.search(text) is not None


def names_series(title: str) -> bool:
    """Return whether a title may be that of a series, and not of a book or of the proceedings of one conference."""
    return "proceedings of" not in title.lower() and _SERIES.search(title) is not None


def conference_in(note: str) -> tuple[str, str, Date | None]:
    """Return name, place and days of the conference of which a note tells; nothing for what it does not.

    Scopus has a label for each, portals with Elsevier's Pure have the name in front of the days: ``18th Tide Days, TIDE
    2019 ; Conference date: 03-06-2019 Through 05-06-2019``.
    """
    if "onference" not in note:
        return "", "", None
    name = place = before = ""
    days = None
    for part in map(str.strip, note.split(";")):
        told = _TOLD.fullmatch(part)
        what = told["what"].lower().partition(" ")[2] if told else ""
        if told and what in ("name", "of"):
            name = told["value"]
        elif told and what == "location":
            place = told["value"]
        elif told:
            days = _days(told["value"])
            name = name or ("" if _NO_NAME.fullmatch(before) else before)
        before = part
    return (name, place, days) if days or place else ("", "", None)


def _days(value: str) -> Date | None:
    if match := _DAYS.fullmatch(value):
        day, month, year, last_day, last_month, last_year = match.groups()
        value = f"{year}-{month}-{day} to {last_year}-{last_month}-{last_day}"
    return parse_days(value.replace(" Through ", " through "))
