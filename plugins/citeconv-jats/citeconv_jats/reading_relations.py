"""Reading what a work has to do with others: ``related-article`` and lists of references in, relations out.

A work that is cited is told as it would be printed, with its identifiers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from citeconv import Identifier, Related
from citeconv.values.markup import from_element
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.forms import printed_forms, works
from citeconv_jats.mapping import HREF, LINKS
from citeconv_jats.reading_parts import bare_id, doi_in, doi_of, linked_ids, put_id, set_apart, text_without
from citeconv_jats.reading_references import printed, read_reference


def cited(draft: Draft, element: Any) -> None:
    """Read the lists of references in an element as the works that are cited."""
    for ref in element.iter("ref"):
        found = works(ref)
        for forms in found:
            plain = [each for each in forms if name_of(each) in ("mixed-citation", "citation")] or forms[:1]
            draft.add("related", relation(plain[0], "cites", (forms[0], *printed_forms(forms))))
        if not found:
            draft.keep(ref)


def relation(element: Any, kind: Any, forms: Sequence[Any] = ()) -> Related:
    """Return a relation: the citation as it is printed, and the identifiers in it.

    Args:
        element: What is printed.
        kind: How it is related.
        forms: Forms of a reference in which its identifiers stand.
    """
    ids, others = _ids(element, forms or (element,))
    linked = linked_ids(forms)
    text, note = _citation_and_note(element)  # which hides some of them
    if forms:  # a reference, whose number is its label
        text = text.lstrip(" .,;:)]")
    fields = {field: value for field, value in ids.fields.items() if value and field in ("doi", "pmid", "pmcid")}
    fields |= {"citation": " ".join(filter(None, (text, _place_in_attributes(element)))), "note": note}
    if forms:
        fields = {**linked, **({"doi": doi} if (doi := doi_in(f"{text} {note}")) else {}), **fields}
    fields = {field: value for field, value in fields.items() if value}
    return Related(kind=kind, identifiers=tuple(others), **fields)


def _ids(element: Any, forms: Sequence[Any]) -> tuple[Draft, list[Identifier]]:
    """Return the identifiers of a related work that have fields, and the others."""
    ids = Draft()
    others: list[Identifier] = []
    href = element.get(HREF) or ""
    linked = LINKS.get(element.get("ext-link-type") or "") or ("doi" if doi_of(href) else "")
    if linked and href:
        ids.fields[linked] = bare_id(linked, href)
    elif href:
        others.append(Identifier(kind="uri", value=href))
    for form in forms:
        for each in form.iter("pub-id", "object-id"):
            if name_of(each) == "pub-id" or each.get("pub-id-type"):
                put_id(ids, each)
    others += ids.lists.get("identifiers", [])
    others += [
        Identifier(kind=field, value=ids.fields[field]) for field in ("pii", "manuscript_id") if field in ids.fields
    ]
    return ids, others


def _citation_and_note(element: Any) -> tuple[str, str]:
    """Return a related work as it is printed, and the note behind it. The element may be changed."""
    if all(name_of(child) in ("pub-id", "comment", "italic", "bold", "sup", "sub", "sc") for child in element):
        note = " ".join(from_element(child) for child in element if name_of(child) == "comment")
        return text_without(element, ("pub-id", "comment")), note
    if name_of(element) in ("element-citation", "nlm-citation") or _has_no_text(element):
        return printed(read_reference(element)), ""
    _hide(element)
    set_apart(element)
    text = from_element(element).replace(" ,", ",").replace(" . ", ". ").rstrip(" ,;")
    return f"{text[:-2]}." if text.endswith(" .") else text, ""


def _hide(element: Any) -> None:
    """Empty the elements of a citation that nobody prints: the physicists' ids, codes and hidden identifiers."""
    for child in element:
        hidden = child.get("specific-use") == "suppress-display" or child.get("pub-id-type") == "coden"
        if hidden or name_of(child) in ("object-id", "issn"):
            child.clear(keep_tail=True)


def _has_no_text(element: Any) -> bool:
    """Return whether a citation has nothing but elements, as NLM's older ``citation`` may."""
    texts = [element.text, *(child.tail for child in element)]
    return element.find("year") is not None and not any(map(str.strip, filter(None, texts)))


def _place_in_attributes(element: Any) -> str:
    """Return volume, issue and page of ``related-article``, which have attributes, as NLM prints them."""
    volume, issue, page = (element.get(name) or "" for name in ("vol", "issue", "page"))
    place = f"{volume}({issue})" if issue else volume
    return f"{place}:{page}" if page else place
