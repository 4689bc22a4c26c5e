"""The parts of the documentation that the code itself dictates; cog puts them in their places.

Nothing comes in but the installed package; Markdown goes out. ``cog -r -I docs README.md docs/*.md`` brings the pages
up to date, and a test fails while they are not.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from citeconv import citation, report, values
from citeconv.losses import paths
from citeconv.plugins import registry
from citeconv_csl_json.mapping import FIELDS as VARIABLES

_GROUP = re.compile(r"    # -- (?P<heading>[^:]+)(?:: (?P<said>.+))?$")
_FIELD = re.compile(r"    (?P<name>\w+): (?P<type>[^=]+) = [^#]*?(?:  # (?P<comment>.*))?$")
_CODE = re.compile(r'    "(?P<code>[a-z-]+)": "(?P<severity>\w+)",  # (?P<comment>.*)$', re.M)


def help_text() -> str:
    """Return ``citeconv --help`` as a fenced block."""
    command = [str(Path(sysconfig.get_path("scripts")) / "citeconv"), "--help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    return f"```text\n{text}```"


def formats() -> str:
    """Return the table of formats."""
    rows = ["| format | reads | writes | endings | package | |", "|---|---|---|---|---|---|"]
    for name, entry in registry().formats.items():
        cls = entry.format
        reads, writes = ("yes" if able else "" for able in (cls.reads(), cls.writes()))
        endings = " ".join(f"`{suffix}`" for suffix in cls.suffixes)
        rows.append(f"| `{name}` | {reads} | {writes} | {endings} | {entry.distribution} | {cls.describe()} |")
    return "\n".join(rows)


def codes() -> str:
    """Return the table of diagnostic codes."""
    rows = ["| code | severity | when |", "|---|---|---|"]
    rows += [f"| `{m['code']}` | {m['severity']} | {m['comment']} |" for m in _CODE.finditer(inspect.getsource(report))]
    if len(rows) - 2 != len(report.CODES):
        sys.exit("a code of citeconv.report.CODES has no comment")
    return "\n".join(rows)


def fields() -> str:
    """Return the tables of the citation's fields, one for each group in the class."""
    rows: list[str] = []
    variables = {row.field: f"CSL's `{row.variable}`" for row in VARIABLES}
    for line in inspect.getsource(citation.Citation).splitlines():
        if group := _GROUP.match(line):
            said = [f"{_sentence(group['said'])}.", ""] if group["said"] else []
            rows += ["", f"### {_sentence(group['heading'])}", "", *said, "| field | type | |", "|---|---|---|"]
        elif (match := _FIELD.match(line)) and match["name"] in citation.FIELDS:
            kind = match["type"].replace(", ...", "").replace(" | None", "").replace("|", "\\|").strip()
            words = match["comment"] or variables.get(match["name"])
            if not words:
                sys.exit(f"{match['name']} of citeconv.Citation is no variable of CSL, and has no comment")
            rows.append(f"| `{match['name']}` | `{kind}` | {words} |")
    return "\n".join(rows[1:])


def _sentence(words: str) -> str:
    """Return words with a capital at their beginning, and no other letter changed."""
    return words[:1].upper() + words[1:]


def parts() -> str:
    """Return a paragraph for each kind of part that a field may hold."""
    found = dict.fromkeys((*citation.PARTS.values(), citation.Qualifier, citation.Affiliation))
    paragraphs = []
    for part in sorted(found, key=lambda part: part.__name__):
        words = inspect.cleandoc(part.__doc__ or "").replace("``", "`").replace("\n\n", " ").replace("\n", " ")
        marks = {name: r"\*" if name in part.details else "" for name in part.__struct_fields__}
        members = ", ".join(f"`{name}`{mark}" for name, mark in marks.items())
        paragraphs.append(f"**{part.__name__}** ({members}): {words}")
    return "\n\n".join(paragraphs)


def shared() -> str:
    """Return the table of modules that serve readers and writers of any format."""
    names = [f"values.{module.name}" for module in pkgutil.iter_modules(values.__path__)]
    rows = ["| module | | names |", "|---|---|---|"]
    for name in [*names, "json_objects", "pubmed.lines", "xml_elements"]:
        source = Path(values.__path__[0]).parent / f"{name.replace('.', '/')}.py"
        module = ast.parse(source.read_text(encoding="utf-8"))
        words, *_ = (ast.get_docstring(module) or "").split("\n")
        defined = [each.name for each in module.body if isinstance(each, (ast.FunctionDef, ast.ClassDef))]
        public = ", ".join([f"`{each}`" for each in defined if not each.startswith("_")])
        rows.append(f"| `citeconv.{name}` | {words.replace('``', '`')} | {public or 'constants'} |")
    return "\n".join(rows)


def crosswalk() -> str:
    """Return the tables of fields by format, a table for each group of fields."""
    groups: dict[str, list[str]] = {}
    names: list[str] = []
    for line in inspect.getsource(citation.Citation).splitlines():
        if group := _GROUP.match(line):
            names = groups.setdefault(_sentence(group["heading"]), [])
        elif match := _FIELD.match(line):
            names.append(match["name"])
    return "\n\n".join(f"### {heading}\n\n{_carried(names)}" for heading, names in groups.items())


def crosswalk_details() -> str:
    """Return the table of the details of parts by format; of all fields that hold names, authors only."""
    names = set(citation.NAME_FIELDS) - {"author"}
    return _carried([path for path in paths() if "." in path and path.partition(".")[0] not in names])


def _carried(rows: list[str]) -> str:
    """Return a table of paths by format that is written: all of it, in part, or nothing."""
    alike: dict[tuple[str, frozenset[str]], list[str]] = {}
    for name, entry in registry().formats.items():
        if entry.format.writes():
            alike.setdefault((entry.plugin, entry.format.working().carries), []).append(f"`{name}`")
    lines = [f"| | {' | '.join(map(' '.join, alike.values()))} |", f"|---{'|---' * len(alike)}|"]
    for row in rows:
        whole = [path for path in paths() if path == row or path.startswith(f"{row}.")]
        marks = ("yes" if kept.issuperset(whole) else "part" if row in kept else "\u2013" for _, kept in alike)
        lines.append(f"| `{row}` | {' | '.join(marks)} |")
    return "\n".join(lines)
