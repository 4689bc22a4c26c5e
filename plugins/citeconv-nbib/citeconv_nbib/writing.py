"""A citation as the lines of a record: what each field makes of its tags, without regard to how a source had put it.

The functions of ``CHECKED`` are asked when a record is read, too: where they would not give back what stands there, the
reader keeps the wording. Each returns a few tags that depend on the same fields, with all their values, be there any or
not; what the source had put in its own way is at their side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from citeconv import Citation, Event, Name
from citeconv.values import medline
from citeconv.values.languages import marc_code
from citeconv.values.markup import plain
from citeconv.values.nlm import COLLABORATOR, status_of, title_as_printed, write_heading
from citeconv.values.notices import write_related
from citeconv_nbib import mapping, values
from citeconv_nbib.mapping import OWNERS
from citeconv_nbib.people import write_people
from citeconv_nbib.syntax import BLANKS, Lines

Wording = Mapping[str, list[str]]
"""Values as the source had them, by tag."""

Write = Callable[[Citation, Wording], Iterable[tuple[str, list[str]]]]

_RECORD_TAGS = {kind: tag for tag, kind in mapping.RECORD_DATES.items()}
_DATE_TAGS = (*mapping.RECORD_DATES, *mapping.HISTORY, "PHST")
_RELATION_TAGS = {kind: tag for tag, kind in mapping.RELATIONS.items()}
_BOOKS = ("book", "report")
_NUMBERED = frozenset(
    "bill book broadcast hearing legal_case legislation map motion_picture musical_score pamphlet patent regulation"
    " report software song standard thesis treaty".split()
)
"""Types whose number is the work's own, and no place in a journal; among pages it would be taken for one."""
_NBIB = "nbib:"


def kept(citation: Citation) -> dict[str, list[str]]:
    """Return the wordings that a record had, by tag; of a tag that was not there where one would expect it, none.

    A source line without the volume, issue or first page is that of the record before these were changed, or known.
    """
    found: dict[str, list[str]] = {}
    for name, value in citation.extra:
        if name.startswith(_NBIB):
            found.setdefault(name[len(_NBIB) :], []).extend([value] if value else [])
    line = "".join(found.get("SO", ()))
    if line and not all([part in line for part in (citation.volume, citation.issue, citation.page.partition("-")[0])]):
        del found["SO"]
    return found


# -- tags that depend on several fields


def _one(value: str) -> list[str]:
    return [value] if value else []


def titles(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``BTI``, ``TI`` and ``TT``; a book is its own ``BTI``."""
    book, title = "", title_as_printed(citation.title, citation.language)
    if citation.type == "chapter":
        book = citation.container_title
    elif citation.type == "book" and not citation.container_title:
        book, title = citation.title, ""
    original = citation.original_title
    return ("BTI", _one(book)), ("TI", _one(title)), ("TT", _one(title_as_printed(original)) if original else [])


def journal(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``JT``, ``PB`` and ``PL``, which is the place of a book and the country of a journal.

    A preprint's server is its journal, and has no ``PB``.
    """
    title = "" if citation.type == "chapter" else citation.container_title
    publisher = citation.publisher
    if citation.type == "article":
        title, publisher = title or ("" if citation.container_title_short else publisher), ""
    place = citation.publisher_place or citation.journal_country
    return ("JT", _one(title)), ("PB", _one(publisher)), ("PL", _one(place))


def dates(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``DP``, which is the printed or the collection's date, and ``DEP``, the electronic one."""
    other = citation.collection_date or citation.print_date
    electronic = citation.available_date or (citation.issued if other or _is_electronic(citation) else None)
    return (
        ("DP", _one(values.write_date(other or citation.issued))),
        ("DEP", _one(medline.write_plain_date(electronic)) if electronic else []),
    )


def _is_electronic(citation: Citation) -> bool:
    """Return whether the date to cite is a day on which the article appeared in electronic form alone."""
    day = citation.issued is not None and citation.issued.day and citation.issued.end is None
    return bool(day) and citation.publication_status in ("epublish", "aheadofprint")


def pages(citation: Citation, own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``PG``, which holds the number of an article that has no pages."""
    number = citation.number if citation.type not in _NUMBERED else ""
    if number and not {number, f"{number} [pii]"}.isdisjoint(own.get("LID", ())):
        number = ""
    return (("PG", _one(citation.page or number)),)


def identifiers(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``MID``, ``AID``, ``OID``, ``PMC``, and ``LID``: the DOI, and a number that ``PG`` does not hold."""
    manuscripts = _one(citation.manuscript_id)
    articles = [f"{citation.pii} [pii]"] if citation.pii else []
    owned = []
    for one in citation.identifiers:
        if one.kind in OWNERS:
            owned.append(f"{one.kind}: {one.value}")
        elif one.kind == "mid":
            manuscripts.append(one.value)
        else:
            articles.append(f"{one.value} [{one.kind}]")
    if citation.doi:
        articles.append(f"{citation.doi} [doi]")
    places = [f"{citation.doi} [doi]"] if citation.doi else []
    if citation.page or citation.type in _NUMBERED:
        places += _one(citation.number)
    return ("MID", manuscripts), ("AID", articles), ("OID", owned), ("PMC", _one(citation.pmcid)), ("LID", places)


def languages(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``LA``."""
    return (("LA", [marc_code(code) for code in citation.language]),)


def history(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return the dates of the record, which come first, and of the article's history.

    Of the latter, those that have tags of their own and stand before all others, in the order of these tags, are in
    them only; otherwise they stand in ``PHST``, too.
    """
    found: dict[str, list[str]] = {tag: [] for tag in _DATE_TAGS}
    events = citation.history
    records = 0
    for event in events:
        tag = _RECORD_TAGS.get(event.kind)
        if tag is None:
            break
        found[tag] += _one(medline.write_plain_date(event.date))
        records += 1
    alone = records + _alone(events[records:])
    for event in events[records:alone]:
        found[mapping.HISTORY_TAGS[event.kind]] += _one(medline.write_event(event))
    seen = {event.kind for event in events[records:alone]}
    listed = found["PHST"]
    for event in events[alone:]:
        kind = event.kind
        tag = mapping.HISTORY_TAGS.get(kind)
        if tag and kind not in seen:
            own = Event(kind=kind, date=event.date) if tag == "PMCR" else event
            found[tag] += _one(medline.write_event(own))
            seen.add(kind)
        if text := medline.write_event(event, kind):
            listed.append(text)
    return found.items()


def _alone(events: Sequence[Event]) -> int:
    """Return how many events at the beginning are those that have tags of their own, in the order of these."""
    kinds = [event.kind for event in events[: len(mapping.HISTORY)]]
    expected = [kind for kind in mapping.HISTORY.values() if kind in kinds]
    return len(expected) if kinds[:1] == ["pubmed"] and kinds[: len(expected)] == expected else 0


def relations(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return comments and corrections."""
    found: dict[str, list[str]] = {}
    for each in citation.related:
        found.setdefault(_RELATION_TAGS.get(each.kind, ""), []).append(write_related(each))
    return found.items()


def types(citation: Citation, _own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``PT``; a citation that has none, its type's."""
    names = list(citation.publication_types) or _one(mapping.TYPES.get(citation.type, ""))
    if citation.status == "retracted" and not status_of("", names, citation.related):
        names.append(mapping.RETRACTED)
    return (("PT", names),)


def source(citation: Citation, own: Wording) -> Iterable[tuple[str, list[str]]]:
    """Return ``SO``, the source line: journal, date, volume, issue, pages, DOI, and what else there is of dates."""
    if not citation.container_title_short or citation.type in (*_BOOKS, "chapter"):
        return (("SO", []),)
    pages_kept = own.get("PG")
    place = pages_kept[0] if pages_kept else citation.page or ("" if citation.type in _NUMBERED else citation.number)
    text = f"{citation.container_title_short.removesuffix('.')}. {values.write_date(citation.issued)}"
    if citation.volume or citation.issue:
        text += f";{citation.volume}" + f"({citation.issue})" * bool(citation.issue)
    if place:
        text += f":{place}"
    text += "."
    if citation.doi:
        text += f" doi: {citation.doi}."
    if citation.available_date:
        text += f" Epub {values.write_date(citation.available_date)}."
    if citation.collection_date:
        text += f" eCollection {values.write_date(citation.collection_date)}."
    if citation.print_date:
        text += f" Print {values.write_date(citation.print_date)}."
    return (("SO", [text]),)


CHECKED: tuple[Write, ...] = (
    identifiers, pages, titles, journal, dates, languages, history, relations, types, source,
)  # fmt: skip
"""What may not give back the wording that was read."""


# -- everything


def record_lines(citation: Citation, own: Wording) -> Lines:
    """Return all lines of a record, in no order, those of a tag in theirs; values that are empty are left in.

    Args:
        citation: Any.
        own: Its ``kept`` wordings.
    """
    lines: Lines = [(tag, getattr(citation, field)) for tag, field in mapping.SINGLE.items() if tag not in ("JT", "PB")]
    for tag, field in mapping.REPEATED.items():
        if tag != "PT":
            lines += [(tag, value) for value in getattr(citation, field)]
    for write in CHECKED:
        lines += [(tag, value) for tag, there in write(citation, own) for value in there]
    lines += [("IS", values.write_issn(issn)) for issn in citation.issn]
    lines.append(("AB", values.write_sections(citation.abstract)))
    lines += [("SI", text) for text in values.write_databanks(citation.databanks)]
    lines += [("GR", medline.write_grant(grant)) for grant in citation.grants]
    lines += [("RN", medline.write_chemical(chemical)) for chemical in citation.chemicals]
    lines += [("NM", subject.term) for subject in citation.supplementary_concepts]
    lines += [("MH", write_heading(subject)) for subject in citation.subjects]
    return [*lines, *sequences(citation, own)]


def sequences(citation: Citation, own: Wording) -> Lines:
    """Return the lines whose sequence matters: people, further abstracts, keywords."""
    et_al = own.get("AU", ["et al."])[-1] if "author" in citation.et_al else ""
    groups = [name for name in citation.author if name.members]
    investigators: list[Name] = [member for name in groups for member in name.members]
    investigators += [name for name in citation.contributor if name.role == COLLABORATOR]
    return [
        *write_people(citation.editor, mapping.EDITORS),
        *write_people(citation.author, mapping.AUTHORS, own.get("AUID", ()), et_al),
        *write_people(investigators, ("FIR", "IR", "", "IRAD")),
        *write_people(citation.subject_names, mapping.SUBJECT_NAMES),
        *values.write_other_abstracts(citation.other_abstracts),
        *values.write_keywords(citation.keyword),
    ]


def plain_lines(lines: Lines) -> Lines:
    """Return lines without markup, without line ends, and without those that are empty or have no tag."""
    return [(tag, text) for tag, value in lines if tag and value and (text := _in_one_line(plain(value)))]


def _in_one_line(text: str) -> str:
    """Return a text in which each run of blanks is a single one."""
    return (text if text.isprintable() and "  " not in text else BLANKS.sub(" ", text)).strip(" ")


def in_order(lines: Lines) -> Lines:
    """Return lines in PubMed's order; those of the same tag, or of tags that belong together, stay as they are."""
    return sorted(lines, key=lambda line: _PLACES.get(line[0], _ELSEWHERE))


def _places() -> dict[str, int]:
    places: dict[str, Any] = {tag: place for place, tag in enumerate(mapping.ORDER)}
    for together in mapping.IN_SEQUENCE:
        first = min(places[tag] for tag in together)
        places.update(dict.fromkeys(together, first))
    return places


_PLACES = _places()
_ELSEWHERE = _PLACES["EDAT"] - 0.5
