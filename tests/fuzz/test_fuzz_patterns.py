"""Regular expressions: none of ours can be slowed down by a text made to do so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from patterns import weakness


def test_no_pattern_can_be_slowed_down() -> None:
    """On texts made from each pattern itself, work grows in step with their length."""
    script = Path(__file__).parent / "patterns.py"  # in a process of its own: it imports every module afresh

    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout
    assert int(done.stdout.split()[0]) > 150


@pytest.mark.parametrize("pattern", [r"\s+$", r"(?:a|a)*b", r"(?:a+)+b", r"(.*),(.*),(.*)x", r" *\n *", r"[ ,]*[ ]*x"])
def test_a_weak_pattern_is_found(pattern: str) -> None:
    """Quadratic and exponential ones are found, before they can hang."""
    assert any(weakness(pattern, re.UNICODE) for _ in range(5))  # a busy machine can hide it once
