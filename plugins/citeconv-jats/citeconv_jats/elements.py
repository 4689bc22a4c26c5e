"""Building elements: text with citeconv's markup into an lxml element, and citations that XML cannot hold made to fit.

XML 1.0 has no form for most control characters, lone surrogates and U+FFFE; lxml refuses them with ``ValueError``,
which is how a writer learns of them without looking at each character itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from lxml import etree
from lxml.etree import SubElement

from citeconv import Citation
from citeconv.values.markup import plain, runs
from citeconv.values.patterns import lazy
from citeconv.values.texts import map_texts
from citeconv_jats.mapping import TAGS

ILLEGAL = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NMTOKEN = lazy(r"[\w.:-]+")
NAME = lazy(r"[A-Za-z_][A-Za-z0-9_.-]*")
"""What an ``id`` may be; XML allows more letters, some tools do not."""

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


def legal(citation: Citation, lose: Lose) -> Citation:
    """Return a citation without the characters that XML cannot hold, each replaced by U+FFFD and reported."""
    changes = {}
    for field in citation.__struct_fields__:
        value = getattr(citation, field)
        replaced = map_texts(_legal, value)
        if replaced != value:
            lose(field, "characters that XML cannot hold became U+FFFD")
            changes[field] = replaced
    return msgspec.structs.replace(citation, **changes)


def _legal(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)
