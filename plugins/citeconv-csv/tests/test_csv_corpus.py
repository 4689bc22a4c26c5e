"""Real tables, as many as there are at hand: no row and no value is lost, and PubMed's two exports agree."""

from __future__ import annotations

import csv
import html
import io
import random
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from citeconv import Citation, Report, Source, dumps, load, loads
from citeconv.values.languages import language_code
from citeconv.values.markup import from_html
from citeconv_csv.rows import split
from real_exports import exports

TABLES = [path for path in exports("csv", "pubmed-csv") if path.suffix == ".csv"]
TEXTS = exports("pubmed-text")

MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
CODED = frozenset(
    "doi epub online ahead print ecollection citation create date author first pubmed journalarticle booksection z t"
    " spring summer fall autumn winter of electronic none preprint article".split()
)
"""Words that the model says otherwise: types, seasons, labels."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not TABLES, reason="0 files tested: set CITECONV_CORPUS to a folder with csv/*.csv"),
]


def rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows of a table, by Python's own reader."""
    csv.field_size_limit(1 << 27)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        found = [row for row in csv.reader(stream) if row]
    start = next(place for place, row in enumerate(found) if len(row) > 5)
    return found[start], found[start + 1 :]


def words(text: str) -> list[str]:
    """Return the words of a text, without markup."""
    return re.findall(r"\d+|[^\W\d_]+", from_html(html.unescape(text)).casefold())


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name[-40:])
def test_nothing_is_lost(path: Path) -> None:
    """Every row is a record, and every word of every cell stands in it, but for what the model codes."""
    _, table = rows(path)
    report = Report()
    citations = load(path, report=report)
    assert len(table) == len(citations)

    cells = missing = 0
    for row, citation in zip(table, citations, strict=True):
        text = dumps([citation], "jsonl")
        squeezed = "".join(words(text.replace('\\"', " ").replace("\\n", " ")))
        numbers = re.findall(r"\d+", text)
        for cell in filter(str.strip, row):
            cells += 1
            for word in words(cell):
                known = word in squeezed or word in CODED or word.lstrip("0") in squeezed or language_code(word) != word
                known = known or str(MONTHS.get(word[:3], "no")) in numbers
                if not known and not any(number.endswith(word) for number in numbers):
                    missing += 1
                    break
    assert missing <= cells // 1000 + 1


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name[-40:])
def test_round_trip(path: Path) -> None:
    """What is written as a table and read again is what it was."""
    citations = load(path, report=Report())

    assert citations == loads(dumps(citations, "csv"), "csv", report=Report())


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name[-40:])
def test_a_quote_less_costs_a_row(path: Path) -> None:
    """Whichever quote of a table is taken away, one row suffers, and what is more is rejected, not swallowed."""
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    quotes = [match.start() for match in re.finditer('"', text)]
    if len(quotes) < 9 or len(text) > 2_000_000:
        pytest.skip("a table without quotes, or a large one")
    whole = [record.data for record in split(Source(io.StringIO(text)))]
    chosen = random.Random(path.name)

    for place in (chosen.choice(quotes) for _ in range(9)):
        found = {record.data for record in split(Source(io.StringIO(text[:place] + text[place + 1 :])))}
        assert sum(row not in found for row in whole) <= 2, place


def test_little_is_extra() -> None:
    """At most a twentieth of all cells have no field."""
    cells = sum(sum(bool(cell.strip()) for cell in row) for path in TABLES for row in rows(path)[1])
    extra = sum(len(citation.extra) for path in TABLES for citation in load(path, report=Report()))

    assert extra * 20 <= cells


def test_text_and_table_agree() -> None:
    """One article from PubMed's text and from its CSV is the same article, but for what CSV does not say."""
    text = {citation.pmid: citation for path in TEXTS for citation in load(path, report=Report()) if citation.pmid}
    table = {one.pmid: one for path in TABLES if "pubmed" in path.parts[-2] for one in load(path, report=Report())}
    both = text.keys() & table.keys()
    if not both:
        pytest.skip("no article stands in pubmed-text and in pubmed-csv")

    differing = [pmid for pmid in both if common(text[pmid]) != common(table[pmid])]

    print(f"{len(both)} articles in both, {len(differing)} differ: {sorted(differing)}")
    assert len(differing) * 100 <= len(both)  # records that changed between the two exports, and books


def common(citation: Citation) -> Citation:
    """Return what both exports say of an article; only the text says that it was retracted."""
    return Citation(
        title=citation.title,
        author=tuple(
            replace(name, affiliations=(), equal_contribution=False, members=(), email="", orcid="")
            for name in citation.author
        ),
        et_al=citation.et_al,
        container_title_short=citation.container_title_short,
        issued=citation.issued,
        available_date=citation.available_date,
        collection_date=citation.collection_date,
        print_date=citation.print_date,
        volume=citation.volume,
        issue=citation.issue,
        page=citation.page,
        number=citation.number,
        doi=citation.doi,
        pmid=citation.pmid,
        pmcid=citation.pmcid,
        publication_status=citation.publication_status,
    )
