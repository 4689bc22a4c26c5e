"""What references to works that are no articles have in places of their own: repositories, degrees, days of access."""

from __future__ import annotations

import pytest

from citeconv import Citation, Date, Report, loads


def reference(inner: str, kind: str, name: str = "element-citation") -> Citation:
    """Return the only citation of a list."""
    text = f'<ref-list><ref><{name} publication-type="{kind}">{inner}</{name}></ref></ref-list>'
    (found,) = loads(text, "jats", report=Report())
    return found


@pytest.mark.parametrize("comment", ["PhD thesis", "[PhD thesis]", "[PhD thesis]."])
def test_a_comment_that_is_the_kind_of_a_thesis(comment: str) -> None:
    """NLM's style has it in brackets; in other works it is a note, and so is a comment that says more."""
    inner = f"<source>T</source><comment>{comment}</comment>"
    assert Citation(type="thesis", title="T", genre="PhD thesis") == reference(inner, "thesis")
    assert (comment,) == reference(inner, "book").note
    long = "This thesis was published later, in part, as three articles and a book about them"
    assert (long,) == reference(inner.replace(comment, long), "thesis").note


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
