"""Any citation at all gives an entry that parses, in both dialects."""

from __future__ import annotations

import logging
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares.names import split_multiple_persons_names
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from citeconv import (
    AbstractSection,
    Citation,
    Date,
    Identifier,
    Issn,
    Keyword,
    Name,
    Subject,
)
from citeconv.testing import SETTINGS
from citeconv_bibtex import Biblatex, Bibtex
from citeconv_bibtex.latex import to_ascii
from citeconv_bibtex.mapping import ENTRY_TYPES, FIELDS
from citeconv_bibtex.syntax import text as tex

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

HOSTILE = st.lists(
    st.sampled_from(
        [
            "{", "}", "\\", "%", "$", "&", "#", "_", "^^M", "~", '"', "'", "`", "-", "--", "@", "@article{x,", "\n@b{",
            "=", ", a = {b}", "\n", "\r\n", "\x00", "\x7f", "\x7f41:A\x7f", "\x1d", "\x1f", "<i>", "</i>", "<sub>",
            "</sub>", "<sc>", "and", " and ", "others", ", ", ";", "von ", "É", "é", "β", "中", "ж",
            "\u0301", "\u200d", "\u2028", "\ufffd", "word", "DNA", "A", "b", "12", "(", ")", " ", "\u00a0", "–", "’",
        ]
    ),
    max_size=8,
).map("".join)  # fmt: skip
TEXT = HOSTILE | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PARTS = ("family", "given", "suffix", "literal", "particle", "dropping_particle", "initials")
NAMES = st.lists(
    st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, TEXT)).map(lambda p: Name(**p)), max_size=4
).map(tuple)
NUMBER = st.integers(-1, 40)
POINT = st.builds(Date, year=st.integers(-10, 12_000), month=NUMBER, day=NUMBER, season=NUMBER, literal=TEXT)
DATES = st.none() | POINT | st.builds(Date, year=st.just(2020), month=NUMBER, end=POINT)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "names": NAMES,
    "contributors": NAMES,
    "date": DATES,
    "accessed": DATES,
    "issued": DATES,
    "container_issued": DATES,
    "identifiers": st.lists(st.builds(Identifier, kind=st.just("arxiv") | TEXT, value=TEXT), max_size=2).map(tuple),
    "issn": st.lists(st.builds(Issn, value=TEXT, kind=st.sampled_from(["", "print", "linking"])), max_size=2).map(
        tuple
    ),
    "isbn": st.lists(TEXT, max_size=2).map(tuple),
    "language": st.lists(TEXT | st.sampled_from(["en", "de-AT"]), max_size=2).map(tuple),
    "note": st.lists(TEXT, max_size=2).map(tuple),
    "abstract": st.lists(
        st.builds(AbstractSection, label=TEXT, paragraphs=st.lists(TEXT, max_size=3).map(tuple)), max_size=3
    ).map(tuple),
    "keywords": st.lists(st.builds(Keyword, text=TEXT), max_size=3).map(tuple),
    "subjects": st.lists(st.builds(Subject, term=TEXT), max_size=3).map(tuple),
}
CITATIONS = st.fixed_dictionaries(
    {"type": st.sampled_from(list(ENTRY_TYPES))},
    optional={"key": TEXT, "et_al": st.just(("author",)), **{r.field: VALUES.get(r.kind, TEXT) for r in FIELDS}},
).map(lambda fields: Citation(**fields))


def balanced(text: str) -> bool:
    """Return whether braces nest as BibTeX counts them."""
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("writer", [Bibtex, Biblatex])
def test_a_paragraph_that_begins_with_a_sign_that_is_not_written(writer: type[Bibtex]) -> None:
    """It begins no entry, though an ``@`` is the first sign that is."""
    abstract = AbstractSection(paragraphs=("Tides.", "\u200d@home we measured."))
    library = bibtexparser.parse_string(writer().write(Citation(title="Tides", abstract=(abstract,))))
    assert [] == library.failed_blocks


@pytest.mark.parametrize("writer", [Bibtex, Biblatex])
@SETTINGS
@given(citations=st.lists(CITATIONS, min_size=1, max_size=3))
def test_any_citation_parses(writer: type[Bibtex], citations: list[Citation]) -> None:
    """Every citation is one entry with a key of its own, balanced, and its authors are as many as they were."""
    instance = writer()
    entries = [instance.write(citation) for citation in citations]
    text = "\n".join(entries)
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert len(citations) == len(library.entries) == len(library.blocks)
    assert all(map(balanced, entries))
    assert len({entry.key.lower() for entry in library.entries}) == len(citations)
    for citation, entry in zip(citations, library.entries, strict=True):
        if citation.author:
            expected = len(citation.author) + ("author" in citation.et_al)
            assert expected == len(split_multiple_persons_names(entry["author"]))


@SETTINGS
@given(citation=CITATIONS)
def test_bibtex_is_ascii_without_controls(citation: Citation) -> None:
    """The classic dialect holds printable ASCII and line ends alone."""
    text = Bibtex().write(citation)
    assert text.isascii()
    assert text.replace("\n", "").isprintable()


@SETTINGS
@given(citation=CITATIONS)
def test_writing_is_deterministic(citation: Citation) -> None:
    """Two writers write the same, losses included."""
    first, second = Biblatex(), Biblatex()
    assert first.write(citation) == second.write(citation)
    assert first.losses == second.losses


DECODABLE = "abcXYZ 0123456789.,:;()[]/+=*!?%&#$_{}|àéîõüçñšžčřőůąęłøßæœåŁØÅÉÜαβγδλμπστωΓΔΣΩ≤≥±×→∞–—“”…†®€"


@settings(SETTINGS, max_examples=300)
@given(value=st.text(DECODABLE, max_size=40).map(lambda text: " ".join(text.split())))
def test_text_decodes_back(value: str) -> None:
    """A decoder that knows nothing of ours reads the text back from its TeX."""
    decoder = LatexNodes2Text(math_mode="text", strict_latex_spaces=True)
    assert value == decoder.latex_to_text(tex(value, to_ascii)).strip()


def test_an_empty_paragraph_of_an_abstract_is_written() -> None:
    """A paragraph without words ends no line and stops no writer."""
    paragraphs = ("Salt marshes store more carbon than was thought.", "", "They drown where the sea rises too fast.")
    citation = Citation(type="book", title="Tides", abstract=(AbstractSection(paragraphs=paragraphs),))
    assert "Salt marshes" in Biblatex().write(citation)
