"""What all fields of EndNote have in common when they are written: a value on one line, clean, in its place.

A value goes in, its text is put in the place that the reference type has for the field of the citation. What changes on
the way is reported.
"""

from __future__ import annotations

from collections.abc import Callable

from citeconv import Citation
from citeconv.values.bare import BARE
from citeconv.values.patterns import lazy

BAD = lazy("[\x00-\x1f\x7f-\x9f\ufffe\uffff]+| {2,}")
"""What becomes one blank."""


class FieldWriter:
    """The reference in the making.

    Args:
        lose: Called with values that cannot be written in full.
        markup: Returns what the syntax keeps of a text with markup.
        read_as: Returns the field as which a field of the syntax is read again; empty if it is not written.

    Attributes:
        citation: What is written.
        type: The name of the reference type.
        places: Where the type has the fields of a citation.
        fields: The texts written so far, by place.
        library: What is of EndNote's library.
    """

    def __init__(
        self, lose: Callable[[str, str], None], markup: Callable[[str], str], read_as: Callable[[str], str]
    ) -> None:
        self.lose = lose
        self._markup = markup
        self.read_as = read_as
        self.fields: dict[str, list[str]] = {}
        self.library: list[tuple[str, str]] = []
        self.places: dict[str, str] = {}
        self.type = ""
        self.citation = Citation()

    def clean(self, field: str, value: str) -> str:
        """Return a value on one line, without characters that a file cannot hold; what changes is reported."""
        plain = value.isprintable() and "  " not in value
        text = (value if plain else BAD.sub(" ", value)).strip(" ")
        if text != value:
            self.lose(field, "blanks, line ends and control characters became single blanks")
        return self.marked(field, text) if "<" in text or "&" in text else text

    def marked(self, field: str, text: str) -> str:
        """Return a text with the markup that the syntax has, line by line."""
        kept = "\n".join(map(self._markup, text.split("\n")))
        if kept != text:
            self.lose(field, "italics, references to characters and the like are written in part")
        return kept.strip(" ")

    def no_field(self, field: str) -> None:
        """Report a field for which the reference type has no place."""
        self.lose(field, f"{self.type} has no field for it")

    def put(self, place: str, field: str, value: str) -> None:
        """Add a value to what stands in a place."""
        text = self.clean(field, value)
        if field in BARE and BARE[field](text) != text:
            self.lose(field, "is read without the words or signs around it")
        if text:
            self.fields.setdefault(place, []).append(text)
