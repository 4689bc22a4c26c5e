"""What had no column: the lines of Zotero's ``Extra``, and the fields that citeconv's own tables keep in one cell.

A cell goes in when all others of its row are read, and the fields that the row has not come out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from citeconv import FIELDS, Citation, Identifier
from citeconv.values.abstracts import clean_lines
from citeconv.values.extra_lines import parts_of
from citeconv.values.links import ARXIV
from citeconv.values.patterns import lazy
from citeconv_csv.columns import OWN, Column
from citeconv_csv.kinds import READ
from citeconv_csv.numbers import NUMBERS

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_EXTRA_LINE = lazy(r"(?:\A|(?<=\s))(?:PMID: ?(?P<pmid>\d{1,8})|PMCID: ?(?P<pmcid>PMC\d{1,9})|DOI: ?(?P<doi>10\.\S+))\b")
_ARXIV = lazy(
    rf"(?:\A|(?<=\s))(?:(?:Issue|Number): )?arXiv: ?(?P<number>{ARXIV})(?: \[(?P<classes>[^\[\]]{{1,80}})\])?(?!\S)"
)
"""The number of a preprint: ``arXiv:2101.00001 [cs, eess]``, which may stand there as that of an issue, too."""
_KINDS = {"page": "page", "issn": "issn", "isbn": "isbn"}
_ELSEWHERE = frozenset(("", "pmid", "pmcid", "doi"))
"""Fields of which no more are told than were taken before."""


_AT_ARXIV = Column("identifiers", name="Extra")
_CLASSES = Column("categories", name="Extra")


def _extra_lines(row: Reading, column: Column, cell: str) -> None:
    """Take the identifiers and fields that Zotero keeps in ``Extra``; the rest is a note."""

    def take(match: re.Match[str]) -> str:
        field = match.lastgroup or ""
        return "" if row.takes(field, match[field]) else match[0]

    rest = _EXTRA_LINE.sub(take, _without_arxiv(row, clean_lines(cell)))
    notes = tuple([line.strip() for line in _without_fields(row, rest).split("\n") if line.strip()])
    if notes:
        row.put(column, notes, cell)


def _without_arxiv(row: Reading, text: str) -> str:
    """Return lines without the number of a preprint at arXiv, and the classes it has there."""

    def take(match: re.Match[str]) -> str:
        row.put(_AT_ARXIV, (Identifier(kind="arxiv", value=match["number"]),), match[0])
        if match["classes"]:
            row.put(_CLASSES, tuple(match["classes"].split(", ")), match[0])
        return ""

    return _ARXIV.sub(take, text) if "arXiv" in text else text


def _without_fields(row: Reading, text: str) -> str:
    """Return lines without the fields among them, ``Publisher: Shelf Press``, that the row has not, or has the same."""
    kept = []
    for field, label, words in parts_of(text):
        if field in _ELSEWHERE or not _takes(row, Column(field, _KINDS.get(field, "text")), words):
            kept.append(f"{label}: {words}" if label else words)
    return "\n".join(kept)


def _takes(row: Reading, column: Column, words: str) -> bool:
    """Put a value of ``Extra`` into its field; whether it stands there now."""
    if column.kind == "isbn" and words:
        NUMBERS["isbn"](row, column, words)
        return True
    if column.field == "number_of_pages" and not words.isdecimal():  # ProQuest's are pages, too
        return False
    value = READ[column.kind](words, column) if column.kind in READ else words
    if value and isinstance(value, tuple):
        row.put(column, value, words)
        return True
    return bool(value) and row.takes(column.field, value)


def _rest(row: Reading, column: Column, cell: str) -> None:
    """Take what had no column; a field whose column was changed since does not count."""
    from citeconv_csv.writing import express

    try:
        kept = _decode(cell)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        row.remarks.append(f"{column.name} is not as citeconv wrote it, and kept as it is")
        row.leave(column, cell)
        return
    was = express(kept)[0]
    there = row.table.names
    changed = {name for name, text in was.items() if text != row.cells.get(name, "") and name in there}
    if kept.other_abstracts and not kept.abstract and was.get("abstract") and "abstract" not in changed:
        row.fields.pop("abstract", None)  # another one, which stands in its place
    for field in FIELDS:
        value = getattr(kept, field)
        if not value or field == "type":
            continue
        own = _COLUMNS_OF[field]
        if changed.isdisjoint(own):
            row.fields[field] = value
            row.gathered.pop(field, None)
            row.extra = [pair for pair in row.extra if pair[0].removeprefix("csv:") not in own]
        else:
            row.remarks.append(f"{field} in {column.name} does not agree with its column, which counts")
            row.extra.append((f"csv:{column.name}.{field}", msgspec.json.encode(value).decode()))


_decode = msgspec.json.Decoder(Citation).decode
_COLUMNS_OF = {field: frozenset(own.name for own in OWN if own.field == field) for field in FIELDS}


REMAINDER: dict[str, Callable[[Reading, Column, str], None]] = {"extra lines": _extra_lines, "rest": _rest}
"""The function for each kind of column."""
