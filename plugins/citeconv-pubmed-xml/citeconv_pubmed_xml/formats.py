"""The format at work: records are cut out of what is around them, and each is parsed alone (``reading``)."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator

import msgspec

import citeconv_pubmed_xml as declared
from citeconv import Citation, Leftover, Record, Source
from citeconv.values.patterns import lazy
from citeconv.xml_elements import parse_element, split_elements

RECORDS = ("PubmedArticle", "PubmedBookArticle", "DeleteCitation", "DeleteDocument")
INNER = ("MedlineCitation", "BookDocument")
"""What is a record where it stands alone, as in NLM's files until 2009."""

_SHOWN = lazy(r"<pre>\s{0,99}&lt;Pubmed(?:Book)?Article&gt;")
_DELETED = lazy(r"<Delete(?:Citation|Document)\b")
_PMID = lazy(r"<PMID\b[^>]{0,200}>\s*(\d{1,9})\s*</PMID")


class PubmedXml(declared.PubmedXml):
    """PubMed's XML, as efetch and NLM's files have it."""

    def split(self, source: Source) -> Iterator[Record]:
        """Cut at the elements of records; what NLM has deleted is told, for it belongs to no record."""
        for record in split_elements(_unquoted(source), RECORDS, INNER):
            if _DELETED.match(record.data) and not record.fault:
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
