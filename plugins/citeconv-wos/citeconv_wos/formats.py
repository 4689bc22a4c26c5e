"""The format at work: records are cut at their types and read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import citeconv_wos as declared
from citeconv import Citation, Leftover, Record, RecordError, Rest, Source
from citeconv.values.patterns import lazy
from citeconv_wos.reading import FRAME, citation, tagged

_START = lazy(
    r"\n(?P<end>ER[ \t]*\n[ \t\n]{0,80}(?:null){0,9})?"
    r"(?P<start>(?(end)(?!E[FR]\b|FN\b|VR\b)[A-Z][A-Z0-9](?=[ \t\n])|PT(?=[ \t\n])))"
)
"""A record begins with its type, or with any tag behind the end of another, and the database's ``null``."""
_END = "ER\n\n"
"""What has to stand before a record without a type."""
_FRAME = lazy(rf"^(?:{'|'.join(sorted(FRAME))})\b[^\n]*\n?", re.M)

_ENDED = lazy(r"\nER[ \t]*\n")
_BESIDE = lazy(rf"(?:(?:{'|'.join(sorted(FRAME))})\b[^\n]*(?:\n|\Z)|null|\s)*")
"""What stands behind the end of a record and says nothing."""
_LONG = 200
"""Characters from which on a text behind that may be records: shorter words stay with the record, in ``extra``."""


def _parts(piece: Record) -> Iterator[Record]:
    """Yield a record, and apart from it what stands behind its end: the records of another database, say."""
    end = None if piece.fault or isinstance(piece, Leftover) else _ENDED.search(piece.data)
    beside = _BESIDE.match(piece.data, end.end()) if end else None
    if end is None or beside is None or len(piece.data) - beside.end() < _LONG:
        yield piece
        return
    yield piece.part(0, end.end())
    yield piece.part(beside.end(), len(piece.data), Leftover)


class Wos(declared.Wos):
    """The Web of Science's tagged text (savedrecs.txt, .ciw, .isi)."""

    _ended = False  # whether any record has its end

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each type of publication; name and version of the file are no record."""
        for record in (part for piece in source.records(_START) for part in _parts(piece)):
            if type(record) is not Leftover and (isinstance(record, Rest) or record.data.startswith("PT")):
                yield record
            elif type(record) is Record:
                yield Record(record.line, record.data, None, record.raw, record.fault, _END)
            elif rest := _FRAME.sub("", record.data).strip():
                yield Leftover(record.line, rest)

    def parse(self, record: Record) -> Citation:
        """Return the citation in a record.

        Raises:
            RecordError: It has nothing but its type.
        """
        found = tagged(record.data)
        if not found.keys() - {"PT", ""}:
            raise RecordError("nothing but its type")
        if record.data.rfind("\nER") >= 0:
            self._ended = True
        elif self._ended:
            self.note("no ER at its end, which others have: it may be cut short")
        return citation(found, self.note)
