"""Names in RIS: persons and groups, one on a line or several, in the order that each database gives them."""

from __future__ import annotations

import io
from typing import Any

import pytest

from citeconv import Citation, Date, Name, Report, dumps, load, loads


def one(*lines: str) -> Any:
    """Return the citation of a journal article with these lines."""
    (found,) = load(io.BytesIO("\n".join(["TY  - JOUR", "TI  - A title", *lines, "ER  - ", ""]).encode()))
    return found


NAMES = {
    "Lind, Per": Name(family="Lind", given="Per"),
    "Lind, P.A.": Name(family="Lind", given="P A"),
    "Lind, PA": Name(family="Lind", given="P A"),
    "Lind, J.-P.": Name(family="Lind", given="J-P"),
    "P. A. Lind": Name(family="Lind", given="P A"),
    "van der Berg P.-A.": Name(family="van der Berg", given="P-A"),
    "Lind Jr. P.A.": Name(family="Lind", given="P A", suffix="Jr"),
    "Lind III P.A.": Name(family="Lind", given="P A", suffix="III"),
    "Lind P.A., Jr.": Name(family="Lind", given="P A", suffix="Jr."),
    "Lind III. P.": Name(family="Lind", given="P", suffix="III"),
    "Per A. Lind": Name(family="Lind", given="Per A."),
    "Lind Jr., Per A.": Name(family="Lind", given="Per A.", suffix="Jr."),
    "Lind 3rd, Per": Name(family="Lind", given="Per", suffix="3rd"),
    "Lind Vi, Anna": Name(family="Lind Vi", given="Anna"),
    "Per A. Foundation": Name(literal="Per A. Foundation"),
    "St. Test Study Group": Name(literal="St. Test Study Group"),
    "Lind PA": Name(family="Lind", given="P A"),
    "van der Berg P": Name(family="van der Berg", given="P"),
    "Writing Committee UK": Name(literal="Writing Committee UK"),
    "Salt Watch UK": Name(literal="Salt Watch UK"),
    "Lind, Per A., Jr.": Name(family="Lind", given="Per A.", suffix="Jr."),
    "van der Berg, Anna": Name(family="van der Berg", given="Anna"),
    "Working Group on Tides": Name(literal="Working Group on Tides"),
    "Working Group on Tides,": Name(literal="Working Group on Tides"),
    "The Shelf, null": Name(literal="The Shelf"),
    "O&apos;Brien, K.": Name(family="O'Brien", given="K"),
    "P. -A. d'Lind": Name(family="d'Lind", given="P-A"),
    "P A Lind Roe": Name(family="Lind Roe", given="P A"),
    "P. Lind Research Centre": Name(literal="P. Lind Research Centre"),
    "LIND, JOEL": Name(family="LIND", given="JOEL"),
    "LIND, PARB": Name(family="LIND", given="PARB"),
    "LIND, PRTW": Name(family="LIND", given="P R T W"),
    "Lind, PARB": Name(family="Lind", given="P A R B"),
    "TSO, Tidal Survey Organisation of the North": Name(literal="TSO, Tidal Survey Organisation of the North"),
}


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    """Names with initials, suffixes, particles, entities; a name with neither comma nor initials is a group."""
    assert one(f"AU  - {text}").author == (NAMES[text],)


def test_a_line_of_nothing_but_a_blank() -> None:
    """It names nobody."""
    assert one("AU  - &#160;", "A2  - Lind, Per").author == ()


def test_names_in_full_beside_initials() -> None:
    """Without commas, names in full are people beside such or initials; groups and names alone stay whole."""
    found = one("AU  - P. Lind", "AU  - Anna Maria Roe", "AU  - Tidal Society", "AU  - Wei").author
    assert found[:2] == (Name(family="Lind", given="P"), Name(family="Roe", given="Anna Maria"))
    assert found[2:] == (Name(literal="Tidal Society"), Name(literal="Wei"))
    people = (Name(family="Roe", given="Anna"), Name(family="van der Berg", given="Jan"))
    assert one("AU  - Anna Roe", "AU  - Jan van der Berg").author == people
    assert one("AU  - Anna Roe").author == (Name(literal="Anna Roe"),)
    assert one("AU  - Anna Roe", "AU  - Tidal Society").author == (
        Name(literal="Anna Roe"),
        Name(literal="Tidal Society"),
    )


def test_several_names_on_a_line() -> None:
    """Semicolons part names; ``et al.`` is no author."""
    found = one("AU  - Lind, P.; Berg, A.", "AU  - et al.")
    assert [each.family for each in found.author] == ["Lind", "Berg"]
    assert found.et_al == ("author",)
    assert [each.family for each in one("AU  - Lind P; Berg A").author] == ["Lind", "Berg"]
    assert [each.given for each in one("AU  - Lind PA, Berg A., Salt-Wei J.-P.").author] == ["P A", "A", "J-P"]
    assert [each.family for each in one("AU  - Lind, PA and Berg, A and Wei").author] == ["Lind", "Berg", ""]
    assert one("AU  - O'Lind P, Berg A").author[0] == Name(family="O'Lind", given="P")
    assert one("AU  - Lind P, Berg").author == (Name(family="Lind P", given="Berg"),)


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("Turon A et al.", Name(family="Turon", given="A")),
        ("Turon, A., et al", Name(family="Turon", given="A")),
        ("Turon, Ana and others", Name(family="Turon", given="Ana")),
        ("Turon, A., ...", Name(family="Turon", given="A")),
        ("Turon, A.; others", Name(family="Turon", given="A")),
        ("Roe, Al", None),
        ("Lind Brothers", None),
    ],
)
def test_words_for_others_behind_a_name(last: str, name: Name | None) -> None:
    """The last of the authors may be followed by words for those that are left out."""
    found = one("AU  - Lind, P.", f"AU  - {last}")
    assert found.et_al == (("author",) if name else ())
    assert name is None or found.author[-1] == name


def test_names_of_ieee() -> None:
    """IEEE Xplore has given names first; where all stand in full, too."""
    found = one("AU  - Rong Wei", "AU  - Ada Roe", "VO  - ", "VL  - 2", "Y1  - 13-13 Feb. 1996")
    assert found.author == (Name(family="Wei", given="Rong"), Name(family="Roe", given="Ada"))
    assert found.issued == Date(year=1996, month=2, day=13)


def test_names_in_full_on_a_line() -> None:
    """Semicolons part names in full, and commas three or more; two are a family and a given name."""
    expected = (Name(family="Lind", given="Per A."), Name(family="Wei", given="Rong"), Name(family="Roe", given="Ada"))
    assert one("AU  - Per A. Lind; Rong Wei ; Ada Roe").author == expected
    assert one("AU  - Per A. Lind, Rong Wei, Ada Roe").author == expected
    assert [("Lind", "P A"), ("Wei", "R"), ("Roe", "F A F")] == [
        (each.family, each.given) for each in one("AU  - PA Lind, R Wei, FAF Roe").author
    ]
    assert [each.family for each in one("AU  - LI Na, XU Mei, WU Lei").author] == ["LI", "XU", "WU"]
    assert one("AU  - Salt Lind, Ada Roe").author == (Name(family="Salt Lind", given="Ada Roe"),)


def test_family_names_on_a_line() -> None:
    """Five and more names between commas are family names, as PsycINFO lists editors, no name with many suffixes."""
    found = one("A2  - Lind, de Roe, Salt-Wei, O'Berg, McAda").editor
    assert [each.literal for each in found] == ["Lind", "de Roe", "Salt-Wei", "O'Berg", "McAda"]
    assert len(one("A2  - Lind, Per, Jr, Msc, Esq").editor) == 1


def test_groups_on_a_line() -> None:
    """Beside groups, names in full are groups."""
    found = one("AU  - Tidal University; Salt Valley Section").author
    assert found == (Name(literal="Tidal University"), Name(literal="Salt Valley Section"))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Ministry of Tides, Harbours and Welfare", True),
        ("World Bank, Tidal Research Group", True),
        ("North Tides Working Group,", True),
        ("de la Cruz, Maria", False),
        ("Group, Rosa", False),
        ("van der Lind, P. A., Jr.", False),
    ],
)
def test_groups_with_commas(text: str, group: bool) -> None:
    """Words for a group, behind more than one word or before it, tell a group with a comma from a person."""
    (author,) = one(f"AU  - {text}").author
    assert author.literal == (text.rstrip(",") if group else "")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Organization, World Tides", "World Tides Organization"),
        ("of Harbours, National Academy", "National Academy of Harbours"),
        ("Team, Salt", "Salt Team"),
    ],
)
def test_groups_turned_round(text: str, group: str) -> None:
    """Google Scholar takes the last word of a group for a family name."""
    assert one(f"AU  - {text}").author == (Name(literal=group),)


def test_initials_of_a_natural_name_are_apart() -> None:
    """Beside people, initials run together are apart as elsewhere (ResearchRabbit)."""
    assert one("AU  - P. Lind", "AU  - LM Al Berg").author[1] == Name(family="Al Berg", given="L M")


def test_family_names_in_capitals() -> None:
    """Chinese databases write family names in capitals and first, ``LI Na``; acronyms are no family names."""
    found = one("AU  - LI Na", "AU  - ZHANG San")
    assert [("LI", "Na"), ("ZHANG", "San")] == [(each.family, each.given) for each in found.author]
    assert one("AU  - IEEE Computer").author == (Name(literal="IEEE Computer"),)
    assert one("AU  - MA Smith").author == (Name(literal="MA Smith"),)


@pytest.mark.parametrize("given", ["WU", "ASA", "H\u00d6LL"])
def test_a_given_name_in_capitals_that_will_be_initials(given: str) -> None:
    """Two or three capitals alone are initials to a reader, which is told; a whole name that stays one is not."""
    report = Report()
    (again,) = loads(dumps([Citation(author=(Name(family="Roe", given=given),))], "ris", report=report), "ris")
    assert again.author == (Name(family="Roe", given=" ".join(given)),)
    assert report.lost() == {"author": 1}


@pytest.mark.parametrize("name", [Name(family="Lind Jr", given="Per"), Name(family="Lind", given="Per III")])
def test_a_suffix_that_is_part_of_a_name_is_told(name: Name) -> None:
    """It is read as the suffix that it is; one that stands apart comes back so."""
    apart = Name(family="Lind", given="Per", suffix="Jr")
    report = Report()
    (again,) = loads(dumps([Citation(author=(name, apart))], "ris", report=report), "ris")
    assert (again.author[0].family, again.author[0].given, again.author[1]) == ("Lind", "Per", apart)
    assert report.lost() == {"author": 1}
    report = Report()
    dumps([Citation(author=(apart,))], "ris", report=report)
    assert not report.lost()


def test_a_suffix_in_the_place_of_the_family() -> None:
    """Programs take the last word of a name for the family; a family that is called so is told of."""
    assert one("AU  - II, Ana C. Roe").author == (Name(family="Roe", given="Ana C.", suffix="II"),)
    report = Report()
    dumps([Citation(author=(Name(family="Jr", given="Per Lind"), Name(family="II", given="P")))], "ris", report=report)
    assert report.lost() == {"author": 1}


@pytest.mark.parametrize("given", ["XING", "P A", "P.A.", "Per"])
def test_a_name_in_a_record_that_is_read_again(given: str) -> None:
    """What holds something odd is read again; given names in capitals differ no more there than initials do."""
    name = Name(family="G", given=given)
    report = Report()
    dumps([Citation(title="Tides", author=(name,), note=("RAYYAN-INCLUSION: a",))], "ris", report=report)
    assert not [path for path in report.lost() if path.startswith("author")]


def test_chinese_names_between_commas() -> None:
    """Three names or more on a line are several people; two may be the family and the given name of one."""
    assert len(one("AU  - \u674e\u5a1c,\u5f20\u4e09,\u738b\u4e94").author) == 3
    assert [("\u5c71\u7530", "\u592a\u90ce")] == [
        (each.family, each.given) for each in one("AU  - \u5c71\u7530, \u592a\u90ce").author
    ]


def test_roles_of_catalogues() -> None:
    """What libraries say of who did what stands behind a comma or in brackets, in several languages."""
    found = one(
        "AU  - Lind, Per [Hrsg.]", "AU  - Roe, Ana (ed.)", "AU  - Wei, R., tr.", "AU  - Mo, X., \u00dcbersetzer"
    )
    assert [("Lind", "Per"), ("Roe", "Ana")] == [(each.family, each.given) for each in found.editor]
    assert [("Wei", "R"), ("Mo", "X")] == [(each.family, each.given) for each in found.translator]
    assert one("AU  - Lind, Ed", "AU  - Roe, Tr.").author == (
        Name(family="Lind", given="Ed"),
        Name(family="Roe", given="Tr."),
    )


def test_initials_where_the_family_name_belongs() -> None:
    """So Rayyan has the names of some; one alone may be right."""
    found = one("AU  - P, LIND", "AU  - R, WEI")
    assert [("LIND", "P"), ("WEI", "R")] == [(each.family, each.given) for each in found.author]
    assert one("AU  - E, Weinan").author == (Name(family="E", given="Weinan"),)


def test_roles_behind_the_year_of_birth() -> None:
    """MARC has no comma there."""
    found = one("AU  - Lind, Per A., 1950- author.", "AU  - Roe, Ana, 1960- editor.")
    assert ([each.family for each in found.author], [each.family for each in found.editor]) == (["Lind"], ["Roe"])
    assert found.extra == (("ris:AU", "Lind, Per A., 1950- author."), ("ris:AU", "Roe, Ana, 1960- editor."))


def test_one_role_behind_the_last_of_several() -> None:
    """In the plural it is that of all; ``(Ed)`` behind Edward is no role."""
    found = one("AU  - Lind, Per", "AU  - Roe, Ana (Eds.)")
    assert (found.author, [each.family for each in found.editor]) == ((), ["Lind", "Roe"])
    found = one("AU  - Lind, Per", "AU  - Roe, Ana (coord.)")
    assert ([each.family for each in found.author], [each.family for each in found.editor]) == (["Lind"], ["Roe"])
    assert one("AU  - Lind, Edward (Ed)").author == (Name(family="Lind", given="Edward (Ed)"),)


def test_several_people_with_their_roles_on_a_line() -> None:
    """Ovid's PsycINFO has editors of books so; brackets that say something else part nothing."""
    found = one("A3  - Lind, Per [Ed], Roe, Ana B. [Ed]")
    assert [("Lind", "Per"), ("Roe", "Ana B.")] == [(each.family, each.given) for each in found.editor]
    assert one("A3  - Tide [Sand], Institute [Ed]").editor == (Name(literal="Tide [Sand], Institute"),)


def test_fuller_forms_of_names() -> None:
    """The fuller form behind initials is kept with the whole name."""
    found = one("AU  - Lind, P. A. (Per Anders), 1950-2011")
    assert (Name(family="Lind", given="P A"),) == found.author
    assert (("ris:AU", "Lind, P. A. (Per Anders), 1950-2011"),) == found.extra


def test_east_asian_names_with_a_blank() -> None:
    """The family name stands first."""
    assert (Name(family="\u5c71\u7530", given="\u592a\u90ce"),) == one("AU  - \u5c71\u7530 \u592a\u90ce").author


def test_initials_of_states() -> None:
    """A body of a state is no person with initials."""
    assert (Name(family="Lind", given="P"), Name(literal="U.S. Tidal Survey")) == one(
        "AU  - Lind, P", "AU  - U.S. Tidal Survey"
    ).author


def test_lists_that_were_taken_for_one_name() -> None:
    """The family of the last stands in front of the first; or a few names of many are of another form."""
    found = one("AU  - Wei, P. Lind; A. Roe; R.")
    assert [("Lind", "P"), ("Roe", "A"), ("Wei", "R")] == [(each.family, each.given) for each in found.author]

    names = "Per Lind, Ana Roe, Rong Wei, Ulla Berg, Bo Ek, Karel GM Moons"
    assert [*"Lind Roe Wei Berg Ek".split(), "Moons"] == [each.family for each in one(f"AU  - {names}").author]


def test_initials_that_look_like_a_family_name() -> None:
    """Google Scholar's ``NAM Lind`` is N. A. M. Lind beside others with initials, and of family Nam beside none."""
    assert one("AU  - NAM Lind", "AU  - H Roe").author == (
        Name(family="Lind", given="N A M"),
        Name(family="Roe", given="H"),
    )
    assert one("AU  - NAM Lind", "AU  - KIM Roe").author[0] == Name(family="NAM", given="Lind")
