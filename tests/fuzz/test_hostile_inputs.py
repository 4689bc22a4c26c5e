"""Inputs of evil intent, for every reader there is: nothing is fetched, nothing grows, nothing is a fault of ours."""

from __future__ import annotations

import contextlib
import io
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from laws import broken_laws, fixtures, readers

from citeconv import Report, convert
from citeconv.errors import CiteconvError
from citeconv.plugins import registry
from growth import grows_linearly

TEXT = [name for name in readers() if not registry().formats[name].format.reads_bytes]
FIXTURES = {name: min(found, key=len) for name, found in fixtures().items() if found and name in TEXT}
XML = [name for name, data in FIXTURES.items() if re.match(rb"\s*<[?!A-Za-z]", data)]
SIZE = int(os.environ.get("CITECONV_BOMB", "1500"))
"""Repetitions in a bomb; set ``CITECONV_BOMB`` for larger ones."""
BOMBS: dict[str, Callable[[int], str]] = {
    "elements": lambda n: "<a>" * n,
    "closed elements": lambda n: "<i>" * n + "</i>" * n,
    "attributes": lambda n: "<i " + "".join(f'a{k}="1" ' for k in range(n)) + "/>",
    "braces": lambda n: "{" * n,
    "closed braces": lambda n: "{" * n + "}" * n,
    "brackets": lambda n: "[" * n + "]" * n,
    "objects": lambda n: '{"a":' * n + "1" + "}" * n,
    "commands": lambda n: "\\emph{" * n + "}" * n,
    "quotes": lambda n: '"' * n,
    "digits": lambda n: "9" * n,
    "a number": lambda n: "1e" + "9" * n,
    "ranges": lambda n: "1-2," * n,
    "blanks": lambda n: " " * n + "x",
    "line ends": lambda n: "\n" * n + "x",
    "lines": lambda n: "\nx" * n,
    "names": lambda n: "Li A, " * n,
    "semicolons": lambda n: "a; " * n,
    "ampersands": lambda n: "&amp;" * n,
    "accents": lambda n: "e" + "\u0301" * n,
    "commas": lambda n: "," * n,
}


def spoilt(name: str, text: str) -> bytes:
    """Return a fixture of a format with a text put into the first long value, where a reader meets it."""
    data = FIXTURES[name].decode("utf-8-sig")
    words = list(re.finditer(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", data))
    place = words[0].start() if words else len(data) // 2
    return (data[:place] + text + data[place:]).encode()


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("name", FIXTURES)
def test_bombs(name: str, bomb: str) -> None:
    """Whatever is nested or repeated without end costs a record at most, and time in step with its length."""
    assert not broken_laws(spoilt(name, BOMBS[bomb](2 * SIZE)), name)
    assert grows_linearly(lambda n: broken_laws(spoilt(name, BOMBS[bomb](n)), name), SIZE)


CODECS = ("utf-8", "utf-16", "utf-16-le", "utf-32")


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("name", XML)
def test_nothing_is_fetched(name: str, codec: str, tmp_path: Path) -> None:
    """Entities, document types, XInclude and stylesheets bring in no file and reach no server."""
    secret = tmp_path / "secret.txt"
    secret.write_text("<p>zqsecret</p>", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        web = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        body = re.sub(rb"\A\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>]*>)?", b"", FIXTURES[name]).decode()
        head = (
            f'<?xml version="1.0" encoding="{codec}"?><?xml-stylesheet href="{web}"?><!DOCTYPE x SYSTEM "{web}" ['
            f'<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY web SYSTEM "{web}">'
            f'<!ENTITY % all SYSTEM "{web}"> %all; ]>'
        )
        inside = (
            f'&file;&web;<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="{secret.as_uri()}"/>'
        )
        place = re.search(r">(?=[A-Z0-9][a-z0-9])", body)
        assert place
        output, rejects, report = io.BytesIO(), io.BytesIO(), Report()
        data = f"{head}{body[: place.end()]}{inside}{body[place.end() :]}".encode(codec)
        convert(io.BytesIO(data), output, from_=name, to="jsonl", rejects=rejects, report=report)
        with pytest.raises(BlockingIOError):
            server.accept()

    assert report.total.read >= 1
    assert b"zqsecret" not in output.getvalue() + rejects.getvalue()
    assert "zqsecret" not in str(report.summary())


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("name", XML)
def test_a_billion_laughs(name: str, codec: str) -> None:
    """Entities that double each other are not expanded: the output stays smaller than the input is."""
    body = re.sub(rb"\A\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>]*>)?", b"", FIXTURES[name]).decode()
    doubled = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    place = re.search(r">(?=[A-Z0-9][a-z0-9])", body)
    assert place
    data = f'<!DOCTYPE x [<!ENTITY l0 "laugh">{doubled}]>{body[: place.end()]}&l9;{body[place.end() :]}'.encode(codec)
    output, rejects = io.BytesIO(), io.BytesIO()

    convert(io.BytesIO(data), output, from_=name, to="jsonl", rejects=rejects)

    assert len(output.getvalue()) < 20 * len(data)
    assert b"laughlaugh" not in output.getvalue()


STRUCTURES: dict[str, Callable[[int], str]] = {
    "objects": lambda n: '"custom":' + '{"a":' * n + "1" + "}" * n,
    "lists": lambda n: '"custom":' + "[" * n + "]" * n,
    "lists without end": lambda n: '"custom":' + "[" * n,
    "lists for a name": lambda n: '"author":[{"family":' + "[" * n + "]" * n + "}]",
    "lists for a date": lambda n: '"issued":{"date-parts":' + "[" * n + "]" * n + "}",
    "dates": lambda n: '"issued":{"date-parts":[' + "[2001]," * n + "[2002]]}",
    "digits": lambda n: '"volume":' + "9" * n,
    "digits below zero": lambda n: '"PMID":-' + "9" * n,
    "digits of a year": lambda n: '"issued":{"date-parts":[[' + "9" * n + ",1,1]]}",
    "an exponent": lambda n: '"volume":1e' + "9" * n,
    "no number": lambda n: '"volume":NaN,"issue":-Infinity' + " " * n,
    "one name for many values": lambda n: '"title":"x",' * n + '"title":"T"',
    "many names": lambda n: "".join(f'"k{k}":1,' for k in range(n)) + '"title":"T"',
    "escapes": lambda n: '"volume":"' + "\\u0041\\ud800" * n + '"',
}


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("name", ["csl-json", "json", "jsonl"])
def test_structures_of_json(name: str, structure: str) -> None:
    """Depth, huge numbers and names given twice cost a record at most, and time in step with their length."""
    first = '{"citeconv":1,' if name.startswith("json") else '{"type":"book",'

    def make(size: int) -> bytes:
        lines = (f"{first}{STRUCTURES[structure](size)}}}", f'{first}"title":"U"}}')
        return ("\n".join(lines) if name == "jsonl" else "[" + ",\n".join(lines) + "]").encode()

    output, report = io.BytesIO(), Report()
    convert(io.BytesIO(make(2 * SIZE)), output, from_=name, to="jsonl", report=report)

    assert b'"title":"U"' in output.getvalue()
    assert not broken_laws(make(20 * SIZE), name)
    assert grows_linearly(lambda n: broken_laws(make(n), name), SIZE)


def test_every_reader_is_tried() -> None:
    """There is an input of each format that reads text."""
    assert set(TEXT) == set(FIXTURES)


@pytest.mark.parametrize("name", FIXTURES)
def test_names_in_inputs_make_no_files(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys, links and titles that look like paths are text: only the output that was asked for is made."""
    monkeypatch.chdir(tmp_path)
    for path in ("../evil", "/tmp/evil", "file:///etc/passwd", "$(touch evil)", "..\\evil"):
        convert(io.BytesIO(spoilt(name, path)), tmp_path / "out.jsonl", from_=name, rejects=tmp_path / "rejects")

    made = {path.name for path in tmp_path.iterdir()}
    assert made
    assert made <= {"out.jsonl", "rejects"}
    assert not (tmp_path.parent / "evil").exists()


@pytest.mark.parametrize("name", FIXTURES)
def test_messages_cannot_rule_the_terminal(name: str) -> None:
    """Escape codes, line ends and signs that turn the direction of writing are shown, not sent, wherever they stand."""
    told: list[str] = []
    data = FIXTURES[name].decode("utf-8-sig")
    for place in range(0, len(data), max(1, len(data) // 40)):
        evil = f"{data[:place]}\x1b]0;zq\x07\x9b31m\u202e\r\x08}}<{data[place:]}"
        report = Report(lambda each: told.append(str(each)))
        with contextlib.suppress(CiteconvError):
            convert(io.BytesIO(evil.encode()), io.BytesIO(), from_=name, to="bibtex", report=report)

    assert told
    assert not [line for line in told if not line.isprintable()]
