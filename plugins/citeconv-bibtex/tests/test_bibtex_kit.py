"""The promises that citeconv makes of every format, tested on both dialects."""

from __future__ import annotations

from citeconv.testing import FormatTests
from citeconv_bibtex import Biblatex, Bibtex


class TestBibtex(FormatTests):
    """The classic dialect."""

    format = Bibtex


class TestBiblatex(FormatTests):
    """The dialect of biber."""

    format = Biblatex
