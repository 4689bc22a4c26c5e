"""Fields in other places than EndNote's own, values of other forms than expected, and what is told of them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from citeconv import Affiliation, Citation, Date, Identifier, Name, Report, dumps, loads
from citeconv.citation import CitationType
from told import read_told

RECORD = (
    '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>T</title></titles>{}'
    "</record></records></xml>"
)


def lost(citation: Citation, format_: str = "refer") -> set[str]:
    """Return the fields of which a loss is reported when a citation is written."""
    report = Report()
    dumps([citation], format_, report=report)
    return set(report.lost())


@pytest.mark.parametrize(
    ("element", "field", "value"),
    [
        *(
            (f"<{path}>Lind, Per</{path}>", "author", (Name(family="Lind", given="Per"),))
            for path in ("authors", "author")
        ),
        ("<authors><author>Lind, Per</author></authors>", "author", (Name(family="Lind", given="Per"),)),
        ("<contributors><author>Lind, Per</author></contributors>", "author", (Name(family="Lind", given="Per"),)),
        ("<secondary-title>Tides</secondary-title>", "container_title", "Tides"),
        (
            "<secondary-title>Journal of Tides</secondary-title><alt-title>J Tides</alt-title>",
            "container_title_short",
            "J Tides",
        ),
        ("<short-title>Ebb</short-title>", "title_short", "Ebb"),
        ("<year>2019</year><dates><month>March</month></dates>", "issued", Date(year=2019, month=3)),
        ("<url>https://example.org/a</url>", "url", "https://example.org/a"),
        ("<urls><url>https://example.org/a</url></urls>", "url", "https://example.org/a"),
        ("<urls><web-urls><url>https://example.org/a</url></web-urls></urls>", "url", "https://example.org/a"),
        ("<issue>4</issue>", "issue", "4"),
        ("<doi>10.5555/a</doi>", "doi", "10.5555/a"),
        ("<titles><secondary-title>Tides</secondary-title><alt-title>Article 12</alt-title></titles>", "number", "12"),
    ],
)
def test_fields_in_other_places(element: str, field: str, value: Any) -> None:
    """Where JabRef, Mendeley, Zotero and others put a field, or how they call it, it is read."""
    (found,) = loads(RECORD.format(element), "endnote-xml", report=Report())

    assert getattr(found, field) == value


@pytest.mark.parametrize(
    ("lines", "field", "value", "extra"),
    [
        ("%0 Conference Paper\n%2 PMC123456", "pmcid", "PMC123456", ()),
        ("%0 Conference Paper\n%2 shelf", "pmcid", "", (("endnote:custom2", "shelf"),)),
        ("%0 Journal Article\n%5 mine", "label", "", (("endnote:%5", "mine"),)),
        ("%0 Case\n%& in spring", "submitted", None, (("endnote:section", "in spring"),)),
    ],
)
def test_values_of_other_forms(lines: str, field: str, value: Any, extra: tuple[tuple[str, str], ...]) -> None:
    """What has not the form that its field should have is kept, and stands there again when it is written."""
    (found,) = loads(f"{lines}\n%T T\n", "refer", report=Report())
    text = dumps([found], "refer", report=Report())

    assert getattr(found, field, "") == value
    assert tuple([each for each in found.extra if each[0] != "endnote:ref-type"]) == extra
    assert lines.split("\n")[1] in text.split("\n")


@pytest.mark.parametrize(
    ("citation", "fields"),
    [
        (Citation(type="paper-conference", title="T", container_title="Tides", event_title="Tides 2"), {"event_title"}),
        (Citation(type="article-journal", title="T", edition="3 May 2020"), {"edition"}),
        (Citation(type="motion_picture", title="T", page="3-4", dimensions="70 mm"), {"page", "dimensions", "extra"}),
        (
            Citation(
                type="article-journal", title="T",
                extra=(("endnote:ref-type", "Journal Article"), ("endnote:ref-type", "Book")),
            ),
            {"extra"},
        ),
        (Citation(type="article-journal", title="T", extra=(("endnote:label", "a\nb"),)), {"extra"}),
    ],
    ids=["a word for a title", "a day for an edition", "pages of a film", "two types", "lines of a label"],
)  # fmt: skip
def test_what_is_read_otherwise_is_told_by_field(citation: Citation, fields: set[str]) -> None:
    """The losses name each field that a reader will find otherwise, and no other."""
    assert lost(citation) == fields


@pytest.mark.parametrize("kind", ["paper-conference", "speech"])
def test_a_conference_alone(kind: CitationType) -> None:
    """Without proceedings and a publisher, EndNote's Conference Name and Location are those of the conference."""
    made = Citation(type=kind, title="T", key="k", event_title="Tide Congress", event_place="Riga")
    text = dumps([made], "refer", report=Report())
    (found,) = loads(text, "refer", report=Report())

    assert {"%B Tide Congress", "%C Riga"} <= set(text.splitlines())
    assert (found.type, found.container_title, found.publisher_place) == ("paper-conference", "Tide Congress", "Riga")
    told = {"event_title", "container_title", "event_place", "publisher_place"}
    assert lost(made) == (told | {"type"} if kind == "speech" else told)
    assert lost(replace(made, type="book")) == {"event_title", "event_place"}


@pytest.mark.parametrize("format_", ["endnote-xml", "refer"])
def test_authors_of_a_film(format_: str) -> None:
    """EndNote has the director in the place of the author; authors stand there where no director is told."""
    author = Name(family="Lind", given="Per", affiliations=(Affiliation(text="Tide Institute"),))
    made = Citation(type="motion_picture", title="T", author=(author,), et_al=("author",))
    (found,) = loads(dumps([made], format_, report=Report()), format_, report=Report())

    assert ((Name(family="Lind", given="Per"),), ("director",)) == (found.director, found.et_al)
    assert lost(made, format_) == {"author", "director", "author.affiliations", "et_al"}
    both = replace(made, director=(Name(family="Roe", given="Ana"),), et_al=())
    (found,) = loads(dumps([both], format_, report=Report()), format_, report=Report())
    assert (both.director, ()) == (found.director, found.author)
    assert "author" in lost(both, format_)


def test_runs_in_one_face() -> None:
    """Text in markup that EndNote has no face for is one run with what stands around it."""
    text = dumps([Citation(type="book", title="a <sc>b</sc> c <i>d</i>")], "endnote-xml", report=Report())

    assert text.count("<style") == 2
    assert ">a b c </style>" in text


@pytest.mark.parametrize(
    ("authors", "addresses", "told"),
    [
        ("%A Lind, Per\n%A Wei, Rong", "%+ Tide Institute, North\nShelf College, South", True),
        ("%A Lind, Per\n%A Wei, Rong", "%+ Tide Institute, North", False),
        ("%A Lind, Per", "%+ Tide Institute, North\nShelf College, South", False),
    ],
)
def test_addresses_given_to_the_first_author_are_a_guess(authors: str, addresses: str, told: bool) -> None:
    """It is noted where there are several of both."""
    [found], seen = read_told(f"%0 Journal Article\n{authors}\n%T T\n{addresses}\n", "refer")

    assert [place.text for place in found.author[0].affiliations] == addresses.removeprefix("%+ ").split("\n")
    assert ["given to the first author" in each.message for each in seen] == [True] * told


def test_addresses_of_the_web_of_science_in_one_text() -> None:
    """They stand behind their authors, with whom to write to, and e-mail; what belongs to nobody is kept."""
    address = "[Lind, Per; No, B] Inst Tides, North.\n[Wei, R] Shelf Coll.\nWei, R (corresponding author), Bay Hall.\n"
    [found], _ = read_told(
        f"%0 Journal Article\n%A Lind, Per\n%A Wei, Rong\n%T T\n%+ {address}wei@example.org; no@example.org\n", "refer"
    )

    assert [[place.text for place in name.affiliations] for name in found.author] == [
        ["Inst Tides, North"],
        ["Shelf Coll", "Bay Hall"],
    ]
    assert [(name.corresponding, name.email) for name in found.author] == [(False, ""), (True, "wei@example.org")]
    assert [value for _, value in found.extra] == ["[No, B] Inst Tides, North.", "no@example.org"]


def test_an_address_that_will_be_read_as_several() -> None:
    """It is reported where an address has the form of those of several authors."""
    place = Affiliation(text="[Lind, Per] Shelf Coll")
    work = Citation(title="T", author=(Name(family="Lind", given="Per", affiliations=(place,)),))

    assert lost(work) == {"author.affiliations"}


@pytest.mark.parametrize("format_", ["refer", "endnote-xml"])
def test_what_is_written_comes_back_without_a_loss(format_: str) -> None:
    """How many pages a book has stands in Pages, and is read from there."""
    book = Citation(type="book", title="T", number_of_pages="320")
    report = Report()
    (again,) = loads(dumps([book], format_, report=report), format_, report=Report())

    assert (again, report.lost()) == (book, {})


@pytest.mark.parametrize(
    ("number", "fields"),
    [("Artn 107353", ("107353", "")), ("PII S0304-3800(02)00256-9", ("", "S0304-3800(02)00256-9"))],
)
def test_number_of_the_article_before_the_doi(number: str, fields: tuple[str, str]) -> None:
    """The Web of Science has the number of the article beside the DOI, and in a field of its own, behind a word."""
    places = (
        f"<electronic-resource-num>{number}&#xD;10.5555/t.1</electronic-resource-num>",
        f"<custom7>{number}</custom7><electronic-resource-num>10.5555/t.1</electronic-resource-num>",
    )
    for found in [loads(RECORD.format(place), "endnote-xml")[0] for place in places]:
        assert (found.doi, found.identifiers, (found.number, found.pii)) == ("10.5555/t.1", (), fields)


def test_numbers_with_their_kinds_in_the_place_of_the_doi() -> None:
    """PubMed's numbers of an article may stand on one line, and the last without its kind."""
    text = "S0000-0000(07)00018-X [pii] 10.5555/t.1"
    for found in (
        loads(RECORD.format(f"<electronic-resource-num>{text}</electronic-resource-num>"), "endnote-xml")[0],
        loads(f"%0 Journal Article\n%T T\n%R {text}\n", "refer")[0],
    ):
        assert (found.doi, found.pii, found.identifiers) == ("10.5555/t.1", "S0000-0000(07)00018-X", ())
    beside = Identifier(kind="electronic-resource-number", value=text)
    assert "identifiers" in lost(Citation(type="article-journal", title="T", identifiers=(beside,)))


def test_number_beside_the_doi_that_is_read_as_the_articles() -> None:
    """A number beside the DOI that has such a word is reported when it is written."""
    beside = Identifier(kind="electronic-resource-number", value="ARTN 5")
    assert {"identifiers", "number"} <= lost(Citation(type="article-journal", title="T", identifiers=(beside,)))


@pytest.mark.parametrize("format_", ["endnote-xml", "refer"])
def test_status_in_the_notes(format_: str) -> None:
    """The first line of the notes tells it, but for patents, which have a field for it."""
    made = Citation(type="article-journal", title="T", status="retracted", note=("Kelp.", "Salt."))
    text = dumps([made], format_, report=Report())
    assert "Status: retracted" in text
    (found,) = loads(text, format_, report=Report())
    assert (made.status, made.note) == (found.status, found.note)
    assert not lost(made, format_)
    assert lost(replace(made, status="", note=("Status: wet", "Salt.")), format_) == {"note", "status"}
    patent = replace(made, type="patent", note=("Status: wet",))
    text = dumps([patent], format_, report=Report())
    assert "Status: retracted" not in text
    (found,) = loads(text, format_, report=Report())
    assert (patent.status, patent.note) == (found.status, found.note)
    assert not lost(replace(patent, status=""), format_)


@pytest.mark.parametrize("further", ["<periodical><full-title>Journal of Tides</full-title>", "<periodical>"])
def test_the_title_in_full_beside_two_abbreviations(further: str) -> None:
    """EndNote's list of journals has abbreviations with full stops, PubMed has not; the title is the one in full."""
    (found,) = loads(
        "<xml><records><record><ref-type name='Journal Article'>17</ref-type><titles><secondary-title>J Tides"
        "</secondary-title><alt-title>Journal of Tides</alt-title></titles>"
        f"{further}<abbr-1>J. Tides</abbr-1></periodical></record></records></xml>",
        "endnote-xml",
    )
    assert (found.container_title, found.container_title_short) == ("Journal of Tides", "J. Tides")
    assert found.extra == ()


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ("Paper No. 28, 25", ("", "28", "25")),
        ("Art. 9, 4", ("", "9", "4")),
        ("no. 32, 12", ("", "32", "12")),
        ("Art. ID 984390", ("", "984390", "")),
    ],
)
def test_numbers_of_articles_with_their_pages_counted(pages: str, found: tuple[str, str, str]) -> None:
    """MathSciNet has the number of an article and how many pages it has where others have pages."""
    (citation,) = loads(f"%0 Journal Article\n%T T\n%J Tides\n%P {pages}\n", "refer")
    assert found == (citation.page, citation.number, citation.number_of_pages)
    odd = Citation(type="article-journal", title="T", container_title="Tides", page=pages)
    assert {"page", "number", "number_of_pages"} <= lost(odd)
