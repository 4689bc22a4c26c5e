"""What stands around the output of an element: affixes, formats, quotes, text case and display.

The attributes of an element go in, a function that wraps the output of its renderer comes out. What stands before and
behind is worked out once, when the style is compiled; where nothing is rendered, nothing stands around it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from citeconv.values.patterns import lazy
from citeconv_references.engine.context import Context, Renderer, end_group
from citeconv_references.engine.numbers import NUMBER_VARIABLES
from citeconv_references.engine.people import ROMANESQUE
from citeconv_references.engine.runs import ITALIC, OBLIQUE
from citeconv_references.engine.stream import (
    AFTER_FORMAT,
    AFTER_NO_QUOTES,
    AFTER_PIECES,
    AFTER_QUOTES,
    AFTER_SUFFIX,
    AFTER_TWO_QUOTES,
    APART,
    BLOCKS,
    CLOSE_BLOCK,
    CLOSE_FORMAT,
    CLOSE_FORMAT_IN_QUOTES,
    CLOSE_QUOTE,
    CLOSE_STYLE_QUOTE,
    NUMBER,
    OPEN_INNER_QUOTE,
    OPEN_QUOTE,
    OPEN_QUOTE_APART,
    OPEN_STYLE_QUOTE,
    OPENING,
    OTHER,
    PUNCTUATION,
    SAME_MARK,
    SINGLE_INNER_QUOTE,
    SINGLE_QUOTE,
    TEXT,
    Affix,
    Delimiter,
    Figure,
    Mark,
    Prefix,
    Seam,
    Stream,
    opening,
    text_between,
)
from citeconv_references.engine.textcase import CASES, OWN_CAPITALS, apply, case_of, casing
from citeconv_references.engine.xml import Element

WRAPPING = frozenset(
    """prefix suffix quotes text-case strip-periods display font-style font-variant font-weight text-decoration
    vertical-align""".split()
)
"""Attributes that put something round an element."""
SUFFIX_SEAMS = frozenset(AFTER_SUFFIX.values())
LOCAL = frozenset(("term", "value"))
"""Attributes with text in the language of the locale, whatever that of an item is."""
SLANTS = lazy(r"[-0-9]")
"""What is slanted in a text of any script."""
PERIOD = lazy(r"\.(?![a-z])")

Wrapper: TypeAlias = Callable[[Renderer, Context, Stream], None]
Change: TypeAlias = Callable[[Context, Stream, int], None]
"""What changes the stream from a place on."""


def wrapper(element: Element, leaf: bool, language: str, in_layout: bool) -> Wrapper:
    """Return what puts affixes, formats, quotes, case and display round a renderer's output, if there is any.

    Args:
        element: The element with the attributes.
        leaf: It holds no other elements.
        language: Of the locale.
        in_layout: It is no part of a group or macro, where citeproc-js takes no notice of ``display``.
    """
    prefix, suffix, opened = Prefix(element.get("prefix")), Affix(element.get("suffix")), opening(element.attributes)
    quotes = element.get("quotes") == "true"
    block = BLOCKS.get(element.get("display")) if in_layout else None
    kind = _kind(element, leaf)
    seam, before_suffix = _seams(element, leaf, kind)
    before = _present(block, prefix, OPEN_STYLE_QUOTE if quotes else None, opened)
    parts = opened is not None and prefix[:1] in PUNCTUATION
    inner = _present(
        (CLOSE_FORMAT_IN_QUOTES if quotes else CLOSE_FORMAT) if opened else None, CLOSE_STYLE_QUOTE if quotes else None
    )
    close_block = CLOSE_BLOCK if block else None
    after = inner + _present(before_suffix, suffix, seam, close_block)
    pieces_end = AFTER_PIECES[opened is not None and quotes]
    after_pieces = inner + _present(suffix or pieces_end, seam if suffix else None, close_block)
    after_two_quotes = inner + _present(
        AFTER_TWO_QUOTES[opened is not None], suffix, seam if suffix else None, close_block
    )
    after_words = inner + _present(before_suffix, suffix, _seams(element, leaf, OTHER)[0], close_block)
    after_doubled = inner + _present(before_suffix, Affix(suffix[:-1]), seam, close_block)
    in_pieces = leaf and (opened is not None or "quotes" in element.attributes)
    met = suffix[0] if not leaf and len(suffix) > 1 and suffix[0] in PUNCTUATION else ""
    changes = _changes(element, leaf, language)

    def wrap(render: Renderer, context: Context, out: Stream) -> None:
        mark, around = len(out), context.group_start
        if parts and mark > around and not isinstance(out[-1], Delimiter):
            out.append(APART)  # prefixes of formatted elements meet nothing, but those that begin a group
        out.extend(before)
        start = len(out)
        if not leaf:
            context.group_start = start
        render(context, out)
        context.group_start = around
        if len(out) == start:
            del out[mark:]
            return
        end = after
        if kind == NUMBER and not _ends_with_number(out):
            end = after_words
        elif leaf and quotes and out[-1] is CLOSE_QUOTE:
            end = after_two_quotes
        elif in_pieces and _is_in_pieces(out, start):
            end = after_pieces
        elif met and _ends_with_suffix(out, met):
            end = after_doubled
        if not leaf:
            end_group(out)
        for change in changes:
            change(context, out, start)
        out.extend(end)

    return wrap


def _present(*pieces: str | Mark | None) -> tuple[str | Mark, ...]:
    return tuple([piece for piece in pieces if piece])


def _kind(element: Element, leaf: bool) -> int:
    if element.tag == "number" or (element.tag == "text" and element.get("variable") in NUMBER_VARIABLES):
        return NUMBER
    return TEXT if leaf else OTHER


def _seams(element: Element, leaf: bool, kind: int) -> tuple[Seam | None, Seam | None]:
    """Return the seam behind an element, and that between its text and its suffix."""
    formatted = opening(element.attributes) is not None
    suffix, quotes = element.get("suffix"), element.get("quotes")
    if suffix:
        after = AFTER_SUFFIX[kind, formatted] if suffix[-1] in PUNCTUATION else None
        return after, SAME_MARK if leaf and (formatted or quotes) else None
    if formatted:
        return AFTER_FORMAT[kind], None
    if quotes == "true":
        return AFTER_QUOTES, None
    return AFTER_NO_QUOTES if leaf and quotes else None, None


def _ends_with_number(out: Stream) -> bool:
    """Tell if a number ends with digits; for citeproc-js one in words is an element that holds others."""
    end = out[-1]
    return isinstance(end, str) and end[-1:].isdecimal()


def _is_in_pieces(out: Stream, start: int) -> bool:
    """Tell if a text has markup or apostrophes, at which citeproc-js cuts it: punctuation behind such collapses."""
    end = out[-1]
    return end is not CLOSE_QUOTE and (len(out) > start + 1 or (isinstance(end, str) and "’" in end))


def _ends_with_suffix(out: Stream, sign: str) -> bool:
    """Tell if an element ends with a suffix that ends with a sign.

    Where the suffix of the group begins with the same one, citeproc-js takes the last character of that away as well.
    """
    seam, suffix = out[-1], out[-2] if len(out) > 1 else ""
    return seam in SUFFIX_SEAMS and isinstance(suffix, str) and suffix[-1:] == sign and suffix[0] in f"{sign} "


def _changes(element: Element, leaf: bool, language: str) -> list[Change]:
    """Return what is done with the output of an element itself, in order."""
    changes: list[Change] = []
    if element.get("quotes") == "false":
        changes.append(_turn_quotes)
    if element.get("text-case") in CASES:
        changes.append(_case(element, language))
    if element.get("strip-periods") == "true":
        changes.append(_strip_periods)
    opened = opening(element.attributes)
    if leaf and opened is not None and opened.on & (ITALIC | OBLIQUE):
        changes.append(_upright(element))
    return changes


def _turn_quotes(_context: Context, out: Stream, start: int) -> None:
    """Make inner quotes outer ones, as citeproc-js does under ``quotes="false"``."""
    for place in range(start, len(out)):
        if out[place] is OPEN_INNER_QUOTE:
            out[place] = OPEN_QUOTE
        elif out[place] is SINGLE_INNER_QUOTE:
            out[place] = SINGLE_QUOTE
        elif out[place] is OPEN_STYLE_QUOTE:
            out[place] = OPEN_QUOTE_APART


def _strip_periods(_context: Context, out: Stream, start: int) -> None:
    """Take periods out of texts, but not out of numbers, nor before a small letter, where citeproc-js leaves them."""
    for place in range(start, len(out)):
        piece = out[place]
        if isinstance(piece, str) and "." in piece and not isinstance(piece, (Affix, Delimiter, Figure)):
            out[place] = type(piece)(PERIOD.sub("", piece))


def _case(element: Element, language: str) -> Change:
    """Return what sets the text case: that of the locale's language, but for items that name one of their own.

    Title case is for English.
    """
    name = element.get("text-case")
    titled = name == "title" and element.tag == "text" and "variable" in element.attributes
    if name == "title" and not titled and language != "en":
        name = "capitalize-first"  # terms of other languages
    here = case_of(name, "" if element.get("form") == "roman" else language) or CASES[name]
    if element.tag == "number" or not LOCAL.isdisjoint(element.attributes):
        return lambda _context, out, start: apply(here, out, start)
    cases = {own: case_of(name, own) or here for own in ("", *OWN_CAPITALS)}

    def set_case(context: Context, out: Stream, start: int) -> None:
        if not titled or _is_english(context.language or language):
            apply(cases[casing(context.language)] if context.language else here, out, start)

    return set_case


def _is_english(language: str) -> bool:
    return language[:2].lower() == "en"


def _upright(element: Element) -> Change:
    """Return what takes italics back from a text of a script that has none, such as Chinese.

    Those of a group around it are another's.
    """
    upright = opening(element.without(("font-style",)).attributes) or Mark(OPENING)

    def set_upright(_context: Context, out: Stream, start: int) -> None:
        text = text_between(out, start)
        if not text.isascii() and ROMANESQUE.search(text) is None and SLANTS.search(text) is None:
            out[start - 1] = upright

    return set_upright
