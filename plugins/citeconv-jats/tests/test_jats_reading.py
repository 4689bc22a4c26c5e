"""What is read: which part of a file is a record, each kind of citation, fronts, and input of evil intent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citeconv import Citation, Date, Identifier, Name, Report, dumps, loads
from citeconv.citation import CitationType
from citeconv.report import Diagnostic
from citeconv_jats.mapping import TYPE_NAMES

SAMPLES = Path(__file__).parent / "samples"
ARTICLES = (SAMPLES / "2-articles.xml").read_text("utf-8")
REFERENCES = (SAMPLES / "1-references.xml").read_text("utf-8")


def reference(inner: str, name: str = "element-citation", attributes: str = 'publication-type="journal"') -> Citation:
    """Return the only citation of a list."""
    citation = f"<{name} {attributes}>{inner}</{name}>"
    text = f'<ref-list xmlns:xlink="http://www.w3.org/1999/xlink"><ref>{citation}</ref></ref-list>'
    (found,) = loads(text, "jats", report=Report())
    return found


def front(inner: str, journal: str = "", attributes: str = "") -> Citation:
    """Return the citation of an article."""
    meta = f"<journal-meta>{journal}</journal-meta>" if journal else ""
    text = f"<article {attributes}><front>{meta}<article-meta>{inner}</article-meta></front></article>"
    (found,) = loads(text, "jats", report=Report(), jats_records="articles")
    return found


def messages(text: str, **options: str) -> list[str]:
    """Return what is told of a file, losses apart."""
    seen: list[Diagnostic] = []
    report = Report()
    report.listen(seen.append)
    loads(text, "jats", report=report, **options)
    return [each.message for each in seen if each.severity != "loss"]


# -- what a record is


def test_articles_are_read_by_their_fronts() -> None:
    """A set of articles gives a record for each; what they cite are relations."""
    found = loads(ARTICLES, report=Report())
    assert [each.doi for each in found[:2]] == ["10.5555/front.1", "10.5555/front.2"]
    assert [(each.kind, each.pmid) for each in found[0].related] == [("cites", "90000003")]


def test_references_of_articles_by_option() -> None:
    """``records=references`` reads the lists instead."""
    (found,) = loads(ARTICLES, "jats", report=Report(), jats_records="references")
    assert (found.title, found.key) == ("Earlier salt", "r1")


def test_a_list_is_read_as_references() -> None:
    """An article of which nothing is known but its list is a list."""
    found = loads(REFERENCES, report=Report())
    assert [each.key for each in found] == ["B1", "B2", "B3", "B4", "B5", "B6"]


def test_titles_of_lists_are_no_stray_text() -> None:
    """Nothing is told of a clean list."""
    assert messages(REFERENCES) == []


@pytest.mark.parametrize("element", ["front", "front-stub"])
def test_fronts_alone(element: str) -> None:
    """A front without its article is a record, too."""
    inner = "<title-group><article-title>T</article-title></title-group>"
    inner = inner if element == "front-stub" else f"<article-meta>{inner}</article-meta>"
    (found,) = loads(f"<x><{element}>{inner}</{element}></x>", "jats", report=Report())
    assert found.title == "T"


def test_oai_envelopes_are_passed_over() -> None:
    """PMC's OAI server sends namespaces and headers around the articles."""
    text = (
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2020-01-01</responseDate><ListRecords>'
        "<record><header><identifier>oai:1</identifier><datestamp>2020-01-01</datestamp></header><metadata>"
        '<article xmlns="https://jats.nlm.nih.gov/ns/archiving/1.3/" article-type="letter"><front><article-meta>'
        "<title-group><article-title>T</article-title></title-group></article-meta></front></article>"
        "</metadata></record></ListRecords></OAI-PMH>"
    )
    (found,) = loads(text, report=Report())
    assert (found.title, found.publication_types) == ("T", ("Letter",))
    assert messages(text) == []


def test_articles_within_articles_are_told() -> None:
    """Reviews and replies within an article are left out, with a note."""
    inner = "<front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
    text = f"<article>{inner}<sub-article><front-stub><title-group/></front-stub></sub-article></article>"
    assert [each for each in messages(text) if "left out: 1" in each]


# -- references


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


@pytest.mark.parametrize("text", ["arXiv:hep-ph/9901001", "hep-ph/9901001"])
@pytest.mark.parametrize("around", ["{}", "<comment>{}</comment>"])
def test_links_to_arxiv(text: str, around: str) -> None:
    """A link that names an article of arXiv has its identifier; an address that is printed is an address."""
    href = "http://arxiv.org/abs/hep-ph/9901001"
    link = '<ext-link xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{}">{}</ext-link>'
    found = reference(f"<source>J</source> {around.format(link.format(href, text))}", "mixed-citation")
    assert found.identifiers == (Identifier(kind="arxiv", value="hep-ph/9901001"),)
    assert (found.url, found.note, found.extra) == (href, (), ())
    printed = reference(f"<source>J</source> {link.format(href, href)}", "mixed-citation")
    assert (printed.url, printed.identifiers) == (href, ())


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
            Citation(type="dataset", title="T", container_title="S"),
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
        ("<fpage>e12</fpage>", {"page": "e12"}),
        ("<fpage>5</fpage><lpage>5</lpage>", {"page": "5"}),
        ("<comment>Epub ahead of print</comment>", {"publication_status": "aheadofprint", "status": "ahead of print"}),
        ("<volume>1</volume><volume>2</volume>", {"volume": "1", "extra": (("jats:volume", "2"),)}),
        ("<oddity>x</oddity>", {"extra": (("jats:oddity", "x"),)}),
        ("<person-group>Mo A, Lind P</person-group>", {"author": (Name(literal="Mo A, Lind P"),)}),
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


# -- fronts


def test_front_in_full() -> None:
    """People with affiliations and addresses, dates, place, rights, abstract, money."""
    found = loads(ARTICLES, report=Report())[0]
    assert found.title == "Salt in <i>Mytilus invented</i>: a survey"
    assert found.author[0].email == "per@example.org"
    assert found.author[0].orcid == "0000-0002-1825-0097"
    assert [place.text for place in found.author[1].affiliations] == ["Institute of Seas, Oslo, Norway"]
    assert (found.issued, found.collection_date) == (Date(year=2012, month=9, day=26), Date(year=2012))
    assert (found.number, found.pmcid) == ("e46493", "PMC9000017")
    assert [section.label for section in found.abstract] == ["Background", "Results"]
    assert found.conflict_of_interest == "The authors declare none."


EPUB = '<pub-date pub-type="epub"><year>2019</year></pub-date>'
PPUB = '<pub-date pub-type="ppub"><year>2020</year></pub-date>'


@pytest.mark.parametrize("date", ["<month>3</month><day>45</day>", "<month>14</month>"])
def test_days_and_months_that_are_none(date: str) -> None:
    """A day or month that no calendar has is kept in words, beside the year."""
    issued = reference(f"<year>2001</year>{date}").issued
    assert (issued.year, issued.month, issued.day) == (2001, 0, 0)
    assert issued.literal == " ".join(re.findall(r"\d+", f"2001 {date}"))


@pytest.mark.parametrize(
    ("dates", "issued", "available"),
    [
        (EPUB + PPUB, 2020, 2019),
        ('<pub-date pub-type="epub-ppub"><year>2020</year></pub-date>', 2020, None),
        ('<pub-date pub-type="collection"><year>2020</year></pub-date>', 2020, None),
        ('<pub-date date-type="pub" publication-format="electronic" iso-8601-date="2021-02-03"/>', 2021, None),
    ],
)
def test_the_date_to_cite(dates: str, issued: int, available: int | None) -> None:
    """The printed date before the electronic one, which is when it was available."""
    found = front(dates)
    assert found.issued is not None
    assert found.issued.year == issued
    assert (found.available_date.year if found.available_date else None) == available


# -- input of evil intent


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_not_expanded(prolog: str) -> None:
    """Neither files, nor the network, nor bombs: the record with the entity is rejected or keeps its name."""
    text = (
        f"{prolog}<ref-list><ref><element-citation><article-title>A &x; B</article-title></element-citation></ref>"
        "<ref><element-citation><article-title>Next</article-title></element-citation></ref></ref-list>"
    )
    found = loads(text, "jats", report=Report())
    assert found[-1].title == "Next"
    assert not re.search("root:|haha", repr(found))


def test_xinclude_is_text_of_no_effect() -> None:
    """``xi:include`` includes nothing."""
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file:///etc/passwd"/>'
    found = reference(f"<article-title>A {include}B</article-title>")
    assert found.title == "A B"


@pytest.mark.parametrize("element", ["italic", "sec", "collab", "mixed-citation", "named-content"])
def test_depth(element: str) -> None:
    """Thousands of elements in each other cost their record, and nothing more."""
    deep = f"<{element}>" * 5000 + f"</{element}>" * 5000
    good = "<ref><element-citation><article-title>Next</article-title></element-citation></ref>"
    text = f"<ref-list><ref><element-citation>{deep}</element-citation></ref>{good}</ref-list>"
    assert loads(text, "jats", report=Report())[-1].title == "Next"


def test_damage_costs_one_record() -> None:
    """A reference without its end is rejected; those around it are read."""
    text = REFERENCES.replace('</element-citation></ref>\n<ref id="B2">', '\n<ref id="B2">', 1)
    assert len(loads(text, "jats", report=Report())) == 5


def test_headings_of_a_front_are_kept() -> None:
    """The title over an abstract or over keywords is no part of them, and not dropped."""
    found = front(
        "<abstract><title>Abstract</title><p>Salt.</p></abstract>"
        "<kwd-group><title>Key words</title><kwd>salt</kwd></kwd-group>"
    )
    assert found.extra == (("jats:abstract/title", "Abstract"), ("jats:kwd-group/title", "Key words"))


def test_addresses_of_nobody_are_kept() -> None:
    """An e-mail in an affiliation, a second one of a person, and the rest of an address go to ``extra``."""
    found = front(
        "<contrib-group><contrib><name><surname>Mo</surname></name><email>a@e.org</email><email>b@e.org</email></contrib>"
        "<contrib><name><surname>Lind</surname></name><address><phone>12</phone><email>d@e.org</email></address></contrib>"
        "</contrib-group><aff>Quay 1 <email>c@e.org</email></aff>"
    )
    assert [author.email for author in found.author] == ["a@e.org", "d@e.org"]
    assert found.extra[:2] == (("jats:email", "b@e.org"), ("jats:address", "12 d@e.org"))
    assert ("jats:email", "c@e.org") in found.extra


def test_text_of_an_abstract_without_paragraphs() -> None:
    """Text that stands in no paragraph is one, and a second title of an article is kept."""
    found = front(
        "<title-group><article-title>T</article-title><article-title>U</article-title></title-group>"
        "<abstract>Salt.</abstract>"
    )
    assert (found.title, found.abstract[0].paragraphs, found.extra) == ("T", ("Salt.",), (("jats:article-title", "U"),))


def test_issn_that_is_not_available_is_none() -> None:
    """The empty ``issn`` and the title as an id, which a document type demands, say nothing."""
    citation = Citation(type="article-journal", title="Salt", container_title="J Seas", issued=Date(year=2001))
    text = dumps([citation], "jats-front", report=Report())
    assert '<issn content-type="not-available"><!--' in text
    assert loads(text, "jats", report=Report(), jats_records="articles") == [citation]


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


def test_what_a_contributor_is_says_no_role() -> None:
    """Texture's ``person`` is an author, if nothing else is said."""
    person = '<contrib contrib-type="person"><name><surname>Lind</surname></name></contrib>'
    assert front(f"<contrib-group>{person}</contrib-group>").author == (Name(family="Lind"),)
    assert front(f'<contrib-group content-type="editors">{person}</contrib-group>').editor == (Name(family="Lind"),)


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


def test_a_second_first_page_of_an_article_is_kept() -> None:
    """No DTD allows it."""
    found = front("<fpage>11</fpage><fpage>12</fpage><lpage>19</lpage><lpage>19</lpage>")

    assert ("11-19", (("jats:fpage", "12"),)) == (found.page, found.extra)


def test_what_stands_within_the_name_of_a_group() -> None:
    """Its e-mail, affiliations and references to them are the group's, as those beside a name are a person's."""
    inner = (
        '<collab>Salt Group<email>salt@e.org</email><xref ref-type="aff" rid="a1"/><aff>Quay 1</aff>'
        '<ext-link ext-link-type="orcid" xlink:href="https://orcid.org/0000-0002-1825-0097">id</ext-link></collab>'
    )
    group = f'<contrib-group xmlns:xlink="http://www.w3.org/1999/xlink"><contrib>{inner}</contrib></contrib-group>'
    found = front(f'{group}<aff id="a1">Salt House</aff>')
    (name,) = found.author

    assert (name.literal, name.email, name.orcid) == ("Salt Group", "salt@e.org", "0000-0002-1825-0097")
    assert [each.text for each in name.affiliations] == ["Salt House", "Quay 1"]
    assert found.extra == ()


def test_statements_on_conflicts_of_several_people() -> None:
    """They are one text; one that is said twice stands once."""
    notes = "".join(f'<fn fn-type="conflict"><p>{text}</p></fn>' for text in ("A owns salt.", "B none.", "B none."))

    assert front(f"<author-notes>{notes}</author-notes>").conflict_of_interest == "A owns salt. B none."


def test_papers_of_proceedings() -> None:
    """SPIE names the volume as one of several conferences, and has a sign of its own between two dates."""
    found = front(
        "<conference><conf-date>2023-04-30|2023-05-05</conf-date><conf-name>Seas</conf-name></conference>"
        '<conference content-type="volume"><conf-date/><conf-name>Salt XVII</conf-name></conference>',
        attributes='article-type="proceedings"',
    )

    assert (found.type, found.event_title, found.container_title) == ("paper-conference", "Seas", "Salt XVII")
    assert found.event_date == Date(year=2023, month=4, day=30, end=Date(year=2023, month=5, day=5))


def test_elements_of_an_affiliation_that_stand_on_lines_of_their_own() -> None:
    """Commas set them apart, without a blank before."""
    found = front("<contrib-group><contrib><name><surname>Mo</surname></name><aff>\n<institution>Salt\n</institution>"
                  "\n<city>Oslo</city>\n</aff></contrib></contrib-group>")  # fmt: skip

    assert [each.text for each in found.author[0].affiliations] == ["Salt, Oslo"]


def test_doi_in_an_address_is_decoded() -> None:
    """An address has ``%3C`` for signs that it may not hold; a DOI without one keeps its per cent signs."""
    href = "https://doi.org/10.1002/(sici)1097%3C595::aid%3E3.0"
    link = f'<ext-link xlink:href="{href}">https://doi.org/10.1002/(sici)1097&lt;595::aid>3.0</ext-link>'

    found = reference(f"<source>J</source><comment>{link}</comment>")
    assert (found.doi, found.extra, found.note) == ("10.1002/(sici)1097<595::aid>3.0", (), ())
    assert reference('<pub-id pub-id-type="doi">10.5555/a%3Cb</pub-id>').doi == "10.5555/a%3Cb"


MARKED = (
    '<aff id="a1">Salt House; E-Mails: <email>one@e.org</email> (A.-B.M.); <email>two@e.org</email> (P.L.)</aff>'
    '<aff id="a2">Quay 1, Email: <email>ekberg.o@e.org</email></aff>'
)


def test_emails_of_several_people_in_one_place() -> None:
    """MDPI has initials behind each; others are known by the name; neither is a part of the address of the place."""
    people = "".join(
        f"<contrib><name><surname>{family}</surname><given-names>{given}</given-names></name>"
        f'<xref ref-type="aff" rid="{place}"/></contrib>'
        for family, given, place in (
            ("Lind", "Per", "a1"),
            ("Mo", "Ada-Beth", "a1"),
            ("Ekberg", "Ove", "a2"),
            ("Ny", "Ida", "a2"),
        )
    )
    found = front(f"<contrib-group>{people}</contrib-group>{MARKED}")

    assert [name.email for name in found.author] == ["two@e.org", "one@e.org", "ekberg.o@e.org", ""]
    assert [name.affiliations[0].text for name in found.author[1:3]] == ["Salt House", "Quay 1"]
    assert found.extra == ()


def test_emails_of_several_people_in_one_note() -> None:
    """Nobody gets another's; those that belong to nobody are told with the note."""
    people = "".join(
        f"<contrib><name><surname>{family}</surname><given-names>{given}</given-names></name>"
        '<xref ref-type="corresp" rid="c1"/></contrib>'
        for family, given in (("Lind", "Per"), ("Mo", "Ada"))
    )
    note = (
        '<author-notes><corresp id="c1">E-mail: <email>x@e.org</email> (P.L.), <email>y@e.org</email></corresp>'
        "</author-notes>"
    )
    found = front(f"<contrib-group>{people}</contrib-group>{note}")

    assert [(name.email, name.corresponding) for name in found.author] == [("x@e.org", True), ("", True)]
    assert found.note == ("E-mail: x@e.org (P.L.), y@e.org",)


@pytest.mark.parametrize("kind", ["author", "MeSH", "chemical", "gene-symbol", "personal-name-subject"])
def test_empty_keywords(kind: str) -> None:
    """They say nothing, whatever they are."""
    assert front(f'<kwd-group kwd-group-type="{kind}"><kwd/><kwd> </kwd></kwd-group>') == front("")


@pytest.mark.parametrize(
    ("people", "mails", "expected"),
    [
        ("Berg Per, Moberg Ann", "moberg@e.org", ["", "moberg@e.org"]),
        ("Ekberg Per, Ekberg Ann", "ann.ekberg@e.org", ["", "ann.ekberg@e.org"]),
        ("Ekberg Per, Ekberg Ann", "aekberg@e.org ekbergp@e.org", ["ekbergp@e.org", "aekberg@e.org"]),
        ("Ekberg Per, Ekberg Ann", "ekberg@e.org", ["", ""]),
        ("Ekberg Per, Ekberg Per", "ekberg@e.org", ["ekberg@e.org", ""]),
        ("Lind Per, Lund Pia", "x@e.org:PL y@e.org:PL", ["x@e.org", "y@e.org"]),
    ],
)
def test_emails_of_people_alike(people: str, mails: str, expected: list[str]) -> None:
    """The longest family name in an address is its owner's, with the initial if several have it."""
    contributors = "".join(
        f"<contrib><name><surname>{family}</surname><given-names>{given}</given-names></name>"
        '<xref ref-type="aff" rid="a1"/></contrib>'
        for family, given in map(str.split, people.split(", "))
    )
    marked = (each.partition(":") for each in mails.split())
    addresses = "; ".join(f"<email>{mail}</email>" + (owner and f" ({owner})") for mail, _, owner in marked)
    found = front(f'<contrib-group>{contributors}</contrib-group><aff id="a1">Quay 1; {addresses}</aff>')

    assert [name.email for name in found.author] == expected


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

    (found,) = loads(references.replace(marked, text("")), "jats", report=Report())
    assert found.pmid == ""


@pytest.mark.parametrize("text", ["accessed on 13.11.2015", "Accessed 2015 Nov 13", "cited 2015-11-13"])
def test_days_of_access(text: str) -> None:
    """They are told in many words."""
    found = reference(f"<source>J</source><date-in-citation>{text}</date-in-citation>")
    assert found.accessed == Date(year=2015, month=11, day=13)


def test_words_on_a_series_are_kept() -> None:
    """They stand beside its title."""
    series = "<series-title>Seas</series-title><series-text>Papers on seas</series-text>"
    found = front(f"<article-categories>{series}</article-categories>")
    assert (found.collection_title, found.extra) == ("Seas", (("jats:series-text", "Papers on seas"),))
