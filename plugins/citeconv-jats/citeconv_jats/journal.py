"""Writing ``journal-meta``: a citation goes in, what it says of its journal comes out, in the order that JATS wants.

Publishing wants an identifier and an ISSN of every journal, so that where the source has none a stand-in is written.
"""

from __future__ import annotations

from typing import Any

from lxml.etree import Comment, SubElement

from citeconv import Citation, Identifier, Issn
from citeconv_jats.citations import issn_shape
from citeconv_jats.elements import Elements, Lose, bare
from citeconv_jats.mapping import JOURNAL_ID, NOT_AVAILABLE


class Journals:
    """Builds the journals of articles.

    Args:
        elements: Gives the elements.
        lose: Called with what has no place.
    """

    def __init__(self, elements: Elements, lose: Lose) -> None:
        self._elements = elements
        self._lose = lose

    def add(self, front: Any, citation: Citation, meta: list[tuple[str, str]]) -> None:
        """Append the journal, if anything is known of it; the place of a publisher without a name goes to ``meta``."""
        codes = self._codes(citation)
        titled = bool(citation.container_title or citation.container_title_short)
        if titled or citation.nlm_unique_id or citation.issn or citation.publisher or codes:
            element = SubElement(front, "journal-meta")
            self._ids(element, citation, codes)
            if titled:
                self._titles(element, citation)
            self._issns(element, citation.issn, titled)
            if citation.publisher:
                self._publisher(element, citation)
        if citation.publisher_place and not citation.publisher:
            meta.append(("publisher-place", citation.publisher_place))

    def _ids(self, element: Any, citation: Citation, codes: list[tuple[str, str]]) -> None:
        add, lose = self._elements.text, self._lose
        if citation.container_title_short:
            nlm = citation.pmid or citation.nlm_unique_id
            shape = ("journal-id", "journal-id-type", "nlm-ta" if nlm else "iso-abbrev")
            add(element, shape, bare(citation.container_title_short, "container_title_short", lose))
        if citation.nlm_unique_id:
            add(element, ("journal-id", "journal-id-type", "nlm-journal-id"), citation.nlm_unique_id)
        for kind, value in codes:
            self._elements.once(element, ("journal-id", "journal-id-type", kind), value)
        if not len(element) and (citation.issn or citation.container_title):
            issn, full = citation.issn, citation.container_title
            kind, value = ("issn", issn[0].value) if issn else ("journal-title", full)
            add(element, ("journal-id", "journal-id-type", kind), bare(value, "container_title", lose))

    def _titles(self, element: Any, citation: Citation) -> None:
        group = self._elements.group(element, "journal-title-group")
        if full := citation.container_title:
            self._elements.text(group, "journal-title", bare(full, "container_title", self._lose))
        if short := citation.container_title_short:
            self._elements.text(group, "abbrev-journal-title", bare(short, "container_title_short", self._lose))

    def _issns(self, element: Any, issns: tuple[Issn, ...], titled: bool) -> None:
        last = len(issns) - 1
        if titled and (last < 0 or (last == 0 and issns[0].kind == "linking")):
            missing = SubElement(element, "issn", {"content-type": NOT_AVAILABLE})
            missing.text = ""  # an empty text keeps the serialiser from indenting within it
            missing.append(Comment("not in the source; Publishing demands the element"))
        for place, issn in enumerate(issns):
            if issn.kind == "linking" and place != last:
                self._elements.once(element, ("issn", "publication-format", issn.kind), issn.value)
            else:
                self._elements.text(element, issn_shape(issn.kind), issn.value)

    def _publisher(self, element: Any, citation: Citation) -> None:
        publisher = self._elements.group(element, "publisher")
        self._elements.text(publisher, "publisher-name", bare(citation.publisher, "publisher", self._lose))
        if place := citation.publisher_place:
            self._elements.text(publisher, "publisher-loc", bare(place, "publisher_place", self._lose))

    def _codes(self, citation: Citation) -> list[tuple[str, str]]:
        """Return the journal's own identifiers, each with its kind."""
        codes = [each for each in citation.identifiers if is_code(each)]
        if codes and tuple(codes) != citation.identifiers[: len(codes)]:
            self._lose("identifiers", "those of the journal stand first")
        return [(each.kind.removeprefix(JOURNAL_ID), each.value) for each in codes]


def is_code(identifier: Identifier) -> bool:
    """Return whether an identifier is the journal's own."""
    return identifier.kind.startswith(JOURNAL_ID)
