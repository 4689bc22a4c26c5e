"""What single publishers have otherwise than the rest, in fronts and in references."""

from __future__ import annotations

import pytest

from citeconv import (
    Abstract,
    AbstractSection,
    Citation,
    Date,
    Identifier,
    Issn,
    Name,
    Related,
    Report,
    Subject,
    dumps,
    loads,
)


def front(article: str, journal: str = "") -> Citation:
    """Return the citation of a front."""
    parts = f"<journal-meta>{journal}</journal-meta><article-meta>{article}</article-meta>"
    [found] = loads(f"<article><front>{parts}</front></article>", "jats")
    return found


def back(citation: Citation) -> Citation:
    """Return a citation that was written as a front and read again."""
    [found] = loads(dumps([citation], "jats-front"), "jats", jats_records="articles")
    return found


def reference(inner: str, name: str = "mixed-citation", kind: str = "journal", label: str = "") -> Citation:
    """Return the only citation of a list."""
    citation = f'<{name} publication-type="{kind}">{inner}</{name}>'
    text = (
        f'<ref-list xmlns:xlink="http://www.w3.org/1999/xlink"><ref><label>{label}</label>{citation}</ref></ref-list>'
    )
    [found] = loads(text, "jats")
    return found


def contrib(family: str, more: str = "", kind: str = "author") -> str:
    """Return a contributor."""
    return f'<contrib contrib-type="{kind}"><name><surname>{family}</surname></name>{more}</contrib>'


# -- fronts


@pytest.mark.parametrize(
    "group",
    [
        "<on-behalf-of>for the Tide Group</on-behalf-of></contrib>",
        "<collab>for the Tide Group</collab></contrib>",
        "</contrib><on-behalf-of>for the Tide Group</on-behalf-of>",
    ],
)
def test_whom_authors_write_for(group: str) -> None:
    """A group on whose behalf authors write is an author behind all of them, as PubMed has it."""
    person = contrib("Lind").removesuffix("</contrib>")
    found = front(f"<contrib-group>{person}{group}{contrib('Mo')}</contrib-group>")
    assert found.author == (Name(family="Lind"), Name(family="Mo"), Name(literal="for the Tide Group"))
    assert found.extra == ()
    assert back(found) == found


@pytest.mark.parametrize(
    "group",
    [
        "<collab-name>Tide Collaboration</collab-name>",
        "<collab-wrap><collab-name>Tide Collaboration</collab-name></collab-wrap>",
        "<collab>Tide Collaboration</collab>",
    ],
)
def test_collaborations_are_authors(group: str) -> None:
    """Physicists say of a group that it is a collaboration, not what it did; JATS 1.4 has its name apart."""
    found = front(f'<contrib-group><contrib contrib-type="collaboration">{group}</contrib></contrib-group>')
    assert found.author == (Name(literal="Tide Collaboration"),)
    found = reference(f'<person-group person-group-type="author"><etal/>({group})</person-group>')
    assert (found.author, found.extra) == ((Name(literal="Tide Collaboration"),), ())


def test_members_of_a_group_whose_name_stands_apart() -> None:
    """The people within the element around the name of a group are its members."""
    members = f"<contrib-group>{contrib('Lind')}</contrib-group>"
    wrap = f"<collab-wrap><collab-name>Tide</collab-name>{members}</collab-wrap>"
    found = front(f"<contrib-group><contrib>{wrap}</contrib></contrib-group>")
    assert found.author == (Name(literal="Tide", members=(Name(family="Lind"),)),)


def test_only_affiliation_of_an_article() -> None:
    """The only affiliation is that of all authors, who need not refer to it; editors among them have others."""
    people = contrib("Lind") + contrib("Mo", '<xref ref-type="aff"/>') + contrib("Okoro", kind="editor")
    found = front(f"<contrib-group>{people}</contrib-group><aff>Sea Institute</aff>")
    assert [[place.text for place in name.affiliations] for name in found.author] == [["Sea Institute"]] * 2
    assert found.editor == (Name(family="Okoro"),)
    assert found.extra == ()


def test_affiliations_of_several_are_tied_by_references() -> None:
    """Of several affiliations to which nobody refers, none is known to be anybody's."""
    found = front(f"<contrib-group>{contrib('Lind')}</contrib-group><aff>Sea</aff><aff>Lake</aff>")
    assert found.author == (Name(family="Lind"),)
    assert found.extra == (("jats:aff", "Sea"), ("jats:aff", "Lake"))


def test_references_within_an_affiliation() -> None:
    """An affiliation of a person that is nothing but references is what they refer to."""
    person = contrib("Lind", '<aff><xref ref-type="aff" rid="b"/><xref ref-type="aff" rid="a"/></aff>')
    found = front(f'<contrib-group>{person}</contrib-group><aff id="a">Sea</aff><aff id="b">Lake</aff>')
    assert [place.text for place in found.author[0].affiliations] == ["Lake", "Sea"]


def test_impact_statement_is_a_short_abstract() -> None:
    """The sentence that eLife has for lists of articles is an abstract of the kind that JATS calls a teaser."""
    meta = (
        "<custom-meta><meta-name>Author impact statement</meta-name><meta-value>Tides turn.</meta-value></custom-meta>"
    )
    found = front(f"<custom-meta-group>{meta}</custom-meta-group>")
    expected = Abstract(kind="teaser", sections=(AbstractSection(paragraphs=("Tides turn.",)),))
    assert (found.other_abstracts, found.extra) == ((expected,), ())
    assert back(found) == found


def test_names_with_values_of_a_journal() -> None:
    """What Springer says of a journal stands behind it in older files, and is read as in the article."""
    meta = "<custom-meta><meta-name>{}</meta-name><meta-value>{}</meta-value></custom-meta>"
    metas = meta.format("journal-subject-primary", "Physics") + meta.format("toc-levels", "0")
    found = front("", f"<custom-meta-group>{metas}</custom-meta-group>")
    assert found.subjects == (Subject(term="Physics", vocabulary="journal-subject-primary"),)
    assert found.extra == (("jats:meta/toc-levels", "0"),)


def test_several_words_for_a_version() -> None:
    """eLife tells of a version its number, and how far the work has come."""
    found = front(
        "<article-version-alternatives>"
        '<article-version article-version-type="publication-state">reviewed preprint</article-version>'
        '<article-version article-version-type="preprint-version">1.2</article-version>'
        "</article-version-alternatives>"
    )
    assert (found.version, found.status, found.extra) == ("1.2", "reviewed preprint", ())


@pytest.mark.parametrize("inner", ["{}", "<issue-title-group>{}</issue-title-group>"])
def test_title_of_an_issue(inner: str) -> None:
    """A special issue has a title, which CSL calls that of the volume; it goes back where it came from."""
    title = "<title-group><article-title>Tides</article-title></title-group>"
    found = front(f"{title}<issue>2</issue>{inner.format('<issue-title>Seas of <bold>old</bold></issue-title>')}")
    assert (found.volume_title, found.extra) == ("Seas of <b>old</b>", ())
    assert "<issue-title>Seas of <bold>old</bold></issue-title>" in dumps([found], "jats-front")
    assert back(found) == found


# -- references


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Tides turn.", "Tides turn"),
        ("Tides turn in <italic>men</italic>.", "Tides turn in <i>men</i>"),
        ("Tides of <italic>Mola mola.</italic>", "Tides of <i>Mola mola</i>"),
        ("Tides (Molidae).", "Tides (Molidae)"),
        ("Tides turn...", "Tides turn..."),
        ("Eyes of Mola sp.", "Eyes of Mola sp."),
    ],
)
def test_full_stop_behind_a_title(title: str, read: str) -> None:
    """The full stop behind a title is none of it, but for that of an abbreviation."""
    assert reference(f"<article-title>{title}</article-title><source>J. Inv. Seas.</source>").title == read
    assert front(f"<title-group><article-title>{title}</article-title></title-group>").title == read


def test_title_of_an_issue_in_a_reference() -> None:
    """The title of an issue beside the journal; Pensoft has there what a chapter stands in."""
    chapter = "<article-title>Eyes</article-title> <issue-title>Seas of old</issue-title>"
    found = reference(f"{chapter} <source>Journal of Seas</source>")
    assert (found.container_title, found.volume_title, found.extra) == ("Journal of Seas", "Seas of old", ())
    found = reference(f"{chapter} <publisher-name>Reef</publisher-name>", kind="book")
    assert (found.type, found.container_title, found.volume_title) == ("chapter", "Seas of old", "")


@pytest.mark.parametrize(
    ("element", "identifiers", "url", "extra"),
    [
        ('<ext-link ext-link-type="bibcode">2004Seas..12..33L</ext-link>', ["bibcode 2004Seas..12..33L"], "", ()),
        (
            '<ext-link ext-link-type="zbl-item-id" xlink:href="https://example.org/zbl?q=7">0987.12345</ext-link>',
            ["zbl-item-id 0987.12345"],
            "https://example.org/zbl?q=7",
            (),
        ),
        ('<ext-link ext-link-type="uri">www.example.org/7</ext-link>', [], "www.example.org/7", ()),
        (
            '<ext-link ext-link-type="web" xlink:href="https://example.org/">here</ext-link>',
            [],
            "https://example.org/",
            (("jats:ext-link", "here"),),
        ),
    ],
)
def test_links_that_are_numbers(element: str, identifiers: list[str], url: str, extra: tuple[object, ...]) -> None:
    """Astronomers and mathematicians have numbers in their databases as links, which are no addresses."""
    found = reference(f"<source>J</source> {element}")
    assert [f"{each.kind} {each.value}" for each in found.identifiers] == identifiers
    assert (found.url, found.extra) == (url, extra)


def test_label_that_stands_in_the_citation_again() -> None:
    """The American Physical Society has the number of a reference in it once more, which is no identifier."""
    found = reference("<object-id>12</object-id><source>J</source>", label="[12]")
    assert (found.citation_number, found.identifiers) == ("12", ())
    found = reference("<object-id>13</object-id><source>J</source>", label="[12]")
    assert found.identifiers == (Identifier(kind="other", value="13"),)


@pytest.mark.parametrize(
    ("behind", "note"),
    [
        (" <bold>4</bold>, e2288 (2016).{}", "Mo A. Seas <b>4</b>, e2288 (2016)."),
        (" (2016). doi:{}", "Mo A. Seas (2016). doi:10.5555/u.2288PMC12"),
        (" (2016). {}, in part", "Mo A. Seas (2016). 10.5555/u.2288PMC12, in part"),
    ],
)
def test_hidden_identifiers_of_an_untagged_citation(behind: str, note: str) -> None:
    """Identifiers that stand behind the last words are no part of what is printed; those with a label are."""
    ids = '<pub-id pub-id-type="doi">10.5555/u.2288</pub-id><pub-id pub-id-type="pmcid">PMC12</pub-id>'
    found = reference(f"Mo A. Seas{behind.format(ids)}")
    assert (found.note, found.doi, found.pmcid) == ((note,), "10.5555/u.2288", "PMC12")


@pytest.mark.parametrize(
    ("comment", "fields"),
    [
        ("https://example.org/seas.", {"url": "https://example.org/seas"}),
        (
            "Available from: https://example.org/seas. Accessed 2 May 2012",
            {"url": "https://example.org/seas", "accessed": Date(year=2012, month=5, day=2)},
        ),
        ("[Internet]", {"medium": "Internet"}),
        ("en línea", {"medium": "en línea"}),
        ("Disponível em:", {}),
        ("See https://example.org/seas", {"note": ("See https://example.org/seas",)}),
    ],
)
def test_comments_with_fields(comment: str, fields: dict[str, object]) -> None:
    """An address, a medium or a label is no note; an address among other words stays there."""
    found = reference(f"<source>J</source> <comment>{comment}</comment>", "element-citation")
    expected = {"url": "", "accessed": None, "medium": "", "note": ()} | fields
    assert {field: getattr(found, field) for field in expected} == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lind PA,Mo A,Salt-Wei BC", [("Lind", "P A"), ("Mo", "A"), ("Salt-Wei", "B C")]),
        ("Lind P", [("Lind", "P")]),
        ("Tide Group, Reef Team", [("", "Tide Group, Reef Team")]),
    ],
)
def test_people_of_a_group_without_elements(text: str, names: list[tuple[str, str]]) -> None:
    """BioMed Central has editors as a line, which are several people if all of them have initials."""
    found = reference(f'<person-group person-group-type="editor">{text}</person-group><source>J</source>')
    assert [(name.family, name.given or name.literal) for name in found.editor] == names


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("W. M., 3rd", ("W M", "3rd")),
        ("RL , Jr", ("R L", "Jr")),
        ("DJ 2nd", ("D J", "2nd")),
        ("Anna III", ("Anna", "III")),
        ("SJ,", ("S J", "")),
        ("Jr", ("Jr", "")),
        ("TE.", ("T E", "")),
    ],
)
def test_what_stands_behind_given_names(given: str, expected: tuple[str, str]) -> None:
    """A suffix behind given names is one; a comma or a full stop there says nothing."""
    found = reference(f"<name><surname>Lind</surname><given-names>{given}</given-names></name><source>J</source>")
    assert found.author == (Name(family="Lind", given=expected[0], suffix=expected[1]),)


@pytest.mark.parametrize(
    ("inner", "fields"),
    [
        ("<volume>22, article 600</volume>", {"volume": "22", "number": "600"}),
        ("<issue>4, article e87</issue>", {"issue": "4", "number": "e87"}),
        ("<issue>4, article 7</issue><elocation-id>8</elocation-id>", {"issue": "4, article 7", "number": "8"}),
        ("<fpage>p. 14</fpage>", {"page": "14"}),
        ("<fpage>pp. 14</fpage><lpage>22.</lpage>", {"page": "14-22"}),
        ("<fpage>p14</fpage>", {"page": "p14"}),
        ('<size units="pages">187 pp</size>', {"number_of_pages": "187"}),
        ('<page-count count="1104"/>', {"number_of_pages": "1104"}),
        ("<issn>0022-3891, 1532-7752</issn>", {"issn": (Issn(value="0022-3891"), Issn(value="1532-7752"))}),
        (
            "<isbn>978-0-7619-2804-1 978-1-4129-8365-5</isbn>",
            {"isbn": ("978-0-7619-2804-1", "978-1-4129-8365-5")},
        ),
        ('<pub-id pub-id-type="pmid">123.</pub-id>', {"pmid": "123"}),
        ('<pub-id pub-id-type="pmid">https://www.ncbi.nlm.nih.gov/pubmed/123</pub-id>', {"pmid": "123"}),
        (
            '<date-in-citation content-type="access-date">citado 2021 jun 15</date-in-citation>',
            {"accessed": Date(year=2021, month=6, day=15)},
        ),
        (
            '<date-in-citation content-type="access-date">Acesso em: 12 mar. 2020</date-in-citation>',
            {"accessed": Date(year=2020, month=3, day=12)},
        ),
    ],
)
def test_values(inner: str, fields: dict[str, object]) -> None:
    """Publishers' manners of writing are put into the form of the model."""
    found = reference(f"<source>J</source>{inner}", "element-citation")
    assert {field: getattr(found, field) for field in fields} == fields
    assert found.extra == ()


@pytest.mark.parametrize("words", [" et al. ", "<italic>, et al</italic> ", " et. al "])
def test_words_for_others_between_elements(words: str) -> None:
    """Wiley has no element for others: the list of the people before such words is cut short."""
    person = "<string-name><surname>Lind</surname></string-name>"
    found = reference(f"{person}{words}<article-title>Eyes</article-title> <source>J</source>")
    assert (found.et_al, found.extra) == (("author",), ())
    found = reference(f'<person-group person-group-type="editor">{person}{words}</person-group> <source>J</source>')
    assert (found.et_al, found.extra) == (("editor",), ())
    found = reference(f"<article-title>Eyes</article-title>{words}<source>J</source>")
    assert found.et_al == ()


@pytest.mark.parametrize(
    ("text", "number", "extra"),
    [("[9] ", "9", ()), ("12. ", "12", ()), ("(2004) ", "", (("jats:text", "(2004)"),)), ("See 9 ", "", None)],
)
def test_label_before_the_citation(text: str, number: str, extra: tuple[object, ...] | None) -> None:
    """The number of a reference may stand before all else in it."""
    found = reference(f"{text}<name><surname>Lind</surname></name>. <source>J</source>")
    assert (found.citation_number, found.extra) == (number, (("jats:text", "See 9"),) if extra is None else extra)


def test_day_of_access_between_elements() -> None:
    """Pensoft has the day of access in brackets behind the address."""
    link = '<ext-link xlink:href="https://example.org/s">https://example.org/s</ext-link>'
    found = reference(f"<source>Seas</source> {link} [accessed 22 June 2018]")
    assert (found.accessed, found.extra) == (Date(year=2018, month=6, day=22), ())


def test_slanted_words_for_others() -> None:
    """That there are others is all that slanted words for it say."""
    found = reference("<name><surname>Lind</surname></name> <etal><italic>et al.</italic></etal> <source>J</source>")
    assert (found.et_al, found.extra) == (("author",), ())


def test_odd_identifiers_of_a_cited_work() -> None:
    """What is no identifier of its kind is written as of a kind of its own, as in references, and comes back."""
    cited = Related(kind="cites", citation="Mo A. Eyes.", doi="none", pmid="12a", pmcid="PMC3")
    written = dumps([Citation(title="Seas", related=(cited,))], "jats-front")
    assert '<pub-id pub-id-type="custom" custom-type="pmid">12a</pub-id>' in written
    assert '<pub-id pub-id-type="pmcid">PMC3</pub-id>' in written
    [again] = loads(written, "jats", jats_records="articles")
    assert again.related == (cited,)


def test_laws() -> None:
    """What SciELO calls a legal document is one of legislation."""
    assert reference("<article-title>Lei 7</article-title>", kind="legal-doc").type == "legislation"


def test_names_of_taxa_in_untagged_words() -> None:
    """The name of a taxon among words that have no element is one of them."""
    taxon = "<taxon-name><taxon-name-part>Mola</taxon-name-part><taxon-name-part>alba</taxon-name-part></taxon-name>"
    found = reference(f"<name><surname>Lind</surname></name> On {taxon} in the sea")
    assert found.extra == (("jats:text", "On Mola alba in the sea"),)


@pytest.mark.parametrize(
    "citation",
    [
        Citation(title="Tides turn.", container_title="J"),
        Citation(title="T", original_title="Gezeiten.", language=("de",)),
        Citation(title="T", note=("https://example.org/a",)),
        Citation(title="T", note=("Internet",)),
        Citation(title="T", note=("Available from:",)),
        Citation(title="T", volume="3, article 7"),
        Citation(title="T", page="p.7"),
        Citation(title="T", number_of_pages="7 pp"),
        Citation(title="T", page="e1163-15"),
        Citation(title="T", extra=(("jats:issue-id", "7"), ("jats:volume-id", "8"))),
        Citation(type="chapter", title="T", extra=(("jats:article-title", "U"),)),
        Citation(extra=(("jats:article-title", "U"),)),
        Citation(title="T", isbn=("9780000000000 9780000000001",)),
        Citation(title="T", issn=(Issn(value="1234-5679, 2345-6781"),)),
        Citation(title="T", author=(Name(family="Lind", given="P, Jr"),)),
    ],
)
@pytest.mark.parametrize("to", ["jats", "jats-front"])
def test_what_is_read_as_publishers_mean_it_is_told(citation: Citation, to: str) -> None:
    """A value that is read as a publisher's manner of writing another is told when it is written."""
    report = Report()
    records = "articles" if to == "jats-front" else "references"
    [again] = loads(dumps([citation], to, report=report), "jats", jats_records=records)
    changed = {field for field in Citation.__struct_fields__ if getattr(again, field) != getattr(citation, field)}
    assert changed <= {path.partition(".")[0] for path in report.lost()}


# -- OJS, JSTOR and pandoc


def test_the_display_name_of_ojs() -> None:
    """OJS has how a name is displayed before its parts, and both in the language of nobody; the parts count."""
    forms = (
        '<string-name specific-use="display">Lind the Elder</string-name>'
        '<name name-style="western" specific-use="primary"><surname>Lind</surname><given-names>Per</given-names></name>'
    )
    author = f'<contrib contrib-type="author"><name-alternatives>{forms}</name-alternatives></contrib>'
    found = front(f"<contrib-group>{author}</contrib-group>")

    assert found.author == (Name(family="Lind", given="Per"),)
    assert found.extra == (("jats:string-name", "Lind the Elder"),)


def test_serials_of_jstor() -> None:
    """ISSNs without their hyphen get it, a comma that parts a name from what follows is none of the name's."""
    suffix = "<given-names>Per</given-names><surname>Lind,</surname><suffix>Jr.</suffix>"
    authors = f"<contrib-group><contrib><string-name>{suffix}</string-name></contrib></contrib-group>"
    numbers = '<issn pub-type="ppub">12345679</issn><issn pub-type="epub">2345678X</issn>'
    found = front(f"{authors}<volume>Vol. 12</volume><issue>No. 3</issue>", numbers)

    assert found.issn == (Issn(value="1234-5679", kind="print"), Issn(value="2345-678X", kind="electronic"))
    assert found.author == (Name(family="Lind", given="Per", suffix="Jr."),)
    assert (found.volume, found.issue) == ("12", "3")


def test_what_is_read_as_another_number_is_told() -> None:
    """The words before the number of a volume, or an ISSN without its hyphen, are told when they are written.

    No name is told beside them that is read as it is.
    """
    report = Report()
    authors = (Name(family="Lind", given="PETR"), Name(family="Roe", given="A. B."))
    dumps([Citation(author=authors, volume="Vol. 12", issn=(Issn(value="12345679"),))], "jats", report=report)

    assert set(report.lost()) >= {"volume", "issn"}
    assert "author" not in report.lost()


def test_references_behind_a_front_that_is_empty() -> None:
    """Pandoc has a front and a body about nothing around a bibliography: its references are what the file is about."""
    front_of_pandoc = (
        "<front><journal-meta><journal-id></journal-id><journal-title-group></journal-title-group><issn></issn>"
        "</journal-meta><article-meta></article-meta></front><body>\n\n</body>"
    )
    ref = '<ref id="ref-a"><element-citation><article-title>Tides</article-title></element-citation></ref>'
    back_of_it = f"<back><ref-list>{ref}</ref-list></back>"
    [found] = loads(f"<article>{front_of_pandoc}{back_of_it}</article>", "jats")
    [article] = loads(f"<article>{front_of_pandoc.replace('<issn>', '<issn>1234-5679')}{back_of_it}</article>", "jats")

    assert (found.key, found.title) == ("ref-a", "Tides")
    assert (article.title, article.issn) == ("", (Issn(value="1234-5679"),))


def test_what_a_draft_has_for_numbers_to_come() -> None:
    """JOSS's drafts have neither a DOI nor a volume, an issue or pages yet; what stands for them is kept apart."""
    found = front(
        '<article-id pub-id-type="doi">N/A</article-id><volume>¿VOL?</volume><issue>¿ISSUE?</issue>'
        "<fpage>¿PAGE?</fpage>"
    )
    assert (found.doi, found.volume, found.issue, found.page) == ("", "", "", "")
    assert [value for _, value in found.extra] == ["N/A", "¿VOL?", "¿ISSUE?", "¿PAGE?"]
