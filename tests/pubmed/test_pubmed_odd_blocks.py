"""Blocks of PubMed's texts that say nothing, twice the same, or something odd: nothing of them is lost."""

from __future__ import annotations

import pytest

from citeconv import Affiliation, Citation, Limits, Report, loads
from growth import grows_linearly

SOURCE = "1. Tides. 2020 Jan;1(2):3-4.\n\n"
PMID = "PMID: 90000001\n"


def read(text: str, format: str = "pubmed") -> list[Citation]:
    """Return what is read of a text."""
    return loads(text, format, report=Report())


def places(marks: str, information: str) -> list[tuple[Affiliation, ...]]:
    """Return the affiliations of two authors with marks."""
    first, second = marks.split()
    authors = f"Lind P{first}, Wei R{second}.\n\nAuthor information:\n{information}\n\n"
    [found] = read(f"{SOURCE}Salt.\n\n{authors}{PMID}")
    return [name.affiliations for name in found.author]


def test_words_before_the_source_line() -> None:
    """Capitals in a line of their own are no source line; those of no status are kept."""
    [found] = read(f"1. A WORD BEFORE\n\n{SOURCE[3:]}Salt.\n\n{PMID}")
    assert (found.title, found.container_title_short) == ("Salt", "Tides")
    assert found.extra == (("pubmed:head", "A WORD BEFORE"),)


def test_a_record_of_nothing_but_identifiers() -> None:
    """It is read for these."""
    [found] = read(f"{SOURCE}Salt.\n\n{PMID}\n\n2. \n\nPMID: 90000002\n")[1:]
    assert (found.pmid, found.title) == ("90000002", "")


def test_two_blanks_behind_the_first_number() -> None:
    """The record is the first of the file all the same, and no text stands before it."""
    report = Report()
    [first, second] = loads(f"1. {SOURCE[2:]}Salt.\n\n{PMID}\n\n2{SOURCE[1:]}Sea.\n\n{PMID}", "pubmed", report=report)
    assert (first.title, second.title, report.tallies) == ("Salt", "Sea", {})


@pytest.mark.parametrize(("authors", "families"), [("", []), ("Lind P.\n\n", ["Lind"])])
def test_the_end_of_a_source_line_below_the_title(authors: str, families: list[str]) -> None:
    """Where only the end of the source line is parted from the title by a blank line, each is read as what it is."""
    [found] = read(f"{SOURCE.rstrip()}\nSalt.\n\ndoi: 10.5555/x.\n\n{authors}{PMID}")
    assert (found.title, found.doi) == ("Salt", "10.5555/x")
    assert families == [name.family for name in found.author]


def test_a_title_of_nothing() -> None:
    """A full stop alone is none."""
    [found] = read(f"{SOURCE}.\n\nLind P.\n\n{PMID}")
    assert (found.title, [name.family for name in found.author]) == ("", ["Lind"])


def test_odd_words_behind_the_language() -> None:
    """They are kept, and say nothing of the abstract."""
    [found] = read(f"{SOURCE}[Salt].\n\n[Article in German; Seen in print]\n\nLind P.\n\n{PMID}")
    assert (found.language, found.extra) == (("de",), (("pubmed:language", "Seen in print"),))


def test_an_affiliation_of_nothing() -> None:
    """An author whose mark has no words behind it has no address."""
    assert places("(1) (2)", "(1)Inst Tides.\n(2)") == [(Affiliation(text="Inst Tides."),), ()]


def test_marks_within_a_line_that_nobody_bears() -> None:
    """They are words of the address before."""
    assert places("(1) (3)", "(1)Inst Tides; (2)Hall; (3)Shelf.") == [
        (Affiliation(text="Inst Tides; (2)Hall"),), (Affiliation(text="Shelf."),),
    ]  # fmt: skip


def test_a_record_glued_to_the_words_behind_a_pmid() -> None:
    """Where efetch glues the next record to them, it begins there all the same."""
    conflict = "\nConflict of interest statement: None declared."
    first = f"60{SOURCE[1:]}Salt.\n\n{PMID}{conflict}"
    found = read(f"{first}61{SOURCE[1:]}Sea.\n\nPMID: 90000002\n")
    assert [(one.title, one.conflict_of_interest) for one in found] == [("Salt", "None declared."), ("Sea", "")]


def test_a_glued_record_that_is_cut_short() -> None:
    """It is one of its own, and rejected, although the file ends before its PMID."""
    first = f"60{SOURCE[1:]}Salt.\n\n{PMID}\nConflict of interest statement: None declared."
    report = Report()
    [found] = loads(f"{first}61{SOURCE[1:]}Sea.\n", "pubmed", report=report)
    assert (found.conflict_of_interest, report.total.read, report.total.rejected) == ("None declared.", 2, 1)


def test_blanks_within_lines() -> None:
    """Surplus ones, in an abstract of several lines or in an address, are no part of the text."""
    text = "AIM: To look  at \nthe sea.\nRESULTS: It  is salt."
    [found] = read(f"{SOURCE}Salt.\n\nLind P(1).\n\nAuthor information:\n(1)Inst  Tides.\n\n{text}\n\n{PMID}")
    assert [section.paragraphs for section in found.abstract] == [("To look at the sea.",), ("It is salt.",)]
    assert found.author[0].affiliations == (Affiliation(text="Inst Tides."),)


def test_an_address_that_speaks_of_equality() -> None:
    """Long words behind it belong to the address, and say nothing of its authors."""
    address = f"Institute of Tides, where all contribute equally and live {'by the shore of the sea ' * 9}in Seatown."
    [found] = read(f"{SOURCE}Salt.\n\nLind P(1), Wei R(2).\n\nAuthor information:\n(1)Hall.\n(2){address}\n\n{PMID}")
    assert [name.equal_contribution for name in found.author] == [False, False]
    assert found.author[1].affiliations == (Affiliation(text=address),)


@pytest.mark.parametrize(("number", "title"), [("1: ", "Salt *in* the _deep_ sea"), ("1. ", "Salt in the deep sea")])
def test_emphasis_in_a_list(number: str, title: str) -> None:
    """Signs of it are left out of lists that others number, and kept in PubMed's own."""
    text = f"{number}Lind P, Wei R. Salt *in* the _deep_ sea. Tides. 2020 Jan;1(2):3-4. {PMID}"
    assert [title] == [one.title for one in read(text, "pubmed-summary")]


def test_a_summary_of_a_source_alone() -> None:
    """Without a sentence before the date nothing says where the journal begins."""
    [found] = read(f"1: Tides 2020 Jan;1(2):3-4. {PMID}", "pubmed-summary")
    assert (found.title, found.issued) == ("Tides 2020 Jan;1(2):3-4", None)


@pytest.mark.parametrize("title", ["Salt ]] of the sea]", "Salt]b]"])
def test_a_bracket_that_nothing_opens(title: str) -> None:
    """It ends no translation."""
    [found] = read(f"1: Lind P, Wei R. {title}. Tides. 2020 Jan;1(2):3-4. {PMID}", "pubmed-summary")
    assert (found.title, found.original_title) == (title, "")


def test_several_languages_in_a_summary() -> None:
    """Each is told, wherever it stands."""
    [found] = read(
        f"1: Lind P, Wei R. Salt. Tides. 2020 Jan;1(2):3-4. German. Review. French. {PMID}", "pubmed-summary"
    )
    assert (found.language, found.publication_types, found.extra) == (("de", "fr"), ("Review",), ())


@pytest.mark.parametrize("banner", ["=== Drug: d{} ===", "Results for: drug {}", "Drug {}\n\nResults:"])
@pytest.mark.parametrize("first", ["", "1. J Moss. 2018;1:1.\n\nTitle 0.\n\nEk B.\n\nPMID: 90009999\n\n"])
def test_searches_that_a_script_put_below_each_other(banner: str, first: str) -> None:
    """Under banners, of which nothing parts the records, none is lost, however many they are."""
    abstract = "The tide turned. " * 100
    records = [
        f"{banner.format(number)}\n1. J Moss. 2019;4:{number}.\n\nTitle.\n\nEk B.\n\n{abstract}\n\n"
        f"PMID: {90000000 + number}\n\nConflict of interest statement: None.\n\n"
        for number in range(1200)
    ]
    report = Report()

    found = loads(first + "".join(records), "pubmed", report=report, limits=Limits(record=len(abstract) + 800))

    expected = [str(90000000 + number) for number in range(1200)]
    assert expected == [each.pmid for each in found if each.pmid != "90009999"]
    assert {"None."} == {each.conflict_of_interest.split("\n")[0] for each in found[len(first) > 0 :]}
    assert 0 == report.total.rejected


@pytest.mark.parametrize("first", ["", "1: Ek B. Tides. J Moss. 2018;1:1. PMID: 90009999.\n\n"])
def test_summaries_that_a_script_put_below_each_other(first: str) -> None:
    """The same holds of summaries."""
    title = "The tide turned by and by " * 100
    records = [
        f"Results for: drug {number}\n1: Ek B, Ito D. {title}. J Moss. 2019;4:1. PMID: {90000000 + number}.\n\n"
        for number in range(1200)
    ]
    report = Report()

    found = loads(first + "".join(records), "pubmed-summary", report=report, limits=Limits(record=len(title) + 800))

    expected = [str(90000000 + number) for number in range(1200)]
    assert expected == [each.pmid for each in found if each.pmid != "90009999"]
    assert {title.strip()} == {each.title for each in found[len(first) > 0 :]}
    assert 0 == report.total.rejected


def test_lines_with_numbers_in_a_summary() -> None:
    """Each of them may begin a record, if a PMID is before it: that is not looked for anew at each."""
    record = "1: Ek B. Tides. J Moss. 2018;1:1. PMID: 90000001.\n"

    def read(count: int) -> list[Citation]:
        lines = "2: tide\n" * count
        return loads(f"1: Sand\n{lines}{record}{record}", "pubmed-summary", report=Report())

    assert ["90000001"] * 2 == [each.pmid for each in read(2)]
    assert grows_linearly(read, 4000)


@pytest.mark.parametrize("comma", [",", ""])
def test_authors_left_out_behind_a_title(comma: str) -> None:
    """Whether or not a comma stands before the words for them, none of them is called so."""
    (found,) = loads(
        f"Select item 90000001\n1.\nTides of moss and salt.\nEk A, Lind P{comma} et al.\nJ Moss. 2018 Jan;1(2):3-9.\n"
        "PMID: 90000001\nSimilar articles\n",
        "pubmed-summary",
        report=Report(),
    )
    assert (["Ek", "Lind"], ("author",)) == ([name.family for name in found.author], found.et_al)


def test_empty_lines_between_a_citation_and_the_number_of_the_next() -> None:
    """That number goes on from the one before the words between them."""
    item = "{}\nTides {}.\nEk A, Lind P.\nJ Moss. 2018 Jan;1(2):3-9.\nPMID: 9000000{}\n\nFree article.\n\nReview.\n"
    found = read("".join([item.format(number, number, number) for number in (1, 2, 3)]), "pubmed-summary")
    assert ["Tides 1", "Tides 2", "Tides 3"] == [one.title for one in found]


@pytest.mark.parametrize("slot", ["0", "0-", "NULL"])
def test_pages_that_are_none(slot: str) -> None:
    """What publishers send for no pages is none, and kept."""
    [found] = read(f"{SOURCE.replace('3-4', slot)}Salt.\n\n{PMID}")
    assert (found.volume, found.page, found.number, found.extra) == ("1", "", "", (("pubmed:source", slot),))


def test_a_number_in_place_of_a_doi() -> None:
    """It is kept as the DOI where there is none, and does not take the place of one."""
    [lone] = read(f"{SOURCE}Salt.\n\nDOI: e25.00380\n{PMID}")
    assert (lone.doi, lone.extra) == ("e25.00380", ())
    [beside] = read(f"{SOURCE.rstrip()} doi: 10.5555/x.\n\nSalt.\n\nDOI: e25.00380\n{PMID}")
    assert (beside.doi, beside.extra) == ("10.5555/x", (("pubmed:doi", "e25.00380"),))


def test_no_break_blanks_at_the_ends_of_lines() -> None:
    """Beside other blanks they are the layout's, and a list goes on behind them."""
    [found] = read(f"{SOURCE}Salt \u00a0\nof the sea.\n\nLind P, \u00a0\nVega H.\n\n{PMID}")
    assert (found.title, [name.family for name in found.author]) == ("Salt of the sea", ["Lind", "Vega"])


def test_editors_of_whom_the_last_are_not_named() -> None:
    """It is the editors of the book who are more than are named."""
    [found] = read(f"1. Salt.\n\nLind P, Moe K, et al, editors.\n\nOslo: Shelf; 2020.\n\n{PMID}")
    assert ([name.family for name in found.editor], found.et_al) == (["Lind", "Moe"], ("editor",))


def test_a_translated_title_with_brackets_of_its_own() -> None:
    """The language says that those at its ends are the translation's, although they do not match."""
    [found] = read(f"{SOURCE}[Salt [of moss].\n\n[Article in German]\n\n{PMID}")
    assert found.title == "Salt [of moss"


def test_a_status_that_nlm_does_not_list() -> None:
    """Behind a PMID it is one all the same, if PubMed's name stands before it."""
    assert [one.indexing_status for one in read(f"{SOURCE}Salt.\n\n{PMID[:-1]} [PubMed - as odd]\n")] == ["as odd"]
    [found] = read(f"{SOURCE}Salt.\n\n{PMID[:-1]} [as odd]\n")
    assert (found.indexing_status, found.extra) == ("", (("pubmed:flag", "[as odd]"),))


@pytest.mark.parametrize(
    ("paragraph", "is_place"),
    [
        ("Moss Institute, Quay, Norway.", True),
        ("Salt is Moss of Quay, Norway.", False),
        ("Salt And Moss Reviewed", False),
    ],
)
def test_an_address_without_a_label(paragraph: str, is_place: bool) -> None:
    """Before 2014 it stands below the authors; a sentence, or words without a country, are no address."""
    [found] = read(f"{SOURCE}Salt.\n\nLind P.\n\n{paragraph}\n\n{PMID[:-1]}  [PubMed - indexed for MEDLINE]\n")
    assert [bool(name.affiliations) for name in found.author] == [is_place]
    assert bool(found.abstract) is not is_place


def test_an_abstract_that_begins_as_other_blocks_do() -> None:
    """The first letters of a label alone are none."""
    [found] = read(f"{SOURCE}Salt.\n\nLind P.\n\nAutumn brings \nsalt to the sea.\n\n{PMID}")
    assert [section.paragraphs for section in found.abstract] == [("Autumn brings salt to the sea.",)]


def test_a_label_for_a_pmid_without_one() -> None:
    """In a statement behind the identifiers it is a word like others."""
    [found] = read(f"{SOURCE}Salt.\n\n{PMID}\nConflict of interest statement: See\nPMID: none.\n")
    assert (found.pmid, found.conflict_of_interest) == ("90000001", "See PMID: none.")


@pytest.mark.parametrize(
    ("begin", "families", "title"),
    [
        ("Lind P , Vega H . Salt of the sea.", ["Lind", "Vega"], "Salt of the sea"),
        ("[Lind P, Vega H. Of the sea].", [], "Lind P, Vega H. Of the sea"),
    ],
)
def test_where_the_authors_of_a_summary_end(begin: str, families: list[str], title: str) -> None:
    """Blanks before commas and stops part nothing; brackets hold all of a translated title."""
    [found] = read(f"1: {begin} Tides. 2020 Jan;1(2):3-4. Norwegian. PubMed {PMID[:-1]}.\n", "pubmed-summary")
    assert ([name.family for name in found.author], found.title) == (families, title)


def test_relations_behind_what_has_no_pages() -> None:
    """In a summary each is one of its own, whether it stands behind a full stop or behind a colon without pages."""
    text = (
        "1: Lind P. Tides. Moss J. 2022 Jan 2;51(9): Erratum for: Moss J. 2022 Sep 2;51(8): Update in: Moss J. 2023\n"
        "Oct 29;: Erratum in: Moss J. 2024;4(5):9-10. PMID: 90000003.\n"
    )
    [found] = read(text, "pubmed-summary")
    assert (found.volume, found.issue) == ("51", "9")
    assert [(one.kind, one.citation) for one in found.related] == [
        ("erratum-for", "Moss J. 2022 Sep 2;51(8)."),
        ("update-in", "Moss J. 2023 Oct 29;."),
        ("erratum-in", "Moss J. 2024;4(5):9-10."),
    ]


@pytest.mark.parametrize("sign", [", ", "; "])
def test_a_group_with_all_its_members_in_parentheses(sign: str) -> None:
    """It is one name, and takes no longer for each of them where they are thousands."""

    def parse(count: int) -> list[Citation]:
        return read(f"{SOURCE}Salt.\n\nLind P; Moss Group ({sign.join(['Ek A'] * count)}).\n\n{PMID}")

    assert [name.literal for name in parse(2)[0].author[1:]] == [f"Moss Group (Ek A{sign}Ek A)"]
    assert grows_linearly(parse, 4000)


def test_others_who_are_named_thousands_of_times() -> None:
    """They are others all the same, and the record is read."""
    [found] = read(f"{SOURCE}Salt.\n\nLind P; Moss Group, {'et al, ' * 4000}et al.\n\n{PMID}")
    assert (found.author[1].literal, "author" in found.et_al) == ("Moss Group", True)
