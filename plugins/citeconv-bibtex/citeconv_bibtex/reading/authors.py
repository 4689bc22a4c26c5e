"""What databases say of the authors in fields of their own: authors and these go in, authors with details come out.

The Web of Science's addresses, e-mail addresses and numbers are read as those in its other exports are; Scopus has
addresses of all authors together, and authors to write to. What cannot be told to belong to one author is handed back.
The writer uses this, too, to see whether what it writes is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citeconv import Name
from citeconv.values.authors import Authors, correspondents
from citeconv.values.orcids import ORCID
from citeconv.values.patterns import lazy

_REPRINT = lazy(r" \((?:Corresponding|Reprint) Author\)", re.I)
_LINE_END = lazy(r"(?<=\.)\s*\n\s*")
_SIGNS = lazy(r"[\s;,]+")
_LINES = lazy(r"(?<!\s)\s*[\n;]\s*")
_ANNOTATION = lazy(
    rf"(?P<place>[1-9]\d{{0,3}})=[\"\u201c\u201d]?(?:https?://orcid\.org/)?(?P<orcid>{ORCID})[\"\u201c\u201d]?"
)
_NUMBER_END = lazy(r"(?<=[\dX])\s+(?=\S)")

Left = str
"""What of a field belongs to nobody; empty if there is nothing."""


def names_authors(affiliation: str) -> bool:
    """Return whether addresses have their authors in front of them, as those of the Web of Science have."""
    return _REPRINT.search(affiliation) is not None


class _People(Authors):
    """The authors, and which of them are to be written to."""

    def __init__(self, authors: tuple[Name, ...]) -> None:
        super().__init__(authors)
        self.marked: list[int] = []

    def one(self, text: str) -> int:
        """Return where the author of a name stands; -1 if there is none, or more than one."""
        places = self.places([text]) if text.count(",") == 1 else []  # "Lind, P.No. 11, Shelf Road" is more than a name
        return places[0] if len(places) == 1 else -1

    def mark(self, place: int) -> None:
        """Mark an author as one to write to."""
        self.change(place, corresponding=True)
        self.marked.append(place)


def _affiliation(people: _People, value: str) -> Left:
    if names_authors(value):
        return _of_web_of_science(people, value)
    places = [" ".join(place.split()) for place in value.split(";")]
    if len(places) > 1 and len(people.names) > 1:
        return value
    for number in range(len(people.names)):
        for place in places:
            people.add_address(number, place)
    return "" if people.names else value


def _of_web_of_science(people: _People, value: str) -> Left:
    """Take the Web of Science's lines: authors with their address behind them; those to write to come first."""
    rows = [" ".join(row.split()) for row in _LINE_END.split(value)]
    reprints = []
    for row in rows:
        if names_authors(row):
            reprints.append(row)
            continue
        *others, last = row.split("; ")
        family, _, rest = last.partition(", ")
        given, _, place = rest.partition(", ")
        if place:
            people.take_addresses([f"[{'; '.join([*others, f'{family}, {given}'])}] {place}"])
    for row in reprints:
        people.marked += people.take_correspondence(row)[1]
    return "\n".join(rows)


def _correspondence(people: _People, value: str) -> Left:
    """Take Scopus's authors to write to: ``Lind, P.; Institute of Tides, North; email: lind@example.org``."""
    left: list[str] = []
    for name, places, mail, words in correspondents(" ".join(piece.split()) for piece in value.split(";")):
        number = people.one(_inverted(name))
        if number < 0 or len(places) > 1 or (mail and ("@" not in mail or people.names[number].email)):
            left.append(words)
            continue
        people.mark(number)
        for place in places:
            people.add_address(number, place)
        if mail:
            people.change(number, email=mail)
    return "; ".join(left)


def _inverted(name: str) -> str:
    """Return ``P.A. Lind`` as ``Lind, P.A.``."""
    initials, stop, family = name.rpartition(". ")
    return f"{family}, {initials}" if stop and "," not in name else name


def _mails(people: _People, value: str) -> Left:
    mails = [mail for mail in _SIGNS.split(value) if mail]
    if not all(mail.count("@") == 1 for mail in mails):
        return value
    return "; ".join(people.take_mails(mails, list(dict.fromkeys(people.marked))))


def _numbers(scheme: str) -> Callable[[_People, str], Left]:
    """Return the function for numbers behind names, ``Lind, Per/0000-0002-…``, one a line."""

    def give(people: _People, value: str) -> Left:
        parts = [piece for part in _LINES.split(value) if part for piece in _NUMBER_END.split(part)]
        return "; ".join(people.take_numbers(parts, scheme))

    return give


def _annotated(people: _People, value: str) -> Left:
    """Take ORCIDs as Citation.js has them in an annotation of BibLaTeX, ``1="0000-…"; 3="0000-…"``."""
    left = []
    for one in [each.strip() for each in value.split(";")]:
        told = _ANNOTATION.fullmatch(one)
        place = int(told["place"]) - 1 if told else len(people.names)
        if told is None or place >= len(people.names) or people.names[place].orcid not in ("", told["orcid"]):
            left.append(one)
        else:
            people.change(place, orcid=told["orcid"])
    return "; ".join(left)


KINDS: dict[str, Callable[[_People, str], Left]] = {
    "affiliation": _affiliation,
    "correspondence_address1": _correspondence,
    "correspondence_address": _correspondence,
    "author-email": _mails,
    "author_email": _mails,
    "em": _mails,
    "orcid-numbers": _numbers("orcid"),
    "author+an:orcid": _annotated,
    "researcherid-numbers": _numbers("researcherid"),
}
"""How the fields are read, in this order."""


def with_details(authors: tuple[Name, ...], fields: dict[str, str]) -> tuple[tuple[Name, ...], dict[str, Left]]:
    """Return the authors with what some fields say of them, and of each field what is left.

    Args:
        authors: The authors.
        fields: Names and values, decoded, with their line ends.
    """
    people = _People(authors)
    left = {name: give(people, fields[name]) for name, give in KINDS.items() if name in fields}
    return people.complete(), {name: rest for name, rest in left.items() if rest}
