"""Conditions of cs:if and cs:else-if: an element goes in, a test of a context comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from citeconv_references.engine import dates, numbers
from citeconv_references.engine.context import Context
from citeconv_references.engine.xml import Element

Test: TypeAlias = Callable[[Context], bool]


def condition(element: Element, reader: numbers.Reader) -> Test:
    """Return the test of a cs:if: its attributes, combined as ``match`` says; ``reader`` reads numbers."""
    tests: list[Test] = []
    for name, value in element.attributes.items():
        if name == "type":  # one test, as citeproc-js has it: an item has but one type
            tests.append(_of_types(frozenset(value.split())))
        elif name == "is-numeric":
            tests.extend([_is_numeric(word, reader) for word in value.split()])
        elif name in TESTS:
            tests.extend(map(TESTS[name], value.split()))
    match = element.get("match", "all")
    if match == "none":
        found = _together(tests, any)
        return lambda context: not found(context)
    return _together(tests, any if match == "any" else all)


def _together(tests: list[Test], of: Callable[[Iterable[bool]], bool]) -> Test:
    """Return the test for any, or for all, of some tests."""
    if len(tests) == 1:
        return tests[0]
    return lambda context: of(test(context) for test in tests)


def _of_types(types: frozenset[str]) -> Test:
    return lambda context: context.fields.get("type") in types


def _variable(word: str) -> Test:
    if word == "citation-number":
        return lambda context: True
    if word == "year-suffix":
        return lambda context: bool(context.year_suffix)
    return lambda context: _is_present(context.fields.get(word))


def _is_present(value: Any) -> bool:
    if isinstance(value, dict):
        return dates.read(value) is not None
    return bool(value)


def _is_numeric(word: str, reader: numbers.Reader) -> Test:
    if word not in numbers.NUMERIC_VARIABLES:
        return _never(word)

    def test(context: Context) -> bool:
        value = context.fields.get(word)
        if not value:
            return False
        return reader.read(word, str(value), numbers.is_docket(word, context.fields)).numeric

    return test


def _is_uncertain(word: str) -> Test:
    def test(context: Context) -> bool:
        when = dates.read(context.fields.get(word))
        return when is not None and when.circa

    return test


def _never(word: str) -> Test:
    """A reference has no locator, and is told from others by its names and year suffix alone."""
    return lambda context: False


def _position(word: str) -> Test:
    """A citation is looked at as if it came again, a reference has no position (a habit of citeproc-js)."""
    return lambda context: context.cited and word in ("subsequent", "near-note")


TESTS: dict[str, Callable[[str], Test]] = {
    "variable": _variable,
    "is-uncertain-date": _is_uncertain,
    "locator": _never,
    "position": _position,
    "disambiguate": _never,
}
