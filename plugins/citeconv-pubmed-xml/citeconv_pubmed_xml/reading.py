"""One record, a tree that lxml has made, to a ``Citation``.

Each element is given to the function that the tables name for it where it stands; what is in no table is kept in
``extra``. What depends on several elements waits among the draft's facts for ``settling``. Children are taken as
``element[:]`` throughout, for lxml makes a list of them in half the time of an iterator.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from citeconv import (
    Abstract,
    Chemical,
    Citation,
    Databank,
    Event,
    Grant,
    Identifier,
    Issn,
    Keyword,
    Qualifier,
    RecordError,
    Related,
    Subject,
)
from citeconv.values.languages import language_code
from citeconv.values.nlm import cited_doi
from citeconv.values.pages import expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv_pubmed_xml import mapping, people
from citeconv_pubmed_xml.draft import Draft, local_name
from citeconv_pubmed_xml.settling import settle
from citeconv_pubmed_xml.values import date_of, parts_of, section_of, text_of

Reader = Callable[[Draft, Any], None]

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
        _forget_namespaces(root)
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


def _forget_namespaces(root: Any) -> None:
    for element in root.iter():
        if isinstance(element.tag, str) and "/MathML" not in element.tag:
            element.tag = element.tag.rpartition("}")[2]


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


# -- readers of one element


def _single(field: str) -> Reader:
    return lambda draft, element: draft.text(field, element)


def _repeated(field: str) -> Reader:
    def read(draft: Draft, element: Any) -> None:
        if text := text_of(element):
            draft.add(field, text)

    return read


def _with_attributes(name: str) -> Reader:
    """Read an element for its children, and for attributes that are fields."""
    known = mapping.ATTRIBUTES.get(name, {})

    def read(draft: Draft, element: Any) -> None:
        for key, value in element.items():
            field = known.get(key)
            if field is None:
                draft.attributes(element, (key,))
            elif value:
                draft.fields[field] = value
        _walk(draft, element)

    return read


def _fact(name: str) -> Reader:
    def read(draft: Draft, element: Any) -> None:
        if name in draft.facts:
            draft.keep(element)
        elif text := text_of(element):
            draft.facts[name] = text

    return read


def _pmid(draft: Draft, element: Any) -> None:
    draft.text("pmid", element)
    version = element.get("Version", "1")
    if version != "1":
        draft.fields["pmid_version"] = version
    draft.attributes(element, ("VersionID",))


def _date_fact(name: str) -> Reader:
    def read(draft: Draft, element: Any) -> None:
        date, _ = date_of(element)
        if date is None or name in draft.facts:
            draft.keep(element)
        else:
            draft.facts[name] = date
            draft.attributes(element, ("DateType",))

    return read


def _record_date(kind: str) -> Reader:
    def read(draft: Draft, element: Any) -> None:
        date, time = date_of(element)
        if date is None:
            draft.keep(element)
        else:
            draft.facts.setdefault("record dates", []).append(Event(kind=kind, date=date, time=time))

    return read


def _event(draft: Draft, element: Any) -> None:
    date, time = date_of(element)
    if date is None:
        draft.keep(element)
    else:
        draft.add("history", Event(kind=element.get("PubStatus", ""), date=date, time=time))


def _issn(draft: Draft, element: Any) -> None:
    if text := text_of(element):
        draft.add("issn", Issn(value=text, kind=mapping.ISSN_KINDS.get(element.get("IssnType", ""), "")))


def _linking_issn(draft: Draft, element: Any) -> None:
    text = text_of(element)
    if text and draft.facts.setdefault("linking", text) != text:
        draft.keep(element)


def _pagination(draft: Draft, element: Any) -> None:
    parts = parts_of(element)
    first, last = parts.pop("StartPage", "").strip(), parts.pop("EndPage", "").strip()
    text = " ".join(parts.pop("MedlinePgn", "").split())
    given = text or (f"{first}-{last}" if first and last else first)
    field = "number" if is_article_number(given) else "page"
    if parts or "paged" in draft.facts or field in draft.fields:  # a report has a number of its own
        draft.keep(element)
        return
    draft.facts["paged"] = True
    if field == "number":
        draft.fields[field] = given
    else:
        pages = expand_pages(given)
        draft.fields["page"] = pages
        if text and pages != text:
            draft.say("Pagination/MedlinePgn", text)
        given = pages
    if first and not given.startswith(first):
        draft.say("Pagination/StartPage", first)
    if last and not given.endswith(last):
        draft.say("Pagination/EndPage", last)


def _location(draft: Draft, element: Any) -> None:
    text = text_of(element)
    if not text or element.get("ValidYN") == "N":
        draft.keep(element)
    else:
        draft.facts.setdefault("locations", []).append((element.get("EIdType", ""), text))


def _place_in_book(draft: Draft, element: Any) -> None:
    field = mapping.LOCATIONS.get(element.get("Type", ""))
    if field is None:
        draft.keep(element)
    else:
        draft.text(field, element)


def _article_id(draft: Draft, element: Any) -> None:
    kind, text = element.get("IdType", ""), text_of(element)
    field = mapping.IDENTIFIERS.get(kind)
    if not text:
        return
    if kind == "pubmed" and draft.facts.setdefault("pmid of data", text) == text:
        return
    if field and field not in draft.fields:
        draft.fields[field] = text
    elif field is None or draft.fields[field] != text:
        draft.add("identifiers", Identifier(kind=kind, value=text))


def _other_id(draft: Draft, element: Any) -> None:
    if text := text_of(element):
        draft.facts.setdefault("other ids", []).append(Identifier(kind=element.get("Source", ""), value=text))


def _sections(element: Any, draft: Draft) -> tuple[Any, ...]:
    found = []
    for child in element[:]:
        if child.tag != "AbstractText":
            if child.tag != "CopyrightInformation":
                draft.keep(child)
        elif section := section_of(child):
            found.append(section)
    return tuple(found)


def _abstract(draft: Draft, element: Any) -> None:
    sections = _sections(element, draft)
    if "abstract" in draft.fields:
        draft.add("other_abstracts", Abstract(sections=sections))
    elif sections:
        draft.fields["abstract"] = sections
    for child in element.iterchildren("CopyrightInformation"):
        draft.text("copyright", child)


def _other_abstract(draft: Draft, element: Any) -> None:
    rights = [text_of(child) for child in element.iterchildren("CopyrightInformation")]
    draft.add(
        "other_abstracts",
        Abstract(
            kind=element.get("Type", "").lower(),
            language=language_code(element.get("Language", "")),
            sections=_sections(element, draft),
            copyright=" ".join(rights),
        ),
    )


def _language(draft: Draft, element: Any) -> None:
    if text := text_of(element):
        draft.add("language", language_code(text))


def _publication_type(draft: Draft, element: Any) -> None:
    if text := text_of(element):
        draft.add("publication_types", text)
        if number := element.get("UI"):
            draft.say("PublicationType/@UI", f"{number} {text}")


def _databank(draft: Draft, element: Any) -> None:
    name, numbers = "", []
    for child in element[:]:
        if child.tag == "DataBankName":
            name = text_of(child)
        elif child.tag == "AccessionNumberList":
            numbers += [text_of(number) for number in child[:]]
        else:
            draft.keep(child)
    draft.add("databanks", Databank(name=name, accession_numbers=tuple([number for number in numbers if number])))


def _grant(draft: Draft, element: Any) -> None:
    fields: dict[str, str] = {}
    for child in element[:]:
        field = _GRANT.get(child.tag)
        if field is None or field in fields:
            draft.keep(child)
        elif text := text_of(child):
            fields[field] = text
    if fields:
        draft.add("grants", Grant(**fields))


_GRANT = {"GrantID": "number", "Acronym": "acronym", "Agency": "agency", "Country": "country"}


def _chemical(draft: Draft, element: Any) -> None:
    name = number = identifier = ""
    for child in element[:]:
        if child.tag == "NameOfSubstance" and not name:
            name, identifier = text_of(child), child.get("UI", "")
        elif child.tag == "RegistryNumber" and not number:
            number = text_of(child)
        else:
            draft.keep(child)
    if name or number:
        draft.add("chemicals", Chemical(name=name, registry_number=number, id=identifier))


def _supplementary_concept(draft: Draft, element: Any) -> None:
    if text := text_of(element):
        subject = Subject(term=text, id=element.get("UI", ""), kind=element.get("Type", ""))
        draft.add("supplementary_concepts", subject)


def _heading(draft: Draft, element: Any) -> None:
    term = identifier = kind = ""
    major = False
    qualifiers: list[Qualifier] = []
    for child in element[:]:
        tag, text, get = child.tag, child.text, child.get
        if tag == "DescriptorName" and not term:
            term, identifier, kind = (text or "").strip(), get("UI", ""), get("Type", "")
            major = get("MajorTopicYN") == "Y"
        elif tag == "QualifierName":
            qualifiers.append(Qualifier(term=(text or "").strip(), id=get("UI", ""), major=get("MajorTopicYN") == "Y"))
        else:
            draft.keep(child)
    draft.add("subjects", Subject(term=term, id=identifier, kind=kind, major=major, qualifiers=tuple(qualifiers)))


def _keyword_list(draft: Draft, element: Any) -> None:
    owner = element.get("Owner", "")
    for child in element[:]:
        if child.tag != "Keyword":
            draft.keep(child)
        elif text := text_of(child):
            draft.add("keyword", Keyword(text=text, owner=owner, major=child.get("MajorTopicYN") == "Y"))


def _note(draft: Draft, element: Any) -> None:
    if text := text_of(element):
        draft.add("note", text)
        draft.attributes(element, ("Owner",))


def _related(draft: Draft, element: Any) -> None:
    """Read a related work; until 2007 its kind was the element's name."""
    fields: dict[str, Any] = {}
    for child in element[:]:
        field = _RELATED.get(child.tag)
        if field is None or field in fields:
            draft.keep(child)
        elif text := text_of(child):
            fields[field] = text
            if field == "pmid":
                draft.attributes(child, ("Version", "VersionID"))
    kind = mapping.RELATIONS.get(element.get("RefType", element.tag))
    if kind is None:
        draft.attributes(element, ("RefType",))
    if fields:
        doi = cited_doi(fields.get("citation", ""))
        draft.add("related", Related(kind=kind or "other", doi=doi, **fields))


_RELATED = {"RefSource": "citation", "PMID": "pmid", "Note": "note"}


def _reference_list(draft: Draft, element: Any) -> None:
    """Read the works that an article cites; lists may stand in lists, each with a title."""
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == "Reference":
            _reference(draft, each)
        elif each.tag == "ReferenceList":
            waiting += reversed(each)
        else:
            draft.keep(each)


def _reference(draft: Draft, element: Any) -> None:
    fields: dict[str, Any] = {"kind": "cites"}
    others: list[Identifier] = []
    for child in element[:]:
        if child.tag == "Citation":
            fields["citation"] = text_of(child)
        elif child.tag == "ArticleIdList":
            for each in child[:]:
                kind, text = each.get("IdType", ""), text_of(each)
                field = mapping.CITED_IDENTIFIERS.get(kind)
                if field and field not in fields:
                    fields[field] = text
                elif text and (field is None or fields[field] != text):
                    others.append(Identifier(kind=kind, value=text))
        else:
            draft.keep(child)
    if "doi" not in fields:
        fields["doi"] = cited_doi(fields.get("citation", ""))
    draft.add("related", Related(identifiers=tuple(others), **fields))


def _contents(draft: Draft, element: Any) -> None:
    """Keep a book's table of contents, an entry a section, each with the numbers that NCBI gives its parts."""
    for other in element:
        if other.tag != "Section":
            draft.keep(other)
    for section in element.iter("Section"):
        words: list[str] = []
        for child in section[:]:
            if child.tag in ("LocationLabel", "SectionTitle"):
                numbers = " ".join([value for key, value in child.items() if key != "Type"])
                words += filter(None, (child.get("Type"), text_of(child), numbers and f"({numbers})"))
            elif child.tag != "Section":
                draft.keep(child)
        draft.say("Sections/Section", " ".join(words))


# -- which reader an element has, by the element it stands in


_WITH_ATTRIBUTES = {
    name: _with_attributes(name)
    for name in ("MedlineCitation", "Article", "JournalIssue", "GrantList", "DataBankList", "BookDocument")
}

_READERS: dict[str, dict[str, Reader]] = {
    "PubmedArticle": {"MedlineCitation": _WITH_ATTRIBUTES["MedlineCitation"], "PubmedData": _walk},
    "PubmedBookArticle": {"BookDocument": _WITH_ATTRIBUTES["BookDocument"], "PubmedBookData": _walk},
    "MedlineCitation": {
        "PMID": _pmid,
        **{name: _record_date(kind) for name, kind in mapping.RECORD_DATES.items()},
        "Article": _WITH_ATTRIBUTES["Article"],
        "MedlineJournalInfo": _walk,
        "ChemicalList": _walk,
        "SupplMeshList": _walk,
        "CommentsCorrectionsList": _walk,
        "CommentsCorrections": _walk,
        "GeneSymbolList": _walk,
        "MeshHeadingList": _walk,
        "PersonalNameSubjectList": people.subject_names,
        "OtherID": _other_id,
        "OtherAbstract": _other_abstract,
        "KeywordList": _keyword_list,
        "InvestigatorList": people.investigator_list,
        "GeneralNote": _note,
    },
    "Article": {
        "Journal": _walk,
        "ArticleTitle": _fact("title"),
        "Pagination": _pagination,
        "ELocationID": _location,
        "Abstract": _abstract,
        "Affiliation": _fact("affiliation"),
        "AuthorList": people.author_list,
        "Language": _language,
        "DataBankList": _WITH_ATTRIBUTES["DataBankList"],
        "GrantList": _WITH_ATTRIBUTES["GrantList"],
        "PublicationTypeList": _walk,
        "ArticleDate": _date_fact("electronic"),
    },
    "Journal": {"ISSN": _issn, "JournalIssue": _WITH_ATTRIBUTES["JournalIssue"], "ISOAbbreviation": _fact("iso")},
    "JournalIssue": {"PubDate": _date_fact("printed")},
    "MedlineJournalInfo": {"ISSNLinking": _linking_issn},
    "ChemicalList": {"Chemical": _chemical},
    "SupplMeshList": {"SupplMeshName": _supplementary_concept},
    "CommentsCorrectionsList": {"CommentsCorrections": _related},
    "CommentsCorrections": dict.fromkeys(mapping.RELATIONS, _related),
    "GeneSymbolList": {},
    "MeshHeadingList": {"MeshHeading": _heading},
    "DataBankList": {"DataBank": _databank},
    "GrantList": {"Grant": _grant},
    "PublicationTypeList": {"PublicationType": _publication_type},
    "PubmedData": {"History": _walk, "ArticleIdList": _walk, "ReferenceList": _reference_list},
    "PubmedBookData": {"History": _walk, "ArticleIdList": _walk, "ReferenceList": _reference_list},
    "History": {"PubMedPubDate": _event},
    "ArticleIdList": {"ArticleId": _article_id},
    "BookDocument": {
        "PMID": _pmid,
        "ArticleIdList": _walk,
        "Book": _walk,
        "LocationLabel": _place_in_book,
        "ArticleTitle": _fact("title"),
        "Pagination": _pagination,
        "Language": _language,
        "AuthorList": people.author_list,
        "InvestigatorList": people.investigator_list,
        "PublicationType": _publication_type,
        "Abstract": _abstract,
        "Sections": _contents,
        "KeywordList": _keyword_list,
        "GrantList": _WITH_ATTRIBUTES["GrantList"],
        "ReferenceList": _reference_list,
        **{name: _record_date(kind) for name, kind in mapping.BOOK_DATES.items()},
    },
    "Book": {
        "Publisher": _walk,
        "BookTitle": _fact("book"),
        "PubDate": _date_fact("printed"),
        "BeginningDate": _date_fact("beginning"),
        "EndingDate": _date_fact("ending"),
        "AuthorList": people.author_list,
        "InvestigatorList": people.investigator_list,
        "ELocationID": _location,
    },
    "Publisher": {},
}
for _name, _fields in mapping.SINGLE.items():
    _READERS.setdefault(_name, {}).update({tag: _single(field) for tag, field in _fields.items()})
for _name, _fields in mapping.REPEATED.items():
    _READERS.setdefault(_name, {}).update({tag: _repeated(field) for tag, field in _fields.items()})
_READERS["PubmedBookData"]["PublicationStatus"] = _READERS["PubmedData"]["PublicationStatus"]
