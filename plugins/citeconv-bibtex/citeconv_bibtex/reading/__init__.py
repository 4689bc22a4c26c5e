"""Reading ``.bib`` files: text goes in, citations come out.

``blocks`` knows the syntax, ``crossrefs`` what entries inherit, ``tex`` the characters, ``people`` and ``dates`` their
values, ``fields`` and ``identifiers`` what each field means. Both dialects are read by the same code, for files mix
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from citeconv import Citation, Format, Leftover, Record, RecordError, Source
from citeconv.values.patterns import lazy
from citeconv_bibtex.capitals import with_braces
from citeconv_bibtex.leftovers import as_comment, is_block_obeyed, without_encoding
from citeconv_bibtex.reading.blocks import START, WITHIN, Entry, Scanner, cut
from citeconv_bibtex.reading.crossrefs import Heirs, resolve
from citeconv_bibtex.reading.fields import EntryReader

_COMMAND = lazy(r"\\[A-Za-z]{2,}")
"""A command with a name; accents are signs."""


class Reads(Format[str]):
    """The reading half of a format."""

    dialect: ClassVar[int]

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._entries = EntryReader(self.note)
        self._scanner = Scanner()
        self._heirs = Heirs()
        self._defined: dict[str, str] = {}  # the block that was written last for each macro

    def follow(self, before: Format[Any]) -> None:
        """Know the macros and the parents of the inputs before: to BibTeX all files are one database."""
        if isinstance(before, Reads):
            self._scanner = before._scanner.successor()
            self._heirs = before._heirs.successor()

    def split(self, source: Source) -> Iterator[Record]:
        """Yield entries, their fields in the context; ``@string``, comments and free text are leftovers."""
        return resolve(cut(source.records(START, WITHIN), self._scanner), self._heirs)

    def parse(self, record: Record) -> Citation:
        """Return the citation in an entry.

        Raises:
            RecordError: It is damaged: an unclosed brace, a field without ``=``.
        """
        entry = record.context
        if isinstance(entry, RecordError):
            # a new one: the traceback of the record's own would hold the record, in a cycle that is never collected
            raise RecordError(str(entry), entry.line)
        citation = self._entries.read(entry)
        if self.written_back and citation.title:
            citation = with_braces(citation, self._entries.values)
        if "\\" in record.data:
            self._note_unknown_commands(citation, record.data)
        return citation

    def _note_unknown_commands(self, citation: Citation, written: str) -> None:
        """Say which commands of TeX stand in what is printed of every entry as they were written."""
        texts = [citation.title, citation.container_title, citation.collection_title, citation.publisher]
        texts += [part for name in citation.author for part in (name.family, name.given, name.literal)]
        found = dict.fromkeys(_COMMAND.findall(" ".join([*texts, *citation.note])))
        if found and (names := found.keys() & _COMMAND.findall(written)):
            as_written = ", ".join([name for name in found if name in names])
            self.note(f"no known command of TeX, left as it is written: {as_written}")

    def write_leftover(self, leftover: Leftover) -> str | None:
        """Return macros, comments and text between entries as they were, but for what other programs would obey.

        Those find entries in text and in comments, set ``@xdata`` as an entry, and have TeX do what a preamble says. A
        block that defines once more what was defined so, as in files put together, is not repeated: some take none.
        """
        text, block = leftover.data.strip(), leftover.context
        if text and not (text := without_encoding(text)):
            return ""
        if isinstance(block, Entry) and block.kind != "comment":
            written = "" if is_block_obeyed(text) else text
        else:
            written = as_comment(text, isinstance(block, Entry), bool(self.dialect), self.note)
        if not written:
            return None
        names = [name for name, _ in block.fields] if isinstance(block, Entry) and block.kind == "string" else []
        if names and all(self._defined.get(name) == text for name in names):
            return ""
        self._defined |= dict.fromkeys(names, text)
        return f"{written}\n"
