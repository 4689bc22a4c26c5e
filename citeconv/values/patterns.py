"""Regular expressions that are compiled when they are first used.

A source goes in, what behaves as its ``re.Pattern`` comes out. Compiling is most of what a start costs with all
formats installed, and a run uses few of their patterns.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("match", "fullmatch", "search", "sub", "subn", "finditer", "findall", "split")


class Lazy:
    """A pattern that is not compiled yet; its methods are those of the compiled one from the first use on."""

    __slots__ = ("_args", *_METHODS)

    def __init__(self, *args: Any) -> None:
        self._args = args

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._args)
        if name in _METHODS:
            for method in _METHODS:
                setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern as ``re.compile`` does; that it is malformed shows when it is first used."""
    return cast("re.Pattern[AnyStr]", Lazy(source, flags))


def joined(start: str) -> re.Pattern[str]:
    """Return a pattern for a record in the line in which another ends: files were joined, the first without a line end.

    Args:
        start: The pattern for its beginning, which is the group ``start``.
    """
    return lazy(rf"[^\n\ufeff]\ufeff?(?P<start>{start})")


def end_of(pattern: re.Pattern[str], text: str, pos: int) -> int:
    """Return where that ends which a pattern matches at a place; the place itself if it does not match there."""
    match = pattern.match(text, pos)
    return match.end() if match else pos
