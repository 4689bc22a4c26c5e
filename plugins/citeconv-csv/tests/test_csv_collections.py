"""What the tables of collections and of programs that ask them hold: Retraction Watch, arXiv, OpenAlex, Goodreads …"""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from citeconv import Affiliation, Citation, Date, Grant, Identifier, Issn, Name, Related, Report, loads

PER, WEI = Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")


def rows_of(*cells: dict[str, str]) -> list[Citation]:
    """Return the citations in a table whose rows are given by the names of their columns."""
    text = io.StringIO()
    writer = csv.DictWriter(text, cells[0].keys())
    writer.writeheader()
    writer.writerows(cells)
    return loads(text.getvalue(), "csv", report=Report())


RETRACTED = {
    "Record ID": "7", "Title": "Tides of the shelf", "Institution": "Institute of Tides;", "Journal": "Tides",
    "Author": "Per Lind;Rong Wei", "ArticleType": "Research Article;", "RetractionDate": "8/16/2023 0:00",
    "RetractionDOI": "10.5555/n1", "RetractionPubMedID": "0", "OriginalPaperDate": "9/2/2021 0:00",
    "OriginalPaperDOI": "10.5555/p1", "OriginalPaperPubMedID": "90000001", "RetractionNature": "Retraction",
}  # fmt: skip


def test_retraction_watch() -> None:
    """A row is the paper, with its own date and numbers, which are 0 where there are none; the notice is related."""
    other = {
        "Title": "Salt", "OriginalPaperDOI": "unavailable", "OriginalPaperPubMedID": "0",
        "RetractionPubMedID": "90000002", "RetractionDOI": "Unavailable",
    }  # fmt: skip
    concern = {**RETRACTED, **other, "RetractionNature": "Expression of concern"}
    back = {**RETRACTED, "Title": "Sea", "RetractionNature": "Reinstatement"}
    paper, doubtful, reinstated = rows_of(RETRACTED, concern, back)

    assert ([PER, WEI], Date(year=2021, month=9, day=2)) == (list(paper.author), paper.issued)
    assert ("10.5555/p1", "90000001", "retracted") == (paper.doi, paper.pmid, paper.status)
    assert (Related(kind="retraction-in", doi="10.5555/n1"),) == paper.related
    assert "Institution: Institute of Tides;; RetractionDate: 8/16/2023 0:00" == paper.annote
    assert ("", "", "") == (doubtful.doi, doubtful.pmid, doubtful.status)
    assert (Related(kind="expression-of-concern-in", pmid="90000002"),) == doubtful.related
    assert ("", ()) == (reinstated.status, reinstated.related)
    assert "RetractionNature: Reinstatement; RetractionDOI: 10.5555/n1" in reinstated.annote
    assert not paper.extra + doubtful.extra + reinstated.extra


def test_openalex_without_its_other_numbers() -> None:
    """Who exports from OpenAlex chooses the columns: it is known by its authors and its own number."""
    (work,) = rows_of({
        "id": "https://openalex.org/W9", "display_name": "Tides", "ids.pmid": "https://pubmed.ncbi.nlm.nih.gov/90000001",
        "authorships.author.display_name": "Per Lind|Rong Wei",
        "authorships.author.orcid": "https://orcid.org/0000-0002-1825-0097|",
        "funders.display_name": "Shelf Fund|Sea Fund", "primary_location.source.issn_l": "1234-5679",
    })  # fmt: skip
    assert (Identifier(kind="openalex", value="W9"),) == work.identifiers
    assert ("0000-0002-1825-0097", WEI) == (work.author[0].orcid, work.author[1])
    assert (Grant(agency="Shelf Fund"), Grant(agency="Sea Fund")) == work.grants
    assert ("90000001", (Issn(value="1234-5679", kind="linking"),)) == (work.pmid, work.issn)


def test_openalex_in_words() -> None:
    """Its site has named the columns in words since 2026, and the work by its number alone."""
    (work,) = rows_of({
        "Work ID": "W90000001", "Title": "Tides", "Author": "Per Lind|Rong Wei", "Year": "2026", "Source": "Salt",
        "Author IDs": "https://openalex.org/A1|https://openalex.org/A2", "ORCID": "https://orcid.org/0000-0002-1825-0097|",
        "DOI": "https://doi.org/10.5555/x", "Primary topic": "Sea level", "Citation count": "3",
    })  # fmt: skip
    lind, wei = work.author
    assert (Identifier(kind="openalex", value="W90000001"),) == work.identifiers
    assert ("0000-0002-1825-0097", "") == (lind.orcid, wei.orcid)
    assert [(Identifier(kind="openalex", value="A1"),), (Identifier(kind="openalex", value="A2"),)] == [
        lind.identifiers, wei.identifiers
    ]  # fmt: skip
    assert ("Salt", ("Sea level",), "Citation count: 3") == (work.container_title, work.categories, work.annote)


def test_paleobiology_database() -> None:
    """Its references have a column for each part of the first two authors, and one for all others."""
    first, second = rows_of(
        {
            "reference_no": "11", "ref_type": "occ", "author1init": "P. A.", "author1last": "Lind", "author2init": "R.",
            "author2last": "Wei", "otherauthors": "A. Roe, L. Diaz", "pubyr": "1994", "reftitle": "Tides of old seas",
            "pubtitle": "Journal of Tides", "pubcity": "", "pubvol": "12", "pubno": "3", "firstpage": "101",
            "lastpage": "120", "publication_type": "journal article",
        },
        {"author1init": "P.", "reftitle": "Salt", "pubtitle": "Tides", "pubcity": "North"},
    )  # fmt: skip
    assert ["Lind P. A.", "Wei R.", "Roe A", "Diaz L"] == [f"{name.family} {name.given}" for name in first.author]
    assert ("Tides of old seas", "Journal of Tides", "12", "3", "101-120", "article-journal") == (
        first.title, first.container_title, first.volume, first.issue, first.page, first.type
    )  # fmt: skip
    assert ((), "author1init: P.", "North") == (second.author, second.annote, second.publisher_place)


def test_easypubmed() -> None:
    """EasyPubMed has a row for each author, whose address and e-mail stand there, too."""
    (article,) = rows_of({
        "pmid": "90000001", "title": "Tides", "jabbrv": "J Tides", "journal": "Journal of Tides", "year": "2020",
        "lastname": "Lind", "firstname": "Per", "address": "Institute of Tides", "email": "lind@example.org",
    })  # fmt: skip
    place = (Affiliation(text="Institute of Tides"),)
    assert (Name(family="Lind", given="Per", affiliations=place, email="lind@example.org"),) == article.author


def test_goodreads() -> None:
    """Books: numbers stand there as formulas that are texts, all authors but the first in a column of their own."""
    first, second = rows_of(
        {
            "Book Id": "7", "Title": "Tides (Shelf, #1)", "Author": "Per     Lind", "Author l-f": "Lind, Per",
            "Additional Authors": "Rong Wei, Ana Roe", "ISBN": '="0439023483"', "ISBN13": '="9780439023481"',
            "Year Published": "2010", "Original Publication Year": "2008",
        },
        {"Title": "Salt", "Author": "Seagull", "Author l-f": "Seagull", "ISBN": '=""', "ISBN13": '=""'},
    )  # fmt: skip
    assert ("book", (PER, WEI, Name(family="Roe", given="Ana"))) == (first.type, first.author)
    assert ("0439023483", "9780439023481") == first.isbn
    assert (Date(year=2010), Date(year=2008)) == (first.issued, first.original_date)
    assert (Identifier(kind="goodreads", value="7"),) == first.identifiers
    assert ((Name(literal="Seagull"),), ()) == (second.author, second.isbn)
    assert not first.extra + second.extra


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            {
                "entry_id": "http://arxiv.org/abs/2101.00001v2", "published": "2021-01-02 17:59:59+00:00",
                "authors": "Per Lind, Rong Wei", "comment": "12 pages", "primary_category": "cs.LG",
                "pdf_url": "http://arxiv.org/pdf/2101.00001v2",
            },
            {
                "issued": Date(year=2021, month=1, day=2), "note": ("12 pages",),
                "identifiers": (
                    Identifier(kind="arxiv", value="2101.00001v2"),
                    Identifier(kind="pdf-url", value="http://arxiv.org/pdf/2101.00001v2"),
                ),
            },
        ),
        (
            {
                "id": "0704.0001", "authors": "Per Lind, Rong Wei", "report-no": "SHELF-7", "update_date": "2008-11-26",
                "versions": "[{'version': 'v1', 'created': 'Mon, 2 Apr 2007 19:18:42 GMT'}]", "authors_parsed": "[]",
            },
            {
                "issued": Date(year=2007, month=4, day=2), "number": "SHELF-7",
                "identifiers": (Identifier(kind="arxiv", value="0704.0001"),),
            },
        ),
    ],
)  # fmt: skip
def test_arxiv(cells: dict[str, str], expected: dict[str, Any]) -> None:
    """Tables of what its interface answers, and of its metadata at Kaggle, whose first version is what was issued."""
    (preprint,) = rows_of({"title": "Tides", **cells})
    assert ("article", (PER, WEI), ()) == (preprint.type, preprint.author, preprint.extra)
    assert expected == {field: getattr(preprint, field) for field in expected}


def test_crossref_as_a_table() -> None:
    """Hyphens stand in Crossref's names, lists of one item for texts, and the parts of dates in lists of lists."""
    (article,) = rows_of({
        "DOI": "10.5555/1", "title": "['Tides of the shelf']", "container-title": "['Journal of Tides']",
        "short-container-title": "['J Tides']", "issued.date-parts": "[[2021, 9, 2]]", "reference-count": "33",
        "published-print.date-parts": "[[2021, 10]]", "page": "3", "volume": "12",
    })  # fmt: skip
    assert ("Tides of the shelf", "Journal of Tides", "J Tides") == (
        article.title, article.container_title, article.container_title_short
    )  # fmt: skip
    assert (Date(year=2021, month=9, day=2), Date(year=2021, month=10)) == (article.issued, article.print_date)
    assert ("33", ()) == (article.number_of_references, article.extra)


def test_ads() -> None:
    """Lists of one item in the tables that programs make of NASA's ADS."""
    (article,) = rows_of({
        "bibcode": "2021JTid...12....3L", "title": "['Tides']", "pub": "Journal of Tides", "year": "2021",
        "page": "['3']", "doi": "['10.5555/1']", "pubdate": "2021-09-00", "volume": "12", "issue": "2",
    })  # fmt: skip
    assert ("Tides", "Journal of Tides", "3", "10.5555/1") == (
        article.title, article.container_title, article.page, article.doi
    )  # fmt: skip
    assert (Identifier(kind="bibcode", value="2021JTid...12....3L"),) == article.identifiers
    assert (Date(year=2021, month=9), ()) == (article.issued, article.extra)


def test_pages_and_addresses_of_programs() -> None:
    """Names that people's own programs give to the first and the last page, and to the address of the PDF."""
    (work,) = rows_of(
        {"title": "Tides", "volume": "12", "pages_start": "3", "pages_end": "9", "pdf_url": "https://a.b/1"}
    )
    assert ("3-9", (Identifier(kind="pdf-url", value="https://a.b/1"),)) == (work.page, work.identifiers)


def test_names_of_journals_and_their_numbers() -> None:
    """DOAJ's, SciVal's, pubmed_parser's and Europe PMC's names of columns."""
    doaj, scival, parser, europe = (
        rows_of({"Title": "Tides", **cells})[0]
        for cells in (
            {"ISSN (print)": "1234-5679", "ISSN (online)": "2345-678X"},
            {"Scopus Source title": "Journal of Tides", "Year": "2020"},
            {"medline_ta": "J Tides", "issn_linking": "1234-5679", "pmid": "90000001"},
            {"journalInfo.journal.title": "Journal of Tides", "journalInfo.volume": "12", "pubYear": "2020"},
        )
    )
    assert [("1234-5679", "print"), ("2345-678X", "electronic")] == [(each.value, each.kind) for each in doaj.issn]
    assert "Journal of Tides" == scival.container_title
    assert ("J Tides", "linking") == (parser.container_title_short, parser.issn[0].kind)
    assert ("Journal of Tides", "12") == (europe.container_title, europe.volume)
