"""The values that formats share: languages, names and inline markup; dates and pages are shown by PubMed's goldens."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv import Date, Identifier, Name, loads
from citeconv.values.bare import article_field, bare_article, with_subtitle, without_stop
from citeconv.values.databases import number_elsewhere, numbers_by_pmid, read_grants
from citeconv.values.dates import edtf_point, in_calendar, parse_date, parse_day, parse_digits, parse_edtf
from citeconv.values.dois import HOST
from citeconv.values.forms import names_preprint_server, names_university
from citeconv.values.keywords import keywords_in
from citeconv.values.languages import language_code, language_name, marc_code
from citeconv.values.markup import from_element, from_html, plain, runs, unwrapped
from citeconv.values.names import GROUP_WORD, initials_first, inverted_name, natural_name, short_name
from citeconv.values.nlm import journal_as_cited
from citeconv.values.pages import expand_pages, is_article_number, numbers_article, with_hyphens


def test_texts_longer_than_any_date() -> None:
    """What is too long for a date is no date, but what begins as one keeps its wording and its year."""
    text = "2022 " + "MAR" * 40 + " 15"
    assert Date(year=2022, literal=text) == parse_date(text)


@pytest.mark.parametrize("text", ["eng", "English", "ENG", "english "])
def test_language_is_known_by_name_and_code(text: str) -> None:
    """A language has one code whether a format names it or uses MARC's letters."""
    assert language_code(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"), [("pt_BR", "pt-BR"), ("en-gb", "en-GB"), ("en", "en"), ("zz_ZZ", "zz_ZZ"), ("no-name", "no-name")]
)
def test_language_with_its_region(text: str, code: str) -> None:
    """Programs write a hyphen as BCP 47 does, or an underline, and the region in small letters, too."""
    assert language_code(text) == code


@pytest.mark.parametrize(("text", "code"), [("Deutsch", "de"), ("中文", "zh"), ("English (US)", "en-US")])
def test_language_is_known_by_its_own_name(text: str, code: str) -> None:
    """A language may be named as its speakers do."""
    assert language_code(text) == code


@pytest.mark.parametrize("text", ["Englisch", "anglais", "Inglés", "inglês", "英文"])
def test_language_is_known_by_its_name_in_others(text: str) -> None:
    """A language may be named as people call it who speak another."""
    assert language_code(text) == "en"


def test_languages_go_back() -> None:
    """Codes lead back to names and MARC codes, and what is not known stays."""
    assert (language_name("de-CH"), marc_code("de"), language_name("xx"), marc_code("xx")) == (
        "German",
        "ger",
        "xx",
        "xx",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Figuero-Pérez L", Name(family="Figuero-Pérez", given="L")),
        ("van der Berg JA Jr", Name(family="van der Berg", given="J A", suffix="Jr")),
        ("Smith J.-P.", Name(family="Smith", given="J-P")),
        ("Tran III", Name(family="Tran", suffix="III")),
        ("World Health Organization", None),
        ("Smith, John", None),
    ],
)
def test_short_names(text: str, name: Name | None) -> None:
    """MEDLINE's form is a family name and initials; anything else is not taken for one."""
    assert short_name(text) == name


def test_a_word_of_two_letters_behind_a_name() -> None:
    """It may be initials in MEDLINE; where names in full may stand, it is a family name, too."""
    assert short_name("Petrov Yu") == Name(family="Petrov", given="Yu")
    assert short_name("Jing Yu", doubtful=False) is None
    assert short_name("Lind YU", doubtful=False) == Name(family="Lind", given="Y U")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Smith, John A.", Name(family="Smith", given="John A.")),
        ("Smith, John A., Jr.", Name(family="Smith", given="John A.", suffix="Jr.")),
        ("Smith, Jr, John", Name(family="Smith", given="John", suffix="Jr")),
        ("Smith, John Jr", Name(family="Smith", given="John", suffix="Jr")),
        ("Smith, John V.", Name(family="Smith", given="John V.")),
        ("Smith, A. V.", Name(family="Smith", given="A. V.")),
        ("Smith, John VI.", Name(family="Smith", given="John", suffix="VI.")),
        ("WHO", Name(literal="WHO")),
        ("Smith,", Name(family="Smith")),
        ("Smith, A V", Name(family="Smith", given="A V")),
    ],
)
def test_inverted_names(text: str, name: Name) -> None:
    """A comma parts family and given name, a second one the suffix, wherever it stands."""
    assert inverted_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John A. van der Berg Jr.", Name(family="van der Berg", given="John A.", suffix="Jr.")),
        ("Plato", Name(family="Plato")),
        ("Van Morrison", Name(family="Morrison", given="Van")),
        ("Иванов Иван Иванович", Name(family="Иванов", given="Иван Иванович")),
        ("Иван Иванович Иванов", Name(family="Иванов", given="Иван Иванович")),
        ("ZHANG Wei", Name(family="ZHANG", given="Wei")),
        ("Wei ZHANG", Name(family="ZHANG", given="Wei")),
        ("WHO Study Group", Name(family="Group", given="WHO Study")),
        ("佐藤 花子", Name(family="佐藤", given="花子")),
        ("김 민수", Name(family="김", given="민수")),
    ],
)
def test_natural_names(text: str, name: Name) -> None:
    """The last word and its particles are the family, but where capitals, a patronymic or the script tell otherwise."""
    assert natural_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J.-P. Lind", Name(family="Lind", given="J.-P.")),
        ("G. 't Mo", Name(family="'t Mo", given="G.")),
        ("A. Lind III", Name(family="Lind", given="A.", suffix="III")),
        ("P. van der Mo", Name(family="van der Mo", given="P.")),
        ("U.N. Environment", None),
        ("A. Lind Foundation", None),
        ("A. B.", None),
        ("Md. Salim Mo", None),
        ("Lind, A.", None),
        ("A. Lind and B. Mo", None),
    ],
)
def test_initials_first(text: str, name: Name | None) -> None:
    """A family name stands behind initials with full stops, unless it is a country's or a group's name."""
    assert initials_first(text) == name


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("European Union", True),
        ("Universität Bremen", True),
        ("the TIDES Trialists", True),
        ("Verein für Küstenkunde e.V.", True),
        ("Strandforschung gGmbH", True),
        ("Nordic Waves A/S", True),
        ("Onde S.p.A.", True),
        ("Tides LLC", True),
        ("William H. Press", False),
        ("Onda S.P.A.", False),
        ("E.V. Clark", False),
        ("Grouper Inch", False),
    ],
)
def test_words_of_groups(text: str, group: bool) -> None:
    """Some words no person is called, though a press and a registered association share letters with people."""
    assert bool(GROUP_WORD.search(text)) is group


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<em>E. coli</em> &amp; H<SUB>2</SUB>O", "<i>E. coli</i> & H<sub>2</sub>O"),
        ("<p>One</p><p>Two</p>", " One Two "),
        ('<span style="font-variant: small-caps;">d</span>-Glucose', "<sc>d</sc>-Glucose"),
        ('<span class="nocase">mRNA</span>', "mRNA"),
        ("p<0.05 and a<b", "p<0.05 and a<b"),
        ("AT&T &foo; &#x3b1;", "AT&T &foo; α"),
        ("<jats:italic>x</jats:italic>", "<i>x</i>"),
        ("<jats:sec><jats:title>Aim</jats:title><jats:p>One</jats:p></jats:sec>", " Aim One "),
        ('see <jats:ext-link xlink:href="https://example.org">there</jats:ext-link>', "see there"),
        ("ebb<jats:tr>flow</jats:tr>sea", "ebb flow sea"),
        ("ebb<span/>flow", "ebbflow"),
        ("&amp;lt;p&amp;gt;Ebb.&amp;lt;/p&amp;gt;", " Ebb. "),
        ("p <jats: 5 and <title>", "p <jats: 5 and <title>"),
        ("<A study of tides.pdf>", "<A study of tides.pdf>"),
        ("<p small, then <li and so on>", "<p small, then <li and so on>"),
        ("The ear (< i> Orca sp.</i>) in CO< sub> 2</sub>", "The ear (<i>Orca sp.</i>) in CO<sub>2</sub>"),
        ("p < i> 3", "p < i> 3"),
        ("A planet of <ASTROBJ>HD 1</ASTROBJ>", "A planet of HD 1"),
        ("Salt &lt;italic&gt;a Priori&lt;/Italic&gt; and &lt;em&gt;b&lt;/em&gt;", "Salt <i>a Priori</i> and <i>b</i>"),
        ("The &lt;div&gt; and &lt;/div&gt; of HTML", "The <div> and </div> of HTML"),
        ("R&Amp;D of &Ldquo;salt&Rdquo;, SCHR&OUML;DER, Schr&ouml;der", "R&D of “salt”, SCHRÖDER, Schröder"),
        ("Tides &GE; salt &Foo;", "Tides &GE; salt &Foo;"),
    ],
)
def test_html(html: str, text: str) -> None:
    """HTML becomes citeconv's tags and what only looks like it stays."""
    assert from_html(html) == text


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


def test_elements() -> None:
    """Mixed content keeps its markup, MathML its scripts, and comments say nothing."""
    xml = (
        "<T xmlns:m='u'>A <i>b</i><!-- c --> <m:math><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup></m:math>"
        " <xref>1</xref><break/>z</T>"
    )
    assert from_element(ElementTree.fromstring(xml)) == "A <i>b</i> x<sup>2</sup> 1 z"


@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_names_of_taxa(between: str) -> None:
    """The parts of the name of a taxon are words of their own; what stands around the name is next to it."""
    parts = between.join(f"<taxon-name-part>{part}</taxon-name-part>" for part in ("Mola", "subg.", "Pelta"))
    taxon = f"<taxon-name>{parts}</taxon-name>"
    assert from_element(ElementTree.fromstring(f"<T>Of (<i>{taxon}</i>)</T>")) == "Of (<i>Mola subg. Pelta</i>)"
    assert from_element(ElementTree.fromstring(taxon)) == "Mola subg. Pelta"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("<i>a</i>", "a"),
        ("<b><i> a <sub>b</sub></i></b>", "a <sub>b</sub>"),
        ("<i>a</i> and <i>b</i>", "<i>a</i> and <i>b</i>"),
        ("<i>a", "<i>a"),
        ("a</i>", "a</i>"),
        ("<i></i>", ""),
        ("<p>", "<p>"),
    ],
)
def test_markup_around_a_whole(text: str, bare: str) -> None:
    """Markup goes where nothing stands outside of it, and nowhere else."""
    assert unwrapped(text) == bare


@pytest.mark.parametrize(
    ("text", "bare"), [("a<i>b<sup>c</sup></i>", "abc"), ("a</i>b<i>", "a</i>b<i>"), ("<i><b>x</i></b>", "<b>x</b>")]
)
def test_plain(text: str, bare: str) -> None:
    """Only tags with partners are markup; of two that overlap the second is text."""
    assert bare == plain(text)


@given(st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "x", "<", " "]), max_size=40))
def test_runs_nest(pieces: list[str]) -> None:
    """Whatever the tags, what opens is closed in order and no character is lost."""
    stack: list[str] = []
    whole = ""
    for text, tag in runs("".join(pieces)):
        if tag == "open":
            stack.append(text)
        elif tag == "close":
            assert stack.pop() == text
        whole += text if not tag else f"<{'/' if tag == 'close' else ''}{text}>"
    assert not stack
    assert whole == "".join(pieces)


@given(st.text())
def test_html_never_fails(text: str) -> None:
    """Any string can be decoded."""
    from_html(text)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("559-61", "559-561"),
        ("E559-68", "E559-E568"),
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
    ("host", "is_one"),
    [
        ("doi.org", True), ("dx.doi.org", True), ("doi-org.proxy.example.edu", True), ("dx.doi.org.lib.example", True),
        ("example.org", False), ("doi.organic.example", False), ("doi.org" + ".a" * 99, False),
    ],
)  # fmt: skip
def test_hosts_of_dois(host: str, is_one: bool) -> None:
    """The resolver, also behind a library's proxy."""
    assert is_one == bool(re.fullmatch(HOST, host))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("PUBMED 90000001", Identifier(kind="pmid", value="90000001")),
        (" EMBASE 643000001", Identifier(kind="pui", value="L643000001")),
        ("CTgov NCT00000001", Identifier(kind="clinical-trial", value="NCT00000001")),
        ("ICTRP JPRN-UMIN000000001", Identifier(kind="clinical-trial", value="JPRN-UMIN000000001")),
        ("EMBASE see there", None),
        ("90000001", None),
        ("", None),
    ],
)
def test_numbers_in_other_databases(text: str, number: Identifier | None) -> None:
    """The Cochrane Library names the database before the number."""
    assert number_elsewhere(text) == number


@pytest.mark.parametrize(
    ("title", "subtitle", "whole"),
    [
        ("Tides", "a survey", "Tides: a survey"), ("Why?", "A tale", "Why? A tale"),
        ("Tides:", "a survey", "Tides: a survey"),
        ("Salt \u2013", "a tale", "Salt \u2013 a tale"), ("", "a survey", "a survey"), ("Tides", "", "Tides"),
    ],
)  # fmt: skip
def test_subtitles(title: str, subtitle: str, whole: str) -> None:
    """A colon parts a subtitle from its title, unless that ends in a sign that does."""
    assert with_subtitle(title, subtitle) == whole


@pytest.mark.parametrize(
    ("format_", "record"),
    [
        ("bibtex", "@article{{a, title = {{{}}}, subtitle = {{{}}}}}"),
        ("csl-json", '[{{"id": "a", "type": "article-journal", "title": ["{}"], "subtitle": ["{}"]}}]'),
        (
            "jats",
            (
                "<article><front><article-meta><title-group><article-title>{}</article-title><subtitle>{}</subtitle>"
                "</title-group></article-meta></front></article>"
            ),
        ),
    ],
)
def test_subtitles_in_formats(format_: str, record: str) -> None:
    """It does so in every format that has the two apart."""
    (found,) = loads(record.format("Why?", "A tale"), format_)
    assert found.title == "Why? A tale"


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("arXiv", True), ("bioRxiv : the preprint server for biology", True), ("EarthArXiv", True), ("Preprints", True),
        ("Research Square", True), ("SSRN Electronic Journal", True), ("Preprints of Tides", False), ("Tides", False),
        ("Rxiv", False),
    ],
)  # fmt: skip
def test_servers_of_preprints(name: str, is_one: bool) -> None:
    """Servers of preprints are known by their names, which databases have as those of journals."""
    assert names_preprint_server(name) == is_one


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("University of Tides", True), ("Boston College", True), ("冰大学", True), ("Colleges of Tides", False)],
)
def test_universities(name: str, is_one: bool) -> None:
    """Universities are known by the word for them in many languages, and colleges."""
    assert names_university(name) == is_one


@pytest.mark.parametrize(
    ("database", "by_pmid"),
    [
        ("PubMed", True), ("Ovid MEDLINE(R) and In-Process, Daily & Other Citations <1946 to 2020>", True),
        ("MEDLINE; PubMed", True), ("Embase", False), ("Embase; MEDLINE", False), ("PubMed; Scopus", False),
        ("crossref|pubmed", False), ("", False),
    ],
)  # fmt: skip
def test_databases_that_number_by_pmid(database: str, by_pmid: bool) -> None:
    """The numbers of MEDLINE's records are PMIDs; of several databases nobody knows whose number a record has."""
    assert numbers_by_pmid(database) == by_pmid


@pytest.mark.parametrize("text", ["765\u2010778", "765\u2013778", "765 \u2013 778", "765--778", "765-778"])
def test_dashes_in_pages(text: str) -> None:
    """Whatever dash is printed between two pages, a hyphen stands there."""
    assert with_hyphens(text) == "765-778"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2 March 2006", Date(year=2006, month=3, day=2)),
        ("2nd of March, 2006", Date(year=2006, month=3, day=2)),
        ("Mar. 2, 2006", Date(year=2006, month=3, day=2)),
        ("15 jul. 2020", Date(year=2020, month=7, day=15)),
        ("Market 5, 2020", None),
        ("32 May 2020", None),
        ("March 2006", None),
        ("2 March 06", None),
    ],
)
def test_day_in_words(text: str, date: Date | None) -> None:
    """A day is read whether it or the month stands first; anything else is none."""
    assert parse_day(text) == date


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Tides of the shelf.", "Tides of the shelf"),
        ("Salt in healthy men.", "Salt in healthy men"),
        ("Imaging of the shelf by MRI.", "Imaging of the shelf by MRI"),
        ("Care at five years of follow-up.", "Care at five years of follow-up"),
        ("Technetium-99m.", "Technetium-99m"),
        ("Tides (in 2020).", "Tides (in 2020)"),
        ("Do tides matter?.", "Do tides matter?"),
        ("Growth of <i>Mola mola</i>.", "Growth of <i>Mola mola</i>"),
        ("Growth of <i>Mola mola.</i>", "Growth of <i>Mola mola</i>"),
        ("Growth of <i>Mola</i> sp.", ""),
        ("Growth of <i>Mola</i> spp.", ""),
        ("A reply to Lind et al.", ""),
        ("Tides of the U.S.", ""),
        ("Tides of the shelf...", ""),
    ],
)
def test_the_full_stop_behind_a_title(printed: str, title: str) -> None:
    """It is none of it, but for that of an abbreviation or an ellipsis."""
    assert (title or printed) == without_stop(printed)


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("Lancet (London, England)", "Lancet"),
        ("Public health reports (Washington, D.C. : 1974)", "Public health reports"),
        ("Rhode Island medical journal (2013)", "Rhode Island medical journal"),
        ("BMJ (Clinical research ed.)", "BMJ"),
        ("Burns : journal of the International Society for Burn Injuries", "Burns"),
        ("CMAJ : Canadian Medical Association journal = journal de l'Association medicale canadienne", "CMAJ"),
        ("Sheng li xue bao : [Acta physiologica Sinica]", "Sheng li xue bao"),
        ("Proceedings (Baylor University. Medical Center)", "Proceedings (Baylor University. Medical Center)"),
        ("Journal : official journal of the Society", "Journal : official journal of the Society"),
        ("Journal of physics. B, Atomic physics", "Journal of physics. B, Atomic physics"),
        ("Angewandte Chemie (International ed. in English)", "Angewandte Chemie (International ed. in English)"),
    ],
)
def test_journals_as_people_cite_them(title: str, cited: str) -> None:
    """What NLM's catalogue adds to a title is left out, unless the title alone would be that of any journal."""
    assert cited == journal_as_cited(title)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("salt, sea level, tides", ["salt", "sea level", "tides"]),
        ("salt, tides", ["salt, tides"]),
        (f"Salt,Sea level,{'Tides' * 9}", ["Salt", "Sea level", "Tides" * 9]),
        (f"Salt, sea level,{'Tides' * 9}", [f"Salt, sea level,{'Tides' * 9}"]),
        ("Salt,Sea level;Tides", ["Salt,Sea level", "Tides"]),
    ],
)
def test_keywords_in_a_line(line: str, words: list[str]) -> None:
    """Several commas part short keywords, and long ones if no blank stands behind any; semicolons part others."""
    assert words == keywords_in([line])


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
    ("text", "grants"),
    [
        ("Tide Fund, 123", [("Tide Fund", "", "123")]),
        ("Tide Fund, TF, 12, 13", [("Tide Fund", "TF", "12"), ("Tide Fund", "TF", "13")]),
        ("Tide Fund, Bergen", [("Tide Fund, Bergen", "", "")]),
        ("AB123456", [("", "", "AB123456")]),
        ("Tide2020", [("Tide2020", "", "")]),
    ],
)
def test_numbers_behind_an_agency(text: str, grants: list[tuple[str, str, str]]) -> None:
    """What commas part from an agency and has digits is its grants; many digits alone are a grant of nobody."""
    assert grants == [(grant.agency, grant.acronym, grant.number) for grant in read_grants(text)]
