"""Reading ``journal-meta``: what an article says of its journal goes in, fields of its citation come out.

Journals have many identifiers, most of them codes of a publisher or an archive: each is an identifier whose kind begins
with ``journal-``, apart from those that have fields of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from citeconv import Identifier
from citeconv.values.bare import with_subtitle
from citeconv.values.forms import letters
from citeconv.values.markup import from_element
from citeconv_jats.draft import Draft, Reader
from citeconv_jats.mapping import JOURNAL_ID, JOURNAL_IDS
from citeconv_jats.reading_metas import read_metas
from citeconv_jats.reading_parts import put_isbn, put_issn
from citeconv_jats.reading_people import put_place


class Journal(Reader):
    """Reads ``journal-meta``."""

    texts: ClassVar[dict[str, str]] = {"publisher-name": "publisher"}
    functions: ClassVar[dict[str, Callable[[Draft, Any], None]]] = {
        "issn": put_issn, "issn-l": put_issn, "isbn": put_isbn, "publisher-loc": put_place,
        "custom-meta-group": read_metas, "custom-meta-wrap": read_metas,
    }  # fmt: skip
    table: ClassVar[dict[str, str]] = {
        "journal-id": "identify", "journal-title-group": "walk", "publisher": "walk", "journal-title": "title",
        "journal-subtitle": "subtitle", "abbrev-journal-title": "abbreviation",
    }  # fmt: skip

    def identify(self, element: Any) -> None:
        kind, text = element.get("journal-id-type") or "", from_element(element)
        if field := JOURNAL_IDS.get(kind):
            self._name(field, text, kind)
        elif kind not in ("issn", "journal-title"):
            self._code(kind, text)

    def _name(self, field: str, text: str, kind: str) -> None:
        """Set a field; a second name for it is a code, if it differs in more than signs, blanks and capitals."""
        known = self.draft.fields.setdefault(field, text) if text else text
        if letters(known) != letters(text):
            self._code(kind, text)

    def _code(self, kind: str, text: str) -> None:
        if text:
            self.draft.add("identifiers", Identifier(kind=f"{JOURNAL_ID}{kind or 'id'}", value=text))

    def title(self, element: Any) -> None:
        self._name("container_title", from_element(element), "title")

    def abbreviation(self, element: Any) -> None:
        self._name("container_title_short", from_element(element), "abbrev")

    def subtitle(self, element: Any) -> None:
        if title := self.draft.fields.get("container_title"):
            self.draft.fields["container_title"] = with_subtitle(title, from_element(element))
