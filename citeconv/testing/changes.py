"""Changed copies of samples: small changes, which show whether a reader ignores anything, and damage.

The text of a sample goes in; copies come out that differ in one word, or in one blank. If a word is another,
whatever it means, the citation must differ, too; a second blank must not cost a word. The bytes of a sample give copies
that are cut short, or in which some bytes are wrong, as a bad disk leaves them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

_LETTERS = r"[^\W\d_]{2,}(?:-[^\W\d_]+)*"
_WORD = re.compile(rf"(?<=<)/?[^\W\d_][\w.:-]*|{_LETTERS}")
"""A name behind ``<`` with all that belongs to it, or letters, with hyphens between."""
_GAP = re.compile(r"(?<=[^\W\d_]{2}) (?=[^\W\d_]{2})")
_OTHER = "qzxj"
"""Letters of the words that replace others, in an order in which no word has them."""
_PLACES = 3
"""The first words of a line, which are changed before others as they may be tags or names."""

_BAD = (
    ("four NUL bytes", bytes(4)),
    ("bytes that are no UTF-8", b"\xff\xe9\x80"),
    ("half a surrogate pair in UTF-8", "\ud83d".encode("utf-8", "surrogatepass")),
    ("half a surrogate pair in JSON's escape", rb"\ud83d"),
    ("half a surrogate pair and a NUL as XML's references", b"&#xD83D;&#0;"),
    ("a control character", b"\x1b[2J\x9b"),
)
"""Bad bytes that replace some of a sample's, with their names."""

Span = tuple[int, int]


class Change(NamedTuple):
    """A changed copy of a sample: what was changed, in which line from 1, and the whole text."""

    what: str
    line: int
    text: str


def other_words(text: str, places: Iterable[Span], most: int) -> list[Change]:
    """Return copies in which a word is replaced by another of the same length and case.

    The first words of lines that begin differently are replaced before others. The name of an element is replaced
    wherever it stands in the sample.

    Args:
        text: A sample.
        places: Where in it words may be changed.
        most: How many copies to make.
    """
    found = [
        match
        for begin, end in places
        for match in _WORD.finditer(text, begin, end)
        if match[0][0] != "/" and not _is_alone(text, match)
    ]
    return [Change(match[0], _line(text, match.start()), _changed(text, match)) for match in _spread(text, found, most)]


def second_blanks(text: str, places: Iterable[Span], most: int) -> list[Change]:
    """Return copies in which two words of a line have a second blank between them; arguments as for ``other_words``."""
    found = [match for begin, end in places for match in _GAP.finditer(text, begin, end)]
    return [
        Change(
            text[max(match.start() - 12, 0) : match.end() + 12],
            _line(text, match.start()),
            f"{text[: match.end()]} {text[match.end() :]}",
        )
        for match in _spread(text, found, most)
    ]


def lines_twice(text: str, places: Iterable[Span], known: Container[str], most: int) -> list[Change]:
    """Return copies in which a line is repeated with its last word replaced.

    Args:
        text: A sample.
        places: Where in it lines may be taken from.
        known: Words of values. A line that ends with any other word may end with a tag, and is left alone.
        most: How many copies to make.
    """
    last: dict[int, re.Match[str]] = {}
    for begin, end in places:
        for match in _WORD.finditer(text, begin, end):
            if text[max(match.start() - 1, 0) : match.start()] not in ("<", "/"):
                last[text.rfind("\n", 0, match.start()) + 1] = match
    changes = []
    for match in _spread(text, [match for match in last.values() if match[0] in known], most):
        begin, end = text.rfind("\n", 0, match.start()) + 1, (text + "\n").find("\n", match.end())
        again = text[begin : match.start()] + _other(match[0]) + text[match.end() : end]
        changes.append(Change(_other(match[0]), _line(text, begin), f"{text[:end]}\n{again}{text[end:]}"))
    return changes


def damaged(data: bytes, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield damaged copies of a sample, each with what was done to it.

    Args:
        data: A sample.
        most: How many copies to make of each kind of damage.
    """
    for turn in range(most):
        place = len(data) * (2 * turn + 1) // (2 * most)
        yield f"cut short at byte {place}", data[:place]
        yield f"bit {turn % 8} of byte {place} flipped", _with(data, place, bytes([data[place] ^ 1 << turn % 8]))
        for name, bad in _BAD:
            yield f"{name} at byte {place}", _with(data, place, bad)


def _with(data: bytes, place: int, other: bytes) -> bytes:
    return data[:place] + other + data[place + len(other) :]


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, those within tags apart."""
    return [word.lower() for word in re.findall(_LETTERS, re.sub(r"<[^<>]*>", " ", text))]


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a line holds nothing but one word: a tag without a value."""
    end = text.find("\n", match.end())
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return not re.search(r"\w", before + text[match.end() : end if end >= 0 else len(text)])


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _spread(text: str, found: list[re.Match[str]], most: int) -> list[re.Match[str]]:
    """Return one match for each first word and place in a line, then others from the whole text, up to a number."""
    firsts: dict[tuple[str, int], re.Match[str]] = {}
    for match in found:
        begin = text.rfind("\n", 0, match.start()) + 1
        before = _WORD.findall(text, begin, match.start())
        firsts.setdefault(((before or [match[0]])[0], min(len(before), _PLACES)), match)
    first = list(firsts.values())
    starts = {match.start() for match in first}
    rest = [match for match in found if match.start() not in starts]
    return _evenly(first, most) + _evenly(rest, most - len(first))


def _evenly(found: list[re.Match[str]], most: int) -> list[re.Match[str]]:
    return found[:: max(1, -(-len(found) // most))] if most > 0 else []


def _other(word: str) -> str:
    """Return a word that nobody knows, of the same length and case as another."""
    other = (_OTHER * len(word))[: len(word)]
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


def _changed(text: str, match: re.Match[str]) -> str:
    word, other = match[0], _other(match[0])
    if text[max(match.start() - 1, 0) : match.start()] == "<":
        return re.sub(rf"(?<=<)(/?){re.escape(word)}(?![\w.:-])", rf"\g<1>{other}", text)
    return text[: match.start()] + other + text[match.end() :]
