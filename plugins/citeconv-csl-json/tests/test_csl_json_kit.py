"""CSL-JSON keeps citeconv's promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from citeconv import Report, dumps, load
from citeconv.testing import FormatTests
from citeconv_csl_json import CslJson

HERE = Path(__file__).parent


class TestCslJson(FormatTests):
    """Every field comes back as it was, so none may differ but the key."""

    format = CslJson
    samples = HERE / "samples"

    def test_a_field_given_twice_keeps_both_values(self) -> None:
        """An object of JSON has each name once, and so no reader of JSON gives the first of two values."""


@pytest.mark.parametrize("path", sorted((HERE / "samples").iterdir()), ids=lambda path: path.name)
def test_understood(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each sample is understood as its golden file says."""
    golden(HERE / "golden" / f"{path.name}.jsonl", dumps(load(path, report=Report()), "jsonl"))
