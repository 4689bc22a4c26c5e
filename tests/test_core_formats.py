"""The core's own formats keep the laws that every format keeps."""

from pathlib import Path

from citeconv.lossless import Json, JsonLines
from citeconv.testing import FormatTests

SAMPLES = Path(__file__).parent / "samples"


class TestJson(FormatTests):
    """``json``, lossless."""

    format = Json
    samples = SAMPLES / "json"


class TestJsonLines(FormatTests):
    """``jsonl``, lossless."""

    format = JsonLines
    samples = SAMPLES / "jsonl"
