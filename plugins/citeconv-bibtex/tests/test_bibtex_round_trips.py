"""There and back: what is written is read as it was, or the writer says what is not."""

from __future__ import annotations

import pytest

from citeconv import AbstractSection, Citation, Date, Identifier, Issn, Keyword, Name, Report, Subject, dumps, loads
from citeconv.citation import FIELDS

DIALECTS = ("bibtex", "biblatex")
USUAL = {"type": "article-journal", "title": "A trial", "issued": Date(year=2021)}


def there_and_back(dialect: str, **fields: object) -> tuple[set[str], set[str]]:
    """Return the fields of a citation that come back otherwise, and those that the writer reported."""
    citation = Citation(**{**USUAL, **fields})  # type: ignore[arg-type]
    report = Report()
    text = dumps([citation], dialect, report=report)
    (again,) = loads(text, "bibtex", report=Report())
    changed = {name for name in FIELDS if getattr(again, name) != getattr(citation, name)} - {"key"}
    return changed, {path.partition(".")[0] for path in report.lost()}


def people(*names: Name) -> dict[str, object]:
    """Return the field for authors."""
    return {"author": names}


KEPT = {
    "a number of digits alone": {"number": "107342", "volume": "9"},
    "a number of few digits": {"number": "761"},
    "a number with hyphens": {"number": "jtest-2022-329588"},
    "a number with a year": {"number": "00757-2024"},
    "a number of a journal by its letters": {"number": "IAI.00911-18"},
    "pages of an article with a number": {"page": "4:1-4:10"},
    "pages beside a number": {"page": "1-9", "number": "761"},
    "a range over more than a year": {"issued": Date(year=1998, month=12, day=30, end=Date(year=1999, month=1, day=2))},
    "years without an end": {"type": "book", "issued": Date(year=1993, end=Date())},
    "a page with a number of its own": {"page": "685-1"},
    "a page with a number that ends it": {"page": "11-1"},
    "a number like a page with its word": {"number": "JTEST.2021.0655"},
    "a given name like a suffix": people(Name(family="Al Lind", given="Md"), Name(family="Lind", given="Md")),
    "a given name with a suffix": people(Name(family="Lind", given="Per Jr"), Name(family="Roe", given="Ana")),
    "a suffix": people(Name(family="Al Lind", given="Per", suffix="Jr"), Name(family="Ek", given="A", suffix="3rd")),
    "no pages at all": {"page": "No Pagination-No Pagination"},
    "a state of its own": {"status": "under review", "note": ("A note.",)},
    "an apostrophe": {"title": "Children’s ‘own’ it’s 'quoted' µ²"},
    "blanks that do not break": {"title": "Fig.\u00a01 of\u00a0two", "note": ("Cited:\u00a0\u00a012",)},
    "accents upon accents": people(Name(family="Nguyễn", given="Ǽthel")),
    "sections": {
        "abstract": (
            AbstractSection(label="METHODS", paragraphs=("We looked. Data: none.",)),
            AbstractSection(label="RESULTS", paragraphs=("All. Conclusion: nothing.",)),
        )
    },
    "what a citation has no place for, beside a note and a sign without TeX": {
        "note": ("A note.",), "title": "The 中", "extra": (("bibtex:yyy", "Univ"), ("bibtex:zzz", "Kept")),
    },
    "a container like the publisher": {"type": "article", "genre": "Preprint", "container_title": "bioRxiv",
                                       "publisher": "bioRxiv"},
    "paragraphs of an annotation": {"annote": "Read it.\nRead it again, twice."},
    "lines of an annotation that look like entries": {"annote": "Read:\n@misc(x, y)\n@misc(z, w)\nyear = {2001},"},
    "an annotation that looks wrapped": {"annote": "\n".join(["tides, the moon and the shelf of it"] * 3)},
    "identifiers with blanks": {
        "identifiers": (Identifier(kind="lccn", value="QA76.8.U65 A88"), Identifier(kind="mr", value="MR1 (2k:68001)")),
    },
}  # fmt: skip


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("what", KEPT)
def test_kept(what: str, dialect: str) -> None:
    """It comes back as it was, but for what is reported."""
    changed, told = there_and_back(dialect, **KEPT[what])
    assert changed <= told
    assert dialect == "biblatex" or changed <= {"title", "publisher"}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("page", {"page": "044504"}),
        ("number", {"page": "044504"}),
        ("title", {"title": "A systematic review."}),
        ("title", {"title": "Two  blanks"}),
        ("title", {"title": "Votes of A+\u2009B"}),
        ("title", {"title": "How to write &amp;, <span>x</span> &copy"}),
        ("url", {"url": "https://example.org/?a=1&amp;b=2"}),
        ("isbn", {"isbn": ("2049-3630",)}),
        ("isbn", {"type": "book", "isbn": ("ISBN 978-3-86680-192-9",)}),
        ("pmcid", {"pmcid": "pmc9000002"}),
        ("number", {"number": "PMID 90000001"}),
        ("volume", {"volume": "12(3)"}),
        ("issn", {"issn": (Issn(value="1234-5679"), Issn(value="1234-5679"))}),
        ("keyword", {"keyword": (Keyword(text="Tides"), Keyword(text="Tides"))}),
        ("subjects", {"subjects": (Subject(term="Tides"),), "keyword": (Keyword(text="Waves"),)}),
        ("pmid", {"pmid": "PMID:3"}),
        ("page", {"page": "1\u20139"}),
        ("page", {"page": "***-***"}),
        ("page", {"page": "JTEST-438"}),
        ("edition", {"type": "book", "edition": "2nd edition."}),
        ("language", {"language": ("en", "en")}),
        ("issued", {"issued": Date(year=12020, month=3)}),
        ("note", {"note": ("Retracted", "No. 5")}),
        ("extra", {"extra": (("bibtex:author", "Lind, Per"),)}),
        ("author", people(Name(given="Per"))),
        ("author", people(Name(literal="The <i>E. coli</i> group"))),
        ("language", {"language": ("en-IN",)}),
        ("author", people(Name(family="Lind", given="Jessica B."))),
        ("author", people(Name(family="Lind", given="J.-P."))),
        ("author", people(Name(family="Lind", given="JA"))),
        ("author", people(Name(family="Lind", given="Per"), Name(literal="et al."))),
        ("author", people(Name(family="Lind", given="Per"), Name(family="Others"))),
        ("author", people(Name(family="Auwera", dropping_particle="van der", given="G"))),
        ("abstract", {"abstract": (AbstractSection(paragraphs=("Background: we looked.",)),)}),
        ("abstract", {"abstract": (AbstractSection(label="AIM", paragraphs=("One. RESULTS: two.",)),)}),
        ("abstract", {"abstract": (AbstractSection(label="AIM", paragraphs=("One.", "Methods: two.")),)}),
        (
            "abstract",
            {"abstract": (AbstractSection(label="AIM", paragraphs=("One.",)), AbstractSection(paragraphs=("Two.",)))},
        ),
    ],
)
def test_told(field: str, fields: dict[str, object], dialect: str) -> None:
    """What does not come back as it was is reported, and nothing else changes."""
    changed, told = there_and_back(dialect, **fields)
    assert field in changed
    assert changed <= told


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("field", "value", "place"), [("volume", "52 Suppl 1", "issue"), ("doi", "01.2009/JTEST.5656", "extra")]
)
def test_told_with_its_place(field: str, value: str, place: str, dialect: str) -> None:
    """What comes back in another field is reported once."""
    assert there_and_back(dialect, **{field: value}) == ({field, place}, {field})


def test_signs_that_tex_has_as_letters() -> None:
    """The sign for ohm is written as an omega, and that is told."""
    assert there_and_back("bibtex", title="5 \u2126 at 3 \u212b") == ({"title"}, {"title"})


def test_a_chapter_without_a_date() -> None:
    """It is no ``@inbook``, which without a date means part of a book."""
    assert there_and_back("biblatex", type="chapter", issued=None, container_title="Seas") == (set(), set())


def test_a_book_by_its_editors() -> None:
    """``@collection`` says no more of it than that."""
    assert there_and_back("biblatex", type="book", editor=(Name(family="Lind", given="Per"),)) == (set(), set())


@pytest.mark.parametrize(
    "entry",
    [
        "@manual{k,\n  title = {T},\n  organization = {Tide Board},\n}\n",
        "@manual{k,\n  title = {T},\n  publisher = {Harbour Press},\n  organization = {Tide Board},\n}\n",
        "@booklet{k,\n  title = {T},\n  howpublished = {Handed out},\n}\n",
        "@booklet{k,\n  title = {T},\n  howpublished = {Handed out},\n  publisher = {Harbour Press},\n}\n",
        "@inbook{k,\n  title = {T},\n  chapter = {1.2},\n  type = {Section},\n}\n",
        "@incollection{k,\n  title = {T},\n  booktitle = {Seas},\n  chapter = {3},\n  type = {Part},\n}\n",
    ],
)
def test_fields_stand_where_styles_print_them(entry: str) -> None:
    """Each in the field that BibTeX's own manual has for its entry type."""
    assert entry == dumps(loads(entry), "bibtex")


@pytest.mark.parametrize(
    "fields",
    [
        "  afterword = {Thraede, Karl},\n  title = {T},\n",
        "  editora = {Lind, Per and Roe, Ann},\n  editoratype = {redactor},\n  title = {T},\n",
        "  introduction = {{Tide Board}},\n  title = {T},\n",
        "  title = {T},\n  eprint = {4HIW},\n  eprinttype = {googlebooks},\n",
    ],
)
def test_what_biblatex_alone_knows_stays_in_it(fields: str) -> None:
    """People behind a book, by what they did, and numbers of archives."""
    entry = f"@book{{k,\n{fields}}}\n"
    report = Report()
    assert entry == dumps(loads(entry, report=report), "biblatex", report=report)
    assert not report.tallies


def test_contributors_of_whom_biblatex_does_not_know() -> None:
    """They are reported, role by role, and the others are written."""
    people = (
        Name(family="Lind", role="lighting"),
        Name(family="Roe", given="Ann", role="foreword"),
        Name(family="Poe"),
    )
    changed, told = there_and_back("biblatex", type="book", contributor=people)
    assert changed == {"contributor"} == told


def test_a_thesis_of_no_kind() -> None:
    """BibTeX has no thesis but a doctoral or a master's; it is called a thesis, which is reported."""
    changed, told = there_and_back("bibtex", type="thesis")
    assert changed == {"genre"} <= told
    assert "  type = {Thesis},\n" in dumps([Citation(type="thesis", title="\u6f6e")], "bibtex", report=Report())


def test_a_thesis_of_its_entry_type() -> None:
    """What the entry type says already is not said twice."""
    entry = "@phdthesis{k,\n  title = {T},\n}\n"
    assert entry == dumps(loads(entry), "bibtex")
    assert there_and_back("bibtex", type="thesis", genre="PhD thesis") == (set(), set())


def test_what_holds_a_work_of_no_kind() -> None:
    """The one field for what a ``misc`` is in is read as its publisher, and both are reported."""
    changed, told = there_and_back("bibtex", type="document", container_title="Seas")
    assert changed == {"container_title", "publisher"} <= told


def test_plain_names_are_not_reported() -> None:
    """Initials as PubMed has them come back as they were."""
    assert there_and_back("bibtex", **people(Name(family="Lind", given="J A"), Name(family="Ek", given="Roger B"))) == (
        set(),
        set(),
    )


@pytest.mark.parametrize(
    ("kind", "word"),
    [("dataset", "Dataset"), ("software", "Software"), ("patent", "Patent"), ("periodical", "Periodical")],
)
def test_works_that_are_misc_to_bibtex(kind: str, word: str) -> None:
    """``type`` says what a ``@misc`` is, which no style minds and every reader of ours knows."""
    fields = {"type": kind, "url": "https://example.org/1", "accessed": Date(year=2020, month=1, day=2)}
    assert there_and_back("bibtex", **fields) == (set(), set())
    assert f"  type = {{{word}}},\n" in dumps([Citation(**{**USUAL, **fields})], "bibtex", report=Report())  # type: ignore[arg-type]
    changed, told = there_and_back("bibtex", type=kind, genre="Tide table")
    assert changed == {"type"} <= told


def test_pages_of_a_site_in_bibtex() -> None:
    """The address tells that it is one, unless something holds it; then its type does."""
    page = {"type": "webpage", "url": "https://example.org/1"}
    assert there_and_back("bibtex", **page) == (set(), set())
    assert there_and_back("bibtex", **page, doi="10.5555/1", publisher="Sea Press", container_title="Tides") == (
        set(),
        set(),
    )


def test_when_a_patent_was_filed() -> None:
    """IEEE's fields say when it was applied for; of other works that is reported."""
    date = Date(year=1997, month=2, day=4)
    assert there_and_back("bibtex", type="patent", submitted=date) == (set(), set())
    assert there_and_back("biblatex", type="patent", submitted=date) == (set(), set())
    assert there_and_back("bibtex", submitted=date) == ({"submitted"}, {"submitted"})


def test_a_conference_of_which_a_note_tells() -> None:
    """Where a note says in Scopus's words what BibTeX has no field for, it is read again, and nothing is lost."""
    words = "Conference name: Tide Days; Conference date: 3 June 2019 through 5 June 2019; Conference code: 1"
    date = Date(year=2019, month=6, day=3, end=Date(year=2019, month=6, day=5))
    event = {"type": "paper-conference", "container_title": "Seas", "event_title": "Tide Days", "event_date": date}
    assert there_and_back("bibtex", **event, note=(words,)) == (set(), set())
    assert there_and_back("bibtex", **event)[1] == {"event_title", "event_date"}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "fields",
    [
        {"translator": (Name(family="Wei", given="R"),)},
        {"editor": (Name(family="Roe", given="A", role="compiler"),), "type": "book"},
        {"publication_types": ("Journal Article",), "copyright": "All rights reserved", "license": "CC BY 4.0"},
        {"identifiers": (Identifier(kind="eccc", value="TR20-01"),)},
        {"identifiers": (Identifier(kind="eprint", value="PsyArXiv"),)},
        {"author": (Name(family="Guti\u00e9rrez"), Name(family="Lind"))},
    ],
)
def test_what_a_file_of_its_own_kind_has(dialect: str, fields: dict[str, object]) -> None:
    """What styles do not know, but files have, comes back: roles, translators, rights, numbers of other archives."""
    assert there_and_back(dialect, **fields) == (set(), set())


def test_several_issns() -> None:
    """BibTeX, which does not look, gets all ISSNs of a record that is none of PubMed's; biber would refuse them."""
    both = {"issn": (Issn(value="1539-4794"), Issn(value="0146-9592"))}
    assert there_and_back("bibtex", **both) == (set(), set())
    assert there_and_back("biblatex", **both) == ({"issn"}, {"issn"})


def test_keys_in_other_scripts() -> None:
    """Biber takes the letters of every script in a key; in BibTeX, which is ASCII here, they are left out and told."""
    report = Report()
    (entry,) = loads("@misc{m\u00fcller\u6f6e20, title = {T}}", "bibtex")
    assert "@misc{m\u00fcller\u6f6e20,\n" in dumps([entry], "biblatex")
    assert "@misc{muller20,\n" in dumps([entry], "bibtex", report=report)
    assert "key" in report.lost()


def test_a_type_and_a_subtype() -> None:
    """Where an entry has both, the type is the genre, and the other stays what it is."""
    entry = "@music{k,\n  title = {T},\n  type = {audio},\n  entrysubtype = {song},\n}\n"
    (found,) = loads(entry, "bibtex")
    assert (found.genre, found.extra) == ("audio", (("bibtex:entrysubtype", "song"),))
    assert dumps([found], "biblatex") == entry


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "fields",
    [
        {"identifiers": (Identifier(kind="arxiv", value="2101.00001"),)},
        {"genre": "Patent"},
        {"publisher": "Google Patents"},
        {},
    ],
    ids=["at arXiv", "a genre that is a type", "at Google Patents", "plain"],
)
def test_documents_that_are_read_as_something_else(fields: dict[str, object], dialect: str) -> None:
    """An entry that may be anything is told to be read otherwise where what stands in it says what it is."""
    changed, told = there_and_back(dialect, type="document", **fields)
    assert ("type" in changed) == ("type" in told) == bool(fields)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("field", ["performer", "editor"])
def test_others_among_people_who_have_no_field(field: str, dialect: str) -> None:
    """That a list of people is cut short is lost with them."""
    changed, told = there_and_back(dialect, type="book", et_al=(field,), **{field: (Name(family="Lind"),)})
    assert ("et_al" in changed) == ("et_al" in told) == (field == "performer")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("date", [Date(year=2020, month=3, day=32), Date(year=2020, month=13)])
def test_days_that_are_in_no_calendar(date: Date, dialect: str) -> None:
    """A citation with one is rejected; a month has no more than 31 days."""
    report = Report()
    assert "@" not in dumps([Citation(type="book", title="T", issued=date)], dialect, report=report)
    assert report.total.rejected == 1


@pytest.mark.parametrize(("place", "told"), [("Salt University, Bergen", True), ("New York, NY", False)])
def test_places_of_articles_that_look_like_addresses_of_authors(place: str, told: bool) -> None:
    """One with an institution is read as such, which is reported."""
    article = Citation(type="article-journal", title="T", author=(Name(family="Lind"),), publisher_place=place)
    report = Report()
    (found,) = loads(dumps([article], "bibtex", report=report), "bibtex")
    assert (found.publisher_place != place) == told == ("publisher_place" in report.lost())
