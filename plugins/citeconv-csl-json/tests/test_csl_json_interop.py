"""Foreign readers of CSL-JSON find in it what citeconv put there: pandoc, citeproc-py, Citation.js, the schema.

Each test skips without its tool. ``pip install citeconv-csl-json[interop]`` brings all but Citation.js; for that set
``NODE_PATH`` to a folder with ``@citation-js/core`` and ``@citation-js/plugin-csl``. The records are those of a corpus
(``CITECONV_CORPUS``), up to 40 of a file, else made by hand. Compared are the fields that a reference is printed from.
"""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import warnings
from collections import Counter
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from citeconv import Citation, Date, Name, Report, dumps
from real_exports import some_records

pytestmark = pytest.mark.long

COMPARED = ("title", "author", "container-title", "issued", "volume", "issue", "page", "DOI")
FOLDERS = ("pubmed-text", "pubmed-summary", "csl-json")

EXCUSED = {
    "pandoc": {
        "title": "nests quotation marks anew, outer ones double",
        "container-title": "writes small capitals as a span",
        "issued": "drops dates that are words",
    },
    "Citation.js": {},
    "citeproc-py": {"title": "drops spans that protect capitals", "issued": "drops dates that are words"},
}
"""What a reader does to a value of its own accord, by field; at most a fiftieth of the records may have it."""

_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u2011", "''\"\" -")


@functools.cache
def records() -> list[Citation]:
    """Return the records that are written."""
    return some_records(*FOLDERS) or [
        Citation(
            key=f"lind{year}",
            type="article-journal",
            title="Tides of the <i>northern</i> shelf: CO<sub>2</sub> & p < 0.05?",
            author=(Name(family="Lind", given="Per"), Name(literal="Shelf Study Group")),
            container_title="Journal of Tides",
            issued=Date(year=year, month=3, day=7),
            volume="17",
            issue="10 Suppl 1",
            page="559-561",
            doi="10.5555/(tides)<1>",
        )
        for year in range(1900, 2020)
    ]


@functools.cache
def text() -> str:
    """Return them as CSL-JSON."""
    return dumps(records(), "csl-json", report=Report())


def compare(tool: str, found: list[dict[str, Any]]) -> None:
    """Hold what a reader found against what was written, field by field, and print the figures."""
    written = json.loads(text())
    by_id = {str(item["id"]): item for item in found}
    assert len(written) == len(found) == len(by_id)
    differing: Counter[str] = Counter()
    examples: dict[str, tuple[Any, Any]] = {}
    for item in written:
        for field in COMPARED:
            ours, theirs = (NORMAL.get(field, normal)(each.get(field)) for each in (item, by_id[item["id"]]))
            if ours != theirs:
                differing[field] += 1
                examples.setdefault(field, (ours, theirs))

    print(f"{tool}: {len(written)} records, differing: {dict(differing)}")
    unexcused = {field: examples[field] for field in differing if field not in EXCUSED[tool]}
    assert not unexcused
    assert all(count * 50 <= len(written) for count in differing.values()), differing


def normal(value: Any) -> str:
    """Return a text without what readers choose freely: curly quotes, blanks that do not break."""
    return re.sub(r"\s+", " ", str(value or "").translate(_QUOTES)).strip()


def people(value: Any) -> list[tuple[str, str]]:
    """Return family and given names; pandoc sets particles apart, citeproc-py has parts that are None."""
    return [
        (
            normal(f"{each.get('non-dropping-particle') or ''} {each.get('family') or each.get('literal') or ''}"),
            normal(each.get("given")),
        )
        for each in value or ()
    ]


def start(value: Any) -> Any:
    """Return the day on which a date begins, or its wording."""
    value = value or {}
    parts = (
        value["date-parts"][0] if value.get("date-parts") else [value.get(part) for part in ("year", "month", "day")]
    )
    return [int(part) for part in parts if part] or normal(value.get("literal"))


NORMAL: dict[str, Callable[[Any], Any]] = {"author": people, "issued": start}
"""What is compared of fields that are no text."""


def test_pandoc() -> None:
    """pandoc reads every item, and gives it back."""
    pypandoc = pytest.importorskip("pypandoc", reason="0 records tested: needs pypandoc-binary")

    compare("pandoc", json.loads(pypandoc.convert_text(text(), "csljson", format="csljson")))


def test_citation_js(tmp_path: Path) -> None:
    """Citation.js reads every item, and gives it back."""
    script = (
        "const {Cite}=require('@citation-js/core');require('@citation-js/plugin-csl');"
        "const items=JSON.parse(require('fs').readFileSync(process.argv[1],'utf8'));"
        "console.log(JSON.stringify(new Cite(items).format('data',{format:'object'})))"
    )
    node = shutil.which("node")
    (tmp_path / "items.json").write_text(text(), encoding="utf-8")
    if not node or subprocess.run([node, "-e", script.partition("const items")[0]], capture_output=True).returncode:
        pytest.skip("0 records tested: needs node, and NODE_PATH with @citation-js/core and @citation-js/plugin-csl")

    ran = subprocess.run(
        [node, "-e", script, str(tmp_path / "items.json")], capture_output=True, check=True, encoding="utf-8"
    )

    compare("Citation.js", json.loads(ran.stdout))


def test_citeproc_py() -> None:
    """citeproc-py, which renders such items in Python, builds its references of all of them."""
    source = pytest.importorskip("citeproc.source.json", reason="0 records tested: needs citeproc-py")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says of each variable of CSL 1.0.2 that it does not know it
        read = source.CiteProcJSON(json.loads(text()))

    ids = {item["id"].lower(): item["id"] for item in json.loads(text())}
    compare("citeproc-py", [_as_item(ids[key], reference) for key, reference in read.items()])


def _as_item(key: str, reference: Any) -> dict[str, Any]:
    """Return what citeproc-py holds of an item; of a range of dates, its beginning."""
    item: dict[str, Any] = {field: reference.get(_OWN_NAMES.get(field, field)) for field in COMPARED}
    issued = item["issued"]
    return {**item, "id": key, "issued": (issued or {}).get("begin", issued)}


_OWN_NAMES = {"container-title": "container_title"}


def test_official_schema() -> None:
    """The output fits the schema that CSL publishes for its data (``csl-data.json``)."""
    jsonschema = pytest.importorskip("jsonschema", reason="0 records tested: needs jsonschema")
    schema = _schema()
    if schema is None:
        pytest.skip("0 records tested: needs commonmeta-py, or CSL_DATA_SCHEMA with the path of csl-data.json")
    validator = jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))

    faults = [f"{list(fault.path)}: {fault.message[:200]}" for fault in validator.iter_errors(json.loads(text()))]

    print(f"csl-data.json: {len(records())} records, {len(faults)} faults")
    assert not faults


def _schema() -> Path | None:
    """Return the schema: of ``CSL_DATA_SCHEMA``, else as commonmeta-py brings it."""
    if "CSL_DATA_SCHEMA" in os.environ:
        return Path(os.environ["CSL_DATA_SCHEMA"])
    try:
        files = metadata.files("commonmeta-py") or []
    except metadata.PackageNotFoundError:
        return None
    return next((Path(str(file.locate())) for file in files if file.name == "csl-data.json"), None)
