"""The blocks of a record whose blank lines somebody deleted.

Blocks are paragraphs between blank lines. Without these, a block ends at a line end that no wrapping explains, or
before a line that begins as only a block can.
"""

from __future__ import annotations

import re

from citeconv.pubmed.relations import RELATIONS
from citeconv.pubmed.text import whole_lines

_BEGINS = (
    r"(?:Author information:|Collaborators:|In: |\[Article in |Publisher:|Plain Language Summary:|Copyright |©"
    rf"|\(\d+\)|    |(?:{'|'.join(RELATIONS)})(?:\n|\Z))"
)
_BLOCK_START = re.compile(_BEGINS)
_NEXT_BLOCK = re.compile(rf"\n(?={_BEGINS})")
_CONTINUES = ("(", "    ")


def blocks_of_lines(blocks: list[str], marked: bool) -> list[str]:
    """Return the blocks of a record; cut where its blank lines are gone, so that all of it is one.

    Args:
        blocks: Clean text between blank lines, from the source line to before the identifiers.
        marked: Whether only real line ends are left in it.
    """
    if len(blocks) != 1 or blocks[0].count("\n") < 2:
        return blocks
    text = blocks[0]
    lines = text.split("\n") if marked else whole_lines(text, _NEXT_BLOCK)
    blocks = lines[:3]  # source line, title, authors
    for line in lines[3:]:
        goes_on = blocks[-1].startswith(("Author information:", *RELATIONS)) and line.startswith(_CONTINUES)
        section = len(blocks) > 3 and not _BLOCK_START.match(line) and not _BLOCK_START.match(blocks[-1])
        if goes_on or section:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks
