"""EndNote's reference types and CSL's types: a table, its exceptions, and what other programs call the same.

The name or number of a reference type goes in, a type of CSL comes out, and back. The numbers are those of EndNote XML;
JabRef and Mendeley count otherwise, so that the name decides wherever there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from citeconv.values.databases import PARTS_OF_SERIES

if TYPE_CHECKING:
    from citeconv.citation import CitationType


class ReferenceType(NamedTuple):
    """A reference type: its name, its number in EndNote XML (0: not known), and CSL's type."""

    name: str
    number: int
    csl: CitationType


_TABLE = """
Aggregated Database 55 dataset|Ancient Text 51 classic|Artwork 2 graphic|Audiovisual Material 3 broadcast|Bill 4 bill
Blog 56 post-weblog|Book 6 book|Book Section 5 chapter|Case 7 legal_case|Catalog 8 document|Chart or Table 38 figure
Classical Work 49 classic|Computer Program 9 software|Conference Paper 47 paper-conference
Conference Proceedings 10 paper-conference|Dataset 59 dataset|Dictionary 52 entry-dictionary|Edited Book 28 book
Electronic Article 43 article|Electronic Book 44 book|Electronic Book Section 60 chapter
Encyclopedia 53 entry-encyclopedia|Equation 39 document|Figure 37 figure|Film or Broadcast 21 motion_picture
Generic 13 document|Government Document 46 report|Grant 54 document|Hearing 14 hearing|Interview 0 interview
Journal Article 17 article-journal|Legal Rule or Regulation 50 regulation|Magazine Article 19 article-magazine
Manuscript 36 manuscript|Map 20 map|Music 61 musical_score|Newspaper Article 23 article-newspaper
Online Database 45 dataset|Online Multimedia 48 broadcast|Pamphlet 24 pamphlet|Patent 25 patent
Personal Communication 26 personal_communication|Podcast 0 broadcast|Press Release 0 document|Report 27 report
Serial 57 periodical|Social Media 0 post|Standard 58 standard|Statute 31 legislation|Television Episode 0 broadcast
Thesis 32 thesis|Unpublished Work 34 manuscript|Web Page 12 webpage
"""
_ROWS = [row.rsplit(" ", 2) for line in _TABLE.split("\n") for row in line.split("|") if row]
TYPES: dict[str, ReferenceType] = {
    name: ReferenceType(name, int(number), cast("CitationType", csl)) for name, number, csl in _ROWS
}
"""Every reference type by its name."""

PREFERRED: dict[CitationType, str] = {
    "book": "Book", "broadcast": "Audiovisual Material", "chapter": "Book Section", "classic": "Classical Work",
    "dataset": "Dataset", "document": "Generic", "figure": "Figure", "manuscript": "Unpublished Work",
    "paper-conference": "Conference Proceedings", "report": "Report",
}  # fmt: skip
"""The reference type that is written where several are of one CSL type."""

NEAREST: dict[CitationType, str] = {
    "collection": "Generic", "entry": "Encyclopedia", "event": "Generic", "performance": "Generic",
    "review": "Journal Article", "review-book": "Journal Article", "song": "Music", "speech": "Conference Paper",
    "treaty": "Statute",
}  # fmt: skip
"""The reference type for CSL's types that EndNote has not; that they are another type is reported."""

ALIASES: dict[str, str] = {
    "article": "Journal Article", "book chapter": "Book Section", "chapter": "Book Section",
    "computer": "Computer Program",
    "conference": "Conference Proceedings", "data": "Dataset", "data set": "Dataset", "dissertation": "Thesis",
    "electronic journal article": "Electronic Article", "film": "Film or Broadcast", "journal": "Journal Article",
    "magazine": "Magazine Article", "newspaper": "Newspaper Article", "preprint": "Electronic Article",
    "serial publication": "Serial", "software": "Computer Program", "unpublished": "Unpublished Work",
    "web site": "Web Page", "website": "Web Page",
    "期刊": "Journal Article", "期刊文章": "Journal Article", "学位论文": "Thesis", "图书": "Book", "书籍": "Book",
    "会议论文": "Conference Proceedings", "报纸文章": "Newspaper Article", "专利": "Patent",
}  # fmt: skip
"""Names that other programs, and EndNote's versions, give to reference types; in lower case."""

_BY_NAME = {name.lower(): each for name, each in TYPES.items()}
_BY_NAME.update((alias, TYPES[name]) for alias, name in ALIASES.items())
_BY_NUMBER = {each.number: each for each in TYPES.values() if each.number}
_WRITTEN: dict[CitationType, ReferenceType] = {
    **{each.csl: each for each in TYPES.values()},
    **{csl: TYPES[name] for csl, name in (PREFERRED | NEAREST).items()},
}


def reference_type(name: str, number: str = "") -> ReferenceType | None:
    """Return the reference type of a name, or of a number where the name says nothing; None if there is none.

    Users of EndNote may give a type a name of their own; its number stays.
    """
    found = _BY_NAME.get(name.strip().lower())
    if found is None and number.isascii() and number.isdigit():
        found = _BY_NUMBER.get(int(number[:4]))
    return found


def read_type(known: ReferenceType | None, work_type: str) -> CitationType:
    """Return CSL's type for a reference type, or none that is known, and what the type of work is called."""
    if known is None:
        return "document"
    part = PARTS_OF_SERIES.get(work_type.lower()) if known.name == "Serial" else None
    return cast("CitationType", part) if part else known.csl


def written_type(csl: CitationType) -> ReferenceType:
    """Return the reference type that is written for a type of CSL."""
    return _WRITTEN[csl]


def names_written_type(name: str, csl: CitationType) -> bool:
    """Return whether a name, or what other programs call the same, is that of the type that is written for CSL's."""
    written = _WRITTEN[csl]
    return name == written.name or (name.lower() in ALIASES and _BY_NAME[name.lower()] is written)
