"""Hypothesis strategies for citations, built from the types of their fields."""

from __future__ import annotations

import functools
import types
import typing
from typing import Any, Literal

import msgspec
from hypothesis import strategies as st

from citeconv.citation import NAME_FIELDS, Citation, Date, Name

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


def citations(fields: int = 8) -> st.SearchStrategy[Citation]:
    """Return a strategy for citations with up to so many fields filled, each with anything that its type allows."""
    names = st.lists(st.sampled_from(Citation.__struct_fields__), max_size=fields, unique=True)
    return names.flatmap(lambda chosen: _filled(Citation, chosen, 0))


@functools.cache  # a strategy that is used again has been looked through already
def values(kind: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Return a strategy for values of a type, empty ones among them."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return st.integers(arguments[1].ge, arguments[1].le)
    if kind is str:
        return TEXT
    if kind is int:
        return st.integers(0, 3000)
    if kind is bool:
        return st.booleans()
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if one is type(None) else values(one, depth) for one in arguments))
    if origin is tuple and arguments[-1] is Ellipsis:
        one = typing.get_origin(arguments[0]) is Literal  # names of fields, each of which can be there but once
        return st.lists(values(arguments[0], depth), max_size=max(2 - depth, 0), unique=one).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(one, depth) for one in arguments))
    assert issubclass(kind, msgspec.Struct), kind
    return st.deferred(lambda: _parts(kind, depth + 1))


@functools.cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind, include_extras=True)
    if "et_al" in hints:
        hints["et_al"] = tuple[Literal[NAME_FIELDS], ...]  # type: ignore[valid-type]
    return hints


@functools.cache
def _parts(kind: type[msgspec.Struct], depth: int) -> st.SearchStrategy[Any]:
    return _filled(kind, [name for name in kind.__struct_fields__ if depth == 1 or not _nests(kind, name)], depth)


def _filled(kind: type[msgspec.Struct], names: list[str], depth: int) -> st.SearchStrategy[Any]:
    """Return a strategy for values of a type with these fields filled."""
    hints = _hints(kind)
    # not ``st.builds``, which looks the types up each time
    return st.fixed_dictionaries({name: values(hints[name], depth) for name in names}).map(lambda all_: kind(**all_))


def _nests(kind: type[msgspec.Struct], name: str) -> bool:
    return (kind, name) in ((Name, "members"), (Date, "end"))
