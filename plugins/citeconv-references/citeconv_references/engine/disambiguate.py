"""What a citation could not tell apart: year suffixes, and names that a reference shows for that reason.

Each item's citation is rendered as the style renders it. Where several are the same, more names and then given names
are added, step by step, until they differ; a reference shows them, too (a habit of citeproc-js). What is still the
same with all that the style allows is given a, b, c ... in the order of the bibliography. Keys go into tables, so this
is linear in the number of items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from citeconv_references.engine.context import Context, Renderer
from citeconv_references.engine.initials import initials
from citeconv_references.engine.items import Item
from citeconv_references.engine.people import Person
from citeconv_references.engine.stream import Stream, text_between
from citeconv_references.engine.xml import Element

if TYPE_CHECKING:
    from citeconv_references.engine.name_format import NameFormat

ALL = 1_000_000
MOST_NAMES = 20
"""Names that are added to tell citations apart; nobody reads more."""


class SharedNames:
    """People with the same family name: of whom the given names are to be added, wherever their names stand.

    Args:
        lists: The names in citations.
        first: Only the first ones of lists count.
        full: Given names may be in full, and not in initials alone.
        within: The lists are those of one citation: names that are printed without given names keep to that, then.
    """

    def __init__(self, lists: Iterable[tuple[Person, ...]], first: bool, full: bool, within: bool = False) -> None:
        self.first, self.full, self.within = first, full, within
        self.families: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
        for names in lists:
            for person in names[:1] if first else names:
                if person.given:
                    givens = self.families.setdefault((person.non_dropping, person.family), {})
                    if person.given not in givens:
                        givens[person.given] = _both_forms(person.given)

    def forms(self, names: tuple[Person, ...], format_: NameFormat) -> dict[int, str]:
        """Return the forms of given names that tell people of a list from others, by their place."""
        found: dict[int, str] = {}
        if self.within and format_.form == "short":
            return found
        for place, person in enumerate(names[:1] if self.first else names):
            givens = self.families.get((person.non_dropping, person.family))
            if givens and person.given and (len(givens) > 1 or person.given not in givens):
                form = self._form(person.given, givens, format_)
                if form:
                    found[place] = form
        return found

    def _form(self, given: str, givens: Mapping[str, tuple[str, str]], format_: NameFormat) -> str:
        own, short = givens.get(given) or _both_forms(given)
        if self.full and any(other == short and name != own for name, other in givens.values()):
            return "full"
        return "long" if any(other != short for _, other in givens.values()) else ""


def _both_forms(given: str) -> tuple[str, str]:
    return " ".join(given.replace(".", " ").split()), initials(given, "", hyphens=True, names=True)


class Forms(NamedTuple):
    """What is added to the names of an item.

    Args:
        names: How many are shown, 0 if as many as ever.
        given: Forms of the given names of the first ones, by their place.
        shared: Who else has the family names.
    """

    names: int = 0
    given: Mapping[int, str] = {}
    shared: SharedNames | None = None


AS_EVER = Forms()


class Cited(NamedTuple):
    """An item, its citation, and what is added to its names whatever that is like."""

    item: Item
    text: str
    forms: Forms = AS_EVER


class Told(NamedTuple):
    """What tells an item from others."""

    suffix: str = ""
    forms: Forms = AS_EVER


def suffix(place: int) -> str:
    """Return a ... z, aa, ab ... for a place counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = ascii_lowercase[rest] + letters
    return letters


class _Every(Mapping[int, str]):
    """The same form at every place; to be asked, for who looks through it finds the first place alone."""

    def __init__(self, form: str) -> None:
        self.form = form

    def __getitem__(self, place: int) -> str:
        return self.form

    def __iter__(self) -> Iterator[int]:
        return iter((0,))

    def __len__(self) -> int:
        return 1


EVERY = {form: _Every(form) for form in ("long", "full")}


class Disambiguation:
    """The rules of cs:citation for what is the same."""

    def __init__(self, citation: Element, render: Renderer) -> None:
        self.render = render
        self.add_suffix = citation.get("disambiguate-add-year-suffix") == "true"
        self.add_names = citation.get("disambiguate-add-names") == "true"
        self.add_given = citation.get("disambiguate-add-givenname") == "true"
        rule = citation.get("givenname-disambiguation-rule")
        self.primary = rule.startswith("primary-name")
        self.everywhere = rule.startswith("all-names")
        self.full = self.add_given and not rule.endswith("with-initials")
        self.needed = self.add_suffix or self.add_names or self.add_given

    def cited(self, items: Sequence[Item]) -> list[Cited]:
        """Return how items are cited; given names of people who share initials are in full from here on."""
        shown = [self._cite(item, AS_EVER) for item in items]
        names = [_names_cited(cite.context) if self.add_names and self.add_given else 0 for cite in shown]
        shared = self._shared([cite.context.people_cited for cite in shown])
        return [
            Cited(item, cite.text, Forms(count, {}, others))
            for item, cite, count, others in zip(items, shown, names, shared, strict=True)
        ]

    def _shared(self, cited: list[list[tuple[Person, ...]]]) -> list[SharedNames | None]:
        """Return for each citation the people that its names are told from: those of all citations, or of its own."""
        if not self.add_given:
            return [None] * len(cited)
        if self.primary or self.everywhere:
            everybody = SharedNames([names for lists in cited for names in lists], self.primary, self.full)
            return [everybody] * len(cited)
        return [
            SharedNames(lists, False, self.full, within=True) if sum(map(len, lists)) > 1 else None for lists in cited
        ]

    def tell(self, cites: Sequence[Cited]) -> list[Told]:
        """Return what tells each item from the others, given in the order of the bibliography."""
        suffixes = [""] * len(cites)
        forms = [AS_EVER] * len(cites)
        for places in _groups([cite.text for cite in cites], range(len(cites))):
            groups = [places]
            if self.add_names or self.add_given:
                self._separate([cites[place].item for place in places], places, forms)
                every = Forms(ALL if self.add_names else 0, self._every_given(cites[places[0]].item))
                groups = _groups([self._cite(cites[place].item, every).text for place in places], places)
            if self.add_suffix:
                for group in groups:
                    for number, place in enumerate(group):
                        suffixes[place] = suffix(number)
        return [
            Told(suffix, Forms(max(own.names, cite.forms.names), own.given, cite.forms.shared))
            for suffix, own, cite in zip(suffixes, forms, cites, strict=True)
        ]

    def _every_given(self, item: Item) -> Mapping[int, str]:
        """Return all given names that may be added, in initials where the rule is for these alone."""
        if not self.add_given:
            return {}
        format_ = self._cite(item, AS_EVER).context.name_format
        if not self.full and (format_ is None or format_.initialize_with is None):
            return {}
        form = "full" if self.full else "long"
        return {0: form} if self.primary else EVERY[form]

    def _cite(self, item: Item, forms: Forms) -> _Cite:
        cited = Context(item)
        cited.cited = True
        cited.names_added, cited.given_added, cited.shared = forms
        out: Stream = []
        try:
            self.render(cited, out)
        except Exception:  # an odd value costs the entry, as its rendering will tell
            return _Cite(f"\0{id(item)}", cited)
        return _Cite(text_between(out, 0), cited)

    def _separate(self, items: list[Item], places: list[int], forms: list[Forms]) -> None:
        """Add names and given names to citations that are the same until they differ."""
        first = self._cite(items[0], AS_EVER).context
        format_ = first.name_format
        if format_ is None:
            return
        cut = format_.cut_cited(len(first.first_names))
        shortens = format_.initialize_with is not None and format_.form == "short"
        levels: tuple[str, ...] = ("long", "full") if shortens or self.primary or self.everywhere else ("full",)
        if not self.full:
            levels = levels[:-1]
        by_place = dict(zip(places, items, strict=True))
        waiting = [(places, AS_EVER, AS_EVER, cut)]
        while waiting:
            group, tried, settled, shown = waiting.pop()
            parts, tried, shown = self._next_split(group, tried, shown, cut, levels, by_place)
            for part in parts:
                if len(part) > 1 and shown < cut + MOST_NAMES:
                    waiting.append((part, tried, tried, shown))
                for place in part:
                    forms[place] = tried
            if not parts:
                for place in group:
                    forms[place] = settled
        if not self.add_given:  # the reference shows added names only where given names may be added, too
            for place in places:
                forms[place] = AS_EVER

    def _next_split(
        self,
        group: list[int],
        tried: Forms,
        shown: int,
        cut: int,
        levels: tuple[str, ...],
        by_place: dict[int, Item],
    ) -> tuple[list[list[int]], Forms, int]:
        """Return the parts of a group that the next step tells apart, what does it, and how many names that shows."""
        longest = max(len(self._cite(by_place[place], AS_EVER).context.first_names) for place in group)
        positions = range(min(cut, 1 if self.primary else MOST_NAMES)) if shown == cut else range(shown - 1, shown)
        while True:
            for position in positions if self.add_given else ():
                for level in levels:
                    trial = Forms(tried.names, {**tried.given, position: level})
                    parts = self._parts(group, trial, by_place)
                    if len(parts) > 1:
                        return parts, trial, shown
            if not self.add_names or shown >= min(longest, cut + MOST_NAMES):
                return [], tried, shown
            shown += 1
            tried = Forms(shown, tried.given)
            positions = range(0) if self.primary else range(shown - 1, shown)
            parts = self._parts(group, tried, by_place)
            if len(parts) > 1:
                return parts, tried, shown

    def _parts(self, group: list[int], forms: Forms, by_place: dict[int, Item]) -> list[list[int]]:
        parts: dict[str, list[int]] = {}
        for place in group:
            parts.setdefault(self._cite(by_place[place], forms).text, []).append(place)
        return list(parts.values())


class _Cite(NamedTuple):
    """A citation: its text, and what is known of its names."""

    text: str
    context: Context


def _names_cited(cited: Context) -> int:
    """Return how many names a citation shows: a reference shows as many, whatever its own options are."""
    return cited.name_format.cut_again(len(cited.first_names)) if cited.name_format is not None else 0


def _groups(keys: Sequence[str], places: Sequence[int]) -> list[list[int]]:
    """Return the places with the same key, those that are not alone."""
    groups: dict[str, list[int]] = {}
    for key, place in zip(keys, places, strict=True):
        groups.setdefault(key, []).append(place)
    return [group for group in groups.values() if len(group) > 1]
