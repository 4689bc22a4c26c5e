"""Notes: what people, publishers and we ourselves put there goes in, the fields that it is about come out.

A note may say when an address was looked up, hold a PMID, an arXiv number or a state, or what an entry has no other
place for. What is about nothing else stays a note.
"""

from __future__ import annotations

import re

from citeconv.values.conferences import conference_in
from citeconv.values.dois import ANY_DOI, BEFORE_DOI
from citeconv.values.extra_lines import begins, fill
from citeconv.values.nlm import PUBLICATION_STATUSES, tell_retraction
from citeconv.values.patterns import lazy
from citeconv.values.tex import text, verbatim
from citeconv_bibtex import mapping
from citeconv_bibtex.checks import is_isbn
from citeconv_bibtex.reading.identifiers import is_at_arxiv
from citeconv_bibtex.reading.places import Places, read_pages
from citeconv_bibtex.reading.visits import address_in, looked_up
from citeconv_bibtex.reading.when import edtf

PLACE_IN_NOTE = lazy(r"[^ ,]+(?:, [^ ,\d]*\d[^ ,]*)*")
"""Pages, or the number of an article, as they are known again in a note."""
_WHEN = lazy(
    r"(?!(?:(?!july)[a-z]{2,20}ly|online|by|in|on|as|for|under|and|with|from|at|the|a|an|also|ahead|before|after|earlier"
    r"|elsewhere|first|here|since|through|to|via|within|without|erratum)\b).*",
    re.I,
)
"""What may say when, behind *Published*, and not where or how."""
_PMID = lazy(r"PMID: ?(\d{1,8})(?:[;,] ?PMCID: ?(PMC\d{1,8}))?")
"""What ACS, SAGE and others have for a note; among more, ProQuest has a PMID that is none of PubMed's."""

_DOI = lazy(rf"(?!10){BEFORE_DOI}({ANY_DOI})", re.I)
_ISBN = lazy(r"ISBN:? ([\dX -]{10,17})")
"""What R's lists of books have for notes."""
_NUMBER_IN_ZBMATH = lazy(r"Id/No ([\w.-]{1,20})")
"""What zbMATH has for a note: the number of an article, whose pages are counted."""
_VOTES = lazy(r'(?<!\\)\{((?="[^"{}]{1,80}"=>)[^{}]*)\}')
"""What Rayyan has of each reviewer, whose braces are signs: ``RAYYAN-INCLUSION: {"Ann"=>"Included"}``."""
EVENT = ("event_title", "event_place", "event_date")
"""What a note may tell of a conference, in the order of ``conference_in``."""
_EVENT_FIELDS = frozenset(("eventtitle", "conference", "venue", "eventdate"))


class Notes(Places):
    """The methods for fields that hold notes."""

    def _further_note(self, name: str, value: str) -> None:
        if words := text(value):
            self._read_beside(words)
            self._add("note", words)

    def _addendum(self, name: str, value: str) -> None:
        if "note" in self.values:
            self._take("note")
            self._note("note", self.values["note"])
        if self._may_say_when() and (date := looked_up(text(value))):
            self.out["accessed"] = date
        else:
            self._further_note(name, value)

    def _note(self, name: str, value: str) -> None:
        """Read a note; what we ourselves put there is recognised, and when an address was looked up."""
        words = text(_VOTES.sub(r"\\{\1\\}", value) if '"=>' in value else value)
        if self._may_say_when() and (date := looked_up(words)):
            self.out["accessed"] = date
            return
        if self._take_address(words):
            return
        if (told := _PMID.fullmatch(words)) and not {"pmid", "pmcid"} & self.values.keys():
            self._put("pmid", told[1], name)
            self._put("pmcid", told[2] or "", name)
            return
        free = "; ".join([part for part in words.split("; ") if not self._take_part(part)])
        if free:
            self._read_beside(free)
            self.out["note"] = tuple(dict.fromkeys((free, *self.out.get("note", ()))))

    def _visit(self, name: str, value: str) -> None:
        """Read when an address was looked up, in a field that may be about something else (``cited``)."""
        date = looked_up(f"accessed {text(value)}")
        if date is None:
            self._keep(name, value)
        else:
            self._put("accessed", date, name)

    def _take_address(self, words: str) -> bool:
        """Take the address that a note tells, unless there is another one; return whether it did."""
        address = address_in(words)
        if address is None or not address.in_words:
            return False
        known = verbatim(self.values.get("url", "")) or self.out.get("url", address.url)
        elsewhere = text(self.values.get("howpublished", ""))
        if address.url.rstrip("/") != known.rstrip("/") or ("://" in elsewhere and address.url not in elsewhere):
            return False
        if address.accessed is not None and self._has_visit():
            return False
        self.out["url"] = known
        if address.accessed is not None:
            self.out["accessed"] = address.accessed
        return True

    def _take_part(self, part: str) -> bool:
        """Take a part of a note into the field that it tells; return whether no note is left of it."""
        field, words = _told_in_note(part)
        if self._is_told(part, field, words):
            return True
        dated = "year" in self.values or "date" in self.values
        if field and field not in self.out and (field != "literal" or dated):
            self.out[field] = words
        elif part in PUBLICATION_STATUSES:
            self.out["publication_status"] = PUBLICATION_STATUSES[part]
        elif part == "Preprint" and self._is_preprint():
            self.out.update(type="article", genre="Preprint")
        elif "rXiv" in part and self._number_at_arxiv(part):
            return True
        elif part in mapping.STATES_IN_NOTE and "status" not in self.out:
            self.out["status"] = part[0].lower() + part[1:]
        else:
            return not part or part == verbatim(self.values.get("url", ""))
        return True

    def _settle_notes(self) -> None:
        """Fill what Zotero and zbMATH have in notes for lack of a field: ``Publisher: Shelf Press``, ``Id/No 28``."""
        notes = self.out["note"]
        numbered = _NUMBER_IN_ZBMATH.fullmatch(notes[0]) if self.kind == "article" else None
        if numbered and "number" not in self.out:
            self.out["number"], self.out["note"] = numbered[1], notes[1:]
            if "number_of_pages" not in self.out and self.out.get("page", "").isdecimal():
                self.out["number_of_pages"] = self.out.pop("page")
            notes = notes[1:]
        if any(map(begins, notes)):
            left = [fill(self.out, note, self.kind == "article") if begins(note) else note for note in notes]
            self.out["note"] = tuple(filter(None, left))

    def _read_beside(self, note: str) -> None:
        """Fill what a note tells and no field has; it stays, for it is there to be printed, or tells more."""
        if (doi := _DOI.fullmatch(note)) and "doi" not in self.values:
            self.out.setdefault("doi", doi[1])
        elif (isbn := _ISBN.fullmatch(note)) and is_isbn(isbn[1]) and "isbn" not in self.values:
            self.out.setdefault("isbn", (isbn[1],))
        elif not _EVENT_FIELDS.intersection(self.values):
            for field, told in zip(EVENT, conference_in(note), strict=True):
                if told:
                    self.out.setdefault(field, told)

    def _is_told(self, part: str, field: str, words: str) -> bool:
        """Whether a part of a note is one of ours that repeats for print what a field of its own says."""
        if field == "version":
            return words == self._recurring(self.values.get("version", "")).removeprefix("v")
        visited = self.values.get("urldate", "") if part.startswith(mapping.ACCESSED) else ""
        return bool(visited) and looked_up(part) == edtf(visited)

    def _may_say_when(self) -> bool:
        """Whether there is an address, and no field that says when it was looked up."""
        return ("url" in self.values or "howpublished" in self.values) and not self._has_visit()


def tells_field(note: str) -> bool:
    """Return whether a note would be read as another field, or part of it would."""
    return any(
        part in mapping.STATES_IN_NOTE
        or part in PUBLICATION_STATUSES
        or part == "Preprint"
        or is_at_arxiv(part)
        or _told_in_note(part)[0]
        for part in note.split("; ")
    ) or bool(
        begins(note)
        or tell_retraction([note])
        or looked_up(note)
        or ("://" in note and address_in(note))
        or _PMID.fullmatch(note)
        or _NUMBER_IN_ZBMATH.fullmatch(note)
        or _DOI.fullmatch(note)
        or _ISBN.fullmatch(note)
        or any(conference_in(note))
    )


def _told_in_note(part: str) -> tuple[str, str]:
    """Return field and value of what we put into ``note`` for lack of another place."""
    for field, prefix in mapping.IN_NOTE.items():
        if part.startswith(prefix):
            words = part.removeprefix(prefix)
            pattern = _WHEN if field == "literal" else PLACE_IN_NOTE
            if field in ("original_title", "status") or pattern.fullmatch(words):
                return field, read_pages(words) if field == "page" else words
    return "", ""
