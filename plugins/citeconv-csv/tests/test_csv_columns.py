"""How the cells of a column are read, whichever program wrote it."""

from __future__ import annotations

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
from csv_rows import row, row_of

SAMPLES = Path(__file__).parent / "samples"


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
                    Name(family="Lind", given="P", affiliations=(Affiliation(text="Shelf 'College"),)),
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
            {"volume": "52.0", "issue": "2.0", "start page": "7.0", "end page": "9.0", "number of pages": "3.0"},
            {"volume": "52", "issue": "2", "page": "7-9", "number_of_pages": "3"},
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
        (
            {"access date": "27/03/2022 6:14"},
            {"accessed": Date(year=2022, month=3, day=27, literal="27/03/2022 6:14")},
        ),
        (
            {"date added": "2022-03-27T06:14:05"},
            {"history": (Event(kind="record-created", date=Date(year=2022, month=3, day=27), time="06:14:05"),)},
        ),
        (
            {"date added": "27/03/2022 6:14"},
            {"history": (Event(kind="record-created", date=Date(year=2022, month=3, day=27), time="06:14"),)},
        ),
        ({"status": "ACCEPTED"}, {"annote": "status: ACCEPTED"}),
        ({"status": "Accepted"}, {"status": "Accepted"}),
        ({"date_early_access": "DEC 2019"}, {"available_date": Date(year=2019, month=12)}),
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


@pytest.mark.parametrize("column", ["Authors", "Abstract"])
@pytest.mark.parametrize("cell", ["Anonymous", "[Anonymous]", "[No author name available]", "[No abstract available]"])
def test_what_stands_for_nobody_and_nothing(cell: str, column: str) -> None:
    """A word for that there is none is no author and no abstract."""
    (citation,) = loads(f"Title,{column}\nT,{cell}\n", "csv", report=Report())

    assert Citation(title="T", extra=((f"csv:{column}", cell),)) == citation


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


def test_tables_of_bibtex() -> None:
    """Where columns have BibTeX's own names, cells hold its braces and commands; elsewhere braces are real."""
    title, header = "{N}usa: {KODIS} of {\\%}{'}", "title,booktitle,abstract"
    (citation,) = loads(f"{header}\n{title},Talks {{V}}iews,a {{\\&}} b\n", "csv")
    assert (citation.title, citation.container_title) == ("Nusa: KODIS of %'", "Talks Views")
    assert citation.abstract[0].paragraphs == ("a & b",)
    (citation,) = loads("title,journal\n{Mo132} and {V18},J Chem\n", "csv")
    assert citation.title == "{Mo132} and {V18}"


def test_signs_that_programs_escape() -> None:
    """Tables that bibliometrix and others make of BibTeX keep the backslashes before signs; paths have others."""
    header = "Title,Journal,Abstract,DOI,Publisher,Notes"
    row = r"Tides \& shelves,Salt \& Sea,In 41 \% of \#tides,10.5555/978-1\_2,Shelf \& Sons,C:\Shelf\a_b"
    (citation,) = loads(f"{header}\n{row}\n", "csv")
    assert (citation.title, citation.container_title, citation.publisher) == (
        "Tides & shelves",
        "Salt & Sea",
        "Shelf & Sons",
    )
    assert citation.abstract[0].paragraphs == ("In 41 % of #tides",)
    assert (citation.doi, citation.note) == ("10.5555/978-1_2", ("C:\\Shelf\\a_b",))


def test_brackets_of_bibtex() -> None:
    """Tables made of the Web of Science's BibTeX have its brackets in braces."""
    (citation,) = loads("title,author\nFish (Piscis {[}Mare] parvus),Lind\n", "csv")
    assert citation.title == "Fish (Piscis [Mare] parvus)"


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"location": "Shelf Bay"}, "annote", "location: Shelf Bay"),
        ({"location": "Shelf Bay", "publisher": "Tides"}, "publisher_place", "Shelf Bay"),
        ({"source": "Lens search"}, "source", "Lens search"),
        ({"source": "Lens Review"}, "container_title", "Lens Review"),
        ({"abbrev_source_title": "Tid. Res."}, "container_title_short", "Tid. Res."),
        ({"source": "TIDES", "journal": "Tides"}, "source", ""),
        ({"source": "WoS", "journal": "Tides"}, "source", "WoS"),
        ({"source": "TIDES", "journal": "NA", "volume": "2"}, "container_title", "TIDES"),
        ({"source": "Scopus", "journal": "NA", "volume": "2"}, "container_title", ""),
        ({"data source": "Web of Science"}, "source", "Web of Science"),
        ({"data source": "Two wards"}, "annote", "data source: Two wards"),
        ({"category": "Review"}, "publication_types", ("Review",)),
        ({"category": "Tides"}, "categories", ("Tides",)),
        ({"funding": "1"}, "annote", "funding: 1"),
        ({"abstract": "Yes"}, "annote", "abstract: Yes"),
        ({"link": "View Full Record in Web of Science"}, "annote", "link: View Full Record in Web of Science"),
        ({"year_wos": "2020"}, "issued", Date(year=2020)),
        ({"journal.x": "Tides"}, "container_title", "Tides"),
        ({"issn_array": "['1234-5679', '2345-678X']"}, "issn", (Issn(value="1234-5679"), Issn(value="2345-678X"))),
        (
            {"mag id": "1682031929; 1901430638"},
            "identifiers",
            tuple(Identifier(kind="mag", value=each) for each in ("1682031929", "1901430638")),
        ),
        ({"conference location": "North BayNorth Bay"}, "event_place", "North Bay"),
        ({"keywords": "tides##shelf"}, "keyword", (Keyword(text="tides"), Keyword(text="shelf"))),
        ({"subjects": "Tides //Shelf "}, "categories", ("Tides", "Shelf")),
    ],
)
def test_columns_whose_cells_tell(cells: dict[str, str], field: str, value: object) -> None:
    """Words that may mean two things are told by the cell, or by the other columns."""
    citation = row_of({"title": "T", **cells})
    assert getattr(citation, field) == value
    assert not citation.extra


def test_people_as_objects_of_crossref() -> None:
    """Given and family names may stand apart, and ``None`` for what is not known."""
    cell = (
        "[{'given': 'Per', 'orcid': '0000-0002-2345-678X', 'family': 'Lind', 'affiliation': None}, {'family': 'Wei'}]"
    )
    first, second = row(authors=cell).author
    assert (first.family, first.given, first.orcid) == ("Lind", "Per", "0000-0002-2345-678X")
    assert "Wei" in (second.family, second.literal)


def test_columns_of_endnote() -> None:
    """EndNote's names for people and titles of a second and third order are those of a book and its series."""
    (citation,) = loads(
        "Reference Type\tAuthor\tTitle\tSecondary Author\tSecondary Title\tTertiary Author\tTertiary Title\tISBN/ISSN\n"
        "Book Section\tLind, Per\tTides\tWei, Rong\tShelf\tRoe, Ana\tCoasts\t978-3-16-148410-0\n",
        "tsv",
    )

    assert (Name(family="Wei", given="Rong"),) == citation.editor
    assert (Name(family="Roe", given="Ana"),) == citation.collection_editor
    assert ("chapter", "Shelf", "Coasts") == (citation.type, citation.container_title, citation.collection_title)
    assert ("978-3-16-148410-0",) == citation.isbn


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        (
            {"Title": "T", "Source title": "Notes in Tides", "Anthology title": "Shelf", "Publication Type": "Chapter"},
            {"type": "chapter", "container_title": "Shelf", "collection_title": "Notes in Tides"},
        ),
        ({"Title": "T", "Source title": "T", "Document Type": "Book"}, {"type": "book", "container_title": ""}),
        ({"Title": "T", "Publication": "2020 Conference on Tides (COT)"}, {"type": "paper-conference"}),
        ({"Title": "T", "Publication": "Proceedings of the Tidal Academy"}, {"type": "article-journal"}),
        ({"Title": "T", "Publication": "Proceedings of the 3rd Tidal …"}, {"type": "paper-conference"}),
        ({"Title": "T", "Journal": "Meeting Point", "Volume": "1"}, {"type": "article-journal"}),
        ({"Title": "T", "Publication": "arXiv preprint arXiv:2001.00001"}, {"type": "article"}),
        ({"Title": "T", "Type": "report", "Number": "7"}, {"number": "7", "issue": ""}),
        ({"Title": "T", "Publication Date": "May2019"}, {"issued": Date(year=2019, month=5)}),
        ({"Title": "T", "ISBN": "978-3-16-148410-0 3-16-148410-X"}, {"isbn": ("978-3-16-148410-0", "3-16-148410-X")}),
        ({"Title": "T", "Pages": "pp. 12-24"}, {"page": "12-24"}),
        ({"Title": "T", "Publisher": "P", "Address": "North"}, {"publisher_place": "North"}),
        ({"#": "7", "Title": "T"}, {"identifiers": (Identifier(kind="record", value="7"),)}),
        ({"Title": "T", "ISSN": "ISSN-1234-5679"}, {"issn": (Issn(value="1234-5679"),)}),
        ({"Title": "T", "Notes": "['a', 'b']"}, {"note": ("a", "b")}),
        (
            {"Title": "T", "externalIds": "{'DOI': '10.5555/1', 'PubMed': '90000001', 'CorpusId': 7}"},
            {"doi": "10.5555/1", "pmid": "90000001", "identifiers": (Identifier(kind="corpusid", value="7"),)},
        ),
        (
            {"Title": "T", "journal": "{'name': 'Tides', 'volume': '1', 'pages': '3-9'}"},
            {"container_title": "Tides", "volume": "1", "page": "3-9"},
        ),
        (
            {"Title": "T", "openAccessPdf": "{'url': 'https://example.org/1.pdf', 'status': 'GREEN'}"},
            {"identifiers": (Identifier(kind="pdf-url", value="https://example.org/1.pdf"),)},
        ),
        (
            {"Title": "T", "Source": "https://example.org/show/NCT01234567"},
            {"container_title": "", "identifiers": (Identifier(kind="url", value="https://example.org/show/NCT01234567"),)},
        ),
    ],
)  # fmt: skip
def test_what_cells_of_programs_say(cells: dict[str, str], fields: dict[str, Any]) -> None:
    """What Dimensions, Google and Semantic Scholar, EBSCO, Zotero, ERIC put into a cell has its field."""
    text = ";".join(cells) + "\n" + ";".join(cells.values()) + "\n"

    (citation,) = loads(text, "csv", report=Report())

    assert fields == {field: getattr(citation, field) for field in fields}
    assert () == citation.extra


def test_jabref() -> None:
    """JabRef's table for OpenOffice has numbers for types, and BibTeX's fields under names of its own."""
    (citation,) = loads(
        "Identifier,BibliographyType,Title,Author,Number,Year,Address,School,ReportType,Institution\n"
        'lind2020,13,Tides,"Lind, Per; Wei, Rong",7,2020,North,,Survey,Shelf Institute\n',
        "csv",
    )

    assert ("lind2020", "report", "7", "Survey") == (citation.key, citation.type, citation.number, citation.genre)
    assert ("Shelf Institute", "North") == (citation.publisher, citation.publisher_place)


def test_book_of_eppi_reviewer() -> None:
    """EPPI-Reviewer has family names first without a comma, and the editors of a book as the parent's authors."""
    (citation,) = loads(
        "ItemId,Title,Authors,ParentTitle,ParentAuthors,TypeName,City,Institution\n"
        'I7,Tides,"Lind Per ; van der Zee Hendrik ;",Shelf,"Wei Rong ;","Book, Chapter",North,Shelf College\n',
        "csv",
    )

    assert (Name(family="Lind", given="Per"), Name(family="van der Zee", given="Hendrik")) == citation.author
    assert (Name(family="Wei", given="Rong"),) == citation.editor
    assert ("chapter", "North", "Shelf College") == (citation.type, citation.publisher_place, citation.publisher)


def test_authors_of_books_in_full() -> None:
    """The Web of Science's full names of the authors of a book stand in the place of the short ones."""
    (citation,) = loads("PT\tAU\tBA\tBF\tTI\tSO\nB\tLind, P\tWei, R\tWei, Rong\tTides\tShelf\n", "tsv")

    assert (Name(family="Wei", given="Rong"),) == citation.container_author
    assert () == citation.extra


def test_authors_to_write_to_of_dimensions() -> None:
    """Dimensions names the corresponding authors with their addresses behind."""
    (citation,) = loads(
        'Title,Authors,Corresponding Authors\nT,"Lind, Per; Wei, Rong","Wei, Rong (Inst; North)"\n', "csv"
    )

    assert [False, True] == [author.corresponding for author in citation.author]


def test_tags_alone() -> None:
    """Two letters are a tag beside others; alone they are somebody's own, such as a standard error."""
    found, tagged = (
        loads("Author,Year,SE,CT\nLind P,2031,0.42,1.7\n", "csv"),
        loads("AU,TI,SE\nLind P,Salt,Sea\n", "csv"),
    )

    assert [("", "", "SE: 0.42; CT: 1.7")] == [(each.collection_title, each.event_title, each.annote) for each in found]
    assert ["Sea"] == [each.collection_title for each in tagged]


@pytest.mark.parametrize(
    ("cell", "languages"),
    [("English Spanish", ("en", "es")), ("EN", ("en",)), ("eng ger", ("en", "de")), ("Old Norse", ("Old Norse",))],
)
def test_languages_with_blanks(cell: str, languages: tuple[str, ...]) -> None:
    """Several languages may have but blanks between, and codes be capitals."""
    assert languages == row(language=cell).language
