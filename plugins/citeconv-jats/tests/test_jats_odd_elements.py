"""Elements that say nothing, or something else than they should, and what JATS cannot say: no loss is silent."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from citeconv import (
    FIELDS,
    Abstract,
    AbstractSection,
    Affiliation,
    Citation,
    Databank,
    Date,
    Event,
    Grant,
    Identifier,
    Keyword,
    Name,
    Related,
    Report,
    dumps,
    loads,
)

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href'
LIND = Name(family="Lind")


def told(found: Citation, *without: str) -> dict[str, Any]:
    """Return the fields that a citation has, but for some."""
    nothing = Citation()
    return {
        field: getattr(found, field)
        for field in FIELDS
        if field not in without and getattr(found, field) != getattr(nothing, field)
    }


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ('<title-group><article-title>T</article-title><alt-title alt-title-type="x"/></title-group>', {"title": "T"}),
        ('<author-notes><fn fn-type="other"/></author-notes>', {}),
        ('<pub-date date-type="pub"><phase>late</phase></pub-date>', {"extra": (("jats:pub-date", "late"),)}),
        (('<pub-date date-type="pub"><year>2020</year></pub-date>'
         '<pub-date date-type="collection"><year>2019</year></pub-date>'
         '<pub-date date-type="collection"><year>2018</year></pub-date>'),
         {"issued": Date(year=2020), "collection_date": Date(year=2019), "extra": (("jats:pub-date", "2018"),)}),
        ('<history><date date-type="accepted"><phase>late</phase></date></history>',
         {"extra": (("jats:date", "late"),)}),
        ('<history><event event-type="sent"><article-id/><date/><date><year>2020</year></date></event></history>',
         {"history": (Event(kind="sent", date=Date(year=2020)),)}),
        ("<fpage>1</fpage><fpage>3</fpage>", {"page": "1", "extra": (("jats:fpage", "3"),)}),
        (f'<ext-link content-type="data" {XLINK}="https://example.org/d">See there</ext-link>',
         {"identifiers": (Identifier(kind="data", value="https://example.org/d"),),
          "extra": (("jats:ext-link", "See there"),)}),
        ("<product><name/><name><surname>Lind</surname></name></product>",
         {"reviewed_author": (LIND,), "extra": (("jats:product", "Lind"),)}),
        ('<counts><fig-count count=""/><table-count count="2"/></counts>', {"dimensions": "2 tables"}),
        (("<contrib-group><contrib><name><surname>Lind</surname></name><address><email>l@example.org</email></address>"
         "</contrib></contrib-group>"), {"author": (Name(family="Lind", email="l@example.org"),)}),
        (("<contrib-group><contrib><collab>Shelf Group<contrib-group><contrib><name><surname>Lind</surname></name>"
         "</contrib><aff>Tides</aff><role>members</role></contrib-group></collab></contrib></contrib-group>"),
         {"author": (Name(literal="Shelf Group", members=(LIND,)),),
          "extra": (("jats:role", "members"), ("jats:aff", "Tides"))}),
        (("<contrib-group><contrib><name><surname>,</surname><given-names>Per</given-names></name>"
          f'<uri {XLINK}="https://example.org/12/">my page</uri></contrib></contrib-group>'),
         {"author": (Name(given="Per", identifiers=(Identifier(kind="url", value="https://example.org/12/"),)),),
          "extra": (("jats:uri", "my page"),)}),
        (('<kwd-group vocab="mesh"><compound-kwd><compound-kwd-part content-type="code">D1</compound-kwd-part>'
          '<compound-kwd-part content-type="code">E2</compound-kwd-part><compound-kwd-part>Tides</compound-kwd-part>'
          "</compound-kwd></kwd-group>"), {"keyword": (Keyword(text="D1 E2 Tides"),)}),
        ("<kwd-group><kwd/><kwd>Salt</kwd></kwd-group>", {"keyword": (Keyword(text="Salt"),)}),
        ('<related-object source-id="GenBank" document-id="AF1">AF1 and more</related-object>',
         {"databanks": (Databank(name="GenBank", accession_numbers=("AF1",)),),
          "extra": (("jats:related-object", "AF1 and more"),)}),
        (('<funding-group><award-group><funding-source country="NO"/><award-id>7</award-id></award-group>'
          "</funding-group>"), {"grants": (Grant(number="7", country="NO"),)}),
        (("<conference><conf-date>2019</conf-date><conf-name>Days</conf-name></conference>"),
         {"event_title": "Days", "event_date": Date(year=2019)}),
        ("<permissions><copyright-statement>© Lind</copyright-statement><free_to_read>yes</free_to_read></permissions>",
         {"copyright": "© Lind", "extra": (("jats:free_to_read", "yes"),)}),
        (("<funding-group><award-group><funding-source><institution-wrap><institution-id/><institution>Tidal Fund"
         "</institution></institution-wrap></funding-source><principal-investigator>our team</principal-investigator>"
         "</award-group><open-access><p>Paid for</p></open-access></funding-group>"),
         {"grants": (Grant(agency="Tidal Fund"),),
          "extra": (("jats:principal-investigator", "our team"), ("jats:open-access", "Paid for"))}),
        ('<trans-abstract xml:lang="de"><p>Salz</p></trans-abstract>',
         {"other_abstracts": (Abstract(kind="translated", language="de",
                                       sections=(AbstractSection(paragraphs=("Salz",)),)),)}),
        ("<abstract><sec-meta>of the section</sec-meta><p>Salt</p></abstract>",
         {"abstract": (AbstractSection(paragraphs=("Salt",)),), "extra": (("jats:sec-meta", "of the section"),)}),
        ("<kwd-group><kwd>salt</kwd><unstructured-kwd-group>sea, ice</unstructured-kwd-group><p>more</p></kwd-group>",
         {"keyword": (Keyword(text="salt"), Keyword(text="sea, ice")), "extra": (("jats:p", "more"),)}),
    ],
)  # fmt: skip
def test_fronts(article: str, expected: dict[str, Any]) -> None:
    """What an element of a front holds beside what it should is kept under its name."""
    text = f"<article><front><article-meta>{article}</article-meta></front></article>"
    [found] = loads(text, "jats", report=Report(), jats_records="articles")
    assert told(found, "type") == expected


def test_a_subtitle_of_a_journal_without_a_title() -> None:
    """It is no title."""
    journal = "<journal-title-group><journal-subtitle>New Ways</journal-subtitle></journal-title-group>"
    text = f"<article><front><journal-meta>{journal}</journal-meta><p>odd</p></front></article>"
    [found] = loads(text, "jats", report=Report(), jats_records="articles")
    assert told(found, "type") == {"extra": (("jats:p", "odd"),)}


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<data-title>D</data-title>", {"title": "D", "type": "dataset"}),
        ("<chapter-title>C</chapter-title>", {"title": "C", "type": "chapter"}),
        ("<trans-title>T</trans-title>", {"title": "T"}),
        ("<article-title>A</article-title><chapter-title>C</chapter-title>",
         {"title": "A", "type": "chapter", "extra": (("jats:chapter-title", "C"),)}),
        ("<year>2020</year><year>2021</year>", {"issued": Date(year=2020), "extra": (("jats:year", "2021"),)}),
        ('<year iso-8601-date="2020-05-03">2020</year>', {"issued": Date(year=2020, month=5, day=3)}),
        ('<year iso-8601-date="2020">2020</year><month>May</month>', {"issued": Date(year=2020, month=5)}),
        ('<year iso-8601-date="2020-05-03">2020</year><month>3</month><day>5</day>',
         {"issued": Date(year=2020, month=3, day=5), "extra": (("jats:year/@iso-8601-date", "2020-05-03"),)}),
        ('<date iso-8601-date="2020-05-03"><year>2020</year></date>', {"issued": Date(year=2020, month=5, day=3)}),
        ("<string-date><day>5</day> <month>May</month> <year>2020</year></string-date>",
         {"issued": Date(year=2020, month=5, day=5)}),
        ("<string-date>5 May <year>2020</year></string-date>", {"issued": Date(year=2020, month=5, day=5)}),
        ("<string-date><year>2020</year>, at low tide</string-date>",
         {"issued": Date(year=2020, literal="2020, at low tide")}),
        ("<year>2020</year><date><year>2021</year><month>5</month></date>",
         {"issued": Date(year=2020, month=5), "extra": (("jats:date", "2021"),)}),
        ("<person-group><name><surname>Lind</surname></name> for the fleet</person-group>",
         {"author": (LIND,), "extra": (("jats:text", "for the fleet"),)}),
        ('<size units="page">5</size><size units="MB">7</size>',
         {"number_of_pages": "5", "extra": (("jats:size", "7"),)}),
        ("<date-in-citation><year>2020</year><month>5</month></date-in-citation>",
         {"accessed": Date(year=2020, month=5)}),
        ('<date-in-citation content-type="copyright"><year>2020</year></date-in-citation>',
         {"extra": (("jats:date-in-citation", "2020"),)}),
        ("<std><std-id>ISO 1</std-id>, <source>Salt</source>, in force<year>2020</year></std><source>Sea</source>",
         {"title": "Salt", "number": "ISO 1", "issued": Date(year=2020),
          "extra": (("jats:source", "Sea"), ("jats:text", ", , in force"))}),
        ("<source>Sea</source><std><std-id>ISO 1</std-id><source>Salt</source></std>",
         {"title": "Sea", "number": "ISO 1", "extra": (("jats:source", "Salt"),)}),
        ("<conf-sponsor/><conf-sponsor>Tidal Fund</conf-sponsor>", {"organizer": (Name(literal="Tidal Fund"),)}),
        ('<pub-id pub-id-type="doi">10.5555/x</pub-id><ext-link ext-link-type="doi">10.5555/X</ext-link>',
         {"doi": "10.5555/x"}),
        ((f'<pub-id pub-id-type="shelf" {XLINK}="https://example.org/1">1</pub-id>'
         f'<pub-id pub-id-type="shelf" {XLINK}="https://example.org/2">2</pub-id>'),
         {"url": "https://example.org/1", "identifiers": (
             Identifier(kind="shelf", value="1"), Identifier(kind="shelf", value="2"),
             Identifier(kind="url", value="https://example.org/2"))}),
        ('<pub-id pub-id-type="pmid">12</pub-id><pub-id pub-id-type="pmid">13</pub-id>',
         {"pmid": "12", "identifiers": (Identifier(kind="pmid", value="13"),)}),
        ("<string-date>2019 May</string-date><string-date>2020</string-date>",
         {"issued": Date(year=2019, month=5), "extra": (("jats:string-date", "2020"),)}),
        (f'<ext-link {XLINK}="https://arxiv.org/abs/2101.00001">arXiv:2101.00001</ext-link>' * 2,
         {"url": "https://arxiv.org/abs/2101.00001", "identifiers": (Identifier(kind="arxiv", value="2101.00001"),)}),
    ],
)  # fmt: skip
def test_references(inner: str, expected: dict[str, Any]) -> None:
    """So it is with the elements of a reference, a second of which is kept."""
    text = (
        f"<article><back><ref-list><ref><element-citation>{inner}</element-citation></ref></ref-list></back></article>"
    )
    [found] = loads(text, "jats", report=Report(), jats_records="references")
    assert told(found) == expected


def test_a_reference_that_says_nothing() -> None:
    """What stands in a reference of an article and is no citation is kept."""
    back = "<back><ref-list><ref><p>See above</p></ref></ref-list></back>"
    text = f"<article><front><article-meta/></front>{back}</article>"
    [found] = loads(text, "jats", report=Report(), jats_records="articles")
    assert told(found, "type") == {"extra": (("jats:ref", "See above"),)}


@pytest.mark.parametrize(
    ("format", "citation", "lost"),
    [
        ("jats", Citation(et_al=("title",)), {"et_al"}),
        ("jats", Citation(citation_number="x"), {"citation_number", "citation_label"}),
        ("jats", Citation(citation_label="7"), {"citation_number", "citation_label"}),
        ("jats", Citation(publication_status="aheadofprint"), {"status"}),
        ("jats", Citation(identifiers=(Identifier(kind="isbn", value="9780306406157"),)), {"identifiers", "isbn"}),
        ("jats", Citation(author=(Name(suffix="Jr"), Name(given="Per", static_ordering=True))), set()),
        ("jats-front", Citation(other_abstracts=(
            Abstract(kind="translated", language="de", sections=(AbstractSection(paragraphs=("A",)),)),
            Abstract(kind="plain", sections=(AbstractSection(paragraphs=("B",)),)))), {"other_abstracts"}),
        ("jats-front", Citation(other_abstracts=(
            Abstract(kind="translated", language="de", sections=(AbstractSection(paragraphs=("A",)),)),)), set()),
        ("jats-front", Citation(identifiers=(
            Identifier(kind="shelf", value="1"), Identifier(kind="journal-publisher-id", value="Tides"))),
         {"identifiers"}),
        ("jats-front", Citation(author=(Name(family="Lind", affiliations=(
            Affiliation(text="Tides", identifiers=(Identifier(kind="ror", value="https://ror.org/012345678"),)),)),)),
         {"author"}),
        ("jats-front", Citation(related=(
            Related(kind="cites", citation="A"), Related(kind="comment-in", citation="B", doi="10.5555/1"))),
         {"related"}),
        ("jats-front", Citation(related=(Related(kind="comment-in", citation="B", pmcid="90000001"),)), {"related"}),
        ("jats-front", Citation(event_title="Days", event_date=Date(year=2019)), set()),
    ],
)  # fmt: skip
def test_what_is_told_of_it(format: str, citation: Citation, lost: set[str]) -> None:
    """Each field that is read back otherwise is told of, and none besides."""
    report = Report()
    whole = Citation(type="article-journal", title="T")
    for field in FIELDS:
        if getattr(citation, field) != getattr(Citation(), field):
            whole = structs.replace(whole, **{field: getattr(citation, field)})
    records = "articles" if format == "jats-front" else "references"
    [again] = loads(dumps([whole], format, report=report), "jats", report=Report(), jats_records=records)
    differ = {field for field in FIELDS if getattr(again, field) != getattr(whole, field)} - {"key"}
    assert differ <= set(report.lost())
    assert set(report.lost()) == lost
