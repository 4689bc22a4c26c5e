"""Long texts of an entry: an abstract's raw value goes in, its paragraphs or labelled sections come out.

A line end may be the end of a paragraph (Zotero, Mendeley, citeconv) or a mere wrap (Web of Science): it is a wrap
where no line had room for the first word of the next one, apart from lines that plainly end a paragraph, and where the
next line goes on with the sentence (pages that Zotero read, whose names of species stand apart). Lines of uneven width,
as JabRef and copies from a page have them, are known by how many begin with a small letter.
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
_LEAST_MARGIN = 3
_STOPS = (".", "?", "!", ":", ")")
_FEWEST_FULL = 4
"""So many lines are wrapped to each that ends a paragraph."""
_LONGEST_NAME = 60
"""Characters of what stands on a line of its own within a sentence."""
_FLOWING = 0.3
"""Of so many of the lines of wrapped text, at least, the first letter is small."""
_SHORT = 0.7
"""A line below this part of the width may end a paragraph, be the lines as uneven as they will."""
_LONG = 0.55
"""Of so many of them, at least, the length is above that: notes in small letters, one a line, are of any length."""
_LONGEST_HEADING = 30
_BROKEN_WORD = lazy(r"[^\W\d_]-\Z")
_CONTINUES = lazy(r"[,;.)](?![,;.)\w])")
"""What no paragraph begins with."""
_START = lazy(rf"({ABSTRACT_LABEL}):\s+(?=\S)")
_INLINE = lazy(rf"(?<=[.?!)\]]) ({ABSTRACT_LABEL}): (?=\S)")


def paragraphs(value: str) -> list[str]:
    """Return the paragraphs of a field."""
    value = with_line_ends(value)
    if "\n" not in value:
        one = text(value)
        return [one] if one else []
    without_tex = lines(value)
    decoded = _blocks(without_tex)
    raw = decoded if without_tex == value else _blocks(value)
    same = list(map(len, decoded)) == list(map(len, raw))
    found = []
    for rows, measured in zip(decoded, raw if same else decoded, strict=True):
        told = [(plain, row) for row, plain in zip(measured, map(one_line, rows), strict=True) if plain]
        found += _unwrapped([plain for plain, _ in told], [row for _, row in told])
    return found


def _blocks(value: str) -> list[list[str]]:
    """Return the lines of a text that are not empty, in the blocks that empty lines part."""
    return [[bare for row in block.split("\n") if (bare := row.strip())] for block in _PARAGRAPH.split(value)]


def _unwrapped(rows: list[str], measured: list[str]) -> list[str]:
    """Return the paragraphs of a block.

    Args:
        rows: Its lines.
        measured: The same before TeX was decoded, when they were wrapped.
    """
    if len(rows) < 2:
        return rows
    found = [rows[0]]
    for place, ended in enumerate(_ends(measured), 1):
        row = rows[place]
        if _CONTINUES.match(row):
            found[-1] += row
        elif ended and not _is_within(rows, place):
            found.append(row)
        else:
            is_one_word = row[:1].islower() and _BROKEN_WORD.search(found[-1])
            found[-1] += row if is_one_word else f" {row}"
    return found


def _is_within(rows: list[str], place: int) -> bool:
    """Return whether a line is a name within a sentence that begins before it and goes on behind it."""
    goes_on = place + 1 < len(rows) and len(rows[place]) <= _LONGEST_NAME and _CONTINUES.match(rows[place + 1])
    return bool(goes_on) and not rows[place - 1].endswith(_STOPS)


def joins_lines(rows: list[str], measured: list[str]) -> bool:
    """Return whether lines would not all be paragraphs of their own; arguments are those of ``_unwrapped``."""
    return len(_unwrapped(rows, measured)) < len(rows)


def _ends(rows: list[str]) -> list[bool]:
    """Return whether each line but the last may end a paragraph: all may, unless most of them are wrapped."""
    width = max(map(len, rows))
    every = [True] * (len(rows) - 1)
    if width not in WIDTH:
        return every
    usual = sorted(map(len, rows))[len(rows) * 9 // 10]  # without the one that TeX has made of two
    flowing = len(rows) >= _FEWEST_FULL and _is_flowing(rows, usual)
    labels = [_START.match(row) is not None for row in rows[1:]]
    if any(labels) and not flowing:
        return every
    short = [not full for full in _are_full(rows, width)]
    shown = [row.endswith(_STOPS) and not following[:1].islower() for row, following in pairwise(rows)]
    if _FEWEST_FULL * sum(short) < len(short) and all(
        end for end, is_short in zip(shown, short, strict=True) if is_short
    ):
        return [end or (told and label) for end, told, label in zip(short, shown, labels, strict=True)]
    return _shown_ends(rows, short, shown, labels, usual) if flowing else every


def _is_flowing(rows: list[str], width: int) -> bool:
    """Return whether lines are wrapped for all that is told by what they begin with, and by their length."""
    small = sum([row[:1].islower() for row in rows[1:]])
    long = sum([len(row) >= _SHORT * width for row in rows[:-1]])
    return small >= _FLOWING * (len(rows) - 1) and long >= _LONG * (len(rows) - 1)


def _shown_ends(rows: list[str], short: list[bool], shown: list[bool], labels: list[bool], width: int) -> list[bool]:
    """Return which lines of uneven width end a paragraph: those that show it and are short, or have a label behind."""
    headings = [
        len(row) <= _LONGEST_HEADING and row[:1].isupper() and following[:1].isupper()
        for row, following in pairwise(rows)
    ]
    ends: list[bool] = []
    for place, row in enumerate(rows[:-1]):
        before_heading = short[place] and headings[place + 1 : place + 2] == [True]
        is_short = before_heading or (short[place] and len(row) < _SHORT * width)
        is_heading = headings[place] and (not ends or ends[-1])
        ends.append((shown[place] and (is_short or labels[place])) or is_heading)
    return ends


def _are_full(rows: list[str], width: int) -> list[bool]:
    """Return whether each line but the last has no room for the first word of the next."""
    margins = [_MARGIN] + [_LEAST_MARGIN] * len(rows)
    return [
        len(row) + margin + 1 + len(following.partition(" ")[0]) > width
        for margin, (row, following) in zip(margins, pairwise(rows), strict=False)
    ]


def begins_with_label(paragraph: str) -> bool:
    """Return whether a paragraph is taken for the first of a section."""
    return _START.match(paragraph) is not None


def holds_label(paragraph: str) -> bool:
    """Return whether there is a label within a paragraph, which tells the sections of one that stands alone."""
    return _INLINE.search(paragraph) is not None


def _joins(every: list[str], value: str) -> bool:
    """Return whether one of the paragraphs of a field was made of several lines."""
    return len(every) < len([line for line in with_line_ends(value).split("\n") if line.strip()])


def sections(value: str) -> tuple[AbstractSection, ...]:
    """Return the sections of an abstract; one without labels is one section."""
    found: list[tuple[str, list[str]]] = []
    every = paragraphs(value)
    within = len(every) == 1 or _joins(every, value)  # labels may stand within a paragraph
    for paragraph in every:
        label = _START.match(paragraph)
        if label is None:
            if not found:
                found.append(("", []))
            found[-1][1].append(paragraph)
            continue
        body = paragraph[label.end() :]
        first, *others = _INLINE.split(body) if within else [body]
        found.append((label[1], [first]))
        found += [(name, [body]) for name, body in zip(others[::2], others[1::2], strict=True)]
    return tuple([AbstractSection(label=label, paragraphs=tuple(texts)) for label, texts in found])
