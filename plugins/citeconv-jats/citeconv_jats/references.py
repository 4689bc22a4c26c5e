"""Writing ``ref``: a citation goes in, a ``ref`` with its id, its label and its citation in one or two forms comes out.

Ids must not occur twice in a document. A key that the source brought is kept where it can be an id and is free; all
others are numbered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml.etree import Element, SubElement

from citeconv import Citation
from citeconv.values.key_table import KeyTable
from citeconv_jats.citations import Citations
from citeconv_jats.elements import LABEL_NUMBER, Elements, Lose, serialise
from citeconv_jats.mixed import MixedCitations
from citeconv_jats.options import NAME
from citeconv_jats.parts import with_repository


class References:
    """Builds references.

    Args:
        settings: The options of the format.
        lose: Called with what has no place.

    Attributes:
        elements: What it builds them of.
    """

    def __init__(self, settings: Mapping[str, Any], lose: Lose) -> None:
        abbreviate = settings["journal"] == "abbrev"
        form = settings["citation"]
        self.elements = Elements()
        element = Citations(abbreviate, self.elements, lose)
        mixed = MixedCitations(abbreviate, self.elements, lose if form == "mixed" else _silent)
        self._builders: tuple[Citations | MixedCitations, ...] = tuple(
            builder for builder, other in ((element, "mixed"), (mixed, "element")) if form != other
        )
        self._labels = settings["labels"]
        self._prefix = settings["ids"]
        self._lose = lose
        self._number = 0
        self._keys = KeyTable()

    def build(self, citation: Citation) -> Any:
        """Return one ``ref``, which is not counted yet.

        Raises:
            ValueError: The citation holds a character that XML cannot.
        """
        self.elements.begin()
        if any(each.kind == "isbn" for each in citation.identifiers):
            self._lose("identifiers", "an ISBN is read as such")
            self._lose("isbn", "is read from an identifier, too")
        ref = Element("ref")
        label = str(self._number + 1) if self._labels == "number" else ""
        if self._labels == "source":
            label = citation.citation_number or citation.citation_label
            if citation.citation_number and citation.citation_label:
                self._lose("citation_label", "a reference has one label")
            number = LABEL_NUMBER.fullmatch(label)
            if number and citation.citation_number not in ("", number[1]):
                self._lose("citation_number", f"is read as {number[1]}")
            if label and (number is None) == bool(citation.citation_number):
                written, read = ("number", "label") if citation.citation_number else ("label", "number")
                self._lose(f"citation_{written}", f"is read as the {read}")
                self._lose(f"citation_{read}", f"the {written} is read as it")
        if label:
            self.elements.marked(ref, "label", label)
        parent = SubElement(ref, "citation-alternatives") if len(self._builders) > 1 else ref
        cited = with_repository(citation)
        for builder in self._builders:
            builder.add(parent, cited)
        return ref

    def finish(self, ref: Any, citation: Citation) -> bytes:
        """Return one ``ref``, with its id, in UTF-8."""
        self._number += 1
        ref.set("id", self._id(citation))
        return serialise(ref)

    def _id(self, citation: Citation) -> str:
        """Return an id that no other reference of the list has."""
        numbered = f"{self._prefix}{self._number}"
        key = citation.key
        if not key or key == numbered:
            return numbered
        if not NAME.fullmatch(key) or _is_numbered(key, self._prefix) or self._keys.claim(key):
            self._lose("key", f"{key} cannot be an id, or is taken; written as {numbered}")
            return numbered
        return key


def _is_numbered(key: str, prefix: str) -> bool:
    """Return whether a key might be the number of another reference."""
    return key.startswith(prefix) and key[len(prefix) :].isdigit()


def _silent(_field: str, _why: str) -> None:
    """Take what the second form of a citation lacks: the first has it."""
