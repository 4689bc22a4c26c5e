"""``@article-type``: which type of citation and which of NLM's publication types it stands for, and the reverse.

JATS leaves the list open. The words here are those of JATS4R and PMC, and what servers for preprints write.
"""

from __future__ import annotations

from citeconv import Citation
from citeconv.values.forms import names_preprint_server

ARTICLE_TYPES = {
    "Retraction of Publication": "retraction",
    "Retraction Notice": "retraction",
    "Published Erratum": "correction",
    "Expression of Concern": "expression-of-concern",
    "Systematic Review": "systematic-review",
    "Meta-Analysis": "research-article",
    "Case Reports": "case-report",
    "Editorial": "editorial",
    "Letter": "letter",
    "Comment": "article-commentary",
    "News": "news",
    "Newspaper Article": "news",
    "Biography": "obituary",
    "Preprint": "preprint",
    "Review": "review-article",
    "Clinical Trial Protocol": "protocol",
    "Congress": "meeting-report",
}
"""``@article-type`` by NLM's publication type, the more telling first; an article is ``research-article`` else."""

PUBLICATION_TYPES = {
    name: kind
    for kind, name in reversed(ARTICLE_TYPES.items())
    if name not in ("research-article", "preprint", "correction", "retraction")
} | {"correction": "Published Erratum", "retraction": "Retraction Notice"}
"""NLM's publication type by ``@article-type``, where one of them is meant."""

_TYPES = {
    "preprint": "article",
    "other": "document",
    "proceedings": "paper-conference",
    "proceedings-paper": "paper-conference",
    "conference-paper": "paper-conference",
    "dissertation": "thesis",
    "thesis": "thesis",
    "book-review": "review-book",
    "product-review": "review",
}
"""Types by ``@article-type``; any other is an article's."""

KNOWN = frozenset(("", "article", "research-article", *PUBLICATION_TYPES, *_TYPES))
"""What ``@article-type`` may say that has a place in a citation."""
OTHER = "jats:article/@article-type"
"""Where any other stands in ``extra``."""
_BY_TYPE = {"review-book": "book-review", "review": "product-review"}


def article_type(citation: Citation) -> str:
    """Return ``@article-type``: the source's own, or by NLM's publication types, the more telling first."""
    for tag, name in citation.extra:
        if tag == OTHER and name not in KNOWN:
            return name
    if citation.type == "article-journal" or citation.type == "article":
        for kind, name in ARTICLE_TYPES.items():
            if kind in citation.publication_types:
                return name
        return "preprint" if citation.type == "article" else "research-article"
    return _BY_TYPE.get(citation.type, "other")


def type_of(name: str, container: str, placed: bool) -> str:
    """Return the type of citation that ``@article-type`` stands for, where nothing else tells it.

    A preprint has its server in the place of the journal, whatever ``@article-type`` says, as bioRxiv's own files have.

    Args:
        name: ``other`` is what pandoc writes for want of a type.
        container: What is told as the journal, which may be a server for preprints.
        placed: Whether a volume or an issue of it is told.
    """
    kind = "article-journal" if container and placed and name == "other" else _TYPES.get(name, "article-journal")
    return "article" if kind == "article-journal" and names_preprint_server(container) else kind
