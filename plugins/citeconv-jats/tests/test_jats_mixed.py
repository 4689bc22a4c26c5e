"""References as NLM prints them: what stands where in a ``mixed-citation``, and that it comes back."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from citeconv import FIELDS, Citation, Date, Identifier, Name, Report, dumps, loads

ARTICLE: dict[str, Any] = {
    "type": "article-journal", "title": "Tides", "author": (Name(family="Lind", given="P"),),
    "container_title": "J Tides", "issued": Date(year=2019, month=3, day=4), "volume": "7",
}  # fmt: skip
BOOK: dict[str, Any] = {"type": "book", "title": "Tides"}
SEEN = Date(year=2020, month=1, day=2)


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        (
            ARTICLE | {"et_al": ("author",), "issue": "2", "supplement": "1", "page": "3-9", "note": ("A note",)},
            "Lind P, et al. Tides. J Tides. 2019 Mar 4;7(2 Suppl 1):3-9. A note.",
        ),
        (
            ARTICLE | {"supplement": "1", "accessed": SEEN, "available_date": Date(year=2018, month=12)},
            "Lind P. Tides. J Tides. 2019 Mar 4 [cited 2020 Jan 2];7(Suppl 1). Epub 2018 Dec.",
        ),
        (
            {"type": "thesis", "title": "Tides", "genre": "PhD thesis", "publisher": "Coll", "issued": Date(year=2019),
             "author": (Name(family="Wei", given="R", static_ordering=True),)},
            "Wei R. Tides [PhD thesis]. Coll; 2019.",
        ),
        (
            {"type": "book", "title": "Tides", "volume_title": "Ebb", "collection_title": "Sea Lectures",
             "publisher": "Shore Co.", "publisher_place": "Riga", "issued": Date(year=2019)},
            "Tides. Ebb. Sea Lectures. Riga: Shore Co.; 2019.",
        ),
        (BOOK | {"publisher_place": "Riga", "issued": Date(year=2019)}, "Tides. Riga; 2019."),
        (BOOK | {"publisher_place": "Riga", "publisher": "Shore"}, "Tides. Riga: Shore."),
        (BOOK | {"publisher": "Shore", "volume": "2"}, "Tides. Shore. Vol. 2."),
        (BOOK | {"event_title": "Sea Days", "publisher": "Shore", "issued": Date(year=2019)},
         "Tides. Sea Days. Shore; 2019."),
        (
            {"type": "webpage", "title": "Tides", "url": "https://example.org/a", "accessed": SEEN},
            "Tides [Internet]. [cited 2020 Jan 2]. Available from: https://example.org/a",
        ),
        (
            {"type": "book", "title": "Tides", "issued": Date(year=2001), "supplement": "Ed.", "page": "3-4"},
            "Tides. 2001;(Suppl Ed.). p. 3-4.",
        ),
        ({"type": "book", "original_title": "Gezeiten", "issued": Date(year=2001)}, "Gezeiten. 2001."),
        ({"type": "article-journal", "note": ("A note",)}, "A note."),
        (
            ARTICLE | {"author": (Name(family="Lind", given="P."), Name(family="Roe", given="C.\N{HYPHEN}A."),
                                  Name(family="Mo", given="Jean\N{HYPHEN}Paul"))},
            "Lind P, Roe CA, Mo JP. Tides. J Tides. 2019 Mar 4;7.",
        ),
        (
            ARTICLE | {"accessed": replace(SEEN, literal="2020-01-02 10:11:12"),
                       "identifiers": (Identifier(kind="endnote:database", value="salt.enl"),)},
            "Lind P. Tides. J Tides. 2019 Mar 4 [cited 2020 Jan 2];7.",
        ),
        (
            ARTICLE | {"publisher": "Shore Press", "publisher_place": "Riga", "status": "retracted"},
            "Lind P. Tides. J Tides. 2019 Mar 4;7. Retracted.",
        ),
        (
            ARTICLE | {"type": "article", "genre": "Preprint", "container_title": "tideRxiv", "publisher": "tideRxiv",
                       "volume": "", "number": "2019.03.04", "doi": "10.5555/x"},
            "Lind P. Tides. tideRxiv [Preprint]. 2019 Mar 4:2019.03.04. doi: 10.5555/x.",
        ),
        (
            ARTICLE | {"type": "paper-conference", "editor": (Name(family="Roe", given="A"),), "publisher": "Shore",
                       "container_title": "Proceedings of the Salt Congress", "volume": "2", "page": "3-9"},
            "Lind P. Tides. In: Roe A, editor. Proceedings of the Salt Congress. Shore; 2019 Mar 4. Vol. 2. p. 3-9.",
        ),
        ({"type": "thesis", "title": "Tides", "publisher": "Coll", "page": "3-9"}, "Tides. Coll. p. 3-9."),
        ({"type": "book", "title": "Tides", "edition": "3", "publisher": "Coll"}, "Tides. 3rd ed. Coll."),
        ({"type": "book", "title": "Tides", "edition": "12th", "publisher": "Coll"}, "Tides. 12th ed. Coll."),
        ({"type": "book", "title": "Tides", "edition": "112"}, "Tides. 112th ed."),
        (
            {"type": "book", "title": "Tides", "identifiers": (Identifier(kind="bookaccession", value="NBK1"),)},
            "Tides. Bookshelf ID: NBK1.",
        ),
        ({"type": "book", "volume": "3"}, "Vol. 3."),
        ({"type": "document", "page": "3"}, "p. 3."),
        ({"type": "document", "accessed": SEEN}, "[cited 2020 Jan 2]."),
        (ARTICLE | {"issued": Date(year=2019, month=3, literal="Mar, in spring")},
         "Lind P. Tides. J Tides. 2019 Mar, in spring;7."),
        (
            ARTICLE | {"type": "article", "container_title": "tideRxiv", "volume": "", "doi": "10.5555/x"},
            "Lind P. Tides. tideRxiv. 2019 Mar 4. doi: 10.5555/x.",
        ),
    ],
    ids=[
        "supplement to an issue", "supplement to a volume", "thesis", "series", "place without publisher",
        "publisher without date", "publisher before volume", "conference without place",
        "page", "full stop within parentheses",
        "original title", "note", "initials with full stops and hyphens", "time of day and number in a library",
        "publisher of a journal", "preprint",
        "conference paper", "pages of a thesis", "edition", "edition with its ending", "edition of a hundred",
        "Bookshelf", "volume alone", "page alone", "day of access alone", "date in words", "preprint without a genre",
    ],
)  # fmt: skip
def test_printed(fields: dict[str, Any], printed: str) -> None:
    """Each part stands where NLM has it, with its signs; what is read otherwise is told."""
    citation = Citation(**fields)
    report = Report()
    text = dumps([citation], "jats", report=report, jats_citation="mixed", jats_fragment=True)
    (again,) = loads(text, "jats", report=Report())

    assert "".join(etree.fromstring(text.encode()).find("ref/mixed-citation").itertext()) == printed
    assert {name for name in FIELDS if getattr(again, name) != getattr(citation, name)} <= set(report.lost())


@pytest.mark.parametrize(
    ("citation", "lost"),
    [
        (Citation(type="book", title="T", et_al=("performer",)), {"et_al"}),
        (Citation(type="thesis", title="T [PhD thesis]"), {"title", "genre"}),
        (Citation(**ARTICLE, publisher="Shore Press", status="Submitted"), {"publisher", "status"}),
    ],
    ids=["nobody to be cut short", "kind of thesis in the title", "publisher"],
)
def test_what_a_reference_has_no_place_for_is_told(citation: Citation, lost: set[str]) -> None:
    """So is what would be read into another field."""
    report = Report()
    dumps([citation], "jats", report=report, jats_citation="mixed")

    assert lost <= set(report.lost())


def test_no_full_stop_stands_twice() -> None:
    """Groups, pages and dates that end in one, and titles that end in another sign, are followed by none."""
    citation = Citation(
        type="article-journal", author=(Name(literal="Tide Co."),), title="Is it so?", container_title="Brain Dev.",
        issued=Date(literal="n.d."), page="9.",
    )  # fmt: skip
    text = dumps([citation], "jats", report=Report(), jats_fragment=True, jats_citation="mixed")
    words = "".join(etree.fromstring(text.encode()).find("ref/mixed-citation").itertext())
    assert words == "Tide Co. Is it so? Brain Dev. n.d.:9."


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (Date(year=2020, month=1, end=Date(year=2020, month=2)), "2020 Jan-Feb"),
        (Date(year=2002, month=8, day=12, end=Date(year=2002, month=8, day=26)), "2002 Aug 12-26"),
        (Date(year=2019, month=12, day=30, end=Date(year=2020, month=1, day=5)), "2019 Dec 30-2020 Jan 5"),
        (Date(year=2019, season=3, end=Date(year=2019, season=4)), "2019 Autumn-Winter"),
        (Date(year=2024, end=Date()), "2024-"),
    ],
)
def test_ranges_of_dates_are_printed_as_nlm_does(date: Date, words: str) -> None:
    """What both ends share is printed once, and read again."""
    citation = Citation(type="article-journal", title="T", container_title="J", volume="5", issued=date)
    assert f">{words}</string-date>;" in dumps([citation], "jats", jats_citation="mixed")
    for form in ("element", "mixed", "both"):
        (found,) = loads(dumps([citation], "jats", jats_citation=form))
        assert found.issued == date
