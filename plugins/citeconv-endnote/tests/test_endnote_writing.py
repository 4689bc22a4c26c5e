"""What is written, and what is said about what is not."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec import structs

from citeconv import (
    FIELDS,
    AbstractSection,
    Affiliation,
    Citation,
    Date,
    Event,
    Identifier,
    Issn,
    Name,
    Report,
    dumps,
    loads,
)
from citeconv.citation import CitationType
from citeconv_endnote import EndnoteXml, Refer
from citeconv_endnote.types import NEAREST, TYPES, written_type

FORMATS = [EndnoteXml, Refer]
ADVISOR = Name(family="Lind", given="Per", role="advisor")


def written(citation: Citation, format_: type[EndnoteXml | Refer] = Refer) -> tuple[str, dict[str, list[str]]]:
    """Return a record, and what was lost by field."""
    instance = format_()
    text = instance.write(citation)
    losses: dict[str, list[str]] = {}
    for field, why in instance.losses:
        losses.setdefault(field, []).append(why)
    return text, losses


@pytest.mark.parametrize("kind", get_args(CitationType))
@pytest.mark.parametrize("format_", FORMATS)
def test_every_type_is_written_and_read(kind: CitationType, format_: type[EndnoteXml | Refer]) -> None:
    """Each of CSL's types comes back, but for those that EndNote has not, which is reported."""
    text, losses = written(Citation(type=kind, title="T"), format_)
    again = loads(format_().begin() + text + format_().end(), format_.name)[0]
    assert ("type" in losses) == (kind in NEAREST)
    assert again.type == (written_type(kind).csl if kind in NEAREST else kind)


@pytest.mark.parametrize("format_", FORMATS)
def test_the_number_of_a_paper_in_proceedings_comes_back(format_: type[EndnoteXml | Refer]) -> None:
    """A number too short for an ISBN, in its place, is the number of the paper."""
    paper = Citation(type="paper-conference", title="T", number="11", isbn=("9780000000002",))
    (again,) = loads(dumps([paper], format_.name), format_.name)
    assert ("11", ("9780000000002",)) == (again.number, again.isbn)


@pytest.mark.parametrize("number", ["107890A", "1-12", "2049-3630"])
@pytest.mark.parametrize("kind", ["paper-conference", "chapter"])
@pytest.mark.parametrize("format_", FORMATS)
def test_a_number_that_has_no_place_is_told(number: str, kind: CitationType, format_: type[EndnoteXml | Refer]) -> None:
    """A number comes back, or it is reported and stands nowhere as an ISBN."""
    report = Report()
    (again,) = loads(dumps([Citation(type=kind, title="T", number=number)], format_.name, report=report), format_.name)
    assert ("" if "number" in report.lost() else number, (), (), ()) == (
        again.number, again.isbn, again.issn, again.extra,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["patent", "report", "standard"])
def test_numbers_of_works_stand_where_endnote_has_them(kind: CitationType) -> None:
    """In the place of an ISBN, where Zotero looks for them, too; with an ISBN, or if they look like one, elsewhere."""
    assert "<isbn>US 3897992 A</isbn>" in dumps([Citation(type=kind, title="T", number="US 3897992 A")], "endnote-xml")
    for citation in (
        Citation(type=kind, title="T", number="7", isbn=("0881929115",)),
        Citation(type=kind, title="T", number="1234-5678"),
        Citation(type=kind, title="T", number="7; 8"),
    ):
        (found,) = loads(dumps([citation], "endnote-xml"), "endnote-xml", report=Report())
        assert (citation.number, citation.isbn, ()) == (found.number, found.isbn, found.extra)


def test_numbers_of_reference_types_are_unique() -> None:
    """No number stands twice in the table."""
    numbers = [kind.number for kind in TYPES.values() if kind.number]
    assert sorted(set(numbers)) == sorted(numbers)


def test_journal_article_as_endnote_wants_it() -> None:
    """An article has its journal in %J, initials with stops, a group with a comma, its date in two fields."""
    citation = Citation(
        type="article-journal", title="T", container_title="Journal of Things", container_title_short="J Things",
        author=(Name(family="Example", given="A B"), Name(literal="Thing Group")), volume="1", issue="2", page="3-4",
        issued=Date(year=2020, month=12, end=Date(year=2021, month=1)), doi="10.5555/x", pmid="90000017",
        available_date=Date(year=2020, month=3, day=9),
    )  # fmt: skip
    expected = (
        "%0 Journal Article\n%A Example, A. B.\n%A Thing Group,\n%D 2020\n%T T\n%J Journal of Things\n%O J Things\n"
        "%8 Dec-2021 Jan\n%V 1\n%N 2\n%P 3-4\n%7 2020/03/09\n%M 90000017\n%R 10.5555/x\n"
    )
    assert (expected, {}) == written(citation)


def test_line_that_looks_like_a_tag_begins_with_a_blank() -> None:
    """A paragraph that begins like a tag stays in its abstract."""
    abstract = (AbstractSection(paragraphs=("First.", "%A is no author.")),)
    text, losses = written(Citation(title="T", abstract=abstract))
    assert "%X First.\n %A is no author.\n" in text
    assert not losses
    assert abstract == loads(text, "refer")[0].abstract


def test_addresses_of_several_authors() -> None:
    """All addresses are written once; that they lose their authors is reported."""
    names = (
        Name(family="Example", given="A", affiliations=(Affiliation(text="Here"),)),
        Name(family="Sample", given="B", affiliations=(Affiliation(text="Here"), Affiliation(text="There"))),
    )
    text, losses = written(Citation(title="T", author=names))
    assert "%+ Here\nThere\n" in text
    assert "author.affiliations" in losses
    assert written(Citation(title="T", author=names[:1]))[1] == {}


def test_markup_is_lost_in_refer_and_kept_in_xml() -> None:
    """Only EndNote XML has italics; small capitals it has not."""
    citation = Citation(title="<i>S. testi</i> in CO<sub>2</sub>")
    assert "%T S. testi in CO2\n" in written(citation)[0]
    assert "title" in written(citation)[1]
    text, losses = written(citation, EndnoteXml)
    assert '<style face="italic" font="default" size="100%">S. testi</style>' in text
    assert not losses
    assert "title" in written(Citation(title="<sc>x</sc>"), EndnoteXml)[1]


def test_sections_of_an_abstract_with_markup_stay_apart() -> None:
    """Each stands on a line of its own in XML, also where signs of XML or markup stand in them; nothing is lost."""
    sections = (
        AbstractSection(label="AIM", paragraphs=("To see <i>Mola mola</i> & others.",)),
        AbstractSection(label="RESULTS", paragraphs=("We saw one (p < 0.05).",)),
    )
    text, losses = written(Citation(title="Tides", abstract=sections), EndnoteXml)
    assert "abstract" not in losses
    assert loads(f"<xml><records>{text}</records></xml>", "endnote-xml")[0].abstract == sections


@pytest.mark.parametrize("format_", FORMATS)
def test_accession_numbers(format_: type[EndnoteXml | Refer]) -> None:
    """Another database's number stands below the PMID; one that has a label stands where Cochrane has it."""
    wos = Identifier(kind="wos", value="WOS:000200148800007")
    trial = Identifier(kind="clinical-trial", value="NCT01234567")
    for pmid, numbers in (("", (wos,)), ("90000017", (wos, trial, Identifier(kind="pui", value="L600000001")))):
        citation = Citation(type="article-journal", title="T", pmid=pmid, identifiers=numbers)
        text, losses = written(citation, format_)
        assert losses == {}
        assert loads(format_().begin() + text + format_().end(), format_.name) == [citation]
    assert "identifiers" in written(Citation(title="T", identifiers=(trial, wos)), format_)[1]


def identified(*pairs: tuple[str, str], **fields: str) -> Citation:
    """Return a citation with identifiers of these kinds and values."""
    return Citation(title="T", **fields, identifiers=tuple(Identifier(kind=kind, value=value) for kind, value in pairs))


LINKED = identified(
    ("wos", "WOS:000200148800007"), ("electronic-resource-number", "arXiv:2101.00001"),
    ("url", "<Go to ISI>://WOS:000200148800007"), ("url", "https://example.org/2"),
    ("pdf-url", "internal-pdf://a file.pdf"),
    doi="10.5555/x", url="https://example.org/1",
)  # fmt: skip


@pytest.mark.parametrize("format_", FORMATS)
def test_links(format_: type[EndnoteXml | Refer]) -> None:
    """Further addresses, files and numbers beside the DOI come back as they were."""
    text, losses = written(LINKED, format_)
    assert losses == {}
    assert loads(format_().begin() + text + format_().end(), format_.name) == [structs.replace(LINKED, type="document")]


@pytest.mark.parametrize(
    ("citation", "lost"),
    [
        (identified(("url", "https://example.org/2")), {"identifiers", "url"}),
        (identified(("url", "https://example.org/2"), url="https://example.org/2"), {"identifiers"}),
        (identified(("electronic-resource-number", "10.5555/x")), {"identifiers", "doi"}),
        (identified(("electronic-resource-number", "10.5555/y"), doi="10.5555/x"), set()),
        (identified(("electronic-resource-number", "S01 [pii]")), {"identifiers", "pii"}),
        (identified(("url", "x"), ("wos", "WOS:000200148800007")), {"identifiers"}),
        (identified(("url", "")), {"identifiers"}),
        (identified(("arxiv", "2101.00001")), {"url"}),
        (identified(("arxiv", "2101.00001"), url="https://example.org/", pmid="90000001"), {"identifiers"}),
        (identified(("arxiv", "math.1"), url="https://example.org/"), {"identifiers", "pmid"}),
        (identified(("endnote:title", "2101.00001")), {"identifiers"}),
        (identified(("endnote:database", "A.enl"), ("endnote:database/@name", "A.enl")), {"identifiers"}),
        (identified(("endnote:rec-number", "1"), ("endnote:database", "A.enl")), {"identifiers"}),
        (Citation(title="T", extra=(("endnote:rec-number", "1"),)), {"extra", "identifiers"}),
        (Citation(title="T", source="A", archive="B"), set()),
        (Citation(title="T", archive="B"), {"archive", "source"}),
    ],
)
def test_links_that_are_read_otherwise_are_reported(citation: Citation, lost: set[str]) -> None:
    """Every change of an identifier is told, under each field that changes."""
    assert set(written(citation, EndnoteXml)[1]) == lost


def test_pmid_of_another_database() -> None:
    """A PMID is reported where the source, or the archive without one, has accession numbers of its own."""
    assert "pmid" in written(Citation(title="T", pmid="90000017", source="Embase"))[1]
    assert "pmid" in written(Citation(title="T", pmid="90000017", archive="Ovid"))[1]


def test_extra_of_other_formats_is_reported() -> None:
    """What another format left over has no place here."""
    assert "extra" in written(Citation(title="T", extra=(("ris:U5", "x"),)))[1]


def test_library_survives_the_way_through_both_formats() -> None:
    """Record numbers, custom fields and the name of the type are the same after .xml, .enw and .xml."""
    extra = (
        ("endnote:ref-type", "Government Document"), ("endnote:custom4", "mine"), ("endnote:custom5", "yours"),
    )  # fmt: skip
    citation = structs.replace(
        identified(
            ("endnote:database", "A.enl"), ("endnote:rec-number", "12"), ("endnote:foreign-keys/key/@app", "EN")
        ),
        type="report", extra=extra,
    )  # fmt: skip
    first = dumps([citation], "endnote-xml")
    assert loads(first, "endnote-xml") == [citation]
    text, losses = written(citation, Refer)
    assert "<rec-number>12</rec-number>" in first
    assert set(losses) == {"identifiers"}  # the tagged format has no sign for the library and its numbers
    assert loads(text, "refer")[0].extra == extra


def test_part_of_a_book_in_a_series() -> None:
    """A serial that is called a paper or a chapter is one, and a serial when written."""
    citation = loads("%0 Serial\n%T T\n%B Notes on Tests\n%9 Book Chapter\n", "refer", report=Report())[0]
    assert (citation.type, citation.container_title) == ("chapter", "Notes on Tests")
    text, losses = written(citation)
    assert text.startswith("%0 Serial\n")
    assert not losses


def test_type_that_has_changed() -> None:
    """The name of the reference type is not written when the citation has become something else."""
    text, losses = written(Citation(type="book", title="T", extra=(("endnote:ref-type", "Conference"),)))
    assert text.startswith("%0 Book\n")
    assert "extra" in losses


def test_abbreviation_that_says_the_same_as_the_title() -> None:
    """It is told that it is not read back; nothing stands in another place."""
    _, losses = written(
        Citation(type="article-journal", container_title="Tides", container_title_short="Tides"), EndnoteXml
    )
    assert losses == {"container_title_short": ["is read back differently"]}


def test_abbreviation_that_is_not_known_for_one() -> None:
    """The tagged format has no place of its own for an abbreviation; one unlike the title is reported."""
    usual = {"type": "article-journal", "title": "T", "container_title": "The Tidal journal"}
    text, losses = written(Citation(**usual, container_title_short="Tidal J"))
    assert not losses
    assert loads(text, "refer")[0].container_title_short == "Tidal J"
    unlike = Citation(**usual, container_title_short="Zq (Nowhere)")
    assert "container_title_short" in written(unlike)[1]
    assert not written(unlike, EndnoteXml)[1]


@pytest.mark.parametrize("format_", FORMATS)
def test_names_that_say_that_there_are_more(format_: type[EndnoteXml | Refer]) -> None:
    """Somebody called so is read as a list cut short, and what is no field of names is no reason to fail."""
    names = (Name(family="Lind", given="P"), Name(literal="et al."))
    assert {"author", "et_al"} == set(written(Citation(title="T", author=names), format_)[1])
    names = (Name(family="Lind", given="P"), Name(literal="Tides Group and others"))
    assert {"author", "et_al"} == set(written(Citation(title="T", author=names), format_)[1])
    assert {"et_al"} == set(written(Citation(title="T", et_al=("nobody", "author")), format_)[1])


def test_control_characters_in_kept_fields_do_not_damage_the_xml() -> None:
    """A field of EndNote that is only kept may hold what XML cannot; it is replaced, and that is told."""
    text, losses = written(Citation(title="T", extra=(("endnote:custom7", "a\x05b"),)), EndnoteXml)
    assert ">a\ufffdb</" in text
    assert losses["extra"] == ["control characters have no place in XML"]


def test_references_to_characters_in_tagged_files() -> None:
    """ACM writes ``&amp;``; a text that has such a reference of its own is read as that sign, which is told."""
    text = "%0 Journal Article\n%A M&#252;ller, Per\n%T Moss &amp; tides&#10;of R&D\n"
    (found,) = loads(text, "refer")

    assert (found.author[0].family, found.title) == ("Müller", "Moss & tides of R&D")
    assert {"title"} == written(Citation(title="A &amp; B"))[1].keys()
    assert {} == written(Citation(title="A & B"))[1]


def test_address_that_names_its_author() -> None:
    """Embase's begins with the author to write to; one that comes back to somebody else is reported."""
    lind, mo = Name(family="Lind", given="Per A"), Name(family="Mo-Ek", given="J-M")
    owned = structs.replace(mo, affiliations=(Affiliation(text="J.-M. Mo-Ek, Salt House, Oslo"),))
    citation = Citation(type="article-journal", author=(lind, owned))
    text, lost = written(citation, EndnoteXml)
    assert "author.affiliations" not in lost
    assert loads(text, "endnote-xml", report=Report())[0].author == citation.author
    other = structs.replace(lind, affiliations=owned.affiliations)
    assert "author.affiliations" in written(Citation(type="article-journal", author=(other, mo)), EndnoteXml)[1]


@pytest.mark.parametrize(
    ("field", "citation"),
    [
        ("title", Citation(type="article-journal", title=r"The \'{e} of TeX")),
        ("title", Citation(type="article-journal", title="US$5 {a}", call_number="MR0000001")),
    ],
)
def test_what_looks_like_tex_is_told(field: str, citation: Citation) -> None:
    """What is read as TeX though it is none is reported, once; XML has no TeX."""
    report = Report()
    dumps([citation], "refer", report=report)
    assert list(report.lost()) == [field]
    report = Report()
    dumps([citation], "endnote-xml", report=report)
    assert list(report.lost()) == []


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("told", "citation"),
    [
        ("issn", Citation(issn=(Issn(value="1234-5679"), Issn(value="1234-5679")))),
        ("isbn", Citation(type="book", isbn=("9780000000002", "9780000000002"))),
        ("issued", Citation(issued=Date(year=99, month=2, end=Date(year=99, month=3)))),
        ("extra", Citation(issued=Date(year=99, month=2, end=Date(year=99, month=3)))),
        ("issued", Citation(issued=Date())),
        ("accessed", Citation(type="webpage", accessed=Date())),
        ("author", Citation(author=(Name(family="Lind", initials="P"),))),
        ("extra", Citation(extra=(("endnote:custom1", "two  blanks"),))),
        ("page", Citation(type="article-journal", page="-")),
    ],
)
def test_what_is_read_otherwise_is_told(told: str, citation: Citation, format_: type[EndnoteXml | Refer]) -> None:
    """What stands twice, dates of no known year, initials alone, blanks in a row."""
    assert told in written(citation, format_)[1]


@pytest.mark.parametrize("format_", FORMATS)
def test_words_that_are_read_as_a_date(format_: type[EndnoteXml | Refer]) -> None:
    """They are no date before and one after, so that nothing of them comes to stand elsewhere."""
    lost = written(Citation(issued=Date(year=2014, literal="12/15/")), format_)[1]
    assert "issued" in lost
    assert "extra" not in lost


def test_what_looks_like_an_entity_is_told_in_abstracts() -> None:
    """Readers of tagged files decode references to characters, in abstracts as elsewhere."""
    abstract = (AbstractSection(paragraphs=("&amp; is a sign",)),)
    assert "abstract" in written(Citation(abstract=abstract))[1]


def test_article_number_of_a_conference_paper() -> None:
    """ACM has ``Article 350`` in the place of pages, whatever the type; it is written there again."""
    text = "%0 Conference Paper\n%T Tides\n%B Proceedings of the Shelf\n%P Article 350\n"
    (found,) = loads(text, "refer")
    assert (found.number, found.page) == ("Article 350", "")
    again, lost = written(found)
    assert "%P Article 350\n" in again
    assert "number" not in lost


def test_preprint_without_an_address() -> None:
    """A number at arXiv is the accession number, as in Zotero's exports, and the address where there is none."""
    citation = Citation(type="article", title="T", identifiers=(Identifier(kind="arxiv", value="2101.00001v2"),))
    text, losses = written(citation)
    assert "%U https://arxiv.org/abs/2101.00001v2\n" in text
    assert "%M arXiv:2101.00001v2\n" in text
    assert {"url"} == losses.keys()
    assert "arxiv.org" not in written(structs.replace(citation, url="https://example.org/"))[0]


PER, ANN = Name(family="Lind", given="Per"), Name(family="Roe", given="Ann")
_BOOK = (
    '<xml><records><record><ref-type name="Book">6</ref-type><contributors>{}</contributors>{}</record></records></xml>'
)
_SECOND = "<secondary-authors><author>Lind, Per</author></secondary-authors>"
_THIRD = "<tertiary-authors><author>Roe, Ann</author></tertiary-authors>"


@pytest.mark.parametrize(
    ("people", "titles", "editor", "collection_editor"),
    [
        (_SECOND + _THIRD, "", (ANN,), (PER,)),
        (_THIRD, "", (ANN,), ()),
        (_SECOND, "<titles><secondary-title>Seas</secondary-title></titles>", (), (PER,)),
        (_SECOND, "", (PER,), ()),
    ],
)
def test_editors_of_a_book_and_of_its_series(
    people: str, titles: str, editor: tuple[Name, ...], collection_editor: tuple[Name, ...]
) -> None:
    """EndNote has the editors of the series first; where nothing tells of a series, other programs have the book's."""
    (book,) = loads(_BOOK.format(people, titles), "endnote-xml")
    assert (book.editor, book.collection_editor) == (editor, collection_editor)
    (again,) = loads(dumps([book], "endnote-xml"), "endnote-xml")
    assert (again.editor, again.collection_editor) == (editor, collection_editor)


def test_editors_of_no_series_are_told() -> None:
    """They would be read as the book's."""
    _, losses = written(Citation(type="book", title="T", collection_editor=(PER,)), EndnoteXml)
    assert losses["editor"]
    assert losses["collection_editor"] == ["is read as the editor where no series is told"]


@pytest.mark.parametrize(
    ("citation", "lost"),
    [
        (Citation(type="thesis", contributor=(Name(family="Lind, P.", given="X", role="advisor"),)), {"contributor"}),
        (Citation(type="paper-conference", collection_title="Seas"), {"collection_title", "container_title"}),
        (Citation(type="article-journal", volume="vol. 3"), {"volume"}),
        (Citation(type="chapter", container_title_short="Seas"), {"container_title", "container_title_short"}),
        (
            Citation(type="paper-conference", event_title="Tide Days", container_title_short="Proc Tide Days"),
            {"container_title", "container_title_short"},
        ),
        (
            Citation(type="chapter", container_title="Seas of the North", container_title_short="Seas"),
            {"container_title_short"},
        ),
        (Citation(type="hearing", edition="3"), {"edition"}),
        (Citation(type="patent", edition="3rd"), set()),
        (Citation(type="book", page="312"), {"page", "number_of_pages"}),
        (Citation(type="article-journal", page="e12", number="e12"), {"page"}),
        (Citation(history=(Event(kind="record-revised", date=Date(literal="soon")),)), {"history", "extra"}),
        (Citation(type="thesis", contributor=(ADVISOR, structs.replace(ADVISOR, role=""))), {"contributor"}),
        (
            Citation(
                type="motion_picture",
                author=(Name(family="Lind", affiliations=(Affiliation(text="Oslo"),)),),
                et_al=("author",),
            ),
            {"author", "author.affiliations", "director", "et_al"},
        ),
        (Citation(type="webpage", volume="soon", accessed=Date(year=2014)), set()),
        (Citation(type="article-newspaper", pmcid="PMC9000001"), {"pmcid"}),
        (Citation(type="patent", manuscript_id="NIHMS9000001"), {"manuscript_id"}),
    ],
)
def test_what_is_told_of_it(citation: Citation, lost: set[str]) -> None:
    """Each field that is read back otherwise is told of, and none besides."""
    report = Report()
    [again] = loads(dumps([citation], "endnote-xml", report=report), "endnote-xml", report=Report())
    assert {field for field in FIELDS if getattr(again, field) != getattr(citation, field)} <= set(report.lost())
    assert set(report.lost()) == lost


def test_attributes_of_one_name() -> None:
    """Each stands at an element of its own, as those had that it came from."""
    record = (
        '<xml><records><record><ref-type name="Book">6</ref-type><titles><title>T</title></titles><urls><related-urls>'
        '<url for="us">https://example.org/1</url><url for="you">https://example.org/2</url></related-urls></urls>'
        "</record></records></xml>"
    )
    [found] = loads(record, "endnote-xml")
    assert [value for tag, value in found.extra if tag.endswith("@for")] == ["us", "you"]
    text = dumps([found], "endnote-xml")
    assert '<url for="us">https://example.org/1</url><url for="you">https://example.org/2</url>' in text
    assert loads(text, "endnote-xml") == [found]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_volume_with_what_looks_like_an_issue(format_: type[EndnoteXml | Refer]) -> None:
    """It is read as a volume and an issue, and reported, but for a year in parentheses, or beside an issue."""
    article = Citation(type="article-journal", title="Tides", volume="12(3)")
    assert {"volume", "issue"} <= written(article, format_)[1].keys()
    assert not {"volume", "issue"} & written(structs.replace(article, volume="12(2019)"), format_)[1].keys()
    assert not {"volume", "issue"} & written(structs.replace(article, issue="4"), format_)[1].keys()


def test_an_address_that_is_read_as_two_is_told() -> None:
    """It is reported, be it that of the work or a further one."""
    two = "http://example.org/salt http://example.org/tides"
    further = (Identifier(kind="url", value=two),)
    several = "holds several addresses, which are read as such"
    assert several in written(Citation(title="T", url=two))[1]["url"]
    _, losses = written(Citation(title="T", url="http://example.org/", identifiers=further))
    assert several in losses["identifiers"]
