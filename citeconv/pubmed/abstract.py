"""The free text of a record: abstract, further abstracts, copyright.

Blocks of wrapped text go in. The main abstract is one block, its sections are lines of it; a second block is the
same in another language, or says what it is (``Publisher:``); the last may be the copyright, which often has no © to
know it by.
"""

from __future__ import annotations

import re
from typing import Any

from citeconv.citation import Abstract, AbstractSection
from citeconv.pubmed.text import unwrap

KINDS = {
    "Publisher": "publisher",
    "Plain Language Summary": "plain-language-summary",
    "Plain language summary": "plain-language-summary",
    "AIDS": "aids",
    "AAMC": "aamc",
    "KIE": "kie",
    "NASA": "nasa",
    "PIP": "pip",
}
"""NLM's ``OtherAbstract/@Type`` by the word that PubMed prints before it."""

_KIND = re.compile(rf"({'|'.join(KINDS)}): ")
_LABEL_TEXT = r"[A-Z][^a-z\n:]{1,90}[^a-z\s:]|[A-Z]{2,}"
_LABEL = re.compile(rf"({_LABEL_TEXT}): ?(?=\S)")
_LABELLED_LINE = re.compile(rf"\n(?=(?:{_LABEL_TEXT}):[ \n])")
_COPYRIGHT = re.compile(
    r"(?:Copyright|Crown Copyright|COPYRIGHT|\([cC]\)|©|Published (?:\d{4} )?by|This article is protected|CC[- ]BY"
    r"|Creative Commons|Licen[sc]ed under|This (?:work|article) is (?:licensed|distributed)|This is an open access"
    r"|(?:Georg )?Thieme\b|(?:19|20)\d\d,? |Â©|The Author)"
)
_RIGHTS = ("©", "ll rights reserved", "ublic domain", "reative Commons", "pen access article", "pen-access article")
_COPYRIGHT_LIMIT = 1200
_TAIL_LIMIT = 160


def parse_texts(blocks: list[str], marked: bool) -> dict[str, Any]:
    """Return the fields ``abstract``, ``other_abstracts`` and ``copyright``, those that there are.

    Args:
        blocks: The blocks behind the relations and before the identifiers.
        marked: Whether a blank at the end of a line says that the line goes on.
    """
    fields: dict[str, Any] = {}
    rights: list[str] = []
    while blocks and _is_copyright(blocks[-1], len(blocks) > 1):
        rights.insert(0, unwrap(blocks.pop()))
    if rights:
        fields["copyright"] = " ".join(rights)
    others: list[Abstract] = []
    for block in blocks:
        kind = _KIND.match(block)
        if kind:
            others.append(Abstract(kind=KINDS[kind[1]], sections=_sections(block[kind.end() :], marked)))
        elif "abstract" not in fields:
            fields["abstract"] = _sections(block, marked)
        else:
            others.append(Abstract(kind="translated", sections=_sections(block, marked)))
    if others:
        fields["other_abstracts"] = tuple(others)
    return fields


def _is_copyright(block: str, follows_abstract: bool) -> bool:
    """Whether the last block is about rights: by its words, or by being a short end to a long text."""
    if len(block) > _COPYRIGHT_LIMIT or _KIND.match(block):
        return False
    if not follows_abstract:
        return _COPYRIGHT.match(block) is not None and len(block) < _TAIL_LIMIT * 2
    return len(block) < _TAIL_LIMIT or _COPYRIGHT.match(block) is not None or any(word in block for word in _RIGHTS)


def _sections(block: str, marked: bool) -> tuple[AbstractSection, ...]:
    if "\n" not in block:
        parts = [block]
    elif marked:
        parts = block.split("\n")
    else:
        parts = _LABELLED_LINE.split(block)
    sections: list[AbstractSection] = []
    loose: list[str] = []  # paragraphs without a label, in a row
    for part in parts:
        text = unwrap(part)
        label = _LABEL.match(text)
        if label is None:
            if text:
                loose.append(text)
            continue
        if loose:
            sections.append(AbstractSection(paragraphs=tuple(loose)))
            loose = []
        sections.append(AbstractSection(label=label[1], paragraphs=(text[label.end() :],)))
    if loose:
        sections.append(AbstractSection(paragraphs=tuple(loose)))
    return tuple(sections)
