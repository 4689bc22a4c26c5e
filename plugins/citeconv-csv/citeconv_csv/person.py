"""One name of a cell, in whatever form: ``Lind, Per``, ``Lind P``, ``Per Lind``, ``P.A., Lind``, ``{Shelf Group}``.

A piece of a list goes in, a person or a group comes out, with the number that stands beside it.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Identifier, Name
from citeconv.values.names import (
    A_SUFFIX,
    GROUP_WORD,
    HOMONYM,
    UPPER,
    initials_first,
    inverted_name,
    natural_name,
    short_name,
)
from citeconv.values.patterns import lazy

_FIRST = lazy(rf"[{UPPER}][a-z]?\.[ -]?")
_INITIAL_LAST = lazy(rf"[^\W\d_]{{2,40}} [{UPPER}]\.\Z")
_INITIALS_FIRST = lazy(rf"[{UPPER}]{{1,3}} [{UPPER}][a-z]\Z")
"""``TW Um``, where the family name might be taken for initials; one in capitals is hardly ever as short."""
_BRACED = lazy(r"\{([^{}\"':]{1,300})\}?")
"""A group as BibTeX has it."""
_FAMILY_BRACED = lazy(r"(?P<given>[^{},]{1,80}) \{(?P<family>[^{}\"',:]{1,100})\}")
"""``Ana {Roe Diaz}``, whose braces say where the family name begins."""
_PART_BRACED = lazy(r"\{([^{}\"':]{1,100})\}")
"""A part of a name that BibTeX keeps together."""
SUFFIX = lazy(rf"{A_SUFFIX}\.?|[JS]R\.")
"""What stands behind a name and is no person."""
_LONGEST_SUFFIX = 3
_NUMBERS_BEHIND = lazy(
    r"(?P<name>[^\[\]]{2,200}?) ?\[(?P<numbers>[a-z]{3,8}:[^\s\[\]]{3,60}(?: [a-z]{3,8}:[^\s\[\]]{3,60}){0,5})\]"
)
"""OpenCitations' numbers of a person: ``Lind, Per [orcid:0000-0002-1825-0097 omid:ra/061]``."""
_SCOPUS = lazy(r"(?P<name>[^()]{2,200}?) \((?P<number>\d{10,11})\)")
"""A name in full with Scopus's number of its author: ``Lind, Per (57192345678)``."""
_BEFORE_NAME = lazy(r"\A(?:null |[,;]? ?(?:and|&) |, ?)(?=[^\s,])")
"""What stands before a name and is none: the Lens's word where there is no given name, what parts it from others."""
_BEGINS = frozenset("n,;a&")
_INITIALS_BEFORE = lazy(
    rf"(?P<initials>(?:[{UPPER}]\.[ -]?){{1,4}}), (?P<family>[^\W\d_][^,.]{{1,60}})"
    r"(?:, (?P<given>[^\W\d_][^,]{1,60}))?"
)
"""``P.A., Lind, Per Arne`` (Scopus since 2025), ``P.A., Lind``."""
_MIDDLE = lazy(rf"[{UPPER}]\.?|[{UPPER}][^\W\d_{UPPER}]{{2,20}}(?<!Esq)")
"""What stands behind a second comma and is a given name: ``Lind, Per, V`` (Web of Science), ``Roe, Ana, Maria``."""


def person(text: str, doubtful: bool = True) -> Name:
    """Return one name: with a comma, with initials behind, or in its natural order; else a group.

    Args:
        text: The name.
        doubtful: Whether a word like ``Yu`` behind another is taken for initials.
    """
    if numbered := _with_number_behind(text, doubtful):
        return numbered
    text = _BEFORE_NAME.sub("", text, count=1) if text[:1] in _BEGINS else text
    if "{" in text:
        if braced := _in_braces(text):
            return braced
        text = _PART_BRACED.sub(r"\1", text)
    if "," in text:
        return _with_comma(text)
    if " " not in text or GROUP_WORD.search(text):
        return (initials_first(text) if text[1:2] == "." else None) or Name(literal=text)
    return short_person(text, doubtful) or natural_name(text)


def _with_number_behind(text: str, doubtful: bool) -> Name | None:
    """Return a name with the number of OpenCitations, Scopus or DBLP behind it; None if there is none.

    Arguments as for ``person``.
    """
    if text.endswith("]") and (numbers := _NUMBERS_BEHIND.fullmatch(text)):
        return _with_numbers(person(numbers["name"], doubtful), numbers["numbers"])
    if text[-1:] == ")" and (numbered := _SCOPUS.fullmatch(text)):
        number = Identifier(kind="scopus", value=numbered["number"])
        return replace(person(numbered["name"], doubtful), identifiers=(number,))
    if "0" in text and (numbered := HOMONYM.search(text)):
        name = person(text[: numbered.start()], doubtful=False)
        return replace(name, identifiers=(Identifier(kind="dblp", value=text),)) if name.family else Name(literal=text)
    return None


def _in_braces(text: str) -> Name | None:
    """Return a group or a family name that is in BibTeX's braces; None if there is neither."""
    if braced := _BRACED.fullmatch(text):
        return Name(literal=braced[1].strip())
    if parted := _FAMILY_BRACED.fullmatch(text):
        return Name(family=parted["family"].strip(), given=parted["given"])
    return None


def _with_comma(text: str) -> Name:
    """Return a name with a comma in it, in front of given names, a suffix, or the family name."""
    turned = _INITIALS_BEFORE.fullmatch(text) if text[1:2] == "." else None
    if turned and (turned["given"] or text)[0] == text[0]:
        return Name(family=turned["family"], given=turned["given"] or turned["initials"])
    words, _, last = text.rpartition(",")
    last = last.strip()
    if "," in words and _MIDDLE.fullmatch(last) and not SUFFIX.fullmatch(last):
        return inverted_name(f"{words} {last}")
    short = short_person(words) if len(last) <= _LONGEST_SUFFIX and SUFFIX.fullmatch(last) else None
    return replace(short, suffix=last) if short else inverted_name(text)


def is_numbered(text: str) -> bool:
    """Return whether a text is one name with numbers behind it: those of OpenCitations, or Scopus's."""
    return (_NUMBERS_BEHIND.fullmatch(text) or _SCOPUS.fullmatch(text)) is not None


def _with_numbers(name: Name, numbers: str) -> Name:
    """Return a name with the ORCID and the other numbers in a list."""
    told = [number.partition(":")[::2] for number in numbers.split(" ")]
    orcid = next((value for kind, value in told if kind == "orcid"), "")
    others = tuple([Identifier(kind=kind, value=value) for kind, value in told if value != orcid])
    return replace(name, orcid=orcid, identifiers=others)


def short_person(text: str, doubtful: bool = True) -> Name | None:
    """Return the person in ``Lind P``, or ``V. Lind P.`` as Scopus has some; none in ``P. Lind`` or ``TW Um``.

    Args:
        text: The name.
        doubtful: Whether a word like ``Yu`` behind another is taken for initials.
    """
    if (_FIRST.match(text) and not _INITIAL_LAST.search(text)) or _INITIALS_FIRST.match(text):
        return None
    return short_name(text, doubtful)
