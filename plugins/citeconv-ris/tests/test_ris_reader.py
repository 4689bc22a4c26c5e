"""Reading RIS as it is: broken frames, wrapped values, other encodings, and what each database means by its tags."""

from __future__ import annotations

import io
from typing import Any

import pytest
from msgspec.structs import replace

from citeconv import Affiliation, Citation, Date, Grant, Identifier, Issn, Keyword, Name, Report, dumps, load, loads
from citeconv.report import Diagnostic
from citeconv.source import Limits

TWO = """TY  - JOUR
TI  - First title
AU  - Lind, Per
PY  - 2019
ER  - 

TY  - JOUR
TI  - Second title
AU  - Berg, Astrid
PY  - 2020
ER  - 
"""  # noqa: W291
FIRST, SECOND = TWO[: TWO.index("\n\n")], TWO[TWO.index("\n\n") :]


def read(data: str | bytes, **options: Any) -> tuple[list[Any], list[Diagnostic]]:
    """Return the citations in a file whose format is found by its content, and what was said of it."""
    report, seen = Report(), []
    report.listen(seen.append)
    content = data.encode() if isinstance(data, str) else data
    return load(io.BytesIO(content), report=report, **options), seen


def one(*lines: str) -> Any:
    """Return the citation of a journal article with these lines."""
    found, _ = read("\n".join(["TY  - JOUR", "TI  - A title", *lines, "ER  - ", ""]))
    assert len(found) == 1
    return found[0]


SHAPES = {
    "plain": TWO,
    "CR LF": TWO.replace("\n", "\r\n"),
    "CR alone": TWO.replace("\n", "\r"),
    "byte-order mark": "\ufeff" + TWO,
    "UTF-16": TWO.encode("utf-16"),
    "UTF-16 without a mark": TWO.encode("utf-16-le"),
    "empty tags": TWO.replace("PY  -", "VL  - \nIS  -\nPY  -"),
    "an empty line inside": TWO.replace("AU  -", "\nAU  -"),
    "text between records": TWO.replace("TY  -", "Record #1 of 2\nTY  -"),
    "no ER": TWO.replace("ER  - \n", ""),
    "no ER nor empty lines": TWO.replace("ER  - \n\n", "").replace("ER  - \n", ""),
    "ER with text": TWO.replace("ER  - ", "ER  - Nothing"),
    "no blank behind ER": TWO.replace("ER  - ", "ER  -"),
    "no empty line between": TWO.replace("\n\n", "\n"),
    "TY not first": TWO.replace("TY  - JOUR\n", "").replace("PY  -", "TY  - JOUR\nPY  -"),
    "TY last": TWO.replace("TY  - JOUR\n", "").replace("ER  -", "TY  - JOUR\nER  -"),
    "one blank before the hyphen": TWO.replace("  - ", " - "),
    "no blank before the hyphen": TWO.replace("  - ", "- "),
    "tabs": TWO.replace("  - ", "\t- "),
    "a tab in one tag": TWO.replace("AU  - ", "AU\t- "),
    "one blank before the hyphen in one record": FIRST + SECOND.replace("  - ", " - "),
    "one blank before the hyphen of a type": FIRST + SECOND.replace("TY  - ", "TY - "),
    "no-break blanks": TWO.replace("  - ", "\u00a0 - "),
    "no-break blanks only": TWO.replace("  - ", "\u00a0\u00a0-\u00a0"),
    "tags in lower case": "".join(line[:2].lower() + line[2:] for line in TWO.splitlines(keepends=True)),
    "indented": "".join(f"   {line}" for line in TWO.splitlines(keepends=True)),
    "no line end at the end": TWO.rstrip(),
}
"""Two records, always the same, in every shape that was seen to cost other readers one of them or a field."""


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape: str) -> None:
    """Both records are read with all their fields, whatever surrounds them."""
    found, seen = read(SHAPES[shape])
    assert [(each.type, each.title, each.author[0].family, each.issued) for each in found] == [
        ("article-journal", "First title", "Lind", Date(year=2019)),
        ("article-journal", "Second title", "Berg", Date(year=2020)),
    ]
    assert not [each for each in seen if each.severity == "error"]


def test_windows_1252() -> None:
    """Bytes that are not UTF-8 are read as Windows-1252, which is told."""
    found, seen = read(TWO.replace("Lind, Per", "Müller, François").encode("cp1252"))
    assert found[0].author == (Name(family="Müller", given="François"),)
    assert "Windows-1252" in seen[-1].message


def test_pubmed_named_ris(tmp_path: Any) -> None:
    """PubMed's own format under the name of RIS is not taken for RIS."""
    pytest.importorskip("citeconv_nbib", reason="needs citeconv-nbib")
    path = tmp_path / "export.ris"
    path.write_text("PMID- 90000001\nOWN - NLM\nTI  - A title\nFAU - Lind, Per\nAU  - Lind P\n\n")
    report = Report()
    assert load(path, report=report)[0].pmid == "90000001"
    assert report.inputs[0].format == "nbib"


def test_fields_behind_the_end_belong_to_the_record() -> None:
    """A tag behind ``ER`` and before the next ``TY`` is the record's that just ended."""
    found, _ = read(TWO.replace("ER  - \n\n", "ER  - \nDO  - 10.5555/late\n\n"))
    assert [each.doi for each in found] == ["10.5555/late", ""]


def test_text_of_nobody_is_told() -> None:
    """A line before a record that is no tag is reported with its place."""
    _, seen = read("Exported from nowhere\n\n" + TWO)
    assert [(each.code, each.line) for each in seen if each.code == "leftover"] == [("leftover", 1)]


def test_banners_before_each_record_are_no_text_of_nobody() -> None:
    """JSTOR, APA PsycNet and the Cochrane Library say before each record whose it is, and of which database."""
    banner = 'Provider: Shelf Press http://example.org\nDatabase: Tides\nContent: text/plain; charset="UTF-8"\n\n\n'
    found, seen = read(f"{banner}{FIRST}\n\n{banner}{SECOND}")
    assert [(each.title, each.source) for each in found] == [("First title", "Tides"), ("Second title", "Tides")]
    assert not seen
    told, _ = read(f"Database: Tides\n\nTY  - JOUR\nTI  - A title\nDB  - Shelves\nER  -\n\n{banner}{FIRST}")
    assert [each.source for each in told] == ["Shelves", "Tides"]


def test_text_that_names_a_database_is_no_banner() -> None:
    """Where something else stands behind it, it says nothing of the record, and that is told."""
    found, seen = read(f"Database: Tides\nSearch: salt\n\n{FIRST}")
    assert [each.source for each in found] == [""]
    assert [each.line for each in seen if each.code == "leftover"] == [2]


def test_a_record_without_a_type() -> None:
    """A record that names no type is read, its type guessed from what it has."""
    found, seen = read("TI  - A title\nJF  - A journal\nVL  - 3\nER  - \n")
    assert (found[0].type, found[0].title) == ("article-journal", "A title")
    assert [each.message for each in seen] == ["no type: taken for article-journal"]


def test_an_unknown_type_is_kept() -> None:
    """A type of nobody's makes a document; its name is not lost."""
    found, seen = read("TY  - WHAT\nTI  - A title\nER  - \n")
    assert (found[0].type, found[0].extra) == ("document", (("ris:TY", "WHAT"),))
    assert "type WHAT is not known" in seen[0].message


@pytest.mark.parametrize("kind", ["HTML", "PDF", "CITATION"])
def test_google_scholar_by_publish_or_perish(kind: str) -> None:
    """The kind of a link stands in the place of the type, and dots for authors left out."""
    found, seen = read(f"TY  - {kind}\nAU  - Lind, P\nAU  - ...\nTI  - A title\nJF  - A journal\nER  - \n")
    assert (found[0].type, found[0].extra) == ("article-journal", (("ris:TY", kind),))
    assert ([name.family for name in found[0].author], found[0].et_al) == (["Lind"], ("author",))
    assert not seen


def test_a_type_alone_that_is_unknown_is_rejected() -> None:
    """A frame around nothing is no record."""
    found, seen = read(TWO + "\nTY  - \nER  - \n")
    assert len(found) == 2
    assert [each.line for each in seen if each.severity == "error"] == [13]


def test_wrapped_values() -> None:
    """Lines without a tag go on: wrapped text runs on, an abstract keeps its paragraphs, keywords are apart."""
    found = one(
        "AB  - " + "word " * 12, "word " * 12, "end.",
        "N1  - first note", "second note", "KW  - tides", "shelf",
    )  # fmt: skip
    assert found.abstract[0].paragraphs == (" ".join(["word"] * 24 + ["end."]),)
    assert found.note == ("first note", "second note")
    assert found.keyword == (Keyword(text="tides"), Keyword(text="shelf"))
    short = ["Aims: " + "word " * 8, "word " * 9, "and the end.", "Methods: " + "word " * 7, "word " * 9, "end."]
    assert len(one("AB  - " + short[0], *short[1:]).abstract[0].paragraphs) == 2
    assert one("AB  - " + "Long " * 40, "Long " * 40).abstract[0].paragraphs == (("Long " * 40).strip(),) * 2


def test_abstracts_in_several_languages() -> None:
    """The second abstract is a further one (LILACS, SciELO), and written back; one of a known language is not."""
    found = one("AB  - The tide.", "AB  - A maré.", "AB  - The tide.")
    assert ["A maré."] == [part.paragraphs[0] for each in found.other_abstracts for part in each.sections]
    assert ("The tide.", ()) == (found.abstract[0].paragraphs[0], found.extra)
    assert dumps([found], "ris").count("AB  - ") == 2
    report = Report()
    known = replace(found, other_abstracts=(replace(found.other_abstracts[0], language="pt"),))
    assert dumps([known], "ris", report=report).count("AB  - ") == 1
    assert "other_abstracts" in report.lost()


def test_two_tags_on_a_line() -> None:
    """Rayyan sets tags of Embase on one line, some way apart."""
    found = one("UR  - https://example.org/a     U2  - L644000001")
    assert (found.url, found.identifiers) == ("https://example.org/a", (Identifier(kind="pui", value="L644000001"),))


DATES: dict[tuple[str, ...], Date] = {
    ("PY  - 2019",): Date(year=2019),
    ("PY  - 2019///",): Date(year=2019),
    ("PY  - 2019/03//",): Date(year=2019, month=3),
    ("PY  - 2019", "DA  - 2019//03/"): Date(year=2019, month=3),
    ("DA  - 2019//23/",): Date(year=2019, literal="2019//23/"),
    ("PY  - 2019", "DA  - 2019/03/07/"): Date(year=2019, month=3, day=7),
    ("DA  - 2019-03-07", "PY  - 2019"): Date(year=2019, month=3, day=7),
    ("DA  - AUG 7", "PY  - 2019"): Date(year=2019, month=8, day=7),
    ("DA  - AUG", "PY  - 2019"): Date(year=2019, month=8),
    ("Y1  - 2019/03/00/", "PY  - 2019"): Date(year=2019, month=3),
    ("Y1  - 2019///Mar2019",): Date(year=2019, month=3),
    ("DA  - 1-6 Oct. 2023",): Date(year=2023, month=10, day=1, end=Date(year=2023, month=10, day=6)),
    ("DA  - 01 Mar 2019", "PY  - 2019"): Date(year=2019, month=3, day=1),
    ("PY  - 2019///Spring",): Date(year=2019, season=1),
    ("DA  - 1998/12/30/Dec 30-1999 Jan 2", "PY  - 1998"): Date(
        year=1998, month=12, day=30, end=Date(year=1999, month=1, day=2)
    ),
    ("DA  - 2013///Hilary term", "PY  - 2013"): Date(year=2013, literal="Hilary term"),
}


@pytest.mark.parametrize("lines", DATES)
def test_dates(lines: tuple[str, ...]) -> None:
    """The most precise date that agrees with the year, whatever tag it stands in."""
    assert one(*lines).issued == DATES[lines]
    assert not one(*lines).extra


def test_a_date_that_says_something_else_is_kept() -> None:
    """A second date of another year does not replace the first, and does not vanish."""
    found = one("PY  - 2019", "DA  - 2018/05/01/")
    assert found.issued == Date(year=2019)
    assert found.extra == (("ris:DA", "2018/05/01/"),)


@pytest.mark.parametrize(
    "line",
    [
        "DA  - 2019/03/07/T06:31:15Z", "DA  - 2019/03/07/09:30", "Y1  - 2019-03-07T06:31:15.250+01:00",
        "PY  - 2019-03-07 6:31",
    ],
)  # fmt: skip
def test_the_time_of_day_is_kept(line: str) -> None:
    """A date has no hour: its wording stands in ``extra`` beside it, whatever other tags say, and comes back."""
    tag, value = line.split("  - ")
    for lines in ((line,), (line, "PY  - 2019"), (line, "DA  - 2019/03//", "PY  - 2019")):
        found = one(*lines)
        assert found.issued == Date(year=2019, month=3, day=7)
        assert found.extra == ((f"ris:{tag}", value),)
        assert loads(dumps([found], "ris"), "ris") == [found]


def test_the_time_of_day_of_an_electronic_publication_is_kept() -> None:
    """It is not dropped where the date stands in the place of the edition, or in a user field, either."""
    for tag in ("ET", "C6"):
        found = one(f"{tag}  - 2019-03-07T06:31:15Z")
        assert found.available_date == Date(year=2019, month=3, day=7)
        assert found.extra == ((f"ris:{tag}", "2019-03-07T06:31:15Z"),)


PAGES: dict[tuple[str, ...], str] = {
    ("SP  - 24", "EP  - 26"): "24-26",
    ("SP  - 559", "EP  - 61"): "559-561",
    ("SP  - 24-6",): "24-26",
    ("SP  - 24\u201326",): "24-26",
    ("SP  - 24--26",): "24-26",
    ("SP  - e12", "EP  - e12"): "e12",
    ("SP  - 24", "EP  - 26", "PG  - 24-26"): "24-26",
    ("PG  - 14316",): "14316",
    ("EP  - 9",): "9",
}


@pytest.mark.parametrize("lines", PAGES)
def test_pages(lines: tuple[str, ...]) -> None:
    """First and last page, together or apart, in full."""
    assert one(*lines).page == PAGES[lines]
    assert not one(*lines).extra


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (("PG  - 24", "PG  - a map"), [("ris:PG", "a map")]),
        (("SP  - 24", "SP  - 30", "PG  - 9"), [("ris:SP", "30"), ("ris:PG", "9")]),
        (("SP  - 24", "PG  - 24"), []),
        (("SP  - No", "EP  - Given", "PG  - a"), [("ris:SP", "No"), ("ris:EP", "Given"), ("ris:PG", "a")]),
        (("C7  - 1234", "SP  - 1234", "PG  - 9"), [("ris:PG", "9")]),
    ],
)  # fmt: skip
def test_other_pages_are_kept(lines: tuple[str, ...], kept: list[tuple[str, str]]) -> None:
    """What says otherwise than the pages that are taken."""
    assert list(one(*lines).extra) == kept


@pytest.mark.parametrize(("value", "page", "extent"), [
    ("224", "", "224"), ("xii, 224", "", "xii, 224"), ("268-268", "", "268-268"), ("495-499", "495-499", ""),
    ("495-9", "495-499", ""),
])  # fmt: skip
def test_pages_of_a_whole_are_its_extent(value: str, page: str, extent: str) -> None:
    """What is rising are pages: Scopus and EndNote call a volume of a series SER, and a paper in it, too."""
    found = loads(f"TY  - SER\nTI  - T\nSP  - {value}\nER  - \n", "ris")[0]
    assert (found.page, found.number_of_pages) == (page, extent)


def test_numbers_of_journals() -> None:
    """ISSNs with and without hyphens, several in one value, with their kind."""
    found = one("SN  - 12345679 (ISSN); 9876-5433 (Electronic)")
    assert found.issn == (Issn(value="1234-5679"), Issn(value="9876-5433", kind="electronic"))
    assert not found.extra


def test_identifiers() -> None:
    """A DOI sheds its prefixes; addresses tell PMID and PMCID; a PMID is one only in PubMed."""
    found = one(
        "DO  - https://doi.org/10.5555/A%28b%29", "UR  - https://www.ncbi.nlm.nih.gov/pubmed/90000001",
        "L2  - https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9000001",
    )  # fmt: skip
    assert (found.doi, found.pmid, found.pmcid) == ("10.5555/A(b)", "90000001", "PMC9000001")
    assert one("DO  - https://doi-org.proxy.example.edu/10.5555/x").doi == "10.5555/x"
    assert one("AN  - 90000001", "DB  - PubMed").pmid == "90000001"
    assert one("AN  - 90000001", "DB  - Embase").pmid == ""


def test_an_address_that_is_none() -> None:
    """EndNote's way into the Web of Science is no address in the web; another one is the record's."""
    found = one("UR  - <Go to ISI>://WOS:000990000000001", "UR  - https://example.org/x")
    assert found.url == "https://example.org/x"
    assert found.identifiers == (Identifier(kind="url", value="<Go to ISI>://WOS:000990000000001"),)


def test_words_in_the_place_of_tags() -> None:
    """``PMID  - 1`` and its like are identifiers, not the end of the line before."""
    found = one("PMID  - 33355555", "ID  - 7", "DOI  - 10.5555/x", "ISSN  - 1234-5679")
    assert (found.type, found.pmid, found.key, found.doi) == ("article-journal", "33355555", "7", "10.5555/x")
    assert found.issn == (Issn(value="1234-5679"),)


def test_isbns_and_issns_on_one_line() -> None:
    """Each number is told by its form, whatever stands between them."""
    found = one("SN  - 978-94-007-2143-2; 978-3-319-08147-2 1566-0427", "SN  - 0-521-46674-1\\0-521-46128-6")
    assert found.isbn == ("978-94-007-2143-2", "978-3-319-08147-2", "0-521-46674-1", "0-521-46128-6")
    assert (found.issn, found.extra) == ((Issn(value="1566-0427"),), ())


def test_issue_or_conference() -> None:
    """``CP`` is the issue, or the conference where words stand beside an ``IS``."""
    assert one("CP  - 3").issue == "3"
    found = one("CP  - Workshop on Invented Wetlands", "IS  - 4")
    assert (found.event_title, found.issue) == ("Workshop on Invented Wetlands", "4")


def test_journal_and_abbreviation() -> None:
    """The full title and its abbreviation, in whichever of their six tags."""
    for lines in (("JF  - Full Title", "JA  - Ful Tit"), ("T2  - Full Title", "J2  - Ful Tit"),
                  ("JF  - Full Title", "JO  - Ful Tit"), ("JO  - Full Title", "J1  - Ful Tit")):  # fmt: skip
        found = one(*lines)
        assert (found.container_title, found.container_title_short, found.extra) == ("Full Title", "Ful Tit", ())


def test_what_has_no_field_stands_in_extra() -> None:
    """Tags of nobody's, user fields and second values of a field are kept under their tags."""
    found = one("VL  - 3", "VL  - 4", "U1  - whatever", "Q7  - odd")
    assert found.volume == "3"
    assert found.extra == (("ris:VL", "4"), ("ris:U1", "whatever"), ("ris:Q7", "odd"))


def test_web_of_science() -> None:
    """Its tags mean other things: funding, conferences, two databases on a line with the accession number."""
    found, seen = read(
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
    found, seen = read(
        "1.\nTY  - JOUR\nID  - 2031000001\nT1  - A title.\nER  -  \n\nLink to the Ovid Full Text: https://example.org/o\n"
    )
    assert seen[0].message == "read as Ovid writes RIS"
    assert found[0].title == "A title"
    assert [each.value for each in found[0].identifiers] == ["2031000001", "https://example.org/o"]


def test_ovid_names_before_places() -> None:
    """Ovid's ``M2`` are affiliations, each behind the name of its author; one of nobody is kept."""
    found, _ = read(
        "1.\nTY  - JOUR\nT1  - A title\nA1  - Lind, Per A\nA1  - Wei, Rong\nM2  - Lind, Per A. University of Tides.\n"
        "M2  - Wei, Rong. Marine Institute, Harbour.\nM2  - Lind, Per A. School of Salt.\nM2  - Berg, A. Nowhere.\n"
    )
    assert [[place.text for place in each.affiliations] for each in found[0].author] == [
        ["University of Tides.", "School of Salt."],
        ["Marine Institute, Harbour."],
    ]
    assert found[0].extra == (("ris:M2", "Berg, A. Nowhere."),)


def test_ovid_lists_of_references() -> None:
    """Ovid's ``M1`` are references if most have a year; a number is kept, and so are pages that are none."""
    cited = ("Lind, P. (2001). Salt. J Tides, 1, 2-3.", "Berg, A. (1999). Tides.", "Council of Salt. Leaflet.")
    lines = "".join([f"M1  - {each}\n" for each in cited])
    first = f"1.\nTY  - JOUR\nT1  - A title\nSP  - No\nEP  - Specified\n{lines}ER  -\n"
    found, _ = read(f"{first}2.\nTY  - JOUR\nM1  - 101000001\nER  -\n")
    assert [(each.kind, each.citation) for each in found[0].related] == [("cites", text) for text in cited]
    assert (found[0].page, found[0].extra) == ("", (("ris:SP", "No"), ("ris:EP", "Specified")))
    assert found[1].extra == (("ris:M1", "101000001"),)


def test_publish_or_perish() -> None:
    """What Publish or Perish says of its query in ``M1`` are notes."""
    said = ("Query date: 2022-03-14 10:23:13", "12 cites: https://example.org/c")
    found = one(*[f"M1  - {each}" for each in said], "N1  - Cited By (since 2016): 12")  # Scopus has such notes, too
    assert (set(found.note), found.extra) == ({*said, "Cited By (since 2016): 12"}, ())


def test_day_of_early_publication_in_digits() -> None:
    """Eight digits that are a day are no edition."""
    assert one("ET  - 20191101").available_date == Date(year=2019, month=11, day=1)
    assert one("ET  - 20191301").edition == "20191301"


WEB_OF_SCIENCE = (
    "T2  - JOURNAL OF TIDES", "C3  - University of the North", "C3  - Marine Institute",
    "PA  - 1 HARBOUR RD, TROMSO, NORWAY", "J9  - J TIDES",
    "WE  - Science Citation Index Expanded (SCI-EXPANDED)", "AN  - WOS:000012345600001",
    "N1  - Times Cited in Web of Science Core Collection:  13", "Total Times Cited:  14", "Cited Reference Count:  11",
)  # fmt: skip


def test_no_value_of_r() -> None:
    """R's ``NA`` is nobody's title or DOI, but stays; a title of that name is a loss."""
    found, _ = read("TY  - JOUR\nTI  - NA\nDO  - NA\nPY  - 2019\nER  - \n")
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
    (paper,), _ = read("TY  - CONF\nTI  - A title\nT2  - Days of Tides\nC3  - Proceedings of the Days\nER  - \n")
    assert (paper.event_title, paper.container_title) == ("Days of Tides", "Proceedings of the Days")


def test_institutions_beside_a_number_of_the_web_of_science_are_no_proceedings() -> None:
    """A reader that took a paper from the Web of Science has its institutions in ``C3``, its number in ``AN``."""
    text = "TY  - CONF\nTI  - A title\nT2  - TIDES 2019\nC3  - {}\nAN  - {}\nER  - \n"
    (paper,), _ = read(text.format("University of the North", "WOS:000000000000001"))
    assert (paper.container_title, paper.event_title) == ("TIDES 2019", "")
    assert paper.annote == "Affiliations: University of the North"
    for title, number in (("Proceedings of the Days", "WOS:000000000000001"), ("Univ North", "1")):
        (paper,), _ = read(text.format(title, number))
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
    (paper,), _ = read("\n".join([*lines, "PA  - 1 HARBOUR RD", "ER  - ", ""]))
    assert (paper.event_title, paper.container_title) == ("Third Days of Tides", "TIDES 2019")
    (again,), _ = read(dumps([paper], "ris"))
    assert again == paper


@pytest.mark.parametrize(
    "annote",
    ["Read it.", "Affiliations: A; B", "Read it; Publisher Address: X", "Publisher Address: X; Affiliations: A; ; B",
     "Exported from: Zotero", "Publisher Address: X; Publisher Address: Y", "Publisher Address: ", "Cited By: many"],
)  # fmt: skip
def test_any_annotation_comes_back(annote: str) -> None:
    """An annotation that is not in the order of the remarks, or not of their form, is one research note."""
    (again,), _ = read(dumps([Citation(title="A title", annote=annote)], "ris"))
    assert again.annote == annote.strip()
    assert again.extra == ()


def test_platform_of_a_database() -> None:
    """``DP`` beside ``DB`` is the platform on which the database is; alone it is the source."""
    assert one("DP  - EBSCOhost").source == "EBSCOhost"
    both = one("DP  - EBSCOhost", "DB  - Academic Search Premier")
    assert (both.archive, both.source) == ("EBSCOhost", "Academic Search Premier")
    assert "DP  - EBSCOhost\r\n" in dumps([both], "ris")


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
    given = one("AU  - Lind, P", "AU  - Berg, A", "AD  - Here", "AD  - There")
    assert [[place.text for place in author.affiliations] for author in given.author] == [["Here", "There"], []]
    assert one("AU  - Lind, P", "AU  - Berg, A", "C1  - Here").extra == (("ris:C1", "Here"),)
    assert one("AU  - Lind, P", "AD  - Here").author[0].affiliations == (Affiliation(text="Here"),)


EBSCO = ("DP  - EBSCOhost", "AU  - Lind, Per A.", "AU  - Wei, R.")


def test_correspondence_of_ebsco() -> None:
    """PsycINFO's address begins with the author to write to, who may have no more; e-mail is his, or whom it names."""
    found = one(*EBSCO, "AD  - Wei, R., Tide Institute, North", "UR  - https://example.org/1", "UR  - w@example.org")
    assert [(author.corresponding, author.email) for author in found.author] == [(False, ""), (True, "w@example.org")]
    assert found.author[1].affiliations == (Affiliation(text="Tide Institute, North"),)
    assert (found.url, found.identifiers) == ("https://example.org/1", ())
    mails = ("UR  - https://example.org/1", "UR  - berg@example.org", "UR  - lind.p@example.org")
    alone = one(*EBSCO, "AD  - Lind, Per A.", *mails)
    assert [author.corresponding for author in alone.author] == [True, False]
    assert (alone.author[0].affiliations, alone.author[0].email) == ((), "lind.p@example.org")
    assert alone.identifiers == (Identifier(kind="url", value="berg@example.org"),)
    usual = one(*EBSCO, "AD  - Tide Institute, North")
    assert usual.author[0].affiliations == (Affiliation(text="Tide Institute, North"),)
    assert one("DP  - EBSCOhost", "AD  - Tide Institute, North").extra == (("ris:AD", "Tide Institute, North"),)


def test_sponsors_of_ebsco() -> None:
    """PsycINFO has grants in a field for users, which is kept where it tells more."""
    found = one(*EBSCO, "U1  - Sponsor: Tide Fund, North. Grant: 12; 34. Recipients: No recipient indicated", "U1  - x")
    fund = "Tide Fund, North"
    assert found.grants == (Grant(agency=fund, number="12"), Grant(agency=fund, number="34"))
    assert found.extra == (("ris:U1", "x"),)
    more = "Sponsor: Shelf Fund. Other Details: For tides. Recipients: Lind, Per A."
    named = one(*EBSCO, f"U1  - {more}")
    assert (named.grants, named.extra) == ((Grant(agency="Shelf Fund"),), (("ris:U1", more),))


def test_notes_of_ebsco() -> None:
    """What has no tag stands in the note: numbers and language (PsycINFO), the places of the authors (the others)."""
    note = (
        "Accession Number: 1; Lind, Per A. 1,2; Email Address: per@example.org; Wei, R. 2; Affiliations: 1 : Shelf"
        " College; North; 2: Tide Institute; Issue Info: Aug2016, Vol. 3, p1; Subject Term: TIDES; 3: nothing"
    )
    found = one(*EBSCO, f"N1  - {note}")
    assert [[place.text for place in author.affiliations] for author in found.author] == [
        ["Shelf College; North", "Tide Institute"],
        ["Tide Institute"],
    ]
    assert ([author.email for author in found.author], found.note) == (["per@example.org", ""], (note,))
    psychology = "Accession Number: 2. PMID: 90000001 Other. Language: EnglishMajor Descriptor: Tides. ArtID: 12. End"
    told = one(*EBSCO, "AD  - Lind, Per A., North", f"N1  - {psychology}")
    assert (told.pmid, told.language, told.number) == ("90000001", ("en",), "12")
    assert one(*EBSCO, "N1  - Other Title: Language: The tide. Language: GermanMajor Descriptor: x").language == ("de",)
    assert one(*EBSCO, "N1  - Other Title: Language: The tide.").language == ()
    known = one(*EBSCO, "LA  - Dutch", "C7  - 7", f"N1  - {psychology}")
    assert (known.language, known.number) == (("nl",), "7")


def test_psycnet() -> None:
    """APA's own site writes a tag with a long name behind the type, and the address behind the author's name."""
    found, _ = read(
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
    other = one(*lines, "C1  - Full publication date: ottobre 2014")
    assert (other.issued, other.extra) == (Date(year=2014), (("ris:C1", "Full publication date: ottobre 2014"),))


def test_address_in_place_of_a_doi() -> None:
    """An address that is no DOI's is the record's, unless it has one of its own."""
    assert one("DO  - https://example.org/1").url == "https://example.org/1"
    both = one("DO  - https://example.org/1", "UR  - https://example.org/2")
    assert (both.url, both.extra) == ("https://example.org/2", (("ris:DO", "https://example.org/1"),))


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


def test_record_without_its_end() -> None:
    """Where others have one, the file may be cut off, which is told."""
    cut, told = read(TWO[: TWO.rindex("PY")])
    assert [(7, "no ER at its end, which others have: it may be cut short")] == [
        (each.line, each.message) for each in told
    ]
    assert len(cut) == 2
    assert not read(TWO.replace("ER  - \n", ""))[1]


def test_long_text_between_records() -> None:
    """However long it is, it is told, and no record."""
    found, seen = read(f"{FIRST}\n\n{'Salt. ' * 500}\n{SECOND}", limits=Limits(record=1_000))

    assert ["First title", "Second title"] == [citation.title for citation in found]
    assert {"leftover"} == {each.code for each in seen}


@pytest.mark.parametrize("length", [1, 2_000], ids=["short", "long"])
def test_program_told_by_the_end_of_the_first_record(length: int) -> None:
    """However long the first record is, the program that wrote the file is known by its last lines."""
    assert "90000001" == one(f"N2  - {'Salt. ' * length}", "C5  - 90000001", "U2  - L600000001").pmid


def test_markup_and_entities() -> None:
    """Elements and entities in text are decoded."""
    found, _ = read("TY  - JOUR\nTI  - <em>E. coli</em> &amp; CO<sub>2</sub>\nER  - \n")
    assert found[0].title == "<i>E. coli</i> & CO<sub>2</sub>"


def test_several_addresses_on_a_line() -> None:
    """The first is that of the work, and a DOI among them is taken; what only looks like two is one."""
    doi, file = "https://doi.org/10.5555/tides", "file:///home/lind/tides.pdf"
    found = one(f"UR  - https://example.org/1?u=http://example.org/2 {doi}, {file}")
    assert (found.url, found.doi) == ("https://example.org/1?u=http://example.org/2", "10.5555/tides")
    assert [each.value for each in found.identifiers] == [doi, file]
