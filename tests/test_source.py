"""``Source``: files, encodings, line ends, line numbers, and the cutting of records, against the bytes that went in."""

from __future__ import annotations

import gzip
import io
import random
import re
import subprocess
import sys
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv import source
from citeconv.errors import SourceError
from citeconv.format import Leftover, Record, Rest
from citeconv.source import Limits, Source
from growth import grows_linearly
from pieces import read_in_pieces

START = re.compile(r"\n(?=- )")
PIECES = st.lists(
    st.one_of(
        st.sampled_from([b"\n- a", b"- b\n", b"\r\n", b"\r", b"\n", b"\0", b"\xe9", "é".encode(), "😀".encode(), b" "]),
        st.binary(max_size=3),
    ),
    max_size=30,
).map(b"".join)


def read(data: bytes, encoding: str = "") -> Source:
    """Return a source over bytes."""
    return Source(io.BytesIO(data), encoding)


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the source read a few bytes at a time, so that every boundary is met."""
    cut_small(monkeypatch, 5)


def cut_small(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    """Have as many bytes read at a time, and next to nothing looked at besides."""
    read_in_pieces(monkeypatch, chunk, 3)
    monkeypatch.setattr(source, "MARGIN", 4)


class Trickle(io.RawIOBase):
    """A pipe that gives as many bytes at a time as it is told."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self.data, self.sizes = data, sizes

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        take = min(self.sizes.pop(0) if self.sizes else 1, size)
        part, self.data = self.data[:take], self.data[take:]
        return part


# -- cutting


@given(data=PIECES, sizes=st.lists(st.integers(1, 9)), chunk=st.integers(1, 40))
def test_originals_add_up_to_the_input(data: bytes, sizes: list[int], chunk: int) -> None:
    """Whatever the bytes and however they arrive, the originals of all records and leftovers are the input again."""
    with pytest.MonkeyPatch.context() as patch:
        cut_small(patch, chunk)
        try:
            source = Source(Trickle(data, sizes))
        except SourceError as error:
            assert "not a text export" in str(error) or "binary" in str(error) or "cannot be read" in str(error)
            return
        if source.encoding != "utf-8":
            return
        mark = data.startswith(b"\xef\xbb\xbf")
        records = list(source.records(START))

        assert data[3 * mark :] == b"".join(map(source.original, records))


@given(st.lists(st.sampled_from(["- one", "- two", "more", "", "é", " - x"])), st.sampled_from(["\n", "\r\n"]))
def test_line_numbers(lines: list[str], end: str) -> None:
    """A record's line is that on which it begins, counted from 1."""
    data = "".join(line + end for line in lines).encode()
    cuts = re.compile(r"\n(?P<start>- )")

    found = [record.line for record in read(data).records(cuts) if not isinstance(record, Leftover)]

    assert [number for number, line in enumerate(lines, 1) if line.startswith("- ")] == found


@given(data=PIECES, sizes=st.lists(st.integers(1, 50)))
def test_pieces_do_not_matter(data: bytes, sizes: list[int]) -> None:
    """Records are the same however the input arrives."""

    def records(stream: io.RawIOBase | io.BytesIO) -> list[Record] | str:
        try:
            return list(Source(stream).records(START))
        except SourceError as error:
            return str(error)

    assert records(io.BytesIO(data)) == records(Trickle(data, sizes))


def test_the_head_does_not_depend_on_pieces() -> None:
    """What detection looks at is the same however the input arrives."""
    data = b"% salt\n" * 20_000
    whole, pieces = Source(io.BytesIO(data)), Source(Trickle(data, [100] * 2_000))

    assert whole.head == pieces.head
    assert whole.longer_head() == pieces.longer_head()
    assert data.decode() == pieces.read()


def test_text_before_the_first_record_is_left_over() -> None:
    """What stands before the first start belongs to no record."""
    records = list(read(b"banner\n\n- a\n- b\n").records(re.compile(r"\n(?P<start>- )")))

    assert [("Leftover", "banner\n\n"), ("Record", "- a\n"), ("Record", "- b\n")] == [
        (type(record).__name__, record.data) for record in records
    ]


def test_a_record_may_begin_on_the_first_line() -> None:
    """The virtual empty line before the text lets a pattern that begins with a line end match there."""
    assert ["- a\n"] == [record.data for record in read(b"- a\n").records(re.compile(r"\n\n(?P<start>- )"))]


@pytest.mark.parametrize("pattern", [r"\n- ", r"\n\n?- ", r"\n(?=- )", r"(?m)^- "])
def test_a_pattern_without_start_begins_on_its_line(pattern: str) -> None:
    """Line ends at the beginning of what matches are before the record, whose line is that of its first letter."""
    records = list(read(b"- a\n\n- b\n- c\n").records(re.compile(pattern)))

    assert [(1, "- a\n\n"), (3, "- b\n"), (4, "- c\n")] == [(record.line, record.data) for record in records]


def test_an_overlong_record_is_refused() -> None:
    """It is handed on with a fault, what follows of it as its rest, and the next record is whole."""
    data = b"- " + b"x" * (3 << 20) + b"\n- b\n"
    source = Source(io.BytesIO(data), limits=Limits(record=1 << 20))

    records = list(source.records(re.compile(r"\n(?P<start>- )")))

    assert "longer than 1,048,576 characters (limits=Limits(record=...) to take it)" == records[0].fault
    assert all(isinstance(record, Rest) and not record.fault for record in records[1:-1])
    assert "- b\n" == records[-1].data
    assert 2 == records[-1].line
    assert data == b"".join(map(source.original, records))


@pytest.mark.parametrize("content", [b"x", b"\r", b"\n", b"\x80", b"\xf0\x9f\x98\x80", b"- ", b"\n- "], ids=repr)
def test_growth_is_linear(content: bytes) -> None:
    """Eight times the input takes about eight times as long, whatever it is made of."""

    def cut_all(size: int) -> None:
        for _ in read(content * (size // len(content))).records(START):
            pass

    assert grows_linearly(cut_all, 60_000)


# -- lines and text


@given(st.text(alphabet="ab\n", max_size=40))
def test_lines(text: str) -> None:
    """Lines come with their numbers, with no empty one after the last line end."""
    assert list(enumerate(text.splitlines(), 1)) == list(read(text.encode()).lines())


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize("sign", ["é", "水", "𝄞"])
@pytest.mark.parametrize("before", range(4))
def test_a_long_line_is_cut_between_signs(sign: str, before: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a line is longer than what is decoded at a time, each sign of several bytes is read whole."""
    monkeypatch.setattr("citeconv.decoding.CHUNK", 64)
    text = "x" * before + sign * 9000
    source = Source(io.BytesIO(text.encode()))

    assert source.read() == text
    assert not source.notes


def test_lines_over_pieces() -> None:
    """A line is whole, however many pieces it came in."""
    text = "a" * 30 + "\n" + "é" * 30 + "\nend"

    assert list(enumerate(text.splitlines(), 1)) == list(read(text.encode()).lines())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"], ids=repr)
def test_line_ends(end: str) -> None:
    """Line ends of every system, and doubled ones, are read as ``\\n``; the original has them as they were."""
    source = read(end.join(["- a", "", "- b", ""]).encode())
    (first, second) = source.records(re.compile(r"\n(?P<start>- )"))

    assert ("- a\n\n", "- b\n") == (first.data, second.data)
    assert f"- a{end}{end}".encode() == source.original(first)


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b"])
def test_signs_that_end_no_line_are_noted(end: str) -> None:
    """A file that ends its lines with what no format takes for a line end says so; one such sign in a text is none."""
    source = Source(io.StringIO(f"TY  - BOOK{end}ER  -{end}", newline=""))

    assert [(1, f"its lines seem to end with U+{ord(end):04X}: replace it if no line is read")] == source.notes
    assert [] == Source(io.StringIO(f"TY  - BOOK\n{end}ER  -{end}", newline="")).notes
    assert [] == Source(io.StringIO(f"one{end}only", newline="")).notes


@pytest.mark.parametrize("size", [10, 300_000, 1_500_000])
def test_old_mac_line_ends_throughout(size: int) -> None:
    """A file with CR alone is read so to its end, however long it is."""
    assert size == read(b"line\r" * size).read().count("\n")


def test_old_mac_line_ends_around_others() -> None:
    """Where CR alone ends most lines, a line feed within a value does not change that; the original has both."""
    source = read(b"- a\rb\rtwo\nthree\r\r- b\r")
    (first, second) = source.records(re.compile(r"\n(?P<start>- )"))

    assert ("- a\nb\ntwo\nthree\n\n", "- b\n") == (first.data, second.data)
    assert b"- a\rb\rtwo\nthree\r\r" == source.original(first)


@pytest.mark.parametrize("seed", range(8))
def test_mixed_line_ends_come_back(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever lines end differently from the rest, near or far, the original of each record has its own."""
    monkeypatch.setattr("citeconv.line_ends.BLOCK", 16)
    monkeypatch.setattr("citeconv.decoding.CHUNK", 64)
    chance = random.Random(seed)
    usual = ("\n", "\r\n", "\r", "\r\r\n")[seed % 4]
    odd = ("\n", "\r\n", "\r") if usual == "\r" else ("\n", "\r\n", "\r\r\n")
    lines = [f"- {n}{usual}" for n in range(1500)]
    for start in (1450, 1470, chance.randrange(1450)):
        lines[start : start + 40] = [f"- {n}{chance.choice(odd)}" for n in range(start, min(start + 40, 1500))]
    data = "".join(lines).encode()
    source = read(data)

    assert data == b"".join([source.original(record) for record in source.records(re.compile(r"\n(?P<start>- )"))])


def test_mixed_line_ends_take_little_memory() -> None:
    """Half a million lines that end by turns in one and the other take less than a fifth of their bytes."""
    data = b"".join(b"%d\n%d\r\n" % (n, n) for n in range(250_000))
    stream = io.BytesIO(data)
    source = Source(stream)
    tracemalloc.start()
    for _ in source.chunks():
        pass
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert kept < len(data) / 5
    assert b"".join(b"%d\n%d\r\n" % (n, n) for n in range(1000)) == source.original(
        Record(1, "".join(f"{n}\n{n}\n" for n in range(1000)))
    )


# -- encodings

TEXT = "Ünïted – “Kingdom” 😀\n- æ\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_is_found_out(encoding: str) -> None:
    """UTF-8 and UTF-16 need no mark, UTF-32 does; the mark is no part of the text."""
    data = (TEXT + "plain text\n" * 20).encode(encoding)
    if encoding in ("utf-32-le", "utf-32-be"):
        data = "\ufeff".encode(encoding) + data

    assert TEXT + "plain text\n" * 20 == read(data).read()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("order", ["le", "be"])
def test_a_forced_encoding_heeds_the_mark(encoding: str, order: str) -> None:
    """``utf-16`` leaves the order of bytes to the mark."""
    data = ("\ufeff" + TEXT).encode(f"{encoding}-{order}")

    assert TEXT == read(data, encoding).read()


def test_stray_bytes_are_windows_1252() -> None:
    """In a text that is otherwise UTF-8 too; that they were guessed at is noted once, with the first line."""
    source = read("a – b\n".encode() + b"caf\xe9 \x93x\x94\n" + "é\n".encode())

    assert "a – b\ncafé “x”\né\n" == source.read()
    assert [(2, "not UTF-8: 3 bytes read as Windows-1252 (encoding=... to say better)")] == source.notes


def test_a_damaged_character_of_a_wide_encoding_is_noted() -> None:
    """What cannot be read stands as U+FFFD, and is counted."""
    data = "\ufeff" + "text\n" * 5
    source = read(data.encode("utf-16-le") + b"\x00\xd8" + "x\n".encode("utf-16-le"))

    assert "\ufffd" in source.read()
    assert [(6, "not utf-16-le: 1 character unreadable")] == source.notes


def test_a_wide_character_in_two_pieces() -> None:
    """A pipe that gives one byte at a time does not end the text."""
    data = TEXT.encode("utf-16")

    assert TEXT == Source(Trickle(data, [1] * len(data))).read()


def test_nul_bytes_are_left_out_and_noted() -> None:
    """Beyond the beginning, where they would mean a binary file."""
    source = read(b"x" * 5000 + b"\na\0b\0\n")

    assert "x" * 5000 + "\nab\n" == source.read()
    assert [(2, "2 NUL bytes left out")] == source.notes


def test_original_keeps_stray_and_nul_bytes() -> None:
    """A rejected record is written out with the very bytes it had."""
    data = b"x" * 5000 + b"\n- caf\xe9\0\n"
    source = read(data)
    records = list(source.records(re.compile(r"\n(?P<start>- )")))

    assert "- café\n" == records[1].data
    assert b"- caf\xe9\0\n" == source.original(records[1])


@pytest.mark.parametrize("declared", ["iso-8859-1", "ISO-8859-1", "latin1"])
def test_the_xml_declaration_is_heeded(declared: str) -> None:
    """XML says itself how it is encoded."""
    head = f'<?xml version="1.0" encoding="{declared}"?>\n'

    assert head + "é" == read(head.encode() + b"\xe9").read()


@pytest.mark.parametrize(
    ("comment", "codec"),
    [
        ("% Encoding: MacRoman", "mac-roman"),
        ("% This file was created with a program.\n% Encoding: ISO8859_2", "iso8859-2"),
        ("% Encoding: x-MacCyrillic", "mac-cyrillic"),
        ("% -*- mode: bibtex; coding: cp1250 -*-", "cp1250"),
        ("% !TeX encoding = GBK", "gbk"),
        ("% Encoding: ISO8859_15", "iso8859-15"),
        ("% Encoding: UTF-8", "cp1252"),
        ("% Encoding: UTF-16", "cp1252"),
        ("% Encoding: ISO8859_13", "cp1252"),  # in which dashes are no characters
        ("% Encoding: klingon", "cp1252"),
        ("% Encoding: Big5", "cp1252"),  # in which the text is not
        ("% Encoding: windows-1251", "utf-8"),
    ],
)
def test_an_encoding_told_in_a_comment(comment: str, codec: str) -> None:
    """It is heeded where the text is not UTF-8 and can be what is said."""
    letters = {"mac-cyrillic": "Жук", "gbk": "李明", "iso8859-15": "é €", "cp1252": "é – ü"}.get(codec, "é ü")

    assert f"{comment}\n{letters}\n" == read(f"{comment}\n{letters}\n".encode(codec)).read()


@pytest.mark.parametrize("declared", ["utf-16", "klingon", "hex"])
def test_a_wrong_xml_declaration_is_noted(declared: str) -> None:
    """A declaration that cannot be true, or names no codec for text, is not followed."""
    head = f'<?xml version="1.0" encoding="{declared}"?>\n'
    source = read((head + "é").encode())

    assert head + "é" == source.read()
    assert [(1, f"the XML declaration says {declared}, which it is not; read as UTF-8")] == source.notes


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "undefined", "a\0b"])
def test_an_encoding_that_does_not_exist(encoding: str) -> None:
    """Nor one that is no encoding of text: refused, with a byte-order mark or without."""
    for data in (b"text", b"\xef\xbb\xbftext"):
        with pytest.raises(SourceError, match="there is no such encoding"):
            read(data, encoding)


@pytest.mark.parametrize("data", [b"caf\xe9\n", b"caf\xe9", b"x" * 600_000 + b"\xe9"], ids=["line", "end", "late"])
def test_a_forced_encoding_is_strict(data: bytes) -> None:
    """A byte that does not belong to it ends the run, even the last, and is named."""
    with pytest.raises(SourceError, match=r"is not utf-8: byte 0xe9 near offset \d+"):
        read(data, "utf-8").read()


def test_a_forced_encoding_that_demands_a_mark() -> None:
    """``utf-16`` does, and what is said of a file without one is the codec's own reason."""
    with pytest.raises(SourceError, match=r"is not utf-16: (?:S|UTF-16 s)tream does not start with BOM"):
        read("text".encode("utf-16-le"), "utf-16")


def test_lone_surrogates_never_come_out() -> None:
    """Not from text that was decoded elsewhere either."""
    assert "a\ufffdb" == Source(io.StringIO("a\ud800b")).read()


# -- what is no text, what cannot be read


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4\n", "a PDF"),
        (b"PK\x03\x04\x00", "a zip archive"),
        (b"\x89PNG\r\n", "a picture"),
        (b"7z\xbc\xaf'\x1c", "a 7z archive"),
        (b"SQLite format 3\0", "a database"),
        (b"\x01\x02\0\x03\0\0\x04\xff\xfe" * 9, "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    """And named for what it is; inside gzip too."""
    for packed in (data, gzip.compress(data)):
        with pytest.raises(SourceError, match=what):
            read(packed)


def test_what_is_no_text_is_handed_on_as_bytes() -> None:
    """To a format that asks for it, unpacked and whole, however large."""
    data = b"PK\x03\x04" + bytes(range(256)) * 4_000
    for packed in (data, gzip.compress(data)):
        source = Source(io.BytesIO(packed), binary=True)

        assert "a zip archive (or a Word or Excel file)" == source.binary
        assert source.head.startswith("PK\x03\x04")
        assert data == source.data()


def test_a_gzip_bomb_is_refused() -> None:
    """What unpacks to more than is allowed ends with a word on how to allow it, without being unpacked whole."""
    bomb = gzip.compress(b"- a\n" * 500_000)
    taken = Source(io.BytesIO(bomb), limits=Limits(unpacked=2_000_000)).read()
    assert 2_000_000 == len(taken)

    with pytest.raises(
        SourceError, match=r"unpacks to more than 1,999,999 bytes \(limits=Limits\(unpacked=\.\.\.\) to take it\)"
    ):
        Source(io.BytesIO(bomb), limits=Limits(unpacked=1_999_999)).read()


def test_gzip() -> None:
    """It is unpacked on the way, several members too."""
    assert "one\ntwo\n" == read(gzip.compress(b"one\n") + gzip.compress(b"two\n")).read()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(gzip.compress(b"one\n")), "is a gzip file within another"),
        (gzip.compress(b"one\n") + b"stray text", "behind its gzip data stands something else; unpack it with gzip -d"),
        (gzip.compress(b"one\n") + b"\x1f\x8bstray", "cannot be read"),
        (gzip.compress(b"one\n")[:-1], "ended before the end-of-stream marker"),
        (gzip.compress(b"one\n")[:3], "ended before the end-of-stream marker"),
        (gzip.compress(b"one\n")[:-8] + b"\0" * 8, "CRC check failed"),
    ],
    ids=["packed twice", "text behind it", "half a member behind it", "cut", "cut in its head", "another sum"],
)
def test_gzip_that_cannot_be_read_whole(data: bytes, message: str) -> None:
    """It is refused, and the reason told: what could be unpacked is not all."""
    with pytest.raises(SourceError, match=message):
        read(data).read()


def test_gzip_that_is_padded() -> None:
    """Zeros behind it, as tapes and some servers put them, are nothing."""
    assert "one\n" == read(gzip.compress(b"one\n") + bytes(20)).read()


@given(st.integers(0, 400), st.binary(min_size=1, max_size=4), st.booleans())
def test_damaged_gzip_is_one_error(place: int, patch: bytes, cut: bool) -> None:
    """Whatever is broken, it is a ``SourceError``, or the text comes out."""
    data = bytearray(gzip.compress("".join(f"{n} {n * n}\n" for n in range(200)).encode(), mtime=0))
    place %= len(data)
    if cut:
        del data[place:]
    else:
        data[place : place + len(patch)] = patch
    try:
        read(bytes(data)).read()
    except SourceError as error:
        assert "\n" not in str(error)


def test_the_head_goes_beyond_a_short_first_line() -> None:
    """Detection sees its 4 KiB, even if the second line is endless."""
    assert 4096 == len(read(b"[\n" + b"x" * 3_000_000).head)


@pytest.mark.parametrize("name", ["missing.txt", "missing/x.txt", "."])
def test_paths_that_cannot_be_opened(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is a ``SourceError`` that names the path."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SourceError, match=re.escape(name)):
        Source(name)


def test_a_name_that_no_file_can_have() -> None:
    """A NUL in a name is an error like others."""
    with pytest.raises(SourceError, match="cannot be opened"):
        Source("a\0b")


def test_reopenable(tmp_path: Path) -> None:
    """A file can be had again; a stream or a device cannot."""
    path = tmp_path / "x.txt"
    path.write_bytes(b"text")
    with path.open("rb") as stream:
        assert not Source(stream).reopenable
    source = Source(path)
    source.close()

    assert source.reopenable


MEMORY = """
import re, sys
from citeconv.source import Source
for record in Source(sys.argv[1]).records(re.compile(r"\\n(?P<start>- )")):
    pass
print(re.search(r"VmHWM:\\s*(\\d+) kB", open("/proc/self/status").read())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
@pytest.mark.parametrize("line", [b"x", b"- " + b"record " * 99 + b"\n"], ids=["one endless line", "records"])
def test_memory_is_flat(line: bytes, tmp_path: Path) -> None:
    """60 MB of one line, or of records, take no more memory than a few pieces and the longest record allowed."""
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        for _ in range(60):
            file.write(line * ((1 << 20) // len(line)))

    ran = subprocess.run([sys.executable, "-c", MEMORY, path], capture_output=True, text=True, check=True)

    assert int(ran.stdout) < 60_000


def test_the_first_stray_byte_is_told_by_its_line(tmp_path: Path) -> None:
    """Characters of several bytes before it do not count as lines, nor as more than one character."""
    path = tmp_path / "mixed.txt"
    path.write_bytes("ééé\n".encode() * 3 + b"caf\xe9\n" + b"more\n" * 9)
    source = Source(path)
    source.read()
    source.close()
    assert [line for line, message in source.notes if "not UTF-8" in message] == [4]


@given(pieces=st.lists(st.sampled_from(["a", "\n", "\n\n", "éß", "x" * 70_000]), max_size=12), data=st.data())
def test_a_line_is_found_by_its_byte(pieces: list[str], data: st.DataObject) -> None:
    """Lines asked for from front to back have the offsets at which they begin, whatever their length."""
    text = "".join(["start\n", *pieces])
    starts = [0, *[place + 1 for place, byte in enumerate(text.encode()) if byte == 10]]
    lines = sorted(data.draw(st.lists(st.integers(1, len(starts)), max_size=5)))
    with tempfile.NamedTemporaryFile() as file:
        file.write(text.encode())
        file.flush()
        source = Source(file.name)
        assert [source.offset(line) for line in lines] == [starts[line - 1] for line in lines]
        source.close()
