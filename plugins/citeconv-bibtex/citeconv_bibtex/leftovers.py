"""What stands between entries, on its way into a file: macros, preambles, comments, text.

A block goes in, what is written of it comes out, perhaps nothing. What is odd is that not everything may get through:
BibTeX, biber and others find entries in text and in comments, and TeX does what a preamble says.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citeconv.values.patterns import lazy
from citeconv_bibtex.reading.commands import bodies_of_new_commands

_SIGN = lazy(r"^[ \t]*(?![ \t%])[^\n]*@(?!\s{0,9}comment\b(?!\s{0,9}[{(]))", re.M | re.I)
"""The sign by which BibTeX, biber and others know an entry anywhere in a line that is no comment."""

_BEGIN = lazy(r"@\s{0,9}\w{1,40}\s{0,9}[{(]")
"""What begins a block for BibTeX, within ``@comment{...}`` and behind ``%`` too."""
_BARE_COMMENT = lazy(r"^[ \t]{0,99}@\s{0,9}comment\b[ \t]{0,9}(?![ \t{(])([^\n{}@]*)$", re.M | re.I)
_ANY_BARE_COMMENT = lazy(r"^[ \t]*(?![ \t%])[^\n]*@\s{0,9}comment\b(?!\{)", re.M | re.I)
_STRAY_SIGN = lazy(r"@(?!comment\{)")
_OTHER_ENCODING = lazy(r"^%+[ \t]*Encoding:(?![ \t]*utf-?8)[^\n]*\n?", re.M | re.I)
"""JabRef's word on how a file was encoded, which what is written is not."""
_ACTS = lazy(
    r"\^\^|\\(?!(?:newcommand|providecommand|def|noopsort|singleletter|bysame|cprime|leavevmode|hbox|hrule|thinspace|url|"
    r"emph|text(?:it|bf|sc|tt|sf|rm|sl|super|subscript|superscript)|it|bf|sc|tt|em|rm|ae|AE|oe|OE|aa|AA|ss)(?![A-Za-z]))"
    r"[A-Za-z]{2,}"
)
"""A command of TeX that may do more than print: all but accents, letters, faces and what names macros for those."""
_DELIMITER = lazy(r"(?:(\\[A-Za-z]*|\^)\s*)?[\"{}]")
"""What may end a string of a block, behind the beginning of a command."""
_IN_PARENTHESES = lazy(r"\s*@\s*[A-Za-z]+\s*\(")
_COMMENT_SIGN = lazy(r"(?<!\\)%")


def is_block_obeyed(block: str) -> bool:
    """Return whether TeX might do more than print what stands in a block of macros or of a preamble."""
    if _ends_within_command(block):
        return True
    bodies = bodies_of_new_commands(block)
    return any(map(_ACTS.search, [block] if bodies is None else bodies))


def _ends_within_command(block: str) -> bool:
    """Return whether a string ends in the beginning of a command, with which another string would go on.

    Strings end where BibTeX has it, which knows no escapes. Biber takes ``%`` for a comment, which may hide braces:
    then any brace may end one.
    """
    outside = 0 if _IN_PARENTHESES.match(block) else 1
    depth, quoted, anywhere = 0, False, _COMMENT_SIGN.search(block) is not None
    for match in _DELIMITER.finditer(block):
        sign = match[0][-1]
        depth += {"{": 1, "}": -1}.get(sign, 0)
        ends = anywhere or (depth == outside and quoted == (sign == '"'))
        if match[1] and ends and sign != "{":
            return True
        quoted ^= sign == '"' and depth == outside
    return False


def without_encoding(text: str) -> str:
    """Return text between entries without JabRef's word on how the file was encoded."""
    return _OTHER_ENCODING.sub("", text).strip()


def as_comment(text: str, braced: bool, for_biber: bool, note: Callable[[str], object]) -> str:
    """Return a comment or text between entries as it was, but for what begins an entry for some program.

    A ``@comment`` without braces stops biber and pandoc; BibTeX looks for entries in comments, too.

    Args:
        text: The block.
        braced: Whether it is a ``@comment`` in braces.
        for_biber: Whether biber alone reads the file.
        note: Called with what is changed.

    Returns:
        What is to be written; nothing if no form of it is safe.
    """
    if _BEGIN.search(text, 1) if braced else (_SIGN.search(text) or _BEGIN.search(text)):
        return ""
    written = text if braced else _BARE_COMMENT.sub(r"@comment{\1}", text)
    if not braced and _ANY_BARE_COMMENT.search(written):
        return ""
    if for_biber or not _STRAY_SIGN.search(written, 1):
        return written
    note("@ in a comment, in which BibTeX would look for an entry, is written (at)")
    return written[:1] + _STRAY_SIGN.sub("(at)", written[1:])
