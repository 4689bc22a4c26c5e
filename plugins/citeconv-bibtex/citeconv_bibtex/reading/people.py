"""Lists of names in BibTeX, and what files hold in their place: a list goes in, citeconv's names come out.

The word *and* outside braces separates names. Files also hold lists with semicolons, commas and ampersands, lists in
braces, and words for others and for helpers among names, which are read as they are meant.
"""

from __future__ import annotations

import re

from citeconv import Name
from citeconv.values.markup import unescape
from citeconv.values.names import (
    GROUP_WORD,
    INITIALS,
    are_no_families,
    has_family_first,
    initials_first,
    is_others,
    with_dotted_initials,
    with_families_first,
)
from citeconv.values.patterns import lazy
from citeconv.values.tex import text
from citeconv_bibtex.reading.braces import in_braces
from citeconv_bibtex.reading.person import BEHIND, CAPITALS, SEVERAL, SUFFIX, SUFFIX_LAST, as_text, name, parted

_AND = lazy(r"(?<![\s~\\])[\s~]+and(?=[\s~]|$)[\s~]*", re.I)
_AND_AGAIN = lazy(r"\Aand[\s~]+(?=\S)", re.I)
_ET_AL = lazy(
    r"(?<![\s~,])[\s~,]+(?:and[\s~])?(?:et(?:\.?[\s~]|\.)al\.?|\{?\\(?:emph|textit|em|it)\b\s?\{?et\.?[\s~]al\.?\})\Z",
    re.I,
)
"""What stands behind the last name of ``Lind, P. et al.``, a list cut short."""
_WITH_HELP = lazy(r"\A(?:with|using) (?:contributions?|code|help|support) (?:from|by|of) (?=\S)")
"""What R's packages have in their lists: ``Per Lind and with contributions from Ana Rowe``."""
_AL_ET = lazy(r"\{?al\.?\}?, et", re.I)
"""What a program makes of it that takes the last word for the family."""
_BEGIN_NO_NAMES = frozenset(("", *" ,~aAeEmMoO.{\u2026"))
"""What pieces of a list begin with that may be none: signs, *and*, words for others."""
_LONGEST_OTHERS = 16
_CALLED_OTHERS = "{others}"
"""A group of that name, unless it ends the list: the word itself has no braces."""
_AMONG_THEM = lazy(r"[^\W\d_][\w'’-]{0,40}(?: [^\W\d_][\w'’-]{0,40}){0,2}")
"""What stands among such names without initials: ``Jamari``, ``Rong wei``."""
_INITIALS_LAST = lazy(r"[^,{}]{2,80}, (?:[^\W\d_]{1,2}\.[ -]?){1,5}")
"""``Lind, P. A.``"""
_BEHIND_ALL = lazy(
    r"(?P<family>(?:[a-z]{1,4} ){0,3}[^\W\d_a-z][^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]+){0,3})"
    r" (?P<given>[A-Z](?:-?[A-Z]){0,2})"
)
"""``Tavares Lind AM``, as MEDLINE has names, and what BibTeX reads as ``Tavares Lind``, first names of Mr ``AM``."""
_FEWEST_INITIALLED = 3
"""Of so many names between commas initials tell that each is one."""
_LIKE_A_DEGREE = ", M.D."  # and like initials
_WITH_INITIALS = lazy(r"[^\W\d_][^\W\d_ .’'-]*(?:[ .’'-]+[^\W\d_]+){0,3}, [A-Z]{1,3}(?:-[A-Z])?(?:, Jr)?")
"""``Lind, PA``, as the Web of Science has editors of books."""
_FEWEST_BRACED = 3
"""Commas between people in braces, or people."""
_AMPERSAND = lazy(r"(?:,|(?<!\s))\s{0,9}\\?&\s{0,9}")
"""In front of the last name, for an *and*; there may be a comma, too."""
_WHOLE_NAME = lazy(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4} [^\W\d_a-z][\w'’-]*")
"""A name of several words, the first and the last with a capital."""
_FAMILY_ALONE = lazy(r"(?:[a-z’']{1,5} ){0,3}[^\W\d_a-z][^\W\d_][\w’'-]*")
_GIVEN_ALONE = lazy(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}")
"""A family name of one word, with its particles, and given names, where both stand between commas."""
_INITIAL_FIRST = lazy(r"[^\W\d_]\.")
_NOBODY = " ,~"
"""Signs of which a name of nobody consists: ScienceDirect once wrote ``Lind, Per and , and Rowe, Ana``."""


def names(value: str, inverted: bool = False) -> tuple[tuple[Name, ...], bool]:
    """Return the names of a list, and whether it is cut short (``and others``).

    Args:
        value: The list.
        inverted: Whether it is of a program that has no given name in front of a family name.
    """
    value = " ".join(value.split())
    if "\\{" in value and value.count("\\{") == value.count("\\}"):  # Pure escapes them: \{de Croon\}, \{Ana L.\}
        value = value.replace("\\{", "{").replace("\\}", "}")
    if value[:1] == "{" and in_braces(value):
        value = _unwrapped(value)
    if "\\ " in value or value.endswith("\\"):  # Donald E.\ Knuth: a blank that ends no sentence
        value = f"{value} ".replace("\\ ", " ").rstrip()
    if ";" in value:
        value = _with_and(value)
    behind = _ET_AL.search(value) if "al" in value[-5:] else None
    if behind is not None:
        value = value[: behind.start()]
    pieces = [_AND_AGAIN.sub("", piece) if piece[:1] in "aA" else piece for piece in _pieces(value)]
    if "with " in value or "using " in value:
        pieces = [_WITH_HELP.sub("", piece) for piece in pieces]
    if not value.isascii() or any([piece[:2].isupper() for piece in pieces]):
        pieces = with_dotted_initials(pieces)
        pieces = [piece.replace(" ", ", ", 1) if has_family_first(piece) else piece for piece in pieces]
    if pieces and pieces[-1].lower() == _CALLED_OTHERS:
        pieces[-1] = "others"
    people = [piece for piece in pieces if piece[:1] not in _BEGIN_NO_NAMES or _is_name(piece)]
    others = behind is not None or (len(people) < len(pieces) and any(map(_stands_for_others, pieces)))
    if people and people[0][:1] == "{":
        people = [_without_braces(piece, len(people)) for piece in people]
    if people and people[0][1:2] in (",", "."):
        people = with_families_first(people)
    if _LIKE_A_DEGREE in value:
        people = _with_initials_apart(people)
    return tuple([name(piece) for piece in _with_commas(people, inverted)]), others


def _is_name(piece: str) -> bool:
    """Whether a piece of a list is a name, and no sign, no word that parts names, and none for others."""
    return piece.strip(_NOBODY) != "" and piece.lower() != "and" and not _stands_for_others(piece)


def _stands_for_others(piece: str) -> bool:
    """Whether a piece of a list says that there are more names, which some lists have in their middle."""
    if len(piece) > _LONGEST_OTHERS or piece.lower() == _CALLED_OTHERS:
        return False
    return is_others(piece.strip("{}")) or _AL_ET.fullmatch(piece) is not None


def _pieces(value: str) -> list[str]:
    """Cut a list at each *and*, and at what else parts names where authors or programs do not write one."""
    if ("{" in value or "}" in value) and value.count("{") == value.count("}"):
        return [one for piece in parted(value, "and") for one in _listed(piece) or [piece]]
    pieces = _AND.split(value)
    if "&" in value:
        pieces = [one for piece in pieces for one in (_by_ampersand(piece) if "&" in piece else []) or [piece]]
    if value.count(",") > 1 or "., " in value or (value[1:2] == "." and "," in value):
        listed = "," not in pieces[-1]  # Anna Smith, Kim Jones, and Lee Chen
        return [one for piece in pieces for one in _several(piece, listed)]
    return pieces


def _several(piece: str, listed: bool) -> list[str]:
    """Return the names of a list without an *and*, or the one name that a piece is; for ``listed`` see ``_whole``."""
    commas = piece.count(",")
    if not commas or (commas == 1 and piece[-1] != "," and "., " not in piece and piece[1:2] != "."):  # as nearly all
        return [piece]
    return _pairs(piece) or _whole(piece, listed) or _behind(piece) or _inverted(piece, listed) or [piece]


def _unwrapped(value: str) -> str:
    """Return a list of people without the braces that the Web of Science, or who entered it, has around all of it."""
    inner = value[1:-1].strip()
    pieces = inner.split(" and ")
    initialled = sum([_WITH_INITIALS.fullmatch(piece) is not None for piece in pieces])
    alone = sum([" " not in piece and piece[:1].isupper() for piece in pieces]) if 2 * initialled > len(pieces) else 0
    if initialled + alone == len(pieces) or (inner.count(",") >= _FEWEST_BRACED and _whole(inner, False)):
        return inner
    if len(pieces) >= _FEWEST_BRACED and all(map(_WHOLE_NAME.fullmatch, pieces)) and not GROUP_WORD.search(inner):
        return inner
    return inner if "," in inner and _pairs(_AMPERSAND.sub(", ", " & ".join(pieces))) else value


def _without_braces(piece: str, number: int) -> str:
    """Return a name, family first, without the braces that Zotero has around each of IEEE Xplore's: ``{P. A. Lind}``.

    Args:
        piece: A name.
        number: Of how many it is one; that of a single group, too, may begin with initials.
    """
    person = initials_first(text(piece[1:-1]).strip()) if piece[:1] == "{" and in_braces(piece) else None
    if person is None or (number == 1 and " " in person.family):
        return piece
    return ", ".join(filter(None, (person.family, person.suffix, person.given)))


def _with_initials_apart(pieces: list[str]) -> list[str]:
    """Return names, where others have initials behind a comma, with a blank in those that look like a degree.

    ``Tavares Lind, M.D.`` among Scopus's names is Maria D.; alone, it is Dr Tavares Lind.
    """
    if not any(map(_INITIALS_LAST.fullmatch, [piece for piece in pieces if not piece.endswith(_LIKE_A_DEGREE)])):
        return pieces
    return [f"{piece[:-2]} D." if piece.endswith(_LIKE_A_DEGREE) else piece for piece in pieces]


def _with_commas(pieces: list[str], inverted: bool) -> list[str]:
    """Return names with a comma behind the family where that stands first, and initials behind it, in all of them.

    One alone needs several initials: ``Ana L.`` may be a person whose family name is not told. Where the first name
    has its comma and initials behind it, the others may lack the comma: ``Lind, P. and Roe A.``, Scopus's authors and
    editors as Rayyan has them. Groups among them have neither. The same is so where all names are inverted.
    """
    if pieces and pieces[0][-1:].isupper():
        short = [match for piece in pieces if (match := _BEHIND_ALL.fullmatch(piece)) and not GROUP_WORD.search(piece)]
        if len(short) == len(pieces) and are_no_families([match["given"] for match in short]):
            return [f"{match['family']}, {match['given']}" for match in short]
    if not pieces or not (inverted or pieces[0].endswith(".")):
        return pieces
    found = [match for piece in pieces if (match := BEHIND.fullmatch(piece)) and not GROUP_WORD.search(piece)]
    surely = inverted or (len(found) < len(pieces) and any(map(_INITIALS_LAST.fullmatch, pieces)))
    if surely:
        found = [match for match in found if not SUFFIX.fullmatch(match["given"])]
    turned = {match[0]: _parted(match) for match in found}
    others = [piece for piece in pieces if piece not in turned and not GROUP_WORD.search(piece)]
    if not surely and (others or not (len(found) > 1 or SEVERAL.search(pieces[0]))):
        return pieces
    return [turned.get(piece, piece) for piece in pieces]


def _with_and(value: str) -> str:
    """Return a list whose names are parted by semicolons, all or some of them, with *and* for each.

    Semicolons of character references, whose signs may be escaped (``J\\&\\#246;rg``), part nothing.
    """
    value = unescape(value.replace("\\&", "&").replace("\\#", "#"))
    return " and ".join([piece for piece in parted(value, ";") if piece])


def _listed(value: str) -> list[str]:
    """Return the names of a list that commas part, as ``_pairs`` and ``_whole`` do, where braces hold accents alone."""
    if value.count(",") < 2 or len(parted(value, ",")) <= value.count(","):
        return []
    plain = as_text(value)
    by_sign = _by_ampersand(plain) if "&" in plain else []
    return _pairs(plain) or _whole(plain, listed=False) or by_sign or _inverted(plain, listed=False)


def _pairs(value: str) -> list[str]:
    """Return the names of ``Smith, J., Jones, K. B.``, a list parted by commas alone; nothing if it is none."""
    parts = [part.strip() for part in value.removesuffix(",").split(",")]
    if len(parts) < 4 or len(parts) % 2 or not all(_initials(part) for part in parts[1::2]):
        return []
    return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]


def _whole(value: str, listed: bool) -> list[str]:
    """Return the names of ``Anna Smith, Kim B. Jones, Lee Chen``, a list parted by commas; nothing if it is none.

    Initials behind a name (``Jones Kim B``) tell that the family names stand first in all of them, and those before
    each of two names (``K. B. Jones, L. Chen``) that there are two.

    Args:
        value: Names up to an *and*, or all.
        listed: Whether the last name has no comma: two names with a comma behind them are then a list, too.
    """
    parts = _between_commas(value)
    others = [parts.pop()] if is_others(parts[-1]) else []
    two = (listed and value.endswith(",")) or all(map(_INITIAL_FIRST.match, parts))
    if len(parts) < (2 if two else 3) or GROUP_WORD.search(value) or not all(map(_WHOLE_NAME.fullmatch, parts)):
        return []
    ends = [part.rpartition(" ")[2] for part in parts]
    if any(end.isupper() and CAPITALS.fullmatch(end) and not SUFFIX.fullmatch(end) for end in ends):
        parts = [", ".join(part.split(" ", 1)) for part in parts]
    return parts + others


def _between_commas(value: str) -> list[str]:
    """Return what stands between the commas of a list, of which there may be two for one."""
    return [part for piece in value.split(",") if (part := piece.strip())] or [""]


def _inverted(value: str, listed: bool) -> list[str]:
    """Return the names of ``Smith, Anna, Jones, Kim``, or of ``Smith, Anna, Kim Jones, Lee Chen``; else nothing.

    The latter is how lists of references turn only the first name round.

    Args:
        value: Names up to an *and*, or all.
        listed: Whether the last name has no comma: two names with a comma behind them are then a list, too.
    """
    parts = _between_commas(value)
    others = [parts.pop()] if is_others(parts[-1]) else []
    family, given, *more = parts if len(parts) > 1 else ("", "")
    if len(parts) < (3 if others or (listed and value.endswith(",")) else 4) or GROUP_WORD.search(value):
        return []
    if any(map(SUFFIX.fullmatch, parts)) or not (_FAMILY_ALONE.fullmatch(family) and _GIVEN_ALONE.fullmatch(given)):
        return []
    if all(map(_WHOLE_NAME.fullmatch, more)):
        return [f"{family}, {given}", *more, *others]
    if len(parts) % 2 or not all(map(_FAMILY_ALONE.fullmatch, more[::2])):
        return []
    people = zip(parts[::2], parts[1::2], strict=True)
    return [", ".join(each) for each in people] + others if all(map(_GIVEN_ALONE.fullmatch, more[1::2])) else []


def _behind(value: str) -> list[str]:
    """Return the names of ``Tavares Lind A.M., Roe B.``, Scopus's editors; nothing if it is no list of such.

    Among many a few may have one name alone, as they have it, or a suffix behind a comma.
    """
    parts = [part.strip() for part in value.split(",")]
    if len(parts) == 1 or "." not in value:
        return []
    found = [BEHIND.fullmatch(part) for part in parts]
    if value.count("., ") == len(parts) - 1 and all(match and not SUFFIX.fullmatch(match["given"]) for match in found):
        return parts
    people: list[str] = []
    for part, match in zip(parts, found, strict=True):
        if match and not SUFFIX.fullmatch(match["given"]):
            people.append(_parted(match))
        elif people and SUFFIX_LAST.fullmatch(part):
            people[-1] = people[-1].replace(",", f", {part},", 1)
        elif _AMONG_THEM.fullmatch(part):
            people.append(part)
        else:
            return []
    initialled = sum(map(bool, found))
    return people if initialled >= max(_FEWEST_INITIALLED, 2 * len(people) // 3) else []


def _by_ampersand(value: str) -> list[str]:
    """Return the names of ``Anna Smith, Kim Jones & Lee Chen``, ``Smith, A., Jones, K. & Chen, L.``; else nothing."""
    listed = _AMPERSAND.sub(", ", value)
    parts = [part.strip() for part in listed.split(",")]
    if all(map(_WHOLE_NAME.fullmatch, parts)):
        return [] if GROUP_WORD.search(value) else parts
    return _pairs(listed) or _behind(listed)


def _parted(match: re.Match[str]) -> str:
    """Return a name that ``BEHIND`` matches with commas between its parts."""
    return ", ".join(filter(None, match.group("family", "suffix", "given")))


def _initials(value: str) -> bool:
    return bool(value) and (INITIALS.fullmatch(value.replace(".", "").replace(" ", "")) is not None)
