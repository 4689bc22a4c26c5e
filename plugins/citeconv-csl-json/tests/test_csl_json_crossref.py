"""What Crossref has in its JSON beyond CSL."""

from __future__ import annotations

import pytest

from citeconv import (
    Citation,
    Date,
    Event,
    Grant,
    Identifier,
    Issn,
    Name,
    Related,
)
from citeconv_csl_json import from_item


def test_crossref_members() -> None:
    """What Crossref has beyond CSL goes to its field; what only repeats the DOI's prefix goes nowhere."""
    item = {
        "DOI": "10.5555/x",
        "prefix": "10.5555",
        "ISSN": ["1234-5679", "2345-6781"],
        "issn-type": [{"value": "2345-6781", "type": "electronic"}, {"value": "1234-5679", "type": "print"}],
        "reference-count": 21,
        "references-count": 21,
        "subject": ["Anthropology", "Communication"],
        "alternative-id": ["10.5555/x-1"],
        "accepted": {"date-parts": [[2019, 4, 26]]},
        "member": "179",
    }

    assert Citation(
        doi="10.5555/x",
        issn=(Issn(value="1234-5679", kind="print"), Issn(value="2345-6781", kind="electronic")),
        number_of_references="21",
        categories=("Anthropology", "Communication"),
        identifiers=(Identifier(kind="alternative-id", value="10.5555/x-1"),),
        history=(Event(kind="accepted", date=Date(year=2019, month=4, day=26)),),
        annote="member: 179",
    ) == from_item(item)


def test_what_crossref_knows_beside_the_citation() -> None:
    """Who paid, what is cited and when the record was made have fields; what says nothing more goes nowhere."""
    moment = {"date-parts": [[2022, 3, 26]], "date-time": "2022-03-26T09:21:50Z", "timestamp": 1648286510000}
    cited = {"key": "b1", "DOI": "10.5555/y", "author": "Lind", "year": "2003", "volume": "4", "first-page": "18"}
    item = {
        "issued": {"date-parts": [[2014, 2]]},
        "published": {"date-parts": [[2014, 2]]},
        "deposited": moment,
        "funder": [{"name": "Tide Fund", "DOI": "10.5555/f", "award": ["A1", "A2"]}],
        "license": [{"URL": "https://example.org/by", "content-version": "vor"}],
        "reference": [{**cited, "doi-asserted-by": "crossref"}, {"unstructured": "Lind. Tides."}],
        "resource": {"primary": {"URL": "https://example.org/x"}},
    }
    date = Date(year=2022, month=3, day=26, literal="2022-03-26T09:21:50Z, timestamp 1648286510000")

    assert Citation(
        issued=Date(year=2014, month=2),
        history=(Event(kind="record-revised", date=date, time="09:21"),),
        grants=(
            Grant(number="A1", agency="Tide Fund (10.5555/f)"),
            Grant(number="A2", agency="Tide Fund (10.5555/f)"),
        ),
        license="https://example.org/by",
        related=(
            Related(
                kind="cites",
                citation="Lind. 2003. 4, 18",
                doi="10.5555/y",
                note="DOI asserted by crossref",
                identifiers=(Identifier(kind="key", value="b1"),),
            ),
            Related(kind="cites", citation="Lind. Tides."),
        ),
        identifiers=(Identifier(kind="landing-page", value="https://example.org/x"),),
        annote="license: URL: https://example.org/by, content-version: vor",
    ) == from_item(item)


def test_what_crossref_counts() -> None:
    """What it counts and says beside the citation is in the annotation, with labels; what says nothing more is not."""
    item = {
        "author": [
            {"given": "Per", "family": "Lind", "sequence": "first", "authenticated-orcid": False},
            {"given": "Rong", "family": "Wei", "sequence": "additional", "authenticated-orcid": False},
        ],
        "annote": "Read it",
        "issue": "2",
        "issued": {"date-parts": [[2020, 3]]},
        "posted": {"date-parts": [[2020, 3]]},
        "published-print": {"date-parts": [[2020, 3]]},
        "journal-issue": {"issue": "2", "published-print": {"date-parts": [[2020, 3]]}},
        "is-referenced-by-count": 7,
        "content-domain": {"domain": ["example.org"], "crossmark-restriction": False},
        "link": [{"URL": "https://example.org/x.pdf", "content-version": "vor"}],
        "score": 18.5,
    }
    found = from_item(item)

    assert (Name(family="Lind", given="Per"), Name(family="Wei", given="Rong")) == found.author
    assert () == found.extra
    assert [
        "Read it",
        "is-referenced-by-count: 7",
        "content-domain: domain: example.org, crossmark-restriction: false",
        "link: URL: https://example.org/x.pdf, content-version: vor",
        "score: 18.5",
        "author sequence: first, additional",
        "author authenticated-orcid: false",
    ] == found.annote.split("; ")


def test_people_of_whom_crossref_says_different_things() -> None:
    """What cannot be told back from one remark is kept person by person."""
    people = [{"family": "Lind", "sequence": "additional"}, {"family": "Wei", "sequence": "first"}]

    assert (
        ("csl-json:author[0].sequence", "additional"),
        ("csl-json:author[1].sequence", "first"),
    ) == from_item({"author": people}).extra


def test_crossref_relations_and_conferences() -> None:
    """Related works have the word for how they are related; a conference has its name, place and days."""
    item = {
        "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/y", "asserted-by": "subject"}]},
        "event": {
            "name": "Tides",
            "location": "Bern",
            "acronym": "T '20",
            "start": {"date-parts": [[2020, 3, 1]]},
            "end": {"date-parts": [[2020, 3, 4]]},
        },
    }

    assert Citation(
        related=(Related(kind="other", note="is-preprint-of, asserted by subject", doi="10.5555/y"),),
        event_title="Tides",
        event_place="Bern",
        event_date=Date(year=2020, month=3, day=1, end=Date(year=2020, month=3, day=4)),
        extra=(("csl-json:event", '{"acronym":"T \'20"}'),),
    ) == from_item(item)


@pytest.mark.parametrize("member", ["created", "funder", "license", "reference", "resource"])
@pytest.mark.parametrize("value", [7, "x", [3], {"a": [1]}, [[]]])
def test_members_of_crossref_in_no_known_form_are_kept(member: str, value: object) -> None:
    """Whatever stands there, it costs nothing but its field."""
    found = from_item({"title": "T", member: value})
    kept = [text for _, text in found.extra] + [each.citation for each in found.related] + [found.annote]
    assert not any(sign.isalnum() for sign in str(value)) or any(kept)
