"""What becomes of the text of a field in a reference: punctuation where pieces meet, quotes, markup, text case."""

from __future__ import annotations

import re

import pytest

from citeconv_references.engine import compile_style, to_html
from small_styles import one, styled


@pytest.mark.parametrize(
    ("title", "suffix", "expected"),
    [
        ("Ebb", ".", "Ebb. Flow"),
        ("Ebb.", ".", "Ebb. Flow"),
        ("Ebb?", ".", "Ebb? Flow"),
        ("Ebb!", ",", "Ebb!, Flow"),
        ("Ebb;", "?", "Ebb? Flow"),
        ("Ebb,", ".", "Ebb,. Flow"),
    ],
)
def test_punctuation_that_doubles_collapses(title: str, suffix: str, expected: str) -> None:
    """Of two marks that meet the stronger stays, but pairs that people mean stay both."""
    layout = f'<text variable="title" suffix="{suffix}"/><text variable="publisher" prefix=" "/>'
    assert expected == one(layout, {"title": title, "publisher": "Flow"})


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('{T}<text variable="publisher" prefix=", "/>', "Ebb, Flow"),
        ('<group delimiter=". ">{T}<text variable="publisher"/></group>', "Ebb,. Flow"),
        ('<group suffix=".">{T}</group>', "Ebb,."),
        ('<group suffix=",">{T}</group>', "Ebb,"),
    ],
)
def test_where_marks_meet_decides(layout: str, expected: str) -> None:
    """A suffix meets the prefix of what follows, a delimiter, or the end of its group."""
    text = '<text variable="title" suffix=","/>'
    assert expected == one(layout.replace("{T}", text), {"title": "Ebb", "publisher": "Flow"})


@pytest.mark.parametrize(
    ("title", "layout", "expected"),
    [
        ("Ebb?", "{T}{I}", "Ebb?. <i>Flow</i>"),
        ("On “Ebb”", "{T}{I}", "On “Ebb”. <i>Flow</i>"),
        ("Ebb?", "{T}<group>{I}</group>", "Ebb? <i>Flow</i>"),
        ("Ebb", "{S}{I}", "Ebb. <i>Flow</i>"),
        ("Ebb.", "{S}{I}", "Ebb.. <i>Flow</i>"),
        ("Ebb?", '<group delimiter=" ">{T}{I}</group>', "Ebb? . <i>Flow</i>"),
        ("Ebb?", '{T}<text value=". "/><text variable="publisher"/>', "Ebb?. Flow"),
    ],
)
def test_prefixes_of_what_has_a_format_meet_nothing(title: str, layout: str, expected: str) -> None:
    """They stay, but for the mark that the suffix before is; so does a text of marks alone."""
    text, slanted = '<text variable="title"/>', '<text variable="publisher" font-style="italic" prefix=". "/>'
    layout = layout.format(T=text, S=text.replace("/>", ' suffix="."/>'), I=slanted)
    assert one(layout, {"title": title, "publisher": "Flow"}) == expected


def test_no_mark_collapses_with_one_that_has_a_format() -> None:
    """Behind italics the same full stop is printed twice, unless a delimiter or group ends there."""
    italic = '<text variable="title" font-style="italic" suffix="."/>'
    item = {"title": "Ebb", "publisher": "Flow"}
    assert "<i>Ebb</i>.. Flow" == one(f'{italic}<text variable="publisher" prefix=". "/>', item)
    assert "<i>Ebb</i>. Flow" == one(f'<group delimiter=". ">{italic}<text variable="publisher"/></group>', item)


@pytest.mark.parametrize(("locale", "expected"), [("en-US", "“Ebb,” Flow"), ("en-GB", "‘Ebb’, Flow")])
def test_punctuation_goes_into_quotes_where_the_locale_has_it(locale: str, expected: str) -> None:
    """American English puts commas and full stops within quotes."""
    layout = '<text variable="title" quotes="true"/><text variable="publisher" prefix=", "/>'
    assert expected == one(layout, {"title": "Ebb", "publisher": "Flow"}, style=f'default-locale="{locale}"')


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [(".", ". ", "Ebb.Flow"), (",", ". ", "Ebb,. Flow"), (".", ".", "Ebb.Flow"), (":", ": X", "Ebb: Flow")],
)
def test_suffixes_that_begin_with_what_is_there(inner: str, outer: str, expected: str) -> None:
    """The suffix of a group loses its last character too where its first one doubles."""
    layout = f'<group suffix="{outer}"><text variable="title" suffix="{inner}"/></group><text variable="publisher"/>'
    assert expected == one(layout, {"title": "Ebb", "publisher": "Flow"})


@pytest.mark.parametrize("title", ["What’s ebb?", "Is <b>it</b>?"])
def test_titles_in_pieces_collapse_with_delimiters(title: str) -> None:
    """A delimiter behind a slanted title with apostrophes or markup collapses with the mark that it ends with."""
    layout = '<group delimiter=". "><text variable="title" font-style="italic"/><text variable="publisher"/></group>'
    assert one(layout, {"title": title, "publisher": "Flow"}).endswith("?</i> Flow")


@pytest.mark.parametrize("title", ["What’s ebb?", "Is <b>it</b>?"])
def test_titles_in_pieces_collapse_with_their_suffix(title: str) -> None:
    """A suffix behind a slanted title with apostrophes or markup collapses with the mark that it ends with."""
    layout = '<text variable="title" font-style="italic" suffix=". "/><text variable="publisher"/>'
    assert one(layout, {"title": title, "publisher": "Flow"}).endswith("?</i> Flow")


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('{T}<group prefix=";">{P}</group>', "Ebb;:Flow"),
        ('{T}<group prefix="."><text variable="publisher" prefix="."/></group>', "Ebb..Flow"),
        ('{T}<group prefix=": ">{P}</group>', "Ebb: :Flow"),
        ('<text variable="title" suffix=";"/>{P}', "Ebb;Flow"),
        ('{T}<text variable="source" prefix=";"/>', "Ebb;:web"),
    ],
)
def test_prefixes_meet_nothing_behind_them(layout: str, expected: str) -> None:
    """The prefix of a group stays before that of its first element, and before a mark of a text."""
    layout = layout.format(T='<text variable="title"/>', P='<text variable="publisher" prefix=":"/>')
    assert expected == one(layout, {"title": "Ebb", "publisher": "Flow", "source": ":web"})


@pytest.mark.parametrize(
    ("title", "place", "expected"),
    [
        ("On ‘ebb’", '{Q}<text variable="page" prefix="; "/>', "“On ‘ebb’;” 5"),
        ("On ‘ebb’", '<group delimiter="; "><group>{Q}</group><text variable="page"/></group>', "“On ‘ebb’;” 5"),
        ("Ebb’s end", '<group delimiter="; "><group>{Q}</group><text variable="page"/></group>', "“Ebb’s end”; 5"),
        ("Ebb <i>x</i>", '<group suffix=": ">{Q}</group><text variable="page"/>', "“Ebb <i>x</i>”: 5"),
        ("Ebb’s end", '<group delimiter=", "><group>{Q}</group><text variable="page"/></group>', "“Ebb’s end,” 5"),
        ("Ebb’s end", '{I}<text variable="page" prefix=", "/>', "“<i>Ebb’s end</i>”, 5"),
        ("Ebb’s end", '<group delimiter=", ">{I}<text variable="page"/></group>', "“<i>Ebb’s end,</i>” 5"),
    ],
)
def test_marks_behind_quoted_titles_in_pieces(title: str, place: str, expected: str) -> None:
    """Semicolons stay out of quotes round a title with markup or apostrophes, but not if it ends in quotes."""
    quoted = '<text variable="title" quotes="true"/>'
    layout = place.format(Q=quoted, I=quoted.replace("/>", ' font-style="italic"/>'))
    assert expected == one(layout, {"title": title, "page": "5"})


@pytest.mark.parametrize("inner", ['<text variable="title" font-style="italic"/>', '<text macro="italic"/>'])
@pytest.mark.parametrize("mark", [",", "."])
def test_marks_go_behind_a_format_within_quotes(inner: str, mark: str) -> None:
    """The quotes of a macro take a mark in, but not into the format of what stands in them."""
    macros = f'<macro name="italic"><text variable="title" font-style="italic"/></macro><macro name="m">{inner}</macro>'
    layout = f'<group delimiter="{mark} "><text macro="m" quotes="true"/><text variable="page"/></group>'
    assert f"“<i>Ebb</i>{mark}” 5" == one(layout, {"title": "Ebb", "page": "5"}, macros=macros)


@pytest.mark.parametrize(
    ("title", "layout", "expected"),
    [
        ("Ebb?", '<group delimiter=". ">{T}{P}</group>', "Ebb?. Flow"),
        ("Ebb.", '<group delimiter=". ">{T}{P}</group>', "Ebb. Flow"),
        ("Ebb?", "<group suffix='. '>{T}</group>{P}", "Ebb? Flow"),
        ("Ebb’s end?", '<group delimiter=". ">{T}{P}</group>', "Ebb’s end? Flow"),
        ("Ebb’s end?", "{S}{P}", "Ebb’s end? Flow"),
        ("Ebb?", "{S}{P}", "Ebb?. Flow"),
    ],
)
def test_marks_behind_titles_that_are_to_have_no_quotes(title: str, layout: str, expected: str) -> None:
    """Under quotes="false" only the same mark collapses, but at the end of a group and behind titles in pieces."""
    text = '<text variable="title" quotes="false"/>'
    parts = {"T": text, "S": text.replace("/>", ' suffix=". "/>'), "P": '<text variable="publisher"/>'}
    assert expected == one(layout.format(**parts), {"title": title, "publisher": "Flow"})


@pytest.mark.parametrize(
    ("title", "expected"),
    [("On “ebb” tide", "“On “ebb” tide”"), ("On “an ‘ebb’ tide” now", "“On “an ‘ebb’ tide” now”")],
)
def test_quotes_of_a_macro_that_is_to_have_none(title: str, expected: str) -> None:
    """Under quotes="false" the quotes that a macro sets stay, and those of the title are as if these were not there."""
    macro = '<macro name="m"><text variable="title" quotes="true"/></macro>'
    assert expected == one('<text macro="m" quotes="false"/>', {"title": title}, macros=macro)


def test_semicolons_go_into_quotes_of_the_style() -> None:
    """Where a group ends with quotes that the style sets, the semicolon behind it goes into them."""
    quoted = '<group><text variable="title" quotes="true"/></group>'
    layout = f'<group delimiter="; ">{quoted}<text variable="publisher"/></group>'
    assert "“Ebb;” Flow" == one(layout, {"title": "Ebb", "publisher": "Flow"})


@pytest.mark.parametrize(("volume", "expected"), [("7", "7:."), ("Seven", "Seven:")])
def test_what_is_no_number_ends_as_groups_do(volume: str, expected: str) -> None:
    """A number in words collapses its suffix with that of the group; digits keep both."""
    assert expected == one('<group suffix="."><text variable="volume" suffix=":"/></group>', {"volume": volume})


def test_semicolons_stay_behind_quotes() -> None:
    """Where a slanted title ends in quotes, a semicolon goes behind them, a comma into them."""
    layout = (
        '<group delimiter="{}"><group><text variable="title" font-style="italic"/></group>'
        '<text variable="publisher" prefix=" "/></group>'
    )
    item = {"title": "On “Ebb”", "publisher": "Flow"}
    assert "<i>On “Ebb”;</i> Flow" == one(layout.replace("{}", ";"), item)
    assert "<i>On “Ebb,”</i> Flow" == one(layout.replace("{}", ","), item)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("On x<sup>2</sup>", "“On x<sup>2</sup>.” Flow"),
        ("Of <i>E. coli</i>", "“Of <i>E. coli</i>.” Flow"),
        ("Of <i>Homo sp.</i>", "“Of <i>Homo sp.</i>” Flow"),
    ],
)
def test_marks_that_go_into_quotes_stay_out_of_markup(title: str, expected: str) -> None:
    """A full stop that goes into quotes is not raised or slanted with the end of a title."""
    layout = '<text variable="title" quotes="true" suffix="."/><text variable="publisher" prefix=" "/>'
    assert expected == one(layout, {"title": title, "publisher": "Flow"})


def test_a_full_stop_goes_into_quotes_whose_case_is_kept() -> None:
    """What keeps the case of a title does not keep a full stop out of its quotes."""
    layout = '<text variable="title"/>'
    assert "“Ebb.”" == one(layout, {"title": '<span class="nocase">"Ebb"</span>'}, suffix=".")


def test_a_full_stop_stays_within_the_format_of_quoted_text() -> None:
    """A full stop goes into quotes and the format of what they are around, but not into markup of the text."""
    layout = '<text variable="title" quotes="true" font-style="italic"/>'
    assert "“<i>Ebb.</i>”" == one(layout, {"title": "Ebb"}, suffix=".")
    assert "“<i>Ebb <b>2</b>.</i>”" == one(layout, {"title": "Ebb <b>2</b>"}, suffix=".")


def test_a_full_stop_behind_an_abbreviation_and_a_semicolon() -> None:
    """What would collapse with a suffix goes before it, and collapses with the text there."""
    layout = '<text variable="title" suffix=";"/>'
    assert "9th Cir.;" == one(f"<group>{layout}</group>", {"title": "9th Cir."}, suffix=".")


def test_commas_within_the_quotes_of_a_title_stay_there() -> None:
    """The style's quotes let go of a comma where the locale has it outside, the title's own do not."""
    layout = '<text variable="title" quotes="true"/>'
    style = 'default-locale="en-GB"'
    assert "‘The “ebb,” then’" == one(layout, {"title": 'The "ebb," then'}, style=style)
    assert "‘The ebb’," == one(layout, {"title": "The ebb,"}, style=style)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('On "ebb" and flow', "“On ‘ebb’ and flow”"),
        ("On “ebb” and flow", "“On ‘ebb’ and flow”"),
        ("潮“落”时", "“潮‘落’时”"),
        ("The sea's ebb", "“The sea’s ebb”"),
        ("Die „Ebbe” am Meer", "“Die „Ebbe” am Meer”"),
        ('3" of rain', "“3&#34; of rain”"),
    ],
)
def test_quotes_within_quotes(title: str, expected: str) -> None:
    """Pairs of quotation marks become those of their level; apostrophes, inches and marks of other languages stay."""
    assert expected == one('<text variable="title" quotes="true"/>', {"title": title})


def test_italics_of_a_style_within_its_italics_stay() -> None:
    """Only markup of a text is set upright within italics."""
    layout = '<group font-style="italic"><text variable="title" font-style="italic"/></group>'
    assert "<i>Ebb</i>" == one(layout, {"title": "Ebb"})


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("On <i>Fucus</i> beds", "<i>On </i>Fucus<i> beds</i>"),
        ("On <b>big</b> beds", "<i>On <b>big</b> beds</i>"),
        ("a <i>b", "<i>a &#60;i&#62;b</i>"),
        ("a</i> b", "<i>a&#60;/i&#62; b</i>"),
        ("H<sub>2</sub>O <sup>+</sup>", "<i>H<sub>2</sub>O <sup>+</sup></i>"),
    ],
)
def test_italics_within_italics_are_upright(title: str, expected: str) -> None:
    """Markup of a field flips against the style around it; what is not closed is text."""
    assert expected == one('<text variable="title" font-style="italic"/>', {"title": title})


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title" font-style="italic"/>', "潮汐"),
        ('<group font-style="italic"><text variable="title"/></group>', "<i>潮汐</i>"),
        ('<text variable="publisher" font-style="italic"/>', "<i>潮汐 12</i>"),
    ],
)
def test_scripts_without_italics(layout: str, expected: str) -> None:
    """A Chinese text is upright if the italics are its own, and has nothing but Chinese."""
    assert expected == one(layout, {"title": "潮汐", "publisher": "潮汐 12"})


@pytest.mark.parametrize(
    ("case", "title", "expected"),
    [
        ("title", "the ebb of a tide: an end", "The Ebb of a Tide: An End"),
        ("title", "the mRNA of <i>fucus</i>", "The mRNA of <i>Fucus</i>"),
        ("title", 'ebb with <span class="nocase">i</span>', "Ebb with i"),
        ("sentence", "The Ebb Of DNA", "The ebb of dna"),
        ("capitalize-first", "ebb and flow", "Ebb and flow"),
        ("capitalize-all", "ebb and flow", "Ebb And Flow"),
        ("uppercase", "ebb <sup>a</sup>", "EBB <sup>a</sup>"),
        ("lowercase", "EBB", "ebb"),
    ],
)
def test_text_cases(case: str, title: str, expected: str) -> None:
    """Words with capitals of their own, small words, superscripts and what is protected stay as they are."""
    assert expected == one(f'<text variable="title" text-case="{case}"/>', {"title": title})


@pytest.mark.parametrize(("locale", "expected"), [("", "Ebb and Flow"), ("de-DE", "Ebb and flow")])
def test_title_case_is_for_lists_in_english(locale: str, expected: str) -> None:
    """A title whose language is not known is in that of the list, whatever language the style is for."""
    layout = styled('<text variable="title" text-case="title"/>')
    entries = compile_style(layout, locale).bibliography([{"id": "1", "type": "book", "title": "Ebb and flow"}])
    assert [expected] == [to_html(entry.tree) for entry in entries]


def test_title_case_is_for_english() -> None:
    """An item in another language keeps its title, and Turkish has a dotted capital."""
    layout = '<text variable="title" text-case="title"/>'
    assert "ebbe und flut" == one(layout, {"title": "ebbe und flut", "language": "de"})
    upper = '<text variable="title" text-case="uppercase"/>'
    assert "KIYI İLİ" == one(upper, {"title": "kıyı ili"}, style='default-locale="tr-TR"')


@pytest.mark.parametrize(
    ("locale", "language", "expected"),
    [
        ("tr-TR", "", "ZİLE ZİP Içi"),
        ("tr-TR", "tr", "ZİLE ZİP Içi"),
        ("tr-TR", "en-GB", "ZILE ZIP Içi"),
        ("en-US", "tr", "ZİLE ZİP Içi"),
        ("en-US", "de", "ZILE ZIP Içi"),
    ],
)
def test_capitals_are_those_of_the_language_of_the_item(locale: str, language: str, expected: str) -> None:
    """An i has its dot in Turkish items, and where items name no language in Turkish styles, people's names with it."""
    layout = (
        '<group delimiter=" "><names variable="author"><name form="short"><name-part name="family" '
        'text-case="uppercase"/></name></names><text variable="title" text-case="uppercase"/>'
        '<text value="Içi"/></group>'
    )
    item = {"author": [{"family": "Zile"}], "title": "zip", "language": language}
    assert expected == one(layout, item, style=f'default-locale="{locale}"')


def test_words_and_numbers_of_a_style_have_the_capitals_of_its_language() -> None:
    """A term is in the language of the style, whatever that of the item is, and roman numerals are in none."""
    layout = '<text term="in" text-case="capitalize-first"/><number variable="volume" form="roman" {}/>'
    capitals = 'text-case="uppercase"'
    assert "İçindeIV" == one(layout.format(capitals), {"volume": "4", "language": "en"}, style='default-locale="tr-TR"')
    assert "InIV" == one(layout.format(capitals), {"volume": "4", "language": "tr"})


@pytest.mark.parametrize(("title", "expected"), [("Ελλάδα", "ΕΛΛΑΔΑ"), ("Μάιος", "ΜΑΪΟΣ"), ("Άλφα ΐ", "ΑΛΦΑ Ϊ")])
def test_greek_capitals_have_no_accents(title: str, expected: str) -> None:
    """All capitals of an item in Greek are without accents, a diaeresis apart."""
    layout = '<text variable="title" text-case="uppercase"/>'
    assert expected == one(layout, {"title": title, "language": "el-GR"})


@pytest.mark.parametrize("language", ["", "de"])
def test_terms_of_other_languages_have_one_capital(language: str) -> None:
    """Title case of a term that is not English is a capital at its beginning, whatever language the item names."""
    term = '<locale><terms><term name="in">zu finden in</term></terms></locale>'
    layout = '<text variable="title"/><text term="in" text-case="title" prefix=" "/>'
    item = {"title": "Ebbe", "language": language}
    assert "Ebbe Zu finden in" == one(layout, item, macros=term, style='default-locale="de-DE"')


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The value of x<sup>2</sup>", "The Value of x<sup>2</sup>"),
        ("Role of β-catenin and α-synuclein", "Role of β-Catenin and α-Synuclein"),
        ("β-blockers and the ε4 allele", "β-Blockers and the ε4 Allele"),
        ("Use of k-mer counts in a t-test", "Use of K-Mer Counts in a t-Test"),
        ("pre-post and e-mail", "Pre-Post and e-Mail"),
        ("Plots of $x_2$ in #tags", "Plots of $x_2$ in #tags"),
        ("What it is for", "What It Is For"),
        ("… of tides and …", "… of Tides and …"),
        ("Data of {R}eynolds", "Data of {R}eynolds"),
        ("Tides vi to x", "Tides vi to x"),
        ("La mer, à l’occasion de l’ebbe", "La Mer, à l’occasion de l’ebbe"),
        ("Ebb and in-shore flow", "Ebb and In-Shore Flow"),
    ],
)
def test_letters_that_are_no_words(title: str, expected: str) -> None:
    """Title case leaves variables, Greek letters, what stands behind signs, dots and apostrophes.

    Of single letters and small words it takes the first of a compound, if no other sign stands before.
    """
    assert expected == one('<text variable="title" text-case="title"/>', {"title": title, "language": "en"})


@pytest.mark.parametrize(
    ("case", "title", "expected"),
    [
        ("title", "A 'tidal' test", "A “tidal” Test"),
        ("title", 'A "tidal" test', "A “Tidal” Test"),
        ("sentence", "A 'Tidal' Test", "A “Tidal” test"),
        ("title", "A 'tidal' and 'ebbing' test", "A “tidal” and “Ebbing” Test"),
        ("title", "A test, 'tidal'", "A Test, “Tidal”"),
    ],
)
def test_words_behind_single_quotes_keep_their_case(case: str, title: str, expected: str) -> None:
    """A straight single quotation mark counts as the first letter of its word."""
    assert expected == one(f'<text variable="title" text-case="{case}"/>', {"title": title})


def test_periods_are_stripped_from_texts_alone() -> None:
    """What strips the periods of a macro leaves those that the style puts around its elements."""
    macros = '<macro name="all"><text variable="title" suffix="."/></macro>'
    assert one('<text macro="all" strip-periods="true"/>', {"title": "J. Ebb."}, macros=macros) == "J Ebb."


@pytest.mark.parametrize(
    ("element", "value", "expected"),
    [
        ('<text variable="number" {}/>', "1710.03675", "1710.03675"),
        ('<number variable="volume" {}/>', "17.3", "17.3"),
        ('<text variable="edition" {}/>', "2nd rev. ed.", "2nd rev. ed."),
        ('<text variable="edition" {}/>', "Rev. ed.", "Rev ed"),
        ('<text macro="m" {}/>', "17.3", "17.3"),
        ('<text variable="DOI" {}/>', "10.5555/A.B12", "10.5555/A.B12"),
    ],
)
def test_periods_of_numbers_stay(element: str, value: str, expected: str) -> None:
    """They are not stripped from a number field that begins with a number, be it a preprint's, nor from a DOI."""
    item = dict.fromkeys(("number", "volume", "edition", "DOI"), value)
    macro = '<macro name="m"><text variable="number"/></macro>'
    assert expected == one(element.format('strip-periods="true"'), item, macros=macro)


def test_periods_are_stripped_from_what_is_in_its_case() -> None:
    """A period stays before a small letter, one that is none after its change."""
    layout = '<text variable="title" strip-periods="true" text-case="{}"/>'
    assert "Ebb.org" == one(layout.format("lowercase"), {"title": "ebb.org"}).capitalize()
    assert "EbbOrg" == one(layout.format("title"), {"title": "ebb.org"})


def test_a_mark_behind_a_group_whose_suffix_has_gone() -> None:
    """Where the suffix of a group doubles that within it, the mark that the next element begins with goes, too."""
    layout = (
        '<group suffix="."><text macro="name" suffix="."/></group>'
        '<group prefix=", "><text variable="publisher"/></group>'
    )
    macros = '<macro name="name"><text variable="title" font-style="italic"/></macro>'
    assert one(layout, {"title": "Ebb", "publisher": "Flow"}, macros=macros) == "<i>Ebb</i>. Flow"
    assert one(layout.replace('name" suffix="."', 'name"'), {"title": "Ebb", "publisher": "Flow"}, macros=macros) == (
        "<i>Ebb</i>., Flow"
    )


@pytest.mark.parametrize(
    ("title", "layout", "expected"),
    [
        ("Ebb.", '<group suffix=".">{T}</group><text variable="publisher" prefix=", "/>', "Ebb., Flow"),
        ("Ebb", '<group suffix=".">{S}</group><text variable="publisher" prefix=", "/>', "Ebb. Flow"),
        ("Ebb", '<group suffix=".">{S}</group><text variable="publisher" prefix=". "/>', "Ebb. Flow"),
        (
            "Ebb",
            '<group suffix="." font-weight="bold">{S}</group><text variable="publisher" prefix=", "/>',
            "Ebb., Flow",
        ),
        ("Ebb", '<group suffix="."><group>{S}</group></group><text variable="publisher" prefix=", "/>', "Ebb., Flow"),
        ("Ebb", '<group delimiter=", "><group suffix=".">{S}</group><text variable="publisher"/></group>', "Ebb. Flow"),
    ],
)
def test_only_suffixes_take_marks_along(title: str, layout: str, expected: str) -> None:
    """Where a group ends with the mark of a text, or of one deeper within, that of the next element stays."""
    text = '<text variable="title"/>'
    layout = layout.format(T=text, S=text.replace("/>", ' suffix="."/>'))
    assert re.sub("</?b>", "", one(layout, {"title": title, "publisher": "Flow"})) == expected


@pytest.mark.parametrize("element", ['variable="title"', 'macro="own"', 'macro="slanted"'])
@pytest.mark.parametrize(
    ("title", "delimiter", "expected"),
    [
        ("Ebb?", ". ", "Ebb? Flow"), ("Ebb!", ". ", "Ebb! Flow"), ("Ebb", ". ", "Ebb. Flow"),
        ("Ebb?", ", ", "Ebb?, Flow"), ("Ebb?", ": ", "Ebb?: Flow"), ("Ebb.", ": ", "Ebb.: Flow"),
    ],
)  # fmt: skip
def test_a_full_stop_behind_one_that_is_gone(element: str, title: str, delimiter: str, expected: str) -> None:
    """Where a title's own mark has taken the full stop of a suffix away, it takes that of a delimiter along."""
    macros = (
        '<macro name="own"><text variable="title"/></macro>'
        '<macro name="slanted"><text variable="title" font-style="italic"/></macro>'
    )
    layout = f'<group delimiter="{delimiter}"><text {element} suffix="."/><text variable="publisher"/></group>'
    item = {"title": title, "publisher": "Flow"}
    assert expected == one(layout, item, macros=macros).replace("<i>", "").replace("</i>", "")


def test_a_suffix_that_is_gone_takes_no_other_mark_along() -> None:
    """A delimiter with another mark stays, also behind the group that the suffix ends."""
    group = '<group delimiter=" "><text variable="title" suffix="."/></group>'
    layout = f'<group delimiter=": ">{group}<text variable="publisher"/></group>'
    assert "Ebb?: Flow" == one(layout, {"title": "Ebb?", "publisher": "Flow"})


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Ebb?", "«\u00a0Ebb?\u00a0».|"), ("Ebb", "«\u00a0Ebb\u00a0».|"), ("Ebb’s?", "«\u00a0Ebb’s?\u00a0»|")],
)
def test_a_suffix_behind_quotes_that_take_no_marks_in(title: str, expected: str) -> None:
    """A full stop outside the quotes meets only another one inside, but for a title that citeproc-js has in pieces."""
    layout = '<text variable="title" quotes="true" suffix="."/><text value="|"/>'
    assert expected == one(layout, {"title": title}, style='default-locale="fr-FR"').replace("\u202f", "\u00a0")
