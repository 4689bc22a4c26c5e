"""The Web of Science's tagged text: ``savedrecs.txt``, ``.ciw``, ``.isi``. ::

    FN Clarivate Analytics Web of Science
    VR 1.0
    PT J
    AU Example, AB
       Sample, C
    TI Tides of the northern shelf
    UT WOS:000000000000001
    ER

A tag is two signs at the beginning of a line; lines that go on are indented. ``tags`` says what the tags mean,
``reading`` turns them into a citation. This module holds what every start must know of the format.
"""

from __future__ import annotations

from citeconv import Format, hookimpl


class Wos(Format[str]):
    """The Web of Science's tagged text (savedrecs.txt, .ciw, .isi)."""

    name = "wos"
    suffixes = (".ciw", ".isi")
    signature = r"^FN [^\n]+\n(?:VR [^\n]*\n)?\s*PT |^PT [A-Z]\n(?:[A-Z][A-Z0-9] [^\n]*\n(?:   [^\n]*\n)*){2}"
    needs = ("PT ",)
    home = "citeconv_wos.formats"
    does = ("read",)


@hookimpl
def citeconv_formats() -> type[Format[str]]:
    """Offer ``wos``."""
    return Wos
