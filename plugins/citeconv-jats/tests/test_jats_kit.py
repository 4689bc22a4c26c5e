"""The promises that citeconv makes of every format, tested on both."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given

from citeconv import Citation, Report, dumps, load
from citeconv.citation import FIELDS
from citeconv.testing import SETTINGS, FormatTests, citations
from citeconv_jats import Jats, JatsFront

HERE = Path(__file__).parent


class TestJats(FormatTests):
    """The list of references."""

    format = Jats
    samples = HERE / "samples"
    passed_over: ClassVar[str] = r"""(?x)
        <body>.*</body> | </?(?:back|date|institution|p|pmc-articleset|ref|subj-group)\b | <ext-link[^>]*>[^<]* |
        \s(?:xmlns:\w+|id|rid|content-type|subj-group-type)="[^"]*\""""
    expressed: ClassVar[dict[str, str]] = {
        "page": "<fpage>417</fpage>\\s*<lpage>423</lpage>",
        "chair": 'custom-type="chair"',
    }

    def plain(self, output: str) -> str:
        """Undo XML's escapes."""
        return html.unescape(output)


class TestJatsFront(FormatTests):
    """Articles with all in their fronts."""

    format = JatsFront
    expressed: ClassVar[dict[str, str]] = {"page": "<fpage>417</fpage>\\s*<lpage>423</lpage>"}

    def plain(self, output: str) -> str:
        """Undo XML's escapes."""
        return html.unescape(output)

    @SETTINGS
    @given(citation=citations())
    def test_jats_reads_back_what_it_writes(self, citation: Citation) -> None:
        """What ``jats`` reads of it differs from what was written only in fields that were reported."""
        output, report = self.written(citation)
        if report.errors:
            return
        again = load(io.BytesIO(output), "jats", report=Report(), jats_records="articles")
        told = {field.partition(".")[0] for field in report.lost()}
        changed = {name for name in FIELDS if getattr(again[0], name) != getattr(citation, name)}
        assert changed <= told, f"changed without a word: {sorted(changed - told)}"


@pytest.mark.parametrize("path", sorted((HERE / "samples").iterdir()), ids=lambda path: path.name)
def test_understood(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each sample is understood as its golden file says."""
    golden(HERE / "golden" / f"{path.name}.jsonl", dumps(load(path, report=Report()), "jsonl"))
