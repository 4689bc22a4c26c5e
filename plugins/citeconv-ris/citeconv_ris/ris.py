"""RIS at work: both halves of the format."""

from __future__ import annotations

import citeconv_ris as declared
from citeconv_ris.reader import Reader
from citeconv_ris.writer import Writer


class Ris(declared.Ris, Reader, Writer):
    """RIS, for Zotero, EndNote, Rayyan, Covidence, ASReview and most others."""
