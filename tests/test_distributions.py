"""Every distribution builds, holds what it must, and works from its wheel in an empty environment."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from importlib import metadata
from pathlib import Path

import pytest

from plugin_kit import ROOT, build_wheel, install

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PLACES = (ROOT / "pyproject.toml", ROOT / "styles" / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml")))
PROJECTS = [path.parent for path in PLACES]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_sdist(project: Path, tmp_path: Path) -> None:
    """The source distribution holds the licence, the readme and the sources, and none of our working files."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)],
        cwd=project, check=True, capture_output=True,
    )  # fmt: skip
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml"} <= names
    assert any(name.endswith("/__init__.py") for name in names)
    assert not [name for name in names if "__pycache__" in name or name.startswith((".git/", ".ci"))]


def test_all_names_every_plugin() -> None:
    """``citeconv[all]`` installs every other distribution of the suite."""
    core = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {requirement.partition(">")[0] for requirement in core["optional-dependencies"]["all"]}
    others = {tomllib.loads((project / "pyproject.toml").read_text())["project"]["name"] for project in PROJECTS}
    assert wanted == others - {"citeconv"}


def test_wheels_in_an_empty_environment(tmp_path: Path) -> None:
    """From wheels alone, with nothing else but the dependencies, the seed becomes BibTeX."""
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    python = venv / "bin" / "python"
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip())
    for name in ("msgspec", "pluggy"):
        _copy_installed(name, site)
    install([build_wheel(project, tmp_path) for project in PROJECTS], site)
    done = subprocess.run(
        [python, "-I", "-m", "citeconv", "seeds/x.txt", "--to", "bibtex"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("@article{figueroperez2021anakinra,")


def _copy_installed(name: str, site: Path) -> None:
    """Copy an installed distribution into another environment."""
    for file in metadata.files(name) or ():
        source = Path(str(file.locate()))
        if ".." not in file.parts and source.is_file():
            target = site / str(file)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
