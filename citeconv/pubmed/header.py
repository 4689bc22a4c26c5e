"""The source line that heads each record: journal, date, volume, issue, pages, doi, and what follows.

``J Abbrev. 2021 Dec;17(10):559-561. doi: 10.1/x. Epub 2020 Oct 15.`` goes in unwrapped and without its number, a
``SourceLine`` comes out, syntax only. Any part but journal and year may be missing, and what stands in the page slot
may be no pages at all: an article number, an item identifier with parentheses of its own, a DOI.
"""

from __future__ import annotations

import re

import msgspec

from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy


class SourceLine(msgspec.Struct, frozen=True, gc=False):
    """The parts of a source line as printed, empty when absent; ``rest`` is what fits nowhere."""

    journal: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pii: str = ""
    epub: str = ""
    ecollection: str = ""
    printed: str = ""
    ahead: bool = False
    preprint: bool = False
    rest: str = ""


VERSION = "Version "
"""What PubMed has before the source line of an article that its publisher has replaced."""
_JOURNAL = lazy(rf"(?P<journal>[^\n]{{1,250}}?)\. ?(?={YEAR}\b)")
_JOURNAL_BEFORE_WORD = lazy(rf"(?P<journal>[^\n]{{1,250}}?)\. (?=[A-Z][a-z]{{2,8}}\.? {YEAR}\b)")
_JOURNAL_ALONE = lazy(r"(?P<journal>[^\n.;:]{1,250})\. ?(?=[;:]|doi: |\S{0,40};)")
_PLACE = lazy(
    r"(?P<date>[^;:]*)"
    r"(?:;(?P<volume>[^(:]*)(?:\((?P<issue>(?:[^()]|\([^()]*\))*)\))?(?P<odd>[^:]*))?"
    r"(?::(?P<pages>.*))?",
    re.S,
)
"""What stands between the journal and the DOI; it takes any text."""
_DAY = rf"{YEAR}[^.;:]{{0,30}}"
_TAIL = lazy(
    rf"(?:Epub (?P<epub>{_DAY})|eCollection (?P<ecollection>{_DAY})|Print (?P<printed>{_DAY})"
    r"|(?P<ahead>Online ahead of print|\[?Epub ahead of print\]?)|(?P<preprint>Preprint)"
    r")\.?"
)
"""What stands at the end of a source line: ``Epub 2020 Oct 15.``, ``Online ahead of print.``"""
_NO_PAGES = frozenset(("0", "0-", "NULL"))
"""What publishers send for pages that there are none of."""
_DOI_OF_PUBLISHER = lazy(r"[. ]DOI:? ?(?=10\.)")
"""What publishers send together with the DOI, or behind the pages."""
_ISSUE_BEHIND_VOLUME = lazy(r"\s*\((?P<issue>[^()]+)\)\s*")
_REMARK = lazy(r"\. (?P<remark>[A-Z][a-z]\D*)\Z")
_TAIL_STARTS = "EePO["
_PREPRINT_JOURNAL = " [Preprint]"
_VERSION = lazy(r"Version (?P<number>\d{1,3})\. (?=\S)")
_WHEN = rf"{YEAR}(?: [A-Z][a-z][A-Za-z0-9 -]*(?<![ -]))?"
_USUAL = lazy(
    rf"([^\n.;:[\]]{{1,250}})\. ({_WHEN})"
    r"(?:;((?! )[\w ]+(?<! ))(?:\(((?![ /-])[\w /-]+(?<![ /-]))\))?)?(?::([\w-]+(?:\(\d\d\)[\w-]+)?(?:\.\w[\w-]*)*))?\."
    r"(?: pii: (\w+)\.)?(?: doi: (10\.\S*[^\s.])\.)?"
    rf"(?: Epub ({_WHEN})\.)?(?: eCollection ({_WHEN})\.)?(?: Print ({_WHEN})\.)?"
    r"(?: (Online ahead of print\.|\[Epub ahead of print\]))? ?"
)
"""The parts of most source lines; what it does not match is taken apart step by step."""


def cut_version(text: str) -> tuple[str, str]:
    """Return the number of the version of a record, nothing for the first, and the source line that stands behind it.

    Args:
        text: ``Version 2. J Abbrev. 2021 Dec;17(10):559-561.``, unwrapped, without its number.
    """
    found = _VERSION.match(text) if text.startswith(VERSION) else None
    return (found["number"], text[found.end() :]) if found else ("", text)


def parse_source_line(text: str) -> SourceLine | None:
    """Return the parts of a source line, or None if it is none.

    Args:
        text: The line unwrapped, without its number.
    """
    usual = _USUAL.fullmatch(text)
    if usual is None:
        return take_apart(text)
    journal, date, volume, issue, pages, pii, doi, epub, ecollection, printed, ahead = usual.groups("")
    if pages in _NO_PAGES:
        return take_apart(text)
    return SourceLine(journal, date, volume, issue, pages, doi, pii, epub, ecollection, printed, bool(ahead))


def take_apart(text: str) -> SourceLine | None:
    """Return the parts of a source line of any shape; arguments as for ``parse_source_line``."""
    found = _JOURNAL.match(text) or _JOURNAL_BEFORE_WORD.match(text) or _JOURNAL_ALONE.match(text)
    if found is None:
        return None
    journal = found["journal"]
    text, tails = _cut_tails(text[found.end() :].rstrip())
    text, doi, rest = _cut_doi(text)
    text, before_doi = _cut_tails(text)
    tails |= before_doi
    text, _, pii = text.partition(" pii: ")
    date, volume, issue, odd, pages = _PLACE.fullmatch(text.rstrip(" .")).groups("")  # type: ignore[union-attr]
    pages, rest = _cut_remark(pages, rest)
    date, rest = _cut_remark(date, rest)
    if pages.strip() in _NO_PAGES:
        pages, rest = "", f"{pages.strip()} {rest}".strip()
    if behind := _ISSUE_BEHIND_VOLUME.fullmatch(odd):  # the volume ends in parentheses: 70(Suppl 1)(2), 21 ( Pt 3)(3)
        volume, issue, odd = f"{volume.lstrip()}({issue})", behind["issue"], ""
    if odd := odd.strip():
        rest = f"{odd} {rest}".strip()
    return SourceLine(
        journal=journal.removesuffix(_PREPRINT_JOURNAL),
        date=date.strip(),
        volume=volume.strip(),
        issue=issue.strip(),
        pages=pages.strip(),
        doi=doi,
        pii=pii.strip(" ."),
        epub=tails.get("epub", ""),
        ecollection=tails.get("ecollection", ""),
        printed=tails.get("printed", ""),
        ahead="ahead" in tails,
        preprint="preprint" in tails or journal.endswith(_PREPRINT_JOURNAL),
        rest=rest,
    )


def _cut_tails(text: str) -> tuple[str, dict[str, str]]:
    """Return a line without the sentences that may end it (``Epub 2020 Oct 15.``), and what they tell by their kind."""
    tails: dict[str, str] = {}
    while True:
        start = text.rfind(". ", 0, -1) + 2
        if start == 1 or text[start] not in _TAIL_STARTS or (tail := _TAIL.fullmatch(text, start)) is None:
            return text, tails
        kind = tail.lastgroup or ""
        tails[kind] = tail[kind].strip()
        text = text[: start - 1]


def _cut_remark(part: str, rest: str) -> tuple[str, str]:
    """Return a date or pages without the sentence behind them (``Retracted``), and it with the rest."""
    match = _REMARK.search(part)
    return (part[: match.start()], f"{match['remark'].strip()} {rest}".strip()) if match else (part, rest)


def _cut_doi(text: str) -> tuple[str, str, str]:
    """Return the text before the doi, the doi, and the text after it."""
    before, label, after = text.partition(" doi:")
    if not label:
        of_publisher = _DOI_OF_PUBLISHER.search(text)
        if of_publisher is None:
            return text, "", ""
        before, after = text[: of_publisher.start()], text[of_publisher.end() :]
    doi, _, rest = after.strip().partition(" ")
    if doi.endswith("-"):  # as none ends: whoever wrapped the line broke it at a hyphen, as PubMed's summaries do
        end, _, rest = rest.partition(" ")
        doi += end
    return before, doi.rstrip(".;,"), "" if rest == "." else rest
