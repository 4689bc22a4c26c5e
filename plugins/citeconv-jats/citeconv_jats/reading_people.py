"""Reading ``contrib-group``: people go in with what they refer to, ``Name`` with affiliations comes out.

Affiliations stand within a person, within the group, or beside it, and are tied by ``xref``; those of a group to which
nobody refers are everybody's.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Container
from functools import cached_property
from typing import Any

import msgspec

from citeconv import Affiliation, Identifier, Name
from citeconv.values.forms import letters
from citeconv.values.markup import BLANKS, from_element
from citeconv.values.orcids import ADDRESS
from citeconv.values.patterns import lazy
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import CONTRIBUTORS, HREF, LOWEST_GROUP, NO_ROLES, ROLES
from citeconv_jats.reading_parts import COLLABS, NOT_OF_GROUP, PERSONS, field_of, group_text, person_of, says_name
from citeconv_jats.running_text import WORD

_OWNER = lazy(r"\s*\((?:[^\W\d_][.\s-]{0,2}){1,6}\)")
_SEPARATORS = lazy(r"([;,])(?: ?[;,])+")
_MAIL_LABELS = ("e-mails", "emails", "e-mail", "email", "e-mail address", "e-mail addresses", "correo electrónico")
_ADDRESS = lazy(ADDRESS)
_ROR = lazy(r"^https?://(?:www\.)?ror\.org/")
_LINKS = ("ext-link", "uri")
_SHORT = 3
"""Letters of a family name that may stand in anybody's address."""
_LONGEST = 64
"""Characters that an e-mail address may have before its sign."""
_NAMES = ("name", "string-name", "name-alternatives")
_NOT_TEXT = ("label", "institution-id", "email", "fn", "xref", "target")
_FONTS = frozenset("italic bold sup sub sc".split())
_INLINE = _FONTS | frozenset("underline styled-content institution-wrap".split())
_PLACES = "institution addr-line named-content city state postal-code country".split()
_CORRESPONDENCE = frozenset(
    "address addressed all and at author authors be by contact correspondence correspondences corresponding e email for"
    " i mail request requests should sup the to whom".split()
)
"""The words of an address for letters that say that it is one, with the names of what raises or slants them."""
_LETTER = lazy(r"\w")
_AROUND_NAMES = " ,.;:()[]"
_LABEL = "label "
"""What stands before the label of an affiliation where an id is looked for, which has no blank."""


class Contributors:
    """Reads the people of one article.

    Args:
        draft: What is known of the article.
        meta: ``article-meta``.
    """

    def __init__(self, draft: Draft, meta: Any) -> None:
        self.draft = draft
        self._affs = list(meta.iter("aff"))
        self.places = {aff.get("id"): aff for aff in self._affs if aff.get("id")}
        self.places |= _by_label(meta)
        self.told: set[str] = set()  # e-mail addresses of people
        references = [each for each in meta.iter("xref") if each.get("ref-type") in ("aff", "corresp")]
        references += meta.iter("contrib")  # in NLM's older document types, these refer themselves
        self.sharers = Counter(target for each in references for target in (each.get("rid") or "").split())
        self.notes = {note.get("id"): note for note in meta.iter("corresp") if note.get("id")}
        self._read: dict[Any, Affiliation | None] = {}
        self._mails: dict[Any, _Mails] = {}
        self._meta = meta
        self._principals: dict[str, None] = {}  # on whose behalf people of a group wrote
        self._field = "author"  # of the people of a group
        self._words: set[str] = set()  # that say no more in an address for letters than whose it is
        self._by_family: dict[str, list[int]] = {}  # where authors stand, by the last word of their family names

    def group(self, element: Any) -> None:
        """Read one group."""
        self._words.clear()
        self._by_family.clear()
        own = [each for each in element if name_of(each) == "aff"]
        tied = any(_is_tie(each) for each in element.iter("xref")) or any(
            each.get("rid") in self.places for each in element.iter("contrib")
        )
        everybody = () if tied else tuple(filter(None, map(self._affiliation, own)))
        authors = everybody if tied or own else tuple(filter(None, map(self._affiliation, self._only_place(element))))
        self._principals.clear()
        for child in element:
            name = name_of(child)
            if name == "contrib":
                self._contributor(child, everybody, authors, element.get("content-type") or "")
            elif name == "on-behalf-of":
                self._principals[from_element(child)] = None
            elif name not in ("aff", "aff-alternatives"):
                self.draft.keep(child)
        for text in filter(None, self._principals):
            self.draft.add(self._field, Name(literal=text))

    def _only_place(self, group: Any) -> list[Any]:
        """Return the affiliation behind a group, if it is the only one of the article: to it authors need not refer."""
        behind = group.getnext()
        alone = behind is not None and name_of(behind) == "aff" and self._affs == [behind]
        return [behind] if alone else []

    def says_more(self, element: Any) -> bool:
        """Return whether an address for letters says more than that it is one, and whose."""
        if not self._words:
            people = [name for field in CONTRIBUTORS for name in self.draft.lists.get(field, ())]
            known = " ".join(f"{name.family} {name.given} {name.email}" for name in people)
            self._words = {*_CORRESPONDENCE, *WORD.findall(known.lower())}
        return not self._words.issuperset(WORD.findall(from_element(element).lower()))

    def correspondents(self, note: Any) -> None:
        """Give an e-mail address in a note to the author whose whole name stands before it, as Pensoft has it."""
        authors: list[Name] = self.draft.lists.get("author", [])
        for mail in note.iter("email"):
            before = mail.getprevious()
            words = " ".join(((mail.getparent().text if before is None else before.tail) or "").split())
            for place in self._may_be_named(words):
                name = authors[place]
                if f"{name.given} {name.family}" in words:
                    email = name.email or from_element(mail)
                    authors[place] = msgspec.structs.replace(name, email=email, corresponding=True)
                    self._words.update(WORD.findall(email.lower()) if self._words else ())

    def _may_be_named(self, words: str) -> list[int]:
        """Return where the authors stand whose family name ends in one of some words, and who have given names."""
        if not self._by_family:
            for place, name in enumerate(self.draft.lists.get("author", [])):
                if name.family and name.given:
                    self._by_family.setdefault(name.family.split()[-1], []).append(place)
        known = dict.fromkeys([word.strip(_AROUND_NAMES) for word in words.split()])
        return [place for word in known for place in self._by_family.get(word, ())]

    @cached_property
    def _families(self) -> Counter[str]:
        """How many people have each family name."""
        people = {self._letters_of_name(each) for each in self._meta.iter("contrib")}
        return Counter([family for family, _ in people if family])

    def _letters_of_name(self, contributor: Any) -> tuple[str, str]:
        """Return the letters of the family name and of the given name of a person."""
        element = next((child for child in contributor if name_of(child) in _NAMES), None)
        aside = Draft()
        aside.lists["language"] = self.draft.lists.get("language", [])
        person = person_of(element, aside) if element is not None else None
        return (letters(person.family), letters(person.given)) if person is not None else ("", "")

    def finish(self, meta: Any) -> None:
        """Keep the affiliations to which nobody refers, and the addresses that are in none of their people."""
        for aff in meta.iter("aff"):
            for email in aff.iter("email"):
                if from_element(email) not in self.told:
                    self.draft.keep(email)
            if aff not in self._read and (found := self._affiliation(aff)) is not None:
                self.draft.say("aff", found.text)

    def _contributor(
        self, element: Any, everybody: tuple[Affiliation, ...], authors: tuple[Affiliation, ...], group: str
    ) -> None:
        kind = element.get("contrib-type", "")
        if not kind or kind in NO_ROLES:
            kind = group.removesuffix("s") if group.removesuffix("s") in ROLES else "author"
        field, role = field_of(kind)
        name = self._person(element, authors if field == "author" else everybody, 0)
        if name is None:
            self.draft.keep(element)
        else:
            self._field = field
            self.draft.add(field, msgspec.structs.replace(name, role=name.role or role))

    def _person(self, element: Any, everybody: tuple[Affiliation, ...], depth: int) -> Name | None:
        person, parts = None, _Parts()
        for child in element:
            name = name_of(child)
            if name in PERSONS and person is not None and says_name(child, person):
                continue
            if name in PERSONS and person is None:
                person = person_of(child, self.draft)
                parts.members += self._members(child, depth)
                for inner in child if name in COLLABS else ():
                    if name_of(inner) in NOT_OF_GROUP and name_of(inner) != "contrib-group":
                        self._detail(inner, parts)
            else:
                self._detail(child, parts)
        if person is None:
            return None
        self._follow("aff", element, parts)
        parts.email = parts.email or parts.email_of(person, self.told)
        self.told.add(parts.email)
        return msgspec.structs.replace(
            person,
            orcid=parts.orcid,
            identifiers=tuple(parts.identifiers),
            email=parts.email,
            role="; ".join(filter(None, parts.roles)),
            affiliations=tuple(filter(None, dict.fromkeys(parts.places))) or everybody,
            equal_contribution=element.get("equal-contrib") == "yes",
            corresponding=element.get("corresp") == "yes" or parts.corresponding,
            members=tuple(parts.members),
        )

    def _detail(self, element: Any, parts: _Parts) -> None:
        """Read what stands beside the name of a person, or within that of a group."""
        name = name_of(element)
        if name == "contrib-id" or (name in _LINKS and _leads_to_orcid(element)):
            parts.identify(element)
        elif (name == "email" or (name in _LINKS and _leads_to_mail(element))) and not parts.email:
            parts.email = from_element(element)
        elif name == "address":
            self._address(element, parts)
        elif name in _LINKS and element.get(HREF):
            self._page(element, parts)
        elif name == "role":
            parts.roles.append(from_element(element))
        elif name == "on-behalf-of" or name in COLLABS:
            self._principals[group_text(element)] = None
        elif name == "aff":
            for reference in element.iter("xref"):
                self._reference(reference, parts)
            parts.places.append(self._affiliation(element))
            parts.mails.append((self._mails_of(element), True))
        elif name == "xref":
            self._reference(element, parts)
        else:
            self.draft.keep(element)

    def _page(self, element: Any, parts: _Parts) -> None:
        """Take the address of a person's page, as Frontiers has it, for an identifier; other words than it are kept."""
        href, text = element.get(HREF), from_element(element)
        parts.identifiers.append(Identifier(kind=element.get("content-type") or "url", value=href))
        if letters(text) not in letters(href):
            self.draft.keep(element)

    def _address(self, element: Any, parts: _Parts) -> None:
        """Take the e-mail out of an address; if more is told there, keep it whole."""
        parts.email = parts.email or _email(element)
        if from_element(element) != parts.email:
            self.draft.keep(element)

    def _members(self, element: Any, depth: int) -> list[Name]:
        """Return the people of a group, who stand in the group within its name."""
        found: list[Name] = []
        for group in element:
            if name_of(group) != "contrib-group":
                continue
            for child in group:
                is_read = name_of(child) == "contrib" and depth < LOWEST_GROUP
                name = self._person(child, (), depth + 1) if is_read else None
                if name is not None:
                    found.append(name)
                elif name_of(child) != "aff":
                    self.draft.keep(child)
        return found

    def _reference(self, element: Any, parts: _Parts) -> None:
        """Follow a reference to an affiliation or to an address for letters; one to a footnote is nothing."""
        self._follow(element.get("ref-type") or "", element, parts)

    def _follow(self, kind: str, element: Any, parts: _Parts) -> None:
        targets = (element.get("rid") or "").split()
        if kind == "aff" and not targets and name_of(element) == "xref":
            targets = [f"{_LABEL}{label}" for label in WORD.findall(from_element(element))]
        for target in targets:
            if kind == "aff" and target in self.places:
                parts.places.append(self._affiliation(self.places[target]))
                parts.mails.append((self._mails_of(self.places[target]), self.sharers[target] == 1))
            elif kind == "corresp":
                parts.corresponding = True
                if target in self.notes:
                    mails = self._mails_of(self.notes[target])
                    parts.mails.insert(0, (mails, len(mails.all) == 1 or self.sharers[target] == 1))

    def _mails_of(self, element: Any) -> _Mails:
        """Return the e-mail addresses within an element, which are sought but once, however many refer to it."""
        if element not in self._mails:
            found = _mails(element)
            unmarked = any(not owner for _, owner in found)
            self._mails[element] = _Mails(found, self._families if unmarked else Counter())
        return self._mails[element]

    def _affiliation(self, element: Any) -> Affiliation | None:
        """Return what an element says, which is read but once, however many refer to it."""
        if element not in self._read:
            self._read[element] = _affiliation(element)
        return self._read[element]


def _is_tie(reference: Any) -> bool:
    """Return whether ``xref`` ties a person to an affiliation; an empty one, as OJS may write it, does not."""
    return reference.get("ref-type") == "aff" and bool(reference.get("rid") or from_element(reference))


def _by_label(meta: Any) -> dict[str, Any]:
    """Return affiliations by their labels, which references without an id name, as the BMJ has them."""
    found: dict[str, Any] = {}
    for aff in meta.iter("aff"):
        label = aff.find("label")
        if label is not None and (text := from_element(label).strip()):
            found.setdefault(f"{_LABEL}{text}", aff)
    return found


class _Mails:
    """The e-mail addresses of a place or a note.

    Args:
        mails: The addresses, each with the initials of its owner.
        families: How many people have each family name. The longest in an address is its owner's, so that ``moberg`` is
            not Berg's; where several have it, the owner's initial stands beside it, too.
    """

    def __init__(self, mails: list[tuple[str, str]], families: Counter[str]) -> None:
        self.all = [mail for mail, _ in mails]
        self._of: dict[tuple[str, ...], deque[str]] = {}
        lengths = sorted({len(family) for family in families if _SHORT < len(family) <= _LONGEST}, reverse=True)
        for mail, owner in mails:
            key = (owner,) if owner else _owner_by_name(mail, families, lengths)
            self._of.setdefault(key, deque()).append(mail)

    def of_initials(self, initials: str, told: Container[str]) -> str:
        """Return the address that is marked with initials, and no other's; empty if there is none."""
        return self._first((initials,), told) if initials else ""

    def of_name(self, family: str, initial: str, told: Container[str]) -> str:
        """Return the address that has a name, and is no other's; empty if there is none."""
        return self._first(("", family), told) or self._first(("", family, initial), told)

    def _first(self, key: tuple[str, ...], told: Container[str]) -> str:
        mails = self._of.get(key, deque())
        while mails and mails[0] in told:
            mails.popleft()
        return mails[0] if mails else ""


def _owner_by_name(mail: str, families: Counter[str], lengths: list[int]) -> tuple[str, ...]:
    """Return nothing, the family name in an address, and the initial beside it if several are called so."""
    name = letters(mail.partition("@")[0][:_LONGEST])
    parts = (name[start : start + length] for length in lengths for start in range(len(name) - length + 1))
    family = next((part for part in parts if part in families), "")
    if families[family] < 2:
        return ("", family)
    return ("", family, name.replace(family, "", 1)[:1])


def _email(element: Any) -> str:
    """Return the first address within an element; empty if there is none."""
    return next((mail for mail, _ in _mails(element)), "")


def _mails(element: Any) -> list[tuple[str, str]]:
    """Return the e-mail addresses within an element, each with the initials of its owner behind, as MDPI has them."""
    mails = (each for each in element.iter("email", "ext-link") if name_of(each) == "email" or _leads_to_mail(each))
    return [(from_element(each), letters(_owner(each.tail or ""))) for each in mails]


def _owner(tail: str) -> str:
    """Return the initials in brackets that a text begins with: ``(P.-A.L.)``; empty if there are none."""
    match = _OWNER.match(tail)
    return match[0] if match else ""


def _leads_to_mail(link: Any) -> bool:
    return link.get("ext-link-type") == "email" or (link.get(HREF) or "").startswith("mailto:")


def _leads_to_orcid(link: Any) -> bool:
    return link.get("ext-link-type") == "orcid" or _ADDRESS.match(link.get(HREF) or from_element(link)) is not None


def _affiliation(element: Any) -> Affiliation | None:
    text = _as_printed(element)
    identifiers = tuple(
        Identifier(kind=each.get("institution-id-type") or "", value=_ROR.sub("", from_element(each), count=1))
        for each in element.iter("institution-id")
    )
    return Affiliation(text=text, identifiers=identifiers) if text else None


def _as_printed(element: Any) -> str:
    """Return an affiliation as text; what SciELO has once as printed and once in parts is taken once."""
    whole = place_text(element)
    for original in element.iter("institution"):
        if original.get("content-type") == "original" and (text := from_element(original).lstrip(" .,;")):
            printed, parts = letters(text), [each for each in element.iter(*_PLACES) if not len(each)]
            added = [part for part in map(from_element, parts) if part and letters(part) not in printed]
            joined = ", ".join((text.rstrip(" ."), *added)) if added else text
            if set(WORD.findall(whole)) <= set(WORD.findall(joined)):
                return joined
    return whole


class _Parts:
    """What is known of a person beside the name."""

    def __init__(self) -> None:
        self.orcid = ""
        self.identifiers: list[Identifier] = []
        self.email = ""
        self.mails: list[tuple[_Mails, bool]] = []  # of places and notes, and whether of nobody else
        self.roles: list[str] = []
        self.places: list[Affiliation | None] = []
        self.members: list[Name] = []
        self.corresponding = False

    def email_of(self, person: Name, told: Container[str]) -> str:
        """Return the address that is marked with a person's initials, or has the name, or of a place of nobody else.

        Args:
            person: Whose it is.
            told: The addresses of others.
        """
        given = person.given.replace(".", " ").replace("-", " ").split()
        initials = letters("".join(part[:1] for part in (*given, *person.family.replace("-", " ").split())))
        family, initial = letters(person.family), letters(person.given)[:1]
        return (
            next(filter(None, (mails.of_initials(initials, told) for mails, _ in self.mails)), "")
            or next(filter(None, (mails.of_name(family, initial, told) for mails, _ in self.mails)), "")
            or next((mails.all[0] for mails, alone in self.mails if mails.all and alone), "")
        )

    def identify(self, element: Any) -> None:
        kind, text = element.get("contrib-id-type") or "", from_element(element)
        if name_of(element) != "contrib-id":
            kind, text = "orcid", element.get(HREF) or text
        if kind in ("orcid", "orcid-unchecked") and not self.orcid:
            self.orcid = _ADDRESS.sub("", text, count=1)
        elif text:
            self.identifiers.append(Identifier(kind=kind, value=text))


def put_place(draft: Draft, element: Any) -> None:
    """Take ``publisher-loc``."""
    draft.put("publisher_place", place_text(element), "publisher-loc")


def leave(_draft: Draft, _element: Any) -> None:
    """Leave an element to ``Contributors``: affiliations are read with people."""


def place_text(element: Any) -> str:
    """Return an affiliation as text, its parts set apart by commas where nothing else does."""
    labelled = len(element) and name_of(element[0]) == "sup" and not (element.text or "").strip()
    if not labelled and all(name_of(child) in _FONTS for child in element):
        return from_element(element)
    parts = [element.text or ""]
    without_mail = False
    stack = [iter(element)]
    tails: list[str] = []
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            if tails:
                parts.append(tails.pop())
            continue
        name, tail = name_of(child), child.tail or ""
        if name == "email":  # its label, and whose it is, are no part of the address
            without_mail = True
            parts[-1], tail = _without_label(parts[-1]), tail.removeprefix(_owner(tail))
        if name in _NOT_TEXT or not name or (name == "sup" and not parts[-1].strip() and len(parts) == 1):
            parts.append(tail)
        elif name == "institution-wrap":
            parts.append(child.text or "")
            stack.append(iter(child))
            tails.append(tail)
        else:
            text = from_element(child)
            if name not in _INLINE and text:
                _set_apart(parts)
            parts += text, tail
    whole = BLANKS.sub(" ", "".join(parts)).strip()
    return (_SEPARATORS.sub(r"\1", whole) if without_mail else whole).strip(" ,;")


def _set_apart(parts: list[str]) -> None:
    """Put a comma behind pieces of text that end with a letter, in place of the blanks that may stand there."""
    last = next((place for place in range(len(parts) - 1, -1, -1) if parts[place].strip()), -1)
    if last >= 0 and _LETTER.match(parts[last].rstrip()[-1:]):
        parts[last:] = parts[last].rstrip(), ", "


def _without_label(text: str) -> str:
    """Return a text without the word for an e-mail address at its end."""
    label = text.rstrip(" :\n\t")
    word = next((word for word in _MAIL_LABELS if label[-len(word) :].lower() == word), "")
    return label[: -len(word)] if word else text
