"""What arXiv, other archives, portals of universities, and those who took it from there have in BibTeX."""

from __future__ import annotations

import io

import pytest

import citeconv
from citeconv import Citation, Identifier, Keyword, Name, Report, dumps, load


def read(text: str) -> Citation:
    """Return the one citation in a text."""
    (found,) = load(io.BytesIO(text.encode()), "bibtex", report=Report())
    return found


def written(citation: Citation, format: str = "bibtex") -> tuple[str, set[str]]:
    """Return the entry of a citation, and the fields that were told not to be in it as they are."""
    report = Report()
    return dumps([citation], format, report=report), set(report.lost())


@pytest.mark.parametrize(
    "fields",
    [
        "journal = {arXiv preprint arXiv:2301.00001}",
        "journal = {CoRR}, volume = {abs/2301.00001}",
        "journal = {ArXiv}, volume = {abs/2301.00001}",
        "note = {arXiv:2301.00001 [cs]}",
        "note = {arXiv: 2301.00001}",
        "arxiv = {https://arxiv.org/abs/2301.00001}",
        "arxiv = {2301.00001}",
    ],
)
def test_numbers_at_arxiv(fields: str) -> None:
    """The number is one wherever Google Scholar, DBLP, Semantic Scholar, Zotero and people put it."""
    found = read(f"@article{{k, title = {{Tides}}, {fields}}}")

    assert (Identifier(kind="arxiv", value="2301.00001"),) == found.identifiers
    assert not found.note


def test_preprints_of_zotero() -> None:
    """A preprint at arXiv is known by the note that Zotero has for its number, and the class in it."""
    found = read("@misc{k, title = {Tides}, publisher = {arXiv}, note = {arXiv:2301.00001 [cs]}}")

    assert ("article", ("cs",)) == (found.type, found.categories)


@pytest.mark.parametrize(
    ("eprint", "found"),
    [
        ("https://example.org/x.full.pdf", ("https://example.org/x.full.pdf",)),
        ("https://doi.org/10.5555/x", ()),
        ("https://example.org/x", ()),
    ],
)
def test_addresses_of_the_full_text(eprint: str, found: tuple[str, ...]) -> None:
    """HighWire's ``eprint`` is the address of the text, or repeats what is there."""
    fields = "title = {Tides}, doi = {10.5555/x}, url = {https://example.org/x}"
    (citation,) = citeconv.loads(f"@article{{k, {fields}, eprint = {{{eprint}}}}}", "bibtex", report=Report())

    assert tuple(Identifier(kind="pdf-url", value=address) for address in found) == citation.identifiers
    assert () == citation.extra


def test_bibsonomy_and_hal() -> None:
    """BibSonomy parts keywords by blanks; what both add has a place."""
    fields = "keywords = {sea tide}, interhash = {ab}, pdf = {https://example.org/t.pdf}, hal_version = {v1}"
    (citation,) = citeconv.loads(f"@misc{{k, title = {{T}}, {fields}}}", "bibtex", report=Report())

    assert (Keyword(text="sea"), Keyword(text="tide")) == citation.keyword
    assert {"bibsonomy-interhash": "ab", "pdf": "https://example.org/t.pdf"} == {
        each.kind: each.value for each in citation.identifiers
    }
    assert ("HAL Version: v1", ()) == (citation.annote, citation.extra)


@pytest.mark.parametrize("kind", ["misc", "online"])
@pytest.mark.parametrize("prefix", ["archivePrefix = {arXiv}", "eprinttype = {arxiv}, url = {https://example.org}"])
def test_preprints_of_arxiv(kind: str, prefix: str) -> None:
    """What arXiv itself exports as ``@misc`` is a preprint, and comes back as one."""
    found = read(f"@{kind}{{k, title = {{Tides}}, eprint = {{2001.00001}}, {prefix}}}\n")

    assert "article" == found.type
    text, lost = written(found)
    assert ("article", set()) == (read(text).type, lost)


def test_numbers_of_arxiv_beside_another_type() -> None:
    """A work at arXiv that is none but is written as ``@misc`` is told to be read as a preprint."""
    _, lost = written(Citation(type="map", title="Tides", identifiers=(Identifier(kind="arxiv", value="2001.00001"),)))

    assert "type" in lost


def test_thesis_of_pure() -> None:
    """Pure has the department for the school of a thesis, and the university for its publisher."""
    found = read("@phdthesis{a, title = {Tides}, school = {Salt Sciences}, publisher = {Universiteit Shelf}}")
    assert (found.publisher, found.division, found.extra) == ("Universiteit Shelf", "Salt Sciences", ())
    other = read("@phdthesis{a, title = {Tides}, school = {University of Salt}, publisher = {University of Shelf}}")
    assert (other.publisher, other.extra) == ("University of Salt", (("bibtex:publisher", "University of Shelf"),))
    unknown = read("@article{a, title = {Tides}, language = {Undefined/Unknown}}")
    assert unknown.language == ("und",)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("pages = {Paper No. 28, 25}", ("", "28", "25")),
        ("pages = {Art. ID 984390, 8 pp.}", ("", "984390", "8")),
        ("pages = {Paper No. 110451}", ("", "110451", "")),
        ("pages = {Art. 9, 4}", ("", "9", "4")),
        ("pages = {no. 32, 12}", ("", "32", "12")),
        ("pages = {no. 32}", ("no. 32", "", "")),
        ("pages = {25}, note = {Id/No 28}", ("", "28", "25")),
        ("pages = {25--30}, note = {Id/No 28}", ("25-30", "28", "")),
        ("pages = {25}, pagetotal = {12}, note = {Id/No 28}", ("25", "28", "12")),
    ],
)
def test_numbers_of_articles_in_mathscinet_and_zbmath(fields: str, found: tuple[str, str, str]) -> None:
    """The number of an article stands with the count of its pages, which is no page, or in a note beside it."""
    citation = read(f"@article{{a, title = {{T}}, journal = {{J}}, {fields}}}")
    assert found == (citation.page, citation.number, citation.number_of_pages)
    assert ((), ()) == (citation.note, citation.extra)


def test_a_note_like_that_of_zbmath_is_told() -> None:
    """What will be read as the number of an article is reported."""
    citation = Citation(type="article-journal", title="T", container_title="J", page="25", note=("Id/No 28",))
    assert {"note", "number", "number_of_pages", "page"} <= written(citation)[1]


@pytest.mark.parametrize(
    ("authors", "author", "editor"),
    [
        ("Lind, Per (ed.)", [], ["Lind"]),
        ("Per Lind and Ana Roe (Hrsg.)", ["Lind"], ["Roe"]),
        ("Per Lind and Ana Roe (Eds.)", [], ["Lind", "Roe"]),
        ("Lind, Per and Roe, Ana, editor", ["Lind"], ["Roe"]),
        ("Lind, Edward (Ed)", ["Lind"], []),
    ],
)
def test_roles_behind_names(authors: str, author: list[str], editor: list[str]) -> None:
    """Zenodo has them there, as libraries and authors do; editors of their own field stand before those."""
    found = read(f"@book{{a, title={{Tides}}, author={{{authors}}}}}")
    assert ([one.family for one in found.author], [one.family for one in found.editor]) == (author, editor)
    other = "editor={Mo, X and others}"
    for fields in (f"author={{{authors}}}, {other}", f"{other}, author={{{authors}}}"):
        found = read(f"@book{{a, title={{Tides}}, {fields}}}")
        assert ([one.family for one in found.editor], found.et_al) == (["Mo", *editor], ("editor",))


def test_years_of_a_life_behind_a_name() -> None:
    """Libraries' years and fuller forms are no given names; the whole wording is kept."""
    found = read("@book{a, title={Tides}, author={Lind, P. A. (Per Anders), 1950- and Roe, Ana, 1960-}}")
    assert found.author == (Name(family="Lind", given="P A"), Name(family="Roe", given="Ana"))
    assert found.extra == (
        ("bibtex:author", "Lind, P. A. (Per Anders), 1950-"), ("bibtex:author", "Roe, Ana, 1960-")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("authors", "families"),
    [
        ("P, LIND and R, DE W and ROE", ["LIND", "DE W", "ROE"]),
        ("P, LIND and S, {\\O}ST", ["LIND", "ØST"]),
        ("E, Weinan", ["E"]),
        ("P, LIND and R, K. K.", ["P", "R"]),
        ("E, Weinan and Lind, P.", ["E", "Lind"]),
    ],
)
def test_initials_where_the_family_name_belongs(authors: str, families: list[str]) -> None:
    """So Rayyan has the names of some; one letter in front of each comma tells, but not of one name alone."""
    found = read(f"@article{{a, title={{Tides}}, author={{{authors}}}}}")
    assert [one.family or one.literal for one in found.author] == families
