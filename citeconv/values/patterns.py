"""Regular expressions that are compiled when they are first used.

The source of a pattern goes in, an object that behaves as its ``re.Pattern`` comes out. With all formats installed,
compiling would take most of the time of a start, and a run uses few of the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, AnyStr, cast

_ALSO = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}
"""What ``re.I`` takes for a letter beside it and its capital."""
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
    """Return a pattern as ``re.compile`` does, but let an error in it show only when it is first used."""
    return cast("re.Pattern[AnyStr]", Lazy(source, flags))


def by_first_letter(words: Iterable[str]) -> str:
    """Return the source of a pattern for any of some words, for ``re.I``, which takes a third of the time to search.

    Args:
        words: Sources of patterns, each of which begins with a small letter of ASCII.
    """
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[0], []).append(word[1:])
    firsts = [(f"{letter}{letter.upper()}{_ALSO.get(letter, '')}", "|".join(rest)) for letter, rest in ends.items()]
    return "|".join([f"(?-i:[{letters}])(?:{rest})" for letters, rest in firsts])  # which ``re`` looks at beforehand


def joined(start: str) -> re.Pattern[str]:
    """Return a pattern for a record that begins in the last line of another: a joined file had no line end there.

    Args:
        start: The pattern for its beginning, which becomes the group ``start``.
    """
    return lazy(rf"(?P<before>[^\n\ufeff]\ufeff?)(?P<start>{start})")


def parted(text: str, start: re.Pattern[str]) -> str:
    """Return the text of a record in which a blank stands before what would be read as the beginning of another.

    Args:
        text: As written.
        start: A pattern of ``joined`` that matches nothing behind a blank.
    """
    return start.sub(r"\g<before> \g<start>", text)


def end_of(pattern: re.Pattern[str], text: str, pos: int) -> int:
    """Return where that ends which a pattern matches at a place; the place itself if it does not match there."""
    match = pattern.match(text, pos)
    return match.end() if match else pos
