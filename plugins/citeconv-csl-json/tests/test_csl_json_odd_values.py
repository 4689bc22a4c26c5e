"""Variables of CSL and members of Crossref's whose values are others than they should be: each is read, or kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from citeconv import FIELDS, Affiliation, Citation, Databank, Date, Grant, Identifier, Issn, Name, Report, dumps, loads

INSTITUTE = {"name": "Inst", "id": [{"id": "https://ror.org/01abc", "id-type": "ROR"}], "rank": 1}
TRIAL = {"clinical-trial-number": "isrctn1", "registry": "10.18810/isrctn", "type": "odd"}


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"custom": "x"}, {"extra": (("csl-json:custom", "x"),)}),
        ({"id": "a", "citation-key": "b", "citationKey": "c"},
         {"key": "b", "extra": (("csl-json:citationKey", "c"), ("csl-json:id", "a"))}),
        ({"published": {"date-parts": [[2018]]}, "issued": {"date-parts": [[2019]]}},
         {"issued": Date(year=2019), "extra": (("csl-json:published", '{"date-parts":[[2018]]}'),)}),
        ({"prefix": "10.1"}, {"annote": "prefix: 10.1"}),
        ({"identifier": "x 7"}, {"extra": (("csl-json:identifier", "x 7"),)}),
        ({"prefix": "10.1", "DOI": "10.1/x"}, {"doi": "10.1/x"}),
        ({"issue": "3", "journal-issue": {"issue": "4"}}, {"issue": "3", "annote": "journal-issue: issue: 4"}),
        ({"journal-issue": "x"}, {"annote": "journal-issue: x"}),
        ({"issn-type": [{"value": "1234-5679", "type": "print"}, {"value": 5, "type": "x"}]},
         {"issn": (Issn(value="1234-5679", kind="print"),),
          "extra": (("csl-json:issn-type[1]", '{"value":5,"type":"x"}'),)}),
        ({"note": ["a", "b"]}, {"note": ("a", "b")}),
        ({"author": [5, "Lind, Per"]},
         {"author": (Name(family="Lind", given="Per"),), "extra": (("csl-json:author[0]", "5"),)}),
        ({"author": [{"family": "Lind", "static-ordering": "false"}]}, {"author": (Name(family="Lind"),)}),
        ({"author": [{"family": "Lind", "affiliation": [INSTITUTE]}]},
         {"author": (Name(family="Lind", affiliations=(
             Affiliation(text="Inst", identifiers=(Identifier(kind="ror", value="01abc"),)),)),),
          "extra": (("csl-json:author[0].affiliation[0].rank", "1"),)}),
        ({"event": {"name": "Tide Days", "acronym": "Tide"}}, {"event_title": "Tide Days"}),
        ({"institution": [{"name": "Inst"}], "publisher": "Press"}, {"publisher": "Press", "authority": "Inst"}),
        ({"standards-body": {"name": "ISO", "acronym": "I"}},
         {"authority": "ISO", "annote": "standards-body: acronym: I"}),
        ({"standards-body": {"name": "ISO"}, "authority": "IEC"},
         {"authority": "IEC", "annote": "standards-body: name: ISO"}),
        ({"review": {"type": "referee-report", "stage": "pre"}},
         {"genre": "referee-report", "annote": "review: stage: pre"}),
        ({"clinical-trial-number": [TRIAL]},
         {"databanks": (Databank(name="10.18810/isrctn", accession_numbers=("isrctn1",)),),
          "annote": "clinical-trial-number[0].type: odd"}),
        ({"funder": [{"name": "Fund", "DOI": "10.13039/1", "id": [{"id": "x"}]}]},
         {"grants": (Grant(agency="Fund (10.13039/1)"),), "extra": (("csl-json:funder[0].id", '{"id":"x"}'),)}),
        ({"accessed": {"timestamp": "1", "date-parts": [[2019]]}},
         {"accessed": Date(year=2019), "extra": (("csl-json:accessed.timestamp", "1"),)}),
        ({"institution": [{"place": "Oslo"}]}, {"annote": "institution: place: Oslo"}),
        ({"institution": [{"name": "Tides", "place": "Oslo"}], "authority": "Shelf"},
         {"authority": "Shelf", "annote": "institution: name: Tides, place: Oslo"}),
        ({"publisher": {"name": "Brine Press"}}, {"publisher": "Brine Press"}),
        ({"content-domain": "{odd"}, {"annote": "content-domain: {odd"}),
        ({"resource": {"primary": {"URL": ""}, "secondary": [{"URL": "", "label": "x"}]}},
         {"extra": (("csl-json:resource.secondary[0].label", "x"),)}),
        ({"custom": {"x": [[], {}, "", None]}}, {"extra": (("csl-json:custom.x", '[[],{},"",null]'),)}),
    ],
)  # fmt: skip
def test_odd_values(members: dict[str, Any], expected: dict[str, Any]) -> None:
    """What cannot be read as what its name says stands in ``extra``, or in the annotation where Crossref has it."""
    [found] = loads(json.dumps([{"type": "article-journal", "title": "T", **members}]), "csl-json", report=Report())
    nothing = Citation()
    assert expected == {
        field: getattr(found, field)
        for field in FIELDS
        if field not in ("type", "title") and getattr(found, field) != getattr(nothing, field)
    }


def test_items_under_names_in_a_file_that_was_cut_short() -> None:
    """The last item is read, though nothing stands behind it."""
    whole = '{"a": {"type": "book", "title": "T"}, "b": {"type": "book", "title": "U"}}'
    for text in (whole, whole[:-1]):
        assert [found.title for found in loads(text, "csl-json", report=Report())] == ["T", "U"]


def test_an_empty_item() -> None:
    """It is rejected, and costs no other."""
    report = Report()
    assert [
        one.title for one in loads('[{"id": "a", "type": "book", "title": "T"}, {}]', "csl-json", report=report)
    ] == ["T"]
    assert report.total.rejected == 1


def test_an_item_in_a_frame_that_is_cut_off() -> None:
    """The name of a frame is no key, even where its end is missing."""
    [found] = loads('{"response": {"type": "book", "title": "T"}', "csl-json")
    assert (found.title, found.key) == ("T", "")


@pytest.mark.parametrize(
    "citation", [Citation(extra=(("csl-json:custom.x", "not JSON"),)), Citation(type="article-journal", number="  ")]
)
def test_what_csl_cannot_hold_comes_back(citation: Citation) -> None:
    """A member of ``custom`` that is no JSON, and a number of blanks, stand with what has no variable."""
    assert loads(dumps([citation], "csl-json"), "csl-json") == [citation]


def test_bibjson() -> None:
    """BibJSON has journals and numbers as objects, and names in parts beside the whole name."""
    item = {
        "type": "article", "title": "Tides", "year": "2031",
        "author": [{"name": "Per Lind", "firstname": "Per", "lastname": "Lind"}, {"lastname": "Roe"}],
        "journal": {"name": "Salt", "volume": "4", "number": "2", "pages": "73--83", "id": "salt"},
        "identifier": [{"type": "doi", "id": "10.5555/t"}, {"type": "bhl", "id": "7"}],
    }  # fmt: skip
    [found] = loads(json.dumps([item]), "csl-json")
    assert found == Citation(
        type="article-journal",
        title="Tides",
        container_title="Salt",
        author=(Name(family="Lind", given="Per"), Name(family="Roe")),
        issued=Date(year=2031),
        volume="4",
        issue="2",
        page="73-83",
        doi="10.5555/t",
        extra=(("csl-json:identifier", '[{"type":"bhl","id":"7"}]'), ("csl-json:journal", '{"id":"salt"}')),
    )
    [chapter] = loads(json.dumps([{"type": "chapter", "title": "T", "book": {"title": "Tides"}}]), "csl-json")
    assert chapter.container_title == "Tides"
