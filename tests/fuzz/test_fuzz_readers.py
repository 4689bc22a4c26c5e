"""A short search for damage that breaks a reader, the same on every run; ``tests/fuzz/search.py`` looks longer."""

from __future__ import annotations

import pytest
from laws import broken_laws, fixtures, readers
from mutate import mutate

FIXTURES = fixtures()
ALL = [data for found in FIXTURES.values() for data in found]


@pytest.mark.parametrize("format_", readers())
def test_every_reader_has_inputs_to_spoil(format_: str) -> None:
    """There is an input of each format that reads."""
    assert FIXTURES[format_]


@pytest.mark.parametrize("format_", readers())
def test_damage_breaks_no_law(format_: str) -> None:
    """Spoilt inputs are read, or rejected, or refused with a line; counts add up and nothing is a fault of ours."""
    found = FIXTURES[format_]
    for seed in range(60):
        faults = broken_laws(mutate(found[seed % len(found)], ALL, seed), format_)
        assert not faults, f"seed {seed}: {faults}"
