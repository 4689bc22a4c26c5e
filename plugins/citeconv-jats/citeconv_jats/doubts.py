"""Citations that must be read again to see how they are read: one goes in, whether it is such comes out.

Most are not, and cost a look at a few fields. What is written of the others is read, and what differs is reported.
"""

from __future__ import annotations

from operator import attrgetter

from citeconv import Citation, Date
from citeconv.values.bare import bare_number
from citeconv.values.pages import expand_pages
from citeconv.values.patterns import lazy
from citeconv_jats.mapping import IDS
from citeconv_jats.parts import SIMPLE_PAGES
from citeconv_jats.reading_parts import ISSN_LENGTH
from citeconv_jats.reading_references import ARTICLE

_DATES = attrgetter(
    "issued", "available_date", "collection_date", "print_date", "container_issued", "original_date", "event_date",
    "submitted", "accessed",
)  # fmt: skip
_OWN_FIELDS = frozenset(IDS)
_STOP = lazy(r"(?<!\d)\.|\.(?!e\d{1,3}(?:-|\Z))")
"""Other full stops than those of pages that are only on the web: ``536-544.e2``."""


def is_doubtful(citation: Citation, reference: bool) -> bool:
    """Return whether a citation holds dates, pages or numbers that may be read as others.

    Args:
        citation: What is written.
        reference: Whether as a reference, of which some values are read otherwise than those of a front.
    """
    page, volume, issue, isbn = citation.page, citation.volume, citation.issue, citation.isbn
    return bool(
        any(map(_is_odd, filter(None, _DATES(citation))))
        or (citation.history and any([_is_odd(event.date) for event in citation.history]))
        or (page and not page.isdecimal() and _are_odd(page))
        or (isbn and (len(isbn) > len(set(isbn)) or " " in "".join(isbn)))
        or (citation.issn and any([len(one.value) != ISSN_LENGTH for one in citation.issn]))
        or (volume and bare_number(volume) != volume)
        or (issue and bare_number(issue) != issue)
        or any([one.kind in _OWN_FIELDS and not getattr(citation, one.kind) for one in citation.identifiers])
        or (reference and _is_doubtful_reference(citation))
    )


def _is_doubtful_reference(citation: Citation) -> bool:
    """Return whether a citation is of data, or holds an odd count of pages, or an article behind a volume."""
    count = citation.number_of_pages
    return (
        citation.type == "dataset"
        or (bool(count) and not count.isdecimal())
        or ARTICLE in citation.volume
        or ARTICLE in citation.issue
    )


def _are_odd(pages: str) -> bool:
    """Return whether pages are neither one page nor two that stand in full, or have a full stop of an other meaning."""
    return (
        SIMPLE_PAGES.fullmatch(pages) is None
        or expand_pages(pages) != pages
        or ("." in pages and _STOP.search(pages) is not None)
    )


def _is_odd(date: Date) -> bool:
    """Return whether a date is more than a day, a month or a year, or a range of these."""
    odd = date.literal or date.circa or date.season or (date.day and not date.month) or not 1000 <= date.year < 10_000
    return bool(odd) or (date.end is not None and _is_odd(date.end))
