"""How columns are called: names as written made comparable, and headers told from other lines.

The cells of a line go in. It is apart from what reads tables because every start asks whether a file is one.
"""

from __future__ import annotations

import functools

from citeconv.values.patterns import lazy
from citeconv_csv import columns, makers
from citeconv_csv.languages import WITHOUT_ACCENTS

_SIGNS = lazy(r"[\s_.]+")
_SHORTEST_RUN = 9
"""Characters of a name that is known without its blanks, too."""
_WIDE_SIGNS = {sign + 0xFEE0: sign for sign in range(0x21, 0x7F)} | {0x3000: " "}
"""Letters and signs as wide as Chinese ones: ``ＤＯＩ``, ``論文名（英語）``."""
_NUMBERED_AUTHOR = lazy(r"\Aauthor ?\d{1,3}\Z")
_LANGUAGE = lazy(r"\[[\w ]{0,8}\]\Z")
_WORD_BEGIN = lazy(r"(?<=[a-z])(?=[A-Z])")
_JOINED = frozenset("x y wos pubmed medline embase scopus cinahl psycinfo ieee acm".split())
"""What joining two tables puts behind the columns that both have: R and pandas do ``x`` and ``y``, people a name."""
_WORKS = frozenset("citation paper reference".split())
_OF_WORKS = frozenset(
    "title author abstract issued container_title volume issue page doi pmid keyword publisher issn".split()
)
_OF_OTHERS = frozenset(("number", "source"))
_GLOSSED = frozenset("title author abstract container_title doi pmid keyword publisher".split())
_GLOSS = lazy(r"\([^()]{0,80}\)")
_MEASURES = lazy(
    r"\b(?:counts?|numbers?|lengths?|scores?|screen\w*|decisions?|codes?|ids?|reviewers?|ratings?|words?|n)\b|/n\b"
)
"""Words that say that a column holds something of a thing, and not the thing."""
HEAD_LINES = 13
"""Lines among which a header must be, for a file to be known by it."""


def column_name(cell: str) -> str:
    """Return a column's name as written, without blanks and marks around it."""
    return cell.strip("\ufeff \t\"'")


def plain(name: str) -> str:
    """Return a column's name in lower case and with single blanks, as the tables of columns have it."""
    text = _SIGNS.sub(" ", name if name.isascii() else name.translate(_WIDE_SIGNS)).strip()
    if text.endswith("]") and text.startswith(("dc ", "dcterms ")):  # "dc.title[en]"
        text = _LANGUAGE.sub("", text)
    elif not text.isascii():  # "Title-题名"
        own, _, translated = text.rpartition("-")
        if own and "\u3040" <= translated.lstrip()[:1] <= "\u9fff":
            text = own.rstrip()
    key = text.lower().replace("dcterms ", "dc ").replace("\u0307", "")  # small letter of a Turkish I with a dot
    if text[-1:].isdecimal():  # "Author 1", "Author 2"
        key = _NUMBERED_AUTHOR.sub("author #", key)
    if key not in makers.NAMES:
        key = next((name for name in (parted(text), key.replace("-", " ")) if name in makers.NAMES), key)
    if key not in makers.NAMES and not key.isascii() and (bare := key.translate(WITHOUT_ACCENTS)) in makers.NAMES:
        return bare  # capital letters of Turkish, whose small ones are others in all other languages
    if key not in makers.NAMES:
        own, _, joined = key.rpartition(" ")
        key = own if joined in _JOINED and own in columns.KNOWN else _without_prefix(_first_of_two(key))
    if key not in makers.NAMES and key.isalpha():
        key = _run_together().get(key, key)
    return key if key in makers.NAMES else _without_gloss(key, text)


@functools.cache
def _run_together() -> dict[str, str]:
    """Return the names of columns by themselves without their blanks: ``meshterms``, ``studytitle``."""
    several = [name for name in columns.KNOWN if " " in name and len(name) >= _SHORTEST_RUN]
    return {name.replace(" ", ""): name for name in several}


def parted(name: str) -> str:
    """Return a name of words that only their capitals part in lower case and with blanks: ``PublicationYear``."""
    return _WORD_BEGIN.sub(" ", name).lower() if len(name) < columns.LONGEST else name


def _without_prefix(key: str) -> str:
    """Return the name of a column without a word for works before it (Colandr): ``citation authors``."""
    word, _, own = key.partition(" ")
    column = columns.KNOWN.get(own) if word in _WORKS else None
    return own if column is not None and column.field in _OF_WORKS and own not in _OF_OTHERS else key


def _without_gloss(key: str, text: str) -> str:
    """Return the name of a column without what explains it: ``AU - AUTHOR``, ``source title (journal)``.

    Args:
        key: The name.
        text: The same with its capitals.
    """
    tag, sign, _ = text.partition(" - ")
    if sign and len(tag) == 2 and tag.isupper() and tag.lower() in makers.NAMES:
        return tag.lower()
    if (not key.endswith(")") and ") " not in key) or _MEASURES.search(key):
        return key
    own = " ".join(_GLOSS.sub(" ", key).split())
    column = columns.KNOWN.get(own)
    return own if column is not None and column.field in _GLOSSED else key


def _first_of_two(key: str) -> str:
    """Return the first of two names of a thing, ``titel / title``, ``zeitschrift/buch``; not ``titel/abstract``."""
    own, sign, other = (part.strip() for part in key.partition("/"))
    if not sign or own not in columns.KNOWN:
        return key
    second = columns.KNOWN.get(other)
    same = own in columns.IN_OTHER_LANGUAGES if second is None else second.field == columns.KNOWN[own].field
    return own if same else key


def names_field(line: str, delimiter: str) -> bool:
    """Return whether a line is a field of a table on its side: a name in capitals and quotes, a value in quotes."""
    name, sign, rest = line.partition(delimiter)
    return (
        name.startswith('"')
        and name.isupper()
        and bool(sign)
        and rest.startswith('"')
        and plain(column_name(name)) in makers.NAMES
    )


def in_head(head: str, signs: str) -> bool:
    """Return whether a line near the top of a file is a header, or the file is a table on its side, a line a field.

    What begins as JSON is none.

    Args:
        head: The first 4 KiB of a file.
        signs: Characters of which one parts the cells.
    """
    if head.lstrip().startswith(("{", "[{", "[\n")):
        return False
    lines = head.split("\n")[:HEAD_LINES]
    if lines[0].count('"') % 2:  # a name of several lines
        lines.append(_first_row(head))
    if any([_is_header(line, signs) for line in lines]):
        return True
    first = head.split("\n")[:3]
    return len(first) == 3 and all(names_field(line, signs[0]) for line in first)


def _is_header(line: str, signs: str) -> bool:
    """Return whether a line has two common columns, one of them telling, or the columns of a program.

    Columns that all say the same, as a line of a code book has them, are no header.
    """
    if line.startswith("%"):  # a comment among entries of BibTeX, which may list the fields of a type
        return False
    for sign in signs[1:]:
        line = line.replace(sign, signs[0])
    cells = _cells(line, signs[0])
    if len(cells) == 1 or ('"' not in line and any(cell.count("(") != cell.count(")") for cell in cells)):
        return False  # a sentence may list columns in parentheses
    names = {plain(column_name(cell)) for cell in cells if len(cell) < columns.LONGEST}
    common = names & columns.COMMON
    said = {columns.KNOWN[name].field if name in columns.KNOWN else name for name in common}
    if len(said) > 1 and not columns.TELLING.isdisjoint(common):
        return True
    return columns.are_telling_tags(names) or any(telling <= names for telling in makers.MAKERS.values())


def _cells(line: str, sign: str) -> list[str]:
    """Return the cells of a line, quotes and all; a spreadsheet may have put all of them into one."""
    pieces = line.split(sign)
    if '"' not in line:
        return pieces
    cells: list[list[str]] = []
    opened = False
    for piece in pieces:
        if opened:
            cells[-1].append(piece)
        else:
            cells.append([piece])
        opened = opened != (piece.count('"') % 2 == 1)
    return pieces if len(cells) == 1 or opened else [sign.join(cell) for cell in cells]


def _first_row(text: str) -> str:
    """Return the first row of a text, whose line ends within quotes are blanks."""
    pieces = text.split('"')
    for place in range(0, len(pieces), 2):
        before, end, _ = pieces[place].partition("\n")
        if end:
            return '"'.join([*pieces[:place], before]).replace("\n", " ")
    return text.replace("\n", " ")
