"""RIS, the tagged text by which reference managers and databases exchange references."""

from __future__ import annotations

from citeconv import Format, hookimpl
from citeconv_ris.reader import Reader
from citeconv_ris.writer import Writer


class Ris(Reader, Writer):
    """RIS, for Zotero, EndNote, Rayyan, Covidence, ASReview and most others."""

    name = "ris"


@hookimpl
def citeconv_formats() -> type[Format[str]]:
    """Offer ``ris``."""
    return Ris
