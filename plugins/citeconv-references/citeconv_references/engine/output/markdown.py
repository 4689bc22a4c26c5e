"""Markdown of an entry (CommonMark, with pandoc's superscripts, subscripts and bracketed spans); one line."""

from __future__ import annotations

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
    Run,
    Tree,
)

TAGS = {
    ITALIC: ("*", "*"),
    OBLIQUE: ("*", "*"),
    BOLD: ("**", "**"),
    SMALL_CAPS: ("[", "]{.smallcaps}"),
    UNDERLINE: ("[", "]{.underline}"),
    SUPERSCRIPT: ("^", "^"),
    SUBSCRIPT: ("~", "~"),
}
SPECIAL = lazy(r"[\\`*_{}\[\]<>#|~^$&@!]")
LINE_START = lazy(r"(?:[-+=>]|\d{1,9}[.)](?=\s|$))")


def escape(text: str) -> str:
    """Return the text with a backslash before the characters that Markdown may read as markup."""
    return SPECIAL.sub(r"\\\g<0>", text)


def to_markdown(tree: Tree) -> str:
    """Return a tree as one line of Markdown."""
    line = " ".join(nest(_apart(block.runs), TAGS, escape).strip() for block in tree).replace("\n", " ")
    start = LINE_START.match(line)
    if start:  # "1. Smith" would become a list
        return f"{line[: start.end() - 1]}\\{line[start.end() - 1 :]}"
    return line


def _apart(runs: tuple[Run, ...]) -> list[Run]:
    """Return the runs with blanks at their edges moved out of the markup, where Markdown forbids them."""
    out: list[Run] = []
    for text, styles in runs:
        if not styles:
            out.append(Run(text))
            continue
        bare = text.strip()
        if not bare:
            out.append(Run(text))
            continue
        start = text.index(bare)
        out.extend([Run(text[:start]), Run(bare, styles), Run(text[start + len(bare) :])])
    return [run for run in out if run.text]
