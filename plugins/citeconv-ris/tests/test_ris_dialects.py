"""What each database and program means by its RIS tags: the Web of Science, Ovid, EBSCO, PsycNet, JSTOR, Embase."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from citeconv import Affiliation, Citation, Date, Event, Grant, Identifier, Name, Related, Report, dumps
from told import read_told


def one(*lines: str) -> Any:
    """Return the citation of a journal article with these lines."""
    found, _ = read_told("\n".join(["TY  - JOUR", "TI  - A title", *lines, "ER  - ", ""]))
    assert len(found) == 1
    return found[0]


def test_web_of_science() -> None:
    """Its tags mean other things: funding, conferences, two databases on a line with the accession number."""
    found, seen = read_told(
        "TY  - CPAPER\nTI  - A title\nAU  - Lind, P\nT2  - PROCEEDINGS\nCP  - 4th Salt Congress\nCL  - Reykjavik\n"
        "FU  - Fund of Tides [T-1, T-2]; Salt Council\nWE  - Science Citation IndexAN  - WOS:000000000000001\nER  -\n"
    )
    assert seen[0].message == "read as Web of Science writes RIS"
    assert (found[0].event_title, found[0].event_place) == ("4th Salt Congress", "Reykjavik")
    assert found[0].grants == (
        Grant(agency="Fund of Tides", number="T-1"),
        Grant(agency="Fund of Tides", number="T-2"),
        Grant(agency="Salt Council"),
    )
    assert found[0].identifiers == (Identifier(kind="wos", value="WOS:000000000000001"),)


def test_ovid() -> None:
    """Ovid numbers its records, has accession numbers in ``ID`` and links behind the end."""
    found, seen = read_told(
        "1.\nTY  - JOUR\nID  - 2031000001\nT1  - A title.\nER  -  \n\nLink to the Ovid Full Text: https://example.org/o\n"
    )
    assert seen[0].message == "read as Ovid writes RIS"
    assert found[0].title == "A title"
    assert [each.value for each in found[0].identifiers] == ["2031000001", "https://example.org/o"]


def test_ovid_reports_of_trials() -> None:
    """Ovid's CENTRAL calls all of them web pages, articles too, and has the end of a source in the issue."""
    found, _ = read_told(
        "1.\nTY  - ELEC\nT1  - A trial\nJA  - J Tides\nVL  - 13\nIS  - 1) (no pagination\nER  -  \n\n"
        "2.\nTY  - ELEC\nT1  - A trial begun\nJA  - https://example.org/NCT1\nIS  - 2 (A)\nER  -  \n"
    )
    assert [("article-journal", "13", "1"), ("webpage", "", "2 (A)")] == [
        (one.type, one.volume, one.issue) for one in found
    ]
    assert ("ris:TY", "ELEC") in found[0].extra


def test_ovid_authors_to_write_to() -> None:
    """PsycINFO names the author to write to in two ways, with the e-mail alone or behind the address."""
    found, seen = read_told(
        "1.\nTY  - JOUR\nT1  - A title\nA1  - Lind, Per A\nA1  - Wei, Rong S. T\n"
        "AD  - Wei, Rong S. T., wei@example.org\n"
        "AD  - Wei, Rong S. T.: Marine Institute, Harbour, wei@example.org\nER  -  \n"
    )
    assert ["read as Ovid writes RIS"] == [one.message for one in seen]
    lind, wei = found[0].author
    assert ((), "", False) == (lind.affiliations, lind.email, lind.corresponding)
    assert ("wei@example.org", True) == (wei.email, wei.corresponding)
    assert ["Marine Institute, Harbour"] == [place.text for place in wei.affiliations]


def test_ovid_names_before_places() -> None:
    """Ovid's ``M2`` are affiliations, each behind the name of its author; one of nobody is kept."""
    found, _ = read_told(
        "1.\nTY  - JOUR\nT1  - A title\nA1  - Lind, Per A\nA1  - Wei, Rong\nM2  - Lind, Per A. University of Tides.\n"
        "M2  - Wei, Rong. Marine Institute, Harbour.\nM2  - Lind, Per A. School of Salt.\nM2  - Berg, A. Nowhere.\n"
    )
    assert [[place.text for place in each.affiliations] for each in found[0].author] == [
        ["University of Tides.", "School of Salt."],
        ["Marine Institute, Harbour."],
    ]
    assert found[0].extra == (("ris:M2", "Berg, A. Nowhere."),)


def test_ovid_lists_of_references() -> None:
    """Ovid's ``M1`` are references if most have a year; pages that are none are kept."""
    cited = ("Lind, P. (2001). Salt. J Tides, 1, 2-3.", "Berg, A. (1999). Tides.", "Council of Salt. Leaflet.")
    lines = "".join([f"M1  - {each}\n" for each in cited])
    first = f"1.\nTY  - JOUR\nT1  - A title\nSP  - No\nEP  - Specified\n{lines}ER  -\n"
    found, _ = read_told(f"{first}2.\nTY  - JOUR\nM1  - Harbour\nER  -\n")
    assert [(each.kind, each.citation) for each in found[0].related] == [("cites", text) for text in cited]
    assert (found[0].page, found[0].extra) == ("", (("ris:SP", "No"), ("ris:EP", "Specified")))
    assert found[1].extra == (("ris:M1", "Harbour"),)


def test_ovid_medline() -> None:
    """Ovid's MEDLINE has NLM's number of the journal in ``M1``, and the code that it had before, in either order."""
    found, _ = read_told("1.\nTY  - JOUR\nM1  - 8900001r, t1o\nER  -\n2.\nTY  - JOUR\nM1  - t58, 101000001\nER  -\n")
    assert [each.nlm_unique_id for each in found] == ["8900001R", "101000001"]
    assert [(one.kind, one.value) for each in found for one in each.identifiers] == [
        ("nlm-journal-code", "t1o"), ("nlm-journal-code", "t58"),
    ]  # fmt: skip
    assert (found[0].extra, found[1].extra) == ((), ())


def test_ovid_collaborators() -> None:
    """MEDLINE's collaborators stand in ``A2``, all on one line: members of the only group, else contributors."""
    listed = "A2  - Lind PA, Salt-Wei R Jr, de Roe A\n"
    groups = "A1  - Berg, Astrid\nA1  - Tidal Study Group\n"
    found, _ = read_told(
        f"1.\nTY  - JOUR\n{listed}{groups}M1  - t1o, 8900001\nER  -\n"
        f"2.\nTY  - JOUR\nA1  - Berg, Astrid\n{listed}M1  - 101000001\nER  -\n"
        "3.\nTY  - JOUR\nA2  - Lind, Per\nA2  - Society of Salt A, Wei R\nM1  - 101000001\nER  -\n"
    )
    people = (
        Name(family="Lind", given="P A"), Name(family="Salt-Wei", given="R", suffix="Jr"),
        Name(family="de Roe", given="A"),
    )  # fmt: skip
    assert [each.editor for each in found[:2]] == [(), ()]
    assert found[0].author == (
        Name(family="Berg", given="Astrid"), Name(literal="Tidal Study Group", members=people),
    )  # fmt: skip
    assert (found[0].contributor, found[1].author) == ((), (Name(family="Berg", given="Astrid"),))
    assert found[1].contributor == tuple([replace(one, role="collaborator") for one in people])
    assert (len(found[2].editor), found[2].contributor) == (2, ())


def test_ovid_psycinfo() -> None:
    """Ovid's PsycINFO has classes in ``M3`` or ``M1``, and in ``A2`` the families of those whom the references name.

    The abbreviation of the journal stands behind the end of the record, and before links.
    """
    text = (
        "1.\nTY  - JOUR\nT1  - A title\nA2  - Lind, Berg, Wei\nM3  - Tidal Disorders [3299]\nJF  - Journal of Tides\n"
        "M1  - Lind, P. (2001). Salt. J Tides, 1, 2-3.\nM1  - Berg, A., and Wei, R. (1999). Tides.\nER  -  \n"
        "NL  - J Tides\n\nLink to the Ovid Full Text or citation: https://example.org/1Link to the External Link"
        " Resolver: https://example.org/2\n\n"
        "2.\nTY  - CHAP\nT1  - A title\nA2  - Lind, Per\nM1  - Tides [3000]\nM3  - Chapter\nER  -  \n\n"
        "3.\nTY  - JOUR\nT1  - A title\nA2  - Lind, Ek, Wei\nM1  - Lind, P. (2001). Salt. J Tides, 1, 2.\nER  -  \n\n"
        "4.\nTY  - JOUR\nT1  - A title\nA2  - Lind P, Ek A, Wei R\nER  -  \n\n"
    )
    (article, chapter, other, group), _ = read_told(text)
    assert (article.editor, article.categories, article.extra) == ((), ("Tidal Disorders [3299]",), ())
    assert (article.container_title, article.container_title_short) == ("Journal of Tides", "J Tides")
    assert [each.value for each in article.identifiers] == ["https://example.org/1", "https://example.org/2"]
    assert (chapter.editor[0].family, chapter.categories) == ("Lind", ("Tides [3000]",))
    assert chapter.publication_types == ("Chapter",)
    assert (other.editor, other.extra) == ((), (("ris:A2", "Lind, Ek, Wei"),))
    assert [name.family for name in group.editor] == ["Lind", "Ek", "Wei"]


def test_publish_or_perish() -> None:
    """What Publish or Perish says of its query in ``M1`` are notes."""
    said = ("Query date: 2022-03-14 10:23:13", "12 cites: https://example.org/c")
    found = one(*[f"M1  - {each}" for each in said], "N1  - Cited By (since 2016): 12")  # Scopus has such notes, too
    assert (set(found.note), found.extra) == ({*said, "Cited By (since 2016): 12"}, ())


WEB_OF_SCIENCE = (
    "T2  - JOURNAL OF TIDES", "C3  - University of the North", "C3  - Marine Institute",
    "PA  - 1 HARBOUR RD, TROMSO, NORWAY", "J9  - J TIDES",
    "WE  - Science Citation Index Expanded (SCI-EXPANDED)", "AN  - WOS:000012345600001",
    "N1  - Times Cited in Web of Science Core Collection:  13", "Total Times Cited:  14", "Cited Reference Count:  11",
)  # fmt: skip


def test_no_value_of_r() -> None:
    """R's ``NA`` is nobody's title or DOI, but stays; a title of that name is a loss."""
    found, _ = read_told("TY  - JOUR\nTI  - NA\nDO  - NA\nPY  - 2019\nER  - \n")
    assert (found[0].title, found[0].doi, found[0].extra) == ("", "", (("ris:TI", "NA"), ("ris:DO", "NA")))
    report = Report()
    assert "TI  - NA\r\n" in dumps([Citation(title="NA")], "ris", report=report)
    assert report.lost() == {"title": 1}


def test_orcids_of_psycinfo() -> None:
    """Its ``AI`` names the author of each ORCID, and its second ``PB`` is the place."""
    site = "ORCID: http://orcid.org/"
    value = f"{site}Lind, Per; {site}0000-0001-2345-6789, Wei, R.; {site}0000-0002-1825-0097"
    ovid = ("DB  - Ovid", "AU  - Lind, Per A", "AU  - Wei, R", "CY  - Norway", "PB  - Shelf Press", "PB  - Norway")
    found = one(*ovid, f"AI  - {value}")
    assert [author.orcid for author in found.author] == ["0000-0001-2345-6789", "0000-0002-1825-0097"]
    assert (found.publisher, found.publisher_place, found.extra) == ("Shelf Press", "Norway", ())
    assert one(*ovid, "AI  - ORCID: none").extra == (("ris:AI", "ORCID: none"),)


def test_addresses_of_trials() -> None:
    """The Cochrane Library has the journal in ``JA``, or the address of a trial; its open pages have no end."""
    found = one("AN  -  CN-00000001", "JA  -  Journal of tides", "SP  -  16052‐")
    assert (found.container_title, found.page) == ("Journal of tides", "16052")
    trial = one("AN  -  CN-00000002", "JA  -  https://trials.example/1", "UR  -  https://example.org/2")
    assert (trial.container_title, trial.container_title_short, trial.url) == ("", "", "https://example.org/2")
    assert Identifier(kind="url", value="https://trials.example/1") in trial.identifiers


def test_hyphen_before_proceedings() -> None:
    """A hyphen in front of the title of proceedings (RefWorks) is no part of it."""
    assert one("T2  - - Tides, 3rd Conference on").container_title == "Tides, 3rd Conference on"


def test_older_tags_of_the_web_of_science() -> None:
    """Its older exports count the references under a tag; its ``A4`` are sponsors, no translators."""
    found = one(*WEB_OF_SCIENCE[:-1], "NR  - 15", "A4  - Salt Council; Tidal Valley Section")
    assert (found.number_of_references, found.translator) == ("15", ())
    assert ("ris:A4", "Salt Council; Tidal Valley Section") in found.extra


def test_remarks_of_the_web_of_science() -> None:
    """Counts, the publisher's address and institutions are the annotation, in the words of its other exports."""
    found = one(*WEB_OF_SCIENCE)
    assert found.annote == (
        "Times Cited in Web of Science Core Collection: 13; Total Times Cited: 14; "
        "Publisher Address: 1 HARBOUR RD, TROMSO, NORWAY; Affiliations: University of the North; Marine Institute"
    )
    assert found.number_of_references == "11"
    assert found.note == ()
    assert found.extra == (("ris:J9", "J TIDES"),)
    written = dumps([found], "ris")
    for line in ("PA  - 1 HARBOUR RD, TROMSO, NORWAY", "C3  - Marine Institute", "N1  - Total Times Cited: 14"):
        assert f"{line}\r\n" in written
    assert one(*written.split("\r\n")[2:-2]) == found


def test_custom_3_of_others_is_kept() -> None:
    """``C3`` is a field for users if no tag of the Web of Science stands beside it, and of a paper the proceedings."""
    assert one("C3  - Something").extra == (("ris:C3", "Something"),)
    (paper,), _ = read_told("TY  - CONF\nTI  - A title\nT2  - Days of Tides\nC3  - Proceedings of the Days\nER  - \n")
    assert (paper.event_title, paper.container_title) == ("Days of Tides", "Proceedings of the Days")


def test_institutions_beside_a_number_of_the_web_of_science_are_no_proceedings() -> None:
    """A reader that took a paper from the Web of Science has its institutions in ``C3``, its number in ``AN``."""
    text = "TY  - CONF\nTI  - A title\nT2  - TIDES 2019\nC3  - {}\nAN  - {}\nER  - \n"
    (paper,), _ = read_told(text.format("University of the North", "WOS:000000000000001"))
    assert (paper.container_title, paper.event_title) == ("TIDES 2019", "")
    assert paper.annote == "Affiliations: University of the North"
    for title, number in (("Proceedings of the Days", "WOS:000000000000001"), ("Univ North", "1")):
        (paper,), _ = read_told(text.format(title, number))
        assert (paper.container_title, paper.event_title) == (title, "TIDES 2019")


def test_conference_of_the_web_of_science_comes_back() -> None:
    """``T2`` is the title of the proceedings there, ``CP`` the conference, and both are so when written again."""
    lines = (
        "TY  - CONF",
        "TI  - A title",
        "T2  - TIDES 2019",
        "CP  - Third Days of Tides",
        "J9  - TIDES",
        "C3  - Univ North",
    )
    (paper,), _ = read_told("\n".join([*lines, "PA  - 1 HARBOUR RD", "ER  - ", ""]))
    assert (paper.event_title, paper.container_title) == ("Third Days of Tides", "TIDES 2019")
    (again,), _ = read_told(dumps([paper], "ris"))
    assert again == paper


@pytest.mark.parametrize(
    "annote",
    ["Read it.", "Affiliations: A; B", "Read it; Publisher Address: X", "Publisher Address: X; Affiliations: A; ; B",
     "Exported from: Zotero", "Publisher Address: X; Publisher Address: Y", "Publisher Address: ", "Cited By: many"],
)  # fmt: skip
def test_any_annotation_comes_back(annote: str) -> None:
    """An annotation that is not in the order of the remarks, or not of their form, is one research note."""
    (again,), _ = read_told(dumps([Citation(title="A title", annote=annote)], "ris"))
    assert again.annote == annote.strip()
    assert again.extra == ()


def test_addresses_behind_their_authors() -> None:
    """OpenAlex sets affiliations behind each author, Embase names the author; others of several are the first's."""
    found = one("AU  - Lind, P", "C1  - Here", "AU  - Berg, A", "C1  - There", "C1  - Elsewhere")
    places = [[place.text for place in author.affiliations] for author in found.author]
    assert places == [["Here"], ["There", "Elsewhere"]]
    named = one("AU  - Lind, P.A.", "AU  - Berg, A.", "AD  - A. Berg, There", "AD  - P.A. Lind, Here")
    assert [[place.text for place in author.affiliations] for author in named.author] == [
        ["P.A. Lind, Here"],
        ["A. Berg, There"],
    ]
    other = one("AU  - Lind, P.", "AU  - Van Roe, A. B.", "AD  - A.-B. Van Roe, There")
    assert [[place.text for place in author.affiliations] for author in other.author] == [
        [], ["A.-B. Van Roe, There"],
    ]  # fmt: skip
    given = one("AU  - Lind, P", "AU  - Berg, A", "AD  - Here", "AD  - There")
    assert [[place.text for place in author.affiliations] for author in given.author] == [["Here", "There"], []]
    assert one("AU  - Lind, P", "AU  - Berg, A", "C1  - Here").extra == (("ris:C1", "Here"),)
    assert one("AU  - Lind, P", "AD  - Here").author[0].affiliations == (Affiliation(text="Here"),)


def test_psycnet() -> None:
    """APA's own site writes a tag with a long name behind the type, and the address behind the author's name."""
    found, _ = read_told(
        "Provider: American Psychological Association\nDatabase: PsycINFO\n\nTY  - CHAP\n"
        "DESCRIPTORS  - *Tides;  *Shelves; Memory (Tidal)\nT1  - A chapter\nA1  - Lind, Per A.\nA1  - Wei, R.\n"
        "AD  - Lind, Per A.: Tide Institute, North\nKW  - *Tides\nKW  - *Shelves\nER  -\n"
    )
    (chapter,) = found
    assert (chapter.type, chapter.extra) == ("chapter", ())
    assert sorted(word.text for word in chapter.keyword) == ["Memory (Tidal)", "Shelves", "Tides"]
    assert chapter.author[0].affiliations == (Affiliation(text="Tide Institute, North"),)
    assert [author.corresponding for author in chapter.author] == [True, False]


def test_jstor() -> None:
    """JSTOR has the date in full in a field for users, where an address may be; one that cannot be read is kept."""
    lines = ("DB  - JSTOR", "AU  - Lind, Per", "PY  - 2014")
    found = one(*lines, "C1  - Full publication date: Winter 2014")
    assert (found.issued, found.author[0].affiliations) == (Date(year=2014, season=4), ())
    assert one(*lines, "C1  - Full publication date: Oct. 3, 2014").issued == Date(year=2014, month=10, day=3)
    other = one(*lines, "C1  - Full publication date: listopad 2014")
    assert (other.issued, other.extra) == (Date(year=2014), (("ris:C1", "Full publication date: listopad 2014"),))


def test_embase() -> None:
    """Embase's own site has PMID, original title and places, which say whose they are, in tags of its own use."""
    lines = ["U2  - L600000001", "DB  - Medline", "C5  - 90000001", "T2  - Mareas", "A1  - Lind, P.A.", "A1  - Wei, R."]
    found = one(
        *lines, "M1  - (Lind P.A.; Wei R., wei@example.org) Shelf College, North", "M1  - (Wei R.) Tide Institute"
    )
    assert (found.pmid, found.original_title, found.container_title) == ("90000001", "Mareas", "")
    assert [[place.text for place in author.affiliations] for author in found.author] == [
        ["Shelf College, North"],
        ["Shelf College, North", "Tide Institute"],
    ]
    assert ["", "wei@example.org"] == [author.email for author in found.author]
    other = one(*lines, "M1  - (Berg A.) Tide Institute")
    assert (("ris:M1", "(Berg A.) Tide Institute"),) == other.extra


def test_embase_authors_of_one_name() -> None:
    """A place is that of all authors of a name if it names them as often; else of the others, and it is kept."""
    lines = ["U2  - L600000001", "A1  - Wei, R.", "A1  - Lind, P.", "A1  - Wei, R."]
    both = one(*lines, "M1  - (Wei R.; Wei R.) Tide Institute")
    assert [1, 0, 1] == [len(author.affiliations) for author in both.author]
    some = one(*lines, "M1  - (Wei R.; Lind P.) Tide Institute")
    assert [0, 1, 0] == [len(author.affiliations) for author in some.author]
    assert (("ris:M1", "(Wei R.; Lind P.) Tide Institute"),) == some.extra


def test_days_of_embase() -> None:
    """When the record came into Embase, and when it was whole."""
    found = one("U2  - L600000001", "U3  - 2020-03-04", "U4  - 2020-04-05")
    assert (
        Event(kind="record-created", date=Date(year=2020, month=3, day=4)),
        Event(kind="record-completed", date=Date(year=2020, month=4, day=5)),
    ) == found.history


def test_bvs() -> None:
    """BVS (LILACS) has headings of DeCS, the day a record came in, and its number twice; MEDLINE's are PMIDs."""
    lines = [
        "DB  - LILACS",
        "DP  - http://bvsalud.org/",
        "ID  - biblio-000001",
        "C8  - biblio-000001",
        "C1  - 20190314",
    ]
    found = one(*lines, "TT  - A title", "MH  - Mareas/análisis", "MH  - Humanos", "KW  - Sal")
    assert (found.key, found.source, found.archive) == ("biblio-000001", "LILACS", "http://bvsalud.org/")
    assert [(each.kind, each.date) for each in found.history] == [
        ("record-created", Date(year=2019, month=3, day=14)),
    ]
    assert [(each.term, *[one.term for one in each.qualifiers]) for each in found.subjects] == [
        ("Mareas", "análisis"), ("Humanos",),
    ]  # fmt: skip
    assert (found.original_title, found.keyword[0].text, found.extra) == ("A title", "Sal", ())
    other = one(
        "DB  - MEDLINE", "DP  - http://bvsalud.org/", "ID  - a", "C8  - b", "C1  - 12 pages", "AN  - 90000001",
    )  # fmt: skip
    assert (other.pmid, other.extra) == ("90000001", (("ris:C8", "b"), ("ris:C1", "12 pages")))


def test_researchrabbit() -> None:
    """ResearchRabbit has given names first, the PMID in ``U1`` and Microsoft's number of the paper in ``U2``."""
    lines = ["AU  - Per Lind", "AU  - Wei, Rong", "PY  - 2019", "JA  - Journal of Tides"]
    found = one(*lines, "L2  - https://pubmed.ncbi.nlm.nih.gov/90000001", "U1  - 90000001", "U2  - 2000000001")
    assert (found.pmid, found.identifiers[0]) == ("90000001", Identifier(kind="mag", value="2000000001"))
    assert [name.family for name in found.author] == ["Lind", "Wei"]
    assert (found.container_title, found.extra) == ("Journal of Tides", ())


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Scholarly Journals", "article-journal"),
        ("Magazines", "article-magazine"),
        ("Dissertations & Theses", "thesis"),
        ("Conference Papers & Proceedings", "paper-conference"),
    ],
)
def test_proquest_types_in_words(told: str, kind: str) -> None:
    """ProQuest's name of the type of a source stands for the type; ``n/a`` is no page."""
    found, seen = read_told(f"TY  - {told}\nT1  - A title\nJF  - Tides\nY1  - 2031-12-01\nSP  - n/a\nER  - \n")
    assert (found[0].type, found[0].page, seen) == (kind, "", [])
    assert found[0].extra == (("ris:TY", told), ("ris:SP", "n/a"))


def test_scopus_days_of_a_conference() -> None:
    """What Scopus has in the place of the last access are the days of the conference."""
    found = one("PY  - 2031", "Y2  - 27 September 2031 through 2 October 2031")
    assert found.event_date == Date(year=2031, month=9, day=27, end=Date(year=2031, month=10, day=2))
    assert (found.accessed, found.issued) == (None, Date(year=2031))


def test_ieee_days_in_two_months() -> None:
    """IEEE's date of a conference may reach into the next month."""
    assert one("Y1  - 30 Nov.-1 Dec. 2031").issued == Date(
        year=2031, month=11, day=30, end=Date(year=2031, month=12, day=1)
    )


def test_conference_in_the_place_of_the_issue() -> None:
    """``CP`` with the name of a conference is no issue, whatever the type."""
    found = one("CP  - 4th International Symposium on Tides", "VL  - 3")
    assert (found.event_title, found.issue) == ("4th International Symposium on Tides", "")


def test_extent_in_the_place_of_pages() -> None:
    """The number of pages may stand for the first and the last; a letter behind a page is its own."""
    found = one("SP  - 146 pp.", "EP  - 146 pp.")
    assert (found.number_of_pages, found.page) == ("146", "")
    assert one("SP  - 146P").page == "146P"


def test_keywords_between_commas() -> None:
    """Keywords in one value are parted by commas if they are three or more, for a heading turned round has one."""
    assert [each.text for each in one("KW  - Salt,Sea level,Tides").keyword] == ["Salt", "Sea level", "Tides"]
    assert [each.text for each in one("KW  - Salt, sea level, tides").keyword] == ["Salt", "sea level", "tides"]
    assert [each.text for each in one("KW  - Neoplasms, Experimental").keyword] == ["Neoplasms, Experimental"]


def test_keywords_between_semicolons() -> None:
    """A semicolon parts keywords on each line."""
    found = one("KW  - Salt; Sea level", "KW  - Models, Animal, Ocean", "KW  - \u76d0\uff1b\u6f6e")
    assert [each.text for each in found.keyword] == ["Salt", "Sea level", "Models, Animal, Ocean", "\u76d0", "\u6f6e"]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("VL  - Vol. 12", "volume", "12"),
        ("VL  - \u7b2c12\u5377", "volume", "12"),
        ("IS  - No. 4", "issue", "4"),
        ("SP  - pp. 3-5", "page", "3-5"),
        ("SP  - 33-41\u9875", "page", "33-41"),
        ("SP  - P12", "page", "P12"),
        ("CY  - London :", "publisher_place", "London"),
        ("PB  - Tide Press,", "publisher", "Tide Press"),
    ],
)
def test_words_and_signs_around_values(line: str, field: str, value: str) -> None:
    """The words for volumes, issues and pages, and the signs of catalogues, are no part of a value."""
    assert getattr(one(line), field) == value


def test_pages_with_a_word_each() -> None:
    """Each of two pages may have it."""
    assert one("SP  - p. 3", "EP  - p. 5").page == "3-5"


@pytest.mark.parametrize("field", ["volume", "issue", "publisher", "publisher_place", "page"])
def test_values_that_are_read_without_a_part(field: str) -> None:
    """What would be read without a word or a sign around it is reported."""
    report = Report()
    value = "Tides," if field.startswith("pub") else "p. 12" if field == "page" else "Vol. 12"
    dumps([Citation(type="chapter", **{field: value})], "ris", report=report)
    assert {field} == set(report.lost())


def test_issns_joined_by_a_word() -> None:
    """``BN`` may hold two ISSNs with ``and`` between them."""
    assert [each.value for each in one("BN  - 0378-5955 and 2434561X").issn] == ["0378-5955", "2434-561X"]


def test_subtitle_in_the_place_of_the_journal() -> None:
    """Beside ``JF``, ``T2`` in small letters is the subtitle; else it is kept, for ``JF`` holds nothing else."""
    found = one("T2  - a short history", "JF  - Journal of Tides")
    assert ("A title: a short history", "Journal of Tides") == (found.title, found.container_title)

    other = one("T2  - Original articles", "JF  - Journal of Tides")
    assert ("A title", "Journal of Tides") == (other.title, other.container_title)
    assert (("ris:T2", "Original articles"),) == other.extra


def test_pages_of_newspapers() -> None:
    """LexisNexis has the section before the page."""
    found = one("SP  - WORLD; Pg. 8")
    assert ("WORLD", "8") == (found.section, found.page)


def test_signs_of_catalogues_behind_titles() -> None:
    """What parts a title from what follows it on a card is no part of it."""
    (found,), _ = read_told("TY  - BOOK\nTI  - Tides /\nT2  - Sea studies ;\nSP  - xii, 340 p. :\nER  - \n")
    assert ("Tides", "Sea studies", "xii, 340") == (found.title, found.collection_title, found.number_of_pages)
    report = Report()
    dumps([Citation(type="book", title="Tides /", collection_title="Sea ;")], "ris", report=report)
    assert {"title", "collection_title"} == set(report.lost())


def test_university_of_a_thesis() -> None:
    """Where no publisher is named, it is the university that stands in the place of the department."""
    (found,), _ = read_told("TY  - THES\nTI  - Tides\nT2  - University of the Shelf\nER  - \n")
    assert ("University of the Shelf", "") == (found.publisher, found.container_title)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023///Jan/Feb", Date(year=2023, month=1, end=Date(year=2023, month=2))),
        ("2022///Mar 25/Mar 26,", Date(year=2022, month=3, day=25, end=Date(year=2022, month=3, day=26))),
        ("2013///Apr 2013 - Jul", Date(year=2013, month=4, end=Date(year=2013, month=7))),
        ("2012///0,", Date(year=2012)),
        ("2014 Sep 2014", Date(year=2014, month=9)),
        ("20140912", Date(year=2014, month=9, day=12)),
        ("May 30, 2014", Date(year=2014, month=5, day=30)),
        ("May 0, 2014", Date(year=2014, month=5)),
        ("2014/2015", Date(year=2014, end=Date(year=2015))),
        ("ca. 2014", Date(year=2014, circa=True)),
        ("5/6/2022", Date(year=2022, literal="5/6/2022")),
    ],
)
def test_dates_of_proquest_and_others(text: str, date: Date) -> None:
    """Ranges stand behind the slashes, or the year stands twice; a day that might be a month keeps its wording."""
    assert one(f"PY  - {text}").issued == date


def test_proquest_names_and_notes() -> None:
    """ProQuest has some names with the family last, and in each note one thing behind its label."""
    found = one(
        "AU  - Per A Lind",
        "AU  - Roe, Ana",
        "KW  - Norway",
        "N1  - Copyright - \u00a9 Tides 2019",
        "N1  - Last updated - 2020-03-04",
        "N1  - Date revised - in June",
        "N1  - Number of references - 20",
        "N1  - CODEN - TIDEJX",
        "N1  - SubjectsTermNotLitGenreText - Norway",
        "N1  - Document feature - Maps",
    )
    assert [("Lind", "Per A"), ("Roe", "Ana")] == [(each.family, each.given) for each in found.author]
    assert ("\u00a9 Tides 2019", "20") == (found.copyright, found.number_of_references)
    assert (Event(kind="updated", date=Date(year=2020, month=3, day=4)),) == found.history
    assert (Identifier(kind="coden", value="TIDEJX"),) == found.identifiers
    assert ("Date revised - in June", "Document feature - Maps") == found.note


@pytest.mark.parametrize(
    ("issue", "day", "expected"),
    [
        ("1 January", "2022", ("1", Date(year=2022, month=1))),
        ("7 July 2022", "2022/07/04/", ("7", Date(year=2022, month=7, day=4))),
        ("1 January", "2022/07/04/", ("1 January", Date(year=2022, month=7, day=4))),
        ("4 Suppl", "2022", ("4 Suppl", Date(year=2022))),
    ],
)
def test_issues_with_a_month(issue: str, day: str, expected: tuple[str, Date]) -> None:
    """Scopus has the month behind the number of an issue; where it contradicts the date it stays."""
    found = one(f"IS  - {issue}", f"PY  - {day}")
    assert expected == (found.issue, found.issued)


def test_dergipark() -> None:
    """Its second date is the year once more, and two ISSNs are joined by a hyphen, or the first ends with it."""
    found = one("PY  - 2020", "DA  - December", "Y2  - 2020", "WT  - DergiPark", "SN  - 1300-0000-2587-1111")
    assert (Date(year=2020, month=12), None, "DergiPark") == (found.issued, found.accessed, found.source)
    assert ["1300-0000", "2587-1111"] == [each.value for each in found.issn]
    assert ["1300-0000"] == [each.value for each in one("SN  - 1300-0000-").issn]


def test_data_beside_an_article() -> None:
    """PANGAEA has the article to which data are a supplement in the place of what holds them."""
    (found,), _ = read_told("TY  - DATA\nTI  - Core\nT2  - Supplement to: Lind, P (2019): Tides\nER  - \n")
    assert (Related(kind="associated-publication", citation="Lind, P (2019): Tides"),) == found.related
    assert found.container_title == ""
