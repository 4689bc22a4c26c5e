"""Which citation field is which RIS tag: tables only, in the order in which tags are written.

The order is the one that all known readers survive: JabRef takes the last of ``IS``, ``AN``, ``C7`` and ``M1`` for the
issue, so the issue comes after the others; ``UR`` stands behind other addresses, because there the last wins, too. What
depends on the type of a record, on the program that reads the file, or on the one that wrote it, stands in tables of
exceptions. Sources: the specification of Research Information Systems, EndNote's table of reference types, and the
import code of Zotero, JabRef, rispy, bibutils, Citation.js and pandoc.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from citeconv.values.links import ARXIV
from citeconv.values.nlm import MANUSCRIPT_SYSTEMS
from citeconv.values.patterns import lazy
from citeconv.values.preprints import PREPRINT

if TYPE_CHECKING:
    from citeconv.citation import CitationType


class Row(NamedTuple):
    """One tag that is written for one field; nothing where only some types have a tag for it.

    ``kind`` is ``text``, or one of its own, for which the writer has a method of that name.
    """

    field: str
    tag: str
    kind: str = "text"


ROWS = (
    Row("author", "AU", "names"),
    Row("editor", "ED", "names"),
    Row("collection_editor", "A3", "names"),
    Row("translator", "A4", "names"),
    Row("container_author", "", "names"),
    Row("producer", "", "names"),
    Row("performer", "", "names"),
    Row("interviewer", "", "names"),
    Row("recipient", "", "names"),
    Row("illustrator", "", "names"),
    Row("organizer", "", "names"),
    Row("contributor", "", "roles"),
    Row("title", "TI", "title"),
    Row("title_short", "ST"),
    Row("original_title", "TT"),
    Row("container_title", "T2", "container"),
    Row("container_title_short", "J2", "short"),
    Row("event_title", "T2", "event"),
    Row("collection_title", "T3", "series"),
    Row("abstract", "AB", "abstract"),
    Row("other_abstracts", "AB", "other_abstracts"),
    Row("issued", "DA", "issued"),
    Row("pmid", "AN", "pmid"),
    Row("identifiers", "AN", "accession"),
    Row("pmcid", "C2", "pmcid"),
    Row("manuscript_id", "C6", "manuscript_id"),
    Row("number", "C7", "number"),
    Row("collection_number", "", "series_number"),
    Row("chapter_number", ""),
    Row("supplement", ""),
    Row("volume", "VL"),
    Row("number_of_volumes", "NV"),
    Row("issue", "IS"),
    Row("page", "SP", "page"),
    Row("page_first", "", "start_page"),
    Row("number_of_pages", "SP", "number_of_pages"),
    Row("dimensions", ""),
    Row("scale", ""),
    Row("medium", ""),
    Row("issn", "SN", "issn"),
    Row("isbn", "SN", "isbn"),
    Row("doi", "DO", "doi"),
    Row("edition", "ET", "edition"),
    Row("version", "ET", "version"),
    Row("available_date", "ET", "available"),
    Row("section", "SE", "section"),
    Row("publisher", "PB"),
    Row("authority", ""),
    Row("division", ""),
    Row("jurisdiction", ""),
    Row("publisher_place", "CY", "place"),
    Row("event_place", "", "event_place"),
    Row("submitted", "", "day"),
    Row("original_date", "", "day"),
    Row("language", "LA", "language"),
    Row("genre", "M3", "genre"),
    Row("publication_types", "M3", "publication_types"),
    Row("pmid", "DB", "database"),
    Row("source", "DB"),
    Row("archive", "DP", "provider"),
    Row("call_number", "CN"),
    Row("archive_location", "AV", "shelf"),
    Row("reviewed_title", "RI"),
    Row("citation_label", "LB"),
    Row("accessed", "Y2", "accessed"),
    Row("keyword", "KW", "keywords"),
    Row("subjects", "KW", "subjects"),
    Row("status", "N1", "status"),
    Row("related", "N1", "notices"),
    Row("pmid", "N1", "pmid_note"),
    Row("identifiers", "N1", "book_dois"),
    Row("number_of_references", "N1", "count"),
    Row("references", "N1", "works_cited"),
    Row("annote", "RN", "annotation"),
    Row("note", "N1", "notes"),
    Row("author", "AD", "addresses"),
    Row("extra", "", "extra"),
    Row("identifiers", "L2", "links"),
    Row("url", "UR", "url"),
    Row("key", "ID"),
)
"""What is written, in order."""

# -- types

READ_TYPES: dict[str, CitationType] = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "graphic",
    "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "CTLG": "document", "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book",
    "ECHAP": "chapter", "EDBOOK": "book", "EJOU": "article-journal", "EJOUR": "article-journal", "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia", "EQUA": "document", "FIGURE": "figure", "GEN": "document",
    "GENERIC": "document", "GOVDOC": "report",
    "GRANT": "document", "GRNT": "document", "HEAR": "hearing", "ICOMM": "post", "INPR": "article-journal",
    "INTV": "interview", "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "regulation",
    "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "document",
    "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "PREPRINT": "article", "RPRT": "report", "SER": "book", "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard", "STAT": "legislation", "STD": "standard", "THES": "thesis", "UNBILL": "bill",
    "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
"""RIS types to CSL's; any other is a document."""

TYPES_IN_WORDS = {
    # ADS, for ProCite and in part for RIS
    "BOOK CHAPTER": "CHAP", "BOOK, WHOLE": "BOOK", "CONFERENCE": "CONF", "JOURNAL": "JOUR", "MISC": "GEN",
    "MISCELLANEOUS": "GEN", "REPORT": "RPRT", "THESIS/DISSERTATION": "THES",
    # ProQuest's types of sources, in some of its exports
    "AUDIO & VIDEO WORKS": "VIDEO", "BLOGS, PODCASTS, & WEBSITES": "BLOG", "BOOKS": "BOOK",
    "CONFERENCE PAPERS & PROCEEDINGS": "CONF", "DISSERTATIONS & THESES": "THES",
    "ENCYCLOPEDIAS & REFERENCE WORKS": "ENCYC", "GOVERNMENT & OFFICIAL PUBLICATIONS": "RPRT",
    "HISTORICAL NEWSPAPERS": "NEWS", "HISTORICAL PERIODICALS": "MGZN", "MAGAZINES": "MGZN", "NEWSPAPERS": "NEWS",
    "OTHER SOURCES": "GEN", "PAMPHLETS & EPHEMERAL WORKS": "PAMP", "REPORTS": "RPRT", "SCHOLARLY JOURNALS": "JOUR",
    "SPEECHES & PRESENTATIONS": "SLIDE", "STANDARDS & PRACTICE GUIDELINES": "STAND", "TRADE JOURNALS": "JOUR",
    "WIRE FEEDS": "NEWS", "WORKING PAPERS": "RPRT",
}  # fmt: skip
"""Words that stand in the place of RIS types, in capitals."""

LINK_KINDS = frozenset("CITATION DOC HTML PDF".split())
"""What Publish or Perish has in the place of some types: what Google Scholar's link leads to."""

WRITE_TYPES = {
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO", "chapter": "CHAP", "classic": "CLSWK", "collection": "GEN",
    "dataset": "DATA", "document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC",
    "event": "GEN", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR", "interview": "INTV", "legal_case": "CASE",
    "legislation": "STAT", "manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC",
    "pamphlet": "PAMP", "paper-conference": "CONF", "patent": "PAT", "performance": "GEN", "periodical": "JFULL",
    "personal_communication": "PCOMM", "post": "ICOMM", "post-weblog": "BLOG", "regulation": "LEGAL", "report": "RPRT",
    "review": "JOUR", "review-book": "JOUR", "software": "COMP", "song": "SOUND", "speech": "SLIDE",
    "standard": "STAND", "thesis": "THES", "treaty": "GEN", "webpage": "ELEC",
}  # fmt: skip
"""CSL's 45 types to RIS types."""

TOLD_BY_TYPE = {"INPR": ("status", "in press"), "PREPRINT": ("genre", PREPRINT)}
"""What types tell of a work beside its kind: a field and its value."""

UNPUBLISHED = frozenset(("document", "manuscript"))
"""What a preprint may be called beside ``M3``: an unpublished work (``UNPB``), or one of no type (Embase's ``GEN``)."""

GENRES = frozenset(
    "article bill dataset document figure graphic hearing interview legislation manuscript map motion_picture"
    " musical_score pamphlet patent personal_communication post post-weblog regulation report software song speech"
    " standard thesis webpage".split()
)
"""Types whose ``M3`` is the ``genre``; of all others it tells NLM's publication types."""

VERSIONED = frozenset(("dataset", "software"))
"""Types whose ``ET`` is a version."""

NUMBERED = frozenset(("patent", "report", "standard"))
"""Types whose ``SN`` is their ``number``."""

START_PAGES = frozenset(("article-journal", "article-magazine"))
"""Types of which EndNote has the first page in ``SE``."""
EXTENT = frozenset("book classic manuscript report thesis".split())
"""Types whose ``SP`` is the number of pages (EndNote, Zotero)."""

BOOKS = frozenset("book chapter classic".split())
"""Types whose ``SN`` is an ISBN before it is an ISSN."""

IN_BOOKS = frozenset("book chapter paper-conference".split())
"""Types whose second ``DO`` is that of the book (Web of Science)."""

MANUSCRIPT_ID = lazy(rf"(?:{MANUSCRIPT_SYSTEMS})-?\d+", re.I)

ACCESSIONS = {
    "wos": r"(?:WOS|ISI|MEDLINE|BCI|CABI|KJD|SCIELO|CCC|DRCI|PPRN|RSCI|DIIDW|INSPEC|ZOOREC|FSTA|BIOSIS):\S+",
    "rayyan": r"rayyan-\d+",
    "central": r"CN-\d{8}",
    "dimensions": r"pub\.\d+",
    "pui": r"L\d{6,}",
    "scopus": r"2-s2\.0-\d+",
    "eric": r"E[DJ]\d{6,}",
    "arxiv": rf"arXiv:{ARXIV}",
    "clinical-trial": r"NCT\d{8}",
    "accession": r".+",
}
"""Kinds of accession numbers (``AN``) by their form, the last for any; that of arXiv is Zotero's."""

DATABASES = frozenset(ACCESSIONS) - {"rayyan", "dimensions", "arxiv", "clinical-trial"}
"""Kinds of numbers by which a record is some database's; Rayyan and Dimensions count what others have found, what is
at arXiv is in others, too, and registers of trials hold what articles tell of."""

LABELLED_IN_ENDNOTE = frozenset(("collection_title", "editor"))
"""Fields that other programs look for under one tag in all types, and EndNote where the type has it."""

LINKS = {"pdf-url": "L1", "local-url": "L1", "fulltext-url": "L2", "image-url": "L4", "url": "LK"}
"""Kinds of addresses beside the one in ``UR``, and their tags."""

# -- programs that read what is written


class Target(NamedTuple):
    """Where a program that reads RIS wants something else than all the others do.

    ``instead`` gives the beginning of the line (or, for dates, the one tag) of a row by its kind or tag, and nothing to
    leave it out; ``evidence`` says how it is known.
    """

    instead: dict[str, str]
    evidence: str


TARGETS = {
    "any": Target({"available": ""}, "the order and tags that most programs read"),
    "zotero": Target(
        {"available": "", "AN": "M2  - PMID: ", "DB": "", "C2": "M2  - PMCID: ", "AD": ""},
        "its translator takes `AN` and `DB` for a place in an archive, drops `C2` and `AD`, and puts `M2` into Extra,"
        " where Zotero keeps PMIDs",
    ),
    "endnote": Target(
        {"ED": "A2  - ", "available": "ET  - "},
        "its table of reference types: the editor of a chapter is `A2`, the Epub date of an article `ET`; its manual: a"
        " comma behind a group, whose last word it takes for a family name else",
    ),
    "rayyan": Target(
        {"available": "", "DA": "Y1", "AD": ""},
        "its own exports have the date in `Y1`, and no addresses in `AD`",
    ),
    "covidence": Target(
        {"available": "", "T2": "JO  - ", "AD": ""},
        "its own exports have the journal in `JO`, and no addresses",
    ),
    "asreview": Target({"available": ""}, "it reads with rispy, which finds all in the usual order"),
    "jabref": Target(
        {"available": "", "DA": "Y1", "AN": "C2  - ", "C2": "N1  - PMCID: ", "C7": "SP  - ", "AD": "",
         "T2 chapter": "BT  - ", "T2 paper-conference": "BT  - "},
        "its importer takes the month from `Y1` alone, `C2` for the PMID, `C7` for the issue, `AD` for the publisher's"
        " address, and `T2` for a journal in books, too",
    ),
}  # fmt: skip
"""The values of the option ``target``."""
