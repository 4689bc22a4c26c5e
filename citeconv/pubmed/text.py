"""Wrapped and escaped text back to plain text.

PubMed wraps at 80 columns. Its newer exports keep the blank of a soft break at the end of the line, so that a line end
without one is real; older ones, and files that an editor has cleaned, tell nothing. Some records carry entities that
were escaped twice, or tags of web pages.
"""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});")
_TAG = re.compile(r"</?(?:br|p|div|span|em|strong|u|ul|li|ol|a|font)\b[^<>\n]{0,80}>", re.I)
_BLANKS = re.compile(r" {2,}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def unwrap(text: str) -> str:
    """Return a wrapped paragraph as one line, entities decoded."""
    if "\n" in text:
        text = text.replace(" \n", " ").replace("\n", " ")
    return tidy(text)


def tidy(text: str) -> str:
    """Return a line without surplus blanks and leaked entities."""
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    text = text.strip(" \n")
    if "&" in text or "<" in text:
        text = unescape(text)
    return text


def unescape(text: str) -> str:
    """Return text with leaked entities decoded, escaped once or twice, and tags that no citation has made blanks."""
    for _ in range(2):
        if _ENTITY.search(text) is None:
            break
        text = _SURROGATE.sub("\ufffd", _ENTITY.sub(lambda match: html.unescape(match[0]), text))
    return _TAG.sub(" ", text) if "<" in text else text
