"""Real files, as many as there are at hand, under names that say nothing: their content says what they are."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable

import pytest

from citeconv.detect import detect
from citeconv.errors import DetectionError
from citeconv.plugins import registry
from citeconv.source import Source
from real_exports import told_exports

READERS = {
    "abstract-text": ("pubmed",),
    "summary-text": ("pubmed-summary",),
    "medline": ("nbib",),
    "pubmed-csv": ("csv",),
    "pubmed-csv-old": ("csv",),
    "zotero-csv": ("csv", "tsv"),
    "csv": ("csv", "tsv"),
    "ovid": ("ovid", "ris"),
    "refer": ("refer",),
}
"""The formats that a file of a kind in ``MANIFEST.tsv`` may be; a kind of the same name as a format is that one."""


DRESSES: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "CRLF": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "blank lines before": lambda data: b"\n\n" + data.removeprefix(b"\xef\xbb\xbf"),
    "gzip": lambda data: gzip.compress(data[:100_000], 1),
    "UTF-16": lambda data: data.decode("utf-8-sig", "replace").encode("utf-16"),
}


@pytest.mark.long
@pytest.mark.parametrize("dress", DRESSES)
def test_each_file_is_recognised_by_its_content(dress: str) -> None:
    """Every file is recognised, however it is encoded; one that no format reads is not taken for another."""
    wrong = []
    for kind, path in told_exports():
        data = DRESSES[dress](path.read_bytes())
        expected = [name for name in READERS.get(kind, (kind,)) if _reads(name)]
        found = _detected(data)
        if found not in (expected or [""]):
            wrong.append(f"{path.name} ({kind}) is taken for {found or 'nothing'}")
    assert not wrong


def _reads(name: str) -> bool:
    formats = registry().formats
    return name in formats and formats[name].format.reads()


def _detected(data: bytes) -> str:
    try:
        entry, _ = detect(Source(io.BytesIO(data)))
    except DetectionError:
        return ""
    return entry.format.name
