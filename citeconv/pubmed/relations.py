"""Blocks that name related articles: ``Comment in``, ``Retraction of`` … and the citations under each.

The label stands alone on its line, every citation is indented by four blanks, and its continuation is not.
"""

from __future__ import annotations

from citeconv.citation import RELATED_KINDS, Related, RelatedKind
from citeconv.pubmed.text import unwrap
from citeconv.values.forms import YEAR
from citeconv.values.nlm import cited_doi
from citeconv.values.patterns import lazy

RELATIONS: dict[str, RelatedKind] = {
    kind.replace("-", " ").capitalize(): kind for kind in RELATED_KINDS if kind != "other"
}
"""NLM's relation by PubMed's label, which has the same words: ``Retraction of``."""

_CITATION = lazy(r"\n(?=    )")
_CITATION_NOT_INDENTED = lazy(rf"(?<=\.)\s{{1,9}}(?=[A-Z][^\n.;]{{1,80}}\.? {YEAR}[ ;:.])")
_DATED = lazy(rf" {YEAR}\b")
_JOINED = lazy(
    rf"(?P<label>{'|'.join(sorted(RELATIONS, reverse=True))}) "
    rf"+(?=[a-z]{{0,8}}[A-Z](?:[^.\n]{{1,100}}\. {YEAR}|[^;\n]{{1,400}} {YEAR}[^;\n]{{0,16}};\S)"
    r"|(?:doi: )?10\.\d{4,9}/)"
)
"""Authors may stand before the journal, and old errata have no full stop behind it: ``J Moss 1998 Aug;17(8):601``."""
_IN_LINE = lazy(rf"(?:\.|(?<=[;)]):) (?=(?:{'|'.join(RELATIONS)}): )")
"""Behind a full stop, or behind what has no pages: ``J Moss. 2020 Sep 1;: Update in: …``."""
_FIRST_WORDS = frozenset([label.partition(" ")[0] for label in RELATIONS])
_PMID = lazy(r"PMID: ?(\d{1,8})\b")
_LABEL_LIMIT = 60


def parse_relations(block: str) -> tuple[Related, ...]:
    """Return the articles that a block names; empty if it is no such block.

    A label that is not in the table is known by the indented line under it, and kept in the ``note``.
    """
    end = block.find("\n", 0, _LABEL_LIMIT)
    if end < 0:
        return ()
    label, rest = block[:end].strip(), block[end + 1 :]
    kind = RELATIONS.get(label) or RELATIONS.get(label.removesuffix(":"))
    if kind is None and (not rest.startswith("    ") or label.endswith((".", ":", ","))):
        return ()
    citations = _CITATION.split("\n" + rest) if "    " in rest else _not_indented(rest)
    return tuple(_related(kind, label, unwrap(text).strip()) for text in citations if text.strip())


def parse_joined_relations(block: str) -> tuple[Related, ...]:
    """Return the articles that a block of one line names; empty if it names none: ``Comment in J Moss. 2020;1:1.``

    Args:
        block: What stands before the abstract, which may itself begin so.
    """
    found = _JOINED.match(block) if block.partition(" ")[0] in _FIRST_WORDS else None
    if found is None:
        return ()
    citations = _not_indented(block[found.end() :])
    return tuple([_related(RELATIONS[found["label"]], "", text) for text in citations])


def _not_indented(text: str) -> list[str]:
    """Return citations that follow each other without a sign; what has no year is the authors of the next."""
    citations: list[str] = []
    for part in _CITATION_NOT_INDENTED.split(text):
        if citations and not _DATED.search(citations[-1]):
            citations[-1] += f" {part}"
        else:
            citations.append(part)
    return citations


def relations_behind(text: str) -> tuple[int, tuple[Related, ...]]:
    """Return where a line goes over to articles it is related to, and these: ``… 10-9. Erratum in: J Moss. 2008:1``.

    Returns:
        The place of the stop before them, which is -1 if there are none.
    """
    found = _IN_LINE.search(text)
    if found is None:
        return -1, ()
    related: list[Related] = []
    for part in _IN_LINE.split(text[found.end() :]):
        label, colon, citation = part.partition(": ")
        if colon:
            related.extend(parse_relations(f"{label}\n    {citation.removesuffix('.')}."))
    return found.start(), tuple(related)


def _related(kind: RelatedKind | None, label: str, text: str) -> Related:
    pmid = _PMID.search(text)
    return Related(
        kind=kind or "other",
        note="" if kind else label,
        citation=text,
        doi=cited_doi(text),
        pmid=pmid[1] if pmid else "",
    )
