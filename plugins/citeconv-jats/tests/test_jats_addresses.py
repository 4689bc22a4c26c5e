"""Where links lead: addresses of licences, funders, people and pages, those behind words, and e-mail addresses."""

from __future__ import annotations

import pytest

from citeconv import Affiliation, Citation, Grant, Identifier, Report, dumps, loads


def front(article: str) -> Citation:
    """Return the citation of a front."""
    text = f'<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>{article}</article-meta></front>'
    [found] = loads(f"{text}</article>", "jats")
    return found


def reference(inner: str) -> Citation:
    """Return the citation of a reference in which text stands between the elements."""
    mixed = f'<mixed-citation publication-type="journal">{inner}</mixed-citation>'
    [found] = loads(
        f'<ref-list xmlns:xlink="http://www.w3.org/1999/xlink"><ref id="r">{mixed}</ref></ref-list>', "jats"
    )
    return found


def link(address: str, text: str = "", name: str = "ext-link", kind: str = "") -> str:
    """Return a link."""
    kind = f' content-type="{kind}"' if kind else ""
    return f'<{name} xlink:href="{address}"{kind}>{text}</{name}>'


TITLE = "<title-group><article-title>Tides</article-title></title-group>"


def test_licence_whose_address_is_in_its_words() -> None:
    """Where the words of a licence name it, the address behind them is told; that of a second link is kept."""
    words = (
        f"Under the {link('https://example.org/by', 'Open Licence')}, but for {link('https://example.org/a', 'it')}."
    )
    found = front(f"{TITLE}<permissions><license><license-p>{words}</license-p></license></permissions>")
    assert found.license == "Under the Open Licence, but for it. https://example.org/by"
    assert found.extra == (("jats:ext-link/@href", "https://example.org/a"),)


@pytest.mark.parametrize(("group", "source"), [(True, False), (False, True), (True, True)])
def test_funders_with_their_addresses(group: bool, source: bool) -> None:
    """The address of a funder in a register stands behind the name, wherever the link is, and but once."""
    href = ' xlink:href="https://doi.org/10.13039/1"'
    award = f"<award-group{href * group}><funding-source{href * source}>Sea Fund</funding-source></award-group>"
    found = front(f"{TITLE}<funding-group>{award}</funding-group>")
    assert found.grants == (Grant(agency="Sea Fund (https://doi.org/10.13039/1)"),)


def test_address_of_an_award() -> None:
    """A number that is a link keeps where it leads."""
    award = '<award-group><award-id xlink:href="https://example.org/g/7">S7</award-id></award-group>'
    found = front(f"{TITLE}<funding-group>{award}</funding-group>")
    assert (found.grants, found.extra) == (
        (Grant(number="S7"),),
        (("jats:award-id/@href", "https://example.org/g/7"),),
    )


def test_page_of_a_person() -> None:
    """A link beside a name leads to an identifier of the person, as a page at the publisher's; it goes back there."""
    name = "<name><surname>Lind</surname><given-names>Per</given-names></name>"
    found = front(
        f"{TITLE}<contrib-group><contrib>{name}{link('https://example.org/u/5', name='uri')}</contrib></contrib-group>"
    )
    assert found.author[0].identifiers == (Identifier(kind="url", value="https://example.org/u/5"),)
    assert loads(dumps([found], "jats-front"), "jats", jats_records="articles")[0].author == found.author


def test_links_beside_the_other_elements() -> None:
    """A link in a front is the address of the article, or an identifier of the kind that it names."""
    found = front(TITLE + link("https://example.org/t/1") + link("https://example.org/z/2", "2", "uri", "shelf"))
    assert (found.url, found.identifiers, found.extra) == (
        "https://example.org/t/1",
        (Identifier(kind="shelf", value="https://example.org/z/2"),),
        (),
    )


def test_addresses_behind_words() -> None:
    """In running text the address behind words is kept; one that the words say themselves is not said again."""
    behind, said = link("https://example.org/data", "our data"), link("http://www.example.org/", "example.org")
    found = front(f"{TITLE}<abstract><p>See {behind} and {said}.</p></abstract>")
    assert found.abstract[0].paragraphs == ("See our data and example.org.",)
    assert found.extra == (("jats:ext-link/@href", "https://example.org/data"),)


def test_address_behind_a_source() -> None:
    """In a reference, too, where the name of a journal is a link."""
    found = reference(f"<source>{link('https://example.org/j', 'J Inv Seas')}</source>")
    assert (found.container_title, found.extra) == (
        "J Inv Seas",
        (("jats:ext-link/@href", "https://example.org/j"),),
    )


@pytest.mark.parametrize(
    ("address", "field", "value"),
    [
        ("http://www.ncbi.nlm.nih.gov/pubmed/90000001", "pmid", "90000001"),
        ("https://pubmed.ncbi.nlm.nih.gov/90000001/", "pmid", "90000001"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9000001/", "pmcid", "PMC9000001"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/pmc9000001", "pmcid", "PMC9000001"),
        ("https://pubmed.ncbi.nlm.nih.gov/?term=tides", "pmid", ""),
    ],
)
def test_links_to_pubmed(address: str, field: str, value: str) -> None:
    """A link to a work's page in PubMed or PMC tells its number there."""
    found = reference(f"<article-title>Tides</article-title> {link(address, address)}")
    assert (getattr(found, field), found.url) == (value, address)


def test_mail_behind_a_whole_name() -> None:
    """A note on correspondence gives its address to the author whose whole name stands before it, as Pensoft has it."""
    people = "".join(
        f"<contrib><name><surname>{family}</surname><given-names>{given}</given-names></name></contrib>"
        for family, given in (("Lind", "Ada"), ("Lind", "Per"), ("Ek", "Bo"))
    )
    mails = "Per Lind (<email>shore@example.org</email>), Ada Ek (<email>x@example.org</email>)"
    note = f"<fn fn-type='corresp'><p>Corresponding authors: {mails}</p></fn>"
    found = front(f"{TITLE}<contrib-group>{people}</contrib-group><author-notes>{note}</author-notes>")
    assert [(each.email, each.corresponding) for each in found.author] == [
        ("", False),
        ("shore@example.org", True),
        ("", False),
    ]
    assert found.note == (
        "Corresponding authors: Per Lind (shore@example.org), Ada Ek (x@example.org)",
    )  # it says more than whose addresses these are


@pytest.mark.parametrize("blank", ["", "\n  "])
def test_parts_of_an_affiliation_behind_a_wrapped_institution(blank: str) -> None:
    """A comma parts what follows an institution that stands beside its number."""
    wrapped = (
        f'<institution-wrap>{blank}<institution-id institution-id-type="ror">https://ror.org/0</institution-id>{blank}'
        f"<institution>Shore Institute</institution>{blank}</institution-wrap>"
    )
    places = f"<aff>{wrapped}{blank}<addr-line>Bergen</addr-line>{blank}<country>Norway</country></aff>"
    name = "<name><surname>Lind</surname></name>"
    found = front(f"{TITLE}<contrib-group><contrib>{name}</contrib>{places}</contrib-group>")
    assert found.author[0].affiliations == (
        Affiliation(text="Shore Institute, Bergen, Norway", identifiers=(Identifier(kind="ror", value="0"),)),
    )


@pytest.mark.parametrize("text", ["arXiv:hep-ph/9901001", "hep-ph/9901001"])
@pytest.mark.parametrize("around", ["{}", "<comment>{}</comment>"])
def test_links_to_arxiv(text: str, around: str) -> None:
    """A link that names an article of arXiv has its identifier; an address that is printed is an address."""
    href = "http://arxiv.org/abs/hep-ph/9901001"
    found = reference(f"<source>J</source> {around.format(link(href, text))}")
    assert found.identifiers == (Identifier(kind="arxiv", value="hep-ph/9901001"),)
    assert (found.url, found.note, found.extra) == (href, (), ())
    printed = reference(f"<source>J</source> {link(href, href)}")
    assert (printed.url, printed.identifiers) == (href, ())


@pytest.mark.parametrize(
    ("behind", "ids"),
    [
        ('<comment>doi: <ext-link xlink:href="https://doi.org/10.5555/s.1">10.5555/s.1</ext-link></comment>',
         {"doi": "10.5555/s.1"}),
        ('<ext-link xlink:href="https://doi.org/10.5555/s.1">View</ext-link>', {"doi": "10.5555/s.1"}),
        ('doi: 10.5555/a <ext-link xlink:href="https://doi.org/10.5555/s.1">View</ext-link>', {"doi": "10.5555/a"}),
        ("<uri>http://www.ncbi.nlm.nih.gov/pubmed/90000003</uri>", {"pmid": "90000003"}),
        ('<ext-link xlink:href="https://www.ncbi.nlm.nih.gov/pmc/articles/PMC90003/">PMC</ext-link>',
         {"pmcid": "PMC90003"}),
        ('<ext-link xlink:href="https://doi.org/bvc6px">bvc6px</ext-link>', {"doi": ""}),
    ],
)  # fmt: skip
def test_links_of_cited_works(behind: str, ids: dict[str, str]) -> None:
    """A work that is cited in running text has the identifiers to which links lead, or that its note tells."""
    (found,) = loads(
        '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta/></front><back><ref-list><ref>'
        f"<mixed-citation>Mo A. Tides. 2001. {behind}</mixed-citation></ref></ref-list></back></article>",
        "jats",
        report=Report(),
        jats_records="articles",
    )
    (related,) = found.related
    assert ids == {field: getattr(related, field) for field in ids}
