"""Cutting books into what can be cited of them: the text of a book goes in, records for it and for its parts come out.

A book (BITS, NLM's older document type) holds all its parts, and each says in a ``book-part-meta`` what it is. Only
these, and lists of references, are taken out of the text, so that damage elsewhere costs nothing. A part is a record if
it tells who made it or has an identifier of its own, as a chapter of an edited volume does; others belong to the book.
In a ``book-part-wrapper``, or alone, a part is a record in any case, and the book only what it stands in.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from citeconv import Record
from citeconv.values.patterns import lazy

ROOTS = ("book", "book-part-wrapper", "book-part")
"""The elements that books, and parts of them, are documents of."""

NESTING = ("book-part",)
"""Those of them that stand in their like."""

_PARTS = frozenset((*ROOTS, "front-matter-part", "preface", "foreword", "introduction", "dedication", "book-app"))
_BOOK_METAS = frozenset(("collection-meta", "book-series-meta", "book-meta", "digital-edition-meta"))
_NAMES = "|".join(sorted({*_PARTS, *_BOOK_METAS, "book-part-meta", "ref-list"}, key=len, reverse=True))
_TOKEN = lazy(
    rf"(?P<other><!--|<!\[CDATA\[|<\?)|<(?P<close>/)?(?P<tag>(?:[A-Za-z_][\w.-]{{0,40}}:)?(?P<name>{_NAMES}))(?=[\s/>])"
    r"""(?:[^<>"'/]|"[^"<]*"|'[^'<]*'|/(?!>))*(?P<empty>/)?>"""
)
"""A tag of ``_NAMES``, or the beginning of what may hold one that is none: a comment, CDATA, an instruction."""
_START = lazy(rf"<((?:[A-Za-z_][\w.-]{{0,40}}:)?(?:{'|'.join(sorted(_PARTS, key=len, reverse=True))}))[\s>]")
_LIST = lazy(r"<(?:[A-Za-z_][\w.-]{0,40}:)?ref-list[\s>]")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
"""What ends that in which nothing is a tag."""
_CITABLE = lazy(r"<(?:[\w.-]{1,40}:)?(?:contrib[\s>]|book-part-id[^<>]{0,200}\b(?:doi|pmid)\b)")
_CONTENTS = lazy(r"""\b(?:content-type|book-part-type)\s*=\s*["']toc["']""")
"""A wrapper, or a part, that stands for the whole book, as NCBI has one beside those of the chapters."""


class Around(NamedTuple):
    """What a record is part of.

    Args:
        book: The book, with nothing but what is said of it; empty if the file does not tell.
        part: What is said of the part that the record stands in.
        told: Whether the book is a record of its own.
        left_out: How many parts are no records.
        parts: How many records stand in the book.
        length: Characters of the whole book.
    """

    book: str = ""
    part: str = ""
    told: bool = False
    left_out: int = 0
    parts: int = 0
    length: int = 0


class _Part:
    """A book, or a part of it.

    Args:
        match: Its start tag.
        holder: The part that it stands in, of which is known what is said of it.
    """

    def __init__(self, match: re.Match[str], holder: _Part | None) -> None:
        self.name, self.tag, self.start, self.begin = match["name"], match["tag"], match[0], match.start()
        self.holder = holder
        self.holds_parts = False  # of which something is said
        self.tells_book = False  # what is said of the book is more than its series
        self.citable = False  # something is said of it that makes it one
        self.book_metas: list[str] = []
        self.metas: list[str] = []
        self.references: list[str] = []
        self.record: _Part | None = None  # the nearest around it that can be cited
        self.book: _Part | None = None  # the nearest around it that tells of the book
        if holder is not None:
            self.record = holder if holder.is_record() else holder.record
            self.book = holder if holder.book_metas else holder.book

    def add_book_meta(self, name: str, text: str) -> None:
        self.book_metas.append(text)
        self.tells_book = self.tells_book or name == "book-meta"

    def add_meta(self, text: str) -> None:
        self.metas.append(text)
        self.citable = self.citable or _CITABLE.search(text) is not None
        if self.holder is not None:
            self.holder.holds_parts = True

    def cited_by(self) -> _Part | None:
        """Return what a list of references in it belongs to: itself, or the nearest around it that can be cited."""
        return self if self.is_record() else self.record

    @cached_property
    def of_book(self) -> str:
        """The element with nothing but what is said of the book."""
        return self.text(*self.book_metas)

    @cached_property
    def of_part(self) -> str:
        """What is said of the part."""
        return "".join(self.metas)

    def text(self, *pieces: str) -> str:
        return "".join((self.start, *pieces, f"</{self.tag}>"))

    def is_record(self) -> bool:
        """Return whether it can be cited; what is said of it must be known, which stands before all else in it."""
        if self.name == "book":
            return self.tells_book
        if self.name == "book-part-wrapper":
            return self.tells_book and (self.is_whole() or not self.holds_parts)
        holder = self.holder
        if holder is None:
            return bool(self.metas) or self.tells_book
        if holder.name == "book-part-wrapper" and not holder.is_whole():
            return bool(self.metas)
        return self.citable

    def is_whole(self) -> bool:
        """Return whether it stands for the whole book."""
        return _CONTENTS.search(self.start) is not None


def cut_book(whole: Record) -> Iterator[Record]:
    """Yield the records in a book; itself if there are none, for the reader to say so."""
    parts = _parts_of(whole.data)
    records = {part: part.is_record() for part in parts}
    left_out = sum(bool(part.metas) for part in parts if not records[part])
    context = Around(parts=sum(records.values()), length=len(whole.data))
    line, place = whole.line, 0
    for part in parts:
        if records[part]:
            line, place = line + whole.data.count("\n", place, part.begin), part.begin
            yield _record(line, part, records, context._replace(left_out=left_out))
            left_out = 0
    if not any(records.values()):
        yield whole


def _parts_of(text: str) -> list[_Part]:
    """Return a book and all parts of it, in the order in which they begin."""
    cutter = _Cutter(text)
    place = 0
    while match := _TOKEN.search(text, place):
        place = cutter.take(match)
    return cutter.parts()


class _Cutter:
    """One walk over the text of a book: the parts that are open, and the list of references, if one is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[_Part] = []
        self._stack: list[_Part] = []
        self._opened: Counter[str] = Counter()
        self._lists_of: defaultdict[_Part | None, list[str]] = defaultdict(list)
        self._lists = 0  # lists of references that are open, in one another
        self._list_begin = 0

    def take(self, match: re.Match[str]) -> int:
        """Take what a match of ``_TOKEN`` begins or ends, and return where to go on."""
        name = match["name"]
        if match["other"]:
            return _after(self._text, _ENDS[match["other"]], match.end())
        if name == "ref-list":
            self._list(match)
            return match.end()
        if name not in _PARTS:
            return match.end() if match["close"] or not self._stack else self._meta(match)
        if match["empty"]:
            return match.end()
        if self._lists and self._stack:  # the end tag of a list is missing, which is told when it is read
            self._keep_list(match.start())
            self._lists = 0
            return match.start()
        if match["close"]:
            self._close(name)
        else:
            self._opened[name] += 1
            self._stack.append(_Part(match, self._stack[-1] if self._stack else None))
            self._found.append(self._stack[-1])
        return match.end()

    def parts(self) -> list[_Part]:
        """Return all parts, each with its lists of references."""
        lists_of = self._lists_of
        if None in lists_of:  # in a wrapper, beside its part
            lists_of[next((part for part in self._found if part.is_record()), None)] += lists_of.pop(None)
        for part in self._found:
            part.references = lists_of[part]
        return self._found

    def _list(self, match: re.Match[str]) -> None:
        if not (self._lists or match["close"]):
            self._list_begin = match.start()
        self._lists += 0 if match["empty"] else -1 if match["close"] else 1
        if not self._lists and self._stack:
            self._keep_list(match.end())
        self._lists = max(self._lists, 0)

    def _keep_list(self, end: int) -> None:
        self._lists_of[self._stack[-1].cited_by()].append(self._text[self._list_begin : end])

    def _meta(self, match: re.Match[str]) -> int:
        meta, place = _element(self._text, match)
        if match["name"] in _BOOK_METAS:
            self._stack[-1].add_book_meta(match["name"], meta)
        else:
            self._stack[-1].add_meta(meta)
        return place

    def _close(self, name: str) -> None:
        """Close the innermost part of a name with all in it, whose end tags are missing; nothing if none is open."""
        while self._opened[name]:
            part = self._stack.pop()
            self._opened[part.name] -= 1
            if part.name == name:
                break


def without_references(text: str) -> str:
    """Return a record of a book without its lists of references; empty if it is none, or has no lists."""
    start, lists = _START.match(text), _LIST.search(text)
    return f"{text[: lists.start()]}</{start[1]}>" if start and lists else ""


def _element(text: str, start: re.Match[str]) -> tuple[str, int]:
    """Return an element that stands in none of its like, without comments, and where to go on.

    Where its end tag is missing, it ends with what is told of its part.
    """
    pieces: list[str] = []
    begin, place = start.start(), start.end()
    while not start["empty"]:
        match = _TOKEN.search(text, place)
        if match is None:
            place = len(text)
            break
        if match["other"]:
            place = _after(text, _ENDS[match["other"]], match.end())
            if match["other"] != "<![CDATA[":
                pieces.append(text[begin : match.start()])
                begin = place
        elif match["name"] in _PARTS:
            place = match.start()
            break
        else:
            place = match.end()
            if match["close"] and match["name"] == start["name"]:
                break
    return "".join((*pieces, text[begin:place])), place


def _after(text: str, end: str, place: int) -> int:
    found = text.find(end, place)
    return len(text) if found < 0 else found + len(end)


def _record(line: int, part: _Part, records: dict[_Part, bool], context: Around) -> Record:
    """Return a part as a record, with what it stands in added to its context."""
    if part.book_metas and (not part.metas or part.is_whole()):
        return Record(line, part.text(*part.book_metas, *part.references), context)
    book = part if part.book_metas else part.book
    around = context._replace(
        book=book.of_book if book is not None else "",
        part=part.holder.of_part if part.holder is not None else "",
        told=book is not None and book is not part and records[book],
    )
    return Record(line, part.text(*part.metas, *part.references), around)
