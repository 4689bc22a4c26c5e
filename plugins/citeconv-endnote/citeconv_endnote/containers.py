"""The container of a work: EndNote has up to six fields for the title of a journal, in full, abbreviated, or the same
each time.

The number of an article, or its DOI, may stand in one of them.
"""

from __future__ import annotations

import re

from citeconv.values.conferences import may_be_proceedings
from citeconv.values.dois import bare_doi
from citeconv.values.patterns import lazy
from citeconv_endnote.field_reader import NUMBER, PERIODICALS, SECONDARY, FieldReader
from citeconv_endnote.fields import CONFERENCES, JOURNALS, meanings
from citeconv_endnote.library import PREFIX
from citeconv_endnote.values import abbreviates

_FULL, _SHORT, *_FURTHER = PERIODICALS
_ALTERNATE = "titles/alt-title"
_ARTICLE_NUMBER = lazy(r"Art(?:icle|n)\.?(?: (?:no|number)\.?)? (\S+)", re.I)


def read_containers(reading: FieldReader) -> None:
    """Find title and abbreviation of the container among the fields that may hold them."""
    proceedings = reading.fields.get("custom3", [""]) if reading.type in CONFERENCES else [""]
    if may_be_proceedings(proceedings[0]) and SECONDARY in reading.fields:
        reading.put(SECONDARY, "event_title", reading.fields[SECONDARY])
        reading.fields[SECONDARY] = proceedings
    if meanings(reading.type).get(SECONDARY) != "container_title":
        _drop_repetitions(reading)
        return
    first, full, short = [reading.fields.pop(path, []) for path in (SECONDARY, _FULL, _SHORT)]
    title = (first or full or [""])[0].replace("\n", " ")
    abbreviation = short[0] if short else ""
    if first and full and short and title in (abbreviation, full[0]) and full[0] != abbreviation:
        title = full[0]
    others = [(SECONDARY, text) for text in first[1:]]
    others += [(_FULL, text) for text in full] + [(_SHORT, text) for text in short]
    for path in (_ALTERNATE, *_FURTHER):
        others += [(path, text) for text in reading.fields.pop(path, [])]
    title, abbreviation, only_short = _told_apart(reading, title, abbreviation, others, bool(full))
    if title and only_short and abbreviation in ("", title):
        reading.values["container_title_short"] = title
    else:
        if title:
            reading.values["container_title"] = title
        if abbreviation and abbreviation != title:
            reading.values["container_title_short"] = abbreviation


def _drop_repetitions(reading: FieldReader) -> None:
    """Drop what only repeats the secondary title where that is no title of a container."""
    same = reading.fields.get(SECONDARY)
    for path in (*PERIODICALS, _ALTERNATE):
        if reading.fields.get(path) == same:
            reading.fields.pop(path, None)


def _told_apart(
    reading: FieldReader, title: str, abbreviation: str, others: list[tuple[str, str]], full: bool
) -> tuple[str, str, bool]:
    """Return title and abbreviation of the container, and whether there is but the one.

    Args:
        title: The title, as far as its own fields tell.
        abbreviation: Likewise.
        others: Further texts with their fields, which may be either, or something else.
        full: Whether a field tells the title in full.
    """
    only_short = not full and abbreviation == title
    for path, text in others:
        if text in (title, abbreviation):
            only_short = only_short or (path == _ALTERNATE and not full and reading.type in JOURNALS)
        elif not abbreviation and abbreviates(text, title):
            abbreviation = text
        elif not abbreviation and reading.type in JOURNALS and abbreviates(title, text):
            title, abbreviation, only_short = text, title, False
        elif reading.type in JOURNALS and _spelt_like(title, abbreviation) and abbreviates(title, text):
            title, only_short = text, False
        elif (number := _ARTICLE_NUMBER.fullmatch(text)) and "number" not in reading.values:
            reading.values["number"] = number[1]
        elif path == _ALTERNATE and text.startswith("10.") and bare_doi(text) and not reading.fields.get(NUMBER):
            reading.values["doi"] = text
        else:
            reading.extra.append((PREFIX + path, text))
    return title, abbreviation, only_short


def _spelt_like(title: str, abbreviation: str) -> bool:
    """Return whether one differs from the other by full stops only, as PubMed's abbreviations do from EndNote's."""
    return title.replace(".", "").casefold() == abbreviation.replace(".", "").casefold()
