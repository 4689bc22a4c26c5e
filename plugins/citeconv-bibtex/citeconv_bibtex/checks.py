"""Check digits of ISSN (ISO 3297) and ISBN (ISO 2108): biber refuses a number whose last digit does not fit."""

from __future__ import annotations

from citeconv.values.patterns import lazy

_ISSN = lazy(r"\d{4}-\d{3}[\dX]")
_ISBN = lazy(r"(?:97[89])?\d{9}[\dX]")


def is_issn(value: str) -> bool:
    """Return whether ``1234-567X`` is an ISSN: eight digits weighted 8 to 1 that add up to a multiple of 11."""
    if not (value.isascii() and _ISSN.fullmatch(value)):
        return False
    return _weighted(value.replace("-", "")) % 11 == 0


def is_isbn(value: str) -> bool:
    """Return whether a value is an ISBN-10 or ISBN-13; hyphens and blanks do not count."""
    digits = value.replace("-", "").replace(" ", "")
    if not (digits.isascii() and _ISBN.fullmatch(digits)):
        return False
    if len(digits) == 10:
        return _weighted(digits) % 11 == 0
    return "X" not in digits and sum(int(char) * (1, 3)[place % 2] for place, char in enumerate(digits)) % 10 == 0


def _weighted(digits: str) -> int:
    """Return the sum of digits, the last counted once, the one before twice and so on; ``X`` is 10."""
    return sum((10 if char == "X" else int(char)) * weight for weight, char in enumerate(reversed(digits), 1))
