"""Comments, corrections and retractions among the notes of a work, in formats that have no field for them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citeconv import Citation, Related, Report, dumps, loads
from citeconv.values.notices import read_notice, read_related, write_notice

FORMATS = ["ris", "endnote-xml", "refer"]
WORK = Citation(type="article-journal", key="k", title="T", container_title="J", status="retracted", note=("Kelp.",))
NOTICES = (
    Related(kind="retraction-in", citation="J Moss. 2022;3:4. doi: 10.5555/a.", doi="10.5555/a", pmid="90000001"),
    Related(kind="expression-of-concern-in", citation="J Moss. 2021;2:3."),
    Related(kind="corrected-and-republished-from", citation="J Moss. 2020;1:2.", pmid="90000002"),
)


@pytest.mark.parametrize("form", FORMATS)
def test_notices_are_notes(form: str) -> None:
    """Each is a note in NLM's words, and read again as what it was; the other notes stay notes."""
    work = replace(WORK, related=NOTICES)
    text = dumps([work], form, report=(report := Report()))
    assert "Retraction in: J Moss. 2022;3:4. doi: 10.5555/a. PMID: 90000001." in text
    assert not report.lost()
    (found,) = loads(text, form, report=Report())
    assert (NOTICES, ("Kelp.",), "retracted") == (found.related, found.note, found.status)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("end", ["", "-82"])
def test_lines_as_long_as_wrapped_ones(form: str, end: str) -> None:
    """Several notices stay apart where each could be a line that goes on, or it is told that they do not."""
    citation = f"J Mosses North. 2019 Apr 25;380(17):1679{end}"
    works = tuple([Related(kind="comment-in", citation=citation, pmid=pmid) for pmid in ("90000001", "90000002", "")])
    text = dumps([replace(WORK, note=(), status="", related=works)], form, report=(report := Report()))
    (found,) = loads(text, form, report=Report())
    assert works == found.related or "related" in report.lost()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "related",
    [
        Related(kind="cites", citation="J Moss. 2020;1:2."),
        Related(kind="other", note="peer-reviewed-article", doi="10.5555/b"),
        Related(kind="comment-in", doi="10.5555/b"),
        Related(kind="comment-in", citation="J Moss. 2020;1:2.", note="see there"),
        Related(kind="comment-in", citation="J Moss. 2020.", pmcid="PMC90000"),
    ],
)
def test_what_a_note_does_not_tell_is_reported(form: str, related: Related) -> None:
    """Works that are cited are no notices, and a notice is its kind, its text and two numbers."""
    dumps([replace(WORK, related=(related,))], form, report=(report := Report()))
    assert {"related"} == set(report.lost())


@pytest.mark.parametrize("form", FORMATS)
def test_a_notice_that_cites_nothing(form: str) -> None:
    """It is a note to who reads it, for many a note begins so."""
    work = replace(WORK, note=(), related=(Related(kind="comment-in", citation="J Moss."),))
    text = dumps([work], form, report=(report := Report()))
    assert {"related", "note"} == set(report.lost())
    (found,) = loads(text, form, report=Report())
    assert ((), ("Comment in: J Moss.",)) == (found.related, found.note)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("line", ["Retraction in: J Moss. 2022;3:4.", "Retracted Publication"])
def test_a_note_that_tells_of_a_retraction(form: str, line: str) -> None:
    """EndNote has all that PubMed says in the notes; who has it there is told that the work was retracted."""
    work = replace(WORK, status="", note=("eng", line))
    text = dumps([work], form, report=(report := Report()))
    assert "status" in report.lost()
    (found,) = loads(text, form, report=Report())
    assert "retracted" == found.status


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_a_note_of_no_more_than_a_retraction_in_bibtex(form: str) -> None:
    """It is read as the status, too, which is reported."""
    text = dumps([replace(WORK, status="", note=("Retracted Publication",))], form, report=(report := Report()))
    assert "status" in report.lost()
    (found,) = loads(text, "bibtex", report=Report())
    assert "retracted" == found.status


@pytest.mark.parametrize(
    ("line", "citation", "pmid"),
    [
        ("Comment in: J Moss. 2020;1:2. PMID: 90000003", "J Moss. 2020;1:2.", "90000003"),
        ("COMMENT IN: J Moss. 2020;1:2. PMID:90000003.", "J Moss. 2020;1:2.", "90000003"),
        ("Comment in:J Moss 2020", "J Moss 2020", ""),
    ],
)
def test_lines(line: str, citation: str, pmid: str) -> None:
    """However a program puts it, a notice is read as such."""
    assert Related(kind="comment-in", citation=citation, pmid=pmid) == read_notice(line)


@pytest.mark.parametrize(
    "line",
    ["Comment in", "Comment in:", "Comment: in J Moss 2020", "Cites: J Moss 2020", "Comment on: methods, n = 12", ""],
)
def test_lines_that_are_no_notices(line: str) -> None:
    """Other words, and words with nothing behind them that cites an article, stay a note."""
    assert read_notice(line) is None


def test_a_doi_that_the_text_does_not_tell_stands_behind_it() -> None:
    """So that who follows the notice finds the article."""
    related = Related(kind="erratum-for", citation="J Moss. 2020;1:2.", doi="10.5555/b", pmid="90000004")
    line = write_notice(related)
    assert "Erratum for: J Moss. 2020;1:2. doi: 10.5555/b. PMID: 90000004." == line
    assert "10.5555/b" == read_related("erratum-for", line).doi
