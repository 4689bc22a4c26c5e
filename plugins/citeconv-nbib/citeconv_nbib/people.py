"""Persons and groups: ``FAU`` and ``AU`` of one author, then ``AUID`` and ``AD``; ``CN`` for a group, in its place.

Lines in their sequence go in, names come out, and back. The short form repeats the full one with initials, two at most,
so that it is kept (in ``initials``) only where it says something else. An affiliation that stands before all authors,
as it did until 2014, is the first one's. An author without a full form has initials that say no more than the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from citeconv import Affiliation, Identifier, Name
from citeconv.values.memo import Memo
from citeconv.values.names import SUFFIXES, are_initials, initials_of, is_others, short_name, whole_family
from citeconv.values.orcids import ADDRESS, ORCID
from citeconv.values.patterns import lazy
from citeconv_nbib.syntax import Lines

_ORCID = lazy(rf"(?:ORCID: )?(?:{ADDRESS})?({ORCID})/?", re.I)
_SUFFIXES = frozenset(SUFFIXES)
_SUFFIX_ENDS = frozenset(name[-1] for name in SUFFIXES)


class People:
    """What a sequence of lines says: names, whether there were more, and the lines that say it in another way."""

    def __init__(self, lines: Lines) -> None:
        self.names: list[Name] = []
        self.et_al = False
        self.odd: Lines = []
        self._open: dict[str, Any] | None = None
        self._full = False  # whether the short form of the open name is yet to come
        self._places: list[Affiliation] = []
        self._numbers: list[Identifier] = []
        self._short = ""  # of an author without a full form so far
        for tag, value in lines:
            self._tag = tag
            _TAKE[tag](self, value)
        self._close()
        if self._places:  # of nobody
            self.odd += [("AD", place.text) for place in self._places]

    def _close(self) -> None:
        fields = self._open
        if fields is None:
            return
        if self._places:
            fields["affiliations"] = tuple(self._places)
            self._places = []
        if self._numbers:
            fields["identifiers"] = tuple(self._numbers)
            self._numbers = []
        self.names.append(Name(**fields))
        self._open = None
        self._full = False
        self._short = ""

    def full(self, value: str) -> None:
        """Take ``FAU``, which in some lists of investigators stands behind the short form."""
        fields = full_name(value)
        if self._open is not None:
            if self._short and _agree(self._short, fields):
                known = self._open.items()
                self._open = {**fields, **{key: value for key, value in known if key == "orcid"}}
                if self._short != short_form(fields):
                    self._initials(self._open, self._short)
                self._short = ""
                return
            self._close()
        self._open = fields
        self._full = True

    def short(self, value: str) -> None:
        """Take ``AU``, which belongs to the ``FAU`` before it."""
        if self._full and self._open is not None:
            self._full = False
            if value != short_form(self._open):
                self._initials(self._open, value)
            return
        if is_others(value):
            self.et_al = True
            if value != "et al.":
                self.odd.append((self._tag, value))
            return
        self._close()
        name = short_name(value)
        if name is None and ", " in value:  # ERIC's, which has no FAU
            self._open = full_name(value)
            return
        name = name or Name(family=value)
        self._open = {"family": name.family, "given": name.given, "suffix": name.suffix}
        self._open["initials"] = initials_of(name.given)
        self._short = value

    def _initials(self, fields: dict[str, Any], value: str) -> None:
        family, suffix = fields.get("family", ""), fields.get("suffix", "")
        rest = value.removesuffix(f" {suffix}") if suffix else value
        bare, _, last = family.rpartition(" ")
        if rest.startswith(f"{family} "):
            fields["initials"] = rest[len(family) + 1 :]
        elif (
            "given" not in fields and last in _SUFFIXES and value.startswith(f"{bare} ") and value.endswith(f" {last}")
        ):
            fields |= {"family": bare, "suffix": last, "initials": value[len(bare) + 1 : -len(last) - 1]}
        else:
            self.odd.append((self._tag, value))

    def identifier(self, value: str) -> None:
        """Take ``AUID``."""
        if self._open is None:
            self.odd.append((self._tag, value))
            return
        orcid = _ORCID.fullmatch(value)
        if orcid and "orcid" not in self._open:
            self._open["orcid"] = orcid[1]
            if value != f"ORCID: {orcid[1]}":
                self.odd.append((self._tag, value))
        else:
            kind, colon, number = value.partition(": ")
            one = Identifier(kind=kind, value=number) if colon else Identifier(kind="", value=value)
            self._numbers.append(one)

    def place(self, value: str) -> None:
        """Take ``AD``."""
        self._places.append(Affiliation(text=value))

    def group(self, value: str) -> None:
        """Take ``CN``."""
        if self._open is not None:
            self._close()
        self._open = {"literal": value}


_TAKE = {
    **dict.fromkeys(("FAU", "FED", "FIR", "FPS"), People.full),
    **dict.fromkeys(("AU", "ED", "IR", "PS"), People.short),
    **dict.fromkeys(("AD", "IRAD"), People.place),
    "AUID": People.identifier,
    "CN": People.group,
}


def _given_parts(given: str) -> tuple[str, str, str]:
    suffix = full_name(f"?, {given}").get("suffix", "")
    bare = given[: -len(suffix) - 1] if suffix else given
    return bare, suffix, f"{_INITIALS[bare]} {suffix}" if suffix else _INITIALS[bare]


_GIVEN: Memo[str, tuple[str, str, str]] = Memo(_given_parts, 20_000)
"""What stands behind the comma: given names, suffix, and how the short form ends."""


_AUTHOR = lazy(
    rf"\nFAU - ([^,\n]+), (.+)\nAU  - (.+)(?:\nAUID- ORCID: ({ORCID}))?((?:\nAD  - .+)*)"
    r"|\nCN  - (.+)(?![^\n]|\nA)|(.+)"
)
"""The lines of a person and of a group, in the form that most have; the last part is anything else."""


def usual_authors(text: str) -> list[Name] | None:
    """Return the authors in lines if each is a group alone, or a person with a full form, a short form that agrees with
    it, and at most an ORCID and affiliations, in this order; else None.

    Args:
        text: The lines, each behind a line end.
    """
    names = []
    affiliations = 0
    for family, given, short, orcid, lines, group, odd in _AUTHOR.findall(text):
        if odd:
            return None
        if group:
            names.append(Name(literal=group))
            continue
        bare, suffix, end = _GIVEN[given]
        fields = {"family": family, "given": bare}
        if suffix:
            fields["suffix"] = suffix
        if orcid:
            fields["orcid"] = orcid
        if short != f"{family} {end}":
            rest = short.removesuffix(f" {suffix}") if suffix else short
            if not rest.startswith(f"{family} "):
                return None
            fields["initials"] = rest[len(family) + 1 :]
        if lines:
            places = tuple([Affiliation(text=place) for place in lines[7:].split("\nAD  - ")])
            affiliations += len(places)
            names.append(Name(**fields, affiliations=places))
        else:
            names.append(Name(**fields))
    return names if text.count("  ") == len(names) + affiliations else None  # behind AU, CN and AD, and nowhere else


def full_name(text: str) -> dict[str, Any]:
    """Return the parts of ``Family, Given Suffix``; without a comma all is family."""
    family, comma, given = text.partition(", ")
    if not comma:
        return {"family": text}
    if given[-1:] in _SUFFIX_ENDS:
        before, _, last = given.rpartition(" ")
        if before and last in _SUFFIXES:
            return {"family": family, "given": before, "suffix": last}
    return {"family": family, "given": given}


_INITIALS: Memo[str, str] = Memo(initials_of, 20_000)


def short_form(fields: dict[str, Any]) -> str:
    """Return what ``AU`` has for a name whose full form is known."""
    given = fields.get("given", "")
    text = f"{fields['family']} {_INITIALS[given]}" if given else fields["family"]
    suffix = fields.get("suffix", "")
    return f"{text} {suffix}" if suffix else text


def _agree(short: str, fields: dict[str, Any]) -> bool:
    """Return whether a short form is of a name whose full form is known; it may have more initials, as in Vietnam."""
    known = short_form(fields)
    if short == known or "given" not in fields:
        return short == known
    suffix = f" {fields['suffix']}" if "suffix" in fields else ""
    bare = known.removesuffix(suffix)
    return short.startswith(bare) and short.endswith(suffix) and short[len(bare) :].removesuffix(suffix).isupper()


def write_people(names: Iterable[Name], tags: Sequence[str], odd_ids: Sequence[str] = (), et_al: str = "") -> Lines:
    """Return the lines for names.

    Args:
        names: Persons and groups.
        tags: For the full form, the short form, identifiers, affiliations and groups; less where there are none.
        odd_ids: ``AUID`` in unusual forms, each taken where its ORCID is.
        et_al: The line that says that there are more; empty if there are not.
    """
    full, short, auid, place, group = (*tags, "", "", "", "")[:5]
    lines: Lines = []
    for name in names:
        if name.literal and not name.family:
            lines.append((group or full, name.literal))
        else:
            lines += _person(name, full, short)
        if auid:
            lines += [(auid, value) for value in _identifiers(name, odd_ids)]
        if place:
            lines += [(place, affiliation.text) for affiliation in name.affiliations]
    if et_al:
        lines.append((short, et_al))
    return lines


def _person(name: Name, full: str, short: str) -> Lines:
    family = whole_family(name)
    suffix = f" {name.suffix}" if name.suffix else ""
    derived = initials_of(name.given)
    line = (short, f"{family} {name.initials or derived}".rstrip() + suffix)
    if name.initials and name.initials == derived and are_initials(name.given):
        return [line]
    return [(full, f"{family}, {name.given}{suffix}" if name.given else f"{family}{suffix}"), line]


def _identifiers(name: Name, odd_ids: Sequence[str]) -> list[str]:
    values = []
    if name.orcid:
        values.append(next((odd for odd in odd_ids if name.orcid in odd), f"ORCID: {name.orcid}"))
    return [*values, *(f"{one.kind}: {one.value}" if one.kind else one.value for one in name.identifiers)]
