"""The lines of a record to a ``Citation``.

Lines are gathered by tag, or, where their sequence matters, with those they belong to; each group fills its fields.
At last the writer is asked what it would make of the citation: the tags for which it would not give back the wording
keep it in ``extra``, an empty value where it would write a tag that was not there. So a record is written
as it was read, and whatever has no field is kept by the same rule.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from citeconv import Citation, Event, Identifier, Name, RecordError, Related, Subject
from citeconv.values.dates import contains, parse_date
from citeconv.values.languages import language_code
from citeconv.values.markup import unescape
from citeconv.values.nlm import NOT_AVAILABLE, citation_type, status_of, title_as_cited
from citeconv.values.pages import expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv_nbib import mapping, values
from citeconv_nbib.people import People
from citeconv_nbib.syntax import Lines
from citeconv_nbib.writing import CHECKED, kept

Groups = dict[str, Any]
"""Values by tag; lines whose sequence matters, by the first tag of their kind."""

Fields = dict[str, Any]

_SEQUENCE_OF = {tag: tags[0] for tags in mapping.IN_SEQUENCE for tag in tags}
_KIND_OF_ID = lazy(r"(.*\S) \[([A-Za-z][\w-]*)\]")
_CITED = lazy(r"(?P<date>(?:1[5-9]|20)\d\d[^;:.]*)")
_CITED_ANYWHERE = lazy(r"\. (?P<date>(?:1[5-9]|20)\d\d[^;:.]*)[;:.]")
_COLLECTION, _PRINT = " eCollection ", " Print "
"""What the source line says of the other date; of an article that is electronic only, it says nothing."""


def read_citation(lines: Lines) -> Citation:
    """Return the citation in the lines of a record.

    Raises:
        RecordError: Nothing in it says which article it is.
    """
    groups = _grouped(lines)
    fields: Fields = {}
    extra: list[tuple[str, str]] = []
    for key, found in groups.items():
        read = _READERS.get(key)
        if read is None or not read(fields, found):
            _keep(extra, key, found)
    _derived(fields, groups, extra)
    if not any(name in fields for name in ("pmid", "title", "original_title", "doi", "pmcid")):
        raise RecordError("no PMID, no title and no DOI: this cannot be a record of its own")
    if extra:
        fields["extra"] = tuple(extra)
    citation = Citation(**fields)
    wording = _wording(citation, groups)
    return replace(citation, extra=(*citation.extra, *wording)) if wording else citation


def _grouped(lines: Lines) -> Groups:
    groups: Groups = {}
    sequence_of = _SEQUENCE_OF.get
    for line in lines:
        tag, value = line
        first = sequence_of(tag)
        if first is not None:
            if first in groups:
                groups[first].append(line)
            else:
                groups[first] = [line]
        elif tag in groups:
            groups[tag].append(value)
        else:
            groups[tag] = [value]
    return groups


def _keep(extra: list[tuple[str, str]], key: str, found: list[Any]) -> None:
    for each in found:
        tag, value = each if isinstance(each, tuple) else (key, each)
        extra.append((f"nbib:{tag}", value))


def _wording(citation: Citation, groups: Groups) -> list[tuple[str, str]]:
    """Return the values of tags that the writer would put in another way."""
    wording: list[tuple[str, str]] = []
    own = kept(citation) if citation.extra else {}
    for write in CHECKED:
        for tag, expected in write(citation, own):
            found = groups.get(tag, _NONE)
            if expected != found and tag not in own and (found or tag != "PT"):
                wording += [(f"nbib:{tag}", value) for value in found or ("",)]
                own[tag] = found  # other tags are written with regard to it
    return wording


_NONE: list[str] = []


# -- readers of one tag; each says whether the writer will give back what it has read


def _single(field: str) -> Callable[[Fields, list[str]], bool]:
    def read(fields: Fields, found: list[str]) -> bool:
        fields[field] = found[0]
        return len(found) == 1

    return read


def _repeated(field: str) -> Callable[[Fields, list[str]], bool]:
    def read(fields: Fields, found: list[str]) -> bool:
        fields[field] = tuple(found)
        return True

    return read


def _mapped(field: str, function: Callable[[str], Any]) -> Callable[[Fields, list[str]], bool]:
    def read(fields: Fields, found: list[str]) -> bool:
        fields[field] = tuple([function(value) for value in found])
        return True

    return read


def _grants(fields: Fields, found: list[str]) -> bool:
    fields["grants"] = grants = tuple([values.read_grant(value) for value in found])
    return [values.write_grant(grant) for grant in grants] == found


def _databanks(fields: Fields, found: list[str]) -> bool:
    fields["databanks"] = banks = values.read_databanks(found)
    return values.write_databanks(banks) == found


def _abstract(fields: Fields, found: list[str]) -> bool:
    fields["abstract"] = sections = values.read_sections(found[0])
    return len(found) == 1 and values.write_sections(sections) == found[0]


def _pmcid(fields: Fields, found: list[str]) -> bool:
    number = found[0]
    fields["pmcid"] = f"PMC{number}" if number.isdecimal() else number
    return True  # checked with the other identifiers


def _relation(tag: str) -> Callable[[Fields, list[str]], bool]:
    kind = mapping.RELATIONS[tag]

    def read(fields: Fields, found: list[str]) -> bool:
        related: list[Related] = [values.read_related(kind, value) for value in found]
        fields["related"] = (*fields.get("related", ()), *related)
        return True  # checked together

    return read


def _checked(*_: object) -> bool:
    return True  # by ``_derived`` and ``_wording``


# -- readers of sequences


def _authors(fields: Fields, found: Lines) -> bool:
    people = People(found)
    if people.names:
        fields["author"] = tuple(people.names)
    if people.et_al:
        fields["et_al"] = ("author",)
    _odd(fields, people)
    return True


def _people(field: str) -> Callable[[Fields, Lines], bool]:
    def read(fields: Fields, found: Lines) -> bool:
        people = People(found)
        fields[field] = tuple(people.names)
        _odd(fields, people)
        return True

    return read


def _odd(fields: Fields, people: People) -> None:
    if people.odd:
        odd = tuple([(f"nbib:{tag}", value) for tag, value in people.odd])
        fields["odd"] = (*fields.get("odd", ()), *odd)


def _other_abstracts(fields: Fields, found: Lines) -> bool:
    fields["other_abstracts"] = abstracts = values.read_other_abstracts(found)
    return [line for line in values.write_other_abstracts(abstracts) if line[1]] == found


def _keywords(fields: Fields, found: Lines) -> bool:
    fields["keyword"] = values.read_keywords(found)
    return found[0][0] == "OT" or found[1:2] != []  # a lone owner


_READERS: dict[str, Callable[[Fields, Any], bool]] = {
    **{tag: _single(field) for tag, field in mapping.SINGLE.items()},
    **{tag: _repeated(field) for tag, field in mapping.REPEATED.items()},
    **{tag: _relation(tag) for tag in mapping.RELATIONS},
    **dict.fromkeys(
        (
            "TI", "TT", "BTI", "DP", "DEP", "SO", "PG", "LID", "AID", "OID", "MID", "PL", "LA", "PHST",
            *mapping.HISTORY, *mapping.RECORD_DATES,
        ),
        _checked,
    ),
    "IS": _mapped("issn", values.read_issn),
    "RN": _mapped("chemicals", values.read_chemical),
    "NM": _mapped("supplementary_concepts", lambda value: Subject(term=value)),
    "MH": _mapped("subjects", values.read_heading),
    "GR": _grants,
    "SI": _databanks,
    "AB": _abstract,
    "PMC": _pmcid,
    "FAU": _authors,
    "FED": _people("editor"),
    "FIR": _people("investigators"),
    "FPS": _people("subject_names"),
    "OAB": _other_abstracts,
    "OTO": _keywords,
}  # fmt: skip
"""By tag, or by the first tag of a sequence."""


# -- what depends on several tags


def _derived(fields: Fields, groups: Groups, extra: list[tuple[str, str]]) -> None:
    extra += fields.pop("odd", ())
    if "LA" in groups:
        fields["language"] = tuple([language_code(value) for value in groups["LA"]])
    if "source_owner" in fields or "indexing_status" in fields:
        fields["source"] = "PubMed"
    _titles(fields, groups)
    _dates(fields, groups)
    _identifiers(fields, groups)
    _place(fields, groups)
    _history(fields, groups)
    _investigators(fields)
    status = status_of(
        fields.get("publication_status", ""), fields.get("publication_types", ()), fields.get("related", ())
    )
    if status:
        fields["status"] = status


def _titles(fields: Fields, groups: Groups) -> None:
    book, article = groups.get("BTI", [""])[0], groups.get("TI", [""])[0]
    types = fields.get("publication_types", ())
    fields["type"] = kind = citation_type(types, bool(book), bool(book and article))
    translated = "language" in fields and "en" not in fields["language"]
    original = title_as_cited(groups["TT"][0]) if "TT" in groups else ""
    title = original if article.rstrip(".") == NOT_AVAILABLE else title_as_cited(article, translated)
    if book and kind == "chapter":
        fields["container_title"] = book
    elif book:
        title = title or book
    if original:
        fields["original_title"] = original
    if title:
        fields["title"] = title
    if kind == "article":
        fields["genre"] = "Preprint"
        if publisher := fields.get("container_title_short") or fields.get("container_title"):
            fields["publisher"] = publisher


def _dates(fields: Fields, groups: Groups) -> None:
    """Find the date to cite, which is the first of the source line, and what the others are."""
    wording = groups["DP"][0] if "DP" in groups else ""
    printed = parse_date(wording) if wording else None
    electronic = values.read_plain_date(groups["DEP"][0]) if "DEP" in groups else None
    line = groups["SO"][0] if "SO" in groups else ""
    cited = printed
    if line and (found := _cited(line, fields.get("container_title_short", ""))) and found != wording:
        cited = parse_date(found)
    if cited is None:
        cited, electronic = electronic, None
    if cited is None:
        return
    fields["issued"] = cited
    if printed is not None and printed != cited:
        if _COLLECTION in line:
            fields["collection_date"] = printed
        elif _PRINT in line or not contains(printed, cited):
            fields["print_date"] = printed
    if electronic is not None and electronic != cited:
        fields["available_date"] = electronic


def _cited(line: str, journal: str) -> str:
    start = f"{journal}. "
    found = _CITED.match(line, len(start)) if journal and line.startswith(start) else _CITED_ANYWHERE.search(line)
    return found["date"].strip() if found else ""


def _identifiers(fields: Fields, groups: Groups) -> None:
    others: list[Identifier] = []
    for value in groups.get("AID", ()):
        _article_id(fields, value, others)
    for value in groups.get("LID", ()):
        known = _KIND_OF_ID.fullmatch(value)
        if known and known[2] in ("doi", "pii"):
            fields.setdefault(known[2], known[1])
        elif not known:
            fields.setdefault("number", value)
    for value in groups.get("OID", ()):
        one = mapping.other_id(value)
        if one and one.kind in mapping.OWNERS:
            others.append(one)
    manuscripts = groups.get("MID", ())
    if manuscripts:
        fields["manuscript_id"] = manuscripts[0]
        others += [Identifier(kind="mid", value=value) for value in manuscripts[1:]]
    if others:
        fields["identifiers"] = tuple(others)


def _article_id(fields: Fields, value: str, others: list[Identifier]) -> None:
    known = _KIND_OF_ID.fullmatch(value)
    if not known:
        bare = value.removeprefix("doi:").strip()
        if bare.startswith("10."):
            fields.setdefault("doi", bare)
        return
    number, kind = known.groups()
    if kind in ("doi", "pii") and kind not in fields:
        fields[kind] = number
    else:
        others.append(Identifier(kind=kind, value=number))


def _place(fields: Fields, groups: Groups) -> None:
    if "PG" in groups:
        pages = groups["PG"][0]
        if is_article_number(pages):
            fields["number"] = pages
        else:
            fields["page"] = expand_pages(pages)
    if "PL" in groups:
        book = fields["type"] in ("book", "chapter", "report")
        fields["publisher_place" if book else "journal_country"] = groups["PL"][0]


def _history(fields: Fields, groups: Groups) -> None:
    """Join the dates that have tags of their own to the history, those that it repeats left out."""
    lines = groups.get("PHST", ())
    listed = [event for value in lines if (event := values.read_event(value))]
    record: list[Event] = []
    own: list[Event] = []
    for tag, kind in mapping.RECORD_DATES.items():
        if tag in groups and (date := values.read_plain_date(groups[tag][0])):
            record.append(Event(kind=kind, date=date))
    for tag, kind in mapping.HISTORY.items():
        if tag not in groups or f"{groups[tag][0]} [{kind}]" in lines:
            continue
        event = values.read_event(groups[tag][0], kind)
        if event and not any(each.kind == kind and each.date == event.date for each in listed):
            own.append(event)
    if record or own or listed:
        fields["history"] = (*record, *own, *listed)


def _investigators(fields: Fields) -> None:
    """Make investigators members of the one group among the authors; else contributors."""
    members: tuple[Name, ...] = fields.pop("investigators", ())
    if not members:
        return
    authors = list(fields.get("author", ()))
    groups = [place for place, name in enumerate(authors) if name.literal]
    if len(groups) == 1:
        authors[groups[0]] = replace(authors[groups[0]], members=members)
        fields["author"] = tuple(authors)
    else:
        fields["contributor"] = tuple([replace(name, role="collaborator") for name in members])


def unescaped(lines: Lines) -> tuple[Lines, Lines]:
    """Return lines with character references decoded, and those that held one and can be kept as they were."""
    decoded, odd = [], []
    for line in lines:
        text = unescape(line[1]) if "&" in line[1] else line[1]
        decoded.append((line[0], text))
        if text != line[1] and line[0] not in _SEQUENCE_OF:
            odd.append(line)
    return decoded, odd
