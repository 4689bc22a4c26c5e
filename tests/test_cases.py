"""Whole commands, in the manner of pandoc: each Markdown file in ``cases/`` is one behaviour, as a user meets it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from command_blocks import rerun

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", sorted((HERE / "cases").glob("*.md")), ids=lambda path: path.stem)
@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")
def test_case(case: Path, tmp_path: Path, update_goldens: bool) -> None:
    """Each command prints, leaves and returns what its case says; ``--update-goldens`` rewrites the cases."""
    shutil.copytree(HERE.parent / "seeds", tmp_path / "seeds")
    expected = case.read_text(encoding="utf-8")

    actual = rerun(expected, tmp_path)

    if update_goldens:
        case.write_text(actual, encoding="utf-8")
    if "\n=> 77\n" in actual:
        pytest.skip("file permissions bind nobody here, and root cannot lay down its rights")
    assert "Traceback" not in actual
    if not update_goldens:
        assert expected == actual
