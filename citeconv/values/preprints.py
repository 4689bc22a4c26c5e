"""Preprints, by the word for them or by who has them: words or a work go in, yes or no or a genre comes out.

CSL has one type for preprints and for other papers that somebody has put online. Formats that tell them apart do so by
the genre, which other programs leave out where the server tells it.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from citeconv.citation import Citation
from citeconv.values.forms import names_preprint_server

PREPRINT = "Preprint"
"""What NLM calls one."""
_WORD = PREPRINT.lower()


def is_preprint(words: str) -> bool:
    """Return whether a type, a genre or a status is the word for a preprint, however it is spelt."""
    return words.lower() == _WORD


def is_at_arxiv(citation: Citation) -> bool:
    """Return whether a work has a number at arXiv."""
    return citation.number.startswith("arXiv:") or any([each.kind == "arxiv" for each in citation.identifiers])


def named_preprint(citation: Citation, lose: Callable[[str, str], None]) -> Citation:
    """Return a work with the genre of a preprint, if its type allows one and a server of preprints has it.

    Args:
        citation: Any.
        lose: Called with the genre, which is then read of it.
    """
    if citation.type != "article" or citation.genre:
        return citation
    places = filter(None, (citation.container_title, citation.container_title_short, citation.publisher))
    if not is_at_arxiv(citation) and not any(map(names_preprint_server, places)):
        return citation
    lose("genre", f"is read as {PREPRINT}")
    return replace(citation, genre=PREPRINT)
