"""The promises that citeconv makes of every format, tested on the Web of Science's text."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_wos import Wos


class TestWos(FormatTests):
    """Tagged text."""

    format = Wos
    samples = Path(__file__).parent / "samples"
    passed_over: ClassVar[str] = r"\(corresponding author\)|\[[^]]*\]|[^;]*/$"
