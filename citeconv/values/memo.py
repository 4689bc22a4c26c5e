"""Values that recur, worked out once: initials, journals, languages, dates.

A key goes in, what a function makes of it comes out, from a table if it was asked for before. Plain ``dict`` look-up
takes half the time of ``functools.lru_cache``, which keeps account of use; a table that is full is emptied instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """A table of a function's results, to be asked as ``memo[key]``.

    Args:
        function: Of one argument that can be hashed; its result depends on nothing else.
        limit: Entries at which all is forgotten.
    """

    def __init__(self, function: Callable[[K], V], limit: int = 1024) -> None:
        super().__init__()
        self._function, self._limit = function, limit

    def __missing__(self, key: K) -> V:
        if len(self) >= self._limit:
            self.clear()
        value = self[key] = self._function(key)
        return value
