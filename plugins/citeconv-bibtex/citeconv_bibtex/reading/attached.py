r"""Files of a user's library that an entry is linked to: a raw ``file`` goes in, paths come out, and the reverse.

JabRef, Mendeley and Zotero write ``title:path:type``, several with semicolons between; Better BibTeX and others a path
alone. What is odd is that a colon within has a backslash before it, as JabRef's FileFieldParser wants it, or is not
marked at all, where it stands in an address or behind the letter of a drive, and that Mendeley codes all of it as TeX
once more (``C$\backslash$:/a{\_}b.pdf``) and Papers puts it into further braces. A title says nothing where it is a
word for "the text", or what the file is called.
"""

from __future__ import annotations

import re

from citeconv import Identifier
from citeconv.values.patterns import lazy
from citeconv.values.tex import text
from citeconv_bibtex.reading.braces import in_braces

_LETTER = lazy(r"\{\\(?:[\"'`^~=.]|[uvHcdbkr](?=[{ ])) ?(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])\}|\{\\[A-Za-z]{1,2}\}")
_CODED = lazy(r"\{\\(.)\}|\\([~^])\{\}")
"""What Mendeley makes of letters with accents, and of signs that TeX knows."""
_PARTING = lazy(r"\\[^A-Za-z0-9.]|[:;]")
"""Signs that part, and those that a backslash keeps from it; before a letter it is one of a path, to Zotero, too."""
_ESCAPED = lazy(r"\\([^A-Za-z0-9.])")
_PARTING_ESCAPED = lazy(r"\\([:;])")
_OF_WINDOWS = lazy(r"(?<!\\)(?:\\\\){0,9}\\[A-Za-z0-9.]")
"""A backslash of a path, which has none that escape, but perhaps before signs that part: ``C:\\lib\\_new\\a.pdf``."""
_SIGNS = lazy(r"[\\:;]")
_BEFORE_COLON = lazy(r"(?:https?|ftp|file)\Z", re.I)
_ENDING = lazy(r"\.\w{2,5}\Z")
_PAGE = lazy(r"text/html|\.x?html?\Z", re.I)
_IMAGE = lazy(r"image/|\.(?:png|jpe?g|gif|tiff?|svg|webp)\Z", re.I)
_SAYS_NOTHING = lazy(
    r"(?:[\w.]+ )?(?:full ?text(?: pdf)?|pdf|snapshot|attachment|file|(?:submitted|accepted|published) version)", re.I
)
_TEXT, _PARTS = "pdf-url", 3
_PAGES, _IMAGES = "fulltext-url", "image-url"
_KINDS = frozenset((_TEXT, _PAGES, _IMAGES))


def files_in(raw: str) -> tuple[list[Identifier], bool]:
    """Return the files of a field, none where its form is another one, and whether more is told than where they are.

    Args:
        raw: The value as it stands in the file, without its delimiters.
    """
    bare = raw[1:-1] if raw and in_braces(raw) else raw
    coded = _LETTER.sub(lambda letter: text(letter[0]), bare.replace(r"$\backslash$", "\\"))
    value = _CODED.sub(r"\1\2", coded)
    records = [[part.strip() for part in parts] for parts in _records(value) if any(parts)]
    if len(records) > 1 and any(len(parts) == 1 and not _ENDING.search(parts[0]) for parts in records):
        return [Identifier(kind=_kind(raw, ""), value=raw)], False
    found: list[Identifier] = []
    told = False
    for parts in records:
        title, path, kind, *more = _named(parts)
        if not path:
            return [], False
        name = path.replace("\\", "/").rpartition("/")[2]
        told |= bool(more) or not (title in ("", name, _ENDING.sub("", name)) or _SAYS_NOTHING.fullmatch(title))
        one = Identifier(kind=_kind(path, kind), value=path)
        if one not in found:
            found.append(one)
    return found, told


def files_of(identifiers: tuple[Identifier, ...]) -> list[Identifier]:
    """Return those that belong into the field: PDFs, and what else has no address on the web."""
    files = [one for one in identifiers if one.kind in _KINDS and (one.kind == _TEXT or "://" not in one.value)]
    return files and [one for one in dict.fromkeys(files) if files_in(field_of([one])) == ([one], False)]


def field_of(files: list[Identifier]) -> str:
    """Return the field, as JabRef and Zotero read it, too."""
    escaped = [_SIGNS.sub(r"\\\g<0>", file.value) for file in files]
    several = len(files) > 1
    bare = [r"\://" not in path and not (several and _ENDING.search(path) is None) for path in escaped]
    return ";".join([path if alone else f":{path}:PDF" for path, alone in zip(escaped, bare, strict=True)])


def _named(parts: list[str]) -> list[str]:
    """Return title, path and type, and what is told beyond; no path if it cannot be told."""
    if len(parts) != _PARTS - 1:
        return parts if len(parts) >= _PARTS else ["", *parts, ""]
    title, path = parts
    if _ENDING.search(path):
        return [title, path, ""]
    return ["", title if _ENDING.search(title) else "", path]


def _records(value: str) -> list[list[str]]:
    """Return the parts of each file that is told of."""
    records: list[list[str]] = [[]]
    escaped = _PARTING_ESCAPED if "\\" in value and _OF_WINDOWS.search(value) else _ESCAPED
    start = 0
    for sign in _PARTING.finditer(value):
        part, behind = value[start : sign.start()], value[sign.end() : sign.end() + 2]
        if sign[0][0] == "\\" or (sign[0] == ":" and _is_within(part, behind)):
            continue
        records[-1].append(escaped.sub(r"\1", part))
        start = sign.end()
        if sign[0] == ";":
            records.append([])
    records[-1].append(escaped.sub(r"\1", value[start:]))
    return records


def _is_within(before: str, behind: str) -> bool:
    """Return whether a colon is that of an address or a drive."""
    if len(before) == 1:
        return before.isalpha() and behind[:1] in ("/", "\\")
    return behind == "//" and bool(_BEFORE_COLON.search(before))


def _kind(path: str, kind: str) -> str:
    for pattern, scheme in ((_PAGE, _PAGES), (_IMAGE, _IMAGES)):
        if pattern.search(kind) or pattern.search(path):
            return scheme
    return _TEXT
