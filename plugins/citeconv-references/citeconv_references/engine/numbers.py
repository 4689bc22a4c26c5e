"""Numbers: what is numeric, ordinals, roman numerals, and ranges of numbers and pages."""

from __future__ import annotations

from collections.abc import Callable

from citeconv.values.patterns import lazy
from citeconv_references.engine.locales import Locale

_NUMBER = r"(?:[A-Za-z]{0,12}\d+[A-Za-z]{0,12}|[ivxlcdm]{1,12})"
NUMERIC = lazy(rf"\s*{_NUMBER}(?:\s*(?:[-–—,&/]+|and)\s*(?:{_NUMBER}|[a-z]))*(?:\.[A-Za-z]\d+)?\s*\Z")
SEVERAL = lazy(rf"\s*{_NUMBER}(?:\s*[-–—]|(?:\s*&\s*|\s+and\s+|,\s+){_NUMBER})")
LABELLED = lazy(r"(?:(?<!\s)\s+)?(?:pp?|vols?|nos?)\.\s+(?=\d)")
AMPERSAND = lazy(r"(?:(?<!\s)\s+)?&\s*")
DASHES = lazy(r"(?:(?<!\s)\s+)?[-–—]+\s*")
_PAGE = r"[A-Za-z]{0,12}(?:\d+|[ivxlcdm]+)[a-z]?"
RANGE = lazy(rf"\s*{_PAGE}(?:\s*[-–—,&]+\s*{_PAGE})*\s*\Z")
_PART = r"([A-Za-z]{0,12})(\d*)([A-Za-z]?)"
PAGE_RANGE = lazy(rf"{_PART}\s*[-–—]\s*{_PART}\Z")
ROMAN_NUMERAL = lazy(r"[ivxlcdm]+\Z|[IVXLCDM]+\Z")
LONG_DASHES = lazy("[–—]")
BETWEEN_RANGES = lazy(r"((?:,|;|(?<!\s)\s+&)\s+)")
AFTER_FIRST = lazy(r"[-–—,&]")
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def is_numeric(value: str) -> bool:
    """Tell if a value is numeric: numbers that may have affixes, in ranges or lists."""
    return NUMERIC.match(value) is not None


def is_plural(value: str) -> bool:
    """Tell if a value names several numbers."""
    return SEVERAL.match(unlabelled(value)) is not None


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
    term = terms.get(("ordinal", gender)) or terms.get(("ordinal", ""))
    return f"{number}{term.single if term else ''}"


def long_ordinal(number: int, locale: Locale, gender: str) -> str:
    """Return ``first`` to ``tenth``, an ordinal with a suffix above."""
    if 1 <= number <= 10:
        terms = locale.ordinals()
        name = f"long-ordinal-{number:02d}"
        term = terms.get((name, gender)) or terms.get((name, "")) or locale.term(name)
        if term:
            return term.single
    return ordinal(number, locale, gender)


def expanded(first: str, last: str) -> str:
    """Return the last number of a range with all its digits: 42, 5 is 45."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def minimal(first: str, last: str, least: int) -> str:
    """Return the last number of a range without the digits that it shares with the first.

    ``least`` of them at least.
    """
    if len(first) != len(last):
        return last
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def chicago(first: str, last: str, four_digits: bool) -> str:
    """Return the last number of a range as the Chicago Manual has it (15th edition, with four digits, or 16th)."""
    if len(first) != len(last) or len(first) < 3 or int(first) % 100 == 0:
        return last
    if int(first) % 100 < 10:
        return minimal(first, last, 1)
    if four_digits and len(first) == 4 and first[:2] != last[:2] and len(minimal(first, last, 2)) > 2:
        return last
    return minimal(first, last, 2)


RANGE_FORMATS: dict[str, Callable[[str, str], str]] = {
    "expanded": lambda first, last: last,
    "minimal": lambda first, last: minimal(first, last, 1),
    "minimal-two": lambda first, last: minimal(first, last, 2),
    "chicago": lambda first, last: chicago(first, last, True),
    "chicago-15": lambda first, last: chicago(first, last, True),
    "chicago-16": lambda first, last: chicago(first, last, False),
}


def unlabelled(value: str) -> str:
    """Return a number without the label that stands in the field (``pp. 1-2``)."""
    return LABELLED.sub("", value, count=1)


def ranged(value: str, delimiter: str) -> str:
    """Return a value with the delimiter of ranges in place of its hyphens or dashes, if it is numbers."""
    if not RANGE.match(value):
        return value
    value = AMPERSAND.sub(" & ", value)
    return DASHES.sub(delimiter, value)


def page_range(value: str, form: str, delimiter: str) -> str:
    """Return pages with their ranges in a form of CSL's ``page-range-format``.

    Without one the digits stay as they are.
    """
    if "-" not in value and "–" not in value and "—" not in value:
        return value
    parts = BETWEEN_RANGES.split(value)
    parts[::2] = [_one_range(part, form, delimiter) for part in parts[::2]]
    return "".join(parts)


def _one_range(value: str, form: str, delimiter: str) -> str:
    """Return one range; what is not two numbers with the same letters round them keeps its hyphen, words keep all."""
    match = PAGE_RANGE.match(value.strip())
    if match is None:
        return value if " " in value.strip() else LONG_DASHES.sub("-", value)
    prefix, first, end, other, last, other_end = match.groups()
    if bool(first) != bool(last) or (first and prefix != other) or end != other_end:
        return LONG_DASHES.sub("-", value)
    if not first and not (ROMAN_NUMERAL.match(prefix) and ROMAN_NUMERAL.match(other)):
        return LONG_DASHES.sub("-", value)
    if not (first and last and form) or end:
        return f"{prefix}{first}{end}{delimiter}{other}{last}{end}"
    last = expanded(first, last)
    if first == last:
        return f"{prefix}{first}{delimiter}{other}{last}"
    shortened = RANGE_FORMATS.get(form, RANGE_FORMATS["expanded"])(first, last) if int(last) >= int(first) else last
    if form == "expanded":
        shortened = prefix + last
    return f"{prefix}{first}{delimiter}{shortened}"


DIGITS = lazy(r"(?<![A-Za-z\d])\d+(?![A-Za-z\d])")


def first_page(value: str) -> str:
    """Return the first page of a range."""
    return AFTER_FIRST.split(value, maxsplit=1)[0].strip()
