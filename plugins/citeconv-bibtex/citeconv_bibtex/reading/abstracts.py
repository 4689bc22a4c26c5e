"""Long texts of an entry: an abstract's raw value goes in, its paragraphs or labelled sections come out.

A line end may be the end of a paragraph (Zotero, Mendeley, citeconv) or a mere wrap (Web of Science): it is a wrap
where no line could have held the first word of the next one.
"""

from __future__ import annotations

from itertools import pairwise

from citeconv import AbstractSection
from citeconv.values.patterns import lazy
from citeconv.values.tex import lines, one_line, text, with_line_ends
from citeconv_bibtex.mapping import ABSTRACT_LABEL

_PARAGRAPH = lazy(r"\n[ \t]*\n\s*")
WIDTH = range(40, 121)
"""How wide wrapped text is."""
_MARGIN = 20
"""How much the name of the field takes from the first line."""
_START = lazy(rf"({ABSTRACT_LABEL}):\s+(?=\S)")
_INLINE = lazy(rf"(?<=[.?!)\]]) ({ABSTRACT_LABEL}): (?=\S)")


def paragraphs(value: str) -> list[str]:
    """Return the paragraphs of a field."""
    value = with_line_ends(value)
    if "\n" not in value:
        one = text(value)
        return [one] if one else []
    found = []
    for block in _PARAGRAPH.split(lines(value)):
        rows = [one_line(row) for row in block.split("\n")]
        rows = [row for row in rows if row]
        if len(rows) > 1 and is_wrapped(rows):
            rows = [" ".join(rows)]
        found += rows
    return found


def is_wrapped(rows: list[str]) -> bool:
    """Return whether lines are one paragraph that was wrapped, as their widths show."""
    width = max(map(len, rows))
    if width not in WIDTH or any(_START.match(row) for row in rows[1:]):
        return False
    margin = _MARGIN
    for row, following in pairwise(rows):  # the last row is as long as it likes
        if len(row) + margin + 1 + len(following.partition(" ")[0]) <= width:
            return False
        margin = 3
    return True


def begins_with_label(paragraph: str) -> bool:
    """Return whether a paragraph is taken for the first of a section."""
    return _START.match(paragraph) is not None


def holds_label(paragraph: str) -> bool:
    """Return whether there is a label within a paragraph, which tells the sections of one that stands alone."""
    return _INLINE.search(paragraph) is not None


def sections(value: str) -> tuple[AbstractSection, ...]:
    """Return the sections of an abstract; one without labels is one section."""
    found: list[tuple[str, list[str]]] = []
    every = paragraphs(value)
    for paragraph in every:
        label = _START.match(paragraph)
        if label is None:
            if not found:
                found.append(("", []))
            found[-1][1].append(paragraph)
            continue
        body = paragraph[label.end() :]
        first, *others = _INLINE.split(body) if len(every) == 1 else [body]
        found.append((label[1], [first]))
        found += [(name, [body]) for name, body in zip(others[::2], others[1::2], strict=True)]
    return tuple([AbstractSection(label=label, paragraphs=tuple(texts)) for label, texts in found])
