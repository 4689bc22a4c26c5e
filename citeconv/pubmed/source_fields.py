"""From the parts of a source line to fields of the citation; the same for both text layouts."""

from __future__ import annotations

from typing import Any

from citeconv.pubmed.header import SourceLine
from citeconv.values.dates import parse_date
from citeconv.values.nlm import AHEAD_OF_PRINT, STATUSES
from citeconv.values.pages import expand_pages, is_article_number, numbers_article, with_hyphens
from citeconv.values.patterns import lazy

_PII = lazy(r"[SB]\d{4}-?\d{3}[\dX]\(\d\d\)\d{5}-?[\dX]|S\d{16}[\dX]?|/j/\S{1,200}\.xml")
_LONG_RANGE = 12


def source_fields(line: SourceLine) -> dict[str, Any]:
    """Return the fields that a source line fills."""
    fields: dict[str, Any] = {"container_title_short": line.journal}
    if line.date:
        fields["issued"] = parse_date(line.date)
    if line.volume:
        fields["volume"] = line.volume
    if line.issue:
        fields["issue"] = line.issue
    if line.doi:
        fields["doi"] = line.doi
    if line.pii:
        fields["pii"] = line.pii
        if not line.pages and numbers_article(line.pii):
            fields["number"] = line.pii
    if line.pages:
        fields.update(_page_slot(line.pages, fields))
    if line.epub:
        fields["available_date"] = parse_date(line.epub)
    if line.ecollection:
        fields["collection_date"] = parse_date(line.ecollection)
    if line.printed:
        fields["print_date"] = parse_date(line.printed)
    if line.ahead:
        fields.update(publication_status=AHEAD_OF_PRINT, status=STATUSES[AHEAD_OF_PRINT])
    if line.preprint:
        fields.update(type="article", genre="Preprint", publisher=line.journal)
    return fields


def _page_slot(text: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return what stands in the page slot: pages, an article number, a publisher's item identifier, or a DOI."""
    first, _, last = text.partition("-")
    if first.isdecimal() and last.isdecimal() and first[0] != "0" and len(text) < _LONG_RANGE:
        return {"page": text if len(last) == len(first) else expand_pages(text)}
    text = with_hyphens(text)
    if text.startswith("10.") and "/" in text:
        return {"doi": text} if "doi" not in fields else {} if fields["doi"] == text else {"pii": text}
    if _PII.fullmatch(text):
        return {"pii": text}
    return {"number": text} if is_article_number(text) else {"page": expand_pages(text)}
