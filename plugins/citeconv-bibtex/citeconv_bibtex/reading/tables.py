"""What the fields and entry types of ``.bib`` files mean: tables only, for reading.

The names that we write come from ``mapping.FIELDS``; here stand those of other programs and databases beside them, and
what of it depends on the entry type. The reader has a method for each kind of value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeconv_bibtex.mapping import LANGUAGES, PUBSTATES

if TYPE_CHECKING:
    from citeconv.citation import CitationType

TYPES: dict[str, CitationType] = {
    "article": "article-journal", "suppperiodical": "article-journal", "book": "book", "mvbook": "book",
    "collection": "book", "mvcollection": "book", "proceedings": "book", "mvproceedings": "book", "reference": "book",
    "mvreference": "book", "manual": "book", "commentary": "book", "booklet": "pamphlet", "inbook": "chapter",
    "incollection": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia", "inproceedings": "paper-conference", "conference": "paper-conference",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "bachelorsthesis": "thesis",
    "techreport": "report", "report": "report", "unpublished": "manuscript", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "webpage": "webpage", "internet": "webpage", "misc": "document",
    "dataset": "dataset", "data": "dataset", "software": "software", "softwareversion": "software",
    "codefragment": "software", "softwaremodule": "software", "patent": "patent", "standard": "standard",
    "periodical": "periodical", "image": "graphic", "artwork": "graphic", "movie": "motion_picture",
    "video": "motion_picture", "music": "song", "audio": "song", "performance": "performance", "letter":
    "personal_communication", "legislation": "legislation", "jurisdiction": "legal_case", "legal": "treaty",
    "review": "review", "presentation": "speech", "talk": "speech", "newspaper": "article-newspaper", "map": "map",
    "preprint": "article", "magazine": "article-magazine", "book_section": "chapter", "web_page": "webpage",
    "conference_proceedings": "paper-conference", "magazine_article": "article-magazine", "newspaper_article":
    "article-newspaper", "working_paper": "report", "computer_program": "software", "encyclopedia_article":
    "entry-encyclopedia", "film": "motion_picture", "television_broadcast": "broadcast", "hearing": "hearing",
    "bill": "bill", "case": "legal_case", "statute": "legislation", "generic": "document",
}  # fmt: skip
"""Entry types to CSL's types; any other is a ``document``."""

GENRES = {
    "mastersthesis": "Master's thesis", "phdthesis": "PhD thesis", "bachelorsthesis": "Bachelor's thesis",
}  # fmt: skip
"""Entry types that say the genre."""

THESIS_TYPES = {
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "mastersthesis": "Master's thesis",
    "candthesis": "Candidate thesis", "bathesis": "Bachelor's thesis", "bachelorthesis": "Bachelor's thesis",
    "techreport": "Technical report", "resreport": "Research report", "software": "Computer software",
    "datacd": "Data CD", "audiocd": "Audio CD", "patent": "Patent", "patreq": "Patent request",
}  # fmt: skip
"""BibLaTeX's keys for ``type``."""

STATES = {key: words for words, key in PUBSTATES.items()}
"""BibLaTeX's keys for ``pubstate``."""

TAGS = {name: tag for tag, name in reversed(LANGUAGES.items())} | {
    "ngerman": "de", "austrian": "de-AT", "swissgerman": "de-CH", "brazil": "pt-BR", "portuges": "pt",
    "portuguese": "pt", "usenglish": "en-US", "ukenglish": "en-GB", "uk english": "en-GB", "francais": "fr",
    "frenchb": "fr", "hungarian": "hu", "bahasa": "id", "indon": "id", "farsi": "fa", "polutonikogreek": "el",
    "russianb": "ru", "ukraineb": "uk", "slovenian": "sl", "lowersorbian": "dsb", "uppersorbian": "hsb",
    "acadian": "fr-CA", "american english": "en-US", "british english": "en-GB", "deutsch": "de", "français": "fr",
    "español": "es", "italiano": "it",
}  # fmt: skip
"""Names of languages, babel's and others, to BCP 47."""

BOOKS = frozenset(
    "book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection proceedings"
    " mvproceedings inproceedings conference reference mvreference inreference".split()
)
"""Entry types whose ``number`` counts within a series, where there is one."""

PARTS = frozenset("inbook incollection inproceedings conference inreference bookinbook suppbook suppcollection".split())
"""Entry types that stand in a book."""

ISSUES = PARTS | frozenset("article periodical suppperiodical review magazine newspaper preprint proceedings".split())
"""Entry types whose ``number`` is an issue otherwise; in all others it is the number of the work itself."""

HOWPUBLISHED = frozenset("misc online electronic www software dataset unpublished booklet".split())
"""Entry types whose ``howpublished`` is a publisher, or what holds them."""

FIELDS: dict[str, tuple[str, str]] = {
    # names
    **{field: ("names", field) for field in ("author", "editor", "translator")},
    "bookauthor": ("names", "container_author"),
    **{role: ("role", role) for role in "annotator commentator introduction foreword afterword editora editorb editorc"
       " namea nameb namec collaborator".split()},
    # titles
    **dict.fromkeys(("title", "subtitle"), ("title", "")),
    "shorttitle": ("text", "title_short"), "origtitle": ("text", "original_title"),
    **dict.fromkeys(
        "journal journaltitle journalsubtitle fjournal booktitle booksubtitle maintitle mainsubtitle"
        " titleaddon".split(),
        ("container", ""),
    ),
    **dict.fromkeys(
        "shortjournal journal-iso journal_iso abbrev_source_title journalabbr shortjournaltitle journal-abbr"
        " iso-source-abbreviation journal_abbrev".split(),
        ("text", "container_title_short"),
    ),
    "eventtitle": ("text", "event_title"), "conference": ("text", "event_title"), "venue": ("text", "event_place"),
    "series": ("text", "collection_title"),
    # dates
    **dict.fromkeys(("year", "month", "day", "date"), ("issued", "")),
    "origdate": ("date", "original_date"), "origyear": ("date", "original_date"), "eventdate": ("date", "event_date"),
    **dict.fromkeys("urldate lastchecked accessed lastaccessed urlaccessdate visited".split(), ("date", "accessed")),
    **dict.fromkeys(("earlyaccessdate", "early access date", "early-access-date"), ("date", "available_date")),
    # places
    "volume": ("text", "volume"), "volumes": ("text", "number_of_volumes"), "part": ("text", "part"),
    **dict.fromkeys(("number", "issue"), ("number", "")),
    **dict.fromkeys(
        "pages eid article-number art_number articleno articlenumber article_number elocation-id elocationid".split(),
        ("pages", ""),
    ),
    **dict.fromkeys("pagetotal numpages page_count".split(), ("text", "number_of_pages")),
    "edition": ("edition", "edition"), "version": ("text", "version"), "chapter": ("text", "chapter_number"),
    "section": ("text", "section"),
    # publishers
    **dict.fromkeys("publisher school institution organization howpublished".split(), ("publisher", "")),
    **dict.fromkeys(("address", "location", "city"), ("text", "publisher_place")),
    "origpublisher": ("text", "original_publisher"), "origlocation": ("text", "original_publisher_place"),
    "library": ("text", "source"), "source": ("text", "source"), "dbsource": ("text", "source"),
    "callnumber": ("text", "call_number"), "call-number": ("text", "call_number"),
    # kinds and states
    "type": ("genre", "publication_types"), "entrysubtype": ("genre", "genre"), "pubstate": ("pubstate", ""),
    "note": ("note", ""),
    "document_type": ("list", "publication_types"), "document-type": ("list", "publication_types"),
    "annote": ("paragraphs", "annote"), "annotation": ("paragraphs", "annote"),
    # identifiers
    "doi": ("doi", "doi"), "url": ("url", "url"), "pmid": ("pmid", "pmid"), "pubmed_id": ("pmid", "pmid"),
    "pubmedid": ("pmid", "pmid"), "pubmed-id": ("pmid", "pmid"), "pmcid": ("pmcid", "pmcid"), "pmc": ("pmcid", "pmcid"),
    **dict.fromkeys("eprint eprinttype archiveprefix arxivid".split(), ("eprint", "")),
    "issn": ("issn", ""), "eissn": ("issn", "electronic"), "e-issn": ("issn", "electronic"), "issn-l":
    ("issn", "linking"), "isbn": ("isbn", "isbn"), "pii": ("verbatim", "pii"),
    # what it says
    "language": ("language", ""), "langid": ("language", ""), "hyphenation": ("language", ""),
    "abstract": ("abstract", ""),
    **dict.fromkeys("keywords keyword author_keywords author-keywords mendeley-tags tags".split(), ("keywords", "")),
    "keywords-plus": ("keywords", "keywords-plus"), "mesh": ("keywords", "mesh"),
    "research-areas": ("list", "categories"), "web-of-science-categories": ("list", "categories"),
    "number-of-cited-references": ("text", "number_of_references"), "cited-references": ("paragraphs", "references"),
    "references": ("paragraphs", "references"),
    "copyright": ("text", "copyright"), "rights": ("text", "copyright"), "license": ("text", "license"),
}  # fmt: skip
"""Field name to the kind of its value, and the citation's field where it is one; any other stands in ``extra``."""

IDENTIFIERS = {
    "mrnumber": "mr", "zblnumber": "zbl", "zbl": "zbl", "lccn": "lccn", "unique-id": "wos", "isi": "wos", "ut": "wos",
    "bibcode": "bibcode", "adsbibcode": "bibcode", "hal_id": "hal", "coden": "coden", "oclc": "oclc", "asin": "asin",
    "isrn": "isrn", "isan": "isan", "ismn": "ismn", "iswc": "iswc", "scopusid": "scopus", "eid_scopus": "scopus",
    "s2id": "s2", "openalex": "openalex", "urn": "urn", "hdl": "hdl", "handle": "hdl",
}  # fmt: skip
"""Fields that hold an identifier, and its scheme."""

EPRINTS = {
    "pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid", "pubmedcentral": "pmcid", "pmcid": "pmcid", "pubmed central":
    "pmcid",
}  # fmt: skip
"""Schemes of ``eprint`` that have a field of their own."""
