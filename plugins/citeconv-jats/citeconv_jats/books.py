"""Cutting books into what can be cited of them: the text of a book goes in, records for it and for its parts come out.

A book (BITS, NLM's older document type) holds all its parts, and each says in a ``book-part-meta`` what it is. Only
these, and lists of references, are taken out of the text, so that damage elsewhere costs nothing. A part is a record
if it tells who made it or has an identifier of its own, as a chapter of an edited volume; others are the book's. In a
``book-part-wrapper``, or alone, a part is a record in any case, and the book only what it stands in.
"""

from __future__ import annotations

import re
from collections import Counter
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
    rf"(?P<comment><!--|<!\[CDATA\[)|<(?P<close>/)?(?P<tag>(?:[A-Za-z_][\w.-]{{0,40}}:)?(?P<name>{_NAMES}))(?=[\s/>])"
    r"""(?:[^<>"'/]|"[^"<]*"|'[^'<]*'|/(?!>))*(?P<empty>/)?>"""
)
_COMMENT_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}
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
    """

    book: str = ""
    part: str = ""
    told: bool = False
    left_out: int = 0


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
        self.book_metas: list[str] = []
        self.metas: list[str] = []
        self.references: list[str] = []
        self.record: _Part | None = None  # the nearest around it that can be cited
        self.book: _Part | None = None  # the nearest around it that tells of the book
        if holder is not None:
            self.record = holder if holder.is_record() else holder.record
            self.book = holder if holder.book_metas else holder.book

    def add_meta(self, text: str) -> None:
        self.metas.append(text)
        if self.holder is not None:
            self.holder.holds_parts = True

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
            return bool(self.book_metas)
        if self.name == "book-part-wrapper":
            return bool(self.book_metas) and (self.is_whole() or not self.holds_parts)
        holder = self.holder
        if holder is None:
            return bool(self.metas or self.book_metas)
        if holder.name == "book-part-wrapper" and not holder.is_whole():
            return bool(self.metas)
        return any(map(_CITABLE.search, self.metas))

    def is_whole(self) -> bool:
        """Return whether it stands for the whole book."""
        return _CONTENTS.search(self.start) is not None


def cut_book(whole: Record) -> Iterator[Record]:
    """Yield the records in a book; itself if there are none, for the reader to say so."""
    parts = _parts_of(whole.data)
    records = {part: part.is_record() for part in parts}
    left_out = sum(bool(part.metas) for part in parts if not records[part])
    line, place = whole.line, 0
    for part in parts:
        if records[part]:
            line, place = line + whole.data.count("\n", place, part.begin), part.begin
            yield _record(line, part, records, left_out)
            left_out = 0
    if not any(records.values()):
        yield whole


def _parts_of(text: str) -> list[_Part]:
    """Return a book and all parts of it, in the order in which they begin."""
    found: list[_Part] = []
    stack: list[_Part] = []
    opened: Counter[str] = Counter()
    place = lists = list_begin = 0
    while match := _TOKEN.search(text, place):
        place = match.end()
        name = match["name"]
        if match["comment"]:
            place = _after(text, _COMMENT_ENDS[match["comment"]], place)
        elif name == "ref-list":
            if not (lists or match["close"]):
                list_begin = match.start()
            lists += 0 if match["empty"] else -1 if match["close"] else 1
            if not lists and stack:
                part = stack[-1]
                owner = part if part.is_record() else part.record or stack[0]
                owner.references.append(text[list_begin:place])
            lists = max(lists, 0)
        elif name not in _PARTS:
            if not match["close"] and stack:
                place = match.end() if match["empty"] else _after(text, f"</{match['tag']}>", place)
                add = stack[-1].book_metas.append if name in _BOOK_METAS else stack[-1].add_meta
                add(text[match.start() : place])
        elif match["close"]:
            while opened[name]:
                opened[stack[-1].name] -= 1
                if stack.pop().name == name:
                    break
        elif not match["empty"]:
            lists = 0
            opened[name] += 1
            stack.append(_Part(match, stack[-1] if stack else None))
            found.append(stack[-1])
    return found


def _after(text: str, end: str, place: int) -> int:
    found = text.find(end, place)
    return len(text) if found < 0 else found + len(end)


def _record(line: int, part: _Part, records: dict[_Part, bool], left_out: int) -> Record:
    """Return a part as a record, with what it stands in as its context."""
    if part.book_metas and (not part.metas or part.is_whole()):
        return Record(line, part.text(*part.book_metas, *part.references), Around(left_out=left_out))
    book = part if part.book_metas else part.book
    around = Around(
        book=book.of_book if book is not None else "",
        part=part.holder.of_part if part.holder is not None else "",
        told=book is not None and book is not part and records[book],
        left_out=left_out,
    )
    return Record(line, part.text(*part.metas, *part.references), around)
