"""A list of names as its field has it, made ready to be parted: what is no part of the names is taken off.

The value of a field goes in, and comes out without the letters in which an author sets her own name, and without
options of biblatex; groups that BibTeX would part at an *and* of their own (``National Institute of Standards and
Technology``) stand in braces. What was done is reported.
"""

from __future__ import annotations

import re

from citeconv.values.catalogued import Catalogued, are_catalogued, from_catalogue
from citeconv.values.names import ENDS_OF_GROUPS, GROUP_WORD
from citeconv.values.patterns import lazy
from citeconv_bibtex.reading.person import parted, unknown_parts

_WITHIN = r"([^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*)\}"
_EMPHASIS = lazy(rf"\\(?:text(?:bf|it|sl|sc)|emph|u(?:nder)?line|mkbib(?:bold|emph|italic))\s*\{{{_WITHIN}")
_SWITCHED = lazy(rf"\{{\\(?:bf(?:series)?|it(?:shape)?|sl(?:shape)?|sc(?:shape)?|em)(?![A-Za-z]){_WITHIN}")
_OPTION = lazy(
    r"(?:\A\s*|(?<=\sand\s))(?!(?:family|given|prefix|suffix|xdata)\s*=)[a-z]{4,40}\s{0,9}=\s{0,9}[\w.-]{1,99}"
    r"(?:\s+and(?=\s)|\s*\Z)",
    re.I,
)
"""An option of biblatex for a whole list, in front of it: ``useprefix=false and Lind, Per``."""
_NESTED_EMPHASIS = 2
"""So many kinds of letters may set off one name: ``\\underline{\\textit{Lind, P.}}``."""
_AND = " and "
_OF = (" of ", " for ", " on ")
_ONE_WORD = lazy(r"[A-Z][a-z-]{4,30}")
_NATIONS = frozenset("American European Federal Food International National Royal United US U.S. World".split())
"""What a group begins with that no noun ends before its *and*: ``Food and Drug Administration``."""
_BEHIND_HEALTH = frozenset(("Care Excellence", "Family Welfare", "Human Services", "Social Care"))
"""What stands behind ``… of Health and``, and is nobody's name."""


def prepared(value: str) -> tuple[str, list[str]]:
    """Return a list of names ready to be parted, and what was taken off or put together, for the user."""
    if "\\" not in value and "=" not in value and value.count(",") > value.count(" and"):
        return value, []  # as nearly all are: each name has its comma
    plain = _without_emphasis(value)
    listed = _OPTION.sub("", plain) if "=" in plain else plain
    told = []
    if plain != value:
        told.append("bold, italic and the like of names is left out")
    if listed != plain:
        told.append("options for a list of names are left out")
    if "=" in listed and (parts := unknown_parts(listed)):
        told.append(f"left out of names: {', '.join(parts)}")
    spaced = " ".join(listed.split()) if "\n" in listed else listed
    if spaced.count(",") <= spaced.count(_AND) > 0 and "{" not in spaced:
        listed, groups = _with_whole_groups(spaced)
        told.extend([f"{group} taken for one group" for group in groups])
    return listed, told


def catalogued(value: str) -> list[Catalogued]:
    """Return the names of a list with what libraries, or authors, have behind them, ``Lind, Per (ed.)``; else none."""
    if ")" not in value and "]" not in value and value.count(",") <= value.count(" and") + 1:  # as nearly all are
        return []
    pieces = parted(value, "and")
    return from_catalogue(pieces) if are_catalogued("\n".join(pieces)) else []


def _without_emphasis(value: str) -> str:
    """Return names without the letters in which an author sets her own in her list, ``\\textbf{Lind, P.}``."""
    if "\\" not in value:
        return value
    for _ in range(_NESTED_EMPHASIS):
        value = _SWITCHED.sub(r"\1", _EMPHASIS.sub(r"\1", value))
    return value


def _with_whole_groups(value: str) -> tuple[str, list[str]]:
    """Return a list, groups with an *and* in their names in braces, and these groups."""
    first, *others = value.split(_AND)
    names, groups = [first], []
    for name in others:
        if _is_one_group(names[-1], name):
            groups.append(f"{names[-1]} and {name}")
            names[-1] = f"{{{groups[-1]}}}"
        else:
            names.append(name)
    return _AND.join(names), groups


def _is_one_group(before: str, behind: str) -> bool:
    """Whether what stands on either side of an *and* are no two names."""
    if "," in before or "," in behind or before[:1] == "{":
        return False
    words, last = before.split(), behind.split()
    if len(words) < 2 and words != ["Food"]:
        return False
    if any(map(before.__contains__, _OF)) and GROUP_WORD.search(before):
        return _ONE_WORD.fullmatch(behind) is not None or (words[-1] == "Health" and behind in _BEHIND_HEALTH)
    if words[0] not in _NATIONS or (words[-1].isupper() and len(words) > 1) or not ENDS_OF_GROUPS.isdisjoint(words):
        return False
    return len(last) > 1 and last[-1] in ENDS_OF_GROUPS and last[0] not in _NATIONS
