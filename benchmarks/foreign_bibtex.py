"""What bibtexparser reads of BibTeX, its TeX by pylatexenc, in the form that ``agreement.py`` compares.

bibtexparser cuts the file, finds macros, and parts names. It does not know that a line that begins with ``%`` is a
comment (as biber has it), nor does it join the parts of a value at ``#``; neither it nor pylatexenc knows HTML, the
accents of a tabbing (``\\a'e``) and keys for sorting. All that is done here; of a macro that is defined again the last
value counts. What an entry inherits by ``crossref`` is not added.
"""

from __future__ import annotations

import collections
import functools
import html
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agreement import letters

from values import text_of

_ACCENT = re.compile(r"\\a([`'=])")
_COMMENT = re.compile(r"^[ \t]*%.*\n", re.M)
_OPERAND = re.compile(r"\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\"([^\"]*)\"|([^\s#{}\"]+)")
_HTML = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_SORT_KEY = re.compile(r"\\(?:noopsort|SortNoop|switchargs)\s*\{[^{}]*\}")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_YEAR = re.compile(r"\d{4}")
_DASHES = re.compile(r"\s*[\u2010-\u2015-]+\s*")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.I)
_KEYWORDS = frozenset("keywords keyword author_keywords author-keywords keywords-plus".split())
_PARTS = frozenset("inbook incollection inproceedings conference inreference bookinbook suppbook".split())

_HELD = _PARTS | {"article"}


@functools.cache
def _decoder() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text


@functools.lru_cache(maxsize=10_000)
def plain(value: str) -> str:
    """Return a value without TeX and without entities."""
    bare = html.unescape(html.unescape(value.replace("{\\&}", "&").replace("\\&", "&")))
    value = _ACCENT.sub(r"\\\1", _SORT_KEY.sub("", _HTML.sub("", bare))).replace("&", "\\&")
    try:
        return str(_decoder()(value)).strip()
    except Exception:  # what pylatexenc cannot read is compared as it is
        return value.strip()


def bibtex(file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the key, or the title if there is none, counted, and the fields of each entry of a file."""
    import bibtexparser

    logging.disable(logging.CRITICAL)
    library = bibtexparser.parse_string(_COMMENT.sub("", text_of(Path(file))), parse_stack=[])
    blocks = [getattr(block, "ignore_error_block", block) for block in library.blocks]  # also a key that comes again
    macros = {
        each.key.lower(): str(each.value).strip('{}"') for each in blocks if isinstance(each, bibtexparser.model.String)
    }
    seen: collections.Counter[str] = collections.Counter()
    for entry in blocks:
        if hasattr(entry, "entry_type") and hasattr(entry, "fields"):
            fields: dict[str, str] = {}
            for field in entry.fields:
                fields.setdefault(field.key.lower(), _joined(str(field.value), macros))
            reading = _from_fields(entry.entry_type.lower(), fields)
            key = entry.key or reading["title"]
            seen[key] += 1
            yield f"{key} {seen[key]}", reading


def _joined(value: str, macros: dict[str, str]) -> str:
    """Return a value without its delimiters, macros in their place, its parts joined."""
    if value in macros or "#" in _OPERAND.sub("", value):
        parts = _OPERAND.findall(value)
        return "".join([braced or quoted or macros.get(bare.lower(), bare) for braced, quoted, bare in parts])
    if value[:1] + value[-1:] in ("{}", '""'):
        return value[1:-1]
    return macros.get(value.lower(), value)


def _from_fields(kind: str, fields: dict[str, str]) -> dict[str, Any]:
    def first(*names: str) -> str:
        return next((text for name in names if (text := plain(fields.get(name, "")))), "")

    titles = ("journaltitle", "journal", "booktitle")
    if kind in _PARTS:
        titles = ("booktitle", "journaltitle", "journal", "maintitle")
    return {
        "title": letters(f"{first('title')} {first('subtitle')}"),
        "authors": tuple([_person(name) for name in _parted(fields.get("author", ""))]),
        "container": letters(first(*titles) + first("booksubtitle", "journalsubtitle") * (kind in _HELD)),
        "date": _day(first("date"), first("year"), first("month"), first("day")),
        "volume": first("volume"),
        "issue": first("number", "issue"),
        "pages": _DASHES.sub("-", first("pages", "eid", "article-number", "art_number", "articleno")),
        "doi": "".join(_DOI.sub("", first("doi")).lower().split()),
        "pmcid": first("pmcid"),
        "abstract": letters(first("abstract")),
        "keywords": tuple(
            dict.fromkeys([word for name in fields if name in _KEYWORDS for word in _words(fields[name])])
        ),
    }


def _words(value: str) -> list[str]:
    """Return what semicolons part, or else commas."""
    return [word for part in value.split(";" if ";" in value else ",") if (word := letters(plain(part)))]


def _parted(names: str) -> list[str]:
    from bibtexparser.middlewares.names import split_multiple_persons_names

    found = [name for name in split_multiple_persons_names(names) if name]
    return found[:-1] if found and found[-1].lower() == "others" else found


def _person(name: str) -> str:
    """Return a name, the family name in front."""
    from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

    name = " ".join(name.split())
    if name.startswith("{") and name.endswith("}") and name.count("{") == 1:
        return letters(plain(name))
    try:
        parts = parse_single_name_into_parts(name)
    except InvalidNameError:
        return letters(plain(name))
    return letters(" ".join(map(plain, (*parts.von, *parts.last, *parts.first, *parts.jr))))


def _day(date: str, year: str, month: str, day: str) -> tuple[int, ...]:
    if match := _DATE.match(date):
        return tuple([int(part) for part in match.groups() if part])
    found = _YEAR.search(year)
    if found is None:
        return ()
    number = int(month) if month.isdecimal() else 0
    for place, name in enumerate(_MONTHS, 1):
        if name in month.lower():
            number = number or place
    return (int(found[0]), *([number] if number else []), *([int(day)] if number and day.isdecimal() else []))
