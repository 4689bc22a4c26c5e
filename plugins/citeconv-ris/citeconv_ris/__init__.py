"""RIS, the tagged text by which reference managers and databases exchange references, and Ovid's labelled text."""

from __future__ import annotations

from citeconv import Format, hookimpl
from citeconv_ris.ovid import Ovid
from citeconv_ris.reader import Reader
from citeconv_ris.writer import Writer


class Ris(Reader, Writer):
    """RIS, for Zotero, EndNote, Rayyan, Covidence, ASReview and most others."""

    name = "ris"


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``ris`` and ``ovid``."""
    return [Ris, Ovid]
