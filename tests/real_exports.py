"""Real exports, which never come into the repository: those in the folder that ``CITECONV_CORPUS`` names.

Kinds go in, the names of its subfolders (``ris``, ``pubmed-text``); files or citations come out, none where there is no
such folder. ``MANIFEST.tsv`` beside them says of each file which format it is in.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from citeconv import Citation, CiteconvError, Report, load

CORPUS = Path(os.environ.get("CITECONV_CORPUS", "nowhere"))
MANIFEST = CORPUS / "MANIFEST.tsv"


def exports(*kinds: str) -> list[Path]:
    """Return the files of some kinds."""
    return sorted(path for kind in kinds for path in (CORPUS / kind).glob("*"))


def needed_exports(*kinds: str) -> list[Path]:
    """Return the files of some kinds; where there are none the test is skipped, and says so."""
    files = exports(*kinds)
    if not files:
        pytest.skip(f"0 files tested: set CITECONV_CORPUS to a folder with {' '.join(f'{kind}/*' for kind in kinds)}")
    return files


def told_exports() -> list[tuple[str, Path]]:
    """Return every file with the format that it is said to be in; where there are none the test is skipped."""
    if not MANIFEST.exists():
        pytest.skip("0 files tested: set CITECONV_CORPUS to a folder with MANIFEST.tsv")
    with MANIFEST.open(encoding="utf-8", newline="") as lines:
        return [(row["format"], CORPUS / row["file"]) for row in csv.DictReader(lines, delimiter="\t")]


def some_records(*kinds: str, most: int = 40) -> list[Citation]:
    """Return the first citations of each file of some kinds."""
    found: list[Citation] = []
    for path in exports(*kinds):
        try:
            found += load(path, report=Report())[:most]
        except CiteconvError as error:  # a file that holds no records
            print(f"{path.name}: {error}")
    return found
