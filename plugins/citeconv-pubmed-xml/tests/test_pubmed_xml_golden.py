"""What is understood of each sample, one quirk a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from citeconv import Report, dumps, load

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples").iterdir())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_understood(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each sample is understood as its golden file says."""
    golden(HERE / "golden" / f"{path.stem}.jsonl", dumps(load(path, "pubmed-xml", report=Report()), "jsonl"))
