"""Which RIS tag is which citation field when reading: a base table, and tables of exceptions by type and by dialect.

RIS was never one format: every database and reference manager has tags of its own, and uses those of others otherwise.
A row names the field and the kind of the value, for which ``fields`` has a function. What is in no table goes to
``extra``, as ``ris:TAG``. Sources: the specifications of 2001 and 2011, EndNote's table of reference types, the import
code of Zotero and JabRef, and exports of some thirty databases and programs.
"""

from __future__ import annotations

from typing import NamedTuple

from citeconv_ris.mapping import VERSIONED


class Rule(NamedTuple):
    """What a tag means: the field of the citation, and the kind of its values."""

    kind: str
    field: str = ""


TEXT, NAMES, DATE, LINK, NUMBER, TAGGED = "text", "names", "date", "link", "standard_number", "tagged"

BASE: dict[str, Rule] = {
    "A1": Rule(NAMES, "author"), "A2": Rule(NAMES, "editor"), "A3": Rule(NAMES, "collection_editor"),
    "A4": Rule(NAMES, "translator"), "AB": Rule("abstract"), "AD": Rule("addresses"), "AN": Rule("accession"),
    "AR": Rule(TEXT, "number"), "AU": Rule(NAMES, "author"), "AV": Rule("shelf", "archive_location"),
    "BN": Rule(NUMBER), "BT": Rule("container", "full"), "C1": Rule("custom_1"), "C2": Rule("custom_2"),
    "C3": Rule("own_remark"), "C6": Rule("custom_6"), "C7": Rule("article_number"),
    "CC": Rule("listed", "categories"), "CN": Rule(TEXT, "call_number"), "CP": Rule("issue"), "CR": Rule("cited"),
    "CT": Rule("title"), "CY": Rule(TEXT, "publisher_place"), "DA": Rule(DATE), "DB": Rule("database"),
    "DI": Rule("doi"), "DO": Rule("doi"), "DP": Rule("provider"), "ED": Rule("editors", "editor"), "EP": Rule("pages"),
    "ER": Rule("end"), "ET": Rule("edition"), "ID": Rule("key"), "IS": Rule(TEXT, "issue"),
    "J1": Rule("container", "short"),
    "J2": Rule("container", "short"), "JA": Rule("container", "short"), "JF": Rule("container", "full"),
    "JI": Rule("container", "short"), "JO": Rule("container", "either"), "K1": Rule("keywords"),
    "KW": Rule("keywords"), "L1": Rule(LINK, "pdf-url"), "L2": Rule(LINK, "fulltext-url"),
    "L3": Rule(LINK, "fulltext-url"), "L4": Rule(LINK, "image-url"), "LA": Rule("language"),
    "LB": Rule(TEXT, "citation_label"), "LK": Rule(LINK, "url"), "M1": Rule("misc_1"), "M2": Rule(TAGGED),
    "M3": Rule("work_type"), "M4": Rule("own_remark"), "MH": Rule("headings", "subjects"),
    "N1": Rule("notes"), "N2": Rule("abstract"), "NO": Rule("notes"),
    "NV": Rule(TEXT, "number_of_volumes"), "PB": Rule(TEXT, "publisher"), "PD": Rule("part_of_date"),
    "PG": Rule("pages"), "PI": Rule(TEXT, "publisher_place"), "PA": Rule("remark"), "PP": Rule(TEXT, "publisher_place"),
    "PT": Rule("publication_types"), "PU": Rule(TEXT, "publisher"), "PY": Rule(DATE),
    "RD": Rule("accessed"), "RI": Rule(TEXT, "reviewed_title"), "RN": Rule("remark"), "SE": Rule(TEXT, "section"),
    "SN": Rule(NUMBER), "SP": Rule("pages"), "ST": Rule(TEXT, "title_short"), "T1": Rule("title"),
    "T2": Rule("container", "full"), "T3": Rule(TEXT, "collection_title"), "TI": Rule("title"),
    "TT": Rule(TEXT, "original_title"), "U1": Rule(TAGGED), "U2": Rule(TAGGED), "U3": Rule(TAGGED),
    "U4": Rule(TAGGED), "U5": Rule(TAGGED), "UR": Rule("address"), "VL": Rule(TEXT, "volume"),
    "VO": Rule(TEXT, "volume"), "WC": Rule("listed", "categories"), "Y1": Rule(DATE), "Y2": Rule("accessed"),
    "YR": Rule(DATE),
}  # fmt: skip
"""What most files mean."""

WORDS: dict[str, Rule] = {
    "DESCRIPTORS": Rule("descriptors"), "DOI": Rule("doi"), "ISBN": Rule(NUMBER), "ISSN": Rule(NUMBER),
    "PMCID": Rule("custom_2"), "PMID": Rule("custom_2"),
}  # fmt: skip
"""What stands in some files (APA PsycNet's) like a tag, but is longer than RIS allows."""

KEPT = frozenset(
    "A5 C4 C5 C8 CA CL DS FD FU FX H1 H2 IP J9 JP LL NS OP PM RP RT SF SL SR SV TA TS UT WE WP WT WV".split()
)
"""Tags that are known, have no field, and are kept as they are."""

TAGS = frozenset(BASE) | KEPT | {"TY", "ER"}
"""Every tag that is known."""

_SEEN = {tag: Rule("seen", "accessed") for tag in ("C1", "C2")}
_LEGAL = {"ET": Rule(TEXT, "chapter_number"), "OP": Rule(TEXT, "references")}
_SCREEN = {
    "A3": Rule(NAMES, "producer"), "A4": Rule(NAMES, "performer"), "C1": Rule(NAMES, "performer"),
    "C4": Rule(TEXT, "genre"), "C5": Rule(TEXT, "medium"), "M1": Rule(TEXT, "number"),
    "SP": Rule("running_time", "dimensions"),
}  # fmt: skip
_ENTRY = {"C1": Rule("kept"), "M1": Rule(TEXT, "number")}
BY_TYPE: dict[str, dict[str, Rule]] = {
    "article-journal": {"SE": Rule("start_page", "page_first")},
    "article-magazine": {"SE": Rule("start_page", "page_first")},
    "article-newspaper": {
        "C1": Rule("kept"), "C2": Rule(TEXT, "issue"), "M1": Rule("start_page", "page_first"), "NV": Rule("kept"),
    },
    "bill": {
        **_LEGAL, "A2": Rule("role", "sponsor"), "A3": Rule("role", "cosponsor"), "M1": Rule(TEXT, "number"),
        "T3": Rule(TEXT, "authority"),
    },
    "book": {
        "A2": Rule("series_editors", "collection_editor"), "A3": Rule(NAMES, "editor"), "BT": Rule("title"),
        "M1": Rule(TEXT, "collection_number"), "T2": Rule(TEXT, "collection_title"),
    },
    "chapter": {
        "C1": Rule("brief", "section"), "C2": Rule("book_author", "container_author"), "M1": Rule("volumes"),
        "SE": Rule(TEXT, "chapter_number"), "SV": Rule(TEXT, "collection_number"),
    },
    "entry-dictionary": _ENTRY,
    "entry-encyclopedia": _ENTRY,
    "figure": {"A2": Rule("kept"), "M1": Rule(TEXT, "number"), "VL": Rule(TEXT, "dimensions")},
    "graphic": {"C1": Rule("kept"), "C3": Rule(TEXT, "dimensions")},
    "hearing": {
        **_LEGAL, "C2": Rule("kept"), "M1": Rule(TEXT, "number"), "T2": Rule(TEXT, "section"),
        "T3": Rule(TEXT, "authority"),
    },
    "interview": {"A2": Rule(NAMES, "interviewer")},
    "legal_case": {
        "A2": Rule("container", "full"), "A3": Rule("kept"), "A4": Rule("role", "counsel"), "C1": Rule("kept"),
        "ET": Rule("kept"), "M3": Rule("kept"), "NV": Rule("container", "short"), "OP": Rule(TEXT, "references"),
        "PB": Rule(TEXT, "authority"), "SE": Rule("day", "submitted"), "SV": Rule(TEXT, "number"),
        "T3": Rule("kept"),
    },
    "legislation": {
        **_LEGAL, "M1": Rule(TEXT, "number"), "NV": Rule("other_number"), "RI": Rule("kept"), "T3": Rule("kept"),
    },
    "manuscript": {"M1": Rule("other_number"), "NV": Rule("other_number")},
    "map": {
        "A2": Rule(NAMES, "collection_editor"), "C1": Rule("brief", "scale"), "C3": Rule(TEXT, "dimensions"),
        "T2": Rule(TEXT, "collection_title"),
    },
    "motion_picture": _SCREEN,
    "musical_score": {"A4": Rule(NAMES, "producer"), "C1": Rule("brief", "medium")},
    "pamphlet": {"A2": Rule("kept"), "M1": Rule(TEXT, "collection_number"), "M2": Rule(TEXT, "number_of_pages")},
    "paper-conference": {
        "A4": Rule(NAMES, "organizer"), "C1": Rule("brief", "publisher_place"), "C2": Rule("year_published"),
        "C3": Rule("proceedings"), "CY": Rule("conference_place"),
    },
    "patent": {
        "A2": Rule(TEXT, "authority"), "A3": Rule("kept"), "C2": Rule("kept"), "C3": Rule(TEXT, "jurisdiction"),
        "C4": Rule("role", "attorney"), "C5": Rule(TEXT, "references"), "C6": Rule(TEXT, "status"),
        "ET": Rule("patent_class"), "M1": Rule(TEXT, "call_number"), "NV": Rule("listed", "categories"),
        "OP": Rule(TEXT, "issue"), "SE": Rule("kept"), "SN": Rule(TEXT, "number"), "T3": Rule("kept"),
        "VL": Rule(TEXT, "version"),
    },
    "personal_communication": {"A2": Rule(NAMES, "recipient"), "C1": Rule("kept"), "C2": Rule("kept")},
    "post": {"A2": Rule(NAMES, "recipient")},
    "post-weblog": {"A3": Rule(NAMES, "illustrator"), "C2": Rule("kept"), "VL": Rule("seen", "accessed")},
    "regulation": {
        "A2": Rule(TEXT, "authority"), "M1": Rule("start_page", "page_first"), "NV": Rule(TEXT, "chapter_number"),
        "OP": Rule(TEXT, "references"), "T3": Rule(TEXT, "supplement"), "VL": Rule(TEXT, "number"),
    },
    "report": {
        "A2": Rule(NAMES, "collection_editor"), "A3": Rule("other_publisher"), "A4": Rule("division", "division"),
        "M1": Rule("other_number"), "NV": Rule(TEXT, "collection_number"), "SN": Rule("report_number", "number"),
        "T2": Rule(TEXT, "collection_title"),
    },
    "song": {"A2": Rule(NAMES, "performer"), "C1": Rule("kept"), "C4": Rule("role", "lyricist"),
             "C5": Rule(TEXT, "medium"), "M1": Rule(TEXT, "number")},
    "speech": {"CY": Rule(TEXT, "event_place"), "T2": Rule(TEXT, "event_title")},
    "standard": {
        "M1": Rule("start_page", "page_first"), "NV": Rule("kept"), "SN": Rule("report_number", "number"),
        "T3": Rule("kept"), "VL": Rule("other_number"),
    },
    "thesis": {
        "A3": Rule("role", "advisor"), "M1": Rule("number_or_degree", "number"), "T2": Rule("department", "division"),
        "VL": Rule("volume_or_degree", "volume"),
    },
    "webpage": {
        **_SEEN, "A2": Rule(NAMES, "collection_editor"), "M1": Rule("seen", "accessed"),
        "VL": Rule("seen", "accessed"),
    },
    **{kind: {"ET": Rule(TEXT, "version")} for kind in sorted(VERSIONED)},
}  # fmt: skip
"""What a tag means in a record of a type: EndNote's table of reference types, and Zotero's import code."""

BY_TYPE["dataset"] |= {
    "A2": Rule(NAMES, "producer"), "A4": Rule("funder"), "C1": Rule("kept"), "C2": Rule("kept"),
    "NV": Rule(TEXT, "number"), "RI": Rule("kept"), "SE": Rule("day", "original_date"),
}  # fmt: skip
BY_TYPE["software"] |= {
    "A2": Rule(NAMES, "collection_editor"), "C1": Rule("brief", "medium"), "M1": Rule(TEXT, "medium"),
    "T2": Rule(TEXT, "collection_title"),
}  # fmt: skip

BY_RIS_TYPE: dict[str, dict[str, Rule]] = {
    "CLSWK": {
        "A2": Rule(NAMES, "collection_editor"), "M1": Rule(TEXT, "collection_number"),
        "T2": Rule(TEXT, "collection_title"),
    },
    "EBOOK": {**_SEEN, "A2": Rule(NAMES, "editor"), "A3": Rule(NAMES, "collection_editor"), "C7": Rule("custom_2")},
    "ECHAP": {"C7": Rule("custom_2"), "M1": Rule(TEXT, "collection_number")},
    "EDBOOK": {"AU": Rule(NAMES, "editor"), "A1": Rule(NAMES, "editor")},
    "EJOUR": {**_SEEN, "C3": Rule("custom_2")},
    "GOVDOC": {"A2": Rule("division", "division"), "C1": Rule("brief", "authority"), "M1": Rule("other_number")},
    "MPCT": {"M3": Rule(TEXT, "medium")},
    "MULTI": _SEEN,
    "SER": {"A2": Rule(NAMES, "editor"), "A3": Rule(NAMES, "collection_editor")},
    "UNPB": {"A2": Rule(NAMES, "collection_editor"), "T3": Rule(TEXT, "division")},
}  # fmt: skip
"""What a tag means under one of the RIS types that share a type of CSL."""


def rules_of(ris_type: str, kind: str) -> dict[str, Rule]:
    """Return what each tag means in a record of a RIS type that is read as a type of CSL."""
    return dict.fromkeys(KEPT, Rule("kept")) | WORDS | BASE | of_type(ris_type, kind)


def of_type(ris_type: str, kind: str) -> dict[str, Rule]:
    """Return what tags mean in a type otherwise than in most."""
    return BY_TYPE.get(kind, {}) | BY_RIS_TYPE.get(ris_type, {})


TYPED = frozenset(
    (
        TEXT, NAMES, "book_author", "brief", "day", "department", "division", "number_or_degree", "report_number",
        "role", "running_time", "series_editors", "start_page",
    )
)  # fmt: skip
"""Kinds of values that are written under the tag from which a type has them."""

SHARED = frozenset(
    (
        "book_author", "brief", "conference_place", "custom_2", "department", "division", "number_or_degree",
        "other_number", "patent_class", "proceedings", "report_number", "running_time", "seen", "start_page", "volumes",
        "volume_or_degree", "year_published",
    )
)  # fmt: skip
"""Kinds under which a tag may have what it has in other types, too."""

CERTAIN = frozenset((TEXT, NAMES, "conference_place", "day", "proceedings", "role", "year_published"))
"""Kinds of which it is known without reading it how a value is read."""

USUAL = frozenset(("book collection_title", "call_number", "editor", "genre", "issue", "number", "status"))
"""Fields that stand under their usual tag where a type has that, too, for all readers look there."""


def places_of(ris_type: str, kind: str) -> dict[str, str]:
    """Return the tag of each field, or role, that a type has elsewhere than others, or that others have not."""
    places: dict[str, str] = {}
    own = of_type(ris_type, kind)
    for tag, rule in (BY_RIS_TYPE.get(ris_type, {}) | own).items():  # those of the RIS type first
        if rule.kind in TYPED:
            places.setdefault(rule.field, tag)
    return places


def tag_of(field: str, usual: str, ris_type: str, kind: str) -> str:
    """Return the tag of a field in a type: its usual one, or that of the type; nothing if it has none."""
    own = places_of(ris_type, kind).get(field, "")
    rule = of_type(ris_type, kind).get(usual)
    stays = rule is None or rule.kind in SHARED or rule.field == field or (field, rule.field) == ("edition", "version")
    if usual and stays and (not own or field in USUAL or f"{kind} {field}" in USUAL):
        return usual
    return own or ("JF" if field == "container_title" else "")


class Dialect(NamedTuple):
    """How a database or program writes RIS: a pattern that is found at the top of its files, and what differs.

    ``mark`` makes a record of it known as such where it stands alone, if it does not so by its own tags.
    """

    name: str
    pattern: str
    tags: dict[str, Rule]
    mark: str = ""


DIALECTS = (
    Dialect(
        "Web of Science",
        r"^(?:J9|WE|PA|UT)  - ",
        {"C1": Rule("custom_1"), "CY": Rule(TEXT, "publisher_place"), "WE": Rule("database"),
         "FU": Rule("funding"), "FX": Rule("notes"), "CP": Rule(TEXT, "event_title"),
         "CL": Rule(TEXT, "event_place"), "NR": Rule(TEXT, "number_of_references"),
         "SE": Rule(TEXT, "collection_title"), "RI": Rule("kept"), "A4": Rule("kept")},
    ),
    Dialect(
        "Cochrane Library",
        r"^(?:AN  -  CN-|Provider: John Wiley)",
        {"C3": Rule("elsewhere"), "JA": Rule("container", "full")},
    ),
    Dialect(
        "Ovid",
        r"^(?:\d{1,7}|<\d{1,7}>)\.? *\n+TY  - |^DB  - Ovid",
        {"ID": Rule("accession"), "Y2": Rule(DATE), "M1": Rule("references"), "M2": Rule("addresses_behind_names"),
         "M3": Rule("work_or_class", "genre"), "A2": Rule("editors_or_cited", "editor"),
         "AD": Rule("correspondence"), "IS": Rule("issue_in_source", "issue"),
         "NL": Rule("container", "short"), "AI": Rule("orcids"), "PB": Rule("publisher", "publisher"),
         "CP": Rule("country", "journal_country"), "T3": Rule("series_or_relations", "collection_title")},
        "1.\n",
    ),
    Dialect(
        "IEEE Xplore",
        r"^VO  - ",
        {"AU": Rule("natural_names", "author"), "Y1": Rule("days_of_conference")},
    ),
    Dialect("Rayyan", r"^(?:AN  - rayyan-|N1  - RAYYAN)", {"CY": Rule("addresses_or_place")}),
    Dialect(
        "Citavi",
        r"^M4  - Citavi",
        {"Y2": Rule("seen_or_changed"), "Y3": Rule("accessed"), "CP": Rule(TEXT, "issue"), "T4": Rule("subtitle"),
         "H1": Rule(TEXT, "archive"), "H2": Rule(TEXT, "call_number")},
    ),
    Dialect("Covidence", r"^NS  -", {}),
    Dialect(
        "EPPI-Reviewer",
        r"^ST  - [^\n]{1,80} \(\d{4}\)\nKW  - eppi-reviewer",
        {"A1": Rule("natural_names", "author"), "ST": Rule(TEXT, "citation_label"),
         "U1": Rule("number", "eppi-reviewer"), "U2": Rule("number_at_source", "accession")},
    ),
    Dialect("Publish or Perish", r"^M1  - Query date: ", {"M1": Rule("notes")}),
    Dialect(
        "Scopus",
        r"^N1  - (?:Export Date: |Cited By)",
        {"C3": Rule("proceedings_or_short")},
    ),
    Dialect(
        "JSTOR",
        r"^(?:Provider: JSTOR|DB  - JSTOR)",
        {"A2": Rule("editors_or_reviewed", "editor"), "C1": Rule("custom_1"), "T1": Rule("title_or_subtitle")},
    ),
    Dialect(
        "Embase",
        r"^U2  - L\d{6,}",
        {"AD": Rule("correspondence"), "C5": Rule(TEXT, "pmid"), "M1": Rule("addresses_behind_people"),
         "T2": Rule(TEXT, "original_title"),
         "U3": Rule("entered", "record-created"), "U4": Rule("entered", "record-completed")},
    ),
    Dialect(
        "EBSCO",
        r"^DP  - EBSCOhost",
        {"AD": Rule("correspondence"), "N1": Rule("ebsco_notes"), "T2": Rule("stopped_title", "full"),
         "U1": Rule("sponsors"), "UR": Rule("addresses_and_mails")},
    ),
    Dialect(
        "BVS",
        r"^DP  - https?://[a-z0-9.]{0,40}\bbvsalud\.org",
        {"C1": Rule("entered", "record-created"), "C8": Rule("same_key", "key")},
    ),
    Dialect(
        "ResearchRabbit",
        r"^JA  -[^\n]*\nL2  -[^\n]*\n(?:U1  - \d{1,9} *\n)?U2  - \d{4,11} *$",
        {"AU": Rule("natural_names", "author"), "JA": Rule("container", "full"), "U1": Rule(TEXT, "pmid"),
         "U2": Rule("number", "mag")},
    ),
    Dialect("APA PsycNet", r"^Provider: American Psychological Association", {"AD": Rule("correspondence")}),
    Dialect(
        "ProQuest",
        r"^N1  - (?:Last updated - \d|[^\W\d_][^\n:]{3,40} - \d{4}-\d\d-\d\d *$)",
        {"A1": Rule("natural_names", "author"), "AU": Rule("natural_names", "author"), "N1": Rule("proquest_notes")},
    ),
    Dialect(
        "ClinicalTrials.gov",
        r"^SF  - ClinicalTrials\.gov",
        {"A2": Rule("kept"), "C7": Rule("kept"), "DP": Rule(TEXT, "publisher"), "SF": Rule("database"),
         "Y2": Rule("kept")},
    ),
    Dialect("Dimensions", r"^(?:ID|AN)  - pub\.\d", {}),
    Dialect("DergiPark", r"^WT  - DergiPark", {"WT": Rule("database"), "Y2": Rule(DATE)}),
    Dialect("Lens", r"^UR  - https?://(?:www\.)?lens\.org/", {}),
)  # fmt: skip
"""Dialects known by their marks; where a table is empty, the form of the values tells what differs."""

IN_DIALECT: dict[tuple[str, str], dict[str, Rule]] = {
    ("Citavi", "paper-conference"): {
        "C1": Rule(TEXT, "event_place"), "C4": Rule("days", "event_date"), "C7": Rule(TEXT, "event_title"),
        "CY": Rule(TEXT, "publisher_place"), "SV": Rule(TEXT, "collection_number"),
    },
    ("Citavi", "thesis"): {"T2": Rule("subtitle")},
}  # fmt: skip
"""What a tag means in records of a type in a dialect."""

WEB_OF_SCIENCE = frozenset("J9 PA UT WE".split())
"""Tags of which each record from the Web of Science has some."""

MARKS: dict[str, tuple[tuple[str, str], ...]] = {
    "Web of Science": tuple([(tag, "") for tag in sorted(WEB_OF_SCIENCE)]),
    "Rayyan": (("AN", "rayyan-"), ("N1", "RAYYAN")),
    "EBSCO": (("DP", "EBSCOhost"),),
    "Citavi": (("M4", "Citavi"),),
    "EPPI-Reviewer": (("KW", "eppi-reviewer"),),
    "ClinicalTrials.gov": (("SF", "ClinicalTrials.gov"),),
}
"""Dialects of which each record has some tag with a value that begins so; others beside them come from elsewhere."""

TITLES = frozenset("TI T1 CT BT".split())
"""Tags that hold the title."""

PARAGRAPHS = frozenset("AB N2 N1 RN NO".split())
"""Tags whose further lines may be paragraphs."""

LISTS = frozenset(
    "A1 A2 A3 A4 A5 AD AU C1 CR DB ED ER H1 H2 K1 KW L1 L2 L3 L4 LK N1 RN NO SN U1 U2 U3 U4 U5 UR WE".split()
)
"""Tags whose further lines are further values (EndNote)."""
