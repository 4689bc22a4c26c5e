"""Records of the same work are told from those that only share a number or a title."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citeconv import Citation, Date, Identifier, Issn, Name
from citeconv.merging.likeness import AUTHOR_KEY, PLACE_KEY, TITLE_KEY, difference, keys

TITLE = "Tides of the northern shelf and their causes"
DOI, PMID = "10.1000/Shelf.1", "99000001"
ARTICLE = Citation(
    title=TITLE,
    author=(Name(family="Ásgeirsdóttir", given="B"),),
    issued=Date(year=2021, month=3),
    volume="12",
    page="31-40",
)

SAME = {
    "PMID": (replace(ARTICLE, pmid=PMID), replace(ARTICLE, pmid=PMID, volume="13")),
    "DOI without case": (replace(ARTICLE, doi=DOI), replace(ARTICLE, doi=DOI.lower())),
    "PMID before a DOI that was mistyped": (
        replace(ARTICLE, pmid=PMID, doi=DOI),
        replace(ARTICLE, pmid=PMID, doi="10.1000/shelf.l"),
    ),
    "a record without a title": (replace(ARTICLE, doi=DOI), Citation(doi=DOI)),
    "titles without a letter": (Citation(title="…", doi=DOI), Citation(title="?", doi=DOI)),
    "a subtitle that one database leaves out": (
        replace(ARTICLE, doi=DOI),
        replace(ARTICLE, doi=DOI, title=f"{TITLE}: a review of fifty years"),
    ),
    "another spelling": (
        replace(ARTICLE, doi=DOI, title="The role of TGF-β1 in tumour growth and in the healing of wounds"),
        replace(ARTICLE, doi=DOI, title="The role of TGF-beta1 in tumor growth and in the healing of wounds"),
    ),
    "numerals in words and in figures": (
        replace(ARTICLE, doi=DOI, title="Tides of three shelves: the third survey. II. Causes"),
        replace(ARTICLE, doi=DOI, title="TIDES OF 3 SHELVES - THE 3RD SURVEY .2. CAUSES"),
    ),
    "a volume that one database leaves out": (
        replace(ARTICLE, doi=DOI),
        replace(ARTICLE, doi=DOI, title=f"{TITLE}, Vol. 2"),
    ),
    "an operation that corrects, with a subtitle": (
        replace(ARTICLE, doi=DOI, title="Correction of scoliosis"),
        replace(ARTICLE, doi=DOI, title="Correction of scoliosis: a trial"),
    ),
    "markup and accents": (
        replace(ARTICLE, doi=DOI, title="Étude de <i>Fucus</i> à marée basse"),
        replace(ARTICLE, doi=DOI, title="ETUDE DE FUCUS A MAREE BASSE"),
    ),
    "a translated title beside the original one": (
        replace(ARTICLE, doi=DOI, title="Gezeiten des Schelfs"),
        replace(ARTICLE, doi=DOI, title="Tides of the shelf", original_title="Gezeiten des Schelfs."),
    ),
    "two notices": (
        replace(ARTICLE, doi=DOI, title=f"Retraction: {TITLE}"),
        replace(ARTICLE, doi=DOI, title=f"Retraction: {TITLE} (J Shelf, 2020)"),
    ),
    "a notice under two titles, in one place": (
        replace(ARTICLE, pmid=PMID, title=f"Retracted: {TITLE}"),
        replace(ARTICLE, pmid=PMID, title=f"Erratum: {TITLE}"),
    ),
    "a notice under two titles, with the DOI and number of one article": (
        replace(ARTICLE, doi=DOI, title=f"Retracted: {TITLE}", page="", number="9857310"),
        replace(ARTICLE, doi=DOI, title=f"Retraction: {TITLE}", page="9857310"),
    ),
    "a correction as PubMed and as the Web of Science have it": (
        replace(ARTICLE, doi=DOI, title=f"Erratum for {TITLE}", page=""),
        replace(ARTICLE, doi=DOI, title=f"{TITLE} (vol 12, pg 31, 2020)", page="400"),
    ),
    "a correction with both": (
        replace(ARTICLE, doi=DOI, title=f"Correction: {TITLE}"),
        replace(ARTICLE, doi=DOI, title=f"Correction to: {TITLE} (vol 12, e31, 2020)"),
    ),
    "a supplement behind the volume, and in the issue": (
        replace(ARTICLE, volume="129 Suppl 1"),
        replace(ARTICLE, volume="129", issue="SUPPL. 1"),
    ),
    "a notice that says so behind its title, and before it": (
        replace(ARTICLE, doi=DOI, title=f"{TITLE} [Retraction]", volume="12 Suppl 1"),
        replace(ARTICLE, doi=DOI, title=f"Retraction to: {TITLE} (J Shelf. 2018, 10, 31-40.)", page="31"),
    ),
    "title, year and page, and the author in another form": (
        ARTICLE,
        replace(ARTICLE, author=(Name(family="Asgeirsdottir", given="Björk"),), issued=Date(year=2021), page="31"),
    ),
    "title, year and page, and the volume": (ARTICLE, replace(ARTICLE, author=())),
    "a title that was mistyped, in one place": (
        ARTICLE,
        replace(ARTICLE, title=f"[{TITLE.replace('causes', 'cuases')}]"),
    ),
    "a part behind the volume": (ARTICLE, replace(ARTICLE, volume="12 ( Pt 1)", title=f"{TITLE}: a survey")),
    "an article that begins a title, which one database leaves out": (
        replace(ARTICLE, doi=DOI),
        replace(ARTICLE, doi=DOI, title=f"The {TITLE}", volume="", page=""),
    ),
    "a page that one database lacks": (ARTICLE, replace(ARTICLE, page="")),
    "an article before it is in a volume, and the journal's abbreviation": (
        replace(ARTICLE, container_title="The Journal of Shelf Studies"),
        replace(ARTICLE, container_title_short="J Shelf Stud", volume="", page=""),
    ),
    "an article before it is in a volume, and an ISSN": (
        replace(ARTICLE, container_title="Shelf", issn=(Issn(value="1234-5679"),)),
        replace(ARTICLE, container_title="Trans. N. Sh.", issn=(Issn(value="1234-5679"),), volume="", page=""),
    ),
    "a particle that one database leaves out": (
        replace(ARTICLE, author=(Name(family="Lind", particle="van der"),)),
        replace(ARTICLE, author=(Name(family="Lind"),)),
    ),
    "a letter that one database does not know": (
        replace(ARTICLE, author=(Name(family="Kuźdał"),)),
        replace(ARTICLE, author=(Name(family="Ku?da?"),)),
    ),
}

DIFFERENT = {
    "chapters that share the DOI of their book": (
        replace(ARTICLE, type="chapter", doi=DOI, title="Preface"),
        replace(ARTICLE, type="chapter", doi=DOI, title="Currents"),
        "another title",
    ),
    "parts that share the DOI of the whole": (
        replace(ARTICLE, doi=DOI, title=f"{TITLE}, part II"),
        replace(ARTICLE, doi=DOI, title=f"{TITLE}, part III"),
        "another title",
    ),
    "a notice with the DOI of its article": (
        replace(ARTICLE, doi=DOI),
        replace(ARTICLE, doi=DOI, title=f"Correction to: {TITLE}"),
        "another title",
    ),
    "a correction as the Web of Science has it, with the DOI of its article": (
        replace(ARTICLE, doi=DOI),
        replace(ARTICLE, doi=DOI, title=f"{TITLE} (vol 12, pg 31, 2021)", page="400"),
        "another title",
    ),
    "volumes of a handbook, with the DOI of all": (
        replace(ARTICLE, doi=DOI, title=f"{TITLE}, vol 1", page=""),
        replace(ARTICLE, doi=DOI, title=f"{TITLE}, vol 2", page=""),
        "another title",
    ),
    "an erratum with the DOI of its article, by PubMed": (
        replace(ARTICLE, doi=DOI, pmid=PMID),
        replace(ARTICLE, doi=DOI, pmid="99000002"),
        "another PMID",
    ),
    "abstracts of a meeting on one page, with the DOI of all": (
        replace(ARTICLE, doi=DOI, title="Salt", page="S12"),
        replace(ARTICLE, doi=DOI, title="Currents", page="S12"),
        "another title",
    ),
    "abstracts of a meeting on one page of the web, with the DOI of all": (
        replace(ARTICLE, doi=DOI, title="Salt", page="e814"),
        replace(ARTICLE, doi=DOI, title="Currents", page="e814"),
        "another title",
    ),
    "a PMID that was mistyped": (
        replace(ARTICLE, pmid=PMID),
        replace(ARTICLE, pmid=PMID, title="Salt", page="7"),
        "another title",
    ),
    "a review and its update": (
        replace(ARTICLE, doi="10.1002/14651858.CD000001.pub2"),
        replace(ARTICLE, doi="10.1002/14651858.CD000001.pub3"),
        "another DOI",
    ),
    "forewords of the same year and page": (
        replace(ARTICLE, title="Foreword"),
        replace(ARTICLE, title="Foreword", author=(Name(family="Lind"),)),
        "another first author",
    ),
    "abstracts of a meeting, printed twice": (ARTICLE, replace(ARTICLE, volume="99"), "another volume"),
    "articles of one title in one volume": (ARTICLE, replace(ARTICLE, page="41-50"), "another first page"),
    "an article and its preprint": (
        replace(ARTICLE, container_title="Journal of Shelf Studies"),
        replace(ARTICLE, type="article", container_title="TideRxiv", volume="", page=""),
        "no page in common",
    ),
    "a paper at a conference, in a journal without a page": (
        replace(ARTICLE, container_title="Shelf"),
        replace(ARTICLE, container_title="Proceedings of the Shelf Society", volume="", page=""),
        "no page in common",
    ),
    "a comment with the DOI of its article": (
        replace(ARTICLE, doi=DOI),
        replace(ARTICLE, doi=DOI, title=f"Comment: {TITLE}", page="41"),
        "another title",
    ),
    "a record without a title that has a number in a database": (
        replace(ARTICLE, identifiers=(Identifier(kind="wos", value="000990000000001"),)),
        replace(ARTICLE, identifiers=(Identifier(kind="wos", value="000990000000001"),), title=""),
        "no title",
    ),
    "another author whose name begins so": (
        replace(ARTICLE, author=(Name(family="Berg"),)),
        replace(ARTICLE, author=(Name(family="Bergman"),)),
        "another first author",
    ),
    "another author with a short name": (
        replace(ARTICLE, author=(Name(family="Lee"),)),
        replace(ARTICLE, author=(Name(family="Le"),)),
        "another first author",
    ),
    "editorials without an author or a volume": (
        replace(ARTICLE, author=(), volume=""),
        replace(ARTICLE, author=(), volume=""),
        "neither volume nor first author in common",
    ),
    "nothing but a number in a database": (
        Citation(identifiers=(Identifier(kind="wos", value="000111222300001"),)),
        Citation(identifiers=(Identifier(kind="wos", value="000111222300001"),)),
        "no title",
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_the_same_work(case: str) -> None:
    """Whatever else differs, it has a key in common and nothing against it, in either order."""
    one, other = SAME[case]
    assert set(keys(one, by_title=True)) & set(keys(other, by_title=True))
    assert ("", "") == (difference(one, other), difference(other, one))


@pytest.mark.parametrize("case", DIFFERENT)
def test_different_works(case: str) -> None:
    """They share a key, and something tells them apart."""
    one, other, why = DIFFERENT[case]
    assert set(keys(one, by_title=True)) & set(keys(other, by_title=True))
    assert (why, why) == (difference(one, other), difference(other, one))


def found(citation: Citation) -> list[str]:
    """Return the names of all that another record of the same work may share."""
    return [what for what, _ in keys(citation, by_title=True)]


def test_titles_count_where_they_are_asked_for() -> None:
    """Without that, only identifiers point at other records; a title needs a year, and a page or an author."""
    assert not list(keys(ARTICLE, by_title=False))
    assert [TITLE_KEY, PLACE_KEY, AUTHOR_KEY] == found(ARTICLE)
    assert [TITLE_KEY, PLACE_KEY, AUTHOR_KEY] == found(replace(ARTICLE, page="", number="e31"))
    assert [AUTHOR_KEY] == found(replace(ARTICLE, page=""))
    assert [TITLE_KEY] == found(replace(ARTICLE, author=()))
    assert [TITLE_KEY, AUTHOR_KEY] == found(replace(ARTICLE, volume=""))
    assert [TITLE_KEY, PLACE_KEY] == found(replace(ARTICLE, title="Reply to a letter"))
    assert not found(replace(ARTICLE, issued=None))
    assert [("PMID", PMID), ("PMCID", "pmc1"), ("DOI", DOI.lower())] == (
        list(keys(Citation(pmid=PMID, pmcid="PMC1", doi=DOI), by_title=False))
    )
    assert [("DOI", "10.1/x tides"), ("DOI", "10.1/x")] == list(keys(Citation(title="Tides", doi="10.1/X"), False))
