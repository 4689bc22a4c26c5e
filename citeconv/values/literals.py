"""Lists and objects as Python, JSON and R print them into a cell: ``['a', "b, c"]``, ``c("a")``, ``{'name': 'a'}``.

The text of a cell goes in, its items or its parts come out, or nothing if it is none of these. Programs print what they
hold and quote as their language does; no parser of one language reads the others.
"""

from __future__ import annotations

from citeconv.values.patterns import lazy

_LIST = lazy(r"\[|c\(")
_QUOTED = lazy(r"\s*(?:'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\")\s*,?")
_ESCAPED = lazy(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\W))")
_PART = lazy(
    r"['\"](\w{1,40})['\"]: ?(?:'((?:[^'\\]|\\.){0,2000})'|\"((?:[^\"\\]|\\.){0,2000})\"|(\d{1,20})(?=[,}]|\Z)"
    r"|(\[(?:(?:'(?:[^'\\]|\\.){0,2000}'|\"(?:[^\"\\]|\\.){0,2000}\"),? ?){0,50}\]))"
)
"""A member of an object: ``'name': 'Lind'``, ``"pages": 7``, ``'authors': ['Lind', 'Wei']``."""


def quoted_list(text: str) -> list[str]:
    """Return the items of a list as Python, JSON or R write it, ``['a', "b, c"]``, ``c("a", "b")``; nothing if none."""
    begin = _LIST.match(text)
    if begin is None or not text.endswith((")", "]")):
        return []
    found, place, stop = [], begin.end(), len(text) - 1
    while place < stop:
        item = _QUOTED.match(text, place, stop)
        if item is None:
            return []
        found.append(_unescaped(item[1] or item[2] or ""))
        place = item.end()
    return found


def _unescaped(text: str) -> str:
    """Return a text with the signs that Python and JSON write by their numbers, or behind a backslash."""
    if "\\" not in text:
        return text
    text = _ESCAPED.sub(lambda match: chr(int(match[1] or match[2], 16)) if match[1] or match[2] else match[3], text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def described(text: str) -> dict[str, str]:
    """Return the texts, numbers and lists of texts of an object as Python or JSON writes it, by names in lower case."""
    return {
        match[1].lower(): "\n".join(quoted_list(match[5]))
        if match[5]
        else _unescaped(match[2] or match[3] or match[4] or "")
        for match in _PART.finditer(text)
    }
