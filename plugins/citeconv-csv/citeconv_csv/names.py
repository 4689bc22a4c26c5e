"""People in one cell: ``Lind, P.; Wei, R.``, ``Lind P, Wei R.``, ``Per Lind, Rong Wei``, ``Per Lind|Rong Wei``.

A cell goes in, names come out. What parts the names is told by the signs that occur, and in which order the parts of a
name stand by what all of them look like.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Affiliation, Identifier, Name
from citeconv.values.abstracts import clean
from citeconv.values.names import GROUP_WORD, UPPER, inverted_name, natural_name, short_name
from citeconv.values.patterns import lazy

_INITIALS = lazy(rf"(?:[{UPPER}]\.?[ -]?){{1,5}}")
_QUOTED = lazy(r"\s*(?:'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\")\s*,?")
_PART = lazy(r"['\"](\w{1,40})['\"]: ?(?:'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\")")
_GLUED = lazy(rf"(?<=[^\W\d_{UPPER}])(?<!\bMc)(?<!\bMac)(?<!\bD[aeiu])(?<!\bL[aeo])(?<!\bVan)(?<!\bFitz)(?=[{UPPER}])")
_AND = lazy(r" (?:and|&) ")


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
    return tuple(found)


def glued_people(text: str) -> tuple[Name, ...]:
    """Return the people in names with nothing between, as Springer has them: ``Per LindRong WeiAnna McDonald``."""
    return tuple([person(piece) for piece in _GLUED.split(clean(text)) if piece])


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


def people(text: str) -> tuple[Name, ...]:
    """Return the names in a cell of whatever form."""
    text = clean(text)
    if text.startswith("[{") and (described := described_people(text)):
        return described
    if text.startswith("[") and (listed := quoted_list(text)):
        return tuple([person(piece) for piece in listed if piece])
    if "|" in text or ";" in text:
        pieces = [piece.strip() for piece in text.split("|" if "|" in text else ";")]
        return tuple([person(piece) for piece in pieces if piece])
    pieces = [piece.strip() for piece in text.split(",")]
    if all(map(short_name, pieces)):
        return tuple([short_name(piece) or Name(literal=piece) for piece in pieces])
    joined = _AND.split(text)
    if len(joined) > 1 and all(piece.count(",") == 1 for piece in joined):
        return tuple(map(inverted_name, joined))
    if len(joined) > 1 and not GROUP_WORD.search(text):
        pieces = [piece for each in pieces for part in _AND.split(each) if (piece := part.removeprefix("and ").strip())]
    elif len(pieces) % 2 == 0 and all(map(_INITIALS.fullmatch, pieces[1::2])):
        return tuple(
            [Name(family=family, given=given) for family, given in zip(pieces[::2], pieces[1::2], strict=True)]
        )
    elif len(pieces) == 2 and not all(" " in piece for piece in pieces):
        return (inverted_name(text),)
    return tuple([person(piece) for piece in pieces if piece])


def person(text: str) -> Name:
    """Return one name: with a comma, with initials behind, or in its natural order; else a group."""
    if "," in text:
        return inverted_name(text)
    if " " not in text or GROUP_WORD.search(text):
        return Name(literal=text)
    return short_name(text) or natural_name(text)


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
    return tuple(found)
