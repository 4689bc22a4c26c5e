"""What kind of work a row is: words for types, and what a work is part of where none is there."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import Citation, loads
from csv_rows import row


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("IEEE Conferences", "paper-conference"),
        ("IET Journals", "article-journal"),
        ("Early Access Articles", "article-journal"),
        ("IEEE Standards", "standard"),
        ("Wiley-IEEE Press eBook Chapters", "chapter"),
        ("Living reference work entry", "entry-encyclopedia"),
    ],
)
def test_sections_of_databases(word: str, kind: str) -> None:
    """A section of IEEE Xplore or of Springer says what its publications are, whoever has published them."""
    assert kind == row(**{"Publication Title": "Shelf", "Document Identifier": word}).type


@pytest.mark.parametrize(
    ("cells", "type_"),
    [
        ({"booktitle": "Proceedings of the 3rd Workshop on Tides"}, "paper-conference"),
        ({"book_title": "Symposium on Tides"}, "paper-conference"),
        ({"booktitle": "Handbook of Tides"}, "chapter"),
        ({"proceedings_title": "TIDE '20"}, "paper-conference"),
        ({"journal": "J Tides", "booktitle": "Handbook"}, "article-journal"),
        ({"journal": "J Tides", "conference_name": "TIDE 2020"}, "paper-conference"),
        ({"journal": "J Tides", "volume": "3", "conference_name": "TIDE 2020"}, "article-journal"),
        ({"booktitle": "Proceedings of Tides", "type": "Thesis"}, "thesis"),
    ],
)
def test_what_a_row_is_by_what_it_is_part_of(cells: dict[str, str], type_: str) -> None:
    """The column that names the whole tells the type, where no other does."""
    assert row(**cells).type == type_


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Buchkapitel", "chapter"),
        ("book_section", "chapter"),
        ("Journal-Article", "article-journal"),
        ("Film", "motion_picture"),
        ("Thèse", "thesis"),
        ("Capítulo de livro", "chapter"),
        ("Articolo", "article-journal"),
        ("博士学位论文", "thesis"),
        ("Book, Chapter", "chapter"),
        ("Doctoral Dissertation", "thesis"),
        ("Dissertation/Thesis", "thesis"),
        ("Reports - Research", "report"),
        ("Article; Book Chapter", "chapter"),
        ("Proceeding", "paper-conference"),
        ("Document From Internet Site", "webpage"),
        ("학위논문(박사)", "thesis"),
        ("Doktorsavhandling, monografi", "thesis"),
        ("Studentuppsats (Examensarbete)", "thesis"),
        ("Artikel i tidskrift", "article-journal"),
        ("статья в сборнике трудов конференции", "paper-conference"),
        ("автореферат диссертации", "thesis"),
        ("Araştırma Makalesi", "article-journal"),
        ("Kitap Bölümü", "chapter"),
        ("原著論文", "article-journal"),
        ("학술저널", "article-journal"),
        ("väitöskirja", "thesis"),
        ("COUV", "chapter"),
        ("info:eu-repo/semantics/doctoralThesis", "thesis"),
    ],
)
def test_words_for_types(word: str, kind: str) -> None:
    """What databases and reviewers call kinds of works is their type, the closer word before another."""
    (citation,) = loads(f'Title,Journal,Publication Type\nT,J,"{word}"\n', "csv")

    assert kind == citation.type


@pytest.mark.parametrize(
    ("kind", "words", "type_"),
    [
        ("B", "Article; Book Chapter", "chapter"),
        ("B", "Book", "book"),
        ("J", "Data set", "dataset"),
        ("J", "Article; Book Chapter", "article-journal"),
    ],
)
def test_kinds_of_documents_beside_those_of_publications(kind: str, words: str, type_: str) -> None:
    """A chapter of what the Web of Science calls a book is a chapter, and a data set no article."""
    (citation,) = loads(f"PT\tAU\tTI\tSO\tDT\n{kind}\tLind, P\tTides\tShelf\t{words}\n", "tsv")

    assert type_ == citation.type


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        ({"Type": "Letter"}, {"type": "article-journal", "publication_types": ("Letter",), "genre": ""}),
        ({"Type": "Meeting-Abstract"}, {"type": "article-journal", "publication_types": ("Meeting-Abstract",)}),
        ({"Type": "Podcast"}, {"type": "broadcast", "publication_types": ("Podcast",)}),
        ({"Category": "Internet", "Journal": "S"}, {"type": "article-journal", "categories": ("Internet",)}),
        ({"Type": "Journal article"}, {"type": "article-journal", "publication_types": (), "genre": ""}),
        ({"Type": "mastersthesis"}, {"type": "thesis", "publication_types": (), "genre": "Master's thesis"}),
        ({"Type": "Thesis", "University": "Shelf"}, {"type": "thesis", "publisher": "Shelf", "annote": ""}),
        ({"Type": "Book", "University": "Shelf"}, {"publisher": "", "annote": "University: Shelf"}),
    ],
)
def test_what_words_for_types_say_beside_the_type(cells: dict[str, str], fields: dict[str, Any]) -> None:
    """A word that says more than the type stays, that for a thesis as the genre; its university is the publisher."""
    (citation,) = loads(";".join(["Title", *cells]) + "\n" + ";".join(["T", *cells.values()]) + "\n", "csv")

    assert fields == {field: getattr(citation, field) for field in fields}


def test_words_for_types_that_are_none() -> None:
    """A word that is no type that CSL has is kept among the publication types."""
    (citation,) = loads("Title;Type\nT;Grey literature\n", "csv")

    assert Citation(title="T", publication_types=("Grey literature",)) == citation
