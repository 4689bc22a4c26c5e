"""Number fields: what is numeric, what names several, and ranges of numbers and pages.

A field such as ``12-15, e3`` goes in, and its parts come out with what stands between them. All of it follows
citeproc-js, for which a field is numeric if its first part is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from citeconv.values.memo import Memo
from citeconv.values.patterns import lazy

NUMERIC_VARIABLES = frozenset(
    """call-number chapter-number citation-number collection-number division edition issue locator number
    number-of-pages number-of-volumes page part-number printing-number section supplement supplement-number version
    volume""".split()
)
"""The variables that can be numeric."""
RANGED = frozenset(
    "page chapter-number collection-number edition issue number number-of-pages number-of-volumes volume".split()
)
"""Those whose hyphens between numbers are dashes, in cs:text as well as in cs:number."""
NUMBER_VARIABLES = RANGED | {"page-first", "citation-number", "first-reference-note-number"}
"""Those that are numbers in cs:text, too: where punctuation meets them, and in the order of a list."""
LABELS = {"page": ("pp.", "p."), "volume": ("vol.",), "issue": ("no.",), "number": ("no.",), "section": ("sec.",)}
"""Labels in a field that say what the field says already."""

WORD_BEFORE = lazy(r"\A([a-z]{1,4}\.)(?=\S)")
"""An abbreviation before a number, a blank apart from it in print."""
VALUE = lazy(r"(\d{0,12}[A-Za-z]{1,24}0{0,12})?(\d+(?:[A-Za-z]*|[-,A-Za-z]+))\Z")
NUMBER = lazy(r"\A(?:\d+|[ixv]{1,12})(?:[-,:A-Za-z]*|-[-\d]+)\Z")
NUMERAL = lazy(r"(?:\d+|[ivxlcm]+|[IVXLCM]+)\Z")
BEGINS = lazy(r"\s*\d|[ivxlcmIVXLCM]+\Z")
FRACTION = lazy(r"\d+(?:/\d+)+\Z")
_JOINER = r"((?:(?<!\s)\s+)?&\s*|(?:,\s+|(?<!\s)\s+)(?:{ands})\s+|[;,]\s+|(?:(?<!\s)\s+)?(?:(?<!\\)\\+)?[{dashes}]+\s*)"
LETTERS = lazy(r"[A-Za-z](?:.*[A-Za-z])?\Z")
SUBSECTION = lazy(r"\d+[,A-Za-z]+\Z")
ONLY_LETTERS = lazy(r"[,A-Za-z]+\Z")
AROUND_HYPHEN = lazy(r"\s*-\s*\Z")
DIGITS = lazy(r"\d+")
WRITTEN = lazy(r"[1-9]\d{0,15}\Z")
"""A number that can be written as an ordinal or in roman numerals."""
AFTER_FIRST = lazy(r"&|, |-|–")


def is_docket(variable: str, item: Mapping[str, Any]) -> bool:
    """Tell if a variable is the number of a case, whose hyphens join nothing."""
    return variable == "number" and item.get("type") == "legal_case"


class Part(NamedTuple):
    """A number with the letters before it, and what joins it to the next."""

    letters: str
    value: str
    joiner: str

    @property
    def text(self) -> str:
        """The number as it stands."""
        return self.letters + self.value


class Number(NamedTuple):
    """A field in parts; ``counted`` says that its first part begins with a number, which makes ranges of them."""

    parts: tuple[Part, ...]
    numeric: bool
    counted: bool
    several: bool


class Reader:
    """Reads number fields in a locale and with the ``page-range-format`` of a style."""

    def __init__(self, and_term: str, ampersand: str, page_form: str, page_delimiter: str, year_delimiter: str) -> None:
        ands = "|".join(dict.fromkeys(("and", and_term))) if and_term.isalpha() else "and"
        self.ampersand = "&" if ampersand == and_term else ampersand
        self.page_form = page_form
        self.page_delimiter, self.year_delimiter = page_delimiter, year_delimiter
        self._joiner = lazy(_JOINER.format(ands=ands, dashes="-–"))
        self._joiner_of_dockets = lazy(_JOINER.format(ands=ands, dashes="–"))
        self._known: Memo[tuple[str, str], Number] = Memo(self._read, 2048)

    def read(self, variable: str, value: str, docket: bool = False) -> Number:
        """Return a field in parts; ``docket`` says that hyphens belong to the number, as they do in that of a case."""
        return self._read((variable, value), True) if docket else self._known[variable, value]

    def _read(self, key: tuple[str, str], docket: bool = False) -> Number:
        variable, value = key
        value = value.strip()
        labels = LABELS.get(variable, ("",))
        if variable not in LABELS:
            value = WORD_BEFORE.sub(r"\1 ", value)
        label = next((label for label in labels if value.startswith(f"{label} ")), labels[-1])
        value = value.removeprefix(f"{label} ").lstrip()
        if variable == "page":
            value = value.replace("–", "-")
        if docket or "\\-" in value:  # a hyphen behind a backslash joins nothing
            pattern, value = self._joiner_of_dockets, value.replace("\\-", "-")
        else:
            pattern = self._joiner
        pieces = pattern.split(value)
        if label:
            pieces[2::2] = [piece.removeprefix(f"{label} ") for piece in pieces[2::2]]
        parts = self._parts(pieces)
        first = parts[0].value
        numeric = NUMBER.match(first) is not None
        counted = BEGINS.match(first) is not None
        several = numeric and counted and len(parts) > 1
        if variable.startswith("number-of-"):
            digits = DIGITS.match(value)
            several = several or (numeric and digits is not None and int(digits[0][:9]) > 1)
        if len(parts) == 1 and FRACTION.match(first):
            numeric, counted, several = True, False, False
        if variable in RANGED:
            self._join(variable, parts, numeric, counted)
        return Number(tuple(parts), numeric, counted, several)

    def _parts(self, pieces: list[str]) -> list[Part]:
        """Return parts of values and joiners in turn; a letter behind a hyphen belongs to the number (``12a-c``)."""
        values, joiners = pieces[::2], [*pieces[1::2], ""]
        for place in range(len(values) - 2, -1, -1):
            if joiners[place] == "-" and SUBSECTION.match(values[place]) and ONLY_LETTERS.match(values[place + 1]):
                values[place : place + 2] = [f"{values[place]}-{values[place + 1]}"]
                joiners[place : place + 2] = [joiners[place + 1]]
        parts = []
        for value, joiner in zip(values, joiners, strict=True):
            match = VALUE.match(value)
            letters, number = (match[1] or "", match[2]) if match else ("", value)
            parts.append(Part(letters, number, self._joined(value, joiner)))
        return parts

    def _joined(self, before: str, joiner: str) -> str:
        if joiner.strip() == "&":
            if not before:  # it joins nothing (``353-&``, as the Web of Science had it)
                return ""
            return self.ampersand if LETTERS.match(before) else f" {self.ampersand} "
        return "-" if AROUND_HYPHEN.match(joiner) else joiner

    def _join(self, variable: str, parts: list[Part], numeric: bool, counted: bool) -> None:
        """Make ranges of the parts: of two with a hyphen between them, when no hyphen follows."""
        if not counted:
            parts[:] = [part._replace(joiner=self._delimiter(variable, part.joiner, numeric)) for part in parts]
            return
        waiting = 0  # parts that may begin a range with the next
        for place, part in enumerate(parts):
            if not place or part.joiner == "-":
                waiting = 1
                continue
            waiting += 1
            before = parts[place - 1]
            if waiting != 2 or before.letters != part.letters:
                continue
            waiting = 1
            if before.joiner == "-":
                parts[place - 1 : place + 1] = self._range(variable, before, part, numeric)
                waiting = 0

    def _delimiter(self, variable: str, joiner: str, numeric: bool) -> str:
        if joiner != "-" or not numeric:
            return joiner
        if variable in ("page", "issue", "volume", "edition", "number"):
            return self.page_delimiter
        return self.year_delimiter if variable == "collection-number" else joiner

    def _range(self, variable: str, first: Part, last: Part, numeric: bool) -> tuple[Part, Part]:
        """Return the parts of a range; what is not a number on both sides keeps its hyphen."""
        begin, end = DIGITS.match(first.value), DIGITS.match(last.value)
        if begin is not None and end is not None:
            if not self.page_form and int(begin[0][:18]) > int(end[0][:18]):
                return first._replace(joiner=self._delimiter(variable, "-", numeric)), last
            if variable == "page":
                return page_range(first, last, self.page_form, self.page_delimiter)
        if NUMERAL.match(first.value) and NUMERAL.match(last.value):
            return first._replace(joiner=self.page_delimiter), last
        return first, last


PAGE = lazy(r"\d+[a-z]*\Z")


def page_range(first: Part, last: Part, form: str, delimiter: str) -> tuple[Part, Part]:
    """Return pages in a form of CSL's ``page-range-format``; without one the digits are those of the field.

    Digits and letters before the last number (``123e1-123e9``) make no range, unless the form leaves them out.
    """
    if not PAGE.match(first.value) or not PAGE.match(last.value):
        return first, last
    begin, end = first.value, last.value
    if form and len(end) < len(begin):
        end = begin[: len(begin) - len(end)] + end
    number, other = int(_digits(begin)), int(_digits(end))
    if form and number < other:
        shortened = RANGE_FORMATS.get(form, _expanded)(begin, end, number, other)
        last = last._replace(letters=last.letters if form == "expanded" else "", value=shortened)
    return (first if last.letters[:1].isdigit() else first._replace(joiner=delimiter)), last


def _digits(page: str) -> str:
    return page.rstrip("abcdefghijklmnopqrstuvwxyz")[:18]


def _expanded(begin: str, end: str, first: int, last: int) -> str:
    return end


def minimal(begin: str, end: str, least: int) -> str:
    """Return the last page of a range without what it shares with the first, in ``least`` characters at least."""
    if len(begin) != len(end):
        return end
    same = 0
    while same < len(end) - least and begin[same] == end[same]:
        same += 1
    return end[same:]


def chicago_15(begin: str, end: str, first: int, last: int) -> str:
    """Return the last page as the Chicago Manual had it: two digits within a hundred, and three from 10,000 on."""
    if first > 100 and first % 100 and first // 100 == last // 100:
        return str(last % 100)
    return str(last % 1000) if first >= 10_000 and first // 1000 == last // 1000 else end


def chicago_16(begin: str, end: str, first: int, last: int) -> str:
    """Return the last page as the Chicago Manual has it since its 16th edition: what changes, two digits at least."""
    if first > 100 and first % 100:
        for power in range(2, len(end)):
            if first // 10**power == last // 10**power:
                return str(last % 10**power)
    return end


RANGE_FORMATS: dict[str, Callable[[str, str, int, int], str]] = {
    "minimal": lambda begin, end, first, last: minimal(begin, end, 0),
    "minimal-two": lambda begin, end, first, last: minimal(begin, end, 2),
    "chicago": chicago_15,
    "chicago-15": chicago_15,
    "chicago-16": chicago_16,
}


def first_page(value: str) -> str:
    """Return the first page of a range."""
    return AFTER_FIRST.split(value, maxsplit=1)[0].rstrip()
