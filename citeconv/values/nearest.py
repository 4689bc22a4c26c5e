"""The known word that a mistyped one is nearest to, for messages.

A word and those that would do go in, the end of a message comes out. What compares them is imported when it is asked:
only errors ask.
"""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str], most: int = 1, like: float = 0.6) -> str:
    """Return ``; did you mean X?``, or nothing where no known word is near.

    Args:
        word: What the user wrote.
        known: The words that would do.
        most: How many to name.
        like: How alike they must be, from 0 to 1.
    """
    import difflib

    near = difflib.get_close_matches(word, list(known), n=most, cutoff=like)
    return f"; did you mean {' or '.join(near)}?" if near else ""
