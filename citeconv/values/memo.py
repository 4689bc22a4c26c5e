"""Remembers what was worked out for values that recur: initials, journals, languages, dates.

A key goes in, what a function makes of it comes out, from a table if it was asked for before. Plain ``dict`` look-up
takes half the time of ``functools.lru_cache``, which keeps account of use; a table that is full is emptied instead. And
what is long is not kept: twenty thousand names of a megabyte each would fill any memory.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import msgspec

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")

LONG = 256
"""Characters from which on a text is not remembered."""


class Memo(dict[K, V]):
    """A table of a function's results, to be asked as ``memo[key]``.

    Args:
        function: Of one argument that can be hashed; its result depends on nothing else.
        limit: Entries at which all is forgotten.
    """

    def __init__(self, function: Callable[[K], V], limit: int = 1024) -> None:
        super().__init__()
        self._function, self._limit = function, limit

    __call__ = dict.__getitem__  # so that it stands for the function, too, without a step in Python

    def __missing__(self, key: K) -> V:
        value = self._function(key)
        if len(key) >= LONG if isinstance(key, str) else _holds_long(key):
            return value
        if len(self) >= self._limit:
            self.clear()
        self[key] = value
        return value


def remembered(limit: int = 1024) -> Callable[[Callable[P, V]], Callable[P, V]]:
    """Decorate a function so that it remembers its results, as ``functools.lru_cache`` does, but for long arguments.

    Args:
        limit: Results at which all are forgotten.
    """

    def decorate(function: Callable[P, V]) -> Callable[P, V]:
        plain: Callable[..., V] = function
        if plain.__code__.co_argcount == 1:
            one: Callable[..., V] = Memo(plain, limit)
            return functools.update_wrapper(one, function)
        several: Memo[tuple[Any, ...], V] = Memo(lambda given: plain(*given), limit)

        @functools.wraps(function)
        def ask(*given: P.args, **named: P.kwargs) -> V:
            return plain(*given, **named) if named else several[given]

        return ask

    return decorate


def _holds_long(key: object) -> bool:
    """Whether a tuple or a struct has a long text in it, however deep."""
    parts = msgspec.structs.astuple(key) if isinstance(key, msgspec.Struct) else key if isinstance(key, tuple) else ()
    for part in parts:
        if isinstance(part, str):
            if len(part) >= LONG:
                return True
        elif isinstance(part, (tuple, msgspec.Struct)) and _holds_long(part):
            return True
    return False
