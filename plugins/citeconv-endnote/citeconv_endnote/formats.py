"""The formats at work: ``refer`` and ``xml`` know the syntax, ``reader`` and ``writer`` the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import citeconv_endnote as declared
from citeconv import Citation, Record, Source
from citeconv.values.abstracts import told_as_abstract
from citeconv.values.differences import differences
from citeconv.values.patterns import joined, lazy, parted
from citeconv.values.supplements import told_in_issue
from citeconv.xml_elements import split_elements
from citeconv_endnote import refer, xml
from citeconv_endnote.reader import Reader
from citeconv_endnote.types import ALIASES, TYPES
from citeconv_endnote.writer import CARRIES, Writer

_TYPED = lazy(refer.TYPED_START)
_UNTYPED = lazy(refer.UNTYPED_START)
_FIRST_TAG = lazy(r"^%([A-Z0-9@])(?=[ \t\n])", re.M)
_JOINED = joined(rf"(?<!\s)%0 (?i:{'|'.join([*TYPES, *ALIASES])})\n%")  # else it is part of what a text says


class Refer(declared.Refer):
    """EndNote's tagged format (Refer), as .enw files hold it."""

    carries = CARRIES

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._reader = Reader(self.note)
        self._writer = Writer(self.lose, refer.writable, refer.read_as)

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each ``%0``, or, where records do not begin with it, at blank lines."""
        first = _FIRST_TAG.search(source.head)
        for record in source.records(_TYPED if first and first[1] == "0" else _UNTYPED, _JOINED):
            yield from record.cut(_JOINED, "%0 ")

    def parse(self, record: Record) -> Citation:
        """Read one record."""
        return self._reader.citation(refer.read(record.data))

    def write(self, citation: Citation) -> str:
        """Write one record."""
        citation = told_in_issue(citation, self.lose, self.keep)
        if citation.other_abstracts:
            citation = told_as_abstract(citation, self.lose, self.keep)
        text = refer.write(self._writer.reference(citation), self.lose)
        if text.find("%0", len("%0")) > 0:
            text = parted(text, _JOINED)
        if refer.is_read_as_tex(text):
            self._read_again(citation, text)
        return text

    def _read_again(self, citation: Citation, text: str) -> None:
        """Report what is read otherwise in a record of which something is taken for TeX, unless it was told already."""
        again = Reader(lambda _: None).citation(refer.read(text))
        for field, difference in differences(citation, again, self.carries, self.losses):
            self.lose(field, difference)


class EndnoteXml(declared.EndnoteXml):
    """EndNote XML."""

    carries = CARRIES
    separator = ""

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._reader = Reader(self.note)
        self._writer = Writer(self.lose, xml.writable, str)

    def split(self, source: Source) -> Iterator[Record]:
        """Cut out each ``record``."""
        return split_elements(source, ["record"])

    def parse(self, record: Record) -> Citation:
        """Read one record.

        Raises:
            RecordError: It is not well-formed.
        """
        return self._reader.citation(xml.read(record.data, self.note))

    def begin(self) -> str:
        """Return the declaration and the start tags."""
        return xml.START

    def write(self, citation: Citation) -> str:
        """Write one record, on a line."""
        citation = told_in_issue(citation, self.lose, self.keep)
        if citation.other_abstracts:
            citation = told_as_abstract(citation, self.lose, self.keep)
        return xml.write(self._writer.reference(citation), self.lose)

    def end(self) -> str:
        """Return the end tags."""
        return xml.END
