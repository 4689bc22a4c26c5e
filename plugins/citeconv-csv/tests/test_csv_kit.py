"""CSV and tab-separated values keep citeconv's promises."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_csv import Csv, Tsv, Xlsx

SAMPLES = Path(__file__).parent / "samples"


class _Tables(FormatTests):
    """Every field comes back as it was, the key too."""

    may_differ = frozenset()

    def plain(self, output: str) -> str:
        """Return an output without doubled quotes."""
        return output.replace('""', '"')


class TestCsv(_Tables):
    """CSV."""

    format = Csv
    samples = SAMPLES / "csv"


class TestTsv(_Tables):
    """Tab-separated values."""

    format = Tsv
    samples = SAMPLES / "tsv"
    passed_over: ClassVar[str] = r"\bTC\b"


class TestXlsx(FormatTests):
    """Excel's workbooks; ``test_csv_workbook`` makes some to read."""

    format = Xlsx


del _Tables
