"""What citeconv reads from real RIS files beside what rispy, another reader of RIS, reads from them, field by field.

Values are compared by their letters and digits. Where the two differ the reason stands in a table, and the test fails
on a difference that has none.
"""

from __future__ import annotations

import collections
import html
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from citeconv import Citation, Report, Source, load
from citeconv.values.markup import plain
from real_exports import needed_exports

_PREFIX = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*")

Known = dict[str, Any]
"""A record as rispy has it."""


def bare(text: object) -> str:
    """Return the letters and digits of a text, without markup and entities."""
    return re.sub(r"\W+", "", plain(re.sub(r"</?\w[^<>]*>", "", html.unescape(str(text or ""))))).lower()


def name_list(values: list[str]) -> list[str]:
    """Return names as letters and digits."""
    return [bare(value) for value in values]


class Compared(NamedTuple):
    """A field: what rispy has, what citeconv has, and why they may differ."""

    field: str
    theirs: Callable[[Known], Any]
    ours: Callable[[Citation], Any]
    reasons: dict[str, Callable[[Any, Any], bool]]
    """Reasons, each with the values for which it holds."""


COMPARED = (
    Compared(
        "title", lambda known: bare(known.get("title") or known.get("primary_title")), lambda own: bare(own.title),
        {"several titles: citeconv takes the first, rispy the last": lambda theirs, ours: ours.startswith(theirs)},
    ),
    Compared(
        "author", lambda known: name_list(known.get("authors", []) + known.get("first_authors", [])),
        lambda own: name_list(
            [" ".join(filter(None, (one.family, one.given, one.suffix, one.literal))) for one in own.author]
        ),
        {
            "the Lens' null is no name": lambda theirs, ours: [each.removesuffix("null") for each in theirs] == ours,
            "et al. is no author": lambda theirs, ours: [name for name in theirs if name != "etal"] == ours,
            "several names in a line, which citeconv parts": lambda theirs, ours: "".join(theirs) == "".join(ours),
        },
    ),
    Compared(
        "year", lambda known: (known.get("year") or known.get("publication_year") or known.get("date") or "")[:4],
        lambda own: str(own.issued.year) if own.issued else "",
        {"a year of two digits is none": lambda theirs, _: not re.fullmatch(r"\d{4}", theirs)},
    ),
    Compared("volume", lambda known: bare(known.get("volume")), lambda own: bare(own.volume), {}),
    Compared("issue", lambda known: bare(known.get("number")), lambda own: bare(own.issue), {}),
    Compared(
        "page", lambda known: bare(known.get("start_page")),
        lambda own: bare(own.page.partition("-")[0] or own.number_of_pages or own.number),
        {
            "SP holds both pages, which citeconv parts": lambda theirs, ours: ours and theirs.startswith(ours),
            "the page, or article number, stands in AR, C7, EP or PG": lambda theirs, _: not theirs,
        },
    ),
    Compared(
        "doi", lambda known: _PREFIX.sub("", (known.get("doi") or "").lower()), lambda own: own.doi.lower(),
        {
            "the DOI stands in UR, L3, M3 or N1": lambda theirs, _: not theirs,
            "another tag stands on the line": lambda theirs, ours: theirs.partition(" ")[0] == ours,
        },
    ),
    Compared(
        "abstract", lambda known: bare(known.get("abstract") or known.get("notes_abstract")),
        lambda own: bare(" ".join(text for section in own.abstract for text in section.paragraphs)),
        {"two abstracts: citeconv takes the first, rispy AB": lambda theirs, ours: theirs[:-1] == ours[:-1]},
    ),
    Compared(
        "keyword", lambda known: sorted(filter(None, map(bare, known.get("keywords", [])))),
        lambda own: sorted(filter(None, (bare(one.text) for one in own.keyword))),
        {
            "several keywords in a line, which citeconv parts": lambda theirs, ours: (
                len(theirs) < len(ours) and sorted("".join(theirs)) == sorted("".join(ours))
            ),
        },
    ),
)  # fmt: skip


@pytest.mark.long
def test_same_values_as_rispy(capsys: pytest.CaptureFixture[str]) -> None:
    """The same records, and in each the same values, or a reason for another."""
    rispy = pytest.importorskip("rispy", reason="rispy is not installed: 0 files tested")
    files = needed_exports("ris")
    counts: collections.Counter[str] = collections.Counter()
    for path in files:
        source = Source(path)
        theirs = rispy.loads(source.read())
        source.close()
        found = load(path, "ris", report=Report())
        if len(theirs) != len(found):
            assert not theirs, path.name  # rispy finds no record without TY
            counts["files in which rispy finds no record"] += 1
            continue
        for known, citation in zip(theirs, found, strict=True):
            for each in COMPARED:
                counts[_compare(each, known, citation, path.name)] += 1
    with capsys.disabled():
        print(f"\n{len(files)} files", dict(counts))


def _compare(each: Compared, known: Known, citation: Citation, name: str) -> str:
    """Return that a field is the same, or why it is not; fail if no reason is known."""
    theirs, ours = each.theirs(known), each.ours(citation)
    if theirs == ours:
        return f"{each.field}: the same"
    for reason, holds in each.reasons.items():
        if holds(theirs, ours):
            return f"{each.field}: {reason}"
    pytest.fail(f"{name}: {each.field}: rispy reads {theirs!r}, citeconv {ours!r}, in {citation.title!r}")
