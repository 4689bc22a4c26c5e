"""Ovid's labelled text: the laws of the kit, and what a source line and the links hold."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from citeconv import Affiliation, Date, Event, Identifier, Issn, Keyword, Name, Report, load, loads
from citeconv.testing import FormatTests
from citeconv_ris import Ovid
from real_exports import needed_exports

SAMPLES = Path(__file__).parent / "samples-ovid"


class TestOvid(FormatTests):
    """Ovid's labelled text."""

    format = Ovid
    samples = SAMPLES
    passed_over: ClassVar[str] = r"^Link to the .*"


def test_article() -> None:
    """Source and links give journal, place in it, date and identifiers."""
    first = load(SAMPLES / "embase.txt")[0]
    assert first.title == "Tides of the northern shelf: A first look"
    assert first.author == (
        Name(family="Asgeirsdottir", given="B"),
        Name(family="Okonkwo", given="C-A"),
        Name(family="van der Berg", given="A M"),
    )
    assert (first.container_title, first.volume, first.issue, first.page) == (
        "Journal of Imaginary Oceans", "37", "1", "24-26",
    )  # fmt: skip
    assert first.issued == Date(year=2019, month=3, day=1)
    assert (first.doi, first.pmid, first.issn) == ("10.5555/tides.2019.1", "90000001", (Issn(value="1234-5679"),))
    assert Identifier(kind="accession", value="2035000001") in first.identifiers
    assert not first.extra


def test_conference() -> None:
    """An abstract of a meeting: its name and place, an article number, a range of months; nobody is a group."""
    second = load(SAMPLES / "embase.txt")[1]
    assert (second.container_title, second.event_title, second.event_place) == (
        "Brine", "4th Salt Congress", "Reykjavik Iceland",
    )  # fmt: skip
    assert (second.volume, second.issue, second.page, second.number) == ("4", "Supplement 3", "", "e103511")
    assert second.issued == Date(year=2020, month=9, end=Date(year=2020, month=10))
    assert second.author == (Name(literal="Anonymous"),)


def test_a_link_that_is_no_address() -> None:
    """Brackets where a host's name belongs are no reason to reject the record; what is told behind them is read."""
    link = "http://[x?id=doi:10.5555/tides.1#top"
    (found,) = loads(f"<1>\nTitle\n  Tides.\nLink to the Ovid Full Text\n  {link}\n", "ovid")
    assert (found.title, found.doi) == ("Tides", "10.5555/tides.1")


def test_other_labels() -> None:
    """Labels have their fields; one of nobody's stands in extra."""
    third, fourth = load(SAMPLES / "embase.txt")[2:]
    assert (third.volume, third.page) == ("20 Suppl 1", "S126-S130")
    assert third.keyword == (Keyword(text="salt"), Keyword(text="winter"))
    assert third.abstract[0].paragraphs == ("Nothing was found.",)
    assert third.extra == (("ovid:Shelf", "B 12"),)
    assert (fourth.container_title, fourth.volume, fourth.page) == ("Brine and Society", "", "")


def test_journals_at_ovid() -> None:
    """Marks tell whose the institutions are, degrees are no part of a name, the kind none of the title."""
    first, second, *_ = load(SAMPLES / "journals.txt")
    tidal, salt = (
        Affiliation(text="Tidal Institute, Reykjavik, Iceland"),
        Affiliation(text="Department of Salt, Delft, The Netherlands"),
    )
    assert first.author == (
        Name(family="Asgeirsdottir", given="Birna", affiliations=(tidal, salt)),
        Name(family="van der Berg", given="Anna M.", affiliations=(salt,)),
    )
    assert (first.title, first.container_title, first.doi) == (
        "Tides of the northern shelf: A first look", "Journal of Imaginary Oceans", "10.5555/tides.2015.1",
    )  # fmt: skip
    assert (first.volume, first.issue, first.page, first.issued) == ("28", "2", "103-106", Date(year=2015, month=4))
    assert first.publication_types == ("Article", "Original Article:  PDF Only.")
    assert (first.language, first.categories, first.nlm_unique_id) == (
        ("en",),
        ("Clinical Medicine", "Science"),
        "8800001",
    )
    assert ["ovid:Score", "ovid:Author", "ovid:NLM Journal Code"] == [tag for tag, _ in first.extra]
    assert (second.container_title, second.status) == (
        "Journal of Imaginary Oceans", "Publish Ahead of Print, POST ACCEPTANCE",
    )  # fmt: skip
    assert second.issued == Date(year=2015, month=11, day=30)
    assert [1, 0] == [len(author.affiliations) for author in second.author], "marks of nobody tell nothing"


def test_source_lines() -> None:
    """The lines of MEDLINE and PsycINFO, of a chapter and of a book."""
    _, _, medline, chapter, in_book, book = load(SAMPLES / "journals.txt")
    assert (medline.container_title, medline.volume, medline.issue, medline.page) == (
        "J Imag Oceans",
        "12",
        "3",
        "34-40",
    )
    assert (medline.issued, medline.indexing_status) == (Date(year=2012, month=3, day=12), "MEDLINE")
    assert medline.citation_subset == ("AIM", "IM")
    assert (chapter.type, chapter.title, chapter.container_title) == (
        "chapter", "Salt in summer", "Salt through the year",
    )  # fmt: skip
    assert (chapter.volume, chapter.page, chapter.issued) == ("28", "103-106", Date(year=2015, month=4))
    assert (in_book.type, in_book.title, in_book.container_title) == ("chapter", "Salt in autumn", "The book of salt")
    assert (in_book.editor, in_book.page) == ((Name(family="Wei", given="Rong"),), "24-26")
    assert (in_book.number_of_pages, in_book.publisher_place, in_book.publisher) == (
        "xii, 310", "Reykjavik", "Tideways",
    )  # fmt: skip
    assert (book.type, book.title, book.number_of_pages) == ("book", "All of the salt", "58")
    assert book.editor == (Name(family="Wei", given="Rong"),)


def test_export_for_endnote() -> None:
    """Tags mean what the labels do; institutions name their people, a further list of terms repeats the first."""
    first, second = load(SAMPLES / "tags.txt")
    assert [
        ["Tidal Institute, Reykjavik, Iceland"],
        ["Tidal Institute, Reykjavik, Iceland", "Department of Salt, Delft, Netherlands"],
    ] == [[place.text for place in author.affiliations] for author in first.author]
    assert first.author[0].corresponding
    assert (first.event_title, first.event_place) == ("4th Salt Congress", "Iceland")
    assert first.event_date == Date(year=2017, month=4, day=18, end=Date(year=2017, month=4, day=21))
    assert first.keyword == (Keyword(text="salt", major=True), Keyword(text="winter"), Keyword(text="brine"))
    assert first.abstract[0].paragraphs == ("Background: Nothing was known.", "Result(s): Nothing was found.")
    assert (first.doi, first.source, first.language) == ("10.5555/tides.2018.1", "Ovid Technologies; Embase", ("en",))
    assert first.history == (Event(kind="record-created", date=Date(year=2018, month=3, day=27)),)
    assert first.extra == (("ovid:DJ", "conference abstract [other term]"),)
    assert (second.container_title, second.volume, second.page) == ("Brine and Society", "20 Suppl 1", "S126-S130")


@pytest.mark.long
def test_corpus() -> None:
    """Real files: every number is a record, and its source line is understood."""
    for path in needed_exports("ovid"):
        report = Report()
        found = load(path, "ovid", report=report)
        assert len(found) == sum(line[:1] == "<" for line in path.read_text(encoding="utf-8-sig").splitlines())
        assert report.inputs[0].rejected == 0
        assert not [tag for citation in found for tag, _ in citation.extra if tag == "ovid:Source"]
