"""One record as far as it is understood: the values go in by tag, fields and leftovers come out one by one.

A field is filled once; what says something else afterwards is put aside under its tag.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from citeconv import Citation, Identifier
from citeconv.values.authors import cut_at_semicolons
from citeconv.values.bare import BARE
from citeconv.values.markup import from_html
from citeconv.values.nlm import take_retraction
from citeconv_ris.remarks import Remark

if TYPE_CHECKING:
    from citeconv.citation import CitationType

Found = dict[str, list[str]]
"""The values of a record by tag, both in the order of the file."""


class Reading:
    """One record as far as it is understood.

    Args:
        found: The values of the record by tag.
        kind: CSL's type of the work.
        values: The tags and values in the order of the file.
        format_name: What is put aside stands under it.

    Attributes:
        fields: The fields of the citation.
        extra: What no field takes, under its tag.
        dates: The dates, each with its tag, which are settled when all are known.
        containers: The titles of what holds the work, each with its kind and its tag, which are settled then, too.
        notes: What the user should know of guesses that were made.
        remarks: What databases remark beside the citation, for its annotation.
        identified: The identifiers that the citation has.
        grown: The fields of several values, which are lists until all is read.
    """

    __slots__ = (
        "containers", "dates", "extra", "fields", "format", "found", "grown", "identified", "kind", "notes", "remarks",
        "values",
    )  # fmt: skip

    def __init__(self, found: Found, kind: str, values: list[tuple[str, str]], format_name: str = "ris") -> None:
        self.format = format_name
        self.values = values
        self.found = found
        self.kind = kind
        self.fields: dict[str, Any] = {}
        self.extra: list[tuple[str, str]] = []
        self.dates: list[tuple[str, str]] = []
        self.containers: list[tuple[str, str, str]] = []
        self.notes: list[str] = []
        self.remarks: list[Remark] = []
        self.identified: set[Identifier] = set()
        self.grown: list[str] = []

    def keep(self, tag: str, value: str) -> None:
        """Put aside what no field takes."""
        self.extra.append((f"{self.format}:{tag}", value))

    def takes(self, field: str, value: Any) -> bool:
        """Fill a field that is still empty; return whether the value is the one that it has now."""
        return bool(self.fields.setdefault(field, value) == value)

    def put(self, field: str, tag: str, value: str) -> None:
        """Fill a field, or put the value aside if the field has another."""
        if bare := BARE.get(field):
            value = bare(value)
        if self.fields.setdefault(field, value) != value:
            self.keep(tag, value)

    def add(self, field: str, *values: Any) -> None:
        """Add to a field of several values, which is a list until all is read."""
        held = self.fields.get(field, ())
        if type(held) is not list:
            held = self.fields[field] = list(held)
            self.grown.append(field)
        held.extend(values)

    def identify(self, kind: str, value: str) -> None:
        """Add an identifier, once."""
        one = Identifier(kind=kind, value=value)
        if one not in self.identified:
            self.identified.add(one)
            self.add("identifiers", one)

    def citation(self) -> Citation:
        """Return what is understood, with what is put aside."""
        for field in self.grown:
            self.fields[field] = tuple(self.fields[field])
        take_retraction(self.fields)
        return Citation(**self.fields, type=cast("CitationType", self.kind), extra=tuple(self.extra))


Function = Callable[[Reading, str, str, list[str]], None]
"""Reads the values of a tag into a reading: the reading, the field, the tag, its values."""


def decode(value: str) -> str:
    """Return a value with its entities, elements and documents of TeX decoded."""
    return from_html(value).strip() if "<" in value or "&" in value or "\\" in value else value


def several(value: str) -> list[str]:
    """Return the items between semicolons."""
    return cut_at_semicolons(decode(value))
