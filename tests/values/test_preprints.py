"""Preprints, which each format calls so where the source or the server says so."""

from __future__ import annotations

import pytest

from citeconv import Citation, Identifier, Report, dumps, loads

READ = {
    "csv of Zotero": "Item Type,Title,Author,Publication Year\npreprint,T,A,2020\n",
    "csv of Scopus": "Document Type,Title,Authors,Year\nPreprint,T,Lind P.,2020\n",
    "csv without types": "Title,Authors,Year,Journal\nT,Lind P.,2020,bioRxiv\n",
    "ris": "TY  - PREPRINT\nTI  - T\nER  - \n",
    "csl-json": '[{"id": "k", "type": "preprint", "title": "T"}]',
    "refer": "%0 Preprint\n%T T\n",
    "bibtex": "@preprint{k, title = {T}}",
    "nbib": "PMID- 90000001\nTI  - T.\nPT  - Preprint\nJT  - J\n",
}


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    """A preprint is one in whatever words its source has for it."""
    (found,) = loads(READ[name], name.partition(" ")[0], report=Report())
    assert ("article", "Preprint") == (found.type, found.genre)


@pytest.mark.parametrize("form", ["ris", "bibtex", "biblatex"])
@pytest.mark.parametrize(
    ("fields", "genre"),
    [
        ({"publisher": "bioRxiv"}, "Preprint"),
        ({"container_title": "medRxiv"}, "Preprint"),
        ({"publisher": "Shelf"}, ""),
    ],
)
def test_written(form: str, fields: dict[str, str], genre: str) -> None:
    """What a server of preprints has is written as one, and is one again; nothing is said of other papers."""
    paper = Citation(type="article", key="k", title="T", **fields)  # type: ignore[arg-type]
    (found,) = loads(dumps([paper], form, report=(report := Report())), form, report=Report())
    assert (genre == "Preprint") == ("genre" in report.lost())
    assert genre == found.genre
    assert (found.type == "article") == ("type" not in report.lost())


@pytest.mark.parametrize(("form", "shown"), [("ris", True), ("bibtex", False), ("biblatex", False)])
def test_at_arxiv(form: str, shown: bool) -> None:
    """RIS has no other word for what arXiv has; in BibTeX its number tells it."""
    paper = Citation(type="article", title="T", identifiers=(Identifier(kind="arxiv", value="2301.00001"),))
    text = dumps([paper], form, report=Report())
    assert shown == ("preprint" in text.lower())
    assert "article" == loads(text, form, report=Report())[0].type


def test_the_entry_type_of_a_preprint_tells_it() -> None:
    """Who has such an entry gets it back as it was."""
    text = "@preprint{k,\n  title = {T},\n}\n"
    assert text == dumps(loads(text, "bibtex"), "bibtex", report=Report())
