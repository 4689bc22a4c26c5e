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

from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from citeconv import RELATED_KINDS, Affiliation, Name, Related
from citeconv.values.authors import name_key
from citeconv.values.medline import read_chemical
from citeconv.values.patterns import lazy
from citeconv_ris.names import read_name
from citeconv_ris.reading import Reading, decode

if TYPE_CHECKING:
    from citeconv.citation import RelatedKind

_BETWEEN = lazy(r"\.[ \t]{2,9}(?=\S)")
_SUBSTANCE = lazy(r"[^\s()][^()]{0,40} \(.+\)")
_AT_NLM = lazy(
    r"Source: NLM\. (?:(?P<pmcid>PMC\d{1,9})|(?P<manuscript_id>[A-Z]{3,9}\d{1,12}))"
    r"(?P<available> \[Available on [^\[\]]{1,40}\])?"
)
_ENZYME = lazy(r"EC \d{1,2}(?:-[\dn-]{1,4}){1,3}(?= \()")
"""The number of an enzyme, in which Ovid has hyphens for full stops."""
_RELATION = r"[A-Z][a-z]+(?: [a-z]+){0,4} (?:in|on|of|for|from)"
_BETWEEN_RELATIONS = lazy(rf", (?={_RELATION}: )")
_RELATED = lazy(rf"(?P<kind>{_RELATION}): (?P<citation>\S.*?)(?:; PMID: (?P<pmid>\d{{1,8}}))?")
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
    reading.add(field, *[decode(kind) for value in values for kind in parted(value)])


def substances(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Substances with their registry numbers."""
    for item in [item for value in values for item in parted(decode(value))]:
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


def relations(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Comments and corrections, several in a line."""
    for item in [item for value in values for item in _BETWEEN_RELATIONS.split(decode(value))]:
        match = _RELATED.fullmatch(item)
        kind = match["kind"].lower().replace(" ", "-") if match else ""
        if match and kind in RELATED_KINDS:
            citation, pmid = match["citation"], match["pmid"] or ""
            reading.add(field, Related(kind=cast("RelatedKind", kind), citation=citation, pmid=pmid))
        else:
            reading.keep(label, item)
