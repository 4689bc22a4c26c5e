"""Punctuation where pieces meet: what doubles collapses, and in some locales it goes into the quotes before it.

All of this follows what citeproc-js prints; CSL leaves the collapsing to the processor. What may happen depends on
what ends there, an element's text, its suffix or a group, and the seams in the stream tell.
"""

from __future__ import annotations

from citeconv_references.engine.stream import (
    AFFIXES,
    AFTER_SUFFIX,
    BLOCK,
    BLOCK_END,
    CASE,
    CLOSE_FORMAT_IN_QUOTES,
    CLOSE_STYLE_QUOTE,
    CLOSING,
    DOWN,
    ENDED,
    EQUAL,
    NOCASE,
    NONE,
    OPENING,
    OTHER,
    PUNCTUATION,
    QUOTE,
    SEAM,
    STRONG,
    SUFFIX_ENDS,
    UNQUOTE,
    Affix,
    Delimiter,
    Inner,
    Mark,
    Prefix,
    Seam,
    Stream,
)

FIRST, SECOND = "first", "second"
PAIRS = dict.fromkeys(("..", ",,", ";;", "::", "!!", "??", ";.", ":.", "!.", "?.", ";:", "!:", "?:"), FIRST)
PAIRS |= dict.fromkeys((";!", ":!", ";?", ":?"), SECOND)
"""Which of two marks stays where a piece ends with one and the next begins with another; other pairs stay both."""
HOW: dict[type[str], int] = {Delimiter: EQUAL, Prefix: NONE}
"""How punctuation meets a piece where no seam says otherwise, if not in any pair."""
GROUP_END_SUFFIX = AFTER_SUFFIX[OTHER, False]
MOVING = frozenset(".,!?")
"""Marks that go into quotes before them, in locales with ``punctuation-in-quote``."""


class Collapse:
    """The pass over one stream; ``last`` is the place of the last text, ``quoted`` that quotes end behind it."""

    def __init__(self, into_quotes: bool) -> None:
        self.into_quotes = into_quotes
        self.out: Stream = []
        self.last = -1
        self.how = STRONG
        self.quoted = False
        self.dropped = False  # a mark has gone, so no suffix is behind the last text
        self.doubled = False  # it was the one that the text ends with
        self.gone = ""  # the mark of a suffix of which nothing is left behind the last text
        self.suffix = ""  # the mark that the suffix before ends with, if the text has not that mark itself
        self.seam: Mark | None = None  # the last one behind the last text
        self.swallows = False  # the suffix of a group has gone into one within, and takes the mark behind it along
        self.moved = False  # the mark at the end of the last text has come from behind the quotes

    def run(self, stream: Stream) -> Stream:
        """Return the stream with punctuation collapsed at the seams between pieces."""
        out = self.out
        for piece in stream:
            if isinstance(piece, Mark):
                self._mark(piece)
                continue
            if not piece:
                continue
            text: str = piece
            self.dropped = self.doubled = False
            self.swallows = self.swallows and piece[0] in PUNCTUATION
            if self.last >= 0 and (piece[0] in PUNCTUATION or piece[0] == " ") and not isinstance(piece, Inner):
                text = self._met(piece)
            if text:
                out.append(text)
                self.last = len(out) - 1
                self.quoted = self.moved = False
                self.seam = None
                self.gone = ""
            elif self.dropped and isinstance(piece, Affix):
                self.gone = piece
            self.suffix = piece[-1] if isinstance(piece, Affix) and not self.doubled else ""
            self.how = HOW.get(type(piece), STRONG)
        return out

    def _mark(self, mark: Mark) -> None:
        kind = mark.kind
        if isinstance(mark, Seam):
            if mark is not GROUP_END_SUFFIX.at_delimiter:
                self.swallows = self.dropped and mark is GROUP_END_SUFFIX and self._ends_with_suffix()
            self.seam = mark
            self.how = EQUAL if self.gone and mark.how == DOWN else mark.how
            if mark.shuts:
                self.quoted = False
            return
        if kind == UNQUOTE:
            if self.into_quotes:
                self.quoted = True
            elif self.last >= 0 and mark is CLOSE_STYLE_QUOTE:
                moved = _out_of_quotes(self.out, self.last)
                self.out.append(mark)
                if moved:
                    self.out.append(moved)
                    self.last, self.quoted = len(self.out) - 1, False
                return
        elif kind == CLOSING:
            self.how = STRONG
        elif kind not in (QUOTE, OPENING, NOCASE, CASE):
            self.how, self.quoted = STRONG, False
        self.out.append(mark)

    def _met(self, piece: str) -> str:
        """Return what is left of a piece once its first sign has met the text before it: all but that, or all."""
        before, first = str(self.out[self.last]), piece[0]
        swallows, self.swallows = self.swallows, False
        if first == " ":
            return piece.lstrip(" ") if before[-1] == " " else piece
        swallowed = swallows and before[-1] + first not in PAIRS
        return piece[1:] if swallowed or self._takes(before, first, len(piece.strip()) == 1) else piece

    def _takes(self, before: str, mark: str, alone: bool) -> bool:
        """Return whether the text before takes a mark in, or lets it fall away.

        Args:
            before: That text.
            mark: The first sign of the next piece.
            alone: Whether that is all of the piece.
        """
        if alone and self._begins_block():
            self.out[self.last] = _merged(before, mark)
            return True
        if self.how == NONE:
            return False
        if self.how == AFFIXES:
            return mark == self.suffix
        if self.how == DOWN:
            return self._goes_down(before, mark)
        if self.quoted and (mark in MOVING or self.how == ENDED):
            self._put_into_quotes(before, mark)
            return True
        return self._collapses(before, mark)

    def _put_into_quotes(self, before: str, mark: str) -> None:
        merged = _merged(before, mark)
        self.dropped = merged == before
        self.moved = self.moved or not self.dropped
        outside = self._outside(mark) if merged == before + mark else -1
        if outside < 0:
            self.out[self.last] = merged
        else:
            self.out.insert(outside, mark)
            self.last = outside

    def _collapses(self, before: str, mark: str) -> bool:
        """Return whether of a mark and the one that the text before ends with only one stays."""
        end = before[-1]
        if self.how == EQUAL and mark == self.gone:
            return True
        kept = PAIRS.get(end + mark)
        if kept is None or (self.how == EQUAL and end != mark):
            return False
        if self.quoted and end != mark and not (self.moved and self.how == STRONG):
            return False
        if kept is SECOND:
            self.out[self.last] = before[:-1] + mark
        self.dropped, self.doubled = kept is FIRST, end == mark
        return True

    def _ends_with_suffix(self) -> bool:
        """Tell if the group ends with the suffix of an element of its own, which begins with a mark or blank."""
        last = self.out[self.last]
        return self.seam in SUFFIX_ENDS and isinstance(last, Affix) and (last[0] in PUNCTUATION or last[0] == " ")

    def _begins_block(self) -> bool:
        """Whether a block has begun behind the last text, which has no format: a mark between goes to that text."""
        between = self.out[self.last + 1 :]
        kinds = {mark.kind if isinstance(mark, Mark) else SEAM for mark in between}
        return BLOCK in kinds and kinds <= {BLOCK, BLOCK_END}

    def _outside(self, sign: str) -> int:
        """Return where a sign stands that is not of the text, -1 if it is.

        It is behind markup that ends before the quotes (``x<sup>2</sup>.”``), but not behind the format of what is
        quoted; a semicolon is behind quotes of the text.
        """
        outside = -1
        for place, mark in enumerate(self.out[self.last + 1 :], self.last + 1):
            if not isinstance(mark, Mark) or mark.kind not in (CLOSING, UNQUOTE):
                break
            if mark.kind == UNQUOTE:
                return place + 1 if sign not in MOVING and mark is not CLOSE_STYLE_QUOTE else outside
            if mark is not CLOSE_FORMAT_IN_QUOTES:
                outside = place + 1
        return -1

    def _goes_down(self, before: str, mark: str) -> bool:
        """Return whether a mark that meets the suffix of a text goes into the text itself, or is that suffix's own."""
        end = before[-1]
        if end == mark:
            self.dropped = True
            return True
        if self.moved:
            self.out[self.last] = _merged(_merged(before[:-1], mark), end)
            return True
        content = self._content()
        if content < 0 or (end + mark not in PAIRS and not self._is_quoted(content)):
            return False
        text = str(self.out[content])
        if before == end and content == self.last - 1:
            self.out[content] = _merged(_merged(text, mark), end)
            self.out[self.last] = ""
            self.last = content
        else:
            self.out[content] = _merged(text, mark)
        return True

    def _content(self) -> int:
        """Return the place of the text before the last one, -1 if there is none."""
        for place in range(self.last - 1, -1, -1):
            piece = self.out[place]
            if not isinstance(piece, Mark):
                return place if piece else -1
        return -1

    def _is_quoted(self, content: int) -> bool:
        between = self.out[content + 1 : self.last]
        return self.into_quotes and any(isinstance(piece, Mark) and piece.kind == UNQUOTE for piece in between)


def collapse(stream: Stream, into_quotes: bool) -> Stream:
    """Return the stream with punctuation collapsed at the seams between pieces."""
    return Collapse(into_quotes).run(stream)


def _merged(text: str, mark: str) -> str:
    """Return a text with a mark behind it, collapsed with the mark that it ends with."""
    kept = PAIRS.get(text[-1:] + mark)
    if kept is None:
        return text + mark
    return text if kept is FIRST else text[:-1] + mark


def _out_of_quotes(out: Stream, last: int) -> str:
    """Take a comma or semicolon at the end of what the style quotes out of the quotes."""
    text = out[last]
    if isinstance(text, str) and len(text) > 1 and text[-1] in ",;":
        out[last] = text[:-1]
        return text[-1]
    return ""
