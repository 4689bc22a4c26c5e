"""What single publishers have otherwise than the rest, in fronts and in references."""

from __future__ import annotations

import pytest

from citeconv import Abstract, AbstractSection, Citation, Name, Subject, dumps, loads


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
