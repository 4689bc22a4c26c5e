"""Plain text of an entry, one line; styles are left out, sub- and superscripts too."""

from __future__ import annotations

from citeconv_references.engine.runs import Tree, text_of


def to_text(tree: Tree) -> str:
    """Return a tree as one line of text."""
    return text_of(tree).replace("\n", " ")
