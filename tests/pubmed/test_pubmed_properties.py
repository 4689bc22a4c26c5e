"""Damaged exports: whatever is done to a file, a record is read or rejected, and work grows with its length only."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeconv import Leftover, RecordError, Source
from citeconv.pubmed import PubmedSummary, PubmedText

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [(SEEDS / f"{name}.txt").read_text(encoding="utf-8") for name in ("old", "web", "efetch", "x")]
SUMMARY = (SEEDS / "summary.txt").read_text(encoding="utf-8")


def read(text: str, reader: PubmedText | PubmedSummary) -> tuple[int, int]:
    """Return how many records are read and how many rejected; any other exception is a fault."""
    done = rejected = 0
    for record in reader.split(Source(io.BytesIO(text.encode("utf-8", "replace")))):
        if isinstance(record, Leftover):
            continue
        try:
            reader.parse(record)
            done += 1
        except RecordError:
            rejected += 1
    return done, rejected


@st.composite
def damaged(draw: st.DrawFn, texts: list[str]) -> str:
    """Return an export with lines taken out, doubled, swapped, joined or replaced."""
    lines = draw(st.sampled_from(texts)).split("\n")
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from("delete double swap join cut odd".split()))
        if kind == "delete":
            del lines[place]
            lines = lines or [""]
        elif kind == "double":
            lines.insert(other, lines[place])
        elif kind == "swap":
            lines[place], lines[other] = lines[other], lines[place]
        elif kind == "join" and place + 1 < len(lines):
            lines[place : place + 2] = [lines[place] + lines[place + 1]]
        elif kind == "cut":
            lines[place] = lines[place][: draw(st.integers(0, 20))]
        else:
            lines[place] = draw(st.text(max_size=30))
    return "\n".join(lines)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(damaged(TEXTS))
def test_damaged_abstracts(text: str) -> None:
    """A damaged export costs records, and is never a bug."""
    read(text, PubmedText())


@settings(max_examples=100, deadline=None, derandomize=True)
@given(damaged([SUMMARY]))
def test_damaged_summaries(text: str) -> None:
    """A damaged summary costs records, and is never a bug."""
    read(text, PubmedSummary())


STRANGE = (
    "word ", "A(", "Lindqvist A(1), ", "A, ", "A; ", "[", "BACKGROUND: ", "\n(1)x", "\n    J X. ", "1. J X. 2019 ",
    "; (2)D", "&amp;",
)  # fmt: skip


@pytest.mark.parametrize("block", STRANGE, ids=repr)
def test_work_grows_with_length(block: str) -> None:
    """Ten times a strange block is about ten times the work, counted in lines of Python run and never in time."""
    head, tail = "1. J Moss. 2019;1:2.\n\nA title.\n\nLindqvist A(1).\n\n", "\n\nPMID: 90000001\n"
    counts = []
    for times in (300, 3000):
        ran = 0

        def count(*_: object) -> object:
            nonlocal ran
            ran += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            read(head + block * times + tail, PubmedText())
        finally:
            sys.settrace(before)
        counts.append(ran)
    assert counts[1] < counts[0] * 15
