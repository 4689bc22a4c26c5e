"""Cells with other values than their columns should have: nothing of them is lost, nor taken for what it is not."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import FIELDS, Affiliation, Citation, Date, Identifier, Issn, Keyword, Name, Report, loads
from csv_rows import row_of

PUBMED_OLD = {"ShortDetails": "", "EntrezUID": "", "Properties": ""}
OVID = {"VN": "", "DB": ""}
MEDLINE = {"DP": "2020", "JT": "Tides"}
LIND, WEI = Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")
BOTH = {"author": (LIND, WEI)}
TIDES = {"container_title": "Tides", "type": "article-journal", "issued": Date(year=2020)}


def read(table: dict[str, str]) -> dict[str, Any]:
    """Return what is read of a row with these columns and a title, but for the title."""
    found, nothing = row_of(table if "TI" in table else {"Title": "T", **table}), Citation()
    return {
        field: getattr(found, field)
        for field in FIELDS
        if field != "title" and getattr(found, field) != getattr(nothing, field)
    }


def kept(column: str, cell: str) -> dict[str, Any]:
    """Return what is read of a cell that is left as it is."""
    return {"extra": ((f"csv:{column}", cell),)}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"Authors": "Lind, Per; Wei, Rong", "Author addresses": "(Lind P.; Roe A.) Shelf College"},
         {"author": (Name(family="Lind", given="Per", affiliations=(Affiliation(text="Shelf College"),)), WEI),
          **kept("Author addresses", "(Lind P.; Roe A.) Shelf College")}),
        ({"Authors": "Lind, Per; Wei, Rong", "Author addresses": "Shelf College"},
         {**BOTH, **kept("Author addresses", "Shelf College")}),
        ({"Authors": "Lind, Per; Wei, Rong", "Authors (Raw Affiliation)": "Wei, Rong (Tides); Lind, Per (Shelf)"},
         {**BOTH, **kept("Authors (Raw Affiliation)", "Wei, Rong (Tides); Lind, Per (Shelf)")}),
        ({"Authors": "Lind, Per; Wei, Rong", "Corresponding Authors": "Roe, A (Tides Inst)"},
         {**BOTH, **kept("Corresponding Authors", "Roe, A (Tides Inst)")}),
        ({"Authors": "Lind, Per", "Reprint Addresses": "Lind, P (corresponding author), Inst Tides, North."},
         {"author": (Name(family="Lind", given="Per", corresponding=True,
                          affiliations=(Affiliation(text="Inst Tides, North"),)),)}),
        ({"Reprint Addresses": "Lind, P, Inst Tides, North."},
         kept("Reprint Addresses", "Lind, P, Inst Tides, North.")),
        ({"Authors": "Lind P.A.", "Correspondence Address": "P. A. Lind; Inst Tides; email: x@example.org"},
         {"author": (Name(family="Lind", given="P A", corresponding=True, email="x@example.org",
                          affiliations=(Affiliation(text="Inst Tides"),)),)}),
        ({**OVID, "TI": "T", "FA": "Lind, Per; Wei, Rong", "IN": "(Lind) Shelf\n(Roe) Tides\nNorth"},
         {"author": (Name(family="Lind", given="Per", affiliations=(Affiliation(text="Shelf"),)), WEI),
          **kept("IN", "(Roe) Tides; North")}),
        ({**OVID, "TI": "T", "FA": "Lind, Per; Wei, Rong", "AD": "A. Roe, Inst Tides. Email: roe@example.org"},
         {**BOTH, **kept("AD", "A. Roe, Inst Tides. Email: roe@example.org")}),
        ({**OVID, "TI": "T", "SO": "Somewhere or other"}, kept("SO", "Somewhere or other")),
        ({"ids.openalex": "", "display_name": "T", "authorships.author.display_name": "Per Lind|Rong Wei",
          "authorships.author.orcid": "https://orcid.org/0000-0002-1825-0097||"},
         {"author": (Name(family="Lind", given="Per", orcid="0000-0002-1825-0097"), WEI)}),
        ({"Book Author Full Names": "Lind, Per"}, {"container_author": (LIND,)}),
        ({"Type name": "", "Parent title": "", "Authors": "Lind Per ; Wei, Rong ; Shelf Study Group"},
         {"author": (LIND, WEI, Name(literal="Shelf Study Group"))}),
        ({"Authors": "[{'lastname': '', 'affiliation': None}, {'firstname': 'Per', 'lastname': 'Lind'}]"},
         {"author": (LIND,)}),
    ],
)  # fmt: skip
def test_people(table: dict[str, str], expected: dict[str, Any]) -> None:
    """Addresses, e-mail and further names belong to those whom they name; of others they are kept as they stand."""
    assert read(table) == expected


def test_a_second_column_of_authors() -> None:
    """One author in it is the next; several are another list, which is kept."""
    twice = 'Title,Author,Author\nT,"Lind, Per",{}\n'
    [found] = loads(twice.format('"Wei, Rong"'), "csv")
    assert found.author == (LIND, WEI)
    [found] = loads(twice.format("Wei R; Roe A"), "csv")
    assert (found.author, found.extra) == ((LIND,), (("csv:Author", "Wei R; Roe A"),))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"Source": "Scopus", "Database": "Embase"}, {"source": "Embase", "annote": "Source: Scopus"}),
        ({"Author Names": "Lind P.", "Open URL Link": "", "Embase Classification": "Tides (1), Shelves and seas (22)"},
         {"author": (Name(family="Lind", given="P"),), "source": "Embase",
          "categories": ("Tides (1)", "Shelves and seas (22)")}),
        ({"Journal": "Tides", "Source type": "Sea"},
         {"container_title": "Tides", "type": "article-journal", "annote": "Source type: Sea"}),
        ({"SrcDatabase": "万方", "PubTime": "2020"}, {"source": "万方", "issued": Date(year=2020)}),
        ({"ID": "lil-1", "Source": "Rev. mar;22(1): 632-45, oct. 2019", "Fulltext URL": "", "Year": "2018"},
         {"identifiers": (Identifier(kind="record", value="lil-1"),), "volume": "22", "issue": "1", "page": "632-645",
          "container_title": "Rev. mar", "issued": Date(year=2018), "type": "article-journal",
          **kept("Source", "oct. 2019")}),
        ({"ID": "doi:10.5555/1", "Pub date": "2020", "Venue": "[issn:1234-5679]"},
         {"doi": "10.5555/1", "issued": Date(year=2020), "issn": (Issn(value="1234-5679"),)}),
        ({"Year": "#REF!", "Authors": "#¡VALOR!", "Source": "#N/A"}, {}),
        ({"External IDs": "none"}, kept("External IDs", "none")),
        ({"Open access PDF": "closed"}, {"annote": "pdf-url: closed"}),
        ({"Journal": "{'name': 'Tides', 'volume': ' ', 'pages': '1-2'}"},
         {"container_title": "Tides", "page": "1-2", "type": "article-journal"}),
        ({"Molecular sequence numbers": "GENBANK AB123"}, kept("Molecular sequence numbers", "GENBANK AB123")),
        ({"Keywords": "['salt', sea]"}, {"keyword": (Keyword(text="['salt', sea]"),)}),
        ({"Date": f"{'as told by those who were there, ' * 4}2020"},
         {"issued": Date(year=2020, literal=f"{'as told by those who were there, ' * 4}2020")}),
        ({**MEDLINE, "TI": "T", "LID": "e5 [odd]"}, {**TIDES, **kept("LID", "e5 [odd]")}),
        ({**MEDLINE, "TI": "T", "COIS": "['None', 'declared.']"}, {**TIDES, "conflict_of_interest": "None declared."}),
        ({"TI": "T", "PMID": "1", "FAU": "Lind, Per", "DP": "", "SO": "Tides. 2020 Jan;1(2):3-4."},
         {"type": "article-journal", "container_title_short": "Tides", "author": (LIND,), "pmid": "1", "volume": "1",
          "issue": "2", "page": "3-4", "issued": Date(year=2020, month=1)}),
        ({**PUBMED_OLD, "Description": "."}, kept("Description", ".")),
        ({**PUBMED_OLD, "ShortDetails": "Moon. 1999"}, kept("ShortDetails", "Moon. 1999")),
        ({**PUBMED_OLD, "Identifiers": "PMID:1 | ISBN"}, {"type": "article-journal", "pmid": "1",
                                                        **kept("Identifiers", "ISBN")}),
        ({**PUBMED_OLD, "Type": "comment"}, kept("Type", "comment")),
        ({**PUBMED_OLD, "Properties": "create date: | read"}, {"annote": "Properties: read"}),
        ({**PUBMED_OLD, "Details": "Tides. 2020;1:3. Moonlit."},
         {"type": "article-journal", "container_title_short": "Tides", "issued": Date(year=2020), "volume": "1",
          "page": "3", **kept("Details", "Moonlit")}),
    ],
)  # fmt: skip
def test_other_values(table: dict[str, str], expected: dict[str, Any]) -> None:
    """What a column of a database does not have as it should is a remark, or kept."""
    assert read(table) == expected


def test_dates_of_another_form_in_a_column_with_an_order() -> None:
    """Where some dates tell that days stand first, words are read as ever, and a month 0 is none."""
    found = loads("Title,Publication date\nA,13/4/22\nB,May 2022\nC,0/0/22\n", "csv")
    assert [one.issued for one in found] == [
        Date(year=2022, month=4, day=13), Date(year=2022, month=5), Date(literal="0/0/22"),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["Abstract: Salt rises.", "ABSTRACT\nSalt rises.", "Salt rises."])
def test_abstracts_below_a_heading(cell: str) -> None:
    """The heading that was copied with an abstract says nothing."""
    (section,) = row_of({"Title": "T", "Abstract": cell}).abstract
    assert ("", ("Salt rises.",)) == (section.label, section.paragraphs)


def test_semicolons_behind_full_stops_alone() -> None:
    """The WHO's tables part names by commas but for those that end in a full stop."""
    found = row_of({"Title": "T", "Authors": "Lind, Per, Roe, Ana B.; Wei, Rong, Ek, Carl"}).author

    assert ["Lind|Per", "Roe|Ana B.", "Wei|Rong", "Ek|Carl"] == [f"{one.family}|{one.given}" for one in found]
    placed = row_of({"Title": "T", "Authors": "Lind, Per, Oslo, Norway; Roe, Ana, Bergen, Norway"}).author
    assert ["Lind|Per", "Roe|Ana"] == [f"{one.family}|{one.given}" for one in placed]


def test_names_in_lines_with_a_group() -> None:
    """Ovid's tables have a name on each line, and groups among them with an "and" of their own."""
    found = row_of({"Title": "T", "Authors": "Lind P\n\nRoe A\n\nTide and Shelf Study Group"}).author

    assert ["Lind|P|", "Roe|A|", "||Tide and Shelf Study Group"] == [
        f"{one.family}|{one.given}|{one.literal}" for one in found
    ]


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("Words of mosses.", "Words of mosses"),
        ("Words of Mola sp.", "Words of Mola sp."),
        ("Words and so on ...", "Words and so on ..."),
    ],
)
def test_the_full_stop_behind_a_title(cell: str, title: str) -> None:
    """Scripts that ask PubMed for titles get them with a full stop, which is none of the title's own."""
    assert title == row_of({"PMID": "90000001", "Title": cell, "Year": "2020"}).title


@pytest.mark.parametrize(
    "heading", ["Authors", "Author full names", "Editors", "First Author", "Author 1", "Translator"]
)
@pytest.mark.parametrize("cell", [",", " ,", ", ,", ";", ",;,", ".", "& &"])
def test_people_who_are_but_signs(heading: str, cell: str) -> None:
    """What programs leave of a family and a given name that were empty names nobody, and is kept."""
    (found,) = loads(f'Title,{heading},Year\nSalt,"{cell}",2020\n', "csv", report=Report())
    assert (found.author, found.editor, found.translator) == ((), (), ())
    assert found.extra == ((f"csv:{heading}", cell.strip()),)


@pytest.mark.parametrize(
    ("cell", "families", "et_al"),
    [(", ; Lind, Per", ["Lind"], False), ("Lind, Per; ,", ["Lind"], False), (", et al.", [], False)],
)
def test_signs_beside_people(cell: str, families: list[str], et_al: bool) -> None:
    """A name without any parts beside others is none."""
    (found,) = loads(f'Title,Authors,Year\nSalt,"{cell}",2020\n', "csv", report=Report())
    assert ([name.family for name in found.author], bool(found.et_al)) == (families, et_al)


def test_others_in_a_column_of_their_own() -> None:
    """Behind columns for each author it says that there are more."""
    (found,) = loads("Title,Author 1,Author 2\nSalt,Lind P,et al.\n", "csv", report=Report())
    assert ([name.family for name in found.author], found.et_al, found.extra) == (["Lind"], ("author",), ())


def test_a_role_of_nobody() -> None:
    """Signs before a role are kept, and name nobody."""
    found = row_of({"Title": "T", "Contributors": "Lind, Per (Author); , (Editor)"})
    assert ([name.family for name in found.author], found.editor) == (["Lind"], ())
    assert found.extra == (("csv:Contributors", ", (Editor)"),)
