"""Reading fronts as publishers write them: what each says beyond the usual, and what is damaged."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from citeconv import AbstractSection, Citation, Date, Event, Identifier, Report, dumps, loads
from citeconv.report import Diagnostic

META = "<journal-meta>{journal}</journal-meta><article-meta>{article}</article-meta>"


def front(article: str = "", journal: str = "") -> Citation:
    """Return the citation of a front."""
    [found] = loads(f"<article><front>{META.format(article=article, journal=journal)}</front></article>", "jats")
    return found


def back(citation: Citation) -> Citation:
    """Return a citation that was written as a front and read again."""
    [found] = loads(dumps([citation], "jats-front"), "jats", jats_records="articles")
    return found


def test_the_medium_of_an_issn() -> None:
    """It is told by the format of the publication, or by the type of publication of older articles."""
    found = front(journal='<issn publication-format="print">1234-5679</issn><issn pub-type="epub">2345-678X</issn>')
    assert [("1234-5679", "print"), ("2345-678X", "electronic")] == [(each.value, each.kind) for each in found.issn]


@pytest.mark.parametrize(
    ("journal", "fields"),
    [("<journal-title>Tides</journal-title>", ("", "e22")), ("", ("e22", ""))],
)
def test_the_only_page_of_an_article_in_a_journal(journal: str, fields: tuple[str, str]) -> None:
    """It may be the number of the article; elsewhere it is a page."""
    found = front("<fpage>e22</fpage>", journal and f"<journal-title-group>{journal}</journal-title-group>")
    assert fields == (found.page, found.number)


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        ({}, None),
        ({"publication_model": "Print"}, "print"),
        ({"available_date": Date(year=2020)}, "print"),
        ({"available_date": Date(year=2020), "collection_date": Date(year=2022)}, None),
        ({"publication_model": "Electronic"}, "electronic"),
        ({"print_date": Date(year=2022)}, "electronic"),
    ],
)
def test_the_medium_of_the_date_to_cite(fields: dict[str, Any], form: str | None) -> None:
    """It is written where the other dates or the model of the publication tell it."""
    citation = Citation(type="article-journal", title="Tides", issued=Date(year=2021), **fields)
    article = etree.fromstring(dumps([citation], "jats-front").encode())
    dates = [each for each in article.iter("pub-date") if each.findtext("year") == "2021"]
    assert [form] == [each.get("publication-format") for each in dates]


def test_the_date_of_the_electronic_publication() -> None:
    """It is a date of publication like the one to cite, of the electronic medium, by which readers tell it."""
    citation = Citation(
        type="article-journal", title="Tides", issued=Date(year=2021), available_date=Date(year=2020, month=5)
    )
    article = etree.fromstring(dumps([citation], "jats-front").encode())
    dates = {each.findtext("year"): dict(each.attrib) for each in article.iter("pub-date")}
    electronic = {"date-type": "pub", "publication-format": "electronic", "iso-8601-date": "2020-05"}
    assert electronic == dates["2020"]
    assert back(citation).available_date == citation.available_date


def test_codes_of_the_journal_are_identifiers() -> None:
    """Codes have a kind that tells them from those of the article; they go back where they came from."""
    found = front(
        '<article-id pub-id-type="publisher-id">t1</article-id>',
        '<journal-id journal-id-type="nlm-ta">J Inv Seas</journal-id><journal-id journal-id-type="pmc">jis</journal-id>'
        "<journal-title-group><journal-title>Journal of Invented Seas</journal-title>"
        '<abbrev-journal-title abbrev-type="publisher">J. Inv. Seas</abbrev-journal-title>'
        '<abbrev-journal-title abbrev-type="own">JIS</abbrev-journal-title></journal-title-group>',
    )
    assert found.container_title_short == "J Inv Seas"
    assert found.identifiers == (
        Identifier(kind="journal-pmc", value="jis"),
        Identifier(kind="journal-abbrev", value="JIS"),
        Identifier(kind="publisher-id", value="t1"),
    )
    assert found.extra == ()
    assert back(found) == found


@pytest.mark.parametrize(
    ("inner", "copyright_", "licence"),
    [
        (
            "<copyright-statement>© 2019 Lind</copyright-statement><copyright-holder>Lind</copyright-holder>",
            "© 2019 Lind",
            "",
        ),
        (
            "<copyright-statement>All rights reserved</copyright-statement><copyright-year>2019</copyright-year>",
            "All rights reserved © 2019",
            "",
        ),
        ("<copyright-year>2019</copyright-year><copyright-holder>Per Lind</copyright-holder>", "© 2019 Per Lind", ""),
        (
            '<license xlink:href="https://example.org/by"><license-p>See <italic>all</italic></license-p></license>',
            "",
            "See <i>all</i> https://example.org/by",
        ),
        ('<license xlink:href="https://example.org/by"/>', "", "https://example.org/by"),
    ],
)
def test_rights_are_two_texts(inner: str, copyright_: str, licence: str) -> None:
    """What the statement of a copyright and the words of a licence do not say stands behind them."""
    found = front(f"<permissions>{inner}</permissions>")
    assert (found.copyright, found.license, found.extra) == (copyright_, licence, ())
    assert back(found) == found


def test_running_text_of_an_abstract() -> None:
    """Text with elements in it, but without paragraphs, is one paragraph."""
    found = front("<abstract>Less than 10<sup>5</sup> <italic>cells</italic>, and<p>more</p> at the end</abstract>")
    assert found.abstract == (
        AbstractSection(paragraphs=("Less than 10<sup>5</sup> <i>cells</i>, and at the end", "more")),
    )


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r"<tex-math>\documentclass{x}\begin{document}$\rho$\end{document}</tex-math>", "ρ"),
        (r"<alternatives><tex-math>$q_{\beta}$</tex-math><inline-graphic/></alternatives>", "q<sub>β</sub>"),
        (r"<alternatives><tex-math>$\Q$</tex-math><mml:math><mml:mi>q</mml:mi></mml:math></alternatives>", "q"),
        (r"<tex-math>$\Q$</tex-math><alternatives><mml:math><mml:mi>q</mml:mi></mml:math></alternatives>", "q"),
        (r"<tex-math notation='LaTeX'>5\times</tex-math>", "5×"),
    ],
)
def test_formula_of_which_there_is_only_tex(formula: str, text: str) -> None:
    """TeX is read as in BibTeX, if there is no MathML beside it or, as in IEEE's, in the alternatives behind it."""
    title = f"<title-group><article-title>On <inline-formula>{formula}</inline-formula></article-title></title-group>"
    assert front(title).title == f"On {text}"


def test_people_with_links_and_places_of_their_own() -> None:
    """An ORCID may be a link, and the e-mail of a place where only one works is that person's."""
    found = front(
        "<contrib-group><contrib><name><surname>Lind</surname></name>"
        '<ext-link ext-link-type="orcid" xlink:href="https://orcid.org/0000-0002-1825-0097">0000-0002-1825-0097</ext-link>'
        '<xref ref-type="aff" rid="a1">I</xref><xref ref-type="aff" rid="a2">II</xref></contrib>'
        '<contrib><name><surname>Okoro</surname></name><xref ref-type="aff" rid="a2">II</xref></contrib>'
        '<contrib><name><surname>Wei</surname></name><ext-link ext-link-type="orcid">0000-0001-5109-3700</ext-link>'
        '<ext-link xlink:href="mailto:wei@example.org">wei@example.org</ext-link></contrib>'
        "</contrib-group>"
        '<aff id="a1"><label>I</label>North <email>lind@example.org</email></aff>'
        '<aff id="a2"><label>II</label>South <email>all@example.org</email></aff>'
    )
    first, second, third = found.author
    assert (first.orcid, first.email, second.email) == ("0000-0002-1825-0097", "lind@example.org", "")
    assert (third.orcid, third.email) == ("0000-0001-5109-3700", "wei@example.org")
    assert found.extra == (("jats:email", "all@example.org"),)


def test_counts_events_and_relations() -> None:
    """Numbers of figures are dimensions, words of an event and of a link are kept, and the name of an odd relation."""
    found = front(
        "<pub-history><event><event-desc>Posted</event-desc><date><year>2019</year></date>"
        '<self-uri xlink:href="https://example.org/r">A review</self-uri></event></pub-history>'
        '<related-article related-article-type="companion" xlink:href="10.5555/x" ext-link-type="doi"/>'
        '<counts><fig-count count="1"/><table-count count="2"/><count count-type="boxes" count="3"/></counts>'
    )
    assert found.dimensions == "1 figure, 2 tables, 3 boxes"
    assert [(each.kind, each.doi, each.note) for each in found.related] == [("other", "10.5555/x", "companion")]
    assert found.extra == (("jats:event-desc", "Posted"), ("jats:self-uri", "A review"))
    assert found.identifiers == (Identifier(kind="event-url", value="https://example.org/r"),)


def test_counts_stand_together() -> None:
    """The numbers of references and of pages are one list; a number in words is said beside it."""
    counted = Citation(type="article-journal", title="T", number_of_references="12", number_of_pages="3")
    text = "".join(map(str.strip, dumps([counted], "jats-front", report=Report()).splitlines()))

    assert '<counts><ref-count count="12"/><page-count count="3"/></counts>' in text
    assert back(counted) == counted
    assert back(Citation(type="article-journal", title="T", number_of_pages="xii")).number_of_pages == "xii"


def test_parts_of_a_front_without_one() -> None:
    """Of a fragment, what stands in the article itself is read."""
    [found] = loads(
        "<article><article-meta><article-id>1</article-id><volume>7</volume></article-meta></article>", "jats"
    )
    assert found.volume == "7"


REFERENCES = "<back><ref-list><ref><mixed-citation>One</mixed-citation></ref></ref-list></back>"


@pytest.mark.parametrize(
    ("behind", "cited", "told"),
    [
        (f"<body><p>not closed</body>{REFERENCES}", 1, 0),
        (f"<body/>{REFERENCES}", 1, 0),
        (f"<body>x</body>{REFERENCES}<sub-article><body>y</body></sub-article>", 1, 0),
        ("<back><fn>not closed</back>", 0, 1),
    ],
)
def test_damage_behind_the_front(behind: str, cited: int, told: int) -> None:
    """A body is not read, so that its damage does not matter; damage elsewhere leaves the front."""
    article = "<article-meta><article-id>1</article-id><volume>7</volume></article-meta>"
    seen: list[Diagnostic] = []
    report = Report()
    report.listen(seen.append)
    [found] = loads(f"<article><front>{article}</front>\n{behind}</article>", "jats", report=report)
    assert found.volume == "7"
    assert len(found.related) == cited
    assert sum("read by the front alone" in each.message for each in seen) == told


def test_a_list_without_what_is_around_it() -> None:
    """The works cited are read where the list stands in the article itself, as the parts of its front do."""
    [found] = loads(
        "<article><article-meta><article-id>1</article-id><title-group><article-title>Salt</article-title></title-group>"
        "</article-meta><ref-list><ref><mixed-citation>Mo A. Seas. 2001</mixed-citation></ref></ref-list></article>",
        "jats",
    )
    assert (found.title, [each.citation for each in found.related]) == ("Salt", ["Mo A. Seas. 2001"])


@pytest.mark.parametrize(
    ("citation", "printed"),
    [
        (
            ("<person-group><name><surname>Mo</surname><given-names>AB</given-names></name><name><surname>Lind</surname>"
            "<given-names>P</given-names></name></person-group>: <article-title>Salt</article-title><source><italic>"
            "Seas</italic></source><volume>7</volume>:<fpage>1</fpage><lpage>9</lpage>"),
            "Mo AB, Lind P: Salt <i>Seas</i> 7:1-9",
        ),
        ("<name><surname>Mo</surname></name>\n  <name><surname>Lind</surname></name>\n, <year>2001</year>",
         "Mo, Lind, 2001"),
        (". Mo A. H<sub>2</sub>O. <italic>Seas</italic>. 2001", "Mo A. H<sub>2</sub>O. <i>Seas</i>. 2001"),
    ],
)  # fmt: skip
def test_what_is_cited_reads_as_it_is_printed(citation: str, printed: str) -> None:
    """Elements side by side are apart, names with a comma; a full stop behind the label goes with it."""
    [found] = loads(
        "<article><front><article-meta><article-id>1</article-id></article-meta></front><back><ref-list><ref>"
        f"<label>1</label><mixed-citation>{citation}</mixed-citation></ref></ref-list></back></article>",
        "jats",
    )
    assert [each.citation for each in found.related] == [printed]


def test_addresses_of_an_article() -> None:
    """The first whole address is the article's; other ones, and the name of a file, identify it."""
    found = front(
        '<self-uri content-type="pdf" xlink:href="e00001.pdf"/><self-uri xlink:href="https://example.org/1"/>'
        '<self-uri xlink:href="https://example.org/2">The same, printed</self-uri>'
        '<self-uri content-type="zoobank">http://zoobank.org/0</self-uri>'
    )
    assert found.url == "https://example.org/1"
    assert [(each.kind, each.value) for each in found.identifiers] == [
        ("pdf", "e00001.pdf"), ("url", "https://example.org/2"), ("zoobank", "http://zoobank.org/0"),
    ]  # fmt: skip
    assert found.extra == (("jats:self-uri", "The same, printed"),)


def test_what_says_nothing_new_is_not_kept() -> None:
    """A heading in the words of its group's type, and "and" between people, say nothing."""
    found = front(
        "<contrib-group><contrib><name><surname>Ao</surname></name></contrib><x> and </x><contrib><name><surname>Bo"
        '</surname></name></contrib><x>edited by</x></contrib-group><kwd-group kwd-group-type="research-organism">'
        "<title>Research organism</title><kwd>Mouse</kwd></kwd-group>"
    )
    assert found.keyword[0].owner == "research-organism"
    assert found.extra == (("jats:x", "edited by"),)


def test_attributes_that_no_table_knows_are_kept() -> None:
    """What an attribute says of the work is kept, of whatever element; what it says of the page is not."""
    found = front(
        '<contrib-group><contrib contrib-type="author" id="a1" deceased="yes" corresp="no"><name name-style="western">'
        '<surname specific-use="x" degree="Dr">Ao</surname></name></contrib></contrib-group>'
        '<license count="2" xlink:type="simple"><license-p xml:lang="en" type="open">Free.</license-p></license>'
    )
    assert found.extra == (
        ("jats:contrib/@deceased", "yes"), ("jats:surname/@degree", "Dr"), ("jats:license/@count", "2"),
        ("jats:license-p/@type", "open"),
    )  # fmt: skip


def test_attributes_of_references_are_kept() -> None:
    """An attribute of an element within a reference is kept, too."""
    [found] = loads(
        '<ref-list><ref id="r1" tag="y"><element-citation publication-type="journal" id="c1"><article-title>A'
        '</article-title><source>B</source><year owner="x">2001</year></element-citation></ref></ref-list>', "jats"
    )  # fmt: skip
    assert found.extra == (("jats:ref/@tag", "y"), ("jats:year/@owner", "x"))


def test_relations_that_say_in_attributes_where_the_article_stands() -> None:
    """Volume, issue and page in attributes are printed with the citation; an address of a DOI is the DOI."""
    found = front(
        '<related-article vol="2" issue="3" page="e9" xlink:href="info:doi/10.5555/x"/>'
        '<related-article vol="4" xlink:href="https://doi.org/10.5555/y">Moss.</related-article>'
        '<related-article page="7" xlink:href="https://example.org/z"/>'
    )
    assert [(each.citation, each.doi) for each in found.related] == [
        ("2(3):e9", "10.5555/x"),
        ("Moss. 4", "10.5555/y"),
        (":7", ""),
    ]
    assert found.related[2].identifiers == (Identifier(kind="uri", value="https://example.org/z"),)
    assert not found.extra


def test_volume_of_several_years() -> None:
    """Two dates in one are where it begins and where it ends."""
    found = front("<pub-date><month>1</month><year>1843</year> <month>5</month><year>1850</year></pub-date>")
    assert found.issued == Date(year=1843, month=1, end=Date(year=1850, month=5))
    assert front("<pub-date><year>1843</year><year>1843</year></pub-date>").issued == Date(year=1843)


def test_versions() -> None:
    """What PMC counts is no version of the work."""
    version = '<article-version article-version-type="{}">2</article-version>'.format
    assert front(version("preprint-version")).version == "2"
    assert front(version("pmc-version")).version == ""


def test_language_of_a_translated_title() -> None:
    """It stands at the group or at the title in it; an English title is the title."""
    titles = (
        '<title-group><article-title xml:lang="es">Sal</article-title><trans-title-group{}><trans-title{}>Salt'
        "</trans-title></trans-title-group></title-group>"
    ).format
    for group, title in ((' xml:lang="en"', ""), ("", ' xml:lang="en"')):
        found = front(titles(group, title))
        assert (found.title, found.original_title) == ("Salt", "Sal")


def test_footnotes_of_a_title() -> None:
    """What stands at the end of a title to lead to a footnote goes, and the footnote is a note."""
    found = front(
        "<title-group><article-title><italic>R</italic>-salts<xref ref-type='fn' rid='f1'>*</xref> "
        "<fn id='f1'><label>*</label><p>Paid by tides.</p></fn></article-title></title-group>"
    )
    assert (found.title, found.note) == ("<i>R</i>-salts", ("Paid by tides.",))
    within = "<title-group><article-title>On <xref>2</xref> salts</article-title></title-group>"
    assert front(within).title == "On 2 salts"


@pytest.mark.parametrize("kind", ["abstract", "section", "structured"])
def test_kinds_of_the_own_abstract(kind: str) -> None:
    """Some publishers say of an abstract that it is one, or how it looks."""
    found = front(f'<abstract abstract-type="{kind}"><p>Salt.</p></abstract>')
    assert (found.abstract, found.other_abstracts) == ((AbstractSection(paragraphs=("Salt.",)),), ())


@pytest.mark.parametrize(
    ("kind", "meta", "expected"),
    [
        ("other", "<volume>6</volume>", "article-journal"),
        ("other", "", "document"),
    ],
)
def test_type_that_pandoc_does_not_know(kind: str, meta: str, expected: str) -> None:
    """An article of another kind with a place in a journal is a journal's; what it is written as tells what it was."""
    journal = "<journal-title-group><journal-title>J</journal-title></journal-title-group>"
    text = f'<article article-type="{kind}"><front>{META.format(article=meta, journal=journal)}</front></article>'
    [found] = loads(text, "jats", jats_records="articles")
    assert found.type == expected
    assert back(found).type == found.type
    document = Citation(container_title="J", volume="6")
    assert back(document).type == "document"


def test_word_before_the_number_of_a_preprint() -> None:
    """It is no part of the number."""
    found = front('<article-id pub-id-type="arxiv">arXiv:2101.00001</article-id>')
    assert found.identifiers == (Identifier(kind="arxiv", value="2101.00001"),)


def test_references_to_affiliations_by_their_labels() -> None:
    """Where a reference has no id, as the BMJ's have, its text is the label; what else has numbers is no reference."""
    person = "<contrib><name><surname>{}</surname></name>{}</contrib>".format
    places = '<aff id="af1"><label>1</label>Salt Institute 2</aff><aff id="af2"><label>2</label>Tide School</aff>'
    people = person("Mo", '<xref ref-type="aff">1,<sup>2</sup></xref>') + person("Ek 2", "")
    found = front(f"<contrib-group>{people}</contrib-group>{places}")
    assert [[place.text for place in name.affiliations] for name in found.author] == [
        ["Salt Institute 2", "Tide School"],
        [],
    ]
    assert found.extra == ()


def test_affiliations_as_printed_and_in_parts() -> None:
    """SciELO has them so: they are taken as printed, and what a part says beside it follows."""
    place = (
        '<aff id="{0}"><label>{0}</label><institution content-type="orgname">Tide School</institution><addr-line>'
        '<named-content content-type="city">Bodø</named-content></addr-line><country country="NO">{1}</country>'
        '<institution content-type="original">Tide School, Bodø, Norway</institution><email>e@x.org</email></aff>'
    ).format
    person = '<contrib><name><surname>Mo</surname></name><xref ref-type="aff" rid="{}"/></contrib>'.format
    places = place("a", "Norway") + place("b", "Norge")
    found = front(f"<contrib-group>{person('a')}{person('b')}</contrib-group>{places}")
    assert [[place.text for place in name.affiliations] for name in found.author] == [
        ["Tide School, Bodø, Norway"],
        ["Tide School, Bodø, Norway, Norge"],
    ]


def test_server_for_preprints_in_the_place_of_a_journal() -> None:
    """Its articles are preprints; an article that is said to be a journal's stays one when it is written."""
    title = "<journal-title-group><journal-title>bioRxiv</journal-title></journal-title-group>"
    assert front(journal=title).type == "article"
    assert back(Citation(type="article-journal", title="T", container_title="bioRxiv")).type == "article-journal"


def test_events_do_not_name_the_work() -> None:
    """The addresses and numbers of a preprint, which eLife and others tell as an event, are not the article's own."""
    found = front(
        '<article-id pub-id-type="doi">10.5555/own</article-id><pub-history><event event-type="preprint">'
        '<date date-type="preprint"><year>2019</year></date>'
        '<self-uri content-type="preprint" xlink:href="https://doi.org/10.5555/preprint"/></event>'
        '<event><date date-type="review"><year>2020</year></date><article-id pub-id-type="doi">10.5555/review'
        '</article-id></event></pub-history><self-uri xlink:href="https://example.org/own"/>'
    )
    assert (found.doi, found.url) == ("10.5555/own", "https://example.org/own")
    assert found.identifiers == (
        Identifier(kind="preprint-doi", value="10.5555/preprint"),
        Identifier(kind="event-doi", value="10.5555/review"),
    )


@pytest.mark.parametrize(
    ("language", "first", "second", "family"),
    [
        ("en", 'name-style="eastern" xml:lang="zh"', 'name-style="western" xml:lang="en"', "Li"),
        ("zh", 'name-style="western" xml:lang="en"', 'name-style="eastern" xml:lang="zh-Hans"', "Li"),
        ("en", 'name-style="eastern"', 'name-style="western"', "Li"),
        ("zh", 'name-style="eastern"', 'name-style="western"', "Other"),
        ("", 'name-style="eastern"', 'name-style="western"', "Other"),
    ],
)
def test_the_form_of_a_name(language: str, first: str, second: str, family: str) -> None:
    """Of the forms of a name, the one in the article's language is taken, or the one in its script."""
    (found,) = loads(
        f'<article xml:lang="{language}"><front><article-meta><article-id>1</article-id><contrib-group>'
        f'<contrib contrib-type="author"><name-alternatives><name {first}><surname>Other</surname></name>'
        f"<name {second}><surname>Li</surname></name></name-alternatives></contrib></contrib-group></article-meta>"
        "</front></article>",
        "jats",
    )
    assert [name.family for name in found.author] == [family]


def test_colons_behind_labels() -> None:
    """The colon behind the label of a section is a manner of printing."""
    found = front("<abstract><sec><title>Methods :</title><p>So.</p></sec></abstract>")
    assert [section.label for section in found.abstract] == ["Methods"]

    citation = Citation(type="article-journal", abstract=(AbstractSection(label="Methods:", paragraphs=("So.",)),))
    report = Report()
    dumps([citation], "jats-front", report=report)
    assert set(report.lost()) == {"abstract"}


@pytest.mark.parametrize(
    ("attributes", "kind", "doi", "note"),
    [
        ('object-type="dataset" document-id="10.5555/d" document-id-type="doi"', "associated-dataset", "10.5555/d", ""),
        (
            'content-type="video" ext-link-type="doi" xlink:href="https://doi.org/10.5555/v"',
            "other",
            "10.5555/v",
            "video",
        ),
    ],
)
def test_objects_in_no_database(attributes: str, kind: str, doi: str, note: str) -> None:
    """An object that is told by its identifier alone is a relation."""
    (related,) = front(f"<related-object {attributes}/>").related
    assert (kind, doi, note) == (related.kind, related.doi, related.note)


def test_who_made_what_is_reviewed() -> None:
    """The people of a product are those whose work is reviewed, however they are grouped."""
    found = front(
        "<product><person-group><name><surname>Okoro</surname><given-names>A</given-names></name></person-group>, "
        "<source>Salt</source>, <collab>Brine Society</collab></product>"
    )
    assert found.reviewed_title == "Salt"
    assert [name.family or name.literal for name in found.reviewed_author] == ["Okoro", "Brine Society"]


def test_the_time_of_an_event() -> None:
    """It stands behind a whole day; elsewhere, and in words, it has no form and is told."""
    day, month = Date(year=2020, month=1, day=2), Date(year=2020, month=2)
    kinds = {"received": (day, "06:00"), "accepted": (month, "07:00"), "revised": (day, "noon")}
    history = tuple([Event(kind=kind, date=date, time=time) for kind, (date, time) in kinds.items()])
    told: list[Diagnostic] = []
    report = Report(told.append)
    output = dumps([Citation(type="article-journal", title="Salt", history=history)], "jats-front", report=report)
    [found] = loads(output, "jats", report=Report(), jats_records="articles")
    assert [(event.kind, event.date, event.time) for event in found.history] == [
        ("received", day, "06:00"), ("accepted", month, ""), ("revised", day, ""),
    ]  # fmt: skip
    assert [each.message for each in told] == [
        "history: accepted: no form for the time 07:00", "history: revised: no form for the time noon",
    ]  # fmt: skip


def test_dates_in_words_alone() -> None:
    """A day that is told in words in whatever order is that day."""
    found = front("<history><date date-type='accepted'><string-date>1 January 2021</string-date></date></history>")
    assert [each.date for each in found.history] == [Date(year=2021, month=1, day=1)]
