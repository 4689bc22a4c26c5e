"""Reading RIS as it is: broken frames, wrapped values, other encodings, and what each database means by its tags."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from citeconv import Date, Identifier, Issn, Keyword, Name, Report, dumps, load, loads
from citeconv.source import Limits
from told import read_told

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


def one(*lines: str) -> Any:
    """Return the citation of a journal article with these lines."""
    found, _ = read_told("\n".join(["TY  - JOUR", "TI  - A title", *lines, "ER  - ", ""]))
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
    found, seen = read_told(SHAPES[shape])
    assert [(each.type, each.title, each.author[0].family, each.issued) for each in found] == [
        ("article-journal", "First title", "Lind", Date(year=2019)),
        ("article-journal", "Second title", "Berg", Date(year=2020)),
    ]
    assert not [each for each in seen if each.severity == "error"]


def test_windows_1252() -> None:
    """Bytes that are not UTF-8 are read as Windows-1252, which is told."""
    found, seen = read_told(TWO.replace("Lind, Per", "Müller, François").encode("cp1252"))
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
    found, _ = read_told(TWO.replace("ER  - \n\n", "ER  - \nDO  - 10.5555/late\n\n"))
    assert [each.doi for each in found] == ["10.5555/late", ""]


def test_text_behind_the_end_is_kept() -> None:
    """What stands on the line of ``ER`` is the record's, unless it only counts the records."""
    found, _ = read_told(TWO.replace("ER  - \n", "ER  - from the shelf\n", 1))
    assert [dict(each.extra).get("ris:ER", "") for each in found] == ["from the shelf", ""]


def test_text_of_nobody_is_told() -> None:
    """A line before a record that is no tag is reported with its place."""
    _, seen = read_told("Exported from nowhere\n\n" + TWO)
    assert [(each.code, each.line) for each in seen if each.code == "leftover"] == [("leftover", 1)]


def test_banners_before_each_record_are_no_text_of_nobody() -> None:
    """JSTOR, APA PsycNet and the Cochrane Library say before each record whose it is, and of which database."""
    banner = 'Provider: Shelf Press http://example.org\nDatabase: Tides\nContent: text/plain; charset="UTF-8"\n\n\n'
    found, seen = read_told(f"{banner}{FIRST}\n\n{banner}{SECOND}")
    assert [(each.title, each.source) for each in found] == [("First title", "Tides"), ("Second title", "Tides")]
    assert not seen
    told, _ = read_told(f"Database: Tides\n\nTY  - JOUR\nTI  - A title\nDB  - Shelves\nER  -\n\n{banner}{FIRST}")
    assert [each.source for each in told] == ["Shelves", "Tides"]


def test_text_that_names_a_database_is_no_banner() -> None:
    """Where something else stands behind it, it says nothing of the record, and that is told."""
    found, seen = read_told(f"Database: Tides\nSearch: salt\n\n{FIRST}")
    assert [each.source for each in found] == [""]
    assert [each.line for each in seen if each.code == "leftover"] == [2]


def test_a_record_without_a_type() -> None:
    """A record that names no type is read, its type guessed from what it has."""
    found, seen = read_told("TI  - A title\nJF  - A journal\nVL  - 3\nER  - \n")
    assert (found[0].type, found[0].title) == ("article-journal", "A title")
    assert [each.message for each in seen] == ["no type: taken for article-journal"]


def test_an_unknown_type_is_kept() -> None:
    """A type of nobody's makes a document; its name is not lost."""
    found, seen = read_told("TY  - WHAT\nTI  - A title\nER  - \n")
    assert (found[0].type, found[0].extra) == ("document", (("ris:TY", "WHAT"),))
    assert "type WHAT is not known" in seen[0].message


@pytest.mark.parametrize(
    ("work", "kind", "field"),
    [
        ("Conference Paper", "paper-conference", "container_title"), ("Book Chapter", "chapter", "container_title"),
        ("Article", "article-journal", "container_title"), ("Book", "book", "collection_title"),
    ],
)  # fmt: skip
def test_parts_of_books_in_a_series(work: str, kind: str, field: str) -> None:
    """Scopus has one type for them, and says beside it what they are; both come back."""
    record = f"TY  - SER\nTI  - A title\nT2  - Notes on Tests\nM3  - {work}\nER  - \n"
    (citation,) = read_told(record)[0]
    assert (citation.type, getattr(citation, field)) == (kind, "Notes on Tests")
    report = Report()
    assert {"TY  - SER", f"M3  - {work}"} <= set(dumps([citation], "ris", report=report).splitlines())
    assert not report.lost()


@pytest.mark.parametrize("kind", ["HTML", "PDF", "CITATION"])
def test_google_scholar_by_publish_or_perish(kind: str) -> None:
    """The kind of a link stands in the place of the type, and dots for authors left out."""
    found, seen = read_told(f"TY  - {kind}\nAU  - Lind, P\nAU  - ...\nTI  - A title\nJF  - A journal\nER  - \n")
    assert (found[0].type, found[0].extra) == ("article-journal", (("ris:TY", kind),))
    assert ([name.family for name in found[0].author], found[0].et_al) == (["Lind"], ("author",))
    assert not seen


def test_a_type_alone_that_is_unknown_is_rejected() -> None:
    """A frame around nothing is no record."""
    found, seen = read_told(TWO + "\nTY  - \nER  - \n")
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


def cut(value: str) -> str:
    """Return a value in lines of 70 units of UTF-16, as Citation.js writes it."""
    units = value.encode("utf-16-le")
    return "\n".join([units[start : start + 140].decode("utf-16-le") for start in range(0, len(units), 140)])


def test_values_cut_where_a_line_was_full() -> None:
    """Citation.js cuts within words, too; where other lines end earlier, they were wrapped between words."""
    title = "The 😀 of mosses: a structure for the " + "northern-" * 9 + "walls, and " * 5 + "the end"
    url = "https://example.org/moss/article?id=10.5555/" + "0123456789." * 4 + "x"
    text = f"TY  - JOUR\nTI  - {cut(title)}\nAU  - Lind, Per\nUR  - {cut(url)}\nER  - \n"
    (found,) = loads(text, "ris")
    (other,) = loads(text.replace("AU  -", "N1  - A note\nof two lines\nAU  -"), "ris")

    assert (found.title, found.url) == (title, url)
    assert other.title == " ".join(map(str.strip, cut(title).split("\n")))


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
    ("DA  - 4/5/2016",): Date(year=2016, literal="4/5/2016"),
    ("DA  - 2016/2017",): Date(year=2016, end=Date(year=2017)),
    ("DA  - 05-Apr-2016",): Date(year=2016, month=4, day=5),
    ("DA  - 2013///Hilary term", "PY  - 2013"): Date(year=2013, literal="Hilary term"),
}


@pytest.mark.parametrize(("text", "month", "day"), [("3/16/2023", 3, 16), ("16/3/2023", 3, 16), ("5/5/2023", 5, 5)])
def test_a_date_whose_year_stands_behind(text: str, month: int, day: int) -> None:
    """Oxford's journals have the month first: it is told from the day where only one of them can be it."""
    assert one(f"Y2  - {text}").accessed == Date(year=2023, month=month, day=day)
    assert one("Y2  - 3/4/2023").accessed == Date(year=2023, literal="3/4/2023")


@pytest.mark.parametrize("lines", DATES)
def test_dates(lines: tuple[str, ...]) -> None:
    """The most precise date that agrees with the year, whatever tag it stands in."""
    assert one(*lines).issued == DATES[lines]
    assert not one(*lines).extra


def test_a_date_without_a_sign_of_one() -> None:
    """Zotero writes so where it knows no day."""
    assert one("DA  - undefined").issued is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020-05-0004", Date(year=2020, month=5, day=4)),
        ("2020///ed", Date(year=2020)),
        ("2020/ed", Date(year=2020)),
    ],
)
def test_dates_that_zotero_has_got_wrong(text: str, date: Date) -> None:
    """It may have noughts before the day, and what Cambridge's pages have behind the year."""
    assert date == one(f"DA  - {text}").issued


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
    ("SP  - S12", "EP  - S12"): "S12",
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
    ("lines", "page", "number"),
    [
        (("SP  - e0175947",), "", "e0175947"),
        (("SP  - e12", "EP  - e12"), "", "e12"),
        (("SP  - 636959",), "", "636959"),
        (("SP  - 63695",), "63695", ""),
        (("SP  - e0175947", "C7  - 12"), "e0175947", "12"),
        (("SP  - 9-Dec",), "9-Dec", ""),
    ],
)
def test_the_number_of_an_article_in_the_place_of_its_pages(lines: tuple[str, ...], page: str, number: str) -> None:
    """It is the number, as in other formats; what may be a page, or was made a date, is none."""
    assert (one(*lines).page, one(*lines).number) == (page, number)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (("PG  - 24", "PG  - a map"), [("ris:PG", "a map")]),
        (("SP  - 24", "SP  - 30", "PG  - 9"), [("ris:SP", "30"), ("ris:PG", "9")]),
        (("SP  - 24", "PG  - 24"), []),
        (("SP  - 24", "EP  - 30", "PG  - 9"), [("ris:PG", "9")]),
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
    assert one("DO  - doi:http://dx.doi.org/10.5555/x").doi == "10.5555/x"
    assert one("UR  - https://doi.org/10.55551").doi == ""
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
    found = one("SN  - 978-94-007-2143-2 (pbk. : alk. paper); 978-3-319-08147-2 (PDF)")
    assert (found.isbn, found.extra) == (("978-94-007-2143-2", "978-3-319-08147-2"), ())


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


def test_an_identifier_in_the_place_of_an_article_number_is_known_by_its_label() -> None:
    """What stands in C7 is the number of the article, unless it says to be a PMID, PMCID or DOI."""
    assert one("C7  - e1234").number == "e1234"
    found = one("C7  - PMID: 31234567", "C7  - PMC1234567 [pmcid]", "C7  - 10.1000/tides [doi]")
    assert (found.pmid, found.pmcid, found.doi, found.number) == ("31234567", "PMC1234567", "10.1000/tides", "")


def test_what_has_no_field_stands_in_extra() -> None:
    """Tags of nobody's, user fields and second values of a field are kept under their tags."""
    found = one("VL  - 3", "VL  - 4", "U1  - whatever", "Q7  - odd")
    assert found.volume == "3"
    assert found.extra == (("ris:VL", "4"), ("ris:U1", "whatever"), ("ris:Q7", "odd"))


def test_day_of_early_publication_in_digits() -> None:
    """Eight digits that are a day are no edition."""
    assert one("ET  - 20191101").available_date == Date(year=2019, month=11, day=1)
    assert one("ET  - 20191301").edition == "20191301"


def test_address_in_place_of_a_doi() -> None:
    """An address that is no DOI's is the record's, unless it has one of its own."""
    assert one("DO  - https://example.org/1").url == "https://example.org/1"
    both = one("DO  - https://example.org/1", "UR  - https://example.org/2")
    assert (both.url, both.extra) == ("https://example.org/2", (("ris:DO", "https://example.org/1"),))


def test_record_without_its_end() -> None:
    """Where others have one, the file may be cut off, which is told."""
    cut, told = read_told(TWO[: TWO.rindex("PY")])
    assert [(7, "no ER at its end, which others have: it may be cut short")] == [
        (each.line, each.message) for each in told
    ]
    assert len(cut) == 2
    assert not read_told(TWO.replace("ER  - \n", ""))[1]


def test_an_end_without_its_dash() -> None:
    """Alone on the last line it is no text, whatever tag stands before it; within a text it is."""
    text = "TY  - JOUR\nTI  - One\nKW  - tide\nER\n\nTY  - JOUR\nTI  - Two\nAB  - Seen in the\nER\nby night.\nER\n"
    one, two = loads(text, "ris")
    assert ["tide"] == [keyword.text for keyword in one.keyword]
    assert "Seen in the ER by night." == " ".join(two.abstract[0].paragraphs)


@pytest.mark.parametrize("end", ["ER -", "ER-", "ER - "])
def test_an_end_in_other_blanks(end: str) -> None:
    """It ends its record among others of the usual form, also one without a title."""
    text = f"TY  - JOUR\nAU  - Lind, Per\nDO  - 10.5555/a\n{end}\nTY  - JOUR\nTI  - Two\nER  - \n"
    found, _ = read_told(text)
    assert [("", "10.5555/a"), ("Two", "")] == [(each.title, each.doi) for each in found]
    assert not any(each.extra for each in found)


def test_records_without_titles_and_ends() -> None:
    """A type between two DOIs begins a record; one among the fields of a record does not."""
    found, _ = read_told("TY  - JOUR\nDO  - 10.5555/a\nTY  - JOUR\nDO  - 10.5555/b\nER  - \n")
    assert ["10.5555/a", "10.5555/b"] == [each.doi for each in found]
    (found_once,), _ = read_told("TY  - JOUR\nDO  - 10.5555/a\nTY  - JOUR\nAU  - Lind, Per\nER  - \n")
    assert ("10.5555/a", 1) == (found_once.doi, len(found_once.author))


def test_long_text_between_records() -> None:
    """However long it is, it is told, and no record."""
    found, seen = read_told(f"{FIRST}\n\n{'Salt. ' * 500}\n{SECOND}", limits=Limits(record=1_000))

    assert ["First title", "Second title"] == [citation.title for citation in found]
    assert {"leftover"} == {each.code for each in seen}


@pytest.mark.parametrize("length", [1, 2_000], ids=["short", "long"])
def test_program_told_by_the_end_of_the_first_record(length: int) -> None:
    """However long the first record is, the program that wrote the file is known by its last lines."""
    assert "90000001" == one(f"N2  - {'Salt. ' * length}", "C5  - 90000001", "U2  - L600000001").pmid


def test_markup_and_entities() -> None:
    """Elements and entities in text are decoded."""
    found, _ = read_told("TY  - JOUR\nTI  - <em>E. coli</em> &amp; CO<sub>2</sub>\nER  - \n")
    assert found[0].title == "<i>E. coli</i> & CO<sub>2</sub>"


def test_several_addresses_on_a_line() -> None:
    """The first is that of the work, and a DOI among them is taken; what only looks like two is one."""
    doi, file = "https://doi.org/10.5555/tides", "file:///home/lind/tides.pdf"
    found = one(f"UR  - https://example.org/1?u=http://example.org/2 {doi}, {file}")
    assert (found.url, found.doi) == ("https://example.org/1?u=http://example.org/2", "10.5555/tides")
    assert [each.value for each in found.identifiers] == [doi, file]
    glued = one(f"UR  - https://example.org/record?site=live{doi}")
    assert (glued.url, glued.doi) == ("https://example.org/record?site=live", "10.5555/tides")


def test_version_of_software() -> None:
    """The edition of a program or of data is its version, as EndNote and Zotero have it."""
    (program, book) = read_told("TY  - COMP\nTI  - A\nET  - 1.2\nER  - \nTY  - BOOK\nTI  - B\nET  - 2nd\nER  - \n")[0]
    assert (program.version, program.edition, book.edition) == ("1.2", "", "2nd")
    report = Report()
    assert "ET  - 1.2" in dumps([program], "ris", report=report)
    assert not report.lost()
    dumps([replace(program, edition="3rd"), replace(book, version="4")], "ris", report=report)
    assert {"edition", "version"} <= set(report.lost())


def test_preprint_without_an_address() -> None:
    """A number at arXiv is the address, too, where there is none."""
    (citation,) = read_told("TY  - UNPB\nTI  - A title\nER  - \n")[0]
    citation = replace(citation, identifiers=(Identifier(kind="arxiv", value="2101.00001"),))
    report = Report()
    assert "UR  - https://arxiv.org/abs/2101.00001" in dumps([citation], "ris", report=report)
    assert {"url"} == set(report.lost())
    assert "arxiv.org" not in dumps([replace(citation, doi="10.1000/1")], "ris")
