"""What usual styles print of works for which they have no form of their own, and that it is not read twice."""

from __future__ import annotations

import io

import pytest

from citeconv import Citation, Date, Identifier, dumps, load
from citeconv.report import Report

CASE = Citation(
    type="legal_case", key="k", title="Shelf v. Tide", container_title="Shore Reports", volume="12", page="34",
    number="19-45", authority="High Court", issued=Date(year=2019),
)  # fmt: skip
ACT = Citation(
    type="legislation", key="k", title="Tides Act", container_title="Shore Code", volume="4", section="56",
    issued=Date(year=2019),
)  # fmt: skip
STANDARD = Citation(
    type="standard", key="k", title="Shelves", number="ISO 9999:2019", publisher="ISO", publisher_place="Geneva",
    issued=Date(year=2019),
)  # fmt: skip


def read(text: str) -> Citation:
    """Return the one citation in a text."""
    (found,) = load(io.BytesIO(text.encode()), "bibtex", report=Report())
    return found


def written(citation: Citation, to: str) -> tuple[str, set[str]]:
    """Return a citation as text, and what is reported as lost."""
    report = Report()
    return dumps([citation], to, report=report), set(report.lost())


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (CASE, "No. 19-45, 12 Shore Reports 34 (High Court)"),
        (ACT, "4 Shore Code § 56"),
        (STANDARD, "ISO 9999:2019"),
    ],
    ids=["case", "act", "standard"],
)
def test_where_laws_and_cases_stand(citation: Citation, words: str) -> None:
    """BibLaTeX's usual styles print ``howpublished`` alone of where they stand: it says what the other fields say."""
    text, lost = written(citation, "biblatex")

    assert f"howpublished = {{{words}}}" in text
    assert (citation, set()) == (read(text), lost)


def test_laws_and_cases_in_bibtex() -> None:
    """In BibTeX they are ``@misc`` with a type, and the court is read as the publisher, which is told."""
    text, lost = written(CASE, "bibtex")

    assert "howpublished = {No. 19-45, 12 Shore Reports 34 (High Court)}" in text
    found = read(text)
    assert ("Shore Reports", "12", "34", "19-45") == (found.container_title, found.volume, found.page, found.number)
    assert {"authority", "publisher"} == lost
    assert found.type == "legal_case"


def test_howpublished_of_others() -> None:
    """What is no repetition of other fields is kept."""
    found = read("@jurisdiction{k, title = {Shelf v. Tide}, volume = {12}, howpublished = {Typescript}}")

    assert (("bibtex:howpublished", "Typescript"),) == found.extra


@pytest.mark.parametrize("version", ["1.2", "v1.2"])
def test_versions(version: str) -> None:
    """BibTeX's styles do not print ``version``; the note has it, and is read as no note."""
    citation = Citation(type="document", key="k", title="shelves", publisher="Shore", version=version)
    text, lost = written(citation, "bibtex")

    assert "note = {Version 1.2}" in text
    assert (citation, set()) == (read(text), lost)
    assert "note" not in written(citation, "biblatex")[0]
    assert "note" in written(Citation(type="document", title="shelves", note=("Version 2",)), "bibtex")[1]


def test_days_of_visits() -> None:
    """The note of a web page tells in BibTeX when it was visited, and is read as no note."""
    citation = Citation(
        type="webpage", key="k", title="Shelves", url="https://example.org/x", accessed=Date(year=2021, month=5, day=6)
    )
    text, lost = written(citation, "bibtex")

    assert "note = {Accessed: 2021-05-06}" in text
    assert (citation, set()) == (read(text), lost)


def test_numbers_at_arxiv_that_stand_as_numbers() -> None:
    """Zotero's number of a preprint is one at arXiv, and printed as that."""
    citation = Citation(type="article", key="k", title="Tides", publisher="arXiv", number="arXiv:2301.00001")
    modern, lost = written(citation, "biblatex")
    classic, _ = written(citation, "bibtex")

    assert "  eprint = {2301.00001},\n  eprinttype = {arxiv},\n" in modern
    assert "note = {arXiv:2301.00001}" in classic
    assert (Identifier(kind="arxiv", value="2301.00001"),) == read(modern).identifiers == read(classic).identifiers
    assert "number" in lost


def test_what_holds_songs_and_films() -> None:
    """BibLaTeX's usual styles print ``titleaddon`` and ``organization`` of them, and no book nor publisher."""
    citation = Citation(type="song", key="k", title="Tide", container_title="Shore", publisher="Shelf", genre="Single")
    text, lost = written(citation, "biblatex")

    assert "  titleaddon = {Shore},\n  organization = {Shelf},\n  type = {Single},\n" in text
    assert (citation, set()) == (read(text), lost)
