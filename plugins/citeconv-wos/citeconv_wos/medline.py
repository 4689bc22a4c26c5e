"""What the records of MEDLINE have in the Web of Science's text: full stops between items, slashes within them. ::

    MH Aged. Dementia / *immunology; physiopathology. *Yoga
    CN 0 / Sea Salts. 7647-14-5 / Sodium Chloride
    GI AG-1 / NIA NIH HHS
    NO Comment in: Brine. 2010 May;24(4):529-30 / PMID: 90000001.

The text of a tag goes in, the values of its field come out, and what is none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from citeconv import Chemical, Grant, Qualifier, Subject
from citeconv.values.authors import cut_at_semicolons
from citeconv.values.notices import RELATION, read_relation
from citeconv.values.patterns import lazy

_BETWEEN_RELATIONS = lazy(rf"\.\s+(?={RELATION}: )")
_RELATED = lazy(rf"(?P<kind>{RELATION}): (?P<citation>\S.*?)(?: / PMID: (?P<pmid>\d{{1,8}}))?")

Values = tuple[list[Any], list[str]]
"""Values of a field, and what is none."""


def subjects(text: str) -> Values:
    """Return headings of MeSH with their qualifiers; stars are with those that matter most."""
    found = []
    for item in _items(text):
        term, _, rest = item.partition(" / ")
        names = cut_at_semicolons(rest)
        qualifiers = tuple([Qualifier(term=name.removeprefix("*"), major=name[0] == "*") for name in names])
        found.append(Subject(term=term.removeprefix("*"), major=term[0] == "*", qualifiers=qualifiers))
    return found, []


def chemicals(text: str) -> Values:
    """Return substances with their registry numbers."""
    pairs, rest = _pairs(text)
    return [Chemical(name=name, registry_number=number) for number, name in pairs], rest


def grants(text: str) -> Values:
    """Return grants, each a number and an agency."""
    pairs, rest = _pairs(text)
    return [Grant(number=number, agency=agency) for number, agency in pairs], rest


def related(text: str) -> Values:
    """Return comments and corrections."""
    found: list[Any] = []
    rest = []
    for item in filter(None, [item.strip(" .") for item in _BETWEEN_RELATIONS.split(text)]):
        match = _RELATED.fullmatch(item)
        if match and (notice := read_relation(match["kind"], match["citation"], match["pmid"] or "")):
            found.append(notice)
        else:
            rest.append(item)
    return found, rest


def _items(text: str) -> list[str]:
    return [item for each in text.strip(" .").split(". ") if (item := each.strip())]


def _pairs(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what stands before and behind the slash of each item; one without a slash goes on with that before."""
    pairs: list[tuple[str, str]] = []
    rest = []
    for item in _items(text):
        first, slash, last = f" {item}".partition(" / ")  # some have nothing before it
        if slash:
            pairs.append((first.strip(), last.strip()))
        elif pairs:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}. {item}")
        else:
            rest.append(item)
    return pairs, rest


FIELDS: dict[str, tuple[str, Callable[[str], Values]]] = {
    "MH": ("subjects", subjects), "CN": ("chemicals", chemicals), "GI": ("grants", grants), "NO": ("related", related),
}  # fmt: skip
"""The field of each tag, and its function."""
