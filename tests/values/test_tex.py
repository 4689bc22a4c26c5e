"""TeX in values to text: what commands stand for, and what is done with those that are cut short or not known."""

from __future__ import annotations

import pytest

from citeconv.values.tex import text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"\'\o re", "ǿre"),
        (r"\'{\o}re", "ǿre"),
        (r"\'\i", "í"),
        (r"\hat\i", "î"),
        (r"$\vec\alpha$", "α\u20d7"),
        (r"10$^\circ$C, 10$^{\circ}$C", "10°C, 10°C"),
        (r"$10^\text{th}$", "10th"),
        (r"\(x_1\) and \[y\]", "x<sub>1</sub> and y"),
        (r"$\frac{1}{2}$ of \frac12", "1/2 of 1/2"),
        (r"\textcircled{q}", "ⓠ"),
        (r"dit-il\fg{} encore", "dit-il\u00a0» encore"),
        (r"$a \not= b$", "a ≠ b"),
    ],
)
def test_commands(value: str, expected: str) -> None:
    """Signs, accents, fractions and raised text are what they print."""
    assert text(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"\'{\nothing}", r"'\nothing"),
        (r"\'{\x} a", r"'\x a"),
        (r"\fg{} dit-il", "» dit-il"),
        (r"\tilde", ""),
        (r"\hat\nothing", r"\nothing"),
        (r"\not\nothing", r"\nothing"),
        (r"\textcircled{qq}", r"\textcircled{qq}"),
        (r"\href x", r"\href x"),
        (r"\url", r"\url"),
        (r"\frac x", "x"),
        (r"$x^$", "x"),
        (r"\hspace", ""),
        (r"\textcolor", ""),
        ("a}b", "ab"),
        ("a{b", "ab"),
    ],
)
def test_commands_without_what_they_want(value: str, expected: str) -> None:
    """A command that is cut short, or whose argument is not known, costs no word."""
    assert text(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Kami\\ŉski", "Kamiński"),
        ("Boat\\ǎ, \\中", "Boatǎ, \\中"),
        ("S\\ão Jo{\\ã}o", "São João"),
        (r"Earth\textquoterights tides", "Earth’s tides"),
        (r"\textquoterights", r"\textquoterights"),
    ],
)
def test_what_programs_leave_of_commands(value: str, expected: str) -> None:
    """A letter that is composed loses its backslash, and a sign's command ends where its word goes on."""
    assert text(value) == expected
