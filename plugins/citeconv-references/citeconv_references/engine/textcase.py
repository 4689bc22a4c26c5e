"""Text cases, applied to a stretch of the stream.

The stretch is looked at as one text, so a word may go on behind a tag; the marks stay where they are, and what stands
between ``nocase`` marks stays as it is. Title case is for English alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from citeconv_references.engine.stream import CASE, NOCASE, SUPERSCRIPTS, Mark, Stream

CaseFunction: TypeAlias = Callable[[str, "list[tuple[int, int]]"], str]

STOP_WORDS = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an and anenst apropos
    apud around as aside astride at athwart atop barring before behind below beneath beside besides between
    beyond but by c ca circa d de despite down during et except for forenenst from given in inside into la le
    lest like modulo near next nor notwithstanding of off on onto or out over per plus pro qua sans since so
    than that the through throughout thru thruout till to toward towards under underneath until unto up upon v
    van versus via vis-à-vis von vs when with within without yet""".split()
)
WORD = re.compile(r"[^\s\u00a0–—/]+")
FIRST_LETTER = re.compile(r"[^\W\d_]")


def apply(case: CaseFunction, out: Stream, start: int) -> None:
    """Change the case of the stream from ``start`` on."""
    if len(out) == start + 1 and isinstance(out[start], str):
        text = out[start]
        changed = case(str(text), [])
        if changed != text:
            out[start] = type(text)(changed) if isinstance(text, str) else changed
        return
    text, protected, places = "", [], []
    since = -1
    for place in range(start, len(out)):
        piece = out[place]
        if isinstance(piece, str):
            places.append((place, len(text)))
            text += piece
        elif piece.kind == NOCASE or (piece.kind == 0 and piece.on & SUPERSCRIPTS):
            since = len(text)
        elif since >= 0 and piece.kind in (CASE, 1):
            protected.append((since, len(text)))
            since = -1
    changed = case(text, protected)
    if len(changed) != len(text):
        return
    for place, offset in places:
        piece = out[place]
        if isinstance(piece, str):
            out[place] = type(piece)(changed[offset : offset + len(piece)])


def _protecting(change: Callable[[str], str]) -> CaseFunction:
    def case(text: str, protected: list[tuple[int, int]]) -> str:
        if not protected:
            return change(text)
        changed, position = "", 0
        for start, end in protected:
            changed += _same_length(text[position:start], change) + text[start:end]
            position = end
        return changed + _same_length(text[position:], change)

    return case


def _same_length(text: str, change: Callable[[str], str]) -> str:
    """Change characters one by one where the text would grow (``ß``)."""
    changed = change(text)
    if len(changed) == len(text):
        return changed
    return "".join([character if len(change(character)) != 1 else change(character) for character in text])


def capitalize_first(text: str, protected: list[tuple[int, int]]) -> str:
    """Make the first letter of the text upper case, if the first word is in lower case."""
    word = WORD.search(text)
    if word is None or _is_protected(word.start(), protected):
        return text
    return f"{text[: word.start()]}{_capitalized(word[0])}{text[word.end() :]}"


def capitalize_all(text: str, protected: list[tuple[int, int]]) -> str:
    """Make the first letter of each word in lower case upper case."""
    return WORD.sub(lambda word: word[0] if _is_protected(word.start(), protected) else _capitalized(word[0]), text)


def sentence(text: str, protected: list[tuple[int, int]]) -> str:
    """Make the first letter upper case, the rest of a text in capitals lower case."""
    if text.isupper():
        text = _protecting(str.lower)(text, protected)
    return capitalize_first(text, protected)


def title(text: str, protected: list[tuple[int, int]]) -> str:
    """Set English title case."""
    if text.isupper():
        text = _protecting(str.lower)(text, protected)
    words = list(WORD.finditer(text))
    out, position = [], 0
    for place, word in enumerate(words):
        out.append(text[position : word.start()])
        position = word.end()
        if _is_protected(word.start(), protected):
            out.append(word[0])
            continue
        starts = place == 0 or text[: word.start()].rstrip()[-1:] in ":?!.—"
        ends = place == len(words) - 1
        out.append(_title_word(word[0], starts, ends))
    out.append(text[position:])
    return "".join(out)


def _title_word(word: str, starts: bool, ends: bool) -> str:
    bare = word.strip("().,;:!?[]\"'“”‘’")
    if not (starts or ends) and bare in STOP_WORDS:
        return word
    if "-" not in word:
        return _capitalized(word)
    parts = word.split("-")
    return "-".join(
        part if part in STOP_WORDS and not (starts and place == 0) else _capitalized(part)
        for place, part in enumerate(parts)
    )


def _capitalized(word: str) -> str:
    """Return a word with a capital, unless it has capitals of its own."""
    if any(character.isupper() for character in word):
        return word
    first = FIRST_LETTER.search(word)
    if first is None or any(character.isdigit() for character in word[: first.start()]):
        return word
    upper = first[0].upper()
    return word if len(upper) != 1 else f"{word[: first.start()]}{upper}{word[first.end() :]}"


def _is_protected(place: int, protected: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in protected)


CASES: dict[str, CaseFunction] = {
    "lowercase": _protecting(str.lower),
    "uppercase": _protecting(str.upper),
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
"""Text cases by their CSL name."""

__all__ = ["CASES", "Mark", "apply"]
