"""What had no column: the lines of Zotero's ``Extra``, and the fields that citeconv's own tables keep in one cell.

A cell goes in when all others of its row are read, and the fields that the row has not come out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from citeconv import FIELDS, Citation
from citeconv.values.abstracts import clean_lines
from citeconv.values.patterns import lazy
from citeconv_csv.columns import OWN, Column

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_EXTRA_LINE = lazy(r"(?:\A|(?<=\s))(?:PMID: ?(?P<pmid>\d{1,8})|PMCID: ?(?P<pmcid>PMC\d{1,9})|DOI: ?(?P<doi>10\.\S+))\b")
_EXTRA_FIELDS = {
    "publisher": "publisher", "institution": "publisher", "place": "publisher_place",
    "publisher place": "publisher_place", "event place": "event_place", "event title": "event_title",
    "conference name": "event_title",
    "journal abbreviation": "container_title_short", "edition": "edition", "section": "section", "number": "issue",
    "library catalog": "source", "medium": "medium", "status": "status",
}  # fmt: skip
"""Labels in Zotero's ``Extra``, and the fields."""
_EXTRA_LABEL = lazy(rf"(?:\A|(?<=\s))({'|'.join(_EXTRA_FIELDS).replace(' ', '[ -]')}): (?=\S)", re.I)
_OTHER_LABEL = lazy(r"\s(?=(?:_\w{1,20}|tex\.\w{1,20}|arXiv|ISBN|ISSN|Type|ZSCC|Citation Key|Original \w{1,12}): )")


def _extra_lines(row: Reading, column: Column, cell: str) -> None:
    """Take the identifiers and fields that Zotero keeps in ``Extra``; the rest is a note."""

    def take(match: re.Match[str]) -> str:
        field = match.lastgroup or ""
        return "" if row.fields.setdefault(field, match[field]) == match[field] else match[0]

    rest = _EXTRA_LINE.sub(take, clean_lines(cell))
    notes = tuple([line.strip() for line in _without_fields(row, rest).split("\n") if line.strip()])
    if notes:
        row.put(column, notes, cell)


def _without_fields(row: Reading, text: str) -> str:
    """Return lines without the fields among them, ``Publisher: Shelf Press``, that the row has not, or has the same.

    Zotero's CSV has blanks for the line ends, so that a value ends where the next label begins.
    """
    first, *pieces = _EXTRA_LABEL.split(text)
    kept = [first]
    for label, value in zip(pieces[::2], pieces[1::2], strict=True):
        field = _EXTRA_FIELDS[label.lower().replace("-", " ")]
        line, _, rest = value.strip().partition("\n")
        words, *others = _OTHER_LABEL.split(line, maxsplit=1)
        if not words or row.fields.setdefault(field, words) != words:
            kept.append(f"{label}: {words}")
        kept += [*others, rest]
    return "\n".join(kept)


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
