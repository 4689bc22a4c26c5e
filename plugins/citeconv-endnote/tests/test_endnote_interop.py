"""What bibutils reads from EndNote's formats of ours, and what becomes of real libraries.

``endx2xml`` and ``end2xml`` are foreign programs, which nothing else needs: where they are absent the tests are skipped
with a word.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from citeconv import Citation, Date, Name, Report, dumps, load, loads
from citeconv.citation import FIELDS
from citeconv.values.markup import plain
from real_exports import needed_exports

PROGRAMS = {"endnote-xml": "endx2xml", "refer": "end2xml"}
MODS = "{http://www.loc.gov/mods/v3}"
SAMPLE = [
    Citation(
        type="article-journal", title="Tides of the <i>northern</i> shelf: a survey",
        author=(Name(family="Lind", given="P A"), Name(family="de la Cruz", given="Ana")),
        container_title="Journal of Oceans",
        issued=Date(year=2019, month=12, day=3), volume="3", issue="2", page="9-20", doi="10.5555/tides.1",
    ),
    Citation(
        type="book", title="Shelves & seas", author=(Name(family="Ásgeirsdóttir", given="Birna"),),
        issued=Date(year=1998), publisher="Ocean Press", publisher_place="Northtown",
    ),
    Citation(
        type="chapter", title="Salt <5 %", container_title="Shelves & seas", author=(Name(family="Sample", given="C"),),
        editor=(Name(family="Lind", given="P"),), issued=Date(year=2001), page="1-9",
    ),
    Citation(type="thesis", title="On tides", author=(Name(family="Example", given="A B"),), issued=Date(year=2020)),
]  # fmt: skip


def bibutils(citations: list[Citation], to: str) -> list[ElementTree.Element]:
    """Return what bibutils reads from citations in a format: MODS, record by record."""
    program = shutil.which(PROGRAMS[to])
    if program is None:
        pytest.skip(f"{PROGRAMS[to]} (bibutils) is not installed: 0 records compared")
    text = dumps(citations, to, report=Report())
    ran = subprocess.run([program], input=text.encode(), capture_output=True, check=True)
    return list(ElementTree.parse(io.BytesIO(ran.stdout)).getroot().iter(f"{MODS}mods"))


def letters(text: str) -> str:
    """Return the letters and digits of a text, for bibutils sets its own blanks."""
    return "".join(sign for sign in plain(text) if sign.isalnum())


def title_of(record: ElementTree.Element) -> str:
    """Return the title that bibutils read, its subtitle with it."""
    parts = record.find(f"{MODS}titleInfo")
    return letters("".join(parts.itertext())) if parts is not None else ""


def authors_of(record: ElementTree.Element) -> list[str]:
    """Return the family names of the authors."""
    return [
        letters(" ".join(part.text or "" for part in name.findall(f"{MODS}namePart") if part.get("type") == "family"))
        for name in record.findall(f"{MODS}name")
        if [role.text for role in name.iter(f"{MODS}roleTerm")] == ["author"]
    ]


def year_of(record: ElementTree.Element) -> str:
    """Return the year of issue."""
    dates = [date.text or "" for date in record.iter() if date.tag in (f"{MODS}dateIssued", f"{MODS}date")]
    return dates[0][:4] if dates else ""


@pytest.mark.parametrize("to", PROGRAMS)
def test_bibutils_reads_the_same(to: str) -> None:
    """As many records, and title, authors and year of each."""
    records = bibutils(SAMPLE, to)

    assert [letters(each.title) for each in SAMPLE] == [title_of(record) for record in records]
    assert [[letters(name.family) for name in each.author] for each in SAMPLE] == [authors_of(each) for each in records]
    assert [str(each.issued.year) for each in SAMPLE if each.issued] == [year_of(record) for record in records]


def real(folder: str, most: int) -> list[tuple[Path, list[Citation]]]:
    """Return the citations of each file of a folder of the corpus, so many of each."""
    return [(path, load(path, report=Report())[:most]) for path in needed_exports(folder)]


@pytest.mark.long
@pytest.mark.parametrize("to", PROGRAMS)
@pytest.mark.parametrize("folder", ["endnote-xml", "refer", "medline", "ris"])
def test_bibutils_reads_real_records(folder: str, to: str) -> None:
    """Of real records none is lost on the way to bibutils, and 98 of 100 titles are the same."""
    same = whole = 0
    for path, citations in real(folder, 30):
        titled = [each for each in citations if each.title and each.type in ("article-journal", "book", "chapter")]
        if not titled:
            continue
        records = bibutils(titled, to)
        assert len(records) == len(titled), path.name
        whole += len(titled)
        same += sum(letters(each.title) == title_of(record) for each, record in zip(titled, records, strict=True))

    assert same * 100 >= whole * 98, f"{same} of {whole}"


COUNTS = {"endnote-xml": re.compile(rb"<record[ >]"), "refer": re.compile(rb"^%0\b", re.M)}


@pytest.mark.long
@pytest.mark.parametrize("folder", COUNTS)
def test_every_record_of_real_libraries_is_read(folder: str) -> None:
    """As many citations as start tags of records, or lines that begin with ``%0``."""
    for path, citations in real(folder, 1_000_000):
        assert len(COUNTS[folder].findall(path.read_bytes())) == len(citations), path.name


@pytest.mark.long
@pytest.mark.parametrize("to", PROGRAMS)
@pytest.mark.parametrize("folder", ["endnote-xml", "refer", "medline", "ris", "pubmed-text", "wos"])
def test_real_records_come_back_but_for_what_is_reported(folder: str, to: str) -> None:
    """Written and read again, a citation differs in those fields only that the writer said it lost."""
    for path, citations in real(folder, 200):
        for citation in citations:
            report = Report()
            again = loads(dumps([citation], to, report=report), to, report=Report())
            told = {field.partition(".")[0] for field in report.lost()} | {"key"}
            assert len(again) == 1, path.name
            changed = {name for name in FIELDS if getattr(again[0], name) != getattr(citation, name)}
            assert changed <= told, (path.name, citation.title, changed - told)
