"""What BibTeX, biber and pdfLaTeX make of our files; each is skipped where it is not installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from citeconv import AbstractSection, Citation, Date, Keyword, Name, dumps

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
        author=(Name(family="Sukarno"),),
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


@pytest.mark.parametrize("style", ["plain", "unsrt", "abbrv", "alpha"])
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
