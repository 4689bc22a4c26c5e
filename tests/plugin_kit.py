"""Plugins for tests: made from the guide's own code or from a few lines, and installed where no test outlives them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "plugins.md"
BLOCK = re.compile(r"^```(?:[a-z]+ )?(?P<name>\S+)\n(?P<text>.*?)^```$", re.M | re.S)
"""A block named ``console``, or after a file behind the language it is in: ``python citeconv-x/citeconv_x.py``."""

HEAD = "from citeconv import *\nfrom citeconv import Format, hookimpl, Citation, Record\n"
HOOK = "\n@hookimpl\ndef citeconv_formats():\n    return Odd\n"
READER = (
    "class Odd(Format):\n    'Odd.'\n    name = 'odd'\n    signature = r'^ODD'\n"
    "    record_start = r'\\n(?P<start>ODD)'\n"
)
DECLARED = "class Odd(Format):\n    'Odd.'\n    name = 'odd'\n"
WRITER = "class Odd(Format):\n    'Odd.'\n    name = 'odd'\n    carries = frozenset({'title'})\n"
OPTION = (
    "    options = (Option(name='x', help='x', flags=({},)),)\n    def write(self, citation):\n        return 'x'\n"
)
"""Pieces of a plugin whose format is called ``odd``."""


def guide_files() -> dict[str, str]:
    """Return the files that the guide shows, by path."""
    blocks = BLOCK.finditer(GUIDE.read_text(encoding="utf-8"))
    return {block["name"]: block["text"] for block in blocks if block["name"] != "console"}


def guide_commands() -> list[tuple[str, str]]:
    """Return the commands that the guide shows, each with what it prints."""
    found = []
    for block in BLOCK.finditer(GUIDE.read_text(encoding="utf-8")):
        if block["name"] == "console":
            command, _, printed = block["text"].partition("\n")
            found.append((command.removeprefix("$ citeconv "), printed))
    return found


def write_guide(folder: Path) -> None:
    """Write the files of the guide to a folder."""
    for name, text in guide_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def build_wheel(project: Path, out: Path) -> Path:
    """Build a wheel with hatchling, offline, from a copy of the project, and return it."""
    copy = out / f"source-{project.name}"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".git", "__pycache__", ".*_cache", ".venv"))
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    return max(out.glob("*.whl"), key=lambda path: path.stat().st_mtime_ns)


def install(wheels: list[Path], site: Path) -> None:
    """Install wheels into a folder, offline and without their dependencies."""
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--no-compile",
        "--target",
        str(site),
    ]
    subprocess.run([*pip, *map(str, wheels)], check=True, capture_output=True)


def fake_plugin(site: Path, name: str, code: str) -> None:
    """Make a plugin of one module as if it were installed: the module and its metadata."""
    (site / f"citeconv_{name}.py").write_text(code, encoding="utf-8")
    info = site / f"citeconv_{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: citeconv-{name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[citeconv]\n{name} = citeconv_{name}\n", encoding="utf-8")


def citeconv(site: Path, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line with the plugins of a folder."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "citeconv", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
