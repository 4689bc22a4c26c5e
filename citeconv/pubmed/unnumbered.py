"""Lists of citations as PubMed's "Cite" gives them and people paste them: ``Ek A. Tide. J Moss. 2021;1:3. PMID: 5``.

They are the paragraphs of a summary with no number, or with one as lists of references have it: ``1.``, ``[1]``, ``•``.
A source goes in, its records come out. Nothing says where one begins but the end of the one before: an empty line, or a
line that ends with the identifiers. What has neither identifiers nor date and volume is no citation, but a heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from citeconv.format import Leftover, Record
from citeconv.source import Source
from citeconv.values.patterns import lazy

_PARAGRAPH = lazy(r"(?<!\n)\n\n+(?P<start>(?=\S))")
_HEADING = lazy(r"[^\n.]{1,80}\n(?=[(\[]?1[.)\]] )")
_BEHIND_IDENTIFIERS = lazy(r"\bPMID:\s{1,2}\d{1,8}[^\n]{0,100}\n(?P<start>(?=\S))")
_SIGNS = lazy(r"\bPMID:\s{1,2}\d|\.\s(?:1[5-9]|20)\d\d(?:\s[A-Z][^.;:]{0,20})?;\S")


def split_citations(source: Source) -> Iterator[Record]:
    """Yield each citation of a list, and the headings between them as ``Leftover``."""
    for paragraph in source.records(_PARAGRAPH, _BEHIND_IDENTIFIERS):
        text = paragraph.data
        heading = _HEADING.match(text)
        begin = heading.end() if heading else 0
        if heading:
            yield paragraph.part(0, begin, Leftover)
        for match in _BEHIND_IDENTIFIERS.finditer(text):
            if _SIGNS.search(text, match.start("start")):  # or the identifiers go on in the next line
                yield paragraph.part(begin, match.start("start"), Record)
                begin = match.start("start")
        yield paragraph.part(begin, len(text), Record if _SIGNS.search(text, begin) else Leftover)
