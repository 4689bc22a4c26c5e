"""Attacks on single readers: time grows in step with their size, and so does what comes out."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attacks import ATTACKS
from laws import broken_laws

from citeconv import Report, convert
from citeconv.errors import SourceError
from growth import grows_linearly

SIZE = int(os.environ.get("CITECONV_BOMB", "300"))
EACH = [(name, attack) for name, attacks in ATTACKS.items() for attack in attacks]


@pytest.mark.parametrize(("name", "attack"), EACH)
def test_time_grows_with_size(name: str, attack: str) -> None:
    """Eight times the size takes about eight times the time; at most a record is lost, and it is told."""
    make = ATTACKS[name][attack]

    assert not broken_laws(make(SIZE).encode(), name)
    assert grows_linearly(lambda n: broken_laws(make(n).encode(), name), SIZE)


@pytest.mark.parametrize(("name", "attack"), EACH)
def test_output_grows_with_input(name: str, attack: str) -> None:
    """What is said once for many is written out for each only as far as an input of its length can ask for."""
    data = ATTACKS[name][attack](SIZE * 4).encode()
    output, report = io.BytesIO(), Report()
    try:
        convert(io.BytesIO(data), output, from_=name, to="jsonl", report=report)
    except SourceError as error:
        assert "no records" in str(error)

    assert len(output.getvalue()) < 100 * len(data) + 1_000_000
    assert report.balance()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
@pytest.mark.parametrize(("name", "attack"), [each for each in EACH if each[0] == "bibtex"])
def test_macros_fit_into_memory(name: str, attack: str, tmp_path: Path) -> None:
    """Macros and parents of BibTeX, however often they double, take no more than 200 MB more than a small file does."""
    small, large = tmp_path / "small.bib", tmp_path / "large.bib"
    small.write_text("@misc{k, title = {T}}\n", encoding="utf-8")
    large.write_text(ATTACKS[name][attack](2000), encoding="utf-8")

    assert _peak(large) - _peak(small) < 200 << 10


def _peak(source: Path) -> int:
    """Return the most memory of a conversion, in kilobytes, or fail if it takes more than two gigabytes."""
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1 << 31, 1 << 31))\n"
        "from citeconv.cli import main; status = main(sys.argv[1:])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(status)"
    )
    arguments = [sys.executable, "-c", script, source, "-q", "-f", "bibtex", "-t", "jsonl", "-o", source.parent / "out"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)

    assert done.returncode in (0, 1), done.stderr
    assert "bug in" not in done.stderr
    scale = 1024 if sys.platform == "darwin" else 1
    return int(done.stderr.split()[-1]) // scale
