"""The documentation is true: its commands print what it shows, its Python runs, its generated parts are up to date."""

from __future__ import annotations

import gzip
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citeconv.cli import main
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


PACKAGES = sorted(ROOT.glob("plugins/*/README.md"))
INPUTS = {
    "pubmed.txt": ROOT / "seeds" / "x.txt",
    "library.bib": ROOT / "plugins" / "citeconv-bibtex" / "tests" / "samples" / "mixed.bib",
    "pubmed.nbib": ROOT / "plugins" / "citeconv-nbib" / "tests" / "samples" / "a-search.nbib",
    "efetch.xml": ROOT / "plugins" / "citeconv-pubmed-xml" / "tests" / "samples" / "a-search.xml",
    "refs.ris": ROOT / "plugins" / "citeconv-ris" / "tests" / "samples" / "zotero.ris",
    "savedrecs.txt": ROOT / "plugins" / "citeconv-wos" / "tests" / "samples" / "savedrecs.txt",
}
"""Files that the pages of packages speak of."""


@pytest.mark.parametrize("page", PACKAGES, ids=lambda page: page.parent.name)
def test_commands_of_packages(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page of a package has to be installed is there under that name, and its commands convert all records."""
    monkeypatch.chdir(tmp_path)
    for name, source in INPUTS.items():
        shutil.copy(source, name)
    (tmp_path / "pubmed24n0001.xml.gz").write_bytes(gzip.compress(INPUTS["efetch.xml"].read_bytes()))
    for made, to in (("refs.csv", "csv"), ("refs.json", "json"), ("library.xml", "endnote-xml")):
        assert main(["pubmed.txt", "--to", to, "-o", made, "-q"]) == 0
    block = re.search(r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)

    assert block
    install, *commands = block[1].splitlines()
    packages = install.removeprefix("python -m pip install ").split()
    assert (
        {page.parent.name, "citeconv"}
        <= set(packages)
        <= {"citeconv", "citeconv-styles", *os.listdir(ROOT / "plugins")}
    )
    for command in [shlex.split(line) for line in commands]:
        if command[0] == "citeconv":
            assert main(command[1:]) == 0, command


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
    named = re.findall(r"`([\w/-]+\.py)::(\w+)`", page)
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
