"""Keywords and headings: each kind of them is a ``kwd-group``.

What has parts (MeSH with qualifiers, substances, people) is a ``compound-kwd``.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Any

from lxml.etree import SubElement

from citeconv import Chemical, Citation, Keyword, Name, Subject
from citeconv_jats.elements import Elements, Lose, Shape
from citeconv_jats.mapping import MESH, PERSON_PARTS, SUBJECT_NAMES, TERMS

_MAJOR = ("kwd", "content-type", "major")


def add_terms(parent: Any, citation: Citation, elements: Elements, lose: Lose) -> None:
    """Append the groups of keywords of a citation."""
    _keywords(parent, citation.keyword, elements)
    for field, kind in TERMS.items():
        _subjects(parent, kind, getattr(citation, field), elements)
    _chemicals(parent, citation.chemicals, elements)
    if citation.gene_symbols:
        group = SubElement(parent, "kwd-group", {"kwd-group-type": "gene-symbol"})
        for symbol in citation.gene_symbols:
            elements.marked(group, "kwd", symbol)
    _people(parent, citation.subject_names, elements, lose)


def _keywords(parent: Any, keywords: tuple[Keyword, ...], elements: Elements) -> None:
    for owner, own in groupby(keywords, attrgetter("owner")):
        group = SubElement(parent, "kwd-group", {"kwd-group-type": "author"})
        if owner:
            elements.set(group, "assigning-authority", owner)
        for keyword in own:
            elements.marked(group, _MAJOR if keyword.major else "kwd", keyword.text)


def _subjects(parent: Any, kind: str, subjects: tuple[Subject, ...], elements: Elements) -> None:
    for vocabulary, own in groupby(subjects, attrgetter("vocabulary")):
        group = elements.once(parent, _vocabulary_shape(kind, vocabulary))
        for subject in own:
            _subject(group, subject, elements)


def _chemicals(parent: Any, chemicals: tuple[Chemical, ...], elements: Elements) -> None:
    if not chemicals:
        return
    group = SubElement(parent, "kwd-group", {"kwd-group-type": "chemical"})
    for chemical in chemicals:
        element = SubElement(group, "compound-kwd")
        if chemical.id:
            elements.set(element, "vocab-term-identifier", chemical.id)
        elements.marked(element, _part("name"), chemical.name)
        if chemical.registry_number:
            elements.marked(element, _part("registry-number"), chemical.registry_number)


def _people(parent: Any, people: tuple[Name, ...], elements: Elements, lose: Lose) -> None:
    """Append the people whom a work is about."""
    named = [name for name in people if any(getattr(name, part) for part in PERSON_PARTS)]
    if len(named) < len(people):
        lose(SUBJECT_NAMES, "a person without a name")
    if named:
        group = SubElement(parent, "kwd-group", {"kwd-group-type": "personal-name-subject"})
        for name in named:
            _person(group, name, elements, lose)


def _vocabulary_shape(kind: str, vocabulary: str) -> Shape:
    """Return the shape of a group: MeSH is what PubMed's subjects are unless they say otherwise."""
    if kind == "subject" and not vocabulary:
        return ("kwd-group", *MESH)
    return ("kwd-group", "kwd-group-type", kind, *(("vocab", vocabulary) if vocabulary else ()))


def _subject(group: Any, subject: Subject, elements: Elements) -> None:
    """Append a heading; its kind, and whether the article is chiefly about it, stand in ``content-type``."""
    kind = " ".join(filter(None, ("major" if subject.major else "", subject.kind)))
    if subject.qualifiers:
        element = SubElement(group, "compound-kwd")
        elements.marked(element, _part("descriptor"), subject.term)
        for qualifier in subject.qualifiers:
            shape = _part("major qualifier" if qualifier.major else "qualifier")
            if qualifier.id:
                part = elements.once(element, shape, "")
                content = ("named-content", "content-type", "qualifier", "vocab-term-identifier", qualifier.id)
                elements.once(part, content, qualifier.term)
            else:
                elements.text(element, shape, qualifier.term)
    else:
        element = elements.marked_once(group, "kwd", subject.term)
    if kind:
        elements.set(element, "content-type", kind)
    if subject.id:
        elements.set(element, "vocab-term-identifier", subject.id)


def _person(group: Any, name: Name, elements: Elements, lose: Lose) -> None:
    if name.particle or name.dropping_particle:
        lose(SUBJECT_NAMES, "no place for particles")
    element = SubElement(group, "compound-kwd")
    for part in PERSON_PARTS:
        if text := getattr(name, part):
            elements.marked(element, _part(part), text)


def _part(kind: str) -> Shape:
    """Return the shape of a part of a heading."""
    return ("compound-kwd-part", "content-type", kind)
