"""Given names to initials, step by step as citeproc-js has it.

A given name goes in, words and what separates them are looked at in turn, and initials with a mark behind each come
out. Names may have markup within; it stays where it is.
"""

from __future__ import annotations

from citeconv.values.patterns import lazy

_LETTER = (
    "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff\u0e01-\u0e5b\u1e00-\u1fff"
)
BEGINS_WITH_LETTER = lazy(rf"(?:<[^>]{{1,40}}>)*[&{_LETTER}]")
WORD = lazy(rf"([{_LETTER}])([{_LETTER}]*)(\.?)")
LETTERS = lazy(rf"[-0-9{_LETTER}]")
PARTING = lazy(r"((?:(?<![-\s])[-\s]+)?</*(?:i|sc|b|sub|sup)>[-\s]*|(?<![-\s])[-\s]+)")
TAGS = lazy(r"(?:(?<!-)-+)?<[^>]{1,40}>-*")
FIRST_TAGS = lazy(r"(?:<[^>]{1,40}>)+")
HYPHEN = lazy(r"(?<!\s)\s*-\s*")
SMALL_BEHIND_HYPHEN = lazy(r"-(?=[a-z])")
JOINED = lazy(r"\.(?=[^ ])")
BLANKS = lazy(r"\s+")
SEVERAL_BLANKS = lazy(" {2,}")
TITLES = frozenset(("Lady", "Lord"))
"""Given names that are none."""
HELD = "\ue000"
"""Stands for the hyphen before a small letter, which parts no words."""


def initials(given: str, mark: str, hyphens: bool, names: bool) -> str:
    """Return given names as initials with ``mark`` behind each.

    ``hyphens`` keeps the hyphen of compound names; without ``names`` only initials are set anew, names in full stay
    (CSL's ``initialize="false"``).
    """
    if given in TITLES or BEGINS_WITH_LETTER.match(given) is None:
        return given
    text = BLANKS.sub(" ", HYPHEN.sub("-", given if hyphens else given.replace("-", " ")))
    text = JOINED.sub(". ", SMALL_BEHIND_HYPHEN.sub(HELD, text))
    parts = PARTING.split(text)
    (_shorten if names else _normalize)(parts, mark)
    return SEVERAL_BLANKS.sub(" ", HYPHEN.sub("-", "".join(parts).strip())).replace(HELD, "-")


def _shorten(parts: list[str], mark: str) -> None:
    """Put initials in place of words that begin with a capital; other words get a blank before them."""
    for place in range(0, len(parts), 2):
        match = WORD.match(parts[place])
        if match is not None and match[1] == match[1].upper():
            parts[place] = _initial(*match.groups())
            _put_mark(parts, place + 1, mark)
        elif LETTERS.search(parts[place]):
            parts[place] = f" {parts[place]}"


def _initial(first: str, rest: str, period: str) -> str:
    """Return the initial of a word: all of an abbreviation, and capitals behind the first one as small letters."""
    if period:
        return first + rest
    capitals = 0
    while capitals < len(rest) and rest[capitals] == rest[capitals].upper():
        capitals += 1
    return first if capitals == len(rest) else first + rest[:capitals].lower()


def _put_mark(parts: list[str], place: int, mark: str) -> None:
    """Put the mark behind an initial; what parts it from the next goes, but for a hyphen."""
    if place == len(parts):
        parts[-1] += mark
    elif "-" in parts[place]:
        parts[place] = f"{_with_tags(mark, parts[place].replace('-', '', 1))}-"
    else:
        parts[place] = _with_tags(mark, parts[place])


def _normalize(parts: list[str], mark: str) -> None:
    """Set initials and abbreviations anew, words in full stay."""
    short = [_is_short(part) for part in parts]
    if len(parts) == 1 and len(parts[0].rpartition(".")[2]) == 1 and parts[0][-1] != parts[0][-1].lower():
        short[0] = True
    parts[::2] = [part.rpartition(".")[0] + part.rpartition(".")[2] for part in parts[::2]]
    for place in range(0, len(parts) - 1, 2):
        if not short[place]:
            continue
        between = _tags(parts[place + 1])
        if not short[place + 2]:
            between = f"{_tags(between)} "
        parts[place + 1] = mark + between if len(parts[place + 2]) > 1 else _with_tags(mark, between)
    if short[-1]:
        parts[-1] += mark


def _is_short(part: str) -> bool:
    bare = part[match.end() :] if (match := FIRST_TAGS.match(part)) else part
    return bare[-1:] == "." if len(bare) > 1 else len(part) == 1 and part.upper() == part


def _tags(between: str) -> str:
    """Return the markup of what parts words, all of it if it has none."""
    match = FIRST_TAGS.search(between)
    return match[0] if match else between


def _with_tags(mark: str, between: str) -> str:
    """Return a mark with the markup that parts words, before the blank at its end."""
    tags = "".join(TAGS.findall(between))
    body = mark.rstrip()
    return body + tags + mark[len(body) :] if tags else mark
