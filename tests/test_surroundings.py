"""The same input gives the same bytes wherever it is converted: any hash seed, locale and time zone, every writer."""

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
from citeconv import convert
locale.setlocale(locale.LC_ALL, "")
digests = {}
for name in sys.argv[1].split():
    output = io.BytesIO()
    convert(sys.argv[2:], output, to=name)
    digests[name] = hashlib.sha256(output.getvalue()).hexdigest()
print(json.dumps(digests))
"""
"""As a program may, it sets the locale of the user for all that the C library does."""


def digests(**surroundings: str) -> dict[str, str]:
    """Return what each writer makes of our inputs, shortened, in a process of its own."""
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


@pytest.fixture(scope="module")
def turkish(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables that choose the locale in which ``i`` and ``I`` are different letters."""
    localedef = shutil.which("localedef")
    folder = tmp_path_factory.mktemp("locales")
    command = [localedef or "", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")]
    if localedef is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no localedef, or no sources of locales")
    return {"LOCPATH": str(folder), "LC_ALL": "tr_TR.UTF-8"}


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


def test_output_is_the_same_in_turkey(turkish: dict[str, str], usual: dict[str, str]) -> None:
    """So does a locale with other rules for capitals, a comma in numbers and an order of its own."""
    assert digests(**turkish) == usual
