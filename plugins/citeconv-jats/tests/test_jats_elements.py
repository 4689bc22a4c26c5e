"""Elements of a front that few journals have: each is read as what the tag library says, or kept."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import Citation, Date, Event, Grant, Identifier, Issn, Report, loads

FRONT = (
    '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta>{journal}</journal-meta>'
    "<article-meta><title-group><article-title>T</article-title>{titles}</title-group>{meta}</article-meta></front>"
    "</article>"
)


def front(**parts: str) -> Citation:
    """Return the citation of a front with such parts."""
    [found] = loads(FRONT.format(**{"journal": "", "titles": "", "meta": "", **parts}), "jats", report=Report())
    return found


@pytest.mark.parametrize(
    ("part", "elements", "fields"),
    [
        ("titles", '<alt-title alt-title-type="running-head">Tt</alt-title>', {"title_short": "Tt"}),
        ("titles", '<alt-title alt-title-type="toc">Tt</alt-title>', {"extra": (("jats:alt-title/toc", "Tt"),)}),
        ("titles", "<trans-title>Gezeiten</trans-title>", {"extra": (("jats:trans-title", "Gezeiten"),)}),
        (
            "titles",
            "<trans-title-group><trans-title>Tiden</trans-title><trans-subtitle>Ebbe</trans-subtitle></trans-title-group>",
            {"extra": (("jats:trans-title", "Tiden: Ebbe"),)},
        ),
        (
            "journal",
            "<journal-title>Tides</journal-title><journal-subtitle>Ebb and Flow</journal-subtitle>",
            {"container_title": "Tides: Ebb and Flow"},
        ),
        ("journal", "<isbn>9783161484100</isbn>", {"isbn": ("9783161484100",)}),
        (
            "meta",
            "<contract-num>13</contract-num><contract-sponsor>Sea Fund</contract-sponsor>",
            {"grants": (Grant(number="13"), Grant(agency="Sea Fund"))},
        ),
        (
            "meta",
            "".join(
                f'<pub-date pub-type="{kind}"><year>{year}</year></pub-date>'
                for kind, year in (("epub", 2018), ("ppub", 2020), ("epub", 2017))
            ),
            {"issued": Date(year=2020), "available_date": Date(year=2018), "extra": (("jats:pub-date", "2017"),)},
        ),
        (
            "meta",
            '<history><date date-type="received"><string-date>soon</string-date></date></history>',
            {"history": (Event(kind="received", date=Date(literal="soon")),)},
        ),
        (
            "meta",
            "<article-categories><subj-group><subject>Seas</subject><note>y</note></subj-group></article-categories>",
            {"categories": ("Seas",), "extra": (("jats:note", "y"),)},
        ),
    ],
)
def test_of_an_article(part: str, elements: str, fields: dict[str, Any]) -> None:
    """What stands there has a field, or the name of its element."""
    found = front(**{part: elements})
    assert {field: getattr(found, field) for field in fields} == fields


def test_of_a_related_object() -> None:
    """A number of a kind that has no field is an identifier of what it is of."""
    [related] = front(meta='<related-object document-id="X1" document-id-type="lab">Study</related-object>').related
    assert (related.citation, related.identifiers) == ("Study", (Identifier(kind="lab", value="X1"),))


def test_of_a_book() -> None:
    """Numbers, notes and addresses of the book and of its series have their fields; what is of a copy is kept."""
    [found] = loads(
        '<book xmlns:xlink="http://www.w3.org/1999/xlink"><collection-meta><title-group><title>Seas</title></title-group>'
        '<issn>1234-5679</issn><self-uri xlink:href="https://example.org/s"/></collection-meta><book-meta>'
        '<book-id pub-id-type="isbn">9783161484100</book-id><book-title>B</book-title><notes><p>A note</p></notes>'
        "</book-meta><digital-edition-meta><note>y</note></digital-edition-meta></book>",
        "jats",
        report=Report(),
    )
    assert (found.title, found.collection_title, found.note) == ("B", "Seas", ("A note",))
    assert (found.isbn, found.issn) == (("9783161484100",), (Issn(value="1234-5679"),))
    assert found.identifiers == (Identifier(kind="series-url", value="https://example.org/s"),)
    assert found.extra == (("jats:digital-edition-meta", "y"),)
