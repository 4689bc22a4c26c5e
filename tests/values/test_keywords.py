"""Lines of keywords: which signs part them."""

from __future__ import annotations

import pytest

from citeconv.values.keywords import keywords_in


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Salt; Sea level", ["Salt", "Sea level"]),
        ("海水；潮汐", ["海水", "潮汐"]),
        ("海水，潮汐", ["海水", "潮汐"]),
        ("海水、 潮汐", ["海水", "潮汐"]),
        ("海水 潮汐 海平面", ["海水", "潮汐", "海平面"]),
        ("海面 モデル", ["海面", "モデル"]),
        ("海水 潮汐 Zotero", ["海水", "潮汐", "Zotero"]),
        ("海水 Sea Level 潮汐", ["海水 Sea Level 潮汐"]),
        ("海水  潮汐", ["海水", "潮汐"]),
        ("COVID 19 疫情", ["COVID 19 疫情"]),
        ("인공 지능", ["인공 지능"]),
        ("海水 tides", ["海水 tides"]),
        ("Sea level", ["Sea level"]),
    ],
)
def test_signs_between_keywords(line: str, words: list[str]) -> None:
    """Blanks part words in Chinese and Japanese, which have none within them, and no others."""
    assert words == keywords_in([line])


def test_several_lines_of_keywords() -> None:
    """Where each keyword has its line, none is parted at blanks."""
    assert ["海水 潮汐", "海平面"] == keywords_in(["海水 潮汐", "海平面"])
