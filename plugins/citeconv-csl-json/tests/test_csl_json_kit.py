"""CSL-JSON keeps citeconv's promises."""

from __future__ import annotations

from pathlib import Path

from citeconv.testing import FormatTests
from citeconv_csl_json import CslJson


class TestCslJson(FormatTests):
    """Every field comes back as it was, so none may differ but the key."""

    format = CslJson
    samples = Path(__file__).parent / "samples"

    def test_a_field_given_twice_keeps_both_values(self) -> None:
        """An object of JSON has each name once, and so no reader of JSON gives the first of two values."""
