"""How the cells of a column are read, whichever program wrote it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from citeconv import (
    Affiliation,
    Chemical,
    Citation,
    Databank,
    Date,
    Event,
    Grant,
    Identifier,
    Issn,
    Keyword,
    Name,
    Qualifier,
    Related,
    Report,
    Subject,
    loads,
)
from citeconv.errors import DetectionError

SAMPLES = Path(__file__).parent / "samples"


def row(**cells: str) -> Citation:
    """Return the citation in a row with these columns, underlines in their names written as blanks, and a title."""
    table = {"title": "T"} | {name.replace("_", " "): cell for name, cell in cells.items()}
    return row_of(table)


def row_of(table: dict[str, str]) -> Citation:
    """Return the citation in a row."""
    text = io.StringIO()
    csv.writer(text).writerows([table.keys(), table.values()])
    (citation,) = loads(text.getvalue(), "csv", report=Report())
    return citation


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("IEEE Conferences", "paper-conference"),
        ("IET Journals", "article-journal"),
        ("Early Access Articles", "article-journal"),
        ("IEEE Standards", "standard"),
        ("Wiley-IEEE Press eBook Chapters", "chapter"),
        ("Living reference work entry", "entry-encyclopedia"),
    ],
)
def test_sections_of_databases(word: str, kind: str) -> None:
    """A section of IEEE Xplore or of Springer says what its publications are, whoever has published them."""
    assert kind == row(**{"Publication Title": "Shelf", "Document Identifier": word}).type


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        ({"pages": "559-61"}, {"page": "559-561"}),
        ({"start page": "559", "end page": "61"}, {"page": "559-561"}),
        ({"start page": "7", "end page": ""}, {"page": "7"}),
        ({"pages": "12-15", "start page": "12", "end page": "15"}, {"page": "12-15"}),
        ({"journal": "J", "pages": "e0251"}, {"type": "article-journal", "number": "e0251", "container_title": "J"}),
        ({"doi": "https://doi.org/10.5555/x"}, {"doi": "10.5555/x"}),
        ({"doi": "https://doi-org.proxy.example.edu/10.5555/x"}, {"doi": "10.5555/x"}),
        ({"DOI": "doi:10.5555/x"}, {"doi": "10.5555/x"}),
        ({"pmcid": "9000001"}, {"pmcid": "PMC9000001"}),
        ({"pmcid": "9000001.0"}, {"pmcid": "PMC9000001"}),
        ({"pmcid": "Annals of Tides"}, {"extra": (("csv:pmcid", "Annals of Tides"),)}),
        (
            {"Authors/Creators": "Lind, Per and Wei, R."},
            {"author": (Name(family="Lind", given="Per"), Name(family="Wei", given="R"))},
        ),
        ({"ISSN": "12345679; 2345-6781"}, {"issn": (Issn(value="1234-5679"), Issn(value="2345-6781"))}),
        (
            {"ISSN": "1234-5679 (electronic),2345-6781"},
            {"issn": (Issn(value="1234-5679", kind="electronic"), Issn(value="2345-6781"))},
        ),
        (
            {"ISSN": "1234-5679", "eISSN": "2345-678X"},
            {"issn": (Issn(value="1234-5679"), Issn(value="2345-678X", kind="electronic"))},
        ),
        ({"ISSN": "none"}, {"extra": (("csv:ISSN", "none"),)}),
        ({"keywords": "a; b, c"}, {"keyword": (Keyword(text="a"), Keyword(text="b, c"))}),
        ({"keywords": "a, b"}, {"keyword": (Keyword(text="a"), Keyword(text="b"))}),
        ({"language": "English; French"}, {"language": ("en", "fr")}),
        (
            {"mesh terms": "Dogs/*genetics; *Humans"},
            {
                "subjects": (
                    Subject(term="Dogs", qualifiers=(Qualifier(term="genetics", major=True),)),
                    Subject(term="Humans", major=True),
                )
            },
        ),
        (
            {"CAS Registry Numbers": "phosphate (14066-19-4, 14265-44-2), water (7732-18-5)"},
            {
                "chemicals": (
                    Chemical(name="phosphate", registry_number="14066-19-4, 14265-44-2"),
                    Chemical(name="water", registry_number="7732-18-5"),
                )
            },
        ),
        ({"funding": "A Fund; Another"}, {"grants": (Grant(agency="A Fund"), Grant(agency="Another"))}),
        ({"number": "3"}, {"issue": "3"}),
        ({"number": "R-3", "issue": "2"}, {"issue": "2", "number": "R-3"}),
        (
            {"Zeitschrift": "J", "Jahr": "2021"},
            {"type": "article-journal", "container_title": "J", "issued": Date(year=2021)},
        ),
        ({"Lens ID": "000-1"}, {"identifiers": (Identifier(kind="lens", value="000-1"),)}),
        ({"display_name": "T"}, {}),
        ({"display_name": "Other"}, {"extra": (("csv:display_name", "Other"),)}),
        ({"Shelf Mark": "B 12"}, {"annote": "Shelf Mark: B 12"}),
        ({"ID": "12", "": "3"}, {"annote": "column 3: 3", "identifiers": (Identifier(kind="record", value="12"),)}),
        (
            {"File Attachments": "C:\\a.pdf; /home/b.html", "Link Attachments": "https://a.example"},
            {
                "identifiers": (
                    Identifier(kind="pdf-url", value="C:\\a.pdf"),
                    Identifier(kind="pdf-url", value="/home/b.html"),
                    Identifier(kind="url", value="https://a.example"),
                )
            },
        ),
        (
            {"URL": "https://a.example", "Link": "https://b.example"},
            {"url": "https://a.example", "identifiers": (Identifier(kind="url", value="https://b.example"),)},
        ),
        (
            {"References": "Lind P., Tides, (2001); Wei R., Shelves, (2002)"},
            {
                "related": (
                    Related(kind="cites", citation="Lind P., Tides, (2001)"),
                    Related(kind="cites", citation="Wei R., Shelves, (2002)"),
                )
            },
        ),
        (
            {"referenced_works": "https://openalex.org/W1234|https://openalex.org/W1235"},
            {
                "related": tuple(
                    Related(kind="cites", identifiers=(Identifier(kind="openalex", value=each),))
                    for each in ("W1234", "W1235")
                )
            },
        ),
        (
            {"Author 1": "Per Lind", "Author 2": "Rong Wei", "Author 3": "NA", "volume": "nan"},
            {"author": (Name(family="Lind", given="Per"), Name(family="Wei", given="Rong"))},
        ),
        (
            {"authors": "[{'name': 'P. Lind', 'affiliation': 'Shelf \\'College'}, {'name': \"R. O'Wei\"}]"},
            {
                "author": (
                    Name(family="Lind", given="P", affiliations=(Affiliation(text="Shelf \\'College"),)),
                    Name(family="O'Wei", given="R"),
                )
            },
        ),
        (
            {"authors": "- Lind, Per\n- Wei, Rong\n- Tide Group"},
            {
                "author": (
                    Name(family="Lind", given="Per"),
                    Name(family="Wei", given="Rong"),
                    Name(literal="Tide Group"),
                )
            },
        ),
        (
            {"authors": "Marie PETIT; Anna Éva ROUX; Ek AB"},
            {
                "author": (
                    Name(family="PETIT", given="Marie"),
                    Name(family="ROUX", given="Anna Éva"),
                    Name(family="Ek", given="A B"),
                )
            },
        ),
        (
            {"authors": "Vieira LMSMA; Costa LMSA"},
            {"author": (Name(family="Vieira", given="L M S M A"), Name(family="Costa", given="L M S A"))},
        ),
        ({"PD": "05", "PY": "2020"}, {"issued": Date(year=2020, month=5)}),
        ({"Release Date": "live", "Year": "2020"}, {"issued": Date(year=2020, literal="live")}),
        (
            {"issn": "1234-5679 (Electronic) 2345-6784 (Print) 2345-6784 (Linking)"},
            {"issn": (Issn(value="1234-5679", kind="electronic"), Issn(value="2345-6784", kind="print"))},
        ),
        (
            {"issn": "1234-5679 and 2345-6784"},
            {"issn": (Issn(value="1234-5679"), Issn(value="2345-6784"))},
        ),
        ({"issue": "24", "number": "24", "pages": "3-9"}, {"issue": "24", "page": "3-9"}),
        (
            {"volume": "52.0", "issue": "2.0", "start page": "7.0", "end page": "9.0"},
            {"volume": "52", "issue": "2", "page": "7-9"},
        ),
        ({"type": "article", "pages": "336-350+380"}, {"type": "article-journal", "page": "336-350+380"}),
        ({"issue": "24", "number": "7", "pages": "3-9"}, {"issue": "24", "number": "7", "page": "3-9"}),
        (
            {"date added": "4/7/2022 14:48"},
            {"history": (Event(kind="record-created", date=Date(year=2022, literal="4/7/2022 14:48")),)},
        ),
        (
            {"access date": "2022-03-27 23:32:14"},
            {"accessed": Date(year=2022, month=3, day=27, literal="2022-03-27 23:32:14")},
        ),
        ({"access date": "2022-03-27"}, {"accessed": Date(year=2022, month=3, day=27)}),
        ({"is_retracted": "False"}, {"annote": "is_retracted: False"}),
        ({"is_retracted": "True"}, {"status": "retracted"}),
        ({"item type": "Conference Paper"}, {"type": "paper-conference", "publication_types": ("Conference Paper",)}),
        ({"type": "article"}, {"type": "article-journal"}),
        ({"isbn": "978-3-16-148410-0"}, {"type": "book", "isbn": ("978-3-16-148410-0",)}),
        (
            {"created date": "2023-01-02"},
            {"history": (Event(kind="record-created", date=Date(year=2023, month=1, day=2)),)},
        ),
    ],
    ids=str,
)
def test_cells(cells: dict[str, str], fields: dict[str, Any]) -> None:
    """A cell goes to the field of its column; what it cannot hold is kept."""
    assert Citation(**{"title": "T", **fields}) == row_of({"title": "T", **cells})


def test_pmids_that_became_numbers() -> None:
    """A PMID that a spreadsheet or pandas made a number is itself again; one that lost digits is kept as it stands."""
    assert "31234567" == row(PMID="31234567.0").pmid
    assert "31234567" == row(PMID="3.1234567E+07").pmid
    assert ("", (("csv:PMID", "3.12E+07"),)) == ((lost := row(PMID="3.12E+07")).pmid, lost.extra)


def test_books_of_pubmed() -> None:
    """PubMed's source line of a chapter names its book, that of a book where it appeared."""
    line = "2006 Apr 18 [updated 2025 Aug 14]. In: Ek B, editor. MossReviews [Internet]. Umeå (SE): Moss; 2023."
    chapter = row_of({"PMID": "90000001", "Title": "Moss", "Citation": line, "Journal/Book": "MossReviews"})
    line = "Umeå (SE): Moss; 2019 Jun."
    book = row_of({"PMID": "90000002", "Title": "Lichens [Internet].", "Citation": line, "Journal/Book": ""})

    assert ("chapter", "MossReviews", "") == (chapter.type, chapter.container_title, chapter.container_title_short)
    assert (Name(family="Ek", given="B"),) == chapter.editor
    assert ("book", "Lichens", "Internet", "Moss") == (book.type, book.title, book.medium, book.publisher)
    assert Date(year=2019, month=6) == book.issued


# -- what databases say beside the citation


def test_counts_are_the_annotation() -> None:
    """Columns that count, known or called so, stand with their names in the annotation, in their order."""
    citation = row_of({"title": "T", "Cited by": "3", "Open Access": "All Open Access; Gold", "Patent Count": "0"})

    assert citation.annote == "Cited by: 3; Open Access: All Open Access; Gold; Patent Count: 0"
    assert not citation.extra


def test_publication_stage() -> None:
    """What is not final has a status."""
    assert row_of({"title": "T", "Publication Stage": "Article in Press"}).status == "Article in Press"
    assert row_of({"title": "T", "Publication Stage": "Final"}).annote == "Publication Stage: Final"


def test_grants_with_numbers() -> None:
    """Scopus has acronyms, and numbers behind a colon or in parentheses, the Web of Science numbers in brackets."""
    scopus = row_of({"title": "T", "Funding Details": "Fund of the Sea, FS, (12, 34); Other Fund, OF; Third, T3: 5"})
    wos = row_of({"title": "T", "Funding Orgs": "Fund of the Sea [12, 34]; Other Fund"})

    assert scopus.grants == (
        Grant(agency="Fund of the Sea", acronym="FS", number="12"),
        Grant(agency="Fund of the Sea", acronym="FS", number="34"),
        Grant(agency="Other Fund", acronym="OF"),
        Grant(agency="Third, T3", number="5"),
    )
    assert wos.grants == (
        Grant(agency="Fund of the Sea", number="12"),
        Grant(agency="Fund of the Sea", number="34"),
        Grant(agency="Other Fund"),
    )


def test_sequences_and_sponsors() -> None:
    """Accession numbers belong to their bank; sponsors are organizers."""
    row = {"title": "T", "Molecular Sequence Numbers": "GENBANK: AB1, AB2; PDB: 1ABC", "Sponsors": "IEEE; Tide Society"}
    citation = row_of(row)

    assert citation.databanks == (
        Databank(name="GENBANK", accession_numbers=("AB1", "AB2")),
        Databank(name="PDB", accession_numbers=("1ABC",)),
    )
    assert [name.literal for name in citation.organizer] == ["IEEE", "Tide Society"]


def test_names_of_columns_in_one_word() -> None:
    """``PublicationYear`` is the publication year, and an underscore a blank."""
    citation = row_of({"Title": "T", "PublicationYear": "2020", "first_authors": "['Lind, Per', 'Wei, Rong']"})

    assert citation.issued == Date(year=2020)
    assert [name.family for name in citation.author] == ["Lind", "Wei"]


def test_lists_as_programs_write_them() -> None:
    """Python's and JSON's lists are lists; commas in parentheses part nothing."""
    citation = row_of({"title": "T", "keywords": """["tides, high", 'shelf']"""})
    odd = row_of({"title": "T", "keywords": "[tides], shelf"})
    terms = row_of({"title": "T", "keywords": "cyst (diagnosis, surgery), human"})

    assert [each.text for each in citation.keyword] == ["tides, high", "shelf"]
    assert [each.text for each in odd.keyword] == ["[tides], shelf"]
    assert [each.text for each in terms.keyword] == ["cyst (diagnosis, surgery)", "human"]


def test_embase_without_columns_for_the_source() -> None:
    """A short export of Embase has journal, year and pages in one line, and addresses before their names."""
    citation = row_of(
        {
            "Title": "T",
            "Author Names": "Lind P.A., Wei R.",
            "Author Addresses": "(Lind P.A., lind@example.org; Wei R.) North Coll. , (Wei R.) South Coll, Norway.",
            "Correspondence Address": "P.A. Lind, North Coll. Email: lind@example.org",
            "Source": "Tide Notes (2014) 3:4 (152-60). Date of Publication: 25 Aug 2014",
            "Open URL Link": "https://example.org/link",
        }
    )

    assert (citation.container_title, citation.volume, citation.issue) == ("Tide Notes", "3", "4")
    assert (citation.page, citation.issued) == ("152-160", Date(year=2014, month=8, day=25))
    assert [[place.text for place in name.affiliations] for name in citation.author] == [
        ["North Coll"],
        ["North Coll", "South Coll, Norway"],
    ]
    assert citation.author[0].corresponding
    assert citation.author[0].email == "lind@example.org"
    assert not citation.extra


def test_covidence() -> None:
    """Covidence's columns are known."""
    (citation,) = loads(
        "Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,"
        'Covidence #,Study,Notes,Tags\nTides,"Lind, P; Wei, R.",Water rises.,2020,Jan,Shelf,1,2,3-9,777,10.5555/1,4,'
        "#101,Lind 2020,Exclusion reason: none;,tag1; tag2\n"
    )

    assert Date(year=2020, month=1) == citation.issued
    assert {("accession", "777"), ("record", "4"), ("record", "#101")} == {
        (each.kind, each.value) for each in citation.identifiers
    }
    assert ("Study: Lind 2020", ("Exclusion reason: none;",), ()) == (citation.annote, citation.note, citation.extra)


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"volume": "99 (4 Supplement)"}, ("99", "4 Supplement")),
        ({"volume": "99(SUPPL 1)"}, ("99", "SUPPL 1")),
        ({"volume": "99 (4)", "issue": "5"}, ("99 (4)", "5")),
        ({"volume": "99 (Series B) 4"}, ("99 (Series B) 4", "")),
        ({"volume": "99 (no pagination)"}, ("99 (no pagination)", "")),
        ({"volume": "99 (2021)"}, ("99 (2021)", "")),
    ],
)
def test_an_issue_behind_the_volume(cells: dict[str, str], place: tuple[str, str]) -> None:
    """Embase has both in one, and Covidence takes it for the volume."""
    citation = row_of({"title": "T", "journal": "J", **cells})
    assert place == (citation.volume, citation.issue)


def test_eppi_reviewer() -> None:
    """EPPI-Reviewer's columns are known."""
    (citation,) = loads(
        "ItemId,Title,Authors,ParentTitle,ShortTitle,Year,Month,StandardNumber,TypeName,Volume,Issue,Pages,DOI\n"
        'I7,Tides,"Lind P; Wei R",Shelf,Lind (2020),2020,May,1234-5679,"Journal, Article",1,2,3-9,10.5555/1\n',
        report=Report(),
    )

    assert ("Shelf", "Lind (2020)", "2020-5") == (
        citation.container_title,
        citation.title_short,
        f"{citation.issued.year}-{citation.issued.month}",
    )
    assert ("1234-5679",) == tuple([issn.value for issn in citation.issn])


@pytest.mark.parametrize(
    ("pages", "meant"),
    [
        ("9-Dec", "9-12"),
        ("Dec-09", "12-9"),
        ("9. Dez", "9-12"),
        ("12/09/2024", "12-9 or 9-12"),
        ("2024-12-09", "12-9 or 9-12"),
        ("2024-12-09 00:00:00", "12-9 or 9-12"),
    ],
)
def test_pages_that_a_spreadsheet_made_a_date(pages: str, meant: str) -> None:
    """They are kept, no article numbers, and told of."""
    report = Report()
    (citation,) = loads(f"title,journal,pages\nT,Shelf,{pages}\n", "csv", report=report)

    assert (pages, "") == (citation.page, citation.number)
    (tally,) = report.tallies.values()
    assert f"page {pages}: a spreadsheet may have made a date of {meant}" == tally.first.message


@pytest.mark.parametrize("pages", ["9-12", "S9-S12", "e12", "9-12, 14", "xi-xv", "1204-9", "2020-2024", "1 January"])
def test_pages_that_are_none(pages: str) -> None:
    """Usual pages are no dates."""
    report = Report()
    loads(f'title,journal,pages\nT,Shelf,"{pages}"\n', "csv", report=report)

    assert not report.tallies


@pytest.mark.parametrize("column", ["Authors", "Abstract"])
@pytest.mark.parametrize("cell", ["Anonymous", "[Anonymous]", "[No author name available]", "[No abstract available]"])
def test_what_stands_for_nobody_and_nothing(cell: str, column: str) -> None:
    """A word for that there is none is no author and no abstract."""
    (citation,) = loads(f"Title,{column}\nT,{cell}\n", "csv", report=Report())

    assert Citation(title="T", extra=((f"csv:{column}", cell),)) == citation


@pytest.mark.parametrize(
    "head",
    [
        "Titel;Autoren;Jahr;Zeitschrift;Entscheidung",
        "Titre;Auteurs;Année;Revue;Remarque",
        "Título;Autores;Año;Revista;Nota",
        "Titulo;Autores;Ano;Revista;Nota",
        "Titolo;Autori;Anno;Rivista;Nota",
        "title;Autoren;Jahr;Zeitschrift;x",
        "Jahr;Titel;x;y;z",
    ],
)
def test_headers_in_other_languages_are_recognised(head: str) -> None:
    """A file with one is known for a table without being told."""
    (citation,) = loads(f"{head}\nA;B;C;D;E\n", report=Report())

    assert citation.title in ("A", "B")


@pytest.mark.parametrize("head", ["Titel;Farbe", "Autoren;Farbe", "Der Titel, die Autoren", "Titel"])
def test_other_headers_are_not(head: str) -> None:
    """Less than a title and one more column is no table of references."""
    with pytest.raises(DetectionError):
        loads(f"{head}\nA;B\n", report=Report())


@pytest.mark.parametrize(
    ("cells", "issue"),
    [({"Vol.": "3", "No.": "7"}, "7"), ({"No.": "7"}, ""), ({"No.": "7", "Volume": "3", "Issue": "2"}, "2")],
)
def test_numbers_of_rows(cells: dict[str, str], issue: str) -> None:
    """``No.`` is an issue beside a volume, where no other column is one; else somebody has numbered the rows."""
    citation = row_of({"title": "T", **cells})

    assert citation.issue == issue
    assert citation.identifiers == (() if issue == "7" else (Identifier(kind="record", value="7"),))


def test_a_table_with_chinese_columns() -> None:
    """Types, conferences and numbers of articles are found by their Chinese names, too."""
    citation = row_of(
        {"标题": "T", "类型": "inproceedings", "会议": "Proc. Tides", "页数": "12", "文章号": "A7", "出版商": "P"}
    )

    assert (citation.type, citation.event_title, citation.number_of_pages) == ("paper-conference", "Proc. Tides", "12")
    assert (citation.number, citation.publisher) == ("A7", "P")


@pytest.mark.parametrize(
    ("cell", "issns", "isbns"),
    [
        ("1234-5679 and 2345-678X", ["1234-5679", "2345-678X"], ()),
        ("12345679 2345678X", ["1234-5679", "2345-678X"], ()),
        ("9783161484100; 0-08-044195-5", [], ("9783161484100", "0-08-044195-5")),
        ("1234-5679; 9783161484100", [], ("1234-5679", "9783161484100")),
    ],
)
def test_issns_in_the_column_for_isbns(cell: str, issns: list[str], isbns: tuple[str, ...]) -> None:
    """EndNote has one field for both; a cell of both stays as it is."""
    found = row(title="T", isbn=cell)

    assert (issns, isbns) == ([each.value for each in found.issn], found.isbn)


def test_pubmeds_location_in_the_column_for_the_doi() -> None:
    """The publisher's number stands before it, as E-utilities have both in one field."""
    found = row(title="T", doi="pii: S0140-1. doi: 10.5555/tides.1")

    assert ("S0140-1", "10.5555/tides.1", ()) == (found.pii, found.doi, found.extra)


@pytest.mark.parametrize(
    ("cell", "issn"),
    [("3003930", "0300-3930"), ("401625.0", "0040-1625"), ("925753X", ""), ("3003931", ""), ("2021", "")],
)
def test_issn_without_its_zeros(cell: str, issn: str) -> None:
    """A spreadsheet takes the zeros off an ISSN that it takes for a number; the check digit tells what was one."""
    (citation,) = loads(f"Title,Journal,ISSN\nT,J,{cell}\n", "csv")
    assert [each.value for each in citation.issn] == ([issn] if issn else [])
    assert citation.extra == (() if issn else (("csv:ISSN", cell),))


def test_columns_of_reviewers() -> None:
    """Where a title and an author have columns, the others may be somebody's own, as many as there are."""
    own = [f"Question {number}" for number in range(20)]
    header = ",".join(["Title", "Lead author", *own])
    (citation,) = loads(f"{header}\nTides,Lind,{','.join(own)}\n", "csv")
    assert (citation.title, citation.author[0].literal, citation.extra) == ("Tides", "Lind", ())
    assert "Question 19: Question 19" in citation.annote


@pytest.mark.parametrize(
    ("cell", "issns", "isbns", "short"),
    [
        ("1234-5679 2345-678X J9 - J TIDES", ["1234-5679", "2345-678X"], [], "J TIDES"),
        ("978-0-00-000000-2", [], ["978-0-00-000000-2"], ""),
        ("1234-5679 978-0-00-000000-2, 9780000000019", ["1234-5679"], ["978-0-00-000000-2", "9780000000019"], ""),
    ],
)
def test_what_stands_with_issns(cell: str, issns: list[str], isbns: list[str], short: str) -> None:
    """Rayyan has ISBNs among the ISSNs, and the Web of Science's abbreviation behind them."""
    (citation,) = loads(f'Title,Journal,ISSN\nT,J,"{cell}"\n', "csv")
    assert [each.value for each in citation.issn] == issns
    assert (list(citation.isbn), citation.container_title_short, citation.extra) == (isbns, short, ())


def test_several_addresses_in_a_cell() -> None:
    """Rayyan has nothing between them, others a semicolon; one within another is part of it."""
    one, other = "https://example.org/x?id=L1&from=export", "https://example.org/?to=https://example.net/1"
    (citation,) = loads(f"Title,DOI,URL\nT,10.1000/1,{one}{other}; https://example.org/3\n", "csv")
    assert citation.url == one
    assert [each.value for each in citation.identifiers] == [other, "https://example.org/3"]


@pytest.mark.parametrize(
    ("cell", "doi", "beside"),
    [
        ("10.1000/a; 10.1000/a", "10.1000/a", {}),
        ("doi.org/10.1000/a", "10.1000/a", {}),
        ("DOI 10.1000/a", "10.1000/a", {}),
        ("https:// doi. org/ 10. 1000/ a", "10.1000/a", {}),
        ("10.1000/a Tides and more", "10.1000/a Tides and more", {}),
        ("https://doi.org/10/abc", "10/abc", {}),
        ("https://example.org/a", "", {"url": "https://example.org/a"}),
        ("S0000-0000(21)00001-7", "", {"pii": "S0000-0000(21)00001-7"}),
        ("unavailable", "", {"extra": (("csv:DOI", "unavailable"),)}),
        ("-", "", {}),
    ],
)
def test_what_stands_in_the_place_of_a_doi(cell: str, doi: str, beside: dict[str, Any]) -> None:
    """A cell for a DOI may hold it twice, without the scheme of its address, or something else."""
    (citation,) = loads(f"Title,DOI\nT,{cell}\n", "csv")
    assert citation == Citation(title="T", doi=doi, **beside)


def test_doi_in_the_place_of_an_address() -> None:
    """A bare DOI in a column of addresses is the DOI; one that says what the column of DOIs says is nothing new."""
    first, second = loads("Title,DOI,Link\nT,,10.1000/a\nU,10.1000/b,10.1000/b\n", "csv")
    assert (first, second) == (Citation(title="T", doi="10.1000/a"), Citation(title="U", doi="10.1000/b"))


@pytest.mark.parametrize(
    ("cell", "beside"),
    [
        ("341-346 vol.2", {"page": "341-346", "volume": "2"}),
        ("7 pp.", {"number_of_pages": "7"}),
        ("56 p.", {"number_of_pages": "56"}),
        ("7p", {"number_of_pages": "7"}),
    ],
)
def test_what_stands_with_pages(cell: str, beside: dict[str, str]) -> None:
    """IEEE has the volume behind the pages, and others the number of pages in their place."""
    (citation,) = loads(f"Title,Pages\nT,{cell}\n", "csv")
    assert citation == Citation(title="T", **beside)


def test_keywords_parted_by_and() -> None:
    """R's packages for reviews have "and" between keywords; one or two are a keyword's own."""
    cells = ["shelves and salt and surveys by boat and tides", "research and development", "salt and light; tides"]
    read = loads("Title,Author,Keywords\n" + "".join([f"T,Lind,{cell}\n" for cell in cells]), "csv")
    assert [[keyword.text for keyword in citation.keyword] for citation in read] == [
        ["shelves", "salt", "surveys by boat", "tides"],
        ["research and development"],
        ["salt and light", "tides"],
    ]


def test_signs_as_r_writes_them() -> None:
    """R writes by its number what Windows' encoding lacks; what is no number of a sign stays."""
    (citation,) = loads("Title,Author\n<U+FEFF>Tide<U+2011>bound <U+D800> <U+00201>,Lind\n", "csv")
    assert citation.title == "Tide\u2011bound <U+D800> <U+00201>"


def test_columns_of_medlines_elements() -> None:
    """Tables with the names that NLM gives to MEDLINE's elements have full names beside short ones."""
    (citation,) = loads(
        "PMID,Title,Author(s),Author(s) Full Name,Journal Title Abbreviation,Journal Title,Entrez Date\n"
        '90000001,T,Lind P||Wei R,"Lind, Per||Wei, Rong",J Tides,Journal of Tides,2021/06/19 06:00\n',
        "csv",
    )
    assert citation == Citation(
        type="article-journal",
        pmid="90000001",
        title="T",
        author=(Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")),
        container_title="Journal of Tides",
        container_title_short="J Tides",
        history=(Event(kind="entrez", date=Date(year=2021, month=6, day=19), time="06:00"),),
    )


def test_keywords_in_lines() -> None:
    """Keywords may stand a line each; where other signs part them, a line end is a blank."""
    first, second = loads('Title,Author,Keywords\nT,Lind,"fish\n\nshelf life\n"\nT,Lind,"fish, shelf\nlife"\n', "csv")
    assert [keyword.text for keyword in first.keyword] == ["fish", "shelf life"]
    assert [keyword.text for keyword in second.keyword] == ["fish", "shelf life"]


def test_pmcid_in_the_place_of_a_pmid() -> None:
    """A number of PubMed Central in a column of PMIDs is what it is."""
    (citation,) = loads("PMID,Title\nPMC9000001,T\n", "csv")
    assert (citation.pmid, citation.pmcid, citation.extra) == ("", "PMC9000001", ())


def test_numbers_of_openalex() -> None:
    """A number with OpenAlex's address is OpenAlex's, whatever its column is called; another is somebody's own."""
    first, second = loads("id,title,doi\nhttps://openalex.org/W1,T,\nW2,U,\n", "csv")
    assert first.identifiers == (Identifier(kind="openalex", value="W1"),)
    assert second.identifiers == (Identifier(kind="record", value="W2"),)


def test_brackets_of_bibtex() -> None:
    """Tables made of the Web of Science's BibTeX have its brackets in braces."""
    (citation,) = loads("title,author\nFish (Piscis {[}Mare] parvus),Lind\n", "csv")
    assert citation.title == "Fish (Piscis [Mare] parvus)"
