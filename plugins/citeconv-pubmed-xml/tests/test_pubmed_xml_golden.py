"""What is understood of each sample, one quirk a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from citeconv import Report, dumps, load

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples").iterdir())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_understood(path: Path, request: pytest.FixtureRequest) -> None:
    """Each sample is understood as its golden file says; ``--update-goldens`` rewrites it."""
    golden = HERE / "golden" / f"{path.stem}.jsonl"
    found = dumps(load(path, "pubmed-xml", report=Report()), "jsonl")
    if request.config.getoption("--update-goldens", default=False):
        golden.write_text(found, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == found
