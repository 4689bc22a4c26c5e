"""CSL styles of a few lines, for tests of the engine of references: a layout and items go in, entries come out."""

from __future__ import annotations

from typing import Any

from citeconv_references.engine import compile_style, to_html

ZORN = {"family": "Zorn", "given": "Ada Berta"}
ABEL = {"family": "Abel", "given": "Jean-Luc"}
BERG = {"family": "Berg", "given": "Ole", "non-dropping-particle": "van den"}
GROUP = {"literal": "Tide Group"}


def styled(
    layout: str,
    macros: str = "",
    sort: str = "",
    style: str = "",
    bibliography: str = "",
    citation: str = "",
    suffix: str = "",
) -> bytes:
    """Return a style with a layout; ``style`` and ``bibliography`` are attributes, ``suffix`` that of the layout."""
    return (
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {style}><info><title>Own</title>'
        f"<id>own</id></info>{macros}{citation}<bibliography {bibliography}>{sort}"
        f'<layout suffix="{suffix}">{layout}</layout></bibliography></style>'
    ).encode()


def printed(layout: str, items: list[dict[str, Any]] | dict[str, Any], **parts: str) -> list[str]:
    """Return the entries of items as HTML."""
    given = items if isinstance(items, list) else [items]
    numbered = [{"id": str(number), "type": "book", **item} for number, item in enumerate(given)]
    entries = compile_style(styled(layout, **parts)).bibliography(numbered)
    assert not [entry.error for entry in entries if entry.error]
    return [to_html(entry.tree) for entry in entries]


def one(layout: str, item: dict[str, Any], **parts: str) -> str:
    """Return the only entry."""
    return printed(layout, item, **parts)[0]
