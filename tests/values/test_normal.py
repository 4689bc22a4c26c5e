"""Unicode's normal forms."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from citeconv.values.normal import MOST_MARKS, normalized
from growth import grows_linearly


@pytest.mark.parametrize("text", ["Tide", "A\u030a\u0327sea — ————", "e\u0327\u0301\n" * 40, "\u0301", "—" * 50])
def test_texts_are_normalized_as_ever(text: str) -> None:
    """What people write comes out as Unicode has it, dashes in any number too."""
    assert normalized("NFC", text) == normalize("NFC", text)
    assert normalized("NFKD", text) == normalize("NFKD", text)


def test_marks_beyond_any_language() -> None:
    """So many upon one letter are all kept, and take time in step with their number."""
    marks = "\u0301\u0323"
    found = normalized("NFD", f"a{marks * MOST_MARKS}b")

    assert found != normalize("NFD", f"a{marks * MOST_MARKS}b")
    assert sorted(found) == sorted(f"a{marks * MOST_MARKS}b")
    assert grows_linearly(lambda n: normalized("NFC", f"a{marks * n}"), 2000)
