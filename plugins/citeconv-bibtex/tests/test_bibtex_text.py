"""Text as TeX: escapes, markup, capitals, and characters beyond ASCII."""

from __future__ import annotations

import unicodedata

import pytest

from citeconv import Citation, Date, Identifier, Name, Report, dumps, loads
from citeconv.values.tex import text as read
from citeconv_bibtex.checks import is_isbn, is_issn
from citeconv_bibtex.latex import TEX, to_ascii, to_utf8, unmark
from citeconv_bibtex.syntax import keywords, text, title, verbatim


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("50% & $5 #1 a_b", r"50\% \& \$5 \#1 a\_b"),
        ("~ ^ | < >", r"{\textasciitilde} {\textasciicircum} $|$ {\textless} {\textgreater}"),
        (r"\input{x} ^^M", r"{\textbackslash}input$\lbrace$x$\rbrace$ {\textasciicircum}{\textasciicircum}M"),
        ("a--b --- ''c'' ``d`` ?` !`", "a-{}-b -{}-{}- '{}'c'{}' `{}`d`{}` ?{}` !{}`"),
        ("<i>in vitro</i> H<sub>2</sub>", r"\emph{in vitro} H\textsubscript{2}"),
        ("<b>a<sc>b</sc></b>", r"\textbf{a\textsc{b}}"),
        ("p<0.05, </i> a", r"p{\textless}0.05, {\textless}/i{\textgreater} a"),
        ("<i>a<b>b</i>c</b>", r"\emph{a{\textless}b{\textgreater}b}c{\textless}/b{\textgreater}"),
        ("<u>x</u>", r"{\textless}u{\textgreater}x{\textless}/u{\textgreater}"),
    ],
)
def test_text(value: str, expected: str) -> None:
    """What TeX would interpret is escaped, ligatures that are none are broken, pairs of tags become commands."""
    assert expected == text(value, to_ascii)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("é Ö ç Ł ß ø ı", r"{\'e} {\"O} {\c{c}} {\L} {\ss} {\o} {\i}"),
        ("ễ ỳ ḗ", r"{\~{\^e}} {\`y} {\'{\=e}}"),
        ("í ĩ ǰ į", r"{\'i} {\~{\i}} {\v{\j}} {\k{i}}"),
        ("β Δ µ μ ά", r"$\beta$ $\Delta$ {\textmu} $\mu$ $\acute{\alpha}$"),
        ("≥ ± × → −1 5′", r"$\geq$ $\pm$ $\times$ $\rightarrow$ $-$1 5$'$"),
        ("×10 x² ①", r"$\times$10 x{\texttwosuperior} {\textcircled{1}}"),
        ("1–2 — “a” ‘b’ …", r"1--2 --- ``a'' {\textquoteleft}b{\textquoteright} {\ldots}"),
        ("-–- '” “`x", "-{}--{}- '{}'' ``{}`x"),
        ("e\u0301 x\u0304 β\u0304", r"{\'e} {\=x} $\bar{\beta}$"),
        ("P4\u0304m2 1\u0302", r"P$\bar{4}$m2 $\hat{1}$"),
        ("a\u00a0b ½", r"a~b {\textonehalf}"),
    ],
)
def test_characters(value: str, expected: str) -> None:
    """Accents, Greek, mathematics, punctuation and compatibility characters have TeX forms."""
    assert expected == text(value, to_ascii)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("$|$$\\lbrace$'id': '1-2'", "|{'id': '1-2'"),
        ("$|$$|$$\\lbrace$'id'", "||{'id'"),
        ("$$x'-1$$ 'a-b' $x'$", "x′−1 'a-b' x′"),
        ("$$x$ 'a'", "x 'a'"),
        ("$x'$ for US$50 'a'", "x′ for US$50 'a'"),
    ],
)
def test_formulas_side_by_side(value: str, expected: str) -> None:
    """Two dollars behind a formula end it and begin the next; elsewhere they open and close one of its own line."""
    assert expected == read(value)
    assert read(text(expected, to_ascii)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"$O(n \log n / \log\log n)$", "O(n log n / log log n)"),
        (r"$n\log n$ $\sin(x)$ $\max$ $2\ln\alpha$", "n log n sin(x) max 2 ln α"),
        (r"\noopsort{1973a}\switchargs{--90}{1968}", "1968–90"),
        (r"\switchargs{a}", r"\switchargs{a}"),
    ],
)
def test_commands_that_set_their_neighbours(value: str, expected: str) -> None:
    """Names of functions stand apart from their operands, and arguments that are switched are both there."""
    assert expected == read(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"$\stackrel{\ensuremath{\rightarrow}}{e}p$", "e\u20d7p"),
        (r"$f \stackrel{\mathrm{def}}{=} g$", "f =<sup>def</sup> g"),
        (r"$\overset{*}{x} \underset{n}{y}$", "x<sup>*</sup> y<sub>n</sub>"),
        (r"\stackrel{a", r"\stackrel{a}"),
        (r"$\mathbit{\delta}$-doped $\mathsc{N}$", "<b>δ</b>-doped <sc>N</sc>"),
        (r"$x \preceq y \sqcup z \rtimes w$", "x ⪯ y ⊔ z ⋊ w"),
        (r"$\tanh x$ in {\cal NC}", "tanh x in NC"),
        (r"\CYRP\cyrr\cyri\cyrl\cyri\cyrv\cyrery", "Приливы"),
        (r"\cyrchar\CYRP\cyrchar\cyrr\cyrchar\cyri", "При"),  # Better BibTeX
        (r"{\cyrchar\{CYRP}}{\cyrchar\cyrr}{\cyrchar\cyri}", "При"),  # Crossref, with a brace misplaced
        (r"{\hebshin}{\heblamed}{\hebvav}{\hebfinalmem}", "שלום"),
        (r"Nguy{\~{\^e}}n V{\~u} Ph{\uhorn}{\ohorn}ng, \texthbar, \textEopen", "Nguyễn Vũ Phương, ħ, Ɛ"),
        (r"\textnu\texteta\textmu, \textpercent{} and\nobreakspace{}\textampersand", "νηµ, % and\u00a0&"),
        (r"\begin{itemize}\item One \item Two\end{itemize}", "• One • Two"),
        (r"\begin{equation}x^2\end{equation} x^2", "x<sup>2</sup> x^2"),
        (r"\begin{", r"\begin{}"),
    ],
)
def test_signs_of_packages(value: str, expected: str) -> None:
    """What packages and other programs add to TeX is read as what it prints."""
    assert expected == read(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"at \$\textbackslash sqrt\{s\_\{\textbackslash mathrm\{NN\}\}\} = 5\$ TeV", "at √(s<sub>NN</sub>) = 5 TeV"),
        (r"\$\$\textbackslash alpha\$\$-particles", "α-particles"),
        (r"{$\$$}{$\backslash$}lambda{$\$$}-Tune", "λ-Tune"),
        (r"at {\$}$\backslash$sqrt{\{}s{\}}{\$} = 5 TeV", "at √(s) = 5 TeV"),
        (r"W{\$}{\^{}}{\{}\backslashpm{\}}{\$} bosons", "W<sup>±</sup> bosons"),
        (r"\$5 and \textbackslash foo \$6", r"$5 and \foo $6"),
        (r"\$5 and \$6 {\textbackslash}", "$5 and $6 \\"),
    ],
)
def test_formulas_that_were_escaped(value: str, expected: str) -> None:
    """Zotero and Mendeley escape each sign of a formula in a title; it is one all the same, money is none."""
    assert expected == read(value)


def test_commands_whose_backslash_is_escaped() -> None:
    """Mendeley writes a backslash in words for that of a command for a sign; before other words it is one."""
    written = r"p {\textbackslash}textless0.5 {\textbackslash}textgreater 3{\textbackslash}\% a{\textbackslash}textbook"
    assert read(written) == "p <0.5 > 3% a\\textbook"


def test_arrows_above_letters() -> None:
    """An arrow above a letter is an accent of mathematics, and comes back."""
    written, lost = unmark(text("e\u20d7p ⊔ ⌊x⌋", to_ascii))

    assert (r"$\vec{e}$p $\sqcup$ $\lfloor$x$\rfloor$", "") == (written, lost)
    assert "e\u20d7p ⊔ ⌊x⌋" == read(written)


@pytest.mark.parametrize("value", [r"i\t{oo}", r"i{\t oo}", r"i\t{o}o", r"i\t  oo"])
def test_tied_letters(value: str) -> None:
    """The tie stands over two letters, in braces or not."""
    assert "io\u0361o" == read(value)


@pytest.mark.parametrize(
    ("value", "expected", "lost"),
    [
        ("Жук", "Zhuk", "Жук"),
        ("中", "[U+4E2D]", "中"),
        ("김", "[U+AE40]", "김"),
        ("が", "[U+304C]", "が"),
        ("ả", "a", "ả"),
        ("%\u0301", r"\%[U+0301]", "\u0301"),
        ("Α", "A", "Α"),
        ("H₂O 10⁵", r"H\textsubscript{2}O 10\textsuperscript{5}", "₂⁵"),
        ("ﬁ ５ Ⅲ ℃", r"fi 5 III {\textdegree}C", "ﬁ５Ⅲ℃"),
        ("non‐breaking ∆ ⩽", r"non-breaking $\Delta$ $\leq$", "‐∆⩽"),
        ("b\u2009c\u200bd\u00ade", "b cde", "\u2009\u200b\u00ad"),
        ("two  blanks,\nlines", "two blanks, lines", " "),
    ],
)
def test_characters_without_form(value: str, expected: str, lost: str) -> None:
    """What has no TeX form of its own is written readably, or as the nearest there is, and told."""
    assert (expected, lost) == unmark(text(value, to_ascii))


def test_what_has_a_form_reads_back() -> None:
    """Every character that is not reported comes back from its TeX, as Unicode has it when composed."""
    for code in [*range(0xA0, 0xD800), *range(0xE000, 0xFFFE)]:
        value = unicodedata.normalize("NFC", f"a{chr(code)}b")
        if chr(code) not in "\u0385\u1fed\u1fee" and not unicodedata.category(chr(code)).startswith(("M", "C")):
            form, lost = unmark(text(value, to_ascii))
            assert lost or read(form) == value, hex(code)


def test_every_form_is_ascii_and_balanced() -> None:
    """Each character of the first planes of Unicode has a form that is ASCII with balanced braces."""
    for code in [*range(32, 0xD800), *range(0xE000, 0x11000), *range(0x1D400, 0x1D800), *range(0x1F000, 0x1FA00)]:
        form, _ = unmark(TEX[chr(code)])
        assert form.isascii(), hex(code)
        assert form.count("{") == form.count("}"), hex(code)


def test_utf8_keeps_what_can_be_seen() -> None:
    """BibLaTeX keeps characters, but for odd spaces and invisible ones."""
    written = unmark(to_utf8("β 中 é\u00a0x\u2009y\u200bz\u2028w \x85"))
    assert written == ("β 中 é~x yz w  ", "\u2009\u200b\u2028\x85")
    assert unmark(to_utf8("a\u200db\ufffd")) == ("ab?", "\u200d\ufffd")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Plain words only", "Plain words only"),
        ("Trial in China, (WHO), mRNA: Fe(II).", "Trial in {China}, ({WHO}), {mRNA}: {Fe(II)}."),
        ("COVID-19 in 2020", "{COVID-19} in 2020"),
        ("(Re)activation", "{(Re)activation}"),
        ("<i>Escherichia coli</i> and <i>in vitro</i>", r"{{\emph{Escherichia coli}}} and \emph{in vitro}"),
        ("CO<sub>2</sub> at École", r"{CO\textsubscript{2}} at {{\'E}cole}"),
        ("Effect of Δ9-THC", r"Effect of {$\Delta$9-THC}"),
        ("On TGF-<i>β</i>1 signals", r"On {TGF-\emph{$\beta$}1} signals"),
        ("The \"Real-World\" 'Test'", "The \"{Real-World}\" '{Test}'"),
    ],
)
def test_title(value: str, expected: str) -> None:
    """Words with capitals stand in braces that do not begin with a backslash; punctuation stays outside."""
    assert expected == title(value, to_ascii)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A View of the Sea in Norway", "A View of the Sea in Norway"),
        ("Vitamin D, B12 and mRNA of T-Cells", "Vitamin {D}, {B12} and {mRNA} of {T-Cells}"),
        ("What I Saw: A Tale", "What {I} Saw: A Tale"),
        ("CO<sub>2</sub> at École", r"{CO\textsubscript{2}} at {\'E}cole"),
        ("On <i>S. aureus</i>", r"On {{\emph{S. aureus}}}"),
    ],
)
def test_title_of_which_abbreviations_are_shielded(value: str, expected: str) -> None:
    """The rest is left to the style, names of places and people among it."""
    assert expected == title(value, to_ascii, "abbreviations")
    assert expected.replace("{", "").replace("}", "") == title(value, to_ascii, "none").replace("{", "").replace(
        "}", ""
    )


def test_keyword_with_separator() -> None:
    """A comma or semicolon inside a keyword is braced."""
    assert keywords(["Mice, Nude", "Mice"], to_ascii) == "{Mice, Nude}, Mice"
    assert keywords(["Mice; Nude"], to_ascii) == "{Mice; Nude},"


@pytest.mark.parametrize(
    "odd", ["", "a <i>b", "c</i> d", "e  f", "g\nh", "\x1e", "<i>j</i>; k", "\u0301l", "\u00d6l-", "{m}", "n`"]
)
def test_each_keyword_is_written_as_if_it_stood_alone(odd: str) -> None:
    """A keyword has no effect on those beside it, whatever it holds."""
    around = ["-o", "{p}", odd, "'q, r'", "\u00e9\u0301", "<b>s"]
    alone = [keywords([word], to_ascii).removesuffix(",") for word in around]
    assert keywords(around, to_ascii) == ", ".join(alone)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10.1002/(SICI)1097-0258(1998)17:15<1661::AID>3.0.CO;2-2", None),
        ("https://example.org/a_b?c=%20&d#e~f", None),
        ("10.1/a{b}", "10.1/a%7Bb%7D"),
        ("10.1/\\x^^M\n é", "10.1/%5Cx%5E%5EM%0A%20%C3%A9"),
    ],
)
def test_verbatim(value: str, expected: str | None) -> None:
    """Identifiers are never escaped; what would break the file is percent-encoded."""
    assert (value if expected is None else expected) == verbatim(value)


def test_a_sign_that_tex_reads_otherwise_in_the_name_of_a_file() -> None:
    """TeX makes a line end of ``^^M``: it is percent-encoded, and told, where a value stands letter by letter."""
    lost: list[str] = []
    citation = Citation(title="T", identifiers=(Identifier(kind="pdf-url", value="a^^M.pdf"),))

    written = dumps([citation], "bibtex", report=Report(lambda told: lost.append(told.message)))

    assert "  file = {a%5E%5EM.pdf},\n" in written
    assert ["identifiers: percent-encoded: a%5E%5EM.pdf"] == lost


def test_tags_without_end_take_no_time() -> None:
    """Ten thousand tags without partner stay plain, in linear time."""
    assert text("<i>" * 10_000 + "</b>" * 10_000, to_ascii).count("textless") == 20_000


def test_check_digits() -> None:
    """ISSN and ISBN with right and wrong check digits."""
    assert [True, True, False, False] == [is_issn(x) for x in ("0378-5955", "2434-561X", "0378-5954", "03785955")]
    assert [True, True, False, False] == [
        is_isbn(x) for x in ("978-3-16-148410-0", "0-8044-2957-X", "978-3-16-148410-1", "12345")
    ]


def test_greek_alphabet_is_complete() -> None:
    """All Greek letters of the modern alphabet are written, none as a code point."""
    for code in [*range(0x391, 0x3A2), *range(0x3A3, 0x3CA)]:
        assert "U+" not in TEX[chr(code)], unicodedata.name(chr(code))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"Fox\ifmmode \check{s}\else \v{s}\fi{}a, 5\ifmmode\times\else\texttimes\fi{}2", "Foxša, 5×2"),
        (r"$5\ifmmode\mu\else\textmu\fi{}\mathrm{m}$", "5μm"),
        (r"$^{3,\rule{0ex}{0ex}4}\mathrm{He}$", "<sup>3,4</sup>He"),
        (r"85\hspace{0.167em}years, de\hspace{0pt}Lind", "85 years, deLind"),
        (r"$13\,\text {Te\hspace{-.08em}V}$", "13 TeV"),
        (r"\foreignlanguage{french}{Mar\'ees \emph{vives}} et \textcolor{red}{sable}", "Marées <i>vives</i> et sable"),
        (r"\og{}Vagues\fg, \og vives \fg{} et", "«\u00a0Vagues\u00a0», «\u00a0vives\u00a0» et"),
        (r"\glqq{}Watt\grqq, \flqq Sand\frqq{} und \textquote{Ebbe}", "„Watt“, «Sand» und “Ebbe”"),
        (r"\pkg{tides} and \proglang{R}: \acro{EPS} in \hologo{LuaTeX}", "tides and R: EPS in LuaTeX"),
        (r"Waves of \SI{5}{\milli\metre} at 3\,\si{\kilo\hertz}", "Waves of 5 mm at 3 kHz"),
        (r"Tides\emdash{}Waves over $\bbbz_{p}$", "Tides—Waves over ℤ<sub>p</sub>"),
        (r"Cl\adddotspace{}E02F\addabbrvspace{}3", "Cl. E02F 3"),
        (r"\else stays, \foreignlanguage{Lind}", r"\else stays, Lind"),
        (r"\raisebox{-0.5ex}\textasciitilde5 and \raisebox{1ex}{up}, \raisebox", "~5 and up,"),
        (r"\ion{H}{1}, \ion{Fe}{xiv} and \ion{C}", r"H I, Fe XIV and \ion{C}"),
        (r"2\farcs5, 30\arcsec{} and 3.6\micron{} of M$_{\sun}$", "2.″5, 30″ and 3.6μm of M<sub>⊙</sub>"),
        (
            r"Salt $\less$i$\greater$vs$\less$/i$\greater$ Sand {\&}amp$\mathsemicolon$ Foam",
            "Salt <i>vs</i> Sand & Foam",
        ),
        (r"$\mathplus$/$\mathminus$ $\upalpha$ and $\Updelta$ of $\hat\imath$", "+/\u2212 α and Δ of î"),
    ],
)
def test_commands_of_publishers_languages_and_packages(value: str, expected: str) -> None:
    """What sets text for a language, a unit or a program is the text; of APS's two forms that for text is read.

    Crossref's names of common signs, and those of upright letters, are read as the signs.
    """
    assert expected == read(value)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("on `warm tides'-as it doesn't say", "on \u2018warm tides\u2019-as it doesn't say"),
        ("``All of `{S}alt' ''", "\u201cAll of \u2018Salt\u2019 \u201d"),
        ("a lone ` and ` here", "a lone ` and ` here"),
        (
            "<<\u041f\u0440\u0438\u043b\u0438\u0432>>, 1 << 2 >> 1",
            "\u00ab\u041f\u0440\u0438\u043b\u0438\u0432\u00bb, 1 << 2 >> 1",
        ),
        (",,Gezeiten``, a,,b", "\u201eGezeiten\u201c, a,,b"),
        (r"\{\{\vphantom{\}\}}{{Salt}}\vphantom\{\}\vphantom\{\} Tides", "{{Salt}} Tides"),
        (r"12th $\{$TIDE$\}$ days ($\{$SALT$\}$ 16) of $\{$0, 1$\}$", "12th TIDE days (SALT 16) of {0, 1}"),
        (r"\{{M}{RI}\} of H{\{}{\"{a}}{\}}fen, \{EEG\} and \{1, 2\}", "MRI of H\u00e4fen, EEG and {1, 2}"),
        (r"{{In}}\$\_\{x\}\${{Ga}} for \$5 and \$6", "In<sub>x</sub>Ga for $5 and $6"),
        (r"{\textdollar}{\textbackslash}mathrm\{AC\}{\^{}}0{\textdollar} tides", "AC<sup>0</sup> tides"),
        (r"of{\textless}math{\textgreater}{\textless}mi{\textgreater}g</mi></math>at sea", "of g at sea"),
    ],
)
def test_quotes_and_formulas_of_programs(written: str, expected: str) -> None:
    """Signs that TeX makes quotation marks of, and formulas that were taken for words, are read as what they print."""
    assert expected == read(written)


@pytest.mark.parametrize("value", ["a `b' c", ",,a'' b", "<<x y>>", "`", "it`s 'so'"])
def test_signs_that_tex_would_make_quotes_of_stay(value: str) -> None:
    """What only looks like such a sign is written so that it is read as it was."""
    assert value == read(text(value, to_ascii)) == read(text(value, to_utf8))


@pytest.mark.parametrize("value", ["中国 한국", "Исследование", "דג 中 β", "♀ и ж"])
def test_other_scripts_stay_as_they_are_with_utf8(value: str) -> None:
    """What TeX has no form for is the same when it is read again, and no loss; what it has one for is TeX."""
    issued = Date(year=2031, literal=f"2031 {value}")
    author = (Name(family="王", given="小"), Name(family="Müller", given="J"))
    citation = Citation(title=value, author=author, issued=issued)
    report = Report()
    written = dumps([citation], "bibtex", report=report, bibtex_utf8=True)
    (again,) = loads(written, "bibtex")
    assert (again.title, again.author, again.issued) == (citation.title, author, issued)
    assert not report.lost()
    assert r"王, 小 and M{\"u}ller, J." in written.replace("{王}", "王").replace("{小}", "小")
    assert ("β" in value) == (r"$\beta$" in written)


def test_what_is_no_character_is_not_left_in_utf8() -> None:
    """A code that Unicode keeps from being a character, an odd hyphen and an odd blank are replaced, and told."""
    report = Report()
    written = dumps([Citation(title="a\ufdd0 b\u2010c\u2003d")], "bibtex", report=report, bibtex_utf8=True)
    assert "a[U+FDD0] b-c d" in written.replace("{", "").replace("}", "")
    assert report.lost() == {"title": 1}


def test_runs_of_blanks_are_named() -> None:
    """TeX makes one of them, and the report does not show them as nothing."""
    report = Report()
    dumps([Citation(title="Salt  of the sea")], "bibtex", report=report)
    assert [tally.first.message for tally in report.tallies.values()] == ["title: not as such in TeX: runs of blanks"]
