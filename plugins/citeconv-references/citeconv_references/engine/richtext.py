"""Text of a field into pieces of the stream: CSL-JSON's markup, quotation marks and apostrophes.

``<i> <b> <sup> <sub> <sc>``, small capitals and ``nocase`` spans become marks if they are closed in order, anything
else that looks like a tag stays text. Straight and curly quotation marks become marks where they pair up; an
apostrophe gets its curl.
"""

from __future__ import annotations

from citeconv.values.memo import Memo
from citeconv.values.patterns import lazy
from citeconv_references.engine.runs import BOLD, ITALIC, SMALL_CAPS, SUBSCRIPT, SUPERSCRIPT
from citeconv_references.engine.stream import (
    CLOSE,
    CLOSE_NOCASE,
    CLOSE_QUOTE,
    OPEN_INNER_QUOTE,
    OPEN_NOCASE,
    OPEN_QUOTE,
    OPENING,
    SINGLE_INNER_QUOTE,
    SINGLE_QUOTE,
    Inner,
    Mark,
    Stream,
)

SPECIAL = lazy(r"[<\"'“”‘’«»„‚]")
SMALL_CAPS_TAG = '<span style="font-variant:small-caps;">'
NOCASE_TAG = '<span class="nocase">'
NODECOR_TAG = '<span class="nodecor">'
ALL_STYLES = ITALIC | BOLD | SMALL_CAPS | SUPERSCRIPT | SUBSCRIPT
TAGS = {
    "<i>": Mark(OPENING, ITALIC, flip=True),
    "<b>": Mark(OPENING, BOLD, flip=True),
    "<sup>": Mark(OPENING, SUPERSCRIPT, flip=True),
    "<sub>": Mark(OPENING, SUBSCRIPT, flip=True),
    "<sc>": Mark(OPENING, SMALL_CAPS, flip=True),
    SMALL_CAPS_TAG: Mark(OPENING, SMALL_CAPS, flip=True),
    NOCASE_TAG: OPEN_NOCASE,
    NODECOR_TAG: Mark(OPENING, off=ALL_STYLES),
}
TOKEN = lazy(
    r"</?(?:i|b|sup|sub|sc)>|</span>|<span style=\"font-variant: ?small-caps;?\">"
    r"|<span class=\"(?:nocase|nodecor)\">|[\"'“”‘’«»„‚]"
)
"""The tags of CSL's markup, and quotation marks."""
GUARDED = "<\u2060"
STRAIGHT = "\"'"
OUTER, INNER = 0, 1
PARTED_QUOTES = frozenset("“”«»„")
"""Those that are no apostrophes and stand between letters, too, as Chinese has none of the blanks."""
QUOTES = (OPEN_QUOTE, OPEN_INNER_QUOTE)
SINGLE_QUOTES = (SINGLE_QUOTE, SINGLE_INNER_QUOTE)
FIELD_MARKS = frozenset((*TAGS.values(), *QUOTES, *SINGLE_QUOTES, CLOSE, CLOSE_NOCASE, CLOSE_QUOTE))
"""What a field itself brings, and not the style."""
BEFORE_QUOTE = lazy(r"[\s(\[{\-–—/,;:.]")


class RichText:
    """Reads fields in a locale: its quotation marks, and straight ones, are marks where they pair up."""

    def __init__(self, outer: tuple[str, str], inner: tuple[str, str]) -> None:
        self.curly = {inner[0]: (inner[1], INNER), outer[0]: (outer[1], OUTER)}
        self.closing = frozenset((outer[1], inner[1]))
        self._parsed = Memo(self._parse, 512)

    def pieces(self, text: str, out: Stream) -> None:
        """Append the text of a field to the stream."""
        if SPECIAL.search(text) is None:
            out.append(text)
        else:
            out.extend(self._parsed(text))

    def _parse(self, text: str) -> tuple[str | Mark, ...]:
        out: list[str | Mark] = []
        for token in self._paired(_tokens(text)):
            if isinstance(token, Mark):
                out.append(token)
            elif out and isinstance(out[-1], str):
                out[-1] = type(out[-1])(out[-1] + token)
            elif token:
                out.append(Inner(token) if out else token)
        return tuple(out)

    def _paired(self, tokens: list[tuple[str, str]]) -> list[str | Mark]:
        """Return the tokens with tags and quotes that pair up as marks, all others as text."""
        out: list[str | Mark] = [_as_text(kind, token) for kind, token in tokens]
        stack: list[tuple[int, str]] = []
        straight: list[str] = []
        for place, (kind, token) in enumerate(tokens):
            if kind == "text":
                continue
            if kind == "open":
                stack.append((place, token))
            elif kind == "close":
                _close_tag(token, place, stack, out)
            elif kind in ("closes", "either") and self._close_quote(token, place, stack, out, straight):
                continue
            elif kind in ("opens", "either") and (token in STRAIGHT or token in self.curly):
                stack.append((place, token))
        return out

    def _close_quote(
        self, token: str, place: int, stack: list[tuple[int, str]], out: list[str | Mark], straight: list[str]
    ) -> bool:
        """Pair a closing quotation mark with its opener; quotes do not reach across tags.

        Of straight quotes, the kind that a field begins with is the outer one.
        """
        for depth in range(len(stack) - 1, -1, -1):
            start, opener = stack[depth]
            if opener[0] == "<":
                return False
            closer = opener if opener in STRAIGHT else self.curly[opener][0]
            if closer == token:
                if opener in STRAIGHT:
                    if not straight:
                        straight.append(self._first_straight(stack, depth))
                    level = OUTER if opener in straight else INNER
                else:
                    level = self.curly[opener][1]
                out[start] = (SINGLE_QUOTES if opener == "'" else QUOTES)[level]
                out[place] = CLOSE_QUOTE
                del stack[depth:]
                return True
        return False

    @staticmethod
    def _first_straight(stack: list[tuple[int, str]], depth: int) -> str:
        return next(token for _, token in stack[: depth + 1] if token in STRAIGHT)


def plain(text: str) -> str:
    """Return the text of a field without its markup, as sort keys need it."""
    return TOKEN.sub("", text) if SPECIAL.search(text) else text


def _tokens(text: str) -> list[tuple[str, str]]:
    """Return (kind, text): ``text``; ``open`` or ``close`` for tags; for quotation marks what ``_quote_kind`` tells."""
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
    parted = text[place] in PARTED_QUOTES
    opens = (parted or BEFORE_QUOTE.match(before) is not None or before in ">\"'“‘") and not after.isspace()
    closes = not before.isspace() and (parted or not after.isalnum())
    return {(True, True): "either", (True, False): "opens", (False, True): "closes"}.get((opens, closes), "neither")


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


def _as_text(kind: str, token: str) -> str:
    """Return a token as text; the word joiner that keeps a sign in CSL-JSON from being a tag has done its work."""
    if token == "'" and kind != "text":
        return "’"
    return token.replace(GUARDED, "<") if kind == "text" else token
