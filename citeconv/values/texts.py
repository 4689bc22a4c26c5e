"""Changes all texts of a citation at once, for formats that cannot hold some characters at all.

A citation, or any value in one, goes in; the same comes out with a function applied to each text in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from citeconv.citation import Citation
from citeconv.values.patterns import lazy

SURROGATE = lazy("[\ud800-\udfff]")
"""Half of a surrogate pair, which no encoding has."""


def map_texts(change: Callable[[str], str], value: Any) -> Any:
    """Return a citation, or a part of one, with each text in it changed.

    Args:
        change: From a text to what stands in its place.
        value: A text, a tuple, a part of a citation; what holds no text is returned as it is.
    """
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple([map_texts(change, each) for each in value])
    if isinstance(value, msgspec.Struct):
        changes = {name: map_texts(change, getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **changes)
    return value


def change_texts(change: Callable[[str], str], citation: Citation, fields: Iterable[str]) -> tuple[Citation, list[str]]:
    """Return a citation with each text of some fields changed, and the fields in which that makes a difference.

    Args:
        change: From a text to what stands in its place.
        citation: The citation.
        fields: Those to look at.
    """
    values = {field: getattr(citation, field) for field in fields}
    changed = {field: new for field, value in values.items() if (new := map_texts(change, value)) != value}
    return (msgspec.structs.replace(citation, **changed) if changed else citation), list(changed)
