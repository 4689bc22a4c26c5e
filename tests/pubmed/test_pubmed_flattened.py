"""PubMed's text that pubmed.mineR has made a table of: a row a record, its line ends gone."""

from __future__ import annotations

from citeconv import Report, loads
from told import read_told

HEADER = "jn\tabs\tpmid\n"
OLDER = (
    "1. J Tides. 2018 Nov;226:89-96. doi: 10.1000/tides.1. Epub 2018\tOct 10.  Tides of a  long shelf (LS-1).  "
    "Lind PA(1), Wei R(2).  Author information:  (1)Tide Institute, Harbour, Sweden. Electronic address: "
    "lind@example.org. (2)Shelf College, North  Shore, Norway.  Tides are seen twice a day.  They are high.  "
    "RESULTS: None  was low.  Copyright © 2018 Salt B.V.  DOI: 10.1000/tides.1  \t90000001\n"
)
NEWER = (
    "2. Shelf Res. 2020 Feb 26. doi: 10.1000/shelf.2. \tEpub 2020 Feb 1.  Salt.  Berg A(1).  "
    "Author information: (1)Tide Institute, North. berg@example.org  Comment in     Shelf Res. 2021 "
    "Mar;9(3):631-9.  We saw  salt.  DOI: 10.1000/shelf.2 PMCID: PMC7000001 \t90000002\n"
)


def test_rows() -> None:
    """Wrapped lines are joined; blocks are told by how they begin and end."""
    (older, newer), seen = read_told(HEADER + OLDER + NEWER)

    assert (older.title, older.page, older.doi) == ("Tides of a long shelf (LS-1)", "89-96", "10.1000/tides.1")
    assert (older.pmid, newer.pmid, newer.pmcid) == ("90000001", "90000002", "PMC7000001")
    assert [[place.text for place in name.affiliations] for name in older.author] == [
        ["Tide Institute, Harbour, Sweden. Electronic address: lind@example.org."],
        ["Shelf College, North Shore, Norway."],
    ]
    assert [(each.label, each.paragraphs) for each in older.abstract] == [
        ("", ("Tides are seen twice a day. They are high.",)),
        ("RESULTS", ("None was low.",)),
    ]
    assert older.copyright == "Copyright © 2018 Salt B.V."
    assert (newer.title, newer.abstract[0].paragraphs) == ("Salt", ("We saw salt.",))
    assert newer.author[0].affiliations[0].text == "Tide Institute, North. berg@example.org"
    assert [(each.kind, each.citation) for each in newer.related] == [("comment-in", "Shelf Res. 2021 Mar;9(3):631-9.")]
    assert (older.extra, newer.extra, seen) == ((), (), [])


def test_the_end_of_the_record_before() -> None:
    """What stands in a row before the number of its record is reported."""
    found, seen = read_told(f"{HEADER}{OLDER}of interest.\t  {NEWER.replace(chr(9) + 'Epub', 'Epub')}")
    assert [citation.title for citation in found] == ["Tides of a long shelf (LS-1)", "Salt"]
    assert [(each.line, "of interest." in each.message) for each in seen] == [(3, True)]


def test_a_row_without_a_record() -> None:
    """It is rejected alone, and can be read again with the header that goes with it."""
    report = Report()
    text = f"{HEADER}2020 Feb 26.\t Salt.  Berg A.\t90000003\n{OLDER}"
    found = loads(text, report=report)
    assert [citation.pmid for citation in found] == ["90000001"]
    assert (report.inputs[0].read, report.inputs[0].rejected) == (2, 1)
    assert [each.code for each in read_told(text)[1]] == ["damaged-record"]
