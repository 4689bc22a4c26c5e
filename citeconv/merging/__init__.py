"""Merging: makes one record of all records of the same work, between reading and writing.

Records go in, in the order of the inputs. Each work comes out once, where its first record stood, with whatever the
others add. Those count as merged, and a note for each says into which record it went and which of its values were
dropped. Records of different works that share an identifier are kept apart, with a note. All records are held until the
last one is read, as it may complete the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from citeconv.citation import Citation
from citeconv.merging.likeness import difference, keys
from citeconv.merging.union import united
from citeconv.report import Counts, Diagnostic, Report, name_of
from citeconv.run import Found, Item

_MOST = 20
"""How many records with the same identifier a record is compared with, lest time grow with the square of the number."""

_FULL = 100
"""How many records are merged into one, at most, for the same reason: each adds its keywords to all before."""


class _Match(msgspec.Struct, gc=False):
    """Another record that shares an identifier: its place, what it shares, and why it is of another work, if it is."""

    place: int
    what: str
    why: str


class Merger:
    """Makes one record of several of the same work.

    Args:
        report: Takes the notes.
        way: One of ``WAYS_TO_MERGE``.
    """

    def __init__(self, report: Report, way: str) -> None:
        self._report = report
        self._by_title = way == "titles"
        self._items: dict[int, tuple[Counts, Item]] = {}  # records not merged into others, by place
        self._sizes: dict[int, int] = {}  # how many records were merged into each of those, if any
        self._places: dict[tuple[str, str], list[int]] = {}  # places of records, by what they may share

    def merged(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield what was found, each work once."""
        leftovers: dict[int, Found] = {}
        for place, (counts, item) in enumerate(found):
            if isinstance(item, Item):
                self._join(place, counts, item)
            else:
                leftovers[place] = (counts, item)
        whole: dict[int, Found] = {**self._items, **leftovers}
        for place in sorted(whole):
            yield whole[place]

    def _join(self, last: int, counts: Counts, item: Item) -> None:
        """Merge a record into an earlier one of its work, and that into others that now prove to be of the same."""
        self._items[last] = (counts, item)
        place, citation = last, item.citation
        match = self._match(place, citation)
        while match and not match.why:
            place, citation = self._unite(place, match)
            match = self._match(place, citation)
        if match and place == last:
            message = f"same {match.what} as {self._where(match.place)}, but {match.why}: both are kept"
            self._tell(counts, item, "kept-apart", message)
        for key in keys(citation, self._by_title):
            places = self._places.setdefault(key, [])
            if place not in places and len(places) < _MOST:
                places.append(place)

    def _match(self, place: int, citation: Citation) -> _Match | None:
        """Return a record of the same work as the one at a place; else one that only shares an identifier, if any."""
        doubt = None
        for key in keys(citation, self._by_title):
            for other in self._places.get(key, ()):
                if other == place or other not in self._items:
                    continue
                full = self._sizes.get(place, 1) + self._sizes.get(other, 1) > _FULL
                why = f"made of {_FULL} records" if full else difference(self._items[other][1].citation, citation)
                match = _Match(other, key[0], why)
                if not match.why:
                    return match
                doubt = doubt or match
        return doubt

    def _unite(self, place: int, match: _Match) -> tuple[int, Citation]:
        """Merge the later of two records into the earlier one; return the place and citation of that."""
        first, second = sorted((place, match.place))
        (_, item), (counts, other) = self._items[first], self._items.pop(second)
        item.citation, left = united(item.citation, other.citation)
        item.originals += other.originals
        self._sizes[first] = self._sizes.get(first, 1) + self._sizes.pop(second, 1)
        counts.merged += 1
        missing = f"; not in it: {', '.join(left)}" if left else ""
        self._tell(counts, other, "merged", f"same {match.what} as {self._where(first)}: made one with it{missing}")
        return first, item.citation

    def _where(self, place: int) -> str:
        counts, item = self._items[place]
        return f"{counts.input}:{item.line}"

    def _tell(self, counts: Counts, item: Item, code: str, message: str) -> None:
        record = name_of(item.citation)
        self._report.add(Diagnostic(code=code, message=message, file=counts.input, line=item.line, record=record))
