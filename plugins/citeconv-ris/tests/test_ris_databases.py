"""What Embase and EBSCO say of authors and titles, and what a work without a type of its own is."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import Affiliation, Citation, Date, Diagnostic, Identifier, Issn, Name, Report, dumps, loads
from told import read_told


def one(*lines: str) -> Any:
    """Return the citation of a record with these lines."""
    found, _ = read_told("\n".join([*lines, "ER  - ", ""]))
    assert len(found) == 1
    return found[0]


def test_embase_authors_to_write_to() -> None:
    """Embase's ``AD`` names its author with the initials first, and repeats an address; a place may have no address."""
    found = one(
        "TY  - JOUR", "T1  - Tides", "U2  - L2031000001", "A1  - Lind, P.A.", "A1  - Wei, R.-Q.",
        "M1  - (Lind P.A.) School of Salt, Northport, Norway", "M1  - (Wei R.-Q., rq@example.org)",
        "AD  - P.A. Lind, School of Salt, Northport, Norway", "AD  - R.-Q. Wei, Shelf College, Southport, Norway",
    )  # fmt: skip
    lind, wei = found.author
    assert (lind.corresponding, wei.corresponding) == (True, True)
    assert lind.affiliations == (Affiliation(text="School of Salt, Northport, Norway"),)
    assert (wei.affiliations, wei.email) == ((Affiliation(text="Shelf College, Southport, Norway"),), "rq@example.org")
    assert found.extra == ()


def test_addresses_of_embase_taken_for_the_issue() -> None:
    """Zotero and Mendeley put Embase's ``M1`` into the issue, joined; in parentheses that name no author, it stays."""
    people = ("TY  - JOUR", "TI  - Tides", "AU  - Lind, P. A.", "AU  - Wei, R.")
    found = one(*people, "IS  - (Lind P.A.) School of Salt (Bay), Norway(Wei R., wei@example.org) Shelf College")
    lind, wei = found.author
    assert lind.affiliations == (Affiliation(text="School of Salt (Bay), Norway"),)
    assert (wei.affiliations, wei.email) == ((Affiliation(text="Shelf College"),), "wei@example.org")
    assert (found.issue, found.extra) == ("", ())
    assert one(*people, "IS  - (Suppl. 1) Salt").issue == "(Suppl. 1) Salt"
    assert one(*people, "IS  - (2)").issue == "(2)"


def test_addresses_of_the_web_of_science_from_endnote() -> None:
    """EndNote has them in one text, where they stand behind their authors, with whom to write to, and e-mail."""
    work = ("TY  - JOUR", "TI  - Tides", "AU  - Lind, P. A.", "AU  - Wei, Rong")
    address = (
        "AD  - [Lind, Per A.; No, B] Inst Tides, North. [Wei, R] Shelf Coll. Wei, R (corresponding author), Bay Hall."
    )
    found = one(*work, f"{address} wei@example.org; no@example.org")
    lind, wei = found.author
    assert lind.affiliations == (Affiliation(text="Inst Tides, North"),)
    assert wei.affiliations == (Affiliation(text="Shelf Coll"), Affiliation(text="Bay Hall"))
    assert (lind.corresponding, wei.corresponding, wei.email) == (False, True, "wei@example.org")
    assert found.extra == (("ris:AD", "[No, B] Inst Tides, North."), ("ris:AD", "no@example.org"))
    text = "\n".join([*work, "AD  - Tides. Wei, R (reprint author), Bay Hall.", "ER  - ", ""])
    (found,), told = read_told(text)
    assert [[place.text for place in name.affiliations] for name in found.author] == [["Tides"], ["Bay Hall"]]
    assert ["given to the first" in each.message for each in told] == [True]


def test_first_appearance_on_sites_of_atypon() -> None:
    """Their ``Y1`` and ``PY`` tell when the article first appeared, if that is before the issue, their ``DA`` that."""
    lines = ("TY  - JOUR", "T1  - Tides", "M3  - doi: 10.5555/jt.12", "DO  - 10.5555/jt.12")
    found = one(*lines, "Y1  - 2013/05/28", "PY  - 2013", "DA  - 2014/04/01")
    assert (found.available_date, found.issued) == (Date(year=2013, month=5, day=28), Date(year=2014, month=4, day=1))
    assert found.extra == ()
    later = one(*lines, "Y1  - 2014/05/28", "PY  - 2014", "DA  - 2014/04/01")
    assert (later.available_date, later.issued) == (None, Date(year=2014, month=4, day=1))
    assert later.extra == (("ris:Y1", "2014/05/28"),)


def test_ebsco_title_in_another_language() -> None:
    """EBSCO's ``T2`` beside ``JF`` is the title in another language if a full stop says that it is a title."""
    lines = ("TY  - JOUR", "T1  - Mareas.", "JF  - Sal", "DP  - EBSCOhost")
    assert one(*lines, "T2  - Tides.").original_title == "Tides"
    issue = one(*lines, "T2  - Special Issue: Salt.")
    assert (issue.original_title, issue.extra) == ("", (("ris:T2", "Special Issue: Salt."),))
    assert one("TY  - JOUR", "T1  - Tides.", "T2  - Salt.", "DP  - EBSCOhost").container_title == "Salt."


@pytest.mark.parametrize(
    ("mark", "line"),
    [
        ("AN  - rayyan-12", "CY  - Salt, Northport"),
        ("N1  - RAYYAN-LABELS: tides", "CY  - Salt, Northport"),
        ("DP  - EBSCOhost", "AD  - P.A. Lind, School of Salt, Northport"),
    ],
)
def test_records_from_elsewhere_beside_those_of_a_database(mark: str, line: str) -> None:
    """A file that several searches were put into is read record by record, where each of a database has its mark."""
    work = ("TY  - JOUR", "TI  - Tides", "AU  - Lind, P. A.", line)
    marked, other = read_told("\n".join([*work, mark, "ER  - ", "", *work, "ER  - ", ""]))[0]
    assert marked.publisher_place == ""
    assert marked.author[0].affiliations != other.author[0].affiliations
    assert other == one(*work)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["JF  - Salt", "VL  - 3", "SN  - 1234-5679"], "article-journal"),
        (["T2  - Salt", "VL  - 3", "IS  - 2"], "article-journal"),
        (["T2  - Salt", "VL  - 3"], "document"),
        (["T2  - Salt", "IS  - 2"], "document"),
        (["T2  - All of Salt", "VL  - 3", "SN  - 978-0-306-40615-7"], "document"),
        (["JF  - seaRxiv", "M3  - Preprint"], "article"),
    ],
)
def test_works_of_no_type(lines: list[str], kind: str) -> None:
    """``GEN`` in a volume with an issue or an ISSN is an article, as Embase and the Lens have it, or a preprint."""
    found = one("TY  - GEN", "TI  - Tides", *lines)
    assert (found.type, found.extra) == (kind, ())


def test_documents_that_will_be_articles() -> None:
    """What is no article, and will be read as one, is told."""
    told: list[Diagnostic] = []
    document = Citation(type="document", title="Tides", container_title="Salt", volume="3", issue="2")
    dumps([document], "ris", report=Report(told.append))
    assert "type" in [each.field for each in told]


@pytest.mark.parametrize(
    ("others", "issued"),
    [
        (["31/5/2022"], Date(year=2022, month=6, day=5)),
        (["5/31/2022", "2/3/2022"], Date(year=2022, month=5, day=6)),
        (["31/5/2022", "5/31/2022"], Date(year=2022, literal="5/6/2022")),
        (["2/3/2022"], Date(year=2022, literal="5/6/2022")),
    ],
)
def test_days_and_months_in_the_order_of_the_file(others: list[str], issued: Date) -> None:
    """Which number is the month is told by other dates of the file, of which one number is over 12, if they agree."""
    records = [f"TY  - JOUR\nTI  - Tides\nDA  - {date}\nER  - \n" for date in ("5/6/2022", *others)]
    found, _ = read_told("".join(records))
    assert found[0].issued == issued


def test_numbers_of_older_records() -> None:
    """Blanks in a DOI with the number of an item are none of it; ``ISI`` is what the Web of Science was called."""
    found = one("TY  - JOUR", "AN  - ISI:000000000000001", "DO  - 10.5555/1234-5679(2007)27 [ 32:TAT]2.0.CO;2")
    assert found.doi == "10.5555/1234-5679(2007)27[32:TAT]2.0.CO;2"
    assert found.identifiers == (Identifier(kind="wos", value="ISI:000000000000001"),)


@pytest.mark.parametrize("place", ["University Park, PA", "Cambridge, MA", "Oxford University Press, Oxford, UK"])
def test_places_of_publishers(place: str) -> None:
    """What may be the place of a publisher is."""
    assert one("TY  - JOUR", "TI  - Tides", "AU  - Lind, P", f"CY  - {place}").publisher_place == place


def test_addresses_in_the_place_of_a_publisher() -> None:
    """Mendeley has the address of an author there, which is an affiliation; where there is no author, it stays."""
    place = "School of Salt, University of Tides, Northport, Norway"
    found = one("TY  - JOUR", "TI  - Tides", "AU  - Lind, P", f"CY  - {place}")
    assert (found.publisher_place, found.author[0].affiliations) == ("", (Affiliation(text=place),))
    assert one("TY  - JOUR", "TI  - Tides", f"CY  - {place}").publisher_place == place
    told: list[Diagnostic] = []
    dumps([Citation(author=found.author, publisher_place=place)], "ris", report=Report(told.append))
    assert "publisher_place" in [each.field for each in told]


@pytest.mark.parametrize("kind", ["BOOK", "RPRT", "THES"])
@pytest.mark.parametrize("number", ["3", "Bd. 12"])
def test_numbers_of_series(kind: str, number: str) -> None:
    """Behind the sign of catalogues stands the number of a work in its series, written there or in a tag of its own."""
    found = one(f"TY  - {kind}", "TI  - Tides", f"T3  - Salt and Sea ; {number}")
    assert (found.collection_title, found.collection_number) == ("Salt and Sea", number)
    assert loads(dumps([found], "ris"), "ris") == [found]
    assert one(f"TY  - {kind}", "TI  - Tides", "T3  - Salt ; Sea").collection_title == "Salt ; Sea"


def test_doi_of_the_book() -> None:
    """The second DOI of a chapter is the book's, as the Web of Science has it; that of an article is kept as it is."""
    lines = ("TI  - Tides", "T2  - Salt", "DO  - 10.5555/b_3", "DO  - 10.5555/b")
    chapter = one("TY  - CHAP", *lines)
    assert (chapter.doi, chapter.identifiers) == ("10.5555/b_3", (Identifier(kind="book-doi", value="10.5555/b"),))
    assert loads(dumps([chapter], "ris"), "ris") == [chapter]
    assert one("TY  - JOUR", *lines).extra == (("ris:DO", "10.5555/b"),)


def test_doi_of_the_book_is_written_as_a_note() -> None:
    """For some programs take the last of two in ``DO`` for the chapter's, which its neighbours would share."""
    book = (Identifier(kind="book-doi", value="10.5555/b"),)
    for doi in ("10.5555/b_3", ""):
        chapter = Citation(type="chapter", title="Tides", container_title="Salt", doi=doi, identifiers=book)
        text = dumps([chapter], "ris", report=(report := Report()))
        assert "N1  - Book DOI: 10.5555/b\r\n" in text
        assert not report.lost()
        assert bool(doi) == ("DO  - " in text)
        assert loads(text, "ris") == [chapter]
    article = one("TY  - JOUR", "TI  - Tides", "N1  - Book DOI: 10.5555/b")
    assert (article.identifiers, article.note) == ((), ("Book DOI: 10.5555/b",))


def test_editors_in_the_place_of_authors() -> None:
    """EconLit has editors there, and says so behind the last of them."""
    found = one("TY  - BOOK", "TI  - Tides", "AU  - Wei, Rong", "AU  - Lind, Per eds")
    assert (found.author, found.editor) == ((), (Name(family="Wei", given="Rong"), Name(family="Lind", given="Per")))


def test_tags_behind_one_blank() -> None:
    """Another tag on the line is one behind a single blank, too (EBSCO's original publication, through Mendeley)."""
    found = one(
        "TY  - JOUR", "TI  - Tides", "IS  - 6 OP  - Salt. June 2015, Vol. 62", "UR  - https://example.org OP  - Salt"
    )
    assert (found.issue, found.url) == ("6", "https://example.org")
    assert found.extra == (("ris:OP", "Salt. June 2015, Vol. 62"), ("ris:OP", "Salt"))


def test_numbers_too_long_for_a_page() -> None:
    """Primo has the number of an article and how many pages that has in the place of first and last page."""
    found = one("TY  - JOUR", "TI  - Tides", "SP  - 2181380", "EP  - 9")
    assert (found.number, found.number_of_pages, found.page) == ("2181380", "9", "")


def test_subtitle_of_a_thesis() -> None:
    """Pure has the subtitle where others have the department."""
    found = one("TY  - THES", "T1  - Tides", "T2  - from waves to energy")
    assert (found.title, found.container_title) == ("Tides: from waves to energy", "")


def test_repository_of_a_thesis() -> None:
    """OpenAlex has whose it is behind the name of the repository, which is no subtitle, though it begins in small."""
    found = one("TY  - THES", "T1  - Tides", "T2  - ePrints Shelf (University of the Shelf)")
    assert (found.title, found.publisher) == ("Tides", "ePrints Shelf (University of the Shelf)")


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (("DO  - S0000-0000(07)00018-X [pii] 10.5555/t.1 [doi]",), ("10.5555/t.1", "S0000-0000(07)00018-X")),
        (("DO  - tides1 [pii] 10.5555/t.1",), ("10.5555/t.1", "tides1")),
        (("DO  - 10.5555/t.1 [doi]", "tides1 [pii]"), ("10.5555/t.1", "tides1")),
        (("DO  - tides1 [pii]",), ("", "tides1")),
    ],
)
def test_numbers_with_their_kinds_in_the_place_of_the_doi(lines: tuple[str, ...], numbers: tuple[str, str]) -> None:
    """EndNote has there what PubMed has of an article."""
    found = one("TY  - JOUR", "TI  - Tides", *lines)
    assert (numbers, ()) == ((found.doi, found.pii), found.extra)


def test_a_last_page_that_nobody_knows() -> None:
    """EBSCO has a word for it."""
    found = one("TY  - JOUR", "TI  - Tides", "SP  - 255", "EP  - N.PAG")
    assert (found.page, found.number) == ("255", "")


def test_a_full_stop_behind_pages() -> None:
    """It stands there when they are copied from a list of references."""
    found = one("TY  - JOUR", "TI  - Tides", "SP  - 102-106.")
    assert (found.page, found.number) == ("102-106", "")


def test_numbers_of_reference_manager() -> None:
    """The number of a record in PubMed or the Web of Science that stands for its address is that number."""
    found = one("TY  - JOUR", "TI  - Tides", "UR  - PM:16394152", "UR  - ISI:000179221100009")

    assert (found.pmid, found.url) == ("16394152", "")
    assert found.identifiers == (Identifier(kind="wos", value="000179221100009"),)
    report = Report()
    dumps([Citation(title="Tides", url="PM:123")], "ris", report=report)
    assert "url" in report.lost()


def test_numbers_of_the_web_of_science_among_issns() -> None:
    """They are numbers of the record, that of one from MEDLINE is its PMID; no digits of them are an ISSN."""
    found = one("TY  - JOUR", "TI  - Tides", "SN  - WOS:000900000000001 ER", "SN  - 1234-5679")
    assert found.identifiers == (Identifier(kind="wos", value="WOS:000900000000001"),)
    assert (found.issn, found.extra) == ((Issn(value="1234-5679"),), ())
    scielo = one("TY  - JOUR", "TI  - Tides", "SN  - SCIELO:S1234-56792016000400003 ER")
    assert scielo.identifiers == (Identifier(kind="wos", value="SCIELO:S1234-56792016000400003"),)
    medline = one("TY  - JOUR", "TI  - Tides", "SN  - MEDLINE:90000013")
    assert (medline.pmid, medline.issn, medline.extra) == ("90000013", (), ())
    assert one("TY  - JOUR", "TI  - Tides", "SN  - ISSN: 1234-5679").issn == (Issn(value="1234-5679"),)


def test_eppi_reviewer() -> None:
    """It has names in their natural order, who and when for the short title, and numbers, its own and the source's."""
    lines = (
        "TY  - JOUR", "T1  - Tides", "A1  - Per Lind", "A1  - Ana van der Roe", "ST  - Lind (2021)",
        "KW  - eppi-reviewer", "KW  - Salt", "U1  - 70000001", "U2  - 90000001",
        "N1  - Conference code: 100001 | Cited By :1 | Export Date: 27 July 2022",
    )  # fmt: skip
    found, told = read_told("\n".join([*lines, "ER  - ", ""]))
    assert [each.message for each in told] == ["read as EPPI-Reviewer writes RIS"]
    (paper,) = found
    assert paper.author == (Name(family="Lind", given="Per"), Name(family="van der Roe", given="Ana"))
    assert (paper.title_short, paper.citation_label, paper.extra) == ("", "Lind (2021)", ())
    assert paper.identifiers == (
        Identifier(kind="eppi-reviewer", value="70000001"), Identifier(kind="accession", value="90000001"),
        Identifier(kind="scopus-conference", value="100001"),
    )  # fmt: skip
    lines = ("TY  - JOUR", "T1  - Tides", "KW  - eppi-reviewer", "U2  - tides/7", "ER  - ", "")
    [other] = read_told("\n".join(lines))[0]
    assert other.extra == (("ris:U2", "tides/7"),)  # part of an address


def test_how_often_a_work_was_cited() -> None:
    """Scopus has it in a field of its own, too."""
    found = one("TY  - JOUR", "TI  - Tides", "M1  - Cited by: 8", "IS  - 3")
    assert (found.annote, found.issue, found.extra) == ("Cited by: 8", "3", ())


def test_words_of_the_web_of_science() -> None:
    """It names nobody as author, says of which kind a number is, and may have it in the place of the DOI."""
    found = one(
        "TY  - JOUR", "TI  - Tides", "AU  - [Anonymous]", "C7  - UNSP e02538", "DO  - PII S0304-3800(02)00256-9"
    )
    assert (found.author, found.number, found.pii) == ((), "e02538", "S0304-3800(02)00256-9")
    assert found.extra == (("ris:AU", "[Anonymous]"),)
    report = Report()
    dumps([Citation(type="article-journal", author=(Name(literal="[Anonymous]"),))], "ris", report=report)
    assert "author" in report.lost()


@pytest.mark.parametrize(
    ("start", "fields"),
    [
        ("120-8", {"page": "120-128"}),
        ("106502", {"number": "106502"}),
        ("Reviews", {"section": "Reviews"}),
    ],
)
def test_start_page_alone(start: str, fields: dict[str, str]) -> None:
    """EndNote's start page is where an article stands if nothing else tells; others have the section there."""
    found = one("TY  - JOUR", "TI  - Tides", f"SE  - {start}")
    assert fields == {name: value for name in ("page", "number", "section") if (value := getattr(found, name))}


def test_section_that_is_read_as_a_page() -> None:
    """A section of an article that looks like a page, alone, is reported when it is written."""
    report = Report()
    dumps([Citation(type="article-journal", title="Tides", section="12")], "ris", report=report)
    assert {"section", "page"} <= set(report.lost())


def test_codes_of_languages_with_blanks() -> None:
    """Codes of languages may have but a blank between; what is said not to be known is that."""
    assert one("TY  - JOUR", "TI  - Tides", "LA  - eng ger").language == ("en", "de")
    assert one("TY  - JOUR", "TI  - Tides", "LA  - not specified").language == ("und",)
    assert one("TY  - JOUR", "TI  - Tides", "LA  - Old Norse").language == ("Old Norse",)


def test_thesis_of_the_web_of_science() -> None:
    """The Web of Science exports ProQuest's theses as books, and says what they are beside it."""
    assert one("TY  - BOOK", "TI  - Tides", "M3  - Dissertation/Thesis").type == "thesis"
    assert one("TY  - BOOK", "TI  - Tides", "M3  - Review").type == "book"


@pytest.mark.parametrize(
    ("number", "fields"),
    [("ARTN 107353", ("107353", "")), ("Pii S0304-3800(02)00256-9", ("", "S0304-3800(02)00256-9"))],
)
def test_number_of_the_article_before_the_doi(number: str, fields: tuple[str, str]) -> None:
    """EndNote has both on two lines where the Web of Science has them."""
    found = one("TY  - JOUR", "TI  - Tides", f"DO  - {number}", "10.5555/t.1")
    assert (found.doi, found.extra, (found.number, found.pii)) == ("10.5555/t.1", (), fields)


def test_several_dois_in_a_tag() -> None:
    """The first of several DOIs is the record's, the others are kept."""
    found = one("TY  - JOUR", "TI  - Tides", "DO  - 10.5555/t.1; 10.5555/t.2")
    assert (found.doi, found.extra) == ("10.5555/t.1", (("ris:DO", "10.5555/t.2"),))


@pytest.mark.parametrize(
    ("written", "issued"),
    [
        ("15 Aug.15, 2024", Date(year=2024, month=8, day=15)),
        ("1 Secondquarter,june 2021", Date(year=2021, month=6)),
        ("1 Sept.-Oct. 2023", Date(year=2023, month=9, end=Date(year=2023, month=10))),
        ("1 Tides1, 2023", Date(year=2023, literal="1 Tides1, 2023")),
    ],
)
def test_dates_of_ieee(written: str, issued: Date) -> None:
    """IEEE Xplore writes the day twice, and of an issue of several months the first."""
    assert one("TY  - JOUR", "TI  - Tides", f"PY  - {issued.year}", f"Y1  - {written}").issued == issued


def test_numbers_of_pubmed_in_other_places() -> None:
    """EndNote has the Web of Science's number of PubMed for an article's own, and PubMed Central's as a word."""
    found = one("TY  - JOUR", "TI  - Tides", "C7  - Pmid 90000001", "C2  - Pmc9000002", "SP  - No-Specified")
    assert (found.number, found.pmid, found.pmcid, found.page) == ("", "90000001", "PMC9000002", "")
    assert found.extra == (("ris:SP", "No-Specified"),)

    assert one("TY  - JOUR", "TI  - Tides", "C2  - PMID: 90000003").pmid == "90000003"


def test_signs_by_their_names() -> None:
    """The Web of Science has names for signs that its export lacks; other words in such brackets are words."""
    found = one("TY  - JOUR", "TI  - PM<sub>2<middle dot>5</sub> <similar to>3, <plus/minus> <virus name>")
    assert found.title == "PM<sub>2·5</sub> ∼3, ± <virus name>"


def test_addresses_in_a_list_in_the_place_of_a_publisher() -> None:
    """Rayyan has all of Embase's there, each with its author, and the place of the conference behind them."""
    listed = '["A. Roe, Shelf College, Oslo", "P. Lind, School of Salt, Northport"]'
    found = one("TY  - JOUR", "TI  - Tides", "AU  - Lind, P.", "AU  - Roe, A.", f"CY  - {listed} Bergen")
    assert found.publisher_place == "Bergen"
    assert [[each.text for each in author.affiliations] for author in found.author] == [
        ["P. Lind, School of Salt, Northport"],
        ["A. Roe, Shelf College, Oslo"],
    ]
