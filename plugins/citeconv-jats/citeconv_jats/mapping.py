"""Which field of a citation is which JATS element: tables only, read in both directions.

Element names are those of JATS 1.3. What stands in a table must be valid in both tag sets, Archiving and Publishing;
what depends on the type of the publication stands in ``KINDS``. The vocabularies are those of JATS4R, PMC's Style
Checker and NLM; where they have no word the field's own, CSL's or NLM's, is written, for JATS leaves these lists open.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from citeconv import CITATION_TYPES, FIELDS, NAME_FIELDS, RELATED_KINDS

if TYPE_CHECKING:
    from citeconv.citation import CitationType

XLINK = "http://www.w3.org/1999/xlink"
HREF = f"{{{XLINK}}}href"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

TAGS = {"i": "italic", "b": "bold", "sup": "sup", "sub": "sub", "sc": "sc"}
"""citeconv's inline markup in JATS."""


class Kind(NamedTuple):
    """How a type of publication is cited: ``@publication-type``, and where the titles stand."""

    name: str
    title: str = "article-title"
    container: str = "source"


KINDS = {
    "article": Kind("preprint"),
    "article-journal": Kind("journal"),
    "article-magazine": Kind("magazine"),
    "article-newspaper": Kind("newspaper"),
    "book": Kind("book", "source", ""),
    "chapter": Kind("book", "chapter-title"),
    "classic": Kind("classic", "source", ""),
    "collection": Kind("collection", "source", ""),
    "dataset": Kind("data", "data-title"),
    "document": Kind("other"),
    "entry": Kind("entry", "chapter-title"),
    "entry-dictionary": Kind("entry-dictionary", "chapter-title"),
    "entry-encyclopedia": Kind("entry-encyclopedia", "chapter-title"),
    "pamphlet": Kind("pamphlet", "source", ""),
    "paper-conference": Kind("confproc"),
    "patent": Kind("patent"),
    "periodical": Kind("periodical", "source", ""),
    "report": Kind("report", "source", ""),
    "software": Kind("software", "source", ""),
    "standard": Kind("standard", "source", ""),
    "thesis": Kind("thesis", "source", ""),
    "webpage": Kind("web"),
}
"""By CSL's type; any other is written under CSL's own name, as an article is."""

TYPES = {
    **{kind.name: name for name, kind in KINDS.items() if kind.name != "book"},
    "book": "book", "book-chapter": "chapter", "bookchapter": "chapter", "other-chapter": "chapter",
    "conf-proceedings": "paper-conference", "conf-proc": "paper-conference", "conference": "paper-conference",
    "conference-paper": "paper-conference", "conferenceproceedings": "paper-conference",
    "proceedings": "paper-conference", "proc": "paper-conference", "inproceedings": "paper-conference",
    "incollection": "chapter", "inbook": "chapter", "monograph": "book",
    "phdthesis": "thesis", "mastersthesis": "thesis",
    "website": "webpage", "webpage": "webpage", "url": "webpage", "web-page": "webpage", "uri": "webpage",
    "online": "webpage", "blog": "post-weblog", "commun": "personal_communication",
    "communication": "personal_communication", "tweet": "post",
    "pers-commun": "personal_communication",
    "personal-communication": "personal_communication", "letter": "personal_communication", "gov": "report",
    "government": "report", "working-paper": "report", "discussion": "report", "techreport": "report",
    "database": "dataset",
    "data-set": "dataset", "computer-program": "software", "computer": "software", "eprint": "article",
    "dissertation": "thesis", "std": "standard", "standards": "standard", "news": "article-newspaper",
    "journal-article": "article-journal", "article": "article-journal", "legal-doc": "legislation",
    "legal": "legal_case",
    "video": "motion_picture", "film": "motion_picture", "encyclopedia": "entry-encyclopedia",
    "dictionary": "entry-dictionary", "unknown": "document", "misc": "document", "miscellaneous": "document",
    "undeclared": "document",
}  # fmt: skip
"""CSL's type by ``@publication-type`` in lower case, with what publishers write; CSL's names stand for themselves."""

GROUPS = {
    "author": "author", "editor": "editor", "translator": "translator", "compiler": "compiler", "curator": "curator",
    "director": "director", "illustrator": "illustrator",
}  # fmt: skip
"""``@person-group-type`` by name field; any other is ``custom`` with the field's name in ``@custom-type``."""

ROLES = {
    **{name: field for field, name in GROUPS.items()},
    **{field.replace("_", "-"): field for field in NAME_FIELDS},
    "authors": "author", "allauthors": "author", "inventor": "author", "transed": "translator", "editors": "editor",
    "guest-editor": "editor", "series-editor": "collection_editor", "translators": "translator",
    "eds": "editor", "ed": "editor",
}  # fmt: skip
"""Name field by ``@person-group-type``, ``@custom-type`` or ``@contrib-type``; any other is a ``contributor``."""

NO_ROLES = frozenset(("person", "group", "collab", "collaboration"))
"""Values of ``@contrib-type`` that say what somebody is, as Texture and physicists do, and not what they did."""

LOWEST_GROUP = 2
"""How deep groups within groups are read and written; PubMed has one level, of collaborators."""

TextRow = tuple[str, str, bool]
TEXT_BEFORE_DATE: tuple[TextRow, ...] = (
    ("volume_title", "part-title", True),
    ("edition", "edition", False),
    ("version", "version", False),
    ("collection_title", "series", True),
    ("collection_number", "volume-series", False),
    ("event_title", "conf-name", False),
    ("event_place", "conf-loc", False),
    ("publisher_place", "publisher-loc", False),
    ("publisher", "publisher-name", False),
    ("authority", "institution", False),
)
TEXT_AFTER_DATE: tuple[TextRow, ...] = (
    ("volume", "volume", False),
    ("issue", "issue", False),
    ("supplement", "supplement", False),
    ("part", "issue-part", False),
)
"""Plain text in a citation, in output order: field, element, and whether it may hold markup."""

IDS = {
    "doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "pii": "pii", "manuscript_id": "manuscript",
}  # fmt: skip
"""``@pub-id-type`` by field, in output order."""

ID_TYPES = frozenset(
    "accession archive ark art-access-id arxiv coden doaj handle index isbn medline mr other publisher-id sici"
    " std-designation zbl".split()
)
"""Further values of ``@pub-id-type`` that Publishing allows; any other kind is ``custom`` with ``@custom-type``."""

ID_WORDS = {
    "accession": "Accession number", "arxiv": "arXiv", "bookaccession": "Bookshelf ID", "central": "CENTRAL",
    "coden": "CODEN", "dblp-url": "DBLP", "dimensions": "Dimensions", "doi": "doi", "edition-url": "Edition",
    "eric": "ERIC", "fulltext-url": "Full text",
    "googlebooks": "Google Books", "image-url": "Figure", "isi-delivery-number": "ISI document delivery number",
    "isrn": "ISRN", "lens": "Lens", "mag": "Microsoft Academic", "oai": "OAI", "openalex": "OpenAlex",
    "pdf-url": "PDF", "pii": "PII", "pmcid": "PMCID", "pmid": "PMID", "pui": "Embase", "rayyan": "Rayyan",
    "url": "See also", "wos": "Web of Science",
}  # fmt: skip
"""What stands in print before an identifier; a kind that is not here stands there itself."""

NUMBERS = {
    "patent": "patent", "report": "std", "standard": "std", "legislation": "std", "bill": "std", "regulation": "std",
}  # fmt: skip
"""Element of ``Citation.number`` by type; ``elocation-id`` in all others."""

COMMENTS = ("genre", "status")
"""Fields for which a citation has a ``comment`` only; its ``@content-type`` tells which."""

RELATIONS = {
    "erratum-for": "corrected-article", "erratum-in": "correction-forward",
    "retraction-of": "retracted-article", "retraction-in": "retraction-forward",
    "comment-on": "commentary-article", "comment-in": "commentary",
    "expression-of-concern-for": "object-of-concern",
    "update-of": "update-of", "update-in": "update-in",
    "republished-from": "republished-article", "republished-in": "republication",
}  # fmt: skip
"""``@related-article-type`` by kind of relation; any other is written as it is."""

SUBJECT_NAMES = "subject_names"
"""The people whom a work is about made nothing of it: a front has them as keywords, a reference not at all."""

CONTRIBUTORS = tuple(field for field in NAME_FIELDS if field != SUBJECT_NAMES)
contributors_of = attrgetter(*CONTRIBUTORS)
"""Returns the people in each of them."""
_NAME_DETAILS = ("static_ordering", "initials")
ELEMENT_CARRIES = frozenset(
    {
        "key", "type", "title", "original_title", "container_title", "container_title_short", *CONTRIBUTORS, "et_al",
        "issued", "available_date", "accessed", "event_date", "page", "number", "number_of_pages", "publication_status",
        "medium", *COMMENTS, *IDS, "identifiers", "issn", "issn.kind", "isbn", "url", "language", "note", "annote",
        "citation_number", "citation_label", "contributor.role", "extra",
        *(row[0] for row in TEXT_BEFORE_DATE + TEXT_AFTER_DATE),
        *(f"{field}.{detail}" for field in CONTRIBUTORS for detail in _NAME_DETAILS),
    }
)  # fmt: skip
"""What an ``element-citation`` holds; for the rest, abstract, affiliations, subjects …, JATS has the front only."""

MIXED_NAMES = {"author": "", "editor": "editor", "translator": "translator", "illustrator": "illustrator"}
"""Fields that NLM's style names, with the word behind the names."""

MIXED_CARRIES = frozenset(
    path
    for path in ELEMENT_CARRIES
    if path.partition(".")[0] not in {*CONTRIBUTORS, "issn", "isbn", "annote", "number_of_pages", "event_date", "part",
                                      "authority", "collection_number"} - {*MIXED_NAMES}
)  # fmt: skip
"""What a ``mixed-citation`` in NLM's style has words for."""

# -- the front

NOT_AVAILABLE = "not-available"
"""``@content-type`` of an ``issn`` without text: Publishing's ``journal-meta`` is not valid without the element."""

META_TEXTS = (
    "genre", "status", "publication_status", "publication_model", "indexing_status", "indexing_method", "part_title",
    "reviewed_title", "collection_title", "volume_title_short", "page_first", "number_of_volumes",
    "edition", "printing", "section", "chapter_number", "collection_number", "locator", "citation_number",
    "first_reference_note_number", "citation_label", "year_suffix", "original_publisher", "original_publisher_place",
    "journal_country", "authority", "jurisdiction", "division", "archive", "archive_collection", "archive_location",
    "archive_place", "call_number", "source", "source_owner", "medium", "dimensions", "scale", "reviewed_genre",
    "references", "annote", "pmid_version",
)  # fmt: skip
"""Plain text for which an article's front has no element of its own: ``custom-meta`` named after the field."""

META_LISTS = ("et_al", "citation_subset", "space_flight_mission")
"""Lists of plain text, each value a ``custom-meta``."""

META_DATES = ("accessed", "submitted", "original_date", "container_issued")
"""Dates without an element of their own, as ``custom-meta``."""

META_FIELDS = {name.replace("_", "-"): name for name in (*META_TEXTS, *META_LISTS, *META_DATES)}
"""Fields by ``meta-name``."""

HISTORY = {"revised": "rev-recd"}
"""``@date-type`` of an event where it is not NLM's own word."""

TERMS = {"subjects": "subject", "supplementary_concepts": "supplementary-concept"}
"""``@kwd-group-type`` of headings, where their vocabulary is not MeSH or not told."""

MESH = ("kwd-group-type", "MeSH", "vocab", "MeSH", "vocab-identifier", "https://id.nlm.nih.gov/mesh/")
"""The attributes of the group of headings from MeSH."""

PERSON_PARTS = ("family", "given", "suffix", "literal", "initials")
"""The parts of a person who is a keyword, each under its name in ``@content-type``."""

HEADINGS = frozenset("abstract summary résumé resumen resumo zusammenfassung riassunto abstrakt streszczenie".split())
"""Titles that say that an abstract is one."""

TRANSLATED = "translated"
"""The kind of an abstract that is the article's own in another language, ``trans-abstract``."""

FRONT_CARRIES = frozenset(FIELDS) | {
    *(
        f"{field}.{detail}"
        for field in CONTRIBUTORS
        for detail in (*_NAME_DETAILS, "role", "orcid", "identifiers", "email", "affiliations",
                       "affiliations.identifiers", "equal_contribution", "corresponding", "members")
    ),
    *(f"{SUBJECT_NAMES}.{detail}" for detail in ("initials",)),
    *(f"{field}.{detail}" for field in TERMS for detail in ("id", "kind", "major", "qualifiers", "vocabulary")),
    "abstract.category", "keyword.owner", "keyword.major", "issn.kind",
}  # fmt: skip
"""What an article's front holds: every field, and of their details all but particles and doubtful dates."""

RELATION_IDS = {"pmid": "pubmed", "doi": "doi", "pmcid": "pmc"}
"""``@ext-link-type`` by id, in the order of preference."""

# -- reading

TYPE_NAMES = {name.replace("_", "-"): name for name in CITATION_TYPES}
"""CSL's types by their names as we write them, and as others do."""

CITATION_TEXTS = {tag: field for field, tag, _ in TEXT_BEFORE_DATE + TEXT_AFTER_DATE}
"""Field by element, for plain text in a citation."""

NUMBER_ELEMENTS = ("elocation-id", *sorted(set(NUMBERS.values())))

CONTAINED = frozenset({"article-journal", "article-magazine", "article-newspaper"})
"""Types of what stands in a ``source`` even if it has no title."""

LINKS = {kind: field for field, kind in RELATION_IDS.items()} | {"pmid": "pmid", "pmcid": "pmcid"}
"""Field by ``@ext-link-type``."""

JOURNAL_IDS = {
    "nlm-ta": "container_title_short", "iso-abbrev": "container_title_short", "nlm-journal-id": "nlm_unique_id",
    "nlm-id": "nlm_unique_id",
}  # fmt: skip
"""Field by ``@journal-id-type``."""

JOURNAL_ID = "journal-"
"""What the kind of an identifier begins with that is the journal's, before its ``@journal-id-type``."""

BOOK_ID = "book-"
"""What the kind of an identifier begins with that is the book's, of which a part is told."""

SERIES_ID = "series-"
"""What the kind of an identifier begins with that is a series' of books."""

BOOK_TYPES: dict[str, CitationType] = {
    "book": "book", "collection": "collection", "conf-proc": "book", "dissertation": "thesis", "pamphlet": "pamphlet",
    "proceedings": "book", "report": "report", "standard": "standard", "thesis": "thesis",
}  # fmt: skip
"""CSL's type by ``@book-type``; any other is a book, and a genre."""

PART_TYPES: dict[str, CitationType] = {
    "chapter": "chapter", "book-chapter": "chapter", "entry": "entry", "encyclopedia-entry": "entry-encyclopedia",
    "dictionary-entry": "entry-dictionary", "conference-paper": "paper-conference", "paper": "paper-conference",
    "": "chapter",
}  # fmt: skip
"""CSL's type by ``@book-part-type``; any other is a chapter, and a genre."""

ABSTRACT_ID = "abstract-"
"""What the kind of an identifier begins with that is an abstract's, before its ``@pub-id-type``."""

EVENTS = {name: kind for kind, name in HISTORY.items()}
"""NLM's word by ``@date-type`` of an event."""

RELATION_KINDS: dict[str, str] = {
    **{kind: kind for kind in RELATED_KINDS},
    **{name: kind for kind, name in RELATIONS.items()},
    "article-reference": "other", "erratum": "erratum-for", "addended-article": "update-of",
    "partial-retraction": "partial-retraction-of", "corrigendum": "erratum-for",
}  # fmt: skip
"""Kind of relation by ``@related-article-type``."""

META_KINDS: dict[str, str] = {
    **dict.fromkeys((name.replace("_", "-") for name in META_TEXTS), "text"),
    **dict.fromkeys(
        ("key", "type", "title-short", "volume-title", "number", "publisher-place", "event-title", "event-place",
         "number-of-references", "number-of-pages"), "text",
    ),
    **dict.fromkeys(("language", *(name.replace("_", "-") for name in META_LISTS)), "list"),
    **dict.fromkeys(
        ("issued", "available-date", "print-date", "collection-date", "event-date",
         *(name.replace("_", "-") for name in META_DATES)), "date",
    ),
}  # fmt: skip
"""What the values are that stand in ``custom-meta`` under the name of a field."""

META_ABSTRACTS = {"Author impact statement": "teaser"}
"""``@abstract-type`` of an abstract that stands in ``custom-meta``, as eLife has the one for lists of articles."""

DATA_STATEMENT = "Data Availability"
"""``meta-name`` of the statement for which others have ``notes``, as PLOS writes it."""

META_IDS = {"arxivppt": "arxiv", "arxiv-id": "arxiv"}
"""Kinds of identifiers by the ``meta-name`` under which the Institute of Physics and Oxford have them."""

META_LANGUAGES = frozenset(("lang",))
"""``meta-name`` of the language, as JSTOR writes it."""

META_SUBJECTS = frozenset(("journal-subject-primary", "journal-subject-secondary", "journal-subject-collection"))
"""``meta-name`` of headings for what the journal is about, as Springer writes them: each is a vocabulary."""
