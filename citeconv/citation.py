"""The canonical citation: what every reader builds and every writer takes.

Flat, typed and frozen. Names are CSL's variables in snake case; what CSL has no variable for takes its
name from NLM or JATS. Three rules hold for every value. Empty means absent: the empty string, the empty
tuple, and ``None`` for a single date only. Text is Unicode without lone surrogates, and the only markup in it is
CSL's own ``<i> <b> <sup> <sub> <sc>``; entities, TeX and MathML are decoded by readers and encoded by
writers. A value the model has no field for stands in ``extra``, never nowhere.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

import msgspec

CitationType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip
"""The 45 item types of CSL 1.0.2 (schema ``csl-data.json``)."""

RelatedKind = Literal[
    "comment-in", "comment-on", "erratum-in", "erratum-for", "retraction-in", "retraction-of",
    "partial-retraction-in", "partial-retraction-of",
    "expression-of-concern-in", "expression-of-concern-for", "update-in", "update-of",
    "republished-in", "republished-from", "corrected-and-republished-in", "corrected-and-republished-from",
    "retracted-and-republished-in", "retracted-and-republished-from", "summary-for-patients-in",
    "original-report-in", "reprint-in", "reprint-of", "associated-dataset", "associated-publication",
    "cites", "other",
]  # fmt: skip
"""NLM's ``CommentsCorrections/@RefType``, hyphenated; ``other`` for relations that NLM has no word for."""


CITATION_TYPES: tuple[str, ...] = get_args(CitationType)
"""Every ``Citation.type``; read from here in no time, from the hints of the class in many milliseconds."""

RELATED_KINDS: tuple[RelatedKind, ...] = get_args(RelatedKind)
"""Every ``Related.kind``."""


class _Value(
    msgspec.Struct, frozen=True, omit_defaults=True, repr_omit_defaults=True, forbid_unknown_fields=True, gc=False
):
    """Base of all parts: immutable, compared by value, absent when default.

    ``details`` names the parts that a format must list apart in ``Format.carries`` (``author.orcid``): naming
    the field alone (``author``) promises only the other, plain parts.
    """

    details: ClassVar[tuple[str, ...]] = ()


class Identifier(_Value, frozen=True, kw_only=True):
    """An identifier with the name of its scheme: ``Identifier(kind="arxiv", value="2101.00001")``."""

    kind: str
    value: str


class Affiliation(_Value, frozen=True, kw_only=True):
    """Where an author works, as printed; ``identifiers`` are those of the institution (ror, isni, grid, ringgold)."""

    details: ClassVar[tuple[str, ...]] = ("identifiers",)

    text: str
    identifiers: tuple[Identifier, ...] = ()


class Name(_Value, frozen=True, kw_only=True):
    """A person (``family``, ``given``) or a group (``literal``).

    ``given`` has initials apart and without full stops (``R A``, ``J-P``) when only initials are known.
    ``family`` holds particles unless the source set them apart. ``members`` are the people behind a group
    (PubMed's collaborators). ``role`` says what a ``contributor`` did, where CSL has no variable for it.
    ``identifiers`` are those of the person other than the ORCID, which is bare (``0000-0002-…``).
    """

    details: ClassVar[tuple[str, ...]] = (
        "particle", "dropping_particle", "comma_suffix", "static_ordering", "initials", "role", "orcid",
        "identifiers", "email", "affiliations", "equal_contribution", "corresponding", "members",
    )  # fmt: skip

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    particle: str = ""
    dropping_particle: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    initials: str = ""
    role: str = ""
    orcid: str = ""
    identifiers: tuple[Identifier, ...] = ()
    email: str = ""
    affiliations: tuple[Affiliation, ...] = ()
    equal_contribution: bool = False
    corresponding: bool = False
    members: tuple[Name, ...] = ()


class Date(_Value, frozen=True, kw_only=True):
    """A date as coarse as its source; 0 is "not given".

    ``month`` is 1 to 12, ``season`` 1 (spring) to 4 (winter). ``end`` is the end of a range, as coarse as it is
    printed; an empty ``Date()`` there leaves the range open (``2024–``). ``literal`` is the source's wording,
    kept only where it says more than the numbers do.
    """

    details: ClassVar[tuple[str, ...]] = ("circa",)

    year: int = 0
    month: Annotated[int, msgspec.Meta(ge=0, le=12)] = 0
    day: Annotated[int, msgspec.Meta(ge=0, le=31)] = 0
    season: Annotated[int, msgspec.Meta(ge=0, le=4)] = 0
    end: Date | None = None
    circa: bool = False
    literal: str = ""


class AbstractSection(_Value, frozen=True, kw_only=True):
    """One labelled part of an abstract, or an unlabelled run of paragraphs. ``category`` is NLM's (``METHODS``)."""

    details: ClassVar[tuple[str, ...]] = ("category",)

    label: str = ""
    category: str = ""
    paragraphs: tuple[str, ...]


class Abstract(_Value, frozen=True, kw_only=True):
    """A further abstract: another language, the publisher's own, a plain-language summary.

    ``kind`` is NLM's ``OtherAbstract/@Type`` in lower case (``publisher``, ``plain-language-summary``), or
    ``translated`` for the same abstract in another language; ``language`` is BCP 47.
    """

    kind: str = ""
    language: str = ""
    sections: tuple[AbstractSection, ...]
    copyright: str = ""


class Keyword(_Value, frozen=True, kw_only=True):
    """An author's or indexer's keyword; ``owner`` is NLM's (``NOTNLM`` for authors)."""

    details: ClassVar[tuple[str, ...]] = ("owner", "major")

    text: str
    owner: str = ""
    major: bool = False


class Qualifier(_Value, frozen=True, kw_only=True):
    """A MeSH subheading (``drug therapy``)."""

    term: str
    id: str = ""
    major: bool = False


class Subject(_Value, frozen=True, kw_only=True):
    """A heading of a controlled vocabulary, MeSH unless ``vocabulary`` says otherwise; ``id`` is its number there.

    ``kind`` tells kinds of headings apart (``Geographic``; ``Disease``, ``Protocol`` among supplementary concepts).
    """

    details: ClassVar[tuple[str, ...]] = ("id", "kind", "major", "qualifiers", "vocabulary")

    term: str
    id: str = ""
    kind: str = ""
    major: bool = False
    qualifiers: tuple[Qualifier, ...] = ()
    vocabulary: str = ""


class Chemical(_Value, frozen=True, kw_only=True):
    """A substance with its registry number (CAS, EC, UNII; ``0`` when NLM has none) and MeSH number."""

    name: str
    registry_number: str = ""
    id: str = ""


class Databank(_Value, frozen=True, kw_only=True):
    """Accession numbers that the article deposited or registered (``ClinicalTrials.gov``, ``GENBANK``)."""

    name: str
    accession_numbers: tuple[str, ...] = ()


class Grant(_Value, frozen=True, kw_only=True):
    """A grant: number, NLM's acronym of the institute, agency, country."""

    number: str = ""
    acronym: str = ""
    agency: str = ""
    country: str = ""


class Issn(_Value, frozen=True, kw_only=True):
    """An ISSN (``1234-567X``); ``kind`` is ``print``, ``electronic``, ``linking`` or empty for unknown."""

    details: ClassVar[tuple[str, ...]] = ("kind",)

    value: str
    kind: Literal["", "print", "electronic", "linking"] = ""


class Event(_Value, frozen=True, kw_only=True):
    """A step in the life of the article or of its record.

    ``kind`` is NLM's ``PubStatus`` (``received``, ``accepted``, ``revised``, ``pubmed``, ``medline``, ``entrez``,
    ``pmc-release``) or ``record-created``, ``record-completed``, ``record-revised``, ``contributed``, ``updated``.
    ``time`` is the clock time when the source has one (``06:00``).
    """

    kind: str
    date: Date
    time: str = ""


class Related(_Value, frozen=True, kw_only=True):
    """Another article that this one comments on, corrects, retracts, cites …: its citation as printed, and its ids."""

    kind: RelatedKind
    citation: str = ""
    note: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    identifiers: tuple[Identifier, ...] = ()


class Citation(_Value, frozen=True, kw_only=True, tag_field="citeconv", tag=1):
    """One bibliographic record.

    In JSON every object begins with ``"citeconv": 1``, the version of this model, by which the format is known.
    """

    details: ClassVar[tuple[str, ...]] = ()

    # -- what it is
    key: str = ""  # the citation key of the source; writers make one where it is empty
    type: CitationType = "document"  # CSL's item type
    publication_types: tuple[str, ...] = ()  # NLM's, in the source's order and spelling
    genre: str = ""  # "Preprint", "PhD thesis"
    status: str = ""  # "retracted", or CSL's free text ("in press")
    publication_status: str = ""  # NLM's: ppublish, epublish, aheadofprint
    publication_model: str = ""  # NLM's PubModel: Print-Electronic …
    indexing_status: str = ""  # NLM's: MEDLINE, PubMed-not-MEDLINE, In-Process …
    indexing_method: str = ""  # Automated, Curated

    # -- titles
    title: str = ""  # as cited, without a final full stop or translation brackets
    title_short: str = ""
    original_title: str = ""  # the vernacular title of a translated one
    part_title: str = ""
    reviewed_title: str = ""
    container_title: str = ""  # journal, or book of a chapter
    container_title_short: str = ""  # NLM's or ISO's abbreviation
    collection_title: str = ""  # series
    volume_title: str = ""
    volume_title_short: str = ""

    # -- names
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    contributor: tuple[Name, ...] = ()
    chair: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = ()
    compiler: tuple[Name, ...] = ()
    composer: tuple[Name, ...] = ()
    container_author: tuple[Name, ...] = ()
    curator: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    editorial_director: tuple[Name, ...] = ()
    executive_producer: tuple[Name, ...] = ()
    guest: tuple[Name, ...] = ()
    host: tuple[Name, ...] = ()
    illustrator: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    narrator: tuple[Name, ...] = ()
    organizer: tuple[Name, ...] = ()
    original_author: tuple[Name, ...] = ()
    performer: tuple[Name, ...] = ()
    producer: tuple[Name, ...] = ()
    recipient: tuple[Name, ...] = ()
    reviewed_author: tuple[Name, ...] = ()
    script_writer: tuple[Name, ...] = ()
    series_creator: tuple[Name, ...] = ()
    subject_names: tuple[Name, ...] = ()  # people the work is about
    et_al: tuple[str, ...] = ()  # the name fields whose list the source cut short: ("author",)

    # -- dates
    issued: Date | None = None  # the date to cite
    available_date: Date | None = None  # published online ahead of `issued` ("Epub")
    collection_date: Date | None = None  # of the electronic collection ("eCollection")
    print_date: Date | None = None  # of the printed issue, where `issued` is the electronic date
    container_issued: Date | None = None  # of the book that holds the chapter
    original_date: Date | None = None
    event_date: Date | None = None
    submitted: Date | None = None
    accessed: Date | None = None
    history: tuple[Event, ...] = ()  # steps in the life of the article and of its record

    # -- place in the container
    volume: str = ""
    issue: str = ""
    supplement: str = ""
    page: str = ""  # full range with a hyphen: 559-561
    page_first: str = ""  # only where the source gives it apart from the range
    number: str = ""  # article number, report number
    number_of_pages: str = ""
    number_of_volumes: str = ""
    edition: str = ""
    version: str = ""
    part: str = ""
    printing: str = ""
    section: str = ""
    chapter_number: str = ""
    collection_number: str = ""
    locator: str = ""
    citation_number: str = ""
    first_reference_note_number: str = ""
    citation_label: str = ""
    year_suffix: str = ""

    # -- who published it, where it is kept
    publisher: str = ""
    publisher_place: str = ""
    original_publisher: str = ""
    original_publisher_place: str = ""
    journal_country: str = ""  # NLM's Country of the journal
    authority: str = ""
    jurisdiction: str = ""
    division: str = ""
    event_title: str = ""
    event_place: str = ""
    archive: str = ""
    archive_collection: str = ""
    archive_location: str = ""
    archive_place: str = ""
    call_number: str = ""
    source: str = ""  # the database or catalogue it was found in
    source_owner: str = ""  # NLM's Owner: NLM, NASA, PIP …
    citation_subset: tuple[str, ...] = ()  # NLM's: IM, AIM …

    # -- what it says
    language: tuple[str, ...] = ()  # BCP 47
    abstract: tuple[AbstractSection, ...] = ()
    other_abstracts: tuple[Abstract, ...] = ()  # in another language, or of another kind
    keyword: tuple[Keyword, ...] = ()
    subjects: tuple[Subject, ...] = ()  # MeSH, and headings of other vocabularies
    supplementary_concepts: tuple[Subject, ...] = ()  # MeSH's: diseases, protocols, organisms
    chemicals: tuple[Chemical, ...] = ()  # substances with their registry numbers
    gene_symbols: tuple[str, ...] = ()  # NLM's, of records from the 1990s
    databanks: tuple[Databank, ...] = ()  # accession numbers: sequences, trials
    categories: tuple[str, ...] = ()
    space_flight_mission: tuple[str, ...] = ()  # NLM's
    medium: str = ""
    dimensions: str = ""
    scale: str = ""
    reviewed_genre: str = ""
    references: str = ""
    number_of_references: str = ""  # how many works it cites
    annote: str = ""
    note: tuple[str, ...] = ()

    # -- identifiers: all bare (`10.1/x`, `PMC123`)
    doi: str = ""
    pmid: str = ""
    pmid_version: str = ""  # where it is not 1
    pmcid: str = ""
    pii: str = ""  # the publisher's own
    manuscript_id: str = ""  # NIHMSID and its kin
    identifiers: tuple[Identifier, ...] = ()  # of any other scheme, each with its name
    nlm_unique_id: str = ""  # the journal's or book's in NLM's catalogue
    issn: tuple[Issn, ...] = ()
    isbn: tuple[str, ...] = ()
    url: str = ""

    # -- rights, money, relations
    copyright: str = ""  # the statement as printed
    license: str = ""  # its words, its address, or both
    conflict_of_interest: str = ""  # the statement as printed
    grants: tuple[Grant, ...] = ()  # who paid, and under which number
    related: tuple[Related, ...] = ()  # works that it corrects, comments on, cites …

    # -- what the model does not name
    extra: tuple[tuple[str, str], ...] = ()  # ("ris:U5", "…"), in the source's order


FIELDS: tuple[str, ...] = Citation.__struct_fields__
"""Every field of a citation, in the order of the class."""

NAME_FIELDS: tuple[str, ...] = FIELDS[FIELDS.index("author") : FIELDS.index("et_al")]
"""The fields that hold names."""

DATE_FIELDS: tuple[str, ...] = FIELDS[FIELDS.index("issued") : FIELDS.index("history")]
"""The fields that hold one date."""

PARTS: dict[str, type[_Value]] = {
    **dict.fromkeys(NAME_FIELDS, Name),
    **dict.fromkeys(DATE_FIELDS, Date),
    "history": Event,
    "abstract": AbstractSection,
    "other_abstracts": Abstract,
    "keyword": Keyword,
    "subjects": Subject,
    "supplementary_concepts": Subject,
    "chemicals": Chemical,
    "databanks": Databank,
    "identifiers": Identifier,
    "issn": Issn,
    "grants": Grant,
    "related": Related,
}
"""The structured fields of a citation, and what their values are."""

NESTED_PARTS: dict[type[_Value], dict[str, type[_Value]]] = {Name: {"affiliations": Affiliation}}
"""The details of a part that have details of their own."""
