"""Items of a list of citations that others than PubMed gave a shape of their own, in PubMed's again.

Markdown sets journals in italics and titles in bold, and links what it cites; many leave the colon of ``PMID:`` out,
put the year behind the authors, or say in words that an article is ahead of print. An item goes in as it stands,
without its number, and comes out as PubMed cites.
"""

from __future__ import annotations

import re

from citeconv.pubmed.authors import persons, without_et_al
from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy

_LINK = lazy(r"!?\[(?P<text>[^\[\]]{1,2000})\]\((?:https?:|mailto:|www\.)[^()\s]{1,500}\)")
_EMPHASIS = lazy(r"(?<![\w*\\])(?P<sign>\*{1,3}|_{1,3})(?=[^\s*_])(?P<text>[^*]{0,600}?[^\s*_])(?P=sign)(?![\w*])")
_NESTED = 2
"""How often emphasis is taken off: ``**the _sea_**``."""
_BARE_PMID = lazy(r"(?<=[.;,( ])PMID\s{1,2}(?=\d{5,8}(?!\d))")
_YEAR_BEHIND_NAMES = lazy(rf"(?P<names>[^()]{{3,9000}}?)[.,]? ?\((?P<year>{YEAR})[a-z]?\)[.:,]?\s+(?=\S)")
_DATED = lazy(rf"\.\s{{1,2}}(?P<year>{YEAR})\b[^.]{{0,20}}[;:.]")
_IDENTIFIERS = lazy(r"(?:\.|(?<![\s.]))\s+(?=(?:doi|https?|PMC?ID|PubMed)\b)", re.I)
_JOURNAL = lazy(
    r"(?P<before>.*[.?!\]])\s+(?P<journal>[^\W\d][^.?!]{1,200}?)"
    r"(?:,?\s+(?P<volume>\d{1,4}[A-Z]?)\s?(?:\((?P<issue>[^()]{1,30})\))?"
    r"(?:[:,]\s?(?P<pages>[A-Za-z]?\d[\w\u2010-\u2013-]*))?)?\.?",
    re.S,
)
"""Title and source in other styles: ``Tides. J Tides, 12(3), 45-67.``"""
_PUBLISHED_ONLINE = lazy(
    rf"(?<=\.)(?P<blank>\s{{1,2}})Published\s{{1,2}}online\s{{1,9}}(?:(?P<month>[A-Z][a-z]{{2}})[a-z]{{0,6}}"
    rf"(?:\s{{1,9}}(?P<day>\d{{1,2}}),)?\s{{1,9}})?(?P<year>{YEAR})(?=[.:])"
)
"""What AMA has for a volume ahead of print: ``Published online February 28, 2019``."""
YEAR_AND_VOLUME = (
    rf"(?<=[^\W\d_])\.?\s{{1,2}}(?P<year>{YEAR})[;,]\s{{1,2}}(?P<volume>\d{{1,4}}[A-Z]?)"
    r"(?=(?:\s?\([^()]{1,30}\))?:\s?\w)"
)
"""BioMed Central's date and volume: the source of a pattern. Hardly a stop is before: ``J Moss 2004, 32:17-20.``"""
_YEAR_AND_VOLUME = lazy(YEAR_AND_VOLUME)
_DOUBLED_STOP = lazy(r"(?<=[.?!])\.(?= )")


def as_cited(item: str) -> str:
    """Return an item of a list in PubMed's shape.

    Args:
        item: Its text, without what numbers it in the list.
    """
    if "](" in item:
        item = _LINK.sub(r"\g<text>", item)
    if "*" in item or "_" in item:
        for _ in range(_NESTED):
            item = _EMPHASIS.sub(r"\g<text>", item)
    if "PMID:" not in item:
        item = _BARE_PMID.sub("PMID: ", item)
    if "Published" in item:
        item = _PUBLISHED_ONLINE.sub(_dated, item)
    item = _YEAR_AND_VOLUME.sub(r". \g<year>;\g<volume>", item)
    return _with_date_behind(_with_stop_behind_names(item))


def _with_stop_behind_names(item: str) -> str:
    """Return an item with a full stop behind its authors where BioMed Central has a colon: ``Ek A, Wei R: Tide.``

    What looks like one person alone may be a title: ``Vitamin D: a tale``.
    """
    names, colon, behind = item.partition(":")
    people = without_et_al(" ".join(names.split()))
    if not colon or "," not in people or not behind[:1].isspace() or persons(people) is None:
        return item
    return f"{names.rstrip(' .')}. {behind.lstrip()}"


def _dated(online: re.Match[str]) -> str:
    return online["blank"] + " ".join(filter(None, online.group("year", "month", "day")))


def _with_date_behind(item: str) -> str:
    """Return an item with its year behind the journal, where it stood behind the authors: ``Ek A (2021). Tide.``"""
    found = _YEAR_BEHIND_NAMES.match(item)
    if found is None or persons(without_et_al(found["names"])) is None:
        return item
    if dated := _DATED.search(item, found.end()):
        return f"{found['names']}. {item[found.end() :]}" if dated["year"] == found["year"] else item
    ids = _IDENTIFIERS.search(item, found.end())
    end = ids.start() if ids else len(item)
    source = _JOURNAL.fullmatch(_DOUBLED_STOP.sub("", item[found.end() : end].rstrip()))
    if source is None:
        return item
    place = f";{source['volume']}" if source["volume"] else ""
    place += f"({source['issue']})" if source["issue"] else ""
    place += f":{source['pages']}" if source["pages"] else ""
    cited = f"{found['names']}. {source['before']} {source['journal']}. {found['year']}{place}."
    return f"{cited} {item[end:].lstrip(' .')}"
