"""What a reader takes for something else: it is marked so that it comes back, or told."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import (
    Affiliation,
    Citation,
    Date,
    Identifier,
    Name,
    Related,
    Report,
    dumps,
    loads,
)
from citeconv.report import Diagnostic

PLACE = Affiliation(text="Shelf; Shore;")


@pytest.mark.parametrize("to", ["jats", "jats-front"])
@pytest.mark.parametrize(("given", "read"), [("WU", "W U"), ("ASA", "A S A"), ("XING", "XING"), ("W U", "W U")])
def test_a_given_name_in_capitals_that_will_be_initials(given: str, read: str, to: str) -> None:
    """Two or three capitals alone are initials to a reader, which is told; a whole name that stays one is not."""
    report = Report()
    (again,) = loads(
        dumps([Citation(title="Tides", author=(Name(family="Roe", given=given),))], to, report=report), "jats"
    )
    assert again.author == (Name(family="Roe", given=read),)
    assert ("author" in report.lost()) is (given != read)


def test_address_that_is_read_as_doi_is_reported() -> None:
    """An address alone that leads to a DOI is one; the writer says so."""
    seen: list[Diagnostic] = []
    report = Report()
    report.listen(seen.append)
    text = dumps([Citation(type="webpage", title="T", url="https://doi.org/10.5555/x")], "jats", report=report)
    assert loads(text, "jats") == [Citation(type="webpage", title="T", doi="10.5555/x")]
    assert {each.field for each in seen} == {"doi", "url"}


@pytest.mark.parametrize("to", ["jats", "jats-front"])
@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ("issued", {"issued": Date(year=99, month=3)}),
        ("issued", {"issued": Date(year=2020, month=3, season=2, end=Date())}),
        ("accessed", {"accessed": Date(year=2020, season=2, literal="late spring")}),
        ("page", {"page": "100-9"}),
        ("page", {"page": "1\u20139"}),
        ("isbn", {"isbn": ("9783161484100", "9783161484100")}),
        ("identifiers", {"identifiers": (Identifier(kind="pii", value="S1"),)}),
        ("author", {"author": (Name(family="Lind", given="Per", dropping_particle="von"),)}),
        ("author", {"author": (Name(family="Lind", given="P", affiliations=(PLACE, PLACE)),)}),
    ],
)
def test_what_is_read_otherwise_is_told(told: str, fields: dict[str, Any], to: str) -> None:
    """Odd dates and pages, identifiers that have a field, what stands twice: what comes back otherwise is reported."""
    report = Report()
    citation = Citation(title="Tides", **fields)
    (again,) = loads(dumps([citation], to, report=report), "jats", report=Report(), jats_records="auto")
    assert getattr(again, told) == getattr(citation, told) or report.lost().keys() & {told, f"{told}.affiliations"}


@pytest.mark.parametrize("form", ["element", "mixed"])
@pytest.mark.parametrize(
    "note",
    [
        "10.5555/tides", "See doi:10.5555/x", "https://example.org/tides", "Unpublished", "Epub ahead of print",
        "e12345", "online", "accessed 5 May 2020", "Report No. 12", "Available from:", "A note.",
    ],
)  # fmt: skip
def test_a_note_that_looks_like_something_else(note: str, form: str) -> None:
    """A comment that may be a DOI, an address, a status, a number, a day of access or a label is read as the note."""
    report = Report()
    citation = Citation(type="report", title="Tides", note=(note,))
    text = dumps([citation], "jats", report=report, jats_citation=form)
    (again,) = loads(text, "jats", report=Report())
    assert again.note == (note,)
    assert (again.doi, again.url, again.status, again.number, again.accessed) == ("", "", "", "", None)
    assert not report.lost()
    assert ('content-type="note"' in text) is (note != "A note.")


@pytest.mark.parametrize("genre", ["Unpublished", "accessed 5 May 2020", "10.5555/tides"])
def test_a_genre_that_looks_like_something_else(genre: str) -> None:
    """What kind of work it is stands in a comment of its own, and comes back as it was."""
    report = Report()
    citation = Citation(type="report", title="Tides", genre=genre)
    (again,) = loads(dumps([citation], "jats", report=report), "jats", report=Report())
    assert again == citation
    assert not report.lost()


def test_a_number_and_a_label_of_a_reference_are_told() -> None:
    """There is one place for both."""
    report = Report()
    dumps([Citation(citation_number="x", citation_label="y")], "jats", report=report)
    assert {"citation_number", "citation_label"} <= report.lost().keys()


def test_signs_around_the_number_of_a_reference_are_told() -> None:
    """A label is read without its brackets."""
    report = Report()
    (again,) = loads(dumps([Citation(citation_number="[12]")], "jats", report=report), "jats", report=Report())
    assert again.citation_number == "12"
    assert report.lost() == {"citation_number": 1}


def test_a_doi_in_the_text_of_a_cited_work_is_told() -> None:
    """Readers find it there, and take it for one that was set apart."""
    report = Report()
    works = (Related(kind="cites", citation="Lind P, 2001, TIDES, DOI 10.5555/tides.1"),)
    dumps([Citation(title="T", related=works)], "jats-front", report=report)
    assert "related" in report.lost()


def test_a_doi_in_the_note_of_a_cited_work_is_told() -> None:
    """It is a comment behind the work, where readers find it, too."""
    report = Report()
    works = (Related(kind="cites", citation="Lind P. Tides. 2001.", note="doi: 10.5555/tides.1"),)
    dumps([Citation(title="T", related=works)], "jats-front", report=report)
    assert "related" in report.lost()


def test_a_periodical_with_an_abbreviation_alone_is_told() -> None:
    """eLife has the same word for an article in a magazine."""
    report = Report()
    citation = Citation(type="periodical", title="Tides", container_title_short="J Salt")
    (again,) = loads(dumps([citation], "jats", report=report), "jats", report=Report())
    assert again.type == "article-magazine"
    assert report.lost() == {"type": 1}
