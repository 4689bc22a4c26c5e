"""Damage to exports and to citations, by the seed: bytes, text or a citation go in, a spoilt copy comes out.

Each way of damage is one that files suffer: they are cut off, pasted twice, spliced with files of another kind,
saved in several encodings, have lost or gained line ends, brackets and tags. The same seed gives the same damage, so
that a find can be made again from its number.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from workbooks import packed, unpacked

from citeconv import Citation

_TOKENS = (
    "\r", "\r\n", "\n\n\n", "\t", " ", "\u2028", "\u00a0", "\x00", "\x0c", "\x1b[31m", "\ufeff", "\ufffd", "{", "}",
    "[", "]", "(", ")", '"', "'", "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
    "<!DOCTYPE x [", "&", "&amp;", "&#0;", "&#x110000;", "&undefined;", "\\", "\\\\", "%", "$", "#", "@", "~", "^",
    "^^M", ",", ";", ":", ".", "-", "--", "  - ", "- ", "=", "==", "ER  - ", "TY  - JOUR", "PMID- 1", "PMID: 1",
    "1. ", "2: ", "@article{", "@string{", "@comment{", "null", "true", "1e999", "-1", "99999999999999999999", "0",
    "Author information:", "(1)", "DOI: ", "doi: 10.1/", "\ud7ff", "\U0001f600", "e\u0301", "\u202e",
    "=cmd|' /C calc'!A0", "\\input{x}", "<script>", "%0 ", "FN ", "EF", "PT J",
)  # fmt: skip
"""What has a meaning in some format, and what has none in any."""

LARGEST = 200_000
"""Characters that a word is made longer by, at most."""

_WORD = re.compile(r"\w+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_BLOCKS = re.compile(r"\n\s*\n")


def mutate(data: bytes, others: list[bytes], seed: int) -> bytes:
    """Return a spoilt copy.

    Args:
        data: An input as it should be.
        others: Other inputs, parts of which may be spliced in.
        seed: Which damage; one to four kinds, one after the other.
    """
    chance = random.Random(seed)
    if data.startswith(b"PK") and (parts := unpacked(data)) and chance.random() < 0.9:
        return _in_a_part(parts, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        if chance.random() < 0.25:
            data = chance.choice(_OF_BYTES)(data, chance)
        else:
            text = data.decode("utf-8", "surrogateescape")
            other = chance.choice(others).decode("utf-8", "surrogateescape") if others else text
            data = chance.choice(_OF_TEXT)(text, other, chance).encode("utf-8", "surrogateescape")
    return data


def _in_a_part(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """Return an archive of which some parts are spoilt, mostly the largest."""
    for _ in range(chance.choice((1, 1, 2))):
        names = sorted(parts, key=lambda name: len(parts[name]))
        name = chance.choice((names[-1], names[-1], *names[-2:], chance.choice(names)))
        parts[name] = mutate(parts[name], list(parts.values()), chance.randrange(1 << 30))
    return packed(parts)


def with_odd_values(citation: Citation, seed: int) -> Citation:
    """Return a citation in which one to three values have a sign within them that has a meaning in some format.

    Args:
        citation: Any one.
        seed: Which values, and which signs.
    """
    chance = random.Random(seed)
    fields: dict[str, Any] = msgspec.to_builtins(citation, builtin_types=())
    places = [place for place in _texts(fields) if place[0] not in ("type", "et_al")]
    for place in chance.sample(places, min(len(places), chance.choice((1, 1, 2, 3)))):
        fields = _with_sign(fields, place, chance)
    try:
        return msgspec.convert(fields, Citation)
    except msgspec.ValidationError:  # one of a few words, such as the kind of an ISSN
        return citation


def _texts(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of each text in a value."""
    if isinstance(value, str):
        yield place
    elif isinstance(value, (dict, list, tuple)):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(each, (*place, key))


def _with_sign(value: Any, place: tuple[Any, ...], chance: random.Random) -> Any:
    """Return a value with a sign within the text at a place, mostly between two words."""
    if not place:
        sign = chance.choice(_TOKENS)
        gaps = [found.start() for found in re.finditer(" ", value)] or [0]
        at = chance.choice((chance.randrange(len(value) + 1), chance.choice(gaps), 0, len(value)))
        return chance.choice((f"{value[:at]}{sign}{value[at:]}", f"{value[:at]} {sign}{value[at:]}"))
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[place[0]] = _with_sign(changed[place[0]], place[1:], chance)
    return changed


# -- bytes


def _flip(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(min(chance.choice((1, 1, 3, 20)), len(spoilt))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _beheaded(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(len(data) + 1) :]


def _in_several_encodings(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    rest = data[place:].decode("utf-8", "replace")
    return data[:place] + rest.encode(chance.choice(("latin-1", "cp1252", "utf-16-le", "utf-16", "cp437")), "replace")


def _in_another_encoding(data: bytes, chance: random.Random) -> bytes:
    codec = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32", "cp1252"))
    return data.decode("utf-8", "replace").encode(codec, "replace")


# -- text


def _line_lost(text: str, _: str, chance: random.Random) -> str:
    lines = _LINES.findall(text)
    place = chance.randrange(len(lines) + 1)
    return "".join(lines[:place] + lines[place + chance.choice((1, 1, 2, 9)) :])


def _line_doubled(text: str, _: str, chance: random.Random) -> str:
    lines = _LINES.findall(text)
    place = chance.randrange(len(lines) + 1)
    return "".join(lines[:place] + lines[place : place + 1] * chance.choice((2, 3, 200)) + lines[place + 1 :])


def _lines_shuffled(text: str, _: str, chance: random.Random) -> str:
    lines = _LINES.findall(text)
    place = chance.randrange(len(lines) + 1)
    some = lines[place : place + chance.choice((3, 12, 1000))]
    chance.shuffle(some)
    return "".join(lines[:place] + some + lines[place + len(some) :])


def _line_joined(text: str, _: str, chance: random.Random) -> str:
    ends = [match.start() for match in re.finditer("\n", text)]
    if not ends:
        return text
    place = chance.choice(ends)
    return text[:place] + chance.choice(("", " ", "\u2028")) + text[place + 1 :]


def _wrapped(text: str, _: str, chance: random.Random) -> str:
    width = chance.choice((5, 20, 60, 79))
    signs, begun = list(text), 0
    for place in [match.start() for match in re.finditer(r"[ \n]", text)]:
        if text[place] == "\n" or place - begun >= width:
            signs[place], begun = "\n", place + 1
    return "".join(signs)


def _blocks_shuffled(text: str, _: str, chance: random.Random) -> str:
    blocks = _BLOCKS.split(text)
    chance.shuffle(blocks)
    return "\n\n".join(blocks)


def _blank_lines_lost(text: str, _: str, chance: random.Random) -> str:
    return _BLOCKS.sub("\n", text) if chance.random() < 0.5 else text.replace("\n", "\n\n")


def _pasted_twice(text: str, _: str, chance: random.Random) -> str:
    begin, end = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
    return text[:end] + text[begin:]


def _token_put_in(text: str, _: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(_TOKENS) * chance.choice((1, 1, 1, 2, 3000)) + text[place:]


def _signs_lost(text: str, _: str, chance: random.Random) -> str:
    sign = chance.choice('{}[]()<>"/,.:;-=\n &\\')
    if chance.random() < 0.3:
        return text.replace(sign, "")
    places = [match.start() for match in re.finditer(re.escape(sign), text)]
    place = chance.choice(places) if places else len(text)
    return text[:place] + text[place + 1 :]


def _spliced(text: str, other: str, chance: random.Random) -> str:
    begin = chance.randrange(len(other) + 1)
    place = chance.randrange(len(text) + 1)
    return text[:place] + other[begin : begin + chance.choice((30, 400, 5000))] + text[place:]


def _appended(text: str, other: str, chance: random.Random) -> str:
    return text + chance.choice(("", "\n", "\n\n\n")) + other


def _line_of_another(text: str, other: str, chance: random.Random) -> str:
    lines, strange = _LINES.findall(text), _LINES.findall(other)
    place = chance.randrange(len(lines) + 1)
    return "".join([*lines[:place], chance.choice(strange) if strange else "", *lines[place:]])


def _stretched(text: str, _: str, chance: random.Random) -> str:
    word = _WORD.search(text, chance.randrange(len(text) + 1)) or _WORD.search(text)
    if word is None:
        return text
    times = min(chance.choice((10, 1000, 20_000)), LARGEST // len(word[0]))
    return text[: word.end()] + word[0] * times + text[word.end() :]


_OF_BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut_off, _beheaded, _in_several_encodings, _in_another_encoding,
)  # fmt: skip
_OF_TEXT: tuple[Callable[[str, str, random.Random], str], ...] = (
    _line_lost, _line_doubled, _lines_shuffled, _line_joined, _wrapped, _blocks_shuffled, _blank_lines_lost,
    _pasted_twice, _token_put_in, _token_put_in, _signs_lost, _signs_lost, _spliced, _appended, _line_of_another,
    _stretched,
)  # fmt: skip
