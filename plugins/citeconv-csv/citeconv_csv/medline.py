"""MEDLINE's tags as columns, as people make tables of what Biopython reads: lists of Python, and texts.

A cell goes in, the fields that it fills come out. Biopython joins the lines of a tag unless it knows that the tag may
come more than once, so several numbers stand in one text, each with its kind behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citeconv import Affiliation, Identifier
from citeconv.values.abstracts import clean
from citeconv.values.literals import quoted_list
from citeconv.values.medline import read_chemical, read_event, read_grant
from citeconv.values.pages import is_article_number
from citeconv.values.patterns import lazy
from citeconv_csv.columns import Column
from citeconv_csv.databases import remark
from citeconv_csv.pubmed import PUBMED

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_MARKED = lazy(r"(?<!\S)(?P<number>\S{1,200}) \[(?P<kind>doi|pii)\] ?")


def _items(cell: str) -> list[str]:
    """Return the items of a list, or the one value that a cell is."""
    return [clean(item) for item in quoted_list(cell.strip())] or [clean(cell)]


def _numbers(row: Reading, column: Column, cell: str) -> None:
    """Take DOI and PII with their kinds behind them, and the number of the article that has none."""
    text = " ".join(_items(cell))
    for match in _MARKED.finditer(text):
        number, kind = match["number"], match["kind"]
        if not row.takes(kind, number):
            row.put(column, (Identifier(kind=kind, value=number),), number, "identifiers")
    rest = _MARKED.sub("", text).strip()
    if not rest or rest in (row.fields.get("page"), row.fields.get("number")):
        return
    if "page" not in row.fields and (rest.isdecimal() or is_article_number(rest)):
        row.put(column, rest, rest, "number")
    else:
        row.leave(column, rest)


def _history(row: Reading, column: Column, cell: str) -> None:
    """Take events, with their kinds behind them where one tag has all, ``PHST``."""
    for item in _items(cell):
        if event := read_event(item, column.detail):
            row.put(column, (event,), item, "history")
        else:
            row.leave(column, item)


def _chemicals(row: Reading, column: Column, cell: str) -> None:
    for item in _items(cell):
        chemical = read_chemical(item)
        if chemical.name:
            row.put(column, (chemical,), item)
        else:
            row.leave(column, item)


def _grants(row: Reading, column: Column, cell: str) -> None:
    for item in _items(cell):
        row.put(column, (read_grant(item),), item)


def _addresses(row: Reading, column: Column, cell: str) -> None:
    """Give addresses to the authors, if there is one for each, or to the first one, whose alone NLM had until 2013."""
    authors, places = row.fields.get("author", ()), _items(cell)
    if not authors or len(places) not in (1, len(authors)):
        remark(row, column, "; ".join(places))
        return
    found = [
        replace(name, affiliations=(Affiliation(text=place),)) for name, place in zip(authors, places, strict=False)
    ]
    row.fields["author"] = (*found, *authors[len(found) :])


def _words(row: Reading, column: Column, cell: str) -> None:
    """Take a text, which may be a list of its lines."""
    row.put(column, " ".join(_items(cell)), cell)


def _source(row: Reading, column: Column, cell: str) -> None:
    """Take a source line, of which the other tags say all where they are there."""
    if not {"issued", "container_title_short"} <= row.fields.keys():
        PUBMED["pubmed citation"](row, column, clean(cell))


MEDLINE: dict[str, Callable[[Reading, Column, str], None]] = {
    "medline numbers": _numbers,
    "medline history": _history,
    "medline chemicals": _chemicals,
    "medline grants": _grants,
    "medline addresses": _addresses,
    "medline words": _words,
    "medline source": _source,
}
"""The function for each kind of column that only these tables have."""
