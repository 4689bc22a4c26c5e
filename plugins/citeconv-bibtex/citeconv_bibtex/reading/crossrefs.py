"""What entries inherit: records in file order go in, the same come out with the fields of their parents added.

BibTeX wants a parent behind its children, biber takes it anywhere. So records are held back only from a child whose
parent has not come yet until it has come; a file without ``crossref`` and ``xdata`` streams. Of what has passed, only
entries that can hold others (books, proceedings, ``xdata``) are remembered, and no more than ``ROOM`` characters of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from citeconv import Leftover, Record
from citeconv_bibtex.reading.blocks import FACTOR, FREE, Entry

ROOM = 1 << 26
"""Characters of parents that are remembered."""

HOLDERS = frozenset(
    "book collection proceedings periodical reference mvbook mvcollection mvproceedings mvreference xdata manual"
    " bookinbook misc conference booklet".split()
)
"""Entry types that others refer to."""

_LINKS = ("crossref", "xdata")
_OWN = frozenset(
    "crossref xref xdata ids label shorthand sortkey sortname sorttitle presort options execute entryset entrysubtype"
    " related relatedtype relatedstring relatedoptions doi url urldate eprint eprinttype archiveprefix eprintclass"
    " primaryclass pmid pmcid abstract keywords file note annote annotation pages pagetotal timestamp owner groups"
    " shorttitle indextitle indexsorttitle date-added date-modified creationdate modificationdate".split()
)
"""Fields that say something of the parent alone."""
_TITLES = ("title", "subtitle", "titleaddon")
_PARTS = frozenset(
    "inbook incollection inproceedings conference inreference bookinbook suppbook suppcollection article"
    " suppperiodical".split()
)
"""Entry types that are parts: the title of a parent is not their own."""
_DEPTH = 5


def resolve(records: Iterator[Record]) -> Iterator[Record]:
    """Yield the records with inherited fields added, in their order."""
    parents = _Parents()
    waiting: deque[_Waiting] = deque()
    held = 0  # characters of the records that wait
    for record in records:
        entry = record.context
        wanted: list[str] = []
        if isinstance(entry, Entry):
            if entry.key and (waiting or entry.kind in HOLDERS):
                parents.add(entry)
            wanted = [key for name, value in entry.fields if name in _LINKS for key in _keys(value)]
        if not waiting and not wanted:
            yield record
            continue
        waiting.append(_Waiting(record, wanted))
        held += len(record.data)
        while waiting and (held > ROOM or waiting[0].has_all(parents.entries)):
            first = waiting.popleft()
            held -= len(first.record.data)
            yield parents.completed(first.record, first.wanted)
    for each in waiting:
        yield parents.completed(each.record, each.wanted)


def _keys(value: str) -> list[str]:
    return [key.strip() for key in value.lower().split(",")]


class _Waiting:
    """A record that waits for entries that it or an earlier one refers to."""

    def __init__(self, record: Record, wanted: list[str]) -> None:
        self.record, self.wanted = record, wanted
        self._missing = wanted[::-1]

    def has_all(self, entries: dict[str, Entry]) -> bool:
        """Whether all that it refers to is there; each is looked up once after it has come."""
        while self._missing and self._missing[-1] in entries:
            self._missing.pop()
        return not self._missing


class _Parents:
    """The entries that others may refer to, by key in lower case."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._room = ROOM
        self._credit = FREE

    def add(self, entry: Entry) -> None:
        """Remember an entry, the first of a key; of ``xdata`` the last, for one stands before each rejected child."""
        size = sum(len(value) for _, value in entry.fields)
        if size <= self._room and (entry.key.lower() not in self.entries or entry.kind == "xdata"):
            self.entries[entry.key.lower()] = entry
            self._room -= size

    def completed(self, record: Record, wanted: list[str]) -> Record:
        """Return a record with what it inherits."""
        if not wanted:
            return record
        child: Entry = record.context
        kind = Leftover if isinstance(record, Leftover) else Record
        self._credit += FACTOR * len(record.data)
        missing = tuple(f"{key} is referred to, but not in the file" for key in wanted if key not in self.entries)
        fields = list(child.fields)
        seen = {child.key.lower()}
        level, heir = [key for key in wanted if key in self.entries], child
        for _ in range(_DEPTH):
            above = []
            for key in level:
                if key in seen:
                    continue
                seen.add(key)
                parent = self.entries[key]
                added = _inherited(heir, fields, parent)
                links = [value for name, value in parent.fields if name in _LINKS]
                written = sum(map(len, links)) + sum([len(value) for _, value in added])
                self._credit -= len(fields) + len(parent.fields) + written
                if self._credit < 0:
                    fault = record.fault or "it inherits twenty times what the file holds so far"
                    return kind(record.line, record.data, child, record.raw, fault, record.preamble)
                fields += added
                above += [each for value in links for each in _keys(value)]
                heir = parent if parent.kind != "xdata" else heir
            level = [key for key in above if key in self.entries]
        preamble = record.preamble + _as_data(wanted, fields[len(child.fields) :])
        heir = child._replace(fields=fields, faults=missing)
        return kind(record.line, record.data, heir, record.raw, record.fault, preamble)


def _as_data(keys: list[str], fields: list[tuple[str, str]]) -> str:
    """Return blocks that give a child alone what it inherits: the first all of it, the others nothing more."""
    lines = "".join([f"  {name} = {{{value}}},\n" for name, value in fields if value.count("{") == value.count("}")])
    return "".join([f"@xdata{{{key},\n{'' if place else lines}}}\n" for place, key in enumerate(keys) if key])


def _inherited(heir: Entry, fields: list[tuple[str, str]], parent: Entry) -> list[tuple[str, str]]:
    """Return the fields that a parent adds to those that are there."""
    known = {name for name, _ in fields}
    if parent.kind == "xdata":
        return [(name, value) for name, value in parent.fields if name not in known and name not in _LINKS]
    prefix = ""
    if "title" in known and heir.kind in _PARTS:
        prefix = "journal" if parent.kind == "periodical" else "main" if parent.kind.startswith("mv") else "book"
    elif parent.kind.startswith("mv"):
        prefix = "main"
    added = []
    for name, value in parent.fields:
        own = f"{prefix}{name}" if prefix and name in _TITLES else name
        if prefix == "book" and name == "author" and "author" in known:
            own = "bookauthor"
        if name not in _OWN and own not in known:
            known.add(own)
            added.append((own, value))
    return added
