"""Citations with one text wherever a text may stand: a type goes in, a value of it comes out."""

from __future__ import annotations

from typing import Any

from msgspec import inspect

_DEEPEST = 4
"""Structs within structs from which on nothing is filled in: a related work has related works."""


def filled(kind: inspect.Type, text: str, depth: int = 0) -> Any:
    """Return a value of a type with a text wherever one may stand."""
    match kind:
        case inspect.StrType():
            return text
        case inspect.IntType():
            return 1
        case inspect.BoolType():
            return True
        case inspect.LiteralType():
            return kind.values[0]
        case inspect.VarTupleType():
            return (filled(kind.item_type, text, depth),) if depth < _DEEPEST else ()
        case inspect.TupleType():
            return tuple(filled(each, text, depth) for each in kind.item_types)
        case inspect.UnionType():  # of a struct and None
            return filled(kind.types[0], text, depth) if depth < _DEEPEST else None
        case inspect.StructType():
            return kind.cls(**{field.name: filled(field.type, text, depth + 1) for field in kind.fields})
    raise TypeError(kind)
