"""What stands around the records: an article with an empty front, a bare list, or PMC's set of articles."""

from __future__ import annotations

_DOCTYPE = (
    b'<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.3'
    b' 20210610//EN" "JATS-archivearticle1-3-mathml3.dtd">\n'
)
_XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_XLINK = b'xmlns:xlink="http://www.w3.org/1999/xlink"'

_TITLE = b"<title-group><article-title>References</article-title></title-group>"
_LIST = b"<title>References</title>\n"

ARTICLE_FRAME = (
    b'%b%b<article %b dtd-version="1.3" article-type="other" xml:lang="en">\n'
    b"<front><article-meta>%b</article-meta></front>\n<back>\n<ref-list>\n%b" % (_XML, _DOCTYPE, _XLINK, _TITLE, _LIST),
    b"</ref-list>\n</back>\n</article>\n",
)
FRAGMENT_FRAME = (b"<ref-list>\n%b" % _LIST, b"</ref-list>\n")
SET_FRAME = (_XML + b"<pmc-articleset>\n", b"</pmc-articleset>\n")


def document(article: bytes) -> bytes:
    """Return one article as a document of its own."""
    return _XML + _DOCTYPE + article
