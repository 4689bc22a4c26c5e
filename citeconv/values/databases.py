"""What databases say of a work in each of their exports: counts with their labels, grants, cited works.

The texts of a cell, tag or field go in, parts of a citation come out, the same whichever format the export has. Scopus
and the Web of Science write lists with semicolons between.
"""

from __future__ import annotations

import re

from citeconv.citation import Chemical, CitationType, Grant, Identifier, Related
from citeconv.values.abstracts import clean
from citeconv.values.authors import cut_at_semicolons
from citeconv.values.forms import letters
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy

WOS_REMARKS: dict[str, str] = {
    "TC": "Times Cited in Web of Science Core Collection", "ZB": "Times Cited in BIOSIS Citation Index",
    "Z8": "Times Cited in Chinese Science Citation Database", "ZR": "Times Cited in Russian Science Citation Index",
    "ZS": "Times Cited in SciELO Citation Index", "ZA": "Times Cited in Arabic Citation Index",
    "Z9": "Total Times Cited", "U1": "Usage Count (Last 180 Days)", "U2": "Usage Count (Since 2013)",
    "HC": "Highly Cited Paper", "HP": "Hot Paper", "OA": "Open Access", "SI": "Special Issue", "DA": "Date of Export",
    "PA": "Publisher Address", "C3": "Affiliations", "FP": "Funding Name Preferred",
}  # fmt: skip
"""What the Web of Science counts or says beside the citation, by its tags: each is a line of the annotation, with this
label (``with_remarks``)."""

WOS_TYPES: dict[str, CitationType] = {
    "J": "article-journal", "B": "book", "S": "chapter", "P": "patent", "C": "paper-conference", "R": "dataset",
}  # fmt: skip
"""CSL's type by the Web of Science's letter for a publication: journal, book, series, patent, conference, and what the
Data Citation Index has."""

PARTS_OF_SERIES = {
    "article": "article-journal", "book chapter": "chapter", "conference paper": "paper-conference",
    "conference review": "paper-conference", "review": "article-journal",
}  # fmt: skip
"""CSL's type by what Scopus calls a part of a book in a series, all of which it exports as RIS's type ``SER``."""

_ELSEWHERE = {
    "pubmed": ("pmid", ""), "medline": ("pmid", ""), "pmid": ("pmid", ""), "embase": ("pui", "L"),
    "cinahl": ("cinahl", ""), "ctgov": ("clinical-trial", ""), "ictrp": ("clinical-trial", ""),
}  # fmt: skip
"""The other databases that the Cochrane Library names, with the kind of their numbers and what begins one."""
KINDS_ELSEWHERE: dict[str, str] = {"pui": "EMBASE", "cinahl": "CINAHL", "clinical-trial": "CTgov"}
"""Kinds of such numbers, the PMID apart, and what the Cochrane Library writes before one."""
_NUMBER = lazy(r"(?=[\w./-]*\d)[\w./-]+")

_GRANT_NUMBERS = lazy(
    r"(?:10\.13039/\d{1,15}-)?(?P<agency>[^()]{2,300}?) ?\((?:Grant Numbers?|Award): ?(?P<numbers>[^()]{1,300})\)", re.I
)
"""``Tide Fund (Grant Number: 7)``, ``10.13039/1-Tide Fund (Award: 7, 8)``."""
_BRACKETS = lazy(r"(?P<agency>[^\[\]]*[^\[\]\s])\s*\[(?P<numbers>[^\[\]]*)\]")
_PARENTHESES = lazy(r"(?P<agency>[^()]{2,300}), \((?P<numbers>[^()]+)\)")
_COLON = lazy(r"(?P<agency>[^:\[\]]{3,300}): (?P<numbers>[^:\[\]]*\d[^:\[\]]*)")
_CAS = lazy(r"(?:, \d{2,7}-\d\d-\d){1,20}\Z")
_ACRONYM = lazy(r"(?=.{2,40}\Z)[^\W\d_]*[A-Z][^\W\d_]*[A-Z][\w/&-]{0,12}")
_COMMA = lazy(r",\s")
_COUNTRIES = frozenset(("PRC", "UAE", "UK", "US", "USA"))
_BETWEEN_BRACKETS = lazy(r";(?=\[[^\]|\[]*\]\|\[)")
_DOI_OF_DIMENSIONS = 7
"""Where among the parts of a work the DOI stands, before the number of the work."""
_OPENALEX = lazy(r"(?:https?://openalex\.org/)?(W\d{4,12})")
_DIGITS_OF_NAMES = 4
"""Digits that the name of a funder may hold, as ``H2020`` does; numbers like ``2016YFC0503603`` have more."""


_PUBMED = lazy(r"pubmed|medline|\bnlm\b|\beurope pmc\b", re.I)
_SHORTEST_TWICE = 6
"""Characters of what nobody means to say twice; places like Walla Walla have a sign between, too."""
_YEAR_TWICE = lazy(r"(\d{4})\1")
_EPRINT = lazy(r"eprint(?:id)?: ?(?P<kind>[A-Za-z]{4,6}):(?P<value>[\w./-]{4,30})")


@remembered(256)
def numbers_by_pmid(database: str) -> bool:
    """Return whether a database numbers its records by PMID; Embase, which holds MEDLINE's as well, does not.

    Args:
        database: Its name; of several (``PubMed; Scopus``, ``crossref|pubmed``) nobody knows whose number it is.
    """
    names = database.replace("|", ";").split(";")
    return all(map(_PUBMED.search, names)) and "embase" not in database.lower()


def with_remarks(annote: str, remarks: list[str]) -> str:
    """Return an annotation with further remarks: ``Cited by: 3; Open Access: Gold``."""
    return "; ".join(filter(None, (annote, *remarks)))


def said_once(text: str) -> str:
    """Return what the Web of Science says of a conference, which it has twice with nothing between in some records.

    Args:
        text: ``North Bay, NORWAYNorth Bay, NORWAY``, ``20192019``.
    """
    half, odd = divmod(len(text), 2)
    twice = not odd and half >= _SHORTEST_TWICE and text[:half] == text[half:]
    return text[:half] if twice or _YEAR_TWICE.fullmatch(text) else text


def electronic_day(text: str) -> tuple[str, str]:
    """Return a date, and that of the publication on the web behind it, which MEDLINE's records have there.

    Args:
        text: ``2008 Dec (Epub 2008 Aug 14)``, of the Web of Science.
    """
    date, sign, day = text.partition("(Epub ")
    return (date.strip(), day.removesuffix(")").strip()) if sign else (text, "")


def number_elsewhere(text: str) -> Identifier | None:
    """Return the number that a work has in another database; None if it is none.

    Args:
        text: ``PUBMED 38407106``, ``PMID: 38407106``, ``EMBASE 643589775``, ``CTgov NCT01234567``, as the Cochrane
            Library has it.
    """
    database, _, number = text.strip().replace(":", " ", 1).partition(" ")
    kind, begin = _ELSEWHERE.get(database.lower(), ("", ""))
    number = number.strip()
    return Identifier(kind=kind, value=f"{begin}{number}") if kind and _NUMBER.fullmatch(number) else None


def eprint_number(text: str) -> Identifier | None:
    """Return the number of a preprint or of software as NASA ADS has it, ``eprint: arXiv:3101.00001``, if a text is
    one."""
    found = _EPRINT.fullmatch(text)
    return Identifier(kind=found["kind"].lower(), value=found["value"]) if found else None


def text_elsewhere(number: Identifier) -> str:
    """Return the text that is read as a number of another database; empty if it is none of those."""
    label = KINDS_ELSEWHERE.get(number.kind, "")
    text = f"{label} {number.value.removeprefix(_ELSEWHERE[label.lower()][1])}" if label else ""
    return text if label and number_elsewhere(text) == number else ""


def read_grants(text: str) -> list[Grant]:
    """Return the grants in a list.

    Args:
        text: ``Fund [12, 34]; Other Fund`` as the Web of Science has it, or Scopus's ``National Fund, NF, (12, 34)``,
            ``National Fund, NF: 12, 34`` and ``National Fund, NF, 12, 34``, or IEEE's ``Fund(grant numbers:12,34)``.
    """
    words = clean(text).replace("\u00a0", " ")  # which Scopus' tables have behind each comma
    return [grant for part in cut_at_semicolons(words) for grant in _of_agency(part)]


def read_chemicals(text: str) -> list[Chemical]:
    """Return the substances in Scopus' list, each before its numbers: ``salt, 7647-14-5; water, 7732-18-5``."""
    found = []
    for part in cut_at_semicolons(clean(text)):
        cas = _CAS.search(part)
        name, number = (part[: cas.start()], cas[0][2:]) if cas else (part, "")
        found.append(Chemical(name=name, registry_number=number))
    return found


def _of_agency(part: str) -> list[Grant]:
    match = (
        _GRANT_NUMBERS.fullmatch(part)
        or _BRACKETS.fullmatch(part)
        or _PARENTHESES.fullmatch(part)
        or _COLON.fullmatch(part)
    )
    agency, numbers = (match["agency"], match["numbers"].split(",")) if match else _numbers_behind(part)
    name, _, acronym = agency.rpartition(", ")
    if name and "[" not in part and acronym not in _COUNTRIES and _ACRONYM.fullmatch(acronym):
        agency = name
    else:
        acronym = ""
    return [Grant(agency=agency, acronym=acronym, number=number.strip()) for number in numbers]


def _numbers_behind(part: str) -> tuple[str, list[str]]:
    """Return an agency and the numbers behind it, which have no blanks; one may stand in the place of the agency."""
    pieces = _COMMA.split(part)
    size = len(pieces)
    while size > 1 and " " not in pieces[size - 1] and any(map(str.isdecimal, pieces[size - 1])):
        size -= 1
    if size == 1 and " " not in pieces[0] and sum(map(str.isdecimal, pieces[0])) > _DIGITS_OF_NAMES:
        size = 0
    return ", ".join(pieces[:size]), pieces[size:] or [""]


def journal_number(text: str, short: str) -> list[Identifier]:
    """Return the name by which the Web of Science knows a journal, unless it says no more than the abbreviation.

    Args:
        text: What it calls ``J9``, the abbreviation in 29 characters.
        short: The abbreviation of the journal; empty if there is none, so that this one serves.
    """
    return [Identifier(kind="isi-journal", value=text)] if short and letters(short) != letters(text) else []


def _dimensions(text: str) -> Related:
    """Return a work that Dimensions cites: ``[Lind, P]|[ur.1]|Tides|2020|1|2|3-9|10.5555/t|pub.1000000000|38``."""
    doi, number = [*text.split("|"), ""][_DOI_OF_DIMENSIONS : _DOI_OF_DIMENSIONS + 2] or ("", "")
    known = (Identifier(kind="dimensions", value=number),) if number.startswith("pub.") else ()
    return Related(kind="cites", citation=clean(text), doi=doi if doi.startswith("10.") else "", identifiers=known)


def read_cited(text: str) -> list[Related]:
    """Return the works in a list of references.

    Args:
        text: One a line, or parted by semicolons: citations, OpenAlex's numbers, or what Dimensions has of each between
            bars, authors in brackets first.
    """
    if text.startswith("[") and "]|[" in text:
        return [_dimensions(part) for part in _BETWEEN_BRACKETS.split(text)]
    found = []
    for line in text.split("|" if "openalex.org/" in text else "\n"):
        for part in cut_at_semicolons(line):
            match = _OPENALEX.fullmatch(part)
            if match:
                found.append(Related(kind="cites", identifiers=(Identifier(kind="openalex", value=match[1]),)))
            else:
                found.append(Related(kind="cites", citation=clean(part)))
    return found
