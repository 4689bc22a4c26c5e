"""The core's own formats keep the laws that every format keeps."""

import shutil
from pathlib import Path

import pytest

from citeconv.lossless import Json, JsonLines
from citeconv.pubmed import PubmedSummary, PubmedText
from citeconv.testing import FormatTests

SAMPLES = Path(__file__).parent / "samples"
SEEDS = Path(__file__).parent.parent / "seeds"


class TestJson(FormatTests):
    """``json``, lossless."""

    format = Json
    samples = SAMPLES / "json"


class TestJsonLines(FormatTests):
    """``jsonl``, lossless."""

    format = JsonLines
    samples = SAMPLES / "jsonl"


class SeedTests(FormatTests):
    """Formats whose samples are among the seeds, which several formats share."""

    seeds: tuple[str, ...] = ()

    @pytest.fixture(autouse=True)
    def _samples(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        folder = tmp_path_factory.mktemp("samples")
        for name in self.seeds:
            shutil.copy(SEEDS / name, folder)
        type(self).samples = folder


class TestPubmedText(SeedTests):
    """PubMed "Abstract (text)" in its three generations."""

    format = PubmedText
    seeds = ("old.txt", "web.txt", "efetch.txt", "x.txt")


class TestPubmedSummary(SeedTests):
    """PubMed "Summary (text)"."""

    format = PubmedSummary
    seeds = ("summary.txt",)
