"""CSL-JSON keeps citeconv's promises."""

from __future__ import annotations

from pathlib import Path

from citeconv.testing import FormatTests
from citeconv_csl_json import CslJson


class TestCslJson(FormatTests):
    """Every field comes back as it was, so none may differ but the key."""

    format = CslJson
    samples = Path(__file__).parent / "samples"
