"""The formats at work: records are cut out and read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

import citeconv.pubmed as declared
from citeconv.citation import Citation
from citeconv.format import Record
from citeconv.pubmed.flattened import HEADER, restored, split_rows
from citeconv.pubmed.record import parse_record
from citeconv.pubmed.records import split_records
from citeconv.pubmed.summary import parse_summary, split_summaries
from citeconv.pubmed.text import encoded_once
from citeconv.source import Source


def _pieces(source: Source, told: Callable[[Source], Iterator[Record]]) -> Iterator[Record]:
    """Cut a file as what it is, though the other layout was told: then each record is whole that cannot be read."""
    abstracts, summaries = (each.recognises(source.head) for each in (declared.PubmedText, declared.PubmedSummary))
    if abstracts == summaries:
        return told(source)
    return split_records(source) if abstracts else split_summaries(source)


class PubmedText(declared.PubmedText):
    """PubMed "Abstract (text)", as saved from the web page or by efetch."""

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each numbered source line."""
        return split_rows(source) if source.head.startswith(HEADER) else _pieces(source, split_records)

    def parse(self, record: Record) -> Citation:
        """Read one record."""
        text = restored(record.data) if record.context == HEADER else record.data
        return parse_record(text, self.note)


class PubmedSummary(declared.PubmedSummary):
    """PubMed "Summary (text)", and lists of citations as "Cite" gives them."""

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each numbered paragraph; where none has a number, behind each."""
        return _pieces(source, split_summaries)

    def parse(self, record: Record) -> Citation:
        """Read one record; people cut the PMID off when they tidy a list, so it may be missing."""
        citation = parse_summary(encoded_once(record.data, self.note))
        if not citation.pmid:
            self.note("no PMID")
            if not re.match(r"\s*\d{1,7}:", record.data):  # PubMed's own numbers, or none but a list's
                return replace(citation, source="")
        return citation
