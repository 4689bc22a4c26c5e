"""Substances, grants and the steps of a history as MEDLINE spells them, in both directions.

A value as it stands behind its tag goes in, a part of a citation comes out, and back. Tables that people make of what
they fetched have the same spellings in their cells.
"""

from __future__ import annotations

import re

from citeconv.citation import Chemical, Date, Event, Grant
from citeconv.values.memo import Memo, remembered
from citeconv.values.patterns import lazy

_PLAIN_DATE = lazy(r"(\d{4})(\d\d)(\d\d)")
_EVENT = lazy(r"(\d{4})(?:/(\d\d)(?:/(\d\d)(?: (\d\d:\d\d))?)?)?(?: \[([^\]]+)\])?")
COUNTRIES = frozenset(
    "Argentina|Australia|Austria|Bangladesh|Belgium|Brazil|Bulgaria|Canada|Chile|China|Colombia|Croatia|Cuba|Cyprus"
    "|Czech Republic|Czechia|Denmark|Egypt|England|Estonia|Ethiopia|Finland|France|Germany|Ghana|Greece|Hong Kong"
    "|Hungary|Iceland|India|Indonesia|International|Iran|Ireland|Israel|Italy|Japan|Kenya|Korea (South)|Latvia"
    "|Lebanon|Lithuania|Luxembourg|Malaysia|Malta|Mexico|Morocco|Nepal|Netherlands|New Zealand|Nigeria|Norway"
    "|Pakistan|Peru|Philippines|Poland|Portugal|Qatar|Republic of Korea|Romania|Russia|Russia (Federation)"
    "|Saudi Arabia|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovenia|South Africa|South Korea|Spain|Sri Lanka"
    "|Sweden|Switzerland|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Uganda|Ukraine|United Arab Emirates|United Kingdom"
    "|United States|Uruguay|Venezuela|Vietnam|Wales|Zambia|Zimbabwe".split("|")
)
"""Where NLM says that an agency is; what else stands last in a grant is the agency."""
_DIGIT = lazy(r"\d")
_ACRONYM = lazy(r"[A-Z]{2}|Im?NIH")


def read_chemical(text: str) -> Chemical:
    """Return the substance in ``EC 2.7.11.1 (Name)``."""
    number, opening, name = text.partition(" (")
    if opening and name.endswith(")"):
        return Chemical(name=name[:-1], registry_number=number)
    return Chemical(name="", registry_number=text)


def write_chemical(chemical: Chemical) -> str:
    """Return a substance; one whose number is not known has the number 0."""
    return f"{chemical.registry_number or '0'} ({chemical.name})" if chemical.name else chemical.registry_number


def read_grant(text: str) -> Grant:
    """Return the grant in ``number/acronym/agency/country``; only the agency is always there.

    A country that NLM does not know has no slash either: ``18K07151/Japan Society for the Promotion of Science``.
    The number may hold slashes.
    """
    if "/" not in text:
        return Grant(number=text) if _DIGIT.search(text) else Grant(agency=text)
    before, _, country = text.rpartition("/")
    if country and country not in COUNTRIES:
        before, country = text, ""
    number, _, agency = before.rpartition("/")
    number, slash, acronym = number.rpartition("/")
    if not slash or not _ACRONYM.fullmatch(acronym):
        number, acronym = f"{number}{slash}{acronym}", ""
    return Grant(number=number, acronym=acronym, agency=agency, country=country)


def write_grant(grant: Grant) -> str:
    """Return a grant."""
    return "/".join([*filter(None, (grant.number, grant.acronym)), grant.agency, grant.country])


@remembered(20_000)
def read_plain_date(text: str) -> Date | None:
    """Return the date in ``20160113``."""
    found = _PLAIN_DATE.fullmatch(text)
    return _date(found) if found else None


def write_plain_date(date: Date) -> str:
    """Return ``20160113``; empty if the date is not so precise."""
    whole = date.year and date.month and date.day and not date.end and not date.literal
    return f"{date.year:04}{date.month:02}{date.day:02}" if whole else ""


def read_event(text: str, kind: str = "") -> Event | None:
    """Return the step of the history in ``2016/01/13 06:00 [received]``.

    Args:
        text: The value.
        kind: What it is, where the tag says so and not the value.
    """
    found = _EVENT.fullmatch(text)
    if found is None or bool(found[5]) == bool(kind):
        return None
    date = _date(found)
    return Event(kind=kind or found[5], date=date, time=found[4] or "") if date else None


def _date(found: re.Match[str]) -> Date | None:
    """Return the date in the first three groups; None if there is no such month or day."""
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    return Date(year=year, month=month, day=day) if month <= 12 and day <= 31 else None


def write_event(event: Event, kind: str = "") -> str:
    """Return a step of the history, with its kind in brackets if it is given; empty if it cannot be written."""
    text = _event_times[event]
    return f"{text} [{kind}]" if kind and text else text


def _event_time(event: Event) -> str:
    date = event.date
    if not date.year or date.end or date.literal or date.season:
        return ""
    text = f"{date.year:04}" + f"/{date.month:02}" * bool(date.month) + f"/{date.day:02}" * bool(date.day)
    return text + f" {event.time}" * bool(event.time)


_event_times: Memo[Event, str] = Memo(_event_time, 20_000)
