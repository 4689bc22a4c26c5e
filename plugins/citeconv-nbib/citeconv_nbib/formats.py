"""The format at work: records are read, and written tag for tag.

The writer reads what it has written, so that it can say of any citation what the format could not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from msgspec.structs import replace

import citeconv_nbib as declared
from citeconv import FIELDS, Citation, Leftover, Name, Record, RecordError, Source
from citeconv.values.markup import plain, unescape
from citeconv.values.names import are_initials, initials_of
from citeconv.values.supplements import told_in_issue
from citeconv_nbib import eric, mapping
from citeconv_nbib.reading import read_citation, unescaped
from citeconv_nbib.syntax import (
    JOINED,
    PARTED,
    WITHIN,
    Lines,
    by_tag,
    cut_before_ris,
    cut_tail,
    grouped,
    record_start,
    tagged,
    wrapped,
)
from citeconv_nbib.writing import in_order, kept, plain_lines, record_lines

_PMID = "PMID-"
_OWNER, _LAST = "\nOWN -", "\nSO  -"
"""What stands in each record of PubMed's and NLM's own, behind its number and at its end."""


class Nbib(declared.Nbib):
    """MEDLINE, as PubMed saves it and reference managers import it."""

    carries = mapping.CARRIES
    separator = "\n"
    _ended = False  # whether any record has its end

    def split(self, source: Source) -> Iterator[Record]:
        """Cut at each ``PMID-``, whether there is an empty line before it or not."""
        pieces = source.records(record_start(source.head), WITHIN)
        for piece in chain.from_iterable(map(cut_before_ris, pieces)):
            text = piece.data
            usual = text.find(_PMID, len(_PMID)) < 0 and "\n\n" not in text.rstrip()
            if usual or isinstance(piece, Leftover) or piece.fault:
                yield piece
            else:
                for record in piece.cut(JOINED, _PMID):
                    for part in record.cut(PARTED, "\n\n"):
                        yield from cut_tail(part)

    def parse(self, record: Record) -> Citation:
        """Read one record."""
        if record.data.rfind(_LAST) >= 0:
            self._ended = True
        elif self._ended and record.data.find(_OWNER) >= 0:
            self.note("no SO at its end, which others have: it may be cut short")
        return read_record(record.data)

    def write(self, citation: Citation) -> str:
        """Write one record, and read it again to see what of the citation it does not hold."""
        told, own = told_in_issue(citation, self.lose, self.keep), kept(citation)
        best = _Attempt(citation, told, own)
        if own and best.fields:  # perhaps a wording is that of another citation, which has been changed
            for tag in own:
                without = _Attempt(citation, told, {other: own[other] for other in best.own if other != tag})
                best = without if without.corrects(best) else best
            if len(best.own) < len(own):
                best.changes.setdefault("extra", "what it had in other words was changed")
        for field, why in best.changes.items():
            self.lose(field, why)
        return best.text


class _Attempt:
    """A record with certain wordings, and what is read in it.

    Attributes:
        own: The wordings by tag.
        text: The record.
        changes: The fields that are read otherwise than they were to be written, each with the reason.
        fields: These without ``extra``.
    """

    def __init__(self, citation: Citation, told: Citation, own: dict[str, list[str]]) -> None:
        usual = plain_lines(record_lines(told, own))
        lines = with_wording(usual, own) if own else usual
        if not lines:
            raise RecordError("there is nothing in it that MEDLINE has a tag for")
        self.own = own
        self.text = wrapped(in_order(lines))
        self._again = read_record(self.text)
        self.changes = _changes(citation, self._again)
        self.fields = self.changes.keys() - {"extra"}

    def corrects(self, other: _Attempt) -> bool:
        """Whether another attempt, with one wording more, has something outdated in it."""
        differs = any([getattr(self._again, field) != getattr(other._again, field) for field in other.fields])
        return differs and len(self.fields) <= len(other.fields)


def _changes(citation: Citation, again: Citation) -> dict[str, str]:
    """Return the fields that differ when a record is read again, each with the reason."""
    if citation == again:
        return {}
    changes = {}
    for field in FIELDS:
        if field in mapping.CARRIES:
            wanted, found = getattr(citation, field), getattr(again, field)
            if wanted != found and (why := _difference(field, wanted, found)):
                changes[field] = why
    return changes


def read_record(text: str) -> Citation:
    """Return the citation in the text of a record.

    Raises:
        RecordError: Nothing in it says which article it is.
    """
    if text.startswith(eric.START):
        return eric.read_lines(unescaped(tagged(text))[0])
    if "&" not in text or unescape(text) == text:
        return read_citation(grouped(text))
    lines, odd = unescaped(tagged(text))
    citation = read_citation(by_tag(lines))
    own = kept(citation)
    words = tuple([(f"nbib:{tag}", value) for tag, value in odd if tag not in own])
    return replace(citation, extra=(*citation.extra, *words)) if words else citation


def with_wording(lines: Lines, own: dict[str, list[str]]) -> Lines:
    """Return lines with those tags replaced whose wording was kept when they were read."""
    written = {tag for tag, _ in lines}
    replaced = [tag for tag in own if mapping.TAG.fullmatch(tag) and not (tag in mapping.FIRST and tag in written)]
    kept_lines = [line for line in lines if line[0] not in replaced]
    return kept_lines + plain_lines([(tag, value) for tag in replaced for value in own[tag]])


def _difference(field: str, wanted: Any, found: Any) -> str:
    """Return why a field differs; empty if it does not in what the format promises."""
    if field == "publication_types" and not wanted:
        return ""  # a type was written for readers
    if field == "extra":
        return _difference_of_extra(wanted, found)
    if isinstance(wanted, tuple) and wanted and getattr(wanted[0], "details", ()):
        wanted = tuple([_promised(part, field) for part in wanted])
    if field == "related":
        wanted = tuple(
            [replace(each, citation=each.citation.removesuffix(f"PMID: {each.pmid}").strip()) for each in wanted]
        )
    if wanted == found:
        return ""
    if isinstance(wanted, str):
        if found == plain(wanted):
            return "MEDLINE has no markup"
        if found == " ".join(plain(wanted).split()):
            return "line ends and blanks became single blanks"
    return _REASONS.get(field, "MEDLINE cannot hold it as it is")


def _difference_of_extra(wanted: tuple[tuple[str, str], ...], found: tuple[tuple[str, str], ...]) -> str:
    foreign = [tag for tag, _ in wanted if not tag.startswith("nbib:")]
    if foreign:
        return f"{foreign[0]} is not a tag of MEDLINE"
    lost = [tag for tag, value in wanted if (tag, value) not in found and value]
    changed = lost or [tag for tag, value in found if (tag, value) not in wanted]
    return f"{changed[0]} is read in another way" if changed else ""


_REASONS = {
    **dict.fromkeys(mapping.NAMES, "MEDLINE has no way to write a name as it is"),
    "chemicals": "a substance has no number of MeSH",
    "related": "a relation has a kind, a text with its DOI, and a PMID",
    "subjects": "a qualifier has no number of MeSH",
}


def _promised(part: Any, field: str) -> Any:
    """Return a part of a field with what the format promises to carry; a name without initials that it would find."""
    lost = {
        detail: type(getattr(part, detail))() for detail in part.details if f"{field}.{detail}" not in mapping.CARRIES
    }
    part = replace(part, **lost) if lost else part
    if not isinstance(part, Name):
        return part
    return _plainer(replace(part, members=tuple([_plainer(member) for member in part.members])))


def _plainer(name: Name) -> Name:
    needless = name.initials and name.initials == initials_of(name.given) and not are_initials(name.given)
    return replace(name, initials="") if needless else name
