"""What has been read of a record so far: fields, what must wait for others, and what has no field.

Functions that read an element are given the draft and put into it; ``keep`` takes an element that nobody reads, and so
says for every text and attribute where it stood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from citeconv import Date, Event, Identifier, Name
from citeconv.values.markup import from_element
from citeconv_pubmed_xml.mapping import INLINE, PREFIX, SILENT
from citeconv_pubmed_xml.values import text_of

_FEW = 3
"""Attributes for which an element is asked one by one."""


class Facts(msgspec.Struct):
    """What is understood when all has been read; empty where nothing says it.

    Attributes:
        title: That of the article, as it is printed.
        book: The title of the book, as it is printed.
        iso: ISO's abbreviation of the journal.
        affiliation: The only one that old records have, which is the first author's.
        linking: The ISSN that stands for all media.
        pmid_of_data: The PMID among the identifiers of the article.
        paged: Whether a place in the volume is known.
        printed: The date of the issue or of the book.
        electronic: The date of the article on the web.
        beginning: When a book that is still being written was begun.
        ending: When it was finished.
        record_dates: Steps in the life of the record, which stand before those of the article.
        locations: Identifiers beside the pages, each with its kind.
        other_ids: Identifiers that other owners have given.
        book_authors: Who wrote the book that holds the article.
        groups: Where the group stands whose investigators have a number: its field and its place there.
        investigators: People with the number of their group, if it has one.
    """

    title: str = ""
    book: str = ""
    iso: str = ""
    affiliation: str = ""
    linking: str = ""
    pmid_of_data: str = ""
    paged: bool = False
    printed: Date | None = None
    electronic: Date | None = None
    beginning: Date | None = None
    ending: Date | None = None
    record_dates: list[Event] = []
    locations: list[tuple[str, str]] = []
    other_ids: list[Identifier] = []
    book_authors: list[Name] = []
    groups: dict[str, tuple[str, int]] = {}
    investigators: list[tuple[str, list[Name]]] = []


class Draft:
    """The citation in the making.

    Attributes:
        fields: Values of the citation's fields.
        lists: Values of fields that hold several, not yet tuples.
        facts: What waits for others.
        extra: What has no field.
    """

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.lists: dict[str, list[Any]] = {}
        self.facts = Facts()
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

    def attributes(self, element: Any, names: Sequence[str]) -> None:
        """Keep attributes of an element, but for values that mean nothing."""
        silent: Mapping[str, str] = SILENT.get(element.tag, {})
        # an element looks for each name from its first attribute on
        get = element.get if len(names) <= _FEW else dict(element.items()).get
        for name in names:
            value = get(name, "").strip()
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


def local_name(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]
