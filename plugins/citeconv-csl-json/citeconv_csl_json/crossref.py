"""What Crossref says of a work beyond CSL: members of its items go in, values of a citation's fields come out.

Whoever asks a DOI's resolver for CSL-JSON gets all that Crossref knows: who paid, under which licence, which works are
cited, when the record was made. What of a member has no place in the field is left over, under its path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from citeconv import Databank, Event, Grant, Identifier, Related
from citeconv.values.dates import parse_edtf
from citeconv.values.links import without_arxiv
from citeconv.values.patterns import lazy
from citeconv_csl_json.dates import read_date
from citeconv_csl_json.kinds import read_text
from citeconv_csl_json.leftovers import Leftovers, leave
from citeconv_csl_json.mapping import REMARKS

if TYPE_CHECKING:
    from citeconv.citation import RelatedKind

_MEMBER_END = lazy(r"[.\[]")
_PERSON = lazy(r"(?P<list>[a-z-]+)\[\d+\]\.(?P<member>sequence|authenticated-orcid|doi-asserted-by)")

Reader = Callable[[Any, str, Leftovers], Any]

_CITED = ("unstructured", "author", "year", "article-title", "volume-title", "journal-title", "series-title")
_PLACE = ("volume", "issue", "first-page")
"""Members of a cited work in the order in which its citation has them."""


def _event(kind: str) -> Reader:
    """Return the reader of a moment, which stands there in several forms."""

    def read(raw: Any, path: str, leftovers: Leftovers) -> tuple[Event, ...]:
        parts = raw if isinstance(raw, dict) else {"date-time": raw if isinstance(raw, str) else ""}  # Zotero's
        moment = read_text(parts.get("date-time"), "", [])
        date = parse_edtf(moment)
        if date is None:
            leave(raw, path, leftovers)
            return ()
        _leave_rest(parts, ("date-parts", "date-time", "timestamp", "version"), path, leftovers)
        words = [moment]
        for part in ("timestamp", "version"):
            if parts.get(part) and (text := read_text(parts[part], f"{path}.{part}", leftovers)):
                words.append(f"{part} {text}")
        return (Event(kind=kind, date=replace(date, literal=", ".join(words)), time=moment[11:16]),)

    return read


def _step(kind: str) -> Reader:
    """Return the reader of the date of a step, which may be in words."""

    def read(raw: Any, path: str, leftovers: Leftovers) -> tuple[Event, ...]:
        date = read_date(raw, path, leftovers)
        if date is not None and not date.year:
            leave(raw, path, leftovers)
        return (Event(kind=kind, date=date),) if date is not None and date.year else ()

    return read


def _grants(raw: Any, path: str, leftovers: Leftovers) -> tuple[Grant, ...]:
    """Return grants, one for each number; the number of a funder stands in brackets behind its name."""
    found: dict[Grant, None] = {}
    for each, here in _objects(raw, path, leftovers):
        name, doi = (read_text(each.get(part), f"{here}.{part}", leftovers) for part in ("name", "DOI"))
        agency = f"{name} ({doi})" if name and doi else name or doi
        for award in [*_several(each.get("award")), *_awards(each.get("award-info"), here, leftovers)] or [""]:
            found[Grant(number=read_text(award, f"{here}.award", leftovers), agency=agency)] = None
        for one in _several(each.get("id")):
            if not isinstance(one, dict) or read_text(one.get("id"), "", []) != doi:
                leave(one, f"{here}.id", leftovers)
        _leave_rest(each, ("name", "DOI", "award", "award-info", "id"), here, leftovers)
    found.pop(Grant(), None)
    return tuple(found)


def _awards(raw: Any, path: str, leftovers: Leftovers) -> list[Any]:
    """Return the numbers of grants of which more may be said than that."""
    found = []
    for each, here in _objects(_several(raw), f"{path}.award-info", leftovers):
        found += _several(each.get("award-number"))
        _leave_rest(each, ("award-number",), here, leftovers)
    return found


def _several(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else [raw] if raw else []


def _license(raw: Any, path: str, leftovers: Leftovers) -> str:
    """Return the address of the first licence; all are left over where more is said of them than that.

    DataCite has its name.
    """
    if isinstance(raw, str):
        return read_text(raw, path, leftovers)
    found = [(each, read_text(each.get("URL"), f"{here}.URL", [])) for each, here in _objects(raw, path, [])]
    address = next((text for _, text in found if text), "")
    if raw != [{"URL": address}]:
        leave(raw, path, leftovers)
    return address


def _cited(raw: Any, path: str, leftovers: Leftovers) -> tuple[Related, ...]:
    """Return the cited works: each as it is printed, or its parts in order, with its DOI and its key."""
    found = []
    for each, here in _objects(raw, path, leftovers):
        texts = {name: read_text(value, f"{here}.{name}", leftovers) for name, value in each.items()}
        doi, key, asserted = (texts.pop(name, "") for name in ("DOI", "key", "doi-asserted-by"))
        whole = [texts.pop(name) for name in _CITED if texts.get(name)]
        place = [texts.pop(name) for name in _PLACE if texts.get(name)]
        rest = [f"{name}: {text}" for name, text in texts.items() if text]
        parts = [*whole, *([", ".join(place)] if place else []), *rest]
        found.append(
            Related(
                kind="cites",
                citation=". ".join([part.rstrip(".") for part in parts[:-1]] + parts[-1:]),
                doi=doi,
                note=f"DOI asserted by {asserted}" if asserted else "",
                identifiers=(Identifier(kind="key", value=key),) if key else (),
            )
        )
    return tuple(found)


def _relations(raw: Any, path: str, leftovers: Leftovers) -> tuple[Related, ...]:
    """Return the works to which this one is related, each with the word for how it is."""
    found = []
    for kind, works in raw.items() if isinstance(raw, dict) else [("", raw)]:
        for each, here in _objects(works, f"{path}.{kind}" if kind else path, leftovers):
            scheme, value, by = (read_text(each.get(part), "", []) for part in ("id-type", "id", "asserted-by"))
            _leave_rest(each, ("id-type", "id", "asserted-by"), here, leftovers)
            found.append(
                Related(
                    kind=RELATIONS.get(kind, "other"),
                    note=f"{kind}, asserted by {by}" if by else kind,
                    doi=value if scheme == "doi" else "",
                    identifiers=(Identifier(kind=scheme, value=value),) if value and scheme != "doi" else (),
                )
            )
    return tuple(found)


def _updates(kinds: dict[str, RelatedKind]) -> Reader:
    """Return the reader of works that update this one, or that it updates: corrections, retractions, new versions."""

    def read(raw: Any, path: str, leftovers: Leftovers) -> tuple[Related, ...]:
        found = []
        for each, here in _objects(raw, path, leftovers):
            doi, kind, label, source = (
                read_text(each.get(part), f"{here}.{part}", leftovers) for part in ("DOI", "type", "label", "source")
            )
            record = read_text(each.get("record-id"), f"{here}.record-id", leftovers)
            words = [label or kind, _moment(each.get("updated"), f"{here}.updated", leftovers), source]
            _leave_rest(each, ("DOI", "type", "label", "source", "updated", "record-id"), here, leftovers)
            found.append(
                Related(
                    kind=kinds.get(kind, kinds["update"]),
                    doi=doi,
                    note=", ".join(filter(None, words)),
                    identifiers=(Identifier(kind="record-id", value=record),) if record else (),
                )
            )
        return tuple(found)

    return read


def _moment(raw: Any, path: str, leftovers: Leftovers) -> str:
    """Return when an update was made, of which there are several forms: the time, the parts of the day, a number."""
    moment = raw.get("date-time") if isinstance(raw, dict) else raw
    if isinstance(moment, str):
        return moment.removesuffix("T00:00:00Z")
    date = read_date(raw, path, leftovers) if raw else None
    return "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part) if date else ""


def remarks(leftovers: Leftovers) -> tuple[list[str], Leftovers]:
    """Return what Crossref counts or says beside the citation, each with its label, and what else is left over.

    What it says of each person alike is one remark: whether they prove their ORCIDs, and that they stand in order.
    """
    said, rest = [], []
    of_people: dict[str, list[tuple[str, str]]] = {}
    for path, value in leftovers:
        place = path.removeprefix("csl-json:")
        if _MEMBER_END.split(place, maxsplit=1)[0] in REMARKS:
            said.append(f"{place}: {_words(value)}")
        elif person := _PERSON.fullmatch(place):
            of_people.setdefault(f"{person['list']} {person['member']}", []).append((path, value))
        else:
            rest.append((path, value))
    for label, pairs in of_people.items():
        values = dict.fromkeys(value for _, value in pairs)
        if label.endswith("asserted-by"):
            said.append(f"{label}: {', '.join(values if len(values) == 1 else [value for _, value in pairs])}")
        elif _is_in_order(pairs) or list(values) == ["additional"] if label.endswith("sequence") else len(values) == 1:
            said.append(f"{label}: {', '.join(values)}")
        else:
            rest += pairs
    return said, rest


def _is_in_order(pairs: Leftovers) -> bool:
    """Return whether the first of a list is called so, and all behind it are alike: groups are firsts of their own."""
    path, value = pairs[0]
    return "[0]" in path and value == "first" and len({value for _, value in pairs[1:]}) < 2


def _words(value: str) -> str:
    try:
        return _as_text(msgspec.json.decode(value)) if value[:1] in ("{", "[") else value
    except (msgspec.DecodeError, RecursionError):
        return value


def _as_text(raw: Any) -> str:
    """Return a value in words: ``domain: example.org, crossmark-restriction: false``."""
    if isinstance(raw, dict):
        return ", ".join(f"{name}: {text}" for name, value in raw.items() if (text := _as_text(value)))
    if isinstance(raw, list):
        return ", ".join(filter(None, map(_as_text, raw)))
    return str(raw).lower() if isinstance(raw, bool) else "" if raw is None else read_text(raw, "", [])


def _arxiv(raw: Any, path: str, leftovers: Leftovers) -> tuple[Identifier, ...]:
    """Return the number of a work at arXiv, without the word before it."""
    number = without_arxiv(read_text(raw, path, leftovers))
    return (Identifier(kind="arxiv", value=number),) if number else ()


def _alternative(raw: Any, path: str, leftovers: Leftovers) -> tuple[Identifier, ...]:
    texts = [read_text(each, path, leftovers) for each in (raw if isinstance(raw, list) else [raw])]
    return tuple(Identifier(kind="alternative-id", value=text) for text in texts if text)


def _trials(raw: Any, path: str, leftovers: Leftovers) -> tuple[Databank, ...]:
    """Return the registers of trials in which a work has a number; a register is known by its DOI."""
    found = []
    for each, here in _objects(raw, path, leftovers):
        number, register, kind = (
            read_text(each.get(part), f"{here}.{part}", leftovers)
            for part in ("clinical-trial-number", "registry", "type")
        )
        if kind:
            leave(kind, f"{here}.type", leftovers)
        _leave_rest(each, ("clinical-trial-number", "registry", "type"), here, leftovers)
        found.append(Databank(name=register, accession_numbers=(number,) if number else ()))
    return tuple(found)


def _landing_pages(raw: Any, path: str, leftovers: Leftovers) -> tuple[Identifier, ...]:
    """Return the addresses to which the DOI leads."""
    found = []
    if not isinstance(raw, dict):
        leave(raw, path, leftovers)
        return ()
    for which in ("primary", "secondary"):
        for each, here in _objects(raw.get(which) or [], f"{path}.{which}", leftovers):
            if address := read_text(each.get("URL"), f"{here}.URL", leftovers):
                found.append(Identifier(kind="landing-page", value=address))
            _leave_rest(each, ("URL",), here, leftovers)
    _leave_rest(raw, ("primary", "secondary"), path, leftovers)
    return tuple(found)


def _objects(raw: Any, path: str, leftovers: Leftovers) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the objects of a list with their paths; what is none is left over."""
    for number, each in enumerate(raw if isinstance(raw, list) else [raw]):
        if isinstance(each, dict):
            yield each, f"{path}[{number}]"
        else:
            leave(each, f"{path}[{number}]", leftovers)


def _leave_rest(raw: dict[str, Any], known: tuple[str, ...], path: str, leftovers: Leftovers) -> None:
    for name, value in raw.items():
        if name not in known:
            leave(value, f"{path}.{name}", leftovers)


RELATIONS: dict[str, RelatedKind] = {
    "has-comment": "comment-in", "has-preprint": "update-of", "is-comment-on": "comment-on",
    "is-data-basis-for": "associated-publication", "is-preprint-of": "update-in",
    "is-supplement-to": "associated-publication", "references": "cites",
}  # fmt: skip
"""Crossref's words for how works are related that NLM has one for, too; PubMed says so of preprints and articles."""

UPDATES: dict[str, RelatedKind] = {
    "correction": "erratum-for", "corrigendum": "erratum-for", "erratum": "erratum-for",
    "expression_of_concern": "expression-of-concern-for", "partial_retraction": "partial-retraction-of",
    "removal": "retraction-of", "retraction": "retraction-of", "update": "update-of", "withdrawal": "retraction-of",
}  # fmt: skip
"""What a work is to the one that it updates, by Crossref's types of updates; ``update`` stands for all others."""

UPDATED: dict[str, RelatedKind] = {
    "correction": "erratum-in", "corrigendum": "erratum-in", "erratum": "erratum-in",
    "expression_of_concern": "expression-of-concern-in", "partial_retraction": "partial-retraction-in",
    "removal": "retraction-in", "retraction": "retraction-in", "update": "update-in", "withdrawal": "retraction-in",
}  # fmt: skip
"""The same, the other way round."""

READERS: dict[str, Reader] = {
    **{
        name: _step(name)
        for name in ("accepted", "approved", "content-created", "content-updated", "received", "revised")
    },
    "alternative-id": _alternative,
    "arxiv": _arxiv,
    "created": _event("record-created"),
    "deposited": _event("record-revised"),
    "funder": _grants,
    "indexed": _event("indexed"),
    "license": _license,
    "reference": _cited,
    "relation": _relations,
    "resource": _landing_pages,
    "trials": _trials,
    "update-to": _updates(UPDATES),
    "updated-by": _updates(UPDATED),
}
"""By the names that ``mapping.CROSSREF`` uses."""
