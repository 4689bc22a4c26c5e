"""Year suffixes: which references a citation could not tell apart.

Each item's citation is rendered as the style renders it, with as many names and given names as the style allows for
telling items apart; items whose citations are still the same are given a, b, c ... in the order of the bibliography.
Keys go into a table, so this is linear in the number of items.
"""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

from citeconv_references.engine.compile import Context, Renderer
from citeconv_references.engine.stream import Stream, text_between
from citeconv_references.engine.xml import Element

ALL = 1_000_000


def suffix(place: int) -> str:
    """Return a ... z, aa, ab ... for a place counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = ascii_lowercase[rest] + letters
    return letters


class YearSuffixes:
    """The rules of cs:citation for a style with ``disambiguate-add-year-suffix``."""

    def __init__(self, citation: Element, render: Renderer) -> None:
        self.render = render
        self.add_names = citation.get("disambiguate-add-names") == "true"
        self.add_given = citation.get("disambiguate-add-givenname") == "true"
        self.primary = citation.get("givenname-disambiguation-rule").startswith("primary-name")

    def assign(self, contexts: Sequence[Context]) -> list[str]:
        """Return the year suffix of each item, given in the order of the bibliography."""
        suffixes = [""] * len(contexts)
        for places in self._same(contexts, range(len(contexts)), plain=True):
            groups = [places]
            if self.add_names or self.add_given:
                groups = self._same(contexts, places, plain=False)
            for group in groups:
                for number, place in enumerate(group):
                    suffixes[place] = suffix(number)
        return suffixes

    def _same(self, contexts: Sequence[Context], places: Sequence[int], plain: bool) -> list[list[int]]:
        groups: dict[str, list[int]] = {}
        for place in places:
            groups.setdefault(self._cited(contexts[place], plain), []).append(place)
        return [group for group in groups.values() if len(group) > 1]

    def _cited(self, context: Context, plain: bool) -> str:
        cited = Context(context.item)
        cited.cited = True
        if not plain:
            cited.names_added = ALL if self.add_names else 0
            if self.add_given:
                cited.given_added = {0: "full"} if self.primary else EVERY
        out: Stream = []
        try:
            self.render(cited, out)
        except Exception:  # an odd value costs the entry, as its rendering will tell
            return f"\0{id(context)}"
        return text_between(out, 0)


class _Every(dict[int, str]):
    def get(self, key: int, default: str | None = None) -> str:  # type: ignore[override]
        return "full"


EVERY = _Every({0: "full"})
"""The form of every name."""
