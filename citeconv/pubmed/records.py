"""Where records of "Abstract (text)" begin, and what stands between them.

Records are numbered paragraphs after two blank lines. Three things are odd. A line within a paragraph may begin like a
header (``10. Patient 2: a boy``), so a blank line must come before it, and after a single one, or after a banner that
somebody's script put between two exports, the line must also name a journal and a year. NCBI's efetch glues every
sixtieth record to the next one on the same line. And text behind a record's last block is nobody's: a banner, a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citeconv.format import Leftover, Record
from citeconv.source import Source

_JOURNAL_AND_YEAR = r"\. [^\n]{1,200}?\.\s{1,2}(?:1[5-9]|20)\d\d\b"
_START = re.compile(
    rf"\n\n(?:\n+|(?<=\A\n\n)|(?=[ \t]*\d{{1,7}}{_JOURNAL_AND_YEAR}))(?P<start>[ \t]*\d{{1,7}}\. (?=\S))"
)
_HEADER = re.compile(
    rf"(?:(?:\A|(?<=\n))\d{{1,7}}|(?P<glued>\d{{0,6}}1)){_JOURNAL_AND_YEAR}"
)
_PMID = "\nPMID:"
CONFLICT = "Conflict of interest statement:"
"""What the one block behind the identifiers begins with."""

_BANNER = re.compile(r"(?:[=*#~_-]{3}|#|No results found)")


def split_records(source: Source) -> Iterator[Record]:
    """Yield the records of an export; banners and other text between them as ``Leftover``."""
    for piece in source.records(_START):
        leftover = isinstance(piece, Leftover)
        if piece.data.count(_PMID) > (not leftover):
            for part in _recut(piece):
                yield from _without_tail(part)
        elif not leftover or piece.data.strip():
            yield from _without_tail(piece)


def _recut(piece: Record) -> Iterator[Record]:
    """Cut a piece that holds several records: each begins at the first header behind the last one's identifiers."""
    data = piece.data
    start = pos = 0
    kind = type(piece)
    if kind is Record:
        pos = data.find(_PMID) + 1
    while (following := data.find(_PMID, pos)) >= 0:
        header = next((m for m in _HEADER.finditer(data, pos, following) if _begins_record(m)), None)
        if header is not None:
            if header.start() > start:
                yield cut_part(piece, start, header.start(), kind)
            start, kind = header.start(), Record
        pos = following + 1
    yield cut_part(piece, start, len(data), kind)


def _begins_record(header: re.Match[str]) -> bool:
    """Whether a header stands at a line start, or is glued where efetch glues: before records 61, 121, 181 …"""
    return header["glued"] is None or int(header["glued"]) % 60 == 1


def _without_tail(piece: Record) -> Iterator[Record]:
    """Yield a record, and apart from it the text behind its last block, which belongs to no record."""
    data = piece.data
    last = data.rfind(_PMID)
    end = data.find("\n", last + 1)
    if last < 0 or end < 0 or isinstance(piece, Leftover):
        yield piece
        return
    tail = data[end:]
    if tail.isspace():
        yield piece
        return
    text = tail.lstrip()
    cut = _end_of_statement(tail) if text.startswith(CONFLICT) else len(tail) - len(text)
    if cut >= len(tail):
        yield piece
        return
    yield cut_part(piece, 0, end + cut)
    if tail[cut:].strip():
        yield cut_part(piece, end + cut, len(data), Leftover)


def _end_of_statement(tail: str) -> int:
    """Return where banners begin behind a conflict statement, which may itself have many paragraphs."""
    end = len(tail)
    while True:
        at = tail.rfind("\n\n", 0, end)
        paragraph = tail[at:end].strip() if at >= 0 else ""
        if at < 0 or (paragraph and not _BANNER.match(paragraph)):
            return end
        end = at


def cut_part(piece: Record, start: int, end: int, kind: type[Record] = Record) -> Record:
    """Return a part of a piece, with its line and its bytes."""
    if start == 0 and end == len(piece.data) and type(piece) is kind:
        return piece
    raw = piece.raw[start:end] if len(piece.raw) == len(piece.data) else ""
    return kind(piece.line + piece.data.count("\n", 0, start), piece.data[start:end], None, raw, piece.fault)
