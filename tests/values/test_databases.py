"""What databases write in one value: numbers of records, grants, keywords."""

from __future__ import annotations

import pytest

from citeconv import Identifier
from citeconv.values.databases import number_elsewhere, numbers_by_pmid, read_grants
from citeconv.values.keywords import keywords_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("PUBMED 90000001", Identifier(kind="pmid", value="90000001")),
        (" EMBASE 643000001", Identifier(kind="pui", value="L643000001")),
        ("CTgov NCT00000001", Identifier(kind="clinical-trial", value="NCT00000001")),
        ("ICTRP JPRN-UMIN000000001", Identifier(kind="clinical-trial", value="JPRN-UMIN000000001")),
        ("EMBASE see there", None),
        ("90000001", None),
        ("", None),
    ],
)
def test_numbers_in_other_databases(text: str, number: Identifier | None) -> None:
    """The Cochrane Library names the database before the number."""
    assert number_elsewhere(text) == number


@pytest.mark.parametrize(
    ("database", "by_pmid"),
    [
        ("PubMed", True), ("Ovid MEDLINE(R) and In-Process, Daily & Other Citations <1946 to 2020>", True),
        ("MEDLINE; PubMed", True), ("Embase", False), ("Embase; MEDLINE", False), ("PubMed; Scopus", False),
        ("crossref|pubmed", False), ("", False),
    ],
)  # fmt: skip
def test_databases_that_number_by_pmid(database: str, by_pmid: bool) -> None:
    """The numbers of MEDLINE's records are PMIDs; of several databases nobody knows whose number a record has."""
    assert numbers_by_pmid(database) == by_pmid


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("salt, sea level, tides", ["salt", "sea level", "tides"]),
        ("salt, tides", ["salt, tides"]),
        (f"Salt,Sea level,{'Tides' * 9}", ["Salt", "Sea level", "Tides" * 9]),
        (f"Salt, sea level,{'Tides' * 9}", [f"Salt, sea level,{'Tides' * 9}"]),
        ("Salt,Sea level;Tides", ["Salt,Sea level", "Tides"]),
    ],
)
def test_keywords_in_a_line(line: str, words: list[str]) -> None:
    """Several commas part short keywords, and long ones if no blank stands behind any; semicolons part others."""
    assert words == keywords_in([line])


@pytest.mark.parametrize(
    ("text", "grants"),
    [
        ("Tide Fund, 123", [("Tide Fund", "", "123")]),
        ("Tide Fund, TF, 12, 13", [("Tide Fund", "TF", "12"), ("Tide Fund", "TF", "13")]),
        ("Tide Fund, Bergen", [("Tide Fund, Bergen", "", "")]),
        ("AB123456", [("", "", "AB123456")]),
        ("Tide2020", [("Tide2020", "", "")]),
    ],
)
def test_numbers_behind_an_agency(text: str, grants: list[tuple[str, str, str]]) -> None:
    """What commas part from an agency and has digits is its grants; many digits alone are a grant of nobody."""
    assert grants == [(grant.agency, grant.acronym, grant.number) for grant in read_grants(text)]
