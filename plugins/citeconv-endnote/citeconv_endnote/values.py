"""What a text is by its form: numbers, pages, labels of abstracts, lists of keywords, titles and their abbreviations.

The text of a field goes in; what it says, or whether it is of a kind, comes out. The reader reads by it, and the writer
asks whether what it writes will be read as what it is.
"""

from __future__ import annotations

import re
from typing import Any

from citeconv import AbstractSection
from citeconv.values.bare import article_field, bare_article, bare_count
from citeconv.values.databases import numbers_by_pmid
from citeconv.values.dois import bare_doi
from citeconv.values.isbns import is_isbn
from citeconv.values.issns import parse_issn
from citeconv.values.links import ARXIV, without_arxiv
from citeconv.values.nlm import MANUSCRIPT_SYSTEMS
from citeconv.values.patterns import lazy

_MARKED_ID = lazy(r"(\S+) \[(doi|pii)\]", re.I)
PMID = lazy(r"\d{5,8}")
_WOS = lazy(r"(?:WOS|ISI):\w{15}", re.I)
_ARXIV = lazy(rf"arXiv:{ARXIV}", re.I)
SHAPES: dict[str, tuple[str, re.Pattern[str]]] = {
    "custom1": ("conflict_of_interest", lazy(r".{0,400}\b(?:competing|conflicts? of) interests?\b.*", re.I)),
    "custom2": ("pmcid", lazy(r"PMC\d{1,9}", re.I)),
    "custom6": ("manuscript_id", lazy(rf"(?:{MANUSCRIPT_SYSTEMS}|MID:)\w+", re.I)),
}
"""Custom fields in which EndNote's filters put an identifier or NLM's statement, and what it looks like."""
_NUMBER_LABEL = lazy(r"(?:e?ISSN|(?:e-)?ISBN)(?:-1[03])?:? +(?=[\dX])", re.I)
_REMARK = lazy(r" ?\([^()]{1,40}\)\Z")
"""What stands behind an ISBN, such as ``(eBook)``: it is kept, with the number that it belongs to."""
_NEXT_NUMBER = lazy(
    r"(?<=\)) +(?=\d{4}-)|(?:(?<=\b\d{4}-\d{3}[\dXx])|(?<=\b\d{9}[\dXx])|(?<=\b\d{13})),? +(?=\d{4}[-\d]\d{3})"
    r"|(?<=\b97[89]-[\d-]{12}\d),? +(?=97[89][-\d])"
)
"""What stands between an ISSN or ISBN and the next."""
_LABEL = lazy(r"(?:([A-Z][A-Z0-9 &/,()'’-]{2,80})|([A-Z][a-z]+(?: [a-z]+){0,3})):[ ]+(?=\S)")
_USUAL = frozenset(
    "aim aims background case conclusion conclusions context design discussion findings funding implications importance"
    " interpretation interventions introduction limitations method methods objective objectives participants patients"
    " purpose rationale registration result results setting significance summary".split()
)
_INNER_LABEL = lazy(r"[.?!)\]%] ([A-Z][A-Z &/,-]{3,60})\Z")
_LONGEST_LABEL = 64
SEMICOLON = lazy(r"(?:(?<! ) +)?; *")
_LONGEST_PAGES = 14
"""Characters of two pages, of six digits each at most."""
_NUMBERED = frozenset(("Report", "Government Document", "Patent", "Standard", "Case"))
"""Reference types that have a number of their own in the place of an ISBN."""
_BY_NUMBER = frozenset(("Report", "Patent", "Standard"))
"""Those in which EndNote's own label of that place is a number's."""
_SHORT_NUMBER = lazy(r"\d{1,7}|\d{1,6}[A-Z]")
_COUNT = lazy(r"\d{1,5}|(?:[ivxlc]{1,9}|[IVXLC]{1,9})(?:, ?| ?\+ ?)\d{1,5}")


def are_pages(text: str) -> bool:
    """Return whether a text can be nothing but two pages, ``10-19``."""
    first, _, last = text.partition("-")
    return len(text) < _LONGEST_PAGES and first.isdecimal() and last.isdecimal() and int(first) <= int(last)


def accession(text: str, database: str) -> tuple[str, str]:
    """Return the kind of an accession number, ``pmid``, ``wos``, ``arxiv`` or ``accession``, and its value.

    Args:
        text: The number.
        database: Name of the database that gave it; empty if not known.
    """
    if PMID.fullmatch(text) and (not database or numbers_by_pmid(database)):
        return "pmid", text
    if _ARXIV.fullmatch(text):
        return "arxiv", without_arxiv(text)
    return ("wos" if _WOS.fullmatch(text) else "accession"), text


def shaped(path: str, text: str) -> str:
    """Return what a custom field holds in the form that it has elsewhere; empty if it does not look like that."""
    target, shape = SHAPES[path]
    found = shape.fullmatch(text)
    return (text.upper() if target == "pmcid" else text) if found else ""


def serial_number(text: str) -> tuple[str, Any]:
    """Return ``issn`` or ``isbn`` and the value for the citation; empty and the text if it is neither."""
    if issn := parse_issn(text):
        return "issn", issn
    return ("isbn" if is_isbn(text) else ""), text


def numbers_on_a_line(text: str) -> list[str]:
    """Return the ISSNs, ISBNs and other numbers that stand on a line, each with what is said of it."""
    return SEMICOLON.split(_NEXT_NUMBER.sub(";", text))


def labelled_number(text: str) -> tuple[str, Any, bool]:
    """Return ``issn`` or ``isbn``, the value, and whether a remark stands behind it; empty if it is neither."""
    bare = _NUMBER_LABEL.sub("", text, count=1)
    target, value = serial_number(bare)
    if not target and (remark := _REMARK.search(bare)):
        return *serial_number(bare[: remark.start()]), True
    return target, value, False


def numbers_work(type_name: str, text: str) -> bool:
    """Whether what is no ISBN is the number of the work; in proceedings one too short for an ISBN is that.

    Args:
        type_name: The reference type.
        text: What stands in the place of an ISBN.
    """
    if type_name == "Conference Proceedings":
        return _SHORT_NUMBER.fullmatch(text) is not None
    return type_name in _NUMBERED


def stands_for_isbn(type_name: str, text: str) -> bool:
    """Whether a number is read as the work's where it stands in the place of an ISBN, as EndNote has it.

    Args:
        type_name: The reference type: a patent has its Patent Number there, a report its Report Number.
        text: The number.
    """
    return type_name in _BY_NUMBER and numbers_on_a_line(text) == [text] and not labelled_number(text)[0]


def number_beside(text: str) -> tuple[str, str]:
    """Return the DOI and the PII that a text is read as that stands where EndNote has its DOI; empty if it is none."""
    if article_field(text) == "pii":
        return "", bare_article(text)
    marked = _MARKED_ID.fullmatch(text)
    if marked and marked[2].lower() == "pii":
        return "", marked[1]
    return bare_doi(marked[1] if marked else text), ""


def is_address(text: str) -> bool:
    """Return whether a link is an address in the web, which ``<Go to ISI>://WOS:...`` is not."""
    return "://" in text and not text.startswith("<")


def is_count(text: str) -> bool:
    """Return whether what stands in Pages is their number."""
    return _COUNT.fullmatch(bare_count(text)) is not None


def read_abstract(text: str) -> tuple[AbstractSection, ...]:
    """Return the sections of an abstract: a line is a paragraph, and may begin with the label of its section.

    Args:
        text: Paragraphs on lines; labels in capitals, or one of the usual words, with a colon. Where the only paragraph
            has a label, others in capitals may follow within it.
    """
    lines = text.split("\n")
    if len(lines) == 1 and _cut_label(text)[0]:
        lines = _cut_at_labels(text)
    sections: list[tuple[str, list[str]]] = []
    for line in lines:
        label, rest = _cut_label(line)
        if label or not sections:
            sections.append((label, [rest]))
        else:
            sections[-1][1].append(line)
    return tuple([AbstractSection(label=label, paragraphs=tuple(paragraphs)) for label, paragraphs in sections])


def _cut_at_labels(text: str) -> list[str]:
    """Cut an abstract before each label in capitals that begins a sentence; labels are found by their colons."""
    pieces, start = [], 0
    colon = text.find(": ")
    while colon >= 0:
        found = _INNER_LABEL.search(text, max(start, colon - _LONGEST_LABEL), colon)
        if found:
            pieces.append(text[start : found.start() + 1])
            start = found.start(1)
        colon = text.find(": ", colon + 2)
    return [*pieces, text[start:]]


def _cut_label(line: str) -> tuple[str, str]:
    """Return the label that a paragraph begins with, empty if none, and the rest."""
    found = _LABEL.match(line)
    label = (found[1] or (found[2] if found[2].partition(" ")[0].lower() in _USUAL else "")) if found else ""
    return (label, line[found.end() :]) if found and label else ("", line)


def abbreviates(short: str, full: str) -> bool:
    """Return whether a title may be the abbreviation of another: its words begin like some of the other's, in order."""
    full = full.removeprefix("The ")
    if not 1 < len(short) < len(full) or short[0].casefold() != full[0].casefold():
        return False
    words = iter(full.casefold().replace(".", " ").split())
    return all(any(word[0] == own[0] for word in words) for own in short.casefold().replace(".", " ").split())
