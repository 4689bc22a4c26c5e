"""What MEDLINE has in Ovid's "Citation" export: full stops with two blanks between items, and fields of NLM's. ::

    Authors
      Lind PA.  Wei R.
    Authors Full Name
      Lind, Per A.  Wei, Rong.
    Institution
      Lind,Per A. Department of Tides, Reykjavik.
    Registry Number/Name of Substance
      0 (Sea Salts).  7647-14-5 (Sodium Chloride).
    Comments
      Comment in: Brine. 2015 May;49(8):2073-5; PMID: 90000001

Newer exports part names with semicolons.
"""

from __future__ import annotations

from msgspec.structs import replace

from citeconv import Affiliation, Databank, Grant, Name, Related
from citeconv.values.authors import name_key
from citeconv.values.dates import parse_digits
from citeconv.values.issns import parse_issn
from citeconv.values.links import number_on_page
from citeconv.values.medline import read_chemical, read_event
from citeconv.values.nlm import title_as_cited
from citeconv.values.patterns import lazy
from citeconv_ris.fields import FUNCTIONS
from citeconv_ris.names import read_name
from citeconv_ris.reading import Reading, decode
from citeconv_ris.tags import NUMBER

_BETWEEN_TYPES = lazy(r"(?<!\.[A-Z])\.[ \t]{1,9}(?=\S)")
"""Not behind the last letter of ``U.S. Gov't``."""
_BETWEEN_SUBSTANCES = lazy(r"(?<=\))\.[ \t]{1,9}(?=\S)")
_BETWEEN = lazy(r"\.[ \t]{2,9}(?=\S)")
_SUBSTANCE = lazy(r"[^\s()][^()]{0,40} \(.+\)")
_AT_NLM = lazy(
    r"Source: NLM\. (?:(?P<pmcid>PMC\d{1,9})|(?P<manuscript_id>[A-Z]{3,9}\d{1,12}))"
    r"(?P<available> \[Available on [^\[\]]{1,40}\])?"
)
_ENZYME = lazy(r"EC \d{1,2}(?:-[\dn-]{1,4}){1,3}(?= \()")
"""The number of an enzyme, in which Ovid has hyphens for full stops."""
_HOUR = lazy(r" \d\d:\d\d\Z")
_NUMBERS = {"doi": "doi", "pii": "pii", "pmc": "pmcid", "mid": "manuscript_id"}
_OF_GRANTS = frozenset(("No", "Organization", "Country"))
_ORGANIZATION = lazy(r"(?:\((?P<acronym>[A-Z][A-Z0-9]{0,5})\) ?)?\*?(?P<agency>[^*].*?)\*?")
_CITED = lazy(r"(?P<citation>\S.*), PMID: (?P<pmid>\d{1,8})(?: \[https?://[^\s\[\]]{1,80}\])?")
_OF_MEDLINE = "From MEDLINE, a database of the U.S. National Library of Medicine"
_LONGEST_NAME = 4
"""Full stops among which that behind a name is the last, before the place where the person works."""


def parted(value: str) -> list[str]:
    """Return the items of a list, ``Journal Article.  Review.``, without their full stops."""
    return _BETWEEN.split(value.strip().removesuffix("."))


def with_full_names(names: list[Name], values: list[str]) -> list[Name]:
    """Return people with their names in full; none if these are not the names of the same people."""
    items = [item for value in values for item in (value.split(";") if ";" in value else parted(value))]
    full = [read_name(decode(item).strip(" .")) for item in items if item.strip(" .")]
    if [name.family.casefold() for name in full] != [name.family.casefold() for name in names]:
        return []
    pairs = zip(names, full, strict=True)
    return [replace(name, given=long.given or name.given, suffix=name.suffix or long.suffix) for name, long in pairs]


def places_behind_names(names: list[Name], values: list[str]) -> list[Name]:
    """Return people with the places behind their names, ``Lind,Per A. Institute``; none if other places do not."""
    theirs: dict[str, list[Affiliation]] = {}
    for name in names:
        theirs[_key(name)] = []
    for value in map(decode, values):
        parts = value.split(". ", _LONGEST_NAME)
        heads = [". ".join(parts[:count]) for count in range(1, len(parts))]
        head = next((head for head in heads if name_key(head) in theirs), "")
        if not head:
            return []
        theirs[name_key(head)].append(Affiliation(text=value[len(head) + 2 :].strip()))
    return [replace(name, affiliations=tuple(theirs[_key(name)])) for name in names]


def _key(name: Name) -> str:
    return name_key(f"{name.family},{name.given}{name.suffix}")


def publication_types(reading: Reading, field: str, _label: str, values: list[str]) -> None:
    """The types of a publication, several in a line."""
    lines = [decode(value).strip().removesuffix(".") for value in values]
    reading.add(field, *[kind for line in lines for kind in _BETWEEN_TYPES.split(line)])


def substances(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Substances with their registry numbers."""
    lines = [decode(value).strip().removesuffix(".") for value in values]
    for item in [item for line in lines for item in _BETWEEN_SUBSTANCES.split(line)]:
        if _SUBSTANCE.fullmatch(item):
            reading.add(field, read_chemical(_ENZYME.sub(lambda number: number[0].replace("-", "."), item)))
        else:
            reading.keep(label, item)


def other_numbers(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """The numbers in PubMed Central and of the manuscript, ``Source: NLM. PMC1234567``, among those of others."""
    for value in values:
        match = _AT_NLM.fullmatch(value)
        if match:
            field = "pmcid" if match["pmcid"] else "manuscript_id"
            reading.put(field, label, match[field])
        if match is None or match["available"]:
            reading.keep(label, value)


def events(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Steps of a record's history: ``2005/03/12 09:00``, ``20050519``, or with its kind, ``2009/07/06 [received]``."""
    for value in values:
        if event := read_event(value, field):
            reading.add("history", event)
        else:
            FUNCTIONS["entered"](reading, field, label, [value])


def created(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """The day on which a record came into PubMed, with its hour, or into another database."""
    events(reading, "entrez" if all(map(_HOUR.search, values)) else "", label, values)


def day(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """A date of its own, ``20080101``."""
    for value in values:
        date = parse_digits(value)
        if date is None or not reading.takes(field, date):
            reading.keep(label, value)


def article_numbers(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """Numbers of an article with their kinds: ``10.5555/tides.1 [doi]``, ``PMC9000001 [pmc]``."""
    for value in values:
        number, _, kind = decode(value).removesuffix("]").rpartition(" [")
        if number and (field := _NUMBERS.get(kind)):
            reading.put(field, label, number)
        else:
            reading.keep(label, value)


def pmc_address(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """The number in PubMed Central, in the address there."""
    for value in values:
        told, number = number_on_page(value)
        if told == field:
            reading.put(field, label, number)
        else:
            reading.keep(label, value)


def databanks(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Numbers in databanks: ``GENBANK/AF000001``."""
    for value in map(decode, values):
        name, _, number = value.partition("/")
        if name and number:
            reading.add(field, Databank(name=name, accession_numbers=(number,)))
        else:
            reading.keep(label, value)


def original_title(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """The title in the language of the work, without the full stop behind."""
    reading.put(field, label, title_as_cited(decode(" ".join(values))))


def grants(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Grants, each a number, an organization, with the acronym of the institute before it, and a country."""
    found: list[dict[str, str]] = []
    for value in map(decode, values):
        name, _, words = value.partition(": ")
        if name not in _OF_GRANTS or not words.strip():
            reading.keep(label, value)
            continue
        if not found or name == "No" or name in found[-1]:
            found.append({})
        found[-1][name] = words.strip()
    for one in found:
        organization = _ORGANIZATION.fullmatch(one.get("Organization", ""))
        acronym, agency = (organization["acronym"] or "", organization["agency"]) if organization else ("", "")
        country = one.get("Country", "")
        reading.add(field, Grant(number=one.get("No", ""), acronym=acronym, agency=agency, country=country))


def issns(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """ISSNs whose kind the label tells."""
    for value in values:
        if issn := parse_issn(decode(value).rstrip(" .")):
            reading.add("issn", replace(issn, kind=label.removeprefix("ISSN ").lower()))
        else:
            FUNCTIONS[NUMBER](reading, field, label, [value])


def cited(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Works that it cites, with their PMIDs as far as they have one."""
    for value in map(decode, values):
        if match := _CITED.fullmatch(value):
            reading.add("related", Related(kind="cites", citation=match["citation"], pmid=match["pmid"]))
        else:
            FUNCTIONS["cited"](reading, field, label, [value])


def owner(reading: Reading, _field: str, label: str, values: list[str]) -> None:
    """Whose the record is; those of MEDLINE go by their PMIDs."""
    for value in values:
        if not value.startswith(_OF_MEDLINE):
            reading.keep(label, value)
            continue
        reading.fields.setdefault("source", "MEDLINE")
        number = reading.found.get("Unique Identifier", [""])[0]
        if number.isdecimal():
            reading.fields.setdefault("pmid", number)
