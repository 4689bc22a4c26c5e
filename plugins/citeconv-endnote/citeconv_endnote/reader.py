"""From EndNote's fields to a citation: one ``Reference`` goes in, a ``Citation`` comes out.

Both syntaxes end here. What a field means is a table (``fields``); how its text becomes a value, and what depends on
several fields, is told here and in ``identifiers``, ``containers`` and ``by_form``. The addresses of authors are one
field, which does not say who works where: those that name no author are given to the first, which is noted once.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from citeconv import Affiliation, Citation, Date, Event, Keyword
from citeconv.values.authors import Authors, are_joined, lettered_addresses
from citeconv.values.bare import article_field, bare_article, bare_pages, part_volume
from citeconv.values.conferences import take_meeting
from citeconv.values.databases import eprint_number
from citeconv.values.keywords import keywords_in
from citeconv.values.languages import language_code
from citeconv.values.links import take_number_on_page
from citeconv.values.nlm import take_retraction
from citeconv.values.notices import read_notice
from citeconv.values.pages import counted_article, expand_pages, is_article_number, with_hyphens
from citeconv.values.patterns import lazy
from citeconv.values.preprints import PREPRINT, is_preprint
from citeconv_endnote import hal
from citeconv_endnote.by_form import BY_FORM, LABELLED_ANEW, read_by_form
from citeconv_endnote.containers import read_containers
from citeconv_endnote.dates import read_accessed, read_date, read_issued
from citeconv_endnote.field_reader import GENERIC, FieldReader, Reference
from citeconv_endnote.fields import ARTICLE, EXCEPTIONS, JOURNALS, PROMOTED, ROLE, STATUS, meanings
from citeconv_endnote.identifiers import IDENTIFIERS, read_shaped
from citeconv_endnote.library import LINKS, PREFIX, identifier_place, parted
from citeconv_endnote.names import addresses_of, addresses_on, read_names
from citeconv_endnote.types import names_written_type
from citeconv_endnote.values import SEMICOLON, SHAPES, is_count, read_abstract

_TRANSLATED = lazy(r"\[[^\[\]]{3,500}\]\.?")
_AUTHORS = "contributors/authors/author"
_AT_LAST = frozenset(("auth-address", "custom7", "remote-database-provider"))
"""Fields that can be read only when others are."""
_OWN_DATES = frozenset(("original_date", "submitted"))
_DATE_TARGETS = _OWN_DATES | {"accessed", "available_date"}
_LANGUAGE_SIGNS = lazy(r"(?:(?<! ) +)?[;,/\n] *")


class Reader:
    """Turns references into citations.

    Args:
        note: Called with guesses.
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


class _Reading(FieldReader):
    """Reads all of a reference."""

    def __init__(self, reader: Reader, reference: Reference) -> None:
        super().__init__(reference)
        self.reader = reader

    def citation(self) -> Citation:
        name = self.reference.type_name
        if self.type == "Electronic Article" and ("volume" in self.fields or "number" in self.fields):
            self.values["type"] = "article-journal"
        if name not in ("", GENERIC) and not names_written_type(name, self.values["type"]):
            self.extra.append((f"{PREFIX}ref-type", name))
        for path, target in PROMOTED.get(self.type, {}).items():
            if path in self.fields and target not in self.fields:
                self.fields[target] = self.fields.pop(path)
        read_containers(self)
        self._issued()
        own = EXCEPTIONS.get(self.type, {})
        self._one_by_one(own)
        read_by_form(self, own)
        take_retraction(self.values)
        if is_preprint(name.strip()):  # as others than EndNote call it
            self.values.setdefault("genre", PREPRINT)
        self._provider()
        if self.type in JOURNALS:
            part_volume(self.values)
            take_meeting(self.values)
        self._pages()
        self._addresses()
        take_number_on_page(self.values, self.values.get("url", ""))
        identifiers, extra = parted(self.extra)
        if extra:
            self.values["extra"] = tuple(extra)
        self.identifiers += identifiers
        if self.identifiers:
            self.values["identifiers"] = tuple(sorted(self.identifiers, key=identifier_place))
        return Citation(**self.values)

    def _one_by_one(self, own: dict[str, str]) -> None:
        """Read each field that tells by itself what it is.

        Args:
            own: What fields mean in this reference type otherwise than in most.
        """
        known = meanings(self.type)
        for path, texts in self.fields.items():
            if path in _AT_LAST or (path in own and own[path] in BY_FORM):
                continue
            if path in LABELLED_ANEW and own.get(path):
                self._field(path, own[path], texts)
            elif method := _METHODS.get(path):
                method(self, texts)
            elif path in SHAPES:
                read_shaped(self, path, texts)
            elif path in known:
                self._field(path, known[path], texts)
            elif path in LINKS:
                for text in "\n".join(texts).split("\n"):
                    self.identify(path, text)
            else:
                self.keep(path, texts)

    # -- simple fields

    def _field(self, path: str, target: str, texts: list[str]) -> None:
        """Read a field whose meaning is a field of the citation."""
        if target in _NAME_TARGETS:
            self.names(path, target, texts)
        elif target.startswith(ROLE):
            self._contributors(target.removeprefix(ROLE), texts)
        elif target in _DATE_TARGETS:
            self._date(path, target, texts)
        elif target == "publication_types":
            kinds = [kind for text in texts for kind in SEMICOLON.split(text.replace("\n", "; ")) if kind]
            self.values[target] = (*self.values.get(target, ()), *kinds)
        elif target == "number_of_pages" and not is_count(texts[0]):
            self.put("pages", "page", texts)
        elif path == "pages" and len(texts) > 1 and is_count(texts[0]) and not is_count(texts[1]):
            self.values["number_of_pages"] = texts[0]  # as CNKI has them
            self.put(path, target, texts[1:])
        else:
            self.put(path, target, texts)

    def _contributors(self, role: str, texts: list[str]) -> None:
        names = [name for text in texts for line in text.split("\n") for name in read_names(line)]
        people = tuple([structs.replace(name, role=role) for name in names])
        self.values["contributor"] = (*self.values.get("contributor", ()), *people)

    def _date(self, path: str, target: str, texts: list[str]) -> None:
        date = read_accessed(texts[0]) if target == "accessed" else read_date(texts[0])
        if target in _OWN_DATES and (date.literal or not date.year):
            self.keep(path, texts)
        elif target == "available_date" and (date.literal or not date.year):
            self.put(path, "edition", texts)
        else:
            self.values[target] = date
            self.keep(path, texts[1:])

    def _modified(self, texts: list[str]) -> None:
        """Read when the record was changed; ADS has the number at arXiv there. What people have else is left."""
        if (eprint := eprint_number(texts[0])) is not None:
            self.identifiers.append(eprint)
            return self.keep("modified-date", texts[1:])
        date = read_date(texts[0])
        if date.year:
            self.values["history"] = (Event(kind="record-revised", date=date),)
        return self.keep("modified-date", texts[1:] if date.year else texts)

    # -- texts

    def _original(self, texts: list[str]) -> None:
        """Read the original title of a work whose title stands in brackets, for it is translated."""
        title = self.fields.get("titles/title", [""])[0]
        if not (_TRANSLATED.fullmatch(title) and self.fill("original_title", texts[0].replace("\n", " "))):
            self.keep("orig-pub", texts[:1])
        self.keep("orig-pub", texts[1:])

    def _abstract(self, texts: list[str]) -> None:
        self.values["abstract"] = read_abstract("\n".join(texts))

    def _keywords(self, texts: list[str]) -> None:
        words = keywords_in("\n".join(texts).split("\n"))
        self.values["keyword"] = tuple([Keyword(text=word) for word in words if word])

    def _notes(self, texts: list[str]) -> None:
        lines = "\n".join(texts).split("\n")
        if lines[0].startswith(STATUS) and "status" not in meanings(self.type).values():
            self.values["status"] = lines.pop(0).removeprefix(STATUS)
        notices = list(map(read_notice, lines))
        if related := tuple(filter(None, notices)):
            self.values["related"] = related
            lines = [line for line, notice in zip(lines, notices, strict=True) if not notice]
        if lines:
            self.values["note"] = (*self.values.get("note", ()), *lines)

    def _languages(self, texts: list[str]) -> None:
        words = [word for text in texts for word in _LANGUAGE_SIGNS.split(text) if word]
        self.values["language"] = tuple(map(language_code, words))

    # -- what is several fields, or depends on others

    def _issued(self) -> None:
        years = self.fields.pop("dates/year", [])
        dates = self.fields.pop("dates/pub-dates/date", [])
        if not (years or dates):
            return
        date, whole = read_issued(years[0] if years else "", dates[0] if dates else "")
        if date != Date():
            self.values["issued"] = date
        self.keep("dates/year", years[1:])
        self.keep("dates/pub-dates/date", dates[1:] if whole else dates)

    def _provider(self) -> None:
        """The provider of the database is the archive, or the source where no database is named."""
        if texts := self.fields.get("remote-database-provider", []):
            self.put("remote-database-provider", "archive" if "source" in self.values else "source", texts)

    def _addresses(self) -> None:
        """Give the addresses to the authors they name, others to the first."""
        texts = self.fields.get("auth-address", [])
        names = self.values.get(meanings(self.type)[_AUTHORS])
        if not texts or not names:
            return self.keep("auth-address", texts)
        if are_joined(texts[0]) and (taken := (people := Authors(names)).take_joined(" ".join(texts))) is not None:
            left, guessed = taken
            if guessed:
                self.reader.addresses_given_to_first_author()
            self.values[meanings(self.type)[_AUTHORS]] = people.complete()
            return self.keep("auth-address", left)
        addresses = [address for text in texts for line in text.split("\n") for address in addresses_on(line)]
        lettered = lettered_addresses(addresses[0], len(names)) if len(addresses) == 1 else []
        owned = lettered or addresses_of(names, addresses)
        if len(owned[0]) > 1 and len(names) > 1:
            self.reader.addresses_given_to_first_author()
        self.values[meanings(self.type)[_AUTHORS]] = tuple(
            [
                structs.replace(name, affiliations=tuple([Affiliation(text=text) for text in own])) if own else name
                for name, own in zip(names, owned, strict=True)
            ]
        )
        return None

    def _pages(self) -> None:
        """Bring pages to their full form, or find the number of the article in their place."""
        page = self.values.get("page", "")
        numbers = self.fields.get("custom7", [])
        if self.type not in JOURNALS:
            self.keep("custom7", numbers)
        elif numbers and (field := article_field(numbers[0])) != "number":
            filled = self.fill(field, bare_article(numbers[0]))
            self.keep("custom7", numbers[1:] if filled else numbers)
        elif numbers:
            self.put("custom7", "number", numbers)
            if page == self.values["number"]:
                del self.values["page"]
                return
        if not any(map(str.isalnum, page)):  # Reference Manager's "-" for none
            if page:
                self.keep("pages", [self.values.pop("page")])
            return
        if self.type in JOURNALS and "number" not in self.values and (counted := counted_article(page))[0]:
            del self.values["page"]
            self.values["number"], extent = counted
            if extent:
                self.put("pages", "number_of_pages", [extent])
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
_METHODS: dict[str, Callable[[_Reading, list[str]], None]] = {
    **IDENTIFIERS,
    "abstract": _Reading._abstract,
    "keywords/keyword": _Reading._keywords,
    "language": _Reading._languages,
    "modified-date": _Reading._modified,
    "notes": _Reading._notes,
    "orig-pub": _Reading._original,
}
"""How the fields are read that mean the same in every reference type but are not mere text."""
