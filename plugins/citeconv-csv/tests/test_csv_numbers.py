"""Numbers in cells: identifiers, issues and pages, as spreadsheets change them, and what stands in their place."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import (
    Citation,
    Identifier,
    Report,
    dumps,
    loads,
)
from csv_rows import row, row_of


def test_pmids_that_became_numbers() -> None:
    """A PMID that a spreadsheet or pandas made a number is itself again; one that lost digits is kept as it stands."""
    assert "31234567" == row(PMID="31234567.0").pmid
    assert "31234567" == row(PMID="3.1234567E+07").pmid
    assert ("", (("csv:PMID", "3.12E+07"),)) == ((lost := row(PMID="3.12E+07")).pmid, lost.extra)


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


@pytest.mark.parametrize(
    ("cells", "issue"),
    [({"Vol.": "3", "No.": "7"}, "7"), ({"No.": "7"}, ""), ({"No.": "7", "Volume": "3", "Issue": "2"}, "2")],
)
def test_numbers_of_rows(cells: dict[str, str], issue: str) -> None:
    """``No.`` is an issue beside a volume, where no other column is one; else somebody has numbered the rows."""
    citation = row_of({"title": "T", **cells})

    assert citation.issue == issue
    assert citation.identifiers == (() if issue == "7" else (Identifier(kind="record", value="7"),))


@pytest.mark.parametrize(
    ("cell", "issns", "isbns"),
    [
        ("1234-5679 and 2345-678X", ["1234-5679", "2345-678X"], ()),
        ("12345679 2345678X", ["1234-5679", "2345-678X"], ()),
        ("9783161484100; 0-08-044195-5", [], ("9783161484100", "0-08-044195-5")),
        ("1234-5679; 9783161484100", ["1234-5679"], ("9783161484100",)),
        ("12345679 (ISSN); 978-316148410-0 (ISBN)", ["1234-5679"], ("978-316148410-0",)),
    ],
)
def test_issns_in_the_column_for_isbns(cell: str, issns: list[str], isbns: tuple[str, ...]) -> None:
    """EndNote and Zotero have one field for both."""
    found = row(title="T", isbn=cell)

    assert (issns, isbns) == ([each.value for each in found.issn], found.isbn)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("S0000-0000(07)00018-X [pii] 10.5555/t.1", ("10.5555/t.1", "S0000-0000(07)00018-X")),
        ("10.5555/t.1 [doi]\ntides1 [pii]", ("10.5555/t.1", "tides1")),
        ("tides1 [pii]", ("", "tides1")),
    ],
)
def test_numbers_with_their_kinds_in_the_column_for_the_doi(cell: str, numbers: tuple[str, str]) -> None:
    """Zotero has from EndNote what that has from PubMed."""
    found = row(title="T", doi=cell)

    assert (numbers, ()) == ((found.doi, found.pii), found.extra)


def test_pages_as_in_a_list_of_references() -> None:
    """The full stop behind them is none of theirs; EBSCO's word for a last page that it does not know is none."""
    assert [row(title="T", pages=cell).page for cell in ("102\u2013106.", "91-95.", "22-null")] == [
        "102-106", "91-95", "22",
    ]  # fmt: skip


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
        ("0.0", "", {}),
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


def test_pmcid_in_the_place_of_a_pmid() -> None:
    """A number of PubMed Central in a column of PMIDs is what it is."""
    (citation,) = loads("PMID,Title\nPMC9000001,T\n", "csv")
    assert (citation.pmid, citation.pmcid, citation.extra) == ("", "PMC9000001", ())


def test_numbers_of_openalex() -> None:
    """A number with OpenAlex's address is OpenAlex's, whatever its column is called; another is somebody's own."""
    first, second = loads("id,title,doi\nhttps://openalex.org/W1,T,\nW2,U,\n", "csv")
    assert first.identifiers == (Identifier(kind="openalex", value="W1"),)
    assert second.identifiers == (Identifier(kind="record", value="W2"),)


def test_numbers_of_the_web_of_science_in_a_column_of_any() -> None:
    """A number that says that it is the Web of Science's is that, whatever its column is called."""
    first, second = loads("unique_id,title\nWOS:000900000000001,T\nWOS:12,U\n", "csv")
    assert first.identifiers == (Identifier(kind="wos", value="WOS:000900000000001"),)
    assert second.identifiers == (Identifier(kind="record", value="WOS:12"),)


@pytest.mark.parametrize(
    ("cell", "doi"),
    [
        ("https://www.example.org/doi/full/10.5555/tides?x=1", "10.5555/tides"),
        ("https://link.example.org/chapter/10.5555/tides-4_19", "10.5555/tides-4_19"),
        ("https://example.org/doi/pdf/10.5555/tides.pdf", ""),
    ],
)
def test_address_of_a_publisher_that_ends_in_a_doi(cell: str, doi: str) -> None:
    """It tells the DOI, and is the address."""
    found = row(doi=cell)
    assert (doi, cell if doi else "") == (found.doi, found.url)
    assert (doi == "") == (("csv:doi", cell) in found.extra)


@pytest.mark.parametrize(
    ("name", "cell", "doi", "pii", "others"),
    [
        ("doi", "10.5555/a; 10.5555/A", "10.5555/a", "", []),
        ("doi", "10.5555/a.1, https://doi.org/10.5555/a", "10.5555/a", "", ["10.5555/a.1"]),
        ("doi", "10.1002/x3.0.CO;2-M", "10.1002/x3.0.CO;2-M", "", []),
        ("doi", "10.5555/tides_11 10.5555/tides", "10.5555/tides_11", "", ["10.5555/tides"]),
        ("dois", "S0140-6736(20)30183-5;10.5555/a;10.5555/a", "10.5555/a", "S0140-6736(20)30183-5", []),
        ("dois", "10.5555/a;tides-7", "10.5555/a", "tides-7", []),
        ("dois", "10.1002/x3.0.CO;2-2;10.5555/a", "10.1002/x3.0.CO;2-2", "", ["10.5555/a"]),
    ],
)
def test_several_dois_in_a_cell(name: str, cell: str, doi: str, pii: str, others: list[str]) -> None:
    """The first counts, or that of which the others are parts; PubMed has the publisher's number among them."""
    found = row_of({"title": "T", name: cell})
    assert (found.doi, found.pii, [each.value for each in found.identifiers]) == (doi, pii, others)


@pytest.mark.parametrize(
    ("volume", "number"),
    [
        ("Vol. 12", "12"),
        ("Bd. 12", "12"),
        ("том 12", "12"),
        ("第12卷", "12"),
        ("제12권", "12"),
        ("№ 12", "12"),
        ("n° 12", "12"),
        ("No. 12 Suppl", "12 Suppl"),
        ("Suppl 12", "Suppl 12"),
        ("Vol. 12, No. 3", "Vol. 12, No. 3"),
        ("S12", "S12"),
    ],
)
def test_words_beside_numbers(volume: str, number: str) -> None:
    """A word for a volume or an issue is no part of its number, in whatever language."""
    assert (number, number) == (row(volume=volume).volume, row(issue=volume).issue)


@pytest.mark.parametrize(
    ("cell", "page", "extent"),
    [
        ("S. 33-41", "33-41", ""),
        ("С. 33–41", "33-41", ""),
        ("33-41页", "33-41", ""),
        ("101-115(15쪽)", "101-115", ""),
        ("212 с.", "", "212"),
        ("S33-S41", "S33-S41", ""),
    ],
)
def test_words_beside_pages(cell: str, page: str, extent: str) -> None:
    """The same of pages; behind one number alone such a word says how many there are."""
    found = row(Journal="J", pages=cell)
    assert (page, extent) == (found.page, found.number_of_pages)


def test_several_pmids() -> None:
    """The first of several is the work's; what a column for PMIDs has of PMC is no PMID."""
    citation = row_of({"Title": "T", "PMID": "90000001; 90000002"})
    of_pmc = row_of({"Title": "T", "PMID": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9000003"})

    assert ("90000001", (Identifier(kind="pmid", value="90000002"),)) == (citation.pmid, citation.identifiers)
    assert ("", "PMC9000003") == (of_pmc.pmid, of_pmc.pmcid)


@pytest.mark.parametrize(
    ("cell", "doi", "extra"),
    [
        ("10.5555/x-1 (not yet active)", "10.5555/x-1", (("csv:DOI", "10.5555/x-1 (not yet active)"),)),
        ("https://doi.org/10.5555/1(2001)2%3C3::AID%3E3.0.CO%3B2-1", "10.5555/1(2001)2<3::AID>3.0.CO;2-1", ()),
    ],
)
def test_what_is_no_part_of_a_doi(cell: str, doi: str, extra: tuple[tuple[str, str], ...]) -> None:
    """A remark behind a DOI is none of it, and what an address spells by numbers is a sign."""
    citation = row_of({"Title": "T", "DOI": cell})

    assert (doi, extra) == (citation.doi, citation.extra)


def test_isbns_with_commas() -> None:
    """Commas part ISBNs."""
    assert ("978-3-319-59469-9", "978-3-319-53500-5") == row_of(
        {"Title": "T", "BN": "978-3-319-59469-9, 978-3-319-53500-5", "AU": "Lind P", "PY": "2020"}
    ).isbn


def test_no_pages() -> None:
    """EBSCO's word for no pages is no number of an article."""
    citation = row_of({"Title": "T", "Journal": "J", "Pages": "N.PAG"})

    assert ("", "", (("csv:Pages", "N.PAG"),)) == (citation.page, citation.number, citation.extra)


def test_pages_in_the_place_of_their_number() -> None:
    """Bibliometrix has PubMed's pages and numbers where the Web of Science's number of pages and its own are."""
    citation = row_of(
        {
            "TI": "T",
            "AU": "LIND P;WEI R",
            "SO": "TIDES",
            "PG": "135-43",
            "UT": "90000001",
            "PMID": "90000001",
            "CR": "none",
        }
    )

    assert ("135-143", "", ()) == (citation.page, citation.number_of_pages, citation.related)
    assert (Identifier(kind="accession", value="90000001"),) == citation.identifiers


def test_works_of_openalex() -> None:
    """Its numbers are known by their form."""
    assert (Identifier(kind="openalex", value="W2087703017"),) == row_of(
        {"Title": "T", "id": "W2087703017"}
    ).identifiers


def test_lists_of_nothing() -> None:
    """A list without items is none."""
    assert () == row_of({"Title": "T", "Notes": "['']"}).note


@pytest.mark.parametrize(
    ("name", "cell", "volume", "issue", "page", "rest"),
    [
        ("Volume(Issue)", "12(3)", "12", "3", "", ""),
        ("Volume, Issue, Pages", "12(3), 45-67", "12", "3", "45-67", ""),
        ("Volume/Issue", "12/3", "12", "3", "", ""),
        ("Volume, pages", "12: e45", "12", "", "e45", ""),
        ("Volume, Issue, Pages", "in press, see there", "", "", "", "Volume, Issue, Pages: in press, see there"),
    ],
)
def test_volume_issue_and_pages_in_a_cell(name: str, cell: str, volume: str, issue: str, page: str, rest: str) -> None:
    """Where one column has several of them, each comes to its field; what is none of them is a remark."""
    citation = row_of({"Title": "T", "Journal": "J", name: cell})

    assert (volume, issue, rest) == (citation.volume, citation.issue, citation.annote)
    assert page == (citation.page or citation.number)


def test_how_many_references() -> None:
    """A number in the column for cited works says how many there are."""
    citation = row_of({"Title": "T", "References": "40"})

    assert ("40", ()) == (citation.number_of_references, citation.related)


def test_doi_with_what_medline_has_behind_it() -> None:
    """MEDLINE's label behind a DOI is no part of it, and a number behind that is kept."""
    assert row_of({"title": "T", "doi": "10.5555/1 [doi]"}).doi == "10.5555/1"
    citation = row_of({"title": "T", "doi": "10.5555/1 [doi] 2936"})
    assert (citation.doi, citation.extra) == ("10.5555/1", (("csv:doi", "10.5555/1 [doi] 2936"),))


def test_numbers_of_works_by_what_they_look_like() -> None:
    """A DOI among arXiv's numbers is a DOI, and only Dimensions' own numbers of publications are hers."""
    citation = row_of({"title": "T", "year": "2020", "arxiv": "10.5555/1", "publication_id": "12"})
    assert (citation.doi, citation.identifiers) == ("10.5555/1", (Identifier(kind="record", value="12"),))
    citation = row_of({"title": "T", "year": "2020", "arxiv": "2001.00001", "publication_id": "pub.1000000001"})
    assert [each.kind for each in citation.identifiers] == ["arxiv", "dimensions"]


def test_sentences_are_no_numbers() -> None:
    """What is as long as a reference is a remark, and not somebody's number of a work."""
    words = "Lind, Per. Salt of the tides and of the gulls that drink them. Tides 3, 2020."
    citation = row_of({"title": "T", "year": "2020", "ref": words})
    assert (citation.identifiers, citation.annote) == ((), f"ref: {words}")


@pytest.mark.parametrize(
    ("pages", "page"),
    [
        ("p148 - p162", "148-162"),
        ("pvi - pxii", "vi-xii"),
        ("40-51 Pages", "40-51"),
        ("1620-1620", "1620"),
        ("41:1-41:1", "41:1"),
        ("12 pages", "12 pages"),
        ("14.21. 1-14.21. 23", "14.21.1-14.21.23"),
    ],
)
def test_pages_with_words(pages: str, page: str) -> None:
    """A word may stand before each page, or behind both; from a page to itself is that page."""
    assert page == row(journal="Shelf", pages=pages).page


def test_first_and_last_page_that_are_pages() -> None:
    """Both columns may hold the pages, whatever the dash between them."""
    assert "31-39" == row_of({"title": "T", "Start Page": "31\u201339", "End Page": "31\u201339", "volume": "3"}).page


def test_numbers_with_a_word_before() -> None:
    """The Web of Science says of which kind an article's number is; Scopus counts no pages where it knows of none."""
    found = row_of({"title": "T", "journal": "J", "Article Number": "UNSP e02538", "Page count": "0"})
    assert (found.number, found.number_of_pages, found.extra) == ("e02538", "", (("csv:Page count", "0"),))
    found = row_of({"title": "T", "journal": "J", "Article Number": "PII S0304-3800(02)00256-9"})
    assert (found.number, found.pii) == ("", "S0304-3800(02)00256-9")


def test_isbns_that_became_numbers() -> None:
    """An ISBN that a spreadsheet made a number has lost its last digits, and is kept as it stands."""
    found = row(isbn="9.78081E+12")
    assert (found.isbn, found.extra) == ((), (("csv:isbn", "9.78081E+12"),))


def test_number_of_pubmed_in_the_place_of_the_articles() -> None:
    """The Web of Science has PubMed's number where there is no other."""
    found = row_of({"title": "T", "journal": "J", "Article Number": "PMID 90000001"})
    assert (found.pmid, found.number) == ("90000001", "")


def test_words_of_ieee() -> None:
    """IEEE Xplore has the volume of proceedings behind their last page, and words before an ISBN."""
    found = row_of(
        {
            "Document Title": "T",
            "Start Page": "1774",
            "End Page": "1778 vol.3",
            "Volume": "3",
            "Issue": "1",
            "ISBN": "Electronic:978-1-4799-4568-9; POD:978-1-4673-1784-9",
        }
    )
    assert (found.page, found.volume) == ("1774-1778", "3")
    assert found.isbn == ("978-1-4799-4568-9", "978-1-4673-1784-9")


def test_full_stop_behind_a_doi() -> None:
    """A full stop that was copied with a DOI is no part of it; our own tables keep what they were given."""
    assert row_of({"title": "T", "DOI": "https://doi.org/10.5555/tides.2."}).doi == "10.5555/tides.2"

    own = Citation(title="T", doi="10.5555/tides.2.")
    assert loads(dumps([own], "csv"), "csv") == [own]


def test_all_numbers_in_the_column_of_the_volume() -> None:
    """Volume, issue and pages that were copied into the column of the volume are taken apart."""
    found = row_of({"Title": "T", "Journal": "J", "Volume": "92 (5):\n  1376\u20131405.", "Pages": ""})
    assert (found.volume, found.issue, found.page) == ("92", "5", "1376-1405")


@pytest.mark.parametrize(("database", "pmid"), [("Ovid MEDLINE(R)", "90000001"), ("PubMed; Scopus", "")])
def test_accession_numbers_of_medline(database: str, pmid: str) -> None:
    """The accession number of a record is a PMID where its only database is MEDLINE, under whatever name."""
    citation = row_of({"Title": "T", "Authors": "Lind, P.", "Accession Number": "90000001", "Database": database})

    assert citation.pmid == pmid


def test_number_in_an_address() -> None:
    """The address of a page in PubMed tells the number of a work, if no column does."""
    address = "https://pubmed.ncbi.nlm.nih.gov/90000001/"
    first, second = loads(f"Title,Journal,URL,PMID\nT,J,{address},\nT,J,{address},90000002\n", "csv")
    assert ("90000001", "90000002", address) == (first.pmid, second.pmid, first.url)
