"""Where a row ends and what parts its cells, however the file was made."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest

from citeconv import Citation, Report, convert, load, loads
from citeconv.errors import DetectionError
from citeconv.report import Diagnostic
from citeconv.source import Limits
from citeconv_csv import rows
from citeconv_csv.cells import cut, join

HEAD = "title,year,doi,shelf\n"


def titles(text: str | bytes, **options: str) -> list[str]:
    """Return the titles in a table."""
    return [citation.title for citation in loads(text, "csv", report=Report(), **options)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b,,c", ["a", "b", "", "c"]),
        ('"a, b",c', ["a, b", "c"]),
        ('"say ""hi""",c', ['say "hi"', "c"]),
        ('"",c', ["", "c"]),
        ('"""",c', ['"', "c"]),
        ('a, "b, c"', ["a", "b, c"]),
        ('"a "b" c",d', ['a "b" c', "d"]),
        ('"a" b,c', ['"a" b', "c"]),
        ('"a,b', ['"a', "b"]),
        ('5" pipe,c', ['5" pipe', "c"]),
        ('"a"x","b"', ['a"x', "b"]),
        ('"a""",b', ['a"', "b"]),
        ('"one\ntwo",c', ["one\ntwo", "c"]),
        ("a,", ["a", ""]),
        ('a,"b" ', ["a", "b"]),
        ('"' + "x" * 200_000 + '",c', ["x" * 200_000, "c"]),
    ],
    ids=range(16),
)
def test_cells(text: str, cells: list[str]) -> None:
    """Quotes that break the rules are text."""
    assert cells == cut(text, ",")


@pytest.mark.parametrize(
    "rows",
    [
        # saved by a spreadsheet that expects semicolons, which filled up the shorter rows
        [
            "Title,Authors,Year,Abstract;;",
            '"Moss,""Lind, Per";" Wei, Rong"",2020,""Two";" a and b"""',
            "Reef,,1999,C;;",
        ],
        # saved with quotes around all cells
        ['"Title,Authors,Year,Abstract"', '"Moss,""Lind, Per; Wei, Rong"",2020,""Two; a and b"""', '"Reef,,1999,C"'],
    ],
)
def test_rows_in_one_cell(rows: list[str]) -> None:
    """A spreadsheet that expects semicolons takes a row parted by commas for one cell; that is undone."""
    heard: list[Diagnostic] = []
    moss, reef = loads("\n".join(rows) + "\n", "csv", report=Report(heard.append))
    assert (moss.title, reef.title, reef.issued and reef.issued.year) == ("Moss", "Reef", 1999)
    assert [name.family for name in moss.author] == ["Lind", "Wei"]
    assert moss.abstract[0].paragraphs[0].startswith("Two; ")
    assert "each row stands in one cell" in heard[0].message


def test_a_long_cell_in_a_row_in_one_cell() -> None:
    """A cell of more characters than Python's module takes is read as any other."""
    abstract = "Salt; light. " * 20_000
    text = f'"Title,Authors,Year,Abstract";;\n"Moss,""Lind, Per"",2020,""{abstract}""";;\n'
    [moss] = loads(text, "csv", report=Report())
    assert (moss.title, [name.family for name in moss.author]) == ("Moss", ["Lind"])
    assert moss.abstract[0].paragraphs == (abstract.strip(),)


def test_semicolons_behind_a_table_parted_by_them() -> None:
    """Empty cells at the ends of rows that semicolons part mean nothing."""
    assert titles("Title;Authors;Year;;\nMoss, green;Lind, Per;2020;;\n") == ["Moss, green"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("cell", ["a", "", 'a "b"', ",;\t|", "one\ntwo", " a ", '"', '""', "a\rb", "'"])
def test_cells_come_back(cell: str, sign: str) -> None:
    """What is quoted on writing is read as it was."""
    assert [cell, "end", cell] == cut(join([cell, "end", cell], sign), sign)


@pytest.mark.parametrize(
    "data",
    [
        b'\xef\xbb\xbftitle,year\r\n"T\xc3\xa4tig\r\nkeit",2021\r\n',
        'title,year\n"Tätig\nkeit",2021\n'.encode("utf-16"),
        'title,year\n"Tätig\nkeit",2021\n'.encode("utf-16-le"),
        'title,year\n"Tätig\nkeit",2021\n'.encode("cp1252"),
        'title;year\n"Tätig\nkeit";2021'.encode(),
        'title\tyear\n"Tätig\nkeit"\t2021\n\n'.encode(),
        "title|year\nTätig keit|2021\n".encode(),
        "sep=;\ntitle;year\nTätig keit;2021\n".encode(),
        '\ufeff"title", "year"\n"Tätig keit", "2021"\n'.encode(),
    ],
    ids=range(9),
)
def test_encodings_and_delimiters(data: bytes) -> None:
    """A table is found out by its content."""
    (citation,) = load(io.BytesIO(data), report=Report())

    assert ("Tätig keit", 2021) == (citation.title, citation.issued and citation.issued.year)


def test_stray_quote_costs_nothing() -> None:
    """A quote that nothing closes does not swallow the rows below."""
    rows = 'One,2001,10.5555/1,a\n"Two,2002,10.5555/2,b\nThree,2003,,\nFour 5" wide,2004,,\nFive,2005,,\n'

    assert ["One", '"Two', "Three", 'Four 5" wide', "Five"] == titles(HEAD + rows)


def test_lists_whose_quotes_are_not_doubled() -> None:
    """CORE writes lists of JSON into quotes as they are; commas and brackets in them part nothing."""
    text = (
        "workID,oaiID,doi,title,authors,createdDate\n"
        '1,"["oai:x:1","oai:y:2"]",10.5555/1,"Tides, and more","["Lind, Per","Mar\\u00eda, \\"Wei\\""]",2020-05-06\n'
        '2,"["oai:x:3"]",,Second,"[]",\n'
        '3,"[""oai:x:4""]",,Third,"["Roe, Ana"]"\n'
        '4,"["oai:x:5",,Fourth,"Lind, Per",\n'
    )
    found = loads(text, "csv", report=Report())

    assert ["Tides, and more", "Second", "Third", "Fourth"] == [citation.title for citation in found]
    assert [["Lind", "María"], [], ["Roe"], ["Lind"]] == [[name.family for name in each.author] for each in found]
    assert ["Per", '"Wei"'] == [name.given for name in found[0].author]


@pytest.mark.parametrize(
    ("row", "title"),
    [
        (r'"The \"low\" tides",2020,,x', 'The "low" tides'),
        (r'"Tides, \"low\", and high",2020,,x', 'Tides, "low", and high'),
        (r'"A pipe of 5\", in the sea",2020,,"x"', 'A pipe of 5", in the sea'),
        (r'"Salt and \"sea\"",2020,,x', 'Salt and "sea"'),
        (r'"Kept on C:\",2020,,"x, y"', "Kept on C:\\"),
        (r'"Tides of G{\"o}ta",2020,,x', "Tides of Göta"),
    ],
)
def test_quotes_behind_backslashes(row: str, title: str) -> None:
    """R's ``write.table`` and Spark put a backslash before quotes; one that ends a cell is text, as is TeX."""
    assert titles(f"{HEAD}{row}\nShelves,2021,,\n") == [title, "Shelves"]


def test_quotes_behind_backslashes_in_several_lines() -> None:
    """Where the table has such quotes, they end no cell of several lines either."""
    rows = r'"The \"low, or ebb\" tides",2020,,x' + "\n" + '"Salt' + "\n" + r"of 5\" pipes, and" + "\n" + 'sea",2021,,x'
    expected = ['The "low, or ebb" tides', 'Salt of 5" pipes, and sea', "Shelves"]
    assert titles(f"{HEAD}{rows}\nShelves,2022,,\n") == expected


@pytest.mark.parametrize("odd", ["wi\rde", "wi\0de", "wide" * 40_000], ids=["CR", "NUL", "long"])
def test_stray_quote_beside_what_python_refuses(odd: str) -> None:
    """A return or a NUL in a cell, or a very long cell, leaves a stray quote as harmless as it is elsewhere."""
    usual = csv.field_size_limit(131_072)
    try:
        found = titles(f'{HEAD}One,2001,,\n5" {odd},2002,,\nThree,2003,,\n')
    finally:
        csv.field_size_limit(usual)

    assert ["One", f'5" {odd}'.replace("\0", "").replace("\r", " "), "Three"] == [" ".join(t.split()) for t in found]


def test_cut_short() -> None:
    """A file that ends within a cell gives what there is."""
    assert ["One", '"Two li'] == titles('year,title\n2001,One\n2002,"Two\nli')


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("A,2001,,x\nB,2002,,y\nC,20", [4]),
        ("A,2001,,x\nB,2002,,y\nC,2003\nD\n", [4]),  # from there on, the table leaves empty cells out
        ("A,2001,,x\nB,2002\nC,2003,,z\nD,20", []),
        ("A,2001,,x\nB,20", []),  # one row shows nothing
        ("A,2001,,x\nB,2002,,y\nC,2003,,z", []),
    ],
)
def test_a_row_without_its_last_cells(rows: str, lines: list[int]) -> None:
    """It is told where all rows before have theirs: the file may be cut short."""
    heard: list[Diagnostic] = []
    loads(HEAD + rows, "csv", report=Report(heard.append))

    assert lines == [each.line for each in heard if "cut short" in each.message]


def test_what_stands_above_the_header() -> None:
    """A banner is told of and no row."""
    report = Report()

    found = loads('"SEARCH QUERY","tides:ti"\n------\n\n' + HEAD + "One,2001,,\n", "csv", report=report)

    assert ["One"] == [citation.title for citation in found]
    assert 2 == sum(tally.count for (code, _), tally in report.tallies.items() if code == "leftover")


def test_tables_one_below_the_other() -> None:
    """A header is recognised wherever it comes; each row is read by the one above."""
    text = HEAD + "One,2001,,\n" + HEAD + "Two,2002,,\n\n\nDOI;Article Title;Year\n10.5555/3;Three;2003\n"

    assert ["One", "Two", "Three"] == titles(text)


def test_no_known_column() -> None:
    """A table of unknown columns is read if it is told to be one; everything stands in the annotation, as is told."""
    report = Report()
    (citation,) = loads("Werk,Standort\nGezeiten,2001\n", "csv", report=report)

    assert Citation(annote="Werk: Gezeiten; Standort: 2001") == citation
    assert ["no column has a name that is known: all of it is in the annotation"] == [
        tally.first.message for tally in report.tallies.values()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. J Tides. 2020;12(3):1-10.\n\nTides, a study.\n\nLind P(1), Wei R.\n\nTides, sea.\n\nPMID: 90000001\n",
        "TY  - JOUR\nAU  - Lind, P.\nAU  - Wei, R.\nTI  - Tides, waves, currents\nPY  - 2020\nER  -\n",
        "".join(f"Line {number}, of{', more' * (number % 3)}\n\n\n" for number in range(40)),
    ],
)
def test_text_is_no_table(text: str, tmp_path: Path) -> None:
    """What is told to be a table and is none is one record that is rejected, whole."""
    path = tmp_path / "a.txt"
    path.write_text(text)
    report = convert(path, tmp_path / "out.json", from_="csv", rejects=tmp_path / "bad.csv")

    assert (1, 0, 1) == (report.total.read, report.total.written, report.total.rejected)
    assert text.strip() == (tmp_path / "bad.csv").read_text().strip()


def test_table_of_something_else(tmp_path: Path) -> None:
    """A file of the name is no table of references if no line names columns that references have; the user is told."""
    (tmp_path / "a.csv").write_text("Station,Height\nNorth,3.5\n")

    with pytest.raises(DetectionError, match=r'a\.csv: no table of references: .*; format="csv" reads it all the same'):
        load(tmp_path / "a.csv")


def test_sentence_that_lists_columns() -> None:
    """A sentence about references (author, title, year) is no header."""
    with pytest.raises(DetectionError):
        loads("# Notes\n\nEach reference has its data (author, title, year, etc.)\n\nMore text, and more.\n")


def test_header_with_lines_in_a_cell() -> None:
    """A table is known by a header of which a cell has lines of its own."""
    (found,) = loads('Nr;"What is it?\n- a book\n- an article";Title;Year\n1;book;Tides;2019\n')

    assert "Tides" == found.title


@pytest.mark.parametrize(
    "header",
    [
        "Titles,DOIs", "Titolo,Anno", "autores;titulo;ano", "标题,作者,年份", "Название;Автор;Год",
        "タイトル,著者,発行年",
        "Başlık,Yazar,Yıl", "제목,저자,연도", "Paper Title,Venue,Link", "dc:title,dc:creator,prism:doi",
    ],
)  # fmt: skip
def test_known_by_its_header(header: str) -> None:
    """A title and one more column are enough, in many languages."""
    row = header.replace(",", "1,").replace(";", "1;") + "1"
    (found,) = loads(f"{header}\n{row}\n")

    assert found.title
    assert not found.annote


def test_a_table_of_one_column() -> None:
    """It is read as such where the format is named, whatever its rows end in."""
    assert ["Only title", "Second, third"] == titles('title\nOnly title\n"Second, third"\n')
    assert ["31234567"] == [citation.pmid for citation in loads("PMID\n31234567\n", "csv", report=Report())]


def test_cells_beyond_the_header() -> None:
    """No cell is lost where a row is longer than the header, which is told, or shorter."""
    report = Report()
    one, two = loads(HEAD + "One,2001,,a,b,,c\nTwo,2002\n", "csv", report=report)

    assert "shelf: a; column 5: b; column 7: c" == one.annote
    assert ["7 cells, where the header names 4 columns"] == [each.first.message for each in report.tallies.values()]
    assert "Two" == two.title


def test_rejects_can_be_mended_and_read(tmp_path: Path) -> None:
    """A rejected row stands below its header; of two tables each has its own."""
    (tmp_path / "a.csv").write_text(HEAD + 'One,2001,,\nbroken\n"Two\nlines",2002,,\n')
    (tmp_path / "b.csv").write_bytes("doi;title;year\r\n10.5555/3;Three;2003\r\nzerst\xf6rt\r\n".encode("cp1252"))

    report = convert(
        [tmp_path / "a.csv", tmp_path / "b.csv"], tmp_path / "out.json", rejects=tmp_path / "bad", report=Report()
    )
    mended = (
        (tmp_path / "bad").read_bytes().replace(b"broken", b"Mended,2005,,").replace(b"zerst\xf6rt", b";Geheilt;2006")
    )
    (tmp_path / "mended.csv").write_bytes(mended)

    assert (5, 2) == (report.total.read, report.total.rejected)
    again = load(tmp_path / "mended.csv", report=Report())
    assert [("Mended", 2005), ("Geheilt", 2006)] == [(each.title, each.issued and each.issued.year) for each in again]


@pytest.mark.parametrize(
    "rows",
    [
        '"' * 400_000,
        '"x\n' * 50_000,
        '"' + "x\n" * 100_000,
        '"a"b",' * 100_000,
        "," * 500_000,
        '"" ' * 200_000,
        '"'.join([" " * 2_000] * 200),
        "title,doi\n" * 50_000,
    ],
    ids=["quotes", "open", "long", "stray", "commas", "pairs", "blanks", "headers"],
)
def test_hostile_rows_take_linear_time(rows: str) -> None:
    """No text makes the reader try again and again; the rows before and behind are there."""
    report = Report()
    started = time.process_time()

    found = loads(f"{HEAD}One,2001,,\n{rows}\nLast,2009,,\n", "csv", report=report)

    assert "One" == found[0].title
    assert report.inputs[0].read == len(found) + report.inputs[0].rejected
    assert time.process_time() - started < 30  # quadratic work would take minutes


def test_rows_end_in_carriage_returns_and_cells_have_line_feeds() -> None:
    """Excel for Macs writes both; an odd quote does not swallow the file."""
    report = Report()
    text = 'title,year,keywords\rOne,2001,"tides;\nshelves"\rTwo,2002,\rThree,2003,"sea"\r'
    one, two, three = load(io.BytesIO(text.encode()), report=report)

    assert (3, 0) == (report.inputs[0].read, report.inputs[0].rejected)
    assert ["tides", "shelves"] == [keyword.text for keyword in one.keyword]
    assert ["Two", "Three"] == [two.title, three.title]


def test_quotes_that_nothing_closes() -> None:
    """A row of them is cut in one pass; a wide row is read in one, too."""
    assert ["x", *['"a'] * 200_000] == cut("x" + ',"a' * 200_000, ",")
    names = [f"keywords{',keywords' * 40_000}", f"c{',c' * 40_000}", f"author 1{',author 1' * 20_000}"]
    for name in names:
        (citation,) = loads(f"title,year,{name}\nT,2001,{','.join(map(str, range(name.count(',') + 1)))}\n", "csv")
        assert "T" == citation.title


DAMAGED = [
    ('Bad,"Lind P, Wei R,2020,10.5555/1', "authors"),
    ('"Bad, a trial,Lind P,2020,10.5555/1', "title"),
    ('Bad, a trial",Lind P,2020,10.5555/1', "not opened"),
    ('"Bad","Lind P, Wei R,"2020","10.5555/1"', "all quoted"),
    ('Bad,"Lind P, Roe S\nWei R,2020,10.5555/1', "two lines"),
]


@pytest.mark.parametrize("row", [row for row, _ in DAMAGED], ids=[what for _, what in DAMAGED])
@pytest.mark.parametrize(
    "usual",
    ["Study {n},Smith J,2020,10.5555/{n}", '"Study {n}","Smith J, Doe A",2020,10.5555/{n}'],
    ids=["bare", "quoted"],
)
def test_quote_that_is_not_closed_costs_its_row(usual: str, row: str, tmp_path: Path) -> None:
    """The row is rejected with its line; all rows above and below are read."""
    rows = [usual.format(n=n) for n in range(40)]
    (tmp_path / "a.csv").write_text("\n".join(["title,authors,year,doi", *rows[:20], row, *rows[20:], ""]))

    heard: list[Diagnostic] = []
    report = convert([tmp_path / "a.csv"], tmp_path / "out.json", rejects=tmp_path / "bad", report=Report(heard.append))

    assert (41, 1) == (report.total.read, report.total.rejected)
    assert [f"Study {n}" for n in range(40)] == [each.title for each in load(tmp_path / "out.json")]
    assert f"title,authors,year,doi\n{row}\n" in (tmp_path / "bad").read_text()
    (error,) = [each for each in heard if "quote" in each.message]
    assert 22 == error.line


def test_quote_that_is_not_closed_before_cells_of_several_lines() -> None:
    """Where each row has an abstract of several lines, the rows behind the damaged one are cut as before."""
    rows = [f'Study {n},"Lind P, Wei R",2020,"Aims, and more\n\nOdd, even, 2020, so\nEnd {n}"\n' for n in range(30)]
    report = Report()

    found = loads(
        "".join(["title,authors,year,abstract\n", *rows[:9], 'Bad,"Lind P, Wei R,2020,x\n', *rows[9:]]),
        "csv",
        report=report,
    )

    assert [f"Study {n}" for n in range(30)] == [citation.title for citation in found]
    assert {f"End {n}" for n in range(30)} == {citation.abstract[-1].paragraphs[-1][-6:].strip() for citation in found}
    assert 1 == report.inputs[0].rejected


def test_quote_that_is_not_closed_where_no_column_tells() -> None:
    """Lines of as many cells as the header, one behind the other, are rows, whatever is in them."""
    rows = [f"Study {n},Lind P,Shelf\n" for n in range(9)]
    report = Report()

    found = loads("".join(["title,author,journal\n", 'Bad, "so it goes, on, x\n', *rows]), "csv", report=report)

    assert [f"Study {n}" for n in range(9)] == [citation.title for citation in found]
    assert 1 == report.inputs[0].rejected


@pytest.mark.parametrize(
    "cell",
    [
        "In 2019, 2020, 2021\nand 2022, 2023, 2024\nor, so, on\n",
        "a, b, c, d\ne, f, g, h\ni, j, k, l\nm, n, o, p\nq, r, s, t",
        'He said, ""no, no, no""\n""so, on"", he said',
        "\n\nOne\n\n",
        '""\n""',
    ],
)
def test_cells_of_several_lines(cell: str) -> None:
    """Commas, years and quotes within a quoted cell make no rows."""
    report = Report()
    rows = f'One,"{cell}",2001,10.5555/1\nTwo,,2002,10.5555/2\n' * 3

    found = loads(f"title,abstract,year,doi\n{rows}", "csv", report=report)

    assert ["One", "Two"] * 3 == [citation.title for citation in found]
    assert [2001, 2002] * 3 == [citation.issued and citation.issued.year for citation in found]


@pytest.mark.parametrize(
    "above",
    ['"title,authors,year,doi\n', 'title,"authors,year,doi\n', '"SEARCH QUERY,tides\n---\n\ntitle,authors,year,doi\n'],
    ids=["first name", "second name", "banner"],
)
def test_quote_that_is_not_closed_in_the_header(above: str) -> None:
    """A stray quote in the header, or above it, swallows no rows."""
    rows = [f'"Study {n}","Smith J, Doe A",2020,10.5555/{n}\n' for n in range(9)]

    assert [f"Study {n}" for n in range(9)] == titles("".join([above, *rows]))
    assert 2020 == loads("".join([above, *rows]), "csv", report=Report())[0].issued.year


def test_header_of_several_lines() -> None:
    """Names of columns may have line ends in quotes."""
    (citation,) = loads('title,year,"doi\n(if any)","authors\n(all)"\nOne,2001,10.5555/1,Lind P\n', "csv")

    assert ("One", "10.5555/1", "Lind") == (citation.title, citation.doi, citation.author[0].family)


@pytest.mark.parametrize("words", ["Salt and light", "Salt and light. " * 9_000], ids=["short", "long"])
def test_a_cell_of_several_lines_in_a_row_of_too_many_cells(words: str) -> None:
    """A quote that opens the row opens its cell, however long that is."""
    rows = loads(f'Title,Year\n"{words}\nat sea",2020,Own\nNext,2021\n', "csv", report=Report())
    assert [(one.title, one.annote) for one in rows] == [(f"{words.strip()} at sea", "column 3: Own"), ("Next", "")]


def test_quote_read_as_text_is_told() -> None:
    """A row that is read in spite of a stray quote has a note."""
    report = Report()

    assert ['"Two'] == titles(HEAD + '"Two,2002,10.5555/2,b\n')
    loads(HEAD + '"Two,2002,10.5555/2,b\nThree 5" wide,2003,,\n', "csv", report=report)
    assert [("a quote that nothing closes is read as text", 1)] == [
        (tally.first.message, tally.count) for tally in report.tallies.values()
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_empty_rows(sign: str) -> None:
    """A row of nothing but delimiters is none, as spreadsheets leave them below a table and in it."""
    text = "title,year,doi\n,,\nOne,2001,\n,,\n , ,\n" + '"","",""\n' + "Two,2002,\n,,\n"

    report = Report()
    assert ["One", "Two"] == [one.title for one in loads(text.replace(",", sign), report=report)]
    assert 2 == report.inputs[0].read


@pytest.mark.parametrize("end", ["\x1a", "\0\0\0", "\n\x1a\n"], ids=repr)
def test_end_of_file_is_no_row(end: str) -> None:
    """The mark with which DOS ended files, or zeros with which a broken disk did, are no row."""
    assert ["One"] == titles(HEAD + "One,2001,10.5555/1,a\n" + end)


def test_quote_that_is_not_opened_before_lines() -> None:
    """Where a cell of several lines lacks its first quote, the next rows are read, and it is told."""
    usual = 'Study {n},"Aims\nof tides.",2020,x\n'
    rows = [usual.format(n=n) for n in range(9)]
    report = Report()

    found = loads(
        "".join(["title,abstract,year,doi\n", *rows[:4], 'Bad,Aims\nof, tides.",2020,x\n', *rows[4:]]), report=report
    )

    assert {f"Study {n}" for n in range(9)} <= {citation.title for citation in found}
    assert report.tallies


def test_quote_that_is_not_closed_among_rows_of_other_lengths() -> None:
    """Rows in quotes are known for rows even if they have fewer cells than the header, or more."""
    rows = [f'"Study {n}","Lind, P","2020","10.5555/{n}","","",""\n' for n in range(9)]

    found = titles("".join(["title,authors,year,doi,a\n", '"Bad,"Lind, P","2020","x","","",""\n', *rows]))

    assert [f"Study {n}" for n in range(9)] == found[-9:]


PROSE = "".join([f"Line {number} of a long, dull text, and more\n" for number in range(99)])
HARD = "".join([f'Of ""{number}"", 2001, a, b\n\n"",""\n' for number in range(99)])
HEADER = "title,abstract,year,doi,authors\n"
ROW = 'Study {n},{cell},20{n:02},10.5555/{n},"Lind, P"\n'
SHORT = Limits(record=1000)
LONG = "longer than 1,000 characters (limits=Limits(record=...) to take it)"


@pytest.mark.parametrize("long_ones", [(0,), (2,), (4,), (1, 2), (0, 1, 2, 3, 4)], ids=str)
@pytest.mark.parametrize(
    ("cell", "maybe"),
    [
        (f'"{PROSE}"', True),
        (f'"{HARD}"', True),
        (f'"{PROSE.replace(chr(10), " ")}"', False),
        (f'"{PROSE.replace(chr(10), " ")}{PROSE}"', False),
        (f'"a\n{PROSE.replace(chr(10), " ")}"', False),
        (f'"{PROSE}', True),
    ],
    ids=["lines", "quotes", "one line", "a long line first", "a long line last", "never closed"],
)
def test_rows_that_are_too_long(cell: str, maybe: bool, long_ones: tuple[int, ...]) -> None:
    """A row with a cell of many lines is rejected once and whole, and the rows around it are read."""
    rows = [ROW.format(n=number, cell=cell if number in long_ones else "Salt") for number in range(5)]
    table = "".join([HEADER, *rows])
    output, rejects, found = io.BytesIO(), io.BytesIO(), list[str]()
    report = Report(lambda each: found.append(each.message))

    convert(io.StringIO(table), output, from_="csv", to="jsonl", rejects=rejects, report=report, limits=SHORT)

    told = f"{LONG}; a quote in it may not be closed" if maybe else LONG
    assert [told] * len(long_ones) == found
    assert [n for n in range(5) if n not in long_ones] == [
        int(line.partition(b"Study ")[2][:1]) for line in output.getvalue().splitlines()
    ]
    whole = [row for number, row in enumerate(rows) if number in long_ones]
    assert HEADER + "".join([row.strip("\n") + "\n\n\n" for row in whole]) == rejects.getvalue().decode()


def rejected(text: str, limits: Limits) -> tuple[list[str], list[str | None]]:
    """Return why rows were rejected, and the titles of the others."""
    found = list[str]()
    report = Report(lambda each: found.append(each.message) if each.severity == "error" else None)
    return found, [citation.title for citation in load(io.StringIO(text), "csv", report=report, limits=limits)]


def test_a_cell_of_very_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quote that nothing closes in so many lines costs its row; a stray one costs no rows below it."""
    monkeypatch.setattr(rows, "ROW_LINES", 50)
    many = "a\n" * 60
    table = "".join([f"Study {number},Salt\n" for number in range(60)])

    found, titles = rejected(f'title,abstract\n"One","{many}"\nTwo,Salt\n', Limits())
    assert (["a quote that is not closed in 50 lines"], ["Two"]) == (found, titles)

    found, titles = rejected(f'title,abstract\n"One,Salt\n{table}', Limits())
    assert ([], 61) == (found, len(titles))


def test_a_table_on_its_side_that_is_too_long() -> None:
    """A record of it is rejected whole, and the next one is read."""
    record = '"TITLE","Study {n}"\n"ABSTRACT","{text}"\n"SOURCE","Tides (2020)"\n'
    text = "\n".join([record.format(n=number, text="Salt. " * (200 if number == 1 else 1)) for number in range(3)])

    assert ([LONG], ["Study 0", "Study 2"]) == rejected(text, SHORT)


def test_tables_of_markdown() -> None:
    """Bars stand before and behind the rows of Markdown, and a line below the header."""
    (citation,) = loads("| Title | Authors | Year |\n|:---|---|---:|\n| Salt | Lind P | 2020 |\n", report=Report())

    assert ("Salt", "Lind", 2020) == (citation.title, citation.author[0].family, citation.issued.year)
    assert ("", ()) == (citation.annote, citation.extra)
