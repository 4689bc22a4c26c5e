"""What the references of a list change in one another: their order, what tells them apart, names that return."""

from __future__ import annotations

from typing import Any

import pytest

from small_styles import ABEL, BERG, ZORN, one, printed

SEJOON, SOOHYUN = {"family": "Lee", "given": "Sejoon"}, {"family": "Lee", "given": "Soohyun"}
KIM, BO, XU = {"family": "Kim", "given": "A"}, {"family": "Bo", "given": "C"}, {"family": "Xu", "given": "Q"}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ('<key variable="title"/>', ["abc", "Abd", "Émile", "über", "zoo"]),
        ('<key variable="title" sort="descending"/>', ["zoo", "über", "Émile", "Abd", "abc"]),
        ('<key variable="issued"/>', ["zoo", "Abd", "abc", "Émile", "über"]),
        ('<key variable="author"/><key variable="title"/>', ["Abd", "über", "zoo", "abc", "Émile"]),
    ],
)
def test_order(key: str, expected: list[str]) -> None:
    """Accents and case do not count, items without a value come last, ties keep the order of the input."""
    items = [
        {"title": "zoo", "issued": {"date-parts": [[1999, 5]]}, "author": [ZORN]},
        {"title": "Abd", "issued": {"date-parts": [[1999, 6]]}, "author": [ABEL]},
        {"title": "abc", "issued": {"date-parts": [[2001]]}},
        {"title": "Émile", "issued": {"date-parts": [[2001]]}},
        {"title": "über", "author": [BERG]},
    ]
    assert expected == printed('<text variable="title"/>', items, sort=f"<sort>{key}</sort>")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ('<key variable="title"/>', ["Ebb", "Ebb &#38;", "Ebb — 2"]),
        ('<key macro="year"/>', ["Ebb — 2", "Ebb", "Ebb &#38;"]),
        ('<key variable="page-first"/>', ["Ebb &#38;", "Ebb", "Ebb — 2"]),
    ],
)
def test_keys_of_an_order(key: str, expected: list[str]) -> None:
    """A sign counts as a word of no letters; macros with dates sort by those alone; pages by the first."""
    items = [
        {"title": "Ebb — 2", "issued": {"date-parts": [[2003]]}, "page": "12"},
        {"title": "Ebb", "page": "7-80"},
        {"title": "Ebb &", "issued": {"literal": "soon"}, "page": "5-6"},
    ]
    macro = (
        '<macro name="year"><choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if>'
        '<else><text value="1999"/></else></choose></macro>'
    )
    assert expected == printed('<text variable="title"/>', items, macros=macro, sort=f"<sort>{key}</sort>")


def test_signs_part_numbers_in_an_order() -> None:
    """Signs do not count, but numbers on both sides of one are two."""
    titles = ["Version 2", "Version 10.1", "Version 11", "Version 101"]
    items = [{"title": title} for title in reversed(titles)]
    assert titles == printed('<text variable="title"/>', items, sort='<sort><key variable="title"/></sort>')


@pytest.mark.parametrize(
    ("use", "expected"), [("", ["Kim Bo Xu", "Kim Bo Abel"]), ("true", ["Kim Bo Abel", "Kim Bo Xu"])]
)
def test_the_last_name_of_a_list_in_an_order(use: str, expected: list[str]) -> None:
    """References sort by the last name of a list cut short where a key says so, or what prints the names."""
    names = '<names variable="author"><name form="short" delimiter=" "/></names>'
    items = [{"author": [KIM, BO, last]} for last in (XU, ABEL)]
    options = f'names-min="3" names-use-first="1" names-use-last="{use}"'
    assert expected == printed(names, items, sort=f'<sort><key variable="author" {options}/></sort>')
    style = 'et-al-min="3" et-al-use-first="1" et-al-use-last="true"'
    cut = [f"Kim … {name.split()[-1]}" for name in ["Kim Bo Abel", "Kim Bo Xu"]]
    assert cut == printed(names, items, bibliography=style, sort='<sort><key variable="author"/></sort>')


def test_particles_with_apostrophes_in_an_order() -> None:
    """A particle is a word of its own where names sort by it, be it written together with the family name."""
    families = ["d’Ormesson", "Data", "de’ Medici", "de Gaulle"]
    items = [{"author": [{"family": family, "given": "Ada"}]} for family in reversed(families)]
    names = '<names variable="author"><name form="short"/></names>'
    sort, style = '<sort><key variable="author"/></sort>', 'demote-non-dropping-particle="never"'
    assert families == printed(names, items, sort=sort, style=style)


def test_given_names_in_full_count_in_the_order() -> None:
    """People who share initials are in their order by the names that tell them apart."""
    names = '<names variable="author"><name initialize-with="." form="long" name-as-sort-order="all"/></names>'
    citation = (
        '<citation disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name">'
        f"<layout>{names}</layout></citation>"
    )
    items = [{"author": [{"family": "Zorn", "given": given}]} for given in ("Berta", "Bella", "Ada")]
    lines = printed(names, items, sort='<sort><key variable="author"/></sort>', citation=citation)
    assert ["Zorn, A.", "Zorn, Bella", "Zorn, Berta"] == lines


def test_year_suffixes() -> None:
    """What a citation could not tell apart gets a letter, in the order of the list."""
    year = '<date variable="issued"><date-part name="year"/></date>'
    citation = (
        f'<citation disambiguate-add-year-suffix="true"><layout><names variable="author"/>{year}</layout></citation>'
    )
    items = [
        {"title": title, "author": [author], "issued": {"date-parts": [[2019]]}}
        for title, author in (("Flow", ZORN), ("Ebb", ZORN), ("Lone", ABEL))
    ]
    lines = printed(f'<text variable="title" suffix=" "/>{year}', items, sort='<sort><key variable="title"/></sort>',
                    citation=citation)  # fmt: skip
    assert ["Ebb 2019a", "Flow 2019b", "Lone 2019"] == lines


def test_year_suffixes_of_ranges_and_words() -> None:
    """The letter stands behind the range; words have none."""
    year = '<date variable="issued"><date-part name="year"/></date>'
    citation = f'<citation disambiguate-add-year-suffix="true"><layout>{year}</layout></citation>'
    items: list[dict[str, Any]] = [{"issued": {"date-parts": [[1999], [2001]]}}] * 2
    items += [{"issued": {"literal": "soon"}}] * 2
    assert ["1999–2001a", "1999–2001b", "soon", "soon"] == printed(year, items, citation=citation)


def test_citations_are_told_apart_as_if_they_came_again() -> None:
    """What a citation shows only the first time does not tell it from another."""
    citation = (
        '<citation disambiguate-add-year-suffix="true"><layout><choose><if position="subsequent">'
        '<text value="ibid."/></if><else><text variable="title"/></else></choose></layout></citation>'
    )
    year = '<date variable="issued"><date-part name="year"/></date>'
    items = [{"title": title, "issued": {"date-parts": [[1999]]}} for title in ("Ebb", "Flow")]
    assert ["1999a", "1999b"] == printed(year, items, citation=citation)


def test_lists_are_told_apart_as_short_as_they_are_when_they_come_again() -> None:
    """Citations whose lists are cut to the same name when they come again have year suffixes."""
    names = '<names variable="author"><name form="short"/></names>'
    year = '<date variable="issued"><date-part name="year"/></date>'
    citation = (
        '<citation et-al-min="4" et-al-use-first="1" et-al-subsequent-min="3" et-al-subsequent-use-first="1" '
        f'disambiguate-add-year-suffix="true"><layout>{names}{year}</layout></citation>'
    )
    items = [
        {"author": people, "issued": {"date-parts": [[1999]]}} for people in ([ZORN, KIM, BO, XU], [ZORN, KIM, BO])
    ]
    assert ["1999a", "1999b"] == printed(year, items, citation=citation)


@pytest.mark.parametrize(
    ("rules", "lists", "expected"),
    [
        ("add-givenname", [[SEJOON, KIM], [SOOHYUN, KIM]], ["Lee, Sejoon, Kim, A.", "Lee, Soohyun, Kim, A."]),
        ("add-givenname", [[KIM, SEJOON, SOOHYUN]], ["Kim, A., Lee, Sejoon, Lee, Soohyun"]),
        ("add-givenname", [[SEJOON], [KIM]], ["Lee, S.", "Kim, A."]),
        ("add-names add-givenname", [[ZORN, KIM, BO, XU], [ZORN, KIM, XU, BO]],
         ["Zorn, A.B., Kim, A., Bo, C., et al.", "Zorn, A.B., Kim, A., Xu, Q., et al."]),
        ("add-names", [[ZORN, KIM, BO, XU], [ZORN, KIM, XU, BO]], ["Zorn, A.B. et al.", "Zorn, A.B. et al."]),
        ("", [[SEJOON], [SOOHYUN]], ["Lee, S.", "Lee, S."]),
    ],
)  # fmt: skip
def test_names_that_tell_references_apart(rules: str, lists: list[list[dict[str, str]]], expected: list[str]) -> None:
    """Where citations would be the same, references show more names, and given names in full."""
    attributes = " ".join(f'disambiguate-{rule}="true"' for rule in rules.split())
    short = '<names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/></names>'
    names = '<names variable="author"><name name-as-sort-order="all" initialize-with="." {}/></names>'
    et_al = 'et-al-min="4" et-al-use-first="1"'
    citation = f"<citation {attributes}><layout>{short}</layout></citation>"
    assert expected == printed(names.format(et_al), [{"author": authors} for authors in lists], citation=citation)


@pytest.mark.parametrize(
    ("citation", "references", "expected"),
    [
        ("", 'et-al-min="3" et-al-use-first="1"', "Zorn, Abel, Berg"),
        ('et-al-min="3" et-al-use-first="2"', 'et-al-min="3" et-al-use-first="1"', "Zorn, Abel, et al."),
        ("", 'et-al-min="4" et-al-use-first="1" et-al-use-last="true"', "Zorn, Abel, … Orr"),
        ('et-al-min="3" et-al-use-first="1" et-al-subsequent-min="9"', 'et-al-min="3" et-al-use-first="1"',
         "Zorn, Abel, Berg, et al."),
    ],
)  # fmt: skip
def test_a_reference_shows_as_many_names_as_its_citation(citation: str, references: str, expected: str) -> None:
    """Where names may be added to tell citations apart, those of the citation are shown, whatever cuts the list."""
    names = '<names variable="author"><name form="short"/></names>'
    rules = 'disambiguate-add-names="true" disambiguate-add-givenname="true"'
    plain = [{"family": name["family"], "given": name["given"]} for name in (ZORN, ABEL, BERG)]
    authors = plain if "last" not in references and "subsequent" not in citation else [*plain, {"family": "Orr"}]
    layout = f"<citation {rules} {citation}><layout>{names}</layout></citation>"
    assert expected == one(names, {"author": authors}, citation=layout, bibliography=references)


def test_citations_without_end_that_are_the_same_cost_little() -> None:
    """A thousand references that nothing tells apart get their letters."""
    year = '<date variable="issued"><date-part name="year"/></date>'
    rules = 'disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"'
    citation = f'<citation {rules}><layout><names variable="author"/>{year}</layout></citation>'
    item = {"author": [ZORN, ABEL], "issued": {"date-parts": [[2019]]}}
    lines = printed(year, [item] * 1000, citation=citation)
    assert ["2019a", "2019b", "2019all"] == [lines[0], lines[1], lines[-1]]


@pytest.mark.parametrize(
    ("rule", "second", "expected"),
    [
        ("complete-all", [ZORN, ABEL], "———. Flow"),
        ("complete-all", [ZORN], "Ada Berta Zorn. Flow"),
        ("complete-each", [ZORN, ABEL], "———, ———. Flow"),
        ("partial-each", [ZORN, BERG], "———, Ole van den Berg. Flow"),
        ("partial-first", [ZORN, BERG], "———, Ole van den Berg. Flow"),
        ("complete-all", [ABEL, ZORN], "Jean-Luc Abel, Ada Berta Zorn. Flow"),
    ],
)
def test_names_that_return(rule: str, second: list[dict[str, str]], expected: str) -> None:
    """The names of the entry before are replaced as the style's rule says."""
    bibliography = f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"'
    items = [{"title": "Ebb", "author": [ZORN, ABEL]}, {"title": "Flow", "author": second}]
    layout = '<names variable="author" suffix=". "/><text variable="title"/>'
    assert expected == printed(layout, items, bibliography=bibliography)[1]


@pytest.mark.parametrize(
    ("term", "again"), [("<text term='anonymous'/>", "Anonymous"), ("<text variable='title'/>", "———")]
)
def test_what_is_put_in_place_of_the_same_names(term: str, again: str) -> None:
    """The same title in place of names is replaced as they are, a term is not."""
    layout = f'<names variable="author"><substitute>{term}</substitute></names>'
    second = printed(layout, [{"title": "Ebb"}] * 2, bibliography='subsequent-author-substitute="———"')[1]
    assert again == second


@pytest.mark.parametrize(
    ("rule", "term", "again"),
    [
        ("complete-all", "<text variable='title' font-style='italic'/>", "<i>———</i>"),
        ("complete-all", "<text variable='title' quotes='true'/>", "“———”"),
        ("partial-each", "<text variable='title'/>", "———"),
        ("partial-each", "<text macro='name'/>", "Ebb"),
        ("partial-first", "<text macro='name' font-style='italic'/>", "———"),
    ],
)
def test_texts_that_return(rule: str, term: str, again: str) -> None:
    """The mark in place of a title has the formats of that; the rule for each name holds for a variable alone."""
    layout = f'<names variable="author"><substitute>{term}</substitute></names>'
    bibliography = f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"'
    macros = '<macro name="name"><text variable="title"/></macro>'
    assert printed(layout, [{"title": "Ebb"}] * 2, bibliography=bibliography, macros=macros)[1] == again


@pytest.mark.parametrize("title", ["‘Ebb’ and <i>flow</i>", 'The "ebb"', "On <sup>2</sup>ebb"])
def test_a_mark_has_none_of_the_markup_it_replaces(title: str) -> None:
    """A mark in place of a title has the format of the style, and no quotes or markup of the title."""
    names = (
        '<names variable="author"><substitute><text variable="title" font-weight="bold" quotes="true"/></substitute>'
        "</names>"
    )
    items = [{"title": title}] * 2
    assert "“<b>—</b>”" == printed(names, items, bibliography='subsequent-author-substitute="—"')[1]


def test_marks_have_no_format_of_the_family_name() -> None:
    """What stands in place of single names has the format of names, but not that of their parts."""
    name = '<name form="short" font-weight="bold"><name-part name="family" font-variant="small-caps"/></name>'
    bibliography = 'subsequent-author-substitute="—" subsequent-author-substitute-rule="partial-each"'
    items = [{"author": [ZORN]}, {"author": [ZORN]}]
    entries = printed(f'<names variable="author">{name}</names>', items, bibliography=bibliography)
    assert ['<b><span style="font-variant:small-caps;">Zorn</span></b>', "<b>—</b>"] == entries


def test_initials_that_have_no_longer_form_stay_as_they_are() -> None:
    """Where somebody is told from others by names in full, and has but initials, these have no marks of the style."""
    names = '<names variable="author"><name initialize-with="."/></names>'
    citation = f'<citation disambiguate-add-givenname="true"><layout>{names}</layout></citation>'
    items = [{"author": [{"family": "Ek", "given": given}]} for given in ("E J", "Eva J")]
    citation = citation.replace("<citation", '<citation givenname-disambiguation-rule="all-names"')
    assert ["E J Ek", "Eva J Ek"] == printed(names, items, citation=citation)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("primary-name", ["A. Adams", "B. Adams"]),
        ("all-names", ["A. Adams", "B. Adams"]),
        ("by-cite", ["Ann Adams", "Bo Adams"]),
    ],
)
def test_initials_are_enough_where_they_tell_people_apart(rule: str, expected: list[str]) -> None:
    """The citation has given names in full, for it knows no initials; the reference has them by a rule for people."""
    cited = '<names variable="author"><name form="short"/></names>'
    citation = (
        f'<citation disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"><layout>{cited}</layout>'
        "</citation>"
    )
    items = [{"author": [{"family": "Adams", "given": given}]} for given in ("Ann", "Bo")]
    layout = '<names variable="author"><name initialize-with="."/></names>'
    assert expected == printed(layout, items, citation=citation)


def test_a_family_twice_in_a_list_of_short_names() -> None:
    """Relatives who write together need no given names where the style prints none."""
    names = '<names variable="author"><name form="short"/></names>'
    citation = f'<citation disambiguate-add-givenname="true"><layout>{names}</layout></citation>'
    assert ["Lee, Lee"] == printed(names, [{"author": [SEJOON, SOOHYUN]}], citation=citation)


def test_names_behind_marks_are_told_from_others() -> None:
    """A list that begins with marks has the given names in full that it would have without them."""
    names = '<names variable="author"><name initialize-with="." name-as-sort-order="all"/></names>'
    citation = (
        '<citation disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names"><layout>'
        f"{names}</layout></citation>"
    )
    bibliography = 'subsequent-author-substitute="—" subsequent-author-substitute-rule="partial-each"'
    items = [{"author": [KIM, SEJOON]}, {"author": [KIM, SOOHYUN]}]
    entries = printed(names, items, citation=citation, bibliography=bibliography)
    assert ["Kim, A., Lee, Sejoon", "—, Lee, Soohyun"] == entries


def test_the_same_names_may_be_left_out() -> None:
    """A style whose mark is empty begins the reference with what follows, and puts nothing else in their place."""
    layout = (
        '<group delimiter=". "><names variable="author"><name form="short"/><substitute><text variable="publisher"/>'
        '</substitute></names><text variable="title"/></group>'
    )
    items = [{"author": [ZORN], "title": title, "publisher": "Tides"} for title in ("Ebb", "Flow")]
    assert ["Zorn. Ebb", "Flow"] == printed(layout, items, bibliography='subsequent-author-substitute=""')


def test_marks_have_the_delimiters_of_persons() -> None:
    """Marks in place of names are parted as these are, and not as institutions."""
    layout = '<names variable="author"><name and="text" delimiter-precedes-last="always"/></names>'
    bibliography = 'subsequent-author-substitute="———" subsequent-author-substitute-rule="partial-each"'
    assert printed(layout, [{"author": [ZORN, ABEL]}] * 2, bibliography=bibliography)[1] == "———, and ———"


@pytest.mark.parametrize(
    ("name", "second", "expected"),
    [
        ('name-as-sort-order="first"', [ZORN], "———"),
        ('initialize-with="."', [{"family": "Zorn", "given": "Anna Berta"}], "A.B. Zorn"),
        ('form="short"', [{"family": "Zorn", "given": "Eva"}], "Zorn"),
        ('form="short" et-al-min="2" et-al-use-first="1"', [ZORN, BERG], "———"),
    ],
)
def test_the_same_people(name: str, second: list[dict[str, str]], expected: str) -> None:
    """Names are the same where those printed are of the same people, however they are set and whoever is not shown."""
    layout = (
        f'<names variable="author"><name {name}/><substitute><names variable="interviewer"><name {name}/></names>'
        "</substitute></names>"
    )
    items = [{"author": [ZORN]}, {"interviewer": second}]
    assert printed(layout, items, bibliography='subsequent-author-substitute="———"')[1] == expected


def test_institutions_are_the_same_however_they_are_named() -> None:
    """A group is the same whether it is given as a whole or as a family name."""
    items = [{"author": [{"literal": "Tide Group"}]}, {"author": [{"family": "Tide Group"}]}]
    assert printed('<names variable="author"/>', items, bibliography='subsequent-author-substitute="—"')[1] == "—"


def test_a_mark_that_is_escaped_twice() -> None:
    """Some styles write their mark as HTML has it."""
    items = [{"author": [ZORN]}] * 2
    mark = 'subsequent-author-substitute="&amp;#8212;"'
    assert printed('<names variable="author"/>', items, bibliography=mark)[1] == "—"


@pytest.mark.parametrize(
    ("rule", "expected"), [("all-names", ["2019", "2019"]), ("all-names-with-initials", ["2019a", "2019b"])]
)
def test_given_names_tell_apart_what_the_rule_shows_of_them(rule: str, expected: list[str]) -> None:
    """Where initials alone may be added, people who share them get year suffixes."""
    year = '<date variable="issued"><date-part name="year"/></date>'
    rules = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    names = '<names variable="author"><name form="short" initialize-with="."/></names>'
    citation = f'<citation disambiguate-add-year-suffix="true" {rules}><layout>{names}{year}</layout></citation>'
    items = [
        {"author": [{"family": "Zorn", "given": given}], "issued": {"date-parts": [[2019]]}}
        for given in ("Ada", "Anna")
    ]
    assert expected == printed(year, items, citation=citation)


def test_days_of_access_tell_nothing_apart() -> None:
    """Pages that are cited by the year of access get year suffixes where all else is the same."""
    year = '<date variable="accessed"><date-part name="year"/></date>'
    citation = f'<citation disambiguate-add-year-suffix="true"><layout>Anon {year}</layout></citation>'
    items = [{"accessed": {"date-parts": [[2020]]}}, {"accessed": {"date-parts": [[2023]]}}]
    assert ["2020a", "2023b"] == printed(year, items, citation=citation.replace("Anon", '<text value="Anon"/>'))


@pytest.mark.parametrize(("names", "order"), [("", "Flow Ebb"), ('names-min="2" names-use-first="1"', "Ebb Flow")])
def test_sorting_by_the_first_of_several_names(names: str, order: str) -> None:
    """A key may have only some of the names; where they are the same, the next key decides."""
    items = [{"author": [ZORN, BERG], "title": "Ebb"}, {"author": [ZORN, ABEL], "title": "Flow"}]
    sort = f'<sort><key variable="author" {names}/><key variable="title"/></sort>'

    assert printed('<text variable="title"/>', items, sort=sort) == order.split()


def test_labels_tell_the_same_ones_apart_and_sort() -> None:
    """A year suffix stands behind the label, and nowhere else; a list may be in the order of its labels."""
    label = '<text variable="citation-label"/>'
    citation = f'<citation disambiguate-add-year-suffix="true"><layout>{label}</layout></citation>'
    items = [
        {"title": title, "author": [{"family": family}], "issued": {"date-parts": [[year]]}}
        for title, family, year in (("Ebb", "Zorn", 1999), ("Flow", "Zorn", 1999), ("Tide", "Abel", 2001))
    ]
    layout = f'{label}<text variable="title" prefix=" "/><date variable="issued" prefix=" " form="text"/>'
    sort = '<sort><key variable="citation-label"/></sort>'
    entries = printed(layout, items, citation=citation, sort=sort)
    assert ["Abel01 Tide 2001", "Zorn99a Ebb 1999", "Zorn99b Flow 1999"] == entries


@pytest.mark.parametrize(
    ("locale", "families"),
    [
        ("en-US", "Aalto Åberg Celan Chan Clegg Ibsen Zorn"), ("cs-CZ", "Celan Clegg Hora Chan Ibsen"),
        ("sk-SK", "Celan Clegg Hora Chan Ibsen"), ("hr-HR", "Dus Džep Đerek Luz Ljub Nuz Njeg"),
        ("hu-HU", "Cuz Csak Nuz Nnyu Nyul Ödön Őry Ötvös Pap"), ("da-DK", "Burns Bürkner Zorn Ärt Örn Øst Åberg Aalto"),
        ("sv-SE", "Burns Bürkner Zorn Åberg Ärt Örn Øst"), ("lt-LT", "Ibenas Ydas Igas Jonas"),
        ("tr-TR", "NIH Nie Nim"), ("ru-RU", "Іл Йод Яр Abel Zorn"), ("uk-UA", "Гай Ґай Іл Їжак Йод Abel"),
        ("el-GR", "Άλφα Βήτα Abel"), ("en-US", "©ide €bb 2nd Abel"),
    ],
)  # fmt: skip
def test_the_order_of_a_language(locale: str, families: str) -> None:
    """Names sort as the style's language has its letters, of one sign or several, and its own script before Latin.

    Signs come first, and then numbers.
    """
    items = [{"author": [{"family": family}]} for family in reversed(families.split())]
    sort = '<sort><key variable="author"/></sort>'
    found = printed('<names variable="author"/>', items, sort=sort, style=f'default-locale="{locale}"')
    assert families.split() == found


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("all-names", ["Adams A., Moe B.", "Adams N., Ek, Moe C.", "Ek"]),
        ("all-names-with-initials", ["Adams A., Moe B.", "Adams N., Ek, Moe C.", "Ek"]),
        ("primary-name", ["Adams A., Moe", "Adams N., Ek, Moe", "Ek"]),
        ("by-cite", ["Adams, Moe", "Adams, Ek, Moe", "Ek"]),
    ],
)
def test_initials_wherever_people_share_a_family(rule: str, expected: list[str]) -> None:
    """Short names of people with the same family have initials in the list too, of all or of first authors alone."""
    names = (
        '<names variable="author"><name form="short" name-as-sort-order="all" sort-separator=" " initialize-with="."/>'
        "</names>"
    )
    citation = (
        f'<citation disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"><layout>{names}</layout>'
        "</citation>"
    )
    adams, nan = {"family": "Adams", "given": "Ada"}, {"family": "Adams", "given": "Nan"}
    bo, cy, ek = (
        {"family": "Moe", "given": "Bo"},
        {"family": "Moe", "given": "Cy"},
        {"family": "Ek", "given": "Eva"},
    )
    items = [{"author": people} for people in ([adams, bo], [nan, ek, cy], [ek])]
    assert expected == printed(names, items, citation=citation)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("all-names", ["A. Adams. Bo Moe, C. Ek", "N. Adams. Ben Moe"]),
        ("primary-name", ["A. Adams. Bo Moe, C. Ek", "N. Adams. Ben Moe"]),
        ("by-cite", ["A. Adams. B. Moe, C. Ek", "N. Adams. B. Moe"]),
    ],
)
def test_editors_are_told_from_others(rule: str, expected: list[str]) -> None:
    """Given names that tell people apart stand wherever these are named, the first of a list or all."""
    name = '<name initialize-with=". "/>'
    layout = f'<names variable="author">{name}</names><names variable="editor" prefix=". ">{name}</names>'
    cited = '<names variable="author editor"><name form="short"/></names>'
    citation = (
        f'<citation disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"><layout>{cited}</layout>'
        "</citation>"
    )
    items = [
        {"author": [{"family": "Adams", "given": "Ada"}],
         "editor": [{"family": "Moe", "given": "Bo"}, {"family": "Ek", "given": "Cy"}]},
        {"author": [{"family": "Adams", "given": "Nan"}], "editor": [{"family": "Moe", "given": "Ben"}]},
    ]  # fmt: skip
    assert expected == printed(layout, items, citation=citation)


def test_a_list_without_names_counts_none() -> None:
    """Where references sort by how many names they have, those without any come first."""
    items = [{"title": "two", "author": [ZORN, ABEL]}, {"title": "one", "author": [BERG]}, {"title": "none"}]
    macro = '<macro name="count"><names variable="author"><name form="count"/></names></macro>'
    sort = '<sort><key macro="count"/></sort>'
    assert ["none", "one", "two"] == printed('<text variable="title"/>', items, macros=macro, sort=sort)
