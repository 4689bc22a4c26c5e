"""Regular expressions: none of ours can be slowed down by a text made to do so."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from patterns import LONGEST, weakness

from citeconv.plugins import registry

SHORT = LONGEST // 4
ROOT = Path(__file__).parent.parent.parent
WRITTEN_OUT = re.compile(
    r"\b(?:lazy|re\.(?:compile|match|fullmatch|search|subn?|split|findall|finditer))\(\s*"
    r"""(r?b?r?(?:\"{3}(?:(?!\"{3})[\s\S])*\"{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))\s*[,)]"""
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], set[str]]:
    """What the search for weak patterns says, and the patterns that it looked at."""
    path = tmp_path_factory.mktemp("patterns") / "all.json"
    done = searched("--longest", str(SHORT), "--list", str(path))
    return done, set(json.loads(path.read_text(encoding="utf-8")))


def searched(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the search in a process of its own: it imports every module afresh."""
    script = Path(__file__).parent / "patterns.py"
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False)


def test_no_pattern_can_be_slowed_down(search: tuple[subprocess.CompletedProcess[str], set[str]]) -> None:
    """On texts made from each pattern itself, work grows in step with their length."""
    done, patterns = search

    assert 0 == done.returncode, done.stdout
    assert len(patterns) > 500


@pytest.mark.long
def test_no_pattern_can_be_slowed_down_by_longer_texts() -> None:
    """Nor on texts of four times the length."""
    done = searched()

    assert 0 == done.returncode, done.stdout


def test_no_pattern_is_overlooked(search: tuple[subprocess.CompletedProcess[str], set[str]]) -> None:
    """What is found by a search through the sources, in functions too, is among those tried, and every signature."""
    _, patterns = search
    sources = [*(ROOT / "citeconv").rglob("*.py"), *(ROOT / "plugins").glob("*/citeconv_*/**/*.py")]
    literals = [
        ast.literal_eval(found)
        for path in sources
        if path != ROOT / "citeconv" / "testing.py"  # which meets texts of tests only
        for found in WRITTEN_OUT.findall(path.read_text(encoding="utf-8"))
    ]
    texts = {each.decode("latin-1") if isinstance(each, bytes) else each for each in literals}
    texts |= {entry.format.signature for entry in registry().formats.values() if entry.format.signature}

    assert len(literals) > 400
    assert not texts - patterns


@pytest.mark.parametrize(
    "pattern", [r"\s+$", r"(?:a|a)*b", r"(?:a+)+b", r"(.*),(.*),(.*)x", r" *\n *", r"[ ,]*[ ]*x", r"<[^>]+>"]
)
def test_a_weak_pattern_is_found(pattern: str) -> None:
    """Quadratic and exponential ones are found, before they can hang."""
    assert any(weakness(pattern, re.UNICODE, longest=2 * LONGEST) for _ in range(5))  # a fast machine hides it in less


@pytest.mark.parametrize(
    "pattern",
    [
        r"(.+?) \[(.+)\]",
        r"(?:(.+?), eds\. )?(.+?)\. ([^:]{2,80}): (\d+)",
        r"[A-Z][a-z]+ Health|(?:League|Group)(?:(?:,|['’],?)? (?:of|for|on|and|the|[A-Z][\w'’—-]*))+|The Sea",
    ],
)
def test_a_pattern_that_is_weak_between_repetitions_is_found(pattern: str) -> None:
    """So are those whose repetitions may end at many places, for what stands between them comes again and again."""
    assert any(weakness(pattern, re.UNICODE, ["fullmatch"], 2 * LONGEST) for _ in range(5))
