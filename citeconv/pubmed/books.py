"""Records of NCBI Bookshelf: a chapter has its title where articles have the source line, and its book in a block.

``In: Adam MP, Bick S, editors. GeneReviews [Internet]. Seattle (WA): University of Washington; 1993–2025.`` and the
chapter's own date, on a line below or, in exports of one line, before it, go in; the fields of the book come out. A
whole book has the block without ``In:``, and the name of its series behind it; exports before 2020 print its authors in
the same block.
"""

from __future__ import annotations

import re
from typing import Any

from citeconv.citation import Event
from citeconv.pubmed.authors import Author, name_of, parse_authors
from citeconv.pubmed.text import unwrap
from citeconv.values.dates import parse_date
from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy

_PLACE = r"(?:[^:;.]|\.(?! )|(?<=\bSt)\.|(?<=\b[FM]t)\.){2,80}"
"""What has no full stop within it, for the title before it may: ``Moss. A guide. St. Louis (MO)``."""
_IMPRINT = (
    rf"(?P<place>{_PLACE}): (?P<publisher>[^;]{{1,400}}); (?P<years>{YEAR}[^.\[]{{0,80}}?)"
    rf"(?:\. (?P<number>\d{{1,3}}))?\.?(?: (?P<date>{YEAR}[^.]{{0,160}}))?"
    r"(?:\.? (?P<kind>(?i:Chapter|Section|Part|Appendix)) (?P<place_in_book>[^.]{1,400}))?"
    rf"(?:\. (?P<own>{YEAR} [A-Z][a-z]{{2}}[^.]{{0,160}}))?"
    r"(?:\.? Report No\.: (?P<report>[^ ]{1,80}?))?\.?"
)
"""Each part is bounded: it may begin at every full stop of a title."""
_EDITORS = lazy(r"In: (?:(?P<editors>.+?), editors?\. )?")
_CHAPTER = lazy(
    r"(?P<title>.+?)(?: \[(?P<medium>Internet)\])?\.(?: (?P<edition>[^.]{1,30}) (?:ed|edition)\.)? " + _IMPRINT
)
_BOOK = lazy(_IMPRINT)
_SERIES = lazy(
    rf"(?P<imprint>[A-Z][^:;.]{{1,79}}: [^;]{{1,400}}; {YEAR}[^.;:]{{0,20}}\.(?: Report No\.: [^ ]{{1,80}}\.)?)"
    r" (?P<series>\S[^;]{2,300}?)\.?"
)
"""A whole book with its series: ``Bergen: Tide Press; 2020. Tide studies.``"""
_PART = lazy(rf"(?P<title>[^;]{{2,300}}?)\. (?P<date>{YEAR} [A-Z][a-z]{{2}}(?: \d{{1,2}})?)")
"""What stands in the place of a series where the record is of one entry of a database: ``Quartz. 2020 Sep 21``."""
_OWN_DATE = lazy(rf"(?P<date>{YEAR}[^.]*)\. (?=In: )")
_OWN_DAY = lazy(rf"(?P<date>{YEAR} [A-Z][a-z]{{2}}\b[^.]{{0,160}})\. (?=[^;]{{2,300}} \[Internet\]\. )")
"""That of an entry of a database, in tables and summaries of old: ``2019 Jul 25. Moss [Internet]. Umeå (SE): …``."""
_HISTORY = lazy(r" ?\[(?P<kind>[Uu]pdated|[Rr]evised) (?P<when>[^\[\]]+)\]")
_MEDIUM = " [Internet]"
_INTERNET = " [Internet]. "
"""Behind the title of a database, which stands before the imprint of its entries."""
_AUTHOR_LINES = 8
"""So many lines of authors may stand before the imprint in one block."""
_PLACES_IN_BOOK = {"Chapter": "chapter_number", "Section": "section", "Part": "part", "Appendix": "section"}


def is_imprint(text: str) -> bool:
    """Whether a block is the place, publisher and year of a whole book, and its series."""
    whole = _BOOK.fullmatch(text) is not None or _SERIES.fullmatch(text) is not None
    return whole or (_INTERNET in text and _CHAPTER.fullmatch(text) is not None)


def cut_imprint(block: str) -> list[str]:
    """Return the authors of a whole book and its imprint if both stand in a block; else the block.

    Args:
        block: As printed, in lines.
    """
    lines = block.split("\n", _AUTHOR_LINES)
    for place in range(1, len(lines)):
        imprint = "\n".join(lines[place:])
        if is_imprint(unwrap(imprint)):
            return ["\n".join(lines[:place]), imprint]
    return [block]


def parse_book(text: str) -> dict[str, Any] | None:
    """Return the fields of a chapter's book, or of a book's imprint; None if the block reads otherwise.

    A title is among them only if it is that of a part, and the record has the book's in the title's place.

    Args:
        text: The block unwrapped.
    """
    own_date = _OWN_DATE.match(text) or _OWN_DAY.match(text)
    if own_date:
        text = text[own_date.end() :]
    editors = _EDITORS.match(text)
    parsed = _parse_chapter(text, editors) if editors else _parse_whole(text)
    if parsed is None:
        return None
    fields, found, date = parsed
    fields["publisher_place"], fields["publisher"] = found["place"], found["publisher"]
    if found["kind"]:
        fields[_PLACES_IN_BOOK[found["kind"].capitalize()]] = found["place_in_book"].strip()
    if number := found["report"] or found["number"]:
        fields["number"] = number
    own = date or (own_date or found)["date"] or found["own"] or ""
    events = [
        Event(kind=step["kind"].lower(), date=parse_date(step["when"].rstrip("."))) for step in _HISTORY.finditer(own)
    ]
    if own := _HISTORY.sub("", own).strip():
        events.insert(0, Event(kind="contributed", date=parse_date(own)))
    if events:
        fields["history"] = tuple(events)
    fields["issued"] = parse_date(found["years"].strip())
    return fields


def editors_of(text: str) -> list[Author]:
    """Return the editors of a chapter's book, with the marks of their affiliations.

    Args:
        text: The block unwrapped.
    """
    editors = _EDITORS.match(text)
    return parse_authors(editors["editors"]) if editors and editors["editors"] else []


def _parse_chapter(text: str, editors: re.Match[str]) -> tuple[dict[str, Any], re.Match[str], str] | None:
    """Return the fields of a chapter's book, its imprint, and the date of the chapter if it stands elsewhere.

    Args:
        text: The block, from ``In:``.
        editors: What it begins with.
    """
    fields: dict[str, Any] = {"type": "chapter"}
    found = _CHAPTER.fullmatch(text, editors.end())
    if found is None:
        text, _, series = text.removesuffix(".").rpartition(". ")
        found = _CHAPTER.fullmatch(text, editors.end())
        if found is None:
            return None
        fields["collection_title"] = series
    fields["container_title"] = found["title"]
    if editors["editors"]:
        fields["editor"] = tuple(map(name_of, parse_authors(editors["editors"])))
    if found["medium"]:
        fields["medium"] = found["medium"]
    if found["edition"]:
        fields["edition"] = found["edition"]
    return fields, found, ""


def _parse_whole(text: str) -> tuple[dict[str, Any], re.Match[str], str] | None:
    """Return what a whole book has, as for a chapter; or a part of one, whose title stands behind the imprint.

    An entry of a database has the title of that before it: ``Moss [Internet]. Umeå (SE): Moss Institute; 2012–.``.
    """
    if _INTERNET in text and (found := _CHAPTER.fullmatch(text)) and found["medium"]:
        return {"type": "chapter", "container_title": found["title"], "medium": found["medium"]}, found, ""
    if found := _BOOK.fullmatch(text):
        return {"type": "book"}, found, ""
    whole = _SERIES.fullmatch(text)
    found = _BOOK.fullmatch(whole["imprint"]) if whole else None
    if whole is None or found is None:
        return None
    if part := _PART.fullmatch(whole["series"]):
        return {"type": "chapter", "title": part["title"]}, found, part["date"]
    return {"type": "book", "collection_title": whole["series"]}, found, ""


def cut_medium(fields: dict[str, Any]) -> None:
    """Take ``[Internet]`` from behind the title of a whole book."""
    for field in ("title", "container_title"):
        if (title := fields.get(field, "")).endswith(_MEDIUM):
            fields.update({field: title.removesuffix(_MEDIUM), "medium": "Internet"})
