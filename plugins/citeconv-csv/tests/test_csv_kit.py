"""CSV and tab-separated values keep citeconv's promises."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from citeconv import Report, dumps, load
from citeconv.testing import FormatTests
from citeconv_csv import Csv, Tsv, Xlsx

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"


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
    """Excel's workbooks, made of the samples of CSV."""

    format = Xlsx

    @pytest.fixture(autouse=True)
    def _samples(self, tmp_path: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        for path in (SAMPLES / "csv").iterdir():
            book = openpyxl.Workbook()
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.reader(file, delimiter=";" if path.stem == "semicolons" else ","):
                    book.active.append(row)
            book.save(tmp_path / f"{path.stem}.xlsx")
        type(self).samples = tmp_path


del _Tables


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/*")), ids=lambda path: path.name)
def test_understood(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each sample is understood as its golden file says."""
    golden(HERE / "golden" / f"{path.name}.jsonl", dumps(load(path, report=Report()), "jsonl"))
