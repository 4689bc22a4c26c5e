"""JSON text to items: by which signs the format is known, where one item ends, and what damaged JSON still says.

Text goes in, the text of each item comes out, then its value. Items stand in an array, alone, one behind the other, or
in an object that wraps them (``items``, ``references``, Crossref's ``message``), however deep.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from citeconv import Record, RecordError, Source
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

_ESCAPE = lazy(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.S
)
_decode = msgspec.json.Decoder().decode


def split(source: Source) -> Iterator[Record]:
    """Yield each item: by lines where each line is an item, as we write them; else by matching braces."""
    if _WRAPPED.match(source.head):
        yield from split_objects(source, _ITEM)
    elif _OBJECT_A_LINE.match(source.head):
        yield from split_lines(source)
    else:
        yield from split_objects(source)


def decode(text: str) -> Any:
    """Return the value of JSON text; a comma or bracket behind it is the array's.

    Control characters in strings, ``NaN`` and halves of surrogate pairs, which JSON does not allow, are read, too.

    Raises:
        RecordError: It is not JSON.
    """
    text = text.strip()
    if not text.endswith("}"):
        text = text.rstrip(",] \n\t")
    try:
        return _decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):
        pass
    except RecursionError:
        raise RecordError("nested too deeply") from None
    try:
        return json.loads(_ESCAPE.sub(_mend, text), strict=False)
    except json.JSONDecodeError as error:
        raise RecordError(f"not JSON: {error.msg}", error.lineno) from None
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not JSON: {error}") from None


def _mend(match: re.Match[str]) -> str:
    return "\\ufffd" if match["lone"] else match[0]
