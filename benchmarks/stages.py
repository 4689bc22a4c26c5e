"""What each step of a conversion costs: ``python benchmarks/stages.py 'pubmed>bibtex' FILE...``.

Files go in, a table comes out: microseconds of processor time a record for reading pieces, cutting, parsing, looking
for losses, and writing, each step by itself in this process, best of several. That is steady to a few per cent where
the whole is not, so a version that got slower shows, and in which step: save the table of one, and compare it with the
other's.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from citeconv import Citation, CiteconvError, RecordError
from citeconv.format import Record
from citeconv.losses import LossCheck
from citeconv.plugins import Registered, registry
from citeconv.source import Source

REPEATS = 7


def best(step: Callable[[], object]) -> float:
    """Return the least processor time of a step in seconds; the first run, which fills caches, does not count."""
    step()
    times = []
    for _ in range(REPEATS):
        gc.collect()
        gc.disable()
        start = time.process_time()
        step()
        times.append(time.process_time() - start)
        gc.enable()
    return min(times)


def read_pieces(files: list[str]) -> None:
    """Decode files and mend their line ends."""
    for file in files:
        for _ in Source(file).chunks(raw=True):
            pass


def cut(files: list[str], entry: Registered) -> list[tuple[Any, list[Record]]]:
    """Return for each file its reader and its records."""
    found = []
    for file in files:
        reader = entry.make({})
        found.append((reader, [piece for piece in reader.split(Source(file)) if type(piece) is Record]))
    return found


def parse(found: list[tuple[Any, list[Record]]]) -> list[Citation]:
    """Return the citations in records; rejected ones cost their time, too."""
    citations = []
    for reader, records in found:
        for record in records:
            with contextlib.suppress(RecordError):
                citations.append(reader.parse(record))
            reader.notes.clear()
    return citations


def write(citations: list[Citation], writer: Any) -> int:
    """Write citations one by one, with what a writer notes of each; return how many were written."""
    written = 0
    for citation in citations:
        with contextlib.suppress(RecordError):
            writer.write(citation)
            written += 1
        for noted in (writer.losses, writer.notes, writer.kept_paths):
            noted.clear()
    return written


def stages(pair: str, files: list[str]) -> dict[str, float]:
    """Return microseconds a record of each step of a pair such as ``pubmed>bibtex``; print how many records it had."""
    from_, to = pair.split(">")
    source, target = registry().get(from_, "read"), registry().get(to, "write")
    found = cut(files, source)
    citations = parse(found)
    writer, losses = target.make({}), LossCheck(target.make({}).carries)
    cut_out = sum(len(records) for _, records in found)
    print(f"{pair}: {cut_out} records, {len(citations)} parsed, {write(citations, writer)} written")
    pieces = best(lambda: read_pieces(files))
    seconds = {
        "pieces": pieces,
        "split": best(lambda: cut(files, source)) - pieces,
        "parse": best(lambda: parse(found)),
        "losses": best(lambda: list(map(losses, citations))),
        "write": best(lambda: write(citations, writer)),
    }
    return {step: round(value * 1e6 / len(citations), 1) for step, value in seconds.items()}


def show(pair: str, now: dict[str, float], before: dict[str, float]) -> None:
    """Print the line of a pair, with the change in per cent where a time before is known."""
    cells = []
    for step, value in {**now, "all": sum(now.values())}.items():
        old = before.get(step, sum(before.values()) if step == "all" else 0.0)
        cells.append(f"{step} {value:6.1f}" + (f" ({100 * (value / old - 1):+.0f} %)" if old else ""))
    print(f"{pair:24} {'  '.join(cells)}")


def main() -> int:
    """Run the program."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("pairs", help="FROM>TO, or several with commas between them")
    parser.add_argument("files", nargs="+", help="files in FROM")
    parser.add_argument("--save", type=Path, help="where to write the figures as JSON")
    parser.add_argument("--against", type=Path, help="figures of another version, to compare with")
    given = parser.parse_args()
    before = json.loads(given.against.read_text()) if given.against else {}
    figures = {}
    for pair in given.pairs.split(","):
        try:
            figures[pair] = stages(pair, given.files)
        except (CiteconvError, ValueError, ZeroDivisionError) as error:
            print(f"{pair}: {error}", file=sys.stderr)
            return 2
        show(pair, figures[pair], before.get(pair, {}))
    if given.save:
        given.save.write_text(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
