"""The passes that make a tree of a stream: punctuation, then quotation marks, then styles and blocks."""

from __future__ import annotations

from citeconv_references.engine.locales import Locale
from citeconv_references.engine.passes.punctuation import collapse
from citeconv_references.engine.passes.quotes import resolve
from citeconv_references.engine.passes.styles import assemble
from citeconv_references.engine.runs import Tree
from citeconv_references.engine.stream import Stream


def finish(stream: Stream, locale: Locale) -> Tree:
    """Return the tree of a rendered entry."""
    collapsed = collapse(stream, locale.punctuation_in_quote)
    resolve(collapsed, locale.outer_quotes, locale.inner_quotes)
    return assemble(collapsed)
