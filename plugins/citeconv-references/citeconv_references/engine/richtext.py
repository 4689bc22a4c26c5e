"""Text of a field into pieces of the stream: CSL-JSON's markup, quotation marks and apostrophes.

``<i> <b> <sup> <sub> <sc>``, small capitals and ``nocase`` spans become marks if they are closed in order, anything
else that looks like a tag stays text. Straight and curly quotation marks become marks where they pair up; an
apostrophe gets its curl.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citeconv_references.engine.runs import BOLD, ITALIC, SMALL_CAPS, SUBSCRIPT, SUPERSCRIPT
from citeconv_references.engine.stream import (
    CLOSE,
    CLOSE_NOCASE,
    CLOSE_QUOTE,
    OPEN_NOCASE,
    OPEN_QUOTE,
    OPENING,
    Mark,
    Stream,
)

SPECIAL = re.compile(r"[<\"'“”‘’«»„‚]")
SMALL_CAPS_TAG = '<span style="font-variant:small-caps;">'
NOCASE_TAG = '<span class="nocase">'
TAGS = {
    "<i>": Mark(OPENING, ITALIC, flip=True),
    "<b>": Mark(OPENING, BOLD, flip=True),
    "<sup>": Mark(OPENING, SUPERSCRIPT, flip=True),
    "<sub>": Mark(OPENING, SUBSCRIPT, flip=True),
    "<sc>": Mark(OPENING, SMALL_CAPS, flip=True),
    SMALL_CAPS_TAG: Mark(OPENING, SMALL_CAPS, flip=True),
    NOCASE_TAG: OPEN_NOCASE,
}
TOKEN = re.compile(
    r"</?(?:i|b|sup|sub|sc)>|</span>|<span style=\"font-variant: ?small-caps;?\">|<span class=\"nocase\">|[\"'“”‘’«»„‚]"
)
OPENERS = {"“": "”", "‘": "’", "«": "»", "„": "“", "‚": "‘"}
BEFORE_QUOTE = re.compile(r"[\s(\[{\-–—/,;:.]")


def pieces(text: str, out: Stream) -> None:
    """Append the text of a field to the stream."""
    if SPECIAL.search(text) is None:
        out.append(text)
    else:
        out.extend(parsed(text))


@lru_cache(maxsize=512)
def parsed(text: str) -> tuple[str | Mark, ...]:
    """Return the text of a field as pieces and marks."""
    tokens = _tokens(text)
    resolved = _paired(tokens)
    out: list[str | Mark] = []
    for token in resolved:
        if isinstance(token, str) and out and isinstance(out[-1], str):
            out[-1] += token
        elif token != "":
            out.append(token)
    return tuple(out)


def plain(text: str) -> str:
    """Return the text of a field without markup and quotes, as sort keys need it."""
    if SPECIAL.search(text) is None:
        return text
    return "".join([piece for piece in parsed(text) if isinstance(piece, str)])


def _tokens(text: str) -> list[tuple[str, str]]:
    """Return (kind, text): ``text``, ``open``, ``close`` or ``quote`` with what it may be.

    ``open``, ``close``, both or neither.
    """
    tokens: list[tuple[str, str]] = []
    position = 0
    for match in TOKEN.finditer(text):
        if match.start() > position:
            tokens.append(("text", text[position : match.start()]))
        token, position = match[0], match.end()
        if token[0] != "<":
            tokens.append((_quote_kind(text, match.start()), token))
        else:
            tokens.append(("close" if token[1] == "/" else "open", token))
    if position < len(text):
        tokens.append(("text", text[position:]))
    return tokens


def _quote_kind(text: str, place: int) -> str:
    """Tell what a quotation mark at a place can be from the characters around it."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    opens = (BEFORE_QUOTE.match(before) is not None or before in ">\"'“‘") and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    return {(True, True): "either", (True, False): "opens", (False, True): "closes"}.get((opens, closes), "neither")


def _paired(tokens: list[tuple[str, str]]) -> list[str | Mark]:
    """Return the tokens with tags and quotes that pair up as marks, all others as text."""
    out: list[str | Mark] = [_as_text(kind, token) for kind, token in tokens]
    stack: list[tuple[int, str]] = []
    for place, (kind, token) in enumerate(tokens):
        if kind == "text":
            continue
        if kind == "open":
            stack.append((place, token))
            continue
        if kind == "close":
            _close_tag(token, place, stack, out)
            continue
        if kind in ("closes", "either") and _close_quote(token, place, stack, out):
            continue
        if kind in ("opens", "either") and token not in "”’»":
            stack.append((place, token))
    return out


def _close_tag(token: str, place: int, stack: list[tuple[int, str]], out: list[str | Mark]) -> None:
    name = token[2:-1]
    for depth in range(len(stack) - 1, -1, -1):
        opener = stack[depth][1]
        if opener[0] == "<" and opener[1:].startswith(name) and (opener[1 + len(name)] in "> "):
            mark = TAGS.get(opener) or TAGS[SMALL_CAPS_TAG]
            out[stack[depth][0]] = mark
            out[place] = CLOSE_NOCASE if mark is OPEN_NOCASE else CLOSE
            del stack[depth:]
            return


def _close_quote(token: str, place: int, stack: list[tuple[int, str]], out: list[str | Mark]) -> bool:
    """Pair a closing quotation mark with its opener; quotes do not reach across tags."""
    for depth in range(len(stack) - 1, -1, -1):
        opener = stack[depth][1]
        if opener[0] == "<":
            return False
        if OPENERS.get(opener, opener) == token:
            out[stack[depth][0]] = OPEN_QUOTE
            out[place] = CLOSE_QUOTE
            del stack[depth:]
            return True
    return False


def _as_text(kind: str, token: str) -> str:
    if token == "'" and kind != "text":
        return "’"
    return token
