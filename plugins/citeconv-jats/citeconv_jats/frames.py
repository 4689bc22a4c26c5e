"""What stands around the records: an article with an empty front, a bare list, or PMC's set of articles."""

from __future__ import annotations

DOCTYPE = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.3'
    ' 20210610//EN" "JATS-archivearticle1-3-mathml3.dtd">\n'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

_TITLE = "<title-group><article-title>References</article-title></title-group>"
_LIST = "<ref-list>\n<title>References</title>\n"

ARTICLE_FRAME = (
    (
        f'{_XML}{DOCTYPE}<article {_XLINK} dtd-version="1.3" article-type="other" xml:lang="en">\n'
        f"<front><article-meta>{_TITLE}</article-meta></front>\n<back>\n{_LIST}"
    ),
    "</ref-list>\n</back>\n</article>\n",
)
FRAGMENT_FRAME = (f"<ref-list {_XLINK}>\n<title>References</title>\n", "</ref-list>\n")
SET_FRAME = (f"{_XML}<pmc-articleset>\n", "</pmc-articleset>\n")


def document(article: str) -> str:
    """Return one article as a document of its own."""
    return f"{_XML}{DOCTYPE}{article}"
