"""A million records by each main path, ten thousand files, a record of 100 MB, a line of 1 GB: ``benchmarks/load.py``.

Real records go in, repeated as ``speed.py`` does; for each path two lines come out, for a hundredth of the records and
for all: records read, written and rejected as the report tells them, those found in the output by a search for what
begins one, time of the processor, and the peak of memory. Each path is one process. Inputs that are no PubMed text are
made by citeconv from such text. Some can be named: ``load.py pubmed:ris files``.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from speed import RUN, real_records, repeated

PATHS = ("pubmed:bibtex", "pubmed:ris", "pubmed:csl-json", "pubmed:jats", "pubmed:json", "nbib:ris")
BEGINS = {
    "bibtex": rb"^@\w+\{", "ris": rb"^TY  - ", "csl-json": rb'^ ?\{ ?"id"|^\{"', "jats": rb"<ref ", "nbib": rb"^PMID- ",
    "references": rb"^\d+\. ", "json": rb'^[ \[]*\{"citeconv"', "jsonl": rb"^\{",
}  # fmt: skip


def converted(inputs: list[Path], to: str, output: Path, *more: str) -> str:
    """Convert in a process of its own; return the figures as a line of a table."""
    report = output.with_suffix(".report")
    output.unlink(missing_ok=True)
    command = [sys.executable, "-c", RUN, *inputs, "--to", to, "-o", output, "--report", report, "-q", *more]
    before = os.times()
    ran = subprocess.run([str(part) for part in command], stderr=subprocess.PIPE, check=False)
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    peak = int(ran.stderr.rpartition(b"peak ")[2]) / 1024
    if ran.returncode not in (0, 1):
        return f"{ran.stderr.decode().splitlines()[0][:70]} (exit {ran.returncode}){seconds:>8.1f} s {peak:>8.0f} MB"
    with report.open("rb") as file:  # the sums are at its end, behind a diagnostic for each loss
        file.seek(max(0, report.stat().st_size - (1 << 22)))
        summary = json.loads(b"{" + file.read().rpartition(b"\n],\n")[2])
    total = summary["total"]
    found = count(output, to)
    if not summary["balanced"] or found not in (None, total["written"]):
        sys.exit(f"{to}: {total}, {found} in the output")
    return (
        f"{total['read']:>10,} {total['written']:>10,} {total['rejected']:>9,} {found or 0:>10,} {seconds:>8.1f} "
        f"{total['read'] / seconds:>10,.0f} {peak:>8.0f}"
    )


def count(output: Path, to: str) -> int | None:
    """Return how many records an output holds, by what begins one at a line start; None if that is not known."""
    if to not in BEGINS:
        return None
    if not output.exists():
        return 0
    begins = re.compile(BEGINS[to])
    with output.open("rb") as file:
        return sum(len(begins.findall(line)) for line in file)


def made(folder: Path, format_: str, records: list[str], number: int) -> Path:
    """Return a file of so many records in a format, made if it is not there."""
    path = folder / f"{format_}-{number}"
    if not path.exists() and format_ == "pubmed":
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(repeated(records, number))
    elif not path.exists():
        converted([made(folder, "pubmed", records, number)], format_, path)
    return path


def million(folder: Path, records: list[str], path: str, number: int) -> None:
    """Print what a main path takes: for a hundredth of the records, and for all of them."""
    from_, _, to = path.partition(":")
    for some in (number // 100, number):
        source = made(folder, from_, records, some)
        print(f"{path:<24} {converted([source], to, folder / 'out')}", flush=True)


def files(folder: Path, records: list[str], number: int) -> None:
    """Print what as many files take, a record in each."""
    within = folder / "files"
    within.mkdir(exist_ok=True)
    for place, record in enumerate(repeated(records, number)):
        (within / f"{place}.txt").write_text(record, encoding="utf-8")
    figures = converted(sorted(within.iterdir()), "jsonl", folder / "out", "--from", "pubmed")
    print(f"{f'{number:,} files to jsonl':<24} {figures}", flush=True)


def long_record(folder: Path, records: list[str]) -> None:
    """Print what a record of 100 MB takes, refused and taken."""
    long = next(iter(repeated(records, 1))).replace("PMID:", "word " * 20_000_000 + "\n\nPMID:")
    (folder / "long.txt").write_text(long, encoding="utf-8")
    for name, more in (("", ()), (", --max-record 1G", ("--max-record", "1G"))):
        print(f"{f'100 MB{name}':<24} {converted([folder / 'long.txt'], 'jsonl', folder / 'out', *more)}", flush=True)


def long_line(folder: Path, records: list[str]) -> None:
    """Print what a line of a gigabyte takes: alone, and within a record between two others, for several readers."""
    path = folder / "line"
    first, second, third = repeated(records, 3)
    for name, before, filler, behind in (
        ("nothing else", "", "word ", ""),
        ("pubmed", first + second.replace("PMID:", "Mark:"), "word ", f"\n\nPMID: 90000001\n\n\n{third}"),
        ("ris", "TY  - JOUR\nTI  - T\nAB  - ", "word ", "\nER  - \nTY  - JOUR\nTI  - U\nER  - \n"),
        ("bibtex", "@misc{k, title = {", "word ", "}}\n@misc{l, title = {U}}\n"),
        ("csl-json", '[{"type":"book","title":"', "word ", '"},\n{"type":"book","title":"U"}]'),
        ("jsonl", '{"citeconv":1,"title":"', "word ", '"}\n{"citeconv":1,"title":"U"}\n'),
    ):
        with path.open("w", encoding="utf-8") as file:
            file.write(before)
            for _ in range(1 << 10):
                file.write(filler * ((1 << 20) // len(filler)))
            file.write(behind)
        more = [] if name == "nothing else" else ["--from", name]
        print(f"{f'1 GB line: {name}':<24} {converted([path], 'jsonl', folder / 'out', *more)}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("what", nargs="*", default=[*PATHS, "files", "record", "line"], metavar="FROM:TO")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="keeps the inputs, for the next time")
    given = parser.parse_args()
    records = real_records()
    print(f"{'':<24} {'read':>10} {'written':>10} {'rejected':>9} {'in output':>10} {'CPU s':>8}  records/s  peak MB")
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        folder.mkdir(exist_ok=True)
        for what in given.what:
            if what == "files":
                files(folder, records, given.files)
            elif what == "record":
                long_record(folder, records)
            elif what == "line":
                long_line(folder, records)
            else:
                million(folder, records, what, given.records)


if __name__ == "__main__":
    main()
