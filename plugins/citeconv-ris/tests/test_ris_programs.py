"""What reference managers put into RIS that databases do not."""

from __future__ import annotations

import pytest

from citeconv import Citation, Date, Identifier, Issn, Report, dumps, loads


def one(*lines: str) -> Citation:
    (citation,) = loads("\n".join(("TY  - JOUR", "TI  - Tides", *lines, "ER  - ", "")), "ris")
    return citation


def test_notes_that_zotero_has_for_lack_of_a_field() -> None:
    """What begins with the label of a field is that field where nothing else tells it; the rest stays a note."""
    found = one(
        "T2  - J Tides", "N1  - Number: 3", "Publisher: Shelf Press", "Place: North Bay", "ISSN: 1234-5679",
        "_eprint: https://example.org", "Section: Original Article",
    )  # fmt: skip

    assert ("3", "Shelf Press", "North Bay") == (found.issue, found.publisher, found.publisher_place)
    assert (Issn(value="1234-5679"),) == found.issn
    assert ("_eprint: https://example.org", "Section: Original Article") == found.note


def test_numbers_in_notes_that_the_record_has_anyway() -> None:
    """They are no notes beside the field that has the same ones."""
    found = one("SN  - 1234-5679", "SN  - 9780000000019", "N1  - ISBN: 9780000000019", "N1  - A note")

    assert (("9780000000019",), ("A note",)) == (found.isbn, found.note)


@pytest.mark.parametrize(
    "note",
    [
        "Publisher: Salt",
        "ISBN: none",
        "The publisher: Salt",
        "Number: ",
        "Publisher: Salt; later Shelf",
        "PMID: see below",
    ],
)
def test_other_notes_stay(note: str) -> None:
    """Another value than the field has, one of another form, and words that only hold a label are notes."""
    assert (note.strip(),) == one("PB  - Shelf Press", f"N1  - {note}").note


def test_a_number_in_a_note_is_no_issue_of_what_has_none() -> None:
    """The number of a book is not known to be that of an issue."""
    (book,) = loads("TY  - BOOK\nTI  - Tides\nN1  - Number: 3\nER  - \n", "ris")

    assert ("", ("Number: 3",)) == (book.issue, book.note)


def test_notes_that_will_be_read_as_a_field_are_told() -> None:
    """A note of another format that begins with such a label is told where it will not be one again."""
    report = Report()
    dumps([Citation(type="book", title="Tides", note=("Publisher: Shelf Press",))], "ris", report=report)

    assert {"note", "publisher"} == set(report.lost())


def test_the_number_of_a_preprint_at_arxiv() -> None:
    """Zotero has it for the accession number, and with its class as a note; it is written there again."""
    number = (Identifier(kind="arxiv", value="2101.00001v2"),)
    old = (Identifier(kind="arxiv", value="hep-th/9901001"),)

    assert number == one("DO  - 10.5555/a", "AN  - arXiv:2101.00001v2").identifiers
    assert old == one("AN  - arXiv:hep-th/9901001").identifiers
    noted = one("N1  - arXiv:2101.00001v2 [cs, eess]")
    assert (number, ("arXiv:2101.00001v2 [cs, eess]",)) == (noted.identifiers, noted.note)
    bare = one("AN  - arXiv:2101.00001v2", "N1  - arXiv:2101.00001v2")
    assert (number, ()) == (bare.identifiers, bare.note)
    report = Report()
    preprint = Citation(type="article", genre="preprint", title="T", doi="10.5555/a", identifiers=number)
    assert "AN  - arXiv:2101.00001v2" in dumps([preprint], "ris", report=report).splitlines()
    assert not report.lost()


def test_the_place_of_rayyan() -> None:
    """It is the publisher's, as MEDLINE has it, or addresses of authors, as Embase has them."""
    lines = ("AN  - rayyan-1", "AU  - Lind, P.", "AU  - Roe, A.")

    assert "Netherlands" == one(*lines, "CY  - Netherlands").publisher_place
    assert "" == one(*lines, "CY  - P. Lind, School of Salt, Northport").publisher_place
    assert "Northport, Maryland" == one("AN  - rayyan-1", "CY  - Northport, Maryland").publisher_place


def test_files_of_papers_are_linked() -> None:
    """Papers and Bookends have a field of their own in BibTeX for the file, which is a PDF in RIS, and told so."""
    report = Report()
    file = Identifier(kind="local-url", value="file://localhost/lib/a.pdf")
    written = dumps([Citation(title="T", url="https://example.org", identifiers=(file,))], "ris", report=report)

    assert "L1  - file://localhost/lib/a.pdf" in written.splitlines()
    assert "identifiers" in report.lost()


def test_works_cited_in_notes_of_scopus() -> None:
    """They stand on a line each behind a label, are no notes, and are written so for Scopus alone."""
    first, second = "Lind, P., Tides (2001) Salt, 3, pp. 1-8", "Roe, A., Shelves (2002) Seas, 4"
    lines = ("DB  - Scopus", "N1  - Export Date: 1 May 2020", f"N1  - References: {first};", f"{second};", "Wei, R.")
    found = one(*lines, "N1  - A note")

    assert (f"{first}; {second}; Wei, R.", ("Export Date: 1 May 2020", "A note")) == (found.references, found.note)
    report = Report()
    written = dumps([found], "ris", report=report)
    assert f"N1  - References: {first}; {second}; Wei, R." in written.splitlines()
    assert found.references == loads(written, "ris")[0].references
    assert "references" not in report.lost()
    dumps([Citation(title="T", references="A; B")], "ris", report=report)
    assert "references" in report.lost()
    assert ("References: 12",) == one("N1  - References: 12").note
    assert ("References: see Lind (2001)",) == one("N1  - References: see Lind (2001)").note


def test_a_date_of_pandas() -> None:
    """What pandas writes for nothing is no part of a date."""
    assert Date(year=2020) == one("DA  - 2020///nan").issued


def test_notes_of_zotero_have_no_empty_lines() -> None:
    """Its notes are HTML, of which elements stand alone on lines that say nothing."""
    assert ("A", "x") == one("N1  - <div><p>A</p>", "<ul>", "<li>", "x</li>", "</ul>", "</div>").note


def test_lists_that_asreview_spells_out() -> None:
    """It writes those of tags that it does not know a sign a line, blanks as empty values."""
    signs = "['van der Berg, A. M.', \"O'Lind, Per\"]"
    found = one(*[f"A1  - {sign}" for sign in signs], "AB  - First.", "Second.")
    assert [("van der Berg", "A M"), ("O'Lind", "Per")] == [(name.family, name.given) for name in found.author]
    assert found.author == one(*[f"A1  - {sign}".rstrip() for sign in signs]).author
    assert ["[", "1"] == [name.literal for name in one("AU  - [", "AU  - 1", "KW  - ", "KW  - a").author]


def test_an_issue_behind_the_volume() -> None:
    """People have both in one tag; of a journal they are parted, unless a year stands there, or an issue elsewhere."""
    assert ("50", "2") == (one("VL  - 50(2)").volume, one("VL  - 50(2)").issue)
    assert ("50", "Suppl 1") == (one("VL  - 50 (Suppl 1)").volume, one("VL  - 50 (Suppl 1)").issue)
    assert ("50(2019)", "") == (one("VL  - 50(2019)").volume, one("VL  - 50(2019)").issue)
    assert ("50(2)", "3") == (one("VL  - 50(2)", "IS  - 3").volume, one("VL  - 50(2)", "IS  - 3").issue)
    report = Report()
    dumps([Citation(type="article-journal", title="Tides", volume="50(2)")], "ris", report=report)
    assert {"volume", "issue"} <= set(report.lost())


def test_none_is_no_value() -> None:
    """Programs in Python write it for nothing, as they do ``nan``; it is kept."""
    found = one("VL  - None", "SP  - None", "IS  - 3")
    assert ("", "3", "", (("ris:VL", "None"), ("ris:SP", "None"))) == (
        found.volume, found.issue, found.page, found.extra,
    )  # fmt: skip


def test_the_number_of_an_article_as_pubmed_told_it() -> None:
    """Behind what it is, in the place of the first page."""
    assert ("E1392", "") == (one("SP  - pii: E1392").number, one("SP  - pii: E1392").page)
    for page in ("pii: E1392", "Article No. e7"):
        report = Report()
        dumps([Citation(type="article-journal", title="Tides", page=page)], "ris", report=report)
        assert {"page", "number"} == set(report.lost())


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("1998///Fal 1998", Date(year=1998, season=3)),
        ("1987///Spr 1987", Date(year=1987, season=1)),
        ("2002///Apr 12", Date(year=2002, month=4, day=12)),
        ("2002///Jan", Date(year=2002, month=1)),
        ("2002///in press", Date(year=2002, literal="in press")),
        ("2002/05//Apr", Date(year=2002, month=5, literal="Apr")),
    ],
)
def test_months_and_seasons_behind_the_year(told: str, date: Date) -> None:
    """EBSCO's PsycINFO cuts seasons short, and EndNote has the day in words; what contradicts the month is kept."""
    assert date == one(f"Y1  - {told}").issued


def test_pages_as_programs_part_them() -> None:
    """Zotero parts those of a letter and its reply; others say one page twice, or have the end of the DOI for it."""
    assert "1405; author reply 1406" == one("SP  - 1405;", "EP  - author reply 1406").page
    assert "1405;" == one("SP  - 1405;").page
    assert ("e0123456", "") == (one("SP  - e0123456-e0123456").number, one("SP  - e0123456-e0123456").page)
    found = one("SP  - 2023.04.10.23000000", "DO  - 10.5555/2023.04.10.23000000")
    assert ("2023.04.10.23000000", "") == (found.number, found.page)
    assert ("", "7") == (one("SP  - 7", "DO  - 10.5555/7").number, one("SP  - 7", "DO  - 10.5555/7").page)
