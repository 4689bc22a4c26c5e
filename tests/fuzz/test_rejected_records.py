"""Rejects end to end, for every reader: what is mended among the rejects completes the job, what is not comes again.

A fixture of ours goes in with a mark put somewhere into it. Where the mark costs the record it falls into, it stands in
the rejects, once; without it, they give just the citations that are missing. A mark that is longer than a record may be
is rejected by every reader, and stands there whole, however many pieces the input came in.
"""

from __future__ import annotations

import io
import random
import re
from collections import Counter

import pytest
from laws import broken_laws, fixtures, readers
from workbooks import workbook

from citeconv import Report, convert
from citeconv.decoding import CHUNK
from citeconv.errors import CiteconvError
from citeconv.source import Limits

FIXTURES = fixtures()
LIMITS = Limits(record=CHUNK // 4)
ODD = ("}zq{][", "<zq", 'zq"zq', "zq{", "{zq", "\x0bzq", "]]>zq", "&zq;", "\\zq{")
"""Marks that are syntax in some format, and may cost a record."""
ENDLESS = "zqlong " * (3 * CHUNK // 7)
"""One that is longer than a record may be, and than the pieces in which an input is read."""
APART = {
    "bibtex": re.compile(rb"@string|crossref|xdata|@comment", re.I),
    "pubmed": re.compile(rb"\n\n> "),
    "pubmed-summary": re.compile(rb"\A(?!1[:.] )|-\s{2,4}analysis|\nRelated citations\n"),
    "ris": re.compile(rb"^Link to |WOS:", re.M),
}
"""Entries that lend what they hold to others, which are written without it; lists of summaries in other shapes than
PubMed's, which are told by all of their items, and what its page has below the last one, which is rejected alone and
is no citation; what Ovid sets behind a record; what the Web of Science, and paragraphs made quotes of Markdown, are
known by, which an endless line moves out of sight."""
SOME = range(9)
MANY = pytest.param(range(9, 300), marks=pytest.mark.long)
"""Seeds of the damage."""


def converted(data: bytes, format_: str) -> tuple[Counter[bytes], bytes, Report]:
    """Return the citations of an input, its rejects and the report."""
    output, rejects, report = io.BytesIO(), io.BytesIO(), Report()
    convert(io.BytesIO(data), output, from_=format_, to="jsonl", rejects=rejects, report=report, limits=LIMITS)
    return Counter(output.getvalue().splitlines()), rejects.getvalue(), report


def to_spoil(format_: str) -> list[tuple[bytes, Counter[bytes]]]:
    """Return the inputs of a format that are read without a rejected record, each with its citations."""
    found = []
    for fixture in FIXTURES[format_]:
        data = fixture.partition(b"---output---\n")[0]  # what is expected of it is no part of an export
        if len(data) < 20_000 and not (format_ in APART and APART[format_].search(data)):
            try:
                citations, rejects, _ = converted(data, format_)
            except CiteconvError:
                continue
            if not rejects:
                found.append((data, citations))
    return found


def completed(data: bytes, mark: bytes, place: int, format_: str) -> Counter[bytes] | None:
    """Return the citations of a spoilt input and of its mended rejects; None where the mark cost no record."""
    try:
        written, rejects, report = converted(data[:place] + mark + data[place:], format_)
    except CiteconvError:  # it is not recognised, or holds no record at all
        return None
    if rejects.count(mark) != 1:
        assert mark != ENDLESS.encode() or not report.total.rejected, "rejected, but not as it was found"
        return None
    assert not citations_in(rejects, format_), "written, though nothing was mended"
    return written + citations_in(rejects.replace(mark, b""), format_)


def citations_in(rejects: bytes, format_: str) -> Counter[bytes]:
    """Return the citations of a file of rejects, of which there may be none."""
    try:
        return converted(rejects, format_)[0]
    except CiteconvError:
        return Counter()


def places(data: bytes, seed: int) -> list[int]:
    """Return where to put a mark: between two characters."""
    chance = random.Random(seed)
    return [place for place in (chance.randrange(len(data)) for _ in range(3)) if data[place] & 0xC0 != 0x80][:1]


TEXT = [name for name in readers() if name != "xlsx"]
NESTED = ("json", "jsonl", "csl-json", "bibtex", "endnote-xml", "jats", "pubmed-xml")
"""Formats with signs for where something ends: of those of lines alone such a mark hardly ever costs a record."""


@pytest.mark.parametrize("seeds", [range(40), MANY], ids=["some", "many"])
@pytest.mark.parametrize("format_", [name for name in TEXT if name not in ("csv", "tsv")])
def test_mended_rejects_complete_the_job(format_: str, seeds: range) -> None:
    """Damage anywhere, once undone in the rejects, has cost nothing; tables apart, where a sign makes other rows."""
    inputs, tried = to_spoil(format_), 0
    for seed in seeds:
        data, whole = inputs[seed % len(inputs)]
        for place in places(data, seed):
            mark = ODD[seed % len(ODD)].encode()
            found = completed(data, mark, place, format_)
            assert found is None or found == whole, f"{mark!r} at {place} of {data[:60]!r}"
            tried += found is not None

    assert tried or format_ not in NESTED


@pytest.mark.parametrize("seeds", [SOME, MANY], ids=["some", "many"])
@pytest.mark.parametrize("format_", TEXT)
def test_a_record_that_is_too_long_is_rejected_whole(format_: str, seeds: range) -> None:
    """Whatever it is that has no end, it stands in the rejects as it was, and without it they complete the job."""
    inputs, tried = to_spoil(format_), 0
    for seed in seeds[:40]:
        data, whole = inputs[seed % len(inputs)]
        for place in places(data, seed):
            found = completed(data, ENDLESS.encode(), place, format_)
            assert found is None or found == whole, f"at {place} of {data[:60]!r}"
            tried += found is not None

    assert tried > 1


@pytest.mark.parametrize("end", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("format_", TEXT)
def test_rejects_keep_line_ends_that_can_be_read(format_: str, end: bytes) -> None:
    """Also those of old Macs, among which no other may stand: mended, they complete the job."""
    inputs, tried = to_spoil(format_), 0
    for seed in range(3):
        data = re.sub(rb"\r?\n|\r", end, inputs[seed % len(inputs)][0])
        whole, rejects, _ = converted(data, format_)
        for place in places(data, seed) if not rejects else ():
            found = completed(data, ENDLESS.encode(), place, format_)
            assert found is None or found == whole, f"at {place} of {data[:60]!r}"
            tried += found is not None

    assert tried


OVID = (
    "{}.\nTY  - JOUR\nID  - 203100000{}\nT1  - Tides.\nAB  - Salt. \nER  - \n\n"
    "Link to the Ovid Full Text: https://example.org/{}\n\n"
)
TIED = {
    "ris": "".join([OVID.format(n, n, n) for n in (1, 2, 3)]).encode(),
    "bibtex": b"@string{h = {Harbour Press}}\n@string{t = {Tides}}\n"
    + b"".join([b"@book{k%d, title = t # { and salt}, note = {Salt. }, publisher = h}\n" % n for n in (1, 2, 3)]),
}
"""Records that say less without what stands before the first or behind them."""


@pytest.mark.parametrize("which", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)], ids=str)
@pytest.mark.parametrize("format_", TIED)
def test_what_belongs_to_a_record_that_is_too_long_goes_with_it(format_: str, which: tuple[int, ...]) -> None:
    """Ovid's link behind it, what Ovid is known by, BibTeX's macros: mended, it says all that it said before."""
    mark, parts = ENDLESS.encode(), TIED[format_].split(b"Salt. ")
    whole, _, _ = converted(TIED[format_], format_)
    spoilt = parts[0] + b"".join(
        [b"Salt. " + (mark if number in which else b"") + part for number, part in enumerate(parts[1:])]
    )

    written, rejects, report = converted(spoilt, format_)
    again, left, _ = converted(rejects.replace(mark, b""), format_)

    assert (3, len(which)) == (report.total.read, report.total.rejected)
    assert whole == written + again
    assert not left


JOINED = {
    "refer": "%0 Book\n%T {}\n",
    "cochrane": "Record #1 of 1\nID: CN-00000001\nTI: {}\n",
    "ovid": "<1>\nUnique Identifier\n  203100001\nTitle\n  {}\n",
    "nbib": "PMID- 31000001\nTI  - {}\n",
}


@pytest.mark.parametrize("format_", JOINED)
def test_a_record_behind_one_that_is_too_long_costs_nothing(format_: str) -> None:
    """Also where it begins in the line in which that one ends, as in files that were joined."""
    one = JOINED[format_]
    data = f"{one.format('Tides')}\n{one.format(f'Salt {ENDLESS.strip()}')[:-1]}{one.format('Sand')}"

    written, rejects, report = converted(data.encode(), format_)

    assert (3, 2, 1) == (report.total.read, report.total.written, report.total.rejected)
    assert b'"Sand"' in b"".join(written)
    assert b"Sand" not in rejects


@pytest.mark.skipif("xlsx" not in readers(), reason="openpyxl is not installed")
def test_rejects_of_a_workbook_are_a_table() -> None:
    """A row of a workbook that is rejected can be mended as CSV."""
    tried = 0
    for data in FIXTURES["csv"]:
        header, _, rows = data.decode("utf-8-sig").partition("\n")
        cell = re.search(r"[a-z]{4} ", rows)
        whole, rejects, _ = converted(workbook(f"{header}\n{rows}"), "xlsx")
        if cell is None or rejects:
            continue
        mark = "zqlong" * LIMITS.record
        spoilt = f"{header}\n{rows[: cell.end()]}{mark}{rows[cell.end() :]}"
        written, rejects, _ = converted(workbook(spoilt), "xlsx")
        again, _, _ = converted(rejects.replace(mark.encode(), b""), "csv")
        assert written + again == whole
        tried += 1

    assert tried


@pytest.mark.parametrize("seeds", [SOME, MANY], ids=["some", "many"])
@pytest.mark.parametrize("format_", readers())
def test_cuts_add_up(format_: str, seeds: range) -> None:
    """An input that begins, ends or lacks a piece anywhere is read or rejected, and every record is accounted for."""
    for seed in seeds:
        data = FIXTURES[format_][seed % len(FIXTURES[format_])]
        chance = random.Random(seed)
        begin, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        for cut in (data[:begin], data[begin:], data[:begin] + data[end:]):
            assert not broken_laws(cut, format_), f"seed {seed}"
