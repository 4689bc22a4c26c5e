"""What a RIS record looks like: each quirk of a citation, each target, and text that tries to become a tag."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from citeconv import (
    AbstractSection,
    Affiliation,
    Citation,
    Date,
    Diagnostic,
    Identifier,
    Issn,
    Keyword,
    Name,
    Qualifier,
    Report,
    Subject,
    dump,
    dumps,
    load,
    loads,
)
from citeconv.citation import FIELDS
from citeconv.testing import SETTINGS, citations
from citeconv_ris import OPTIONS, Ris
from citeconv_ris.mapping import READ_TYPES, TARGETS, WRITE_TYPES
from real_exports import needed_exports

GOLDEN = Path(__file__).parent / "golden"
LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\x00-\x1f\x7f\u0085\u2028\u2029\ufeff]*")
ONE = (Name(family="Miró", given="A B"),)


def article(**fields: object) -> Citation:
    """Return an article with a few fields, and those given."""
    usual: dict[str, object] = {
        "type": "article-journal", "author": ONE, "title": "A trial", "container_title_short": "J Test Med",
        "issued": Date(year=2021, month=12), "volume": "17", "issue": "10", "page": "559-561", "pmid": "90000001",
    }  # fmt: skip
    return Citation(**{**usual, **fields})  # type: ignore[arg-type]


QUIRKS = {
    "from-pubmed": article(
        doi="10.5555/j.test.2020.06.008", pmcid="PMC9000001", source="PubMed", language=("de",),
        abstract=(AbstractSection(paragraphs=("All of it.",)),), keyword=(Keyword(text="Mice"), Keyword(text="Trials")),
    ),
    "names": article(
        author=(
            Name(family="van der Plas", given="J-P"),
            Name(family="Smith", given="John Q", suffix="3rd"),
            Name(literal="Department of Tests, Trials and Errors"),
            Name(literal="Group; of *two*"),
            Name(family="Sukarno"),
            Name(family="Beet", particle="van", given="Ludwig"),
            Name(family="Lee, MD", given="K"),
        ),
        editor=(Name(family="Ed", given="I"),),
        translator=(Name(family="Trans", given="L"),),
    ),
    "article-number": article(page="", number="e0251234"),
    "article-number-beside-pages": article(page="1-9", number="e0251234"),
    "journal-in-full-and-short": article(container_title="Journal of Tests in Medicine"),
    "season": article(issued=Date(year=1998, season=1)),
    "range-of-months": article(issued=Date(year=1998, month=12, end=Date(year=1999, month=1))),
    "year-alone": article(issued=Date(year=1998)),
    "date-in-words": article(issued=Date(year=1998, literal="Hilary 3/4")),
    "structured-abstract": article(
        abstract=(
            AbstractSection(label="AIM", paragraphs=("To test.", "And retest.")),
            AbstractSection(label="METHODS", paragraphs=("Tests.",)),
        )
    ),
    "retracted": article(status="retracted", note=("A note",)),
    "from-another-database": article(
        source="Embase", identifiers=(Identifier(kind="pui", value="L900000001"),)
    ),
    "pmid-of-a-record-of-no-named-database": article(
        pmid="90000007", identifiers=(Identifier(kind="accession", value="2035000001"),)
    ),
    "headings": article(
        keyword=(Keyword(text="Mice"), Keyword(text="one; two"), Keyword(text="*Rats")),
        subjects=(
            Subject(term="Mice"),
            Subject(term="Asthma", qualifiers=(Qualifier(term="therapy"), Qualifier(term="diagnosis"))),
        ),
    ),
    "preprint": Citation(
        type="article", genre="Preprint", author=ONE, title="A draft", container_title_short="testRxiv",
        publisher="testRxiv", doi="10.5555/2024.01.02.345", issued=Date(year=2024, month=1, day=2),
    ),
    "chapter": Citation(
        type="chapter", author=ONE, editor=ONE, title="A chapter", container_title="The book", publisher="Press",
        publisher_place="Testville (TX)", issued=Date(year=1993), edition="2", isbn=("978-3-16-148410-0",), pmid="1",
        pmcid="PMC9000002", collection_title="Books of tests",
    ),
    "paper-at-a-conference": Citation(
        type="paper-conference", author=ONE, title="A paper", container_title="Proceedings", event_title="TestConf 24"
    ),
    "report-with-number": Citation(type="report", author=ONE, title="T", number="12", issn=(Issn(value="1234-5679"),)),
    "thesis-with-extent": Citation(type="thesis", genre="PhD thesis", title="T", number_of_pages="210"),
    "web-page": Citation(
        type="webpage", title="T", url="https://example.org/?a=1&b=2", accessed=Date(year=2021, month=2, day=3),
        identifiers=(Identifier(kind="pdf-url", value="https://example.org/t.pdf"),),
    ),
    "affiliations": article(
        author=tuple(
            Name(family=family, given="A", affiliations=(Affiliation(text="Test Institute, Testville"),))
            for family in ("One", "Two")
        )
    ),
    "markup": article(title="CO<sub>2</sub> at p < 0.05 & <i>S. aureus</i> &lt;"),
    "tag-injection": article(
        title="Harmless\r\nER  - \r\n\r\nTY  - JOUR\r\nTI  - Planted",
        author=(Name(family="Bobby\nAU  - Tables", given="A"),),
        abstract=(AbstractSection(paragraphs=("One\u2028TI  - two\u2029three\x85four\x0bfive\x0csix\x00 seven",)),),
        keyword=(Keyword(text="TY  - JOUR"), Keyword(text="a\nER  - ")),
        container_title_short="TI  - Begins like a tag",
        volume="1\n2",
        note=("N\nN1  - M",),
        extra=(("ris:U1", "x\nER  - "), ("ris:TY", "EJOUR"), ("ris:ER", "x"), ("ris:ty", "x"), ("other:U1", "x")),
    ),
    "tags-of-ris-come-back": article(extra=(("ris:TY", "EJOUR"), ("ris:U5", "five"), ("ris:C8", "eight"))),
}  # fmt: skip


@pytest.mark.parametrize("quirk", QUIRKS)
def test_golden(quirk: str) -> None:
    """Each quirk comes out as the golden file has it, with its losses below."""
    assert (GOLDEN / f"{quirk}.txt").read_text(encoding="utf-8") == written(quirk)


def written(quirk: str) -> str:
    """Return the record of a quirk, and what was reported of it."""
    writer = Ris()
    text = writer.write(QUIRKS[quirk]).replace("\r\n", "\n")
    return text + "".join(f"# {field}: {why}\n" for field, why in writer.losses)


def test_the_option_names_every_target() -> None:
    """What the command line offers is what the table has, in its order."""
    (option,) = OPTIONS
    assert option.choices == tuple(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_targets(target: str) -> None:
    """Each program gets the exceptions of its row."""
    assert (GOLDEN / f"target-{target}.txt").read_text(encoding="utf-8") == written_for(target)


def written_for(target: str) -> str:
    """Return some records as a program gets them, and the fields that are lost."""
    records = [QUIRKS[quirk] for quirk in ("from-pubmed", "article-number", "chapter", "affiliations", "markup")]
    records[0] = article(pmcid="PMC9000001", source="PubMed", available_date=Date(year=2021, month=6, day=5))
    report = Report()
    text = dumps(records, "ris", report=report, ris_target=target).replace("\r\n", "\n")
    return text + "".join(f"# {field}\n" for field in sorted(report.lost()))


def test_a_group_is_marked_for_endnote_alone() -> None:
    """It takes the last word of a group for a family name unless a comma stands behind; others show that comma."""
    group = article(author=(Name(literal="Tides Study Group"), *ONE))
    assert ("AU", "Tides Study Group,") in lines(group, target="endnote")
    assert ("AU", "Tides Study Group") in lines(group)
    (again,) = loads(Ris({"target": "endnote"}).write(group), "ris")
    assert again.author == group.author


@pytest.mark.parametrize(
    "person",
    [
        Name(family="Lind Committee", given="Per"),
        Name(family="De Groot", given="Foundation A"),
        Name(particle="van der", family="Union", given="Ann"),
        Name(family="Lind Board", given="Per", suffix="Jr"),
        Name(family="Organization", given="World Tides"),
    ],
)
def test_a_person_who_will_be_read_as_a_group_is_reported(person: Name) -> None:
    """RIS does not say who is a group; several words and one that groups are named by make one."""
    citation, report = article(author=(*ONE, person)), Report()
    (again,) = loads(dumps([citation], "ris", report=report), "ris")
    assert again.author[-1].literal
    assert "author" in report.lost()


@pytest.mark.parametrize("name", [Name(family="Lind PA", given="Berg A"), Name(literal="Salt Lind PA")])
def test_a_name_that_will_be_read_as_other_people_is_reported(name: Name) -> None:
    """Initials at the end of all that commas part make people of it."""
    citation, report = article(author=(*ONE, name)), Report()
    (again,) = loads(dumps([citation], "ris", report=report), "ris")
    assert again.author != citation.author
    assert "author" in report.lost()


@pytest.mark.parametrize("person", [Name(family="Group", given="Per"), Name(family="van Lind", given="Ann")])
def test_a_person_with_one_sign_of_a_group_is_none(person: Name) -> None:
    """One word before the comma, or no word of groups: a person, and nothing is lost."""
    citation, report = article(author=(*ONE, person)), Report()
    (again,) = loads(dumps([citation], "ris", report=report), "ris")
    assert again.author == citation.author
    assert "author" not in report.lost()


def lines(citation: Citation, **settings: object) -> list[tuple[str, str]]:
    """Return the tags and values of a record."""
    text = Ris(settings).write(citation)
    assert text.endswith("\r\n")
    return [(line[:2], line[6:]) for line in text[:-2].split("\r\n")]


def is_grammatical(text: str) -> bool:
    """Return whether a record is lines of tag and value, ``TY`` first and once, ``ER`` last and once, none empty."""
    rows = text.removesuffix("\r\n").split("\r\n")
    tags = [row[:2] for row in rows]
    whole = all(map(LINE.fullmatch, rows)) and all(row[6:].strip() for row in rows[:-1])
    return whole and tags[0] == "TY" and tags[-1] == "ER" and tags.count("TY") == tags.count("ER") == 1


@SETTINGS
@given(citation=citations(wild=True))
def test_any_citation_is_grammatical(citation: Citation) -> None:
    """Whatever a citation holds, its record has one ``TY`` and one ``ER``, and no line without a tag or a value."""
    for target in TARGETS:
        text = Ris({"target": target}).write(citation)
        assert is_grammatical(text), target
        tags = [row[:2] for row in text.split("\r\n") if row[:2] in ("IS", "AN", "C7")]
        assert tags == sorted(tags, key=lambda tag: tag == "IS"), "JabRef takes the last of them for the issue"


def test_every_type() -> None:
    """All 45 types of CSL are written; one that is read as another is reported."""
    for kind, tag in WRITE_TYPES.items():
        writer = Ris()
        assert writer.write(Citation(type=kind, title="T")).startswith(f"TY  - {tag}\r\n")  # type: ignore[arg-type]
        assert (READ_TYPES[tag] != kind) == ("type" in dict(writer.losses))


def test_long_values() -> None:
    """An abstract of a million characters stays on one line, and 3,000 authors have one each."""
    names = tuple(Name(family=f"Family{number}", given="A") for number in range(3000))
    text = "Words and words. " * 60_000
    found = lines(article(author=names, abstract=(AbstractSection(paragraphs=(text.strip(),)),)))
    assert [tag for tag, _ in found].count("AU") == 3000
    assert ("AB", text.strip()) in found


def test_records_stand_apart() -> None:
    """Records are parted by an empty line, lines end with CR LF, and there is no byte-order mark."""
    data = dumps([article(), article()], "ris").encode()
    assert data.startswith(b"TY  - JOUR\r\n")
    assert data.count(b"ER  - \r\n\r\nTY  - ") == 1
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.long
@pytest.mark.parametrize("kind", ["pubmed-text", "pubmed-summary"])
def test_corpus(kind: str) -> None:
    """Every record of every real export of PubMed is grammatical, and its numbers are plausible."""
    for path in needed_exports(kind):
        for citation in load(path, report=Report()):
            text = Ris().write(citation)
            assert is_grammatical(text), path.name
            assert text.count("\r\nSP  - ") < 2, path.name


@pytest.mark.parametrize("page", ["9-Dec", "Dec-09", "9-Dez.", "i-May"])
def test_what_a_spreadsheet_made_of_pages_stays_whole(page: str) -> None:
    """A month is no last page: the value stands in one tag, as the reader of the table reported it."""
    assert ("SP", page) in lines(article(page=page))
    assert "EP" not in dict(lines(article(page=page)))
    assert loads(dumps([article(page=page)], "ris"), "ris")[0].page == page


@pytest.mark.parametrize("page", ["e9-e12", "ix-xiv", "S9-S12", "A-12", "12A-B"])
def test_letters_in_pages_are_no_months(page: str) -> None:
    """Roman numerals, supplements and sections are first and last page still."""
    first, _, last = page.partition("-")
    assert ("SP", first) in lines(article(page=page))
    assert ("EP", last) in lines(article(page=page))


def test_publication_types_of_what_has_no_type() -> None:
    """They are told as lost where the type that is read has a genre in their place, and not read as that."""
    report = Report()
    (again,) = loads(dumps([Citation(type="treaty", publication_types=("Accord",))], "ris", report=report), "ris")

    assert ("", (), {"type", "publication_types"}) == (again.genre, again.publication_types, set(report.lost()))


def test_one_tag_for_the_day_of_access() -> None:
    """The hour of the last access stands in the source's own tag, without a second one, at which Citation.js fails."""
    with_hour = load(io.BytesIO(b"TY  - ELEC\nTI  - A page\nY2  - 2024/06/28/12:00:01\nER  - \n"), "ris")[0]
    assert with_hour.accessed == Date(year=2024, month=6, day=28, literal="2024-06-28 12:00:01")
    written = dumps([with_hour], "ris")
    assert (written.count("Y2  - "), written.count("Y2  - 2024/06/28/12:00:01\r\n")) == (1, 1)
    assert loads(written, "ris") == [with_hour]


def test_a_conference_alone() -> None:
    """Without proceedings and a publisher, ``T2`` and ``CY`` are those of the conference, as EndNote has them."""
    made = Citation(type="paper-conference", title="Kelp", event_title="Tide Congress", event_place="Riga")
    assert {"T2  - Tide Congress", "CY  - Riga"} <= set(dumps([made], "ris").splitlines())
    text = dumps([replace(made, publisher_place="Bonn")], "ris")
    assert {"C1  - Bonn", "CY  - Riga"} <= set(text.splitlines())


def test_a_page_of_what_is_read_as_a_manuscript() -> None:
    """One page of an article in no journal is read as an extent, which is told; several are not."""
    told = [Report(), Report()]
    for page, report in zip(("12", "12-14"), told, strict=True):
        dumps([Citation(type="article", title="Kelp", page=page)], "ris", report=report)

    assert [{"type", "page", "number_of_pages"}, {"type"}] == [set(report.lost()) for report in told]


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        (Citation(container_title_short="J Tides"), {"container_title"}),
        (Citation(event_title="Days of Tides"), {"event_title", "container_title"}),
        (Citation(type="paper-conference", event_place="Riga"), {"event_place", "publisher_place"}),
        (Citation(type="book", event_title="Days of Tides", collection_title="Papers"), {"event_title"}),
        (Citation(type="book", event_title="Days of Tides"), {"event_title"}),
        (Citation(archive="Tidal Archive"), {"archive", "source"}),
        (Citation(number_of_references="many"), {"number_of_references"}),
        (Citation(publisher="Press  PY  - 1999"), {"publisher"}),
        (Citation(author=(Name(family="Lind  PU  - x", given="P"),)), {"author"}),
        (Citation(author=(Name(literal="et al."),)), {"author", "et_al"}),
        (Citation(author=(Name(literal="Others"),)), {"author", "et_al"}),
        (Citation(author=(Name(literal="Tides Group and others"),)), {"author", "et_al"}),
        (Citation(author=(Name(literal="Tides Group*"),)), {"author"}),
        (Citation(volume="\u00a01\u00a0"), {"volume"}),
        (Citation(author=(Name(family="Lind\u00a0", given="Per"),)), {"author"}),
        (Citation(language=("en; no", "sv")), {"language"}),
        (Citation(accessed=Date(literal="at 12:01")), {"accessed"}),
        (Citation(pmid="90000001"), {"source"}),
        (Citation(type="article-journal", page="53-"), {"page"}),
        (Citation(title="Tides."), {"title"}),
        (Citation(title="T", type="software", edition="2nd"), {"edition", "version"}),
        (Citation(title="T", type="pamphlet", number_of_pages="8"), set()),
        (Citation(title="T", issued=Date(month=3)), {"issued"}),
    ],
)
def test_what_is_read_as_something_else_is_told(citation: Citation, told: set[str]) -> None:
    """Each field that a reader finds otherwise than it was is reported."""
    report, stream = Report(), io.BytesIO()
    dump([citation], stream, "ris", report=report)
    (again,) = load(io.BytesIO(stream.getvalue()), "ris", report=Report())
    assert {field for field in FIELDS if getattr(again, field) != getattr(citation, field)} <= told
    assert {field.partition(".")[0] for field in report.lost()} == told


def test_number_of_an_article_beside_its_pages() -> None:
    """JabRef has one tag for both, which the pages take."""
    report = Report()
    citation = Citation(type="article-journal", page="3-4", number="e12")
    text = dumps([citation], "ris", report=report, ris_target="jabref")

    assert "e12" not in text
    assert ["number"] == list(report.lost())


def test_one_tag_for_the_date() -> None:
    """The hour of the date stands in the source's own tag, in the place of the date."""
    text = b"TY  - ELEC\nTI  - A page\nDA  - 2019/08/12/\nPY  - 2019\nDA  - 2019/08/12/T23:47:35.648Z\nER  - \n"
    (with_hour,) = load(io.BytesIO(text), "ris")
    written = dumps([with_hour], "ris")

    assert ["DA  - 2019/08/12/T23:47:35.648Z"] == re.findall("DA  - .*(?=\r)", written)
    assert [with_hour] == loads(written, "ris")


def test_hours_of_two_dates() -> None:
    """Of two hours of a day one stands in the place of the date, and the other is kept."""
    days = ("2019/08/12/T23:47:35Z", "2019/08/12/T23:48:35Z")
    text = "TY  - ELEC\nTI  - A page\n" + "".join(f"DA  - {day}\n" for day in days) + "ER  - \n"
    (citation,) = loads(text, "ris")

    assert all(f"DA  - {day}\r" in dumps([citation], "ris") for day in days)


def test_characters_that_could_not_be_read() -> None:
    """U+FFFD, which programs refuse or show as a box, becomes a question mark, and that is told of each field."""
    told: list[Diagnostic] = []
    citation = article(title="A tr\ufffdal", author=(Name(family="Mir\ufffd"),))
    written = dumps([citation], "ris", report=Report(told.append))

    assert "\ufffd" not in written
    assert "TI  - A tr?al\r\n" in written
    assert {"title", "author"} == {each.field for each in told if "U+FFFD" in each.message}


OSLO = (Affiliation(text="Oslo"),)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"pmid": "12x"}, "pmid: is no number"),
        ({"pmcid": "12"}, "pmcid: is no PMCID"),
        ({"manuscript_id": "x y"}, "manuscript_id: x y is no number of a manuscript"),
        ({"doi": "10.5555/x y"}, "doi: '10.5555/x y' is no DOI"),
        (
            {"identifiers": (Identifier(kind="pdf-url", value="https://example.org/a.pdf"),)},
            "identifiers: the first address will be read as the one of the work",
        ),
        (
            {"author": (Name(family="Lind", given="P", affiliations=OSLO * 2),)},
            "author.affiliations: an address stands once",
        ),
        (
            {"author": (Name(family="Lind", given="P"), Name(family="Wei", given="R", affiliations=OSLO))},
            "author.affiliations: the addresses stand there, but not whose they are",
        ),
        ({"url": "https://x.org ftp://y.org"}, "url: holds several addresses, which are read as such"),
        ({"page": "5-5"}, "page: will be read as one page"),
        ({"page": "5-"}, "page: is read without the dash at its end"),
        ({"page": "11-9"}, "page: 11-9 is written as 11-19"),
        ({"page": "11--19"}, "page: 11--19 is written as 11-19"),
        ({"page": "9-5"}, ""),
    ],
)
def test_what_is_not_written_as_it_is_is_told(fields: dict[str, Any], told: str) -> None:
    """Each value that is left out, changed or read as another is told with the reason; else nothing is."""
    report = Report()
    dumps([Citation(type="article-journal", title="T", source="PubMed", **fields)], "ris", report=report)

    assert [tally.first.message for tally in report.tallies.values()] == [told] * bool(told)
