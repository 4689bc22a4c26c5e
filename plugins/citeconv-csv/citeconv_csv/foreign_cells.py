"""Cells of other programs' tables, made to hold no more than the value that is to be read.

A cell goes in, with its column and the row as far as it is read; out comes what is left to read, or nothing. People and
programs write that there is nothing, several values into one cell, signs of their own around a value: what else a cell
says is put into its field, waits until the others are read, or goes to the annotation or to ``extra``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citeconv import Identifier
from citeconv.values.abstracts import clean
from citeconv.values.bare import VOLUME_BEHIND, article_field, bare_article, bare_number, without_stop
from citeconv.values.databases import electronic_day, said_once
from citeconv.values.dois import PUBLISHER, kind_behind, parted_numbers
from citeconv.values.isbns import ISBN
from citeconv.values.literals import described, quoted_list
from citeconv.values.names import is_nobody
from citeconv.values.patterns import lazy
from citeconv_csv.columns import GATHERED, Column
from citeconv_csv.databases import NO_NUMBERS, remark
from citeconv_csv.kinds import holds_dois, read_date, several_dois, whole

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

# -- what says that there is nothing, or is no value

_NOBODY = frozenset(
    "anonymous|anon|anon.|[no abstract available]|no abstract available|no abstract available.".split("|")
)
"""What databases write, in any case of letters, for authors and abstracts that there are none of, beside names that
``is_nobody`` knows."""
_LONGEST_NOBODY = 30
_ANSWERS = frozenset("0 1 yes no y n true false".split())
_NONE_OF = frozenset("none|no|nil|no funding|none declared|none reported|not reported|not applicable".split("|"))
"""What people and R's packages write where a work has no grants, or cites nothing that is known."""
_NO_PAGES = frozenset("n.pag|n. pag|n.p|n.pag.|n/a-n/a|no pagination|no pagination specified|unpaginated".split("|"))
_MAYBE_NONE = frozenset(("related", "grants"))
_DECISIONS = frozenset(
    "ACCEPTED REJECTED INCLUDED EXCLUDED DUPLICATED UNCLASSIFIED consistent conflict resolved determined"
    " Rejected Included Excluded Duplicated Unclassified rejected included excluded duplicated unclassified".split()
)
"""What reviewers decide about a work."""
_TEXTS = frozenset("abstract grants conflict_of_interest keyword".split())
"""Fields for which somebody may answer whether there is such a text, where they do not copy it."""
_LONGEST_RECORD = 60
"""Characters of somebody's own number of a work, beyond which it is a remark."""
_HEADING_OF_ABSTRACT = lazy(r"\A\s{0,9}abstract(?:\s{0,3}\n|:)\s{0,9}(?=\S)", re.I)

# -- several numbers

_OF_NUMBERS = frozenset(("doi", "pmid"))
_WRAPS = frozenset("=[")
_OF_ONE = frozenset("text date year doi pmid pmcid page abstract url".split())
"""Kinds of columns in which a list of one item, ``['Tides']``, is what a program prints of the value."""
_REMARK_BEHIND = lazy(r"(?P<doi>(?:\S{0,40}/)?10\.\d{4,9}/\S{1,200}) (?:[(\[][^()\[\]]{1,200}[)\]]|\[doi\] \S.{0,60})")
"""A DOI with what somebody remarks on it: ``10.5555/x (not yet active)``, or MEDLINE's: ``10.5555/x [doi] 2936``."""
_PII = "[pii]"
_DOIS_WITH_BLANKS = lazy(r"10\.\d{4,9}/\S{1,200}(?: {1,3}10\.\d{4,9}/\S{1,200}){1,9}")
_PAGE_OF_DOI = lazy(rf"{PUBLISHER}(?P<doi>10\.\d{{4,9}}/[^\s?#]+)(?<!\.pdf)(?:[?#]\S*)?")
_PMIDS = lazy(r"\s*\d{5,8}(?:\s{0,3}[;,|]\s{0,3}\d{5,8}){1,50}\s*")
_BETWEEN_PMIDS = lazy(r"\s*[;,|]\s*|\s+\Z|\A\s+")
_NUMBERED = frozenset(("volume", "issue", "page"))

# -- whole citations, and signs of programs

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
_SIGN_OF_R = lazy(r"<U\+((?!D[89A-F])[0-9A-F]{4}|000[0-9A-F]{5}|0010[0-9A-F]{4})>")
"""How R writes a sign that Windows' encoding lacks: ``<U+2010>``."""
_BETWEEN = lazy(r"(?<!\s)\s*(?:##|(?<=\s)//)\s*")
"""What R's packages and historians write between the items of a list."""
_LISTED = frozenset("author editor contributor keyword categories subjects related grants".split())
_OF_CONFERENCES = frozenset("event_title event_place event_date organizer".split())
_ESCAPED_SIGN = lazy(r"\\([&%#$_])")
_MAYBE_TEX = frozenset("title container_title author editor abstract keyword publisher event_title".split())
"""Fields that hold TeX in tables made of BibTeX."""

# -- what stands beside a value

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
        # Rayyan's, of the Web of Science
        (" J9 ", lazy(r"(?<=[\dXx]) J9 - (?P<beside>\S.{0,100})\Z"), "container_title_short"),
        ("", lazy(rf"(?P<beside>{ISBN})"), "isbn"),
    ),
}
"""What stands beside the value of a column, by the kind of the column: a sign of it, its form, the field it fills."""
_WITH_PAGES = lazy(r"\d{1,4} ?\([^()]{1,30}\) ?[:,] ?(?:pp?\.? ?)?\w{1,10} ?[-\u2010-\u2015] ?\w{1,10}\.?")
"""What people copy into the column of the volume: ``92 (5): 1376-1405.``"""
_WHOLE = frozenset(("volume", "issue"))
"""Fields whose numbers are whole."""
_COUNTS = frozenset(("number_of_pages", "number_of_references"))
_BARE = _WHOLE | _COUNTS | {"number"}
_STOPPED = frozenset(("title", "original_title"))
"""Fields whose full stop at the end is none of theirs."""
_ANSWERED = _TEXTS | _MAYBE_NONE | {"author", "page", "status"}
_KINDS_ANSWERED = frozenset(("abstract", "first author"))
"""The fields and kinds of columns in which somebody answers a question, or says that there is nothing."""
_KINDS_BESIDE = _BESIDE.keys() | {"date"}
"""Kinds of columns in which another value may stand beside their own."""


def foreign_cell(row: Reading, column: Column, cell: str) -> str:
    """Return what is to be read of a cell of another program's table; nothing if that is done."""
    field, kind = column.field, column.kind
    if cell[0] in _WRAPS:
        cell = _unwrapped(column, cell)
    if cell and (kind in _OF_NUMBERS or cell == "0"):
        cell = _one_number(row, column, cell)
    if cell and (field in _ANSWERED or kind in _KINDS_ANSWERED or column.detail == "record"):
        cell = _said(row, column, cell)
    if cell and field in ("author", "container_title"):
        cell = _own_value(row, column, cell)
    if not cell:
        return ""
    if "\\" in cell or "{" in cell or "<U+" in cell or field in _LISTED or field in _OF_CONFERENCES:
        cell = _without_signs(row, column, cell)
    if cell and kind in _KINDS_BESIDE:
        cell = _alone(row, column, cell)
    if cell and kind == "text" and field in _BARE:
        cell = _bare(row, column, cell)
    elif kind == "text" and field in _STOPPED:
        cell = without_stop(cell.rstrip())
    return cell


def _unwrapped(column: Column, cell: str) -> str:
    """Return the text of a formula that is one, or the only item of a list where a field holds one value."""
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1].replace('""', '"')
    if column.kind in _OF_ONE and len(items := quoted_list(cell.strip())) == 1:
        return items[0]
    return cell


def _one_number(row: Reading, column: Column, cell: str) -> str:
    """Return a cell with one DOI or PMID, if it has several, or a remark behind; nothing if that is done."""
    has_zeros = row.table.has_zeros
    if column.kind in _OF_NUMBERS and (cell in ("0", "0.0") or (has_zeros and cell.lower() in NO_NUMBERS)):
        return ""  # what a workbook remembers of a formula that makes a link; Retraction Watch's for nothing
    if cell == "0" and has_zeros and column.field in _NUMBERED:
        return ""  # Publish or Perish's for nothing
    if column.kind == "doi":
        return _one_doi(row, column, cell)
    if column.kind == "pmid" and (several := _PMIDS.fullmatch(cell)):
        first, *others = _BETWEEN_PMIDS.split(several[0])
        row.gather("identifiers", tuple([Identifier(kind="pmid", value=each) for each in others]))
        return first
    return cell


def _one_doi(row: Reading, column: Column, cell: str) -> str:
    if _PII in cell:
        cell = _without_piis(row, column, cell)
    elif "://" in cell:
        cell, *behind = parted_numbers(cell)
        row.gather("identifiers", tuple([Identifier(kind="url", value=address) for address in behind]))
    if _DOIS_WITH_BLANKS.fullmatch(cell):
        cell = "; ".join(cell.split())
    if holds_dois(cell) or (column.name == "dois" and ";" in cell):
        _take_dois(row, column, cell)
        return ""
    cell, _ = kind_behind(cell)
    if remarked := _REMARK_BEHIND.fullmatch(cell):
        row.leave(column, cell)
        cell = remarked["doi"]
    if page := _PAGE_OF_DOI.fullmatch(cell):
        row.put(column, cell, cell, "url")
        cell = page["doi"]
    return cell


def _without_piis(row: Reading, column: Column, cell: str) -> str:
    """Return what stands beside the publisher's own number in a cell that EndNote has from PubMed."""
    rest = []
    for text in parted_numbers(cell):
        number, kind = kind_behind(text)
        if kind == "pii":
            row.put(column, number, text, "pii")
        else:
            rest.append(text)
    return "; ".join(rest)


def _take_dois(row: Reading, column: Column, cell: str) -> None:
    """Take the first of several DOIs, or that of which others are parts, and the publisher's own number."""
    dois, others = several_dois(cell)
    of_all = next((doi for doi in dois if any([each.startswith(f"{doi}.") for each in dois])), "")
    own = of_all or next(iter(dois), "")
    row.put(column, own, cell)
    row.gather("identifiers", tuple([Identifier(kind="doi", value=doi) for doi in dois if doi != own]))
    for number in others if dois else ():
        row.put(column, number, number, "pii")


def _said(row: Reading, column: Column, cell: str) -> str:
    """Return a cell that says something; nothing if it says that there is nothing, or is somebody's answer."""
    if column.kind == "abstract":
        cell = _HEADING_OF_ABSTRACT.sub("", cell, count=1)
    if column.detail == "record" and len(cell) > _LONGEST_RECORD and " " in cell.strip():
        remark(row, column._replace(detail=""), cell)
    elif _is_answer(column, cell):
        remark(row, column, cell)
    elif _says_nothing(column, cell):
        row.leave(column, cell)
    else:
        return cell
    return ""


def _is_answer(column: Column, cell: str) -> bool:
    """Tell if a cell is what somebody answers to the question whether there is something, or decides about it."""
    if column.field in _MAYBE_NONE and cell.strip(" .").lower() in _NONE_OF:
        return True
    if column.field in _TEXTS or column.kind == "first author":
        return cell.lower() in _ANSWERS
    return column.field == "status" and cell in _DECISIONS


def _says_nothing(column: Column, cell: str) -> bool:
    """Tell if a cell says that there are no pages, nobody who wrote it, or no abstract."""
    if column.field == "page":
        return cell.strip().lower() in _NO_PAGES
    if column.field not in ("author", "abstract") or len(cell) > _LONGEST_NOBODY:
        return False
    return cell.lower() in _NOBODY or is_nobody(cell)


def _own_value(row: Reading, column: Column, cell: str) -> str:
    """Return a container's title or authors; nothing if the cell holds more, and waits to be read as another kind."""
    if column.field == "author":
        if ")" in cell and _NUMBERED_PERSON.search(cell):
            row.waiting.append((column._replace(kind="pubmed authors"), cell))
            return ""
        return cell
    if cell[0] == "{" and (parts := described(cell)):  # Semantic Scholar's
        for name, field in (("volume", "volume"), ("pages", "page")):
            if value := clean(parts.get(name, "")):
                row.put(column, value, value, field)
        cell = parts.get("name", "")
    for sign, kind, pattern in _SOURCE_LINES:
        if sign in cell and (line := pattern.fullmatch(clean(cell))):
            row.waiting.append((column._replace(kind=kind), line[1]))
            return ""
    return cell


def _without_signs(row: Reading, column: Column, cell: str) -> str:
    """Return a cell without the signs that R, historians and the makers of BibTeX set, each item of a list alike."""
    if "<U+" in cell:
        cell = _SIGN_OF_R.sub(lambda match: chr(int(match[1], 16)), cell).replace("\ufeff", "")
    if "{[}" in cell:  # the Web of Science's BibTeX
        cell = cell.replace("{[}", "[").replace("{]}", "]")
    if column.field in _LISTED and ("##" in cell or "//" in cell):
        cell = _BETWEEN.sub("; ", cell)
    if column.field in _OF_CONFERENCES:
        cell = said_once(cell.strip())
    if "\\" in cell or ("{" in cell and row.table.of_bibtex):
        cell = _without_tex(cell, row.table.of_bibtex, column.field in _MAYBE_TEX)
    return cell


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


def _alone(row: Reading, column: Column, cell: str) -> str:
    """Return the value of a cell without what stands beside it and has a field of its own."""
    if column.kind == "date" and "(Epub " in cell:
        cell, day = electronic_day(cell)
        row.put(column, read_date(day), day, "available_date")
    for sign, pattern, field in _BESIDE.get(column.kind, ()):
        if sign in cell and (found := tuple([match["beside"] for match in pattern.finditer(cell)])):
            row.put(column, found if field in GATHERED else found[0], cell, field)
            cell = pattern.sub(" ", cell).strip(" ,;")
    return cell


def _bare(row: Reading, column: Column, cell: str) -> str:
    """Return a number without what says which kind it is of; nothing if that is done, or it is none."""
    if column.field == "volume" and "(" in cell and _WITH_PAGES.fullmatch(line := clean(cell)):
        row.waiting.append((column._replace(kind="volume and pages"), line.rstrip(".")))
        return ""
    if column.field in _WHOLE:
        return bare_number(whole(cell))
    if column.field in _COUNTS:
        number = whole(cell.strip())
        if number == "0" and column.field == "number_of_pages":  # nobody has counted them
            row.leave(column, cell)
            return ""
        return number
    if (field := article_field(cell)) != "number":
        row.put(column, bare_article(cell), cell, field)
        return ""
    return bare_article(cell)
