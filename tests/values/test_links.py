"""Addresses of works, and the numbers that they have."""

from __future__ import annotations

import pytest

from citeconv import Citation, Report, dumps, loads
from citeconv.values.links import addresses, number_on_page

_PAGES = [
    ("https://pubmed.ncbi.nlm.nih.gov/90000001/", "pmid", "90000001"),
    ("http://www.ncbi.nlm.nih.gov/pubmed/90000001", "pmid", "90000001"),
    ("https://europepmc.org/abstract/med/90000001", "pmid", "90000001"),
    ("https://pmc.ncbi.nlm.nih.gov/articles/PMC90001/", "pmcid", "PMC90001"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC90001", "pmcid", "PMC90001"),
    ("https://europepmc.org/article/PMC/PMC90001", "pmcid", "PMC90001"),
]


@pytest.mark.parametrize("between", [" ", "; ", ",", "|", "", " and ", ", and ", "\\n", "%5Cn", "%5cn"])
def test_several(between: str) -> None:
    """Signs part addresses, a blank, nothing, synthesisr's word, or Mendeley's line ends as it writes them."""
    several = ["https://example.org/salt", "https://example.org/tides?from=https://example.org", "http://example.net/a"]
    assert several == addresses(between.join(several))


@pytest.mark.parametrize(("address", "field", "number"), _PAGES)
def test_pages(address: str, field: str, number: str) -> None:
    """The pages of a work in PubMed, PMC and Europe PMC have its number at their ends."""
    assert number_on_page(address) == (field, number)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "90000001",
        "https://pubmed.ncbi.nlm.nih.gov/?term=90000001",
        "https://example.org/pubmed/90000001",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/90001",
        "https://europepmc.org/article/PMC/90001",
    ],
)
def test_no_pages(address: str) -> None:
    """A search, another's page and a bare number are no such pages; what stands behind PMC's is no PMID."""
    assert number_on_page(address) == ("", "")


@pytest.mark.parametrize(("address", "field", "number"), _PAGES)
@pytest.mark.parametrize(
    ("format_", "record"),
    [
        ("bibtex", "@article{{a, title = {{Salt}}, {field} = {{{address}}}}}"),
        ("csl-json", '[{{"id": "a", "type": "article-journal", "title": "Salt", "{label}": "{address}"}}]'),
        ("csv", "Title,{label}\nSalt,{address}\n"),
        (
            "jats",
            (
                "<ref-list><ref><element-citation><pub-id pub-id-type='{field}'>{address}</pub-id></element-citation>"
                "</ref></ref-list>"
            ),
        ),
        ("ris", "TY  - JOUR\nTI  - Salt\nUR  - {address}\nER  - \n"),
    ],
)
def test_formats_agree(format_: str, record: str, address: str, field: str, number: str) -> None:
    """A page's address is read as the number in all formats."""
    (found,) = loads(record.format(address=address, field=field, label=field.upper()), format_)
    assert getattr(found, field) == number


@pytest.mark.parametrize("format_", ["bibtex", "csl-json", "csv", "jats", "ris"])
@pytest.mark.parametrize(("address", "field"), [(address, field) for address, field, _ in _PAGES])
def test_no_number_comes_up_in_silence(format_: str, address: str, field: str) -> None:
    """An address that is read as a number, too, is told when it is written."""
    report = Report()
    citation = Citation(type="article-journal", title="Salt", container_title="Tides", url=address)
    (again,) = loads(dumps([citation], format_, report=report), format_)
    assert not getattr(again, field) or ("carried-in-part", field) in report.tallies
