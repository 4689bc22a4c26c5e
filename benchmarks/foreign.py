"""What biopython reads of MEDLINE and of PubMed's XML, field by field, in the form that ``agreement.py`` compares.

``Bio.Medline`` gives tags and their values. ``Bio.Entrez`` needs a document type that it has at hand, and stops at the
first element out of place; so articles are cut out of the file and put into sets with the document
type of 2019, or else that of 2013.
"""

from __future__ import annotations

import collections
import html
import io
import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from agreement import letters
from foreign_bibtex import bibtex
from foreign_tagged import csl_json, endnote_xml, ris

NAMES = {
    "bibtex": "bibtexparser", "csl-json": "json", "endnote-xml": "lxml", "nbib": "Bio.Medline",
    "pubmed-xml": "Bio.Entrez", "ris": "rispy",
}  # fmt: skip
"""What reads a format."""

_ARTICLE = re.compile(r"<PubmedArticle[ >].*?</PubmedArticle>", re.S)
_DATE = re.compile(r"(\d{4})(?:[ /]+(\d\d?|[A-Z][a-z]{2,8}))?(?:[ /]+(\d\d?)\b)?")
_ID = re.compile(r"(.+) \[(\w+)\]$", re.M)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TYPES = ("pubmed_190101", "pubmed_130501")
_SET = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/{}.dtd">\n<PubmedArticleSet>{}</PubmedArticleSet>'
)
_SUFFIX = re.compile(r" (?:Jr|Sr|2nd|3rd|4th|5th|6th|II|III|IV)$")


def medline(file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the PMID and the fields of each record of a file in the MEDLINE format."""
    from Bio import Medline

    text = Path(file).read_bytes().decode("utf-8-sig", "replace")
    for record in Medline.parse(io.StringIO(text)):
        if "PMID" in record:
            yield record["PMID"], _from_tags(record)


def _from_tags(record: dict[str, Any]) -> dict[str, Any]:
    ids = collections.defaultdict(list)
    for value, kind in _ID.findall("\n".join([record.get("LID", "").replace("] ", "]\n"), *record.get("AID", ())])):
        ids[kind].append(value)
    return {
        "title": letters(record.get("TI") or record.get("BTI", "")),
        "authors": tuple([_person(name) for name in record.get("AU", ())]),
        "groups": tuple([letters(name) for name in _list(record.get("CN", ()))]),
        "container": letters(record.get("JT", "")),
        "journal": letters(record.get("TA", "")),
        "date": _day(record.get("DP", "")),
        "volume": record.get("VI", ""),
        "issue": record.get("IP", ""),
        "pages": record.get("PG", ""),
        "doi": _first(ids["doi"]).lower(),
        "pmcid": record.get("PMC", ""),
        "pii": tuple(sorted({*ids["pii"]} - {*ids["doi"]})),
        "abstract": letters(html.unescape(record.get("AB", ""))),
        "keywords": tuple([letters(each) for each in record.get("OT", ())]),
        "headings": tuple(record.get("MH", ())),
    }


def _list(found: Any) -> list[str]:
    return [found] if isinstance(found, str) else list(found)


def _first(values: list[str]) -> str:
    return values[0] if values else ""


def _person(text: str) -> str:
    family, _, initials = _SUFFIX.sub("", text).rpartition(" ")
    return letters(family + initials)


def _day(text: str) -> tuple[int, ...]:
    found = _DATE.match(text)
    if found is None:
        return ()
    year, month, day = found.groups()
    number = int(month) if month and month.isdecimal() else 0
    if month and month[:3].lower() in _MONTHS:
        number = _MONTHS.index(month[:3].lower()) + 1
    return (int(year), *([number] if number else []), *([int(day)] if number and day else []))


def entrez(file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the PMID and the fields of each article of a file in PubMed's XML."""
    text = Path(file).read_bytes().decode("utf-8-sig", "replace")
    refused: collections.Counter[str] = collections.Counter()
    for article in _ARTICLE.findall(text):
        record = _parsed(article, refused)
        if record is not None:
            yield str(record["MedlineCitation"]["PMID"]), _from_elements(record)
    for message, count in refused.items():
        print(f"{file}: Bio.Entrez does not read {count} articles: {message}")


def _parsed(article: str, refused: collections.Counter[str]) -> Any:
    from Bio import Entrez

    message = ""
    for name in _TYPES:
        try:
            found = Entrez.read(io.BytesIO(_SET.format(name, article).encode("utf-8")), validate=False)
            return (found["PubmedArticle"] if isinstance(found, dict) else found)[0]
        except (ValueError, RuntimeError) as error:
            message = message or str(error)
    refused[message] += 1
    return None


def _from_elements(record: Any) -> dict[str, Any]:
    citation = record["MedlineCitation"]
    article = citation["Article"]
    issue = article["Journal"]["JournalIssue"]
    people = [each for each in article.get("AuthorList", ()) if each.attributes.get("ValidYN", "Y") == "Y"]
    ids = collections.defaultdict(list)
    for each in (*record.get("PubmedData", {}).get("ArticleIdList", ()), *article.get("ELocationID", ())):
        kind = each.attributes.get("IdType") or each.attributes["EIdType"]
        ids[kind].append(html.unescape(each).strip())
    date = issue.get("PubDate", {})
    keywords = itertools.chain.from_iterable(citation.get("KeywordList", ()))
    parts = article.get("Abstract", {}).get("AbstractText", ())
    return {
        "title": letters(html.unescape(article.get("ArticleTitle", ""))),
        "authors": tuple([letters(one["LastName"] + one.get("Initials", "")) for one in people if "LastName" in one]),
        "groups": tuple([letters(one["CollectiveName"]) for one in people if "CollectiveName" in one]),
        "container": letters(article["Journal"].get("Title", "")),
        "journal": letters(citation.get("MedlineJournalInfo", {}).get("MedlineTA", "")),
        "date": _day(" ".join([date[part] for part in ("MedlineDate", "Year", "Month", "Day") if part in date])),
        "volume": str(issue.get("Volume", "")),
        "issue": str(issue.get("Issue", "")),
        "pages": str(article.get("Pagination", {}).get("MedlinePgn", "")),
        "doi": _first(ids["doi"]).lower(),
        "pmcid": _first(ids["pmc"]),
        "pii": tuple(sorted({*ids["pii"]} - {*ids["doi"]})),
        "abstract": letters(html.unescape("".join([part.attributes.get("Label", "") + part for part in parts]))),
        "keywords": tuple([letters(html.unescape(each)) for each in keywords]),
        "headings": tuple([_heading(each) for each in citation.get("MeshHeadingList", ())]),
    }  # fmt: skip


def _heading(heading: Any) -> str:
    terms = [heading["DescriptorName"], *heading.get("QualifierName", ())]
    return "/".join([f"{'*' * (term.attributes.get('MajorTopicYN') == 'Y')}{term}" for term in terms])


READERS: dict[str, Callable[[str], Iterator[tuple[str, dict[str, Any]]]]] = {
    "bibtex": bibtex, "csl-json": csl_json, "endnote-xml": endnote_xml, "nbib": medline,
    "pubmed-xml": entrez, "ris": ris,
}  # fmt: skip
"""How a file of a format is read."""
