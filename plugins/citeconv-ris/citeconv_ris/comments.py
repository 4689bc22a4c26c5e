"""Comments and corrections of an article as Ovid has them: lines go in, the works that they name come out.

MEDLINE's stand in a label of their own, or in brackets behind a title; in RIS in the place of the series.
"""

from __future__ import annotations

from citeconv.values.notices import RELATION, read_relation
from citeconv.values.patterns import lazy
from citeconv_ris.reading import Reading, decode

_BETWEEN_RELATIONS = lazy(rf"(?:, |\]\[)(?={RELATION}: )")
_RELATED = lazy(
    rf"(?P<kind>{RELATION}): (?P<citation>\S.*?)"
    r"(?:; PMID: (?P<pmid>\d{1,8})(?: \[https?://[^\s\[\]]{1,80}\])?)?"
)
_BRACKETED = lazy(rf"\[{RELATION}: .*\]")


def relations(reading: Reading, field: str, label: str, values: list[str]) -> None:
    """Comments and corrections, several in a line, or each in brackets."""
    lines = [decode(value) for value in values]
    lines = [line[1:-1] if line[0] == "[" and line[-1] == "]" else line for line in lines]
    for item in [item for line in lines for item in _BETWEEN_RELATIONS.split(line)]:
        match = _RELATED.fullmatch(item)
        if match and (notice := read_relation(match["kind"], match["citation"], match["pmid"] or "")):
            reading.add(field, notice)
        else:
            reading.keep(label, item)


def series_or_relations(reading: Reading, field: str, tag: str, values: list[str]) -> None:
    """Ovid's ``T3``: the series of a book, or in MEDLINE comments and corrections in brackets."""
    for value in values:
        if _BRACKETED.fullmatch(value):
            relations(reading, "related", tag, [value])
        else:
            reading.put(field, tag, decode(value))
