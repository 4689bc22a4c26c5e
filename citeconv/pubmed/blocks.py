"""The blocks of a record whose blank lines somebody deleted.

Blocks are paragraphs between blank lines. Without these, a block ends at a line end that no wrapping explains, or
before a line that begins as only a block can.
"""

from __future__ import annotations

from citeconv.pubmed.relations import RELATIONS
from citeconv.pubmed.text import WIDTH, whole_lines
from citeconv.values.patterns import lazy

_BEGINS = (
    r"(?:Author information:|Collaborators:|In: |\[Article in |Publisher:|Plain [Ll]anguage [Ss]ummary:"
    r"|(?:Crown )?Copyright |©|Published (?:\d{4} )?by |This article is protected by copyright"
    rf"|\(\d+\)|    |(?:{'|'.join(RELATIONS)})(?:\n|\Z))"
)
_BLOCK_START = lazy(_BEGINS)
_NEXT_BLOCK = lazy(rf"\n(?={_BEGINS}|[^\s,;()\d][^,;()\n]{{0,40}} [A-Z]{{1,4}}(?: Jr)?(?:\(\d|\(#|, |\.\n))")
_SOURCE_GOES_ON = lazy(
    r" |\S+  |10\.\d|doi: |(?:Epub|eCollection|Print) \d|\[?Epub ahead|Online ahead|ahead of|of print|print[.\]]"
    r"|\d{4}[ .]"
)
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
    source, _, text = text.partition("\n")
    heads = []
    if source.isupper():  # RETRACTED ARTICLE
        heads = [source]
        source, _, text = text.partition("\n")
    while text and (not source.rstrip().endswith((".", "]")) or _SOURCE_GOES_ON.match(text)):
        line, _, text = text.partition("\n")
        source = f"{source} {line}"
    lines = text.split("\n") if marked else whole_lines(text, _NEXT_BLOCK, WIDTH)
    blocks = [*heads, source, *lines[:2]]  # with title and authors
    first = len(blocks)
    for line in lines[2:]:
        goes_on = blocks[-1].startswith(("Author information:", *RELATIONS)) and line.startswith(_CONTINUES)
        section = len(blocks) > first and not _BLOCK_START.match(line) and not _BLOCK_START.match(blocks[-1])
        if goes_on or section:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks
