"""What is understood of each sample, one quirk a file, and that it is written as it was read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from citeconv import FIELDS, Citation, Date, Grant, Identifier, Name, Related, Report, dumps, load, loads
from citeconv.report import Diagnostic
from citeconv_nbib.syntax import tagged

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "samples").iterdir())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_understood(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Each sample is understood as its golden file says."""
    golden(HERE / "golden" / f"{path.stem}.jsonl", dumps(load(path, "nbib", report=Report()), "jsonl"))


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem != "eric"], ids=lambda path: path.stem)
def test_written_as_read(path: Path) -> None:
    """What is read from the output is what was read from the sample, the order of what has no field aside."""
    citations = load(path, "nbib", report=Report())
    again = load(io.StringIO(dumps(citations, "nbib")), "nbib", report=Report())

    assert [_sorted(one) for one in citations] == [_sorted(one) for one in again]


def test_records_of_eric_are_written_as_medline_has_them() -> None:
    """Addresses, and what is said of a thesis, have no tag there, and that is told; all else comes back."""
    report = Report()
    found = load(HERE / "samples" / "eric.nbib", "nbib", report=Report())
    again = loads(dumps(found, "nbib", report=report), "nbib", report=Report())

    lost = {"url", "archive", "genre", "number", "page"}
    assert lost == set(report.lost())
    assert [{field: getattr(one, field) for field in FIELDS if field not in lost} for one in found] == [
        {field: getattr(one, field) for field in FIELDS if field not in lost} for one in again
    ]


@pytest.mark.parametrize(("number", "kind"), [("EJ100001", "article-journal"), ("ED100001", "report")])
def test_the_type_that_a_number_of_eric_tells(number: str, kind: str) -> None:
    """Numbers of articles begin with ``EJ``, whatever the types of publication say."""
    text = f"OWN - ERIC\nOID - {number}\nTI  - Salt.\nPT  - Reports - Research\nDP  - 2020\n"
    assert [kind] == [one.type for one in loads(text, "nbib", report=Report())]


@pytest.mark.parametrize("name", ["a-search", "old-download", "other-languages", "books", "no-empty-lines"])
def test_tag_for_tag(name: str) -> None:
    """The tags and values of a sample come back, in PubMed's order."""
    path = next(path for path in SAMPLES if path.stem == name)
    output = dumps(load(path, "nbib", report=Report()), "nbib")

    assert sorted(tagged(path.read_text(encoding="utf-8"))) == sorted(tagged(output))


@pytest.mark.parametrize(
    ("tail", "epub", "collection"),
    [
        (" Epub 2021 Mar 26.", True, False),
        (" eCollection 2021 Mar 26.", False, True),
        (" [Epub ahead of print]", False, False),
        (" Epub ahead of print.", False, False),
        ("", False, False),
    ],
)
def test_an_electronic_date_that_is_the_cited_one(tail: str, epub: bool, collection: bool) -> None:
    """It is the date of Epub, or of the collection, if the source line says so; and it comes back."""
    line = f"J Moss. 2021 Mar 26;13(6):7-9. doi: 10.5555/x.{tail}"
    (found,) = loads(f"PMID- 9\nDP  - 2021 Mar 26\nTI  - T.\nDEP - 20210326\nTA  - J Moss\nSO  - {line}\n", "nbib")

    day = Date(year=2021, month=3, day=26)
    assert (day, day if epub else None) == (found.issued, found.available_date)
    assert (day if collection else None) == found.collection_date
    (again,) = loads(dumps([found], "nbib"), "nbib")
    assert (found.available_date, found.collection_date) == (again.available_date, again.collection_date)


WORDED = (
    "PMID- 90000001\nOWN - NLM\nVI  - 3\nIP  - 2\nDP  - 2019\nTI  - Tides.\nPG  - 559-61\nGR  - 12/Salt Fund\n"
    "PT  - Journal Article\nTA  - J Tides\nSO  - J Tides. 2019;3(2):559-61. See there.\n"
)


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({}, {"PG": "559-61", "SO": "J Tides. 2019;3(2):559-61. See there."}),
        ({"title": "Ebb"}, {"PG": "559-61", "SO": "J Tides. 2019;3(2):559-61. See there."}),
        ({"page": "600-12"}, {"PG": "600-12", "SO": "J Tides. 2019;3(2):600-12."}),
        ({"volume": "4"}, {"PG": "559-61", "GR": "12/Salt Fund", "SO": "J Tides. 2019;4(2):559-61."}),
        ({"grants": (Grant(number="7", agency="Tide Fund"),)}, {"PG": "559-61", "GR": "7/Tide Fund/"}),
    ],
)
def test_wording_of_what_was_changed(changes: dict[str, Any], written: dict[str, str]) -> None:
    """What a record had in words of its own is written so again, unless it says what is no longer so."""
    (citation,) = loads(WORDED, "nbib")
    lines = dict(tagged(dumps([replace(citation, **changes)], "nbib")))
    assert {tag: lines[tag] for tag in written} == written


def test_nothing_to_write() -> None:
    """A record for which MEDLINE has no tag is rejected."""
    told: list[Diagnostic] = []
    assert dumps([Citation(url="https://example.org/")], "nbib", report=Report(told.append)) == ""
    assert [each.message for each in told] == ["there is nothing in it that MEDLINE has a tag for"]


@pytest.mark.parametrize("owners", [["NLM", "NASA"], ["NLM"]])
def test_an_owner_without_keywords_is_kept(owners: list[str]) -> None:
    """``OTO`` says whose the keywords behind it are; one that has none comes back."""
    lines = [f"OTO - {each}" for each in owners]
    alone, behind = loads(
        "\n".join(["PMID- 90000001", "TI  - Moss", *lines, "", "PMID- 90000002", "OT  - tides", *lines]), "nbib"
    )

    assert [line for line in dumps([alone], "nbib").splitlines() if line.startswith("OT")] == lines
    assert [value for tag, value in behind.extra if tag == "nbib:OTO"] == owners


def test_lines_beside_one_with_a_character_reference() -> None:
    """They come back with it as they were."""
    funds = ("12/TF/Tide &amp; Shelf Fund", "34/MF/Moon Fund", "56/SF/Sea Fund")
    lines = [f"GR  - {fund}/United States" for fund in funds]
    (citation,) = loads("\n".join(["PMID- 90000001", "TI  - Moss", *lines]), "nbib")

    assert [(one.number, one.agency) for one in citation.grants] == [
        ("12", "Tide & Shelf Fund"), ("34", "Moon Fund"), ("56", "Sea Fund"),
    ]  # fmt: skip
    assert [line for line in dumps([citation], "nbib").splitlines() if line.startswith("GR")] == lines


@pytest.mark.parametrize(
    "citation",
    [
        Citation(
            type="article-journal", title="T",
            manuscript_id="NIHMS1", identifiers=(Identifier(kind="mid", value="NIHMS2"),),
        ),
        Citation(
            type="article-journal", title="T", issued=Date(year=1998, season=4, end=Date(year=1999, season=4)),
        ),
        Citation(
            type="article-journal", title="T",
            related=(Related(kind="comment-in", citation="J Tides. 2020. PMID: 90000002", pmid="90000002"),),
        ),
    ],
    ids=["a second manuscript", "two winters", "a PMID in the words"],
)  # fmt: skip
def test_written_without_loss(citation: Citation) -> None:
    """Nothing is reported of what comes back as it was, or says the same twice."""
    report = Report()
    (again,) = loads(dumps([citation], "nbib", report=report), "nbib")

    assert not report.lost()
    assert (again.issued, again.identifiers) == (citation.issued, citation.identifiers)
    assert [one.pmid for one in again.related] == [one.pmid for one in citation.related]


def test_a_loss_is_told_once() -> None:
    """What the format does not carry is told as that, and not once more as a change of the field that it is in."""
    lind = Name(family="Lind", given="Per", equal_contribution=True)
    report = Report()
    dumps([Citation(type="article-journal", title="<i>Salt</i>", author=(lind,))], "nbib", report=report)
    assert {"title", "author.equal_contribution"} == set(report.lost())


def test_tags_of_others_keep_their_order() -> None:
    """Tags that MEDLINE has not come back behind those that it has, in the order of the source."""
    lines = [f"{tag}  - {tag} of others" for tag in ("XC", "XA", "XE", "XB", "XD")]
    (citation,) = loads("\n".join(["PMID- 90000001", "TI  - Moss", *lines]), "nbib")

    assert dumps([citation], "nbib").rstrip("\n").splitlines()[-len(lines) :] == lines


def test_doi_and_day_of_an_electronic_article() -> None:
    """As PubMed does, the DOI stands in ``LID``, too, and the day on which it appeared in ``DEP``."""
    citation = Citation(
        type="article-journal",
        title="T",
        issued=Date(year=2022, month=4, day=15),
        publication_status="epublish",
        doi="10.5555/x",
        number="e9",
    )
    lines = dumps([citation], "nbib").splitlines()

    assert {"LID - 10.5555/x [doi]", "AID - 10.5555/x [doi]", "DEP - 20220415", "PG  - e9"} <= set(lines)


def test_title_of_a_report() -> None:
    """A report has its title in ``TI``, where others look for it; it is told from an article by having no journal."""
    report = Citation(type="report", title="Soils of the delta", publication_types=("Technical Report",))
    text = dumps([report], "nbib")

    assert "TI  - Soils of the delta." in text.splitlines()
    assert [report] == load(io.StringIO(text), "nbib")


def _sorted(citation: Citation) -> Citation:
    return replace(citation, extra=tuple(sorted(citation.extra)))


@pytest.mark.parametrize(
    ("line", "grant"),
    [
        ("1/2/Moss Fund/Sweden", Grant(number="1/2", agency="Moss Fund", country="Sweden")),
        ("R1/ML/NIM HHS/United States", Grant(number="R1", acronym="ML", agency="NIM HHS", country="United States")),
        ("Moss Fund/Sweden", Grant(agency="Moss Fund", country="Sweden")),
        ("18K/Moss Fund of Sweden", Grant(number="18K", agency="Moss Fund of Sweden")),
        ("none/Moss Fund", Grant(number="none", agency="Moss Fund")),
        ("P/B/7/Moss Fund", Grant(number="P/B/7", agency="Moss Fund")),
        ("18K/Moss Fund/", Grant(number="18K", agency="Moss Fund")),
        ("Moss Fund", Grant(agency="Moss Fund")),
        ("18K07", Grant(number="18K07")),
    ],
)
def test_parts_of_a_grant(line: str, grant: Grant) -> None:
    """What is no country is the agency: NLM leaves a country that it does not know out with its slash."""
    citation = load(io.StringIO(f"PMID- 90000001\nTI  - Moss.\nGR  - {line}\n"), "nbib")[0]

    assert (grant,) == citation.grants
    assert (grant,) == load(io.StringIO(dumps([citation], "nbib")), "nbib")[0].grants


@pytest.mark.parametrize(
    ("pii", "number"),
    [("BS71", "BS71"), ("007-24", "007-24"), ("S0140-6736(20)30183-5", ""), ("S0140673620301835", "")],
)
def test_number_of_an_article_without_pages(pii: str, number: str) -> None:
    """A publisher's identifier is the number that PubMed prints where pages are missing, unless it is Elsevier's."""
    text = f"PMID- 90000001\nVI  - 7\nTI  - Moss.\nLID - {pii} [pii]\nAID - {pii} [pii]\n"
    citation = load(io.StringIO(text), "nbib")[0]

    assert (pii, number) == (citation.pii, citation.number)


def test_a_pmid_in_a_text_begins_no_record() -> None:
    """A number at the end of a text is part of it where a blank parts it from the words."""
    citation = Citation(pmid="90000001", title="Moss", note=("See PMID-90000002",))
    (again,) = loads(dumps([citation], "nbib"), "nbib")

    assert ("See PMID-90000002",) == again.note


def test_records_without_pmid() -> None:
    """An empty line parts them, whatever they begin with; not where one stands behind every line."""
    records = [
        "IS  - 1234-5679\nDP  - 2020\nTI  - A.\n",
        "DP  - 2021\nTI  - B.\n",
        "PMID- 99\nTI  - C.\n",
        "TI  - D\n      d.\n",
    ]
    assert [each.title for each in loads("\n".join(records), "nbib")] == ["A", "B", "C", "D d"]
    (one,) = loads("PMID- 99\n\nDP  - 2021\n\nTI  - B\n\n      b.\n\nVI  - 3\n", "nbib")
    assert (one.title, one.volume) == ("B b", "3")


def test_records_of_a_title_alone() -> None:
    """As many are read as were written, whatever stands before and behind them."""
    titles = [Citation(type="document", title=f"Title of {number} {'many ' * number}words") for number in (0, 1, 30)]
    whole = Citation(type="document", title="Tides", volume="3", issued=Date(year=2020))
    written = [whole, *titles, whole, titles[0]]

    assert [each.title for each in written] == [each.title for each in loads(dumps(written, "nbib"), "nbib")]
    assert 3 == len(loads(dumps(titles, "nbib"), "nbib"))
    for behind in (whole, replace(whole, pmid="99000001")):
        assert ["Title of 0 words", "Tides"] == [one.title for one in loads(dumps([titles[0], behind], "nbib"), "nbib")]
    assert 1 == len(loads("PMID- 99\n\nTI  - B\n\nDP  - 2021\n\nVI  - 3\n", "nbib"))


@pytest.mark.parametrize(
    "more", [{"doi": "10.5555/a"}, {"pmcid": "PMC7"}, {"editor": (Name(family="Roe", given="A"),)}]
)
def test_a_record_without_number_and_authors_is_known(more: dict[str, Any]) -> None:
    """By a tag that RIS, whose tags have two letters, cannot have."""
    text = dumps([Citation(title="Tides", container_title="J Tides", issued=Date(year=2020), **more)], "nbib")

    assert ["Tides"] == [each.title for each in loads(text)]


@pytest.mark.parametrize(("kind", "tag"), [("report", "LID"), ("patent", "LID"), ("article-journal", "PG")])
def test_the_number_of_a_work(kind: str, tag: str) -> None:
    """A number of a work of its own is not written among pages; that of an article stands for them."""
    (made,) = loads(f'{{"citeconv":1,"type":"{kind}","title":"Tides","number":"e345"}}', "jsonl")
    lines = dumps([made], "nbib").splitlines()
    (again,) = loads("\n".join(lines), "nbib")

    assert f"{tag:<4}- e345" in lines
    assert "e345" == again.number


@pytest.mark.parametrize(("owner", "told"), [("OWN - NLM\n", 1), ("", 0)])
def test_record_without_its_end(owner: str, told: int) -> None:
    """Where others of PubMed's have one, the file may be cut off, which is told; other programs write none."""
    report = Report()
    one = f"PMID- 9900000{{}}\n{owner}TI  - Tides\nSO  - J Tides. 2019.\n"

    found = loads(f"{one.format(1)}\n{one.format(2).partition('SO')[0]}", report=report)

    assert ["Tides", "Tides"] == [each.title for each in found]
    messages = [(tally.first.line, tally.first.message) for tally in report.tallies.values()]
    assert [(4 + bool(owner) + 1, "no SO at its end, which others have: it may be cut short")][:told] == messages


def test_server_of_a_preprint() -> None:
    """A preprint of which the server is told as its publisher has it for a journal, as PubMed's have."""
    made = Citation(type="article", title="Tides", genre="Preprint", publisher="medRxiv", issued=Date(year=2021))
    report = Report()
    lines = dumps([made], "nbib", report=report).splitlines()
    (again,) = loads("\n".join(lines), "nbib")

    assert "JT  - medRxiv" in lines
    assert not any(line.startswith("PB") for line in lines)
    assert ["container_title"] == list(report.lost())
    assert again == replace(made, container_title="medRxiv", publication_types=again.publication_types)


def test_abbreviation_with_a_full_stop_at_its_end() -> None:
    """In the source line one stop ends the abbreviation of a journal, be it the abbreviation's own or not."""
    made = Citation(
        type="article-journal", title="Tides", container_title="Journal of Tides", container_title_short="J. Tid.",
        issued=Date(year=2021, month=3), volume="7", page="3-9",
    )  # fmt: skip
    lines = dumps([made], "nbib").splitlines()
    (again,) = loads("\n".join(lines), "nbib")

    assert "SO  - J. Tid. 2021 Mar;7:3-9." in lines
    assert again == replace(made, publication_types=again.publication_types)
