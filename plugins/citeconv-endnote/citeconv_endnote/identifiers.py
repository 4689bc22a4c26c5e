"""Identifiers among EndNote's fields: the DOI, numbers in databases, of serials and of books, and addresses.

An accession number is a PMID when nothing says otherwise. Numbers are told apart by their form; those of which another
one stands already are kept as further identifiers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from typing import Any

from citeconv import Identifier
from citeconv.values.bare import bare_article
from citeconv.values.databases import number_elsewhere
from citeconv.values.dois import bare_doi, parted_numbers
from citeconv.values.links import addresses
from citeconv.values.patterns import lazy
from citeconv_endnote.field_reader import NUMBER, FieldReader
from citeconv_endnote.fields import meanings
from citeconv_endnote.values import (
    PMID,
    SHAPES,
    accession,
    are_pages,
    is_address,
    labelled_number,
    number_beside,
    numbers_on_a_line,
    numbers_work,
    shaped,
)

_EMBASE = lazy(r"embase|medline", re.I)
_LINE_ENDS = lazy(r"\n|\\[rn]")
"""Line ends, and what Mendeley writes for them."""


def read_shaped(reading: FieldReader, path: str, texts: list[str]) -> None:
    """Read a custom field if it looks like what EndNote's filters put there."""
    for text in texts:
        value = shaped(path, text)
        if not (value and reading.fill(SHAPES[path][0], value)):
            reading.keep(path, [text])


def _doi(reading: FieldReader, texts: list[str]) -> None:
    for text in chain.from_iterable(map(parted_numbers, "\n".join(texts).split("\n"))):
        doi, pii = number_beside(text)
        if "pages" not in reading.fields and "page" not in reading.values and are_pages(text):
            reading.values["page"] = text  # Open Journal Systems has no other place for them
        elif (doi and reading.fill("doi", doi)) or (pii and reading.fill("pii", pii)):
            continue
        elif pii or (number := bare_article(text)) == text or not reading.fill("number", number):
            reading.identify(NUMBER, text)


def _accession(reading: FieldReader, texts: list[str]) -> None:
    databases = reading.fields.get("remote-database-name") or reading.fields.get("remote-database-provider") or [""]
    for text in "\n".join(texts).split("\n"):
        kind, value = accession(text, databases[0])
        if kind != "pmid" or not reading.fill("pmid", value):
            reading.identifiers.append(Identifier(kind="accession" if kind == "pmid" else kind, value=value))


def _elsewhere(reading: FieldReader, texts: list[str]) -> None:
    """Read the Cochrane Library's ``PUBMED 38407106,EMBASE 643589775``, or the AGU's ``doi:10.5555/t`` where there
    is no DOI; a text of another form is left."""
    for text in texts:
        doi = bare_doi(text) if text.startswith("doi:") and NUMBER not in reading.fields else ""
        if doi and reading.fill("doi", doi):
            continue
        numbers = list(map(number_elsewhere, text.split(",")))
        found = [number for number in numbers if number is not None]
        others = [number for number in found if number.kind != "pmid"]
        pmids = [number.value for number in found if number.kind == "pmid"]
        if len(found) == len(numbers) and all([reading.fill("pmid", pmid) for pmid in pmids]):
            reading.identifiers += others
        else:
            reading.keep("custom3", [text])


def _number_of_pubmed(reading: FieldReader, texts: list[str]) -> None:
    """Read the number that Embase has of what is in PubMed, too."""
    databases = reading.fields.get("remote-database-name", [""])
    for text in texts:
        if not (_EMBASE.search(databases[0]) and PMID.fullmatch(text) and reading.fill("pmid", text)):
            reading.keep("custom5", [text])


def _numbers(reading: FieldReader, texts: list[str]) -> None:
    """Read ISSN and ISBN, told apart by their shape; a report's number is neither, nor are eight digits of a patent."""
    found: dict[str, dict[Any, None]] = {"issn": {}, "isbn": {}}
    lines = _LINE_ENDS.sub(";", ";".join(texts))
    for text in numbers_on_a_line(lines):
        target, value, remarked = labelled_number(text)
        if target == "issn" and reading.type == "Patent" and text.strip().isdigit():
            target = ""
        if remarked and target:
            reading.keep("isbn", [text])
        if target:
            found[target][value] = None
        elif numbers_work(reading.type, text) and not _has_number(reading):
            reading.put("isbn", "number", [text])
        else:
            reading.keep("isbn", [text])
    reading.values.update({target: tuple(values) for target, values in found.items() if values})


def _has_number(reading: FieldReader) -> bool:
    """Return whether the number of the work stands in a field of its own."""
    known = meanings(reading.type)
    return any([known.get(path) == "number" for path in reading.fields])


def _url(reading: FieldReader, texts: list[str]) -> None:
    lines = "\n".join(texts).split("\n")
    for text in [each for line in lines for each in addresses(line)]:
        if not (is_address(text) and reading.fill("url", text)):
            reading.identify("urls/related-urls/url", text)


IDENTIFIERS: dict[str, Callable[[FieldReader, list[str]], None]] = {
    "accession-num": _accession,
    "custom3": _elsewhere,
    "custom5": _number_of_pubmed,
    NUMBER: _doi,
    "isbn": _numbers,
    "urls/related-urls/url": _url,
}
"""How the fields of identifiers are read that mean the same in every reference type."""
