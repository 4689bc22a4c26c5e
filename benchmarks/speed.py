"""How fast, how long to start, how much memory: ``python benchmarks/speed.py [FROM>TO...]``.

Real records go in, repeated under other PMIDs until there are as many as each size asks for; a table comes out. They
are taken from ``$CITECONV_CORPUS/pubmed-text`` if that is set, else from ``seeds/``; the input of a pair that reads
another format is made of them by citeconv, but for ``nbib`` and ``pubmed-xml``, for which there may be real files too,
in ``medline`` and ``pubmed-xml``. Each figure is from a process of its own that runs the installed command line, the
best of several where it is short; growth is the time of the processor over that of the line before. Other programs
that do the work of a pair run beside it, those that are installed; one that does not read its source gets the same
records in each format that it reads, and the line says which.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
SIZES = "1000,10000,100000"
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
CITATION_JS = """
const { Cite, plugins } = require("@citation-js/core");
for (const name of ["ris", "bibtex", "csl"]) require("@citation-js/plugin-" + name);
const { readFileSync, writeSync } = require("fs");
writeSync(1, new Cite(readFileSync(process.argv[1], "utf8")).format(process.argv[2]));
"""
RIVALS: dict[str, tuple[str, str, dict[tuple[str, str], str]]] = {
    "pandoc": (
        "pandoc",
        "'{program}' {words} '{input}'",
        {
            ("csl-json", "bibtex"): "-f csljson -t bibtex",
            ("csl-json", "biblatex"): "-f csljson -t biblatex",
            ("csl-json", "jats"): "-f csljson -t jats_archiving+element_citations -s --citeproc",
            ("bibtex", "csl-json"): "-f bibtex -t csljson",
            ("ris", "bibtex"): "-f ris -t bibtex",
            ("ris", "biblatex"): "-f ris -t biblatex",
            ("ris", "csl-json"): "-f ris -t csljson",
            ("ris", "jats"): "-f ris -t jats_archiving+element_citations -s --citeproc",
            ("endnote-xml", "bibtex"): "-f endnotexml -t bibtex",
            ("endnote-xml", "csl-json"): "-f endnotexml -t csljson",
        },
    ),
    "bibutils": (
        "xml2ris",
        "{words}",
        {
            ("ris", "bibtex"): "ris2xml '{input}' | xml2bib",
            ("bibtex", "ris"): "bib2xml '{input}' | xml2ris",
            ("pubmed-xml", "bibtex"): "med2xml '{input}' | xml2bib",
            ("pubmed-xml", "ris"): "med2xml '{input}' | xml2ris",
            ("endnote-xml", "bibtex"): "endx2xml '{input}' | xml2bib",
            ("refer", "bibtex"): "end2xml '{input}' | xml2bib",
            ("refer", "ris"): "end2xml '{input}' | xml2ris",
        },
    ),
    "Citation.js": (
        "node",
        f"'{{program}}' -e '{CITATION_JS}' '{{input}}' {{words}}",
        {
            ("ris", "bibtex"): "bibtex",
            ("ris", "csl-json"): "data",
            ("bibtex", "csl-json"): "data",
            ("bibtex", "ris"): "ris",
            ("csl-json", "bibtex"): "bibtex",
            ("csl-json", "ris"): "ris",
        },
    ),
}
"""Other programs: what must be installed, the command, and for each pair of formats the words in it.

bibutils converts by two programs with MODS between; Citation.js is found by ``NODE_PATH``.
"""

INSTEAD = ("ris", "bibtex", "csl-json")
"""Formats in which the same records are given to a program that does not read the source of a pair."""


class Cost(NamedTuple):
    """What a process took: seconds on the clock, seconds of the processor, and its peak memory in MB."""

    seconds: float
    processor: float
    megabytes: float


class Download(NamedTuple):
    """Real files of a format: their folder, what is a record in them, where its PMID stands, what frames them all."""

    folder: str
    record: re.Pattern[str]
    pmid: re.Pattern[str]
    begin: str = ""
    end: str = ""


DOWNLOADS = {
    "nbib": Download(
        "medline", re.compile(r"^PMID- \d.*?\n(?=\s*^PMID- |\Z)", re.M | re.S), re.compile(r"(^PMID- )\d+")
    ),
    "pubmed-xml": Download(
        "pubmed-xml",
        re.compile(r"<PubmedArticle>.*?</PubmedArticle>\n?", re.S),
        re.compile(r"(<PMID[^>]*>)\d+"),
        '<?xml version="1.0" encoding="utf-8"?>\n<PubmedArticleSet>\n',
        "</PubmedArticleSet>\n",
    ),
}


def measure(*command: str | Path, repeat: int = 1) -> Cost:
    """Run a command, best of ``repeat``; its standard output is thrown away.

    Raises:
        RuntimeError: It failed, as other programs do whose versions do not read a format.
    """
    costs = []
    for _ in range(repeat):
        before, start = os.times(), time.perf_counter()
        ran = subprocess.run(
            [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=as_installed()
        )
        seconds, after = time.perf_counter() - start, os.times()
        if ran.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(map(str, command))}: {ran.stderr.decode()}")
        processor = after.children_user + after.children_system - before.children_user - before.children_system
        peak = ran.stderr.rpartition(b"peak ")[2].strip()
        costs.append(Cost(seconds, processor, int(peak) / 1024 if peak.isdigit() else 0))
    return Cost(*map(min, zip(*costs, strict=True)))


def as_installed() -> dict[str, str]:
    """Return the environment in which programs run: what is installed has its bytecode, whatever is set here."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def rivals(pair: tuple[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the format read and the command of each installed program that can do the work of a pair."""
    source, target = pair
    for name, (needed, command, words) in RIVALS.items():
        reads = [each for each in (source, *INSTEAD) if (each, target) in words]
        if source in reads:
            reads = [source]
        if reads and (program := installed(needed)):
            for each in reads:
                label = name if each == source else f"{name} from {each}"
                line = command.replace("{words}", words[each, target]).replace("{program}", program)
                yield label, each, line
        elif reads:
            print(f"  {name}: not installed")


def installed(needed: str) -> str:
    """Return the path of a program; of Node only if it finds Citation.js."""
    program = shutil.which(needed)
    if program and needed == "node":
        asked = subprocess.run([program, "-e", 'require("@citation-js/plugin-ris")'], capture_output=True)
        return "" if asked.returncode else program
    return program or ""


def real_records() -> list[str]:
    """Return the text of every record there is that has a PMID."""
    corpus = os.environ.get("CITECONV_CORPUS", "")
    folder = Path(corpus) / "pubmed-text" if corpus else ROOT / "seeds"
    records: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n")
        records += [part.strip("\n") for part in RECORD_START.split("\n\n\n" + text) if len(PMID.findall(part)) == 1]
    return records


def downloaded(download: Download) -> list[str]:
    """Return the text of every record in the real files of a format, if there are any."""
    folder = Path(os.environ.get("CITECONV_CORPUS", "nowhere"), download.folder)
    texts = [path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n") for path in sorted(folder.glob("*"))]
    return [record for text in texts for record in download.record.findall(text)]


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
    """Print what ``--version`` and the seed take beyond an empty Python."""
    bare = measure(sys.executable, "-c", "pass", repeat=10)
    to = "bibtex" if "bibtex" in written_formats() else "jsonl"
    for name, arguments in {
        "--version": ["--version"],
        f"seeds/x.txt --to {to}": [ROOT / "seeds" / "x.txt", "--to", to],
    }.items():
        cost = measure(sys.executable, "-c", RUN, *arguments, repeat=10)
        more, processor = 1000 * (cost.seconds - bare.seconds), 1000 * (cost.processor - bare.processor)
        print(
            f"start-up: citeconv {name}: {more:.0f} ms more than python -c pass ({processor:.0f} ms of the processor)"
        )


def made(folder: Path, source: str, size: int, records: list[str]) -> Path:
    """Return a file of so many records in a format, made once."""
    path = folder / f"{source}.{size}"
    download = DOWNLOADS.get(source)
    if download and not path.exists() and (real := downloaded(download)):
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.write(download.begin)
            for number in range(size):
                file.write(download.pmid.sub(rf"\g<1>{90_000_000 + number}", real[number % len(real)], count=1) + "\n")
            file.write(download.end)
    if not path.exists():
        text = folder / f"pubmed.{size}"
        if not text.exists():
            with text.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(repeated(records, size))
        if source != "pubmed":
            command = [sys.executable, "-m", "citeconv", text, "--from", "pubmed", "--to", source, "-o", path, "-q"]
            subprocess.run([str(part) for part in command], check=True)
    return path


def print_row(name: str, size: int, path: Path, cost: Cost, before: float) -> None:
    """Print the figures of one run."""
    growth = f"{cost.processor / before:.1f}x" if before else ""
    memory = f"{cost.megabytes:.0f}" if cost.megabytes else ""
    print(
        f"{name:<28} {size:>8,} {path.stat().st_size / 1e6:>6.1f} {cost.seconds:>8.2f} {cost.processor:>8.2f} "
        f"{size / cost.processor:>10,.0f} {memory:>8} {growth:>7}",
        flush=True,
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure citeconv.")
    parser.add_argument("pairs", nargs="*", help="FROM>TO, or TO from pubmed (default: all formats that are written)")
    parser.add_argument("--sizes", default=SIZES, help=f"records, with commas between (default: {SIZES})")
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    start_up()
    records = real_records()
    print(f"{len(records):,} real records, repeated; one core; records/s by the processor's time")
    print(f"{'':<28}  records     MB  seconds      CPU  records/s  peak MB  growth")
    with tempfile.TemporaryDirectory() as folder:
        for pair in given.pairs or written_formats():
            source, _, to = pair.rpartition(">")
            source = source or "pubmed"
            before: dict[str, float] = {}
            others = list(rivals((source, to)))
            for size in sizes:
                path = made(Path(folder), source, size, records)
                repeat = 3 if size < 100_000 else 1
                ours = (sys.executable, "-c", RUN, path, "--from", source, "--to", to, "-o", Path(folder) / "out", "-q")
                runs: dict[str, tuple[Path, tuple[str | Path, ...]]] = {f"{source}>{to}": (path, ours)}
                for name, reads, line in others:
                    read = made(Path(folder), reads, size, records)
                    runs[f"  {name}"] = read, ("sh", "-c", line.replace("{input}", str(read)))
                for name, (read, command) in runs.items():
                    try:
                        cost = measure(*command, repeat=repeat)
                    except RuntimeError as error:
                        if command == ours:
                            raise
                        print(f"{name}: {str(error).partition(': ')[2].strip()[:90]}")
                        others = [other for other in others if f"  {other[0]}" != name]
                        continue
                    print_row(name, size, read, cost, before.get(name, 0))
                    before[name] = cost.processor


if __name__ == "__main__":
    main()
