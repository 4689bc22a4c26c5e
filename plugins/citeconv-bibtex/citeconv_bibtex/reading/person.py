"""One name as BibTeX and biber parse it: it goes in as it stands in a list, citeconv's name comes out.

``First von Last``, ``von Last, First`` and ``von Last, Jr, First`` are told apart by their commas, a name all in braces
is a group, biblatex's ``family=…, given=…`` says what is what. Particles stay with the family name, as everywhere in
citeconv. Names with too many commas and initials of all kinds are read as they are meant.
"""

from __future__ import annotations

import re

from msgspec import structs

from citeconv import Identifier, Name
from citeconv.values.memo import remembered
from citeconv.values.names import (
    A_SUFFIX,
    GROUP_WORD,
    HOMONYM,
    NUMBER,
    PARTICLES,
    SUFFIX_FAMILIES,
    group_turned_round,
    may_be_turned_round,
    spaced,
)
from citeconv.values.patterns import lazy
from citeconv.values.tex import text
from citeconv_bibtex.reading.braces import in_braces, outside

_PARTS_AT = {"and": lazy(r"[{}]|(?<!\s)\s+and(?=\s)\s*", re.I), ",": lazy(r"[{},]"), ";": lazy(r"[{};]")}
"""Braces, and what parts a list."""
_EXTENDED = lazy(r"\s*(?:family|given|prefix|suffix|useprefix|id|[a-z]+-i|[a-z]{4,20}name[a-z]{0,20})\s*=", re.I)
SUFFIX = lazy(rf"(?:{A_SUFFIX}|esq|m\.?d|ph\.?d)\.?", re.I)
_AGNOMEN = lazy(r"j[uú]nior|filho|neto|sobrinho|jnr\.?|fils|p[eè]re", re.I)
"""Suffixes of other languages, some of which are family names, too."""
_DOTTED = lazy(r"(?:[^\W\d_]\.[-\u2010]?)+|[^\W\d_]\.?(?:-[^\W\d_]\.?)*")
CAPITALS = lazy(r"[^\W\d_]{1,3}(?:-[^\W\d_])?")
BEHIND = lazy(
    r"(?P<family>(?:[a-z]{1,4}['’]? ){0,3}(?:[dl]['’])?[^\W\d_a-z]['’]?[^\W\d_][^,.{}]{0,80}?)"
    r"(?: (?P<suffix>[JS]r\.?|III?\.?|IV\.?))? (?P<given>(?:[^\W\d_]{1,2}\.[ -]?){1,5})"
)
"""``Tavares Lind A.M.``, ``Lind Jr. P.``: the family stands first, though there is no comma (Scopus's editors)."""
_FAMILY_AND_SUFFIX = lazy(rf"(?P<family>(?=[\W\d_]{{0,20}}[^\W\d_])[^{{}}]{{1,100}}) (?P<suffix>{A_SUFFIX}\.?)", re.I)
"""``Lind Jr.`` in front of the comma, or behind the first names, which braces would keep together."""
_MOHAMMAD = lazy(r"Md\.?")
"""A given name in short, where ``MD`` is a degree."""
SUFFIX_LAST = lazy(rf"{A_SUFFIX}\.?", re.I)
_NUMBER = lazy(r"0\d{3}")
_NUMBER_FIRST = lazy(r"(0\d{3}),\s{0,9}(\S[^,]*)")
"""Where a program took the last word for the family, whatever it was: ``Jr., Per R. Lind``, ``0001, Per Lind``."""
_JOINED_INITIALS = lazy(r"((?:[^\W\d_]\.-?){1,4})([^\W\d_a-z][^\W\d_.]{2,}(?:-[^\W\d_]+)?)")
"""``P.A.Lind``, where the blank is missing."""
_EAST_ASIAN = lazy(r"[\u3041-\u3096\u3400-\u9fff\uac00-\ud7a3]+ [\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3]+")
"""Family and given name, in this order."""
SEVERAL = lazy(r"\..*\.")
_FIRM = lazy(r"(?:inc|ltd|gmbh|corp|pty\.? ltd)\.?", re.I)
_FIRM_OR_INITIALS = lazy(r"(?:llc|llp|plc)\.?", re.I)
"""What stands behind the comma in ``Shelf Surveys, LLC``, which braces should keep together."""
_FIRM_BEGINS = frozenset("ilgcp")
"""What either begins with."""
_MOST_PARTS = 3
"""Of the name of a person, to BibTeX."""
_ARTICLES = frozenset(("The", "the"))
_PROPER = lazy(r"[^\W\d_a-z][a-z]")
"""What a family name holds, and initials do not."""
_BLANKS = lazy(r"[{}]|(?:\s|(?<!\\)~)+")
"""Braces, and blanks and ties: the tilde of an accent (``Gra\\~na``) is none."""


def parted(value: str, at: str) -> list[str]:
    """Cut a value at a separator outside braces: ``and``, ``,`` or ``;``."""
    pieces, start = [], 0
    for match in outside(value, _PARTS_AT[at]):
        pieces.append(value[start : match.start()].strip())
        start = match.end()
    pieces.append(value[start:].strip())
    return pieces


@remembered(20_000)
def name(value: str) -> Name:
    """Return one name; DBLP's name of a person, which has a number, is an identifier of the person."""
    if "0" not in value:
        return _unnumbered(value)
    numbered = HOMONYM.search(value)
    if numbered is None:
        inverted = _NUMBER_FIRST.fullmatch(value)
        return _unnumbered(value) if inverted is None else name(f"{inverted[2]} {inverted[1]}")
    person = _unnumbered(f"{value[: numbered.start()]}{value[numbered.end() :]}")
    if not person.family:
        return _unnumbered(value)
    family, *others = value.split(",")
    own = as_text(" ".join([part.strip() for part in (*others, family)]))
    return structs.replace(person, identifiers=(Identifier(kind="dblp", value=own),))


def _unnumbered(value: str) -> Name:
    braced = "{" in value
    if braced and in_braces(value):
        return Name(literal=text(value))
    if "=" in value and _EXTENDED.match(value):
        return _extended(value)
    parts = parted(value, ",") if braced else [part.strip() for part in value.split(",")]
    while len(parts) > 1 and not parts[-1].strip("{}"):
        parts.pop()
    if len(parts) == 1:
        return _natural(parts[0])
    if len(parts) > _MOST_PARTS and GROUP_WORD.search(value):  # Scopus has addresses of editors among them
        return Name(literal=as_text(value))
    if len(parts) > 2:
        return _of_more_parts(parts)
    if is_firm(parts[1], parts[0]):
        return Name(literal=as_text(value))
    if may_be_turned_round(parts[0]) and (group := group_turned_round(as_text(parts[0]), as_text(parts[1]))):
        return Name(literal=group)
    return _of_two_parts(*parts)


def _of_two_parts(before: str, behind: str) -> Name:
    """Return the person in the two parts of a name with a comma; a suffix may stand in front of it or behind it."""
    if " " in before:
        if SUFFIX.fullmatch(behind) and not _MOHAMMAD.fullmatch(behind):  # M. L. King, Jr.
            plain = _natural(before)
            if plain.given or behind != "M.D.":
                return structs.replace(plain, suffix=" ".join(filter(None, (plain.suffix, text(behind)))))
        if (whole := _FAMILY_AND_SUFFIX.fullmatch(before)) is not None:  # King Jr., Martin Luther
            return _person(whole["family"], behind, whole["suffix"])
    if " " in behind and before in SUFFIX_FAMILIES:  # Jr., M. L. King
        return structs.replace(_natural(behind), suffix=before)
    if before and (usual := _usual_given(behind)):
        return Name(family=as_text(before), given=usual)
    if ends_in_suffix(behind):  # King, M. L. Jr.
        behind, _, suffix = behind.rpartition(" ")
        return _person(before, behind, suffix)
    return _person(before, behind, "")


@remembered(20_000)
def _usual_given(behind: str) -> str:
    """Return the given name behind a comma, if no suffix is there: initials come again and again."""
    return "" if ends_in_suffix(behind) else given_name(behind)


def _of_more_parts(parts: list[str]) -> Name:
    """Return the person in the parts of a name with several commas: family, suffix and given names, as a rule."""
    family, suffix, *rest = parts
    if len(parts) == 3 and SUFFIX.fullmatch(rest[0]) and not SUFFIX.fullmatch(suffix):  # King, Martin Luther, Jr.
        return _person(family, suffix, rest[0])
    if len(parts) == 3 and is_cut_off(suffix, rest[0]):
        return _person(family, f"{suffix} {rest[0]}", "")  # the Web of Science's "Lind, Per, V", which is Per V. Lind
    if len(parts) == 3 and is_initial(suffix):
        return _person(family, f"{rest[0]} {suffix}", "")  # the same in its BibTeX, "Lind, V, Per"
    return _person(family, ", ".join(rest), suffix)


@remembered(20_000)
def is_suffix(value: str) -> bool:
    """Return whether a name is one that stands behind others, ``Jr``, as far as its form tells: some are called Md."""
    return SUFFIX.fullmatch(value) is not None


def is_taken_apart(family: str) -> bool:
    """Return whether a family name would be read as one with a suffix or initials, or as no family at all."""
    patterns = (_FAMILY_AND_SUFFIX, _NUMBER, BEHIND)
    unusual = family in SUFFIX_FAMILIES or may_be_turned_round(family)
    return unusual or any(pattern.fullmatch(family) for pattern in patterns)


@remembered(20_000)
def is_odd(given: str) -> bool:
    """Return whether what stands behind a comma may be no given name, but a suffix, or has one, or is a firm's."""
    return (
        ends_in_suffix(given)
        or SUFFIX.fullmatch(given) is not None
        or (given[:1].lower() in _FIRM_BEGINS and bool(_FIRM.fullmatch(given) or _FIRM_OR_INITIALS.fullmatch(given)))
    )


def ends_in_suffix(given: str) -> bool:
    """Return whether a suffix stands behind a given name, where a comma is missing: ``W. H. Jr``."""
    return " " in given and SUFFIX_LAST.fullmatch(given.rpartition(" ")[2]) is not None


def is_firm(given: str, family: str) -> bool:
    """Return whether what stands behind a comma is a firm's; that of several words, where it may be initials."""
    if given[:1].lower() not in _FIRM_BEGINS:
        return False
    return bool(_FIRM.fullmatch(given)) or (" " in family and _FIRM_OR_INITIALS.fullmatch(given) is not None)


def is_initial(suffix: str) -> bool:
    """Return whether what stands for a suffix is one letter, which is an initial of the Web of Science's."""
    return len(suffix) == 1 and suffix.isalpha()


def is_cut_off(suffix: str, given: str) -> bool:
    """Return whether what BibTeX takes for a suffix is a given name, and the initial behind it another."""
    return len(given.rstrip(".")) == 1 < len(suffix.strip("{}")) and not (
        SUFFIX.fullmatch(suffix) or _AGNOMEN.fullmatch(suffix)
    )


def _person(family: str, given: str, suffix: str) -> Name:
    if not family:
        return Name(literal=as_text(given or suffix))
    return Name(family=as_text(family), given=given_name(given), suffix=as_text(suffix) if suffix else "")


def as_text(value: str) -> str:
    """Return a name or a part of one as text, with blanks for its ties."""
    return text(value).replace("\u00a0", " ").strip()


def given_name(value: str) -> str:
    """Return a given name with initials apart and without full stops."""
    value = as_text(value)
    if not value:
        return ""
    words = value.split(" ")
    if len(words) == 1 and CAPITALS.fullmatch(value) and value.isupper():  # JA
        return spaced(value)
    if "." not in value:
        return value
    if ". -" in value:  # the Web of Science's "T. -K."
        words = value.replace(". -", ".-").split(" ")
    return " ".join(_undotted(word) for word in words)


def _undotted(word: str) -> str:
    if "." in word and _DOTTED.fullmatch(word):
        return " ".join(word.replace(".-", "-").replace(".", " ").split())
    return word


def _natural(value: str) -> Name:
    """Return the name in ``First von Last``; what is no person, or all in braces, is a group."""
    words = _words(value) if "{" in value or "\\~" in value else value.replace("~", " ").split()
    if _is_group(value, words):
        return Name(literal=as_text(value))
    if value[-1:] == ")" and " (" in value and "{" not in value:
        return _with_remark(value)
    return _otherwise_ordered(value, words) or _first_von_last(value, words)


def _with_remark(value: str) -> Name:
    """Return a name with what stands in parentheses behind it; a person's stands with the given name, as usual."""
    before, opening, remark = value.partition(" (")
    person = _natural(before.rstrip()) if " " in before.strip() else Name()
    if not person.given:  # ProQuest (Firm)
        return Name(literal=as_text(value))
    return structs.replace(person, given=f"{person.given}{opening}{as_text(remark)}")


def _is_group(value: str, words: list[str]) -> bool:
    """Whether a value names a group: by a word or a sign in it, or as all but its article is in braces."""
    if "{" in value:  # The {Lind Collaboration}
        return words[0] in _ARTICLES and len(words) == 2 and in_braces(words[1])
    return " " in value and (
        GROUP_WORD.search(value) is not None
        or " & " in value
        or " \\& " in value
        or (words[-1][:1].isdigit() and NUMBER.fullmatch(words[-1]) is not None)  # ISO 9001
    )


def _otherwise_ordered(value: str, words: list[str]) -> Name | None:
    """Return a name whose parts are in another order than BibTeX's, or None.

    The order shows in a suffix within the braces of the family, in initials at the end, or in East Asian letters.
    """
    last = words[-1]
    if "{" in value and len(words) > 1 and in_braces(last) and (whole := _FAMILY_AND_SUFFIX.fullmatch(last[1:-1])):
        return _person(whole["family"].rstrip(","), " ".join(words[:-1]), whole["suffix"])
    turned = BEHIND.fullmatch(value) if value.endswith(".") else None
    if turned and SEVERAL.search(turned["given"]) and not SUFFIX.fullmatch(turned["given"]):
        return _person(
            turned["family"], turned["given"], turned["suffix"] or ""
        )  # Lind P.A., among others with a comma
    if not value.isascii() and _EAST_ASIAN.fullmatch(value):
        return Name(family=words[0], given=words[1])
    return None


def _first_von_last(value: str, words: list[str]) -> Name:
    """Return the name in the words of a value: the family begins at the first in small letters, or is the last."""
    if "." in words[-1] and (joined := _JOINED_INITIALS.fullmatch(words[-1])):
        words = [*words[:-1], *joined.groups()]
    if len(words) == 1:
        return Name(family=as_text(words[0]))
    has_suffix = len(words) > 2 and SUFFIX.fullmatch(words[-1]) is not None and not words[-1].isdigit()
    words, suffix = (words[:-1], words[-1]) if has_suffix else (words, "")
    low = [place for place, word in enumerate(words[:-1]) if _is_lower(word)]
    first = low[0] if low else len(words) - 1
    if low and not first and words[-1].isupper() and CAPITALS.fullmatch(words[-1]) and _PROPER.search(value):
        return _person(" ".join(words[:-1]), words[-1], suffix)  # JabRef's from PubMed: van der Want H
    if low and not first and value.islower() and words[0] not in PARTICLES:  # anna lind: no particle, but small letters
        first = len(words) - 1
    return _person(" ".join(words[first:]), " ".join(words[:first]), suffix)


def _words(value: str) -> list[str]:
    """Cut a value at blanks and ties outside braces."""
    words, start = [], 0
    for match in outside(value, _BLANKS):
        words.append(value[start : match.start()])
        start = match.end()
    words.append(value[start:])
    return [word for word in words if word]


_GROUP = lazy(r"\{[^{}]{2,}\}|\{\}")


def _is_lower(word: str) -> bool:
    """Whether a word is a particle, as to BibTeX: its first letter outside braces is in lower case.

    A letter alone in braces is to stay a capital, as in ``{A}da {L}ovelace``, where BibTeX would take Ada for one.
    """
    if word[:1] == "{" and word.lstrip("{")[:1] != "\\":
        word = _GROUP.sub("", word)
    elif "\\" in word:
        word = text(word)
    return next((char.islower() for char in word if char.isalpha()), False)


_PARTS = frozenset(
    "family given prefix suffix useprefix id family-i given-i prefix-i suffix-i uniquename labelalphanametemplatename"
    " sortingnamekeytemplatename uniquenametemplatename".split()
)
"""What biblatex knows of a name: its parts, their initials, and how it is to be printed and sorted."""


def unknown_parts(value: str) -> list[str]:
    """Return what names in biblatex's ``family=…, given=…`` of a list have beside the parts that are read."""
    pieces = [piece for piece in parted(value, "and") if _EXTENDED.match(piece)]
    return [
        f"{key}={what}"
        for parts in map(_extended_parts, pieces)
        if not parts.keys().isdisjoint(("family", "given"))
        for key, what in parts.items()
        if key not in _PARTS
    ]


def _extended_parts(value: str) -> dict[str, str]:
    parts = {}
    for part in parted(value, ","):
        key, _, what = part.partition("=")
        parts[key.strip().lower()] = as_text(what.strip().strip('"'))
    return parts


def _extended(value: str) -> Name:
    """Return the name in biblatex's ``family=Berg, given=Jan, prefix=van den``; as it stands if it has neither part."""
    parts = _extended_parts(value)
    if parts.keys().isdisjoint(("family", "given")):
        return Name(literal=as_text(value))
    return Name(
        family=parts.get("family", ""),
        given=given_name(parts.get("given", "")),
        particle=parts.get("prefix", ""),
        suffix=parts.get("suffix", ""),
        initials=parts.get("given-i", ""),
    )
