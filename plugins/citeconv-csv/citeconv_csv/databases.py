"""Columns of databases: what they say beside the citation, or say in one cell where others have several columns.

A cell goes in, with the row as far as it is read; the fields that it fills come out, or a line of the annotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from citeconv import Date, Identifier, Related
from citeconv.values.abstracts import clean
from citeconv.values.databases import journal_number, numbers_by_pmid
from citeconv.values.dois import DOI
from citeconv.values.forms import letters
from citeconv.values.links import addresses
from citeconv.values.literals import described
from citeconv.values.nlm import RETRACTED, RETRACTIONS
from citeconv.values.pages import expand_pages, with_hyphens
from citeconv.values.patterns import lazy
from citeconv_csv.columns import Column
from citeconv_csv.dates import says
from citeconv_csv.kinds import READ, read_date, read_issn, read_list, read_moment, whole
from citeconv_csv.printed import printed_fields
from citeconv_csv.work_types import TOPICS

if TYPE_CHECKING:
    from citeconv.citation import RelatedKind
    from citeconv_csv.reading import Reading

_DOI = lazy(DOI)
_SOURCES = (
    lazy(
        r"(?P<journal>.{1,300}?) \((?P<year>\d{4})\)(?: (?P<volume>[^:(). ]{1,20}))?(?::(?P<issue>[^().:]{1,40}?))?"
        r"(?: (?P<supplement>Supplement[^().:]{0,20}?))?(?: \((?P<pages>[^()]{1,40})\))?"
        r"(?: Article Number: (?P<number>[^ .]{1,40}))?\.?"
        r"(?: Date of Publication: (?P<date>[^:]{1,40}))?"
    ),
    lazy(
        r"\A(?P<journal>.{1,300}?)\. {1,4}(?P<volume>[^\s(),:;]{0,20}) ?(?:\((?P<issue>[^()]{1,60})\))?"
        r" ?\((?:pp? )?(?P<pages>[^()]{1,60})\), (?P<year>\d{4})\.?(?: Article Number: (?P<number>[^ ]{1,40}?)\.)?"
        r"(?: Date of Publication: (?P<date>[^:]{1,40}?)\.?)?"
    ),
    lazy(
        r"\A(?P<journal>.{1,300}?)\. {1,4}(?P<volume>[^\s(),:;]{0,20}) ?(?:\((?P<issue>[^()]{1,60})\))?"
        r":(?P<pages>[^():]{1,60}), (?P<date>(?P<year>\d{4})[^():]{0,24}?)\.?"
    ),
)
"""Embase's, then Ovid's of Embase and of MEDLINE."""
_SUPPLEMENT = lazy(r"\ASupplement[ _](?=.)")
"""The word before a number of one; where there is no number, it stands for the supplement."""
_DATABASE = lazy(
    r"(?:the )?(?:scopus|web ?of ?sciences?|wos|isi|pub ?med|medline|embase|cinahl|psyc ?(?:info|articles|net)|eric"
    r"|cochrane(?: library)?|central|ieee(?: ?xplore)?|acm(?: ?(?:dl|digital library))?|science ?direct|springer ?link"
    r"|google ?scholar|pro ?quest|ebsco(?:host)?|lens(?:\.org)?|dimensions|open ?alex|cross ?ref|semantic ?scholar"
    r"|arxiv|dblp|cnki|wanfang|scielo|lilacs|jstor|econlit|agricola|assia|ovid|snowball\w*"
    r"|(?:hand|manual|citation) ?search\w*"
    r"|research ?rabbit|connected ?papers|litmaps|inciteful|elicit|consensus)"
    r"(?: ?(?:\d{1,2}|search(?:es)?|database|core collection|export))?",
    re.I,
)
"""What a reviewer calls the database in which a work was found."""
_VOLUME_AND_PAGES = lazy(
    r"(?P<volume>\w{1,10}) ?(?:\((?P<issue>[^()]{1,30})\)|/(?P<second>\w{1,10}))?"
    r"(?: ?[,:;] ?(?:pp?\.? ?)?(?P<page>[A-Za-z]{0,2}\d{1,10}(?: ?[-\u2010-\u2015] ?[A-Za-z]{0,2}\d{1,10})?))?"
)
_FIELDS_IN_OBJECTS = {"doi": "doi", "pubmed": "pmid", "pubmedcentral": "pmcid"}
_CREATED = lazy(r"['\"]created['\"]: ['\"]\w{3}, (\d\d? \w{3} \d{4})")
_NOTICES: dict[str, RelatedKind] = {
    "retraction": "retraction-in",
    "expression of concern": "expression-of-concern-in",
    "correction": "erratum-in",
}
"""Retraction Watch's kinds of notices."""
NO_NUMBERS = frozenset(("0", "unavailable"))
"""What stands in the place of a DOI or a PMID where there is none."""
_NUMBERS_OF_WORKS = frozenset(("doi", "pmid", "pmcid"))


def remark(row: Reading, column: Column, cell: str) -> None:
    """Take what has no field as a line of the annotation, with its label."""
    row.annotations.append(f"{column.detail or column.name}: {clean(cell)}")


def _volume_and_pages(row: Reading, column: Column, cell: str) -> None:
    """Take volume, issue and pages from one cell: ``12(3), 45-67``, ``12: 45``, ``12/3``."""
    found = _VOLUME_AND_PAGES.fullmatch(clean(cell))
    if found is None:
        remark(row, column, cell)
        return
    for field in ("volume", "issue", "page"):
        if value := found[field] or (found["second"] if field == "issue" else ""):
            row.put(column, expand_pages(with_hyphens(value)) if field == "page" else value, cell, field)


def _cited(row: Reading, column: Column, cell: str) -> None:
    """Take cited works, or how many there are."""
    if cell.strip().isdecimal():
        row.put(column, cell.strip(), cell, "number_of_references")
    else:
        row.put(column, READ["cited"](cell, column), cell)


def _type_or_remark(row: Reading, column: Column, cell: str) -> None:
    """Take a word for a type; another one is Publish or Perish's kind of link, ``HTML`` or ``PDF``."""
    kind = READ["type"](cell, column)
    if kind:
        row.put(column, kind, cell)
    else:
        remark(row, column, cell)


def _journal_or_database(row: Reading, column: Column, cell: str) -> None:
    """Take a source for the journal, unless it is the database in which somebody found the work."""
    text = clean(cell)
    if text.startswith(("https://", "http://")):  # where the Cochrane Library found a trial
        row.put(column, (Identifier(kind="url", value=text),), cell, "identifiers")
    elif not _DATABASE.fullmatch(text):
        row.put(column, text, cell)
    elif not row.takes("source", text):
        remark(row, column, cell)


def _database_or_journal(row: Reading, column: Column, cell: str) -> None:
    """Take a source beside a column of journals for the database, unless it is the journal of this row."""
    text, fields = clean(cell), row.fields
    journal = fields.get("container_title", "")
    if letters(journal) == letters(text):
        return
    of_journal = not journal and not _DATABASE.fullmatch(text) and ("volume" in fields or "issn" in fields)
    row.put(column, text, cell, "container_title" if of_journal else "")


def _database_or_remark(row: Reading, column: Column, cell: str) -> None:
    """Take where the data are from if that is a database of works; else they are those of a study."""
    text = clean(cell)
    if _DATABASE.fullmatch(text):
        row.put(column, text, cell)
    else:
        remark(row, column, cell)


def _kind_of_source(row: Reading, column: Column, cell: str) -> None:
    """Take the kind of what holds the work for its type where no other column tells that."""
    kind = READ["type"](cell, column)
    if not kind or not row.takes("type", kind):
        remark(row, column, cell)


def _type_or(
    field: str, read: Callable[[str], object], others: frozenset[str] = frozenset()
) -> Callable[[Reading, Column, str], None]:
    """Return what takes a word for a type, unless it is one of ``others``, and any other for another field."""

    def take(row: Reading, column: Column, cell: str) -> None:
        if letters(cell) not in others and READ["type"](cell, column):
            _publication_types(row, column, cell)
        else:
            row.put(column, read(cell), cell, field)

    return take


def _journal_number(row: Reading, column: Column, cell: str) -> None:
    """Take the Web of Science's name of the journal for the abbreviation if there is none."""
    text = clean(cell)
    short = row.fields.setdefault("container_title_short", text)
    if numbers := journal_number(text, short):
        row.put(column, tuple(numbers), cell, "identifiers")


def _url(row: Reading, column: Column, cell: str) -> None:
    """Take an address; one beside another is an identifier, and a bare DOI is what it is, as are words alone."""
    words = clean(cell)
    if " " in words and "." not in words:  # the Web of Science's "View Full Record in Web of Science"
        remark(row, column, cell)
        return
    for text in addresses(words):
        if _DOI.fullmatch(text):
            row.put(column, text, cell, "doi")
            continue
        if not row.takes("url", text):
            row.put(column, (Identifier(kind="url", value=text),), cell, "identifiers")


def _accessed(row: Reading, column: Column, cell: str) -> None:
    """Take the day of the last access; where the cell has the time of day, too, its wording stands beside it."""
    date, time = read_moment(cell)
    if date and time:
        date = msgspec.structs.replace(date, literal=clean(cell))
    row.put(column, date, cell)


def _retracted(row: Reading, column: Column, cell: str) -> None:
    """Take whether it is retracted: it says so of the status, or that it is not."""
    if cell.strip().lower() in ("true", "yes", "1", "retracted"):
        row.put(column, "retracted", cell)
    else:
        remark(row, column, cell)


def _stage(row: Reading, column: Column, cell: str) -> None:
    """Take the stage of publication for the status, unless it is the usual one."""
    if cell.strip().lower() == "final":
        remark(row, column, cell)
    else:
        row.put(column, clean(cell), cell)


def _embase_source(row: Reading, column: Column, cell: str) -> None:
    """Take what only a source line says: ``Tides (2020) 12:3 (1-10). Date of Publication: 1 May 2020``."""
    text = clean(cell)
    match = next(filter(None, (form.fullmatch(text) for form in _SOURCES)), None)
    if match is None:
        row.leave(column, cell)
        return
    found = match.groupdict("")
    pages = found["pages"]
    journal, _, meeting = found["journal"].partition(". Conference: ")
    event, _, place = meeting.partition(". ")
    values = {
        "container_title": journal,
        "event_title": event,
        "event_place": place,
        "issued": read_date(found["date"] or found["year"]),
        "volume": found["volume"],
        "issue": found["issue"],
        "supplement": _SUPPLEMENT.sub("", found.get("supplement", "")),
        "page": "" if pages == "no pagination" else expand_pages(pages),
        "number": found.get("number", ""),
    }
    known = [field for field in ("page", "number") if field in row.fields]
    date, issued = values["issued"], row.fields.get("issued")
    if isinstance(date, Date) and issued and date.year == issued.year and says(date, issued):
        row.fields["issued"] = date
    for field, value in values.items():
        if value and not (field == "page" and known):
            row.put(column, value, value if isinstance(value, str) else cell, field)


def _printed(row: Reading, column: Column, cell: str) -> None:
    """Take what only the printed citation beside the columns says; its date counts if it says more of that year."""
    parts = printed_fields(clean(cell))
    if not parts:
        row.leave(column, cell)
    for field, text in parts.items():
        if field == "issued":
            _printed_date(row, column, text)
        elif field == "annote":
            remark(row, column, text)
        else:
            row.put(column, expand_pages(text) if field == "page" else text, text, field)


def _printed_date(row: Reading, column: Column, text: str) -> None:
    digits = [part.zfill(2) for part in text.split()]
    date = read_date("-".join(digits) if all(map(str.isdecimal, digits)) else text)
    issued: Date | None = row.fields.get("issued")
    if date and not date.literal and issued and date.year == issued.year and says(date, issued):
        row.fields["issued"] = date
    elif not (date and issued and says(issued, date)):
        row.put(column, date, text, "issued")


def _accession(row: Reading, column: Column, cell: str) -> None:
    """Take the number of a record in its database, which in MEDLINE is the PMID."""
    number = whole(clean(cell))
    if number.isdecimal() and len(number) < 9 and numbers_by_pmid(row.fields.get("source", "")):
        row.put(column, number, cell, "pmid")
    else:
        row.put(column, (Identifier(kind=column.detail, value=number),), cell)


def _numbers_in_object(row: Reading, column: Column, cell: str) -> None:
    """Take Semantic Scholar's numbers: ``{'DOI': '10.5555/1', 'PubMed': '90000001', 'CorpusId': 7}``."""
    parts = described(cell)
    if not parts:
        row.leave(column, cell)
    for name, value in parts.items():
        field = _FIELDS_IN_OBJECTS.get(name, "")
        number = f"PMC{value.removeprefix('PMC')}" if field == "pmcid" else value
        kept = () if field else (Identifier(kind=name, value=value),)
        row.put(column, kept or number, cell, field)


def _address_in_object(row: Reading, column: Column, cell: str) -> None:
    """Take the address in ``{'url': 'https://example.org/1.pdf', 'status': 'GREEN'}``."""
    address = described(cell).get("url", "")
    if address:
        row.put(column, (Identifier(kind=column.detail, value=address),), cell)
    else:
        remark(row, column, cell)


def _titles(row: Reading, column: Column, cell: str) -> None:
    """Take the titles of an article in several languages: ``Os ventos do mar/ The winds of the sea``."""
    first, *others = [clean(title) for title in cell.split("/ ")]
    if not all(" " in title and not title[0].islower() for title in (first, *others)):
        first, others = clean(cell), []
    row.put(column, first, first)
    for title in others:
        row.put(column, title, title, "original_title")


def _publication_types(row: Reading, column: Column, cell: str) -> None:
    """Take words for kinds of publications; such as only name the type of the citation are not repeated."""
    kind = READ["type"](cell, column)
    if kind and "type" not in row.fields:
        row.fields["type"] = kind
    row.put(column, read_list(cell), cell, "publication_types")


def _publisher_of_thesis(row: Reading, column: Column, cell: str) -> None:
    """Take a university for the publisher of a thesis; of another work it is that of the authors."""
    if row.fields.get("type") == "thesis" and "publisher" not in row.fields:
        row.put(column, clean(cell), cell)
    else:
        remark(row, column, cell)


def _labelled_numbers(row: Reading, column: Column, cell: str) -> None:
    """Take OpenCitations' numbers of a work: ``doi:10.5555/1 omid:br/061``."""
    _take_numbers(row, column, cell)


def _numbers_behind(row: Reading, column: Column, cell: str) -> None:
    """Take a journal or a publisher, and OpenCitations' numbers of it: ``Tides [issn:1234-5679 omid:br/062]``."""
    text = clean(cell)
    words, _, numbers = f" {text}".removesuffix("]").rpartition(" [") if text.endswith("]") else (text, "", "")
    words = words.strip()
    if words:
        row.put(column, words, words)
    _take_numbers(row, column, numbers, of=f"{column.name}-")


def _take_numbers(row: Reading, column: Column, text: str, of: str = "") -> None:
    """Take numbers with their labels, parted by blanks; those of what is no work are told by whose they are."""
    for piece in text.split():
        label, _, number = piece.partition(":")
        if not number:
            row.leave(column, piece)
        elif label == "issn" and (issns := read_issn(number)):
            row.put(column, issns, piece, "issn")
        elif label == "isbn":
            row.put(column, (number,), piece, label)
        elif of or label not in _NUMBERS_OF_WORKS or not row.takes(label, number):
            row.put(column, (Identifier(kind=f"{of}{label}", value=number),), piece, "identifiers")


def _first_version(row: Reading, column: Column, cell: str) -> None:
    """Take the day of the first version at arXiv: ``[{'version': 'v1', 'created': 'Mon, 2 Apr 2007 19:18:42 GMT'}``."""
    if created := _CREATED.search(cell):
        row.fields.setdefault("issued", read_date(created[1]))
    remark(row, column, cell)


def _notice(row: Reading, column: Column, cell: str) -> None:
    """Take what kind of notice Retraction Watch has of a paper, with its numbers; a reinstatement is a remark."""
    kind = _NOTICES.get(cell.strip().lower())
    if kind is None:
        remark(row, column, cell)
        return
    doi, pmid = (_number_of_notice(row, part) for part in ("notice doi", "notice pmid"))
    row.put(column, (Related(kind=kind, doi=doi, pmid=pmid),), cell)
    if kind in RETRACTIONS:
        row.fields.setdefault("status", RETRACTED)


def _number_of_notice(row: Reading, kind: str) -> str:
    number = clean(row.held[kind][1]) if kind in row.held else ""
    return "" if number.lower() in NO_NUMBERS else whole(number)


def _of_notice(row: Reading, column: Column, cell: str) -> None:
    """Pass over the number of a notice that is known; another one is a remark."""
    known = row.held["notice"][1].strip().lower() if "notice" in row.held else ""
    if known not in _NOTICES and cell.strip().lower() not in NO_NUMBERS:
        remark(row, column, cell)


DATABASES: dict[str, Callable[[Reading, Column, str], None]] = {
    "embase source": _embase_source,
    "printed": _printed,
    "accession": _accession,
    "titles": _titles,
    "journal number": _journal_number,
    "accessed": _accessed,
    "url": _url,
    "publication types": _publication_types,
    "stage": _stage,
    "retracted": _retracted,
    "volume and pages": _volume_and_pages,
    "cited or count": _cited,
    "type or remark": _type_or_remark,
    "kind of source": _kind_of_source,
    "type or category": _type_or("categories", read_list, TOPICS),  # a subject that somebody sorted the work under
    "type or source": _type_or("source", clean),  # CNKI's name for a part of its stock, 期刊 or 博士, or the database
    "numbers in object": _numbers_in_object,
    "address in object": _address_in_object,
    "journal or database": _journal_or_database,
    "database or journal": _database_or_journal,
    "database or remark": _database_or_remark,
    "publisher of thesis": _publisher_of_thesis,
    "labelled numbers": _labelled_numbers,
    "numbers behind": _numbers_behind,
    "first version": _first_version,
    "notice": _notice,
    "notice doi": _of_notice,
    "notice pmid": _of_notice,
    "remark": remark,
}
"""The function for each kind of column."""
