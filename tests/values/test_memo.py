"""Tables of values that recur: what they keep, and what they do not."""

from __future__ import annotations

import tracemalloc

import pytest

from citeconv import Date, Name
from citeconv.values.memo import LONG, Memo, remembered


def test_a_value_is_worked_out_once_until_the_table_is_full() -> None:
    """A full table is emptied: the values come anew, and are the same."""
    asked: list[str] = []
    memo = Memo(lambda key: asked.append(key) or key.upper(), 2)
    assert [memo[key] for key in "aabcab"] == list("AABCAB")
    assert asked == ["a", "b", "c", "a", "b"]


@pytest.mark.parametrize(
    "key",
    [
        "x" * LONG,
        ("short", "x" * LONG),
        Date(literal="x" * LONG),
        Name(family="Short", given="x" * LONG),
        (Date(end=Date(literal="x" * LONG)),),
    ],
    ids=["text", "several", "date", "name", "within"],
)
def test_long_keys_are_not_kept(key: object) -> None:
    """A text of any length is answered, and forgotten, wherever it stands in the key."""
    memo = Memo(str)
    assert memo[key] == str(key)
    assert not memo


def test_remembered_functions_keep_their_names_and_arguments() -> None:
    """One argument or several, they answer as they did; a fault is raised each time."""
    times: list[int] = []

    @remembered(8)
    def divided(number: int, by: int) -> float:
        """Divide."""
        times.append(number)
        return number / by

    assert (divided(6, 3), divided(6, 3), divided(9, 3)) == (2, 2, 3)
    assert times == [6, 9]
    assert divided(by=2, number=8) == 4
    assert divided.__doc__ == "Divide."
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            divided(1, 0)


def test_memory_is_bounded_whatever_is_asked() -> None:
    """Two hundred texts of a hundred thousand characters leave nothing behind."""
    memo = Memo(str.upper, 4096)
    tracemalloc.start()
    for number in range(200):
        assert memo[f"{number}{'x' * 100_000}"]
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 1_000_000
