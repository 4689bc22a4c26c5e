"""What hosts of databases have beside the work: Ovid's numbers of MEDLINE, ProQuest's notes, EBSCO's people, trials."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import Date, Event, Identifier, Related, loads
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


@pytest.mark.parametrize(
    "label", ["Last updated", "Dernière mise à jour", "Zuletzt aktualisiert", "Última actualización"]
)
def test_notes_of_proquest_in_any_language(label: str) -> None:
    """ProQuest's notes have labels in the language of its pages; a day at their end tells that they are its own."""
    found = one("TY  - JOUR", "AU  - Per A Lind", "N1  - Copyright - © Tides 2019", f"N1  - {label} - 2020-03-04")
    assert [("Lind", "Per A")] == [(each.family, each.given) for each in found.author]
    assert ("© Tides 2019", ()) == (found.copyright, found.note)
    assert (Event(kind="updated", date=Date(year=2020, month=3, day=4)),) == found.history


def test_label_of_a_note_of_proquest_that_nobody_knows() -> None:
    """A note whose label is not known stays one."""
    found = one("TY  - JOUR", "N1  - Copyright - © Tides 2019", "N1  - Sist oppdatert - 2020-03-04")
    assert ("© Tides 2019", ("Sist oppdatert - 2020-03-04",)) == (found.copyright, found.note)


def test_several_numbers_of_a_record() -> None:
    """ProQuest has its own number of a record, and behind it that of the database."""
    found = one("TY  - JOUR", "AN  - 2890000001; EJ9000001")
    assert found.identifiers == (
        Identifier(kind="accession", value="2890000001"), Identifier(kind="eric", value="EJ9000001"),
    )  # fmt: skip


def test_people_among_addresses_of_ebsco() -> None:
    """An ORCID is that of the only author; where there are several, it and an e-mail address of nobody are kept."""
    work = ("TY  - JOUR", "TI  - Tides", "DP  - EBSCOhost", "AU  - Lind, Per A.")
    people = ("UR  - https://example.org/1", "UR  - ORCID: 0000-0002-1825-0097", "UR  - qx@example.org")
    alone = one(*work, *people)
    assert ("0000-0002-1825-0097", "qx@example.org") == (alone.author[0].orcid, alone.author[0].email)
    assert ("https://example.org/1", (), ()) == (alone.url, alone.identifiers, alone.extra)
    assert "" == one(*work, "UR  - ORCID: abcd-efgh-ijkl-mnop").author[0].orcid
    several = one(*work, "AU  - Wei, R.", *people)
    assert (("ris:UR", "ORCID: 0000-0002-1825-0097"), ("ris:UR", "qx@example.org")) == several.extra
    assert () == several.identifiers


def test_clinicaltrials() -> None:
    """The library publishes the register; the day on which a trial began is not that on which somebody looked."""
    found = one(
        "TY  - DBASE", "DP  - National Library of Shelves", "PP  - Northport", "ID  - NCT90000001", "AN  - NCT90000001",
        "ST  - Salt for gulls", "TI  - A trial of salt for gulls", "Y1  - 2031/03/02", "Y2  - 2031/04/01",
        "A2  - Shelf University", "C1  - Tide Institute", "C7  - Protocol, SAP", "SF  - ClinicalTrials.gov",
        "RD  - 2032/01/02",
    )  # fmt: skip
    assert (Date(year=2031, month=3, day=2), Date(year=2032, month=1, day=2)) == (found.issued, found.accessed)
    assert ("National Library of Shelves", "Northport", "ClinicalTrials.gov") == (
        found.publisher, found.publisher_place, found.source
    )  # fmt: skip
    assert (Identifier(kind="clinical-trial", value="NCT90000001"),) == found.identifiers
    assert ("", ()) == (found.number, found.producer)
    assert {"ris:Y2", "ris:A2", "ris:C1", "ris:C7"} < {tag for tag, _ in found.extra}


def test_an_article_by_the_number_of_its_trial() -> None:
    """Only the register itself has other tags; an article with the number of a trial has those of all articles."""
    found = one("TY  - JOUR", "AN  - NCT90000001", "A2  - Roe, Ana", "DB  - Seas", "DP  - Host", "Y2  - 2031/04/01")

    assert ("Roe", "Host") == (found.editor[0].family, found.archive)
    assert (Date(year=2031, month=4, day=1), ()) == (found.accessed, found.extra)


def test_comments_in_the_place_of_the_series_at_ovid() -> None:
    """MEDLINE's comments and corrections stand in brackets where the series of a book does."""
    link = "[https://www.ncbi.nlm.nih.gov/pubmed/{}]"
    comments = [f"[Comment in: Brine. 2014 Apr;41(4):{n}; PMID: 9000000{n} {link.format(n)}]" for n in (1, 2)]
    (found,) = loads(f"1.\nTY  - JOUR\nTI  - Tides\nT3  - {''.join(comments)}\nER  - \n", "ris")
    expected = [Related(kind="comment-in", citation=f"Brine. 2014 Apr;41(4):{n}", pmid=f"9000000{n}") for n in (1, 2)]
    assert (tuple(expected), "", ()) == (found.related, found.collection_title, found.extra)
    assert "[Brine]" == one("1.", "TY  - BOOK", "TI  - Tides", "T3  - [Brine]").collection_title
