"""Names in one string: ``Smith JA Jr``, ``Smith, John A., Jr``, ``John A. Smith``, cut into a ``Name``.

MEDLINE, CSV files and RIS write a person so; which of the forms it is, the format knows. Groups have no form of their
own, so that each reader decides what a string without a comma is.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from citeconv.citation import Name
from citeconv.values.memo import remembered
from citeconv.values.patterns import by_first_letter, lazy

SUFFIXES = ("Jr", "Sr", "2nd", "3rd", "4th", "5th", "6th", "II", "III", "IV")
"""As MEDLINE writes them."""
A_SUFFIX = rf"(?:{'|'.join(SUFFIXES)})"
"""One of them: the source of a pattern."""
_ALTERNATING = (
    *range(ord("Ā"), ord("ɏ") + 1),
    *range(ord("Ά"), ord("Ϋ") + 1),
    *range(ord("Ҋ"), ord("ԯ") + 1),
    *range(ord("Ẁ"), ord("ỿ") + 1),
)
"""Where capitals and small letters stand by turns."""
UPPER = f"A-ZÀ-ÖØ-ÞА-ЯЀ-Џ{''.join(filter(str.isupper, map(chr, _ALTERNATING)))}"
"""Capital letters of the scripts that names are printed in, for use within ``[]``."""

INITIALS = lazy(rf"(?:[{UPPER}][^\W\d_A-Z]?[\u0300-\u036f]*['’-]?){{1,6}}")
"""Initials as MEDLINE writes them, with combining marks and hyphens."""
_INITIALS_ALONE = lazy(rf"(?:[{UPPER}][\u0300-\u036f]*\.?(?:[ -]|(?=[{UPPER}]|$))){{1,6}}")
"""``R. A.``, ``R.A.``, ``RA``, ``J.-P.``; a name in capitals is longer."""
_SHORT = lazy(
    rf"(?P<family>[^,;]+?) (?P<given>(?:[{UPPER}][a-z]?[.’'-]{{0,2}} ?(?:(?<=[.-])[a-z]{{1,2}}\. ?){{0,2}}){{1,6}}"
    rf"(?P<word>(?<=[{UPPER}]\.)[{UPPER}][a-z]{{2,8}}\.?)?)"
)
_INITIAL_AND_FAMILY = lazy(rf"([{UPPER}])\.?, (?!(?:[{UPPER}]\b\.? ?){{1,9}}\Z)([^,]{{2,60}})")
_SMALL_INITIAL = lazy(r"[.-][a-z]{1,2}\.")
"""Of a particle, or behind a hyphen, as Scopus writes them: ``Lind M.d.F.``, ``Wei X.-y.``."""
SUFFIX_WORDS = frozenset(
    [f"{number}{ending}" for number in range(1, 7) for ending in ("st", "nd", "rd", "th")]
    + "jr sr ii iii iv vi vii viii esq".split()
)
"""Words in small letters that are no given name behind the last comma; a full stop may stand behind each."""
_INITIALS_LIKE_SUFFIXES = frozenset(("II", "IV"))
"""What may be a suffix or the initials of a first and a second name."""
_SUFFIX = lazy(rf"(?:{'|'.join(sorted(SUFFIX_WORDS))}|v)\.?", re.I)
_SUFFIXES_OF_FAMILIES = SUFFIX_WORDS - frozenset("vi vii viii esq".split())
"""Those that are no family name, ``Vi``, behind another."""
SUFFIX_FAMILIES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
"""What a program took for a family name that takes the last word, whatever it is: ``Jr., Per Lind``."""
_TIED = lazy(r"(?:-|[^\W\d_aeiouAEIOU]['’ʼ])\Z")
"""How a particle ends behind which no blank stands: ``al-Hakim``, ``d'Alembert``, but ``de' Medici``."""
HOMONYM = lazy(r"(?<=[^\W\d_])[ ~]0\d{3}(?=\Z|,)")
"""The number with which DBLP tells people of one name apart, ``Lukas Lind 0001`` (dblp.org/faq, on homonyms)."""
_GROUP_WORDS = (
    "academy administration ag[eê]nci?a agence agency alliance associa[cç][aã]o asociaci[oó]n association "
    r"authority board bundes(?:amt|anstalt|minist|regierung|republik|verband|verein)\w* bureau cent(?:er|re)s? "
    r"collaborat\w* college comiss[aã]o comisi[oó]n commission committee company consorti(?:um|a) contributors "
    "corp(?:oration)? council department federation fonda(?:tion|zione) foundation fund funda[cç][aã]o "
    "fundaci[oó]n gesellschaft gmbh ggmbh gobierno gouvernement government governo groups? hospital inc "
    r"initiative institut\w* international investigators? kgaa laborator(?:y|ies) library ll[cp] ltd "
    "minist(?:[eéè]rio|[eè]re|ero|erium|ry) museum national nations network observatory office organi[sz]ation "
    "panel plc program(?:me)? project pty registry research school secretar[ií]a services? soci[eé]t[eéà] "
    r"societ[aà] sociedade? society stiftung study team trial trialists union unit universit\S* working world"
).split()
GROUP_WORD = lazy(
    rf"\b(?:{by_first_letter((*_GROUP_WORDS, 'task force'))}|(?-i:A/S|e\. ?V|S\.p\.A|S\.r\.l))\b",
    re.I,
)
"""Words that are in the names of groups and in no person's, for the formats that write both alike."""
CHINESE_GROUP = lazy(
    r"\w{2}(?:公司|大[学學]|[学學]院|研究[院所]|委[员員][会會]|[学學協协][会會]|[医醫病]院|中心|集[团團]|[银銀]行|[总總管理]局|出版社|[实實][验驗]室)\Z"
)
"""What the name of a group ends with in Chinese, which is one word as a person's is."""
_ENDS_OF_PEOPLE_TOO = frozenset(
    "Bank Board Bureau Center Centre Council Force Fund Group Office Service Trust Union".split()
)
_ENDS_OF_GROUPS = frozenset(
    "Academy Administration Agency Alliance Association Authority Centers Centres Coalition Collaboration Collaborators"
    " Commission Committee Consortium Contributors Corporation Department Developers Directorate Federation Foundation"
    " Initiative Institute Institutes Investigators Laboratories Laboratory Ministry Nations Network Organisation"
    " Organization Partnership Program Programme Project Registry Secretariat Services Society Survey Team Trialists"
    " University".split()
)
ENDS_OF_GROUPS = frozenset(word for noun in _ENDS_OF_GROUPS | _ENDS_OF_PEOPLE_TOO for word in (noun, noun.upper()))
"""Words that may be the last of a group's name where a person's family name stands."""
UNUSUAL_FAMILIES = ENDS_OF_GROUPS | SUFFIX_FAMILIES
"""What may be no family name."""
_OF = ("of ", "for ", "on ")
_OF_GROUPS = lazy(r"The |.{0,80}(?<!\w)(?:African|American|Census|Central|European|Federal|Royal|U\.?[KNS](?!\w))")
"""What is in no given name, as the words of ``GROUP_WORD`` are not."""
NUMBER = lazy(r"\d[\d.,:/-]{0,30}")
"""What is nobody's family name: that of a standard or a paper, ``9241-110``."""
_ACRONYM = lazy(r"[A-Z\d-]{4,}")
_DOTTED_INITIAL = lazy(rf"(?<![\w.])(?!U\.[KNS])[{UPPER}]\.")
_PERSON_IN_A_LIST = lazy(
    rf"(?:[a-z]{{1,3}}['’ ]){{0,3}}[{UPPER}]['’]?[^\W\d_](?:[^\W\d_]|['’ -](?=[^\W\d_])){{0,40}}"
    rf" (?!(?:EU|UK|UN|US)\Z)(?:[{UPPER}]\.?[ -]?){{1,3}}"
)
"""``Smith JA``, as it stands among others of its form."""
_WORD = rf"[{UPPER}](?:['’\u2010-]?[^\W\d_]){{1,30}}"
_FULL_NAME = lazy(rf"{_WORD}(?: (?:[{UPPER}]\.?|d[aeiou]s?|de[lnr]?|l[aeo]s?|v[ao]n|{_WORD})){{0,5}} {_WORD}")
"""``Per A. van Lind``."""
_BARE_INITIALS_FIRST = lazy(rf"[{UPPER}]{{1,3}} {_WORD}(?: {_WORD})?")
"""``PA Lind``, as Google Scholar shows names."""
_FAMILY_WORD = r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_])){0,30}"
_INITIALS_FIRST = lazy(
    rf"(?!U\. ?[KNS]\.|E\. ?U\.)(?P<given>(?:[{UPPER}][aehju]?\.[ -]{{0,2}}){{1,6}})"
    rf"(?P<family>(?:['’]t )?{_FAMILY_WORD}(?: (?!Jr|Sr|I{{2,3}}\b|IV\b){_FAMILY_WORD}){{0,3}})"
    r"(?:,? (?P<suffix>(?:Jr|Sr)\.?|I{2,3}|IV))?"
)
"""``J.-P. Das Lind``, ``J. A. Lind, Jr.``."""
_FAMILY = lazy(
    rf"(?:[a-z]{{1,3}} |D[aeiu] |L[ae] |Van ){{0,2}}"
    rf"(?:(?:Mc|Mac|De|O['’])?[{UPPER}][^\W\d_{UPPER}]{{1,30}}[ -]?){{1,3}}"
)
_FEWEST_FULL = 3
_FEWEST_MOST_FULL = 6
"""Of how many names some may be of another form, ``Karel GM Moons``."""
_FEWEST_FAMILIES = 5
"""Of how many names commas part them: ``Salt Lind, Anna Roe`` is one, ``Lind, Per, Jr, Esq`` as well."""
_MOST_INITIALS = 2
_DOUBTFUL = 2
_SHORTEST_OF_GROUP = 3
"""Letters of the longest word in front of a group's last; fewer are initials."""
_LENGTH_IN_CAPITALS = 3
"""Up to which capitals behind a name in capitals may all be initials: ``LIND PAB``, but ``LIND PETER``."""
_VOWELS = "AEIOUYÀ-ÆÈ-ÏÒ-ÖØ-Ýİ"
_CONSONANTS = lazy(r"(?!NG)[B-DF-HJ-NP-TV-XZ]{2}")
_TWO = 2
_FAMILY_IN_CAPITALS = lazy(rf"(?=(?:[^\W\d_{_VOWELS}]{{0,4}}[{_VOWELS}]){{2}})[{UPPER}'’-]{{4,30}}")
"""``ÇELİK`` behind a given name: with two vowels, four are hardly initials."""
_CAPITALS_AND_FAMILY = lazy(rf"([{UPPER}]{{1,4}}) ((?:[a-z]{{1,3}} ){{0,2}}{_WORD}(?:[ -]{_WORD}){{0,2}})")
"""``NAM Roe``: initials, or a family name in capitals."""
_PATRONYMIC = lazy(r"[А-ЯЁІЇЄ][\w-]{1,40} [А-ЯЁІЇЄ]\w{1,30} [А-ЯЁІЇЄ]\w{1,30}(?:вич|ьич|[вч]на)")
_CAPITALS_FIRST = lazy(
    r"(?!(?:ASEAN|CERN|IEEE|NASA|NATO|OECD|UNEP|UNESCO|UNICEF|USA) )"
    rf"(?![{UPPER}](?:-[{UPPER}]){{1,3}} )"
    r"(?!(?:[B-DF-GJ-NP-TV-XZ]{2}[AEIOU]|[AEIOUY](?!NG)[B-DF-HJ-NP-TV-XZ]{2}|([A-Z])\1[A-Z]) )"  # JRA, AHG, TTY
    rf"(?=[{UPPER}'’-]{{0,30}}[{_VOWELS}])[{UPPER}][{UPPER}'’-]{{2,30}}"
    rf"(?: [{UPPER}][^\W\d_{UPPER}](?:[^\W\d_]|['’-])*){{1,2}}"
)
_INITIAL = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)"
_FINAL = r"(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouü])"
_SHORT_CHINESE = lazy(
    r"(?:AI|AN|BO|DI|DU|FU|GE|GU|HE|HU|JI|KE|LI|LU|LV|LÜ|MA|MO|MU|NI|OU|QI|QU|RU|SU|TU|WU|XI|XU|YE|YI|YU|ZU)"
    rf" (?=[A-Z]){_INITIAL}?{_FINAL}(?:[-’']{_INITIAL}?{_FINAL}|{_INITIAL}{_FINAL})?",
    re.I,
)
"""``LI Na``, ``XU Xiaoming``: a family name of two capitals, which elsewhere are initials, and syllables of Chinese."""
_CHINESE_LIST = lazy(r"[\u4e00-\u9fff]{2,4}(?: ?[,\uff0c\u3001] ?[\u4e00-\u9fff]{2,4}){2,500}")
"""Three Chinese names or more; two might be the family name and the given name of one."""
_WIDE_COMMAS = lazy(r" ?[,\uff0c\u3001] ?")
_EAST_ASIAN = lazy(r"[\u3041-\u3096\u3400-\u9fff\uac00-\ud7a3]")
_OTHERS = lazy(r"(?:and )?(?:(?:many )?others|et\.? ?al)\.?,?|\.\.\.|\u2026", re.I)
_OTHERS_BEHIND = lazy(
    r"(?<=[^\s,;|])(?:[\s,;|]{1,3}(?:(?:and )?et\.? ?al\b\.?|and (?:many )?others\.?|& al\.?),?"
    r"|\s?[,;|]\s?(?:many )?others\.?,?"
    r"|[\s,;|]{0,3}(?:\.\.\.|\u2026))\Z",
    re.I,
)
"""What stands behind names for those of others: ``, et al.``, ``; others``, ``…``."""
_ENDS_OF_OTHERS = (*"lLsS,\u2026", "l.", "L.", "s.", "S.", "..")
"""A full stop behind any other letter is that of initials."""
_LONGEST_OTHERS = 20
"""Characters of a name that are looked at for words that stand behind it, one before them."""
_NOBODY = frozenset(
    f"{begin}{words}{end}"
    for words in ("anonymous", "anon", "no author name available", "no authors listed", "no author listed")
    for begin, end in (("[", "]"), ("", ""))
    if begin or words.startswith("no ")
)
_BETWEEN_NAMES = " \t\r\n,;|&/.-"
GIVEN_OF_OTHERS = frozenset(("", "et", "Et"))
"""The given names that a name may have which stands for others."""
PARTICLES = frozenset(
    "af al auf d' da dal dalla das de degli dei del della delle den der des di do dos du el la las le les lo los ten"
    " ter und van vande vander vom von y zu zum zur".split()
)
"""Words before a family name that belong to it, in small letters."""


def tied(*parts: str) -> str:
    """Return particles and the family name behind them as one text: ``van der Berg``, ``al-Hakim``."""
    whole = ""
    for part in parts:
        between = " " if whole and part and not _TIED.search(whole) else ""
        whole = f"{whole}{between}{part}"
    return whole


def whole_family(name: Name) -> str:
    """Return a family name with its particles."""
    if name.particle or name.dropping_particle:
        return tied(name.dropping_particle, name.particle, name.family)
    return name.family


def is_nobody(text: str) -> bool:
    """Return whether a database says in the place of an author that there is none: ``[Anonymous]``, or signs alone."""
    return (text[:1] in "[nN" and text.lower() in _NOBODY) or is_of_signs(text)


def is_of_signs(text: str) -> bool:
    """Return whether in the place of people there are but the signs between the parts of names: ``,`` for two empty."""
    return text != "" and not text.strip(_BETWEEN_NAMES)


def is_others(text: str) -> bool:
    """Return whether the last of the names in a list says that there are more: ``et al.``, ``others``, three dots."""
    return _OTHERS.fullmatch(text) is not None


def without_others(text: str) -> str:
    """Return the last of the names in a list without words for others behind it; nothing if it is but these."""
    if not text.endswith(_ENDS_OF_OTHERS):
        return text
    if is_others(text):
        return ""
    match = _OTHERS_BEHIND.search(text, max(0, len(text) - _LONGEST_OTHERS))
    return text[: match.start()] if match else text


def is_cut_short(text: str) -> bool:
    """Return whether words for others stand behind the last of the names in a text."""
    text = text.rstrip()
    return without_others(text) != text


def stands_for_others(name: Name) -> bool:
    """Return whether a name is none, but says that there are more, as BibTeX's ``others`` does, read by others."""
    return name.given in GIVEN_OF_OTHERS and is_others(name.literal or f"{name.given} {name.family}".strip())


def short_name(text: str, doubtful: bool = True) -> Name | None:
    """Return the person in ``Smith JA Jr``, family name and initials without a comma; None if it is not of that form.

    Args:
        text: One name as MEDLINE's ``AU`` has it.
        doubtful: Whether a word like ``Yu`` may be an initial (``Petrov Yu``) where names in full may stand, too: it
            is a family name as well (``Jing Yu``), as is a short word in a name in capitals (``ANA DIAZ``).
    """
    person, _, suffix = text.strip().rpartition(" ")
    if suffix.rstrip(".") not in SUFFIXES:
        person, suffix = text.strip(), ""
    found = _SHORT.fullmatch(person)
    if found is None:
        if suffix in _INITIALS_LIKE_SUFFIXES and " " not in person:  # Petrova IV: nobody has a suffix alone
            return Name(family=person, given=spaced(suffix))
        return Name(family=person, suffix=suffix) if suffix and " " not in person else None
    family, given = found["family"].rstrip(), found["given"].strip()
    if given[1:2].islower() and family.rpartition(" ")[2].lower() in PARTICLES:
        family, given = _short_family(family, given)
    if " " in given and not suffix and given.partition(" ")[0].rstrip(".") in SUFFIXES:  # Embase's Smith Jr. J.A.
        suffix, _, given = given.partition(" ")
        suffix = suffix.rstrip(".")
    if len(given) > _LENGTH_IN_CAPITALS and not family.isupper() and _FAMILY_IN_CAPITALS.fullmatch(given):
        return None
    in_capitals = len(given) > _MOST_INITIALS and given.isalpha() and len(family) > 1 and family.isupper()
    if not doubtful and (in_capitals or (len(given) == _DOUBTFUL and given[1].islower())):
        return None
    if in_capitals and len(given) > _LENGTH_IN_CAPITALS:
        return Name(family=family, given=given, suffix=suffix)
    if found["word"]:  # Embase's Lind N.Chr.
        return Name(family=family, given=given.replace(".", " ").rstrip(), suffix=suffix)
    if "." in given and _SMALL_INITIAL.search(given):
        return Name(family=family, given=given, suffix=suffix)
    return Name(family=family, given=spaced(given.replace(".", "").strip()), suffix=suffix)


def _short_family(family: str, given: str) -> tuple[str, str]:
    """Return a family name of particles alone with the short word behind them, which is no initial: ``van Es JH``."""
    word, _, rest = given.partition(" ")
    words = family.split()
    if "." in word or not PARTICLES.issuperset(map(str.lower, words)) or not (rest or words[-1].islower()):
        return family, given
    return f"{family} {word}", rest


def are_no_families(capitals: list[str]) -> bool:
    """Return whether what stands behind each name of a list is initials, and no family name in capitals.

    Two consonants are no name (``Lind PJ``). A letter alone is none where a list has three names, or more letters
    behind the other: ``Lind PA and Roe K``, but ``Kim WU and Lee YU``, and ``Ana L``, whose family name is not told.
    """
    longest, shortest = max(map(len, capitals)), min(map(len, capitals))
    if shortest == 1 and (len(capitals) > _TWO or longest > 1):
        return True
    return any(_CONSONANTS.fullmatch(each) is not None for each in capitals)


def names_on_a_line(text: str) -> list[str]:
    """Return the names in a line that lists several of the form ``Smith JA``; any other line is one name.

    A semicolon parts names of any form, and ``and`` those with the family name first; commas part more than two names
    in full, and many family names.

    Args:
        text: What stands in the place of one name.
    """
    if ";" in text:
        return _with_last_family([name for part in text.split(";") if (name := part.strip())])
    if "\u4e00" <= text[:1] <= "\u9fff" and _CHINESE_LIST.fullmatch(text):
        return _WIDE_COMMAS.split(text)
    names = [part.strip() for part in text.split(" and ")]
    if sum("," in name for name in names) > 1 and GROUP_WORD.search(text) is None:
        return list(filter(None, names))
    names = [part.strip() for part in text.split(",")]
    if _have_bare_initials_first(names) and not GROUP_WORD.search(text):
        return [", ".join(name.split(" ", 1)[::-1]) for name in names]
    several = (
        (len(names) > 1 and all(map(_PERSON_IN_A_LIST.fullmatch, names)))
        or (len(names) >= _FEWEST_FULL and all(map(_FULL_NAME.fullmatch, names)))
        or (len(names) >= _FEWEST_MOST_FULL and 4 * sum(map(bool, map(_FULL_NAME.fullmatch, names))) > 3 * len(names))
        or (len(names) >= _FEWEST_FAMILIES and all(map(_FAMILY.fullmatch, names)) and not set(SUFFIXES) & set(names))
    )
    return names if several and GROUP_WORD.search(text) is None else [text]


def _have_bare_initials_first(names: list[str]) -> bool:
    """Whether names are all of the form ``PA Lind``; most of ``LI Na``, ``XU Mei`` begin with the family."""
    alike = len(names) >= _FEWEST_FULL and all(map(_BARE_INITIALS_FIRST.fullmatch, names))
    return alike and 2 * sum(map(has_family_first, names)) <= len(names)


def _with_last_family(names: list[str]) -> list[str]:
    """Return names of which the last may be cut in two: in ``Wei, P. Lind; A. Roe; R.`` it is ``R. Wei``.

    Programs do so that take a list for one name and put its last word in front.
    """
    family, comma, first = names[0].partition(", ") if len(names) > 1 else ("", "", "")
    if comma and _INITIALS_ALONE.fullmatch(names[-1]) and not any("," in name for name in (first, *names[1:])):
        return [first, *names[1:-1], f"{names[-1]} {family}"]
    return names


def named_in_full(text: str) -> bool:
    """Return whether a name without a comma may be that of a person in full, ``Per A. van Lind``, and of no group."""
    return _FULL_NAME.fullmatch(text) is not None and GROUP_WORD.search(text) is None


def initials_first(text: str) -> Name | None:
    """Return the person in ``J.-P. Das Lind``, family name behind initials with full stops; None if it is no such name.

    Args:
        text: One name.
    """
    found = _INITIALS_FIRST.fullmatch(text)
    if found is None or GROUP_WORD.search(text):
        return None
    return Name(family=found["family"], given=found["given"].strip(), suffix=found["suffix"] or "")


def listed_person(text: str) -> Name | None:
    """Return the person in ``Smith JA`` where a group might stand, too; None if it may be a group.

    Args:
        text: One name without a comma.
    """
    if _PERSON_IN_A_LIST.fullmatch(text) is None or GROUP_WORD.search(text):
        return None
    return short_name(text)


def may_be_turned_round(family: str) -> bool:
    """Return whether a family name may be the last word of a group, or begins as no family name does."""
    return family in ENDS_OF_GROUPS or family.startswith(_OF)


def group_turned_round(family: str, given: str) -> str:
    """Return the group whose last words a program took for a family name, in its own order; nothing if it is a person.

    Args:
        family: ``Organization``, ``Team``, ``for Standardization``, as Google Scholar has them.
        given: ``World Health``, ``R Core``, ``International Organization``.
    """
    if not may_be_turned_round(family) or max(map(len, given.split()), default=0) < _SHORTEST_OF_GROUP:
        return ""
    surely = family.title() in _ENDS_OF_GROUPS or (_ACRONYM.fullmatch(given) and not family.isupper())
    if (
        "," in given
        or _DOTTED_INITIAL.search(given)
        or not (surely or GROUP_WORD.search(given) or _OF_GROUPS.match(given))
    ):
        return ""
    return f"{given} {family}"


def group_of(text: str) -> str:
    """Return the group in a name with a comma, ``World Bank, Research Group``, ``Organization, World Health``.

    It is nobody's name that has more than one word before the comma, or more than two behind it, and one anywhere
    that is in no person's: of 348,000 names in exports that holds for 21, none of them a person's.

    Returns:
        Its name; empty if it is a person.
    """
    family, comma, given = text.partition(",")
    family, given = family.strip(), given.strip()
    may_be_turned = family in ENDS_OF_GROUPS or " " in family  # for the others a call costs too much
    if may_be_turned and (turned := group_turned_round(family, given)):
        return turned
    long = " " in family or (given.count(" ") > 1 and not _INITIALS_ALONE.fullmatch(given))
    return text.strip(" ,") if comma and long and GROUP_WORD.search(text) is not None else ""


def inverted_name(text: str) -> Name:
    """Return the name in ``Smith, John A.`` or ``Smith, John A., Jr``; without a comma all is ``literal``.

    ``Smith, Jr, John A.``, BibTeX's and Zotero's order, is told by the suffix, which may stand behind the family name
    or in its place, too. A group with a comma in it, or that a program has turned round (``Organization, World
    Health``), is a group.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or not parts[0]:
        return Name(literal=text.strip(" ,") or text)
    family, given, *more = parts
    unusual = " " in family or more or given.count(" ") > 1 or family in UNUSUAL_FAMILIES
    if unusual and (group := group_of(text)):
        return Name(literal=group)
    if not given and more and not _SUFFIX.fullmatch(more[0]):  # "Smith,, John"
        given, *more = more
    if not more and family in SUFFIX_FAMILIES and (person := _suffix_apart(given)):
        return replace(person, suffix=family)
    if not more and " " in family and given.rstrip(".") in SUFFIXES and (person := short_name(family, False)):
        return replace(person, suffix=given)  # Scopus's Smith J.A., Jr.
    if more and _SUFFIX.fullmatch(given):
        given, more = more[0], [given, *more[1:]]
    suffix = ", ".join(part for part in more if part)
    cut = given.rpartition(" ")
    if cut[0] and not suffix and _SUFFIX.fullmatch(cut[2]) and len(cut[2].rstrip(".")) > 1:  # "A. V." are initials
        given, suffix = cut[0], cut[2]
    if suffix or " " not in family:
        return Name(family=family, given=given, suffix=suffix)
    return with_suffix_behind(family, given)


def with_suffix_behind(family: str, given: str) -> Name:
    """Return a name whose suffix may stand behind the family name: ``Lind Jr., Per``."""
    first, _, last = family.rpartition(" ")
    if first and last.removesuffix(".").lower() in _SUFFIXES_OF_FAMILIES:
        return Name(family=first.rstrip(), given=given, suffix=last)
    return Name(family=family, given=given)


def _suffix_apart(text: str) -> Name | None:
    """Return the person in ``Per A. Lind`` or ``P. A. Lind``, of which the suffix was taken; None if it is no name."""
    return initials_first(text) or (natural_name(text) if _FULL_NAME.fullmatch(text) else None)


def has_family_first(text: str) -> bool:
    """Return whether a family name stands first without a comma, as a patronymic behind or its capitals tell.

    Args:
        text: ``Иванов Иван Иванович``, ``ZHANG Wei``, but not ``Y-L Wei``.
    """
    if "," in text or (text.isascii() and not text[:2].isupper()):
        return False
    found = _PATRONYMIC.fullmatch(text) or _CAPITALS_FIRST.fullmatch(text)
    if found is None and text[:2].isupper() and text[3:4].isupper() and not text[4:].isupper():
        found = _SHORT_CHINESE.fullmatch(text)
    return found is not None and GROUP_WORD.search(text) is None


def with_dotted_initials(names: list[str]) -> list[str]:
    """Return the names of a list, with full stops at initials that look like a family name where most have initials.

    Args:
        names: ``NAM Roe`` beside ``H Lind`` and ``HB Wei`` (Google Scholar), which becomes ``N.A.M. Roe``.
    """
    found = [_CAPITALS_AND_FAMILY.fullmatch(name) if name[:2].strip().isupper() else None for name in names]
    if not any(found):
        return names
    alike = [match is not None and has_family_first(match[0]) for match in found]
    if not any(alike) or sum(alike) * 2 > len(list(filter(None, found))):
        return names
    return [
        f"{'.'.join(match[1])}. {match[2]}" if match and like and len(match[1]) <= _LENGTH_IN_CAPITALS else name
        for name, match, like in zip(names, found, alike, strict=True)
    ]


def with_families_first(names: list[str]) -> list[str]:
    """Return the names of a list the right way round where all with a comma have one letter in front of it.

    Args:
        names: ``P, LIND`` and ``R, WEI``, as Rayyan has names whose order it did not know; one alone may be right.
    """
    found = [_INITIAL_AND_FAMILY.fullmatch(name) if "," in name else None for name in names]
    turned = list(filter(None, found))
    if len(turned) < 2 or len(turned) < sum(["," in name for name in names]):
        return names
    return [f"{match[2]}, {match[1]}" if match else name for name, match in zip(names, found, strict=True)]


def natural_name(text: str) -> Name:
    """Return the name in ``John A. van der Berg Jr.``: the last word and the particles before it are the family.

    Where something tells that the first word is, as East Asian signs do (``佐藤 花子``), that is taken.
    """
    words = text.split()
    if len(words) > 1 and (has_family_first(text) or _EAST_ASIAN.match(text)):
        return Name(family=words[0], given=" ".join(words[1:]))
    suffix = ""
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) and not _is_family_behind_initial(*words[-2:]):
        suffix = words.pop()
        words[-1] = words[-1].rstrip(",")
    first = len(words) - 1
    if first and NUMBER.fullmatch(words[-1]):  # "ISO 9001"
        return Name(literal=text)
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    if first == 1 and words[0] in PARTICLES:  # "van der Berg", and nothing before
        first = 0
    return Name(family=" ".join(words[first:]), given=" ".join(words[:first]), suffix=suffix)


def _is_family_behind_initial(initial: str, word: str) -> bool:
    """Return whether a word that may be a family name, too, is that, as the V of ``S. G. V`` is."""
    return initial[1:] in ("", ".") and word.rstrip(".").lower() not in _SUFFIXES_OF_FAMILIES


def initials_of(given: str) -> str:
    """Return MEDLINE's initials of given names, two at most: ``Mary Ann Jane`` gives ``MA``."""
    return "".join([part[0] for part in given.replace("-", " ").split()])[:_MOST_INITIALS]


def are_initials(given: str) -> bool:
    """Return whether given names are known by their initials only: ``J A``, ``J-P``, ``S Lj``, but not ``J Ann``."""
    return given[1:2] in ("", " ", "-") and all(len(part) < 3 for part in given.replace("-", " ").split())


@remembered(20_000)
def spaced(initials: str) -> str:
    """Set initials apart: ``JA`` gives ``J A``, ``SLj`` ``S Lj``; a hyphen or an apostrophe keeps two together."""
    if initials.isalpha() and initials.isupper():
        return " ".join(initials)
    if not INITIALS.match(initials.partition(" ")[0]) or initials.istitle():
        return initials
    return "".join(
        f" {sign}" if sign.isupper() and before.isalpha() else sign
        for before, sign in zip(f" {initials}", initials, strict=False)
    )


@remembered(50_000)
def without_stops(given: str) -> str:
    """Return a given name, initials apart and without full stops if it is nothing but initials: ``L.N.`` is ``L N``."""
    if ". -" in given:  # IEEE's "X. -Y."
        given = given.replace(". -", ".-")
    if len(given) > 18 or _INITIALS_ALONE.fullmatch(given) is None:
        return given
    if "." not in given:
        return spaced(given) if len(given) < 5 else given
    return " ".join(given.replace(".-", "-").replace(".", " ").split())
