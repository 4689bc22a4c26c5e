"""Ovid's labelled text: the laws of the kit, and what a source line and the links hold."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from citeconv import (
    Affiliation,
    Citation,
    Date,
    Event,
    Identifier,
    Issn,
    Keyword,
    Name,
    Related,
    Report,
    Subject,
    load,
    loads,
)
from citeconv.testing import FormatTests
from citeconv_ris import Ovid
from real_exports import needed_exports

SAMPLES = Path(__file__).parent / "samples-ovid"


class TestOvid(FormatTests):
    """Ovid's labelled text."""

    format = Ovid
    samples = SAMPLES
    passed_over: ClassVar[str] = r"^Link to the .*"


def test_article() -> None:
    """Source and links give journal, place in it, date and identifiers."""
    first = load(SAMPLES / "embase.txt")[0]
    assert first.title == "Tides of the northern shelf: A first look"
    assert first.author == (
        Name(family="Asgeirsdottir", given="B"),
        Name(family="Okonkwo", given="C-A"),
        Name(family="van der Berg", given="A M"),
    )
    assert (first.container_title, first.volume, first.issue, first.page) == (
        "Journal of Imaginary Oceans", "37", "1", "24-26",
    )  # fmt: skip
    assert first.issued == Date(year=2019, month=3, day=1)
    assert (first.doi, first.pmid, first.issn) == ("10.5555/tides.2019.1", "90000001", (Issn(value="1234-5679"),))
    assert Identifier(kind="accession", value="2035000001") in first.identifiers
    assert "Embase" == first.source
    assert not first.extra


def test_conference() -> None:
    """An abstract of a meeting: its name and place, an article number, a range of months; nobody is a group."""
    second = load(SAMPLES / "embase.txt")[1]
    assert (second.container_title, second.event_title, second.event_place) == (
        "Brine", "4th Salt Congress", "Reykjavik Iceland",
    )  # fmt: skip
    assert (second.volume, second.issue, second.page, second.number) == ("4", "Supplement 3", "", "e103511")
    assert second.issued == Date(year=2020, month=9, end=Date(year=2020, month=10))
    assert second.author == (Name(literal="Anonymous"),)


def test_medline_with_full_stops_between() -> None:
    """Items of a list have full stops and two blanks between; names are there in full, too, and before their places."""
    (found,) = loads(
        """<1>
Unique Identifier
  90000004
Authors
  Lind PA.  van der Berg JR Jr.  Wei R.
Authors Full Name
  Lind, Per A.  van der Berg, Jan R Jr.  Wei, Rong.
Institution
  Lind,Per A. Department of Tides, St. Olaf, Reykjavik. lind@example.org.
  van der Berg,Jan R Jr. Department of Salt, Delft.
  Lind,Per A. Shelf Office, Bergen.
Title
  Tides and salt. []
Registry Number/Name of Substance
  0 (Salts (Sea)).  7647-14-5 (Sodium Chloride).  EC 3-4-21-77 (Tidase).
Publication Type
  Journal Article.  Research Support, Non-U.S. Gov't.
Other ID
  Source: NLM. PMC9000001
  Source: NLM. NIHMS900001
Comments
  Comment in: Brine. 2015 May;49(8):2073-5; PMID: 90000005, Erratum in: Brine. 2015 Jun;49(9):9
Date Created
  20150630
Year of Publication
  2015
""",
        "ovid",
    )
    tides = Affiliation(text="Department of Tides, St. Olaf, Reykjavik. lind@example.org.")
    lind = Name(family="Lind", given="Per A", affiliations=(tides, Affiliation(text="Shelf Office, Bergen.")))
    salt = Affiliation(text="Department of Salt, Delft.")
    berg = Name(family="van der Berg", given="Jan R", suffix="Jr", affiliations=(salt,))
    assert (lind, berg, Name(family="Wei", given="Rong")) == found.author
    assert "Tides and salt" == found.title
    assert ("Journal Article", "Research Support, Non-U.S. Gov't") == found.publication_types
    assert [("0", "Salts (Sea)"), ("7647-14-5", "Sodium Chloride"), ("EC 3.4.21.77", "Tidase")] == [
        (each.registry_number, each.name) for each in found.chemicals
    ]
    assert ("PMC9000001", "NIHMS900001") == (found.pmcid, found.manuscript_id)
    assert [
        ("comment-in", "Brine. 2015 May;49(8):2073-5", "90000005"), ("erratum-in", "Brine. 2015 Jun;49(9):9", ""),
    ] == [(each.kind, each.citation, each.pmid) for each in found.related]  # fmt: skip
    assert (Event(kind="record-created", date=Date(year=2015, month=6, day=30)),) == found.history
    assert (Date(year=2015), ()) == (found.issued, found.extra)


COMPLETE = """<1>
Unique Identifier 90000006
Title [Salt and tides]. [German]
Title Comment
  [Comment in: Brine. 2015 May;49(8):2073-5; PMID: 90000005 [https://example.org/90000005]]
[Erratum in: Brine. 2015 Jun;49(9):9]
Original Title
  Salz und Gezeiten.
Source
  Brine Letters. (4)32-9, 1996.
VI 1
Record Owner
  From MEDLINE, a database of the U.S. National Library of Medicine.
Authors
  Lind PA; Wei R.
Authors Full Name
  Lind, Per A; Wei, Rong.
Institution
  Lind, Per A. Department of Tides, Reykjavik.
PMC Identifier
  https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9000001
ISSN Print
  1234-5679
ISSN Linking
  1234-5679
Registry Number/Name of Substance
  0 (Sea Salts). 7647-14-5 (Sodium Chloride).
Publication Type
  Journal Article. Research Support, U.S. Gov't, Non-P.H.S.. Review.
Article Identifier
  S1234-5679(09)1 [pii]
   10.5555/salt.1 [doi]
Publication Status
  ppublish
Publication History Status
  2009/07/06 [received]
Grant Information
  No: P01 1
Organization: (AG) *Tidal Institute*
Country: Iceland

   No: T2
Organization: *Salt Fund*
Cited References
  Brine. 1990;1(2):3-4, PMID: 90000007 [https://example.org/90000007]
Secondary Source AN
  GENBANK/AF900001
Entrez Date
  2005/03/12 09:00
Create Date
  2005/03/12 09:00
Entry Date
  20050519
Electronic Date of Publication
  19960301
Year of Publication
  1996
"""


def test_complete_reference_of_medline() -> None:
    """A few labels have their values beside them; grants and comments have lines that are not indented."""
    (found,) = loads(COMPLETE)
    assert ("90000006", "MEDLINE") == (found.pmid, found.source)
    assert ("Salt and tides", "Salz und Gezeiten", ("de",)) == (found.title, found.original_title, found.language)
    assert ("Brine Letters", "4", "32-39", Date(year=1996)) == (
        found.container_title, found.issue, found.page, found.issued
    )  # fmt: skip
    place = Affiliation(text="Department of Tides, Reykjavik.")
    assert Name(family="Lind", given="Per A", affiliations=(place,)) == found.author[0]
    assert (Issn(value="1234-5679", kind="print"), Issn(value="1234-5679", kind="linking")) == found.issn
    assert ["Sea Salts", "Sodium Chloride"] == [each.name for each in found.chemicals]
    assert ("Journal Article", "Research Support, U.S. Gov't, Non-P.H.S.", "Review") == found.publication_types
    assert ("S1234-5679(09)1", "10.5555/salt.1", "PMC9000001") == (found.pii, found.doi, found.pmcid)
    assert [("P01 1", "AG", "Tidal Institute", "Iceland"), ("T2", "", "Salt Fund", "")] == [
        (each.number, each.acronym, each.agency, each.country) for each in found.grants
    ]
    assert [("comment-in", "90000005"), ("erratum-in", ""), ("cites", "90000007")] == [
        (each.kind, each.pmid) for each in found.related
    ]
    assert [("GENBANK", ("AF900001",))] == [(each.name, each.accession_numbers) for each in found.databanks]
    assert {"received", "pubmed", "entrez", "record-completed"} == {each.kind for each in found.history}
    assert ("ppublish", Date(year=1996, month=3, day=1)) == (found.publication_status, found.available_date)
    assert (("ovid:VI", "1"),) == found.extra


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Article Identifier", "S1 [other]"), ("PMC Identifier", "none"), ("Electronic Date of Publication", "soon"),
        ("Grant Information", "of many"), ("Secondary Source AN", "GENBANK"), ("Record Owner", "Somebody"),
        ("Entry Date", "soon"), ("ISSN Print", "none"),
    ],
)  # fmt: skip
def test_what_a_complete_reference_says_in_another_form_is_kept(label: str, value: str) -> None:
    """It stands beside, under its label."""
    (found,) = loads(f"<1>\nTitle Tides.\n{label}\n  {value}\n", "ovid")
    assert ("Tides", ((f"ovid:{label}", value),)) == (found.title, found.extra)


def test_a_given_name_behind_initials() -> None:
    """Embase has it short behind the initials of others, and without a blank."""
    (found,) = loads("<1>\nAuthors\n  Lind P.A.; Wei N.Chr.; Roe N.F.Mohd.\nTitle\n  Tides.\n", "ovid")
    assert [("Lind", "P A"), ("Wei", "N Chr"), ("Roe", "N F Mohd")] == [(one.family, one.given) for one in found.author]


def test_names_in_full_of_other_people() -> None:
    """Names in full that are not those of the authors stay beside; alone, they are the authors."""
    text = "<1>\nAuthors\n  Lind PA;  Wei R.\nAuthors Full Name\n  Lind, Per A;  Roe, Ann;  Wei, Rong.\n"
    (found,) = loads(text, "ovid")
    assert (Name(family="Lind", given="P A"), Name(family="Wei", given="R")) == found.author
    assert (("ovid:Authors Full Name", "Lind, Per A;  Roe, Ann;  Wei, Rong."),) == found.extra
    (alone,) = loads("<1>\nAuthors Full Name\n  Lind, Per;  Wei, Rong.\nTitle\n  Tides.\n", "ovid")
    assert (Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")) == alone.author


def test_what_medline_says_in_another_form_is_kept() -> None:
    """Substances, numbers and relations of no known form stand beside."""
    (found,) = loads(
        "<1>\nTitle\n  Tides.\nRegistry Number/Name of Substance\n  Salt.\nOther ID\n  CLML 9:9\n"
        "  Source: NLM. PMC9000001 [Available on 10/23/13]\nComments\n  Read by: many\n",
        "ovid",
    )
    assert "PMC9000001" == found.pmcid
    assert {
        ("ovid:Registry Number/Name of Substance", "Salt"), ("ovid:Other ID", "CLML 9:9"),
        ("ovid:Other ID", "Source: NLM. PMC9000001 [Available on 10/23/13]"), ("ovid:Comments", "Read by: many"),
    } == set(found.extra)  # fmt: skip


def test_a_link_that_is_no_address() -> None:
    """Brackets where a host's name belongs are no reason to reject the record; what is told behind them is read."""
    link = "http://[x?id=doi:10.5555/tides.1#top"
    (found,) = loads(f"<1>\nTitle\n  Tides.\nLink to the Ovid Full Text\n  {link}\n", "ovid")
    assert (found.title, found.doi) == ("Tides", "10.5555/tides.1")


def test_a_later_openurl() -> None:
    """There the identifiers stand behind a name of their register."""
    link = "https://example.org/?rft_id=info:doi/10.5555/tides.1&rft_id=info:pmid/90000002"
    (found,) = loads(f"<1>\nTitle\n  Tides.\nLink to the Ovid Full Text\n  {link}\n", "ovid")
    assert ("10.5555/tides.1", "90000002") == (found.doi, found.pmid)


def test_a_cited_work_without_a_pmid() -> None:
    """Its reference is all that is known."""
    (found,) = loads("<1>\nTitle\n  Tides.\nCited References\n  Brine. 1990;1(2):3-4\n", "ovid")
    assert (Related(kind="cites", citation="Brine. 1990;1(2):3-4"),) == found.related


def test_other_labels() -> None:
    """Labels have their fields; one of nobody's stands in extra."""
    third, fourth = load(SAMPLES / "embase.txt")[2:]
    assert (third.volume, third.page) == ("20 Suppl 1", "S126-S130")
    assert third.keyword == (Keyword(text="salt"), Keyword(text="winter"))
    assert third.abstract[0].paragraphs == ("Nothing was found.",)
    assert third.extra == (("ovid:Shelf", "B 12"),)
    assert (fourth.container_title, fourth.volume, fourth.page) == ("Brine and Society", "", "")


def test_journals_at_ovid() -> None:
    """Marks tell whose the institutions are, degrees are no part of a name, the kind none of the title."""
    first, second, *_ = load(SAMPLES / "journals.txt")
    tidal, salt = (
        Affiliation(text="Tidal Institute, Reykjavik, Iceland"),
        Affiliation(text="Department of Salt, Delft, The Netherlands"),
    )
    assert first.author == (
        Name(family="Asgeirsdottir", given="Birna", affiliations=(tidal, salt)),
        Name(family="van der Berg", given="Anna M.", affiliations=(salt,)),
    )
    assert (first.title, first.container_title, first.doi) == (
        "Tides of the northern shelf: A first look", "Journal of Imaginary Oceans", "10.5555/tides.2015.1",
    )  # fmt: skip
    assert (first.volume, first.issue, first.page, first.issued) == ("28", "2", "103-106", Date(year=2015, month=4))
    assert first.publication_types == ("Article", "Original Article:  PDF Only")
    assert (first.language, first.categories, first.nlm_unique_id) == (
        ("en",),
        ("Clinical Medicine", "Science"),
        "8800001",
    )
    assert ["ovid:Score", "ovid:Author"] == [tag for tag, _ in first.extra]
    assert (second.container_title, second.status) == (
        "Journal of Imaginary Oceans", "Publish Ahead of Print, POST ACCEPTANCE",
    )  # fmt: skip
    assert second.issued == Date(year=2015, month=11, day=30)
    assert [1, 0] == [len(author.affiliations) for author in second.author], "marks of nobody tell nothing"


def test_source_lines() -> None:
    """The lines of MEDLINE and PsycINFO, of a chapter and of a book."""
    _, _, medline, chapter, in_book, book = load(SAMPLES / "journals.txt")
    assert (medline.container_title, medline.volume, medline.issue, medline.page) == (
        "J Imag Oceans",
        "12",
        "3",
        "34-40",
    )
    assert (medline.issued, medline.indexing_status) == (Date(year=2012, month=3, day=12), "MEDLINE")
    assert medline.citation_subset == ("AIM", "IM")
    assert (chapter.type, chapter.title, chapter.container_title) == (
        "chapter", "Salt in summer", "Salt through the year",
    )  # fmt: skip
    assert (chapter.volume, chapter.page, chapter.issued) == ("28", "103-106", Date(year=2015, month=4))
    assert (in_book.type, in_book.title, in_book.container_title) == ("chapter", "Salt in autumn", "The book of salt")
    assert (in_book.editor, in_book.page) == ((Name(family="Wei", given="Rong"),), "24-26")
    assert (in_book.number_of_pages, in_book.publisher_place, in_book.publisher) == (
        "xii, 310", "Reykjavik", "Tideways",
    )  # fmt: skip
    assert (book.type, book.title, book.number_of_pages) == ("book", "All of the salt", "58")
    assert book.editor == (Name(family="Wei", given="Rong"),)
    assert not any(each.extra or each.annote for each in (chapter, in_book, book))


def test_export_for_endnote() -> None:
    """Tags mean what the labels do; institutions name their people, a further list of terms repeats the first."""
    first, second = load(SAMPLES / "tags.txt")
    assert [
        ["Tidal Institute, Reykjavik, Iceland"],
        ["Tidal Institute, Reykjavik, Iceland", "Department of Salt, Delft, Netherlands"],
    ] == [[place.text for place in author.affiliations] for author in first.author]
    assert first.author[0].corresponding
    assert (first.event_title, first.event_place) == ("4th Salt Congress", "Iceland")
    assert first.event_date == Date(year=2017, month=4, day=18, end=Date(year=2017, month=4, day=21))
    assert first.keyword == (Keyword(text="salt", major=True), Keyword(text="winter"), Keyword(text="brine"))
    assert first.abstract[0].paragraphs == ("Background: Nothing was known.", "Result(s): Nothing was found.")
    assert (first.doi, first.source, first.language) == ("10.5555/tides.2018.1", "Ovid Technologies; Embase", ("en",))
    assert first.history == (Event(kind="record-created", date=Date(year=2018, month=3, day=27)),)
    assert first.extra == (("ovid:DJ", "conference abstract [other term]"),)
    assert (second.container_title, second.volume, second.page) == ("Brine and Society", "20 Suppl 1", "S126-S130")


def tagged(*lines: str) -> Citation:
    """Return the citation of a record with tags."""
    (found,) = loads("\n".join(["<1. >", "VN  - Ovid Technologies", *lines, ""]), "ovid")
    return found


def test_tags_of_psycinfo() -> None:
    """Places and e-mail stand behind the names; the PMID, the keywords and the country of the publisher have tags."""
    found = tagged(
        "DB  - PsycINFO", "AN  - Peer Reviewed Journal: 2015-00001-001.", "DP  - Sep 2015", "YR  - 2015",
        "AU  - Lind, Per", "AU  - Wei, Rong M", "MA  - Wei, Rong M.: wei@example.org",
        "CQ  - Wei, Rong M.: Shelf College, North", "IN  - Lind, Per: Tide Institute", "",
        "      Wei, Rong M.: Salt Works",
        "SO  - Salt and Mind. Vol.75(2-A(E)),2015, pp. No Pagination Specified.", "IT  - 2049-3630",
        "PU  - Shelf Press; Norway", "PT  - Dissertation Abstract", "PM  - 90000001", "ID  - salt,  tidal memory",
        "PG  - No Pagination Specified",
    )  # fmt: skip
    assert [[place.text for place in author.affiliations] for author in found.author] == [
        ["Tide Institute"],
        ["Salt Works", "Shelf College, North"],
    ]
    assert [(author.email, author.corresponding) for author in found.author] == [("", False), ("wei@example.org", True)]
    assert found.publication_types == ("Peer Reviewed Journal", "Dissertation Abstract")
    assert (found.type, found.pmid, found.issued) == ("thesis", "90000001", Date(year=2015, month=9))
    assert (found.container_title, found.volume, found.issue) == ("Salt and Mind", "75", "2-A(E)")
    assert (found.publisher, found.publisher_place) == ("Shelf Press", "Norway")
    assert found.keyword == (Keyword(text="salt"), Keyword(text="tidal memory"))
    assert found.identifiers == (Identifier(kind="accession", value="2015-00001-001"),)
    assert (found.issn, found.extra) == (
        (Issn(value="2049-3630", kind="electronic"),),
        (("ovid:Pages", "No Pagination Specified"),),
    )


@pytest.mark.parametrize("date", ["January/February 2010", "January-February 2010"])
def test_tags_of_journals_at_ovid(date: str) -> None:
    """The date stands before the volume, subjects have commas between, and links hold identifiers."""
    found = tagged(
        "DB  - Journals@Ovid", "AU  - Lind, Per A. Ph.D., FACSM", "TI  - Ten tides.  [Miscellaneous]",
        f"SO  - Salt, Health & Fitness {date};14(1):56-9", "JC  - 9700001", "DT  - Departments.",
        "SB  - Tides, Salt works.",
        "DI  - 10.5555/tides.1", "XL  - https://ovidsp.ovid.com/ovidweb.cgi?AN=1",
    )  # fmt: skip
    assert (found.title, found.publication_types) == ("Ten tides", ("Miscellaneous", "Departments"))
    assert (found.container_title, found.volume, found.issue, found.page) == (
        "Salt, Health & Fitness", "14", "1", "56-59",
    )  # fmt: skip
    assert found.issued == Date(year=2010, month=1, end=Date(year=2010, month=2))
    assert (found.nlm_unique_id, found.categories, found.doi) == ("9700001", ("Tides", "Salt works"), "10.5555/tides.1")
    assert (found.author[0].given, found.url) == ("Per A.", "https://ovidsp.ovid.com/ovidweb.cgi?AN=1")


@pytest.mark.parametrize(
    ("behind", "lines", "told"),
    [
        (" [Review] [32 refs]", (), (("Review",), "32", (), ())),
        (" [Review].", ("PT  - Journal Article", "PT  - Review"), (("Journal Article", "Review"), "", (), ())),
        ("[Editorial]", (), (("Editorial",), "", (), ())),
        (" [German]", (), ((), "", ("de",), ())),
        (" [German]", ("LG  - German",), ((), "", ("de",), ())),
        (" [German]", ("LG  - Danish",), ((), "", ("da",), (("ovid:Title", "[German]"),))),
        (" [References].", (), ((), "", (), (("ovid:Title", "[References]"),))),
    ],
)
def test_what_stands_behind_a_title(behind: str, lines: tuple[str, ...], told: tuple[object, ...]) -> None:
    """Brackets behind its stop say the kind of article, how many works it cites, and its language."""
    found = tagged(f"TI  - [Salt and tides].{behind}", *lines)
    assert "Salt and tides" == found.title
    assert (found.publication_types, found.number_of_references, found.language, found.extra) == told
    assert tagged("TI  - A trial. [ISRCTN123]").title == "A trial. [ISRCTN123]"


@pytest.mark.parametrize("role", [" [Ed]", " (Eds.)", " [Editor, Reprint author]", " [Editor]"])
def test_editors_among_authors(role: str) -> None:
    """What stands behind a name says who is an editor, and to whom to write."""
    found = tagged(f"AU  - Lind, Per{role}", "AU  - Wei, Rong", "TI  - Tides")
    assert [(name.given, name.corresponding) for name in found.editor] == [("Per", "Reprint" in role)]
    assert ([name.given for name in found.author], found.extra) == (["Rong"], ())


@pytest.mark.parametrize(
    ("told", "corresponding"), [("Author, Reprint Author; ", True), ("Author; ", False), ("", False)]
)
def test_e_mail_behind_a_name(told: str, corresponding: bool) -> None:
    """BIOSIS has it in the brackets with the roles, behind a semicolon, which else parts names."""
    found = tagged(f"AU  - Lind, Per [{told}E-mail: lind@example.org]", "AU  - Wei, Rong; Roe, Ana", "TI  - Tides")
    assert [name.family for name in found.author] == ["Lind", "Wei", "Roe"]
    assert (found.author[0].email, found.author[0].corresponding) == ("lind@example.org", corresponding)
    assert not found.extra


def test_tags_of_biosis_and_zoological_record() -> None:
    """Roles are no part of a name; some tags are headings, which elsewhere mean something else."""
    found = tagged(
        "DB  - BIOSIS Previews", "AU  - Lind, Per [Inventor, Reprint Author]", "AU  - Wei, Rong [Reprint author]",
        "TI  - A tide gauge", "SO  - Gazette of Gauges. 1288(3), Nov. 16, 2004.", "PT  - Patent", "ST  - Animalia",
    )  # fmt: skip
    assert [(name.given, name.corresponding) for name in found.author] == [("Per", True), ("Rong", True)]
    assert found.extra == (("ovid:Authors", "Lind, Per [Inventor, Reprint Author] Wei, Rong [Reprint author]"),)
    assert (found.container_title, found.volume, found.issue) == ("Gazette of Gauges", "1288", "3")
    assert (found.type, found.issued) == ("patent", Date(year=2004, month=11, day=16))
    assert found.subjects == (Subject(term="Animalia", kind="Super Taxa", vocabulary="BIOSIS Previews"),)
    assert tagged("DB  - Ovid MEDLINE(R)", "TI  - A tide", "ST  - MEDLINE").indexing_status == "MEDLINE"


def test_books_at_ovid() -> None:
    """A record of Books@Ovid is a book, with place and edition; a tag may be longer than two letters."""
    found = tagged("DB  - Books@Ovid", "SCORE  - *****", "TI  - Salt", "ET  - 1st Edition", "LC  - London, UK.")
    assert (found.type, found.edition, found.publisher_place) == ("book", "1st Edition", "London, UK.")
    assert (found.source, found.extra) == ("Ovid Technologies; Books@Ovid", (("ovid:SCORE", "*****"),))


@pytest.mark.parametrize("lines", [" <7. >\n VN  - Ovid Technologies\n TI  - Salt\n", "<7. >\nVN - Ovid\nTI - Salt\n"])
def test_tags_with_other_blanks(lines: str) -> None:
    """Lines that are indented, or lost a blank before the hyphen, are read all the same."""
    assert [found.title for found in loads(lines + "\n" + lines.replace("7", "8"))] == ["Salt", "Salt"]


def test_a_label_names_the_database() -> None:
    """What a link says of it counts where no label does, before the link or behind it."""
    link = "Link to the External Link Resolver\n  https://x.example.org/?sid=OVID:embase"
    (found,) = loads(f"<1>\nTitle\n  Tides.\n{link}\nDatabase\n  Embase Classic+Embase\n", "ovid")
    assert ("Embase Classic+Embase", ()) == (found.source, found.extra)


@pytest.mark.long
def test_corpus() -> None:
    """Real files: every number is a record, and its source line is understood."""
    for path in needed_exports("ovid"):
        report = Report()
        found = load(path, "ovid", report=report)
        assert len(found) == sum(line[:1] == "<" for line in path.read_text(encoding="utf-8-sig").splitlines())
        assert report.inputs[0].rejected == 0
        assert not [tag for citation in found for tag, _ in citation.extra if tag == "ovid:Source"]


@pytest.mark.parametrize(
    ("first", "second", "issued", "kept"),
    [
        ("2019", "20190312", Date(year=2019, month=3, day=12), []),
        ("20190312", "2019", Date(year=2019, month=3, day=12), []),
        ("20190312", "2019 May", Date(year=2019, month=3, day=12), ["2019 May"]),
        ("20190312", "2020", Date(year=2019, month=3, day=12), ["2020"]),
        ("soon", "later", Date(literal="soon"), ["later"]),
    ],
)
def test_two_dates(first: str, second: str, issued: Date, kept: list[str]) -> None:
    """The one that says more counts; one that says something else is kept."""
    (found,) = loads(f"<1>\nTitle\n  Tides.\nDate\n  {first}\nYear\n  {second}\n", "ovid")

    assert (issued, kept) == (found.issued, [value for _, value in found.extra])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "Salt & Tides. 201(2-3):327-334, November 15, 2004.",
            ("201", "2-3", "327-334", Date(year=2004, month=11, day=15)),
        ),
        ("Salt & Tides. 201(2-3):27, 30-34, 2004.", ("201", "2-3", "27, 30-34", Date(year=2004))),
        ("Salt & Tides. 2007 15 June; 433-441.", ("", "", "433-441", Date(year=2007, month=6, day=15))),
        ("Salt & Tides 12(4), Nov. 2012: 7-14.", ("12", "4", "7-14", Date(year=2012, month=11))),
        ("Salt & Tides 12, Winter 2007: 7-14.", ("12", "", "7-14", Date(year=2007, season=4))),
        ("Salt & Tides, 2013(1): 3-28.", ("", "1", "3-28", Date(year=2013))),
    ],
)
def test_sources_of_biosis_zoological_record_and_political_science(
    source: str, told: tuple[str, str, str, Date]
) -> None:
    """The date stands in full behind the pages, before them, or beside the volume."""
    found = tagged("TI  - Ten tides", f"SO  - {source}", f"YR  - {told[3].year}")
    assert (found.container_title, found.volume, found.issue, found.page, found.issued) == ("Salt & Tides", *told)
    assert not found.extra


def test_chapters_of_biosis() -> None:
    """The book stands behind its editors, with the series behind it; what a patent and a subject are has a tag."""
    found = tagged(
        "DB  - BIOSIS Previews", "AU  - Roe, Ana [Author]", "TI  - Ten tides", "PT  - Book Chapter",
        "SO  - Lind, Per [Editor, Reprint Author], Wei, R. J. [Editor]. Tides in salt.:37-97, 2004.",
        "Series Information:  Shelf Notes.", "MC  - Salt Works", "MC  - Tides: General",
    )  # fmt: skip
    assert [(name.family, name.given) for name in found.editor] == [("Lind", "Per"), ("Wei", "R J")]
    assert (found.container_title, found.page, found.collection_title) == ("Tides in salt", "37-97", "Shelf Notes")
    assert (found.categories, found.issued, found.extra) == (("Salt Works", "Tides: General"), Date(year=2004), ())
    patent = tagged("DB  - BIOSIS Previews", "TI  - A gauge", "PT  - Patent", "PN  - US 7", "PA  - Gauge House")
    assert (patent.number, patent.publisher, patent.extra) == ("US 7", "Gauge House", ())
