"""How a reference prints dates, pages and other numbers."""

from __future__ import annotations

from typing import Any

import pytest

from small_styles import one


@pytest.mark.parametrize(
    ("date", "attributes", "parts", "expected"),
    [
        ([[2019, 6, 3]], 'form="text"', "", "June 3, 2019"),
        ([[2019, 6, 3]], 'form="numeric"', "", "06/03/2019"),
        ([[2019, 6, 3]], 'form="text" date-parts="year-month"', "", "June 2019"),
        ([[2019, 6, 3], [2019, 7, 4]], 'form="text"', "", "June 3–July 4, 2019"),
        ([[2019, 6], [2019, 7]], 'form="text"', "", "June–July 2019"),
        ([[2019, 22]], 'form="text"', "", "Summer 2019"),
        ([[-44]], 'form="text"', "", "44 BC"),
        ([["2019", "6"]], 'form="text"', "", "June 2019"),
        ([[2019, 6]], "", '<date-part name="year"/><date-part name="month" form="short" prefix=" "/>', "2019 June"),
        ([[2019]], "", '<date-part name="year" form="short"/><date-part name="month" prefix=" "/>', "19"),
    ],
)
def test_dates(date: list[list[Any]], attributes: str, parts: str, expected: str) -> None:
    """Forms of the locale and of the style, ranges, seasons, and years before Christ."""
    layout = f'<date variable="issued" {attributes}>{parts}</date>'
    assert expected == one(layout, {"issued": {"date-parts": date}})


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ('form="text" date-parts="year" font-weight="bold"', "2019"),
        ('font-weight="bold"', "<b>2019</b>"),
    ],
)
def test_dates_of_the_locale_have_no_format_of_their_own(date: str, expected: str) -> None:
    """A format on a date whose form is that of the locale is not set, one on a date of the style is."""
    layout = f'<date variable="issued" {date}><date-part name="year"/></date>'
    assert expected == one(layout, {"issued": {"date-parts": [[2019]]}})


def test_dates_in_words() -> None:
    """A date that is words stands where the year would."""
    layout = '<date variable="issued"><date-part name="month"/><date-part name="year" prefix="(" suffix=")"/></date>'
    assert "(Spring term)" == one(layout, {"issued": {"literal": "Spring term"}})


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[499]]}, "499 AD"),
        ({"date-parts": [[500]]}, "500"),
        ({"date-parts": [[1980], [0]]}, "1980–"),
        ({"date-parts": [[2003], [2004]], "season": 4}, "Winter 2003–2004"),
        ({"date-parts": [[2003, 24], [2004, 21]]}, "Winter 2003–Spring 2004"),
    ],
)
def test_years(issued: dict[str, Any], expected: str) -> None:
    """Ancient years say so, a range may go on, and a season is that of all its years."""
    layout = '<date variable="issued" form="text" date-parts="year-month"/>'
    assert expected == one(layout, {"issued": issued}, style='default-locale="en-GB"').replace("\u00a0", " ")


def test_seasons_are_parted_as_the_style_parts_years() -> None:
    """A range of seasons has the delimiter of its largest part that differs, as one of months has."""
    layout = (
        '<date variable="issued"><date-part name="month" range-delimiter="/" suffix=" "/>'
        '<date-part name="year" range-delimiter=" to "/></date>'
    )
    assert "Spring/Summer 2003" == one(layout, {"issued": {"date-parts": [[2003, 21], [2003, 22]]}})
    assert "Winter 2003 to Spring 2004" == one(layout, {"issued": {"date-parts": [[2003, 24], [2004, 21]]}})


def test_an_empty_delimiter_parts_no_days() -> None:
    """Where a style sets nothing between the days of a range, a dash stands there: else they would be one number."""
    layout = (
        '<date variable="issued"><date-part name="day" range-delimiter="" suffix=" "/><date-part name="month"/></date>'
    )
    assert "18–22 July" == one(layout, {"issued": {"date-parts": [[1999, 7, 18], [1999, 7, 22]]}})


@pytest.mark.parametrize(
    ("pages", "form", "expected"),
    [
        ("42-45", "", "pp. 42–45"),
        ("123e1-123e9", "", "pp. 123e1-123e9"),
        ("123e1-123e9", "minimal", "pp. 123e1–9"),
        ("42", "", "p. 42"),
        ("1142-1145", "minimal", "pp. 1142–5"),
        ("1142-1145", "minimal-two", "pp. 1142–45"),
        ("1142-5", "expanded", "pp. 1142–1145"),
        ("103-104", "chicago", "pp. 103–4"),
        ("S12-S15", "expanded", "pp. S12–S15"),
        ("1042-1056.e10", "expanded", "pp. 1042-1056.e10"),
        ("e123", "", "p. e123"),
        ("pp. 3–5", "", "pp. 3–5"),
        ("7 & 9", "", "pp. 7 &#38; 9"),
        ("353-&", "", "pp. 353-"),
        ("& 9", "", "p. 9"),
        ("7; reply 9-11", "", "pp. 7; reply 9-11"),
        ("Plate 7, 50", "", "p. Plate 7, 50"),
        ("7,50-52", "", "p. 7,50-52"),
        ("Plate 7, p. 50", "", "p. Plate 7, 50"),
        ("S12-T15", "", "pp. S12-T15"),
        ("xii-xxiv", "", "pp. xii–xxiv"),
        ("12a-c", "", "p. 12a-c"),
        ("10998-11002", "chicago", "pp. 10998–11002"),
        ("1103-1210", "chicago", "pp. 1103–1210"),
        ("1103-1210", "chicago-16", "pp. 1103–210"),
    ],
)
def test_pages(pages: str, form: str, expected: str) -> None:
    """Ranges are in the style's form, with the label that their number asks for."""
    layout = '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>'
    assert expected == one(layout, {"page": pages}, style=f'page-range-format="{form}"' if form else "")


def test_words_between_pages_keep_their_dashes() -> None:
    """What is no range of two numbers, but words, stays as it is."""
    assert "42–45 and 50" == one('<text variable="page"/>', {"page": "42–45 and 50"})


def test_the_label_of_a_number_of_pages() -> None:
    """A number of pages has a term of its own, whatever the style calls pages."""
    page = '<locale><terms><term name="page" form="short">Bl.</term></terms></locale>'
    layout = '<text variable="number-of-pages"/><label variable="number-of-pages" form="short"/>'
    assert "545pp." == one(layout, {"number-of-pages": "545"}, macros=page)


def test_apostrophes_of_labels_are_curly() -> None:
    """As they are in other texts: the Hebrew locale has straight ones."""
    layout = '<label variable="page" form="short"/><text variable="page" prefix=" "/>'
    assert one(layout, {"page": "5"}, style='default-locale="he-IL"').startswith("’")


def test_the_label_of_a_locator_is_that_of_pages() -> None:
    """A reference has no locator, so its label is that of one page."""
    layout = '<group delimiter=" "><label variable="locator" form="short"/><text variable="page"/></group>'
    assert "p. 3–5" == one(layout, {"page": "3-5"})


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("ordinal", "2", "2nd"),
        ("ordinal", "2, revised", "2nd, revised"),
        ("ordinal", "2 and 3", "2nd and 3rd"),
        ("ordinal", "Rev. 2", "Rev. 2"),
        ("ordinal", "02", "02"),
        ("long-ordinal", "3", "third"),
        ("roman", "14", "xiv"),
        ("numeric", "2nd", "2nd"),
        ("numeric", "vers.2", "vers. 2"),
        ("numeric", "Vers.2", "Vers.2"),
    ],
)
def test_numbers(form: str, value: str, expected: str) -> None:
    """Ordinals, in letters up to ten, and roman numerals; a field is a number if its first part is."""
    assert expected == one(f'<number variable="edition" form="{form}"/>', {"edition": value})


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ("3-4", "3–4"),
        ("3 - 4", "3–4"),
        ("3/4", "3/4"),
        ("3&4", "3 &#38; 4"),
        ("Suppl. 2-3", "Suppl. 2-3"),
        ("TR-92-1", "TR-92-1"),
        ("92-06-03", "92-06–03"),
        (r"3\-4", "3-4"),
        ("no. 3", "3"),
    ],
)
def test_ranges_of_numbers(issue: str, expected: str) -> None:
    """A hyphen between numbers is a dash, not one within a name, nor one that is escaped."""
    assert expected == one('<text variable="issue"/>', {"issue": issue})


def test_numbers_of_cases() -> None:
    """The number of a case is one with all its hyphens; that of a report may be a range."""
    layout = '<label variable="number" form="short" suffix=" "/><number variable="number"/>'
    term = (
        '<locale><terms><term name="number" form="short"><single>no.</single><multiple>nos.</multiple></term></terms>'
        "</locale>"
    )
    assert "no. 12-345" == one(layout, {"type": "legal_case", "number": "12-345"}, macros=term)
    assert "nos. 12–345" == one(layout, {"type": "report", "number": "12-345"}, macros=term)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [("", "2nd"), ('<term name="ordinal">o</term>', "2o"), ('<term name="ordinal-02">e</term>', "2nd")],
)
def test_ordinals_come_from_one_place(terms: str, expected: str) -> None:
    """A style has ordinals of its own if it has the general one."""
    locale = f'<locale xml:lang="en"><terms>{terms}</terms></locale>'
    assert expected == one('<number variable="edition" form="ordinal"/>', {"edition": "2"}, macros=locale)


@pytest.mark.parametrize(
    ("locale", "expected"), [("pt-PT", "2.<sup>a</sup>"), ("ca-AD", "2a"), ("fr-FR", "2<sup>e</sup>")]
)
def test_ordinals_of_locales_that_have_them_with_a_gender_only(locale: str, expected: str) -> None:
    """Such a locale needs no ordinals of English; a number without a gender has the feminine one."""
    layout = '<number variable="edition" form="ordinal"/>'
    assert expected == one(layout, {"edition": "2"}, style=f'default-locale="{locale}"')


def test_a_term_of_the_style_has_the_gender_of_the_locale() -> None:
    """A style that has its own word for an edition need not say that it is feminine."""
    terms = '<locale><terms><term name="edition">édition</term></terms></locale>'
    layout = '<number variable="edition" form="ordinal"/>'
    assert "1<sup>re</sup>" == one(layout, {"edition": "1"}, macros=terms, style='default-locale="fr-FR"')
