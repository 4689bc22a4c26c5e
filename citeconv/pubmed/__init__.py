"""PubMed's text exports, "Abstract (text)" and "Summary (text)": the core's own reader.

Files that people save from PubMed's web page, or fetch with efetch, go in; citations come out. Neither layout was made
for machines: what a line is must be told from blank lines, first words and place.
"""

from __future__ import annotations

import re

from citeconv.format import Format
from citeconv.hookspecs import hookimpl
from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy

FAMILY = r"[^\W\d_][\w'\u2019-]{0,30}(?: [\w'\u2019-]{1,30}){0,3}"
"""A family name, before initials: the source of a pattern."""
_AUTHOR = rf"{FAMILY} [A-Z]{{1,4}}(?: (?:Jr|Sr|[1-9](?:st|nd|rd|th)))?[,.;]"
"""A name with initials, as ``Lind PA Jr``, and the sign behind it."""
_MARK = r"(?:(?:[(\[]?\d{1,7}[.)\]]|[*\u2022\u00b7\u2013-])[ \t\u00a0]{1,3})?"
"""What may stand before an item of a list: ``1.``, ``(1)``, ``*``."""
_CITATION = lazy(
    rf"(?:[^\n]{{0,2000}}\n){{0,20}}?[> \t]*{_MARK}{_AUTHOR}(?:[^\n]+\n){{0,40}}?[^\n]*[.;] ?\[?(?:PubMed )?PMID:\s\d"
)
"""Authors, with or without a mark of the list before them, and in the same paragraph a PMID."""
_OF_OTHERS = r"[A-Z][A-Z0-9]{1,3} {0,3}- |[A-Z]{2}: |Record #|[@%<{]|[FP][NT] [A-Z]"
"""What begins lines of files in which a list of references stands within a record."""
_REFERENCE = lazy(
    rf"(?:(?!{_OF_OTHERS})[^\n]*\n)*?[> \t]*[(\[]?\d{{1,3}}[.)\]][ \t\u00a0]{{1,3}}{_AUTHOR}(?! ?\d)"
    rf"(?:[^\n]+\n){{0,9}}?[^\n]*\.\s{{1,9}}{YEAR}(?: [A-Z][^.;:\n]{{0,20}})?;\s?\d"
)
"""The same where nobody wrote PMIDs: an item of a numbered list, with date and volume, also behind a manuscript."""
_FIRST_ITEM = lazy(
    r"(?:[^\n]{0,2000}\n){0,20}?[> \t]*[(\[]?1(?:[.)\]]\s|\nCite(?: Share)?\s*\n)(?=\S)(?![A-Z][A-Z0-9] {1,3}- )"
)
"""But no tag, as in the numbered records of Ovid's RIS."""
_OF_PAGE = lazy(
    rf"(?:[^\n]{{0,400}}\n){{0,40}}?[^\n]{{9,400}}\n{_AUTHOR}[^\n]*\n"
    rf"[A-Z][^\n.;:]{{1,100}}\. {YEAR}[^\n]{{0,200}}\nPMID: \d"
)
"""Title, authors, source and PMID, a line each, as PubMed's pages have them."""
_DATED = lazy(rf"\.\s{{1,2}}{YEAR}\b[^\n]{{0,60}}[;:]")
_SIGNED = lazy(r"\bPMID:\s{1,6}\d")
_LINE_OF_RECORD = "\nPMID:"


def _is_listed(head: str) -> bool:
    """Whether a file begins with an item of a list that has a year, volume or pages, and behind them a PMID."""
    item = _FIRST_ITEM.match(head)
    paragraph = head[item.end() :].partition("\n\n")[0] if item else ""
    dated = _DATED.search(paragraph)
    return dated is not None and _SIGNED.search(paragraph, dated.start()) is not None


_QUOTED = lazy(r"\n*[ \t]*(?:>[> \t]*)?(?<=[> \t])\d{1,7}[.:)][ \t\u00a0]")
"""A number with what mail programs have before each line."""
_QUOTE = lazy(r"^(?:[ \t]*>[> \t]?|[ \t]{1,8})", re.M)


def _as_printed(head: str) -> str:
    """Return the beginning of a file without what mail programs have before lines, with plain blanks."""
    if head.count("\u00a0") > head.count(" "):
        head = head.replace("\u00a0", " ")
    return _QUOTE.sub("", head) if _QUOTED.match(head) else head


_TOP_OR_BLANK_LINE = r"(?:\A(?!\s*\d{1,7}: )(?:[^\n]{0,200}\n){0,20}?|\n[> \t]*\n)"
"""Within the first lines, unless they are numbered ``1:`` as those of a summary, or behind a blank line."""
_NUMBER = r"[> \t]*\d{1,7}\.(?:[ \t\u00a0]|(?=[A-Z]))"
"""The number of a record."""
_NO_PMID_IN_PARAGRAPH = r"(?!(?:[^\n]+\n){0,8}?[^\n]*[.;] {0,2}(?:PubMed )?PMID:)"
"""The paragraph is no item of a list of citations, which ends with its PMID."""
_NO_AUTHOR = rf"(?![ \t\u00a0]{{0,3}}{_AUTHOR}(?! ?\d))"
"""No author begins the line, but perhaps a journal that looks like one: ``Phys Rev E. 2019``."""
_SOURCE = rf"(?:[^\n]{{1,200}}?\.\s{{1,2}}{YEAR}[\s;:.]|RETRACTED)"
"""The source line: a journal and a year, or the word before it."""
_BOOK = (
    r"(?:[^\n]+\n){1,4}\n(?:(?:[^\n]+\n){1,20}\n)?"
    rf"(?:In: |[^\n:;]{{2,60}}: [^\n;]{{2,200}}; {YEAR}|[^\n]{{2,160}}\s\[Internet\]\. [A-Z][^\n:;]{{2,60}}: )"
)
"""The title of a book or chapter, perhaps its authors, and the book or its place and publisher."""
_UNNUMBERED_RECORD = (
    rf"\A\s*(?:\d{{1,7}}[:)] ?)?(?:\d ?)?[A-Z][^\n.;:©]{{1,120}}\. {YEAR}(?: [A-Z][^\n.;:]{{0,20}})?"
    r"(?:[;:]\S|\. (?:doi|pii): )(?:[^\n]+\n){1,3}\n(?:[^\n]*\n)*?PMID: ?\d"
)
"""A source line at the top whose number somebody deleted, and a line with a PMID further down."""


class PubmedText(Format[str]):
    """PubMed "Abstract (text)", as saved from the web page or by efetch."""

    name = "pubmed"
    suffixes = (".txt",)
    signature = (
        rf"{_TOP_OR_BLANK_LINE}{_NUMBER}{_NO_PMID_IN_PARAGRAPH}(?:{_NO_AUTHOR}{_SOURCE}|{_BOOK})|{_UNNUMBERED_RECORD}"
    )
    open_ended = True
    home = "citeconv.pubmed.formats"
    does = ("read",)

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Return whether a file has a numbered source line, or a book, that is no item of a list of references."""
        head = _as_printed(head)
        return super().recognises(head) and (_LINE_OF_RECORD in head or not _REFERENCE.match(head))


class PubmedSummary(Format[str]):
    """PubMed "Summary (text)", and lists of citations as "Cite" gives them."""

    name = "pubmed-summary"
    suffixes = (".txt",)
    signature = r"^[> \t]*\d{1,7}:[ \t\u00a0]{0,2}\S(?:[^\n]+\n){0,40}?[^\n]*\bPMID:\s\d"
    open_ended = True
    home = "citeconv.pubmed.formats"
    does = ("read",)

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Return whether a file begins with numbered paragraphs, or with citations that are not in an abstract."""
        head = _as_printed(head)
        if super().recognises(head):
            return True
        if PubmedText.recognises(head):
            return False
        return bool(_CITATION.match(head) or _REFERENCE.match(head) or _OF_PAGE.match(head)) or _is_listed(head)


@hookimpl
def citeconv_formats() -> list[type[Format[str]]]:
    """Offer ``pubmed`` and ``pubmed-summary``."""
    return [PubmedText, PubmedSummary]
