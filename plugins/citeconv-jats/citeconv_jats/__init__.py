"""JATS, the XML of journals and PubMed Central: ``jats`` is a list of references, ``jats-front`` whole records.

Citations go in, elements built by lxml go out, one record at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from citeconv import Citation, Format, Option, hookimpl
from citeconv_jats import mapping, options
from citeconv_jats.frames import ARTICLE_FRAME, FRAGMENT_FRAME, SET_FRAME, document

if TYPE_CHECKING:
    from citeconv_jats.front import Fronts
    from citeconv_jats.references import References


class Jats(Format[str]):
    """JATS reference list, of element-citation or mixed-citation."""

    name = "jats"
    suffixes: ClassVar[tuple[str, ...]] = (".xml", ".jats", ".nxml")
    separator: ClassVar[str] = ""
    options: ClassVar[tuple[Option, ...]] = options.LIST
    carries = mapping.ELEMENT_CARRIES

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        if self.settings["citation"] == "mixed":
            self.carries = mapping.MIXED_CARRIES  # type: ignore[misc]  # what is carried depends on the option

    @cached_property
    def _references(self) -> References:
        from citeconv_jats.references import References

        return References(self.settings, self.lose)

    def begin(self) -> str:
        """Return the frame before the first reference."""
        return (FRAGMENT_FRAME if self.settings["fragment"] else ARTICLE_FRAME)[0]

    def write(self, citation: Citation) -> str:
        """Return one ``ref``, with characters that XML cannot hold replaced."""
        known = len(self.losses)
        try:
            return self._references.write(citation)
        except ValueError:  # lxml's word for such characters
            from citeconv_jats.elements import legal

            del self.losses[known:]
            return self._references.write(legal(citation, self.lose))

    def end(self) -> str:
        """Return the frame after the last reference."""
        return (FRAGMENT_FRAME if self.settings["fragment"] else ARTICLE_FRAME)[1]


class JatsFront(Format[str]):
    """JATS article for each record, all of it in the front; several stand in a pmc-articleset."""

    name = "jats-front"
    suffixes: ClassVar[tuple[str, ...]] = ()
    separator: ClassVar[str] = ""
    carries = mapping.FRONT_CARRIES

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._held = ""  # the first article, until it is known whether others follow
        self._several = False

    @cached_property
    def _fronts(self) -> Fronts:
        from citeconv_jats.front import Fronts

        return Fronts(self.lose)

    def write(self, citation: Citation) -> str:
        """Return one ``article``; the first is kept until the second or the end shows what it stands in."""
        article = self._article(citation)
        if self._several:
            return article
        if not self._held:
            self._held = article
            return ""
        held, self._held, self._several = self._held, "", True
        return f"{SET_FRAME[0]}{held}{article}"

    def _article(self, citation: Citation) -> str:
        """Return one article, with characters that XML cannot hold replaced."""
        known = len(self.losses)
        try:
            return self._fronts.write(citation)
        except ValueError:  # lxml's word for such characters
            from citeconv_jats.elements import legal

            del self.losses[known:]
            return self._fronts.write(legal(citation, self.lose))

    def end(self) -> str:
        """Return the only article as a document, or the end of the set."""
        if self._held:
            return document(self._held)
        return SET_FRAME[1] if self._several else "".join(SET_FRAME)


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``jats`` and ``jats-front``."""
    return [Jats, JatsFront]
