"""Retracted works, of which databases tell by the type of the publication: each format reads a status of it."""

from __future__ import annotations

import pytest

from citeconv import Citation, Report, dumps, loads
from citeconv.values.nlm import tell_retraction

READ = {
    "ris": "TY  - JOUR\nTI  - T\nJO  - J\nM3  - Article; Retracted Publication\nER  - \n",
    "ris of Scopus": "TY  - JOUR\nTI  - T\nJO  - J\nM3  - Retracted\nER  - \n",
    "csv of Scopus": "Authors,Title,Year,Source title,Document Type,EID\nLind P.,T,2000,J,Retracted,2-s2.0-1\n",
    "csv of the Web of Science": "Article Title,Source Title,Document Type\nT,J,Article; Retracted Publication\n",
    "bibtex": "@article{k, title = {T}, journal = {J}, type = {Article; Retracted Publication}}",
    "bibtex of Scopus": "@article{k, title = {T}, journal = {J}, document_type = {Retracted}, source = {Scopus}}",
    "refer": "%0 Journal Article\n%T T\n%J J\n%9 Journal Article; Retracted Publication\n",
    "wos": "FN Clarivate\nVR 1.0\nPT J\nTI T\nSO J\nDT Article; Retracted Publication\nER\n\nEF\n",
    "nbib": "PMID- 90000001\nTI  - T.\nPT  - Retracted Publication\nJT  - J\n",
    "ovid": "<1>\nTitle\n  T.\nSource\n  J. 2000.\nPublication Type\n  Journal Article. Retracted Publication.\n",
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    """Whoever has the record is told that the work was retracted, wherever he has it from."""
    report = Report()
    (found,) = loads(READ[name], name.partition(" ")[0], report=report)
    assert found.status == "retracted"


@pytest.mark.parametrize("types", [("Retraction of Publication",), ("Retraction",), ("Review",), ()])
def test_what_was_not_retracted(types: tuple[str, ...]) -> None:
    """The notice that retracts a work is none that was retracted."""
    assert not tell_retraction(types)
    text = READ["ris"].replace("Retracted Publication", "; ".join(types) or "Review")
    (found,) = loads(text, "ris", report=Report())
    assert found.status == ""


@pytest.mark.parametrize("form", ["ris", "endnote-xml", "refer", "bibtex", "biblatex", "csv", "json"])
def test_written(form: str) -> None:
    """A status is read again; types alone that tell of one are read as one, too, which is reported."""
    told = Citation(type="article-journal", key="k", title="T", container_title="J", status="retracted")
    report = Report()
    (again,) = loads(dumps([told], form, report=report), form, report=Report())
    assert again.status == "retracted"
    assert "status" not in report.lost()
    types = Citation(
        type="article-journal", key="k", title="T", container_title="J", publication_types=("Retracted Publication",)
    )
    (again,) = loads(dumps([types], form, report=(report := Report())), form, report=Report())
    assert (again.status != "") == ("status" in report.lost())
