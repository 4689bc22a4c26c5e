"""What NASA ADS's own tagged format means by the signs of tags, of which half are other fields than in EndNote's.

A record begins with its number in ADS, the bibcode, and has no type. Tags and their lines go in, a ``Reference`` comes
out. All texts are wrapped, a word with a hyphen at it, too. ADS Classic had volume, issue and pages behind the journal.
"""

from __future__ import annotations

from collections.abc import Iterable

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
    type_name = _KINDS.get(held["R"][0][_VOLUME], "Journal Article")
    fields: dict[str, list[str]] = {}
    told: list[tuple[str, str]] = []
    numbers: list[Identifier] = []
    extra: list[tuple[str, str]] = []
    pages = "-".join(dict.fromkeys([held.pop(sign)[0] for sign in "PL" if sign in held]))
    for sign, texts in held.items():
        if sign == "R":
            numbers += [Identifier(kind="bibcode", value=text) for text in texts]
        elif sign == "A":
            fields["contributors/authors/author"] = [name for text in texts for name in text.split("; ")]
        elif sign == "D":
            fields["dates/pub-dates/date"] = texts
        elif sign == "K":
            fields["keywords/keyword"] = [word for text in texts for word in _COMMA.split(text)]
        elif sign == "C":
            told += [("copyright", text) for text in texts]
        elif sign == "J" and texts[0] in _THESES:
            type_name, fields["work-type"] = "Thesis", [_THESES[texts[0]]]
        elif sign == "J" and texts == held.get("T"):
            type_name = "Book"
        elif sign == "J":
            pages = _read_journal(fields, texts, pages)
        elif sign == "Y":
            for text in texts:
                for part in text.split("; "):
                    _read_number(fields, numbers, extra, part)
        elif sign in _FIELDS and texts != [_NO_ABSTRACT]:
            fields[_FIELDS[sign]] = [" ".join(texts)]
        elif sign not in _FIELDS:
            extra += [(f"%{sign}", text) for text in texts]
    if pages:
        fields["pages"] = [pages]
    elif type_name == "Book Section":
        type_name = "Book"
    return Reference(type_name, "", fields, extra, tuple(told), tuple(numbers))


def _unwrapped(lines: list[str]) -> str:
    """Return a text that was wrapped at blanks and behind hyphens in words."""
    text = lines[0]
    for line in lines[1:]:
        text += line if line[0].isalpha() and _HYPHEN.search(text) else f" {line}"
    return text


def _read_journal(fields: dict[str, list[str]], texts: list[str], pages: str) -> str:
    """Read the journal, with what ADS Classic has behind it; return the pages."""
    found = _IN_JOURNAL.fullmatch(texts[0])
    if found is None:
        fields[SECONDARY] = texts
        return pages
    fields[SECONDARY] = [found["journal"], *texts[1:]]
    for name, path in (("volume", "volume"), ("issue", "number"), ("issn", "isbn")):
        if found[name]:
            fields[path] = [found[name]]
    return found["pages"]


def _read_number(
    fields: dict[str, list[str]], numbers: list[Identifier], extra: list[tuple[str, str]], text: str
) -> None:
    """Read ``DOI: 10.5555/t`` or ``eprintid: arXiv:3101.00001``; what is neither is left."""
    label, _, number = text.partition(": ")
    if label == "DOI" and NUMBER not in fields:
        fields[NUMBER] = [number]
    elif (eprint := eprint_number(text)) is not None:
        numbers.append(eprint)
    else:
        extra.append(("%Y", text))
