"""MEDLINE, PubMed's own format (``.nbib``): records of lines ``TAG - value``, read and written tag for tag.

A ``Source`` goes in and is cut at each ``PMID-``; a record becomes lines (``syntax``), lines a citation (``reading``),
and back (``writing``); ``formats`` does it. This module holds what every start must know of the format.
"""

from __future__ import annotations

from citeconv import Format, hookimpl


class Nbib(Format[str]):
    """MEDLINE, as PubMed saves it and reference managers import it."""

    name = "nbib"
    suffixes = (".nbib", ".medline")
    signature = (
        r"^\ufeff?(?:PMID ?- ?\d|PMC - PMC\d"
        r"|(?:OWN |STAT|DCOM|BTI |LID |FED |FAU |AUID|DEP |EDAT|MHDA|CRDT|PHST|AID )- \S)"
    )
    """Found in every MEDLINE file and in no RIS file, whose tags have two letters and two blanks."""
    home = "citeconv_nbib.formats"
    does = ("read", "write")


@hookimpl
def citeconv_formats() -> type[Format[str]]:
    """Offer ``nbib``."""
    return Nbib
