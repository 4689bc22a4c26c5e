"""PubMed's XML (``pubmed-xml``): sets of articles and of parts of books, as efetch, PubMed's old pages and NLM's files
have them.

A ``Source`` goes in and is cut at the elements of records, without regard to what is around them, so that sets one
after the other, lone records and damaged ones are read alike; each record is parsed alone (``reading``).
"""

from __future__ import annotations

from citeconv import Format, hookimpl


class PubmedXml(Format[str]):
    """PubMed's XML, as efetch and NLM's files have it."""

    name = "pubmed-xml"
    suffixes = (".xml",)
    signature = (
        r"<(?:!DOCTYPE\s{1,9})?(?:[A-Za-z]\w{0,20}:)?"
        r"(?:Pubmed(?:Book)?Article(?:Set)?|MedlineCitation(?:Set)?|BookDocument(?:Set)?)[\s/>]"
        r"|<pre>\s{0,99}&lt;Pubmed(?:Book)?Article&gt;"
    )
    needs = ("<",)
    home = "citeconv_pubmed_xml.formats"
    does = ("read",)


@hookimpl
def citeconv_formats() -> type[Format[str]]:
    """Offer ``pubmed-xml``."""
    return PubmedXml
