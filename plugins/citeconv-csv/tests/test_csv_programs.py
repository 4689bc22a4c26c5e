"""What the tables of reference managers and other programs hold: a whole row as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from citeconv import Citation, Date, Identifier, Name, Report, load, loads

SAMPLES = Path(__file__).parent / "samples"


def read(header: str, row: str) -> Citation:
    """Return the citation in a table of one row."""
    (citation,) = loads(f"{header}\n{row}\n", "csv", report=Report())
    return citation


def test_the_original_title_in_the_extra_field_of_zotero() -> None:
    """Zotero has no field for it, and takes it from there for CSL."""
    found = read("Key,Item Type,Abstract Note,Title,Extra", 'A,book,,Tides,"Original Title: Gezeiten\nRead twice"')
    assert ("Gezeiten", ("Read twice",)) == (found.original_title, found.note)


def test_zotero() -> None:
    """Zotero's item types, and the identifiers in its field Extra."""
    article, chapter, _ = load(SAMPLES / "csv" / "zotero.csv")

    assert ("ABCD2345", "article-journal", "90000009", ("Read twice",)) == (
        article.key,
        article.type,
        article.pmid,
        article.note,
    )
    assert ("First line of the abstract.", 'Second line, with "quotes".') == article.abstract[0].paragraphs
    assert ("chapter", "A book of currents") == (chapter.type, chapter.container_title)


def test_fields_of_zoteros_types() -> None:
    """What patents, cases and programs have of their own, and people with a column for what they did."""
    header = "Key,Item Type,Title,Abstract Note"
    patent = read(
        f"{header},Number,Application Number,Assignee,Attorney Agent,Country,Legal Status,Issuing Authority",
        'A1,patent,Tide gauge,,US1,12/34,Shelf Inc.,"Lind, Per",US,Granted,Patent Office',
    )
    assert ("US1", "12/34", "Shelf Inc.", "US") == (
        patent.number, patent.call_number, patent.publisher, patent.jurisdiction
    )  # fmt: skip
    assert ("Granted", "Patent Office") == (patent.status, patent.authority)
    assert (Name(family="Lind", given="Per", role="attorney"),) == patent.contributor
    case = read(
        f"{header},Court,Reporter,History,Counsel", 'A2,case,Shelf v. Shore,,High Court,Shelf R.,old,"Lind, Per"'
    )
    assert ("High Court", "Shelf R.", "old") == (case.authority, case.container_title, case.references)
    assert (Name(family="Lind", given="Per", role="counsel"),) == case.contributor
    bill = read(f"{header},Code,Session,Committee,Legislative Body", "A3,bill,On tides,,Code,110,Tides,Senate")
    assert ("Code", "110", "Tides", "Senate") == (
        bill.container_title, bill.chapter_number, bill.section, bill.authority
    )  # fmt: skip
    assert "Linux" == read(f"{header},System", "A4,computerProgram,tidestat,,Linux").medium


def test_fields_in_zoteros_extra() -> None:
    """What the item type has no field for stands there with a label; a blank may stand between two of them."""
    head = "Key,Item Type,Abstract Note,Title,Issue,Publisher,Extra\n"
    rows = (
        "A,journalArticle,,T,1,,Number: 1 Publisher: Shelf Press _eprint: https://example.org\n"
        'B,conferencePaper,,U,,Tides,"event-place: North Bay, Norway\nPublisher: Salt\nRead twice"\n'
    )
    first, second = loads(head + rows, "csv")
    assert (first.issue, first.publisher, first.note) == ("1", "Shelf Press", ("_eprint: https://example.org",))
    assert (second.event_place, second.publisher) == ("North Bay, Norway", "Tides")
    assert second.note == ("Publisher: Salt", "Read twice")


def test_number_at_arxiv_in_zoteros_extra() -> None:
    """It stands there with the classes of the preprint, and may be called the number of an issue."""
    rows = (
        "Key,Item Type,Abstract Note,Title,Extra\n"
        'A,journalArticle,,T,"arXiv:2101.00001 [cs, eess]"\n'
        "B,journalArticle,,U,Issue: arXiv:2101.00002 arXiv:2101.00002 [cs]\n"
        "C,preprint,,V,arXiv: hep-th/9901001 Publisher: arXiv Version Number: 3\n"
    )
    first, second, third = loads(rows, "csv")
    numbers = [[(each.kind, each.value) for each in one.identifiers] for one in (first, second, third)]
    assert [[("arxiv", "2101.00001")], [("arxiv", "2101.00002")], [("arxiv", "hep-th/9901001")]] == numbers
    assert (("cs", "eess"), ("cs",)) == (first.categories, second.categories)
    assert ("", ()) == (second.issue, second.note)
    assert ("arXiv", "3", "", ()) == (third.publisher, third.version, third.issue, third.note)


def test_a_changed_item_type_leaves_fields_in_zoteros_extra() -> None:
    """Fields that the new type has not stand there with their labels, numbers and titles among them."""
    head = "Key,Item Type,Abstract Note,Title,Volume,Extra\n"
    rows = (
        "A,videoRecording,,T,9,DOI: 10.5555/a.1 ISSN: 1234-5679 2345-6787 Issue: 2 Journal Abbreviation: J Tides"
        " Pages: 437-40 Publication Title: Journal of tides PMID: 7654321\n"
        'B,book,,U,,"Here is the main issue: tides. Num Pages: 12 Place: North Bay Publisher: Salt'
        ' ISBN: 978-0-306-40615-7 OCLC: 77"\n'
        "C,journalArticle,,V,3,Volume: 9 Num Pages: 7-9 Journal Abbreviation: Conf. Series: Tides Series Title: Notes"
        " OCLC: 78\n"
    )
    film, book, article = loads(head + rows, "csv")
    assert ("Journal of tides", "J Tides", "9", "2", "437-440", ()) == (
        film.container_title, film.container_title_short, film.volume, film.issue, film.page, film.note
    )  # fmt: skip
    assert ["1234-5679", "2345-6787"] == [each.value for each in film.issn]
    assert ("12", "North Bay", "Salt", ("978-0-306-40615-7",)) == (
        book.number_of_pages, book.publisher_place, book.publisher, book.isbn
    )  # fmt: skip
    assert ("Here is the main issue: tides.", "OCLC: 77") == book.note
    assert ("3", "Conf. Series: Tides", "Notes") == (
        article.volume, article.container_title_short, article.collection_title
    )  # fmt: skip
    assert ("Volume: 9", "Num Pages: 7-9", "OCLC: 78") == article.note


def test_paperpile() -> None:
    """Beside the full title of a journal the other one is its abbreviation; of several addresses the first counts."""
    (citation,) = loads(
        "Item type,Authors,Title,Journal,Full journal,Publication year,Labels filed in,URLs,Citekey\n"
        '"Journal Article","Lind P,Wei R",T,"J Tides","Journal of Tides",2020,salt,'
        "https://example.org/1;https://example.org/2,Lind2020\n"
    )
    assert (citation.type, citation.key) == ("article-journal", "Lind2020")
    assert (citation.container_title, citation.container_title_short) == ("Journal of Tides", "J Tides")
    assert citation.url == "https://example.org/1"
    assert citation.identifiers == (Identifier(kind="url", value="https://example.org/2"),)


def test_publish_or_perish() -> None:
    """Its counts are the annotation, and so is what is no type."""
    header = "Cites,Authors,Title,Year,Source,Publisher,GSRank,Type,ECC"
    (link, book) = loads(f'{header}\n3,"P Lind, R Wei",T,2019,Tides,N,1,PDF,3\n1,P Lind,U,2020,,N,2,BOOK,1\n')

    assert link.annote == "Type: PDF; Cites: 3; GSRank: 1; ECC: 3"
    assert link.container_title == "Tides"
    assert book.type == "book"


@pytest.mark.parametrize("dots", ["\u2026", "..."])
def test_authors_that_google_scholar_leaves_out_in_front(dots: str) -> None:
    """Dots stand for them, too, in front of those whom it shows."""
    (found,) = loads(f'Cites,Authors,Title,Year,GSRank\n1,"{dots}, P Lind, A Roe, ...",Tides,2020,1\n', "csv")

    assert (found.author, found.et_al) == ((Name(family="Lind", given="P"), Name(family="Roe", given="A")), ("author",))


def test_zeros_of_publish_or_perish() -> None:
    """What it does not know of volume, issue and pages is 0."""
    (citation,) = loads(
        "Cites,Authors,Title,Year,Source,Publisher,GSRank,ECC,Volume,Issue,StartPage,EndPage\n"
        '3,"P Lind, R Wei",T,2020,Tides,Shelf,1,3,12,0,0,0\n'
    )
    assert (citation.volume, citation.issue, citation.page, citation.extra) == ("12", "", "", ())


@pytest.mark.parametrize(
    "header",
    [
        "Short title,Title,Author,Year,DOI name,PubMed ID,Online address,Periodical,Page range,arXiv ID,Citation key",
        "Kurztitel,Titel,Autor,Jahr,DOI,PubMed-ID,Online-Adresse,Zeitschrift/Zeitung,Seiten von–bis,arXiv-ID,Kurzbeleg",
        "Titre court,Titre,Auteur,Année,DOI,ID PubMed,Adresse en ligne,Périodique,Pages,ID arXiv,Clé BibTeX",
    ],
)
def test_columns_of_citavi(header: str) -> None:
    """They are called in the language of the program."""
    cells = 'Lind 2020,Tides,"Lind, Per",2020,10.5555/t.1,90000001,https://example.org/t,Shelf,3-9,2001.00001,Lind20'
    (found,) = loads(f"{header}\n{cells}\n", "csv")

    assert found == Citation(
        type="article-journal", key="Lind20", title="Tides", title_short="Lind 2020", container_title="Shelf",
        author=(Name(family="Lind", given="Per"),), issued=Date(year=2020), page="3-9", doi="10.5555/t.1",
        pmid="90000001", url="https://example.org/t", identifiers=(Identifier(kind="arxiv", value="2001.00001"),),
    )  # fmt: skip


def test_columns_of_colandr() -> None:
    """Its columns begin with a word for works; a number of those is none of an issue."""
    (citation,) = loads(
        "citation_id,citation_title,citation_authors,citation_journal_name,citation_journal_volume,citation_pub_year,"
        'citation_number\n9,T,"Lind, P.; Wei, R.",Tides,12,2020,44\n'
    )
    assert (citation.title, citation.container_title, citation.volume) == ("T", "Tides", "12")
    assert [name.family for name in citation.author] == ["Lind", "Wei"]
    assert (citation.issued, citation.issue) == (Date(year=2020), "")
    assert citation.annote == "citation_id: 9; citation_number: 44"


def test_contributors_with_roles() -> None:
    """A role in parentheses says what somebody did; nobody knows what one without a role did."""
    (citation,) = loads(
        'title,contributors\nT,"Lind, Per (Author); Wei, Rong (Editor); Roe, Ana (Diver); Diaz, Li"\n', "csv"
    )
    assert (citation.author, citation.editor) == (
        (Name(family="Lind", given="Per"),),
        (Name(family="Wei", given="Rong"),),
    )
    assert [name.family for name in citation.contributor] == ["Roe", "Diaz"]


def test_contributors_of_whom_only_others_have_roles() -> None:
    """Those without a role are the authors, as in GeoRef's tables, which tell the editors in brackets."""
    (citation,) = loads('title,contributors\nT,"Lind, Per A. ; Wei, Li  ; Roe, Ana, Sr. [editor]"\n', "csv")
    assert (citation.author, citation.editor, citation.contributor) == (
        (Name(family="Lind", given="Per A."), Name(family="Wei", given="Li")),
        (Name(family="Roe", given="Ana", suffix="Sr."),),
        (),
    )


def test_opencitations() -> None:
    """OpenCitations Meta has the numbers of the work in one cell, and others behind people, journals and publishers."""
    header = "id,title,author,pub_date,venue,volume,issue,page,type,publisher,editor"
    row = (
        '"doi:10.5555/1 pmid:99999999 omid:br/061 isbn:9780000000002 x","Tides",'
        '"Roe, Ana; Lind, Per [orcid:0000-0002-1825-0097]","2022-10",'
        '"Salt & Sea [issn:1234-5679 omid:br/062]","3","1","5-9","journal article","Shelf [crossref:9]",'
        '"Wei, Rong [orcid:0000-0002-1825-0097]"'
    )
    citation = read(header, row)
    assert (citation.doi, citation.pmid, citation.isbn) == ("10.5555/1", "99999999", ("9780000000002",))
    assert (citation.container_title, citation.publisher) == ("Salt & Sea", "Shelf")
    assert [issn.value for issn in citation.issn] == ["1234-5679"]
    assert citation.author == (
        Name(family="Roe", given="Ana"),
        Name(family="Lind", given="Per", orcid="0000-0002-1825-0097"),
    )
    assert citation.editor == (Name(family="Wei", given="Rong", orcid="0000-0002-1825-0097"),)
    assert citation.identifiers == (
        Identifier(kind="omid", value="br/061"),
        Identifier(kind="venue-omid", value="br/062"),
        Identifier(kind="publisher-crossref", value="9"),
    )
    assert citation.extra == (("csv:id", "x"),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PA Lind, R Wei\u2026\u00a0- Journal of Tides, 2019 - Elsevier", ("Journal of Tides", 2019, "Elsevier", "")),
        ("PA Lind, R Wei\u2026 - \u2026 on Salt, 2019 - dl.acm.org", ("\u2026 on Salt", 2019, "", "site: dl.acm.org")),
        ("PA Lind, R Wei\u2026 - 2019 - books.google.com", ("", 2019, "", "site: books.google.com")),
        ("PA Lind, R Wei\u2026 - researchgate.net", ("", 0, "", "site: researchgate.net")),
        ("PA Lind, R Wei\u2026 - Journal of Tides, 2019", ("Journal of Tides", 2019, "", "")),
    ],
)
def test_lines_of_google_scholar(line: str, expected: tuple[str, int, str, str]) -> None:
    """Who copies Scholar's pages has its line below the title for the authors."""
    citation = read("title,author,doi", f'Tides,"{line}",')
    assert citation.author == (Name(family="Lind", given="P A"), Name(family="Wei", given="R"))
    issued = citation.issued.year if citation.issued else 0
    assert (citation.container_title, issued, citation.publisher, citation.annote) == expected
    assert (citation.et_al, citation.extra) == (("author",), ())


def test_lines_of_google_scholar_beside_columns() -> None:
    """Columns of their own count more than the line; a patent is one, a name with a hyphen is no line."""
    header = "title,author,journal,year"
    beside = read(header, 'T,"P Lind - Journal of \u2026, 2018 - Elsevier",Journal of Tides,2019')
    assert (beside.container_title, beside.annote) == ("Journal of Tides", "place: Journal of \u2026")
    assert (beside.issued, beside.extra) == (Date(year=2019), (("csv:author", "2018"),))

    patent = read("title,author,doi", 'T,"P Lind - US Patent 7,882,247, 2011 - Google Patents",')
    assert (patent.type, patent.number, patent.annote) == ("patent", "US Patent 7,882,247", "site: Google Patents")
    assert read(header, "T,Institute of Tides - North,J,2019").author == (Name(literal="Institute of Tides - North"),)
