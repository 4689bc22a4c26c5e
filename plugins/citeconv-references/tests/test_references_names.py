"""How a reference prints people: names in parts, lists of them, their roles, and what stands in their place."""

from __future__ import annotations

from typing import Any

import pytest

from small_styles import ABEL, BERG, GROUP, ZORN, one, printed


@pytest.mark.parametrize(
    ("name", "authors", "expected"),
    [
        ("", [ZORN, ABEL], "Ada Berta Zorn, Jean-Luc Abel"),
        ('and="text"', [ZORN, ABEL], "Ada Berta Zorn and Jean-Luc Abel"),
        ('and="symbol" delimiter-precedes-last="always"', [ZORN, ABEL], "Ada Berta Zorn, &#38; Jean-Luc Abel"),
        ('initialize-with="."', [ZORN, ABEL], "A.B. Zorn, J.-L. Abel"),
        ('initialize-with="" name-as-sort-order="all" sort-separator=" "', [ZORN, ABEL], "Zorn AB, Abel J-L"),
        ('name-as-sort-order="first"', [ZORN, ABEL], "Zorn, Ada Berta, Jean-Luc Abel"),
        ('form="short"', [BERG, GROUP], "van den Berg, Tide Group"),
        ('name-as-sort-order="all"', [BERG], "Berg, Ole van den"),
        ('et-al-min="3" et-al-use-first="1"', [ZORN, ABEL, BERG], "Ada Berta Zorn et al."),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', [ZORN, ABEL, BERG],
         "Ada Berta Zorn … Ole van den Berg"),
        ('et-al-min="3"', [ZORN, ABEL, BERG], "Ada Berta Zorn, Jean-Luc Abel, Ole van den Berg"),
        ('et-al-min=" 3" et-al-use-first="1 "', [ZORN, ABEL, BERG], "Ada Berta Zorn et al."),
        ('et-al-min="3" et-al-use-first="all"', [ZORN, ABEL, BERG], "Ada Berta Zorn, Jean-Luc Abel, Ole van den Berg"),
        ("", [{"family": "毛", "given": "泽东"}], "毛泽东"),
        ("", [{"family": "Zorn", "given": "Ada", "suffix": "Jr."}], "Ada Zorn Jr."),
        ("", [{"literal": "Group for <i>Fucus</i>"}], "Group for <i>Fucus</i>"),
        ('prefix="[" suffix="]"', [ZORN, GROUP], "[Ada Berta Zorn], Tide Group"),
        ('initialize="false" initialize-with="."', [{"family": "Zorn", "given": "A Jean B."}], "A. Jean B. Zorn"),
        ("", [{"family": "de la Mer", "given": "Ada"}], "Ada de la Mer"),
        ('form="short" name-as-sort-order="all"', [BERG, ZORN], "Berg, van den, Zorn"),
        ('delimiter="-" et-al-min="4" et-al-use-first="2" et-al-use-last="true"', [ZORN, ABEL, BERG, GROUP],
         "Ada Berta Zorn-Jean-Luc Abel-… Tide Group"),
    ],
)  # fmt: skip
def test_names(name: str, authors: list[dict[str, str]], expected: str) -> None:
    """Initials, order, delimiters, particles, et al., suffixes, institutions and East Asian names."""
    assert expected == one(f'<names variable="author"><name {name}/></names>', {"author": authors})


@pytest.mark.parametrize("language", ["", "zh", "ja-JP", "vi"])
def test_names_in_latin_letters_are_inverted_in_any_language(language: str) -> None:
    """An article in Chinese whose authors stand in Latin letters has the commas that the style asks for."""
    names = '<names variable="author"><name initialize-with=". " name-as-sort-order="all"/></names>'
    assert "Abel, J.-L., Zorn, A. B." == one(names, {"author": [ABEL, ZORN], "language": language})


@pytest.mark.parametrize(
    ("authors", "precedes", "expected"),
    [
        ([ZORN, ABEL], "always", "Ada Berta Zorn, とJean-Luc Abel"),
        ([ZORN, ABEL], "contextual", "Ada Berta ZornとJean-Luc Abel"),
        ([ZORN, BERG, ABEL], "always", "Ada Berta Zorn, Ole van den BergとJean-Luc Abel"),
        ([ZORN, GROUP], "always", "Ada Berta ZornとTide Group"),
    ],
)
def test_conjunctions_without_blanks(authors: list[dict[str, str]], precedes: str, expected: str) -> None:
    """Between two people a delimiter stands before a conjunction of such a script, if one always does."""
    layout = f'<names variable="author"><name and="text" delimiter-precedes-last="{precedes}"/></names>'
    assert expected == one(layout, {"author": authors}, style='default-locale="ja-JP"')


@pytest.mark.parametrize(("locale", "expected"), [("en-US", "<i>et al.</i>"), ("ja-JP", "ほか")])
def test_scripts_without_italics_have_none_for_others(locale: str, expected: str) -> None:
    """What stands for the names that are left out is slanted only in scripts that have italics."""
    layout = (
        '<names variable="author"><name et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="always"/>'
        '<et-al font-style="italic"/></names>'
    )
    printed = one(layout, {"author": [ZORN, ABEL]}, style=f'default-locale="{locale}"')
    assert f"Ada Berta Zorn, {expected}" == printed


@pytest.mark.parametrize(
    ("attributes", "name", "expected"),
    [
        ('name-delimiter="/"', "", "Ada Berta Zorn/Jean-Luc Abel, Tide Group"),
        ('name-delimiter="/"', 'delimiter="/"', "Ada Berta Zorn/Jean-Luc Abel/Tide Group"),
        ('name-delimiter="/"', 'and="text"', "Ada Berta Zorn/Jean-Luc Abel, and Tide Group"),
    ],
)
def test_what_stands_before_an_institution_at_the_end(attributes: str, name: str, expected: str) -> None:
    """It is the delimiter of cs:name itself or a comma, whatever that of the style is."""
    layout = f'<names variable="author"><name {name}/></names>'
    assert expected == one(layout, {"author": [ZORN, ABEL, GROUP]}, style=attributes)


def test_parts_of_names_have_formats() -> None:
    """Family and given name each have their format and case."""
    family = '<name-part name="family" text-case="uppercase" font-weight="bold"/>'
    parts = f'{family}<name-part name="given" font-style="italic"/>'
    assert "<i>Ada Berta</i> <b>ZORN</b>" == one(
        f'<names variable="author"><name>{parts}</name></names>', {"author": [ZORN]}
    )


def test_affixes_of_family_names_are_not_those_of_institutions() -> None:
    """An institution has the format of family names; what stands behind these, before a given name, it has not."""
    layout = (
        '<names variable="author"><name name-as-sort-order="all" sort-separator=" ">'
        '<name-part name="family" suffix="," text-case="uppercase"/></name></names>'
    )
    authors = [{"family": "Zorn", "given": "Ada"}, {"literal": "Ebb Group"}]
    assert "ZORN, Ada, EBB GROUP" == one(layout, {"author": authors})


def test_formats_of_names_hold_where_single_names_are_normal() -> None:
    """``normal`` on names takes back what is set around cs:names, not what cs:names sets."""
    layout = '<names variable="author" font-weight="bold"><name font-weight="normal" form="short"/></names>'
    assert "<b>Zorn, Abel</b>" == one(layout, {"author": [ZORN, ABEL]})
    plain = (
        '<group font-weight="bold"><names variable="author"><name font-weight="normal" form="short"/></names></group>'
    )
    assert "Zorn" == one(plain, {"author": [ZORN]})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "Mao", "given": "Zedong", "static-ordering": True}, "Mao Z."),
        ({"family": "Mao", "given": "Zedong"}, "Mao, Z."),
        ({"given": "Sukarno"}, "Sukarno"),
    ],
)
def test_names_in_an_order_of_their_own(name: dict[str, Any], expected: str) -> None:
    """Names of fixed order have no comma in any style, and a given name alone stands in full."""
    layout = '<names variable="author"><name name-as-sort-order="all" initialize-with=". "/></names>'
    assert expected == one(layout, {"author": [name]})


@pytest.mark.parametrize(
    ("locale", "authors", "expected"),
    [
        ("en-US", [ZORN, ABEL, GROUP], "Zorn, Abel and Tide Group"),
        ("zh-CN", [ZORN, ABEL], "Zorn和Abel"),
        ("zh-CN", [ZORN] * 4, "Zorn等"),
        ("fr-FR", [BERG], "van den\u00a0Berg"),
    ],
)
def test_names_are_joined_as_the_language_has_it(locale: str, authors: list[dict[str, str]], expected: str) -> None:
    """Scripts without blanks have none in a list, and some languages keep a particle with its name."""
    layout = '<names variable="author"><name form="short" et-al-min="4" et-al-use-first="1"/></names>'
    style = f'default-locale="{locale}" delimiter-precedes-last="never" and="text"'
    assert expected == one(layout, {"author": authors}, style=style)


def test_particles_are_those_of_people() -> None:
    """A family name that stands alone is not taken apart."""
    layout = '<names variable="author"><name name-as-sort-order="all"/></names>'
    assert "reeds and tides" == one(layout, {"author": [{"family": "reeds and tides"}]})
    assert "Berg, Ole van" == one(layout, {"author": [{"family": "van Berg", "given": "Ole"}]})


@pytest.mark.parametrize(
    ("family", "expected", "inverted"),
    [
        ("'t Hooft", "Ole ’t Hooft", "Hooft, Ole ’t"),
        ("de' Medici", "Ole de’ Medici", "Medici, Ole de’"),
        ("d'Ormesson", "Ole d’Ormesson", "Ormesson, Ole d’"),
    ],
)
def test_particles_with_apostrophes(family: str, expected: str, inverted: str) -> None:
    """Such a particle keeps the blank behind it, if there is one, and is left behind where names are inverted."""
    item = {"author": [{"family": family, "given": "Ole"}]}
    assert expected == one('<names variable="author"/>', item)
    assert inverted == one('<names variable="author"><name name-as-sort-order="all"/></names>', item)


@pytest.mark.parametrize(
    ("family", "expected"),
    [("van den Berg", "Van den Berg"), ("d'Ormesson", "D’Ormesson"), ("'t Hooft", "’t Hooft"), ("@ebb", "@ebb")],
)
def test_the_case_of_particles(family: str, expected: str) -> None:
    """A particle is put in its case by itself, and what does not begin with a letter stays as it is."""
    layout = '<names variable="author"><name><name-part name="family" text-case="capitalize-first"/></name></names>'
    assert f"Ole {expected}" == one(layout, {"author": [{"family": family, "given": "Ole"}]})


def test_the_case_of_particles_of_given_names() -> None:
    """A particle that is left behind the given name is put in its case by itself."""
    part = '<name-part name="given" text-case="capitalize-first"/>'
    layout = f'<names variable="author"><name name-as-sort-order="all">{part}</name></names>'
    assert "Berg, Ole Van" == one(layout, {"author": [{"family": "Berg", "given": "Ole", "dropping-particle": "van"}]})


def test_east_asian_names_have_no_affixes() -> None:
    """The affixes of the parts of a name are for names with blanks between these."""
    part = '<name-part name="given" prefix="(" suffix=")"/>'
    layout = f'<names variable="author"><name delimiter="; ">{part}</name></names>'
    assert "毛泽东; (Ole) Berg" == one(
        layout, {"author": [{"family": "毛", "given": "泽东"}, {"family": "Berg", "given": "Ole"}]}
    )


@pytest.mark.parametrize(("mark", "expected"), [("", "PhD"), (".", "Ph.D."), (". ", "Ph. D.")])
def test_suffixes_have_the_periods_of_initials(mark: str, expected: str) -> None:
    """The suffix belongs to the family name, with the affixes of that, and its periods are those of initials."""
    part = '<name-part name="family" prefix="[" suffix="]"/>'
    layout = f'<names variable="author"><name initialize-with="{mark}">{part}</name></names>'
    item = {"author": [{"family": "Zorn", "given": "Ada", "suffix": "Ph.D."}]}
    assert f"A{mark.strip()} [Zorn {expected}]" == one(layout, item)


@pytest.mark.parametrize(
    ("given", "shortened", "set_anew"),
    [
        ("Ada Berta", "A. B.", "Ada Berta"),
        ("Jean-Luc", "J.-L.", "Jean-Luc"),
        ("Jean-luc", "J.", "Jean-luc"),
        ("J.-L. A", "J.-L. A.", "J. L. A."),
        ("Ada-1", "A.-1", "Ada-1."),
        ("al-Din", "al-D.", "al-Din"),
        ("Ada de", "A. de", "Ada de"),
        ("Yu.A.", "Yu. A.", "Yu. A."),
        ("ADBe", "Adb.", "ADBe"),
        ("AB", "A.", "AB"),
        ("Lady", "Lady", "Lady"),
        ("Анна B", "А. B.", "Анна B."),
        ("<i>Ada</i> Berta", "<i>A.</i> B.", "<i>Ada</i> Berta"),
        ("A. <b>B.</b>", "A.<b> B.</b>", "A.<b> B.</b>"),
    ],
)
def test_initials(given: str, shortened: str, set_anew: str) -> None:
    """Words give an initial each, abbreviations stay whole; where names stay in full, only initials are set anew."""
    author = {"author": [{"family": "Zorn", "given": given}]}
    layout = '<names variable="author"><name initialize-with=". "{}/></names>'
    assert f"{shortened} Zorn" == one(layout.format(""), author)
    assert f"{set_anew} Zorn" == one(layout.format(' initialize="false"'), author)


def test_names_that_a_whole_style_has_in_full() -> None:
    """What is set around the layout is not taken back by single names."""
    layout = '<names variable="author"><name initialize="true" initialize-with=". "/></names>'
    assert "A. B. Zorn" == one(layout, {"author": [ZORN]})
    assert "Ada Berta Zorn" == one(layout, {"author": [ZORN]}, bibliography='initialize="false"')


def test_names_that_are_all_cut() -> None:
    """A list of which no name is to be shown is nothing."""
    layout = '<names variable="author"><name et-al-min="2" et-al-use-first="0"/></names><text variable="title"/>'
    assert "Ebb" == one(layout, {"title": "Ebb", "author": [ZORN, ABEL]})


def test_labels_of_roles() -> None:
    """Editors are labelled, many of them in the plural; who edits and translates is named once."""
    names = (
        '<names variable="editor translator" delimiter="; "><name/><label form="short" prefix=" (" suffix=")"/></names>'
    )
    assert "Ada Berta Zorn (ed.)" == one(names, {"editor": [ZORN]})
    assert "Ada Berta Zorn, Jean-Luc Abel (eds.)" == one(names, {"editor": [ZORN, ABEL]})
    both = one(names, {"editor": [ZORN], "translator": [ZORN]})
    assert 1 == both.count("Zorn")


def test_roles_are_joined_where_a_label_names_them() -> None:
    """Who edits and translates is named twice where no label says so, or other roles stand beside."""
    both = {"editor": [ZORN], "translator": [ZORN]}
    assert "Zorn; Zorn" == one('<names variable="editor translator" delimiter="; "><name form="short"/></names>', both)
    names = '<names variable="editor translator host" delimiter="; "><name form="short"/><label form="short"/></names>'
    assert 2 == one(names, both).count("Zorn")


def test_short_forms_of_what_stands_in_place_of_names() -> None:
    """A title that is printed in place of names is not printed again in its short form."""
    layout = (
        '<names variable="author"><substitute><text variable="container-title"/></substitute></names>'
        '<text variable="container-title" form="short" prefix="; "/>'
    )
    item = {"container-title": "The Tide", "container-title-short": "Tide"}
    assert ["The Tide", "Ada Berta Zorn; Tide"] == printed(layout, [item, {**item, "author": [ZORN]}])


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"author": [ZORN], "editor": [ABEL], "title": "Ebb"}, "(Ada Berta Zorn) Ebb"),
        ({"editor": [ABEL], "title": "Ebb"}, "(Jean-Luc Abel) Ebb"),
        ({"title": "Ebb"}, "Ebb"),
    ],
)
def test_substitutes(item: dict[str, Any], expected: str) -> None:
    """Where authors are missing editors stand, or the title without the affixes of names; it is not printed twice."""
    names = (
        '<names variable="author" prefix="(" suffix=") "><name/><substitute><names variable="editor"/>'
        '<text variable="title"/></substitute></names><text variable="title"/>'
    )
    assert expected == one(names, item)


@pytest.mark.parametrize(
    ("substitute", "expected"),
    [
        ('<names variable="editor" suffix=")"/>', "[<i>Zorn, ed.</i>; Ebb"),
        ('<names variable="editor" suffix=": "><name form="short"/></names>', "Zorn: Ebb"),
    ],
)
def test_affixes_of_substitutes(substitute: str, expected: str) -> None:
    """A mere variable in place of names has their affixes, format and label, other names have their own."""
    names = (
        '<names variable="author" prefix="[" suffix="; " font-style="italic"><name form="short"/>'
        f'<label form="short" prefix=", "/><substitute>{substitute}</substitute></names><text variable="title"/>'
    )
    assert expected == one(names, {"editor": [ZORN], "title": "Ebb"})


def test_substitutes_of_a_condition() -> None:
    """Of the elements that a condition has for missing names the first alone stands, as without the condition."""
    substitutes = '<names variable="editor"/><names variable="translator"/><text value="Anon"/>'
    layout = (
        '<names variable="author"><name form="short"/><substitute><choose><if type="book">'
        f"{substitutes}</if></choose></substitute></names>"
        '<names variable="translator" prefix="; "><name form="short"/></names>'
    )
    assert "Zorn; Abel" == one(layout, {"editor": [ZORN], "translator": [ABEL]})
    assert "Abel" == one(layout, {"translator": [ABEL]})
    assert "Anon" == one(layout, {"title": "Ebb"})


UPPER = '<name-part name="family" text-case="uppercase"/>'


@pytest.mark.parametrize(
    ("around", "within", "expected"),
    [
        (UPPER, "", ["Ada Berta ZORN", "Jean-Luc ABEL", "Tide Group"]),
        ("", UPPER, ["Ada Berta ZORN", "Jean-Luc ABEL", "TIDE GROUP"]),
        (UPPER, '<name-part name="family"/>', ["Ada Berta Zorn", "Jean-Luc Abel", "Tide Group"]),
        ("", "", ["Ada Berta Zorn", "Jean-Luc Abel", "Tide Group"]),
    ],
)
@pytest.mark.parametrize("in_macro", [True, False])
def test_parts_of_names_that_stand_in_place_of_others(
    around: str, within: str, expected: list[str], in_macro: bool
) -> None:
    """The parts read last hold for names and their substitutes alike; institutions have those of their own names."""
    editors = f'<names variable="editor"><name>{within}</name></names>'
    substitute = '<text macro="editors"/>' if in_macro else editors
    layout = (
        f'<names variable="author"><name>{around}</name><substitute>{substitute}</substitute></names>'
        '<names variable="translator"/>'
    )
    items = [{"author": [ZORN]}, {"editor": [ABEL]}, {"editor": [GROUP]}, {"translator": [ZORN]}]
    assert [*expected, "Ada Berta Zorn"] == printed(layout, items, macros=f'<macro name="editors">{editors}</macro>')
