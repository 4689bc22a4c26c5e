"""The lines of a record to a ``Citation``.

Lines are gathered by tag, or, where their sequence matters, with those they belong to; each group fills its fields.
At last the writer is asked what it would make of the citation: the tags for which it would not give back the wording
keep it in ``extra``, an empty value where it would write a tag that was not there. So a record is written
as it was read, and whatever has no field is kept by the same rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import pairwise
from typing import Any

from msgspec.structs import force_setattr

from citeconv import Citation, Date, Event, Identifier, RecordError, Related, Subject
from citeconv.values import medline
from citeconv.values.abstracts import sections_in_line
from citeconv.values.dates import contains, parse_date
from citeconv.values.forms import YEAR
from citeconv.values.languages import language_code, marc_code
from citeconv.values.markup import unescape
from citeconv.values.memo import Memo
from citeconv.values.nlm import (
    NOT_AVAILABLE,
    citation_type,
    join_collaborators,
    read_heading,
    status_of,
    title_as_cited,
)
from citeconv.values.notices import read_related
from citeconv.values.pages import expand_pages, is_article_number, numbers_article
from citeconv.values.patterns import lazy
from citeconv_nbib import mapping, values
from citeconv_nbib.people import People, usual_authors
from citeconv_nbib.syntax import Groups, Lines, lines_in
from citeconv_nbib.writing import CHECKED, Write, history, kept, languages, relations, types

Fields = dict[str, Any]

_KIND_OF_ID = lazy(r"(.*\S) \[([A-Za-z][\w-]*)\]")
_CITED = lazy(rf"(?P<date>{YEAR}[^;:.]*)")
_CITED_ANYWHERE = lazy(rf"\. (?P<date>{YEAR}[^;:.]*)[;:.]")
_COLLECTION, _PRINT = " eCollection ", " Print "
"""What the source line says of the other date; of an article that is electronic only, it says nothing."""
_EPUB = lazy(r" Epub \d")
"""What PubMed prints even where it is the date that is cited."""


def read_citation(groups: Groups) -> Citation:
    """Return the citation in the values of a record.

    Raises:
        RecordError: Nothing in it says which article it is.
    """
    fields: Fields = {}
    extra: list[tuple[str, str]] = []
    for key, found in groups.items():
        field = _SINGLE(key)
        if field is not None:
            fields[field] = found[0]
            if len(found) > 1:
                _keep(extra, key, found)
        else:
            read = _READERS.get(key)
            if read is None or not read(fields, found):
                _keep(extra, key, found)
    sure = _derived(fields, groups, extra)
    if not any([name in fields for name in ("pmid", "title", "original_title", "doi", "pmcid")]):
        raise RecordError("no PMID, no title and no DOI: this cannot be a record of its own")
    if extra:
        fields["extra"] = tuple(extra)
    citation = Citation(**fields)
    wording = _wording(citation, groups, sure)
    if wording:
        force_setattr(citation, "extra", (*citation.extra, *wording))  # nobody has seen it yet
    return citation


def _keep(extra: list[tuple[str, str]], key: str, found: Any) -> None:
    if key in mapping.FIRST:
        extra += [(f"nbib:{tag}", value) for tag, value in found]
    else:
        extra += [(f"nbib:{key}", value) for value in found]


def _wording(citation: Citation, groups: Groups, sure: Collection[Write]) -> list[tuple[str, str]]:
    """Return the values of tags that the writer would put in another way.

    Args:
        citation: What was read so far.
        groups: What it was read from.
        sure: What need not be asked.
    """
    wording: list[tuple[str, str]] = []
    own = kept(citation) if citation.extra else {}
    for write in CHECKED:
        if write in sure:
            continue
        for tag, expected in write(citation, own):
            found = groups.get(tag, _NONE)
            if expected != found and tag not in own and (found or tag != "PT"):
                wording += [(f"nbib:{tag}", value) for value in found or ("",)]
                own[tag] = found  # other tags are written with regard to it
    return wording


_NONE: list[str] = []


# -- readers of one tag; each says whether the writer will give back what it has read


def _repeated(field: str) -> Callable[[Fields, list[str]], bool]:
    def read(fields: Fields, found: list[str]) -> bool:
        fields[field] = tuple(found)
        return True

    return read


def _mapped(field: str, parts: Memo[str, Any]) -> Callable[[Fields, list[str]], bool]:
    part = parts.__getitem__

    def read(fields: Fields, found: list[str]) -> bool:
        fields[field] = tuple(map(part, found))
        return True

    return read


def _grants(fields: Fields, found: list[str]) -> bool:
    fields["grants"] = grants = tuple([medline.read_grant(value) for value in found])
    return [medline.write_grant(grant) for grant in grants] == found


def _databanks(fields: Fields, found: list[str]) -> bool:
    fields["databanks"] = banks = values.read_databanks(found)
    return values.write_databanks(banks) == found


def _abstract(fields: Fields, found: list[str]) -> bool:
    fields["abstract"] = sections = sections_in_line(found[0])
    return len(found) == 1 and values.write_sections(sections) == found[0]


def _pmcid(fields: Fields, found: list[str]) -> bool:
    number = found[0]
    fields["pmcid"] = f"PMC{number}" if number.isdecimal() else number
    return True  # checked with the other identifiers


def _relation(tag: str) -> Callable[[Fields, list[str]], bool]:
    kind = mapping.RELATIONS[tag]

    def read(fields: Fields, found: list[str]) -> bool:
        related: list[Related] = [read_related(kind, value) for value in found]
        fields["related"] = (*fields.get("related", ()), *related)
        return True  # checked together

    return read


def _later(*_: object) -> bool:
    return True  # by ``_derived`` and ``_wording``


# -- readers of sequences


def _authors(fields: Fields, found: str | Lines) -> bool:
    names = usual_authors(found) if isinstance(found, str) else None
    if names is None:
        people = People(lines_in(found))
        names = people.names
        if people.et_al:
            fields["et_al"] = ("author",)
        _odd(fields, people)
    if names:
        fields["author"] = tuple(names)
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
    tags = [tag for tag, _ in found]
    return all("OT" in pair for pair in pairwise([*tags, ""]))  # else an owner stands without keywords


_SINGLE = mapping.SINGLE.get
_READERS: dict[str, Callable[[Fields, Any], bool]] = {
    **{tag: _repeated(field) for tag, field in mapping.REPEATED.items()},
    **{tag: _relation(tag) for tag in mapping.RELATIONS},
    **dict.fromkeys(
        (
            "TI", "TT", "BTI", "DP", "DEP", "SO", "PG", "LID", "AID", "OID", "MID", "PL", "LA", "PHST",
            *mapping.HISTORY, *mapping.RECORD_DATES,
        ),
        _later,
    ),
    "IS": _mapped("issn", Memo(values.read_issn, 20_000)),
    "RN": _mapped("chemicals", Memo(medline.read_chemical, 20_000)),
    "NM": _mapped("supplementary_concepts", Memo(lambda value: Subject(term=value), 20_000)),
    "MH": _mapped("subjects", Memo(read_heading, 50_000)),
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


def _derived(fields: Fields, groups: Groups, extra: list[tuple[str, str]]) -> set[Write]:
    """Fill the fields that take several tags, and return what of the writer is known to give back its tags.

    What the publication types say never changes them, and without relations there are none to give back.
    """
    extra += fields.pop("odd", ())
    sure: set[Write] = {types}
    if "related" not in fields:
        sure.add(relations)
    found = [_LANGUAGES[value] for value in groups.get("LA", ())]
    if found:
        fields["language"] = tuple([code for code, _ in found])
    if all([exact for _, exact in found]):
        sure.add(languages)
    if "source_owner" in fields or "indexing_status" in fields:
        fields["source"] = "PubMed"
    _titles(fields, groups)
    _dates(fields, groups)
    _identifiers(fields, groups)
    _place(fields, groups)
    if _history(fields, groups):
        sure.add(history)
    if "investigators" in fields:
        _investigators(fields)
    status = status_of(
        fields.get("publication_status", ""), fields.get("publication_types", ()), fields.get("related", ())
    )
    if status:
        fields["status"] = status
    return sure


_LANGUAGES: Memo[str, tuple[str, bool]] = Memo(lambda value: (code := language_code(value), marc_code(code) == value))
"""The code of a language, and whether the writer has the value for it."""


def _titles(fields: Fields, groups: Groups) -> None:
    book, article = groups.get("BTI", [""])[0], groups.get("TI", [""])[0]
    types = fields.get("publication_types", ())
    kind = citation_type(types, bool(book), bool(book and article))
    in_journal = "JT" in groups or "TA" in groups
    if kind == "article-journal" and not in_journal and citation_type(types, book=True) == "report":
        kind = "report"
    fields["type"] = kind
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
    electronic = medline.read_plain_date(groups["DEP"][0]) if "DEP" in groups else None
    line = groups["SO"][0] if "SO" in groups else ""
    cited = printed
    if line and (found := _cited(line, fields.get("container_title_short", ""))) and found != wording:
        cited = parse_date(found)
    if cited is None:
        cited, electronic = electronic, None
    if cited is None:
        return
    fields["issued"] = cited
    if printed is not None and (printed != cited or electronic == cited):
        if _COLLECTION in line:
            fields["collection_date"] = printed
        elif printed != cited and (_PRINT in line or not contains(printed, cited)):
            fields["print_date"] = printed
    if electronic is not None and (electronic != cited or _EPUB.search(line)):
        fields["available_date"] = electronic


def _cited(line: str, journal: str) -> str:
    start = f"{journal.removesuffix('.')}. "
    found = _CITED.match(line, len(start)) if journal and line.startswith(start) else _CITED_ANYWHERE.search(line)
    return found["date"].strip() if found else ""


def _identifiers(fields: Fields, groups: Groups) -> None:
    others: list[Identifier] = []
    for value in groups.get("AID", ()):
        _article_id(fields, value, others)
    _locations(fields, groups)
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


def _locations(fields: Fields, groups: Groups) -> None:
    """Take the identifiers by which an article is found, of which a PII may be its number where it has no pages."""
    paged = "PG" in groups or "VI" not in groups
    for value in groups.get("LID", ()):
        known = _KIND_OF_ID.fullmatch(value)
        if not known:
            fields.setdefault("number", value)
        elif known[2] in ("doi", "pii"):
            fields.setdefault(known[2], known[1])
            own = value in groups.get("AID", ()) and not numbers_article(known[1])
            if not paged and known[2] == "pii" and not own:
                fields.setdefault("number", known[1])  # "2560 [pii]" beside the publisher's own "molecules27082560"


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


def _history(fields: Fields, groups: Groups) -> bool:
    """Join the dates that have tags of their own to the history, those that it repeats left out.

    Returns:
        Whether it is certain that the writer will give them back.
    """
    listed, repeated, sure = _listed_events(groups)
    record, exact = _record_events(groups)
    own, alike = _own_events(groups, listed, repeated)
    if record or own or listed:
        fields["history"] = (*record, *own, *listed)
    begins = (own or listed)[:1]
    return sure and exact and alike and (not begins or (begins[0].kind == "pubmed") == bool(own))


def _listed_events(groups: Groups) -> tuple[list[Event], dict[str, str], bool]:
    """Return the events of ``PHST``, the values that tags of their own repeat, and whether all are so written."""
    listed: list[Event] = []
    repeated: dict[str, str] = {}
    sure = True
    for value in groups.get("PHST", ()):
        event, tag, text = _listed(value)
        if event is not None:
            listed.append(event)
        if text and tag:
            repeated.setdefault(tag, text)
        elif not text:
            sure = False
    return listed, repeated, sure


def _record_events(groups: Groups) -> tuple[list[Event], bool]:
    """Return what was done to the record and when, and whether it is so written."""
    record: list[Event] = []
    sure = True
    for tag, events in _RECORD_DATES.items():
        if tag in groups:
            event, exact = events[groups[tag][0]]
            if event is not None:
                record.append(event)
            sure = sure and exact and len(groups[tag]) == 1
    return record, sure


def _own_events(groups: Groups, listed: list[Event], repeated: dict[str, str]) -> tuple[list[Event], bool]:
    """Return the events that only tags of their own tell, and whether they are so written.

    Args:
        groups: The values of all tags.
        listed: The events of ``PHST``.
        repeated: By tag, what stands there.
    """
    own: list[Event] = []
    sure = True
    lines = groups.get("PHST", ())
    for tag, kind in mapping.HISTORY.items():
        value = groups[tag][0] if tag in groups else ""
        if repeated.get(tag, "") == value:
            sure = sure and (not value or len(groups[tag]) == 1)
        elif value:
            event, exact = _own_event(tag, value)
            sure = sure and exact and not listed and len(groups[tag]) == 1
            stands = f"{value} [{kind}]" in lines
            if event and not stands and not any(each.kind == kind and each.date == event.date for each in listed):
                own.append(event)
        else:
            sure = False
    return own, sure


def _listed(value: str) -> tuple[Event | None, str, str]:
    """Return the event in ``PHST``, and if the writer has this value for it: its own tag, if any, and the value."""
    date, (time, kind, tag, end) = _DAYS[value[:10]], _BEHIND[value[10:]]
    if date is not None and kind:
        return Event(kind=kind, date=date, time=time), tag, value[:end]
    event = medline.read_event(value)
    kind = event.kind if event is not None else ""
    if event is None or kind in _RECORD_KINDS or medline.write_event(event, kind) != value:
        return event, "", ""
    tag = mapping.HISTORY_TAGS.get(kind, "")
    return event, tag, medline.write_event(Event(kind=kind, date=event.date) if tag == "PMCR" else event)


def _day(text: str) -> Date | None:
    """Return the date in ``2016/01/13``; None if it is not written so."""
    event = medline.read_event(text, "?") if len(text) == 10 else None
    return event.date if event is not None and medline.write_event(event) == text else None


def _behind(text: str) -> tuple[str, str, str, int]:
    """Return what stands behind a day: time, kind, the tag of the kind, where its value ends."""
    event = medline.read_event(f"2000/01/01{text}")
    if event is None or event.kind in _RECORD_KINDS:
        return "", "", "", 0
    tag = mapping.HISTORY_TAGS.get(event.kind, "")
    return event.time, event.kind, tag, 16 if event.time and tag != "PMCR" else 10


_RECORD_KINDS = frozenset(mapping.RECORD_DATES.values())
_DAYS: Memo[str, Date | None] = Memo(_day, 20_000)
_BEHIND: Memo[str, tuple[str, str, str, int]] = Memo(_behind, 20_000)


def _own_event(tag: str, value: str) -> tuple[Event | None, bool]:
    """Return the event in a tag of its own, and whether the writer has the value for it."""
    date, time = _DAYS[value[:10]], _TIMES[value[10:]]
    kind = mapping.HISTORY[tag]
    if date is not None and time is not None:
        return Event(kind=kind, date=date, time=time), True
    event = medline.read_event(value, kind)
    return event, event is not None and medline.write_event(event) == value


def _time(text: str) -> str | None:
    event = medline.read_event(f"2000/01/01{text}", "?")
    return event.time if event is not None else None


_TIMES: Memo[str, str | None] = Memo(_time, 20_000)
"""The time behind a day."""


def _record_dates(kind: str) -> Memo[str, tuple[Event | None, bool]]:
    """Return a table of the events in a tag of the record's dates, and whether the writer has the value for each."""

    def event(value: str) -> tuple[Event | None, bool]:
        date = medline.read_plain_date(value)
        if date is None:
            return None, False
        return Event(kind=kind, date=date), medline.write_plain_date(date) == value

    return Memo(event, 5_000)


_RECORD_DATES = {tag: _record_dates(kind) for tag, kind in mapping.RECORD_DATES.items()}


def _investigators(fields: Fields) -> None:
    """Make investigators members of the one group among the authors; else contributors."""
    authors = list(fields.get("author", ()))
    if others := join_collaborators(authors, fields.pop("investigators")):
        fields["contributor"] = others
    else:
        fields["author"] = tuple(authors)


def unescaped(lines: Lines) -> tuple[Lines, Lines]:
    """Return lines with character references decoded, and those of tags that held one and can be kept as they were."""
    decoded = [(tag, unescape(value) if "&" in value else value) for tag, value in lines]
    tags = {tag for (tag, value), (_, text) in zip(lines, decoded, strict=True) if text != value} - mapping.FIRST.keys()
    return decoded, [line for line in lines if line[0] in tags]
