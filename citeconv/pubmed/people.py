"""Authors, their affiliations and the people behind a group, joined by the marks that PubMed prints behind names.

The author paragraph, the entries of ``Author information:`` and the names of ``Collaborators:`` go in; ``Name`` objects
come out, with what joins to nobody apart. An entry may be no place but a note: ``(2)These authors contributed equally
to this work.``; and several entries may run on in one line.
"""

from __future__ import annotations

import re

import msgspec

from citeconv.citation import Affiliation, Name
from citeconv.pubmed.authors import Author, split_marks
from citeconv.pubmed.text import unwrap
from citeconv.values.memo import Memo
from citeconv.values.names import spaced
from citeconv.values.patterns import lazy

_ENTRY = lazy(r"\n\((\d{1,4}|#)\) ?")
_INLINE_MARK = lazy(r" \((\d{1,4})\)(?=\S)")
_EQUALLY = lazy(r"equally|equal(?:ly)?[ -]contribut|contribut\w* equal|equal first|co-first", re.I)
_PLACE = lazy(r"Department|Universi|Institut|School|Hospital|College|Division|Facult|Cent(?:er|re)|Laborator")
_EQUAL_NOTE_LIMIT = 150
_EQUAL_ENTRY = "Contributed equally"
_HASH = frozenset("#")
_MARK_LENGTH = 4
_spaced = Memo(spaced)


class People(msgspec.Struct, gc=False):
    """Everybody in a record: ``rest`` is what joins to nobody, with its kind."""

    authors: list[Name]
    collaborators: list[Name]
    rest: list[tuple[str, str]]


def join_people(authors: list[Author], collaborators: list[Author], block: str) -> People:
    """Return the people of a record with their affiliations.

    Args:
        authors: As read from their paragraph.
        collaborators: The same of ``Collaborators:``.
        block: The entries of ``Author information:`` as printed, each on a line of its own.
    """
    marks = {author[3] for author in authors}
    if collaborators:
        marks.update([author[3] for author in collaborators])
    rest: list[tuple[str, str]] = []
    affiliations: dict[str, Affiliation] = {}
    equal: set[str] | frozenset[str] = _HASH
    used = set(split_marks("".join(marks)))
    if block:
        affiliations, equal = _affiliations(_entries(block, used), rest)
    none_equal = equal.isdisjoint(used)
    known: dict[str, tuple[tuple[Affiliation, ...], bool]] = {}
    for each in marks:
        own = split_marks(each)
        places = tuple([affiliations[mark] for mark in own if mark in affiliations])
        known[each] = places, not (none_equal or equal.isdisjoint(own))
    if used != affiliations.keys():
        rest.extend(_unjoined(used, affiliations, equal))
    return People(_names(authors, known), _names(collaborators, known), rest)


def _names(authors: list[Author], known: dict[str, tuple[tuple[Affiliation, ...], bool]]) -> list[Name]:
    names = []
    for family, given, suffix, marks, literal, email in authors:
        places, equal = known[marks]
        given = _spaced[given]
        if literal or suffix or equal:
            name = Name(
                family=family,
                given=given,
                suffix=suffix,
                literal=literal,
                email=email,
                affiliations=places,
                equal_contribution=equal,
            )
        else:  # each argument costs as much as the object, so the usual three apart
            name = Name(family=family, given=given, affiliations=places)
        names.append(name)
    return names


def _entries(block: str, used: set[str]) -> list[str]:
    """Return text before the first mark, then mark and text in turn."""
    parts = _quickly_cut(block) or _ENTRY.split(block)
    missing = used.difference(parts[1::2], _HASH)
    if not missing:
        return parts
    cut = parts[:1]
    for mark, wrapped in zip(parts[1::2], parts[2::2], strict=True):
        cut.append(mark)
        cut.extend(_cut_inline(unwrap(wrapped), mark, missing))
    return cut


def _quickly_cut(block: str) -> list[str]:
    """Return what the pattern of an entry would cut; empty where some line begins with a bracket that is no mark."""
    before, *entries = block.split("\n(")
    parts = [before]
    for entry in entries:
        mark, bracket, text = entry.partition(")")
        if not (bracket and (mark == "#" or (mark.isdecimal() and len(mark) <= _MARK_LENGTH))):
            return []
        parts += mark, text.removeprefix(" ")
    return parts


def _cut_inline(text: str, mark: str, missing: set[str]) -> list[str]:
    """Cut entries that run on in one line, ``Dept A, Boston; (3)Dept B``, where authors bear the next mark."""
    parts: list[str] = []
    start, last = 0, mark
    for found in _INLINE_MARK.finditer(text):
        if found[1] in missing and last.isdecimal() and int(found[1]) > int(last):
            parts += [text[start : found.start()].rstrip(";"), found[1]]
            start, last = found.end(), found[1]
    return [*parts, text[start:]]


def _affiliations(entries: list[str], rest: list[tuple[str, str]]) -> tuple[dict[str, Affiliation], set[str]]:
    """Return affiliations by mark, and the marks that say "contributed equally"; its words go to ``rest``."""
    affiliations: dict[str, Affiliation] = {}
    equal = {"#"}
    if entries[0] and (before := unwrap(entries[0]).strip()):
        affiliations[""] = Affiliation(text=before)
    for mark, text in zip(entries[1::2], entries[2::2], strict=True):
        if "\n" in text or "  " in text:
            text = unwrap(text)
        if "qual" in text and (found := _EQUALLY.search(text)):
            equal_note = len(text) < _EQUAL_NOTE_LIMIT and not _PLACE.search(text, 0, found.start())
            if equal_note or text.endswith((found[0], f"{found[0]}.")) or len(text) - found.end() < _EQUAL_NOTE_LIMIT:
                equal.add(mark)
            if equal_note:
                if text.rstrip(".") != _EQUAL_ENTRY:
                    rest.append(("pubmed:author-note", f"({mark}){text}"))
                continue
        if mark in affiliations:
            text = f"{affiliations[mark].text} {text}"
        if text:
            affiliations[mark] = Affiliation(text=text)
    return affiliations, equal


def _unjoined(
    used: set[str], affiliations: dict[str, Affiliation], equal: set[str] | frozenset[str]
) -> list[tuple[str, str]]:
    """Return affiliations without author, and marks that lead nowhere."""
    places = [
        ("pubmed:affiliation", f"({mark}){place.text}" if mark else place.text)
        for mark, place in affiliations.items()
        if mark not in used
    ]
    return places + [("pubmed:mark", mark) for mark in sorted(used - affiliations.keys() - equal)]
