"""Which element of PubMed's XML is which field of a citation: tables only, by the element that it stands in.

The names are those of NLM's DTD of 2025 and, where an older one had others, those of the files that people keep.
Elements with a form of their own (names, dates, headings …) have functions in ``values`` and ``people``; an element
that no table names keeps its texts and attributes in ``extra``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from citeconv import RELATED_KINDS

if TYPE_CHECKING:
    from citeconv.citation import RelatedKind

PREFIX = "pubmed-xml:"
"""What the names in ``extra`` begin with."""

SINGLE = {
    "MedlineCitation": {
        "NumberOfReferences": "number_of_references",
        "CoiStatement": "conflict_of_interest",
    },
    "Article": {"VernacularTitle": "original_title"},
    "Journal": {"Title": "container_title"},
    "JournalIssue": {"Volume": "volume", "Issue": "issue"},
    "MedlineJournalInfo": {
        "Country": "journal_country",
        "MedlineTA": "container_title_short",
        "NlmUniqueID": "nlm_unique_id",
    },
    "Abstract": {"CopyrightInformation": "copyright"},
    "PubmedData": {"PublicationStatus": "publication_status"},
    "BookDocument": {"VernacularTitle": "original_title"},
    "Book": {
        "Volume": "volume",
        "VolumeTitle": "volume_title",
        "Edition": "edition",
        "CollectionTitle": "collection_title",
        "ReportNumber": "number",
        "Medium": "medium",
    },
    "Publisher": {"PublisherName": "publisher", "PublisherLocation": "publisher_place"},
}
"""Elements with one text that is a field as it stands."""

REPEATED = {
    "MedlineCitation": {"CitationSubset": "citation_subset", "SpaceFlightMission": "space_flight_mission"},
    "GeneSymbolList": {"GeneSymbol": "gene_symbols"},
    "Book": {"Isbn": "isbn"},
}
"""Elements that may be repeated, each text as it stands."""

ATTRIBUTES = {
    "MedlineCitation": {"Status": "indexing_status", "Owner": "source_owner", "IndexingMethod": "indexing_method"},
    "Article": {"PubModel": "publication_model"},
    "PubmedArticle": {"PMID": "pmid"},
}
"""Attributes that are a field as they stand."""

NAME_PARTS = {
    "LastName": "family",
    "ForeName": "given",
    "FirstName": "given",
    "Initials": "initials",
    "Suffix": "suffix",
    "CollectiveName": "literal",
}
"""Parts of a name; ``FirstName`` was ``ForeName`` until 2003."""

RECORD_DATES = {
    "DateCreated": "record-created",
    "DateCompleted": "record-completed",
    "DateRevised": "record-revised",
}
BOOK_DATES = {"ContributionDate": "contributed", "DateRevised": "updated"}
"""Dates of a record, by the kind of event."""

IDENTIFIERS = {"doi": "doi", "pii": "pii", "pmc": "pmcid", "mid": "manuscript_id"}
"""Fields by ``ArticleId/@IdType``; an identifier of any other kind, or the second of a kind, is in ``identifiers``."""

CITED_IDENTIFIERS = {"pubmed": "pmid", "doi": "doi", "pmc": "pmcid"}
"""The same for the works of a reference list."""

ISSN_KINDS: dict[str, Literal["print", "electronic"]] = {"Print": "print", "Electronic": "electronic"}

LOCATIONS = {"chapter": "chapter_number", "section": "section", "part": "part"}
"""Where in a book a part of it stands, by ``LocationLabel/@Type``."""

RELATIONS: dict[str, RelatedKind] = {
    "".join([word if word == "and" else word.capitalize() for word in kind.split("-")]): kind
    for kind in RELATED_KINDS
    if kind != "other"
}
"""Comments and corrections by ``@RefType``, which has the same words: ``CorrectedandRepublishedIn``."""

CITED_ELECTRONIC = frozenset(("Electronic", "Electronic-Print", "Electronic-eCollection"))
"""The ``PubModel`` of articles that are cited with their electronic date, though ``PubDate`` may have another."""

INLINE = frozenset("b i sup sub u math DispFormula".split())
"""Elements within a text, without their prefix."""

SILENT = {
    "Author": {"ValidYN": "Y", "EqualContrib": "N"},
    "Investigator": {"ValidYN": "Y"},
    "AuthorList": {"CompleteYN": "Y", "Type": "authors"},
    "DataBankList": {"CompleteYN": "Y"},
    "GrantList": {"CompleteYN": "Y"},
    "ELocationID": {"ValidYN": "Y"},
    "ArticleDate": {"DateType": "Electronic"},
    "PMID": {"Version": "1"},
}
"""Values of attributes that say no more than that there is nothing to say."""

KNOWN_ATTRIBUTES = {
    "MedlineCitation": "Status Owner IndexingMethod VersionID VersionDate",
    "Article": "PubModel",
    "PubmedArticle": "PMID",
    "ISSN": "IssnType",
    "JournalIssue": "CitedMedium",
    "ELocationID": "EIdType ValidYN",
    "AbstractText": "Label NlmCategory",
    "AuthorList": "CompleteYN Type",
    "Author": "ValidYN EqualContrib",
    "Investigator": "ValidYN",
    "Identifier": "Source",
    "NameID": "Source",
    "CollectiveName": "Investigators",
    "InvestigatorList": "ID",
    "DataBankList": "CompleteYN",
    "GrantList": "CompleteYN",
    "PublicationType": "UI",
    "ArticleDate": "DateType",
    "NameOfSubstance": "UI",
    "SupplMeshName": "Type UI",
    "CommentsCorrections": "RefType",
    "DescriptorName": "UI MajorTopicYN Type",
    "QualifierName": "UI MajorTopicYN",
    "OtherID": "Source",
    "OtherAbstract": "Type Language",
    "KeywordList": "Owner",
    "Keyword": "MajorTopicYN",
    "GeneralNote": "Owner",
    "PubMedPubDate": "PubStatus",
    "ArticleId": "IdType",
    "PMID": "Version VersionID",
    "LocationLabel": "Type",
    "SectionTitle": "book part sec",
}
"""The attributes that are read, by element; those of elements that go to ``extra`` as a whole do not matter."""
