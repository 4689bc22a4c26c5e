"""JSON text to items: by which signs the format is known, and where one item ends.

Text goes in, the text of each item comes out. Items stand in an array, alone, one behind the other, or
in an object that wraps them (``items``, ``references``, Crossref's ``message``), however deep.
"""

from __future__ import annotations

from collections.abc import Iterator

from citeconv import Record, Source
from citeconv.json_objects import split_lines, split_objects
from citeconv.values.patterns import lazy
from citeconv_csl_json import mapping

_NOT_TELLING = frozenset("custom event note number part references section source status version".split())
"""Variables whose names are found in objects of other kinds, too."""
_CROSSREF = ("indexed", "institution", "posted", "edition-number", "group-title", "standards-body")
"""What Crossref has in front of the variables."""
_FIRST = "|".join(
    sorted(
        {*(row.variable for row in mapping.FIELDS), *mapping.SYNONYMS, "id", "type", "citation-key", *_CROSSREF}
        - _NOT_TELLING
    )
)
_ITEM = lazy(rf'\{{\s{{0,80}}"(?:{_FIRST}|multi)"\s{{0,40}}:')
_WRAPPED = lazy(rf'\A\s*\{{\s*"(?!(?:{_FIRST})")')
_OBJECT_A_LINE = lazy(r"\A\s*(?:\[[ \t]*\n)?\{[^\n]*(?:\},?[ \t]*\n|\Z)")


def split(source: Source) -> Iterator[Record]:
    """Yield each item: by lines where each line is an item, as we write them; else by matching braces."""
    if _WRAPPED.match(source.head):
        yield from split_objects(source, _ITEM)
    elif _OBJECT_A_LINE.match(source.head):
        yield from split_lines(source)
    else:
        yield from split_objects(source)
