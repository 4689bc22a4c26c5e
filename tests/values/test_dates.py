"""Dates in figures, words and EDTF, possible and impossible ones."""

from __future__ import annotations

import pytest

from citeconv import Date
from citeconv.values.dates import edtf_point, in_calendar, parse_date, parse_digits, parse_edtf


def test_texts_longer_than_any_date() -> None:
    """What is too long for a date is no date, but what begins as one keeps its wording and its year."""
    text = "2022 " + "MAR" * 40 + " 15"
    assert Date(year=2022, literal=text) == parse_date(text)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(year=2021, month=12, day=5), "2021-12-05"),
        (Date(year=2021, month=12, day=32), "2021-12"),
        (Date(year=2021, month=13, day=5), "2021"),
        (Date(year=867, month=2), "0867-02"),
        (Date(year=2021, season=4), "2021-24"),
        (Date(year=2021, season=5), "2021"),
        (Date(year=1), "0001"),
        (Date(year=9_999), "9999"),
        (Date(year=10_000), ""),
        (Date(year=-44), ""),
    ],
)
def test_edtf_point(date: Date, text: str) -> None:
    """A date is written as far as the calendar has it, and not at all if its year has not four digits."""
    assert text == edtf_point(date)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", Date(year=2021)),
        ("2021-12-05", Date(year=2021, month=12, day=5)),
        ("2021-12-05T06:00:00Z", Date(year=2021, month=12, day=5)),
        ("2019-03-12TZ", Date(year=2019, month=3, day=12)),
        ("2021-12-05 6:00:11.5 UTC", Date(year=2021, month=12, day=5)),
        ("2021-12-05T0600+02", Date(year=2021, month=12, day=5)),
        ("2021-12-05 1937", None),
        ("2001 1234-5678", None),
        ("2001 12:30", None),
        ("2021-21", Date(year=2021, season=1)),
        ("1998-12/1999-01", Date(year=1998, month=12, end=Date(year=1999, month=1))),
        ("2020/..", Date(year=2020, end=Date())),
        ("1650~", Date(year=1650, circa=True)),
        ("-0044", Date(year=-44)),
        ("2021-13", None),
        ("/2021", None),
        ("199X", None),
        ("2021 Dec", None),
        ("2020/open", Date(year=2020, end=Date())),
        ("2020-05/unknown", Date(year=2020, month=5, end=Date())),
        ("2020-05-0004", Date(year=2020, month=5, day=4)),
        ("2020-05-0104", None),
        ("2020-05-004", None),
        ("2020/ed", Date(year=2020)),
        ("2020/red", None),
    ],
)
def test_parse_edtf(text: str, date: Date | None) -> None:
    """EDTF and ISO strings are read as far as a date can hold them; anything else is not guessed at."""
    assert date == parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016-apr", Date(year=2016, month=4)),
        ("2016/April", Date(year=2016, month=4)),
        ("2016-Apr-05", Date(year=2016, month=4, day=5)),
        ("05-Apr-2016", Date(year=2016, month=4, day=5)),
        ("Apr-2016", Date(year=2016, month=4)),
        ("Winter-2016", Date(year=2016, season=4)),
        ("2016 Apr-May", Date(year=2016, month=4, end=Date(year=2016, month=5))),
        ("2016-Hilary", Date(year=2016, literal="2016-Hilary")),
        ("31-Apr-2016", Date(year=2016, month=4, day=31)),
        ("32-Apr-2016", Date(year=2016, literal="32-Apr-2016")),
        ("4/5/2016", Date(year=2016, literal="4/5/2016")),
    ],
)
def test_parts_of_a_date_that_are_joined(text: str, date: Date) -> None:
    """A dash or slash within a day or month in words makes no range; days and months in numbers are not guessed."""
    assert date == parse_date(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20210128", Date(year=2021, month=1, day=28)), ("20210100", Date(year=2021, month=1)),
        ("20211301", None), ("20210132", None), ("2021", None), ("00210128", None), ("202101281", None),
    ],
)  # fmt: skip
def test_parse_digits(text: str, date: Date | None) -> None:
    """Eight digits are a day if there is such a month and day in a year since 1500; other numbers are none."""
    assert date == parse_digits(text)


@pytest.mark.parametrize(
    ("date", "possible"),
    [
        (Date(year=2015, month=11, day=31), Date(year=2015, month=11)),
        (Date(year=2023, month=2, day=29), Date(year=2023, month=2)),
        (Date(year=1900, month=2, day=29), Date(year=1900, month=2)),
        (
            Date(year=2024, month=2, day=30, end=Date(year=2024, month=4, day=31)),
            Date(year=2024, month=2, end=Date(year=2024, month=4)),
        ),
    ],
)
def test_days_that_are_in_no_calendar(date: Date, possible: Date) -> None:
    """A day beyond its month's last is left out, of the end of a range, too."""
    assert in_calendar(date) == possible


@pytest.mark.parametrize(
    "date", [Date(year=2000, month=2, day=29), Date(year=2024, month=12, day=31), Date(month=2, day=29), Date()]
)
def test_days_that_are_in_the_calendar(date: Date) -> None:
    """A date that there is stays as it is."""
    assert in_calendar(date) is date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2 March 2006", Date(year=2006, month=3, day=2)),
        ("2nd of March, 2006", Date(year=2006, month=3, day=2)),
        ("Mar. 2, 2006", Date(year=2006, month=3, day=2)),
        ("15 jul. 2020", Date(year=2020, month=7, day=15)),
        ("15-MAR 2006", Date(year=2006, month=3, day=15)),
        ("Market 5, 2020", Date(year=2020, literal="Market 5, 2020")),
        ("32 May 2020", Date(year=2020, literal="32 May 2020")),
        ("2 March 06", Date(literal="2 March 06")),
    ],
)
def test_day_in_words(text: str, date: Date) -> None:
    """A day is read whether it or the month stands first; anything else keeps its wording."""
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020-05", Date(year=2020, month=5)),
        ("2020-05-04T10:30:00Z", Date(year=2020, month=5, day=4)),
        ("2020-12/2021-01", Date(year=2020, month=12, end=Date(year=2021, month=1))),
        ("20200504", Date(year=2020, month=5, day=4)),
        ("4-6 May 2020", Date(year=2020, month=5, day=4, end=Date(year=2020, month=5, day=6))),
        ("MAY 04-06, 2020", Date(year=2020, month=5, day=4, end=Date(year=2020, month=5, day=6))),
        ("2021-22", Date(year=2021, literal="2021-22")),
        ("0000", Date(literal="0000")),
    ],
)
def test_dates_of_other_forms(text: str, date: Date) -> None:
    """EDTF, a day in digits and the days of a meeting are read wherever a date stands; what may be two years is no
    season."""
    assert date == parse_date(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20/02/2019", Date(year=2019, month=2, day=20)),
        ("02/20/2019", Date(year=2019, month=2, day=20)),
        ("20-2-2019", Date(year=2019, month=2, day=20)),
        ("20 02 2019", Date(year=2019, month=2, day=20)),
        ("2/2/2019", Date(year=2019, month=2, day=2)),
        ("3/2/2019", Date(year=2019, literal="3/2/2019")),
        ("20/20/2019", Date(year=2019, literal="20/20/2019")),
        ("20/02-2019", Date(year=2019, literal="20/02-2019")),
    ],
)
def test_numbers_with_the_year_last(text: str, date: Date) -> None:
    """Day and month are told apart where only one of them can be the month, or both are the same number."""
    assert parse_date(text) == date


def test_two_months() -> None:
    """PubMed has some issues of two months with a sign of their own between them."""
    both = Date(year=2020, month=7, end=Date(year=2020, month=8))

    assert [both] * 4 == list(map(parse_date, ("2020 Jul-Aug", "2020 Jul/Aug", "2020 Jul\u2013Aug", "2020 Jul & Aug")))
    assert [both] * 2 == list(map(parse_date, ("July-August 2020", "July & August 2020")))
