"""What Crossref says of a work beyond CSL: members of its items go in, values of a citation's fields come out.

Whoever asks a DOI's resolver for CSL-JSON gets all that Crossref knows: who paid, under which licence, which works are
cited, when the record was made. What of a member has no place in the field is left over, under its path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from citeconv import Event, Grant, Identifier, Related
from citeconv.values.dates import parse_edtf
from citeconv.values.patterns import lazy
from citeconv_csl_json.kinds import read_text
from citeconv_csl_json.leftovers import Leftovers, leave
from citeconv_csl_json.mapping import REMARKS

_MEMBER_END = lazy(r"[.\[]")
_PERSON = lazy(r"(?P<list>[a-z-]+)\[\d+\]\.(?P<member>sequence|authenticated-orcid)")

Reader = Callable[[Any, str, Leftovers], Any]

_CITED = ("unstructured", "author", "year", "article-title", "volume-title", "journal-title", "series-title")
_PLACE = ("volume", "issue", "first-page")
"""Members of a cited work in the order in which its citation has them."""


def _event(kind: str) -> Reader:
    """Return the reader of a moment, which stands there in several forms."""

    def read(raw: Any, path: str, leftovers: Leftovers) -> tuple[Event, ...]:
        moment = read_text(raw.get("date-time"), "", []) if isinstance(raw, dict) else ""
        date = parse_edtf(moment)
        if date is None:
            leave(raw, path, leftovers)
            return ()
        _leave_rest(raw, ("date-parts", "date-time", "timestamp", "version"), path, leftovers)
        words = [moment]
        for part in ("timestamp", "version"):
            if raw.get(part) and (text := read_text(raw[part], f"{path}.{part}", leftovers)):
                words.append(f"{part} {text}")
        return (Event(kind=kind, date=replace(date, literal=", ".join(words)), time=moment[11:16]),)

    return read


def _grants(raw: Any, path: str, leftovers: Leftovers) -> tuple[Grant, ...]:
    """Return grants, one for each number; the number of a funder stands in brackets behind its name."""
    found: dict[Grant, None] = {}
    for each, here in _objects(raw, path, leftovers):
        name, doi = (read_text(each.get(part), f"{here}.{part}", leftovers) for part in ("name", "DOI"))
        agency = f"{name} ({doi})" if name and doi else name or doi
        awards = each.get("award") or [""]
        for award in awards if isinstance(awards, list) else [awards]:
            found[Grant(number=read_text(award, f"{here}.award", leftovers), agency=agency)] = None
        _leave_rest(each, ("name", "DOI", "award"), here, leftovers)
    found.pop(Grant(), None)
    return tuple(found)


def _license(raw: Any, path: str, leftovers: Leftovers) -> str:
    """Return the address of the first licence; all are left over where more is said of them than that."""
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
                    kind="other",
                    note=f"{kind}, asserted by {by}" if by else kind,
                    doi=value if scheme == "doi" else "",
                    identifiers=(Identifier(kind=scheme, value=value),) if value and scheme != "doi" else (),
                )
            )
    return tuple(found)


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
        in_order = all(value == ("first" if "[0]" in path else "additional") for path, value in pairs)
        if in_order if label.endswith("sequence") else len(values) == 1:
            said.append(f"{label}: {', '.join(values)}")
        else:
            rest += pairs
    return said, rest


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


def with_conference(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item whose ``event`` is an object with the variables that its members are in CSL."""
    event = dict(item["event"])
    found = {"event-title": event.pop("name", ""), "event-place": event.pop("location", "")}
    points = []
    for end in ("start", "end"):
        day = event.get(end)
        if isinstance(day, dict) and list(day) == ["date-parts"] and isinstance(day["date-parts"], list):
            points += day["date-parts"][:1]
            del event[end]
    return found | {"event-date": {"date-parts": points}} | item | {"event": event}


def _landing_page(raw: Any, path: str, leftovers: Leftovers) -> tuple[Identifier, ...]:
    """Return the address to which the DOI leads."""
    primary = raw.get("primary") if isinstance(raw, dict) else None
    address = primary.get("URL") if isinstance(primary, dict) else None
    if not isinstance(address, str) or raw != {"primary": {"URL": address}}:
        leave(raw, path, leftovers)
        return ()
    return (Identifier(kind="landing-page", value=address),)


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


READERS: dict[str, Reader] = {
    "created": _event("record-created"),
    "deposited": _event("record-revised"),
    "funder": _grants,
    "indexed": _event("indexed"),
    "license": _license,
    "reference": _cited,
    "relation": _relations,
    "resource": _landing_page,
}
"""By the names that ``mapping.CROSSREF`` uses."""
