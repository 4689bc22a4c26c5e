"""Laws, cases and standards, for which the usual styles have no form of their own.

Parts of a citation go in, the words that a style should print come out. The styles treat such entries as ``@misc``, and
of all fields that say where they were published print ``howpublished`` alone. So that field has it in words,
``No. 12-345, 123 U.S. Reports 456``, beside the fields that say the same, by which our reader knows it.
"""

from __future__ import annotations

CASES = "legal_case"
LEGAL = frozenset(("bill", "hearing", CASES, "legislation", "regulation", "standard", "treaty"))
"""CSL's types of what is cited so."""
TYPES = frozenset(("misc", "jurisdiction", "legislation", "legal", "standard"))
"""Entry types of these."""


def cited_as(number: str, volume: str, container: str, section: str, page: str, court: str = "") -> str:
    """Return where a law or a case stands; nothing if that is not told."""
    place = " ".join(filter(None, (volume, container, f"§ {section}" if section else "", page))) if container else ""
    numbered = f"No. {number}" if number[:1].isdigit() else number
    words = ", ".join(filter(None, (numbered, place)))
    return f"{words} ({court})" if words and court else words
