"""What a reference is made of: groups, conditions, terms, blocks, and fields that stand in the note."""

from __future__ import annotations

import pytest

from citeconv_references.engine import compile_style, to_text
from small_styles import ZORN, one, printed, styled


def test_a_group_needs_one_of_its_variables() -> None:
    """Terms of a group are printed only with a variable in it."""
    layout = (
        '<text variable="title"/><group delimiter=" " prefix=" "><text term="in"/><text variable="publisher"/></group>'
    )
    assert "Ebb" == one(layout, {"title": "Ebb"})
    assert "Ebb in Flow" == one(layout, {"title": "Ebb", "publisher": "Flow"})


def test_a_date_without_the_wanted_parts_is_none() -> None:
    """Terms beside a month are not printed where only the year is known."""
    layout = (
        '<text variable="title"/><group delimiter=" " prefix=" "><text term="in"/>'
        '<date variable="issued"><date-part name="month"/></date></group>'
    )
    assert "Ebb" == one(layout, {"title": "Ebb", "issued": {"date-parts": [[2001]]}})
    assert "Ebb in July" == one(layout, {"title": "Ebb", "issued": {"date-parts": [[2001, 7]]}})


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('type="book"', True), ('type="chapter"', False), ('variable="title"', True), ('variable="title DOI"', False),
        ('variable="title DOI" match="any"', True), ('variable="DOI" match="none"', True),
        ('is-numeric="volume"', True), ('is-numeric="issue"', False), ('is-numeric="edition"', True),
        ('is-numeric="title"', False), ('is-uncertain-date="issued"', True), ('position="first"', False),
        ('locator="page"', False), ('disambiguate="true"', False),
    ],
)  # fmt: skip
def test_conditions(test: str, holds: bool) -> None:
    """Conditions of cs:if, alone and combined."""
    layout = f'<choose><if {test}><text value="yes"/></if><else><text value="no"/></else></choose>'
    item = {"title": "Ebb", "volume": "3", "issued": {"date-parts": [[1800]], "circa": True}}
    item |= {"issue": "Suppl. 2", "edition": "2, revised"}
    assert ("yes" if holds else "no") == one(layout, item)


def test_fields_in_the_note() -> None:
    """Variables at the head of a note are read, a line each or in braces, and are no part of the note."""
    layout = (
        '<group delimiter="|"><text variable="genre"/><names variable="author"/><text variable="note"/>'
        '<date variable="original-date"><date-part name="year"/></date><text variable="title"/></group>'
    )
    item = {"title": "Ebb", "note": "genre: novel\noriginal-date: 1911\nauthor: Zorn || Ada\nWorn.\ngenre: none"}
    assert "novel|Ada Zorn|Worn. genre: none|1911|Ebb" == one(layout, item)
    assert "novel|See|Ebb" == one(layout, {"title": "Ebb", "note": "See {:genre: novel}"})


def test_terms_of_the_style_and_its_locale() -> None:
    """A term comes from the style for the locale, the language or any, then from the locale's file."""
    terms = (
        '<locale xml:lang="fr"><terms><term name="in">dedans</term></terms></locale>'
        '<locale><terms><term name="in">inside</term><term name="from">out of</term></terms></locale>'
    )
    layout = '<text term="in"/><text term="from" prefix=" "/><text term="accessed" prefix=" "/>'
    assert "Dedans out of consulté le" == one(layout, {}, macros=terms, style='default-locale="fr-FR"')


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en-GB", "US"), ("en-US", "US"), ("en-AU", "US"), ("fr-FR", "Et al."), ("fr-CA", "Et al."), ("de-AT", "DE")],
)
def test_terms_of_the_main_dialect(locale: str, expected: str) -> None:
    """A style's terms for the main dialect of a language hold for its other ones, before those of the language."""
    terms = "".join(
        f'<locale xml:lang="{name}"><terms><term name="et-al">{text}</term></terms></locale>'
        for name, text in (("en-US", "US"), ("en", "EN"), ("de-DE", "DE"), ("de", "D"))
    )
    assert expected == one('<text term="et-al"/>', {}, macros=terms, style=f'default-locale="{locale}"')


@pytest.mark.parametrize(
    ("locale", "own", "expected"),
    [
        ("es-ES", "", "a partir de, y"),
        ("es-ES", "de", "de, y"),
        ("de-DE", "", "von, und"),
        ("en-GB", "", "fr., &#38;"),
    ],
)
def test_forms_of_terms_are_not_those_of_english(locale: str, own: str, expected: str) -> None:
    """Where a language has no short form of a term its long one stands, though English has a short one."""
    terms = f'<locale><terms><term name="from">{own}</term></terms></locale>' if own else ""
    layout = '<text value="Ebb "/><text term="from" form="short"/><text term="and" form="symbol" prefix=", "/>'
    assert f"Ebb {expected}" == one(layout, {}, macros=terms, style=f'default-locale="{locale}"')


@pytest.mark.parametrize(
    ("before", "capital"),
    [
        ("{N}", False), ('<text variable="volume"/>', False), ('<text variable="publisher"/>', True),
        ('<number variable="volume"/>', True), ("<group>{N}</group>", True), ('<text macro="names"/>', True),
        ('<names variable="author"><substitute><names variable="editor"/>{T}</substitute></names>', True),
    ],
)  # fmt: skip
def test_terms_behind_what_is_not_there(before: str, capital: bool) -> None:
    """A term begins an entry behind names and volumes that are missing only where a group or macro goes with them."""
    term, names = '<text term="no date" form="short"/>', '<names variable="author"/>'
    layout = before.format(N=names, T=term) + ("" if "{T}" in before else term)
    assert ("N.d." if capital else "n.d.") == one(layout, {}, macros=f'<macro name="names">{names}</macro>')


def test_terms_behind_the_number_of_a_reference_begin_it() -> None:
    """The first term has a capital, whether the reference has a number or not, but not behind a mark for names."""
    number, term = '<text variable="citation-number" suffix=". "/>', '<text term="no date" form="short"/>'
    assert ["1. N.d."] == printed(number + term, {"title": "Ebb"})
    layout = f'{number}<names variable="author" suffix=" "/>{term}'
    twice = printed(layout, [{"author": [ZORN]}] * 2, bibliography='subsequent-author-substitute="———"')
    assert "2. ——— n.d." == twice[1]


def test_the_first_word_of_a_term_that_begins_an_entry_has_the_capital() -> None:
    """A bracket before the term has none."""
    terms = '<locale><terms><term name="no date">[no date]</term></terms></locale>'
    assert "[No date]" == one('<text term="no date"/>', {"title": "Ebb"}, macros=terms)


def test_a_number_in_the_margin() -> None:
    """With second-field-align the first field is a block, with the prefix of the entry in it."""
    layout = '<text variable="citation-number" suffix="."/><text variable="title"/>'
    entry = compile_style(styled(layout, bibliography='second-field-align="flush"')).bibliography([{"title": "Ebb"}])[0]
    assert ["left-margin", "right-inline"] == [block.display for block in entry.tree]
    assert "1. Ebb" == to_text(entry.tree)


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title"/><text macro="note"/>', "EbbLow."),
        (
            '<group display="block"><text variable="title"/></group><group suffix=","><text variable="note"/></group>',
            '<div class="csl-block">Ebb</div>Low.',
        ),
        (
            '<text variable="title"/><group display="indent"><text variable="note"/></group>',
            'Ebb<div class="csl-indent">Low</div>.',
        ),
    ],
)
def test_blocks(layout: str, expected: str) -> None:
    """Blocks are made by the layout alone; if it begins with one, its suffix is that of what it ends with."""
    macro = '<macro name="note"><text variable="note" display="block"/></macro>'
    assert expected == one(layout, {"title": "Ebb", "note": "Low"}, macros=macro, suffix=".")


def test_marks_between_blocks() -> None:
    """A mark that a style puts before a block goes to the end of the block before it."""
    layout = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title" prefix=", "/>'
    (entry,) = printed(layout, {"title": "Ebb"}, bibliography='second-field-align="flush"')
    assert entry == '<div class="csl-left-margin">[1],</div><div class="csl-right-inline"> Ebb</div>'


def test_the_suffix_of_an_empty_block() -> None:
    """Where the last block of a style is empty, the suffix of the entry is left out with it."""
    layout = (
        '<group display="left-margin"><text variable="title"/></group>'
        '<group display="right-inline"><text variable="note"/></group>'
    )
    assert one(layout, {"title": "Ebb"}, suffix=".") == '<div class="csl-left-margin">Ebb</div>'
    layout = '<text variable="citation-number"/><text variable="note"/>'
    (entry,) = printed(layout, {"title": "Ebb"}, bibliography='second-field-align="flush"', suffix=".")
    assert entry == '<div class="csl-left-margin">1</div>'


@pytest.mark.parametrize(("suffix", "expected"), [("", "Ebb."), ('suffix=";"', "Ebb;")])
def test_a_block_keeps_its_suffix(suffix: str, expected: str) -> None:
    """The last block has its own suffix, else that of the layout."""
    layout = f'<group display="block" {suffix}><text variable="title"/></group>'
    assert f'<div class="csl-block">{expected}</div>' == one(layout, {"title": "Ebb"}, suffix=".")


def test_year_suffixes_are_always_there() -> None:
    """A group with a year suffix prints its terms where the item has no date, be there a suffix or none."""
    layout = '<group><group><date variable="issued" form="text"/><text variable="year-suffix"/></group>{}</group>'
    assert "no date" == one(layout.format('<text term="no date" text-case="lowercase"/>'), {"title": "Ebb"})
    assert "" == one(layout.format(""), {"title": "Ebb"})


@pytest.mark.parametrize(
    ("names", "label"),
    [
        ([{"family": "Lindqvist", "given": "P"}], "Lind24"),
        ([{"family": "van der Moss", "given": "P"}, {"family": "Ek"}], "MoEk24"),
        ([{"family": "lind"}, {"family": "Moe-Ås"}, {"family": "Vega"}], "LiMV24"),
        ([{"family": name} for name in ("Lind", "Moe", "Vega", "Ek", "Ray")], "LMVE24"),
        ([{"literal": "The Moss Trust"}], "Moss24"),
        ([{"literal": "海草"}], "Ebbt24"),
        ([], "Ebbt24"),
    ],
)
def test_labels_of_names_and_year(names: list[dict[str, str]], label: str) -> None:
    """The processor makes a label of letters of the names, or of the title, and the year's last two digits."""
    item = {"author": names, "title": "Ebb of the tides", "issued": {"date-parts": [[2024]]}}
    assert f"[{label}]" == one('<text variable="citation-label" prefix="[" suffix="]"/>', item)


def test_labels_that_items_bring_and_labels_without_a_year() -> None:
    """An item's own label is printed; what has no year has zeros for it."""
    layout = '<text variable="citation-label"/>'
    assert "ebb" == one(layout, {"citation-label": "ebb", "author": [{"family": "Lind"}]})
    assert "Lind00" == one(layout, {"author": [{"family": "Lind"}]})


def test_names_of_which_none_is_shown() -> None:
    """A list cut to no name is as good as none, so nothing parts it from what follows."""
    layout = (
        '<group delimiter=", "><names variable="author">'
        '<name et-al-min="2" et-al-use-first="0" font-variant="small-caps"/></names><text variable="title"/></group>'
    )
    assert "Ebb" == one(layout, {"author": [{"family": "Lind"}, {"family": "Moe"}], "title": "Ebb"})


def test_short_forms_by_their_old_names() -> None:
    """Zotero's old names of short forms are those of CSL 1.0.1, also for conditions."""
    layout = (
        '<choose><if variable="container-title-short"><text variable="container-title" form="short"/></if>'
        '<else><text variable="container-title"/></else></choose>'
    )
    assert "J Ebb" == one(layout, {"container-title": "Journal of Ebb", "journalAbbreviation": "J Ebb"})
