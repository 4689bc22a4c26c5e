"""Compares a citation with what is read again after writing it: both go in, the fields that differ come out.

Formats that cannot know beforehand what a reader makes of a value read what looks odd again and tell the difference.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from citeconv.citation import FIELDS, Citation

_SHOWN = 60


def differences(
    written: Citation, again: Citation, carried: Container[str], losses: Iterable[tuple[str, str]] = ()
) -> Iterator[tuple[str, str]]:
    """Yield each field that is read otherwise, or read though it was not there, and what is to be told of it.

    The key is none of them, nor is what the format does not carry, or has lost already, which is told in any case.

    Args:
        written: The citation.
        again: The same as it was read.
        carried: Paths of fields and details, as in ``Format.carries``.
        losses: What is told already, as in ``Format.losses``.
    """
    if written == again:
        return
    told = {field for field, _ in losses}
    for field in FIELDS:
        wanted, found = getattr(written, field), getattr(again, field)
        if wanted == found or field == "key" or field in told or (wanted and field not in carried):
            continue
        wanted, found = _promised(wanted, field, carried), _promised(found, field, carried)
        if wanted != found:
            yield field, _told(wanted, found)


def _promised(value: Any, path: str, carried: Container[str]) -> Any:
    """Return a value without the details of its parts that are not carried."""
    if isinstance(value, tuple):
        return tuple([_promised(part, path, carried) for part in value])
    changes = {}
    for detail in getattr(value, "details", ()):
        if part := getattr(value, detail):
            inner = f"{path}.{detail}"
            changes[detail] = _promised(part, inner, carried) if inner in carried else type(part)()
    return replace(value, **changes) if changes else value


def _told(wanted: Any, found: Any) -> str:
    if not found:
        return "is not read again"
    if not isinstance(found, str):
        return "is read back differently" if wanted else "is read, though there is none"
    shown = found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"
    return f"is read as {shown!r}" if wanted else f"{shown!r} is read as such"
