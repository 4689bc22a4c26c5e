"""Keywords and headings: each kind of them is a ``kwd-group``.

What has parts (MeSH with qualifiers, substances, people) is a ``compound-kwd``.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from citeconv import Chemical, Citation, Keyword, Name, Subject
from citeconv_jats.elements import Elements, Lose
from citeconv_jats.mapping import MESH, PERSON_PARTS, SUBJECT_NAMES, TERMS

_PART = "compound-kwd-part"
_MAJOR = ' content-type="major"'


def add_terms(citation: Citation, elements: Elements, lose: Lose) -> None:
    """Write the groups of keywords of a citation."""
    _keywords(citation.keyword, elements)
    for field, kind in TERMS.items():
        _subjects(kind, getattr(citation, field), elements)
    _chemicals(citation.chemicals, elements)
    if citation.gene_symbols:
        elements.open("kwd-group", ' kwd-group-type="gene-symbol"')
        for symbol in citation.gene_symbols:
            elements.marked("kwd", symbol)
        elements.close()
    _people(citation.subject_names, elements, lose)


def _keywords(keywords: tuple[Keyword, ...], elements: Elements) -> None:
    for owner, own in groupby(keywords, attrgetter("owner")):
        authority = elements.attribute("assigning-authority", owner) if owner else ""
        elements.open("kwd-group", f' kwd-group-type="author"{authority}')
        for keyword in own:
            elements.marked("kwd", keyword.text, _MAJOR if keyword.major else "")
        elements.close()


def _subjects(kind: str, subjects: tuple[Subject, ...], elements: Elements) -> None:
    for vocabulary, own in groupby(subjects, attrgetter("vocabulary")):
        elements.open("kwd-group", _vocabulary(kind, vocabulary, elements))
        for subject in own:
            _subject(subject, elements)
        elements.close()


def _chemicals(chemicals: tuple[Chemical, ...], elements: Elements) -> None:
    if not chemicals:
        return
    elements.open("kwd-group", ' kwd-group-type="chemical"')
    for chemical in chemicals:
        elements.open("compound-kwd", _number(chemical.id, elements))
        elements.marked(_PART, chemical.name, ' content-type="name"')
        if chemical.registry_number:
            elements.marked(_PART, chemical.registry_number, ' content-type="registry-number"')
        elements.close()
    elements.close()


def _people(people: tuple[Name, ...], elements: Elements, lose: Lose) -> None:
    """Write the people whom a work is about."""
    named = [name for name in people if any(getattr(name, part) for part in PERSON_PARTS)]
    if len(named) < len(people):
        lose(SUBJECT_NAMES, "a person without a name")
    if named:
        elements.open("kwd-group", ' kwd-group-type="personal-name-subject"')
        for name in named:
            _person(name, elements, lose)
        elements.close()


def _vocabulary(kind: str, vocabulary: str, elements: Elements) -> str:
    """Return the attributes of a group: MeSH is what PubMed's subjects are unless they say otherwise."""
    if kind == "subject" and not vocabulary:
        return MESH
    return f' kwd-group-type="{kind}"{elements.attribute("vocab", vocabulary) if vocabulary else ""}'


def _subject(subject: Subject, elements: Elements) -> None:
    """Write a heading; its kind, and whether the article is chiefly about it, stand in ``content-type``."""
    kind = " ".join(filter(None, ("major" if subject.major else "", subject.kind)))
    attributes = f"{elements.attribute('content-type', kind) if kind else ''}{_number(subject.id, elements)}"
    if not subject.qualifiers:
        elements.marked("kwd", subject.term, attributes)
        return
    elements.open("compound-kwd", attributes)
    elements.marked(_PART, subject.term, ' content-type="descriptor"')
    for qualifier in subject.qualifiers:
        part = ' content-type="major qualifier"' if qualifier.major else ' content-type="qualifier"'
        if qualifier.id:
            elements.open_line(_PART, part)
            number = _number(qualifier.id, elements)
            elements.text("named-content", qualifier.term, f' content-type="qualifier"{number}')
            elements.close()
        else:
            elements.text(_PART, qualifier.term, part)
    elements.close()


def _number(term: str, elements: Elements) -> str:
    """Return the attribute for the number of a term in its vocabulary, none if there is none."""
    return elements.attribute("vocab-term-identifier", term) if term else ""


def _person(name: Name, elements: Elements, lose: Lose) -> None:
    if name.particle or name.dropping_particle:
        lose(SUBJECT_NAMES, "no place for particles")
    elements.open("compound-kwd")
    for part in PERSON_PARTS:
        if text := getattr(name, part):
            elements.marked(_PART, text, f' content-type="{part}"')
    elements.close()
