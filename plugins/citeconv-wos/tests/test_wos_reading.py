"""What the tags become: by golden files, and value by value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from citeconv import Abstract, AbstractSection, Citation, Date, Name, Report, dumps, load, loads
from citeconv.citation import FIELDS, CitationType
from citeconv.values.databases import WOS_TYPES
from citeconv_wos.reading import read_date, read_name
from citeconv_wos.tags import DOCUMENTS, GROUPS, LISTS, NAMES, TEXT

GOLDEN = Path(__file__).parent / "golden"
INPUTS = sorted(path for path in GOLDEN.iterdir() if path.suffix in (".ciw", ".isi"))
INPUTS.append(Path(__file__).parent / "samples" / "savedrecs.txt")


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_golden(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each quirk is read, recognised by its content, as the golden file has it."""
    golden(GOLDEN / f"{path.name}.jsonl", dumps(load(path, report=Report()), "jsonl"))


def test_tables_name_fields() -> None:
    """Every tag of the tables goes to a field that there is, every type to one of CSL's."""
    assert {*TEXT.values(), *NAMES.values(), *GROUPS.values(), *LISTS.values()} <= set(FIELDS)
    assert {*WOS_TYPES.values(), *DOCUMENTS.values()} <= set(get_args(CitationType))


@pytest.mark.parametrize(
    ("year", "rest", "expected"),
    [
        ("2020", "DEC 16", Date(year=2020, month=12, day=16)),
        ("2020", "DEC 16 2020", Date(year=2020, month=12, day=16)),
        ("2020", "2020-Dec", Date(year=2020, month=12)),
        ("2020", "NOV-DEC", Date(year=2020, month=11, end=Date(year=2020, month=12))),
        ("2020", "WIN", Date(year=2020, season=4)),
        ("2006", "04 2006", Date(year=2006, month=4)),
        ("2006", "2006", Date(year=2006)),
        ("", "OCT 07-10, 2018", Date(year=2018, month=10, day=7, end=Date(year=2018, month=10, day=10))),
        ("", "SEP, 2017", Date(year=2017, month=9)),
        ("2013", "FAL-WIN 2013", Date(year=2013, season=3, end=Date(year=2013, season=4))),
        ("2006", "SPR 1999", Date(year=2006, literal="SPR 1999")),
        ("2006", "some day", Date(year=2006, literal="some day")),
        ("in press", "DEC", Date(literal="in press DEC")),
        ("206", "", Date(literal="206")),
    ],
)
def test_dates(year: str, rest: str, expected: Date) -> None:
    """Year and the rest are one date; what contradicts the year keeps its wording."""
    assert expected == read_date(year, rest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zheng, Y", Name(family="Zheng", given="Y")),
        ("Zhu, HB", Name(family="Zhu", given="H B")),
        ("Gamernyk, R.V.", Name(family="Gamernyk", given="R V")),
        ("Gamernyk, R. V", Name(family="Gamernyk", given="R V")),
        ("Zhu, H. -B.", Name(family="Zhu", given="H-B")),
        ("Lind, Ann -Kristin", Name(family="Lind", given="Ann-Kristin")),
        ("TIDES - Shelf Group", Name(literal="TIDES - Shelf Group")),
        ("Zhu, ÖB", Name(family="Zhu", given="Ö B")),
        ("Zhu, Hai-Bin", Name(family="Zhu", given="Hai-Bin")),
        ("[Anonymous]", Name(literal="[Anonymous]")),
    ],
)
def test_names(text: str, expected: Name) -> None:
    """Initials stand apart and without full stops; a name without a comma is a group."""
    assert expected == read_name(text)


def one(text: str, kind: str = "J") -> Citation:
    """Return the citation of one record."""
    return loads(f"FN X\nVR 1.0\nPT {kind}\n{text}\nER\n\nEF\n", "wos", report=Report())[0]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("EA JUN 2020", Date(year=2020, month=6)),
        ("PY 2021\nEA JUN 2020", Date(year=2021)),
        ("EA soon", None),
    ],
)
def test_what_no_issue_has_yet_is_cited_by_the_day_online(tags: str, expected: Date | None) -> None:
    """An article in early access has no year of its own, and is cited by that of ``EA``; one in an issue is not."""
    assert expected == one(f"TI T\n{tags}").issued


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("J", "DT Data set", "dataset"),
        ("J", "SO Tides", "article-journal"),
        ("J", "SO Tides\nCT Days of Moss", "article-journal"),
        ("S", "SO Moss", "chapter"),
        ("S", "SO Moss\nCT Days of Moss", "paper-conference"),
        ("B", "SO Moss", "chapter"),
        ("B", "SO T", "book"),
        ("B", "SO t.", "book"),
        ("B", "PU Fjord", "book"),
        ("B", "SO T\nCT Days of Moss", "paper-conference"),
        ("B", "SO Moss\nDT Book", "book"),
        ("B", "SO T\nDT Review; Proceedings Paper", "paper-conference"),
        ("C", "SO Moss", "paper-conference"),
        ("P", "PN NO1234", "patent"),
        ("Journal", "SO Tides", "article-journal"),
        ("Chapter", "SO Moss", "chapter"),
        ("R", "SO Shelf Survey", "dataset"),
        ("X", "SO Moss", "document"),
        ("Xylem", "SO Moss", "document"),
        ("X", "SO Moss\nCT Days of Moss", "paper-conference"),
    ],
)
def test_types(kind: str, text: str, expected: str) -> None:
    """The kind of publication, the type of document, a conference, and a book that is the source tell it."""
    found = one(f"TI T\n{text}", kind)

    assert found.type == expected
    assert (("wos:PT", kind) in found.extra) == (kind[0] == "X")


@pytest.mark.parametrize(
    ("text", "page", "number", "kept"),
    [
        ("BP 11\nEP 19", "11-19", "", []),
        ("BP 11\nEP 11", "11", "", []),
        ("PS 11-9", "11-19", "", []),
        ("BP 11\nEP 20\nPS 11-19", "11-19", "", ["20"]),
        ("PS e1234", "", "e1234", []),
    ],
)
def test_pages(text: str, page: str, number: str, kept: list[str]) -> None:
    """First and last page, or both in one tag; what contradicts that is kept."""
    found = one(f"TI T\n{text}")

    assert (page, number, kept) == (found.page, found.number, [value for _, value in found.extra])


def test_titles_end_without_a_stop() -> None:
    """But an ellipsis is none."""
    assert ["Moss", "Moss..."] == [one(f"TI {title}").title for title in ("Moss.", "Moss...")]


def test_a_conference_at_the_turn_of_the_year() -> None:
    """Its days are read, though the two years differ."""
    found = one("TI T\nCY DEC 30, 2019-JAN 02, 2020").event_date

    assert found == Date(year=2019, month=12, day=30, end=Date(year=2020, month=1, day=2))


def test_address_of_an_author_who_is_none() -> None:
    """An address is kept where none of its authors is one of the record, and who of them is not is told."""
    citation = one("AU Lind, P\nTI T\nC1 [Nobody, N] Nowhere.\n   [Lind, P; Other, O] Here.")

    assert [each.text for each in citation.author[0].affiliations] == ["Here"]
    assert citation.extra == (("wos:C1", "[Nobody, N] Nowhere."), ("wos:C1", "[Other, O] Here."))


def test_addresses_without_names_are_the_first_authors_which_is_noted() -> None:
    """Old records do not say who works where."""
    report = Report()
    notes: list[str] = []
    report.listen(lambda each: notes.append(each.message))
    found = loads("FN X\nPT J\nAU Lind, P\n   Okoro, C\nTI T\nC1 Here.\n   There.\nER\n", "wos", report=report)

    assert [each.text for each in found[0].author[0].affiliations] == ["Here", "There"]
    assert any("given to the first" in note for note in notes)


def test_e_mails_that_nobody_owns_are_kept() -> None:
    """Two e-mails and one corresponding author: whose they are is not known."""
    citation = one("AU Lind, P\n   Okoro, C\nTI T\nRP Lind, P (reprint author), Here.\nEM a@x.org; b@x.org")

    assert citation.author[0].corresponding
    assert [value for tag, value in citation.extra if tag == "wos:EM"] == ["a@x.org; b@x.org"]


def test_e_mails_go_to_whom_they_name() -> None:
    """One for each author, or the family name, without accents, in the address, tells whose it is."""
    text = "AU Lind, P\n   Björkås, CE\n   Wei, R\nTI T\nRP Lind, P (reprint author), Here.\nEM "
    each = one(f"{text}p@x.org; c.bjorkas@x.org; rw@x.org")
    some = one(f"{text}rw@x.org; c.bjorkas@x.org")

    assert [name.email for name in each.author] == ["p@x.org", "c.bjorkas@x.org", "rw@x.org"]
    assert [name.email for name in some.author] == ["", "c.bjorkas@x.org", ""]
    assert ("wos:EM", "rw@x.org") in some.extra


def test_an_initial_that_a_comma_cuts_off() -> None:
    """``Lind, Per, V`` is Per V. Lind if the short name says so, else the fifth; his addresses name him so, too."""
    people = "AU Lind, PV\n   Wei, R\nAF Lind, Per, V\n   Wei, Rong, V\nTI T\nC1 [Lind, Per, V] Univ X.\n"
    (found,) = loads(f"FN x\nVR 1.0\nPT J\n{people}ER\nEF\n", "wos")

    assert [("Per V", ""), ("Rong", "V")] == [(one.given, one.suffix) for one in found.author]
    assert ["Univ X"] == [place.text for place in found.author[0].affiliations]


def test_full_names_without_commas() -> None:
    """The short name tells the family name, be it the first or the last word; one of another author changes nothing."""
    citation = one("AU Jiang, LY\n   Wei, R\n   Roe, A\nAF Jiang Liuyun\n   Rong Wei\n   Roe Berta\nTI T")
    assert citation.author[:2] == (Name(family="Jiang", given="Liuyun"), Name(family="Wei", given="Rong"))
    assert (Name(literal="Roe Berta"), (("wos:AU", "Roe, A"),)) == (citation.author[2], citation.extra)


def test_accents_that_only_the_short_name_has() -> None:
    """The family name is taken with its accents; the full name as it stood is kept."""
    citation = one("AU Björkås, CE\n   Größ, R\nAF Bjorkas, Carl Erik\n   Groess, Rong\nTI T")

    assert citation.author == (Name(family="Björkås", given="Carl Erik"), Name(family="Größ", given="Rong"))
    assert citation.extra == (("wos:AF", "Bjorkas, Carl Erik"), ("wos:AF", "Groess, Rong"))


def test_addresses_of_authors_whose_accents_are_spelt_out() -> None:
    """An address names its author as the full name stands, with ``ss`` for a letter that the short name has."""
    citation = one("AU Lind, P\n   Größ, R\nAF Lind, Per\n   Groess, Rong\nTI T\nC1 [Groess, Rong] Univ X, Oslo.")

    assert [(), ("Univ X, Oslo",)] == [tuple(each.text for each in name.affiliations) for name in citation.author]
    assert citation.extra == (("wos:AF", "Groess, Rong"),)


def test_counts_are_the_annotation() -> None:
    """What is counted, and on which day, stands with its label, in the order of the table."""
    citation = one("AU Lind, P\nTI T\nTC 3\nZ9 4\nU1 0\nOA gold\nDA 2024-05-06\nSP Tide Society\n   Shelf Fund")

    assert citation.annote == (
        "Times Cited in Web of Science Core Collection: 3; Total Times Cited: 4; Usage Count (Last 180 Days): 0; "
        "Open Access: gold; Date of Export: 2024-05-06"
    )
    assert [name.literal for name in citation.organizer] == ["Tide Society", "Shelf Fund"]
    assert not citation.extra


def test_groups_have_addresses() -> None:
    """A group may stand before an address, too."""
    citation = one("AU Lind, P\nCA Tide Study Group\nTI T\nC1 [Tide Study Group] North Coll, Northtown.")

    assert citation.author[1].literal == "Tide Study Group"
    assert citation.author[1].affiliations[0].text == "North Coll, Northtown"


def test_labels_behind_numbers() -> None:
    """Scopus's files that a program has turned round have them; what holds no digit is no number of a book."""
    citation = one("TI Tides\nSN 00000019 (ISSN); 9780000000019 (ISBN)\nBN *********")

    assert [issn.value for issn in citation.issn] == ["0000-0019"]
    assert citation.isbn == ("9780000000019",)
    assert citation.extra == (("wos:BN", "*********"),)


def test_nothing_but_a_type_is_rejected() -> None:
    """A record needs a tag besides its type."""
    report = Report()
    assert loads("FN X\nVR 1.0\nPT J\nTI T\nER\n\nPT J\nER\n", "wos", report=report)
    assert report.inputs[0].rejected == 1


def test_titles_and_abstracts_in_other_languages() -> None:
    """SciELO has them in Spanish, Portuguese and others, and keywords, too."""
    citation = one("AU Lind, P\nTI Tides\nX1 Mareas\nX4 Un resumen.\nX5 mares; costas\nY4 Um resumo.\nZ1 Gezeiten")

    assert citation.original_title == "Mareas"
    assert [(each.language, each.sections[0].paragraphs) for each in citation.other_abstracts] == [
        ("es", ("Un resumen.",)), ("pt", ("Um resumo.",))
    ]  # fmt: skip
    assert [keyword.text for keyword in citation.keyword] == ["mares", "costas"]
    assert citation.extra == (("wos:Z1", "Gezeiten"),)


def test_abstract_in_korean() -> None:
    """The Korean Journal Database has one beside the English abstract, with a tag of its own."""
    citation = one("AU Lind, P\nTI Tides\nZ1 조석\nAB An abstract.\nAK 초록이다.")

    assert citation.original_title == "조석"
    assert citation.other_abstracts == (
        Abstract(kind="translated", language="ko", sections=(AbstractSection(paragraphs=("초록이다.",)),)),
    )
    assert not citation.extra


def test_names_with_two_commas() -> None:
    """SciELO has two in some names, in the addresses as well."""
    citation = one("AU Lind-Roe,, Per\nTI Tides\nC1 [Lind-Roe,, Per] Shelf Univ, Norway.")

    assert citation.author[0].affiliations[0].text == "Shelf Univ, Norway"
    assert not citation.extra


def test_collection_and_categories_of_scielo() -> None:
    """SciELO names its national collection, and categories beside the research areas, each of which stands once."""
    citation = one(
        "AU Lind, P\nTI Tides\nSC Oceanography; Tidal Medicine\nEC Medicine, Tidal; Oceanography\nC2 SciELO North"
    )

    assert citation.categories == ("Oceanography", "Tidal Medicine", "Medicine, Tidal")
    assert (citation.source, citation.extra) == ("SciELO North", ())


def test_record_without_its_end() -> None:
    """Where others have one, the file may be cut off, which is told."""
    report = Report()
    one = "PT J\nTI Tides\nPY 2019\n"

    found = loads(f"FN Clarivate Analytics Web of Science\nVR 1.0\n{one}ER\n\n{one}AB The shelf is", report=report)

    told = [(tally.first.line, tally.first.message) for tally in report.tallies.values()]
    assert (2, [(8, "no ER at its end, which others have: it may be cut short")]) == (len(found), told)


def test_reviews_behind_the_doi() -> None:
    """The first of several DOIs is the record's, the others are kept; a full stop behind it is none of its signs."""
    citation = one("AU Lind, P\nTI Tides\nDI 10.5555/tides.1; 10.5555/tides.1.r001; 10.5555/tides.1.r002;")
    assert citation.doi == "10.5555/tides.1"
    assert citation.extra == (("wos:DI", "10.5555/tides.1.r001; 10.5555/tides.1.r002"),)
    assert one("AU Lind, P\nTI Tides\nDI 10.5555/tides.1.").doi == "10.5555/tides.1"


def test_a_doi_of_a_part_of_a_registrant() -> None:
    """The prefix of a DOI may have parts of its own."""
    assert one("AU Lind, P\nTI Tides\nDI 10.5555.10/tides.1").doi == "10.5555.10/tides.1"


def test_a_word_of_the_database_before_a_record() -> None:
    """The word ``null`` that it writes between some records belongs to none."""
    first, second = loads("PT J\nTI Tides\nUT WOS:1\nER\n\nnullnullPT J\nTI Salt\nUT WOS:2\nER\n\nEF", "wos")
    assert (first.title, first.extra, second.title, second.extra) == ("Tides", (), "Salt", ())


def test_a_conference_said_twice() -> None:
    """Its title, place and days stand twice in some records, with nothing between."""
    lines = ["CT 9th Tides Meeting", "CL North Bay, NORWAY", "CY MAY 3-4, 2019"]
    found = one("TI T\n" + "\n".join([f"{line}{line[3:]}" for line in lines]))
    assert (found.event_title, found.event_place) == ("9th Tides Meeting", "North Bay, NORWAY")
    assert found.event_date == Date(year=2019, month=5, day=3, end=Date(year=2019, month=5, day=4))
    assert one("TI T\nCY 20192019").event_date == Date(year=2019)


def test_languages() -> None:
    """Several languages have but blanks between in some records."""
    for lines in ("English French", "English; French"):
        assert ("en", "fr") == one(f"TI T\nLA {lines}").language


def test_patent() -> None:
    """Derwent's number is the patent's, its assignee the publisher; inventors have no comma, and no place is told."""
    lines = "PN US7654321-B2; EP123-A1\nTI Tide gauge.\nAU LIND PV\n   BERG A\nAE SHELF INC (SHEL-C)\nIP G01F-023/00\n"
    patent = one(f"{lines}PD US7654321-B2   08 Jun 2010   G01F-023/00   Pages: 14\nPI US12345 01 Jan 2008\n", "P")
    assert ("US7654321-B2", "SHELF INC (SHEL-C)", "") == (patent.number, patent.publisher, patent.publisher_place)
    assert (Name(family="LIND", given="P V"), Name(family="BERG", given="A")) == patent.author
    assert (Date(year=2010, month=6, day=8), ("G01F-023/00",)) == (patent.issued, patent.categories)
    assert {"wos:PN", "wos:PD", "wos:PI"} == {tag for tag, _ in patent.extra}


def test_authors_of_a_book_beside_a_group() -> None:
    """The short name of whom another tag names in full says nothing more."""
    chapter = one("TI T\nSO S\nBA Lind, P\nBF Lind, Per\nGP Shelf Society\n", "B")
    assert (Name(literal="Shelf Society"), Name(family="Lind", given="Per")) == chapter.container_author
    assert () == chapter.extra


def test_medline() -> None:
    """Records of MEDLINE have NLM's number of the journal, the state of the record, an Epub date, another abstract."""
    found = one("PT J\nTI Tides\nAB One.\nA2 Another.\nPE 08 Apr 2015\nJC 101765110\nSA PubMed-not-MEDLINE")
    assert (found.nlm_unique_id, found.indexing_status) == ("101765110", "PubMed-not-MEDLINE")
    assert found.available_date == Date(year=2015, month=4, day=8)
    assert found.other_abstracts == (Abstract(sections=(AbstractSection(paragraphs=("Another.",)),)),)
    assert found.extra == ()


def test_fields_of_nlm_in_medline() -> None:
    """Full stops part headings, substances, grants and comments; a translated title has no brackets."""
    found = one(
        "PT J\nTI [Tides and salt].\nMH Aged. Dementia / *immunology; physiopathology. *Yoga\n"
        "CN 0 / Sea Salts. 7647-14-5 / Sodium Chloride\n"
        "GI MC/J1 / Tidal Council. / Salt Fund. AG-1 / St. Olaf Trust\n"
        "NO Comment in: Brine. 2010 May;24(4):529-30 / PMID: 90000001. Erratum in: Brine. 2011;1:2.\n"
        "UT MEDLINE:90000002"
    )
    aged, dementia, yoga = found.subjects
    assert ("Aged", False, ()) == (aged.term, aged.major, aged.qualifiers)
    assert ("Dementia", [("immunology", True), ("physiopathology", False)]) == (
        dementia.term, [(each.term, each.major) for each in dementia.qualifiers]
    )  # fmt: skip
    assert ("Yoga", True) == (yoga.term, yoga.major)
    assert [("0", "Sea Salts"), ("7647-14-5", "Sodium Chloride")] == [
        (each.registry_number, each.name) for each in found.chemicals
    ]
    assert [("MC/J1", "Tidal Council"), ("", "Salt Fund"), ("AG-1", "St. Olaf Trust")] == [
        (each.number, each.agency) for each in found.grants
    ]
    assert [("comment-in", "90000001"), ("erratum-in", "")] == [(each.kind, each.pmid) for each in found.related]
    assert ("Tides and salt", "90000002", ()) == (found.title, found.pmid, found.extra)


def test_fields_of_nlm_in_another_form() -> None:
    """What is no substance, grant or comment stands beside, and what other databases have under these tags, too."""
    found = one("PT J\nTI Tides\nCN Salt\nGI Of many\nNO Read by many\nUT MEDLINE:90000002")
    assert (("wos:CN", "Salt"), ("wos:GI", "Of many"), ("wos:NO", "Read by many")) == found.extra
    assert (("wos:MH", "Salt. Tides"),) == one("PT J\nTI Tides\nMH Salt. Tides\nUT WOS:000000000000002").extra


def test_older_exports() -> None:
    """An e-mail address a line without semicolons; an article's number in the place of the DOI."""
    found = one("PT J\nAU Lind, P\n   Wei, R\nTI Tides\nEM lind@example.org\n   wei@example.org\nDI ARTN 068701")
    assert [author.email for author in found.author] == ["lind@example.org", "wei@example.org"]
    assert (found.number, found.doi, found.extra) == ("068701", "", ())


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("UNSP e02538", ("e02538", "")),
        ("PII S0304-3800(02)00256-9", ("", "S0304-3800(02)00256-9")),
        ("PII", ("PII", "")),
        ("PMID x", ("PMID x", "")),
    ],
)
@pytest.mark.parametrize("tag", ["AR", "DI"])
def test_numbers_of_articles_with_a_word_before(tag: str, number: str, expected: tuple[str, str]) -> None:
    """The word for a number of no known kind is no part of it; the publisher's own is its identifier."""
    found = one(f"TI Tides\n{tag} {number}")
    kept = tag == "DI" and expected[0] == number
    assert (found.number, found.pii) == (("", "") if kept else expected)


def test_number_of_pubmed_in_the_place_of_an_articles() -> None:
    """Where an article has no number, PubMed's may stand."""
    found = one("TI Tides\nAR PMID 90000001")
    assert (found.number, found.pmid) == ("", "90000001")


def test_nobody() -> None:
    """Where there is no author, the database says so; of old records nobody has counted the pages."""
    found = one("AU [Anonymous]\nAF [Anonymous]\nBE ,\nTI Tides\nPG 0")
    assert (found.author, found.number_of_pages) == ((), "")
    assert found.extra == (("wos:AU", "[Anonymous]"), ("wos:AF", "[Anonymous]"), ("wos:BE", ","), ("wos:PG", "0"))


def test_epub_behind_the_date() -> None:
    """Records of MEDLINE have the date of the publication on the web behind the other."""
    found = one("TI Tides\nPY 2008\nPD 2008 Dec (Epub 2008 Aug 14)")
    assert (found.issued, found.available_date) == (Date(year=2008, month=12), Date(year=2008, month=8, day=14))


def record(*lines: str) -> Citation:
    """Return the citation in a record with these lines."""
    text = "\n".join(["FN Clarivate Analytics Web of Science", "VR 1.0", *lines, "TI T", "ER", "", "EF", ""])
    [found] = loads(text, "wos", report=Report())
    return found


@pytest.mark.parametrize("full", [["Lind, Per"], ["Lind, Per", "Wei, Rong", "Roe, Ann"]])
def test_mail_behind_short_names_that_are_not_those_in_full(full: list[str]) -> None:
    """Where there are more or fewer, an address stands with its name, and is given to nobody."""
    found = record(
        "PT J", "AU Lind, P", "   Wei, R (wei@example.org)", f"AF {full[0]}", *[f"   {one}" for one in full[1:]]
    )
    assert [(name.given, name.email) for name in found.author] == [(one.partition(", ")[2], "") for one in full]
    assert found.extra == (("wos:AU", "Lind, P"), ("wos:AU", "Wei, R"), ("wos:AU", "wei@example.org"))


def test_authors_of_a_book_beside_those_in_full() -> None:
    """Short names say nothing more, but for one that nobody has in full; a PMID that is none is kept."""
    found = record("PT B", "BA Roe, A", "   Salt, B", "BF Roe, Ann", "PM none")
    assert found.container_author == (Name(family="Roe", given="Ann"),)
    assert (found.pmid, found.extra) == ("", (("wos:BA", "Salt, B"), ("wos:PM", "none")))


def test_a_book_that_is_its_own_source() -> None:
    """The title stands there once more, with or without its stop: it does not hold the book, as another would."""
    assert [one(f"TI Ten tides.\nSO {text}", "B").container_title for text in ("Ten tides", "Salt")] == ["", "Salt"]


def test_date_of_a_patent_in_biosis() -> None:
    """It stands as of other records, which Derwent's does not."""
    patent = one("TI A gauge\nDT Patent\nPN US 7\nPY 2011\nPD JUN 28 2011\n", "P")
    assert (patent.issued, patent.extra) == (Date(year=2011, month=6, day=28), ())


def test_records_that_are_counted_between() -> None:
    """Old exports that were put into one file have their count before each, which is nothing that a record says."""
    text = "FN ISI Export Format\nVR 1.0\nPT J\nTI Tides\nER\n\nEF\n\nRecord 2 of 2:\n\n"
    first, second = loads(f"{text}FN ISI Export Format\nVR 1.0\nPT J\nTI Salt\nER\n\nEF\n", "wos", report=Report())
    assert (first.extra, second.extra, second.title) == ((), (), "Salt")
