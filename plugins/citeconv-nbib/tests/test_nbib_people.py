"""Names whose lines stand in an unusual order."""

from __future__ import annotations

import pytest

from citeconv import Name
from citeconv_nbib.people import People

FULL, SHORT = ("FAU", "Lindqvist, Tora"), ("AU", "Lindqvist T")
IDENTIFIER = ("AUID", "ORCID: 0000-0002-1825-0097")


@pytest.mark.parametrize(
    "lines",
    [[FULL, SHORT, IDENTIFIER], [FULL, IDENTIFIER, SHORT], [SHORT, IDENTIFIER, FULL]],
    ids=["usual", "in", "back"],
)
def test_identifier_anywhere(lines: list[tuple[str, str]]) -> None:
    """An identifier belongs to the author whose lines stand around it."""
    people = People(lines)

    assert people.names == [Name(family="Lindqvist", given="Tora", orcid="0000-0002-1825-0097")]
    assert not people.odd
