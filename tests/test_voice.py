"""What a run tells of itself: losses, at most so many errors, the closing line, the report, a progress bar."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citeconv.cli import main
from citeconv.plugins import registry
from citeconv.report import Diagnostic, Report
from citeconv.voice import Voice, say

RECORD = '{"citeconv":1,"title":"Tides of the northern shelf","pmid":"99000001"}\n'


def lossy() -> Any:
    """Return a context in which the format ``jsonl`` carries titles only."""
    entry = registry().get("jsonl")

    @contextlib.contextmanager
    def changed() -> Iterator[None]:
        carries = entry.format.carries
        entry.format.carries = frozenset({"title"})
        try:
            yield
        finally:
            entry.format.carries = carries

    return changed()


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a file with two records, in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("two.jsonl").write_text(RECORD + RECORD.replace("01", "02").replace("pmid", "doi"), encoding="utf-8")
    return "two.jsonl"


@pytest.mark.parametrize(
    ("flags", "printed"),
    [
        ([], ["two.jsonl: jsonl: 2 read, 2 written, 0 rejected; 2 fields not carried by jsonl (-v shows them)"]),
        (["-q"], []),
        (
            ["-v"],
            [
                "loss: pmid: not carried by jsonl: 1 record, first at two.jsonl:1",
                "loss: doi: not carried by jsonl: 1 record, first at two.jsonl:2",
                "two.jsonl: jsonl: 2 read, 2 written, 0 rejected; 2 fields not carried by jsonl",
            ],
        ),
        (
            ["-vv"],
            [
                "two.jsonl:1: loss: pmid not carried by jsonl (record PMID 99000001)",
                "two.jsonl:2: loss: doi not carried by jsonl (record 99000002)",
            ],
        ),
        (
            ["--strict"],
            [
                (
                    "two.jsonl: jsonl: 2 read, 2 written, 0 rejected; "
                    "2 fields not carried by jsonl (-v shows them); --strict: output held back"
                )
            ],
        ),
    ],
    ids=lambda value: " ".join(value) if value and value[0][0] == "-" else "",
)
def test_losses(flags: list[str], printed: list[str], two: str, capsys: pytest.CaptureFixture[str]) -> None:
    """They are counted in the last line; ``-v`` names the fields, ``-vv`` each one; ``--strict`` does not take them."""
    with lossy():
        status = main([two, "-o", "out.jsonl", *flags])

    errors = capsys.readouterr().err.splitlines()
    assert printed == errors[: len(printed)]
    assert bool(errors) == bool(printed)
    assert status == ("--strict" in flags)
    assert Path("out.jsonl").exists() != ("--strict" in flags)


@pytest.mark.parametrize(
    ("wholly", "partly", "said"),
    [
        ("", "", ""),
        ("doi", "", "; 1 field not carried by jsonl (-v shows them)"),
        ("doi", "title", "; 1 field not carried by jsonl, 1 in part (-v shows them)"),
        ("doi pmid", "title doi", "; 2 fields not carried by jsonl, 1 in part (-v shows them)"),
        ("", "title", "; 1 field carried in part by jsonl (-v shows them)"),
        ("", "title doi", "; 2 fields carried in part by jsonl (-v shows them)"),
    ],
)
def test_fields_carried_in_part(
    wholly: str, partly: str, said: str, two: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line tells them from those not carried at all; what one record loses wholly is not carried."""
    writer: Any = registry().get("jsonl").format
    write = writer.write

    def losing(self: Any, citation: Any) -> Any:
        for field in partly.split():
            self.lose(field, "is cut short")
        return write(self, citation)

    monkeypatch.setattr(writer, "write", losing)
    monkeypatch.setattr(writer, "carries", writer.carries - frozenset(wholly.split()))

    assert 0 == main([two, "-o", "out.jsonl"])
    assert f"two.jsonl: jsonl: 2 read, 2 written, 0 rejected{said}\n" == capsys.readouterr().err


def test_at_most_twenty_errors_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are counted, unless ``-v`` asks for them."""
    path = tmp_path / "bad.jsonl"
    path.write_text('{"citeconv":1,"title":7}\n' * 30 + RECORD, encoding="utf-8")

    assert 1 == main([str(path), "-o", os.devnull, "--to", "jsonl"])
    errors = capsys.readouterr().err.splitlines()

    assert 22 == len(errors)
    assert "citeconv: 10 more errors (-v shows them)" == errors[20]
    main([str(path), "-o", os.devnull, "--to", "jsonl", "-v"])
    assert 31 == len(capsys.readouterr().err.splitlines())


def test_the_report_is_written_as_it_goes(two: str) -> None:
    """It holds every diagnostic, printed or not, and the counts."""
    with lossy():
        main([two, "-o", "out.jsonl", "--report", "report.json", "-q"])

    report = json.loads(Path("report.json").read_text(encoding="utf-8"))

    assert [("loss", "pmid", 1), ("loss", "doi", 2)] == [
        (d["severity"], d["field"], d["line"]) for d in report["diagnostics"]
    ]
    assert {"read": 2, "written": 2, "rejected": 0, "merged": 0} == report["total"]
    assert report["balanced"]


def test_the_report_tells_of_each_plugin_that_was_left_out(two: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though that is known before the report is begun."""
    monkeypatch.setattr(registry(), "warnings", ["plugin a left out", "plugin b left out"])

    main([two, "-o", "out.jsonl", "--report", "report.json", "-q"])

    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert ["plugin a left out", "plugin b left out"] == [each["message"] for each in report["diagnostics"]]


class Terminal:
    """A stream that says it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


def test_nobody_to_tell(capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no standard error, nothing gets into the output in its stead."""
    say("a message", None)
    assert capsys.readouterr() == ("", "")


def test_progress_is_for_long_runs_on_a_terminal() -> None:
    """Nothing in the first second, nothing without a terminal; messages stand clear of the bar."""
    pytest.importorskip("rich")
    stream = Terminal()
    voice = Voice(False, 0, stream, False)  # type: ignore[arg-type]
    report = Report(voice.hear)
    voice.progress(report)
    early = stream.text
    for _ in range(12):
        voice.progress(report)
    report.add(Diagnostic(code="damaged-record", message="[b]bad[/b]", file="x", line=1))
    voice.end()

    assert "" == early
    assert "0 records read" in stream.text
    assert "x:1: error: [b]bad[/b]" in stream.text
