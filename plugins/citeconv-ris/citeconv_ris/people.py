"""Reading people: the names under a tag, and the addresses that stand behind authors, name them, or do neither.

The values of a tag go in, the fields of a reading are filled.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from citeconv import Affiliation, Name
from citeconv.values.authors import Authors, are_joined, lettered_addresses
from citeconv.values.catalogued import are_catalogued, from_catalogue
from citeconv.values.names import (
    GROUP_WORD,
    UPPER,
    is_nobody,
    named_in_full,
    names_on_a_line,
    short_name,
    with_dotted_initials,
    with_families_first,
    without_others,
)
from citeconv.values.nlm import join_collaborators
from citeconv.values.orcids import ORCID
from citeconv.values.patterns import lazy
from citeconv_ris import identifiers
from citeconv_ris.names import has_initials_first, read_listed_name, read_name
from citeconv_ris.reading import Function, Reading, decode
from citeconv_ris.values import MAIL

_LISTED = lazy(rf" [{UPPER}]\.?, ?|[{UPPER}]{{2}}, ?| and ")
"""Initials before a comma, which stand behind one in a single name, or a word that joins names."""
_ORCID_ALONE = lazy(rf"ORCID: ({ORCID})")
_ORCID = lazy(
    r"(?:ORCID: https?://orcid\.org/)?(?P<name>[^;/]{1,80}); ORCID: https?://orcid\.org/(?P<number>[\dX-]{19})(?:, |\Z)"
)
"""``Lind, Per; ORCID: https://orcid.org/0000-0002-1825-0097``."""
_EDITION = lazy(r"\d{1,3}(?:st|nd|rd|th) (?:[^\W\d_]{3,10}\.? )?ed(?:\.|ition)?", re.I)
_EDITORS = lazy(r"(?P<name>[^,]{2,60}, ?[^,]{1,60}?),? eds\.?", re.I)
"""The last of several editors in the place of the authors (EconLit): ``Lind, Per eds``."""
_TO_THE_FIRST = "addresses that name no author are given to the first"
_PLACE = lazy(r"\((?P<people>[^()]+)\) ?(?P<place>.*)")
_NEXT_PLACE = lazy(rf"(?<=[^\s(])(?=\([{UPPER}][^\W\d_][^()]{{0,80}}[{UPPER}]\.[^()]*\))")
"""Where the next of places that were joined without a blank begins: ``University, Norway(Wei R.) College``."""


def _natural_names(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """IEEE's, which have the given names first, in full or not."""
    _names(reading, field, tag, values, among_people=True)


def _names(reading: Reading, field: str, tag: str, values: list[str], among_people: bool = False) -> None:
    """Take names, several of which may stand in one value.

    Args:
        reading: Takes them.
        field: Where they belong.
        tag: Under which they stand.
        values: Its values.
        among_people: Whether they are known to be people with the given names first.
    """
    block = "\n".join(values)
    if "&" in block or "<" in block:
        values = list(filter(None, map(decode, values)))
    if are_catalogued(block):
        values = _from_catalogue(reading, field, tag, values)
        block = "\n".join(values)
    values = _without_et_al(reading, field, values)
    lines = len(values)
    if ";" in block or block.count(",") > lines or _LISTED.search(block):
        values = [name for value in values for name in names_on_a_line(value)]
    if block.count(",") < lines:
        values = with_dotted_initials(values)
    elif block[1:2] in (",", "."):
        values = with_families_first(values)
    if not among_people:
        listed = len(values) > lines and GROUP_WORD.search(block) is None
        among_people = listed or (lines > 1 and _have_given_first(reading, values, "," in block))
    if field == "author" and values and (marked := _EDITORS.fullmatch(values[-1])):
        field, values = "editor", [*values[:-1], marked["name"]]
    _add_names(reading, field, tag, list(map(read_listed_name if among_people else read_name, values)))


def _without_et_al(reading: Reading, field: str, values: list[str]) -> list[str]:
    """Return values without an "et al." at their end, which is noted in the citation."""
    if not values or (last := without_others(values[-1])) == values[-1]:
        return values
    reading.add("et_al", field)
    return [*values[:-1], *filter(None, [last])]


def _have_given_first(reading: Reading, values: list[str], commas: bool) -> bool:
    """Whether names, one a line, have the given names first: initials show it; if all are in full it is a guess.

    Args:
        reading: Takes a note of the guess.
        values: The names.
        commas: Whether there are commas in any of the lines.
    """
    if "," in values[0]:
        return False
    if any(map(has_initials_first, values)):
        return True
    guessed = not commas and all(map(named_in_full, values))
    if guessed:
        reading.notes.append("names without a comma are read with the family name last")
    return guessed


def _add_names(reading: Reading, field: str, tag: str, names: list[Name]) -> None:
    """Add names to a field, each once; words for nobody, such as ``Anonymous``, are kept as they stand."""
    people = [name for name in names if not is_nobody(name.literal)]
    if len(people) < len(names):
        for name in names:
            if is_nobody(name.literal):
                reading.keep(tag, name.literal)
    if people:
        known = reading.fields.get(field, ())
        reading.fields[field] = (*known, *[name for name in people if name not in known]) if known else tuple(people)


def _from_catalogue(reading: Reading, field: str, tag: str, values: list[str]) -> list[str]:
    """Return names without the years of their life, which are kept, those of another role put where that belongs."""
    left = []
    for name, role, wording in from_catalogue(values):
        if wording:
            reading.keep(tag, wording)
        if role in ("", field):
            left.append(name)
        else:
            _names(reading, role, tag, [name])
    return left


def take_collaborators(reading: Reading, values: list[str]) -> list[str]:
    """Take MEDLINE's collaborators, all of them on one line, ``Lind PA, Wei R Jr``; return the lines of others."""
    people: list[Name] = []
    left = []
    for value in values:
        names = list(map(short_name, value.split(",")))
        found = [name for name in names if name and name.given]
        if len(found) < len(names) or GROUP_WORD.search(value):
            left.append(value)
        else:
            people += found
    if people:
        authors = list(reading.fields.get("author", ()))
        if others := join_collaborators(authors, people):
            reading.add("contributor", *others)
        reading.fields["author"] = tuple(authors)
    return left


def _editors(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Editors, or the edition (Primo)."""
    editors = [value for value in values if _EDITION.fullmatch(value) is None]
    for value in values:
        if value not in editors:
            reading.put("edition", tag, decode(value))
    if editors:
        _names(reading, field, tag, editors)


def _editors_or_reviewed(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """JSTOR's ``A2``: editors, or the authors of what is reviewed."""
    _names(reading, "reviewed_author" if "RI" in reading.found else field, tag, values)


def _addresses(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Affiliations: whose they are is known of one author, or where they stand behind their author, or name him.

    All others are given to the first author, as EndNote and the Web of Science's readers do; ``C1`` alone, which is
    a field for users, too, is kept.
    """
    authors = reading.fields.get("author", ())
    if authors and are_joined(values[0]) and _joined_addresses(reading, tag, decode(" ".join(values))):
        return
    places = lettered_addresses(values[0], len(authors)) if len(values) == 1 else []
    if not places and tag in ("AD", "C1") and len(authors) == 1:
        places = [values]
    elif not places and authors:
        places = (_behind_authors(reading.values, tag) if tag in ("AD", "C1") else []) or _by_name(authors, values)
    if not authors or (tag == "C1" and len(places) != len(authors)):
        for value in values:
            reading.keep(tag, value)
        return
    if len(places) != len(authors):
        reading.notes.append(_TO_THE_FIRST)
        places = [values, *[[] for _ in authors[1:]]]
    reading.fields["author"] = tuple(
        [
            replace(author, affiliations=(*author.affiliations, *[Affiliation(text=decode(value)) for value in theirs]))
            if theirs
            else author
            for author, theirs in zip(authors, places, strict=True)
        ]
    )


def _addresses_or_place(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Rayyan's place: addresses of authors, as it has Embase's, or where there is no comma that of the publisher."""
    if len(values) == 1 and ("," not in values[0] or not reading.fields.get("author")):
        reading.put("publisher_place", tag, decode(values[0]))
    else:
        _addresses(reading, field, tag, values)


def _joined_addresses(reading: Reading, tag: str, text: str) -> bool:
    """Take the addresses, each behind its authors in brackets, whom to write to, and e-mail; return if it is that."""
    people = Authors(reading.fields["author"])
    taken = people.take_joined(text)
    if taken is None:
        return False
    left, guessed = taken
    for value in left:
        reading.keep(tag, value)
    if guessed:
        reading.notes.append(_TO_THE_FIRST)
    reading.fields["author"] = people.complete()
    return True


def _by_name(authors: tuple[Name, ...], values: list[str]) -> list[list[str]]:
    """Return the affiliations of each author if all begin with a name (Embase: ``P. Lind, University``), else none."""
    first = values[0].partition(",")[0]
    if not any([first.endswith(author.family) for author in authors]):  # as in most exports
        return []
    places: dict[str, list[str]] = {_natural(author): [] for author in authors}
    for value in values:
        name = _letters(value.partition(",")[0])
        if name not in places:
            return []
        places[name].append(value)
    return list(places.values()) if len(places) == len(authors) else []


def _addresses_behind_people(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Places, each behind those who are there: ``(Lind P.; Wei R., wei@example.org) University`` (Embase's own site).

    A place with people who are no authors, or cannot be told apart, is kept, too; there may be none.
    """
    authors = list(reading.fields.get("author", ()))
    places: dict[str, list[int]] = {}
    for index, author in enumerate(authors):
        places.setdefault(_letters(f"{author.family}{author.given}"), []).append(index)
    for value in values:
        match = _PLACE.fullmatch(value)
        people = [each.strip().partition(", ") for each in match["people"].split(";")] if match else []
        keys = [_letters(name) for name, _, _ in people]
        told = [len(places.get(key, ())) == keys.count(key) for key in keys]
        if match is None or not all(told):
            reading.keep(tag, value)
        if match is None:
            continue
        place = [Affiliation(text=decode(match["place"]))] if match["place"] else []
        emails = {key: email for key, (_, _, email) in zip(keys, people, strict=True)}
        for key in dict.fromkeys([key for key, is_told in zip(keys, told, strict=True) if is_told]):
            for index in places[key]:
                known = authors[index]
                authors[index] = replace(
                    known, affiliations=(*known.affiliations, *place), email=known.email or emails[key]
                )
    if authors:
        reading.fields["author"] = tuple(authors)


def take_places(reading: Reading, tag: str, text: str) -> bool:
    """Take places behind authors that stand where something else belongs; return if it is that.

    Embase's ``M1`` is an issue to Zotero, and Mendeley joins them: ``(Lind P.) University, Norway(Wei R.) College``.
    """
    match = _PLACE.match(text)
    authors = [_letters(f"{author.family}{author.given}") for author in reading.fields.get("author", ())]
    if match is None or _letters(match["people"].partition(";")[0].partition(", ")[0]) not in authors:
        return False
    _addresses_behind_people(reading, "", tag, _NEXT_PLACE.split(text))
    return True


def _addresses_behind_names(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Places, each behind a name as it stands among the authors: ``Lind, Per A. University of the North`` (Ovid).

    A place that names none is kept.
    """
    authors = list(reading.fields.get("author", ()))
    lines = {f"{author.family}, {author.given}".casefold(): place for place, author in enumerate(authors)}
    for value in values:
        name, _, given = value.partition(", ")
        words = given.split(" ")
        heads = [f"{name}, {' '.join(words[:count])}".rstrip(".").casefold() for count in range(1, min(len(words), 6))]
        found = [(count, lines[head]) for count, head in enumerate(heads, 1) if head in lines]
        if not found:
            reading.keep(tag, value)
            continue
        count, place = found[-1]
        theirs = Affiliation(text=decode(" ".join(words[count:])))
        authors[place] = replace(authors[place], affiliations=(*authors[place].affiliations, theirs))
    if authors:
        reading.fields["author"] = tuple(authors)


def _correspondence(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The author to write to: ``Lind, Per, University`` (EBSCO), ``Lind, Per: University`` (APA), ``P.A. Lind,
    University`` (Embase), or the name alone.

    Other addresses are read as usual.
    """
    people = Authors(reading.fields.get("author", ()))
    places: dict[str, list[int]] = {}
    for index, author in enumerate(people.names):
        places.setdefault(_natural(author), []).append(index)
    left: list[str] = []
    for value in values:
        name, _, address = decode(value).partition(": ")
        initials, _, behind = decode(value).partition(", ")
        if (place := people.place(name)) is not None:
            people.mark_corresponding(place, address)
        elif len(named := places.get(_letters(initials), [])) == 1:
            people.mark_corresponding(named[0], behind)
        elif not people.take_correspondence(decode(value))[1]:
            left.append(value)
    if people.names:
        reading.fields["author"] = people.complete()
    if left:
        _addresses(reading, field, tag, left)


def _addresses_and_mails(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Addresses in the web, e-mail of the authors, theirs to write to or whom it names, and an ORCID (EBSCO)."""
    people = Authors(reading.fields.get("author", ()))
    mails = list(filter(MAIL.fullmatch, values))
    orcids = list(filter(None, map(_ORCID_ALONE.fullmatch, values)))
    if len(orcids) == len(people.names) == 1 and people.names[0].orcid in ("", orcids[0][1]):
        people.change(0, orcid=orcids[0][1])
        values = [value for value in values if value != orcids[0][0]]
    unknown = people.take_mails(mails, [place for place, name in enumerate(people.names) if name.corresponding])
    if people.names:
        reading.fields["author"] = people.complete()
    given = frozenset(mails).difference(unknown)
    for value in values:
        if value in unknown or _ORCID_ALONE.fullmatch(value):
            reading.keep(tag, value)  # nobody knows whose
        elif value not in given:
            identifiers.FUNCTIONS["address"](reading, field, tag, [value])


def _orcids(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Give ORCIDs to the authors they name; PsycINFO writes its address before the first name, too."""
    people = Authors(reading.fields.get("author", ()))
    for value in values:
        found = _ORCID.findall(value)
        texts = [f"{name}/{number}" for name, number in found]
        if not found or _ORCID.sub("", value) or people.take_numbers(texts, "orcid"):
            reading.keep(tag, value)
    if people.names:
        reading.fields["author"] = people.complete()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


def _natural(author: Name) -> str:
    """Return the letters of a name with its initials first, as of ``P.-A. Lind``."""
    initials = "".join([part[0] for part in author.given.replace(".", " ").replace("-", " ").split()])
    return _letters(f"{initials}{author.family}{author.literal}")


def _behind_authors(values: list[tuple[str, str]], tag: str) -> list[list[str]]:
    """Return the affiliations behind each author; nothing if all stand behind the last, or some before the first."""
    tags = [each for each, _ in values]
    behind = tags[tags.index(tag) :] if tag in tags else ()
    if "AU" not in behind and "A1" not in behind:
        return []
    places: list[list[str]] = []
    for each, value in values:
        if each in ("AU", "A1"):
            places.append([])
        elif each == tag and not places:
            return []
        elif each == tag:
            places[-1].append(value)
    return places


FUNCTIONS: dict[str, Function] = {
    "addresses": _addresses, "addresses_and_mails": _addresses_and_mails,
    "addresses_behind_names": _addresses_behind_names, "addresses_behind_people": _addresses_behind_people,
    "addresses_or_place": _addresses_or_place,
    "correspondence": _correspondence, "editors": _editors, "editors_or_reviewed": _editors_or_reviewed,
    "names": _names, "natural_names": _natural_names, "orcids": _orcids,
}  # fmt: skip
"""The function for each kind of value in the tables."""
