"""What comes back when a citation goes from one format to another and back; cog puts it into ``round-trips.md``.

A few invented citations go in, for each pair of formats the fields that came back changed go out, and whether the
writers told of each. The law that none changes untold is tested with the same functions, on more citations.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from citeconv import (
    AbstractSection,
    Affiliation,
    Citation,
    Date,
    Grant,
    Identifier,
    Issn,
    Keyword,
    Name,
    Report,
    Subject,
    dumps,
    loads,
)
from citeconv.citation import FIELDS
from citeconv.plugins import registry

_LIND = Name(family="Lind", given="Per A", orcid="0000-0002-1825-0097", affiliations=(Affiliation(text="Univ North"),))
SAMPLE = [
    Citation(
        type="article-journal", publication_types=("Journal Article", "Review"),
        title="Tides of the <i>northern</i> shelf",
        author=(_LIND, Name(family="van der Berg", given="J", suffix="Jr"), Name(literal="Tide Study Group")),
        container_title="Journal of Imaginary Oceans", container_title_short="J Imag Ocean",
        issued=Date(year=2019, month=12, day=3), available_date=Date(year=2019, month=11, day=2),
        volume="37", issue="1", page="9-20", language=("en",),
        keyword=(Keyword(text="tides"), Keyword(text="shelf seas")),
        abstract=(
            AbstractSection(label="METHODS", paragraphs=("We looked at CO<sub>2</sub>.",)),
            AbstractSection(label="RESULTS", paragraphs=("Less than 5 % & more.",)),
        ),
        subjects=(Subject(term="Oceans and Seas", major=True),), grants=(Grant(number="12-345", agency="Sea Fund"),),
        doi="10.5555/tides.1", pmid="90000017", pmcid="PMC9000017", issn=(Issn(value="1234-5679", kind="print"),),
        url="https://example.org/tides", copyright="© 2019 the authors", source="PubMed",
    ),
    Citation(
        type="book", title="Shelves & seas", author=(Name(family="Ásgeirsdóttir", given="Birna"),), edition="2",
        publisher="Ocean Press", publisher_place="Northtown", issued=Date(year=1998), isbn=("978-3-16-148410-0",),
        collection_title="Seas of the world", number_of_pages="417", note=("A note.",),
        accessed=Date(year=2020, month=2, day=1),
    ),
    Citation(
        type="chapter", title="On salt", container_title="Shelves & seas", author=(Name(family="Okoro", given="C"),),
        editor=(Name(family="Lind", given="P"),), page="1-9", issued=Date(year=2001), publisher="Ocean Press",
    ),
    Citation(
        type="paper-conference", title="On ice", author=(Name(family="Sample", given="A B"),), issued=Date(year=2018),
        container_title="Proceedings of Shelves", event_title="Meeting on Shelves", event_place="Athens", page="17",
        event_date=Date(year=2018, month=10, day=7, end=Date(year=2018, month=10, day=10)),
    ),
    Citation(
        type="thesis", title="On tides", genre="PhD thesis", author=(Name(family="Example", given="A"),),
        issued=Date(year=2020, season=1), publisher="University of the North", number="T-17",
    ),
    Citation(
        type="article", title="A preprint", author=(Name(family="Wang", given="Li"),), issued=Date(year=2021, month=5),
        status="in press", identifiers=(Identifier(kind="arxiv", value="2101.00001"),), extra=(("test:X", "kept"),),
    ),
]  # fmt: skip
"""Invented citations in which each kind of value occurs."""


class Trip(NamedTuple):
    """What became of citations on the way to a format and back.

    Args:
        changed: The fields that came back otherwise.
        untold: Those of them that neither writer reported.
    """

    changed: frozenset[str]
    untold: frozenset[str]


def both_ways() -> list[str]:
    """Return the formats that are read and written."""
    return [name for name, each in registry().formats.items() if each.format.reads() and each.format.writes()]


@functools.cache
def sample_in(name: str) -> tuple[Citation, ...]:
    """Return the sample as a format holds it: written and read again."""
    return tuple([again for citation in SAMPLE for again in _through(name, citation, Report())])


def with_one_journal(citation: Citation) -> Citation:
    """Return a citation with the journal's abbreviation as its title, where there is no other."""
    if citation.container_title not in ("", citation.container_title_short):
        return citation
    return replace(citation, container_title=citation.container_title_short, container_title_short="")


def trip(first: str, second: str, citations: Iterable[Citation] | None = None) -> Trip:
    """Return what becomes of citations that stand in one format on the way to another and back.

    Args:
        first: The format in which they stand.
        second: The other.
        citations: What was read from the first; the sample if None.
    """
    changed: set[str] = set()
    untold: set[str] = set()
    for citation in sample_in(first) if citations is None else citations:
        report = Report()
        back = [again for there in _through(second, citation, report) for again in _through(first, there, report)]
        told = {field.partition(".")[0] for field in report.lost()}
        if told & {"container_title", "container_title_short"}:  # an abbreviation stands for the title
            citation, back = with_one_journal(citation), [with_one_journal(again) for again in back]
        differs = {name for name in FIELDS if len(back) != 1 or getattr(back[0], name) != getattr(citation, name)}
        changed |= differs - {"key"}
        untold |= differs - told - {"key"}
    return Trip(frozenset(changed), frozenset(untold))


def _through(name: str, citation: Citation, report: Report) -> list[Citation]:
    return loads(dumps([citation], name, report=report), name, report=Report())


def counts() -> str:
    """Return the table of how many fields change for each pair."""
    names = both_ways()
    rows = ["| from and back to | " + " | ".join(f"`{name}`" for name in names) + " |", "|---" * (len(names) + 1) + "|"]
    for first in names:
        cells = [f"{len(trip(first, second).changed)}" if first != second else "" for second in names]
        rows.append(f"| `{first}` | {' | '.join(cells)} |")
    return "\n".join(rows)


def fields() -> str:
    """Return the table of the fields that change for each pair."""
    rows = ["| from and back to | by way of | fields that change |", "|---|---|---|"]
    for first in both_ways():
        by_fields: dict[str, list[str]] = {}
        for second in both_ways():
            if first != second:
                changed = trip(first, second).changed
                told = ", ".join(f"`{name}`" for name in FIELDS if name in changed)
                by_fields.setdefault(told or "none", []).append(f"`{second}`")
        rows += [f"| `{first}` | {' '.join(seconds)} | {told} |" for told, seconds in by_fields.items()]
    return "\n".join(rows)
