"""Records as text and as lines ``(tag, value)``: ``PMID- 123``, wrapped at 88 columns, continued by six blanks.

Text goes in as people keep it: trailing blanks, other indents, ``TI-`` and ``PMID-123`` without their blanks, several
records without the empty line between them. What has no tag keeps the tag ``""``, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from citeconv import Leftover, Record
from citeconv.values.memo import Memo
from citeconv.values.patterns import joined, lazy, parted
from citeconv_nbib.mapping import FIRST, ORDER

Lines = list[tuple[str, str]]
"""Tags, without blanks, and their values, unwrapped."""

Groups = dict[str, Any]
"""Values by tag; lines whose sequence matters, by the first of their kind; authors perhaps as the text of theirs."""

WIDTH = 88
INDENT = "      "

BLANKS = lazy(r"[\x00-\x20\x7f]+")
"""What becomes one blank, for a value is one line; blanks of other kinds (U+00A0) are characters."""

_ODD_LINE = lazy(r"([A-Z][A-Z0-9]{1,3}) {0,3}-(?: (.*)|(\S.*)?)")
_FIRST_TAG = lazy(r"^([A-Z]{2,4}) {0,2}- ?", re.M)
_TAGGED = lazy(r"\n?[A-Z][A-Z0-9]{1,3} {0,3}-(?: |\S|\n|\Z)")
_RIS = "\nTY  - "
_EMPTY_LINES = lazy(r"\n(?:[ \t]*\n)+")


_TAGS: Memo[str, str] = Memo(lambda head: head[:4].rstrip() if head[4:] == "- " else "")
"""The tag by the first six characters of a line; nothing where they are of another form."""

_LINE = lazy(r"\n([^ \n].{3})- ")
"""Where a line of the usual form begins, and its tag."""
_AUTHOR = "\nFAU - "
_BEHIND_AUTHORS = lazy(r"\n(?!(?:FAU |A(?:U  |D  |UID)|CN  )- )")


def _key(head: str) -> tuple[str, str]:
    tag = head.rstrip()
    first = FIRST.get(tag, "")
    return (first, tag) if first and head == f"{tag:<4}" else ("" if first else tag, "")


_KEYS: Memo[str, tuple[str, str]] = Memo(_key)
"""By the four characters of a tag: what its lines are gathered under, and the tag if that is not the same."""


_NUMBERED = r"PMID- ?\d{1,8}[ \t]*\n[A-Z]{2,4} {0,2}- "
JOINED = joined(rf"(?<!\s){_NUMBERED}")  # a blank parts what a text says: see PMID-123
_BEHIND_LINES = r"[^\n]\n[^\n]+\n(?:[ \t]*\n){1,9}"
_FIRST_LINE = rf"(?:{'|'.join(ORDER[: ORDER.index('BTI') + 1])}) {{0,3}}- "
_GOES_ON = r"[^\n]*\n(?: {6}\S[^\n]*\n){0,20}"
_TITLE = r"B?TI {0,3}- "
_BEHIND_TITLE = rf"(?:\A|(?<=\n\n)){_TITLE}{_GOES_ON}(?:[ \t]*\n){{1,9}}(?={_TITLE}|[A-Z]{_GOES_ON}[A-Z])"
"""A record of a title alone, before another title or before lines that no empty ones part."""
PARTED = lazy(rf"(?:{_BEHIND_LINES}|{_BEHIND_TITLE})(?={_FIRST_LINE})(?P<start>)")
"""A record without PMID behind an empty line, by the tags with which one begins; not where these part all lines."""
WITHIN = lazy(
    rf"(?:\nSO  - [^\n]*(?:\n {{6}}\S[^\n]*){{0,20}}\n(?:[ \t]*\n){{1,9}}|[^\s\ufeff]\ufeff?(?={_NUMBERED})"
    rf"|{_BEHIND_LINES}(?={_FIRST_LINE}))(?P<start>[A-Z][A-Z0-9]{{1,3}} {{0,3}}-)"
)
"""A record without PMID behind the last line of another, or one in the line in which another ends."""


def record_start(head: str) -> re.Pattern[str]:
    """Return a pattern for the beginning of a record.

    Args:
        head: The beginning of the input; its first tag, if it is not the usual one, begins the others too.
    """
    first = _FIRST_TAG.search(head)
    if first is None or first[1] == "PMID":
        return re.compile(r"\n(?P<start>PMID {0,2}-)")
    if first[1] == "PMC":  # NLM's own exporter puts it first
        return re.compile(r"\n(?P<start>PMC {0,2}- ?PMC\d+[ \t]*\nPMID {0,2}-)")
    return re.compile(rf"\n[ \t]*\n(?P<start>{first[1]} {{0,2}}-)|\A\n(?P<first>{first[1]} {{0,2}}-)")


def cut_tail(record: Record) -> Iterator[Record]:
    """Yield a record, then what follows its last line behind an empty line: records without PMID, or a banner."""
    text = record.data
    end = text.find("\nSO  - ")
    found = _EMPTY_LINES.search(text, end) if end >= 0 else None
    if found is None or not text[found.end() :].strip():
        yield record
        return
    starts = [found.end(), *(gap.end() for gap in _EMPTY_LINES.finditer(text, found.end()))]
    tagged_at = [_TAGGED.match(text, start) is not None for start in starts]
    begin, kind = 0, Record
    for start, is_record, before in zip(starts, tagged_at, [True, *tagged_at], strict=False):
        if is_record or before:  # what is no record stays in one piece, by which another format's are known
            yield record.part(begin, start, kind)
            begin, kind = start, Record if is_record else Leftover
    yield record.part(begin, len(text), kind)


def cut_before_ris(piece: Record) -> Iterator[Record]:
    """Yield a piece, and apart from it what was pasted behind it from RIS, whose tags are like MEDLINE's but for the
    first."""
    start = piece.data.find(_RIS) + 1
    if not start or type(piece) is not Record:
        yield piece
        return
    yield piece.part(0, start)
    yield piece.part(start, len(piece.data), Leftover)


def tagged(text: str) -> Lines:
    """Return the lines of a record, those that are not empty."""
    if "\t" in text:
        text = text.replace("\t", " ")
    while " \n" in text:
        text = text.replace(" \n", "\n")
    rows = text.replace("\n      ", " ").strip("\n").split("\n")
    tags = [_TAGS[row[:6]] for row in rows]
    values = [row[6:] for row in rows]
    together = "\n".join(values)
    if "" in tags or "  " in together or not values[-1]:
        return _tagged_one_by_one(rows)
    return list(zip(tags, values, strict=True))


def grouped(text: str) -> Groups:
    """Return the values of a record by tag, in the order in which the tags first occur."""
    return _grouped_at_once(text) or by_tag(tagged(text))


def _grouped_at_once(text: str) -> Groups | None:
    """Return the groups of a record of which all lines are of the usual form and no value has two blanks in a row;
    None for another. Authors with a full form stay one text.
    """
    if "\t" in text or "\n      \n" in text:
        return None
    *parts, last = text.split("\n      ")  # in half the time of replacing, which looks for each twice
    if " \n" in text:
        parts = [part.removesuffix(" ") for part in parts]
    joined = " ".join([*parts, last]).strip("\n")
    joined = f"\n{joined}"
    groups: Groups = {}
    start = joined.find(_AUTHOR)
    if start < 0:
        return groups if _group(joined, groups) else None
    found = _BEHIND_AUTHORS.search(joined, start)
    end = found.start() if found else len(joined)
    authors = joined[start:end]
    if " \n" in authors or authors[-1] == " " or not _group(joined[:start], groups):
        return None
    others = groups.setdefault("FAU", [])
    before = len(others)
    if not _group(joined[end:], groups):
        return None
    groups["FAU"] = [*others[:before], *lines_in(authors), *others[before:]] if others else authors
    return groups


def _group(text: str, groups: Groups) -> bool:
    """Add lines to the groups; return whether all are of the usual form."""
    nothing, *cut = _LINE.split(text)
    values = cut[1::2]
    together = f" {' '.join(values)} " if values else ""
    if nothing or "\n" in together or "  " in together:  # as there are with a value that is empty or ends with a blank
        return False
    for head, value in zip(cut[::2], values, strict=True):
        key, tag = _KEYS[head]
        if key in groups:
            groups[key].append((tag, value) if tag else value)
        else:
            groups[key] = [(tag, value) if tag else value]
    return "" not in groups


def by_tag(lines: Lines) -> Groups:
    """Return the values of lines by tag; lines whose sequence matters, by the first tag of their kind."""
    groups: Groups = {}
    for line in lines:
        tag = line[0]
        first = FIRST.get(tag)
        groups.setdefault(first or tag, []).append(line if first else line[1])
    return groups


def lines_in(authors: str | Lines) -> Lines:
    """Return the lines of authors."""
    return _tagged_one_by_one(authors.split("\n")) if isinstance(authors, str) else authors


def _tagged_one_by_one(rows: Iterable[str]) -> Lines:
    """Return the lines of a record some of which are not of the usual form."""
    lines: Lines = []
    for row in rows:
        if row[4:6] == "- ":
            value = row[6:]
            if "  " in value:
                value = BLANKS.sub(" ", value).strip(" ")
            if value:
                lines.append((row[:4].rstrip(), value))
        elif row:
            _odd_line(row, lines)
    return lines


def _odd_line(line: str, lines: Lines) -> None:
    """Take a line that is not of the usual form: an odd tag, the continuation of the last value, or neither."""
    found = _ODD_LINE.fullmatch(line)
    if found:
        if value := (found[2] or found[3] or "").strip():
            lines.append((found[1], value))
    elif not line.isspace():
        if line[0] == " " and lines:
            tag, value = lines[-1]
            lines[-1] = (tag, f"{value} {line.strip()}")
        else:
            lines.append(("", line.strip()))


def wrapped(lines: Iterable[tuple[str, str]]) -> str:
    """Return lines as text, wrapped as PubMed does; a blank parts what would be read as the next record's beginning."""
    each = [f"{tag:<4}- {value}" for tag, value in lines]
    text = "".join([f"{line}\n" if len(line) <= WIDTH else _wrapped(line) for line in each])
    return parted(text, JOINED) if text.find("PMID-", len("PMID-")) > 0 else text


def _wrapped(line: str) -> str:
    pieces = []
    while len(line) > WIDTH:
        cut = line.rfind(" ", len(INDENT), WIDTH + 1)
        if cut < 0:
            cut = line.find(" ", WIDTH)
            if cut < 0:
                break
        pieces.append(f"{line[:cut]}\n")
        line = f"{INDENT}{line[cut + 1 :]}"
    return "".join([*pieces, line, "\n"])
