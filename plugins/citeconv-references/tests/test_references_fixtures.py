"""The CSL project's own fixtures (citation-style-language/test-suite), those that are bibliographies.

They are read from the folder that ``CITECONV_CSL_TESTS`` names, a checkout of the test suite, and are no part of this
project. ``fixtures.tsv`` names those where we print something else, with the reason; another one that differs fails.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from citeconv_references.engine import compile_style, to_html

FOLDER = Path(os.environ.get("CITECONV_CSL_TESTS", "nowhere")) / "processor-tests" / "humans"
KNOWN = Path(__file__).parent / "fixtures.tsv"
SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>\n(.*?)<<=+ \1 =+<<", re.S)
DIVISION = re.compile(r"\s*(</?div[^>]*>)\s*")


def fixtures() -> dict[str, dict[str, str]]:
    """Return the sections of each fixture that is a bibliography of all its items."""
    found = {}
    for path in sorted(FOLDER.glob("*.txt")):
        sections = dict(SECTION.findall(path.read_text(encoding="utf-8")))
        if sections["MODE"].strip() == "bibliography" and not sections.keys() & {
            "BIBENTRIES",
            "BIBSECTION",
            "CITATIONS",
        }:
            found[path.stem] = sections
    return found


def printed(sections: dict[str, str]) -> str:
    """Return our bibliography of a fixture, as the suite frames it."""
    entries = compile_style(sections["CSL"].strip().encode()).bibliography(json.loads(sections["INPUT"]))
    lines = [f'<div class="csl-entry">{to_html(entry.tree)}</div>' for entry in entries]
    return f'<div class="csl-bib-body">{"".join(lines)}</div>'


def plain(html: str) -> str:
    """Return HTML without blanks at the edges of divisions."""
    return " ".join(DIVISION.sub(r"\1", html).split())


def test_fixtures_of_the_csl_project() -> None:
    """All are printed as the suite has them, but for those whose reason is known."""
    found = fixtures()
    if not found:
        pytest.skip("0 fixtures read: set CITECONV_CSL_TESTS to a checkout of citation-style-language/test-suite")
    known = {line.split("\t")[0] for line in KNOWN.read_text(encoding="utf-8").splitlines()[1:]}
    different = {name for name, sections in found.items() if plain(printed(sections)) != plain(sections["RESULT"])}
    print(f"{len(found) - len(different)} of {len(found)} fixtures are printed as the suite has them")

    assert not different - known
