"""What a format does not carry: from its declaration ``carries`` to a check that runs on every citation.

A path names a field (``abstract``) or a detail of its parts (``author.orcid``). A citation goes in; out come the paths
that hold a value and that the format does not carry. It runs once a record, so the fields are fetched in one C call and
the answer for each set of filled fields is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress
from operator import attrgetter
from typing import Any

from msgspec.structs import astuple

from citeconv.citation import FIELDS, NESTED_PARTS, PARTS, Citation


def paths() -> list[str]:
    """Return every path that ``carries`` may hold: all fields, each followed by the details of its parts."""
    found = []
    for field in FIELDS:
        found.append(field)
        part = PARTS.get(field)
        for detail in part.details if part else ():
            found.append(f"{field}.{detail}")
            nested = NESTED_PARTS.get(part, {}).get(detail) if part else None
            if nested:
                found.extend(f"{field}.{detail}.{deeper}" for deeper in nested.details)
    return found


def fields_of(path: str) -> str:
    """Return the field that a path begins with."""
    return path.partition(".")[0]


class LossCheck:
    """Finds the paths of a citation that hold a value and that a format does not carry.

    Args:
        carries: The format's declaration.
    """

    def __init__(self, carries: frozenset[str]) -> None:
        self._carries = carries
        self._parts = {
            field: check
            for field, part in PARTS.items()
            if field in carries and (check := _part_check(part, field, carries))
        }
        self._known: dict[tuple[str, ...], _Plan] = {}

    def __call__(self, citation: Citation) -> tuple[str, ...]:
        """Return the paths lost, fields first, each once."""
        values = astuple(citation)
        filled = tuple(compress(FIELDS, values))
        plan = self._known.get(filled)
        if plan is None:
            plan = self._plan(filled)
        lost, parts = plan
        deeper: set[str] = set()
        for index, check in parts:
            value = values[index]
            check(value if type(value) is tuple else (value,), deeper)
        return (*lost, *sorted(deeper)) if deeper else lost

    def _plan(self, filled: tuple[str, ...]) -> _Plan:
        """Work out, once for each set of filled fields, which are lost and which need a look inside."""
        lost = tuple(field for field in filled if field not in self._carries and field != "type")
        parts = [(FIELDS.index(field), self._parts[field]) for field in filled if field in self._parts]
        if len(self._known) < 10_000:
            self._known[filled] = (lost, parts)
        return lost, parts


_Check = Callable[[tuple[Any, ...], set[str]], None]
_Plan = tuple[tuple[str, ...], list[tuple[int, _Check]]]


def _part_check(part: type[Any], prefix: str, carries: frozenset[str]) -> _Check | None:
    """Return a function that adds to a set the paths of details that hold a value in some part and are not carried."""
    names: tuple[str, ...] = part.__struct_fields__
    lost_names = [detail for detail in part.details if f"{prefix}.{detail}" not in carries]
    nested = [
        (attrgetter(detail), inner)
        for detail, below in NESTED_PARTS.get(part, {}).items()
        if f"{prefix}.{detail}" in carries and (inner := _part_check(below, f"{prefix}.{detail}", carries))
    ]
    known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def check_one(parts: tuple[Any, ...], found: set[str]) -> None:
        if any(map(value_of, parts)):
            found.add(f"{prefix}.{lost_names[0]}")

    def check(parts: tuple[Any, ...], found: set[str]) -> None:
        before: tuple[str, ...] | None = None
        for part in parts:
            filled = tuple(compress(names, astuple(part)))
            if filled != before:  # the authors of one article are much alike
                before = filled
                lost = known.get(filled)
                if lost is None:
                    lost = known[filled] = tuple(f"{prefix}.{name}" for name in filled if name in lost_names)
                found.update(lost)

    def check_nested(parts: tuple[Any, ...], found: set[str]) -> None:
        check(parts, found)
        for part in parts:
            for below_of, inner in nested:
                if below := below_of(part):
                    inner(below, found)

    if nested:
        return check_nested
    if len(lost_names) == 1:
        value_of = attrgetter(lost_names[0])
        return check_one
    return check if lost_names else None
