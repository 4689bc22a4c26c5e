"""Dates in other languages than English."""

from __future__ import annotations

import pytest

from citeconv import Date
from citeconv.values.dates import parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("5 марта 2021", Date(year=2021, month=3, day=5)),
        ("15 березня 2021 р.", Date(year=2021, month=3, day=15)),
        ("Март, 2021", Date(year=2021, month=3)),
        ("2021 г.", Date(year=2021)),
        ("15. März 2021", Date(year=2021, month=3, day=15)),
        ("1er mars 2021", Date(year=2021, month=3, day=1)),
        ("15 de marzo de 2021", Date(year=2021, month=3, day=15)),
        ("4.-6. März 2021", Date(year=2021, month=3, day=4, end=Date(year=2021, month=3, day=6))),
        ("28 mars - 2 avril 2021", Date(year=2021, month=3, day=28, end=Date(year=2021, month=4, day=2))),
        ("enero-marzo de 2021", Date(year=2021, month=1, end=Date(year=2021, month=3))),
        ("Ocak 2021", Date(year=2021, month=1)),
        ("15 marca 2021", Date(year=2021, month=3, day=15)),
        ("printemps 2021", Date(year=2021, season=1)),
        ("05.03.2021", Date(year=2021, month=3, day=5)),
        ("2021.3.5", Date(year=2021, month=3, day=5)),
        ("2021. 3. 5.", Date(year=2021, month=3, day=5)),
        ("2001.5", Date(year=2001, month=5)),
        ("2021年3月5日", Date(year=2021, month=3, day=5)),
        ("2021년 3월", Date(year=2021, month=3)),
        ("2021年", Date(year=2021)),
        ("平成13年5月", Date(year=2001, month=5)),
        ("令和元年", Date(year=2019)),
        ("昭和60.5", Date(year=1985, month=5)),
    ],
)
def test_dates_in_other_languages(text: str, date: Date) -> None:
    """Months by their names, Chinese, Japanese and Korean signs, the years of Japanese eras, and full stops between."""
    assert date == parse_date(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2014 Sep 2014", Date(year=2014, month=9)),
        ("2014 Jul-Aug 2014", Date(year=2014, month=7, end=Date(year=2014, month=8))),
        ("2014 September 12, 2014", Date(year=2014, month=9, day=12)),
        ("Friday, September 12, 2014", Date(year=2014, month=9, day=12)),
        ("Fri 12 Sep 2014", Date(year=2014, month=9, day=12)),
        ("September 12 2014 Fri", Date(year=2014, month=9, day=12)),
        ("2nd of March, 2014", Date(year=2014, month=3, day=2)),
        ("January 1st, 2014", Date(year=2014, month=1, day=1)),
        ("ca. 2014", Date(year=2014, circa=True)),
        ("ca. 2014\u2013", Date(year=2014, circa=True, end=Date())),
        ("2014?", Date(year=2014, circa=True)),
        ("2014-9-2", Date(year=2014, month=9, day=2)),
        ("2014 09 12", Date(year=2014, month=9, day=12)),
        ("2014/09/12", Date(year=2014, month=9, day=12)),
        ("09/2014", Date(year=2014, month=9)),
        ("09 2014", Date(year=2014, month=9)),
        ("9-2014", Date(year=2014, month=9)),
        ("18-V-2020", Date(year=2020, month=5, day=18)),
        ("2.xi.1998", Date(year=1998, month=11, day=2)),
        ("7. VIII. 2001", Date(year=2001, month=8, day=7)),
        ("7 IIX 2001", Date(year=2001, literal="7 IIX 2001")),
        ("2014 09", Date(year=2014, month=9)),
        ("2014 09-10", Date(year=2014, month=9, end=Date(year=2014, month=10))),
        ("9.2014", Date(year=2014, month=9)),
        ("15 Aug.15, 2024", Date(year=2024, month=8, day=15)),
        ("1 Secondquarter,june 2021", Date(year=2021, month=6)),
        ("1 Sept.-Oct. 2023", Date(year=2023, month=9, end=Date(year=2023, month=10))),
        ("0, 2017", Date(year=2017)),
        ("2014 0", Date(year=2014)),
        ("FAL-WIN 2013", Date(year=2013, season=3, end=Date(year=2013, season=4))),
    ],
)
def test_dates_with_more_around_them(text: str, date: Date) -> None:
    """A year once more, days of the week, ordinals, words for about, numbers that leave no doubt, IEEE's first day."""
    assert date == parse_date(text)


@pytest.mark.parametrize(
    "text", ["13/2014", "2014 Sep 2015", "2014-13-02", "2014 Friday 2014", "2014–00", "15 Sept.-Oct. 2014"]
)
def test_what_looks_like_such_a_date(text: str) -> None:
    """It keeps its wording."""
    found = parse_date(text)
    assert (found.year, found.literal) == (2014, text)


@pytest.mark.parametrize(
    "text",
    [
        "listopad 2021",
        "c2021",
        "[2021]",
        "3ème trimestre 2021",
        "2021.13",
        "Dec-18 2021",
        "2021 20219",
        "-2021",
        "2021-00-12",
        "0-3 März 2021",
        "31. Dezember - 2. Januar 2021",
        "3. März 5. Mai 2021",
    ],
)
def test_what_only_a_guess_would_read(text: str) -> None:
    """A word that is one month here and another there, a mark, and what is no date at all keep their wording."""
    found = parse_date(text)
    assert (found.year, found.month, found.literal) == (2021, 0, text)
