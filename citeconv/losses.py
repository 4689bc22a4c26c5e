"""What a format does not carry: from its declaration ``carries`` to a check that runs on every citation.

A path names a field (``abstract``) or a detail of its parts (``author.orcid``). A citation goes in; out come the paths
that hold a value and that the format does not carry. It runs once a record, so the fields are fetched in one C call and
the answer for each pattern of filled fields is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from citeconv.citation import FIELDS, NESTED_PARTS, PARTS, Citation

_Check = Callable[[Any], Iterable[str]]


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
        self._names = [field for field in FIELDS if field not in carries and field != "type"]
        self._values = attrgetter(*self._names, "key", "key")  # two more, so that the answer is always a tuple
        self._known: dict[tuple[bool, ...], tuple[str, ...]] = {}
        self._details = [
            (attrgetter(field), check)
            for field, part in PARTS.items()
            if field in carries and (check := _detail_check(part, field, carries))
        ]

    def __call__(self, citation: Citation) -> tuple[str, ...]:
        """Return the paths lost, in the order of the model."""
        pattern = tuple(map(bool, self._values(citation)))
        lost = self._known.get(pattern)
        if lost is None:
            lost = tuple(name for name, filled in zip(self._names, pattern, strict=False) if filled)
            if len(self._known) < 10_000:
                self._known[pattern] = lost
        deeper: dict[str, None] = {}
        for value_of, check in self._details:
            value = value_of(citation)
            if value:
                for part in value if type(value) is tuple else (value,):
                    deeper.update(dict.fromkeys(check(part)))
        return lost + tuple(deeper) if deeper else lost


def _detail_check(part: Any, prefix: str, carries: frozenset[str]) -> _Check | None:
    """Return a function from one part to the paths of its details that hold a value and are not carried."""
    lost = [detail for detail in part.details if f"{prefix}.{detail}" not in carries]
    nested = [
        (attrgetter(detail), inner)
        for detail, below in NESTED_PARTS.get(part, {}).items()
        if f"{prefix}.{detail}" in carries and (inner := _detail_check(below, f"{prefix}.{detail}", carries))
    ]
    if not lost and not nested:
        return None
    values_of = attrgetter(*lost) if lost else None
    names = [f"{prefix}.{detail}" for detail in lost]
    single = len(lost) == 1
    known: dict[tuple[bool, ...], tuple[str, ...]] = {}

    def check(value: Any) -> Iterable[str]:
        if values_of is None:
            found: tuple[str, ...] = ()
        else:
            pattern = (bool(values_of(value)),) if single else tuple(map(bool, values_of(value)))
            found = known.get(pattern) or known.setdefault(
                pattern, tuple(name for name, filled in zip(names, pattern, strict=False) if filled)
            )
        for value_of, inner in nested:
            for deeper in value_of(value):
                found = (*found, *inner(deeper))
        return found

    return check
