"""Records of NASA ADS: its own tags, of which half mean something else than others', and its EndNote export."""

from __future__ import annotations

import pytest

from citeconv import (
    AbstractSection,
    Affiliation,
    Citation,
    Date,
    Identifier,
    Keyword,
    Name,
    loads,
)

TAGGED = """%R 2031Tide...12..345L
%T Salt in CH<SUB>4</SUB> &amp; <I>Ulva</I>
%A Lind, Per-Ove; Wei-
Roe, R. -H.; Shelf
Collaboration
%F AA(Institute of Tides, Bergen;
Shelf Office), AC(Salt House)
%J Journal of Tides
%V 12
%D 06/2031
%P 345
%L 350
%K shelves: salt (wet, dry), tides: spring-
tide
%C (c) 2031 Salt Press
%I ABSTRACT: Abstract;
%I PUB_HTML: Publisher Article;
%U https://ui.adsabs.harvard.edu/abs/2031Tide...12..345L
%X Table of salts
%B One shelf is wet. <P />Another one is dry at low
tide.
%H Salt Press
%Y DOI: 10.5555/tides.12
%Y eprintid: arXiv:3101.00001
%Y SALT: 7
%S 1.0
"""


def test_tags_of_its_own() -> None:
    """Authors, addresses by letters, keywords and numbers stand in the fields of their own, unwrapped."""
    [found] = loads(TAGGED, "refer")
    assert found == Citation(
        type="article-journal",
        title="Salt in CH<sub>4</sub> & <i>Ulva</i>",
        container_title="Journal of Tides",
        author=(
            Name(
                family="Lind",
                given="Per-Ove",
                affiliations=(Affiliation(text="Institute of Tides, Bergen; Shelf Office"),),
            ),
            Name(family="Wei-Roe", given="R-H"),
            Name(literal="Shelf Collaboration", affiliations=(Affiliation(text="Salt House"),)),
        ),
        issued=Date(year=2031, month=6),
        volume="12",
        page="345-350",
        publisher="Salt Press",
        copyright="(c) 2031 Salt Press",
        abstract=(AbstractSection(paragraphs=("One shelf is wet. Another one is dry at low tide.",)),),
        keyword=(Keyword(text="shelves: salt (wet, dry)"), Keyword(text="tides: spring-tide")),
        note=("Table of salts",),
        annote="ABSTRACT: Abstract; PUB_HTML: Publisher Article;",
        doi="10.5555/tides.12",
        identifiers=(
            Identifier(kind="bibcode", value="2031Tide...12..345L"),
            Identifier(kind="arxiv", value="3101.00001"),
        ),
        url="https://ui.adsabs.harvard.edu/abs/2031Tide...12..345L",
        extra=(("endnote:%Y", "SALT: 7"), ("endnote:%S", "1.0")),
    )


def test_classic() -> None:
    """ADS Classic has volume, issue and pages behind the journal, and links on lines that go on."""
    [found] = loads(
        "%R 2031Tide..310..407L\n%T Tides\n%A Lind, P.\n%J Notices of Salt, Volume 310, Issue 2, pp. 407-413.\n"
        "%D 12/2031\n%L 413\n%G SALT\n%I ABSTRACT: Abstract;\n   CITATIONS: Citations to the Article;\n",
        "refer",
    )
    assert (found.container_title, found.volume, found.issue, found.page) == ("Notices of Salt", "310", "2", "407-413")
    assert found.annote == "ABSTRACT: Abstract; CITATIONS: Citations to the Article;"
    assert found.extra == (("endnote:%G", "SALT"),)
    [other] = loads("%R 2031Tide..310..407L\n%T Tides\n%J Salt (ISSN 1234-5679), vol. 3, June 2031, p. 7-8.\n", "refer")
    assert (other.container_title, other.volume, other.page) == ("Salt", "3", "7-8")
    assert [issn.value for issn in other.issn] == ["1234-5679"]


@pytest.mark.parametrize(
    ("bibcode", "journal", "page", "expected"),
    [
        ("2031PhDT........14C", "Ph.D. Thesis", "", ("thesis", "")),
        ("2031salt.conf...20V", "Days of Salt", "20", ("paper-conference", "Days of Salt")),
        ("2031salt.book...20V", "Book of Salt", "20", ("chapter", "Book of Salt")),
        ("2031salt.book.....V", "Tides", "", ("book", "")),
        ("2031salt.book.....V", "Salt Studies", "", ("book", "")),
        ("2031salt.rept.....V", "Reports on Salt", "", ("report", "")),
        ("2031A&A...285L...1V", "Tides and Salt", "L1", ("article-journal", "Tides and Salt")),
    ],
)
def test_types(bibcode: str, journal: str, page: str, expected: tuple[str, str]) -> None:
    """The bibcode says what is no article."""
    [found] = loads(f"%R {bibcode}\n%T Tides\n%J {journal}\n%D 01/2031\n{'%P ' * bool(page)}{page}\n", "refer")
    assert (found.type, found.container_title) == expected
    assert found.page == page


def test_endnote_export() -> None:
    """Addresses have letters, the number at arXiv stands where others tell the last change, elements are HTML's."""
    [found] = loads(
        "%0 Journal Article\n%T Tides\n%A Lind, P.\n%A Roe, A.\n%+ AA(Salt House), AB(Shelf)\n%J Salt\n%D 2031\n"
        "%X Not Available <P />\n%= eprint: arXiv:3101.00001\n",
        "refer",
    )
    assert [[each.text for each in name.affiliations] for name in found.author] == [["Salt House"], ["Shelf"]]
    assert found.identifiers == (Identifier(kind="arxiv", value="3101.00001"),)
    assert (found.abstract, found.history) == ((), ())
