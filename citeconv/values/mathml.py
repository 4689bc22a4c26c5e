"""MathML formulas as a line of text: the order of the parts of each element, and the signs around them.

An element goes in with its children; out come the children as they are read, each with what belongs before and behind
it: scripts are citeconv's tags, a fraction has its slash, a root its sign, and what a line would tear apart gets
parentheses: ``(a+b)/2``, ``√(x+1)``, ``<sup>14</sup>C``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Piece = tuple[str, Any, str]
"""What stands before a child, the child, what stands behind it."""

ROWS = frozenset("math mrow mstyle mpadded mphantom mfenced mtd menclose semantics".split())
"""Elements that hold a formula, or a part of one, from left to right."""

_UNSEEN = {0x2061: " ", 0x2062: None, 0x2063: ",", 0x2064: " "}
"""Operators that nobody sees, and what a line has for them: between function and argument, factors, indices, terms."""
_INNER_ROWS = ROWS - {"mfenced"}
_TOKENS = frozenset("mi mn mo mtext ms".split())
_WHOLE = frozenset("msup msub msubsup mover munder munderover mmultiscripts msqrt mroot mfenced".split())
"""Elements that a line does not tear apart, whatever they hold."""


def name_of(element: Any) -> str:
    """Return an element's name without its prefix, in lower case; nothing for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def token(name: str, text: str) -> str:
    """Return the text that begins an element of a formula; only tokens have any, what else stands there is layout."""
    return text.translate(_UNSEEN) if name in _TOKENS else "" if text.isspace() else text


def arranged(name: str, element: Any) -> list[Piece] | None:
    """Return the children of an element of a formula as a line has them; ``None`` for any other element."""
    arrange = _LAYOUTS.get(name)
    if arrange is None:
        return None
    children = _elements(element)
    return _fenced(element, children) if name == "mfenced" else arrange(children)


def _tagged(child: Any, tag: str) -> Piece:
    """Raise or lower a child that says something."""
    inner = _within_rows([child])
    if not inner or (len(inner) == 1 and not len(inner[0]) and not (inner[0].text or "").strip()):
        return "", child, ""
    return f"<{tag}>", child, f"</{tag}>"


def _within_rows(children: Sequence[Any]) -> Sequence[Any]:
    """Return what stands in a row that stands alone, or in a row in it; never deeper, for formulas may nest deeply."""
    while len(children) == 1 and name_of(children[0]) in _INNER_ROWS:
        children = _elements(children[0])
    return children


def _elements(element: Any) -> list[Any]:
    """Return an element's children without comments."""
    return [child for child in element if name_of(child)]


def _scripts(*tags: str) -> Callable[[list[Any]], list[Piece]]:
    def arrange(children: list[Any]) -> list[Piece]:
        rest = [("", child, "") for child in children[len(tags) + 1 :]]
        return [("", child, "") for child in children[:1]] + list(map(_tagged, children[1:], tags)) + rest

    return arrange


def _limits(*tags: str) -> Callable[[list[Any]], list[Piece]]:
    """Raise and lower what stands above and below; an operator there is the letter's accent."""
    scripts = _scripts(*tags)

    def arrange(children: list[Any]) -> list[Piece]:
        return [("", piece[1], "") if name_of(piece[1]) == "mo" else piece for piece in scripts(children)]

    return arrange


def _row(children: list[Any]) -> list[Piece]:
    """Part a whole number from the fraction behind it."""
    pieces: list[Piece] = []
    before = ""
    for child in children:
        name = name_of(child)
        pieces.append((" " if name == "mfrac" and before == "mn" else "", child, ""))
        before = name
    return pieces


def _fraction(children: list[Any]) -> list[Piece]:
    pieces: list[Piece] = []
    for child in children:
        opening, closing = _parentheses([child])
        pieces.append((("/" if pieces else "") + opening, child, closing))
    return pieces


def _square_root(children: list[Any]) -> list[Piece]:
    opening, closing = _parentheses(children)
    return _between("√" + opening, closing, children)


def _root(children: list[Any]) -> list[Piece]:
    index = [_tagged(child, "sup") for child in children[1:]]
    return index + _square_root(children[:1])


def _fenced(element: Any, children: list[Any]) -> list[Piece]:
    separators = "".join(element.get("separators", ",").split())
    pieces: list[Piece] = []
    for place, child in enumerate(children):
        separator = separators[min(place, len(separators)) - 1] if place and separators else ""
        pieces.append((separator, child, ""))
    opening, closing = element.get("open", "("), element.get("close", ")")
    return _between(opening, closing, children, pieces)


def _many_scripts(children: list[Any]) -> list[Piece]:
    """Put the scripts before a letter there, the raised one first, as nuclides have them."""
    names = [name_of(child) for child in children]
    cut = names.index("mprescripts") if "mprescripts" in names else len(children)
    behind, before = children[1:cut], children[cut + 1 :]
    raised = [_tagged(child, "sup") for child in before[1::2]]
    lowered = [_tagged(child, "sub") for child in before[::2]]
    scripts = [_tagged(child, "sup" if place % 2 else "sub") for place, child in enumerate(behind)]
    return raised + lowered + [("", child, "") for child in children[:1]] + scripts


def _between(opening: str, closing: str, children: Sequence[Any], pieces: list[Piece] | None = None) -> list[Piece]:
    pieces = [("", child, "") for child in children] if pieces is None else pieces
    if pieces:
        before, child, after = pieces[0]
        pieces[0] = opening + before, child, after
        before, child, after = pieces[-1]
        pieces[-1] = before, child, after + closing
    return pieces


def _parentheses(children: Sequence[Any]) -> tuple[str, str]:
    """Return the signs around children that have to stay together: none, if they are one thing or have their own."""
    children = _within_rows(children)
    if not children or (len(children) == 1 and name_of(children[0]) in _TOKENS | _WHOLE):
        return "", ""
    signs = [(child.text or "").strip() for child in children]
    own = signs[0] == "(" and signs[-1] == ")" and signs.count("(") == 1
    return ("", "") if own else ("(", ")")


_LAYOUTS: dict[str, Callable[[list[Any]], list[Piece]]] = {
    **dict.fromkeys(ROWS, _row),
    "msup": _scripts("sup"),
    "msub": _scripts("sub"),
    "msubsup": _scripts("sub", "sup"),
    "munder": _limits("sub"),
    "mover": _limits("sup"),
    "munderover": _limits("sub", "sup"),
    "mmultiscripts": _many_scripts,
    "mfrac": _fraction,
    "msqrt": _square_root,
    "mroot": _root,
    "mtable": _row,
    "mtr": _row,
}
