"""The encoding of an input, or what it is if it is no text.

The first bytes go in; a codec and the length of the byte-order mark come out. Hardly any file says what encoding it is
in: a mark or an XML declaration does, UTF-16 is recognised by its zeros, and all else is taken for UTF-8 unless it
cannot be that; then a comment in the file decides, or else its letters.
"""

from __future__ import annotations

import codecs
import os
import re
from typing import NamedTuple

from citeconv import naming
from citeconv.errors import SourceError
from citeconv.values.patterns import lazy

_SAMPLE = 4096
"""Bytes among which zeros are counted, and a declaration or a comment is looked for."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or a Word or Excel file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 file"),
    (b"\x1f\x8b", "a gzip file within another"),
    (b"\xfd7zXZ", "an xz file"),
    (b"SQLite format 3\0", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"RDX2\nX\n", "R's data"),
    (b"RDX3\nX\n", "R's data"),
    (b"X\n\0\0\0", "R's data"),
    (b"\x80\x04\x95", "Python's data"),
)
_TAR = (257, b"ustar")
"""Where a tar archive says what it is."""
_DOCUMENT = "save its list of references as plain text"
_LIBRARY = "open it in EndNote and export XML"
_UNPACK = "unpack it and name the files in it"
_CURES = {
    ".docx": _DOCUMENT,
    ".doc": _DOCUMENT,
    ".odt": _DOCUMENT,
    ".ods": "save it as .xlsx or .csv",
    ".enl": _LIBRARY,
    ".enlx": _LIBRARY,
    "a PDF": "export the citation from where it came",
    "a zip archive (or a Word or Excel file)": _UNPACK,
    "a 7z archive": _UNPACK,
    "a RAR archive": _UNPACK,
    "a tar archive": _UNPACK,
    "a bzip2 file": "unpack it first",
    "an xz file": "unpack it first",
    "a gzip file within another": "unpack it first",
    "a Parquet file": "make a table of it (pandas: read_parquet, then to_csv)",
    "R's data": "make a table of it (R: write.csv)",
    "Python's data": "make a table of it (pandas: to_csv)",
    "a database": "open it in its own program and export from there",
}
"""What to do with a file that is no text, by the ending of its name, or else by what it is."""
_XML_ENCODING = lazy(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_IN_COMMENT = lazy(
    rb"^%+[ \t]*(?:Encoding:|!TeX encoding[ \t]*=|[^\n]{0,60}-\*-[^\n]{0,60}\bcoding:)[ \t]*(?:x-)?"
    rb"([A-Za-z0-9._-]{2,30})",
    re.M | re.I,
)
"""The encoding in a comment, as JabRef, TeX's editors and Emacs have it."""
_FOUND_OUT = lazy(r"ascii|iso8859-1|cp1252|utf-(?:8|16|32).*")
"""Encodings that are recognised anyway; a comment that names one is often out of date."""
_CONTROL = lazy(r"[\x80-\x9f]")
"""What the quotes and dashes of Windows' encodings are in ISO's: a sign that the text is in one of the former."""


class Encoding(NamedTuple):
    """The codec, the length of the mark in front, and what to say if the encoding is a guess."""

    codec: str
    mark: int = 0
    doubt: str = ""


def no_text(start: bytes) -> str:
    """Return what an input is that is no text, by how it begins; empty if it may be one."""
    if start.startswith(_TAR[1], _TAR[0]):
        return "a tar archive"
    return next((what for magic, what in _NOT_TEXT if start.startswith(magic)), "")


def refusal(name: str, what: str) -> str:
    """Return what to say of an input that is no text, with the cure if one is known.

    Args:
        name: What messages call it.
        what: What it is.
    """
    cure = _CURES.get(os.path.splitext(name)[1].lower()) or _CURES.get(what)
    return f"{name}: is {what}, not a text export" + (f"; {cure}" if cure else "")


def find_encoding(start: bytes, forced: str, name: str) -> Encoding:
    """Return the encoding of an input.

    Args:
        start: Its first bytes.
        forced: The encoding that the user says it is in; empty if none was said.
        name: What messages call the input.

    Raises:
        SourceError: There is no encoding of that name, or this is no text.
    """
    codec = _codec(forced) if forced else ""
    if forced and not codec:
        raise SourceError(f"{naming.said('encoding', forced)}: there is no such encoding")
    if codec in ("utf-16", "utf-32"):  # these look at the byte-order mark themselves
        return Encoding(codec)
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            return Encoding(codec or encoding, len(mark))
    return Encoding(codec) if codec else _guessed(start, name)


def _guessed(start: bytes, name: str) -> Encoding:
    """Return the encoding of an input without a mark."""
    sample = start[:_SAMPLE]
    if b"\0" in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if max(even, odd) > len(sample) // 5 and min(even, odd) * 8 < max(even, odd):
            return Encoding("utf-16-le" if odd > even else "utf-16-be")
        raise SourceError(f"{name}: is binary, not text (byte 0 at offset {sample.index(0)})")
    if declared := _XML_ENCODING.match(sample):
        said = declared[1].decode()
        codec = _codec(said)
        if codec and not codec.startswith(("utf-16", "utf-32")):  # the declaration itself was read as bytes
            return Encoding(codec)
        return Encoding("utf-8", doubt=f"the XML declaration says {said}, which it is not; read as UTF-8")
    return Encoding("utf-8") if _read(start, "utf-8") is not None else _by_its_text(start)


def _by_its_text(start: bytes) -> Encoding:
    """Return the encoding of a text that is no UTF-8, by what a comment says, or else by its letters."""
    if comment := _IN_COMMENT.search(start[:_SAMPLE]):
        codec = _codec(comment[1].decode())
        text = _read(start, codec) if codec and _FOUND_OUT.fullmatch(codec) is None else None
        if text and _CONTROL.search(text) is None:
            return Encoding(codec)
    from citeconv.charsets import guessed_codec

    if codec := guessed_codec(start):
        better = naming.said("encoding")
        return Encoding(codec, doubt=f"not UTF-8: read as {codec} by what it holds ({better} to say better)")
    return Encoding("utf-8")


def _read(start: bytes, codec: str) -> str | None:
    """Return the start of an input, whose last character may be cut off, as a codec reads it; None if it cannot."""
    try:
        return codecs.getincrementaldecoder(codec)().decode(start)
    except UnicodeError:
        return None


def _codec(name: str) -> str:
    """Return a codec's own name for itself; empty if no codec from bytes to text is called that."""
    try:
        b"0000".decode(name, "replace")
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
