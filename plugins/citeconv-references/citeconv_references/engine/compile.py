"""Elements of a style to plain callables.

Each rendering element becomes a function of a context (what is known of the item) and a stream (what is rendered so
far). All that a style can say is settled here, once; what is left to do for an item is to look up its values. A macro
is compiled when it is first called, so a style of thousands of lines costs what one reference needs of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from citeconv.values.patterns import lazy
from citeconv_references.engine import dates, numbers, numerals, people
from citeconv_references.engine.conditions import condition
from citeconv_references.engine.errors import StyleError
from citeconv_references.engine.locales import Locale
from citeconv_references.engine.names import NameFormat, Names, inherited_options
from citeconv_references.engine.richtext import RichText
from citeconv_references.engine.runs import ITALIC, OBLIQUE
from citeconv_references.engine.stream import (
    AFTER_FORMAT,
    AFTER_QUOTES,
    AFTER_SUFFIX,
    ANY_PAIR,
    BLOCKS,
    CLOSE,
    CLOSE_BLOCK,
    CLOSE_QUOTE,
    CLOSE_STYLE_QUOTE,
    NUMBER,
    OPEN_INNER_QUOTE,
    OPEN_QUOTE,
    OPEN_STYLE_QUOTE,
    OPENING,
    OTHER,
    PUNCTUATION,
    SAME_MARK,
    SINGLE_INNER_QUOTE,
    SINGLE_QUOTE,
    TEXT,
    Count,
    Delimiter,
    Mark,
    Seam,
    Stream,
    opening,
    text_between,
)
from citeconv_references.engine.textcase import CASES, apply, case_of
from citeconv_references.engine.xml import Element

NUMBER_VARIABLES = numbers.RANGED | {"page-first", "citation-number", "first-reference-note-number"}
SHORT_FORMS = {
    "title": ("title-short", "shortTitle"),
    "container-title": ("container-title-short", "journalAbbreviation"),
}
"""Where the short form of a variable stands; the second name is what Zotero wrote before CSL 1.0.1."""


class Context:
    """What is known while an item is rendered."""

    __slots__ = (
        "ambiguous",
        "cited",
        "fields",
        "filled",
        "first_names",
        "first_text",
        "given_added",
        "item",
        "language",
        "name_format",
        "names_added",
        "names_seen",
        "number",
        "previous_names",
        "previous_text",
        "recording",
        "substitute",
        "substitute_rule",
        "tried",
        "year_suffix",
    )

    def __init__(self, item: Mapping[str, Any], number: int = 1, year_suffix: str = "") -> None:
        self.item = item
        self.fields = item
        self.number = number
        self.year_suffix = year_suffix
        self.tried = self.filled = False
        self.recording: list[str] | None = None
        self.names_added = 0
        self.given_added: Mapping[int, str] = {}
        self.name_format: NameFormat | None = None
        self.ambiguous = self.cited = False
        self.names_seen = False
        self.substitute: str | None = None
        self.substitute_rule = "complete-all"
        self.previous_names: tuple[people.Person, ...] = ()
        self.first_names: tuple[people.Person, ...] = ()
        self.previous_text = self.first_text = ""
        self.language = str(item.get("language") or item.get("jurisdiction") or "")

    def people(self, variable: str) -> tuple[people.Person, ...]:
        """Return the names of a variable."""
        return people.read(self.item.get(variable))

    def suppress(self, variables: Iterable[str]) -> None:
        """Take variables out of what is still to be printed; conditions see them as before."""
        gone = set(variables)
        self.item = {name: value for name, value in self.item.items() if name not in gone}


Renderer: TypeAlias = Callable[[Context, Stream], None]


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
        self.explicit_year_suffix = _mentions(root, "year-suffix")
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

    def wrapper(self, element: Element, leaf: bool) -> Callable[[Renderer, Context, Stream], None]:
        """Return what puts affixes, formats, quotes, case and display round a renderer's output, if there is any."""
        attributes = element.attributes
        prefix, suffix = attributes.get("prefix", ""), attributes.get("suffix", "")
        opened = opening(attributes)
        quotes = attributes.get("quotes") == "true"
        case = CASES.get(attributes.get("text-case", ""))
        dotted = case_of(attributes.get("text-case", ""), self.locale.language)
        english_only = attributes.get("text-case") == "title" and "variable" in attributes and element.tag == "text"
        strip = attributes.get("strip-periods") == "true"
        block = None if self.inside else BLOCKS.get(attributes.get("display", ""))
        seam, before_suffix = self._seams(element, leaf)
        english_style = self.root.get("default-locale", "en-US").startswith("en")
        if attributes.get("text-case") == "title" and not english_only and self.locale.language != "en":
            case = CASES["capitalize-first"]  # terms of other languages
        inner_first = attributes.get("quotes") == "false"
        in_pieces = leaf and opened is not None and not suffix
        upright = opening(element.without(("font-style",)).attributes) or Mark(OPENING)
        slanted = leaf and opened is not None and opened.on & (ITALIC | OBLIQUE) != 0
        met = suffix[0] if not leaf and len(suffix) > 1 and suffix[0] in PUNCTUATION else ""

        def wrap(render: Renderer, context: Context, out: Stream) -> None:
            mark = len(out)
            if block:
                out.append(block)
            if prefix:
                out.append(prefix)
            if quotes:
                out.append(OPEN_STYLE_QUOTE)
            if opened:
                out.append(opened)
            start = len(out)
            render(context, out)
            if len(out) == start:
                del out[mark:]
                return
            several = in_pieces and _is_in_pieces(out, start)
            doubled = met and _ends_with_suffix(out, met)
            if not leaf:
                end_group(out)
            if inner_first:
                _turn_quotes(out, start)
            if strip:
                _strip_periods(out, start)
            if case and not (english_only and not _is_english(context.language, english_style)):
                apply(case if context.language else dotted or case, out, start)
            if slanted and _has_no_italics(text_between(out, start)):
                out[start - 1] = upright
            if opened:
                out.append(CLOSE)
            if quotes:
                out.append(CLOSE_STYLE_QUOTE)
            if suffix:
                if before_suffix is not None:
                    out.append(before_suffix)
                out.append(suffix[:-1] if doubled else suffix)
            if seam is not None:
                out.append(ANY_PAIR if several else seam)
            if block:
                out.append(CLOSE_BLOCK)

        return wrap

    @staticmethod
    def _seams(element: Element, leaf: bool) -> tuple[Seam | None, Seam | None]:
        """Return the seam behind an element, and that between its text and its suffix."""
        kind = TEXT if leaf else OTHER
        if element.tag == "number" or (element.tag == "text" and element.get("variable") in NUMBER_VARIABLES):
            kind = NUMBER
        formatted = opening(element.attributes) is not None
        suffix = element.get("suffix")
        if suffix:
            after = AFTER_SUFFIX[kind, formatted] if suffix[-1] in PUNCTUATION else None
            return after, SAME_MARK if leaf and formatted else None
        if formatted:
            return AFTER_FORMAT[kind], None
        return AFTER_QUOTES if element.get("quotes") == "true" else None, None

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
            return self.wrapped(element, self._variable(get("variable"), get("form")), leaf=True)
        value = get("value")
        if not value:
            return _nothing

        def render_value(context: Context, out: Stream) -> None:
            self.pieces(value, out)

        return self.wrapped(element, render_value, leaf=True)

    def _term(self, element: Element) -> Renderer:
        text = self.locale.text(element.get("term"), element.get("form", "long"), element.get("plural") == "true")
        if not text:
            return _nothing
        first = text if element.get("text-case") == "lowercase" else text[0].upper() + text[1:]

        pieces = self.pieces

        def render_term(context: Context, out: Stream) -> None:
            pieces(text if len(out) > STARTING or context.names_seen or _has_text(out) else first, out)

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
            if _suppressing(compiled[0], context, out):
                end_group(out)

        self._compiled[name] = render_macro
        return render_macro

    def _variable(self, name: str, form: str) -> Renderer:
        special = {"citation-number": _citation_number, "year-suffix": _year_suffix}.get(name)
        if special is not None:
            return special
        if name in numbers.RANGED or name == "page-first":
            return self._numeric(name, None)
        names = (*SHORT_FORMS.get(name, (f"{name}-short",)), name) if form == "short" else (name,)
        if name in ("title-short", "container-title-short"):
            names = SHORT_FORMS[name[:-6]]
        literal = name in ("URL", "DOI", "PMID", "PMCID", "ISBN", "ISSN")

        def render_variable(context: Context, out: Stream) -> None:
            context.tried = True
            item = context.item
            value = None
            for candidate in names:
                value = item.get(candidate)
                if value:
                    break
            if not value and value != 0:
                return
            context.filled = True
            if context.recording is not None:
                context.recording.append(name)
            text = value if isinstance(value, str) else _as_text(value)
            if literal:
                out.append(host(text) if form == "short" and name == "URL" else text)
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
            context.filled = True
            if context.recording is not None:
                context.recording.append(variable)
            text = value if isinstance(value, str) else _as_text(value)
            number = read(kind, text, kind == "number" and item.get("type") == "legal_case")
            if not number.counted:
                pieces("".join([part for each in number.parts for part in each]), out)
            elif change is None:
                out.append("".join([part for each in number.parts for part in each]))
            else:
                out.append("".join([_changed(part, change) + part.joiner for part in number.parts]))

        return render_numeric

    def _group(self, element: Element, parent: Names | None) -> Renderer:
        around, self.inside = self.inside, True
        children = self.sequence(element.children, element.get("delimiter"), parent)
        self.inside = around
        render = self.wrapped(element, children, leaf=False)
        bare = render is children

        def render_group(context: Context, out: Stream) -> None:
            if _suppressing(render, context, out) and bare:
                end_group(out)

        return render_group

    def _choose(self, element: Element, parent: Names | None, delimiter: str = "") -> Renderer:
        branches = []
        for branch in element.children:
            test = condition(branch, self.numbers) if branch.tag != "else" else None
            branches.append((test, self.sequence(branch.children, delimiter, parent) if branch.children else _nothing))

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

        def render_date(context: Context, out: Stream) -> None:
            context.tried = True
            value = context.item.get(variable)
            if not value:
                return
            when = dates.read(value)
            if when is None:
                return
            context.filled = True
            if context.recording is not None:
                context.recording.append(variable)
            suffix = context.year_suffix if implicit and form.has_year and not when.literal else ""
            if suffix:  # behind the first year that is printed, whatever its date
                context.year_suffix = ""
            form.render(when, out, suffix)
            if out:
                end_group(out)

        return self.wrapped(element.without(("text-case",)), render_date, leaf=False)

    def _number(self, element: Element, parent: Names | None) -> Renderer:
        variable, form = element.get("variable"), element.get("form", "numeric")
        if variable == "citation-number":
            return self.wrapped(element, _citation_number, leaf=False)
        change = numerals.numeral(form, self.locale, self.locale.gender(variable))
        return self.wrapped(element, self._numeric(variable, change), leaf=False)

    def _label(self, element: Element, parent: Names | None) -> Renderer:
        variable, form = element.get("variable"), element.get("form", "long")
        plural = element.get("plural", "contextual")
        term = {"number-of-pages": "page", "number-of-volumes": "volume", "locator": "page"}.get(variable, variable)
        locale, read = self.locale, self.numbers.read

        def render_label(context: Context, out: Stream) -> None:
            value = context.item.get(variable)  # without one there is a label, too: groups suppress it
            docket = variable == "number" and context.item.get("type") == "legal_case"
            several = bool(value) and read(variable, str(value), docket).several
            text = locale.text(term, form, plural == "always" or (plural == "contextual" and several))
            if text:
                out.append(text)

        return self.wrapped(element, render_label, leaf=True)


SUFFIX_SEAMS = frozenset(AFTER_SUFFIX.values())
ASCII_WORD = lazy(r"[-0-9]")
STARTING = 12
"""Places in the stream behind which something has surely been printed."""
PERIOD = lazy(r"\.(?![a-z])")
WRAPPING = frozenset(
    """prefix suffix quotes text-case strip-periods display font-style font-variant font-weight text-decoration
    vertical-align""".split()
)
"""Attributes that put something round an element."""


def _is_in_pieces(out: Stream, start: int) -> bool:
    """Tell if a text has markup or apostrophes, at which citeproc-js cuts it: punctuation behind such collapses."""
    end = out[-1]
    return end is not CLOSE_QUOTE and (len(out) > start + 1 or (isinstance(end, str) and "’" in end))


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


def _has_no_italics(text: str) -> bool:
    """Tell if a text is of a script that has no italics, such as Chinese; those of a group around it are another's."""
    return not text.isascii() and people.ROMANESQUE.search(text) is None and ASCII_WORD.search(text) is None


def _ends_with_suffix(out: Stream, sign: str) -> bool:
    """Tell if an element ends with a suffix that ends with a sign.

    Where the suffix of the group begins with the same one, citeproc-js takes the last character of that away as well.
    """
    seam, suffix = out[-1], out[-2] if len(out) > 1 else ""
    return seam in SUFFIX_SEAMS and isinstance(suffix, str) and suffix[-1:] == sign and suffix[0] in f"{sign} "


def _suppressing(render: Renderer, context: Context, out: Stream) -> bool:
    """Render a group and tell if it prints anything; take it back if it calls variables and none of them is there.

    What is printed fills the group around it. A macro is a group, too, for citeproc-js; and after one that comes upon
    no variable at all, for no condition in it holds, the group around it counts as calling none so far.
    """
    start = len(out)
    filled = context.filled
    context.tried = context.filled = False
    render(context, out)
    if context.tried and not context.filled:
        del out[start:]
    if len(out) > start:
        context.tried = context.filled = True
        return True
    context.filled = filled
    return False


def end_group(out: Stream) -> None:
    """Let the seam at the end of the stream become what it is at the end of a group."""
    end = out[-1]
    if type(end) is Seam:
        out[-1] = end.at_end


def _nothing(context: Context, out: Stream) -> None:
    """Render nothing."""


def _citation_number(context: Context, out: Stream) -> None:
    context.tried = context.filled = True
    out.append(Count(context.number))


def _year_suffix(context: Context, out: Stream) -> None:
    if context.year_suffix:
        context.tried = context.filled = True
        out.append(context.year_suffix)


def host(url: str) -> str:
    """Return the host of an address, which citeproc-js takes for its short form; ``www`` makes up for the scheme."""
    scheme, found, rest = url.partition("://")
    name = rest.partition("/")[0]
    return (name if name.startswith("www.") else f"{scheme}://{name}") if found else url


def _as_text(value: Any) -> str:
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)


def _is_english(language: str, english_style: bool) -> bool:
    return language[:2].lower() == "en" if language else english_style


def _strip_periods(out: Stream, start: int) -> None:
    """Take periods out, but not before a small letter, where citeproc-js leaves them."""
    for place in range(start, len(out)):
        piece = out[place]
        if isinstance(piece, str) and "." in piece:
            out[place] = type(piece)(PERIOD.sub("", piece))


def _turn_quotes(out: Stream, start: int) -> None:
    """Make inner quotes outer ones, as citeproc-js does under ``quotes="false"``."""
    for place in range(start, len(out)):
        if out[place] is OPEN_INNER_QUOTE:
            out[place] = OPEN_QUOTE
        elif out[place] is SINGLE_INNER_QUOTE:
            out[place] = SINGLE_QUOTE


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
