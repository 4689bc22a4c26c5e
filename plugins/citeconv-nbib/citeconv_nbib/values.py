"""Values that MEDLINE spells its own way, each in both directions: keywords, databanks, dates, abstracts.

A value as it stands behind its tag goes in, a part of a citation comes out, and back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from citeconv import (
    Abstract,
    AbstractSection,
    Databank,
    Date,
    Issn,
    Keyword,
)
from citeconv.values.abstracts import sections_in_line
from citeconv.values.dates import AMERICAN_SEASONS, range_in_words
from citeconv.values.languages import language_code, marc_code
from citeconv.values.memo import remembered
from citeconv.values.nlm import OTHER_ABSTRACTS
from citeconv.values.patterns import lazy
from citeconv_nbib.mapping import ISSN_KINDS

_ISSN = lazy(r"(\S+) \((Print|Electronic|Linking)\)")
_ISSN_NAMES = {kind: name for name, kind in ISSN_KINDS.items()}
_ABSTRACT_KIND = lazy(rf"({'|'.join(OTHER_ABSTRACTS.values())}): ")
_ABSTRACT_KINDS = {name: kind for kind, name in OTHER_ABSTRACTS.items()}


# -- keywords


def read_keywords(lines: Sequence[tuple[str, str]]) -> tuple[Keyword, ...]:
    """Return the keywords in ``OT``, each with the owner in the ``OTO`` before it."""
    owner, found = "", []
    for tag, value in lines:
        if tag == "OTO":
            owner = value
        else:
            major = value[0] == "*" and len(value) > 1
            found.append(Keyword(text=value[1:].lstrip() if major else value, owner=owner, major=major))
    return tuple(found)


def write_keywords(keywords: Sequence[Keyword]) -> list[tuple[str, str]]:
    """Return the lines for keywords."""
    lines, owner = [], ""
    for keyword in keywords:
        if keyword.owner != owner:
            owner = keyword.owner
            lines.append(("OTO", owner))
        lines.append(("OT", f"*{keyword.text}" if keyword.major else keyword.text))
    return lines


# -- databanks, journals


def read_databanks(values: Sequence[str]) -> tuple[Databank, ...]:
    """Return the databanks in ``Databank/accession``; what stands together in one databank is one."""
    banks: dict[int, tuple[str, list[str]]] = {}
    for value in values:
        name, slash, accession = value.partition("/")
        if not banks or banks[len(banks)][0] != name or not slash:
            banks[len(banks) + 1] = (name, [])
        if slash:
            banks[len(banks)][1].append(accession)
    return tuple([Databank(name=name, accession_numbers=tuple(numbers)) for name, numbers in banks.values()])


def write_databanks(databanks: Sequence[Databank]) -> list[str]:
    """Return a value for each accession number."""
    return [
        f"{bank.name}/{number}" if number else bank.name
        for bank in databanks
        for number in bank.accession_numbers or ("",)
    ]


def read_issn(text: str) -> Issn:
    """Return the ISSN in ``1234-5679 (Print)``."""
    found = _ISSN.fullmatch(text)
    kinds: dict[str, Any] = ISSN_KINDS
    return Issn(value=found[1], kind=kinds[found[2]]) if found else Issn(value=text)


def write_issn(issn: Issn) -> str:
    """Return an ISSN with its kind."""
    return f"{issn.value} ({_ISSN_NAMES[issn.kind]})" if issn.kind else issn.value


# -- dates


@remembered(20_000)
def write_date(date: Date | None) -> str:
    """Return a date as ``DP`` has it: ``2016 Jan 13``, ``1998 Dec-1999 Jan``, ``2002 Aug 12-26``."""
    if date is None:
        return ""
    return date.literal or range_in_words(date, seasons=AMERICAN_SEASONS)


# -- texts


def write_sections(sections: Sequence[AbstractSection]) -> str:
    """Return an abstract as one text."""
    texts = [f"{s.label}: {' '.join(s.paragraphs)}" if s.label else " ".join(s.paragraphs) for s in sections]
    return " ".join(texts)


def read_other_abstracts(lines: Sequence[tuple[str, str]]) -> tuple[Abstract, ...]:
    """Return further abstracts, each with the language and the copyright that follow it."""
    found: list[dict[str, Any]] = []
    for tag, value in lines:
        if tag == "OAB":
            kind = _ABSTRACT_KIND.match(value)
            sections = sections_in_line(value[kind.end() :] if kind else value)
            found.append({"kind": _ABSTRACT_KINDS[kind[1]] if kind else "", "sections": sections})
        elif found:
            found[-1]["language" if tag == "OABL" else "copyright"] = language_code(value) if tag == "OABL" else value
    return tuple([Abstract(**fields) for fields in found])


def write_other_abstracts(abstracts: Sequence[Abstract]) -> list[tuple[str, str]]:
    """Return the lines for further abstracts."""
    lines = []
    for abstract in abstracts:
        name = OTHER_ABSTRACTS.get(abstract.kind, "")
        lines.append(
            ("OAB", f"{name}: {write_sections(abstract.sections)}" if name else write_sections(abstract.sections))
        )
        lines.append(("OABL", marc_code(abstract.language)))
        lines.append(("OCI", abstract.copyright))
    return lines
