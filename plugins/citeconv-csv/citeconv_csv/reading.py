"""A row to a citation: each cell by the kind of its column, then what only several cells together say.

The cells of a row and its table go in, a ``Citation`` comes out. Where two columns hold the same field, the first
counts; the second goes to ``extra`` unless it says the same, and so does each cell that no field takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from citeconv import Citation, Identifier
from citeconv.values.abstracts import clean, is_clean
from citeconv.values.bare import VOLUME_BEHIND, article_field, bare_article, bare_number, volume_and_issue
from citeconv.values.conferences import is_proceedings, names_conference
from citeconv.values.databases import electronic_day, said_once, with_remarks
from citeconv.values.dois import PUBLISHER
from citeconv.values.forms import names_preprint_server, names_university
from citeconv.values.isbns import ISBN
from citeconv.values.names import is_cut_short, is_nobody
from citeconv.values.nlm import RETRACTED, tell_retraction
from citeconv.values.pages import expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv_csv import columns, scholar
from citeconv_csv.authors import PEOPLE
from citeconv_csv.columns import Column
from citeconv_csv.databases import DATABASES, remark
from citeconv_csv.dates import DATES
from citeconv_csv.kinds import READ, holds_dois, letters, read_date, read_list, several_dois, undated, whole
from citeconv_csv.literals import described
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

GATHERED = frozenset(
    "keyword subjects identifiers history note issn isbn chemicals grants categories publication_types language"
    " related".split()
)
"""Fields to which several columns add."""

ABSENT = frozenset("NA N/A n/a NaN nan NULL null None <NA> #N/A [] [''] [\"\"] {} - -- – —".split())
"""What R, pandas, databases, spreadsheets and people write where there is nothing."""

NOBODY = frozenset(
    "anonymous|anon|anon.|[no abstract available]|no abstract available|no abstract available.".split("|")
)
"""What databases write, in any case of letters, for authors and abstracts that there are none of, beside names that
``is_nobody`` knows."""
_LONGEST_NOBODY = 30

ANSWERS = frozenset("0 1 yes no y n true false".split())
_NONE_OF = frozenset("none|no|nil|no funding|none declared|none reported|not reported|not applicable".split("|"))
"""What people and R's packages write where a work has no grants, or cites nothing that is known."""
_WITHOUT_PAGES = frozenset(
    "n.pag|n. pag|n.p|n.pag.|n/a-n/a|no pagination|no pagination specified|unpaginated".split("|")
)
_DECISIONS = frozenset(
    "ACCEPTED REJECTED INCLUDED EXCLUDED DUPLICATED UNCLASSIFIED consistent conflict resolved determined"
    " Rejected Included Excluded Duplicated Unclassified rejected included excluded duplicated unclassified".split()
)
"""What reviewers say of a text, where they do not copy it."""
_TEXTS = frozenset("abstract grants conflict_of_interest keyword".split())
_MAYBE_ANSWERED = _TEXTS | {"page", "related", "grants", "status", "author", "identifiers"}
_ANSWERED = frozenset(("first author",))
"""Kinds of columns that somebody may have filled with yes and no."""
_LONGEST_RECORD = 60
"""Characters of somebody's own number of a work, beyond which it is a remark."""
_SOURCE_LINES = (
    (";", "pubmed citation", lazy(r"\A(?:\d{1,6}\. )?(\D[^;]{1,300}?\. (?:1[89]|20)\d\d\b[^;]{0,30};.{1,400})")),
    (
        "), ",
        "embase source",
        lazy(
            r"\A(\D.{1,300}?\. {1,4}[^\s(),:;]{0,20} ?(?:\([^()]{1,60}\) ?)?"
            r"\((?:pp? |no p)[^()]{1,60}\), \d{4}\b.{0,200})"
        ),
    ),
)
"""PubMed's and Ovid's, in the place of a journal: ``1. J Tides. 2021 Aug 6;11:7-12. doi: 10.5555/t1.``,
``Tides. 9 (4) (pp 7-12), 2020. Date of Publication: 18 Sep 2020.``"""
_NUMBERED_PERSON = lazy(r"\A[^,;()]{2,60} [A-Z]{1,3}(?:\([\d#]{1,3}\)){1,9}[,.]")
"""PubMed's, with numbers of addresses: ``Lind P(1), Roe A(#)(2).``"""
_WITH_PAGES = lazy(r"\d{1,4} ?\([^()]{1,30}\) ?[:,] ?(?:pp?\.? ?)?\w{1,10} ?[-\u2010-\u2015] ?\w{1,10}\.?")
"""What people copy into the column of the volume: ``92 (5): 1376-1405.``"""
_ESCAPED_SIGN = lazy(r"\\([&%#$_])")
_BETWEEN = lazy(r"(?<!\s)\s*(?:##|(?<=\s)//)\s*")
"""What R's packages and historians write between the items of a list."""
_LISTED = frozenset("author editor contributor keyword categories subjects related grants".split())
_OF_NUMBERS = frozenset(("doi", "pmid"))
_LONGEST_YEAR = 8
"""Characters among which the digits of a year behind names are, be it in parentheses."""
_CALLED_EDITORS = lazy(r",? ?\((?:eds?|editors?)\.?\)\Z", re.I)
"""What stands behind editors in the place of authors: ``Per Lind and Rong Wei (Eds.)`` (ACM's references)."""
_MAYBE_NONE = frozenset(("related", "grants"))
_OF_CONFERENCES = frozenset("event_title event_place event_date organizer".split())

_PROTECTED = lazy(r"'+[=+\-@\t]")
_SIGN_OF_R = lazy(r"<U\+((?!D[89A-F])[0-9A-F]{4}|000[0-9A-F]{5}|0010[0-9A-F]{4})>")
"""How R writes a sign that Windows' encoding lacks: ``<U+2010>``."""
_REMARK_BEHIND = lazy(r"(?P<doi>(?:\S{0,40}/)?10\.\d{4,9}/\S{1,200}) (?:[(\[][^()\[\]]{1,200}[)\]]|\[doi\] \S.{0,60})")
"""A DOI with what somebody remarks on it: ``10.5555/x (not yet active)``, or MEDLINE's: ``10.5555/x [doi] 2936``."""
_LABEL_BEHIND = " [doi]"
_WITH_BLANKS_BETWEEN = lazy(r"10\.\d{4,9}/\S{1,200}(?: {1,3}10\.\d{4,9}/\S{1,200}){1,9}")
_PAGE_OF_DOI = lazy(rf"{PUBLISHER}(?P<doi>10\.\d{{4,9}}/[^\s?#]+)(?<!\.pdf)(?:[?#]\S*)?")
_PMIDS = lazy(r"\s*\d{5,8}(?:\s{0,3}[;,|]\s{0,3}\d{5,8}){1,50}\s*")
_BETWEEN_PMIDS = lazy(r"\s*[;,|]\s*|\s+\Z|\A\s+")
_HEADING_OF_ABSTRACT = lazy(r"\A\s{0,9}abstract(?:\s{0,3}\n|:)\s{0,9}(?=\S)", re.I)
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
            if cell and not cell.isspace() and (cell not in ABSENT or self.own):
                self._cell(column, cell)
        width = len(self.table.columns)
        for number, cell in enumerate(cells[width:], width + 1):
            if cell.strip():
                self.waiting.append((columns.REMARK._replace(name=f"column {number}"), cell))
        if any(map(str.strip, cells[width:])):
            self.remarks.append(f"{len(cells)} cells, where the header names {width} columns")
        self.waiting.sort(key=lambda each: _ORDER[each[0].kind])
        for column, cell in self.waiting:
            FINISH[column.kind](self, column, cell)
        for field, (values, _) in self.gathered.items():
            self.fields[field] = tuple(values)
        if self.annotations:
            self.fields["annote"] = with_remarks(self.fields.get("annote", ""), self.annotations)
        self._type()
        if self.table.source:
            self.fields.setdefault("source", self.table.source)
        if not self.own:
            self._tell_wholes()
            self._patent()
        self._pages()
        self._volume()
        if self.extra:
            self.fields["extra"] = (*self.fields.get("extra", ()), *self.extra)
        return Citation(**self.fields)

    def _cell(self, column: Column, cell: str) -> None:
        if self.own:
            cell = cell[1:] if cell[0] == "'" and _PROTECTED.match(cell) else cell
            self.cells[column.name] = cell
        else:
            cell = self._foreign(column, cell)
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
        if genre := GENRES.get(word):
            self.fields.setdefault("genre", genre)
        kind = READ["type"](word, _NO_COLUMN)
        keeps = word in SAYS_MORE or not kind
        if keeps and kind:
            self.fields.setdefault("type", kind)
        return keeps

    def _foreign(self, column: Column, cell: str) -> str:
        """Return a cell of another program's table as it is to be read; nothing if that is done."""
        if column.kind in _OF_NUMBERS or cell == "0":
            cell = self._of_several_numbers(column, cell)
        if not cell or not (cell := self._with_an_answer(column, cell)):
            return ""
        if not (cell := self._of_one_program(column, cell)):
            return ""
        return self._bare(column, cell) if column.kind == "text" and column.field in _BARE else cell

    def _bare(self, column: Column, cell: str) -> str:
        """Return a number without what says which kind it is of; nothing if that is done, or it is none."""
        if column.field == "volume" and "(" in cell and _WITH_PAGES.fullmatch(line := clean(cell)):
            self.waiting.append((column._replace(kind="volume and pages"), line.rstrip(".")))
            return ""
        if column.field in _WHOLE:
            return bare_number(whole(cell))
        if column.field in _COUNTS:
            number = whole(cell.strip())
            if number == "0" and column.field == "number_of_pages":  # nobody has counted them
                self.leave(column, cell)
                return ""
            return number
        if (field := article_field(cell)) != "number":
            self.put(column, bare_article(cell), cell, field)
            return ""
        return bare_article(cell)

    def _of_several_numbers(self, column: Column, cell: str) -> str:
        """Return a cell with one DOI or PMID, if it has several, or a remark behind; nothing if that is done."""
        if cell == "0" and (column.kind == "doi" or (self.table.has_zeros and column.field in _NUMBERED)):
            return ""  # what a workbook remembers of a formula that makes a link; Publish or Perish's for nothing
        if column.kind == "doi" and _WITH_BLANKS_BETWEEN.fullmatch(cell):
            cell = "; ".join(cell.split())
        if column.kind == "doi" and (holds_dois(cell) or (column.name == "dois" and ";" in cell)):
            self._dois(column, cell)
            return ""
        if column.kind == "doi":
            cell = cell.removesuffix(_LABEL_BEHIND)
        if column.kind == "doi" and (remarked := _REMARK_BEHIND.fullmatch(cell)):
            self.leave(column, cell)
            cell = remarked["doi"]
        if column.kind == "doi" and (page := _PAGE_OF_DOI.fullmatch(cell)):
            self.put(column, cell, cell, "url")
            cell = page["doi"]
        if column.kind == "pmid" and (several := _PMIDS.fullmatch(cell)):
            first, *others = _BETWEEN_PMIDS.split(several[0])
            self._gather("identifiers", tuple([Identifier(kind="pmid", value=each) for each in others]))
            cell = first
        return cell

    def _with_an_answer(self, column: Column, cell: str) -> str:
        """Return a cell that says something; nothing if it says that there is nothing, or is somebody's answer."""
        if column.field not in _MAYBE_ANSWERED:
            return cell
        if column.field == "page" and cell.strip().lower() in _WITHOUT_PAGES:
            self.leave(column, cell)
            return ""
        if column.kind == "abstract":
            cell = _HEADING_OF_ABSTRACT.sub("", cell, count=1)
        if column.field in _MAYBE_NONE and cell.strip(" .").lower() in _NONE_OF:
            remark(self, column, cell)
            return ""
        answers = column.field in _TEXTS or column.kind in _ANSWERED
        if column.detail == "record" and len(cell) > _LONGEST_RECORD and " " in cell.strip():
            remark(self, column._replace(detail=""), cell)
            return ""
        if (answers and cell.lower() in ANSWERS) or (column.field == "status" and cell in _DECISIONS):
            remark(self, column, cell)
            return ""
        nobody = len(cell) <= _LONGEST_NOBODY and (cell.lower() in NOBODY or is_nobody(cell))
        if nobody and column.field in ("author", "abstract"):
            self.leave(column, cell)
            return ""
        return cell

    def _of_one_program(self, column: Column, cell: str) -> str:
        """Return a cell without the signs that some program sets, or what else it has beside the value."""
        if cell[0] == "{" and column.field == "container_title" and (parts := described(cell)):  # Semantic Scholar's
            for name, field in (("volume", "volume"), ("pages", "page")):
                if value := clean(parts.get(name, "")):
                    self.put(column, value, value, field)
            cell = parts.get("name", "")
        if column.field == "container_title":
            for sign, kind, pattern in _SOURCE_LINES:
                if sign in cell and (line := pattern.fullmatch(clean(cell))):
                    self.waiting.append((column._replace(kind=kind), line[1]))
                    return ""
        if column.field == "author" and ")" in cell and _NUMBERED_PERSON.search(cell):
            self.waiting.append((column._replace(kind="pubmed authors"), cell))
            return ""
        if "<U+" in cell:
            cell = _SIGN_OF_R.sub(lambda match: chr(int(match[1], 16)), cell).replace("\ufeff", "")
        if "{[}" in cell:  # the Web of Science's BibTeX
            cell = cell.replace("{[}", "[").replace("{]}", "]")
        if column.field in _LISTED and ("##" in cell or "//" in cell):
            cell = _BETWEEN.sub("; ", cell)
        if column.kind == "date" and "(Epub " in cell:
            cell, day = electronic_day(cell)
            self.put(column, read_date(day), day, "available_date")
        if column.field in _OF_CONFERENCES:
            cell = said_once(cell.strip())
        if "\\" in cell or ("{" in cell and self.table.of_bibtex):
            cell = _without_tex(cell, self.table.of_bibtex, column.field in _MAYBE_TEX)
        for sign, pattern, field in _BESIDE.get(column.kind, ()):
            if sign in cell and (found := tuple([match["beside"] for match in pattern.finditer(cell)])):
                self.put(column, found if field in GATHERED else found[0], cell, field)
                cell = pattern.sub(" ", cell).strip(" ,;")
        return cell

    def _dois(self, column: Column, cell: str) -> None:
        """Take the first of several DOIs, or that of which others are parts, and the publisher's own number."""
        dois, others = several_dois(cell)
        of_all = next((doi for doi in dois if any([each.startswith(f"{doi}.") for each in dois])), "")
        own = of_all or next(iter(dois), "")
        self.put(column, own, cell)
        self._gather("identifiers", tuple([Identifier(kind="doi", value=doi) for doi in dois if doi != own]))
        for number in others if dois else ():
            self.put(column, number, number, "pii")

    def cut_short(self, column: Column, cell: str) -> None:
        """Take note of "et al." behind names, and of an "and" that was taken for more than it may be."""
        if (cell[0] != "[" and is_cut_short(cell)) or (";" not in cell and leaves_out(cell)):
            self.fields["et_al"] = (*self.fields.get("et_al", ()), column.field)
        if ";" in cell and (" and " in cell or " & " in cell):
            pieces = [piece for piece in cell.split(";") if piece.strip()]
            if len(self.fields.get(column.field, ())) > len(pieces):
                self.remarks.append(f'{column.name}: names are parted at semicolons, and at "and"')

    def put(self, column: Column, value: Any, cell: str, field: str = "") -> None:
        """Take the value of a cell; if it is empty or disagrees with an earlier one, the cell goes to ``extra``."""
        if not value:
            self.leave(column, cell)
            return
        field = field or column.field
        if field in GATHERED:
            self._gather(field, value)
            return
        held = self.fields.setdefault(field, value)
        if held is value or held == value:
            return
        if not (isinstance(held, str) and isinstance(value, str) and letters(held) == letters(value)):
            self.leave(column, cell)

    def _gather(self, field: str, values: tuple[Any, ...]) -> None:
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
        if words and not self.own and "status" not in fields and tell_retraction(words):
            fields["status"] = RETRACTED
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

    def _volume(self) -> None:
        """Part the issue from the volume where Embase has both in one: ``99 (4 Supplement)``."""
        volume, issue = volume_and_issue(self.fields.get("volume", ""))
        if issue and "issue" not in self.fields and not self.own:
            self.fields.update(volume=volume, issue=issue)

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
_BESIDE: dict[str, tuple[tuple[str, re.Pattern[str], str], ...]] = {
    "arxiv": (("10.", lazy(r"\A(?:https?://\S{1,40}?/)?(?P<beside>10\.\d{4,9}/\S+)\Z"), "doi"),),
    "doi": (
        ("pii:", lazy(r"\Apii: (?P<beside>\S{1,60})\. (?=doi: 10\.)"), "pii"),  # PubMed's location of an article
        ("S", lazy(r"\A(?P<beside>S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])\Z"), "pii"),
        ("://", lazy(r"\A(?P<beside>https?://(?!\S*?/10[./])\S+)\Z", re.I), "url"),
    ),
    "pmid": (("PMC", lazy(r"\A(?:https?://\S{1,80}/)?(?P<beside>PMC\d{1,9})/?\Z"), "pmcid"),),
    "last page": ((" vol", VOLUME_BEHIND, "volume"),),
    "page": (
        (" vol", VOLUME_BEHIND, "volume"),
        (
            "",
            lazy(r"\A(?P<beside>\d{1,5})(?: ?(?:pp?|с|стр|쪽|面|页|頁|ページ|sayfa|sivua|sider)| s)\.?\Z"),
            "number_of_pages",
        ),
    ),
    "issn": (
        (
            " J9 ",
            lazy(r"(?<=[\dXx]) J9 - (?P<beside>\S.{0,100})\Z"),
            "container_title_short",
        ),  # Rayyan's, of the Web of Science
        ("", lazy(rf"(?P<beside>{ISBN})"), "isbn"),
    ),
}
"""What stands beside the value of a column, by the kind of the column: a sign of it, its form, the field it fills."""
_MAYBE_TEX = frozenset("title container_title author editor abstract keyword publisher event_title".split())
"""Fields that hold TeX in tables made of BibTeX."""
_NUMBERED = frozenset(("volume", "issue", "page"))
_WHOLE = frozenset(("volume", "issue"))
"""Fields whose numbers are whole."""
_COUNTS = frozenset(("number_of_pages", "number_of_references"))
_BARE = _WHOLE | _COUNTS | {"number"}


def _without_tex(cell: str, is_tex: bool, is_text: bool) -> str:
    """Return a cell with its TeX decoded, if it is known to be TeX or has accents, which tell.

    Else no more than the signs are bare that programs escape who make tables of BibTeX, ``Tides \\& Shelves``.

    Args:
        cell: It.
        is_tex: Whether the table is known to be made of BibTeX.
        is_text: Whether the field may hold TeX, and is no number nor address.
    """
    from citeconv.values import tex

    return tex.lines(cell) if is_text and (is_tex or tex.has_accents(cell)) else _ESCAPED_SIGN.sub(r"\1", cell)


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
