"""What the values of tags mean: one function for each kind of value in the tables of ``tags``.

The values of a tag go in, and fill a ``Reading``. A value that no field takes, or that says something other than the
one before it, goes to ``extra``.
"""

from __future__ import annotations

import re

from citeconv import Abstract, AbstractSection, Event, Grant, Keyword, Related
from citeconv.values.abstracts import NO_ABSTRACT
from citeconv.values.bare import bare_title, with_subtitle, without_stop
from citeconv.values.conferences import is_proceedings, names_conference
from citeconv.values.databases import eprint_number, read_grants
from citeconv.values.dates import parse_days, parse_digits
from citeconv.values.forms import is_year
from citeconv.values.keywords import keywords_in
from citeconv.values.languages import languages_with_blanks
from citeconv.values.memo import Memo
from citeconv.values.nlm import read_heading
from citeconv.values.notices import read_notice
from citeconv.values.patterns import lazy
from citeconv_ris import by_type, comments, ebsco, identifiers, mapping, people, proquest, pure, scopus
from citeconv_ris.dates import read_accessed, read_date, tells_hour
from citeconv_ris.reading import Function, Reading, decode, several
from citeconv_ris.remarks import count, remark
from citeconv_ris.syntax import is_numbering
from citeconv_ris.tags import WEB_OF_SCIENCE
from citeconv_ris.values import AVAILABILITY, BOOK_DOI, DOI, LABELLED, LANGUAGES, LONG_WORD, are_of_conference

EBSCO_COPYRIGHT = "Copyright of "
"""What EBSCO's statement begins with, which stands in a tag for abstracts."""
_EBSCO_SENTENCES = (" is the property of ", "ontent may not be copied")
"""What else it says, while an abstract may well be about copyright."""
_EPUB = lazy(r"\d{4}[/-]\d")
_ISSUE = lazy(r"\d{1,4}(?:[-/]\d{1,4})?[A-Za-z]?")
_YEAR = lazy(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_NO_PAGINATION = lazy(r"\)? \(no pagination\)?\Z")
_OVID_LINK = lazy(r"Link to the [^:]{1,60}: ?((?:(?!Link to the )\S)+)")
_NUMBERS_OF_JOURNAL = lazy(r"(?:[a-z\d]{2,4}, )?\d{7,9}")
_NLM_ID = lazy(r"\d{6,9}[A-Za-z]?")
_CLASS = lazy(r"[^\[\]]{3,100} \[\d{4}\]")
_CODES = lazy(r"(?:\w{1,9}, ){0,3}\d{6,9}[A-Za-z]?(?:, \w{1,9}){0,3}")
"""NLM's numbers of a journal in MEDLINE."""
_WORDS = lazy(r"\w+")
_FEWEST_CITED = 3
"""Of how many families on a line none is a given name."""
_ADDRESS = ("https://", "http://")
_STOPS = ".?!"
_ISSUES = ("Special ", "Supplement")
"""How the title of an issue begins."""
SUPPLEMENT = ("Supplement to: ", "In supplement to: ")
DOI_BEGINS = ("10.", *_ADDRESS)
_FULL_DATE = "Full publication date: "
_NOBODY = "No recipient indicated"
_SPONSOR_PARTS = lazy(r"\. (?=(?:Grant|Other Details|Date|Recipients): )")
LANGUAGE_CODES: Memo[str, tuple[str, ...]] = Memo(
    lambda value: tuple(
        dict.fromkeys([code for name in LANGUAGES.split(value) if name.strip() for code in languages_with_blanks(name)])
    )
)


# -- one function for each kind of value: the reading, the field, the tag, its values


def _text(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    for value in values:
        reading.put(field, tag, decode(value))


def _kept(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        reading.keep(tag, value)


def _title(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        text = without_stop(bare_title(decode(value)))
        if not reading.takes("title", text):
            reading.keep(tag, value)


def _container(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if value.startswith(_ADDRESS):  # of a trial (Cochrane Library)
            reading.identify("url", value)
        elif value.startswith(SUPPLEMENT):  # PANGAEA's data
            reading.add("related", Related(kind="associated-publication", citation=decode(value).partition(": ")[2]))
        else:
            reading.containers.append((field, tag, decode(value).removeprefix("- ")))


def _proceedings(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The title of the proceedings, beside which ``T2`` is the name of the conference.

    Where ``T2`` has that title already, the record is the Web of Science's, whose ``C3`` is an institution; a reader
    that took the record from there keeps the number of its accession.
    """
    numbers = reading.found.get("AN", ())
    known = reading.containers
    event = next((title for _, named, title in known if named == "T2"), "")
    if not WEB_OF_SCIENCE.isdisjoint(reading.found) or (
        any(number.startswith("WOS:") for number in numbers) and not are_of_conference(event, values[0])
    ):
        _remark(reading, "", tag, values)
        return
    if any(named == "T2" and is_proceedings(title) for _, named, title in known) and not is_proceedings(values[0]):
        for value in values:
            reading.keep(tag, value)
        return
    reading.containers = [("event" if tag == "T2" else kind, tag, value) for kind, tag, value in known]
    reading.containers += [("proceedings", tag, decode(value)) for value in values]


def _proceedings_or_short(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Scopus' ``C3``, which may be the abbreviation that stands under its own tag, too."""
    if values != reading.found.get("J2"):
        _proceedings(reading, field, tag, values)


def _stopped_title(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The journal, or a book, behind whose title EBSCO sets a full stop; beside a journal, the title once more in
    another language."""
    if reading.kind == "chapter":
        values = list(map(without_stop, values))
    journals = reading.found.get("JF", ()) if reading.kind.startswith("article") else ()
    if journals:
        others = [value for value in values if value[-1] in _STOPS and not value.startswith(_ISSUES)]
        _text(reading, "original_title", tag, [without_stop(each) for each in others if each not in journals])
        values = [value for value in values if value not in others or value in journals]
    _container(reading, field, tag, values)


def _title_or_subtitle(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """JSTOR's ``T1``, the subtitle where the title has its own tag."""
    if title := reading.fields.get("title", "").rstrip(": "):
        reading.fields["title"] = with_subtitle(title, without_stop(decode(values[0])))
        values = values[1:]
    _title(reading, field, tag, values)


def _issue_in_source(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Ovid's ``IS``, which goes on with the end of the source where an article has no pages: ``1) (no pagination``.

    Zotero puts the numbers of the journal there, too.
    """
    for value in values:
        if _NUMBERS_OF_JOURNAL.fullmatch(value):
            _journal_code(reading, "", tag, [value])
        else:
            reading.put(field, tag, _NO_PAGINATION.sub("", decode(value)))


def _country(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Where Ovid has the country of the journal, others have an issue or a conference."""
    for value in values:
        if any(map(str.isdigit, value)) or names_conference(value):
            _issue(reading, field, tag, [value])
        else:
            reading.put(field, tag, decode(value))


def _days_of_conference(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """IEEE's date of an issue, or of a paper the days of the conference."""
    in_proceedings = reading.kind == "paper-conference" and "PY" in reading.found
    left = [value for value in values if not (in_proceedings and _is_of_event(reading, value))]
    if left:
        _date(reading, field, tag, left)


def _date(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Dates of the publication; Scopus' days of the conference may stand where Ovid has one."""
    reading.dates += [(tag, value) for value in values if tag != "Y2" or not _is_of_event(reading, value)]


def _accessed(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if _is_of_event(reading, value):
            continue
        date = read_accessed(value)
        if date is None or not date.year or not reading.takes("accessed", date):
            reading.keep(tag, value)


def _seen_or_changed(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Citavi's ``Y2``: when an address was seen, or beside ``Y3``, which says that, when the page was updated."""
    if "Y3" in reading.found:
        _entered(reading, "updated", tag, values)
    else:
        _accessed(reading, field, tag, values)


def _is_of_event(reading: Reading, value: str) -> bool:
    """Take the days of a conference (Scopus), ``27 May 2031 through 2 June 2031``; return whether a value is them."""
    days = parse_days(value)
    return days is not None and reading.takes("event_date", days)


def _abstract(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    others = set(reading.fields.get("other_abstracts", ()))
    for value in values:
        if value == NO_ABSTRACT:
            continue
        text = "\n".join(filter(None, map(decode, value.split("\n")))) if "\n" in value else decode(value)
        if _is_copyright(text) and "copyright" not in reading.fields:
            reading.fields["copyright"] = text
            continue
        section = AbstractSection(paragraphs=tuple(text.split("\n")) if "\n" in text else (text,))
        known = reading.fields.setdefault("abstract", (section,))
        if known[0] is section or known[0] == section:
            continue
        if text.startswith("Copyright") and "copyright" not in reading.fields:
            reading.fields["copyright"] = text
        elif (other := Abstract(sections=(section,))) not in others:
            others.add(other)
            reading.add("other_abstracts", other)  # as a rule the same in another language (LILACS, SciELO)


def _is_copyright(text: str) -> bool:
    """Return whether a text is EBSCO's statement of whose the journal is."""
    return text.startswith(EBSCO_COPYRIGHT) and all(words in text for words in _EBSCO_SENTENCES)


def _keywords(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    block = "".join(values)
    if "&" in block or "<" in block:
        values = list(filter(None, map(decode, values)))
    values = keywords_in(values)
    if "*" in block:
        found = [
            Keyword(text=value[1:].lstrip(), major=True) if value[0] == "*" and len(value) > 1 else Keyword(text=value)
            for value in values
        ]
    else:
        found = [Keyword(text=value) for value in values]
    reading.fields["keyword"] = (*reading.fields.get("keyword", ()), *found)


def _headings(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    """Headings of MeSH, or of DeCS, which is MeSH in Spanish and Portuguese (BVS)."""
    reading.add(field, *[read_heading(decode(value)) for value in values])


def _listed(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    reading.add(field, *[decode(value) for value in values])


def _remark(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """What a database or a reader says beside the citation: a line of the annotation, with a label if it has one."""
    reading.remarks.append(remark(tag, list(map(decode, values))))


def _own_remark(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """``C3`` is the Web of Science's where one of its own tags stands beside it, ``M4`` Citavi's if it says so."""
    own = values == ["Citavi"] if tag == "M4" else not WEB_OF_SCIENCE.isdisjoint(reading.found)
    (_remark if own else _kept)(reading, field, tag, values)


def _notes(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    texts = []
    for value in scopus.without_references(reading, values):
        if value.startswith(scopus.LABELS):
            scopus.read_note(reading, value)
        label = LABELLED.fullmatch(value)
        if label and (counted := count(value)):
            reading.remarks.append(counted)
        elif label is None and (value.startswith(DOI_BEGINS) and identifiers.put_doi(reading, value)):
            continue  # which the record has already, or not (Wiley, JAMA)
        elif label is None and read_notice(value) and (notice := read_notice(decode(value))):
            reading.add("related", notice)
        elif value.startswith("arXiv:") and identifiers.put_number_at_arxiv(reading, value):
            continue
        elif label is None or not _labelled_note(reading, label["label"].lower(), label["value"].strip()):
            texts.append(decode(value).replace("\n", " "))
    if found := [text for text in texts if text]:  # Zotero's notes have elements alone on their lines
        reading.add("note", *found)


def _ebsco_notes(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """EBSCO's notes, which tell some fields, too."""
    for value in values:
        ebsco.read_note(reading, value)
    _notes(reading, field, tag, values)


def _proquest_notes(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """ProQuest's notes, each of which has a label, and many of which are fields."""
    if left := [value for value in values if not proquest.take_note(reading, value)]:
        _notes(reading, field, tag, left)


def _labelled_note(reading: Reading, label: str, value: str) -> bool:
    """Take a note that is a field in disguise; return whether it was one."""
    if label == "status":
        return reading.takes("status", value)
    if label == "pmid":
        return value.isdigit() and reading.takes("pmid", value)
    if label == "pmcid":
        return value[:3] == "PMC" and reading.takes("pmcid", value)
    if label == BOOK_DOI.lower():
        of_book = reading.kind in mapping.IN_BOOKS and DOI.fullmatch(value) is not None
        if of_book:
            reading.identify("book-doi", value)
        return of_book
    if label == "cited reference count":
        return value.isdigit() and reading.takes("number_of_references", value)
    return identifiers.put_doi(reading, value)


def _database(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    known = reading.fields.get("source", "")
    reading.fields["source"] = "; ".join([*filter(None, (known,)), *map(decode, values)])


def _provider(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Whose platform the database is on; where no database is named, that is the source."""
    for value in values:
        reading.put("archive" if "DB" in reading.found else "source", tag, decode(value))


def _issue(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """``CP``: the issue, or the name of the conference (Web of Science)."""
    for value in values:
        beside = "IS" in reading.found or reading.kind == "paper-conference"
        named = len(LONG_WORD.findall(value)) > 1 and (beside or names_conference(value))
        reading.put("event_title" if named else "issue", tag, decode(value))


def _misc_1(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """EndNote's number of the issue, Pure's of the article, or anything."""
    in_journal = reading.kind.startswith("article")
    if (in_journal or reading.kind == "paper-conference") and pure.is_from_pure(reading.found):
        identifiers.FUNCTIONS["article_number"](reading, "number", tag, values)
        return
    for value in values:
        if value == reading.fields.get("issue"):
            continue
        if counted := count(value):  # how often a work was cited (Scopus)
            reading.remarks.append(counted)
            continue
        if value.startswith("Copyright"):
            reading.put("copyright", tag, decode(value))
        elif (
            (in_journal or reading.kind == "paper-conference") and "IS" not in reading.found and _ISSUE.fullmatch(value)
        ):
            reading.put("issue", tag, value)
        else:
            reading.keep(tag, value)


def _work_type(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The type of the work, or a DOI (JabRef, EndNote)."""
    for value in values:
        if "10." in value and identifiers.put_doi(reading, value):
            continue
        if reading.kind in mapping.GENRES:
            reading.put("genre", tag, decode(value))
        else:
            reading.add("publication_types", *several(value))


def _publication_types(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    reading.add("publication_types", *map(decode, values))


def _publisher(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The publisher, and the place under which it stands already (PsycINFO)."""
    for value in values:
        if field not in reading.fields or value not in reading.found.get("CY", ()):
            reading.put(field, tag, decode(value))


def _edition(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The edition, or the date of the electronic publication (EndNote, NCBI)."""
    for value in values:
        date = read_date(value) if _EPUB.match(value) else parse_digits(value)
        if date is None:
            reading.put("edition", tag, decode(value))
        elif not reading.takes("available_date", date) or tells_hour(value):
            reading.keep(tag, value)


def _shelf(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Where the work stands, or who may read it (EPrints)."""
    for value in values:
        if value in AVAILABILITY:
            reading.keep(tag, value)
        else:
            reading.put(field, tag, decode(value))


def _key(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        reading.put("key", tag, value)


def _same_key(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """BVS' number of the record, which ``ID`` has, too."""
    known = frozenset(reading.found.get("ID", ()))
    for value in values:
        if value not in known:
            reading.put(field, tag, value)


def _entered(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The day on which the record came into the database, or was whole: ``20210315`` (BVS), ``2021-03-15`` (Embase)."""
    for value in values:
        day = read_date(value)
        if day is not None and day.day:
            reading.add("history", Event(kind=field or "record-created", date=day))
        else:
            reading.keep(tag, value)


def _language(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    if len(values) == 1:
        reading.fields["language"] = LANGUAGE_CODES[values[0]]
    else:
        reading.fields["language"] = tuple(dict.fromkeys([code for value in values for code in LANGUAGE_CODES[value]]))


def _funding(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    """The Web of Science's ``Agency [number, number]; Agency``."""
    reading.add("grants", *[grant for value in values for grant in read_grants(value)])


def _sponsors(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """PsycINFO's ``Sponsor: Fund. Grant: 12; 34. Recipients: Lind, Per``; who got it, and why, is kept, too."""
    for value in values:
        first, *others = [part.partition(": ") for part in _SPONSOR_PARTS.split(decode(value))]
        if first[0] != "Sponsor":
            identifiers.FUNCTIONS["tagged"](reading, field, tag, [value])
            continue
        numbers = [number for label, _, text in others if label == "Grant" for number in several(text)]
        reading.add("grants", *[Grant(agency=first[2], number=number) for number in numbers or [""]])
        if any(label != "Grant" and text != _NOBODY for label, _, text in others):
            reading.keep(tag, value)


def _custom_1(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The date in full, or its year (JSTOR), the number at arXiv (ADS), or addresses."""
    addresses = []
    for value in values:
        told = value.removeprefix(_FULL_DATE)
        if (number := eprint_number(value)) is not None:
            reading.identify(number.kind, number.value)
        elif told == value and not is_year(value):
            addresses.append(value)
        elif (date := read_date(told)) and not date.literal:
            reading.dates.append((tag, told))
        else:
            reading.keep(tag, value)
    if addresses:
        people.FUNCTIONS["addresses"](reading, field, tag, addresses)


def _descriptors(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """The keywords, all in one value, which stand under their own tag, too (APA PsycNet)."""
    known = {word.strip() for value in reading.found.get("KW", ()) for word in (value, *value.split(";"))}
    if words := [word for value in values for word in several(value) if word not in known]:
        _keywords(reading, field, tag, words)


def _end(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """What stands behind the end of the record: nothing, or Ovid's links."""
    for value in values:
        links = _OVID_LINK.findall(value)
        for link in links:
            reading.identify("url", link)
        if not links and not is_numbering(value):
            reading.keep(tag, value)


def _cited(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    reading.add("related", *[Related(kind="cites", citation=decode(value)) for value in values])


def _journal_code(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """NLM's number of the journal, and the code that it had before."""
    for code in [code.strip() for value in values for code in value.split(",")]:
        if _NLM_ID.fullmatch(code):
            reading.put("nlm_unique_id", label, code.upper())
        else:
            reading.identify("nlm-journal-code", code)


def _references(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Ovid's ``M1``: the list of references, or a class (PsycINFO), the number of the journal (MEDLINE), a place."""
    dated = [value for value in values if _YEAR.search(value)]
    if 2 * len(dated) > len(values):
        _cited(reading, "related", tag, values)
        return
    for value in values:
        function, field = next((kind for form, kind in _OVID_FORMS if form.fullmatch(value)), (_kept, ""))
        function(reading, field, tag, [value])


def _work_or_class(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Ovid's ``M3``: what a work is, or the class in which PsycINFO puts it."""
    for value in values:
        classified = _CLASS.fullmatch(value) is not None
        (_listed if classified else _work_type)(reading, "categories" if classified else field, tag, [value])


def _editors_or_cited(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Ovid's ``A2``: editors, each on a line; on one line collaborators (MEDLINE), or those whom the work cites.

    PsycINFO has the families of the latter.
    """
    if any(map(_CODES.fullmatch, reading.found.get("M1", ()))):
        values = people.take_collaborators(reading, values)
    cited = "\n".join(reading.found.get("M1", ()))
    words = frozenset(_WORDS.findall(cited)) if _YEAR.search(cited) else None
    editors: list[str] = []
    for value in values:
        if words is None or value.count(", ") + 1 < _FEWEST_CITED:
            editors.append(value)
        elif not words.issuperset(_WORDS.findall(value)):
            reading.keep(tag, value)
    if editors:
        people.FUNCTIONS["names"](reading, field, tag, editors)


def _part_of_date(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    reading.dates += [("PD", value) for value in values]


def _pages(_reading: Reading, _field: str, _tag: str, _values: list[str]) -> None:
    """Pages are settled when all tags are seen."""


FUNCTIONS: dict[str, Function] = {
    **identifiers.FUNCTIONS, **people.FUNCTIONS, **by_type.FUNCTIONS,
    "abstract": _abstract, "accessed": _accessed, "cited": _cited, "container": _container, "country": _country,
    "custom_1": _custom_1, "database": _database, "date": _date, "days_of_conference": _days_of_conference,
    "descriptors": _descriptors,
    "ebsco_notes": _ebsco_notes, "edition": _edition, "editors_or_cited": _editors_or_cited, "end": _end,
    "entered": _entered,
    "funding": _funding, "headings": _headings, "issue": _issue,
    "issue_in_source": _issue_in_source, "journal_code": _journal_code, "kept": _kept,
    "key": _key, "keywords": _keywords, "language": _language, "listed": _listed, "misc_1": _misc_1, "notes": _notes,
    "own_remark": _own_remark, "pages": _pages, "part_of_date": _part_of_date, "proceedings": _proceedings,
    "proceedings_or_short": _proceedings_or_short,
    "proquest_notes": _proquest_notes,
    "provider": _provider, "publication_types": _publication_types, "publisher": _publisher, "references": _references,
    "remark": _remark, "same_key": _same_key, "seen_or_changed": _seen_or_changed, "shelf": _shelf,
    "sponsors": _sponsors,
    "series_or_relations": comments.series_or_relations,
    "stopped_title": _stopped_title, "text": _text, "title": _title, "title_or_subtitle": _title_or_subtitle,
    "work_or_class": _work_or_class, "work_type": _work_type,
}  # fmt: skip
"""The function for each kind of value in the tables."""

LATE = by_type.LATE | frozenset(
    (
        "address", "addresses", "addresses_and_mails", "addresses_behind_names", "addresses_behind_people",
        "addresses_or_place", "correspondence", "custom_1", "ebsco_notes", "editors_or_cited", "link", "misc_1",
        "notes", "orcids",
        "proceedings", "proceedings_or_short", "proquest_notes", "publication_types", "title_or_subtitle",
    )
)  # fmt: skip
"""Kinds read after the others, because what they mean depends on them."""

_OVID_FORMS: tuple[tuple[re.Pattern[str], tuple[Function, str]], ...] = (
    (_CODES, (_journal_code, "")),
    (_CLASS, (_listed, "categories")),
)
"""What Ovid's ``M1`` may hold, by its form."""
