"""Reading books and their parts: ``book-meta`` and ``book-part-meta`` go in, fields of a citation come out.

They hold what ``article-meta`` holds, titles and identifiers under names of their own. A part gets from its book what
is needed to cite it: title, people, publisher, edition, numbers. What else is said of the book is the book's own, and
kept with the part under ``book-meta`` only where the book is no record itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

from msgspec.json import encode
from msgspec.structs import replace

from citeconv import FIELDS, NAME_FIELDS, Citation, Date, Event, Identifier, Name, RecordError
from citeconv.values.bare import with_subtitle
from citeconv.values.markup import from_element
from citeconv.values.patterns import lazy
from citeconv_jats.attributes import keep_attributes, keep_own_attributes
from citeconv_jats.books import Around
from citeconv_jats.dates import words
from citeconv_jats.draft import Draft, Note, Reader, name_of
from citeconv_jats.mapping import BOOK_ID, BOOK_TYPES, HREF, PART_TYPES, SERIES_ID
from citeconv_jats.reading_meta import Meta
from citeconv_jats.reading_parts import id_type, put_id, put_isbn, put_issn, put_language, put_notes
from citeconv_jats.reading_people import Contributors, leave, put_place
from citeconv_jats.reading_relations import cited
from citeconv_jats.running_text import WORD

_PMCID = lazy(r"(?:PMC)?\d+(?:\.\d+)?")
_NUMBERED = lazy(r"(?:chap(?:ter|itre)?|kapitel|cap[ií]tulo|capitolo|hoofdstuk)\.? (\d{1,4}|[ivxlc]{1,9})[.:]?\Z", re.I)
"""The label of a chapter: its number is all that it says."""
_SPREAD, _ENOUGH = 100, 1_000_000
"""How many times as long as a book all that its parts have of it may be, and how many characters in any case."""
_SERIES = ("collection-meta", "book-series-meta")
_OF_BOOK = frozenset(
    "book-id book-title-group title-group book-title contrib-group aff aff-alternatives pub-date edition"
    " book-volume-number volume isbn issn publisher publisher-name publisher-loc permissions copyright-statement"
    " copyright-year copyright-holder license conference self-uri".split()
)
"""The elements of ``book-meta`` that are read for a part of the book, too."""
_SAME = (
    "edition", "volume", "volume_title", "publisher", "publisher_place", "collection_title", "collection_number",
    "event_title", "event_place", "event_date", "language", "isbn", "issn",
)  # fmt: skip
"""Fields that are the same for a part as for its book, unless it has its own."""
_OTHER = {"title": "container_title", "title_short": "container_title_short"}
_NAMES = {**dict(zip(NAME_FIELDS, NAME_FIELDS, strict=True)), "author": "container_author"}
_IDS = ("doi", "pmid", "pmcid", "pii", "manuscript_id", "url")
_RIGHTS = ("copyright", "license")
_DATES = ("issued", "available_date")


def read_book(root: Any, around: object, note: Note) -> Citation:
    """Return the citation of a book.

    Args:
        root: The element of the book with what is said of it, and the lists of references.
        around: Tells how many parts of it are no records.
        note: Called with what is left out.

    Raises:
        RecordError: Nothing in it says which book it is.
    """
    if root.find("book-meta") is None:
        raise RecordError("a book without book-meta: there is nothing to cite")
    draft = _book(root)
    cited(draft, root)
    kind = root.get("book-type") or ""
    draft.fields.setdefault("type", BOOK_TYPES.get(kind, "book"))
    draft.put("genre", "" if kind in BOOK_TYPES else kind, "book/@book-type")
    _tell_left_out(around, note)
    return draft.citation()


def read_part(root: Any, book: Container | None, part_title: str, around: Around, note: Note) -> Citation:
    """Return the citation of a part of a book.

    Args:
        root: The element of the part with what is said of it, and its lists of references.
        book: The book; None if nothing is known of it.
        part_title: The title of the part that this one stands in.
        around: Tells whether the book is a record of its own, and how many parts are no records.
        note: Called with what is left out.

    Raises:
        RecordError: What it stands in is too long to be written for each part.
    """
    _check_spread((book.length if book is not None else 0) + len(part_title), around)
    draft = Draft()
    draft.put("key", root.get("id") or "", "id")
    put_language(draft, root)
    draft.put("chapter_number", root.get("book-part-number") or "", "book-part-number")
    for child in root:
        if name_of(child) == "book-part-meta":
            _PartMeta(draft).read(child)
            keep_attributes(draft, child)
    keep_own_attributes(draft, root)
    cited(draft, root)
    draft.put("part_title", part_title, "title-group")
    _settle_part_type(draft, root)
    if book is not None:
        _take_from_book(draft, book, around.told)
    _tell_left_out(around, note)
    return draft.citation()


class Container(NamedTuple):
    """A book as what holds a part.

    Args:
        citation: The book, as far as it is needed to cite the part.
        rest: What else is said of it, as ``extra``.
        length: About how many characters all of it has when it is written.
    """

    citation: Citation
    rest: tuple[tuple[str, str], ...]
    length: int


def read_container(root: Any) -> Container:
    """Return the book in an element that has nothing but what is said of it. The element is changed."""
    rest = Draft()
    for meta in root.iter("book-meta"):
        for child in list(meta):
            if name_of(child) not in _OF_BOOK:
                rest.keep(child)
                meta.remove(child)
    citation = _book(root).citation()
    return Container(citation, tuple(rest.extra), _length(citation) + len(encode(rest.extra)))


def _length(citation: Citation) -> int:
    """Return about how many characters a citation has when it is written; places are not, for many may share them."""
    people = {field: getattr(citation, field) for field in NAME_FIELDS}
    bare = replace(citation, **{field: tuple(map(_without_places, names)) for field, names in people.items()})
    return sum(_length_of_places(name) for names in people.values() for name in names) + len(encode(bare))


def _length_of_places(name: Name) -> int:
    return sum(len(place.text) for place in name.affiliations) + sum(map(_length_of_places, name.members))


def _without_places(name: Name) -> Name:
    return replace(name, affiliations=(), members=tuple(map(_without_places, name.members)))


def title_of_part(metas: Any) -> str:
    """Return the title in what is said of a part."""
    draft = Draft()
    for group in metas.iter("title-group"):
        _PartMeta(draft).titles(group)
    title: str = draft.fields.get("title", "")
    return title


def _check_spread(length: int, around: Around) -> None:
    """Refuse what stands around so many parts that no output could hold it, written out for each."""
    spread = length * around.parts
    if spread > _SPREAD * around.length + _ENOUGH:
        raise RecordError(f"the book would come to {spread:,} characters, written out for {around.parts:,} parts of it")


def _settle_part_type(draft: Draft, root: Any) -> None:
    name = name_of(root)
    kind = root.get("book-part-type") or (name if name not in ("book-part", "front-matter-part") else "")
    draft.fields.setdefault("type", PART_TYPES.get(kind, "chapter"))
    draft.put("genre", "" if kind in PART_TYPES else kind, "book-part-type")


def _tell_left_out(around: object, note: Note) -> None:
    if isinstance(around, Around) and around.left_out:
        note(f"left out: {around.left_out} parts of the book that name neither people nor an identifier of their own")


def _book(root: Any) -> Draft:
    """Read what is said of a book."""
    draft = Draft()
    draft.put("key", root.get("id") or "", "id")
    put_language(draft, root)
    for child in root:
        name = name_of(child)
        if name in _SERIES:
            _series(draft, child)
        elif name == "book-meta":
            _BookMeta(draft).read(child)
        elif name == "digital-edition-meta":
            draft.keep(child)
        keep_attributes(draft, child)
    keep_own_attributes(draft, root)
    if draft.fields.get("volume") == draft.fields.get("collection_number"):  # the number in the series, said twice
        draft.fields.pop("volume", None)
    return draft


# -- the book of a part


def _take_from_book(draft: Draft, book: Container, told: bool) -> None:
    """Give a part what is needed of its book, and keep the rest if it stands nowhere else."""
    known: dict[str, Any] = {field: value for field in FIELDS if (value := getattr(book.citation, field))}
    for field in ("key", "type", "extra"):
        known.pop(field, None)
    fields = _fields_from_book(draft)
    for field in [*filter(fields.get, known)]:
        value = known.pop(field)
        if isinstance(value, tuple):
            draft.lists.setdefault(fields[field], list(value))
        else:
            draft.fields.setdefault(fields[field], value)
    for field in [*filter(_NAMES.get, known)]:
        draft.lists.setdefault(_NAMES[field], []).extend(known.pop(field))
    for field in [*filter(known.get, _IDS)]:
        draft.add("identifiers", Identifier(kind=f"{BOOK_ID}{field.replace('_', '-')}", value=known.pop(field)))
    for each in known.pop("identifiers", ()):
        kind = each.kind if each.kind.startswith(SERIES_ID) else f"{BOOK_ID}{each.kind}"
        draft.add("identifiers", Identifier(kind=kind, value=each.value))
    if not told:
        _keep_rest(draft, book, known)


def _fields_from_book(draft: Draft) -> dict[str, str]:
    """Return the field of a part for each field of its book: dates and rights only of a part that has none itself."""
    fields = {**_OTHER, **{field: field for field in _SAME}}
    fields |= {"issued": "container_issued"} if "issued" in draft.fields else {field: field for field in _DATES}
    if not any(field in draft.fields for field in _RIGHTS):
        fields |= {field: field for field in _RIGHTS}
    return fields


def _keep_rest(draft: Draft, book: Container, rest: dict[str, Any]) -> None:
    """Keep what a part has no field for, under the names of the elements and fields of its book."""
    for tag, text in (*book.rest, *book.citation.extra):
        draft.say(f"book-meta/{tag.removeprefix('jats:')}", text)
    for field, value in rest.items():
        for each in value if isinstance(value, tuple) else (value,):
            draft.say(f"book-meta/{field.replace('_', '-')}", _told(each))


def _told(value: Any) -> str:
    """Return a text, a date or an event as text."""
    if isinstance(value, Event):
        return f"{value.kind} {_told(value.date)}".strip()
    return words(value) if isinstance(value, Date) else str(value)


# -- elements


def _identify(draft: Draft, element: Any) -> None:
    kind, text = id_type(element), from_element(element)
    if kind == "isbn":
        put_isbn(draft, element)
    elif text and kind == "pmcid" and not _PMCID.fullmatch(text):  # NCBI's word for its own names of books
        draft.add("identifiers", Identifier(kind=kind, value=text))
    else:
        put_id(draft, element)


class _BookMeta(Meta):
    """Reads ``book-meta``."""

    texts: ClassVar[dict[str, str]] = {
        **Meta.texts, "edition": "edition", "book-volume-number": "volume", "publisher-name": "publisher",
    }  # fmt: skip
    functions: ClassVar[dict[str, Callable[[Draft, Any], None]]] = {
        **Meta.functions, **dict.fromkeys(("article-id", "book-id", "book-part-id"), _identify),
        "issn": put_issn, "issn-l": put_issn, "notes": put_notes, "publisher-loc": put_place,
    }  # fmt: skip
    table: ClassVar[dict[str, str]] = {
        **Meta.table, "book-title-group": "titles", "book-title": "title", "publisher": "walk",
    }  # fmt: skip

    def title(self, element: Any) -> None:
        """Read a title that stands in no group."""
        self.draft.put("title", from_element(element), "book-title")


class _PartMeta(_BookMeta):
    """Reads ``book-part-meta``."""

    def titles(self, element: Any) -> None:
        label = next((child for child in element if name_of(child) == "label"), None)
        if label is not None:
            text = _NUMBERED.sub(r"\1", from_element(label))
            known = self.draft.fields.get("chapter_number", "")
            if not known or known in WORD.findall(text):  # "5" as an attribute, "Chapter 5" in print
                self.draft.fields["chapter_number"] = known or text
            else:
                self.draft.say("label", text)
            element.remove(label)
        super().titles(element)


def _series(draft: Draft, element: Any) -> None:
    """Read what is said of a series of books; what has no field is kept under the name of the element."""
    own = Draft()
    people = Contributors(own, element)
    _Series(own, people).walk(element)
    people.finish(element)
    for field in NAME_FIELDS:
        for name in own.lists.pop(field, ()):
            draft.add("collection_editor" if field in ("author", "editor") else field, name)
    for field, value in own.fields.items():
        draft.put(field, value, field.replace("_", "-"))
    for field, values in own.lists.items():
        for value in values:
            draft.add(field, value)
    for tag, text in own.extra:
        draft.say(f"{name_of(element)}/{tag.removeprefix('jats:')}", text)


class _Series(Reader):
    """Reads ``collection-meta``, and NLM's older ``book-series-meta``."""

    texts: ClassVar[dict[str, str]] = {
        "volume-number": "collection_number", "volume-title": "volume_title", "collection-name": "collection_title",
        "series": "collection_title", "title": "collection_title", "book-title": "collection_title",
        "publisher-name": "publisher", "publisher-loc": "publisher_place",
    }  # fmt: skip
    functions: ClassVar[dict[str, Callable[[Draft, Any], None]]] = {
        "issn": put_issn, "issn-l": put_issn, "isbn": put_isbn, "aff": leave,
    }  # fmt: skip
    table: ClassVar[dict[str, str]] = {
        "collection-id": "identify", "book-id": "identify", "title-group": "walk", "book-title-group": "walk",
        "volume-in-collection": "walk", "publisher": "walk", "contrib-group": "contributors", "subtitle": "subtitle",
        "self-uri": "uri",
    }  # fmt: skip

    def __init__(self, draft: Draft, people: Contributors) -> None:
        super().__init__(draft)
        self.people = people

    def identify(self, element: Any) -> None:
        if text := from_element(element):
            self.draft.add("identifiers", Identifier(kind=f"{SERIES_ID}{id_type(element)}", value=text))

    def uri(self, element: Any) -> None:
        if address := element.get(HREF) or from_element(element):
            self.draft.add("identifiers", Identifier(kind=f"{SERIES_ID}url", value=address))

    def subtitle(self, element: Any) -> None:
        title = self.draft.fields.get("collection_title", "")
        self.draft.fields["collection_title"] = with_subtitle(title, from_element(element))

    def contributors(self, element: Any) -> None:
        self.people.group(element)
