"""What PubMed's own tables hold, of each of its times: a whole row as it is read."""

from __future__ import annotations

from pathlib import Path

from citeconv import (
    Affiliation,
    Chemical,
    Citation,
    Date,
    Event,
    Grant,
    Identifier,
    Issn,
    Name,
    Related,
    Report,
    load,
    loads,
)

SAMPLES = Path(__file__).parent / "samples"


def test_pubmed() -> None:
    """PubMed's own CSV gives what its text export gives."""
    first, second, third, fourth = load(SAMPLES / "csv" / "pubmed.csv")

    assert (
        Citation(
            type="article-journal",
            title='Tides of the "northern" shelf',
            container_title_short="J Tides",
            author=(
                Name(family="Lind", given="P A"),
                Name(family="Wei", given="R"),
                Name(family="van der Zee", given="H H"),
                Name(literal="Shelf Study Group"),
            ),
            issued=Date(year=2021, month=12),
            available_date=Date(year=2020, month=10, day=15),
            history=(Event(kind="entrez", date=Date(year=2020, month=10, day=16)),),
            volume="17",
            issue="10",
            page="559-561",
            doi="10.5555/tides.1",
            pmid="90000001",
            pmcid="PMC9000001",
            manuscript_id="NIHMS900001",
        )
        == first
    )
    assert ("A second look at the shelf", "e0251234") == (second.title, second.number)
    assert "aheadofprint" == third.publication_status
    assert Date(year=2024, month=1, end=Date(year=2024, month=2)) == fourth.issued


def test_entries_of_books_in_old_pubmed() -> None:
    """The date of an entry stands before the title of its database; what is no number of PMC is none."""
    text = (
        "Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties\n"
        '"Moss, Ear.","/pubmed/90000001","Lind PA, Wei, Jr. R.","2019 Jul 25. StatMoss [Internet]. Umea (SE): Moss '
        'Press; 2019 Jan-.","StatMoss.  2019","PubMed","citation","PMID:90000001 | PMCID:wh_2019_064","pubmed",'
        '"90000001","create date:2019/08/20 | first author:Lind PA",\n'
    )
    (found,) = loads(text)
    assert (found.type, found.container_title, found.publisher) == ("chapter", "StatMoss", "Moss Press")
    assert found.history[0] == Event(kind="contributed", date=Date(year=2019, month=7, day=25))
    assert found.author[1] == Name(family="Wei", given="R", suffix="Jr")
    assert (found.pmid, found.pmcid, found.extra) == ("90000001", "", (("csv:Identifiers", "PMCID:wh_2019_064"),))


def test_old_pubmed() -> None:
    """PubMed's CSV until 2019 has other columns for the same."""
    text = (
        "Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties\n"
        '"Tides of the shelf.","/pubmed/90000001","Lind PA, Wei R.","J Tides. 2018 Sep;15(3):194-205. doi: '
        '10.5555/t. Epub 2018 Sep 28. Review. German.",'
        '"J Tides.  2018","PubMed","citation","PMID:90000001 | PMCID:PMC9000001",'
        '"pubmed","90000001","create date:2019/07/29 | first author:Lind PA",\n'
    )

    (citation,) = loads(text)

    assert (
        Citation(
            type="article-journal",
            title="Tides of the shelf",
            container_title_short="J Tides",
            author=(Name(family="Lind", given="P A"), Name(family="Wei", given="R")),
            issued=Date(year=2018, month=9),
            available_date=Date(year=2018, month=9, day=28),
            history=(Event(kind="entrez", date=Date(year=2019, month=7, day=29)),),
            volume="15",
            issue="3",
            page="194-205",
            source="PubMed",
            language=("de",),
            publication_types=("Review",),
            doi="10.5555/t",
            pmid="90000001",
            pmcid="PMC9000001",
            url="https://www.ncbi.nlm.nih.gov/pubmed/90000001",
        )
        == citation
    )


def test_old_pubmed_without_abstract() -> None:
    """What PubMed wrote behind the pages until 2019: that there is no abstract, or the languages."""
    names = "Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties\n"
    ends = ("No abstract available.", "Review. English, Spanish.")
    rows = [f'T.,,Lind P.,"J Tides. 2018 Sep;15(3):43-7. {end}",J Tides. 2018,PubMed,citation,,,1,\n' for end in ends]
    first, second = loads(names + "".join(rows), "csv")
    assert (first.page, first.extra) == ("43-47", (("csv:Details", "No abstract available."),))
    assert (second.page, second.language, second.publication_types) == ("43-47", ("en", "es"), ("Review",))


def test_old_pubmed_with_relations() -> None:
    """Errata and comments that PubMed named behind the pages are related articles, and no part of the pages."""
    names = "Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties\n"
    ends = (
        "Review. Erratum in: J Tides. 2019 Jan;16(1):9. ",
        "German.  No abstract available.  Erratum in: J Tides 2019;16:9. Lind, P [removed]. Comment in: J Moss. 2019. ",
    )
    rows = [f'T.,,Lind P.,"J Tides. 2018 Sep;15(3):43-7. {end}",J Tides. 2018,PubMed,citation,,,1,\n' for end in ends]
    first, second = loads(names + "".join(rows), "csv")
    assert (first.page, first.publication_types, first.extra) == ("43-47", ("Review",), ())
    assert first.related == (Related(kind="erratum-in", citation="J Tides. 2019 Jan;16(1):9."),)
    assert (second.page, second.language, second.extra) == (
        "43-47",
        ("de",),
        (("csv:Details", "No abstract available."),),
    )
    assert [(each.kind, each.citation) for each in second.related] == [
        ("erratum-in", "J Tides 2019;16:9. Lind, P [removed]."),
        ("comment-in", "J Moss. 2019."),
    ]


def test_old_pubmed_with_columns_of_somebody() -> None:
    """A date that somebody added does not push aside that of PubMed."""
    (found,) = loads(
        "Title,URL,Description,Details,ShortDetails,Resource,Type,Identifiers,Db,EntrezUID,Properties,Properties,,"
        "FirstAuthor,Date\nTides.,/pubmed/90000001,Lind P.,J Tides. 2018 May 8. doi: 10.5555/1.,J Tides. 2018,PubMed,"
        "citation,PMID:90000001,pubmed,90000001,create date:2018/05/10 | first author:Lind P,create date,"
        "2018/05/10 | first author,Lind P,5/8/18\n"
    )

    assert (Date(year=2018, month=5, day=8), ()) == (found.issued, found.extra)


def test_summaries_of_entrez() -> None:
    """Summaries of NCBI, as Biopython has them: the source is the journal in short, lists are Python's."""
    (citation,) = loads(
        "Id,PubDate,EPubDate,Source,AuthorList,LastAuthor,Title,Volume,Issue,Pages,LangList,NlmUniqueID,ISSN,ESSN,"
        "PubTypeList,RecordStatus,PubStatus,FullJournalName,SO,DOI\n"
        "90000001,2014 Dec,2014 Jan 31,J Tides,\"['Lind P', 'Wei R']\",Wei R,Tides,27,6,479-84,['English'],123456789,"
        "1234-5679,2345-678X,\"['Journal Article', 'Review']\",PubMed - indexed for MEDLINE,ppublish,"
        "The journal of tides,2014 Dec;27(6):479-84,10.5555/t\n",
        "csv",
    )
    assert (citation.container_title, citation.container_title_short) == ("The journal of tides", "J Tides")
    assert (citation.language, citation.publication_types) == (("en",), ("Journal Article", "Review"))
    assert citation.issn == (Issn(value="1234-5679"), Issn(value="2345-678X", kind="electronic"))
    assert (citation.indexing_status, citation.publication_status) == ("MEDLINE", "ppublish")
    assert (citation.page, citation.status, citation.extra) == ("479-484", "", ())


def test_lines_of_the_text_export() -> None:
    """Scripts that cut PubMed's text at empty lines have its source line for the journal, and its line of authors."""
    table = (
        'Journal,Title,Authors,DOI\n"\n1. J Tides. 2021 Aug 6;11:7-12. doi: 10.5555/t1.",Tides,'
        '"Lind P(#)(1), Roe\nAB(2).",\n'
    )
    (citation,) = loads(table, "csv")
    assert citation == Citation(
        type="article-journal",
        title="Tides",
        container_title_short="J Tides",
        author=(Name(family="Lind", given="P"), Name(family="Roe", given="A B")),
        issued=Date(year=2021, month=8, day=6),
        volume="11",
        page="7-12",
        doi="10.5555/t1",
    )


def test_blank_within_brackets() -> None:
    """The title of a translation begins without the blank that older records have behind its bracket."""
    (citation,) = loads(
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        "90000001,[ Tides in the north],Lind P.,J Tides. 1999;9(1):1-2.,Lind P,J Tides,1999,1999/09/03,,,\n",
        "csv",
    )
    assert citation.title == "Tides in the north"


def test_tags_of_medline() -> None:
    """What Biopython reads of MEDLINE has its tags for columns, and lists of Python."""
    header = "PMID,OWN,STAT,LR,IS,VI,IP,DP,TI,PG,LID,FAU,AU,AD,LA,PT,PL,TA,JT,SB,MH,RN,GR,PHST,AID,SO"
    row = (
        "90000001,NLM,MEDLINE,20220920,1234-5679 (Electronic) 2345-678X (Linking),73,2,2022 Jul-Aug,Tides.,94-5,"
        "S1234-5679(22)00087-1 [pii] 10.5555/t.1 [doi],\"['Lind, Per A']\",['Lind PA'],\"['Tides Inst, North.']\","
        "['eng'],\"['Editorial', 'Review']\",Norway,J Tides,Journal of tides,IM,"
        "\"['*Tides/chemistry', 'Humans']\",['0 (Salt)'],"
        "['R01 HL059842/HL/NHLBI NIH HHS/United States'],['2022/08/13 06:00 [pubmed]'],"
        "\"['10.5555/t.1 [doi]', 'T-2 [pii]']\",J Tides. 2022 Jul-Aug;73(2):94-5.\n"
    )
    report = Report()
    (citation,) = loads(f"{header}\n{row}", "csv", report=report)
    assert (report.tallies, citation.extra, citation.annote) == ({}, (), "")
    assert citation.author == (
        Name(family="Lind", given="Per A", affiliations=(Affiliation(text="Tides Inst, North."),)),
    )
    assert (citation.title, citation.container_title, citation.container_title_short) == (
        "Tides",
        "Journal of tides",
        "J Tides",
    )
    assert (citation.volume, citation.issue, citation.page) == ("73", "2", "94-95")
    assert citation.issued == Date(year=2022, month=7, end=Date(year=2022, month=8))
    assert (citation.doi, citation.pii) == ("10.5555/t.1", "S1234-5679(22)00087-1")
    assert citation.identifiers == (Identifier(kind="pii", value="T-2"),)
    assert [issn.kind for issn in citation.issn] == ["electronic", "linking"]
    assert [(subject.term, subject.major) for subject in citation.subjects] == [("Tides", True), ("Humans", False)]
    assert citation.chemicals == (Chemical(name="Salt", registry_number="0"),)
    assert citation.grants == (
        Grant(number="R01 HL059842", acronym="HL", agency="NHLBI NIH HHS", country="United States"),
    )
    assert citation.history == (
        Event(kind="record-revised", date=Date(year=2022, month=9, day=20)),
        Event(kind="pubmed", date=Date(year=2022, month=8, day=13), time="06:00"),
    )
    assert (citation.publication_types, citation.language, citation.citation_subset) == (
        ("Editorial", "Review"),
        ("en",),
        ("IM",),
    )


def test_tags_of_medline_that_say_something_else() -> None:
    """What is of another form is kept; addresses that are neither one nor one for each author are annotated."""
    header = "PMID,DP,TI,FAU,AD,TA,RN,GR,PHST,LID"
    row = (
        "90000001,2022,T,\"['Lind, P', 'Roe, A', 'Wei, R']\",\"['Inst A', 'Inst B']\",J Tides,['Salt'],"
        "['Tides Fund'],['never'],e12\n"
    )
    (citation,) = loads(f"{header}\n{row}", "csv")
    assert (citation.annote, citation.number) == ("AD: Inst A; Inst B", "e12")
    assert (citation.grants, citation.chemicals) == ((Grant(agency="Tides Fund"),), ())
    assert citation.extra == (("csv:PHST", "never"), ("csv:RN", "Salt"))
