"""The reading half of the format: finds out the dialect of a file, cuts it, and reads record by record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citeconv import Citation, Format, Record, RecordError, Source
from citeconv.values.forms import is_absent
from citeconv_ris import syntax
from citeconv_ris.dates import DATED, has_day_first, in_order
from citeconv_ris.mapping import READ_TYPES
from citeconv_ris.record import read_record
from citeconv_ris.tags import DIALECTS


class Reader(Format[str]):
    """The reading half of the format."""

    _told = False  # which dialect it is
    _ended = False  # whether any record has its end

    def split(self, source: Source) -> Iterator[Record]:
        """Cut the input into records; its top tells the dialect, and what comes first in dates."""
        top = syntax.top(source)
        dialect = next((one for one in DIALECTS if re.search(one.pattern, top, re.M)), None)
        named = (dialect.name, dialect.mark) if dialect else ("", "")
        yield from syntax.split(source, *named, has_day_first(source.longer_head()))

    def parse(self, record: Record) -> Citation:
        """Return the citation in a record.

        Raises:
            RecordError: It has no field, and no type that is known.
        """
        strict, _, dialect, database, day_first, cut = record.context
        if dialect and not self._told:
            self.note(f"read as {dialect} writes RIS")
            self._told = True
        values = syntax.pairs(syntax.uncut(record.data) if cut else record.data, strict)
        if all(tag == "ER" or (tag == "TY" and text not in READ_TYPES) for tag, text in values):
            raise RecordError("nothing but a type that is not known" if values else "no tag that is known")
        if database and all(tag != "DB" for tag, _ in values):
            values.append(("DB", database))
        if day_first is not None:
            values = [(tag, in_order(text, day_first)) if tag in DATED else (tag, text) for tag, text in values]
        if record.data.rfind("\nER") >= 0:
            self._ended = True
        elif self._ended and strict:
            self.note("no ER at its end, which others have: it may be cut short")
        without = [(f"ris:{tag}", text) for tag, text in values if is_absent(text)]
        if without:
            values = [one for one in values if not is_absent(one[1])]
        citation, notes = read_record(values, dialect)
        if without:
            citation = replace(citation, extra=(*citation.extra, *without))
        for note in notes:
            self.note(note)
        return citation
