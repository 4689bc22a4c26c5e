"""Where records of "Abstract (text)" begin, and what stands between them.

Records are numbered paragraphs after two blank lines. Five things are odd. A line within a paragraph may begin like a
header (``10. Patient 2: a boy``), so a blank line must come before it, and after a single one, or after a banner that
somebody's script put between two exports, the line must also name a journal and a year. NCBI's efetch glues every
sixtieth record to the next one on the same line, at worst to the digits of its PMID. People delete the blank lines,
and the numbers, which were ``1:`` before 2009. And text behind a record's last block is nobody's: a banner, a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citeconv.format import Leftover, Record, Rest
from citeconv.pubmed.bare import bare
from citeconv.pubmed.continued import continued, joined
from citeconv.pubmed.text import PARAGRAPH
from citeconv.source import Source
from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy

STOP = r"\.(?:[ \t\u00a0]|(?=[A-Z]))"
"""What stands behind the number of a record; people delete the blank."""
SOURCE_LINE = rf"(?:[^\n]{{1,200}}?\.\s{{1,2}}{YEAR}\b|[A-Z]+ ARTICLE[ \t]*\n)"
_START = lazy(
    rf"\n\n(?<!\n\n\n)(?:\n+|(?<=\A\n\n)|(?=[ \t]*\d{{1,7}}{STOP}{SOURCE_LINE}))"
    rf"(?P<start>[ \t]*\d{{1,7}}{STOP}(?=\S))"
)
"""It begins with two line ends, and looks back from there, because ``re`` is ten times faster with a literal."""
_START_WITHOUT_BLANK_LINE = lazy(rf"\n(?P<start>\d{{1,7}}{STOP}(?={SOURCE_LINE}))")
UNNUMBERED = (
    r"(?:\d{1,7}[:)] ?)?(?:\d ?)?(?:[a-z]{1,8}(?=[A-Z]))?[A-Z]"
    rf"(?:[^\n.;:©]{{1,120}}\. {YEAR}(?: [A-Z][^\n.;:]{{0,20}}\.?(?:\n[^\n.;:]{{0,9}})?)?"
    r"(?:[;:]\S|\. (?:doi|pii): )|[A-Z]+ ARTICLE[ \t]*\n)"
)
"""A source line that must be known without a number and a full stop: a journal, a year, and a volume, page or DOI."""
_START_UNNUMBERED = lazy(rf"\n\n(?P<start>(?<=\n\n){UNNUMBERED})")
_BEHIND_PMID = lazy(
    r"\nPMID: ?\d[^\n]{0,200}\n\s{0,9}(?P<start>(?<=\n)"
    rf"(?:\d{{1,7}}{STOP}(?={SOURCE_LINE})|(?={UNNUMBERED})))"
)
_BEHIND_BANNERS = lazy(
    r"\nPMID: ?\d[^\n]{0,200}\n(?:[^\n]{0,200}\n){0,30}?"
    rf"(?P<start>(?:\d{{1,7}}{STOP}(?={SOURCE_LINE})|(?={UNNUMBERED})))"
)
"""The next record, with what may stand before it: a conflict statement, banners."""
_APART = lazy(r"(?<!\n)\n\n\n+(?P<start>(?=\S))")
"""Where something begins that is a record, as it has a PMID, although nothing says which."""
_HEADER = lazy(rf"(?:(?:\A|(?<=\n))[ \t]*\d{{1,7}}|(?<!\d)(?P<glued>\d{{0,6}}1)){STOP}{SOURCE_LINE}")
_BOOK = lazy(rf"[ \t]*\d{{1,7}}{STOP}(?:[^\n]+\n){{1,6}}\n(?:[^\n]+\n){{1,200}}\nIn: ")
_NUMBER = lazy(rf"\s*(\d{{1,7}}){STOP}")
_NUMBERED = lazy(rf"(?<=\n)(?P<start>[ \t]*(?P<number>\d{{1,7}}){STOP}(?=\S))")
_LINE_END = lazy(r"\n+")
_IDENTIFIED = lazy(r"\nPMID: ?\d{1,8}[ \t]*(?:\[[^\]\n]{1,60}\][ \t]*)?\n\s*(?P<start>(?=\S))")
"""A line that is a PMID and nothing else, behind which a record is at its end."""
_GLUED = lazy(rf"\d{{1,7}}{STOP}{SOURCE_LINE}")
_JOINED = lazy(rf"PMID: ?\d{{1,8}}\ufeff?(?P<start>1{STOP}{SOURCE_LINE})")
"""Where files were joined, of which the first ends without a line end."""
_PMID = "\nPMID:"
_EFETCH_BATCH = 60
CONFLICT = "Conflict of interest statement:"
"""What the one block behind the identifiers begins with."""

_BANNER = lazy(r"(?:[=*#~_-]{3}|#|No results found)")


def split_records(source: Source) -> Iterator[Record]:
    """Yield the records of an export; banners and other text between them as ``Leftover``."""
    source = bare(source)
    start = _start_in(source.head)
    for piece, last in _whole(continued(source.records(start, _BEHIND_BANNERS), _recut), source.limits.record):
        one = last >= 0 and piece.data.find(_PMID, 0, last) < 0
        if one and type(piece) is Record and not _glued_at(piece.data, 0, len(piece.data)):
            yield from _without_tail(piece, last)  # as nearly all are
        elif isinstance(piece, Rest):
            yield piece
        else:
            for part in _parts(piece, last, one):
                yield from _without_tail(part, part.data.rfind(_PMID))


def _start_in(head: str) -> re.Pattern[str]:
    """Return how records begin in an export that begins like this."""
    if "\n\n" not in head.strip():
        return _START_WITHOUT_BLANK_LINE
    unnumbered = _START_UNNUMBERED.match(f"\n\n{head.lstrip()}") is not None
    return _START_UNNUMBERED if unnumbered else _START


def _parts(piece: Record, last: int, one: bool) -> list[Record]:
    """Return the records in a piece, and what is none.

    Args:
        piece: Text between two beginnings.
        last: Where its last PMID is, or -1.
        one: Whether it has a single one.
    """
    if isinstance(piece, Leftover):
        return _recut(piece) if last >= 0 else [piece] if piece.data.strip() else []
    return _unglued(piece) if one or last < 0 else _recut(piece)


def _whole(pieces: Iterator[Record], longest: int) -> Iterator[tuple[Record, int]]:
    """Yield pieces, and where in each its last PMID is, or -1.

    One that is no record is joined to the one before: a numbered paragraph in a conflict statement, say.
    """
    held: list[Record] = []
    last, size = -1, 0  # where the PMID of the record held is; its length
    for piece in pieces:
        pmid = piece.data.rfind(_PMID)  # near the end, where a record has it
        whole = last < 0 or pmid >= 0 or size >= longest or piece.fault != ""
        if not whole and not _is_cut_short(piece, held[-1]):
            held.append(piece)
            size += len(piece.data)
            continue
        if held:
            yield held[0] if len(held) == 1 else joined(held), last
        held, last, size = [piece], pmid, len(piece.data)
    if held:
        yield held[0] if len(held) == 1 else joined(held), last


def _is_cut_short(piece: Record, before: Record) -> bool:
    """Whether a piece without PMID is a record all the same: it stands apart and begins as one."""
    apart = before.data.endswith("\n\n\n")
    return apart and (_HEADER.match(piece.data) is not None or _BOOK.match(piece.data) is not None)


def _begins_at(data: str, last: int, pos: int, following: int) -> int:
    """Return where a record begins; -1 if what stands there belongs to the one before.

    Args:
        data: The text.
        last: Where the one before begins.
        pos: Behind its identifiers, 0 if there is none.
        following: Where those of this record stand.
    """
    if pos and (cut := _glued_at(data, last, following)):
        return cut
    headers = (found.start() for found in _HEADER.finditer(data, pos, following) if _begins_record(found))
    cut = next(headers, -1)
    if cut >= 0 or not pos:
        return cut
    without_header = (
        _JOINED.match(data, pos)
        or _START_UNNUMBERED.search(data, pos, following)
        or _numbered(data, last, pos, following)
        or _APART.search(data, pos, following)
        or _BEHIND_PMID.match(data, pos - 1)
        or _behind_identifiers(data, pos, following)
    )
    return without_header.start("start") if without_header else -1


def _numbered(data: str, last: int, pos: int, following: int) -> re.Match[str] | None:
    """Return where a record begins that has its title where others have the source line, as books have.

    It bears the next number behind a blank line, or stands straight behind the identifiers, or its book is named below;
    where there is no such line, it bears the next number. Arguments as for ``_begins_at``.
    """
    before = _NUMBER.match(data, last)
    following_number = int(before[1]) + 1 if before else 0
    behind = _LINE_END.search(data, pos, following)
    straight = behind.end() if behind else -1
    next_one = None
    for found in _NUMBERED.finditer(data, pos, following):
        is_next = int(found["number"]) == following_number
        behind_blank = is_next and data[found.start() - 2] == "\n"
        if behind_blank or found.start() == straight or _BOOK.match(data, found.start()):
            return found
        if is_next and next_one is None:
            next_one = found
    return next_one


def _behind_identifiers(data: str, pos: int, following: int) -> re.Match[str] | None:
    """Return where something begins that has a PMID of its own, although nothing looks like a beginning.

    Arguments as for ``_begins_at``.
    """
    behind = _IDENTIFIED.match(data, pos - 1, following)
    if behind and data.startswith(CONFLICT, behind.end()):
        return PARAGRAPH.search(data, behind.end(), following)
    return behind


def _recut(piece: Record) -> list[Record]:
    """Cut a piece that may hold several records: each begins at the first header behind the last one's identifiers."""
    data = piece.data
    cuts = [0]
    pos = data.find(_PMID) + 1 if type(piece) is Record else 0
    while (following := data.find(_PMID, pos)) >= 0:
        cut = _begins_at(data, cuts[-1], pos, following)
        if cut >= 0:
            cuts.append(cut)
        pos = following + 1
    kinds: list[type[Record]] = [type(piece), *[Record] * (len(cuts) - 1)]
    if len(cuts) > 1 and cuts[1] == 0:
        cuts, kinds = cuts[1:], kinds[1:]
    parts = []
    line = piece.line
    for start, end, kind in zip(cuts, [*cuts[1:], len(data)], kinds, strict=True):
        parts.append(piece.part(start, end, kind, line))
        line += data.count("\n", start, end)
    return parts


def _begins_record(header: re.Match[str]) -> bool:
    """Whether a header begins a line that goes on no other one, or stands where efetch glues: before 61, 121, 181 …"""
    if header["glued"] is not None:
        return int(header["glued"]) % _EFETCH_BATCH == 1
    text, start = header.string, header.start()
    return not text.endswith(" \n", 0, start) or text.startswith("PMID:", text.rfind("\n", 0, start - 1) + 1)


def _unglued(piece: Record) -> list[Record]:
    """Cut off what is glued to a record though it has no PMID of its own: the input ends in it."""
    glued = _glued_at(piece.data, 0, len(piece.data))
    if not glued:
        return [piece]
    return [piece.part(0, glued, Record), piece.part(glued, len(piece.data), Record)]


def _glued_at(data: str, start: int, end: int) -> int:
    """Return where the next record begins in the middle of a line, or 0: efetch glues after records 60, 120 …

    Args:
        data: Text of a piece.
        start: Where a record begins in it.
        end: Where to stop looking.
    """
    number = _NUMBER.match(data, start)
    if number is None or number[1][-1] != "0" or int(number[1]) % _EFETCH_BATCH:
        return 0
    following = f"{int(number[1]) + 1}. "
    line = data.find(_PMID, start, end) + 1
    if not line:
        return 0
    at = data.find(following, line + len("PMID: "), end)
    while at > 0:
        if data.find("\n", line, at) < 0:  # on the PMID's own line, where nothing else has a number and a stop
            return at
        if data[at - 1] not in "0123456789\n" and _GLUED.match(data, at):
            return at
        at = data.find(following, at + 1, end)
    return 0


def _without_tail(piece: Record, last: int) -> list[Record]:
    """Return a record, and apart from it the text behind its last block, which belongs to no record.

    Args:
        piece: A record, or a leftover.
        last: Where its last PMID is, or -1.
    """
    data = piece.data
    end = data.find("\n", last + 1)
    if last < 0 or end < 0 or type(piece) is Leftover or piece.fault:
        return [piece]
    tail = data[end:]
    text = tail.lstrip()
    if not text:
        return [piece]
    cut = _end_of_statement(tail) if text.startswith(CONFLICT) else len(tail) - len(text)
    if cut >= len(tail):
        return [piece]
    record = piece.part(0, end + cut, Record)
    kind = Record if _follows(text, data) else Leftover  # the beginning of one, where the export was cut off
    return [record, piece.part(end + cut, len(data), kind)] if tail[cut:].strip() else [record]


def _follows(text: str, record: str) -> bool:
    """Whether a text begins as the record behind another one does."""
    number = _NUMBER.match(record)
    return number is not None and text.startswith(f"{int(number[1]) + 1}.") and _HEADER.match(text) is not None


def _end_of_statement(tail: str) -> int:
    """Return where banners begin behind a conflict statement, which may itself have many paragraphs."""
    end = len(tail)
    while True:
        at = tail.rfind("\n\n", 0, end)
        paragraph = tail[at:end].strip() if at >= 0 else ""
        if at < 0 or (paragraph and not _BANNER.match(paragraph)):
            return end
        end = at
