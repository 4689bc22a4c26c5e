"""Abstracts: sections go in, ``abstract`` and ``trans-abstract`` come out.

JATS wants running paragraphs first and sections after them, each with a title. So the first section stands bare if it
has no label, and a lone one has its label as the title of the whole.
"""

from __future__ import annotations

from typing import Any

from lxml.etree import SubElement

from citeconv import Abstract, AbstractSection, Citation
from citeconv_jats.elements import NMTOKEN, Elements, Lose
from citeconv_jats.mapping import HEADINGS, LANG, TRANSLATED


def add_abstracts(parent: Any, citation: Citation, elements: Elements, lose: Lose) -> None:
    """Append all abstracts of a citation: its own, further ones, translations."""
    if citation.abstract:
        _sections(elements.group(parent, "abstract"), "abstract", citation.abstract, elements, lose)
    if not citation.other_abstracts:
        return
    translations = [other for other in citation.other_abstracts if is_translation(other.kind, other.language)]
    others = [other for other in citation.other_abstracts if not is_translation(other.kind, other.language)]
    if (*others, *translations) != citation.other_abstracts:
        lose("other_abstracts", "translations stand behind the others")
    for other in others:
        element = SubElement(parent, "abstract")
        elements.set(element, "abstract-type", other.kind or "other")
        _fill(element, other, elements, lose)
    for translation in translations:
        _fill(SubElement(parent, "trans-abstract"), translation, elements, lose)


def is_translation(kind: str, language: str) -> bool:
    """Return whether a further abstract is the same in another language, which must be told."""
    return kind == TRANSLATED and NMTOKEN.fullmatch(language) is not None


def _fill(element: Any, other: Abstract, elements: Elements, lose: Lose) -> None:
    """Fill a further abstract, with its language."""
    if NMTOKEN.fullmatch(other.language):
        element.set(LANG, other.language)
    elif other.language:
        lose("other_abstracts", f"{other.language} is no language tag")
    if other.copyright:
        lose("other_abstracts", "the article has one copyright statement")
    _sections(element, "other_abstracts", other.sections, elements, lose)


def _sections(element: Any, field: str, sections: tuple[AbstractSection, ...], elements: Elements, lose: Lose) -> None:
    first = sections[0] if sections else None
    if any(section.label.endswith(":") for section in sections):
        lose(field, "a colon behind a label is not read")
    if first and not first.category and len(sections) == 1 and first.label and first.label.lower() not in HEADINGS:
        elements.marked(element, "title", first.label)
        _paragraphs(element, first, elements)
        return
    for place, section in enumerate(sections):
        if not place and not section.label and not section.category and section.paragraphs:
            _paragraphs(element, section, elements)
            continue
        elements.heed(section.category)
        part = elements.group(element, ("sec", "sec-type", section.category) if section.category else "sec")
        elements.marked(part, "title", section.label)
        _paragraphs(part, section, elements)


def _paragraphs(element: Any, section: AbstractSection, elements: Elements) -> None:
    for text in section.paragraphs:
        elements.marked(element, "p", text)
