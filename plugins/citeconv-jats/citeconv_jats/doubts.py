"""Citations of which only reading them again shows how they are read: one goes in, whether it is such comes out.

Most are none, and cost a look at a few fields. What is written of the others is read, and what differs is told.
"""

from __future__ import annotations

from operator import attrgetter

from citeconv import Citation, Date
from citeconv.values.pages import expand_pages
from citeconv_jats.mapping import IDS
from citeconv_jats.parts import DOI_SIGN, SIMPLE_PAGES
from citeconv_jats.reading_comments import AROUND_MEDIA, MEDIA
from citeconv_jats.reading_references import ARTICLE

_DATES = attrgetter(
    "issued", "available_date", "collection_date", "print_date", "container_issued", "original_date", "event_date",
    "submitted", "accessed",
)  # fmt: skip
_OWN_FIELDS = frozenset(IDS)
_ISSN_LENGTH = 9
"""Of one ISSN; a longer text may be several."""


def is_doubtful(citation: Citation) -> bool:
    """Return whether a citation holds dates, pages, numbers or notes that may be read as others."""
    page, isbn, count = citation.page, citation.isbn, citation.number_of_pages
    return (
        any(map(_is_odd, filter(None, _DATES(citation))))
        or any([_is_odd(event.date) for event in citation.history])
        or (bool(page) and not page.isdecimal() and (not SIMPLE_PAGES.fullmatch(page) or expand_pages(page) != page))
        or "." in page
        or (bool(count) and not count.isdecimal())
        or any([ARTICLE in place for place in (citation.volume, citation.issue)])
        or len(isbn) > len(set(isbn))
        or any([" " in number for number in isbn])
        or any([len(one.value) > _ISSN_LENGTH for one in citation.issn])
        or any(map(is_odd_comment, citation.note))
        or any([one.kind in _OWN_FIELDS and not getattr(citation, one.kind) for one in citation.identifiers])
    )


def is_odd_comment(note: str) -> bool:
    """Return whether a note may be read as an identifier, an address, a medium or a label."""
    return DOI_SIGN in note or "://" in note or note[-1:] == ":" or note.strip(AROUND_MEDIA).lower() in MEDIA


def _is_odd(date: Date) -> bool:
    """Return whether a date is more than a day, a month or a year, or a range of these."""
    odd = date.literal or date.circa or date.season or (date.day and not date.month) or not 1000 <= date.year < 10_000
    return bool(odd) or (date.end is not None and _is_odd(date.end))
