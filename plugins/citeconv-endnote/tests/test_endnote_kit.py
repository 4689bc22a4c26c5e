"""The promises that citeconv makes of every format, tested on both of EndNote's."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_endnote import EndnoteXml, Refer


class TestRefer(FormatTests):
    """The tagged format."""

    format = Refer
    samples = Path(__file__).parent / "refer"
    expressed: ClassVar[dict[str, str]] = {"language": "german"}


class TestEndnoteXml(FormatTests):
    """EndNote XML."""

    format = EndnoteXml
    samples = Path(__file__).parent / "endnote-xml"
    passed_over: ClassVar[str] = r"""</?(?:xml|records)\b|\s(?:font|size)="[^"]*\""""
    expressed: ClassVar[dict[str, str]] = {"language": "german"}
