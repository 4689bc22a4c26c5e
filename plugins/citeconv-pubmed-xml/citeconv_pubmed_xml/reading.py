"""One record, a tree that lxml has made, to a ``Citation``.

Each element is given to the reader that the tables name for it where it stands; what is in no table is kept in
``extra``, and so are attributes. What depends on several elements waits among the draft's facts for ``settling``.
Children are taken as ``element[:]`` throughout, for lxml makes a list of them in half the time of an iterator.
"""

from __future__ import annotations

from typing import Any

from citeconv import Citation, RecordError
from citeconv.values.patterns import lazy
from citeconv.xml_elements import forget_namespaces
from citeconv_pubmed_xml import elements, mapping, people
from citeconv_pubmed_xml.draft import Draft, local_name
from citeconv_pubmed_xml.elements import Reader
from citeconv_pubmed_xml.settling import settle

_FREQUENT = tuple(
    f"(?<!<{start}=.)"
    for start in (
        "ArticleId IdType", "Author ValidYN", 'DescriptorName UI="D[0-9]{6}" MajorTopicYN', "DescriptorName UI",
        'QualifierName UI="Q[0-9]{6}" MajorTopicYN', "QualifierName UI", "PubMedPubDate PubStatus",
        "Keyword MajorTopicYN", "NameOfSubstance UI", "PublicationType UI", "AbstractText Label",
        'DescriptorName UI="D[0-9]{9}" MajorTopicYN', "DescriptorName MajorTopicYN",
        'DescriptorName MajorTopicYN="[YN]" UI', "QualifierName MajorTopicYN", 'QualifierName MajorTopicYN="[YN]" UI',
        "CommentsCorrections RefType", "PMID Version", "Identifier Source",
        "Investigator ValidYN", "ISSN IssnType", "ELocationID EIdType", "Article PubModel",
        "JournalIssue CitedMedium", "AuthorList CompleteYN", "MedlineCitation Status",
        'MedlineCitation Status="MEDLINE" Owner', "MedlineCitation Owner", 'MedlineCitation Owner="NLM" Status',
        'ELocationID EIdType="doi" ValidYN', 'ELocationID EIdType="pii" ValidYN', "ArticleDate DateType",
        'QualifierName UI="Q[0-9]{9}" MajorTopicYN', "KeywordList Owner",
        *[f'AbstractText Label="[A-Z]{{{length}}}" NlmCategory' for length in (7, 9, 10, 11)],
    )
)  # fmt: skip
"""The attributes that most records have many of, as they begin a tag."""
_ATTRIBUTE = lazy("=\\s{0,99}[\"']" + "".join(_FREQUENT))
_KNOWN_TAG = lazy(
    "<(?:"
    + "|".join(
        rf"{name}(?:\s(?:{names.replace(' ', '|')})=\"[^\"<]*\")*" for name, names in mapping.KNOWN_ATTRIBUTES.items()
    )
    + r")\s?/?>"
)
_LONGEST_TAG = 500
"""Characters of a tag before one of its attributes that are looked at; longer ones are read with care."""


def read_citation(root: Any, text: str = "") -> Citation:
    """Return the citation in a record.

    Args:
        root: ``PubmedArticle``, ``PubmedBookArticle``, or what usually stands in them.
        text: The record as it was written; without it, every element is looked at for attributes that nobody reads.

    Raises:
        RecordError: Nothing in it says which article it is.
    """
    if root.tag[:1] == "{":
        forget_namespaces(root)
    draft = Draft()
    _WITH_ATTRIBUTES.get(root.tag, _walk)(draft, root)
    if not text or _may_have_odd_attributes(text):
        _odd_attributes(draft, root)
    settle(draft)
    fields = draft.fields
    if not any(name in fields for name in ("pmid", "title", "original_title", "doi", "pmcid")):
        raise RecordError("no PMID, no title and no DOI: this cannot be a record of its own")
    fields.update([(name, tuple(values)) for name, values in draft.lists.items()])
    if draft.extra:
        fields["extra"] = tuple(draft.extra)
    return Citation(**fields)


def _walk(draft: Draft, element: Any) -> None:
    """Give each child of an element to its reader; text between them, where there should be none, is kept."""
    readers = _READERS[element.tag]
    text = element.text
    if text and not text.isspace():
        draft.stray(element, text)
    for child in element[:]:
        text = child.tail
        if text and not text.isspace():
            draft.stray(element, text)
        read = readers.get(child.tag)
        if read is None:
            draft.keep(child)
        else:
            read(draft, child)


def _may_have_odd_attributes(text: str) -> bool:
    """Return whether a record may hold an attribute that no table knows, so that all have to be looked at."""
    for match in _ATTRIBUTE.finditer(text):
        place = match.start()
        begin = text.rfind("<", max(0, place - _LONGEST_TAG), place)
        if begin < 0 or not _KNOWN_TAG.match(text, begin):
            return True
    return False


def _odd_attributes(draft: Draft, root: Any) -> None:
    """Keep attributes that no reader knows, but for those of elements that are kept as a whole."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        known = mapping.KNOWN_ATTRIBUTES.get(element.tag, "").split()
        draft.attributes(element, [key for key, _ in element.items() if key not in known])
        readers = _READERS.get(element.tag)
        waiting += [
            child
            for child in reversed(element)
            if (local_name(child.tag) not in mapping.INLINE if readers is None else child.tag in readers)
        ]


# -- which reader an element has, by the element it stands in


def _with_attributes(name: str) -> Reader:
    """Read an element for its children, and for attributes that are fields."""
    known = dict.fromkeys(mapping.KNOWN_ATTRIBUTES.get(name, "").split(), "") | mapping.ATTRIBUTES.get(name, {})

    def read(draft: Draft, element: Any) -> None:
        for key, value in element.items():
            field = known.get(key)
            if field == "":
                draft.attributes(element, (key,))
            elif field and value:
                draft.fields[field] = value
        _walk(draft, element)

    return read


_WITH_ATTRIBUTES = {
    name: _with_attributes(name)
    for name in (
        "PubmedArticle",
        "MedlineCitation",
        "Article",
        "JournalIssue",
        "GrantList",
        "DataBankList",
        "BookDocument",
    )
}

_READERS: dict[str, dict[str, Reader]] = {
    "PubmedArticle": {
        "MedlineCitation": _WITH_ATTRIBUTES["MedlineCitation"],
        "Article": _WITH_ATTRIBUTES["Article"],
        "PubmedData": _walk,
    },
    "PubmedBookArticle": {"BookDocument": _WITH_ATTRIBUTES["BookDocument"], "PubmedBookData": _walk},
    "MedlineCitation": {
        "PMID": elements.pmid,
        **{name: elements.record_date(kind) for name, kind in mapping.RECORD_DATES.items()},
        "Article": _WITH_ATTRIBUTES["Article"],
        "MedlineJournalInfo": _walk,
        "ChemicalList": _walk,
        "SupplMeshList": _walk,
        "CommentsCorrectionsList": _walk,
        "CommentsCorrections": _walk,
        "GeneSymbolList": _walk,
        "MeshHeadingList": _walk,
        "PersonalNameSubjectList": people.subject_names,
        "OtherID": elements.other_id,
        "OtherAbstract": elements.other_abstract,
        "KeywordList": elements.keyword_list,
        "InvestigatorList": people.investigator_list,
        "GeneralNote": elements.note,
    },
    "Article": {
        "Journal": _walk,
        "ArticleTitle": elements.fact("title"),
        "Pagination": elements.pagination,
        "ELocationID": elements.location,
        "Abstract": elements.abstract,
        "Affiliation": elements.fact("affiliation"),
        "AuthorList": people.author_list,
        "Language": elements.language,
        "DataBankList": _WITH_ATTRIBUTES["DataBankList"],
        "GrantList": _WITH_ATTRIBUTES["GrantList"],
        "PublicationTypeList": _walk,
        "ArticleDate": elements.date_fact("electronic"),
    },
    "Journal": {
        "ISSN": elements.issn,
        "JournalIssue": _WITH_ATTRIBUTES["JournalIssue"],
        "ISOAbbreviation": elements.fact("iso"),
    },
    "JournalIssue": {"PubDate": elements.date_fact("printed")},
    "MedlineJournalInfo": {"ISSNLinking": elements.linking_issn},
    "ChemicalList": {"Chemical": elements.chemical},
    "SupplMeshList": {"SupplMeshName": elements.supplementary_concept},
    "CommentsCorrectionsList": {"CommentsCorrections": elements.related},
    "CommentsCorrections": dict.fromkeys(mapping.RELATIONS, elements.related),
    "GeneSymbolList": {},
    "MeshHeadingList": {"MeshHeading": elements.heading},
    "DataBankList": {"DataBank": elements.databank},
    "GrantList": {"Grant": elements.grant},
    "PublicationTypeList": {"PublicationType": elements.publication_type},
    "PubmedData": {"History": _walk, "ArticleIdList": _walk, "ReferenceList": elements.reference_list},
    "PubmedBookData": {"History": _walk, "ArticleIdList": _walk, "ReferenceList": elements.reference_list},
    "History": {"PubMedPubDate": elements.event},
    "ArticleIdList": {"ArticleId": elements.article_id},
    "BookDocument": {
        "PMID": elements.pmid,
        "ArticleIdList": _walk,
        "Book": _walk,
        "LocationLabel": elements.place_in_book,
        "ArticleTitle": elements.fact("title"),
        "Pagination": elements.pagination,
        "Language": elements.language,
        "AuthorList": people.author_list,
        "InvestigatorList": people.investigator_list,
        "PublicationType": elements.publication_type,
        "Abstract": elements.abstract,
        "Sections": elements.contents,
        "KeywordList": elements.keyword_list,
        "GrantList": _WITH_ATTRIBUTES["GrantList"],
        "ReferenceList": elements.reference_list,
        **{name: elements.record_date(kind) for name, kind in mapping.BOOK_DATES.items()},
    },
    "Book": {
        "Publisher": _walk,
        "BookTitle": elements.fact("book"),
        "PubDate": elements.date_fact("printed"),
        "BeginningDate": elements.date_fact("beginning"),
        "EndingDate": elements.date_fact("ending"),
        "AuthorList": people.author_list,
        "InvestigatorList": people.investigator_list,
        "ELocationID": elements.location,
    },
    "Publisher": {},
}
for _name, _fields in mapping.SINGLE.items():
    _READERS.setdefault(_name, {}).update({tag: elements.single(field) for tag, field in _fields.items()})
for _name, _fields in mapping.REPEATED.items():
    _READERS.setdefault(_name, {}).update({tag: elements.repeated(field) for tag, field in _fields.items()})
_READERS["PubmedBookData"]["PublicationStatus"] = _READERS["PubmedData"]["PublicationStatus"]
