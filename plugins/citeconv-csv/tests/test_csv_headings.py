"""How columns are called, in reviewers' own words and in other languages, and what is no header."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import (
    AbstractSection,
    Citation,
    Date,
    Identifier,
    Keyword,
    Name,
    Report,
    loads,
)
from citeconv.errors import DetectionError
from csv_rows import row_of


def test_names_of_columns_in_one_word() -> None:
    """``PublicationYear`` is the publication year, and an underscore a blank."""
    citation = row_of({"Title": "T", "PublicationYear": "2020", "first_authors": "['Lind, Per', 'Wei, Rong']"})

    assert citation.issued == Date(year=2020)
    assert [name.family for name in citation.author] == ["Lind", "Wei"]


@pytest.mark.parametrize(
    "head",
    [
        "Titel;Autoren;Jahr;Zeitschrift;Entscheidung",
        "Titre;Auteurs;Année;Revue;Remarque",
        "Título;Autores;Año;Revista;Nota",
        "Titulo;Autores;Ano;Revista;Nota",
        "Titolo;Autori;Anno;Rivista;Nota",
        "title;Autoren;Jahr;Zeitschrift;x",
        "Jahr;Titel;x;y;z",
    ],
)
def test_headers_in_other_languages_are_recognised(head: str) -> None:
    """A file with one is known for a table without being told."""
    (citation,) = loads(f"{head}\nA;B;C;D;E\n", report=Report())

    assert citation.title in ("A", "B")


@pytest.mark.parametrize(
    "head",
    [
        "Titel;Farbe",
        "Autoren;Farbe",
        "Der Titel, die Autoren",
        "Titel",
        "authors,article authors\nyear,article year",
        '{\n"fl": "title,author,doi,year",\n"n": 1}',
    ],
)
def test_other_headers_are_not(head: str) -> None:
    """Less than a title and one more column is no table of references; nor are code books and settings in JSON."""
    with pytest.raises(DetectionError):
        loads(f"{head}\nA;B\n", report=Report())


def test_a_table_with_chinese_columns() -> None:
    """Types, conferences and numbers of articles are found by their Chinese names, too."""
    citation = row_of(
        {"标题": "T", "类型": "inproceedings", "会议": "Proc. Tides", "页数": "12", "文章号": "A7", "出版商": "P"}
    )

    assert (citation.type, citation.event_title, citation.number_of_pages) == ("paper-conference", "Proc. Tides", "12")
    assert (citation.number, citation.publisher) == ("A7", "P")


def test_columns_of_reviewers() -> None:
    """Where a title and an author have columns, the others may be somebody's own, as many as there are."""
    own = [f"Question {number}" for number in range(20)]
    header = ",".join(["Title", "Lead author", *own])
    (citation,) = loads(f"{header}\nTides,Lind,{','.join(own)}\n", "csv")
    assert (citation.title, citation.author[0].family, citation.extra) == ("Tides", "Lind", ())
    assert "Question 19: Question 19" in citation.annote


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        (
            ("Nr.;Autor;Titel;Jahr;Zeitschrift / Buch;Heft;Seiten;Verlag;Ort;Herausgeber;Auflage;Publikationstyp\n"
            "7;Lind P;Gezeiten;2020;Handbuch;;3-9;Regal;Kiel;Wei R;2.;Buchkapitel\n"),
            {
                "type": "chapter", "title": "Gezeiten", "author": (Name(family="Lind", given="P"),),
                "editor": (Name(family="Wei", given="R"),), "issued": Date(year=2020), "container_title": "Handbuch",
                "page": "3-9", "publisher": "Regal", "publisher_place": "Kiel", "edition": "2.",
                "publication_types": ("Buchkapitel",), "identifiers": (Identifier(kind="record", value="7"),),
            },
        ),
        (
            ("Nº;Autor(es);Título;Año;Revista;Vol.;Núm.;Págs.;Base de datos;Enlace\n"
            "7;Lind P;Mareas;2020;Costa;1;2;3-9;Scopus;https://example.org/1\n"),
            {
                "type": "article-journal", "title": "Mareas", "author": (Name(family="Lind", given="P"),),
                "issued": Date(year=2020), "container_title": "Costa", "volume": "1", "issue": "2", "page": "3-9",
                "source": "Scopus", "url": "https://example.org/1",
                "identifiers": (Identifier(kind="record", value="7"),),
            },
        ),
        (
            "序号,题名,作者,来源,发表时间,数据库\n7,潮汐,王小明,海岸大学,2020,博士\n",
            {
                "type": "thesis", "title": "潮汐", "author": (Name(literal="王小明"),), "issued": Date(year=2020),
                "publisher": "海岸大学", "publication_types": ("博士",),
                "identifiers": (Identifier(kind="record", value="7"),),
            },
        ),
    ],
)  # fmt: skip
def test_tables_of_reviewers_in_other_languages(table: str, fields: dict[str, Any]) -> None:
    """The columns of books and theses are known in other languages, too, and a row's number from that of an issue."""
    (citation,) = loads(table, "csv")

    assert Citation(**fields) == citation


TABLES = {
    "Arabic": "العنوان,المؤلف,المجلة,سنة النشر,المجلد,العدد,الصفحات,الكلمات المفتاحية,الملخص,الناشر",
    "Hebrew": "כותרת,מחברים,כתב עת,שנה,כרך,גיליון,עמודים,מילות מפתח,תקציר,הוצאה לאור",
    "Persian": "عنوان مقاله,نویسندگان,نشریه,سال انتشار,دوره,شماره,صفحات,کلیدواژه‌ها,چکیده,ناشر",
    "Thai": "ชื่อบทความ,ผู้แต่ง,ชื่อวารสาร,ปีที่พิมพ์,ปีที่,ฉบับที่,หน้า,คำสำคัญ,บทคัดย่อ,สำนักพิมพ์",
    "Korean": "논문명,저자,학술지명,발행년도,권,호,수록면,주제어,초록,발행기관",
    "Japanese": "標題,著者名,資料名,発行年,巻,号,頁,キーワード,抄録,出版者",
    "Chinese": "中文标题,作者,期刊名,出版年,卷,期,起止页,关键字,文摘,出版单位",
    "Russian": "Название публикации,Авторы,Журнал,Год выхода,Том,Выпуск,Страницы,Ключевые слова,Аннотация,Издательство",
    "Ukrainian": "Назва статті,Автори,Назва журналу,Рік видання,Том,Випуск,Сторінки,Ключові слова,Анотація,Видавництво",
    "Turkish": "MAKALE BAŞLIĞI,YAZARLAR,DERGİ ADI,YIL,CİLT,SAYI,SAYFA ARALIĞI,ANAHTAR KELİMELER,ÖZET,YAYINEVİ",
    "Polish": "Tytuł,Autorzy,Czasopismo,Rok,Tom,Numer,Strony,Słowa kluczowe,Streszczenie,Wydawnictwo",
    "Finnish": "Otsikko,Tekijät,Lehti,Julkaisuvuosi,Vuosikerta,Numero,Sivut,Asiasanat,Tiivistelmä,Kustantaja",
    "Indonesian": "Judul,Penulis,Nama Jurnal,Tahun,Volume,Nomor,Halaman,Kata Kunci,Abstrak,Penerbit",
    "wide signs": "題名（日本語）,著者名（日本語）,Ｊｏｕｒｎａｌ,Ｙｅａｒ,巻,号,頁,キーワード,抄録（日本語）,出版社",
}
"""Heads of tables as databases and catalogues of several countries name their columns, in one order."""


@pytest.mark.parametrize("language", TABLES)
def test_tables_of_databases_in_other_languages(language: str) -> None:
    """Each of the columns is known, and the file is taken for a table of references."""
    (citation,) = loads(f'{TABLES[language]}\nT,"Lind, Per",J,2021,12,3,33-41,k,A,P\n', report=Report())

    assert citation == Citation(
        type="article-journal",
        title="T",
        author=(Name(family="Lind", given="Per"),),
        container_title="J",
        issued=Date(year=2021),
        volume="12",
        issue="3",
        page="33-41",
        keyword=(Keyword(text="k"),),
        abstract=(AbstractSection(paragraphs=("A",)),),
        publisher="P",
    )


def test_names_with_an_explanation() -> None:
    """What stands in parentheses or behind a tag explains the name, but not where it says that something is counted."""
    (citation,) = loads("AU - AUTHOR,TI - TITLE,SO,Abstract (word count)\nLIND P;WEI R,Salt,Tides,245\n", "csv")
    (other,) = loads("Title (English),Authors (first three),Source title (Journal)\nSalt,Lind P,Tides\n", "csv")

    assert (["LIND", "WEI"], "Salt", "Tides") == (
        [name.family for name in citation.author],
        citation.title,
        citation.container_title,
    )
    assert ((), "Abstract (word count): 245") == (citation.abstract, citation.annote)
    assert ("Salt", "Lind", "Tides") == (other.title, other.author[0].family, other.container_title)


def test_type_by_the_venue() -> None:
    """The kind of a venue tells that of the work."""
    assert "paper-conference" == row_of({"Title": "T", "Venue": "ACL", "Venue Type": "conference"}).type


def test_numbered_twins_of_columns() -> None:
    """A number behind a name that is there without it tells two columns of that name: pandas' and forms'."""
    table = {"Title": "", "Year": "", "Title2": "Salt", "Author(s)": "", "Author(s)2": "Lind, Per", "Year.1": "2020"}
    citation = row_of(table)
    assert (citation.title, citation.author) == ("Salt", (Name(family="Lind", given="Per"),))
    assert (citation.issued, citation.annote) == (Date(year=2020), "")
    assert "Score2: 3" in row_of({"Title": "Salt", "DOI": "10.5555/1", "Score": "2", "Score2": "3"}).annote


@pytest.mark.parametrize(
    ("name", "cell", "field", "value"),
    [
        ("MeSHTerms", "Gulls; Salts", "subjects", ("Gulls", "Salts")),
        ("studytitle", "Salt", "title", "Salt"),
        ("publicationyear", "2020", "issued", Date(year=2020)),
    ],
)
def test_names_without_their_blanks(name: str, cell: str, field: str, value: Any) -> None:
    """Columns are known whose names have lost their blanks, whatever their capitals."""
    found = getattr(row_of({"DOI": "10.5555/1", "Journal": "Tides", name: cell}), field)
    assert (tuple(subject.term for subject in found) if field == "subjects" else found) == value


def test_first_and_last_pages_beside_a_volume() -> None:
    """A start and an end are pages beside a volume, and else those of something else."""
    table = {"title": "T", "journal": "Tides", "volume": "3", "start": "18", "end": "27"}
    assert row_of(table).page == "18-27"
    del table["volume"]
    assert row_of(table).annote == "start: 18; end: 27"


def test_tables_of_tags_that_tell() -> None:
    """A header is one of nothing but tags, if two of them tell: an author's, an abstract's."""
    (citation,) = loads('AU,AB\n"LIND P;WEI R",Salt is salty.\n')
    assert [name.family for name in citation.author] == ["LIND", "WEI"]
    with pytest.raises(DetectionError):
        loads("AU,XX\na,b\n")


def test_numbers_of_persons() -> None:
    """An ``n`` is the number of a row in the first column, and elsewhere a remark."""
    assert row_of({"n": "7", "Title": "T", "DOI": "10.5555/1"}).identifiers == (Identifier(kind="record", value="7"),)
    citation = row_of({"Title": "T", "DOI": "10.5555/1", "n": "120 gulls"})
    assert (citation.identifiers, citation.annote) == ((), "n: 120 gulls")


@pytest.mark.parametrize(
    ("table", "title"),
    [
        ({"article": "Salt of shelves", "author": "Lind, Per", "year": "2020"}, "Salt of shelves"),
        ({"Artigo": "Salt of shelves", "Autores": "Lind, Per", "Ano": "2020"}, "Salt of shelves"),
        ({"article": "12", "author": "Lind, Per", "year": "2020"}, ""),
        ({"article": "Lind et al. 2020", "author": "Lind, Per", "year": "2020"}, ""),
        ({"article": "Lind & Ek (2020)", "author": "Lind, Per", "year": "2020"}, ""),
        ({"article": "Salt of shelves in 2020", "author": "Lind, Per", "year": "2020"}, "Salt of shelves in 2020"),
        ({"paper": "Lind 2020", "year": "2020", "doi": "10.5555/1"}, ""),
        ({"paper": "Salt 2", "title": "Salt of shelves", "author": "Lind, Per"}, "Salt of shelves"),
    ],
)
def test_a_column_called_after_the_article(table: dict[str, str], title: str) -> None:
    """An ``article`` beside authors is its title where no column is called that, unless it only labels a study."""
    citation = row_of(table)
    kept = (citation.title, citation.annote, *[value for _, value in citation.extra])
    assert (citation.title, True) == (title, any(next(iter(table.values())) in text for text in kept))


def test_full_names_as_revtools_has_them() -> None:
    """``author_full`` has the names of ``author`` in full, or stands alone."""
    full = "Lind, Per Arne and Wei, Rong"
    names = (Name(family="Lind", given="Per Arne"), Name(family="Wei", given="Rong"))
    assert names == row_of({"title": "T", "author_full": full}).author
    assert names == row_of({"title": "T", "author": "Lind, PA and Wei, R", "author_full": full}).author
