"""The account of a run: counts, tallies, and messages that are safe to print."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv.report import CODES, Counts, Diagnostic, Report, printable


def test_a_diagnostic_prints_as_compilers_do() -> None:
    """``file:line: severity: message``, with the record where it is known."""
    diagnostic = Diagnostic(code="damaged-record", message="no title", file="x.txt", line=7, record="PMID 1")

    assert "x.txt:7: error: no title (record PMID 1)" == str(diagnostic)
    assert "x.txt: note: odd" == str(Diagnostic(code="guess", message="odd", file="x.txt"))
    assert "citeconv: note: odd" == str(Diagnostic(code="plugin", message="odd"))


def test_kinds_are_counted_and_the_first_is_kept() -> None:
    """A tally for each code and field."""
    report = Report()
    for line in (3, 5):
        report.add(Diagnostic(code="carried-in-part", message="cut", field="title", line=line))
    report.add(Diagnostic(code="carried-in-part", message="cut", field="page", line=9))
    report.add(Diagnostic(code="damaged-record", message="bad", line=11))

    assert {"title": 2, "page": 1} == report.lost()
    assert (3, 1, 0) == tuple(report.count(severity) for severity in ("loss", "error", "note"))
    assert 3 == report.tallies["carried-in-part", "title"].first.line


def test_losses_in_bulk_are_as_one_by_one() -> None:
    """``add_losses`` tallies what ``add`` would, and whoever listens hears each."""
    heard: list[Diagnostic] = []
    quick, slow = Report(), Report(heard.append)
    for line in (1, 2, 3):
        for report in (quick, slow):
            report.output = "ris"
            report.add_losses(["doi", "pmid"], "x.txt", line, "PMID 1")

    assert quick.tallies == slow.tallies
    assert [(field, line) for line in (1, 2, 3) for field in ("doi", "pmid")] == [(d.field, d.line) for d in heard]


def test_all_listeners_hear() -> None:
    """One does not displace another."""
    first: list[Diagnostic] = []
    second: list[Diagnostic] = []
    third: list[Diagnostic] = []
    report = Report(first.append)
    report.listen(second.append)
    report.listen(third.append)

    report.add(Diagnostic(code="guess", message="x"))

    assert 1 == len(first) == len(second) == len(third)


def test_totals_and_balance() -> None:
    """Counts are summed over inputs; the law is for each of them, so errors cannot cancel out."""
    report = Report()
    report.inputs = [
        Counts(input="a", format="ris", read=3, written=2, rejected=1),
        Counts(input="b", format="nbib", read=2, written=1, merged=1),
    ]

    assert (5, 3, 1, 1) == (report.total.read, report.total.written, report.total.rejected, report.total.merged)
    assert "ris, nbib" == report.total.format
    assert report.balance()

    report.inputs[0].written, report.inputs[1].written = 3, 0

    assert not report.balance()


def test_the_summary_is_json() -> None:
    """And holds what the tallies hold."""
    report = Report()
    report.output = "bibtex"
    report.inputs.append(Counts(input="a", format="ris", read=1, written=1))
    report.add_losses(["doi"], "a", 1, "")

    summary = json.loads(msgspec.json.encode(report.summary()))

    assert {"read": 1, "written": 1, "rejected": 0, "merged": 0} == summary["total"]
    assert [("loss", "not-carried", "doi", 1)] == [
        (tally["severity"], tally["code"], tally["field"], tally["count"]) for tally in summary["tallies"]
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_severity(code: str) -> None:
    """It is among the three."""
    assert Diagnostic(code=code, message="").severity in ("error", "loss", "note")


@given(st.text())
def test_printable_is_one_harmless_line(text: str) -> None:
    """Nothing of a hostile text can move the cursor or break the line."""
    assert printable(text).isprintable()


def test_printable_shows_what_was_there() -> None:
    """Control characters are made visible, all else stays."""
    assert "a b\\x1b[31m é" == printable("a\nb\x1b[31m é")
