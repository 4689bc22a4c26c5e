"""What a note tells of a conference."""

from __future__ import annotations

import pytest

from citeconv import Date
from citeconv.values.conferences import conference_in

DAYS = Date(year=2019, month=6, day=3, end=Date(year=2019, month=6, day=5))


@pytest.mark.parametrize(
    ("note", "name", "place", "days"),
    [
        ("18th Tide Days ; Conference date: 03-06-2019 Through 05-06-2019", "18th Tide Days", "", DAYS),
        ("Conference name: Tide Days; Conference location: Oslo", "Tide Days", "Oslo", None),
        ("Conference of Tide Days; Conference date: 3 June 2019 through 5 June 2019", "Tide Days", "", DAYS),
        ("Conference name: Tide Days", "", "", None),
        ("Export Date: 3 May 2020; Conference date: 03-06-2019 Through 05-06-2019", "", "", DAYS),
    ],
)
def test_conferences(note: str, name: str, place: str, days: Date | None) -> None:
    """The labels of Scopus and of Pure; a name alone may be that of anything, and no other label is a name."""
    assert conference_in(note) == (name, place, days)
