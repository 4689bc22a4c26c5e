"""People in one cell: ``Lind, P.; Wei, R.``, ``Lind P, Wei R.``, ``Per Lind, Rong Wei``, ``Per Lind|Rong Wei``.

A cell goes in, names come out. What parts the names is told by the signs that occur, and in which order the parts of a
name stand by what all of them look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from citeconv import Affiliation, Identifier, Name
from citeconv.values.abstracts import clean
from citeconv.values.names import GROUP_WORD, UPPER, inverted_name, natural_name, short_name, without_stops
from citeconv.values.patterns import lazy

_AUTHORITY = lazy(r"::[\w-]{1,80}::-?\d{1,4}(?=\Z|\|)")
"""DSpace's number of a name, and how sure it is of it."""
_BULLETS = lazy(r"- [^\n]*(?:\n\s*- [^\n]*)*\s*")
_INITIALS = lazy(rf"(?:[{UPPER}]\.?[ -]?){{1,5}}")
_QUOTED = lazy(r"\s*(?:'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\")\s*,?")
_PART = lazy(r"['\"](\w{1,40})['\"]: ?(?:'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\")")
_GLUED = lazy(rf"(?<=[^\W\d_{UPPER}])(?<!\bMc)(?<!\bMac)(?<!\bD[aeiu])(?<!\bL[aeo])(?<!\bVan)(?<!\bFitz)(?=[{UPPER}])")
_FAMILY_LAST = lazy(
    rf"[{UPPER}][^\W\d_{UPPER}][^,;|()]* (?=(?:[B-DF-HJ-NP-TV-XZ'’-]{{0,5}}[AEIOUYÀ-Ý]){{2}}|\w{{7}})"
    rf"[{UPPER}'’-]{{4,30}}\Z"
)
"""A name whose family stands behind the given name, all in capitals: ``Marie PETIT``."""
_AND = lazy(r" (?:and|&) ")
_ET_AL = lazy(r"(?:\bet\.? al\b\.?,?|\band others\.?|& al\.|(?<=[,;| ])\.\.\.|\u2026)\Z", re.I)
_ET_AL_ENDS = tuple(".,lLsS\u2026")
_FIRST = lazy(rf"[{UPPER}][a-z]?\.[ -]?")
SUFFIX = lazy(r"[JS]r\.?|[JS]R\.|2nd|3rd|4th|II|III|IV")
"""What stands behind a name and is no person."""
_LONGEST_SUFFIX = 3


def quoted_list(text: str) -> list[str]:
    """Return the items of a list as Python and JSON write it, ``['a', "b, c"]``; nothing if it is none."""
    if not (text.startswith("[") and text.endswith("]")):
        return []
    found, place, stop = [], 1, len(text) - 1
    while place < stop:
        item = _QUOTED.match(text, place, stop)
        if item is None:
            return []
        found.append(item[1] or item[2] or "")
        place = item.end()
    return found


def described_people(text: str) -> tuple[Name, ...]:
    """Return the people in a list of objects, ``[{'name': 'P. Lind', 'affiliation': 'Shelf College'}]``."""
    found = []
    for item in text.strip("[]{} ").split("}, {"):
        parts = {match[1].lower(): match[2] or match[3] or "" for match in _PART.finditer(item)}
        text = parts.get("affiliation", "")
        if name := parts.get("name", ""):
            found.append(replace(person(name), affiliations=(Affiliation(text=text),) if text else ()))
    return _plain(found)


def glued_people(text: str) -> tuple[Name, ...]:
    """Return the people in names with nothing between, as Springer has them: ``Per LindRong WeiAnna McDonald``."""
    return _plain([person(piece) for piece in _GLUED.split(clean(text)) if piece])


def own_names(text: str) -> tuple[Name, ...]:
    """Return the names of citeconv's own CSV: ``Family, Given, Suffix``, groups without a comma, semicolons between."""
    found = []
    for piece in text.split("; "):
        family, comma, given = piece.partition(", ")
        if not comma:
            family = piece.removesuffix(",")
            found.append(Name(family=clean(family)) if family != piece else Name(literal=clean(piece)))
            continue
        given, _, suffix = given.partition(", ")
        found.append(Name(family=clean(family), given=clean(given), suffix=clean(suffix)))
    return tuple(found)


def without_et_al(text: str) -> str:
    """Return a cell without "et al." at its end."""
    text = text.rstrip()
    match = _ET_AL.search(text, max(0, len(text) - 12)) if text.endswith(_ET_AL_ENDS) else None
    return text[: match.start()].rstrip(" ,;|&") if match else text


def people(text: str) -> tuple[Name, ...]:
    """Return the names in a cell of whatever form, initials apart and without full stops."""
    return _plain(_people(text))


def _plain(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return names with initials as a ``Name`` has them; beside a family name in capitals ``ANA`` is no three."""
    return tuple(
        [_with_plain_initials(name) if name.given[:2].isupper() or "." in name.given else name for name in names]
    )


def _with_plain_initials(name: Name) -> Name:
    given = without_stops(name.given) if "." in name.given or not name.family.isupper() else name.given
    return name if given == name.given else replace(name, given=given)


def _people(text: str) -> tuple[Name, ...]:
    if text.startswith("- ") and _BULLETS.fullmatch(text):  # a list as YAML has it
        return tuple([person(clean(line.strip()[2:])) for line in text.splitlines() if line.strip()])
    text = clean(text)
    if text.startswith("[{") and (described := described_people(text)):
        return described
    if text.startswith("[") and (listed := quoted_list(text)):
        return tuple([person(piece) for piece in listed if piece])
    text = without_et_al(_AUTHORITY.sub("", text) if "::" in text else text)
    if "|" in text or ";" in text:
        pieces = [piece.strip() for piece in text.split("|" if "|" in text else ";")]
        if len(pieces) > 1 and 2 * sum(map(_has_family_last, pieces)) > len(pieces):
            return tuple([_family_last(piece) for piece in pieces if piece])
        if _AND.search(text) is None:
            return tuple([person(piece) for piece in pieces if piece])
        return tuple([name for piece in pieces if piece for name in _joined(piece) or (person(piece),)])
    if not _AND.search(text):
        return _listed(text)
    if GROUP_WORD.search(text):  # which has an "and" of its own, maybe
        return _short(_with_suffixes(text.split(","))) or _joined(text) or _listed(text)
    return _joined(text) or tuple([person(piece) for piece in _all_parts(text)])


def _has_family_last(text: str) -> bool:
    return _FAMILY_LAST.match(text) is not None


def _family_last(text: str) -> Name:
    return natural_name(text) if _has_family_last(text) and not GROUP_WORD.search(text) else person(text)


def _all_parts(text: str) -> list[str]:
    """Return what "and" and commas part."""
    return _with_suffixes([part for piece in text.split(",") for part in _AND.split(f" {piece}")])


def _joined(text: str) -> tuple[Name, ...]:
    """Return the names that "and" or "&" parts in a text; nothing if they are no persons, or there is no "and"."""
    joined = _AND.split(text)
    if len(joined) == 1:
        return ()
    pieces = _all_parts(text)
    if names := _initialled(pieces) or _short(pieces):
        return names
    if all(piece.count(",") == 1 for piece in joined):
        return tuple(map(inverted_name, joined))
    natural = not GROUP_WORD.search(text) and all(" " in piece for piece in pieces)
    return tuple([person(piece) for piece in pieces]) if natural else ()


def _listed(text: str) -> tuple[Name, ...]:
    """Return the names in a text whose commas part them, or their parts."""
    pieces = _with_suffixes(text.split(","))
    if names := _short(pieces) or _initialled(pieces):
        return names
    if len(pieces) == 2 and not all(" " in piece for piece in pieces):
        return (inverted_name(text),)
    return tuple([person(piece) for piece in pieces])


def _short(pieces: list[str]) -> tuple[Name, ...]:
    """Return ``Lind P``, ``Wei R``, and groups behind them; nothing if there is anything else, or groups only."""
    found = [_short_person(piece) for piece in pieces]
    if found[:1] != [None] and not all(found):
        found = [Name(literal=each) if GROUP_WORD.search(each) else _short_person(each) for each in pieces]
    return tuple([name for name in found if name is not None]) if found and all(found) else ()


def _short_person(text: str) -> Name | None:
    """Return the person in ``Lind P``; none in ``P. Lind``."""
    return None if _FIRST.match(text) else short_name(text)


def _initialled(pieces: list[str]) -> tuple[Name, ...]:
    """Return ``Lind``, ``P. A.``, ``Wei``, ``R.``, and groups among them; nothing if they do not come in such pairs."""
    found: list[Name] = []
    place = 0
    while place < len(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        given, _, suffix = following.rpartition(" ")
        if not SUFFIX.fullmatch(suffix):
            given, suffix = following, ""
        if _INITIALS.fullmatch(given):
            found.append(Name(family=pieces[place], given=given, suffix=suffix))
            place += 2
        elif found and GROUP_WORD.search(pieces[place]):
            found.append(Name(literal=pieces[place]))
            place += 1
        else:
            return ()
    return tuple(found)


def _with_suffixes(pieces: list[str]) -> list[str]:
    """Return what commas part, without blanks; a suffix (``Jr.``) goes with the piece before."""
    found: list[str] = []
    suffixed = False
    for piece in map(str.strip, pieces):
        before = "" if suffixed or not found else found[-1]
        suffixed = SUFFIX.fullmatch(piece) is not None and (" " in before or _INITIALS.fullmatch(before) is not None)
        if suffixed:
            found[-1] = f"{before} {piece}"
        elif piece:
            found.append(piece)
    return found


def person(text: str) -> Name:
    """Return one name: with a comma, with initials behind, or in its natural order; else a group."""
    if "," in text:
        words, _, last = text.rpartition(",")
        last = last.strip()
        if len(last) == 1 and last.isupper() and "," in words:  # the Web of Science's "Lind, Per, V"
            return inverted_name(f"{words} {last}")
        short = _short_person(words) if len(last) <= _LONGEST_SUFFIX and SUFFIX.fullmatch(last) else None
        return replace(short, suffix=last) if short else inverted_name(text)
    if " " not in text or GROUP_WORD.search(text):
        return Name(literal=text)
    return _short_person(text) or natural_name(text)


def scopus_names(text: str) -> tuple[Name, ...]:
    """Return Scopus's full names, each with its author's number: ``Lind, Per (57192345678)``."""
    found = []
    for piece in filter(None, map(str.strip, clean(text).split(";"))):
        words, _, number = piece.rpartition("(")
        number = number.removesuffix(")")
        if not words or not number.isdecimal():
            found.append(person(piece))
            continue
        found.append(replace(person(words.strip()), identifiers=(Identifier(kind="scopus", value=number),)))
    return _plain(found)
