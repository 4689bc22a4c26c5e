"""What is written into an item: valid under the rules of CSL, printed rightly, and nothing lost."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from citeconv import (
    AbstractSection,
    Affiliation,
    Citation,
    Date,
    Identifier,
    Issn,
    Keyword,
    Name,
    Report,
    dumps,
    load,
    loads,
)
from citeconv.testing import SETTINGS, citations
from citeconv_csl_json import to_item
from citeconv_csl_json.items import express


def variables(**fields: Any) -> dict[str, Any]:
    """Return the variables of a journal article with these fields, but for id and type."""
    item = to_item(Citation(**{"type": "article-journal", **fields}))
    return {name: value for name, value in item.items() if name not in ("id", "type")}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(year=2019, month=4, day=26), {"date-parts": [[2019, 4, 26]]}),
        (Date(year=2019, season=4), {"date-parts": [[2019]], "season": 4}),
        (Date(year=1998, month=12, end=Date(year=1999, month=1)), {"date-parts": [[1998, 12], [1999, 1]]}),
        (Date(year=2024, end=Date()), {"date-parts": [[2024]]}),
        (Date(year=2024, month=5, end=Date(year=2024, month=2)), {"date-parts": [[2024, 5]]}),
        (Date(year=1850, circa=True), {"date-parts": [[1850]], "circa": True}),
        (Date(year=1998, literal="1998 Holiday issue"), {"date-parts": [[1998]]}),
        (Date(literal="in press"), {"literal": "in press"}),
        (Date(year=2019, day=3), {"date-parts": [[2019]]}),
        (Date(month=3), None),
        (
            Date(year=2020, season=3, end=Date(year=2020, season=4)),
            {"date-parts": [[2020]], "season": 3},  # the same year twice would be a range that has no end in print
        ),
    ],
)
def test_dates(date: Date, expected: Any) -> None:
    """Dates are integers; a season is a number; ``literal`` stands only where there is no year."""
    assert expected == variables(issued=date).get("issued")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(family="Lind", given="P A"), {"family": "Lind", "given": "P A"}),
        (Name(family="Sukarno"), {"family": "Sukarno"}),
        (Name(family="Lind", given="P", suffix="3rd"), {"family": "Lind", "given": "P", "suffix": "3rd"}),
        (Name(family="van Beek", given="L"), {"family": "van Beek", "given": "L"}),
        (
            Name(family="Gogh", given="V", particle="van", comma_suffix=True),
            {"family": "Gogh", "given": "V", "non-dropping-particle": "van", "comma-suffix": True},
        ),
        (Name(literal="Shelf Group", members=(Name(family="A"),)), {"literal": "Shelf Group"}),
        (Name(family="Lind", given="P", literal="Per Lind"), {"family": "Lind", "given": "P"}),
        (Name(family="Lind", given="P", orcid="0000-0002-1825-0097"), {"family": "Lind", "given": "P"}),
        (Name(orcid="0000-0002-1825-0097"), None),
        (Name(literal="et al."), None),
        (Name(family="Et al", given="Per"), None),
        (Name(family="ET AL"), None),
        (Name(family="Etal"), None),
        (Name(family="Carothers", given="Per"), {"family": "Carothers", "given": "Per"}),
    ],
)
def test_names(name: Name, expected: Any) -> None:
    """A name has the members that the schema allows, and is never both person and group."""
    assert ([expected] if expected else []) == variables(author=(name,)).get("author", [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "p<0.05 & <i>E. coli</i>"}, {"title": "p<0.05 & <i>E. coli</i>"}),
        ({"title": "of <beta> and <i>"}, {"title": "of <\u2060beta> and <\u2060i>"}),
        ({"title": " two\nlines "}, {"title": "two lines"}),
        ({"container_title_short": "J Inv"}, {"container-title": "J Inv", "container-title-short": "J Inv"}),
        (
            {"container_title": "Journal", "container_title_short": "J"},
            {"container-title": "Journal", "container-title-short": "J"},
        ),
        ({"number": "e0251234"}, {"number": "e0251234", "page": "e0251234"}),
        ({"number": "7", "page": "1-9"}, {"number": "7", "page": "1-9"}),
        ({"type": "report", "number": "7"}, {"number": "7"}),
        ({"page": "685-1"}, {"page": "685\u20111"}),
        ({"doi": "10.5555/x", "pmid": "9", "pmcid": "PMC9"}, {"DOI": "10.5555/x", "PMID": "9", "PMCID": "PMC9"}),
        ({"doi": "in press", "pmid": "x9", "pmcid": "9", "url": "www"}, {}),
        ({"issn": (Issn(value="1234-5679"), Issn(value="12345687"))}, {"ISSN": "1234-5679"}),
        ({"issn": (Issn(value="1234-5679", kind="print"), Issn(value="1234-5679"))}, {"ISSN": "1234-5679"}),
        ({"language": ("de", "en")}, {"language": "de"}),
        ({"keyword": (Keyword(text="a"), Keyword(text="b, c"))}, {"keyword": "a, b, c"}),
        (
            {
                "abstract": (
                    AbstractSection(label="AIM", paragraphs=("One.", "Two.")),
                    AbstractSection(paragraphs=("Three.",)),
                )
            },
            {"abstract": "AIM: One.\nTwo.\n\nThree."},
        ),
        ({"note": ("one", "two")}, {"note": "one\ntwo"}),
        ({"extra": (("ris:U5", "x"),)}, {}),
        ({"grants": (), "et_al": ("author",)}, {}),
    ],
)
def test_variables(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    """A field is written as CSL wants it, or not at all."""
    assert expected == variables(**fields)


def test_to_item_is_for_processors() -> None:
    """It is of plain dictionaries, lists, strings and integers, without ``custom``, and may be changed."""
    citation = Citation(
        key="k", type="book", author=(Name(family="A", given="B", email="x@example.org"),), issued=Date(year=2019)
    )

    item = to_item(citation)
    item["author"].append({"family": "C"})
    item["issued"]["date-parts"][0].append(5)

    expected = {
        "id": "k",
        "type": "book",
        "author": [{"family": "A", "given": "B"}],
        "issued": {"date-parts": [[2019]]},
    }
    assert expected == to_item(citation)
    assert expected == json.loads(json.dumps(to_item(citation)))


@pytest.mark.parametrize("url", ["", "https://arxiv.org/abs/2101.00001", "https://example.org/"])
@pytest.mark.parametrize("doi", ["", "10.1000/1"])
def test_address_of_a_preprint(url: str, doi: str) -> None:
    """A number at arXiv alone gives an address, for styles; reading knows it from one of the source."""
    number = Identifier(kind="arxiv", value="2101.00001")
    citation = Citation(type="article", title="T", identifiers=(number,), url=url, doi=doi)
    assert to_item(citation).get("URL", "") == url or ("" if doi else "https://arxiv.org/abs/2101.00001")
    assert loads(dumps([citation], "csl-json"), "csl-json") == [citation]
    report = Report()
    (plain,) = loads(dumps([citation], "csl-json", report=report, csl_json_plain=True), "csl-json")
    assert ("url" in report.lost()) == (plain.url != url)


def test_only_what_the_variables_do_not_say_stands_in_custom() -> None:
    """A citation that CSL can express has no ``custom``; another has just the fields that it cannot."""
    plain = Citation(type="book", title="T", author=(Name(family="A", given="B"),), issued=Date(year=2019, month=1))
    rich = Citation(type="book", title="T", author=(Name(family="A", affiliations=(Affiliation(text="Oslo"),)),))

    assert "custom" not in dumps([plain], "csl-json")
    assert {"author"} == set(express(rich)[1])


def test_a_variable_that_was_changed_wins() -> None:
    """``custom.citeconv`` counts only while it agrees with the variable beside it; a note says so."""
    citation = Citation(
        key="k",
        type="book",
        title="T",
        author=(Name(family="Lind", given="P", orcid="0000-0002-1825-0097"),),
        issn=(Issn(value="1234-5679", kind="print"),),
    )
    report = Report()
    changed = dumps([citation], "csl-json").replace('"given":"P"}]', '"given":"Per"}]', 1)

    (again,) = loads(changed, "csl-json", report=report)

    assert (Name(family="Lind", given="Per"),) == again.author
    assert citation.issn == again.issn
    assert ["csl-json:custom.citeconv.author"] == [tag for tag, _ in again.extra]
    assert "author does not agree with author" in str(report.summary() if hasattr(report, "summary") else report)


@pytest.mark.parametrize("kind", ["article-journal", "book", "document"])
def test_a_page_like_the_number_stays(kind: Any) -> None:
    """Both come back, whatever the type, though a page that only repeats a number is dropped in files of others."""
    citation = Citation(type=kind, page="9", number="9")
    (again,) = loads(dumps([citation], "csl-json"), "csl-json")
    assert ("9", "9") == (again.page, again.number)


def test_custom_of_another_version_is_kept() -> None:
    """What cannot be understood in ``custom.citeconv`` stands in ``extra``, and the variables count."""
    (citation,) = loads('[{"type":"book","title":"T","custom":{"citeconv":{"citeconv":9,"x":1}}}]', "csl-json")

    assert ("T", (("csl-json:custom.citeconv", '{"citeconv":9,"x":1}'),)) == (citation.title, citation.extra)


def test_what_other_programs_wrote_goes_back_to_its_place() -> None:
    """Their ``custom``, protected capitals and a second id come out as they went in."""
    item = {
        "id": "http://zotero.org/items/X",
        "type": "book",
        "title": 'The <span class="nocase">nCase</span>',
        "custom": {"uuid": "x", "n": 5},
        "citation-key": "lind",
    }

    text = dumps(loads(json.dumps([item]), "csl-json"), "csl-json")

    assert [item] == json.loads(text)


def test_ids() -> None:
    """No two items of an output have the same id; the key, the PMID and the DOI make it, in this order."""
    given_ = [
        Citation(key="k", pmid="9"),
        Citation(key="k"),
        Citation(pmid="9"),
        Citation(doi="10.5555/x"),
        Citation(),
        Citation(),
        Citation(key="k-2"),
    ]

    ids = [item["id"] for item in json.loads(dumps(given_, "csl-json"))]

    assert ["k", "k-2", "pmid9", "10.5555/x", "item", "item-2", "k-2-2"] == ids
    assert ["k", "k", "", "", "", "", "k-2"] == [
        citation.key for citation in loads(dumps(given_, "csl-json"), "csl-json")
    ]


def test_plain() -> None:
    """Without ``custom`` the output is what CSL has, and what is left out is reported."""
    citation = Citation(type="book", title="T", identifiers=(Identifier(kind="mr", value="1234567"),))
    report = Report()

    text = dumps([citation], "csl-json", report=report, csl_json_plain=True)

    assert [{"id": "item", "type": "book", "title": "T"}] == json.loads(text)
    assert ["identifiers"] == list(report.lost())


@pytest.mark.parametrize(("kind", "page"), [("article-journal", "e0251234"), ("article", None), ("report", None)])
def test_article_number_as_page(kind: Any, page: str | None) -> None:
    """The number of a journal article stands in ``page``, too; that of a preprint would be printed twice."""
    item = to_item(Citation(type=kind, number="e0251234"))

    assert "e0251234" == item["number"]
    assert page == item.get("page")


def test_repeated_records_get_no_keys() -> None:
    """The id that the writer makes for the second record of a PMID is no key when it is read back."""
    citations = [Citation(pmid="12345678"), Citation(pmid="12345678")]

    assert citations == loads(dumps(citations, "csl-json"), "csl-json")


SPECIALS = {
    "signs": "a < b & c ]]> d \\ \" ' / {x}",
    "control": "a\x00b\x07c\x1bd\x7fe\x85f",
    "separators": "a\u2028b\u2029c\ufeffd\u00a0e",
    "right to left": "\u202bعنوان\u202c שלום",
    "combining": "e\u0301 o\u0328\u0304",
    "entities": "&lt;i&gt; &amp;amp; &#60;",
    "markup": "<i>a</i> <b>b <sup>2</sup></b> <sc>c</sc> <i>open </b>",
    "foreign markup": "<span class='x'>a</span> <beta> <p>b</p>",
    "astral": "\U0001f600\U0010ffff\ufffd",
    "formula": "=cmd|' /C calc'!A0",
    "question": "Is it?",
}


@pytest.mark.parametrize("text", SPECIALS.values(), ids=SPECIALS)
def test_specials(text: str) -> None:
    """Every character that JSON can hold comes back in every kind of field."""
    citation = Citation(
        type="article-journal",
        title=text,
        author=(Name(family=text, given=text), Name(literal=text)),
        container_title_short=text,
        abstract=(AbstractSection(label=text, paragraphs=(text, text)),),
        keyword=(Keyword(text=text),),
        note=(text, text),
        doi=f"10.5555/{text}",
        page=text,
        number=text,
        issued=Date(literal=text),
        language=(text,),
        isbn=(text,),
        issn=(Issn(value=text),),
        categories=(text,),
        extra=(("ris:U5", text),),
        key="k",
    )

    assert [citation] == loads(dumps([citation], "csl-json"), "csl-json")


def test_monsters() -> None:
    """Three thousand authors and an abstract of a megabyte come back."""
    citation = Citation(
        key="k",
        author=tuple(Name(family=f"Author{number}", given="A", email="x@example.org") for number in range(3_000)),
        abstract=(AbstractSection(paragraphs=("word < & <i>x</i> " * 60_000 + "end",)),),
    )

    assert [citation] == loads(dumps([citation], "csl-json"), "csl-json")


@given(citation=citations(wild=True))
@settings(SETTINGS, max_examples=150)
def test_nothing_is_lost(citation: Citation) -> None:
    """Whatever a citation holds, line ends and control characters too, comes back as it was."""
    (again,) = loads(dumps([citation], "csl-json"), "csl-json")

    if not citation.key:
        again = loads(dumps([again], "json").replace(f'"key":{json.dumps(again.key)},', ""), "json")[0]
    assert citation == again


@pytest.mark.parametrize(
    "citation",
    [
        Citation(key="p < 0.05 &amp; <foo>"),
        Citation(key="a\u00a0b\u2028c\x00"),
        Citation(key="10.5555/tides", doi="10.5555/tides"),
        Citation(key="item"),
        Citation(key="pmid34-2", pmid="34"),
        Citation(doi="10.1000/a &lt; b"),
        Citation(doi=" two\nlines "),
        Citation(pmid="<i>1</i>"),
        Citation(issued=Date(literal="-")),
        Citation(accessed=Date(literal="2019/2020")),
    ],
)
def test_odd_keys_and_dates_come_back(citation: Citation) -> None:
    """What would be read as something else stands in ``custom``, too."""
    (again,) = load(io.BytesIO(dumps([citation], "csl-json").encode()), "csl-json")
    assert again == citation


def test_an_id_is_not_used_up_by_what_cannot_be_encoded() -> None:
    """Halves of surrogate pairs are replaced, and the id is the one wanted."""
    (item,) = json.loads(dumps([Citation(key="k", title="a\ud800")], "csl-json"))
    assert (item["id"], item["title"]) == ("k", "a\ufffd")


@pytest.mark.parametrize("value", ["a\u2028b", "a\x85b\x00", "a\tb  c", " a "])
@pytest.mark.parametrize("field", ["doi", "pmid"])
def test_id_made_of_an_odd_identifier_is_no_key(field: str, value: str) -> None:
    """An id is made of an identifier in whatever form; read back, it is known as made, and not taken for a key."""
    (again,) = loads(dumps([Citation(title="T", **{field: value})], "csl-json"), "csl-json")
    assert again.key == ""
    assert getattr(again, field) == value


@pytest.mark.parametrize("note", ["Publisher: Shelf Press", "DOI: 10.5555/x", "Seas; {:issue: 2}", "Type: book"])
def test_a_note_that_looks_like_a_variable_stays(note: str) -> None:
    """It comes back as the note it was, though a note in files of others may hold variables."""
    citation = Citation(type="article-journal", title="T", note=(note,))
    (again,) = loads(dumps([citation], "csl-json"), "csl-json")
    assert citation == replace(again, key="")


POSTED = Citation(
    type="article", genre="Preprint", title="T", container_title="tideRxiv : salt and shelves", publisher="tideRxiv",
    container_title_short="tideRxiv", number="2024.01.02", doi="10.5555/2024.01.02",
)  # fmt: skip


@pytest.mark.parametrize("titles", [{}, {"container_title": ""}, {"container_title_short": ""}])
def test_a_server_of_preprints_is_named_once(titles: dict[str, str]) -> None:
    """It is the publisher, as Zotero has it, and no container; a number that the DOI tells is none. All come back."""
    citation = replace(POSTED, **titles)
    text = dumps([citation], "csl-json")
    (item,) = json.loads(text)
    assert item["publisher"] == "tideRxiv"
    assert item.keys().isdisjoint(("container-title", "container-title-short", "number", "page"))
    assert loads(text, "csl-json") == [citation]


def test_a_preprint_whose_publisher_was_changed() -> None:
    """The variable counts, and what agreed with the former one is kept and told of."""
    (item,) = json.loads(dumps([POSTED], "csl-json"))
    report = Report()
    (again,) = loads(json.dumps([item | {"publisher": "saltRxiv"}]), "csl-json", report=report)
    assert ("saltRxiv", "") == (again.publisher, again.container_title)
    assert "csl-json:custom.citeconv.container_title" in dict(again.extra)


def test_a_preprint_in_another_publisher_keeps_both() -> None:
    """Where the publisher is another, the server is what holds the work."""
    item = to_item(replace(POSTED, publisher="Tide Press", number="7"))
    assert (item["container-title"], item["publisher"], item["number"]) == (POSTED.container_title, "Tide Press", "7")


def test_the_internet_is_no_medium_for_styles() -> None:
    """They would print the word behind the title; it comes back all the same."""
    citation = Citation(type="book", title="T", medium="Internet")
    text = dumps([citation], "csl-json")
    assert "medium" not in json.loads(text)[0]
    assert loads(text, "csl-json") == [citation]
    assert to_item(replace(citation, medium="CD-ROM"))["medium"] == "CD-ROM"


def test_a_journal_as_people_cite_it() -> None:
    """What NLM's catalogue adds to a title is in no reference, and comes back; other titles are left alone."""
    citation = Citation(
        type="article-journal", title="T", container_title="Tides (North Bay, Canada)", container_title_short="Tides",
        pmid="99000001",
    )  # fmt: skip
    text = dumps([citation], "csl-json")
    assert "Tides" == json.loads(text)[0]["container-title"]
    assert loads(text, "csl-json") == [citation]
    assert "Tides (North Bay, Canada)" == to_item(replace(citation, pmid=""))["container-title"]


def test_supplement_of_an_issue() -> None:
    """It stands behind the issue, too, for styles ask for it by a name that the schema does not allow."""
    for citation, issue in (
        (Citation(type="article-journal", key="k", issue="2", supplement="3"), "2 Suppl 3"),
        (Citation(type="article-journal", key="k", part="1", supplement="Suppl A"), "Pt 1 Suppl A"),
        (Citation(type="article-journal", key="k", issue="2 Suppl 3", supplement="3"), "2 Suppl 3"),
    ):
        report = Report()
        text = dumps([citation], "csl-json", report=report)
        (item,) = json.loads(text)
        assert (item["issue"], item["supplement"]) == (issue, citation.supplement)
        assert loads(text, "csl-json") == [citation]
        assert not report.lost()
        assert to_item(citation).get("issue", "") == citation.issue
    plain = dumps([replace(citation, issue="4")], "csl-json", report=(report := Report()), csl_json_plain=True)
    assert json.loads(plain)[0]["issue"] == "4 Suppl 3"
    assert list(report.lost()) == ["issue"]
