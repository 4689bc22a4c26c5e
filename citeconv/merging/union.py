"""Unites two citations of the same work: what the first lacks is taken from the second.

Two citations go in. One comes out, with a list of what it lacks of the second because the first says otherwise. The
fuller of two names, abstracts, dates or page ranges is taken if it says all that the other one does; lists of keywords,
headings and identifiers are united. No value is mixed of both, except the name of a person.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import msgspec
from msgspec.structs import replace

from citeconv.citation import (
    DATE_FIELDS,
    FIELDS,
    NAME_FIELDS,
    AbstractSection,
    Affiliation,
    Citation,
    Date,
    Identifier,
    Issn,
    Keyword,
    Name,
    Subject,
)
from citeconv.merging.likeness import letters
from citeconv.reading import WITHDRAWN
from citeconv.values.dates import in_words, is_coarser

Choice = tuple[Any, bool]
"""The value chosen, and whether it says all that the second citation says."""

_SHOWN = 60
_BESIDE = ("suffix", *Name.details[Name.details.index("initials") :])
"""The details of a name that are not the name itself."""


def united(first: Citation, second: Citation) -> tuple[Citation, list[str]]:
    """Return one citation, and what it lacks of the second: ``volume 12``, ``abstract``.

    If a list is complete but details of its values are missing, these are named: ``author.affiliations``.
    """
    changes: dict[str, Any] = {}
    left: list[str] = []
    for field in FIELDS:
        own, other = getattr(first, field), getattr(second, field)
        if not other or own == other or field == "et_al":
            continue
        if not own or (field in first.et_al and field not in second.et_al and len(own) <= len(other)):
            value, whole = other, True
        else:
            value, whole = _CHOICES.get(field, _first)(own, other)
        if value != own:
            changes[field] = value
        if whole:
            left += [f"{field}.{part}" for part in _parts_left(value, other)]
        elif not (field == "url" and second.doi and other.endswith(second.doi)):  # https://doi.org/10.1/x
            left.append(_told(field, other))
    taken = {field for field in NAME_FIELDS if changes.get(field) == getattr(second, field)}
    cut = {field: None for field in first.et_al if field not in taken}
    changes["et_al"] = tuple(cut | {field: None for field in second.et_al if field in taken})
    return replace(first, **changes), left


def _told(field: str, value: Any) -> str:
    """Return the name of a field whose value was dropped, with the value if it is short."""
    if isinstance(value, Date):
        value = value.literal or in_words(value)
    if not isinstance(value, str):
        return field
    return f"{field} {value if len(value) <= _SHOWN else f'{value[:_SHOWN]}…'}"


def _parts_left(value: Any, other: Any) -> list[str]:
    """Return the details in which people or things that two lists have in common say less in the first."""
    if value == other or not isinstance(other, tuple):
        return []
    things = {_thing(each): each for each in value}
    people = isinstance(other[0], Name)
    pairs = zip(value, other, strict=True) if people else ((things.get(_thing(each)), each) for each in other)
    found = dict.fromkeys(
        [
            part
            for own, another in pairs
            if own != another and isinstance(own, msgspec.Struct)
            for part in _details_left(own, another)
        ]
    )
    return list(found)


def _details_left(own: Any, other: Any) -> list[str]:
    """Return the details of ``other`` that ``own``, of the same thing, does not say."""
    person = isinstance(other, Name)
    details = _BESIDE if person else getattr(other, "details", ())
    left = [part for part in details if not _says(getattr(own, part), getattr(other, part))]
    return ["given", *left] if person and not _may_stand_for(other.given, own.given) else left


def _says_more(value: Any, own: Any) -> bool:
    """Return whether a value says all that ``own``, of the same thing, says, and more."""
    return bool(_details_left(own, value)) and not _details_left(value, own)


def _says(own: Any, other: Any) -> bool:
    """Return whether a detail says all that another one says, whatever their case and punctuation."""
    if isinstance(other, tuple):
        return set(map(_said, other)) <= set(map(_said, own))
    if isinstance(other, str):
        return letters(other) in letters(own)
    return bool(own or not other)


def _said(value: Any) -> Any:
    return letters(value.text) if isinstance(value, Affiliation) else value


# -- which of two values, neither of them empty


def _first(own: Any, other: Any) -> Choice:
    """Keep the first; texts that differ in case, accents and signs only say the same."""
    return own, isinstance(own, str) and letters(own) == letters(other) != ""


def _type(own: str, other: str) -> Choice:
    """Take any type for ``document``, which says nothing."""
    nothing = Citation().type
    return (other, True) if own == nothing else (own, other == nothing)


def _status(own: str, other: str) -> Choice:
    return (other, True) if other in WITHDRAWN and own not in WITHDRAWN else (own, own in WITHDRAWN)


def _page(own: str, other: str) -> Choice:
    """Take the whole range for a first page."""
    if other.startswith(f"{own}-"):
        return other, True
    return own, own.startswith(f"{other}-")


def _date(own: Date, other: Date) -> Choice:
    """Take the finer of two dates that agree."""
    return (other, True) if is_coarser(own, other) else (own, is_coarser(other, own))


def _abstract(own: tuple[AbstractSection, ...], other: tuple[AbstractSection, ...]) -> Choice:
    """Take the second one if it holds all of the first, which may be cut short; of two with the same letters that with
    more sections."""
    text, another = _letters_of(own), _letters_of(other)
    if text == another:
        return max(own, other, key=len), True
    return (other, True) if text in another else (own, another in text)


def _letters_of(sections: tuple[AbstractSection, ...]) -> str:
    return "".join([letters(part) for section in sections for part in (section.label, *section.paragraphs)])


def _names(own: tuple[Name, ...], other: tuple[Name, ...]) -> Choice:
    """Put together what both say of the same people; of different lists the first is kept."""
    same = len(own) == len(other) and all(map(_same_person, own, other))
    return (tuple(map(_person, own, other)), True) if same else (own, False)


def _same_person(one: Name, other: Name) -> bool:
    """Whether two names in the same place are those of the same person."""
    initials = [letters(name.given)[:1] for name in (one, other) if name.given]
    return len(set(initials)) < 2 and letters(_family(one)) == letters(_family(other))


def _family(name: Name) -> str:
    return f"{name.dropping_particle}{name.particle}{name.family}{name.literal}"


def _person(one: Name, other: Name) -> Name:
    """Return one name of two of the same person: the fuller given name, and all that is known beside it."""
    changes = {part: value for part in _BESIDE if (value := getattr(other, part)) and not getattr(one, part)}
    if len(letters(other.given)) > len(letters(one.given)) and _may_stand_for(one.given, other.given):
        changes["given"] = other.given
    return replace(one, **changes) if changes else one


def _may_stand_for(short: str, given: str) -> bool:
    """Whether given names may stand for others in short: ``X M`` for ``Xiaoming``, but not ``Paul`` for ``Per``."""
    rest = iter(letters(given))
    return all(letter in rest for letter in letters(short))


def _list(own: tuple[Any, ...], other: tuple[Any, ...]) -> Choice:
    """Unite two lists; of two values of the same thing the one that says all of the other is taken, else the first."""
    values = list(own)
    places = {_thing(value): place for place, value in enumerate(own)}
    for value in other:
        place = places.setdefault(_thing(value), len(values))
        if place == len(values):
            values.append(value)
        elif _says_more(value, values[place]):
            values[place] = value
    return tuple(values), True


def _thing(value: Any) -> Any:
    """Return what names the thing that a value of a list is about; where nothing does, it is about itself."""
    name = value if isinstance(value, str) else _NAMED[type(value)](value) if type(value) in _NAMED else None
    if name is None:
        return value
    return name.casefold() if isinstance(name, str) else tuple([part.casefold() for part in name])


_NAMED: dict[type, Callable[[Any], Any]] = {
    Identifier: attrgetter("kind", "value"),
    Issn: attrgetter("value"),
    Keyword: attrgetter("text"),
    Subject: attrgetter("vocabulary", "term"),
}
_CHOICES: dict[str, Callable[[Any, Any], Choice]] = {
    **{field: _list for field in FIELDS if isinstance(getattr(Citation(), field), tuple)},
    **dict.fromkeys(NAME_FIELDS, _names),
    **dict.fromkeys(DATE_FIELDS, _date),
    "abstract": _abstract,
    "language": _first,
    "page": _page,
    "status": _status,
    "type": _type,
}
"""How to choose, by field; where none is named, the first value is kept."""
