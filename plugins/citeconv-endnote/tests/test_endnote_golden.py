"""Readings with their quirks: each input beside the citations that it is, a line each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from citeconv import Report, dumps, load

GOLDEN = Path(__file__).parent / "golden"
INPUTS = sorted(path for path in GOLDEN.iterdir() if path.suffix in (".enw", ".xml"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_golden(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each quirk is read, recognised by its content, as the golden file has it."""
    golden(path.with_suffix(path.suffix + ".jsonl"), dumps(load(path, report=Report()), "jsonl"))
