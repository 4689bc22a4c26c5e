"""The citations in a ``ref``: which cite one work, and which print it again.

A ``ref`` goes in, its citations come out by the works that they cite. A work may stand there marked and printed, in
several languages, or beside others under one number.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import LANG
from citeconv_jats.reading_parts import put_id

FORMS = ("element-citation", "nlm-citation", "citation", "mixed-citation")
"""Elements that hold a citation, the more telling first."""
ALTERNATIVES = "citation-alternatives"
WRAPPERS = frozenset("italic bold sup sub sc underline roman monospace styled-content named-content x".split())
LINK_ELEMENTS = ("ext-link", "uri", "pub-id", "object-id")


def works(ref: Any) -> list[list[Any]]:
    """Return the works in a ``ref``, of each the citations that cite it.

    Citations of one kind and one language are of several works, as physicists and chemists have them under one number,
    unless they share a DOI or only some of them are marked; those of several kinds say the same.
    """
    blocks = [child for child in ref if name_of(child) in (*FORMS, ALTERNATIVES)]
    forms = [[block] if name_of(block) in FORMS else list(block.iter(*FORMS)) for block in blocks]
    if not all(forms) or len(forms) < 2 or len({(block.tag, block.get(LANG)) for block in blocks}) > 1:
        return [[each for together in forms for each in together]] if any(forms) else []
    dois = [doi for block in blocks if (doi := _doi(block))]
    if len(set(dois)) < len(dois) or len({all(map(_is_text, together)) for together in forms}) > 1:
        return [[each for together in forms for each in together]]
    return forms


def _doi(element: Any) -> str:
    ids = Draft()
    for each in element.iter("pub-id"):
        put_id(ids, each)
    doi: str = ids.fields.get("doi", "")
    return doi.lower()


def printed_forms(forms: Sequence[Any]) -> list[Any]:
    """Return the citations in a ``ref`` that print the first one again, as text in which identifiers are marked."""
    if not forms or _is_text(forms[0]):
        return []
    return [form for form in forms[1:] if name_of(form) != "element-citation" and _is_text(form)]


def _is_text(form: Any) -> bool:
    return all(name_of(child) in WRAPPERS or name_of(child) in LINK_ELEMENTS or not name_of(child) for child in form)


def without_hidden_ids(element: Any) -> Any:
    """Return an untagged citation without the identifiers behind its last words, which nobody prints."""
    hidden: list[Any] = []
    for child in reversed(element):
        if name_of(child) != "pub-id" or (child.tail or "").strip():
            break
        hidden.append(child)
    if not hidden:
        return element
    before = hidden[-1].getprevious()
    text = (element.text if before is None else before.tail) or ""
    if text.rstrip().endswith(":"):  # the label of the first of them
        return element
    bare = deepcopy(element)
    del bare[-len(hidden) :]
    return bare
