"""Lines: a value goes in, the line of its tag comes out, whatever the value holds.

A text stays on its one line behind its tag: line ends, of which Unicode has more than RIS, and control characters
become blanks, and that is reported, as is what a reader would take for markup or for another tag.
"""

from __future__ import annotations

from citeconv import Citation, Format
from citeconv.values.markup import from_html, plain
from citeconv.values.patterns import lazy
from citeconv_ris.syntax import SECOND_TAG

END = "\r\n"
UNSAFE = lazy("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_CONTROLS = tuple(map(chr, (*range(32), 0x7F, 0x85, 0x2028, 0x2029, 0xFEFF)))
_ASCII_CONTROLS = bytes((*range(32), 0x7F))
_SIGNS = "<&;*"
_PARAGRAPHS = frozenset("title abstract note annote status number_of_references".split())
"""Fields that stand in tags whose value may hold what looks like another tag field."""


def tagged_line(prefix: str, value: str) -> str:
    """Return the line of a value, none if it is empty."""
    return f"{prefix}{value}{END}" if value and not value.isspace() else ""


def stays_on_line(text: str) -> bool:
    """Return whether no character of a text ends a line or is a control; where in doubt, no.

    ``isprintable`` looks at each character at length, ``translate`` at each byte, a search for each of the few controls
    at many at once.
    """
    if len(text) < 400:
        return text.isprintable()
    if text.isascii():
        data = text.encode()
        return data.translate(None, _ASCII_CONTROLS) == data
    return not any(map(text.__contains__, _CONTROLS))


def is_usual(text: str) -> bool:
    """Return whether a text, as most do, can stand behind a tag as it is; where in doubt, no."""
    return (
        0 < len(text) < 400
        and text.isprintable()
        and text[0] != " " != text[-1]
        and not ("<" in text or "&" in text or "\\" in text or "  - " in text)
    )


def is_plain(text: str) -> bool:
    """Return whether a text has no sign that may mean something in a name or a keyword."""
    return not any(map(text.__contains__, _SIGNS)) and "  - " not in text and stays_on_line(text)


class LineWriter(Format[str]):
    """What writes a text behind a tag, and reports what of it had to go."""

    _keeps_markup = False  # whether titles may have some
    is_doubtful = False  # whether the record holds what only reading it again will show to be read as it was

    def _text(self, prefix: str, field: str, value: str, _citation: Citation) -> str:
        return f"{prefix}{value}{END}" if is_usual(value) else tagged_line(prefix, self._tidy(field, value))

    def _tidy(self, field: str, value: str) -> str:
        """Return a text as it may stand behind a tag, and report what had to go."""
        if "<" in value or "&" in value or "\\" in value:
            value = self._without_markup(field, value)
        bare = value.strip()
        if bare != value:
            value = bare
            self.lose(field, "blanks at its ends are not written")
        if not stays_on_line(value):
            value = self._on_one_line(field, value)
        return self._one_tag(field, value) if field not in _PARAGRAPHS and "  - " in value else value

    def _one_tag(self, field: str, value: str) -> str:
        """Return a text in which no reader sees a second tag field on its line."""
        safe = SECOND_TAG.sub(r" \1 - ", value)
        if safe == value:
            return value
        self.lose(field, "would be read as two tags")
        return safe

    def _on_one_line(self, field: str, value: str) -> str:
        clean = UNSAFE.sub(" ", value)
        if clean != value:
            self.lose(field, "line ends and control characters became blanks")
        return clean.strip()

    def _without_markup(self, field: str, value: str) -> str:
        """Return a text without markup; ``<`` and ``&`` that a reader would take for some are reported."""
        bare = value if self._keeps_markup and field == "title" else plain(value)
        if from_html(bare) != value:
            self.lose(field, "has no markup in RIS" if bare != value else "would be read as markup")
        return bare
