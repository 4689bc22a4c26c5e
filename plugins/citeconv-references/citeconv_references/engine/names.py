"""Names: cs:names with its label and what stands in place of missing ones.

One object is made of each cs:names of a style; it renders the names of an item into the stream, as ``name_format`` sets
them. The first names of an entry are special: they are cut and written in the way that tells citations apart, and a
style may have a mark in place of those that the entry before had, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from citeconv_references.engine.context import Context, Renderer
from citeconv_references.engine.name_format import NameFormat
from citeconv_references.engine.people import Person
from citeconv_references.engine.richtext import FIELD_MARKS
from citeconv_references.engine.stream import Delimiter, Mark, Stream, text_between
from citeconv_references.engine.wrapping import WRAPPING
from citeconv_references.engine.xml import Element

if TYPE_CHECKING:
    from citeconv_references.engine.compile import Compiler

CUT_LISTS = "citeconv-cut-lists"
"""Key of an item for the variables whose lists name only some of the people: CSL has no variable for it."""


class NameLabel:
    """The cs:label of names."""

    def __init__(self, compiler: Compiler, element: Element) -> None:
        self.locale = compiler.locale
        self.form = element.get("form", "long")
        self.plural = element.get("plural", "contextual")
        self.before = False
        self.wrap = compiler.wrapper(element, leaf=False)

    def render(self, term: str, count: int, context: Context, out: Stream) -> None:
        """Append the label of a role."""
        plural = self.plural == "always" or (self.plural == "contextual" and count > 1)
        text = self.locale.text(term, self.form, plural)
        if text:
            self.wrap(lambda _, stream: stream.append(text), context, out)


class Names:
    """A cs:names element."""

    def __init__(
        self, compiler: Compiler, element: Element, options: Mapping[str, str], parent: Names | None = None
    ) -> None:
        self.variables = element.get("variable").split()
        name, et_al = element.find("name"), element.find("et-al")
        label, substitute = element.find("label"), element.find("substitute")
        bare = parent is not None and not element.children
        self.format: NameFormat
        self.label: NameLabel | None
        if bare and parent is not None:
            self.format, self.label = parent.format, parent.label
        else:
            self.format = NameFormat(compiler, name, et_al, options, element.attributes)
            self.label = NameLabel(compiler, label) if label is not None else None
            if label is not None and self.label is not None:
                tags = [child.tag for child in element.children]
                self.label.before = "name" in tags and tags.index("label") < tags.index("name")
        self.delimiter = Delimiter(element.get("delimiter") or options.get("names-delimiter", ""))
        self.compiler = compiler
        self.pair = self.label is not None and set(self.variables) == {"editor", "translator"}
        self.expands = True
        self.wrap: Callable[[Any, Any, Any], None] = compiler.wrapper(element, leaf=False)
        self.substitutes: list[Renderer] = []
        self.variables_alone: list[bool] = []
        if substitute is not None:
            self.substitutes = [self._as_substitute(compiler, child) for child in substitute.children]
            self.variables_alone = [child.get("variable") != "" for child in substitute.children]

    def _as_substitute(self, compiler: Compiler, child: Element) -> Renderer:
        """Return what may stand in place of the names.

        Their format and affixes hold for names that are no more than a variable, whose own ones do not count. What
        stands in the branches of a cs:choose are substitutes themselves, of which the first is taken.
        """
        if child.tag == "choose":
            return compiler.choose(
                child, lambda children: _first_of([self._as_substitute(compiler, each) for each in children])
            )
        if child.tag != "names" or child.children:
            return compiler.compile(child, self)
        render = compiler.compile(child.without(WRAPPING), self)

        def render_names(context: Context, out: Stream) -> None:
            self.wrap(render, context, out)

        return render_names

    def __call__(self, context: Context, out: Stream) -> None:
        """Append the names, or what the style puts in place of missing ones."""
        start, missed = len(out), context.missed
        context.tried = True
        self.wrap(self.variables_of, context, out)
        if len(out) == start and self.substitutes and not any(map(context.people, self.variables)):
            used, is_variable = self._substitute(context, out)
            if used and not context.names_seen:
                context.names_seen = True
                if context.substitute is not None:
                    self._substitute_text(start, context, out, is_variable)
        context.missed = missed or len(out) == start

    def variables_of(self, context: Context, out: Stream) -> None:
        """Append the names that the item has."""
        present = [(name, names) for name in self.variables if (names := context.people(name))]
        if not present:
            return
        context.filled = True
        if context.recording is not None:
            context.recording.extend(name for name, _ in present)
        if self.pair and len(present) > 1:
            present = self._without_pair(present)
        self._print(present, context, out)
        if context.recording is not None:
            context.suppress(name for name, _ in present)

    def _print(self, present: list[tuple[str, tuple[Person, ...]]], context: Context, out: Stream) -> None:
        if self.format.form == "count":
            total = sum(self.format.cut(len(names)) for _, names in present)
            out.append(str(total))
            return
        for place, (name, names) in enumerate(present):
            if place and self.delimiter:
                out.append(self.delimiter)
            self._one(name, names, context, out)

    def _without_pair(self, present: list[tuple[str, tuple[Person, ...]]]) -> list[tuple[str, tuple[Person, ...]]]:
        """Return the roles with editors and translators in one, where they are the same people."""
        roles = dict(present)
        form = self.label.form if self.label is not None else ""
        if roles.get("editor") != roles.get("translator") or not self.compiler.locale.text("editortranslator", form):
            return present
        return [
            ("editortranslator" if name == "editor" else name, names) for name, names in present if name != "translator"
        ]

    def _one(self, name: str, names: tuple[Person, ...], context: Context, out: Stream) -> None:
        label = self.label
        if label is not None and label.before:
            label.render(name, len(names), context, out)
        self._list(names, context, out, name in context.item.get(CUT_LISTS, ()))
        if label is not None and not label.before:
            label.render(name, len(names), context, out)

    def _list(self, names: tuple[Person, ...], context: Context, out: Stream, others: bool) -> None:
        shown = self.format.cut_cited(len(names)) if context.cited else self.format.cut(len(names))
        forms = self._given_forms(names, context) if self.expands else {}
        if context.cited:
            context.people_cited.append(names)
        repeated = 0
        if not context.names_seen:
            context.names_seen = True
            if context.names_added:
                shown = max(shown, min(self.format.most(len(names)), context.names_added))
            if context.cited:
                context.first_names, context.name_format = names, self.format
            if context.substitute is not None:
                repeated = self._repeated(names, shown, context)
        mark = context.substitute or ""
        if repeated and context.substitute_rule == "complete-all":
            if mark:
                out.append(mark)
            return
        if repeated:
            names = (*[_marked(name, mark) for name in names[:repeated]], *names[repeated:])
        if shown:
            self.format.in_language(context.language).render(names, out, shown, forms, others)

    def _given_forms(self, names: tuple[Person, ...], context: Context) -> Mapping[int, str]:
        """Return forms of given names that tell the people from others, or the citation where they are its first."""
        forms = {} if context.names_seen else context.given_added
        if context.shared is not None:
            for place, form in context.shared.forms(names, self.format).items():
                forms = forms if forms.get(place) == "full" else {**forms, place: form}
        return forms

    def _repeated(self, names: tuple[Person, ...], shown: int, context: Context) -> int:
        """Return how many names have the style's mark in their place: those that the entry before began with, too."""
        rule, before = context.substitute_rule, context.previous
        now = tuple([name.written for name in self.format.printed(names, shown)])
        context.began = now
        if rule in ("complete-all", "complete-each"):
            return shown if before == now else 0
        same = 0
        while same < min(len(before), len(now)) and before[same] == now[same]:
            same += 1
        return min(same, 1) if rule == "partial-first" else same

    def _substitute_text(self, start: int, context: Context, out: Stream, is_variable: bool) -> None:
        """Put the style's mark in place of a text, within its formats; but a macro with the rule partial-each."""
        before, now = context.previous, (text_between(out, start),)
        context.began = now
        if before != now or (context.substitute_rule == "partial-each" and not is_variable):
            return
        if context.substitute_rule.startswith("partial"):
            out[start:] = [context.substitute or ""]
            return
        around = [piece for piece in out[start:] if piece not in FIELD_MARKS]
        marks = [piece for piece in around if isinstance(piece, Mark)]
        first = next(place for place, piece in enumerate(around) if not isinstance(piece, Mark))
        out[start:] = [*marks[:first], context.substitute or "", *marks[first:]]

    def _substitute(self, context: Context, out: Stream) -> tuple[list[str], bool]:
        """Append the first substitute that is not empty.

        Returns:
            Its variables, which are not printed again, and whether it is no more than one.
        """
        outer, missed = context.recording, context.missed
        start = len(out)
        for render, is_variable in zip(self.substitutes, self.variables_alone, strict=True):
            context.recording, context.missed = [], missed
            render(context, out)
            used, context.recording = context.recording, outer
            if len(out) > start and text_between(out, start):
                context.suppress(used)
                return used, is_variable
            del out[start:]
        return [], False


def _first_of(renderers: list[Renderer]) -> Renderer:
    """Return what renders as the first of several that is not empty."""

    def render_first(context: Context, out: Stream) -> None:
        start = len(out)
        for render in renderers:
            render(context, out)
            if text_between(out, start):
                return
            del out[start:]

    return render_first


def _marked(name: Person, mark: str) -> Person:
    """Return a mark in the place of a name, be it a person's or an institution's."""
    return Person(literal=mark, replaced=True) if name.literal else Person(family=mark, replaced=True)
