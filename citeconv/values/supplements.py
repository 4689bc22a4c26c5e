"""Supplements and parts of issues, which most formats have no field for: there they stand behind the issue.

So NLM has them, ``2 Suppl 3`` and ``5 Pt 1``, and whoever reads an issue expects them there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from msgspec.structs import replace

from citeconv.citation import Citation

_WORDS = {"part": "Pt", "supplement": "Suppl"}
"""What stands in front of the number of each, in the order in which they stand behind the issue."""
_BEGINNINGS = {"part": ("pt", "part"), "supplement": ("suppl",)}
"""How a value begins that says itself what it is."""
_IN_ISSUES = frozenset(
    "article-journal article-magazine article-newspaper paper-conference periodical review review-book".split()
)
"""Types of what is in an issue, or is one."""


def words_of(field: str, value: str) -> str:
    """Return what is printed of a supplement or a part: ``3`` is ``Suppl 3``, what says so itself stays as it is."""
    return value if value.lower().startswith(_BEGINNINGS[field]) else f"{_WORDS[field]} {value}"


def told_in_issue(
    citation: Citation, lose: Callable[[str, str], None], keep: Callable[[str], None], carried: Collection[str] = ()
) -> Citation:
    """Return a citation with its supplement and its part behind the issue, if it is of a type that has issues.

    Args:
        citation: Any.
        lose: Called with each field that is read otherwise, and why.
        keep: Called with each field that is written nevertheless.
        carried: Those of the two fields for which the format has one.
    """
    if not (citation.supplement or citation.part) or citation.type not in _IN_ISSUES:
        return citation
    changes: dict[str, Any] = {}
    issue = citation.issue
    for field in _WORDS:
        if (value := getattr(citation, field)) and field not in carried:
            keep(field)
            lose(field, "stands behind the issue, and is read as part of it")
            changes[field] = ""
            words = words_of(field, value)
            if words.lower() not in issue.lower():
                issue = f"{issue} {words}".lstrip()
    if issue != citation.issue:
        lose("issue", "the supplement or part stands behind it")
        changes["issue"] = issue
    return replace(citation, **changes)
