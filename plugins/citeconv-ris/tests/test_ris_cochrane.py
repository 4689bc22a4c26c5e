"""The Cochrane Library's plain text: the laws of the kit, and what names and numbers hold."""

from __future__ import annotations

from pathlib import Path

from citeconv import Date, Identifier, Name, Report, load, loads
from citeconv.testing import FormatTests
from citeconv_ris import Cochrane

SAMPLES = Path(__file__).parent / "samples-cochrane"


class TestCochrane(FormatTests):
    """The Cochrane Library's plain text."""

    format = Cochrane
    samples = SAMPLES


def test_review() -> None:
    """Where one name is in full all are, with the family name first; the group is what the review is filed under."""
    first = load(SAMPLES / "library.txt")[0]
    assert first.author == (
        Name(family="Lind", given="Per A"),
        Name(family="Van Rijn", given="Ada"),
        Name(family="Okonkwo", given="Chidi"),
    )
    assert (first.title, first.container_title) == (
        "Tides for people on the northern shelf", "Cochrane Database of Systematic Reviews",
    )  # fmt: skip
    assert (first.issued, first.issue, first.doi) == (Date(year=2017), "2", "10.5555/cd000001.pub3")
    assert [keyword.text for keyword in first.keyword] == ["Tides", "Sea [therapeutic use]", "Humans[checkword]"]
    assert (first.categories, first.url) == (("SHELF",), "http://example.org/cd000001")
    assert first.identifiers == (Identifier(kind="accession", value="CD000001"),)
    assert not first.extra


def test_trial() -> None:
    """Where initials stand for given names, what stands before them is the family name; numbers name their database."""
    second = load(SAMPLES / "library.txt")[1]
    assert second.author == (
        Name(family="Wei", given="R"),
        Name(family="Garcia Lopez", given="J"),
        Name(literal="Tidal Study Group"),
    )
    assert (second.volume, second.issue, second.page, second.pmid) == ("37", "1", "24-26", "90000002")
    assert Identifier(kind="pui", value="L620000002") in second.identifiers
    assert second.publication_types == ("Journal Article", "Randomized Controlled Trial")
    assert not second.extra


def test_unknown_tag_and_carriage_returns() -> None:
    """A tag that nobody knows is kept; lines may end with carriage returns, and joined files have marks within."""
    text = "Record #1 of 1\rID: CN-1\rTI: Tides\rZZ: odd\r\r\ufeffRecord #1 of 1\rTI: More\rYR: soon\r"
    one, two = loads(text, "cochrane", report=Report())
    assert (one.title, one.extra) == ("Tides", (("cochrane:ZZ", "odd"),))
    assert two.title == "More"


def test_a_number_of_no_database() -> None:
    """It is kept as it stands."""
    [found] = loads("Record #1 of 1\nID: CN-1\nTI: Tides\nPM: SHELF 7/8,PUBMED 90000001\n", "cochrane", report=Report())
    assert (found.pmid, found.extra) == ("90000001", (("cochrane:PM", "SHELF 7/8"),))


def test_nothing_but_a_number() -> None:
    """A record without a tag is rejected."""
    report = Report()
    assert not loads("Record #1 of 1\n\n", "cochrane", report=report)
    assert report.inputs[0].rejected == 1
