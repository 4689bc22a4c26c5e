"""Contributors: names of one field go in, a ``contrib-group`` with their affiliations comes out.

An affiliation that several share is written once, and its ``id`` referred to.
"""

from __future__ import annotations

from typing import Any

from lxml.etree import SubElement

from citeconv import Affiliation, Name
from citeconv.values.orcids import ORCID
from citeconv.values.patterns import lazy
from citeconv_jats.elements import Elements, Lose, bare
from citeconv_jats.mapping import GROUPS, LOWEST_GROUP
from citeconv_jats.names import add_name

_ORCID = lazy(ORCID)
_ORCID_URL = "https://orcid.org/"
_ROR = lazy(r"0[0-9a-z]{8}")
_ROR_URL = "https://ror.org/"
_NOT_READ = (",", ";")


class People:
    """Builds the contributors of one article after the other.

    Args:
        elements: Gives the elements.
        lose: Called with what has no place.
    """

    def __init__(self, elements: Elements, lose: Lose) -> None:
        self._elements = elements
        self._lose = lose
        self._numbers: dict[Affiliation, str] = {}
        self._before = 0  # affiliations of the articles before

    def begin(self) -> None:
        """Begin an article: forget the affiliations of one that was not finished."""
        self._numbers.clear()

    def finish(self) -> None:
        """Finish an article: the next one's affiliations are numbered on, for an id is unique in its document."""
        self._before += len(self._numbers)

    def add_group(self, parent: Any, field: str, people: tuple[Name, ...]) -> None:
        """Append the contributors of a field."""
        group = self._elements.once(parent, ("contrib-group", "content-type", f"{field.replace('_', '-')}s"))
        known = len(self._numbers)
        equals = sum(1 for name in people if name.equal_contribution)
        if equals == 1:
            self._lose(field, "equal contribution of one alone")
        self._contributors(group, field, GROUPS.get(field, field.replace("_", "-")), people, equals > 1, 0)
        if len(self._numbers) > known:
            for affiliation, number in list(self._numbers.items())[known:]:
                self._affiliation(group, affiliation, number, field)

    def _contributors(
        self, group: Any, field: str, kind: str, people: tuple[Name, ...], equal: bool, depth: int
    ) -> None:
        lose, elements = self._lose, self._elements
        usual = ("contrib", "contrib-type", kind)
        for name in people:
            if name.equal_contribution or name.corresponding or name.members:
                contrib = elements.once(group, usual)
                if name.equal_contribution and equal:
                    contrib.set("equal-contrib", "yes")
                if name.corresponding:
                    contrib.set("corresp", "yes")
            else:
                contrib = elements.group(group, usual)
            if name.orcid or name.identifiers:
                _ids(contrib, name, elements)
            element = add_name(contrib, name, field, elements, lose)
            if name.members:
                self._members(element, name, field, depth)
            if name.role:
                elements.marked(contrib, "role", name.role)
            if name.email:
                elements.text(contrib, "email", name.email)
            self._refer(contrib, name.affiliations, field)

    def _refer(self, contrib: Any, affiliations: tuple[Affiliation, ...], field: str) -> None:
        """Append references to affiliations, each of which gets a number when it first comes up."""
        numbers = self._numbers
        if len(affiliations) > 1 and len(set(affiliations)) < len(affiliations):
            self._lose(field, "an affiliation that stands twice is read once")
        for affiliation in affiliations:
            number = numbers.get(affiliation)
            if number is None:
                number = numbers[affiliation] = f"aff{self._before + len(numbers) + 1}"
            self._elements.group(contrib, ("xref", "ref-type", "aff", "rid", number))

    def _members(self, element: Any, name: Name, field: str, depth: int) -> None:
        if depth >= LOWEST_GROUP or element.tag != "collab":
            self._lose(field, "members of a person, or of groups within groups")
            return
        group = self._elements.once(element, ("contrib-group", "content-type", "collaborators"))
        equals = sum(1 for member in name.members if member.equal_contribution)
        if equals == 1:
            self._lose(field, "equal contribution of one alone")
        self._contributors(group, field, "collaborator", name.members, equals > 1, depth + 1)

    def _affiliation(self, group: Any, affiliation: Affiliation, number: str, field: str) -> None:
        elements, shape = self._elements, ("aff", "id", number)
        if affiliation.text.endswith(_NOT_READ):
            self._lose(field, f"a {affiliation.text[-1]} at the end of an affiliation is not read")
        if not affiliation.identifiers:
            elements.marked(group, shape, affiliation.text)
            return
        wrap = SubElement(elements.once(group, shape), "institution-wrap")
        elements.text(wrap, "institution", bare(affiliation.text, field, self._lose))
        for identifier in affiliation.identifiers:
            whole = identifier.kind == "ror" and _ROR.fullmatch(identifier.value)
            if identifier.value.startswith(_ROR_URL):
                self._lose(field, "the number of an institution is read without its address")
            value = f"{_ROR_URL}{identifier.value}" if whole else identifier.value
            elements.once(wrap, ("institution-id", "institution-id-type", identifier.kind), value)


def _ids(contrib: Any, name: Name, elements: Elements) -> None:
    if name.orcid:
        if _ORCID.fullmatch(name.orcid):
            elements.text(contrib, ("contrib-id", "contrib-id-type", "orcid"), f"{_ORCID_URL}{name.orcid}")
        else:
            elements.text(contrib, ("contrib-id", "contrib-id-type", "orcid-unchecked"), name.orcid)
    for identifier in name.identifiers:
        elements.once(contrib, ("contrib-id", "contrib-id-type", identifier.kind), identifier.value)
