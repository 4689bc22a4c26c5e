"""The columns of PubMed's own tables, whose cells hold lines of its text export.

A cell goes in, the fields that it fills come out. The citation is the source line of "Abstract (text)", and read as
that is; what the columns beside it repeat is not kept twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citeconv import Event
from citeconv.pubmed.lines import author_fields, cut_medium, indexing_status, relations_behind, source_line_fields
from citeconv.values.abstracts import clean
from citeconv.values.forms import letters
from citeconv.values.languages import LANGUAGES
from citeconv.values.patterns import lazy
from citeconv_csv.authors import first_author
from citeconv_csv.columns import Column
from citeconv_csv.databases import remark
from citeconv_csv.kinds import read_date

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_WORD_BEHIND = lazy(r"(?<=[\].] )(?P<word>No abstract available|[A-Z][a-z]{2,20}(?:, [A-Z][a-z]{2,20}){0,4})\.\Z")
_NO_ABSTRACT = "No abstract available"
_KINDS_BEHIND = frozenset(("Review", "Retraction", "Erratum"))
_PROPERTY = lazy(r"(?P<name>create date|first author):(?P<value>[^|]*)")
_PUBMED_ID = lazy(r"(?P<name>PMID|PMCID):(?P<value>(?:PMC)?\d[\d.]*)(?=[\s|]|\Z)")


def _pubmed_authors(row: Reading, column: Column, cell: str) -> None:
    found = author_fields(clean(cell))
    if found:
        row.fields.update(found)
    else:
        row.leave(column, cell)


def _pubmed_citation(row: Reading, column: Column, cell: str) -> None:
    """Take date, volume, issue, pages and more from PubMed's source line; the columns beside it say the same."""
    text = " ".join(clean(cell).split())
    end, related = relations_behind(text)
    if related:
        row.put(column, related, text[end + 2 :], "related")
        text = text[: end + 1]
    while match := _WORD_BEHIND.search(text):  # PubMed until 2019: "[Epub ahead of print] Review. German."
        word = match["word"]
        languages = word.lower().split(", ")
        if LANGUAGES.keys() >= set(languages):
            row.put(column, tuple([LANGUAGES[each] for each in languages]), word, "language")
        elif word in _KINDS_BEHIND:
            row.put(column, (word,), word, "publication_types")
        elif word == _NO_ABSTRACT:
            row.leave(column, f"{word}.")
        else:
            break
        text = text[: match.start("word")].rstrip()
    fields, rest = source_line_fields(text)
    journal = fields.pop("container_title_short", "")
    if journal:
        row.put(column, journal, journal, "container_title_short")
    elif fields.get("container_title") == row.fields.get("container_title_short", ""):  # "Journal/Book" is the book
        del row.fields["container_title_short"]
    for field, value in fields.items():
        row.put(column, value, value if isinstance(value, str) else text, field)
    cut_medium(row.fields)
    if rest:
        row.leave(column, rest)


def _pubmed_url(row: Reading, column: Column, cell: str) -> None:
    row.put(column, f"https://www.ncbi.nlm.nih.gov{cell.strip()}" if cell.startswith("/") else clean(cell), cell)


def _pubmed_short(row: Reading, column: Column, cell: str) -> None:
    """Pass over the short form of a source line, journal or book and year."""
    issued = row.fields.get("issued")
    journal = row.fields.get("container_title_short") or row.fields.get("container_title", "")
    if letters(f"{journal}{issued.year if issued else ''}") != letters(cell):
        row.leave(column, cell)


def _pubmed_source(row: Reading, column: Column, cell: str) -> None:
    """Take a source line without its journal, as NCBI's eSummary has it: ``2014 Dec;27(6):479-84``."""
    journal = row.fields.get("container_title_short", "")
    _pubmed_citation(row, column, f"{journal}. {cell.strip()}." if journal else cell)


def _pubmed_identifiers(row: Reading, column: Column, cell: str) -> None:
    for match in _PUBMED_ID.finditer(cell):
        row.put(column, match["value"], match[0], match["name"].lower())
    if rest := _PUBMED_ID.sub("", cell).strip(" |"):
        row.leave(column, rest)


def _pubmed_properties(row: Reading, column: Column, cell: str) -> None:
    for match in _PROPERTY.finditer(cell):
        value = match["value"].strip()
        if match["name"] == "first author":
            first_author(row, column, value)
        elif date := read_date(value):
            row.put(column, (Event(kind="entrez", date=date),), value, "history")
    if rest := _PROPERTY.sub("", cell).strip(" |"):
        remark(row, column, rest)


def _pubmed_status(row: Reading, column: Column, cell: str) -> None:
    """Take how far NLM is with a record, ``PubMed - indexed for MEDLINE``, which has brackets in the text export."""
    row.put(column, indexing_status(f"[{cell.strip()}]"), cell)


def _pubmed_type(row: Reading, column: Column, cell: str) -> None:
    """Pass over what every row of PubMed's tables is, a citation."""
    if cell.strip().lower() != "citation":
        row.leave(column, cell)


PUBMED: dict[str, Callable[[Reading, Column, str], None]] = {
    "pubmed authors": _pubmed_authors,
    "pubmed citation": _pubmed_citation,
    "pubmed status": _pubmed_status,
    "pubmed type": _pubmed_type,
    "pubmed url": _pubmed_url,
    "pubmed short": _pubmed_short,
    "pubmed source": _pubmed_source,
    "pubmed identifiers": _pubmed_identifiers,
    "pubmed properties": _pubmed_properties,
}
"""The function for each kind of column that only PubMed has."""
