"""From EndNote's fields to a citation: one ``Reference`` goes in, a ``Citation`` comes out.

Both syntaxes end here. What a field means is a table (``fields``); here is how its text becomes a value. Three things
are odd. The title of a journal stands in up to six fields, in full, abbreviated, or the same each time. An accession
number is a PMID when nothing says otherwise. And the addresses of authors are one field, which does not say who works
where: those that name no author are given to the first, which is noted once. Whatever has no place goes to ``extra``
under the name that the field has in EndNote XML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from msgspec import structs

from citeconv import Affiliation, Citation, Date, Event, Grant, Identifier, Keyword
from citeconv.values.bare import BARE, bare_pages
from citeconv.values.catalogued import are_catalogued, catalogued
from citeconv.values.conferences import is_title
from citeconv.values.databases import number_elsewhere
from citeconv.values.dates import is_coarser
from citeconv.values.forms import is_degree, is_patent_class, is_year, names_university
from citeconv.values.keywords import keywords_in
from citeconv.values.languages import language_code
from citeconv.values.names import is_others
from citeconv.values.pages import expand_pages, is_article_number, with_hyphens
from citeconv.values.patterns import lazy
from citeconv_endnote import hal
from citeconv_endnote.dates import read_accessed, read_date, read_issued
from citeconv_endnote.fields import ARTICLE, CONFERENCES, DEFAULT, EXCEPTIONS, JOURNALS, PROMOTED, ROLE, meanings
from citeconv_endnote.library import LINKS, PREFIX, identifier_place, parted
from citeconv_endnote.names import addresses_of, addresses_on, read_names
from citeconv_endnote.types import names_written_type, read_type, reference_type
from citeconv_endnote.values import (
    PMID,
    SEMICOLON,
    SHAPES,
    abbreviates,
    accession,
    are_pages,
    bare_doi,
    is_address,
    is_count,
    labelled_number,
    number_beside,
    numbers_on_a_line,
    numbers_work,
    read_abstract,
    shaped,
)

_EMBASE = lazy(r"embase|medline", re.I)
_TRANSLATED = lazy(r"\[[^\[\]]{3,500}\]\.?")
_LINE_ENDS = lazy(r"\n|\\[rn]")
"""Line ends, and what Mendeley writes for them."""
_AUTHORS = "contributors/authors/author"
_SECONDARY = "titles/secondary-title"
_ALTERNATE = "titles/alt-title"
_NUMBER = "electronic-resource-num"
_PERIODICALS = (
    "periodical/full-title", "periodical/abbr-1", "alt-periodical/full-title", "alt-periodical/abbr-1",
)  # fmt: skip
_AT_LAST = frozenset(("auth-address", "custom7", "remote-database-provider"))
"""Fields that can be read only when others are."""
_OWN_DATES = frozenset(("original_date", "submitted"))
_DATE_TARGETS = _OWN_DATES | {"accessed", "available_date"}
LABELLED_ANEW = frozenset(("custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "orig-pub"))
"""Fields that mean something else in some types than what they are read as by their form."""
_LANGUAGE_SIGNS = lazy(r"(?:(?<! ) +)?[;,/\n] *")
_ARTICLE_NUMBER = lazy(r"Art(?:icle|n)\.?(?: (?:no|number)\.?)? (\S+)", re.I)


class Reference(NamedTuple):
    """A record as its syntax gives it.

    Args:
        type_name: The reference type as the record names it; empty if it does not.
        number: Its number in EndNote XML.
        fields: The values of each field by its path in EndNote XML; lines of a value stand on lines.
        extra: What is not a field: attributes and the like.
    """

    type_name: str
    number: str
    fields: dict[str, list[str]]
    extra: list[tuple[str, str]]


class Reader:
    """Turns references into citations.

    Args:
        note: Told of guesses.
    """

    def __init__(self, note: Callable[[str], object]) -> None:
        self._note = note
        self._addresses_noted = False

    def citation(self, reference: Reference) -> Citation:
        """Return the citation that a reference is."""
        if "call-num" in reference.fields:
            type_name, fields = hal.arranged(reference.type_name, reference.fields)
            reference = reference._replace(type_name=type_name, fields=fields)
        return _Reading(self, reference).citation()

    def addresses_given_to_first_author(self) -> None:
        """Note, once for an input, that addresses are given to the first author."""
        if not self._addresses_noted:
            self._addresses_noted = True
            self._note("several author addresses: EndNote does not say whose they are; given to the first author")


class _Reading:
    """The state while one reference is read: the fields of the citation so far, and what is left over."""

    def __init__(self, reader: Reader, reference: Reference) -> None:
        self.reader = reader
        self.reference = reference
        self.fields = dict(reference.fields)
        self.values: dict[str, Any] = {}
        self.extra = [(PREFIX + path, value) for path, value in reference.extra]
        self.identifiers: list[Identifier] = []
        known = reference_type(reference.type_name or self._untold(), reference.number)
        self.type = known.name if known else "Generic"
        self.values["type"] = read_type(known, " ".join(self.fields.get("work-type", ())))

    def citation(self) -> Citation:
        name = self.reference.type_name
        if self.type == "Electronic Article" and ("volume" in self.fields or "number" in self.fields):
            self.values["type"] = "article-journal"
        if name and not names_written_type(name, self.values["type"]):
            self.extra.append((f"{PREFIX}ref-type", name))
        for path, target in PROMOTED.get(self.type, {}).items():
            if path in self.fields and target not in self.fields:
                self.fields[target] = self.fields.pop(path)
        self._containers()
        self._issued()
        known, own = meanings(self.type), EXCEPTIONS.get(self.type, {})
        for path, texts in self.fields.items():
            if path in _AT_LAST or (path in own and own[path] in BY_FORM):
                continue
            if path in LABELLED_ANEW and own.get(path):
                self._field(path, own[path], texts)
            elif method := _METHODS.get(path):
                method(self, texts)
            elif path in SHAPES:
                self._shaped(path, texts)
            elif path in known:
                self._field(path, known[path], texts)
            elif path in LINKS:
                for text in "\n".join(texts).split("\n"):
                    self._identify(path, text)
            else:
                self._leave(path, texts)
        self._by_form(own)
        self._provider()
        self._pages()
        self._addresses()
        identifiers, extra = parted(self.extra)
        if extra:
            self.values["extra"] = tuple(extra)
        self.identifiers += identifiers
        if self.identifiers:
            self.values["identifiers"] = tuple(sorted(self.identifiers, key=identifier_place))
        return Citation(**self.values)

    def _untold(self) -> str:
        """Return the type of a reference that may name none: what stands in a periodical is an article."""
        fields = self.fields
        periodical = not fields.keys().isdisjoint(_PERIODICALS) or (_SECONDARY in fields and "volume" in fields)
        return "Journal Article" if periodical and not self.reference.number else ""

    def _identify(self, path: str, text: str) -> None:
        """Take a link, or a number beside the DOI, for an identifier."""
        self.identifiers.append(Identifier(kind=LINKS[path], value=text))

    def _leave(self, path: str, texts: list[str]) -> None:
        """Put what has no place into ``extra``."""
        self.extra += [(PREFIX + path, text) for text in texts]

    # -- simple fields

    def _field(self, path: str, target: str, texts: list[str]) -> None:
        """Read a field whose meaning is a field of the citation."""
        if target in _NAME_TARGETS:
            self._names(path, target, texts)
        elif target.startswith(ROLE):
            self._contributors(target.removeprefix(ROLE), texts)
        elif target in _DATE_TARGETS:
            self._date(path, target, texts)
        elif target == "publication_types":
            kinds = [kind for text in texts for kind in SEMICOLON.split(text.replace("\n", "; ")) if kind]
            self.values[target] = (*self.values.get(target, ()), *kinds)
        elif target == "number_of_pages" and not is_count(texts[0]):
            self._one("pages", "page", texts)
        elif path == "pages" and len(texts) > 1 and is_count(texts[0]) and not is_count(texts[1]):
            self.values["number_of_pages"] = texts[0]  # as CNKI has them
            self._one(path, target, texts[1:])
        else:
            self._one(path, target, texts)

    def _one(self, path: str, target: str, texts: list[str]) -> None:
        """Read text into a field that holds one; further ones are left, unless they say the same."""
        text, *others = texts
        text = text.replace("\n", " ")
        if bare := BARE.get(target):
            text = bare(text)
        if target in self.values:
            others = [text] if self.values[target] != text else []
        else:
            self.values[target] = text
        self._leave(path, [other for other in others if other != self.values[target]])

    def _names(self, path: str, target: str, texts: list[str]) -> None:
        names = [name for text in texts for name in text.split("\n")]
        if names and is_others(names[-1]):
            names.pop()
            self.values["et_al"] = (*self.values.get("et_al", ()), target)
        if are_catalogued("\n".join(names)):
            names = self._without_marks(path, target, names)
        if names:
            self.values[target] = (*self.values.get(target, ()), *[name for text in names for name in read_names(text)])

    def _without_marks(self, path: str, target: str, names: list[str]) -> list[str]:
        """Return names without what catalogues have behind them; those of another role go where that belongs."""
        left = []
        for text in names:
            name, role, says_more = catalogued(text)
            if says_more:
                self._leave(path, [text])
            if role in ("", target):
                left.append(name)
            else:
                self.values[role] = (*self.values.get(role, ()), *read_names(name))
        return left

    def _contributors(self, role: str, texts: list[str]) -> None:
        names = [name for text in texts for line in text.split("\n") for name in read_names(line)]
        people = tuple([structs.replace(name, role=role) for name in names])
        self.values["contributor"] = (*self.values.get("contributor", ()), *people)

    def _date(self, path: str, target: str, texts: list[str]) -> None:
        date = read_accessed(texts[0]) if target == "accessed" else read_date(texts[0])
        if target in _OWN_DATES and (date.literal or not date.year):
            self._leave(path, texts)
        elif target == "available_date" and (date.literal or not date.year):
            self._one(path, "edition", texts)
        else:
            self.values[target] = date
            self._leave(path, texts[1:])

    def _modified(self, texts: list[str]) -> None:
        """Read when the record was changed; where people have something else in its place, it is left."""
        date = read_date(texts[0])
        if date.year:
            self.values["history"] = (Event(kind="record-revised", date=date),)
        self._leave("modified-date", texts[1:] if date.year else texts)

    # -- fields that have a label of their own in some types, and are told by their form

    def _by_form(self, own: dict[str, str]) -> None:
        """Read what is told by its form, or by what stands in other fields."""
        for path in own.keys() & self.fields.keys():
            if method := BY_FORM.get(own[path]):
                method(self, path, self.fields[path])

    def _degree(self, path: str, texts: list[str]) -> None:
        """Read Volume of a thesis, which EndNote calls Degree."""
        self._one(path, "genre" if is_degree(texts[0]) else "volume", texts)

    def _patent_class(self, path: str, texts: list[str]) -> None:
        if is_patent_class(texts[0]):
            self.values["categories"] = tuple(texts)
        else:
            self._one(path, "edition", texts)

    def _other_number(self, path: str, texts: list[str]) -> None:
        """Read a number that is the work's where no other is."""
        self._one(path, "number", texts)

    def _funder(self, _path: str, texts: list[str]) -> None:
        agencies = [line.rstrip(" ,") for text in texts for line in text.split("\n")]
        self.values["grants"] = tuple([Grant(agency=agency) for agency in agencies])

    def _department(self, path: str, texts: list[str]) -> None:
        """Read the people, or the part of an organisation, in a field of names."""
        names = [name for text in texts for line in text.split("\n") for name in read_names(line)]
        if len(names) == 1 and names[0].literal:
            self._one(path, "division", [names[0].literal])
        else:
            self._names(path, "translator" if path.startswith("contributors/subsidiary") else "editor", texts)

    def _place(self, path: str, texts: list[str]) -> None:
        """Read where the conference was, if Custom 1 has the place of the publisher."""
        self._one(path, "event_place" if "custom1" in self.fields else "publisher_place", texts)

    def _school(self, path: str, texts: list[str]) -> None:
        """Read the department, or where no publisher is the university (CNKI)."""
        whole = names_university(texts[0]) and "publisher" not in self.fields
        self._one(path, "publisher" if whole else "division", texts)

    def _proceedings(self, path: str, texts: list[str]) -> None:
        """Leave the title of the proceedings where it is not read as the container beside the conference."""
        if is_title(texts[0]):
            self._one(path, "container_title", texts)
        else:
            self._leave(path, texts)

    def _year_published(self, path: str, texts: list[str]) -> None:
        """Read the year of the proceedings, beside which the other date is that of the conference."""
        date: Date | None = self.values.get("issued")
        if not is_year(texts[0]):
            return self._shaped(path, texts) if path in SHAPES else self._leave(path, texts)
        if date is not None and date.year != int(texts[0]):
            self.values["event_date"] = date
        if date is None or date.year != int(texts[0]):
            self.values["issued"] = Date(year=int(texts[0]))
        return None

    def _seen(self, path: str, texts: list[str]) -> None:
        """Read when a page was seen, in parts or once more."""
        known: Date | None = self.values.get("accessed")
        parts = [*self.fields.get("custom1", ()), *self.fields.get("volume", ())]
        year = next((text for text in parts if is_year(text)), "")
        for text in texts:
            date = read_accessed(text)
            if (date.literal or not date.year) and year:
                date = read_date(f"{text} {year}")
            if date.literal or not date.year:
                self._one(path, DEFAULT[path], [text]) if path in DEFAULT else self._leave(path, [text])
            elif known is None or is_coarser(known, date):
                known = self.values["accessed"] = date
            elif known != date and not is_coarser(date, known):
                self._leave(path, [text])

    # -- dates and containers, which are several fields each

    def _issued(self) -> None:
        years = self.fields.pop("dates/year", [])
        dates = self.fields.pop("dates/pub-dates/date", [])
        if not (years or dates):
            return
        date, whole = read_issued(years[0] if years else "", dates[0] if dates else "")
        if date != Date():
            self.values["issued"] = date
        self._leave("dates/year", years[1:])
        self._leave("dates/pub-dates/date", dates[1:] if whole else dates)

    def _containers(self) -> None:
        """Find title and abbreviation of the container among the fields that may hold them."""
        proceedings = self.fields.get("custom3", [""]) if self.type in CONFERENCES else [""]
        if is_title(proceedings[0]) and _SECONDARY in self.fields:
            self._one(_SECONDARY, "event_title", self.fields[_SECONDARY])
            self.fields[_SECONDARY] = proceedings
        if meanings(self.type).get(_SECONDARY) != "container_title":
            same = self.fields.get(_SECONDARY)
            for path in (*_PERIODICALS, _ALTERNATE):
                if self.fields.get(path) == same:
                    self.fields.pop(path, None)
            return
        first = self.fields.pop(_SECONDARY, [])
        full = self.fields.pop("periodical/full-title", [])
        short = self.fields.pop("periodical/abbr-1", [])
        title, abbreviation = "", ""
        if first or full:
            title = (first or full)[0].replace("\n", " ")
        if short:
            abbreviation = short[0]
            if full and first and title in (abbreviation, full[0]) and full[0] != abbreviation:
                title = full[0]
        others = [(_SECONDARY, text) for text in first[1:]]
        others += [("periodical/full-title", text) for text in full] + [("periodical/abbr-1", text) for text in short]
        others += [(_ALTERNATE, text) for text in self.fields.pop(_ALTERNATE, [])]
        for path in _PERIODICALS[2:]:
            others += [(path, text) for text in self.fields.pop(path, [])]
        title, abbreviation, only_short = self._told_apart(title, abbreviation, others, bool(full))
        if title and only_short and abbreviation in ("", title):
            self.values["container_title_short"] = title
        else:
            if title:
                self.values["container_title"] = title
            if abbreviation and abbreviation != title:
                self.values["container_title_short"] = abbreviation

    def _told_apart(
        self, title: str, abbreviation: str, others: list[tuple[str, str]], full: bool
    ) -> tuple[str, str, bool]:
        """Return title and abbreviation of the container, and whether there is but the one.

        Args:
            title: The title, as far as its own fields tell.
            abbreviation: Likewise.
            others: Further texts with their fields, which may be either, or something else.
            full: Whether a field tells the title in full.
        """
        only_short = not full and abbreviation == title
        for path, text in others:
            if text in (title, abbreviation):
                only_short = only_short or (path == _ALTERNATE and not full and self.type in JOURNALS)
            elif not abbreviation and abbreviates(text, title):
                abbreviation = text
            elif not abbreviation and self.type in JOURNALS and abbreviates(title, text):
                title, abbreviation, only_short = text, title, False
            elif (number := _ARTICLE_NUMBER.fullmatch(text)) and "number" not in self.values:
                self.values["number"] = number[1]
            elif path == _ALTERNATE and text.startswith("10.") and bare_doi(text) and not self.fields.get(_NUMBER):
                self.values["doi"] = text
            else:
                self.extra.append((PREFIX + path, text))
        return title, abbreviation, only_short

    # -- identifiers

    def _doi(self, texts: list[str]) -> None:
        for text in "\n".join(texts).split("\n"):
            doi, pii = number_beside(text)
            if "pages" not in self.fields and "page" not in self.values and are_pages(text):
                self.values["page"] = text  # Open Journal Systems has no other place for them
            elif not ((doi and self._set("doi", doi)) or (pii and self._set("pii", pii))):
                self._identify(_NUMBER, text)

    def _set(self, target: str, value: str) -> bool:
        """Fill a field that is empty; whether it holds the value now."""
        return bool(self.values.setdefault(target, value) == value)

    def _accession(self, texts: list[str]) -> None:
        databases = self.fields.get("remote-database-name") or self.fields.get("remote-database-provider") or [""]
        for text in "\n".join(texts).split("\n"):
            kind, value = accession(text, databases[0])
            if kind != "pmid" or not self._set("pmid", value):
                self.identifiers.append(Identifier(kind="accession" if kind == "pmid" else kind, value=value))

    def _elsewhere(self, texts: list[str]) -> None:
        """Read the Cochrane Library's ``PUBMED 38407106,EMBASE 643589775``, or the AGU's ``doi:10.5555/t`` where there
        is no DOI; a text of another form is left."""
        for text in texts:
            doi = bare_doi(text) if text.startswith("doi:") and _NUMBER not in self.fields else ""
            if doi and self._set("doi", doi):
                continue
            numbers = list(map(number_elsewhere, text.split(",")))
            found = [number for number in numbers if number is not None]
            others = [number for number in found if number.kind != "pmid"]
            pmids = [number.value for number in found if number.kind == "pmid"]
            if len(found) == len(numbers) and all([self._set("pmid", pmid) for pmid in pmids]):
                self.identifiers += others
            else:
                self._leave("custom3", [text])

    def _number_of_pubmed(self, texts: list[str]) -> None:
        """Read the number that Embase has of what is in PubMed, too."""
        databases = self.fields.get("remote-database-name", [""])
        for text in texts:
            if not (_EMBASE.search(databases[0]) and PMID.fullmatch(text) and self._set("pmid", text)):
                self._leave("custom5", [text])

    def _original(self, texts: list[str]) -> None:
        """Read the original title of a work whose title stands in brackets, for it is translated."""
        title = self.fields.get("titles/title", [""])[0]
        if not (_TRANSLATED.fullmatch(title) and self._set("original_title", texts[0].replace("\n", " "))):
            self._leave("orig-pub", texts[:1])
        self._leave("orig-pub", texts[1:])

    def _shaped(self, path: str, texts: list[str]) -> None:
        """Read a custom field if it looks like what EndNote's filters put there."""
        for text in texts:
            value = shaped(path, text)
            if not (value and self._set(SHAPES[path][0], value)):
                self._leave(path, [text])

    def _numbers(self, texts: list[str]) -> None:
        """Read ISSN and ISBN, told apart by their shape; the number of a report is neither."""
        found: dict[str, dict[Any, None]] = {"issn": {}, "isbn": {}}
        lines = _LINE_ENDS.sub(";", ";".join(texts))
        for text in numbers_on_a_line(lines):
            target, value, remarked = labelled_number(text)
            if remarked and target:
                self._leave("isbn", [text])
            if target:
                found[target][value] = None
            elif numbers_work(self.type, text) and not self._has_number():
                self._one("isbn", "number", [text])
            else:
                self._leave("isbn", [text])
        self.values.update({target: tuple(values) for target, values in found.items() if values})

    def _has_number(self) -> bool:
        """Return whether the number of the work stands in a field of its own."""
        known = meanings(self.type)
        return any([known.get(path) == "number" for path in self.fields])

    def _url(self, texts: list[str]) -> None:
        for text in "\n".join(texts).split("\n"):
            if not (is_address(text) and self._set("url", text)):
                self._identify("urls/related-urls/url", text)

    # -- texts

    def _abstract(self, texts: list[str]) -> None:
        self.values["abstract"] = read_abstract("\n".join(texts))

    def _keywords(self, texts: list[str]) -> None:
        words = keywords_in("\n".join(texts).split("\n"))
        self.values["keyword"] = tuple([Keyword(text=word) for word in words if word])

    def _notes(self, texts: list[str]) -> None:
        self.values["note"] = (*self.values.get("note", ()), *"\n".join(texts).split("\n"))

    def _languages(self, texts: list[str]) -> None:
        words = [word for text in texts for word in _LANGUAGE_SIGNS.split(text) if word]
        self.values["language"] = tuple(map(language_code, words))

    def _addresses(self) -> None:
        """Give the addresses to the authors they name, others to the first."""
        texts = self.fields.get("auth-address", [])
        names = self.values.get(meanings(self.type)[_AUTHORS])
        if not texts or not names:
            return self._leave("auth-address", texts)
        addresses = [address for text in texts for line in text.split("\n") for address in addresses_on(line)]
        owned = addresses_of(names, addresses)
        if len(owned[0]) > 1 and len(names) > 1:
            self.reader.addresses_given_to_first_author()
        self.values[meanings(self.type)[_AUTHORS]] = tuple(
            [
                structs.replace(name, affiliations=tuple([Affiliation(text=text) for text in own])) if own else name
                for name, own in zip(names, owned, strict=True)
            ]
        )
        return None

    def _provider(self) -> None:
        """The provider of the database is the archive, or the source where no database is named."""
        if texts := self.fields.get("remote-database-provider", []):
            self._one("remote-database-provider", "archive" if "source" in self.values else "source", texts)

    def _pages(self) -> None:
        """Bring pages to their full form, or find the number of the article in their place."""
        page = self.values.get("page", "")
        numbers = self.fields.get("custom7", [])
        if self.type not in JOURNALS:
            self._leave("custom7", numbers)
        elif numbers:
            self._one("custom7", "number", numbers)
            if page == self.values["number"]:
                del self.values["page"]
                return
        if not any(map(str.isalnum, page)):  # Reference Manager's "-" for none
            if page:
                self._leave("pages", [self.values.pop("page")])
            return
        page = with_hyphens(bare_pages(page))
        numbers_article = is_article_number(page) if self.type in JOURNALS else page.startswith(ARTICLE)
        if numbers_article and "number" not in self.values:
            self.values["number"] = self.values.pop("page")
        else:
            self.values["page"] = expand_pages(page)


NAMES = (
    "author", "editor", "translator", "collection_editor", "director", "illustrator", "interviewer", "organizer",
    "performer", "producer", "recipient",
)  # fmt: skip
"""Fields of the citation that EndNote has for people."""
_NAME_TARGETS = frozenset(NAMES)
BY_FORM: dict[str, Callable[[_Reading, str, list[str]], None]] = {
    "conference place": _Reading._place,
    "degree": _Reading._degree,
    "department or editor": _Reading._department,
    "department or translator": _Reading._department,
    "department or university": _Reading._school,
    "funder": _Reading._funder,
    "other number": _Reading._other_number,
    "patent class": _Reading._patent_class,
    "proceedings": _Reading._proceedings,
    "seen": _Reading._seen,
    "year published": _Reading._year_published,
}
"""How the values are read of which the table tells that their form, or others, say what they are."""
_METHODS: dict[str, Callable[[_Reading, list[str]], None]] = {
    "abstract": _Reading._abstract,
    "accession-num": _Reading._accession,
    "custom3": _Reading._elsewhere,
    "custom5": _Reading._number_of_pubmed,
    "electronic-resource-num": _Reading._doi,
    "isbn": _Reading._numbers,
    "keywords/keyword": _Reading._keywords,
    "language": _Reading._languages,
    "modified-date": _Reading._modified,
    "notes": _Reading._notes,
    "orig-pub": _Reading._original,
    "urls/related-urls/url": _Reading._url,
}
"""How the fields are read that mean the same in every reference type but are not mere text."""
