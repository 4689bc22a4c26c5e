"""Properties: whatever an item holds, an entry comes out, its markup is balanced, and no text of it is markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeconv.testing import SETTINGS
from citeconv_references.engine import Style, compile_style, to_html, to_latex, to_markdown, to_rtf, to_text
from citeconv_references.styles import find_style

STYLES = ("apa", "nlm-citation-sequence", "modern-language-association")
COMPILED: dict[str, Style] = {}
WORDS = """<i> </i> <b> </b> <sup> </sup> </span> <script> &amp; “ ” " ' ’ ‘ . , : ; ? ! - – \\ { } $ * _ [ ] ( ) | ß e
    E the of Ebb 流 é ١ ² 12 İ 🌊""".split()
PIECES = st.sampled_from([*WORDS, '<span class="nocase">', " ", "\u0301", "\n", "\t", "\u200b"])
TEXTS = st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=12)
ANY_VALUE = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | st.lists(TEXTS, max_size=2)
NAMES = st.lists(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("family", "given", "suffix", "literal", "non-dropping-particle", "dropping-particle"), TEXTS
        ),
    ),
    max_size=4,
)
NUMBERS = st.integers(-3000, 3000) | st.sampled_from(["2019", "0", "", "x"]) | st.none()
DATES = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": st.lists(st.lists(NUMBERS, max_size=4), max_size=3),
        "season": NUMBERS | TEXTS,
        "circa": st.booleans(),
        "literal": TEXTS,
        "raw": TEXTS,
    },
)
ITEMS = st.fixed_dictionaries(
    {
        "id": st.just("x"),
        "type": st.sampled_from(["article-journal", "book", "chapter", "webpage", "thesis", "nothing"]),
    },
    optional={
        **dict.fromkeys(("title", "container-title", "publisher", "publisher-place", "language", "DOI", "URL"), TEXTS),
        **{
            name: TEXTS | st.integers()
            for name in ("volume", "issue", "page", "edition", "number", "collection-number")
        },
        **dict.fromkeys(("author", "editor", "translator", "container-author"), NAMES),
        **dict.fromkeys(("issued", "accessed", "original-date"), DATES),
    },
)
RUBBISH = st.dictionaries(st.sampled_from(["type", "title", "author", "issued", "page", "editor", "volume"]), ANY_VALUE)


def style(name: str) -> Style:
    """Return a style, compiled once."""
    if name not in COMPILED:
        COMPILED[name] = compile_style(find_style(name).source)
    return COMPILED[name]


class Balance(HTMLParser):
    """Follows the tags of HTML, and notes those that are not ours."""

    OURS = frozenset({"i", "b", "em", "sup", "sub", "span", "div"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in self.OURS or {name for name, _ in attrs} - {"class", "style"}:
            self.foreign.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def balanced(text: str) -> bool:
    """Tell if the braces of RTF or LaTeX that are no text are in pairs."""
    depth = 0
    for brace in re.findall(r"\\[\\{}]|[{}]", text):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("name", STYLES)
@settings(SETTINGS, max_examples=30)
@given(items=st.lists(ITEMS, min_size=1, max_size=3))
def test_any_item_makes_an_entry_with_balanced_markup(name: str, items: list[dict[str, Any]]) -> None:
    """No exception, as many entries as items, and every output format is well-formed."""
    entries = style(name).bibliography(items)
    assert len(items) == len(entries)
    for entry in entries:
        assert not entry.error
        parser = Balance()
        parser.feed(to_html(entry.tree))
        parser.close()
        assert not parser.open
        assert not parser.foreign
        rtf = to_rtf(entry.tree)
        assert rtf.isascii()
        assert balanced(rtf)
        assert balanced(to_latex(entry.tree))
        assert "\n" not in to_text(entry.tree) + to_markdown(entry.tree)


@settings(SETTINGS, max_examples=50)
@given(items=st.lists(RUBBISH, max_size=3))
def test_values_of_any_kind_cost_no_more_than_their_entry(items: list[dict[str, Any]]) -> None:
    """Where there should be text or names stands anything that JSON can hold: each item still has its entry."""
    assert len(items) == len(style("apa").bibliography(json.loads(json.dumps(items, allow_nan=True))))


@pytest.mark.parametrize(
    "field", ["title", "container-title", "publisher", "volume", "DOI", "URL", "page", "author", "issued"]
)
@pytest.mark.parametrize(
    ("write", "hostile", "forbidden"),
    [
        (to_html, '<img src="x" onerror="alert(1)">', "<img"),
        (to_html, "</div><script>alert(1)</script>", "<script"),
        (to_latex, "\\input{/etc/passwd}", "\\input{"),
        (to_latex, "$\\write18{x}$ % _ #", "\\write18"),
        (to_rtf, "{\\object\\objupdate}", "{\\object"),
        (to_rtf, "\\par\\field{x}", "\n\\par"),
        (to_markdown, "[x](javascript:alert)", "[x]("),
        (to_markdown, "<script>*x*</script>", " <script"),
    ],
)  # fmt: skip
def test_no_field_can_write_markup(field: str, write: Any, hostile: str, forbidden: str) -> None:
    """Tags, commands and links in any field are printed as what they are."""
    value: object = {"author": [{"family": hostile, "given": hostile}], "issued": {"literal": hostile}}.get(
        field, hostile
    )
    item = {"id": "x", "type": "article-journal", "title": "Ebb", field: value}
    for name in STYLES:
        text = write(style(name).bibliography([item])[0].tree)
        assert forbidden not in text
        if write is to_rtf:
            assert not re.search(r"(?<!\\)(?:\\\\)*\\(?:par|field|object)", text)
