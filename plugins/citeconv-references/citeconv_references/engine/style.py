"""A style: read, checked, compiled; items go in and entries come out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from citeconv_references.engine.compile import Compiler
from citeconv_references.engine.context import Context, Renderer, end_group
from citeconv_references.engine.disambiguate import AS_EVER, Disambiguation, Forms, Told
from citeconv_references.engine.errors import RenderError, StyleError
from citeconv_references.engine.items import Item, prepared
from citeconv_references.engine.locales import Locale
from citeconv_references.engine.name_parts import settle
from citeconv_references.engine.passes import finish
from citeconv_references.engine.runs import Tree
from citeconv_references.engine.sorting import Order
from citeconv_references.engine.stream import BLOCKS, CLOSE_BLOCK, Stream
from citeconv_references.engine.wrapping import WRAPPING
from citeconv_references.engine.xml import Element, parse, whole_number


class Cite:
    """An item in its place in the bibliography: what ``Style.render`` needs of the others is in here."""

    __slots__ = ("began", "forms", "item", "number", "previous", "year_suffix")

    def __init__(
        self, item: Item, number: int, year_suffix: str = "", previous: Cite | None = None, forms: Forms = AS_EVER
    ) -> None:
        self.item = item
        self.number = number
        self.year_suffix = year_suffix
        self.previous = previous
        self.forms = forms
        self.began: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A reference of a bibliography; ``error`` says why ``tree`` is empty."""

    id: str
    tree: Tree
    error: str = ""


class Style:
    """A compiled style. It renders items one by one, and keeps of one for the next what its rules ask for."""

    def __init__(self, root: Element, locale: str = "") -> None:
        if root.tag != "style":
            raise StyleError(f"the root of a style is cs:style, not {root.tag}", root.line)
        info = root.find("info")
        self.title = _text(info, "title")
        self.id = _text(info, "id")
        parent = parent_of(root)
        bibliography, citation = root.find("bibliography"), root.find("citation")
        if parent and bibliography is None and citation is None:
            raise DependentStyleError(parent)
        if bibliography is None:
            raise StyleError(f"the style {self.title or self.id!r} has no bibliography", root.line)
        layout = bibliography.find("layout")
        if layout is None:
            raise StyleError("cs:bibliography has no cs:layout", bibliography.line)
        _check_macros(root)
        settle(root)
        in_style = [child for child in root.children if child.tag == "locale"]
        self._locale = Locale(locale or root.get("default-locale") or "en-US", in_style)
        self.locale = self._locale.name
        self.hanging_indent = bibliography.get("hanging-indent") == "true"
        self.second_field_align = bibliography.get("second-field-align")
        self.entry_spacing = whole_number(bibliography.get("entry-spacing"), 1)
        compiler = Compiler(root, self._locale).for_area(bibliography)
        self._layout = _layout(layout, compiler, bool(self.second_field_align))
        self._substitute = bibliography.attributes.get("subsequent-author-substitute")
        self._substitute_rule = bibliography.get("subsequent-author-substitute-rule", "complete-all")
        sort = bibliography.find("sort")
        self._order = Order(sort, root, compiler) if sort is not None else None
        self._disambiguation: Disambiguation | None = None
        cited = citation.find("layout") if citation is not None else None
        if citation is not None and cited is not None:
            rules = Disambiguation(citation, compiler.for_area(citation).sequence(cited.children))
            self._disambiguation = rules if rules.needed else None
        self.sorts = bool(self._order or self._disambiguation or self._substitute is not None)

    def arrange(self, items: Iterable[Item]) -> list[Cite]:
        """Return the items in the style's order, numbered, with year suffixes."""
        given = [prepared(item) for item in items]
        rules = self._disambiguation
        cited = rules.cited(given) if rules is not None else []
        order: Sequence[int] = range(len(given))
        if self._order is not None:
            contexts = [Context(item, number) for number, item in enumerate(given, 1)]
            for context, cite in zip(contexts, cited, strict=False):
                context.shared = cite.forms.shared
            order = self._order.arrange(contexts)
        cites: list[Cite] = []
        told = rules.tell([cited[place] for place in order]) if rules is not None else [Told()] * len(given)
        for number, (place, (suffix, forms)) in enumerate(zip(order, told, strict=True), 1):
            previous = cites[-1] if cites and self._substitute is not None else None
            cites.append(Cite(given[place], number, suffix, previous, forms))
        return cites

    def render(self, item: Item | Cite, number: int = 1) -> Tree:
        """Return the entry of an item.

        Raises:
            RenderError: The item cannot be set in this style.
        """
        cite = item if isinstance(item, Cite) else Cite(prepared(item), number)
        context = Context(cite.item, cite.number, cite.year_suffix)
        context.names_added, context.given_added, context.shared = cite.forms
        if self._substitute is not None and cite.previous is not None:
            context.previous = cite.previous.began
        context.substitute = self._substitute
        context.substitute_rule = self._substitute_rule
        out: Stream = []
        try:
            self._layout(context, out)
            tree = finish(out, self._locale)
        except Exception as error:  # whatever an odd value does, it costs one entry
            raise RenderError(f"{type(error).__name__}: {error}") from error
        cite.began = context.began
        cite.previous = None
        return tree

    def bibliography(self, items: Iterable[Item]) -> list[Entry]:
        """Return the entries of the items in the style's order; an item that fails has an entry that says so."""
        return [self._entry(cite) for cite in self.arrange(items)]

    def _entry(self, cite: Cite) -> Entry:
        name = str(cite.item.get("id", ""))
        try:
            return Entry(name, self.render(cite))
        except RenderError as error:
            return Entry(name, (), str(error))


class DependentStyleError(StyleError):
    """A style that only names another one, its ``parent`` (the address in its link)."""

    def __init__(self, parent: str) -> None:
        super().__init__(f"the style depends on {parent}")
        self.parent = parent


def compile_style(source: str | os.PathLike[str] | bytes, locale: str = "") -> Style:
    """Return a style ready to render.

    Args:
        source: A path, or the bytes of a style.
        locale: The locale to set entries in, such as ``de-DE``; empty: the style's own, else en-US.

    Raises:
        StyleError: The source is no style, or one that cannot be used; ``line`` tells where.
        DependentStyleError: It depends on another style.
        OSError: The file cannot be read.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    return Style(parse(data), locale)


def parent_of(root: Element) -> str:
    """Return the address of the style that a dependent one names as its parent; empty for an independent style."""
    info = root.find("info")
    for child in info.children if info is not None else ():
        if child.tag == "link" and child.get("rel") == "independent-parent":
            return child.get("href")
    return ""


def _layout(layout: Element, compiler: Compiler, align: bool) -> Renderer:
    """Return the renderer of an entry; with ``second-field-align`` its first field is a block of its own."""
    if not align or len(layout.children) < 2:
        body = compiler.sequence(layout.children)
        if layout.children and layout.children[0].get("display"):
            body = _closing_last(layout.children, compiler, layout.get("suffix"))
            layout = layout.without(("suffix",))
        compiler.inside = True
        return compiler.wrapped(layout, body, leaf=False)
    first = compiler.compile(layout.children[0])
    rest = compiler.sequence(layout.children[1:])
    compiler.inside = True
    margin, right = BLOCKS["left-margin"], BLOCKS["right-inline"]
    prefix, suffix = layout.get("prefix"), layout.get("suffix")

    def render_aligned(context: Context, out: Stream) -> None:
        out.append(margin)
        if prefix:
            out.append(prefix)
        start = len(out)
        first(context, out)
        if len(out) == start:
            out.clear()
        else:
            out.extend((CLOSE_BLOCK, right))
        begun = len(out)
        rest(context, out)
        if begun and len(out) == begun:  # citeproc-js gives the suffix to the block that it then leaves out
            del out[-1]
            return
        if out:
            end_group(out)
        if suffix:
            out.append(suffix)
        out.append(CLOSE_BLOCK)

    return render_aligned


def _closing_last(children: list[Element], compiler: Compiler, suffix: str) -> Renderer:
    """Return the renderer of blocks: the last one printed has the suffix of the entry, if it has none of its own."""
    bodies = [compiler.compile(child.without(WRAPPING)) for child in children]
    wrappers = [compiler.wrapper(child, leaf=False) for child in children]
    closing = [
        compiler.wrapper(child if _keeps_suffix(child) else child.having("suffix", suffix), leaf=False)
        for child in children
    ]

    groups = [place for place, child in enumerate(children) if child.tag == "group" or child.get("macro")]
    reserved = max(groups, default=0)  # has the suffix for citeproc-js, be it empty

    def render_blocks(context: Context, out: Stream) -> None:
        last, start = -1, 0
        content: Stream = []

        def again(_: Context, stream: Stream) -> None:
            stream.extend(content)

        for place, body in enumerate(bodies):
            before = len(out)
            body(context, out)
            if len(out) > before:
                last, start = place, before
                content[:] = out[before:]
                del out[before:]
                wrappers[place](again, context, out)
        if last >= reserved:
            del out[start:]
            closing[last](again, context, out)

    return render_blocks


def _keeps_suffix(element: Element) -> bool:
    return bool(element.get("display") and element.get("suffix"))


def _check_macros(root: Element) -> None:
    """Refuse macros that call themselves, directly or in a circle."""
    macros = {child.get("name"): child for child in root.children if child.tag == "macro"}
    called = {name: _called(macro) for name, macro in macros.items()}
    done: set[str] = set()
    for start in macros:
        path: list[tuple[str, list[str]]] = [(start, list(called[start]))]
        inside = {start}
        while path:
            name, waiting = path[-1]
            if not waiting or name in done:
                done.add(name)
                inside.discard(name)
                path.pop()
                continue
            following = waiting.pop()
            if following in inside:
                raise StyleError(f"the macro {following!r} calls itself", macros[following].line)
            if following in macros and following not in done:
                inside.add(following)
                path.append((following, list(called[following])))


def _called(macro: Element) -> list[str]:
    names, waiting = [], [macro]
    while waiting:
        element = waiting.pop()
        if element.tag == "text" and "macro" in element.attributes:
            names.append(element.get("macro"))
        waiting.extend(element.children)
    return names


def _text(info: Element | None, tag: str) -> str:
    element = info.find(tag) if info is not None else None
    return element.text.strip() if element is not None else ""
