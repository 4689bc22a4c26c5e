"""Files that change while they are read, for every reader: what was read is accounted for, and no fault is ours."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from laws import fixtures, readers

from citeconv import Report, convert, decoding
from citeconv.errors import CiteconvError

FIXTURES = fixtures()
LENGTH = 60_000
"""Bytes of an input: many times what is read at a time in these tests."""


def truncated(path: Path, data: bytes) -> None:
    """End the file in the middle of a record that was not read yet."""
    os.truncate(path, len(data) // 2 + 11)


def emptied(path: Path, _: bytes) -> None:
    """Leave nothing of it."""
    os.truncate(path, 0)


def grown(path: Path, data: bytes) -> None:
    """Let another program add to it."""
    with path.open("ab") as file:
        file.write(data[: len(data) // 3])


def overwritten(path: Path, data: bytes) -> None:
    """Let another program write over it in its place."""
    with path.open("r+b") as file:
        file.write(b"\x00\xff something else " * (len(data) // 18))


def deleted(path: Path, _: bytes) -> None:
    """Take it away."""
    path.unlink()


class Disturbing(io.BytesIO):
    """An output that changes the input when its first bytes come."""

    def __init__(self, change: Callable[[], None]) -> None:
        super().__init__()
        self._change: Callable[[], None] | None = change

    def write(self, data: Any) -> int:
        if self._change is not None:
            self._change()
            self._change = None
        return super().write(data)


@pytest.mark.parametrize(
    "change", [truncated, emptied, grown, overwritten, deleted], ids=lambda change: change.__name__
)
@pytest.mark.parametrize("format_", readers())
def test_an_input_that_changes(
    format_: str, change: Callable[[Path, bytes], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever another program does to a file, each record that was found in it is written or rejected."""
    monkeypatch.setattr(decoding, "CHUNK", 4096)
    source = tmp_path / "input"
    data = max(FIXTURES[format_], key=len)
    data = data if format_ == "xlsx" else data * (1 + LENGTH // len(data))
    source.write_bytes(data)
    output, report = Disturbing(lambda: change(source, data)), Report()

    with contextlib.suppress(CiteconvError):
        convert(source, output, from_=format_, to="jsonl", rejects=tmp_path / "rejects", report=report)

    assert report.total.read
    assert report.balance()
    assert not [code for code, _ in report.tallies if code in ("plugin-bug", "miscount")]
    assert output.getvalue().count(b"\n") == report.total.written
