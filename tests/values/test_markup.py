"""Markup and HTML within texts."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeconv.values.markup import from_element, from_html, plain, runs, unwrapped

_DOCUMENT = (
    r"\documentclass[12pt]{{minimal}} \usepackage{{amsmath}} \setlength{{\oddsidemargin}}{{-69pt}} "
    r"\begin{{document}}$${}$$\end{{document}}"
)
"""What Springer's abstracts have around a formula."""
_ALPHA = _DOCUMENT.format(r"\alpha ")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<em>E. coli</em> &amp; H<SUB>2</SUB>O", "<i>E. coli</i> & H<sub>2</sub>O"),
        ("<p>One</p><p>Two</p>", " One Two "),
        ('<span style="font-variant: small-caps;">d</span>-Glucose', "<sc>d</sc>-Glucose"),
        ('<span class="nocase">mRNA</span>', "mRNA"),
        ("p<0.05 and a<b", "p<0.05 and a<b"),
        ("AT&T &foo; &#x3b1;", "AT&T &foo; α"),
        ("<jats:italic>x</jats:italic>", "<i>x</i>"),
        ("<jats:sec><jats:title>Aim</jats:title><jats:p>One</jats:p></jats:sec>", " Aim One "),
        ('see <jats:ext-link xlink:href="https://example.org">there</jats:ext-link>', "see there"),
        ("ebb<jats:tr>flow</jats:tr>sea", "ebb flow sea"),
        ("ebb<span/>flow", "ebbflow"),
        ("<sec> <title>Aim</title> <p>One</p> </sec>", " <title>Aim</title> One "),
        ('<list list-type="1" id="a-list-0001"> One two', " One two"),
        ('Highlights <dl class="list"><dt class="label">•</dt><dd>One</dd></dl>', "Highlights • One "),
        ('See <ext-link ext-link-type="uri" xlink:href="https://a.example/b">b.example</ext-link>.', "See b.example."),
        ("Sands of <it>Arenicola</it>", "Sands of <i>Arenicola</i>"),
        ("a <sector>, a list<list>", "a <sector>, a list<list>"),
        (f"of F1{_DOCUMENT.format('F_{1}')} of (all {_ALPHA}, 1)", "of F<sub>1</sub> of (all α, 1)"),
        (rf"cut \documentclass[12pt]{{minimal}} short{_ALPHA}", r"cut \documentclass[12pt]{minimal} shortα"),
        (_DOCUMENT.replace("$$", "").format(r"\(F_{1}\)"), "F<sub>1</sub>"),
        (r"A \documentclass of its own \end", r"A \documentclass of its own \end"),
        ("&amp;lt;p&amp;gt;Ebb.&amp;lt;/p&amp;gt;", " Ebb. "),
        ("p <jats: 5 and <title>", "p <jats: 5 and <title>"),
        ("<A study of tides.pdf>", "<A study of tides.pdf>"),
        ("<p small, then <li and so on>", "<p small, then <li and so on>"),
        ("The ear (< i> Orca sp.</i>) in CO< sub> 2</sub>", "The ear (<i>Orca sp.</i>) in CO<sub>2</sub>"),
        ("p < i> 3", "p < i> 3"),
        ("A planet of <ASTROBJ>HD 1</ASTROBJ>", "A planet of HD 1"),
        ("Salt &lt;italic&gt;a Priori&lt;/Italic&gt; and &lt;em&gt;b&lt;/em&gt;", "Salt <i>a Priori</i> and <i>b</i>"),
        ("The &lt;div&gt; and &lt;/div&gt; of HTML", "The <div> and </div> of HTML"),
        ("R&Amp;D of &Ldquo;salt&Rdquo;, SCHR&OUML;DER, Schr&ouml;der", "R&D of “salt”, SCHRÖDER, Schröder"),
        ("Tides &GE; salt &Foo;", "Tides &GE; salt &Foo;"),
    ],
)
def test_html(html: str, text: str) -> None:
    """HTML becomes citeconv's tags and what only looks like it stays."""
    assert from_html(html) == text


def test_elements() -> None:
    """Mixed content keeps its markup, MathML its scripts, and comments say nothing."""
    xml = (
        "<T xmlns:m='u'>A <i>b</i><!-- c --> <m:math><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup></m:math>"
        " <xref>1</xref><break/>z</T>"
    )
    assert from_element(ElementTree.fromstring(xml)) == "A <i>b</i> x<sup>2</sup> 1 z"


@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_names_of_taxa(between: str) -> None:
    """The parts of the name of a taxon are words of their own; what stands around the name is next to it."""
    parts = between.join(f"<taxon-name-part>{part}</taxon-name-part>" for part in ("Mola", "subg.", "Pelta"))
    taxon = f"<taxon-name>{parts}</taxon-name>"
    assert from_element(ElementTree.fromstring(f"<T>Of (<i>{taxon}</i>)</T>")) == "Of (<i>Mola subg. Pelta</i>)"
    assert from_element(ElementTree.fromstring(taxon)) == "Mola subg. Pelta"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("<i>a</i>", "a"),
        ("<b><i> a <sub>b</sub></i></b>", "a <sub>b</sub>"),
        ("<i>a</i> and <i>b</i>", "<i>a</i> and <i>b</i>"),
        ("<i>a", "<i>a"),
        ("a</i>", "a</i>"),
        ("<i></i>", ""),
        ("<p>", "<p>"),
    ],
)
def test_markup_around_a_whole(text: str, bare: str) -> None:
    """Markup goes where nothing stands outside of it, and nowhere else."""
    assert unwrapped(text) == bare


@pytest.mark.parametrize(
    ("text", "bare"), [("a<i>b<sup>c</sup></i>", "abc"), ("a</i>b<i>", "a</i>b<i>"), ("<i><b>x</i></b>", "<b>x</b>")]
)
def test_plain(text: str, bare: str) -> None:
    """Only tags with partners are markup; of two that overlap the second is text."""
    assert bare == plain(text)


@given(st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "x", "<", " "]), max_size=40))
def test_runs_nest(pieces: list[str]) -> None:
    """Whatever the tags, what opens is closed in order and no character is lost."""
    stack: list[str] = []
    whole = ""
    for text, tag in runs("".join(pieces)):
        if tag == "open":
            stack.append(text)
        elif tag == "close":
            assert stack.pop() == text
        whole += text if not tag else f"<{'/' if tag == 'close' else ''}{text}>"
    assert not stack
    assert whole == "".join(pieces)


@given(st.text())
def test_html_never_fails(text: str) -> None:
    """Any string can be decoded."""
    from_html(text)
