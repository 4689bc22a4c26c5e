"""Real downloads, as many as there are at hand: all records are read, and come back tag for tag."""

from __future__ import annotations

import collections
import os
import re
from pathlib import Path

import pytest

from citeconv import Leftover, Source
from citeconv_nbib import Nbib
from citeconv_nbib.syntax import tagged

FILES = sorted(Path(os.environ.get("CITECONV_CORPUS", "nowhere"), "medline").glob("*"))


@pytest.mark.long
def test_corpus() -> None:
    """Every ``PMID-`` is a record; of 1,000 tags of a record, 999 come back with their values."""
    if not FILES:
        pytest.skip("0 files tested: set CITECONV_CORPUS to a folder with medline/*")
    same = different = 0
    for path in FILES:
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


def _by_tag(text: str) -> dict[str, list[str]]:
    found = collections.defaultdict(list)
    for tag, value in tagged(text):
        found[tag].append(value)
    return found
