"""Elements that hold others than PubMed's document type has, or less: each is read, or kept."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import FIELDS, Citation, Date, Event, Keyword, Name, Related, Report, loads

RECORD = (
    "<PubmedArticle><MedlineCitation><PMID>1</PMID>{dates}<Article><ArticleTitle>T</ArticleTitle>{article}</Article>"
    "{more}</MedlineCitation><PubmedData>{data}</PubmedData></PubmedArticle>"
)
SUBJECT = "<PersonalNameSubject><LastName>Lind</LastName></PersonalNameSubject>"


def read(root: str = "<PubmedArticleSet>", **parts: str) -> dict[str, Any]:
    """Return what is read of a record with such parts, but for what all have."""
    text = RECORD.format(**{"dates": "", "article": "", "more": "", "data": "", **parts})
    [found] = loads(f"{root}{text}</PubmedArticleSet>", "pubmed-xml", report=Report())
    nothing = Citation()
    return {
        field: getattr(found, field)
        for field in FIELDS
        if field not in ("type", "title", "pmid", "source") and getattr(found, field) != getattr(nothing, field)
    }


@pytest.mark.parametrize(
    ("part", "elements", "expected"),
    [
        ("dates", "<DateCompleted><Month>x</Month></DateCompleted>",
         {"history": (Event(kind="record-completed", date=Date(literal="x")),)}),
        ("data", '<History><PubMedPubDate PubStatus="received"><Day>4</Day></PubMedPubDate></History>',
         {"history": (Event(kind="received", date=Date(literal="4")),)}),
        ("dates", "<DateCompleted><Year>2020</Year><Month>May</Month><Day>last</Day></DateCompleted>",
         {"history": (Event(kind="record-completed", date=Date(year=2020, literal="2020 May last")),)}),
        ("more", "<KeywordList><Keyword>a</Keyword><Other>b</Other></KeywordList>",
         {"keyword": (Keyword(text="a"),), "extra": (("pubmed-xml:KeywordList/Other", "b"),)}),
        ("more", f"<PersonalNameSubjectList>{SUBJECT}<Other>b</Other></PersonalNameSubjectList>",
         {"subject_names": (Name(family="Lind"),), "extra": (("pubmed-xml:PersonalNameSubjectList/Other", "b"),)}),
        ("data", "<ReferenceList><Reference><Citation>C</Citation><Other>b</Other></Reference></ReferenceList>",
         {"related": (Related(kind="cites", citation="C"),), "extra": (("pubmed-xml:Reference/Other", "b"),)}),
        ("article", "<ArticleDate><Year>2020</Year></ArticleDate><ArticleDate><Year>2021</Year></ArticleDate>",
         {"issued": Date(year=2020), "extra": (("pubmed-xml:ArticleDate/Year", "2021"),)}),
        ("article", "<AuthorList><Author><ForeName>Per</ForeName></Author></AuthorList>",
         {"author": (Name(family="Per"),)}),
        ("article", '<PublicationTypeList><PublicationType UI="D1"></PublicationType></PublicationTypeList>', {}),
        ("article", "<Journal><ISOAbbreviation>J. Tides</ISOAbbreviation></Journal>",
         {"container_title_short": "J. Tides"}),
        ("data", '<History><PubMedPubDate PubStatus="pubmed"/></History>',
         {"extra": (("pubmed-xml:PubMedPubDate/@PubStatus", "pubmed"),)}),
        ("data", '<ArticleIdList><ArticleId IdType="doi"/></ArticleIdList>', {}),
    ],
)  # fmt: skip
def test_odd_elements(part: str, elements: str, expected: dict[str, Any]) -> None:
    """What has no field stands in ``extra`` under its name; what says nothing is left out."""
    assert read(**{part: elements}) == expected


def test_investigators_of_the_only_group() -> None:
    """They are its members though no number says so."""
    group = "<AuthorList><Author><CollectiveName>Tide Group</CollectiveName></Author></AuthorList>"
    people = "<InvestigatorList><Investigator><LastName>Wei</LastName></Investigator></InvestigatorList>"
    assert read(article=group, more=people) == {"author": (Name(literal="Tide Group", members=(Name(family="Wei"),)),)}


def test_elements_in_a_namespace() -> None:
    """They are those that have none."""
    assert read('<PubmedArticleSet xmlns="http://example.org/1">', article="<Language>ger</Language>") == {
        "language": ("de",)
    }
