"""Tables of pubmed.mineR (``newabs.txt``): a row for each record, whose line ends are gone.

A row goes in, a record with its blocks comes out. The first cell is the first line of the record, the second all that
follows, the third the PMID. A line end became one blank, an empty line two; but newer exports have a blank at the end
of each wrapped line, so that two stand there as well, and what a block begins and ends with tells which. Where a record
ended with a conflict statement, its last lines begin the row of the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from citeconv.format import Leftover, Record
from citeconv.pubmed.blocks import AFFILIATIONS, COLLABORATORS
from citeconv.pubmed.records import SOURCE_LINE
from citeconv.source import Source
from citeconv.values.patterns import lazy

HEADER = "jn\tabs\tpmid\n"
"""What such a table begins with."""

_START = lazy(rf"(?:\A| {{2}}|\t ?)(?P<start>\d{{1,7}}\. {SOURCE_LINE})")
_AFFILIATION = lazy(r" {1,2}(?=\(\d{1,3}\)\S)")
_IDENTIFIER = lazy(r" {1,2}(?=PMCID: ?PMC\d)")
_INDENTED = lazy(r"(?<! ) {4,}(?=\S)")
"""Before the citation of another article."""
_IN_PLACES = lazy(r"\(|Electronic address:|\S+@|.{0,300}\s\(\d{1,3}\)[A-Z]")
_IN_SOURCE_LINE = ("Epub ", "eCollection ", "doi: ", "pii: ", "Print ", "Online ", "[")
_BEFORE_TEXT = 3
"""Blocks before the abstract: source line, title, authors; all others are known by how they begin."""
_KNOWN = (
    AFFILIATIONS, COLLABORATORS, "[", "Comment ", "Erratum ", "Update ", "Retraction ", "Republished ", "Expression ",
    "Reprint ", "Summary for ", "DOI: ", "PMCID: ", "Copyright", "©", "(c)", "Publisher: ", "Plain ", "Conflict ",
)  # fmt: skip
_BEGINS_IN_TEXT = lazy(r"[A-Z][A-Z0-9 ,/&()-]{2,60}: ")
"""The label of a section, which only begins a line of its own within an abstract."""
_ENDS = frozenset(".?!)]")
"""What a block ends with."""


def split_rows(source: Source) -> Iterator[Record]:
    """Yield each row below the header, and what stands in it before the number of its record."""
    for line, text in source.lines():
        if line == 1 or not text.strip():
            continue
        start = _START.search(text)
        begin = start.start("start") if start else 0
        if front := text[:begin].strip():
            yield source.record(line, front, Leftover)
        record = source.record(line, text[begin:])
        yield Record(line, record.data, HEADER, record.raw, record.fault, HEADER)


def restored(row: str) -> str:
    """Return the record in a row with its lines and blocks."""
    text, _, pmid = row.rstrip().rpartition("\t")
    text = _INDENTED.sub("\n    ", text)
    blocks = _blocks([line for line in text.replace("\t ", "  ").replace("\t", " ").split("  ") if line.strip()])
    for place, block in enumerate(blocks):
        if block.startswith(AFFILIATIONS):
            blocks[place] = _AFFILIATION.sub("\n", block)
        elif block.startswith("DOI: "):
            blocks[place] = _IDENTIFIER.sub("\n", block)
    identifiers = blocks.pop() if blocks and blocks[-1].startswith(("DOI: ", "PMCID: ")) else ""
    return "\n\n".join([*blocks, f"{identifiers}\nPMID: {pmid}".lstrip()])


def _blocks(lines: list[str]) -> list[str]:
    """Join the lines that were wrapped."""
    blocks: list[list[str]] = []
    texts = 0  # blocks that are not known by how they begin
    for line in lines:
        bare = line.strip()
        known = line.startswith(_KNOWN)
        if not known and texts > _BEFORE_TEXT and _BEGINS_IN_TEXT.match(bare):
            blocks[-1] += ["\n", bare]
        elif blocks and not known and _goes_on(blocks[-1], bare, texts):
            blocks[-1] += [" ", bare]
        else:
            blocks.append([line.strip(" ")])
            texts += not known
    return list(map("".join, blocks))


def _goes_on(block: list[str], line: str, texts: int) -> bool:
    """Return whether a line belongs to the block before it.

    Args:
        block: The lines of what stands before it, with what is between them.
        line: The line.
        texts: How many blocks there were that are not known by how they begin.
    """
    if _BEGINS_IN_TEXT.match(line):
        return False
    first, last = block[0], block[-1]
    if first.startswith(AFFILIATIONS) and (last[-1] in _ENDS or "@" in last.rpartition(" ")[2]):
        return _IN_PLACES.match(line) is not None
    return last[-1] not in _ENDS or (texts == 1 and line.startswith(_IN_SOURCE_LINE)) or texts > _BEFORE_TEXT
