"""Columns with details of authors: addresses, ORCIDs and other numbers, e-mail, the corresponding author.

A row being read and a cell go in; the names of the row, read before, take what the cell says. Programs tell whose a
detail is in three ways: as many pieces as authors, in their order; the authors' names before or behind each piece; or
the family name within an e-mail address. What fits no author goes to ``extra``.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from citeconv import Affiliation, Identifier, Name
from citeconv.values.abstracts import clean
from citeconv.values.authors import Authors, accented, correspondents, cut_at_semicolons, parted_by_short, unaccented
from citeconv.values.forms import letters
from citeconv.values.names import without_others
from citeconv.values.orcids import ORCID
from citeconv.values.patterns import lazy
from citeconv_csv.columns import Column
from citeconv_csv.databases import remark
from citeconv_csv.kinds import read_list
from citeconv_csv.names import SHORT, people
from citeconv_csv.person import SUFFIX, person
from citeconv_csv.studies import families

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_INITIALS = lazy(r"(?:[^\W\d_]\.[ -]?){1,4}")
_LONGEST_INITIALS = 7
"""Characters of what may stand behind a known family name, before its address."""
_MOST_INITIALS = 4
_NAME_ALONE = lazy(rf"[^,\d()]{{1,60}}(?:, [^,\d()]{{1,40}})?(?:, (?:{SUFFIX.pattern}))?")
_FULL = frozenset(("people", "scopus names"))
"""How columns of authors in full are read."""
_MAIL = lazy(r"[^\s@;,]{1,100}@[^\s@;,]{1,100}")
_NUMBERED = lazy(r"[^/]{1,100}/[^\s/]{5,40}(?:\s+|\Z)")
_NONE = frozenset(("None", "NA"))
_SITE = lazy(r"https?://(?:openalex|orcid)\.org/")
_BEFORE_ORCID = lazy(r"; ORCID: (?:https?://orcid\.org/)?")
_ORCID = lazy(ORCID)
_NUMBER_OF_PLACE = lazy(r" \[\d{1,6}\]")
_ROLE = lazy(r" [(\[](?P<role>[A-Za-z ]{4,20})[)\]](?= ?;|\Z)")
_ROLES = {"author": "author", "editor": "editor", "translator": "translator", "contributor": "contributor"}
_LIST_SIGNS = lazy(r"[();]")
_BETWEEN_ADDRESSES = lazy(r"; \[|\. \[(?=[^\[\]]{2,1000}\] )")
"""Lines of the Web of Science's text may be joined by blanks alone."""
_BEHIND_PARENTHESIS = lazy(r"(?<=\)); ?")


def first_author(row: Reading, column: Column, cell: str) -> None:
    """Pass over the first author where the list of all begins with that one, or take the whole of a name from there."""
    authors: tuple[Name, ...] = row.fields.get("author", ())
    if not authors:
        row.put(column, families(people(cell, SHORT), cell), cell)
        row.cut_short(column, cell)
        return
    first = authors[0]
    if cell.rstrip(" .") in (f"{first.family} {first.given.replace(' ', '')}", first.family, first.literal):
        return
    orders = (f"{first.family} {first.given} {first.suffix}", f"{first.given} {first.family}", _family(first))
    if letters(without_others(cell.rstrip())) in map(letters, orders):
        return
    found = people(cell)
    if len(found) == len(authors) == 1 and first.literal and _family(found[0]) == _family(first):
        row.fields["author"] = found  # "Lind" alone in the other column
    elif len(found) != 1 or not _abbreviates(found[0], first):
        row.leave(column, cell)


def _one_more(row: Reading, column: Column, cell: str) -> None:
    """Take authors who have a column each."""
    _append(row, column, cell, people(cell))


def _append(row: Reading, column: Column, cell: str, names: tuple[Name, ...]) -> None:
    """Take the people in a cell beside those whom other columns have, or that there are others."""
    if names:
        row.fields[column.field] = (*row.fields.get(column.field, ()), *names)
    elif without_others(cell.rstrip()):
        row.leave(column, cell)
    else:
        row.cut_short(column, cell)


def _family_name(row: Reading, column: Column, cell: str) -> None:
    """Take an author whose family and given names have a column each."""
    given = _parts(row, "given name", column.detail)
    name = person(f"{clean(cell)}, {clean(given[0])}") if given else Name(family=clean(cell))
    row.fields["author"] = (*row.fields.get("author", ()), name)


def _given_name(row: Reading, column: Column, cell: str) -> None:
    """Pass over what was read with the family name; without one it is a remark."""
    if not _parts(row, "family name", column.detail):
        remark(row, column._replace(detail=""), cell)


def _parts(row: Reading, kind: str, of: str) -> list[str]:
    """Return the parts of an author's name that have a column of their own."""
    return [cell for column, cell in row.waiting if (column.kind, column.detail) == (kind, of)]


def _next_author(row: Reading, column: Column, cell: str) -> None:
    """Take the author in a second column of the same name, of which there are as many as authors."""
    names, authors = people(cell), row.fields.get(column.field, ())
    if len(names) == 1 and names[0] not in authors:
        row.fields[column.field] = (*authors, *names)
    else:
        row.put(column, names, cell)


def _people_of_role(row: Reading, column: Column, cell: str) -> None:
    """Take people who have a column for what they did."""
    _append(row, column, cell, tuple([replace(name, role=column.detail) for name in people(cell)]))


def _people_in_roles(row: Reading, column: Column, cell: str) -> None:
    """Take people with their roles behind them, ``Lind, Per (Author); Wei, Rong [editor]``, or all without one.

    Those without one are authors where nobody else is said to be.
    """
    roles = {_ROLES.get(role["role"].lower(), "") for role in _ROLE.finditer(cell)}
    if not roles:
        row.put(column, people(cell), cell)
        row.cut_short(column, cell)
        return
    usual = "contributor" if "author" in roles else column.field
    for piece in read_list(cell):
        role = _ROLE.search(piece)
        field = _ROLES.get(role["role"].lower(), "") if role else usual
        names = people(piece[: role.start()] if role and field else piece)
        _append(row, column._replace(field=field or "contributor"), piece, names)


def _short_names(row: Reading, column: Column, cell: str) -> None:
    """Take abbreviated names, unless another column has them in full."""
    short, full = people(cell, SHORT), row.fields.get("author", ())
    pieces = cell.split(";")
    if len(pieces) == len(full) and all(piece.count(",") == 2 for piece in pieces):
        short = tuple(
            [person(piece.partition(",")[2].strip()) for piece in pieces]
        )  # "P.A., Lind, Per A.; R., Wei, Rong"
    if len(short) == len(full) and any(name.suffix for name in short):  # Scopus has "Jr." with the short names only
        full = tuple([replace(name, suffix=name.suffix or one.suffix) for name, one in zip(full, short, strict=True)])
        row.fields["author"] = full
    if full and len(short) == len(full):
        full = _all_turned(row, full, short)
        row.fields["author"] = full = tuple(map(_with_initials_of, full, short))
    if len(short) == len(full) and (spelt := tuple(map(_spelt, full, short))) != full:
        was = [f"{name.family}, {name.given}" for name, now in zip(full, spelt, strict=True) if name != now]
        told = [each for each in row.table.columns if each.kind in _FULL and each.field == column.field]
        row.leave(next(iter(told), column), "; ".join(was))
        row.plain_authors = [f"{name.family}, {name.given}" for name in full]
        row.fields["author"] = full = spelt
        row.remarks.append(f"family names are spelt as in {column.name}, with their accents")
    if len(short) != len(full) or not all(map(_abbreviates, short, full)):
        row.put(column, families(short, cell) if len(short) == 1 else short, cell)
        if not full:
            row.cut_short(column, cell)


def _full_names(row: Reading, column: Column, cell: str) -> None:
    """Take names in full, which another column may have in short."""
    short, full = row.fields.get(column.field, ()), people(cell)
    if len(short) == len(full) and all(map(_abbreviates, short, full)):
        row.fields[column.field] = full
    else:
        row.put(column, full, cell)


def _all_turned(row: Reading, full: tuple[Name, ...], short: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names in full, in the order of the short ones; addresses call them as they stood."""
    turned = tuple(map(_turned, full, short))
    if turned != full:
        signs = [", " if name == was else " " for name, was in zip(turned, full, strict=True)]
        row.plain_authors = [f"{name.family}{sign}{name.given}" for name, sign in zip(turned, signs, strict=True)]
    return turned


def _turned(full: Name, short: Name) -> Name:
    """Return a name in full with the family name first, but no comma (``Jiang Liuyun``), if the short one says so."""
    words = f"{full.given} {full.family}" if full.given else full.literal
    family, given = parted_by_short(words, short.family, short.given)
    if not family or full.particle or _family(full) == letters(short.family):
        return full
    return replace(full, family=family, given=given, literal="")


def _with_initials_of(full: Name, short: Name) -> Name:
    """Return a name in full with its initials apart, if it has nothing but those of the short one: ``LIND, PA``."""
    glued = full.given == short.given and full.given.isupper() and 1 < len(full.given) <= _MOST_INITIALS
    return replace(full, given=" ".join(full.given)) if glued and full.given.isalpha() else full


def _spelt(full: Name, short: Name) -> Name:
    """Return a name in full with the accents of the short one."""
    family = accented(full.family, short.family)
    return full if family == full.family else replace(full, family=family)


def _abbreviates(short: Name, full: Name) -> bool:
    """Whether a name says no more than another: the same family name, of the given names some letters in order."""
    if _family(short) != _family(full):
        return False
    initials, given = letters(short.given), iter(letters(full.given))
    return initials[:1] == letters(full.given)[:1] and all(letter in given for letter in initials)


def _author_ids(row: Reading, column: Column, cell: str) -> None:
    """Add numbers to the authors, who may have them from their full names."""
    numbers = _aligned(row, cell)
    if [one.value for name in row.fields.get("author", ()) for one in name.identifiers] == numbers:
        return
    _add(
        row,
        column,
        cell,
        [{"identifiers": (Identifier(kind=column.detail, value=each),) if each else ()} for each in numbers],
    )


def _author_orcids(row: Reading, column: Column, cell: str) -> None:
    _add(row, column, cell, [{"orcid": each} for each in _aligned(row, cell)])


def _author_affiliations(row: Reading, column: Column, cell: str) -> None:
    """Take addresses, one for each author, behind which an e-mail may stand.

    Where IEEE Xplore has one for several authors, as it did until 2015, it is the first author's.
    """
    details: list[dict[str, Any]] = []
    for piece in _aligned(row, cell):
        if details and _MAIL.fullmatch(piece):
            details[-1]["email"] = piece
        else:
            details.append({"affiliations": (Affiliation(text=piece),) if piece else ()})
    others = len(row.fields.get("author", ())) - 1
    if len(details) == 1 and others > 0 and column.detail == "first":
        row.remarks.append("addresses that name no author are given to the first")
        details += [{}] * others
    _add(row, column, cell, details)


def _author_corresponding(row: Reading, column: Column, cell: str) -> None:
    _add(row, column, cell, [{"corresponding": each == "True"} for each in _aligned(row, cell)])


def _author_addresses(row: Reading, column: Column, cell: str) -> None:
    """Take Scopus's addresses, each behind the name that it belongs to: ``Lind P., Institute of Tides, North``.

    Where no other column has the authors, they are those named here.
    """
    authors: tuple[Name, ...] = row.fields.get("author", ())
    families = itertools.chain(map(_family, authors), itertools.repeat(""))
    pieces = list(map(_name_and_place, _aligned(row, cell), families))
    if not authors:
        row.fields["author"] = authors = people("; ".join([name for name, _ in pieces]))
    if not all(map(_is_named, authors, [name for name, _ in pieces])):
        row.leave(column, cell)
        return
    _add_places(row, column, cell, [place for _, place in pieces])


def _name_and_place(piece: str, family: str) -> tuple[str, str]:
    """Cut a name from the address behind it: ``Lind P.A., Jr., Institute of Tides``, ``Lind, P., Institute``.

    Args:
        piece: Both.
        family: The family name in small letters, or nothing if no other column tells it.
    """
    first, *words = piece.split(", ")
    following = words[0] if words else ""
    parted = letters(first) == family and len(following) <= _LONGEST_INITIALS if family else " " not in first
    behind = 1 if words and (parted or _INITIALS.fullmatch(following)) else 0
    behind += len(words) > behind and SUFFIX.fullmatch(words[behind]) is not None
    return ", ".join([first, *words[:behind]]), ", ".join(words[behind:])


def _is_named(name: Name, text: str) -> bool:
    """Whether a text begins with the first word of a name."""
    return letters(text).startswith(letters((name.family or name.literal).partition(" ")[0]))


def _family(name: Name) -> str:
    return letters(name.family or name.literal)


def _places_behind(row: Reading, column: Column, cell: str) -> None:
    """Take Dimensions' addresses, in parentheses behind each name: ``Lind, Per (Tides Inst, North; Shelf Coll)``."""
    authors: tuple[Name, ...] = row.fields.get("author", ())
    text = clean(cell)
    pieces = _outside_parentheses(text)
    if len(pieces) != len(authors):  # one that is not closed, or closes nothing
        pieces = _BEHIND_PARENTHESIS.split(text)
    if len(pieces) != len(authors):
        row.leave(column, cell)
        return
    found: list[dict[str, Any]] = []
    for name, piece in zip(authors, pieces, strict=True):
        words, _, places = piece.strip().partition(" (")
        if _initial(person(words)) != _initial(name):
            break
        each = [place.strip() for place in places.removesuffix(")").split(";")]
        found.append({"affiliations": tuple([Affiliation(text=place) for place in each if place])})
    _add(row, column, cell, found)


def _people_with_places(row: Reading, column: Column, cell: str) -> None:
    """Take DiVA's authors with what it has behind each: ``Lind, Per [0000-0002-1825-0097] (Shelf College [12]);…``."""
    found = []
    for piece in _outside_parentheses(clean(cell)):
        words, _, place = piece.strip().partition(" (")
        written, *numbers = [part.rstrip("] ") for part in words.split(" [")]
        parts = (*written.split(", ", 2), "", "")
        orcid = next((number for number in numbers if _ORCID.fullmatch(number)), "")
        others = [Identifier(kind="local", value=number) for number in numbers if number != orcid]
        places = (Affiliation(text=_NUMBER_OF_PLACE.sub("", place.removesuffix(")"))),) if place else ()
        name = Name(family=parts[0], given=parts[1], suffix=parts[2]) if parts[1] else person(written)
        details = {"orcid": orcid, "identifiers": tuple(others), "affiliations": places, "role": column.detail}
        found.append(replace(name, **details))
    row.put(column, tuple(found), cell)


def _outside_parentheses(text: str) -> list[str]:
    """Cut a text at the semicolons outside parentheses; one at its end parts nothing."""
    pieces, depth, start = [], 0, 0
    for sign in _LIST_SIGNS.finditer(text):
        if sign[0] == ";" and not depth:
            pieces.append(text[start : sign.start()])
            start = sign.end()
        elif sign[0] != ";":
            depth = max(depth + (1 if sign[0] == "(" else -1), 0)
    return [*pieces, text[start:]] if text[start:].strip() else pieces


def _authors(row: Reading) -> Authors:
    """Return the authors of a row, who may be called by the short names of another column, or without accents."""
    names: tuple[Name, ...] = row.fields.get("author", ())
    short = cut_at_semicolons(row.held["short names"][1]) if "short names" in row.held else []
    return Authors(names, *[texts for texts in (short, row.plain_authors) if len(texts) == len(names)])


def _bracketed_addresses(row: Reading, column: Column, cell: str) -> None:
    """Take the Web of Science's addresses: ``[Lind, Per; Wei, Rong] Inst Tides, North; [Wei, R] Shelf Coll``."""
    authors, text = _authors(row), clean(cell)
    if text.startswith("["):
        pieces = [f"[{piece.removeprefix('[').strip(' ;')}" for piece in _BETWEEN_ADDRESSES.split(text)]
    else:
        pieces = [text] if authors.places([text.partition(";")[0]]) else cut_at_semicolons(text)
    left, guessed = authors.take_addresses(pieces)
    if guessed:
        row.remarks.append("addresses that name no author are given to the first")
    _settle(row, column, authors, left)


def _addresses_in_lines(row: Reading, column: Column, cell: str) -> None:
    """Take Ovid's addresses, a line each, behind the family names of their authors: ``(Lind, Wei) Inst Tides``."""
    authors: dict[str, list[int]] = {}
    for index, author in enumerate(row.fields.get("author", ())):
        for called in {_family(author), letters(f"{author.family}{author.given}")}:
            authors.setdefault(called, []).append(index)
    left = []
    for line in filter(None, map(str.strip, cell.splitlines())):
        names, _, place = line.removeprefix("(").partition(") ")
        whose = [authors.get(letters(name), []) for name in names.split(", ")]
        if not place or any(len(each) != 1 for each in whose):
            left.append(line)
            continue
        for (index,) in whose:
            _change(row, index, **_with_place(row.fields["author"][index], place))
    if left:
        row.leave(column, "; ".join(left))


def _numbers_in_lines(row: Reading, column: Column, cell: str) -> None:
    """Take Ovid's ORCIDs, a line each: ``Lind, Per; ORCID: http://orcid.org/0000-0001-2345-6789``."""
    lines = [_BEFORE_ORCID.sub("/", clean(line)) for line in cell.splitlines() if line.strip()]
    _named_numbers(row, column._replace(detail="orcid"), "; ".join(lines))


def _named_correspondence(row: Reading, column: Column, cell: str) -> None:
    """Take the Web of Science's authors to write to: ``Lind, P (corresponding author), Inst Tides, North.``."""
    authors = _authors(row)
    _settle(row, column, authors, authors.take_correspondence(clean(cell))[0])


def _settle(row: Reading, column: Column, authors: Authors, left: list[str]) -> None:
    """Take the authors with what was given to them, and leave what was not."""
    if authors.names:
        row.fields["author"] = authors.complete()
    if left:
        row.leave(column, "; ".join(left))


def _addresses_behind(row: Reading, column: Column, cell: str) -> None:
    """Take Embase's addresses, behind their authors: ``(Lind P., l@example.org; Wei R.) Shelf Coll, North.``"""
    authors: dict[tuple[str, str], list[int]] = {}
    for index, author in enumerate(row.fields.get("author", ())):
        authors.setdefault(_initial(author), []).append(index)
    left = []
    for piece in clean(cell).split(", (") if cell.lstrip().startswith("(") else []:
        names, _, place = piece.removeprefix("(").partition(") ")
        for name in names.split(";"):
            words, _, mail = name.strip().partition(", ")
            whose = authors.get(_initial(person(words)), [])
            if len(whose) != 1 or not place or (mail and "@" not in mail):
                left.append(piece)
                break
            known = row.fields["author"][whose[0]]
            _change(row, whose[0], email=mail or known.email, **_with_place(known, place))
    if left or not cell.lstrip().startswith("("):
        row.leave(column, ", (".join(left) or cell)


def _correspondence(row: Reading, column: Column, cell: str) -> None:
    """Take Scopus's authors to write to: ``P. Lind; Institute of Tides, North; email: lind@example.org``."""
    left = [
        one.text
        for one in correspondents(map(str.strip, clean(cell).split(";")))
        if len(one.places) > 1 or not _answers(row, one.name, one.mail, one.places)
    ]
    if left:
        row.leave(column, "; ".join(left))


def _answers(row: Reading, text: str, mail: str, places: list[str]) -> bool:
    """Mark the author of a name, ``P.A. Lind`` or ``Lind P.A.``, as the one to write to; whether there is one only."""
    initials, stop, family = text.partition(". ")
    name = _initial(person(text))
    if stop and len(initials) < 8 and "," not in text:
        while (cut := family.partition(". "))[1] and len(cut[0]) < 3:
            family = cut[2]
        name = (unaccented(letters(family)), unaccented(letters(initials)[:1]))
    whose = [index for index, author in enumerate(row.fields.get("author", ())) if _initial(author) == name]
    if len(whose) != 1 or (mail and "@" not in mail) or _NAME_ALONE.fullmatch(text) is None:
        return False
    author = row.fields["author"][whose[0]]
    for place in places:
        author = replace(author, **_with_place(author, place))
    _change(row, whose[0], corresponding=True, email=mail or author.email, affiliations=author.affiliations)
    return True


def _named_before_places(row: Reading, column: Column, cell: str) -> None:
    """Take Dimensions' authors to write to, who have their addresses among all authors: ``Lind, Per (Tides Inst)``."""
    for piece in _outside_parentheses(clean(cell)):
        if not _answers(row, piece.partition(" (")[0].strip(), "", []):
            row.leave(column, piece.strip())


def _embase_correspondence(row: Reading, column: Column, cell: str) -> None:
    """Take Embase's authors to write to: ``P. Lind, Institute of Tides, North. Email: lind@example.org``."""
    for piece in clean(cell).split('"'):
        text, _, mail = piece.replace(" E-mail: ", " Email: ").partition(" Email: ")
        name, _, place = text.partition(", ")
        if not _answers(row, name, mail, [place]):
            row.leave(column, piece)


def _with_place(name: Name, place: str) -> dict[str, Any]:
    """Return the affiliations of an author with one more, if it says more."""
    text = place.strip(" ,").removesuffix(".")
    known = {each.text for each in name.affiliations}
    return {} if not text or text in known else {"affiliations": (*name.affiliations, Affiliation(text=text))}


def _all_affiliations(row: Reading, column: Column, cell: str) -> None:
    """Pass over the list of all affiliations where each stands with an author."""
    known = " ".join(place.text for name in row.fields.get("author", ()) for place in name.affiliations)
    if not known or any(piece not in known for piece in read_list(cell)):
        row.leave(column, cell)


def _mails(row: Reading, column: Column, cell: str) -> None:
    """Give e-mail addresses to the authors to write to, or to whom they name."""
    authors = _authors(row)
    marked = [place for place, name in enumerate(authors.names) if name.corresponding]
    _settle(row, column, authors, authors.take_mails(read_list(cell), marked))


def _named_numbers(row: Reading, column: Column, cell: str) -> None:
    """Give numbers to the authors whose names stand before them: ``Lind, Per/A-1234-2019; Wei, Rong/B-1-2020``."""
    authors = _authors(row)
    texts = [text for piece in read_list(cell) for text in _numbered(piece)]
    _settle(row, column, authors, authors.take_numbers(texts, column.detail))


def _numbered(text: str) -> list[str]:
    """Return names with their numbers, between which the Web of Science's BibTeX has nothing but line ends."""
    found = _NUMBERED.findall(text)
    return list(map(str.strip, found)) if "".join(found) == text else [text]


def _groups(row: Reading, column: Column, cell: str) -> None:
    groups = [Name(literal=literal) for literal in read_list(cell)]
    row.fields[column.field] = (*row.fields.get(column.field, ()), *groups)


def _aligned(row: Reading, cell: str) -> list[str]:
    """Return the pieces of a cell that has one for each author, addresses of identifiers cut to the bare ones."""
    text = html.unescape(cell)
    pieces = [clean(piece) for piece in text.split("|" if "|" in text else ";")]
    if len(pieces) > len(row.fields.get("author", ())) and not pieces[-1]:
        pieces.pop()
    return ["" if piece in _NONE else _SITE.sub("", piece) for piece in pieces]


def _add(row: Reading, column: Column, cell: str, details: list[dict[str, Any]]) -> None:
    """Add details to the authors, one each; if there are more or fewer, nobody knows whose they are."""
    authors: tuple[Name, ...] = row.fields.get("author", ())
    if len(details) != len(authors):
        row.leave(column, cell)
        return
    pairs = zip(authors, details, strict=True)
    row.fields["author"] = tuple([replace(name, **detail) for name, detail in pairs])


def _add_places(row: Reading, column: Column, cell: str, places: list[str]) -> None:
    """Add addresses to the authors, one each or none."""
    _add(row, column, cell, [{"affiliations": (Affiliation(text=each),) if each else ()} for each in places])


def _change(row: Reading, place: int, **details: Any) -> None:
    """Give one author further details."""
    authors = list(row.fields["author"])
    authors[place] = replace(authors[place], **details)
    row.fields["author"] = tuple(authors)


def _initial(name: Name) -> tuple[str, str]:
    return unaccented(_family(name)), unaccented(letters(name.given)[:1])


PEOPLE: dict[str, Callable[[Reading, Column, str], None]] = {
    "first author": first_author,
    "people in roles": _people_in_roles,
    "role": _people_of_role,
    "family name": _family_name,
    "given name": _given_name,
    "one more": _one_more,
    "next author": _next_author,
    "short names": _short_names,
    "full names": _full_names,
    "addresses in lines": _addresses_in_lines,
    "numbers in lines": _numbers_in_lines,
    "author ids": _author_ids,
    "author orcids": _author_orcids,
    "author affiliations": _author_affiliations,
    "author addresses": _author_addresses,
    "author corresponding": _author_corresponding,
    "places behind": _places_behind,
    "people with places": _people_with_places,
    "bracketed addresses": _bracketed_addresses,
    "addresses behind": _addresses_behind,
    "correspondence": _correspondence,
    "named before places": _named_before_places,
    "embase correspondence": _embase_correspondence,
    "named correspondence": _named_correspondence,
    "mails": _mails,
    "named numbers": _named_numbers,
    "all affiliations": _all_affiliations,
    "groups": _groups,
}
"""By the names that ``columns`` uses; read when all names are, in this order."""
