"""What the tables of databases hold: a whole row, or a whole file, as it is read."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from citeconv import Affiliation, Citation, Date, Event, Identifier, Issn, Keyword, Name, Report, load, loads
from csv_rows import row_of

SAMPLES = Path(__file__).parent / "samples"


def test_scopus() -> None:
    """Full names carry their numbers and addresses, and what only repeats them is not kept twice."""
    (citation,) = loads(
        "Authors,Author full names,Author(s) ID,Title,Year,Source title,Affiliations,Authors with affiliations,EID,"
        "Correspondence Address\n"
        '"Lind P.; Wei R.","Lind, Per (57190000001); Wei, Rong (57190000002)","57190000001; 57190000002",T,2021,J,'
        '"Institute of Tides, North; Shelf College","Lind P., Institute of Tides, North; Wei R., Shelf College",'
        '2-s2.0-9,"P. Lind; Institute of Tides, North; email: lind@example.org"\n'
    )

    assert (
        Name(
            family="Lind",
            given="Per",
            identifiers=(Identifier(kind="scopus", value="57190000001"),),
            email="lind@example.org",
            affiliations=(Affiliation(text="Institute of Tides, North"),),
            corresponding=True,
        ),
        Name(
            family="Wei",
            given="Rong",
            identifiers=(Identifier(kind="scopus", value="57190000002"),),
            affiliations=(Affiliation(text="Shelf College"),),
        ),
    ) == citation.author
    assert () == citation.extra


def test_web_of_science() -> None:
    """Quotes are text there, dates stand in two columns, full names and groups in others."""
    first, second, _ = load(SAMPLES / "tsv" / "savedrecs.txt")

    assert ('Tides of the "northern" shelf', Date(year=2021, month=12)) == (first.title, first.issued)
    assert [("Inst Tides, North",), ()] == [tuple(place.text for place in name.affiliations) for name in first.author]
    assert (Name(family="Okonkwo", given="Chidi"), Name(literal="Shelf Study Grp")) == second.author
    assert ('"An abstract that begins with a quote.',) == second.abstract[0].paragraphs
    assert Date(year=2022, month=3, day=15) == second.issued


def test_openalex() -> None:
    """Lists that run beside the authors are joined to them."""
    (citation,) = loads(
        "id,doi,title,display_name,ids.openalex,authorships.author.display_name,authorships.author.orcid,"
        "authorships.raw_affiliation_strings,authorships.is_corresponding\n"
        "https://openalex.org/W9,https://doi.org/10.5555/x,T,T,https://openalex.org/W9,Per Lind|Rong Wei,"
        "https://orcid.org/0000-0002-1825-0097|None,Institute of Tides|,True|False\n"
    )

    assert (
        Name(
            family="Lind",
            given="Per",
            orcid="0000-0002-1825-0097",
            affiliations=(Affiliation(text="Institute of Tides"),),
            corresponding=True,
        ),
        Name(family="Wei", given="Rong"),
    ) == citation.author
    assert (Identifier(kind="openalex", value="W9"),) == citation.identifiers


def test_web_of_science_names_before_numbers() -> None:
    """Numbers go to the author whose name stands before them, e-mails to whose name they hold; others are kept."""
    header = "PT\tAU\tAF\tTI\tSO\tRI\tOI\tEM\tJ9\tJI\tTC\tPA"
    row = (
        "J\tLind, PA; Wei, R\tLind, Per A.; Wei, Rong\tT\tTIDES\tWei, Rong/A-1-2020; No, B/B-2-2020\t"
        "Lind, Per/0000-0002-1825-0097\tlind@example.org\tTIDES\tTides\t4\t1 SHELF RD"
    )
    (citation,) = loads(f"{header}\n{row}\n")

    assert citation.author[0].orcid == "0000-0002-1825-0097"
    assert citation.author[0].email == "lind@example.org"
    assert citation.author[1].identifiers == (Identifier(kind="researcherid", value="A-1-2020"),)
    assert citation.container_title_short == "Tides"
    assert citation.annote == "Times Cited in Web of Science Core Collection: 4; Publisher Address: 1 SHELF RD"
    assert citation.extra == (("csv:RI", "No, B/B-2-2020"),)


def test_web_of_science_names_without_commas() -> None:
    """Where the full name has the family name first without a comma, the short one tells it."""
    header = "PT\tAU\tAF\tC1\tTI\tSO"
    names = "Jiang, LY; Nguyen, TKH; Wei, R; Roe, A\tJiang Liuyun; Nguyen Thi Kim Hong; Rong Wei; Roe Berta"
    (citation,) = loads(f"{header}\nJ\t{names}\t[Jiang Liuyun; Nguyen Thi Kim Hong] Univ X\tT\tTIDES\n")
    assert [1, 1, 0, 0] == [len(name.affiliations) for name in citation.author]
    assert [("Jiang", "Liuyun"), ("Nguyen", "Thi Kim Hong"), ("Wei", "Rong"), ("Berta", "Roe")] == [
        (name.family, name.given) for name in citation.author
    ]


def test_web_of_science_with_commas() -> None:
    """Tags of the Web of Science above commas: known by its tags, and read with quotes."""
    (found,) = loads('PT,AU,TI,SO,PY\nJ,"Lind, P; Wei, R",Tides,J TIDES,2019\n')

    assert "Tides" == found.title
    assert (Name(family="Lind", given="P"), Name(family="Wei", given="R")) == found.author


def test_web_of_science_saved_by_a_spreadsheet() -> None:
    """Quotes are text in its own tab-delimited files, and quote where a spreadsheet has saved one of them anew."""
    head = "PT\tAU\tAF\tTI\tSO\tPY\n"
    own = f'{head}J\tLind, P; Wei, R\tLind, Per; Wei, Rong\t"Salt" and "sea"\tSHELF, TIDE\t2019\n'
    saved = f'{head}J\t"Lind, P; Wei, R"\t"Lind, Per; Wei, Rong"\t"""Salt"" and ""sea"""\t"SHELF, TIDE"\t2019\n'
    (first,), (second,) = loads(own, "tsv"), loads(saved, "tsv")

    assert ('"Salt" and "sea"', "SHELF, TIDE") == (first.title, first.container_title)
    assert first == second


def test_patents_of_the_web_of_science() -> None:
    """A patent has its numbers where an article has its part, the first of which is its own, and an assignee."""
    (found,) = loads(
        "PT\tAU\tAF\tTI\tSO\tPN\tAE\tUT\nP\tLIND P\t\tTide gauge\t\tUS7654321-B2; EP123-A1\tSHELF INC\tDIIDW:1\n", "tsv"
    )

    assert ("patent", "US7654321-B2", "", "SHELF INC") == (found.type, found.number, found.part, found.publisher)
    assert (("csv:PN", "EP123-A1"),) == found.extra


def test_dspace() -> None:
    """DSpace's export: Dublin Core, languages in brackets, lists with two bars, numbers of authorities behind names."""
    (found,) = loads(
        "id,collection,dc.contributor.author,dc.date.issued,dc.description.abstract[en],dc.identifier.doi[en],"
        "dc.identifier.journaltitle[en],dc.language.iso[en],dc.subject[en],dc.title[en],dc.type[en]\n"
        '"93-a","1/9","Lind, Per::rp04::600||Wei, Rong","2021-04-17","On tides.","10.5555/3","Tides","en","shelf||sea",'
        '"Tides of the shelf","Journal Article"\n'
    )

    assert (Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")) == found.author
    assert ("Tides of the shelf", "Tides", "10.5555/3") == (found.title, found.container_title, found.doi)
    assert (Date(year=2021, month=4, day=17), "article-journal") == (found.issued, found.type)
    assert ["shelf", "sea"] == [keyword.text for keyword in found.keyword]
    assert not found.extra


def test_cnki() -> None:
    """CNKI calls each column in English and Chinese."""
    (found,) = loads(
        "SrcDatabase-来源库,Title-题名,Author-作者,Organ-单位,Source-文献来源,Keyword-关键词,PubTime-发表时间,Year-年,"
        "Volume-卷,Period-期,PageCount-页码\n期刊,潮汐研究,林;魏,海洋大学,海洋学报,潮汐;;海洋,2020-03-01,2020,12,3,1-10\n"
    )

    assert ("潮汐研究", "海洋学报", "12", "3", "1-10") == (
        found.title,
        found.container_title,
        found.volume,
        found.issue,
        found.page,
    )
    assert (["林", "魏"], Date(year=2020, month=3, day=1)) == ([name.literal for name in found.author], found.issued)


SIDEWAYS = (
    '"TITLE","Tides, of the ""shelf"""\n'
    '"AUTHOR NAMES","Lind P.A.","Wei R."\n'
    '"AUTHOR ADDRESSES","(Lind P.A., lind@example.org) Institute of Tides, North.","(Wei R.) Shelf College."\n'
    '"PUBLICATION YEAR","2024"\n'
    '"MEDLINE PMID","90000001","http://www.ncbi.nlm.nih.gov/pubmed/90000001"\n'
    '"EMTREE MEDICAL INDEX TERMS","tide","shelf sea"\n'
    '"ABSTRACT","In two\nlines."\n'
    "\n"
    '"TITLE","Shelves"\n'
    '"AUTHOR NAMES","Wei R."\n'
    "\n"
    '"TITLE","Broken" x"\n'
    '"AUTHOR NAMES"\n'
)


def test_sideways() -> None:
    """Embase has tables a line a field, too; a record of other lines costs itself."""
    report = Report()
    first, second = load(io.BytesIO(SIDEWAYS.encode()), report=report)

    assert ("csv", 3, 1) == (report.inputs[0].format, report.inputs[0].read, report.inputs[0].rejected)
    assert 'Tides, of the "shelf"' == first.title
    assert ("In two", "lines.") == first.abstract[0].paragraphs
    assert [("Lind", "lind@example.org"), ("Wei", "")] == [(name.family, name.email) for name in first.author]
    assert "Shelf College" == first.author[1].affiliations[0].text
    assert ("90000001", "http://www.ncbi.nlm.nih.gov/pubmed/90000001") == (first.pmid, first.url)
    assert ["tide", "shelf sea"] == [subject.term for subject in first.subjects]
    assert ("Shelves", ()) == (second.title, second.extra)


def test_cochrane_library() -> None:
    """The Cochrane Library says whose each number is, and parts pages with a sign of its own."""
    row = {
        "CENTRAL ID": "CN-00000001", "Author(s)": "Lind, P; Wei, R", "Title": "T", "Source": "Journal of Tides",
        "Year": "2020", "Pages": "765\u2010778", "Database Name": "CENTRAL", "PubMed ID": "PUBMED 90000001",
        "Embase ID": "EMBASE 643000001", "CTgov ID": "CTgov NCT00000001", "CINAHL ID": "", "ICTRP ID": "see there",
    }  # fmt: skip
    text = "\n".join(",".join(f'"{cell}"' for cell in cells) for cells in (row, row.values()))
    (citation,) = loads(f"{text}\n", "csv")

    assert (citation.pmid, citation.page, citation.number) == ("90000001", "765-778", "")
    assert [(each.kind, each.value) for each in citation.identifiers] == [
        ("central", "CN-00000001"), ("pui", "L643000001"), ("clinical-trial", "NCT00000001"),
    ]  # fmt: skip
    assert citation.extra == (("csv:ICTRP ID", "see there"),)


BVS = (
    "ID,Title,Authors,Source,Journal,Database,Type,Language,Publication year,Descriptor(s),Keyword(s),"
    "Publication Country,Fulltext URL, Abstract,Entry Date,Volume number,Issue number,DOI,ISSN,Accession number,PMCID\n"
)


def test_bvs() -> None:
    """BVS (LILACS) has pages, month and publisher only in a printed citation, and titles in several languages."""
    article, record, book, other = loads(
        f'{BVS}"lil-1","Os ventos do mar/ The winds of the sea","Lind, Per; Silva, Ana",'
        '"Rev. mar;22(1): 632-45, oct.-dic. 2019. tab, graf","Rev. mar","LILACS","article","pt","2019",'
        '"Vento/análise; Humanos","Maré","BR","https://example.org/1","Texto",20200314,22,1,,0000-0019,,\n'
        '"mdl-2","Sea and/ or salt","Lind, P","J Tides; 121: e15, 2018 11 08.","J Tides","MEDLINE","article","en",'
        '"2018","","","GB","","",20190314,121,,,,90000001,\n'
        '"lil-3","Livro do mar","Lind, P","Santos; Editora do Mar; 2019. 120 p. ilus","","LILACS","monography","pt",'
        '"2019","","","BR","","",20190314,,,,,,\n'
        '"lil-4","Outro livro do mar","Lind, P","In: Livro do mar","","LILACS","thesis","pt","2019","","","BR","","",'
        "20190314,,,,,,\n",
        "csv",
    )
    assert (article.title, article.original_title) == ("Os ventos do mar", "The winds of the sea")
    assert (article.page, article.annote, article.source) == ("632-645", "Source: tab, graf", "LILACS")
    assert article.issued == Date(year=2019, month=10, end=Date(year=2019, month=12))
    assert [(each.term, *[one.term for one in each.qualifiers]) for each in article.subjects] == [
        ("Vento", "análise"), ("Humanos",),
    ]  # fmt: skip
    assert (article.keyword[0].text, article.journal_country, article.url) == ("Maré", "BR", "https://example.org/1")
    assert article.history == (Event(kind="record-created", date=Date(year=2020, month=3, day=14)),)
    assert (record.title, record.pmid, record.number) == ("Sea and/ or salt", "90000001", "e15")
    assert record.issued == Date(year=2018, month=11, day=8)
    assert (book.type, book.publisher, book.publisher_place) == ("book", "Editora do Mar", "Santos")
    assert (book.number_of_pages, book.annote) == ("120", "Source: ilus")
    assert (article.extra, record.extra, book.extra) == ((), (), ())
    assert (other.type, other.extra) == ("thesis", (("csv:Source", "In: Livro do mar"),))


def test_scielo() -> None:
    """SciELO has volume, issue and pages only in a printed citation, which may lack each of them; others are kept."""
    header = "ID,Title,Author(s),Source,Journal,Language(s),Publication year,Fulltext URL\n"
    whole, bare, odd = loads(
        f'{header}"S1-scl","Ventos/ marés do mar","Lind, Per, Wei, Rong","Mar; 30(1); 844-874","Mar",'
        '"Portuguese, English","2024","https://example.org/1"\n'
        '"S2-scl","Ventos","Lind, Per","Mar; 31(); -","Mar","Spanish","2025","https://example.org/2"\n'
        '"S3-scl","Ventos","Lind, Per","Sal; 32(); -","Mar","Spanish","2025","https://example.org/3"\n',
        "csv",
    )
    assert (whole.title, whole.volume, whole.issue, whole.page) == ("Ventos/ marés do mar", "30", "1", "844-874")
    assert [name.family for name in whole.author] == ["Lind", "Wei"]
    assert (whole.container_title, whole.language, whole.source) == ("Mar", ("pt", "en"), "")
    assert (bare.volume, bare.issue, bare.page) == ("31", "", "")
    assert (whole.extra, bare.extra, odd.extra) == ((), (), (("csv:Source", "Sal"),))


def test_ovid() -> None:
    """Ovid has its tags for names of columns, a line for each value, and the journal's issue in the source."""
    cells = {
        "ORN": "1",
        "VN": "Ovid Technologies",
        "DB": "Embase",
        "UI": "2000000001",
        "PM": "90000001 [http://www.ncbi.nlm.nih.gov/pubmed/?term=90000001]",
        "TI": "Tides of the shelf.",
        "SO": "Journal of Tides. 22 (1) (pp 24-26), 2021. Article Number: 105. Date of Publication: December 2021.",
        "AU": "Lind P.A.\n\nWei R.\n\nRoe A.",
        "AO": "Wei, R; ORCID: http://orcid.org/0000-0002-2345-678X",
        "IN": "(Lind, Wei) Institute of Tides, North\n(Roe) Shelf College",
        "AD": "P.A. Lind, Institute of Tides, North. E-mail: lind@example.org",
        "MH": "*shelf\n\nfish, dead",
        "IS": "1234-5679",
        "YR": "2021",
    }
    text = io.StringIO()
    csv.writer(text).writerows([cells.keys(), cells.values()])
    (citation,) = loads(text.getvalue(), "csv")
    tides = (Affiliation(text="Institute of Tides, North"),)
    assert citation == Citation(
        type="article-journal",
        title="Tides of the shelf",
        author=(
            Name(family="Lind", given="P A", affiliations=tides, corresponding=True, email="lind@example.org"),
            Name(family="Wei", given="R", affiliations=tides, orcid="0000-0002-2345-678X"),
            Name(family="Roe", given="A", affiliations=(Affiliation(text="Shelf College"),)),
        ),
        container_title="Journal of Tides",
        issued=Date(year=2021, month=12),
        volume="22",
        issue="1",
        page="24-26",
        number="105",
        source="Embase",
        pmid="90000001",
        keyword=(Keyword(text="*shelf"), Keyword(text="fish, dead")),
        issn=(Issn(value="1234-5679"),),
        identifiers=(Identifier(kind="record", value="1"), Identifier(kind="accession", value="2000000001")),
        annote="VN: Ovid Technologies",
    )


def test_source_lines_of_ovids_medline() -> None:
    """MEDLINE's source lines have colons before the pages; full names count more than short ones."""
    (citation,) = loads(
        'VN,DB,UI,TI,AU,FA,SO,YR\nOvid Technologies,MEDLINE,90000001,T.,Lind P,"Lind, Per",'
        '"Journal of Tides. 37(1):24-6, 2019 Mar 01.",2019\n',
        "csv",
    )
    assert citation.author == (Name(family="Lind", given="Per"),)
    assert (citation.container_title, citation.volume, citation.issue) == ("Journal of Tides", "37", "1")
    assert (citation.page, citation.issued, citation.extra) == ("24-26", Date(year=2019, month=3, day=1), ())


def test_dblp() -> None:
    """Kinds of publications in words of its own; the work is at ``ee``, and ``url`` is where DBLP has it."""
    (citation,) = loads(
        "@id,authors,ee,key,title,type,url,venue,year\n"
        '1,"Per Lind, Rong Wei",https://doi.org/10.5555/t,conf/tides/Lind20,T.,Conference and Workshop Papers,'
        "https://dblp.org/rec/conf/tides/Lind20,TIDES,2020\n",
        "csv",
    )
    assert (citation.type, citation.url, citation.key) == (
        "paper-conference",
        "https://doi.org/10.5555/t",
        "conf/tides/Lind20",
    )
    assert citation.identifiers == (Identifier(kind="dblp-url", value="https://dblp.org/rec/conf/tides/Lind20"),)


def test_ebscohost() -> None:
    """Its contributors are the authors, as it has no other column for them."""
    (citation,) = loads(
        "longDBName,an,title,contributors,source,subjects,isiType,pageStart,pageEnd\n"
        'GreenFILE,9,T,"Lind, Per ; Wei, Rong A.",Journal of Tides,Tides ; Shelf,JOUR,1,9\n',
        "csv",
    )
    assert citation.author == (Name(family="Lind", given="Per"), Name(family="Wei", given="Rong A."))
    assert not citation.contributor


def test_proquest() -> None:
    """The type of the source tells the type of the work."""
    (citation,) = loads(
        "Title,Author,Publication,SourceType,PubDate\nT,Lind,ProQuest,Dissertations & Theses,2024-01-01\n", "csv"
    )
    assert citation.type == "thesis"


def test_abstracts_of_conferences_from_ovid() -> None:
    """Some of its tables have no numbers of records; the conference stands between the journal and the volume."""
    (citation,) = loads(
        'ORN,VN,DB,TI,SO,AU\n1,Ovid Technologies,Embase,T,"Tides. Conference: 9th Meeting on Salt. Norway. '
        '85 (10 Supplement) (pp S302), 2019. Date of Publication: 15 May 2019.",Lind P.A.\n',
        "csv",
    )
    assert (citation.container_title, citation.event_title, citation.event_place) == (
        "Tides",
        "9th Meeting on Salt",
        "Norway",
    )
    assert (citation.volume, citation.issue, citation.page) == ("85", "10 Supplement", "S302")
    assert citation.issued == Date(year=2019, month=5, day=15)


def test_medline_at_the_web_of_science() -> None:
    """The number of an article is its PMID, and other columns have names of their own."""
    (citation,) = loads(
        "Publication Type\tArticle Number\tDocument Type\tArticle Title\tAuthors\tORCID Identifier\tCitation Subsets\n"
        "J\t90000001\tReview\tT\tLind, Per; Wei, Rong\tWei, Rong/0000-0002-2345-678X\tIndex Medicus\n",
        "tsv",
    )
    assert (citation.pmid, citation.number, citation.publication_types) == ("90000001", "", ("Review",))
    assert [name.orcid for name in citation.author] == ["", "0000-0002-2345-678X"]


def test_works_cited_of_dimensions() -> None:
    """Semicolons within brackets part the authors of one work; its DOI and number are known."""
    cited = "[Lind, P; Wei, R]|[ur.1; ur.2]|Tides|2020|1|2|3-9|10.5555/t|pub.1000000000|38;[Roe, A]|[]|Salt|1999||||||"
    (citation,) = loads(f'Publication ID,Title,Cited references\npub.1,T,"{cited}"\n', "csv")
    first, second = citation.related
    assert (first.doi, first.identifiers) == ("10.5555/t", (Identifier(kind="dimensions", value="pub.1000000000"),))
    assert (second.citation, second.doi, second.identifiers) == ("[Roe, A]|[]|Salt|1999||||||", "", ())


def test_diva() -> None:
    """DiVA has an author's numbers in brackets and addresses in parentheses, and names of its own for columns."""
    (citation,) = loads(
        "PID,Name,Title,PublicationType,Status,HostPublication,StartPage,EndPage,Year,Pages,ISI,NBN,Supervisors\n"
        'diva2:9,"Lind, Åsa [u1abc] [0000-0002-1825-0097] (Shelf University [12], Tides [3]);Wei, Rong",T,'
        '"Kapitel i bok, del av antologi",published,Shelves,12,19,2021,8,000900000001,urn:nbn:se:x:diva-9,'
        '"Roe, Ann, Professor (Shelf University)"\n'
    )
    assert citation.type == "chapter"
    assert citation.author == (
        Name(
            family="Lind",
            given="Åsa",
            orcid="0000-0002-1825-0097",
            identifiers=(Identifier(kind="local", value="u1abc"),),
            affiliations=(Affiliation(text="Shelf University, Tides"),),
        ),
        Name(family="Wei", given="Rong"),
    )
    (advisor,) = citation.contributor
    assert (advisor.family, advisor.given, advisor.suffix, advisor.role) == ("Roe", "Ann", "Professor", "advisor")
    assert (citation.container_title, citation.page, citation.number_of_pages) == ("Shelves", "12-19", "8")
    assert [(each.kind, each.value) for each in citation.identifiers] == [
        ("diva", "diva2:9"),
        ("wos", "000900000001"),
        ("urn", "urn:nbn:se:x:diva-9"),
    ]


def test_cnki_table() -> None:
    """CNKI's tables have English names with Chinese ones behind."""
    (citation,) = loads(
        "SrcDatabase-来源库,Title-题名,Author-作者,Source-文献来源,PubTime-发表时间,Year-年,Period-期,PageCount-页码,CLC-分类号,DOI-DOI\n"
        "期刊,潮汐研究,李一;王二小,海学报,2021-03-15 09:00,2021,05,120-129,Q958,10.5555/cn.1\n"
    )
    assert (citation.type, citation.container_title, citation.issue) == ("article-journal", "海学报", "05")
    assert (citation.doi, citation.categories, citation.annote) == ("10.5555/cn.1", ("Q958",), "")


def test_ovid_dates_of_medline() -> None:
    """Ovid's table of MEDLINE has the date as MEDLINE has it."""
    (citation,) = loads("VN,DB,UI,TI,NJ,DP\nOvid Technologies,Ovid MEDLINE(R),18000001,Salt,Tides,2007 Dec\n")
    assert citation.issued == Date(year=2007, month=12)


def test_embase_without_links() -> None:
    """Embase's table is known where somebody left out its last columns; its source is a citation, and no database."""
    (citation,) = loads(
        "Title,Author Names,AiP/IP Entry Date,Source,Source title,Publication Year,Volume\n"
        "Salt,Lind P.,2020-07-24,Tides (2020) 13. Date of Publication: 2020,Tides,2020,13\n"
    )
    assert (citation.container_title, citation.volume, citation.source) == ("Tides", "13", "Embase")


@pytest.mark.parametrize(
    ("place", "expected"),
    [("13 Supplement 2 (S12-S13)", ("", "2", "S12-S13")), ("13:7 Supplement", ("7", "Supplement", ""))],
)
def test_supplements_of_embase(place: str, expected: tuple[str, str, str]) -> None:
    """Embase's source alone tells of a supplement, which is none of the issue, whose column does not have it."""
    issue = "7" if ":7" in place else ""
    (citation,) = loads(
        "Title,Author Names,AiP/IP Entry Date,Source,Source title,Publication Year,Volume,Issue\n"
        f"Salt,Lind P.,2020-07-24,Tides (2020) {place}. Date of Publication: 2020,Tides,2020,13,{issue}\n"
    )
    assert (citation.issue, citation.supplement, citation.page) == expected
    assert not citation.extra


def test_capes_theses() -> None:
    """CAPES' catalogue of theses has names for its columns that begin with kinds of values."""
    (citation,) = loads(
        "AN_BASE,DT_TITULACAO,NM_GRAU_ACADEMICO,NM_PRODUCAO,NM_DISCENTE,NM_ORIENTADOR,NM_ENTIDADE_ENSINO,DS_RESUMO,"
        "DS_PALAVRA_CHAVE,NM_IDIOMA,NR_PAGINAS\n"
        "2023,2023-08-25,DOUTORADO,SAL DAS MARES,ANA LIND,ROSA WEI,UNIVERSIDADE DO SAL,O sal.,SAL;MAR,PORTUGUES,374\n"
    )
    assert (citation.type, citation.title, citation.genre) == ("thesis", "SAL DAS MARES", "DOUTORADO")
    assert (citation.author[0].family, citation.contributor[0].role) == ("LIND", "advisor")
    assert (citation.issued, citation.publisher) == (Date(year=2023, month=8, day=25), "UNIVERSIDADE DO SAL")
    assert (citation.language, citation.number_of_pages, citation.extra) == (("pt",), "374", ())


def test_pubdata2xl() -> None:
    """PubData2XL's workbooks and tables of PubMed have MEDLINE's fields under names."""
    (citation,) = loads(
        "PMID,Title,Author(s),Author(s) Full Name,Source,Article Identifier,Publishing Model,Place of Publication,"
        "Status,Owner,Date Completed\n"
        '32000001,Salt.,Lind P||Wei R,"Lind, Per||Wei, Rong",Tides. 2020 Jul;69(7):12-18. doi: 10.5555/1.,'
        "10.5555/1 [doi],Print,Norway,MEDLINE,NLM,20210216\n"
    )
    assert [name.given for name in citation.author] == ["Per", "Rong"]
    assert (citation.journal_country, citation.indexing_status, citation.source_owner) == ("Norway", "MEDLINE", "NLM")
    assert (citation.volume, citation.page) == ("69", "12-18")
    assert citation.history == (Event(kind="record-completed", date=Date(year=2021, month=2, day=16)),)


def test_taylor_and_francis() -> None:
    """Taylor & Francis has the year under its volume, the day on the web, and a word before each page."""
    (citation,) = loads(
        "Article title,Authors,Journal title,Volume,Issue,Pages,Volume year,DOI,Published online date,URL\n"
        'Salt,"Per Lind, Rong Wei",Tides,30,2,p148 - p162,2014,10.5555/1,30-May-2014,https://doi.org/10.5555/1\n'
    )
    assert (citation.issued, citation.available_date) == (Date(year=2014), Date(year=2014, month=5, day=30))
    assert (citation.page, citation.annote) == ("148-162", "")


def test_tags_of_ris() -> None:
    """Tables that somebody made of RIS have its tags for names of their columns."""
    (citation,) = loads(
        "TY,AU,TI,PY,T2,VL,SP,EP,DO,AB,KW,SN,J2,DB\n"
        'CHAP,"Lind, P.; Wei, R.",Salt,2024,Tides,3,12,19,10.5555/1,The salt.,sea; salt,12345679,Tid.,Shelf\n'
    )
    assert (citation.type, citation.container_title, citation.container_title_short) == ("chapter", "Tides", "Tid.")
    assert (citation.page, citation.volume, citation.source) == ("12-19", "3", "Shelf")
    assert [name.family for name in citation.author] == ["Lind", "Wei"]
    assert (citation.issn, citation.extra, citation.annote) == ((Issn(value="1234-5679"),), (), "")


def test_unpaywall() -> None:
    """Unpaywall's tables have ISSNs, and the one that links them."""
    (citation,) = loads('doi,title,journal_issns,journal_issn_l\n10.5555/1,Salt,"1234-5679,2049-3630",1234-5679\n')
    assert [(issn.value, issn.kind) for issn in citation.issn] == [
        ("1234-5679", ""), ("2049-3630", ""), ("1234-5679", "linking"),
    ]  # fmt: skip


def test_wos_dates_of_medline() -> None:
    """The Web of Science's table of MEDLINE has the day on the web behind the date; seasons stand in short."""
    head = "PT\tAU\tTI\tSO\tPD\tPY\n"
    (citation,) = loads(f"{head}J\tLind, P\tSalt\tTides\t2008 Dec (Epub 2008 Aug 14)\t2008\n")
    assert (citation.issued, citation.available_date) == (Date(year=2008, month=12), Date(year=2008, month=8, day=14))
    (citation,) = loads(f"{head}J\tLind, P\tSalt\tTides\tFAL-WIN 2013\t2013\n")
    assert citation.issued == Date(year=2013, season=3, end=Date(year=2013, season=4))


@pytest.mark.parametrize("pages", ["pp 7-12", "no pagination"])
def test_ovids_source_in_the_place_of_a_journal(pages: str) -> None:
    """Where tables of several databases are joined, Ovid's line of the source may stand for the journal."""
    line = f"Tides of the Shelf. 9 (4) ({pages}), 2020. Date of Publication: 18 Sep 2020."
    found = row_of({"title": "T", "journal": line})
    assert (found.container_title, found.volume, found.issue) == ("Tides of the Shelf", "9", "4")
    assert (found.page, found.issued) == ("" if pages[0] == "n" else "7-12", Date(year=2020, month=9, day=18))
