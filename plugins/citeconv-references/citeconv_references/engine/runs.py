"""A rendered reference: runs of text in blocks.

The engine's last step makes these, and the output formats take them. A run is text with one set of character styles,
none of it escaped; a block is a part of an entry that is set apart (a number in the margin), and most entries are one.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

ITALIC, OBLIQUE, BOLD, LIGHT, SMALL_CAPS, UNDERLINE, SUPERSCRIPT, SUBSCRIPT = (1 << bit for bit in range(8))
"""Character styles, combined with ``|``."""


class Run(NamedTuple):
    """Text in one set of styles."""

    text: str
    styles: int = 0


class Block(NamedTuple):
    """Runs that stand together.

    ``display`` is CSL's: ``""``, ``block``, ``left-margin``, ``right-inline`` or ``indent``.
    """

    display: str
    runs: tuple[Run, ...]


Tree: TypeAlias = tuple[Block, ...]


def text_of(tree: Tree) -> str:
    """Return the bare text of a tree, blocks apart by a blank."""
    return " ".join("".join([run.text for run in block.runs]).strip() for block in tree)
