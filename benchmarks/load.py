"""A million records through each main path, ten thousand files, a record of 100 MB: ``python benchmarks/load.py``.

Real records go in, repeated as ``speed.py`` does; for each path a line comes out with the records read, written and
rejected as the report tells them, the records found in the output by a search for what begins one, the time and the
peak of memory. Each path is one process. Inputs that are no PubMed text are made by citeconv from such text.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import RUN, real_records, repeated

PATHS = ("pubmed:bibtex", "pubmed:ris", "pubmed:csl-json", "pubmed:jats", "pubmed:references", "nbib:ris")
BEGINS = {
    "bibtex": rb"^@\w+\{", "ris": rb"^TY  - ", "csl-json": rb'^ ?\{ ?"id"|^\{"', "jats": rb"<ref ", "nbib": rb"^PMID- ",
    "references": rb"^\d+\. ", "jsonl": rb"^\{",
}  # fmt: skip


def converted(inputs: list[Path], to: str, output: Path, *more: str) -> str:
    """Convert in a process of its own; return the figures as a line of a table."""
    report = output.with_suffix(".report")
    command = [sys.executable, "-c", RUN, *inputs, "--to", to, "-o", output, "--report", report, "-q", *more]
    started = time.perf_counter()
    ran = subprocess.run([str(part) for part in command], stderr=subprocess.PIPE, check=False)
    seconds = time.perf_counter() - started
    if ran.returncode not in (0, 1):
        sys.exit(ran.stderr.decode())
    summary = json.loads(b"{" + report.read_bytes().rpartition(b"\n],\n")[2])
    total = summary["total"]
    found = count(output, to)
    peak = int(ran.stderr.rpartition(b"peak ")[2]) / 1024
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
    begins = re.compile(BEGINS[to])
    with output.open("rb") as file:
        return sum(len(begins.findall(line)) for line in file)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("paths", nargs="*", default=PATHS, metavar="FROM:TO")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--files", type=int, default=10_000)
    given = parser.parse_args()
    records = real_records()
    print(f"{'':<24} {'read':>10} {'written':>10} {'rejected':>9} {'in output':>10} {'seconds':>8}  records/s  peak MB")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = folder / "pubmed"
        with text.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(repeated(records, given.records))
        for path in given.paths:
            from_, _, to = path.partition(":")
            source = folder / from_
            if not source.exists():
                converted([text], from_, source)
            print(f"{path:<24} {converted([source], to, folder / 'out')}", flush=True)
            (folder / "out").unlink()
        text.unlink()
        files = folder / "files"
        files.mkdir()
        for number, record in enumerate(repeated(records, given.files)):
            (files / f"{number}.txt").write_text(record, encoding="utf-8")
        print(f"{f'{given.files:,} files to jsonl':<24} {converted(sorted(files.iterdir()), 'jsonl', folder / 'out')}")
        long = next(iter(repeated(records, 1))).replace("PMID:", "word " * 20_000_000 + "\n\nPMID:")
        (folder / "long.txt").write_text(long, encoding="utf-8")
        options = (("", ()), (", --max-record 1G", ("--max-record", "1G")))
        for name, more in options:
            print(f"{f'100 MB{name}':<24} {converted([folder / 'long.txt'], 'jsonl', folder / 'out', *more)}")


if __name__ == "__main__":
    main()
