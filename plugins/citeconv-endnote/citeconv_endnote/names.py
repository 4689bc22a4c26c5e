"""Names as EndNote has them: ``Family, Given, Suffix``, a group with a comma behind it, or ``Given Family``.

One name as text goes in, a ``Name`` comes out, and back. EndNote's own rules: a trailing comma marks a group, a double
comma is a comma within its name, and a name without a comma begins with the given names. Other programs write
groups without the comma, so that what no person is called is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from citeconv import Name
from citeconv.values.authors import name_key
from citeconv.values.catalogued import are_catalogued
from citeconv.values.memo import remembered
from citeconv.values.names import (
    CHINESE_GROUP,
    GROUP_WORD,
    UPPER,
    inverted_name,
    names_on_a_line,
    natural_name,
    short_name,
    spaced,
)
from citeconv.values.patterns import lazy

_NO_PERSON = lazy(r"\b(?:and|for|of|on|the)\b|[&\d/():;]", re.I)
_INITIALS = lazy(rf"(?:[{UPPER}]\.? ?-?)+|(?:[{UPPER}][a-z]?\. ?-?)+")
_APART = lazy(rf"[{UPPER}](?:-[{UPPER}])?(?: [{UPPER}](?:-[{UPPER}])?)*")
_LETTER = lazy(rf"[{UPPER}]")
_PERSON_AND_COMMA = lazy(r"[^\W\d][^\W\d_’' -]{0,30}(?:[’' -][^\W\d_]{1,30}){0,2}, ?[^\W\d_]{1,20}[.]?,")
"""``Lind, P.,`` and ``Lind, Per,``, which end as groups do; the comma within a group's name is a double one."""
_CHINESE = lazy(r"[\u4e00-\u9fff]")
_SEMICOLONS = lazy(r"[;\uff1b]")
_WITH_PLACE = lazy(r"[^,()]{3,200} \([^()]{2,60},[^()]{2,60}\)\.?")
"""``Tide Institute (Bergen, Norway)``, a group of a catalogue."""
_MOST_INITIALS, _MOST_BESIDE_CAPITALS = 4, 3
"""Letters that are initials, and those beside a family name in capitals."""
_LONGEST_PERSON = 5
"""Words in the longest name that is taken for a person's."""


@remembered()
def read_names(text: str) -> tuple[Name, ...]:
    """Return the people in a name field in which other programs put several; a comma at the end marks one group."""
    if text.endswith(",") or ",," in text:
        return (_read(text),)
    return tuple(map(_read, names_on_a_line(text)))


def _read(text: str) -> Name:
    if "," not in text:
        return _without_comma(text)
    if text.endswith((")", ").")) and _WITH_PLACE.fullmatch(text):
        return Name(literal=text)
    if text.endswith(",") and _PERSON_AND_COMMA.fullmatch(text) and not GROUP_WORD.search(text):
        text = text[:-1]
    if text.endswith(",") or ",," in text:
        return Name(literal=text.rstrip(" ,").replace(",,", ", ").replace(",  ", ", "))
    name = inverted_name(text)
    given = _initials(name.given, name.family)
    return name if given == name.given else Name(family=name.family, given=given, suffix=name.suffix)


def _without_comma(text: str) -> Name:
    words = text.count(" ") + 1
    if CHINESE_GROUP.search(text):
        return Name(literal=text)
    if words == 1:
        return Name(family=text)
    if words > _LONGEST_PERSON or GROUP_WORD.search(text) or _NO_PERSON.search(text):
        return Name(literal=text)
    name = short_name(text, doubtful=False) or natural_name(text)
    return Name(family=name.family, given=_initials(name.given, name.family), suffix=name.suffix)


def _initials(given: str, family: str) -> str:
    """Return given names; if they are initials, apart and without full stops. Names in capitals are no initials."""
    if not _INITIALS.fullmatch(given):
        return given
    if "." not in given:
        longest = max(map(len, given.replace("-", " ").split()))
        return spaced(given) if longest <= (_MOST_BESIDE_CAPITALS if family.isupper() else _MOST_INITIALS) else given
    return " ".join(given.replace(".-", "-").replace(". -", "-").replace(".", " ").split())


def write_name(name: Name) -> str:
    """Return a name as EndNote has it, initials with full stops."""
    if not name.family:
        literal = name.literal or name.given
        return f"{literal.replace(', ', ',,')}," if literal else ""
    family, given = name.family, name.given
    if not given and not name.suffix:
        return family if " " not in family and "," not in family else f"{family},"
    return ", ".join(filter(None, (family, _dotted(given) or given, name.suffix)))


def written(name: Name) -> tuple[str, bool]:
    """Return a name that has plain parts only as text, and whether it is read again as it was."""
    plain = not (name.suffix or name.literal)
    if plain and name.family.isalpha() and (initials := _dotted(name.given)):  # as most are
        return f"{name.family}, {initials}", True
    return _odd(name)


@remembered()
def _dotted(given: str) -> str:
    """Return initials that stand apart with full stops; nothing if given names are anything else."""
    return _LETTER.sub(lambda letter: f"{letter[0]}.", given) if _APART.fullmatch(given) else ""


@remembered()
def _odd(name: Name) -> tuple[str, bool]:
    """Do what ``written`` does for any name."""
    text = " ".join(write_name(name).split())
    return text, text != "" and not are_catalogued(text) and read_names(text) == (name,)


def addresses_on(line: str) -> list[str]:
    """Return the addresses on a line, which semicolons part in Chinese databases."""
    if line.isascii() or _CHINESE.search(line) is None:
        return [line]
    return list(filter(None, map(str.strip, _SEMICOLONS.split(line))))


def addresses_of(names: Sequence[Name], addresses: Iterable[str]) -> list[list[str]]:
    """Return the addresses of each author.

    One that begins with a name (Embase: ``P. Lind, University``) is that author's. All others are the first author's,
    for EndNote does not say whose they are.
    """
    owners: dict[str, int] = {}
    for place, name in enumerate(names):
        initials = "".join(part[:1] for part in name.given.replace(".", " ").replace("-", " ").split())
        if initials and name.family:
            owners.setdefault(name_key(f"{initials}{name.family}".replace("-", "")), place)
    found: list[list[str]] = [[] for _ in names]
    for address in addresses:
        found[owners.get(name_key(address.partition(",")[0].replace("-", "")), 0)].append(address)
    return found
