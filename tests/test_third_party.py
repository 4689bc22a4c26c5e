"""A stranger's plugin is as good as ours, and its faults cost what the guide says and no more."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from citeconv import Format, Leftover, Option, Record, plugins
from citeconv.arguments import parser_for
from plugin_kit import GUIDE, ROOT, build_wheel, citeconv, fake_plugin, guide_commands, install, write_guide


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The guide's plugins, built into wheels and installed: their sources, and the folder they are installed in."""
    folder, wheels, site = map(tmp_path_factory.mktemp, ("guide", "wheels", "site"))
    write_guide(folder)
    install([build_wheel(folder / name, wheels) for name in ("citeconv-titles", "citeconv-cards")], site)
    return folder, site


@pytest.mark.parametrize(("command", "printed"), guide_commands(), ids=[command for command, _ in guide_commands()])
def test_guide_commands(guide: tuple[Path, Path], command: str, printed: str) -> None:
    """Each command of the guide prints what the guide shows: output, messages, exit status."""
    folder, site = guide
    if not (folder / "seeds").exists():
        (folder / "seeds").symlink_to(ROOT / "seeds")
    done = citeconv(site, *command.split(), cwd=folder)
    status = f"=> {done.returncode}\n" if done.returncode else ""
    line_end = "" if done.stdout.endswith("\n") else "\n"
    assert done.stdout + line_end + done.stderr + status == printed


def test_listed_with_its_distribution(guide: tuple[Path, Path]) -> None:
    """An installed plugin's format stands in the list of formats."""
    done = citeconv(guide[1], "--list-formats")
    row = r"^cards +read/write +\.cards +citeconv-cards 1\.0 +Library cards, a line a field$"
    assert re.search(row, done.stdout, re.M)


def test_options_in_help(guide: tuple[Path, Path]) -> None:
    """``--help`` shows the options of the formats in play."""
    assert "--cards-case" in citeconv(guide[1], "--to", "cards", "--help").stdout
    assert "--cards-case" not in citeconv(guide[1], "--to", "json", "--help").stdout


def test_passes_the_kit(guide: tuple[Path, Path]) -> None:
    """The guide's test file passes when run as a stranger would run it."""
    folder, site = guide
    environment = {**os.environ, "PYTHONPATH": str(site), "CITECONV_TEST_EXAMPLES": "10"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    cwd = folder / "citeconv-cards"
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    assert re.search(r"\d\d passed", done.stdout)


@pytest.mark.parametrize("cls", [Format, Option, Record, Leftover], ids=lambda cls: cls.__name__)
def test_guide_names_everything(cls: type) -> None:
    """Every public attribute of the contract stands in the guide."""
    text = GUIDE.read_text(encoding="utf-8")
    assert cls.__name__ in text
    public = getattr(cls, "__struct_fields__", None) or [name for name in vars(cls) if not name.startswith("_")]
    assert [name for name in public if f"`{name}" not in text and f"{name}`" not in text] in ([], ["line", "data"])


HEAD = "from citeconv import *\nfrom citeconv import Format, hookimpl, Citation, Record\n"
HOOK = "\n@hookimpl\ndef citeconv_formats():\n    return Odd\n"
READER = (
    "class Odd(Format):\n    'Odd.'\n    name = 'odd'\n    signature = r'^ODD'\n"
    "    record_start = r'\\n(?P<start>ODD)'\n"
)
DECLARED = "class Odd(Format):\n    'Odd.'\n    name = 'odd'\n"
WRITER = "class Odd(Format):\n    'Odd.'\n    name = 'odd'\n    carries = frozenset({'title'})\n"
OPTION = (
    "    options = (Option(name='x', help='x', flags=({},)),)\n    def write(self, citation):\n        return 'x'\n"
)

LEFT_OUT = {
    "import-error": ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
    "exit-on-import": ("raise SystemExit(3)", "SystemExit: 3"),
    "panic-on-import": ("raise BaseException('in another language')", "BaseException: in another language"),
    "no-hook": ("x = 1", "it has no hook citeconv_formats marked with citeconv.hookimpl"),
    "hook-raises": (HEAD + "@hookimpl\ndef citeconv_formats():\n    1 / 0\n", "ZeroDivisionError: division by zero"),
    "no-format": (HEAD + "@hookimpl\ndef citeconv_formats():\n    return 5\n", "it is no subclass of citeconv.Format"),
    "no-format-of-several": (
        HEAD + "@hookimpl\ndef citeconv_formats():\n    yield 5\n",
        "it is no subclass of citeconv.Format",
    ),
    "nothing-to-cut-at": (
        HEAD + DECLARED + "    def parse(self, record):\n        return Citation()\n" + HOOK,
        "it has parse, but neither record_start nor split",
    ),
    "claims-everything": (
        HEAD + READER.replace("^ODD", ".*") + "    def parse(self, record):\n        return Citation()\n" + HOOK,
        "its signature claims every file",
    ),
    "name-taken": (
        HEAD + WRITER.replace("'odd'", "'json'") + "    def write(self, citation):\n        return 'x'\n" + HOOK,
        "the name is already taken by plugin json (citeconv ",
    ),
    "suffixes-no-tuple": (
        HEAD + WRITER + "    suffixes = ('.odd')\n    def write(self, citation):\n        return 'x'\n" + HOOK,
        "its suffixes must be a tuple of endings",
    ),
    "no-text-for-a-pattern": (
        HEAD + WRITER + "    signature = b'^ODD'\n    def write(self, citation):\n        return 'x'\n" + HOOK,
        "its signature must be a str",
    ),
    "needs-no-tuple": (
        HEAD + WRITER + "    needs = 'ODD'\n    def write(self, citation):\n        return 'x'\n" + HOOK,
        "its needs must be a tuple",
    ),
    "method-instead-of-classmethod": (
        HEAD + WRITER + "    def recognises(self, head):\n        return False\n    write = recognises\n" + HOOK,
        "it cannot tell its files: TypeError: Odd.recognises() missing 1 required positional argument",
    ),
    **{
        f"{method}-raises": (
            HEAD + WRITER + f"    @classmethod\n    def {method}(cls):\n        1 / 0\n    write = {method}\n" + HOOK,
            "ZeroDivisionError: division by zero",
        )
        for method in ("describe", "reads", "writes")
    },
    "describes-nothing": (
        HEAD + WRITER + "    @classmethod\n    def describe(cls):\n        pass\n    write = describe\n" + HOOK,
        "its describe must return a text",
    ),
    **{
        f"option-with-odd-{part}": (
            HEAD
            + WRITER
            + f"    options = (Option(**{{'name': 'x', 'help': 'x', {part!r}: {value}}}),)\n    write = print\n"
            + HOOK,
            f"its option {'None' if part == 'name' else repr('x')} has ",
        )
        for part, value in {"name": "None", "help": "None", "choices": "(1, 2)", "suffixes": "None"}.items()
    },
    **{
        f"suffix-stands-for-{value}": (
            HEAD
            + WRITER
            + f"    options = (Option(name='x', help='x', default={default}, suffixes={{'.x': {value}}}),)\n"
            + "    write = print\n"
            + HOOK,
            "its option 'x' has suffixes that stand for no value of it",
        )
        for default, value in (("False", "'yes'"), ("''", "True"))
    },
    **{
        f"flag-taken-{flag}": (
            HEAD + WRITER + OPTION.format(repr(flag)) + HOOK,
            f"its flag {flag} is taken, or is none",
        )
        for flag in ("-o", "no flag")
    },
    "flag-of-another-plugin": (
        HEAD + WRITER + OPTION.format("'--bibtex-keys'") + HOOK,
        "its option 'x' takes --bibtex-keys, which is taken by plugin bibtex",
    ),
    **{
        f"default-{value}": (
            HEAD
            + WRITER
            + f"    options = (Option(name='x', help='x', default={value}, choices=('a',)),)\n    write = print\n"
            + HOOK,
            f"its option 'x' has a default {told}",
        )
        for value, told in {"True": "of True, which is neither", "[]": "of [], which", "'b'": "that is none of"}.items()
    },
    "instance": (
        HEAD + WRITER + "    def write(self, citation):\n        return 'x'\n" + HOOK.replace("Odd", "Odd()"),
        "it is an instance; let the hook return the class",
    ),
}


@pytest.mark.parametrize("fault", LEFT_OUT)
def test_faulty_plugin_is_left_out(fault: str, tmp_path: Path) -> None:
    """A plugin that cannot be used costs one line that names it; other formats work and the status is right."""
    code, words = LEFT_OUT[fault]
    fake_plugin(tmp_path, "odd", code)
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "jsonl")
    assert done.returncode == 0
    assert done.stdout.startswith('{"citeconv":1')
    warning, closing = done.stderr.splitlines()
    assert "plugin odd (citeconv-odd 1.0)" in warning
    assert words in warning
    assert closing == "seeds/x.txt: pubmed: 1 read, 1 written, 0 rejected"


def test_flags_of_the_command_line_are_taken() -> None:
    """No plugin may have a flag of the command line itself: argparse refuses to start where a flag is given twice."""
    parser = parser_for([])
    own = [action.option_strings for action in parser._actions if not action.dest.startswith("option:")]
    assert {flag for flags in own for flag in flags} == plugins._OWN_FLAGS


def test_an_option_named_like_one_of_ours_is_left_out(tmp_path: Path) -> None:
    """What the names of plugin and option make together may be taken as well: ``--list-formats``."""
    code = "    options = (Option(name='formats', help='x'),)\n    def write(self, citation):\n        return 'x'\n"
    fake_plugin(tmp_path, "list", HEAD + WRITER + code + HOOK)
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "jsonl")
    assert done.returncode == 0
    assert "format 'odd' left out: its flag --list-formats is taken, or is none" in done.stderr


def test_who_asks_for_a_format_that_was_left_out_is_told_why(tmp_path: Path) -> None:
    """The line about the plugin comes before the one that says there is no such format."""
    fake_plugin(tmp_path, "odd", "import no_such_module")
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd")
    assert done.returncode == 2
    reason, error = done.stderr.splitlines()
    assert "plugin odd (citeconv-odd 1.0) left out: ModuleNotFoundError" in reason
    assert "unknown format 'odd'" in error


BUGS = {
    "split returned NoneType; let it yield records": (
        READER + "    def split(self, source):\n        source.read()\n    def parse(self, record):\n        pass\n",
        2,
        0,
    ),
    "TypeError: volume: expected a text, got int": (
        READER + "    def parse(self, record):\n        return Citation(volume=2 if 'two' in record.data else '1')\n",
        1,
        2,
    ),
    "TypeError: not a citation as its types have it: Expected `str`, got `int` - at `$.author[0].family`": (
        READER
        + "    def parse(self, record):\n"
        + "        return Citation(author=(Name(family=2 if 'two' in record.data else 'A'),))\n",
        1,
        2,
    ),
    "Panic: in another language": (
        "class Panic(BaseException):\n    pass\n\n\n"
        + READER
        + "    def parse(self, record):\n        if 'two' in record.data:\n"
        + "            raise Panic('in another language')\n        return Citation(title='x')\n",
        1,
        2,
    ),
    "parse returned NoneType, not a citeconv.Citation": (READER + "    def parse(self, record):\n        pass\n", 1, 0),
    "parse returned Own, not a citeconv.Citation": (
        "class Own(Citation, frozen=True, kw_only=True):\n    mark: str = ''\n\n\n"
        + READER
        + "    def parse(self, record):\n        return Own(mark='x')\n",
        1,
        0,
    ),
    "split yielded str, not a citeconv.Record": (
        READER
        + "    def split(self, source):\n        yield Record(1, 'ODD one')\n        yield 'ODD two'\n"
        + "    def parse(self, record):\n        return Citation(title='x')\n",
        1,
        1,
    ),
    "parse": (
        READER
        + "    def parse(self, record):\n        return 1 / 0 if 'two' in record.data else Citation(title='x')\n",
        1,
        2,
    ),
    "split": (
        READER
        + "    def split(self, source):\n        yield Record(1, 'ODD one')\n        raise KeyError('x')\n"
        + "    def parse(self, record):\n        return Citation(title='x')\n",
        1,
        1,
    ),
}


@pytest.mark.parametrize(
    ("piece", "told"),
    [
        ("Record(2, None)", "a record whose data is NoneType, not str"),
        ("Record(2, b'ODD two')", "a record whose data is bytes, not str"),
        ("Record('2', 'ODD two')", "a record whose line is str, not int"),
        ("Record(2, 'ODD two', raw=b'ODD two')", "a record whose raw is bytes, not str"),
        ("Leftover(2, None)", "a record whose data is NoneType, not str"),
    ],
)
def test_pieces_of_another_type_cost_the_rest_of_the_input(piece: str, told: str, tmp_path: Path) -> None:
    """A record of which a part is no text, such as an empty cell of a database, is a fault of ``split``."""
    code = (
        f"    def split(self, source):\n        yield Record(1, 'ODD one')\n        yield {piece}\n"
        "    def parse(self, record):\n        return Citation(title='x')\n"
    )
    fake_plugin(tmp_path, "odd", HEAD + READER + code + HOOK)
    (tmp_path / "in.odd").write_text("ODD one\nODD two\n")
    done = citeconv(tmp_path, "in.odd", "--to", "jsonl", "--rejects", "rejects", cwd=tmp_path)
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert f"error: bug in the odd splitter: TypeError: split yielded {told}; the rest" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("self.note('guessed', '3')", "note takes a text and the number of a line"),
        ("raise RecordError('no title', '3')", "no title"),
        ("raise ValueError('x' * 10_000)", "bug in the odd reader: ValueError: xxx"),
        ("raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})", "Mute: (its message cannot be shown)"),
    ],
)
def test_what_a_reader_says_wrongly_costs_one_record(fault: str, told: str, tmp_path: Path) -> None:
    """A message of another type, without end, or that cannot be shown, costs the record and a line of usual length."""
    code = (
        f"    def parse(self, record):\n        if 'two' in record.data:\n            {fault}\n"
        "        return Citation(title='x')\n"
    )
    fake_plugin(tmp_path, "odd", HEAD + "from citeconv import RecordError\n" + READER + code + HOOK)
    (tmp_path / "in.odd").write_text("ODD one\nODD two\nODD three\n")
    done = citeconv(tmp_path, "in.odd", "--to", "jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout.count("\n")) == (1, 2)
    error, closing = done.stderr.splitlines()
    assert told in error
    assert len(error) < 400
    assert closing == "in.odd: odd: 3 read, 2 written, 1 rejected"


@pytest.mark.parametrize("method", BUGS)
def test_exception_in_a_reader(method: str, tmp_path: Path) -> None:
    """An exception in ``parse`` costs that record, one in ``split`` the rest of that input; the status is 1."""
    code, status, written = BUGS[method]
    fake_plugin(tmp_path, "odd", HEAD + code + HOOK)
    (tmp_path / "in.odd").write_text("ODD one\nODD two\nODD three\n")
    done = citeconv(tmp_path, "in.odd", "--to", "jsonl", cwd=tmp_path)
    assert done.returncode == status
    assert done.stdout.count("\n") == written
    assert "error: bug in the odd " in done.stderr
    assert " " not in method or method in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("fault", "told"),
    [("1 / 0", "ZeroDivisionError: division by zero"), ("__import__('sys').exit('done')", "SystemExit: done")],
)
def test_exception_in_write_costs_one_record(fault: str, told: str, tmp_path: Path) -> None:
    """An exception in ``write``, or a wish to end the process, costs that record; the others are written."""
    code = f"    def write(self, citation):\n        return citation.title if citation.title != 'b' else {fault}\n"
    fake_plugin(tmp_path, "odd", HEAD + WRITER + code + HOOK)
    (tmp_path / "in.jsonl").write_text("".join(f'{{"citeconv":1,"title":"{t}"}}\n' for t in "abc"))
    done = citeconv(tmp_path, "in.jsonl", "--to", "odd", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "a\nc")
    assert f"in.jsonl:2: error: bug in the odd writer: {told}, at citeconv_odd.py:8 (record b)" in done.stderr


def test_a_loss_that_is_no_text_costs_one_record(tmp_path: Path) -> None:
    """What ``lose`` is given are texts; a list of reasons is a fault in that record."""
    code = "    def write(self, citation):\n        self.lose('title', ['long'])\n        return 'x'\n"
    fake_plugin(tmp_path, "odd", HEAD + WRITER + code + HOOK)
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd")
    assert done.returncode == 1
    assert "bug in the odd writer: TypeError: lose takes a field and the reason, two texts" in done.stderr


def test_what_is_no_citation_is_not_arranged(tmp_path: Path) -> None:
    """An ``arrange`` that returns something else among the citations is named."""
    code = "    def write(self, citation):\n        return 'x'\n    def arrange(self, citations):\n        return [5]\n"
    fake_plugin(tmp_path, "odd", HEAD + WRITER + code + HOOK)
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd")
    assert done.returncode == 1
    assert "bug in the odd arranging: TypeError: arrange returned int among the citations" in done.stderr


@pytest.mark.parametrize("value", ["None", "5"])
def test_what_is_no_text_is_not_written(value: str, tmp_path: Path) -> None:
    """A ``write`` that returns no text, such as one that forgets to return, costs each record and counts none."""
    fake_plugin(tmp_path, "odd", HEAD + WRITER + f"    def write(self, citation):\n        return {value}\n" + HOOK)
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd")
    assert (done.returncode, done.stdout) == (1, "")
    assert "bug in the odd writer: TypeError: text or bytes expected, got " in done.stderr
    assert "1 read, 0 written, 1 rejected" in done.stderr


MISTAKES = {
    "begin": "    def begin(self):\n        pass\n",
    "end": "    def end(self):\n        pass\n",
    "separator": "    separator = None\n",
    "carries": "    carries = 'title'\n",
    "__init__": "    def __init__(self, settings=None):\n        pass\n",
    "check": "    options = (Option(name='x', help='x', check=lambda value: 1 / 0),)\n",
    "prints": "    options = (Option(name='x', help='x', prints=lambda word: 1 / 0),)\n",
}


@pytest.mark.parametrize("part", MISTAKES)
def test_mistakes_end_the_run_in_one_line(part: str, tmp_path: Path) -> None:
    """What a plugin has wrong around its records is a line that names it, and no traceback."""
    code = WRITER + "    def write(self, citation):\n        return 'x'\n" + MISTAKES[part]
    fake_plugin(tmp_path, "odd", HEAD + code + HOOK)
    asked = ["--odd-x", "y"] if part in ("check", "prints") else []
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd", "-o", str(tmp_path / "out"), *asked)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("citeconv: error: bug in ")
    assert "odd" in line
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("start", ["^ODD", r"\nODD", r"\n(?P<start>ODD)"])
def test_records_begin_where_a_pattern_says(start: str, tmp_path: Path) -> None:
    """A line begins where ``^`` is, as in a signature, or behind a line end; messages tell the line of the record."""
    code = (
        f"    record_start = {start!r}\n    def parse(self, record):\n        if 'two' in record.data:\n"
        "            raise RecordError('damaged')\n        return Citation(title=record.data)\n"
    )
    fake_plugin(tmp_path, "odd", "from citeconv import RecordError\n" + HEAD + READER + code + HOOK)
    (tmp_path / "in.txt").write_text("ODD one\nODD two\nODD three\n")
    done = citeconv(tmp_path, "in.txt", "--to", "jsonl", cwd=tmp_path)
    assert ["ODD one\n", "ODD three\n"] == [json.loads(line)["title"] for line in done.stdout.splitlines()]
    assert "in.txt:2: error: damaged" in done.stderr


def test_a_record_that_a_plugin_cut_too_long_is_rejected(tmp_path: Path) -> None:
    """Limits hold however a plugin cuts, and that record alone is rejected."""
    code = (
        "    def split(self, source):\n        for place in source.lines():\n            yield Record(*place)\n"
        "    def parse(self, record):\n        return Citation(title=record.data)\n"
    )
    fake_plugin(tmp_path, "odd", HEAD + READER + code + HOOK)
    (tmp_path / "in.txt").write_text(f"ODD one\nODD {'x' * 2000}\nODD three\n")
    arguments = ["in.txt", "--to", "jsonl", "--max-record", "1000", "--rejects", "rest.txt"]
    done = citeconv(tmp_path, *arguments, cwd=tmp_path)
    assert ["ODD one", "ODD three"] == [json.loads(line)["title"] for line in done.stdout.splitlines()]
    assert "in.txt:2: error: longer than 1,000 characters (--max-record to take it)" in done.stderr
    assert (tmp_path / "rest.txt").read_text().strip() == f"ODD {'x' * 2000}"


def test_a_format_may_tell_its_files_without_a_pattern(tmp_path: Path) -> None:
    """``recognises`` stands for the signature; where it fails, files are told without it, and it is named."""
    code = (
        "    @classmethod\n    def recognises(cls, head):\n        return 'O' < head and head[0] == head[3]\n"
        "    record_start = r'\\n(?P<start>ODD)'\n    def parse(self, record):\n        return Citation(title='x')\n"
    )
    fake_plugin(tmp_path, "odd", HEAD + DECLARED + code + HOOK)
    (tmp_path / "in.txt").write_text("ODDO")
    (tmp_path / "short.txt").write_text("PT")
    done = citeconv(tmp_path, "in.txt", "--to", "jsonl", cwd=tmp_path)
    assert "in.txt: odd: 1 read" in done.stderr
    done = citeconv(tmp_path, "short.txt", "--to", "jsonl", "--from", "odd", "-v", cwd=tmp_path)
    assert "bug in plugin odd: odd cannot tell its files: IndexError" in done.stderr
    done = citeconv(tmp_path, "short.txt", "--to", "jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert "use --from to say which; bug in plugin odd: odd cannot tell its files: IndexError" in done.stderr


def test_a_format_works_where_its_home_is(tmp_path: Path) -> None:
    """A class that names its home is a declaration: the class of that name there reads and writes."""
    declaration = '    home = "odd_home"\n    does = ("read", "write")\n    signature = "^ODD "\n'
    fake_plugin(tmp_path, "odd", HEAD + DECLARED + declaration + HOOK)
    (tmp_path / "odd_home.py").write_text(
        "import citeconv, citeconv_odd\nclass Odd(citeconv_odd.Odd):\n"
        '    carries = frozenset({"title"})\n    record_start = r"\\n(?P<start>ODD )"\n'
        "    def parse(self, record):\n        return citeconv.Citation(title=record.data[4:].strip())\n"
        "    def write(self, citation):\n        return f'ODD {citation.title}'\n"
    )
    (tmp_path / "in.txt").write_text("ODD one\nODD two\n")
    done = citeconv(tmp_path, "in.txt", "--to", "odd", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "ODD one\nODD two")
    listed = citeconv(tmp_path, "--list-formats").stdout
    assert [line.split()[1] for line in listed.splitlines() if line.startswith("odd ")] == ["read/write"]


@pytest.mark.parametrize("arguments", [["seeds/x.txt", "--to", "odd"], ["--list-formats", "-v"]])
def test_a_home_that_is_not_there_is_a_bug_of_the_plugin(arguments: list[str], tmp_path: Path) -> None:
    """One line names the plugin; there is no traceback."""
    fake_plugin(tmp_path, "odd", HEAD + DECLARED + '    home = "nowhere_to_be_found"\n    does = ("write",)\n' + HOOK)
    done = citeconv(tmp_path, *arguments)
    assert done.returncode == 2
    assert "bug in plugin odd (citeconv-odd 1.0): format odd cannot be set up: ModuleNotFoundError" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("method", ["arrange", "begin", "end", "__init__"])
def test_exception_around_the_records(method: str, tmp_path: Path) -> None:
    """An exception in the frame, in setting up or in ``arrange`` loses no file that was there, and is named."""
    arguments = {"arrange": "self, citations", "__init__": "self, settings=None"}.get(method, "self")
    code = f"    def write(self, citation):\n        return 'x'\n    def {method}({arguments}):\n        1 / 0\n"
    fake_plugin(tmp_path, "odd", HEAD + WRITER + code + HOOK)
    (tmp_path / "out.odd").write_text("before")
    done = citeconv(tmp_path, str(ROOT / "seeds/x.txt"), "--to", "odd", "-o", "out.odd", cwd=tmp_path)
    assert done.returncode == (1 if method == "arrange" else 2)
    assert "bug in" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "out.odd").read_text() == "before"


PACKED = (
    "class Odd(Format):\n    'Odd.'\n    name = 'odd'\n    suffixes = ('.zip',)\n    separator = b''\n"
    "    carries = frozenset({'title'})\n    def write(self, citation):\n        return b'PK\\xff'\n"
)


def test_a_format_may_have_an_ending_of_packed_files(tmp_path: Path) -> None:
    """Output is not packed, but what a format has for its own ending is written; only under that format's name."""
    fake_plugin(tmp_path, "odd", HEAD + PACKED + HOOK)
    source = str(ROOT / "seeds/x.txt")
    for arguments in (["-o", "out.zip"], ["-o", "out.zip", "--to", "odd"]):
        assert citeconv(tmp_path, source, *arguments, cwd=tmp_path).returncode == 0
        assert (tmp_path / "out.zip").read_bytes() == b"PK\xff"
    done = citeconv(tmp_path, source, "-o", "out.zip", "--to", "jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert "out.zip: output is not packed; say -o out and pack that" in done.stderr


def test_bytes_that_are_no_text_are_not_returned_as_text(tmp_path: Path) -> None:
    """``dumps`` of a binary format says what to do instead."""
    fake_plugin(tmp_path, "odd", HEAD + PACKED + HOOK)
    code = "import citeconv; citeconv.dumps([citeconv.Citation(title='a')], 'odd')"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert "UsageError: odd is no text; dump(citations, io.BytesIO(), ...) takes its bytes" in done.stderr


def test_nul_is_not_written_into_text(tmp_path: Path) -> None:
    """A NUL in a value would make the whole output a file that is no text; it is left out, and told of."""
    fake_plugin(
        tmp_path, "odd", HEAD + WRITER + "    def write(self, citation):\n        return citation.title\n" + HOOK
    )
    (tmp_path / "in.jsonl").write_text('{"citeconv":1,"title":"a\\u0000b","doi":"10.1/\\u0000"}\n')
    done = citeconv(tmp_path, "in.jsonl", "--to", "odd", "-v", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "ab")
    assert "NUL left out, which makes a file no text" in done.stderr
    assert "doi: NUL" not in done.stderr


@pytest.mark.parametrize("magic", ["\\x89ODB\\x00\\r\\n", "\\x89ODB "])
def test_files_of_bytes_are_known_by_their_own_signs(magic: str, tmp_path: Path) -> None:
    """A format that reads bytes is given its files, whatever they begin with and whether or not they hold a NUL."""
    code = (
        f"class Odd(Format):\n    'Odd.'\n    name = 'odd'\n    signature = r'\\A\\x89ODB'\n    reads_bytes = True\n"
        f"    def split(self, source):\n        yield Record(1, source.data().removeprefix(b'{magic}').decode())\n"
        "    def parse(self, record):\n        return Citation(title=record.data)\n"
    )
    fake_plugin(tmp_path, "odd", HEAD + code + HOOK)
    data = magic.encode().decode("unicode_escape").encode("latin-1")
    (tmp_path / "in.odb").write_bytes(data + "Täler".encode())
    (tmp_path / "other.bin").write_bytes(b"\x89PDB\0")
    for arguments in ([], ["--from", "odd"]):
        done = citeconv(tmp_path, "in.odb", "--to", "jsonl", *arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, '{"citeconv":1,"title":"Täler"}\n')
    done = citeconv(tmp_path, "other.bin", "--to", "jsonl", cwd=tmp_path)
    assert "other.bin: is binary, not text (byte 0 at offset 4)" in done.stderr


def test_begin_comes_before_the_first_write(tmp_path: Path) -> None:
    """What a writer sets up in ``begin`` is there when it writes; without records what it returned is no output."""
    code = (
        "    def begin(self):\n        self.left = ['d', 'c']\n        return '<'\n"
        "    def write(self, citation):\n        return citation.title + self.left.pop()\n"
    )
    fake_plugin(tmp_path, "odd", HEAD + WRITER + code + HOOK)
    (tmp_path / "in.jsonl").write_text('{"citeconv":1,"title":"a"}\n{"citeconv":1,"title":"b"}\n')
    assert citeconv(tmp_path, "in.jsonl", "--to", "odd", cwd=tmp_path).stdout == "<ac\nbd"
    (tmp_path / "bad.jsonl").write_text('{"citeconv":1,"title":5}\n')
    done = citeconv(tmp_path, "bad.jsonl", "--to", "odd", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")


def test_numbers_are_given_as_such(tmp_path: Path) -> None:
    """An option whose default is a number has numbers for values; what is none is told before anything is read."""
    code = (
        "    options = (Option(name='n', help='n', default=80), Option(name='x', help='x', default=0.5))\n"
        "    def write(self, citation):\n        return repr(self.settings)\n"
    )
    fake_plugin(tmp_path, "odd", HEAD + WRITER + code + HOOK)
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd", "--odd-n", "90")
    assert done.stdout == "{'n': 90, 'x': 0.5}"
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd", "--odd-n", "many", "--odd-x", "1")
    assert (done.returncode, done.stderr) == (2, "citeconv: error: --odd-n: 'many' is no whole number\n")


def test_what_a_plugin_prints_stays_out_of_the_output(tmp_path: Path) -> None:
    """Standard output is the output's alone; what else is printed there goes to standard error."""
    code = "    def parse(self, record):\n        print('found one')\n        return Citation(title='x')\n"
    fake_plugin(tmp_path, "odd", "print('loaded')\n" + HEAD + READER + code + HOOK)
    (tmp_path / "in.odd").write_text("ODD one\n")
    done = citeconv(tmp_path, "in.odd", "--to", "jsonl", cwd=tmp_path)
    assert done.stdout == '{"citeconv":1,"title":"x"}\n'
    assert done.stderr.startswith("loaded\nfound one\n")


def test_two_plugins_of_one_name(tmp_path: Path) -> None:
    """Of two entry points with the same name the second is left out, and both distributions are named."""
    code = HEAD + WRITER + "    def write(self, citation):\n        return 'x'\n"
    fake_plugin(tmp_path, "odd", code + HOOK)
    fake_plugin(tmp_path, "twin", code.replace("'odd'", "'twin'") + HOOK)
    (tmp_path / "citeconv_twin-1.0.dist-info" / "entry_points.txt").write_text("[citeconv]\nodd = citeconv_twin\n")
    done = citeconv(tmp_path, "seeds/x.txt", "--to", "odd")
    assert (done.returncode, done.stdout) == (0, "x")
    warning, _ = done.stderr.splitlines()
    assert "plugin odd (citeconv-twin 1.0) left out: the name of its entry point is that of another, of" in warning
    assert "citeconv-odd 1.0" in warning


@pytest.mark.parametrize("when", ["import", "hook"])
def test_what_others_declare_is_not_changed(when: str, tmp_path: Path) -> None:
    """A plugin that changes options, endings or names of another's format is told of, and the change is undone."""
    change = (
        "{0}import citeconv_ris\n{0}citeconv_ris.Ris.options += (Option(name='x', help='x', flags=('-o',)),)\n"
        "{0}citeconv_ris.Ris.suffixes = None\n"
    )
    code = HEAD + WRITER + "    def write(self, citation):\n        return 'x'\n"
    hook = HOOK
    if when == "import":
        code += change.format("")
    else:
        hook = HOOK.replace("    return", change.format("    ") + "    return")
    fake_plugin(tmp_path, "zzz", code + hook)
    done = citeconv(tmp_path, str(ROOT / "seeds/x.txt"), "-o", "out.ris", cwd=tmp_path)
    assert done.returncode == 0
    assert "plugin zzz (citeconv-zzz 1.0) changed what format 'ris' declares; that was set back" in done.stderr
    assert (tmp_path / "out.ris").read_text().startswith("TY  - JOUR")
