"""Fields that have a label of their own in some reference types, and are recognised by their form or by other fields.

Where the table of ``fields`` names a form instead of a field of the citation, a function here reads it.
"""

from __future__ import annotations

from collections.abc import Callable

from citeconv import Date, Grant
from citeconv.values.conferences import may_be_proceedings
from citeconv.values.dates import is_coarser
from citeconv.values.forms import is_degree, is_patent_class, is_year, names_university
from citeconv_endnote.dates import read_accessed, read_date
from citeconv_endnote.field_reader import FieldReader
from citeconv_endnote.fields import DEFAULT
from citeconv_endnote.identifiers import read_shaped
from citeconv_endnote.names import read_names
from citeconv_endnote.values import SHAPES

LABELLED_ANEW = frozenset(("custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "orig-pub"))
"""Fields that mean something else in some types than what they are read as by their form."""


def read_by_form(reading: FieldReader, own: dict[str, str]) -> None:
    """Read what is told by its form, or by what stands in other fields.

    Args:
        reading: What is read so far.
        own: What fields mean in the reference type otherwise than in most; they are read in this order.
    """
    for path, form in own.items():
        if path in reading.fields and (function := BY_FORM.get(form)):
            function(reading, path, reading.fields[path])


def _degree(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read Volume of a thesis, which EndNote calls Degree."""
    reading.put(path, "genre" if is_degree(texts[0]) else "volume", texts)


def _patent_class(reading: FieldReader, path: str, texts: list[str]) -> None:
    if is_patent_class(texts[0]):
        reading.values["categories"] = tuple(texts)
    else:
        reading.put(path, "edition", texts)


def _other_number(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read a number that is the work's where no other is."""
    reading.put(path, "number", texts)


def _funder(reading: FieldReader, _path: str, texts: list[str]) -> None:
    agencies = [line.rstrip(" ,") for text in texts for line in text.split("\n")]
    reading.values["grants"] = tuple([Grant(agency=agency) for agency in agencies])


def _department(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read the people, or the part of an organisation, in a field of names."""
    names = [name for text in texts for line in text.split("\n") for name in read_names(line)]
    if len(names) == 1 and names[0].literal:
        reading.put(path, "division", [names[0].literal])
    else:
        reading.names(path, "translator" if path.startswith("contributors/subsidiary") else "editor", texts)


def _place(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read where the conference was, if Custom 1 has the place of the publisher."""
    reading.put(path, "event_place" if "custom1" in reading.fields else "publisher_place", texts)


def _school(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read the department, or where no publisher is the university (CNKI)."""
    whole = names_university(texts[0]) and "publisher" not in reading.fields
    reading.put(path, "publisher" if whole else "division", texts)


def _proceedings(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Leave the title of the proceedings where it is not read as the container beside the conference."""
    if may_be_proceedings(texts[0]):
        reading.put(path, "container_title", texts)
    else:
        reading.keep(path, texts)


def _year_published(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read the year of the proceedings, beside which the other date is that of the conference."""
    date: Date | None = reading.values.get("issued")
    if not is_year(texts[0]):
        return read_shaped(reading, path, texts) if path in SHAPES else reading.keep(path, texts)
    if date is not None and date.year != int(texts[0]):
        reading.values["event_date"] = date
    if date is None or date.year != int(texts[0]):
        reading.values["issued"] = Date(year=int(texts[0]))
    return None


def _seen(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read when a page was seen, in parts or once more."""
    known: Date | None = reading.values.get("accessed")
    parts = [*reading.fields.get("custom1", ()), *reading.fields.get("volume", ())]
    year = next((text for text in parts if is_year(text)), "")
    for text in texts:
        date = read_accessed(text)
        if (date.literal or not date.year) and year:
            date = read_date(f"{text} {year}")
        if date.literal or not date.year:
            reading.put(path, DEFAULT[path], [text]) if path in DEFAULT else reading.keep(path, [text])
        elif known is None or is_coarser(known, date):
            known = reading.values["accessed"] = date
        elif known != date and not is_coarser(date, known):
            reading.keep(path, [text])


BY_FORM: dict[str, Callable[[FieldReader, str, list[str]], None]] = {
    "conference place": _place,
    "degree": _degree,
    "department or editor": _department,
    "department or translator": _department,
    "department or university": _school,
    "funder": _funder,
    "other number": _other_number,
    "patent class": _patent_class,
    "proceedings": _proceedings,
    "seen": _seen,
    "year published": _year_published,
}
"""How the values are read of which the table tells that their form, or others, say what they are."""
