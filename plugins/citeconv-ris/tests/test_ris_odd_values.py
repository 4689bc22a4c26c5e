"""Values that their tags should not have, and citations that RIS has no good place for: nothing is lost unheard of."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import (
    FIELDS,
    Abstract,
    AbstractSection,
    Affiliation,
    Citation,
    Date,
    Event,
    Identifier,
    Keyword,
    Name,
    Report,
    dumps,
    loads,
)
from citeconv_ris.dates import write_date

LIND, ROE, WEI = Name(family="Lind", given="Per"), Name(family="Roe", given="A"), Name(family="Wei", given="R")


def read(*lines: str, kind: str = "JOUR", before: str = "") -> dict[str, Any]:
    """Return what is read of a record with these lines, but for its type and title."""
    text = "\n".join([*([before] if before else []), f"TY  - {kind}", "TI  - T", *lines, "ER  - ", ""])
    [found] = loads(text, "ris", report=Report())
    nothing = Citation()
    return {
        field: getattr(found, field)
        for field in FIELDS
        if field not in ("type", "title") and getattr(found, field) != getattr(nothing, field)
    }


def kept(*lines: tuple[str, str]) -> dict[str, Any]:
    """Return what is read of lines that are kept as they stand."""
    return {"extra": tuple((f"ris:{tag}", value) for tag, value in lines)}


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("NEWS", ["M1  - A12"], {"page": "A12"}),
        ("JOUR", ["PY  - 2031", "PD  - 05-12"], {"issued": Date(year=2031, month=5, day=12)}),
        ("NEWS", ["M1  - late edition"], kept(("M1", "late edition"))),
        ("JOUR", ["C7  - DOI: none"], kept(("C7", "DOI: none"))),
        ("JOUR", ["DO  - 10.5555/a", "DO  - ARTN 5 10.5555/b"],
         {"doi": "10.5555/a", "number": "5", **kept(("DO", "10.5555/b"))}),
        ("JOUR", ["AN  - 90000001", "AN  - 90000002", "DB  - PubMed"],
         {"pmid": "90000001", "source": "PubMed", "identifiers": (Identifier(kind="accession", value="90000002"),)}),
        ("JOUR", ["C6  - next year"], kept(("C6", "next year"))),
        ("JOUR", ["AB  - Salt.", "AB  - Sal.", "AB  - Sal."],
         {"abstract": (AbstractSection(paragraphs=("Salt.",)),),
          "other_abstracts": (Abstract(sections=(AbstractSection(paragraphs=("Sal.",)),)),)}),
        ("JOUR", ["SP  - -"], kept(("SP", "-"))),
        ("JOUR", ["AU  - Lind, Per", "AU  - [Anonymous]"], {"author": (LIND,), **kept(("AU", "[Anonymous]"))}),
        ("JOUR", ["AU  - ,", "AU  - Lind, Per", "AU  - ."], {"author": (LIND,), **kept(("AU", ","), ("AU", "."))}),
        ("BOOK", ["ED  - 2nd ed."], {"edition": "2nd ed."}),
        ("BOOK", ["DB  - Scopus", "T2  - Tides"], {"source": "Scopus", "collection_title": "Tides"}),
        ("BOOK", ["DB  - Scopus", "T2  - T"], {"source": "Scopus"}),
        ("JOUR", ["DA  - 13/5/2022", "DA  - May 2022"], {"issued": Date(year=2022, month=5, day=13)}),
    ],
)  # fmt: skip
def test_values(kind: str, lines: list[str], expected: dict[str, Any]) -> None:
    """A value that is not what its tag says is what it looks like, or kept."""
    assert read(*lines, kind=kind) == expected


@pytest.mark.parametrize(
    ("before", "kind", "lines", "expected"),
    [
        ("1.", "JOUR", ["CP  - 12"], {"issue": "12"}),
        ("1.", "JOUR", ["CP  - Norway"], {"journal_country": "Norway"}),
        ("1.", "JOUR", ["M2  - Lind, Per. Shelf College"], kept(("M2", "Lind, Per. Shelf College"))),
        ("1.", "JOUR", ["AI  - nobody knows"], kept(("AI", "nobody knows"))),
        ("Provider: John Wiley", "JOUR", ["C3  - PUBMED 90000001,SHELF 7"],
         {"pmid": "90000001", **kept(("C3", "SHELF 7"))}),
        ("Provider: American Psychological Association", "JOUR",
         ["KW  - salt", "KW  - sea", "DESCRIPTORS  - salt; sea"],
         {"keyword": (Keyword(text="salt"), Keyword(text="sea"))}),
        ("", "CONF", ["N1  - Export Date: 1 May 2020", "J2  - Proc. Tides", "C3  - Proceedings on Tides"],
         {"note": ("Export Date: 1 May 2020",), "container_title": "Proceedings on Tides",
          "container_title_short": "Proc. Tides"}),
        ("", "JOUR", ["N1  - Last updated - 2020-01-31"],
         {"history": (Event(kind="updated", date=Date(year=2020, month=1, day=31)),)}),
        ("", "JOUR", ["N1  - Last updated - soon", "N1  - Last updated - 2020-01-31", "N1  - Read"],
         {"history": (Event(kind="updated", date=Date(year=2020, month=1, day=31)),),
          "note": ("Last updated - soon", "Read")}),
        ("", "JOUR", ["U2  - L200001", "AU  - Roe, A", "M1  - Shelf College"],
         {"identifiers": (Identifier(kind="pui", value="L200001"),), "author": (ROE,),
          **kept(("M1", "Shelf College"))}),
        ("", "JOUR", ["DP  - EBSCOhost", "AD  - Lind, Per: Shelf", "UR  - lind@example.org"],
         {"source": "EBSCOhost", **kept(("AD", "Lind, Per: Shelf"), ("UR", "lind@example.org"))}),
        ("", "JOUR", ["DP  - EBSCOhost", "AU  - Lind, Per", "AU  - Wei, R",
                      "N1  - Lind, Per 1; Wei, R 2; Affiliations: 1: Inst Tides; 2: Shelf College"],
         {"source": "EBSCOhost", "author": (
             Name(family="Lind", given="Per", affiliations=(Affiliation(text="Inst Tides"),)),
             Name(family="Wei", given="R", affiliations=(Affiliation(text="Shelf College"),))),
          "note": ("Lind, Per 1; Wei, R 2; Affiliations: 1: Inst Tides; 2: Shelf College",)}),
    ],
)  # fmt: skip
def test_values_of_databases(before: str, kind: str, lines: list[str], expected: dict[str, Any]) -> None:
    """So it is with the tags of a database."""
    assert read(*lines, kind=kind, before=before) == expected


def test_a_title_of_jstor() -> None:
    """Its ``T1`` is the title where no other tag is."""
    [found] = loads("TY  - JOUR\nDB  - JSTOR\nT1  - Salt\nER  - \n", "ris", report=Report())
    assert found.title == "Salt"


@pytest.mark.parametrize(
    "text",
    [
        "TI  - Salt\n\nAU  - Lind, Per\nTY  - JOUR\nER  - \n",
        "TI  - Salt\nAU  - Lind, Per\n\nTY  - JOUR\nER  - \n",
    ],
)
def test_a_type_behind_an_empty_line(text: str) -> None:
    """It is that of the fields before it, wherever the line stands."""
    [found] = loads(text, "ris", report=Report())
    assert (found.type, found.title, found.author) == ("article-journal", "Salt", (LIND,))


def test_a_type_with_a_blank_too_few_behind_an_empty_line() -> None:
    """It begins a record, though others of the file have the right blanks, and it has no title."""
    text = "TY  - JOUR\nTI  - Tides\n\nTY - JOUR\nJO  - Shelves\nER  - \n\nTY  - JOUR\nTI  - Salt\nER  - \n"
    found = loads(text, "ris", report=Report())
    assert [("Tides", ""), ("", "Shelves"), ("Salt", "")] == [(one.title, one.container_title) for one in found]


@pytest.mark.parametrize(
    ("target", "citation", "lost"),
    [
        ("any", Citation(type="paper-conference", event_title="Proceedings on Tides", container_title="Sea"),
         {"event_title", "container_title", "extra"}),
        ("any", Citation(type="paper-conference", event_title="Tides", container_title="Proceedings on Sea",
                         extra=(("ris:UT", "WOS:1"),)), {"event_title"}),
        ("endnote", Citation(type="article-journal", available_date=Date(year=2020, month=3)), set()),
        ("endnote", Citation(type="article-journal", available_date=Date(year=2020)), {"available_date"}),
        ("endnote", Citation(type="article-journal", available_date=Date(year=2020, month=3), edition="2"),
         {"available_date"}),
        ("any", Citation(type="legal_case", submitted=Date(year=2020, month=3)), set()),
        ("any", Citation(type="legal_case", submitted=Date(literal="soon")), {"submitted"}),
        ("any", Citation(type="book", number_of_pages="120"), set()),
        ("any", Citation(type="book", number_of_pages="12-14"), {"number_of_pages", "page"}),
        ("any", Citation(type="book", author=(Name(family="Lind", given="Per, 1950-2000"),)), {"author"}),
        ("any", Citation(type="book", url="https://example.org/ovidweb.cgi?D=medl&AN=90000001"), {"pmid"}),
        ("any", Citation(type="book", identifiers=(Identifier(kind="accession", value="12; 34"),)), {"identifiers"}),
        ("any", Citation(type="book", abstract=(AbstractSection(paragraphs=("A",)),),
                         other_abstracts=(Abstract(sections=(AbstractSection(paragraphs=("A",)),)),)),
         {"other_abstracts"}),
    ],
)  # fmt: skip
def test_what_is_told_of_it(target: str, citation: Citation, lost: set[str]) -> None:
    """Each field that is read back otherwise is told of, and none besides."""
    report = Report()
    [again] = loads(dumps([citation], "ris", report=report, ris_target=target), "ris", report=Report())
    assert {field for field in FIELDS if getattr(again, field) != getattr(citation, field)} <= set(report.lost())
    assert set(report.lost()) == lost


def read_ovid(**labels: str) -> dict[str, Any]:
    """Return what Ovid's record with these labels says, underlines in their names written as blanks, and a title."""
    fields = "".join([f"{label.replace('_', ' ')}\n  {value}\n" for label, value in labels.items()])
    [found] = loads(f"<1>\nUnique Identifier\n  7\nTitle\n  T\n{fields}", "ovid", report=Report())
    nothing = Citation()
    return {
        field: getattr(found, field)
        for field in FIELDS
        if field not in ("type", "title", "identifiers") and getattr(found, field) != getattr(nothing, field)
    }


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({"Pages": "12-4"}, {"page": "12-14"}),
        ({"Pages": "No Pagination Specified"}, {"extra": (("ovid:Pages", "No Pagination Specified"),)}),
        ({"Correspondence_Address": "Lind, Per: Shelf"},
         {"extra": (("ovid:Correspondence Address", "Lind, Per: Shelf"),)}),
        ({"Year": "//"}, {"extra": (("ovid:Year", "//"),)}),
        ({"Start_of_Conference": "soon"}, {"extra": (("ovid:Start of Conference", "soon"),)}),
        ({"Link_to_the_Ovid_Full_Text_or_citation": "https://example.org/?isbn=9780306406157"},
         {"url": "https://example.org/?isbn=9780306406157", "isbn": ("9780306406157",)}),
        ({"Status": "\n  ".join(f"Publish Ahead of Print, {day} June 2020" for day in (12, 13, 14))},
         {"status": "Publish Ahead of Print", "issued": Date(year=2020, month=6, day=12),
          "available_date": Date(year=2020, month=6, day=13),
          "extra": (("ovid:Status", "Publish Ahead of Print, 14 June 2020"),)}),
        ({"Source": "Journal of Tides. Conference: Tidal Meeting. 22 (1) (pp 24-26), 2021."},
         {"container_title": "Journal of Tides", "event_title": "Tidal Meeting", "volume": "22", "issue": "1",
          "page": "24-26", "issued": Date(year=2021)}),
        ({"Source": "Journal of Tides. 22 (10 October) (pp 24-26), 2021."},
         {"container_title": "Journal of Tides", "volume": "22", "issue": "10", "page": "24-26",
          "issued": Date(year=2021, month=10)}),
    ],
)  # fmt: skip
def test_labels_of_ovid(labels: dict[str, str], expected: dict[str, Any]) -> None:
    """A label whose value has another form is kept, and a link or a source line tells what no label does."""
    assert read_ovid(**labels) == expected


@pytest.mark.parametrize(
    ("date", "text"), [(Date(year=2020, month=13), "2020"), (Date(year=2020, month=5, day=32), "2020/05//")]
)
def test_no_month_and_no_day_of_other_readers(date: Date, text: str) -> None:
    """What a reader from outside gives as month or day, and is none, is left out, which is told."""
    assert write_date(date) == (text, False)
