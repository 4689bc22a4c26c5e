"""Keys that were given."""

from __future__ import annotations

import tracemalloc

from citeconv.values.key_table import KeyTable


def test_many_keys() -> None:
    """Each is told apart from all others, and known again with what claimed it first."""
    table = KeyTable()
    for number in range(20_000):
        assert table.claim(f"key{number}", number + 1) == 0

    assert [number + 1 for number in range(20_000)] == [table.claim(f"key{number}", 7) for number in range(20_000)]
    assert table.owner("key777") == 778
    assert table.owner("another") == 0


def test_memory() -> None:
    """At most 48 bytes for each key, and 64 while the table is enlarged, when the old one stands beside the new one."""
    count = 3 << 13  # one more makes it larger
    tracemalloc.start()
    try:
        table = KeyTable()
        for number in range(count + 1):
            table.claim(f"key{number}", number + 1)
        held, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert held < 48 * count < peak < 65 * count


def test_what_is_given_back_is_free_again() -> None:
    """Neither its neighbours nor what comes when the table has grown are touched."""
    table = KeyTable()
    for number in range(500):
        table.claim(f"key{number}")
    for number in range(0, 500, 2):
        table.give_back(f"key{number}")
    for number in range(500, 5000):
        table.claim(f"key{number}", 2)

    assert [table.owner(f"key{number}") for number in range(4)] == [0, 1, 0, 1]
    assert (0, 3) == (table.claim("key0", 3), table.claim("key0", 4))


def test_numbers() -> None:
    """The first number with which a key is free, whatever else is taken."""
    table = KeyTable()
    for key in ("k", "k-2", "k-3", "k-9"):
        table.claim(key)

    assert 4 == table.free_number("k")
    assert 2 == table.free_number("l")
