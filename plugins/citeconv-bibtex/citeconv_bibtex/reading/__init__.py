"""Reading ``.bib`` files: text goes in, citations come out.

``blocks`` knows the syntax, ``crossrefs`` what entries inherit, ``tex`` the characters, ``people`` and ``dates`` their
values, ``fields`` and ``identifiers`` what each field means. Both dialects are read by the same code, for files mix
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from citeconv import Citation, Format, Leftover, Record, RecordError, Source
from citeconv.values.patterns import lazy
from citeconv_bibtex.reading.blocks import START, WITHIN, Entry, Scanner, cut
from citeconv_bibtex.reading.crossrefs import resolve
from citeconv_bibtex.reading.fields import EntryReader

_SIGN = lazy(r"^[ \t]*(?![ \t%])[^\n]*@(?!\s{0,9}comment\b(?!\s{0,9}[{(]))", re.M | re.I)
"""The sign by which BibTeX, biber and others know an entry anywhere in a line that is no comment."""

_BEGIN = lazy(r"@\s{0,9}\w{1,40}\s{0,9}[{(]")
"""What begins a block for BibTeX, within ``@comment{...}`` and behind ``%`` too."""
_ACTS = lazy(
    r"\^\^|\\(?!(?:newcommand|providecommand|def|noopsort|singleletter|bysame|cprime|leavevmode|hbox|hrule|thinspace|url|"
    r"emph|text(?:it|bf|sc|tt|sf|rm|sl|super|subscript|superscript)|it|bf|sc|tt|em|rm|ae|AE|oe|OE|aa|AA|ss)(?![A-Za-z]))"
    r"[A-Za-z]{2,}"
)
"""A command of TeX that may do more than print: all but accents, letters, faces and what names macros for those."""


class Reads(Format[str]):
    """The reading half of a format."""

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._entries = EntryReader(self.note)
        self._defined: dict[str, str] = {}  # the block that was written last for each macro

    def split(self, source: Source) -> Iterator[Record]:
        """Yield entries, their fields in the context; ``@string``, comments and free text are leftovers."""
        return resolve(cut(source.records(START, WITHIN), Scanner()))

    def parse(self, record: Record) -> Citation:
        """Return the citation in an entry.

        Raises:
            RecordError: It is damaged: an unclosed brace, a field without ``=``.
        """
        entry = record.context
        if isinstance(entry, RecordError):
            # a new one: the traceback of the record's own would hold the record, in a cycle that is never collected
            raise RecordError(str(entry), entry.line)
        if not isinstance(entry, Entry):
            entry, _ = Scanner().entry(record.data)
        return self._entries.read(entry)

    def write_leftover(self, leftover: Leftover) -> str | None:
        """Return macros, comments and text between entries as they were, but for what other programs would obey.

        Those find entries in text and in comments, set ``@xdata`` as an entry, and have TeX do what a preamble says. A
        block that defines once more what was defined so, as in files put together, is not repeated: some take none.
        """
        text, block = leftover.data.strip(), leftover.context
        if not isinstance(block, Entry):
            obeyed = _SIGN.search(text) or _BEGIN.search(text)
        elif block.kind == "comment":
            obeyed = _BEGIN.search(text, 1)
        else:
            obeyed = _ACTS.search(text)
        if not text or obeyed:
            return None
        names = [name for name, _ in block.fields] if isinstance(block, Entry) and block.kind == "string" else []
        if names and all(self._defined.get(name) == text for name in names):
            return ""
        self._defined |= dict.fromkeys(names, text)
        return f"{text}\n"
