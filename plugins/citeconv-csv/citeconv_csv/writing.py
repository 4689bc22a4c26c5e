"""A citation to a row: the cells of the documented columns, and what reading them would not give back.

A ``Citation`` goes in. Out come the cells by column, and the fields that the cells do not hold as they are, because
there is no column, or a poorer one: they stand in the last column, in citeconv's own JSON. Spreadsheets run cells that
begin with ``=``, ``+``, ``-`` or ``@`` as formulas, so that such a cell is written behind an apostrophe, which reading
takes away.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress
from typing import Any

from msgspec.structs import astuple, replace

from citeconv import FIELDS, Citation, Date, Issn, Keyword, Name, Subject
from citeconv.values.abstracts import abstract_text, clean, clean_lines, is_clean, one_line, with_any_abstract
from citeconv.values.dates import edtf_point, parse_date
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy
from citeconv_csv.columns import OWN, REST, Column
from citeconv_csv.kinds import READ, read_date, read_issn, read_keywords, read_list, read_subjects
from citeconv_csv.names import own_names

_FORMULA = lazy(r"'*[=+\-@\t]")
_PLAIN_NAME = Name.__struct_fields__.index("suffix")
_NOTHING_MORE = astuple(Name())[_PLAIN_NAME:]
_SIGNS_OF_NAMES = lazy(r"[,;<&]|  |(?:\A|\|) | (?:\||\Z)")
"""What may make other names of families and given names joined by bars: signs that part, markup, blanks around."""
_ROWS = {row.field: row for row in OWN if row.field and row.kind != "year"}


def protected(cell: str) -> str:
    """Return a cell such that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def express(citation: Citation) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the cells of a citation by column, without protection, and the fields that they do not hold as they are.

    Args:
        citation: Any.
    """
    values = astuple(citation)
    cells: dict[str, str] = {"type": citation.type}
    rest: dict[str, Any] = {}
    for field, value in compress(zip(FIELDS, values, strict=True), values):
        row = _ROWS.get(field)
        if row is None:
            rest[field] = value
            continue
        if row.kind == "text":
            if is_clean(value):
                cells[row.name] = value
                continue
            cell, whole = _text(value)
        elif row.kind == "type":
            continue
        else:
            cell, whole = _WRITE[row.kind](value)
        cells[row.name] = cell
        if not whole:
            rest[field] = value
    if citation.other_abstracts:
        other, _ = _abstract(with_any_abstract(replace(citation, abstract=())).abstract)
        if not citation.abstract and other:
            cells["abstract"] = other
        if cells.get("abstract") == other:
            rest["abstract"] = citation.abstract  # which tells it from one that stands in its place
    if citation.issued is not None and citation.issued.year:
        cells["year"] = year = str(citation.issued.year)
        if cells["date"] == year and parse_date(year) == citation.issued:  # which tells no year from a number
            del cells["date"]
    return cells, rest


def _safe(text: str) -> str:
    """Return text without what does not survive in a file of lines."""
    return text.replace("\0", "").replace("\r", " ")


def _text(text: str) -> tuple[str, bool]:
    cell = one_line(_safe(text)).strip()
    return cell, clean(cell) == text


def _lines(lines: tuple[str, ...]) -> tuple[str, bool]:
    cell = _safe("\n".join(lines)).strip()
    return cell, tuple([line for line in clean_lines(cell).split("\n") if line]) == lines


def _abstract(sections: Any) -> tuple[str, bool]:
    cell, whole = abstract_text(sections)
    safe = _safe(cell)
    return safe, whole and safe == cell


def _page(page: str) -> tuple[str, bool]:
    cell = _text(page)[0]
    return cell, READ["page"](cell, Column("page")) == page


@remembered(4096)
def _date(date: Date) -> tuple[str, bool]:
    """Return a date in EDTF, as coarse as it is; its wording where there is no year."""
    cell = edtf_point(date)
    if not cell and not date.year:
        cell = _text(date.literal)[0]
    elif cell:
        cell += f"/{edtf_point(date.end) or '..'}" if date.end is not None else ""
        cell += "~" if date.circa else ""
    return cell, bool(cell) and read_date(cell) == date


def _names(names: tuple[Name, ...]) -> tuple[str, bool]:
    """Return names with semicolons between: ``Lind, Per; Wei, R, Jr; A Study Group``."""
    values = [astuple(name) for name in names]
    if all([each[0] and each[1] for each in values]):
        text = "|".join([part for each in values for part in each[:2]])
        if text.isprintable() and not _SIGNS_OF_NAMES.search(text):
            whole = all(each[_PLAIN_NAME:] == _NOTHING_MORE for each in values)
            if whole or not any(each[_PLAIN_NAME] for each in values):
                return "; ".join([f"{each[0]}, {each[1]}" for each in values]), whole
    pieces = []
    for name in names:
        if name.family or name.given:
            pieces.append(
                ", ".join(filter(None, (name.family, name.given, name.suffix))) if name.given else f"{name.family},"
            )
        else:
            pieces.append(name.literal)
    cell = _text("; ".join(pieces))[0]
    return cell, bool(cell) and own_names(cell) == names


def _joined(read: Callable[[str], Any]) -> Callable[[Any], tuple[str, bool]]:
    def write(values: tuple[str, ...]) -> tuple[str, bool]:
        cell = _text("; ".join(values))[0]
        return cell, bool(cell) and read(cell) == values

    return write


def _languages(codes: tuple[str, ...]) -> tuple[str, bool]:
    cell = _text("; ".join(codes))[0]
    return cell, bool(cell) and READ["languages"](cell, Column("language")) == codes


def _keywords(keywords: tuple[Keyword, ...]) -> tuple[str, bool]:
    cell = _text("; ".join([keyword.text for keyword in keywords]))[0]
    return cell, bool(cell) and read_keywords(cell) == keywords


def _subjects(subjects: tuple[Subject, ...]) -> tuple[str, bool]:
    pieces = []
    for subject in subjects:
        words = [f"{'*' * subject.major}{subject.term}"]
        words += [f"{'*' * each.major}{each.term}" for each in subject.qualifiers]
        pieces.append("/".join(words))
    cell = _text("; ".join(pieces))[0]
    return cell, bool(cell) and read_subjects(cell) == subjects


def _issn(issns: tuple[Issn, ...]) -> tuple[str, bool]:
    cell = "; ".join([f"{issn.value} ({issn.kind})" if issn.kind else issn.value for issn in issns])
    cell = _text(cell)[0]
    return cell, bool(cell) and read_issn(cell) == issns


_WRITE: dict[str, Callable[[Any], tuple[str, bool]]] = {
    "names": _names,
    "date": _date,
    "page": _page,
    "abstract": _abstract,
    "keywords": _keywords,
    "subjects": _subjects,
    "list": _joined(read_list),
    "languages": _languages,
    "issn": _issn,
    "lines": _lines,
}
NAMES = [row.name for row in OWN]
PLAIN_NAMES = [name for name in NAMES if name != REST]
