"""The cells of one row: text to cells with their quotes undone, and cells to text with quotes where they are needed.

Quotes are RFC 4180's, doubled within a quoted cell. Rows whose quotes break the rules are read all the same: a quote
that no delimiter follows does not close its cell, and one that nothing closes is text like any other sign; CORE quotes
a list of JSON without doubling its quotes, ``"["Lind, Per","Wei, Rong"]"``.
"""

from __future__ import annotations

import csv
import re

from citeconv.values.patterns import lazy

DELIMITERS = ",;\t|"
"""The signs that may part cells."""

ESCAPED = '\\"'
"""A quote within a cell, as some programs write it."""
_QUOTES = lazy('"+')
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
    found = cut_strictly(text, delimiter)
    return _cut_odd(text, delimiter) if found is None else found


def cut_strictly(text: str, delimiter: str) -> list[str] | None:
    """Return the cells of a row whose quotes keep the rules; of another nothing."""
    try:
        return next(csv.reader((text,), delimiter=delimiter, skipinitialspace=True, strict=True))
    except (csv.Error, StopIteration):
        return None


def doubled(text: str) -> str:
    """Return a row with quotes doubled that have a backslash before them: so R's ``write.table`` and Spark have it."""
    return text.replace(ESCAPED, '""')


def _cut_odd(text: str, delimiter: str) -> list[str]:
    """Return the cells of a row whose quotes break the rules."""
    found = []
    start, length = 0, len(text)
    any_closes = any_list = True
    while start <= length:
        begin = _behind_blanks(text, start)
        opens = any_closes and text.startswith('"', begin)
        lists = opens and any_list and text.startswith('["', begin + 1) and not text.startswith('[""', begin + 1)
        if lists and (last := _list_closed(text, begin + 1, delimiter)) >= 0:
            found.append(text[begin + 1 : last])
            start = last + 2
            continue
        any_list = any_list and not lists  # as below
        closed = _closed(text, begin + 1, delimiter) if opens else None
        if closed is None:
            any_closes = any_closes and not opens  # what closes no quote here closes none further on
            stop = text.find(delimiter, start)
            stop = length if stop < 0 else stop
            found.append(text[start:stop])
        else:
            quote, stop = closed
            found.append(text[begin + 1 : quote].replace('""', '"'))
        start = stop + 1
    return found


def _closed(text: str, start: int, delimiter: str) -> tuple[int, int] | None:
    """Return where the quote that closes a cell stands, and the delimiter or the end behind it."""
    for quotes in _QUOTES.finditer(text, start):
        if (quotes.end() - quotes.start()) % 2:
            stop = _behind_blanks(text, quotes.end())
            if stop == len(text) or text[stop] == delimiter:
                return quotes.end() - 1, stop
    return None


def _list_closed(text: str, start: int, delimiter: str) -> int:
    """Return where the quote stands that closes a cell with a list; -1 if there is none."""
    if (stop := text.find(f'"]"{delimiter}', start)) >= 0:
        return stop + 2
    return len(text) - 1 if text.endswith('"]"') else -1


def _behind_blanks(text: str, place: int) -> int:
    while text.startswith(" ", place):
        place += 1
    return place


def join(found: list[str], delimiter: str) -> str:
    """Return cells as a row, quoted where they need it."""
    needs = _NEEDS_QUOTES[delimiter].search
    return delimiter.join(
        [f'"{cell.replace(chr(34), chr(34) * 2)}"' if cell and needs(cell) else cell for cell in found]
    )
