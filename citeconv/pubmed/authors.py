"""Author paragraphs: ``Figuero-Pérez L(1), Smith JA Jr(2)(3); A Study Group, Wei R.`` cut into people and groups.

A person is a family name and initials with no comma between, and marks in parentheses behind; a group is set off by
semicolons, or by a semicolon and a comma in older exports, and may hold commas and parentheses of its own. Text goes in
unwrapped, an ``Author`` for each comes out.
"""

from __future__ import annotations

import functools
import re

from citeconv.citation import Name

Author = tuple[str, str, str, str, str, str]
"""One author as printed: family, given, suffix, marks such as ``(#)(3)``, and for a group literal and e-mail."""

SUFFIXES = ("Jr", "Sr", "2nd", "3rd", "4th", "5th", "6th", "II", "III", "IV", "V", "VI")
_DEGREES = frozenset("PhD MPharm PharmD MSc BSc MPhil MBBS DPhil DVM EdD PsyD DrPH".split())
_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я"
_PERSON = re.compile(
    rf"(?:\A|(?<=, ))(?P<family>[^,;()]+?) (?P<given>[{_UPPER}][{_UPPER}’'-]{{0,6}})"
    rf"(?: (?P<suffix>{'|'.join(SUFFIXES)}))?"
    r"(?P<marks>(?:\([\d#*]{1,4},?\))*)(?:, |\Z)"
)
_MARKS = re.compile(r"(?:\((?:\d{1,4}|[#*]),?\))+\Z")
_ADDRESS = re.compile(r"\. ?(?:Electronic address|E-?mail(?: address)?): ?(\S+@\S+)\Z")
_GROUP_WORD = re.compile(
    r"\b(?:Groups?|Consorti\w+|Investigators?|Committees?|Networks?|Study|Studies|Trials?|Collaborat\w+|Teams?|Society|"
    r"Associations?|Initiatives?|Projects?|Programs?|Programmes?|Registry|Staff|Editors?|Editorial|Office|Working|Force|"
    r"Cent(?:er|re)s?|Institutes?|Universit\w+|Departments?|Councils?|Federation|Foundation|Alliance|Commission|Panel|"
    r"Board|Organi[sz]ations?|Laborator\w+|Hospitals?|Union|Academy|Colleges?|Agency|Ministry|Services?|Research\w*|"
    r"Members|Authors?|Participants|Partners?|Coalition|Forum|Division|Section|School|Biobank|Cohort|"
    r"and|of|for|in|on|the|The|with|from)\b",
    re.I,
)


_GROUP_NOUN = re.compile(
    r"(?:Group|Consortium|Investigators|Committee|Network|Collaborat\w+|Team|Society|Association|Staff|Editors?|Office"
    r"|Initiative|Collaborative|Commission|Federation|Force|Foundation|Members)\Z"
)


def parse_authors(text: str) -> list[Author]:
    """Return the authors in a paragraph.

    Args:
        text: The paragraph unwrapped, its final full stop included.
    """
    text = text.strip().removesuffix(".")
    if ";" not in text:
        people = _people(text)
        return people if people is not None else _items(text)
    found: list[Author] = []
    for index, segment in enumerate(text.split(";")):
        segment = segment.strip()
        if not segment:
            continue
        people = _people(segment)
        if people is None:
            people = _behind_semicolon(segment) if index else _items(segment)
        found.extend(people)
    return found


def parse_author_list(text: str, more: str) -> list[Author] | None:
    """Return the authors if a sentence is a list of authors, or None if it is the first of a title.

    Args:
        text: The sentence, without its full stop.
        more: What follows it; nothing can only follow a title.
    """
    people = _people(text)
    if people is not None:
        return people
    authors = parse_authors(text)
    persons = sum(1 for author in authors if author[1] and _PERSON.match(f"{author[0]} {author[1].replace(' ', '')}"))
    if persons > 1 and persons * 2 >= len(authors):
        return authors
    if persons and ";" in text and ":" not in text.partition(";")[0]:
        return authors
    lone_group = len(authors) == 1 and more.strip() and len(text) < 120 and _GROUP_NOUN.search(text)
    return authors if lone_group else None


def _people(text: str) -> list[Author] | None:
    """Read a list of persons in one go; None if any item is something else."""
    found = _PERSON.findall(text)
    if len(found) != text.count(", ") + 1:
        return None
    if any(_doubtful(family, given) for family, given in [name[:2] for name in found if len(name[1]) > 3]):
        return None
    return [(family, _spaced(given), suffix, marks, "", "") for family, given, suffix, marks in found]


def _doubtful(family: str, given: str) -> bool:
    """Whether what looks like initials is the acronym at the end of a group's name."""
    return len(given) > 3 and _GROUP_WORD.search(family) is not None


def _items(text: str) -> list[Author]:
    """Read a list in which something is no person: a lone group, which may hold commas, or people with odd names."""
    items = text.split(", ")
    people = [_person(item) for item in items]
    if not any(people) and (len(items) == 1 or _GROUP_WORD.search(text)) and _GROUP_WORD.search(items[-1]):
        return [_group(text)]
    return [person or _odd(item) for person, item in zip(people, items, strict=True)]


def _behind_semicolon(text: str) -> list[Author]:
    """Read a group, and the persons that older exports let follow it behind a comma."""
    items = text.split(", ")
    people = [_person(item) for item in items]
    last = max(place for place, person in enumerate(people) if person is None)
    return [_group(", ".join(items[: last + 1])), *(person for person in people[last + 1 :] if person)]


def _person(item: str) -> Author | None:
    """Read one person; None if it does not look like one."""
    found = _PERSON.fullmatch(item)
    if found and not _doubtful(found["family"], found["given"]):
        return found["family"], _spaced(found["given"]), found["suffix"] or "", found["marks"], "", ""
    name, marks = _cut_marks(item)
    words = name.split(" ")
    tail: list[str] = []
    while len(words) > 2 and (words[-1] in _DEGREES or words[-1] in SUFFIXES):
        tail.insert(0, words.pop())
    given = words[-1]
    if len(words) > 1 and len(given) <= 8 and given.isupper() and "(" not in name and (tail or not given.isascii()):
        return " ".join(words[:-1]), _spaced(given), " ".join(tail), marks, "", ""
    return None


def _odd(item: str) -> Author:
    """Read an item of a list that is no person by its looks: a group, a full name, or a name of one word."""
    name, marks = _cut_marks(item)
    if name in ("et al", "et al."):
        return "", "", "", "", "et al", ""
    if _GROUP_WORD.search(name) or "(" in name or any(c.isdigit() for c in name):
        return _group(item)
    given, _, family = name.rpartition(" ")
    if given and " " not in given and _odd_initials(family):  # PubMed's form all the same: "Mitrovic SLj"
        return given, _spaced(family), "", marks, "", ""
    return family, given, "", marks, "", ""


def _odd_initials(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return word[0].isupper() and ((len(word) <= 4 and capitals >= 2) or len(word) <= 2)


def _group(text: str) -> Author:
    name, marks = _cut_marks(text)
    if address := _ADDRESS.search(name):
        name, inner = _cut_marks(name[: address.start()])
        return "", "", "", inner + marks, name, address[1].rstrip(".")
    return "", "", "", marks, name, ""


def _cut_marks(text: str) -> tuple[str, str]:
    found = _MARKS.search(text) if text.endswith(")") else None
    return (text[: found.start()].rstrip(), found[0]) if found else (text, "")


@functools.lru_cache(maxsize=20_000)
def _spaced(initials: str) -> str:
    """Set initials apart: ``JA`` gives ``J A``; a hyphen or an apostrophe keeps two together."""
    return " ".join(initials) if initials.isalpha() else re.sub(r"(?<=\w)(?=\w)", " ", initials)


@functools.lru_cache(maxsize=20_000)
def split_marks(marks: str) -> tuple[str, ...]:
    """Cut ``(#)(1,)(2)`` into ``#``, ``1`` and ``2``."""
    return tuple(marks[1:-1].replace(",", "").split(")(")) if marks else ()


def name_of(author: Author) -> Name:
    """Return an author as a ``Name``, without affiliations."""
    family, given, suffix, _, literal, email = author
    return Name(family=family, given=given, suffix=suffix, literal=literal, email=email)
