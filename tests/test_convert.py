"""The loop and the library's verbs: what goes wrong costs what it should, and every record is accounted for."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import citeconv
from citeconv import (
    Citation,
    CiteconvError,
    Format,
    Name,
    Record,
    RecordError,
    Report,
    Source,
)
from citeconv.cli import main
from citeconv.errors import INTERRUPTS, OutputError, SourceError, UnknownFormatError, UsageError
from citeconv.outputs import output_format
from citeconv.reading import LOOKED_AT
from citeconv.report import Diagnostic
from tests.toys import Sorted, Toy, converted, installed, toys

ONE = Citation(title="Tides of the northern shelf", author=(Name(family="Ásgeirsdóttir", orcid="0"),), pmid="99000001")
TWO = Citation(title="A second look", pmid="99000002")


@pytest.fixture(autouse=True)
def _toys() -> Iterator[None]:
    """Have the two formats among those installed."""
    with installed():
        yield


# -- the loop

WORDS = ["plain", "damaged", "bug", "unwritable", "crash", "part", "guess", "drop", "é"]


def test_a_rejection_without_a_reason() -> None:
    """The line that tells of it does not end in nothing."""
    assert "the format gives no reason" == str(RecordError(""))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.sampled_from(["toy", "jsonl", "sorted-toy"]))
def test_records_add_up(words: list[str], to: str) -> None:
    """Whatever fails wherever, each record is written or rejected, once; and the rest comes out."""
    text, report = converted(*words, to=to)
    fails = {"toy": 4, "jsonl": 2, "sorted-toy": 4}[to]
    rejected = sum(word in WORDS[1 : 1 + (fails if to != "jsonl" else 2)] for word in words)
    rejected += words.count("drop") * (to == "sorted-toy")
    counts = report.inputs[0]

    assert report.balance()
    assert (len(words), len(words) - rejected, rejected) == (counts.read, counts.written, counts.rejected)
    assert counts.written == len(text.splitlines())
    assert counts.rejected == report.count("error")


def test_a_note_is_told_once() -> None:
    """Of the record that it is about, not of those behind it."""
    _, report = converted("guess", "plain", "plain")

    assert 1 == report.tallies["guess", ""].count


@pytest.mark.parametrize(("fault", "code"), [("unwritable", "unwritable-record"), ("crash", "plugin-bug")])
def test_what_is_said_of_a_record_that_is_not_written(fault: str, code: str) -> None:
    """It is not told of the next one: what is lost of that is, and no more."""
    first, report = msgspec.structs.replace(ONE, title=f"perhaps in part with its number {fault}"), Report()
    citeconv.dump([first, TWO], io.BytesIO(), "toy", report=report)

    assert {(code, ""), ("not-carried", "pmid")} == set(report.tallies)


@pytest.mark.parametrize(
    ("word", "code", "message", "line"),
    [
        ("damaged", "damaged-record", "it says so", 4),
        ("bug", "plugin-bug", "bug in the toy reader: ZeroDivisionError: in the reader", 3),
        ("unwritable", "unwritable-record", "it cannot be said", 3),
        ("crash", "plugin-bug", "bug in the toy writer: KeyError: 'in the writer'", 3),
    ],
)
def test_a_fault_costs_one_record(word: str, code: str, message: str, line: int) -> None:
    """It is told with its place, and the records around it are written."""
    heard: list[Diagnostic] = []

    text, _ = converted("a", word, "z", report=Report(heard.append))

    assert "* a\n* z" == text
    errors = [(d.code, re.sub(r", at toys\.py:\d+", "", d.message), d.line) for d in heard]
    assert [(code, message, line)] == [error for error, d in zip(errors, heard, strict=True) if d.severity == "error"]


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    """A program may have them in its strings, no file can: U+FFFD stands for each, and the fields are told."""
    title = Citation(title="a\ud800b", author=(Name(family="\udfffc"),), key="k")
    heard: list[Diagnostic] = []
    stream = io.BytesIO()

    citeconv.dump([title, Citation(title="z")], stream, "jsonl", report=Report(heard.append))

    first, second = citeconv.load(io.BytesIO(stream.getvalue()))
    assert (first.title, first.author[0].family, second.title) == ("a\ufffdb", "\ufffdc", "z")
    assert [(d.code, d.field) for d in heard] == [("carried-in-part", "title"), ("carried-in-part", "author")]


def test_halves_of_surrogate_pairs_in_what_a_writer_makes() -> None:
    """So it is where the writer hands them on; the record is written, and counted, once."""
    report, output = Report(), io.BytesIO()
    citeconv.dump([msgspec.structs.replace(ONE, title="Tides \ud83d and")], output, "toy", report=report)

    assert "* Tides \ufffd and" == output.getvalue().decode().strip()
    assert (1, 0) == (report.total.written, report.total.rejected)
    assert ("carried-in-part", "title") in report.tallies


def test_several_reasons_of_a_record() -> None:
    """Each is told, but a record that loses parts of a field for several counts once."""
    heard: list[Diagnostic] = []
    report = Report(heard.append)

    converted("two parts", "a part", report=report)

    assert ["title: the rest of it", "title: and more of it", "title: the rest of it"] == [
        d.message for d in heard if d.code == "carried-in-part"
    ]
    assert {"title": 2} == report.lost()


def test_losses() -> None:
    """What the format does not carry, and what the writer says it cut."""
    report = citeconv.dump([ONE, TWO], io.BytesIO(), "toy")

    assert {"pmid": 2, "author.orcid": 1} == report.lost()

    _, report = converted("part one", "part two")

    assert {"title": 2} == report.lost()


def test_kept_this_time() -> None:
    """What the format does not promise but has written is not lost; that is said of each record anew."""
    records = [Citation(title=title, pmid="1", doi="10.5555/1") for title in ("with its number", "without")]

    report = citeconv.dump(records, io.BytesIO(), "toy")

    assert {"pmid": 1, "doi": 2} == report.lost()


def test_notes() -> None:
    """A guess is a note, with the place and the record."""
    _, report = converted("guess")

    assert "<input>:2: note: taken for a title (record guess)" == str(report.tallies["guess", ""].first)


def test_arrange() -> None:
    """All citations are put in order; the report still knows each one's place."""
    text, _ = converted("c", "a", "b", to="sorted-toy")

    assert "* a\n* b\n* c" == text


@pytest.mark.parametrize("titles", ["b a", "refuse"])
def test_arrange_leaves_no_leftover_out(titles: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no record has no place in the order, and comes before it; also where there is no order."""
    monkeypatch.setattr(Sorted, "write_leftover", lambda _, leftover: f"# {leftover.data.strip()}")
    text, _ = converted(*titles.split(), to="sorted-toy")
    assert ["# %toy", *(["* a", "* b"] if titles == "b a" else [])] == text.splitlines()


@pytest.mark.parametrize("options", [{"merge": "titles"}, {"missing": "doi"}])
def test_what_is_no_record_keeps_its_place(options: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It is merged with nothing, and lacks nothing."""
    monkeypatch.setattr(Toy, "write_leftover", lambda _, leftover: f"# {leftover.data.strip()}")
    text, report = converted("a", "b", **options)
    assert text.splitlines() == ["# %toy", "* a", "* b"]
    assert report.total.written == 2


def test_what_is_no_record_in_an_output_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the first file, and counts for no record of that."""
    monkeypatch.setattr(Toy, "write_leftover", lambda _, leftover: f"# {leftover.data.strip()}")
    citeconv.convert(toys("a", "b"), tmp_path / "out.toy", split=1)
    assert (tmp_path / "out-1.toy").read_text().splitlines() == ["# %toy", "* a"]
    assert (tmp_path / "out-2.toy").read_text().splitlines() == ["* b"]


def test_what_is_no_record_and_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs no record; the bug is told, and what is left out."""

    def fail(*_: object) -> str:
        raise IndexError("no place")

    monkeypatch.setattr(Toy, "write_leftover", fail)
    text, report = converted("a")
    assert text == "* a"
    assert "bug in the toy writer: IndexError: no place" in str(report.tallies["plugin-bug", ""].first)
    assert "text that belongs to no record (4 characters): %toy" in str(report.tallies["leftover", ""].first)


@pytest.mark.parametrize(("to", "expected"), [("toy", "* a True"), ("sorted-toy", "* a True"), ("jsonl", "a False")])
def test_reader_knows_whether_its_plugin_writes(to: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it may keep what only that plugin has a use for; any other output would report it as lost."""
    parse = Toy.parse
    monkeypatch.setattr(Toy, "parse", lambda self, record: replace(parse(self, record), title=f"a {self.written_back}"))
    text, _ = converted("a", to=to)
    assert expected in text
    assert [each.title for each in citeconv.load(toys("a"), "toy")] == ["a False"]


def test_arranged_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed copy stands for the first record like it that has none yet."""
    monkeypatch.setattr(Sorted, "arrange", lambda _, found: [replace(each, pmid="") for each in reversed(found)])
    text, report = converted("a", "a", "b", to="sorted-toy")
    assert text.splitlines() == ["* b", "* a", "* a"]
    assert (report.total.written, report.total.rejected) == (3, 0)


def test_a_wrong_type_that_comes_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first records are looked at; of one behind them the writer's failure shows that the reader is wrong."""
    monkeypatch.setattr(Toy, "parse", lambda _, record: Citation(title=5 if "late" in record.data else "a"))  # type: ignore[arg-type]
    text, report = converted(*["a"] * LOOKED_AT, "late", "a")
    assert len(text.splitlines()) == LOOKED_AT + 1
    assert "bug in the toy reader: not a citation as its types have it: Expected `str`, got `int`" in str(
        report.tallies["plugin-bug", ""].first
    )


def test_a_nul_of_the_format_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no value holds is the format's affair."""
    monkeypatch.setattr(Toy, "write", lambda *_: "*\0")
    text, report = converted("a")
    assert (text, report.lost()) == ("*\0", {})


def test_a_format_that_only_reads() -> None:
    """It is told with those that write."""
    with pytest.raises(CiteconvError, match="format pubmed can be read, but not written; formats that can: json, "):
        converted("a", to="pubmed")


def test_arrange_that_fails() -> None:
    """It costs the records that it was given, and says whose fault it is."""
    text, report = converted("a", "refuse", to="sorted-toy")

    assert "" == text
    assert (2, 0, 2) == (report.total.read, report.total.written, report.total.rejected)
    assert "bug in the sorted-toy arranging: RuntimeError: no order" in str(report.tallies["plugin-bug", ""].first)


BUGS = [IndexError, SystemExit, BaseException]
"""Kinds of what a plugin raises where it should not: the last is what Rust code that panics is."""


@pytest.mark.parametrize("bug", BUGS)
def test_a_splitter_that_fails(bug: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    """What came before is written, and the error says that the rest is not read."""

    def split(self: Toy, source: Source) -> Iterator[Record]:
        yield Record(1, "first")
        raise bug("in the splitter")

    monkeypatch.setattr(Toy, "split", split)
    text, report = converted("a", "b")

    assert "* first" == text
    told = str(report.tallies["plugin-bug", ""].first)
    assert f"bug in the toy splitter: {bug.__name__}: in the splitter, at test_convert.py:" in told
    assert told.endswith("; the rest of the input is not read")


@pytest.mark.parametrize("bug", BUGS)
@pytest.mark.parametrize("part", ["__init__", "begin", "end"])
def test_a_format_that_cannot_even_begin(part: str, bug: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends the run with one line that names it; nothing is written."""

    def fail(*_: object, **__: object) -> str:
        raise bug("broken")

    monkeypatch.setattr(Sorted, part, fail)
    with pytest.raises(CiteconvError, match=rf"bug in .*toy.*{bug.__name__}: broken"):
        converted("a", to="sorted-toy")


@pytest.mark.parametrize("interrupt", INTERRUPTS)
@pytest.mark.parametrize("part", ["__init__", "begin", "arrange", "write", "write_leftover", "end"])
def test_an_interrupt_is_no_bug(part: str, interrupt: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes through whatever a plugin is at, and ends the run."""

    def fail(*_: object, **__: object) -> str:
        raise interrupt

    monkeypatch.setattr(Sorted, part, fail)
    with pytest.raises(interrupt):
        converted("a", to="sorted-toy")


def test_strict(tmp_path: Path) -> None:
    """One loss or one rejected record, and nothing is written."""
    path = tmp_path / "out.toy"
    for words, written in ((["a"], True), (["part"], False), (["a", "damaged"], False)):
        citeconv.convert(toys(*words), path, strict=True)

        assert written == path.exists()
        path.unlink(missing_ok=True)


def test_a_report_of_several_runs(tmp_path: Path) -> None:
    """It adds up what they did, and each is judged by what it did itself."""
    report = Report()
    citeconv.convert(toys("one", "damaged"), io.BytesIO(), to="toy", report=report)
    citeconv.convert(toys("two"), tmp_path / "two.toy", strict=True, report=report)
    assert (False, b"* two") == (report.held_back, (tmp_path / "two.toy").read_bytes())

    with pytest.raises(SourceError, match="no records found; nothing written"):
        citeconv.convert(toys(), tmp_path / "three.toy", report=report)
    assert not (tmp_path / "three.toy").exists()
    assert (3, 2, 1) == (report.total.read, report.total.written, report.total.rejected)


def test_outputs_take_no_other_files_place(tmp_path: Path) -> None:
    """Rejects replace neither the output nor an input, whatever either is called; two outputs may go to a device."""
    given, output, linked = tmp_path / "given.toy", tmp_path / "out.toy", tmp_path / "linked.toy"
    given.write_bytes(toys("damaged").read())
    os.link(given, linked)
    with open(given, "rb") as opened:
        for files, rejects, output_, message in (
            (given, tmp_path / "." / "out.toy", output, "output and rejects name the same file"),
            (given, given, output, f'rejects="{given}" is also an input'),
            (given, linked, output, f'rejects="{linked}" is also an input'),
            (opened, linked, output, f'rejects="{linked}" is also an input'),
            (given, "-", "-", "output and rejects both go to standard output"),
            (["-", "-"], None, output, "standard input can be read once only"),
        ):
            with pytest.raises(UsageError, match=f"^{re.escape(message)}$"):
                citeconv.convert(files, output_, to="toy", rejects=rejects)
    citeconv.convert(given, os.devnull, to="toy", rejects=os.devnull)
    assert [given, linked] == sorted(tmp_path.iterdir())


def test_open_outputs_take_no_inputs_place(tmp_path: Path) -> None:
    """A file that is open for writing is not read from as well, for what is written goes straight into it."""
    given = tmp_path / "given.toy"
    given.write_bytes(toys("one").read())
    with open(given, "ab") as opened, pytest.raises(UsageError, match="what output is open on is also an input"):
        citeconv.convert(given, opened, to="toy")
    assert toys("one").read() == given.read_bytes()


def test_how_long_a_run_took(tmp_path: Path) -> None:
    """The report says so of every run, of one that fails, too."""
    report = Report()
    with pytest.raises(CiteconvError):
        citeconv.convert(tmp_path / "missing.json", io.BytesIO(), to="json", report=report)

    assert report.seconds > 0
    assert citeconv.dump([], io.BytesIO(), "json").seconds > 0


def test_progress() -> None:
    """Whoever asks is told the counts now and then in a long run."""
    seen: list[int] = []
    output = io.BytesIO()

    citeconv.convert(toys(*["a"] * 60_000), output, to="toy", progress=lambda report: seen.append(report.total.read))

    assert seen == sorted(seen)
    assert seen
    assert seen[-1] <= 60_000


# -- inputs and outputs


def test_inputs_that_complete_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader is shown that of the input before; if it fails there, it is told, and the input read alone."""
    seen: list[tuple[Format[Any], Format[Any]]] = []

    def follow(self: Toy, before: Format[Any]) -> None:
        seen.append((before, self))
        raise IndexError("in the macros")

    monkeypatch.setattr(Toy, "follow", follow)
    report = Report()
    citeconv.convert([io.BytesIO(b"%toy\n* a\n") for _ in "abc"], io.BytesIO(), to="toy", report=report)

    (_, second), (before_third, _) = seen
    assert second is before_third
    assert 3 == report.total.written
    told = report.tallies["plugin-bug", ""]
    assert 2 == told.count
    assert "bug in the toy follow: IndexError: in the macros, at test_convert.py:" in str(told.first)
    assert "; the inputs before are not heeded" in str(told.first)


def test_many_files(tmp_path: Path) -> None:
    """More than a process may hold open, of several formats."""
    for number in range(1500):
        name = f"{number:04}.{'jsonl' if number % 2 else 'toy'}"
        content = '{"citeconv":1,"title":"j"}\n' if number % 2 else "%toy\n* t\n"
        (tmp_path / name).write_text(content, encoding="utf-8")
    output = io.BytesIO()

    report = citeconv.convert(sorted(tmp_path.iterdir()), output, to="toy")

    assert (1500, 1500) == (len(report.inputs), report.total.written)
    assert ["* t", "* j"] * 750 == output.getvalue().decode().split("\n")


def test_one_missing_file_among_many(tmp_path: Path) -> None:
    """Nothing is written, and no file stays open."""
    path = tmp_path / "one.toy"
    path.write_bytes(toys("a").getvalue())

    with pytest.raises(SourceError, match=r"missing\.toy: no such file"):
        citeconv.convert([path, tmp_path / "missing.toy"], tmp_path / "out.toy")

    assert ["one.toy"] == os.listdir(tmp_path)


def test_an_input_without_records() -> None:
    """Alone it ends the run; beside others it is an error in the report."""
    with pytest.raises(SourceError, match=r"<input> \(toy\): no records found; nothing written"):
        converted()

    report = citeconv.convert([toys("a"), toys()], io.BytesIO(), to="toy")

    assert [("no-records", "")] == [kind for kind, tally in report.tallies.items() if tally.first.severity == "error"]


def test_names_that_no_file_can_have(capsys: pytest.CaptureFixture[str]) -> None:
    """They are told of as files that cannot be opened, or made; on the command line they may be patterns, too."""
    for name in ("a\0b.txt", "\ud800.txt"):
        with pytest.raises(SourceError, match="cannot be opened"):
            citeconv.convert([name], io.BytesIO(), to="jsonl")
        with pytest.raises(OutputError, match="no file can have such a name"):
            citeconv.convert([toys("a")], name, to="toy")
    assert main(["a\0/*.txt", "--to", "jsonl"]) == 2
    assert "cannot be opened" in capsys.readouterr().err


def test_a_file_named_twice(tmp_path: Path) -> None:
    """It is converted twice, which is noted."""
    path = tmp_path / "one.toy"
    path.write_bytes(toys("a").getvalue())

    report = citeconv.convert([path, path], io.BytesIO(), to="toy")

    assert 2 == report.total.written
    assert 1 == report.tallies["repeated-input", ""].count


def test_output_format() -> None:
    """By name, else by the ending; else what there is to choose from."""
    assert "toy" == output_format("", "x.TOY").format.name
    assert "toy" == output_format("Toy", "x.json").format.name
    with pytest.raises(UnknownFormatError, match='say to="FORMAT"'):
        output_format("", "x.unheard")
    with pytest.raises(UnknownFormatError, match="did you mean toy"):
        output_format("toi")


def test_options() -> None:
    """They reach the format; an unknown one, or a value that will not do, ends the run before it begins."""
    assert "* A" == converted("a", toy_case="upper")[0]
    with pytest.raises(UsageError, match="unknown option 'toy_kase'; did you mean toy_case"):
        converted("a", toy_kase="upper")
    with pytest.raises(UsageError, match="toy_case: 'middle' is none of upper, lower"):
        converted("a", toy_case="middle")
    with pytest.raises(UsageError, match="'uper' is none of upper, lower; did you mean upper"):
        converted("a", toy_case="uper")


def test_the_ending_of_the_output_stands_for_an_option(tmp_path: Path) -> None:
    """The longest ending counts, and an option that is given counts more."""
    for name, options, mark in (
        ("x.toy", {}, "*"),
        ("x.DASH", {}, "-"),
        ("x.dash.toy", {}, "--"),
        ("x.dash", {"toy_mark": "!"}, "!"),
    ):
        citeconv.dump([Citation(title="a")], tmp_path / name, "toy", **options)
        assert f"{mark} a" == (tmp_path / name).read_text()
    with pytest.raises(UnknownFormatError, match='its ending alone tells no format; say to="toy" or "sorted-toy"'):
        output_format("", "x.dash")


def test_a_name_that_promises_what_is_no_text_is_refused(tmp_path: Path) -> None:
    """Unless a format writes such files."""
    with pytest.raises(UsageError, match=r"files named \.docx cannot be written"):
        citeconv.dump([Citation(title="a")], tmp_path / "x.docx", "toy")


def test_an_option_without_effect_is_told() -> None:
    """An option of a format that is neither read nor written changes nothing, and a note says so."""
    report = Report()
    citeconv.dumps([Citation(title="a")], "jsonl", toy_case="upper", report=report)
    told = report.tallies["unused-option", ""].first.message
    assert "toy_case has no effect here; it is for toy and sorted-toy" == told
    report = citeconv.convert(toys("a"), io.BytesIO(), to="jsonl", toy_case="upper")
    assert ("unused-option", "") not in report.tallies
    with pytest.raises(UsageError, match="toy_width: invalid literal"):
        converted("a", toy_width="wide")


def test_text_of_another_format_is_rejected() -> None:
    """A leftover that another format knows for its own is a record that was not read; a banner is a leftover."""
    foreign = "PMID- 1\nTI  - a\nAB  - " + "words " * 40
    for text, rejected in ((foreign, 1), ("PMID- 1\nTI  - a", 0), ("- - - saved on Monday - - -" * 20, 0)):
        report, rejects = Report(), io.BytesIO()
        source = io.BytesIO(f"{text}\n* title".encode())
        citeconv.convert(source, io.BytesIO(), from_="toy", to="jsonl", report=report, rejects=rejects)
        assert (1, rejected) == (report.total.written, report.total.rejected)
        assert report.balance()
        assert (foreign.encode() in rejects.getvalue()) == bool(rejected)


def test_empty_inputs_among_others() -> None:
    """They are told as inputs without records are; when all are empty, nothing is done."""
    report = citeconv.convert([io.BytesIO(), toys("a"), io.BytesIO(b" \n")], io.BytesIO(), to="jsonl")
    assert 1 == report.total.written
    assert 2 == report.tallies["no-records", ""].count
    with pytest.raises(SourceError, match="is empty"):
        citeconv.convert([io.BytesIO(), io.BytesIO()], io.BytesIO(), to="jsonl")
