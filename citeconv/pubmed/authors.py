"""Author paragraphs: ``Figuero-Pérez L(1), Smith JA Jr(2)(3); A Study Group, Wei R.`` cut into people and groups.

A person is a family name and initials with no comma between, and marks in parentheses behind; a group is set off by
semicolons, or by a semicolon and a comma in older exports, and may hold commas and parentheses of its own. Text goes in
unwrapped, an ``Author`` for each comes out.
"""

from __future__ import annotations

import re

from citeconv.citation import Name
from citeconv.pubmed.text import unwrap
from citeconv.values.memo import Memo
from citeconv.values.names import A_SUFFIX, INITIALS, SUFFIXES, UPPER, spaced
from citeconv.values.patterns import lazy

Author = tuple[str, str, str, str, str, str]
"""One author: family, initials set apart, suffix, marks such as ``(#)(3)``, and for a group literal and e-mail."""

_ET_AL = "et al"
"""The literal of what stands for authors left out."""

_DEGREES = frozenset(
    "Junior Júnior Neto Filho Prof Professor Dr Dra Mr Mrs Ms Lic PhD MPharm PharmD MSc BSc MPhil MBBS DPhil DVM EdD "
    "PsyD DrPH MD RN FACS PT DPT PGDip Coordinator degree".split()
)
"""What stands behind initials as a suffix does, apart from suffixes."""
_PERSON = lazy(
    r"(?:\A|(?<=, ))(?P<family>[^,;()]+?) "
    rf"(?P<given>[{UPPER}][{UPPER}’'-]{{0,6}})"
    rf"(?: (?P<suffix>{A_SUFFIX})\.?)?"
    r"(?P<marks>(?:\([\d#*]{1,4},?\))*)(?:, |\Z)"
)
"""One of the usual names: ``Lind PA Jr(1)(2)``, and the comma behind it."""
_GIVEN = lazy(rf"(?!I[IV])[{UPPER}][{UPPER}’'-]{{0,6}}")
_MARKS = lazy(r"(?:\([\d#*]{1,4},?\))+")
_DOTTED = lazy(rf"(?:[{UPPER}]\.-?){{1,5}}[{UPPER}]?")
"""Initials as others than PubMed print them: ``Lind K.L.``."""
_ARABIC_INITIALS = lazy(r"(?P<first>[A-Z]{0,2})(?P<particle>(?:el|al)-[A-Z]{1,3})")
"""Of ``Habib el-SE``, who is El-Sayed E. Habib, and of ``Habib Gel-H``."""
_ODD_INITIALS = lazy(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{2,3}|[A-Z]-[a-z]|[^\W\d_]")
"""One letter of another script in several, and letters that somebody wrote small: ``Lind Dzh``, ``Lind Rfj``."""
_TWO_INITIALS = lazy(rf"[{UPPER}]{{2,4}}")
"""Behind two, what stands among persons is no family: ``Lind PA 2cnd``, ``Lind PA Fesc``."""
_SUFFIX_BEFORE = lazy(rf"(?P<suffix>{A_SUFFIX})\.? (?P<given>[{UPPER}]{{1,4}})")
"""Of ``Lind, Jr. PA``, who is P. A. Lind Jr."""
_MOST_BEHIND = 3
_LONGEST_LETTERS = 2
_PARTICLE_INSIDE = lazy(
    r"(?P<family>.+) (?!Nd(?:ela|[ao]))(?P<first>[B-DF-HJ-NP-TV-Z]{1,2})(?P<particle>dela?|d[ao]s?|de)"
    r"|(?P<own>.+) (?P<before>d[aeo]s?|del|el|al)"
)
"""Among initials; or before them, as of ``Lind do Y``, who is Do-Young Lind."""
_PARTICLE_BEHIND = lazy(
    rf"(?P<family>[^()]+) (?P<given>[{UPPER}-]{{1,5}}) "
    r"(?P<particle>(?:v[ao]n|d[aeiou]s?|de[lnr]|ten|ter|zu)(?: de[nr]?)?)"
)
"""``Lind BN van``, who is B. N. van Lind."""
_PARTICLES_INSIDE = lazy(
    r" (?:(?!Nd(?:ela|[ao]))[B-DF-HJ-NP-TV-Z]{1,2}d(?:e(?:la?)?|[ao]s?)(?: [A-Z]|\Z)"
    r"|(?:d[aeo]s?|del|el|al)(?: [A-Z]{1,2})?\Z)"
)
"""``Silva Mde O``, ``Silva do O``; but ``Ndela``, ``Ndo``, ``Nda`` are African names, and no ``N. de la``."""
_TRANSLITERATED = lazy(
    r"\A(?:[A-Z][\w'’-]{1,40} ){1,2}(?=[A-Z]{1,4}[a-z])"
    r"(?:[A-Z]|Iu|Ia|Yu|Ya|Ye|Kh|Zh|Ts|Ch|Sh|Shch|Dzh|Ph|Th){1,4}\Z"
)
"""``Petrov IuV``, one of whose letters is two or more in Latin script."""
_NAME_BESIDE = lazy(
    rf"(?P<family>[^()\[\]]+) (?P<given>[{UPPER}-]{{1,4}}) (?P<beside>\([^()]+\)|\[corrected to [^\[\]]+\])"
)
_ADDRESS = lazy(r"\. ?(?:Electronic address|E-?mail(?: address)?): ?([^\s@]{1,200}@\S{1,300})\Z")
_FULL_NAME = lazy(rf"(?:[{UPPER}][\w'’-]* ){{1,3}}[{UPPER}][\w'’-]*")
_NAME = lazy(rf"(?:[{UPPER}][\w'’-]* ){{0,3}}[{UPPER}][\w'’-]*")
_ODD_BLANK = lazy("[\u00a0\u2000-\u200a\u202f\u3000]+")
_LOOSE_BLANK = lazy(r"(?<! ) +(?=[,;]|\((?:\d{1,4}|#),?\)|\Z)")
_GROUP_WORD = lazy(
    r"\b(?:(?i:Groups?|Consorti\w+|Investigators?|Committees?|Networks?|Study|Studies|Trials?|Collaborat\w+|Teams?|"
    r"Society|Associations?|Initiatives?|Projects?|Programs?|Programmes?|Registry|Staff|Editors?|Editorial|Office|"
    r"Working|Force|Cent(?:er|re)s?|Institutes?|Universit\w+|Departments?|Councils?|Federation|Foundation|Alliance|"
    r"Commission|Panel|Board|Organi[sz]ations?|Laborator\w+|Hospitals?|Union|Academy|Colleges?|Agency|Ministry|"
    r"Services?|Research\w*|Members|Authors?|Participants|Partners?|Chapters?|Coalition|Forum|Division|Section|School"
    r"|Audit|Bank|Biobank|Collective|Cohort|Genetics|Taskforce|Workgroup|Arbeitsgruppe|Groupe|Grupo|Gruppo|Community"
    r"|Platform|Effort|Secretariat|Authority|Health\w*|Survey|Journal|Statistics|Bureau|Administration|Unit|Public|National"
    r"|International|World|Institut\w*|Istituto|Gesellschaft|Sociedade?|Soci[ée]t[éàa]|Ministère|Ministerio|Autorité"
    r"|Agence|Agencia|Asociación|Associazione|Comité|Comisión|Disease|Medical|Medicine|Nursing|Care|PLOS)"
    r"|e\.\s?V|and|of|for|in|on|the|The|with|from|für|und|pour)\b"
)
"""Words that groups have in their names, and people have not."""
_GROUP_NOUN = lazy(
    r"(?:Secretariat|Group|Consortium|Investigators|Committee|Network|Collaborat\w{1,12}|Team|Society|Association|Staff|Editors?|Office"
    r"|Initiative|Collaborative|Commission|Federation|Force|Foundation|Members|Collaboration|Authority|Agency|Institute"
    r"|Academy|Board|College|Council|Organi[sz]ation|Programme|Program|Registry|Panel"
    r"|[Ss]tudy [Gg]roup|[Ww]orking [Gg]roup)\Z"
)
"""With which the name of a group ends: ``Tide Study Group``."""
_NO_PERSON = lazy(r"(?<=[^\W\d_]{3})\. [A-Z]| & ")
"""Within what a body is called: ``Norway. Supreme Court``."""
_SHORT_NAME = lazy(r" \([A-Z][\w-]{1,15}\)")
"""The acronym in parentheses that a group goes by."""
_SMALL_WORD = lazy(r" (?!(?:study |working )?group\Z)[^\WA-Z\d_][^\W\d_]{3,}")
"""A word that the name of a group writes with a capital."""
_BEFORE_GROUP = "|".join(
    rf"(?<=\b{word} )"
    for word in "Study Working Task Research Trial Trials Collaborative Expert Steering Writing".split()
)
_GROUP_INSIDE = lazy(
    r" (?:(?:of|for|on|the|and|with|from)(?: |\Z)|e\.\Z"
    rf"|(?=[CFGNPT])(?:{_BEFORE_GROUP})(?:Groups?|Force|Teams?|Network|Committee|Consortium|Panel)\b"
    r"|(?<=\S )\S+ (?:Group|Consortium|Investigators|Committee|Network|Society|Association|Initiative|Foundation)\Z)"
)
"""Words that no family holds, but a group's name does, ``e. V.`` among them; the blank before them is found quickly."""
_BODY = lazy(
    r"(?:U\.[SK]\. )?(?:[A-Z][\w'’-]* ){0,6}"
    r"(?:Association|Committee|Council|Department|Federation|Ministry|Organi[sz]ation|Society|Unit)"
    r"(?:,? (?:of|for|on|and|the|[A-Z][\w'’-]*))+|[A-Z][a-z]+ Health(?: \(Quality\))?"
    r"|(?:Public )?Health (?:Quality )?(?:Canada|England|Ireland|Ontario|Scotland|Wales)"
    r"|(?:[A-Z][\w'’-]* ){0,8}"
    r"(?:Academy|Association|College|Consortium|Group|Institute|League|Panel|Society)(?:,? (?:of|for|on|Against)\b)"
    r"(?:,? (?:of|for|on|and|the|[A-Z][\w'’—-]*))+"
    r"|The Lancet(?! Commission)(?: [A-Z][a-z]+){0,3}|[A-ZÄÖÜ][^.;]{2,100} e\.\s?V"
)
"""A body that signs alone, every word of its name with a capital."""
_GROUP_BODY = lazy(
    r"\b(?:Study|Working|Task|Expert|Steering|Writing|Consultative|Advisory) (?:Group|Force|Team|Committee|Panel)"
    r"(?: (?:of|for|on|and|the|[A-Z][\w'’-]{0,40})){1,40}\Z"
)
"""The end of a group's name that says whose it is."""
_SIGNS_OF_ONE = (_GROUP_NOUN, _PARTICLES_INSIDE, _TRANSLITERATED)
"""What shows that a sentence of one name that is no usual person's is an author, and no title."""
_CENTRE = lazy(r"\b(?:Cent(?:er|re)s? for|Cent(?:er|re)\Z)")
_HYPHENATED = lazy(r"(?:[A-Z][a-zà-ÿ]+-){1,4}[A-Z][a-zà-ÿ]+")
"""A person of Burma or Vietnam, as older citations have them."""
_LEAST_HYPHENATED = 3
_BODY_LENGTH = 120
_MARK_LENGTH = len("(1234,)")
_ACRONYM = 4
"""Letters from which on what looks like initials may be a group's acronym."""
_OUTSIDE = frozenset(",;()")
"""Signs that stand in no name."""
_NO_NAME = frozenset(':"“')
_NOTE = lazy(r"\b(?:[Rr]etract|[Ww]ithdraw|[Cc]orrect(?:ion|ing)|[Ee]rrat|[Cc]orrigend)")
"""Word of a title that goes on with authors of an article, as a group's name does not."""


def _end(word: str) -> tuple[str, str, str, bool] | None:
    """Return what the last word of an author says, ``JA(1)(2)``; None if it is no such.

    Returns:
        Initials, suffix, marks, and whether the initials may be an acronym.
    """
    name, bracket, _ = word.partition("(")
    marks = word[len(name) :]
    if bracket and not _MARKS.fullmatch(marks):
        return None
    if (suffix := name.removesuffix(".")) in SUFFIXES:
        return "", suffix, marks, False
    given = _initials[name]
    return (given, "", marks, len(name) >= _ACRONYM) if given else None


def _set_apart(word: str) -> str:
    """Return initials as PubMed prints them set apart; nothing if they are none."""
    return spaced(word) if _GIVEN.fullmatch(word) else ""


_ends = Memo(_end, 8192)
_initials = Memo(_set_apart, 4096)


def parse_authors(text: str, old: bool = False) -> list[Author]:
    """Return the authors in a paragraph.

    Args:
        text: The paragraph unwrapped, its final full stop included.
        old: Whether it is of an export in which each semicolon is followed by a group, and a comma ends that.
    """
    if ";" not in text:
        people = persons(text)
        if people is not None and len(people) == 1 and people[0][0] == "The":  # The BMJ
            return [_group(_tidied(text))]
        return people if people is not None else _items(_tidied(text))
    text = _tidied(text)
    found: list[Author] = []
    for index, segment in enumerate(_cut_outside(text, ";")):
        segment = segment.strip(" ,")
        if segment and not (found and _add_to_person(found, segment)):
            found.extend(_behind_semicolon(segment, old) if index else _first(segment))
    return found


def _cut_outside(text: str, sign: str) -> list[str]:
    """Cut a text at a sign, but not in the parentheses in which a group gives its members or addresses."""
    parts = text.split(sign)
    if text.count("(") != text.count(")") or all(part.count("(") == part.count(")") for part in parts):
        return parts
    whole: list[str] = []
    held: list[str] = []
    depth = 0
    for part in parts:
        held.append(part)
        depth += part.count("(") - part.count(")")
        if depth <= 0:
            whole.append(sign.join(held))
            held, depth = [], 0
    if held:
        whole.append(sign.join(held))
    return whole


def parse_author_list(text: str, more: str) -> list[Author] | None:
    """Return the authors if a sentence is a list of authors, or None if it is the first of a title.

    Args:
        text: The sentence, without its full stop.
        more: What follows it; nothing can only follow a title.
    """
    if _begins_note(text):
        return None
    if (people := _people(text)) is not None:
        return people
    items = text.replace(";", ",").split(", ")
    others = [item for item in items if _person(item) is None]
    if len(others) < len(items):
        return parse_authors(text) if _are_authors(text, items, others, more) else None
    if not more.strip():
        return None
    in_full = len(items) > 2 and all(map(_FULL_NAME.fullmatch, items))
    if in_full or (len(items) >= _LEAST_HYPHENATED and all(map(_HYPHENATED.fullmatch, items))):
        return parse_authors(text)
    groups = text.split("; ")
    return [_group(group) for group in groups] if all(map(_signs_alone, groups)) or _are_groups(groups) else None


def _are_authors(text: str, items: list[str], others: list[str], more: str) -> bool:
    """Whether a sentence is a list of authors in which some look like persons, and no title.

    Args:
        text: The sentence.
        items: What commas and semicolons part in it.
        others: Those of them that do not look like persons.
        more: What follows the sentence.
    """
    persons = len(items) - len(others)
    if persons > 1 and persons >= len(others):
        return True
    if ";" in text and ":" not in text.partition(";")[0]:
        return True
    if not more.strip():
        return False
    if len(items) > 1 and all(map(_NAME.fullmatch, others)):
        return True
    is_one = len(text) <= _BODY_LENGTH and any(sign.search(text) for sign in _SIGNS_OF_ONE)
    return is_one and len(parse_authors(text)) == 1


def _are_groups(names: list[str]) -> bool:
    """Whether what semicolons part is groups: one of several says so, and all begin as names do."""
    return len(names) > 1 and any(map(_GROUP_NOUN.search, names)) and all(not name[:1].islower() for name in names)


def _begins_note(text: str) -> bool:
    """Whether a sentence is the title of a note that names an article's authors: ``Full retraction of Ek A, Wei R``."""
    names = text.replace(":,", ",")  # what a group is called may end so
    return ";" not in text and (not _NO_NAME.isdisjoint(names) or _NOTE.search(text.partition(",")[0]) is not None)


def _signs_alone(text: str) -> bool:
    """Whether a sentence, or its part before a semicolon, is a group that signs where no person does."""
    text = text.rstrip(".*")
    name = _SHORT_NAME.sub("", text)
    if len(text) > _BODY_LENGTH:
        return False
    if _BODY.fullmatch(name):
        return True
    if name != text:  # what has a name in short has capitals in the long one
        noun = _GROUP_NOUN.search(name) or _CENTRE.search(name)
        return noun is not None and _SMALL_WORD.search(name) is None
    noun = _GROUP_NOUN.search(name)
    return (noun is not None and noun[0][0].isupper()) or _GROUP_BODY.search(name) is not None


def persons(text: str) -> list[Author] | None:
    """Return the authors in a paragraph that is a list of persons and nothing else; None if it is not.

    Args:
        text: The paragraph unwrapped.
    """
    text = _without_stop(text)
    people = _people(text)
    return people if people is not None or (tidied := _without_loose_blanks(text)) == text else _people(tidied)


def _tidied(text: str) -> str:
    """Return a paragraph without its full stop and without blanks where none belong."""
    return _without_loose_blanks(_without_stop(text))


def _without_stop(text: str) -> str:
    if not text.isascii():
        text = unwrap(text if text.isprintable() else _ODD_BLANK.sub(" ", text))
    return text.strip().removesuffix(".")


def _without_loose_blanks(text: str) -> str:
    """Return a paragraph without blanks where none belong; no list of persons has any that is read as one."""
    if " (" in text or " ," in text or " ;" in text or text.endswith(" "):
        return _LOOSE_BLANK.sub("", text)
    return text


def _people(text: str) -> list[Author] | None:
    """Read a list of persons in one go; None if any item is something else."""
    found: list[Author] = []
    for item in text.split(", "):
        family, _, end = item.rpartition(" ")
        known = _ends[end]
        if known is None:
            return None
        given, suffix, marks, acronym = known
        if suffix:
            family, _, end = family.rpartition(" ")
            given, acronym = _initials[end], len(end) >= _ACRONYM
            if not given:
                return None
        if (acronym or not family.isalpha()) and (not family or _is_odd(family, given, acronym)):
            return None
        holds_particle = " " in family and _PARTICLES_INSIDE.search(family) is not None
        person = _person(item) if holds_particle else (family, given, suffix, marks, "", "")
        if person is None:
            return None
        found.append(person)
    return found


def _is_odd(family: str, given: str, acronym: bool) -> bool:
    """Whether what looks like a person is none, or one whose family holds more than that."""
    if not _OUTSIDE.isdisjoint(family) or _is_group(family, acronym):
        return True
    return " " in family and _holds_given(family, given)


def _holds_given(family: str, given: str) -> bool:
    """Whether the last word of a family is none: ``Lind P`` and ``PT``, a degree; ``Lind 2nd`` and ``P``."""
    last = family.rpartition(" ")[2]
    if len(last) > _ACRONYM:
        return False
    return last in SUFFIXES or (bool(_initials[last]) and given.replace(" ", "") in _DEGREES)


def _is_group(family: str, acronym: bool) -> bool:
    """Whether what looks like a person is a group whose name ends in a capital: ``Task Force on Hepatitis A``."""
    if acronym and _GROUP_WORD.search(family):
        return True
    return " " in family and _GROUP_INSIDE.search(family) is not None


def _first(text: str) -> list[Author]:
    people = _people(text)
    return people if people is not None else _items(text)


def _items(text: str) -> list[Author]:
    """Read a list in which something is no person: a lone group, which may hold commas, or people with odd names."""
    items = text.split(", ")
    people = [_person(item) for item in items]
    of_group = _GROUP_WORD.search(items[-1]) or _GROUP_WORD.search(items[0]) or _NO_PERSON.search(items[0])
    if of_group and not any(people):
        return [_group(text)]
    full_names = len(items) > 1 and (2 * sum(map(_is_full_name, items)) >= len(items) or all(map(_ends_in_word, items)))
    read = _among_persons if any(people) else _odd
    found: list[Author] = []
    for person, item in zip(people, items, strict=True):
        if not found or not _add_to_person(found, item):
            found.append(read(item) if person is None or (full_names and _ends_in_word(item)) else person)
    return found


def _among_persons(item: str) -> Author:
    """Read an item that is no person by its looks, as ``_odd`` does, of a list with persons in it."""
    name, marks = _cut_marks(item)
    words = name.split(" ")
    for place in range(max(len(words) - 1 - _MOST_BEHIND, 1), len(words) - 1):
        if _TWO_INITIALS.fullmatch(words[place]) and not _GROUP_WORD.search(name):
            return " ".join(words[:place]), spaced(words[place]), " ".join(words[place + 1 :]), marks, "", ""
    return _odd(item)


def _add_to_person(found: list[Author], item: str) -> bool:
    """Add an item to the person before if it is no author: ``Lind PA , Jr``, ``Lind P PhD, PT``, ``Lind, P``."""
    name, marks = _cut_marks(item)
    family, given, suffix, own, literal, email = found[-1]
    if literal:
        return False
    if (name in SUFFIXES or name in _DEGREES) and given:
        suffix = f"{suffix}, {name}" if suffix else name
    elif not given and not own and len(name) <= _LONGEST_LETTERS and _initials[name]:
        given = _initials[name]
    elif not given and not own and (led := _SUFFIX_BEFORE.fullmatch(name)):
        suffix, given = led["suffix"], spaced(led["given"])
    else:
        return False
    found[-1] = family, given, suffix, own + marks, literal, email
    return True


def _ends_in_word(item: str) -> bool:
    """Whether an item ends as a name written in full does, which two letters may do as well as initials."""
    last = _cut_marks(item)[0].rpartition(" ")[2]
    odd = _ARABIC_INITIALS.fullmatch(last) or _ODD_INITIALS.fullmatch(last)
    return last.istitle() and not last.isupper() and last not in _DEGREES and not odd


def _is_full_name(item: str) -> bool:
    """Whether an item ends in a word that can be no initials."""
    last = _cut_marks(item)[0].rpartition(" ")[2]
    return " " in item and len(last) > 2 and _ends_in_word(last)


def _behind_semicolon(text: str, old: bool) -> list[Author]:
    """Read what follows a semicolon: a group, in older exports with persons behind a comma, or persons again."""
    items = _cut_outside(text, ", ")
    named = len(items)
    while named > 1 and items[named - 1].rstrip(".") == _ET_AL:
        named -= 1
    if named < len(items):
        return [*_behind_semicolon(", ".join(items[:named]), old), *map(_odd, items[named:])]
    if items[-1].startswith("and ") and _GROUP_NOUN.search(items[-1].rstrip(".")):  # all of it is one group
        return [_group(text)]
    persons = [_person(item) for item in items]
    led = _led_by_person(items, persons, old)
    first = 0 if led else 1
    while first < len(items) and not led and persons[first] is None and not _cut_marks(items[first - 1])[1]:
        first += 1
    group = [_group(", ".join(items[:first]).rstrip(", "))] if first else []
    return [*group, *_first(", ".join(items[first:]))] if first < len(items) else group


def _led_by_person(items: list[str], persons: list[Author | None], old: bool) -> bool:
    """Whether the first item behind a semicolon is a person: not by an acronym's letters, not by a group's commas."""
    first = persons[0]
    if first is None:
        return not old and _is_name(items[0]) and sum(map(bool, persons)) * 2 >= len(persons) > 1
    acronym = sum(sign.isupper() for sign in first[1]) >= _ACRONYM
    return not (acronym and (old or len(items) == 1))


def _is_name(item: str) -> bool:
    """Whether an item without initials may be the name of one word that a person goes by."""
    name = _cut_marks(item)[0]
    return name.isalpha() and name[1:] == name[1:].lower() and not _GROUP_WORD.search(name)


def _person(item: str) -> Author | None:
    """Read one person; None if it does not look like one."""
    found = _PERSON.fullmatch(item)
    held = found is not None and _holds_given(found["family"], found["given"])
    if found and not held and not _is_group(found["family"], len(found["given"]) >= _ACRONYM):
        family, given = found["family"], found["given"]
        given = spaced(given)
        if inside := _PARTICLE_INSIDE.fullmatch(family):  # Bitu Sde O
            family, given = _with_particle(inside, given)
        return family, given, found["suffix"] or "", found["marks"], "", ""
    return _odd_person(*_cut_marks(item), held)


def _with_particle(inside: re.Match[str], given: str) -> tuple[str, str]:
    """Return the family and the given names of a person that has a particle among the initials, or before them."""
    if inside["own"]:
        return inside["own"], f"{inside['before']} {given}"
    return inside["family"], f"{spaced(inside['first'])} {inside['particle']} {given}"


def _odd_person(name: str, marks: str, held: bool) -> Author | None:
    """Read a person with degrees, odd initials, or another form of the name beside it; None if it is none.

    Args:
        name: The name, without marks.
        marks: The marks of its affiliations.
        held: Whether its family name seems to hold given names, too.
    """
    words = name.split(" ")
    if held and words[-2] in SUFFIXES:  # Lind 2nd PA
        words[-2:] = [words[-1], words[-2]]
    tail = _cut_tail(words)
    if _DOTTED.fullmatch(words[-1]):
        words[-1] = words[-1].replace(".", "")
    twice = len(words) > 2 and not words[-1].isupper() and _TWO_INITIALS.fullmatch(words[-2])  # Lind PA Rd
    if len(words) > 1 and len(words[-1]) <= 8 and "(" not in name and not twice and (given := _given(words[-1])):
        family = " ".join(words[:-1])
        if not _is_group(family, acronym=True):
            return family, given, " ".join(tail), marks, "", ""
    if behind := _PARTICLE_BEHIND.fullmatch(name):
        family, particle = behind["family"], f"{behind['particle']} "
        return particle + family.removeprefix(particle), spaced(behind["given"]), "", marks, "", ""
    beside = _NAME_BESIDE.fullmatch(name)
    if beside and not _GROUP_WORD.search(beside["family"]):  # Xue H (薛海童)
        return beside["family"], spaced(f"{beside['given']} {beside['beside']}"), "", marks, "", ""
    return None


def _cut_tail(words: list[str]) -> list[str]:
    """Take degrees and suffixes from the end of the words of a name, and return them."""
    tail: list[str] = []
    while len(words) > 2 and (
        _DEGREES.issuperset(words[-1].split(","))
        or words[-1].removesuffix(".") in SUFFIXES
        or words[-1].endswith(("’s", "'s"))
        or (words[-1] == "Md" and _initials[words[-2]])  # else a given name
    ):
        tail.insert(0, words.pop().removesuffix("."))
    return tail


def _given(word: str) -> str:
    """Return initials of any kind, set apart; nothing if a word is none."""
    if arabic := _ARABIC_INITIALS.fullmatch(word):
        return f"{spaced(arabic['first'])} {arabic['particle']}".lstrip()
    return spaced(word) if INITIALS.fullmatch(word) or _ODD_INITIALS.fullmatch(word) else ""


def _odd(item: str) -> Author:
    """Read an item of a list that is no person by its looks: a group, a full name, or a name of one word."""
    name, marks = _cut_marks(item)
    if name in (_ET_AL, f"{_ET_AL}."):
        return "", "", "", "", _ET_AL, ""
    if _GROUP_WORD.search(name) or "(" in name or any(c.isdigit() for c in name):
        return _group(item)
    if " " not in name and len(name) > 2 and name.isupper():
        return _group(item)
    before, _, last = name.rpartition(" ")
    if last == "-":  # what was sent for no given name
        return before, "", "", marks, "", ""
    suffix = last.removesuffix(".") if " " in before and last.removesuffix(".") in SUFFIXES else ""
    given, _, family = (before if suffix else name).rpartition(" ")
    return family, spaced(given), suffix, marks, "", ""


def _group(text: str) -> Author:
    name, marks = _cut_marks(text)
    if address := _ADDRESS.search(name):
        name, inner = _cut_marks(name[: address.start()])
        return "", "", "", inner + marks, name, address[1].rstrip(".")
    return "", "", "", marks, name, ""


def _cut_marks(text: str) -> tuple[str, str]:
    """Return a name and the marks behind it: ``Wang J`` and ``(#)(1)(2,)``."""
    end = len(text)
    while text.endswith(")", 0, end):
        start = text.rfind("(", max(end - _MARK_LENGTH, 0), end)
        mark = text[start + 1 : end - 1].removesuffix(",")
        if start < 0 or not (mark.isdecimal() or mark in ("#", "*")):
            break
        end = start
    return (text[:end].rstrip(), text[end:]) if end < len(text) else (text, "")


def split_marks(marks: str) -> list[str]:
    """Cut ``(#)(1,)(2)`` into ``#``, ``1`` and ``2``."""
    return marks[1:-1].replace(",", "").split(")(") if marks else []


def name_of(author: Author) -> Name:
    """Return an author as a ``Name``, without affiliations."""
    family, given, suffix, _, literal, email = author
    return Name(family=family, given=given, suffix=suffix, literal=literal, email=email)


def cut_et_al(authors: list[Author]) -> bool:
    """Take what stands for authors left out off the end of a list; return whether it stood there."""
    cut = bool(authors) and authors[-1][4] == _ET_AL
    if cut:
        authors.pop()
    return cut


def without_et_al(names: str) -> str:
    """Return the text of a list without the words for authors left out at its end, and without stops there."""
    return names.rstrip(" .,").removesuffix(_ET_AL).rstrip(" ,")
