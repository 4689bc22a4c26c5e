"""Reading abstracts and keywords: ``abstract``, ``trans-abstract`` and ``kwd-group`` in, sections and terms out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from citeconv import Abstract, AbstractSection, Chemical, Identifier, Keyword, Name, Qualifier, Subject
from citeconv.values.forms import letters
from citeconv.values.markup import from_element
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import ABSTRACT_ID, HEADINGS, LANG, PERSON_PARTS, TERMS, TRANSLATED
from citeconv_jats.reading_parts import text_without

_TERMS = ("kwd", "compound-kwd")
_FIELDS = {"MeSH": "subjects", **{kind: field for field, kind in TERMS.items()}}
"""The field of headings, by ``@kwd-group-type``."""
_BLOCKS = frozenset("title p sec object-id label sec-meta list disp-quote disp-formula fig table-wrap".split())
"""Elements between the paragraphs of an abstract; others stand within running text."""
_USUAL = ("abstract", "structured", "section")
"""Values of ``@abstract-type`` that tell of the article's own abstract how it looks, if that."""
_NESTED = 20
"""How deeply sections are looked into."""


# -- abstracts


def read_abstract(draft: Draft, element: Any) -> None:
    """Read an abstract: the article's own, one of another kind, a translated one."""
    sections = tuple(_sections(element, draft))
    kind, language = element.get("abstract-type") or "", element.get(LANG) or ""
    kind = "" if kind in _USUAL else kind
    if name_of(element) == "trans-abstract":
        draft.add("other_abstracts", Abstract(kind=kind or TRANSLATED, language=language, sections=sections))
    elif kind or "abstract" in draft.lists:
        kind = "" if kind == "other" else kind
        draft.add("other_abstracts", Abstract(kind=kind, language=language, sections=sections))
    else:
        for section in sections:
            draft.add("abstract", section)


def _sections(element: Any, draft: Draft, depth: int = 0) -> list[AbstractSection]:
    label, category = "", element.get("sec-type") or ""
    found: list[AbstractSection] = []
    running = any((text or "").strip() for text in (element.text, *(child.tail for child in element)))
    paragraphs = [text_without(element, _BLOCKS)] if running else []
    for child in element:
        name = name_of(child)
        if running and name not in _BLOCKS:
            continue
        if name == "title":
            label = from_element(child)
        elif name == "sec" and depth < _NESTED:
            found += _sections(child, draft, depth + 1)
        elif name == "object-id" and not depth and (text := from_element(child)):
            kind = child.get("pub-id-type") or child.get("content-type") or "id"
            draft.add("identifiers", Identifier(kind=f"{ABSTRACT_ID}{kind}", value=text))
        elif name in ("object-id", "label", "sec-meta"):
            draft.keep(child)
        elif text := from_element(child):
            paragraphs.append(text)
    if not depth and label.lower().rstrip(".:") in HEADINGS:
        draft.say("abstract/title", label)
        label = ""
    label = label.removesuffix(":").rstrip()
    if paragraphs or label or (depth and not found):
        found.insert(0, AbstractSection(label=label, category=category, paragraphs=tuple(paragraphs)))
    return found


# -- keywords


def read_keywords(draft: Draft, element: Any) -> None:
    """Read a group of keywords: those of authors, headings, substances, genes, people."""
    kind = element.get("kwd-group-type") or ""
    owner = element.get("assigning-authority") or ("" if kind.lower().startswith("author") else kind)
    vocabulary = "" if kind == "MeSH" else element.get("vocab") or ""
    listed = vocabulary or _vocabulary(element) or owner
    for child in _terms_in(element):
        name = name_of(child)
        if name in _TERMS and not "".join(child.itertext()).strip():
            continue
        if name in _TERMS and kind in _FIELDS:
            draft.add(_FIELDS[kind], _subject(child, vocabulary))
        elif name in _TERMS and kind not in _FUNCTIONS and listed and (heading := _heading(child, listed)):
            draft.add("subjects", heading)
        elif name in _TERMS:
            _FUNCTIONS.get(kind, _keyword)(draft, child, owner)
        elif name == "unstructured-kwd-group" and (text := from_element(child)):
            draft.add("keyword", Keyword(text=text))
        elif name in ("title", "label") and (text := from_element(child)):
            if letters(text) not in (letters(owner), letters(listed)):  # a heading of the same words says no more
                draft.say("kwd-group/title", text)
        else:
            draft.keep(child)


def _terms_in(group: Any) -> Iterator[Any]:
    """Yield what a group holds, the terms that stand within others each for itself."""
    waiting = list(reversed(group))
    while waiting:
        child = waiting.pop()
        if name_of(child) == "nested-kwd":
            waiting += reversed(child)
        else:
            yield child


def _vocabulary(group: Any) -> str:
    """Return the vocabulary of a group that a title of it names, as the Institute of Physics has it."""
    title = group.find("title")
    return from_element(title) if title is not None and title.get("content-type") == "vocab" else ""


def _heading(element: Any, vocabulary: str) -> Subject | None:
    """Return the heading of a vocabulary in a term that has its number there, as an attribute or a part; else None."""
    number, term = element.get("vocab-term-identifier") or "", element.get("vocab-term") or ""
    if name_of(element) != "compound-kwd":
        term = term or from_element(element)
    else:
        numbers = [from_element(part) for part in element if _is_number(part)]
        number = number or next(iter(numbers), "")
        if any(other not in number for other in numbers):
            return None
        term = " ".join(from_element(part) for part in element if not _is_number(part))
    return Subject(term=term, id=number, vocabulary=vocabulary) if number and term else None


def _is_number(part: Any) -> bool:
    return (part.get("content-type") or "").endswith(("code", "identifier"))


def _keyword(draft: Draft, element: Any, owner: str) -> None:
    compound = name_of(element) == "compound-kwd"
    text = " ".join(filter(None, map(from_element, element))) if compound else from_element(element)
    if text:
        draft.add("keyword", Keyword(text=text, owner=owner, major=element.get("content-type") == "major"))


def _chemical(draft: Draft, element: Any, _owner: str) -> None:
    parts = _parts(element)
    name = parts.get("name", "") if name_of(element) == "compound-kwd" else from_element(element)
    identifier = element.get("vocab-term-identifier") or ""
    draft.add("chemicals", Chemical(name=name, registry_number=parts.get("registry-number", ""), id=identifier))


def _gene_symbol(draft: Draft, element: Any, _owner: str) -> None:
    draft.add("gene_symbols", from_element(element))


def _person(draft: Draft, element: Any, _owner: str) -> None:
    parts = _parts(element)
    known: dict[str, Any] = {part: parts[part] for part in PERSON_PARTS if part in parts}
    draft.add("subject_names", Name(**known))


_FUNCTIONS: dict[str, Callable[[Draft, Any, str], None]] = {
    "chemical": _chemical, "gene-symbol": _gene_symbol, "personal-name-subject": _person,
}  # fmt: skip
"""The function for each term of a group that holds no keywords, by ``@kwd-group-type``."""


def _parts(element: Any) -> dict[str, str]:
    return {part.get("content-type") or "": from_element(part) for part in element}


def _subject(element: Any, vocabulary: str) -> Subject:
    kind = element.get("content-type") or ""
    major = kind == "major" or kind.startswith("major ")
    term, qualifiers = from_element(element), []
    if name_of(element) == "compound-kwd":
        term = ""
        for part in element:
            sort = part.get("content-type") or ""
            if sort.endswith("qualifier"):
                inner = next(part.iter("named-content"), None)
                identifier = "" if inner is None else inner.get("vocab-term-identifier") or ""
                qualifier = Qualifier(term=from_element(part), id=identifier, major=sort.startswith("major"))
                qualifiers.append(qualifier)
            else:
                term = term or from_element(part)
    return Subject(
        term=term,
        id=element.get("vocab-term-identifier") or "",
        kind=kind[len("major ") :] if major else kind,
        major=major,
        qualifiers=tuple(qualifiers),
        vocabulary=vocabulary,
    )
