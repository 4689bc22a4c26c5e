"""What NASA ADS's own tagged format means by the signs of tags, half of which are other fields than in EndNote's.

A record begins with its number in ADS, the bibcode, and has no type. Tags and their lines go in, a ``Reference`` comes
out. All texts are wrapped, even within a word, at its hyphen. ADS Classic had volume, issue and pages behind the
journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from citeconv import Identifier
from citeconv.values.abstracts import NO_ABSTRACT
from citeconv.values.databases import eprint_number
from citeconv.values.patterns import lazy
from citeconv_endnote.field_reader import NUMBER, SECONDARY, Reference

_BEGIN = lazy(r"%R \d{4}[A-Za-z][\w&.]{13}[\w.:] *\n")
_HYPHEN = lazy(r"[^\W\d_]-\Z")
_IN_JOURNAL = lazy(
    r"(?P<journal>.{2,200}?)(?: \(ISSN (?P<issn>\d{4}-\d{3}[\dX])\))?"
    r", (?:Volume|[Vv](?:ol)?\.) ?(?P<volume>[A-Z]?\d{1,5})(?:, (?:Issue|[Nn]o\.) ?(?P<issue>[\w-]{1,12}))?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.?,? )?\d{4})?,? (?:pp?\.|id\.) ?"
    r"(?P<pages>[^,;() ]{1,30}?)\.?"
)
"""``Monthly Notices, Volume 310, Issue 2, pp. 407-413.``"""
_KINDS = {
    **dict.fromkeys(("conf", "coll", "meet", "proc", "symp", "work"), "Conference Proceedings"),
    "book": "Book Section", "rept": "Report", "soft": "Computer Program",
}  # fmt: skip
"""Reference types by what stands for the volume in a bibcode."""
_VOLUME = slice(9, 13)
_COMMA = lazy(r", (?![^()]{0,99}\))")
_NO_ABSTRACT = NO_ABSTRACT.partition(" <")[0]
_THESES = {"Ph.D. Thesis": "PhD thesis", "Masters Thesis": "Master's thesis"}
"""Kinds of theses by what stands in the place of the journal."""
_FIELDS = {
    "T": "titles/title", "B": "abstract", "F": "auth-address", "H": "publisher", "I": "research-notes", "N": "number",
    "U": "urls/related-urls/url", "V": "volume", "X": "notes",
}  # fmt: skip
"""Fields of one text. The links that ADS offers beside a work are a remark."""


def is_tagged(text: str) -> bool:
    """Return whether a record is one of ADS's own."""
    return _BEGIN.match(text) is not None


def read(tags: Iterable[tuple[str, list[str]]]) -> Reference:
    """Return the reference that tags with the lines behind them are."""
    held: dict[str, list[str]] = {}
    for sign, lines in tags:
        if lines:
            held.setdefault(sign, []).append(_unwrapped(lines))
    record = _Record(held)
    for sign, texts in held.items():
        if take := _TAKES.get(sign):
            take(record, texts)
        elif sign not in _FIELDS:
            record.extra += [(f"%{sign}", text) for text in texts]
        elif texts != [_NO_ABSTRACT]:
            record.fields[_FIELDS[sign]] = [" ".join(texts)]
    return record.reference()


def _unwrapped(lines: list[str]) -> str:
    """Return a text that was wrapped at blanks and behind hyphens in words."""
    text = lines[0]
    for line in lines[1:]:
        text += line if line[0].isalpha() and _HYPHEN.search(text) else f" {line}"
    return text


class _Record:
    """A record while its tags are taken, each with its texts.

    Args:
        held: The texts by tag; those of the pages are taken out.
    """

    def __init__(self, held: dict[str, list[str]]) -> None:
        self._held = held
        self._pages = "-".join(dict.fromkeys([held.pop(sign)[0] for sign in "PL" if sign in held]))
        self._type = _KINDS.get(held["R"][0][_VOLUME], "Journal Article")
        self._numbers: list[Identifier] = []
        self._copyright: list[str] = []
        self.fields: dict[str, list[str]] = {}
        self.extra: list[tuple[str, str]] = []

    def reference(self) -> Reference:
        """Return the reference; a part of a book without pages is the book."""
        type_name = "Book" if self._type == "Book Section" and not self._pages else self._type
        if self._pages:
            self.fields["pages"] = [self._pages]
        told = tuple([("copyright", text) for text in self._copyright])
        return Reference(type_name, "", self.fields, self.extra, told, tuple(self._numbers))

    def take_bibcodes(self, texts: list[str]) -> None:
        self._numbers += [Identifier(kind="bibcode", value=text) for text in texts]

    def take_authors(self, texts: list[str]) -> None:
        self.fields["contributors/authors/author"] = [name for text in texts for name in text.split("; ")]

    def take_copyright(self, texts: list[str]) -> None:
        self._copyright += texts

    def take_date(self, texts: list[str]) -> None:
        self.fields["dates/pub-dates/date"] = texts

    def take_keywords(self, texts: list[str]) -> None:
        self.fields["keywords/keyword"] = [word for text in texts for word in _COMMA.split(text)]

    def take_journal(self, texts: list[str]) -> None:
        """Take the journal, with what ADS Classic has behind it; or the kind of a thesis, or the title of a book."""
        if texts[0] in _THESES:
            self._type, self.fields["work-type"] = "Thesis", [_THESES[texts[0]]]
            return
        if texts == self._held.get("T"):
            self._type = "Book"
            return
        found = _IN_JOURNAL.fullmatch(texts[0])
        if found is None:
            self.fields[SECONDARY] = texts
            return
        self.fields[SECONDARY] = [found["journal"], *texts[1:]]
        self._pages = found["pages"]
        for name, path in (("volume", "volume"), ("issue", "number"), ("issn", "isbn")):
            if found[name]:
                self.fields[path] = [found[name]]

    def take_numbers(self, texts: list[str]) -> None:
        """Take ``DOI: 10.5555/t; eprintid: arXiv:3101.00001``; what is neither is left."""
        for part in [part for text in texts for part in text.split("; ")]:
            label, _, number = part.partition(": ")
            if label == "DOI" and NUMBER not in self.fields:
                self.fields[NUMBER] = [number]
            elif (eprint := eprint_number(part)) is not None:
                self._numbers.append(eprint)
            else:
                self.extra.append(("%Y", part))


_TAKES: dict[str, Callable[[_Record, list[str]], None]] = {
    "A": _Record.take_authors, "C": _Record.take_copyright, "D": _Record.take_date, "J": _Record.take_journal,
    "K": _Record.take_keywords, "R": _Record.take_bibcodes, "Y": _Record.take_numbers,
}  # fmt: skip
"""What takes the texts of a tag that are not simply those of a field."""
