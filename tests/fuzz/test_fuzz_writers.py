"""Writers under attack: whatever stands in a citation, a foreign parser finds as many records as were written."""

from __future__ import annotations

import io

import pytest
from filled import filled
from foreign import COUNTERS, OPTIONS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import faults_of_a_writer, fixture_citations
from msgspec import inspect, structs
from mutate import with_odd_values

from citeconv import Citation, Name, Report, dump
from citeconv.citation import CitationType
from citeconv.plugins import registry
from citeconv.testing import citations

WRITERS = [name for name, entry in registry().formats.items() if entry.format.writes()]
ATTACKS = [
    "\nER  - \n\nTY  - JOUR\nTI  - second", "\r\nTY  - BOOK\r\n", "\n\nPMID- 2\nTI  - x", "\n%0 Book\n%T x",
    "}}\n@article{second, title={x}}\n", "\\input{/etc/passwd} \\write18{id}", "^^M\\catcode`\\%=0 %", "{", "}", "\\",
    '"', "]]></title><title>", "</ref></ref-list><ref>", "<!-- ", "<?php ?>", "&lt;&amp;&#0;",
    "\x00\x01\x1b[31m\x7f",
    "\u2028\u2029\u0085", "\u202e\u2066", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", 'a"b,"c\n"', ";", ",",
    "<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "javascript:alert(1)", '"},{"id":"2"', "\ud800",
    "^^5cinput{x}", "{{{", "}}}", "\\begin{document}", "$$", "\\csname input\\endcsname", "\\\\", "{\\rtf1 \\object}",
    "</script><script>", '" onmouseover="alert(1)', "' onmouseover='alert(1)", "<svg/onload=alert(1)>",
    "data:text/html,<script>", "\rER  - \rTY  - JOUR", "\x0bTY  - JOUR", "\x0cTY  - JOUR", "\x1cTY  - JOUR",
    "\x85TY  - JOUR", "ER  - ", "TY  - JOUR", "PMID- 2", "%0 Book", "\r=1", "\n=1", "'=1", "\uffff", "\x1f",
    "<i>open", "close</i>", "<i><b>crossed</i></b>", "\n", "", " ", "\ufeff", "\n\n\n",
]  # fmt: skip


def written(records: list[Citation], name: str) -> tuple[bytes, Report]:
    """Return what is written of some citations, and the report."""
    stream, report = io.BytesIO(), Report()
    dump(records, stream, name, report=report, **OPTIONS.get(name, {}))
    return stream.getvalue(), report


def test_every_writer_is_tried() -> None:
    """A writer of the project that nobody else's parser reads would be missed."""
    assert set(WRITERS) <= set(COUNTERS)


@pytest.mark.parametrize("name", WRITERS)
@settings(deadline=None, derandomize=True, max_examples=40, suppress_health_check=list(HealthCheck))
@given(records=st.lists(citations(wild=True), min_size=1, max_size=4))
def test_any_citations(name: str, records: list[Citation]) -> None:
    """Any citations."""
    data, report = written(records, name)

    assert report.total.written == COUNTERS[name](data)
    assert report.balance()


@pytest.mark.parametrize("name", WRITERS)
def test_odd_signs_in_real_values(name: str) -> None:
    """Citations as people have them, with a sign of some format within a value; our own reader counts them, too."""
    found = [one for one in fixture_citations() if one.title and one.issued]
    for seed in range(100):
        records = [with_odd_values(found[seed * step % len(found)], seed) for step in (7919, 104729)]
        faults = faults_of_a_writer(records, name)
        assert not faults, (seed, faults)


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
@pytest.mark.parametrize("name", WRITERS)
def test_injection(name: str, attack: str) -> None:
    """Text that is syntax of some format stays text, wherever it stands."""
    one = Citation(
        type="article-journal",
        key=f"k{attack}",
        title=f"Title {attack} end",
        author=(Name(family=f"Family{attack}", given=attack), Name(literal=f"Group {attack}")),
        container_title=f"{attack}Journal",
        volume=attack,
        page=f"1{attack}-2",
        doi=f"10.1/{attack}",
        pmid="1",
        url=f"https://example.org/{attack}",
        note=(attack,),
        language=(attack,),
        extra=(("ris:N1", attack), ("bibtex:note", attack), ("test:X", attack)),
    )

    data, report = written([one, Citation(title="second", pmid="2")], name)

    assert 2 == report.total.read
    assert report.total.written == COUNTERS[name](data)
    assert not report.count("error") or "\ud800" == attack


@pytest.mark.parametrize("kind", ["article-journal", "book"])
@pytest.mark.parametrize("name", WRITERS)
def test_injection_everywhere(name: str, kind: CitationType) -> None:
    """So it does where every field of a citation has it, and every part of every field."""
    records = [
        structs.replace(filled(inspect.type_info(Citation), attack), type=kind, et_al=("author",), pmid="1")
        for attack in ATTACKS
        if attack != "\ud800"
    ]

    data, report = written(records, name)

    assert len(records) == report.total.written == COUNTERS[name](data)
