"""From any format to any other and back: nothing changes but what the writers said they lost."""

from __future__ import annotations

import operator
import random
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from citeconv import FIELDS, NAME_FIELDS, Citation, Name, Report, load
from citeconv.errors import SourceError
from citeconv.values.names import initials_of
from real_exports import some_records, told_exports

DOCS = Path(__file__).parent.parent / "docs"
sys.path.insert(0, str(DOCS))
import pairs  # noqa: E402  (it stands beside the page that it fills)

ADDED = {
    "biblatex": {"extra"},
    "bibtex": {"extra"},
    "jats": {"author"},
    "nbib": {"publication_types"},
    "ris": {"author", "extra"},
}
"""Fields that a format changes of its own; ``docs/round-trips.md`` says why."""
FIRSTS = pairs.both_ways()
MOST = 12
"""Records from each file of the corpus."""


def allowed(first: str, second: str) -> set[str]:
    """Return the fields that may change without a report."""
    return ADDED.get(first, set()) | ADDED.get(second, set())


def without_told_initials(citation: Citation) -> Citation:
    """Return a citation without the initials that given names tell, which MEDLINE has but its reader does not keep."""

    def bare(name: Name) -> Name:
        told = name.initials == initials_of(name.given)
        return replace(name, initials="" if told else name.initials, members=tuple(map(bare, name.members)))

    return replace(citation, **{field: tuple(map(bare, getattr(citation, field))) for field in NAME_FIELDS})


@pytest.mark.parametrize("first", FIRSTS)
def test_there_and_back(first: str) -> None:
    """Of invented citations in one format, each change on the way to any other and back is reported."""
    for second in FIRSTS:
        untold = pairs.trip(first, second).untold
        assert untold <= allowed(first, second), f"{first} -> {second} -> {first}: {sorted(untold)}"


@pytest.mark.parametrize("first", FIRSTS)
def test_to_the_lossless_format_and_back(first: str) -> None:
    """JSON holds what any format holds: all comes back."""
    assert pairs.trip(first, "json").changed <= ADDED.get(first, set())


@pytest.mark.long
def test_the_page_is_up_to_date() -> None:
    """The tables of ``docs/round-trips.md`` are what the formats do today."""
    command = [sys.executable, "-m", "cogapp", "--check", "-n", "UTF-8", "-I", str(DOCS), str(DOCS / "round-trips.md")]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.long
@pytest.mark.parametrize("form", FIRSTS)
def test_real_values_in_new_company(form: str) -> None:
    """Values of real citations that never stood together come back from each format, or it is told which do not."""
    chance = random.Random(1)
    pool = some_records(*sorted({kind for kind, _ in told_exports()}), most=MOST)
    if form == "nbib":
        pool = list(map(without_told_initials, pool))
    values = {field: [value for each in pool if (value := getattr(each, field))] for field in FIELDS if field != "key"}
    values["extra"] = [
        tuple(filter(operator.itemgetter(1), each)) for each in values["extra"]
    ]  # those of tags left out
    filled = [field for field, found in values.items() if found]
    chosen = [{field: chance.choice(values[field]) for field in chance.sample(filled, 3)} for _ in range(1000)]
    mixed = [replace(chance.choice(pool), **{"pmid": "90000001", **some}) for some in chosen]  # nbib wants a PMID
    journals = {"container_title", "container_title_short"}  # which stand for each other where one is lost
    assert pairs.trip("json", form, mixed).untold <= ADDED.get(form, set()) | journals


@pytest.mark.long
@pytest.mark.parametrize("first", FIRSTS)
def test_real_citations_there_and_back(first: str) -> None:
    """Of the first records of each real file of a format, each change by way of any other is reported."""
    kinds = {"nbib": {"medline", "nbib"}, "csv": {"csv", "pubmed-csv", "zotero-csv"}}.get(first, {first})
    files = [path for kind, path in told_exports() if kind in kinds]
    if not files:
        pytest.skip(f"0 files tested: the corpus has none of {first}")
    for path in files:
        try:
            citations = [each for each in load(path, first, report=Report())[:MOST] if each.title]
        except SourceError:  # an answer of Crossref's without items
            continue
        for second in FIRSTS:
            untold = pairs.trip(first, second, citations).untold
            assert untold <= allowed(first, second), f"{path.name} -> {second} -> {first}: {sorted(untold)}"
