"""What is written and read again is the same but for what was reported, and for what a RIS file has to add."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from hypothesis import given

from citeconv import Affiliation, Citation, Identifier, Leftover, Name, Report, Source, dump, dumps, load, loads
from citeconv.citation import FIELDS
from citeconv.testing import SETTINGS, citations
from citeconv_ris import Ris
from real_exports import needed_exports

_PLACE = Affiliation(text="Shelf &amp; Shore")


def changes(citation: Citation) -> dict[str, tuple[Any, Any]]:
    """Return the fields that a round trip changes without a report, with both values."""
    report, stream = Report(), io.BytesIO()
    dump([citation], stream, "ris", report=report)
    (again,) = load(io.BytesIO(stream.getvalue()), "ris", report=Report())
    told = {field.partition(".")[0] for field in report.lost()} | {"key"}
    pairs = {field: (getattr(citation, field), getattr(again, field)) for field in FIELDS if field not in told}
    return {field: (old, new) for field, (old, new) in pairs.items() if old != new and not added(citation, field, new)}


def added(citation: Citation, field: str, new: Any) -> bool:
    """Whether a new value is one that the file has to add.

    A PMID is one by the name of its database; types stay with the tag they were written in.
    """
    if field == "source":
        return bool(citation.pmid) and new == "PubMed"
    if field == "extra":
        return all(tag in ("ris:TY",) for tag, _ in set(new) - set(citation.extra))
    return False


@SETTINGS
@given(citation=citations())
def test_any_citation(citation: Citation) -> None:
    """Nothing is changed in silence but what is added on purpose."""
    assert not changes(citation)


@pytest.mark.parametrize(
    ("event", "proceedings"),
    [
        ("4th Symposium on Tides", "ADVANCES IN TIDES, PT 2"),
        ("Tidal Forum", "2016 INTERNATIONAL CONFERENCE ON TIDES (ICT)"),
        ("Shelf and Shore", "LECTURES ON TIDES"),
        ("Conference on Tides", "COLLEGE TIDES"),
    ],
)
def test_conference_and_proceedings_of_a_paper_with_a_number_of_the_web_of_science(
    event: str, proceedings: str
) -> None:
    """Beside ``AN  - WOS:…`` the title of the proceedings in ``C3`` is not read as an institution unless it is told."""
    number = Identifier(kind="wos", value="WOS:000900000100001")
    paper = Citation(
        type="paper-conference", title="T", event_title=event, container_title=proceedings, identifiers=(number,)
    )
    assert {} == changes(paper)


def test_institutions_of_the_web_of_science() -> None:
    """Beside ``AN  - WOS:…`` a list of institutions in ``C3`` is not the title of the proceedings."""
    tags = "TI  - T\nT2  - SYMPOSIUM ON TIDES\nC3  - Shelf University; CNRS\nAN  - WOS:000900000100001\n"
    (paper,) = loads(f"TY  - CONF\n{tags}ER  - \n", "ris", report=Report())
    assert ("SYMPOSIUM ON TIDES", "") == (paper.container_title, paper.event_title)


def test_corpus() -> None:
    """Real files: as many records as ends of records, none rejected; each comes back as it was."""
    for path in needed_exports("ris"):
        report = Report()
        found = load(path, "ris", report=report)
        assert len(re.findall(rb"(?m)^ER\s*-", path.read_bytes().replace(b"\r", b"\n"))) == len(found), path.name
        assert report.inputs[0].rejected == 0, path.name
        for citation in found:
            assert not changes(citation), f"{path.name}: {citation.title}"


@pytest.mark.long
def test_corpus_cut_anywhere() -> None:
    """The records of a real file hold all its tags, in their order, whatever the size of the pieces it is read in."""
    for path in needed_exports("ris"):
        source = Source(path)
        pieces = list(Ris().split(source))
        source.close()
        with_tag = [line for piece in pieces for line in piece.data.split("\n") if re.match(r"[A-Z][A-Z0-9]  -", line)]
        source = Source(path)
        text = source.read()
        source.close()
        assert with_tag == re.findall(r"^[A-Z][A-Z0-9]  -.*", text, re.M), path.name
        assert not [piece for piece in pieces if isinstance(piece, Leftover) and re.search(r"^TI  -", piece.data, re.M)]


@pytest.mark.parametrize(
    "fields",
    [
        {"pmid": "1881110575"},
        {"pmid": "1881110575", "archive": "arXiv", "source": "Embase"},
        {"type": "article", "genre": "Preprint", "pmid": "34"},
        {"author": (Name(family="van Lind", given="J A", suffix="Jr"),)},
    ],
)
def test_what_comes_back_as_it_was(fields: dict[str, Any]) -> None:
    """A PMID longer than PubMed's is a note, a preprint is one, and neither brings anything else along."""
    report = Report()
    text = dumps([Citation(title="Tides", **fields)], "ris", report=report)
    (again,) = loads(text, "ris", report=Report())
    assert {field: getattr(again, field) for field in fields} == fields
    assert not again.extra


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ("doi", {"url": "https://doi.org/10.5555/tides"}),
        ("pmid", {"url": "https://pubmed.ncbi.nlm.nih.gov/90000001/"}),
        ("annote", {"note": ("Cited By :3",)}),
        ("language", {"language": ("en", "en")}),
        ("author", {"extra": (("ris:AU", "Lind, Per"),)}),
        ("extra", {"extra": (("ris:N1", "A note"),)}),
        ("author", {"author": (Name(given="Per"),)}),
        ("container_title", {"type": "webpage", "container_title": "http://example.org"}),
        ("container_title_short", {"type": "book", "container_title_short": "http://example.org"}),
        ("number_of_pages", {"type": "book", "page": "12"}),
        (
            "publisher_place",
            {
                "publisher_place": "Visby, Gotland",
                "author": (Name(family="Lind", given="P"),),
                "identifiers": (Identifier(kind="rayyan", value="rayyan-12"),),
            },
        ),
        ("translator", {"translator": (Name(family="Lind", given="P"),), "extra": (("ris:J9", "TIDES"),)}),
        ("author", {"author": (Name(family="Lind", given="Per, A", particle="van"),)}),
        ("author.affiliations", {"author": (Name(family="Lind", given="P", affiliations=(_PLACE,)),)}),
        ("doi", {"note": ("10.5555/tides",)}),
        ("identifiers", {"note": ("Export Date: 1 May 2020; CODEN: TIDEA",)}),
        ("available_date", {"edition": "2019-03-04"}),
        ("genre", {"type": "thesis", "number": "Master of Tides"}),
        ("title", {"type": "thesis", "container_title_short": "in salt"}),
        ("container_title", {"container_title": "- Salt"}),
        ("collection_number", {"type": "patent", "collection_title": "Seas", "collection_number": "7"}),
        ("genre", {"type": "event", "genre": "Poster", "container_title": "Salt", "volume": "12", "issue": "3"}),
    ],
)
def test_what_is_read_otherwise_is_told(told: str, fields: dict[str, Any]) -> None:
    """An address with a DOI, a note or a tag of a RIS file that is another field, names that RIS cannot have."""
    report = Report()
    dumps([Citation(title="Tides", **fields)], "ris", report=report)
    assert told in report.lost()
    assert not changes(Citation(title="Tides", **fields))


@pytest.mark.parametrize("page", ["10-20", "S1-S9", "x-xii"])
def test_pages_of_a_book(page: str) -> None:
    """Pages with a first and a last one are no extent, and nothing is said of them."""
    report = Report()
    text = dumps([Citation(title="Tides", type="book", page=page)], "ris", report=report)
    assert loads(text, "ris")[0].page == page
    assert not report.lost()
