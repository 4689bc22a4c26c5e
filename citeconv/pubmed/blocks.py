"""The blocks of a record whose blank lines somebody deleted, all of them or some.

Blocks are paragraphs between blank lines. Without these, a block ends at a line end that no wrapping explains, or
before a line that begins as only a block can. Where some are left, a block that holds another is known by what does
not follow it.
"""

from __future__ import annotations

from collections.abc import Callable

from citeconv.pubmed.abstract import LABEL_WORDS, SMALL_LABEL
from citeconv.pubmed.authors import persons
from citeconv.pubmed.relations import RELATIONS
from citeconv.pubmed.text import WIDTH, unwrap, whole_lines
from citeconv.values.forms import YEAR
from citeconv.values.names import A_SUFFIX
from citeconv.values.patterns import lazy

_BEGINS = (
    r"(?:Author information:|Collaborators:|In: |\[Article in |Publisher:|Plain [Ll]anguage [Ss]ummary:"
    r"|(?:Crown )?Copyright[ :©]|©|\([cC]\) ?(?:(?:19|20)\d\d|The Author)"
    r"|[A-Z][^\n©]{1,40} © ?(?:19|20)\d\d|Published (?:\d{4} )?by |This article is protected by copyright"
    r"|(?:Georg )?Thieme (?:Verlag|Medical) |The Author\(s\)\. |\[No authors listed\]|\[This [a-z]{4,20} "
    r"|This work is licensed |This journal is ©|(?:Licensed under )?Creative Commons "
    r"|[^\n]{1,60}[. ][Aa]ll rights reserved\.(?:\n|\Z)"
    rf"|\((?:\d+|#)\)|    |(?:{'|'.join(RELATIONS)})(?:\n|\Z))"
)
_BLOCK_START = lazy(_BEGINS)
_FIRST_PERSON = (
    rf"[^\s,;()\d][^,;()\n]{{0,40}} [A-Z]{{1,4}}(?: {A_SUFFIX})?(?:\(\d|\(#|, |\.(?:\n|\Z))"
    r"|[A-Z][a-z]{2,20}\((?:1|#)\), "
)
_NEXT_BLOCK = lazy(rf"\n(?={_BEGINS}|{LABEL_WORDS}+[ \n]|{SMALL_LABEL}|{_FIRST_PERSON})")
_SOURCE_GOES_ON = lazy(
    r" |\S+  |10\.\d|doi: |(?:Epub|eCollection|Print) \d|\[?Epub ahead|Online ahead|ahead of|of print|print[.\]]"
    r"|Preprint\."
)
"""How a line begins that goes on with the source line above it."""
_SOURCE_APART = lazy(
    r"(?:doi: 10\.\S+|Epub \d{4}|eCollection \d{4}|Print \d{4}|Online ahead of print|\[?Epub ahead of print)"
)
"""How a block begins that a blank line has parted from the source line."""
_YEAR = lazy(rf"\b{YEAR}\b")
_AT_ITS_END = lazy(
    r"(\n\[Article in [^\]]{1,160}\]|@[\w.-]{1,100}|doi:[ \n]10\.\S{1,200}\.)\n"
    r"(?!Electronic address|E-?mail|Phone|Tel|Fax)(?=[A-Z]|(?<=\]\n))"
)
"""Where the language, an affiliation, or a citation below a label, is at its end, however full the line is."""
_BEFORE_ABSTRACT = lazy(
    r"(\n\(\d{1,4}\)(?:[^\n]+\n(?!\(\d)){0,4}?[^\n]*(?<!\bSt)(?<!\bDr)(?<!\bMt)(?<!\b[A-Z])\.)\n"
    r"(?!(?:Electronic|E-?mail|Department|Dept|Division|Faculty|Institut|School|Univer|Cent(?:er|re)|Hospital|College"
    r"|Laborator)[a-z.]* "
    r"|\S{1,99}@|Anderson )(?=(?:\d+-)?[A-Z][^\n]+\n(?!\(\d)[^\n]{60})"
)
"""Where the last affiliation is at its end: no other has lines like these behind a full stop."""
_TEXT_BEHIND = lazy(r"(?<=[A-Z])\. (?=[A-Z\d][^\s,;]* [\w(])")
AFFILIATIONS = "Author information:"
COLLABORATORS = "Collaborators:"
LANGUAGE = "[Article in "
BOOK = "In: "
"""How the blocks of affiliations, collaborators, the language and a chapter's book begin."""
_LABEL_INSIDE = lazy(rf"\n(?=Author information:|Collaborators:|\[Article in |(?:{'|'.join(RELATIONS)})\n {{4}})")
_RELATION = lazy(rf"(?:{'|'.join(RELATIONS)})\n")
_END = 500
"""Signs at the end of a block within which what it holds besides begins: a citation, a copyright."""
_LABEL = 60
"""Signs within which a label of relations ends."""
_USUAL = 3
"""The place of the affiliations in most records."""
_LONGEST_TITLE = 20_000
"""Signs of a title with authors below it."""
_WHOLE = 5
"""Blocks that a record has, or more, which is known as whole by the affiliations in that place."""
_MOST_HEADS = 6
"""How many blocks may stand before the abstract, but for relations."""
_AUTHORS = 2
"""The place of the authors, or of the language before them."""
_MOST_COPYRIGHT = 3
"""Lines of a copyright below an abstract."""
_SENTENCE_ENDS = (".", "?", "!", ")", "]", "”", '"')
_BEHIND_TEXT = lazy(rf"(?:{'|'.join(RELATIONS)})\n|©|Copyright |\([cC]\) ?\d")
_COPYRIGHT = lazy(r"(?:Copyright[ :]{0,2})?(?:©|\([cC]\)|\d{4} )")
_LEAST_TEXT = 200
"""Signs of an abstract that stands below affiliations; less is a note to them."""
_IMPRINT = lazy(rf"; ?{YEAR}")
"""Within the place, publisher and year of a chapter's book."""
_DAY = lazy(rf"{YEAR} [A-Z][a-z]{{2}}\b")
"""The chapter's own date, below."""
_CONTINUES = ("(", "    ")
_TEXTS = ("Publisher:", "Plain ")


def blocks_of_lines(blocks: list[str], marked: bool) -> list[str]:
    """Return the blocks of a record; cut where blank lines are gone.

    Args:
        blocks: Clean text between blank lines, from the source line to before the identifiers.
        marked: Whether only real line ends are left in it.
    """
    if len(blocks) != 1:
        return _parted(blocks, marked)
    if blocks[0].count("\n") < 2:
        return blocks
    text = blocks[0]
    source, _, text = text.partition("\n")
    heads = []
    if source.isupper():  # RETRACTED ARTICLE
        heads = [source]
        source, _, text = text.partition("\n")
    source, text = _cut_source(source, text)
    lines = text.split("\n") if marked else _whole_lines(text)
    before = 3 if len(lines) > 1 and lines[1].startswith(LANGUAGE) else 2  # title, language, authors
    lines[before - 1 : before] = _without_text(lines[before - 1]) if len(lines) >= before else []
    blocks = [*heads, source, *lines[:before]]
    first = len(blocks)
    for line in lines[before:]:
        if blocks[-1].startswith(BOOK):
            goes_on = _IMPRINT.search(blocks[-1]) is None or _DAY.match(line) is not None
        else:
            goes_on = blocks[-1].startswith((AFFILIATIONS, *RELATIONS)) and line.startswith(_CONTINUES)
        in_text = blocks[-1].startswith(_TEXTS) or not _BLOCK_START.match(blocks[-1])
        section = len(blocks) > first and not _BLOCK_START.match(line) and in_text
        if goes_on or section:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks


def _cut_source(source: str, text: str) -> tuple[str, str]:
    """Return the source line, of which the first line is given, and the text behind it."""
    while text and (
        not source.rstrip().endswith((".", "]"))
        or _SOURCE_GOES_ON.match(text)
        or (_YEAR.match(text) and not _YEAR.search(source))
    ):
        line, _, text = text.partition("\n")
        source = f"{source} {line}"
    return source, text


def _parted(blocks: list[str], marked: bool) -> list[str]:
    """Return several blocks, those that hold two apart; arguments as for ``blocks_of_lines``."""
    if not blocks or _is_whole(blocks):
        return blocks
    place = _place_of_affiliations(blocks)
    if _hold_labels(blocks, place):
        blocks = [part for block in blocks for part in _LABEL_INSIDE.split(block)]
        blocks = [part for block in blocks for part in _without_rest(block, marked)]
        place = _place_of_affiliations(blocks)
    below = len(blocks) - place if place > 0 else 0  # how many blocks there are from the affiliations on
    _part_head(blocks)
    without_text = below == 1 or (below and len(blocks[-1]) < _END)
    place = len(blocks) - below
    if without_text and all(map(_BEHIND_TEXT.match, blocks[place + 1 :])):
        blocks[place : place + 1] = _without_abstract(blocks[place], marked)
    if "©" in blocks[-1][-_END:]:
        blocks[-1:] = _without_copyright(blocks[-1])
    return blocks


def _part_head(blocks: list[str]) -> None:
    """Part source line, title and authors where a block holds two of them, and join what is parted of the source line.

    Args:
        blocks: Two or more, from the source line on; they are changed.
    """
    line, _, text = blocks[0].partition("\n")
    title = _cut_source(line, text)[1] if text else ""
    apart = f" {blocks.pop(1)}" if _SOURCE_APART.match(blocks[1]) else ""
    if title and (len(blocks) == 1 or _list_people(blocks[1])):
        source = blocks[0].removesuffix(title).rstrip("\n")
        blocks[:1] = [f"{source}{apart}", title]
        return
    blocks[0] += apart
    if len(blocks) > _AUTHORS and "\n" in blocks[1] and len(blocks[1]) < _LONGEST_TITLE:
        parts = _at_line(blocks[1], _are_authors, _SENTENCE_ENDS)
        if len(parts) > 1 and not _list_people(blocks[_AUTHORS]):
            blocks[1:_AUTHORS] = parts


def _is_whole(blocks: list[str]) -> bool:
    """Whether blocks are where those of most records are, from the source line to a copyright."""
    if len(blocks) < _WHOLE or not blocks[_USUAL].startswith(AFFILIATIONS):
        return False
    last = blocks[-1]
    if len(blocks) == _WHOLE and (len(last) < _END or "©" in last[-_END:]):
        return False
    return not _hold_labels(blocks, _USUAL)


def _place_of_affiliations(blocks: list[str]) -> int:
    for place, block in enumerate(blocks[:_MOST_HEADS]):
        if block[:2] == "Au" and block.startswith(AFFILIATIONS):
            return place
    return -1


def _hold_labels(blocks: list[str], affiliations: int) -> bool:
    """Whether one of the blocks before the abstract holds what begins another.

    Args:
        blocks: The blocks.
        affiliations: The place of the affiliations, -1 if there are none.
    """
    if affiliations >= 0:
        labelled = "\n    " in blocks[affiliations][-_END:]
    else:
        labelled = any([f"\n{AFFILIATIONS}" in block for block in blocks[1:_MOST_HEADS]])
    return (
        labelled
        or f"\n{LANGUAGE}" in blocks[1]
        or (len(blocks) > _AUTHORS and blocks[_AUTHORS][:1] == "[" and "]\n" in blocks[_AUTHORS])
        or "\n    " in blocks[-1][:_LABEL]
    )


def _list_people(block: str) -> bool:
    return persons(unwrap(block)) is not None


def _are_authors(block: str, start: int) -> bool:
    """Whether lines are authors; one alone, without a mark, may be the end of a title: ``Hepatitis B``."""
    people = persons(unwrap(block[start:]))
    return people is not None and (len(people) > 1 or block.endswith((").", ")")))


def _without_rest(block: str, marked: bool) -> list[str]:
    """Return the language or relations that begin a block, and apart from them what stands below."""
    if block.startswith(LANGUAGE):
        return block.split("]\n", 1) if "]\n" in block else [block]
    if marked and block.startswith(tuple(RELATIONS)):
        return _at_line(block, lambda block, start: block[start] != " " and not _RELATION.match(block, start))
    return [block]


def _without_copyright(text: str) -> list[str]:
    """Return an abstract, and apart from it the copyright in its last lines."""

    def is_copyright(block: str, start: int) -> bool:
        return _COPYRIGHT.match(block, start) is not None and block.count("\n", start) < _MOST_COPYRIGHT

    return _at_line(text, is_copyright, _SENTENCE_ENDS)


def _at_line(block: str, begins: Callable[[str, int], bool], behind: tuple[str, ...] = ("",)) -> list[str]:
    """Return a block cut before the first line from which on it is what ``begins`` says; whole if there is none.

    Args:
        block: Clean text.
        begins: Whether the block, from a place on, is what is cut off.
        behind: With what the line before may end.
    """
    end = block.find("\n")
    while end >= 0:
        if block.endswith(behind, 0, end) and begins(block, end + 1):
            return [block[:end], block[end + 1 :]]
        end = block.find("\n", end + 1)
    return [block]


def _without_abstract(affiliations: str, marked: bool) -> list[str]:
    """Return affiliations, and apart from them the abstract below the last."""
    if marked:
        last = len(affiliations) - _LEAST_TEXT
        return _at_line(affiliations, lambda block, start: block[start] != "(" and start < last)
    return _BEFORE_ABSTRACT.sub(r"\1\n\n", affiliations, count=1).split("\n\n")


def _without_text(authors: str) -> list[str]:
    """Return a list of authors, and apart from it the abstract that goes on in its full last line."""
    end = _TEXT_BEHIND.search(authors)
    alone = end is not None and persons(authors[: end.start() + 1]) is not None
    return [authors[: end.start() + 1], authors[end.end() :]] if end and alone else [authors]


def _whole_lines(text: str) -> list[str]:
    """Return the lines of a record without its source line, joined where they may have been wrapped."""
    text = _BEFORE_ABSTRACT.sub(r"\1\n\n", _AT_ITS_END.sub(r"\1\n\n", text))
    parts = text.split("\n\n")
    return [line for part in parts for line in whole_lines(part, _NEXT_BLOCK, WIDTH)]
