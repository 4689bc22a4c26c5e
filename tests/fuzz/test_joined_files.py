"""Files that were put together, as ``cat`` does it: the records of each are read, whatever the first one ends with."""

from __future__ import annotations

import io

import pytest
from test_overlong_records import LAYOUTS, converted, file

from citeconv import Report, loads

WITHOUT_END = [
    ("pubmed", "as saved"),
    ("pubmed", "one empty line"),
    ("pubmed-summary", "as saved"),
    ("nbib", "as saved"),
    ("ris", "as specified"),
    ("wos", "as saved"),
    ("ovid", "as saved"),
    ("cochrane", "as saved"),
    ("refer", "as saved"),
    ("bibtex", "as usual"),
    ("csl-json", "as usual"),
    ("json", "as usual"),
    ("jsonl", "as usual"),
    ("pubmed-xml", "as saved"),
    ("jats", "a list"),
    ("endnote-xml", "in one line"),
    ("csv", "as usual"),
    ("tsv", "as usual"),
]
"""Formats whose files may end without a line end, and what stands there must not run into the next record."""
UNTIED = [(format_, name) for format_, layouts in LAYOUTS.items() for name in layouts if name != "no PMID"]
"""Without a PMID, an empty line alone parts two records of MEDLINE."""


def told(text: str, format_: str) -> list[tuple[str, str, str]]:
    """Return title, type and DOI of each record in a file."""
    found = loads(text.encode(), format_, report=Report())
    return [(citation.title, citation.type, citation.doi) for citation in found]


@pytest.mark.parametrize(("format_", "name"), WITHOUT_END)
def test_no_line_end(format_: str, name: str) -> None:
    """Where the last line of a file runs into the first one of the next, both are understood."""
    text = file(format_, name, ["Salt."] * 3).rstrip("\n")

    assert 2 * told(text, format_) == told(text + text, format_)


@pytest.mark.parametrize(("format_", "name"), UNTIED)
def test_mark_before_the_second_file(format_: str, name: str) -> None:
    """A byte-order mark at the beginning of a line is none of its text."""
    text = file(format_, name, ["Salt."] * 3).rstrip("\n") + "\n"
    usual, _, _ = converted(text + "\n" + text, format_)
    marked, _, rejected = converted(f"\ufeff{text}\n\ufeff{text}", format_)

    assert (6, 0) == (len(marked), rejected)
    assert usual == marked


def test_marks_before_lines_are_told() -> None:
    """How many there were, and the line of the first; the one of the input itself is none of them."""
    report = Report()

    loads(b"\xef\xbb\xbfTY  - JOUR\nTI  - A\nER  - \n\xef\xbb\xbfTY  - JOUR\nTI  - B\nER  - \n", "ris", report=report)
    loads(io.StringIO("\ufeffTY  - JOUR\nTI  - A\nER  - \n").getvalue(), "ris", report=report)

    message = "1 byte-order mark before lines left out: files seem to have been joined"
    assert [(4, message, 1)] == [(each.first.line, each.first.message, each.count) for each in report.tallies.values()]


SUMMARY = (
    "1: Lind PA. Salt tides. J Moss. 2020;1:2-3. PMID: 90000001.\n\n"
    "2: Ek B. Low tides. J Moss. 2020;1:4. PMID: 90000002.\n"
)
CITED = (
    "1. Roe C. Tidal flats. J Moss. 2021;2:5-6. PMID: 90000003.\n2. Ito D. Moss. J Salt. 2021;3:7. PMID: 90000004.\n"
)


@pytest.mark.parametrize("between", ["", "\n", "\n\n", "\nOur papers\n\n"])
@pytest.mark.parametrize("files", [(SUMMARY, CITED), (CITED, SUMMARY), (CITED, CITED), (SUMMARY, SUMMARY)])
def test_summaries_and_lists_of_citations(files: tuple[str, str], between: str) -> None:
    """What PubMed saves as a summary and what its "Cite" gives are two layouts of one format."""
    first, second = files

    found = told(first + between + second, "pubmed-summary")

    assert told(first, "pubmed-summary") + told(second, "pubmed-summary") == found


OPEN_ENDED = ("pubmed", "pubmed-summary", "ovid", "cochrane", "refer", "nbib")
"""Formats in which nothing ends a record, or in which another format's lines look like more of it."""
FOREIGN = ("ris", "nbib", "wos", "bibtex", "csl-json", "jsonl", "pubmed", "refer", "ovid", "endnote-xml", "pubmed-xml")
SAVED = {each: file(each, next(iter(LAYOUTS[each])), ["Salt and tides of the sea."] * 5) for each in LAYOUTS}
SAVED["pubmed"] += "\nConflict of interest statement: The authors declare none.\n"


@pytest.mark.parametrize("second", FOREIGN)
@pytest.mark.parametrize("first", OPEN_ENDED)
def test_files_of_two_formats(first: str, second: str) -> None:
    """What was pasted behind the last record in another format is no part of it: it is rejected, whole."""
    if first == second:
        return
    usual, none, _ = converted(SAVED[first], first)
    assert (5, "") == (len(usual), none)

    found, rejects, count = converted(f"{SAVED[first]}\n{SAVED[second]}", first)

    assert (usual, 1) == (found, count)
    assert SAVED[second].strip() == rejects.strip()


def test_another_format_between_records() -> None:
    """It is parted from the record before it there, too, if it makes that much longer than all others."""
    usual, _, _ = converted(SAVED["pubmed"], "pubmed")

    found, rejects, count = converted(f"{SAVED['pubmed']}\n{SAVED['ris'] * 4}\n\n{SAVED['pubmed'] * 50}", "pubmed")

    assert (usual * 51, 1) == (found, count)
    assert (SAVED["ris"] * 4).strip() == rejects.strip()


def test_a_paragraph_with_signs_of_another_format() -> None:
    """What an abstract or a note says of other formats is no record of theirs."""
    text = SAVED["pubmed"].replace("Salt and", "@ is a sign.\n\nTY stands first.\n\nER - is last.\n\nSalt and")

    assert converted(text, "pubmed")[1:] == ("", 0)
