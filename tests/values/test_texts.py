"""Every text of a citation is reached, and nothing else is touched."""

from __future__ import annotations

from citeconv import Affiliation, Citation, Date, Name
from citeconv.values.texts import map_texts


def test_texts_at_any_depth_are_changed() -> None:
    """Fields, lists, parts and parts of parts; numbers, flags and what is absent stay."""
    author = Name(family="c", corresponding=True, affiliations=(Affiliation(text="north"),))
    citation = Citation(title="a", isbn=("b",), author=(author,), issued=Date(year=1))
    author = Name(family="C", corresponding=True, affiliations=(Affiliation(text="NORTH"),))
    changed = map_texts(str.upper, citation)
    assert (changed.title, changed.isbn, changed.author, changed.issued) == ("A", ("B",), (author,), Date(year=1))
