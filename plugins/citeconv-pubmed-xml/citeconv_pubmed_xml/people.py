"""Persons and groups: authors, editors, investigators, people that an article is about.

An element goes in, a ``Name`` comes out. Initials are kept where the given names are more than initials. Investigators
are members of the group whose number they have, or of the only one; else contributors. A name that NLM calls invalid
(``ValidYN="N"``: as it was misprinted, beside the right one) goes to ``extra``.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from citeconv import Affiliation, Identifier, Name
from citeconv.values.names import are_initials, initials_of, spaced
from citeconv.values.nlm import COLLABORATOR
from citeconv_pubmed_xml.draft import Draft
from citeconv_pubmed_xml.mapping import NAME_PARTS
from citeconv_pubmed_xml.values import bare_identifier, orcid_of, text_of


def read_name(draft: Draft, element: Any) -> Name | None:
    """Return the name in an ``Author``, ``Investigator`` or ``PersonalNameSubject``; None if there is no valid one."""
    if element.get("ValidYN") == "N":
        draft.keep(element)
        return None
    fields, places = _parts_of_name(draft, element)
    if not fields:
        for place in places:
            draft.say(f"{element.tag}/Affiliation", place.text)
        draft.stray(element, element.text or "")
        return None
    if element.get("EqualContrib") == "Y":
        fields["equal_contribution"] = True
    if places:
        fields["affiliations"] = tuple(places)
    if "identifiers" in fields:
        fields["identifiers"] = tuple(fields["identifiers"])
    if "suffix" in fields:
        fields["suffix"] = fields["suffix"].removesuffix(".")  # as books have it
    _initials(fields)
    return Name(**fields)


def _parts_of_name(draft: Draft, element: Any) -> tuple[dict[str, Any], list[Affiliation]]:
    """Return the fields of a name, with its identifiers as a list, and its affiliations."""
    fields: dict[str, Any] = {}
    places: list[Affiliation] = []
    for child in element[:]:
        tag = child.tag
        part = NAME_PARTS.get(tag)
        if part is not None and part not in fields:
            if text := text_of(child):
                fields[part] = text
        elif tag == "AffiliationInfo":
            _affiliation(draft, child, places)
        elif tag == "Affiliation":
            places.append(Affiliation(text=text_of(child)))
        elif tag in ("Identifier", "NameID"):
            _identifier(fields, child)
        elif tag == "MiddleName" and "given" in fields:
            fields["given"] = f"{fields['given']} {text_of(child)}"
        else:
            draft.keep(child)
    return fields, places


def _initials(fields: dict[str, Any]) -> None:
    initials, given = fields.get("initials"), fields.get("given")
    if not given:
        if initials:
            fields["given"] = spaced(fields.pop("initials"))
    elif initials and are_initials(given) and initials == initials_of(given):
        del fields["initials"]
    if "family" not in fields and "literal" not in fields:
        fields["family"] = fields.pop("given", "")


def _affiliation(draft: Draft, element: Any, places: list[Affiliation]) -> None:
    text = ""
    identifiers: list[Identifier] = []
    for child in element[:]:
        if child.tag == "Affiliation" and not text:
            text = text_of(child)
        elif child.tag == "Identifier" and (value := text_of(child)):
            identifiers.append(Identifier(kind=child.get("Source", "").lower(), value=bare_identifier(value)))
        else:
            draft.keep(child)
    if text or identifiers:
        places.append(Affiliation(text=text, identifiers=tuple(identifiers)))


def _identifier(fields: dict[str, Any], element: Any) -> None:
    text, kind = text_of(element), element.get("Source", "")
    orcid = orcid_of(text) if kind.upper() in ("ORCID", "") else ""
    if orcid and "orcid" not in fields:
        fields["orcid"] = orcid
    elif text and not (orcid and orcid == fields["orcid"]):
        fields.setdefault("identifiers", []).append(Identifier(kind=kind, value=text))


def author_list(draft: Draft, element: Any) -> None:
    """Read an ``AuthorList``: of an article, of a part of a book, or the editors of either."""
    kind = element.get("Type", "").lower()
    editors = kind == "editors"
    if kind and not editors:
        draft.attributes(element, ("Type",))
    field = "editor" if editors else "author"
    of_book = element.getparent().tag == "Book" and not editors
    for child in element[:]:
        if child.tag not in ("Author", "Editor"):
            draft.keep(child)
        elif name := read_name(draft, child):
            if of_book:
                draft.facts.book_authors.append(name)
                continue
            draft.add(field, name)
            if name.literal and (number := child.find("CollectiveName").get("Investigators")):
                draft.facts.groups[number] = (field, len(draft.lists[field]) - 1)
    if element.get("CompleteYN") == "N":
        draft.add("et_al", field)


def subject_names(draft: Draft, element: Any) -> None:
    """Read the people that the article is about."""
    for child in element[:]:
        if child.tag == "PersonalNameSubject":
            if name := read_name(draft, child):
                draft.add("subject_names", name)
        else:
            draft.keep(child)


def investigator_list(draft: Draft, element: Any) -> None:
    """Read an ``InvestigatorList``, to be given to its group when all groups are known."""
    names: list[Name] = []
    for child in element[:]:
        if child.tag == "Investigator":
            if name := read_name(draft, child):
                names.append(name)
        else:
            draft.keep(child)
    draft.facts.investigators.append((element.get("ID", ""), names))


def settle(draft: Draft) -> None:
    """Make investigators members of their groups, and the old single affiliation the first author's."""
    authors: list[Name] = draft.lists.get("author", [])
    groups = [index for index, name in enumerate(authors) if name.literal]
    members: dict[tuple[str, int], list[Name]] = {}
    for number, names in draft.facts.investigators:
        field, place = draft.facts.groups.get(number, ("author", -1))
        if place < 0 and len(groups) == 1:
            place = groups[0]
        if place < 0:
            for name in names:
                draft.add("contributor", replace(name, role=COLLABORATOR))
        else:
            members.setdefault((field, place), []).extend(names)
    for (field, place), names in members.items():
        draft.lists[field][place] = replace(draft.lists[field][place], members=tuple(names))
    text = draft.facts.affiliation
    if text and authors and not authors[0].affiliations:
        authors[0] = replace(authors[0], affiliations=(Affiliation(text=text),))
    elif text:
        draft.say("Article/Affiliation", text)
