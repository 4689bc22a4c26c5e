"""What is written nowhere: rejected records are kept as they stood, and text of nobody's is told of."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import citeconv
from citeconv import Leftover, Limits, Record, Report, Source
from citeconv.plugins import Registered, registry
from citeconv.report import Diagnostic
from tests.toys import Toy, converted, installed, toys


@pytest.fixture(autouse=True)
def _toys() -> Iterator[None]:
    """Have the two formats among those installed."""
    with installed():
        yield


def test_rejects_are_verbatim() -> None:
    """Rejected by the reader or by the writer, in the order of the input, with their line ends."""
    rejects = io.BytesIO()
    data = b"%toy\r\n* a\r\n* damaged caf\xe9\r\n* unwritable\r\n"

    report = citeconv.convert(io.BytesIO(data), io.BytesIO(), to="toy", rejects=rejects)

    assert b"* damaged caf\xe9\n\n\n* unwritable\n\n\n" == rejects.getvalue()
    assert 2 == report.total.rejected


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_leftovers_are_told_with_their_place(tmp_path: Path, end: str) -> None:
    """Line, length, first words, and in a file the byte at which the line begins."""
    data = f'{end}[{{"citeconv":1,"title":"é"}},{end}{{"citeconv":1,"title":"é"}}] and so on'.encode()
    (tmp_path / "in.json").write_bytes(data)
    heard: list[Diagnostic] = []

    citeconv.convert([tmp_path / "in.json", io.BytesIO(data)], io.BytesIO(), to="jsonl", report=Report(heard.append))

    byte = data.rindex(b"{")
    assert [(3, f"text that belongs to no record (11 characters, line at byte {byte}): ] and so on")] == [
        (each.line, each.message) for each in heard if each.file
    ][:1]
    assert "text that belongs to no record (11 characters): ] and so on" == heard[-1].message


def test_the_place_of_a_leftover_is_that_of_its_first_words() -> None:
    """Blank lines before them do not count."""
    heard: list[Diagnostic] = []
    summary = b"1: Lind P. Moss. J Moss. 1998 Mar;4(1):3. PMID: 90000001\n\n\nread, not used\n"

    citeconv.convert(io.BytesIO(summary), io.BytesIO(), to="jsonl", report=Report(heard.append))

    assert [("text that belongs to no record (14 characters): read, not used", 4)] == [
        (each.message, each.line) for each in heard
    ]


@pytest.mark.parametrize("end", ["\n", "\n\n\n", ""])
def test_a_record_that_is_too_long_is_rejected_whole(end: str) -> None:
    """Its rejects hold it to the last byte, and reading them with a higher limit completes the job."""
    long = "long " + "x" * 3_000_000
    data = f"%toy\n* a\n* {long}\n* damaged{end}".encode()
    rejects, output = io.BytesIO(), io.BytesIO()

    report = citeconv.convert(io.BytesIO(data), output, to="toy", rejects=rejects, limits=Limits(record=1 << 20))

    assert (3, 1, 2) == (report.total.read, report.total.written, report.total.rejected)
    assert f"* {long}\n\n\n* damaged\n\n\n".encode() == rejects.getvalue()
    assert long == citeconv.loads(b"%toy\n" + rejects.getvalue(), report=Report())[0].title


class Tabled(Toy):
    """A toy whose records follow a header."""

    def split(self, source: Source) -> Iterator[Record]:
        """Give each record the header as its preamble."""
        records = super().split(source)
        header = next(records).data
        for record in records:
            yield msgspec.structs.replace(record, preamble=header)


def test_what_records_need_stands_before_them_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records of an input share a preamble in the rejects; one with another preamble brings its own."""
    monkeypatch.setitem(registry().formats, "toy", Registered(Tabled, "toy", "toy", "1"))
    rejects = io.BytesIO()
    inputs = [io.BytesIO(b"%toy 1\n* damaged\n* damaged\n"), io.BytesIO(b"%toy 2\n* damaged\n* a\n")]

    citeconv.convert(inputs, io.BytesIO(), to="toy", rejects=rejects)

    one = b"* damaged\n\n\n"
    assert b"%toy 1\n" + one + one + b"%toy 2\n" + one == rejects.getvalue()


def test_rejects_of_several_formats_are_noted() -> None:
    """They cannot be read again as one file, which is said where it happens."""
    inputs = [toys("damaged"), io.BytesIO(b'{"citeconv":1,"title":7}\n')]

    mixed = citeconv.convert(inputs, io.BytesIO(), to="jsonl", rejects=io.BytesIO())
    alike = citeconv.convert([toys("damaged"), toys("damaged")], io.BytesIO(), to="jsonl", rejects=io.BytesIO())

    message = "the rejects hold records of several formats (jsonl, toy); separate them to read them again"
    assert message == mixed.tallies["mixed-rejects", ""].first.message
    assert ("mixed-rejects", "") not in alike.tallies


def test_no_rejects_no_file(tmp_path: Path) -> None:
    """The file is made when the first record is rejected."""
    converted("a", rejects=tmp_path / "rejects.txt")

    assert [] == os.listdir(tmp_path)


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="no such device here")
def test_a_device_takes_rejects_and_output() -> None:
    """Several may write to one that keeps nothing, which two outputs may not to a file."""
    assert 1 == citeconv.convert(toys("damaged"), "/dev/null", to="toy", rejects="/dev/null").total.rejected


def test_leftovers() -> None:
    """Text that belongs to no record is noted, blank text is not."""
    _, report = converted("a")

    assert "text that belongs to no record (4 characters): %toy" == report.tallies["leftover", ""].first.message


class Own(Toy):
    """Toy that keeps what stands between."""

    name = "own"

    def write_leftover(self, leftover: Leftover) -> str | None:
        return leftover.data.strip()


def test_leftovers_of_the_same_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are offered to the writer, and stand where they stood."""
    monkeypatch.setattr(Toy, "write_leftover", Own.write_leftover)

    text, report = converted("a")

    assert "%toy\n* a" == text
    assert 0 == report.count("note")
