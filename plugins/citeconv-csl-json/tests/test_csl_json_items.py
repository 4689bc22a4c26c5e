"""Where the items of CSL-JSON stand: in lists, in frames, under keys, damaged; and what JSON is none."""

from __future__ import annotations

import io
import json
import re

import pytest

from citeconv import Report, load, loads
from citeconv.errors import DetectionError
from citeconv_csl_json import CslJson

ITEM = '{"id": "%s", "type": "book", "title": "T {%s} \\"x\\""}'
ONE, TWO = ITEM % ("a", 1), ITEM % ("b", 2)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (ONE, ["a"]),
        (f"[{ONE}]", ["a"]),
        (f"[{ONE},{TWO}]", ["a", "b"]),
        (f"{ONE}\n{TWO}\n", ["a", "b"]),
        (f'{{"items": [{ONE}, {TWO}], "total": 2}}', ["a", "b"]),
        (f'{{"config": {{"id2": 1}}, "references": [{ONE}]}}', ["a"]),
        (f'{{"status": "ok", "message-type": "work-list", "message": {{"facets": {{}}, "items": [{ONE}]}}}}', ["a"]),
        ('{"institution": [{"name": "Tide Archive"}], "indexed": {"timestamp": 1}, "id": "p", "type": "book"}', ["p"]),
        (f'{{"deep": {{"down": [null, [{ONE}]], "more": [[{TWO}]]}}}}', ["a", "b"]),
        (f"[{ONE},\n{{broken,\n{TWO}]", ["a", "b"]),
        (f"[\n{ONE},\n{ONE[:-5]}\n,\n{TWO}]", ["a", "b"]),
    ],
)
def test_where_items_stand(text: str, keys: list[str]) -> None:
    """Items are found in arrays, alone, in a row, and in whatever object wraps them; damage costs one."""
    report = Report()

    found = loads(text, "csl-json", report=report)

    assert keys == [citation.key for citation in found]
    assert report.inputs[0].read == len(found) + report.inputs[0].rejected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('"half \\ud83d pair"', "half \ufffd pair"),
        ('"a whole \\ud83d\\ude00 one"', "a whole \U0001f600 one"),
        ('"a\tb"', "a b"),
        ('"nothing \\u0000 here"', "nothing \x00 here"),
        ("NaN", ""),
        ("1e400", "1e400"),
        ("9" * 5000, "9" * 5000),
        ('"\\\\ud83d"', "\\ud83d"),
    ],
)
def test_json_that_is_none(text: str, title: str) -> None:
    """What JSON forbids and programs write all the same is read."""
    assert title == loads(f'[{{"type":"book","title":{text}}}]', "csl-json")[0].title


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ('"title":"A","title":"T"', ['"title" stands twice, with two values; the last one is read']),
        ('"title":"T","title":"T"', []),
        ('"title":"T","custom":{"a":1,"a":2}', ['"a" stands twice, with two values; the last one is read']),
        ('"title":"T","volume":NaN', ["NaN, which JSON does not know, is read as no value"]),
        ('"title":"T","volume":-Infinity', ["-Infinity, which JSON does not know, is read as no value"]),
        ('"title":"T","note":"\\u0022"', []),
    ],
)
def test_what_json_leaves_open_is_told(item: str, told: list[str]) -> None:
    """Members of one name, and values that are none, cost what they say, and that is told."""
    said: list[str] = []
    (found,) = loads(f'[{{"type":"book",{item}}}]', "csl-json", report=Report(lambda each: said.append(each.message)))
    assert (found.title, said) == ("T", told)


@pytest.mark.parametrize(
    "item",
    [
        '{"type":"book","title":"T","x":' + "[" * 200_000 + "]" * 200_000 + "}",
        '{"type":"book","title":' + "9" * 50_000 + "}",
        '{"type":"book","title":"T","author":[' + '{"family":"A","given":"B"},' * 3_000 + '{"family":"Z"}]}',
        '{"type":"book","title":"T","abstract":"' + "word &lt; <i>" * 80_000 + '"}',
        '{"type":"book","title":"T","note":"' + "a: b\\n{:" * 100_000 + '"}',
        '{"type":"book","title":"T","page":"' + "1-" * 100_000 + '"}',
        '{"type":"book","title":"' + " \\n" * 200_000 + '"}',
    ],
    ids=["deep", "number", "authors", "abstract", "note", "page", "blanks"],
)
def test_monsters(item: str) -> None:
    """A monstrous item is read or rejected, and costs no other."""
    report = Report()

    found = loads(f"[{ONE},{item},{TWO}]", "csl-json", report=report)

    assert {"a", "b"} <= {citation.key for citation in found}
    assert 3 == report.inputs[0].read == len(found) + report.inputs[0].rejected


@pytest.mark.parametrize(
    ("head", "format_name"),
    [
        ('[{"id":"x","type":"book"}]', "csl-json"),
        ('[\n  {\n    "abstract": "long"}]', "csl-json"),
        ('{"status":"ok","message-type":"work-list","message":{"items":[{"indexed":{}}]}}', "csl-json"),
        ('[\n{"citeconv":1,"type":"book","author":[{"family":"A"}]}\n]', "json"),
    ],
)
def test_detection(head: str, format_name: str) -> None:
    """CSL-JSON is known by its words, and citeconv's own JSON is not taken for it."""
    report = Report()

    load(io.BytesIO(head.encode()), report=report)

    assert format_name == report.inputs[0].format


def test_ordinary_json_is_not_claimed() -> None:
    """JSON that says nothing of citations is left to others."""
    assert not re.search(CslJson.signature, '{"name": "x", "version": "1.0", "id": 5, "type": "module"}', re.M)


def test_parts_of_an_item_are_no_items() -> None:
    """Where the beginning of an item is gone, the names and dates in it are rejected, not read as items."""
    report = Report()
    lost = 'mily": "Lind"},\n{"family": "Berg", "given": "Per"}],\n"issued": {"date-parts": [[2019]]}\n},\n'

    found = loads(f'[{lost}{{"id": "a", "type": "book", "title": "Tides"}}]', "csl-json", report=report)

    assert ["Tides"] == [citation.title for citation in found]
    assert 2 == report.total.rejected


@pytest.mark.parametrize("around", ['[{"id": 1, "itemData": %s}]', '[{"key": "K", "version": 1, "csljson": %s}]'])
def test_items_within_others(around: str) -> None:
    """An item in the data of a citation in Word, or of Zotero's server, is read, and a note says where it stood."""
    report = Report()
    [found] = loads(around % '{"id": "mo", "type": "book", "title": "Tides"}', "csl-json", report=report)

    assert ("mo", "Tides", ()) == (found.key, found.title, found.extra)
    assert report.tallies


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('{"mo2020": {"type": "book", "title": "Tides"}, "ek2021": {"title": "Ebb"}}', ["mo2020", "ek2021"]),
        ('{"v": 1, "list": {"1": {"id": "mo", "title": "Tides"},\n"2": {"title": "Ebb"}}}', ["mo", "2"]),
        ('{"item": {"type": "book", "title": "Tides"}, "count": 1}', [""]),
        ('{"old": {"title": "Tides"}, "list": [{"title": "Ebb"}, {"title": "Surf"}]}', ["", "", ""]),
    ],
)
def test_items_under_their_keys(text: str, keys: list[str]) -> None:
    """What an object has several items under are their keys; a single name says nothing of the item."""
    assert keys == [citation.key for citation in loads(text, "csl-json")]


def test_frames_are_not_told() -> None:
    """Braces and names around items are passed over; values beside them are told."""
    report = Report()
    loads('{"found": {"items": [{"title": "Tides"}]}}', "csl-json", report=report)
    assert not report.tallies

    loads('{"found": 1, "items": [{"title": "Tides"}]}', "csl-json", report=report)
    assert report.tallies


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            '{"_id": {}, "license": [{"URL": "http://example.org/by"}], "DOI": "10.1/a", "page": 1, "title": "Tides"}',
            ["Tides"],
        ),
        (
            '{"_id": 1, "DOI": "10.1/a", "volume": "1", "title": "Tides"}\n{"_id": 2, "title": "Ebb"}\n',
            ["Tides", "Ebb"],
        ),
        ('{"title": "Mine", "author": "Mo", "items": [{"id": "a", "title": "Tides"}]}', ["Tides"]),
        ('{"title": "Mine", "references": [{"id": "a", "title": "Tides"}, {"title": "Ebb"}]}', ["Tides", "Ebb"]),
        ('{"list": [{"nr": 1, "seen": null, "title": "Tides", "author": [{"family": "Mo"}]}]}', ["Tides"]),
        ('{"title": "Tides", "DOI": "10.1/a", "references": [{"title": "Ebb"}]}', ["Tides"]),
    ],
)
def test_which_objects_are_items(text: str, titles: list[str]) -> None:
    """An object with several variables is an item, whatever it begins with, and one with a list of items is none."""
    assert titles == [citation.title for citation in loads(text, "csl-json")]


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "https://openalex.org/W1", "type": "article", "title": "Salt", "authorships": []}]',
        '{"group": [{"work-summary": [{"put-code": 1, "type": "journal-article"}]}]}',
        '[{"key": "A", "data": {"itemType": "book", "creators": [], "title": "Salt"}, "type": "book"}]',
        '{"hits": {"total": 1, "hits": [{"metadata": {"resource_type": {"type": "dataset"}}}]}}',
        '{"aggregations": {"type": {"buckets": []}}, "hits": {}, "resource_type": {"type": "software"}}',
        '[{"type": "journal-article", "title": "Salt", "article_url": "https://example.org/1", "cites": 0}]',
        '{"doi": "10.5555/1", "doi_url": "https://doi.org/10.5555/1", "genre": "journal-article", "family": "Lind"}',
    ],
)
def test_json_of_others(text: str) -> None:
    """What other services answer has types and some keys of CSL's, and is no CSL-JSON."""
    with pytest.raises(DetectionError, match=r"is (?:an answer of|in (?:Zotero's own|Publish or Perish's) JSON)"):
        loads(text)


def test_a_schema_is_no_list() -> None:
    """A JSON Schema names types and variables, too, and holds no items."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "properties": {"container-title": {"type": "x"}},
    }
    with pytest.raises(DetectionError, match="is JSON, but"):
        loads(json.dumps(schema))
