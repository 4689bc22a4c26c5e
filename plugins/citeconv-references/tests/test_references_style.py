"""Styles: what is read, what is refused, and what a bibliography is made of."""

from __future__ import annotations

import pytest

from citeconv_references.engine import DependentStyleError, RenderError, StyleError, compile_style, to_text
from small_styles import styled

HEAD = (
    b'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Own</title><id>own</id>'
)
ITEMS = [
    {"id": "b", "type": "book", "title": "Winds", "author": [{"family": "Ünal", "given": "Aylin"}]},
    {"id": "a", "type": "book", "title": "Tides", "author": [{"family": "Berg", "given": "Ole"}]},
]


def test_items_are_rendered_one_by_one() -> None:
    """A style without a sort order renders each item alone."""
    style = compile_style(styled('<text variable="citation-number" suffix=". "/><text variable="title" suffix="."/>'))
    assert not style.sorts
    assert to_text(style.render(ITEMS[0], 3)) == "3. Winds."


def test_a_bibliography_is_in_the_order_of_the_style() -> None:
    """Entries are sorted by the style's keys and keep their ids."""
    style = compile_style(styled('<names variable="author"/>', sort='<sort><key variable="author"/></sort>'))
    assert style.sorts
    assert [(entry.id, to_text(entry.tree)) for entry in style.bibliography(ITEMS)] == [
        ("a", "Ole Berg"),
        ("b", "Aylin Ünal"),
    ]


def test_a_bad_item_costs_one_entry() -> None:
    """An item that cannot be rendered has an entry with an error; the others are there."""
    style = compile_style(styled('<text variable="title"/>'))
    bad = {"id": "bad", "type": "book", "title": {"no": "text"}, "author": 3}
    entries = style.bibliography([ITEMS[0], {"id": "bad", "type": [], "title": 3.5, "author": 3}, bad])
    assert [entry.id for entry in entries] == ["b", "bad", "bad"]
    assert to_text(entries[0].tree) == "Winds"


@pytest.mark.parametrize("count", ["many", "²", "1" * 5000])
def test_counts_that_are_none_are_passed_over(count: str) -> None:
    """A style with something else where a number belongs is taken as if nothing stood there."""
    key = f'<sort><key variable="author" names-min="{count}" names-use-first="{count}"/></sort>'
    names = f'<names variable="author"><name et-al-min="{count}"/></names>'
    style = compile_style(styled(names, sort=key, bibliography=f'entry-spacing="{count}"'))
    assert style.entry_spacing == 1
    assert [entry.id for entry in style.bibliography(ITEMS)] == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        (b"<style", "not well-formed XML", 1),
        (b"<!DOCTYPE style [<!ENTITY a 'b'>]>\n<style/>", "a document type is not allowed", 1),
        (b"<html/>", "the root of a style is cs:style", 1),
        (HEAD + b"</info></style>", "has no bibliography", 1),
        (styled("<text macro='x'/>"), "there is no macro 'x'", 1),
        (styled("\n<tex/>"), "cs:tex is no rendering element", 2),
        (
            styled(
                "<text macro='x'/>",
                macros="\n<macro name='x'>\n<text macro='y'/></macro><macro name='y'><text macro='x'/></macro>",
            ),
            "calls itself",
            2,
        ),
        (b"<a>" * 1000 + b"</a>" * 1000, "nested too deep", 1),
    ],
)
def test_what_is_no_style_is_refused_with_its_place(source: bytes, message: str, line: int) -> None:
    """The error says what is wrong, and on which line."""
    with pytest.raises(StyleError, match=message) as error:
        compile_style(source)
    assert error.value.line >= line


def test_a_dependent_style_names_its_parent() -> None:
    """A dependent style is refused with the address of the style that it stands for."""
    link = b'<link href="http://www.zotero.org/styles/parent" rel="independent-parent"/></info></style>'
    with pytest.raises(DependentStyleError) as error:
        compile_style(HEAD + link)
    assert error.value.parent == "http://www.zotero.org/styles/parent"


class Unprintable:
    """A value that cannot be turned into text."""

    def __str__(self) -> str:
        raise ZeroDivisionError


def test_an_item_that_cannot_be_rendered_raises() -> None:
    """``render`` tells what went wrong."""
    style = compile_style(styled('<choose><if type="book"><text variable="title"/></if></choose>'))
    with pytest.raises(RenderError):
        style.render({"id": "x", "type": "book", "title": Unprintable()})
