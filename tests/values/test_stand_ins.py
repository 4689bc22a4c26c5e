"""A record whose only abstract is another than its own, as PIP's and the Kennedy Institute's records in PubMed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citeconv import Abstract, AbstractSection, Citation, Report, dumps, loads

FORMATS = ["ris", "bibtex", "biblatex", "endnote-xml", "refer"]
NOWHERE = Abstract(
    kind="publisher", language="de", sections=(AbstractSection(paragraphs=("Abstract available from the publisher.",)),)
)
PIP = Abstract(kind="pip", language="en", sections=(AbstractSection(paragraphs=("We counted.",)),))
RECORD = Citation(type="article-journal", key="k", title="T", container_title="J", other_abstracts=(NOWHERE, PIP))


@pytest.mark.parametrize("form", FORMATS)
def test_another_abstract_stands_where_there_is_no_other(form: str) -> None:
    """Who screens the records has something to read; that it is another one is reported."""
    text = dumps([RECORD], form, report=(report := Report()))
    assert {"abstract", "other_abstracts"} <= set(report.lost())
    (found,) = loads(text, form, report=Report())
    assert PIP.sections == found.abstract
    assert "available from" not in text


@pytest.mark.parametrize("form", FORMATS)
def test_words_for_a_missing_abstract_are_none(form: str) -> None:
    """PubMed says where one is, which is no abstract; nor does another push the own one aside."""
    (found,) = loads(dumps([replace(RECORD, other_abstracts=(NOWHERE,))], form, report=Report()), form, report=Report())
    assert () == found.abstract
    own = (AbstractSection(paragraphs=("Our own.",)),)
    (found,) = loads(dumps([replace(RECORD, abstract=own)], form, report=Report()), form, report=Report())
    assert own == found.abstract


@pytest.mark.parametrize("form", ["csl-json", "csv"])
def test_formats_that_hold_all_tell_it_from_the_own_one(form: str) -> None:
    """It stands in the place of the abstract for other programs, and is read as what it is."""
    text = dumps([RECORD], form, report=(report := Report()))
    assert not report.lost()
    assert "We counted." in text.partition("other_abstracts")[0]
    assert [RECORD] == loads(text, form, report=Report())


@pytest.mark.parametrize("own", ["Our own.", "We counted."])
@pytest.mark.parametrize("others", [(NOWHERE,), (NOWHERE, PIP)])
@pytest.mark.parametrize("form", ["csl-json", "csv"])
def test_the_own_one_stays_beside_others(form: str, others: tuple[Abstract, ...], own: str) -> None:
    """Be it the same words as those of another."""
    record = replace(RECORD, abstract=(AbstractSection(paragraphs=(own,)),), other_abstracts=others)
    assert [record] == loads(dumps([record], form, report=(report := Report())), form, report=Report())
    assert not report.lost()


@pytest.mark.parametrize("form", ["csl-json", "csv"])
def test_an_abstract_that_somebody_has_written_counts(form: str) -> None:
    """Where the place of the abstract says something else since, that is the abstract."""
    text = dumps([RECORD], form).replace("We counted.", "They counted.", 1)
    (found,) = loads(text, form, report=Report())
    assert (AbstractSection(paragraphs=("They counted.",)),) == found.abstract


def test_nothing_is_written_that_is_left_out_on_request() -> None:
    """Who wants no abstracts in BibTeX gets none."""
    assert "We counted" not in dumps([RECORD], "bibtex", report=Report(), bibtex_omit="abstract")
