"""The cells of one row: text to cells with their quotes undone, and cells to text with quotes where they are needed.

Quotes are RFC 4180's, doubled within a quoted cell. Rows whose quotes break the rules are read all the same: a quote
that no delimiter follows does not close its cell, and one that nothing closes is text like any other sign.
"""

from __future__ import annotations

import csv
import re

DELIMITERS = ",;\t|"
"""The signs that may part cells."""

_CLOSING = {sign: re.compile(rf'(?<!")"+ *(?:{re.escape(sign)}|\Z)') for sign in DELIMITERS}
_CLOSING_AT_ONCE = {sign: re.compile(rf'"+ *(?:{re.escape(sign)}|\Z)') for sign in DELIMITERS}
_NEEDS_QUOTES = {sign: re.compile(rf'["\n\r{re.escape(sign)}]|\A[ \t]|[ \t]\Z') for sign in DELIMITERS}


def cut(text: str, delimiter: str, quoted: bool = True) -> list[str]:
    """Return the cells of a row, quotes undone.

    Args:
        text: One row; line ends within quotes belong to their cell.
        delimiter: One of ``DELIMITERS``.
        quoted: Whether quotes quote, or are text like any other sign.
    """
    if not quoted or '"' not in text:
        return text.split(delimiter)
    try:
        return next(csv.reader((text,), delimiter=delimiter, skipinitialspace=True, strict=True))
    except (csv.Error, StopIteration):
        return _cut_odd(text, delimiter)


def _cut_odd(text: str, delimiter: str) -> list[str]:
    """Return the cells of a row whose quotes break the rules."""
    found = []
    start, length = 0, len(text)
    while start <= length:
        begin = start
        while text.startswith(" ", begin):
            begin += 1
        end = _closing(text, begin + 1, delimiter) if text.startswith('"', begin) else None
        if end is None:
            stop = text.find(delimiter, start)
            stop = length if stop < 0 else stop
            found.append(text[start:stop])
            start = stop + 1
        else:
            found.append(text[begin + 1 : end.start() + end[0].count('"') - 1].replace('""', '"'))
            start = end.end() if end[0].endswith(delimiter) else length + 1
    return found


def _closing(text: str, start: int, delimiter: str) -> re.Match[str] | None:
    """Return the quotes that close a cell: an odd number of them, and a delimiter or the end behind."""
    first = _CLOSING_AT_ONCE[delimiter].match(text, start)
    if first and first[0].count('"') % 2:
        return first
    for found in _CLOSING[delimiter].finditer(text, first.end() if first else start):
        if found[0].count('"') % 2:
            return found
    return None


def join(found: list[str], delimiter: str) -> str:
    """Return cells as a row, quoted where they need it."""
    needs = _NEEDS_QUOTES[delimiter].search
    return delimiter.join(
        [f'"{cell.replace(chr(34), chr(34) * 2)}"' if cell and needs(cell) else cell for cell in found]
    )
