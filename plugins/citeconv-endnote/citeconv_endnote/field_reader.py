"""What all fields of EndNote have in common when they are read: the reference as far as it is understood.

A field of the citation is filled once; what says something else afterwards goes to ``extra``, under the name that the
field has in EndNote XML.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from citeconv import Identifier
from citeconv.values.bare import BARE
from citeconv.values.catalogued import are_catalogued, from_catalogue
from citeconv.values.names import with_dotted_initials, without_others
from citeconv_endnote.library import LINKS, PREFIX
from citeconv_endnote.names import read_names
from citeconv_endnote.types import read_type, reference_type

NUMBER = "electronic-resource-num"
GENERIC = "Generic"
SECONDARY = "titles/secondary-title"
PERIODICALS = (
    "periodical/full-title", "periodical/abbr-1", "alt-periodical/full-title", "alt-periodical/abbr-1",
)  # fmt: skip


class Reference(NamedTuple):
    """A record as its syntax gives it.

    Args:
        type_name: The reference type as the record names it; empty if it does not.
        number: Its number in EndNote XML.
        fields: The values of each field by its path in EndNote XML; lines of a value stand on lines.
        extra: What is not a field: attributes and the like.
        told: Fields of the citation that EndNote has none for, and their text.
        numbers: Likewise, identifiers.
    """

    type_name: str
    number: str
    fields: dict[str, list[str]]
    extra: list[tuple[str, str]]
    told: tuple[tuple[str, str], ...] = ()
    numbers: tuple[Identifier, ...] = ()


class FieldReader:
    """The state while one reference is read.

    Attributes:
        type: The name of the reference type.
        fields: What is to be read, by its path in EndNote XML.
        values: The fields of the citation so far.
        identifiers: Those that have no field of their own.
        extra: What is left over.
    """

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.fields = dict(reference.fields)
        self.values: dict[str, Any] = dict(reference.told)
        self.extra = [(PREFIX + path, value) for path, value in reference.extra]
        self.identifiers: list[Identifier] = list(reference.numbers)
        known = reference_type(reference.type_name or self._untold(), reference.number)
        if known and known.name == GENERIC and "volume" in self.fields and self._is_in_periodical():
            known = reference_type("Journal Article")  # Mendeley's, of what the user gave no type
        self.type = known.name if known else GENERIC
        self.values["type"] = read_type(known, " ".join(self.fields.get("work-type", ())))

    def _untold(self) -> str:
        """Return the type of a reference that may name none: what stands in a periodical is an article."""
        periodical = self._is_in_periodical() or (SECONDARY in self.fields and "volume" in self.fields)
        return "Journal Article" if periodical and not self.reference.number else ""

    def _is_in_periodical(self) -> bool:
        return not self.fields.keys().isdisjoint(PERIODICALS)

    def put(self, path: str, target: str, texts: list[str]) -> None:
        """Read text into a field that holds one; further ones are left, unless they say the same."""
        text, *others = texts
        text = text.replace("\n", " ")
        if bare := BARE.get(target):
            text = bare(text)
        if target in self.values:
            others = [text] if self.values[target] != text else []
        else:
            self.values[target] = text
        self.keep(path, [other for other in others if other != self.values[target]])

    def keep(self, path: str, texts: list[str]) -> None:
        """Put what has no place into ``extra``."""
        self.extra += [(PREFIX + path, text) for text in texts]

    def fill(self, target: str, value: str) -> bool:
        """Fill a field that is empty; return whether it holds the value now."""
        return bool(self.values.setdefault(target, value) == value)

    def identify(self, path: str, text: str) -> None:
        """Take a link, or a number beside the DOI, for an identifier."""
        self.identifiers.append(Identifier(kind=LINKS[path], value=text))

    def names(self, path: str, target: str, texts: list[str]) -> None:
        """Read people; words for others behind them say that the list is cut short."""
        names = [name for text in texts for name in text.split("\n")]
        if names and (last := without_others(names[-1])) != names[-1]:
            names[-1:] = filter(None, [last])
            self.values["et_al"] = (*self.values.get("et_al", ()), target)
        if are_catalogued("\n".join(names)):
            names = self._without_marks(path, target, names)
        if names:
            read = [name for text in with_dotted_initials(names) for name in read_names(text)]
            self.values[target] = (*self.values.get(target, ()), *read)

    def _without_marks(self, path: str, target: str, names: list[str]) -> list[str]:
        """Return names without what catalogues have behind them; those of another role go where that belongs."""
        left = []
        for name, role, wording in from_catalogue(names):
            if wording:
                self.keep(path, [wording])
            if role in ("", target):
                left.append(name)
            else:
                self.values[role] = (*self.values.get(role, ()), *read_names(name))
        return left
