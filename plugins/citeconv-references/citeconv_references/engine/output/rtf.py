"""RTF of an entry: the inside of a paragraph, pure ASCII."""

from __future__ import annotations

import re

from citeconv.values.patterns import lazy
from citeconv_references.engine.output.nesting import nest
from citeconv_references.engine.runs import (
    BOLD,
    ITALIC,
    OBLIQUE,
    SMALL_CAPS,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Tree,
)

TAGS = {
    ITALIC: ("{\\i ", "}"),
    OBLIQUE: ("{\\i ", "}"),
    BOLD: ("{\\b ", "}"),
    SMALL_CAPS: ("{\\scaps ", "}"),
    UNDERLINE: ("{\\ul ", "}"),
    SUPERSCRIPT: ("{\\super ", "}"),
    SUBSCRIPT: ("{\\sub ", "}"),
}
RESERVED = lazy(r"[\\{}]|[^\x20-\x7e]")


def escape(text: str) -> str:
    """Return the text in ASCII: reserved characters after a backslash, others as signed UTF-16 units."""
    return RESERVED.sub(_escaped, text)


def to_rtf(tree: Tree) -> str:
    """Return a tree as RTF; a tabulator follows a block in the margin, others have lines of their own."""
    out: list[str] = []
    for place, (_, runs) in enumerate(tree):
        if place:
            out.append("\\tab " if tree[place - 1].display == "left-margin" else "\\line ")
        out.append(nest(runs, TAGS, escape))
    return "".join(out)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character < "\x80":
        return "\\" + character if character in "\\{}" else " "
    units = character.encode("utf-16-be")
    codes = [int.from_bytes(units[at : at + 2], "big", signed=True) for at in range(0, len(units), 2)]
    return "".join(f"\\uc0\\u{code} " for code in codes)
