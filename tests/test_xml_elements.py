"""Cutting XML into elements: whole input gives whole elements, damage stays in one of them, nothing hostile is done."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv.errors import RecordError
from citeconv.format import Leftover, Record, Rest
from citeconv.source import Limits, Source
from citeconv.xml_elements import parse_element, split_elements
from growth import grows_linearly
from pieces import read_in_pieces

TEXTS = st.text(st.sampled_from("ab<>&\"'/-]! \n\u00e9"), max_size=8)
CONTENTS = st.one_of(
    TEXTS.map(escape),
    TEXTS.map(lambda text: f"<p a={quoteattr(text)}/>"),
    TEXTS.map(lambda text: f"<!--{text.replace('-', '')}<rec>-->"),
    TEXTS.map(lambda text: f"<![CDATA[{text.replace(']', '')}</rec><rec>]]>"),
    TEXTS.map(lambda text: f"<?p {text.replace('?', '').replace('>', '')}<rec> ?>"),
    st.sampled_from(["<rec-list/>", "<recs>x</recs>", "<i>x</i>", "\n"]),
)
ELEMENTS = st.builds(
    lambda attribute, inside: f"<rec a={quoteattr(attribute)}>{''.join(inside)}</rec>",
    TEXTS,
    st.lists(CONTENTS, max_size=4),
)
AROUND = st.sampled_from(
    [
        "", "\n", "<set>", "</set>", '<?xml version="1.0"?>', "<!-- <rec>no</rec> -->",
        '<!DOCTYPE set [<!ENTITY e "<rec>"> <!-- don\'t --> ]>', '<!DOCTYPE s PUBLIC "-//N//D" "http://x/y.dtd">',
        '<set xmlns="urn:x" b="1>2">',
    ]
)  # fmt: skip


def cut(
    text: str,
    chunk: int = 1 << 18,
    names: tuple[str, ...] = ("rec",),
    inner: tuple[str, ...] = (),
    nesting: tuple[str, ...] = (),
) -> list[Record]:
    """Return what comes of a text that arrives in pieces of a size."""
    with pytest.MonkeyPatch.context() as patch:
        read_in_pieces(patch, chunk, 20)
        return list(split_elements(Source(io.StringIO(text)), names, inner, nesting))


def elements(records: list[Record]) -> list[str]:
    """Return the text of those that are elements."""
    return [record.data for record in records if not isinstance(record, Leftover)]


def leftovers(records: list[Record]) -> list[str]:
    """Return the text of those that are none."""
    return [record.data for record in records if isinstance(record, Leftover)]


@given(st.lists(st.tuples(AROUND, ELEMENTS), max_size=4), AROUND, st.integers(1, 60))
def test_elements_come_out_whole(parts: list[tuple[str, str]], end: str, chunk: int) -> None:
    """Elements come out letter by letter whatever they hold and wherever the input is cut; markup around vanishes."""
    records = cut("".join(before + element for before, element in parts) + end, chunk)

    assert [element for _, element in parts] == elements(records)
    assert [] == leftovers(records)


@given(st.lists(st.sampled_from([*"<>/!-[]?\"' ax\n", "<rec", "</rec>", "<!--", "-->", "<![CDATA[", "]]>"])))
def test_nothing_is_lost_of_text_and_lines_are_right(signs: list[str]) -> None:
    """Whatever the input, the pieces stand in it in order, each at its line, and only markup is left out."""
    text = "".join(signs)
    place = 0
    for record in cut(text, 7):
        found = text.index(record.data, place)
        assert record.line == text.count("\n", 0, found) + 1
        place = found + len(record.data)


@given(st.integers(1, 60))
def test_a_missing_end_costs_one_record(chunk: int) -> None:
    """The next start tag begins a new record."""
    records = cut("<set><rec>1</rec><rec>2<b><rec>3</rec></set>", chunk)

    assert ["<rec>1</rec>", "<rec>2<b>", "<rec>3</rec>"] == elements(records)


@given(st.integers(1, 60))
def test_names_within_others(chunk: int) -> None:
    """An inner name is a record only outside of the others; prefixes do not matter; an empty element is one."""
    text = '<x:set xmlns:x="u"><rec><in>1</in></rec><in>2</in><x:rec><x:in/></x:rec><in a=">"/></x:set>'

    records = cut(text, chunk, ("rec",), ("in",))

    assert ["<rec><in>1</in></rec>", "<in>2</in>", "<x:rec><x:in/></x:rec>", '<in a=">"/>'] == elements(records)


@given(st.integers(1, 60))
def test_a_prefix_that_is_declared_nowhere(chunk: int) -> None:
    """Records that were rejected stand without what their file declared, and are found again."""
    records = cut("<x:rec><x:in>1</x:in></x:rec>\n\n\n<x:rec/>", chunk)

    assert ["<x:rec><x:in>1</x:in></x:rec>", "<x:rec/>"] == elements(records)
    assert not leftovers(records)


@given(st.integers(1, 60))
def test_elements_in_their_like(chunk: int) -> None:
    """Where they may stand in each other, the outermost is the record; a missing end takes what follows with it."""
    text = "<set><in>1<in>2<in/><in>3</in></in></in><in/><rec><in></rec><in>4<in>5</in></set>"

    records = cut(text, chunk, ("rec",), ("in",), ("in",))

    whole = ["<in>1<in>2<in/><in>3</in></in></in>", "<in/>", "<rec><in></rec>", "<in>4<in>5</in></set>"]
    assert whole == elements(records)


def test_text_between_records_is_left_over() -> None:
    """Text that belongs to no record is handed on in its place, comments and tags before it are not."""
    records = cut("<set><title>My list</title>\n<rec>1</rec> and <!-- c --> <rec/>\n<![CDATA[end]]></set>")

    assert ["My list</title>\n", "and <!-- c --> ", "<![CDATA[end]]></set>"] == leftovers(records)
    assert ["<rec>1</rec>", "<rec/>"] == elements(records)


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA[", "<?", "<!DOCTYPE x [", '<rec a="', "<rec"])
def test_an_unclosed_construct_hides_nothing(opening: str) -> None:
    """What is never closed costs at most the record it stands in."""
    found = elements(cut(f"<set><rec>1</rec><rec>2 {opening}</rec><rec>3</rec><rec>4</rec></set>"))

    assert {"<rec>1</rec>", "<rec>3</rec>", "<rec>4</rec>"} <= set(found)


@pytest.mark.parametrize(
    "unit",
    ["<rec", "<rec>", "</rec", "<!--", "<![CDATA[", "<?", "<!DOCTYPE[", "<!DOCTYPE", '<a "', "<rec a='", "&", "<"],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    """Eight times the input takes about eight times as long."""
    assert grows_linearly(lambda count: cut(unit * count), 10_000)


def test_an_overlong_element_is_rejected() -> None:
    """An element longer than the limit carries a fault, the rest of it goes with it, and what follows is read."""
    long = f"<rec>{'x' * 2_000_000}<b>y</b>{'x' * 2_000_000}</rec>"
    source = Source(io.StringIO(f"<set>{long}<rec>2</rec></set>"), limits=Limits(record=1 << 20))

    first, *rest, last = split_elements(source, ["rec"])

    assert first.fault
    assert rest
    assert {Rest} == {type(record) for record in rest}
    assert long == "".join(record.data for record in (first, *rest))
    assert (Record, "<rec>2</rec>") == (type(last), last.data)


def test_an_element_of_great_length_is_parsed() -> None:
    """Text longer than libxml2 takes by itself is read where the limit was raised."""
    assert 20_000_000 == len(parse_element(f"<rec>{'é' * 20_000_000}</rec>").text)


@pytest.mark.parametrize("chunk", [7, 64, 1 << 18])
def test_a_stray_byte_is_told_by_its_line(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines that are counted for records serve for what is noted of the text, too."""
    read_in_pieces(monkeypatch, chunk, 20)
    source = Source(io.BytesIO(b"<set>\n" + b"<rec>\n\xc3\xa9</rec>\n" * 20 + b"<rec>\n\xe9</rec>\n</set>\n"))

    assert 21 == len(elements(list(split_elements(source, ("rec",)))))
    assert [43] == [line for line, message in source.notes if "not UTF-8" in message]


# -- parsing


def test_an_element_is_parsed() -> None:
    """Tags, attributes, text; prefixes that were declared elsewhere are no fault."""
    tree = parse_element('<rec xlink:href="u"><mml:math>x</mml:math><odd:tag/>é</rec>')

    assert "u" == tree.get("{http://www.w3.org/1999/xlink}href")
    assert ["{http://www.w3.org/1998/Math/MathML}math", "{urn:prefix:odd}tag"] == [child.tag for child in tree]


@pytest.mark.parametrize("inside", ["<rec>{}</rec>", "{}"], ids=["within", "itself"])
def test_an_element_with_too_many_attributes(inside: str) -> None:
    """More attributes than any format has cost the element: to tell them would take time by their square."""

    def element(number: int) -> str:
        return inside.format("<i " + " ".join([f'a{k}=">"' for k in range(number)]) + "/>")

    assert parse_element(element(255)) is not None
    with pytest.raises(RecordError, match="more than 255 attributes"):
        parse_element(element(256))


@pytest.mark.parametrize("name", ['="http://a.example/XML\n schema"', ":x='http://a.example/XML schema'"])
def test_a_namespace_with_a_blank_is_put_right(name: str) -> None:
    """A line broken within the name of a namespace does not cost the element."""
    notes: list[str] = []
    tree = parse_element(f"<rec xmlns{name}>a b</rec>", notes.append)

    assert ("a b", ["blanks within the name of a namespace left out"]) == (tree.text, notes)


@pytest.mark.parametrize(
    ("text", "understood", "message"),
    [
        ("a &nbsp;b", "a \u00a0b", "&nbsp; is HTML's, not XML's"),
        ("&THgr;", "Θ", "&THgr; is ISO's, not XML's"),
        ("a &unknown; b", "a &unknown; b", "&unknown; is not defined; kept as it is"),
        ("a &lt;b", "a <b", ""),
        ("p &lt; 1 & q", "p < 1 & q", "& that begins no reference read as &amp;"),
        ("x\x02y", "x\ufffdy", "1 character that XML does not allow read as U+FFFD"),
        ("x\x02\x03y", "x\ufffd\ufffdy", "2 characters that XML does not allow read as U+FFFD"),
        ("x&#2;y", "x\ufffdy", "&#2; is no character of XML; read as U+FFFD"),
        ("&#xe9;", "é", ""),
    ],
)
def test_frequent_faults_are_put_right(text: str, understood: str, message: str) -> None:
    """Faults that exports often have are mended, and noted."""
    notes: list[str] = []

    assert understood == parse_element(f"<rec>{text}</rec>", notes.append).text
    assert ([message] if message else []) == notes


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("<rec>\n<a>\n</b></rec>", 3, "Opening and ending tag mismatch: a and b"),
        ('<!DOCTYPE rec [<!ENTITY e "x">]><rec>&e;</rec>', 1, ""),
        ("<rec>" + "<a>" * 300 + "</a>" * 300 + "</rec>", 1, "nested too deeply"),
        ("<rec/><rec/>", 0, "not one element"),
        ("<rec", 1, ""),
    ],
)
def test_faults_name_their_line(text: str, line: int, message: str) -> None:
    """What is not well-formed, too deep, or has a document type is refused with the line within the record."""
    with pytest.raises(RecordError) as caught:
        parse_element(text)

    assert line == caught.value.line
    assert message in str(caught.value)


def test_nothing_outside_is_read() -> None:
    """Inclusions stay what they are: elements."""
    text = '<rec xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></rec>'

    assert "" == "".join(parse_element(text).itertext())
