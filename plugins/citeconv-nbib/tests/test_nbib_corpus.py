"""Real downloads, as many as there are at hand: all records are read, and come back tag for tag."""

from __future__ import annotations

import collections
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest

from citeconv import Citation, Leftover, Report, Source, load
from citeconv.values.markup import unescape
from citeconv_nbib import Nbib
from citeconv_nbib.syntax import tagged
from real_exports import needed_exports


@pytest.mark.long
def test_corpus() -> None:
    """Every ``PMID-`` is a record; of 1,000 tags of a record, 999 come back with their values."""
    same = different = 0
    for path in needed_exports("medline"):
        reader = Nbib()
        source = Source(path)
        records = [record for record in reader.split(source) if not isinstance(record, Leftover)]
        source.close()
        text = path.read_bytes().decode("utf-8", "replace")
        assert len(re.findall(r"^PMID *-", text, re.M)) <= len(records), path.name
        for record in records:
            output = reader.write(reader.parse(record))
            found, expected = _by_tag(output), _by_tag(record.data)
            different += sum(found[tag] != expected[tag] for tag in found.keys() | expected.keys())
            same += sum(found[tag] == expected[tag] for tag in expected)
    assert different * 1000 < same


@pytest.mark.long
def test_corpus_agrees_with_biopython() -> None:
    """The main fields of every record are what ``Bio.Medline`` reads, which takes a wrapped keyword for two."""
    medline = pytest.importorskip("Bio.Medline", reason="needs biopython")
    for path in needed_exports("medline"):
        text = path.read_bytes().decode("utf-8", "replace")
        theirs = {found.get("PMID", ""): found for found in medline.parse(io.StringIO(text))}
        for citation in load(io.StringIO(text, newline=""), "nbib", report=Report()):
            found = theirs.get(citation.pmid)
            if citation.pmid and found:
                ours, expected = dict(_fields(citation)), dict(_tags(found))
                assert ours == {name: expected[name] for name in ours}, f"{path.name}: {citation.pmid}"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    article = citation.type == "article-journal"
    people = [name for name in citation.author if name.family]
    if article and citation.title != citation.original_title:
        yield "TI", _pack(citation.title).strip("[].")
    if article:
        yield "JT", _pack(citation.container_title)
    if all(not name.initials for name in people):
        yield "FAU", _pack("".join(name.family for name in people))
    yield (
        "AB",
        _pack("".join(f"{part.label}: " * bool(part.label) + "".join(part.paragraphs) for part in citation.abstract)),
    )
    yield "TA", _pack(citation.container_title_short)
    yield "VI", _pack(citation.volume)
    yield "IP", _pack(citation.issue)
    yield "PT", _pack("".join(citation.publication_types))
    yield "OT", _pack("".join("*" * each.major + each.text for each in citation.keyword))
    yield "CN", _pack("".join(name.literal for name in citation.author))
    yield "MH", str(len(citation.subjects))
    yield "PMC", citation.pmcid


def _tags(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("TI", "JT", "TA", "VI", "IP", "AB", "PT", "OT", "CN", "PMC"):
        value = found.get(name, "")
        yield name, _pack(value if isinstance(value, str) else "".join(value))
    yield "TI", _pack(found.get("TI", "")).strip("[].")
    yield "FAU", _pack("".join(name.partition(",")[0] for name in found.get("FAU", found.get("AU", ()))))
    yield "MH", str(len(found.get("MH", ())))


def _pack(text: str) -> str:
    return re.sub(r"\s+", "", unescape(text))


def _by_tag(text: str) -> dict[str, list[str]]:
    found = collections.defaultdict(list)
    for tag, value in tagged(text):
        found[tag].append(value)
    return found
