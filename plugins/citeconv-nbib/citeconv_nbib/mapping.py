"""Which tag of MEDLINE is which field of a citation: tables only, in the order in which PubMed writes the tags.

The plain tags stand in two tables, one value or several to one field, and serve both directions. What has a form of
its own (names, dates, headings …) has a pair of functions in ``values`` or ``people``; the tables here name
the tags that belong together. The choices follow PubMed Help's table of tags and what PubMed's own downloads hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeconv import Identifier
from citeconv.values.patterns import lazy

if TYPE_CHECKING:
    from citeconv.citation import RelatedKind

ORDER = tuple(
    (
        "PMID OWN STAT DA DCOM LR DRDT CTDT CDAT PUBM IS ISBN VI IP PB DP TI BTI CTI VTI EN CP PG LID AB CI FED ED "
        "FAU AU AUID AD CN LA SI GR PT TT DEP PL TA JT JID RN NM SB CON CIN EIN EFR CRI CRF PRIN PROF RIN ROF RPI "
        "RPF RRI RRF UIN UOF ECI ECF SPIN ORI DDIN DRIN MH GS FPS PS PMC MID OID RF OAB OABL OCI OTO OT COIS FIR IR "
        "IRAD GN SFM EDAT MHDA PMCR CRDT PHST AID PST SO"
    ).split()
)
"""Every tag, in PubMed's order."""

SINGLE = {
    "PMID": "pmid",
    "OWN": "source_owner",
    "STAT": "indexing_status",
    "PUBM": "publication_model",
    "VI": "volume",
    "IP": "issue",
    "PB": "publisher",
    "CTI": "collection_title",
    "VTI": "volume_title",
    "EN": "edition",
    "CP": "chapter_number",
    "CI": "copyright",
    "TA": "container_title_short",
    "JT": "container_title",
    "JID": "nlm_unique_id",
    "RF": "number_of_references",
    "COIS": "conflict_of_interest",
    "PST": "publication_status",
}
"""Tags with one value that is a field of the citation as it stands."""

REPEATED = {
    "ISBN": "isbn",
    "PT": "publication_types",
    "SB": "citation_subset",
    "GS": "gene_symbols",
    "GN": "note",
    "SFM": "space_flight_mission",
}
"""Tags that may be repeated, each value as it stands."""

AUTHORS = ("FAU", "AU", "AUID", "AD", "CN")
EDITORS = ("FED", "ED")
INVESTIGATORS = ("FIR", "IR", "IRAD")
SUBJECT_NAMES = ("FPS", "PS")
OTHER_ABSTRACTS = ("OAB", "OABL", "OCI")
KEYWORDS = ("OTO", "OT")
IN_SEQUENCE = (AUTHORS, EDITORS, INVESTIGATORS, SUBJECT_NAMES, OTHER_ABSTRACTS, KEYWORDS)
"""Tags whose meaning depends on what stands before them: an affiliation follows its author."""

FIRST = {tag: tags[0] for tags in IN_SEQUENCE for tag in tags}
"""The tag under which lines are gathered whose sequence matters."""

NAMES = ("author", "editor", "contributor", "subject_names")
"""The fields of people."""

TAG = lazy(r"[A-Z][A-Z0-9]{1,3}")
"""What a tag looks like."""

RECORD_DATES = {
    "DA": "record-created",
    "DCOM": "record-completed",
    "LR": "record-revised",
    "DRDT": "updated",
    "CTDT": "contributed",
    "CDAT": "created",
}
"""Dates of the record as ``20160113``, by the kind of event."""

HISTORY = {"EDAT": "pubmed", "MHDA": "medline", "PMCR": "pmc-release", "CRDT": "entrez"}
"""Dates of the history that have a tag of their own; since 2017 they stand in ``PHST``, too."""
HISTORY_TAGS = {kind: tag for tag, kind in HISTORY.items()}

RELATIONS: dict[str, RelatedKind] = {
    "CON": "comment-on",
    "CIN": "comment-in",
    "EIN": "erratum-in",
    "EFR": "erratum-for",
    "CRI": "corrected-and-republished-in",
    "CRF": "corrected-and-republished-from",
    "PRIN": "partial-retraction-in",
    "PROF": "partial-retraction-of",
    "RIN": "retraction-in",
    "ROF": "retraction-of",
    "RPI": "republished-in",
    "RPF": "republished-from",
    "RRI": "retracted-and-republished-in",
    "RRF": "retracted-and-republished-from",
    "UIN": "update-in",
    "UOF": "update-of",
    "ECI": "expression-of-concern-in",
    "ECF": "expression-of-concern-for",
    "SPIN": "summary-for-patients-in",
    "ORI": "original-report-in",
    "DDIN": "associated-dataset",
    "DRIN": "associated-publication",
}
"""Comments and corrections."""

OWNERS = frozenset("NLM NASA KIE PIP POP ARPL CPC IND CPFH CLML NRCBL QCIM".split())
"""Who gives the numbers in ``OID``; an identifier of any other kind stands in ``AID``."""

ISSN_KINDS = {"Print": "print", "Electronic": "electronic", "Linking": "linking"}

TYPES = {
    "article": "Preprint",
    "article-journal": "Journal Article",
    "article-newspaper": "Newspaper Article",
    "book": "Book",
    "chapter": "Book Chapter",
    "dataset": "Dataset",
    "report": "Technical Report",
    "thesis": "Academic Dissertation",
}
"""The publication type that is written for a citation that has none."""

RETRACTED = "Retracted Publication"
"""The publication type that says that an article was retracted."""

FIELDS = {
    **{field: tag for tag, field in {**SINGLE, **REPEATED}.items()},
    "type": "PT",
    "genre": "PT",
    "status": "PT, RIN, PST",
    "source": "OWN, STAT",
    "title": "TI, BTI",
    "original_title": "TT",
    "container_title": "JT, BTI",
    "author": "FAU, AU, CN",
    "author.initials": "AU",
    "author.orcid": "AUID",
    "author.identifiers": "AUID",
    "author.affiliations": "AD",
    "author.members": "FIR, IR, IRAD",
    "contributor": "FIR, IR",
    "contributor.role": "FIR",
    "contributor.initials": "IR",
    "contributor.affiliations": "IRAD",
    "editor": "FED, ED",
    "editor.initials": "ED",
    "subject_names": "FPS, PS",
    "subject_names.initials": "PS",
    "et_al": "AU",
    "issued": "DP, DEP, SO",
    "available_date": "DEP",
    "collection_date": "DP",
    "print_date": "DP",
    "history": ", ".join((*RECORD_DATES, *HISTORY, "PHST")),
    "page": "PG",
    "number": "PG, LID",
    "publisher_place": "PL",
    "journal_country": "PL",
    "language": "LA",
    "abstract": "AB",
    "other_abstracts": ", ".join(OTHER_ABSTRACTS),
    "keyword": "OT",
    "keyword.owner": "OTO",
    "keyword.major": "OT",
    "subjects": "MH",
    "subjects.major": "MH",
    "subjects.qualifiers": "MH",
    "supplementary_concepts": "NM",
    "chemicals": "RN",
    "databanks": "SI",
    "doi": "AID, LID",
    "pmcid": "PMC",
    "pii": "AID, LID",
    "manuscript_id": "MID",
    "identifiers": "AID, OID, MID",
    "issn": "IS",
    "issn.kind": "IS",
    "grants": "GR",
    "related": ", ".join(RELATIONS),
    "extra": "-",
}
"""The tags of each field and detail that a record expresses."""

CARRIES = frozenset(FIELDS)


def other_id(text: str) -> Identifier | None:
    """Return the identifier in ``NLM: EMS54115``; None if it is not of that form."""
    kind, colon, value = text.partition(": ")
    return Identifier(kind=kind, value=value) if colon and kind.isalnum() else None
