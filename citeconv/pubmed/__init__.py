"""PubMed's text exports, "Abstract (text)" and "Summary (text)": the core's own reader.

Files that people save from PubMed's web page, or fetch with efetch, go in; citations come out. Neither layout was made
for machines: what a line is must be told from blank lines, first words and place.
"""

from __future__ import annotations

from collections.abc import Iterator

from citeconv.citation import Citation
from citeconv.format import Format, Record
from citeconv.hookspecs import hookimpl
from citeconv.pubmed.record import parse_record
from citeconv.pubmed.records import split_records
from citeconv.source import Source


class PubmedText(Format[str]):
    """PubMed "Abstract (text)", as saved from the web page or by efetch."""

    name = "pubmed"
    suffixes = (".txt",)
    signature = (
        r"^[ \t]*\d{1,7}\. (?:[^\n]{1,200}?\.\s{1,2}(?:1[5-9]|20)\d\d[\s;:.]|RETRACTED"
        r"|[^\n]+\n\n(?:[^\n]+\n){1,20}\nIn: )"
    )

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each numbered source line."""
        return split_records(source)

    def parse(self, record: Record) -> Citation:
        """Read one record."""
        return parse_record(record.data, self.note)


class PubmedSummary(Format[str]):
    """PubMed "Summary (text)", a paragraph a record without abstracts."""

    name = "pubmed-summary"
    suffixes = (".txt",)
    signature = r"^\d{1,7}: ?\S(?:[^\n]*\n){1,40}?[^\n]*\bPMID:\s\d"

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each numbered paragraph."""
        from citeconv.pubmed.summary import split_summaries

        return split_summaries(source)

    def parse(self, record: Record) -> Citation:
        """Read one record; people cut the PMID off when they tidy a list, so it may be missing."""
        from citeconv.pubmed.summary import parse_summary

        citation = parse_summary(record.data)
        if not citation.pmid:
            self.note("no PMID")
        return citation


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``pubmed`` and ``pubmed-summary``."""
    return [PubmedText, PubmedSummary]
