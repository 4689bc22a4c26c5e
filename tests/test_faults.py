"""Faults from outside: kills, full disks, things that vanish or change; a file is the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import Any

import pytest

from citeconv import Report, convert
from citeconv.cli import main
from citeconv.errors import OutputError, SourceError
from plugin_kit import fake_plugin

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals, limits and pipes")

COMMAND = str(Path(sysconfig.get_path("scripts")) / "citeconv")
RECORD = '{"citeconv":1,"title":"Tides of the northern shelf","pmid":"99000001"}\n'


def started(*arguments: str | Path, **more: Any) -> subprocess.Popen[str]:
    """Start the command."""
    return subprocess.Popen(
        [COMMAND, *map(str, arguments)], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", **more
    )


def seconds_of_a_run(source: Path, folder: Path) -> float:
    """Return how long an undisturbed run takes."""
    begin = time.monotonic()
    with started(source, "-o", folder / "measured.bib") as process:
        process.communicate()
    assert 0 == process.returncode
    return time.monotonic() - begin


def killed_runs(count: int, folder: Path) -> list[str]:
    """Kill as many runs at random moments, and return what each left at the output."""
    source, out = folder / "in.jsonl", folder / "out.bib"
    source.write_text("".join(RECORD.replace("99000001", str(99_000_000 + n)) for n in range(3000)), encoding="utf-8")
    length = seconds_of_a_run(source, folder)
    new = (folder / "measured.bib").read_text(encoding="utf-8")
    chance = random.Random(7)
    found = []
    for _ in range(count):
        out.write_text("old", encoding="utf-8")
        with started(source, "-o", out) as process:
            time.sleep(chance.uniform(0, length * 1.2))
            process.send_signal(signal.SIGKILL)
        text = out.read_text(encoding="utf-8")
        found.append("old" if text == "old" else "new" if text == new else "torn")
    return found


def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """Whenever the process is killed, the output is what it was before or all of the new one."""
    assert {"old", "new"} >= set(killed_runs(6, tmp_path))


@pytest.mark.long
def test_two_hundred_kills(tmp_path: Path) -> None:
    """So it is two hundred times, with kills both before and after the file is in its place."""
    found = killed_runs(200, tmp_path)
    print({what: found.count(what) for what in ("old", "new", "torn")})

    assert {"old", "new"} == set(found)


KILLED = """
import os, signal, sys
from citeconv.cli import main

call, which, before = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "before"
del sys.argv[1:4]
done, calls = getattr(os, call), []

def killed(*arguments):
    calls.append(arguments)
    if not before:
        done(*arguments)
    if len(calls) == which:
        os.kill(os.getpid(), signal.SIGKILL)
    if before:
        done(*arguments)
setattr(os, call, killed)
sys.exit(main())
"""
"""The command line, which is killed right before or behind a call to the system."""


@pytest.mark.parametrize("when", ["before", "behind"])
@pytest.mark.parametrize(("call", "which"), [(call, which) for call in ("fsync", "replace") for which in (1, 2, 3)])
def test_a_kill_when_files_take_their_places(call: str, which: int, when: str, tmp_path: Path) -> None:
    """Output, rejects and report are each the old file or the new one; what waits stays beside them as ``.part``."""
    (tmp_path / "in.jsonl").write_text(RECORD * 500 + '{"citeconv":1,"title":7}\n', encoding="utf-8")
    names = ["out", "rejects", "report"]
    arguments = ["in.jsonl", "-t", "jsonl", "-o", "out", "--rejects", "rejects", "--report", "report", "-q"]

    def files() -> list[str]:
        return [re.sub('"seconds": .*', "", (tmp_path / name).read_text(encoding="utf-8")) for name in names]

    subprocess.run([COMMAND, *arguments], cwd=tmp_path, check=False, stderr=subprocess.DEVNULL)
    new = files()
    for name in names:
        (tmp_path / name).write_text("old", encoding="utf-8")
    command = [sys.executable, "-c", KILLED, call, str(which), when, *arguments]
    ran = subprocess.run(command, cwd=tmp_path, check=False, stderr=subprocess.DEVNULL)

    placed = which - (when == "before") if call == "replace" else which // 3 * 2  # the report comes behind the others
    assert -signal.SIGKILL == ran.returncode
    assert [*new[:placed], *["old"] * (3 - placed)] == files()
    left = set(os.listdir(tmp_path)) - {"in.jsonl", *names}
    assert all(re.fullmatch(r"\.(out|rejects|report)\.\w+\.part", name) for name in left)


@pytest.mark.long
def test_ctrl_c_at_any_moment(tmp_path: Path) -> None:
    """Sixty times: the file is the old one or the new one, and no other is left behind."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.bib"
    source.write_text(RECORD * 3000, encoding="utf-8")
    length, chance, found = seconds_of_a_run(source, tmp_path), random.Random(8), []
    for _ in range(60):
        out.write_text("old", encoding="utf-8")
        with started(source, "-o", out, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)) as process:
            time.sleep(chance.uniform(0, length * 1.2))
            process.send_signal(signal.SIGINT)
            process.communicate()
        found.append((out.read_bytes() != b"old", process.returncode))

    new = (tmp_path / "measured.bib").read_bytes()
    assert {(True, 0), (False, 130)} <= set(found)
    assert not [status for written, status in found if written and status]
    assert out.read_bytes() in (b"old", new)
    assert {"in.jsonl", "out.bib", "measured.bib"} == set(os.listdir(tmp_path))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")
@pytest.mark.parametrize("place", ["-o", "standard output", "--rejects"])
def test_a_device_without_room(place: str, tmp_path: Path) -> None:
    """A write that fails at the very end, when buffers are emptied, is told, and nothing is put in its place."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(RECORD + '{"citeconv":1,"title":7}\n', encoding="utf-8")
    flags = {"-o": ["-o", "/dev/full"], "standard output": [], "--rejects": ["-o", out, "--rejects", "/dev/full"]}[
        place
    ]

    with Path("/dev/full").open("w") as full, started(source, "--to", "jsonl", *flags, stdout=full) as process:
        _, errors = process.communicate()

    name = "<stdout>" if place == "standard output" else "/dev/full"
    assert 2 == process.returncode
    assert errors.endswith(f"citeconv: error: {name}: cannot be written: No space left on device\n")
    assert ["in.jsonl"] == os.listdir(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")
def test_a_report_without_room(tmp_path: Path) -> None:
    """When the report cannot be written, the output is in its place, whole, and one line and the status tell."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(RECORD * 3, encoding="utf-8")

    with started(source, "-o", out, "--report", "/dev/full") as process:
        _, errors = process.communicate()

    assert 2 == process.returncode
    assert "citeconv: error: /dev/full: cannot be written: No space left on device\n" == errors
    assert RECORD * 3 == out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("call", "which", "new"),
    [
        *(("chmod", which, "") for which in (1, 2, 3)),
        *(("fsync", which, "") for which in (1, 2)),
        ("replace", 1, ""),
        ("replace", 2, "out"),
        ("fsync", 3, "out rejects"),
        ("replace", 3, "out rejects"),
    ],
)
def test_an_error_of_the_device(
    call: str,
    which: int,
    new: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """One line tells of it, the status too, and the old output stays until all but the renaming is done."""
    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text(RECORD + '{"citeconv":1,"title":7}\n', encoding="utf-8")
    for name in ("out", "rejects", "report"):
        Path(name).write_text("old", encoding="utf-8")
    calls, done = [], getattr(os, call)

    def failing(*arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == which:
            raise OSError(5, "Input/output error")
        done(*arguments)

    monkeypatch.setattr(os, call, failing)
    status = main(["in.jsonl", "-t", "jsonl", "-o", "out", "--rejects", "rejects", "--report", "report", "-q"])

    assert (2, ["in.jsonl", "out", "rejects", "report"]) == (status, sorted(os.listdir()))
    assert new.split() == [name for name in ("out", "rejects") if Path(name).read_text(encoding="utf-8") != "old"]
    last = capfd.readouterr().err.splitlines()[-1]
    assert re.fullmatch("citeconv: error: (out|rejects|report): cannot be written: Input/output error", last)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    """It is refused before any work is done."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o555)
    (tmp_path / "in.jsonl").write_text(RECORD, encoding="utf-8")

    with pytest.raises(OutputError, match="no permission to make files in its folder"):
        convert(tmp_path / "in.jsonl", folder / "out.jsonl")


@pytest.mark.parametrize("flags", [[], ["--rejects", "rejected.txt"], ["--report", "report.json"], ["--strict"]])
def test_a_disk_that_fills_up(flags: list[str], tmp_path: Path) -> None:
    """When there is no room for the output, one line says so, the old file stays, and nothing else is left behind."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(RECORD * 20_000, encoding="utf-8")
    out.write_text("old", encoding="utf-8")

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    with started(source.name, "-o", out.name, *flags, cwd=tmp_path, preexec_fn=little_room) as process:
        _, errors = process.communicate()

    assert 2 == process.returncode
    assert "citeconv: error: out.jsonl: cannot be written: File too large" == errors.strip()
    assert "old" == out.read_text(encoding="utf-8")
    assert {"in.jsonl", "out.jsonl"} >= set(os.listdir(tmp_path)) - {"report.json"}


@pytest.mark.parametrize("title", ['"Tides"', "7"], ids=["written", "rejected"])
def test_a_disk_that_the_report_fills_up(title: str, tmp_path: Path) -> None:
    """The report is named, and neither a part of it nor the output is left behind."""
    source = tmp_path / "in.jsonl"
    source.write_text(
        f'{{"citeconv":1,"title":{title},"copyright":"C","conflict_of_interest":"None"}}\n' * 4000, encoding="utf-8"
    )

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000))

    flags = ("-o", "out.ris", "--report", "report.json", "-q")
    with started(source.name, *flags, cwd=tmp_path, preexec_fn=little_room) as process:
        _, errors = process.communicate()

    assert 2 == process.returncode
    assert errors.endswith("citeconv: error: report.json: cannot be written: File too large\n")
    assert ["in.jsonl"] == os.listdir(tmp_path)


def test_an_output_folder_that_vanishes(tmp_path: Path) -> None:
    """When the folder of the output is deleted during the run, one line says so."""
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()

    with started(pipe, "-o", folder / "out.jsonl") as process:
        with pipe.open("w", encoding="utf-8") as writing:
            writing.write(RECORD * 20_000)
            writing.flush()
            deadline = time.monotonic() + 30
            while not os.listdir(folder) and time.monotonic() < deadline:
                time.sleep(0.01)
            shutil.rmtree(folder)
        _, errors = process.communicate()

    assert 2 == process.returncode
    assert errors.startswith(f"citeconv: error: {folder / 'out.jsonl'}: cannot be written: No such file")
    assert 1 == len(errors.splitlines())


class Failing(io.RawIOBase):
    """A stream that gives some records and then an error of the device."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if not self._data:
            raise OSError(5, "Input/output error")
        part, self._data = self._data[:size], self._data[size:]
        return part


def test_a_read_error_half_way(tmp_path: Path) -> None:
    """When the input cannot be read to its end, the run ends with the reason, and the old file stays."""
    out = tmp_path / "out.bib"
    out.write_text("old", encoding="utf-8")

    with pytest.raises(SourceError, match="Input/output error"):
        convert(Failing(RECORD.encode() * 10_000), out)

    assert "old" == out.read_text(encoding="utf-8")
    assert ["out.bib"] == os.listdir(tmp_path)


@pytest.mark.parametrize("format_", ["jsonl", "ris", "bibtex"])
def test_a_pipe_that_is_closed_early(format_: str, tmp_path: Path) -> None:
    """Who writes the input dies in the middle of a record: what came is accounted for."""
    whole = {"jsonl": RECORD, "ris": "TY  - JOUR\nTI  - Tides\nER  - \n\n", "bibtex": "@misc{k, title = {Tides}}\n"}[
        format_
    ]
    pipe, out = tmp_path / "pipe", tmp_path / "out.jsonl"
    os.mkfifo(pipe)

    with started(pipe, "--from", format_, "-o", out) as process:
        with pipe.open("w", encoding="utf-8") as writing:
            writing.write(whole * 3000 + whole[:20])
        _, errors = process.communicate()

    counted = re.search(r"(\d+) read, (\d+) written, (\d+) rejected(?:; 1 note.*)?\n$", errors)
    assert counted, errors
    read, written, rejected = map(int, counted.groups())
    assert (3001, 3001) == (read, written + rejected)
    assert written == out.read_bytes().count(b"\n")


@pytest.mark.parametrize("change", ["truncated", "grown", "replaced", "deleted"])
def test_an_input_that_changes_while_it_is_read(change: str, tmp_path: Path) -> None:
    """Whatever becomes of the file, what was read of it is accounted for and nothing is a fault of ours."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(RECORD * 60_000, encoding="utf-8")
    report = Report()
    changed = []

    def disturb(_: Report) -> None:
        if not changed:
            changed.append(True)
            if change == "truncated":
                os.truncate(source, len(RECORD) * 50_000 + 11)
            elif change == "grown":
                with source.open("a", encoding="utf-8") as file:
                    file.write(RECORD * 5)
            else:
                source.unlink()
            if change == "replaced":
                source.write_text("something else", encoding="utf-8")

    with contextlib.suppress(SourceError):
        convert(source, out, report=report, progress=disturb)

    assert changed, "the run was over before the file could change"
    assert report.balance()
    assert not [code for code, _ in report.tallies if code in ("plugin-bug", "miscount")]


def test_two_runs_with_one_output(tmp_path: Path) -> None:
    """Two processes that write one file at once leave the output of one of them, whole."""
    sources = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    for number, source in enumerate(sources):
        source.write_text(RECORD.replace("Tides", f"Tides {number}") * 4000, encoding="utf-8")
    out = tmp_path / "out.jsonl"

    running = [started(source, "-o", out) for source in sources]
    for process in running:
        process.communicate()

    assert [0, 0] == [process.returncode for process in running]
    assert out.read_text(encoding="utf-8") in [source.read_text(encoding="utf-8") for source in sources]
    assert {"one.jsonl", "two.jsonl", "out.jsonl"} == set(os.listdir(tmp_path))


def test_a_rejects_file_that_two_runs_share(tmp_path: Path) -> None:
    """It, too, is that of one run, whole; and so is the report."""
    for number in range(2):
        spoilt = f'{{"citeconv":1,"title":{number}}}\n' * 500
        (tmp_path / f"{number}.jsonl").write_text(spoilt + RECORD * 2000, encoding="utf-8")
    shared = [tmp_path / name for name in ("out.ris", "rejects.jsonl", "report.json")]

    running = [
        started(tmp_path / f"{number}.jsonl", "-o", shared[0], "--rejects", shared[1], "--report", shared[2], "-q")
        for number in range(2)
    ]
    for process in running:
        process.communicate()

    assert [1, 1] == [process.returncode for process in running]
    assert 2000 == shared[0].read_text(encoding="utf-8").count("TY  - ")
    rejected = shared[1].read_text(encoding="utf-8").split()
    assert 500 == len(rejected)
    assert 1 == len(set(rejected))
    assert 2500 == json.loads(shared[2].read_text(encoding="utf-8"))["total"]["read"]
    assert {"0.jsonl", "1.jsonl", *(path.name for path in shared)} == set(os.listdir(tmp_path))


def traced(source: Path, folder: Path, *flags: str | Path) -> list[tuple[str, str]]:
    """Return what a run asked of the system about files that it changes, and about servers: the call and the rest."""
    log = folder / "log"
    calls = "trace=openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,truncate,ftruncate,link,socket,connect"
    command = ["strace", "-f", "-qq", "-e", calls, "-e", "signal=none", "-o", str(log)]
    if shutil.which("strace") is None or subprocess.run([*command, "true"], check=False).returncode:
        pytest.skip("no strace, or it may not trace")
    subprocess.run(
        [*command, COMMAND, str(source), *map(str, flags), "-q"], check=False, env={**os.environ, "LC_ALL": "C"}
    )
    found = [re.fullmatch(r"\d+ +(\w+)\((.*)", line) for line in log.read_text(encoding="utf-8").splitlines()]
    log.unlink()
    return [
        (call[1], call[2])
        for call in found
        if call and ("open" not in call[1] or re.search("O_WRONLY|O_RDWR|O_CREAT", call[2]))
    ]


def test_what_is_asked_of_the_system(tmp_path: Path) -> None:
    """Only new files beside the outputs are opened to be written, each is renamed to its place; no server is sought."""
    source, folder = tmp_path / "in.jsonl", tmp_path / "out"
    source.write_text(RECORD * 50 + '{"citeconv":1,"title":7}\n', encoding="utf-8")
    folder.mkdir()
    outputs = {name: folder / name for name in ("a.ris", "b.jsonl", "c.json")}
    for path in outputs.values():
        path.write_text("old", encoding="utf-8")

    flags = ("-o", outputs["a.ris"], "--rejects", outputs["b.jsonl"], "--report", outputs["c.json"])
    calls = traced(source, tmp_path, *flags)

    made = [re.search(r'"([^"]*)"', rest) for call, rest in calls if "open" in call and '"/dev/null"' not in rest]
    moved = [re.findall(r'"([^"]*)"', rest) for call, rest in calls if "rename" in call]
    assert {re.sub(r"\.[^.]*\.part$", "", Path(path[1]).name) for path in made if path} == {
        f".{name}" for name in outputs
    }
    assert {Path(path[1]).parent for path in made if path} == {folder}
    assert {old for old, _ in moved} == {path[1] for path in made if path}
    assert {new for _, new in moved} == {str(path) for path in outputs.values()}
    assert not [call for call in calls if call[0] not in ("open", "openat", "rename", "renameat", "renameat2")]
    assert set(os.listdir(folder)) == set(outputs)


def test_an_early_end_leaves_nothing_to_the_system(tmp_path: Path) -> None:
    """Where nothing is to be written, what was begun is unlinked and nothing renamed."""
    source = tmp_path / "in.jsonl"
    source.write_text(RECORD * 50 + '{"citeconv":1,"title":7}\n', encoding="utf-8")

    calls = traced(source, tmp_path, "-o", tmp_path / "a.ris", "--strict")

    assert {"unlink", "openat"} == {call for call, rest in calls if '"/dev/null"' not in rest}
    assert ["in.jsonl"] == os.listdir(tmp_path)


ODD = """
from pathlib import Path
from citeconv import Citation, Format, hookimpl

class Odd(Format):
    "Odd."
    name = "odd"
    carries = frozenset({"title"})
    def write(self, citation):
        if citation.title == "panic":
            raise BaseException("nobody catches this")
        if citation.title == "loop":
            Path("looping").touch()
            while True:
                pass
        return "x" * (1 << 40) if citation.title == "eat" else citation.title + "\\n"

@hookimpl
def citeconv_formats():
    return Odd
"""
"""A plugin that never returns, wants a terabyte, or raises what is no ``Exception``, as the title says."""


def run_of_a_plugin(folder: Path, titles: list[str], end: signal.Signals | None, bytes_: int) -> tuple[int, str]:
    """Write titles with it over an old file, and return the status and the messages; it is ended once it loops."""
    site = folder / "site"
    site.mkdir()
    fake_plugin(site, "odd", ODD)
    (folder / "in.jsonl").write_text("".join(f'{{"citeconv":1,"title":"{title}"}}\n' for title in titles))
    (folder / "out").write_text("old")

    def limits() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))

    environment = {**os.environ, "PYTHONPATH": str(site)}
    arguments = ("in.jsonl", "--to", "odd", "-o", "out")
    with started(*arguments, cwd=folder, env=environment, preexec_fn=limits) as process:
        deadline = time.monotonic() + 30
        while end and not (folder / "looping").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        if end:
            process.send_signal(end)
        _, errors = process.communicate(timeout=30)
    return process.returncode, errors


@pytest.mark.parametrize(("end", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_plugin_that_loops_for_ever(end: signal.Signals, status: int, tmp_path: Path) -> None:
    """Nothing ends it but the user, who finds the old file and no other."""
    ended, _ = run_of_a_plugin(tmp_path, ["T", "loop"], end, 1 << 40)

    assert status == ended
    assert "old" == (tmp_path / "out").read_text()
    assert {"in.jsonl", "out", "site", "looping"} == set(os.listdir(tmp_path))


def test_a_plugin_that_eats_memory(tmp_path: Path) -> None:
    """Where the system sets a limit, it costs the records that it cannot write, and is named; others are written."""
    status, errors = run_of_a_plugin(tmp_path, ["T", "eat", "U"], None, 1 << 30)

    assert 1 == status
    assert "in.jsonl:2: error: bug in the odd writer: MemoryError" in errors
    assert "3 read, 2 written, 1 rejected" in errors
    assert "T\n\nU\n" == (tmp_path / "out").read_text()


def test_a_plugin_that_raises_what_is_no_exception(tmp_path: Path) -> None:
    """As Rust code does that panics: it costs that record, and is told as a bug of the writer."""
    status, errors = run_of_a_plugin(tmp_path, ["T", "panic"], None, 1 << 40)

    assert (1, "in.jsonl: jsonl: 2 read, 1 written, 1 rejected") == (status, errors.splitlines()[-1])
    assert "in.jsonl:2: error: bug in the odd writer: BaseException: nobody catches this" in errors
    assert "T" == (tmp_path / "out").read_text().strip()
    assert {"in.jsonl", "out", "site"} == set(os.listdir(tmp_path))
