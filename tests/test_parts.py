"""Outputs in parts: how many records each holds, what they are called, and what becomes of those of an earlier run."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import citeconv
from citeconv import Report
from citeconv.cli import main
from citeconv.errors import CiteconvError, OutputError, UsageError
from citeconv.outputs import output_format
from citeconv.parts import Numbered
from citeconv.plugins import registry
from tests.toys import installed, toys


@pytest.fixture(autouse=True)
def _toys() -> Iterator[None]:
    """Have the two formats among those installed."""
    with installed():
        yield


def _converted(titles: list[str], output: Path, split: int, **more: object) -> Report:
    return citeconv.convert(toys(*titles), output, split=split, **more)  # type: ignore[arg-type]


def _alone(titles: list[str]) -> bytes:
    """What a conversion of these records alone gives."""
    whole = io.BytesIO()
    citeconv.convert(toys(*titles), whole, to="toy")
    return whole.getvalue()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 6])
def test_each_part_is_what_its_records_alone_give(tmp_path: Path, size: int) -> None:
    """Begin, separators and end of the format stand in each; the last holds the rest."""
    titles = ["one", "two", "three", "four", "five"]

    report = _converted(titles, tmp_path / "all.toy", size)

    expected = [titles[first : first + size] for first in range(0, len(titles), size)]
    assert [os.fspath(tmp_path / f"all-{n}.toy") for n in range(1, len(expected) + 1)] == report.files
    assert [_alone(part) for part in expected] == [Path(name).read_bytes() for name in report.files]


def test_records_that_are_rejected_leave_no_gap(tmp_path: Path) -> None:
    """Nothing is written for a part of which no record can be, and the next one takes its number."""
    report = _converted(["one", "unwritable", "unwritable", "unwritable", "damaged", "two"], tmp_path / "all.toy", 2)

    assert (6, 2, 4) == (report.total.read, report.total.written, report.total.rejected)
    assert [_alone(["one"]), _alone(["two"])] == [Path(name).read_bytes() for name in report.files]


def test_all_parts_or_none(tmp_path: Path) -> None:
    """Where the run fails or is held back, the files that stood there are what they were, and no other is made."""
    before = {"all-1.toy": b"first", "all-9.toy": b"ninth"}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)

    report = _converted(["one", "two", "damaged"], tmp_path / "all.toy", 1, strict=True)

    assert (True, []) == (report.held_back, report.files)
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert ("older-parts", "") not in report.tallies  # nothing took the place of any


def test_parts_of_an_earlier_run_are_told(tmp_path: Path) -> None:
    """A pattern such as all-*.toy would take them with those of this run."""
    _converted(list("abcde"), tmp_path / "all.toy", 1)

    report = _converted(list("abc"), tmp_path / "all.toy", 2)

    told = report.tallies["older-parts", ""].first.message
    assert told.endswith(", ".join(os.fspath(tmp_path / f"all-{n}.toy") for n in (3, 4, 5)))
    assert 2 == len(report.files)


@pytest.mark.parametrize(
    ("output", "to", "name"),
    [
        ("refs.ris", "", "refs-3.ris"),
        ("a.b/refs", "ris", "a.b/refs-3"),
        ("refs.v2.csl.json", "", "refs.v2-3.csl.json"),
        ("refs.old", "ris", "refs-3.old"),
    ],
)
def test_names(output: str, to: str, name: str) -> None:
    """The number stands before the ending, and is found in the name again."""
    numbered = Numbered(output, output_format(to, output))

    assert (name, 3) == (numbered.name(3), numbered.number(name))
    assert [0, 0, 0] == [numbered.number(other) for other in (output, numbered.name(3) + "x", f"other/{name}")]


def test_the_name_of_an_input(tmp_path: Path) -> None:
    """It may be given: no file of that very name is written, and the input stays as it is."""
    source = tmp_path / "all.jsonl"
    source.write_text('{"citeconv": 1, "title": "Salt"}\n')
    assert main([str(source), "-o", str(source), "--split", "1", "-q"]) == 0
    assert source.read_text() == '{"citeconv": 1, "title": "Salt"}\n'
    assert (tmp_path / "all-1.jsonl").exists()


def test_outputs_without_a_name_are_not_split(tmp_path: Path) -> None:
    """Standard output and open files have nothing to number; a folder that is not there is told of at once."""
    with pytest.raises(UsageError, match="needs the name of a file"):
        citeconv.convert(toys("one"), io.BytesIO(), to="toy", split=1)
    with pytest.raises(UsageError, match="less than one"):
        _converted(["one"], tmp_path / "all.toy", -1)
    with pytest.raises(OutputError, match="there is no folder"):
        _converted(["one"], tmp_path / "none" / "all.toy", 1)


@pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="no names for open files here")
def test_a_file_that_is_named_by_its_number_is_not_split(tmp_path: Path) -> None:
    """``/dev/stdout`` is no name for parts, though it lead to a file: they would lie in ``/dev``."""
    with (tmp_path / "log").open("wb") as log, pytest.raises(UsageError, match="needs the name of a file"):
        Numbered(f"/dev/fd/{log.fileno()}", output_format("ris", "-"))


def test_rejects_take_no_parts_place(tmp_path: Path) -> None:
    """A file for rejected records that is named as a part would replace it."""
    with pytest.raises(UsageError, match=r'all-1.toy" is named as a part of output="'):
        _converted(["one", "damaged"], tmp_path / "all.toy", 1, rejects=tmp_path / "all-1.toy")
    assert not list(tmp_path.iterdir())


def test_no_records_no_parts(tmp_path: Path) -> None:
    """An input without any is an error, as without parts."""
    with pytest.raises(CiteconvError, match="no records found"):
        _converted([], tmp_path / "all.toy", 1)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", [name for name, entry in registry().formats.items() if entry.format.writes()])
def test_parts_hold_all_records(tmp_path: Path, name: str) -> None:
    """The parts of every format, read one after the other, give what one output gives."""
    seed = Path(__file__).parents[1] / "seeds" / "web.txt"
    one = citeconv.convert(seed, tmp_path / "one", to=name)

    report = citeconv.convert(seed, tmp_path / "all", to=name, split=3)

    assert (2, one.total.written) == (len(report.files), report.total.written)
    if registry().formats[name].format.reads():
        read = [citation for part in report.files for citation in citeconv.load(part, name)]
        assert citeconv.load(tmp_path / "one", name) == read
