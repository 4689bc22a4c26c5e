"""The order of a bibliography: cs:sort with its keys.

A key is a variable or a macro. Names count with the family first, dates as digits from the year down, numbers by
their value; an item without a value comes last, in whichever direction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from citeconv_references.engine import dates
from citeconv_references.engine.citation_labels import VARIABLE, citation_label
from citeconv_references.engine.collation import collation
from citeconv_references.engine.compile import Compiler
from citeconv_references.engine.context import Context, Renderer
from citeconv_references.engine.items import DATE_VARIABLES, NAME_VARIABLES
from citeconv_references.engine.name_format import NameFormat
from citeconv_references.engine.names import Names
from citeconv_references.engine.numbers import NUMBER_VARIABLES
from citeconv_references.engine.richtext import plain
from citeconv_references.engine.stream import Stream, text_between
from citeconv_references.engine.xml import Element, whole_number

ET_AL = {"names-min": "et-al-min", "names-use-first": "et-al-use-first", "names-use-last": "et-al-use-last"}
"""Attributes of cs:key and the name options that they set."""
Key = Callable[[Context], str]


class DateKey(str):
    """A date in a sort key."""

    __slots__ = ()


class SortCompiler(Compiler):
    """Compiles macros for sort keys: names family first, dates in digits, numbers padded."""

    def _macro(self, name: str, line: int) -> Renderer:
        """Return the renderer of a macro; one with a date in it sorts by the date alone (a habit of citeproc-js)."""
        render = super()._macro(name, line)
        if not _has_date(self.macros[name]):
            return render

        def render_dates(context: Context, out: Stream) -> None:
            start = len(out)
            render(context, out)
            out[start:] = [piece for piece in out[start:] if isinstance(piece, DateKey)]

        return render_dates

    def for_key(self, element: Element) -> Renderer:
        """Return the renderer of a key's macro."""
        return self._macro(element.get("macro"), element.line)

    def compile(self, element: Element, parent: Names | None = None) -> Renderer:
        """Return the renderer of an element as a sort key wants it."""
        if element.tag == "date":
            return self._sortable_date(element)
        if element.tag == "names":
            names = Names(self, element, self.options | self.key_options, parent)
            _set_for_sorting(names.format, self.key_options)
            names.expands = names.format.form != "short" or not self.by_cite
            names.label = None
            return names if parent is not None or names.format.form != "count" else _counted(names)
        if element.tag == "number" or (element.tag == "text" and element.get("variable") in NUMBER_VARIABLES):
            return self._sortable_number(element)
        return super().compile(element, parent)

    key_options: dict[str, str] = {}  # noqa: RUF012  # replaced, never changed

    @property
    def by_cite(self) -> bool:
        """Tell if given names are added to tell citations apart, and not wherever people share a name."""
        citation = self.root.find("citation")
        return citation is None or citation.get("givenname-disambiguation-rule", "by-cite") == "by-cite"

    def _sortable_date(self, element: Element) -> Renderer:
        variable = element.get("variable")
        form = dates.DateFormat(element, self.locale)
        shown = {part.name for part in form.parts}

        def render(context: Context, out: Stream) -> None:
            context.tried = True
            when = dates.read(context.item.get(variable))
            if when is None or when.start is None:
                return
            context.filled = True
            out.append(DateKey(date_key(when, shown)))

        return render

    def _sortable_number(self, element: Element) -> Renderer:
        variable = element.get("variable")

        def render(context: Context, out: Stream) -> None:
            context.tried = True
            text = number_key(context, variable)
            if text:
                context.filled = True
                out.append(text)

        return render


def _counted(names: Names) -> Renderer:
    """Return the renderer of a number of names, which is 0 where there are none."""

    def render(context: Context, out: Stream) -> None:
        start = len(out)
        names(context, out)
        if len(out) == start:
            context.filled = True
            out.append("0")

    return render


def _has_date(element: Element) -> bool:
    return element.tag == "date" or any(_has_date(child) for child in element.children)


def _set_for_sorting(form: NameFormat, key_options: Mapping[str, str]) -> None:
    form.inverted = "all"
    form.sort_separator = " "
    form.conjunction = ""
    form.joining = frozenset()
    if form.demote == "sort-only":
        form.demote = "display-and-sort"
    form.short_demoted = form.demote == "display-and-sort"
    form.et_al_min = whole_number(key_options.get("et-al-min", ""), form.et_al_min)
    form.et_al_use_first = whole_number(key_options.get("et-al-use-first", ""), form.et_al_use_first)
    uses_last = key_options.get("et-al-use-last", "true" if form.use_last else "") == "true"
    form.use_last = uses_last and form.et_al_min > 1
    form.et_al = ""


def date_key(when: dates.When, shown: set[str]) -> str:
    """Return a date as digits, with zeros for what is unknown or not shown; years before Christ sort first."""
    days = [day for day in (when.start, when.end) if day is not None]
    return " ".join(_day_key(day, shown) for day in days)


def _day_key(day: dates.Day, shown: set[str]) -> str:
    year = day.year if "year" in shown else 0
    month = day.month if "month" in shown and day.month <= dates.SEASONS_BEHIND else 0
    return f"{year + 1_000_000:07d}{month:02d}{day.day if 'day' in shown else 0:02d}"


def number_key(context: Context, variable: str) -> str:
    """Return a number variable with its digits padded."""
    if variable == "citation-number":
        return f"{context.number:08d}"
    value = context.item.get(variable)
    return str(value) if value else ""


class Order:
    """The keys of a cs:sort, ready to sort items by."""

    def __init__(self, sort: Element, root: Element, compiler: Compiler) -> None:
        self.collate = collation(compiler.locale.language)
        self.keys = [self._key(key, root, compiler) for key in sort.children]
        self.descending = [key.get("sort") == "descending" for key in sort.children]

    def _key(self, element: Element, root: Element, compiler: Compiler) -> Key:
        options = {ET_AL[name]: value for name, value in element.attributes.items() if name in ET_AL}
        variable = element.get("variable")
        if variable in DATE_VARIABLES:
            return lambda context: _variable_date(context, variable)
        if variable in NUMBER_VARIABLES:
            return lambda context: number_key(context, variable)
        if variable == VARIABLE:
            return citation_label
        for_sorting = SortCompiler(root, compiler.locale)
        for_sorting.options = compiler.options
        for_sorting.key_options = options
        if variable in NAME_VARIABLES:
            render = for_sorting.compile(Element("names", {"variable": variable}, element.line))
        elif variable:
            return lambda context: plain(str(context.item.get(variable) or ""))
        else:
            render = for_sorting.for_key(element)

        def key(context: Context) -> str:
            out: Stream = []
            render(context, out)
            return text_between(out, 0)

        return key

    def arrange(self, contexts: Sequence[Context]) -> list[int]:
        """Return the places of the items in the style's order; ties keep the order of the input."""
        order = list(range(len(contexts)))
        for key, descending in zip(reversed(self.keys), reversed(self.descending), strict=True):
            values = [self._value(key, context) for context in contexts]
            if descending:
                order.sort(key=lambda place: (values[place] != "", values[place]), reverse=True)
            else:
                order.sort(key=lambda place: (values[place] == "", values[place]))
        return order

    def _value(self, key: Key, context: Context) -> str:
        fields = context.item
        context.tried = context.filled = False
        try:
            text = key(context)
        except Exception:  # an odd value costs the entry, as its rendering will tell, and not the order of the others
            text = ""
        context.item = fields
        return self.collate(f"{text} ") if text else ""  # a blank ends each key, which counts before ignored signs


def _variable_date(context: Context, variable: str) -> str:
    when = dates.read(context.item.get(variable))
    return date_key(when, {"year", "month", "day"}) if when is not None and when.start is not None else ""
