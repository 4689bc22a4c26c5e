"""Text cases, applied to a stretch of the stream.

The stretch is looked at as one text, so a word may go on behind a tag; the marks stay where they are, and what stands
between ``nocase`` marks stays as it is. Title case is for English alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from citeconv.values.patterns import lazy
from citeconv_references.engine.stream import (
    CASE,
    CLOSE,
    CLOSING,
    NOCASE,
    OPENING,
    SINGLE_INNER_QUOTE,
    SINGLE_QUOTE,
    SUPERSCRIPTS,
    Mark,
    Stream,
)

CaseFunction: TypeAlias = Callable[[str, "list[tuple[int, int]]"], str]

STOP_WORDS = frozenset(
    """about above across afore after against al along alongside amid amidst among amongst an and anenst apropos apud
    around as aside astride at athwart atop barring before behind below beneath beside besides between beyond but by ca
    circa de despite down during et except for forenenst from given in inside into lest like modulo near next nor
    notwithstanding of off on onto or out over per plus pro qua sans since so than the through throughout thruout till
    to toward towards under underneath until unto up upon van versus via von vs with within without yet""".split()
)
"""Words that citeproc-js leaves in lower case, single letters apart."""
WORD = lazy(r"\w+(?:[’'@&;\u2010]+\w+)*")
_PARTING = r"‘’“”\"'\-\u2013\u2014/.,;?!:\[\]()"
PARTING = lazy(f"[{_PARTING}]")
TITLE_WORD = lazy(rf"[^\s\u200b{_PARTING}]+")
"""A word as title case has it, whatever signs it holds."""
APOSTROPHES = frozenset("’'")
BEGINNING = frozenset(":?!")
"""Signs between words behind which a part of a title begins."""
GREEK = lazy(r"[α-ω]\d*")


def apply(case: CaseFunction, out: Stream, start: int) -> None:
    """Change the case of the stream from ``start`` on."""
    if len(out) == start + 1 and isinstance(out[start], str):
        text = out[start]
        changed = case(str(text), [])
        if changed != text:
            out[start] = type(text)(changed) if isinstance(text, str) else changed
        return
    text, protected, quoted = _laid_out(out, start)
    if quoted >= 0:  # citeproc-js takes the first such mark for the first letter of its word, if that is not the last
        word = WORD.match(text, quoted)
        if word is not None and (case is not title or WORD.search(text, word.end()) is not None):
            protected.append(word.span())
        protected.sort()
    changed = case(text, protected)
    if len(changed) != len(text):
        return
    offset = 0
    for place in range(start, len(out)):
        piece = out[place]
        if isinstance(piece, str):
            out[place] = type(piece)(changed[offset : offset + len(piece)])
            offset += len(piece)


def put(text: str, opened: Mark | None, case: CaseFunction | None, out: Stream) -> None:
    """Append a text in its case, within the mark that opens its format and the one that closes it."""
    if opened:
        out.append(opened)
    start = len(out)
    out.append(text)
    if case:
        apply(case, out, start)
    if opened:
        out.append(CLOSE)


def _laid_out(out: Stream, start: int) -> tuple[str, list[tuple[int, int]], int]:
    """Return the text from a place on, where it is protected, and where a single quotation mark first opens, or -1."""
    text, protected, quoted, since = "", [], -1, -1
    for place in range(start, len(out)):
        piece = out[place]
        if isinstance(piece, str):
            text += piece
        elif piece is SINGLE_QUOTE or piece is SINGLE_INNER_QUOTE:
            quoted = len(text) if quoted < 0 else quoted
        elif piece.kind == NOCASE or (piece.kind == OPENING and piece.on & SUPERSCRIPTS):
            since = len(text)
        elif since >= 0 and piece.kind in (CASE, CLOSING):
            protected.append((since, len(text)))
            since = -1
        elif piece.kind == CLOSING and text and text[-1] == out[place - 1]:
            protected.append((len(text) - 1, len(text)))  # a letter with markup of its own is no word
    return text, protected, quoted


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
    """Make the first letter of the text upper case, if the first word is in lower case and begins with a letter.

    What an apostrophe stands before stays as it is (``’t``).
    """
    word = TITLE_WORD.search(text)
    if word is None or _is_protected(word.start(), protected) or text[: word.start()][-1:] in APOSTROPHES:
        return text
    return f"{text[: word.start()]}{_capitalized(word[0])}{text[word.end() :]}"


def capitalize_all(text: str, protected: list[tuple[int, int]]) -> str:
    """Make the first letter of each word in lower case upper case."""
    return WORD.sub(lambda word: word[0] if _is_protected(word.start(), protected) else _capitalized(word[0]), text)


def sentence(text: str, protected: list[tuple[int, int]]) -> str:
    """Make the first letter upper case and all words after the first lower case, as citeproc-js does."""
    word = WORD.search(text)
    if word is None:
        return text
    kept = protected if _is_protected(word.start(), protected) else [(0, word.end()), *protected]
    return capitalize_first(LOWER(text, kept), protected)


def title(text: str, protected: list[tuple[int, int]]) -> str:
    """Set English title case.

    Stop words stay in lower case unless they are first or last or follow a colon, question or exclamation mark, or the
    first sign of the title that parts words is a hyphen behind them; so do single letters, also if they are last. Words
    with capitals stay as they are, and so do Greek letters alone, what begins with a sign of formulas and codes, and
    what an apostrophe stands before.
    """
    words = list(TITLE_WORD.finditer(text))
    last = len(words) - 1
    parted = PARTING.search(text)
    hyphen = parted.start() if parted and parted[0] == "-" else -1
    out, position, end = [], 0, 0
    scripts = {start for start, _ in protected}
    for place, match in enumerate(words):
        word, start = match[0], match.start()
        between, end = text[end:start], match.end()
        if _is_protected(start, protected) or not word.islower() or GREEK.fullmatch(word):
            continue
        if start and text[start - 1] in APOSTROPHES:
            continue
        single = len(word) == 1 or start + 1 in scripts
        stops = single or word in STOP_WORDS or (len(word) == 2 and word[0] == "v")
        begins = place == 0 or end == hyphen or not BEGINNING.isdisjoint(between)
        if stops and not begins and (single or place != last):
            continue
        out.append(text[position:start])
        out.append(_capitalized(word))
        position = end
    out.append(text[position:])
    return "".join(out)


def _capitalized(word: str) -> str:
    """Return a word with a capital, unless it has capitals of its own or begins with a digit."""
    upper = word[0].upper()
    return upper + word[1:] if word.islower() and len(upper) == 1 else word


def _is_protected(place: int, protected: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in protected)


LOWER = _protecting(str.lower)
CASES: dict[str, CaseFunction] = {
    "lowercase": LOWER,
    "uppercase": _protecting(str.upper),
    "capitalize-first": capitalize_first,
    "capitalize-all": capitalize_all,
    "sentence": sentence,
    "title": title,
}
"""Text cases by their CSL name."""
DOTTED = frozenset({"tr", "az"})
"""Languages where the capital of i is İ, and the small letter of I is ı."""


OWN_CAPITALS = DOTTED | {"el"}
"""Languages whose capitals are not those of most others."""


def casing(language: str) -> str:
    """Return the language of an item if it has capitals of its own, else nothing."""
    own = language[:2].lower()
    return own if own in OWN_CAPITALS else ""


def case_of(name: str, language: str) -> CaseFunction | None:
    """Return a text case in a language, ``None`` if there is none of that name."""
    case = CASES.get(name)
    if language == "el" and name == "uppercase":
        return _greek_capitals
    return _dotted(case) if case and language in DOTTED else case


def capitalized(text: str, language: str) -> str:
    """Return a text with a capital at the beginning of its first word."""
    case = _dotted(capitalize_first) if language in DOTTED else capitalize_first
    return case(text, [])


def _dotted(case: CaseFunction) -> CaseFunction:
    """Return a case that keeps dotted and dotless letters apart: their pairs stand for them while it works."""

    def dotted(text: str, protected: list[tuple[int, int]]) -> str:
        return case(text.translate(TO_PAIRS), protected).translate(FROM_PAIRS)

    return dotted


TO_PAIRS = {ord("i"): "\U00010428", ord("İ"): "\U00010400", ord("ı"): "\U00010429", ord("I"): "\U00010401"}
FROM_PAIRS = {ord(pair): chr(letter) for letter, pair in TO_PAIRS.items()}
"""Letters of a script that no reference is in, capital and small, for i and ı."""


def _greek_capitals(text: str, protected: list[tuple[int, int]]) -> str:
    """Make Greek letters capitals, which have no accents; a vowel behind an accented one gets its diaeresis."""
    return _UPPERCASE(HIATUS.sub(lambda match: match[1] + match[2].translate(PARTED), text).translate(BARE), protected)


_UPPERCASE = CASES["uppercase"]
HIATUS = lazy("([άέόΆΈΌ])([ιυΙΥ])")
PARTED = str.maketrans("ιυΙΥ", "ϊϋΪΫ")
BARE = str.maketrans("άέήίόύώΐΰΆΈΉΊΌΎΏ", "αεηιουωϊϋΑΕΗΙΟΥΩ")
