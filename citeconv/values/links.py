"""Web addresses: separates several in one value, finds identifiers in them, and recognises what is no address."""

from __future__ import annotations

import re
from typing import Any

from citeconv.citation import Citation
from citeconv.values.patterns import lazy

_BETWEEN = lazy(
    r"(?:(?:[,;] ?| )(?:and )?|[|]|\\n|%5[Cc]n)(?=(?:https?|ftp|file|internal-pdf)://)"
    r"|(?<=[A-Za-z0-9])(?<!\\n)(?<!%5Cn)(?<!%5cn)(?=https?://[a-z0-9-]{1,60}\.[a-z0-9])"
)
"""What parts them: signs and blanks (EndNote), a line end in words (Mendeley), a word (synthesisr), or nothing at all
(Rayyan, RefWorks)."""


def addresses(value: str) -> list[str]:
    """Return the addresses in a value; one within another, ``https://example.org/?url=https://…``, is part of it."""
    return _BETWEEN.split(value) if value.count("://") > 1 else [value]


ARXIV = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
"""The number of a preprint at arXiv, with its version: the source of a pattern."""
AT_ARXIV = r"(?:www\.)?arxiv\.org/(?:abs|pdf)/"
"""What stands before that number in the address of its page or file, behind the scheme: the source of a pattern."""
_PUBMED = r"(?:ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov|europepmc\.org/(?:article|abstract)/MED)/"
_PMC = r"(?:ncbi\.nlm\.nih\.gov/(?:pmc/)?articles|pmc\.ncbi\.nlm\.nih\.gov/articles|europepmc\.org/articles?(?:/PMC)?)/"
_BEFORE_HOST = r"(?:https?://)?(?:www\.)?"
PUBMED = rf"{_BEFORE_HOST}(?:{_PUBMED}|{_PMC})"
"""What stands before the number of a work in the address of its page in PubMed, PMC or Europe PMC: the source of a
pattern."""
_ARXIV = lazy(ARXIV)
_ARXIV_WORD = "arxiv:"
_PAGE = lazy(rf"{_BEFORE_HOST}(?:{_PUBMED}(?P<pmid>\d{{1,9}})|{_PMC}(?P<pmcid>PMC\d{{1,9}}))/?", re.I)
"""A number alone is a PMID in PubMed only."""
_PMID = lazy(r"[1-9]\d{3,7}")
_MEDLINE_AT_OVID = ("med", "prem", "pmnm", "ppez")
"""How the names begin that Ovid has for MEDLINE and its parts: its years, records in process, those ahead of print."""
_IN_DATABASE = lazy(r"PM:(?P<pmid>\d{1,8})|ISI:(?P<wos>[A-Z\d]{15})")

_RECORD = lazy(
    r"(?:MEDLINE:(?P<pmid>\d{1,8})|(?P<wos>WOS:[A-Z\d]{15}|(?:BCI|CABI|CCC|DRCI|KJD|PPRN|RSCI|SCIELO):[\w-]{8,30}))"
    r"(?: ER)?"
)


def number_in_database(address: str) -> tuple[str, str]:
    """Return kind and number of a record that Reference Manager has for an address: ``PM:12345``; else nothing twice.

    Args:
        address: Of PubMed's records and those of the Web of Science, it is no more than their number.
    """
    return _named(_IN_DATABASE.fullmatch(address))


def number_of_record(text: str) -> tuple[str, str]:
    """Return kind and number of a record of the Web of Science, ``WOS:000123456700001``; else nothing twice.

    Args:
        text: What some programs have for an ISSN. The number of a record that the Web of Science has from MEDLINE is
            its PMID; the next line of its file, which ends the record, may stand behind.
    """
    return _named(_RECORD.fullmatch(text))


def number_on_page(address: str) -> tuple[str, str]:
    """Return field and number of a work whose page in PubMed, PMC or Europe PMC has an address; else nothing twice."""
    if not address[-2:-1].isdigit():  # the last sign may be a slash
        return "", ""
    field, number = _named(_PAGE.fullmatch(address))
    return field, number.upper()


def take_number_on_page(fields: dict[str, Any], address: str) -> None:
    """Fill the PMID or PMCID of a citation if nothing else tells it, but an address is that of its page.

    Args:
        fields: The fields of the citation.
        address: Any.
    """
    field, number = number_on_page(address)
    if field:
        fields.setdefault(field, number)


def _named(match: re.Match[str] | None) -> tuple[str, str]:
    """Return the name and the text of the group that matched; nothing twice if none did."""
    return (match.lastgroup or "", match[match.lastgroup or 0]) if match else ("", "")


def number_at_ovid(address: str) -> str:
    """Return the PMID of a work whose record in MEDLINE at Ovid has an address, else nothing.

    Args:
        address: It names the database, ``D=medl``, and the number that this gave the work, which is its PMID.
    """
    _, found, query = address.partition("/ovidweb.cgi?")
    if not found:
        return ""
    told = dict([part.partition("=")[::2] for part in query.split("&")])
    number = told.get("AN", "")
    return number if _PMID.fullmatch(number) and told.get("D", "").startswith(_MEDLINE_AT_OVID) else ""


def without_arxiv(number: str) -> str:
    """Return the number of a preprint at arXiv without the word that may stand before it: ``arXiv:2101.00001``."""
    return number[len(_ARXIV_WORD) :] if number[: len(_ARXIV_WORD)].lower() == _ARXIV_WORD else number


def address_at_arxiv(citation: Citation) -> str:
    """Return the address of a work at arXiv if nothing but its number there tells where it is, else nothing."""
    if citation.doi or citation.url:
        return ""
    numbers = [each.value for each in citation.identifiers if each.kind == "arxiv" and _ARXIV.fullmatch(each.value)]
    return f"https://arxiv.org/abs/{numbers[0]}" if numbers else ""
