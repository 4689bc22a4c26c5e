"""Patterns that wait: they do what ``re`` does, and are compiled when first used."""

from __future__ import annotations

import re

import pytest

from citeconv.values.patterns import by_first_letter, end_of, lazy


def test_it_does_what_re_does() -> None:
    """Every method and attribute is that of the compiled pattern."""
    waiting, compiled = lazy(r"(?P<a>x)(y)?", re.I), re.compile(r"(?P<a>x)(y)?", re.I)

    assert compiled.sub("-", "aXyx") == waiting.sub("-", "aXyx")
    assert compiled.findall("XyxX") == waiting.findall("XyxX")
    assert [found.span() for found in compiled.finditer("Xyx")] == [found.span() for found in waiting.finditer("Xyx")]
    assert (compiled.pattern, compiled.flags, compiled.groups) == (waiting.pattern, waiting.flags, waiting.groups)
    assert dict(compiled.groupindex) == dict(waiting.groupindex)


def test_it_waits() -> None:
    """That a pattern is malformed shows at its first use."""
    waiting = lazy("(")

    with pytest.raises(re.error):
        waiting.match("x")


@pytest.mark.parametrize(("place", "end"), [(1, 3), (2, 3), (3, 3)])
def test_the_end_of_a_match(place: int, end: int) -> None:
    """It is the place where the search begins if nothing matches there."""
    assert end == end_of(re.compile(" +"), "a  b c", place)


@pytest.mark.parametrize(
    "text", ["tide", "TIDE", "T\u0131de", "t\u0130de", "\u017falt", "\u212aelps", "aalt", "kelp", "tid", "alt"]
)
def test_words_by_their_first_letters(text: str) -> None:
    """The same is found as by the words side by side, whatever stands for a letter where capitals do not matter."""
    words = ("tide", "salt", "kelps?", "seas?", "ide")
    expected = re.fullmatch("|".join(words), text, re.I)
    assert (expected is None) == (re.fullmatch(by_first_letter(words), text, re.I) is None)
