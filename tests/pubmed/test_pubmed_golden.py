"""Every quirk of PubMed's text exports, one file each: what is read from it, leftovers and rejects included.

A file of ``golden/`` holds the input and, behind ``---output---``, the JSON of each thing read from it. Its name says
which quirk it shows; names that begin with ``summary`` are of the "Summary (text)" layout. ``--update-goldens``
rewrites the outputs.
"""

import io
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from citeconv import Leftover, RecordError, Source, loads
from citeconv.pubmed import PubmedSummary, PubmedText

GOLDEN = Path(__file__).parent / "golden"
MARK = "---output---\n"


def read(text: str, summary: bool) -> str:
    """Return what is read from a text, a line for each record and leftover."""
    reader = PubmedSummary() if summary else PubmedText()
    lines = []
    for record in reader.split(Source(io.BytesIO(text.encode()))):
        if isinstance(record, Leftover):
            lines.append({"leftover": record.data.strip(), "line": record.line})
            continue
        if record.fault:
            lines.append({"rejected": record.fault, "line": record.line})
            continue
        try:
            found = msgspec.to_builtins(reader.parse(record))
            for usual in ("citeconv", "source"):
                found.pop(usual, "")
            lines.append(found)
        except RecordError as error:
            lines.append({"rejected": str(error), "line": record.line})
        lines.extend({"note": message} for _, message in reader.notes)
        reader.notes.clear()
    return "".join(json.dumps(line, ensure_ascii=False, indent=1) + "\n" for line in lines)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_quirk(path: Path, golden: Callable[[Path, str], None]) -> None:
    """The quirk that the file is named after is read as the file says."""
    given = path.read_text(encoding="utf-8").partition(MARK)[0]
    found = read(given.removesuffix("\n"), path.stem.startswith("summary"))
    golden(path, f"{given}{MARK}{found}")


@pytest.mark.parametrize("mark", ["> ", "  "])
@pytest.mark.parametrize("path", sorted(GOLDEN.glob("[!snqi]*.txt")), ids=lambda path: path.stem)
def test_same_when_quoted_or_indented(path: Path, mark: str) -> None:
    """A mark before each line changes nothing."""
    given = path.read_text(encoding="utf-8").partition(MARK)[0].removesuffix("\n")
    assert read("".join([f"{mark}{line}" for line in given.splitlines(keepends=True)]), False) == read(given, False)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("[!s]*.txt")), ids=lambda path: path.stem)
def test_same_with_crlf(path: Path) -> None:
    """CRLF line ends change nothing."""
    given = path.read_text(encoding="utf-8").partition(MARK)[0].removesuffix("\n")
    assert read(given.replace("\n", "\r\n"), False) == read(given, False)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_same_with_no_break_blanks(path: Path) -> None:
    """Where each blank is one that does not break, it is read as one that does."""
    given = path.read_text(encoding="utf-8").partition(MARK)[0].removesuffix("\n").replace("\u00a0", " ")
    summary = path.stem.startswith("summary")
    assert read(given.replace(" ", "\u00a0"), summary) == read(given, summary)


TEXT = "What the tide takes to the shelf, it brings back to the shore in a day or two."


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_same_with_no_break_blanks_in_the_source_line(between: str) -> None:
    """There they part nothing else than blanks do; in the texts behind it they stay."""
    source = "J Moss. 2019 Mar;1(2):3-4. doi: 10.5555/a. Epub 2019 Feb 3."
    rest = between.join(
        ["", "Salt at 5\u00a0°C.", "Lind P(1).", "Author information:\n(1)Moss Inst.", TEXT, "PMID: 90000001\n"]
    )
    assert read(f"1. {source.replace(' ', chr(0xA0))}{rest}", False) == read(f"1. {source}{rest}", False)


def test_same_without_blank_lines_where_there_is_but_a_title() -> None:
    """Nobody stands behind it."""
    lines = ["1. RETRACTED ARTICLE", "J Moss. 2019 Mar;1(2):3-4.", "A title.", "PMID: 90000001\n"]
    assert read("\n".join(lines), False) == read("\n\n".join(lines), False)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("[!s]*.txt")), ids=lambda path: path.stem)
def test_same_with_line_ends_of_word_processors(path: Path) -> None:
    """Breaks of lines within paragraphs are line ends, and those of pages are nothing."""
    given = path.read_text(encoding="utf-8").partition(MARK)[0].removesuffix("\n")
    paragraphs = given.split("\n\n")
    if len(paragraphs) * 2 < given.count("\n"):
        assert read("\n\n".join([each.replace("\n", "\v") for each in paragraphs]), False) == read(given, False)
    assert read("\n\n".join([f"\f{each}" for each in paragraphs]), False) == read(given, False)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("[!s]*.txt")), ids=lambda path: path.stem)
def test_same_in_a_page(path: Path) -> None:
    """The tags of a page around an export are nothing."""
    given = path.read_text(encoding="utf-8").partition(MARK)[0].removesuffix("\n")
    assert read(f"<html><body><pre>{given}</pre></body></html>", False) == read(given, False)


def test_book_on_the_internet_behind_what_is_no_editor() -> None:
    """What stands before ``In:`` is in the title of the database then, of which a chapter is an entry."""
    text = (
        "1. Moss of the Shelf.\n\nLind P.\n\n<!--In: Roe A, editors. \nMoss Reviews [Internet]. "
        "Seattle (WA): University of Moss, Seattle; \n1993\u20132025.\n2006 Apr 18.\n\nPMID: 90000001\n"
    )
    (found,) = loads(text, "pubmed")
    assert (found.type, found.medium, found.pmid) == ("chapter", "Internet", "90000001")
    assert (found.publisher_place, found.container_title) == ("Seattle (WA)", "<!--In: Roe A, editors. Moss Reviews")
