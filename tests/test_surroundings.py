"""The same input gives the same bytes and messages everywhere: any hash seed, locale and time zone, every writer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citeconv.plugins import registry

ROOT = Path(__file__).parent.parent
INPUTS = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "samples").glob("*/*"))]
CODE = """
import hashlib, io, json, locale, sys
from citeconv import Report, convert
locale.setlocale(locale.LC_ALL, "")
digests = {}
for name in sys.argv[1].split():
    output, said = io.BytesIO(), []
    convert(sys.argv[2:], output, to=name, report=Report(lambda each: said.append(str(each))))
    digests[name] = hashlib.sha256(output.getvalue() + repr(said).encode()).hexdigest()
print(json.dumps(digests))
"""
"""As a program may, it sets the locale of the user for all that the C library does."""


def digests(**surroundings: str) -> dict[str, str]:
    """Return what each writer makes and tells of our inputs, shortened, in a process of its own."""
    writers = " ".join(name for name, entry in registry().formats.items() if entry.format.writes())
    environment = {**os.environ, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC", **surroundings}
    command = [sys.executable, "-W", "ignore", "-c", CODE, writers, *map(str, INPUTS)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, str] = json.loads(done.stdout)
    assert len(found) > 1
    return found


@pytest.fixture(scope="module")
def usual() -> dict[str, str]:
    """What each writer makes of them in usual surroundings."""
    return digests()


def made(locale: str, folder: Path) -> dict[str, str]:
    """Return the variables that choose a locale, which is made for it."""
    localedef = shutil.which("localedef")
    name, _, codes = locale.partition(".")
    command = [localedef or "", "-i", name, "-f", codes, str(folder / locale)]
    if localedef is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no localedef, or no sources of locales")
    return {"LOCPATH": str(folder), "LC_ALL": locale, "PYTHONUTF8": "0"}


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "4711"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "Pacific/Auckland"},
    ],
    ids=lambda surroundings: " ".join(surroundings.values()),
)
def test_output_does_not_depend_on_the_surroundings(surroundings: dict[str, str], usual: dict[str, str]) -> None:
    """Any hash seed, locale and time zone give the same bytes."""
    assert digests(**surroundings) == usual


@pytest.mark.parametrize("locale", ["tr_TR.UTF-8", "ja_JP.EUC-JP"])
def test_output_is_the_same_in_other_countries(locale: str, usual: dict[str, str], tmp_path: Path) -> None:
    """So does a locale with other rules for capitals and a comma in numbers, or with another encoding."""
    assert digests(**made(locale, tmp_path)) == usual
