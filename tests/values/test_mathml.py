"""Formulas of MathML in a line of text."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from citeconv.values.markup import from_element, from_html
from growth import grows_linearly

_TEXT = """<title xmlns:m="http://www.w3.org/1998/Math/MathML">Of <m:math>%s</m:math> here</title>"""


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2 1/2"),
        (
            "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msup><mi>c</mi><mn>2</mn></msup></mfrac>",
            "(a+b)/c<sup>2</sup>",
        ),
        ("<mfrac><mfrac><mn>1</mn><mn>2</mn></mfrac><mn>3</mn></mfrac>", "(1/2)/3"),
        ("<mfrac><mn>1</mn><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></mrow></mfrac>", "1/(a+b)"),
        ("<msqrt><mi>x</mi></msqrt>", "√x"),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x+1)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "<sup>3</sup>√x"),
        ('<mfenced open="[" close="]" separators=";,"><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mfenced>', "[a;b,c,d]"),
        ("<mfenced><mi>a</mi></mfenced>", "(a)"),
    ],
)
def test_what_a_line_would_tear_apart(formula: str, line: str) -> None:
    """Fractions, roots and fences have their signs, and parentheses around what belongs together."""
    assert _read(formula) == f"Of {line} here"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x<sup>2</sup>"),
        ("<msup><mrow/><mn>13</mn></msup><mi>C</mi>", "<sup>13</sup>C"),
        ("<msub><mi>x</mi><mrow/></msub>", "x"),
        (
            "<mmultiscripts><mi>U</mi><mn>1</mn><none/><mprescripts/><mn>92</mn><mn>235</mn></mmultiscripts>",
            "<sup>235</sup><sub>92</sub>U<sub>1</sub>",
        ),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>",
            "∑<sub>i=1</sub><sup>n</sup>",
        ),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "x¯"),
        ("<mi>cos</mi><mo>\u2061</mo><mi>k</mi><mo>\u2062</mo><mi>x</mi>", "cos kx"),
    ],
)
def test_scripts_and_signs(formula: str, line: str) -> None:
    """Scripts are citeconv's tags wherever they stand, accents stay with their letter, signs nobody sees vanish."""
    assert _read(formula) == f"Of {line} here"


def test_layout_of_the_file() -> None:
    """Blanks and comments between the parts of a formula say nothing; those in its words do."""
    formula = "\n <mi>x</mi>\n <!-- so -->\n <mtext> in </mtext>\n <mfrac>\n <mn>1</mn>\n <mn>2</mn>\n </mfrac>\n"
    assert _read(formula) == "Of x in 1/2 here"


def test_formulas_that_nest_deeply() -> None:
    """A fraction in a fraction in a fraction is looked into once for each, not for all within it."""

    def read(depth: int) -> str:
        opening, closing = "<mfrac><mrow>" * depth, "</mrow></mfrac>" * depth
        return _read(f"{opening}<msup><mi>x</mi><mn>2</mn></msup>{closing}")

    assert read(2) == "Of (x<sup>2</sup>) here"
    assert grows_linearly(read, 100)


@pytest.mark.parametrize("name", ["mfrac", "msqrt", "mroot", "mfenced", "mmultiscripts", "msubsup", "munder"])
def test_elements_without_their_parts(name: str) -> None:
    """A part of a formula that lacks its parts is no fault."""
    assert _read(f"<{name}/><{name}><mi>x</mi></{name}>").replace("√", "").replace("(x)", "x") == "Of x here"


def _read(formula: str) -> str:
    return from_element(
        etree.fromstring(_TEXT % re.sub(r"<(/?)(?=\w)", r"<\1m:", formula), etree.XMLParser(huge_tree=True))
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('Of<mml:math xmlns:mml="x"><mml:mi>C</mml:mi><mml:mi>P</mml:mi></mml:math>at sea', "Of CP at sea"),
        ("<math><msup><mi>H</mi><mn>2</mn></msup></math>-gas", "H<sup>2</sup>-gas"),
        ("<math><mi>x</math> and <math><mi>y</mi></math>", "<math><mi>x</math> and y"),
        ("<mathematics> <math>", "<mathematics> <math>"),
    ],
)
def test_formulas_in_a_text(text: str, line: str) -> None:
    """In a text that is no XML formulas become lines, with blanks where words run into them; broken ones stay."""
    assert line == from_html(text)
    assert grows_linearly(lambda size: from_html("<math>" * size), 2000)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'at <inline-formula> <tex-math notation="LaTeX">$7.1\\times $ </tex-math></inline-formula> and',
            "at 7.1× and",
        ),
        (
            (
                "<inline-formula><tex-math>$^u$</tex-math><alternatives><mml:math><mml:mi>u</mml:mi></mml:math>"
                '<inline-graphic xlink:href="ieq1.gif"/></alternatives></inline-formula>, so'
            ),
            "u, so",
        ),
        ("<tex-math>$\\text{NO}_{3}^{-}$</tex-math> here", "NO<sub>3</sub><sup>−</sup> here"),
        ('<formula formulatype="inline"><tex Notation="TeX">${\\rm C}_2$</tex></formula> here', "C<sub>2</sub> here"),
        ("<tex-math>l<sub>1</sub></tex-math>-norm", "l<sub>1</sub>-norm"),
        ("<tex-math>n-1</tex-math> tides", "n−1 tides"),
        ("&lt;inline-formula&gt;&lt;tex-math&gt;5\\beta&lt;/tex-math&gt;&lt;/inline-formula&gt; here", "5β here"),
        (
            "<inline-formula><tex-math>a<b</tex-math></inline-formula>",
            "<inline-formula><tex-math>a<b</tex-math></inline-formula>",
        ),
        ("open <tex-math>$a$", "open <tex-math>$a$"),
    ],
)
def test_formulas_in_tex(text: str, line: str) -> None:
    """IEEE's formulas are read, unless they stand in MathML, too; what is cut off or not well-formed stays."""
    assert from_html(text) == line


@pytest.mark.parametrize(
    "piece",
    [
        "<inline-formula>",
        "<tex-math>",
        "<tex-math>$a</tex-math>",
        "<inline-formula><tex-math>$\\alpha_",
        "&lt;/p&gt;&lt;p",
    ],
)
def test_many_formulas_in_tex(piece: str) -> None:
    """However many there are, open or not, a text takes time in proportion to its length."""
    assert grows_linearly(lambda size: from_html(piece * size), 2000)
