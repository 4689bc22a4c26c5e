"""The documentation is true: its commands print what it shows, its Python runs, its generated parts are up to date."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_blocks import rerun

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "docs" / "usage.md", ROOT / "docs" / "model.md"]
WITH_TABLES = [ROOT / "docs" / "crosswalk.md", ROOT / "docs" / "plugins.md", *sorted(ROOT.glob("plugins/*/README.md"))]
GENERATED = [*PAGES, *WITH_TABLES]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files of the checkout that the pages speak of, as the current one."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")
def test_commands(page: Path, folder: Path, update_goldens: bool) -> None:
    """Each command in a console block prints what stands below it."""
    expected = page.read_text(encoding="utf-8")

    actual = rerun(expected, folder, prompt="$ ", prefix="")

    if update_goldens:
        page.write_text(actual, encoding="utf-8")
    else:
        assert expected == actual


def test_python(folder: Path) -> None:
    """The Python in the README runs as it stands."""
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGES[0].read_text(encoding="utf-8"), re.M | re.S)

    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    assert (folder / "references.json").exists()


def test_generated_parts(update_goldens: bool) -> None:
    """What cog generates from the code stands there already; ``--update-goldens`` brings it up to date."""
    mode = "-r" if update_goldens else "--check"

    ran = subprocess.run(
        [sys.executable, "-m", "cogapp", mode, "-n", "UTF-8", "-I", str(ROOT / "docs"), *map(str, GENERATED)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_links() -> None:
    """Every file that a page links to is there."""
    for page in [*GENERATED, *ROOT.glob("docs/*.md"), *ROOT.glob("*.md")]:
        targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
        missing = [target for target in targets if not (page.parent / target).exists()]

        assert not missing, f"{page.name}: {missing}"


def test_promises_are_tested() -> None:
    """Every test that the page of guarantees names is there, and every row of its tables names one."""
    page = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", page)
    missing = [f"{path}::{test}" for path, test in named if f"def {test}(" not in (ROOT / path).read_text("utf-8")]
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| promise")]

    assert not missing
    assert rows
    assert all("::" in row for row in rows)


def test_install_lines() -> None:
    """The README holds each of the two lines once, as ``.ci/run`` looks for them."""
    lines = [line for line in PAGES[0].read_text(encoding="utf-8").splitlines() if line.startswith("python -m pip")]

    assert "python -m pip install . ./styles ./plugins/*/ && citeconv seeds/x.txt --to bibtex" == lines[0]
    assert lines[1].endswith("&& pytest -n auto")
    assert len(lines) == 2
