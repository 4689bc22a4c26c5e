"""The promises that citeconv makes of every format, tested on RIS."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_ris import Ris


class TestRis(FormatTests):
    """RIS."""

    format = Ris
    samples = Path(__file__).parent / "samples"
    passed_over: ClassVar[str] = r"^Link to the .*?: "
    may_differ = frozenset({"key", "source", "container_title", "extra"})  # what is gained: test_ris_round_trip.py
    expressed: ClassVar[dict[str, str]] = {"page": "SP  - 417\r\nEP  - 423"}
