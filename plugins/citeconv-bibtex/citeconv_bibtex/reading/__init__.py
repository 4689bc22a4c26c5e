"""Reading ``.bib`` files: text goes in, citations come out.

``blocks`` knows the syntax, ``crossrefs`` what entries inherit, ``tex`` the characters, ``people`` and ``dates`` their
values, ``fields`` and ``identifiers`` what each field means. Both dialects are read by the same code, for files mix
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from citeconv import Citation, Format, Leftover, Record, RecordError, Source
from citeconv.values.patterns import lazy
from citeconv_bibtex.reading.blocks import START, WITHIN, Entry, Scanner, cut
from citeconv_bibtex.reading.commands import bodies_of_new_commands
from citeconv_bibtex.reading.crossrefs import resolve
from citeconv_bibtex.reading.fields import EntryReader

_SIGN = lazy(r"^[ \t]*(?![ \t%])[^\n]*@(?!\s{0,9}comment\b(?!\s{0,9}[{(]))", re.M | re.I)
"""The sign by which BibTeX, biber and others know an entry anywhere in a line that is no comment."""

_BEGIN = lazy(r"@\s{0,9}\w{1,40}\s{0,9}[{(]")
"""What begins a block for BibTeX, within ``@comment{...}`` and behind ``%`` too."""
_BARE_COMMENT = lazy(r"^[ \t]{0,99}@\s{0,9}comment\b[ \t]{0,9}(?![ \t{(])([^\n{}@]*)$", re.M | re.I)
_ANY_BARE_COMMENT = lazy(r"^[ \t]*(?![ \t%])[^\n]*@\s{0,9}comment\b(?!\{)", re.M | re.I)
_STRAY_SIGN = lazy(r"@(?!comment\{)")
_OTHER_ENCODING = lazy(r"^%+[ \t]*Encoding:(?![ \t]*utf-?8)[^\n]*\n?", re.M | re.I)
"""JabRef's word on how a file was encoded, which what is written is not."""
_ACTS = lazy(
    r"\^\^|\\(?!(?:newcommand|providecommand|def|noopsort|singleletter|bysame|cprime|leavevmode|hbox|hrule|thinspace|url|"
    r"emph|text(?:it|bf|sc|tt|sf|rm|sl|super|subscript|superscript)|it|bf|sc|tt|em|rm|ae|AE|oe|OE|aa|AA|ss)(?![A-Za-z]))"
    r"[A-Za-z]{2,}"
)
"""A command of TeX that may do more than print: all but accents, letters, faces and what names macros for those."""


_COMMAND = lazy(r"\\[A-Za-z]{2,}")

_DELIMITER = lazy(r"(?:(\\[A-Za-z]*|\^)\s*)?[\"{}]")
"""What may end a string of a block, behind the beginning of a command."""
_IN_PARENTHESES = lazy(r"\s*@\s*[A-Za-z]+\s*\(")
_COMMENT_SIGN = lazy(r"(?<!\\)%")


def _is_obeyed(block: str) -> bool:
    """Return whether TeX might do more than print what stands in a block of macros or of a preamble."""
    if _ends_within_command(block):
        return True
    bodies = bodies_of_new_commands(block)
    return any(map(_ACTS.search, [block] if bodies is None else bodies))


def _ends_within_command(block: str) -> bool:
    """Return whether a string ends in the beginning of a command, with which another string would go on.

    Strings end where BibTeX has it, which knows no escapes. Biber takes ``%`` for a comment, which may hide braces:
    then any brace may end one.
    """
    outside = 0 if _IN_PARENTHESES.match(block) else 1
    depth, quoted, anywhere = 0, False, _COMMENT_SIGN.search(block) is not None
    for match in _DELIMITER.finditer(block):
        sign = match[0][-1]
        depth += {"{": 1, "}": -1}.get(sign, 0)
        ends = anywhere or (depth == outside and quoted == (sign == '"'))
        if match[1] and ends and sign != "{":
            return True
        quoted ^= sign == '"' and depth == outside
    return False


class Reads(Format[str]):
    """The reading half of a format."""

    dialect: ClassVar[int]

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
        citation = self._entries.read(entry)
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
        if text and not (text := _OTHER_ENCODING.sub("", text).strip()):
            return ""
        if isinstance(block, Entry) and block.kind != "comment":
            written = None if _is_obeyed(text) else text
        else:
            written = self._comment(text, isinstance(block, Entry))
        if not written:
            return None
        names = [name for name, _ in block.fields] if isinstance(block, Entry) and block.kind == "string" else []
        if names and all(self._defined.get(name) == text for name in names):
            return ""
        self._defined |= dict.fromkeys(names, text)
        return f"{written}\n"

    def _comment(self, text: str, braced: bool) -> str | None:
        """Return a comment or text between entries as it was, but for what begins an entry for some program.

        A ``@comment`` without braces stops biber and pandoc; BibTeX looks for entries in comments, too.
        """
        if _BEGIN.search(text, 1) if braced else (_SIGN.search(text) or _BEGIN.search(text)):
            return None
        written = text if braced else _BARE_COMMENT.sub(r"@comment{\1}", text)
        if not braced and _ANY_BARE_COMMENT.search(written):
            return None
        if self.dialect or not _STRAY_SIGN.search(written, 1):
            return written
        self.note("@ in a comment, in which BibTeX would look for an entry, is written (at)")
        return written[:1] + _STRAY_SIGN.sub("(at)", written[1:])
