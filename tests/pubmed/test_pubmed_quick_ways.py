"""Where the reader has a quick way for what is usual, it gives what the careful way gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citeconv.pubmed import authors, people
from citeconv.pubmed.header import parse_source_line, take_apart
from citeconv.pubmed.text import may_be_encoded_twice, repair

BLOCKS = st.lists(
    st.sampled_from(["\n(", "1", "23", "12345", "#", "\u0663", ")", ") ", "(", "\n", " ", "Dept A", "WHO"])
)
WHENS = st.sampled_from(["2021", "2021 Dec", "2016 Oct-Dec", "1998 Dec 30-1999 Jan 2", "2016 Summer"])
TAILS = st.lists(
    st.sampled_from([" Epub 2020 Oct 15.", " eCollection 2021.", " Print 2021 Dec.", " Online ahead of print."]),
    max_size=2,
    unique=True,
).map(sorted)


@given(block=BLOCKS.map("".join), marks=st.sets(st.sampled_from(["", "(1)", "(23)", "(1)(23)", "(#)(1)", "(#)"])))
@example(block="\n(1)Dept A\n(23) Dept B", marks={"(1)", "(1)(23)"})
def test_entries_of_author_information(block: str, marks: set[str]) -> None:
    """Usual entries join to the authors as they do when each is looked at, or they are left to that."""
    rest: list[tuple[str, str]] = []
    places = people._usual_places(block, marks)
    careful, equal = people._places(block, marks, rest)

    assert places is None or ({mark: places[mark] for mark in marks}, rest, equal) == (careful, [], set())


@given(
    items=st.lists(
        st.builds(
            "{} {}{}{}".format,
            st.sampled_from(["Smith", "de la Cruz", "O'Neil", "Bitu Sde", "Task Force on Hepatitis", "Li,", "X)"]),
            st.sampled_from(["JA", "J-P", "II", "\u00c9", "ABCD", "Mary", ""]),
            st.sampled_from(["", " Jr", " III", " MD"]),
            st.sampled_from(["", "(1)", "(1)(2)", "(1,)(#)", "(a)", " (1)", "(12345)"]),
        ),
        min_size=1,
        max_size=4,
    )
)
@example(items=["Smith JA Jr(1)(2)", "de la Cruz J(#)", "O'Neil \u00c9"])
def test_lists_of_persons(items: list[str]) -> None:
    """Persons read in one go are those that they are each alone, or they are left to that."""
    found = authors._people(", ".join(items))

    assert found is None or found == [authors._person(item) for item in items]


@given(
    when=WHENS,
    volume=st.sampled_from(["", ";17", ";17(10)", ";17(10 Pt 1)", ";17 Suppl 1", ";17(Suppl-2)", ";17(1/2)"]),
    pages=st.sampled_from(["", ":559-561", ":e0251234", ":426.e13-21", ":S0002-9378(21)00001-1"]),
    doi=st.sampled_from(["", " doi: 10.5555/x.1.", " pii: x123.", " pii: x123. doi: 10.5555/x."]),
    tails=TAILS,
)
def test_source_lines(when: str, volume: str, pages: str, doi: str, tails: list[str]) -> None:
    """A usual source line has the parts that it has when it is taken apart step by step."""
    line = f"J Abbrev. {when}{volume}{pages}.{doi}{''.join(tails)}"

    assert parse_source_line(line) == take_apart(line)


@pytest.mark.parametrize("text", ["Caf\u00c3\u00a9", "\u00c2\u00a9 2020", "\u00e2\u20ac\u201d", "\u00ce\u00b1"])
def test_signs_of_double_encoding(text: str) -> None:
    """What would be repaired is looked at."""
    assert repair(text)[1]
    assert may_be_encoded_twice(text)
