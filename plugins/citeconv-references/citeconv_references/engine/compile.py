"""Elements of a style to plain callables.

Each rendering element becomes a function of a context (what is known of the item) and a stream (what is rendered so
far). All that a style can say is settled here, once; what is left to do for an item is to look up its values. A macro
is compiled when it is first called, so a style of thousands of lines costs what one reference needs of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from citeconv_references.engine import citation_labels, dates, numbers, numerals
from citeconv_references.engine.conditions import condition
from citeconv_references.engine.context import Context, Renderer, end_group, prints
from citeconv_references.engine.errors import StyleError
from citeconv_references.engine.locales import Locale
from citeconv_references.engine.name_format import inherited_options
from citeconv_references.engine.names import Names
from citeconv_references.engine.richtext import RichText
from citeconv_references.engine.stream import FORMATS, Count, Delimiter, Figure, Inner, Seam, Stream
from citeconv_references.engine.textcase import capitalized
from citeconv_references.engine.wrapping import WRAPPING, Wrapper, wrapper
from citeconv_references.engine.xml import Element

CODES = frozenset("DOI ISBN ISSN PMCID PMID URL".split())
"""Variables without markup and quotation marks."""
TERMS = {"number-of-pages": "page", "number-of-volumes": "volume", "locator": "page"}
"""The terms of labels where a locale has none called as the variable; a reference has no locator but pages."""
BEGINNING = frozenset("edition issue number volume".split())
"""The variables that begin an entry in cs:text even if they are not there."""
MARKS = " .:;!?"
STARTING = 12
"""Places in the stream behind which something has surely been printed."""


class Compiler:
    """Compiles the elements of one style in one locale."""

    def __init__(self, root: Element, locale: Locale) -> None:
        self.root = root
        self.locale = locale
        self.macros = {child.get("name"): child for child in root.children if child.tag == "macro"}
        self.options: dict[str, str] = {}
        self._compiled: dict[str, Renderer] = {}
        self.inside = False
        """Within a group or macro, where citeproc-js takes no notice of ``display``."""
        self.pieces = RichText(locale.outer_quotes, locale.inner_quotes).pieces
        self.numbers = _number_reader(root, locale)
        self.explicit_year_suffix = _mentions(root, "year-suffix") or _mentions(root, citation_labels.VARIABLE)
        self._kinds: dict[str, Callable[[Element, Names | None], Renderer]] = {
            "text": self._text,
            "group": self._group,
            "choose": self._choose,
            "names": lambda element, parent: Names(self, element, self.options, parent),
            "date": self._date,
            "number": self._number,
            "label": self._label,
        }

    def for_area(self, area: Element) -> Compiler:
        """Return a compiler for cs:citation or cs:bibliography, whose options names inherit."""
        compiler = Compiler(self.root, self.locale)
        compiler.options = inherited_options(self.root, area)
        return compiler

    def compile(self, element: Element, parent: Names | None = None) -> Renderer:
        """Return the renderer of a rendering element; ``parent`` is the cs:names that a substitute stands in."""
        kind = self._kinds.get(element.tag)
        if kind is None:
            raise StyleError(f"cs:{element.tag} is no rendering element", element.line)
        return kind(element, parent)

    def sequence(self, children: list[Element], delimiter: str = "", parent: Names | None = None) -> Renderer:
        """Return the renderer of elements one after the other, with a delimiter between those that are not empty."""
        renderers = [self._compile_delimited(child, delimiter, parent) for child in children]
        if len(renderers) == 1:
            return renderers[0]
        if not delimiter:

            def render_all(context: Context, out: Stream) -> None:
                for render in renderers:
                    render(context, out)

            return render_all
        between = Delimiter(delimiter)

        def render_delimited(context: Context, out: Stream) -> None:
            start = len(out)
            for render in renderers:
                before = len(out)
                if before == start:
                    render(context, out)
                    continue
                end = out[-1]
                if type(end) is Seam:
                    out.append(end.at_delimiter)
                out.append(between)
                rendered = len(out)
                render(context, out)
                if len(out) == rendered:
                    del out[before:]

        return render_delimited

    def _compile_delimited(self, element: Element, delimiter: str, parent: Names | None) -> Renderer:
        """Compile a child of a sequence; a cs:choose passes the delimiter on to its children, as citeproc-js does."""
        return self._choose(element, parent, delimiter) if element.tag == "choose" else self.compile(element, parent)

    def wrapper(self, element: Element, leaf: bool) -> Wrapper:
        """Return what puts affixes, formats, quotes, case and display round the output of an element of this style."""
        return wrapper(element, leaf, self.locale.language, in_layout=not self.inside)

    def wrapped(self, element: Element, render: Renderer, leaf: bool) -> Renderer:
        """Return a renderer with the element's affixes and formats, itself if it has none."""
        if not WRAPPING & element.attributes.keys():
            return render
        wrap = self.wrapper(element, leaf)

        def render_wrapped(context: Context, out: Stream) -> None:
            wrap(render, context, out)

        return render_wrapped

    def _text(self, element: Element, parent: Names | None) -> Renderer:
        get = element.get
        if "macro" in element.attributes:
            return self.wrapped(element.without(("text-case",)), self._macro(get("macro"), element.line), leaf=False)
        if "term" in element.attributes:
            return self.wrapped(element, self._term(element), leaf=True)
        if "variable" in element.attributes:
            render = self._variable(get("variable"), get("form"))
            return self.wrapped(element, _beginning(render) if get("variable") in BEGINNING else render, leaf=True)
        value = get("value")
        if not value:
            return _nothing

        marks = value[0] == "," or not value.strip(MARKS)

        def render_value(context: Context, out: Stream) -> None:
            if marks:  # that are the text itself, and meet nothing
                out.append(Inner(value))
            else:
                self.pieces(value, out)

        return self.wrapped(element, render_value, leaf=True)

    def _term(self, element: Element) -> Renderer:
        text = self.locale.text(element.get("term"), element.get("form", "long"), element.get("plural") == "true")
        if not text:
            return _nothing
        first = text if element.get("text-case") == "lowercase" else capitalized(text, self.locale.language)

        pieces = self.pieces

        def render_term(context: Context, out: Stream) -> None:
            begun = len(out) > STARTING or context.names_seen or context.missed or _has_text(out)
            pieces(text if begun else first, out)

        return render_term

    def _macro(self, name: str, line: int) -> Renderer:
        known = self._compiled.get(name)
        if known is not None:
            return known
        macro = self.macros.get(name)
        if macro is None:
            raise StyleError(f"there is no macro {name!r}", line)
        compiled: list[Renderer] = []

        def render_macro(context: Context, out: Stream) -> None:
            if not compiled:
                compiled.append(self.sequence(macro.children))
            if prints(compiled[0], context, out):
                end_group(out)

        self._compiled[name] = render_macro
        return render_macro

    def _variable(self, name: str, form: str) -> Renderer:
        special = SPECIAL.get(name)
        if special is not None:
            return special
        if name in numbers.RANGED or name == "page-first":
            return self._numeric(name, None)
        names = (f"{name}-short", name) if form == "short" else (name,)
        coded = name in CODES

        def render_variable(context: Context, out: Stream) -> None:
            context.tried = True
            item = context.item
            if item is not context.fields and name not in item and name in context.fields:
                return  # printed in place of names, so its short form is not wanted either
            value = None
            for candidate in names:
                value = item.get(candidate)
                if value:
                    break
            if not value and value != 0:
                return
            context.found(name)
            text = value if isinstance(value, str) else _as_text(value)
            if coded:
                out.append(Figure(host(text) if form == "short" and name == "URL" else text))
            else:
                self.pieces(text, out)

        return render_variable

    def _numeric(self, variable: str, change: Callable[[int], str] | None) -> Renderer:
        """Return the renderer of a number variable; ``change`` writes its numbers in another form."""
        read, pieces = self.numbers.read, self.pieces
        kind = "page" if variable == "page-first" else variable

        def render_numeric(context: Context, out: Stream) -> None:
            context.tried = True
            item = context.item
            value = item.get(variable)
            if not value and value != 0:
                return
            context.found(variable)
            text = value if isinstance(value, str) else _as_text(value)
            number = read(kind, text, numbers.is_docket(kind, item))
            if not number.counted:
                pieces("".join([part for each in number.parts for part in each]), out)
            elif change is None:
                out.append(Figure("".join([part for each in number.parts for part in each])))
            else:
                out.append(Figure("".join([_changed(part, change) + part.joiner for part in number.parts])))

        return render_numeric

    def _group(self, element: Element, parent: Names | None) -> Renderer:
        around, self.inside = self.inside, True
        children = self.sequence(element.children, element.get("delimiter"), parent)
        self.inside = around
        render = self.wrapped(element, children, leaf=False)
        bare = render is children

        def render_group(context: Context, out: Stream) -> None:
            if prints(render, context, out, bare) and bare:
                end_group(out)

        return render_group

    def _choose(self, element: Element, parent: Names | None, delimiter: str = "") -> Renderer:
        return self.choose(element, lambda children: self.sequence(children, delimiter, parent))

    def choose(self, element: Element, of_branch: Callable[[list[Element]], Renderer]) -> Renderer:
        """Return the renderer of a cs:choose; ``of_branch`` gives that of the elements in one of its branches."""
        branches = []
        for branch in element.children:
            test = condition(branch, self.numbers) if branch.tag != "else" else None
            branches.append((test, of_branch(branch.children) if branch.children else _nothing))

        def render_choose(context: Context, out: Stream) -> None:
            for test, render in branches:
                if test is None or test(context):
                    render(context, out)
                    return

        return render_choose

    def _date(self, element: Element, parent: Names | None) -> Renderer:
        variable = element.get("variable")
        form = dates.DateFormat(element, self.locale)
        implicit = not self.explicit_year_suffix
        accessed = variable == "accessed"

        def render_date(context: Context, out: Stream) -> None:
            context.tried = True
            if accessed and context.cited:  # tells no citations apart
                return
            value = context.item.get(variable)
            if not value:
                return
            when = dates.read(value)
            if when is None:
                return
            suffix = context.year_suffix if implicit and form.has_year and not when.literal else ""
            if suffix:  # behind the first year that is printed, whatever its date
                context.year_suffix = ""
            start = len(out)
            form.render(when, out, suffix)
            if len(out) > start:  # a date without the parts that are wanted is none
                context.found(variable)
            if out:
                end_group(out)

        plain = element.without(("text-case", *FORMATS) if element.get("form") else ("text-case",))
        return self.wrapped(plain, render_date, leaf=False)

    def _number(self, element: Element, parent: Names | None) -> Renderer:
        variable, form = element.get("variable"), element.get("form", "numeric")
        if variable == "citation-number":
            return self.wrapped(element, _citation_number, leaf=False)
        change = numerals.numeral(form, self.locale, self.locale.gender(variable))
        return self.wrapped(element, self._numeric(variable, change), leaf=False)

    def _label(self, element: Element, parent: Names | None) -> Renderer:
        variable, form = element.get("variable"), element.get("form", "long")
        plural = element.get("plural", "contextual")
        term = variable if self.locale.text(variable, form) else TERMS.get(variable, variable)
        locale, read, pieces = self.locale, self.numbers.read, self.pieces

        def render_label(context: Context, out: Stream) -> None:
            value = context.item.get(variable)  # without one there is a label, too: groups suppress it
            several = bool(value) and read(variable, str(value), numbers.is_docket(variable, context.item)).several
            text = locale.text(term, form, plural == "always" or (plural == "contextual" and several))
            if text:
                pieces(text, out)

        return self.wrapped(element, render_label, leaf=True)


def _number_reader(root: Element, locale: Locale) -> numbers.Reader:
    return numbers.Reader(
        locale.text("and"),
        locale.text("and", "symbol"),
        root.get("page-range-format"),
        locale.text("page-range-delimiter") or "–",
        locale.text("year-range-delimiter") or "–",
    )


def _changed(part: numbers.Part, change: Callable[[int], str]) -> str:
    """Return a number in another form; one with letters stays."""
    if part.letters or not numbers.WRITTEN.match(part.value):
        return part.text
    return change(int(part.value))


def _beginning(render: Renderer) -> Renderer:
    """Return a renderer that says so if it renders nothing."""

    def render_beginning(context: Context, out: Stream) -> None:
        start = len(out)
        render(context, out)
        context.missed = context.missed or len(out) == start

    return render_beginning


def _nothing(context: Context, out: Stream) -> None:
    """Render nothing."""


def _citation_number(context: Context, out: Stream) -> None:
    context.tried = context.filled = True
    out.append(Count(context.number))


def _year_suffix(context: Context, out: Stream) -> None:
    """Render the suffix; it counts as present if there is none, so that a group can have "no date" beside it."""
    context.tried = context.filled = True
    if context.year_suffix:
        out.append(context.year_suffix)


def _citation_label(context: Context, out: Stream) -> None:
    """Render the label, and behind it what tells it from others."""
    context.tried = context.filled = True
    out.append(citation_labels.citation_label(context) + context.year_suffix)


SPECIAL: dict[str, Renderer] = {
    "citation-label": _citation_label,
    "citation-number": _citation_number,
    "year-suffix": _year_suffix,
}
"""Variables that the processor makes."""


def host(url: str) -> str:
    """Return the host of an address, which citeproc-js takes for its short form; ``www`` makes up for the scheme."""
    scheme, found, rest = url.partition("://")
    name = rest.partition("/")[0]
    return (name if name.startswith("www.") else f"{scheme}://{name}") if found else url


def _as_text(value: Any) -> str:
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value if isinstance(part, (str, int, float)))  # names are no text
    return "" if value is None else str(value)


def _has_text(out: Stream) -> bool:
    """Tell if anything is printed before: a term that begins an entry has a capital in citeproc-js."""
    texts = [piece for piece in out if isinstance(piece, str) and type(piece) is not Count]
    return any(any(map(str.isalnum, piece)) for piece in texts)


def _mentions(root: Element, variable: str) -> bool:
    """Tell if a cs:text of the style prints a variable."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == "text" and element.get("variable") == variable:
            return True
        waiting.extend(element.children)
    return False
