"""PubMed's two texts are told apart by what they begin with."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from citeconv import Date, Report, loads
from citeconv.detect import detect
from citeconv.errors import DetectionError
from citeconv.report import Diagnostic
from citeconv.source import Source

GOLDEN = Path(__file__).parent / "golden"
TEXT = """1. J Tides. 2024 Feb 1;26(2):228. doi: 10.5555/t.1. Epub 2023 Oct 9.

A tide in two dimensions.

Lindqvist A(1).

The tide turned; the film is at
{line}
which ends the abstract.

DOI: 10.5555/t.1
PMID: 90000001
"""


@pytest.mark.parametrize("line", ["0:29 of the second part,", "1:1 to the moon or the sun", "29: 1154-1160, 2013;"])
def test_a_line_of_an_abstract_that_begins_like_a_summary(line: str) -> None:
    """A summary is one paragraph: numbers before a colon in an abstract, far from its PMID, begin none."""
    assert "pubmed" == detect(Source(io.StringIO(TEXT.format(line=line)), name="x"))[0].format.name


@pytest.mark.parametrize(
    "text",
    [
        "1: Lindqvist A. Lichens. J Moss. 2019;4:1-2. PubMed PMID: 90000001.\n",
        "1: Lindqvist A, Ito D.\nLichens. J Moss.\n2019;4:1-2. PubMed PMID:\n90000001.\n",
    ],
)
def test_a_summary(text: str) -> None:
    """A summary may have its PMID in its first line, or the number on the line after."""
    assert "pubmed-summary" == detect(Source(io.StringIO(text), name="x"))[0].format.name


@pytest.mark.parametrize("mark", ["", "1. ", "[1] ", "(1) ", "1) ", "• ", "> ", "Our papers\n\n1. "])
@pytest.mark.parametrize("wrap", [" ", "\n"])
def test_a_list_of_citations(mark: str, wrap: str) -> None:
    """Citations as PubMed's "Cite" gives them are a summary without numbers, or with those of a list of references."""
    text = f"{mark}Lindqvist A, Ito D.{wrap}Lichens. J Moss. 2019 Oct;{wrap}4:1-2. PMID: 90000001; PMCID: PMC9000001.\n"
    assert "pubmed-summary" == detect(Source(io.StringIO(text), name="x"))[0].format.name


@pytest.mark.parametrize("mark", ["1. ", "[1] ", "1.\u00a0\u00a0", "References\n\n1.  "])
@pytest.mark.parametrize("wrap", [" ", "\n    "])
def test_a_list_of_references_without_pmids(mark: str, wrap: str) -> None:
    """A numbered list in AMA's style or Vancouver's, as pasted from a manuscript, is one of citations."""
    text = f"{mark}Lindqvist A, Ito D. Lichens. J Moss.{wrap}2019;4(2):1-2. doi:10.5555/t.1\n2. Ek B. Moss. 2010.\n"
    assert "pubmed-summary" == detect(Source(io.StringIO(text), name="x"))[0].format.name


ARTICLE = "Lindqvist A, Ito D. Lichens. J Moss. 2019;4(2):1-2."
BOOKS = (
    "Ek B. Moss of the north. Umeå: Moss Press; 2010.",
    "Moss Society. Moss in the world. Umeå: MS; 2011.",
    "Ek B. Lichens. In: Lind P, editor. Moss. 2nd ed. Umeå: Moss Press; 2001. p. 3-4.",
    "Moss portal [Internet]. Umeå: Moss Society; c2019. Available from: https://example.org",
    "Moss Society. Counting moss. 2011.",
)


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["in-lines", "in-paragraphs"])
@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize("mark", ["{}. ", "{}.  ", "[{}] "])
def test_books_in_a_list_of_references(mark: str, place: int, between: str) -> None:
    """Wherever the articles stand among books, a list is one, with empty lines between its items or without."""
    items = [*BOOKS[:place], ARTICLE, *BOOKS[place:]]
    text = between.join(mark.format(number) + item for number, item in enumerate(items, 1)) + "\n"
    report = Report()
    (found,) = loads(text, report=report)

    assert "Lichens" == found.title
    assert (6, 5) == (report.total.read, report.total.rejected)


@pytest.mark.parametrize("pmid", ["", " PMID: 90000001."])
@pytest.mark.parametrize(
    ("source", "issued", "number"),
    [
        ("J Moss. 2019 Feb 11. doi: 10.5555/t.1.", Date(year=2019, month=2, day=11), ""),
        ("J Moss. 2019 Feb 11:izz020. doi: 10.5555/t.1.", Date(year=2019, month=2, day=11), "izz020"),
        ("J Moss. 2019:izz020. doi: 10.5555/t.1.", Date(year=2019), "izz020"),
        ("J Moss. Published online February 11, 2019. doi:10.5555/t.1.", Date(year=2019, month=2, day=11), ""),
        ("J Moss. Published online May 2019:izz020. doi:10.5555/t.1", Date(year=2019, month=5), "izz020"),
    ],
)
def test_an_article_ahead_of_print_in_a_list(source: str, issued: Date, number: str, pmid: str) -> None:
    """Vancouver and AMA give it the day on which it appeared online, for lack of a volume."""
    report = Report()
    text = f"1. {ARTICLE}\n2. Ek B, Ito D, et al. Why is moss green? {source}{pmid}\n3. {BOOKS[4]}\n"
    found = loads(text, report=report)

    assert ["Lichens", "Why is moss green?"] == [each.title for each in found]
    assert ("J Moss", issued, number) == (found[1].container_title_short, found[1].issued, found[1].number)
    assert ("10.5555/t.1", ("author",), 1) == (found[1].doi, found[1].et_al, report.total.rejected)


@pytest.mark.parametrize("size", [1, 200], ids=["short", "long"])
def test_references_behind_a_manuscript(size: int) -> None:
    """The text before a list of references is nobody's, however long, and whatever is numbered in it."""
    body = "AIM: To grow moss.\n\nUV light and CD4-positive cells grow moss [1]. In 2019, Lind A. grew some.\n\n"
    steps = "Methods\n\n1.  We grew moss.\n2.  We looked at it. 2019 was wet; 3 were dry.\n\n"
    text = f"{body * size}{steps}References\n\n1.  {BOOKS[0]}\n2.  {ARTICLE}\n"

    assert ["Lichens"] == [each.title for each in loads(text, report=Report())]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("TY  - JOUR\nTI  - Moss\nN1  - It cites\n{}\nER  - \n", "ris"),
        ("@article{{a,\n  title = {{Moss}},\n  note = {{It cites\n{}}},\n}}\n", "bibtex"),
        ("PMID- 90000001\nTI  - Moss.\nAB  - It cites\n{}\n", "nbib"),
        ("%0 Journal Article\n%T Moss\n%Z It cites\n{}\n", "refer"),
        ("Record #1 of 1\nID: CN-1\nTI: Moss\nAB: It cites\n{}\n", "cochrane"),
        ("<1>\nTitle\n  Moss.\nNotes\n  It cites\n{}\n", "ovid"),
        ("FN Clarivate\nVR 1.0\nPT J\nTI Moss\nAB It cites\n{}\nER\n\nEF\n", "wos"),
        ("1. J Moss. 2019;4(2):1-2.\n\nMoss.\n\nEk B.\n\nIt cites\n\n{}\n\nPMID: 90000001\n", "pubmed"),
    ],
    ids=lambda value: value if value.isalpha() else "",
)
def test_references_within_a_record(head: str, name: str) -> None:
    """What a record cites, a line each, does not make a list of its file."""
    text = head.format(f"1. {ARTICLE}")

    assert name == detect(Source(io.StringIO(text), name="x.txt"))[0].format.name


@pytest.mark.parametrize("journal", ["Phys Rev E", "Am J Med Genet A", "PLoS ONE", "Proc Natl Acad Sci U S A"])
def test_a_journal_named_as_people_are(journal: str) -> None:
    """The date follows it at once, so it begins a record and no list."""
    text = f"1. {journal}. 2019 Oct;4(2):1-2. doi: 10.5555/t.1.\n\nTides.\n\nLindqvist A.\n\nPMID: 90000001\n"
    assert "pubmed" == detect(Source(io.StringIO(text), name="x"))[0].format.name


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nN1  - Lindqvist A. Lichens. J Moss. 2019;4:1-2. PMID: 90000001\nER  - \n",
        f"{TEXT.format(line='Ek B. Moss. J Moss. 2019;4:1. PMID: 90000002, one more,')}",
    ],
)
def test_a_citation_within_a_record(text: str) -> None:
    """A citation that a record holds makes no list of its file."""
    assert "pubmed-summary" != detect(Source(io.StringIO(text), name="x"))[0].format.name


def test_a_line_of_a_summary_that_begins_like_a_record() -> None:
    """Only behind a blank line does a number with a journal and a year begin a record: a title may end in a number."""
    text = (
        "1: Lindqvist A. Tides of\n2019. J Moss. 2019;4:1-2. PMID: 90000001.\n\n"
        "2: Ek B. Part\n1. J Moss. 2020 Oct;4:3. PMID: 90000002.\n"
    )
    assert "pubmed-summary" == detect(Source(io.StringIO(text), name="x"))[0].format.name


@pytest.mark.parametrize("title", ["Tides and stones\nof the North", "Tides Type I"])
@pytest.mark.parametrize("before", ["", "Ek A.\n\nIn: ", "Ek A, Lind\nB.\n\n", "Moss: Data on\n[Internet]. "])
def test_a_book_alone(title: str, before: str) -> None:
    """A book or a chapter, which has a title in the place of a source line, is known by its imprint."""
    text = f"\n1. {title}.\n\n{before}Umeå (SE): Moss; 2013 Nov.\n\nPMID: 90000001\n"
    assert "pubmed" == detect(Source(io.StringIO(text), name="x"))[0].format.name


@pytest.mark.parametrize("before", ["", "# moss\n", "Saved from PubMed\nCount: 2\n"])
def test_records_without_blank_lines_between_them(before: str) -> None:
    """Records whose blank lines somebody deleted are known at the beginning of the file, and behind a heading."""
    text = f"{before}{TEXT}".replace("\n\n", "\n")
    assert "pubmed" == detect(Source(io.StringIO(text), name="x"))[0].format.name


@pytest.mark.parametrize("number", ["", "1: ", "1:", "1) "])
def test_records_without_a_number_and_a_stop(number: str) -> None:
    """Records whose numbers somebody deleted, or that have them as before 2009, are known by what else they are."""
    text = f"\n{number}J Tides. 2007 Mar;26(2):228.\n\nA tide.\n\nLindqvist A.\n\nIt turned.\n\nPMID: 90000001\n"
    assert "pubmed" == detect(Source(io.StringIO(text), name="x"))[0].format.name


@pytest.mark.parametrize("mark", ["> ", ">> ", "> > ", "\t"])
def test_quoted_or_indented(mark: str) -> None:
    """An export within an answer to a mail is known behind its marks."""
    text = "".join([f"{mark}{line}\n" for line in TEXT.splitlines()])
    seen: list[Diagnostic] = []
    (found,) = loads(f"On Monday, Per Lind wrote:\n\n{text}", report=Report(seen.append))
    assert (found.pmid, found.page) == ("90000001", "228")
    assert any("before each line" in one.message for one in seen)


@pytest.mark.parametrize("text", ["J Tides. 2007 Mar;26(2):228.\n\nA tide.\n", "Tides. 2007.\n\nPMID: 90000001\n"])
def test_a_source_line_alone_is_no_record(text: str) -> None:
    """Without a number, a source line begins a record only if a PMID follows, and only with a volume, page or DOI."""
    with pytest.raises(DetectionError):
        detect(Source(io.StringIO(text), name="x"))


@pytest.mark.parametrize("blanks", ["\u00a0\u00a0", " \u00a0", "\u00a0 "])
def test_a_no_break_blank_behind_a_number(blanks: str) -> None:
    """A record begins at its number also where a page or a word processor made the blank behind it a no-break one."""
    first, second = blanks
    record = "J Tides. 2007 Mar;26(2):228.\n\nA tide.\n\nLindqvist A.\n\nIt turned.\n\nPMID: 9000000"
    found = loads(f"1.{first}{record}1\n\n\n2.{second}{record}2\n")
    assert [("90000001", "A tide"), ("90000002", "A tide")] == [(each.pmid, each.title) for each in found]


@pytest.mark.parametrize(
    "name",
    [
        "summary-copied-from-similar-articles",
        "summary-copied-with-buttons",
        "summary-copied-with-buttons-in-one-line",
        "summary-titles-first",
    ],
)
def test_pages_of_pubmed(name: str) -> None:
    """What was copied from PubMed's pages is known, although titles stand before authors."""
    text = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").partition("---output---")[0]
    assert "pubmed-summary" == detect(Source(io.StringIO(text), name="x"))[0].format.name


def test_a_list_whose_pmids_are_linked() -> None:
    """Markdown puts a bracket before the PMID."""
    text = "* Lind P, Vega H. Tides. J Tides. 2021;17:5. [PubMed PMID: 90000001](https://example.org/1).\n"
    assert "pubmed-summary" == detect(Source(io.StringIO(text), name="x"))[0].format.name


def test_numbered_records_of_ris() -> None:
    """A number before tags, and PMIDs with their sources in one of them, make no list of citations."""
    text = "1.\nTY  - JOUR\nT1  - Tides\nN1  - Comment in: J Tides. 2014 Apr;41(4):266-7; PMID: 90000002\nER  -\n"
    assert "ris" == detect(Source(io.StringIO(text), name="x"))[0].format.name
