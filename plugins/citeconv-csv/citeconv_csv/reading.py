"""A row to a citation: each cell by the kind of its column, then what only several cells together say.

The cells of a row and its table go in, a ``Citation`` comes out. Where two columns hold the same field, the first
counts; the second goes to ``extra`` unless it says the same, and so does each cell that no field takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from citeconv import Citation
from citeconv.values.abstracts import clean, is_clean
from citeconv.values.bare import part_volume
from citeconv.values.conferences import is_proceedings, names_conference, take_meeting
from citeconv.values.databases import with_remarks
from citeconv.values.forms import is_absent, letters, names_preprint_server, names_university
from citeconv.values.links import take_number_on_page
from citeconv.values.names import is_cut_short
from citeconv.values.nlm import take_early_access, take_retraction
from citeconv.values.pages import expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv.values.preprints import PREPRINT
from citeconv_csv import columns, scholar
from citeconv_csv.authors import PEOPLE
from citeconv_csv.columns import GATHERED, Column
from citeconv_csv.databases import DATABASES
from citeconv_csv.dates import DATES
from citeconv_csv.foreign_cells import foreign_cell
from citeconv_csv.kinds import READ, read_list, undated
from citeconv_csv.medline import MEDLINE
from citeconv_csv.names import leaves_out
from citeconv_csv.numbers import NUMBERS
from citeconv_csv.pubmed import PUBMED
from citeconv_csv.remainder import REMAINDER
from citeconv_csv.scholar import SCHOLAR
from citeconv_csv.studies import STUDIES, families
from citeconv_csv.studies import parted as names_and_year
from citeconv_csv.table import Table
from citeconv_csv.work_types import CLOSER, GENERAL, GENRES, SAYS_MORE

_ABSENT = frozenset(
    "#N/A #NAME? #REF! #VALUE! #DIV/0! #NUM! #NULL! #¡REF! #¡VALOR! #¿NOMBRE? #¡DIV/0! #¡NUM! #BEZUG! #WERT! #NV"
    " #VALEUR! #NOM? #VALOR! #NOME? [] [''] [\"\"] {}".split()
)
"""What spreadsheets write where there is nothing, and programs for an empty list."""

_LONGEST_YEAR = 8
"""Characters among which the digits of a year behind names are, be it in parentheses."""
_CALLED_EDITORS = lazy(r",? ?\((?:eds?|editors?)\.?\)\Z", re.I)
"""What stands behind editors in the place of authors: ``Per Lind and Rong Wei (Eds.)`` (ACM's references)."""

_PROTECTED = lazy(r"'+[=+\-@\t]")
_PARTS = frozenset(("chapter", "paper-conference"))


class Reading:
    """One row being read.

    Args:
        table: What its header says.

    Attributes:
        own: Whether citeconv wrote it.
        cells: Those of citeconv's own columns, by name.
        fields: The fields of the citation.
        gathered: The values of fields to which several columns add, and the same as a set.
        extra: What no field takes, under its column.
        annotations: What is said beside the citation, each with its label.
        remarks: What the user should know of guesses that were made.
        held: The first cell of each kind that is read when others are, with its column.
        waiting: All such cells.
        whole: What the row is, by the name of the column of what it is part of.
        whole_title: What that column holds.
        plain_authors: The authors as they were written before they took accents from another column.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.own = table.own
        self.cells: dict[str, str] = {}
        self.fields: dict[str, Any] = {}
        self.gathered: dict[str, tuple[list[Any], set[Any]]] = {}
        self.extra: list[tuple[str, str]] = []
        self.annotations: list[str] = []
        self.remarks: list[str] = []
        self.held: dict[str, tuple[Column, str]] = {}
        self.waiting: list[tuple[Column, str]] = []
        self.whole = ""
        self.whole_title = ""
        self.plain_authors: list[str] = []

    def citation(self, cells: list[str]) -> Citation:
        """Return the citation in a row."""
        for column, cell in zip(self.table.columns, cells, strict=False):
            if cell and not cell.isspace() and (self.own or not (cell in _ABSENT or is_absent(cell))):
                self._cell(column, cell)
        self._surplus(cells)
        self.waiting.sort(key=lambda each: _ORDER[each[0].kind])
        for column, cell in self.waiting:
            FINISH[column.kind](self, column, cell)
        for field, (values, _) in self.gathered.items():
            self.fields[field] = tuple(values)
        if self.annotations:
            self.fields["annote"] = with_remarks(self.fields.get("annote", ""), self.annotations)
        self._type()
        if self.fields.get("type") == "article" and not self.own:  # which only words for preprints, and servers, make
            self.fields.setdefault("genre", PREPRINT)
        if self.table.source:
            self.fields.setdefault("source", self.table.source)
        if not self.own:
            self._tell_wholes()
            self._patent()
            take_number_on_page(self.fields, self.fields.get("url", ""))
            part_volume(self.fields)
            take_meeting(self.fields)
        self._pages()
        if self.extra:
            self.fields["extra"] = (*self.fields.get("extra", ()), *self.extra)
        return Citation(**self.fields)

    def _surplus(self, cells: list[str]) -> None:
        """Keep cells for which the header names no column, as remarks."""
        width = len(self.table.columns)
        more = [(number, cell) for number, cell in enumerate(cells[width:], width + 1) if cell.strip()]
        if more:
            self.waiting += [(columns.REMARK._replace(name=f"column {number}"), cell) for number, cell in more]
            self.remarks.append(f"{len(cells)} cells, where the header names {width} columns")

    def _cell(self, column: Column, cell: str) -> None:
        if self.own:
            cell = cell[1:] if cell[0] == "'" and _PROTECTED.match(cell) else cell
            self.cells[column.name] = cell
        else:
            cell = foreign_cell(self, column, cell)
            if not cell:
                return
        kind = column.kind
        if kind == "text":
            self.put(column, cell if is_clean(cell) else clean(cell), cell)
            if column.detail:
                self.whole_title = self.whole_title or clean(cell)
                self.whole = column.detail if self.fields.get(column.field) == cell else self.whole
        elif kind == "type" and self._type_in_words(cell):
            self.put(column, read_list(cell), cell, "publication_types")
        elif kind in READ:
            if kind == "people":
                self._people(column, cell)
            else:
                self.put(column, READ[kind](cell, column), cell)
        else:  # a kind of FINISH
            self.waiting.append((column, cell))
            self.held.setdefault(kind, (column, cell))

    def _people(self, column: Column, cell: str) -> None:
        """Take people, and what people write behind them: a year, ``Lind et al. (2020)``, or that they are editors."""
        if column.field == "author" and "- " in cell:
            names, line = scholar.parted(cell)
            if line:
                self.waiting.append((column._replace(kind="scholar line"), line))
                cell = names
        with_year = column.field == "author" and any(map(str.isdecimal, cell[-_LONGEST_YEAR:]))
        names, year = names_and_year(cell, surely=False) if with_year else (cell, "")
        if year:
            self.waiting.append((column._replace(kind="year behind names", field="issued"), year))
        text = names if year else cell
        if column.field in ("author", "editor") and text[-1] == ")" and (edited := _CALLED_EDITORS.search(text)):
            text, column = text[: edited.start()], column._replace(field="editor")
        found = READ["people"](text, column)
        if len(found) == 1 and is_cut_short(text):
            found = families(found, text)
        self.put(column, found, text)
        if found:
            self.cut_short(column, text)

    def _type_in_words(self, cell: str) -> bool:
        """Take the type from a cell; whether the words themselves are to be kept, for they say more, or are none."""
        word = clean(cell).lower()
        if genre := GENRES.get(letters(word)):
            self.fields.setdefault("genre", genre)
        kind = READ["type"](word, _NO_COLUMN)
        keeps = letters(word) in SAYS_MORE or not kind
        if keeps and kind:
            self.fields.setdefault("type", kind)
        return keeps

    def cut_short(self, column: Column, cell: str) -> None:
        """Take note of "et al." behind names, and of an "and" that was taken for more than it may be."""
        if (cell[0] != "[" and is_cut_short(cell)) or (";" not in cell and leaves_out(cell)):
            self.fields["et_al"] = (*self.fields.get("et_al", ()), column.field)
        if ";" in cell and (" and " in cell or " & " in cell):
            pieces = [piece for piece in cell.split(";") if piece.strip()]
            if len(self.fields.get(column.field, ())) > len(pieces):
                self.remarks.append(f'{column.name}: names are parted at semicolons, and at "and"')

    def takes(self, field: str, value: Any) -> bool:
        """Fill a field that is still empty; return whether the value is the one that it has now."""
        return bool(self.fields.setdefault(field, value) == value)

    def put(self, column: Column, value: Any, cell: str, field: str = "") -> None:
        """Take the value of a cell; if it is empty or disagrees with an earlier one, the cell goes to ``extra``."""
        if not value:
            self.leave(column, cell)
            return
        field = field or column.field
        if field in GATHERED:
            self.gather(field, value)
            return
        held = self.fields.setdefault(field, value)
        if held is value or held == value:
            return
        if not (isinstance(held, str) and isinstance(value, str) and letters(held) == letters(value)):
            self.leave(column, cell)

    def gather(self, field: str, values: tuple[Any, ...]) -> None:
        """Add what a column has to what others have; the first may have one twice."""
        if field not in self.gathered:
            self.gathered[field] = (list(values), set(values))
            return
        held, known = self.gathered[field]
        held += [value for value in values if value not in known]
        known.update(values)

    def leave(self, column: Column, cell: str) -> None:
        """Put a cell into ``extra``."""
        self.extra.append((f"csv:{column.name}", cell.strip()))

    # -- what several cells say

    def _type(self) -> None:
        """Tell what a row is by its columns, as most tables do not say: articles are taken for granted."""
        fields = self.fields
        words = [each.lower() for each in fields.get("publication_types", ())]
        if not self.own:
            take_retraction(fields)
            take_early_access(fields)
        if "type" in fields:
            told = fields["type"]
            fields["type"] = next((CLOSER[told, word] for word in words if (told, word) in CLOSER), told)
            return
        words.sort(key=GENERAL.__contains__)
        known = next((kind for word in words if (kind := READ["type"](word, _NO_COLUMN))), "")
        if known or self.table.kind:
            fields["type"] = known or self.table.kind
        elif self.whole:
            title = fields["container_title"]
            of_conference = is_proceedings(title) or names_conference(title)
            fields["type"] = "paper-conference" if of_conference else self.whole
        elif "event_title" in fields and "volume" not in fields:
            fields["type"] = "paper-conference"
        elif kind := self._type_by_container():
            fields["type"] = kind
        elif "container_title" in fields or "container_title_short" in fields or "pmid" in fields:
            fields["type"] = "article-journal"
        elif "isbn" in fields:
            fields["type"] = "book"

    def _type_by_container(self) -> str:
        """Return what a row without volume and number is whose container is a conference, or a server of preprints."""
        fields = self.fields
        title = fields.get("container_title", "")
        if self.own or not title or not fields.keys().isdisjoint(("volume", "issue", "pmid", "issn")):
            return ""
        if names_preprint_server(title):
            return "article"
        of_conference = names_conference(title) or (is_proceedings(title) and any(map(str.isdecimal, title)))
        return "paper-conference" if of_conference else ""

    def _tell_wholes(self) -> None:
        """Tell a book from the series that it is in, from itself, and a thesis's university from a journal."""
        fields = self.fields
        kind, title = fields.get("type", ""), fields.get("container_title", "")
        if self.whole_title and title != self.whole_title and kind in _PARTS and "collection_title" not in fields:
            self.extra = [pair for pair in self.extra if pair[1] != self.whole_title]
            fields.update(container_title=self.whole_title, collection_title=title)
        elif title and kind == "book" and letters(title) == letters(fields.get("title", "")):
            del fields["container_title"]
        elif title and kind == "thesis" and "publisher" not in fields and names_university(title):
            fields["publisher"] = fields.pop("container_title")
        if kind == "report" and "issue" in fields and fields.keys().isdisjoint(("volume", "number")):
            fields["number"] = fields.pop("issue")

    def _patent(self) -> None:
        """Take the number of a patent, which the Web of Science has where an article has its part, with others."""
        if self.fields.get("type") == "patent" and "part" in self.fields and "number" not in self.fields:
            self.fields["number"], _, others = self.fields.pop("part").partition("; ")
            if others:
                self.leave(next(column for column in self.table.columns if column.field == "part"), others)

    def _pages(self) -> None:
        """Tell an article number from pages, and a date that a spreadsheet made of some from both."""
        fields = self.fields
        if not self.own and "page" not in fields and "-" in fields.get("number_of_pages", ""):
            fields["page"] = expand_pages(fields.pop("number_of_pages"))  # what bibliometrix has of PubMed's
        page = fields.get("page")
        if page and not self.own:
            first, _, last = page.partition("-")
            page = fields["page"] = first if first == last else page
        article = fields.get("type") in ("article-journal", "article") and "number" not in fields and not self.own
        for field in ("page", "issue"):
            if meant := undated(fields.get(field, "")):
                self.remarks.append(f"{field} {fields[field]}: a spreadsheet may have made a date of {meant}")
                article = article and field != "page"
        if page and page.isdecimal() and fields.get("type") == "thesis" and not self.own:
            fields.setdefault("number_of_pages", fields.pop("page"))
        elif page and article and is_article_number(page):
            fields["number"] = fields.pop("page")
        elif page and not self.own and fields.get("number", "") == fields.get("issue"):
            del fields["number"]  # BibTeX's number, which is the issue


_NO_COLUMN = Column("")
FINISH: dict[str, Callable[[Reading, Column, str], None]] = {
    **PUBMED,
    **MEDLINE,
    **DATES,
    **NUMBERS,
    **PEOPLE,
    **STUDIES,
    **DATABASES,
    **SCHOLAR,
    **REMAINDER,
}
"""Read when all other cells are, in this order."""
_ORDER = {kind: place for place, kind in enumerate(FINISH)}
