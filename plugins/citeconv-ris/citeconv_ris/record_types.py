"""What a record is: its type in RIS and what stands beside it go in, CSL's type comes out.

Some types say nothing, some are in no specification, and some records have none; what they are is told by their fields.
"""

from __future__ import annotations

from collections.abc import Sequence

from citeconv.values.databases import PARTS_OF_SERIES
from citeconv.values.issns import parse_issn
from citeconv_ris import mapping
from citeconv_ris.reading import Found

_PAPERS = {"conference contribution": "paper-conference"}
_BY_WORK: dict[str, dict[str, str]] = {
    "BOOK": {"dissertation/thesis": "thesis"}, "CHAP": _PAPERS, "GEN": _PAPERS, "SER": PARTS_OF_SERIES,
}  # fmt: skip
"""What the Web of Science's theses (ProQuest's), Pure's papers, and Scopus's parts of series are by ``M3``."""


def read_type(ris_type: str, work_types: Sequence[str]) -> str:
    """Return CSL's type for one of RIS and what ``M3`` says of the work; nothing for one that is not known."""
    told = _BY_WORK.get(ris_type)
    part = told.get(work_types[0].lower()) if told and work_types else None
    return part or mapping.READ_TYPES.get(ris_type) or ""


def is_in_issue(found: Found) -> bool:
    """Return whether what has no type of its own is in a journal (Embase, the Lens): in a volume with an issue or ISSN.

    Where one of its numbers is an ISBN, it is in a book.
    """
    if "VL" not in found or found.keys().isdisjoint(("JF", "JO", "T2")):
        return False
    numbers = found.get("SN", ())
    return bool(numbers or "IS" in found) and all(map(parse_issn, numbers))


def is_article_of_trial(ris_type: str, found: Found) -> bool:
    """Return whether a web page is an article of a journal: Ovid's EBM Reviews call all reports of trials web pages."""
    return ris_type == "ELEC" and "VL" in found and not found.keys().isdisjoint(("JA", "JF"))


def guess(found: Found, ris_type: str) -> str:
    """Return the type of a record that names none, or none that is known."""
    in_journal = "JF" in found or "JO" in found or "T2" in found
    return "article-journal" if in_journal and ("VL" in found or ris_type in mapping.LINK_KINDS) else "document"
