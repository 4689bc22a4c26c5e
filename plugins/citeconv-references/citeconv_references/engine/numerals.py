"""Numbers in words and signs: ordinals of a locale, roman numerals."""

from __future__ import annotations

from collections.abc import Callable

from citeconv_references.engine.locales import GENERAL_ORDINALS, Locale

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
MOST_ROMAN = 6000
"""The number from which on none is written in roman numerals."""


def roman(number: int) -> str:
    """Return a number in small roman numerals."""
    out = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def ordinal(number: int, locale: Locale, gender: str) -> str:
    """Return a number with the suffix of the locale (CSL 1.0.2, "Ordinal Suffixes")."""
    terms = locale.ordinals()
    last_two, last = number % 100, number % 10
    for suffix, value, default in (
        (f"{number:02d}", number, "whole-number"),
        (f"{last_two:02d}", last_two, "last-two-digits"),
        (f"{last:02d}", last, "last-digit"),
    ):
        for form in (gender, ""):
            term = terms.get((f"ordinal-{suffix}", form))
            if term is None:
                continue
            match = term.match or ("last-digit" if value < 10 else "last-two-digits")
            if default == match or default == "whole-number":
                return f"{number}{term.single}"
    found = (terms.get(key) for key in (("ordinal", gender), *GENERAL_ORDINALS))
    suffix = next((term.single for term in found if term), "")
    return f"{number}{suffix}"


def long_ordinal(number: int, locale: Locale, gender: str) -> str:
    """Return ``first`` to ``tenth``, an ordinal with a suffix above."""
    if 1 <= number <= 10:
        terms = locale.ordinals()
        name = f"long-ordinal-{number:02d}"
        term = terms.get((name, gender)) or terms.get((name, "")) or locale.term(name)
        if term:
            return term.single
    return ordinal(number, locale, gender)


def numeral(form: str, locale: Locale, gender: str) -> Callable[[int], str] | None:
    """Return what writes numbers in a form of cs:number; ``None`` for plain digits."""
    if form == "ordinal":
        return lambda number: ordinal(number, locale, gender)
    if form == "long-ordinal":
        return lambda number: long_ordinal(number, locale, gender)
    if form == "roman":
        return lambda number: roman(number) if 0 < number < MOST_ROMAN else str(number)
    return None
