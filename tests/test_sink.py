"""Outputs: whole or not at all, and straight to what is no file."""

from __future__ import annotations

import io
import os
import stat
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from citeconv import Citation, dump
from citeconv.errors import OutputError
from citeconv.report import printable
from citeconv.sink import Sink


def test_a_file_appears_on_commit(tmp_path: Path) -> None:
    """Until then, what was there before is there; afterwards nothing else is."""
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    sink = Sink(path)

    sink.write(b"new")
    before = path.read_bytes()
    sink.commit()

    assert (b"old", b"new", ["out.txt"]) == (before, path.read_bytes(), os.listdir(tmp_path))


def test_a_file_is_on_the_disk_before_it_takes_a_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text is forced there first, so that a power failure leaves the old file or the new one, whole."""
    calls: list[tuple[str, bytes]] = []
    replace = os.replace
    monkeypatch.setattr(os, "fsync", lambda _: calls.append(("fsync", next(tmp_path.glob(".out.*")).read_bytes())))
    monkeypatch.setattr(os, "replace", lambda *names: (calls.append(("replace", b"")), replace(*names)))

    sink = Sink(tmp_path / "out")
    sink.write(b"new")
    sink.commit()

    assert [("fsync", b"new"), ("replace", b"")] == calls


def test_a_discarded_file_leaves_nothing(tmp_path: Path) -> None:
    """Neither the file nor its temporary self."""
    sink = Sink(tmp_path / "out.txt")

    sink.write(b"new")
    sink.discard()

    assert [] == os.listdir(tmp_path)


def test_no_bytes_no_file(tmp_path: Path) -> None:
    """A file to which nothing was written is not made."""
    Sink(tmp_path / "out.txt").commit()

    assert [] == os.listdir(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_permissions(tmp_path: Path) -> None:
    """A file that was there keeps its own; a new one gets what the user's mask leaves."""
    kept, new = tmp_path / "kept.txt", tmp_path / "new.txt"
    kept.write_bytes(b"")
    kept.chmod(0o604)
    mask = os.umask(0o027)
    try:
        for path in (kept, new):
            sink = Sink(path)
            sink.write(b"x")
            sink.commit()
    finally:
        os.umask(mask)

    assert [0o604, 0o640] == [stat.S_IMODE(path.stat().st_mode) for path in (kept, new)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced, not the link."""
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "target.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    sink = Sink(link)

    sink.write(b"new")
    sink.commit()

    assert link.is_symlink()
    assert b"new" == target.read_bytes()


@pytest.mark.parametrize("name", ["x" * 255, "文" * 85])
def test_a_long_name(name: str, tmp_path: Path) -> None:
    """A name as long as the system allows leaves room for the temporary one, in signs of three bytes too."""
    path = tmp_path / name
    sink = Sink(path)

    sink.write(b"x")
    sink.commit()

    assert b"x" == path.read_bytes()


def test_an_open_file_is_written_straight_and_left_open() -> None:
    """It belongs to the caller."""
    stream = io.BytesIO()
    sink = Sink(stream)

    sink.write(b"a")
    sink.discard()

    assert b"a" == stream.getvalue()


def test_hold() -> None:
    """What is held back comes out on commit, or never."""
    for end, expected in (("commit", b"ab"), ("discard", b"")):
        stream = io.BytesIO()
        sink = Sink(stream, hold=True)

        sink.write(b"a")
        sink.write(b"b")
        held = stream.getvalue()
        getattr(sink, end)()

        assert (b"", expected) == (held, stream.getvalue())


@pytest.mark.skipif(not os.path.isdir("/dev/shm"), reason="no folder in memory here")
def test_a_file_in_memory() -> None:
    """In ``/dev`` are not only devices: a file in ``/dev/shm`` is replaced like any other, not added to."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        path = Path(folder, "out.jsonl")
        path.write_text("old\n")
        dump([Citation(title="Salt")], path)
        assert path.read_text() == '{"citeconv":1,"title":"Salt"}\n'


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="no names for open files here")
@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_a_file_that_is_named_by_its_number_is_added_to(folder: str, tmp_path: Path) -> None:
    """Others write it, too: what they have written stays."""
    with (tmp_path / "log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        dump([Citation(title="Salt")], f"{folder}/{log.fileno()}", "jsonl")
    assert (tmp_path / "log").read_bytes() == b'before\n{"citeconv":1,"title":"Salt"}\n'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
@pytest.mark.parametrize("hold", [False, True])
def test_a_fifo(hold: bool, tmp_path: Path) -> None:
    """A pipe with a name is written straight and closed."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()

    sink = Sink(path, hold=hold)
    sink.write(b"text")
    sink.commit()
    reader.join(10)

    assert [b"text"] == read
    assert stat.S_ISFIFO(path.stat().st_mode)


class Full(io.RawIOBase):
    """A stream on a disk that is full."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk() -> None:
    """It is one error that names the target."""
    with pytest.raises(OutputError, match="<output>: cannot be written: No space left on device"):
        Sink(Full()).write(b"x")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["missing/out.txt", ".", "file/out.txt"])
def test_places_that_cannot_be(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused before anything is written."""
    monkeypatch.chdir(tmp_path)
    Path("file").write_bytes(b"")

    with pytest.raises(OutputError, match=f"^{name}: "):
        Sink(name)


@pytest.mark.parametrize("before", [True, False])
def test_a_folder_without_permission(before: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told before any work is done, for a file that stands there, too: none can be made to take its place."""
    path = tmp_path / "out.txt"
    if before:
        path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda place, _mode: place != os.path.realpath(tmp_path))

    with pytest.raises(OutputError, match="no permission to make files in its folder"):
        Sink(path)


@pytest.mark.skipif(sys.platform == "win32", reason="names that POSIX allows")
@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a\nb.jsonl", "a\nb.jsonl"),
        ("\x1b]0;evil\x07.jsonl", "\x1b]0;evil\x07.jsonl"),
        ("$(touch evil).jsonl", "$(touch evil).jsonl"),
        ("\udcff.jsonl", "\udcff.jsonl"),
        ("folder/../b.jsonl", "b.jsonl"),
        ("l" * 249 + ".jsonl", "l" * 249 + ".jsonl"),
        ("l" * 255 + ".jsonl", ""),
        ("new.jsonl/", ""),
        ("nowhere/b.jsonl", ""),
        ("file/b.jsonl", ""),
        ("loop", ""),
        ("folder", ""),
        ("", ""),
        ("a\0b.jsonl", ""),
        ("a\ud800.jsonl", ""),
    ],
)
def test_odd_names(name: str, made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is a name, whatever is in it: just that file is made, or none and the reason is one harmless line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("old", encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    there = set(os.listdir())

    if made:
        dump([Citation(title="T")], name, "jsonl")
    else:
        with pytest.raises(OutputError) as caught:
            dump([Citation(title="T")], name, "jsonl")
        assert printable(str(caught.value)).isprintable()

    assert set(os.listdir()) - there == ({made} if made else set())
    assert (tmp_path / "file").read_text(encoding="utf-8") == "old"
