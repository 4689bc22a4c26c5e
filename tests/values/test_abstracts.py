"""Abstracts as one string, and text brought into the form of the model."""

from __future__ import annotations

import pytest

from citeconv import AbstractSection
from citeconv.values.abstracts import (
    abstract_sections,
    abstract_text,
    clean,
    clean_lines,
    is_clean,
    sections_in_line,
)


@pytest.mark.parametrize(
    ("sections", "text", "whole"),
    [
        ((AbstractSection(paragraphs=("One.", "Two.")),), "One.\nTwo.", True),
        (
            (
                AbstractSection(label="AIM", paragraphs=("One.",)),
                AbstractSection(label="METHODS", paragraphs=("Two.",)),
            ),
            "AIM: One.\n\nMETHODS: Two.",
            True,
        ),
        ((AbstractSection(label="Aim", paragraphs=("One.",)),), "Aim: One.", False),
        ((AbstractSection(paragraphs=("DNA: a text",)),), "DNA: a text", False),
        ((AbstractSection(label="AIM", category="OBJECTIVE", paragraphs=("One.",)),), "AIM: One.", False),
        ((AbstractSection(paragraphs=(" a &amp; b ",)),), "a &amp; b", False),
    ],
)
def test_sections(sections: tuple[AbstractSection, ...], text: str, whole: bool) -> None:
    """Text that would be read otherwise is told of."""
    assert (text, whole) == abstract_text(sections)
    assert whole == (abstract_sections(text) == sections)


@pytest.mark.parametrize(
    ("text", "line", "lines"),
    [
        ("  a\r\n b ", "a b", "a\nb"),
        ("<em>a</em> &lt; b", "<i>a</i> < b", "<i>a</i> < b"),
        ("a\u00a0b", "a\u00a0b", "a\u00a0b"),
    ],
)
def test_clean(text: str, line: str, lines: str) -> None:
    """Markup and entities are decoded, blanks put right."""
    assert line == clean(text)
    assert lines == clean_lines(text)
    assert is_clean(line) == (line.isprintable() and "<" not in line)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("CASE: One. GOAL: To see. AIM(S): Two. DATA: Ours.", ["CASE", "GOAL", "AIM(S)", "DATA"]),
        ("RESULTS: We saw. TAKE-HOME MESSAGE: It is. TGF-BETA: 4%.", ["RESULTS", "TAKE-HOME MESSAGE"]),
        ("AIM: To see. CASES: Two. METHODS: We saw (9%). FINDINGS: One.", ["AIM", "CASES", "METHODS", "FINDINGS"]),
        ("AIM: To see (brine 9%) MATERIALS AND METHODS: We saw.", ["AIM", "MATERIALS AND METHODS"]),
        ("AIM: To see 9% vs. MRF: 4% (median (range) HBI: 4; OR (95% CI): 2).", ["AIM"]),
        ("We saw. RESULTS: One.", [""]),
    ],
)
def test_sections_in_one_line(text: str, labels: list[str]) -> None:
    """Labels behind sentences begin sections if the text begins with one; letters that stand for words are none."""
    assert labels == [section.label for section in sections_in_line(text)]


@pytest.mark.parametrize(
    "text",
    [
        "<sec> <title>AIM</title> <p>To see.</p> </sec> <sec> <title>METHODS</title> <p>We saw &lt;i&gt;.</p> </sec>",
        """<AbstractText Label="AIM" NlmCategory="UNASSIGNED">To see.</AbstractText>;
           <AbstractText Label="METHODS">We saw &lt;i&gt;.</AbstractText>; """,
    ],
)
def test_elements_of_sections(text: str) -> None:
    """Publishers' at Crossref have no prefix at times, and the Lens has those of PubMed as they are."""
    assert abstract_sections(text) == (
        AbstractSection(label="AIM", category="UNASSIGNED" if "Nlm" in text else "", paragraphs=("To see.",)),
        AbstractSection(label="METHODS", paragraphs=("We saw <i>.",)),
    )


def test_sections_of_pubmed_that_are_cut() -> None:
    """What stands before the elements is a section of its own, what is behind one goes on; no label is needed."""
    text = 'Sand. <AbstractText>To see.</AbstractText> Tide; <AbstractText Label="AIM">We s'
    assert abstract_sections(text) == (
        AbstractSection(paragraphs=("Sand.",)),
        AbstractSection(paragraphs=("To see. Tide",)),
        AbstractSection(label="AIM", paragraphs=("We s",)),
    )
