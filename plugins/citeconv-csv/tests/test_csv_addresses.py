"""How columns with details of authors are read: addresses, the corresponding author, numbers of researchers."""

from __future__ import annotations

import pytest

from citeconv import Name
from csv_rows import row_of


@pytest.mark.parametrize(
    ("cell", "places"),
    [
        (
            "[Lind, Per; Wei, Rong] Inst Tides, North.; [Wei, R] Shelf Coll.",
            ["Inst Tides, North", "Inst Tides, North|Shelf Coll"],
        ),
        (
            "[Lind, Per; Wei, Rong] Inst Tides, North. [Wei, R] Shelf Coll.",
            ["Inst Tides, North", "Inst Tides, North|Shelf Coll"],
        ),
        ("[Okonkwo, C] Shelf Coll.", ["", ""]),
        ("Inst Tides, North.; Shelf Coll.", ["Inst Tides, North|Shelf Coll", ""]),
        ("Lind, Per; Wei, Rong; Inst Tides, North.", ["Inst Tides, North", "Inst Tides, North"]),
    ],
)
def test_bracketed_addresses(cell: str, places: list[str]) -> None:
    """The Web of Science names the authors before each address; addresses without names are the first author's."""
    citation = row_of({"title": "T", "authors": "Lind, Per; Wei, Rong", "addresses": cell})

    assert places == ["|".join(place.text for place in name.affiliations) for name in citation.author]
    assert ((("csv:addresses", cell),) if places == ["", ""] else ()) == citation.extra


def test_places_behind_names() -> None:
    """Dimensions has them in parentheses."""
    cell = "Lind, Per (Institute of Tides, North); Wei, Rong ()"
    citation = row_of({"title": "T", "authors": "Lind, Per; Wei, Rong", "Authors (Raw Affiliation)": cell})

    assert [("Institute of Tides, North",), ()] == [
        tuple(place.text for place in name.affiliations) for name in citation.author
    ]
    assert () == citation.extra


def test_several_places_behind_names() -> None:
    """Those of one author are parted as the authors are, within his parentheses; one of them may not be closed."""
    places = "Tides Institute (TI), North; Shelf College, South"
    for lone, found in (("", ("Tides Institute (TI), North", "Shelf College, South")), (" (II", ("North (II",))):
        cell = f"Lind, Per ({places if not lone else f'North{lone}'}); Wei, Rong (Reef House, East)"
        citation = row_of({"title": "T", "authors": "Lind, Per; Wei, Rong", "Authors (Raw Affiliation)": cell})
        assert [found, ("Reef House, East",)] == [
            tuple(place.text for place in name.affiliations) for name in citation.author
        ]
        assert () == citation.extra


def test_correspondence_with_accents() -> None:
    """The Web of Science has none of the accents of Scopus, where R joins the tables of both."""
    cell = "Bojková, J.; Tides Institute, North; email: b@example.org"
    (author,) = row_of({"title": "T", "author": "Bojkova, Jindra", "correspondence_address1": cell}).author
    assert (author.email, author.corresponding) == ("b@example.org", True)


@pytest.mark.parametrize(
    "cell", ["P. Nobody; North", "X. Nobody; email: x@example.org", "P. Lind; a; b; email: l@example.org"]
)
def test_odd_correspondence(cell: str) -> None:
    """An address of another form is kept as it is."""
    citation = row_of({"title": "T", "authors": "Lind, Per", "correspondence address": cell})

    assert (Name(family="Lind", given="Per"),) == citation.author
    assert (("csv:correspondence address", cell),) == citation.extra


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Per LindRong WeiÅse Lind", ["Lind", "Wei", "Lind"]),
        (
            "David L. DeMetsAnna McDonaldAlfredo De MassisJ. O’NeillMac MacArthur",
            ["DeMets", "McDonald", "De Massis", "O’Neill", "MacArthur"],
        ),
        ("Anna LindićŽan RoşuDr. P. Wei", ["Lindić", "Roşu", "Wei"]),
        ("Per Lind", ["Lind"]),
    ],
)
def test_springer(cell: str, expected: list[str]) -> None:
    """Its names have nothing between; a capital within a name is told by what stands before."""
    citation = row_of({"Item Title": "T", "Item DOI": "10.5555/x", "Authors": cell})

    assert expected == [name.family for name in citation.author]


@pytest.mark.parametrize(
    "cell", ["Lind P., Tide Inst, North; Wei R., Coll., South", "Lind, P., Tide Inst, North; Wei, R., Coll., South"]
)
def test_authors_who_stand_with_their_addresses_alone(cell: str) -> None:
    """Scopus' tables may have no other column for them."""
    citation = row_of({"Title": "T", "Year": "2001", "Authors with affiliations": cell})

    assert [("Lind", "P"), ("Wei", "R")] == [(name.family, name.given) for name in citation.author]
    assert ["Tide Inst, North", "Coll., South"] == [name.affiliations[0].text for name in citation.author]
    assert not citation.extra


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Authors with affiliations", "Lind P., Tide Inst, North; Wei R., Coll., South"),
        ("Authors with affiliations", "Wei R., Coll., South"),
        ("Authors (Raw Affiliation)", "Lind, P. (Tide Inst, North); Wei, R. (Coll., South)"),
        ("Correspondence Address", "Lind, P., Tide Inst, North"),
        ("Correspondence Address", "Lind, P. 1 (North)"),
    ],
)
def test_addresses_of_others_are_kept(column: str, cell: str) -> None:
    """They name more people than the row has, or somebody else, or the address is not set apart from the name."""
    citation = row_of({"Title": "T", "Authors": "Lind, P.", column: cell})

    assert (f"csv:{column}", cell) in citation.extra
    assert not citation.author[0].affiliations


@pytest.mark.parametrize(
    ("cell", "places", "mails"),
    [
        ("Tide Institute, North, USA", ["Tide Institute, North, USA", ""], ["", ""]),
        ("Tide Institute; Shelf College", ["Tide Institute", "Shelf College"], ["", ""]),
        ("NA; Shelf College, Lima, Per&#x00FA;", ["", "Shelf College, Lima, Perú"], ["", ""]),
        ("Tide Inst.; lind@example.org; Shelf College", ["Tide Inst.", "Shelf College"], ["lind@example.org", ""]),
    ],
)
def test_addresses_of_ieee_xplore(cell: str, places: list[str], mails: list[str]) -> None:
    """IEEE Xplore has an address for each author, with e-mail behind some, or that of the first author alone."""
    citation = row_of({"Document Title": "T", "Authors": "P. Lind; R. Wei", "Author Affiliations": cell})
    assert ["".join(place.text for place in name.affiliations) for name in citation.author] == places
    assert ([name.email for name in citation.author], citation.extra) == (mails, ())


def test_addresses_of_nobody() -> None:
    """More addresses than authors are kept: nobody knows whose they are."""
    citation = row_of({"Title": "T", "Authors": "P. Lind; R. Wei", "Author Affiliations": "A; B; C"})
    assert citation.extra == (("csv:Author Affiliations", "A; B; C"),)


def test_numbers_of_authors_behind_line_ends() -> None:
    """Tables made of the Web of Science's BibTeX have a blank between the numbers of two authors."""
    numbers = "Lind, Per/0000-0001-2345-6789 Wei, Rong/0000-0002-2345-678X"
    citation = row_of(
        {"title": "T", "author": "Lind, Per and Wei, Rong", "orcid_numbers": numbers, "unique_id": "WOS:1"}
    )
    assert [name.orcid for name in citation.author] == ["0000-0001-2345-6789", "0000-0002-2345-678X"]
    assert ([each.value for each in citation.identifiers], citation.extra) == (["WOS:1"], ())
