"""LaTeX of an entry, to stand after ``\\bibitem``; UTF-8, and no text of a field becomes a command."""

from __future__ import annotations

import re

from citeconv.values.patterns import lazy
from citeconv.values.tex_signs import MATH
from citeconv_references.engine.output.nesting import nest
from citeconv_references.engine.runs import (
    BOLD,
    ITALIC,
    OBLIQUE,
    SMALL_CAPS,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Tree,
)

TAGS = {
    ITALIC: ("\\textit{", "}"),
    OBLIQUE: ("\\textsl{", "}"),
    BOLD: ("\\textbf{", "}"),
    SMALL_CAPS: ("\\textsc{", "}"),
    UNDERLINE: ("\\underline{", "}"),
    SUPERSCRIPT: ("\\textsuperscript{", "}"),
    SUBSCRIPT: ("\\textsubscript{", "}"),
}
_FORMULAS = {sign: f"\\{name}" for sign, name in MATH.items() if sign > "\u00ff"}  # those of Latin-1 pdfLaTeX knows
_FORMULAS |= {"−": "-", "′": "'", "″": "''", "‴": "'''", "ϕ": "\\phi", "ϵ": "\\epsilon", "∆": "\\Delta"}
_FORMULAS |= dict.fromkeys("⩽≦", "\\leq") | dict.fromkeys("⩾≧", "\\geq")
ESCAPES = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "$": "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    "_": "\\_",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "\u00a0": "~",
    "\u202f": "\\,",
    "\u2009": "\\,",
    **dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u2028\u2029\u205f\u3000", " "),
    **{sign: f"${formula}$" for sign, formula in _FORMULAS.items()},
    **{sign: f"\\textsubscript{{{plain}}}" for sign, plain in zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()", strict=True)},
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo", strict=True)),  # Greek letters that TeX has no other form of
}
UNSEEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff"
"""Control, format and no characters, for none of which pdfLaTeX has a sign."""
RESERVED = lazy("[{}]|--+|[{}]+".format("".join(re.escape(character) for character in ESCAPES), UNSEEN))


def escape(text: str) -> str:
    """Return the text with the characters that LaTeX reserves as commands; hyphens are kept apart."""
    return RESERVED.sub(_form, text)


def _form(match: re.Match[str]) -> str:
    found = match[0]
    return "{-}".join(found) if found[0] == "-" else ESCAPES.get(found, "")


def to_latex(tree: Tree) -> str:
    """Return a tree as one line of LaTeX."""
    return " ".join(nest(block.runs, TAGS, escape).strip() for block in tree).replace("\n", " ")
