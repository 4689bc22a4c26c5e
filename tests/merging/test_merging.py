"""Records of a work become one where it first stood, and counts and messages account for each."""

from __future__ import annotations

import io
import json
from pathlib import Path

import msgspec
import pytest

import citeconv
from citeconv import Citation, Date, Name, Report
from citeconv.errors import UsageError
from citeconv.report import Diagnostic

DOI = "10.1000/shelf.1"


def stream(name: str, *citations: Citation) -> io.BytesIO:
    """Return an input of that name."""
    text = io.BytesIO(b"\n".join(map(msgspec.json.encode, citations)))
    text.name = name
    return text


def merged(*inputs: io.BytesIO, merge: str = "ids") -> tuple[list[Citation], Report, list[Diagnostic]]:
    """Return what comes out, the report, and the diagnostics."""
    told: list[Diagnostic] = []
    output = io.BytesIO()
    report = citeconv.convert(inputs, output, to="jsonl", merge=merge, report=Report(told.append))
    return (
        msgspec.json.decode(b"[" + b",".join(output.getvalue().splitlines()) + b"]", type=list[Citation]),
        report,
        told,
    )


def test_each_work_once() -> None:
    """It stands where it first stood, with what the others add; they are counted as merged, each in its own input."""
    one = stream("a.jsonl", Citation(title="Tides", doi=DOI), Citation(title="Salt", pmid="2"))
    two = stream("b.jsonl", Citation(title="Waves"), Citation(title="Tides", doi=DOI.upper(), volume="7"))

    citations, report, told = merged(one, two)

    assert [("Tides", "7"), ("Salt", ""), ("Waves", "")] == [(each.title, each.volume) for each in citations]
    assert [(2, 2, 0), (2, 1, 1)] == [(each.read, each.written, each.merged) for each in report.inputs]
    assert report.balance()
    assert ["b.jsonl:2: note: same DOI as a.jsonl:1: made one with it (record 10.1000/SHELF.1)"] == list(map(str, told))


def test_what_is_not_taken_is_told() -> None:
    """By name, with the value where it is short."""
    first, second = Citation(pmid="1", volume="7", key="a"), Citation(pmid="1", volume="8", key="b")

    (citation,), _, (note,) = merged(stream("a.jsonl", first, second))

    assert first == citation
    assert "same PMID as a.jsonl:1: made one with it; not in it: key b, volume 8" == note.message


def test_a_record_that_joins_two() -> None:
    """One that has a number of each makes all three one."""
    one, two = Citation(title="Tides", pmid="1"), Citation(title="Tides", doi=DOI, volume="7")
    both = Citation(title="Tides", pmid="1", doi=DOI)

    for records in ([one, two, both], [both, one, two], [one, both, two]):
        citations, report, _ = merged(stream("a.jsonl", *records))

        assert [Citation(title="Tides", pmid="1", doi=DOI, volume="7")] == citations
        assert (3, 1, 2) == (report.total.read, report.total.written, report.total.merged)


def test_works_that_share_a_number() -> None:
    """They are kept, and told of."""
    chapters = [Citation(type="chapter", title=title, doi=DOI) for title in ("Preface", "Currents")]

    citations, report, (note,) = merged(stream("a.jsonl", *chapters))

    assert chapters == citations
    assert (2, 2, 0) == (report.total.read, report.total.written, report.total.merged)
    assert ("kept-apart", 2) == (note.code, note.line)
    assert "same DOI as a.jsonl:1, but another title: both are kept" == note.message


def test_many_works_that_share_a_number() -> None:
    """All are kept, and a record of one of them is found, however many there are."""
    chapters = [Citation(type="chapter", title=f"Chapter {number} of the shelf", doi=DOI) for number in range(300)]

    citations, report, _ = merged(stream("a.jsonl", *chapters, chapters[299]))

    assert chapters == citations
    assert 1 == report.total.merged


def test_one_record_is_made_of_a_hundred() -> None:
    """What a file holds more often begins another one: their lists grow together."""
    citations, report, told = merged(stream("a.jsonl", *[Citation(title="Tides", doi=DOI)] * 250))

    assert [Citation(title="Tides", doi=DOI)] * 3 == citations
    assert (250, 3, 247) == (report.total.read, report.total.written, report.total.merged)
    assert 2 == sum(note.code == "kept-apart" for note in told)


def test_titles_are_compared_on_demand() -> None:
    """Records without numbers are of the same work by title, year, first page and first author."""
    paged = Citation(title="Tides", author=(Name(family="Lind"),), issued=Date(year=2021), page="31-40")
    again = Citation(title="TIDES.", author=(Name(family="LIND"),), issued=Date(year=2021, month=3), page="31")

    assert 2 == len(merged(stream("a.jsonl", paged, again))[0])
    assert [msgspec.structs.replace(paged, issued=again.issued)] == (
        merged(stream("a.jsonl", paged, again), merge="titles")[0]
    )


def test_rejects_hold_all_records_of_a_work_that_cannot_be_written(tmp_path: Path) -> None:
    """Each as it stood, so that nothing of them is lost."""
    records = [json.dumps({"citeconv": 1, "pmid": "1", "title": "T", "note": [note]}) for note in ("a", "\ud800")]
    source, rejects = tmp_path / "in.jsonl", tmp_path / "rejects.jsonl"
    source.write_text("\n".join(records))

    class Stubborn(citeconv.Format[str]):
        """Writes nothing."""

        name = "stubborn"

        def write(self, citation: Citation) -> str:
            raise citeconv.RecordError("no")

    known = citeconv.plugins.registry()
    known.formats["stubborn"] = citeconv.plugins.Registered(Stubborn, "stubborn", "", "")
    try:
        report = citeconv.convert(source, io.BytesIO(), to="stubborn", merge="ids", rejects=rejects)
    finally:
        del known.formats["stubborn"]

    assert (2, 0, 1, 1) == tuple(getattr(report.total, each) for each in ("read", "written", "rejected", "merged"))
    assert records == [line for line in rejects.read_text().splitlines() if line]


def test_an_unknown_way() -> None:
    """It is refused before anything is read."""
    with pytest.raises(UsageError, match=r"merge: 'doi' is none of ids, titles"):
        citeconv.convert("no-such-file", "-", to="ris", merge="doi")
