"""Styles and blocks: the brackets of the stream become runs with sets of styles, in blocks.

Italics within italics are set upright again (flip-flopping), and so with bold and small capitals.
"""

from __future__ import annotations

import re

from citeconv_references.engine.runs import ITALIC, Block, Run, Tree
from citeconv_references.engine.stream import BLOCK, BLOCK_END, CLOSING, OPENING, Mark, Stream

EAST_ASIAN = re.compile(r"[\s\W\d]*[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af][^A-Za-z]*\Z")


def assemble(stream: Stream) -> Tree:
    """Return the tree of a stream that has no quotes left."""
    blocks: list[Block] = []
    runs: list[Run] = []
    texts: list[str] = []
    styles = 0
    stack: list[int] = []
    display = ""

    def flush() -> None:
        if texts:
            runs.append(Run("".join(texts), styles))
            texts.clear()

    for piece in stream:
        if not isinstance(piece, Mark):
            if styles & ITALIC and not piece.isascii() and EAST_ASIAN.match(piece):
                flush()
                runs.append(Run(piece, styles & ~ITALIC))  # a habit of citeproc-js: there are no such italics
            else:
                texts.append(piece)
            continue
        kind = piece.kind
        if kind == OPENING:
            flush()
            stack.append(styles)
            if piece.flip and styles & piece.on:
                styles &= ~piece.on
            else:
                styles = styles & ~piece.off | piece.on
        elif kind == CLOSING:
            flush()
            styles = stack.pop()
        elif kind in (BLOCK, BLOCK_END):
            flush()
            if runs:
                blocks.append(Block(display, tuple(runs)))
                runs.clear()
            display = piece.display
    flush()
    if runs:
        blocks.append(Block(display, tuple(runs)))
    return tuple(blocks)
