"""Repairs TeX formulas in which a program has escaped every special character, as in text.

A value goes in, and comes out with the TeX where it was escaped. Zotero has titles of arXiv and Crossref with TeX's
formulas in them, and escapes each character of these when it writes BibTeX: ``\\$\\textbackslash sqrt\\{s\\}\\$``; DBLP
does so with dollars, by name; Mendeley ``{\\$}$\\backslash$sqrt{\\{}s{\\}}{\\$}``, or ``\\backslashsqrt``.
Printed, that would be the source of a formula. Mendeley does the same to commands for signs in what it imports:
``{\\textbackslash}textless``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citeconv.values.patterns import lazy

_BACKSLASH = (
    r"\{\\textbackslash\}|\\textbackslash(?:\{\}|[ \t])?|\{\$\\backslash\$\}|\$\\backslash\$|\\backslash(?=[A-Za-z])"
)
_DOLLARS = r"(?:\\\$|\{\\\$\}|\{\$\\\$\$\}|\{\\textdollar\}){1,2}"
_FORMULA = lazy(rf"{_DOLLARS}((?:[^\\$]|\\[^$]|\$\\[A-Za-z_^]{{1,9}}\$){{1,400}}?){_DOLLARS}")
_SIGN = lazy(
    rf"(?P<backslash>{_BACKSLASH})|\{{?\\textasciicircum(?:\{{\}}|\}})?[ \t]?|\{{?\\\^\{{\}}\}}?"
    r"|\{?\$\\(?P<brace>[lr])brace\$\}?|\{?\\(?P<sign>[{}_&#%])\}?"
)
"""A sign of TeX that is escaped: a backslash, a circumflex, a brace or one of ``_&#%``."""
_COMMAND = lazy(r"\\([A-Za-z]+)")
_SCRIPT = lazy(r"[^\s$]{0,20}[_^][^\s$]{1,40}")
"""A formula without a command: ``_{x}``, ``Cu_2O``."""
_ESCAPED_NAME = lazy(r"\{\\textbackslash\}(?:(?P<name>text[a-z]{3,24})(?![A-Za-z])|(?P<sign>\\[&%#_]))")
_BRACES = {"l": "{", "r": "}"}


def has_escapes(value: str) -> bool:
    """Return whether a value may hold what ``unescaped`` undoes: dollars, and a sign of TeX within these."""
    if "\\" not in value:
        return False
    return ("\\$" in value or "textdollar" in value) and ("backslash" in value or "\\_" in value or "^" in value)


def unescaped(value: str, knows: Callable[[str], bool]) -> str:
    """Return a value with a formula for each that is escaped.

    Args:
        value: TeX.
        knows: Whether a command is known; amounts of money with words between have none.
    """

    def formula(match: re.Match[str]) -> str:
        found = _SIGN.sub(_sign, match[1])
        names = _COMMAND.findall(found)
        is_one = all(map(knows, names)) if names else _SCRIPT.fullmatch(found) is not None
        is_one = is_one and found.count("{") == found.count("}")
        return f"${found}$" if is_one else match[0]

    return _FORMULA.sub(formula, value)


def with_commands(value: str, prints: Callable[[str], bool]) -> str:
    """Return a value with the commands for signs that are escaped as if they were words.

    Args:
        value: TeX.
        prints: Whether a command is one for a sign.
    """

    def command(match: re.Match[str]) -> str:
        if match["sign"]:
            return match["sign"]
        return f"\\{match['name']}{{}}" if prints(match["name"]) else match[0]

    return _ESCAPED_NAME.sub(command, value)


def _sign(match: re.Match[str]) -> str:
    if match["backslash"]:
        return "\\"
    return match["sign"] or _BRACES.get(match["brace"] or "") or "^"
