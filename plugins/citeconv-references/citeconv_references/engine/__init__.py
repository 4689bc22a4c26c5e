"""A CSL 1.0.2 processor for bibliographies: styles and CSL-JSON items go in, trees of styled runs come out.

The interface::

    compile_style(source, locale="") -> Style    # a path or bytes; may raise StyleError(message, line)
    style.title, style.id, style.locale          # what the style says of itself, and the locale it is set in
    style.hanging_indent, style.second_field_align, style.entry_spacing
    style.sorts                                  # order or neighbours matter: use arrange() or bibliography()
    style.bibliography(items) -> list[Entry]     # in the style's order; Entry(id, tree, error)
    style.arrange(items) -> list[Cite]           # the same in two steps: order, numbers, year suffixes ...
    style.render(item_or_cite, number=1) -> Tree # ... then each alone; raises RenderError if it cannot be set
    to_text(tree), to_html(tree), to_markdown(tree), to_rtf(tree), to_latex(tree) -> str

An item is a mapping as in CSL-JSON; one with ``CUT_LISTS``, variables of names, has "et al." behind these. A dependent
style is refused with its parent's name, for only the caller knows where styles are.
"""

from citeconv_references.engine.errors import RenderError, StyleError
from citeconv_references.engine.names import CUT_LISTS
from citeconv_references.engine.output import to_html, to_latex, to_markdown, to_rtf, to_text
from citeconv_references.engine.runs import Block, Run, Tree
from citeconv_references.engine.style import Cite, DependentStyleError, Entry, Style, compile_style

__all__ = [
    "CUT_LISTS",
    "Block",
    "Cite",
    "DependentStyleError",
    "Entry",
    "RenderError",
    "Run",
    "Style",
    "StyleError",
    "Tree",
    "compile_style",
    "to_html",
    "to_latex",
    "to_markdown",
    "to_rtf",
    "to_text",
]
