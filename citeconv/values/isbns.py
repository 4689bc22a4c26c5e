"""The ISBN, the number of a book: a piece of a pattern, and whether a text is one.

The check digit is not looked at: what a file calls an ISBN is one.
"""

from __future__ import annotations

from citeconv.values.patterns import lazy

ISBN = r"(?<![\d-])(?:97[89][- ]?)?\d(?:-?\d){8}-?[\dXx](?![\d-])"
"""One among other words and numbers."""

_BINDING = (
    r"(?:hard|soft|paper)(?:cover|back)|[hp]bk\.?|(?:alk\.|acid-free) paper|cloth|paper|pdf|epub|e-?book|set"
    r"|lib\. bdg\."
)
BINDING = rf"\((?:{_BINDING})(?: : (?:{_BINDING}))?\)"
"""Which form of a book has the ISBN before it, ``(pbk. : alk. paper)``: the source of a pattern for any case."""

_LONE = lazy(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]")
"""One that is all its field holds, and may thus have blanks in it."""


def is_isbn(text: str) -> bool:
    """Return whether a text has the form of an ISBN of 10 or 13 digits, with hyphens or blanks between or none."""
    return _LONE.fullmatch(text) is not None
