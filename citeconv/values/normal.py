"""Unicode's normal forms, in linear time.

The name of a form and a text go in, the text in that form comes out. To order the combining marks on one letter takes
time with the square of their number; so where there are more than any language has, they are taken thirty at a time.
"""

from __future__ import annotations

from typing import Literal
from unicodedata import normalize

from citeconv.values.patterns import lazy

MOST_MARKS = 30
"""As many upon one letter are put in order, as in Unicode's stream-safe texts (its Annex 15)."""
_LONG_RUN = lazy(rf"[^\0-\u02ff\w]{{{MOST_MARKS + 1}}}")
_PIECE = lazy(rf"[\0-\u02ff\w]*[^\0-\u02ff\w]{{0,{MOST_MARKS}}}")


def normalized(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """Return a text in a normal form."""
    if text.isascii():
        return text
    if _LONG_RUN.search(text) is None:
        return normalize(form, text)
    return "".join([normalize(form, piece) for piece in _PIECE.findall(text)])
