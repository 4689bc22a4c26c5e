"""What a reader has found so far: fields, lists, and what has no field, which is kept in ``extra``."""

from __future__ import annotations

from typing import Any

from citeconv import Citation
from citeconv.values.markup import from_element


class Draft:
    """A citation in the making."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.lists: dict[str, list[Any]] = {}
        self.extra: list[tuple[str, str]] = []

    def put(self, field: str, text: str, tag: str) -> None:
        """Set a field; a second, different value for it is kept under the name of its element."""
        if not text:
            return
        if self.fields.setdefault(field, text) != text:
            self.say(tag, text)

    def add(self, field: str, value: Any) -> None:
        """Append to a field that is a list."""
        self.lists.setdefault(field, []).append(value)

    def say(self, tag: str, text: str) -> None:
        """Keep what has no field."""
        self.extra.append((f"jats:{tag}", text))

    def keep(self, element: Any) -> None:
        """Keep the text of an element that has no field."""
        if isinstance(element.tag, str) and (text := from_element(element)):
            self.say(name_of(element), text)

    def citation(self) -> Citation:
        """Return the citation."""
        self.fields.update([(field, tuple(values)) for field, values in self.lists.items()])
        return Citation(**self.fields, extra=tuple(self.extra))


def name_of(element: Any) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2] if tag[:1] == "{" else tag


def forget_namespaces(root: Any) -> None:
    """Rename all elements but those of MathML to what they are without a namespace."""
    for element in root.iter():
        if isinstance(element.tag, str) and "/MathML" not in element.tag:
            element.tag = element.tag.rpartition("}")[2]
