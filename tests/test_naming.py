"""What messages call the settings of a run: what those call them who asked for it."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import citeconv
from citeconv import Citation, Limits, cli

CORE = Path(citeconv.__file__).parent
OF_THE_COMMAND_LINE = {"arguments.py", "cli.py", "naming.py", "voice.py"}
OPTION = re.compile(r"(?:\A|[ (])(?<!citeconv )--[a-z]|say -[a-z] ")
ONE = [Citation(title="Tides")]
RIS = b"TY  - JOUR\nTI  - Tides\nER  - \n"


def converted(data: bytes = RIS, **more: object) -> citeconv.Report:
    return citeconv.convert(io.BytesIO(data), io.BytesIO(), **{"to": "json", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: citeconv.loads("hello"), "; use format=... to say which"),
        (lambda: converted(b"hello"), "; use from_=... to say which"),
        (lambda: citeconv.loads(RIS, encoding="utf-9"), 'encoding="utf-9": there is no such encoding'),
        (lambda: citeconv.dump(ONE, io.BytesIO()), 'say format="FORMAT", or file="FILE" with its ending;'),
        (lambda: converted(to=""), 'say to="FORMAT", or output="FILE" with its ending;'),
        (lambda: citeconv.dump(ONE, "x.ris.gz"), 'say file="x.ris" and pack that'),
        (lambda: citeconv.dump(ONE, "x.xml"), 'say format="endnote-xml" or "jats"'),
        (lambda: citeconv.dump(ONE, "x.html"), 'alone tells no format; say format="references"'),
        (lambda: citeconv.dumps(ONE, "word"), 'did you mean references with references_output="rtf"?'),
        (lambda: citeconv.dumps(ONE, "apa"), 'did you mean references with references_style="apa"?'),
        (
            lambda: citeconv.dump(ONE, "x.docx", "references"),
            'say file="x.rtf" (references_output="rtf") and open that',
        ),
        (lambda: citeconv.load("TY  - JOUR\nER  - \n"), "if that is the text itself, loads takes it"),
    ],
)
def test_the_library_names_its_arguments(call: Callable[[], object], message: str) -> None:
    """Each verb its own."""
    with pytest.raises(citeconv.CiteconvError) as raised:
        call()
    assert message in str(raised.value)


def test_the_command_line_names_its_options(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same run is asked for in two ways, one after the other."""
    (tmp_path / "x.ris").write_bytes(RIS)
    for message, arguments in (
        ("longer than 1 characters (--max-record to take it)", ["--to", "json", "--max-record", "1"]),
        ("--encoding utf-9: there is no such encoding", ["--to", "json", "--encoding", "utf-9"]),
        ("say --to FORMAT, or -o FILE with its ending;", []),
    ):
        assert cli.main([str(tmp_path / "x.ris"), *arguments])
        assert message in capsys.readouterr().err
    report = citeconv.Report()
    citeconv.load(tmp_path / "x.ris", limits=Limits(record=1), report=report)
    told = report.tallies["damaged-record", ""].first.message
    assert told == "longer than 1 characters (limits=Limits(record=...) to take it)"


def test_between_two_citations_others_ask() -> None:
    """What reads them lazily leaves no name behind."""
    lazy = citeconv.iterload(io.BytesIO(RIS))
    next(lazy)
    with pytest.raises(citeconv.CiteconvError, match="use from_="):
        converted(b"hello")


@pytest.mark.parametrize(
    ("call", "meant"),
    [
        (lambda: citeconv.loads(RIS, from_="ris"), "format"),
        (lambda: citeconv.dumps(ONE, "ris", to="ris"), "format"),
        (lambda: converted(format="ris"), "from_ or to"),
        (lambda: citeconv.loads(RIS, encodng="utf-8"), "encoding"),
    ],
)
def test_an_argument_of_another_verb(call: Callable[[], object], meant: str) -> None:
    """Who mixes them up, or misspells one, is told what it is called here."""
    with pytest.raises(citeconv.CiteconvError, match=rf"did you mean {meant}\?"):
        call()


def test_no_message_has_the_name_of_an_option() -> None:
    """Outside of what only the command line says, they come from the table; a whole command may be named."""
    named = {
        (path.name, node.value)
        for path in [*CORE.rglob("*.py"), *CORE.parent.glob("plugins/*/citeconv_*/**/*.py")]
        if path.name not in OF_THE_COMMAND_LINE
        for message in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(message, (ast.JoinedStr, ast.Raise))
        for node in ast.walk(message)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and OPTION.search(node.value)
    }
    assert not named
