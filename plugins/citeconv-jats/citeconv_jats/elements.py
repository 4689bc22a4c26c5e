"""Building elements: text with citeconv's markup into an lxml element, and citations that XML cannot hold made to fit.

XML 1.0 has no form for most control characters, lone surrogates and U+FFFE; lxml refuses them with ``ValueError``,
which is how a writer learns of them without looking at each character itself. Tabs, line ends and blanks that follow
each other are layout in XML: whoever reads a text makes each run of them a single blank, so a writer has to do the
same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any

from lxml import etree
from lxml.etree import SubElement

from citeconv import Citation
from citeconv.values.markup import plain, runs
from citeconv.values.patterns import lazy
from citeconv.values.texts import change_texts
from citeconv.xml_elements import ILLEGAL
from citeconv_jats.mapping import TAGS

NMTOKEN = lazy(r"[\w.:-]+")
_BLANKS = lazy(r"[ \t\r\n]+")
LABEL_NUMBER = lazy(r"[\[(]?(\d+[a-z]?)[\])]?\.?")
"""A label that is the number of a reference."""

Lose = Callable[[str, str], None]


def fill(element: Any, text: str) -> None:
    """Put text with citeconv's markup into an element."""
    if "<" not in text:
        element.text = text
        return
    element.text = ""  # an empty text keeps the serialiser from indenting within it
    last, open_elements = None, [element]
    for piece, tag in runs(text):
        if not tag:
            if last is None:
                open_elements[-1].text = (open_elements[-1].text or "") + piece
            else:
                last.tail = (last.tail or "") + piece
        elif tag == "open":
            last = SubElement(open_elements[-1], TAGS[piece])
            open_elements.append(last)
            last.text, last = "", None
        else:
            last = open_elements.pop()


Shape = str | tuple[str, ...]
"""The tag of an element, or its tag and the names and values of its attributes."""


def shaped(parent: Any, shape: Shape) -> Any:
    """Append an empty element of a shape, and return it."""
    if isinstance(shape, str):
        return SubElement(parent, shape)
    element = SubElement(parent, shape[0])
    for name, value in zip(shape[1::2], shape[2::2], strict=True):  # in the constructor they cost much more
        element.set(name, value)
    return element


_RENEWED = 64
"""After how many records all elements are made anew: one that waits keeps the whole tree that it was last part of."""


class Elements:
    """Gives elements to a tree, and takes up again those of the tree before: moving one costs a fourth of making it.

    What is taken up again keeps its attributes, so that these belong to its shape, or are set each time. It has no
    tail. It also knows all texts that it was given, and thus whether XML keeps their blanks.
    """

    def __init__(self) -> None:
        self._free: defaultdict[Shape, list[Any]] = defaultdict(list)
        self._taken: list[tuple[list[Any], Any]] = []
        self._texts: list[str] = []
        self._records = 0

    def begin(self) -> None:
        """Begin a new tree: the elements of the one before may be taken up."""
        for free, element in self._taken:
            free.append(element)
        self._taken.clear()
        self._texts.clear()
        self._records += 1
        if not self._records % _RENEWED:
            self._free.clear()

    def text(self, parent: Any, shape: Shape, text: str) -> Any:
        """Append an element that holds a text without markup, and return it."""
        free = self._free[shape]
        if free:
            element = free.pop()
            parent.append(element)
        else:
            element = shaped(parent, shape)
        element.text = text
        self._texts.append(text)
        self._taken.append((free, element))
        return element

    def group(self, parent: Any, shape: Shape) -> Any:
        """Append an element for others, and return it.

        These must be taken up again themselves, or hold no such: lxml would not free what stands between.
        """
        free = self._free[shape]
        if free:
            element = free.pop()
            del element[:]
            parent.append(element)
        else:
            element = shaped(parent, shape)
        self._taken.append((free, element))
        return element

    def person(self, parent: Any, family: str, given: str) -> Any:
        """Append a ``name`` of the two parts that nearly all have, and return it."""
        free = self._free["name"]
        if free:
            name, surname, given_names = parts = free.pop()
            parent.append(name)
        else:
            name = SubElement(parent, "name")
            name.text = ""  # a name stands on one line
            parts = name, SubElement(name, "surname"), SubElement(name, "given-names")
            _, surname, given_names = parts
        surname.text = family
        given_names.text = given
        self._texts += family, given
        self._taken.append((free, parts))
        return name

    def day(self, parent: Any, shape: tuple[str, ...], iso: str, parts: tuple[str, str, str]) -> None:
        """Append a date that has day, month and year, and ``@iso-8601-date``."""
        kind = (*shape, "of day")
        free = self._free[kind]
        if free:
            element, *inner = elements = free.pop()
            parent.append(element)
        else:
            element = shaped(parent, shape)
            element.text = ""  # a date stands on one line
            inner = [SubElement(element, tag) for tag in ("day", "month", "year")]
            elements = (element, *inner)
        element.set("iso-8601-date", iso)
        for each, text in zip(inner, parts, strict=True):
            each.text = text
        self._taken.append((free, elements))

    def marked(self, parent: Any, shape: Shape, text: str) -> Any:
        """Append an element with text that may hold markup, and return it."""
        if "<" not in text:
            return self.text(parent, shape, text)
        return self.marked_once(parent, shape, text)

    def once(self, parent: Any, shape: Shape, text: str | None = None) -> Any:
        """Append an element that is not taken up again, so that it may be changed, and return it."""
        element = shaped(parent, shape)
        if text is not None:
            element.text = text
            self._texts.append(text)
        if not isinstance(shape, str):
            self._texts += shape[2::2]
        return element

    def heed(self, *texts: str) -> None:
        """Look at the blanks of texts of which only parts stand in the tree."""
        self._texts += texts

    def marked_once(self, parent: Any, shape: Shape, text: str) -> Any:
        """Append an element with text that may hold markup, which is not taken up again, and return it."""
        element = self.once(parent, shape)
        self.fill(element, text)
        return element

    def fill(self, element: Any, text: str) -> None:
        """Put text with citeconv's markup into an element that is not taken up again."""
        self._texts.append(text)
        fill(element, text)

    def set(self, element: Any, name: str, value: str) -> None:
        """Set an attribute of an element that is not taken up again."""
        self._texts.append(value)
        element.set(name, value)

    def have_odd_blanks(self) -> bool:
        """Return whether a text of the tree has blanks that XML does not keep: at its ends, or several in a row."""
        texts = [*filter(None, self._texts)]
        joined = " ".join(texts)  # a blank at an end is next to another now
        return (
            any(map(joined.__contains__, ("  ", "\n", "\t", "\r")))
            or joined.strip() != joined
            or (not joined.isascii() and [*map(str.strip, texts)] != texts)
        )


def bare(text: str, field: str, lose: Lose) -> str:
    """Return a text for an element that holds no markup; say so if it had some."""
    if "<" not in text:
        return text
    without = plain(text)
    if without != text:
        lose(field, "JATS has no markup here")
    return without


def serialise(element: Any) -> bytes:
    """Return an element in UTF-8, each child of elements alone on a line."""
    data: bytes = etree.tostring(element, encoding="utf-8", pretty_print=True)
    return data


def legal(citation: Citation, lose: Lose) -> Citation:
    """Return a citation without the characters that XML cannot hold, each replaced by U+FFFD and reported."""
    why = "characters that XML cannot hold became U+FFFD"
    return _changed(citation, citation.__struct_fields__, _legal, why, lose)


def single_blanks(citation: Citation, fields: Collection[str], lose: Lose) -> Citation:
    """Return a citation with single blanks in some of its fields, and report each in which there were others."""
    return _changed(citation, fields, _single_blanks, "blanks and line ends became single blanks", lose)


def _changed(
    citation: Citation, fields: Collection[str], change: Callable[[str], str], why: str, lose: Lose
) -> Citation:
    changed, different = change_texts(change, citation, fields)
    for field in different:
        lose(field, why)
    return changed


def _legal(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)


def _single_blanks(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
