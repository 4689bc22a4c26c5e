"""Pages of which each has a column, and the numbers of books, which stand for those of journals, too.

A cell goes in when all others of its row are read, and the field that it fills comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from citeconv.values.abstracts import clean
from citeconv.values.isbns import ISBN
from citeconv.values.pages import expand_pages, with_hyphens
from citeconv.values.patterns import lazy
from citeconv_csv.columns import Column
from citeconv_csv.kinds import read_issn, read_list, whole

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_ISBN = lazy(ISBN)
_POWER = lazy(r"\d[.,]\d{1,14}[eE]\+?\d\d")
_LABEL = lazy(r" ?\((?:ISSN|ISBN)\)\Z|\A(?:IS[SB]N[:-]? ?|(?:Electronic|Print|POD|CD|USB)(?: ISBN)?:)", re.I)


def _first_page(row: Reading, column: Column, cell: str) -> None:
    first = whole(with_hyphens(clean(cell)))
    last = whole(with_hyphens(clean(row.held["last page"][1]))) if "last page" in row.held else ""
    pages = expand_pages(f"{first}-{last}") if last and last != first else first
    if row.fields.get("page", "").partition("-")[0] != first:
        row.put(column, pages, cell)


def _last_page(row: Reading, column: Column, cell: str) -> None:
    if "first page" not in row.held and not row.fields.get("page", "").endswith(whole(cell.strip())):
        row.leave(column, cell)


def _isbn(row: Reading, column: Column, cell: str) -> None:
    """Take ISBNs, or the ISSNs that stand there as in EndNote: ``1234-5679 and 2345-678X``."""
    if _POWER.search(cell):  # a spreadsheet has made a number of it, and lost digits
        row.leave(column, cell)
        return
    numbers = [match[0] for match in _ISBN.finditer(cell)]
    if len(numbers) > 1 and not _ISBN.sub("", cell).strip(" ,;/\n"):  # with blanks between, as Zotero has them
        row.put(column, tuple(numbers), cell)
        return
    pieces = [piece for each in read_list(cell) if (piece := _LABEL.sub("", each))]
    found = [(piece, read_issn(piece)) for piece in pieces]
    issns = tuple([issn for _, each in found for issn in each])
    isbns = tuple([piece for piece, each in found if not each])
    if issns:
        row.put(column, issns, cell, "issn")
    if isbns or not issns:
        row.put(column, isbns, cell)


NUMBERS: dict[str, Callable[[Reading, Column, str], None]] = {
    "isbn": _isbn,
    "first page": _first_page,
    "last page": _last_page,
}
"""The function for each kind of column; the first page is read before the last."""
