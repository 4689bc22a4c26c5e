"""Real exports, as many as there are at hand: all records are read, and a name, a title and a year in each."""

from __future__ import annotations

import re

import pytest

from citeconv import Report, load
from real_exports import needed_exports


@pytest.mark.long
def test_records_and_plain_fields_equal_the_lines() -> None:
    """As many citations as lines ``PT``; title, journal, volume, year and accession number as the lines have them.

    An article in early access has no year but that in ``EY`` or ``EA``.
    """
    for path in needed_exports("wos"):
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        records = re.split(r"^PT ", text, flags=re.M)[1:]
        citations = load(path, "wos", report=Report())
        assert len(records) == len(citations), path.name
        for record, citation in zip(records, citations, strict=True):
            tags = dict(re.findall(r"^([A-Z][A-Z0-9]) (.*(?:\n   .*)*)", record, re.M))
            plain = {tag: " ".join(value.split()) for tag, value in tags.items()}
            assert plain.get("TI", "").rstrip(".") == citation.title
            assert plain.get("SO", "") == citation.container_title
            assert plain.get("VL", "") == citation.volume
            (year,) = re.findall(r"\d{4}", plain.get("PY") or plain.get("EY") or plain.get("EA", "")) or ["0"]
            assert year == str(citation.issued.year if citation.issued else 0)
            assert plain.get("UT", "") in ("", *[each.value for each in citation.identifiers])
