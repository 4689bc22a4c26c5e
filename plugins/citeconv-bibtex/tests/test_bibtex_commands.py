r"""What a ``@preamble`` defines is put in where an entry calls it."""

from __future__ import annotations

import io

import pytest

from citeconv import dumps, loads
from citeconv.source import Source
from citeconv_bibtex import Bibtex
from citeconv_bibtex.reading.commands import MOST, Commands, bodies_of_new_commands

ENTRY = "@book{k, title = {A \\sea{North} of salt}, publisher = {\\press}}"


def put_in(definitions: str, value: str) -> str:
    """Return a value with what the commands of a preamble stand for."""
    commands = Commands()
    commands.define(f'@preamble{{"{definitions}"}}', 1 << 16)
    return commands.put_in([("title", value)], 1 << 16)[0][0][1]


@pytest.mark.parametrize(
    ("definition", "value", "expected"),
    [
        (r"\newcommand{\press}{Harbour Press}", r"\press{} Ltd", "Harbour Press{} Ltd"),
        (r"\newcommand\press{Harbour Press}", r"{\press}", "{Harbour Press}"),
        (r"\newcommand*{\sea}[1]{#1 Sea}", r"The \sea{North}", "The North Sea"),
        (r"\providecommand{\sea}[1]{#1 Sea}", r"The \sea {North}", "The North Sea"),
        (r"\DeclareRobustCommand{\sea}[1]{#1 Sea}", r"\sea N", "N Sea"),
        (r"\newcommand{\sea}[2][North]{#1 #2}", r"\sea{Sea}, \sea[Dead]{Lake}", "North Sea, Dead Lake"),
        (r"\def\sea#1#2{#2 #1}", r"\sea{Sea}{North}", "North Sea"),
        (r"\providecommand{\VAN}[3]{#2}", r"\VAN{Beek}{van}{Van} Beek", "van Beek"),
        (r"\providecommand{\VAN}[3]{#2}", r"\VAN {Beek} {v{\"o}n} x", r"v{\"o}n"),
        (r"\newcommand{\be}{\beta}", r"\be cell", r"\beta cell"),
        (r"\newcommand{\be}{$\beta$}", r"\be-cell", r"$\beta$-cell"),
        (r"\newcommand{\a}{A}\newcommand{\ab}{\a B}", r"\ab", "AB"),
        (r"\newcommand{\sea}[1]" + '" # "' + "{#1 Sea}", r"\sea{North}", "North Sea"),
        (r"\newcommand{\sea}{Sea}\providecommand{\sea}{Lake}", r"\sea", "Sea"),
        (r"\newcommand{\sea}{Sea}\renewcommand{\sea}{Lake}", r"\sea", "Lake"),
        (r"\ifx\sea\undefined \def\sea{Sea} \fi", r"\sea", "Sea"),
        (r"\newcommand{\cyr}[1]{---}", r"\cyr{Moře} soli", "Moře soli"),  # it says that TeX cannot set the words
        (r"\newcommand{\sorted}[1]{}", r"\sorted{1973}Salt", "Salt"),
        (r"\newcommand{\sorted}[1]{{}}", r"\sorted{1973}Salt", "{}Salt"),
        (r"\newcommand{\sorted}[1]{\relax}", r"\sorted{1973}Salt", r"\relax Salt"),
        (r"\newcommand{\sea}[1]{North Sea}", r"\sea{x}", "North Sea"),
    ],
)
def test_what_a_command_stands_for(definition: str, value: str, expected: str) -> None:
    """Every way to define a command, with arguments in braces or of one sign, and one that may be left out."""
    assert put_in(definition, value) == expected


@pytest.mark.parametrize(
    ("definition", "value"),
    [
        (r"\newcommand{\run}{\write18{x}}", r"\run"),  # its body does more than print
        (r"\newcommand{\sea}[1]{#2}", r"\sea{North}"),  # there is no second argument
        (r"\newcommand{\sea}[2]{#1 #2}", r"\sea{North}"),  # nor here
        (r"\newcommand{\emph}[1]{\textbf{#1}}", r"\emph{North}"),  # known by itself
        (r"\newcommand{\sea}{\sea}", r"\sea"),  # stands for itself
        (r"\newcommand{\sea}{Sea}", r"\\sea"),  # a line end and a word
        (r"\newcommand{\sea}{North {Sea", r"\sea"),  # never closed
        (r"\newcommand{\sea}[1]{#1 Sea}", r"\sea{North"),
    ],
)
def test_what_stays_as_it_is_written(definition: str, value: str) -> None:
    """A definition that is no text, a call that lacks an argument."""
    assert put_in(definition, value) == value


def test_a_file_with_commands() -> None:
    """Titles and publishers have what its preamble says; addresses have their backslashes."""
    text = f'@preamble{{"\\newcommand{{\\sea}}[1]{{#1 Sea}}" # "\\def\\press{{Harbour}}"}}\n{ENTRY}\n'
    citation = loads(text + "@misc{m, title = {T}, url = {https://example.org/\\press}}", "bibtex")

    assert (citation[0].title, citation[0].publisher) == ("A North Sea of salt", "Harbour")
    assert "press" in (citation[1].url or "")
    assert "A {North} {Sea} of salt" in dumps(citation, "bibtex")


def test_a_reject_stands_behind_the_commands_that_it_calls() -> None:
    """The definitions are said once more, those of its macros too, so that its rejects file reads the same."""
    text = (
        '@preamble{"\\newcommand{\\sea}[2][North]{#1 #2}\\newcommand{\\press}{Harbour}\\newcommand{\\unused}{x}"}\n'
        "@string{p = {\\press}}\n@book{k, title = {A \\sea{Sea}}, publisher = p}"
    )
    (record,) = [each for each in Bibtex({}).split(Source(io.BytesIO(text.encode()))) if "@book" in each.data]

    assert "unused" not in record.preamble
    assert loads(record.preamble + record.data, "bibtex") == loads(text, "bibtex")


def test_commands_that_grow_are_bounded() -> None:
    """Each twice the one before, or in its own argument: what is too much is left, in no more than bounded room."""
    twice = "".join([rf"\def\x{chr(97 + n)}{{\x{chr(96 + n)}\x{chr(96 + n)}}}" for n in range(1, 26)])
    for preamble, value in [
        (rf"\def\xa{{salt}}{twice}", r"\xz\xy"),
        (r"\def\salt#1{#1#1#1}", r"\salt{" * 60 + "x" + "}" * 60),
        (r"\def\salt{x}", r"\salt " * 100_000),
    ]:
        assert len(put_in(preamble, value)) <= len(value) + (1 << 16)
    assert put_in(r"\def\salt{x}", r"\salt " * (MOST + 2)) == "x" * MOST + r"\salt \salt "


def test_the_fields_of_an_entry_read_by_its_lines() -> None:
    """Commands are put in there too."""
    entry = "@book{k,\n  title = {A {sea},\n  publisher = {\\press},\n  year = {2020}\n}\n"
    text = f'@preamble{{"\\def\\press{{Harbour}}"}}\n{entry}'

    assert [each.publisher for each in loads(text, "bibtex")] == ["Harbour"]


@pytest.mark.parametrize(
    ("preamble", "bodies"),
    [
        (r'@preamble{"\newcommand{\x}[1][de]{ab}"}', ["ab", "de"]),
        (r"@preamble{ {\newcommand{\x}{a{b}} \providecommand{\y}{c}} }", ["a{b}", "", "c", ""]),
        (r'@preamble{"\def\x{ab}"}', None),
        (r'@preamble{"\newcommand{\x}{ab"}', None),
    ],
)
def test_bodies_of_new_commands(preamble: str, bodies: list[str] | None) -> None:
    """A block that only defines new commands is known by all of what they stand for, to its last sign."""
    assert bodies_of_new_commands(preamble) == bodies
