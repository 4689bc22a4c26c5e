"""Plain text of an entry, one line; styles are left out, superscripts are Unicode's where it has them."""

from __future__ import annotations

from citeconv_references.engine.runs import SUPERSCRIPT, Tree

RAISED = str.maketrans("0123456789+-\N{MINUS SIGN}()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
"""Characters that are written raised if all of a superscript are: without that, 10 to the third were 103."""
RAISED_WORDS = {"TM": "™", "SM": "℠", "o": "º", "a": "ª", "n": "ⁿ"}
"""Whole superscripts of letters that have a sign of their own; all others stand as letters."""


def to_text(tree: Tree) -> str:
    """Return a tree as one line of text."""
    blocks = ("".join([_raised(text) if styles & SUPERSCRIPT else text for text, styles in runs]) for _, runs in tree)
    return " ".join(map(str.strip, blocks)).replace("\n", " ")


def _raised(text: str) -> str:
    if all(ord(char) in RAISED for char in text):
        return text.translate(RAISED)
    return RAISED_WORDS.get(text, text)
