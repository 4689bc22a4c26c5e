"""EndNote: ``refer`` is its tagged import format (``.enw``), ``endnote-xml`` its XML.

Both are one set of fields in two syntaxes: ``refer`` and ``xml`` turn a record into a ``Reference`` and back,
``reader`` and ``writer`` a ``Reference`` into a citation and back, by the tables of ``fields`` and ``types``. This
module holds what every start must know of them.
"""

from __future__ import annotations

from citeconv import Format, hookimpl


class Refer(Format[str]):
    """EndNote's tagged format (Refer), as .enw files hold it."""

    name = "refer"
    suffixes = (".enw", ".refer")
    signature = (
        r"^%0[ \t]+[^\W\d_][^\n]*\n|^%0[ \t]*\n%[A-Z] |"
        r"\A\s*%[ATDJBKEIPVNXLROQ] [^\n]+\n(?:[^%\n][^\n]*\n)*%[ATDJBKEIPVNXLROQ@] "
    )
    needs = ("%",)
    open_ended = True
    home = "citeconv_endnote.formats"
    does = ("read", "write")


class EndnoteXml(Format[str]):
    """EndNote XML."""

    name = "endnote-xml"
    suffixes = (".xml",)
    signature = (
        r"<record\b[^<>]*>\s*(?:<!--[^<>]*-->\s*)?"
        r"<(?:database|source-app|rec-number|foreign-keys|ref-type|contributors|titles)\b"
    )
    needs = ("<",)
    home = "citeconv_endnote.formats"
    does = ("read", "write")


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``endnote-xml`` and ``refer``."""
    return [EndnoteXml, Refer]
