"""Runs with sets of styles to properly nested markup.

Runs that share a style should share its tags: ``<i>a <b>b</b></i>``, not ``<i>a </i><b><i>b</i></b>``. A style is
opened in the order of the table and stays open as long as the following runs have it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from citeconv_references.engine.runs import Run

Tags = Mapping[int, tuple[str, str]]
"""What opens and what closes a style."""


def nest(runs: Iterable[Run], tags: Tags, escape: Callable[[str], str]) -> str:
    """Return the runs as text with tags, every run's text escaped."""
    out: list[str] = []
    stack: list[int] = []
    for text, styles in runs:
        if not styles and not stack:
            out.append(escape(text))
            continue
        keep = 0
        while keep < len(stack) and stack[keep] & styles:
            keep += 1
        for style in reversed(stack[keep:]):
            out.append(tags[style][1])
        del stack[keep:]
        for style in tags:
            if style & styles and style not in stack:
                out.append(tags[style][0])
                stack.append(style)
        out.append(escape(text))
    out.extend([tags[style][1] for style in reversed(stack)])
    return "".join(out)
