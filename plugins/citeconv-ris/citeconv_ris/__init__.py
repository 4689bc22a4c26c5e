"""RIS, by which reference managers and databases exchange references, and the plain text of Ovid and Cochrane.

This module holds what every start must know of them; ``ris``, ``ovid`` and ``cochrane`` do the work.
"""

from __future__ import annotations

from citeconv import Format, Option, hookimpl

OPTIONS = (
    Option(
        name="target",
        help="program that will read the file, where it wants something else than all the others",
        default="any",
        choices=("any", "zotero", "endnote", "rayyan", "covidence", "asreview", "jabref"),
        does=("write",),
    ),
)


class Ris(Format[str]):
    """RIS, for Zotero, EndNote, Rayyan, Covidence, ASReview and most others."""

    name = "ris"
    suffixes = (".ris",)
    signature = r"^[ \t\ufeff]*[Tt][Yy][ \t\u00a0]{0,3}-|\n[ \t\ufeff]*ER {1,3}-"
    """The type or the end of a record, which nothing begins with."""
    options = OPTIONS
    home = "citeconv_ris.ris"
    does = ("read", "write")


class Ovid(Format[str]):
    """Ovid's labelled text, the "Citation" export of Embase, MEDLINE, PsycINFO and others."""

    name = "ovid"
    signature = (
        r"^ ?<\d{1,7}(?:\. )?>[ \t]*\n"
        r"(?: ?VN {1,2}- \S|(?:Unique Identifier|Accession Number) \S"
        r"|[A-Z][A-Za-z]+(?: [A-Za-z-]+){0,5}[ \t]*\n[ \t]+\S)"
    )
    needs = ("<",)
    open_ended = True
    home = "citeconv_ris.ovid"
    does = ("read",)


class Cochrane(Format[str]):
    """The Cochrane Library's plain text, its export of reviews and trials."""

    name = "cochrane"
    signature = r"^\ufeff?Record #?\d{1,7} of \d{1,7}[ \t]*\n\s*[A-Z]{2}: "
    needs = ("Record ",)
    open_ended = True
    home = "citeconv_ris.cochrane"
    does = ("read",)


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``ris``, ``ovid`` and ``cochrane``."""
    return [Ris, Ovid, Cochrane]
