"""Whose addresses, numbers and e-mail they are, and what else databases say beside a citation."""

from __future__ import annotations

import pytest

from citeconv import Affiliation, Grant, Identifier, Name, Related
from citeconv.values.authors import Authors
from citeconv.values.databases import journal_number, read_cited, read_grants, with_remarks

LIND = Name(family="Lind", given="Per A.")
WEI = Name(family="Wei", given="Rong")
GROUP = Name(literal="Tide Study Group")


def places(authors: Authors) -> list[list[str]]:
    """Return the addresses of each author."""
    return [[each.text for each in name.affiliations] for name in authors.complete()]


@pytest.mark.parametrize(
    ("texts", "expected", "left"),
    [
        (
            ["[Lind, Per A.; Wei, Rong] Inst Tides.", "[Wei, R] Shelf Coll."],
            [["Inst Tides"], ["Inst Tides", "Shelf Coll"], []],
            [],
        ),
        (["[Tide Study Group] Shelf Coll"], [[], [], ["Shelf Coll"]], []),
        (["Lind, PA; Wei, R; Inst Tides, North."], [["Inst Tides, North"], ["Inst Tides, North"], []], []),
        (["[Nobody, N; Wei, R] Here."], [[], ["Here"], []], ["[Nobody, N] Here."]),
        (["[Nobody, N] Here."], [[], [], []], ["[Nobody, N] Here."]),
    ],
)
def test_addresses(texts: list[str], expected: list[list[str]], left: list[str]) -> None:
    """An address goes to each author that it names, in whatever form; what belongs to nobody comes back."""
    authors = Authors([LIND, WEI, GROUP])

    assert (left, False) == authors.take_addresses(texts)
    assert expected == places(authors)


def test_the_place_of_a_name() -> None:
    """It is that of the author of this very name, or of the only one with this initial; none of several is it."""
    authors = Authors([LIND, WEI, GROUP, Name(family="Berg", given="A"), Name(family="Berg", given="A.")])

    assert [authors.place(name) for name in ("lind, per a", "Lind, P", "Berg, A", "")] == [0, None, None, None]
    assert [authors.place(name, by_initial=True) for name in ("Lind, P", "Wei, X", "Berg, A")] == [0, None, None]


def test_addresses_and_correspondence_in_one_text() -> None:
    """EndNote joins the Web of Science's addresses, authors to write to, and e-mail, which are taken apart."""
    authors = Authors([LIND, WEI])
    text = (
        "[Lind, Per A.; Wei, Rong] Inst Tides, St. Roe, North. [Wei, Rong; No, B] Shelf Coll. "
        "Wei, R (corresponding author), Bay Hall, South. no@example.org; per.lind@example.org; wei@example.org"
    )

    assert authors.take_joined(text) == (["[No, B] Shelf Coll.", "no@example.org"], False)
    assert places(authors) == [
        ["Inst Tides, St. Roe, North"],
        ["Inst Tides, St. Roe, North", "Shelf Coll", "Bay Hall, South"],
    ]
    assert [(name.corresponding, name.email) for name in authors.names] == [
        (False, "per.lind@example.org"),
        (True, "wei@example.org"),
    ]


def test_addresses_before_the_author_to_write_to() -> None:
    """Where no names stand before the addresses, these are the first author's, which is a guess of several authors."""
    bare = "Inst Tides, St. Roe. Shelf Coll. Wei, R (reprint author), Bay Hall, South. wei@example.org"
    several, nobody = Authors([LIND, WEI]), Authors([LIND])

    assert several.take_joined(bare) == ([], True)
    assert places(several) == [["Inst Tides, St. Roe", "Shelf Coll"], ["Bay Hall, South"]]
    assert nobody.take_joined(bare) is None
    assert nobody.take_joined("[Shelf] Inst Tides.") is None
    assert nobody.take_joined("Inst Tides. lind@example.org") is None
    assert nobody.names == [LIND]
    alone = Authors([LIND])
    assert alone.take_joined("LIND, PA (reprint author), BAY HALL, SOUTH.") == ([], False)
    assert places(alone) == [["BAY HALL, SOUTH"]]


def test_addresses_of_nobody_are_the_first_authors() -> None:
    """Who works where is then a guess, if there are several authors."""
    several, single = Authors([LIND, WEI]), Authors([LIND])

    assert ([], True) == several.take_addresses(["Inst Tides.", "Shelf Coll."])
    assert ([], False) == single.take_addresses(["Inst Tides."])
    assert (["Inst Tides."], False) == Authors([]).take_addresses(["Inst Tides."])
    assert [["Inst Tides", "Shelf Coll"], []] == places(several)


def test_correspondence() -> None:
    """Who is to be written to is marked, and has the address there if it says more than the known ones."""
    authors = Authors(
        [Name(family="Lind", given="P", affiliations=(Affiliation(text="Inst Tides, North Coll, Norway"),)), WEI]
    )
    text = (
        "Lind, P (corresponding author), North Coll, Norway, Inst Tides.; "
        "Wei, R (Reprint Author), Shelf Coll.; No, B (reprint author), Nowhere."
    )

    assert (["No, B, Nowhere"], [0, 1]) == authors.take_correspondence(text)
    assert [["Inst Tides, North Coll, Norway"], ["Shelf Coll"]] == places(authors)
    assert all(name.corresponding for name in authors.names)


def test_correspondence_without_a_role() -> None:
    """Old records have the name and the address only."""
    authors = Authors([LIND])

    assert ([], [0]) == authors.take_correspondence("Lind, PA, Inst Tides, North.")
    assert [["Inst Tides, North"]] == places(authors)


@pytest.mark.parametrize(
    "role",
    [
        " (corresponding author), ", " (通讯作者)，", " (autor correspondiente), ", " (autor correspondente), ",
        " (автор для корреспонденции), ",
    ],
)  # fmt: skip
def test_authors_to_write_to_in_other_languages(role: str) -> None:
    """The Web of Science says in the language of its pages who is to be written to."""
    authors = Authors([LIND, WEI])
    text = f"Lind, P{role}Inst Tides, North.; Lind, P; Wei, R{role}Shelf Coll, South."

    assert ([], [0, 1]) == authors.take_correspondence(text)
    assert [["Inst Tides, North", "Shelf Coll, South"], ["Shelf Coll, South"]] == places(authors)


def test_correspondence_without_a_name() -> None:
    """Text that says nothing of anybody comes back whole."""
    assert (["Inst Tides"], []) == Authors([LIND]).take_correspondence("Inst Tides")


@pytest.mark.parametrize(
    ("mails", "marked", "expected", "left"),
    [
        (["a@x.org"], [1], ["", "a@x.org"], []),
        (["per.lind@x.org"], [], ["per.lind@x.org", ""], []),
        (["lind@x.org", "wei@x.org"], [], ["lind@x.org", "wei@x.org"], []),
        (["a@x.org", "b@x.org"], [0], ["", ""], ["a@x.org", "b@x.org"]),
    ],
)
def test_mails(mails: list[str], marked: list[int], expected: list[str], left: list[str]) -> None:
    """As many as are marked are theirs; else the family name in an address tells."""
    authors = Authors([LIND, WEI])

    assert left == authors.take_mails(mails, marked)
    assert expected == [name.email for name in authors.names]


def test_numbers() -> None:
    """A number is its author's, in whatever form the name stands; a form that is not the author's comes back."""
    authors = Authors([LIND, WEI], ["Lind, PA", "Wei, R"])
    left = authors.take_numbers(
        ["Lind, P. A./0000-0002-1825-0097", "Wei, Rong/0000-0001-5109-3700", "No, B/1", "Wei, R/"], "orcid"
    )
    authors.take_numbers(["Wei, Rong/A-1", "Wei, Rong/A-1"], "researcherid")
    assert authors.take_numbers(["WEI, R./A-1"], "researcherid") == []  # says nothing that is not known
    again = authors.take_numbers(["Wei, Rong/0000-0001-5109-3700", "Wei, Rong/0000-0002-1694-233X"], "orcid")

    assert ["Lind, P. A./0000-0002-1825-0097", "No, B/1"] == left
    assert ["Wei, Rong/0000-0002-1694-233X"] == again
    assert ["0000-0002-1825-0097", "0000-0001-5109-3700"] == [name.orcid for name in authors.complete()]
    assert (Identifier(kind="researcherid", value="A-1"),) == authors.complete()[1].identifiers


def test_grants() -> None:
    """Numbers in brackets are the Web of Science's; acronyms, colons and parentheses Scopus's."""
    assert [
        Grant(agency="Fund, USA", number="1"),
        Grant(agency="Fund, USA", number="2"),
        Grant(agency="Other"),
        Grant(agency="National Fund", acronym="NF", number="3"),
        Grant(agency="National Fund", acronym="NF", number="4"),
        Grant(agency="Council, UK"),
    ] == read_grants("Fund, USA [1, 2]; Other; National Fund, NF, (3); National Fund, NF: 4; Council, UK")
    assert [Grant(agency="National Fund", acronym="NF", number="4"), Grant(agency="Council")] == read_grants(
        "National Fund,\u00a0NF: 4;\u00a0Council"
    )
    assert [Grant(number="2016YFC05"), Grant(number="2016YFC06")] == read_grants("2016YFC05, 2016YFC06")
    assert [Grant(agency="H2020", number="7")] == read_grants("H2020, 7")


def test_cited_works() -> None:
    """They are citations, one a line or with semicolons, or OpenAlex's numbers."""
    assert [Related(kind="cites", citation="Lind, 1999"), Related(kind="cites", citation="Wei, 2001")] == read_cited(
        "Lind, 1999; Wei, 2001"
    )
    assert [Related(kind="cites", identifiers=(Identifier(kind="openalex", value="W12345"),))] == read_cited(
        "https://openalex.org/W12345"
    )


def test_journals() -> None:
    """The Web of Science's name of a journal is kept where it says more than the abbreviation."""
    assert not journal_number("J TIDES", "J. Tides")
    assert not journal_number("J TIDES", "")
    assert [Identifier(kind="isi-journal", value="TIDES USA")] == journal_number("TIDES USA", "Tides")


def test_remarks() -> None:
    """Each is a part of the annotation."""
    assert with_remarks("", ["Cited by: 3"]) == "Cited by: 3"
    assert with_remarks("Cited by: 3", ["Hot: N", "Age: 2"]) == "Cited by: 3; Hot: N; Age: 2"


def test_a_number_whose_name_has_accents_that_the_author_lacks() -> None:
    """The number is the author's, and the name is handed back, for it says more; one without accents does not."""
    people = Authors([Name(family="Goncalves", given="Ana"), Name(family="Muñoz", given="Bo")])
    left = people.take_numbers(["Gonçalves, Ana/A-1", "Munoz, Bo/B-2"], "researcherid")
    assert left == ["Gonçalves, Ana/A-1"]
    assert [one.identifiers[0].value for one in people.complete()] == ["A-1", "B-2"]


def test_a_number_whose_name_lacks_a_hyphen() -> None:
    """``Abu Lind, Ahmed`` is who signs as ``Abu-Lind``."""
    people = Authors([Name(family="Abu-Lind", given="Ahmed E."), Name(family="Wei", given="Rong")])
    assert people.take_numbers(["Abu Lind, Ahmed/0000-0002-1825-0097"], "orcid") == []
    assert people.complete()[0].orcid == "0000-0002-1825-0097"
