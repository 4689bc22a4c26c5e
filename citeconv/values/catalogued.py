"""Names and series as libraries have them: ``Lind, P. A. (Per Anders), 1950-``, ``Roe, Ana, editor``, ``Tides ; 3``.

Names go in, the names alone come out, with what their bearers did, and with the whole wording where the catalogue says
more than that; of a series, its title and the number of the work in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from citeconv.values.patterns import lazy

ROLES: dict[str, str] = {
    word: field
    for field, words in {
        "author": "author|joint author|auteur|autor|autora|autore|verfasser|verfasserin",
        "editor": "editor|joint editor|éditeur scientifique|directeur de publication|herausgeber|herausgeberin"
        "|editor literario|curatore",
        "compiler": "compiler|compilateur|compilador",
        "composer": "composer|compositeur|komponist|komponistin",
        "director": "film director|directeur|regisseur|réalisateur",
        "illustrator": "illustrator|illustrateur|ilustrador|illustratorin",
        "interviewer": "interviewer",
        "narrator": "narrator",
        "performer": "performer",
        "translator": "translator|traducteur|traductor|traduttore|übersetzer|übersetzerin",
    }.items()
    for word in words.split("|")
}
"""The field of a role in whole words, which may stand behind a comma."""
_ABBREVIATED: dict[str, str] = {
    **dict.fromkeys(("ed", "eds", "hg", "hrsg", "hrsgg", "dir", "éd", "éds", "red", "coord", "coords"), "editor"),
    **dict.fromkeys(("comp", "zsgest"), "compiler"), **dict.fromkeys(("ill", "illus"), "illustrator"),
    **dict.fromkeys(("tr", "trad", "trans", "übers"), "translator"), **dict.fromkeys(("verf", "aut"), "author"),
}  # fmt: skip
"""Those that are shortened, in brackets, or behind a second comma."""
_ALL = ROLES | _ABBREVIATED
_OF_ALL = frozenset(("eds", "éds", "hrsgg", "coords"))
"""Those of several people, which may stand behind the last of them alone."""
_NICKNAME = lazy(r"\bEd[a-z][^()\[\]]{0,60} [(\[]Ed[)\]]\Z")
"""``Lind, Edward (Ed)``, who is no editor."""
_ROLE = lazy(rf"(?:,|(?<=\d-)) ({'|'.join(ROLES)})\.?\Z", re.I)
"""Behind a comma, or the year of birth: ``Lind, Per, 1950- author.``"""
_IN_BRACKETS = lazy(rf"(?<=[^\s,]) ?[(\[]({'|'.join(_ALL)})\.?[)\]]\.?\Z", re.I)
_SHORT = lazy(rf"(?<=,)(?P<given>[^,]{{1,60}}), ({'|'.join(_ABBREVIATED)})\.\Z", re.I)
_LIFE = lazy(r", (?:(?:approximately|active|born|died|ca\.|b\.|d\.) )?\d{4}\??(?:-(?:\d{4}\??)?)?\.?\Z")
_FULLER = lazy(r"(?<=\.) \([^\W\d_][^()\d]{2,60}\)\Z")
_PERHAPS = lazy(
    r"[\d?)\],-](?:(?<!,)\.?$|(?<=[,-]) (?:[a-z\u00e0-\u00ff]|Aut|Com|Edi|Her|Hrs|Ill|Int|Nar|Per|Tra|\u00dcbe|Ver))",
    re.M,
)
"""What is soon seen to be missing in most names."""
_MARKS = lazy(
    rf", (?:[a-z.]{{2,13}} )?\d{{4}}[-?.\d]{{0,7}}$|(?:,|\d-) (?:{'|'.join(ROLES)})\.?$"
    rf"|[(\[](?:{'|'.join(_ALL)})\.?[)\]]\.?$|,.{{1,60}}, (?:{'|'.join(_ABBREVIATED)})\.$",
    re.I | re.M,
)


_SERIES = lazy(
    r"(?P<title>[^\s;][^;]{0,300}?) ; "
    r"(?P<number>(?:(?:vol|v|no|nr|n|bd|band|tome|t|fasc)\b\.?[º°]? ?)?\d[\w./-]{0,15})",
    re.I,
)
"""``Tide studies ; vol. 7``."""


def numbered_series(text: str) -> tuple[str, str]:
    """Return the title of a series, and the number behind the sign of catalogues; the number is empty if none is."""
    match = _SERIES.fullmatch(text)
    return (match["title"], match["number"]) if match else (text, "")


def are_catalogued(lines: str) -> bool:
    """Return whether one of the names on lines may be a catalogue's."""
    return _PERHAPS.search(lines) is not None and _MARKS.search(lines) is not None


class Catalogued(NamedTuple):
    """A name without what the catalogue says beside it.

    Args:
        name: The name alone.
        role: The field of those who did what the catalogue says; empty if it does not say.
        wording: All of it, if it has the years of a life, or a fuller form of the name; else empty.
    """

    name: str
    role: str
    wording: str


def from_catalogue(names: Iterable[str]) -> list[Catalogued]:
    """Return the parts of at least one name, of which one may hold several people, each with a role behind.

    A role of several people behind the last one, ``Lind, Per`` and ``Roe, Ana (eds.)``, is that of all.
    """
    texts = list(_one_by_one(names))
    found = list(map(_catalogued, texts))
    last = None if any(name.role for name in found[:-1]) else _IN_BRACKETS.search(texts[-1])
    if last is not None and last[1].lower() in _OF_ALL:
        return [name._replace(role=found[-1].role) for name in found]
    return found


def _one_by_one(lines: Iterable[str]) -> Iterator[str]:
    """Yield the names on lines of which one may hold several people, each with a role behind: ``Lind, P [Ed], ...``."""
    for line in lines:
        names = line.split("], ")
        if len(names) > 1 and all(_IN_BRACKETS.search(f"{name}]") for name in names[:-1]):
            yield from [f"{name}]" for name in names[:-1]]
            yield names[-1]
        else:
            yield line


def _catalogued(text: str) -> Catalogued:
    """Return the parts of a name in a catalogue."""
    name, role = text, ""
    found = _ROLE.search(name) or _IN_BRACKETS.search(name) or _SHORT.search(name)
    if found and not _NICKNAME.search(name):
        role = _ALL[found[found.re.groups].lower()]
        name = name[: found.end(1) if found.re.groups > 1 else found.start()]
    known = name
    for pattern in (_LIFE, _FULLER):
        if found := pattern.search(name):
            name = name[: found.start()]
    return Catalogued(name, role, text if name != known else "")
