"""What a reader has found so far: fields, lists, and what has no field, kept in ``extra``; and how it looks for them.

Elements go in, a citation comes out. ``Reader`` gives each child of an element its field or its method, by the tables
of the class that derives from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from citeconv import Citation
from citeconv.values.bare import bare_number
from citeconv.values.forms import letters
from citeconv.values.markup import from_element, parts_of
from citeconv.values.patterns import lazy
from citeconv_jats.mapping import HREF

Note = Callable[[str], object]
"""What is told of what a reader leaves out."""

_LETTER = lazy(r"\w")
_BEFORE_ADDRESS = lazy(r"(?:https?://(?:(?:dx\.|www\.)?doi\.org/|www\.)?|mailto:|info:doi/)")
_CONJUNCTIONS = frozenset("and et und y e".split())
"""What ``x``, JATS's element for generated text and punctuation, has between the names of people."""


class Draft:
    """A citation in the making."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.lists: dict[str, list[Any]] = {}
        self.extra: list[tuple[str, str]] = []

    def takes(self, field: str, value: Any) -> bool:
        """Set a field that is still empty; return whether the value is the one that it has now."""
        return bool(self.fields.setdefault(field, value) == value)

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
        """Keep the text of an element that has no field; signs alone say nothing, nor does "and" between names."""
        if _LETTER.search(text := parts_of(element)):
            name = name_of(element)
            if name != "x" or letters(text) not in _CONJUNCTIONS:
                self.say(name, text)

    def keep_address(self, element: Any) -> None:
        """Keep where an element leads, if its text does not say so itself."""
        href = element.get(HREF) or ""
        if letters(_BEFORE_ADDRESS.sub("", href, count=1)) not in letters(parts_of(element)):
            self.say(f"{name_of(element)}/@href", href)

    def citation(self) -> Citation:
        """Return the citation, with each ISBN but once, and the bare numbers of volume and issue.

        What stands in a draft for a number to come (``¿VOL?``, as JOSS has it) is none.
        """
        for field in ("volume", "issue", "page"):
            number = self.fields.get(field, "")
            if number[:1] == "¿" and number[-1] == "?":
                self.say(field, self.fields.pop(field))
        for field in ("volume", "issue"):
            if (number := self.fields.get(field, "")) and not number.isdecimal():
                self.fields[field] = bare_number(number)
        if "isbn" in self.lists:
            self.lists["isbn"] = [*dict.fromkeys(self.lists["isbn"])]
        self.fields.update([(field, tuple(values)) for field, values in self.lists.items()])
        return Citation(**self.fields, extra=tuple(self.extra))


def name_of(element: Any) -> str:
    """Return the name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2] if tag[:1] == "{" else tag


class Reader:
    """Gives each child of an element to what reads it, by its name.

    ``texts`` has the fields of those that are mere text, ``functions`` what reads those that stand for themselves, and
    ``table`` the methods for those of which more must be known.
    """

    texts: ClassVar[dict[str, str]] = {}
    functions: ClassVar[dict[str, Callable[[Draft, Any], None]]] = {}
    table: ClassVar[dict[str, str]] = {}

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def walk(self, element: Any) -> None:
        """Read the children of an element."""
        for child in element:
            name = name_of(child)
            if field := self.texts.get(name):
                self.draft.put(field, from_element(child), name)
            elif read := self.functions.get(name):
                read(self.draft, child)
            elif method := self.table.get(name):
                getattr(self, method)(child)
            else:
                self.draft.keep(child)
