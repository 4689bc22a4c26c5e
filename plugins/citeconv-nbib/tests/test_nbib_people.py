"""Names whose lines stand in an unusual order."""

from __future__ import annotations

import pytest

from citeconv import Name
from citeconv_nbib.people import People, usual_authors, write_people
from citeconv_nbib.syntax import grouped, lines_in

FULL, SHORT = ("FAU", "Lindqvist, Tora"), ("AU", "Lindqvist T")
IDENTIFIER = ("AUID", "ORCID: 0000-0002-1825-0097")


@pytest.mark.parametrize(
    "lines",
    [[FULL, SHORT, IDENTIFIER], [FULL, IDENTIFIER, SHORT], [SHORT, IDENTIFIER, FULL]],
    ids=["usual", "in", "back"],
)
def test_identifier_anywhere(lines: list[tuple[str, str]]) -> None:
    """An identifier belongs to the author whose lines stand around it."""
    people = People(lines)

    assert people.names == [Name(family="Lindqvist", given="Tora", orcid="0000-0002-1825-0097")]
    assert not people.odd


@pytest.mark.parametrize(
    ("full", "short", "initials"),
    [
        ("Lindqvist, Tora Maj Eva", "Lindqvist TM", ""),
        ("Lindqvist, Tora Maj Eva", "Lindqvist TME", "TME"),
        ("Lindqvist, Tora Maj Eva Jr", "Lindqvist TME Jr", "TME"),
    ],
)
def test_full_names_behind_short_ones(full: str, short: str, initials: str) -> None:
    """Investigators of some journals stand so, some with all initials: they are one person each."""
    people = People([("IR", short), ("FIR", full), ("IR", "Ekholm P"), ("FIR", "Ekholm, Per")])

    assert [(one.given, one.initials) for one in people.names] == [("Tora Maj Eva", initials), ("Per", "")]
    assert not people.odd


def test_a_suffix_without_a_given_name() -> None:
    """Old records have no given names, but initials, and the suffix behind both forms."""
    lines = [("FAU", "Lindqvist Jr"), ("AU", "Lindqvist TM Jr")]
    people = People(lines)

    assert people.names == [Name(family="Lindqvist", suffix="Jr", initials="TM")]
    assert (write_people(people.names, ("FAU", "AU")), people.odd) == (lines, [])


def test_a_short_name_of_somebody_else() -> None:
    """It is kept as it stands, and says nothing of the person above it."""
    people = People([FULL, ("AU", "Ekholm P"), ("FAU", "Wei Jr"), ("AU", "Ek TM Jr")])

    assert people.names == [Name(family="Lindqvist", given="Tora"), Name(family="Wei Jr")]
    assert people.odd == [("AU", "Ekholm P"), ("AU", "Ek TM Jr")]


def test_another_person_behind_a_short_name() -> None:
    """One whose name is not the same begins another person."""
    people = People([("IR", "Lindqvist TM"), ("FIR", "Lindqvist, Per")])

    assert [one.given for one in people.names] == ["T M", "Per"]


def test_full_names_in_the_place_of_short_ones() -> None:
    """ERIC has no ``FAU``; what is written has both."""
    people = People([("AU", "Lindqvist, Tora Maj"), IDENTIFIER, ("AU", "Ekholm, Per Jr"), ("AU", "Wei R")])

    assert people.names == [
        Name(family="Lindqvist", given="Tora Maj", orcid="0000-0002-1825-0097"),
        Name(family="Ekholm", given="Per", suffix="Jr"),
        Name(family="Wei", given="R", initials="R"),
    ]
    assert not people.odd


@pytest.mark.parametrize(("words", "odd"), [("et al.", []), ("et al", [("AU", "et al")])])
def test_authors_left_out(words: str, odd: list[tuple[str, str]]) -> None:
    """A list that is cut short is so for the citation; words that are not MEDLINE's own are kept."""
    people = People([FULL, SHORT, ("AU", words)])

    assert (people.et_al, people.odd) == (True, odd)


USUAL = [
    "FAU - Lindqvist, Tora Maj\nAU  - Lindqvist TM",
    "FAU - Ekholm, Per-Ola Jr\nAU  - Ekholm PO Jr\nAUID- ORCID: 0000-0002-1825-0097\nAD  - Fjord.\nAD  - Shelf.",
    "FAU - van den Berg, Wil\nAU  - van den Berg WJ\nAD  - Fjord University.",
    "CN  - Tide Study Group",
]
UNUSUAL = [
    "FAU - Lindqvist\nAU  - Lindqvist",
    "FAU - Lindqvist, Tora\nAU  - Ekholm T",
    "FAU - Lindqvist, Tora\nAUID- ORCID: 0000-0002-1825-0097\nAU  - Lindqvist T",
    "FAU - Lindqvist, Tora\nAU  - Lindqvist T\nAUID- ISNI: 0000000121032683",
    "FAU - Lindqvist, Tora\nAU  - Lindqvist T\nAD  - Fjord  University.",
    "CN  - Tide Study Group\nAD  - Fjord University.",
]


@pytest.mark.parametrize("unusual", ["", *UNUSUAL])
def test_usual_authors(unusual: str) -> None:
    """Authors of the usual form are read together as they are one by one; a single other one is seen."""
    text = "\n" + "\n".join([*USUAL, unusual][: len(USUAL) + bool(unusual)])

    assert usual_authors(text) == (None if unusual else People(lines_in(text)).names)


@pytest.mark.parametrize(
    "odd", ["TI-  A title", "TI  - A  title", "TI  - A title \n       of two", "TI  -", "\tTI  - A title", "no tag"]
)
def test_lines_of_other_forms(odd: str) -> None:
    """A line of another form changes nothing about the rest of the record."""
    usual = "PMID- 1\nFAU - Lindqvist, Tora\nAU  - Lindqvist T\nMH  - Tides\nMH  - Shelf\nOT  - sea\nSO  - Tides. 2020."
    expected = grouped(usual)
    found = {tag: lines_in(values) if tag == "FAU" else values for tag, values in grouped(f"{usual}\n{odd}").items()}

    assert {tag: found[tag] for tag in expected if tag != "SO"} == {
        tag: lines_in(values) if tag == "FAU" else values for tag, values in expected.items() if tag != "SO"
    }
