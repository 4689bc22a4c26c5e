"""The promises that citeconv makes of every format, tested on RIS."""

from __future__ import annotations

from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_ris import Ris


class TestRis(FormatTests):
    """RIS."""

    format = Ris
    expressed: ClassVar[dict[str, str]] = {"page": "SP  - 417\r\nEP  - 423"}
