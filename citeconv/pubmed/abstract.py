"""The free text of a record: abstract, further abstracts, copyright.

Blocks of wrapped text go in. The main abstract is one block, its sections are lines of it; a second block is the
same in another language, or says what it is (``Publisher:``); the last may be the copyright, which often has no © to
know it by.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from citeconv.citation import Abstract, AbstractSection
from citeconv.pubmed.text import unwrap, whole_lines
from citeconv.values.abstracts import lines_of_sections
from citeconv.values.nlm import OTHER_ABSTRACTS
from citeconv.values.patterns import lazy

KINDS = {
    **{word: kind for kind, word in OTHER_ABSTRACTS.items() if word != kind},
    **dict.fromkeys(("Plain Language Summary", "Plain language summary"), "plain-language-summary"),
}
"""NLM's ``OtherAbstract/@Type`` by the word that PubMed prints before it: NLM's own, but of the one with hyphens."""
_FOREIGN = ("publisher", "translated")
"""Kinds of abstract whose languages a record names."""

_KIND = lazy(rf"({'|'.join(KINDS)}):(?: |\n|\Z)")
LABEL_WORDS = r"(?:[A-Z][^a-z\n:]{1,90}[^a-z\s:]|[A-Z]{2,}|[\u00bb\u2022\u25aa\u25cf]):"
"""Capitals, or a sign before each item of a list (``»: Tides rise.``, JBJS Reviews)."""
_LABEL = lazy(rf"{LABEL_WORDS}+\s{{0,3}}(?=\S)")
_LABELLED_LINE = lazy(rf"\n(?={LABEL_WORDS}+[ \n])")
_GLUED_LABEL = lazy(r"\.(?<=[\da-z)\]%]\.)(?=[A-Z][A-Z ,/&\n]{5,60}:[ \n])")
"""Where the older exports print a section behind one without a label."""
_STOPPED_LABEL = lazy(r"[A-Z][^a-z\n:.?!]{2,90}[.?] (?=\S)")
"""One that ends in a stop of its own, behind which no colon is printed: ``WHAT IS KNOWN? …``, ``METHODS. …``."""
_ANY_LABEL = lazy(r"""[^\W\d_][^\n:.?!"“(]{0,60}[^\s:.?!"“(]:+ \s{0,2}(?=\S)""")
_SENTENCE = lazy(r"(?!What |Why |How |Who )[^:]{0,60} (?:is|are|was|were|has|have|had) ")
"""What a label does not say: ``Three lichens were found: …``."""
_USUAL = frozenset(
    "Abstract|Aim|Aim of the study|Aims|Aims & objectives|Aims and objectives|Background|Background & aims|"
    "Background & objectives|Background and aim|Background and aims|Background and objective|"
    "Background and objectives|Background and purpose|Case|Case presentation|Case report|Clinical relevance|"
    "Clinical trial registration|Conclusion|Conclusions|Context|Data sources|Design|Discussion|"
    "Evidence acquisition|Evidence synthesis|Findings|Funding|Implications|Importance|Interpretation|"
    "Interpretation & conclusions|Intervention|Interventions|Introduction|Key words|Keywords|Limitations|"
    "Main outcome measures|Material and methods|Materials & methods|Materials and methods|Measurements|Method|"
    "Methodology|Methods|Methods and findings|Methods and results|Objective|Objectives|Outcomes|Participants|"
    "Patients|Patients and methods|Purpose|Purpose of review|Rationale|Recent findings|Registration|Result|"
    "Results|Results and discussion|Setting|Settings and design|Significance|Statistical analysis|"
    "Statistical analysis used|Study design|Study design and methods|Subjects|Subjects and methods|Summary|"
    "Trial registration".lower().split("|")
)
SMALL_LABEL = rf"(?=[A-Za-z &]{{3,40}}:)(?i:{'|'.join(sorted(_USUAL, reverse=True))}):+ "
"""One of the usual labels, of which none is tried where no colon follows soon."""
_LABEL_WITHIN_LINE = lazy(rf"[.?!)\]] {SMALL_LABEL}")
_SMALL_LABELLED_LINE = lazy(rf"\n(?={LABEL_WORDS}+[ \n]|{SMALL_LABEL})")
_COPYRIGHT = lazy(
    r"(?:Copyright|Crown Copyright|COPYRIGHT|\([cC]\)|©|Published (?:\d{4} )?by|This article is protected|CC[- ]BY"
    r"|Creative Commons|Licen[sc]ed under|This (?:work|article) is (?:licensed|distributed)|This is an open access"
    r"|(?:Georg )?Thieme\b|(?:19|20)\d\d,? [A-Z]|The Author)"
)
"""How a statement of copyright begins."""
_RIGHTS = ("©", "ll rights reserved", "ublic domain", "reative Commons", "pen access article", "pen-access article")
_ALONE = (
    "Copyright",
    "Crown Copyright",
    "©",
    "(c) ",
    "(C) ",
    "Published by",
    "This article is protected by copyright",
    "Georg Thieme Verlag ",
    "Thieme ",
)
_LEAST_OWNERS = 5
_MOST_NAMES = 6
_HEADING = "Abstract\n"
"""What stands above an abstract that was copied from a page."""
_MOST_LANGUAGES = 2
"""In how many an abstract stands without a word that says so; more blocks are its paragraphs."""
_COPYRIGHT_LIMIT = 1200
_LABEL_LENGTH = 100
"""Signs within which a label ends."""
_TAIL_LIMIT = 160
_NEAR_BEGIN = 40


def parse_texts(blocks: list[str], marked: bool, languages: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fields ``abstract``, ``other_abstracts`` and ``copyright``, those that there are.

    Args:
        blocks: The blocks behind the relations and before the identifiers.
        marked: Whether a blank at the end of a line says that the line goes on.
        languages: Of the publisher's abstracts, or of a second one, where the record names them.
    """
    fields: dict[str, Any] = {}
    rights: list[str] = []
    while blocks and _is_copyright(blocks[-1], len(blocks) > 1, last=not rights):
        rights.insert(0, unwrap(blocks.pop()))
    in_paragraphs = (
        len(blocks) > _MOST_LANGUAGES and sum([not _KIND.match(block) for block in blocks]) > _MOST_LANGUAGES
    )
    others: list[Abstract] = []
    for block in blocks:
        lines = _lines(block.removeprefix(_HEADING), marked)
        kind = _KIND.match(lines[0])
        if kind:
            lines[0] = lines[0][kind.end() :]
            if len(lines) > 1 and _is_about_rights(lines[-1]):  # older exports leave no line free before it
                rights.insert(0, lines.pop())
            others.append(Abstract(kind=KINDS[kind[1]], sections=_sections(lines)))
        elif "abstract" not in fields:
            fields["abstract"] = _sections(lines)
        elif in_paragraphs or _continues(fields["abstract"], block):
            fields["abstract"] = _joined(fields["abstract"], _sections(lines))
        else:
            others.append(Abstract(kind="translated", sections=_sections(lines)))
    if rights:
        fields["copyright"] = " ".join(rights)
    if others:
        fields["other_abstracts"] = tuple(_with_languages(others, languages) if languages else others)
    return fields


def _with_languages(abstracts: list[Abstract], languages: tuple[str, ...]) -> list[Abstract]:
    """Return abstracts, those of other languages with theirs: one for all, or one for each in the order named."""
    foreign = sum(abstract.kind in _FOREIGN for abstract in abstracts)
    if len(languages) not in (1, foreign):
        return abstracts
    own = iter(languages * foreign)
    return [replace(each, language=next(own)) if each.kind in _FOREIGN else each for each in abstracts]


def _is_copyright(block: str, follows_abstract: bool, last: bool) -> bool:
    """Whether a block is about rights: by its words, or by being a short end to a long text.

    Args:
        block: The last one, or the last before those that are.
        follows_abstract: Whether there are others before it.
        last: Whether there are none behind it.
    """
    if len(block) > _COPYRIGHT_LIMIT or _KIND.match(block):
        return False
    if not follows_abstract:
        return _is_about_rights(block)
    if _begins_section(block):
        return False
    about_rights = _COPYRIGHT.match(block) is not None or any(word in block for word in _RIGHTS)
    return about_rights or (last and (len(block) < _TAIL_LIMIT or _is_list_of_owners(unwrap(block))))


def _is_list_of_owners(text: str) -> bool:
    """Whether a text is nothing but people in full, who own the rights."""
    owners = [owner.removeprefix("and ").split(" ") for owner in text.split(", ")]
    return len(owners) >= _LEAST_OWNERS and all(
        1 < len(names) <= _MOST_NAMES and names[0][:1].isupper() and names[-1][:1].isupper() for names in owners
    )


def _is_about_rights(text: str) -> bool:
    """Whether a text is a copyright by how it begins, wherever it stands."""
    return (text.startswith(_ALONE) or "©" in text[:_NEAR_BEGIN]) and len(text) < _TAIL_LIMIT * 2


def _continues(abstract: tuple[AbstractSection, ...], block: str) -> bool:
    """Whether a block goes on with an abstract between whose sections somebody left a line free."""
    label = block[:_LABEL_LENGTH].partition(":")[0].lower()
    labels = {section.label.lower() for section in abstract}
    return _begins_section(block) and label not in labels and labels <= _USUAL


def _joined(sections: tuple[AbstractSection, ...], others: tuple[AbstractSection, ...]) -> tuple[AbstractSection, ...]:
    """Return the sections of two blocks, as one the last and the first without a label."""
    last, first = sections[-1:], others[:1]
    if last and first and not last[0].label and not first[0].label:
        both = AbstractSection(paragraphs=last[0].paragraphs + first[0].paragraphs)
        return (*sections[:-1], both, *others[1:])
    return sections + others


def _begins_section(block: str) -> bool:
    """Whether a block begins with a label that sections of abstracts have, but not the one for rights."""
    label, colon, _ = block[:_LABEL_LENGTH].partition(":")
    return bool(colon) and label.lower() in _USUAL


def _lines(block: str, marked: bool) -> list[str]:
    """Return the real lines of a block, unwrapped."""
    if marked:
        lines = block.split("\n")
    elif "\n" not in block:
        lines = [block]
    elif block[:_LABEL_LENGTH].partition(":")[0].lower() in _USUAL and _LABEL_WITHIN_LINE.search(block) is None:
        lines = whole_lines(block, _SMALL_LABELLED_LINE)
    else:
        lines = whole_lines(block, _LABELLED_LINE)
    if not marked and _GLUED_LABEL.search(block):
        lines = [part for line in lines for part in _GLUED_LABEL.sub(".\n", unwrap(line)).split("\n")]
    if marked and len(lines) > 1:
        return list(map(unwrap, lines)) if "  " in block else lines
    return [part for line in lines for part in lines_of_sections(unwrap(line))]


def _sections(lines: list[str]) -> tuple[AbstractSection, ...]:
    """Return the sections in the lines of an abstract."""
    if len(lines) == 1 and lines[0] and ":" not in lines[0][:_LABEL_LENGTH]:  # as most are
        return (AbstractSection(paragraphs=(lines[0],)),)
    sections: list[AbstractSection] = []
    loose: list[str] = []  # paragraphs without a label, in a row
    labels = [_LABEL.match(text) if ":" in text[:_LABEL_LENGTH] else None for text in lines]
    if len(lines) > 1 and None in labels:
        labels = _with_stops(lines, labels) or _with_small_letters(lines, labels)
    for text, label in zip(lines, labels, strict=True):
        if label is None:
            if text:
                loose.append(text)
            continue
        if loose:
            sections.append(AbstractSection(paragraphs=tuple(loose)))
            loose = []
        sections.append(AbstractSection(label=_words_of(label), paragraphs=(text[label.end() :],)))
    if loose:
        sections.append(AbstractSection(paragraphs=tuple(loose)))
    return tuple(sections)


def _with_stops(lines: list[str], labels: list[re.Match[str] | None]) -> list[re.Match[str] | None] | None:
    """Return the labels of lines, of which some end in a stop of their own; None unless each line has one."""
    found = [label or _STOPPED_LABEL.match(text) for text, label in zip(lines, labels, strict=True)]
    return None if None in found else found


def _with_small_letters(lines: list[str], labels: list[re.Match[str] | None]) -> list[re.Match[str] | None]:
    """Return the labels of lines, with those that are not in capitals: usual ones, or any where each line has one."""
    found = [_ANY_LABEL.match(text) if ": " in text[:_LABEL_LENGTH] else None for text in lines]
    if not any([label is None or _SENTENCE.match(label[0]) for label in found]):
        return [label or other for label, other in zip(labels, found, strict=True)]
    return [
        label or (other if other and _words_of(other).lower() in _USUAL else None)
        for label, other in zip(labels, found, strict=True)
    ]


def _words_of(label: re.Match[str]) -> str:
    words = label[0].rstrip()
    return words.rstrip(": ") if words.endswith(":") else words.rstrip(".")
