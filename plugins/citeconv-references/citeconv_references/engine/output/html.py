"""HTML of an entry: the inside of ``<div class="csl-entry">``, with the tags that citeproc-js writes."""

from __future__ import annotations

from citeconv_references.engine.output.nesting import nest
from citeconv_references.engine.runs import (
    BOLD,
    ITALIC,
    LIGHT,
    OBLIQUE,
    SMALL_CAPS,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Tree,
)

TAGS = {
    ITALIC: ("<i>", "</i>"),
    OBLIQUE: ("<em>", "</em>"),
    BOLD: ("<b>", "</b>"),
    LIGHT: ('<span style="font-weight: light;">', "</span>"),
    SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    SUPERSCRIPT: ("<sup>", "</sup>"),
    SUBSCRIPT: ("<sub>", "</sub>"),
}
REFERENCES = (("&", "&#38;"), ("<", "&#60;"), (">", "&#62;"), ('"', "&#34;"))


def escape(text: str) -> str:
    """Return the text with the characters that HTML reserves as references."""
    for sign, reference in REFERENCES:
        if sign in text:
            text = text.replace(sign, reference)
    return text


def to_html(tree: Tree) -> str:
    """Return a tree as HTML without line ends; blocks are ``div`` of class ``csl-left-margin`` and so on."""
    out = []
    for display, runs in tree:
        inside = nest(runs, TAGS, escape).replace("\n", " ")
        out.append(f'<div class="csl-{display}">{inside}</div>' if display else inside)
    return "".join(out)
