"""The text between the elements of a mixed citation: what it tells is taken, and whether the rest says more.

Publishers leave some of a citation untagged: the pages that are only on the web, behind the printed ones, in citations
of Cell Press, PMC's number in PLOS, that a work is in press. Words of NLM's style say nothing that the elements do not.
"""

from __future__ import annotations

import re

from citeconv.values.patterns import lazy
from citeconv_jats.draft import Draft

WORD = lazy(r"\w+")
OWN_WORDS = frozenset(
    "Accessed Available Cited DOI Ed Eds Epub In Internet No PMC PMCID PMID Pp PubMed Retrieved Suppl Vol"
    " accessed al and cited doi ed editor editors eds et from illustrator illustrators in issue nd no p pages pmid"
    " pp rd retrieved st th translator translators vol".split()
)
"""The words between the elements of a citation that say nothing that the elements do not say, NLM's and others'."""
_WEB_PAGES = lazy(r"\.(e\d{1,5}(?:[-\u2013]e?\d{1,5})?)(?!\w)")
_NUMBERS = {
    "pmcid": lazy(r"(?:PubMed Central )?PMCID: ?(?:PMC)?(PMC\d{1,9})"),
    "pmid": lazy(r"(?:PubMed )?PMID: ?(\d{1,9})(?!\d)"),
}
_OTHERS = lazy(r"[\s,;]{0,9}et\.? ?al\b", re.I)
_IN_TEXT = ("in press", "accepted", "forthcoming", "in preparation", "submitted", "unpublished", "under review")
_STATUS = lazy(rf"\W*({'|'.join(_IN_TEXT)})\W*", re.I)
STATES = frozenset((*_IN_TEXT, "prepublished", "retracted", "withdrawn"))
"""How far a work has come, or what became of it, as citations have it; a comment begins with a capital."""


def says_more(text: str, known: frozenset[str] = OWN_WORDS) -> bool:
    """Return whether running text has words that are not of NLM's style."""
    return any(word not in known for word in WORD.findall(text))


def put_status(draft: Draft, text: str) -> bool:
    """Take words that say how far a work has come; return whether they say that and nothing else."""
    match = _STATUS.fullmatch(text)
    return match is not None and draft.takes("status", match[1].lower())


def names_others(text: str) -> bool:
    """Return whether running text behind people begins with words for others, as Wiley has them: ``, et al.``."""
    return _OTHERS.match(text) is not None


def take(draft: Draft, pages: dict[str, str], text: str, before: str) -> str:
    """Return a piece of running text without what it tells, which is put into the draft.

    Args:
        draft: What is known of the citation.
        pages: Text by the names of the elements for pages.
        text: The piece.
        before: The name of the element that it stands behind.
    """
    if before == "lpage" and (match := _WEB_PAGES.match(text)) and pages.setdefault("page-range", match[1]) == match[1]:
        text = text[match.end() :]
    if "PM" in text:
        for field, number in _NUMBERS.items():
            match = number.search(text)
            if match and draft.takes(field, match[1]):
                text = text[: match.start()] + text[match.end() :]
    return "" if put_status(draft, text) else text
