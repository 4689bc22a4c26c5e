"""Names of CSL-JSON into parts: particles taken out of family and given names, suffixes, scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy

ELISION = lazy(r"(?:d|l|al|el|dell|dall|nell|sull|[’']t)[’'-]\s?")
APOSTROPHES = "’'"
TIED_ELISIONS = frozenset(("’ ", "' "))
EAST_ASIAN = lazy(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
ROMANESQUE = lazy(r"[A-Za-zÀ-ɏͰ-ϿЀ-ԯḀ-ỿ\u0600-\u06ff\u0590-\u05ff]")
STARTS_SPACED = lazy(r"[&A-Za-zÀ-ſͰ-ϿЀ-ԯ\u0590-\u05d4\u05d6-\u06ff\u0e01-\u0e5bȘ-țḀ-ỿ\u1f00-\u1fff]")
"""What begins with a letter of a script that has blanks between words."""


class Person(NamedTuple):
    """A name in parts; ``literal`` stands alone, and so does ``given`` without a family.

    ``joined`` names are East Asian: family first, no blank.

    ``marked`` ones have markup within, ``static`` ones the family first in any style, without a comma. ``replaced``
    ones are a mark in place of a name, without formats of its parts.
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    joined: bool = False
    marked: bool = False
    static: bool = False
    replaced: bool = False

    @property
    def written(self) -> str:
        """The name as one text, which is the same for the same people."""
        return "".join((self.non_dropping, self.family, self.given, self.dropping, self.suffix, self.literal))


def read(value: Any) -> tuple[Person, ...]:
    """Return the names of a variable; what is no name is left out."""
    if not isinstance(value, (list, tuple)):
        return ()
    people = [_known(name) for name in value if isinstance(name, Mapping)]
    return tuple([person for person in people if person is not None])


def _known(name: Mapping[str, Any]) -> Person | None:
    """Return a name; the usual ones, family and given name, are read once though many passes ask for them."""
    if len(name) == 2:
        family, given = name.get("family"), name.get("given")
        if isinstance(family, str) and isinstance(given, str):
            return _usual(family, given)
    return _person(name)


@remembered(20_000)
def _usual(family: str, given: str) -> Person | None:
    return _person({"family": family, "given": given})


def _text(name: Mapping[str, Any], key: str) -> str:
    value = name.get(key)
    return str(value).strip() if value else ""


def _person(name: Mapping[str, Any]) -> Person | None:
    literal = _text(name, "literal")
    if literal:
        return Person(literal=_curled(literal), marked="<" in literal)
    family, given = _text(name, "family"), _text(name, "given")
    dropping, non_dropping = _text(name, "dropping-particle"), _text(name, "non-dropping-particle")
    suffix = _text(name, "suffix")
    if not family and not given:
        return None
    if not family:
        return Person(given=_curled(given), marked="<" in given)
    if EAST_ASIAN.search(family + given) and not ROMANESQUE.search(family + given):
        return Person(family, given, joined=True)
    if family[0] == '"' and family[-1] == '"' and len(family) > 2:
        family = family[1:-1]
    elif given and not non_dropping:
        non_dropping, family = _particle_before(family)
        if not suffix and "," in given:
            given, _, suffix = (part.strip() for part in given.partition(","))
        if " " in given:
            given, found = _particle_after(given)
            dropping = found or dropping
    comma, marked = bool(name.get("comma-suffix")), "<" in family or "<" in given
    parts = (_curled(family), _curled(given), _curled(dropping), _curled(non_dropping), suffix)
    return Person(*parts, comma_suffix=comma, marked=marked, static=bool(name.get("static-ordering")))


def _particle_before(family: str) -> tuple[str, str]:
    """Take the words in lower case before a family name away, and what is elided: ``van der``, ``’t``, ``d’``.

    A particle with an apostrophe keeps the blank behind it: ``de’ Medici`` has one, ``d’Ormesson`` has not.
    """
    end = 0
    while True:
        blank = family.find(" ", end)
        match = ELISION.match(family, end)
        if blank > end and family[end:blank].lstrip(APOSTROPHES)[:1].islower():
            end = blank + 1
        elif match and match.end() < len(family):
            end = match.end()
        else:
            particle = family[:end].strip()
            return f"{particle} " if family[end - 2 : end] in TIED_ELISIONS else particle, family[end:]


def _particle_after(given: str) -> tuple[str, str]:
    """Take the words in lower case behind a given name away."""
    words = given.split()
    kept = len(words)
    while kept > 1 and words[kept - 1][0].islower():
        kept -= 1
    return (given, "") if kept == len(words) else (" ".join(words[:kept]), " ".join(words[kept:]))


def _curled(text: str) -> str:
    return text.replace("'", "’") if "'" in text else text
