"""What publishers, catalogues and programs mean by tags: JSTOR, Wiley, IEEE, ACM, Scopus, ADS, Primo, Pure, Citavi."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import Chemical, Citation, Date, Event, Grant, Identifier, Issn, Name, Report, dumps
from told import read_told

PER, WEI = Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")


def one(kind: str, *lines: str) -> Any:
    """Return the citation of a record of a type with these lines."""
    found, _ = read_told("\n".join([f"TY  - {kind}", *lines, "ER  - ", ""]))
    assert len(found) == 1
    return found[0]


def test_jstor() -> None:
    """The year in ``C1`` is no address, ``A2`` beside ``RI`` wrote what is reviewed, ``T1`` is the subtitle."""
    book = one("CHAP", "DB  - JSTOR", "TI  - Tides:", "T1  - and winds", "AU  - Lind, Per", "C1  - 2007", "PY  - 2007")
    assert (book.title, book.issued, book.section, book.extra) == ("Tides: and winds", Date(year=2007), "", ())
    review = one("JOUR", "DB  - JSTOR", "TI  - On tides", "AU  - Lind, Per", "A2  - Wei, Rong", "RI  - Tides")
    assert (review.reviewed_author, review.reviewed_title, review.editor) == ((WEI,), "Tides", ())


def test_nothing() -> None:
    """Wiley's ``n/a``, EBSCO's ``<Blank>``, R's empty lists and ``NULL`` of databases are no values, and kept."""
    found = one("JOUR", "TI  - Tides", "VL  - n/a", "CY  - <Blank>", "KW  - character(0)", "DO  - NULL")
    assert (found.volume, found.publisher_place, found.keyword, found.doi) == ("", "", (), "")
    assert found.extra == (("ris:VL", "n/a"), ("ris:CY", "<Blank>"), ("ris:KW", "character(0)"), ("ris:DO", "NULL"))


def test_doi_in_notes() -> None:
    """A note that is the DOI once more, bare or as an address, is none; another address is."""
    address = "N1  - https://doi.org/10.5555/t"
    found = one("JOUR", "TI  - Tides", "DO  - 10.5555/t", address, "N1  - 10.5555/t", "N1  - https://example.org/t")
    assert (found.doi, found.note) == ("10.5555/t", ("https://example.org/t",))


def test_editors() -> None:
    """Editors in two tags are the same; those of a book without authors are its own, and no edition is one."""
    assert one("CHAP", "TI  - Tides", "A2  - Wei, Rong", "ED  - Wei, Rong").editor == (WEI,)
    assert one("BOOK", "TI  - Tides", "A2  - Wei, Rong").editor == (WEI,)
    assert one("BOOK", "TI  - Tides", "AU  - Lind, Per", "A2  - Wei, Rong").collection_editor == (WEI,)
    found = one("BOOK", "TI  - Tides", "ED  - 2nd rev. ed.", "ED  - Wei, Rong")
    assert (found.edition, found.editor) == ("2nd rev. ed.", (WEI,))


def test_names_of_catalogues() -> None:
    """Years of a life are left out of a name, which is kept, and what somebody did tells the field."""
    found = one("BOOK", "TI  - Tides", "AU  - Lind, Per, 1950-", "A2  - Wei, Rong, editor.")
    assert (found.author, found.editor) == ((PER,), (WEI,))
    assert found.extra == (("ris:AU", "Lind, Per, 1950-"),)


def test_conferences() -> None:
    """IEEE's days are those of the conference, ACM's first place as well."""
    days = one("CONF", "VO  - 1", "TI  - Tides", "PY  - 2031", "Y1  - 19-24 July 2031")
    assert (days.issued, days.event_date) == (
        Date(year=2031),
        Date(year=2031, month=7, day=19, end=Date(year=2031, month=7, day=24)),
    )
    places = one("CONF", "TI  - Tides", "CY  - Bergen, Norway", "CY  - Harbour")
    assert (places.event_place, places.publisher_place) == ("Bergen, Norway", "Harbour")


def test_scopus() -> None:
    """``C3`` may be the abbreviation once more; notes tell the conference, funders and substances."""
    found = one(
        "CONF",
        "TI  - Tides",
        "T2  - Notes on Salt",
        "J2  - Notes Salt",
        "C3  - Notes Salt",
        "N1  - Export Date: 1 May 2031; Conference name: Salt Days; Conference date: 1 May 2031 through 3 May 2031;"
        " Conference code: 77",
        "N1  - Chemicals/CAS: salt, 7647-14-5; water",
        "N1  - Funding details: Salt Fund, SF, S-1; Tide Fund",
        "N1  - Funding details: Shore Fund, 201404,\u00a0200904",
    )
    assert (found.container_title, found.container_title_short) == ("Notes on Salt", "Notes Salt")
    assert (found.event_title, found.event_date) == (
        "Salt Days",
        Date(year=2031, month=5, day=1, end=Date(year=2031, month=5, day=3)),
    )
    assert found.identifiers == (Identifier(kind="scopus-conference", value="77"),)
    assert found.chemicals == (Chemical(name="salt", registry_number="7647-14-5"), Chemical(name="water"))
    assert found.grants == (
        Grant(agency="Salt Fund", acronym="SF", number="S-1"),
        Grant(agency="Tide Fund"),
        Grant(agency="Shore Fund", number="201404"),
        Grant(agency="Shore Fund", number="200904"),
    )
    assert len(found.note) == 4


def test_numbers() -> None:
    """Volumes, numbers of articles, ISSNs, ISBNs and arXiv's numbers have words before or behind them."""
    found = one("EJOU", "TI  - Tides", "VL  - Volume 12 - 2031", "SP  - Article 45", "SN  - ISSN-1234-5679")
    assert (found.type, found.volume, found.number, found.page) == ("article-journal", "12", "45", "")
    assert found.issn == (Issn(value="1234-5679"),)
    assert one("BOOK", "TI  - Tides", "SN  - 0-306-40615-2 (hbk.)").isbn == ("0-306-40615-2",)
    preprint = one("JOUR", "TI  - Tides", "AU  - Lind, Per", "C1  - eprint: arXiv:3101.00001")
    assert preprint.identifiers == (Identifier(kind="arxiv", value="3101.00001"),)
    software = one("MISC", "TI  - Tides", "AU  - Lind, Per", "C1  - eprint: ascl:3101.001", "N2  - Not Available <P />")
    assert software.identifiers == (Identifier(kind="ascl", value="3101.001"),)
    assert (software.abstract, software.author) == ((), (Name(family="Lind", given="Per"),))


def test_databases() -> None:
    """Europe PMC's number is PubMed's, as is Ovid's with its address; Ovid's ``CP`` is the country of the journal."""
    assert one("JOUR", "TI  - Tides", "DB  - Europe PMC", "AN  - 90000001").pmid == "90000001"
    found, _ = read_told(
        "1.\nTY  - JOUR\nT1  - Tides\nIS  - 2\nCP  - United Kingdom\n"
        "ID  - 90000001 [https://www.ncbi.nlm.nih.gov/pubmed/?term=90000001]\nER  - \n"
    )
    assert (found[0].pmid, found[0].journal_country) == ("90000001", "United Kingdom")
    psycinfo = one("CHAP", "TI  - Tides.", "T2  - The book of tides.", "DP  - EBSCOhost")
    assert psycinfo.container_title == "The book of tides"


def test_standards_and_headings() -> None:
    """IEEE's ``STD`` is a standard; headings in abstracts are words of them."""
    found = one("STD", "TI  - Tides", "AB  - <h3>Aim</h3> To see.")
    assert (found.type, found.abstract[0].paragraphs) == ("standard", ("Aim To see.",))


@pytest.mark.parametrize(
    "lines",
    [
        ("JOUR", "DB  - JSTOR", "TI  - Why tides?", "T1  - A tale"),
        ("THES", "TI  - Why tides?", "T2  - a tale"),
        ("JOUR", "TI  - Why tides?", "JF  - Salt", "T2  - a tale"),
    ],
)
def test_a_subtitle_behind_a_question(lines: tuple[str, ...]) -> None:
    """No colon follows the sign that a title ends in, wherever the subtitle stands."""
    assert one(*lines).title.lower() == "why tides? a tale"


def test_subtitle_of_pure() -> None:
    """Pure has it right behind the title, and the number of the article under ``M1``; others have journals there."""
    partner = "UR  - https://www.scopus.com/inward/record.url?scp=1&partnerID=8YFLogxK"
    lines = ("T1  - Tides", "T2  - Energy of Waves", "AU  - Lind, Per", partner, "JF  - Shelf", "M1  - 142")
    found = one("JOUR", *lines)
    assert (found.title, found.container_title) == ("Tides: Energy of Waves", "Shelf")
    assert (found.number, found.issue, found.extra) == ("142", "", ())
    other = one("JOUR", *lines[:3], *lines[4:])
    assert (other.title, other.issue, other.extra) == ("Tides", "142", (("ris:T2", "Energy of Waves"),))
    journal = one("JOUR", "T1  - Tides", "T2  - Shelf", partner, "JF  - Shelf")
    assert (journal.title, journal.container_title) == ("Tides", "Shelf")
    assert one("BOOK", "T1  - Tides", "T2  - Energy of Waves", partner).title == "Tides: Energy of Waves"
    assert one("BOOK", "T1  - Tides", "PB  - Shelf", "T2  - Waves", partner).collection_title == "Waves"


def test_title_of_pure_in_two_places() -> None:
    """What holds a report is not the report."""
    found = one("RPRT", "T1  - Tides", "T2  - Energy", "U2  - 10.5555/t", "DO  - 10.5555/t", "BT  - Tides")
    assert (found.title, found.container_title, found.extra) == ("Tides: Energy", "", ())


def test_conference_of_pure() -> None:
    """It stands beside the book or the journal, with its days; the DOI that is there twice is one."""
    doi, days = ("U2  - 10.5555/t", "DO  - 10.5555/t"), "Y2  - 21 October 2019 through 22 October 2019"
    found = one("GEN", "T1  - Tides", *doi, "M3  - Conference contribution", "BT  - Shelf", "T2  - Tides 2019", days)
    assert (found.type, found.container_title, found.event_title) == ("paper-conference", "Shelf", "Tides 2019")
    assert (found.doi, found.extra) == ("10.5555/t", (("ris:TY", "GEN"),))
    assert found.event_date == Date(year=2019, month=10, day=21, end=Date(year=2019, month=10, day=22))
    both = one("JOUR", "T1  - Tides", "T2  - Waves & winds", *doi, "JF  - Shelf", "T2  - Tides &amp; 2019", days)
    assert (both.title, both.event_title) == ("Tides: Waves & winds", "Tides & 2019")
    assert one("JOUR", "T1  - Tides", "DO  - 10.5555/t", "U2  - 10.5555/u").extra == (("ris:U2", "10.5555/u"),)


def test_citavi() -> None:
    """It has subtitles under ``T4``, of theses ``T2``, both days of a page, where a book is, and its number there."""
    by = "M4  - Citavi"
    article = one("JOUR", "T1  - Tides", "JF  - Shelf", "Y2  - 2011-10-17", "T4  - Waves", "Y3  - 2013-06-07", by)
    assert (article.title, article.container_title, article.extra) == ("Tides: Waves", "Shelf", ())
    assert article.accessed == Date(year=2013, month=6, day=7)
    assert article.history == (Event(kind="updated", date=Date(year=2011, month=10, day=17)),)
    seen = one("JOUR", "T1  - Tides", "Y2  - 2011-10-17", by)
    assert (seen.accessed, seen.history) == (Date(year=2011, month=10, day=17), ())
    thesis = one("THES", "T1  - Tides", "T2  - Waves", "H1  - Shelf Library", "H2  - HB 2", by)
    assert (thesis.title, thesis.archive, thesis.call_number) == ("Tides: Waves", "Shelf Library", "HB 2")


def test_conference_of_citavi() -> None:
    """It stands behind the publisher's place and the series, each in a tag that others have for something else."""
    lines = ("T1  - Tides", "T2  - Proceedings", "CY  - Northport", "SV  - 10", "T3  - Shelf", "C7  - Tides 1989")
    found = one("CPAPER", *lines, "C1  - Southport", "C4  - August 20-23, 1989", "M4  - Citavi")
    assert (found.publisher_place, found.event_place, found.event_title) == ("Northport", "Southport", "Tides 1989")
    assert found.event_date == Date(year=1989, month=8, day=20, end=Date(year=1989, month=8, day=23))
    assert (found.collection_number, found.number, found.extra) == ("10", "", (("ris:TY", "CPAPER"),))
    twice = one("CPAPER", "T1  - Tides", "C4  - March 2002", "C4  - April 2002", "M4  - Citavi")
    assert twice.event_date == Date(year=2002, month=3)
    assert ("ris:C4", "April 2002") in twice.extra


def test_eprints() -> None:
    """It has who may read the work where others have the shelf; that is told when it is written."""
    found = one("JOUR", "TI  - Tides", "AV  - public", "ID  - eprints123")
    assert (found.archive_location, found.key, found.extra) == ("", "eprints123", (("ris:AV", "public"),))
    assert one("BOOK", "TI  - Tides", "AV  - QA 76").archive_location == "QA 76"
    report = Report()
    dumps([Citation(title="Tides", archive_location="public")], "ris", report=report)
    assert "archive_location" in report.lost()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Journal", "article-journal"), ("Book, Whole", "book"), ("Book Chapter", "chapter"), ("Report", "report"),
        ("Conference", "paper-conference"), ("Preprint", "article"), ("Thesis/Dissertation", "thesis"),
        ("Miscellaneous", "document"), ("MISC", "document"),
    ],
)  # fmt: skip
def test_types_of_ads(word: str, kind: str) -> None:
    """It has words for types, in what it calls ProCite for all and in RIS for some."""
    found, told = read_told(f"TY  - {word}\nTI  - Tides\nER  - \n")
    assert [each.type for each in found] == [kind]
    assert told == []


def test_addresses_of_ads() -> None:
    """Letters before them count the authors; where they do not, nothing is known of whose they are."""
    lines = ("TI  - Tides", "AU  - Lind, Per", "AU  - Wei, Rong", "AU  - Roe, Ana")
    lind, wei, roe = one("JOUR", *lines, "AD  - AA(Shelf (North), Norway), AC(Shelf &amp; Salt)").author
    assert [each.text for each in lind.affiliations] == ["Shelf (North), Norway"]
    assert (wei.affiliations, [each.text for each in roe.affiliations]) == ((), ["Shelf & Salt"])
    alone = one("JOUR", *lines[:2], "AD  - AA(Shelf, Norway)").author[0]
    assert [each.text for each in alone.affiliations] == ["Shelf, Norway"]
    for other in ("AA(Shelf), AZ(Salt)", "AA(Shelf), AA(Salt)", "AA(Shelf) and others"):
        first, *_ = one("JOUR", *lines, f"AD  - {other}").author
        assert [each.text for each in first.affiliations] == [other]


@pytest.mark.parametrize(
    ("journal", "volume", "issue", "name"),
    [
        ("Tides; Vol 3, No 2 (2031): Salt", "3", "2", "Salt"),
        ("Tides; Vol. 3 No. 2-3 (2031)", "3", "2-3", ""),
        ("Tides; Vol 3 (2031)", "3", "", ""),
    ],
)
def test_issues_of_open_journal_systems(journal: str, volume: str, issue: str, name: str) -> None:
    """Its older versions have the issue, and its title, behind the journal."""
    found = one("JOUR", "TI  - T", "PY  - 2031/05/06/", f"JF  - {journal}")
    assert ("Tides", volume, issue, name) == (found.container_title, found.volume, found.issue, found.volume_title)
    assert (Date(year=2031, month=5, day=6), ()) == (found.issued, found.extra)


def test_an_issue_of_another_year_behind_the_journal() -> None:
    """The year of the issue is kept where the article was published in another one."""
    found = one("JOUR", "TI  - T", "PY  - 2030", "JF  - Tides; Vol 3 (2031)")
    assert ("Tides", "3") == (found.container_title, found.volume)
    assert (("ris:JF", "Tides; Vol 3 (2031)"),) == found.extra
