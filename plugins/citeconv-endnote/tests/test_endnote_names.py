"""How the names of people and groups are read: initials, names in capitals, and commas at their ends."""

from __future__ import annotations

import pytest

from citeconv import Name, loads


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
