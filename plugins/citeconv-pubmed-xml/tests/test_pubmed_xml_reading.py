"""Sets, damage and hostile input: what stands around records, and what a record may not do to others."""

from __future__ import annotations

import gzip
import html
import io
import json
from pathlib import Path

import pytest

from citeconv import Affiliation, Citation, Date, Identifier, Name, Related, Report, load
from citeconv_pubmed_xml.values import bare_identifier, orcid_of

SEARCH = Path(__file__).parent / "samples" / "a-search.xml"
RECORD = (
    '<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{pmid}</PMID>'
    '<Article PubModel="Print"><Journal><JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue></Journal>'
    "<ArticleTitle>{title}</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
)

ORCID = "<Identifier Source='ORCID'>"
PLACE = "<AffiliationInfo><Affiliation>"
NUMBERS = "".join(f'<ArticleId IdType="pubmed">{number}</ArticleId>' for number in (2, 2, 3))


class Collected(Report):
    """A report that remembers its messages."""

    def __init__(self) -> None:
        self.said: list[str] = []
        super().__init__(lambda each: self.said.append(str(each)))


def read(text: str, report: Report | None = None) -> list[Citation]:
    """Return the citations in XML text."""
    return load(io.BytesIO(text.encode()), "pubmed-xml", report=report or Report())


def records(*titles: str) -> str:
    """Return a set of records with given titles."""
    articles = "".join(RECORD.format(pmid=90001000 + number, title=title) for number, title in enumerate(titles))
    return f"<PubmedArticleSet>{articles}</PubmedArticleSet>"


@pytest.mark.parametrize(
    ("volume", "pages", "number"),
    [("<Volume>27</Volume>", "", "2560"), ("", "", ""), ("<Volume>27</Volume>", "<MedlinePgn>1-9</MedlinePgn>", "")],
)
def test_the_number_of_an_article_among_its_identifiers(volume: str, pages: str, number: str) -> None:
    """Without pages, but in a volume, what the location says beside the publisher's own identifier is the number."""
    place = f'<Pagination>{pages}</Pagination><ELocationID EIdType="pii" ValidYN="Y">2560</ELocationID>'
    ids = '<PubmedData><ArticleIdList><ArticleId IdType="pii">brine27082560</ArticleId></ArticleIdList></PubmedData>'
    text = records("T").replace("<JournalIssue>", f"<JournalIssue>{volume}").replace("</Article>", f"{place}</Article>")
    (found,) = read(text.replace("</MedlineCitation>", f"</MedlineCitation>{ids}"))

    assert (number, "brine27082560") == (found.number, found.pii)
    assert bool(number) != (("pubmed-xml:ELocationID[pii]", "2560") in found.extra)


def one(date: str = "<Year>2020</Year>", article: str = "", data: str = "") -> Citation:
    """Return the citation of a record with a date of its issue, and more in its article and its data."""
    text = records("T").replace("<Year>2020</Year>", date).replace("</Article>", f"{article}</Article>")
    return read(text.replace("</PubmedArticle>", f"<PubmedData>{data}</PubmedData></PubmedArticle>"))[0]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("<AbstractText>AIM: To see. METHODS: We saw.</AbstractText>", ["AIM", "METHODS"]),
        ('<AbstractText Label="AIM">We: See. METHODS: No.</AbstractText>', ["AIM"]),
        ("<AbstractText>AIM: A.</AbstractText><AbstractText>METHODS: B.</AbstractText>", ["", ""]),
        ('<AbstractText Label="UNLABELLED"/>', []),
    ],
)
def test_sections_of_an_abstract_in_one_element(text: str, labels: list[str]) -> None:
    """An abstract in a single text without a label of its own, as older ones are, is parted at the labels in it."""
    assert labels == [section.label for section in one(article=f"<Abstract>{text}</Abstract>").abstract]


DAY = "<Year>2021</Year><Month>3</Month><Day>26</Day>"


@pytest.mark.parametrize(
    ("model", "status", "epub", "collection"),
    [
        ("Print-Electronic", "ppublish", True, False),
        ("Print-Electronic", "aheadofprint", False, False),
        ("Electronic", "epublish", False, False),
        ("Electronic-eCollection", "epublish", False, True),
    ],
)
def test_an_electronic_date_that_is_the_cited_one(model: str, status: str, epub: bool, collection: bool) -> None:
    """PubMed prints the electronic date, or the collection's, of articles with both, though it be the cited one."""
    text = records("T").replace("<Year>2020</Year>", DAY)
    text = text.replace('PubModel="Print"', f'PubModel="{model}"')
    text = text.replace("</Article>", f"<ArticleDate>{DAY}</ArticleDate></Article>")
    data = f"<PubmedData><PublicationStatus>{status}</PublicationStatus></PubmedData>"
    (found,) = read(text.replace("</MedlineCitation>", f"</MedlineCitation>{data}"))

    day = Date(year=2021, month=3, day=26)
    assert (day, day if epub else None) == (found.issued, found.available_date)
    assert ((day if collection else None), None) == (found.collection_date, found.print_date)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<Year>2020</Year><Month>Feb</Month><Day>9</Day>", Date(year=2020, month=2, day=9)),
        ("<Year>2020</Year><Season>Spring</Season>", Date(year=2020, season=1)),
        ("<Year>2020</Year><Season>Spring</Season><Month>May</Month>", Date(year=2020, literal="2020 Spring May")),
        ("<Year>2020</Year><Season>Rains</Season>", Date(year=2020, literal="2020 Rains")),
        ("<Year>2020</Year><Month>13</Month>", Date(year=2020, literal="2020 13")),
        ("<Year>2020</Year><Month>May</Month><Day>31</Day>", Date(year=2020, month=5, day=31)),
        ("<Year>2020</Year><Month>May</Month><Day>32</Day>", Date(year=2020, literal="2020 May 32")),
        ("<Year>2020</Year><Month>May</Month><Day>77</Day>", Date(year=2020, literal="2020 May 77")),
        ("<Year>2020</Year><Day>77</Day>", Date(year=2020, literal="2020 77")),
        ("<Year>20</Year>", Date(literal="20")),
        ("<Year>2020</Year><Year>2021</Year>", Date(year=2020, literal="2020; 2021")),
        ("2020 Dec", Date(year=2020, month=12)),
        ("<MedlineDate>2020 Nov-Dec</MedlineDate>", Date(year=2020, month=11, end=Date(year=2020, month=12))),
        ("<Year>2020</Year><MedlineDate>2020 Winter</MedlineDate>", Date(year=2020, season=4)),
        ("<Year>2020</Year><MedlineDate>Winter</MedlineDate>", Date(year=2020, season=4)),
    ],
)
def test_dates(date: str, expected: Date) -> None:
    """Nothing of a date is lost, in whatever parts it is given."""
    assert one(date).issued == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("<ForeName>Per</ForeName><MiddleName>Vega</MiddleName>", Name(family="Lind", given="Per Vega")),
        ("<ForeName>P V</ForeName><Initials>PV</Initials>", Name(family="Lind", given="P V")),
        ("<ForeName>P V</ForeName><Initials>PW</Initials>", Name(family="Lind", given="P V", initials="PW")),
        ("<ForeName>Per</ForeName><Initials>P</Initials>", Name(family="Lind", given="Per", initials="P")),
        ("<Initials>PV</Initials>", Name(family="Lind", given="P V")),
        (
            "<AffiliationInfo><Affiliation/><Identifier Source='ROR'>x</Identifier></AffiliationInfo>",
            Name(family="Lind", affiliations=(Affiliation(text="", identifiers=(Identifier(kind="ror", value="x"),)),)),
        ),
        ("<AffiliationInfo><Affiliation/></AffiliationInfo>", Name(family="Lind")),
        (
            (f"{ORCID}0000-0002-1825-0097</Identifier>{ORCID}https://orcid.org/0000-0002-1825-0097</Identifier>"
            f"{ORCID}0000-0001-5109-3700</Identifier><Identifier Source='ISNI'>12</Identifier>"),
            Name(
                family="Lind",
                orcid="0000-0002-1825-0097",
                identifiers=(
                    Identifier(kind="ORCID", value="0000-0001-5109-3700"), Identifier(kind="ISNI", value="12"),
                ),
            ),
        ),
    ],
)  # fmt: skip
def test_authors(author: str, expected: Name) -> None:
    """Parts of a name, and what identifies the author or a place."""
    assert one(article=f"<AuthorList><Author><LastName>Lind</LastName>{author}</Author></AuthorList>").author == (
        expected,
    )


@pytest.mark.parametrize(
    ("people", "kept"),
    [
        (f"<Author>{PLACE}Here</Affiliation></AffiliationInfo></Author>", "Author/Affiliation"),
        ("<Author><LastName>L</LastName><MiddleName>Here</MiddleName></Author>", "Author/MiddleName"),
        (
            f"<Author><LastName>L</LastName>{PLACE}There</Affiliation><Affiliation>Here</Affiliation></AffiliationInfo></Author>",
            "AffiliationInfo/Affiliation",
        ),
        ("<Somebody>Here</Somebody>", "AuthorList/Somebody"),
        ("<Author><LastName>L</LastName><LastName>Here</LastName></Author>", "Author/LastName"),
        ("<Author>Here</Author>", "Author/text()"),
    ],
)
def test_what_is_no_part_of_a_name_is_kept(people: str, kept: str) -> None:
    """It stands in extra under the path of its element."""
    assert (f"pubmed-xml:{kept}", "Here") in one(article=f"<AuthorList>{people}</AuthorList>").extra


@pytest.mark.parametrize("suffix", ["Jr", "Jr."])
def test_the_suffix_of_a_name(suffix: str) -> None:
    """It has no full stop, which books print behind it."""
    author = f"<Author><LastName>Ek</LastName><Initials>A</Initials><Suffix>{suffix}</Suffix></Author>"
    assert one(article=f"<AuthorList>{author}</AuthorList>").author == (Name(family="Ek", given="A", suffix="Jr"),)


@pytest.mark.parametrize(
    ("pages", "page", "number", "kept"),
    [
        ("<StartPage>11</StartPage><EndPage>19</EndPage>", "11-19", "", []),
        ("<StartPage>11</StartPage>", "11", "", []),
        ("<StartPage>2</StartPage><EndPage>8</EndPage><MedlinePgn>11-9</MedlinePgn>", "11-19", "", ["11-9", "2", "8"]),
        ("<StartPage>11</StartPage><EndPage>19</EndPage><MedlinePgn>11-19</MedlinePgn>", "11-19", "", []),
        ("<MedlinePgn>e12</MedlinePgn>", "", "e12", []),
        ("<MedlinePgn>1-9</MedlinePgn></Pagination><Pagination><MedlinePgn>e2</MedlinePgn>", "1-9", "", ["e2"]),
        ("<MedlinePgn>e2</MedlinePgn></Pagination><Pagination><MedlinePgn>1-9</MedlinePgn>", "", "e2", ["1-9"]),
        ("<Odd>1</Odd>", "", "", ["1"]),
        ("<MedlinePgn>1-9</MedlinePgn><MedlinePgn>e2</MedlinePgn>", "1-9; e2", "", []),
    ],
)  # fmt: skip
def test_pages(pages: str, page: str, number: str, kept: list[str]) -> None:
    """Pages or the number of an article; what contradicts them is kept."""
    found = one(article=f"<Pagination>{pages}</Pagination>")

    assert (page, number, kept) == (found.page, found.number, [value for _, value in found.extra])


def test_identifiers_given_twice() -> None:
    """The first is the citation's; another one is kept, the same is not, and a PMID that differs is told apart."""
    ids = "".join(f'<ArticleId IdType="doi">10.5555/{end}</ArticleId>' for end in "xyx")
    found = one(data=f"<ArticleIdList>{ids}{NUMBERS}</ArticleIdList>")

    assert ("10.5555/x", "90001000") == (found.doi, found.pmid)
    assert [("doi", "10.5555/y"), ("pubmed", "3")] == [(each.kind, each.value) for each in found.identifiers]
    assert (("pubmed-xml:ArticleId[pubmed]", "2"),) == found.extra


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("<GrantList><Grant>{}</Grant></GrantList>", "Agency"),
        ("<ChemicalList><Chemical>{}</Chemical></ChemicalList>", "RegistryNumber"),
        ("<ChemicalList><Chemical>{}</Chemical></ChemicalList>", "NameOfSubstance"),
        ("<MeshHeadingList><MeshHeading>{}</MeshHeading></MeshHeadingList>", "DescriptorName"),
        ("<MedlineJournalInfo>{}</MedlineJournalInfo>", "ISSNLinking"),
    ],
)
def test_what_stands_twice_where_one_belongs_is_kept(outer: str, inner: str) -> None:
    """No DTD allows it; programs that put sets together may do it."""
    twice = outer.format(f"<{inner}>9999-0001</{inner}><{inner}>9999-0002</{inner}>")
    text = records("T").replace("</MedlineCitation>", f"{twice}</MedlineCitation>")
    text = text.replace("</Article>", f"{twice}</Article>") if "Grant" in outer else text

    assert "9999-0002" in [value for _, value in read(text)[0].extra]


def test_the_old_affiliation_is_the_first_authors() -> None:
    """Unless that one has an affiliation; then it is kept."""
    people = "<AuthorList><Author><LastName>Lind</LastName>{}</Author></AuthorList><Affiliation>Here</Affiliation>"
    first = one(article=people.format(""))
    second = one(article=people.format("<AffiliationInfo><Affiliation>There</Affiliation></AffiliationInfo>"))

    assert ["Here"] == [place.text for place in first.author[0].affiliations]
    assert ["There"] == [place.text for place in second.author[0].affiliations]
    assert (("pubmed-xml:Article/Affiliation", "Here"),) == second.extra


def test_a_quoted_string_of_xml_is_read() -> None:
    """A set that a program saved as a string, with its quotes and line ends escaped, is read as the set."""
    text = SEARCH.read_text(encoding="utf-8")

    assert read(text) == load(io.BytesIO(json.dumps(text).encode()), report=Report())


def test_a_damaged_quoted_string_is_read_as_far_as_it_goes() -> None:
    """A quoted string without its end, or with an escape that is none, loses no record before or after it."""
    text = json.dumps(SEARCH.read_text(encoding="utf-8").replace("A wave", "A \\q wave"), ensure_ascii=False)[:-1]
    found = load(io.BytesIO(text.encode()), report=Report())

    assert [citation.pmid for citation in found] == ["90000001", "90000002", "90000003", "90000004"]


def test_a_page_that_shows_xml_is_read() -> None:
    """PubMed's old page of a record's XML, with its signs as references, is read as the XML."""
    text = SEARCH.read_text(encoding="utf-8").partition("<PubmedArticleSet>")[2].partition("</PubmedArticleSet>")[0]
    page = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<pre>{html.escape(text, quote=False)}</pre>'

    assert load(io.BytesIO(page.encode()), report=Report()) == read(text)


def test_gzip_is_read() -> None:
    """A packed file is read like any other, and recognised by its content."""
    data = SEARCH.read_bytes()

    assert load(io.BytesIO(data), report=Report()) == load(io.BytesIO(gzip.compress(data)), report=Report())


def test_withdrawn_records_are_told() -> None:
    """``DeleteCitation`` is no record; the message says how many PMIDs it names."""
    report = Collected()

    found = read(
        records("One") + "<DeleteCitation><PMID Version='1'>7</PMID><PMID Version='2'>8</PMID></DeleteCitation>", report
    )

    assert [citation.title for citation in found] == ["One"]
    assert ["DeleteCitation: 2 no longer in PubMed: 7 8" in message for message in report.said] == [True]


@pytest.mark.parametrize(
    "damage",
    ["<ArticleTitle>", "</Article>", "&unknown;", "<b>x</i>", "<![CDATA[", "<!-- ", "\x01<"],
)
def test_damage_costs_one_record(damage: str) -> None:
    """A record with a missing, superfluous or crossed tag is rejected; those around it are read."""
    report = Collected()

    found = read(records("One", f"Two {damage}", "Three", "Four"), report)

    assert {"One", "Four"} <= {citation.title for citation in found}
    assert len(found) >= 2
    assert report.total.read == report.total.rejected + len(found)


def test_only_its_own_identifiers() -> None:
    """The identifiers of cited works are theirs, whatever the article lacks."""
    cited = (
        "<PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType='doi'>10.5555/other</ArticleId>"
        "<ArticleId IdType='pmc'>PMC1</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>"
    )
    citation = read(records("One").replace("</MedlineCitation>", f"</MedlineCitation>{cited}"))[0]

    assert not citation.doi
    assert not citation.pmcid
    assert [(each.kind, each.doi, each.pmcid) for each in citation.related] == [("cites", "10.5555/other", "PMC1")]


@pytest.mark.parametrize(
    ("model", "status", "printed", "volume", "expected"),
    [
        ("Print", "ppublish", "<Year>2020</Year><Month>Dec</Month>", "1", "2020-12-0"),
        ("Print-Electronic", "ppublish", "<Year>2020</Year><Month>12</Month>", "1", "2020-12-0 available 2020-9-8"),
        ("Print-Electronic", "aheadofprint", "<Year>2020</Year>", "", "2020-9-8 print 2020-0-0"),
        ("Electronic", "epublish", "<Year>2020</Year>", "1", "2020-9-8"),
        ("Electronic-Print", "epublish", "<MedlineDate>2020 Nov</MedlineDate>", "1", "2020-9-8 print 2020-11-0"),
        ("Electronic-eCollection", "epublish", "<Year>2020</Year>", "1", "2020-9-8 collection 2020-0-0"),
    ],
)  # fmt: skip
def test_the_date_to_cite(model: str, status: str, printed: str, volume: str, expected: str) -> None:
    """``PubModel`` says which of the two dates PubMed cites; the other is kept as what it is."""
    electronic = (
        ""
        if model == "Print"
        else ("<ArticleDate DateType='Electronic'><Year>2020</Year><Month>09</Month><Day>08</Day></ArticleDate>")
    )
    text = records("One").replace('PubModel="Print"', f'PubModel="{model}"').replace("<Year>2020</Year>", printed, 1)
    text = text.replace("<PubDate>", f"<Volume>{volume}</Volume><PubDate>").replace(
        "</Article>", f"{electronic}</Article>"
    )
    data = f"</MedlineCitation><PubmedData><PublicationStatus>{status}</PublicationStatus></PubmedData>"
    citation = read(text.replace("</MedlineCitation>", data))[0]

    found = [
        f"{name} {date.year}-{date.month}-{date.day}".strip()
        for name, date in (
            ("", citation.issued), ("available", citation.available_date),
            ("print", citation.print_date), ("collection", citation.collection_date),
        )
        if date
    ]  # fmt: skip
    assert " ".join(found) == expected


def test_evil_text_is_bounded() -> None:
    """Depth, entities and attributes without end cost their record; nothing is included from elsewhere."""
    deep = "<i>" * 50_000 + "x" + "</i>" * 50_000
    many = "<i " + " ".join(f'a{number}="1"' for number in range(50_000)) + ">x</i>"
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'

    found = read(laughs + records("One", deep, many, f"In{include}", "&c;", "<?php evil ?>Six"))

    titles = {citation.pmid: citation.title for citation in found}
    assert titles["90001000"] == "One"
    assert titles["90001003"] == "In"
    assert titles["90001005"] == "Six"
    assert titles["90001004"] == "&c;"
    assert "90001001" not in titles


def test_stray_text_is_kept() -> None:
    """Text between elements where there should be none is kept."""
    citation = read(records("One").replace("<Article ", "nobody's <Article "))[0]

    assert ("pubmed-xml:MedlineCitation/text()", "nobody's") in citation.extra


@pytest.mark.parametrize("text", ["0000000218250097", "http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097/"])
def test_orcid(text: str) -> None:
    """ORCIDs are bare, whatever stands around them."""
    assert orcid_of(text) == "0000-0002-1825-0097"


def test_identifiers_of_institutions_are_bare() -> None:
    """The web address of an identifier is left out."""
    assert bare_identifier("https://ror.org/00tides00") == "00tides00"
    assert bare_identifier("https://www.grid.ac/institutes/grid.9.1") == "grid.9.1"
    assert bare_identifier("grid.9.1") == "grid.9.1"


@pytest.mark.parametrize(
    ("tag", "kept"),
    [
        ('<Author Label="x">', "Author/@Label"),
        ('<Author ValidYN="Y" Label="x">', "Author/@Label"),
        ("<Author Label='x'>", "Author/@Label"),
        ('<Author Label = "x">', "Author/@Label"),
        ('<Author\n  ValidYN="Y"\n  NlmCategory="x">', "Author/@NlmCategory"),
        ('<Author ValidYN="Y" EqualContrib="N" UI="x">', "Author/@UI"),
    ],
)
def test_attributes_that_other_elements_have_are_kept(tag: str, kept: str) -> None:
    """An attribute that is read of another element, and not of this one, is kept, wherever in the tag it stands."""
    authors = f"</ArticleTitle><AuthorList>{tag}<LastName>Ao</LastName></Author></AuthorList><ArticleTitle>"
    [found] = read(RECORD.format(pmid=90001000, title=f"A{authors}"))
    assert found.author[0].family == "Ao"
    assert found.extra == ((f"pubmed-xml:{kept}", "x"),)


@pytest.mark.parametrize(("pii", "number"), [("BS71", "BS71"), ("S0140-6736(20)30183-5", "")])
def test_number_of_an_article_without_pages(pii: str, number: str) -> None:
    """A publisher's identifier is the number that PubMed prints where pages are missing, unless it is Elsevier's."""
    text = records("Moss").replace("<PubDate>", "<Volume>7</Volume><PubDate>")
    citation = read(text.replace("</Journal>", f'</Journal><ELocationID EIdType="pii">{pii}</ELocationID>'))[0]

    assert (pii, number) == (citation.pii, citation.number)


def test_relations_of_old_sets() -> None:
    """Until 2007 the name of an element said how another article was related to this one."""
    related = (
        "<CommentsCorrections><CommentOn><RefSource>Tide J. 1999;1:2</RefSource><PMID>90001001</PMID></CommentOn>"
        "<ErratumIn><RefSource>Tide J 2000 Jan;2(1):9</RefSource></ErratumIn></CommentsCorrections>"
    )
    (citation,) = read(records("Tides").replace("</MedlineCitation>", f"{related}</MedlineCitation>"))

    assert (
        Related(kind="comment-on", citation="Tide J. 1999;1:2", pmid="90001001"),
        Related(kind="erratum-in", citation="Tide J 2000 Jan;2(1):9"),
    ) == citation.related
    assert () == citation.extra


def test_articles_without_what_is_around_them() -> None:
    """An article that stands in its record itself is read, and the number that the record has as an attribute."""
    (found,) = read(
        '<s><PubmedArticle PMID="90001"><Article><ArticleTitle>T.</ArticleTitle></Article></PubmedArticle></s>'
    )
    assert (found.pmid, found.title, found.extra) == ("90001", "T", ())


def test_pages_of_a_part_of_a_report() -> None:
    """The number of a report is none of its part, whose pages it would be taken for."""
    text = (
        "<PubmedBookArticleSet><PubmedBookArticle><BookDocument><PMID>90001000</PMID><Book><BookTitle>Tides</BookTitle>"
        "<ReportNumber>R-12</ReportNumber></Book><ArticleTitle>Ebb</ArticleTitle>"
        "<Pagination><StartPage>12</StartPage><EndPage>20</EndPage><MedlinePgn>12-20</MedlinePgn></Pagination>"
        "</BookDocument></PubmedBookArticle></PubmedBookArticleSet>"
    )
    (found,) = read(text)

    report = Identifier(kind="book-report-number", value="R-12")
    assert ("", "12-20", (report,), ()) == (found.number, found.page, found.identifiers, found.extra)
    (whole,) = read(text.replace("<ArticleTitle>Ebb</ArticleTitle>", ""))
    assert ("R-12", ()) == (whole.number, whole.identifiers)
    own = "<MedlinePgn>e12</MedlinePgn></Pagination>"
    (numbered,) = read(
        text.replace("<ReportNumber>R-12</ReportNumber>", "").replace(
            text[text.index("<StartPage>") : text.index("</BookDocument>")], own
        )
    )
    assert ("e12", ()) == (numbered.number, numbered.identifiers)


def test_empty_elements_say_nothing() -> None:
    """An element without a text leaves no empty value behind; where one of several has a text, that one is read."""
    text = (
        "<PubmedArticle><MedlineCitation><PMID>90001000</PMID><DateCompleted/><DateRevised><Year/></DateRevised>"
        "<Article><Journal><ISSN/><JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue></Journal>"
        '<ArticleTitle>T</ArticleTitle><ArticleDate DateType="Electronic"/><Abstract><AbstractText/></Abstract>'
        "<AuthorList><Author/><Author><LastName>Lind</LastName><ForeName/></Author></AuthorList><Language/>"
        "<DataBankList><DataBank><DataBankName/></DataBank></DataBankList><GrantList><Grant/></GrantList>"
        "<PublicationTypeList><PublicationType/></PublicationTypeList></Article><CitationSubset/>"
        "<ChemicalList><Chemical/></ChemicalList><SupplMeshList><SupplMeshName/></SupplMeshList>"
        '<CommentsCorrectionsList><CommentsCorrections RefType="Cites"><RefSource/></CommentsCorrections>'
        "</CommentsCorrectionsList><KeywordList><Keyword/></KeywordList><GeneralNote/></MedlineCitation>"
        '<PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi"/>'
        '<ArticleId IdType="doi">10.5555/1</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>'
        "</PubmedArticle>"
    )
    assert read(text) == [
        Citation(
            type="article-journal", title="T", pmid="90001000", author=(Name(family="Lind"),),
            issued=Date(year=2020), related=(Related(kind="cites", doi="10.5555/1"),),
        ),
    ]  # fmt: skip


def test_a_record_in_a_namespace() -> None:
    """A namespace of somebody's changes nothing; a preprint without a journal has no publisher."""
    kinds = "<PublicationTypeList><PublicationType>Preprint</PublicationType></PublicationTypeList>"
    text = RECORD.format(pmid=90001000, title="T").replace("</Article>", f"{kinds}</Article>")
    [found] = read(text)
    assert (found.genre, found.publisher) == ("Preprint", "")
    assert read(text.replace("<PubmedArticle>", '<PubmedArticle xmlns="urn:example">')) == [found]


AUTHORS = '<AuthorList Type="authors"><Author><LastName>{}</LastName></Author></AuthorList>'


@pytest.mark.parametrize(
    ("chapter", "own", "authors", "container_authors"),
    [
        ("Salt", "Wei", ["Wei"], ["Lind"]),
        ("Salt", "", ["Lind"], []),
        ("", "Wei", ["Lind", "Wei"], []),
        ("", "", ["Lind"], []),
    ],
)
def test_the_authors_of_a_book(chapter: str, own: str, authors: list[str], container_authors: list[str]) -> None:
    """They stand beside those of a chapter, before those of what is no chapter, and alone where there are no others."""
    [found] = read(
        "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>90001000</PMID><Book><BookTitle>Sea</BookTitle>"
        + AUTHORS.format("Lind")
        + "</Book>"
        + (f"<ArticleTitle>{chapter}</ArticleTitle>" if chapter else "")
        + (AUTHORS.format(own) if own else "")
        + "</BookDocument></PubmedBookArticle></PubmedArticleSet>"
    )
    assert [name.family for name in found.author] == authors
    assert [name.family for name in found.container_author] == container_authors


def test_the_years_and_contents_of_a_book() -> None:
    """A book that ended in the year in which it began has that year; what is no section of it is kept."""
    text = (
        "<PubmedBookArticle><BookDocument><PMID>90001000</PMID><Book><BookTitle>Salt</BookTitle><BeginningDate>"
        "<Year>2001</Year></BeginningDate><EndingDate><Year>2001</Year></EndingDate></Book><ArticleTitle>T"
        "</ArticleTitle><Sections><Section><SectionTitle>A</SectionTitle><Remark>new</Remark></Section></Sections>"
        "</BookDocument></PubmedBookArticle>"
    )
    [found] = read(text)
    assert found.issued == Date(year=2001)
    assert found.extra == (("pubmed-xml:Section/Remark", "new"), ("pubmed-xml:Sections/Section", "A"))
