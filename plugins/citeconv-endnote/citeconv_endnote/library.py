"""What EndNote says of a record in its own library, as one value of ``extra``, and back.

The library's name and path, the program that wrote the file, the numbers of the record, the files that hang on it: up
to a dozen elements and attributes in each record, none of which is about the work. Values of ``extra`` go in; those are
one value, a list of paths and texts in JSON, in what comes out. A single one stays as it is.
"""

from __future__ import annotations

import msgspec

from citeconv_endnote.fields import ORDER

PREFIX = "endnote:"
"""What tags in ``extra`` begin with, whichever of the two formats was read."""
RECORD = f"{PREFIX}record"
"""The tag of the value that holds them all."""
OF_THE_LIBRARY = frozenset(
    ("database", "source-app", "rec-number", "foreign-keys", "image", "urls/pdf-urls", "urls/text-urls")
)  # fmt: skip
"""Where they stand in a record: the paths of their elements, or of what these stand in."""

Extra = list[tuple[str, str]]

_decode = msgspec.json.Decoder(Extra).decode
_encode = msgspec.json.Encoder().encode
_PLACES = {PREFIX + name: place for place, name in enumerate(ORDER)} | {RECORD: -1}


def extra_place(item: tuple[str, str]) -> int:
    """Return where a value of ``extra`` stands: in the order of EndNote's document type, what it lacks at the end."""
    return _PLACES.get(item[0].partition("/")[0], len(_PLACES))


def gathered(extra: Extra) -> Extra:
    """Return the values of ``extra`` in order, those of the library as one."""
    extra = sorted(extra, key=extra_place)
    own = [(tag[len(PREFIX) :], value) for tag, value in extra if _is_own(tag)]
    if len(own) < 2:
        return extra
    return [(RECORD, _encode(own).decode()), *[item for item in extra if not _is_own(item[0])]]


def scattered(extra: Extra) -> Extra:
    """Return the values of ``extra`` one by one; a list that is none stays as it is."""
    found: Extra = []
    for tag, value in extra:
        if tag == RECORD:
            try:
                found += [(PREFIX + path, text) for path, text in _decode(value)]
                continue
            except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
                pass
        found.append((tag, value))
    return found


def _is_own(tag: str) -> bool:
    if not tag.startswith(PREFIX):
        return False
    names = tag[len(PREFIX) :].split("/", 2)
    return names[0] in OF_THE_LIBRARY or "/".join(names[:2]) in OF_THE_LIBRARY
