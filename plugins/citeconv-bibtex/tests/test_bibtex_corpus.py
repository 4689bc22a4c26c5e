"""Real PubMed exports, as many as there are at hand, written in both dialects and read by a foreign parser."""

from __future__ import annotations

import logging

import bibtexparser
import pytest

from citeconv import Report, dumps, load
from real_exports import needed_exports


@pytest.mark.long
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_corpus(dialect: str) -> None:
    """Every record of every file is an entry that bibtexparser reads, with a key of its own."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    for path in needed_exports("pubmed-text"):
        citations = load(path, "pubmed", report=Report())
        library = bibtexparser.parse_string(dumps(citations, dialect))
        assert library.failed_blocks == [], path.name
        assert len(citations) == len({entry.key.lower() for entry in library.entries}), path.name
