"""Output formats: markup, nesting and escaping."""

from __future__ import annotations

import pytest

from citeconv_references.engine import Block, Run, to_html, to_latex, to_markdown, to_rtf, to_text
from citeconv_references.engine.output.latex import escape
from citeconv_references.engine.runs import BOLD, ITALIC, SUPERSCRIPT

TREE = (
    Block(
        "", (Run("1. Ünal & "), Run("in ", ITALIC), Run("vivo", ITALIC | BOLD), Run(" <b> 10"), Run("3", SUPERSCRIPT))
    ),
)
HOSTILE = (Block("", (Run("<script>\\input{x}$%{}[a](b)*_#\"'"),)),)


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (to_text, "1. Ünal & in vivo <b> 10³"),
        (to_html, "1. Ünal &#38; <i>in <b>vivo</b></i> &#60;b&#62; 10<sup>3</sup>"),
        (to_markdown, "1\\. Ünal \\& *in* ***vivo*** \\<b\\> 10^3^"),
        (to_rtf, "1. \\uc0\\u220 nal & {\\i in {\\b vivo}} <b> 10{\\super 3}"),
        (to_latex, "1. Ünal \\& \\textit{in \\textbf{vivo}} \\textless{}b\\textgreater{} 10\\textsuperscript{3}"),
    ],
)
def test_styles_are_nested_and_text_is_escaped(write, expected):
    """Each format has its own markup; text cannot be taken for it."""
    assert expected == write(TREE)


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (to_html, "&#60;script&#62;\\input{x}$%{}[a](b)*_#&#34;'"),
        (to_markdown, "\\<script\\>\\\\input\\{x\\}\\$%\\{\\}\\[a\\](b)\\*\\_\\#\"'"),
        (to_rtf, "<script>\\\\input\\{x\\}$%\\{\\}[a](b)*_#\"'"),
        (
            to_latex,
            "\\textless{}script\\textgreater{}\\textbackslash{}input\\{x\\}\\$\\%\\{\\}[a](b)*\\_\\#\\textquotedbl{}'",
        ),
    ],
)
def test_no_text_becomes_markup(write, expected):
    """What looks like a tag or a command is printed as it is."""
    assert expected == write(HOSTILE)


@pytest.mark.parametrize(
    ("text", "expected"), [("\N{MINUS SIGN}3", "10⁻³"), ("-6", "10⁻⁶"), ("TM", "10™"), ("er", "10er"), ("3x", "103x")]
)
def test_superscripts_in_plain_text(text, expected):
    """Those that Unicode has characters for are written with them, whole; others stand as they are."""
    assert expected == to_text((Block("", (Run("10"), Run(text, SUPERSCRIPT))),))


def test_blocks_stand_apart():
    """A number in the margin is a block of its own."""
    tree = (Block("left-margin", (Run("1."),)), Block("right-inline", (Run("Title."),)))
    assert to_text(tree) == "1. Title."
    assert to_html(tree) == '<div class="csl-left-margin">1.</div><div class="csl-right-inline">Title.</div>'
    assert to_rtf(tree) == "1.\\tab Title."


def test_latex_has_signs_of_mathematics_as_commands() -> None:
    """pdfLaTeX stops at Greek letters and at ``≥``; those of Latin-1 it knows."""
    assert r"TNF-$\alpha$, n $\geq$ 5 ± 2 µg, $\Delta$F508, NF-K" == escape("TNF-α, n ≥ 5 ± 2 µg, ΔF508, NF-Κ")
    assert r"CO\textsubscript{2} at $-$5 °C, 5$'$-UTR, n $\leq$ 3" == escape("CO₂ at −5 °C, 5′-UTR, n ⩽ 3")


@pytest.mark.parametrize("blank", "\u2002\u2003\u2005\u200a\u2029\u3000")
def test_latex_has_no_blanks_of_odd_widths(blank: str) -> None:
    """pdfLaTeX stops at them."""
    assert "a b" == escape(f"a{blank}b")


def test_latex_has_no_characters_that_it_has_no_sign_for() -> None:
    """Control and format characters, the word joiner that stands behind a literal ``<`` too, stop pdfLaTeX."""
    assert r"a\textless{}bc-d-{-}-" == escape("a<\u2060b\x1b\u202e\uffffc-d--")
