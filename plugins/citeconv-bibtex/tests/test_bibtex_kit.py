"""The promises that citeconv makes of every format, tested on both dialects."""

from __future__ import annotations

from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_bibtex import Biblatex, Bibtex


class TestBibtex(FormatTests):
    """The classic dialect."""

    format = Bibtex
    expressed: ClassVar[dict[str, str]] = {"page": "417--423"}


class TestBiblatex(FormatTests):
    """The dialect of biber."""

    format = Biblatex
    expressed: ClassVar[dict[str, str]] = {"page": "417--423"}
