"""What stands around references: the frame of a page or document in each output format, and that of one entry.

An entry as the engine's output gives it goes in; out comes what a reader of that format takes. Plain text and Markdown
need no frame; RTF is a document in any case, for no fragment of it can be opened.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import NamedTuple

from citeconv_references.engine import Tree, to_html, to_latex, to_markdown, to_rtf, to_text

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>References</title>
<style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 Georgia, "Times New Roman", serif; }}
.csl-entry {{ margin: 0 0 {gap}em; overflow-wrap: anywhere; {entry} }}
.csl-left-margin {{ float: left; min-width: 2em; padding-right: 0.5em; text-align: right; }}
.csl-right-inline {{ margin-left: 2.5em; }}
.csl-indent {{ margin-left: 2em; }}
@media print {{ body {{ max-width: none; margin: 0; }} }}
</style>
</head>
<body>
<main>
"""
_DOCUMENT = """\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage{textcomp}
\\begin{document}
"""
_RTF = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\\f0\\fs24\n"


class Layout(NamedTuple):
    """What a style says of the layout of its list.

    Args:
        hanging: Lines after the first are indented.
        gap: Lines between entries.
        language: Of the locale (``en-US``).
    """

    hanging: bool = False
    gap: int = 1
    language: str = "en-US"


class Frame(NamedTuple):
    """How one output format is put together.

    Args:
        begin: The frame's beginning, given the layout and whether the file should stand alone.
        entry: One entry, given its tree, its id, and the layout.
        separator: Between entries.
        end: The frame's end, given whether the file should stand alone.
    """

    begin: Callable[[Layout, bool], str]
    entry: Callable[[Tree, str, Layout], str]
    separator: str
    end: Callable[[bool], str]


def _html_begin(layout: Layout, alone: bool) -> str:
    body = '<div class="csl-bib-body">\n'
    if not alone:
        return body
    hanging = "padding-left: 2em; text-indent: -2em;" if layout.hanging else ""
    return _PAGE.format(language=html.escape(layout.language), gap=0.35 + 0.4 * layout.gap, entry=hanging) + body


def _html_entry(tree: Tree, identity: str, _layout: Layout) -> str:
    return f'<div class="csl-entry" data-csl-entry-id="{html.escape(identity)}">{to_html(tree)}</div>'


def _rtf_entry(tree: Tree, _identity: str, layout: Layout) -> str:
    numbered = bool(tree) and tree[0].display == "left-margin"
    indent = "\\li480\\fi-480\\tx480" if layout.hanging or numbered else ""
    return f"{{\\pard{indent}\\sa{120 * layout.gap} {to_rtf(tree)}\\par}}"


def _latex_entry(tree: Tree, identity: str, _layout: Layout) -> str:
    numbered = len(tree) > 1 and tree[0].display == "left-margin"
    key = "".join(sign for sign in identity if sign.isascii() and (sign.isalnum() or sign in ":.-+/"))
    return f"\\bibitem{{{key or 'reference'}}} {to_latex(tree[1:] if numbered else tree)}"


FRAMES = {
    "text": Frame(
        lambda _layout, _alone: "", lambda tree, _identity, _layout: to_text(tree), "\n", lambda _alone: "\n"
    ),
    "markdown": Frame(
        lambda _layout, _alone: "", lambda tree, _identity, _layout: to_markdown(tree), "\n\n", lambda _alone: "\n"
    ),
    "html": Frame(
        _html_begin, _html_entry, "\n", lambda alone: "\n</div>\n" + ("</main>\n</body>\n</html>\n" if alone else "")
    ),
    "rtf": Frame(lambda _layout, _alone: _RTF, _rtf_entry, "\n", lambda _alone: "\n}\n"),
    "latex": Frame(
        lambda _layout, alone: (_DOCUMENT if alone else "") + "\\begin{thebibliography}{99}\n",
        _latex_entry,
        "\n",
        lambda alone: "\n\\end{thebibliography}\n" + ("\\end{document}\n" if alone else ""),
    ),
}
"""The output formats by the name that users give them."""
