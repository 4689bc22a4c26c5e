"""Records of NCBI Bookshelf: a chapter has its title where articles have the source line, and its book in a block.

``In: Adam MP, Bick S, editors. GeneReviews [Internet]. Seattle (WA): University of Washington; 1993–2025.`` and a line
with the chapter's own date go in; the fields of the book come out. A whole book has the block without ``In:``.
"""

from __future__ import annotations

import re
from typing import Any

from citeconv.citation import Event
from citeconv.pubmed.authors import name_of, parse_authors
from citeconv.pubmed.dates import parse_date

_IMPRINT = (
    r"(?P<place>[^:;]{2,80}): (?P<publisher>[^;]+); (?P<years>(?:1[5-9]|20)\d\d[^.\[]*?)"
    r"\.?(?: (?P<date>(?:1[5-9]|20)\d\d.*))?"
)
_CHAPTER = re.compile(
    r"In: (?:(?P<editors>.+?), editors?\. )?(?P<title>.+?)(?: \[(?P<medium>Internet)\])?\."
    r"(?: (?P<edition>[^.]{1,30} ed)\.)? " + _IMPRINT + r"\.?"
)
_BOOK = re.compile(_IMPRINT + r"\.?")
_UPDATED = re.compile(r"(?P<date>[^\[]*?) ?\[(?P<kind>[Uu]pdated|[Rr]evised) (?P<when>[^\]]+)\]")


def is_imprint(text: str) -> bool:
    """Whether a block is the place, publisher and year of a whole book."""
    return _BOOK.fullmatch(text) is not None


def parse_book(text: str) -> dict[str, Any] | None:
    """Return the fields of a chapter's book, or of a book's imprint; None if the block reads otherwise.

    Args:
        text: The block unwrapped.
    """
    found = _CHAPTER.fullmatch(text)
    fields: dict[str, Any] = {"type": "chapter"}
    if found is None:
        found = _BOOK.fullmatch(text)
        if found is None:
            return None
        fields["type"] = "book"
    else:
        fields["container_title"] = found["title"]
        if found["editors"]:
            fields["editor"] = tuple(map(name_of, parse_authors(found["editors"])))
        if found["medium"]:
            fields["medium"] = found["medium"]
        if found["edition"]:
            fields["edition"] = found["edition"].removesuffix(" ed")
    fields["publisher_place"], fields["publisher"] = found["place"], found["publisher"]
    fields["issued"] = parse_date(found["years"])
    own = (found["date"] or "").rstrip(".")
    events = []
    updated = _UPDATED.match(own)
    if updated:
        own = updated["date"]
        events.append(Event(kind="updated", date=parse_date(updated["when"])))
    if own:
        events.insert(0, Event(kind="contributed", date=parse_date(own)))
    if events:
        fields["history"] = tuple(events)
    return fields
