"""Writing ``journal-meta``: a citation goes in, what it says of its journal goes out, in the order that JATS wants.

Publishing wants an identifier and an ISSN of every journal, so that where the source has none a stand-in is written.
"""

from __future__ import annotations

from citeconv import Citation, Identifier, Issn
from citeconv_jats.citations import add_issn
from citeconv_jats.elements import Elements, Lose, bare
from citeconv_jats.mapping import JOURNAL_ID, NOT_AVAILABLE


class Journals:
    """Builds the journals of articles.

    Args:
        elements: Writes the elements.
        lose: Called with what has no place.
    """

    def __init__(self, elements: Elements, lose: Lose) -> None:
        self._elements = elements
        self._lose = lose

    def add(self, citation: Citation, meta: list[tuple[str, str]]) -> None:
        """Write the journal, if anything is known of it; the place of a publisher without a name goes to ``meta``."""
        codes = self._codes(citation)
        titled = bool(citation.container_title or citation.container_title_short)
        if titled or citation.nlm_unique_id or citation.issn or citation.publisher or codes:
            self._elements.open("journal-meta")
            self._ids(citation, codes)
            if titled:
                self._titles(citation)
            self._issns(citation.issn, titled)
            if citation.publisher:
                self._publisher(citation)
            self._elements.close()
        if citation.publisher_place and not citation.publisher:
            meta.append(("publisher-place", citation.publisher_place))

    def _ids(self, citation: Citation, codes: list[tuple[str, str]]) -> None:
        lose = self._lose
        if citation.container_title_short:
            nlm = citation.pmid or citation.nlm_unique_id
            kind = "nlm-ta" if nlm else "iso-abbrev"
            self._id(kind, bare(citation.container_title_short, "container_title_short", lose))
        if citation.nlm_unique_id:
            self._id("nlm-journal-id", citation.nlm_unique_id)
        for kind, value in codes:
            self._id(kind, value)
        if self._elements.is_empty() and (citation.issn or citation.container_title):
            issn, full = citation.issn, citation.container_title
            kind, value = ("issn", issn[0].value) if issn else ("journal-title", full)
            self._id(kind, bare(value, "container_title", lose))

    def _id(self, kind: str, value: str) -> None:
        self._elements.text("journal-id", value, self._elements.attribute("journal-id-type", kind))

    def _titles(self, citation: Citation) -> None:
        self._elements.open("journal-title-group")
        if full := citation.container_title:
            self._elements.text("journal-title", bare(full, "container_title", self._lose))
        if short := citation.container_title_short:
            self._elements.text("abbrev-journal-title", bare(short, "container_title_short", self._lose))
        self._elements.close()

    def _issns(self, issns: tuple[Issn, ...], titled: bool) -> None:
        last = len(issns) - 1
        if titled and (last < 0 or (last == 0 and issns[0].kind == "linking")):
            self._elements.open_line("issn", f' content-type="{NOT_AVAILABLE}"')
            self._elements.raw("<!--not in the source; Publishing demands the element-->")
            self._elements.close()
        for place, issn in enumerate(issns):
            if issn.kind == "linking" and place != last:
                self._elements.text("issn", issn.value, ' publication-format="linking"')
            else:
                add_issn(issn, self._elements)

    def _publisher(self, citation: Citation) -> None:
        self._elements.open("publisher")
        self._elements.text("publisher-name", bare(citation.publisher, "publisher", self._lose))
        if place := citation.publisher_place:
            self._elements.text("publisher-loc", bare(place, "publisher_place", self._lose))
        self._elements.close()

    def _codes(self, citation: Citation) -> list[tuple[str, str]]:
        """Return the journal's own identifiers, each with its kind."""
        codes = [each for each in citation.identifiers if is_code(each)]
        if codes and tuple(codes) != citation.identifiers[: len(codes)]:
            self._lose("identifiers", "those of the journal stand first")
        return [(each.kind.removeprefix(JOURNAL_ID), each.value) for each in codes]


def is_code(identifier: Identifier) -> bool:
    """Return whether an identifier is the journal's own."""
    return identifier.kind.startswith(JOURNAL_ID)
