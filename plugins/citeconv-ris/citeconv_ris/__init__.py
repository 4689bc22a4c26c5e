"""RIS, the tagged text by which reference managers and databases exchange references, and Ovid's labelled text.

Here stands what every start must know of them; ``ris`` and ``ovid`` do the work.
"""

from __future__ import annotations

from citeconv import Format, Option, hookimpl

OPTIONS = (
    Option(
        name="target",
        help="program that will read the file, where it wants something else than all the others",
        default="any",
        choices=("any", "zotero", "endnote", "rayyan", "covidence", "asreview", "jabref"),
    ),
)


class Ris(Format[str]):
    """RIS, for Zotero, EndNote, Rayyan, Covidence, ASReview and most others."""

    name = "ris"
    suffixes = (".ris",)
    signature = r"^[ \t\ufeff]*(?:[Tt][Yy][ \t\u00a0]{0,3}-|ER {1,3}-)"
    """The type or the end of a record."""
    options = OPTIONS
    home = "citeconv_ris.ris"
    does = ("read", "write")


class Ovid(Format[str]):
    """Ovid's labelled text, the "Citation" export of Embase, MEDLINE, PsycINFO and others."""

    name = "ovid"
    signature = r"^<\d{1,7}>[ \t]*\n(?:VN|[A-Z][A-Za-z]+(?: [A-Za-z]+){0,5})[ \t]*\n[ \t]+\S"
    home = "citeconv_ris.ovid"
    does = ("read",)


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``ris`` and ``ovid``."""
    return [Ris, Ovid]
