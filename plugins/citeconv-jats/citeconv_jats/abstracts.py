"""Abstracts: sections go in, ``abstract`` and ``trans-abstract`` go out.

JATS wants running paragraphs first and sections after them, each with a title. So the first section stands bare if it
has no label, and a lone one has its label as the title of the whole.
"""

from __future__ import annotations

from citeconv import Abstract, AbstractSection, Citation
from citeconv_jats.elements import NMTOKEN, Elements, Lose
from citeconv_jats.mapping import HEADINGS, TRANSLATED


def add_abstracts(citation: Citation, elements: Elements, lose: Lose) -> None:
    """Write all abstracts of a citation: its own, further ones, translations."""
    if citation.abstract:
        elements.open("abstract")
        _sections("abstract", citation.abstract, elements, lose)
        elements.close()
    if not citation.other_abstracts:
        return
    translations = [other for other in citation.other_abstracts if is_translation(other.kind, other.language)]
    others = [other for other in citation.other_abstracts if not is_translation(other.kind, other.language)]
    if (*others, *translations) != citation.other_abstracts:
        lose("other_abstracts", "translations stand behind the others")
    for other in others:
        _add_other("abstract", elements.attribute("abstract-type", other.kind or "other"), other, elements, lose)
    for translation in translations:
        _add_other("trans-abstract", "", translation, elements, lose)


def is_translation(kind: str, language: str) -> bool:
    """Return whether a further abstract is the same in another language, which must be told."""
    return kind == TRANSLATED and NMTOKEN.fullmatch(language) is not None


def _add_other(tag: str, attributes: str, other: Abstract, elements: Elements, lose: Lose) -> None:
    """Write a further abstract, with its language."""
    if NMTOKEN.fullmatch(other.language):
        attributes += f' xml:lang="{other.language}"'
    elif other.language:
        lose("other_abstracts", f"{other.language} is no language tag")
    if other.copyright:
        lose("other_abstracts", "the article has one copyright statement")
    elements.open(tag, attributes)
    _sections("other_abstracts", other.sections, elements, lose)
    elements.close()


def _sections(field: str, sections: tuple[AbstractSection, ...], elements: Elements, lose: Lose) -> None:
    first = sections[0] if sections else None
    if any(section.label.endswith(":") for section in sections):
        lose(field, "a colon behind a label is not read")
    if first and not first.category and len(sections) == 1 and first.label and first.label.lower() not in HEADINGS:
        elements.marked("title", first.label)
        _paragraphs(first, elements)
        return
    for place, section in enumerate(sections):
        if not place and not section.label and not section.category and section.paragraphs:
            _paragraphs(section, elements)
            continue
        elements.open("sec", elements.attribute("sec-type", section.category) if section.category else "")
        elements.marked("title", section.label)
        _paragraphs(section, elements)
        elements.close()


def _paragraphs(section: AbstractSection, elements: Elements) -> None:
    for text in section.paragraphs:
        elements.marked("p", text)
