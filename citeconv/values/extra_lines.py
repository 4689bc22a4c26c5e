"""What Zotero keeps in its ``Extra`` for lack of a field: ``Publisher: Shelf Press``, a line or a part of one each.

A text goes in; its parts come out, each with the label before it. RIS and BibTeX have such a text for a note, where it
is taken for fields only if it begins with a label: within words one may mean anything.
"""

from __future__ import annotations

import re
from typing import Any

from citeconv.values.isbns import is_isbn
from citeconv.values.issns import find_issns
from citeconv.values.patterns import lazy

_IN_ANY_CASE = {
    "publisher": "publisher", "institution": "publisher", "place": "publisher_place",
    "publisher place": "publisher_place", "event place": "event_place", "event title": "event_title",
    "conference name": "event_title", "journal abbreviation": "container_title_short", "edition": "edition",
    "section": "section", "number": "issue", "library catalog": "source", "medium": "medium", "status": "status",
}  # fmt: skip
_AS_ZOTERO_HAS_IT = {
    "Publication Title": "container_title", "Book Title": "container_title", "Proceedings Title": "container_title",
    "Original Title": "original_title", "Series Title": "collection_title",
    "Volume": "volume", "Issue": "issue", "Pages": "page",
    "Num Pages": "number_of_pages", "ISSN": "issn", "ISBN": "isbn", "Version Number": "version",
    "Series Number": "collection_number", "Report Number": "number", "Article Number": "number",
    "PMID": "pmid", "PMCID": "pmcid", "DOI": "doi",
}  # fmt: skip
"""Labels that words in a note may look like, ``the issue: …``, and such as a change of the item's type leaves there."""
_FIELDS = {**_IN_ANY_CASE, **{label.lower(): field for label, field in _AS_ZOTERO_HAS_IT.items()}}
_LABEL = lazy(
    rf"(?:\A|(?<=\s))({'|'.join(_IN_ANY_CASE).replace(' ', '[ -]')}|(?-i:{'|'.join(_AS_ZOTERO_HAS_IT)})): (?=\S)", re.I
)
_OTHER = (
    r"_\w{1,20}|tex\.\w{1,20}|arXiv|Type|ZSCC|Citation Key|Original \w{1,12}"
    r"|Artwork Size|Archive Location|Page Version ID|Google-Books-ID|OCLC|Accepted"
    r"|[A-Z][a-z]{1,15}_\w{1,15}|Company|Distributor|Label"
)
"""Other labels there, among them those of Nature's pages, ``Cg_type: Research``."""
_OTHER_LABEL = lazy(rf"\s(?=(?:{_OTHER}): )")
"""Where another label begins within a line: ``7 OCLC: 8``."""
_LABELS = frozenset((*map(str.title, _IN_ANY_CASE), *_AS_ZOTERO_HAS_IT))
_OTHER_ALONE = lazy(_OTHER)
_LONGEST_LABEL = 40
"""Signs of a note that are looked at for its label."""
_FORMS = {
    "pmid": lazy(r"\d{1,8}"), "pmcid": lazy(r"PMC\d{1,9}"), "doi": lazy(r"10\.\d{4,9}/\S{1,200}"),
    **dict.fromkeys(("publisher", "publisher_place"), lazy(r"[^;\n]{1,150}")),
    **dict.fromkeys(("volume", "issue"), lazy(r"(?:[A-Z][a-z]{1,5}\.? )?[A-Z]?\d[\w./\u2013-]{0,12}")),
    "edition": lazy(r"(?=.{0,15}\d)[^;\n]{1,20}"),
}  # fmt: skip
"""Fields that a note may fill, and what may stand there."""


def begins(note: str) -> bool:
    """Return whether a note is such a text."""
    label, _, words = note[:_LONGEST_LABEL].partition(": ")
    return words[:1].strip() != "" and (label in _LABELS or _OTHER_ALONE.fullmatch(label) is not None)


def fill(fields: dict[str, Any], note: str, in_journal: bool) -> str:
    """Fill what a record lacks with what a note tells that begins with a label; return what is left of the note.

    Args:
        fields: The fields of the record when all else is read.
        note: The note.
        in_journal: Whether a number is that of an issue.
    """
    left = []
    for field, label, words in parts_of(note):
        stays = label[:1].islower() or (field == "issue" and not in_journal)
        if stays or not _takes(fields, field, words.strip(" ;")):
            left.append(f"{label}: {words}" if label else words)
    return " ".join([part.strip() for part in left])


def _takes(fields: dict[str, Any], field: str, words: str) -> bool:
    """Put what a label tells into its field; return whether it stands there."""
    value: Any = words
    if field == "issn":
        value, rest = find_issns(words)
        if rest.strip(" ,;"):
            return False
    elif field == "isbn":
        value = tuple(words.replace(",", " ").split())
        if not all(map(is_isbn, value)):
            return False
    elif field not in _FORMS or not _FORMS[field].fullmatch(words):
        return False
    held = fields.setdefault(field, value)
    return bool(value) and (tuple(held) if isinstance(held, list) else held) == value


def parts_of(text: str) -> list[tuple[str, str, str]]:
    """Return the parts of a text in order: the field that one is about, its label and its words.

    Zotero's CSV and BibTeX have blanks for the line ends, so that a value ends where the next label begins. What has no
    such label comes without field and label.
    """
    first, *pieces = _LABEL.split(text)
    parts = [("", "", first)]
    for label, value in zip(pieces[::2], pieces[1::2], strict=True):
        line, _, rest = value.strip().partition("\n")
        words, *others = _OTHER_LABEL.split(line, maxsplit=1)
        parts += [
            (_FIELDS[label.lower().replace("-", " ")], label, words),
            *[("", "", other) for other in (*others, rest)],
        ]
    return [part for part in parts if part[2]]
