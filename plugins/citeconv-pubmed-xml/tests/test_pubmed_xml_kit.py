"""The promises that citeconv makes of every format, tested on PubMed's XML."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_pubmed_xml import PubmedXml


class TestPubmedXml(FormatTests):
    """PubMed's XML."""

    format = PubmedXml
    samples = Path(__file__).parent / "samples"
    passed_over: ClassVar[str] = r"""(?x)
        <(?:mml:\w+|math)\b[^>]*> | <!--.*?--> |
        </?(?:mml:\w+ | AccessionNumber | BookDocumentSet | DispFormula | ForeName | PubmedArticle)\b"""
