"""Ovid's labelled text: a number in angle brackets, then labels, each with its values indented on the lines below. ::

    <1>
    Title
      Tides of the northern shelf.
    Source
      Journal of Imaginary Oceans. 37(1) (pp 24-26), 2019. Date of Publication: 01 Mar 2019.

The labels are those of Ovid's "Citation" export, complete or in part. What is odd is the source: journal, conference,
volume, issue, pages, article number and dates in one line, in which only the brackets and a few words are sure. The
identifiers stand in the addresses of the links alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote

import citeconv_ris as declared
from citeconv import Citation, Name, Record, RecordError, Source
from citeconv.values.issns import parse_issn
from citeconv.values.names import short_name
from citeconv.values.pages import expand_pages
from citeconv.values.patterns import lazy
from citeconv_ris.dates import read_date
from citeconv_ris.fields import FUNCTIONS
from citeconv_ris.names import read_name
from citeconv_ris.reading import Found, Function, Reading, decode
from citeconv_ris.tags import NAMES, NUMBER, TEXT, Rule
from citeconv_ris.values import DOI, is_isbn

_LABEL = lazy(r"\n(?=\S)")
_NUMBER = lazy(r"<\d{1,7}>\s*")
_HEAD = lazy(
    r"(?P<journal>.*)\. ?(?P<volume>[^\s()]{0,20}(?: Suppl\.? [^\s()]{1,9}| Pt\.? [^\s()]{1,9})?) ?"
    r"(?:\((?P<issue>[^()]{1,80})\))?"
)
"""The source before its pages."""
_CONFERENCE = lazy(r"(?P<journal>.*?)\. Conference: (?P<event>.*)")
_PAGES = lazy(r"\((?:pp? (?P<page>[^()]{1,60})|no pagination)\), (?P<year>\d{4})\.?")
_PLACE = lazy(r"(?P<title>.*?)\. (?P<place>.*)")
_ACCESSION = lazy(r"<AN>([^<>]{1,40})</AN>")
_DETAILS = lazy(r"(?P<label>Article Number|Date of Publication): (?P<value>.*?)\.?(?= (?:Article|Date) |$)")

RULES: dict[str, Rule] = {
    "Abstract": Rule("abstract"), "Accession Number": Rule("accession"), "Author": Rule(NAMES, "author"),
    "Authors": Rule(NAMES, "author"), "Author Keywords": Rule("keywords"),
    "Conference Information": Rule(TEXT, "event_title"),
    "Copyright": Rule(TEXT, "copyright"), "Country of Publication": Rule(TEXT, "publisher_place"), "DOI": Rule("doi"),
    "Database": Rule("database"), "Digital Object Identifier": Rule("doi"), "Editor": Rule(NAMES, "editor"),
    "Editors": Rule(NAMES, "editor"), "Emtree Heading": Rule("keywords"), "ISBN": Rule(NUMBER), "ISSN": Rule(NUMBER),
    "ISSN Electronic": Rule(NUMBER), "ISSN Print": Rule(NUMBER), "Institution": Rule("addresses"),
    "Issue": Rule(TEXT, "issue"), "Journal": Rule(TEXT, "container_title"),
    "Journal Name": Rule(TEXT, "container_title"),
    "Journal Abbreviation": Rule(TEXT, "container_title_short"), "Keyword Heading": Rule("keywords"),
    "Keywords": Rule("keywords"), "Language": Rule("language"), "MeSH Subject Headings": Rule("keywords"),
    "Original Title": Rule(TEXT, "original_title"), "Publication Type": Rule("publication_types"),
    "Publisher": Rule(TEXT, "publisher"), "Subject Headings": Rule("keywords"), "Title": Rule("title"),
    "URL": Rule("address"), "Unique Identifier": Rule("accession"), "Volume": Rule(TEXT, "volume"),
}  # fmt: skip
"""Labels that have a field; those of names, sources and links are read here, the others as RIS tags are."""

TYPES = {
    "book": "book", "chapter": "chapter", "book chapter": "chapter", "dissertation": "thesis", "patent": "patent",
    "report": "report",
}  # fmt: skip
"""Publication types of what is no article in a journal."""


class Ovid(declared.Ovid):
    """Ovid's labelled text, the "Citation" export of Embase, MEDLINE, PsycINFO and others."""

    record_start = r"\n(?P<start><\d{1,7}>[ \t]*\n)"

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each number in angle brackets."""
        return source.records(re.compile(self.record_start))

    def parse(self, record: Record) -> Citation:
        """Return the citation in a record.

        Raises:
            RecordError: It has no label.
        """
        found = labelled(record.data)
        if not found:
            raise RecordError("nothing but a number")
        kinds = [TYPES[value.lower()] for value in found.get("Publication Type", ()) if value.lower() in TYPES]
        values = [(label, value) for label, several in found.items() for value in several]
        reading = Reading(found, kinds[0] if kinds else "article-journal", values, "ovid")
        for label, several in found.items():
            function, field = _meaning(label)
            function(reading, field, label, several)
        return reading.citation()


def labelled(text: str) -> Found:
    """Return the values of a record by label."""
    found: Found = {}
    for block in _LABEL.split(_NUMBER.sub("", text, count=1)):
        label, *lines = [line.strip() for line in block.strip("\n").split("\n")]
        values = [line for line in lines if line]
        if values:
            found.setdefault(label.rstrip(":"), []).extend(values)
        elif label:  # a line of its own that labels nothing
            found.setdefault("", []).append(label)
    return found


def _meaning(label: str) -> tuple[Function, str]:
    rule = RULES.get(label)
    if label == "Source":
        return _source, ""
    if label.startswith("Link to"):
        return _link, "url"
    if rule is None:
        return FUNCTIONS["kept"], ""
    return (_names if rule.kind == NAMES else FUNCTIONS[rule.kind]), rule.field


def _names(reading: Reading, field: str, _label: str, values: list[str]) -> None:
    names = [name for value in values for one in decode(value).split(";") if (name := one.strip(" ."))]
    reading.add(field, *map(_name, [f"{name}." if name[-2:-1] in ". -" else name for name in names]))


def _name(text: str) -> Name:
    """Return the person in ``Lind P.A.``; one without initials is a group, ``Anonymous`` among them."""
    return read_name(text) if "," in text else short_name(text) or Name(literal=text)


def _source(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    for value in values:
        if not _source_parts(reading, decode(value)):
            reading.keep(label, value)


def _source_parts(reading: Reading, text: str) -> bool:
    """Fill the fields that a source line has in it; return whether it has the form of one."""
    pages = _PAGES.search(text)
    head = _HEAD.fullmatch(text[: pages.start()].rstrip()) if pages else None
    if pages is None or head is None:
        return False
    journal = head["journal"]
    if meeting := _CONFERENCE.fullmatch(journal):
        journal = meeting["journal"]
        place = _PLACE.fullmatch(meeting["event"])
        reading.put("event_title", "Conference", place["title"] if place else meeting["event"])
        if place:
            reading.put("event_place", "Conference", place["place"])
    page = expand_pages(pages["page"]) if pages["page"] else ""
    parts = {"container_title": journal, "volume": head["volume"], "issue": head["issue"], "page": page}
    for field, part in parts.items():
        if part:
            reading.put(field, "Source", part)
    date = ""
    rest = text[pages.end() :].strip()
    for detail in _DETAILS.finditer(rest):
        if detail["label"] == "Article Number":
            reading.put("number", "Source", detail["value"])
        else:
            date = detail["value"]
    if beyond := _DETAILS.sub("", rest).strip(" ."):
        reading.keep("Source", beyond)
    issued, year = read_date(date or pages["year"]), read_date(pages["year"])
    reading.fields["issued"] = issued if issued is not None and issued.year else year
    if year is not None and year.year != reading.fields["issued"].year:
        reading.keep("Year", pages["year"])
    return True


def _link(reading: Reading, field: str, _label: str, values: list[str]) -> None:
    """An address, and the identifiers in it: of a full text, or of a resolver of OpenURLs."""
    for value in values:
        if reading.fields.setdefault("url", value) != value:
            reading.identify(field, value)
        for name, text in parse_qsl(value.partition("?")[2].partition("#")[0], separator="&"):
            _identifier(reading, name, text)


def _identifier(reading: Reading, name: str, text: str) -> None:
    """Take one parameter of an OpenURL (``id=doi:10.5555/x``, ``issn=1234-5679``) if no label has told it."""
    scheme, _, number = text.partition(":") if name == "id" else (name.lower(), "", text)
    fields = reading.fields
    if scheme in ("doi", "do") and DOI.fullmatch(unquote(number)):
        fields.setdefault("doi", unquote(number))
    elif scheme == "pid" and (accession := _ACCESSION.search(number)):
        FUNCTIONS["accession"](reading, "", "Accession Number", [accession[1]])
    elif scheme == "pmid" and number.isdigit():
        fields.setdefault("pmid", number)
    elif scheme == "issn" and (issn := parse_issn(number)):
        fields.setdefault("issn", (issn,))
    elif scheme == "isbn" and is_isbn(number):
        fields.setdefault("isbn", (number,))
