"""Who is named as the author of a work without one, in a format without a field for such a creator: a director, say.

Films have directors, songs composers, podcasts hosts. Reference managers have them as the first creators of such works,
and write them as authors.
"""

from __future__ import annotations

from collections.abc import Container

from citeconv.citation import Citation

PRINCIPALS = (
    "director", "composer", "host", "performer", "series_creator", "script_writer", "compiler", "curator", "chair",
    "illustrator", "narrator", "guest", "producer", "executive_producer",
)  # fmt: skip
"""Fields of names, those first that come before the others on the title page; organizers of an event made no work."""


def principal(citation: Citation, places: Container[str] = ()) -> str:
    """Return the field of those who stand for the author of a work that has neither author nor editor.

    Args:
        citation: The work.
        places: Fields for which the format has a place of their own.
    """
    if citation.author or citation.editor:
        return ""
    return next((field for field in PRINCIPALS if field not in places and getattr(citation, field)), "")
