"""What hosts of databases have beside the work: Ovid's numbers of MEDLINE."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import Identifier
from told import read_told

OVID = "https://ovidsp.ovid.example.org/ovidweb.cgi?T=JS&NEWS=N&PAGE=fulltext"


def one(*lines: str) -> Any:
    """Return the citation of a record with these lines."""
    found, _ = read_told("\n".join([*lines, "ER  - ", ""]))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("database", ["medl", "med22", "medp", "prem", "ppezv"])
def test_numbers_of_medline_at_ovid(database: str) -> None:
    """The number that a work has in MEDLINE at Ovid is its PMID, which the address tells."""
    address = f"UR  - {OVID}&D={database}&AN=90000001"
    assert one("TY  - JOUR", "TI  - Tides", address).pmid == "90000001"
    found = one("1.", "TY  - JOUR", "ID  - 90000001", "TI  - Tides", address)
    assert ("90000001", ()) == (found.pmid, found.identifiers)


@pytest.mark.parametrize("query", ["D=emed22&AN=90000001", "D=eric3&AN=EJ900001", "D=medl&AN=90000001-x", "D=medl"])
def test_other_numbers_at_ovid(query: str) -> None:
    """Those of other databases, and what is no number of a work, are no PMID."""
    found = one("1.", "TY  - JOUR", "ID  - 90000001", "TI  - Tides", f"UR  - {OVID}&{query}")
    assert ("", (Identifier(kind="accession", value="90000001"),)) == (found.pmid, found.identifiers[:1])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("eag, 9000001", ("", "9000001")),
        ("900000012", ("", "900000012")),
        ("12", ("12", "")),
        ("202104", ("202104", "")),
    ],
)
def test_numbers_of_a_journal_for_an_issue(value: str, expected: tuple[str, str]) -> None:
    """What Zotero makes of Ovid's records has the numbers of the journal in the place of the issue."""
    found = one("TY  - JOUR", "TI  - Tides", f"IS  - {value}", "DB  - Ovid MEDLINE(R)")
    assert expected == (found.issue, found.nlm_unique_id)
