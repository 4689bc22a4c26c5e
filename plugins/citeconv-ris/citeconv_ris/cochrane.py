"""The Cochrane Library's plain text: a numbered line, then tags of two or three letters, each value in a line. ::

    Record #1 of 2
    ID: CN-00000001
    AU: Lind P
    TI: Tides of the northern shelf
    SO: Journal of Imaginary Oceans

What is odd is that names have the family name first and no comma, whether initials or given names follow, and that the
numbers of other databases stand behind the names of those databases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import citeconv_ris as declared
from citeconv import Citation, Name, Record, RecordError, Source
from citeconv.values.names import GROUP_WORD, short_name
from citeconv.values.pages import expand_pages, is_article_number, with_hyphens
from citeconv.values.patterns import joined, lazy
from citeconv_ris.dates import read_date
from citeconv_ris.fields import FUNCTIONS
from citeconv_ris.identifiers import take_number
from citeconv_ris.names import read_name
from citeconv_ris.reading import Found, Reading, several
from citeconv_ris.tags import NUMBER, TEXT, Rule

_HEAD = lazy(r"\ufeff?Record #?\d{1,7} of \d{1,7}\s*")
_JOINED = joined(r"Record #?1 of \d{1,7}[ \t]*\n")
_TAG = lazy(r"(?P<tag>[A-Z][A-Z0-9]{1,2}): ?(?P<value>.*)")
_FAMILY_FIRST = lazy(
    r"(?P<family>(?:(?:[Vv][ao]n|[Dd]e[nrl]?|[Dd][aiou]s?|[Ll][aei]|[Tt]er|[Aa]l|[Ee]l|[Bb]in|St\.?) ){0,3}\S+)"
    r"(?: (?P<given>.+))?"
)
"""``van den Berg Anna``: a family name with its particles, and given names."""
_NUMBER = lazy(r"(?P<database>[A-Za-z][A-Za-z ]{0,30}?) ?:? ?(?P<number>\d{4,12})")

_LONG = frozenset(("AB", "TI", "KY"))
"""Tags whose text may go on in the lines below."""

RULES: dict[str, Rule] = {
    "AB": Rule("abstract"), "CC": Rule(TEXT, "categories"), "DOI": Rule("doi"), "ID": Rule("accession"),
    "KY": Rule("keywords"), "LA": Rule("language"), "NO": Rule(TEXT, "issue"), "PB": Rule(TEXT, "publisher"),
    "PT": Rule(TEXT, "publication_types"), "SN": Rule(NUMBER), "SO": Rule(TEXT, "container_title"),
    "TI": Rule("title"), "US": Rule("address"), "VL": Rule(TEXT, "volume"), "YR": Rule(TEXT, "issued"),
}  # fmt: skip
"""Tags that are read as those of RIS are; the others that have a field are read here."""


class Cochrane(declared.Cochrane):
    """The Cochrane Library's plain text, its export of reviews and trials."""

    record_start = r"\n(?P<start>\ufeff?Record #?\d{1,7} of \d{1,7}[ \t]*\n)"

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each numbered line."""
        for record in source.records(re.compile(self.record_start), _JOINED):
            yield from record.cut(_JOINED, "Record ")

    def parse(self, record: Record) -> Citation:
        """Return the citation in a record.

        Raises:
            RecordError: It has no tag.
        """
        found = tagged(record.data)
        if not found:
            raise RecordError("nothing but a number")
        values = [(tag, value) for tag, lines in found.items() for value in lines]
        reading = Reading(found, "article-journal", values, "cochrane")
        for tag, lines in found.items():
            rule = RULES.get(tag, Rule("kept"))
            function = OWN.get(tag) or FUNCTIONS[rule.kind]
            function(reading, rule.field, tag, lines)
        return reading.citation()


def tagged(text: str) -> Found:
    """Return the values of a record by tag; a line without one goes on with the text before."""
    found: Found = {}
    last = ""
    for line in _HEAD.sub("", text, count=1).split("\n"):
        match = _TAG.fullmatch(line.strip())
        if match:
            last = match["tag"]
            found.setdefault(last, []).append(match["value"].strip())
        elif line.strip() and last in _LONG:
            found[last][-1] += f"\n{line.strip()}"
        elif line.strip():
            found.setdefault("", []).append(line.strip())
    return {tag: values for tag, lines in found.items() if (values := [value for value in lines if value])}


def _authors(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    names = [one for value in values for one in several(value)]
    in_full = any(" " in one and not _is_other(one) and short_name(one) is None for one in names)
    reading.add("author", *[_person(one, in_full) for one in names])


def _is_other(text: str) -> bool:
    """Whether a name is none in which the family name comes first, without a comma."""
    return "," in text or GROUP_WORD.search(text) is not None


def _person(text: str, in_full: bool) -> Name:
    """Return the person in ``Lind P``, ``Lind Per A`` or ``Lind, Per``.

    Args:
        text: A name; the family name comes first.
        in_full: Whether given names stand in full, so that initials at the end follow one.
    """
    if "," in text:
        return read_name(text)
    short = None if in_full else short_name(text)
    match = _FAMILY_FIRST.fullmatch(text)
    if short or match is None or not match["given"] or _is_other(text):
        return short or Name(literal=text)
    return Name(family=match["family"], given=match["given"])


def _year(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if (date := read_date(value)) is None or not reading.takes(field, date):
            reading.keep(tag, value)


def _pages(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        page = expand_pages(with_hyphens(value))
        reading.put("number" if is_article_number(page) else "page", tag, page)


def _numbers(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Take the numbers of other databases: ``PUBMED 12345678``, ``EMBASE 612345678``."""
    for value in [one for each in values for one in re.split("[;,]", each) if one.strip()]:
        if take_number(reading, tag, value):
            continue
        if match := _NUMBER.fullmatch(value.strip()):
            reading.identify(match["database"].lower().replace(" ", "-"), match["number"])
        else:
            reading.keep(tag, value.strip())


def _source(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Take the journal, or the address of a trial."""
    for value in values:
        if value.startswith(("https://", "http://")):
            reading.identify("url", value)
        else:
            reading.put(field, tag, value)


def _list(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    reading.add(field, *[one for value in values for one in several(value)])


OWN = {
    "AU": _authors, "PM": _numbers, "XR": _numbers, "CC": _list, "PT": _list, "PG": _pages, "SO": _source,
    "YR": _year,
}  # fmt: skip
"""Tags that mean what they mean here alone."""
