"""Braces of titles: entries go in, entries come out that styles lower-case where they lower-cased the first."""

from __future__ import annotations

import io
from itertools import accumulate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citeconv import Citation, Report, convert, dumps, load, loads

ENTRY = "@article{{a,\n  title = {{{title}}},\n  journal = {{Tides}},\n}}\n"


def again(bib: str, to: str = "bibtex", **options: str) -> str:
    """Return a file after its conversion to a dialect."""
    out = io.BytesIO()
    convert(io.StringIO(bib), out, from_="bibtex", to=to, **options)
    return out.getvalue().decode()


def title_of(bib: str) -> str:
    """Return the raw value of the first title in a file."""
    return bib.partition("title = {")[2].partition("},\n")[0]


@pytest.mark.parametrize(
    "title",
    [
        "Deep Tides in Wide Seas",
        "The {WHO} on {B}ayesian {CNN}s in {van} Gogh",
        "{Deep Tides in Wide Seas}",
        r"{\'E}cole and {{\'E}cole}",
        r"On \emph{S. aureus} and {{\emph{E. coli}}}",
        r"{{$\beta$-Amyloid}} and {x $\beta$}",
        r"A \& {B} {C \& D}",
        r"On $\beta${B} and {\textless}{A}",
    ],
)
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_titles_keep_their_braces(title: str, dialect: str) -> None:
    """What was shielded from styles stays so, and nothing else is."""
    written = title_of(again(ENTRY.format(title=title), dialect, bibtex_ascii=dialect == "biblatex"))
    assert title.replace(r"{{$\beta$-Amyloid}}", r"{$\beta$-Amyloid}") == written


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (r"{\em E. coli} in {\bf DNA}", r"\emph{E. coli} in \textbf{DNA}"),
        (r"A $C_{D}$ \textbf{E} \href{u}{F}", r"A C\textsubscript{D} \textbf{E} {F} (u)"),
        (r"{\'Ecole} {\v{S}ibenik}", r"{\'E}cole {\v{S}}ibenik"),
    ],
)
def test_braces_that_shield_nothing(title: str, expected: str) -> None:
    """Braces that begin with a command, its arguments and those of formulas shield nothing in BibTeX."""
    assert expected == title_of(again(ENTRY.format(title=title)))


def test_braces_that_rstudio_names() -> None:
    """Its editor escapes by name those that shield a word of Crossref's titles; around more than one they print."""
    named = r"Using {\textbraceleft}lme4{\textbraceright} in {\textbraceleft}a, b{\textbraceright}"
    (found,) = loads(f"@article{{k, title = {{{named}}}}}", "bibtex")

    assert "Using lme4 in {a, b}" == found.title


def test_braces_of_a_subtitle() -> None:
    """A subtitle joined to its title keeps its own, and the full stop between them and behind them is none of them."""
    bib = "@book{a, title = {The {WHO} report}, subtitle = {A {New} View.}, publisher = {Tides}}"
    assert title_of(again(bib)) == "The {WHO} report: A {New} View"
    assert title_of(again(ENTRY.format(title="{The WHO report.}"))) == "{The WHO report}"


@pytest.mark.parametrize(
    ("capitals", "expected"),
    [("all", "On {Deep} {DNA}"), ("abbreviations", "On Deep {DNA}"), ("none", "On Deep DNA")],
)
def test_option_wins_over_braces(capitals: str, expected: str) -> None:
    """Users may have them set anew."""
    assert expected == title_of(again(ENTRY.format(title="On {Deep} DNA"), bibtex_capitals=capitals))


def test_other_fields_stay() -> None:
    """What only BibTeX has stands beside the title, and nothing is reported as lost."""
    report, out = Report(), io.BytesIO()
    bib = "@misc{a, title = {On {Deep} DNA}, weather = {calm}}"
    convert(io.StringIO(bib), out, from_="bibtex", to="bibtex", report=report)
    assert "weather = {calm}" in out.getvalue().decode()
    assert not report.lost()


def test_other_formats_learn_nothing_of_braces() -> None:
    """They have no use for it, so nothing stands in ``extra``, and nothing is lost."""
    report, bib = Report(), ENTRY.format(title="On {Deep} DNA")
    convert(io.StringIO(bib), io.BytesIO(), from_="bibtex", to="ris", report=report)
    (citation,) = load(io.StringIO(bib), "bibtex")
    assert not report.lost()
    assert not citation.extra


def test_braces_of_another_title() -> None:
    """A title that was changed meanwhile gets braces by its own words."""
    kept = ("bibtex:{title}", "On \x1cdeep\x1d tides")
    assert title_of(dumps([Citation(title="On deep tides", extra=(kept,))], "bibtex")) == "On {deep} tides"
    assert title_of(dumps([Citation(title="On Wide tides", extra=(kept,))], "bibtex")) == "On {Wide} tides"


PIECES = [
    "a",
    "B",
    " ",
    "\u00c9",
    "\u03b2",
    "{",
    "}",
    " $x_{2}$",
    r"\alpha",
    r"\&",
    r"\emph{S}",
    r"{\'E}",
    "{}",
    "-",
    "<",
    "''",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("{\x1cA\x1d}")
@example('{<span class="nocase">A</span>}')
@example("$}{A$")
def test_any_title_is_read_as_the_same(title: str) -> None:
    """Whatever its braces hold, a title in its own reads like one in others, and stays as it is from then on."""
    bib = dumps([Citation(key="a", type="article-journal", title=title)], "bibtex")
    for file in (bib, ENTRY.format(title=title)) if _is_balanced(title) else (bib,):
        written, anew = again(file), again(file, bibtex_capitals="all")
        assert load(io.StringIO(written), "bibtex") == load(io.StringIO(anew), "bibtex")
        assert again(written) == written


def _is_balanced(title: str) -> bool:
    """Return whether an entry can hold a title as it is: no brace closes what was not opened, and none stays open."""
    depths = list(accumulate((sign == "{") - (sign == "}") for sign in title))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)
