"""How much is letter for letter what citeproc-js prints, style by style, and that it never gets less.

The reference is a folder that ``CITECONV_CSL`` names: ``items-KIND.json``, and in ``reference/KIND/STYLE.json`` the
entries that citeproc-js writes, as HTML. Compared are all characters with their styles; only the kind of a blank, the
spelling of markup and the number of an entry do not count. ``conformance.tsv`` holds the figures reached: a style
below its own fails, and ``--update-goldens`` writes better ones. ``pytest -rP`` on this file prints the table.
"""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from citeconv_references.engine import compile_style, to_html
from citeconv_references.styles import find_style

FOLDER = Path(os.environ.get("CITECONV_CSL", "nowhere"))
RATCHET = Path(__file__).parent / "conformance.tsv"
KINDS = ("real", "handmade")
NUMBER = re.compile(r"([\[(]?)\d{1,4}(?=[\])., ])")
BLANKS = re.compile(r"[\s\u00a0\u202f\u2009\u200a\u2002\u2003]")
SPACE = re.compile(r"(?:\s|\u00a0|\u202f|</?div[^>]*>)+")
TAGS = {"i": "i", "em": "i", "b": "b", "strong": "b", "u": "u", "sup": "sup", "sub": "sub", "sc": "sc"}
CSS = {
    "font-variant:small-caps": "sc", "font-style:italic": "i", "font-style:oblique": "i", "font-weight:bold": "b",
    "text-decoration:underline": "u",
}  # fmt: skip
CLEARS = {
    "font-variant:normal": "sc", "font-style:normal": "i", "font-weight:normal": "b", "text-decoration:none": "u",
}  # fmt: skip


class Characters(HTMLParser):
    """The characters of an entry, each with its styles; blanks are folded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, frozenset[str]]] = []
        self.styles: frozenset[str] = frozenset()
        self.stack: list[tuple[str, frozenset[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("div", "br", "p"):
            self.handle_data(" ")
        if tag == "br":
            return
        css = "".join(value or "" for name, value in attrs if name == "style").replace(" ", "")
        on = {TAGS[tag]} if tag in TAGS else set()
        on |= {style for text, style in CSS.items() if text in css}
        off = {style for text, style in CLEARS.items() if text in css}
        off |= {"sup", "sub"} if "baseline" in css else set()
        self.stack.append((tag, self.styles))
        self.styles = (self.styles | on) - off

    def handle_endtag(self, tag: str) -> None:
        if tag in ("div", "p"):
            self.handle_data(" ")
        for place in range(len(self.stack) - 1, -1, -1):
            if self.stack[place][0] == tag:
                self.styles = self.stack[place][1]
                del self.stack[place:]
                return

    def handle_data(self, data: str) -> None:
        for character in data:
            if BLANKS.match(character):
                if self.found and self.found[-1][0] != " ":
                    self.found.append((" ", frozenset()))
            else:
                self.found.append((character, self.styles))


def characters(html: str) -> list[tuple[str, frozenset[str]]]:
    """Return what is compared of an entry."""
    parser = Characters()
    parser.feed(html)
    parser.close()
    found = parser.found[:-1] if parser.found and parser.found[-1][0] == " " else parser.found
    number = NUMBER.match("".join([character for character, _ in found[:8]]))
    return found[: len(number[1])] + found[number.end() :] if number else found


def same(one: str, other: str) -> bool:
    """Tell if two entries are the same; most are so as they stand, which is seen at once."""
    plain_one, plain_other = (SPACE.sub(" ", text).strip() for text in (one, other))
    return plain_one == plain_other or characters(one) == characters(other)


class Figure(NamedTuple):
    """Entries of a style that are the same, of how many, and whether the order is."""

    exact: int
    total: int
    ordered: bool

    def __str__(self) -> str:
        return f"{self.exact}\t{self.total}\t{'yes' if self.ordered else 'no'}"


def figure(style: str, kind: str) -> Figure:
    """Render the items of a kind in a style and count."""
    expected = json.loads((FOLDER / "reference" / kind / f"{style}.json").read_text(encoding="utf-8"))["entries"]
    found = find_style(style)
    entries = compile_style(found.source, found.locale).bibliography(items(kind))
    ours = {entry.id: to_html(entry.tree) for entry in entries}
    exact = sum(same(each["html"], ours.get(each["id"], "")) for each in expected)
    ids = [each["id"] for each in expected]
    return Figure(exact, len(expected), ids == [entry.id for entry in entries])


@lru_cache(maxsize=2)
def items(kind: str) -> list[dict[str, object]]:
    """Return the items of a kind."""
    return json.loads((FOLDER / f"items-{kind}.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def recorded() -> dict[tuple[str, str], Figure]:
    """Return the figures that were reached."""
    lines = [line.split("\t") for line in RATCHET.read_text(encoding="utf-8").splitlines()[1:]]
    return {(style, kind): Figure(int(exact), int(total), order == "yes") for style, kind, exact, total, order in lines}


@pytest.mark.parametrize("kind", KINDS)
def test_no_style_falls_below_its_figure(kind: str, update_goldens: bool) -> None:
    """Each style is at least as near to citeproc-js as it has been, in its entries and in their order."""
    styles = sorted(path.stem for path in (FOLDER / "reference" / kind).glob("*.json"))
    if not styles:
        pytest.skip("0 styles compared: set CITECONV_CSL to a folder with reference/*/*.json of citeproc-js")
    before = recorded()
    now = {(style, kind): figure(style, kind) for style in styles}
    exact, total = sum(each.exact for each in now.values()), sum(each.total for each in now.values())
    for (style, _), each in now.items():
        order = "" if each.ordered else "  another order"
        print(f"{100 * each.exact / each.total:6.2f} %  {each.exact:4} of {each.total:4}  {style}{order}")
    print(f"{100 * exact / total:6.2f} %  {exact} of {total}, {kind} items in {len(styles)} styles")
    if update_goldens:
        lines = [f"{style}\t{name}\t{each}" for (style, name), each in sorted((before | now).items())]
        RATCHET.write_text("\n".join(["style\titems\texact\ttotal\tsame order", *lines, ""]), encoding="utf-8")
        return

    below = [
        f"{style}: {each.exact} of {each.total}, was {before[style, kind].exact}"
        for (style, _), each in now.items()
        if (style, kind) in before
        and (each.exact < before[style, kind].exact or each.ordered < before[style, kind].ordered)
    ]
    assert not below
    assert before.keys() >= now.keys()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("12. A <i>b</i>", "13. A <em>b</em>", True),
        ("A\u00a0b", "A b", True),
        ("<i>A b</i>", "<i>A</i> <i>b</i>", True),
        ("A <i>b</i>", "A b", False),
        ("A, b", "A b", False),
        ("<div>A</div><div>b</div>", "A b", True),
        ('<i>A <span style="font-style:normal;">b</span></i>', "<i>A</i> b", True),
    ],
)
def test_what_counts_as_the_same(one: str, other: str, alike: bool) -> None:
    """Letters and styles count; the kind of blank, the spelling of markup and the number do not."""
    assert alike == same(one, other)
