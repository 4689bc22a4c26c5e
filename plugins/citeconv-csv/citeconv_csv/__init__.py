"""CSV: tables of references, as PubMed, Scopus, Zotero and spreadsheets have them, a row a record.

``csv`` reads commas, semicolons and bars, whatever the columns are called, and writes a documented set of columns;
``tsv`` is the same with tabs, as Web of Science exports it; ``xlsx`` reads Excel's workbooks. This module holds what
every start must know of them; the work is done in ``formats``.
"""

from __future__ import annotations

from typing import ClassVar

from citeconv import Format, Option, hookimpl
from citeconv_csv import columns
from citeconv_csv.headings import in_head

__all__ = ["Csv", "Tsv", "Xlsx"]


class Csv(Format[str]):
    """CSV, a row a record, as PubMed, Scopus, Zotero and spreadsheets have it."""

    name = "csv"
    suffixes: ClassVar[tuple[str, ...]] = (".csv",)
    lacks = "no table of references: no line near its top names such columns (Title, Authors, Year, DOI, ...)"
    options = (
        Option(
            name="plain",
            help=f"leave out the column {columns.REST}, for what has no column of its own",
            default=False,
            does=("write",),
        ),
        Option(
            name="bom",
            help="begin with a byte-order mark, without which Excel misreads umlauts",
            default=False,
            does=("write",),
        ),
    )
    home = "citeconv_csv.formats"
    does = ("read", "write")

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Return whether there is a header."""
        return in_head(head, ",;|")


class Tsv(Csv):
    """Tab-separated values, a row a record, as Web of Science has it."""

    name = "tsv"
    suffixes = (".tsv", ".tab")
    home = "citeconv_csv.formats"

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Return whether there is a header, or that of the Web of Science."""
        return in_head(head, "\t") or head.startswith(("PT\tAU\t", '"PT\tAU\t'))


class Xlsx(Format[str]):
    """Excel workbooks, new or old, a row a record, in any sheet."""

    name = "xlsx"
    suffixes = (".xlsx", ".xlsm", ".xls")
    reads_bytes = True
    signature = r"\APK\x03\x04[\s\S]*xl/|\A\xd0\xcf\x11\xe0"
    needs = ("PK", "\xd0\xcf")
    home = "citeconv_csv.formats"
    does = ("read",)


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``csv``, ``tsv`` and ``xlsx``."""
    return [Csv, Tsv, Xlsx]
