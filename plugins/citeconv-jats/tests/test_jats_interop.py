"""Foreign readers of JATS: pandoc finds in it what citeconv put there, and the document types find no fault.

Each test skips without its tool. ``pip install citeconv-jats[interop]`` brings pandoc and the DTD of Archiving; for
that of Publishing set ``JATS_DTDS`` to the folder ``schema`` of npm's ``@jats4r/dtds``. The records are those of a
corpus (``CITECONV_CORPUS``), up to 40 of a file, else made by hand.
"""

from __future__ import annotations

import functools
import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from citeconv import Citation, Date, Issn, Name, Report, dumps
from real_exports import some_records

pytestmark = pytest.mark.long

FOLDERS = ("pubmed-text", "pubmed-summary", "pubmed-xml", "csl-json", "ris")
COMPARED = ("title", "author", "container-title", "year", "volume", "issue", "page", "DOI")
EXCUSED = {
    "author": "drops groups and suffixes",
    "page": "drops a page that is alone",
    "title": "writes a trade mark as two letters",
    "DOI": "drops what is no DOI, and is so marked",
}
"""What pandoc does to a value of its own accord, by field."""
DTD = "JATS-archivearticle1-3-mathml3.dtd"


@functools.cache
def records() -> list[Citation]:
    """Return the records that are written."""
    return some_records(*FOLDERS) or [
        Citation(
            type="article-journal",
            title="Tides of the <i>northern</i> shelf: CO<sub>2</sub> & p < 0.05?",
            author=(Name(family="Lind", given="P"), Name(family="Mo", given="A B")),
            container_title="Journal of Tides",
            container_title_short="J Tides",
            issn=(Issn(value="1234-5679"),),
            issued=Date(year=year, month=3, day=7),
            volume="17",
            issue="10",
            page="559-561",
            doi="10.5555/tides.1",
        )
        for year in range(1900, 2020)
    ]


# -- pandoc


def normal(value: Any) -> str:
    """Return a text without markup and curly quotes."""
    text = re.sub(r"</?(?:span|i|b|sup|sub|sc|em|strong)\b[^<>]*>", "", str(value or ""))
    return re.sub(r"[\s\u00a0]+", " ", re.sub(r"[‘’“”\"']", "'", text)).strip()


def expected(citation: Citation) -> dict[str, Any]:
    """Return what a reader is to find of a citation."""
    year = citation.issued.year if citation.issued else 0
    return {
        "title": normal(citation.title),
        "author": [normal(f"{name.family}|{name.given}") for name in citation.author],
        "container-title": normal(citation.container_title or citation.container_title_short),
        "year": year,
        "volume": normal(citation.volume),
        "issue": normal(citation.issue),
        "page": normal(citation.page),
        "DOI": citation.doi,
    }


def pandoc_found(item: dict[str, Any]) -> dict[str, Any]:
    """Return what pandoc found."""
    parts = item.get("issued", {}).get("date-parts") or [[0]]
    people = []
    for each in item.get("author", []):
        family = f"{each.get('non-dropping-particle', '')} {each.get('family', each.get('literal', ''))}"
        people.append(normal(f"{family}|{each.get('given', '')}"))
    texts = {field: normal(item.get(field)) for field in COMPARED if field not in ("author", "year")}
    return {**texts, "author": people, "year": int(parts[0][0])}


def test_pandoc() -> None:
    """pandoc reads every reference, and finds in it what a reference is printed from."""
    pypandoc = pytest.importorskip("pypandoc", reason="0 records tested: needs pypandoc-binary")
    articles = [each for each in records() if each.type == "article-journal" and each.title and not each.original_title]
    text = dumps(articles, "jats", report=Report())
    found = json.loads(pypandoc.convert_text(text, "csljson", format="jats"))
    assert len(found) == len(articles)
    differing: Counter[str] = Counter()
    for citation, item in zip(articles, found, strict=True):
        ours, theirs = expected(citation), pandoc_found(item)
        for field in COMPARED:
            if ours[field] != theirs[field]:
                differing[field] += 1
    print(f"pandoc: {len(articles)} records, differing: {dict(differing)}")
    assert differing.keys() <= EXCUSED.keys(), differing
    assert all(count * 5 <= len(articles) for count in differing.values()), differing


# -- document types


def archiving() -> etree.DTD:
    """Return the DTD of JATS Archiving 1.3."""
    entrez = pytest.importorskip("Bio.Entrez", reason="0 records tested: needs biopython")
    return etree.DTD(str(Path(entrez.__file__).parent / "DTDs" / DTD))


def publishing() -> etree.DTD:
    """Return the DTD of JATS Publishing 1.3."""
    folder = Path(os.environ.get("JATS_DTDS", "nowhere"))
    found = sorted(folder.rglob("JATS-journalpublishing1-3-mathml3.dtd"))
    if not found:
        pytest.skip("0 records tested: needs JATS_DTDS with the folder schema of @jats4r/dtds")
    return etree.DTD(str(found[0]))


@pytest.mark.parametrize("form", ["element", "mixed", "both"])
def test_references_under_archiving(form: str) -> None:
    """A list of any records is valid."""
    dtd = archiving()
    root = etree.fromstring(dumps(records(), "jats", report=Report(), jats_citation=form).encode(), huge())
    assert dtd.validate(root), dtd.error_log[:3]
    print(f"Archiving 1.3, {form}: {len(records())} records, 0 faults")


def test_fronts_under_archiving() -> None:
    """The front of any record is valid."""
    dtd = archiving()
    faults = [dtd.error_log[:2] for article in articles_of(records()) if not dtd.validate(article)]
    assert not faults
    print(f"Archiving 1.3: {len(records())} fronts, 0 faults")


def test_fronts_under_publishing() -> None:
    """The front of any record with journal, title and date is valid under the stricter rules, too."""
    dtd = publishing()
    known = [
        each
        for each in records()
        if each.title and each.issued and each.issued.year >= 1000
        and (each.container_title or each.container_title_short)
    ]  # fmt: skip
    faults = [dtd.error_log[:2] for article in articles_of(known) if not dtd.validate(article)]
    assert not faults
    print(f"Publishing 1.3: {len(known)} fronts, 0 faults")


def articles_of(citations: list[Citation]) -> list[Any]:
    """Return each citation as an article of its own."""
    return [etree.fromstring(dumps([each], "jats-front", report=Report()).encode(), huge()) for each in citations]


def huge() -> etree.XMLParser:
    """Return a parser that takes long text and loads nothing."""
    return etree.XMLParser(huge_tree=True, load_dtd=False, no_network=True)
