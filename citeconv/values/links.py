"""Addresses in the web, several of them in one value: where each begins."""

from __future__ import annotations

from citeconv.values.patterns import lazy

_BETWEEN = lazy(
    r"(?:[,;] ?|[|]| )(?=(?:https?|ftp|file|internal-pdf)://)|(?<=[A-Za-z0-9])(?=https?://[a-z0-9-]{1,60}\.[a-z0-9])"
)
"""What parts them: signs and blanks (EndNote, Mendeley), or nothing at all (Rayyan, RefWorks)."""


def addresses(value: str) -> list[str]:
    """Return the addresses in a value; one within another, ``https://example.org/?url=https://…``, is part of it."""
    return _BETWEEN.split(value) if value.count("://") > 1 else [value]
