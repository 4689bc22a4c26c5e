"""How dates are read from cells: whole, in columns of their own for year, month and day, and where they disagree."""

from __future__ import annotations

import pytest

from citeconv import Date, Report, loads
from csv_rows import row, row_of


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ({"year": "2021"}, Date(year=2021)),
        ({"year": "2021.0"}, Date(year=2021)),
        ({"year": "2021//"}, Date(year=2021)),
        ({"date": "2021-"}, Date(year=2021, end=Date())),
        ({"year": "2021", "month": "SUM"}, Date(year=2021, season=2)),
        ({"year": "2021", "publication_date": "Jul-17"}, Date(year=2021, month=7, day=17)),
        ({"year": "2021", "publication_date": "Jul-21"}, Date(year=2021, literal="Jul-21")),
        ({"date": "20210329.0"}, Date(year=2021, month=3, day=29)),
        ({"year": "2021.0", "date": "2021-05-07"}, Date(year=2021, month=5, day=7)),
        ({"year": "2021", "month": "5", "day": "7"}, Date(year=2021, month=5, day=7)),
        ({"year": "2021", "month": "May"}, Date(year=2021, month=5)),
        ({"year": "2019", "month": "10 22"}, Date(year=2019, month=10, day=22)),
        ({"year": "2020", "month": "Jun-08"}, Date(year=2020, month=6, day=8)),
        ({"year": "2018", "month": "01-Jun"}, Date(year=2018, month=6, day=1)),
        ({"year": "2018", "month": "8-Jun"}, Date(year=2018, month=6, day=8)),
        ({"year": "2021", "publication_date": "5-May"}, Date(year=2021, month=5, day=5)),
        ({"year": "2018", "month": "Dec-18"}, Date(year=2018, literal="2018 Dec-18")),
        ({"year": "2018", "month": "2018/00"}, Date(year=2018)),
        ({"year": "2018", "month": "2018"}, Date(year=2018)),
        ({"year": "2019", "month": "Mar-Apr"}, Date(year=2019, month=3, end=Date(year=2019, month=4))),
        ({"year": "2021", "date": "2021-05-07"}, Date(year=2021, month=5, day=7)),
        ({"date": "2021/05/07"}, Date(year=2021, month=5, day=7)),
        ({"date": "7 May 2021"}, Date(year=2021, month=5, day=7)),
        ({"date": "May 7, 2021"}, Date(year=2021, month=5, day=7)),
        ({"date": "May 2021"}, Date(year=2021, month=5)),
        ({"date": "27/05/2021"}, Date(year=2021, month=5, day=27)),
        ({"date": "05/27/2021"}, Date(year=2021, month=5, day=27)),
        ({"date": "05/07/2021"}, Date(year=2021, literal="05/07/2021")),
        ({"date": "2021-05-07T10:11:12"}, Date(year=2021, month=5, day=7)),
        ({"date": "2020 Dec-2021 Jan"}, Date(year=2020, month=12, end=Date(year=2021, month=1))),
        ({"date": "15 May15, 2023"}, Date(year=2023, month=5, day=15)),
        ({"date": "Sept.-Oct. 2025"}, Date(year=2025, month=9, end=Date(year=2025, month=10))),
        ({"date": "November, 2010"}, Date(year=2010, month=11)),
        ({"date": "1-Dec-25"}, Date(year=2025, month=12, day=1)),
        ({"date": "1-Dec-98"}, Date(year=1998, month=12, day=1)),
        ({"date": "4-9 Lent 2026"}, Date(year=2026, literal="4-9 Lent 2026")),
        ({"year": "n.d."}, Date(literal="n.d.")),
    ],
)
def test_dates(cells: dict[str, str], date: Date) -> None:
    """Dates are read in whatever order they stand; where day and month cannot be told, the wording is kept."""
    assert date == row(**cells).issued


@pytest.mark.parametrize(
    ("cell", "date"), [("OCT 2019", Date(year=2019, month=10)), ("Oct-19", Date(year=2019, month=10))]
)
def test_early_access(cell: str, date: Date) -> None:
    """The Web of Science has a month and a year, of which Excel makes a form of its own."""
    assert date == row_of({"title": "T", "early access date": cell}).available_date


@pytest.mark.parametrize(
    ("kind", "online", "date"),
    [
        ("Article; Early Access", "OCT 2019", Date(year=2019, month=10)),
        ("Article; Early Access", "", None),
        ("Article", "OCT 2019", None),
    ],
)
def test_an_article_in_early_access_is_cited_by_that(kind: str, online: str, date: Date | None) -> None:
    """What no issue has yet is cited by the day on which it appeared online, if the row has one."""
    assert date == row_of({"title": "T", "document type": kind, "early access date": online}).issued


@pytest.mark.parametrize(
    ("cells", "date", "left"),
    [
        ({"year": "2021", "published month": "May", "date": "live"}, Date(year=2021, literal="live"), ["May"]),
        ({"year": "2021", "published day": "7", "date": "MAR 15"}, Date(year=2021, month=3, day=15), ["7"]),
        ({"year": "2021-05-07", "published day": "9"}, Date(year=2021, literal="2021-05-07 9"), []),
        ({"year": "2021", "date": "1234-5678"}, Date(year=2021, literal="1234-5678"), []),
        ({"year": "2021", "month": "May", "pub month": "June"}, Date(year=2021, month=5), ["June"]),
        ({"year": "2021", "month": "May", "pub month": "May"}, Date(year=2021, month=5), []),
    ],
)
def test_parts_of_a_date_that_do_not_fit_are_kept(cells: dict[str, str], date: Date, left: list[str]) -> None:
    """What another column says otherwise, or what is no part of a date."""
    found = row(**cells)

    assert (date, left) == (found.issued, [value for _, value in found.extra])


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("8-10 Jan. 2026", (2026, 1, 8), (2026, 1, 10)),
        ("30 Nov.-1 Dec. 2022", (2022, 11, 30), (2022, 12, 1)),
        ("30 Dec-2 Jan 2021", (2020, 12, 30), (2021, 1, 2)),
        ("30 July 2019 through 2 August 2019", (2019, 7, 30), (2019, 8, 2)),
        ("NOV 12-15, 2025", (2025, 11, 12), (2025, 11, 15)),
        ("JUL 30-AUG 02, 2019", (2019, 7, 30), (2019, 8, 2)),
        ("DEC 30, 2019-JAN 02, 2020", (2019, 12, 30), (2020, 1, 2)),
    ],
)
def test_days_of_a_conference(cell: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """The days of a conference are read as IEEE Xplore, Scopus and the Web of Science write them."""
    start, end = (dict(zip(("year", "month", "day"), day, strict=True)) for day in (first, last))

    assert Date(**start, end=Date(**end)) == row(**{"Conference date": cell}).event_date


def test_years_that_disagree() -> None:
    """The date counts, the other year is kept."""
    citation = row(year="2020", date="2021-05")

    assert (Date(year=2021, month=5), (("csv:year", "2020"),)) == (citation.issued, citation.extra)


@pytest.mark.parametrize(
    ("cells", "date", "left"),
    [
        (
            {"issue_date": "February 2017", "month": "December", "year": "2016"},
            Date(year=2017, month=2),
            "2016 December",
        ),
        ({"date": "Spring 2018", "month": "March", "year": "2018"}, Date(year=2018, season=1), "March"),
        ({"date": "2021-05-07", "month": "May", "day": "8", "year": "2021"}, Date(year=2021, month=5, day=7), "May 8"),
        ({"date": "2021-05-07", "month": "5", "year": "2021"}, Date(year=2021, month=5, day=7), ""),
        ({"date": "2021-05", "month": "5", "day": "7", "year": "2021"}, Date(year=2021, month=5, day=7), ""),
        ({"date": "2021", "month": "May", "year": "2021"}, Date(year=2021, month=5), ""),
    ],
)
def test_months_beside_a_date(cells: dict[str, str], date: Date, left: str) -> None:
    """Month and day of their own make a date finer; those of another date are kept beside it."""
    citation = row(**cells)

    assert (date, left) == (citation.issued, " ".join(value for _, value in citation.extra))


@pytest.mark.parametrize(
    ("head", "row", "date"),
    [
        ("Published Year,Published Month", "2020,Jan", Date(year=2020, month=1)),
        ("Year,Month,Day", "2020,5,7", Date(year=2020, month=5, day=7)),
        ("year,month", "2020.0,5.0", Date(year=2020, month=5)),
        ("Pub Year,Pub Month", "2020,May", Date(year=2020, month=5)),
        ("year", "2020/05", Date(year=2020, month=5)),
        ("year", "2020-05", Date(year=2020, month=5)),
        ("year", "2020-05-07", Date(year=2020, month=5, day=7)),
        ("year", "2019/20", Date(year=2019, literal="2019/20")),
    ],
)
def test_years_and_months(head: str, row: str, date: Date) -> None:
    """Year and month are taken from columns of their own, or from one cell."""
    (citation,) = loads(f"title,{head}\nT,{row}\n", "csv", report=Report())

    assert date == citation.issued


@pytest.mark.parametrize(
    ("date", "year", "issued"),
    [
        ("1930-08-01", "2017", Date(year=2017, month=8, day=30)),
        ("2022-06-01", "2017", Date(year=2017, month=6, day=22)),
        ("2018-04-01", "2017", Date(year=2018, month=4, day=1)),
        ("2022-06-03", "2017", Date(year=2022, month=6, day=3)),
    ],
)
def test_years_made_of_days(date: str, year: str, issued: Date) -> None:
    """A spreadsheet takes the day in ``Aug 30`` for a year; the column of years tells the right one."""
    assert issued == row_of({"Title": "T", "Date": date, "Year": year}).issued


def test_dates_that_programs_leave_as_objects() -> None:
    """Python's object for a date of PubMed's is read as the date."""
    cell = "{'Year': '2025', 'Month': 'Apr', 'Day': '08'}"
    assert row_of({"Title": "T", "Publication Date": cell}).issued == Date(year=2025, month=4, day=8)
    assert row_of({"Title": "T", "Publication Date": "{'Year': '2025'}"}).issued == Date(year=2025)
    months = Date(year=2021, month=7, end=Date(year=2021, month=8))
    assert row_of({"Title": "T", "Publication Date": "{'MedlineDate': '2021 Jul-Aug'}"}).issued == months


def test_days_that_are_none() -> None:
    """ProQuest has a 0 where there is no day."""
    found = [row_of({"Title": "T", "pubdate": date}).issued for date in ("0, 2017", "Jan 0, 2017", "Jan 10, 2017")]
    assert found == [Date(year=2017), Date(year=2017, month=1), Date(year=2017, month=1, day=10)]


def test_ieee_date_of_several_months() -> None:
    """IEEE has a day before months, too, that says nothing."""
    months = Date(year=2023, month=7, end=Date(year=2023, month=8))
    assert months == row(date="1 July-Aug. 2023").issued
    assert Date(year=2020, month=10, day=1) == row(date="1 Oct. 2020").issued


def test_days_in_capitals() -> None:
    """bibliometrix has all in capitals."""
    held = row(Conference_date="13 DECEMBER 2021 THROUGH 16 DECEMBER 2021").event_date
    assert Date(year=2021, month=12, day=13, end=Date(year=2021, month=12, day=16)) == held


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        ("4/1/22 12/31/99", [(2022, 4, 1), (1999, 12, 31)]),
        ("31/12/1999 4/1/2022", [(1999, 12, 31), (2022, 1, 4)]),
        ("22-08-2015 04-01-2022", [(2015, 8, 22), (2022, 1, 4)]),
        ("12/31/2020 31/12/2020 4/1/2022", [(2020, 12, 31), (2020, 12, 31), (0, 0, 0)]),
        ("4/1/22 5/6/22", [(0, 0, 0), (0, 0, 0)]),
        ("12/31/99 31/1/22 1/2/3", [(0, 0, 0), (0, 0, 0), (0, 0, 0)]),
    ],
)
def test_order_of_day_and_month_in_a_column(cells: str, dates: list[tuple[int, int, int]]) -> None:
    """A number over 12 in one cell tells the order in its column; where none does, or they differ, nobody knows."""
    rows = "".join([f"T,{cell}\n" for cell in cells.split()])
    found = [citation.issued for citation in loads(f"title,publication date\n{rows}", "csv")]
    assert [(date.year, date.month, date.day) if date and not date.literal else (0, 0, 0) for date in found] == dates
