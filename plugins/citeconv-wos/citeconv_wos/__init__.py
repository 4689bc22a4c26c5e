"""The Web of Science's tagged text: ``savedrecs.txt``, ``.ciw``, ``.isi``. ::

    FN Clarivate Analytics Web of Science
    VR 1.0
    PT J
    AU Example, AB
       Sample, C
    TI Tides of the northern shelf
    UT WOS:000000000000001
    ER

A tag is two signs at the beginning of a line; lines that go on are indented. ``tags`` says what the tags mean,
``reading`` turns them into a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from citeconv import Citation, Format, Leftover, Record, RecordError, Source, hookimpl
from citeconv.values.patterns import lazy
from citeconv_wos.reading import FRAME, citation, tagged

_START = lazy(
    r"\n(?P<end>ER[ \t]*\n[ \t\n]{0,80})?(?P<start>(?(end)(?!E[FR]\b|FN\b|VR\b)[A-Z][A-Z0-9](?=[ \t\n])|PT(?=[ \t\n])))"
)
"""A record begins with its type, or with any tag behind the end of another."""
_FRAME = lazy(rf"^(?:{'|'.join(sorted(FRAME))})\b[^\n]*\n?", re.M)


class Wos(Format[str]):
    """The Web of Science's tagged text (savedrecs.txt, .ciw, .isi)."""

    name = "wos"
    suffixes: ClassVar[tuple[str, ...]] = (".ciw", ".isi")
    signature = r"^FN [^\n]+\n(?:VR [^\n]*\n)?\s*PT |^PT [A-Z]\n(?:[A-Z][A-Z0-9] [^\n]*\n(?:   [^\n]*\n)*){2}"

    def split(self, source: Source) -> Iterator[Record]:
        """Cut before each type of publication; name and version of the file are no record."""
        for record in source.records(_START):
            if not isinstance(record, Leftover):
                yield record
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
        return citation(found, self.note)


@hookimpl
def citeconv_formats() -> type[Format[str]]:
    """Offer ``wos``."""
    return Wos
