"""Wrapped and escaped text back to plain text.

PubMed wraps at 80 columns. Its newer exports keep the blank of a soft break at the end of the line, so that a line end
without one is real; older ones, and files that an editor has cleaned, tell nothing. Some records carry entities that
were escaped twice, or tags of web pages.
"""

from __future__ import annotations

import re

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});")
_TAG = re.compile(r"</?(?:br|p|div|span|em|strong|u|ul|li|ol|a|font)\b[^<>\n]{0,80}>", re.I)
_BLANKS = re.compile(r"  +")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str, marked: bool) -> str:
    """Return a record's text ready for reading block by block.

    Args:
        text: Blocks as printed.
        marked: Whether a blank at a line's end says that the line goes on; then it is joined to the next.

    Returns:
        The text with entities decoded, in which no line ends in a blank.
    """
    if "&" in text or "<" in text:
        text = unescape(text)
    return text.replace(" \n", " " if marked else "\n")


def unwrap(text: str) -> str:
    """Return a block of clean text as one line, without surplus blanks."""
    if "\n" in text:
        text = text.replace("\n", " ")
    return _BLANKS.sub(" ", text) if "  " in text else text


def unescape(text: str) -> str:
    """Return text with leaked entities decoded, escaped once or twice, and tags that no citation has made blanks."""
    import html  # its table of entities takes a millisecond, and few records need it

    for _ in range(2):
        if "&" not in text or _ENTITY.search(text) is None:
            break
        text = _SURROGATE.sub("\ufffd", _ENTITY.sub(lambda match: html.unescape(match[0]), text))
    return _TAG.sub(" ", text) if "<" in text else text
