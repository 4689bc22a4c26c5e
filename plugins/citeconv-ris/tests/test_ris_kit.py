"""The promises that citeconv makes of every format, tested on RIS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from citeconv import Report, dumps, load
from citeconv.testing import FormatTests
from citeconv_ris import Ris

HERE = Path(__file__).parent


class TestRis(FormatTests):
    """RIS."""

    format = Ris
    samples = HERE / "samples"
    passed_over: ClassVar[str] = r"^Link to the .*?: "
    may_differ = frozenset({"key", "source", "container_title", "extra"})  # what is gained: test_ris_round_trip.py
    expressed: ClassVar[dict[str, str]] = {"page": "SP  - 417\r\nEP  - 423"}


@pytest.mark.parametrize("path", sorted(HERE.glob("samples*/*")), ids=lambda path: path.name)
def test_understood(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each sample is understood as its golden file says."""
    golden(HERE / "golden" / f"{path.name}.jsonl", dumps(load(path, report=Report()), "jsonl"))
