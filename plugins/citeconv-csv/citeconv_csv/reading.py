"""A row to a citation: each cell by the kind of its column, then what only several cells together say.

The cells of a row and its table go in, a ``Citation`` comes out. Where two columns hold the same field, the first
counts; the second goes to ``extra`` unless it says the same, and so does each cell that no field takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from citeconv import FIELDS, Citation, Date, Event, Identifier
from citeconv.pubmed.lines import author_fields, cut_medium, source_line_fields
from citeconv.values.abstracts import clean, clean_lines, is_clean
from citeconv.values.databases import WOS_SEASONS, journal_number, with_remarks
from citeconv.values.dates import parse_date
from citeconv.values.languages import LANGUAGES
from citeconv.values.links import addresses
from citeconv.values.pages import expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv_csv import columns
from citeconv_csv.authors import PEOPLE, first_author
from citeconv_csv.columns import OWN, Column
from citeconv_csv.kinds import READ, read_date, read_issn, read_list, undated
from citeconv_csv.names import without_et_al
from citeconv_csv.printed import printed_fields
from citeconv_csv.table import Table

GATHERED = frozenset(
    "keyword subjects identifiers history note issn isbn chemicals grants categories publication_types language"
    " related".split()
)
"""Fields to which several columns add."""

ABSENT = frozenset("NA N/A NaN nan NULL None <NA> #N/A [] {}".split())
"""What R, pandas, databases and spreadsheets write where there is nothing."""

NOBODY = frozenset(
    "Anonymous|anonymous|Anon|Anon.|[Anonymous]|[Anon]|[No author name available]|No author name available"
    "|[No authors listed]|No authors listed|[No abstract available]|No abstract available|No abstract available.".split(
        "|"
    )
)
"""What databases write in the place of authors and abstracts that there are none of."""

_PROTECTED = lazy(r"'+[=+\-@\t]")
_WORDS = lazy(r"\W+")
_EXTRA_LINE = lazy(r"(?:\A|(?<=\s))(?:PMID: ?(?P<pmid>\d{1,8})|PMCID: ?(?P<pmcid>PMC\d{1,9})|DOI: ?(?P<doi>10\.\S+))\b")
_YEAR = lazy(r"\d{4}")
_NO_MONTH = lazy(r"(?:/0{0,2}){0,2}")
_MONTH_AND_DAY = lazy(
    r"(?P<month>[^\W\d_]{3,9}|0\d|1[012])[ -](?P<day>0[1-9]|[12]\d|3[01])|(?P<second>[0-3]\d)-(?P<first>[^\W\d_]{3,9})"
)
_ISSUE_BEHIND = lazy(
    r"(?P<volume>[^\s()]{1,20}) ?\((?P<issue>(?=[^()]{0,40}(?:\d|[Ss][Uu][Pp]))(?!(?:1[5-9]|20)\d\d\))[^()]{1,40})\)"
)
_YEAR_AND_MONTH = lazy(r"\d{4}[-/](?:0?[1-9]|1[0-2])(?:[-/](?:0?[1-9]|[12]\d|3[01]))?")
_WORD_BEHIND = lazy(r"(?<=[\].] )(?P<word>[A-Z][a-z]{2,20})\.\Z")
_KINDS_BEHIND = frozenset(("Review", "Retraction", "Erratum"))
_PROPERTY = lazy(r"(?P<name>create date|first author):(?P<value>[^|]*)")
_SOURCE = lazy(
    r"(?P<journal>.{1,300}?) \((?P<year>\d{4})\)(?: (?P<volume>[^:(). ]{1,20}))?(?::(?P<issue>[^().:]{1,40}?))?"
    r"(?: \((?P<pages>[^()]{1,40})\))?(?: Article Number: (?P<number>[^ .]{1,40}))?\.?"
    r"(?: Date of Publication: (?P<date>[^:]{1,40}))?"
)
_OF_PUBMED = frozenset(("medline", "pubmed"))
_PUBMED_ID = lazy(r"(?P<name>PMID|PMCID):(?P<value>\S+)")


class Reading:
    """One row being read.

    Attributes:
        remarks: What the user should know of guesses that were made.
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
        self._pages()
        self._volume()
        if self.extra:
            self.fields["extra"] = (*self.fields.get("extra", ()), *self.extra)
        return Citation(**self.fields)

    def _cell(self, column: Column, cell: str) -> None:
        if self.own and cell[0] == "'" and _PROTECTED.match(cell):
            cell = cell[1:]
        if self.own:
            self.cells[column.name] = cell
        kind = column.kind
        if "\\" in cell and column.field in _MAYBE_TEX and not self.own:
            cell = _without_tex(cell)
        if kind == "doi" and cell == "0":  # what a workbook remembers of a formula that makes a link
            return
        if kind == "doi" and (before := _PII_BEFORE.match(cell)):  # PubMed's location of an article
            self.put(column, before["pii"], cell, "pii")
            cell = cell[before.end() :]
        if (
            kind == "issn" and not self.own and (behind := _JOURNAL_BEHIND.fullmatch(cell))
        ):  # Rayyan, of the Web of Science's J9
            self.put(column, behind["journal"], cell, "container_title_short")
            cell = behind["numbers"]
        if kind == "issn" and not self.own and len(cell) > len("1234-5678") and (isbns := _ISBN.findall(cell)):
            self.put(column, tuple(isbns), cell, "isbn")
            cell = _ISBN.sub(" ", cell)
        if not cell.strip(" ,;"):
            return
        if cell in NOBODY and column.field in ("author", "abstract") and not self.own:
            self.leave(column, cell)
        elif kind == "text":
            if column.field in _WHOLE and not self.own:
                cell = _whole(cell)
            self.put(column, cell if is_clean(cell) else clean(cell), cell)
        elif kind in READ:
            self.put(column, READ[kind](cell, column), cell)
            if kind == "people":
                self.cut_short(column, cell)
        elif kind in FINISH:
            self.waiting.append((column, cell))
            self.held.setdefault(kind, (column, cell))
        else:
            self.leave(column, cell)

    def cut_short(self, column: Column, cell: str) -> None:
        """Take note of "et al." behind names, and of an "and" that was taken for more than it may be."""
        if cell[0] != "[" and without_et_al(cell) != cell.rstrip():
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
        if not (isinstance(held, str) and _same(held, value)):
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
        """Take articles for granted where there is a journal or a PMID, as most tables do not say what a row is."""
        fields = self.fields
        if "type" in fields:
            return
        words = [each.lower() for each in fields.get("publication_types", ())]
        known = next((kind for word in words if (kind := READ["type"](word, _NO_COLUMN))), "")
        if known:
            fields["type"] = known
        elif "container_title" in fields or "container_title_short" in fields or "pmid" in fields:
            fields["type"] = "article-journal"
        elif "isbn" in fields:
            fields["type"] = "book"

    def _volume(self) -> None:
        """Part the issue from the volume where Embase has both in one: ``99 (4 Supplement)``."""
        found = _ISSUE_BEHIND.fullmatch(self.fields.get("volume", ""))
        if found and "issue" not in self.fields and not self.own:
            self.fields.update(found.groupdict())

    def _pages(self) -> None:
        """Tell an article number from pages, and a date that a spreadsheet made of some from both."""
        fields = self.fields
        page = fields.get("page")
        article = fields.get("type") == "article-journal" and "number" not in fields and not self.own
        for field in ("page", "issue"):
            if meant := undated(fields.get(field, "")):
                self.remarks.append(f"{field} {fields[field]}: a spreadsheet may have made a date of {meant}")
                article = article and field != "page"
        if page and article and is_article_number(page):
            fields["number"] = fields.pop("page")
        elif page and not self.own and fields.get("number", "") == fields.get("issue"):
            del fields["number"]  # BibTeX's number, which is the issue


_PII_BEFORE = lazy(r"pii: (?P<pii>\S{1,60})\. (?=doi: 10\.)")
_JOURNAL_BEHIND = lazy(r"(?P<numbers>[\dXx -]{9,60}) J9 - (?P<journal>\S.{0,100})")
_ISBN = lazy(r"(?<![\d-])(?:97[89]-?)?\d(?:-?\d){8}-?[\dXx](?![\d-])")
_NO_COLUMN = Column("")
_MAYBE_TEX = frozenset("title container_title author editor abstract keyword publisher event_title".split())
"""Fields that hold TeX in tables made of BibTeX."""
_WHOLE = frozenset(("volume", "issue"))
"""Fields whose numbers are whole."""


def _without_tex(cell: str) -> str:
    """Return a cell with its TeX decoded if it has accents, which tell that it is TeX."""
    from citeconv.values import tex

    return tex.lines(cell) if tex.has_accents(cell) else cell


def _whole(cell: str) -> str:
    """Return a whole number as it was before pandas made ``52.0`` of it, and any other cell as it is."""
    return cell[:-2] if cell[-2:] == ".0" and cell[:-2].isdecimal() else cell


def _same(one: str, other: Any) -> bool:
    return isinstance(other, str) and _WORDS.sub("", one).casefold() == _WORDS.sub("", other).casefold()


# -- kinds that need more than their own cell


def _year(row: Reading, column: Column, cell: str) -> None:
    """Join year, month and day where they have columns of their own; a full date counts more than its year."""
    month, day = (row.held.get(part, (column, ""))[1].strip().removesuffix(".0") for part in ("month", "day"))
    issued: Date | None = row.fields.get("issued")
    text = cell.strip().removesuffix(".0")
    words = issued.literal if issued is not None and not issued.year else ""  # Web of Science: "MAR 15", "03"
    if words and (joined := _completed(words, text)):
        row.fields["issued"] = joined
        _leave_parts(row, "month", "day")
        return
    if issued is not None and issued.year:
        if row.held["year"][0] is not column:  # a second such column
            if text != str(issued.year):
                row.leave(column, cell)
        elif text != str(issued.year):
            _leave_parts(row, "year", "month", "day")
        elif (month or day) and not _says(issued, joined := _joined(text, month, day)):
            if joined and _says(joined, issued):
                row.fields["issued"] = joined
            else:
                _leave_parts(row, "month", "day")
        return
    row.put(column, _joined(text.rstrip("/"), month, day), cell, "issued")


def _completed(words: str, year: str) -> Date | None:
    """Return the date of a year and the words beside it, a month or not (``live``); None if that is no year."""
    rest = WOS_SEASONS.get(words, words)
    date = read_date(f"{year}-{rest.zfill(2)}" if rest.isdecimal() else f"{year} {rest}")
    if date and date.literal:
        return Date(year=int(year), literal=words) if _YEAR.fullmatch(year) else None
    return date


def _joined(year: str, month: str, day: str) -> Date | None:
    """Return the date of a year, a month and a day, of which the last ones may be empty."""
    if month and not day and _YEAR.fullmatch(year):
        month, day = _month_and_day(year, month)
    if not (month or day) and _YEAR_AND_MONTH.fullmatch(year):
        return read_date(year)
    if month.isdecimal() and _YEAR.fullmatch(year):
        return read_date("-".join(filter(None, (year, month.zfill(2), day.zfill(2) if day else ""))))
    return parse_date(" ".join(filter(None, (year, month, day))))


def _month_and_day(year: str, cell: str) -> tuple[str, str]:
    """Return the month and the day in a cell for the month, where Covidence has both, or the year again.

    Whether ``Dec-18`` beside 2018 is a day, nobody knows.
    """
    if _NO_MONTH.fullmatch(cell.removeprefix(year)):
        return "", ""
    found = _MONTH_AND_DAY.fullmatch(cell)
    if found is None:
        return cell, ""
    month, day = found["month"] or found["first"], found["day"] or found["second"]
    return (cell, "") if day == year[2:] else (month, day)


def _says(date: Date, coarser: Date | None) -> bool:
    """Whether a date says all that another of the same year says."""
    if coarser is None or coarser.literal or coarser.end:
        return date == coarser
    return coarser.season in (0, date.season) and (
        (coarser.month, coarser.day) in ((0, 0), (date.month, 0), (date.month, date.day))
    )


def _leave_parts(row: Reading, *parts: str) -> None:
    """Leave what columns of their own say of a date, which is another one than that of the row."""
    for part in parts:
        if part in row.held:
            row.leave(*row.held[part])


def _part_of_date(row: Reading, column: Column, cell: str) -> None:
    if "year" not in row.held or row.held[column.kind][1] != cell:  # a second such column
        row.leave(column, cell)


def _first_page(row: Reading, column: Column, cell: str) -> None:
    first = _whole(clean(cell))
    last = _whole(clean(row.held["last page"][1])) if "last page" in row.held else ""
    pages = expand_pages(f"{first}-{last}") if last and last != first else first
    if row.fields.get("page", "").partition("-")[0] != first:
        row.put(column, pages, cell)


def _last_page(row: Reading, column: Column, cell: str) -> None:
    if "first page" not in row.held and not row.fields.get("page", "").endswith(_whole(cell.strip())):
        row.leave(column, cell)


def _isbn(row: Reading, column: Column, cell: str) -> None:
    """Take ISBNs, or the ISSNs that stand there as in EndNote: ``1234-5679 and 2345-678X``."""
    issns = read_issn(cell)
    row.put(column, issns or read_list(cell), cell, "issn" if issns else "isbn")


# -- what a database says beside the citation


def _remark(row: Reading, column: Column, cell: str) -> None:
    """Take what has no field as a line of the annotation, with its label."""
    row.annotations.append(f"{column.detail or column.name}: {clean(cell)}")


def _type_or_remark(row: Reading, column: Column, cell: str) -> None:
    """Take a word for a type; another one is Publish or Perish's kind of link, ``HTML`` or ``PDF``."""
    kind = READ["type"](cell, column)
    if kind:
        row.put(column, kind, cell)
    else:
        _remark(row, column, cell)


def _journal_number(row: Reading, column: Column, cell: str) -> None:
    """Take the Web of Science's name of the journal for the abbreviation if there is none."""
    text = clean(cell)
    short = row.fields.setdefault("container_title_short", text)
    if numbers := journal_number(text, short):
        row.put(column, tuple(numbers), cell, "identifiers")


def _url(row: Reading, column: Column, cell: str) -> None:
    """Take an address; one beside another is an identifier."""
    for text in addresses(clean(cell)):
        if row.fields.setdefault("url", text) != text:
            row.put(column, (Identifier(kind="url", value=text),), cell, "identifiers")


def _accessed(row: Reading, column: Column, cell: str) -> None:
    """Take the day of the last access; where the cell has the time of day, too, its wording stands beside it."""
    date = read_date(cell)
    if date and date.year and ":" in cell and not date.literal:
        date = msgspec.structs.replace(date, literal=clean(cell))
    row.put(column, date, cell)


def _retracted(row: Reading, column: Column, cell: str) -> None:
    """Take whether it is retracted: it says so of the status, or that it is not."""
    if cell.strip().lower() in ("true", "yes", "1", "retracted"):
        row.put(column, "retracted", cell)
    else:
        _remark(row, column, cell)


def _stage(row: Reading, column: Column, cell: str) -> None:
    """Take the stage of publication for the status, unless it is the usual one."""
    if cell.strip().lower() == "final":
        _remark(row, column, cell)
    else:
        row.put(column, clean(cell), cell)


def _embase_source(row: Reading, column: Column, cell: str) -> None:
    """Take what only a source line says: ``Tides (2020) 12:3 (1-10). Date of Publication: 1 May 2020``."""
    match = _SOURCE.fullmatch(clean(cell))
    if match is None:
        row.leave(column, cell)
        return
    pages = match["pages"] or ""
    values = {
        "container_title": match["journal"],
        "issued": read_date(match["date"] or match["year"]),
        "volume": match["volume"] or "",
        "issue": match["issue"] or "",
        "page": "" if pages == "no pagination" else expand_pages(pages),
        "number": match["number"] or "",
    }
    known = [field for field in ("page", "number") if field in row.fields]
    for field, value in values.items():
        if value and not (field == "page" and known):
            row.put(column, value, value if isinstance(value, str) else cell, field)


def _printed(row: Reading, column: Column, cell: str) -> None:
    """Take what only the printed citation beside the columns says; its date counts if it says more of that year."""
    parts = printed_fields(clean(cell))
    if not parts:
        row.leave(column, cell)
    for field, text in parts.items():
        if field == "issued":
            _printed_date(row, column, text)
        elif field == "annote":
            _remark(row, column, text)
        else:
            row.put(column, expand_pages(text) if field == "page" else text, text, field)


def _printed_date(row: Reading, column: Column, text: str) -> None:
    digits = [part.zfill(2) for part in text.split()]
    date = read_date("-".join(digits) if all(map(str.isdecimal, digits)) else text)
    issued: Date | None = row.fields.get("issued")
    if date and not date.literal and issued and date.year == issued.year and _says(date, issued):
        row.fields["issued"] = date
    elif not (date and issued and _says(issued, date)):
        row.put(column, date, text, "issued")


def _accession(row: Reading, column: Column, cell: str) -> None:
    """Take the number of a record in its database, which in MEDLINE is the PMID."""
    number = _whole(clean(cell))
    if number.isdecimal() and len(number) < 9 and row.fields.get("source", "").casefold() in _OF_PUBMED:
        row.put(column, number, cell, "pmid")
    else:
        row.put(column, (Identifier(kind=column.detail, value=number),), cell)


def _titles(row: Reading, column: Column, cell: str) -> None:
    """Take the titles of an article in several languages: ``Os ventos do mar/ The winds of the sea``."""
    first, *others = [clean(title) for title in cell.split("/ ")]
    if not all(" " in title and not title[0].islower() for title in (first, *others)):
        first, others = clean(cell), []
    row.put(column, first, first)
    for title in others:
        row.put(column, title, title, "original_title")


def _publication_types(row: Reading, column: Column, cell: str) -> None:
    """Take words for kinds of publications; such as only name the type of the citation are not repeated."""
    kind = READ["type"](cell, column)
    if kind and "type" not in row.fields:
        row.fields["type"] = kind
    row.put(column, read_list(cell), cell)


def _extra_lines(row: Reading, column: Column, cell: str) -> None:
    """Take the identifiers that Zotero keeps in ``Extra``; the rest is a note."""

    def take(match: re.Match[str]) -> str:
        field = match.lastgroup or ""
        return "" if row.fields.setdefault(field, match[field]) == match[field] else match[0]

    rest = _EXTRA_LINE.sub(take, clean_lines(cell))
    notes = tuple([line.strip() for line in rest.split("\n") if line.strip()])
    if notes:
        row.put(column, notes, cell)


def _rest(row: Reading, column: Column, cell: str) -> None:
    """Take what had no column; a field whose column was changed since does not count."""
    from citeconv_csv.writing import express

    try:
        kept = _decode(cell)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        row.remarks.append(f"{column.name} is not as citeconv wrote it, and kept as it is")
        row.leave(column, cell)
        return
    was = express(kept)[0]
    there = row.table.names
    changed = {name for name, text in was.items() if text != row.cells.get(name, "") and name in there}
    for field in FIELDS:
        value = getattr(kept, field)
        if not value or field == "type":
            continue
        own = _COLUMNS_OF[field]
        if changed.isdisjoint(own):
            row.fields[field] = value
            row.gathered.pop(field, None)
            row.extra = [pair for pair in row.extra if pair[0].removeprefix("csv:") not in own]
        else:
            row.remarks.append(f"{field} in {column.name} does not agree with its column, which counts")
            row.extra.append((f"csv:{column.name}.{field}", msgspec.json.encode(value).decode()))


_decode = msgspec.json.Decoder(Citation).decode
_COLUMNS_OF = {field: frozenset(own.name for own in OWN if own.field == field) for field in FIELDS}


# -- PubMed


def _pubmed_authors(row: Reading, column: Column, cell: str) -> None:
    found = author_fields(clean(cell))
    if found:
        row.fields.update(found)
    else:
        row.leave(column, cell)


def _pubmed_citation(row: Reading, column: Column, cell: str) -> None:
    """Take date, volume, issue, pages and more from PubMed's source line; the columns beside it say the same."""
    text = clean(cell)
    while match := _WORD_BEHIND.search(text):  # PubMed until 2019: "[Epub ahead of print] Review. German."
        word = match["word"]
        if word.lower() in LANGUAGES:
            row.put(column, (LANGUAGES[word.lower()],), word, "language")
        elif word in _KINDS_BEHIND:
            row.put(column, (word,), word, "publication_types")
        else:
            break
        text = text[: match.start("word")].rstrip()
    fields, rest = source_line_fields(text)
    journal = fields.pop("container_title_short", "")
    if journal:
        row.put(column, journal, journal, "container_title_short")
    elif fields.get("container_title") == row.fields.get("container_title_short", ""):  # "Journal/Book" is the book
        del row.fields["container_title_short"]
    for field, value in fields.items():
        row.put(column, value, value if isinstance(value, str) else text, field)
    cut_medium(row.fields)
    if rest:
        row.leave(column, rest)


def _pubmed_url(row: Reading, column: Column, cell: str) -> None:
    row.put(column, f"https://www.ncbi.nlm.nih.gov{cell.strip()}" if cell.startswith("/") else clean(cell), cell)


def _pubmed_short(row: Reading, column: Column, cell: str) -> None:
    """Pass over the short form of a source line, journal and year."""
    issued, journal = row.fields.get("issued"), row.fields.get("container_title_short", "")
    if not _same(f"{journal} {issued.year if issued else ''}", cell):
        row.leave(column, cell)


def _pubmed_identifiers(row: Reading, column: Column, cell: str) -> None:
    for match in _PUBMED_ID.finditer(cell):
        row.put(column, match["value"], match[0], match["name"].lower())
    if rest := _PUBMED_ID.sub("", cell).strip(" |"):
        row.leave(column, rest)


def _pubmed_properties(row: Reading, column: Column, cell: str) -> None:
    for match in _PROPERTY.finditer(cell):
        value = match["value"].strip()
        if match["name"] == "first author":
            first_author(row, column, value)
        elif date := read_date(value):
            row.put(column, (Event(kind="entrez", date=date),), value, "history")
    if rest := _PROPERTY.sub("", cell).strip(" |"):
        _remark(row, column, rest)


def _pubmed_type(row: Reading, column: Column, cell: str) -> None:
    """Pass over what every row of PubMed's tables is, a citation."""
    if cell.strip().lower() != "citation":
        row.leave(column, cell)


FINISH: dict[str, Callable[[Reading, Column, str], None]] = {
    "pubmed authors": _pubmed_authors,
    "pubmed citation": _pubmed_citation,
    "pubmed type": _pubmed_type,
    "pubmed url": _pubmed_url,
    "pubmed short": _pubmed_short,
    "pubmed identifiers": _pubmed_identifiers,
    "pubmed properties": _pubmed_properties,
    "month": _part_of_date,
    "day": _part_of_date,
    "year": _year,
    "isbn": _isbn,
    "first page": _first_page,
    "last page": _last_page,
    **PEOPLE,
    "embase source": _embase_source,
    "printed": _printed,
    "accession": _accession,
    "titles": _titles,
    "journal number": _journal_number,
    "accessed": _accessed,
    "url": _url,
    "publication types": _publication_types,
    "extra lines": _extra_lines,
    "rest": _rest,
    "stage": _stage,
    "retracted": _retracted,
    "type or remark": _type_or_remark,
    "remark": _remark,
}
"""Read when all other cells are, in this order."""
_ORDER = {kind: place for place, kind in enumerate(FINISH)}
