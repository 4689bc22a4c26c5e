"""The dates of an entry: a ``Date`` goes in, whole lines come out, and what they cannot tell is reported."""

from __future__ import annotations

from abc import ABC
from collections.abc import Mapping
from typing import Any

from citeconv import Citation, Date
from citeconv.values.dates import in_calendar
from citeconv.values.memo import Memo
from citeconv_bibtex import mapping
from citeconv_bibtex.dates import bibtex_date, edtf, faults
from citeconv_bibtex.entry_lines import EntryLines


class DateFields(EntryLines, ABC):
    """What each date becomes, in the entry at hand."""

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._date_lines = Memo(self._plain_date)

    def _issued(self, value: Date, _: Citation) -> str:
        return self._cited_date(value, "issued")

    def _container_issued(self, value: Date, citation: Citation) -> str:
        if citation.issued is None:
            self.lose("container_issued", "is read as the date of the entry")
            self.lose("issued", "the date of what holds the work is read as it")
            return self._cited_date(value, "container_issued")
        self.lose("container_issued", "an entry has one date")
        return ""

    def _cited_date(self, date: Date, field: str) -> str:
        if 1000 <= date.year < 10_000 and not (date.literal or date.end or faults(date)) and in_calendar(date) is date:
            return self._date_lines[date]
        self.is_doubtful |= bool(date.literal) or not 1000 <= date.year < 10_000
        if date.literal and date.year:
            self.remark("literal", date.literal, self.text(date.literal), field)
        for fault in faults(date):
            self.lose(field, fault)
        return self.publication_date(date, field)

    def _plain_date(self, date: Date) -> str:
        """Return the lines of a date of which all can be said."""
        return self.publication_date(date, "issued")

    def _other_date(self, name: str, date: Date, field: str) -> str:
        if date.literal:
            self.lose(field, f"EDTF has no words: {date.literal}")
        for fault in faults(date):
            self.lose(field, fault)
        return self.edtf_line(name, date, field)

    def filed_lines(self, date: Date) -> str:
        """Return when a patent was applied for, in IEEE's fields, if it is no more than a day."""
        if date != Date(year=date.year, month=date.month, day=date.day) or not date.year or faults(date):
            return ""
        self.keep("submitted")
        return "".join([f"  {name}filed = {value},\n" for name, value in bibtex_date(date)])

    def _accessed(self, date: Date, citation: Citation) -> str:
        """Return ``urldate``, and tell it in the note of a web page in BibTeX, whose styles do not print it."""
        line = self._other_date("urldate", date, "accessed")
        if not self.dialect and self._entry_type == "misc" and citation.type in mapping.WEB and date.day and line:
            self.remarks.append(f"{mapping.ACCESSED}{edtf(in_calendar(date))}")
        return line

    def year_from_words(self, date: Date, field: str) -> str:
        """Return ``year`` for a date without one: its wording, if there is any."""
        if date.literal:
            return f"  year = {{{self.text(date.literal)}}},\n"
        self.lose(field, "a date without a year")
        return ""

    def edtf_line(self, name: str, date: Date, field: str) -> str:
        """Return the line of a date in EDTF."""
        possible = in_calendar(date)
        if possible != date:
            self.lose(field, "a day that is in no calendar")
        value = edtf(possible)
        if not value:
            self.lose(field, "EDTF needs a year of up to four digits")
            return ""
        return f"  {name} = {{{value}}},\n"
