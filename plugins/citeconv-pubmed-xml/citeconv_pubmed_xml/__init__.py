"""PubMed's XML (``pubmed-xml``): sets of articles and of parts of books, as efetch, PubMed's old pages and NLM's files
have them.

A ``Source`` goes in and is cut at the elements of records, without regard to what is around them, so that sets one
after the other, lone records and damaged ones are read alike; each record is parsed alone (``reading``).
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from citeconv import Citation, Format, Leftover, Record, Source, hookimpl
from citeconv.values.patterns import lazy
from citeconv.xml_elements import parse_element, split_elements

RECORDS = ("PubmedArticle", "PubmedBookArticle", "DeleteCitation", "DeleteDocument")
INNER = ("MedlineCitation", "BookDocument")
"""What is a record where it stands alone, as in NLM's files until 2009."""

_SHOWN = lazy(r"<pre>\s{0,99}&lt;Pubmed(?:Book)?Article&gt;")
_DELETED = lazy(r"<Delete(?:Citation|Document)\b")
_PMID = lazy(r"<PMID\b[^>]{0,200}>\s*(\d{1,9})\s*</PMID")


class PubmedXml(Format[str]):
    """PubMed's XML, as efetch and NLM's files have it."""

    name = "pubmed-xml"
    suffixes: ClassVar[tuple[str, ...]] = (".xml",)
    signature = (
        r"<(?:!DOCTYPE\s{1,9})?(?:[A-Za-z]\w{0,20}:)?"
        r"(?:Pubmed(?:Book)?Article(?:Set)?|MedlineCitation(?:Set)?|BookDocument(?:Set)?)[\s/>]"
        r"|<pre>\s{0,99}&lt;Pubmed(?:Book)?Article&gt;"
    )

    def split(self, source: Source) -> Iterator[Record]:
        """Cut at the elements of records; what NLM has deleted is told, for it belongs to no record."""
        for record in split_elements(_unquoted(source), RECORDS, INNER):
            if _DELETED.match(record.data):
                pmids = _PMID.findall(record.data)
                words = f"DeleteCitation: {len(pmids)} no longer in PubMed: {' '.join(pmids)}"
                yield Leftover(record.line, words, raw=record.raw or record.data)
            else:
                yield record

    def parse(self, record: Record) -> Citation:
        """Read one record."""
        from citeconv_pubmed_xml.reading import read_citation

        return read_citation(parse_element(record.data, self.note), record.data)


def _unquoted(source: Source) -> Source:
    r"""Return the XML in a file that holds it as text of another kind.

    That is a string of a programming language (``"<?xml version=\"1.0\"…"``), or a web page that shows the XML, as
    PubMed's did until 2020 (``<pre>&lt;PubmedArticle&gt;…``).
    """
    start = source.head.lstrip("\ufeff \n")
    if start[:2] == '"<' and '\\"' in start:
        text = source.read()
        try:
            text = msgspec.json.decode(text.strip("\ufeff \n"), type=str)
        except msgspec.MsgspecError:
            text = text.replace("\\n", "\n").replace('\\"', '"')
    elif _SHOWN.search(start):
        text = html.unescape(source.read())
    else:
        return source
    return Source(io.StringIO(text), limits=source.limits)


@hookimpl
def citeconv_formats() -> type[Format[str]]:
    """Offer ``pubmed-xml``."""
    return PubmedXml
