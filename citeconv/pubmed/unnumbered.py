"""Lists of citations as PubMed's "Cite" gives them and people paste them: ``Ek A. Tide. J Moss. 2021;1:3. PMID: 5``.

They are the paragraphs of a summary with no number, or with one as lists of references have it: ``1.``, ``[1]``, ``•``;
or what was copied from PubMed's pages, which have titles before authors.
A source goes in, its records come out. Nothing says where one begins but an empty line, the end of the one before, or
the authors or the mark of the next. What has neither identifiers nor a date with volume or DOI is no citation, but a
heading, or, numbered in line with its neighbours, one that is not read: a book, an address.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from citeconv.format import Leftover, Record, Rest
from citeconv.pubmed import FAMILY
from citeconv.pubmed.restyled import YEAR_AND_VOLUME
from citeconv.pubmed.text import PARAGRAPH
from citeconv.source import Source
from citeconv.values.forms import YEAR
from citeconv.values.patterns import lazy

MARK = (
    r"(?:>[> \t]*)?(?:[(\[]?(?P<number>\d{1,7})(?:[.)\]][\s\u00a0]|\nCite(?:[ \n]Share)?\s*\n|\n(?=\[?[^\W\d_]))"
    r"|[*\u2022\u00b7\u2013-][ \t\u00a0])[ \t\u00a0]*"
)
"""What stands before each item of a list, or of PubMed's page where that was copied: number, ``Cite``, ``Share``."""

_BEHIND_IDENTIFIERS = lazy(r"\bPMID:\s{1,2}\d{1,8}[^\n]{0,100}\n(?P<start>(?=\S))")
_LINE = lazy(r"(?:\A|\n)[ \t]*(?=\S)")
_MARK = lazy(MARK)
_FIRST_AUTHOR = lazy(rf"[> \t]*{FAMILY} [A-Z]{{1,3}}(?=[,.] [^\W\d_])")
_SIGNS = lazy(
    rf"\bPMID:?\s{{1,9}}\d|\.\s{{1,9}}{YEAR}(?:\s{{1,9}}[A-Z][^.;:]{{0,20}})?;\s{{0,9}}\S"
    rf"|\.\s{{1,9}}(?:{YEAR}(?:\s{{1,9}}[A-Z][^.;:]{{2,20}}|(?=:))|Published\sonline\s[^.;:]{{4,20}})(?::[\w-]{{1,20}})?"
    r"\.\s{1,9}doi:\s?10\."
    rf"|{YEAR_AND_VOLUME}"
)
"""Of a citation: its PMID, its date with a volume, or, ahead of print, with a DOI."""
_IDENTIFIERS = lazy(r"\bPMID:?\s{1,9}\d{1,8}(?!\d)")
_SENTENCES = lazy(r"[.?!:]\s{1,9}\S")
"""What parts authors, title and source, and stands in hardly any heading."""
_NOT_READ = "neither PMID nor date and volume: not a citation of an article as PubMed prints it"
_REST = lazy(r"PMC|Central |doi:|Epub |Free |https?:|[\[\d]")
"""What may follow identifiers in the next line."""


def split_citations(source: Source) -> Iterator[Record]:
    """Yield each citation of a list, and the headings between them as ``Leftover``."""
    return citations_in(source.records(PARAGRAPH, _BEHIND_IDENTIFIERS))


def citations_in(paragraphs: Iterable[Record]) -> Iterator[Record]:
    """Yield each citation in the paragraphs of a list, and the headings between them as ``Leftover``."""
    number = 0
    items = _items(paragraphs)
    item = next(items, None)
    while item is not None:
        (piece, own), item = item, next(items, None)
        in_line = own > 0 and (own == number + 1 > 1 or (item is not None and own + 1 == item[1]))
        if piece.fault or isinstance(piece, Rest):  # it is longer than is taken
            yield piece
        elif _SIGNS.search(piece.data):
            yield piece
            number = own or number
        elif in_line and _SENTENCES.search(piece.data, _behind_mark(piece.data)):
            yield replace(piece, fault=_NOT_READ)
            number = own
        else:
            yield piece.part(0, len(piece.data), Leftover)


def _items(paragraphs: Iterable[Record]) -> Iterator[tuple[Record, int]]:
    """Yield the pieces of each paragraph, each with its number in the list, or 0."""
    number = 0
    for paragraph in paragraphs:
        if paragraph.fault or isinstance(paragraph, Rest):
            yield paragraph, 0
            continue
        text, line = paragraph.data, paragraph.line
        for begin, end in itertools.pairwise([0, *_beginnings(text, number), len(text)]):
            own = _number(text, begin)
            yield paragraph.part(begin, end, Record, line), own
            line += text.count("\n", begin, end)
            number = own or number


def _number(text: str, place: int) -> int:
    """Return the number before an item of a list, or 0."""
    mark = _MARK.match(text, place)
    return int(mark["number"] or 0) if mark else 0


def _behind_mark(text: str) -> int:
    mark = _MARK.match(text)
    return mark.end() if mark else 0


def _beginnings(text: str, number: int) -> Iterator[int]:
    """Yield where within a paragraph another citation begins.

    Args:
        text: The paragraph.
        number: That of the last item before it, or 0.
    """
    signed = False
    earlier = last = 0  # where the two lines before begin: a sign may be broken by a line end
    for line in _LINE.finditer(text):
        place = line.end()
        mark, own = _MARK.match(text, place), _number(text, place)
        signed = signed or _SIGNS.search(text, earlier, place) is not None
        of_list = own == number + 1 and (number > 0 or last == 0)  # other numbers are volumes and pages
        of_list = of_list or (mark is not None and ("Cite" in mark[0] or (own == 1 and signed and _is_author(mark))))
        follows = of_list or (signed and not own and (mark is not None or _has_begun(text, earlier, place)))
        if follows and place:
            yield place
            signed = False
        earlier, last = (place, place) if follows else (last, place)
        number = own if own and (follows or not place) else number


def _is_author(mark: re.Match[str]) -> bool:
    """Return whether an author stands behind the mark of an item: another list begins, as where files were joined."""
    return _FIRST_AUTHOR.match(mark.string, mark.end()) is not None


def _has_begun(text: str, earlier: int, place: int) -> bool:
    """Whether a citation begins with its authors, or, having none, behind the identifiers of another."""
    return _FIRST_AUTHOR.match(text, place) is not None or (
        _IDENTIFIERS.search(text, earlier, place) is not None
        and _REST.match(text, place) is None
        and _SIGNS.search(text, place) is not None
    )
