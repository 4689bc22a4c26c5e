"""What the parts of the engine do, seen in small styles: punctuation, quotes, styles within styles, case, names, dates,
numbers, groups, substitutes, order, and what neighbours in a list change in one another."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv_references.engine import compile_style, to_html, to_text

ZORN = {"family": "Zorn", "given": "Ada Berta"}
ABEL = {"family": "Abel", "given": "Jean-Luc"}
BERG = {"family": "Berg", "given": "Ole", "non-dropping-particle": "van den"}
GROUP = {"literal": "Tide Group"}


def styled(
    layout: str, macros: str = "", sort: str = "", style: str = "", bibliography: str = "", citation: str = ""
) -> bytes:
    """Return a style with a layout."""
    return (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {style}><info><title>Own</title>'
        f"<id>own</id></info>{macros}{citation}<bibliography {bibliography}>{sort}<layout>{layout}</layout>"
        "</bibliography></style>"
    ).encode()


def printed(layout: str, items: list[dict[str, Any]] | dict[str, Any], **parts: str) -> list[str]:
    """Return the entries of items as HTML."""
    given = items if isinstance(items, list) else [items]
    numbered = [{"id": str(number), "type": "book", **item} for number, item in enumerate(given)]
    entries = compile_style(styled(layout, **parts)).bibliography(numbered)
    assert not [entry.error for entry in entries if entry.error]
    return [to_html(entry.tree) for entry in entries]


def one(layout: str, item: dict[str, Any], **parts: str) -> str:
    """Return the only entry."""
    return printed(layout, item, **parts)[0]


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
    ("title", "expected"),
    [
        ('On "ebb" and flow', "“On ‘ebb’ and flow”"),
        ("On “ebb” and flow", "“On ‘ebb’ and flow”"),
        ("The sea's ebb", "“The sea’s ebb”"),
        ('3" of rain', "“3&#34; of rain”"),
    ],
)
def test_quotes_within_quotes(title: str, expected: str) -> None:
    """Pairs of quotation marks become those of the level they stand on; apostrophes and inches are none."""
    assert expected == one('<text variable="title" quotes="true"/>', {"title": title})


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


def test_title_case_is_for_english() -> None:
    """An item in another language keeps its title, and Turkish has a dotted capital."""
    layout = '<text variable="title" text-case="title"/>'
    assert "ebbe und flut" == one(layout, {"title": "ebbe und flut", "language": "de"})
    upper = '<text variable="title" text-case="uppercase"/>'
    assert "KIYI İLİ" == one(upper, {"title": "kıyı ili"}, style='default-locale="tr-TR"')


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
        ("", [{"family": "毛", "given": "泽东"}], "毛泽东"),
        ("", [{"family": "Zorn", "given": "Ada", "suffix": "Jr."}], "Ada Zorn Jr."),
        ("", [{"literal": "Group for <i>Fucus</i>"}], "Group for <i>Fucus</i>"),
        ("", [{"family": "de la Mer", "given": "Ada"}], "Ada de la Mer"),
    ],
)  # fmt: skip
def test_names(name: str, authors: list[dict[str, str]], expected: str) -> None:
    """Initials, order, delimiters, particles, et al., suffixes, institutions and East Asian names."""
    assert expected == one(f'<names variable="author"><name {name}/></names>', {"author": authors})


def test_parts_of_names_have_formats() -> None:
    """Family and given name each have their format and case."""
    family = '<name-part name="family" text-case="uppercase" font-weight="bold"/>'
    parts = f'{family}<name-part name="given" font-style="italic"/>'
    assert "<i>Ada Berta</i> <b>ZORN</b>" == one(
        f'<names variable="author"><name>{parts}</name></names>', {"author": [ZORN]}
    )


def test_labels_of_roles() -> None:
    """Editors are labelled, many of them in the plural; who edits and translates is named once."""
    names = (
        '<names variable="editor translator" delimiter="; "><name/><label form="short" prefix=" (" suffix=")"/></names>'
    )
    assert "Ada Berta Zorn (ed.)" == one(names, {"editor": [ZORN]})
    assert "Ada Berta Zorn, Jean-Luc Abel (eds.)" == one(names, {"editor": [ZORN, ABEL]})
    both = one(names, {"editor": [ZORN], "translator": [ZORN]})
    assert 1 == both.count("Zorn")


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


def test_dates_in_words() -> None:
    """A date that is words stands where the year would."""
    layout = '<date variable="issued"><date-part name="month"/><date-part name="year" prefix="(" suffix=")"/></date>'
    assert "(Spring term)" == one(layout, {"issued": {"literal": "Spring term"}})


@pytest.mark.parametrize(
    ("pages", "form", "expected"),
    [
        ("42-45", "", "pp. 42–45"),
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


def test_a_group_needs_one_of_its_variables() -> None:
    """Terms of a group are printed only with a variable in it."""
    layout = (
        '<text variable="title"/><group delimiter=" " prefix=" "><text term="in"/><text variable="publisher"/></group>'
    )
    assert "Ebb" == one(layout, {"title": "Ebb"})
    assert "Ebb in Flow" == one(layout, {"title": "Ebb", "publisher": "Flow"})


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


@pytest.mark.parametrize(
    ("rule", "second", "expected"),
    [
        ("complete-all", [ZORN, ABEL], "———. Flow"),
        ("complete-all", [ZORN], "Ada Berta Zorn. Flow"),
        ("complete-each", [ZORN, ABEL], "———, ———. Flow"),
        ("partial-each", [ZORN, BERG], "———, Ole van den Berg. Flow"),
        ("partial-first", [ZORN, BERG], "———, Ole van den Berg. Flow"),
    ],
)
def test_names_that_return(rule: str, second: list[dict[str, str]], expected: str) -> None:
    """The names of the entry before are replaced as the style's rule says."""
    bibliography = f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"'
    items = [{"title": "Ebb", "author": [ZORN, ABEL]}, {"title": "Flow", "author": second}]
    layout = '<names variable="author" suffix=". "/><text variable="title"/>'
    assert expected == printed(layout, items, bibliography=bibliography)[1]


def test_terms_of_the_style_and_its_locale() -> None:
    """A term comes from the style for the locale, the language or any, then from the locale's file."""
    terms = (
        '<locale xml:lang="fr"><terms><term name="in">dedans</term></terms></locale>'
        '<locale><terms><term name="in">inside</term><term name="from">out of</term></terms></locale>'
    )
    layout = '<text term="in"/><text term="from" prefix=" "/><text term="accessed" prefix=" "/>'
    assert "Dedans out of consulté le" == one(layout, {}, macros=terms, style='default-locale="fr-FR"')


def test_a_number_in_the_margin() -> None:
    """With second-field-align the first field is a block, with the prefix of the entry in it."""
    layout = '<text variable="citation-number" suffix="."/><text variable="title"/>'
    entry = compile_style(styled(layout, bibliography='second-field-align="flush"')).bibliography([{"title": "Ebb"}])[0]
    assert ["left-margin", "right-inline"] == [block.display for block in entry.tree]
    assert "1. Ebb" == to_text(entry.tree)


SEJOON, SOOHYUN = {"family": "Lee", "given": "Sejoon"}, {"family": "Lee", "given": "Soohyun"}
KIM, BO, XU = {"family": "Kim", "given": "A"}, {"family": "Bo", "given": "C"}, {"family": "Xu", "given": "Q"}


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


def test_citations_without_end_that_are_the_same_cost_little() -> None:
    """A thousand references that nothing tells apart get their letters."""
    year = '<date variable="issued"><date-part name="year"/></date>'
    rules = 'disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true"'
    citation = f'<citation {rules}><layout><names variable="author"/>{year}</layout></citation>'
    item = {"author": [ZORN, ABEL], "issued": {"date-parts": [[2019]]}}
    lines = printed(year, [item] * 1000, citation=citation)
    assert ["2019a", "2019b", "2019all"] == [lines[0], lines[1], lines[-1]]


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
    ],
)
def test_letters_that_are_no_words(title: str, expected: str) -> None:
    """Title case leaves variables, Greek letters and what stands behind signs; of single letters the first compound."""
    assert expected == one('<text variable="title" text-case="title"/>', {"title": title, "language": "en"})


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


def test_semicolons_stay_behind_quotes() -> None:
    """Where a slanted title ends in quotes, a semicolon goes behind them, a comma into them."""
    layout = (
        '<group delimiter="{}"><group><text variable="title" font-style="italic"/></group>'
        '<text variable="publisher" prefix=" "/></group>'
    )
    item = {"title": "On “Ebb”", "publisher": "Flow"}
    assert "<i>On “Ebb”;</i> Flow" == one(layout.replace("{}", ";"), item)
    assert "<i>On “Ebb,”</i> Flow" == one(layout.replace("{}", ","), item)


@pytest.mark.parametrize("title", ["What’s ebb?", "Is <b>it</b>?"])
def test_titles_in_pieces_collapse_with_delimiters(title: str) -> None:
    """A delimiter behind a slanted title with apostrophes or markup collapses with the mark that it ends with."""
    layout = '<group delimiter=". "><text variable="title" font-style="italic"/><text variable="publisher"/></group>'
    assert one(layout, {"title": title, "publisher": "Flow"}).endswith("?</i> Flow")


def test_numbers_of_cases() -> None:
    """The number of a case is one with all its hyphens; that of a report may be a range."""
    layout = '<label variable="number" form="short" suffix=" "/><number variable="number"/>'
    term = (
        '<locale><terms><term name="number" form="short"><single>no.</single><multiple>nos.</multiple></term></terms>'
        "</locale>"
    )
    assert "No. 12-345" == one(layout, {"type": "legal_case", "number": "12-345"}, macros=term).replace("no.", "No.")
    assert "12–345" in one(layout, {"type": "report", "number": "12-345"}, macros=term)


def test_words_between_pages_keep_their_dashes() -> None:
    """What is no range of two numbers, but words, stays as it is."""
    assert "42–45 and 50" == one('<text variable="page"/>', {"page": "42–45 and 50"})


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


def test_names_that_are_all_cut() -> None:
    """A list of which no name is to be shown is nothing."""
    layout = '<names variable="author"><name et-al-min="2" et-al-use-first="0"/></names><text variable="title"/>'
    assert "Ebb" == one(layout, {"title": "Ebb", "author": [ZORN, ABEL]})


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


def test_the_label_of_a_locator_is_that_of_pages() -> None:
    """A reference has no locator, so its label is that of one page."""
    layout = '<group delimiter=" "><label variable="locator" form="short"/><text variable="page"/></group>'
    assert "p. 3–5" == one(layout, {"page": "3-5"})


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [(".", ". ", "Ebb.Flow"), (",", ". ", "Ebb,. Flow"), (".", ".", "Ebb.Flow"), (":", ": X", "Ebb: Flow")],
)
def test_suffixes_that_begin_with_what_is_there(inner: str, outer: str, expected: str) -> None:
    """The suffix of a group loses its last character too where its first one doubles."""
    layout = f'<group suffix="{outer}"><text variable="title" suffix="{inner}"/></group><text variable="publisher"/>'
    assert expected == one(layout, {"title": "Ebb", "publisher": "Flow"})


def test_formats_of_names_hold_where_single_names_are_normal() -> None:
    """``normal`` on names takes back what is set around cs:names, not what cs:names sets."""
    layout = '<names variable="author" font-weight="bold"><name font-weight="normal" form="short"/></names>'
    assert "<b>Zorn, Abel</b>" == one(layout, {"author": [ZORN, ABEL]})
    plain = (
        '<group font-weight="bold"><names variable="author"><name font-weight="normal" form="short"/></names></group>'
    )
    assert "Zorn" == one(plain, {"author": [ZORN]})


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title"/><text macro="note"/>', "EbbLow"),
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
    style = styled(layout, macros=macro).replace(b"<bibliography ><layout>", b'<bibliography ><layout suffix=".">')
    if "macro" in layout:
        style = styled(layout, macros=macro)
    entries = compile_style(style).bibliography([{"id": "1", "type": "book", "title": "Ebb", "note": "Low"}])
    assert [expected] == [to_html(entry.tree) for entry in entries]


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


def test_year_suffixes_of_ranges_and_words() -> None:
    """The letter stands behind the range; words have none."""
    year = '<date variable="issued"><date-part name="year"/></date>'
    citation = f'<citation disambiguate-add-year-suffix="true"><layout>{year}</layout></citation>'
    items: list[dict[str, Any]] = [{"issued": {"date-parts": [[1999], [2001]]}}] * 2
    items += [{"issued": {"literal": "soon"}}] * 2
    assert ["1999–2001a", "1999–2001b", "soon", "soon"] == printed(year, items, citation=citation)


def test_fields_in_the_note() -> None:
    """Variables at the head of a note are read, a line each or in braces, and are no part of the note."""
    layout = (
        '<group delimiter="|"><text variable="genre"/><names variable="author"/><text variable="note"/>'
        '<date variable="original-date"><date-part name="year"/></date><text variable="title"/></group>'
    )
    item = {"title": "Ebb", "note": "genre: novel\noriginal-date: 1911\nauthor: Zorn || Ada\nWorn.\ngenre: none"}
    assert "novel|Ada Zorn|Worn. genre: none|1911|Ebb" == one(layout, item)
    assert "novel|See|Ebb" == one(layout, {"title": "Ebb", "note": "See {:genre: novel}"})


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


def test_commas_within_the_quotes_of_a_title_stay_there() -> None:
    """The style's quotes let go of a comma where the locale has it outside, the title's own do not."""
    layout = '<text variable="title" quotes="true"/>'
    style = 'default-locale="en-GB"'
    assert "‘The “ebb,” then’" == one(layout, {"title": 'The "ebb," then'}, style=style)
    assert "‘The ebb’," == one(layout, {"title": "The ebb,"}, style=style)


def test_terms_behind_the_number_of_a_reference_begin_it() -> None:
    """The first term has a capital, whether the reference has a number or not, but not behind a mark for names."""
    layout = (
        '<text variable="citation-number" suffix=". "/><names variable="author" suffix=" "/>'
        '<text term="no date" form="short"/>'
    )
    assert ["1. N.d."] == printed(layout, {"title": "Ebb"})
    twice = printed(layout, [{"author": [ZORN]}] * 2, bibliography='subsequent-author-substitute="———"')
    assert "2. ——— n.d." == twice[1]


def test_parts_of_names_hold_for_substitutes() -> None:
    """Names in place of others have the formats of family and given names from these, if they say nothing."""
    substitute = '<substitute><names variable="editor"><name and="text"/></names></substitute>'
    layout = (
        f'<names variable="author"><name><name-part name="family" text-case="uppercase"/></name>{substitute}</names>'
    )
    assert "Ada Berta ZORN and Jean-Luc ABEL" == one(layout, {"editor": [ZORN, ABEL]})


@pytest.mark.parametrize(
    ("term", "again"), [("<text term='anonymous'/>", "Anonymous"), ("<text variable='title'/>", "———")]
)
def test_what_is_put_in_place_of_the_same_names(term: str, again: str) -> None:
    """The same title in place of names is replaced as they are, a term is not."""
    layout = f'<names variable="author"><substitute>{term}</substitute></names>'
    second = printed(layout, [{"title": "Ebb"}] * 2, bibliography='subsequent-author-substitute="———"')[1]
    assert again == second


def test_a_block_keeps_its_suffix() -> None:
    """The last block has its own suffix, else that of the layout."""
    for suffix, expected in (("", "Ebb."), (' suffix=";"', "Ebb;")):
        style = styled(f'<group display="block"{suffix}><text variable="title"/></group>')
        style = style.replace(b"<bibliography ><layout>", b'<bibliography ><layout suffix=".">')
        (entry,) = compile_style(style).bibliography([{"id": "1", "type": "book", "title": "Ebb"}])
        assert f'<div class="csl-block">{expected}</div>' == to_html(entry.tree)


def test_citations_are_told_apart_as_if_they_came_again() -> None:
    """What a citation shows only the first time does not tell it from another."""
    citation = (
        '<citation disambiguate-add-year-suffix="true"><layout><choose><if position="subsequent">'
        '<text value="ibid."/></if><else><text variable="title"/></else></choose></layout></citation>'
    )
    year = '<date variable="issued"><date-part name="year"/></date>'
    items = [{"title": title, "issued": {"date-parts": [[1999]]}} for title in ("Ebb", "Flow")]
    assert ["1999a", "1999b"] == printed(year, items, citation=citation)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [("", "2nd"), ('<term name="ordinal">o</term>', "2o"), ('<term name="ordinal-02">e</term>', "2nd")],
)
def test_ordinals_come_from_one_place(terms: str, expected: str) -> None:
    """A style has ordinals of its own if it has the general one."""
    locale = f'<locale xml:lang="en"><terms>{terms}</terms></locale>'
    assert expected == one('<number variable="edition" form="ordinal"/>', {"edition": "2"}, macros=locale)
