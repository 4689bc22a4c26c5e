"""How references are read: each kind of citation, tagged and in running text."""

from __future__ import annotations

import re

import pytest

from citeconv import Citation, Date, Identifier, Name, Related, Report, dumps, loads
from citeconv.citation import CitationType
from citeconv_jats.mapping import TYPE_NAMES


def reference(inner: str, name: str = "element-citation", attributes: str = 'publication-type="journal"') -> Citation:
    """Return the only citation of a list."""
    citation = f"<{name} {attributes}>{inner}</{name}>"
    text = f'<ref-list xmlns:xlink="http://www.w3.org/1999/xlink"><ref>{citation}</ref></ref-list>'
    (found,) = loads(text, "jats", report=Report())
    return found


@pytest.mark.parametrize("name", ["element-citation", "mixed-citation", "nlm-citation", "citation"])
def test_all_kinds_of_citation(name: str) -> None:
    """The four elements are read alike."""
    found = reference(
        "<name><surname>Lind</surname><given-names>P.-A. B.</given-names></name><article-title>T</article-title>"
        "<source>J</source><year>2001</year><month>Sept</month><fpage>559</fpage><lpage>61</lpage>",
        name,
    )
    assert found == Citation(
        type="article-journal",
        title="T",
        author=(Name(family="Lind", given="P-A B"),),
        container_title="J",
        issued=Date(year=2001, month=9),
        page="559-561",
    )


def test_untagged_citation_is_a_note() -> None:
    """A citation of nothing but text is kept whole, and its DOI is seen."""
    found = reference("Mo A. Untagged. 2001. https://doi.org/10.5555/u.1", "mixed-citation")
    assert found.note == ("Mo A. Untagged. 2001. https://doi.org/10.5555/u.1",)
    assert found.doi == "10.5555/u.1"


def test_text_between_elements_is_kept_where_it_says_more() -> None:
    """Punctuation and the words of NLM's style say nothing; other words do, and what stands where is told apart."""
    found = reference(
        "<article-title>T</article-title>. In: <source>J</source>, p. <fpage>1</fpage>, translated by Mo"
        " <year>1999</year>, pp.",
        "mixed-citation",
    )
    assert found.extra == (("jats:text", ", translated by Mo"),)


@pytest.mark.parametrize(
    "comment",
    [
        'doi: <ext-link xlink:href="http://dx.doi.org/10.5555/c.1">10.5555/c.1</ext-link>',
        "doi:10.5555/c.1",
        'PMID: <object-id pub-id-type="pmid">12</object-id> doi: <pub-id pub-id-type="doi">10.5555/c.1</pub-id>',
    ],
)
def test_comment_that_is_an_identifier(comment: str) -> None:
    """A comment of nothing but an identifier with its label is that identifier, and no note."""
    found = reference(f"<source>J</source><comment>{comment}</comment>", "mixed-citation")
    assert (found.doi, found.note, found.url) == ("10.5555/c.1", (), "")


def test_comment_that_says_more_is_a_note() -> None:
    """What else it says is kept with the identifier."""
    found = reference('<comment>Data at <uri xlink:href="https://e.org/d">https://e.org/d</uri> since May</comment>')
    assert (found.url, found.note) == ("https://e.org/d", ("Data at https://e.org/d since May",))


def test_running_text_is_kept_in_one_piece() -> None:
    """Italics and formulas do not cut the text that no element has."""
    found = reference("<year>1999</year> On <italic>s</italic> at <inline-formula>2x</inline-formula> GeV", "citation")
    assert found.extra == (("jats:text", "On s at 2x GeV"),)


def test_editors_named_behind_the_title() -> None:
    """``In: Lind P, editor`` makes an editor of who is named there, as no group says it."""
    name = "<name><surname>{}</surname><given-names>{}</given-names></name>".format
    found = reference(
        f"{name('Mo', 'A')} (<year>2001</year>) <chapter-title>Salt</chapter-title>. In: {name('Lind', 'P')}, editor."
        " <source>Seas</source>",
        "mixed-citation",
        'publication-type="book"',
    )
    assert found.author == (Name(family="Mo", given="A"),)
    assert found.editor == (Name(family="Lind", given="P"),)


def test_words_for_others_come_back() -> None:
    """``et al`` is a field; its wording is kept, and written where it stood."""
    found = reference("<name><surname>Mo</surname></name>, <etal>and others</etal> <source>J</source>", "citation")
    assert (found.et_al, found.extra) == (("author",), (("jats:etal", "and others"),))
    assert "<etal>and others</etal>" in dumps([found], "jats", report=Report())


def test_others_as_a_surname() -> None:
    """BibTeX's ``others``, which converters take for a name, says that there are more; a name alone is a name."""
    mo, others = "<name><surname>Mo</surname></name>", "<name><surname>others</surname></name>"
    found = reference(f"<person-group>{mo}{others}</person-group>")
    assert (found.author, found.et_al) == ((Name(family="Mo"),), ("author",))
    assert reference(others).author == (Name(family="others"),)
    named = Citation(author=(Name(family="Mo"), Name(family="others")))
    report = Report()
    dumps([named], "jats", report=report)
    assert report.lost


def test_two_forms_of_one_citation() -> None:
    """Of a printed form and a marked one the marked one is read, whichever stands first; the printed one is kept."""
    text = "Mo A. Salt of the shelf. J Seas 2001"
    inner = "<article-title>Salt of the shelf</article-title><source>J Seas</source><year>2001</year>"
    (found,) = loads(
        f"<ref-list><ref><mixed-citation>{text}</mixed-citation>"
        f'<element-citation publication-type="journal">{inner}</element-citation></ref></ref-list>',
        "jats",
        report=Report(),
    )
    assert (found.title, found.container_title) == ("Salt of the shelf", "J Seas")
    assert found.extra == (("jats:mixed-citation", text),)


def test_own_two_forms_say_nothing_twice() -> None:
    """What ``citation=both`` has written is read without its printed form."""
    citation = Citation(type="article-journal", title="Salt", container_title="J Seas", issued=Date(year=2001))
    (found,) = loads(dumps([citation], "jats", report=Report(), jats_citation="both"), "jats", report=Report())
    assert found == citation


MARKED = "<mixed-citation{}><article-title>T</article-title><source>J {}</source><year>2001</year>{}</mixed-citation>"
DOI = '<pub-id pub-id-type="doi">10.5555/s.1</pub-id>'


@pytest.mark.parametrize(
    ("citations", "sources"),
    [
        (MARKED.format(' id="c1a"', "a", DOI) + ";\n" + MARKED.format("", "b", ""), ["J a", "J b"]),
        (MARKED.format("", "a", "").replace("mixed-", "") * 2, ["J a", "J a"]),
        (MARKED.format("", "a", "").replace("mixed", "element") + MARKED.format("", "a", ""), ["J a"]),
        (MARKED.format("", "a", "") + "<mixed-citation>Printed.</mixed-citation>", ["J a"]),
        (MARKED.format("", "a", DOI) + MARKED.format("", "b", DOI), ["J a"]),
        (MARKED.format(' xml:lang="ru"', "a", "") + MARKED.format(' xml:lang="en"', "b", ""), ["J a"]),
        (f"<citation-alternatives>{MARKED.format('', 'a', '') * 2}</citation-alternatives>", ["J a"]),
        (f"<citation-alternatives>{MARKED.format('', 'a', '')}</citation-alternatives>" * 2, ["J a", "J a"]),
    ],
)
def test_several_works_in_a_reference(citations: str, sources: list[str]) -> None:
    """Each work of a reference is a record with its number, and a work that is cited; two forms of one are one."""
    ref = f'<ref id="c1"><label>[1]</label>{citations}</ref>'
    found = list(loads(f"<ref-list>\n{ref}</ref-list>", "jats", report=Report()))
    assert [(source, "1", "c1") for source in sources] == [
        (each.container_title, each.citation_number, each.key) for each in found
    ]
    article = f"<article><front><article-meta/></front><back><ref-list>{ref}</ref-list></back></article>"
    (whole,) = loads(article, "jats", report=Report(), jats_records="articles")
    assert len(sources) == len(whole.related)


def test_what_nobody_prints_of_a_cited_work() -> None:
    """Its number, codes and hidden identifiers are no part of the text; each is told by its kind."""
    citation = (
        "<mixed-citation><object-id>1a</object-id><string-name>A. Mo</string-name>, <source>J</source> "
        '<volume>4</volume> (<year>2001</year>)<object-id pub-id-type="pmid">15168363</object-id>'
        '<pub-id pub-id-type="coden">JSALT</pub-id><issn>1234-5679</issn>'
        '<pub-id pub-id-type="doi" specific-use="suppress-display">10.5555/s.1</pub-id>.</mixed-citation>'
    )
    article = (
        f"<article><front><article-meta/></front><back><ref-list><ref>{citation}</ref></ref-list></back></article>"
    )
    (found,) = loads(article, "jats", report=Report(), jats_records="articles")
    assert found.related == (
        Related(
            kind="cites",
            citation="A. Mo, J 4 (2001).",
            doi="10.5555/s.1",
            pmid="15168363",
            identifiers=(Identifier(kind="coden", value="JSALT"),),
        ),
    )


def test_damage_in_one_of_several_works() -> None:
    """A reference that is not well-formed is one record, and rejected."""
    report = Report()
    citations = MARKED.format("", "a", "</b>") + "\n" + MARKED.format("", "b", "")
    assert not list(loads(f"<ref-list>\n<ref>{citations}</ref></ref-list>", "jats", report=report))
    assert 1 == report.total.rejected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A.\u2009B. Mo", Name(family="Mo", given="A B")),
        ("S. Das Lind, Jr.", Name(family="Das Lind", given="S", suffix="Jr.")),
        ("Mo, A. B.", Name(family="Mo", given="A. B.")),
        ("Salt Core Team", Name(literal="Salt Core Team")),
        ("U.S. Salt Survey", Name(literal="U.S. Salt Survey")),
    ],
)
def test_names_without_parts(text: str, name: Name) -> None:
    """Initials with full stops stand before a person's family name; groups have none."""
    assert (name,) == reference(f"<string-name>{text}</string-name><source>J</source>").author


def test_citation_in_running_text_is_no_reference() -> None:
    """In a whole article only what stands in a ``ref`` is a record."""
    text = (
        "<article><front><article-meta/></front><body><p><mixed-citation>in the text</mixed-citation></p></body>"
        "<back><ref-list><ref><mixed-citation>in the list</mixed-citation></ref></ref-list></back></article>"
    )
    (found,) = loads(text, "jats", report=Report(), jats_records="references")
    assert found.note == ("in the list",)


def test_elements_in_bold_and_italic_are_found() -> None:
    """What only changes the font hides nothing."""
    found = reference("<italic><source>J</source></italic> <bold><volume>7</volume></bold>", "mixed-citation")
    assert (found.container_title, found.volume) == ("J", "7")


@pytest.mark.parametrize(
    ("inner", "kind", "expected"),
    [
        ("<source>S</source>", "book", Citation(type="book", title="S")),
        (
            "<article-title>T</article-title><source>S</source>",
            "book",
            Citation(type="chapter", title="T", container_title="S"),
        ),
        (
            "<chapter-title>T</chapter-title><source>S</source>",
            "book",
            Citation(type="chapter", title="T", container_title="S"),
        ),
        (
            "<data-title>T</data-title><source>S</source>",
            "data",
            Citation(type="dataset", title="T", publisher="S"),
        ),
        ("<source>S</source>", "web", Citation(type="webpage", title="S")),
        ("<source>S</source>", "journal", Citation(type="article-journal", container_title="S")),
        ("<source>S</source>", "odd thing", Citation(title="S", extra=(("jats:publication-type", "odd thing"),))),
        (
            '<article-title xml:lang="de">T</article-title><trans-title xml:lang="en">E</trans-title>',
            "journal",
            Citation(type="article-journal", title="E", original_title="T", language=("de",)),
        ),
        (
            '<article-title xml:lang="en">E</article-title><trans-title xml:lang="de">T</trans-title>',
            "journal",
            Citation(type="article-journal", title="E", language=("en",), extra=(("jats:trans-title", "T"),)),
        ),
    ],
)
def test_titles_and_types(inner: str, kind: str, expected: Citation) -> None:
    """What a title is depends on the type, and on what else is there."""
    assert reference(inner, attributes=f'publication-type="{kind}"') == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<pub-id pub-id-type="pmc">12</pub-id>', {"pmcid": "PMC12"}),
        ('<pub-id pub-id-type="pmcid">PMC12</pub-id>', {"pmcid": "PMC12"}),
        ('<pub-id pub-id-type="doi">http://dx.doi.org/10.5555/x</pub-id>', {"doi": "10.5555/x"}),
        ('<ext-link ext-link-type="doi" xlink:href="10.5555/x">10.5555/x</ext-link>', {"doi": "10.5555/x"}),
        ('<ext-link xlink:href="https://e.org/a">https://e.org/a</ext-link>', {"url": "https://e.org/a"}),
        ("<year>2007a</year>", {"issued": Date(year=2007), "year_suffix": "a"}),
        ("<year>in press</year>", {"issued": Date(literal="in press")}),
        ("<year>2004</year><season>Spring</season>", {"issued": Date(year=2004, season=1)}),
        ("<fpage>e12</fpage>", {"number": "e12", "page": ""}),
        ("<fpage>e12</fpage><page-range>e12</page-range>", {"number": "", "page": "e12"}),
        ("<fpage>e12</fpage><lpage>e19</lpage>", {"number": "", "page": "e12-e19"}),
        ("<fpage>5</fpage><lpage>5</lpage>", {"page": "5"}),
        ("<comment>Epub ahead of print</comment>", {"publication_status": "aheadofprint", "status": "ahead of print"}),
        ("<volume>1</volume><volume>2</volume>", {"volume": "1", "extra": (("jats:volume", "2"),)}),
        ("<oddity>x</oddity>", {"extra": (("jats:oddity", "x"),)}),
        ("<person-group>Mo and others</person-group>", {"author": (Name(literal="Mo and others"),)}),
    ],
)
def test_values(inner: str, expected: dict[str, object]) -> None:
    """Publishers' manners of writing are put into the form of the model; what has no field is kept."""
    found = reference(inner)
    assert {field: getattr(found, field) for field in expected} == expected


@pytest.mark.parametrize("kind", TYPE_NAMES.values())
@pytest.mark.parametrize("name", ["jats", "jats-front"])
def test_every_type_comes_back(kind: CitationType, name: str) -> None:
    """Each of CSL's types is read as what it was, with and without titles."""
    records = "references" if name == "jats" else "articles"
    for title, container in (("T", "J"), ("T", ""), ("", "J"), ("", "")):
        text = dumps([Citation(type=kind, title=title, container_title=container)], name)
        (found,) = loads(text, "jats", report=Report(), jats_records=records)
        assert found.type == kind


def test_xinclude_is_text_of_no_effect() -> None:
    """``xi:include`` includes nothing."""
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file:///etc/passwd"/>'
    found = reference(f"<article-title>A {include}B</article-title>")
    assert found.title == "A B"


def test_words_before_identifiers_are_no_text_of_their_own() -> None:
    """What we print before identifiers of any kind is told by them, so nothing of it goes to ``extra``."""
    identifiers = (Identifier(kind="arxiv", value="2101.00001"), Identifier(kind="our own", value="7"))
    citation = Citation(title="A title", pii="S1-2", manuscript_id="NIHMS1", identifiers=identifiers)
    (found,) = loads(dumps([citation], "jats", report=Report(), jats_citation="mixed"), "jats", report=Report())
    assert (found.pii, found.manuscript_id, found.identifiers) == ("S1-2", "NIHMS1", identifiers)
    assert not found.extra


def test_country_of_a_patent() -> None:
    """The country that granted a patent is its jurisdiction."""
    found = reference('<patent country="US">7,123</patent>', attributes='publication-type="patent"')

    assert ("7,123", "US", ()) == (found.number, found.jurisdiction, found.extra)


def test_people_whom_a_role_or_brackets_call_editors() -> None:
    """Behind the title they are those of the book; where there is no title yet, those of the whole work."""
    people = "<person-group><name><surname>{}</surname></name></person-group>"
    author = people.format("Lind").replace("<person-group>", '<person-group person-group-type="author">')
    source = "<year>2007</year> <source>Tides</source>. <publisher-name>Shelf Press</publisher-name>"
    part = f"{people.format('Lind')} <article-title>Waves</article-title> {people.format('Wei')} (<role>Eds</role>) "
    (chapter, book, said) = (
        reference(part + source, "mixed-citation", ""),
        reference(f"{people.format('Wei')} (Ed.) {source}", "mixed-citation", ""),
        reference(f"{author}, ed. {source}", "mixed-citation", ""),
    )
    assert (chapter.type, [one.family for one in chapter.author], [one.family for one in chapter.editor]) == (
        "chapter", ["Lind"], ["Wei"]
    )  # fmt: skip
    assert (book.type, book.author, [one.family for one in book.editor]) == ("book", (), ["Wei"])
    assert ([one.family for one in said.author], said.editor) == (["Lind"], ())


def test_an_institution_that_stands_where_authors_do() -> None:
    """In a printed form it is the author; behind one it is not, nor where the order says nothing."""
    inner = "<institution>Tide Board</institution> <year>2005</year> <source>Tides</source>"
    assert reference(inner, "mixed-citation", "").author == (Name(literal="Tide Board"),)
    assert reference(inner).authority == "Tide Board"


@pytest.mark.parametrize(
    ("first", "last", "whole", "page", "kept"),
    [
        ("11", "19", "", "11-19", []),
        ("11", "19", "11-9", "11-19", []),
        ("11", "40", "11-9, 40", "11-19, 40", []),
        ("12", "20", "11-19", "11-19", ["12", "20"]),
        ("", "", "11-19", "11-19", []),
    ],
)
def test_pages_beside_a_range(first: str, last: str, whole: str, page: str, kept: list[str]) -> None:
    """``page-range`` says more than the first and last page; one that is not in it is kept."""
    found = reference(f"<fpage>{first}</fpage><lpage>{last}</lpage><page-range>{whole}</page-range>")

    assert (page, kept) == (found.page, [value for _, value in found.extra])


def test_doi_in_an_address_is_decoded() -> None:
    """An address has ``%3C`` for signs that it may not hold; a DOI without one keeps its per cent signs."""
    href = "https://doi.org/10.1002/(sici)1097%3C595::aid%3E3.0"
    link = f'<ext-link xlink:href="{href}">https://doi.org/10.1002/(sici)1097&lt;595::aid>3.0</ext-link>'

    found = reference(f"<source>J</source><comment>{link}</comment>")
    assert (found.doi, found.extra, found.note) == ("10.1002/(sici)1097<595::aid>3.0", (), ())
    assert reference('<pub-id pub-id-type="doi">10.5555/a%3Cb</pub-id>').doi == "10.5555/a%3Cb"


def test_identifiers_in_the_printed_form() -> None:
    """Springer's older files print each work again, and only there stands its PMID; two works of one text are two."""
    marked = "<citation><article-title>T</article-title><source>J</source><year>2004</year></citation>"
    text = '<citation citation-type="display-unstructured">Lind P. <italic>T</italic>. J 2004 {}</citation>'.format
    identifier = '<pub-id pub-id-type="pmid">15168363</pub-id>'
    references = f"<ref-list><ref>{marked}{text(identifier)}</ref></ref-list>"
    (found,) = loads(references, "jats", report=Report())
    assert (found.pmid, found.extra) == ("15168363", (("jats:citation", "Lind P. <i>T</i>. J 2004 15168363"),))

    meta = "<title-group><article-title>A</article-title></title-group>"
    article = f"<article><front><article-meta>{meta}</article-meta></front><back>{references}</back></article>"
    (found,) = loads(article, "jats", report=Report(), jats_records="articles")
    assert [each.pmid for each in found.related] == ["15168363"]

    found = loads(references.replace(marked, text("")), "jats", report=Report())
    assert [each.pmid for each in found] == ["", "15168363"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("proc", "paper-conference"), ("communication", "personal_communication"), ("incollection", "chapter")],
)
def test_types_of_physicists(kind: str, expected: str) -> None:
    """The words of the Physical Review, and BibTeX's, are known."""
    titles = "<article-title>T</article-title><source>S</source>"
    found = reference(titles, "mixed-citation", f'publication-type="{kind}"')
    assert (found.type, found.extra) == (expected, ())


def test_punctuation_around_a_year() -> None:
    """It is the printer's."""
    found = reference("<source>J</source><year>(1998a),</year>", "mixed-citation")
    assert (found.issued, found.year_suffix) == (Date(year=1998), "a")


def test_day_of_access_by_its_kind() -> None:
    """It has several names."""
    found = reference('<source>J</source><date-in-citation content-type="cited-date">2015 Nov 13</date-in-citation>')
    assert found.accessed == Date(year=2015, month=11, day=13)


@pytest.mark.parametrize(
    ("comment", "day", "note"),
    [
        ("Available: {}. Accessed 13 November 2015", 13, ()),
        ("{}, 13 November 2015, date last accessed", 13, ()),
        ("Disponível em: {}", 0, ()),
        ("Salt. {} accessed November 13, 2015.", 13, ("Salt. http://e.org/1 accessed November 13, 2015.",)),
        ("{} Accessed by many in May 2015", 0, ("http://e.org/1 Accessed by many in May 2015",)),
    ],
)
def test_days_of_access_in_a_comment(comment: str, day: int, note: tuple[str, ...]) -> None:
    """The day at the end is read; what else a comment says beside its link makes it a note."""
    link = '<ext-link xlink:href="http://e.org/1">http://e.org/1</ext-link>'
    found = reference(f"<source>J</source><comment>{comment.format(link)}</comment>")
    assert (found.accessed, found.note) == (Date(year=2015, month=11, day=day) if day else None, note)
    assert found.url == "http://e.org/1"


@pytest.mark.parametrize("text", ["accessed on 13.11.2015", "Accessed 2015 Nov 13", "cited 2015-11-13"])
def test_days_of_access(text: str) -> None:
    """They are told in many words."""
    found = reference(f"<source>J</source><date-in-citation>{text}</date-in-citation>")
    assert found.accessed == Date(year=2015, month=11, day=13)


@pytest.mark.parametrize("date", ["<month>3</month><day>45</day>", "<month>14</month>"])
def test_days_and_months_that_are_none(date: str) -> None:
    """A day or month that no calendar has is kept in words, beside the year."""
    issued = reference(f"<year>2001</year>{date}").issued
    assert (issued.year, issued.month, issued.day) == (2001, 0, 0)
    assert issued.literal == " ".join(re.findall(r"\d+", f"2001 {date}"))


@pytest.mark.parametrize(
    ("element", "field", "value"),
    [
        ("<source><italic>Inv. Seas</italic></source><article-title>T</article-title>", "container_title", "Inv. Seas"),
        ("<source><bold><italic>Seas</italic></bold></source><publisher-name>P</publisher-name>", "title", "Seas"),
        ("<source><italic>Seas</italic> and <italic>lakes</italic></source>", "title", "<i>Seas</i> and <i>lakes</i>"),
        ("<article-title><italic>Homo sapiens</italic></article-title>", "title", "<i>Homo sapiens</i>"),
        ("<source>S</source><volume><bold>50</bold></volume>", "volume", "50"),
    ],
)
def test_how_a_whole_is_printed(element: str, field: str, value: str) -> None:
    """Journals, books and volumes that are slanted or bold as a whole are so for the print; words are not."""
    kind = "journal" if "article-title" in element else "book"
    assert getattr(reference(element, attributes=f'publication-type="{kind}"'), field) == value


def test_markup_around_a_whole_journal_is_reported() -> None:
    """What is taken for a manner of printing when it is read is told when it is written."""
    losses: list[str] = []
    report = Report(lambda each: losses.append(each.field))
    dumps([Citation(type="article-journal", title="T", container_title="<i>Seas</i>")], "jats", report=report)
    assert "container_title" in losses


def test_numbers_with_an_address() -> None:
    """The address behind the number of a data set is its address; an ISBN among identifiers is one."""
    found = reference(
        '<data-title>Tides</data-title><pub-id pub-id-type="accession" xlink:href="https://example.org/GSE1">GSE1</pub-id>'
        '<pub-id pub-id-type="doi" xlink:href="https://doi.org/10.5555/x">10.5555/x</pub-id>'
        '<pub-id pub-id-type="isbn">978-0-00-000000-2</pub-id>'
    )
    assert (found.url, found.doi, found.isbn) == ("https://example.org/GSE1", "10.5555/x", ("978-0-00-000000-2",))
    assert found.identifiers == (Identifier(kind="accession", value="GSE1"),)


def test_articles_in_periodicals() -> None:
    """What is called a periodical is an article, if it has a title of its own."""
    titles = "<article-title>T</article-title><source>Weekly</source>"
    kind = 'publication-type="periodical"'
    assert reference(titles, attributes=kind).type == "article-magazine"
    assert reference("<source>Weekly</source>", attributes=kind).type == "periodical"


def test_what_types_have_of_their_own() -> None:
    """The kind of a thesis in brackets, the number of a report in a comment, a standard's parts, a sponsor."""
    thesis = reference("<source>Tides [PhD thesis]</source>", attributes='publication-type="thesis"')
    assert ("Tides", "PhD thesis") == (thesis.title, thesis.genre)
    report = reference(
        "<source>Tides</source><comment>Report No. TR-4</comment>", attributes='publication-type="report"'
    )
    assert ("TR-4", ()) == (report.number, report.note)
    organization = "<std-organization>ISO</std-organization>"
    number = '<named-content content-type="std-ref">ISO 3297</named-content>'
    standard = reference(
        f"<std>{organization}{number}, <source>ISSN</source></std>", attributes='publication-type="standard"'
    )
    assert ("ISO", "ISO 3297", "ISSN") == (standard.publisher, standard.number, standard.title)
    assert "ISO 3297" == reference("<std>ISO 3297</std>", attributes='publication-type="standard"').number
    paper = reference(
        "<source>Tides</source><conf-sponsor>Tidal Society</conf-sponsor>", attributes='publication-type="confproc"'
    )
    assert (Name(literal="Tidal Society"),) == paper.organizer
    preprint = reference(
        "<article-title>Tides</article-title><source>Shelf Archive</source>", attributes='publication-type="preprint"'
    )
    assert ("article", "Preprint") == (preprint.type, preprint.genre)


def test_what_text_between_elements_tells() -> None:
    """Pages on the web behind the last one, PubMed's numbers, and that a work is in press, are fields, not text."""
    found = reference("<source>J</source>: <fpage>910</fpage>–<lpage>25</lpage>.e6. ", "mixed-citation")
    assert (found.page, found.extra) == ("910-925.e6", ())
    numbers = "Epub 2011/06/04. PMID: 90000001; PubMed Central PMCID: PMCPMC9000001."
    found = reference(f"<source>J</source>. {numbers}", "mixed-citation")
    assert (found.pmid, found.pmcid, found.extra) == (
        "90000001",
        "PMC9000001",
        (("jats:text", ". Epub 2011/06/04. ; ."),),
    )
    found = reference("<source>J</source> (in press), <pub-id pub-id-type='doi'>10.5555/a</pub-id>", "mixed-citation")
    assert (found.status, found.extra) == ("in press", ())
    assert reference("<source>J</source><comment>In press</comment>").status == "in press"


@pytest.mark.parametrize(
    ("inner", "number", "note"),
    [
        ("<volume>3</volume><comment>e19002</comment>", "e19002", ()),
        ("<comment>pii: a004762</comment><volume>3</volume>", "a004762", ()),
        ("<comment>aac4722</comment><fpage>3</fpage>", "", ("aac4722",)),
        ("<comment>aac4722</comment><elocation-id>e3</elocation-id>", "e3", ("aac4722",)),
    ],
)
def test_number_of_an_article_in_a_comment(inner: str, number: str, note: tuple[str, ...]) -> None:
    """A comment that looks like the number of an article is it, unless there are pages or another number."""
    found = reference(f"<source>J</source>{inner}")
    assert (found.number, found.note) == (number, note)


@pytest.mark.parametrize(
    "text", ["(accessed on 22 October 2010)", "[accessed 22 October 2010]", "acesso em 22 Oct 2010"]
)
def test_brackets_around_a_day_of_access(text: str) -> None:
    """MDPI has the words of a day of access in brackets."""
    found = reference(f'<source>J</source><date-in-citation content-type="access-date">{text}</date-in-citation>')
    assert found.accessed == Date(year=2010, month=10, day=22)


def test_identifiers_of_volume_and_issue_for_their_numbers() -> None:
    """PLOS has the number of an issue as its identifier; beside a number it is kept apart."""
    found = reference("<volume>3</volume><issue-id>14</issue-id>")
    assert (found.volume, found.issue, found.extra) == ("3", "14", ())
    found = reference("<issue-id>s14</issue-id><volume>3</volume><issue>14</issue>")
    assert (found.issue, found.extra) == ("14", (("jats:issue-id", "s14"),))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("<fpage>1888</fpage><lpage>1902</lpage><page-range>e21</page-range>", "1888-1902.e21"),
        ("<fpage>1888</fpage><lpage>902</lpage><page-range>e1-e21</page-range>", "1888-1902.e1-e21"),
        ("<page-range>e21</page-range>", "e21"),
        ("<fpage>1888</fpage><page-range>1888-902</page-range>", "1888-1902"),
    ],
)
def test_pages_on_the_web_alone(pages: str, expected: str) -> None:
    """Pages that are not printed stand behind the last printed one, from which bioRxiv's marking parts them."""
    found = reference(f"<source>J</source>{pages}")
    assert (found.page, found.extra) == (expected, ())
