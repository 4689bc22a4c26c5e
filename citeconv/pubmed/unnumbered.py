"""Lists of citations as PubMed's "Cite" gives them and people paste them: ``Ek A. Tide. J Moss. 2021;1:3. PMID: 5``.

They are the paragraphs of a summary with no number, or with one as lists of references have it: ``1.``, ``[1]``, ``•``.
A source goes in, its records come out. Nothing says where one begins but an empty line, the end of the one before, or
the authors or the mark of the next. What has neither identifiers nor date and volume is no citation, but a heading.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from citeconv.format import Leftover, Record, Rest
from citeconv.source import Source
from citeconv.values.patterns import lazy

MARK = r"(?:>[> \t]*)?(?:[(\[]?(?P<number>\d{1,7})[.)\]]|[*\u2022\u00b7\u2013-])[ \t\u00a0]+"
"""What stands before each item of a list."""

_PARAGRAPH = lazy(r"(?<!\n)\n\n+(?P<start>(?=\S))")
_BEHIND_IDENTIFIERS = lazy(r"\bPMID:\s{1,2}\d{1,8}[^\n]{0,100}\n(?P<start>(?=\S))")
_LINE = lazy(r"(?:\A|\n)[ \t]*(?=\S)")
_MARK = lazy(MARK)
_FIRST_AUTHOR = lazy(r"[> \t]*[^\W\d_][\w'\u2019-]{0,30}(?: [\w'\u2019-]{1,30}){0,3} [A-Z]{1,3}(?=[,.] [^\W\d_])")
_SIGNS = lazy(r"\bPMID:\s{1,2}\d|\.\s(?:1[5-9]|20)\d\d(?:\s[A-Z][^.;:]{0,20})?;\S")
_IDENTIFIERS = lazy(r"\bPMID:\s{1,2}\d{1,8}\b")
_REST = lazy(r"PMC|Central |doi:|Epub |Free |https?:|[\[\d]")
"""What may follow identifiers in the next line."""


def split_citations(source: Source) -> Iterator[Record]:
    """Yield each citation of a list, and the headings between them as ``Leftover``."""
    for paragraph in source.records(_PARAGRAPH, _BEHIND_IDENTIFIERS):
        if paragraph.fault or isinstance(paragraph, Rest):  # it is longer than is taken
            yield paragraph
            continue
        text, line = paragraph.data, paragraph.line
        for begin, end in itertools.pairwise([0, *_beginnings(text), len(text)]):
            kind = Record if _SIGNS.search(text, begin, end) else Leftover
            yield paragraph.part(begin, end, kind, line)
            line += text.count("\n", begin, end)


def _beginnings(text: str) -> Iterator[int]:
    """Yield where within a paragraph another citation begins."""
    signed, number = False, 0
    earlier = last = 0  # where the two lines before begin: a sign may be broken by a line end
    for line in _LINE.finditer(text):
        place = line.end()
        mark = _MARK.match(text, place)
        own = int(mark["number"] or 0) if mark else 0
        signed = signed or _SIGNS.search(text, earlier, place) is not None
        of_list = own == number + 1 and (number > 0 or last == 0)  # other numbers are volumes and pages
        follows = of_list or (signed and not own and (mark is not None or _has_begun(text, earlier, place)))
        if follows and place:
            yield place
            signed = False
        earlier, last = (place, place) if follows else (last, place)
        number = own if follows or not place else number


def _has_begun(text: str, earlier: int, place: int) -> bool:
    """Whether a citation begins with its authors, or, having none, behind the identifiers of another."""
    return _FIRST_AUTHOR.match(text, place) is not None or (
        _IDENTIFIERS.search(text, earlier, place) is not None
        and _REST.match(text, place) is None
        and _SIGNS.search(text, place) is not None
    )
