"""Readers of one element each: the draft and an element go in, what the element says is put into the draft.

Elements that the tables of ``mapping`` name have a reader that is made for their field; those with a form of their own
have one here. What they say of a work as a whole, beside others, waits among the draft's facts for ``settling``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from citeconv import (
    Abstract,
    Chemical,
    Databank,
    Event,
    Grant,
    Identifier,
    Issn,
    Keyword,
    Qualifier,
    Related,
    Subject,
)
from citeconv.values.abstracts import sections_in_line
from citeconv.values.languages import language_code
from citeconv.values.nlm import cited_doi
from citeconv.values.pages import expand_pages, is_article_number
from citeconv_pubmed_xml import mapping
from citeconv_pubmed_xml.draft import Draft
from citeconv_pubmed_xml.values import date_of, parts_of, section_of, text_of

Reader = Callable[[Draft, Any], None]


def single(field: str) -> Reader:
    """Return the reader of an element with one text, which is a field."""
    return lambda draft, element: draft.text(field, element)


def repeated(field: str) -> Reader:
    """Return the reader of an element that may be repeated; its texts are a field."""

    def read(draft: Draft, element: Any) -> None:
        if text := text_of(element):
            draft.add(field, text)

    return read


def fact(name: Literal["title", "book", "iso", "affiliation"]) -> Reader:
    """Return the reader of a text that waits among the facts; a second one is kept."""

    def read(draft: Draft, element: Any) -> None:
        if getattr(draft.facts, name):
            draft.keep(element)
        elif text := text_of(element):
            setattr(draft.facts, name, text)

    return read


def pmid(draft: Draft, element: Any) -> None:
    """Read the PMID, with its version if it has had others."""
    draft.text("pmid", element)
    version = element.get("Version", "1")
    if version != "1":
        draft.fields["pmid_version"] = version
    draft.attributes(element, ("VersionID",))


def date_fact(name: Literal["printed", "electronic", "beginning", "ending"]) -> Reader:
    """Return the reader of a date that waits among the facts."""

    def read(draft: Draft, element: Any) -> None:
        date, _ = date_of(element)
        if date is None or getattr(draft.facts, name) is not None:
            draft.keep(element)
        else:
            setattr(draft.facts, name, date)
            draft.attributes(element, ("DateType",))

    return read


def record_date(kind: str) -> Reader:
    """Return the reader of a date of the record, an event of a kind."""

    def read(draft: Draft, element: Any) -> None:
        date, time = date_of(element)
        if date is None:
            draft.keep(element)
        else:
            draft.facts.record_dates.append(Event(kind=kind, date=date, time=time))

    return read


def event(draft: Draft, element: Any) -> None:
    """Read a date of the history."""
    date, time = date_of(element)
    if date is None:
        draft.keep(element)
    else:
        draft.add("history", Event(kind=element.get("PubStatus", ""), date=date, time=time))


def issn(draft: Draft, element: Any) -> None:
    """Read an ISSN with its medium."""
    medium = element.get("IssnType", "")
    if text := text_of(element):
        draft.add("issn", Issn(value=text, kind=mapping.ISSN_KINDS.get(medium, "")))
    if medium not in ("", "Undetermined", *mapping.ISSN_KINDS):
        draft.keep(element)


def linking_issn(draft: Draft, element: Any) -> None:
    """Read the ISSN that stands for all media, to be put behind those."""
    text = text_of(element)
    if not draft.facts.linking:
        draft.facts.linking = text
    elif text and text != draft.facts.linking:
        draft.keep(element)


def pagination(draft: Draft, element: Any) -> None:
    """Read pages, or the number of an article, which has the same place; keep what says more than the field does."""
    parts = parts_of(element)
    first, last = parts.pop("StartPage", "").strip(), parts.pop("EndPage", "").strip()
    text = " ".join(parts.pop("MedlinePgn", "").split())
    given = text or (f"{first}-{last}" if first and last else first)
    field = "number" if is_article_number(given) else "page"
    if parts or draft.facts.paged or field in draft.fields:  # a report has a number of its own
        draft.keep(element)
        return
    draft.facts.paged = True
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


def location(draft: Draft, element: Any) -> None:
    """Read an identifier beside the pages, to be compared with those of the list."""
    text = text_of(element)
    if not text or element.get("ValidYN") == "N":
        draft.keep(element)
    else:
        draft.facts.locations.append((element.get("EIdType", ""), text))


def place_in_book(draft: Draft, element: Any) -> None:
    """Read where in a book a part of it stands."""
    field = mapping.LOCATIONS.get(element.get("Type", ""))
    if field is None:
        draft.keep(element)
    else:
        draft.text(field, element)


def article_id(draft: Draft, element: Any) -> None:
    """Read an identifier of the list."""
    kind, text = element.get("IdType", ""), text_of(element)
    field = mapping.IDENTIFIERS.get(kind)
    if not text:
        return
    if kind == "pubmed":
        if not draft.facts.pmid_of_data:
            draft.facts.pmid_of_data = text
        if draft.facts.pmid_of_data == text:
            return
    if field and field not in draft.fields:
        draft.fields[field] = text
    elif field is None or draft.fields[field] != text:
        draft.add("identifiers", Identifier(kind=kind, value=text))


def other_id(draft: Draft, element: Any) -> None:
    """Read an identifier that another owner has given, to be put behind those of the list."""
    if text := text_of(element):
        draft.facts.other_ids.append(Identifier(kind=element.get("Source", ""), value=text))


def _sections(element: Any, draft: Draft) -> tuple[Any, ...]:
    found = []
    for child in element[:]:
        if child.tag != "AbstractText":
            if child.tag != "CopyrightInformation":
                draft.keep(child)
        elif section := section_of(child):
            found.append(section)
    if len(found) == 1 and not found[0].label and not found[0].category:
        return sections_in_line(found[0].paragraphs[0])
    return tuple(found)


def abstract(draft: Draft, element: Any) -> None:
    """Read the abstract; a second one is a further abstract."""
    sections = _sections(element, draft)
    if "abstract" in draft.fields:
        draft.add("other_abstracts", Abstract(sections=sections))
    elif sections:
        draft.fields["abstract"] = sections
    for child in element.iterchildren("CopyrightInformation"):
        draft.text("copyright", child)


def other_abstract(draft: Draft, element: Any) -> None:
    """Read an abstract of another kind or language."""
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


def language(draft: Draft, element: Any) -> None:
    """Read a language of the article."""
    if text := text_of(element):
        draft.add("language", language_code(text))


def publication_type(draft: Draft, element: Any) -> None:
    """Read a publication type, whose number in MeSH has no field."""
    if text := text_of(element):
        draft.add("publication_types", text)
        if number := element.get("UI"):
            draft.say("PublicationType/@UI", f"{number} {text}")


def databank(draft: Draft, element: Any) -> None:
    """Read a database with the numbers that it has given."""
    name, numbers = "", []
    for child in element[:]:
        if child.tag == "DataBankName":
            name = text_of(child)
        elif child.tag == "AccessionNumberList":
            numbers += [text_of(number) for number in child[:]]
        else:
            draft.keep(child)
    if name or any(numbers):
        draft.add("databanks", Databank(name=name, accession_numbers=tuple([number for number in numbers if number])))


def grant(draft: Draft, element: Any) -> None:
    """Read a grant."""
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


def chemical(draft: Draft, element: Any) -> None:
    """Read a substance."""
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


def supplementary_concept(draft: Draft, element: Any) -> None:
    """Read a concept of the supplements to MeSH."""
    if text := text_of(element):
        subject = Subject(term=text, id=element.get("UI", ""), kind=element.get("Type", ""))
        draft.add("supplementary_concepts", subject)


def heading(draft: Draft, element: Any) -> None:
    """Read a heading of MeSH with its qualifiers."""
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


def keyword_list(draft: Draft, element: Any) -> None:
    """Read the keywords of one owner."""
    owner = element.get("Owner", "")
    for child in element[:]:
        if child.tag != "Keyword":
            draft.keep(child)
        elif text := text_of(child):
            draft.add("keyword", Keyword(text=text, owner=owner, major=child.get("MajorTopicYN") == "Y"))


def note(draft: Draft, element: Any) -> None:
    """Read a note of an owner."""
    if text := text_of(element):
        draft.add("note", text)
        draft.attributes(element, ("Owner",))


def related(draft: Draft, element: Any) -> None:
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


def reference_list(draft: Draft, element: Any) -> None:
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
            _cited_ids(child, fields, others)
        else:
            draft.keep(child)
    if "doi" not in fields:
        fields["doi"] = cited_doi(fields.get("citation", ""))
    draft.add("related", Related(identifiers=tuple(others), **fields))


def _cited_ids(element: Any, fields: dict[str, Any], others: list[Identifier]) -> None:
    for each in element[:]:
        kind, text = each.get("IdType", ""), text_of(each)
        field = mapping.CITED_IDENTIFIERS.get(kind)
        if field and not fields.get(field):
            fields[field] = text
        elif text and (field is None or fields[field] != text):
            others.append(Identifier(kind=kind, value=text))


def contents(draft: Draft, element: Any) -> None:
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
