"""The columns of tables, by name: tables only. The columns that are written, and those that are read.

``OWN`` are the columns of citeconv's own CSV, in order, for both directions. ``KNOWN`` are the names by which other
programs call columns, in lower case with single blanks. A column whose name is not here is somebody's own, and a line
of the annotation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from citeconv_csv.languages import ARTICLES, ELSEWHERE, NUMBERS, PLACES, WITHOUT_ACCENTS


class Column(NamedTuple):
    """How the cells of a column are read: into which field, and by which function.

    ``kind`` names the function: one of ``kinds.READ`` makes a value of the cell alone; one of ``reading.FINISH``, which
    joins those of dates, people, PubMed and databases, is called when these have filled the row, and needs what they
    found.
    ``detail`` is what the function needs to know. ``otherwise`` is meant beside one of the columns in ``unless``, and
    where none of those in ``beside`` is there, if it names any.
    """

    field: str
    kind: str = "text"
    detail: str = ""
    unless: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    otherwise: tuple[str, ...] = ()
    name: str = ""


class Row(NamedTuple):
    """A column of citeconv's own CSV."""

    name: str
    field: str
    kind: str = "text"


GATHERED = frozenset(
    "keyword subjects identifiers history note issn isbn chemicals grants categories publication_types language"
    " related".split()
)
"""Fields to which several columns add."""
DAY_FIRST, MONTH_FIRST = "day first", "month first"
"""The orders of dates in numbers that a column may have."""
REST = "other_fields"
"""The column of citeconv's own CSV for what has no column, in citeconv's JSON."""

OWN: tuple[Row, ...] = (
    Row("key", "key"),
    Row("type", "type", "type"),
    Row("title", "title"),
    Row("authors", "author", "names"),
    Row("year", "issued", "year"),
    Row("date", "issued", "date"),
    Row("journal", "container_title"),
    Row("journal_abbreviation", "container_title_short"),
    Row("volume", "volume"),
    Row("issue", "issue"),
    Row("pages", "page", "page"),
    Row("article_number", "number"),
    Row("doi", "doi"),
    Row("pmid", "pmid"),
    Row("pmcid", "pmcid"),
    Row("abstract", "abstract", "abstract"),
    Row("keywords", "keyword", "keywords"),
    Row("mesh_terms", "subjects", "subjects"),
    Row("publication_types", "publication_types", "list"),
    Row("language", "language", "languages"),
    Row("issn", "issn", "issn"),
    Row("isbn", "isbn", "list"),
    Row("publisher", "publisher"),
    Row("publisher_place", "publisher_place"),
    Row("edition", "edition"),
    Row("series", "collection_title"),
    Row("editors", "editor", "names"),
    Row("translators", "translator", "names"),
    Row("epub_date", "available_date", "date"),
    Row("status", "status"),
    Row("genre", "genre"),
    Row("database", "source"),
    Row("url", "url"),
    Row("notes", "note", "lines"),
    Row(REST, "", "rest"),
)
"""The columns that are written, in order."""

_TEXT = {
    "key": "key|citation key|citekey|bibtex key|bibtexkey",
    "title": "title|titles|article title|document title|item title|paper title|primary title|title of article"
    "|title of the article|title of paper|title of the paper|full title|paper name|article name|study title|work title"
    "|citation title|english title|title of the contribution in original language|doc title"
    "|display name|ti|title s|dc:title",
    "title_short": "short title|title short|abbreviated title",
    "original_title": "original title|vernacular title|translated title|article title - chinese"
    "|article title - korean|article title - russian|article title - arabic|article title - scielo",
    "container_title": "journal|journal title|journal name|full journal|publication title|publication name|publication"
    "|source title|container title|secondary title|periodical|so|primary location source display name"
    "|journal/book|pubtitle|host title|source display name|containertitle|parent title|venue"
    "|venue name|publication venue|publication source|published in|periodical title|journal/conference|journal or book"
    "|full journal name|journal full title|title of journal|journaltitle|host venue display name"
    "|is part of|outlet|journaltitle s|prism:publicationname|scopus source title"
    "|journalinfo journal title",
    "container_title_short": "journal abbreviation|journal abbreviated|abbreviated source title|abbreviated journal"
    "|journalinfo journal medlineabbreviation"
    "|abbrev source title"
    "|jabbrv|alternate journal|alternate name|short container title|container title short|medline ta"
    "|journal abbrev|journal abbrev title|journal iso abbreviation"
    "|journal title abbreviation|iso abbreviation"
    "|ji|j9|alternate title1"
    "|alternate title2|alternate title3",
    "collection_title": "series|series title|book series|book series title|book series name|tertiary title|se",
    "collection_number": "series number",
    "volume": "volume|vol|volume(issue)|volume (issue)|vol(issue)|vol (issue)|volume(number)|volume (number)"
    "|journal volume|journalinfo volume|biblio volume|volume number|vl|volume s|prism:volume",
    "issue": "issue|issue number|issue no|journal issue|iss|biblio issue|is|issue identifier|issue s"
    "|prism:issueidentifier|journalinfo issue",
    "number": "article number|article no|art no|ar|report number|patent number",
    "number_of_pages": "num pages|number of pages|page count|pg",
    "number_of_volumes": "number of volumes",
    "number_of_references": "number of references|reference count|cited reference count|referenced works count"
    "|number of cited references|references count",
    "edition": "edition",
    "version": "version",
    "part": "part number|pn",
    "supplement": "supplement|su",
    "section": "section",
    "publisher": "publisher|publishers|publisher s|book publisher|publisher name"
    "|primary location source host organization name|pu",
    "publisher_place": "publisher place|place published|place of publication|publisher location|publisher city|place"
    "|location of publisher"
    "|publisher loc|pi",
    "journal_country": "source country|journal country|publication country",
    "genre": "genre|thesis type|type of thesis|report type|degree type",
    "status": "status",
    "source": "database|source database|library catalog|indexed in|name of database|database name|dbase|we"
    "|web of science index",
    "archive": "archive|name of archive",
    "archive_location": "archive location|loc in archive",
    "call_number": "call number",
    "event_title": "conference name|conference title|meeting name|ct|event title|event name|conferencetitle s",
    "event_place": "conference location|conf loc|meeting location|cl",
    "authority": "issuing authority|court",
    "scale": "scale",
    "medium": "medium",
    "dimensions": "running time|artwork size",
    "copyright": "copyright|rights|copyright information",
    "license": "license|licence|primary location license|open access license",
    "manuscript_id": "nihms id|nihmsid",
    "pii": "pii",
    "pmid_version": "pmid version",
    "nlm_unique_id": "nlm unique id|nlm id",
    "conflict_of_interest": "conflict of interest|conflicts of interest|coi statement",
}
_NAMES = {
    "author": "authors|author|author(s) name|authors names|all authors|authors full names|authors full name|creator"
    "|dc:creator|author string|authors list|paper authors|article authors|authfullname s|author names|author name"
    "|author(s) full name"
    "|author/s|author(s)|author list|authors list|inventors|creators|authorships author display name|primary authors"
    "|first authors|contributing authors|authors/creators|creators/authors"
    "|author, editor or organization",
    "editor": "editors|editor|editor(s)|book editors|book editor|book editor(s)|be|secondary authors|secondary author"
    "|conference editors|volume editors",
    "translator": "translators|translator",
    "contributor": "contributor|advisor|advisors",
    "collection_editor": "series editor|series editors|series editor(s)|tertiary author|tertiary authors",
    "container_author": "book author|book authors|parent authors|ba",
    "interviewer": "interviewer",
    "composer": "composer",
    "director": "director",
    "performer": "cast member|performer",
    "producer": "producer",
    "recipient": "recipient",
    "reviewed_author": "reviewed author",
    "script_writer": "scriptwriter",
    "guest": "guest",
}
_KINDS = {
    (
        "issued",
        "date",
    ): "date issued|published on|issued|issued date parts|prism:coverdate|produceddate s|pub date|date|publication date"
    "|date published|date of publication|cover date|published|published date|release date|issue date|pubdate"
    "|publish time|pd",
    ("issued", "year"): "year|years|year issued|year of pub|pub yr|yr|year of the publication|produceddatey i"
    "|publication year|volume year|pub year|pubyear|pubyr|year publication"
    "|year of publication|year published|published year|py",
    ("issued", "month"): "month|publication month|pub month|published month|month published",
    ("issued", "day"): "day|publication day|published day",
    (
        "available_date",
        "date",
    ): "published online|published online date|first publication date"
    "|epub date|online date|online publication date|published online date parts|online date of publication"
    "|publication date (online)|date of electronic publication",
    ("available_date", "early access"): "early access date|date early access|earlyaccessdate|ea",
    ("print_date", "date"): "print date|published print|published print date parts|publication date (print)",
    ("event_date", "date"): "conference date|meeting date|cy",
    ("accessed", "accessed"): "access date|accessed|accessed date|date accessed",
    ("submitted", "date"): "filing date|submission date",
    (
        "page",
        "page",
    ): "pages|page s|page info|prism:pagerange|page|page numbers|page range|page(s)|pagination|page nos|pgs",
    (
        "",
        "volume and pages",
    ): "volume, issue, pages|volume/issue/pages|volume issue pages|vol, issue, pages|vol/issue/pages"
    "|volume(issue), pages|volume (issue), pages|volume(issue):pages|volume, pages|volume/pages|volume, issue"
    "|volume/issue",
    ("page", "first page"): "start page|startpage|first page|page start|beginning page|biblio first page|starting page"
    "|begin page|pages start|bp|lpages",
    ("page", "last page"): "end page|endpage|last page|page end|pages end|ending page|biblio last page|ep|upages",
    ("doi", "doi"): "doi|dois|article doi|doi url|doi number|paper doi|doi/url|doiid s|prism:doi|item doi"
    "|digital object identifier|digitalobjectidentifier|ids doi|di|doi link|doi-name|dl"
    "|doi name|nom doi|doi or link|doi or url|url or doi|link or doi|doi or id|stable url or doi",
    ("identifiers", "elsewhere"): "embase id|ctgov id|cinahl id|ictrp id",
    ("pmid", "pmid"): "pmid|pubmed id|pubmedid|pubmed-id|id pubmed|medline pmid|ids pmid|pm|entrez uid|pubmed",
    ("pmcid", "pmcid"): "pmcid|pmc id|pmc|ids pmcid",
    (
        "url",
        "url",
    ): "url|uri s|fulltext url|full text url|link|web link|paper url|paper link|article link|full text link"
    "|external url|source url|study link|study url|uri"
    "|article url|item url|link url|pubmed link|pubmed url|weblink|web address|online address"
    "|persistent url|permalink|stable url|consensus link|link to article|link to paper|link to download|download link"
    "|primary location landing page url|pdf link|plink|articleurl|documenturl|source linkout|dimensions url|ul",
    ("abstract", "abstract"): "abstract|abstracts|abstract s|dc:description|abstract note|abstract text|summary|ab"
    "|notes abstract",
    ("note", "lines"): "notes|note|comments|annotations|acknowledgements|acknowledgments|funding text|funding texts|fx"
    "|" + "|".join(f"funding text {number}" for number in range(1, 11)),
    ("note", "extra lines"): "extra",
    (
        "keyword",
        "keywords",
    ): "keywords|keyword(s)|auth keywords|authkeywords|keyword s|keyword|author keywords|key words"
    "|keywords author|manual tags|automatic tags|tags|keywords display name|keywords plus|ieee terms|subjectterms"
    "|identifierkeywords"
    "|keywordlist keyword"
    "|descriptors|subject terms|thesaurus terms|index terms|indexing terms|controlled terms"
    "|de|index keywords|inspec controlled terms|inspec non-controlled terms|author tags|keywords list",
    ("publication_types", "publication types"): "publication type|pub type|pub types|subtype description|doctype s"
    "|type of document|type of publication|document type|content type|article type|publication types|dt"
    "|type of paper|paper type|resource type"
    "|item type|reference type|type of work|type crossref|document identifier|doctype|articletype|documenttype"
    "|pubtypelist pubtype",
    ("type", "type"): "type|type name|type of reference|ref type|entry type|entrytype|itemtype",
    ("status", "stage"): "publication stage",
    ("organizer", "groups"): "sponsors|conference sponsor|conference sponsors|conference host|sp|ho",
    ("databanks", "sequences"): "molecular sequence numbers",
    (
        "language",
        "languages",
    ): "language|publication language|language of publication"
    "|language s|language(s)|languages|article language|language of original document|la",
    (
        "issn",
        "issn",
    ): "standard number|journal issn|journal issns"
    "|prism:issn|issn|issns|issn(s)|issn array|primary location source issn",
    ("isbn", "isbn"): "isbn|isbns|isbn(s)|print isbn|bn|eisbn|e-isbn|isbn-10|isbn-13|isbn/issn|issn/isbn",
    ("related", "cited or count"): "references|cited references|referenced works|cr",
    ("chemicals", "chemicals"): "chemicals|cas registry numbers|chemicals/cas",
    ("grants", "grants"): "funding|funding agency|funders|funder|funding orgs|funding information|grants"
    "|funding details",
    ("categories", "list"): "fields of study|subjects|subject|categories|subject areas|research areas"
    "|concepts display name|topics display name|wos categories|fields of research (anzsrc 2020)"
    "|fields of research (anzsrc)|rcdc categories|hrcs hc categories|hrcs rac categories|cancer types|cso categories"
    "|cochrane review group code|units of assessment|sustainable development goals"
    "|icrp cancer types|icrp cso categories|icrp ct|sdg",
    ("status", "retracted"): "is retracted|retracted",
}
_WHOLES = {
    ("container_title", "text", "chapter"): "book title|booktitle|anthology title",
    ("container_title", "text", "paper-conference"): "proceedings title",
}
"""Titles of what a row is part of, and what it then is unless the table says."""
_DETAILED = {
    ("issn", "issn", "electronic"): "eissn|e-issn|essn|electronic issn|online issn|ei|electronic issns"
    "|issn (online)|issn (electronic)|issn online|issn electronic|journalinfo journal essn",
    (
        "issn",
        "issn",
        "print",
    ): "print issn|pissn|p-issn|sn|issn (print)|issn print|print issns|journalinfo journal issn",
    ("issn", "issn", "linking"): "issn-l|issn l|journal issn l|linking issn|primary location source issn l"
    "|issn linking",
    ("subjects", "subjects", ""): "mesh terms|mesh|mesh headings|subject headings|descriptor(s)",
    ("subjects", "emtree major", "drug"): "emtree drug index terms (major focus)",
    ("subjects", "emtree", "drug"): "emtree drug index terms",
    ("subjects", "emtree major", ""): "emtree medical index terms (major focus)",
    ("subjects", "emtree", ""): "emtree medical index terms",
    (
        "identifiers",
        "links",
        "pdf-url",
    ): "file attachments|attachments|attachment|file|files|pdf|pdf url|pdf link|pdf path|pdf relative path",
    ("identifiers", "links", "url"): "link attachments|links|urls|other urls",
    (
        "identifiers",
        "identifier",
        "record",
    ): "id|record id|reference id|ref id|refid|ref|item id|study id|covidence #|uid|unique id"
    "|paper id|article id|document id",
    ("identifiers", "identifier", "handle"): "handle",
    ("identifiers", "arxiv", "arxiv"): "arxiv|arxiv id|arxiv-id|arxivid|id arxiv|eprint",
    ("identifiers", "identifier", "eid"): "eid|scopusid|scopus id",
    ("identifiers", "identifier", "lens"): "lens id",
    ("identifiers", "identifier", "openalex"): "ids openalex|openalex id",
    ("identifiers", "identifier", "mag"): "microsoft academic id|ids mag|mag id",
    ("identifiers", "identifier", "pui"): "pui",
    ("identifiers", "identifier", "dimensions"): "publication id",
    ("identifiers", "identifier", "semantic-scholar"): "s2 id|paperid|semanticscholarid|semantic scholar id",
    ("identifiers", "identifier", "corpusid"): "corpusid|corpus id",
    ("identifiers", "identifier", "bibcode"): "bibcode",
    ("identifiers", "identifier", "cord"): "cord uid",
    ("identifiers", "identifier", "proquest"): "storeid",
    ("identifiers", "identifier", "embase"): "embase accession id",
    ("identifiers", "identifier", "eric"): "eric id|eric number",
    ("identifiers", "identifier", "coden"): "coden",
    ("identifiers", "identifier", "central"): "central id|cochrane id",
    ("identifiers", "identifier", "cochrane"): "cochrane review id",
    ("identifiers", "identifier", "scopus-conference"): "conference code",
    ("identifiers", "identifier", "isi-delivery-number"): "ga|ids number",
    ("identifiers", "identifier", "book-doi"): "d2|book doi",
    ("identifiers", "accession", "accession"): "accession number|an",
    ("identifiers", "identifier", "wos"): "ut|ut (unique wos id)|ut (unique id)|unique wos id|wosid|wos id",
    ("identifiers", "identifier", "clinical-trial"): "clinical trial numbers|nct number|nct id",
    (
        "history",
        "event",
        "record-created",
    ): "date added|created date|full record entry date|date added to xplore|entry date",
    ("history", "event", "record-revised"): "date modified|updated date|date revised",
    ("history", "event", "entrez"): "create date|entrez date",
}


def column_of(kind: tuple[str, ...]) -> Column:
    """Return the column for field, function and detail, of which the last ones may be left out."""
    field, function, detail = (*kind, "", "")[:3]
    return Column(field, function or "text", detail)


def by_name(tables: Mapping[Any, str]) -> dict[str, Column]:
    """Return columns by their names, from tables with names that bars part by field, function and detail."""
    known: dict[str, Column] = {}
    for kind, names in tables.items():
        known |= dict.fromkeys(names.split("|"), column_of(kind))
    return known


def _in_all_languages(field: str) -> frozenset[str]:
    """Return the names of the columns of a field, with and without accents."""
    names = f"{_TEXT[field]}|{ELSEWHERE[(field,)]}"
    return frozenset(f"{names}|{names.translate(WITHOUT_ACCENTS)}".split("|"))


_JOURNALS = frozenset("|".join([_TEXT["container_title"], *_WHOLES.values()]).split("|"))
_PUBLISHERS = _in_all_languages("publisher")
AUTHORS = frozenset(_NAMES["author"].split("|"))
_ISSUES = _in_all_languages("issue")
_VOLUMES = _in_all_languages("volume")
_PLACE = Column("publisher_place", beside=_PUBLISHERS, otherwise=("annote", "remark"))
NUMBER = Column("issue", unless=_ISSUES, beside=_VOLUMES, otherwise=("identifiers", "identifier", "record"))
_START = Column("page", "first page", beside=_VOLUMES, otherwise=("annote", "remark"))
_END = _START._replace(kind="last page")
_ARTICLES = f"article|paper|{ARTICLES}"
_ARTICLE = Column(
    "title",
    "title or study",
    unless=_in_all_languages("title"),
    beside=AUTHORS.union(ELSEWHERE["author", "people"].split("|")),
    otherwise=("annote", "remark"),
)
"""What is called after the thing itself: its title, beside its authors."""
DEPENDENT = frozenset((NUMBER, _START, _END, _ARTICLE))
"""Columns that others tell what to be, and that make no header one of literature."""
SIZE = "n"
"""What is that of a row in the first column only; elsewhere it counts the persons of a study."""
_DUBLIN_CORE: dict[tuple[str, ...], str] = {
    ("title",): "title",
    ("title_short",): "title alternative",
    ("author", "people"): "contributor author|creator",
    ("editor", "people"): "contributor editor",
    ("contributor", "people"): "contributor advisor|contributor",
    ("issued", "date"): "date issued",
    ("issued", "year"): "date",
    ("available_date", "date"): "date available",
    ("history", "event", "record-created"): "date accessioned",
    ("doi", "doi"): "identifier doi",
    ("pmid", "pmid"): "identifier pmid|identifier pubmedid",
    ("issn", "issn"): "identifier issn|relation issn",
    ("isbn", "isbn"): "identifier isbn|relation isbn",
    ("url", "url"): "identifier uri|identifier url",
    ("container_title",): "identifier journaltitle|identifier journal|relation ispartof|source|source title"
    "|relation ispartofjournal|citation journaltitle",
    ("volume",): "identifier volume|citation volume|source volume",
    ("issue",): "identifier issue|citation issue|source issue",
    ("collection_title",): "relation ispartofseries",
    ("publisher",): "publisher",
    ("publisher_place",): "publisher place",
    ("abstract", "abstract"): "description abstract|abstract",
    ("note", "lines"): "description",
    ("language", "languages"): "language iso|language",
    ("keyword", "keywords"): "subject",
    ("subjects", "subjects"): "subject mesh",
    ("publication_types", "publication types"): "type",
    ("copyright",): "rights",
    ("license",): "rights uri|rights license",
}
"""Dublin Core, as DSpace exports it; before each name stands ``dc``."""

_ACCENTED = by_name(ELSEWHERE)
IN_OTHER_LANGUAGES = {
    name.translate(WITHOUT_ACCENTS): column for name, column in _ACCENTED.items() if not name.isascii()
}
IN_OTHER_LANGUAGES |= _ACCENTED

_FIRST_AUTHORS = (
    "first author|1st author|lead author|main author|primary author|author (first)|first author name"
    "|first author lastname|first author last name|first author surname|first author family name"
)
_AUTHORS_AND_YEARS = (
    "author year|authors year|author/year|authors/year|author (year)|authors (year)|author(s) (year)|author, year"
    "|authors, year|author(s), year|author and year|authors and year|author & year|author-year|author/s (year)"
    "|author yr|author date|author (date)|author, date|first author year|first author (year)|first author, year"
    "|first author/year|first author and year|name (year)|study (year)|autor ano|autor (ano)|autor/ano|autores (ano)"
    "|autor año|autor/año|autor (año)|auteur (année)|autor (jahr)|autor, jahr|autor/jahr"
)
KNOWN: dict[str, Column] = {
    **{f"dc {name}": column for name, column in by_name(_DUBLIN_CORE).items()},
    **IN_OTHER_LANGUAGES,
    **by_name({(field,): names for field, names in _TEXT.items()}),
    **by_name({(field, "people"): names for field, names in _NAMES.items()}),
    **by_name(_KINDS),
    **by_name(_DETAILED),
    **by_name(_WHOLES),
    "authors": Column(
        "author", "people", unless=frozenset(("author full names",)), otherwise=("author", "short names")
    ),
    "author(s)": Column(
        "author", "people", unless=frozenset(("author(s) full name",)), otherwise=("author", "short names")
    ),
    "source": Column(
        "container_title", "journal or database", unless=_JOURNALS, otherwise=("source", "database or journal")
    ),
    "publication venue": Column(
        "container_title", unless=_JOURNALS - {"publication venue"}, otherwise=("annote", "remark")
    ),
    **dict.fromkeys(("data source", "search source"), Column("source", "database or remark")),
    "source type": Column("type", "kind of source"),
    **dict.fromkeys(("venue type", "type of venue", "literature type"), Column("type", "type or remark")),
    "category": Column("categories", "type or category"),
    **dict.fromkeys(f"location|city|address|{PLACES}".split("|"), _PLACE),
    **dict.fromkeys(f"no|#|{NUMBERS}".split("|"), NUMBER),
    **dict.fromkeys(_ARTICLES.split("|"), _ARTICLE),
    "contributors": Column("author", "people in roles", unless=AUTHORS, otherwise=("contributor", "people in roles")),
    "author full names": Column("author", "scopus names"),
    "author full": Column("author", "full names"),
    **dict.fromkeys(("book author full names", "bf"), Column("container_author", "full names")),
    "author(s) id": Column("author", "author ids", "scopus"),
    "authors with affiliations": Column("author", "author addresses"),
    "author affiliations": Column("author", "author affiliations", "first"),
    "author addresses": Column("author", "addresses behind"),
    "author #": Column("author", "one more"),
    **dict.fromkeys(_FIRST_AUTHORS.split("|"), Column("author", "first author")),
    **dict.fromkeys(_AUTHORS_AND_YEARS.split("|"), Column("author", "author and year")),
    "group authors": Column("author", "groups"),
    "corporate author": Column("author", "groups"),
    "book group authors": Column("container_author", "groups"),
    "corresponding authors": Column("author", "named before places"),
    **dict.fromkeys(("university", "school", "degree grantor"), Column("publisher", "publisher of thesis")),
    "external ids": Column("identifiers", "numbers in object"),
    "open access pdf": Column("identifiers", "address in object", "pdf-url"),
    "email addresses": Column("author", "mails"),
    "orcids": Column("author", "named numbers", "orcid"),
    "orcid numbers": Column("author", "named numbers", "orcid"),
    "orcid id": Column("author", "named numbers", "orcid"),
    "researcher id": Column("author", "named numbers", "researcherid"),
    "researcher ids": Column("author", "named numbers", "researcherid"),
    "researcherid numbers": Column("author", "named numbers", "researcherid"),
    "addresses": Column("author", "bracketed addresses"),
    "authors (raw affiliation)": Column("author", "places behind"),
    "correspondence address": Column("author", "correspondence"),
    "correspondence address1": Column("author", "correspondence"),
    "reprint addresses": Column("author", "named correspondence"),
    "number": Column("issue", unless=_ISSUES, otherwise=("number",)),
    "start": _START,
    "end": _END,
}
"""How columns are read, by name."""

_REMARKS = (
    "cites|cited by|times cited|open access|access type|open access colour|open access designations|special issue|si"
    "|tradenames|manufacturers|drug tradenames|drug manufacturer|device tradenames|device manufacturer|embase link"
    "|open url link|summary language|original abstract|source urls|citesurl|relatedurl|citationurl|fulltexturl|gsrank"
    "|querydate|ecc|citesperyear|citesperauthor|authorcount|age|rcr|fcr|altmetric|rank|publisher address"
    "|date of export|highly cited status|hot paper status|web of science record|funding name preferred|ngrams url"
    "|cited by api url|research organizations - standardized|country of research organization"
    "|city of research organization|authors (raw affiliation) country|uids of supporting grants|funder country"
    "|funder group"
)
"""What a database counts or says beside the citation on the day of the export: lines of the annotation."""
REMARK = Column("annote", "remark")
"""How they are read, and columns that nobody knows: somebody's decisions, labels and scores."""
KNOWN.update(dict.fromkeys(_REMARKS.split("|"), REMARK))

_FEWEST_TAGS = 3
_TELLING_TAGS = frozenset(("ti", "ab", "au", "py", "so"))
_WORDS_OF_TWO = {"id", "no", "nr", "yr"} | IN_OTHER_LANGUAGES.keys()
ONLY_TAGS = frozenset(name for name in KNOWN if len(name) == 2 and name.isascii()) - _TELLING_TAGS - _WORDS_OF_TWO
"""Names that are the tags of a database, and something else where they stand alone: ``SE`` a standard error."""


TAGGED = {"au": Column("author", "people")}
"""Tags that are no name of a column but beside others."""


def of_tags(names: Iterable[str]) -> bool:
    """Return whether a table's columns are called by tags."""
    tags = ONLY_TAGS.union(_TELLING_TAGS).intersection(names)
    return len(tags) >= _FEWEST_TAGS or (len(tags) > 1 and not tags.isdisjoint(_TELLING_TAGS))


def are_telling_tags(names: Collection[str]) -> bool:
    """Return whether all names are tags of which two tell, a title's, an author's, an abstract's."""
    return len(_TELLING_TAGS.intersection(names)) > 1 and (ONLY_TAGS | _TELLING_TAGS).issuperset(names)


LONGEST = max(map(len, KNOWN)) + 4

_TELL = ("title", "author", "abstract", "doi", "pmid")
_AMBIGUOUS = frozenset(
    f"display name|summary|pubmed|first authors|creators|creator|inventors|pm|{_ARTICLES}".split("|")
)
"""Names that tables of other things have, too; two letters are the same everywhere."""

TELLING = (
    frozenset(name for name, column in KNOWN.items() if column.field in _TELL and column.kind != "remark")
    - _AMBIGUOUS
    - {name for name in KNOWN if len(name) < 3 and name.isascii()}
) | frozenset(("original title", "publication title", "source title", "publication year"))
"""Names of which a header holds one."""

COMMON = (
    TELLING
    | IN_OTHER_LANGUAGES.keys()
    | frozenset(
        "year|journal|journal/book|publication title|date|volume|issue|pages|keywords|url|link|type|publication type"
        "|issn|document type|isbn|publisher|citation|description|abbreviated source title|affiliations|item type"
        "|publication|year of publication|publication date|venue|source|pmcid|published year|yr".split("|")
    )
)
"""Names of which it holds two."""
