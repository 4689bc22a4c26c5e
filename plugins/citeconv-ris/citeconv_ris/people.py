"""Reading people: the names under a tag, and the addresses that stand behind authors, name them, or do neither.

The values of a tag go in, the fields of a reading are filled.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Affiliation, Name
from citeconv_ris.names import ET_AL, read_name
from citeconv_ris.reading import Function, Reading, decode, several


def _names(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    block = "".join(values)
    if ";" in block or "&" in block:
        values = [one for value in values for one in several(value)]
    names = [read_name(value) for value in values]
    if names[-1].literal and ET_AL.fullmatch(names[-1].literal):
        names.pop()
        reading.add("et_al", field)
    if names:
        reading.fields[field] = (*reading.fields.get(field, ()), *names)


def _addresses(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Affiliations: whose they are is known of one author, or where they stand behind their author, or name him.

    All others are given to the first author, as EndNote and the Web of Science's readers do; ``C1`` alone, which is
    a field for users, too, is kept.
    """
    authors = reading.fields.get("author", ())
    places: list[list[str]] = []
    if tag in ("AD", "C1") and len(authors) == 1:
        places = [values]
    elif authors:
        places = (_behind_authors(reading.values, tag) if tag in ("AD", "C1") else []) or _by_name(authors, values)
    if not authors or (tag == "C1" and len(places) != len(authors)):
        for value in values:
            reading.keep(tag, value)
        return
    if len(places) != len(authors):
        reading.notes.append("addresses that name no author are given to the first")
        places = [values, *[[] for _ in authors[1:]]]
    reading.fields["author"] = tuple(
        [
            replace(author, affiliations=(*author.affiliations, *[Affiliation(text=decode(value)) for value in theirs]))
            for author, theirs in zip(authors, places, strict=True)
        ]
    )


def _by_name(authors: tuple[Name, ...], values: list[str]) -> list[list[str]]:
    """Return the affiliations of each author if all begin with a name (Embase: ``P. Lind, University``), else none."""
    places: dict[str, list[str]] = {_natural(author): [] for author in authors}
    for value in values:
        name = value.partition(",")[0]
        if name not in places:
            return []
        places[name].append(value)
    return list(places.values()) if len(places) == len(authors) else []


def _natural(author: Name) -> str:
    """Return a name with its initials first, ``P.A. Lind``."""
    initials = "".join(f"{part[:1]}." for part in author.given.replace(".", " ").split())
    return f"{initials} {author.family}"


def _behind_authors(values: list[tuple[str, str]], tag: str) -> list[list[str]]:
    """Return the affiliations behind each author; nothing if all stand behind the last, or some before the first."""
    places: list[list[str]] = []
    any_yet = between = False
    for each, value in values:
        if each in ("AU", "A1"):
            between = any_yet
            places.append([])
        elif each == tag:
            if not places:
                return []
            places[-1].append(value)
            any_yet = True
    return places if between else []


FUNCTIONS: dict[str, Function] = {"addresses": _addresses, "names": _names}
"""The function for each kind of value in the tables."""
