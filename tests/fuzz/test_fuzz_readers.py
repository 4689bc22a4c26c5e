"""A short search for damage that breaks a reader, the same on every run; ``tests/fuzz/search.py`` looks longer."""

from __future__ import annotations

import gc

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


@pytest.mark.parametrize("format_", readers())
def test_damage_leaves_nothing_behind(format_: str) -> None:
    """Of inputs that end within a record nothing stays in memory, however often they come."""
    spoilt = [data[: len(data) * part // 4] for data in FIXTURES[format_][:8] for part in (1, 2, 3)]

    def held(times: int) -> int:
        for _ in range(times):
            for data in spoilt:
                broken_laws(data, format_)
        gc.collect()
        return len(gc.get_objects())

    held(2)  # tables of what recurs fill up
    few = held(1)
    assert held(5) < few + 50


FOUND = {
    "a date that ends with dashes": ("ris", "jsonl", "TY  - JOUR\nTI  - T\nPY  - 2001" + "-" * 3000 + "\nER  - \n"),
    "a month that there is none": ("nbib", "jsonl", "PMID- 9900001\nTI  - T\nDEP - 20019931\n"),
    "a step of the history on day 99": ("nbib", "jsonl", "PMID- 9900001\nTI  - T\nPHST- 2001/13/99 06:00 [received]\n"),
    "a year with a sign in it": ("bibtex", "jsonl", "@book{k, title = {T}, date = {2$020}}\n"),
    "a page of many digits": (
        "ris",
        "bibtex",
        f"TY  - JOUR\nTI  - T\nSP  - {'1' * 5000}\nEP  - {'1' * 5001}\nER  - \n",
    ),
    "a blank before a number": ("ovid", "jsonl", "<2. >\nTitle\n  T\n\n <1. >\nTitle\n  U\n"),
    "a control character in a type": ("refer", "endnote-xml", "%0 Journal\x1eArticle\n%T T\n"),
}
"""What the search has found: each broke a law once."""


@pytest.mark.parametrize("find", FOUND)
def test_what_was_found(find: str) -> None:
    """Inputs that once broke a law break none."""
    format_, to, text = FOUND[find]

    assert not broken_laws(text.encode(), format_, to)
