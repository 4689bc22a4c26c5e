"""The faults of a stranger's plugin cost what the guide says and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from citeconv import contract
from citeconv.arguments import parser_for
from plugin_kit import DECLARED, HEAD, HOOK, OPTION, READER, ROOT, WRITER, citeconv, fake_plugin

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
    "name-in-capitals": (
        HEAD + WRITER.replace("'odd'", "'Odd'") + "    write = print\n" + HOOK,
        "its name must be lower-case letters, digits and -",
    ),
    "neither-reads-nor-writes": (HEAD + WRITER + HOOK, "it has neither parse nor write"),
    "no-pattern": (
        HEAD + READER.replace("^ODD", "(") + "    parse = print\n" + HOOK,
        "its signature is no regular expression: missing ), unterminated subpattern",
    ),
    "options-no-tuple": (
        HEAD + WRITER + "    options = [Option(name='x', help='x')]\n    write = print\n" + HOOK,
        "its options must be a tuple of citeconv.Option",
    ),
    "option-in-capitals": (
        HEAD + WRITER + "    options = (Option(name='X', help='x'),)\n    write = print\n" + HOOK,
        "its option 'X' must be named in lower-case letters, digits and -",
    ),
    "option-with-an-ending-in-capitals": (
        HEAD + WRITER + "    options = (Option(name='x', help='x', suffixes={'.X': 'a'}),)\n    write = print\n" + HOOK,
        "its option 'x' has suffixes that are no endings in lower case",
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
    assert {flag for flags in own for flag in flags} == contract._OWN_FLAGS


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


def test_the_list_of_formats_says_what_was_left_out(tmp_path: Path) -> None:
    """It stands on standard error, apart from the list."""
    fake_plugin(tmp_path, "odd", "import no_such_module")
    done = citeconv(tmp_path, "--list-formats")
    assert (done.returncode, done.stdout.startswith("format ")) == (0, True)
    assert done.stderr.startswith("citeconv: note: plugin odd (citeconv-odd 1.0) left out: ModuleNotFoundError")


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
