"""Tables of registers of trials, offices of patents, and of EBSCO, IEEE Xplore, Springer and the Cochrane Library."""

from __future__ import annotations

from typing import Any

from citeconv import Chemical, Date, Event, Grant, Identifier, Keyword, Name
from told import read_told

PER, WEI = Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")


def one(*lines: str) -> Any:
    """Return the citation of the only row of a table."""
    found, _ = read_told("\n".join([*lines, ""]), "csv")
    assert len(found) == 1
    return found[0]


def test_clinicaltrials() -> None:
    """Both layouts of ClinicalTrials.gov: the day of the posting is cited, what the trial is about are keywords."""
    old = one(
        "Rank,NCT Number,Title,Acronym,Status,Conditions,Interventions,First Posted,Last Update Posted,URL",
        '1,NCT90000001,Salt for gulls,SALT,Completed,Thirst|Gulls,Drug: Salt,"March 2, 2031","May 1, 2031",https://example.org/1',
    )
    new, seen = read_told(
        "NCT Number,Study Title,Study URL,Acronym,Study Status,Brief Summary,Conditions,Interventions,First Posted\n"
        "NCT90000001,Salt for gulls,https://example.org/1,SALT,COMPLETED,We salt.,Thirst|Gulls,DRUG: Salt,2031-03-02\n"
    )
    assert not seen
    for each in (old, new[0]):
        assert (each.title, each.title_short, each.status) == ("Salt for gulls", "SALT", "")
        assert each.issued == Date(year=2031, month=3, day=2)
        assert each.keyword == (Keyword(text="Thirst"), Keyword(text="Gulls"))
        assert each.identifiers == (Identifier(kind="clinical-trial", value="NCT90000001"),)
        assert each.url == "https://example.org/1"
    assert old.history == (Event(kind="record-revised", date=Date(year=2031, month=5, day=1)),)


def test_ictrp() -> None:
    """The WHO's search portal has the title for the public, and the day of the registration in digits."""
    found, _ = read_told(
        "TrialID,Public_title,Scientific_title,Date_registration,Date_registration3,Source_Register,web_address\n"
        "ACTRN90000001,Salt for gulls,A trial of salt,02/03/2031,20310302,ANZCTR,https://example.org/1\n"
    )
    assert (found[0].title, found[0].source, found[0].url) == ("Salt for gulls", "ANZCTR", "https://example.org/1")
    assert found[0].issued == Date(year=2031, month=3, day=2)
    assert found[0].identifiers == (Identifier(kind="clinical-trial", value="ACTRN90000001"),)


def test_patents() -> None:
    """Inventors have the family name first, and their country behind them in Espacenet; all rows are patents."""
    lens = one(
        "#,Jurisdiction,Display Key,Publication Date,Application Number,Application Date,Title,Applicants,Inventors",
        "1,US,US 2031/1 A1,2031-03-02,US 1 A,2030-01-02,Salt mill,SALT CORP;;SHELF CORP,LIND PER;;WEI RONG",
    )
    names = (Name(family="LIND", given="PER"), Name(family="WEI", given="RONG"))
    assert (lens.type, lens.number, lens.call_number) == ("patent", "US 2031/1 A1", "US 1 A")
    assert (lens.publisher, lens.jurisdiction, lens.author) == ("SALT CORP; SHELF CORP", "US", names)
    assert lens.submitted == Date(year=2030, month=1, day=2)
    older = one(
        "#,Jurisdiction,Kind,Publication Number,Lens ID,Publication Date,Title,Applicants,Inventors,US Classifications",
        "1,US,A1,US 2031/1 A1,000-111-222-333-444,2031-03-02,Salt mill,SALT CORP,LIND PER;;WEI RONG,60/39.092",
    )
    assert (older.type, older.number, older.jurisdiction, older.author) == ("patent", "US 2031/1 A1", "US", names)
    assert ((Identifier(kind="lens", value="000-111-222-333-444"),), ("60/39.092",)) == (
        older.identifiers, older.categories
    )  # fmt: skip
    espacenet = one(
        '"No";"Title";"Inventors";"Applicants";"Publication number";"IPC";"Publication date"',
        '"1";"SALT MILL";"LIND PER [NO]\nWEI RONG [CN]";"SALT CORP";"US2031000001A1";"A47J42/00";"2031-03-02"',
    )
    assert (espacenet.type, espacenet.number, espacenet.author) == ("patent", "US2031000001A1", names)
    assert espacenet.categories == ("A47J42/00",)
    google = one(
        "search URL:,https://example.org/?q=salt",
        "id,title,assignee,inventor/author,publication date,result link",
        'US-1-B2,Salt mill,Salt Corp,"Per Lind, Rong Wei",2031-03-02,https://example.org/US1B2',
    )
    assert (google.type, google.number, google.author) == ("patent", "US-1-B2", (PER, WEI))
    assert (google.publisher, google.url) == ("Salt Corp", "https://example.org/US1B2")


def test_ebsco() -> None:
    """EBSCO's database, places and number of pages; those who contributed are the authors once more."""
    found = one(
        "title,authors,source,docTypes,publicationDate,publisherLocations,pageCount,subjects,plink,longDBName,contributors",
        'Salt,"Lind, Per",Tides,Article,20310302,Bergen,9,Salt; Sea,https://example.org/1,CINAHL,"Lind, Per, author"',
    )
    assert (found.container_title, found.source, found.publisher_place) == ("Tides", "CINAHL", "Bergen")
    assert (found.number_of_pages, found.author, found.contributor) == ("9", (PER,), ())
    assert found.keyword == (Keyword(text="Salt"), Keyword(text="Sea"))


def test_ebsco_without_authors() -> None:
    """Where those who contributed have the only column, they are the authors; the day has no signs in it."""
    found = one(
        "longDBName,title,publicationDate,contributors,docTypes,coverDate,source,plink",
        'GeoRef,Salt,20310302,"Lind, Per ; Wei, Rong",Article,203103,Tides,https://example.org/1',
    )
    assert (found.author, found.issued) == ((PER, WEI), Date(year=2031, month=3, day=2))


def test_springer_types() -> None:
    """Springer sorts papers of conferences and entries of reference works among the chapters."""
    head = "Item Title,Publication Title,Item DOI,Authors,Content Type"
    assert one(head, "Salt,Tides,10.5555/1,Per Lind,Chapter ConferencePaper").type == "paper-conference"
    assert one(head, "Salt,Tides,10.5555/1,Per Lind,Chapter ReferenceWorkEntry").type == "entry-encyclopedia"


def test_ieee() -> None:
    """IEEE's grants have their numbers in parentheses; a hyphen stands apart between initials."""
    found = one(
        "Document Title,Authors,Publication Title,Funding Information",
        'Salt,P. Lind; X. -Y. Wei,Tides,"Salt Fund(grant numbers:S1,S2); 10.13039/1-Sea Fund (Grant Number: 3); "',
    )
    assert found.grants == (
        Grant(agency="Salt Fund", number="S1"),
        Grant(agency="Salt Fund", number="S2"),
        Grant(agency="Sea Fund", number="3"),
    )
    assert [name.given for name in found.author] == ["P", "X-Y"]


def test_cochrane() -> None:
    """Cochrane's numbers are identifiers, and a star marks major keywords."""
    found = one("Cochrane ID,Author(s),Title,Keywords", "CN-00000001,Lind P,Salt,*Salt; Gulls")
    assert found.identifiers == (Identifier(kind="central", value="CN-00000001"),)
    assert found.keyword == (Keyword(text="Salt", major=True), Keyword(text="Gulls"))


def test_lists() -> None:
    """Substances stand before their numbers, days of a conference in digits, a thesis has its number of pages."""
    found = one(
        "Title,Authors,Year,Chemicals/CAS,Conference date,Document type,Pages",
        'Salt,"Lind, Per",2031,"salt, 7647-14-5; water",2031-05-01 to 2031-05-03,Thesis,234',
    )
    assert found.chemicals == (Chemical(name="salt", registry_number="7647-14-5"), Chemical(name="water"))
    assert found.event_date == Date(year=2031, month=5, day=1, end=Date(year=2031, month=5, day=3))
    assert (found.page, found.number_of_pages) == ("", "234")


def test_clinicaltrials_without_numbers() -> None:
    """A table of ClinicalTrials.gov from which somebody took the numbers is read all the same."""
    (citation,), seen = read_told(
        "term,Study Title,Study URL,Study Status,Brief Summary,Conditions,Interventions,Age,Phases,Start Date\n"
        "salt,Salt for gulls,https://example.org/1,COMPLETED,We salt.,Thirst|Gulls,DRUG: Salt,ADULT,PHASE1,2031\n"
    )
    assert not seen
    assert (citation.title, citation.url) == ("Salt for gulls", "https://example.org/1")
    assert citation.keyword == (Keyword(text="Thirst"), Keyword(text="Gulls"))
