"""Writing elements: they come one after the other, as they stand in the record, whose text goes out.

XML 1.0 has no form for most control characters, lone surrogates and U+FFFE. Tabs, line ends and blanks that follow each
other are layout in it: whoever reads a text makes each run of them a single blank, so that a writer has to. Most
records have none of these, nor signs that must be escaped, so that all texts of one are looked at at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from citeconv import Citation
from citeconv.values.markup import plain, runs
from citeconv.values.patterns import lazy
from citeconv.values.texts import change_texts
from citeconv.xml_elements import ILLEGAL
from citeconv_jats.mapping import TAGS

NMTOKEN = lazy(r"[\w.:-]+")
_BLANKS = lazy(r"[ \t\r\n]+")
LABEL_NUMBER = lazy(r"[\[(]?(\d+[a-z]?)[\])]?\.?")
"""A label that is the number of a reference."""

Lose = Callable[[str, str], None]


def escaped(text: str) -> str:
    """Return a text without markup as it stands in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def marked_up(text: str) -> str:
    """Return a text with citeconv's markup as it stands in JATS."""
    if "<" not in text:
        return escaped(text)
    ends = {"open": "<{}>", "close": "</{}>"}
    return "".join([ends[kind].format(TAGS[piece]) if kind else escaped(piece) for piece, kind in runs(text)])


class Elements:
    """Writes the elements of one record after the other, each on a line of its own but those in running text.

    Attributes are given as they stand in a tag, with a blank before each.
    """

    def __init__(self) -> None:
        self._out: list[str] = []  # markup, and text that is not escaped yet, by turns
        self._others: list[str] = []  # further texts that are written, escaped within the markup
        self._heeded: list[str] = []  # texts of which only parts are written
        self._lead = ""  # what stands before an element: a line end and blanks, nothing in running text
        self._opened: list[tuple[str, str, int]] = []  # what closes each, what led it, and where it begins

    def begin(self) -> None:
        """Begin a record, of which the outermost element is not written here."""
        self._out.clear()
        self._others.clear()
        self._heeded.clear()
        self._opened.clear()
        self._lead = "\n  "

    # -- elements

    def text(self, tag: str, text: str, attributes: str = "") -> None:
        """Write an element that holds a text without markup."""
        self._out += f"{self._lead}<{tag}{attributes}>", text, f"</{tag}>", ""

    def marked(self, tag: str, text: str, attributes: str = "") -> None:
        """Write an element with text that may hold markup."""
        if "<" not in text:
            self.text(tag, text, attributes)
            return
        self._others.append(text)
        self._out += f"{self._lead}<{tag}{attributes}>{marked_up(text)}</{tag}>", ""

    def empty(self, tag: str, attributes: str = "") -> None:
        """Write an element that holds nothing."""
        self._out += f"{self._lead}<{tag}{attributes}/>", ""

    def person(self, family: str, given: str) -> None:
        """Write a ``name`` of the two parts that nearly all have."""
        lead = self._lead
        self._out += (
            f"{lead}<name><surname>", family, "</surname><given-names>", given, "</given-names></name>", ""
        )  # fmt: skip

    def running(self, text: str) -> None:
        """Write text that may hold markup, within the element that was opened last."""
        self._others.append(text)
        self.raw(marked_up(text))

    def raw(self, markup: str) -> None:
        """Write what is escaped already and needs no look."""
        self._out += markup, ""

    def open(self, tag: str, attributes: str = "") -> None:
        """Begin an element that holds others, each on a line of its own."""
        lead, out = self._lead, self._out
        out += f"{lead}<{tag}{attributes}>", ""
        self._opened.append((f"{lead}</{tag}>", lead, len(out)))
        if lead:
            self._lead = f"{lead}  "

    def open_line(self, tag: str, attributes: str = "") -> None:
        """Begin an element that stands on one line with all that it holds."""
        self._out += f"{self._lead}<{tag}{attributes}>", ""
        self._opened.append((f"</{tag}>", self._lead, 0))
        self._lead = ""

    def close(self) -> None:
        """End the element that was opened last."""
        closing, self._lead, inside = self._opened.pop()
        if inside == len(self._out):
            self._out[-2] = f"{self._out[-2][:-1]}/>"
        else:
            self._out += closing, ""

    def is_empty(self) -> bool:
        """Return whether nothing stands yet in the element that was opened last."""
        return self._opened[-1][2] == len(self._out)

    def holds(self, tag: str) -> bool:
        """Return whether the element that was opened last holds another of some name."""
        starts = (f"{self._lead}<{tag}>", f"{self._lead}<{tag} ")
        return any([markup.startswith(starts) for markup in self._out[self._opened[-1][2] :: 2]])

    # -- texts beside

    def attribute(self, name: str, value: str) -> str:
        """Return an attribute as it stands in a tag, with a blank before it."""
        self._others.append(value)
        if not value.isalnum():
            value = escaped(value).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
        return f' {name}="{value}"'

    def heed(self, *texts: str) -> None:
        """Look at the blanks of texts of which only parts are written."""
        self._heeded += texts

    # -- the whole

    def keeps_texts(self) -> bool:
        """Return whether XML can hold all characters of the record, and keeps its blanks: single ones between words."""
        texts = [*filter(None, (*self._others, *self._heeded, *self._out[1::2]))]
        joined = " ".join(texts)  # a blank at an end is next to another now
        if "  " in joined or joined.strip() != joined:
            return False
        if joined.isprintable():  # without control characters, and other blanks
            return True
        if any(map(joined.__contains__, "\n\t\r")) or not self.is_legal():
            return False
        return joined.isascii() or [*map(str.strip, texts)] == texts

    def is_legal(self) -> bool:
        """Return whether XML can hold all characters of the record."""
        return not any(map(ILLEGAL.search, (*self._out[1::2], *self._others)))

    def written(self) -> str:
        """Return what stands in the outermost element of the record."""
        out = self._out
        texts = "\0".join(out[1::2])  # a character that XML cannot hold, and no text has now
        if (whole := escaped(texts)) is not texts:
            out[1::2] = whole.split("\0")
        return "".join(out)


def bare(text: str, field: str, lose: Lose) -> str:
    """Return a text for an element that holds no markup; say so if it had some."""
    if "<" not in text:
        return text
    without = plain(text)
    if without != text:
        lose(field, "JATS has no markup here")
    return without


def legal(citation: Citation, lose: Lose) -> Citation:
    """Return a citation without the characters that XML cannot hold, each replaced by U+FFFD and reported."""
    why = "characters that XML cannot hold became U+FFFD"
    return _changed(citation, citation.__struct_fields__, _legal, why, lose)


def single_blanks(citation: Citation, fields: Collection[str], lose: Lose) -> Citation:
    """Return a citation with single blanks in some of its fields, and report each in which there were others."""
    return _changed(citation, fields, _single_blanks, "blanks and line ends became single blanks", lose)


def _changed(
    citation: Citation, fields: Collection[str], change: Callable[[str], str], why: str, lose: Lose
) -> Citation:
    changed, different = change_texts(change, citation, fields)
    for field in different:
        lose(field, why)
    return changed


def _legal(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)


def _single_blanks(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
