"""Which format an input is in: by its content first, by its name if the content fits several.

The first 4 KiB go in (64 KiB if those fit no format); all formats that read are asked whether they recognise them. The
format comes out, with a remark if the name of the file suggests another.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import islice

from citeconv import naming
from citeconv.contract import brief
from citeconv.decoding import HEAD
from citeconv.encodings import refusal
from citeconv.errors import INTERRUPTS, DetectionError, EmptyError, SourceError
from citeconv.format import compiled
from citeconv.plugins import Registered, registry
from citeconv.source import Source
from citeconv.values.patterns import lazy

SAYS_NOTHING = frozenset({".txt"})
"""Endings that tell no format, as programs save files of all formats under them."""

_EMPTY_LINES = lazy(r"\n[ \t]*\n(?=[ \t]*\S)")
_MOST_GAPS = 1000
"""The empty lines behind which a record is searched for another format, far more than any record has."""

_ENCODED = (
    (lazy(r"\A\s{0,9}\{\\rtf"), ".rtf", "a Rich Text file; save the export as plain text"),
    (
        lazy(
            r"\A\s{0,9}(?:From [^\n]{1,200}\n)?[A-Z][\w-]{1,40}:[ \t][\s\S]{0,4000}?\n"
            r"Content-Transfer-Encoding:[ \t]*(?:quoted-printable|base64)\b",
            re.I,
        ),
        ".eml",
        "an e-mail or a web archive, with its text encoded; save the text, or its attachment, by itself",
    ),
)
"""Files whose records are encoded in some way, the ending of formats that can read them all the same, and advice."""


def detect(source: Source, from_: str = "") -> tuple[Registered, str]:
    """Return the format of an input, and a remark for the user or nothing.

    Args:
        source: The input; only its beginning is read.
        from_: Name of the format if the user gave one, which then decides.

    Raises:
        UnknownFormatError: ``from_`` names no format that reads.
        DetectionError: The content fits no format, or several and the name does not decide between them.
        EmptyError: There is no content.
        SourceError: It is not text, and no format reads such files.
    """
    wanted = registry().get(from_, "read") if from_ else None
    if not wanted and not source.head.strip():
        raise EmptyError(source.name, "holds nothing but blanks" if source.head else "is empty")
    readers = [entry for entry in registry().formats.values() if entry.format.reads_bytes == bool(source.binary)]
    for pattern, ending, what in _ENCODED:
        if pattern.match(source.head):
            readers = [entry for entry in readers if ending in entry.format.suffixes]
            if not readers or (wanted and wanted not in readers):
                raise DetectionError(f"{source.name}: is {what}")
    hits, faults = _hits(readers, source.head)
    if not hits and not wanted and not source.binary:
        from citeconv import foreign

        if what := foreign.known(source.head):
            raise DetectionError("; ".join((f"{source.name}: is {what}", *faults)))
        hits, _ = _hits(readers, source.longer_head())
    try:
        found, remark = _chosen(source, from_, wanted, readers, hits)
    except DetectionError as error:
        raise DetectionError("; ".join((str(error), *faults))) from None
    return found, "; ".join(filter(None, (remark, *faults)))


def read_as_bytes(from_: str) -> Callable[[str], bool]:
    """Return a function that, given the first bytes of a file in Latin-1, returns whether a format reads it as bytes.

    Args:
        from_: Name of the format if the user gave one; then only that is asked.
    """
    entries = [registry().get(from_, "read")] if from_ else registry().formats.values()
    readers = [entry for entry in entries if entry.format.reads_bytes and entry.format.reads()]
    return lambda head: bool(_hits(readers, head)[0])


def looks_like(text: str, own: Registered) -> list[Registered]:
    """Return the other formats that recognise a piece of an input; none if its own does, too.

    Where a record has an end, what a format of the same plugin recognises may be a damaged record, as in JSON.

    Args:
        text: A leftover, or a record.
        own: The format as which the input is read.
    """
    readers = [entry for entry in registry().formats.values() if entry.format.reads() and not entry.format.reads_bytes]
    hits, _ = _hits(readers, text[:HEAD])
    its_own = [entry for entry in hits if entry == own or (entry.plugin == own.plugin and not own.format.open_ended)]
    return [] if its_own else hits


class Foreign:
    """Finds what was pasted behind a record of a format that is ``open_ended``.

    Args:
        own: That format.
    """

    def __init__(self, own: Registered) -> None:
        self._own = own
        self._others = [
            (need, entry)
            for entry in registry().formats.values()
            if entry != own and entry.format.signature and entry.format.reads() and not entry.format.reads_bytes
            for need in entry.format.needs or ("",)
        ]

    def start(self, text: str) -> int:
        """Return where a record of another format begins, behind an empty line of a record; 0 if none does."""
        others = [(entry, compiled(entry.format.signature).match) for need, entry in self._others if need in text]
        for gap in islice(_EMPTY_LINES.finditer(text), _MOST_GAPS):
            begin = text[gap.end() : gap.end() + HEAD]
            in_xml = begin[0] == "<"  # where other things come before the first record
            if begun := [entry for entry, match in others if in_xml or match(begin)]:
                hits, _ = _hits([*begun, self._own], begin)
                if hits and self._own not in hits:
                    return gap.end()
        return 0


def _hits(readers: list[Registered], head: str) -> tuple[list[Registered], list[str]]:
    """Return the formats that recognise the beginning of a file, and messages about those that raised."""
    hits, faults = [], []
    for entry in readers:
        try:
            if entry.format.recognises(head):
                hits.append(entry)
        except INTERRUPTS:
            raise
        except BaseException as error:
            faults.append(f"bug in plugin {entry.plugin}: {entry.format.name} cannot tell its files: {brief(error)}")
    return hits, faults


def _chosen(
    source: Source, from_: str, wanted: Registered | None, readers: list[Registered], hits: list[Registered]
) -> tuple[Registered, str]:
    """Return the format of an input and a remark, given the formats that recognise it."""
    if source.binary and not hits and (wanted is None or wanted not in readers):
        raise SourceError(refusal(source.name, source.binary))
    if wanted and wanted not in readers:
        raise DetectionError(f"{source.name}: is {source.binary or 'text'}, which {from_} is not")
    if wanted:
        looks = " or ".join(entry.format.name for entry in hits if wanted not in hits)
        return wanted, f"read as {wanted.format.name}, as told, but it looks like {looks}" if looks else ""
    by_name = registry().by_suffix(source.name, "read")
    if len(hits) > 1:
        hits = [entry for entry in hits if entry in by_name] or hits
    if len(hits) == 1:
        return hits[0], _remark_on_name(source.name, hits[0], by_name)
    if hits:
        names = " or ".join(entry.format.name for entry in hits)
        raise DetectionError(f"{source.name}: it could be {names}; use {naming.said('reads')} to say which")
    raise DetectionError(f"{source.name}: {_no_hit(source, [entry for entry in by_name if entry in readers])}")


def _remark_on_name(name: str, found: Registered, by_name: list[Registered]) -> str:
    """Return a remark if the ending of a file belongs to other formats than the one found; else nothing."""
    stem, suffix = os.path.splitext(name)
    if suffix.lower() == ".gz":  # that of what is packed says more
        suffix = os.path.splitext(stem)[1]
    if suffix.lower() in SAYS_NOTHING or not by_name or found in by_name:
        return ""
    if any(own.endswith(suffix) for own in found.format.suffixes):
        return ""
    return f"named {suffix}, but it is {found.format.name} ({found.format.describe()})"


def _no_hit(source: Source, by_name: list[Registered]) -> str:
    """Return the message for content that no format recognises, given the formats to which its ending belongs."""
    from citeconv import foreign

    if not source.binary and (what := foreign.likely(source.head)):
        return f"is {what}"
    for entry in by_name:
        if entry.format.lacks:
            return f"{entry.format.lacks}; {naming.said('reads', entry.format.name)} reads it all the same"
    names = ", ".join(entry.format.name for entry in registry().formats.values() if entry.format.reads())
    from citeconv.hints import absent

    which = f"use {naming.said('reads')} to say which"
    if len(by_name) == 1:
        which = f"{naming.said('reads', by_name[0].format.name)} reads it all the same"
    cure = absent(os.path.splitext(source.name)[1]) or f"; {which}"
    return f"its content fits no format that is read ({names}){cure}"
