"""From the tags of a record to a citation.

The text of a record goes in, a ``Citation`` comes out. Four things are odd. Authors stand twice, short (``AU``) and in
full (``AF``); the full names are taken. Addresses name their authors in brackets, and ORCID and ResearcherID theirs
before a slash, so that each is given to the author of that name. Dates are a year and, beside it, the rest in
capitals. What a book is, is said by its document types and whether there was a conference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import structs

from citeconv import Abstract, Citation, Date, Identifier, Keyword, Name, Subject
from citeconv.values.abstracts import abstract_sections, clean
from citeconv.values.authors import Authors, accented, cut_at_semicolons, name_key, parted_by_short
from citeconv.values.bare import article_field, bare_article
from citeconv.values.databases import (
    WOS_REMARKS,
    WOS_TYPES,
    electronic_day,
    journal_number,
    read_cited,
    read_grants,
    said_once,
    with_remarks,
)
from citeconv.values.dates import parse_date, parse_days
from citeconv.values.dois import bare_doi
from citeconv.values.forms import YEAR
from citeconv.values.issns import parse_issn
from citeconv.values.languages import languages_with_blanks
from citeconv.values.memo import remembered
from citeconv.values.names import inverted_name, is_nobody, short_name, without_stops
from citeconv.values.nlm import take_retraction, title_as_cited
from citeconv.values.pages import expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv_wos import medline
from citeconv_wos.tags import (
    ABSTRACTS,
    DOCUMENTS,
    GROUPS,
    HEADINGS,
    IDENTIFIERS,
    ISSN_TAGS,
    LANGUAGES,
    LISTS,
    NAMES,
    TEXT,
    TYPES_IN_WORDS,
    VOCABULARIES,
)

Found = dict[str, list[str]]
"""The lines of each tag."""

FRAME = frozenset(("FN", "VR", "ER", "EF"))
"""Tags of the file, not of the record."""

_OF_CONFERENCES = frozenset(("CT", "CY", "CL", "SP", "HO"))
_NOTHING = lazy(r"\s*(?:(?:null)+|Record \d{1,7} of \d{1,7}[:.]?)\s*")
"""What the database writes between some records, and what counts those that were put into one file."""
_TAG = lazy(r"^([A-Z][A-Z0-9])(?:[ \t]+|$)", re.M)
_NUMBER_TAGS = {**ISSN_TAGS, "BN": ""}
_LABELS_OF_NUMBERS = ("(ISSN)", "(ISBN)")
"""What programs that turn Scopus's files into the Web of Science's leave behind numbers."""
_MEDLINE = lazy(r"MEDLINE:(\d{1,8})")
_MAIL_BEHIND = lazy(r"([^()]+?) ?\(([^\s()@]{1,80}@[^\s()@]{1,80})\)")
_BLANK_BEFORE_HYPHEN = lazy(r" -(?=\w)")
_YEAR = lazy(rf"\b({YEAR})\b[ ,-]*")
_PUBLISHED = lazy(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b")
"""The day on which a patent was published."""


def tagged(text: str) -> Found:
    """Return the lines of each tag of a record; under the empty tag what stands outside of it."""
    pieces = _TAG.split(text)
    found: Found = {}
    closed = False
    _extend(found, "", pieces[0])
    for tag, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if tag in FRAME:
            closed = closed or tag == "ER"
            rest = value.partition("\n")[2]
            behind = value if tag == "ER" else rest
            _extend(found, "", "" if _NOTHING.fullmatch(behind) else behind)
        elif closed:
            _extend(found, "", f"{tag} {value}")
        else:
            _extend(found, tag, value)
    return found


def _extend(found: Found, tag: str, value: str) -> None:
    lines = [line for raw in value.split("\n") if (line := raw.strip())]
    if lines:
        found.setdefault(tag, []).extend(lines)


def citation(found: Found, note: Callable[[str], object]) -> Citation:
    """Return the citation that tagged lines are.

    Args:
        found: The lines of each tag.
        note: Called with guesses.
    """
    return _Reading(found, note).citation()


_DATA = "Data set"
"""The one type of document that makes something else of what is said to be in a journal, as in tables."""


class _Reading:
    """The state while one record is read: what is still to be read, and the fields of the citation so far."""

    def __init__(self, found: Found, note: Callable[[str], object]) -> None:
        self.found = found
        self.note = note
        self.fields: dict[str, Any] = {}
        self.extra: list[tuple[str, str]] = []

    def citation(self) -> Citation:
        order = list(self.found)
        self._type()
        self._title()
        if self.fields["type"] == "patent":
            self._patent()
        self._authors()
        self._dates()
        self._pages()
        self._identifiers()
        self._texts()
        self._tables()
        take_retraction(self.fields)
        if any([each.value.startswith("MEDLINE:") for each in self.fields.get("identifiers", ())]):
            self._of_medline()
        for tag, lines in self.found.items():
            self._keep(tag, " ".join(lines))
        places = {f"wos:{tag}": place for place, tag in enumerate(order)}
        self.fields["extra"] = tuple(sorted(self.extra, key=lambda item: places.get(item[0], 0)))
        return Citation(**self.fields)

    def _keep(self, tag: str, value: str) -> None:
        self.extra.append((f"wos:{tag}", value))

    def _keep_list(self, tag: str, values: list[str]) -> None:
        if values:
            self._keep(tag, "; ".join(values))

    def _take(self, tag: str) -> str:
        """Take the value of a tag, on one line; empty if there is none."""
        lines = self.found.pop(tag, None)
        text = clean(" ".join(lines)) if lines else ""
        return said_once(text) if tag in _OF_CONFERENCES else text

    def _parts(self, tag: str) -> list[str]:
        """Take the values of a tag that semicolons part."""
        return cut_at_semicolons(self._take(tag))

    def _add(self, field: str, values: list[Any]) -> None:
        if values:
            self.fields[field] = tuple(dict.fromkeys((*self.fields.get(field, ()), *values)))

    def _put(self, field: str, tag: str, value: str) -> None:
        """Fill a field, or keep the value where it holds another."""
        if value and self.fields.setdefault(field, value) != value:
            self._keep(tag, value)

    # -- what it is

    def _type(self) -> None:
        printed = self._take("PT")
        kind = TYPES_IN_WORDS.get(printed.upper(), printed.upper())
        documents = cut_at_semicolons(" ".join(self.found.get("DT", [])))
        if kind not in WOS_TYPES:
            self.fields["type"] = "paper-conference" if "CT" in self.found else "document"
            if kind:
                self._keep("PT", printed)
        elif kind == "J":
            self.fields["type"] = "dataset" if _DATA in documents else "article-journal"
        else:
            source = _words(self.found.get("SO", ()))
            alone = kind == "B" and source in ("", _words(self.found.get("TI", ())))
            within = kind == "B" and not alone
            usual = "paper-conference" if "CT" in self.found else "chapter" if within else WOS_TYPES[kind]
            self.fields["type"] = next((DOCUMENTS[each] for each in documents if each in DOCUMENTS), usual)
            if alone and self.fields["type"] == "book":
                self.found.pop("SO", None)  # the title once more, not what holds it

    def _title(self) -> None:
        title = self._take("TI")
        if title.endswith(".") and not title.endswith(".."):
            title = title[:-1].rstrip()
        if title:
            self.fields["title"] = title

    def _patent(self) -> None:
        """Read what the tags of a patent mean in Derwent's index, in which each has a line for each document."""
        number, *others = self._parts("PN") or [""]
        self._put("number", "PN", number)
        self._keep_list("PN", others)
        self._put("publisher", "AE", self._take("AE"))
        self._add("categories", self._parts("IP"))
        told = clean(" ".join(self.found.get("PD", [])))
        if published := _PUBLISHED.search(told):
            day, month, year = published[0].split()
            self.fields["issued"] = parse_date(f"{year} {month} {int(day)}")
        if published or not read_date("", told).month:  # else it is a date as other records have it (BIOSIS)
            self.found.pop("PD", None)
            if told.replace(published[0] if published else "", "").replace(number, "").strip():
                self._keep("PD", told)
        self._keep_list("PI", list(map(clean, self.found.pop("PI", []))))  # which priority it has
        if inventors := self._names("AU"):  # without commas
            known = [(text, short_name(text) if "," not in text else None) for text in inventors]
            self.found["AU"] = [f"{name.family}, {name.given}" if name else text for text, name in known]

    # -- people

    def _names(self, tag: str) -> list[str]:
        """Take the names of a tag: one a line, or several with semicolons."""
        names = [name for line in self.found.pop(tag, []) for name in cut_at_semicolons(clean(line))]
        for name in filter(is_nobody, names):
            self._keep(tag, name)
        return [name for name in names if not is_nobody(name)]

    def _authors(self) -> None:
        mails: dict[int, str] = {}
        short, full = self._names("AU"), self._names("AF")
        for place, name in enumerate(short):
            if found := _MAIL_BEHIND.fullmatch(name):
                short[place], mails[place] = found.groups()
        paired, plain = len(short) == len(full), list(full)
        if paired:
            full = [self._spelt(name, brief) for name, brief in zip(full, short, strict=True)]
        for place, name in enumerate(short if full else []):
            if not (paired and _shortens(name, full[place])):
                self._keep("AU", name)
        groups = self._names("CA")
        texts = (full or short) + groups
        people = Authors(map(read_name, texts), *((short, plain) if paired else ()))
        for place, mail in mails.items():
            if paired or not full:
                people.change(place, email=mail)
            else:  # nobody knows whose it is
                self._keep("AU", mail)
        self._belongings(people)
        if people.names:
            self.fields["author"] = people.complete()
        self._others()

    def _spelt(self, full: str, short: str) -> str:
        """Return a name in full with the order and the accents of the short one; what it was without is kept."""
        spelt = _accented(_inverted(full, short), short)
        if name_key(full).isascii() and not name_key(spelt).isascii():
            self._keep("AF", full)
        return spelt

    def _others(self) -> None:
        """Take groups, editors and authors of books; short names of these that are known in full say nothing more."""
        for tag, field in GROUPS.items():
            self._add(field, [Name(literal=name) for name in self._names(tag)])
        for tag, field in NAMES.items():
            texts = self._names(tag)
            known = [f"{name.family}, {name.given}" for name in self.fields.get(field, ()) if name.family]
            if field != "container_author" or not known:
                self._add(field, [read_name(text) for text in texts])
                continue
            for text in texts:
                if not any([_shortens(text, full) for full in known]):
                    self._keep(tag, text)

    def _belongings(self, people: Authors) -> None:
        """Give addresses, e-mail and numbers to whom they belong."""
        left, guessed = people.take_addresses(map(clean, _sentences(self.found.pop("C1", []))))
        for text in left:
            self._keep("C1", text)
        if guessed:
            self.note("addresses that name no author are given to the first")
        others, marked = people.take_correspondence(self._take("RP"))
        for text in others:
            self._keep("RP", text)
        mails = [mail for part in self._parts("EM") for mail in (part.split() if part.count("@") > 1 else [part])]
        self._keep_list("EM", people.take_mails(mails, marked))
        for tag, kind in (("OI", "orcid"), ("RI", "researcherid")):
            self._keep_list(tag, people.take_numbers(self._parts(tag), kind))

    # -- dates and pages

    def _dates(self) -> None:
        year, (rest, electronic) = self._take("PY"), electronic_day(self._take("PD"))
        if year or rest:
            self.fields["issued"] = read_date(year, rest)
        early = " ".join(filter(None, (self._take("EA"), self._take("EY")))) or self._take("PE") or electronic
        if early:
            online = self.fields["available_date"] = read_date("", early)
            if online is not None and online.year:  # no issue has it yet
                self.fields.setdefault("issued", online)
        if held := self._take("CY"):
            self.fields["event_date"] = parse_days(held) or read_date("", held)

    def _pages(self) -> None:
        first, last, both = self._take("BP"), self._take("EP"), self._take("PS")
        page = "-".join(dict.fromkeys(filter(None, (first, last))))
        if both:
            pages = expand_pages(both)
            for tag, value in (("BP", first), ("EP", last)):
                if value and value not in pages:
                    self._keep(tag, value)
            page = pages
        if both and is_article_number(page):
            self.fields["number"] = page
        elif page:
            self.fields["page"] = page
        self._article("AR", self._take("AR"))

    def _article(self, tag: str, number: str) -> None:
        """Take the number of an article, or another number of it that stands in the same place."""
        self._put(article_field(number), tag, bare_article(number))

    # -- identifiers

    def _doi(self) -> None:
        """Take the DOI; what stands in its place, or behind it, is the number of an article or kept."""
        doi, _, others = self._take("DI").partition("; ")  # reviews of it may stand behind
        if bare := bare_doi(doi := doi.rstrip(".;")):
            self.fields["doi"] = bare
            doi = ""
        elif bare_article(doi) != doi:  # older exports have the article's number there
            self._article("DI", doi)
            doi = ""
        if left := "; ".join(filter(None, (doi, others.rstrip("; ")))):
            self._keep("DI", left)

    def _identifiers(self) -> None:
        self._doi()
        if (pmid := self._take("PM")).isdigit():
            self.fields["pmid"] = pmid
        elif pmid:
            self._keep("PM", pmid)
        self._numbers_of_serials_and_books()
        for tag, scheme in IDENTIFIERS.items():
            if value := self._take(tag):
                self._add("identifiers", [Identifier(kind=scheme, value=value)])
                if medline := _MEDLINE.fullmatch(value):
                    self.fields.setdefault("pmid", medline[1])

    def _numbers_of_serials_and_books(self) -> None:
        """Take ISSNs and ISBNs, of which some stand in the place of the others; what has no digit is kept as it is."""
        issns, isbns = [], []
        for tag, kind in _NUMBER_TAGS.items():
            for value in self._take(tag).replace(";", " ").split():
                if tag != "BN" and (issn := parse_issn(value, kind)):
                    issns.append(issn)
                elif any(map(str.isdigit, value)):
                    isbns.append(value)
                elif value not in _LABELS_OF_NUMBERS:
                    self._keep(tag, value)
        self._add("issn", issns)
        self._add("isbn", isbns)

    # -- the rest

    def _texts(self) -> None:
        if abstract := self._take("AB"):
            self.fields["abstract"] = abstract_sections(abstract)
        if other := abstract_sections(self._take("A2")):
            self._add("other_abstracts", [Abstract(sections=other)])
        self._add("keyword", [Keyword(text=text) for tag in ("DE", "ID") for text in self._parts(tag)])
        self._add("language", [code for text in self._parts("LA") for code in languages_with_blanks(text)])
        for tag, language in ABSTRACTS.items():
            if sections := abstract_sections(self._take(tag)):
                self._add("other_abstracts", [Abstract(kind="translated", language=language, sections=sections)])
        for letter in LANGUAGES:
            self._put("original_title", f"{letter}1", self._take(f"{letter}1"))
            self._add("keyword", [Keyword(text=text) for text in self._parts(f"{letter}5")])
        self._add("grants", read_grants(self._take("FU")))
        self._add("note", [text for tag in ("NT", "FX") if (text := self._take(tag))])
        self._add("related", [work for line in self.found.pop("CR", []) for work in read_cited(line)])

    def _of_medline(self) -> None:
        if self.fields.get("title", "").startswith("["):
            self.fields["title"] = title_as_cited(self.fields["title"])
        for tag, (field, read) in medline.FIELDS.items():
            values, rest = read(self._take(tag))
            self._add(field, values)
            if rest:
                self._keep(tag, ". ".join(rest))

    def _tables(self) -> None:
        for tag, field in LISTS.items():
            known = frozenset(self.fields.get(field, ()))
            self._add(field, [part for part in self._parts(tag) if part not in known])
        for tag, field in TEXT.items():
            value = self._take(tag)
            if value == "0" and tag == "PG":  # of old records, whose pages nobody has counted
                self._keep(tag, value)
            else:
                self._put(field, tag, value)
        if abbreviation := self._take("J9"):
            self._add("identifiers", journal_number(abbreviation, self.fields.get("container_title_short", "")))
            self.fields.setdefault("container_title_short", abbreviation)
        number = next((one.value for one in self.fields.get("identifiers", ())), "")
        vocabulary = VOCABULARIES.get(number[:3].upper(), "Web of Science")
        for tag, kind in HEADINGS.items():
            terms = [term.removesuffix(".") for term in self._parts(tag)]
            self._add("subjects", [Subject(term=term, kind=kind, vocabulary=vocabulary) for term in terms])
        if remarks := [f"{label}: {value}" for tag, label in WOS_REMARKS.items() if (value := self._take(tag))]:
            self.fields["annote"] = with_remarks("", remarks)


def _words(lines: Iterable[str]) -> str:
    """Return the words of a title, by which it is compared."""
    return " ".join(lines).rstrip(" .").casefold()


def _inverted(full: str, short: str) -> str:
    """Return a full name with the family name first, and with an initial that a comma cuts off (``Lind, Per, V``).

    The short name tells what the family name is, and whether the letter is an initial (``Lind, PV``) or a numeral.
    """
    family, comma, given = short.partition(",")
    start, apart, last = full.rpartition(", ")
    if apart and "," in start and len(last) == 1 and given.endswith(last):
        return f"{start} {last}"
    if comma and "," not in full and full.casefold().endswith(f" {family.casefold()}"):
        return f"{full[-len(family) :]}, {full[: -len(family)].strip()}"
    if comma and "," not in full and any(parts := parted_by_short(full, family, given)):
        return ", ".join(parts)
    return full


def _accented(full: str, short: str) -> str:
    """Return a full name with the family name of the short one where that has the accents that this one lacks."""
    family, comma, given = full.partition(",")
    return f"{accented(family, short.partition(',')[0])}{comma}{given}"


def _shortens(short: str, full: str) -> bool:
    """Return whether a name has the other's family name, and of its letters the rest."""
    letters = iter(name_key(full))
    return short.partition(",")[0].casefold() == full.partition(",")[0].casefold() and all(
        letter in letters for letter in name_key(short)
    )


def _sentences(lines: list[str]) -> Iterator[str]:
    """Yield the addresses: a line that follows one without a full stop goes on with it."""
    held = ""
    for line in lines:
        held = f"{held} {line}" if held else line
        if line.endswith("."):
            yield held
            held = ""
    if held:
        yield held


@remembered()
def read_name(text: str) -> Name:
    """Return the person in ``Family, Given`` or ``Family, GI``; without a comma it is a group.

    The Web of Science may have a blank before a hyphen, ``Lind, Ann -Kristin``.
    """
    name = inverted_name(_BLANK_BEFORE_HYPHEN.sub("-", text))
    return structs.replace(name, given=without_stops(name.given))


@remembered()
def read_date(year: str, rest: str) -> Date:
    """Return a date.

    Args:
        year: The year; empty if it stands in the rest.
        rest: ``DEC 16``, ``NOV-DEC``, ``WIN``, ``DEC 16 2020``, ``2020-Dec``, ``OCT 07-10, 2018``, ``04 2006``.
    """
    found = _YEAR.findall(rest)
    if not year:
        year = found[0] if len(set(found)) == 1 else ""
    if not (year.isdecimal() and len(year) == 4):
        return parse_date(" ".join(filter(None, (year, rest))))
    if any(other != year for other in found):
        return Date(year=int(year), literal=rest)
    words = _YEAR.sub("", rest).strip(" ,-")
    if not words:
        return Date(year=int(year))
    date = parse_date(f"{year} {words}")
    return Date(year=int(year), literal=rest) if date.literal or not date.year else date
