"""The laws that hold for any input and any citations, and the inputs of ours that are spoilt to try them.

A format's name and bytes, or citations, go in; a line for each broken law comes out. A run that takes too long is
ended by the caller.
"""

from __future__ import annotations

import io
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import msgspec
from foreign import COUNTERS, OPTIONS
from workbooks import workbook

from citeconv import Citation, Report, convert, dumps, iterload, loads
from citeconv.detect import detect
from citeconv.errors import CiteconvError
from citeconv.plugins import registry
from citeconv.source import Source

ROOT = Path(__file__).parent.parent.parent
_DECODE = msgspec.json.Decoder(Citation).decode
LARGEST = 60_000
"""Bytes of the largest fixture that is spoilt: what is larger slows the search down."""


def readers() -> list[str]:
    """Return the names of the formats that are recognised by what they hold; a dialect has its sibling's reader."""
    formats = {name: entry.format for name, entry in registry().formats.items()}
    told = {name for name, format_ in formats.items() if format_.signature or "recognises" in vars(format_)}
    return [name for name in formats if name in told and (name != "xlsx" or find_spec("openpyxl"))]


def fixtures() -> dict[str, list[bytes]]:
    """Return the seeds, samples and golden inputs of the project by the format that their content shows."""
    found: dict[str, list[bytes]] = {name: [] for name in readers()}
    folders = [ROOT / "seeds", *(ROOT / "tests").glob("*/"), *(ROOT / "plugins").glob("*/tests/*/")]
    paths = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    for path in sorted(paths):  # what Python caches comes and goes while other processes collect tests
        if not path.is_file() or path.suffix in (".py", ".md") or not 0 < path.stat().st_size <= LARGEST:
            continue
        data = path.read_bytes()
        try:
            entry, _ = detect(Source(io.BytesIO(data), name=path.name))
        except CiteconvError:
            continue
        found[entry.format.name].append(data)
    if "xlsx" in found:
        found["xlsx"] += [workbook(data.decode("utf-8-sig", "replace")) for data in found["csv"]]
    return found


@cache
def fixture_citations() -> tuple[Citation, ...]:
    """Return what is read of the fixtures, a few of each."""
    found: list[Citation] = []
    for format_, inputs in fixtures().items():
        for data in inputs:
            with suppress(CiteconvError):
                found += islice(iterload(io.BytesIO(data), format_, report=Report()), 5)
    return tuple(found)


def broken_laws(data: bytes, format_: str, to: str = "jsonl") -> list[str]:
    """Convert an input, and return what went against the laws: a line for each, none if all is well."""
    faults: list[str] = []
    rejects, output, settings = io.BytesIO(), io.BytesIO(), OPTIONS.get(to, {})
    report = Report(lambda each: faults.append(str(each)) if each.code in ("plugin-bug", "miscount") else None)
    try:
        convert(io.BytesIO(data), output, from_=format_, to=to, rejects=rejects, report=report, **settings)
    except CiteconvError:
        return faults
    except Exception as error:
        return [*faults, f"{type(error).__name__}: {error}"]
    total = report.total
    if total.read != total.written + total.rejected + total.merged:
        faults.append(f"{total.read} read, {total.written} written, {total.rejected} rejected, {total.merged} merged")
    if total.rejected and not rejects.getvalue().strip():
        faults.append("rejected, but nothing among the rejects")
    try:
        found = COUNTERS[to](output.getvalue())
        if to == "jsonl":
            _ = [_DECODE(line) for line in output.getvalue().splitlines()]
    except Exception as error:
        return [*faults, f"read again: {type(error).__name__}: {error}"]
    if found != total.written:
        faults.append(f"{total.written} written, a foreign parser finds {found}")
    return faults


def faults_of_a_writer(records: list[Citation], format_: str) -> list[str]:
    """Return what went against the laws as citations were written."""
    faults: list[str] = []
    report = Report(lambda each: faults.append(str(each)) if each.code in ("plugin-bug", "miscount") else None)
    try:
        text = dumps(records, format_, report=report, **OPTIONS.get(format_, {}))
        found = COUNTERS[format_](text.encode())
    except Exception as error:
        return [*faults, f"{type(error).__name__}: {error}"]
    written = report.total.written
    if found != written:
        faults.append(f"{written} written, a foreign parser finds {found}")
    clear = all(one.title and one.issued for one in records)  # a record of one line may be taken for part of another
    if registry().formats[format_].format.reads() and written and clear:
        again = Report()
        loads(text, format_, report=again)
        if again.total.written != written:
            faults.append(f"{written} written, ours reads {again.total.written}")
    return faults
