"""How fast, how long to start, how much memory: ``python benchmarks/speed.py [FORMAT...]``.

Real records go in, repeated under other PMIDs until there are 1,000, 10,000 and 100,000 of them; a table comes out.
They are taken from ``$CITECONV_CORPUS/pubmed-text`` if that is set, else from ``seeds/``. Each figure is from a process
of its own that runs the installed command line, the best of several where it is short; growth is the time over that of
the line before.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 10_000, 100_000)
PMID = re.compile(r"^PMID: \d+", re.M)
RECORD_START = re.compile(r"\n\n\n(?=\d+\. )")
RUN = """
import sys
from citeconv.cli import main
status = main()
try:
    peak = open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]
except OSError:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
print("peak", peak, file=sys.stderr)
sys.exit(status)
"""


class Cost(NamedTuple):
    """What a process took: seconds on the clock, and its peak memory in MB."""

    seconds: float
    megabytes: float


def measure(*command: str | Path, repeat: int = 1) -> Cost:
    """Run a command, best of ``repeat``; its standard output is thrown away."""
    costs = []
    for _ in range(repeat):
        start = time.perf_counter()
        ran = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        seconds = time.perf_counter() - start
        if ran.returncode not in (0, 1):
            sys.exit(f"{' '.join(map(str, command))}: {ran.stderr.decode()}")
        costs.append(Cost(seconds, int(ran.stderr.rpartition(b"peak ")[2] or 0) / 1024))
    return Cost(min(cost.seconds for cost in costs), min(cost.megabytes for cost in costs))


def real_records() -> list[str]:
    """Return the text of every record there is that has a PMID."""
    corpus = os.environ.get("CITECONV_CORPUS", "")
    folder = Path(corpus) / "pubmed-text" if corpus else ROOT / "seeds"
    records: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n")
        records += [part.strip("\n") for part in RECORD_START.split("\n\n\n" + text) if len(PMID.findall(part)) == 1]
    return records


def repeated(records: list[str], count: int) -> Iterator[str]:
    """Yield so many records, numbered through, each with a PMID of its own."""
    for number in range(count):
        text = PMID.sub(f"PMID: {90_000_000 + number}", records[number % len(records)])
        yield f"{number + 1}. {text.partition('. ')[2]}\n\n\n"


def written_formats() -> list[str]:
    """Return the names of all formats that the installed citeconv writes."""
    from citeconv.plugins import registry

    return [name for name, entry in registry().formats.items() if entry.format.writes()]


def start_up() -> None:
    """Print what the seed takes beyond an empty Python."""
    bare = measure(sys.executable, "-c", "pass", repeat=10)
    to = "bibtex" if "bibtex" in written_formats() else "jsonl"
    seed = measure(sys.executable, "-c", RUN, ROOT / "seeds" / "x.txt", "--to", to, repeat=10)
    more, all_of_it, least = (1000 * seconds for seconds in (seed.seconds - bare.seconds, seed.seconds, bare.seconds))
    print(f"start-up: seeds/x.txt to {to} takes {more:.0f} ms more than python -c pass", end=" ")
    print(f"({all_of_it:.0f} - {least:.0f} ms), {seed.megabytes:.0f} MB")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure citeconv on PubMed text.")
    parser.add_argument("formats", nargs="*", help="formats to write (default: all that are installed)")
    formats = parser.parse_args().formats or written_formats()
    start_up()
    records = real_records()
    print(f"{len(records):,} real records, repeated; one core")
    print("to            records     MB  seconds  records/s   MB/s  peak MB  growth")
    with tempfile.TemporaryDirectory() as folder:
        inputs = [Path(folder) / f"{size}.txt" for size in SIZES]
        for path, size in zip(inputs, SIZES, strict=True):
            with path.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(repeated(records, size))
        for to in formats:
            before = 0.0
            for path, size in zip(inputs, SIZES, strict=True):
                repeat = 3 if size < SIZES[-1] else 1
                command = (sys.executable, "-c", RUN, path, "--to", to, "-o", Path(folder) / "out", "-q")
                cost = measure(*command, repeat=repeat)
                megabytes = path.stat().st_size / 1e6
                growth = f"{cost.seconds / before:.1f}x" if before else ""
                print(
                    f"{to:<12} {size:>8,} {megabytes:>6.1f} {cost.seconds:>8.2f} {size / cost.seconds:>10,.0f} "
                    f"{megabytes / cost.seconds:>6.1f} {cost.megabytes:>8.0f} {growth:>7}",
                    flush=True,
                )
                before = cost.seconds


if __name__ == "__main__":
    main()
