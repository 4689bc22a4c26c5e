"""JATS, the XML of journals and PubMed Central: ``jats`` is a list of references, ``jats-front`` whole records.

Citations go in, elements built by lxml come out, one record at a time; and the other way round. ``jats`` reads both:
the fronts of articles, or the references of a list. This module holds what every start must know of them.
"""

from __future__ import annotations

from citeconv import Format, hookimpl
from citeconv_jats.options import OPTIONS


class Jats(Format[bytes]):
    """JATS, articles or a list of references, of element-citation or mixed-citation."""

    name = "jats"
    suffixes = (".xml", ".jats", ".nxml")
    signature = (
        r"<(?:!DOCTYPE\s{1,9}(?:article\s(?![^>]{0,80}//(?:ES|OASIS)//)[^>]{0,200}DTD|book(?:-part(?:-wrapper)?)?\s[^>]{0,200}//NLM//DTD)"
        r"|(?:[A-Za-z]\w{0,20}:)?(?:article[\s][^<>]{0,900}(?:article-type|dtd-version)="
        r"|book-meta|book-part-meta|book-part-wrapper"
        r"|pmc-articleset|article-meta|journal-meta|front-stub|ref-list|(?:element|mixed|nlm)-citation)\b)"
    )
    needs = ("<",)
    options = OPTIONS
    home = "citeconv_jats.formats"
    does = ("read", "write")


class JatsFront(Format[bytes]):
    """JATS article for each record, all of it in the front; several stand in a pmc-articleset."""

    name = "jats-front"
    home = "citeconv_jats.formats"
    does = ("write",)


@hookimpl
def citeconv_formats() -> list[type[Format[bytes]]]:
    """Offer ``jats`` and ``jats-front``."""
    return [Jats, JatsFront]
