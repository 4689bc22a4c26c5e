"""Of two records of a work one is made that says what both say; what cannot stand in it is named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from citeconv import AbstractSection, Affiliation, Citation, Date, Identifier, Issn, Keyword, Name
from citeconv.citation import FIELDS, NAME_FIELDS
from citeconv.merging.union import united
from tests.strategies import citations

SHORT, FULL = Name(family="Lind", given="P"), Name(family="Lind", given="Per", orcid="0000-0001-2345-6789")
AT_SEA, AT_SEA_TOO, ASHORE = (
    Name(family="Lind", affiliations=(Affiliation(text=text),))
    for text in ("Institute of Seas, Oslo.", "Institute of Seas, Oslo", "Shelf Laboratory, Bergen")
)
PAUL, PER_OLOF, XIAOMING = (
    Name(family="Lind", given="Paul"),
    Name(family="Lind", given="Per Olof"),
    Name(family="Li", given="Xiaoming"),
)
OTHER = Name(family="Berg", given="A")
LONG = "Tides. Salt."


def section(*paragraphs: str, label: str = "") -> AbstractSection:
    """Return a part of an abstract."""
    return AbstractSection(label=label, paragraphs=paragraphs)


CASES: dict[str, tuple[str, Any, Any, Any, list[str]]] = {
    "what the first lacks": ("volume", "", "12", "12", []),
    "what both say": ("title", "Tides of the Shelf", "TIDES OF THE SHELF", "Tides of the Shelf", []),
    "what they disagree on": ("volume", "12", "13", "12", ["volume 13"]),
    "a long value": ("url", "https://a.org/", "https://b.org/" + "x" * 90, "https://a.org/", [
        "url https://b.org/" + "x" * 46 + "…"
    ]),
    "a range of pages": ("page", "31", "31-40", "31-40", []),
    "a first page": ("page", "31-40", "31", "31-40", []),
    "a finer date": ("issued", Date(year=2021), Date(year=2021, month=3), Date(year=2021, month=3), []),
    "a coarser date": ("issued", Date(year=2021, month=3), Date(year=2021), Date(year=2021, month=3), []),
    "another date": ("issued", Date(year=2021), Date(year=2020, month=12), Date(year=2021), ["issued 2020 Dec"]),
    "a type that says nothing": ("type", "document", "chapter", "chapter", []),
    "another type": ("type", "book", "chapter", "book", ["type chapter"]),
    "a retraction": ("status", "in press", "retracted", "retracted", []),
    "a retraction known before": ("status", "retracted", "in press", "retracted", []),
    "names in full": ("author", (SHORT, OTHER), (FULL, OTHER), (FULL, OTHER), []),
    "names in short": ("author", (FULL,), (SHORT,), (FULL,), []),
    "another affiliation": ("author", (AT_SEA,), (ASHORE,), (AT_SEA,), ["author.affiliations"]),
    "the same affiliation": ("author", (AT_SEA,), (AT_SEA_TOO,), (AT_SEA,), []),
    "initials of one word": ("author", (Name(family="Li", given="X M"),), (XIAOMING,), (XIAOMING,), []),
    "a longer given name": (
        "author",
        (PAUL,),
        (Name(family="Lind", given="Peter Karl"),),
        (PAUL,),
        ["author.given"],
    ),
    "a shorter given name": ("author", (PER_OLOF,), (PAUL,), (PER_OLOF,), ["author.given"]),
    "other people": ("author", (SHORT,), (OTHER,), (SHORT,), ["author"]),
    "another first name": ("author", (SHORT,), (Name(family="Lind", given="Karin"),), (SHORT,), ["author"]),
    "more people": ("author", (SHORT,), (SHORT, OTHER), (SHORT,), ["author"]),
    "a longer abstract": ("abstract", (section("Tides."),), (section(LONG),), (section(LONG),), []),
    "an abstract cut short": ("abstract", (section(LONG),), (section("Tid"),), (section(LONG),), []),
    "another abstract that is longer": (
        "abstract", (section("Sea."),), (section(LONG),), (section("Sea."),), ["abstract"]
    ),
    "an abstract in sections": (
        "abstract",
        (section("AIM: Tides. RESULTS: Salt."),),
        (section("Tides.", label="AIM"), section("Salt.", label="RESULTS")),
        (section("Tides.", label="AIM"), section("Salt.", label="RESULTS")),
        [],
    ),
    "another abstract": ("abstract", (section(LONG),), (section("Sea."),), (section(LONG),), ["abstract"]),
    "keywords of both": (
        "keyword",
        (Keyword(text="Salt"),),
        (Keyword(text="salt", owner="NOTNLM"), Keyword(text="Tides")),
        (Keyword(text="salt", owner="NOTNLM"), Keyword(text="Tides")),
        [],
    ),
    "an ISSN of which one says the kind": (
        "issn",
        (Issn(value="1234-5678"),),
        (Issn(value="1234-5678", kind="print"),),
        (Issn(value="1234-5678", kind="print"),),
        [],
    ),
    "an ISSN of two kinds": (
        "issn",
        (Issn(value="1234-5678", kind="print"),),
        (Issn(value="1234-5678", kind="linking"),),
        (Issn(value="1234-5678", kind="print"),),
        ["issn.kind"],
    ),
    "numbers in both databases": (
        "identifiers",
        (Identifier(kind="wos", value="1"),),
        (Identifier(kind="scopus", value="1"),),
        (Identifier(kind="wos", value="1"), Identifier(kind="scopus", value="1")),
        [],
    ),
    "tags of both": ("extra", (("ris:U1", "a"),), (("ris:U1", "A"),), (("ris:U1", "a"), ("ris:U1", "A")), []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_which_value_is_taken(case: str) -> None:
    """The fuller one of a kind, all of a list, else the first, with the other one named."""
    field, own, other, expected, left = CASES[case]
    made, untaken = united(Citation(**{field: own}), Citation(**{field: other}))
    assert (expected, left) == (getattr(made, field), untaken)


def test_a_list_of_names_that_was_cut() -> None:
    """It gives way to one that is whole, and the sign of the cut goes with it."""
    cut, whole = Citation(author=(SHORT,), et_al=("author",)), Citation(author=(FULL, OTHER))
    assert (whole, []) == united(cut, whole)
    assert (whole, ["author"]) == united(whole, cut)
    assert (cut, []) == united(Citation(), cut)


def test_an_address_that_is_the_doi() -> None:
    """It says nothing beside the DOI, which stands in the record."""
    page = Citation(doi="10.1000/shelf.1", url="https://journal.example.org/1")
    link = Citation(doi="10.1000/shelf.1", url="https://doi.org/10.1000/shelf.1")
    assert (page, []) == united(page, link)
    assert (link, ["url https://journal.example.org/1"]) == united(link, page)


@given(citations())
def test_nothing_changes_a_record(citation: Citation) -> None:
    """Neither the same record again nor one that says nothing does."""
    assert (citation, []) == united(citation, citation)
    assert (citation, []) == united(citation, Citation())


@given(citations(), citations())
def test_nothing_is_lost(first: Citation, second: Citation) -> None:
    """Each field of both stands in the one record; those of the second that do not are named."""
    made, left = united(first, second)
    named = {words.partition(" ")[0].partition(".")[0] for words in left}
    for field in FIELDS:
        own, other, value = (getattr(each, field) for each in (first, second, made))
        if field not in ("et_al", "type"):
            assert bool(value) == bool(own or other), field
        if isinstance(value, tuple) and field not in (*NAME_FIELDS, "et_al", "abstract", "language"):
            assert len(value) >= max(len(set(map(repr, own))) * bool(not other), len(own))
        if not own and field != "et_al":
            assert value == other
    assert named <= {field for field in FIELDS if getattr(second, field)}
