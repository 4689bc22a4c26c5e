"""A ``Citation`` to a CSL item and back, by the tables of ``mapping``.

Out comes a dictionary as ``json`` would read it, and beside it the fields that its variables do not give back as they
were, because CSL has no variable, or a poorer one: they stand in ``custom.citeconv``, in citeconv's own JSON. Read
back, such a field counts as long as it agrees with the variable beside it; a variable that somebody has changed wins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import compress
from typing import Any

import msgspec
from msgspec.structs import astuple, replace

from citeconv import CITATION_TYPES, FIELDS, Citation
from citeconv.values.abstracts import clean, is_clean, with_any_abstract
from citeconv.values.databases import with_remarks
from citeconv.values.links import address_at_arxiv
from citeconv.values.markup import unescape
from citeconv.values.memo import remembered
from citeconv.values.nlm import journal_as_cited
from citeconv.values.pages import is_article_number
from citeconv.values.patterns import lazy
from citeconv.values.preprints import PREPRINT, is_preprint
from citeconv.values.supplements import told_in_issue
from citeconv_csl_json import mapping
from citeconv_csl_json.crossref import READERS, remarks
from citeconv_csl_json.kinds import KINDS, NOCASE, is_cut, read_issn_types, read_names, write_text
from citeconv_csl_json.leftovers import Leftovers, as_json, leave
from citeconv_csl_json.notes import take_variables
from citeconv_csl_json.unfolding import FOLDED, unfolded

CUSTOM = "citeconv"
"""Key within ``custom`` under which the fields stand that CSL has no variable for."""

INTERNET = "Internet"
"""NLM's medium of what is read on the internet."""

_Write = Callable[[Any], tuple[Any, bool]] | None
_Plan = tuple[list[tuple[int, str, str, _Write]], list[tuple[int, str]]]
_ROWS = {row.field: row for row in mapping.FIELDS}
_VARIABLES = {row.field: row.variable for row in mapping.FIELDS}
_PLACES = {field: place for place, field in enumerate(FIELDS)}
_ELSEWHERE = frozenset(("type", "key", "extra"))
_BESIDE = ("publisher", "doi", "pmid", "supplement", "part")
"""Fields on which it depends how others are written."""
_TITLES_OF_SERVERS = (("container-title", "container_title"), ("container-title-short", "container_title_short"))


def to_item(citation: Citation) -> dict[str, Any]:
    """Return a citation as a CSL item, for a citation processor: plain dictionaries, lists, strings and integers.

    Args:
        citation: Any; what CSL has no variable for is left out.

    Returns:
        The item, valid under the schema of CSL 1.0.2 but for ``id``, which is the citation's key and may be empty.
    """
    item, _ = express(citation, for_processor=True)
    return item


def express(citation: Citation, for_processor: bool = False) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a citation as a CSL item, and the fields that reading the item would not give back as they are.

    Args:
        citation: Any.
        for_processor: Whether supplements and parts stay out of the issue, for processors have variables for them.
    """
    item: dict[str, Any] = {"id": citation.key, "type": citation.type}
    rest: dict[str, Any] = {}
    _variables(citation, item, rest)
    _preprint(citation, item, rest)
    _put_back(citation, item, rest)
    if not for_processor:
        _tell_in_issue(citation, item, rest)
    if citation.other_abstracts:
        _any_abstract(citation, item, rest)
    _journal(citation, item, rest)
    _place(citation, item, rest)
    _shorten(citation, item, rest)
    _medium(citation, item, rest)
    _server(citation, item, rest)
    return item, rest


def _variables(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Write each field by its row in the table; what has no row, or is not whole in its variable, goes to ``rest``."""
    values = astuple(citation)
    filled = tuple(compress(FIELDS, values))
    written_by_row, without = _plan(filled)
    for place, field, variable, write in written_by_row:
        value = values[place]
        if write is None:
            if is_clean(value):
                item[variable] = value
                continue
            written, whole = write_text(value)
        else:
            written, whole = write(value)
        if written:
            item[variable] = written
        if not whole:
            rest[field] = value
    for place, field in without:
        rest[field] = values[place]


def _preprint(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Give a work at arXiv its address, or mark the one that it has as the source's own."""
    if not citation.identifiers:
        return
    address = address_at_arxiv(replace(citation, url=""))
    if address and not citation.url:
        item["URL"] = address
    elif address and address == citation.url:
        rest["url"] = address


def _shorten(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Write the title of a journal as people cite it: ``Lancet``, where NLM has ``Lancet (London, England)``."""
    if not (citation.pmid or citation.nlm_unique_id) or citation.type != "article-journal":
        return
    title = item.get("container-title", "")
    if title and title == citation.container_title and (cited := journal_as_cited(title)) != title:
        item["container-title"] = cited
        rest["container_title"] = title


def _medium(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Leave out that a work is read on the internet, which styles say themselves, or not at all."""
    if citation.medium == INTERNET:
        del item["medium"]
        rest["medium"] = INTERNET


def _server(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Name the server of a preprint as its publisher alone, as Zotero does, for styles print both titles and it.

    Nor is there a number that the DOI tells, for styles print it behind the genre.
    """
    if citation.type != "article" or not citation.publisher or "container-title" not in item:
        return
    short, full = citation.container_title_short, citation.container_title
    if citation.publisher not in (short, full, full.partition(" : ")[0]):
        return
    for variable, field in _TITLES_OF_SERVERS:
        if item.pop(variable, ""):
            rest[field] = getattr(citation, field)
    if citation.number and citation.number in citation.doi and item.pop("number", ""):
        rest["number"] = citation.number


@remembered(10_000)
def _plan(filled: tuple[str, ...]) -> _Plan:
    """Return, for a set of filled fields, what is written how, and what has no variable."""
    held = frozenset(filled)
    rows = [row for row in mapping.FIELDS if row.field in held]
    written = [
        (_PLACES[row.field], row.field, row.variable, None if row.kind == "text" else KINDS[row.kind].write)
        for row in rows
    ]
    without = [(_PLACES[field], field) for field in filled if field not in _ROWS and field not in _ELSEWHERE]
    if "extra" in held:
        without.append((_PLACES["extra"], "extra"))
    return written, without


def _put_back(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Return to their places what CSL-JSON had and the model has not: a second id, others' ``custom``, ``nocase``."""
    if not citation.extra:
        return
    left = []
    for tag, value in citation.extra:
        place = tag.removeprefix("csl-json:") if tag.startswith("csl-json:") else ""
        name = place.removeprefix("custom.")
        if place.startswith("custom.") and not name.startswith(CUSTOM):
            try:
                item.setdefault("custom", {})[name] = msgspec.json.decode(value)
                continue
            except msgspec.DecodeError:
                pass
        elif NOCASE in value and place in item and clean(value) == item[place]:
            item[place] = unescape(value)
            continue
        elif place == "id" and item["id"]:
            item["id"], item["citation-key"] = value, item["id"]
            continue
        left.append((tag, value))
    if left:
        rest["extra"] = tuple(left)
    else:
        del rest["extra"]


def _tell_in_issue(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Write a supplement, or a part of an issue, behind the issue, too, for no style prints what the schema calls so.

    CSL's styles ask for ``supplement-number`` and ``part-number``, which the schema of CSL-JSON does not allow.
    """
    if not (citation.supplement or citation.part):
        return
    told = told_in_issue(citation, lambda *_: None, lambda _: None)
    if told.issue != citation.issue:
        item["issue"], _ = write_text(told.issue)
        rest["issue"] = citation.issue


def _any_abstract(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Write another abstract as the abstract where there is no other, and mark it as what it is."""
    told = with_any_abstract(citation)
    if told is not citation:
        item["abstract"], _ = KINDS["abstract"].write(told.abstract)
        rest["abstract"] = ()


def _journal(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Write the abbreviation of a journal for its title where that is not known, for most styles print only that.

    ``rest`` then marks it as the abbreviation, for Zotero exports titles of full length under both names.
    """
    if not citation.container_title_short:
        return
    short = item.get("container-title-short", "")
    if short and not citation.container_title:
        item["container-title"] = short
        rest["container_title_short"] = citation.container_title_short
    elif "container_title_short" in rest and short == item.get("container-title"):
        rest["container_title"] = citation.container_title


def _place(citation: Citation, item: dict[str, Any], rest: dict[str, Any]) -> None:
    """Write the number of an article as its page, too, for styles print only that; mark a page that says the same."""
    by_number = citation.type == mapping.PAGED_BY_NUMBER
    if citation.page and (citation.number or by_number):
        number = _page(item.get("number", ""))
        if number == _page(item.get("page", "")) if number else is_article_number(citation.page):
            rest["page"] = citation.page
    elif by_number and "number" in item:
        item["page"] = item["number"]


def _page(raw: Any) -> str:
    page: str = KINDS["page"].read(raw, "", [])
    return page


# -- back

_READ = {row.variable: (row.field, None if row.kind == "text" else KINDS[row.kind].read) for row in mapping.FIELDS}
_READ |= {name: _READ[variable] for name, variable in mapping.SYNONYMS.items() if variable in _READ}
_LOOSE = {name: _READ[variable] for name, variable in mapping.LOOSE.items()}
_TYPES = {kind: kind for kind in CITATION_TYPES} | mapping.TYPES
_SPELT_TYPES = {name.replace("_", "-"): kind for name, kind in _TYPES.items()}
"""The same, whatever stands between the words: ``legal-case``, ``ARTICLE_JOURNAL``."""
_READ |= {row.variable: (row.field, READERS.get(row.kind) or KINDS[row.kind].read) for row in mapping.CROSSREF}
_GATHERED = frozenset(("history", "identifiers", "related", "categories", "databanks"))
"""Fields to which several members of an item add."""
_HANDLED = frozenset(
    "id type custom note citation-key citationKey issn-type prefix published posted journal-issue".split()
)
KNOWN = _READ.keys() | _HANDLED
"""Members one of which every item has."""
_REPEATED = lazy(r"-\d{1,9}\Z")
"""What the writer puts behind an id that it has given before."""


def from_item(item: dict[str, Any]) -> Citation:
    """Return the citation in a CSL item, of whatever types its values are; what has no field stands in ``extra``.

    Args:
        item: As ``json`` reads it. It is not changed.
    """
    return Reading(item).citation()


def is_made(identity: str, pmid: str, doi: str, key: str = "") -> bool:
    """Return whether an id is one that the writer makes of an identifier, or of the key of another item."""
    made = [f"pmid{pmid}", doi or "item", key or "item"]
    if doi and identity.lower() == f"https://doi.org/{doi}".lower():  # as DataCite has it
        return True
    made = [one if is_clean(one) else clean(" ".join(one.split())) for one in made]
    return identity in made or _REPEATED.sub("", identity) in made


class Reading:
    """One item being read.

    Attributes:
        remarks: What the user should know of guesses that were made.
    """

    def __init__(self, item: dict[str, Any]) -> None:
        self.item = item
        self.fields: dict[str, Any] = {}
        self.extra: Leftovers = []
        self.remarks: list[str] = []
        self.done: set[str] = set()

    def citation(self) -> Citation:
        """Return the citation."""
        item, fields = self.item, self.fields
        fields["type"] = self._type(item.get("type"))
        if "custom" in item:
            self._custom(item["custom"])
        if item.get("note") and "note" not in self.done:
            self._note(item["note"])
            item = self.item
        if not FOLDED.isdisjoint(item):
            told, item = item.get("type"), unfolded(item)
            if item.get("type") != told:
                fields["type"] = self._type(item["type"])
        self._variables(item, _READ)
        if not _LOOSE.keys().isdisjoint(item):
            self._loose(item)
        if is_preprint(str(self.item.get("type"))):  # of no standard
            fields.setdefault("genre", PREPRINT)
        self._identify()
        self._repetitions()
        self._pages()
        if self.extra:
            said, self.extra = remarks(self.extra)
            if said:
                fields["annote"] = with_remarks(fields.get("annote", ""), said)
        if self.extra:
            fields["extra"] = (*fields.get("extra", ()), *self.extra)
        return Citation(**fields)

    def _note(self, raw: Any) -> None:
        """Take the note, and add to the item the variables that stand in it."""
        if isinstance(raw, str):
            found, raw = take_variables(raw, self.item)
            self.item = {**self.item, **found}
            if "type" in found:
                self.fields["type"] = self._type(found["type"])
        self.fields["note"] = KINDS["note"].read(raw, "csl-json:note", self.extra)

    def _loose(self, item: dict[str, Any]) -> None:
        """Read what has a name of no standard, after all else; a year that the date has says nothing."""
        loose = {name: raw for name, raw in item.items() if name in _LOOSE}
        issued = self.fields.get("issued")
        if issued is not None and str(loose.get("year")) == str(issued.year):
            del loose["year"]
        self._variables(loose, _LOOSE)

    def _variables(self, item: dict[str, Any], names: Mapping[str, tuple[str, Any]]) -> None:
        fields, done, extra = self.fields, self.done, self.extra
        for variable, raw in item.items():
            if variable in _HANDLED or variable in done or (variable in _LOOSE and names is not _LOOSE):
                continue
            known = names.get(variable)
            if known is None:
                leave(raw, f"csl-json:{variable}", extra)
                continue
            field, read = known
            value: Any
            if read is None and type(raw) is str and raw.isprintable() and "<" not in raw and "&" not in raw:
                value = raw.strip()
            else:
                value = (read or KINDS["text"].read)(raw, f"csl-json:{variable}", extra)
            if not value:
                continue
            if read is read_names and is_cut(value):
                value = value[:-1]
                fields["et_al"] = (*fields.get("et_al", ()), field)
            held = fields.setdefault(field, value)
            if held is not value and field in _GATHERED:
                fields[field] = held + value
            elif held != value:  # two names of one variable, with two values
                leave(raw, f"csl-json:{variable}", extra)

    def _type(self, raw: Any) -> Any:
        kind = _TYPES.get(raw) if isinstance(raw, str) else None
        if raw and kind != raw:
            kind = kind or _SPELT_TYPES.get("-".join(as_json(raw).lower().replace("_", " ").split()))
            self.extra.append(("csl-json:type", as_json(raw)))
        return kind or "document"

    def _custom(self, raw: Any) -> None:
        """Take what we wrote ourselves into ``custom``; leave what others did."""
        if not isinstance(raw, dict):
            leave(raw, "csl-json:custom", self.extra)
            return
        for name, value in raw.items():
            if name != CUSTOM or not isinstance(value, dict) or not self._kept(value):
                self.extra.append((f"csl-json:custom.{name}", msgspec.json.encode(value).decode()))

    def _kept(self, raw: dict[str, Any]) -> bool:
        """Take the fields that agree with the variables beside them; return whether they can be understood at all."""
        try:
            kept = msgspec.convert({**raw, "type": self.fields["type"]}, Citation)
        except msgspec.ValidationError:
            self.remarks.append(f"custom.{CUSTOM} is not in the form of this version, and kept as it is")
            return False
        beside = {field: value for field in _BESIDE if isinstance(value := self.item.get(_VARIABLES[field]), str)}
        echo, _ = express(replace(kept, **beside))
        if "url" not in raw and "DOI" not in self.item and address_at_arxiv(kept) == self.item.get("URL"):
            self.done.add("URL")
        for field in raw:
            variable = _VARIABLES.get(field, "")
            if field in ("citeconv", "type"):
                continue
            if not variable or self.item.get(variable) == echo.get(variable):
                self.fields[field] = getattr(kept, field)
                self.done.add(variable)
            else:
                self.remarks.append(f"custom.{CUSTOM}.{field} does not agree with {variable}, which counts")
                leave(raw[field], f"csl-json:custom.{CUSTOM}.{field}", self.extra)
        return True

    def _identify(self) -> None:
        """Take the key that a user cites by; one that the writer made of an identifier is none."""
        item, fields = self.item, self.fields
        identity = KINDS["text"].read(item.get("id"), "csl-json:id", self.extra)
        for name in ("citation-key", "citationKey"):
            key = KINDS["text"].read(item.get(name), f"csl-json:{name}", self.extra)
            if key and fields.setdefault("key", key) != key:
                self.extra.append((f"csl-json:{name}", key))
        if not identity or is_made(identity, fields.get("pmid", ""), fields.get("doi", ""), fields.get("key", "")):
            return
        if "key" in fields:
            self.extra.append(("csl-json:id", identity))
        else:
            fields["key"] = identity

    def _repetitions(self) -> None:
        """Drop what only repeats: an abbreviation that we wrote as the title, and what Crossref says twice."""
        fields, item, done = self.fields, self.item, self.done
        marked = "container-title-short" in done and "container-title" not in done
        if marked and item.get("container-title") == item.get("container-title-short"):
            fields.pop("container_title", None)
        for name, field in (("published-print", "print_date"), ("published-online", "available_date")):
            if name in item and field in fields and fields[field] == fields.get("issued"):
                del fields[field]
        for name in ("published", "posted"):
            if item.get(name) is not None and KINDS["date"].read(item[name], "", []) != fields.get("issued"):
                leave(item[name], f"csl-json:{name}", self.extra)
        self._issue(item.get("journal-issue"))
        if "prefix" in item and not fields.get("doi", "").startswith(f"{item['prefix']}/"):
            leave(item["prefix"], "csl-json:prefix", self.extra)
        if "issn-type" in item and "ISSN" not in done:
            fields["issn"] = read_issn_types(item["issn-type"], fields.get("issn", ()), self.extra)

    def _issue(self, raw: Any) -> None:
        """Pass over Crossref's issue of the journal where the item itself has its number and its date."""
        if raw is None:
            return
        known = {"issue": self.item.get("issue")}
        known |= {name: self.item.get(name) for name in ("published-print", "published-online")}
        if not isinstance(raw, dict) or any(known.get(name) != value for name, value in raw.items()):
            leave(raw, "csl-json:journal-issue", self.extra)

    def _pages(self) -> None:
        """Tell an article number from pages, and drop the page that only repeats it."""
        fields, item = self.fields, self.item
        page = fields.get("page")
        if not page or "page" in self.done:
            return
        if "number" in item:
            if page == _page(item["number"]):
                del fields["page"]
        elif "number" not in fields and fields["type"] == mapping.PAGED_BY_NUMBER and is_article_number(page):
            fields["number"] = fields.pop("page")
