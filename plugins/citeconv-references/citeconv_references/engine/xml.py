"""XML of styles and locales: bytes go in, light elements with line numbers come out.

Expat is used directly, for it costs nothing to import where lxml costs more than setting a reference does;
citeproc-py's own style objects are lxml elements that look everything up by XPath again and again, so nothing but its
files is of use here. A document type is refused: with it go entities, and nothing is ever loaded from elsewhere.
"""

from __future__ import annotations

from collections.abc import Container
from html import unescape
from typing import Any
from xml.parsers import expat

from citeconv_references.engine.errors import StyleError

NAMESPACE = "http://purl.org/net/xbiblio/csl"
MAX_DEPTH = 150
"""Elements in one another; the deepest known style has 30. The compiler follows the nesting by recursion."""


class Element:
    """An element of the CSL namespace, comments and foreign elements left out."""

    __slots__ = ("attributes", "children", "line", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = ""
        self.line = line

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def find(self, tag: str) -> Element | None:
        """Return the first child of that name."""
        for child in self.children:
            if child.tag == tag:
                return child
        return None

    def without(self, names: Container[str]) -> Element:
        """Return the element without some attributes."""
        return self._with({name: value for name, value in self.attributes.items() if name not in names})

    def having(self, name: str, value: str) -> Element:
        """Return the element with an attribute."""
        return self._with({**self.attributes, name: value})

    def _with(self, attributes: dict[str, str]) -> Element:
        copy = Element(self.tag, attributes, self.line)
        copy.children, copy.text = self.children, self.text
        return copy


def whole_number(text: str, default: int = 0) -> int:
    """Return the number that an attribute is; what is none, or has ten digits and more, is the default."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 10 else default


def parse(source: bytes) -> Element:
    """Return the root element.

    Raises:
        StyleError: The bytes are not well-formed XML, have a document type, or nest too deep.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.ordered_attributes = False
    root = Element("", {}, 0)
    stack = [root]
    prefix = f"{NAMESPACE} "
    escaped_twice = b"&amp;#" in source  # as some styles have it, for HTML

    def start(name: str, attributes: dict[str, Any]) -> None:
        tag = name[len(prefix) :] if name.startswith(prefix) else name
        if " " in "".join(attributes):  # one with a namespace, such as xml:lang
            attributes = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if escaped_twice:
            attributes = {key: unescape(value) for key, value in attributes.items()}
        element = Element(tag, attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)
        if len(stack) > MAX_DEPTH:
            raise StyleError("elements are nested too deep", parser.CurrentLineNumber)

    def end(_name: str) -> None:
        stack.pop()

    def data(text: str) -> None:
        stack[-1].text += text

    def doctype(*_: object) -> None:
        raise StyleError("a document type is not allowed in a style", parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(source, True)
    except expat.ExpatError as error:
        raise StyleError(f"not well-formed XML: {expat.ErrorString(error.code)}", error.lineno) from None
    return root.children[0]
