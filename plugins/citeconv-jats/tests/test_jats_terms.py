"""Terms, headings, funders and the data that publishers put beside them in a front."""

from __future__ import annotations

import pytest

from citeconv import Citation, Grant, Identifier, Subject, dumps, loads


def front(article: str = "", journal: str = "") -> Citation:
    """Return the citation of a front."""
    meta = f"<journal-meta>{journal}</journal-meta><article-meta>{article}</article-meta>"
    [found] = loads(f"<article><front>{meta}</front></article>", "jats")
    return found


def test_funders_with_their_numbers() -> None:
    """A funder's number stands behind its name; who got the grant is kept, if it is no author."""
    person = "<name><surname>{}</surname><given-names>P</given-names></name>"
    found = front(
        f"<contrib-group><contrib>{person.format('Lind')}</contrib></contrib-group>"
        "<funding-group><award-group><funding-source><institution-wrap><institution>Sea Fund</institution>"
        '<institution-id institution-id-type="FundRef">http://dx.doi.org/10.13039/100000000</institution-id>'
        "</institution-wrap></funding-source><award-id>12</award-id>"
        f"<principal-award-recipient>{person.format('Lind')}</principal-award-recipient>"
        f"<principal-award-recipient>{person.format('Okoro')}</principal-award-recipient></award-group></funding-group>"
    )
    assert found.grants == (Grant(number="12", agency="Sea Fund (http://dx.doi.org/10.13039/100000000)"),)
    assert found.extra == (("jats:principal-award-recipient", "P Okoro"),)
    text = dumps([found], "jats-front")
    assert "<institution>Sea Fund</institution>" in text
    assert '<institution-id institution-id-type="FundRef">http://dx.doi.org/10.13039/100000000</institution-id>' in text
    [again] = loads(text, "jats", jats_records="articles")
    assert again.grants == found.grants


def test_headings_of_a_journal_and_identifiers_of_an_abstract() -> None:
    """What a journal is about are headings of a vocabulary; an abstract's DOI is told from that of the article."""
    found = front(
        '<article-id pub-id-type="doi">10.5555/1</article-id>'
        '<abstract><object-id pub-id-type="doi">10.5555/1.001</object-id><p>Short.</p></abstract>'
        "<custom-meta-group><custom-meta><meta-name>journal-subject-primary</meta-name>"
        "<meta-value>Engineering</meta-value></custom-meta><custom-meta><meta-name>journal-subject-secondary"
        "</meta-name><meta-value>Materials</meta-value></custom-meta></custom-meta-group>"
    )
    assert found.doi == "10.5555/1"
    assert [(each.kind, each.value) for each in found.identifiers] == [("abstract-doi", "10.5555/1.001")]
    assert [(each.vocabulary, each.term) for each in found.subjects] == [
        ("journal-subject-primary", "Engineering"), ("journal-subject-secondary", "Materials"),
    ]  # fmt: skip
    assert not found.extra


def test_statement_on_data_in_custom_meta() -> None:
    """PLOS's statement on data is a note, as it is where it stands in ``notes``."""
    found = front(
        "<custom-meta-group><custom-meta><meta-name>Data Availability</meta-name>"
        "<meta-value>On request.</meta-value></custom-meta></custom-meta-group>"
    )
    assert (found.note, found.extra) == (("On request.",), ())


COMPOUND = "<compound-kwd>{}</compound-kwd>"


PART = '<compound-kwd-part content-type="{}">{}</compound-kwd-part>'.format


@pytest.mark.parametrize(
    ("attributes", "group", "subjects", "keywords"),
    [
        (
            'kwd-group-type="author"',
            '<title content-type="vocab">salt-thesaurus</title>'
            + COMPOUND.format(
                PART("vocab-term-identifier", "http://e.org/7") + PART("term", "Brine") + PART("code", "7")
            ),
            (Subject(term="Brine", id="http://e.org/7", vocabulary="salt-thesaurus"),),
            (),
        ),
        (
            'kwd-group-type="pacs-codes"',
            COMPOUND.format(PART("code", "42.25") + PART("value", "Salt waves")),
            (Subject(term="Salt waves", id="42.25", vocabulary="pacs-codes"),),
            (),
        ),
        (
            'kwd-group-type="author" vocab="salts"',
            '<kwd vocab-term="Brine" vocab-term-identifier="s7">brine</kwd>',
            (Subject(term="Brine", id="s7", vocabulary="salts"),),
            (),
        ),
        ('kwd-group-type="author"', COMPOUND.format(PART("code", "C1") + PART("term", "Salt")), (), ("C1 Salt",)),
        ("", COMPOUND.format(PART("abbreviation", "SW") + PART("expansion", "Salt waves")), (), ("SW Salt waves",)),
        ('vocab="salts"', "<kwd>brine</kwd>", (), ("brine",)),
    ],
)
def test_headings_with_numbers(
    attributes: str, group: str, subjects: tuple[Subject, ...], keywords: tuple[str, ...]
) -> None:
    """A term with its number in a vocabulary that is told is a heading; any other is a keyword."""
    found = front(f"<kwd-group {attributes}>{group}</kwd-group>")
    assert (found.subjects, tuple(each.text for each in found.keyword)) == (subjects, keywords)
    assert found.extra == ()


def test_what_publishers_tell_in_custom_meta() -> None:
    """The number of a preprint, and JSTOR's language; the name of anything else is part of its tag."""
    meta = "<custom-meta><meta-name>{}</meta-name><meta-value>{}</meta-value></custom-meta>".format
    told = meta("arxivppt", "arXiv:2101.00001") + meta("lang", "eng") + meta("Citation:", "Mo")
    found = front(f"<custom-meta-group>{told}</custom-meta-group>")
    assert found.identifiers == (Identifier(kind="arxiv", value="2101.00001"),)
    assert found.language == ("en",)
    assert found.extra == (("jats:meta/Citation:", "Mo"),)


NAMED = '<named-content content-type="{}">{}</named-content>'.format


FUND = NAMED("fundref:id", "10.5555/f1")


@pytest.mark.parametrize(
    ("source", "agency", "extra"),
    [
        (NAMED("funder-name", "Salt Fund") + NAMED("funder-identifier", "10.5555/f1"), "Salt Fund (10.5555/f1)", ()),
        ("Salt Fund" + NAMED("funder-id", "10.5555/f1"), "Salt Fund (10.5555/f1)", ()),
        (
            NAMED("name", "Salt Fund") + FUND + NAMED("fundref:alternate-name", "Salzfonds") + NAMED("country", "NO"),
            "Salt Fund (10.5555/f1)",
            (("jats:funding-source", "Salzfonds; NO"),),
        ),
        (f"The {NAMED('x', 'Salt')} Fund", "The Salt Fund", ()),
    ],
)
def test_numbers_and_names_of_funders(source: str, agency: str, extra: tuple[tuple[str, str], ...]) -> None:
    """The number stands in brackets behind the name, however it is marked; further names are kept."""
    group = f"<funding-group><award-group><funding-source>{source}</funding-source></award-group></funding-group>"
    found = front(group)
    assert (found.grants, found.extra) == ((Grant(agency=agency),), extra)


def test_terms_within_terms() -> None:
    """A keyword that stands within another is one of its own."""
    found = front(
        "<kwd-group><nested-kwd><kwd>salt</kwd><nested-kwd><kwd>brine</kwd></nested-kwd></nested-kwd></kwd-group>"
    )
    assert [each.text for each in found.keyword] == ["salt", "brine"]


def test_numbers_of_institutions() -> None:
    """ROR's number of an institution is read without its address, which is written with it."""
    found = front(
        '<contrib-group><contrib contrib-type="author"><name><surname>Lind</surname></name><aff><institution-wrap>'
        '<institution-id institution-id-type="ror">https://ror.org/00tides00</institution-id>'
        "<institution>Sea</institution></institution-wrap></aff></contrib></contrib-group>"
    )
    (identifier,) = found.author[0].affiliations[0].identifiers
    assert identifier.value == "00tides00"
    assert ">https://ror.org/00tides00<" in dumps([found], "jats-front")
