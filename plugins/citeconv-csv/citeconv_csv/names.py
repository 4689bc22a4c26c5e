"""People in one cell: ``Lind, P.; Wei, R.``, ``Lind P, Wei R.``, ``Per Lind, Rong Wei``, ``Lind, Per, Wei, Rong``.

A cell goes in, names come out. The signs that occur tell what separates the names, and the look of all names in which
order their parts stand. Where that does not tell ``Lind, Per, Wei, Rong`` from ``Lind, Wei, Diaz``, family names alone,
the other cells of the column do.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from citeconv import Affiliation, Identifier, Name
from citeconv.values.abstracts import clean
from citeconv.values.authors import cut_at_semicolons
from citeconv.values.literals import described, quoted_list
from citeconv.values.names import (
    GROUP_WORD,
    PARTICLES,
    UPPER,
    inverted_name,
    is_of_signs,
    natural_name,
    with_dotted_initials,
    with_suffix_behind,
    without_others,
    without_stops,
)
from citeconv.values.patterns import lazy
from citeconv_csv.person import SUFFIX, is_numbered, person, short_person

_AUTHORITY = lazy(r"::[\w-]{1,80}::-?\d{1,4}(?=\Z|\|)")
"""DSpace's number of a name, and how sure it is of it."""
_BULLETS = lazy(r"- [^\n]*(?:\n\s*- [^\n]*)*\s*")
_INITIALS = lazy(
    rf"(?!(?:[JSDM]r|St)\.)(?:[{UPPER}](?:[a-z]{{1,2}}(?=\.))?\.?[ -]?(?:(?<=[.-])[a-z]{{1,2}}\.[ -]?){{0,2}}){{1,5}}"
)
"""``P. A.``, ``Yu.V.``, and with those of particles and behind hyphens, ``M.d.F.``, ``X.-y.``."""
_BETWEEN_OBJECTS = lazy(r"\} ?, ?(?=\{['\"])")
_PARTS_OF_NAMES = {
    **dict.fromkeys("family lastname last surname familyname".split(), "family"),
    **dict.fromkeys("given firstname first forename givenname".split(), "given"),
    **dict.fromkeys("name fullname authorname displayname collectivename collective".split(), "name"),
    **dict.fromkeys("affiliation affiliations".split(), "affiliation"),
    **dict.fromkeys("email emailaddress mail".split(), "email"),
}
"""What programs that ask databases call the parts of a name in objects, without underlines: Crossref, pymed, Europe
PMC, PubMed's parsers, CORD-19."""
_SAID_BY_NAME = frozenset("family given name initials middle suffix orcid affiliation email sequence".split())
"""The parts of an object that a name has, and Crossref's word for who stands first; others are numbers of programs."""
_GLUED = lazy(rf"(?<=[^\W\d_{UPPER}])(?<!\bMc)(?<!\bMac)(?<!\bD[aeiu])(?<!\bL[aeo])(?<!\bVan)(?<!\bFitz)(?=[{UPPER}])")
_BETWEEN_INITIALS = lazy(rf"(?<=[{UPPER}]\.)(?=(?:(?:{'|'.join(sorted(PARTICLES))}) ){{0,3}}[{UPPER}][\w'’-]{{1,40}} )")
"""Where Scopus's editors meet, who have nothing between them: ``Lind P.A.van der Zee H.Wei R.``."""
_FAMILY_LAST = lazy(
    rf"[{UPPER}][^\W\d_{UPPER}][^,;|()]* (?=(?:[B-DF-HJ-NP-TV-XZ'’-]{{0,5}}[AEIOUYÀ-Ý]){{2}}|\w{{7}})"
    rf"[{UPPER}'’-]{{4,30}}\Z"
)
"""A name whose family stands behind the given name, all in capitals: ``Marie PETIT``."""
_WIDE_SIGNS = str.maketrans({"，": ",", "、": ",", "；": "; ", "｜": "|", "؛": "; ", "،": ","})
_EAST_ASIAN = lazy(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,5}|[\u4e00-\u9fff]{2,4}[\u3041-\u30ff]{1,4}")
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂"
    "苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段"
    "钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢岳齐齊莫庄莊辛管"
)
"""The commonest Chinese family names."""
_NUMBERED = lazy(r"(?:\A|(?<=;)|(?<=,))\s{0,2}\[\d{1,2}(?:[,，]\d{1,2}){0,5}\] ?(?=[\u3041-\u9fff\uac00-\ud7a3])")
"""Numbers of addresses before Chinese and Japanese names: ``[1]张伟;[2]李娜``."""
_AND = lazy(r" (?:and|&) ")
_BETWEEN = lazy(r"([,;|]\s{0,9}| (?:and|&) )")
_CAPITALS_FIRST = lazy(rf"(?<!\w)[{UPPER}]{{2,3}} [{UPPER}][^\W\d_{UPPER}]")
_AND_INITIALS = lazy(rf" (?:and|&)(?= (?:[{UPPER}]\.[ -]?){{1,4}}[{UPPER}])")
"""An "and" that parts names even where it may stand in those of groups."""
_BETWEEN_INVERTED = lazy(r"[^,;|/]{1,60},[^,;|/]{1,60}(?:/[^,;|/]{1,60},[^,;|/]{1,60})+")
"""Names with their commas, parted by slashes: ``Lind, Per/Wei, Rong``."""
_LISTED = lazy(r"[|;\[]")
"""What is in lists that are parted otherwise than by commas."""
_PARTED = lazy(r"(?:,| (?:and|&) )\s*")
_DOUBTFUL = lazy(rf" (?:[{UPPER}][a-z]|[{UPPER}]{{3,6}})\Z")
"""What may be an initial or a family name, at the end of a name."""
_INITIALLED_TO_EACH = 3
"""More names with initials than so many stand in a list to each that has none."""
SHORT = "Petrov Yu"
ALONE = "Lind, Wei, Diaz"
FAMILY_FIRST = "Lind Per A"
_GIVEN = frozenset(
    "Alexander Andrea Andreas Andrew Anna Anne Antonio Barbara Brian Carlos Charles Christian Christopher Claudia"
    " Daniel David Elena Elizabeth Eric Fernando Francesco Francisco Giovanni Hiroshi Jennifer Jessica John Jonathan"
    " Jose José Joseph Juan Julia Karen Kenneth Laura Luis Marco Maria María Marie Mark Mary Matthew Michael Michele"
    " Mohamed Mohammad Muhammad Nicholas Nicole Patricia Patrick Paul Paolo Peter Philip Pierre Rachel Rebecca Richard"
    " Robert Roberto Sandra Sara Sarah Stefan Stefano Stephen Steven Susan Takeshi Thomas Timothy William".split()
)
"""Common given names that are hardly ever family names at the end of a name."""
_FEWEST_GIVEN = 3
_FEWEST_IN_PAIRS = 4
LEFT_OUT = lazy(rf",? ?(?:\. ?\. ?\.|\u2026),? ?(?:& )?(?=[{UPPER}])")
"""What stands for authors before the last one, where a list has too many (APA): ``Lind, P., ... Roe, A.``."""
_FIRST_LEFT_OUT = ("...,", "\u2026,")
"""What Google Scholar has for those before the ones it shows: ``…, P Lind, A Roe, ...``."""
_FEW_TO_A_GROUP = 3
"""Persons to each group in a list, where an "and" may be a group's own if they are no more."""


def described_people(text: str) -> tuple[Name, ...]:
    """Return the people in a list of objects, as Python or JSON has it.

    Args:
        text: ``[{'name': 'P. Lind', 'affiliation': 'Shelf College'}]``, or with parts of names: ``given`` and
            ``family`` (Crossref), ``firstname`` and ``lastname`` (pymed).
    """
    found = []
    for item in _BETWEEN_OBJECTS.split(text.strip()[1:].removesuffix("]").strip("{ ").removesuffix("}")):
        parts: dict[str, str] = {}
        for name, part in described(item).items():
            parts.setdefault(_PARTS_OF_NAMES.get(name.replace("_", ""), name), part)
        family = parts.get("family", "")
        given = " ".join(filter(None, (parts.get("given") or parts.get("initials"), parts.get("middle"))))
        if name := f"{family}, {given}, {parts.get('suffix', '')}".rstrip(", ") if family else parts.get("name", ""):
            found.append((name, parts))
    names = _persons([name for name, _ in found])
    return _plain([_described(name, parts) for name, (_, parts) in zip(names, found, strict=True)])


def _described(name: Name, parts: dict[str, str]) -> Name:
    """Return a name with what the parts of its object say beside it."""
    orcid, place = parts.get("orcid", "").rpartition("/")[2], parts.get("affiliation", "")
    places = tuple([Affiliation(text=each) for each in place.split("\n") if each])
    numbers = [
        Identifier(kind=kind, value=value) for kind, value in parts.items() if kind not in _SAID_BY_NAME and value
    ]
    return replace(
        name,
        orcid=orcid or name.orcid,
        affiliations=places or name.affiliations,
        email=parts.get("email", name.email),
        identifiers=(*name.identifiers, *numbers),
    )


def glued_people(text: str) -> tuple[Name, ...]:
    """Return the people in names with nothing between, as Springer has them: ``Per LindRong WeiAnna McDonald``.

    Somebody may have joined others to its table, which have semicolons.
    """
    return people(text) if ";" in text else _plain(_persons(_GLUED.split(clean(text))))


def family_first(text: str) -> tuple[Name, ...]:
    """Return people whose family names stand first without a comma: ``Lind Per ; van der Zee Hendrik ;`` (EPPI)."""
    return _plain([_family_first(piece) for piece in cut_at_semicolons(clean(text))])


def _family_first(text: str) -> Name:
    words = text.split(" ")
    family = next((place for place, word in enumerate(words) if word.lower() not in PARTICLES), 0) + 1
    if "," in text or family >= len(words) or GROUP_WORD.search(text):
        return person(text)
    return inverted_name(f"{' '.join(words[:family])}, {' '.join(words[family:])}")


def own_names(text: str) -> tuple[Name, ...]:
    """Return the names of citeconv's own CSV: ``Family, Given, Suffix``, groups without a comma, semicolons between."""
    found = []
    for piece in text.split("; "):
        family, comma, given = piece.partition(", ")
        if not comma:
            family = piece.removesuffix(",")
            found.append(Name(family=clean(family)) if family != piece else Name(literal=clean(piece)))
            continue
        given, _, suffix = given.partition(", ")
        found.append(Name(family=clean(family), given=clean(given), suffix=clean(suffix)))
    return tuple(found)


def with_plain_signs(text: str) -> str:
    """Return a list with ASCII's signs between its items, for those of Chinese and Japanese: ``冰；雪``."""
    return text if text.isascii() else text.translate(_WIDE_SIGNS)


def leaves_out(text: str) -> bool:
    """Return whether dots stand for some of the names in a list that commas part."""
    if "..." not in text and ". . ." not in text and "\u2026" not in text:
        return False
    return text.startswith(_FIRST_LEFT_OUT) or LEFT_OUT.search(text, 1) is not None


def people(text: str, habit: str = "") -> tuple[Name, ...]:
    """Return the names in a cell of whatever form, initials apart and without full stops; none of signs alone.

    Args:
        text: The cell.
        habit: What the cells of its column are like, for what one alone does not tell, as ``habit_of`` has it.
    """
    return _plain(_people(text.lstrip(" ,"), habit)) if text and not is_of_signs(text) else ()


def habit_of(cells: Iterable[str]) -> str:
    """Return what the names in a column are like.

    Args:
        cells: Some of the column.

    Returns:
        ``SHORT`` for ``Petrov Yu``, ``ALONE`` for ``Lind, Wei, Diaz``, ``FAMILY_FIRST`` for ``Lind Per A``, else
        nothing.
    """
    odd = even = order = 0
    first = second = 0  # names with a common given one there, or initials
    for cell in cells:
        text = without_others(clean(cell).rstrip())
        words = [piece.split(" ") for piece in _parts(text) if " " in piece and "," not in piece]
        first += sum([each[0] in _GIVEN or _INITIALS.fullmatch(each[0]) is not None for each in words])
        second += sum([each[0] not in _GIVEN and not _GIVEN.isdisjoint(each) for each in words])
        order += sum(map(_order, _parts(text)))
        if "," in text and _AND.search(text) is None and not _LISTED.search(text):
            pieces = _with_suffixes(text.split(","))
            if len(pieces) > 2 and not any([_is_several_words(piece) or _is_dotted(piece) for piece in pieces]):
                in_pairs = _in_pairs(pieces) != ()
                even += in_pairs
                odd += not in_pairs
    if second >= _FEWEST_GIVEN and second > 3 * first:
        return FAMILY_FIRST
    return SHORT if order < 0 else ALONE if 2 * odd > even else ""  # as many of those alone are even as are odd


def _plain(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return names with initials as a ``Name`` has them; beside a family name in capitals ``ANA`` is no three."""
    told = [name for name in names if name.family or name.given or (name.literal and not is_of_signs(name.literal))]
    return tuple(
        [_with_plain_initials(name) if name.given[:2].isupper() or "." in name.given else name for name in told]
    )


def _with_plain_initials(name: Name) -> Name:
    given = without_stops(name.given) if "." in name.given or not name.family.isupper() else name.given
    return name if given == name.given else replace(name, given=given)


def _people(text: str, habit: str) -> tuple[Name, ...]:
    """Return the people in a cell: ways to write a list are tried in turn, the one with the surest sign first."""
    if lines := _bullets(text) or _in_lines(text):
        return _persons(lines, habit)
    text = _with_usual_signs(text)
    if text[0] == '"' == text[-1] and text.count('"') == 2:  # quoted again by who made a table of one
        text = text[1:-1].strip()
    if text.startswith("[{") and (in_objects := described_people(text)):
        return in_objects
    if listed := quoted_list(text) or _between_slashes(text):
        return _persons([each.strip() for each in listed], habit)
    text = _with_initials_told(_without_omissions(text))
    if not text:  # nobody before the "et al."
        return ()
    if text.endswith(("]", ")")) and ";" not in text and is_numbered(text):
        return (person(text),)
    pieces = _without_lists(_parts(text)) if ";" in text else _parts(text)
    if habit == FAMILY_FIRST:
        return tuple([_family_first(piece) for piece in pieces if piece])
    if "|" not in text and ";" not in text:
        return _listed(text, habit, _may_be_initials(pieces, habit))
    return _parted(text, pieces, habit)


def _parted(text: str, pieces: list[str], habit: str) -> tuple[Name, ...]:
    """Return the people in a list with semicolons or bars, each piece of which may be several joined by "and".

    Args:
        text: The whole list.
        pieces: What the signs part.
        habit: As for ``people``.
    """
    if len(pieces) > 1 and 2 * sum(map(_has_family_last, pieces)) > len(pieces):
        return tuple([_family_last(piece) for piece in pieces if piece])
    if _AND.search(text) is None:
        return _persons(pieces, habit)
    if families := _families_and_given(pieces):
        return families
    doubtful = _may_be_initials(pieces, habit)
    return tuple([name for piece in pieces if piece for name in _joined(piece, doubtful) or (person(piece, doubtful),)])


def _bullets(text: str) -> list[str]:
    """Return the items of a list as YAML has it, ``- Lind, P.`` on a line each; nothing if it is none."""
    if not (text.startswith("- ") and _BULLETS.fullmatch(text)):
        return []
    return [clean(line.strip()[2:]) for line in text.splitlines()]


def _with_usual_signs(text: str) -> str:
    """Return a cell with plain signs and blanks, and without the numbers of addresses before Chinese names."""
    text = with_plain_signs(clean(text)).replace("\u00a0", " ")
    return _NUMBERED.sub("", text) if "[" in text and not text.isascii() else text


def _with_initials_told(text: str) -> str:
    """Return a list with full stops at initials that look like a family name, ``NAM Roe, H Lind``."""
    if _CAPITALS_FIRST.search(text) is None:
        return text
    parts = _BETWEEN.split(text)
    parts[::2] = with_dotted_initials(parts[::2])
    return "".join(parts)


def _between_slashes(text: str) -> list[str]:
    """Return the names in ``Lind, Per/Wei, Rong``, and EndNote's in ``Lind, P.//Wei, R.``; nothing in others."""
    if "//" in text and "://" not in text:
        return [clean(piece) for piece in text.split("//") if piece.strip()]
    return text.split("/") if "/" in text and _BETWEEN_INVERTED.fullmatch(text) else []


def _without_omissions(text: str) -> str:
    """Return a list without what stands for names left out, and without numbers and capitals that programs add."""
    text = without_others((_AUTHORITY.sub("", text) if "::" in text else text).rstrip())
    if leaves_out(text):
        text = LEFT_OUT.sub(", ", text).lstrip(", ")
    if " AND " in text and text.count(",") > 1 and text.isupper():  # bibliometrix has some fields in capitals
        text = text.replace(" AND ", " and ")
    return text


def _families_and_given(pieces: list[str]) -> tuple[Name, ...]:
    """Return ``Lind and Per A.``, ``Wei and Rong``, as R packages write names with commas; else nothing."""
    parted = [piece.split(" and ") for piece in pieces if piece]
    if len(parted) == 1 or any([len(parts) != 2 or "," in "".join(parts) for parts in parted]):
        return ()
    families = [family for family, _ in parted]
    if any(map(GROUP_WORD.search, pieces)) or 2 * sum(map(_is_several_words, families)) > len(families):
        return ()
    return tuple([Name(family=family, given=given) for family, given in parted])


def _in_lines(text: str) -> list[str]:
    """Return the names of a cell that has one a line; nothing if other signs part them."""
    if "\n" not in text:
        return []
    lines = [clean(line) for line in text.splitlines() if line.strip()]
    names = len(lines) > 1 and not any(
        [line.count(",") > 1 or line.endswith((",", "-", " and", " &")) for line in lines]
    )
    joined = any([_AND.search(line) is not None and GROUP_WORD.search(line) is None for line in lines])
    return lines if names and _LISTED.search(text) is None and not joined else []


def _parts(text: str) -> list[str]:
    """Return what may be the names in a cell."""
    if "|" in text or ";" in text:
        return [piece.strip() for piece in text.split("|" if "|" in text else ";")]
    return _PARTED.split(text)


def _without_lists(pieces: list[str]) -> list[str]:
    """Return pieces, those that are lists of their own in several: PubMed's ``Lind P, Wei R``, beside ``Shelf Group.``.

    The full stop is that of all. The WHO has semicolons behind full stops alone: ``Lind, Per, Roe, A.; Wei, Rong``.
    """
    without_stop = [*pieces[:-1], pieces[-1].removesuffix(".")]
    pairs = pieces if all([piece[-1:] == "." for piece in pieces[:-1]]) else []
    for parted, cut in ((without_stop, _initialled_behind), (pairs, _pairs_in)):
        found = [cut(piece) for piece in parted]
        if any(found):
            return [name for names, piece in zip(found, parted, strict=True) for name in names or [piece]]
    return pieces


def _initialled_behind(text: str) -> list[str]:
    """Return the names in ``Lind P, Wei R``; nothing if there is but one, ``Roe Jr, Carlos M.``, or anything else."""
    if "." in text or "," not in text or " " not in text.partition(",")[0]:
        return []
    names = _with_suffixes(text.split(","))
    found = [short_person(name, doubtful=False) for name in names]
    return names if all([name is not None and name.given != "" for name in found]) else []


def _pairs_in(text: str) -> list[str]:
    """Return the names in ``Lind, Per, Wei, Rong``; nothing if it is one, or anything else."""
    parts = text.split(", ")
    if len(parts) < _FEWEST_IN_PAIRS or len(parts) % 2 or any(map(SUFFIX.fullmatch, parts)) or not _in_pairs(parts):
        return []
    return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]


def _persons(pieces: list[str], habit: str = "") -> tuple[Name, ...]:
    """Return the name in each piece that is not empty."""
    doubtful = _may_be_initials(pieces, habit)
    return tuple([person(piece, doubtful) for piece in pieces if piece])


def _may_be_initials(pieces: list[str], habit: str) -> bool:
    """Whether a word like ``Yu`` behind another is taken for initials, by what the other names of a cell are like."""
    if not any(map(_DOUBTFUL.search, pieces)):
        return True
    return (sum(map(_order, pieces)) or -(habit == SHORT)) < 0


def _order(name: str) -> int:
    """Return 1 for a name in its natural order, -1 for one with initials behind, 0 for what may be either or none."""
    if " " not in name or "," in name or GROUP_WORD.search(name):
        return 0
    if short_person(name, doubtful=False):
        return -1
    return 0 if short_person(name) else 1


def _has_family_last(text: str) -> bool:
    return _FAMILY_LAST.match(text) is not None


def _family_last(text: str) -> Name:
    return natural_name(text) if _has_family_last(text) and not GROUP_WORD.search(text) else person(text)


def _all_parts(text: str) -> list[str]:
    """Return what "and" and commas part."""
    return _with_suffixes([part for piece in text.split(",") for part in _AND.split(f" {piece}")])


def _joined(text: str, doubtful: bool) -> tuple[Name, ...]:
    """Return the names that "and" or "&" parts in a text; nothing if they are no persons, or there is no "and"."""
    joined = _AND.split(text)
    if len(joined) == 1:
        return ()
    pieces = _all_parts(text)
    if names := _initialled(pieces) or _short(pieces, doubtful):
        return names
    inverted = sum(["," in piece for piece in joined])
    if inverted > 1 and 2 * inverted >= len(joined):
        return tuple([person(piece, doubtful) for piece in joined])
    natural = not GROUP_WORD.search(text) and all(" " in piece for piece in pieces)
    return tuple([person(piece, doubtful) for piece in pieces]) if natural else ()


def _first_inverted(text: str) -> tuple[Name, ...]:
    """Return ``Lind, Per, Ana Roe, and Rong Wei``, whose first name alone begins with the family; else nothing."""
    first, _, last = text.rpartition(" and ") if " and " in text else text.rpartition(" & ")
    family, given, *others = [*_with_suffixes(first.split(",")), "", ""][: max(2, first.rstrip(", ").count(",") + 1)]
    natural = [piece for piece in (*others, last.strip()) if piece]
    if not given or _is_several_words(family) or _AND.search(first) or not all(_order(each) > 0 for each in natural):
        return ()
    return (inverted_name(f"{family}, {given}"), *map(natural_name, natural))


def _with_groups(text: str, doubtful: bool) -> tuple[Name, ...]:
    """Return persons and the few groups among them where nothing but "and" parts many; else nothing."""
    pieces = _AND.split(text)
    groups = sum([GROUP_WORD.search(piece) is not None for piece in pieces])
    if "," in text or len(pieces) <= _FEW_TO_A_GROUP * groups or not all([" " in piece for piece in pieces]):
        return ()
    return tuple([person(piece, doubtful) for piece in pieces])


def _listed(text: str, habit: str, doubtful: bool) -> tuple[Name, ...]:
    """Return the names in a text in which "and" or commas part them, or commas their parts."""
    pieces = _with_suffixes(text.split(","))
    if _AND.search(text) is not None:
        if GROUP_WORD.search(text) is None:
            return (
                _first_inverted(text)
                or _joined(text, doubtful)
                or tuple([person(piece, doubtful) for piece in _all_parts(text)])
            )
        pieces = _with_suffixes(_AND_INITIALS.sub(",", text).split(","))
        if names := _short(pieces, doubtful) or _joined(text, doubtful) or _with_groups(text, doubtful):
            return names  # else it has an "and" of its own, maybe
    if (
        names := (_met(text) or _glued(text) if len(pieces) == 1 else ())
        or _short(pieces, doubtful)
        or _initialled(pieces)
    ):
        return names
    alone = _are_east_asian(pieces) or (habit == ALONE and not any(map(_is_several_words, pieces)))
    if not alone and len(pieces) > 2 and (names := _in_pairs(pieces)):
        return names
    if not alone and (names := _initialled(pieces, some_alone=True)):
        return names
    if len(pieces) == 2 and not alone and not all(" " in piece for piece in pieces):
        return (inverted_name(text),)
    return tuple([person(piece, doubtful) for piece in pieces])


def _met(text: str) -> tuple[Name, ...]:
    """Return ``Lind P.A.``, ``Wei R.`` where nothing stands between them; nothing if there are no such names."""
    pieces = _BETWEEN_INITIALS.split(text) if "." in text else []
    return _short(pieces, doubtful=True) if len(pieces) > 1 else ()


def _glued(text: str) -> tuple[Name, ...]:
    """Return Springer's names, which have nothing between, in a table that somebody made of several; else nothing."""
    pieces = _GLUED.split(text)
    whole = len(pieces) > 1 and all([" " in piece for piece in pieces]) and GROUP_WORD.search(text) is None
    return tuple(map(natural_name, pieces)) if whole else ()


def _are_east_asian(pieces: list[str]) -> bool:
    """Whether pieces are whole names in East Asian signs, and not a family name and a given one.

    Of two in Chinese signs some have three, or each begins as names do; a Korean family name has but one.
    """
    if pieces[0][:1] < "\u4e00" or not all(map(_EAST_ASIAN.fullmatch, pieces)):
        return False
    several = len(pieces) > 2 or max(map(len, pieces)) > 2
    return several or pieces[0] >= "\uac00" or all([piece[0] in _SURNAMES for piece in pieces])


def _short(pieces: list[str], doubtful: bool) -> tuple[Name, ...]:
    """Return ``Lind P``, ``Wei R``, and groups among them; nothing if there is anything else, or groups only."""
    found = [short_person(piece, doubtful) for piece in pieces]
    if found[:1] != [None] and not all(found):
        found = [Name(literal=each) if GROUP_WORD.search(each) else short_person(each, doubtful) for each in pieces]
    return tuple([name for name in found if name is not None]) if found and all(found) else ()


def _initialled(pieces: list[str], some_alone: bool = False) -> tuple[Name, ...]:
    """Return ``Lind``, ``P. A.``, ``Wei``, ``R.``, and groups among them; nothing if they do not come in such pairs.

    Args:
        pieces: What commas part.
        some_alone: Whether a few may have no initials, or theirs without a comma: ``Lind``, ``P.``, ``Shalimar``,
            ``Petrov YuA``, ``Wei``, ``R.``.
    """
    found: list[Name] = []
    place = alone = paired = 0
    while place < len(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        given, _, suffix = following.rpartition(" ")
        if not SUFFIX.fullmatch(suffix):
            given, suffix = following, ""
        if _INITIALS.fullmatch(given):
            name = with_suffix_behind(pieces[place], given)
            found.append(replace(name, suffix=suffix or name.suffix))
            place += 2
            paired += 1
        elif found and GROUP_WORD.search(pieces[place]):
            found.append(Name(literal=pieces[place]))
            place += 1
        elif not some_alone or _INITIALS.fullmatch(pieces[place]):
            return ()
        else:
            short = short_person(pieces[place])
            found.append(short or Name(literal=pieces[place]))
            alone += short is None
            place += 1
    return tuple(found) if paired and (not alone or _INITIALLED_TO_EACH * alone < len(found)) else ()


def _in_pairs(pieces: list[str]) -> tuple[Name, ...]:
    """Return ``Lind``, ``Per A``, ``Wei``, ``Rong``, and groups among them; nothing if they are no such pairs."""
    found: list[Name] = []
    place = 0
    while place < len(pieces):
        family, given, suffix = (*pieces[place : place + 3], "", "")[:3]
        if GROUP_WORD.search(family):
            found.append(Name(literal=family))
            place += 1
            continue
        if not given or GROUP_WORD.search(given) or short_person(family) or _is_dotted(family):
            return ()
        suffix = suffix if SUFFIX.fullmatch(suffix) else ""
        found.append(Name(family=family, given=given, suffix=suffix))
        place += 3 if suffix else 2
    words = [word for name in found if name.family for word in (name.family, name.given)]
    return tuple(found) if words and 2 * sum(map(_is_several_words, words)) <= len(words) else ()


def _is_dotted(text: str) -> bool:
    return "." in text and _INITIALS.fullmatch(text) is not None


def _is_several_words(text: str) -> bool:
    """Whether a text is more than one word beside ``van der`` and the like."""
    return " " in text and sum([len(word) == 1 or word.lower() not in PARTICLES for word in text.split()]) > 1


def _with_suffixes(pieces: list[str]) -> list[str]:
    """Return what commas part, without blanks; a suffix (``Jr.``) goes with the piece before."""
    found: list[str] = []
    suffixed = False
    for piece in map(str.strip, pieces):
        before = "" if suffixed or not found else found[-1]
        suffixed = SUFFIX.fullmatch(piece) is not None and (" " in before or _INITIALS.fullmatch(before) is not None)
        if suffixed:
            found[-1] = f"{before} {piece}"
        elif piece:
            found.append(piece)
    return found


def scopus_names(text: str) -> tuple[Name, ...]:
    """Return Scopus's full names, each with its author's number: ``Lind, Per (57192345678)``."""
    found = []
    for piece in cut_at_semicolons(clean(text)):
        words, _, number = piece.rpartition("(")
        number = number.removesuffix(")")
        if not words or not number.isdecimal():
            found.append(person(piece))
            continue
        found.append(replace(person(words.strip()), identifiers=(Identifier(kind="scopus", value=number),)))
    return _plain(found)
