"""Ovid's text: a number in angle brackets, then labels with their values indented on the lines below, or tags. ::

    <1>
    Title
      Tides of the northern shelf.
    Source
      Journal of Imaginary Oceans. 37(1) (pp 24-26), 2019. Date of Publication: 01 Mar 2019.

The labels are those of Ovid's "Citation" export, complete or in part. The export for EndNote and Citavi has ``<1. >``
and tags with the same values (``TI  - Tides of the northern shelf.``). What is odd is the source, a line that
``ovid_sources`` reads. Many identifiers stand in the addresses of the links alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, unquote

from msgspec.structs import replace

import citeconv_ris as declared
from citeconv import Affiliation, Citation, Name, Record, RecordError, Source, Subject
from citeconv.values.authors import Authors, name_key
from citeconv.values.dates import parse_digits
from citeconv.values.isbns import is_isbn
from citeconv.values.issns import parse_issn
from citeconv.values.languages import LANGUAGES, language_code
from citeconv.values.names import short_name
from citeconv.values.nlm import title_as_cited
from citeconv.values.pages import expand_pages
from citeconv.values.patterns import joined, lazy
from citeconv_ris import comments, ovid_medline
from citeconv_ris.dates import implied, read_date
from citeconv_ris.fields import FUNCTIONS
from citeconv_ris.names import read_name
from citeconv_ris.ovid_medline import parted, places_behind_names, with_full_names
from citeconv_ris.ovid_sources import read_source
from citeconv_ris.reading import Found, Function, Reading, decode
from citeconv_ris.tags import NAMES, NUMBER, TEXT, Rule
from citeconv_ris.values import DOI, MAIL

if TYPE_CHECKING:
    from citeconv.citation import CitationType

_JOINED = joined(r"<1(?:\. )?>[ \t]*\n")
_LABEL = lazy(r"\n(?=\S)")
_OUTDENTED = lazy(r"\n(?=\[|(?:Organization|Country): )")
"""Before further lines of grants and of comments in MEDLINE's complete records, which are values without indent."""
_VALUE_BESIDE = lazy(r"(?P<label>Unique Identifier|Accession Number|Title Comment(?= \[)|Title|VI) (?P<value>\S.*)")
"""Labels that have their value beside them there."""
_TAG = lazy(r"^ ?(?P<tag>[A-Z][A-Z0-9](?= {1,3}-)|[A-Z]{3,6}(?=  -)) {1,3}- ?", re.M)
_NUMBER = lazy(r"[ \t]?<\d{1,7}\.? ?>\s*")
_KIND_BEFORE = lazy(r"(?P<kind>[A-Z][A-Za-z ]{3,30}): (?=\d{4}-\d)")
"""The publication type, which PsycINFO writes before the number of a record."""
_ACCESSION = lazy(r"<AN>([^<>]{1,40})</AN>")
_MARK = r"\d{1,2}|[*+^#&@$]{1,3}"
_MARKS = lazy(rf"(?:(?<![\s,])[\s,]+(?:{_MARK})){{1,12}}\.?$")
"""What tells the institutions of an author, behind the name."""
_DEGREES = lazy(
    r"(?:(?:^|(?<![\s,])[\s,]+)(?:M\.?D|Ph\.?D|D\.?Phil|(?:B|M|D)\.?Sc|MPH|MHS|M\.?[AS]|B\.?[AS]|MBA|MPhil|MB ?ChB|MBBS"
    r"|(?:BS|MS)N|DNP|R\.?N|NP|CRNA|CRNP|FNP|PA-C|F(?:AAFP|AAN|AAP|ACC|ACEP|ACSM|AHA|ACP|ACS|RCP|RCS|RACP)|D\.?O|DDS|DMD|DVM|Pharm\.?D|Psy\.?D|Ed\.?D"
    r"|DrPH|J\.?D|P\.?T|DPT|OTR|R\.?D|CNM|LCSW|MSW)\.?){1,9}$"
)
"""Degrees behind a name: ``, M.D., Ph.D.``"""
_ROLE = r"(?:Eds?\.?|Editor|Author|Inventor|Reprint [Aa]uthor)"
_ROLES = lazy(
    rf"(?:(?<!\s)\s+)?[\[(](?P<roles>{_ROLE}(?:, ?{_ROLE}){{0,3}})?"
    r"(?:(?:; )?E-mail: (?P<mail>[^\s;\[\]()]{1,200}))?[\])]$"
)
"""What stands behind a name in BIOSIS, and behind an editor's in others."""
_BEHIND_TITLE = lazy(r"(?<=[.?!])(?: {0,2}\[(?:[A-Z][A-Za-z -]{2,40}|\d{1,4} refs?)?\]){1,3}\.?$")
_IN_BRACKETS = lazy(r"\[([^\[\]]+)\]")
_COUNT = lazy(r"(\d{1,4}) refs?")
_TAXONOMIC = lazy(r"^ ?DB {1,3}- (?:Zoological Record|BIOSIS)", re.M)
_PLACED = lazy(r"(?:From the )?\((?P<whose>[^()]{1,2000})\) ?(?P<place>\S.*)")
_SEVERAL_PLACES = lazy(rf";\s*(?=\((?:{_MARK})\))")
_AHEAD = lazy(r"(?P<status>.*?)(?:, (?P<date>\d{1,2} [A-Z][a-z]{2,8} \d{4}))?")

RULES: dict[str, Rule] = {
    "Abstract": Rule("abstract"), "Article Identifier": Rule("article numbers"),
    "Accession Number": Rule("accession"), "Author": Rule(NAMES, "author"),
    "Authors": Rule(NAMES, "author"), "Authors Full Name": Rule(NAMES, "author"), "Author Keywords": Rule("keywords"),
    "CAS Registry/EC Number/Name of Substance": Rule("substances", "chemicals"), "Cited References": Rule("cited"),
    "Comments": Rule("relations", "related"), "Conference Information": Rule(TEXT, "event_title"),
    "Copyright": Rule(TEXT, "copyright"), "Country of Publication": Rule(TEXT, "publisher_place"), "DOI": Rule("doi"),
    "DOI Number": Rule("doi"), "Database": Rule("database"), "Digital Object Identifier": Rule("doi"),
    "Document Type": Rule("publication_types"), "Edition": Rule("edition"), "Editor": Rule(NAMES, "editor"),
    "Editors": Rule(NAMES, "editor"), "Electronic Date of Publication": Rule("day", "available_date"),
    "Emtree Heading": Rule("keywords"),
    "Entrez Date": Rule("event", "pubmed"), "Entry Date": Rule("event", "record-completed"),
    "Grant Information": Rule("grants", "grants"), "ISO Journal Abbreviation": Rule(TEXT, "container_title_short"),
    "ISSN Linking": Rule(NUMBER), "MeSH Date": Rule("event", "medline"), "PMC Identifier": Rule("pmcid", "pmcid"),
    "Publication History Status": Rule("event"), "Publication Status": Rule(TEXT, "publication_status"),
    "Publisher Item Identifier": Rule(TEXT, "pii"), "Revision Date": Rule("event", "record-revised"),
    "Secondary Source AN": Rule("databanks", "databanks"),
    "Title Comment": Rule("relations", "related"), "ISBN": Rule(NUMBER), "ISSN": Rule(NUMBER),
    "ISSN Electronic": Rule(NUMBER), "ISSN Print": Rule(NUMBER), "Institution": Rule("addresses"),
    "Issue": Rule(TEXT, "issue"), "Journal": Rule(TEXT, "container_title"),
    "Journal Name": Rule(TEXT, "container_title"),
    "Journal Abbreviation": Rule(TEXT, "container_title_short"), "Keyword Heading": Rule("keywords"),
    "Keywords": Rule("keywords"), "Language": Rule("language"), "MeSH Subject Headings": Rule("keywords"),
    "Original Title": Rule(TEXT, "original_title"), "Other ID": Rule("other numbers", "pmcid"),
    "Major Concepts": Rule("listed", "categories"), "Patent Assignee": Rule(TEXT, "publisher"),
    "Patent Number": Rule(TEXT, "number"),
    "PMID": Rule(TEXT, "pmid"), "Pages": Rule(TEXT, "page"),
    "Place": Rule(TEXT, "publisher_place"), "Publication Type": Rule("publication_types", "publication_types"),
    "Publisher": Rule(TEXT, "publisher"), "References": Rule("cited"),
    "Registry Number/Name of Substance": Rule("substances", "chemicals"), "Subject Headings": Rule("keywords"),
    "Title": Rule("title"), "URL": Rule("address"), "Unique Identifier": Rule("accession"), "Vendor": Rule("provider"),
    "Volume": Rule(TEXT, "volume"),
}  # fmt: skip
"""Labels that have a field; those of names, sources and links are read here, the others as RIS tags are."""

TAGS = {
    "AB": "Abstract", "AD": "Correspondence Address", "AN": "Accession Number", "AU": "Authors",
    "CE": "End of Conference", "CP": "Country of Publication", "CQ": "Correspondence Address", "CR": "Copyright",
    "CS": "Start of Conference", "DB": "Database", "DC": "Create Date", "DI": "DOI", "DO": "DOI", "DP": "Date",
    "DT": "Document Type", "ED": "Editors", "ET": "Edition", "IB": "ISBN", "ID": "Key Concepts", "IN": "Institution",
    "IP": "Issue", "IS": "ISSN", "IT": "ISSN Electronic", "JC": "NLM Journal Code", "JN": "Journal",
    "KW": "Keywords", "LC": "Place", "LG": "Language", "MA": "Correspondence Address",
    "MH": "MeSH Subject Headings", "OD": "Keywords", "OT": "Original Title", "PB": "Publisher", "PG": "Pages",
    "PM": "PMID", "PT": "Publication Type", "PU": "Publisher", "RO": "Copyright", "SB": "Journal Subset",
    "SO": "Source", "ST": "Status", "TI": "Title", "UI": "Unique Identifier", "UR": "URL", "VN": "Vendor",
    "VO": "Volume", "XL": "Link to the text", "YR": "Year",
}  # fmt: skip
"""The labels that the tags of Ovid's export for EndNote and Citavi mean; others have none of their own."""

HEADINGS = {"BR": "Broad Terms", "ST": "Super Taxa", "TN": "Taxa Notes"}
"""Headings of Zoological Record and BIOSIS by their tags, which mean something else in other databases."""

TAXONOMIC_TAGS = TAGS | HEADINGS | {"MC": "Major Concepts", "PA": "Patent Assignee", "PN": "Patent Number"}
"""The labels that all tags of Zoological Record and BIOSIS mean."""

TYPES: dict[str, CitationType] = {
    "book": "book", "chapter": "chapter", "book chapter": "chapter", "dissertation": "thesis",
    "dissertation abstract": "thesis", "patent": "patent", "report": "report", "text/reference": "book",
}  # fmt: skip
"""Publication types of what is no article in a journal."""

SENDERS = {"OVID:embase": "Embase", "OVID:medline": "MEDLINE"}
"""Databases by what Ovid calls itself in OpenURLs: the "Citation" export names them nowhere else."""


class Ovid(declared.Ovid):
    """Ovid's labelled text, the "Citation" export of Embase, MEDLINE, PsycINFO and others."""

    record_start = r"\n(?P<start>[ \t]?<\d{1,7}(?:\. )?>[ \t]*\n)"

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each number in angle brackets."""
        for record in source.records(re.compile(self.record_start), _JOINED):
            yield from record.cut(_JOINED, "<1")

    def parse(self, record: Record) -> Citation:
        """Return the citation in a record.

        Raises:
            RecordError: It has no label.
        """
        found = labelled(record.data)
        if not found:
            raise RecordError("nothing but a number")
        kinds = [TYPES[value.lower()] for value in found.get("Publication Type", ()) if value.lower() in TYPES]
        values = [(label, value) for label, several in found.items() for value in several]
        usual = "book" if "Books@Ovid" in found.get("Database", ()) else "article-journal"
        reading = Reading(found, kinds[0] if kinds else usual, values, "ovid")
        for label in sorted(found, key=lambda label: _LATE.index(label) if label in _LATE else -1):
            if several := found.get(label):
                function, field = _meaning(label)
                function(reading, field, label, several)
        return reading.citation()


_LATE = (
    "Institution",
    "Correspondence Address",
    "Pages",
    "Status",
    "Date",
    "Date of Publication",
    "Year",
    "Year of Publication",
)
"""Labels read behind others, in this order: the places of authors, and dates that the source may tell better."""


def labelled(text: str) -> Found:
    """Return the values of a record by label."""
    text = _NUMBER.sub("", text, count=1)
    if _TAG.match(text):
        return _tagged(text)
    found: Found = {}
    for block in _LABEL.split(_OUTDENTED.sub("\n ", text)):
        label, *lines = [line.strip() for line in block.strip("\n").split("\n")]
        values = [line for line in lines if line]
        if values:
            found.setdefault(" ".join(label.rstrip(":").split()), []).extend(values)
        elif beside := _VALUE_BESIDE.fullmatch(label):
            found.setdefault(beside["label"], []).append(beside["value"])
        elif label:  # a line of its own that labels nothing
            found.setdefault("", []).append(label)
    return found


def _tagged(text: str) -> Found:
    """Return the values of a record that has tags, by the labels that they mean; a further line is a further value."""
    found: Found = {}
    parts = _TAG.split(text)
    tags = TAXONOMIC_TAGS if _TAXONOMIC.search(text) else TAGS
    headings: set[str] = set()  # Ovid repeats them among its keywords
    for tag, block in zip(parts[1::2], parts[2::2], strict=True):
        held = found.setdefault(tags.get(tag, tag), [])
        values = [value for line in block.split("\n") if (value := line.strip())]
        if tag == "MH":
            headings.update([value.lstrip("*") for value in values])
        held += [value for value in values if tag != "OD" or value.lstrip("*") not in headings]
    return {label: values for label, values in found.items() if values}


def _meaning(label: str) -> tuple[Function, str]:
    rule = RULES.get(label)
    if own := _OWN.get(label):
        return own, rule.field if rule else ""
    if label.startswith("Link to"):
        return _link, "url"
    if rule is None:
        return FUNCTIONS["kept"], ""
    return (_names if rule.kind == NAMES else FUNCTIONS[rule.kind]), rule.field


# -- people and where they work


class _Person(NamedTuple):
    name: Name
    marks: list[str]  # of the institutions
    edits: bool
    plain: bool  # whether nothing stands behind the name that has no field: degrees, or that it is an inventor


def _names(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """People, with the marks of their institutions and their degrees behind them, or ``[Ed]``."""
    people = list(map(_person, _people_apart(values)))
    if not all(person.plain for person in people):
        reading.keep(label, " ".join(values))
    reading.add("editor", *[person.name for person in people if person.edits])
    people = [person for person in people if not person.edits]
    if full := reading.found.pop("Authors Full Name", None) if label == "Authors" else None:
        names = with_full_names([person.name for person in people], full)
        people = [person._replace(name=name) for person, name in zip(people, names, strict=False)] or people
        if not names:
            reading.keep("Authors Full Name", " ".join(full))
    names = [person.name for person in people]
    places = reading.found.get("Institution") if field == "author" else None
    placed = places and (_placed(people, places) or _behind_names(people, places) or places_behind_names(names, places))
    if placed:
        del reading.found["Institution"]
    reading.add(field, *(placed or names))


def _people_apart(values: list[str]) -> list[str]:
    """Return the text of each person in a list, in which degrees and an e-mail address may stand behind a sign, too."""
    items: list[str] = []
    texts = map(decode, values)
    for one in [one.strip() for text in texts for one in (text.split(";") if ";" in text else parted(text))]:
        if items and _DEGREES.fullmatch(_MARKS.sub("", one)):
            items[-1] += f", {one}"
        elif items and one.startswith("E-mail: "):
            items[-1] += f"; {one}"
        elif one.strip("., "):
            items.append(one)
    return items


def _person(text: str) -> _Person:
    """Return the person in ``Lind P. MD 1``, ``Lind, Per [Ed]`` or ``Lind, Per [Reprint author; E-mail: l@x.org]``."""
    roles = _ROLES.search(text)
    told, mail = (roles["roles"] or "", roles["mail"] or "") if roles else ("", "")
    text = text[: roles.start()] if roles else text
    marks = _MARKS.search(text)
    text = text[: marks.start()] if marks else text
    bare = _DEGREES.sub("", text) if "," in text else text
    name = replace(_name(bare), corresponding="Reprint" in told, email=mail)
    numbers = marks[0].replace(",", " ").strip(" .").split() if marks else []
    return _Person(name, numbers, "Ed" in told, bare == text and "Inventor" not in told)


def _name(text: str) -> Name:
    """Return the person in ``Lind P.A.``; one without initials is a group, ``Anonymous`` among them."""
    text = text.strip(" .")
    text = f"{text}." if text[-2:-1] in ". -" else text
    return read_name(text) if "," in text else short_name(text) or Name(literal=text)


def _placed(people: list[_Person], values: list[str]) -> list[Name]:
    """Return the people with their institutions if each says whose it is, by a mark or by family names; else none."""
    keys = [{*person.marks, person.name.family} - {""} for person in people]
    theirs: list[list[Affiliation]] = [[] for _ in people]
    for one in [one for value in values for one in _SEVERAL_PLACES.split(decode(value))]:
        match = _PLACED.fullmatch(one.strip(" ;"))
        whose = {each.strip() for each in match["whose"].split(",")} if match else set()
        holders = [index for index, held in enumerate(keys) if held & whose]
        if match is None or not whose <= set().union(*keys):
            return []
        for index in holders:
            theirs[index].append(Affiliation(text=match["place"]))
    return [replace(each.name, affiliations=tuple(places)) for each, places in zip(people, theirs, strict=True)]


def _behind_names(people: list[_Person], values: list[str]) -> list[Name]:
    """Return the people with the places behind their names (``Lind, Per: University``); none if other places do not."""
    places: dict[str, list[Affiliation]] = {_key(person.name): [] for person in people}
    for value in values:
        name, _, place = decode(value).partition(": ")
        if not place or name_key(name) not in places:
            return []
        places[name_key(name)].append(Affiliation(text=place))
    return [replace(each.name, affiliations=tuple(places[_key(each.name)])) for each in people]


def _key(name: Name) -> str:
    return name_key(f"{name.family}, {name.given}")


def _correspondence(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """Mark the author whose name stands before the address; keep what names none.

    ``P.A. Lind, University`` or, in PsycINFO, ``Lind, Per: University``, where an e-mail address may stand, too.
    """
    people = Authors(reading.fields.get("author", ()))
    for value in values:
        name, _, address = decode(value).partition(": ")
        place = people.place(name) if address else None
        if place is None:
            name, _, address = decode(value).partition(", ")
            initials, _, family = name.rpartition(". ")
            place = people.place(f"{family}, {initials}", by_initial=True) if address else None
        if place is None:
            reading.keep(label, value)
        elif MAIL.fullmatch(address):
            people.change(place, corresponding=True, email=address)
        else:
            people.mark_corresponding(place, address)
    if people.names:
        reading.fields["author"] = people.complete()


# -- what else has a form of its own


def _source(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    text = decode(" ".join(values))
    if read_source(reading, text):
        return
    if "Status" in reading.found and _AHEAD_OF_PRINT in reading.found["Status"][0]:
        reading.put("container_title", label, text.rstrip(" ."))
    else:
        reading.keep(label, text)


def _title(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """The title; where a chapter has one, it is that of the book."""
    text = decode(" ".join(values))
    if behind := _BEHIND_TITLE.search(text):
        text = text[: behind.start()]
        for words in _IN_BRACKETS.findall(behind[0]):
            _behind_title(reading, label, words)
    if "Chapter Title" in reading.found:
        reading.put("container_title", label, text.strip(" ."))
    else:
        text = title_as_cited(text) if text.startswith("[") else text
        FUNCTIONS["title"](reading, "title", label, [text])


def _behind_title(reading: Reading, label: str, words: str) -> None:
    """What stands in brackets behind a title: ``[Review] [32 refs]``, ``[German]`` (MEDLINE), ``[References]``."""
    languages = " ".join(reading.found.get("Language", ()))
    if count := _COUNT.fullmatch(words):
        reading.put("number_of_references", label, count[1])
    elif words == "References":  # that PsycINFO has a list of them
        reading.keep(label, f"[{words}]")
    elif words.lower() not in LANGUAGES:
        _add_types(reading, [words])
    elif not languages:
        reading.fields["language"] = (language_code(words),)
    elif words not in languages:
        reading.keep(label, f"[{words}]")


def _add_types(reading: Reading, kinds: list[str]) -> None:
    """Add publication types that have no label of their own, too."""
    told = " ".join(reading.found.get("Publication Type", ()))
    if more := [kind for kind in kinds if kind not in told]:
        reading.add("publication_types", *more)


def _chapter(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    reading.kind = "chapter"
    FUNCTIONS["title"](reading, "title", label, [" ".join(values)])


def _abstract(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """The abstract; the export for EndNote has a line for each of its parts."""
    FUNCTIONS["abstract"](reading, field, label, ["\n".join(values)])


def _accession(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """The number, and the publication type before it."""
    _add_types(reading, [match["kind"] for value in values if (match := _KIND_BEFORE.match(value))])
    _without_stop(reading, field, label, [_KIND_BEFORE.sub("", value) for value in values])


def _pages(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """The pages, if there are any (``No Pagination Specified``)."""
    for value in values:
        if any(map(str.isdigit, value)):
            reading.put(field, label, expand_pages(value))
        else:
            reading.keep(label, value)


def _publisher(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """The publisher, and the country behind it (PsycINFO)."""
    for value in values:
        name, _, place = decode(value).partition("; ")
        reading.put(field, label, name)
        if place:
            reading.put("publisher_place", label, place)


def _concepts(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """PsycINFO's keywords, with commas between."""
    words = [word.strip() for value in values for word in value.split(", ") if word.strip()]
    FUNCTIONS["keywords"](reading, field, label, words)


def _headings(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """Headings of a taxonomic database, by whose name their vocabulary goes."""
    vocabulary = reading.found.get("Database", [""])[0]
    reading.add("subjects", *[Subject(term=decode(value), kind=label, vocabulary=vocabulary) for value in values])


def _without_stop(reading: Reading, field: str, label: str, values: list[str]) -> None:
    rule = RULES[label]
    FUNCTIONS[rule.kind](reading, field, label, [value.rstrip(" .") for value in values])


def _status(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """How far an article is: printed ahead, on a day, or indexed by NLM."""
    for value in values:
        match = _AHEAD.fullmatch(value) if value.startswith(_AHEAD_OF_PRINT) else None
        date = read_date(match["date"]) if match and match["date"] else None
        reading.put("status" if match else "indexing_status", label, match["status"] if match else value)
        if date is None or reading.takes("issued", date):
            continue
        if not reading.takes("available_date", date):
            reading.keep(label, value)


def _meeting(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """The days of a conference, ``20170418`` and, in another tag, ``20170421``."""
    first, last = parse_digits(values[0]), parse_digits(reading.found.get("End of Conference", [""])[0])
    if first is None:
        FUNCTIONS["kept"](reading, "", label, values)
        return
    reading.fields["event_date"] = replace(first, end=last) if last and last != first else first
    for value in values[1:]:
        reading.keep(label, value)
    if last:
        del reading.found["End of Conference"]


def _year(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    for value in values:
        date = read_date(value)
        if date is None:
            reading.keep(label, value)
            continue
        known = reading.fields.setdefault("issued", date)
        if known.year == date.year and implied(known, date):
            reading.fields["issued"] = date
        elif not implied(date, known):
            reading.keep(label, value)


def _subset(reading: Reading, _field: str, _label: str, values: list[str]) -> None:
    """NLM's subsets (``AIM, IM``), or the subjects of Journals@Ovid (``Tides.  Shelves.``, ``Tides, Shelves.``)."""
    for value in values:
        codes = [code.strip() for code in value.split(",")]
        if all(code.isupper() and len(code) < 5 for code in codes):
            reading.add("citation_subset", *codes)
        else:
            sign = ".  " if ".  " in value else ", "
            reading.add("categories", *filter(None, [subject.strip(" .") for subject in value.split(sign)]))


def _link(reading: Reading, field: str, _label: str, values: list[str]) -> None:
    """An address, and the identifiers in it: of a full text, or of a resolver of OpenURLs."""
    for value in values:
        for name, text in parse_qsl(value.partition("?")[2].partition("#")[0], separator="&"):
            _identifier(reading, name, text)
        if not reading.takes("url", value):
            reading.identify(field, value)


def _identifier(reading: Reading, name: str, text: str) -> None:
    """Take one parameter of an OpenURL (``id=doi:10.5555/x``, ``issn=1234-5679``) if no label has told it."""
    if name == "rft_id":  # ``info:doi/10.5555/x``, in later OpenURLs
        name, text = "id", text.removeprefix("info:").replace("/", ":", 1)
    scheme, _, number = text.partition(":") if name == "id" else (name.lower(), "", text)
    fields = reading.fields
    if scheme in ("doi", "do") and DOI.fullmatch(unquote(number)):
        fields.setdefault("doi", unquote(number))
    elif scheme == "pid" and (accession := _ACCESSION.search(number)):
        FUNCTIONS["accession"](reading, "", "Accession Number", [accession[1]])
    elif scheme == "sid" and "Database" not in reading.found and number in SENDERS:
        fields.setdefault("source", SENDERS[number])
    elif scheme == "pmid" and number.isdigit():
        fields.setdefault("pmid", number)
    elif scheme == "issn" and (issn := parse_issn(number)):
        fields.setdefault("issn", (issn,))
    elif scheme == "isbn" and is_isbn(number):
        fields.setdefault("isbn", (number,))


_AHEAD_OF_PRINT = "Publish Ahead of Print"
_OWN: dict[str, Function] = {
    **dict.fromkeys(HEADINGS.values(), _headings),
    "Abstract": _abstract, "Accession Number": _accession, "Author Keywords": _without_stop,
    "Chapter Title": _chapter, "Correspondence Address": _correspondence,
    "Date": _year, "Document Type": _without_stop, "Journal Subset": _subset, "Key Concepts": _concepts,
    "CAS Registry/EC Number/Name of Substance": ovid_medline.substances, "Comments": comments.relations,
    **dict.fromkeys(
        ("Entrez Date", "Entry Date", "MeSH Date", "Publication History Status", "Revision Date"), ovid_medline.events
    ),
    "Original Title": ovid_medline.original_title, "Secondary Source AN": ovid_medline.databanks,
    "Article Identifier": ovid_medline.article_numbers, "Date of Publication": _year,
    "Electronic Date of Publication": ovid_medline.day, "Grant Information": ovid_medline.grants,
    **dict.fromkeys(("ISSN Electronic", "ISSN Linking", "ISSN Print"), ovid_medline.issns),
    "Cited References": ovid_medline.cited, "Record Owner": ovid_medline.owner,
    "PMC Identifier": ovid_medline.pmc_address, "Title Comment": comments.relations,
    "Create Date": ovid_medline.created, "Date Created": FUNCTIONS["entered"], "Other ID": ovid_medline.other_numbers,
    "Publication Type": ovid_medline.publication_types, "Registry Number/Name of Substance": ovid_medline.substances,
    "Year of Publication": _year,
    "Language": _without_stop, "NLM Journal Code": FUNCTIONS["journal_code"], "Pages": _pages,
    "Publisher": _publisher, "Source": _source, "Start of Conference": _meeting, "Status": _status,
    "Title": _title, "Year": _year,
}  # fmt: skip
"""What labels mean whose values have a form of Ovid's own."""
