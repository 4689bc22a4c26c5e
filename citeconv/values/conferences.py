"""Titles of conferences, of proceedings and of series, told by their words where a format does not tell them apart."""

from __future__ import annotations

import re

from citeconv.values.patterns import lazy

_CONFERENCE = lazy(r"\b(?:conferences?|symposi(?:um|a)|workshops?|congress|colloquium|meeting|convention)\b", re.I)
_SERIES = lazy(
    r"\b(?:lecture notes|notes in|\w{0,20}series|\w{0,20}briefs?"
    r"|(?:advances|communications|studies|topics|progress|trends) in"
    r"|schriften\w{0,20}|\w{0,20}reihe|monographs?|beitr\u00e4ge|contemporary|library|collection"
    r"|(?:conference|workshop) proceedings|proceedings? (?:series|volumes))\b",
    re.I,
)
_WORD = lazy(r"[A-Za-z]?[a-z]*")


def is_proceedings(title: str) -> bool:
    """Return whether a title says that it is one of proceedings, and not the name of a conference."""
    return "proceedings" in title.lower()


def is_title(text: str) -> bool:
    """Return whether a text may be the title of proceedings; ``internal``, as users mark papers, is none."""
    return _WORD.fullmatch(text) is None


def names_conference(text: str) -> bool:
    """Return whether a text is the name of a conference, by a word that is in the name of nothing else."""
    return _CONFERENCE.search(text) is not None


def names_series(title: str) -> bool:
    """Return whether a title may be that of a series, and not of a book or of the proceedings of one conference."""
    return "proceedings of" not in title.lower() and _SERIES.search(title) is not None
