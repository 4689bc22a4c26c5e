"""The readers of PubMed's text exports on real files, found through ``CITECONV_CORPUS``."""

from __future__ import annotations

import contextlib
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from citeconv import Leftover, Report, Source, load
from citeconv.pubmed.record import parse_record
from citeconv.pubmed.records import split_records
from real_exports import needed_exports

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
PMID_LINE = re.compile(rb"^PMID: *(\d+)", re.M)
PMID = re.compile(rb"\bPMID:\s*(\d+)")


def script(name: str) -> ModuleType:
    """Return a benchmark script as a module."""
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_abstract_record_comes_out_once() -> None:
    """Each ``PMID:`` line of a real export is one citation, and nothing is rejected."""
    for path in needed_exports("pubmed-text"):
        report = Report()
        found = [citation.pmid.encode() for citation in load(path, report=report)]
        assert PMID_LINE.findall(path.read_bytes()) == found, path.name
        assert report.inputs[0].rejected == 0


def test_every_summary_record_comes_out_once() -> None:
    """Each ``PMID:`` of a real summary is one citation, and nothing is rejected."""
    for path in needed_exports("pubmed-summary"):
        report = Report()
        found = [citation.pmid.encode() for citation in load(path, report=report) if citation.pmid]
        assert PMID.findall(path.read_bytes()) == found, path.name
        assert report.inputs[0].rejected == 0


def test_words_are_kept() -> None:
    """At least 999 of 1,000 words of each real export stand in its citations."""
    words = script("words")
    for path in needed_exports("pubmed-text"):
        total = gone = 0
        with contextlib.closing(Source(path)) as source:
            for record in split_records(source):
                if not isinstance(record, Leftover):
                    count, lost = words.missing_words(record.data, parse_record(record.data))
                    total, gone = total + count, gone + lost.total()
        assert gone <= total / 1000, f"{path.name}: {gone} of {total} words missing"


def test_fields_agree_with_pubmed_csv() -> None:
    """What PubMed's own CSV of the same search has otherwise is explained, value by value."""
    (text,) = [path for path in needed_exports("pubmed-text") if path.name.startswith("MedCityAI")]
    (table,) = [path for path in needed_exports("pubmed-csv") if path.name.startswith("MedCityAI")]
    done = subprocess.run(
        [sys.executable, BENCHMARKS / "agreement.py", text, table], capture_output=True, encoding="utf-8", check=False
    )

    assert 0 == done.returncode, done.stdout + done.stderr
    assert "543 of    543" in done.stdout
