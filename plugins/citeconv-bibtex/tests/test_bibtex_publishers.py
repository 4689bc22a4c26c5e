"""What publishers, archives and other programs have in their own BibTeX, and how it is written again."""

from __future__ import annotations

import io

import pytest

from citeconv import Citation, Identifier, Name, dumps, load
from citeconv.report import Report


def read(text: str) -> Citation:
    """Return the one citation in a text."""
    (found,) = load(io.BytesIO(text.encode()), "bibtex", report=Report())
    return found


def written(citation: Citation, format: str = "bibtex") -> tuple[str, set[str]]:
    """Return the entry of a citation, and the fields that were told not to be in it as they are."""
    report = Report()
    return dumps([citation], format, report=report), set(report.lost())


def test_values_that_say_nothing() -> None:
    """What stands for a value that is not known is none, and is kept under its own name."""
    found = read(
        "@article{k, author = {N/A}, title = {Tides}, volume = {n/a}, number = {None}, pages = {n/a--n/a},"
        " month = {-}, url = {-}, keywords = {N/A}, year = 2020}"
    )

    assert ("Tides", (), "", "", "", "") == (
        found.title, found.author, found.volume, found.issue, found.page, found.url
    )  # fmt: skip
    assert ("bibtex:volume", "n/a") in found.extra
    assert (found.issued and found.issued.year, len(found.extra)) == (2020, 7)
    assert found == read(written(found)[0])


def test_people_and_works_with_such_names() -> None:
    """A person may be called None, and a work N/A."""
    found = read("@article{k, author = {None}, editor = {Null}, title = {N/A}}")

    assert ("None", "Null", "N/A") == (found.author[0].family, found.editor[0].family, found.title)


@pytest.mark.parametrize("fields", ["volume = 0, number = 0", "volume = {0}, number = {ja}", "volume = {0}"])
def test_articles_that_are_in_no_issue_yet(fields: str) -> None:
    """Volume and issue that publishers put there until there are some are kept under their own names."""
    found = read(f"@article{{k, title = {{Tides}}, journal = {{Shores}}, {fields}}}")

    assert ("", "", "bibtex:volume") == (found.volume, found.issue, found.extra[0][0])


def test_volumes_that_are_zero() -> None:
    """A volume 0 with an issue of its own is one; as none is what is read of others, and that is told."""
    found = read("@article{k, title = {Tides}, journal = {Shores}, volume = {0}, number = {3}}")

    assert ("0", "3") == (found.volume, found.issue)
    assert "volume" in written(Citation(type="article-journal", title="Tides", volume="0"))[1]
    assert "volume" in written(Citation(type="article-journal", title="Tides", volume="n/a"))[1]


def test_numbers_of_pubmed_in_notes() -> None:
    """The note that ACS and SAGE have for it is the PMID, unless there is another."""
    found = read("@article{k, title = {Tides}, note = {PMID: 90000001}}")

    assert ("90000001", ()) == (found.pmid, found.note)
    assert ("PMID: 2",) == read("@article{k, title = {Tides}, pmid = {1}, note = {PMID: 2}}").note
    assert "note" in written(Citation(title="Tides", note=("PMID: 90000001",)))[1]


@pytest.mark.parametrize(
    "fields",
    [
        "journal = {arXiv preprint arXiv:2301.00001}",
        "journal = {CoRR}, volume = {abs/2301.00001}",
        "note = {arXiv:2301.00001 [cs]}",
        "note = {arXiv: 2301.00001}",
        "arxiv = {https://arxiv.org/abs/2301.00001}",
        "arxiv = {2301.00001}",
    ],
)
def test_numbers_at_arxiv(fields: str) -> None:
    """The number is one wherever Google Scholar, DBLP, Zotero and people put it."""
    found = read(f"@article{{k, title = {{Tides}}, {fields}}}")

    assert (Identifier(kind="arxiv", value="2301.00001"),) == found.identifiers
    assert not found.note


def test_preprints_of_zotero() -> None:
    """A preprint at arXiv is known by the note that Zotero has for its number, and the class in it."""
    found = read("@misc{k, title = {Tides}, publisher = {arXiv}, note = {arXiv:2301.00001 [cs]}}")

    assert ("article", ("cs",)) == (found.type, found.categories)


def test_whose_work_is_reviewed() -> None:
    """JSTOR tells the author of what is reviewed; that makes a review of the article."""
    found = read("@article{k, author = {Ann Roe}, title = {Tides}, journal = {Shores}, reviewed-author = {Per Lind}}")

    assert ("review-book", (Name(family="Lind", given="Per"),)) == (found.type, found.reviewed_author)
    text, lost = written(found)
    assert (found, set()) == (read(text), lost)
    _, lost = written(Citation(type="article-journal", title="Tides", reviewed_author=(Name(family="Lind"),)))
    assert {"type"} == lost


@pytest.mark.parametrize(
    ("kind", "pages", "extent"),
    [
        ("book", "340 p.", "340"),
        ("book", "XX, 327 Seiten", "XX, 327"),
        ("book", "viii, 236", "viii, 236"),
        ("book", "xii+340 pp. (1 plate)", "xii+340 pp. (1 plate)"),
        ("phdthesis", "145~p.", "145"),
        ("article", "12 pages", "12"),
        ("article", "viii, 236", ""),
        ("article", "123p", ""),
        ("book", "340", ""),
        ("book", "p. 34", ""),
    ],
)
def test_how_many_pages_there_are(kind: str, pages: str, extent: str) -> None:
    """With a word for pages behind it, or two numbers of a book, it is how many a work has, and not which."""
    found = read(f"@{kind}{{k, title = {{Tides}}, pages = {{{pages}}}}}")

    assert extent == found.number_of_pages
    assert bool(found.page) is not bool(extent)


def test_pages_that_would_be_read_as_a_number_of_them() -> None:
    """What another format has for pages and BibTeX would not is told."""
    assert "page" in written(Citation(type="book", title="Tides", page="340 p."))[1]
    assert "page" in written(Citation(type="book", title="Tides", page="xii+340"))[1]


def test_further_addresses() -> None:
    """Addresses beside the first have fields, too."""
    found = read("@misc{k, title = {Tides}, url = {https://example.org/1}, url2 = {https://example.org/2}}")

    assert (Identifier(kind="url", value="https://example.org/2"),) == found.identifiers
    text, lost = written(found)
    assert (found, set()) == (read(text), lost)


def test_authors_of_books_of_the_web_of_science() -> None:
    """People and groups who made the book are its authors, and stand in BibTeX, too."""
    found = read("@inproceedings{k, title = {Tides}, Book-Group-Author = {{IEEE}}}")

    assert (Name(literal="IEEE"),) == found.container_author
    text, lost = written(found)
    assert (found, set()) == (read(text), lost)


def test_names_of_fields_in_other_spellings() -> None:
    """Editors in the plural, an organisation, and a year where the month should be are what they are."""
    found = read("@misc{k, title = {Tides}, editors = {Lind, Per}, organisation = {Shelf}, month = {2019}}")

    assert ("Lind", "Shelf", 2019) == (found.editor[0].family, found.publisher, found.issued and found.issued.year)


def test_names_of_types_of_endnote() -> None:
    """What EndNote calls a book is no genre of it; what it writes as ``@misc`` is what it is called."""
    found = read("@book{k, title = {Tides}, type = {Edited Book}}")

    assert ("", (("bibtex:type", "Edited Book"),)) == (found.genre, found.extra)
    text, lost = written(found)
    assert (found, set()) == (read(text), lost)
    assert "report" == read("@misc{k, title = {Tides}, type = {Government Document}}").type


def test_patents_of_google_scholar() -> None:
    """Google has its patents as ``@misc`` of a publisher of that name."""
    found = read("@misc{k, title = {Shelf}, publisher = {Google Patents}, note = {US Patent 1,234,567}}")

    assert "patent" == found.type
    text, lost = written(found)
    assert (found, set()) == (read(text), lost)
    assert "type" in written(Citation(type="document", title="Shelf", publisher="Google Patents"))[1]


def test_addresses_of_authors_of_articles() -> None:
    """In an article of EndNote's or BibDesk's ``address`` is that of an author; a place stays one."""
    found = read("@article{k, author = {Lind, Per}, title = {T}, address = {Department of Tides, Univ Shore, Bergen}}")

    assert "" == found.publisher_place
    assert "Department of Tides, Univ Shore, Bergen" == found.author[0].affiliations[0].text
    assert "New York, NY, USA" == read("@article{k, title = {T}, address = {New York, NY, USA}}").publisher_place


def test_a_visit_in_the_addendum() -> None:
    """The day on which an address was visited is one in parentheses, too, and in ``addendum``."""
    found = read(r"@misc{k, title = {T}, howpublished = {\url{https://x.org}}, addendum = {(accessed: 01.09.2016)}}")

    assert ((2016, 9, 1), ()) == (
        found.accessed and (found.accessed.year, found.accessed.month, found.accessed.day),
        found.note,
    )


def test_statuses_of_bibdesk() -> None:
    """MEDLINE's status is one; others than *ahead of print* say nothing to a reader."""
    assert "ahead of print" == read("@article{k, title = {T}, pst = {aheadofprint}}").status
    assert (("bibtex:pst", "ppublish"),) == read("@article{k, title = {T}, pst = {ppublish}}").extra


def test_keywords_between_commas_without_blanks() -> None:
    """Better BibTeX parts keywords with bare commas, and has semicolons for those within one."""
    found = read("@article{k, title = {T}, keywords = {Models; Biological,Tides,Tides: history,Shelves}}")

    assert ["Models; Biological", "Tides", "Tides: history", "Shelves"] == [each.text for each in found.keyword]
    assert ["a,b", "c"] == [each.text for each in read("@article{k, title = {T}, keywords = {a,b; c}}").keyword]
    text, lost = written(found)
    assert (found, set()) == (read(text), lost)


@pytest.mark.parametrize(
    ("entry_type", "kind", "genre", "again"),
    [
        ("masterthesis", "thesis", "Master's thesis", "@mastersthesis{"),
        ("BachelorThesis", "thesis", "Bachelor's thesis", "@phdthesis{"),
        ("dissertation", "thesis", "", "@dissertation{"),
        ("inproceeding", "paper-conference", "", "@inproceeding{"),
        ("website", "webpage", "", "@website{"),
        ("judicial", "legal_case", "", "@judicial{"),
    ],
)
def test_entry_types_that_people_make_up(entry_type: str, kind: str, genre: str, again: str) -> None:
    """They are what their names say, and stay what they are called but for theses."""
    found = read(f"@{entry_type}{{k, title = {{Tides}}, school = {{Univ Shore}}, year = 2020}}")

    assert (kind, genre) == (found.type, found.genre)
    text, lost = written(found)
    assert (found, set()) == (read(text), lost)
    assert text.startswith(again)
