"""What the fields and entry types of ``.bib`` files mean: tables only, for reading.

The names that we write come from ``mapping.FIELDS``; here stand those of other programs and databases beside them, and
what of it depends on the entry type. The reader has a method for each kind of value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeconv.values.databases import WOS_REMARKS
from citeconv_bibtex.mapping import LANGUAGES, PUBSTATES
from citeconv_bibtex.reading.authors import KINDS

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
    "electronic": "webpage", "www": "webpage", "web": "webpage", "webpage": "webpage", "internet": "webpage",
    "onlineweb": "webpage", "misc": "document", "dataset": "dataset", "data": "dataset", "software": "software",
    "softwareversion": "software",
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
    # those that people make up, or have from Crossref, and styles for them
    "masterthesis": "thesis", "bachelorthesis": "thesis", "diplomathesis": "thesis", "doctoralthesis": "thesis",
    "mathesis": "thesis", "bathesis": "thesis", "dissertation": "thesis", "inproceeding": "paper-conference",
    "conferencepaper": "paper-conference", "proceedings-article": "paper-conference", "journalarticle":
    "article-journal", "journal-article": "article-journal", "posted-content": "article", "bookchapter": "chapter",
    "book-chapter": "chapter", "ebook": "book", "monograph": "book", "monography": "book", "whitepaper": "report",
    "workingpaper": "report", "website": "webpage", "blog": "post-weblog", "blogpost": "post-weblog", "tweet": "post",
    "podcast": "broadcast", "interview": "interview", "speech": "speech", "lecture": "speech", "slides": "speech",
    "poster": "speech", "news": "article-newspaper", "newsarticle": "article-newspaper", "computerprogram": "software",
    "program": "software", "norm": "standard", "law": "legislation", "act": "legislation", "constitution":
    "legislation", "regulation": "regulation", "treaty": "treaty", "judicial": "legal_case", "court": "legal_case",
    "archive": "manuscript", "manuscript": "manuscript",
}  # fmt: skip
"""Entry types to CSL's types; any other is a ``document``."""

_OF_MISC: tuple[CitationType, ...] = (
    "bill", "broadcast", "dataset", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "map", "motion_picture", "musical_score", "patent", "performance", "periodical", "personal_communication", "post",
    "regulation", "software", "song", "speech", "standard", "treaty",
)  # fmt: skip
MISC_WORDS: dict[CitationType, str] = {
    **{kind: kind.replace("_", " ").capitalize() for kind in _OF_MISC},
    "post-weblog": "Weblog",
    "webpage": "Web page",
}
"""What stands in ``type`` of a ``@misc``, which is all that BibTeX has for these types, where nothing else says it."""

KINDS_OF_MISC: dict[str, CitationType] = {
    **{word.lower(): kind for kind, word in MISC_WORDS.items()},
    "data set": "dataset",
    **{f"{land} patent": "patent" for land in ("british", "european", "french", "german", "u.s.")},
    "blog": "post-weblog", "computer program": "software", "podcast": "broadcast", "statute": "legislation",
    "artwork": "graphic", "audiovisual material": "broadcast", "case": "legal_case", "chart or table": "figure",
    "dictionary": "entry-dictionary", "encyclopedia": "entry-encyclopedia", "film or broadcast": "motion_picture",
    "government document": "report", "legal rule or regulation": "regulation", "manuscript": "manuscript",
    "music": "musical_score", "pamphlet": "pamphlet", "social media": "post", "television episode": "broadcast",
}  # fmt: skip
"""What we and EndNote call works that are written as ``@misc``, in lower case."""

NAMES_OF_TYPES: dict[str, CitationType] = {
    "book": "book", "edited book": "book", "electronic book": "book", "book section": "chapter",
    "electronic book section": "chapter", "conference paper": "paper-conference", "conference proceedings":
    "paper-conference",
}  # fmt: skip
"""What EndNote calls works of types that BibTeX has, too: its ``type`` says nothing more then."""

OF_IEEE = frozenset(("assignee", "nationality"))
"""Fields that only IEEE's style for BibTeX has for patents, and by which its ``@patent`` is known from BibLaTeX's."""

GOOGLE_PATENTS = "Google Patents"
"""Whom Google Scholar has for the publisher of its patents."""

SYNONYMS = frozenset(
    "conference conference_proceedings book_section newspaper_article magazine_article web_page generic working_paper"
    " computer_program encyclopedia_article television_broadcast statute case".split()
)
"""Those of them, Mendeley's above all, that say no more than CSL's type does."""

GENRES = {
    "mastersthesis": "Master's thesis", "phdthesis": "PhD thesis", "bachelorsthesis": "Bachelor's thesis",
    "masterthesis": "Master's thesis", "mathesis": "Master's thesis", "doctoralthesis": "PhD thesis",
    "bachelorthesis": "Bachelor's thesis", "bathesis": "Bachelor's thesis", "diplomathesis": "Diploma thesis",
}  # fmt: skip
"""Entry types that say the genre."""

THESIS_TYPES = {
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "mastersthesis": "Master's thesis",
    "candthesis": "Candidate thesis", "bathesis": "Bachelor's thesis", "bachelorthesis": "Bachelor's thesis",
    "techreport": "Technical report", "resreport": "Research report", "software": "Computer software",
    "datacd": "Data CD", "audiocd": "Audio CD", "patent": "Patent", "patreq": "Patent request",
    "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
    "patentuk": "British patent", "patentus": "U.S. patent", "patreqde": "German patent request",
    "patreqeu": "European patent request", "patreqfr": "French patent request", "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
}  # fmt: skip
"""BibLaTeX's keys for ``type``."""

COUNTRIES = {
    "countryde": "Germany", "countryeu": "European Union", "countryep": "European Union", "countryfr": "France",
    "countryuk": "United Kingdom", "countryus": "United States",
}  # fmt: skip
"""BibLaTeX's keys for the ``location`` of a patent."""

SERIES = {"newseries": "new series", "oldseries": "old series"}
"""BibLaTeX's keys for the ``series`` of a journal."""

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

CONFERENCES = frozenset("inproceedings conference proceedings".split())
"""Entry types that have an event."""

WHOLES = frozenset("book mvbook collection mvcollection proceedings mvproceedings reference mvreference".split())
"""Entry types whose ``booktitle`` is their own title, where they have no other."""

ISSUES = PARTS | frozenset("article periodical suppperiodical review magazine newspaper preprint proceedings".split())
"""Entry types whose ``number`` is an issue otherwise; in all others it is the number of the work itself."""

HOWPUBLISHED = frozenset("misc online electronic www software dataset unpublished booklet".split())
"""Entry types whose ``howpublished`` is a publisher, or what holds them."""

REMARKS: dict[str, str] = {
    # databases, on the day of the export
    "times-cited": "Times Cited", "z9": WOS_REMARKS["Z9"], "tc": WOS_REMARKS["TC"],
    "usage-count-last-180-days": WOS_REMARKS["U1"], "usage-count-since-2013": WOS_REMARKS["U2"],
    "esi-highly-cited-paper": WOS_REMARKS["HC"], "esi-hot-paper": WOS_REMARKS["HP"], "oa": WOS_REMARKS["OA"],
    "special-issue": WOS_REMARKS["SI"], "da": WOS_REMARKS["DA"], "pa": WOS_REMARKS["PA"],
    "affiliations": WOS_REMARKS["C3"], "affiliation": "Affiliation", "funding-name-preferred": WOS_REMARKS["FP"],
    "open_access": WOS_REMARKS["OA"], "publication_stage": "Publication Stage", "tradenames":
    "Tradenames", "manufacturers": "Manufacturers", "adsnote": "ADS Note", "mrreviewer": "MR Reviewer",
    "collaboration": "Collaboration", "reportnumber": "Report Number", "slaccitation": "SLAC Citation",
    "hal_version": "HAL Version",
    # beside the publisher, his place and the date: who holds the conference, where it was made, the date of the issue
    "organization": "Organization", "location": "Location", "issue_date": "Issue Date", "meeting": "Meeting",
    "track": "Track", "contributor": "Contributor",
    # AnyStyle, which takes references apart
    "scripts": "Scripts", "citation-number": "Citation Number",
    # what BibLaTeX prints, and CSL has no variable for
    "titleaddon": "Title Addition", "maintitle": "Main Title", "mainsubtitle": "Main Subtitle", "maintitleaddon":
    "Main Title Addition", "booktitleaddon": "Book Title Addition", "eventtitleaddon": "Event Title Addition",
    "issuetitle": "Issue Title", "issuesubtitle": "Issue Subtitle", "journaltitleaddon": "Journal Title Addition",
    "origlanguage": "Original Language", "origtitleaddon": "Original Title Addition", "reprinttitle": "Reprint Title",
    "pagination": "Pagination", "bookpagination": "Book Pagination", "holder": "Holder", "nationality": "Nationality",
    "jstor_issuetitle": "JSTOR Issue Title",
    "shortauthor": "Short Author", "shorteditor": "Short Editor", "shorthand": "Shorthand", "shortseries":
    "Short Series", "indextitle": "Index Title",
    # bibliographies of Nelson Beebe's, from INSPEC, Compendex and the like
    "affiliationaddress": "Affiliation Address", "corpsource": "Corporate Source", "classification": "Classification",
    "classcodes": "Class Codes", "treatment": "Treatment", "conftitle": "Conference Title", "confdate":
    "Conference Date", "conflocation": "Conference Location", "confsponsor": "Conference Sponsor", "meetingaddress":
    "Meeting Address", "meetingdate": "Meeting Date", "sponsor": "Sponsor", "sponsororg": "Sponsoring Organization",
    "publisherinfo": "Publisher Info", "pubcountry": "Publication Country", "onlinedate": "Online Date",
    "chemicals_cas": "Chemicals/CAS",
    # repositories of research centres with JOIN2, and the Library of Congress (BibDesk)
    "cin": "Institute", "cid": "Institute ID", "pnm": "Program", "pid": "Program ID", "typ": "Publication Kind",
    "shelfmark": "Shelf Mark", "ddc": "Dewey Class", "dewey-call-number": "Dewey Call Number",
    # of a reader, or of who made the record
    "acknowledgement": "Acknowledgement", "remark": "Remark", "tableofcontents": "Table of Contents", "price": "Price",
    "comment": "Comment", "review": "Review", "read": "Read", "readstatus": "Read Status", "ranking": "Ranking",
    "priority": "Priority", "rating": "Rating", "nameaddon": "Name Addition", "groups": "Groups", "mendeley-groups":
    "Mendeley Groups", "relevance": "Relevance", "qualityassured": "Quality Assured", "printed": "Printed",
}  # fmt: skip
"""Fields that the annotation tells, and their labels; those that other plugins read have the same ones there."""

EVENTS = {
    "timestamp": "record-created", "date-added": "record-created", "date_added": "record-created",
    "creationdate": "record-created", "added-at": "record-created", "created": "record-created", "posted-at":
    "record-created",
    "date-modified": "record-revised", "modificationdate": "record-revised", "bibdate": "record-revised",
}  # fmt: skip
"""Fields that say when somebody entered the record or changed it."""

PAGES = (
    "pages", "eid", "article-number", "art_number", "articleno", "articlenumber", "article_number", "elocation-id",
    "elocationid",
)  # fmt: skip
"""Fields of pages and article numbers; of several the first counts."""

INSTITUTION = r"(?:Universi|Depart|Instit|Hospital|Facult|School|College|Laborator|Cent[er]{2}\b|Academ|Division|@)"
"""What tells the address of an author from the place of a publisher, in the same field."""

PLACES = ("address", "location", "city", "place")
"""Fields of the place of the publisher; of several the first counts."""

_NUMBERED = ("", *[f"{sign}{number}" for sign in " -_\u00a0" for number in range(1, 10)])
FUNDING_TEXTS = tuple([f"funding{sign}text{number}" for sign in "-_" for number in _NUMBERED])
"""What Scopus and the Web of Science call the acknowledgement of money, alone or one of several."""

FIELDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(REMARKS, ("remark", "")),
    # names
    **{field: ("names", field) for field in ("author", "editor", "translator")},
    "authors": ("names", "author"), "editors": ("names", "editor"),
    **dict.fromkeys(("bookauthor", "book-author", "book-group-author"), ("names", "container_author")),
    "reviewed-author": ("names", "reviewed_author"),
    **{role: ("role", role) for role in "annotator commentator introduction foreword afterword editora editorb editorc"
       " namea nameb namec collaborator".split()},
    # titles
    **dict.fromkeys(("title", "subtitle"), ("title", "")),
    "shorttitle": ("text", "title_short"), "origtitle": ("text", "original_title"),
    **dict.fromkeys(
        "journal journaltitle journalsubtitle fjournal journal-full booktitle booksubtitle maintitle mainsubtitle"
        " titleaddon".split(),
        ("container", ""),
    ),
    **dict.fromkeys(
        "shortjournal journal-iso journal_iso abbrev_source_title journalabbr journalabr shortjournaltitle journal-abbr"
        " iso-source-abbreviation journal_abbrev journal-abbreviation".split(),
        ("text", "container_title_short"),
    ),
    "eventtitle": ("text", "event_title"), "conference": ("text", "event_title"), "venue": ("text", "event_place"),
    **dict.fromkeys(("series", "fseries", "collection"), ("series", "collection_title")),
    # dates
    **dict.fromkeys(("year", "month", "day", "date", "jstor_formatteddate"), ("issued", "")),
    "origdate": ("date", "original_date"), "origyear": ("date", "original_date"), "eventdate": ("date", "event_date"),
    **dict.fromkeys(
        "urldate lastchecked accessed lastaccessed urlaccessdate visited urlyear accessdate access-date access_date"
        " dateaccessed date-accessed date_accessed accesseddate accessed-date accessed_date lastaccess last-access"
        " last_access last-accessed last_accessed lastaccessdate lastvisited last-visited lastvisit visitdate"
        " visiteddate lastcheckeddate retrieveddate retrieved-date retrievaldate url-date url_date citedate".split(),
        ("date", "accessed"),
    ),
    **dict.fromkeys(("cited", "retrieved", "access", "zugriff", "abruf", "consulted"), ("visit", "")),
    **dict.fromkeys(("yearfiled", "monthfiled", "dayfiled"), ("filed", "submitted")),
    **dict.fromkeys(("earlyaccessdate", "early access date", "early-access-date"), ("date", "available_date")),
    # places
    **dict.fromkeys(("volume", "vol"), ("text", "volume")), "volumes": ("text", "number_of_volumes"),
    "part": ("text", "part"),
    **dict.fromkeys(("number", "issue"), ("number", "")),
    **dict.fromkeys(PAGES, ("pages", "")), "page": ("single_page", ""),
    **dict.fromkeys("pagetotal numpages page_count pagecount".split(), ("text", "number_of_pages")),
    "edition": ("edition", "edition"), "version": ("text", "version"), "chapter": ("text", "chapter_number"),
    "section": ("text", "section"),
    # publishers
    **dict.fromkeys(
        "publisher school institution organization organisation university holder assignee howpublished".split(),
        ("publisher", ""),
    ),
    **dict.fromkeys(PLACES, ("place", "publisher_place")),
    "origpublisher": ("text", "original_publisher"), "origlocation": ("text", "original_publisher_place"),
    "library": ("text", "source"), "source": ("text", "source"), "dbsource": ("text", "source"),
    "callnumber": ("text", "call_number"), "call-number": ("text", "call_number"),
    # kinds and states
    "type": ("genre", "publication_types"), "entrysubtype": ("genre", "genre"), "pubstate": ("pubstate", ""),
    "note": ("note", ""), "pst": ("publication_status", ""),
    **dict.fromkeys(
        ("document_type", "document-type", "medline-pt", "jstor_articletype"), ("list", "publication_types"),
    ),
    **dict.fromkeys(("annote", "annotation", "annotate"), ("paragraphs", "annote")),
    # identifiers
    "doi": ("doi", "doi"), "url": ("url", "url"), "pmid": ("pmid", "pmid"),
    **dict.fromkeys(("pubmed", "pubmed_id", "pubmedid", "pubmed-id", "medline-pmid"), ("pmid", "pmid")),
    **dict.fromkeys(("pmcid", "pmc", "medline-pmc"), ("pmcid", "pmcid")),
    **dict.fromkeys("eprint eprinttype archiveprefix arxivid arxiv".split(), ("eprint", "")),
    **dict.fromkeys(("issn", "medline-is"), ("issn", "")), **dict.fromkeys(("eissn", "e-issn"), ("issn", "electronic")),
    **dict.fromkeys("issn-l issnl issn-linking linking-issn".split(), ("issn", "linking")),
    "isbn": ("isbn", "isbn"), "pii": ("verbatim", "pii"),
    # what it says
    "language": ("language", ""), "langid": ("language", ""), "hyphenation": ("language", ""),
    **dict.fromkeys(("abstract", "abstractnote"), ("abstract", "")),
    **dict.fromkeys(
        "keywords keyword author_keywords author-keywords mendeley-tags tags subject thesaurus".split(),
        ("keywords", ""),
    ),
    "keywords-plus": ("keywords", "keywords-plus"), "mesh": ("keywords", "mesh"),
    "research-areas": ("list", "categories"), "web-of-science-categories": ("list", "categories"),
    "number-of-cited-references": ("text", "number_of_references"), "cited-references": ("references", "references"),
    "references": ("references", "references"),
    "copyright": ("text", "copyright"), "rights": ("text", "copyright"), "license": ("text", "license"),
    # what databases and programs add
    **{name: ("event", kind) for name, kind in EVENTS.items()},
    **dict.fromkeys(KINDS, ("person", "")), "editortype": ("editor_role", ""), "addendum": ("addendum", ""),
    "eprintclass": ("archive_class", "categories"), "primaryclass": ("archive_class", "categories"),
    "langidopts": ("language", ""), "owner": ("verbatim", "source_owner"),
    **dict.fromkeys(("bibsource", "database", "web-of-science-index", "we"), ("text", "source")),
    **dict.fromkeys(
        ("funding-acknowledgement", "funding_details", "funding-details", "fu"), ("grants", "grants"),
    ),
    **dict.fromkeys((*FUNDING_TEXTS, "fx", "notes"), ("further_note", "note")),
    "nr": ("text", "number_of_references"), "pg": ("text", "number_of_pages"), "sn": ("issn", "print"),
    "ei": ("issn", "electronic"), "sc": ("list", "categories"), "wc": ("list", "categories"), "la": ("language", ""),
    "ji": ("text", "container_title_short"), "pi": ("text", "publisher_place"), "di": ("doi", "doi"),
    "de": ("keywords", ""), "subject-category": ("list", "categories"),
    **dict.fromkeys("mrclass msc2010 msc2020 msc".split(), ("list", "categories")),
}  # fmt: skip
"""Field name to the kind of its value, and the citation's field where it is one; any other stands in ``extra``."""

IDENTIFIERS = {
    "mrnumber": "mr", "zblnumber": "zbl", "zbl": "zbl", "lccn": "lccn", "unique-id": "wos", "isi": "wos", "ut": "wos",
    "bibcode": "bibcode", "adsbibcode": "bibcode", "hal_id": "hal", "coden": "coden", "oclc": "oclc", "asin": "asin",
    "isrn": "isrn", "isan": "isan", "ismn": "ismn", "iswc": "iswc", "scopusid": "scopus", "eid_scopus": "scopus",
    "s2id": "s2", "openalex": "openalex", "urn": "urn", "hdl": "hdl", "handle": "hdl",
    "doc-delivery-number": "isi-delivery-number", "ga": "isi-delivery-number", "book-doi": "book-doi",
    "nlmuniqueid": "nlm", "mid": "mid",
    "biburl": "dblp-url", "adsurl": "ads-url", "ee": "edition-url", "file": "pdf-url",
    "fulltext": "fulltext-url", "link": "link-url", "bdsk-url-1": "bdsk-url-1", "bdsk-url-2": "bdsk-url-2",
    "bdsk-url-3": "bdsk-url-3", "acmid": "acm", "swhid": "swh", "zbmath": "zbmath", "citeulike-article-id": "citeulike",
    **{name: name for name in map("citeulike-linkout-{}".format, range(9))},
    "presentation-video": "presentation-video", "urlsuppl1": "urlsuppl1", "urlsuppl2": "urlsuppl2",
    "url2": "url", "url3": "url", "uri": "url",
    "isbn-13": "isbn-13", "ids": "citation-key", "oai": "oai",
    "refid": "record-id", "reportid": "report-id", "library-id": "library-id", "calibreid": "calibre",
    "ppn_gvk": "ppn", "ppn": "ppn", "related": "related-url", "local-url": "local-url",
    "pdf": "pdf", "interhash": "bibsonomy-interhash", "intrahash": "bibsonomy-intrahash",
}  # fmt: skip
"""Fields that hold an identifier or an address, and its scheme; of two with one scheme the first is written."""

ADDRESSES = frozenset(("related", "url2", "url3", "uri"))
"""Those of them that hold something else where it is no address: ``related`` is BibLaTeX's, or Publish or Perish's."""

RAW = frozenset(("file", "ids"))
"""Those of them that are kept letter by letter."""

EPRINTS = {
    "pubmed": "pmid", "pmid": "pmid", "pmc": "pmcid", "pubmedcentral": "pmcid", "pmcid": "pmcid", "pubmed central":
    "pmcid",
}  # fmt: skip
"""Schemes of ``eprint`` that have a field of their own."""

_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: str(number) for number, word in enumerate(_WORDS.split(), 1)}
"""Numbers of editions by the words that BibTeX's manual has for them."""

SCOPUS = "Scopus"
"""What ``source`` has in Scopus's own BibTeX."""
