"""The differences between two readings, or of a citation that is written and read again, and which were reported.

Citations go in; the fields that differ come out with their values, or the words that are gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from citeconv.citation import FIELDS, Citation
from citeconv.report import Report
from citeconv.testing.changes import words_of
from citeconv.testing.kit import shown, words


def unlike(found: list[Citation], expected: list[Citation]) -> str:
    """Return how two readings differ, in the first field of the first record that does; nothing if they do not."""
    if len(found) != len(expected):
        return f"{len(found)} records, expected {len(expected)}"
    for number, (one, other) in enumerate(zip(found, expected, strict=True), 1):
        for field in changed_fields(one, other):
            return f"record {number}, {field}: got {_against(one, other, field)}"
    return ""


def changed_fields(found: Citation, expected: Citation) -> list[str]:
    """Return the fields that differ."""
    return [name for name in FIELDS if getattr(found, name) != getattr(expected, name)]


def changes_told(found: Citation, expected: Citation, told: Collection[str]) -> list[str]:
    """Return how a citation differs after writing and reading, a line for each field, without fields that may differ.

    Args:
        found: What was read.
        expected: What was written.
        told: Fields that may differ, as they were reported.
    """
    changed = [name for name in changed_fields(found, expected) if name not in told]
    return [
        f"{name}: got {_against(found, expected, name)}" for name in changed if not _moved(name, found, expected, told)
    ]


def without(citation: Citation, lost: Collection[str]) -> Citation:
    """Return a citation without the details that were reported as lost (``author.orcid``), for comparison."""
    changed: dict[str, Any] = {}
    for path in lost:
        field, _, detail = path.partition(".")
        value = changed.get(field, getattr(citation, field))
        if detail and value:
            parts = tuple(_cleared(part, detail) for part in (value if isinstance(value, tuple) else (value,)))
            changed[field] = parts if isinstance(value, tuple) else parts[0]
    return msgspec.structs.replace(citation, **changed)


def was_told(field: str, report: Report) -> bool:
    """Whether a field, or a detail of it, was reported as lost."""
    return any(path.partition(".")[0] == field for path in report.lost())


def lost_words(usual: list[Citation], found: list[Citation]) -> set[str]:
    """Return the words of citations that are missing from those found in their place."""
    if len(usual) != len(found):
        return _letters(usual) - _letters(found)
    pairs = [(before, after) for before, after in zip(usual, found, strict=True) if before != after]
    return {word for before, after in pairs for word in _letters([before]) - _letters([after])}


def _letters(citations: list[Citation]) -> set[str]:
    """Return the words in citations in small letters, without the tags in ``extra``."""
    values: list[Any] = [msgspec.structs.replace(citation, extra=()) for citation in citations]
    kept: Iterator[str] = (value for citation in citations for _, value in citation.extra)
    return set(words_of(" ".join(words((*values, *kept)))))


def _against(found: Citation, expected: Citation, field: str) -> str:
    """Return two values as a message shows them; of parts of their kind, the first that differ."""
    one, other = getattr(found, field), getattr(expected, field)
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        one, other = next(pair for pair in zip(one, other, strict=True) if pair[0] != pair[1])
    return f"{shown(one)}, expected {shown(other)}"


def _cleared(part: Any, detail: str) -> Any:
    name, _, deeper = detail.partition(".")
    value = getattr(part, name)
    if deeper:
        return msgspec.structs.replace(part, **{name: tuple(_cleared(inner, deeper) for inner in value)})
    return msgspec.structs.replace(part, **{name: type(value)()})


def _moved(name: str, found: Citation, expected: Citation, told: Collection[str]) -> bool:
    """Whether a field that was empty only holds the value of a reported one (an issue that is read as a number)."""
    if getattr(expected, name):
        return False
    text = " ".join(words(getattr(found, name)))
    return any(text in " ".join(words(getattr(expected, field))) for field in told if field in FIELDS)
