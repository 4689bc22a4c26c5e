"""Styles and blocks: the brackets of the stream become runs with sets of styles, in blocks.

Italics within italics are set upright again (flip-flopping), and so with bold and small capitals.
"""

from __future__ import annotations

from unicodedata import normalize

from citeconv.values.patterns import lazy
from citeconv_references.engine.runs import SUPERSCRIPT, Block, Run, Tree
from citeconv_references.engine.stream import BLOCK, BLOCK_END, CLOSING, OPENING, Mark, Stream

RAISED = lazy("[ªº²³¹ʰ-ʸˠ-ˤᴬ-ᵡ⁰-⁾ⁿ℠™]+")


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
            if not piece.isascii() and RAISED.search(piece):
                flush()
                runs.extend(_with_superscripts(piece, styles))
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


def _with_superscripts(text: str, styles: int) -> list[Run]:
    """Return a text with raised characters as superscripts, as citeproc-js does."""
    runs, position = [], 0
    for match in RAISED.finditer(text):
        if match.start() > position:
            runs.append(Run(text[position : match.start()], styles))
        runs.append(Run(normalize("NFKC", match[0]), styles | SUPERSCRIPT))
        position = match.end()
    if position < len(text):
        runs.append(Run(text[position:], styles))
    return runs
