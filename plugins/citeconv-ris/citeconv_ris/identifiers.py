"""Reading identifiers: DOI, PMID, PMCID, numbers of databases, addresses, ISSN and ISBN.

The values of a tag go in, the fields of a reading are filled. Programs write the same identifier under many tags, with
and without its label, as an address, or several in one value; the form of a value decides what it is, and its tag only
where the form leaves a choice.
"""

from __future__ import annotations

import re
from itertools import chain

from citeconv import Issn
from citeconv.values.bare import article_field, bare_article, number_before_doi
from citeconv.values.databases import number_elsewhere, numbers_by_pmid
from citeconv.values.dois import bare_doi, kind_behind, parted_numbers
from citeconv.values.isbns import BINDING, ISBN, is_isbn
from citeconv.values.issns import find_issns, parse_issn
from citeconv.values.links import (
    ARXIV,
    addresses,
    number_at_ovid,
    number_in_database,
    number_of_record,
    take_number_on_page,
    without_arxiv,
)
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy
from citeconv_ris import mapping
from citeconv_ris.dates import read_date, tells_hour
from citeconv_ris.reading import Function, Reading, decode
from citeconv_ris.values import DOI

_SICI = lazy(r"10\.\d{4,9}/[S\d]?\d{3,4}-\d{3}[\dX]\([\d-]{4,9}\)[^\n]{3,90}2\.0\.[A-Z]{2};2(?:-\S)?", re.I)
"""A DOI with the number of an item in a serial, ``10.5555/1234-5679(2007)27[32:TAT]2.0.CO;2``, or with blanks in it."""
_ISBN = lazy(ISBN)
_NOISE = lazy(
    rf"(?:\((?:ISSN|ISBN|e?-?ISSN|print|electronic|online|linking|P|E)\)|{BINDING}|\bE?ISSN[:-]?|ISBN:?"
    r"|\\[rn]|\b(?:E|and)\b|[\s;:,|/\\\"\[\]])+",
    re.I,
)
"""What may stand around ISSNs and ISBNs and says nothing more."""
_JOINED_ISSNS = lazy(r"\A(\d{4}-\d{3}[\dXx])-(\d{4}-\d{3}[\dXx])?\Z")
"""``1234-5679-2345-6781``, or the first with the hyphen alone (DergiPark)."""
_TAGGED = lazy(r"(?P<value>\S+) ?\[(?P<kind>pmid|pmcid|pii|doi)\]", re.I)
_LABELLED_ID = lazy(r"(?P<kind>PMID|PMCID|DOI): ?(?P<value>\S+)", re.I)
_ACCESSION = lazy("|".join([f"(?P<{kind.replace('-', '_')}>{form})" for kind, form in mapping.ACCESSIONS.items()]))
_AT_ARXIV = lazy(rf"arXiv:({ARXIV})( \[[\w., -]{{1,80}}\])?")
_PUBMED_BEHIND = lazy(r"(\d{4,9}) \[https?://www\.ncbi\.nlm\.nih\.gov/pubmed/[^\]\s]{0,80}\]")
"""Ovid's number of the record in PubMed."""
_PUI = lazy(mapping.ACCESSIONS["pui"])
_ADDRESSES = ("UR", "L2")


def _doi(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in chain.from_iterable(map(parted_numbers, values)):
        number, kind = kind_behind(value)
        if kind == "pii":
            reading.put("pii", tag, number)
            continue
        if _SICI.fullmatch(value):
            number = value = "".join(value.split())
        if put_doi(reading, number):
            continue
        article, doi = number_before_doi(value)
        if article:
            put_article_number(reading, tag, article)
            value = doi
            if put_doi(reading, value):
                continue
        first, sign, others = value.partition("; ")
        if sign and put_doi(reading, first):
            reading.keep(tag, others)
            continue
        if reading.kind in mapping.IN_BOOKS and "doi" in reading.fields and DOI.fullmatch(value):
            reading.identify("book-doi", value)
        elif value.startswith(("http://", "https://")) and "UR" not in reading.found:  # where there is no DOI
            reading.put("url", tag, value)
        elif bare_article(value) != value:
            put_article_number(reading, tag, value)
        else:
            reading.keep(tag, value)


def put_doi(reading: Reading, value: str) -> bool:
    """Take a DOI, whatever stands around it; return whether it is the one of the record."""
    bare = bare_doi(value)
    if not bare:
        return False
    known: str = reading.fields.setdefault("doi", bare)
    return known is bare or known.lower() == bare.lower()


def put_number_at_arxiv(reading: Reading, note: str) -> bool:
    """Take the number of a preprint at arXiv from a note (Zotero); return whether it tells nothing else."""
    match = _AT_ARXIV.fullmatch(note)
    if match is not None:
        reading.identify("arxiv", match[1])
    return match is not None and not match[2]


def _link(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    for value in values:
        if value[:3] == "10." and put_doi(reading, value):
            continue
        _ids_in(reading, value)
        reading.identify(field, value)


def _address(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    for value in chain.from_iterable(map(addresses, values)):
        kind, number = number_in_database(value)
        if kind == "pmid" and reading.takes("pmid", number):
            continue
        if kind == "wos":
            reading.identify(kind, number)
            continue
        _ids_in(reading, value)
        if value.startswith("<") or not reading.takes("url", value):  # "<Go to ISI>://WOS:..."
            reading.identify("url", value)


def _ids_in(reading: Reading, address: str) -> None:
    """Take DOI, PMID and PMCID from an address if no tag has told them."""
    if "doi.org/" in address:
        if "DO" not in reading.found and (doi := bare_doi(address)):
            reading.fields.setdefault("doi", doi)
    elif "ncbi" in address or "europepmc" in address:
        take_number_on_page(reading.fields, address)
    elif number := number_at_ovid(address):
        reading.fields.setdefault("pmid", number)


def _number(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    """The number of a record in a database, which is the field."""
    for value in values:
        reading.identify(field, value)


def _number_at_source(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The number of a record where it was found (EPPI-Reviewer), or part of an address."""
    for value in values:
        if value.isdecimal():
            reading.identify(field, value)
        else:
            reading.keep(tag, value)


def _accession(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    database = "; ".join(reading.found.get("DB") or reading.found.get("DP") or ())
    for value in chain.from_iterable([whole.split("; ") for whole in values]):
        if value.isdigit() and len(value) < 10 and (numbers_by_pmid(database) or _is_at_ovid(reading, value)):
            reading.fields.setdefault("pmid", value)
            if reading.fields["pmid"] == value:
                continue
        if found := _PUBMED_BEHIND.fullmatch(value):
            reading.put("pmid", tag, found[1])
        elif value[:3] == "PMC" and value[3:].isdigit():
            reading.fields.setdefault("pmcid", value)
        else:
            form = _ACCESSION.fullmatch(value)
            kind = (form and form.lastgroup) or "accession"
            reading.identify(kind.replace("_", "-"), without_arxiv(value) if kind == "arxiv" else value)


def _is_at_ovid(reading: Reading, number: str) -> bool:
    """Return whether an address says that a number is the PMID of the record."""
    return any(number == number_at_ovid(value) for tag in _ADDRESSES for value in reading.found.get(tag, ()))


def _tagged(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """User fields: identifiers with their kind behind or before them, the DOI once more (Pure), Embase's number, or
    anything."""
    for value in values:
        if value in reading.found.get("DO", ()) or _take_tagged(reading, tag, value):
            continue
        if _PUI.fullmatch(value):
            reading.identify("pui", value)
        else:
            reading.keep(tag, value)


def _take_tagged(reading: Reading, tag: str, value: str) -> bool:
    """Take an identifier with its kind behind or before it, and return whether a value is one."""
    match = _TAGGED.fullmatch(value) or _LABELLED_ID.fullmatch(value)
    if match is None:
        return False
    kind = match["kind"].lower()
    if kind != "doi":
        reading.put(kind, tag, match["value"])
    elif not put_doi(reading, match["value"]):
        reading.keep(tag, value)
    return True


def _article_number(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The number of the article, or what some programs put in the same place: ``PMID: 31234567``."""
    for value in values:
        if not _take_tagged(reading, tag, value):
            put_article_number(reading, tag, decode(value))


def put_article_number(reading: Reading, tag: str, number: str) -> None:
    """Take the number of an article, or another number of it, as the Web of Science has either."""
    field = article_field(number)
    reading.put(field, tag, number if field == "number" else bare_article(number))


def _elsewhere(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The Cochrane Library's ``PUBMED 38407106,EMBASE 643589775``."""
    for part in ",".join(values).split(","):
        if not take_number(reading, tag, part):
            reading.keep(tag, part.strip())


def take_number(reading: Reading, tag: str, text: str) -> bool:
    """Take the number of another database, and return whether a text is one: ``PUBMED 38407106``."""
    number = number_elsewhere(text)
    if number is not None and number.kind == "pmid":
        reading.put("pmid", tag, number.value)
    elif number is not None:
        reading.identify(number.kind, number.value)
    return number is not None


def _custom_2(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if _take_tagged(reading, tag, value):
            continue
        if value[:3].upper() == "PMC" and value[3:].isdigit():
            reading.put("pmcid", tag, value.upper())
        elif value.isdigit() and 4 < len(value) < 10:
            reading.put("pmid", tag, value)
        else:
            reading.keep(tag, value)


def _custom_6(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """NIH's number of the manuscript, or the date of early access (Web of Science)."""
    for value in values:
        date = read_date(value)
        if mapping.MANUSCRIPT_ID.fullmatch(value):
            reading.put("manuscript_id", tag, value)
        elif date is not None and date.month and "available_date" not in reading.fields:
            reading.fields["available_date"] = date
            if tells_hour(value):
                reading.keep(tag, value)
        else:
            reading.keep(tag, value)


def _report_number(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if is_isbn(value) or parse_issn(value):
            _standard_number(reading, "", tag, [value])
        else:
            reading.put("number", tag, decode(value))


def _standard_number(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """ISSN and ISBN, told by their form; often several, without hyphens, with words around them."""
    if len(values) == 1 and "issn" not in reading.fields and ":" not in values[0]:
        isbns, found, whole = _numbers(values[0])
        if whole and not isbns and len(found) == 1:  # as it is in most
            reading.fields["issn"] = found
            return
    issns: dict[str, Issn] = {}
    known = set(reading.fields.get("isbn", ()))
    for value in values:
        kind, number = number_of_record(value) if ":" in value else ("", "")
        if kind == "wos":
            reading.identify(kind, number)
            continue
        if kind:
            reading.put(kind, tag, number)
            continue
        isbns, found, whole = _numbers(value)
        if isbns:
            reading.add("isbn", *[isbn for isbn in isbns if isbn not in known])
            known.update(isbns)
        for one in found:
            if one.kind or one.value not in issns:
                issns[one.value] = one
        if not whole:
            reading.keep(tag, value)
    if issns:
        reading.add("issn", *issns.values())


@remembered(4096)
def _numbers(value: str) -> tuple[tuple[str, ...], tuple[Issn, ...], bool]:
    """Return the ISBNs and ISSNs in a value, and whether there is nothing else in it."""
    if is_isbn(value):
        return (value,), (), True
    value = _JOINED_ISSNS.sub(r"\1 \2", value)
    isbns = tuple(_ISBN.findall(value))
    rest = _ISBN.sub(" ", value) if isbns else value
    issns, rest = find_issns(rest)
    return isbns, issns, not _NOISE.sub("", rest)


FUNCTIONS: dict[str, Function] = {
    "accession": _accession, "address": _address, "custom_2": _custom_2, "custom_6": _custom_6, "doi": _doi,
    "article_number": _article_number,
    "elsewhere": _elsewhere, "link": _link, "number": _number, "number_at_source": _number_at_source,
    "report_number": _report_number,
    "standard_number": _standard_number, "tagged": _tagged,
}  # fmt: skip
"""The function for each kind of value in the tables."""
