"""Writing what a work has to do with others: its relations and databases go in, elements for them come out.

What corrects it, comments on it and the like stands in the front, each as ``related-article``; what it cites stands in
``back`` as references, which are numbered through all articles of a document.
"""

from __future__ import annotations

from typing import Any

from lxml.etree import SubElement

from citeconv import Citation, Databank, Related
from citeconv_jats.elements import Elements, Lose, Shape
from citeconv_jats.mapping import HREF, ID_TYPES, RELATION_IDS, RELATIONS
from citeconv_jats.parts import DOI_SIGN, VALID_IDS, id_shape
from citeconv_jats.reading_parts import doi_in


class Relations:
    """Builds the relations of one article after the other.

    Args:
        elements: Gives the elements.
        lose: Called with what has no place.
    """

    def __init__(self, elements: Elements, lose: Lose) -> None:
        self._elements = elements
        self._lose = lose
        self._before = 0  # references of the articles before

    def finish(self, relations: tuple[Related, ...]) -> None:
        """Finish an article: the references of the next one are numbered on, for an id is unique in its document."""
        self._before += len(_cited(relations))

    def add(self, parent: Any, citation: Citation) -> None:
        """Append what the front says of other works, and what is of this one in databases."""
        self._add_related(parent, citation.related)
        self._add_databanks(parent, citation.databanks)

    def add_cited(self, article: Any, relations: tuple[Related, ...]) -> None:
        """Append the works that an article cites."""
        cited = _cited(relations)
        if not cited:
            return
        references = SubElement(SubElement(article, "back"), "ref-list")
        for number, related in enumerate(cited, self._before + 1):
            ref = SubElement(references, "ref", {"id": f"ref{number}"})
            _related(SubElement(ref, "mixed-citation", {"publication-type": "other"}), related, "", self._elements)

    def _add_related(self, parent: Any, relations: tuple[Related, ...]) -> None:
        after_cited = False
        for related in relations:
            if related.pmcid.isdecimal():
                self._lose("related", "a PMCID without its letters is read with them")
            if related.kind == "cites":
                after_cited = True
                said = f"{related.citation} {related.note}"
                if not related.doi and DOI_SIGN in said and doi_in(said):
                    self._lose("related", "a DOI in the text of a cited work is read as its own, too")
                continue
            if after_cited:
                self._lose("related", "cited works stand behind the other relations")
                after_cited = False
            kind = RELATIONS.get(related.kind, related.kind)
            element = self._elements.once(parent, ("related-article", "related-article-type", kind))
            linked = next((field for field in RELATION_IDS if getattr(related, field)), "")
            if linked:
                element.set("ext-link-type", RELATION_IDS[linked])
                self._elements.set(element, HREF, getattr(related, linked))
            _related(element, related, linked, self._elements)

    def _add_databanks(self, parent: Any, banks: tuple[Databank, ...]) -> None:
        before = ""
        for bank in banks:
            if bank.name == before:
                self._lose("databanks", "accession numbers of one name stand together")
            before = bank.name
            for number in bank.accession_numbers or ("",):
                shape = ("related-object", "source-type", "database", "source-id", bank.name)
                element = self._elements.once(parent, shape)
                if number:
                    self._elements.set(element, "document-id", number)
                    element.set("document-id-type", "accession")


def _cited(relations: tuple[Related, ...]) -> list[Related]:
    """Return what an article cites."""
    return [related for related in relations if related.kind == "cites"]


def _related(element: Any, related: Related, linked: str, elements: Elements) -> None:
    """Fill in the citation as printed, and the ids that the link does not tell."""
    elements.fill(element, related.citation)
    for field, kind in (("pmid", "pmid"), ("doi", "doi"), ("pmcid", "pmcid")):
        if field != linked and (value := getattr(related, field)):
            valid = VALID_IDS[field].fullmatch(value) is not None
            _spaced(element, id_shape("pub-id", kind, valid), value, elements)
    for identifier in related.identifiers:
        shape = id_shape("pub-id", identifier.kind, identifier.kind in ID_TYPES)
        _spaced(element, shape, identifier.value, elements)
    if related.note:
        _spaced(element, "comment", "", elements)
        elements.fill(element[-1], related.note)


def _spaced(element: Any, shape: Shape, text: str, elements: Elements) -> None:
    """Append a child of running text, with a blank before it."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + " "
    elif element.text:
        element.text += " "
    elements.once(element, shape, text)
