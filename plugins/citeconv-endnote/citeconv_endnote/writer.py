"""From a citation to EndNote's fields: a ``Citation`` goes in, one ``Reference`` comes out, for either syntax.

The tables of ``fields`` are read backwards. A value that would not be read again as it was is written all the same
where it says something, and reported: names that EndNote would cut otherwise, addresses whose author is not told,
headings among the keywords. Values come out clean, lines on lines, markup as citeconv's tags.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress
from typing import Any

from msgspec.structs import astuple, replace

from citeconv import FIELDS, AbstractSection, Citation, Date, Event, Keyword, Related, Subject
from citeconv.values.bare import bare_pages, volume_and_issue
from citeconv.values.conferences import may_be_proceedings, names_meeting
from citeconv.values.creators import principal
from citeconv.values.keywords import keywords_in
from citeconv.values.languages import language_code, language_name
from citeconv.values.memo import remembered
from citeconv.values.nlm import status_of
from citeconv.values.notices import MERE_NOTE, read_notice, untold, write_notice
from citeconv.values.pages import counted_article, expand_pages, is_article_number, with_hyphens
from citeconv_endnote.by_form import BY_FORM, LABELLED_ANEW
from citeconv_endnote.dates import read_accessed, read_date, read_issued, write_date, write_issued
from citeconv_endnote.field_reader import Reference
from citeconv_endnote.field_writer import BAD
from citeconv_endnote.fields import (
    ALSO,
    ARTICLE,
    CONFERENCES,
    DEFAULT,
    EXCEPTIONS,
    JOURNALS,
    PROMOTED,
    STATUS,
    meanings,
    places,
)
from citeconv_endnote.identifier_fields import IdentifierFields
from citeconv_endnote.library import PREFIX, parted
from citeconv_endnote.people_fields import bare
from citeconv_endnote.reader import NAMES, Reader
from citeconv_endnote.types import read_type, reference_type, written_type
from citeconv_endnote.values import (
    is_count,
    numbers_work,
    read_abstract,
    stands_for_isbn,
)

_AUTHORS = "contributors/authors/author"
_CONTAINERS = ("titles/secondary-title", "periodical/full-title", "periodical/abbr-1")

CARRIES = frozenset(
    {
        "type", "key", "et_al", "issued", "abstract", "keyword", "subjects", "note", "related", "language", "doi",
        "pmid", "pmcid", "manuscript_id", "conflict_of_interest", "identifiers", "issn", "issn.kind", "isbn", "url",
        "history", "contributor", "contributor.role", "container_title_short", "archive", "extra",
        "author.affiliations",
        "available_date", *DEFAULT.values(),
        *(target for row in EXCEPTIONS.values() for target in row.values() if target in FIELDS),
        "event_title", "event_place",
    }
)  # fmt: skip
"""What both formats express."""


class Writer(IdentifierFields):
    """Turns citations into references."""

    def reference(self, citation: Citation) -> Reference:
        """Return the reference that a citation is."""
        self.citation = citation
        own = self._own_type(citation)
        kind = reference_type(own) or written_type(citation.type)
        self.type, self.fields, self.library, self.places = kind.name, {}, [], places(kind.name)
        self.by_form = False
        self.citation = citation = self._with_makers(citation)
        if kind.csl != citation.type and not own:
            self.lose("type", f"{citation.type} is written as {kind.name}")
        values = astuple(citation)
        for field, value in zip(compress(FIELDS, values), compress(values, values), strict=True):
            method = _METHODS.get(field)
            if method is not None:
                method(self, field, value)
            elif place := self.places.get(field):
                self.put(place, field, value)
            elif field in CARRIES and field not in _ELSEWHERE:
                self.lose(field, f"{kind.name} has no field for it")
        kept = {tag.removeprefix(PREFIX) for tag, _ in citation.extra}
        anew = _BY_FORM.get(kind.name, _NOTHING)
        if self.by_form or not anew.isdisjoint(self.fields) or not kept.isdisjoint((*anew, *meanings(kind.name))):
            self._check_by_form(own or kind.name, citation)
        if kind.name == "Electronic Article" and not own and {"volume", "number"} & self.fields.keys():
            self.lose("type", "an Electronic Article with a volume is read as a journal article")
            self.lose("extra", "the reference type is read into it")
        if citation.volume.endswith(")") and not citation.issue and kind.name in JOURNALS:
            self._check_volume(citation.volume)
        if "container_title" in self.places and (citation.container_title or citation.container_title_short):
            self._check_containers(citation)
        self._check_promoted(kind.name, {tag for tag, _ in citation.extra})
        extra = self._extra(citation.extra)
        return Reference(own or kind.name, str(kind.number or ""), self.fields, [*extra, *self.library])

    def _check_volume(self, value: str) -> None:
        """Report a volume that is read as one with an issue behind it."""
        volume, issue = volume_and_issue(value)
        if issue:
            self.lose("volume", f"is read as {volume}")
            self.lose("issue", f"{issue} is read as it")

    def _with_makers(self, citation: Citation) -> Citation:
        """Return a work with authors where its type has them, and with others there, such as the director of a film."""
        if "author" in self.places:
            maker = "" if citation.author else principal(citation, self.places)
            if not maker:
                return citation
            self.lose("author", f"the {maker} is read as one")
            return replace(citation, author=getattr(citation, maker))
        if not citation.author:
            return citation
        field = next((field for field, path in self.places.items() if path == _AUTHORS), "")
        if not field or getattr(citation, field):
            return citation
        self.lose("author", f"is read as the {field}")
        self.lose(field, "the author is read as one")
        if any([name.affiliations for name in citation.author]):
            self.lose("author.affiliations", f"the {field} has none")
        et_al = citation.et_al
        if "author" in et_al:
            self.lose("et_al", f"the author is read as the {field}")
            et_al = tuple([field if each == "author" else each for each in et_al])
        return replace(citation, author=(), et_al=et_al, **{field: citation.author})

    def _extra(self, kept: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
        """Return what the source had in fields of its own, but for the reference type."""
        extra = [(tag, value) for tag, value in kept if tag != f"{PREFIX}ref-type"]
        if len(kept) - len(extra) > 1:
            self.lose("extra", "a reference has one type")
        if any(["  " in value for _, value in extra]):
            self.lose("extra", "several blanks are read as one")
        if parted(extra) != ([], extra):
            self.lose("extra", "in the order of EndNote's fields, what is of its library as identifiers")
            self.lose("identifiers", "what is of a library is read into them")
        return extra

    def _check_by_form(self, type_name: str, citation: Citation) -> None:
        """Report what is read otherwise where the form of a value tells what it is."""
        kept = [(tag.removeprefix(PREFIX), text) for tag, text in citation.extra if tag.startswith(PREFIX)]
        fields = {path: list(texts) for path, texts in self.fields.items() if self.read_as(path)}
        for path, text in kept:
            if self.read_as(path):
                fields.setdefault(path, []).append(text)
        again = Reader(str).citation(Reference(type_name, "", fields, []))
        for field in _READ_AGAIN:
            found, wanted = getattr(again, field), getattr(citation, field)
            if field in NAMES:
                wanted = tuple(map(bare, wanted))
            if found != wanted and (found or field in CARRIES):
                self.lose(field, "is read back differently")
        if any([self.read_as(path) and (PREFIX + path, text) not in again.extra for path, text in kept]):
            self.lose("extra", "is read as what the type has there")

    def _check_promoted(self, type_name: str, tags: set[str]) -> None:
        """Report a field that is read as another one that is missing."""
        known = meanings(type_name)
        for path, target in PROMOTED.get(type_name, {}).items():
            field = known.get(path, "extra")
            if (path in self.fields or PREFIX + path in tags) and target not in self.fields:
                self.lose(field, f"is read as {known[target]} where there is none")
                self.lose(known[target], f"{field} is read into it")

    def _own_type(self, citation: Citation) -> str:
        """Return the name that the source gave to the reference type, if it still fits; else nothing."""
        for tag, value in citation.extra:
            if tag == f"{PREFIX}ref-type":
                known = reference_type(value)
                csl = read_type(known, citation.genre)
                if csl == citation.type or (known and known.name == "Electronic Article"):
                    return value
                self.lose("extra", f"{value} is not the type any more")
        return ""

    # -- values

    def _issued(self, field: str, date: Date) -> None:
        year, words = (self.clean(field, text) for text in write_issued(date))
        found, whole = read_issued(year, words)
        if found != _without_circa(date) or not whole:
            self.lose(field, f"{f'{year} {words}'.strip()!r} is read back differently")
        if not whole:
            self.lose("extra", "what is not read as a date stands there")
        if not (year or words):
            self.lose(field, "a date of which nothing is known")
        if year:
            self.put("dates/year", field, year)
        if words:
            self.put("dates/pub-dates/date", field, words)

    def _date(self, field: str, date: Date) -> None:
        place = self.places.get(field)
        text = self.clean(field, write_date(date))
        if place is None or (field == "available_date" and (date.literal or self.citation.edition)):
            return self.no_field(field)
        if not text:
            self.lose(field, "a date of which nothing is known")
        if (read_accessed if field == "accessed" else read_date)(text) != _without_circa(date):
            self.lose(field, f"{text!r} is read back differently")
        return self.put(place, field, text) if text else None

    def _edition(self, field: str, value: str) -> None:
        """Write Edition, which in a journal is the date of the Epub."""
        if place := self.places.get("edition"):
            return self.put(place, field, value)
        if "available_date" in self.places:
            date = read_date(self.clean(field, value))
            if date.year and not date.literal:
                self.lose(field, "is read as a date")
            return self.put("edition", field, value)
        return self.no_field(field)

    def _history(self, field: str, events: tuple[Event, ...]) -> None:
        revised = [event for event in events if event.kind == "record-revised"]
        if len(revised) != 1 or len(events) != 1 or revised[0].time:
            self.lose(field, "EndNote has the date of the last change only")
        if revised:
            text = self.clean(field, write_date(revised[0].date))
            if read_date(text) != revised[0].date or not revised[0].date.year:
                self.lose(field, f"{text!r} is read back differently")
                self.lose("extra", "a date without a year is read into it")
            self.put("modified-date", field, text)

    # -- containers

    def _container(self, field: str, title: str) -> None:
        place = self.places.get(field)
        if place is None:
            return self.no_field(field)
        self.put(place, field, title)
        if self.type in JOURNALS:
            self.put("periodical/full-title", field, title)
        return None

    def _event_title(self, field: str, title: str) -> None:
        """Write the conference of a paper, beside which the title of the proceedings stands in Custom 3."""
        if self.type not in CONFERENCES:
            return self.no_field(field)
        proceedings = self.citation.container_title or self.citation.container_title_short
        if not proceedings:
            self.lose(field, "is read as the title of the proceedings, which have none")
            self.lose("container_title", "the conference is read as the proceedings")
            return self.put("titles/secondary-title", field, title)
        if not may_be_proceedings(proceedings):
            return self.lose(field, "the title of the proceedings is one word, which is not read beside it")
        self.fields["custom3"] = self.fields.pop("titles/secondary-title", [])
        return self.put("titles/secondary-title", field, title)

    def _publisher_place(self, field: str, text: str) -> None:
        place = self.places.get(field)
        if self.type in CONFERENCES:
            place = "custom1" if self.citation.event_place else "pub-location"
        return self.put(place, field, text) if place else self.no_field(field)

    def _event_place(self, field: str, text: str) -> None:
        if self.type not in CONFERENCES:
            return self.no_field(field)
        if not self.citation.publisher_place:
            self.lose(field, "is read as the place of the publisher, which has none")
            self.lose("publisher_place", "the place of the conference is read as one")
        return self.put("pub-location", field, text)

    def _container_short(self, field: str, title: str) -> None:
        """Write the abbreviation of a journal; that of another work has no field but that of a title not known."""
        in_journal = self.type in JOURNALS
        place = self.places.get("container_title")
        if place and not self.citation.container_title:
            self.put(place, field, title)
            if not in_journal:
                return self.lose(field, "stands in the place of the full title, and is read back as that")
        return self.put("periodical/abbr-1", field, title) if in_journal else self.no_field(field)

    def _check_containers(self, citation: Citation) -> None:
        """Report a title or an abbreviation that is taken for the other, or for neither, when it is read."""
        paths = (*_CONTAINERS, "custom3") if self.type in CONFERENCES else _CONTAINERS
        held = [(self.read_as(path), text) for path in paths for text in self.fields.get(path, ())]
        kept = [(tag.removeprefix(PREFIX), text) for tag, text in citation.extra]
        held += [(self.read_as(path), text) for path, text in kept if path in paths]
        title, short = _containers(self.type, tuple([item for item in held if item[0]]))
        if title != citation.container_title or (self.type in JOURNALS and names_meeting(title)):
            self.lose("container_title", "is read back differently")
        if short != citation.container_title_short and self.type in JOURNALS:
            self.lose("container_title_short", "is read back differently")
            if citation.container_title_short != title:  # which says the same
                self.lose("extra", "an abbreviation that is not read as one stands there")

    # -- place in the container

    def _page(self, field: str, page: str) -> None:
        text = self.clean(field, page)
        if text and not (text[0].isalnum() or any(map(str.isalnum, text))):
            self.lose(field, "signs alone are no page")
            self.lose("extra", "what is no page is read into it")
        if text != expand_pages(with_hyphens(bare_pages(text))) or (
            self.type in JOURNALS and not self.citation.number and (is_article_number(text) or counted_article(text)[0])
        ):
            self.lose(field, f"{text!r} is read back differently")
            self.lose("number", "pages may be read as it")
            self.lose("number_of_pages", "pages may be read as it")
        place = self.places.get(field, "")
        if not place and not self.citation.number_of_pages:
            place = "pages"
            if is_count(text):
                for each in (field, "number_of_pages"):
                    self.lose(each, "a single page is read as the number of pages")
        if not place:
            return self.lose(field, f"{self.type} has the number of pages in its place")
        if meanings(self.type).get(place) == "dimensions":
            self.lose(field, "is read as dimensions")
            self.lose("dimensions", "a page is read as them")
            if self.citation.dimensions:
                self.lose("extra", "one of pages and dimensions is read into it")
        return self.fields.setdefault(place, []).append(text) if text else None

    def _number_of_pages(self, field: str, count: str) -> None:
        place = self.places.get(field)
        text = self.clean(field, count)
        if place is None or not text:
            return self.no_field(field)
        if not is_count(text):
            self.lose(field, "is read as pages")
        return self.fields.setdefault(place, []).append(text)

    def _number(self, field: str, number: str) -> None:
        """Write the number of a report, or of an article: there also as its pages, where other programs look for it."""
        if self.type not in JOURNALS:
            place = self.places.get(field, "")
            beside_isbn = self.read_as(place) == "isbn"  # as in refer
            if number.startswith(ARTICLE) and not self.citation.page and self.places.get("page") == "pages":
                return self.put("pages", field, number)
            if stands_for_isbn(self.type, number) and not (self.citation.isbn or self.citation.issn):
                return self.put("isbn", field, number)
            if not place or (beside_isbn and ("number" in self.fields or not numbers_work(self.type, number))):
                return self.no_field(field)
            return self.put(place, field, number)
        self.put("custom7", field, number)
        if not self.citation.page:
            self.put("pages", field, number)
        elif self.citation.page == number:
            self.lose("page", "is the number of the article")
        return None

    # -- texts

    def _abstract(self, field: str, sections: tuple[AbstractSection, ...]) -> None:
        lines = []
        for section in sections:
            paragraphs = [BAD.sub(" ", paragraph).strip(" ") for paragraph in section.paragraphs]
            label = BAD.sub(" ", section.label).strip(" ")
            if label:
                paragraphs[:1] = [f"{label}: {paragraphs[0] if paragraphs else ''}".strip(" ")]
            lines += [paragraph for paragraph in paragraphs if paragraph]
        text = "\n".join(lines)
        if not text or read_abstract(text) != tuple([replace(section, category="") for section in sections]):
            self.lose(field, "its paragraphs or labels are read back differently")
        if text:
            self.fields["abstract"] = [self.marked(field, text) if "<" in text or "&" in text else text]

    def _keywords(self, field: str, keywords: tuple[Keyword, ...]) -> None:
        texts = [self.clean(field, keyword.text) for keyword in keywords]
        if keywords_in(texts) != texts and (len(texts) > 1 or not self.citation.subjects):
            self.lose(field, "is read as several keywords")
        self.fields["keywords/keyword"] = [text for text in texts if text]

    def _subjects(self, field: str, subjects: tuple[Subject, ...]) -> None:
        self.lose(field, "headings are written as keywords")
        self.lose("keyword", "headings stand among the keywords")
        place = self.fields.setdefault("keywords/keyword", [])
        for subject in subjects:
            text = "/".join([subject.term, *(qualifier.term for qualifier in subject.qualifiers)])
            place += filter(None, [self.clean(field, text)])

    def _status(self, field: str, status: str) -> None:
        """Write the status where the type has it, or else in the first line of the notes."""
        if place := self.places.get(field):
            return self.put(place, field, status)
        if text := self.clean(field, status):
            self.fields["notes"] = [f"{STATUS}{text}"]
        return None

    def _notes(self, field: str, notes: tuple[str, ...]) -> None:
        lines = [*self.fields.get("notes", ()), *[self.clean(field, note) for note in notes]]
        if not self.citation.status and "status" not in self.places and lines[0].startswith(STATUS):
            self.lose(field, "the first is read as the status")
            self.lose("status", "a note is read as one")
        notices = list(filter(None, map(read_notice, lines)))
        if not self.citation.status and status_of("", notes, notices):
            self.lose("status", "is read from the notes")
        if notices:
            self.lose(field, "one is read as a notice about the work")
            self.lose("related", "a note is read as a notice")
        if text := "\n".join(filter(None, lines)):
            self.fields["notes"] = [text]

    def _notices(self, field: str, works: tuple[Related, ...]) -> None:
        """Write comments, corrections and retractions behind the notes."""
        lines = [self.clean(field, write_notice(each)) for each in works]
        for why in untold(works, lines):
            self.lose(field, why)
        if not self.citation.status and status_of("", (), works):
            self.lose("status", "is read from the notices")
        if None in map(read_notice, filter(None, lines)):
            self.lose("note", MERE_NOTE)
        if text := "\n".join(filter(None, [*self.fields.get("notes", ()), *lines])):
            self.fields["notes"] = [text]

    def _kinds(self, field: str, kinds: tuple[str, ...]) -> None:
        place = self.places.get(field)
        if place is None:
            return self.no_field(field)
        if not self.citation.status and status_of("", kinds, ()):
            self.lose("status", "is read from the publication types")
        texts = [self.clean(field, kind) for kind in kinds]
        if any(";" in text for text in texts):
            self.lose(field, "is cut at its semicolons")
        return self.put(place, field, "; ".join(filter(None, texts)))

    def _languages(self, field: str, codes: tuple[str, ...]) -> None:
        names = [self.clean(field, language_name(code)) for code in codes]
        for code, name in zip(codes, names, strict=True):
            if language_code(name) != code or any(sign in name for sign in ";,/"):
                self.lose(field, f"{code} is written as {name}")
        self.put("language", field, "; ".join(filter(None, names)))


@remembered()
def _containers(type_name: str, held: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Return title and abbreviation of the container as they are read from fields; journals recur."""
    fields: dict[str, list[str]] = {}
    for path, text in held:
        fields.setdefault(path, []).append(text)
    again = Reader(str).citation(Reference(type_name, "", fields, []))
    return again.container_title, again.container_title_short


_NOTHING: frozenset[str] = frozenset()
_BY_FORM = {
    name: frozenset(path for path, target in row.items() if target in BY_FORM or path in LABELLED_ANEW)
    for name, row in EXCEPTIONS.items()
}
"""By reference type, fields of which the form or others tell what they are."""
_READ_AGAIN = sorted(
    {
        "event_title", "event_place", "event_date", "issued", "pmid", "pmcid", "manuscript_id", "grants", "contributor",
        *(target for row in (DEFAULT, *EXCEPTIONS.values()) for target in row.values() if target in FIELDS),
        *(each for others in ALSO.values() for each in others),
    }
    - {
        "author", "key", "title", "title_short", "original_title", "annote", "source", "container_title",
        "container_title_short",
    }
)  # fmt: skip
"""What may then be read otherwise."""
_ELSEWHERE = frozenset(("type", "key", "extra"))
_METHODS: dict[str, Callable[[Writer, str, Any], None]] = {
    **dict.fromkeys(NAMES, Writer._names),
    "et_al": Writer._et_al,
    "contributor": Writer._contributor,
    "issued": Writer._issued,
    "accessed": Writer._date,
    "available_date": Writer._date,
    "history": Writer._history,
    "edition": Writer._edition,
    "container_title": Writer._container,
    "container_title_short": Writer._container_short,
    "event_title": Writer._event_title,
    "event_place": Writer._event_place,
    "publisher_place": Writer._publisher_place,
    "original_date": Writer._date,
    "submitted": Writer._date,
    "page": Writer._page,
    "number_of_pages": Writer._number_of_pages,
    "number": Writer._number,
    "abstract": Writer._abstract,
    "keyword": Writer._keywords,
    "subjects": Writer._subjects,
    "status": Writer._status,
    "note": Writer._notes,
    "related": Writer._notices,
    "publication_types": Writer._kinds,
    "language": Writer._languages,
    "doi": Writer._doi,
    "pmid": Writer._pmid,
    "identifiers": Writer._identifiers,
    "archive": Writer._archive,
    "conflict_of_interest": Writer._custom,
    "pmcid": Writer._custom,
    "manuscript_id": Writer._custom,
    "issn": Writer._numbers,
    "isbn": Writer._numbers,
    "url": Writer._url,
}
"""How the fields are written that are not mere text in a place."""


def _without_circa(date: Date) -> Date:
    return replace(date, circa=False) if date.circa else date
