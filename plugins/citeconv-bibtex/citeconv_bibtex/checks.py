"""Which ISSN or ISBN an entry gets: biber refuses a number whose check digit does not fit, and takes one."""

from __future__ import annotations

from typing import Any

from citeconv.values.issns import WRITTEN, by_medium, find_issns, has_check_digit
from citeconv.values.patterns import lazy

_ISBN = lazy(r"(?:97[89])?\d{9}[\dX]")


def is_issn(value: str) -> bool:
    """Return whether ``1234-567X`` is an ISSN."""
    return WRITTEN.fullmatch(value) is not None and has_check_digit(value.replace("-", ""))


def is_isbn(value: str) -> bool:
    """Return whether a value is an ISBN-10 or ISBN-13; hyphens and blanks do not count."""
    digits = value.replace("-", "").replace(" ", "")
    if not (digits.isascii() and _ISBN.fullmatch(digits)):
        return False
    if len(digits) == 10:
        return has_check_digit(digits)
    return "X" not in digits and sum(int(char) * (1, 3)[place % 2] for place, char in enumerate(digits)) % 10 == 0


def best_number(field: str, values: tuple[Any, ...], needed: bool) -> tuple[str, list[str]]:
    """Return the first number that is valid, and why each of the others is left out.

    Args:
        field: ``issn`` or ``isbn``.
        values: At least one, as the citation has them.
        needed: Whether the first serves when none is valid.
    """
    is_valid = is_issn if field == "issn" else is_isbn
    if field == "issn":
        values = tuple([issn.value for issn in by_medium(values)])
    read_as_issn = {value for value in values if field == "isbn" and not find_issns(value)[1].strip(" ,;/()")}
    usable = [value for value in values if value not in read_as_issn]
    chosen = next(filter(is_valid, usable), usable[0] if needed and usable else "")
    others = [value for value in values if value != chosen]
    bad = "biber refuses its form or check digit"
    whys = ["an entry has one" if is_valid(one) else "it is an ISSN" if one in read_as_issn else bad for one in others]
    left = [f"{value} is left out: {why}" for value, why in zip(others, whys, strict=True)]
    if len(values) - len(others) > 1:
        left.append(f"{chosen} is written once")
    if chosen and field == "issn" and WRITTEN.fullmatch(chosen) is None and find_issns(chosen)[0]:
        left.append(f"{chosen} is read as {find_issns(chosen)[0][0].value}")
    return chosen, left
