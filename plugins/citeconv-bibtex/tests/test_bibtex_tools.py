"""What BibTeX, biber and pdfLaTeX make of our files; each is skipped where it is not installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from citeconv import AbstractSection, Citation, Date, Keyword, Name, convert, dumps, loads
from citeconv.citation import CitationType
from citeconv_bibtex.mapping import FOR_PROGRAMS

GOOD = [
    Citation(
        type="article-journal",
        title="Anakinra for TGF-β1 and <i>S. aureus</i>: CO<sub>2</sub> & mRNA in 5% of {cases}",
        author=(
            Name(family="Miró-Pérez", given="L"),
            Name(family="van der Plas", given="J-P"),
            Name(family="Smith", given="R A", suffix="3rd"),
            Name(literal="Trials and Tests Group"),
        ),
        container_title_short="J Test Med (Engl Ed)",
        issued=Date(year=2021, month=12),
        volume="17",
        issue="10",
        page="559-561",
        doi="10.5555/j.test.2020.06.008",
        pmid="90000001",
        pmcid="PMC9000001",
        abstract=(AbstractSection(label="AIM", paragraphs=("To test 100% of #1 at ≥ 5 °C.", "@x, y = z.")),),
        keyword=(Keyword(text="Neoplasms, Test"), Keyword(text="Mice")),
    ),
    Citation(
        type="chapter",
        title="A chapter",
        author=(Name(family="Hall [Marsh]", given="A"), Name(family="Sukarno")),
        editor=(Name(family="Ed", given="I"),),
        container_title="The Book of DNA",
        publisher="Press & Co",
        publisher_place="Testville (TX)",
        issued=Date(year=1993),
    ),
    Citation(
        type="article",
        genre="Preprint",
        title="A draft",
        author=(Name(family="Şahin", given="Ö"),),
        publisher="testRxiv",
        doi="10.5555/1",
        issued=Date(year=2024, month=1, day=2),
    ),
]
TEX = r"\documentclass{article}\usepackage[T1]{fontenc}%s\begin{document}\nocite{*}%s\end{document}"


def run(command: str, folder: Path) -> str:
    """Run a program in a folder, skipping the test where it is missing, and return what it said."""
    words = command.split()
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run(words, cwd=folder, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


@pytest.mark.parametrize("style", ["plain", "unsrt", "abbrv", "alpha", "apalike"])
def test_bibtex_and_pdflatex(style: str, tmp_path: Path) -> None:
    """The standard styles typeset good records without a warning or error."""
    (tmp_path / "refs.bib").write_text(dumps(GOOD, "bibtex"), encoding="ascii")
    body = rf"\bibliographystyle{{{style}}}\bibliography{{refs}}"
    (tmp_path / "t.tex").write_text(TEX % ("", body), encoding="ascii")
    run("pdflatex -interaction=nonstopmode t", tmp_path)
    assert re.findall(r"Warning.*|error.*", run("bibtex t", tmp_path)) == []
    assert re.findall(r"(?m)^!.*", run("pdflatex -interaction=nonstopmode t", tmp_path)) == []
    assert (tmp_path / "t.pdf").stat().st_size > 5000


def test_biber_and_pdflatex(tmp_path: Path) -> None:
    """BibLaTeX typesets good records without a warning or error."""
    (tmp_path / "refs.bib").write_text(dumps(GOOD, "biblatex", bibtex_ascii=True), encoding="utf-8")
    head = r"\usepackage[backend=biber]{biblatex}\addbibresource{refs.bib}"
    (tmp_path / "t.tex").write_text(TEX % (head, r"\printbibliography"), encoding="ascii")
    run("pdflatex -interaction=nonstopmode t", tmp_path)
    if not (tmp_path / "t.bcf").exists():
        pytest.skip("biblatex.sty is not installed")
    assert re.findall(r"(?:WARN|ERROR).*", run("biber t", tmp_path)) == []
    assert re.findall(r"(?m)^!.*", run("pdflatex -interaction=nonstopmode t", tmp_path)) == []


def test_biber_data_model(tmp_path: Path) -> None:
    """Biber knows every field but the two of PubMed."""
    (tmp_path / "refs.bib").write_text(dumps(GOOD, "biblatex"), encoding="utf-8")
    said = run("biber --tool --nolog --validate-datamodel refs.bib", tmp_path)
    unknown = set(re.findall(r"Field '(\w+)' invalid in data model", said))
    assert unknown <= {"pmid", "pmcid"}
    others = [line for line in said.splitlines() if line.startswith("WARN") and "in data model" not in line]
    assert others == []


HOSTILE = [
    r"\input{secret}", r"\input secret ", r"\immediate\write18{touch owned}", r"\openout3=owned", r"\input|touch owned",
    r"\csname input\endcsname{secret}", "^^5cinput{secret}", "^^M", r"\catcode`\%=12", "}}\\input{secret}{{", "{", "}",
    "\\", "%\n\\input{secret}", r"$\input{secret}$", "$", "&", "#1", "_", "^", "~", "%", "`", '"', "@", ",", "\u202e",
    "\uffff", r"\def\par{OWNED}", r"\loop\iftrue\repeat", r"\end{document}", r"\begin{verbatim}", r"\directlua{x}",
    "x% y", '"}, note={\\input{secret}', "Li ~ Wu", "and", "<i>", "a & b",
]  # fmt: skip
TYPES: tuple[CitationType, ...] = (
    "article-journal",
    "book",
    "chapter",
    "webpage",
    "thesis",
    "paper-conference",
    "report",
)


def hostile(number: int, text: str) -> Citation:
    """Return a citation with a text wherever a style prints one."""
    return Citation(
        type=TYPES[number % len(TYPES)],
        title=f"T {text}",
        title_short=text,
        author=(
            Name(family=text, given=text, suffix=text, particle=text),
            Name(family=f"Li {text} Wu", given=f"A {text} B"),
            Name(literal=f"Group {text}"),
            Name(literal=text),
        ),
        editor=(Name(family=text, particle=text), Name(family="Wu", given="A", particle=text)),
        container_title=text,
        container_title_short=text,
        collection_title=text,
        genre=text,
        language=(text,),
        publisher=text,
        publisher_place=text,
        issued=Date(year=2001),
        volume=text,
        issue=text,
        page=text,
        edition=text,
        doi=f"10.5555/{text}",
        url=f"https://example.org/{text}",
        status=text,
        abstract=(AbstractSection(label=text, paragraphs=(text,)),),
        keyword=(Keyword(text=text),),
        note=(text,),
    )


BLOCKS = r"""@preamble{"\immediate\write18{touch owned1}"}
@string{jan = "\immediate\write18{touch owned2}"}
@xdata{x1, title = {\immediate\write18{touch owned3}}}
@set{x2, title = {\immediate\write18{touch owned4}}, entryset = {k}}
@comment{ @misc{x3, title = {\immediate\write18{touch owned5}}} }
% @misc{x4, title = {\immediate\write18{touch owned6}}}
@misc{k, title = {T}, author = {Li, A.}, year = 2001, month = 1}
"""


def test_nothing_between_entries_is_obeyed(tmp_path: Path) -> None:
    """What a stranger's file has for TeX beside its entries does not come through to a program that would run it."""
    (tmp_path / "in.bib").write_text(BLOCKS, encoding="ascii")
    convert(tmp_path / "in.bib", tmp_path / "refs.bib")
    (tmp_path / "t.tex").write_text(TEX % ("", r"\bibliographystyle{plain}\bibliography{refs}"), encoding="ascii")

    run("pdflatex -shell-escape -interaction=nonstopmode t", tmp_path)
    run("bibtex t", tmp_path)
    typeset = run("pdflatex -shell-escape -interaction=nonstopmode t", tmp_path)

    assert re.findall(r"(?m)^!.*", typeset) == []
    assert not list(tmp_path.glob("owned*"))


def test_no_keys_and_settings_are_obeyed(tmp_path: Path) -> None:
    """Nor do fields that biber hands to TeX as keys and settings, whatever spells the command."""
    fields = [f"{name} = {{{value}}}" for name in FOR_PROGRAMS for value in (r"\input{secret}", "^^5cinput{secret}")]
    entries = [f"@misc{{k{number}, title = {{T}}, {field}}}\n" for number, field in enumerate(fields)]
    (tmp_path / "in.bib").write_text("".join(entries), encoding="ascii")
    (tmp_path / "secret.tex").write_text("zqsecret", encoding="ascii")
    head = r"\usepackage[backend=biber]{biblatex}\addbibresource{refs.bib}"
    (tmp_path / "t.tex").write_text(TEX % (head, r"\printbibliography"), encoding="ascii")

    report = convert(tmp_path / "in.bib", tmp_path / "refs.bib", to="biblatex")
    run("pdflatex -interaction=nonstopmode t", tmp_path)
    if not (tmp_path / "t.bcf").exists():
        pytest.skip("biblatex.sty is not installed")
    run("biber t", tmp_path)
    typeset = run("pdflatex -interaction=nonstopmode t", tmp_path)

    assert [] == re.findall(r"(?m)^!.*", typeset)
    assert "secret.tex" not in typeset
    assert len(fields) == report.total.written == report.count("loss")


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_nothing_is_obeyed(dialect: str, tmp_path: Path) -> None:
    """TeX that stands in a text is text: no file is read or made, no command runs, and all pages come out."""
    refs = dumps([hostile(number, text) for number, text in enumerate(HOSTILE)], dialect)
    (tmp_path / "refs.bib").write_text(refs, encoding="utf-8")
    (tmp_path / "secret.tex").write_text("zqsecret", encoding="ascii")
    head, body = r"\usepackage{textcomp,amssymb,hyperref}", r"\bibliographystyle{plain}\bibliography{refs}"
    if dialect == "biblatex":
        head, body = rf"{head}\usepackage[backend=biber]{{biblatex}}\addbibresource{{refs.bib}}", r"\printbibliography"
    (tmp_path / "t.tex").write_text(TEX % (head, body), encoding="ascii")
    run("pdflatex -shell-escape -interaction=nonstopmode t", tmp_path)
    if dialect == "biblatex" and not (tmp_path / "t.bcf").exists():
        pytest.skip("biblatex.sty is not installed")
    said = run("biber t" if dialect == "biblatex" else "bibtex t", tmp_path)
    typeset = run("pdflatex -shell-escape -interaction=nonstopmode t", tmp_path)
    bibliography = (tmp_path / "t.bbl").read_text(encoding="utf-8")

    assert re.findall(r"(?:ERROR|error message).*", said) == []
    assert re.findall(r"(?m)^!.*", typeset) == []
    assert len(HOSTILE) == len(re.findall(r"\\(?:entry|bibitem)\b", bibliography))
    assert "zqsecret" not in (tmp_path / "t.log").read_text(encoding="latin-1")
    assert not list(tmp_path.glob("owned*"))


def test_names_of_files_are_no_tex() -> None:
    """Qiqqa has the path of a file as it stands, whose backslashes begin no commands."""
    (citation,) = loads("@article{a, title = {T}, filename = {C:\\temp\\a.pdf}}", "bibtex")
    assert citation.extra == (("bibtex:filename", "C:\\temp\\a.pdf"),)
