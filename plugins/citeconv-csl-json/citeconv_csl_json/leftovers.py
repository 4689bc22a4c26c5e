"""What a JSON value holds that the model has no place for, as pairs for ``Citation.extra``.

A value of whatever type goes in with its path, such as ``csl-json:author[0].multi``; a pair of the path and the
value as text is appended to a list, unless there is nothing in the value.
"""

from __future__ import annotations

from typing import Any

import msgspec

Leftovers = list[tuple[str, str]]
"""Pairs as in ``Citation.extra``."""


def as_json(value: Any) -> str:
    """Return a value as JSON text; a string as it is."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def leave(value: Any, path: str, leftovers: Leftovers) -> None:
    """Append a value that the model has no place for; what is empty, however deep, holds nothing."""
    if value is False or (value is not None and _holds(value)):
        leftovers.append((path, as_json(value)))


def _holds(value: Any) -> bool:
    pending = [value]
    while pending:
        each = pending.pop()
        if isinstance(each, dict):
            pending += each.values()
        elif isinstance(each, list):
            pending += each
        elif each is not None and each != "":
            return True
    return False
