"""Names of CSL-JSON into parts: particles taken out of family and given names, suffixes, scripts, initials."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

PARTICLES = re.compile(
    r"((?:(?:[^\W\d_A-ZÀ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽ][^\W\d_]*[\s]+)|(?:(?:d|l|al|el|dell|dall|nell|sull|’t|'t)[’'-]\s?))+)(?=\S)"
)
GIVEN_PARTICLES = re.compile(r"\s+((?:[^\W\d_A-ZÀ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽ][^\W\d_]*['’]?\s*)+)\Z")
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
ROMANESQUE = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ԯḀ-ỿ\u0600-\u06ff\u0590-\u05ff]")
SUFFIX = re.compile(r",\s*")


class Person(NamedTuple):
    """A name in parts; ``literal`` stands alone. ``joined`` names are East Asian: family first, no blank."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    joined: bool = False


def read(value: Any) -> tuple[Person, ...]:
    """Return the names of a variable; what is no name is left out."""
    if not isinstance(value, (list, tuple)):
        return ()
    people = [_person(name) for name in value if isinstance(name, Mapping)]
    return tuple([person for person in people if person is not None])


def _text(name: Mapping[str, Any], key: str) -> str:
    value = name.get(key)
    return str(value).strip() if value else ""


def _person(name: Mapping[str, Any]) -> Person | None:
    literal = _text(name, "literal")
    if literal:
        return Person(literal=_curled(literal))
    family, given = _text(name, "family"), _text(name, "given")
    dropping, non_dropping = _text(name, "dropping-particle"), _text(name, "non-dropping-particle")
    suffix = _text(name, "suffix")
    if not family and not given:
        return None
    if not family:
        return Person(literal=_curled(given))
    if EAST_ASIAN.search(family + given) and not ROMANESQUE.search(family + given):
        return Person(family, given, joined=True)
    if family[0] == '"' and family[-1] == '"' and len(family) > 2:
        family = family[1:-1]
    elif not non_dropping and not dropping:
        match = PARTICLES.match(family)
        if match:
            non_dropping, family = match[1].rstrip(" "), family[match.end() :]
    if not dropping and given and " " in given:
        match = GIVEN_PARTICLES.search(given)
        if match:
            dropping, given = match[1].strip(), given[: match.start()]
    if not suffix and "," in given:
        given, _, suffix = (part.strip() for part in given.partition(","))
    comma = bool(name.get("comma-suffix")) or suffix.startswith("!")
    return Person(_curled(family), _curled(given), _curled(dropping), _curled(non_dropping), suffix.lstrip("! "), comma)


def _curled(text: str) -> str:
    return text.replace("'", "’") if "'" in text else text


def initials(given: str, mark: str, hyphens: bool, names: bool) -> str:
    """Return given names as initials with ``mark`` behind each.

    ``hyphens`` keeps the hyphen of compound names; without ``names`` only initials are set anew, names in full stay
    (CSL's ``initialize="false"``).
    """
    if not given:
        return ""
    if not ROMANESQUE.search(given):
        return given
    words = re.split(r"[\s\u00a0]+|(?<=\.)(?=[^\s-])", given.strip())
    out = ""
    for word in words:
        if not word:
            continue
        out = _with_word(out, word, mark, hyphens, names)
    return out.strip()


def _with_word(out: str, word: str, mark: str, hyphens: bool, names: bool) -> str:
    bare = word.rstrip(".")
    if bare and bare[0].islower() and word[-1] != ".":
        return f"{out.rstrip()} {word} "
    is_initial = len(bare) == 1 or (word[-1] == "." and len(bare) < 2)
    if not names and not is_initial:
        if bare.isupper() and len(bare) > 1 and "-" not in bare:
            return f"{out}{word} " if not out or out[-1] == " " else f"{out} {word} "
        return f"{out} {word} " if out and out[-1] != " " else f"{out}{word} "
    parts = [part for part in bare.split("-") if part]
    pieces = []
    for place, part in enumerate(parts):
        if place and part[0].islower():
            continue
        if place and hyphens:
            pieces.append("-")
        pieces.append(_initial(part, mark))
        if place < len(parts) - 1 and hyphens:
            pieces[-1] = pieces[-1].rstrip()
    return out + "".join(pieces)


def _initial(word: str, mark: str) -> str:
    if word.isupper() and 1 < len(word) <= 3:
        return mark.join(word) + mark
    return f"{word[0].upper()}{mark}"
