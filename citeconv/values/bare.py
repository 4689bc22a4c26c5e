"""Strips values of what stands around them: words such as ``Vol.`` and ``pp.``, and the punctuation of catalogues.

The text of a volume, an issue or pages goes in, the number comes out, as people and databases of many countries write
it: ``Vol. 12``, ``№ 3``, ``第12卷``, ``S. 33-41``, ``33-41页``. A place and a publisher go in with the signs that cards
have between them, ``London :`` and ``Press,``, and come out without. A title loses its full stop
and gets its subtitle.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from citeconv.citation import Citation
from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy

_PARTS_TITLES = (".", "?", "!", ":", "\u2013", "\u2014")
_BEFORE_NUMBER = lazy(
    r"(?:vol(?:ume|umen)?|bd|band|jg|jahrgang|tome?|том|cilt|rocznik|roč|ročník|no|nr|núm|num|number|número|numéro|issue|iss"
    r"|heft|вып|выпуск|номер|sayı|číslo|zeszyt)\b\.?\s?(?=\d)|(?:[tcnhsčvztт]\.|[n№][º°]?(?![a-zа-я])|n\.[º°])\s?(?=\d)",
    re.I,
)
"""What says in front of a number that it is that of a volume or an issue: ``Bd. 12``, ``n° 3``."""
_EAST_ASIAN = lazy(r"[第제]? ?(\d{1,4}) ?[卷巻期号號輯辑册冊集권호집]")
_NUMBER = lazy(r"\d[\w ()/.-]{0,30}")
_VOLUME = lazy(rf"vol(?:ume|\.)? ([\w.]{{1,20}})(?: - {YEAR})?", re.I)
"""``Volume 12 - 2021`` (Frontiers), ``Volume XII``."""
_ISSUE_BEHIND = lazy(
    r"(?P<volume>[^\s()]{1,20}) ?"
    rf"\((?P<issue>(?=[^()]{{0,40}}(?:\d|[Ss][Uu][Pp]))(?!{YEAR}\))[^()]{{1,40}})\)"
)
"""``99 (4 Supplement)``; ``12 (2019)`` is no issue."""
_BEFORE_PAGES = lazy(
    r"\A(?:(?:pp|pages?|págs?|стр|str|sid|hal|hlm|σσ|ss)\.? ?|(?:p(?:\. ?| )|(?-i:p)|[sсσ]\. ?)|第)(?=\d{1,5}(?!\w))",
    re.I,
)
"""What says in front of a number that it is a page: ``pp. 7-12``, ``S. 7``."""
_ENDS_OF_PLACES = frozenset("0123456789).")
_IN_JOURNAL = lazy(
    r"(?P<journal>[^\d\s].{2,200}?)[ .,;]{1,3}"
    r"(?:(?:vol(?:ume|umen|\.)?|v\.|jilid|bd\.|band|cilt|tom\.?|том|т\.) ?:? ?(?P<volume>\d{1,4})(?:[ ,.;]{1,3}"
    r"(?:no(?:mor|mer|\.)?|nr\.?|num(?:ber|ero|\.)|núm(?:ero|\.)|iss(?:ue|\.)?|n[°º]|heft|h\.|sayı|вып\.|№) ?:? ?"
    r"(?P<issue>\d{1,4}(?:[-/]\d{1,4})?))?"
    r"|(?P<number>\d{1,4}) ?\((?P<in_brackets>(?!(?:19|20)\d\d\))\d{1,4}(?:[-/]\d{1,4})?)\))"
    r"(?:(?:, ?|: ?|,? ?pp?\. ?)(?P<page>\d{1,6}(?: ?[-\u2013]{1,2} ?\d{1,6})?))?\.?",
    re.I,
)
VOLUME_BEHIND = lazy(r"(?<=\d),? [(]?vol\.? ?(?P<beside>\d{1,4})[)]?\Z", re.I)
"""The volume of proceedings that IEEE has behind pages: ``61-64 vol.1``."""
_BEHIND_PAGES = lazy(
    r"(?<=\d) ?(?:(?:с|s|p|pp|стр|str|σ)\.|[页頁쪽면]|ページ)?(?: ?\(\d{1,4} ?(?:p|pp|pages?|쪽|页|頁)\.?\))?\Z", re.I
)

_FROM_TO = lazy(
    r"pp?\.? ?(?P<first>\d{1,5}|[ivxlcdm]{1,8}) ?[-\u2010-\u2015]{1,2} ?pp?\.? ?(?P<last>\d{1,5}|[ivxlcdm]{1,8})"
    r"|(?P<begin>\d{1,5}) ?[-\u2010-\u2015]{1,2} ?(?P<end>\d{1,5}) pages",
    re.I,
)
"""Pages with a word for each, ``p148 - p162`` (Taylor & Francis), or behind both: ``40-51 Pages``."""
_BROKEN_PAGES = lazy(r"(?:\d{1,4}\.){1,3} \d{1,4}(?:--?(?:\d{1,4}\.){1,3} \d{1,4})?")
"""Pages of a unit as Google Scholar has them: ``14.21. 1-14.21. 23``."""
ARTICLE_LABELS = "UNSP|ARTN|PII"
"""What the Web of Science says of an article's number, be it none of a kind that it knows, or the publisher's own."""
_BEFORE_ARTICLE = lazy(rf"(?:(?:{ARTICLE_LABELS}) (?=\S)|PMID (?=\d{{4,9}}\Z))", re.I)
_BEFORE_DOI = lazy(
    rf"(?P<number>(?:{ARTICLE_LABELS}) (?!10\.)[^\s;]{{1,40}})[\s;]{{1,20}}(?:DOI )?(?P<doi>10\.\S+)", re.I
)
_FIELDS_OF_ARTICLES = {"PII": "pii", "PMID": "pmid"}
"""What is no article's number, but PubMed's or the publisher's own, by what the Web of Science says of it."""
BEHIND_COUNT = (
    r"(?:(?:pp?|[Ss]|стр|págs?|blz|hlm)\.?|pages?|Seiten|[сcσ]\.|páginas?|pagine|sider?|sidor|sivua|stron[ay]?"
    r"|[页頁쪽면]|ページ)"
)
"""What stands behind the number of the pages of a work in catalogues: the source of a pattern."""
_COUNT = lazy(rf"([\divxlcIVXLC][\divxlcIVXLC, +\[\]]{{0,30}}\d|\d)\s?{BEHIND_COUNT}(?: [:;+])?")
_STOP = lazy(
    r"(?:[^\W\d_]{3}|[A-Z]{2}|\d[A-Za-z]?|[-/][A-Za-z]{1,2}|['\u2019]s|[)\]\"'\u2019\u201d?!])(?:</(?:b|i|sub|sup)>)?"
    r"(\.)(?:</[bi]>)?\Z"
)
"""A full stop behind what is no short word, which may be an abbreviation."""
_ABBREVIATION = lazy(r"(?:\bet al|(?<!\w)[A-Z]\.[A-Z]|\b(?:corp|etc|inc|jr|ltd|nov|spp?|ssp|var))\Z", re.I)
"""What has a full stop of its own at the end of titles: ``et al.``, ``Mola sp.``, ``U.S.``"""
_ENDS_OF_ABBREVIATIONS = frozenset("al rp tc nc jr td ov sp pp ar".split())
"""Their last two letters, of which few other words are seen to end in any."""
_ENDS_IN_STOP = (".", ".</i>", ".</b>")
_LONGEST_END = 20
"""Characters that the patterns for the end of a title look at, with its markup."""
_BEHIND_TITLES = frozenset(("/", "=", ":", ";"))
_PARTING = frozenset((":", ";", ",", ""))


def bare_number(text: str) -> str:
    """Return the number of a volume or an issue without the word before or behind it; any other text as it is."""
    if text.isdecimal():
        return text
    bare = text.strip()
    if match := _EAST_ASIAN.fullmatch(bare) or _VOLUME.fullmatch(bare):
        return match[1]
    match = _BEFORE_NUMBER.match(bare)
    return bare[match.end() :] if match and _NUMBER.fullmatch(bare, match.end()) else text


def volume_and_issue(text: str) -> tuple[str, str]:
    """Return a volume, and the issue that stands behind it in parentheses, if one does: ``99 (4 Supplement)``."""
    found = _ISSUE_BEHIND.fullmatch(text) if text.endswith(")") else None
    return (bare_number(found["volume"]), bare_number(found["issue"])) if found else (text, "")


def part_volume(fields: dict[str, Any]) -> None:
    """Part the issue from the volume of what is in a journal, where people have both in one field: ``12(3)``.

    Args:
        fields: The fields of the citation.
    """
    volume, issue = volume_and_issue(fields.get("volume", ""))
    if issue and "issue" not in fields:
        fields.update(volume=volume, issue=issue)


class InJournal(NamedTuple):
    """What stands behind the title of a journal in the same field; each may be empty."""

    journal: str
    volume: str
    issue: str
    page: str


def place_in_journal(text: str) -> InJournal | None:
    """Return the parts of a journal with volume and issue behind its title, as people copy them; None without them.

    Args:
        text: ``Jurnal Garam, Vol. 9, No. 2``, ``Notes on Salt. 13(18), 48-53``.
    """
    if text[-1:] not in _ENDS_OF_PLACES or (found := _IN_JOURNAL.fullmatch(text)) is None:
        return None
    volume, issue = found["volume"] or found["number"], found["issue"] or found["in_brackets"]
    return InJournal(found["journal"], volume, issue or "", found["page"] or "")


def bare_pages(text: str) -> str:
    """Return pages without a word for them before or behind."""
    if not text.isascii() or not text.replace("-", "").isdecimal():
        if pages := _FROM_TO.fullmatch(text):
            return f"{pages['first'] or pages['begin']}-{pages['last'] or pages['end']}"
        if _BROKEN_PAGES.fullmatch(text):
            return text.replace(" ", "")
        if text[-1:] == "." and text[-2:-1].isdecimal():  # copied from a list of references, with its full stop
            text = text[:-1]
        text = _BEHIND_PAGES.sub("", _BEFORE_PAGES.sub("", text, count=1), count=1)
    return text


def bare_article(text: str) -> str:
    """Return the number of an article without the word for its kind: ``UNSP e02538``, ``PMID 90001``."""
    label = _BEFORE_ARTICLE.match(text) if " " in text else None
    return text[label.end() :] if label else text


def article_field(number: str) -> str:
    """Return the field for an article's number, which may be said to be another: ``PII S0304-3800(02)00256-9``."""
    label = _BEFORE_ARTICLE.match(number) if " " in number else None
    return _FIELDS_OF_ARTICLES.get(label[0][:-1].upper(), "number") if label else "number"


def number_before_doi(text: str) -> tuple[str, str]:
    """Return the number of an article with its kind, and the DOI that EndNote has below it; else nothing twice.

    Args:
        text: What stands for the DOI of a record of the Web of Science: ``ARTN 1083`` and ``10.5555/tides.1``.
    """
    match = _BEFORE_DOI.fullmatch(text) if " " in text else None
    return (match["number"], match["doi"]) if match else ("", "")


def bare_imprint(text: str) -> str:
    """Return a publisher or a place without the signs that part them in catalogues: ``London :``, ``Press,``."""
    if text[-1:] not in _PARTING and text[:1] not in _PARTING:
        return text
    return text.strip(" :;,") or text


def bare_title(text: str) -> str:
    """Return a title without the sign that stands between it and what follows it in catalogues: ``Tides /``."""
    if text[-1:] not in _BEHIND_TITLES or text[-2:-1] != " ":
        return text
    return text[:-2].rstrip() or text


def with_subtitle(title: str = "", subtitle: str = "") -> str:
    """Return a title with its subtitle behind a colon, or behind the sign that the title ends in: ``Why? A tale``."""
    if not title or not subtitle:
        return title or subtitle
    return f"{title} {subtitle}" if title.endswith(_PARTS_TITLES) else f"{title}: {subtitle}"


def without_stop(title: str) -> str:
    """Return a title without the full stop behind it; an ellipsis and an abbreviation keep their own."""
    if not title.endswith(_ENDS_IN_STOP):
        return title
    stop = _STOP.search(title, max(len(title) - _LONGEST_END, 0))  # to look at all of it takes twenty times as long
    if stop is None or is_of_abbreviation(title, stop.start(1)):
        return title
    return title[: stop.start(1)] + title[stop.end(1) :]


def is_of_abbreviation(title: str, stop: int) -> bool:
    """Return whether the full stop at a place in a title is that of an abbreviation, which keeps it."""
    end = title[max(stop - 2, 0) : stop].lower()
    if end[:1] != "." and end not in _ENDS_OF_ABBREVIATIONS:
        return False
    return _ABBREVIATION.search(title, max(stop - _LONGEST_END, 0), stop) is not None


def bare_count(text: str) -> str:
    """Return a number of pages without the word behind it: ``xii, 340 pp.``."""
    match = None if text.isdecimal() else _COUNT.fullmatch(text)
    return match[1] if match else text


BARE: dict[str, Callable[[str], str]] = {
    "collection_title": bare_title, "issue": bare_number, "number": bare_article, "number_of_pages": bare_count,
    "publisher": bare_imprint,
    "publisher_place": bare_imprint, "title": bare_title, "volume": bare_number,
}  # fmt: skip
"""The fields of a citation that readers fill with bare values, whatever the source has; writers tell if one is none."""
_values_of_bare = attrgetter(*BARE)


def not_bare(citation: Citation) -> list[str]:
    """Return the fields of a citation that will not be read as they are, for words or signs around the bare value."""
    values = _values_of_bare(citation)
    return [
        field
        for (field, bare), value in zip(BARE.items(), values, strict=True)
        if value and not value.isdecimal() and bare(value) != value
    ]
