"""Keywords and headings: each kind of them is a ``kwd-group``.

What has parts (MeSH with qualifiers, substances, people) is a ``compound-kwd``.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lxml.etree import SubElement

from citeconv import Citation, Keyword, Name, Subject
from citeconv_jats.elements import Lose, add
from citeconv_jats.mapping import MESH, SUBJECT_NAMES, TERMS

PERSON_PARTS = ("family", "given", "suffix", "literal", "initials")


def add_terms(parent: Any, citation: Citation, lose: Lose) -> None:
    """Append the groups of keywords of a citation."""
    for owner, keywords in groupby(citation.keyword, _owner):
        group = SubElement(parent, "kwd-group", {"kwd-group-type": "author"})
        if owner:
            group.set("assigning-authority", owner)
        for keyword in keywords:
            add(group, "kwd", keyword.text)
            if keyword.major:
                group[-1].set("content-type", "major")
    for field, kind in TERMS.items():
        for vocabulary, subjects in groupby(getattr(citation, field), _vocabulary):
            group = SubElement(parent, "kwd-group", _vocabulary_attributes(kind, vocabulary))
            for subject in subjects:
                _subject(group, subject)
    if citation.chemicals:
        group = SubElement(parent, "kwd-group", {"kwd-group-type": "chemical"})
        for chemical in citation.chemicals:
            element = SubElement(group, "compound-kwd")
            if chemical.id:
                element.set("vocab-term-identifier", chemical.id)
            _part(element, "name", chemical.name)
            if chemical.registry_number:
                _part(element, "registry-number", chemical.registry_number)
    if citation.gene_symbols:
        group = SubElement(parent, "kwd-group", {"kwd-group-type": "gene-symbol"})
        for symbol in citation.gene_symbols:
            add(group, "kwd", symbol)
    if citation.subject_names:
        group = SubElement(parent, "kwd-group", {"kwd-group-type": "personal-name-subject"})
        for name in citation.subject_names:
            _person(group, name, lose)


def _owner(keyword: Keyword) -> str:
    return keyword.owner


def _vocabulary(subject: Subject) -> str:
    return subject.vocabulary


def _vocabulary_attributes(kind: str, vocabulary: str) -> dict[str, str]:
    """Return the attributes of a group: MeSH is what PubMed's subjects are unless they say otherwise."""
    if kind == "subject" and not vocabulary:
        return MESH
    return {"kwd-group-type": kind, **({"vocab": vocabulary} if vocabulary else {})}


def _subject(group: Any, subject: Subject) -> None:
    """Append a heading; its kind, and whether the article is chiefly about it, stand in ``content-type``."""
    kind = " ".join(filter(None, ("major" if subject.major else "", subject.kind)))
    if subject.qualifiers:
        element = SubElement(group, "compound-kwd")
        _part(element, "descriptor", subject.term)
        for qualifier in subject.qualifiers:
            part = SubElement(element, "compound-kwd-part")
            part.set("content-type", "major qualifier" if qualifier.major else "qualifier")
            if qualifier.id:
                part.text = ""
                content = {"content-type": "qualifier", "vocab-term-identifier": qualifier.id}
                SubElement(part, "named-content", content).text = qualifier.term
            else:
                part.text = qualifier.term
    else:
        add(group, "kwd", subject.term)
        element = group[-1]
    if kind:
        element.set("content-type", kind)
    if subject.id:
        element.set("vocab-term-identifier", subject.id)


def _person(group: Any, name: Name, lose: Lose) -> None:
    element = SubElement(group, "compound-kwd")
    if name.particle or name.dropping_particle:
        lose(SUBJECT_NAMES, "no place for particles")
    for part in PERSON_PARTS:
        if text := getattr(name, part):
            _part(element, part, text)


def _part(element: Any, kind: str, text: str) -> None:
    add(element, "compound-kwd-part", text)
    element[-1].set("content-type", kind)
