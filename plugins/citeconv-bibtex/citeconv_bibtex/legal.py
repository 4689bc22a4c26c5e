"""How laws, cases and standards are cited: parts go in, the words come out that styles print for want of an own form.

The usual styles treat such entries as ``@misc``, and print of all that tells where they stand ``howpublished`` alone.
So that has it in words, ``No. 12-345, 123 U.S. Reports 456``, beside the fields that say the same, by which the reader
knows it.
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
