"""What rispy reads of RIS, ``json`` of CSL-JSON and lxml of EndNote's XML, in the form that ``agreement.py`` compares.

rispy takes a record from ``TY`` to ``ER``, and gives each tag a name; it stops where a line before the first tag of a
record continues nothing. What several names say together (journal, pages, dates) is put together here in the simplest
way: the first that is there. An article is known by its title, counted.
"""

from __future__ import annotations

import collections
import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from agreement import letters

from values import text_of

Readings = Iterator[tuple[str, dict[str, Any]]]

_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"(\d{4})(?:[/-](\d\d?)(?:[/-](\d\d?))?)?")
_ELEMENT = re.compile(r"</?(?:jats:)?[a-z-]{1,16}(?:\s[^<>]{0,400})?/?>")
_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.I)


def ris(file: str) -> Readings:
    """Yield the title, counted, and the fields of each record of a RIS file."""
    import rispy

    class Parser(rispy.RisParser):  # type: ignore[misc]  # rispy has no types
        DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}

    text = "\n".join(text_of(Path(file)).splitlines())
    try:
        records = Parser(enforce_list_tags=False).parse(text)
    except (KeyError, TypeError) as error:
        print(f"{file}: rispy does not read it: {error!r}")
        return
    yield from counted([_from_names(record) for record in records])


def _from_names(record: dict[str, Any]) -> dict[str, Any]:
    def first(*names: str) -> str:
        return next((several[0] for name in names if (several := listed(record.get(name))) and several[0]), "")

    start, end = first("start_page"), first("end_page")
    return {
        "title": letters(first("title", "primary_title")),
        "authors": tuple(map(letters, [*listed(record.get("authors")), *listed(record.get("first_authors"))])),
        "container": letters(first("secondary_title", "alternate_title3", "journal_name")),
        "date": _day(first("year", "publication_year", "date")),
        "volume": first("volume"),
        "issue": first("number"),
        "pages": f"{start}-{end}" if start and end and start != end else start or end,
        "doi": _bare(first("doi")),
        "abstract": _text(first("abstract", "notes_abstract")),
        "keywords": tuple(map(letters, listed(record.get("keywords")))),
    }  # fmt: skip


def csl_json(file: str) -> Readings:
    """Yield the title, counted, and the fields of each item of a CSL-JSON file."""
    found = json.loads(text_of(Path(file)))
    items = found.get("items", [found]) if isinstance(found, dict) else found
    yield from counted([_from_item(item) for item in items if isinstance(item, dict)])


def _from_item(item: dict[str, Any]) -> dict[str, Any]:
    def first(*names: str) -> str:
        return next((str(item[name]) for name in names if item.get(name)), "")

    issued = item.get("issued") or {}
    parts = (issued.get("date-parts") or [[]])[0] if isinstance(issued, dict) else []
    return {
        "title": _text(first("title")),
        "authors": tuple(filter(None, map(_person, item.get("author") or ()))),
        "container": letters(first("container-title")),
        "journal": letters(first("container-title-short", "journalAbbreviation")),
        "date": tuple([int(part) for part in parts if part]),
        "volume": first("volume"),
        "issue": first("issue"),
        "pages": first("page"),
        "doi": _bare(first("DOI")),
        "pmcid": first("PMCID"),
        "abstract": _text(first("abstract")),
    }


def _person(name: dict[str, str]) -> str:
    parts = ("literal", "dropping-particle", "non-dropping-particle", "family", "given", "suffix")
    return letters(" ".join([name.get(part, "") for part in parts]))


def endnote_xml(file: str) -> Readings:
    """Yield the title, counted, and the fields of each record of a file in EndNote's XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    yield from counted([_from_record(record) for record in etree.parse(file, parser).iter("record")])


def _from_record(record: Any) -> dict[str, Any]:
    def every(*paths: str) -> list[str]:
        return [text for path in paths for each in record.iterfind(path) if (text := "".join(each.itertext()).strip())]

    def first(*paths: str) -> str:
        return next(iter(every(*paths)), "")

    return {
        "title": letters(first("titles/title")),
        "authors": tuple(map(letters, every("contributors/authors/author"))),
        "container": letters(first("titles/secondary-title", "periodical/full-title")),
        "date": _day(first("dates/year")),
        "volume": first("volume"),
        "issue": first("number", "issue"),
        "pages": first("pages"),
        "doi": _bare(first("electronic-resource-num")),
        "abstract": _text(first("abstract")),
        "keywords": tuple(map(letters, every("keywords/keyword"))),
    }


def counted(found: Iterable[dict[str, Any]]) -> Readings:
    """Yield readings by their titles, each with how often it came."""
    seen: collections.Counter[str] = collections.Counter()
    for fields in found:
        seen[fields["title"]] += 1
        yield f"{fields['title']} {seen[fields['title']]}", fields


def listed(found: Any) -> list[str]:
    """Return the values of a name, none, one or several."""
    if found is None:
        return []
    return [found] if isinstance(found, str) else list(found)


def _text(text: str) -> str:
    """Return the letters of a text without elements, entities decoded."""
    return letters(html.unescape(_ELEMENT.sub(" ", text)))


def _bare(doi: str) -> str:
    return "".join(_DOI.sub("", doi).lower().split())


def _day(text: str) -> tuple[int, ...]:
    found = _DAY.match(text)
    if found is None:
        year = _YEAR.search(text)
        return (int(year[0]),) if year else ()
    numbers = [int(part or 0) for part in found.groups()]
    return tuple(numbers[: numbers.index(0)] if 0 in numbers else numbers)
