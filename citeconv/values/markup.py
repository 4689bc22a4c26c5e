"""Inline markup: turns that of HTML and XML into citeconv's five tags, ``<i> <b> <sup> <sub> <sc>``; cuts text at it.

Readers decode what they find, writers walk over ``runs``. A tag without its partner is text, as is any other ``<``:
``p<0.05`` is no markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from citeconv.values.mathml import Piece, arranged, name_of, token
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy
from citeconv.values.texts import SURROGATE

TAGS = ("i", "b", "sup", "sub", "sc")
"""The tags that a citation's text may hold."""

TAG = lazy(rf"<(/?)({'|'.join(TAGS)})>")
_FOREIGN = {
    "em": "i", "italic": "i", "it": "i", "emphasis": "i", "cite": "i", "var": "i", "strong": "b", "bold": "b",
    "superscript": "sup", "subscript": "sub", "inf": "sub", "smallcaps": "sc", "scp": "sc",
    **{tag: tag for tag in TAGS},
}  # fmt: skip
"""Names that HTML, JATS, PubMed and publishers give to the five."""
_BLOCKS = frozenset(
    "br p div h1 h2 h3 h4 h5 h6 li tr title sec list-item break disp-formula dispformula mspace mtd".split()
)
"""Elements whose borders part words."""
_TEX_NAMES = frozenset(("tex", "tex-math"))
_DROPPED = frozenset("script style annotation annotation-xml".split()) | _TEX_NAMES
_FORMULAS = ("math", "textual-form")
"""Forms of a formula beside which its TeX says nothing more."""
_ELEMENT = lazy(
    r"<(?P<close>/?)(?P<name>(?:[a-z]{1,10}:)?(?:abbr|astrobj|a|b|big|bold|br|cite|div|em|ext-link|font|h[1-6]|inf|italic|it|i|li|monospace|ol|p|sc|scp"
    r"|small|span|strong|sub|sup|subscript|superscript|tt|ul|underline|u)|jats:[a-z-]{1,30})(?P<rest>\s[^<>=]{0,40}=[^<>]{0,400})?\s*/?>",
    re.I,
)
"""An element with nothing in it but attributes: ``<A study of sand.pdf>`` is a title of EndNote's."""
_BLOCK = lazy(
    r"</?(?:br|d[dlt]|div|h[1-6]|li|(?<=/)list|list(?=\s)|list-item|p|para|sec|[a-z]{1,10}:(?:br|div|li|p)|jats:(?:break|disp-formula|list|list-item|sec|title))"
    r"(?:\s[^<>=]{0,40}=[^<>]{0,400})?\s*/?>",
    re.I,
)
"""Those of them whose borders part words."""
_MATH = lazy(r"<((?:[a-z]{1,10}:)?math)(?=[\s>])")
_WITH_TEX = lazy(r"<((?:(?:inline|disp)-)?formula|tex(?:-math)?)(?=[\s>])")
"""A formula in TeX, in JATS's elements or IEEE's older ones: so titles and abstracts of IEEE are wherever they go."""
_ANY_TAG = lazy(r"<[^<>]*>")
_DOCUMENT, _DOCUMENT_END = r"\documentclass[", r"\end{document}"
"""What is around a formula in Springer's abstracts, wherever they go."""
_PREFIX = lazy(r"(?<=[<\s/])[a-z]{1,10}:(?=[a-z])")
_WORD_END = lazy(r"[^\W\d_]{2}\Z")
"""The end of a word that runs into a formula: Crossref's titles have no blanks there."""
_SURPLUS = lazy(r"  +")
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SMALL_CAPS = lazy(r"small-?caps|\"sc\"", re.I)
BLANKS = lazy(r"[ \t\r\n\f\v]+")


def plain(text: str) -> str:
    """Return a text without citeconv's tags; a tag without its partner stays."""
    if "<" not in text or TAG.search(text) is None:
        return text
    return "".join([piece for piece, tag in runs(text) if not tag])


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text at its markup.

    Yields:
        ``(text, "")`` for a piece of text, ``("i", "open")`` and ``("i", "close")`` for markup, properly nested; never
        two pieces of text in a row that belong together.
    """
    if "<" not in text:
        if text:
            yield text, ""
        return
    pieces = TAG.split(text)
    paired = _pairs(pieces)
    held = pieces[0]
    for place in range(1, len(pieces), 3):
        slash, tag, after = pieces[place : place + 3]
        if place in paired:
            if held:
                yield held, ""
            yield tag, "close" if slash else "open"
            held = after
        else:
            held += f"<{slash}{tag}>{after}"
    if held:
        yield held, ""


def unwrapped(text: str) -> str:
    """Return a text without the markup that is around all of it: how a whole title or number is printed."""
    if not (text.startswith("<") and text.endswith(">")):
        return text
    pieces = [*runs(text)]
    partners: dict[int, int] = {}
    opened: list[int] = []
    for place, (_, kind) in enumerate(pieces):
        if kind == "open":
            opened.append(place)
        elif kind:
            partners[opened.pop()] = place
    first, last = 0, len(pieces) - 1
    while first < last and partners.get(first) == last:
        first, last = first + 1, last - 1
    written = {"open": "<{}>", "close": "</{}>", "": "{}"}
    return "".join([written[kind].format(piece) for piece, kind in pieces[first : last + 1]]).strip()


def _pairs(pieces: list[str]) -> set[int]:
    """Return the places of tags that have a partner and overlap with no other pair."""
    paired: set[int] = set()
    stack: list[tuple[str, int]] = []
    waiting = dict.fromkeys(TAGS, 0)
    for place in range(1, len(pieces), 3):
        slash, tag = pieces[place], pieces[place + 1]
        if not slash:
            stack.append((tag, place))
            waiting[tag] += 1
        elif waiting[tag]:
            while True:
                opened, start = stack.pop()
                waiting[opened] -= 1
                if opened == tag:
                    break
            paired.update((start, place))
    return paired


_NAMED_SIGNS = {
    "middle dot": "·", "similar to": "∼", "plus/minus": "±", "less than": "<", "greater than": ">", "prime": "′",
    "less than or equal to": "≤", "greater than or equal to": "≥", "degrees": "°", "pounds": "£", "new para": " ",
}  # fmt: skip
"""Signs that the Web of Science and CAB have by their names."""
_NAMED_SIGN = lazy(rf"<({'|'.join(_NAMED_SIGNS)})>")
_LOOSE_TAG = lazy(r"< (i|b|em|sub|sup)> ?(?=[^<>]{1,300}</\1>)")
"""What Google Scholar made of tags: ``(< i> Orcinus orca</i>)``."""
_ESCAPED = lazy(
    r"&(?:amp;)?lt;/(?:jats:)?(?:p|i|em|italic|b|bold|strong|inf|sub|sup|sc|tex-math|(?:inline|disp)-formula)&(?:amp;)?gt;",
    re.I,
)
"""The end of an element that was escaped with its text; of one that people write about (``div``), it is text."""


def from_html(text: str) -> str:
    """Return text whose markup is HTML's (or JATS's, in a string) with citeconv's tags, entities decoded.

    Elements of web pages that say nothing about a citation's text (``span``, ``a``, ``p`` …), and all that have the
    prefix ``jats:`` as in Crossref's abstracts, vanish, with a blank where they part words; what merely looks like a
    tag stays, and so does a tag whose partner is missing. Elements that were escaped are such, too: IEEE's and ACM's
    titles, and at Crossref and OpenAlex the paragraphs of the EGU's conferences. Formulas of MathML and TeX become a
    line, signs by name the signs.
    """
    if _DOCUMENT in text:
        text = _without_documents(text)
    if "lt;/" in text and _ESCAPED.search(text) is not None:
        text = unescape(text)
    if "<" in text:
        if text.startswith("<title>") and text.endswith("</title>"):  # SPIE's, at Crossref
            text = text[7:-8]
        if "< " in text:
            text = _LOOSE_TAG.sub(r"<\1>", text)
        if "formula" in text or "<tex" in text:
            text = _with_lines(text, _WITH_TEX)
        if "math" in text:
            text = _with_lines(text, _MATH)
        text, blocks = _BLOCK.subn(" ", text)
        if "<" in text:
            text = _NAMED_SIGN.sub(lambda match: _NAMED_SIGNS[match[1]], _Html().convert(text))
        if blocks:
            text = _SURPLUS.sub(" ", text)
    return unescape(text)


def _without_documents(text: str) -> str:
    """Return a text with a line for each formula that stands in a document of TeX, and in plain letters before it."""
    out: list[str] = []
    pos = 0
    while (start := text.find(_DOCUMENT, pos)) >= 0 and (end := text.find(_DOCUMENT_END, start)) >= 0:
        start = text.rfind(_DOCUMENT, start, end)  # one before it is cut short, and stays
        end += len(_DOCUMENT_END)
        line = _formula(text[start:end])
        out += text[pos:start].removesuffix(plain(line)), line
        pos = end
    return "".join([*out, text[pos:]])


def _with_lines(text: str, formula: re.Pattern[str]) -> str:
    """Return a text with a line for each formula in an element; one that is not closed, or not well-formed, stays."""
    out: list[str] = []
    pos = start = 0
    while (match := formula.search(text, start)) is not None:
        closing = f"</{match[1]}>"
        end = text.find(closing, match.end())
        if end < 0:
            break
        start = end + len(closing)
        if (line := _formula_of(text[match.start() : start])) is None:
            continue
        before, behind = text[pos : match.start()], text[start : start + 2]
        blank = " " if line[:1].isalnum() and _WORD_END.search(before[-2:]) else ""
        out += before, blank, line, " " if behind.isalpha() and line[-1:].isalnum() else ""
        pos = start
    return "".join([*out, text[pos:]])


def _formula_of(source: str) -> str | None:
    """Return a formula as a line; None if it is not well-formed."""
    from xml.etree import ElementTree

    source = _ANY_TAG.sub(lambda tag: _PREFIX.sub("", tag[0]), source)
    try:
        return from_element(ElementTree.fromstring(f"<f>{source}</f>"))
    except ElementTree.ParseError:
        return None


class _Html:
    """Turns elements into tags; remembers what each open element became."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str]] = []

    def convert(self, text: str) -> str:
        return _ELEMENT.sub(self._tag, text)

    def _tag(self, match: re.Match[str]) -> str:
        name = match["name"].lower().rpartition(":")[2]
        if name in _BLOCKS:
            return " "
        if match[0].endswith("/>"):
            return ""
        if match["close"]:
            for place in range(len(self.open) - 1, max(len(self.open) - 50, -1), -1):
                if self.open[place][0] == name:
                    own = self.open.pop(place)[1]
                    return f"</{own}>" if own else ""
            return match[0] if name in TAGS else ""
        own = _FOREIGN.get(name, "")
        if match["rest"] and _SMALL_CAPS.search(match["rest"]):
            own = "sc"
        self.open.append((name, own))
        return f"<{own}>" if own else ""


def unescape(text: str) -> str:
    """Return text with character references decoded, also such as were escaped twice; what is no reference stays."""
    text = text.replace("&nbsp;", "\u00a0")  # by far the most frequent
    for _ in range(2):
        if "&" not in text or _ENTITY.search(text) is None:
            return text
        text = SURROGATE.sub("\ufffd", _ENTITY.sub(_decoded, text))
    return text


def _decoded(entity: re.Match[str]) -> str:
    return _sign(entity[0])


@remembered()
def _sign(reference: str) -> str:
    """Return the sign that a character reference names, also in a title's capitals; few come again and again."""
    import html

    capitals = (reference.title(), reference.lower()) if len(reference) > 4 else ()  # R&Amp;D, SCHR&OUML;DER
    for form in (reference, *capitals):
        if (sign := html.unescape(form)) != form:
            return sign
    return reference


def from_element(element: Any) -> str:
    """Return the text within an XML element, its markup as citeconv's tags, a formula as a line, all else as its text.

    Args:
        element: Of lxml or ElementTree. JATS's ``sc``, ``italic``, ``inline-formula`` and PubMed's ``i``, ``sup`` …
            are known, namespaces do not matter; comments and processing instructions are passed over.
    """
    if not len(element):
        return BLANKS.sub(" ", element.text or "").strip()
    parts: list[str] = []
    _walk(element, parts)
    return BLANKS.sub(" ", "".join(parts)).strip()


def parts_of(element: Any) -> str:
    """Return the text within an XML element whose children may be values of their own, with a blank between these.

    Children are parts where no text stands beside them (``<kwd>salt</kwd><kwd>tides</kwd>``); else they are markup.
    """
    parts: list[str] = []
    open_: list[Any] = [element]
    while open_:
        each = open_.pop()
        children = [child for child in each if isinstance(child.tag, str)]
        beside = (each.text or "").strip() or any((child.tail or "").strip() for child in each)
        if children and not beside:
            open_ += reversed(children)
        else:
            parts.append(from_element(each))
    return " ".join(filter(None, parts))


def _walk(element: Any, parts: list[str]) -> None:
    """Append what an element holds; without recursion, for a hostile file nests deeply."""
    parts.append(element.text or "")
    levels: list[tuple[Iterator[Piece], Any, str, bool]] = [(_pieces(name_of(element), element), element, "", False)]
    while levels:
        pieces, parent, closing, formula = levels[-1]
        before, child, after = next(pieces, ("", None, ""))
        if child is None:
            levels.pop()
            if levels:
                parts += closing, _tail(parent, levels[-1][3])
            continue
        name = name_of(child)
        only_tex = name in _TEX_NAMES and not _has_other_form(parent)
        if not name or (name in _DROPPED and not (only_tex and len(child))):
            if only_tex:
                parts.append(_formula(child.text or ""))
            parts.append(_tail(child, formula))
            continue
        own_before, own_after = _around(name)
        layout = arranged(name, child)
        inside = formula or name == "math"
        text = child.text or ""
        parts += before, own_before, token(name, text) if inside else text
        levels.append((_pieces(name, child) if layout is None else iter(layout), child, own_after + after, inside))


def _pieces(name: str, element: Any) -> Iterator[Piece]:
    if name == "taxon-name":
        return _apart(element)
    return (("", child, "") for child in element)


def _apart(element: Any) -> Iterator[Piece]:
    """Yield the parts of the name of a taxon, with a blank where nothing stands between them, as TaxPub has them."""
    tail = " "
    for child in element:
        yield "" if tail else " ", child, ""
        tail = child.tail or ""


def _tail(element: Any, formula: bool) -> str:
    """Return the text behind an element; blanks between the parts of a formula are layout."""
    tail: str = element.tail or ""
    return "" if formula and tail.isspace() else tail


def _has_other_form(parent: Any) -> bool:
    """Return whether a formula stands in another form, too: beside its TeX or, IEEE's, in the alternatives to it."""
    for each in parent:
        name = name_of(each)
        if name in _FORMULAS or (name == "alternatives" and any(name_of(one) in _FORMULAS for one in each)):
            return True
    return False


def _formula(text: str) -> str:
    """Return the line of a formula in TeX, which may stand in a document of its own and without its signs."""
    from citeconv.values import tex  # which decodes HTML by this module

    source = text.rpartition(r"\begin{document}")[2].partition(r"\end{document}")[0].strip()
    marked = "$" in source or source.startswith(("\\(", "\\["))
    return tex.text(source if marked else f"${source}$").strip()


def _around(name: str) -> tuple[str, str]:
    """Return what stands around the text of an element."""
    if name in _BLOCKS:
        return " ", " "
    own = _FOREIGN.get(name, "")
    return (f"<{own}>", f"</{own}>") if own else ("", "")
