"""The fields that name people: lists of authors, editors and others, what editors did, and what is said of authors.

A list goes in, names in the fields of a citation come out. Databases tell of authors in fields of their own; libraries
and authors have behind a name what its bearer did.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from citeconv import Name
from citeconv.values.catalogued import Catalogued
from citeconv.values.tex import lines, one_line, text
from citeconv_bibtex.reading import tables
from citeconv_bibtex.reading.authors import names_authors, with_details
from citeconv_bibtex.reading.lists import catalogued, prepared
from citeconv_bibtex.reading.notes import Notes
from citeconv_bibtex.reading.people import names

_INVERTED = frozenset(("authors",))
"""Fields in which Scopus's authors stand, in what programs make of its tables."""


class Creators(Notes):
    """The methods for fields that name people."""

    _note_to_user: Callable[[str], None]

    def _people(self, name: str, value: str) -> tuple[tuple[Name, ...], bool]:
        """Return the names of a field, and whether their list is cut short; tell what is left out of them."""
        listed, told = prepared(value)
        for what in told:
            self._note_to_user(f"{name}: {what}")
        found, others = names(listed, name in _INVERTED or self.values.get("source") == tables.SCOPUS)
        for each in found:
            if each.suffix and "," in each.given:
                whole = f"{each.family}, {each.suffix}, {each.given}"
                self._note_to_user(f"{name}: more commas than the name of a person has: {whole}")
        return found, others

    def _names(self, name: str, value: str) -> None:
        field = tables.FIELDS[name][1]
        if marked := catalogued(value):
            value = self._without_marks(name, field, marked)
        found, others = self._people(name, value)
        self._put(field, found, name)
        if others:
            self._add("et_al", field)

    def _without_marks(self, name: str, field: str, marked: list[Catalogued]) -> str:
        """Return the list of names without what is behind them; those of another role go where that belongs."""
        self.extra += [(f"bibtex:{name}", text(one.wording)) for one in marked if one.wording]
        for role in dict.fromkeys([one.role for one in marked if one.role not in ("", field)]):
            own = [] if role in self.out else [each for _, each in self._take(role)]
            found, others = self._people(name, " and ".join([*own, *[one.name for one in marked if one.role == role]]))
            self.out[role] = (*self.out.get(role, ()), *found)
            if others:
                self._add("et_al", role)
        return " and ".join([one.name for one in marked if one.role in ("", field)])

    def _role(self, name: str, value: str) -> None:
        """Read people of whom BibLaTeX alone knows; ``editora`` says in ``editoratype`` what they did."""
        role = name
        for _, kind in self._take(f"{name}type"):
            role = text(kind)
        found, _ = self._people(name, value)
        self.out["contributor"] = (*self.out.get("contributor", ()), *[replace(one, role=role) for one in found])

    def _editor_role(self, name: str, value: str) -> None:
        """Read what the editors did."""
        role = text(value)
        if not (self.out.get("editor") or names(self.values.get("editor", ""))[0]):
            self._keep(name, value)
            return
        if "editor" not in self.out:
            self._take("editor")
            self._names("editor", self.values["editor"])
        self.out["editor"] = tuple([replace(one, role=role) for one in self.out["editor"]])

    def _person(self, name: str, value: str) -> None:
        self.people[name] = lines(value)

    def _give_to_authors(self) -> None:
        """Give to each author what the databases say of him."""
        authors, left = with_details(self.out.get("author", ()), self.people)
        if authors:
            self.out["author"] = authors
        for name, rest in left.items():
            if name == "affiliation" and names_authors(rest):
                self.extra.append((f"bibtex:{name}", rest))
            elif name in tables.REMARKS:
                self.remarks[tables.REMARKS[name]] = one_line(rest)
            else:
                self.extra.append((f"bibtex:{name}", rest))
