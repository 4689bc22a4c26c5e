"""What tags mean in the types of records: EndNote labels its fields anew for each, Zotero and others follow it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from citeconv import Affiliation, Citation, Date, Grant, Issn, Name, Report, dumps, loads
from citeconv_ris import Ris
from told import read_told

SOMEONE, OTHER = Name(family="Lind", given="Per"), Name(family="Berg", given="Astrid")
AT_SHELF = Affiliation(text="Univ Shelf, Norway")


def typed(ris_type: str, *lines: str) -> Citation:
    """Return the citation of a record of a type with these lines."""
    found, _ = read_told("\n".join([f"TY  - {ris_type}", "TI  - A title", *lines, "ER  - ", ""]))
    (citation,) = found
    assert isinstance(citation, Citation)
    return citation


TYPES: dict[str, tuple[str, tuple[str, ...], dict[str, Any]]] = {
    "thesis": (
        "THES",
        ("A3  - Lind, Per", "T2  - Department of Tides", "M1  - 3123456", "SP  - 244", "M3  - PhD thesis"),
        {"contributor": (Name(family="Lind", given="Per", role="advisor"),), "division": "Department of Tides",
         "number": "3123456", "number_of_pages": "244", "genre": "PhD thesis", "container_title": ""},
    ),
    "degree of a thesis": ("THES", ("VL  - Master of Science",), {"genre": "Master of Science", "volume": ""}),
    "degree in the place of a number": ("THES", ("M1  - Ph.D.", "SP  - 146p"),
                                        {"genre": "Ph.D.", "number": "", "number_of_pages": "146"}),
    "series of a thesis": ("THES", ("T2  - Tidal Studies", "VL  - 12"),
                           {"container_title": "Tidal Studies", "volume": "12"}),
    "repository of a thesis": ("THES", ("T2  - Shelf College Digital Repository", "VL  - IV"),
                               {"container_title": "Shelf College Digital Repository", "division": "", "volume": "IV"}),
    "paper in a series": ("SER", ("M3  - Conference Paper", "T2  - Tidal Studies"),
                          {"type": "paper-conference", "container_title": "Tidal Studies"}),
    "report": (
        "RPRT",
        ("A2  - Lind, Per", "A4  - Division of Tides", "SN  - TR-4", "M1  - TR-4", "T2  - Reports", "NV  - 7",
         "SP  - 88"),
        {"collection_editor": (SOMEONE,), "division": "Division of Tides", "number": "TR-4", "collection_number": "7",
         "collection_title": "Reports", "number_of_pages": "88"},
    ),
    "document of a government": (
        "GOVDOC",
        ("A2  - Department of Tides", "C1  - Parliament", "M1  - Cm 12"),
        {"division": "Department of Tides", "authority": "Parliament", "number": "Cm 12"},
    ),
    "people of a report": ("RPRT", ("A3  - Lind, Per", "A4  - Berg, Astrid"),
                           {"collection_editor": (SOMEONE,), "translator": (OTHER,), "division": "", "publisher": ""}),
    "editors of a document of a government": ("GOVDOC", ("A2  - Lind, Per", "A2  - Berg, Astrid"),
                                              {"editor": (SOMEONE, OTHER), "division": ""}),
    "patent": (
        "PAT",
        ("A2  - Patent Office", "C3  - US, DE", "C4  - Lind, Per", "C5  - 12 references", "C6  - Granted",
         "ET  - G01F 23/00", "M1  - 12/345,678", "SN  - 7654321", "VL  - B2", "PB  - Shelf Inc."),
        {"authority": "Patent Office", "jurisdiction": "US, DE", "references": "12 references", "status": "Granted",
         "contributor": (Name(family="Lind", given="Per", role="attorney"),), "categories": ("G01F 23/00",),
         "call_number": "12/345,678", "number": "7654321", "version": "B2", "publisher": "Shelf Inc.", "edition": ""},
    ),
    "edition of a patent": ("PAT", ("ET  - 2nd",), {"edition": "2nd"}),
    "paper": (
        "CPAPER",
        ("T2  - Symposium on Tides", "CY  - Riga", "C1  - Berlin", "C2  - 2013", "PY  - 2012", "A4  - Tidal Society",
         "M1  - 2"),
        {"container_title": "Symposium on Tides", "event_place": "Riga", "publisher_place": "Berlin", "issue": "2",
         "issued": Date(year=2013), "event_date": Date(year=2012), "organizer": (Name(literal="Tidal Society"),)},
    ),
    "identifier beside the year of the proceedings": (
        "CPAPER", ("C2  - 2013", "C2  - PMC9000001", "PY  - 2012"),
        {"issued": Date(year=2013), "event_date": Date(year=2012), "pmcid": "PMC9000001"},
    ),
    "office that published a report": (
        "RPRT", ("A3  - World Office of Tides",), {"publisher": "World Office of Tides"}
    ),
    "office beside the publisher of a report": (
        "RPRT", ("A3  - World Office of Tides", "PB  - Shelf Press"),
        {"publisher": "Shelf Press", "extra": (("ris:A3", "World Office of Tides"),)},
    ),
    "ISSN of a report": ("RPRT", ("SN  - 2049-3630",), {"issn": (Issn(value="2049-3630"),), "number": ""}),
    "another day on which a page was seen": (
        "ELEC", ("Y2  - 2014/06/12", "M1  - 13 June 2014"),
        {"accessed": Date(year=2014, month=6, day=12), "extra": (("ris:M1", "13 June 2014"),)},
    ),
    "no days on which a page was seen": (
        "ELEC", ("AU  - Lind, Per", "C1  - Univ Shelf, Norway", "M1  - soon", "VL  - 3"),
        {"author": (replace(SOMEONE, affiliations=(AT_SHELF,)),), "volume": "3", "extra": (("ris:M1", "soon"),)},
    ),
    "another day of access": (
        "JOUR", ("Y2  - 2014/06/12", "Y2  - 2015/01/01"),
        {"accessed": Date(year=2014, month=6, day=12), "extra": (("ris:Y2", "2015/01/01"),)},
    ),
    "two days of filing": (
        "CASE", ("SE  - 2014/06/12", "SE  - 2014/06/13"),
        {"submitted": Date(year=2014, month=6, day=12), "extra": (("ris:SE", "2014/06/13"),)},
    ),
    "issue twice": ("JOUR", ("IS  - 3", "M1  - 3"), {"issue": "3", "extra": ()}),
    "month in an issue without a date": ("JOUR", ("IS  - 1 January",), {"issue": "1 January", "issued": None}),
    "addresses and a place": (
        "JOUR", ("AU  - Lind, Per", "CY  - Institute of Tides, University of the Shelf, Oslo, Norway", "CY  - Riga"),
        {"publisher_place": "Riga"},
    ),
    "paper with one place": ("CONF", ("CY  - Berlin",), {"publisher_place": "Berlin", "event_place": ""}),
    "paper with two places in one": ("CONF", ("AU  - Lind, Per", "C1  - College Station, TX, USA and Riga, Latvia"),
                                     {"publisher_place": "College Station, TX, USA and Riga, Latvia"}),
    "paper of one year": ("CONF", ("PY  - 2012", "C2  - 2012"), {"issued": Date(year=2012), "event_date": None}),
    "chapter": (
        "CHAP",
        ("A2  - Lind, Per", "A3  - Berg, Astrid", "SE  - 5", "SV  - 12", "M1  - 3", "C1  - Waves", "C2  - Lind, Per"),
        {"editor": (SOMEONE,), "collection_editor": (OTHER,), "chapter_number": "5", "collection_number": "12",
         "number_of_volumes": "3", "section": "Waves", "container_author": (SOMEONE,)},
    ),
    "address of a chapter": ("CHAP", ("AU  - Lind, Per", "C1  - Univ Shelf, Norway"),
                             {"section": "", "author": (replace(SOMEONE, affiliations=(AT_SHELF,)),)}),
    "book": (
        "BOOK",
        ("A2  - Lind, Per", "A3  - Berg, Astrid", "T2  - Tidal Studies", "M1  - 14", "SP  - 412"),
        {"collection_editor": (SOMEONE,), "editor": (OTHER,), "collection_title": "Tidal Studies",
         "collection_number": "14", "number_of_pages": "412"},
    ),
    "electronic book": ("EBOOK", ("A2  - Lind, Per", "C7  - PMC123456"), {"editor": (SOMEONE,), "pmcid": "PMC123456"}),
    "dataset": (
        "DATA",
        ("A2  - Lind, Per", "A4  - Tidal Fund", "ET  - 3", "NV  - 4567", "C1  - 1990-2000"),
        {"producer": (SOMEONE,), "grants": (Grant(agency="Tidal Fund"),), "version": "3", "number": "4567",
         "extra": (("ris:C1", "1990-2000"),)},
    ),
    "program": ("COMP", ("C1  - Linux", "M3  - Package", "T2  - Tools"),
                {"medium": "Linux", "genre": "Package", "collection_title": "Tools"}),
    "film": (
        "MPCT",
        ("A3  - Lind, Per", "A4  - Berg, Astrid", "C4  - Drama", "M3  - DVD", "SP  - 95 min"),
        {"producer": (SOMEONE,), "performer": (OTHER,), "genre": "Drama", "medium": "DVD", "dimensions": "95 min",
         "page": ""},
    ),
    "case": (
        "CASE",
        ("A2  - Shelf Reports", "NV  - Shelf R.", "PB  - High Court", "VL  - 410", "SP  - 113", "SV  - 70-18",
         "OP  - affirmed", "A4  - Lind, Per"),
        {"container_title": "Shelf Reports", "container_title_short": "Shelf R.", "authority": "High Court",
         "volume": "410", "page": "113", "number": "70-18", "references": "affirmed",
         "contributor": (Name(family="Lind", given="Per", role="counsel"),)},
    ),
    "statute": ("STAT", ("M1  - 93-205", "ET  - 93rd", "SE  - 16", "T2  - Code", "OP  - amended"),
                {"number": "93-205", "chapter_number": "93rd", "section": "16", "container_title": "Code",
                 "references": "amended"}),
    "bill": ("BILL", ("A2  - Lind, Per", "M1  - S. 12", "T3  - Senate", "ET  - 110"),
             {"contributor": (Name(family="Lind", given="Per", role="sponsor"),), "number": "S. 12",
              "authority": "Senate", "chapter_number": "110"}),
    "hearing": ("HEAR", ("T2  - Committee on Tides", "T3  - House", "M1  - 109-45"),
                {"section": "Committee on Tides", "authority": "House", "number": "109-45"}),
    "web page": (
        "WEB",
        ("A2  - Lind, Per", "M1  - 12 June 2014", "VL  - 2014", "C1  - 2014", "C2  - 12 June"),
        {"collection_editor": (SOMEONE,), "accessed": Date(year=2014, month=6, day=12), "volume": "",
         "extra": (("ris:TY", "WEB"),)},
    ),
    "newspaper": ("NEWS", ("SP  - 4", "M1  - A4", "C2  - 17", "SE  - Sports", "C1  - Tides today"),
                  {"page": "4", "page_first": "A4", "issue": "17", "section": "Sports",
                   "extra": (("ris:C1", "Tides today"),)}),
    "article": ("JOUR", ("SP  - 34", "EP  - 36", "SE  - 34"), {"page": "34-36", "page_first": "34", "section": ""}),
    "section of an issue": ("JOUR", ("SP  - 34", "EP  - 36", "SE  - Waves"), {"page": "34-36", "section": "Waves"}),
    "map": ("MAP", ("C1  - 1:50000", "C3  - 60 x 90 cm", "T2  - Shelf Maps"),
            {"scale": "1:50000", "dimensions": "60 x 90 cm", "collection_title": "Shelf Maps"}),
    "standard": ("STAND", ("SN  - ISO 3297", "M3  - Standard"), {"number": "ISO 3297", "genre": "Standard"}),
    "preprint": ("UNPB", ("M3  - preprint", "PB  - Shelf Archive"), {"type": "article", "genre": "preprint"}),
    "letter": ("PCOMM", ("A2  - Lind, Per",), {"recipient": (SOMEONE,)}),
    "interview": ("INTV", ("A2  - Lind, Per",), {"interviewer": (SOMEONE,)}),
    "speech": ("SLIDE", ("T2  - Tidal Forum", "CY  - Oslo"), {"event_title": "Tidal Forum", "event_place": "Oslo"}),
    "blog": ("BLOG", ("VL  - 2012/03/04",), {"accessed": Date(year=2012, month=3, day=4)}),
    "addresses": ("CONF", ("AU  - Lind, Per", "C1  - Tidal Institute, Shelf University, 12 Shore Road, Oslo"),
                  {"publisher_place": ""}),
}  # fmt: skip


@pytest.mark.parametrize("name", TYPES)
def test_types(name: str) -> None:
    """Each value is in the field that it has in a record of its type, and comes back from there."""
    ris_type, lines, expected = TYPES[name]
    found = typed(ris_type, *lines)
    assert {field: getattr(found, field) for field in expected} == expected
    report = Report()
    (again,) = loads(dumps([found], "ris", report=report), "ris", report=Report())
    lost = {path.partition(".")[0] for path in report.lost()}
    assert lost <= {"event_date", "grants", "categories"}
    assert {field: getattr(again, field) for field in expected if field not in lost} == {
        field: value for field, value in expected.items() if field not in lost
    }


def test_journal_of_a_paper_in_a_series() -> None:
    """It stands where readers look for it, not where a book has it beside its series."""
    paper = typed("SER", "M3  - Conference Paper", "T2  - Tidal Studies")
    assert "T2  - Tidal Studies" in dumps([paper], "ris").splitlines()


def test_work_without_an_author() -> None:
    """A film without an author has its director in the author's place, for there programs look; that is told."""
    report = Report()
    film = Citation(type="motion_picture", title="Tides", director=(SOMEONE,), producer=(OTHER,))
    lines = dumps([film], "ris", report=report).splitlines()
    assert ["AU  - Lind, Per", "A3  - Berg, Astrid"] == [line for line in lines if line[0] == "A"]
    assert {"author", "director"} == set(report.lost())


def test_fields_that_a_type_has_not() -> None:
    """What a tag means something else for in a type is not written under it."""
    report = Report()
    case = Citation(type="legal_case", title="Shelf v. Shore", publisher="Shelf Press", authority="High Court")
    assert "PB  - High Court" in dumps([case], "ris", report=report)
    assert ["publisher"] == list(report.lost())


def test_editors_and_series_of_books() -> None:
    """They stand where all programs find them, and for EndNote where it has them in books."""
    book = Citation(type="book", title="Tides", editor=(SOMEONE,), collection_title="Tidal Studies")
    assert {"ED  - Lind, Per", "T3  - Tidal Studies"} <= set(dumps([book], "ris").splitlines())
    lines = Ris({"target": "endnote"}).write(book).splitlines()
    assert {"A3  - Lind, Per", "T2  - Tidal Studies"} <= set(lines)


def test_books_of_scopus() -> None:
    """Scopus has a book's title for what holds it, too; it is no series of its own."""
    (citation,) = loads("TY  - BOOK\nTI  - Tides\nT2  - Tides\nDB  - Scopus\nER  - \n", "ris")

    assert ("book", "Tides", "") == (citation.type, citation.title, citation.collection_title)


def test_what_is_in_press() -> None:
    """RIS has a type for it, which is the state of an article elsewhere; that it is read of the type is reported."""
    text = "TY  - INPR\nTI  - Tides\nT2  - Salt\nER  - \n"
    (found,) = loads(text, "ris", report=Report())
    assert ("article-journal", "in press") == (found.type, found.status)
    assert [found] == loads(dumps([found], "ris", report=(report := Report())), "ris", report=Report())
    assert not report.lost()
    dumps([replace(found, status="")], "ris", report=(report := Report()))
    assert "status" in report.lost()
