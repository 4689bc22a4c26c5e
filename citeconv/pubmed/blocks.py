"""The blocks of a record whose blank lines somebody deleted.

Blocks are paragraphs between blank lines. Without these, a block ends at a line end that no wrapping explains, or
before a line that begins as only a block can.
"""

from __future__ import annotations

from citeconv.pubmed.abstract import LABEL_WORDS, SMALL_LABEL
from citeconv.pubmed.authors import persons
from citeconv.pubmed.relations import RELATIONS
from citeconv.pubmed.text import WIDTH, whole_lines
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
_FIRST_PERSON = r"[^\s,;()\d][^,;()\n]{0,40} [A-Z]{1,4}(?: Jr)?(?:\(\d|\(#|, |\.\n)|[A-Z][a-z]{2,20}\((?:1|#)\), "
_NEXT_BLOCK = lazy(rf"\n(?={_BEGINS}|{LABEL_WORDS}[ \n]|{SMALL_LABEL}|{_FIRST_PERSON})")
_SOURCE_GOES_ON = lazy(
    r" |\S+  |10\.\d|doi: |(?:Epub|eCollection|Print) \d|\[?Epub ahead|Online ahead|ahead of|of print|print[.\]]"
    r"|Preprint\."
)
_YEAR = lazy(r"\b(?:1[5-9]|20)\d\d\b")
_AT_ITS_END = lazy(
    r"(\n\[Article in [^\]]{1,160}\]|@[\w.-]{1,100}|doi:[ \n]10\.\S{1,200}\.)\n"
    r"(?!Electronic address|E-?mail|Phone|Tel|Fax)(?=[A-Z]|(?<=\]\n))"
)
"""Where the language, an affiliation, or a citation below a label, is at its end, however full the line is."""
_BEFORE_ABSTRACT = lazy(
    r"(\n\(\d{1,4}\)(?:[^\n]+\n(?!\(\d)){0,4}?[^\n]*(?<!\bSt)(?<!\bDr)(?<!\bMt)\.)\n"
    r"(?!(?:Department|Dept|Division|Faculty|Institut|School|Univer|Cent(?:er|re)|Hospital|College|Laborator)[a-z.]* "
    r"|\S{1,99}@|Anderson )(?=(?:\d+-)?[A-Z][^\n]+\n(?!\(\d)[^\n]{60})"
)
"""Where the last affiliation is at its end: no other has lines like these behind a full stop."""
_TEXT_BEHIND = lazy(r"(?<=[A-Z])\. (?=[A-Z\d][^\s,;]* [\w(])")
_LANGUAGE = "[Article in "
_BOOK = "In: "
_IMPRINT = lazy(r"; ?(?:1[5-9]|20)\d\d")
"""Within the place, publisher and year of a chapter's book."""
_DAY = lazy(r"(?:1[5-9]|20)\d\d [A-Z][a-z]{2}\b")
"""The chapter's own date, below."""
_CONTINUES = ("(", "    ")
_TEXTS = ("Publisher:", "Plain ")


def blocks_of_lines(blocks: list[str], marked: bool) -> list[str]:
    """Return the blocks of a record; cut where its blank lines are gone, so that all of it is one.

    Args:
        blocks: Clean text between blank lines, from the source line to before the identifiers.
        marked: Whether only real line ends are left in it.
    """
    if len(blocks) != 1 or blocks[0].count("\n") < 2:
        return blocks
    text = blocks[0]
    source, _, text = text.partition("\n")
    heads = []
    if source.isupper():  # RETRACTED ARTICLE
        heads = [source]
        source, _, text = text.partition("\n")
    while text and (
        not source.rstrip().endswith((".", "]"))
        or _SOURCE_GOES_ON.match(text)
        or (_YEAR.match(text) and not _YEAR.search(source))
    ):
        line, _, text = text.partition("\n")
        source = f"{source} {line}"
    lines = text.split("\n") if marked else _whole_lines(text)
    before = 3 if len(lines) > 1 and lines[1].startswith(_LANGUAGE) else 2  # title, language, authors
    lines[before - 1 : before] = _without_text(lines[before - 1]) if len(lines) >= before else []
    blocks = [*heads, source, *lines[:before]]
    first = len(blocks)
    for line in lines[before:]:
        if blocks[-1].startswith(_BOOK):
            goes_on = _IMPRINT.search(blocks[-1]) is None or _DAY.match(line) is not None
        else:
            goes_on = blocks[-1].startswith(("Author information:", *RELATIONS)) and line.startswith(_CONTINUES)
        in_text = blocks[-1].startswith(_TEXTS) or not _BLOCK_START.match(blocks[-1])
        section = len(blocks) > first and not _BLOCK_START.match(line) and in_text
        if goes_on or section:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks


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
