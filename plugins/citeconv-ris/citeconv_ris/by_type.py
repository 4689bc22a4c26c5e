"""Values whose meaning depends on the type of the record: EndNote has one set of fields, which each type labels anew.

The values of a tag go in, the fields of a reading are filled. Other programs have addresses, pages or a series under
the same tags, so the form of a value decides, too, what it is; a value that fits nothing stays under its tag.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Date, Grant, Name
from citeconv.values.bare import with_subtitle
from citeconv.values.dates import is_coarser
from citeconv.values.forms import is_degree, is_patent_class, is_year, names_university
from citeconv.values.patterns import lazy
from citeconv_ris import people
from citeconv_ris.dates import read_accessed, read_date
from citeconv_ris.identifiers import FUNCTIONS as IDENTIFIERS
from citeconv_ris.names import read_name
from citeconv_ris.reading import Function, Reading, decode
from citeconv_ris.tags import BASE
from citeconv_ris.values import are_holdings, are_pages, may_be_start, names_department, names_institution

_START_PAGE = lazy(r"[A-Za-z]{0,3}\d{1,6}[A-Za-z]?")
_LONGEST_BRIEF = 60
_HELD_BY = lazy(r" \([^()]{1,80}(?:\([^()]{1,20}\))?\)\Z")
"""Whose repository it is, as OpenAlex has them: ``ePrints Tides (University of the Shelf)``."""


def _brief(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """EndNote's field, unless it looks like the addresses that other programs have there."""
    if is_brief(values) and (field == "authority" or not names_institution(values[0])):
        reading.put(field, tag, decode(values[0]))
    else:
        people.FUNCTIONS["addresses"](reading, field, tag, values)


def is_brief(values: list[str]) -> bool:
    """Return whether what stands in ``C1`` is no list of addresses; two places may be joined by an "and" (Zotero)."""
    if len(values) != 1 or len(values[0]) >= _LONGEST_BRIEF:
        return False
    return all(part.count(",") < 3 for part in values[0].split(" and "))


def _subtitle(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    """The subtitle of the work (Citavi)."""
    for value in values:
        reading.fields["title"] = with_subtitle(reading.fields.get("title", "").rstrip(": "), decode(value))


def _role(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """People who did what CSL has no variable for."""
    known = reading.fields.pop("contributor", ())
    people.FUNCTIONS["names"](reading, "contributor", tag, values)
    found: tuple[Name, ...] = reading.fields.get("contributor", ())
    reading.fields["contributor"] = (*known, *[replace(name, role=field) for name in found])


def _conference_place(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """``CY``: where the conference was if ``C1`` (EndNote) or another ``CY`` (ACM) has the publisher's, else that."""
    others = reading.found.get("C1", [])
    beside = is_brief(others) and not names_institution(others[0])
    first, *further = values
    reading.put("event_place" if beside or further else "publisher_place", tag, decode(first))
    for value in further:
        reading.put("publisher_place", tag, decode(value))


def _year_published(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """``C2`` of a paper: the year of its proceedings, which is settled with the dates, or an identifier."""
    if others := [value for value in values if not is_year(value)]:
        IDENTIFIERS["custom_2"](reading, "", tag, others)


def _book_author(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """``C2`` of a chapter: the author of the book (Zotero), or an identifier."""
    for value in values:
        if ", " in value:
            people.FUNCTIONS["names"](reading, field, tag, [value])
        else:
            IDENTIFIERS["custom_2"](reading, "", tag, [value])


def _series_editors(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """``A2`` of a book: those who edit its series, or the book where nobody else made it (Wiley, APA)."""
    others = any(each in reading.found for each in ("AU", "A1", "A3", "ED"))
    people.FUNCTIONS["names"](reading, field if others else "editor", tag, values)


def _volumes(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """``M1`` of a chapter: the number of volumes, or that in the series where ``NV`` tells the former."""
    for value in values:
        if value.strip("0") and any(map(str.isdigit, value)):
            reading.put("collection_number" if "NV" in reading.found else "number_of_volumes", tag, decode(value))
        else:
            reading.keep(tag, value)


def _other_number(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """A number of the work where it has no other."""
    for value in values:
        reading.put("number", tag, decode(value))


def _other_publisher(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """``A3`` of a report: its publisher, if no institution is named as that, or a person as in other types."""
    for value in values:
        if not read_name(decode(value)).literal:
            people.FUNCTIONS["names"](reading, BASE[tag].field, tag, [value])
        elif "PB" in reading.found:
            reading.keep(tag, value)
        else:
            reading.put("publisher", tag, decode(value))


def _start_page(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The page on which a work begins, the only one where ``SP`` is missing; ``SE`` may be a section, too."""
    pages = reading.found.get("SP", [""])[0]
    for value in values:
        if tag == "SE" and not pages and "EP" not in reading.found and may_be_start(value):
            reading.found["SP"] = [value]
        elif tag == "SE" and not starts(pages, value):
            reading.put("section", tag, decode(value))
        elif pages:
            reading.put(field, tag, value)
        elif _START_PAGE.fullmatch(value):
            reading.found["SP"] = [value]
        else:
            reading.keep(tag, value)


def starts(pages: str, page: str) -> bool:
    """Return whether pages begin with a page."""
    return pages == page or pages.startswith(f"{page}-")


def _running_time(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """How long a film is, in the place of pages."""
    if "EP" not in reading.found and not are_pages(values[0]):
        reading.put(field, tag, decode(reading.found.pop(tag)[0]))


def _department(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """``T2`` of a thesis: the department (EndNote), the university, the subtitle (Pure), or the series or database."""
    for value in values:
        title = reading.fields.get("title", "")
        if title and value[0].islower() and ":" not in title and not _HELD_BY.search(value):
            reading.fields["title"] = with_subtitle(title, decode(value))
        elif names_department(value):
            reading.put(field, tag, decode(value))
        elif "PB" not in reading.found and names_university(value) and not are_holdings(value):
            reading.put("publisher", tag, decode(value))
        else:
            reading.containers.append(("full", tag, decode(value)))


def _division(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """A part of the organisation that a report is of (EndNote), or people as in other types."""
    name = read_name(decode(values[0]))
    if len(values) == 1 and name.literal:
        reading.put(field, tag, name.literal)
    else:
        people.FUNCTIONS["names"](reading, BASE[tag].field, tag, values)


def _or_degree(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """``VL`` of a thesis, a volume, and ``M1``, its number: each may be the degree (EndNote, EBSCO)."""
    for value in values:
        reading.put("genre" if is_degree(value) else field, tag, decode(value))


def _seen(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """When a page was seen, in parts or once more beside ``Y2``: ``M1  - 12 June 2014``, ``C1  - 2014``."""
    year = next((text for key in ("C1", "VL") for text in reading.found.get(key, ()) if is_year(text)), "")
    for value in values:
        date = read_accessed(value)
        if (date is None or not date.year) and year:
            date = read_date(f"{value} {year}")
        known: Date | None = reading.fields.get(field)
        if date is None or not date.year or date.literal:
            _leave(reading, tag, value)
        elif known is None or is_coarser(known, date):
            reading.fields[field] = date
        elif known != date and not is_coarser(date, known):
            reading.keep(tag, value)


def _leave(reading: Reading, tag: str, value: str) -> None:
    """Read what is no date as what the tag has in other types."""
    if tag == "VL":
        reading.put("volume", tag, decode(value))
    elif tag == "C1":
        people.FUNCTIONS["addresses"](reading, "", tag, [value])
    else:
        reading.keep(tag, value)


def _day(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """A date that is not that of the publication."""
    for value in values:
        date = read_date(value)
        if date is None or not date.year or date.literal or not reading.takes(field, date):
            reading.keep(tag, value)


def _days(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The days of a conference (Citavi): ``August 20-23, 1989``, ``March 2002``, or in words."""
    for value in values:
        days = read_date(value)
        if days is None or not reading.takes(field, days):
            reading.keep(tag, value)


def _funder(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    reading.add("grants", *[Grant(agency=decode(value)) for value in values])


def _patent_class(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """``ET`` of a patent: its international class, or an edition."""
    for value in values:
        if is_patent_class(value):
            reading.add("categories", decode(value))
        else:
            reading.put("edition", tag, decode(value))


FUNCTIONS: dict[str, Function] = {
    "book_author": _book_author, "brief": _brief, "conference_place": _conference_place, "day": _day,
    "days": _days, "department": _department, "division": _division, "funder": _funder, "number_or_degree": _or_degree,
    "other_number": _other_number, "other_publisher": _other_publisher, "patent_class": _patent_class, "role": _role,
    "running_time": _running_time, "seen": _seen, "series_editors": _series_editors, "start_page": _start_page,
    "subtitle": _subtitle, "volume_or_degree": _or_degree,
    "volumes": _volumes, "year_published": _year_published,
}  # fmt: skip
"""The function for each kind of value in the tables."""

LATE = frozenset(
    ("brief", "number_or_degree", "other_number", "running_time", "seen", "start_page", "subtitle", "volume_or_degree")
)
"""Kinds read after the others, because what they mean depends on them."""
