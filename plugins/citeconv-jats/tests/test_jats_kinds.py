"""What references to works that are no articles have in places of their own: repositories, degrees, days of access."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import Citation, Date, Report, dumps, loads


def reference(inner: str, kind: str, name: str = "element-citation") -> Citation:
    """Return the only citation of a list."""
    text = f'<ref-list><ref><{name} publication-type="{kind}">{inner}</{name}></ref></ref-list>'
    (found,) = loads(text, "jats", report=Report())
    return found


@pytest.mark.parametrize(
    ("inner", "fields"),
    [
        ("<source>Shore</source>", {"publisher": "Shore"}),
        ("<source>Shore</source><publisher-name>Sea</publisher-name>",
         {"container_title": "Shore", "publisher": "Sea"}),
        ("<source>Shore</source><volume>3</volume>", {"container_title": "Shore", "volume": "3"}),
    ],
)  # fmt: skip
def test_the_source_of_data_is_their_repository(inner: str, fields: dict[str, Any]) -> None:
    """JATS4R has the repository there, which in other formats publishes them; a journal has a volume."""
    found = reference(f"<data-title>T</data-title>{inner}", "data")
    assert Citation(type="dataset", title="T", **fields) == found


@pytest.mark.parametrize("citation", ["element", "mixed"])
def test_a_repository_is_written_as_the_source(citation: str) -> None:
    """And is read again as what it was; data that stand in something are reported to be read as kept there."""
    data = Citation(type="dataset", title="T", publisher="Shore", doi="10.5555/t", key="k", issued=Date(year=2019))
    text = dumps([data], "jats", report=(report := Report()), jats_citation=citation)
    assert "<source>Shore</source>" in text
    assert "publisher-name" not in text
    assert not report.lost()
    assert [data] == loads(text, "jats", report=Report())
    held = Citation(type="dataset", title="T", container_title="Shore")
    dumps([held], "jats", report=(report := Report()))
    assert {"container_title", "publisher"} <= set(report.lost())


@pytest.mark.parametrize("comment", ["PhD thesis", "[PhD thesis]", "[PhD thesis]."])
def test_a_comment_that_is_the_kind_of_a_thesis(comment: str) -> None:
    """NLM's style has it in brackets; in other works it is a note, and so is a comment that says more."""
    inner = f"<source>T</source><comment>{comment}</comment>"
    assert Citation(type="thesis", title="T", genre="PhD thesis") == reference(inner, "thesis")
    assert (comment,) == reference(inner, "book").note
    for more in ("See also his master thesis of 2018", "Thesis, 3 vols", "This thesis was published later"):
        assert (more,) == reference(inner.replace(comment, more), "thesis").note


@pytest.mark.parametrize("kind", ["Inaugural-Dissertation", "Thèse de doctorat", "Tesis doctoral", "Thesis (MSc)"])
def test_kinds_of_theses(kind: str) -> None:
    """The degree stands before the word, or behind it."""
    assert kind == reference(f"<source>T</source><comment>{kind}</comment>", "thesis").genre


@pytest.mark.parametrize("word", ["accessed", "Accessed", "cited", "Retrieved"])
def test_words_before_a_day_of_access(word: str) -> None:
    """They say no more than the element does."""
    found = reference(
        f'<article-title>T</article-title> [{word} <date-in-citation content-type="access-date">12 Nov 2010'
        "</date-in-citation>]",
        "web",
        "mixed-citation",
    )
    assert (Date(year=2010, month=11, day=12), ()) == (found.accessed, found.extra)


def front(kind: str, journal: str = "J Tides") -> str:
    """Return an article of a kind."""
    return (
        f'<article article-type="{kind}"><front><journal-meta><journal-title-group><journal-title>{journal}'
        "</journal-title></journal-title-group></journal-meta><article-meta><title-group><article-title>T"
        "</article-title></title-group></article-meta></front></article>"
    )


@pytest.mark.parametrize("kind", ["brief-report", "meeting-abstract", "Rapid Communication"])
def test_a_kind_of_article_that_is_no_type_of_publication(kind: str) -> None:
    """It is kept, and a front is written with it again."""
    (found,) = loads(front(kind), "jats")
    assert ("article-journal", (("jats:article/@article-type", kind),)) == (found.type, found.extra)
    text = dumps([found], "jats-front", report=(report := Report()))
    assert f'article-type="{kind}"' in text
    assert not report.lost()
    assert [found] == loads(text, "jats")


@pytest.mark.parametrize(
    ("kind", "type_"), [("book-review", "review-book"), ("product-review", "review"), ("thesis", "thesis")]
)
def test_a_kind_of_article_that_is_a_type(kind: str, type_: str) -> None:
    """Reviews of books are CSL's, and come back."""
    (found,) = loads(front(kind), "jats")
    assert (type_, ()) == (found.type, found.extra)
    assert [found] == loads(dumps([found], "jats-front", report=Report()), "jats")


@pytest.mark.parametrize(("kind", "journal"), [("preprint", "J Tides"), ("research-article", "bioRxiv")])
def test_a_preprint_is_called_one(kind: str, journal: str) -> None:
    """As from every other format, so that others can tell it from a document; one that has no genre is reported."""
    (found,) = loads(front(kind, journal), "jats")
    assert ("article", "Preprint") == (found.type, found.genre)
    dumps([Citation(type="article", title="T", container_title=journal)], "jats-front", report=(report := Report()))
    assert "genre" in report.lost()


@pytest.mark.parametrize("citation", ["element", "mixed"])
def test_a_link_is_called_what_it_leads_to(citation: str) -> None:
    """JATS4R warns of links of which nothing is said but their address."""
    page = Citation(type="webpage", title="<i>Tides</i> & salt", url="https://example.org/1")
    text = dumps([page], "jats", report=(report := Report()), jats_citation=citation)
    assert 'xlink:href="https://example.org/1" xlink:title="Tides &amp; salt">' in text
    assert not report.lost()
    assert "xlink:title" not in dumps([Citation(type="webpage", url="https://example.org/1")], "jats", report=Report())
