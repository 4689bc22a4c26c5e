"""Writing what a work has to do with others: its relations and databases go in, elements for them go out.

What corrects it, comments on it and the like stands in the front, each as ``related-article``; what it cites stands in
``back`` as references, which are numbered through all articles of a document.
"""

from __future__ import annotations

from citeconv import Citation, Databank, Related
from citeconv_jats.elements import Elements, Lose
from citeconv_jats.mapping import ID_TYPES, RELATION_IDS, RELATIONS
from citeconv_jats.parts import DOI_SIGN, VALID_IDS, id_attributes
from citeconv_jats.reading_parts import doi_in


class Relations:
    """Builds the relations of one article after the other.

    Args:
        elements: Writes the elements.
        lose: Called with what has no place.
    """

    def __init__(self, elements: Elements, lose: Lose) -> None:
        self._elements = elements
        self._lose = lose
        self._before = 0  # references of the articles before

    def finish(self, relations: tuple[Related, ...]) -> None:
        """Finish an article: the references of the next one are numbered on, for an id is unique in its document."""
        self._before += len(_cited(relations))

    def add(self, citation: Citation) -> None:
        """Write what the front says of other works, and what is of this one in databases."""
        self._add_related(citation.related)
        self._add_databanks(citation.databanks)

    def add_cited(self, relations: tuple[Related, ...]) -> None:
        """Write the works that an article cites."""
        cited = _cited(relations)
        if not cited:
            return
        elements = self._elements
        elements.open("back")
        elements.open("ref-list")
        for number, related in enumerate(cited, self._before + 1):
            elements.open("ref", f' id="ref{number}"')
            _related("mixed-citation", ' publication-type="other"', related, "", elements)
            elements.close()
        elements.close()
        elements.close()

    def _add_related(self, relations: tuple[Related, ...]) -> None:
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
            attributes = self._elements.attribute("related-article-type", kind)
            linked = next((field for field in RELATION_IDS if getattr(related, field)), "")
            if linked:
                address = self._elements.attribute("xlink:href", getattr(related, linked))
                attributes += f' ext-link-type="{RELATION_IDS[linked]}"{address}'
            _related("related-article", attributes, related, linked, self._elements)

    def _add_databanks(self, banks: tuple[Databank, ...]) -> None:
        before = ""
        for bank in banks:
            if bank.name == before:
                self._lose("databanks", "accession numbers of one name stand together")
            before = bank.name
            for number in bank.accession_numbers or ("",):
                attributes = f' source-type="database"{self._elements.attribute("source-id", bank.name)}'
                if number:
                    document = self._elements.attribute("document-id", number)
                    attributes += f'{document} document-id-type="accession"'
                self._elements.empty("related-object", attributes)


def _cited(relations: tuple[Related, ...]) -> list[Related]:
    """Return what an article cites."""
    return [related for related in relations if related.kind == "cites"]


def _related(tag: str, attributes: str, related: Related, linked: str, elements: Elements) -> None:
    """Write a related work: its citation as printed, and the ids that the link does not tell."""
    elements.open_line(tag, attributes)
    elements.running(related.citation)
    blank = " " if related.citation else ""  # before all but what stands first
    for field, kind in (("pmid", "pmid"), ("doi", "doi"), ("pmcid", "pmcid")):
        if field != linked and (value := getattr(related, field)):
            elements.raw(blank)
            valid = VALID_IDS[field].fullmatch(value) is not None
            elements.text("pub-id", value, id_attributes(kind, valid, elements))
            blank = " "
    for identifier in related.identifiers:
        elements.raw(blank)
        kind = identifier.kind
        elements.text("pub-id", identifier.value, id_attributes(kind, kind in ID_TYPES, elements))
        blank = " "
    if related.note:
        elements.raw(blank)
        elements.marked("comment", related.note)
    elements.close()
