"""Which fields of a citation stand in its reference: a style prints some of them for some types, the rest is reported.

The citation and the text of its reference go in, the fields that are not printed come out. A field counts as printed
when its words stand in the text, a name by its family name, a date by its year, pages by the first; so initials for
given names, and a page range shortened, are no loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from citeconv import Citation, Date, Name
from citeconv.values.markup import plain
from citeconv.values.normal import normalized
from citeconv.values.patterns import lazy

NAMES = (
    "author editor translator chair collection_editor compiler composer container_author curator director"
    " editorial_director executive_producer guest host illustrator interviewer narrator organizer original_author"
    " performer producer recipient reviewed_author script_writer series_creator"
).split()
DATES = ("issued", "available_date", "original_date", "event_date", "submitted", "accessed")
TEXTS = (
    "title title_short container_title container_title_short collection_title original_title part_title reviewed_title"
    " volume_title volume_title_short volume issue supplement page page_first number number_of_pages number_of_volumes"
    " edition version part printing section chapter_number collection_number genre status publisher publisher_place"
    " original_publisher original_publisher_place authority jurisdiction division event_title event_place archive"
    " archive_collection archive_location archive_place call_number medium dimensions scale reviewed_genre references"
    " doi pmid pmcid url"
).split()
LISTS = ("isbn", "issn", "note")

_IN_ORDER = (*NAMES, *DATES, *TEXTS, *LISTS)
FIELDS = frozenset(_IN_ORDER)
"""The fields that some style prints."""
DETAILS = frozenset(f"{field}.{detail}" for field in NAMES for detail in ("particle", "dropping_particle"))
"""Details that stand in how a name is printed."""

_SAME = {
    "container_title": "container_title_short",
    "container_title_short": "container_title",
    "title_short": "title",
    "volume_title_short": "volume_title",
    "page_first": "page",
}
"""Fields that say the same as another: where the other is printed, nothing is lost."""

_WITH_LETTERS = frozenset((*DATES, "edition"))
"""Fields whose number may have letters behind it where it is printed."""

_WORD = lazy(r"\w+")
_COUNTED = lazy(r"(\d+)[^\W\d_]+")
"""An ordinal, ``2nd``, or a year that a letter tells from others, ``2001a``."""


def not_printed(citation: Citation, text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of a citation, of those in ``FIELDS``, that do not stand in a text, and what is missing.

    Args:
        citation: The citation.
        text: Its reference, without markup.
    """
    words = _words(text)
    known, run_on = set(words), "".join(words)
    counted = known.union(match[1] for word in words if (match := _COUNTED.fullmatch(word)))
    missing = {
        field: why
        for field in _IN_ORDER
        if (why := _missing(getattr(citation, field), field, counted if field in _WITH_LETTERS else known, run_on))
    }
    for field in citation.et_al:
        if not any(_stands(_said_of(name), known, run_on) for name in getattr(citation, field)):
            yield "et_al", f"nobody in {field} is printed by the style"
    for field, why in missing.items():
        other = _SAME.get(field)
        if other is None or other in missing or not getattr(citation, other):
            yield field, why


def _missing(value: Any, field: str, known: set[str], run_on: str) -> str:
    """Return what is missing of a value, or nothing."""
    if not value:
        return ""
    if isinstance(value, str):
        text = value.partition("-")[0] if field == "page" else value
        return "" if _stands(text, known, run_on) else "not printed by the style"
    if isinstance(value, Date):
        said = str(abs(value.year)) if value.year else value.literal
        if not _stands(said, known, run_on):
            return "not printed by the style"
        words = _words(value.literal)
        return "" if known.issuperset(words) else "its wording is not printed by the style"
    parts = [_said_of(part) for part in value]
    count = sum(not _stands(part, known, run_on) for part in parts)
    return f"{count} of {len(parts)} not printed by the style" if count else ""


def _said_of(part: Any) -> str:
    if isinstance(part, Name):
        return part.literal or part.family or part.given
    return part if isinstance(part, str) else str(part.value)


def _stands(value: str, known: set[str], run_on: str) -> bool:
    words = _words(plain(value))
    return words[0] in known if len(words) == 1 else "".join(words) in run_on


def _words(text: str) -> list[str]:
    """Return the words of a text, with the letters and digits that characters raised or lowered stand for."""
    return _WORD.findall(normalized("NFKC", text).casefold())
