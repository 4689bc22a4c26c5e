"""Cutting JSON into objects: whole input gives whole objects, damage stays in one of them."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv import json_objects
from citeconv.errors import RecordError
from citeconv.format import Leftover, Record, Rest
from citeconv.json_objects import decode_object, members, split_lines, split_objects
from citeconv.source import Limits, Source
from growth import grows_linearly
from pieces import read_in_pieces

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('ab"\\{}[]\n\u00e9,')),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.sampled_from('k"{\\')), inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.lists(st.dictionaries(st.text("ab"), VALUES, max_size=3), max_size=4)
LAYOUTS = st.sampled_from([{}, {"indent": 1}, {"indent": 4}, {"separators": (",", ":")}, {"ensure_ascii": False}])


def cut(text: str, chunk: int = 1 << 18) -> list[Record]:
    """Return what comes of a text that arrives in pieces of a size."""
    with pytest.MonkeyPatch.context() as patch:
        read_in_pieces(patch, chunk, 1)
        return list(split_objects(Source(io.StringIO(text))))


def objects(records: list[Record]) -> list[str]:
    """Return the text of those that are objects."""
    return [record.data for record in records if not isinstance(record, Leftover)]


@given(OBJECTS, LAYOUTS, st.integers(1, 50))
def test_an_array(values: list[object], layout: dict[str, object], chunk: int) -> None:
    """The objects of an array come out one by one, however it is laid out and arrives."""
    text = json.dumps(values, **layout)  # type: ignore[arg-type]

    records = cut(text, chunk)

    assert values == [json.loads(text) for text in objects(records)]
    assert not [record for record in records if isinstance(record, Leftover)]


@given(OBJECTS, st.sampled_from(["\n", "", " ", ",\n", "\n\n"]), st.integers(1, 50))
def test_a_sequence(values: list[object], between: str, chunk: int) -> None:
    """So do objects that follow one another without an array."""
    text = between.join(json.dumps(value) for value in values)

    assert values == [json.loads(text) for text in objects(cut(text, chunk))]


@given(st.text(st.sampled_from('{}[]",\\\n a:')), st.integers(1, 20))
def test_nothing_is_lost(text: str, chunk: int) -> None:
    """Of any text, what comes out is all of it but separators, with the right lines, in pieces of any size."""
    records = cut(text, chunk)
    place = 0
    for record in records:
        found = text.index(record.data, place)

        assert not text[place:found].strip(" \t\n,[]")
        assert text.count("\n", 0, found) + 1 == record.line
        place = found + len(record.data)
    assert not text[place:].strip(" \t\n,[]")


@given(st.text(st.sampled_from('{}[]",\\\n a:')), st.integers(1, 20))
def test_pieces_do_not_matter_to_objects(text: str, chunk: int) -> None:
    """Objects are cut in the same places however the text arrives."""
    assert objects(cut(text)) == objects(cut(text, chunk))


@pytest.mark.parametrize("damage", ['{"a": "unclosed', '{"a": [1, {"b": 2', '{"a": "x" }}', '{"a": \\"'])
def test_damage_stays_local(damage: str) -> None:
    """Where objects begin on lines of their own, a broken one costs itself and not its neighbours."""
    text = '[\n{"n": 1},\n' + damage + ',\n{"n": 2},\n{"n": 3}\n]\n'

    found = [text for text in objects(cut(text)) if text.startswith('{"n"')]

    assert [1, 2, 3] == [json.loads(text)["n"] for text in found]


def test_damage_in_an_indented_array() -> None:
    """A line that begins like the first object begins the next one, whatever was left open."""
    text = json.dumps([{"n": 1, "in": {"m": 1}}, {"n": 2}, {"n": 3}], indent=2).replace('"n": 2\n  }', '"n": 2\n')

    found = objects(cut(text))

    assert [1, 3] == [json.loads(found[0])["n"], json.loads(found[-1])["n"]]
    assert 3 == len(found)


@pytest.mark.parametrize("chunk", [1, 1 << 18])
@pytest.mark.parametrize("brace", ['{"a": 1}, "b": {"c": 2}}', '{}"a": 1, "b": {"c": 2}}', '{"a": {"x": 1}}, "b": 2}'])
def test_a_brace_too_many(brace: str, chunk: int) -> None:
    """An object that a stray brace seems to close goes on as long as members follow: no member becomes an object."""
    damaged, other = brace.replace(", ", ",\n  "), '{"a": 3}'

    assert [damaged, other] == objects(cut(f"[{damaged},\n{other}]", chunk))


def test_other_text_is_left_over() -> None:
    """What is no object is handed on as such, with its line."""
    records = cut('{"n": 1}\nbanner\n{"n": 2}\n')

    assert [("Record", 1), ("Leftover", 1), ("Record", 3)] == [(type(r).__name__, r.line) for r in records]


def test_long_text_between_objects_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not held until it ends, for it may be all that follows in the input."""
    monkeypatch.setattr(json_objects, "LEFTOVER_LIMIT", 2000)
    banner = "banner " * 1000

    first, *between, last = cut(f'{{"n": 1}}\n{banner}\n{{"n": 2}}', 1000)

    assert ['{"n": 1}', '{"n": 2}'] == [first.data, last.data]
    assert len(between) > 1
    assert banner.strip() == "".join(record.data for record in between).strip()


@pytest.mark.parametrize("fault", ["", "\t"])
def test_objects_that_nest_too_deeply(fault: str) -> None:
    """They are rejected with the same words, whether anything else is wrong with them or not."""
    with pytest.raises(RecordError, match=r"\Anested too deeply\Z"):
        decode_object(f'{{"a": "{fault}", "b": {"[" * 100_000}{"]" * 100_000}}}', print)


@pytest.mark.parametrize("stray", [" stray", "\nstray", ",\nstray, more\n", " ]stray"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_text_behind_an_object_of_a_line(stray: str, place: int) -> None:
    """Where each line is an object, text behind one does not harm it, and is handed on by itself."""
    lines = [f'{{"n": {number}}}' for number in range(3)]
    lines[place] += stray

    records = list(split_lines(Source(io.StringIO("[\n" + ",\n".join(lines) + "\n]\n"))))

    assert [0, 1, 2] == [json.loads(text.strip().rstrip(",] \n"))["n"] for text in objects(records)]
    assert ["stray" in record.data for record in records if isinstance(record, Leftover)] == [True]


@pytest.mark.parametrize("between", ["", " ", ", ", ",", ", null, "])
def test_several_objects_in_a_line(between: str) -> None:
    """Each is one, though most of the lines hold one alone."""
    made = [json.dumps({"id": str(number), "author": [{"family": "a"}, {"family": "b"}]}) for number in range(5)]
    text = f"[\n{made[0]},\n{made[1]}{between}{made[2]}{between}{made[3]},\n{made[4]}\n]\n"
    found = objects(list(split_lines(Source(io.StringIO(text)))))
    assert made == [text.strip(" ,[]\n") for text in found]


def test_an_overlong_object_is_refused() -> None:
    """It is handed on with a fault, nothing within it is taken for a record, and the one after it is whole."""
    long = '{"n": "' + "x" * (2 << 20) + '", "part": {"n": 1}, "m": "' + "x" * (2 << 20) + '", "last": {"n": 1}}'
    source = Source(io.StringIO(f'[{long},\n{{"n": 2}}]'), limits=Limits(record=1 << 20))

    first, *rest, last = split_objects(source)

    assert first.fault
    assert rest
    assert {Rest} == {type(record) for record in rest}
    assert long == "".join(record.data for record in (first, *rest))
    assert (Record, '{"n": 2}', 2) == (type(last), last.data, last.line)


@pytest.mark.parametrize("content", ["{", "}", '"', "\\", "\n", "[", "x", '{"a":1},', '"\\', "\n {", "\n\t"], ids=repr)
def test_growth_is_linear(content: str) -> None:
    """Eight times the text takes about eight times as long, whatever it is made of."""

    def split(size: int) -> None:
        for _ in split_objects(Source(io.StringIO(content * (size // len(content))))):
            pass

    assert grows_linearly(split, 40_000)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1, "b": {"c": 2}, "d": [ {"e": 3}], "f": [4]}', {"a": "1", "b": "{", "d": "[{", "f": "["}),
        ('{"a": "b", "c": "\\": }"} {"d": 1}', {"a": '"', "c": '"'}),
        ('{"a": {"b": 1', {"a": "{"}),
        ("{}", {}),
        ("", {}),
    ],
)
def test_members(text: str, found: dict[str, str]) -> None:
    """The members of the first object are told without decoding it, as far as its text goes."""
    assert found == members(text)
