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
from citeconv.values.medline import COUNTRIES
from citeconv.values.memo import Memo
from citeconv.values.patterns import lazy

_ENTRY = lazy(r"\n\((\d{1,4}|#)\)")
_INLINE_MARK = lazy(r" \((\d{1,4})\)(?=\S)")
_EQUALLY = lazy(r"equally|equal(?:ly)?[ -]contribut|contribut\w{0,6} equal|equal first|co-first", re.I)
_PLACE = lazy(r"Department|Universi|Institut|School|Hospital|College|Division|Facult|Cent(?:er|re)|Laborator")
_ADDRESS = lazy(
    r"(?=[^\n]{10,600}\Z)[^\n]*\b(?:D[e\u00e9i]part[aei]?m|Dept|Division|Facult|Universi|Institut|School|Hospital"
    r"|[Hh]\u00f4pital|College|Cent(?:er|re|ro)\b|Laborat|Clinic|Klinik|Academy|Foundation|Ministry|Servi[cz]"
    r"|Unit\b|Inc\b|Ltd\b|GmbH|Corporation)"
    r"[^\n]*(?:\.|@[\w.-]+)"
)
"""A paragraph with the name of an institution in it, and a full stop or an e-mail address at its end."""
_MAIL = lazy(r"[\w.+-]{1,60}@[\w.-]{3,60}")
_ENDS_IN_MAIL = lazy(r"\A[^\n@]{0,400}[\w.-]@[\w.-]{3,60}\)?\Z")
_BEGINS_AS_ABSTRACT = lazy(r"[A-Z ]+:|Publisher:|Copyright|©")
_ADDRESS_COUNTRIES = COUNTRIES | {"USA", "U.S.A", "UK", "U.K"}
_LONGEST_ADDRESS = 300
_LONG_WORD = 4
"""Letters of words that are no articles or prepositions."""
_SENTENCE = lazy(r" (?:was|were|is|are|has|have|had|we|We|been|this|that|which|may|can|show(?:s|ed)?|found) ")
_EQUAL_NOTE_LIMIT = 150
_EQUAL_ENTRY = "Contributed equally"
_HASH = frozenset("#")
_SIGNS = frozenset(("(#)", "(*)"))
"""Marks that stand before notes rather than places."""


class People(msgspec.Struct, gc=False):
    """Everybody in a record: ``rest`` is what joins to nobody, with its kind."""

    authors: list[Name]
    collaborators: list[Name]
    rest: list[tuple[str, str]]


def is_address(text: str, following: str) -> bool:
    """Whether a paragraph is where the first author works, which had no label before 2014.

    Args:
        text: The paragraph as one line.
        following: The paragraph behind it; an abstract, which has sentences, shows that a short one without is none.
    """
    if _SENTENCE.search(text) or _BEGINS_AS_ABSTRACT.match(text):
        return False
    if ", " in text and _ADDRESS.fullmatch(text):
        return True
    if _MAIL.fullmatch(text):
        return True
    if not _is_of_names(text):
        return False
    if _ENDS_IN_MAIL.search(text):
        return True
    if text.rstrip(".").rpartition(", ")[2].removeprefix("The ") in _ADDRESS_COUNTRIES:
        return len(text) < _LONGEST_ADDRESS
    return len(text) < min(_LONGEST_ADDRESS, len(following) // 2) and _SENTENCE.search(following) is not None


def _is_of_names(text: str) -> bool:
    """Whether words with a capital are no fewer than long ones without, as in an address, and not in a sentence."""
    words = text.split()
    ordinary = sum([word[0].islower() and len(word) >= _LONG_WORD for word in words])
    return ordinary <= sum([word[0].isupper() for word in words])


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
    equal: set[str] = set()
    places = _usual_places(block, marks)
    if places is None:
        places, equal = _places(block, marks, rest)
    names = _names(authors, places, equal)
    return People(names, _names(collaborators, places, equal) if collaborators else [], rest)


def _names(authors: list[Author], places: dict[str, tuple[Affiliation, ...]], equal: set[str]) -> list[Name]:
    """Return authors as names.

    Args:
        authors: As read from their paragraph.
        places: The affiliations that their marks stand for.
        equal: Marks that say "contributed equally".
    """
    names = []
    for family, given, suffix, marks, literal, email in authors:
        if literal or suffix or (equal and marks in equal):
            name = Name(
                family=family,
                given=given,
                suffix=suffix,
                literal=literal,
                email=email,
                affiliations=places[marks],
                equal_contribution=marks in equal,
            )
        else:  # each argument costs as much as the object, so the usual three apart
            name = Name(family=family, given=given, affiliations=places[marks])
        names.append(name)
    return names


def _usual_places(block: str, marks: set[str]) -> dict[str, tuple[Affiliation, ...]] | None:
    """Return affiliations by marks if each entry is one, and somebody's, as is usual; else None.

    Args:
        block: The entries.
        marks: What stands behind the authors' names, such as ``(1)(3)``.
    """
    before, *entries = block.split("\n(")
    if before.strip() or "qual" in block:
        return None
    surplus = "  " in block
    places: dict[str, tuple[Affiliation, ...]] = {}
    for entry in entries:
        mark, _, text = entry.partition(")")
        if surplus or "\n" in text:
            text = unwrap(text)
        text = text.lstrip()
        if not text:
            return None
        places["(" + mark + ")"] = (Affiliation(text=text),)
    unused = places.keys() - marks
    if len(places) < len(entries) or not _SIGNS.isdisjoint(places):
        return None
    for several in marks - places.keys():
        own = _apart[several]
        unused.difference_update(own)
        try:
            places[several] = tuple([places[mark][0] for mark in own])
        except KeyError:
            return None
    return None if unused else places


def _marks_apart(marks: str) -> list[str]:
    """Cut ``(1,)(2)`` into ``(1)`` and ``(2)``."""
    return [f"({mark})" for mark in split_marks(marks)]


_apart = Memo(_marks_apart, 4096)


def _places(
    block: str, marks: set[str], rest: list[tuple[str, str]]
) -> tuple[dict[str, tuple[Affiliation, ...]], set[str]]:
    """Return affiliations by marks, and the marks that say "contributed equally".

    Args:
        block: The entries.
        marks: What stands behind the authors' names.
        rest: Takes what joins to nobody.
    """
    own = {each: split_marks(each) for each in marks}
    used = set().union(*own.values())
    affiliations, equal = _affiliations(_entries(block, used), rest)
    if used != affiliations.keys():
        rest.extend(_unjoined(used, affiliations, equal))
    places = {
        each: tuple([affiliations[mark] for mark in split if mark in affiliations]) for each, split in own.items()
    }
    return places, {each for each, split in own.items() if not equal.isdisjoint(split)}


def _entries(block: str, used: set[str]) -> list[str]:
    """Return text before the first mark, then mark and text in turn."""
    parts = _in_order(_ENTRY.split(block.replace(f" (#){_EQUAL_ENTRY}", f"\n(#){_EQUAL_ENTRY}")))
    missing = used.difference(parts[1::2], _HASH)
    if not missing:
        return parts
    cut = parts[:1]
    for mark, wrapped in zip(parts[1::2], parts[2::2], strict=True):
        cut.append(mark)
        cut.extend(_cut_inline(unwrap(wrapped), mark, missing))
    return cut


def _in_order(parts: list[str]) -> list[str]:
    """Return text and marks in turn, without the marks that only wrapped lines begin with.

    Such a line repeats a number, or has one whose turn comes later.
    """
    places = {mark: place for place, mark in enumerate(parts) if place % 2}
    ordered, last = parts[:1], 0
    for place in range(1, len(parts), 2):
        mark, text = parts[place : place + 2]
        number = int(mark) if mark.isdecimal() else last + 1
        repeated = number <= last and mark in ordered[1::2]
        if repeated or (number > last + 1 and len(ordered) > 1 and places.get(str(last + 1), 0) > place):
            ordered[-1] += f"\n({mark}){text}"
        else:
            ordered += [mark, text.lstrip()]
            last = number if mark.isdecimal() else last
    return ordered


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
