"""Cutting: a RIS file goes in, its records come out, each then as pairs of tag and value.

A record ends with ``ER``, so the file is cut there first, and a piece with more than one ``TY`` again. What is odd: an
``ER`` may be missing or carry text, a ``TY`` may be missing, late or doubled, fields may follow the ``ER`` they belong
to, and banners and numbers stand between records. A value may run over lines without a tag; whether such a line is a
new item, a paragraph or a wrapped line depends on the tag and on how long the lines are.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from citeconv import Leftover, Record, Rest, Source
from citeconv.values.literals import quoted_list
from citeconv.values.patterns import lazy
from citeconv_ris.tags import LISTS, PARAGRAPHS, TAGS, TITLES, WORDS

_TAG = lazy(r"\n([A-Z][A-Z0-9]) {2,3}-[ \t]?")
_LOOSE_TAG = lazy(rf"\n[ \t]*({'|'.join(sorted(TAGS))})[ \t\u00a0]{{0,4}}-[ \t\u00a0]?", re.I)
"""The tag field with blanks missing or in excess, or in lower case; only tags that are known."""
_NEARLY_TAG = lazy(rf"({'|'.join(sorted(TAGS | WORDS.keys()))})[ \t]{{1,4}}-[ \t]?(.*)")
"""A tag field with a blank too few or with a tab, or a word in its place."""
_TYPE = lazy(r"\n[ \t\ufeff]*[Tt][Yy][ \t\u00a0]{0,3}-")
_STRICT_TYPE = lazy(r"\n(?P<start>TY {2,3}-)")
_LOOSE_TYPE = lazy(r"\n(?P<start>[ \t]{0,9}[Tt][Yy][ \t\u00a0]{0,3}-)")
_STRICT_START = lazy(r"^\ufeff?TY {2,3}-|^ER {2,3}-", re.M)
_CUT = lazy(
    r"\n(?=[E\s\d])(?:ER {2,3}-(?:[^\S\n]{0,99}\ufeff?(?=TY {2,3}-)|[^\n]*\n)"
    r"|[ \t]{0,99}(?:\d{1,7}[.>]? {0,3})?\n(?=TY {2,3}-))(?P<start>)"
)
"""Behind the end of a record, in its line where files were joined, or before a type that stands behind an empty line or
a number."""
_LOOSE_CUT = lazy(
    r"\n(?:[ \t]{0,9}[Ee][Rr][ \t\u00a0]{0,3}-[^\S\n]{0,99}(?:\n|\ufeff?(?=[Tt][Yy][ \t\u00a0]{0,3}-))"
    r"|[ \t]{0,99}\n(?=[ \t]{0,9}[Tt][Yy][ \t\u00a0]{0,3}-))(?P<start>)"
)
"""``ER``, or a blank line above ``TY``, in any case of letters and with any blanks."""
_AT_END = lazy(r"^[ \t]{0,9}[Ee][Rr][ \u00a0]{0,3}-", re.M)
_NUMBER = lazy(r"(?:<?\d{1,7}[>.)]?\.?|Record #?\d{1,7} of \d{1,7}|RIS|(?:Provider|Database|Content): [^\n]{1,200})?")
"""A line that says which of the records follows, or what the banner before each says: whose export it is."""
_DATABASE = lazy(r"^Database: (?P<name>[^\n]{1,200})", re.M)
"""The line of a banner that says what a record of APA PsycNet does not: which database it is of."""
_LINK = "Link to the "
_AFTER_END = lazy(rf"{_LINK}.{{1,60}}: ?\S+")
"""What Ovid sets behind a record."""
_MEDLINE = lazy(r"\n[ \t\ufeff]*PMID- ?\d")
"""By which MEDLINE's records begin, whose other tags are like RIS'."""
_ENDS_EMPTY = lazy(r"\n[ \t]*\n\Z")
_ENDS_WITH_END = lazy(r"\nER[ \t\u00a0]{0,3}-[^\S\n]{0,9}\n\Z")
"""The end of a record in other blanks than the specification has."""
_EMPTY_LINE = lazy(r"\n[ \t]*\n")
SECOND_TAG = lazy(rf"(?:[ \t]{{1,99}}|(?<=\S))({'|'.join(sorted(TAGS))})  - (?=\S)")
"""Another tag on the same line, behind the value with blanks between or none."""
_TITLE = lazy(rf"\n(?:{'|'.join(sorted(TITLES))}) {{1,3}}-[^\S\n]*\S")
_DOI = lazy(r"\nDO {1,3}-[^\S\n]*\S")
_SPELLED = "["
"""The first sign of a list of names that ASReview spells out, a sign a line, if they do not stand under ``AU``."""
_WHOLE = PARAGRAPHS | TITLES
"""Tags whose values may hold what looks like another tag field."""
_END = ("ER", "")
_BARE_ENDS = ("\nER", "\nER-")
"""The end of a record in a file that somebody has cleaned of what looked empty."""
_WIDTH = 85
"""Characters in a line above which a text is not taken for wrapped."""
_CUT_AT = 70
"""Characters of a value behind which Citation.js begins another line, wherever that is."""
_TAG_LENGTH = len("TI  - ")
_FEWEST_LINES = 5
"""Of how many lines a text with short ones among them may be wrapped, too."""
_ABSTRACTS = frozenset(("AB", "N2"))


class Context(NamedTuple):
    """What is known of a record beside its text."""

    strict: bool  # tag fields are as the specification has them
    awaits: bool  # its type is yet to come
    dialect: str
    database: str = ""  # the banner before it names it
    day_first: bool | None = None  # in dates, as others in the file tell it
    cut: bool = False  # lines were cut where they were full, within words, too


def top(source: Source) -> str:
    """Return what tells the dialect: the first page, or the first record where that is longer."""
    if _AT_END.search(source.head):
        return source.head
    longer = source.longer_head()
    end = _AT_END.search(longer)
    return longer[: end.end()] if end else longer


def split(source: Source, dialect: str = "", mark: str = "", day_first: bool | None = None) -> Iterator[Record]:
    """Yield the records of a file, and what belongs to none.

    Args:
        source: The file.
        dialect: The name of its dialect, which goes to the context of each record.
        mark: What must stand before a record in a file of its own.
        day_first: Whether dates have the day before the month, which goes there, too; None if nothing tells it.
    """
    strict = _STRICT_START.search(source.head) is not None
    cuts = (_CUT, _STRICT_TYPE) if strict else (_LOOSE_CUT, _LOOSE_TYPE)
    first = _LOOSE_TAG.search(f"\n{source.head}")
    typed = first is not None and first[1].upper() == "TY"  # else the type comes late, and tells no beginning
    usual = Context(strict, False, dialect, day_first=day_first, cut=strict and _is_cut(source.head))
    splitter = _Splitter(source, usual, mark)
    for piece in source.records(*cuts[: 1 + typed]):
        yield from splitter.take(piece)
    yield from splitter.release()


class _Splitter:
    """What is known between two pieces of a file: the record whose trailing fields may be yet to come.

    Args:
        source: The file.
        usual: The context of a record before which nothing says more.
        mark: What must stand before a record in a file of its own.
    """

    def __init__(self, source: Source, usual: Context, mark: str) -> None:
        self._source, self._usual, self._mark = source, usual, mark
        self._held: Record | None = None
        self._context = usual  # of the record that comes next
        self._overlong = False  # whether the piece before was longer than is taken, or more of such a one
        self._stray = False  # whether that was no record, but text between two

    def take(self, piece: Record) -> Iterator[Record]:
        """Yield what a further piece shows to be complete."""
        text = piece.raw or piece.data
        start = text.find("TY")
        plain = start >= 0 and (not start or text[:start].isspace()) and text.find("\nTY", start) < 0
        if not plain and (database := _database(text)):
            self._context = self._usual._replace(database=database)
        after_overlong = self._overlong
        self._overlong = bool(piece.fault) or (after_overlong and isinstance(piece, Leftover))
        if self._overlong:
            yield from self._too_long(piece, text)
        elif self._held is not None and self._held.context.awaits:
            self._go_on(self._held, text)
        elif plain and not piece.raw:
            yield from self.release()
            line = piece.line + text.count("\n", 0, start)
            self._hold(Record(line, text[start:], self._context, "", "", self._mark))
        else:
            for line, part, kind in _parts(text, piece.line, self._held is not None or after_overlong):
                if kind is None and self._held is not None:
                    self._go_on(self._held, part)
                elif kind is not Record:
                    yield self._source.record(line, part, kind or Rest)
                else:
                    yield from self.release()
                    self._hold(_record(self._source, line, part, self._context, self._mark))

    def release(self) -> Iterator[Record]:
        """Yield the record that was held, for no more of it comes."""
        if self._held is not None:
            yield self._held
        self._held = None

    def _hold(self, record: Record) -> None:
        self._held, self._context = record, self._usual

    def _go_on(self, held: Record, more: str) -> None:
        """Add what belongs to the record before."""
        text = (held.raw or held.data) + more
        self._held = _record(self._source, held.line, text, held.context, self._mark)

    def _too_long(self, piece: Record, text: str) -> Iterator[Record]:
        """Hand on a piece that is longer than is taken, or more of one."""
        yield from self.release()
        if piece.fault:
            self._stray = not _LOOSE_TAG.search(f"\n{text}")
        if self._stray:
            yield Leftover(piece.line, piece.data, None, piece.raw)
        else:
            yield Record(piece.line, piece.data, None, piece.raw, piece.fault, self._mark) if piece.fault else piece


def _database(text: str) -> str:
    """Return the database that a banner names at the end of what stands before a record; empty if there is none."""
    before = _LOOSE_TAG.split(f"\n{text}", maxsplit=1)[0]
    found = _DATABASE.search(before)
    return found["name"].strip() if found and is_numbering(before[found.end() :]) else ""


def _record(source: Source, line: int, text: str, context: Context, mark: str) -> Record:
    """Return a record; whether its type is yet to come is found out."""
    cut = source.record(line, text)
    awaits = _TYPE.search(f"\n{text}") is None and _AT_END.search(text) is None
    return Record(cut.line, cut.data, context._replace(awaits=awaits), cut.raw, cut.fault, mark)


def _parts(text: str, line: int, follows: bool) -> Iterator[tuple[int, str, type[Record] | None]]:
    """Yield the records in a piece, what belongs to the one before (kind None), and leftovers.

    Args:
        text: The piece.
        line: Where it begins.
        follows: Whether there is a record before it.
    """
    padded = f"\n{text}"  # so a match begins where its line begins in the text
    first = _TYPE.search(padded) or _TAG.search(padded) or _LOOSE_TAG.search(padded)
    begin = first.start() if first else len(text)
    before, body = text[:begin], text[begin:]
    gap = max((match.end() for match in _EMPTY_LINE.finditer(before)), default=0)
    trailing, leading = before[:gap], before[gap:]
    if _TAG.search(f"\n{leading}"):  # the type comes late
        leading, body = "", leading + body
    if _TAG.search(f"\n{trailing}") and not follows:
        trailing, leading, body = "", "", text
    if follows and body and not _TYPE.search(padded) and not _AT_END.search(text):  # fields behind the end
        trailing, leading, body = text, "", ""
    follows = follows and _MEDLINE.search(padded) is None
    if follows and (_AFTER_END.search(trailing + leading) or _TAG.search(f"\n{trailing}")):
        yield line, trailing + leading, None
    else:
        rows = (trailing + leading).split("\n")
        odd = [offset for offset, row in enumerate(rows) if not is_numbering(row)]
        if odd:  # in one piece, by which another format's records are known
            yield line + odd[0], "\n".join(rows[odd[0] : odd[-1] + 1]), Leftover
    at = line + text.count("\n", 0, len(text) - len(body))
    for part in _by_type(body) if body else ():
        yield at, part, Record
        at += part.count("\n")


def is_numbering(text: str) -> bool:
    """Return whether a text says nothing but which of the records follows."""
    return all(_NUMBER.fullmatch(row.strip("\ufeff \t")) for row in text.split("\n"))


def _by_type(text: str) -> Iterator[str]:
    """Cut a piece where an ``ER`` is missing or has other blanks: before a type behind such an end, or one that has a
    title before it and behind it, or a DOI.
    """
    padded = f"\n{text}"
    places = [match.start() for match in _TYPE.finditer(padded)]
    marks = [[match.start() for match in mark.finditer(padded)] for mark in (_TITLE, _DOI)] if len(places) > 1 else []
    cuts = [0]
    opened = 0  # the first type behind the last cut
    for number, (place, following) in enumerate(zip(places, [*places, len(padded)][1:], strict=True)):
        if number == opened:
            continue
        near, begin = padded[max(0, place - 40) : place + 1], cuts[-1]
        both = any([_within(each, begin, place) and _within(each, place, following) for each in marks])
        if both or _ENDS_WITH_END.search(near) or (_within(marks[0], begin, place) and _ENDS_EMPTY.search(near)):
            cuts.append(place)
            opened = number
    for begin, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        yield text[begin:end]


def _within(places: list[int], begin: int, end: int) -> bool:
    """Return whether one of some places, which are in order, is behind one and not behind another."""
    return bisect(places, begin) < bisect(places, end)


def _is_cut(head: str) -> bool:
    """Whether a file has lines without a tag only behind full ones, and none that is longer."""
    lines = head.split("\n")
    ends = [line for line, following in pairwise(lines) if following.strip() and _has_no_tag(following)]
    return bool(ends) and all(map(_is_full, ends)) and max(map(len, lines)) <= _CUT_AT + _TAG_LENGTH


def _has_no_tag(line: str) -> bool:
    return _TAG.match(f"\n{line}") is None


def _is_full(line: str) -> bool:
    units = len(line) if line.isascii() else len(line.encode("utf-16-le", "surrogatepass")) // 2  # JavaScript's
    return units == _CUT_AT + (0 if _has_no_tag(line) else _TAG_LENGTH)


def uncut(text: str) -> str:
    """Return a record of a file whose lines were cut at full length, each value on a line of its own."""
    found: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        if goes_on and _has_no_tag(line):
            found[-1] += line
        else:
            found.append(line)
        goes_on = _is_full(line)
    return "\n".join(found)


def pairs(text: str, strict: bool) -> list[tuple[str, str]]:
    """Return the tags of a record with their values, as many as there are, without empty ones.

    Args:
        text: The record.
        strict: Whether the file has tag fields as the specification has them.
    """
    if "\r" in text:
        text = text.replace("\r", "\n")
    if not text.isascii():
        text = text.replace("\u2028", " ").replace("\u2029", " ").replace("\ufeff", "")
    pattern = _TAG if strict else _LOOSE_TAG
    cut = pattern.split(f"\n{text}")
    if strict and cut[0] and _LOOSE_TAG.match(f"\n{cut[0].lstrip()}"):  # a record of another hand in the file
        strict = False
        cut = _LOOSE_TAG.split(f"\n{text}")
    tags, values = cut[1::2], list(map(str.strip, cut[2::2]))
    if strict:
        block = "".join(values)
        if "\n" not in block and "  - " not in block:  # each value on a line of its own
            each = list(zip(tags, values, strict=True))
            if each and each[-1] == _END:
                each.pop()
                values.pop()
            return _filled(each) if "" in values else each
    if values and values[-1].endswith(_BARE_ENDS):
        values[-1] = values[-1].rpartition("\n")[0].rstrip()
    told = list(zip(tags, values, strict=True))
    if _SPELLED in values:
        told = _filled(told)
    return [pair for tag, value in told for pair in _parted(tag, value, strict)]


def _filled(each: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return tags with their values without empty ones, and with lists that are spelled out read as such."""
    if any([value == _SPELLED for _, value in each]):
        each = [
            (tag, value)
            for tag, run in groupby(each, itemgetter(0))
            for value in _unspelled([value for _, value in run])
        ]
    return [pair for pair in each if pair[1] or pair[0] == "TY"]


def _unspelled(signs: list[str]) -> list[str]:
    """Return the items of a list whose signs are values of their own, in which a blank is empty; else the values."""
    if signs[0] != _SPELLED or max(map(len, signs)) > 1:
        return signs
    return quoted_list("".join([sign or " " for sign in signs])) or signs


def _parted(tag: str, value: str, strict: bool) -> Iterable[tuple[str, str]]:
    """Return what a tag and the text behind it hold: no value, one, or several with tags of their own."""
    if not strict:
        tag = tag.upper()
    if not value:
        return [("TY", "")] if tag == "TY" else []
    if "\n" not in value and "  - " not in value:
        return [(tag, value)]
    several = _continued(tag, value) if "\n" in value else [(tag, value)]
    return [one for each in several for one in (_crowded(*each) if "  - " in each[1] else [each])]


def _crowded(tag: str, value: str) -> list[tuple[str, str]]:
    """Return the tags on one line: ``UR  - https://example.org     U2  - L123``, ``AD  - Univ NowherePU  - TIDE``."""
    if tag in _WHOLE:
        return [(tag, value)]
    first, *others = SECOND_TAG.split(value)
    return [(tag, first.rstrip()), *zip(others[::2], map(str.rstrip, others[1::2]), strict=True)]


def _continued(tag: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield what a value says that runs over several lines; a line may be a tag field with a blank too few."""
    lines: list[str] = []
    for line in value.split("\n"):
        nearly = _NEARLY_TAG.fullmatch(line)
        if lines and line.startswith(_LINK) and _AFTER_END.match(line):
            yield from _joined(tag, lines)
            tag, lines = "ER", [line.strip()]
        elif nearly and lines:
            yield from _joined(tag, lines)
            tag, lines = nearly[1], [nearly[2].strip()]
        else:
            lines.append(line.strip())
    yield from _joined(tag, lines)


def _unwrapped(lines: list[str]) -> list[str]:
    """Return the paragraphs of wrapped text, each of which ends with a line that had room for the next word."""
    width = max(map(len, lines))
    full = [len(line) + 1 + len(following.partition(" ")[0]) > width for line, following in pairwise(lines)]
    if width > _WIDTH or sum(full) * 4 < len(full) * 3:
        return lines
    found = lines[:1]
    for line, goes_on in zip(lines[1:], full, strict=True):
        if goes_on:
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _joined(tag: str, lines: list[str]) -> Iterable[tuple[str, str]]:
    lines = [line for line in lines if line]
    wrapped = len(lines) > 1 and max(map(len, lines)) <= _WIDTH and min(map(len, lines[:-1])) > 50
    if not wrapped and tag in _ABSTRACTS and len(lines) >= _FEWEST_LINES:
        lines = _unwrapped(lines)
    if tag in LISTS and not (wrapped and tag in PARAGRAPHS):
        return [(tag, line) for line in lines]
    text = ("\n" if tag in PARAGRAPHS and not wrapped else " ").join(lines)
    return [(tag, text)] if text else []
