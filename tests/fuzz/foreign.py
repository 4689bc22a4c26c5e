"""Parsers that are not ours, to count the records in what our writers write: a format's name to a count.

Bytes go in, the number of records comes out, or the parser's own exception. None of this is code of a format: a file
that only our reader understands is no file of the format.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser

csv.field_size_limit(sys.maxsize // 2**32)


def count_bibtex(data: bytes) -> int:
    """Count entries with bibtexparser, which must find no block that it cannot read."""
    import bibtexparser

    if found := re.search(rb"\\(?:input|include|write18|catcode|immediate|openout)\b|\^\^", data):
        raise ValueError(f"TeX would obey {found[0]!r}")
    library = bibtexparser.parse_string(data.decode(), parse_stack=[])
    if library.failed_blocks:
        raise ValueError(f"bibtexparser: {library.failed_blocks[0]}")
    return len(library.entries)


def count_elements(*path: str) -> Callable[[bytes], int]:
    """Return a counter of elements, by lxml."""

    def count(data: bytes) -> int:
        from lxml import etree

        if not data:
            return 0
        tree = etree.fromstring(data, etree.XMLParser(huge_tree=True, resolve_entities=False))
        return len(tree.findall("/".join((".", *path)))) or int(tree.tag == path[-1])

    return count


def count_tags(start: str, end: str = "") -> Callable[[bytes], int]:
    """Return a counter of records of a tagged format: by the line that begins one, and the line that ends it."""

    def count(data: bytes) -> int:
        text = re.sub(r"\r\n?", "\n", data.decode())
        begun = len(re.findall(rf"^{start}", text, re.M))
        if end and begun != len(re.findall(rf"^{end}", text, re.M)):
            raise ValueError(f"as many {start} as {end}")
        return begun

    return count


def count_paragraphs(data: bytes) -> int:
    """Count what stands between empty lines."""
    return len([part for part in re.split(r"\n\s*\n", data.decode().replace("\r\n", "\n")) if part.strip()])


def count_rows(data: bytes, delimiter: str = ",") -> int:
    """Count rows below the header with the csv module; all have as many cells as the header."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    if {len(row) for row in rows} - {len(rows[0])} if rows else set():
        raise ValueError("rows of several lengths")
    return max(len(rows) - 1, 0)


class _Entries(HTMLParser):
    """Counts the entries of a bibliography, and refuses what runs."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.entries += ("class", "csl-entry") in attrs
        if tag in ("script", "iframe", "img", "object") or any(name.startswith("on") for name, _ in attrs):
            raise ValueError(f"<{tag} {attrs}> in the output")
        links = [value.strip().lower() for name, value in attrs if value and not name.startswith("data-")]
        if any(link.startswith(("javascript:", "data:", "vbscript:")) for link in links):
            raise ValueError(f"a link that runs: {attrs}")


def count_entries(data: bytes) -> int:
    """Count the entries of a formatted bibliography in HTML."""
    parser = _Entries()
    parser.feed(data.decode())
    return parser.entries


COUNTERS: dict[str, Callable[[bytes], int]] = {
    "bibtex": count_bibtex,
    "biblatex": count_bibtex,
    "csl-json": lambda data: len(json.loads(data or b"[]")),
    "csv": count_rows,
    "endnote-xml": count_elements("records", "record"),
    "jats": count_elements("back", "ref-list", "ref"),
    "jats-front": count_elements("article"),
    "json": lambda data: len(json.loads(data or b"[]")),
    "jsonl": lambda data: sum(1 for line in data.split(b"\n") if line.strip() and json.loads(line)),
    "nbib": count_paragraphs,
    "refer": count_tags("%0 "),
    "references": count_entries,
    "ris": count_tags("TY  - ", "ER  - "),
    "tsv": lambda data: count_rows(data, "\t"),
}
OPTIONS = {"references": {"references_output": "html"}}
"""Settings under which the counter understands a format."""
