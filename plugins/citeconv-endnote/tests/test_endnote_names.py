"""How the names of people and groups are read: initials, names in capitals, and commas at their ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv import Name, loads
from citeconv_endnote.names import read_names, written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lind, PA", Name(family="Lind", given="P A")),
        ("LIND, P. A.", Name(family="LIND", given="P A")),
        ("LIND, ANNA", Name(family="LIND", given="ANNA")),
        ("LIND, ANDREA K", Name(family="LIND", given="ANDREA K")),
        ("Lind, P.,", Name(family="Lind", given="P")),
        ("van der Lind, Per,", Name(family="van der Lind", given="Per")),
        ("Tideways,", Name(literal="Tideways")),
        ("Institute of Tides, North,", Name(literal="Institute of Tides, North")),
        ("Tideways,,North,", Name(literal="Tideways, North")),
    ],
)
def test_names(text: str, name: Name) -> None:
    """Capitals are initials if they are few; a comma at the end marks a group unless a person's name has one before."""
    record = f"<record><contributors><authors><author>{text}</author></authors></contributors></record>"
    (citation,) = loads(f"<xml><records>{record}</records></xml>", "endnote-xml")
    assert citation.author == (name,)


def test_initials_that_look_like_a_family_name() -> None:
    """Capitals in front are initials where others have initials there (Google Scholar)."""
    (citation,) = loads("%0 Journal Article\n%A NAM Lind\n%A HB Roe\n%T Tides\n", "refer")
    assert citation.author == (Name(family="Lind", given="N A M"), Name(family="Roe", given="H B"))


@given(
    st.sampled_from(
        ["Lind", "A", "LIND", "Group", "Trial", "And", "Others", "Jr", "III", "von", "李", "Éa", "Van Lind", ""]
    ),
    st.sampled_from(
        ["P", "P A", "J-P", "V", "V I", "I I", "M D", "PA", "Per", "Per A", "P. A.", "Jr", "É", "A-B C", ""]
    ),
    st.sampled_from(["", "Jr"]),
)
def test_name_told_as_kept_is_read_as_it_was(family: str, given_: str, suffix: str) -> None:
    """The usual names, of whom this is known beforehand, are no exception."""
    name = Name(family=family, given=given_, suffix=suffix)
    text, whole = written(name)
    assert whole == (text != "" and read_names(text) == (name,))
