"""Comments, corrections and retractions of a work, as NLM words them, in both directions.

What stands behind a tag of MEDLINE or a label goes in, or a whole line of a note, ``Retraction in: J Moss. 2008;1(1):1.
PMID: 90000001``, as programs have it that know no field for it; a relation comes out, and back.
"""

from __future__ import annotations

from collections.abc import Iterable

from citeconv.citation import RELATED_KINDS, Related, RelatedKind
from citeconv.values.nlm import cited_doi
from citeconv.values.patterns import lazy

RELATION = r"[A-Z][a-z]+(?: [a-z]+){0,4} (?:in|on|of|for|from)"
"""What a notice is to the article, in NLM's words, ``Comment in``: the source of a pattern."""
NOTICES: dict[str, RelatedKind] = {kind.replace("-", " "): kind for kind in RELATED_KINDS if "-" in kind}
"""NLM's relations by their words in lower case; a work that is merely cited is none."""
MERE_NOTE = "a notice that tells neither year nor number is read as one"
"""Why notes are not read as they were where one is written of which ``read_notice`` knows nothing."""

_LONGEST = max(map(len, NOTICES)) + 1
_PARTS = "a notice has a kind, a text with a year or its DOI, and a PMID"
_NO_NOTICE = "works that it cites or belongs to are no notices, which have a place among the notes"
_PMID = lazy(r"PMID: ?(\d{1,8})\Z")
_CITES = lazy(r"\d{4}|PMID: ?\d")
"""What tells the citation of an article from other words: a year, or a number."""


def read_related(kind: RelatedKind, text: str) -> Related:
    """Return another article: its citation, and its identifiers as far as they stand in it."""
    pmid = _PMID.search(text)
    return Related(
        kind=kind,
        citation=text[: pmid.start()].removesuffix(" ") if pmid else text,
        doi=cited_doi(text),
        pmid=pmid[1] if pmid else "",
    )


def write_related(related: Related) -> str:
    """Return the citation of another article with its DOI and its PMID, each once."""
    parts = [related.citation]
    if related.doi and related.doi not in related.citation:
        parts.append(f"doi: {related.doi}.")
    if related.pmid and (pmid := f"PMID: {related.pmid}") not in related.citation:
        parts.append(pmid)
    return " ".join(filter(None, parts))


def read_notice(line: str) -> Related | None:
    """Return the notice that a line of a note is; None if it is none, as a reader's own ``Comment on: methods``."""
    end = line.find(":", 0, _LONGEST)
    kind = NOTICES.get(line[:end].lower()) if end > 0 else None
    text = line[end + 1 :].strip() if kind else ""
    if kind is None or _CITES.search(text) is None:
        return None
    return read_related(kind, text[:-1] if text[-1] == "." and _PMID.search(text[:-1]) else text)


def write_notice(related: Related) -> str:
    """Return the line of a note for a notice; empty for a work that is none, or of which nothing is known."""
    text = write_related(related) if "-" in related.kind else ""
    stop = "." if _PMID.search(text) else ""  # a line that ends so is not taken for one that goes on
    return f"{related.kind.replace('-', ' ').capitalize()}: {text}{stop}" if text else ""


def untold(works: Iterable[Related], lines: Iterable[str]) -> Iterable[str]:
    """Return what lines that ``write_notice`` made of works do not tell of them."""
    return dict.fromkeys(
        _PARTS if line else _NO_NOTICE
        for each, line in zip(works, lines, strict=True)
        if not line or read_notice(line) != each
    )


def read_relation(words: str, citation: str, pmid: str) -> Related | None:
    """Return a notice; None if NLM has no relation of that name.

    Args:
        words: What it is to the article: ``Comment in``.
        citation: Where it stands.
        pmid: Its number, or nothing.
    """
    kind = NOTICES.get(words.lower())
    return Related(kind=kind, citation=citation, doi=cited_doi(citation), pmid=pmid) if kind else None
