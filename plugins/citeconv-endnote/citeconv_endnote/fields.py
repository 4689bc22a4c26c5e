"""EndNote's fields: what each is called in EndNote XML and in the tagged format, and what it means. Tables only.

EndNote has one set of fields that every reference type labels anew ("Secondary Title" is the journal of an article, the
series of a book). A field is named here by its path in EndNote XML; the tagged format has a sign for each. What a
field means follows from the reference type: a default, and exceptions (EndNote's Reference Types preferences, the tag
tables of its manual's "Creating a Tagged EndNote Import File"). The tables serve reading and writing.
"""

from __future__ import annotations

TAGS: dict[str, str] = {
    "A": "contributors/authors/author", "B": "titles/secondary-title", "C": "pub-location", "D": "dates/year",
    "E": "contributors/secondary-authors/author", "F": "label", "G": "language",
    "H": "contributors/translated-authors/author", "I": "publisher", "J": "titles/secondary-title",
    "K": "keywords/keyword", "L": "call-num", "M": "accession-num", "N": "number", "O": "titles/alt-title",
    "P": "pages", "Q": "titles/translated-title", "R": "electronic-resource-num", "S": "titles/tertiary-title",
    "T": "titles/title", "U": "urls/related-urls/url", "V": "volume", "W": "remote-database-provider",
    "X": "abstract", "Y": "contributors/tertiary-authors/author", "Z": "notes", "1": "custom1", "2": "custom2",
    "3": "custom3", "4": "custom4", "6": "num-vols", "7": "edition", "8": "dates/pub-dates/date", "9": "work-type",
    "?": "contributors/subsidiary-authors/author", "@": "isbn", "!": "titles/short-title", "#": "custom5",
    "$": "custom6", "]": "custom7", "&": "section", "(": "orig-pub", ")": "reprint-edition", "*": "reviewed-item",
    "+": "auth-address", "^": "caption", ">": "urls/pdf-urls/url", "<": "research-notes", "[": "access-date",
    "=": "modified-date", "~": "remote-database-name",
}  # fmt: skip
"""Fields by their sign in the tagged format; ``%0`` is the reference type."""

CLASSIC: dict[str, str] = TAGS | {
    "L": "label", "O": "notes", "Q": "contributors/authors/author", "R": "report-id",
}  # fmt: skip
"""The same in records without ``%0``: Unix refer's label, other information, corporate author and report number."""

SIGNS: dict[str, str] = {field: sign for sign, field in TAGS.items()} | {"report-id": "@", "periodical/abbr-1": "O"}
"""The sign of each field; ``%J`` is written for journals, ``%B`` for what else contains (see ``refer``)."""

ORDER: tuple[str, ...] = (
    "database", "source-app", "rec-number", "foreign-keys", "ref-type", "contributors", "auth-address",
    "auth-affiliation", "titles", "periodical", "alt-periodical", "pages", "volume", "number", "issue",
    "secondary-volume", "secondary-issue", "num-vols", "edition", "section", "reprint-edition", "reprint-status",
    "keywords", "dates", "pub-location", "publisher", "orig-pub", "isbn", "accession-num", "call-num", "report-id",
    "coden", "electronic-resource-num", "abstract", "label", "image", "caption", "notes", "research-notes",
    "work-type", "reviewed-item", "availability", "remote-source", "meeting-place", "work-location", "work-extent",
    "pack-method", "size", "repro-ratio", "remote-database-name", "remote-database-provider", "language", "urls",
    "access-date", "modified-date", "custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "custom7",
    "custom8", "misc1", "misc2", "misc3",
)  # fmt: skip
"""The elements of a record in the order of EndNote's document type."""

STRAYS: dict[str, str] = {
    "secondary-title": "titles/secondary-title", "tertiary-title": "titles/tertiary-title", "title": "titles/title",
    "short-title": "titles/short-title", "alt-title": "titles/alt-title", "dates/month": "dates/pub-dates/date",
    "year": "dates/year", "authors": "contributors/authors/author", "author": "contributors/authors/author",
    "authors/author": "contributors/authors/author", "contributors/author": "contributors/authors/author",
    "url": "urls/related-urls/url", "urls/url": "urls/related-urls/url", "urls/web-urls/url": "urls/related-urls/url",
    "keyword": "keywords/keyword", "issue": "number", "issn": "isbn", "doi": "electronic-resource-num",
    "num-vol": "num-vols", "auth-affiliaton": "auth-address", "auth-affiliation": "auth-address",
}  # fmt: skip
"""Where other programs (JabRef, Mendeley, Zotero, Bookends) put a field, or how they call it."""

DEFAULT: dict[str, str] = {
    "titles/title": "title", "titles/secondary-title": "container_title", "titles/tertiary-title": "collection_title",
    "titles/short-title": "title_short", "titles/translated-title": "original_title",
    "contributors/authors/author": "author", "contributors/secondary-authors/author": "editor",
    "contributors/tertiary-authors/author": "collection_editor",
    "contributors/subsidiary-authors/author": "translator",
    "pages": "page", "volume": "volume", "number": "number", "num-vols": "number_of_volumes", "edition": "edition",
    "section": "section", "publisher": "publisher", "pub-location": "publisher_place", "call-num": "call_number",
    "report-id": "number", "work-type": "genre", "label": "key", "research-notes": "annote",
    "reviewed-item": "reviewed_title", "remote-database-name": "source", "access-date": "accessed",
}  # fmt: skip
"""What a field means unless its reference type says otherwise: the field of ``Citation``."""

STATUS = "Status: "
"""What stands before the status of a work in the first line of its notes, if its type has no field for it."""

ARTICLE = "Article "
"""What stands before the number of an article in the place of pages, whatever the type (ACM)."""
_ARTICLE = {"number": "issue", "edition": "available_date", "section": "page_first", "work-type": "publication_types"}
_BOOK = {
    "titles/secondary-title": "collection_title", "titles/tertiary-title": "", "number": "collection_number",
    "pages": "number_of_pages",
}  # fmt: skip
_SECTION = {"number": "collection_number", "section": "chapter_number", "custom1": "section"}
_SECOND, _THIRD, _FOURTH = (f"contributors/{which}-authors/author" for which in ("secondary", "tertiary", "subsidiary"))
_CONFERENCE = {
    "number": "issue", _FOURTH: "organizer", "custom1": "publisher_place", "custom2": "year published",
    "custom3": "proceedings", "pub-location": "conference place",
}  # fmt: skip
_LEGAL = {"edition": "chapter_number", "orig-pub": "references"}
_SCREEN = {
    "contributors/authors/author": "director", _FOURTH: "performer", _THIRD: "producer", "pages": "dimensions",
    "custom1": "performer", "custom4": "genre", "custom5": "medium",
}  # fmt: skip
_SEEN = {"custom1": "seen", "custom2": "seen"}
_IMAGE = {"volume": "dimensions", _SECOND: ""}
EXCEPTIONS: dict[str, dict[str, str]] = {
    "Journal Article": _ARTICLE,
    "Electronic Article": {**_ARTICLE, "work-type": "genre"},
    "Magazine Article": {"number": "issue", "section": "page_first", "work-type": "publication_types"},
    "Newspaper Article": {"number": "issue", "work-type": "publication_types", "custom2": "issue", "num-vols": ""},
    "Artwork": {"custom3": "dimensions"},
    "Bill": {
        **_LEGAL,
        _SECOND: "role sponsor",
        _THIRD: "role cosponsor",
        "titles/tertiary-title": "authority",
    },
    "Blog": {"volume": "seen", _THIRD: "illustrator"},
    "Book": _BOOK,
    "Electronic Book": _BOOK,
    "Edited Book": {
        **_BOOK,
        "contributors/authors/author": "editor",
        _SECOND: "collection_editor",
        _THIRD: "",
    },
    "Book Section": _SECTION,
    "Electronic Book Section": _SECTION,
    "Case": {
        _SECOND: "container_title",
        _THIRD: "",
        _FOURTH: "role counsel",
        "edition": "",
        "num-vols": "container_title_short",
        "orig-pub": "references",
        "publisher": "authority",
        "section": "submitted",
        "titles/tertiary-title": "",
        "work-type": "",
    },
    "Chart or Table": _IMAGE,
    "Equation": _IMAGE,
    "Figure": _IMAGE,
    "Classical Work": _BOOK,
    "Conference Paper": _CONFERENCE,
    "Conference Proceedings": _CONFERENCE,
    "Thesis": {
        "titles/secondary-title": "department or university",
        "pages": "number_of_pages",
        "volume": "degree",
        _THIRD: "role advisor",
    },
    "Report": {
        "titles/secondary-title": "collection_title",
        "titles/tertiary-title": "",
        "pages": "number_of_pages",
        _FOURTH: "department or translator",
        "number": "other number",
        "num-vols": "collection_number",
    },
    "Government Document": {
        "pages": "number_of_pages",
        _SECOND: "department or editor",
        "custom1": "authority",
        "number": "other number",
    },
    "Computer Program": {
        "edition": "version",
        "titles/secondary-title": "collection_title",
        "titles/tertiary-title": "",
        "custom1": "medium",
    },
    "Dataset": {
        "edition": "version",
        _SECOND: "producer",
        _FOURTH: "funder",
        "num-vols": "number",
        "reviewed-item": "",
        "section": "original_date",
    },
    "Film or Broadcast": {**_SCREEN, "work-type": "medium"},
    "Audiovisual Material": {_FOURTH: "performer", "custom1": "performer", "custom5": "medium"},
    "Hearing": {
        **_LEGAL,
        "titles/secondary-title": "section",
        "titles/tertiary-title": "authority",
        "section": "",
    },
    "Interview": {_SECOND: "interviewer"},
    "Legal Rule or Regulation": {
        _SECOND: "authority",
        "number": "page_first",
        "num-vols": "chapter_number",
        "orig-pub": "references",
        "titles/tertiary-title": "supplement",
        "volume": "number",
    },
    "Map": {
        "custom1": "scale",
        "custom3": "dimensions",
        "titles/secondary-title": "collection_title",
        "titles/tertiary-title": "",
    },
    "Music": {_FOURTH: "performer", "custom1": "medium"},
    "Pamphlet": {"number": "collection_number", _SECOND: ""},
    "Patent": {
        _SECOND: "authority",
        _THIRD: "",
        "custom3": "jurisdiction",
        "custom4": "role attorney",
        "custom5": "references",
        "custom6": "status",
        "edition": "patent class",
        "number": "call_number",
        "num-vols": "",
        "orig-pub": "issue",
        "section": "",
        "titles/tertiary-title": "",
        "volume": "version",
    },
    "Personal Communication": {_SECOND: "recipient"},
    "Standard": {"number": "page_first", "num-vols": "", "titles/tertiary-title": ""},
    "Statute": {**_LEGAL, "num-vols": "", "reviewed-item": "", "titles/tertiary-title": ""},
    "Unpublished Work": {"titles/tertiary-title": "division"},
    "Web Page": {**_SEEN, "number": "seen", "volume": "seen"},
}
"""By reference type, what differs; empty: EndNote's field has no counterpart there and goes to ``extra``. Names of two
words are no fields but roles, or values of which the form or others tell what they are.

Editors of a book stand in Secondary Author, which EndNote labels Series Editor there: its manual's own example,
JabRef and Zotero put them so.
"""

ROLE = "role "
"""How the meaning of a field begins that holds people of a role."""

CONFERENCES = frozenset(("Conference Paper", "Conference Proceedings"))
"""Reference types that have a conference beside the title of its proceedings."""

JOURNALS = frozenset(("Journal Article", "Magazine Article", "Newspaper Article", "Electronic Article"))
"""Reference types whose container is a periodical, with an abbreviation and article numbers."""

_PROMOTED_TITLE = {"titles/tertiary-title": "titles/secondary-title"}
_PROMOTED = {
    **_PROMOTED_TITLE, "contributors/tertiary-authors/author": "contributors/secondary-authors/author",
}  # fmt: skip
PROMOTED: dict[str, dict[str, str]] = {
    "Conference Paper": _PROMOTED, "Conference Proceedings": _PROMOTED, "Book": _PROMOTED_TITLE,
    "Electronic Book": _PROMOTED_TITLE, "Edited Book": _PROMOTED_TITLE, "Report": _PROMOTED_TITLE,
}  # fmt: skip
"""By reference type, the fields that are taken for another one that is missing: bibutils writes proceedings as the
tertiary title, MathSciNet the series of a book."""


def meanings(type_name: str) -> dict[str, str]:
    """Return the field of ``Citation`` for each EndNote field of a reference type."""
    return _MEANINGS.get(type_name, DEFAULT)


def places(type_name: str) -> dict[str, str]:
    """Return the EndNote field for each field of ``Citation`` in a reference type; of two the first."""
    return _PLACES.get(type_name, _DEFAULT_PLACES)


ALSO: dict[str, tuple[str, ...]] = {
    "conference place": ("publisher_place",), "degree": ("volume",), "department or editor": ("division", "editor"),
    "department or translator": ("division", "translator"), "department or university": ("division",),
    "other number": ("number",), "patent class": ("edition",),
}  # fmt: skip
"""What a value is read as of which the form, or others, tell what it is."""


def _merged(exceptions: dict[str, str]) -> dict[str, str]:
    return {field: target for field, target in (DEFAULT | exceptions).items() if target}


def _inverted(meanings: dict[str, str]) -> dict[str, str]:
    """Return the field for each meaning, of two the first; a page says when it was seen in a field of its own."""
    return {
        each: field
        for field, target in reversed(meanings.items())
        for each in ALSO.get(target, (DEFAULT.get(field, ""),) if target == "seen" else (target,))
        if each
    }


_MEANINGS = {name: _merged(exceptions) for name, exceptions in EXCEPTIONS.items()}
_PLACES = {name: _inverted(merged) for name, merged in _MEANINGS.items()}
_DEFAULT_PLACES = _inverted(DEFAULT)
