"""Whole runs: no value, however long and whatever it repeats, takes more than linear time to read or to write."""

from __future__ import annotations

import contextlib
import gc
import io
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from filled import filled
from foreign import OPTIONS
from laws import fixtures, readers
from msgspec import inspect, structs

from citeconv import Citation, CiteconvError, Report, convert, dump
from citeconv.citation import NAME_FIELDS
from citeconv.plugins import registry

WRITERS = [name for name, entry in registry().formats.items() if entry.format.writes()]
REPEATED = (" ", "-", ",", "a ", "A.", "a-", "{", "<i>", "\\", "&", "1", "中", ": ", "; ", "(")
"""What reads like the sign between two parts of something, or begins something that has an end."""
SIZE_READ, SIZE_WRITTEN = 1 << 16, 1 << 15
"""Characters of a value; the next one has twice as many. What copies all of it for each costs little below that."""
ENOUGH = 0.1
"""Seconds from which on growth can be told from noise."""
MOST_PLACES = 60
"""Kinds of lines of a format that are tried."""
LEFT_OUT = {"citeconv", "type", *NAME_FIELDS} - {"author", "editor", "container_author", "director"}
"""Fields that hold no text of their own, and people who are written like others."""


def grows(work: Callable[[str], object], repeated: str, size: int) -> bool:
    """Whether twice the text takes much more than twice as long, each time it is tried."""
    text = repeated * (size // len(repeated))
    return _seconds(work, text) > ENOUGH and all(_seconds(work, 2 * text) > 3 * _seconds(work, text) for _ in range(5))


def _seconds(work: Callable[[str], object], text: str) -> float:
    gc.disable()  # it looks through all that other tests have left, the more often the more there is to do
    try:
        started = time.process_time()
        work(text)
        return time.process_time() - started
    finally:
        gc.enable()


def _places(name: str) -> Iterator[tuple[str, str]]:
    """Yield the texts before and behind a place within a line, one for each beginning that lines have."""
    seen = set()
    for data in sorted(fixtures()[name], key=len):
        text = data.decode("utf-8", "replace")
        for line in re.finditer(r"[^\n]+", text):
            kind = re.split(r"\W", line[0].strip(), maxsplit=1)[0][:12] or line[0][:6]
            if kind not in seen and len(seen) < MOST_PLACES:
                seen.add(kind)
                place = line.start() + len(line[0]) * 3 // 4
                yield text[:place], text[place:]


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in readers() if name != "xlsx"])  # whose bytes are packed
def test_no_value_slows_reading_down(name: str) -> None:
    """A long value in a line of each kind that the format has."""

    counts: Counter[bool] = Counter()

    def read(before: str, behind: str) -> Callable[[str], None]:
        def work(text: str) -> None:
            report = Report()
            with contextlib.suppress(CiteconvError):  # the text may hide all records
                convert(
                    io.BytesIO(f"{before}{text}{behind}".encode()), io.BytesIO(), from_=name, report=report, to="json"
                )
            counts[report.total.written > 0] += 1

        return work

    slow = [
        (repeated, behind[:60])
        for before, behind in _places(name)
        for repeated in REPEATED
        if grows(read(before, behind), repeated, SIZE_READ)
    ]

    assert counts[True] > counts[False]
    assert not slow


@pytest.mark.long
@pytest.mark.parametrize("name", WRITERS)
def test_no_value_slows_writing_down(name: str) -> None:
    """A long value in each field, and in all that a field consists of."""
    plain = Citation(type="article-journal", title="T", pmid="1")
    fields = [field for field in _fields() if field.name not in LEFT_OUT]

    def write(field: inspect.Field) -> Callable[[str], object]:
        return lambda text: _written(structs.replace(plain, **{field.name: filled(field.type, text, 1)}), name)

    slow = [
        (field.name, repeated)
        for field in fields
        for repeated in REPEATED
        if grows(write(field), repeated, SIZE_WRITTEN)
    ]

    assert fields
    assert not slow


def _fields() -> tuple[inspect.Field, ...]:
    kind = inspect.type_info(Citation)
    assert isinstance(kind, inspect.StructType)
    return kind.fields


def _written(citation: Citation, name: str) -> None:
    options: dict[str, Any] = OPTIONS.get(name, {})
    dump([citation], io.BytesIO(), name, report=Report(), **options)
