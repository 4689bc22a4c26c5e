"""Names of fields that somebody mistyped: an unknown name goes in, the one that was meant comes out.

Only a single slip within a word is recognised (``bookitle``, ``publsiher``, ``keyowrds``, ``adress``), and only in
names that are known to be meant: a letter before the name or behind it (``xeditor``, ``titles``) is how people switch a
field off, or have another.
"""

from __future__ import annotations

from citeconv.values.memo import Memo

_NAMES = (
    "abstract address author booktitle chapter edition editor institution journal journaltitle keywords location month"
    " number organization pages publisher school series subtitle title translator urldate volume"
).split()
"""Fields that people write by hand, and whose names are long enough to be known again."""
_SHORTEST = 4


def _meant(name: str) -> str:
    """Return the name of a field that an unknown one is but for one slip; nothing if it is none, or may be two."""
    found = [known for known in _NAMES if _is_slip(name, known)] if len(name) >= _SHORTEST and name.isalpha() else []
    return found[0] if len(found) == 1 else ""


def _is_slip(name: str, known: str) -> bool:
    """Whether a letter is missing, is another or one too many, or two are exchanged, behind the first letter."""
    if name[0] != known[0] or abs(len(name) - len(known)) > 1:
        return False
    place = next((place for place, pair in enumerate(zip(name, known, strict=False)) if pair[0] != pair[1]), 0)
    if not place:  # one is the beginning of the other
        return len(name) < len(known)
    rest, known_rest = name[place:], known[place:]
    if rest[1:] == known_rest or rest == known_rest[1:] or rest[1:] == known_rest[1:]:
        return True
    return rest[:2] == known_rest[1::-1] and rest[2:] == known_rest[2:]


MEANT = Memo(_meant, 1024)
"""Unknown names of fields to those that were meant."""
