"""Pages, and numbers of articles in their place."""

from __future__ import annotations

import pytest

from citeconv.values.bare import article_field, bare_article, bare_count, bare_number
from citeconv.values.pages import expand_pages, is_article_number, numbers_article, with_hyphens


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("e0251234", True), ("117693", True), ("00757-2024", True), ("Article 17", True), ("12345", False),
        ("559-61", False), ("S12", False), ("1-2; discussion 5", False), ("xii", False), ("426.e13-21", False),
        ("4:1-4:10", False), ("58-+", False), ("58+", False),
        ("336-350+380", False), ("43-45+48-49+52", False), ("e01408-19", True), ("e1408-19", False),
        ("IAI.00911-18", True), ("1477-&", False),
    ],
)  # fmt: skip
def test_article_number_in_place_of_pages(text: str, number: bool) -> None:
    """The number of an article is told from pages."""
    assert is_article_number(text) is number


@pytest.mark.parametrize(
    ("pii", "number"),
    [
        ("BSR20171072", True),
        ("00757-2024", True),
        ("e01408-19", True),
        ("S0140-6736(20)30183-5", False),
        ("2078-16", False),
    ],
)
def test_publishers_identifier_as_number(pii: str, number: bool) -> None:
    """A publisher's identifier is the number of an article unless it is known to be none, or looks like pages."""
    assert numbers_article(pii) is number


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("559-61", "559-561"),
        ("E559-68", "E559-E568"),
        ("S7-16", "S7-S16"),
        ("e93-103; quiz e104-11", "e93-e103; quiz e104-e111"),
        ("426.e8-13", "426.e8-426.e13"),
        ("A7-2016", "A7-2016"),
        ("M20-0096", "M20-0096"),
        ("1086-92; discussion 1092-3", "1086-1092; discussion 1092-1093"),
        ("11-1", "11-1"),
        ("00757-2024", "00757-2024"),
        ("IAI.00911-18", "IAI.00911-18"),
        ("moss.0129.2022-3-1611:01:01.293", "moss.0129.2022-3-1611:01:01.293"),
        ("163, s13643-019-1074-9", "163, s13643-019-1074-9"),
        ("9" * 30_000 + "-" + "9" * 30_000, "9" * 30_000 + "-" + "9" * 30_000),
        ("a" * 50_000 + "1-" + "e." * 50_000, "a" * 50_000 + "1-" + "e." * 50_000),
    ],
    ids=[
        "range",
        "letter",
        "letter before fewer digits",
        "several with letters",
        "letter behind a page",
        "letter before a year",
        "letter before the number of a manuscript",
        "several",
        "one page with a part",
        "year",
        "journal",
        "two hyphens",
        "end of three hyphens",
        "digits without end",
        "letters without end",
    ],
)
def test_page_ranges_in_full(text: str, full: str) -> None:
    """A shortened second page is written out; what is no page, however long, stays as it is."""
    assert full == expand_pages(text)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("248.e1-248.e5", "248.e1-248.e5"), ("248.e241-248.e245", "248.e241-248.e245"), ("248.e1-5", "248.e1-248.e5"),
        ("58-60.e1-10", "58-60.e1-10"),
    ],
)  # fmt: skip
def test_pages_that_are_only_on_the_web(text: str, full: str) -> None:
    """A last page that has its own ``.e`` is in full."""
    assert full == expand_pages(text)


@pytest.mark.parametrize("text", ["22-null", "22-N.PAG"])
def test_a_last_page_that_nobody_knows(text: str) -> None:
    """EBSCO has words for it."""
    assert expand_pages(text) == "22"


@pytest.mark.parametrize("text", ["765\u2010778", "765\u2013778", "765 \u2013 778", "765--778", "765-778"])
def test_dashes_in_pages(text: str) -> None:
    """Whatever dash is printed between two pages, a hyphen stands there."""
    assert with_hyphens(text) == "765-778"


@pytest.mark.parametrize(
    ("text", "number", "field"),
    [
        ("e02538", "e02538", "number"),
        ("UNSP e02538", "e02538", "number"),
        ("PII S0304-3800(02)00256-9", "S0304-3800(02)00256-9", "pii"),
        ("PMID 90001", "90001", "pmid"),
        ("Tide 7", "Tide 7", "number"),
    ],
)
def test_the_number_of_an_article(text: str, number: str, field: str) -> None:
    """A word before it says what it is."""
    assert (number, field) == (bare_article(text), article_field(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("173 s.", "173"), ("xii, 340 pp.", "xii, 340"), ("223 páginas", "223"), ("223 с.", "223"), ("223頁", "223"),
        ("223 Seiten", "223"), ("96 sidor", "96"), ("120", "120"), ("120 min", "120 min"), ("12-14", "12-14"),
    ],
)  # fmt: skip
def test_words_behind_how_many_pages_there_are(text: str, number: str) -> None:
    """Catalogues of many countries have a word for pages behind their number."""
    assert number == bare_count(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("v. 40", "40"), ("v.40", "40"), ("Vol. 3", "3"), ("t. 5", "5"), ("v. x", "v. x"), ("V40", "V40")],
)
def test_words_before_a_volume(text: str, number: str) -> None:
    """The word before the number of a volume may be one letter (AGRIS)."""
    assert number == bare_number(text)
