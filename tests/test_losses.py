"""What a format does not carry: the quick check against a slow and plain one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv import Affiliation, Citation, Date, Identifier, Keyword, Name, Subject
from citeconv.citation import FIELDS, NESTED_PARTS, PARTS
from citeconv.losses import LossCheck, paths
from strategies import citations

ALL = paths()


def plainly_lost(value: Any, prefix: str, names: tuple[str, ...], carries: frozenset[str]) -> set[str]:
    """Return the paths under a prefix that hold something and are not carried, by walking the value."""
    found: set[str] = set()
    for name in names:
        path = f"{prefix}.{name}" if prefix else name
        held = getattr(value, name)
        if not held or (path == "type" and held == "document"):
            continue
        if path not in carries:
            found.add(path)
            continue
        part = NESTED_PARTS.get(type(value), {}).get(name) if prefix else PARTS.get(name)
        for one in (held if isinstance(held, tuple) else (held,)) if part else ():
            found |= plainly_lost(one, path, part.details, carries)
    return found


@given(citations(12), st.sets(st.sampled_from(ALL)), st.booleans())
def test_as_the_plain_check(citation: Citation, chosen: set[str], without: bool) -> None:
    """Whatever a format carries and a citation holds, the same paths are found, each once."""
    carries = frozenset(set(ALL) - chosen if without else chosen)

    found = LossCheck(carries)(citation)

    assert plainly_lost(citation, "", FIELDS, carries) == set(found)
    assert len(found) == len(set(found))


@given(st.lists(citations(), max_size=5))
def test_a_check_remembers_rightly(batch: list[Citation]) -> None:
    """What it learnt from one citation does not change what it says of another."""
    carries = frozenset(ALL[::2])
    check = LossCheck(carries)

    assert [LossCheck(carries)(citation) for citation in batch] == [check(citation) for citation in batch]


@given(citations(12))
def test_carrying_all_loses_nothing(citation: Citation) -> None:
    """A format that names every path has no losses."""
    assert () == LossCheck(frozenset(ALL))(citation)


@given(citations())
def test_carrying_nothing_loses_all(citation: Citation) -> None:
    """Every field that holds something is lost; the type of a citation of which none is known says nothing."""
    filled = {name for name in FIELDS if getattr(citation, name) not in ((), "", None, "document")}

    assert filled == set(LossCheck(frozenset())(citation))


ROR = Affiliation(text="Here", identifiers=(Identifier(kind="ror", value="01"),))


@pytest.mark.parametrize(
    ("citation", "carries", "lost"),
    [
        (Citation(author=(Name(family="A", orcid="0"),)), {"author"}, {"author.orcid"}),
        (Citation(author=(Name(family="A", orcid="0"),)), {"author", "author.orcid"}, set()),
        (Citation(author=(Name(literal="G", members=(Name(family="B"),)),)), {"author"}, {"author.members"}),
        (Citation(author=(Name(affiliations=(ROR,)),)), {"author"}, {"author.affiliations"}),
        (
            Citation(author=(Name(affiliations=(ROR,)),)),
            {"author", "author.affiliations"},
            {"author.affiliations.identifiers"},
        ),
        (Citation(issued=Date(year=1999, circa=True)), {"issued"}, {"issued.circa"}),
        (Citation(keyword=(Keyword(text="k"), Keyword(text="m", major=True))), {"keyword"}, {"keyword.major"}),
        (Citation(subjects=(Subject(term="Tides", id="D1"),), pmid="1"), {"subjects"}, {"subjects.id", "pmid"}),
    ],
)
def test_details(citation: Citation, carries: set[str], lost: set[str]) -> None:
    """Naming a field promises its plain parts only; details are promised by their own paths."""
    assert lost == set(LossCheck(frozenset(carries))(citation))


def test_paths_begin_with_their_field() -> None:
    """Each path belongs to one field, and each field is a path."""
    assert list(FIELDS) == [path for path in ALL if "." not in path]
    assert set(FIELDS) == {path.partition(".")[0] for path in ALL}
    assert len(ALL) == len(set(ALL))
