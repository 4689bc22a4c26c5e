"""Tests of a value's form, for places that may hold either of two things: a year or a volume, a value or none."""

from __future__ import annotations

import re

from citeconv.values.patterns import lazy

YEAR = r"(?:1[5-9]|20)\d\d"
"""A year in which something may have been printed: the source of a pattern."""
PMID, PMCID = r"[1-9]\d{0,8}", r"PMC[1-9]\d*(?:\.\d+)?"
"""NLM's number of an article in PubMed, and in PMC, with its version: the sources of patterns."""
ABSENT = (
    r"(?:NA|<NA>|n\.a\.|NULL|null|None|NaN|nan|undefined|-{1,3}|[\u2013\u2014]"
    r"|(?i:n/a(?:--?n/a)?|<blank>|character\(0\)))"
)
"""What R, Python, databases, publishers and people write where there is nothing: the source of a pattern.

R has ``NA``, and ``character(0)`` for a list, Wiley ``n/a``, EBSCO ``<Blank>``; people are called Na and Nan, have
the initials ``N.A.``, and may call a work *Undefined*.
"""
_ABSENT = lazy(ABSENT)
LONGEST_ABSENT = 12
"""Characters of the longest of them."""
_YEAR = lazy(YEAR)
_SIGNS = lazy(r"[\W_]+")
_ROMAN = lazy(r"[IVX]{1,6}")
_PATENT_CLASS = lazy(r"[A-HY]\d\d[A-Z]\b.*", re.S)

_UNIVERSITY = lazy(
    r"universi|uniwersyt|univerz|университет|університет|üniversite|yliopisto|egyetem|hochschule"
    r"|\bcollege\b|institute of technology|polite[ck]ni|polytechn|大学|大學|学院|學院|대학|جامعة|دانشگاه",
    re.I,
)
_PREPRINTS = lazy(r"(?:(?:\w{1,9}rxiv|ssrn|research square|preprints\.org|osf preprints)\b.*|preprints)", re.I)


def is_year(text: str) -> bool:
    """Return whether a text is a year."""
    return _YEAR.fullmatch(text) is not None


def is_absent(text: str) -> bool:
    """Return whether a text says that there is no value."""
    return len(text) <= LONGEST_ABSENT and _ABSENT.fullmatch(text) is not None


def letters(text: str) -> str:
    """Return the letters and digits of a text, by which it is compared with another, in small letters."""
    return _SIGNS.sub("", text).casefold()


def is_degree(text: str) -> bool:
    """Return whether what may be a volume, ``12`` or ``IV``, is the degree that a thesis is for."""
    return not any(map(str.isdigit, text)) and _ROMAN.fullmatch(text) is None


def is_patent_class(text: str) -> bool:
    """Return whether what may be an edition begins with a class of patents, ``G01F 23/00``."""
    return _PATENT_CLASS.fullmatch(text) is not None


def names_preprint_server(text: str) -> bool:
    """Return whether what may be a journal is a server of preprints: ``bioRxiv : the preprint server for biology``."""
    return _PREPRINTS.fullmatch(text) is not None


def names_university(text: str) -> bool:
    """Return whether a text names a university, which may be told with one of its departments."""
    return _UNIVERSITY.search(text) is not None
