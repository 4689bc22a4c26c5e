"""Addresses in the web: where each of several in one value begins, and that of a preprint at arXiv."""

from __future__ import annotations

from citeconv.citation import Citation
from citeconv.values.patterns import lazy

_BETWEEN = lazy(
    r"(?:[,;] ?|[|]| )(?=(?:https?|ftp|file|internal-pdf)://)|(?<=[A-Za-z0-9])(?=https?://[a-z0-9-]{1,60}\.[a-z0-9])"
)
"""What parts them: signs and blanks (EndNote, Mendeley), or nothing at all (Rayyan, RefWorks)."""


def addresses(value: str) -> list[str]:
    """Return the addresses in a value; one within another, ``https://example.org/?url=https://…``, is part of it."""
    return _BETWEEN.split(value) if value.count("://") > 1 else [value]


ARXIV = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
"""The number of a preprint at arXiv, with its version: the source of a pattern."""
_ARXIV = lazy(ARXIV)


def address_at_arxiv(citation: Citation) -> str:
    """Return the address of a work at arXiv if nothing but its number there tells where it is, else nothing."""
    if citation.doi or citation.url:
        return ""
    numbers = [each.value for each in citation.identifiers if each.kind == "arxiv" and _ARXIV.fullmatch(each.value)]
    return f"https://arxiv.org/abs/{numbers[0]}" if numbers else ""
