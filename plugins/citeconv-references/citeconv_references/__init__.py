"""Formatted references in any CSL style: the format ``references``; ``citeconv_references.engine`` is the processor.

Citations go in; a list of references comes out, in the order of the style or of the input, as text, HTML, Markdown, RTF
or LaTeX. It is odd among formats in that the style decides what is printed: after each reference its fields are looked
for in it, and what the style left out is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace

from citeconv import Citation, CiteconvError, Date, Format, Option, RecordError, hookimpl
from citeconv.values.nlm import title_as_printed
from citeconv.values.patterns import lazy
from citeconv.values.supplements import words_of
from citeconv.values.texts import change_texts
from citeconv_references.printed import DETAILS, FIELDS

if TYPE_CHECKING:
    from citeconv_references.engine import Cite, Style, Tree
    from citeconv_references.frames import Frame, Layout

OUTPUTS = ("text", "html", "markdown", "rtf", "latex")

ENDINGS = {
    ".txt": "text", ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown",
    ".rtf": "rtf", ".tex": "latex",
}  # fmt: skip
"""What the ending of the output's path says of the mark-up."""

PAGES = {".html": True, ".htm": True}
"""Files that are opened by themselves: of a fragment, which does not say that it is UTF-8, browsers misread letters."""

_CONTROLS = lazy("[\x00-\x08\x0e-\x1f\x7f-\x9f]")

_OUR_ID = b"<id>urn:citeconv:"
"""What the files of our own styles hold."""

_NUMBERS = ("supplement", "part", "printing")
"""Variables of CSL-JSON that CSL's styles call numbers: ``supplement-number``."""

SUBSTANCE = "title container-title container-title-short author editor publisher URL DOI PMID".split()
"""Variables without which a reference would say nothing."""


def _list(word: str) -> Iterable[str]:
    from citeconv_references.styles import list_styles

    found = iter(list_styles(word))
    first = next(found, None)
    if first is None:
        raise CiteconvError(f"no style has {word!r} in its name or title")
    yield first
    yield from found


class References(Format[str]):
    """Formatted references in any CSL style."""

    name = "references"
    carries = FIELDS | DETAILS | {"type", "et_al"}
    options: ClassVar[tuple[Option, ...]] = (
        Option(
            name="style",
            help="CSL style: its name, or the path of a .csl file",
            default="vancouver",
            metavar="STYLE",
            flags=("--style",),
            implies="references",
        ),
        Option(
            name="output",
            help="how the list is marked up; the ending of -o tells, too",
            default="text",
            choices=OUTPUTS,
            suffixes=ENDINGS,
        ),
        Option(name="locale", help="language of the terms, such as de-DE (default: the style's)", metavar="LOCALE"),
        Option(
            name="order",
            help="order of the list: the style's, or that of the input",
            default="style",
            choices=("style", "input"),
        ),
        Option(
            name="standalone",
            help="write a whole page or document, as a file named .html always is",
            default=False,
            flags=("-s", "--standalone"),
            suffixes=PAGES,
        ),
        Option(
            name="list",
            help="list the styles whose name or title holds a word, and end",
            metavar="WORD",
            flags=("--list-styles",),
            prints=_list,
        ),
    )

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self.is_ours = False  # whether the style is one of our own, which follow NLM
        self.style = self._compiled()
        self.frame, self.layout = self._surroundings()
        self.separator = self.frame.separator  # what stands between records depends on the mark-up
        self.number = 0
        self.cites: dict[int, Cite] = {}
        self.ids: dict[str, int] = {}

    def _compiled(self) -> Style:
        from citeconv_references.engine import StyleError, compile_style
        from citeconv_references.styles import find_locale, find_style

        try:
            found = find_style(self.settings["style"])
            self.is_ours = _OUR_ID in found.source
            locale = find_locale(self.settings["locale"])
        except ValueError as error:
            raise CiteconvError(str(error)) from None
        try:
            return compile_style(found.source, locale or found.locale)
        except StyleError as error:
            place = f"{found.name}:{error.line}" if error.line else found.name
            raise CiteconvError(f"{place}: this style cannot be used: {error.message}") from None

    def _surroundings(self) -> tuple[Frame, Layout]:
        from citeconv_references.frames import FRAMES, Layout

        style = self.style
        return FRAMES[self.settings["output"]], Layout(style.hanging_indent, style.entry_spacing, style.locale)

    def arranges(self) -> bool:
        """Return whether the style sorts its list, or entries depend on one another."""
        return self.style.sorts and self.settings["order"] == "style"

    def arrange(self, citations: list[Citation]) -> Iterable[Citation]:
        """Return the citations in the style's order; what the engine knows of neighbours is kept for ``write``."""
        by_id: dict[str, Citation] = {}
        items = []
        for citation in citations:
            item = self._item(citation)
            by_id[item["id"]] = citation
            items.append(item)
        ordered = []
        for cite in self.style.arrange(items):
            citation = by_id[str(cite.item["id"])]
            self.cites[id(citation)] = cite
            ordered.append(citation)
        return ordered

    def begin(self) -> str:
        """Begin the list, or the page that holds it."""
        return self.frame.begin(self.layout, self.settings["standalone"])

    def write(self, citation: Citation) -> str:
        """Set one reference.

        Raises:
            RecordError: The engine cannot set it.
        """
        from citeconv_references.engine import Cite, RenderError
        from citeconv_references.engine.runs import text_of
        from citeconv_references.printed import not_printed

        cite = self.cites.pop(id(citation), None) or Cite(self._item(citation), self.number + 1)
        try:
            tree: Tree = self.style.render(cite)
        except RenderError as error:
            raise RecordError(str(error)) from None
        self.number += 1
        text = text_of(tree)
        if not any(map(str.isalpha, text)):
            raise RecordError("the style prints nothing for this record but its number")
        for field, why in not_printed(citation, text):
            self.lose(field, why)
        identity = str(cite.item["id"])
        entry = self.frame.entry(tree, identity, self.layout)
        return self._without_controls(entry, citation) if _CONTROLS.search(text + identity) else entry

    def _without_controls(self, entry: str, citation: Citation) -> str:
        """Return an entry without what would rule a terminal and no page can hold, and report where it stood."""
        for field in change_texts(lambda text: _CONTROLS.sub("", text), citation, FIELDS)[1]:
            self.lose(field, "control characters are not written")
        return _CONTROLS.sub("", entry)

    def end(self) -> str:
        """End the list."""
        return self.frame.end(self.settings["standalone"])

    def _item(self, citation: Citation) -> dict[str, Any]:
        """Return a citation as an item with an id of its own."""
        from citeconv_csl_json import to_item
        from citeconv_references.engine import CUT_LISTS

        item: dict[str, Any] = to_item(_as_in_nlm(citation) if self.is_ours else citation)
        if citation.note and not any(map(item.get, SUBSTANCE)):  # a reference that nobody has taken apart
            item["title"] = citation.note[0]
        for variable in _NUMBERS:
            if variable in item:
                item[f"{variable}-number"] = item[variable]
        if citation.et_al:
            item[CUT_LISTS] = tuple([field.replace("_", "-") for field in citation.et_al])
        if citation.issued and (seasons := _seasons(citation.issued)):
            item["issued"]["date-parts"] = seasons
        identity = citation.key or (f"pmid{citation.pmid}" if citation.pmid else citation.doi)
        identity = identity or f"ref{len(self.ids) + 1}"
        seen = self.ids[identity] = self.ids.get(identity, 0) + 1
        item["id"] = identity if seen == 1 else f"{identity}-{seen}"
        return item


def _as_in_nlm(citation: Citation) -> Citation:
    """Return a citation as the items of NLM's styles need it.

    A title that PubMed has translated stands in brackets. A supplement stands behind the issue, or the volume, as it
    does in PubMed's own records. The number of a preprint follows its server, of which no other style makes use: an
    item that names the server as the publisher has it not.
    """
    changes = {}
    if supplement := citation.supplement:
        field = "issue" if citation.issue else "volume"
        changes[field] = f"{getattr(citation, field)} {words_of('supplement', supplement)}".lstrip()
    if citation.type == "article" and (citation.container_title or citation.container_title_short):
        changes["publisher"] = ""
    if citation.source == "PubMed" and citation.title and not citation.original_title:
        changes["title"] = title_as_printed(citation.title, citation.language).removesuffix(".")
    return replace(citation, **changes)


def _seasons(date: Date) -> list[list[int]]:
    """Return a range of seasons as the engine has it, each in the place of a month; nothing if a date is no such range.

    CSL has one season for both ends.
    """
    from citeconv_references.engine.dates import SEASONS_BEHIND

    ends = (date, date.end or Date())
    if not all([end.year and end.season and not end.month for end in ends]):
        return []
    return [[end.year, SEASONS_BEHIND + end.season] for end in ends]


@hookimpl
def citeconv_formats() -> type[Format[str]]:
    """Offer ``references``."""
    return References
