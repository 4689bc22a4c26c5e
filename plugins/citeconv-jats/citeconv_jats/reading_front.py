"""Reading ``article``: a whole article goes in, the citation that its ``front`` makes comes out.

Each element is given to the method that a table names for it; what is in no table is kept in ``extra``. The works that
the article cites are its relations, each as it would be printed. The text of the article is not read, nor are the
articles within it.
"""

from __future__ import annotations

from typing import Any

from citeconv import Citation, RecordError
from citeconv_jats.article_types import KNOWN, OTHER, PUBLICATION_TYPES, type_of
from citeconv_jats.attributes import keep_attributes, keep_own_attributes
from citeconv_jats.draft import Draft, Note, name_of
from citeconv_jats.reading_journal import Journal
from citeconv_jats.reading_meta import Meta
from citeconv_jats.reading_parts import put_language, put_notes
from citeconv_jats.reading_relations import cited

_FRONT_PARTS = ("journal-meta", "article-meta")
_INNER = ("sub-article", "response")
_LISTS = ("back", "ref-list")
"""What holds the works cited: the list stands in ``article`` itself where some leave out what is around it."""


def read_article(root: Any, note: Note) -> Citation:
    """Return the citation that an article's front makes.

    Args:
        root: ``article``, or ``front`` or ``front-stub`` alone.
        note: Called with what is left out.

    Raises:
        RecordError: Nothing in it says which article it is.
    """
    front = _front_of(root)
    if front is None:
        raise RecordError("an article without a front: there is nothing to cite")
    draft = Draft()
    if name_of(root) != "article":
        _read_front(draft, front)
        return draft.citation()
    draft.put("key", root.get("id") or "", "id")
    put_language(draft, root)
    _read_front(draft, front)
    keep_own_attributes(draft, root)
    _settle_type(draft, root.get("article-type") or "")
    for child in root:
        if name_of(child) in _LISTS:
            cited(draft, child)
    if inner := sum(name_of(child) in _INNER for child in root):
        note(f"left out: {inner} articles within the article")
    return draft.citation()


def _front_of(root: Any) -> Any:
    """Return what holds the parts of a front: an element, or themselves where a fragment has none; None without any."""
    if name_of(root) != "article":
        return root
    front = next((child for child in root if name_of(child).startswith("front")), None)
    return front if front is not None else [child for child in root if name_of(child) in _FRONT_PARTS] or None


def _read_front(draft: Draft, front: Any) -> None:
    for child in front:
        name = name_of(child)
        if name == "journal-meta":
            Journal(draft).walk(child)
        elif name == "article-meta":
            Meta(draft).read(child)
        elif name == "notes":
            put_notes(draft, child)
        elif name_of(child.getparent()) == "front-stub":
            Meta(draft).read(front)
            break
        else:
            draft.keep(child)
        keep_attributes(draft, child)


def _settle_type(draft: Draft, kind: str) -> None:
    """Take the type from ``@article-type``, and NLM's type of publication if no list of them is there."""
    fields = draft.fields
    placed = not fields.keys().isdisjoint(("volume", "issue"))
    known = type_of(kind, fields.get("container_title", ""), placed)
    if "type" not in fields and known != "document":
        fields["type"] = known
    if known == "article" == fields.get("type"):
        fields.setdefault("genre", "Preprint")
    if "publication_types" not in draft.lists and kind in PUBLICATION_TYPES:
        draft.add("publication_types", PUBLICATION_TYPES[kind])
    if kind not in KNOWN:
        draft.extra.append((OTHER, kind))
