"""Languages by their names and codes, in their own words and in others."""

from __future__ import annotations

import pytest

from citeconv.values.languages import language_code, language_name, marc_code


@pytest.mark.parametrize("text", ["eng", "English", "ENG", "english "])
def test_language_is_known_by_name_and_code(text: str) -> None:
    """A language has one code whether a format names it or uses MARC's letters."""
    assert language_code(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"), [("pt_BR", "pt-BR"), ("en-gb", "en-GB"), ("en", "en"), ("zz_ZZ", "zz_ZZ"), ("no-name", "no-name")]
)
def test_language_with_its_region(text: str, code: str) -> None:
    """Programs write a hyphen as BCP 47 does, or an underline, and the region in small letters, too."""
    assert language_code(text) == code


@pytest.mark.parametrize(("text", "code"), [("Deutsch", "de"), ("中文", "zh"), ("English (US)", "en-US")])
def test_language_is_known_by_its_own_name(text: str, code: str) -> None:
    """A language may be named as its speakers do."""
    assert language_code(text) == code


@pytest.mark.parametrize("text", ["Englisch", "anglais", "Inglés", "inglês", "英文"])
def test_language_is_known_by_its_name_in_others(text: str) -> None:
    """A language may be named as people call it who speak another."""
    assert language_code(text) == "en"


def test_languages_go_back() -> None:
    """Codes lead back to names and MARC codes, and what is not known stays."""
    assert (language_name("de-CH"), marc_code("de"), language_name("xx"), marc_code("xx")) == (
        "German",
        "ger",
        "xx",
        "xx",
    )
