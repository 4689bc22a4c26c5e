"""Braces of raw values: which signs stand outside of them, and whether one pair holds all of a value.

What stands in braces is one word to BibTeX: no separator of names, of their parts or of keywords counts there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citeconv.values.patterns import lazy

_BRACES = lazy(r"(?<!\\)[{}]")


def outside(value: str, signs: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the signs that stand outside braces.

    Args:
        value: A value, raw.
        signs: Matches the signs, and each brace alone.
    """
    depth = 0
    for match in signs.finditer(value):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif depth <= 0:
            yield match


def in_braces(value: str) -> bool:
    """Return whether one pair of braces holds all of a value, and is not there for a part (``{\\'E}mile``) alone."""
    if value[:1] != "{" or value[-1] != "}":
        return False
    depth = 0
    for match in _BRACES.finditer(value):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.end() == len(value)
    return False
