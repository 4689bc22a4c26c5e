"""Google Scholar's line below a title, which those who copy its pages have for the authors.

``P Lind, R Wei… - Journal of Tides, 2019 - Elsevier`` goes in, the authors and the rest come out; the rest goes in
again when all columns are read, and fills the fields that none of them has.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citeconv import Date
from citeconv.values.abstracts import clean
from citeconv.values.names import UPPER
from citeconv.values.patterns import lazy
from citeconv_csv.columns import Column
from citeconv_csv.databases import remark

if TYPE_CHECKING:
    from citeconv_csv.reading import Reading

_LINE = lazy(r"(?P<names>[^\d-][^\d]{2,300}?…?) - (?P<rest>\S.{0,400})")
_NAME = lazy(rf"[{UPPER}]{{1,5}} \D{{2,60}}")
_REST = lazy(
    r"(?:(?P<place>\S.{0,300}?),? )?(?P<year>(?:19|20)\d\d)(?: - (?P<site>\S.{0,80}))?"
    r"|(?P<domain>[\w-]+(?:\.[\w-]+){1,4})"
)
"""What stands behind the authors: ``J Tides, 2020 - example.org``, or a domain alone."""
_PATENT = lazy(r"(?:[A-Z]{2} )?Patent\b.*")
_SITES = frozenset(("Citeseer", "Google Patents", "JSTOR"))
"""What is no publisher."""


def parted(cell: str) -> tuple[str, str]:
    """Return the authors in Scholar's line, and what stands behind them; nothing of a cell that is none."""
    text = clean(cell).replace("\u00a0", " ")
    line = _LINE.fullmatch(text)
    if line is None or _REST.fullmatch(line["rest"]) is None:
        return "", ""
    names = line["names"].rstrip("…").rstrip(", ").split(", ")
    return (line["names"], line["rest"]) if all(map(_NAME.fullmatch, names)) else ("", "")


def _line(row: Reading, column: Column, cell: str) -> None:
    """Take where it was published, when, and by whom, or on which site it is."""
    found = _REST.fullmatch(cell)
    place, year, site = (found["place"] or "", found["year"], found["site"] or "") if found else ("", "", "")
    if year and row.fields.setdefault("issued", Date(year=int(year))).year != int(year):
        row.leave(column, year)
    if _PATENT.fullmatch(place):
        row.fields.setdefault("type", "patent")
        row.put(column, place, place, "number")
    elif place and not row.fields.get("container_title"):
        row.fields["container_title"] = place
    elif place:
        remark(row, column._replace(detail="place"), place)
    if site and "." not in site and site not in _SITES and "publisher" not in row.fields:
        row.fields["publisher"] = site
    elif site or (found and found["domain"]):
        remark(row, column._replace(detail="site"), site or cell)


SCHOLAR: dict[str, Callable[[Reading, Column, str], None]] = {"scholar line": _line}
"""Read when the columns that say the same are."""
