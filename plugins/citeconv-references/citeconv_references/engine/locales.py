"""Locales: terms, dates, options and ordinals, looked up through the chain that CSL lays down.

The locale elements of the style come first (the exact locale, the language's main dialect, as citeproc-js has it, its
language, any language), then the locale files of citeproc-py (the exact locale, the main dialect, en-US). Files are
read when a look-up gets that far.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from citeconv_references.engine.errors import StyleError
from citeconv_references.engine.xml import Element, parse

FALLBACK_FORMS: dict[str, tuple[str, ...]] = {
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "short": ("short", "long"),
    "verb": ("verb", "long"),
    "long": ("long",),
}
"""The forms to look for in place of each, in order (CSL 1.0.2, "Terms")."""


class Term(NamedTuple):
    """A term in one form; ``gender`` and ``match`` serve ordinals."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


class Layer:
    """One locale element, of a style or of a file."""

    def __init__(self, element: Element) -> None:
        self.terms: dict[tuple[str, str], Term] = {}
        self.ordinals: dict[tuple[str, str], Term] = {}
        self.dates: dict[str, Element] = {}
        self.options: dict[str, str] = {}
        for child in element.children:
            if child.tag == "terms":
                for term in child.children:
                    self._add(term)
            elif child.tag == "date":
                self.dates[child.get("form")] = child
            elif child.tag == "style-options":
                self.options.update(child.attributes)

    def _add(self, element: Element) -> None:
        name = element.get("name")
        single, multiple = element.find("single"), element.find("multiple")
        text = element.text if single is None else single.text
        term = Term(text, text if multiple is None else multiple.text, element.get("gender"), element.get("match"))
        if name.startswith(("ordinal", "long-ordinal")):
            self.ordinals[name, element.get("gender-form")] = term
        self.terms[name, element.get("form", "long")] = term


def locale_folder() -> Path:
    """Return the folder of citeproc-py's locale files, which are found without importing it."""
    spec = find_spec("citeproc")
    if spec is None or not spec.origin:
        raise StyleError("the locale files of citeproc-py are not installed")
    return Path(spec.origin).parent / "data" / "locales"


@lru_cache(maxsize=8)
def locale_file(name: str) -> Layer | None:
    """Return a locale file, ``None`` if there is none of that name."""
    path = locale_folder() / f"locales-{name}.xml"
    if not name.replace("-", "").isalnum() or not path.is_file():
        return None
    return Layer(parse(path.read_bytes()))


def locale_names() -> list[str]:
    """Return the names of the locale files, in order."""
    return sorted(path.stem.removeprefix("locales-") for path in locale_folder().glob("locales-*.xml"))


@lru_cache(maxsize=1)
def main_dialects() -> dict[str, str]:
    """Return the main dialect of each language, as ``en``: ``en-US``."""
    table = json.loads((locale_folder() / "locales.json").read_bytes())
    return dict(table["primary-dialects"])


GENERAL_ORDINALS = tuple(("ordinal", gender) for gender in ("", "feminine", "masculine"))
"""The suffix of all numbers that have none of their own; some locales have it with a gender only."""


class Locale:
    """The chain of locales that a style is set in."""

    def __init__(self, name: str, in_style: list[Element]) -> None:
        self.name = name
        self.language = name.partition("-")[0]
        dialect = main_dialects().get(self.language, "")
        self._in_style = [
            Layer(element)
            for wanted in dict.fromkeys((name, dialect, self.language, ""))
            for element in in_style
            if element.get("lang") == wanted
        ]
        self._files = tuple(dict.fromkeys((name, dialect)))
        self._terms: dict[tuple[str, str], Term | None] = {}
        self.inner_quotes = (self.text("open-inner-quote"), self.text("close-inner-quote"))
        self.outer_quotes = (self.text("open-quote"), self.text("close-quote"))
        self.punctuation_in_quote = self.option("punctuation-in-quote") == "true"

    def layers(self) -> Iterator[Layer]:
        """Yield the layers of the chain; a file is read when the layers before it are used up."""
        yield from self._own_layers()
        if self.language != "en" and (english := locale_file("en-US")):
            yield english

    def _own_layers(self) -> Iterator[Layer]:
        """Yield the layers of the style, and of the files of its language."""
        yield from self._in_style
        for name in self._files:
            layer = locale_file(name)
            if layer is not None:
                yield layer

    def term(self, name: str, form: str = "long") -> Term | None:
        """Return a term in a form or in the nearest one, ``None`` if no locale has it."""
        key = (name, form)
        if key not in self._terms:
            self._terms[key] = self._find(name, form)
        return self._terms[key]

    def _find(self, name: str, form: str) -> Term | None:
        """Return the nearest form that the locales of the language have, in English only if they have none.

        CSL would look for a form in English, too, before the next one; citeproc-js does not.
        """
        forms = FALLBACK_FORMS.get(form, (form, "long"))
        found: dict[str, Term] = {}
        for layer in self._own_layers():
            found = {form: layer.terms[name, form] for form in forms if (name, form) in layer.terms} | found
            if forms[0] in found:
                break
        if not found and (english := locale_file("en-US")):
            found = {form: english.terms[name, form] for form in forms if (name, form) in english.terms}
        return next((found[form] for form in forms if form in found), None)

    def text(self, name: str, form: str = "long", plural: bool = False) -> str:
        """Return the text of a term, empty if there is none."""
        term = self.term(name, form)
        if term is None:
            return ""
        return term.multiple if plural else term.single

    def date(self, form: str) -> Element | None:
        """Return the date format of a form."""
        return next((layer.dates[form] for layer in self.layers() if form in layer.dates), None)

    def option(self, name: str) -> str:
        """Return a style option, empty if none is set."""
        return next((layer.options[name] for layer in self.layers() if name in layer.options), "")

    def gender(self, name: str) -> str:
        """Return the gender of a noun, ``masculine`` or ``feminine``; a term of the style need not repeat it."""
        nouns = (layer.terms.get((name, "long")) for layer in self.layers())
        return next((noun.gender for noun in nouns if noun is not None and noun.gender), "")

    def ordinals(self) -> dict[tuple[str, str], Term]:
        """Return the ordinal suffixes by name and gender, all from the first layer that has ``ordinal`` itself."""
        own = (layer.ordinals for layer in self.layers() if not layer.ordinals.keys().isdisjoint(GENERAL_ORDINALS))
        return next(own, {})
