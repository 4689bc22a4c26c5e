"""Reading: the tags and values of one record go in, the fields of a citation come out.

Each kind of value in the tables of ``tags`` has a function here. They fill a ``Reading``; what several tags say
together is settled at the end (``settle``). A value that no field takes, or that says something else than the one
before it, goes to ``extra``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from msgspec.structs import replace

from citeconv import (
    AbstractSection,
    Affiliation,
    Citation,
    Grant,
    Issn,
    Keyword,
    Name,
    Related,
)
from citeconv.values.languages import language_code
from citeconv.values.patterns import lazy
from citeconv_ris import mapping
from citeconv_ris.dates import read_accessed, read_date
from citeconv_ris.names import ET_AL, read_name
from citeconv_ris.reading import Found, Reading, decode
from citeconv_ris.remarks import count, remark
from citeconv_ris.settle import settle
from citeconv_ris.syntax import is_numbering
from citeconv_ris.tags import BASE, BY_RIS_TYPE, BY_TYPE, DIALECTS, KEPT, WEB_OF_SCIENCE, WORDS, Rule
from citeconv_ris.values import DOI, LABELLED, LANGUAGES, LONG_WORD, is_isbn, is_proceedings, is_pubmed, without_stop

_DOI_PREFIX = lazy(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s*", re.I)
_DOI_IN_URL = lazy(r"https?://(?:[a-z0-9-]{1,40}\.){0,4}doi\.org/(10\.\d{4,9}\S+)", re.I)
_PMID_IN_URL = lazy(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed|europepmc\.org/article/MED)/(\d{4,9})/?\Z", re.I
)
_PMCID_IN_URL = lazy(r"ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/(PMC\d+)/?\Z", re.I)
_ISSN = lazy(
    r"(?<![\d-])(\d{4})-?(\d{3}[\dXx])(?![\d-])(?:\s{0,9}\((?P<kind>print|electronic|online|linking)\))?", re.I
)
_ISBN = lazy(r"(?<![\d-])(?:97[89][- ]?)?\d(?:-?\d){8}-?[\dXx](?![\d-])")
_NOISE = lazy(
    r"(?:\((?:ISSN|ISBN|e?-?ISSN|print|electronic|online|linking|P|E)\)|\bE?ISSN:?|ISBN:?"
    r"|\\[rn]|\bE\b|[\s;,|/\\\"\[\]])+",
    re.I,
)
_TAGGED = lazy(r"(?P<value>\S+) ?\[(?P<kind>pmid|pmcid|pii|doi)\]", re.I)
_LABELLED_ID = lazy(r"(?P<kind>PMID|PMCID|DOI): ?(?P<value>\S+)", re.I)
_EPUB = lazy(r"\d{4}[/-]\d")
_ISSUE = lazy(r"\d{1,4}(?:[-/]\d{1,4})?[A-Za-z]?")
_ACCESSIONS = [(kind, re.compile(form)) for kind, form in mapping.ACCESSIONS.items()]
_EMBASE = dict(_ACCESSIONS)["embase"]
_ELSEWHERE = lazy(r"(PUBMED|EMBASE) (\d+)")
_OVID_LINK = lazy(r"Link to the [^:]{1,60}: ?((?:(?!Link to the )\S)+)")
_KINDS_OF_ISSN = {"print": "print", "electronic": "electronic", "online": "electronic", "linking": "linking"}
_FUNDING = lazy(r"(?P<agency>[^\[\]]+)\[(?P<numbers>[^\[\]]*)\]")


def _several(value: str) -> list[str]:
    """Return the items between semicolons."""
    return [one for part in decode(value).split(";") if (one := part.strip())]


# -- one function for each kind of value: the reading, the field, the tag, its values


def _text(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    for value in values:
        reading.put(field, tag, decode(value))


def _kept(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        reading.keep(tag, value)


def _title(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        text = without_stop(decode(value))
        if reading.fields.setdefault("title", text) != text:
            reading.keep(tag, value)


def _names(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    block = "".join(values)
    if ";" in block or "&" in block:
        values = [one for value in values for one in _several(value)]
    names = [read_name(value) for value in values]
    if names[-1].literal and ET_AL.fullmatch(names[-1].literal):
        names.pop()
        reading.add("et_al", field)
    if names:
        reading.fields[field] = (*reading.fields.get(field, ()), *names)


def _container(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    reading.containers += [(field, tag, decode(value)) for value in values]


def _proceedings(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The title of the proceedings, beside which ``T2`` is the name of the conference.

    Where ``T2`` has that title already, the record is the Web of Science's, whose ``C3`` is an institution.
    """
    if not WEB_OF_SCIENCE.isdisjoint(reading.found):
        _remark(reading, "", tag, values)
        return
    known = reading.containers
    if any(named == "T2" and is_proceedings(title) for _, named, title in known) and not is_proceedings(values[0]):
        for value in values:
            reading.keep(tag, value)
        return
    reading.containers = [("event" if tag == "T2" else kind, tag, value) for kind, tag, value in known]
    reading.containers += [("proceedings", tag, decode(value)) for value in values]


def _date(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    reading.dates += [(tag, value) for value in values]


def _accessed(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        date = read_accessed(value)
        if date is None or not date.year or reading.fields.setdefault("accessed", date) != date:
            reading.keep(tag, value)


def _abstract(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        text = "\n".join(filter(None, map(decode, value.split("\n")))) if "\n" in value else decode(value)
        section = AbstractSection(paragraphs=tuple(text.split("\n")))
        known = reading.fields.setdefault("abstract", (section,))
        if known[0] is section or known[0] == section:
            continue
        if text.startswith("Copyright") and "copyright" not in reading.fields:
            reading.fields["copyright"] = text
        else:
            reading.keep(tag, value)


def _keywords(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    if len(values) == 1 and ";" in values[0]:
        values = _several(values[0])
    found = []
    for value in values:
        if "&" in value or "<" in value:
            value = decode(value)
        if value[0] == "*" and len(value) > 1:
            found.append(Keyword(text=value[1:].lstrip(), major=True))
        else:
            found.append(Keyword(text=value))
    reading.fields["keyword"] = (*reading.fields.get("keyword", ()), *found)


def _listed(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    reading.add(field, *[decode(value) for value in values])


def _remark(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """What a database or a reader says beside the citation: a line of the annotation, with a label if it has one."""
    reading.remarks.append(remark(tag, list(map(decode, values))))


def _institutions(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """``C3`` is the Web of Science's where one of its own tags stands beside it; else it is a field for users."""
    (_kept if WEB_OF_SCIENCE.isdisjoint(reading.found) else _remark)(reading, field, tag, values)


def _program(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    (_remark if values == ["Citavi"] else _kept)(reading, field, tag, values)


def _notes(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    texts = []
    for value in values:
        label = LABELLED.fullmatch(value)
        if label and (counted := count(value)):
            reading.remarks.append(counted)
        elif label is None or not _labelled_note(reading, label["label"].lower(), label["value"].strip()):
            texts.append(decode(value).replace("\n", " "))
    if texts:
        reading.add("note", *texts)


def _labelled_note(reading: Reading, label: str, value: str) -> bool:
    """Take a note that is a field in disguise; return whether it was one."""
    if label == "status":
        return bool(reading.fields.setdefault("status", value) == value)
    if label == "pmid":
        return value.isdigit() and bool(reading.fields.setdefault("pmid", value) == value)
    if label == "pmcid":
        return value[:3] == "PMC" and bool(reading.fields.setdefault("pmcid", value) == value)
    if label == "cited reference count":
        return value.isdigit() and bool(reading.fields.setdefault("number_of_references", value) == value)
    return _put_doi(reading, value)


def _put_doi(reading: Reading, value: str) -> bool:
    """Take a DOI, whatever stands around it; return whether it is the one of the record."""
    match = _DOI_PREFIX.match(value)
    bare = value[match.end() :] if match else value
    if match and "doi.org" in match[0] and "%" in bare:
        bare = unquote(bare)
    if DOI.fullmatch(bare) is None:
        return False
    return bool(reading.fields.setdefault("doi", bare).lower() == bare.lower())


def _doi(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if not _put_doi(reading, value.removesuffix(" [doi]")):
            reading.keep(tag, value)


def _link(reading: Reading, field: str, _tag: str, values: list[str]) -> None:
    for value in values:
        if value[:3] == "10." and _put_doi(reading, value):
            continue
        _ids_in(reading, value)
        reading.identify(field, value)


def _address(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    for value in values:
        _ids_in(reading, value)
        if reading.fields.setdefault("url", value) != value:
            reading.identify("url", value)


def _ids_in(reading: Reading, address: str) -> None:
    """Take DOI, PMID and PMCID from an address if no tag has told them."""
    if "doi.org/" in address:
        match = _DOI_IN_URL.fullmatch(address)
        if match and "DO" not in reading.found:
            reading.fields.setdefault("doi", unquote(match[1]))
    elif "ncbi" in address or "europepmc" in address:
        if match := _PMID_IN_URL.search(address):
            reading.fields.setdefault("pmid", match[1])
        elif match := _PMCID_IN_URL.search(address):
            reading.fields.setdefault("pmcid", match[1].upper())


def _database(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    known = reading.fields.get("source", "")
    reading.fields["source"] = "; ".join([*filter(None, (known,)), *map(decode, values)])


def _provider(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Whose platform the database is on; where no database is named, that is the source."""
    for value in values:
        reading.put("archive" if "DB" in reading.found else "source", tag, decode(value))


def _accession(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    database = "; ".join(reading.found.get("DB") or reading.found.get("DP") or ())
    for value in values:
        if value.isdigit() and len(value) < 10 and database and is_pubmed(database):
            reading.fields.setdefault("pmid", value)
            if reading.fields["pmid"] == value:
                continue
        if value[:3] == "PMC" and value[3:].isdigit():
            reading.fields.setdefault("pmcid", value)
        else:
            reading.identify(next(kind for kind, form in _ACCESSIONS if form.fullmatch(value)), value)


def _tagged(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """User fields: identifiers with their kind behind or before them, Embase's number, or anything."""
    for value in values:
        match = _TAGGED.fullmatch(value) or _LABELLED_ID.fullmatch(value)
        kind = match["kind"].lower() if match else ""
        if match and kind == "doi":
            if not _put_doi(reading, match["value"]):
                reading.keep(tag, value)
        elif match:
            reading.put(kind, tag, match["value"])
        elif _EMBASE.fullmatch(value):
            reading.identify("embase", value)
        else:
            reading.keep(tag, value)


def _elsewhere(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The Cochrane Library's ``PUBMED 38407106,EMBASE 643589775``."""
    for value in values:
        parts = [_ELSEWHERE.fullmatch(part.strip()) for part in value.split(",")]
        for part, match in zip(value.split(","), parts, strict=True):
            if match is None:
                reading.keep(tag, part.strip())
            elif match[1] == "PUBMED":
                reading.put("pmid", tag, match[2])
            else:
                reading.identify("embase", f"L{match[2]}")


def _custom_2(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if value[:3] == "PMC" and value[3:].isdigit():
            reading.put("pmcid", tag, value)
        elif value.isdigit() and 4 < len(value) < 10:
            reading.put("pmid", tag, value)
        else:
            reading.keep(tag, value)


def _custom_6(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """NIH's number of the manuscript, or the date of early access (Web of Science)."""
    for value in values:
        date = read_date(value)
        if mapping.MANUSCRIPT_ID.fullmatch(value):
            reading.put("manuscript_id", tag, value)
        elif date is not None and date.month and "available_date" not in reading.fields:
            reading.fields["available_date"] = date
        else:
            reading.keep(tag, value)


def _issue(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """``CP``: the issue, or the name of the conference (Web of Science)."""
    for value in values:
        named = len(LONG_WORD.findall(value)) > 1 and ("IS" in reading.found or reading.kind == "paper-conference")
        reading.put("event_title" if named else "issue", tag, decode(value))


def _misc_1(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """EndNote's number of the issue, or anything."""
    for value in values:
        if value.startswith("Copyright"):
            reading.put("copyright", tag, decode(value))
        elif reading.kind.startswith("article") and "IS" not in reading.found and _ISSUE.fullmatch(value):
            reading.put("issue", tag, value)
        else:
            reading.keep(tag, value)


def _work_type(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The type of the work, or a DOI (JabRef, EndNote)."""
    for value in values:
        if "10." in value and _put_doi(reading, value):
            continue
        if reading.kind in mapping.GENRES:
            reading.put("genre", tag, decode(value))
        else:
            reading.add("publication_types", *_several(value))


def _publication_types(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    reading.add("publication_types", *map(decode, values))


def _edition(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """The edition, or the date of the electronic publication (EndNote, NCBI)."""
    for value in values:
        date = read_date(value) if _EPUB.match(value) else None
        if date is None:
            reading.put("edition", tag, decode(value))
        elif reading.fields.setdefault("available_date", date) != date:
            reading.keep(tag, value)


def _article_number(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        reading.put("number", tag, decode(value))


def _report_number(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        if is_isbn(value) or _ISSN.fullmatch(value):
            _standard_number(reading, "", tag, [value])
        else:
            reading.put("number", tag, decode(value))


def _standard_number(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """ISSN and ISBN, told by their form; often several, without hyphens, with words around them."""
    issns: dict[str, Issn] = {}
    known = set(reading.fields.get("isbn", ()))
    for value in values:
        isbns, found, whole = _numbers(value)
        if isbns:
            reading.add("isbn", *[isbn for isbn in isbns if isbn not in known])
            known.update(isbns)
        for one in found:
            if one.kind or one.value not in issns:
                issns[one.value] = one
        if not whole:
            reading.keep(tag, value)
    if issns:
        reading.add("issn", *issns.values())


@lru_cache(maxsize=4096)
def _numbers(value: str) -> tuple[tuple[str, ...], tuple[Issn, ...], bool]:
    """Return the ISBNs and ISSNs in a value, and whether there is nothing else in it."""
    if is_isbn(value):
        return (value,), (), True
    isbns = tuple(_ISBN.findall(value))
    rest = _ISBN.sub(" ", value) if isbns else value
    issns = []
    for match in _ISSN.finditer(rest):
        kind: Any = _KINDS_OF_ISSN.get((match["kind"] or "").lower(), "")
        issns.append(Issn(value=f"{match[1]}-{match[2].upper()}", kind=kind))
    rest = _ISSN.sub(" ", rest) if issns else rest
    return isbns, tuple(issns), not _NOISE.sub("", rest)


def _key(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    for value in values:
        reading.put("key", tag, value)


def _language(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    names = [name.strip() for value in values for name in LANGUAGES.split(value) if name.strip()]
    reading.fields["language"] = tuple(dict.fromkeys(map(language_code, names)))


def _addresses(reading: Reading, _field: str, tag: str, values: list[str]) -> None:
    """Affiliations: whose they are is known of one author, or where they stand behind their author, or name him.

    All others are given to the first author, as EndNote and the Web of Science's readers do; ``C1`` alone, which is
    a field for users, too, is kept.
    """
    authors = reading.fields.get("author", ())
    places: list[list[str]] = []
    if tag in ("AD", "C1") and len(authors) == 1:
        places = [values]
    elif authors:
        places = (_behind_authors(reading.values, tag) if tag in ("AD", "C1") else []) or _by_name(authors, values)
    if not authors or (tag == "C1" and len(places) != len(authors)):
        _kept(reading, "", tag, values)
        return
    if len(places) != len(authors):
        reading.notes.append("addresses that name no author are given to the first")
        places = [values, *[[] for _ in authors[1:]]]
    reading.fields["author"] = tuple(
        [
            replace(author, affiliations=(*author.affiliations, *[Affiliation(text=decode(value)) for value in theirs]))
            for author, theirs in zip(authors, places, strict=True)
        ]
    )


def _by_name(authors: tuple[Name, ...], values: list[str]) -> list[list[str]]:
    """Return the affiliations of each author if all begin with a name (Embase: ``P. Lind, University``), else none."""
    places: dict[str, list[str]] = {_natural(author): [] for author in authors}
    for value in values:
        name = value.partition(",")[0]
        if name not in places:
            return []
        places[name].append(value)
    return list(places.values()) if len(places) == len(authors) else []


def _natural(author: Name) -> str:
    """Return a name with its initials first, ``P.A. Lind``."""
    initials = "".join(f"{part[:1]}." for part in author.given.replace(".", " ").split())
    return f"{initials} {author.family}"


def _behind_authors(values: list[tuple[str, str]], tag: str) -> list[list[str]]:
    """Return the affiliations behind each author; nothing if all stand behind the last, or some before the first."""
    places: list[list[str]] = []
    any_yet = between = False
    for each, value in values:
        if each in ("AU", "A1"):
            between = any_yet
            places.append([])
        elif each == tag:
            if not places:
                return []
            places[-1].append(value)
            any_yet = True
    return places if between else []


def _funding(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    """The Web of Science's ``Agency [number, number]; Agency``."""
    for value in values:
        for part in _several(value):
            match = _FUNDING.fullmatch(part)
            agency, numbers = (match["agency"].strip(), match["numbers"]) if match else (part, "")
            reading.add("grants", *[Grant(agency=agency, number=number.strip()) for number in numbers.split(",")])


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


def _part_of_date(reading: Reading, _field: str, _tag: str, values: list[str]) -> None:
    reading.dates += [("PD", value) for value in values]


def _pages(_reading: Reading, _field: str, _tag: str, _values: list[str]) -> None:
    """Pages are settled when all tags are seen."""


Function = Callable[[Reading, str, str, list[str]], None]
"""Reads the values of a tag into a reading."""

FUNCTIONS: dict[str, Function] = {
    "abstract": _abstract, "accessed": _accessed, "accession": _accession, "address": _address,
    "addresses": _addresses, "article_number": _article_number, "cited": _cited, "container": _container,
    "custom_2": _custom_2, "custom_6": _custom_6, "database": _database, "date": _date, "doi": _doi,
    "edition": _edition, "elsewhere": _elsewhere, "end": _end, "funding": _funding,
    "institutions": _institutions, "issue": _issue, "kept": _kept,
    "key": _key, "keywords": _keywords, "language": _language, "link": _link, "listed": _listed, "misc_1": _misc_1,
    "names": _names, "notes": _notes, "pages": _pages, "part_of_date": _part_of_date, "proceedings": _proceedings,
    "program": _program, "provider": _provider, "publication_types": _publication_types, "remark": _remark,
    "report_number": _report_number,
    "standard_number": _standard_number, "tagged": _tagged, "text": _text, "title": _title, "work_type": _work_type,
}  # fmt: skip
"""The function for each kind of value in the tables."""

LATE = frozenset(("addresses", "address", "link", "misc_1", "notes", "proceedings", "publication_types"))
"""Kinds read after the others, because what they mean depends on them."""

Plan = dict[str, tuple[Function, str, bool]]
"""For each tag its function, its field, and whether it comes after the others."""


@lru_cache(maxsize=1024)
def plan(dialect: str, ris_type: str, kind: str) -> Plan:
    """Return what each tag means in a dialect, under a type."""
    rules = dict.fromkeys(KEPT, Rule("kept")) | WORDS | BASE | BY_TYPE.get(kind, {}) | BY_RIS_TYPE.get(ris_type, {})
    for each in DIALECTS:
        if each.name == dialect:
            rules |= each.tags
    return {tag: (FUNCTIONS[rule.kind], rule.field, rule.kind in LATE) for tag, rule in rules.items()}


def read(values: list[tuple[str, str]], dialect: str) -> tuple[Citation, list[str]]:
    """Return the citation that the tags of a record make, and what had to be guessed.

    Args:
        values: Tags and their values, in the order of the file.
        dialect: Name of the dialect, or nothing.
    """
    found: Found = {}
    for tag, value in values:
        if tag in found:
            found[tag].append(value)
        else:
            found[tag] = [value]
    types = found.pop("TY", [])
    ris_type = types[0].upper() if types else ""
    kind = mapping.READ_TYPES.get(ris_type, "")
    reading = Reading(found, kind or _guess(found), values)
    if ris_type and (mapping.WRITE_TYPES.get(kind) != ris_type or len(types) > 1):
        for each in types:
            reading.keep("TY", each)
    if dialect == "Web of Science" and WEB_OF_SCIENCE.isdisjoint(found):
        dialect = ""
    meanings = plan(dialect, ris_type, reading.kind)
    late = []
    for tag, several in found.items():
        function, field, waits = meanings.get(tag, _UNKNOWN)
        if waits:
            late.append((function, field, tag, several))
        else:
            function(reading, field, tag, several)
    for function, field, tag, several in late:
        function(reading, field, tag, several)
    settle(reading)
    if reading.kind == "manuscript" and reading.fields.get("genre") == mapping.PREPRINT:
        reading.kind = "article"
    if not kind:
        reading.notes.append(f"type {ris_type} is not known" if ris_type else f"no type: taken for {reading.kind}")
    reading.fields.update(type=reading.kind, extra=tuple(reading.extra))
    return Citation(**reading.complete()), reading.notes


def _guess(found: Found) -> str:
    """Return the type of a record that names none, or none that is known."""
    return "article-journal" if ("JF" in found or "JO" in found or "T2" in found) and "VL" in found else "document"


_UNKNOWN: tuple[Function, str, bool] = (_kept, "", False)
