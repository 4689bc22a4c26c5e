"""Contributors: names of one field go in, a ``contrib-group`` with their affiliations goes out.

An affiliation that several share is written once, and its ``id`` referred to.
"""

from __future__ import annotations

from functools import partial

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
        elements: Writes the elements.
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

    def add_group(self, field: str, people: tuple[Name, ...]) -> None:
        """Write the contributors of a field."""
        self._elements.open("contrib-group", f' content-type="{field.replace("_", "-")}s"')
        known = len(self._numbers)
        equals = sum(1 for name in people if name.equal_contribution)
        if equals == 1:
            self._lose(field, "equal contribution of one alone")
        self._contributors(field, GROUPS.get(field, field.replace("_", "-")), people, equals > 1, 0)
        if len(self._numbers) > known:
            for affiliation, number in list(self._numbers.items())[known:]:
                self._affiliation(affiliation, number, field)
        self._elements.close()

    def _contributors(self, field: str, kind: str, people: tuple[Name, ...], equal: bool, depth: int) -> None:
        lose, elements = self._lose, self._elements
        for name in people:
            attributes = f' contrib-type="{kind}"'
            if name.equal_contribution and equal:
                attributes += ' equal-contrib="yes"'
            if name.corresponding:
                attributes += ' corresp="yes"'
            elements.open("contrib", attributes)
            if name.orcid or name.identifiers:
                _ids(name, elements)
            if name.members and name.literal and depth < LOWEST_GROUP:
                add_name(name, field, elements, lose, partial(self._members, name, field, depth + 1))
            else:
                add_name(name, field, elements, lose)
                if name.members:
                    lose(field, "members of a person, or of groups within groups")
            if name.role:
                elements.marked("role", name.role)
            if name.email:
                elements.text("email", name.email)
            self._refer(name.affiliations, field)
            elements.close()

    def _refer(self, affiliations: tuple[Affiliation, ...], field: str) -> None:
        """Write references to affiliations, each of which gets a number when it first comes up."""
        numbers = self._numbers
        if len(affiliations) > 1 and len(set(affiliations)) < len(affiliations):
            self._lose(field, "an affiliation that stands twice is read once")
        for affiliation in affiliations:
            number = numbers.get(affiliation)
            if number is None:
                number = numbers[affiliation] = f"aff{self._before + len(numbers) + 1}"
            self._elements.empty("xref", f' ref-type="aff" rid="{number}"')

    def _members(self, name: Name, field: str, depth: int) -> None:
        self._elements.open("contrib-group", ' content-type="collaborators"')
        equals = sum(1 for member in name.members if member.equal_contribution)
        if equals == 1:
            self._lose(field, "equal contribution of one alone")
        self._contributors(field, "collaborator", name.members, equals > 1, depth)
        self._elements.close()

    def _affiliation(self, affiliation: Affiliation, number: str, field: str) -> None:
        elements, attributes = self._elements, f' id="{number}"'
        if affiliation.text.endswith(_NOT_READ):
            self._lose(field, f"a {affiliation.text[-1]} at the end of an affiliation is not read")
        if not affiliation.identifiers:
            elements.marked("aff", affiliation.text, attributes)
            return
        elements.open("aff", attributes)
        elements.open("institution-wrap")
        elements.text("institution", bare(affiliation.text, field, self._lose))
        for identifier in affiliation.identifiers:
            whole = identifier.kind == "ror" and _ROR.fullmatch(identifier.value)
            if identifier.value.startswith(_ROR_URL):
                self._lose(field, "the number of an institution is read without its address")
            value = f"{_ROR_URL}{identifier.value}" if whole else identifier.value
            elements.text("institution-id", value, elements.attribute("institution-id-type", identifier.kind))
        elements.close()
        elements.close()


def _ids(name: Name, elements: Elements) -> None:
    if name.orcid:
        if _ORCID.fullmatch(name.orcid):
            elements.text("contrib-id", f"{_ORCID_URL}{name.orcid}", ' contrib-id-type="orcid"')
        else:
            elements.text("contrib-id", name.orcid, ' contrib-id-type="orcid-unchecked"')
    for identifier in name.identifiers:
        elements.text("contrib-id", identifier.value, elements.attribute("contrib-id-type", identifier.kind))
