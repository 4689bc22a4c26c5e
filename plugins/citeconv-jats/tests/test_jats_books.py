"""Books and their parts: what is a record, and what a part gets from its book."""

from __future__ import annotations

import pytest

import citeconv_jats.formats
from citeconv import Affiliation, Citation, Date, Event, Identifier, Issn, Name, Report, loads
from told import read_told

EDITOR = Name(family="Lind", given="P")
AUTHOR = Name(family="Mo", given="A")
CONTRIB = '<contrib contrib-type="{}"><name><surname>{}</surname><given-names>{}</given-names></name></contrib>'.format
PEOPLE = f"<contrib-group>{CONTRIB('author', 'Mo', 'A.')}</contrib-group>"
SERIES = (
    '<collection-meta collection-type="book-series"><collection-id collection-id-type="publisher-id">123'
    "</collection-id><title-group><title>Seas</title><subtitle>New Ways</subtitle></title-group><contrib-group>"
    f"{CONTRIB('series editor', 'Ek', 'O.')}</contrib-group><volume-in-collection><volume-number>12</volume-number>"
    '</volume-in-collection><issn pub-type="ppub">1234-5679</issn><abstract><p>Of seas.</p></abstract>'
    "</collection-meta>"
)
BOOK = (
    '<book-meta><book-id book-id-type="doi">10.5555/b</book-id><book-id book-id-type="pmcid">salt</book-id>'
    "<subj-group><subject>Chemistry</subject></subj-group><book-title-group><book-title>Salt</book-title>"
    f"<subtitle>A Book</subtitle></book-title-group><contrib-group>{CONTRIB('editor', 'Lind', 'P.')}</contrib-group>"
    '<pub-date date-type="pub" publication-format="print"><year>2002</year></pub-date>'
    "<book-volume-number>2</book-volume-number><isbn>9780000000002</isbn><publisher><publisher-name>Brine Press"
    "</publisher-name><publisher-loc>\n<addr-line>Quay 1</addr-line>\n<city>Oslo</city></publisher-loc></publisher>"
    "<edition>3rd</edition><permissions><copyright-statement>© 2002 Brine Press</copyright-statement></permissions>"
    '<abstract><p>All of it.</p></abstract><counts><book-page-count count="300"/></counts></book-meta>'
)
REFERENCES = "<ref-list><ref><mixed-citation>{}</mixed-citation></ref></ref-list>".format


def part(title: str, meta: str = "", inner: str = "", attributes: str = 'book-part-type="chapter"') -> str:
    """Return a part of a book."""
    own = f"<book-part-meta><title-group>{title}</title-group>{meta}</book-part-meta>"
    return f"<book-part {attributes}>{own}<body>{inner}</body></book-part>"


def book(*parts: str, series: str = SERIES, attributes: str = 'xml:lang="en"') -> str:
    """Return a book of parts."""
    return f"<book {attributes}>{series}{BOOK}<book-body>{''.join(parts)}</book-body></book>"


def wrapper(inner: str, attributes: str = 'content-type="chapter"', meta: str = BOOK) -> str:
    """Return a part with the book around it, as NCBI's Bookshelf has them."""
    return f"<book-part-wrapper {attributes}>{meta}{inner}</book-part-wrapper>"


def read(text: str) -> list[Citation]:
    """Return what is read, the format being found out."""
    return loads(text, report=Report())


def messages(text: str) -> list[str]:
    """Return what is told of a file, losses apart."""
    return [each.message for each in read_told(text, "jats")[1] if each.severity != "loss"]


# -- what is a record


def test_book_is_read_by_its_meta() -> None:
    """A book has titles, people, publisher, numbers, and the series it is part of."""
    (found,) = read(book(attributes='xml:lang="EN" book-type="report"'))
    assert found == Citation(
        type="report",
        title="Salt: A Book",
        collection_title="Seas: New Ways",
        collection_number="12",
        collection_editor=(Name(family="Ek", given="O"),),
        editor=(EDITOR,),
        issued=Date(year=2002),
        volume="2",
        number_of_pages="300",
        edition="3rd",
        publisher="Brine Press",
        publisher_place="Quay 1, Oslo",
        language=("en",),
        abstract=found.abstract,
        categories=("Chemistry",),
        doi="10.5555/b",
        identifiers=(
            Identifier(kind="series-publisher-id", value="123"),
            Identifier(kind="pmcid", value="salt"),
        ),
        issn=(Issn(value="1234-5679", kind="print"),),
        isbn=("9780000000002",),
        copyright="© 2002 Brine Press",
        extra=(("jats:collection-meta/abstract", "Of seas."),),
    )


def test_parts_that_can_be_cited_are_records() -> None:
    """Those that name people or have an identifier of their own; how many do not is told."""
    doi = '<book-part-id book-part-id-type="doi">10.5555/b.2</book-part-id>'
    text = book(
        part("<title>Introduction</title>"), part("<title>Brine</title>", PEOPLE), part("<title>Ice</title>", doi)
    )
    assert [(each.type, each.title) for each in read(text)] == [
        ("book", "Salt: A Book"),
        ("chapter", "Brine"),
        ("chapter", "Ice"),
    ]
    assert [each for each in messages(text) if "left out: 1 parts" in each]


def test_part_in_a_wrapper_is_a_record() -> None:
    """The book around it is none, and what is said of it alone is kept with the part."""
    (found,) = read(wrapper(part("<title>Brine</title>")))
    assert (found.title, found.container_title, found.editor) == ("Brine", "Salt: A Book", (EDITOR,))
    assert found.extra == (
        ("jats:book-meta/subj-group", "Chemistry"),
        ("jats:book-meta/abstract", "All of it."),
    )


def test_contents_in_a_wrapper_stand_for_the_book() -> None:
    """NCBI has a file for the book beside those of its chapters."""
    (found,) = read(wrapper(part("<title>Contents</title>"), 'content-type="toc" id="toc"'))
    assert (found.type, found.title) == ("book", "Salt: A Book")


def test_part_alone_is_a_record() -> None:
    """With or without the book in it; parts in it that cannot be cited are none."""
    inner = part("<title>Deep</title>")
    (found,) = read(part("<title>Brine</title>", inner=inner))
    assert (found.title, found.container_title) == ("Brine", "")
    (found,) = read(part("<title>Brine</title>", inner=inner).replace("<book-part-meta>", f"{BOOK}<book-part-meta>", 1))
    assert (found.title, found.container_title) == ("Brine", "Salt: A Book")


def test_wrappers_of_several_books() -> None:
    """Servers put one after the other, under namespaces of their own."""
    text = wrapper(part("<title>Brine</title>"), 'xmlns="https://jats.nlm.nih.gov/ns/extensions/bits/2.0/"')
    found = read(f"<response><records>{text}{text}</records></response>")
    assert [each.container_title for each in found] == ["Salt: A Book"] * 2


def test_book_without_meta_is_rejected() -> None:
    """There is nothing to cite."""
    assert [each for each in messages("<book><book-body/></book>") if "without book-meta" in each]


def test_damage_in_a_chapter_costs_nothing() -> None:
    """The text is not read."""
    found = read(book(part("<title>Brine</title>", PEOPLE, "<p>a < b</i>"), part("<title>Ice</title>", PEOPLE)))
    assert [each.title for each in found] == ["Salt: A Book", "Brine", "Ice"]


def test_what_a_comment_holds_is_no_part() -> None:
    """Parts that are commented out are not read."""
    found = read(book(f"<!-- {part('<title>Brine</title>', PEOPLE)} -->", part("<title>Ice</title>", PEOPLE)))
    assert [each.title for each in found] == ["Salt: A Book", "Ice"]


def test_lines_of_parts() -> None:
    """A message tells the line on which a part begins."""
    text = book("\n\n" + part("<title>Brine</title>", PEOPLE.replace("</surname>", "")))
    _, seen = read_told(text, "jats")
    assert [(each.severity, each.line) for each in seen if each.severity == "error"] == [
        ("error", text.count("\n") + 1)
    ]


# -- parts


def test_part_has_what_is_needed_of_its_book() -> None:
    """Titles, people, publisher, numbers and rights are the book's; identifiers are told apart."""
    chapter = part(
        "<label>Chapter 5</label><title>Brine</title><subtitle>Old and New</subtitle>",
        f"{PEOPLE}<fpage>55</fpage><lpage>61</lpage><abstract><p>Of brine.</p></abstract>",
        attributes='book-part-type="chapter" book-part-number="5" id="c5" indexed="true"',
    )
    _, found = read(book(part("<title>Theory</title>", inner=chapter)))
    assert found == Citation(
        key="c5",
        type="chapter",
        title="Brine: Old and New",
        part_title="Theory",
        container_title="Salt: A Book",
        collection_title="Seas: New Ways",
        collection_number="12",
        author=(AUTHOR,),
        editor=(EDITOR,),
        collection_editor=(Name(family="Ek", given="O"),),
        issued=Date(year=2002),
        volume="2",
        page="55-61",
        edition="3rd",
        chapter_number="5",
        publisher="Brine Press",
        publisher_place="Quay 1, Oslo",
        language=("en",),
        abstract=found.abstract,
        identifiers=(
            Identifier(kind="book-doi", value="10.5555/b"),
            Identifier(kind="series-publisher-id", value="123"),
            Identifier(kind="book-pmcid", value="salt"),
        ),
        issn=(Issn(value="1234-5679", kind="print"),),
        isbn=("9780000000002",),
        copyright="© 2002 Brine Press",
    )


def test_authors_of_the_book_are_no_authors_of_the_part() -> None:
    """They are its container's."""
    text = book(part("<title>Brine</title>", PEOPLE)).replace('"editor"', '"author"')
    assert read(text)[1].container_author == (EDITOR,)


def test_dates_of_a_part() -> None:
    """Its own date is its date, and the book's that of its container; when it was made and changed is its history."""
    dates = (
        '<pub-date><year>2004</year></pub-date><pub-history><date date-type="updated"><year>2005</year></date>'
        "</pub-history>"
    )
    _, found = read(book(part("<title>Brine</title>", f"{PEOPLE}{dates}")))
    assert (found.issued, found.container_issued) == (Date(year=2004), Date(year=2002))
    assert found.history == (Event(kind="updated", date=Date(year=2005)),)


@pytest.mark.parametrize(
    ("attributes", "kind", "genre"),
    [
        ('book-part-type="chapter"', "chapter", ""),
        ('book-part-type="appendix"', "chapter", "appendix"),
        ('book-part-type="encyclopedia-entry"', "entry-encyclopedia", ""),
    ],
)
def test_kinds_of_parts(attributes: str, kind: str, genre: str) -> None:
    """Entries are CSL's; any other kind is a chapter's genre."""
    _, found = read(book(part("<title>Brine</title>", PEOPLE, attributes=attributes)))
    assert (found.type, found.genre) == (kind, genre)


def test_prefaces_are_parts() -> None:
    """They have elements of their own."""
    meta = f"<book-part-meta><title-group><title>Before</title></title-group>{PEOPLE}</book-part-meta>"
    _, found = read(book(f"<front-matter><preface>{meta}</preface></front-matter>"))
    assert (found.title, found.genre) == ("Before", "preface")


def test_references_belong_to_the_part_that_can_be_cited() -> None:
    """Those of other parts are the book's."""
    chapter = part("<title>Brine</title>", PEOPLE, REFERENCES("Salt 1") + part("<title>A</title>", "", REFERENCES("2")))
    found = read(book(chapter, part("<title>Ice</title>", "", REFERENCES("Ice 3"))))
    assert [[each.citation for each in one.related] for one in found] == [["Ice 3"], ["Salt 1", "2"]]


def test_references_of_a_book_by_option() -> None:
    """``records=references`` reads the lists of all parts."""
    text = book(part("<title>Brine</title>", PEOPLE, REFERENCES("Salt 1")))
    (found,) = loads(text, "jats", report=Report(), jats_records="references")
    assert found.note == ("Salt 1",)


def test_older_books() -> None:
    """NLM's older document type has a series under another name, and people who refer to places themselves."""
    people = CONTRIB("editor", "Lind", "P.").replace("<contrib", '<contrib rid="a1"')
    text = (
        "<book><book-series-meta><book-id>s1</book-id><series>Seas</series></book-series-meta><book-meta>"
        f"<book-title-group><book-title>Salt</book-title></book-title-group><contrib-group>{people}</contrib-group>"
        '<aff id="a1">Salt House</aff><pub-date><year>2001</year></pub-date></book-meta></book>'
    )
    (found,) = read(text)
    assert (found.collection_title, found.identifiers) == ("Seas", (Identifier(kind="series-other", value="s1"),))
    assert found.editor[0].affiliations == (Affiliation(text="Salt House"),)
    assert found.extra == ()


@pytest.mark.parametrize(
    ("attribute", "label", "number", "kept"),
    [
        ("", "Chapter 15", "15", ()),
        ("", "Kapitel IV.", "IV", ()),
        ("", "Chapter One", "Chapter One", ()),
        ("5", "Chapter 5", "5", ()),
        ("5", "Part 5", "5", ()),
        ("5", "Chapter 15", "5", (("jats:label", "15"),)),
    ],
)
def test_numbers_of_chapters(attribute: str, label: str, number: str, kept: tuple[tuple[str, str], ...]) -> None:
    """A label says what an attribute does, in words; what differs is kept."""
    attributes = f'book-part-number="{attribute}"' if attribute else ""
    _, found = read(book(part(f"<label>{label}</label><title>Brine</title>", PEOPLE, attributes=attributes)))
    assert (found.chapter_number, found.extra) == (number, kept)


def test_number_in_the_series_told_twice() -> None:
    """AMS has it as the volume of the book, too."""
    (found,) = read(book().replace("<volume-number>12<", "<volume-number>2<"))
    assert (found.volume, found.collection_number) == ("", "2")


def test_words_of_a_count_are_kept() -> None:
    """They may say more than its number."""
    (found,) = read(book().replace('count="300"/>', 'count="300">xii + 288</book-page-count>'))
    assert (found.number_of_pages, ("jats:book-page-count", "xii + 288") in found.extra) == ("300", True)


def test_a_further_form_of_a_name() -> None:
    """One of the same words says nothing more."""
    name = "<name><surname>Mo</surname><given-names>Ada</given-names></name>"
    people = "<contrib-group><contrib>{}<string-name>{}</string-name></contrib></contrib-group>".format
    for text, kept in (("Ada Mo", ()), ("Ada de Mo", (("jats:string-name", "Ada de Mo"),))):
        _, found = read(book(part("<title>Brine</title>", people(name, text))))
        assert (found.author, found.extra) == ((Name(family="Mo", given="Ada"),), kept)


def chapter(title: str, end: str = "</book-part-meta>", rest: str = "") -> str:
    """Return a chapter with an author, of which the end tag of what is said of it may be odd."""
    own = f"<book-part-meta><title-group><title>{title}</title></title-group>{PEOPLE}{end}"
    return f"<book-part>{own}<body/>{rest}</book-part>"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (book(chapter("One", "</book-part-meta\n>"), chapter("Two")), ["Salt: A Book", "One", "Two"]),
        (
            book(chapter("One")).replace("</book-meta>", "</book-meta ><!-- <book-part> -->"),
            ["Salt: A Book", "One"],
        ),
        (book(chapter("One<!-- </book-part-meta> -->"), chapter("Two")), ["Salt: A Book", "One", "Two"]),
        (book(chapter("<![CDATA[</book-part-meta>]]>"), chapter("Two")), ["Salt: A Book", "</book-part-meta>", "Two"]),
        (book("<?x </book> <book-part> ?>", chapter("One")), ["Salt: A Book", "One"]),
        (book(part("<title>One</title>", "<!-- <contrib> -->"), chapter("Two")), ["Salt: A Book", "Two"]),
        (book(chapter("One", ""), chapter("Two"), chapter("Three")), ["Salt: A Book", "Two", "Three"]),
    ],
)
def test_marks_about_what_is_said_of_a_part(text: str, titles: list[str]) -> None:
    """Blanks in end tags, comments, CDATA and instructions change nothing; a missing end tag costs one record."""
    found = read(text)
    assert [each.title for each in found] == titles
    assert all(each.container_title for each in found[1:])


def test_damage_in_one_place_of_a_book() -> None:
    """Damaged references cost themselves, and a damaged book-meta what a part has of it; both are told once."""
    damaged = "<back><ref-list><ref><mixed-citation>A <b>.</mixed-citation></ref></ref-list></back>"
    text = book(chapter("One", rest=damaged), chapter("Two"))
    assert [each.title for each in read(text)] == ["Salt: A Book", "One", "Two"]
    assert [message for message in messages(text) if "read without its references" in message] != []
    endless = book(chapter("One", rest=damaged.replace("</ref-list>", "").replace("<b>", "")), chapter("Two"))
    assert [each.title for each in read(endless)] == ["Salt: A Book", "One", "Two"]
    assert [message for message in messages(endless) if "read without its references" in message] != []
    text = wrapper(chapter("One") + chapter("Two"), meta=BOOK.replace("</subtitle>", ""))
    assert [(each.title, each.container_title) for each in read(text)] == [("One", ""), ("Two", "")]
    assert len([message for message in messages(text) if "parts are read without what they stand in" in message]) == 1


@pytest.mark.parametrize("name", ["book", "book-part-wrapper"])
def test_a_part_without_its_element(name: str) -> None:
    """What is said of a part where a book should stand is nothing to cite."""
    text = f"<{name}><book-part-meta><title-group><title>One</title></title-group></book-part-meta></{name}>"
    assert read(text) == []
    assert ["a book without book-meta" in message for message in messages(text)] == [True]


def test_a_book_of_which_only_the_series_is_told() -> None:
    """It is no record, and nothing is said of it but with its parts."""
    text = f"<book>{SERIES}<book-body>{chapter('One')}</book-body></book>"
    (found,) = read(text)
    assert (found.title, found.collection_title) == ("One", "Seas: New Ways")
    assert messages(text) == []


def test_references_beside_the_part_of_a_wrapper() -> None:
    """No valid file has them there; they are the part's."""
    (found,) = read(wrapper(part("<title>Brine</title>") + f"<back>{REFERENCES('Old salt.')}</back>"))
    assert [each.citation for each in found.related] == ["Old salt."]


TOLD_OF_BOOK = BOOK.replace(
    "</book-meta>",
    '<pub-date date-type="updated"><year>2003</year></pub-date><pub-date date-type="collection"><year>2001</year>'
    "</pub-date><permissions><license><p>Free</p></license></permissions></book-meta>",
).replace(
    "</book-title-group>", "<trans-title-group><trans-title>Salz</trans-title></trans-title-group></book-title-group>"
)


@pytest.mark.parametrize(
    ("rights", "fields", "more"),
    [
        ("", ("© 2002 Brine Press", "Free"), ()),
        ("<permissions><copyright-statement>© Mo</copyright-statement></permissions>", ("© Mo", ""),
         (("jats:book-meta/copyright", "© 2002 Brine Press"), ("jats:book-meta/license", "Free"))),
    ],
)  # fmt: skip
def test_what_else_is_said_of_the_book_of_a_part(
    rights: str, fields: tuple[str, str], more: tuple[tuple[str, str], ...]
) -> None:
    """What a part has no field for is kept; it has the rights of its book unless it has its own."""
    [found] = read(wrapper(part("<title>One</title>", PEOPLE + rights), meta=TOLD_OF_BOOK))
    assert (found.copyright, found.license) == fields
    assert found.extra[2:] == (
        ("jats:book-meta/trans-title", "Salz"), ("jats:book-meta/collection-date", "2001"),
        ("jats:book-meta/history", "updated 2003"), *more,
    )  # fmt: skip


def test_numbers_and_notes_of_a_book_and_its_series() -> None:
    """Numbers of both are the book's; what is empty says nothing."""
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://example.org/"'
    more = f"<isbn>9780306406157</isbn><self-uri {link}/><self-uri/><collection-id/>"
    series = SERIES.replace("</collection-meta>", f"{more}</collection-meta>")
    text = book(series=series).replace("<edition>", "<notes><p>Own</p><p/></notes><issn>2049-3630</issn><edition>")
    [found] = read(text)
    assert [issn.value for issn in found.issn] == ["1234-5679", "2049-3630"]
    assert (found.isbn, found.note) == (("9780306406157", "9780000000002"), ("Own",))
    assert [(one.kind, one.value) for one in found.identifiers] == [
        ("series-publisher-id", "123"), ("series-url", "https://example.org/"), ("pmcid", "salt"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "titles"),
    [
        ("</book-part>{two}", ["Two"]),
        ("<book-part/>{two}", ["Two"]),
        ("<book-part><front-matter-part></book-part>{two}", ["Two"]),
        ("{two}<book-part><book-part-meta><title-group><title>Three</title>", ["Two"]),
    ],
)
def test_odd_tags_of_parts(parts: str, titles: list[str]) -> None:
    """An end tag too many, an empty part, and one that never ends cost no other."""
    found = read(book(parts.format(two=part("<title>Two</title>", PEOPLE))))
    assert [each.title for each in found] == ["Salt: A Book", *titles]


def test_books_in_memory_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands around parts is forgotten before it grows large, and read again for those behind."""
    one, two = part("<title>One</title>", PEOPLE), part("<title>Two</title>", PEOPLE)
    text = "".join([wrapper(one), wrapper(two, meta=BOOK.replace("Salt", "Sea"))] * 2)
    usual = read(f"<x>{text}</x>")
    monkeypatch.setattr(citeconv_jats.formats, "_MOST_HELD", 0)
    assert read(f"<x>{text}</x>") == usual
    assert [each.container_title for each in usual] == ["Salt: A Book", "Sea: A Book"] * 2
