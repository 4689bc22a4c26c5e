"""What has been read of a record so far: fields, what must wait for others, and what has no field.

Functions that read an element are given the draft and put into it; ``keep`` takes an element that nobody reads, and so
says for every text and attribute where it stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from citeconv.values.markup import from_element
from citeconv_pubmed_xml.mapping import INLINE, PREFIX, SILENT
from citeconv_pubmed_xml.values import text_of


class Draft:
    """The citation in the making.

    Attributes:
        fields: Values of the citation's fields.
        lists: Values of fields that hold several, not yet tuples.
        facts: What is understood when all has been read: the title as printed, the dates.
        extra: What has no field.
    """

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.lists: dict[str, list[Any]] = {}
        self.facts: dict[str, Any] = {}
        self.extra: list[tuple[str, str]] = []

    def add(self, field: str, value: Any) -> None:
        """Append a value to a field that holds several."""
        values = self.lists.get(field)
        if values is None:
            self.lists[field] = [value]
        else:
            values.append(value)

    def text(self, field: str, element: Any) -> None:
        """Take the text of an element as a field; if the field has one already, keep it apart."""
        text = text_of(element)
        if field not in self.fields:
            if text:
                self.fields[field] = text
        elif text != self.fields[field]:
            self.keep(element)

    def say(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        if value:
            self.extra.append((PREFIX + name, value))

    def attributes(self, element: Any, names: Iterable[str]) -> None:
        """Keep attributes of an element, but for values that mean nothing."""
        silent: Mapping[str, str] = SILENT.get(element.tag, {})
        every = dict(element.items())  # an element looks for each name from its first attribute on
        for name in names:
            value = every.get(name, "").strip()
            if value and value != silent.get(name):
                self.say(f"{element.tag}/@{name}", value)

    def stray(self, element: Any, text: str) -> None:
        """Keep text that stands within an element where only elements should."""
        self.say(f"{element.tag}/text()", " ".join(text.split()))

    def keep(self, element: Any) -> None:
        """Keep all texts and attributes of an element, each with the names of its element and the one around it."""
        waiting = [element]
        while waiting:
            each = waiting.pop()
            parent = each.getparent()
            self.attributes(each, each.keys())
            if is_text(each):
                self.say(f"{parent.tag}/{each.tag}", from_element(each))
            else:
                waiting += reversed(each)


def is_text(element: Any) -> bool:
    """Whether an element holds text, perhaps with markup in it, rather than elements."""
    if (element.text and not element.text.isspace()) or not len(element):
        return True
    return all(local_name(child.tag) in INLINE for child in element)


def local_name(tag: Any) -> str:
    """Return a name without its namespace; of what is no element, nothing."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
