"""What entries tell of files on a disk, as JabRef, Mendeley, Zotero and Better BibTeX write it."""

from __future__ import annotations

import pytest

from citeconv import Citation, Identifier, Report, dumps, loads

PDF, PAGE, IMAGE = "pdf-url", "fulltext-url", "image-url"


def files(raw: str) -> list[tuple[str, str]]:
    (citation,) = loads(f"@article{{k, title = {{T}}, file = {{{raw}}}}}", "bibtex")
    assert not citation.extra
    return [(one.kind, one.value) for one in citation.identifiers]


def again(raw: str) -> str:
    read = loads(f"@article{{k, title = {{T}}, file = {{{raw}}}}}", "bibtex")
    (line,) = [line for line in dumps(read, "bibtex").split("\n") if line.startswith("  file")]
    return line.removeprefix("  file = {").removesuffix("},")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (r":C\:/lib/a_b.pdf:PDF", [(PDF, "C:/lib/a_b.pdf")]),  # JabRef
        (r":D\:\\lib\\a.pdf:PDF;:D\:\\lib\\b.pdf:PDF", [(PDF, r"D:\lib\a.pdf"), (PDF, r"D:\lib\b.pdf")]),
        (r":http\://arxiv.example/2003.05580v3:PDF", [(PDF, "http://arxiv.example/2003.05580v3")]),
        (r":C$\backslash$:/lib/Mendeley Ltd/a{\_}b.pdf:pdf", [(PDF, "C:/lib/Mendeley Ltd/a_b.pdf")]),  # Mendeley
        (r':home/N{\"{e}}st{\o}, Wei{\ss} {\&} Roe.pdf:pdf', [(PDF, "home/Nëstø, Weiß & Roe.pdf")]),
        (
            "Full Text PDF:files/12/Lind - 2020 - Tides.pdf:application/pdf;Snapshot:files/13/tides.html:text/html",
            [(PDF, "files/12/Lind - 2020 - Tides.pdf"), (PAGE, "files/13/tides.html")],
        ),  # Zotero
        (r"Lind - Tides\: a history.pdf:files/7/Lind - Tides\: a history.pdf:application/pdf",
         [(PDF, "files/7/Lind - Tides: a history.pdf")]),
        (r"~/lib/Lind.pdf;~/lib/Roe\; tides.pdf", [(PDF, "~/lib/Lind.pdf"), (PDF, "~/lib/Roe; tides.pdf")]),
        ("PDF:files/3/map.png:image/png", [(IMAGE, "files/3/map.png")]),
        ("https://example.org/a.pdf", [(PDF, "https://example.org/a.pdf")]),
        ("file://localhost/Users/u/A%20b.pdf", [(PDF, "file://localhost/Users/u/A%20b.pdf")]),
        (r"C:\lib\a.pdf", [(PDF, r"C:\lib\a.pdf")]),
        (r":C\:\lib\_new\a\;b.pdf:PDF", [(PDF, r"C:\lib\_new\a;b.pdf")]),
        (r":/lib/a\_b.pdf:PDF", [(PDF, "/lib/a_b.pdf")]),
        ("/lib/Roe.R;Lind.P/Tides.pdf", [(PDF, "/lib/Roe.R;Lind.P/Tides.pdf")]),
        ("a.pdf:pdf", [(PDF, "a.pdf")]),
        ("{Lind 2020.pdf:/lib/Lind 2020.pdf:application/pdf}", [(PDF, "/lib/Lind 2020.pdf")]),  # Papers
        ("Draft:a", [(PDF, "Draft:a")]),
    ],
)  # fmt: skip
def test_where_the_files_are(raw: str, expected: list[tuple[str, str]]) -> None:
    """Titles that say nothing, types and escapes are taken off the paths; what has another form stays as it is."""
    assert expected == files(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (r":C\:/lib/a_b.pdf:PDF", r"C\:/lib/a_b.pdf"),
        (r":D\:\\lib\\a.pdf:PDF;:D\:\\lib\\b.pdf:PDF", r"D\:\\lib\\a.pdf;D\:\\lib\\b.pdf"),
        (
            "Full Text:files/12/a.pdf:application/pdf;Snapshot:files/13/a.html:text/html",
            "files/12/a.pdf;files/13/a.html",
        ),
        ("https://example.org/a.pdf", r":https\://example.org/a.pdf:PDF"),
        (r"Draft:lib\\a.pdf:PDF;Slides:lib\\b.pdf:PDF", r"Draft:lib\\a.pdf:PDF;Slides:lib\\b.pdf:PDF"),
        ("a.pdf:pdf", "a.pdf"),
    ],
)
def test_the_field_is_written_so_that_jabref_and_zotero_read_it(raw: str, expected: str) -> None:
    """All files stand in one field; one with titles that say something is written as it was."""
    assert expected == again(raw)


def test_titles_that_say_something_are_kept() -> None:
    """The paths are files all the same, and the field stands beside them with all that it tells."""
    (citation,) = loads(r"@article{k, title = {T}, file = {Draft:lib\\a.pdf:PDF}}", "bibtex")

    assert (Identifier(kind=PDF, value=r"lib\a.pdf"),) == citation.identifiers
    assert (("bibtex:file", r"Draft:lib\\a.pdf:PDF"),) == citation.extra


def test_files_of_other_formats_stand_in_one_field() -> None:
    """Pages that were saved are files, too; addresses on the web have the fields that they had."""
    lost: list[str] = []
    names = ((PDF, "lib/a.pdf"), (PDF, "lib/b; c.pdf"), (PAGE, "lib/a.html"), (PAGE, "https://example.org/a"))
    citation = Citation(title="T", identifiers=tuple([Identifier(kind=kind, value=value) for kind, value in names]))

    written = dumps([citation], "bibtex", report=Report(lambda told: lost.append(told.message)))

    assert r"  file = {lib/a.pdf;lib/b\; c.pdf;lib/a.html}," in written
    assert "  fulltext = {https://example.org/a}," in written
    assert [] == lost
    assert set(citation.identifiers) == set(loads(written, "bibtex")[0].identifiers)


def test_files_without_an_ending_among_others() -> None:
    """A path that might be taken for a part of the one before it is marked as a path of its own."""
    files = tuple([Identifier(kind=PDF, value=value) for value in ("lib/a.pdf", "lib/b", "lib/c.pdf")])
    written = dumps([Citation(title="T", identifiers=files)], "bibtex")

    assert "  file = {lib/a.pdf;:lib/b:PDF;lib/c.pdf}," in written
    assert files == loads(written, "bibtex")[0].identifiers


def test_the_field_keeps_its_place_among_others() -> None:
    """Files and numbers come back in the order that they had, and nothing is told."""
    report = Report()
    bib = "@article{k, title = {T}, local-url = {file://a.pdf}, file = {:a.pdf:PDF}, mid = {NIHMS90001}}"
    read = loads(bib, "bibtex")

    assert read[0].identifiers == loads(dumps(read, "bibtex", report=report), "bibtex")[0].identifiers
    assert not report.lost()
