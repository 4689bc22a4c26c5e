"""Building elements: text with citeconv's markup into an lxml element, and citations that XML cannot hold made to fit.

XML 1.0 has no form for most control characters, lone surrogates and U+FFFE; lxml refuses them with ``ValueError``,
which is how a writer learns of them without looking at each character itself. Tabs, line ends and blanks that follow
each other are layout in XML: whoever reads a text makes each run of them a single blank, so that a writer has to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from operator import attrgetter
from typing import Any

import msgspec
from lxml import etree
from lxml.etree import SubElement

from citeconv import Citation
from citeconv.values.markup import plain, runs
from citeconv.values.patterns import lazy
from citeconv.values.texts import change_texts
from citeconv_jats.mapping import TAGS

ILLEGAL = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NMTOKEN = lazy(r"[\w.:-]+")
NAME = lazy(r"[A-Za-z_][A-Za-z0-9_.-]*")
"""What an ``id`` may be; XML allows more letters, some tools do not."""

_BLANKS = lazy(r"[ \t\r\n]+")
_ODD_END = lazy(r'"(?:(?=\s)|(?<=\s"))')
"""The end of a text in JSON that has a blank there, be it one of those that XML takes for letters."""

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


def add(parent: Any, tag: str, text: str) -> None:
    """Append an element with text that may hold markup."""
    if "<" in text:
        fill(SubElement(parent, tag), text)
    else:
        SubElement(parent, tag).text = text


def bare(text: str, field: str, lose: Lose) -> str:
    """Return a text for an element that holds no markup; say so if it had some."""
    if "<" not in text:
        return text
    without = plain(text)
    if without != text:
        lose(field, "JATS has no markup here")
    return without


def serialise(element: Any) -> str:
    """Return an element as text, each child of elements alone on a line."""
    return etree.tostring(element, encoding="unicode", pretty_print=True)


class Blanks:
    """Finds citations with blanks that XML does not keep; all but a few have none, which is told in microseconds.

    Args:
        fields: The fields to look at.
    """

    def __init__(self, fields: Collection[str]) -> None:
        self._fields = tuple(fields)
        self._values = attrgetter(*self._fields)
        self._encode = msgspec.json.Encoder().encode

    def single(self, citation: Citation, lose: Lose) -> Citation:
        """Return a citation with single blanks, and report each field in which there were others.

        Raises:
            ValueError: A text holds a lone surrogate.
        """
        texts = self._encode(tuple(filter(None, self._values(citation)))).decode()
        if "\\" in texts:  # a tab or a line end, if not the quotation marks of a text
            texts = texts.replace('\\"', "'")
        if not ("  " in texts.replace('"', " ") or "\\" in texts or (not texts.isascii() and _ODD_END.search(texts))):
            return citation
        return _changed(citation, self._fields, _single_blanks, "blanks and line ends became single blanks", lose)


def legal(citation: Citation, lose: Lose) -> Citation:
    """Return a citation without the characters that XML cannot hold, each replaced by U+FFFD and reported."""
    why = "characters that XML cannot hold became U+FFFD"
    return _changed(citation, citation.__struct_fields__, _legal, why, lose)


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
