"""An abstract on its way into an entry: its sections go in, paragraphs with their labels in front come out.

An entry has one text for all of it, so labels and paragraphs are told by how they look. Whatever will look like
something else when it is read is found here, and told.
"""

from __future__ import annotations

from collections.abc import Callable

from citeconv import AbstractSection
from citeconv.values.memo import Memo
from citeconv.values.patterns import lazy
from citeconv_bibtex.latex import MARK, unmark
from citeconv_bibtex.mapping import ABSTRACT_LABEL
from citeconv_bibtex.reading.abstracts import WIDTH, begins_with_label, holds_label, joins_lines
from citeconv_bibtex.syntax import has_markup

_LABEL = lazy(ABSTRACT_LABEL)
_PARAGRAPH_END = "\x1d"
_LONGEST_NAME = 42
_FIELD = lazy(r"[^\s=]{1,40} ?=")
"""What makes biber and bibtexparser think the entry before unclosed where a line begins so, as does an ``@``."""
PARAGRAPH = "\n    "
"""Between paragraphs: TeX takes it for a blank, and so does every reader that does not keep lines."""
_TOO_WIDE = WIDTH[-1] + 3
"""Characters that no line of wrapped text has, with a blank at either end."""
_MAY_GO_ON = frozenset(("", *" ,;.)"))
"""What the paragraphs begin with that might be taken for the rest of a sentence."""
_LONGEST = 90
"""Characters of a label, at most, with the colon."""
_is_label: Memo[str, bool] = Memo(lambda label: _LABEL.fullmatch(label) is not None)


def labelled(sections: tuple[AbstractSection, ...]) -> tuple[list[str], list[str]]:
    """Return the paragraphs of an abstract, labels in front, and what of them is read otherwise."""
    paragraphs: list[str] = []
    faults: list[str] = []
    for section in sections:
        others = section.paragraphs
        if section.label:
            first, others = (others[0], others[1:]) if others else ("", ())
            if not first or not _is_label[section.label]:
                faults.append(f"{section.label!r} is read as text")
            paragraphs.append(f"{section.label}: {first}".rstrip())
        elif paragraphs:
            faults.append("what has no label is read as part of the section before")
        for paragraph in others:
            if ":" in paragraph[:_LONGEST] and begins_with_label(paragraph):
                faults.append("a paragraph begins like a section")
        paragraphs += others
    if len(paragraphs) == 1 and sections[0].label and holds_label(paragraphs[0]):
        faults.append("words within the text look like a label")
    return paragraphs, faults


def in_lines(paragraphs: list[str], encode: Callable[[str], str]) -> str:
    """Return paragraphs, coded by a function, as one value in lines that no parser takes for another field."""
    if len(paragraphs) < 2:
        return encode("".join(paragraphs))
    whole = _PARAGRAPH_END.join(paragraphs)
    apart = has_markup(whole)  # a pair of tags must not reach across paragraphs
    whole = _PARAGRAPH_END.join(map(encode, paragraphs)) if apart else encode(whole)
    first, *others = whole.split(_PARAGRAPH_END)
    written = [first, *map(own_line, others)]
    if _stay_apart(paragraphs):
        return PARAGRAPH.join(written)
    plain = [" ".join(paragraph.split()) for paragraph in paragraphs]
    measured = [line.strip() for line in written]
    joined = joins_lines(plain, plain) or (len(plain) == len(measured) and joins_lines(plain, measured))
    end = f"\n{PARAGRAPH}" if joined else PARAGRAPH  # an empty line tells them apart
    return end.join(written)


def _stay_apart(paragraphs: list[str]) -> bool:
    """Return whether no reader joins paragraphs, as far as a look tells: one is too wide, and none goes on."""
    if any([paragraph[:1] in _MAY_GO_ON for paragraph in paragraphs]):
        return False
    for paragraph in paragraphs:
        start = paragraph[:_TOO_WIDE]
        if len(start) == _TOO_WIDE and start.isprintable() and "  " not in start:
            return True  # what holds no other blanks than single ones is as wide as it looks
    return False


def own_line(line: str) -> str:
    """Return a line of a value, coded, with empty braces where it would begin like an entry or a field."""
    like_field = "=" in line[:_LONGEST_NAME] and _FIELD.match(line) is not None
    shown = unmark(line)[0] if line[:1] == MARK else line  # without signs that are not written
    return f"{{}}{line}" if like_field or shown[:1] == "@" else line
