"""Supplements of journals, told behind the issue."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citeconv import Citation, Report, dumps, loads
from citeconv.citation import CitationType
from citeconv.values.supplements import told_in_issue

ARTICLE = Citation(type="article-journal", key="k", title="T", container_title="J", volume="7", page="12-15")


@pytest.mark.parametrize(
    ("issue", "supplement", "expected"),
    [
        ("2", "3", "2 Suppl 3"),
        ("", "3", "Suppl 3"),
        ("2", "Suppl A", "2 Suppl A"),
        ("", "Supplement 1", "Supplement 1"),
        ("2 Suppl 3", "3", "2 Suppl 3"),
    ],
)
def test_behind_the_issue(issue: str, supplement: str, expected: str) -> None:
    """As NLM has it; a word that says what it is, or an issue that tells it already, stays as it is."""
    lost: list[str] = []
    kept: list[str] = []
    citation = replace(ARTICLE, issue=issue, supplement=supplement)
    told = told_in_issue(citation, lambda field, _: lost.append(field), kept.append)

    assert (expected, "") == (told.issue, told.supplement)
    assert lost == ["supplement", *["issue"] * (issue != expected)]
    assert kept == ["supplement"]


def test_parts() -> None:
    """A part stands in front of a supplement; what has a field of its own stays there."""
    citation = replace(ARTICLE, issue="5", supplement="1", part="2")
    told = told_in_issue(citation, lambda *_: None, lambda _: None)
    assert ("5 Pt 2 Suppl 1", "", "") == (told.issue, told.supplement, told.part)
    told = told_in_issue(citation, lambda *_: None, lambda _: None, ("part",))
    assert ("5 Suppl 1", "", "2") == (told.issue, told.supplement, told.part)


@pytest.mark.parametrize(("kind", "supplement"), [("regulation", "3"), ("book", "3"), ("article-journal", "")])
def test_what_is_in_no_issue(kind: CitationType, supplement: str) -> None:
    """The supplement of a law or a book is none of an issue."""
    citation = replace(ARTICLE, type=kind, supplement=supplement)
    assert told_in_issue(citation, pytest.fail, pytest.fail) is citation


@pytest.mark.parametrize("form", ["ris", "bibtex", "biblatex", "nbib", "endnote-xml", "refer"])
def test_formats_without_a_field_for_it(form: str) -> None:
    """It is written, read with the issue, and told once."""
    made = replace(ARTICLE, issue="2", supplement="3", part="1")
    report = Report()
    (again,) = loads(dumps([made], form, report=report), form)

    expected, lost = ("2 Pt 1 Suppl 3", {"part", "supplement", "issue"})
    if form in ("bibtex", "biblatex"):
        expected, lost = "2 Suppl 3", {"supplement", "issue"}
    assert ("7", expected, "") == (again.volume, again.issue, again.supplement)
    assert report.lost().keys() - {"key"} == lost
    for field in ("part", "supplement"):
        assert len([tally for tally in report.tallies.values() if tally.first.field == field]) == (field in lost)
