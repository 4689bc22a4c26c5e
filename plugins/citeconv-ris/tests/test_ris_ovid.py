"""Ovid's labelled text: the laws of the kit, and what a source line and the links hold."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

import pytest

from citeconv import Date, Identifier, Issn, Keyword, Name, Report, load, loads
from citeconv.testing import FormatTests
from citeconv_ris import Ovid

SAMPLES = Path(__file__).parent / "samples-ovid"
CORPUS = Path(os.environ.get("CITECONV_CORPUS", "nowhere"))


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


@pytest.mark.long
def test_corpus() -> None:
    """Real files: every number is a record, and its source line is understood."""
    files = sorted((CORPUS / "ovid").glob("*"))
    if not files:
        pytest.skip("0 files tested: set CITECONV_CORPUS to a folder with ovid/*")
    for path in files:
        report = Report()
        found = load(path, "ovid", report=report)
        assert len(found) == sum(line[:1] == "<" for line in path.read_text(encoding="utf-8-sig").splitlines())
        assert report.inputs[0].rejected == 0
        assert not [tag for citation in found for tag, _ in citation.extra if tag == "ovid:Source"]
